"""Weaken each question's rule in turn, and see whether the bank of answers notices.

A check that calls everything right, or that overlooks a sign, an order or a date's precision, would
let a wrong answer pass in silence. So each question is judged again with a rule that is weaker in
one way, and the bank must then contradict it. Prints the counts of the bank, and every weakening
that went unnoticed.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from realignment import dates, questions
from realignment.answers import Date, Fields, Items, Keyed, Number, Reader, SignedTies
from realignment.cases import Case, read_case
from realignment.feedback import Standing, Verdict
from realignment.feedback.asking import grade_by
from realignment.questions import Question

BANK = Path(__file__).resolve().parent.parent / "tests" / "answers"


@cache
def bank(lesson: int) -> Any:
    """Return the module with the answers to a lesson's questions."""
    path = BANK / f"lesson_{lesson:02}.py"
    spec = importlib.util.spec_from_file_location(f"bank_{lesson:02}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def case_of(name: str) -> Case:
    """Return a case, read once."""
    return read_case(name)


def answers(kind: str, question: Question) -> list:
    """Return the RIGHT, DEFENSIBLE or WRONG answers to a question."""
    return getattr(bank(question.lesson), kind, {}).get(question.id, [])


def made(answer: object, question: Question) -> object:
    """Return an answer; one that is a function is called with the case."""
    return _called(answer, question.case) if callable(answer) else answer


@cache
def _called(answer: Callable[[Case], object], case: str) -> object:
    """Return what a function of the bank makes, made once: nobody who reads it may change it."""
    return answer(case_of(case))


def judged(question: Question, answer: object) -> Verdict:
    """Judge an answer by the rule of this very object, which may be a weakened one."""
    return grade_by(question, made(answer, question), "", case_of(question.case))


def notices(question: Question) -> bool:
    """Tell whether some answer of the bank is judged otherwise than it should be."""
    right = Standing.DEFENSIBLE if question.rubric else Standing.RIGHT
    for answer in answers("RIGHT", question):
        if judged(question, answer).state is not right:
            return True
    for answer in answers("DEFENSIBLE", question):
        if judged(question, answer).state is not Standing.DEFENSIBLE:
            return True
    for answer, misconception in answers("WRONG", question):
        verdict = judged(question, answer)
        wanted = Standing.UNREADABLE if misconception == "unreadable" else Standing.NOT_YET
        drawn = verdict.misconception if wanted is Standing.NOT_YET else misconception
        if verdict.state is not wanted or drawn != misconception:
            return True
    return False


def readers(reader: object) -> Iterator[object]:
    """Yield a reader and those inside it."""
    yield reader
    for inner in ("of", "keys", "values"):
        if hasattr(reader, inner) and not isinstance(reader, dict):
            found = getattr(reader, inner)
            if hasattr(found, "read"):
                yield from readers(found)
    for found in getattr(reader, "fields", {}).values():
        yield from readers(found)


@dataclass(frozen=True)
class Loosened(Question):
    """A question that also accepts what looks alike after loosening."""

    loosen: Callable[[Any], Any] = lambda value: value

    def agrees(self, given: Any, expected: Any, case: Case, reader: Reader | None = None) -> bool:
        """Tell whether a value is as expected, or looks alike once both are loosened."""
        if super().agrees(given, expected, case, reader):
            return True
        try:
            return bool(self.loosen(given) == self.loosen(expected))
        except (TypeError, ValueError, AttributeError):
            return False


def loosely(question: Question, loosen: Callable[[Any], Any]) -> Question:
    """Return a question with a rule that is looser."""
    return Loosened(**vars(question), loosen=loosen)


def without_sign(value: Any) -> Any:
    """Return a value whose numbers have lost their sign."""
    if isinstance(value, dict):
        return {key: without_sign(part) for key, part in value.items()}
    return abs(value) if isinstance(value, (int, float)) else value


def without_order(value: Any) -> Any:
    """Return the parts of a value, whatever their order."""
    return frozenset(value) if isinstance(value, tuple) else value


def to_the_year(value: Any) -> Any:
    """Return a date known to the year alone; other values as they are."""
    if isinstance(value, str) and value and dates.is_edtf(value):
        return tuple(str(bound)[:4] for bound in dates.bounds(value))
    if isinstance(value, dict):
        return {key: to_the_year(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(to_the_year(part) for part in value)
    return value


def has_negative(value: Any) -> bool:
    """Tell whether a value holds a negative number."""
    parts = value.values() if isinstance(value, dict) else [value]
    return any(isinstance(part, (int, float)) and part < 0 for part in parts)


def weaker(question: Question) -> Iterator[tuple[str, Question]]:
    """Yield the question with a rule that is weaker in one way, and in which."""
    if question.rubric:
        yield "any length will do", replace(question, reads=replace(question.reads, least=0))
        return
    yield "always right", replace(question, same=lambda *_: True)
    yield "always wrong", replace(question, same=lambda *_: False)
    yield "no mistake is named", replace(question, mistakes=())
    if answers("DEFENSIBLE", question):
        yield "nothing is defensible", replace(question, defensible=lambda case: {})
    kinds = list(readers(question.reads))
    expected = question.answer(case_of(question.case))
    signs = isinstance(question.reads, (SignedTies, Keyed, Fields, Number)) and has_negative(
        expected
    )
    if signs:
        yield "sign ignored", loosely(question, without_sign)
    if any(isinstance(kind, Items) and kind.ordered for kind in kinds) and expected is not None:
        yield "order ignored", loosely(question, without_order)
    if any(isinstance(kind, Date) for kind in kinds) and expected is not None:
        yield "date precision ignored", loosely(question, to_the_year)


def main(lessons: list[int]) -> bool:
    """Print the counts and what went unnoticed; true if anything did.

    Parameters
    ----------
    lessons
        Numbers of lessons; all if there is none.
    """
    lessons = lessons or questions.lessons()
    unnoticed, tried = [], 0
    counts = {"RIGHT": 0, "DEFENSIBLE": 0, "WRONG": 0}
    drawn: set[str] = set()
    asked = [q for number in lessons for q in questions.of_lesson(number)]
    for question in asked:
        for kind in counts:
            counts[kind] += len(answers(kind, question))
        drawn |= {name for _, name in answers("WRONG", question)} - {"unreadable", "other"}
        if notices(question):
            unnoticed.append(f"{question.id}: the bank contradicts the question as it is")
        for how, weakened in weaker(question):
            tried += 1
            if not notices(weakened):
                unnoticed.append(f"{question.id}: {how}")
    print(f"{len(asked)} questions in {len(lessons)} lessons")
    print(", ".join(f"{number} {kind.lower()}" for kind, number in counts.items()), "answers")
    print(f"{len(drawn)} misconceptions drawn; five states")
    print(f"{tried} weakened rules, {len(unnoticed)} unnoticed")
    print("\n".join(unnoticed))
    return bool(unnoticed)
