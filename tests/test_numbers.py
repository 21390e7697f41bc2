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
    r"|^\d+\. |\*\*\d+\.\d+\*\*|^#+ .*$",
    flags=re.MULTILINE,
)


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
        for text in (question.asks, *question.hints, question.why, *question.rubric,
                     *(mistake.says for mistake in question.mistakes))
    )  # fmt: skip


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


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_number_is_a_fact_or_it_is_said_why_not(lesson):
    text = prose(lesson)
    free = [match.span() for match in _POINTERS.finditer(text)]
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
