"""A read value is judged.

:func:`judge` gets what a question's reader returned, and says how it stands. It touches nothing
that a student made: what it judges is a plain value, whether it was read a moment ago or kept in a
notebook of last month.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from realignment.answers import shown
from realignment.cases import Case
from realignment.errors import ReadingError
from realignment.feedback.verdicts import KEPT, Standing, Verdict
from realignment.files import find_data
from realignment.questions import Mistake, Question
from realignment.questions.misconceptions import MISCONCEPTIONS

SHORTEST_REASON = 4
"""Words. A reason for a defensible answer is a sentence, not a word."""


def judge(question: Question, value: Any, why: str, case: Case) -> Verdict:
    """Say how a value stands that the question's reader has returned.

    Parameters
    ----------
    question
        What was asked.
    value
        What ``question.reads`` made of an answer.
    why
        A sentence of reason, for an answer that can be defended; ``""`` for none.
    case
        The case to judge by.
    """
    if question.rubric:
        return _open(question, value)
    expected = question.expected(case)
    if question.by_part:
        return _by_part(question, value, expected, why, case)
    if question.same(value, expected, case):
        return Verdict(question.id, Standing.RIGHT, question.why)
    reasons = question.defensible(case)
    reason = next((told for other, told in reasons.items() if other == value), None)
    if reason is not None:
        return _defensible(question, [reason], why)
    return _not_yet(question, value, case, why)


def _by_part(question: Question, given: dict, expected: dict, why: str, case: Case) -> Verdict:
    missing = [key for key in expected if key not in given]
    if missing:
        return Verdict(
            question.id,
            Standing.UNREADABLE,
            f"There is no answer for `{shown(missing[0])}`. This question expects "
            f"{question.reads.expects}.",
        )
    extra = [key for key in given if key not in expected]
    allowed = question.defensible(case)
    wrong, reasons = list(extra), []
    for key, value in expected.items():
        if question.same(given[key], value, case):
            continue
        if given[key] in allowed.get(key, {}):
            reasons.append(f"`{shown(key)}`: {allowed[key][given[key]]}")
        else:
            wrong.append(key)
    if wrong and len(wrong) == len(extra):
        names = " and ".join(f"`{shown(key)}`" for key in extra[:3])
        more = f" and {len(extra) - 3} more" if len(extra) > 3 else ""
        told = f"All that is asked stands. Leave out {names}{more}."
        return Verdict(question.id, Standing.NOT_YET, told, "too_many")
    if wrong:
        good = len(expected) - len([key for key in wrong if key in expected])
        count = f"{good} of {len(expected)} parts stand."
        return _not_yet(question, given, case, why, count, wrong, expected)
    if reasons:
        return _defensible(question, reasons, why)
    return Verdict(question.id, Standing.RIGHT, question.why)


def _defensible(question: Question, reasons: list[str], why: str) -> Verdict:
    told = "; ".join(reason.removesuffix(".") for reason in reasons)
    if len(why.split()) >= SHORTEST_REASON:
        asks = f"Your sentence is kept, and not judged: “{shown(why, 200)}”"
    else:
        asks = (
            "The reference coding chose otherwise. Say in one sentence why you chose it: "
            f'`check("{question.id}", answer, why="...")`.'
        )
    return Verdict(question.id, Standing.DEFENSIBLE, f"{told[0].upper()}{told[1:]}. {asks}")


def _not_yet(
    question: Question,
    given: Any,
    case: Case,
    why: str,
    before: str = "",
    wrong: Sequence = (),
    expected: Mapping | None = None,
) -> Verdict:
    """Name the mistake, and of an answer of several parts the one that shows it."""
    found = next((m for m in question.mistakes if m.when(given, case)), None)
    name = found.misconception if found else "other"
    said = (found.says if found else "") or MISCONCEPTIONS[name].to_student
    where = _part_of(found, given, case, wrong, expected) if found and wrong else wrong[:1]
    again = [f"Look again at `{shown(key)}`." for key in where if f"`{shown(key)}`" not in said]
    told = [before, said, *again]
    if why.strip():
        told.append("Your reason is read where an answer can be defended.")
    return Verdict(question.id, Standing.NOT_YET, " ".join(filter(None, told)), name)


def _part_of(
    mistake: Mistake, given: Mapping, case: Case, wrong: Sequence, expected: Mapping
) -> list:
    """Return the first wrong part that shows a mistake by itself, with all others as expected."""
    for key in wrong:
        if mistake.when({**expected, key: given[key]}, case):
            return [key]
    return []


def _open(question: Question, text: str) -> Verdict:
    own, least = len(own_words(text, _asked(question))), question.reads.least
    if own < least:
        return Verdict(
            question.id,
            Standing.UNREADABLE,
            f"{own} of {least} words are your own; the others stand in the question or its hints. "
            "Answer in sentences of yours.",
            heading="Too short yet",
        )
    points = "\n".join(f"• {point}" for point in question.rubric)
    return Verdict(
        question.id,
        Standing.DEFENSIBLE,
        f"No program can mark this. Read it against these points, or swap with a neighbour:\n"
        f"{points}",
        heading=KEPT,
    )


LONGEST_BORROWED = 7
"""Words in a row that a text may share with its question before they count as copied."""


def own_words(text: str, asked: str) -> list[str]:
    """Return the words of a text without those that are copied, many in a row, from another."""
    words, source = _words(text), _words(asked)
    run = LONGEST_BORROWED + 1
    runs = {tuple(source[i : i + run]) for i in range(len(source) - run + 1)}
    copied: set[int] = set()
    for i in range(len(words) - run + 1):
        if tuple(words[i : i + run]) in runs:
            copied.update(range(i, i + run))
    return [word for i, word in enumerate(words) if i not in copied]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _asked(question: Question) -> str:
    """Return all that a student is told for a question: in the exercise, as points, as hints."""
    told = "\n".join([question.asks, *question.rubric, *question.hints])
    return f"{told}\n{_in_exercise(question.id)}"


@cache
def _in_exercise(question_id: str) -> str:
    """Return the text of a question in its exercise; ``""`` where the exercise is not there."""
    try:
        (file,) = (find_data().parent / "exercises").glob(f"{int(question_id.split('.')[0]):02}_*")
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        texts = ["".join(c["source"]) for c in cells if c["cell_type"] == "markdown"]
    except (OSError, ReadingError, ValueError, KeyError, TypeError):
        return ""  # a copy without exercises, or one that a student has changed
    told = "\n".join(text for text in texts if text.startswith(f"## {question_id} "))
    return re.sub("<!--.*?-->", "", told)  # the names of numbers, which no page shows
