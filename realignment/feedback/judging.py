"""A read value is judged.

:func:`judge` gets what a question's reader returned, and says how it stands. It touches nothing
that a student made: what it judges is a plain value, whether it was read a moment ago or kept in a
notebook of last month.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from realignment.answers import Essay, Fields, Keyed, Reader, shown, words_of
from realignment.cases import Case
from realignment.errors import ReadingError
from realignment.feedback.verdicts import KEPT, Standing, Verdict
from realignment.files import find_data
from realignment.questions import Mistake, Question
from realignment.questions.misconceptions import MISCONCEPTIONS

SHORTEST_REASON = 4
"""Words. A reason for a defensible answer is a sentence, not a word."""

MOST_NAMED = 3
"""Parts that a message names, of all that do not stand."""

_OTHER = MISCONCEPTIONS["other"].to_student


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
    expected = question.answer(case)
    if isinstance(expected, dict) and isinstance(question.reads, (Keyed, Fields)):
        return _by_part(question, value, expected, why, case)
    if question.agrees(value, expected, case):
        return Verdict(question.id, Standing.RIGHT, question.why)
    reason = question.defence(value, case)
    if reason is not None:
        return _defensible(question, [reason], why)
    found = question.recognised(value, expected, case)
    if found is None:
        off = question.reads.differs(value, expected, case) if expected is not None else ""
        told = f"This is not it yet: {off}. A hint may help." if off else _OTHER
    else:
        told = found.told()
    return _not_yet(question, found, [told], why)


def _by_part(
    question: Question, given: dict[Any, Any], expected: dict[Any, Any], why: str, case: Case
) -> Verdict:
    show = question.reads.part
    missing = [key for key in expected if key not in given]
    if missing:
        return Verdict(
            question.id,
            Standing.UNREADABLE,
            f"There is no answer for `{show(missing[0])}`. This question expects "
            f"{question.reads.expects}.",
        )
    extra = [key for key in given if key not in expected]
    allowed = question.allowed(case)
    wrong, reasons = list(extra), []
    for key, value in expected.items():
        if question.agrees(given[key], value, case, _reader_of(question, key)):
            continue
        if given[key] in allowed.get(key, {}):
            reasons.append(f"`{show(key)}`: {allowed[key][given[key]]}")
        else:
            wrong.append(key)
    if wrong and len(wrong) == len(extra):
        names = " and ".join(f"`{show(key)}`" for key in extra[:3])
        more = f" and {len(extra) - 3} more" if len(extra) > 3 else ""
        told = f"All that is asked stands. Leave out {names}{more}."
        parts = len(expected), len(expected) + len(extra)
        return Verdict(question.id, Standing.NOT_YET, told, "too_many", parts=parts)
    if wrong:
        return _wrong_parts(question, given, expected, wrong, why, case)
    if reasons:
        return _defensible(question, reasons, why)
    return Verdict(question.id, Standing.RIGHT, question.why)


def _reader_of(question: Question, key: Any) -> Reader:
    """Return what has read a part of an answer."""
    if isinstance(question.reads, Fields):
        return question.reads.fields[key]
    return question.reads.values if isinstance(question.reads, Keyed) else question.reads


def _wrong_parts(
    question: Question,
    given: dict[Any, Any],
    expected: dict[Any, Any],
    wrong: list[Any],
    why: str,
    case: Case,
) -> Verdict:
    """Name the mistake that the wrong parts show, and the part that shows it; or all of them."""
    show = question.reads.part
    good = sum(key not in wrong for key in expected)
    count = f"{good} of {len(expected)} parts {'stands' if good == 1 else 'stand'}."
    stand = good, len(expected) + sum(key not in expected for key in wrong)
    found = question.recognised_in_parts(given, expected, wrong, case)
    if found is not None:
        said = found.told()
        alone = [k for k in wrong if found.when(expected | {k: given[k]}, expected, case)]
        return replace(
            _not_yet(question, found, [count, said, *_where(alone, wrong, said, show)], why),
            parts=stand,
        )
    named = []
    for key in [key for key in wrong if key in expected][:MOST_NAMED]:
        off = _reader_of(question, key).differs(given[key], expected[key], case)
        named.append(f"`{show(key)}` ({off})" if off else f"`{show(key)}`")
    first = " first" if len(wrong) > len(named) else ""
    told = f"Look again at {_listed(named)}{first}. A hint may help."
    return replace(_not_yet(question, None, [count, told], why), parts=stand)


def _where(
    showing: Sequence[Any], wrong: Sequence[Any], said: str, show: Callable[[Any], str]
) -> list[str]:
    """Say which parts show the mistake that is named, and which others do not stand either.

    A mistake that no part shows by itself accounts for all of them.
    """
    told = [f"`{show(key)}`" for key in showing]
    others = [f"`{show(key)}`" for key in wrong if showing and key not in showing]
    sentences = []
    if unsaid := [name for name in told if name not in said]:
        first = " first" if len(unsaid) > MOST_NAMED else ""
        sentences.append(f"Look again at {_listed(unsaid[:MOST_NAMED])}{first}.")
    if others:
        more = len(others) - MOST_NAMED
        names = [*others[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])]
        does = "does" if len(names) == 1 else "do"
        sentences.append(f"{_listed(names)} {does} not stand either.")
    return sentences


def _listed(names: Sequence[str]) -> str:
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


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


def _not_yet(question: Question, found: Mistake | None, told: Sequence[str], why: str) -> Verdict:
    """Say what is not yet right, and what becomes of a reason."""
    read = "Your reason is read where an answer can be defended." if why.strip() else ""
    name = found.misconception if found else "other"
    return Verdict(question.id, Standing.NOT_YET, " ".join(filter(None, [*told, read])), name)


def _open(question: Question, text: str) -> Verdict:
    least = question.reads.least if isinstance(question.reads, Essay) else 0
    own = len(own_words(text, _asked(question)))
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
    words, source = words_of(text), words_of(asked)
    run = LONGEST_BORROWED + 1
    runs = {tuple(source[i : i + run]) for i in range(len(source) - run + 1)}
    copied: set[int] = set()
    for i in range(len(words) - run + 1):
        if tuple(words[i : i + run]) in runs:
            copied.update(range(i, i + run))
    return [word for i, word in enumerate(words) if i not in copied]


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
