"""Every number in the prose is computed from the data, or it is said why it is no fact.

Behind a number of a lesson or its exercise stands a mark that no page shows: ``104<!--acts-->``.
``tests/facts/lesson_NN.py`` holds, for the lesson, its exercise and the texts of its questions:

``FACTS``
    The name in the mark, and a function that computes the number in front of it. A function that
    returns several numbers has marks ``acts.1``, ``acts.2``; one that returns none has its mark
    behind a statement, and holds what is said there.
``NO_FACTS``
    The name in the mark of a number that states nothing about the world or the data, and the
    reason.

A question's texts are Python and bear no marks. Their facts are named by the question and the
text (``"count_triangles why"``, ``"count_triangles hint 1"``, or the name of a misconception); the
function computes the numbers of that text, in their order.
"""

from __future__ import annotations

import ast
import json
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from nbconvert.filters import markdown2html
from numerals import Number, numbers
from world import values

from realignment import questions
from tools.named import Mark, plain, read

ROOT = Path(__file__).resolve().parent.parent
LESSONS = [path.stem for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]

_POINTERS = re.compile(
    # what points at a place in the module or the story, and what other tests hold
    r"`[^`]*`|\*\d+ minutes in\*|\(\*?(?:Exercises? )?\d+\.\d+\*?(?:, \d+\.\d+)*\)"
    r"|\b(?:[Ss]entences?|[Ll]essons?|[Ee]xercises?|[Qq]uestions?|[Pp]aragraphs?|[Rr]ows?|chapter)"
    r" \d[\d.]*(?:(?:,| and| to| or|, and) \d[\d.]*)*"
    r"|\b\d{1,2}(?:st|nd|rd|th)?(?: and \d{1,2})? (?:of )?(?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December)\b|\b(?:1[89]|20)\d\d\b"
    r"|^\d+\. |\*\*\d+\.\d+\*\*|^#+ (?:Exercise )?\d[\d.]*",
    flags=re.MULTILINE,
)
_TIMES = re.compile(
    r"^\*(?:Part I+, \w+\. )?(\d+) minutes\b(?:, then (\d+) for the exercise)?", re.MULTILINE
)
"""The line of a lesson that says how long it takes, and how long its exercise."""
_HEAD = re.compile(r"\b(\w+) questions(?: on lesson (\d\d))?\. About (\d+) minutes\b")
"""The line of an exercise that says how many questions it has, and how long they take."""


@cache
def cells(path: Path) -> list[str]:
    """Return the Markdown of a notebook, cell by cell, up to its further reading."""
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    told = ["".join(cell["source"]) for cell in found if cell["cell_type"] == "markdown"]
    last = next((n for n, text in enumerate(told) if "## Further reading" in text), len(told))
    return told[:last] + [text.split("## Further reading")[0] for text in told[last : last + 1]]


def of_notebook(path: Path) -> str:
    return plain("\n\n".join(cells(path)))


def pages(lesson: str) -> list[Path]:
    """Return the notebooks of a lesson, of which the exercise is made from the solution."""
    paths = [ROOT / folder / f"{lesson}.ipynb" for folder in ("notebooks", "solutions")]
    return [path for path in paths if path.exists()]


@cache
def marked(lesson: str) -> tuple[str, list[Mark]]:
    """Return the prose of a lesson and of its exercise, and the marks in it."""
    return read("\n\n".join(text for path in pages(lesson) for text in cells(path)))


@cache
def asked(lesson: str) -> dict[str, str]:
    """Return the texts of a lesson's questions, each by its question and its place in it."""
    number = int(lesson[:2])
    found: dict[str, str] = {}
    for question in questions.of_lesson(number) if number in questions.lessons() else ():
        name = question.name.split(".")[1]
        found |= {f"{name} asks": question.asks, f"{name} why": question.why}
        for kind, texts in (("hint", question.hints), ("rubric", question.rubric)):
            found |= {f"{name} {kind} {n}": text for n, text in enumerate(texts, start=1)}
        met: Counter[str] = Counter()
        for mistake in question.mistakes:
            met[mistake.misconception] += 1
            again = met[mistake.misconception]
            place = f"{name} {mistake.misconception}"
            found[place if again == 1 else f"{place} {again}"] = mistake.says
    return found


@cache
def told(lesson: str) -> dict[str, dict[str, Any]]:
    names = runpy.run_path(str(facts_of(lesson)))
    return {"facts": names["FACTS"], "no_facts": names["NO_FACTS"]}


def facts_of(lesson: str) -> Path:
    return ROOT / "tests" / "facts" / f"lesson_{lesson[:2]}.py"


def names_a_text(name: str) -> bool:
    """Tell whether a fact is that of a question's text, and not of a mark."""
    return " " in name


CASES = [(lesson, name) for lesson in LESSONS for name in told(lesson)["facts"]]


@pytest.mark.parametrize(("lesson", "name"), CASES)
def test_a_fact_in_prose_is_what_the_data_say(lesson, name):
    computed = values(told(lesson)["facts"][name])
    if names_a_text(name):
        assert name in asked(lesson), "no question of this lesson has this text"
        text = asked(lesson)[name]
        assert _in_order(computed, text, lesson) is not None, (computed, text)
        return
    text, marks = marked(lesson)
    ours = [mark for mark in marks if mark.name == name]
    assert ours, f"no number has the mark <!--{name}-->: take its fact out, or mark the number"
    written = {number.end: number.value for number in numbers(text)}
    for mark in ours:
        around = text[max(0, mark.at - 60) : mark.at + 20]
        if not computed:
            assert mark.at not in written, f"nothing computes the number in {around!r}"
            continue
        assert mark.at in written, f"no number stands in front of <!--{name}--> in {around!r}"
        assert mark.which <= len(computed), f"{name} has {len(computed)} numbers: {around!r}"
        assert computed[mark.which - 1] == written[mark.at], (computed, around)
    assert {mark.which for mark in ours} == set(range(1, max(len(computed), 1) + 1)), (
        f"{name} computes {computed}: mark each of these numbers"
    )


def _in_order(computed: list[Any], text: str, lesson: str) -> list[Number] | None:
    """Return the numbers of a text that are equal to the computed ones, in their order.

    Numbers that point at a place are looked at only where the others do not fit.
    """
    free = _free(text, lesson)
    every = numbers(text)
    for those in ([n for n in every if not _within(n, free)], every):
        left = iter(those)
        found = [next((n for n in left if value == n.value), None) for value in computed]
        if None not in found:
            return found
    return None


@cache
def promised(lesson: str) -> tuple[int, ...]:
    """Return the minutes that the README's table gives a lesson, and its exercise if it has one."""
    rows = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    [row] = [row for row in rows if row.startswith("|") and f"notebooks/{lesson}.ipynb" in row]
    return tuple(int(cell) for cell in row.split("|") if cell.strip().isdigit())[1:]


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_takes_the_minutes_that_the_readme_gives_it(lesson):
    [said] = _TIMES.findall(of_notebook(ROOT / "notebooks" / f"{lesson}.ipynb"))
    assert tuple(int(minutes) for minutes in said if minutes) == promised(lesson)


@pytest.mark.parametrize("lesson", LESSONS[1:])
def test_an_exercise_has_the_questions_and_the_minutes_that_it_says(lesson):
    [said] = _HEAD.findall(of_notebook(ROOT / "solutions" / f"{lesson}.ipynb"))
    count, of, minutes = said
    assert [number.value for number in numbers(count)] == [
        len(questions.of_lesson(int(lesson[:2])))
    ]
    assert of in ("", lesson[:2])
    assert int(minutes) == promised(lesson)[1]


def _own_questions(lesson: str) -> list[re.Pattern]:
    """Return what points at a question that the lesson has, as in "your labels of 1.2"."""
    if int(lesson[:2]) not in questions.lessons():
        return []
    ids = "|".join(re.escape(question.id) for question in questions.of_lesson(int(lesson[:2])))
    return [re.compile(rf"\bof (?:{ids})\b(?!\d)")]


def _free(text: str, lesson: str) -> list[tuple[int, int]]:
    """Return the stretches of a text in which a number points at a place."""
    forms = (_POINTERS, _TIMES, _HEAD, *_own_questions(lesson))
    return [match.span() for form in forms for match in form.finditer(text)]


def _within(number: Number, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= number.start < end for start, end in stretches)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_number_is_a_fact_or_it_is_said_why_not(lesson):
    file = facts_of(lesson).relative_to(ROOT).as_posix()
    left = [*_unmarked(lesson), *_not_computed(lesson)]
    assert not left, (
        f"no fact and no reason in {file}. A number of a notebook needs a mark behind it, "
        "104<!--acts-->, and a function under FACTS['acts']; one of a question's text a function "
        "under the name before the colon:\n" + "\n".join(left)
    )


def _unmarked(lesson: str) -> Iterator[str]:
    """Yield what surrounds each number of the notebooks that has no mark and needs one."""
    text, marks = marked(lesson)
    behind, free = {mark.at for mark in marks}, _free(text, lesson)
    for number in numbers(text):
        if number.value > 2 and number.end not in behind and not _within(number, free):
            yield text[max(0, number.start - 60) : number.start + 40].replace("\n", " ")


def _not_computed(lesson: str) -> Iterator[str]:
    """Yield the texts of questions with a number that no fact computes."""
    for name, text in asked(lesson).items():
        if name in told(lesson)["no_facts"]:
            continue
        fact = told(lesson)["facts"].get(name)
        computed = _in_order(values(fact), text, lesson) if fact else []
        free = _free(text, lesson)
        for number in numbers(text):
            needs = number.value > 2 and not _within(number, free)
            if needs and number not in (computed or []):
                yield f"{name}: {text[max(0, number.start - 60) : number.start + 40]}"


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_name_is_of_a_fact_or_of_a_reason_and_of_one_only(lesson):
    facts, no_facts = told(lesson)["facts"], told(lesson)["no_facts"]
    used = {mark.name for mark in marked(lesson)[1]}
    file = facts_of(lesson).relative_to(ROOT).as_posix()
    assert used <= set(facts) | set(no_facts), f"{file} has no fact for these marks"
    assert set(no_facts) <= used | set(asked(lesson)), f"{file}: no mark has these names"
    assert not {name for name in set(facts) & set(no_facts) if not names_a_text(name)}, file


def _literals(node: ast.expr, module: dict[str, ast.AST]) -> Iterator[float]:
    """Yield the numbers that an expression gives back as they are typed, and computes nothing."""
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            yield value
        case ast.Lambda(body=body):
            yield from _literals(body, module)
        case ast.UnaryOp(operand=inner) | ast.Starred(value=inner):
            yield from _literals(inner, module)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _literals(part, module)
        case ast.IfExp(body=one, orelse=other):
            yield from _literals(one, module)
            yield from _literals(other, module)
        case ast.Name(id=name):
            yield from _returned(module.get(name), module)
        case ast.Call(func=ast.Name(id="checked"), args=[_, *given]):
            for part in given:
                yield from _literals(part, module)
        case ast.Call(func=ast.Name(id="several"), args=given):
            for part in given:
                yield from _literals(part, module)
        case ast.Call(func=ast.Name(id="Above" | "Below" | "int" | "float"), args=[first, *_]):
            yield from _literals(first, module)
        case ast.Call(func=ast.Name(id=name)):
            yield from _returned(module.get(name), module)


def _returned(node: ast.AST | None, module: dict[str, ast.AST]) -> Iterator[float]:
    """Yield the literals of a function's returns, or of a variable."""
    if isinstance(node, ast.FunctionDef):
        inner = module | _assigned(node)
        for step in ast.walk(node):
            if isinstance(step, ast.Return) and step.value is not None:
                yield from _literals(step.value, inner)
    elif isinstance(node, ast.expr):
        # without itself, as in ``left = left + 1``
        yield from _literals(node, {name: at for name, at in module.items() if at is not node})


def _assigned(scope: ast.Module | ast.FunctionDef) -> dict[str, ast.AST]:
    """Return the functions and the variables of a scope, each with what it is set to."""
    found: dict[str, ast.AST] = {}
    for step in scope.body:
        match step:
            case ast.FunctionDef(name=name):
                found[name] = step
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = value
    return found


def literal_facts(source: str) -> dict[str, list[float]]:
    """Return the facts of a file that give back a number as somebody typed it."""
    module = _assigned(ast.parse(source))
    facts = module["FACTS"]
    assert isinstance(facts, ast.Dict)
    found = {
        ast.literal_eval(key): list(_literals(value, module))
        for key, value in zip(facts.keys, facts.values, strict=True)
    }
    return {name: typed for name, typed in found.items() if typed}


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_fact_compares_the_prose_with_a_number_that_somebody_typed(lesson):
    typed = literal_facts(facts_of(lesson).read_text(encoding="utf-8"))
    assert not typed, "compute these from the data; a number up to 2 needs no fact"


@pytest.mark.parametrize(
    "typed",
    [
        "FACTS = {'acts': lambda: 104}",
        "FACTS = {'acts': lambda: [len(acts()), 2]}",
        "FACTS = {'acts': lambda: checked(so(), 104)}",
        "def acts():\n    return 104 if so() else 0\n\nFACTS = {'acts': acts}",
        "def acts():\n    count = 104\n    return [count]\n\nFACTS = {'acts': lambda: acts()}",
        "ACTS = 104\nFACTS = {'acts': lambda: ACTS}",
        "FACTS = {'acts': several(acts, lambda: 104)}",
        "FACTS = {'acts': lambda: Above(104, within=3)}",
    ],
)
def test_a_typed_number_is_found_however_it_is_given_back(typed):
    assert literal_facts(typed)


def test_a_computed_number_is_no_typed_one():
    assert not literal_facts("FACTS = {'acts': lambda: len(acts()) - 1}")


PAGES = [path for lesson in LESSONS for path in pages(lesson)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_page_shows_a_mark(path):
    """A mark within code or a fence would be shown, and one beside an asterisk can undo it."""
    for text in cells(path):
        shown = re.sub(r"<!--.*?-->", "", markdown2html(text))
        assert shown == markdown2html(plain(text))
