"""What a student calls: check, hint, solution, progress.

``check`` never raises and never marks in silence. It reads an answer, has it judged, shows what is
said and keeps it in the kernel's journal.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from realignment import questions
from realignment.answers import (
    Unreadable,
    blanks,
    is_blank,
    is_empty,
    refuse_large,
    shown,
    state_reader_problem,
)
from realignment.cases import Case, read_case
from realignment.errors import ReadingError
from realignment.feedback.journal import JOURNAL, Entry
from realignment.feedback.judging import judge
from realignment.feedback.verdicts import LOOKS, WRITTEN, Note, Standing, Verdict, show
from realignment.questions import Question
from realignment.questions.misconceptions import MISCONCEPTIONS


@cache
def _case(name: str) -> Case:
    return read_case(name)


@dataclass(frozen=True)
class Reading:
    """What became of an answer: a value to judge, or what is said where there is none."""

    value: Any = None
    said: Verdict | None = None


def read(question: Question, answer: object, case: Case) -> Reading:
    """Read an answer into the plain value that :func:`~.judging.judge` judges.

    Nothing is judged here, and nothing raised: a student's object may fail in any way when it is
    touched, and then the reading says what was expected.
    """
    try:
        return _read(question, answer, case)
    except Exception as problem:
        return Reading(said=unreadable(question, problem))


def _read(question: Question, answer: object, case: Case) -> Reading:
    refuse_large(answer)
    if is_blank(answer):
        told = f'Put your answer where the `...` is. `hint("{question.id}")` gives a first step.'
        return Reading(said=Verdict(question.id, Standing.NOT_ATTEMPTED, told))
    if is_empty(answer):
        told = MISCONCEPTIONS["empty_result"].to_student
        return Reading(said=Verdict(question.id, Standing.NOT_YET, told, "empty_result"))
    empty, parts = blanks(answer)
    if empty:
        told = (
            f"{parts - empty} of {parts} parts are filled in. Fill in the others and check again."
        )
        return Reading(said=Verdict(question.id, Standing.NOT_ATTEMPTED, told))
    return Reading(value=question.reads.read(answer, case))


def unreadable(question: Question, problem: Exception) -> Verdict:
    """Say what could not be read, and what was expected."""
    said = state_reader_problem(problem)
    said = said[0].upper() + said[1:]
    return Verdict(
        question.id,
        Standing.UNREADABLE,
        f"{said}. This question expects {question.reads.expects}.",
        heading=getattr(problem, "heading", ""),
    )


def grade(question_id: str, answer: object, why: str = "", case: Case | None = None) -> Verdict:
    """Judge an answer without showing or keeping anything.

    Parameters
    ----------
    question_id
        Such as ``"4.3"``.
    answer
        Whatever a student has.
    why
        A sentence of reason, for an answer that can be defended.
    case
        The case to judge by; the question's own if not given.
    """
    try:
        question = questions.find(question_id)
    except ReadingError as problem:
        return Verdict(shown(question_id), Standing.UNREADABLE, str(problem))
    return grade_by(question, answer, why, case or _case(question.case))


def grade_by(question: Question, answer: object, why: str, case: Case) -> Verdict:
    """Judge an answer by this very question and case."""
    reading = read(question, answer, case)
    if reading.said is not None:
        return reading.said
    try:
        return judge(question, reading.value, why, case)
    except Unreadable as problem:
        return unreadable(question, problem)


def check(question: str, answer: object, why: str = "") -> None:
    """Say how an answer stands.

    Parameters
    ----------
    question
        Such as ``"4.3"``.
    answer
        Your answer, in any reasonable form.
    why
        One sentence of reason, where an answer can be defended and the reference chose otherwise.
    """
    verdict = grade(question, answer, why=why if isinstance(why, str) else "")
    if verdict.state is not Standing.NOT_ATTEMPTED:
        entry = JOURNAL.of(verdict.question)
        entry.state, entry.tries = verdict.state, entry.tries + 1
        entry.answer, entry.why = shown(answer, 2_000), shown(why, 500)
    show(verdict)


def hint(question: str) -> None:
    """Give the next hint; the last one stops short of the answer."""
    try:
        asked = questions.find(question)
    except ReadingError as problem:
        show(Verdict(shown(question), Standing.UNREADABLE, str(problem)))
        return
    entry = JOURNAL.of(asked.id)
    number = min(entry.hints, len(asked.hints) - 1)
    entry.hints = number + 1
    last = " This was the last one." if number == len(asked.hints) - 1 else ""
    title = f"{asked.id} Hint {number + 1} of {len(asked.hints)}."
    show(Note(title, asked.hints[number] + last))


def solution(question: str) -> None:
    """Show an answer, why it is one, and which others can be defended."""
    try:
        asked = questions.find(question)
    except ReadingError as problem:
        show(Verdict(shown(question), Standing.UNREADABLE, str(problem)))
        return
    reasons = asked.defensible(_case(asked.case))
    others = []
    for key, reason in reasons.items():
        if isinstance(reason, dict):
            others += [f"`{shown(key)}`: `{shown(v) or 'none'}` ({r})" for v, r in reason.items()]
        else:
            others.append(f"`{shown(key)}` ({reason})")
    told = f"{asked.why}"
    if others:
        told += "\nAlso defensible:\n" + "\n".join(f"• {one}" for one in others)
    if asked.rubric:
        told += "\n" + "\n".join(f"• {point}" for point in asked.rubric)
    show(Note(f"{asked.id} Solution.", told, code=asked.solution))


def progress(lesson: int | None = None) -> None:
    """Show where you stand: every lesson begun, or one lesson's questions."""
    begun = sorted({int(q.split(".")[0]) for q in JOURNAL.entries})
    numbers = [lesson] if lesson is not None else begun
    known = questions.lessons()
    if lesson is not None and lesson not in known:
        show(Note("Progress.", f"There is no lesson {shown(lesson)} with questions."))
        return
    if not numbers:
        show(Note("Progress.", "Nothing has been checked in this notebook yet."))
        return
    lines = []
    for number in numbers:
        asked = questions.of_lesson(number)
        states = {q.id: JOURNAL.entries.get(q.id, Entry()) for q in asked}
        done = sum(e.state in (Standing.RIGHT, Standing.DEFENSIBLE) for e in states.values())
        lines.append(f"Lesson {number:02}: {done} of {len(asked)} done.")
        for q in asked:
            state = states[q.id].state
            (sign, _), told = LOOKS[state], state.value
            if q.rubric and state is Standing.DEFENSIBLE:
                (sign, _), told = WRITTEN, "Written"
            lines.append(f"{sign} {q.id} {told}: {q.asks}")
    show(Note("Progress.", "\n".join(lines)))
