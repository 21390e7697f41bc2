"""What is kept is judged anew, each answer once.

A kept record holds no verdict, and if it held one it would not be believed. A class gives the same
answers many times over: a verdict is remembered by the question, the value and the reason.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from realignment import questions
from realignment.cases import Case, read_case
from realignment.errors import ReadingError
from realignment.feedback import Standing, Verdict, judge_value
from realignment.kept import Unkept, digest, from_json, read_kept
from realignment.marking.accepted import Accepted
from realignment.marking.kept_work import Record, Work, known_question, name_in, read_kept_work
from realignment.questions import Question
from realignment.untrusted import visible
from realignment.version import VERSION

LONGEST_SHOWN: Final = 4_000
"""Signs of an answer that a page shows."""
_LARGEST_RECORD: Final = 400_000
"""Bytes of the JSON of one value; its signs and parts are held to smaller limits."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How one answer stands.

    Attributes
    ----------
    state, message, misconception, heading
        Of the verdict; see :class:`~realignment.feedback.Verdict`.
    share
        What it is worth, from 0 to 1; ``None`` for an open question, which a person marks.
    shown
        The answer as a text.
    """

    state: Standing
    message: str
    misconception: str = ""
    heading: str = ""
    share: float | None = 0.0
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of one file, judged, with what is known of how it came about.

    Attributes
    ----------
    question
        The question's name.
    judged
        How it stands.
    why
        The sentence of reason, if one was given.
    hints, solution
        What had been shown before.
    changed
        Whether the cell reads otherwise than when it was checked. Where that is not known: no.
    module
        The version of this module that read it, where it is another; else ``""``.
    other_data
        Whether it was read beside other data than there is here.
    refused
        Whether what the file holds of it is no value that a check keeps.
    """

    question: str
    judged: Judged
    why: str = ""
    hints: int = 0
    solution: bool = False
    changed: bool = False
    module: str = ""
    other_data: bool = False
    refused: bool = False


@dataclass(frozen=True)
class Sheet:
    """One file, read and judged: what is kept of it here.

    Attributes
    ----------
    lessons
        The lessons whose exercise it is.
    answers
        Question's name to its answer: of several the latest, or the best.
    unchecked
        Names of questions with an answer that was not checked.
    says
        What could not be read, each in one sentence.
    digest
        Digest of its cells.
    """

    lessons: tuple[int, ...] = ()
    answers: dict[str, Answer] = field(default_factory=dict)
    unchecked: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    digest: str = ""

    def points(self, lesson: int) -> float:
        """Return what its answers to one exercise are worth."""
        found = (self.answers.get(question.name) for question in questions.of_lesson(lesson))
        return sum(answer.judged.share or 0 for answer in found if answer is not None)

    def is_begun(self, lesson: int) -> bool:
        """Tell whether something was answered in one exercise, checked or not."""
        asked = (question.name for question in questions.of_lesson(lesson))
        return any(name in self.answers or name in self.unchecked for name in asked)


@dataclass(frozen=True)
class Rules:
    """By what everything is judged; it travels to whoever judges.

    Attributes
    ----------
    accepted
        Answers that count as right in this class.
    best
        Whether of several answers the best counts, and not the latest.
    """

    accepted: tuple[Accepted, ...] = ()
    best: bool = False


class Judge:
    """Judges records by some rules, and remembers every verdict."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._remembered: dict[bytes, Judged] = {}
        self._cases: dict[str, Case] = {}
        self._data: dict[str, str] = {}

    def answer(self, record: Record) -> Answer:
        """Judge one record.

        Raises
        ------
        Unkept
            If it is no record of ours, too large, or of no question that is known here.
        """
        held = record.held
        told = (
            {key: part for key, part in held.items() if key != "value"}
            if isinstance(held, dict)
            else held
        )
        kept = read_kept(told)
        question = known_question(kept.question)
        if question is None or question.name != kept.question:
            raise Unkept(f"There is no question {visible(kept.question)[:60]!r} in this edition.")
        return Answer(
            question.name,
            self.judged(question, held["value"], kept.why) if "value" in held else unread(question),
            kept.why,
            kept.hints,
            kept.solution,
            changed=bool(kept.cell and record.source and kept.cell != record.source),
            module=kept.module if kept.module != VERSION else "",
            other_data=kept.data != self._data_of(question.case),
        )

    def judged(self, question: Question, value: object, why: str) -> Judged:
        """Judge a value as it stands in a record, or remember how it was judged.

        Raises
        ------
        Unkept
            If it is of no known form, or too large.
        """
        try:
            written = json.dumps(value, sort_keys=True)
        except RecursionError:
            raise Unkept("A kept value is nested too deeply.") from None
        if len(written) > _LARGEST_RECORD:
            raise Unkept(f"A kept value has more than {_LARGEST_RECORD:,} signs.")
        key = json.dumps([question.name, why]) + written
        mark = hashlib.blake2b(key.encode("ascii"), digest_size=16).digest()
        if mark not in self._remembered:
            self._remembered[mark] = self._judge(question, from_json(value), why)
        return self._remembered[mark]

    def _judge(self, question: Question, value: Any, why: str) -> Judged:
        case = self._case(question.case)
        verdict = judge_value(question, value, why, case)
        if verdict.state is not Standing.RIGHT:
            for accepted in self.rules.accepted:
                if accepted.question == question.name:
                    verdict = accepted.mend(question, value, verdict, why, case)
        return Judged(
            verdict.state,
            verdict.message,
            verdict.misconception,
            verdict.heading,
            share(question, verdict),
            as_text(value),
        )

    def _case(self, name: str) -> Case:
        if name not in self._cases:
            self._cases[name] = read_case(name)
        return self._cases[name]

    def _data_of(self, name: str) -> str:
        """Return the digest of what in a case is not as it was handed out, as a record has it."""
        if name not in self._data:
            changed = "\n".join(self._case(name).notices)
            self._data[name] = digest(changed) if changed else ""
        return self._data[name]

    def sheet(self, work: Work) -> Sheet:
        """Judge all that one file holds; what is no record is said and passed over."""
        answers: dict[str, Answer] = {}
        says = list(work.says)
        light = 0
        for record in work.records:
            if _is_light(record.held):
                light += 1
                continue
            try:
                answer = self.answer(record)
            except Unkept as problem:
                question = known_question(name_in(record.held))
                says.append(f"{question.id}: {problem}" if question else str(problem))
                if question is not None and question.name not in answers:
                    answers[question.name] = Answer(
                        question.name, refused_of(question), refused=True
                    )
                continue
            before = answers.get(answer.question)
            # A journal has no cells; what it holds is the best of its kernel.
            if before is None or self._counts(answer, before, best=not record.source):
                answers[answer.question] = answer
        unchecked = [name for name in dict.fromkeys(work.unchecked) if name not in answers]
        return Sheet(
            tuple(work.lessons),
            answers,
            tuple(unchecked),
            tuple(_few(says)),
            work.digest,
        )

    def _counts(self, later: Answer, before: Answer, best: bool) -> bool:
        if not (best or self.rules.best):
            return True
        return (later.judged.share or 0) >= (before.judged.share or 0)


def unread(question: Question) -> Judged:
    """Return how an answer stands that was tried and could not be read: there is none to judge."""
    told = "The check could not read this answer, and has said what was expected."
    return Judged(Standing.UNREADABLE, told, share=None if question.rubric else 0.0)


def refused_of(question: Question) -> Judged:
    """Return how an answer stands of which the file holds no value that a check keeps."""
    told = (
        "What your file holds of this answer is not what a check keeps, so it cannot be judged. "
        "Run the check again, save, and hand it in again."
    )
    return Judged(Standing.UNREADABLE, told, share=None if question.rubric else 0.0)


def _is_light(held: object) -> bool:
    """Tell whether this is the record of a quick question, which counts for no mark."""
    name = held.get("question") if isinstance(held, dict) else None
    return isinstance(name, str) and name.startswith("quick.")


def _few(says: Iterable[str]) -> list[str]:
    """Return each sentence once, and not more than ten."""
    once = list(dict.fromkeys(says))
    return once if len(once) <= 10 else [*once[:10], f"And {len(once) - 10} more of the kind."]


def share(question: Question, verdict: Verdict) -> float | None:
    """Return what an answer is worth, from 0 to 1; ``None`` where a person marks it.

    Right and defensible are worth 1. Of several parts, each that stands is worth its share.
    """
    if question.rubric:
        return None
    if verdict.state in (Standing.RIGHT, Standing.DEFENSIBLE):
        return 1.0
    if verdict.state is Standing.NOT_YET and verdict.parts is not None:
        stand, parts = verdict.parts
        return stand / parts
    return 0.0


def as_text(value: object) -> str:
    """Return a read value as a person would write it."""
    text = value if isinstance(value, str) else _written(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _written(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{_written(key)}: {_written(part)}" for key, part in value.items())
    if isinstance(value, (tuple, list)):
        return "(" + ", ".join(map(_written, value)) + ")"
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(_written, value))) + "}"
    if isinstance(value, float):
        return f"{value:.6g}"
    return value if isinstance(value, str) and value else repr(value)


@lru_cache(maxsize=2)
def _judge(rules: Rules, here: str) -> Judge:
    return Judge(rules)


def judge_by(rules: Rules) -> Judge:
    """Return the one who judges by these rules in this process and folder, memory and all."""
    return _judge(rules, str(Path.cwd()))


def read_and_judge(rules: Rules, name: str, content: bytes) -> Sheet:
    """Read one file and judge it; a file that cannot be read becomes a sentence."""
    try:
        return judge_by(rules).sheet(read_kept_work(name, content))
    except ReadingError as problem:
        return Sheet(says=(str(problem),))
    except (RecursionError, MemoryError):
        return Sheet(says=("The file is too large or too deep to be read.",))
