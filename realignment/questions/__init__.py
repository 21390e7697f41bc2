"""The questions of the exercises: readable Python, one module a lesson.

A question says what it asks, how an answer is read, where the expected answer comes from (a
function of the case, so that a changed coding changes the answer), which other answers can be
defended, which mistakes it recognises, its hints and its solution. ``tests/answers/`` holds, for
each, right and wrong answers that it must tell apart.

==================  ===============================================================================
``question``        what a question is, and a mistake that it recognises
``slips``           the tests that many questions have in common, each named once
``drawings``        rules that judge a drawn network
``misconceptions``  the mistakes by name: a sentence to the student, a note to the instructor
``first_edition``   which question had which number in the first edition
``lesson_01`` ...   the questions
==================  ===============================================================================
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import Any

from realignment.answers import once_a_case, shown
from realignment.cases import Case
from realignment.errors import ReadingError
from realignment.events import alternatives
from realignment.questions.question import Mistake, Question, Test, computed, options

__all__ = [
    "Mistake",
    "Question",
    "Test",
    "also_coded",
    "coded",
    "computed",
    "find",
    "lessons",
    "of_lesson",
    "options",
    "part",
    "row",
    "row_alternatives",
    "same_actor",
    "value",
]


def lessons() -> list[int]:
    """Return the numbers of the lessons that have questions."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(int(n.removeprefix("lesson_")) for n in names if n.startswith("lesson_"))


def of_lesson(number: int) -> list[Question]:
    """Return the questions of a lesson, in their order."""
    module = importlib.import_module(f"{__name__}.lesson_{number:02}")
    asked: list[Question] = module.QUESTIONS
    return asked


@cache
def _by_name() -> dict[str, str]:
    """Return the id of each question by its name."""
    return {question.name: question.id for number in lessons() for question in of_lesson(number)}


def find(asked: object) -> Question:
    """Return a question by its id or its name.

    Parameters
    ----------
    asked
        Such as ``"5.2"`` or ``"agreement.kappa_by_hand"``.

    Raises
    ------
    ReadingError
        If there is none; the sentence names those that there are.
    """
    text = shown(asked).strip()
    if not text[:1].isdecimal():
        text = _by_name().get(text, text)
    number = text.split(".")[0]
    if number.isdecimal() and int(number) in lessons():
        questions = of_lesson(int(number))
        for question in questions:
            if question.id == text:
                return question
        raise ReadingError(
            f"There is no question {text!r}; lesson {number} has "
            f"{questions[0].id} to {questions[-1].id}."
        )
    raise ReadingError(
        f"There is no question {text!r}; expected a lesson's number and a question's, such as "
        "'4.3'."
    )


# What most questions need, so that a lesson's module can be short.


@once_a_case
def row(case: Case, event_id: str) -> dict[str, Any]:
    """Return one row of the reference coding."""
    coded = case.events.set_index("event_id").loc[event_id]
    return {str(column): value for column, value in coded.items()}


@once_a_case
def row_alternatives(case: Case, event_id: str, column: str) -> dict[str, str]:
    """Return the defensible values of one column of one row, with their reasons.

    For a column that holds an actor, the actors above it count too: to name the state where the
    reference names its government is less exact, not wrong.
    """
    listed = alternatives(case.events)
    mine = listed[(listed["event_id"] == event_id) & (listed["field"] == column)]
    found = dict(zip(mine["value"], mine["reason"], strict=True))
    if column in ("actor", "recipient"):
        above = case.actors.set_index("actor_id")["parent"]
        actor = above.get(row(case, event_id)[column], "")
        while actor:
            found.setdefault(actor, "named at a higher level than in the reference coding")
            actor = above[actor]
    return found


def coded(event_id: str, *fields: str) -> Callable[[Case], dict[str, str]]:
    """Return what gives some fields of a row of the reference coding."""
    return lambda case: {name: row(case, event_id)[name] for name in fields}


def also_coded(event_id: str, *fields: str) -> Callable[[Case], dict[str, dict[str, str]]]:
    """Return what gives the defensible values of some fields of a row, with their reasons."""
    return lambda case: {name: row_alternatives(case, event_id, name) for name in fields}


def same_actor(given: Any, expected: Any, case: Case) -> bool:
    """Compare actors: the same id, or the codebook's code of it."""
    if given == expected:
        return True
    mine = case.actors.loc[case.actors["actor_id"] == expected, "code"]
    return len(mine) == 1 and given == mine.iloc[0]


def part(key: Any, value: Any) -> Test:
    """Return a test for one part of an answer: whether the answer at ``key`` is ``value``."""
    return lambda given, expected, case: given.get(key) == value


def value(*wrong: Any) -> Test:
    """Return a test for a whole answer: whether it is one of these values."""
    return lambda given, expected, case: given in wrong
