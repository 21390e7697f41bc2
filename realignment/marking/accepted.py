"""A teacher's own word: answers that count as right in this class."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from realignment import questions
from realignment.answers import Fields, Keyed, Unreadable
from realignment.cases import Case, read_case
from realignment.errors import ReadingError
from realignment.feedback import Standing, Verdict, judge_value
from realignment.files import read_table
from realignment.kept import from_json, to_json
from realignment.questions import Question


@dataclass(frozen=True)
class Accepted:
    """One answer, or one part of an answer, that counts as right.

    Attributes
    ----------
    question
        The question's name.
    value
        The read value, as the JSON of :func:`realignment.kept.to_json`.
    key
        The part that it is of, in the same form; ``""`` where it is the whole answer.
    reason
        What the student is told.
    """

    question: str
    value: str
    key: str
    reason: str

    def mend(
        self, question: Question, value: Any, verdict: Verdict, why: str, case: Case
    ) -> Verdict:
        """Return the verdict on a value once this is accepted."""
        accepted = from_json(json.loads(self.value))
        if not self.key:
            if not _same(question, value, accepted, case):
                return verdict
            return Verdict(question.id, Standing.RIGHT, f"Accepted in this class: {self.reason}")
        key = from_json(json.loads(self.key))
        expected = question.answer(case)
        if not isinstance(value, dict) or value.get(key, ...) != accepted:
            return verdict
        mended = judge_value(question, {**value, key: expected[key]}, why, case)
        return replace(
            mended, message=f"{mended.message} Accepted in this class, `{key}`: {self.reason}"
        )


def _same(question: Question, value: Any, accepted: Any, case: Case) -> bool:
    try:
        return bool(value == accepted or question.reads.same(value, accepted, case))
    except Exception:  # the kept value is of another kind than this question's
        return False


def read_accepted(path: Path) -> tuple[Accepted, ...]:
    """Read ``accept.csv``: question, value, reason.

    A question is named by its number or its name. A value is written as a student would write it;
    of an answer of several parts it may be one of them, as ``E20: event``.

    Raises
    ------
    ReadingError
        If a question is not known or open, a value cannot be read, or a reason is missing; the
        sentence names the row.
    """
    table = read_table(path, ["question", "value", "reason"])
    found = []
    for number, row in enumerate(table.to_dict("records"), start=2):
        where = f"{path.name}, row {number}"
        try:
            question = questions.find(row["question"])
        except ReadingError as problem:
            raise ReadingError(f"{where}: {problem}") from None
        if question.rubric:
            raise ReadingError(
                f"{where}: {question.id} is an open question, which no program marks; expected "
                "another."
            )
        if not row["reason"]:
            raise ReadingError(f"{where}: there is no reason; expected a sentence for the student.")
        found.append(_accepted(question, row["value"], row["reason"], where))
    return tuple(found)


def _accepted(question: Question, text: str, reason: str, where: str) -> Accepted:
    case = read_case(question.case)
    for form in _forms(text):
        try:
            value = question.reads.read(form, case)
        except Exception:  # another form of it may be readable
            continue
        by_part = isinstance(question.reads, (Keyed, Fields))
        if by_part and len(value) < len(question.answer(case) or ()):
            break  # a part of it
        return Accepted(question.name, _json(value), "", reason)
    part = _part(question, text, case)
    if part is None:
        raise ReadingError(
            f"{where}: {text[:60]!r} cannot be read as an answer to {question.id}; expected "
            f"{question.reads.expects}{_or_a_part(question, case)}."
        )
    return Accepted(question.name, _json(part[1]), _json(part[0]), reason)


def _forms(text: str) -> Iterator[Any]:
    """Yield what a text may mean: a value as Python writes it, and the text itself."""
    try:
        yield ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        pass
    yield text


def _part(question: Question, text: str, case: Case) -> tuple[Any, Any] | None:
    """Return key and value of one part of an answer of several; ``None`` if it is none."""
    expected = question.answer(case)
    if not isinstance(expected, dict):
        return None
    written, _, value = text.strip(" {}").partition(":")
    written = written.strip().strip("'\"")
    key = next((key for key in expected if str(key).casefold() == written.casefold()), None)
    if key is None or not isinstance(question.reads, (Keyed, Fields)):
        return None
    reader = (
        question.reads.fields[key]
        if isinstance(question.reads, Fields)
        else (question.reads.values)
    )
    for form in _forms(value.strip()):
        try:
            return key, reader.read(form, case)
        except (Unreadable, ReadingError, TypeError, ValueError):
            continue
    return None


def _or_a_part(question: Question, case: Case) -> str:
    """Say which parts an answer has that can be accepted alone; ``""`` where it has none."""
    expected = question.answer(case)
    if not isinstance(expected, dict) or not isinstance(question.reads, (Keyed, Fields)):
        return ""
    keys = ", ".join(f"`{key}`" for key in expected)
    return f"; or one part of it as key: value, the key one of {keys}"


def _json(value: Any) -> str:
    return json.dumps(to_json(value), sort_keys=True)
