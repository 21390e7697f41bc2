"""How the rules judge the three banks of answers, counted.

``tests/answers/`` was written beside the rules. ``tests/fresh/`` and ``tests/second/`` were written
from lessons and exercises alone, those of the first and of the second edition, before the rules
were read, and are frozen: they measure what a student would hear.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from realignment import questions
from realignment.feedback import Standing, Verdict
from realignment.questions import Question, first_edition
from tools.weaken import answers, judged, made

PASSES = (Standing.RIGHT, Standing.DEFENSIBLE)
LAST_OF_FIRST = 11
"""The last lesson of the first edition, whose frozen answers are numbered as it was."""

GENERAL = "other"
"""The name under which a *not yet* goes that recognises no mistake."""


@dataclass(frozen=True)
class Judged:
    """One answer of a bank, and what was said to it.

    Attributes
    ----------
    question
        The question.
    kind
        ``right``, ``defensible`` or ``wrong``; in the second edition's bank also ``open`` (a text
        that is kept) and ``unreadable`` (what is not judged, but asked about).
    what
        What the student did; in the bank beside the rules, the mistake that it must draw.
    verdict
        What was said.
    seconds
        Processor time that it took.
    """

    question: Question
    kind: str
    what: str
    verdict: Verdict
    seconds: float

    @property
    def fault(self) -> str:
        """How the verdict is at fault; empty if it is not."""
        passes = self.verdict.state in PASSES
        if self.kind in ("wrong", "unreadable"):
            return "a wrong one passes" if passes else ""
        return "" if passes else f"a {self.kind} one is refused"


def _judge(question: Question, kind: str, answer: object, what: str) -> Judged:
    made(answer, question)  # remembered: what is timed is the check, not the student's own code
    begun = time.process_time()
    verdict = judged(question, answer)
    return Judged(question, kind, what, verdict, time.process_time() - begun)


def _frozen(bank: str, names: Mapping[str, str], lesson: int) -> Iterator[Judged]:
    """Judge the answers of one file to the questions that a lesson has now, found by name."""
    asked = {question.name: question for question in questions.of_lesson(lesson)}
    for number, kind, answer, what, *_ in importlib.import_module(bank).ANSWERS:
        if names[number] in asked:
            yield _judge(asked[names[number]], kind, answer, what)


def fresh(lesson: int) -> Iterator[Judged]:
    """Judge the first edition's frozen answers to the questions that a lesson has now."""
    for before in (lesson - 1, lesson):  # lesson 08 became two, and all after it moved by one
        if 1 <= before <= LAST_OF_FIRST:
            yield from _frozen(f"tests.fresh.lesson_{before:02}", first_edition.NAMES, lesson)


def second(lesson: int) -> Iterator[Judged]:
    """Judge the frozen answers to the questions of a lesson of the second edition."""
    names = importlib.import_module("tests.second.numbers").NAMES
    yield from _frozen(f"tests.second.lesson_{lesson:02}", names, lesson)


def beside(lesson: int) -> Iterator[Judged]:
    """Judge the answers that were written beside the rules of a lesson."""
    for question in questions.of_lesson(lesson):
        for kind in ("RIGHT", "DEFENSIBLE"):
            for answer in answers(kind, question):
                given: Any = answer[0] if kind == "DEFENSIBLE" and _is_pair(answer) else answer
                yield _judge(question, kind.lower(), given, "")
        for answer, name in answers("WRONG", question):
            yield _judge(question, "wrong", answer, name)


def _is_pair(answer: object) -> bool:
    return isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[1], str)


BANKS = {"beside": beside, "first edition": fresh, "second edition": second}


def told(found: list[Judged]) -> str:
    """Return the counts of some answers as a row of a table."""
    not_yet = [j for j in found if j.verdict.state is Standing.NOT_YET]
    general = [j for j in not_yet if j.verdict.misconception == GENERAL]
    kinds = {kind: sum(j.kind == kind for j in found) for kind in ("right", "defensible", "wrong")}
    passed = sum(j.fault == "a wrong one passes" for j in found)
    refused = sum(bool(j.fault) for j in found) - passed
    share = len(general) / len(not_yet) if not_yet else 0
    slowest = max((j.seconds for j in found), default=0)
    return (
        f"| {kinds['right']} | {kinds['defensible']} | {kinds['wrong']} | {passed} | {refused} | "
        f"{len(general)} of {len(not_yet)} ({share:.0%}) | {slowest:.2f} |"
    )


def main(lessons: list[int], verbose: bool) -> bool:
    """Print the counts, and each verdict that is at fault; true if one is."""
    print("| bank | right | defensible | wrong | wrong that pass | right refused |", end="")
    print(" general message only | slowest, s |")
    print("|---" * 8 + "|")
    faults: list[str] = []
    for name, judge in BANKS.items():
        found = [one for number in lessons or questions.lessons() for one in judge(number)]
        print(f"| {name} {told(found)}")
        for j in found:
            general = verbose and j.verdict.misconception == GENERAL
            if j.fault or general:
                line = f"{name} {j.question.id} {j.question.name}: {j.fault or 'general'}: {j.what}"
                (faults if j.fault else []).append(line)
                print(line, "->", j.verdict.message[:160].replace("\n", " "))
    return bool(faults)
