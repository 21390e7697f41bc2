"""Every number in the prose is computed from the data, or it is said why it is no fact.

``tests/facts/lesson_NN.py`` holds, for the lesson, its exercise and the texts of its questions:

``FACTS``
    A piece of the prose, and a function that computes its numbers, all of them, in their order.
``NO_FACTS``
    A piece of the prose whose numbers state nothing about the world or the data, and the reason.
"""

from __future__ import annotations

import json
import re
import runpy
from functools import cache
from pathlib import Path

import pytest
from numerals import numbers

from realignment import questions

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


def of_notebook(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    text = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    return text.split("## Further reading")[0]


def of_questions(lesson: str) -> str:
    number = int(lesson[:2])
    if number not in questions.lessons():
        return ""
    asked = questions.of_lesson(number)
    return "\n\n".join(
        text
        for question in asked
        for text in (
            question.asks,
            *question.hints,
            question.why,
            *question.rubric,
            *(mistake.says for mistake in question.mistakes),
        )
    )


@cache
def prose(lesson: str) -> str:
    """Return what a lesson, its exercise and its questions say."""
    solution = ROOT / "solutions" / f"{lesson}.ipynb"
    parts = [of_notebook(ROOT / "notebooks" / f"{lesson}.ipynb")]
    parts += [of_notebook(solution)] if solution.exists() else []
    return "\n\n".join([*parts, of_questions(lesson)])


@cache
def told(lesson: str) -> dict:
    names = runpy.run_path(str(ROOT / "tests" / "facts" / f"lesson_{lesson[:2]}.py"))
    return {"facts": names["FACTS"], "no_facts": names["NO_FACTS"]}


CASES = [(lesson, piece) for lesson in LESSONS for piece in told(lesson)["facts"]]


@pytest.mark.parametrize(("lesson", "piece"), CASES)
def test_a_fact_in_prose_is_what_the_data_say(lesson, piece):
    assert piece in prose(lesson), "the prose has changed: change its fact with it"
    computed = told(lesson)["facts"][piece]()
    computed = list(computed) if isinstance(computed, (tuple, list)) else [computed]
    assert computed == [value for _, value in numbers(piece)]


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
    assert [value for _, value in numbers(count)] == [len(questions.of_lesson(int(lesson[:2])))]
    assert of in ("", lesson[:2])
    assert int(minutes) == promised(lesson)[1]


def _own_questions(lesson: str) -> list[re.Pattern]:
    """Return what points at a question that the lesson has, as in "your labels of 1.2"."""
    if int(lesson[:2]) not in questions.lessons():
        return []
    ids = "|".join(re.escape(question.id) for question in questions.of_lesson(int(lesson[:2])))
    return [re.compile(rf"\bof (?:{ids})\b(?!\d)")]


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_number_is_a_fact_or_it_is_said_why_not(lesson):
    text = prose(lesson)
    forms = (_POINTERS, _TIMES, _HEAD, *_own_questions(lesson))
    free = [match.span() for form in forms for match in form.finditer(text)]
    for piece in [*told(lesson)["facts"], *told(lesson)["no_facts"]]:
        found = [match.start() for match in re.finditer(re.escape(piece), text)]
        assert found, f"no longer in the prose: {piece}"
        free += [(start, start + len(piece)) for start in found]
    left = [
        text[max(0, at - 60) : at + 40].replace("\n", " ")
        for at, value in numbers(text)
        if value not in (0, 1, 2) and not any(start <= at < end for start, end in free)
    ]
    assert not left, "\n".join(left)
