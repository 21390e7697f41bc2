"""Marks: of each student the files that count, what they are worth, and what a teacher should see.

A question is worth one point. Of an answer of several parts, each part that stands is worth its
share; a defensible answer is worth as much as a right one. An open question has no mark until a
person gives one.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath

from realignment import questions
from realignment.feedback import Standing
from realignment.marking.handed_in import HandIn
from realignment.marking.judged import Answer, Rules, Sheet
from realignment.marking.roster import Student
from realignment.questions import Question
from realignment.untrusted import visible


@dataclass(frozen=True)
class Flag:
    """Something that a teacher should look at; it is no verdict, and changes no mark.

    Attributes
    ----------
    student, name
        Whose it is; the id is what the file is called where nobody is known.
    file
        Where it was seen; ``""`` if in no file.
    what
        In a few words.
    detail
        Which questions, or which other student.
    """

    student: str
    name: str
    file: str
    what: str
    detail: str = ""


@dataclass
class Marked:
    """One student's work, marked.

    Attributes
    ----------
    student
        Of the roster; whoever is unknown to it has what their file is called as id and name.
    known
        Whether the roster has them.
    sheets
        Lesson to the file that counts, and what is in it.
    not_begun
        Lessons whose exercise lay beside others, as it was handed out.
    """

    student: Student
    known: bool = True
    sheets: dict[int, tuple[str, Sheet]] = field(default_factory=dict)
    not_begun: tuple[int, ...] = ()

    def answer(self, question: Question) -> Answer | None:
        """Return the answer that counts; ``None`` if there is none."""
        held = self.sheets.get(question.lesson)
        return held[1].answers.get(question.name) if held else None

    def points(self, question: Question) -> float | None:
        """Return the points of one question; ``None`` without a file, or where it is open."""
        if question.rubric or question.lesson not in self.sheets:
            return None
        answer = self.answer(question)
        return 0.0 if answer is None else answer.judged.share

    def total(self, lesson: int) -> float | None:
        """Return the points of one exercise; ``None`` if none was handed in."""
        if lesson not in self.sheets:
            return None
        return sum(self.points(question) or 0 for question in questions.of_lesson(lesson))

    def stands(self, question: Question) -> str:
        """Say in a word or two how a question stands."""
        answer = self.answer(question)
        if answer is not None:
            open_text = question.rubric and answer.judged.state is Standing.DEFENSIBLE
            return "To be read" if open_text else answer.judged.state.value
        held = self.sheets.get(question.lesson)
        if held is None:
            return "Not handed in"
        return "Not checked" if question.name in held[1].unchecked else "Not attempted"


@dataclass
class ClassMarks:
    """The marks of a class.

    Attributes
    ----------
    marked
        In the order of the roster, then those who are unknown to it.
    lessons
        The exercises that somebody has handed in.
    flags
        For the teacher alone.
    problems
        File to why it could not be read, or not whole.
    """

    marked: list[Marked]
    lessons: list[int]
    flags: list[Flag]
    problems: list[tuple[str, str]]

    @property
    def asked(self) -> list[Question]:
        """The questions of all these exercises."""
        return [question for lesson in self.lessons for question in questions.of_lesson(lesson)]

    @property
    def known(self) -> list[Marked]:
        """Those of the roster."""
        return [one for one in self.marked if one.known]


def possible(lesson: int) -> int:
    """Return the points of an exercise: one for each question that is not open."""
    return sum(not question.rubric for question in questions.of_lesson(lesson))


def put_together(
    students: Sequence[Student],
    files: Sequence[HandIn],
    sheets: Sequence[Sheet],
    rules: Rules,
) -> ClassMarks:
    """Choose for each student and exercise the file that counts, and mark it.

    Who hands in a whole folder, or a file of saved work, hands in exercises of later weeks with it.
    So of several exercises those in which nothing was begun are taken for not handed in.

    Parameters
    ----------
    students
        Of the roster.
    files, sheets
        What was handed in, the earliest first, and what is in each.
    rules
        Say whether of several files the best counts, and not the latest.
    """
    counted: defaultdict[str, dict[int, tuple[str, Sheet]]] = defaultdict(dict)
    unknown: dict[str, str] = {}
    for file, sheet in zip(files, sheets, strict=True):
        owner = file.owner
        if owner is None:
            owner = f"unknown {file.who}"
            unknown[owner] = file.who
        for lesson in sheet.lessons:
            before = counted[owner].get(lesson)
            worse = before is not None and sheet.points(lesson) < before[1].points(lesson)
            emptied = before is not None and before[1].is_begun(lesson) > sheet.is_begun(lesson)
            if not (emptied or (rules.best and worse)):
                counted[owner][lesson] = file.path, sheet
    left = {owner: _not_begun(held) for owner, held in counted.items()}
    for owner, lessons_left in left.items():
        for lesson in lessons_left:
            del counted[owner][lesson]
    marked = [
        Marked(one, True, counted[one.counts_with], left.get(one.counts_with, ()))
        for one in students
    ]
    marked += [
        Marked(Student(who, who), False, counted[owner])
        for owner, who in sorted(unknown.items())
        if counted[owner]
    ]
    lessons = sorted({lesson for one in marked for lesson in one.sheets})
    problems = [
        (file.path, said) for file, sheet in zip(files, sheets, strict=True) for said in sheet.says
    ]
    owners = {file.owner for file in files}
    flags = [
        *_flags(marked, owners),
        *_as_handed_out(marked, lessons),
        *_strangers(files),
        *_twins(marked),
    ]
    return ClassMarks(marked, lessons, flags, problems)


def _not_begun(held: Mapping[int, tuple[str, Sheet]]) -> tuple[int, ...]:
    """Return which of several exercises are as they were handed out; one alone was meant."""
    if len(held) < 2:
        return ()
    return tuple(lesson for lesson, (_, sheet) in held.items() if not sheet.is_begun(lesson))


# --- flags ------------------------------------------------------------------------------------


def _flags(marked: Iterable[Marked], owners: Collection[str | None]) -> Iterable[Flag]:
    for one in marked:
        who, name = one.student.id, one.student.name
        if not one.sheets and one.known:
            some = one.student.counts_with in owners
            told = "nothing was handed in that is a notebook or saved work"
            if one.not_begun:
                told = "nothing was begun in what was handed in"
            elif some:
                told = "nothing that was handed in could be marked"
            yield Flag(who, name, "", told)
        for file, sheet in dict(one.sheets.values()).items():
            answers = [a for a in sheet.answers.values() if _find(a).lesson in one.sheets]
            seen: Mapping[str, Sequence[str]] = {
                "not checked": [_by_name(name).id for name in sheet.unchecked],
                "kept otherwise than a check keeps it": [_find(a).id for a in answers if a.refused],
                "changed after the check": [_find(a).id for a in answers if a.changed],
                "checked beside other data": [_find(a).id for a in answers if a.other_data],
                "solution shown before the check": [_find(a).id for a in answers if a.solution],
            }
            for what, where in seen.items():
                if where:
                    yield Flag(who, name, file, what, _listed(where))
            for version in sorted({a.module for a in answers if a.module}):
                where = [_find(a).id for a in answers if a.module == version]
                told = f"version {visible(version)[:40]}: {_listed(where)}"
                yield Flag(who, name, file, "checked by another version", told)


def _as_handed_out(marked: Iterable[Marked], lessons: Sequence[int]) -> Iterable[Flag]:
    """Say who has not begun what others have."""
    for one in marked:
        where = [f"exercise {lesson:02}" for lesson in one.not_begun if lesson in lessons]
        if where and one.sheets:
            yield Flag(
                one.student.id, one.student.name, "", "handed in and not begun", _listed(where)
            )


def _find(answer: Answer) -> Question:
    return _by_name(answer.question)


@cache
def _by_name(name: str) -> Question:
    return questions.find(name)


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(ids))


def _strangers(files: Iterable[HandIn]) -> Iterable[Flag]:
    for file in files:
        if file.owner is None:
            yield Flag(file.who, "", file.path, "unknown to the roster")


def _twins(marked: Sequence[Marked]) -> Iterable[Flag]:
    """Say whose file is the same as another's, cell for cell, if it holds an answer."""
    holders: defaultdict[str, dict[str, tuple[Marked, str]]] = defaultdict(dict)
    for one in marked:
        for file, sheet in one.sheets.values():
            if sheet.digest and sheet.answers:
                holders[sheet.digest].setdefault(one.student.counts_with, (one, file))
    for same in holders.values():
        for one, file in same.values() if len(same) > 1 else ():
            others = [other.student.id for other, _ in same.values() if other is not one]
            yield Flag(
                one.student.id,
                one.student.name,
                file,
                "the same file twice",
                _listed(f"as {visible(other)}" for other in others),
            )


# --- tables -----------------------------------------------------------------------------------


def marks_table(marks: ClassMarks) -> str:
    """Return ``marks.csv``: a row a student; for each exercise its points, then its questions.

    A question is named by its number and its name. An open one says whether there is something to
    read. Where no exercise was handed in, its cells are empty.
    """
    header = ["student_id", "name", "group"]
    for lesson in marks.lessons:
        header.append(f"exercise {lesson:02} (of {possible(lesson)})")
        header += [f"{q.id} {q.name}" for q in questions.of_lesson(lesson)]
    rows = [[*header, "flags"]]
    flagged: defaultdict[str, list[str]] = defaultdict(list)
    for flag in marks.flags:
        flagged[flag.student].append(f"{flag.what} ({flag.detail})" if flag.detail else flag.what)
    for one in marks.marked:
        row = [one.student.id, one.student.name, one.student.group]
        for lesson in marks.lessons:
            row.append(number(one.total(lesson)))
            for question in questions.of_lesson(lesson):
                if question.rubric:
                    row.append(one.stands(question).lower() if lesson in one.sheets else "")
                else:
                    row.append(number(one.points(question)))
        rows.append([*row, "; ".join(dict.fromkeys(flagged[one.student.id]))])
    return as_csv(rows)


def flags_table(marks: ClassMarks) -> str:
    """Return ``flags.csv``: whose, which file, what, and which questions."""
    rows = [["student_id", "name", "file", "what", "detail"]]
    rows += [[f.student, f.name, f.file, f.what, f.detail] for f in marks.flags]
    rows += [["", "", file, "could not be read", said] for file, said in marks.problems]
    return as_csv(rows)


def number(points: float | None) -> str:
    """Return points with at most two places and a point, however this computer writes numbers."""
    return "" if points is None else f"{points:.2f}".rstrip("0").rstrip(".")


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV. A cell that a spreadsheet would take for a formula is made a text."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_harmless(c) for c in row] for row in rows)
    return text.getvalue()


def _harmless(cell: str) -> str:
    shown = visible(cell)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown


def short(path: str) -> str:
    """Return the last part of a path as a page shows it."""
    return visible(PurePosixPath(path).name)
