"""The questions of the exercises: readable Python, one module a lesson.

A question says what it asks, how an answer is read, where the expected answer comes from (a
function of the case, so that a changed coding changes the answer), which other answers can be
defended, which mistakes it recognises, its hints and its solution. ``tests/answers/`` holds, for
each, right and wrong answers that it must tell apart.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from realignment.answers import Essay, Reader, shown
from realignment.cases import Case
from realignment.errors import ReadingError
from realignment.events import alternatives
from realignment.questions.misconceptions import MISCONCEPTIONS


@dataclass(frozen=True)
class Mistake:
    """A mistake that a question recognises.

    Attributes
    ----------
    misconception
        Its name in :data:`~realignment.questions.misconceptions.MISCONCEPTIONS`.
    when
        A function of the read answer and the case that tells whether it shows this mistake.
    says
        What to say to the student here, if more particular than the misconception's own sentence.
        It must not give the answer away.
    """

    misconception: str
    when: Callable[[Any, Case], bool]
    says: str = ""

    def __post_init__(self) -> None:
        if self.misconception not in MISCONCEPTIONS:
            raise KeyError(f"{self.misconception!r} is no known misconception")


@dataclass(frozen=True)
class Question:
    """One question of an exercise.

    Attributes
    ----------
    id
        Lesson and number, such as ``"4.3"``. It may change when a lesson changes.
    name
        The lesson's topic and the idea, such as ``"agreement.kappa_by_hand"``. It never changes.
    asks
        The question in one line.
    objective
        Which objective of the lesson it tests, 1 for the first.
    reads
        How an answer is read.
    expected
        The expected value (as ``reads`` returns it), from the case.
    defensible
        Other values that can be defended, with the reason: ``{value: reason}``; for an answer of
        several parts ``{key: {value: reason}}``.
    mistakes
        The mistakes it recognises; the first that fits is named.
    hints
        Two or three, from a nudge to the last step before the answer.
    solution
        The code that answers it, as the solution notebook has it.
    why
        Why that is the answer, in a few sentences.
    by_part
        Whether an answer has parts that are judged one by one (a dict).
    same
        How a value is compared with the expected one, if not by equality.
    case
        The case that it is about.
    rubric
        For an open question: what a good answer does. It is never marked wrong.
    """

    id: str
    name: str
    asks: str
    objective: int
    reads: Reader
    hints: Sequence[str]
    solution: str
    why: str
    expected: Callable[[Case], Any] | None = None
    defensible: Callable[[Case], Mapping] = field(default=lambda case: {})
    mistakes: Sequence[Mistake] = ()
    by_part: bool = False
    same: Callable[[Any, Any, Case], bool] = lambda given, expected, case: given == expected
    case: str = "niger_2024"
    rubric: Sequence[str] = ()

    def __post_init__(self) -> None:
        is_open = isinstance(self.reads, Essay)
        if is_open != bool(self.rubric) or is_open == (self.expected is not None):
            raise ValueError(f"{self.id}: an open question has a rubric, any other an answer")
        if not 2 <= len(self.hints) <= 3:
            raise ValueError(f"{self.id}: expected two or three hints")

    @property
    def lesson(self) -> int:
        """Number of the lesson."""
        return int(self.id.split(".")[0])


def lessons() -> list[int]:
    """Return the numbers of the lessons that have questions."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(int(n.removeprefix("lesson_")) for n in names if n.startswith("lesson_"))


def of_lesson(number: int) -> list[Question]:
    """Return the questions of a lesson, in their order."""
    return importlib.import_module(f"{__name__}.lesson_{number:02}").QUESTIONS


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


def row(case: Case, event_id: str) -> dict[str, Any]:
    """Return one row of the reference coding."""
    return case.events.set_index("event_id").loc[event_id].to_dict()


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


def same_actor(given: Any, expected: Any, case: Case) -> bool:
    """Compare actors: the same id, or the codebook's code of it."""
    if given == expected:
        return True
    mine = case.actors.loc[case.actors["actor_id"] == expected, "code"]
    return len(mine) == 1 and given == mine.iloc[0]


def part(key: Any, value: Any) -> Callable[[Any, Case], bool]:
    """Return a test for one part of an answer: whether the answer at ``key`` is ``value``."""
    return lambda given, case: given.get(key) == value


def value(*wrong: Any) -> Callable[[Any, Case], bool]:
    """Return a test for a whole answer: whether it is one of these values."""
    return lambda given, case: given in wrong
