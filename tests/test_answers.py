"""The bank of answers: no wrong answer passes, no defensible one is called wrong.

Each ``tests/answers/lesson_NN.py`` holds, for every question of that lesson, answers that are right
(in at least four forms), answers that can be defended, and wrong ones (at least six, each with the
misconception that it must draw). An answer that is a function is called with the case.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import nbclient
import nbformat
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realignment import feedback, questions
from realignment.actors import country_names, roll_up
from realignment.answers import (
    ActorName,
    Choice,
    Days,
    Drawing,
    DrawnMap,
    Essay,
    Fields,
    Items,
    Keyed,
    Layers,
    Lines,
    Number,
    OutOf,
    SentenceNumber,
    Share,
    SignedTies,
    SignOfTie,
    StateName,
    Unreadable,
    Words,
    YesNo,
    is_blank,
)
from realignment.cases import Case, read_case
from realignment.feedback import Standing, Verdict, grade, judging
from realignment.questions import first_edition
from realignment.questions.misconceptions import MISCONCEPTIONS
from realignment.questions.slips import CLOSE
from tools.weaken import answers, case_of, judged, made, notices, readers, weaker

ALL = [question for number in questions.lessons() for question in questions.of_lesson(number)]
IDS = [question.id for question in ALL]
GIVEN_AT_MOST = 16
"""How many of some 300 numbers one sentence may be said to, since one mistake has several forms."""

each_question = pytest.mark.parametrize("question", ALL, ids=IDS)


def test_every_question_has_a_name_of_its_own_and_is_found_by_it():
    names = [question.name for question in ALL]
    assert len(set(names)) == len(names)
    for question in ALL:
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+", question.name), question.id
        assert questions.find(question.name) is questions.find(question.id) is question


def test_the_numbers_of_the_first_edition_keep_their_names():
    listed = "\n".join(f"{number} {name}" for number, name in first_edition.NAMES.items())
    assert len(first_edition.NAMES) == 98
    digest = hashlib.sha256(listed.encode()).hexdigest()
    assert digest[:16] == "dd2b3003e6d08b2e", "this table is never edited"
    assert first_edition.NAMES["5.2"] == "agreement.kappa_by_hand"
    assert set(first_edition.NAMES.values()) <= {question.name for question in ALL}


@each_question
def test_right_answers_are_right_in_every_form(question):
    forms = answers("RIGHT", question)
    assert len(forms) >= 4, "the bank needs at least four right forms"
    expected = Standing.DEFENSIBLE if question.rubric else Standing.RIGHT
    for form in forms:
        verdict = grade(question.id, made(form, question))
        assert verdict.state is expected, (form, verdict)


@each_question
def test_defensible_answers_are_not_called_wrong(question):
    for answer in answers("DEFENSIBLE", question):
        verdict = grade(question.id, made(answer, question))
        assert verdict.state is Standing.DEFENSIBLE, (answer, verdict)
        assert "Say in one sentence why" in verdict.message
        kept = grade(question.id, made(answer, question), why="because the sentence says so")
        assert kept.state is Standing.DEFENSIBLE
        assert "Your sentence is kept, and not judged" in kept.message


@each_question
def test_wrong_answers_draw_their_misconception(question):
    wrong = answers("WRONG", question)
    assert len(wrong) >= 6, "the bank needs at least six wrong answers"
    for (answer, misconception), verdict in zip(wrong, verdicts(question.id), strict=True):
        if misconception == "unreadable":
            assert verdict.state is Standing.UNREADABLE, (answer, verdict)
        else:
            assert verdict.state is Standing.NOT_YET, (answer, verdict)
            assert verdict.misconception == misconception, (answer, verdict)


@each_question
def test_wrong_answers_are_of_distinct_kinds(question):
    drawn = [misconception for _, misconception in answers("WRONG", question)]
    assert drawn.count("other") <= len(drawn) / 3, "too many draw only the general misconception"
    if not question.rubric:
        assert len(set(drawn)) >= 2


@each_question
def test_nothing_filled_in_is_not_attempted(question):
    for nothing in (..., None, "", "...", [..., ...], {"a": ...}, pd.DataFrame({"a": [...]})):
        assert grade(question.id, nothing).state is Standing.NOT_ATTEMPTED, nothing


@each_question
def test_an_empty_result_is_an_attempt(question):
    """What a filter left nothing of has no dots any more, and its maker needs another word."""
    table = pd.DataFrame({"source": [], "target": [], "sign": []})
    empty = (
        [],
        (),
        {},
        set(),
        table,
        table["sign"],
        table.index,
        table["sign"].array,
        nx.Graph(),
        np.array([]),
        pd.DataFrame(),
        {}.keys(),
    )
    for nothing in empty:
        verdict = grade(question.id, nothing)
        assert verdict.state is Standing.NOT_YET and verdict.misconception == "empty_result", (
            nothing
        )
        assert "one at a time" in verdict.message


class Hostile:
    """An object that fails whenever it is touched."""

    def __repr__(self):
        raise RuntimeError("no repr")

    __str__ = __len__ = __iter__ = __eq__ = __bool__ = __float__ = __repr__
    __hash__ = None


def junk() -> list:
    huge = pd.DataFrame(np.zeros((200_000, 3)), columns=["source", "target", "sign"])
    return [
        0,
        -1,
        3.7,
        float("nan"),
        float("inf"),
        True,
        b"bytes",
        object(),
        Hostile(),
        len,
        type,
        "zzz",
        "<script>alert(1)</script>",
        "\u202eabc",
        "x" * 100_000,
        [Hostile()],
        {"a": Hostile()},
        [[[[]]]],
        [1, [2, [3]]],
        {1: {2: {3: 4}}},
        range(10**9),
        iter([1, 2]),
        np.arange(6).reshape(2, 3),
        pd.Series(["a", "b"], name="x"),
        pd.DataFrame({"x": [1]}),
        huge,
        nx.path_graph(3),
        pd.NaT,
        pd.NA,
        complex(1, 2),
        lambda: None,
        ValueError("no"),
        pd.DataFrame({"a": [Hostile()], "b": [1]}),
    ]


@each_question
def test_junk_never_raises_and_is_never_right(question):
    for answer in junk():
        if isinstance(question.reads, Essay) and isinstance(answer, str):
            continue  # long nonsense is a text; an open question is marked by people
        verdict = grade(question.id, answer)
        assert verdict.state not in (Standing.RIGHT, Standing.DEFENSIBLE), (type(answer), verdict)
        assert "Traceback" not in verdict.message
        str(verdict), verdict._repr_mimebundle_()


@each_question
def test_answers_to_other_questions_are_not_right_here(question):
    """A frame or a list of another lesson must not slip through."""
    if question.rubric:
        return
    mine = [repr(made(a, question)) for a in answers("RIGHT", question)]
    asked = replace(question, mistakes=())  # which one a wrong answer shows is not asked
    for other in ALL:
        for value, told in two_right(other.id) if other.lesson != question.lesson else ():
            if told not in mine:
                assert judged(asked, value).state is not Standing.RIGHT, (other.id, told)


@cache
def two_right(question_id: str) -> list[tuple[object, str]]:
    """Return two right answers, as values and as text.

    None that is a word or a number, which can be right in two places.
    """
    question = questions.find(question_id)
    found = [made(answer, question) for answer in answers("RIGHT", question)[:2]]
    plain = (str, int, float, bool, np.generic)
    return [(value, repr(value)) for value in found if not isinstance(value, plain)]


@cache
def verdicts(question_id: str) -> list[Verdict]:
    """Return how the wrong answers to a question are judged, each once for all tests."""
    question = questions.find(question_id)
    return [grade(question_id, made(answer, question)) for answer, _ in answers("WRONG", question)]


def messages(question) -> list[str]:
    said = []
    for (answer, _), verdict in zip(answers("WRONG", question), verdicts(question.id), strict=True):
        message = verdict.message
        said.append(message.replace(f"`{answer}`", "") if isinstance(answer, str) else message)
    said += [mistake.told() for mistake in question.mistakes]
    return [*said, *question.hints]


def given_away(spelling: str, message: str, offered: str) -> bool:
    """Tell whether a message holds a spelling as a word and not as part of what was offered."""
    pattern = re.compile(rf"(?<![\w.]){re.escape(spelling)}(?![\w]|\.\d)", re.IGNORECASE)
    return bool(pattern.search(message)) and not pattern.search(offered)


@each_question
def test_no_message_or_hint_gives_the_answer_away(question):
    if question.expected is None:
        return
    case = case_of(question.case)
    expected = question.expected(case)
    if expected is None:
        return  # judged by the student's own earlier answer
    offered = f"{question.asks} {options(question)}"
    told = messages(question)
    for spelling in spellings(question.reads, expected, case):
        for message in told:
            assert not given_away(spelling, message, offered), (spelling, message)


def spellings(reader, value, case) -> set[str]:
    """Return the ways of writing a value that no message may hold."""
    kind = type(reader)
    if isinstance(value, (Lines, Layers)) or kind is YesNo:
        return set()
    if isinstance(value, dict):
        if isinstance(reader, SignedTies):
            return {f"{one}, {other}, {sign}" for (one, other), sign in value.items()}
        return {f"{key}: {part}" for key, part in value.items()}
    if isinstance(reader, Items):
        if reader.ordered:
            return {", ".join(map(str, value))}
        return set() if len(value) > 1 else spellings(reader.of, next(iter(value)), case)
    if isinstance(reader, OutOf):
        return {f"{value[0]} {word} {value[1]}" for word in ("of", "/", "out of")}
    if isinstance(reader, Choice):
        words = isinstance(reader.options, dict)
        return {reader.options[value] if words else str(value)}
    if isinstance(reader, (Number, Share, Days)):
        return {f"{value:g}", f"{value:.2f}"}
    if isinstance(reader, SignOfTie):
        return {f"{value:+d}"}
    if isinstance(reader, StateName):
        names = {name for name, code in country_names().items() if code == value and name[3:]}
        return {value, *names}
    if isinstance(reader, ActorName):
        rows = case.actors[case.actors["actor_id"] == value]
        aliases = {alias.strip() for names in rows["aliases"] for alias in names.split("|")}
        return {value, *rows["name"], *aliases} - {""}
    return {f"sentence {value}" if isinstance(reader, SentenceNumber) else str(value)} - {""}


def options(question) -> str:
    """Return all options among which a question lets one choose: to list them gives none away."""
    choices = [kind for kind in readers(question.reads) if isinstance(kind, Choice)]
    return " ".join(kind.expects for kind in choices)


def leaves(value: object) -> list:
    """Return the single values of an answer; of a dict those that are given for its keys."""
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in leaves(part)]
    if isinstance(value, (tuple, list, set, frozenset)):
        return [*value, value] if value else []
    return [value]


def same_or_part(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


@each_question
def test_no_example_of_what_is_expected_is_an_answer(question):
    """Whoever mistypes is shown examples, and could copy one."""
    if question.expected is None:
        return
    case = case_of(question.case)
    expected = question.expected(case)
    if isinstance(question.reads, SignedTies):
        (triple,) = re.findall(r"`\('(\w+)', '(\w+)', ", question.reads.expects)
        assert triple not in expected and triple[::-1] not in expected
    for kind in readers(question.reads):
        if isinstance(kind, (Choice, SignOfTie, YesNo, Fields)):
            continue  # they list all that there is
        for example in re.findall(r"`([^`]+)`", kind.expects):
            try:
                read = kind.read(example.strip('"'), case)
            except (Unreadable, TypeError):
                continue
            assert not any(same_or_part(read, leaf) for leaf in leaves(expected)), example


@each_question
def test_the_bank_notices_when_the_rule_is_weakened(question):
    assert not notices(question)
    unnoticed = [how for how, weakened in weaker(question) if not notices(weakened)]
    assert not unnoticed


@each_question
def test_no_mistake_is_seen_in_what_is_expected(question):
    """A test that always holds would name a mistake that nobody made."""
    if question.expected is None or isinstance(question.reads, (Drawing, DrawnMap)):
        return
    case = case_of(question.case)
    expected = question.answer(case)
    fired = [m.told() for m in question.mistakes if m.when(expected, expected, case)]
    assert not fired


def numbers_in(reader, value, at=()):
    """Yield the place, the reader and the value of each number that an answer holds."""
    if isinstance(reader, (Number, Share)):
        yield at, reader, value
    elif isinstance(reader, Fields):
        for name, part in reader.fields.items():
            yield from numbers_in(part, value[name], (*at, name))
    elif isinstance(reader, Keyed) and isinstance(value, dict):
        for name in value:
            yield from numbers_in(reader.values, value[name], (*at, name))


def with_number(value, at, number):
    """Return an answer with another number at one place."""
    return {**value, at[0]: with_number(value[at[0]], at[1:], number)} if at else number


@each_question
def test_a_number_that_no_mistake_gives_names_none(question):
    """Of some 300 numbers few are what a mistake gives: no other may be told of that mistake."""
    case = case_of(question.case)
    expected = question.answer(case)
    if expected is None:
        return  # an open question, or one judged by an earlier answer of the student's own
    for at, reader, true in numbers_in(question.reads, expected):
        told = Counter()
        for number in np.arange(-0.2, 1.3, 0.005) if reader.tolerance else np.arange(300.0):
            given = with_number(expected, at, float(number))
            if abs(number - true) <= CLOSE:
                continue
            seen = (
                question.recognised_in_parts(given, expected, at[:1], case)
                if at
                else question.recognised(given, expected, case)
            )
            if seen and seen.misconception not in ("too_many", "too_few"):
                told[seen.told()] += 1
        assert all(count <= GIVEN_AT_MOST for count in told.values()), (at, told)


def test_every_recognised_mistake_is_tried():
    """A mistake that no wrong answer of the bank draws may never fire."""
    untried = []
    for question in ALL:
        drawn = {misconception for _, misconception in answers("WRONG", question)}
        named = {mistake.misconception for mistake in question.mistakes}
        untried += [f"{question.id}: {name}" for name in sorted(named - drawn)]
    assert not untried


def test_every_misconception_is_used():
    used = {mistake.misconception for question in ALL for mistake in question.mistakes}
    assert set(MISCONCEPTIONS) - used <= {"other", "empty_result"}


def test_every_question_is_about_an_objective_and_none_is_untested():
    for number in questions.lessons():
        covered = {question.objective for question in questions.of_lesson(number)}
        assert covered == set(range(1, max(covered) + 1)), f"lesson {number}"


@given(
    answer=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_answer_gets_one_of_five_answers(answer):
    for question in ALL[:: max(1, len(ALL) // 12)]:
        verdict = grade(question.id, answer)
        assert verdict.state in Standing
        if is_blank(answer):
            assert verdict.state is Standing.NOT_ATTEMPTED


@pytest.mark.parametrize("question", [q for q in ALL if q.rubric], ids=lambda q: q.id)
def test_an_open_question_keeps_a_text_and_says_that_nobody_judged_it(question):
    text = answers("RIGHT", question)[0]
    verdict = grade(question.id, text)
    assert repr(verdict).startswith(f"✎ {question.id}  Kept, and not judged. No program can")
    assert "Defensible" not in repr(verdict) + verdict._repr_mimebundle_()["text/html"]
    told = " ".join([question.asks, *question.rubric, *question.hints])
    exercise = judging._in_exercise(question.id)
    assert "<!--" not in exercise
    assert exercise.startswith(f"## {question.id} ")
    for copied in (told * 3, exercise * 3, f"{exercise} I say so."):
        assert "your own" in grade(question.id, copied).message, copied
        assert repr(grade(question.id, copied)).startswith(f"? {question.id}  Too short yet.")
    assert grade(question.id, f"{question.asks} {text}").heading == feedback.KEPT
    repeated = grade(question.id, "junta " * 400)
    assert repeated.heading == "Not kept yet" and "repeats a few words" in repeated.message
    short = grade(question.id, "One word is not enough.")
    assert short.heading == "Too short yet"
    assert f"5 of {question.reads.least} words" in short.message


def test_a_text_is_judged_without_exercises_too(monkeypatch, tmp_path):
    monkeypatch.setattr(judging, "find_data", lambda: tmp_path / "data")
    judging._in_exercise.cache_clear()
    (question,) = (q for q in ALL if q.id == "1.8")
    assert grade("1.8", answers("RIGHT", question)[0]).heading == feedback.KEPT
    assert "your own" in grade("1.8", " ".join([question.asks, *question.rubric])).message
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "01_reading.ipynb").write_text("broken", encoding="utf-8")
    judging._in_exercise.cache_clear()
    assert grade("1.8", answers("RIGHT", question)[0]).heading == feedback.KEPT
    judging._in_exercise.cache_clear()


def test_a_mistake_in_one_part_says_in_which():
    labels = dict(answers("RIGHT", questions.find("1.6"))[0])
    verdict = grade("1.6", {**labels, "foe": "neutral"})
    assert verdict.misconception == "loaded_word"
    assert verdict.message.endswith("Look again at `foe`.")
    strict = grade("1.6", dict.fromkeys(labels, "loaded"))
    assert strict.misconception == "too_many" and "Look again" not in strict.message
    signs = answers("RIGHT", questions.find("7.1"))[0]
    two = grade("7.1", {**signs, "E30": 0, "E22": 1})
    assert two.misconception == "sign_flipped"
    assert two.message.endswith("Look again at `E22`. `E30` does not stand either.")
    many = grade("1.6", dict.fromkeys(labels, "neutral") | {"visit": "loaded", "rare": "loaded"})
    assert many.message.endswith("`hard line` and `foe`. `visit` does not stand either.")
    both = grade("4.2", {"actor": "NER_CNSP", "recipient": "USA_GOV", "event_type": "SANCTION"})
    assert both.misconception == "reversed" and "Look again" not in both.message


def test_more_than_was_asked_is_said_to_be_more():
    tones = answers("RIGHT", questions.find("1.6"))[0]
    open_keys = replace(
        questions.find("1.6"), reads=Keyed(Words(), Choice(("loaded", "neutral")), "one tone")
    )
    verdict = judged(open_keys, {**tones, "desert": "neutral", "evening": "neutral"})
    assert verdict.message == "All that is asked stands. Leave out `desert` and `evening`."
    many = judged(open_keys, {**tones, **dict.fromkeys("abcd", "neutral")})
    assert many.message.endswith("Leave out `a` and `b` and `c` and 1 more.")


def test_what_a_table_holds_beside_what_is_asked_is_left_aside():
    case = read_case("niger_2024")
    states = case.events["actor"].map(roll_up(case.actors)).value_counts()
    assert {"FRA", "RUS"} < set(states.index)
    assert grade("2.6", states).state is Standing.RIGHT
    verdict = grade("2.6", states + 1)
    assert verdict.state is Standing.NOT_YET and verdict.parts == (0, 2)
    tellings = dict(answers("RIGHT", questions.find("1.2"))[0])
    assert grade("1.2", {**tellings, "E02": "no idea"}).state is Standing.RIGHT
    assert "`E02` is none of the choices" in grade("1.2", {"E02": "fact"}).message


def test_a_reason_for_a_wrong_answer_is_not_dropped_in_silence():
    why = "A minister has a family"
    allowed = answers("RIGHT", questions.find("12.1"))[0]
    assert "Your reason is read where" in grade("12.1", {**allowed, "a": False}, why=why).message
    assert "Your reason is read where" in grade("1.5", "a", why=why).message
    assert "Your reason" not in grade("1.5", "a").message + grade("1.5", "b", why=why).message


def test_a_length_shown_as_an_example_does_not_answer_the_question_of_the_window():
    asked = questions.find("alliances.hide_one_keep_one")
    for example in re.findall("`([^`]+)`", asked.reads.fields["window"].expects):
        verdict = grade(asked.name, {"rule": "latest", "window": example.strip('"')})
        assert verdict.state is Standing.NOT_YET


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("2.8", 6, 'a dict with the keys `levels` and `count`, such as `{"levels": ..., "count'),
        ("11.8", {"T050": 3, "T056": 1}, "a value for each name; the names alone come by `list"),
        ("1.4", (79, 0), "Python writes a point"),
        ("4.5", (0, 79), "Python writes a decimal with a point"),
        ("4.3", {"COERCE", "SANCTION", "CONSULT", "RETREAT"}, "A set, in braces, has no order"),
        ("4.1", [("E02", "event"), ("e02", "state")], "`e02` is there twice, with two answers"),
        ("2.2", {"names": 9, "Names": 8, "actors": 5}, "The key `names` is there twice"),
        ("4.5", pd.DataFrame({"x": range(10**6)}), "1,000,000 rows, so it is some other table"),
        ("1.1", "a:" + " " * 1_000_000 + "!", "This text has 1,000,003 characters"),
        ("1.4", "0.8 %", "less than one in a hundred"),
        ("1.4", "31 people", "write the figure alone"),
        ("1.5", "b: the day is wrong", "give the letter alone"),
        ("4.5", "2 of 5", "has a denominator; the count alone"),
        ("7.1", {"E24": "neutral"}, "for neither of the two write `0`"),
        ("7.6", {"NER and USA": -1}, "`{'NER and USA': -1}` is not read as ties"),
        ("7.7", pd.DataFrame({"sign": [1]}), "This is a table; give the drawing itself"),
        ("7.7", nx.path_graph(3), "a network that is not drawn yet"),
        ("11.6", pd.DataFrame({"status": ["open"]}), "This is a table; give the drawing itself"),
        ("7.8", {"ties": pd.DataFrame({"sign": []}), "unknown": 15}, "try them one at a time"),
        ("5.8", {"keywords": {}, "precision": 1, "recall": 1}, "At `keywords`: this is empty"),
        ("12.8", {"sentence": "C07", "really": "2001"}, "such as `3`"),
    ],
)
def test_what_cannot_be_read_is_answered_with_a_next_step(question, answer, said):
    verdict = grade(question, answer)
    assert verdict.state is Standing.UNREADABLE and said in verdict.message


def test_a_month_in_words_is_asked_for_as_a_number():
    written = dict(answers("RIGHT", questions.find("3.1"))[0])
    for words in ("July 2023", "juillet 2023"):
        verdict = grade("3.1", {**written, "D10": words})
        assert (
            verdict.state is Standing.UNREADABLE and "the month with its number" in verdict.message
        )


def test_the_expected_answer_follows_the_case():
    case = read_case("niger_2024")
    assert grade("1.1", "USA_DOD", case=case).state is Standing.NOT_YET
    events = case.events.copy()
    events.loc[events["event_id"] == "E19", "attributed_to"] = "USA_DOD"
    changed = Case(**{**case.__dict__, "events": events})
    assert grade("1.1", "USA_DOD", case=changed).state is Standing.RIGHT
    assert grade("1.1", "NER_CNSP", case=changed).state is not Standing.RIGHT


def test_an_unknown_question_is_answered_in_a_sentence():
    for asked in ("9", "99.1", "1.99", "²", "agreement", None, 4.3, object(), Hostile()):
        verdict = grade(asked, 1)
        assert verdict.state is Standing.UNREADABLE and "question" in verdict.message


def test_a_verdict_escapes_what_a_student_wrote():
    verdict = grade("1.1", "<script>alert(1)</script>")
    shown = verdict._repr_mimebundle_()["text/html"]
    assert "<script>" not in shown and "&lt;script&gt;" in shown
    assert verdict.state.value in shown and verdict.state.value in repr(verdict)


@pytest.mark.slow
def test_an_exercise_full_of_wrong_answers_runs_clean_and_explains_each(tmp_path):
    """Every question is checked in a kernel with two wrong answers of the bank."""
    tests = Path(__file__).parent
    cells = [
        nbformat.v4.new_code_cell(
            f"import sys\nsys.path.insert(0, {str(tests)!r})\n"
            "from realignment import check, questions\nfrom tools.weaken import answers, made"
        )
    ]
    for question in ALL:
        for number in (0, -1):
            cells.append(
                nbformat.v4.new_code_cell(
                    f"asked = questions.find({question.id!r})\n"
                    f"check({question.id!r}, made(answers('WRONG', asked)[{number}][0], asked))"
                )
            )
    book = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(
        book, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    for cell in book.cells[1:]:
        (output,) = cell.outputs
        said = output["data"]["text/plain"]
        assert re.search("Not yet|Cannot read this|Too short yet|Not kept", said), cell.source
        assert "rr-note" in output["data"]["text/html"]
