"""What a student calls: check, ask, hint, solution, progress.

``check`` never raises and never marks in silence. It reads an answer, has it judged, shows what is
said, and keeps the read value in two places: in the kernel's journal, and in the cell's own output,
as :mod:`realignment.kept` writes it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from numbers import Real
from typing import Any

from realignment import questions
from realignment.answers import (
    Unreadable,
    blanks,
    is_blank,
    is_empty,
    opened,
    refuse_large,
    refuse_uncalled,
    shown,
    state_reader_problem,
)
from realignment.cases import Case, read_case
from realignment.errors import DataError, ReadingError
from realignment.feedback.journal import JOURNAL, Entry, now
from realignment.feedback.judging import judge
from realignment.feedback.verdicts import LOOKS, NOT_KEPT, WRITTEN, Note, Standing, Verdict, show
from realignment.kept import LONGEST_WHY, Kept, Unkept, digest
from realignment.questions import Question, quick
from realignment.questions.misconceptions import MISCONCEPTIONS
from realignment.questions.quick import Quick
from realignment.version import VERSION

FAULT = "The data cannot be read"
"""What an answer hears while a file of the data is at fault; the answer is not judged then."""


def find(asked: object) -> Question | Quick:
    """Return a question of an exercise, or a quick question, by its id or its name.

    Raises
    ------
    ReadingError
        If there is none.
    """
    return quick.find(asked) or questions.find(asked)


@cache
def _case(name: str) -> Case:
    return read_case(name)


# --- reading and judging ----------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """What became of an answer: a value to judge, or what is said where there is none."""

    value: Any = None
    said: Verdict | None = None


def read(question: Question | Quick, answer: object, case: Case) -> Reading:
    """Read an answer into the plain value that :func:`~.judging.judge` judges.

    Nothing is judged here, and nothing raised: a student's object may fail in any way when it is
    touched, and then the reading says what was expected.
    """
    try:
        return _read(question, answer, case)
    except DataError as problem:
        return Reading(said=faulty(question.id, problem))
    except Exception as problem:
        return Reading(said=unreadable(question, problem))


def _read(question: Question | Quick, answer: object, case: Case) -> Reading:
    answer = opened(answer)
    refuse_large(answer)
    refuse_uncalled(answer)
    if is_blank(answer):
        told = "Put your answer where the `...` is."
        if isinstance(question, Question):
            told += f' `hint("{question.id}")` gives a first step.'
        return Reading(said=Verdict(question.id, Standing.NOT_ATTEMPTED, told))
    if is_empty(answer):
        told = MISCONCEPTIONS["empty_result"].to_student
        return Reading(said=Verdict(question.id, Standing.NOT_YET, told, "empty_result"))
    empty, parts = blanks(answer, question.reads.reads_gaps)
    if empty:
        are, others = "is" if parts - empty == 1 else "are", "other" if empty == 1 else "others"
        told = (
            f"{parts - empty} of {parts} parts {are} filled in. Fill in the {others} and check "
            "again."
        )
        return Reading(said=Verdict(question.id, Standing.NOT_ATTEMPTED, told))
    return Reading(value=question.reads.read(answer, case))


def unreadable(question: Question | Quick, problem: Exception) -> Verdict:
    """Say what could not be read of an answer, and what was expected."""
    said = state_reader_problem(problem)
    said = said[0].upper() + said[1:]
    is_told = isinstance(problem, Unreadable) and "; expected " in said  # of a part of the answer
    return Verdict(
        question.id,
        Standing.UNREADABLE,
        f"{said}." if is_told else f"{said}. This question expects {question.reads.expects}.",
        heading=getattr(problem, "heading", ""),
    )


def faulty(question: str, problem: Exception) -> Verdict:
    """Say that the data are at fault, and not the answer."""
    said = str(problem) if isinstance(problem, ReadingError) else _unforeseen(problem)
    told = f"{said} The fault lies in that file, not in your answer, which was not judged."
    return Verdict(question, Standing.UNREADABLE, told, heading=FAULT)


def _unforeseen(problem: Exception) -> str:
    return (
        f"A table of the case is not as this question needs it ({type(problem).__name__}: "
        f"{shown(str(problem))})."
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
        question = find(question_id)
    except ReadingError as problem:
        return Verdict(shown(question_id), Standing.UNREADABLE, str(problem))
    return _read_and_judge(question, answer, why, case)[1]


def grade_by(question: Question, answer: object, why: str, case: Case) -> Verdict:
    """Judge an answer by this very question and case."""
    return _read_and_judge(question, answer, why, case)[1]


def _read_and_judge(
    question: Question | Quick, answer: object, why: str, case: Case | None = None
) -> tuple[Reading, Verdict]:
    try:
        case = case or _case(question.case)
    except ReadingError as problem:
        fault = faulty(question.id, problem)
        return Reading(said=fault), fault
    reading = read(question, answer, case)
    if reading.said is not None:
        return reading, reading.said
    try:
        return reading, _judge(question, reading.value, why, case)
    except Unreadable as problem:
        return reading, unreadable(question, problem)
    except Exception as problem:  # the value is what its reader gives, so a table is not
        return reading, faulty(question.id, problem)


def judge_value(question: Question | Quick, value: Any, why: str, case: Case) -> Verdict:
    """Say how a value stands that was kept; nothing is raised, whatever it is.

    Whoever writes a file by hand can put any value there. Where the data are at fault, that is
    said, and else that the value is none of this question.
    """
    try:
        return _judge(question, value, why, case)
    except DataError as problem:
        return faulty(question.id, problem)
    except Exception as problem:
        try:
            if isinstance(question, Question) and question.expected is not None:
                question.answer(case)
        except Exception as fault:
            return faulty(question.id, fault)
        return unreadable(question, problem)


def _judge(question: Question | Quick, value: Any, why: str, case: Case) -> Verdict:
    if isinstance(question, Quick):
        return _judge_choice(question, value, case)
    return judge(question, value, why, case)


def _judge_choice(question: Quick, letter: object, case: Case) -> Verdict:
    if letter == question.right_for(case):
        return Verdict(question.id, Standing.RIGHT, question.why)
    return Verdict(question.id, Standing.NOT_YET, question.says[str(letter)])


# --- what a student calls ---------------------------------------------------------------------


def check(question: str, answer: object = ..., why: str = "") -> None:
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
    show(judged(question, answer, why))


def judged(question: object, answer: object, why: object = "") -> Verdict:
    """Judge an answer and note it in the journal; the verdict carries what is to be kept."""
    try:
        asked = find(question)
    except ReadingError as problem:
        return Verdict(shown(question), Standing.UNREADABLE, str(problem))
    reason = why[:LONGEST_WHY] if isinstance(why, str) else ""
    reading, verdict = _read_and_judge(asked, answer, reason)
    verdict = _with_notice(asked, verdict)
    if verdict.state is Standing.NOT_ATTEMPTED or verdict.heading == FAULT:
        return verdict
    before = JOURNAL.of(asked.name)
    record = _record(asked, reading, reason, before)
    tried = replace(
        before,
        state=verdict.state,
        tries=before.tries + 1,
        missed=before.missed or verdict.state is Standing.NOT_YET,
        answer=record,
        when=now(),
    )
    JOURNAL.add(asked.name, tried)
    return replace(verdict, kept=record)


def _with_notice(question: Question | Quick, verdict: Verdict) -> Verdict:
    """Add which table is not the one that was handed out, where that may be the reason."""
    if verdict.state is Standing.RIGHT or verdict.heading == FAULT:
        return verdict
    notices = _case(question.case).notices
    return replace(verdict, message=f"{verdict.message}\n{notices[0]}") if notices else verdict


def _record(
    question: Question | Quick, reading: Reading, why: str, before: Entry
) -> dict[str, Any]:
    """Return what is kept of an answer: the read value, and nothing of the verdict."""
    tried = Kept(
        question.name,
        why=why,
        hints=before.hints,
        solution=before.solution,
        cell=digest(source) if (source := _cell()) else "",
        module=VERSION,
        data=digest(changed) if (changed := "\n".join(_case(question.case).notices)) else "",
        read=False,
    )
    if reading.said is not None:
        return tried.as_json()
    try:
        return replace(tried, value=reading.value, read=True).as_json()
    except Unkept:  # too large: it is judged here, and whoever marks sees that it was tried
        return tried.as_json()


def _cell() -> str:
    """Return the source of the cell that runs; ``""`` where the kernel does not know it."""
    from IPython import get_ipython

    try:
        code = get_ipython().get_parent()["content"]["code"]
    except (AttributeError, KeyError, TypeError):
        return ""  # no kernel, or a click that no cell has asked for
    return code if isinstance(code, str) else ""


def ask(question: str) -> None:
    """Show a question that is answered by choosing, with buttons or lists.

    It is judged as by :func:`check`, and can be answered by mouse or by keyboard.

    Parameters
    ----------
    question
        Such as ``"3.b"`` or ``"1.1"``.
    """
    from realignment.feedback import choosing  # widgets, which the front door does not load

    try:
        asked = find(question)
        case = None if isinstance(asked, Quick) else _case(asked.case)
        form = choosing.form_for(asked, case, judged)
    except DataError as problem:
        show(faulty(shown(question), problem))
    except ReadingError as problem:
        show(Verdict(shown(question), Standing.UNREADABLE, str(problem)))
    except Exception as problem:  # a table of the case lacks what the choices are made of
        show(faulty(shown(question), problem))
    else:
        form.show()


def hint(question: str) -> None:
    """Give the next hint; the last one stops short of the answer."""
    try:
        asked = find(question)
    except ReadingError as problem:
        show(Verdict(shown(question), Standing.UNREADABLE, str(problem)))
        return
    if isinstance(asked, Quick):
        show(Note(f"{asked.id} Hint.", f"{asked.where()} has what you need. Read it again."))
        return
    entry = JOURNAL.of(asked.name)
    number = min(entry.hints, len(asked.hints) - 1)
    JOURNAL.add(asked.name, Entry(hints=number + 1))
    last = " This was the last one." if number == len(asked.hints) - 1 else ""
    title = f"{asked.id} Hint {number + 1} of {len(asked.hints)}."
    show(Note(title, asked.hints[number] + last))


def solution(question: str) -> None:
    """Show an answer, why it is one, and which others can be defended."""
    try:
        asked = find(question)
    except ReadingError as problem:
        show(Verdict(shown(question), Standing.UNREADABLE, str(problem)))
        return
    JOURNAL.add(asked.name, Entry(solution=True))
    try:
        note = _solution_of(asked, _case(asked.case))
    except Exception as problem:  # a file of the data is at fault; the rest can still be shown
        said = str(problem) if isinstance(problem, ReadingError) else _unforeseen(problem)
        note = Note(f"{asked.id} Solution.", f"{asked.why}\n{said}", code=_code_of(asked))
    show(note)


def _code_of(question: Question | Quick) -> str:
    return question.solution if isinstance(question, Question) else ""


def _solution_of(question: Question | Quick, case: Case) -> Note:
    title = f"{question.id} Solution."
    if isinstance(question, Quick):
        letter = question.right_for(case)
        return Note(title, f"{letter}. {question.options[letter]}\n{question.why}")
    others = []
    for key, reason in question.allowed(case).items():
        if isinstance(reason, dict):
            part = question.reads.part(key)
            others += [f"`{part}`: `{shown(v) or 'none'}` ({r})" for v, r in reason.items()]
        else:
            others.append(f"`{shown(key)}` ({reason})")
    told = question.why
    if others:
        told += "\nAlso defensible:\n" + "\n".join(f"• {one}" for one in others)
    if question.rubric:
        told += "\n" + "\n".join(f"• {point}" for point in question.rubric)
    return Note(title, told, code=question.solution)


_NOTHING_CHECKED = (
    "Nothing has been checked since this kernel was started. Have you checked answers before? Run "
    "their cells again; or, if you have saved your progress, `from realignment import "
    'load_progress` and then `load_progress("my_work.zip")`.'
)
"""What is said where nothing is known: a kernel that is started again forgets, a cell does not."""


def progress(lesson: int | None = None) -> None:
    """Show where you stand: every lesson begun, or one lesson's questions.

    Parameters
    ----------
    lesson
        The number of a lesson; all that were begun if left out.
    """
    begun = [find(name) for name, entry in JOURNAL.entries.items() if entry != Entry()]
    if lesson is None:
        numbers = sorted({question.lesson for question in begun})
        if not numbers:
            show(Note("Progress.", _NOTHING_CHECKED))
            return
    else:
        number = _lesson_number(lesson)
        if number not in questions.lessons():
            known = questions.lessons()
            told = f"expected a number from {known[0]} to {known[-1]}"
            show(Note("Progress.", f"There is no lesson {shown(lesson)} with questions; {told}."))
            return
        numbers = [number]
    lines = [line for number in numbers for line in _standing_of(number)]
    if not begun:
        lines.append(_NOTHING_CHECKED)
    show(Note("Progress.", "\n".join([*lines, *_to_read_again(numbers)])))


def _lesson_number(lesson: object) -> int:
    """Return the number of a lesson that was given as ``4``, ``4.0``, ``"4"`` or ``"04"``."""
    if isinstance(lesson, Real) and not isinstance(lesson, bool) and math.isfinite(lesson):
        whole = int(float(lesson))
        return whole if lesson == whole else -1
    text = lesson.strip().lower().removeprefix("lesson").strip() if isinstance(lesson, str) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else -1


def _standing_of(lesson: int) -> list[str]:
    """Return the lines on the questions of one lesson."""
    asked: Sequence[Question] = questions.of_lesson(lesson)
    entries: Mapping[str, Entry] = {q.id: JOURNAL.of(q.name) for q in asked}
    done = sum(entry.is_done for entry in entries.values())
    lines = [f"Lesson {lesson:02}: {done} of {len(asked)} done."]
    for question in asked:
        state = entries[question.id].state
        (sign, _), told = LOOKS[state], state.value
        if question.rubric and state is Standing.DEFENSIBLE:
            (sign, _), told = WRITTEN, "Written"
        if question.rubric and state is Standing.UNREADABLE:
            told = NOT_KEPT  # too short, or no text
        lines.append(f"{sign} {question.id} {told}: {question.asks}")
    light = quick.of_lesson(lesson)
    tried = [q for q in light if JOURNAL.of(q.name).tries]
    if tried:
        right = sum(JOURNAL.of(q.name).is_done for q in tried)
        lines.append(f"Quick checks: {right} of {len(light)} right.")
    return lines


def _to_read_again(lessons: Sequence[int]) -> list[str]:
    """Return the sections that explain what was missed in quick questions, each once."""
    missed: dict[str, list[str]] = {}
    for lesson in lessons:
        for question in quick.of_lesson(lesson):
            entry = JOURNAL.of(question.name)
            if entry.missed:
                missed.setdefault(question.where(), []).append(question.id)
    if not missed:
        return []
    return [
        "To read again:",
        *(f"• {where} ({', '.join(ids)})" for where, ids in missed.items()),
    ]
