"""Quick questions, answers by mouse, and faults of the data told as such."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from realignment import feedback, questions
from realignment.answers import Items
from realignment.cases import read_case
from realignment.errors import DataError, ReadingError
from realignment.feedback import Standing, asking, choosing, grade, journal, judge_value
from realignment.kept import MEDIA_TYPE, read_kept
from realignment.questions import quick
from realignment.questions.quick import plain
from tools import named
from tools.weaken import answers, case_of, made

ALL = [question for number in questions.lessons() for question in questions.of_lesson(number)]
QUICK = list(dict.fromkeys(q.name for q in quick._all().values()))
each_quick = pytest.mark.parametrize("question", [quick.find(n) for n in QUICK], ids=QUICK)


@pytest.fixture
def shown(monkeypatch):
    monkeypatch.setattr(journal.JOURNAL, "entries", {})
    monkeypatch.setattr(journal.JOURNAL, "foreign", {})
    said = []
    monkeypatch.setattr("IPython.display.display", said.append)
    return said


# --- quick questions --------------------------------------------------------------------------


@each_quick
def test_a_quick_question_is_well_formed(question):
    letters, right = list(question.options), question.right_for(case_of(question.case))
    assert letters in (["a", "b", "c"], ["a", "b", "c", "d"])
    assert right in letters and set(question.says) == set(letters) - {right}
    words = [plain(choice).lower() for choice in question.options.values()]
    assert len(set(words)) == len(words) and all(words)
    told = [*question.says.values(), question.why]
    assert len(set(told)) == len(told)
    assert all(len(text) > 30 and text[-1] in ".?”" for text in [*told, question.asks])
    assert re.fullmatch(r"\d+\.[a-z]", question.id)
    assert re.fullmatch(r"quick\.[a-z_]+\.[a-z_0-9]+", question.name)


@each_quick
def test_no_sentence_gives_the_right_choice_away_or_calls_it_wrong(question):
    right = question.right_for(case_of(question.case))
    answer = plain(question.options[right])
    told = [*question.says.values(), question.asks]
    for text in told:
        assert not re.search(rf"(?<![\w.~-]){re.escape(answer)}(?![\w~])", plain(text)), text
        assert not re.search(rf"\b(choice|letter|option|answer) {right}\b|\bwrong\b", text), text
    for text in question.says.values():
        assert plain(text).lower() != answer.lower()


@each_quick
def test_the_section_to_read_again_is_there(question, root):
    lesson, section = question.again
    (path,) = (root / "notebooks").glob(f"{lesson:02}_*.ipynb")
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    headings = re.findall(r"(?m)^## (.+?)(?: · \*.*\*)?$", "\n".join(map(_source, cells)))
    assert section in headings


def _source(cell: dict) -> str:
    return named.plain("".join(cell["source"]))


@each_quick
def test_typing_and_clicking_agree_and_each_choice_has_its_sentence(question, shown):
    right = question.right_for(case_of(question.case))
    for letter, words in question.options.items():
        feedback.check(question.id, letter)
        typed = shown[-1]
        assert typed.state is (Standing.RIGHT if letter == right else Standing.NOT_YET)
        assert typed.message == (question.why if letter == right else question.says[letter])
        assert grade(question.id, plain(words)) == grade(question.name, letter) == typed
        form = choosing.form_for(question, case_of(question.case), asking.judged)
        form.controls[None].value = letter
        form._below = Below()
        form.button.click()
        assert form._below.said == [typed] and html_text(typed) in form._status.value


class Below:
    """Stands for the place below a form."""

    def __init__(self) -> None:
        self.said = []

    def update(self, thing: object) -> None:
        self.said.append(thing)


def html_text(verdict: feedback.Verdict) -> str:
    import html

    return html.escape(repr(verdict))


def test_names_and_numbers_of_quick_questions_are_their_own():
    names = [q.name for q in ALL] + QUICK
    numbers = [q.id for q in ALL] + [quick.find(name).id for name in QUICK]
    assert len(set(names)) == len(names) and len(set(numbers)) == len(numbers)
    for number in questions.lessons():
        letters = [q.id.split(".")[1] for q in quick.of_lesson(number)]
        assert letters == sorted(letters)


def test_the_right_choice_follows_the_case():
    question = quick.find("quick.time.a_day_one_remembers")
    case = case_of("niger_2024")
    doubted = case.expressions.assign(
        edtf=case.expressions["edtf"].where(case.expressions["edtf"] != "2023-07", "2023-07~")
    )
    assert (question.right_for(case), question.right_for(replace(case, expressions=doubted))) == (
        "b",
        "c",
    )


def test_quick_questions_count_for_nothing_and_show_what_to_read_again(shown):
    feedback.check("3.d", "a")
    feedback.check("3.d", "b")
    feedback.check("3.e", "...")
    feedback.progress()
    lines = shown[-1].body.split("\n")
    assert lines[0] == f"Lesson 03: 0 of {len(questions.of_lesson(3))} done."
    assert lines[-3:] == [
        f"Quick checks: 1 of {len(quick.of_lesson(3))} right.",
        "To read again:",
        "• “A date that may doubt” in lesson 03 (3.d)",
    ]
    feedback.hint("3.d")
    assert (
        shown[-1].body == "“A date that may doubt” in lesson 03 has what you need. Read it again."
    )
    feedback.solution("3.d")
    assert shown[-1].body.startswith("b. `2023-07`\n")


# --- by mouse ---------------------------------------------------------------------------------


def chosen(form: choosing.Form, answer: object) -> None:
    """Choose an answer in a form."""
    if form._shape == "one":
        form.controls[None].value = answer
    elif form._shape == "by part":
        for part, value in answer.items():
            form.controls[part].value = value
    elif form._shape == "in order":
        for number, value in enumerate(answer, start=1):
            form.controls[number].value = value
    else:
        for label, [(_, value)] in form._parts.items():
            form.controls[label].value = value in answer


@pytest.mark.parametrize("question", ALL, ids=[question.id for question in ALL])
def test_a_question_is_asked_by_buttons_or_says_that_it_is_not(question, shown):
    case = case_of(question.case)
    try:
        form = choosing.form_for(question, case, asking.judged)
    except ReadingError as problem:
        assert f'type `check("{question.id}", ...)`' in str(problem)
        return
    assert grade(question.id, form.answer).state is Standing.NOT_ATTEMPTED
    right = made(answers("RIGHT", question)[0], question)
    chosen(form, question.expected(case) if question.expected else question.reads.read(right, case))
    assert grade(question.id, form.answer) == grade(question.id, right)
    bundle = form._repr_mimebundle_()
    assert question.asks.split("`")[0] in bundle["text/plain"]
    for choices in form._parts.values():
        for label, _ in choices:
            assert label in bundle["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in bundle
    if isinstance(question.reads, Items) and not question.reads.ordered:
        return
    part = next(iter(form.controls))
    form.controls[part].value = form.controls[part].options[0][1] if part is not None else None
    assert grade(question.id, form.answer).state is Standing.NOT_ATTEMPTED


def test_those_that_are_answered_by_choosing_can_be_clicked():
    asked = [q for q in ALL if choosing.parts_of(q, case_of(q.case)) is not None]
    assert {"1.1", "1.2", "1.3", "1.5", "2.3", "7.1", "12.1"} <= {q.id for q in asked}
    assert len(asked) >= 36


def test_a_click_is_judged_noted_and_kept_as_a_check_is(shown):
    form = choosing.form_for(questions.find("1.1"), case_of("niger_2024"), asking.judged)
    form.controls[None].value = "USA_DOD"
    form._below = Below()
    form.button.click()
    (verdict,) = form._below.said
    assert verdict == grade("1.1", "USA_DOD")
    kept = read_kept(verdict._repr_mimebundle_()[MEDIA_TYPE])
    assert (kept.question, kept.value, kept.cell) == ("reading.who_vouches", "USA_DOD", "")
    assert journal.JOURNAL.of("reading.who_vouches").tries == 1


def test_ask_shows_the_form_and_says_what_cannot_be_clicked(shown):
    feedback.ask("1.8")
    assert "not by choosing" in shown[-1].message
    feedback.ask("77.1")
    assert "There is no question" in shown[-1].message
    feedback.ask("1.1")
    assert isinstance(shown[-1], choosing.Form)


# --- a fault of the data ----------------------------------------------------------------------


def told(verdict: feedback.Verdict) -> str:
    assert verdict.state is Standing.UNREADABLE and verdict.heading == asking.FAULT
    assert "This question expects" not in verdict.message
    assert "not in your answer" in verdict.message
    return verdict.message


@pytest.fixture
def broken(monkeypatch):
    def fails(name: str) -> None:
        raise DataError(f"{name}/events.csv, row 2, column 'kind': 'act' is not known.")

    monkeypatch.setattr(asking, "_case", fails)


def test_a_fault_of_the_data_is_told_as_one(shown, broken):
    assert "events.csv, row 2" in told(grade("1.1", "author"))
    feedback.check("1.1", "author")
    told(shown[-1])
    assert not journal.JOURNAL.entries and shown[-1].kept is None
    feedback.ask("1.1")
    told(shown[-1])
    feedback.solution("1.1")
    question = questions.find("1.1")
    assert (shown[-1].code, question.why in shown[-1].body) == (question.solution, True)
    assert "events.csv, row 2" in shown[-1].body
    feedback.solution("3.d")
    assert "events.csv, row 2" in shown[-1].body


def without_rows(case):
    return replace(
        case,
        events=case.events.head(0),
        expressions=case.expressions.head(0),
        claims=case.claims.head(0),
        words=case.words.head(0),
        actors=case.actors.head(0),
        codings=case.codings.head(0),
    )


@pytest.mark.parametrize("question", ALL, ids=[question.id for question in ALL])
def test_with_empty_tables_nothing_is_a_traceback(question, shown, monkeypatch):
    case = without_rows(case_of(question.case))
    monkeypatch.setattr(asking, "_case", lambda name: case)
    for answer in (*answers("RIGHT", question)[:2], "x", 1, {"a": 1}):
        verdict = grade(question.id, made(answer, question))
        assert "could not be opened" not in verdict.message or verdict.heading == asking.FAULT
    feedback.solution(question.id)
    assert shown[-1].title == f"{question.id} Solution."
    feedback.ask(question.id)


def test_of_a_deleted_row_the_table_is_said_to_be_at_fault():
    case = read_case("niger_2024")
    fewer = replace(case, events=case.events[case.events["event_id"] != "E12"])
    question = questions.find("1.2")
    said = grade("1.2", made(answers("RIGHT", question)[0], question), case=fewer)
    assert "KeyError" in told(said)


def test_a_table_that_was_changed_is_named_where_it_may_be_the_reason(shown, monkeypatch):
    said = "niger_2024/events.csv is not as it was handed out; what it holds now is used."
    case = replace(case_of("niger_2024"), notices=(said,))
    monkeypatch.setattr(asking, "_case", lambda name: case)
    feedback.check("1.5", "a")
    assert shown[-1].message.endswith(said) and read_kept(dict(shown[-1].kept)).data
    feedback.check("1.5", "b")
    assert said not in shown[-1].message
    monkeypatch.setattr(asking, "_case", case_of)
    feedback.check("1.5", "a")
    assert said not in shown[-1].message and not read_kept(dict(shown[-1].kept)).data


FORGED = [None, True, 7, 1.5, "x", (), (1, 2), frozenset(), {}, {"a": 1}, {("a", "b"): 1}, [{}]]


@pytest.mark.parametrize("question", ALL + list(map(quick.find, QUICK)), ids=lambda q: q.id)
def test_a_forged_value_is_judged_or_gets_a_sentence(question):
    """What a file says was read may be anything, and a judge never raises."""
    for value in FORGED:
        verdict = judge_value(question, value, "", case_of(question.case))
        assert verdict.state not in (Standing.RIGHT,) or value == question.expected(
            case_of(question.case)
        )
        assert verdict.heading != asking.FAULT


@pytest.mark.parametrize(
    "answer", [[].append, {}.values, max, {"names": len, "actors": 4}, ["a", str.upper]]
)
def test_a_function_that_was_not_called_is_said_to_be_one(answer):
    verdict = grade("2.2", answer)
    assert verdict.state is Standing.UNREADABLE
    assert "has no `()` behind it, so it is a function and not yet its result" in verdict.message


def test_a_check_without_an_answer_is_no_traceback(shown):
    feedback.check("1.1")
    assert shown[-1].state is Standing.NOT_ATTEMPTED


def test_what_is_expected_of_a_part_is_said_alone():
    given = {"labels": {"E01": "fact", "E12": "claim", "E16": ...}, "count": 3}
    message = grade("1.7", given).message
    assert "`E16` has no answer yet; expected one label" in message
    assert "This question expects" not in message


def test_after_a_restart_progress_says_how_to_go_on(shown):
    for asked in (None, 1):
        feedback.progress(asked)
        assert "since this kernel was started" in shown[-1].body
    feedback.check("1.1", "NER_CNSP")
    feedback.progress(1)
    assert "since this kernel was started" not in shown[-1].body


def test_the_parts_of_an_answer_are_called_as_the_question_calls_them(shown):
    case = read_case("niger_2024")
    form = choosing.form_for(questions.find("2.1"), case, asking.judged)
    assert "Niger's military: state / authority" in repr(form)
    assert {control.description for control in form.controls.values()} >= {"Washington", "AFP"}
    feedback.solution("2.1")
    assert "`Washington`: `state`" in shown[-1].body


def test_the_letter_of_a_quick_check_may_be_large(shown):
    feedback.check("2.A", "b")
    assert shown[-1].state is Standing.RIGHT


def test_a_verdict_escapes_the_id_of_its_question():
    verdict = grade("<img src=x onerror=alert(1)>", 1)
    assert "<img" not in verdict._repr_mimebundle_()["text/html"]
    assert "&lt;img" in verdict._repr_mimebundle_()["text/html"]
    assert "\u202e" not in grade("1.\u202e1", 1)._repr_mimebundle_()["text/html"]
