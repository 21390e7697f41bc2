"""What a question is, and what a mistake is that it recognises."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from realignment.answers import Essay, Reader, once_a_case
from realignment.cases import Case
from realignment.questions.misconceptions import MISCONCEPTIONS

Test = Callable[[Any, Any, Case], bool]
"""Whether a read answer, beside the expected one and in a case, shows something."""


@once_a_case
def computed(case: Case, function: Callable[[Case], Any]) -> Any:
    """Return what a function makes of a case, computed once for each case.

    A check tries many mistakes, and each compares the answer with some value of the case.
    """
    return function(case)


@dataclass(frozen=True)
class Mistake:
    """A mistake that a question recognises.

    Attributes
    ----------
    misconception
        Its name in :data:`~realignment.questions.misconceptions.MISCONCEPTIONS`.
    when
        Tells of the read answer, the expected one and the case whether it shows this mistake: that
        the answer is what this mistake gives. Of an answer with several parts those that stand
        show none.
    says
        What to say to the student here, if more particular than the misconception's own sentence.
        It must not give the answer away.
    """

    misconception: str
    when: Test
    says: str = ""

    def __post_init__(self) -> None:
        if self.misconception not in MISCONCEPTIONS:
            raise KeyError(f"{self.misconception!r} is no known misconception")

    def saying(self, words: str) -> Mistake:
        """Return this mistake with words of its own."""
        return replace(self, says=words)

    def told(self) -> str:
        """Return what is said to the student."""
        return self.says or MISCONCEPTIONS[self.misconception].to_student


def options(**wrong: str) -> list[Mistake]:
    """Return a mistake for each wrong option of a choice.

    Parameters
    ----------
    wrong
        Option to ``"misconception"``, or to ``"misconception: what to say"``.
    """
    return [_of_option(option, text) for option, text in wrong.items()]


def _of_option(option: str, text: str) -> Mistake:
    name, _, words = text.partition(": ")
    return Mistake(name, lambda given, expected, case: bool(given == option), words)


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
        How an answer is read, and when two values mean the same. An answer of several parts (a
        ``Keyed`` or ``Fields`` with a dict expected) is judged part by part.
    hints
        Two or three, from a nudge to the last step before the answer: a list, or one text with a
        dash before each.
    solution
        The code that answers it. It runs in the exercise, in place of the starter.
    why
        Why that is the answer, in a few sentences.
    expected
        The expected value (as ``reads`` returns it), from the case. None for an open question, and
        where an answer is judged by an earlier one of the student's own (``same``).
    defensible
        Other values that can be defended, with the reason: ``{value: reason}``; for an answer of
        several parts ``{key: {value: reason}}``, or, where they are judged together by ``same``,
        ``{(value, value): reason}`` in the order of the parts.
    mistakes
        The mistakes it recognises; the first that fits is named.
    same
        How a value is compared with the expected one, if not as its reader does.
    case
        The case that it is about.
    rubric
        For an open question: what a good answer does, as hints are given. It is never marked wrong.
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
    defensible: Callable[[Case], Mapping[Any, Any]] = lambda case: {}
    mistakes: Sequence[Mistake] = ()
    same: Test | None = None
    case: str = "niger_2024"
    rubric: Sequence[str] = ()

    def __post_init__(self) -> None:
        texts = {
            "hints": _points(self.hints),
            "rubric": _points(self.rubric),
            "why": " ".join(self.why.split()),
            "solution": textwrap.dedent(self.solution).strip("\n"),
        }
        for field, value in texts.items():
            object.__setattr__(self, field, value)
        is_open = isinstance(self.reads, Essay)
        is_judged = self.expected is not None or self.same is not None
        if is_open != bool(self.rubric) or is_open == is_judged:
            raise ValueError(f"{self.id}: an open question has a rubric, any other an answer")
        if not 2 <= len(self.hints) <= 3:
            raise ValueError(f"{self.id}: expected two or three hints")

    @property
    def lesson(self) -> int:
        """Number of the lesson."""
        return int(self.id.split(".")[0])

    def answer(self, case: Case) -> Any:
        """Return the expected value in a case; None where an answer is judged by itself."""
        return None if self.expected is None else computed(case, self.expected)

    def allowed(self, case: Case) -> Mapping[Any, Any]:
        """Return the other values that can be defended in a case, with their reasons."""
        found: Mapping[Any, Any] = computed(case, self.defensible)
        return found

    def defence(self, value: Any, case: Case) -> str | None:
        """Return why a whole value can be defended in a case; None if it cannot."""
        whole = tuple(value.values()) if isinstance(value, dict) else value
        return next((told for other, told in self.allowed(case).items() if other == whole), None)

    def agrees(self, given: Any, expected: Any, case: Case, reader: Reader | None = None) -> bool:
        """Tell whether a value, or a part of one that ``reader`` has read, is as expected."""
        if self.same is not None:
            return self.same(given, expected, case)
        return (reader or self.reads).same(given, expected, case)

    def recognised(self, given: Any, expected: Any, case: Case) -> Mistake | None:
        """Return the first mistake that an answer shows."""
        return next((m for m in self.mistakes if m.when(given, expected, case)), None)

    def recognised_in_parts(
        self,
        given: Mapping[Any, Any],
        expected: Mapping[Any, Any],
        wrong: Sequence[Any],
        case: Case,
    ) -> Mistake | None:
        """Return the first mistake that the wrong parts of an answer show.

        What a part that stands shows is nobody's mistake. So the wrong parts show it with all
        others as expected, or the answer shows it and no longer does once they are mended.
        """
        only_wrong = {**expected, **{key: given[key] for key in wrong}}
        mended = {key: expected[key] if key in wrong else given[key] for key in expected}
        for mistake in self.mistakes:
            if mistake.when(only_wrong, expected, case):
                return mistake
            if mistake.when(given, expected, case) and not mistake.when(mended, expected, case):
                return mistake
        return None


def _points(texts: Sequence[str]) -> tuple[str, ...]:
    """Return points that are listed in one text, a dash before each, or given one by one."""
    if not isinstance(texts, str):
        return tuple(texts)
    points = re.split(r"^- ", inspect.cleandoc(texts), flags=re.MULTILINE)
    return tuple(" ".join(point.split()) for point in points if point.strip())
