"""Files that a learning platform's gradebook imports without an edit.

What each platform asks for was read in its source, where that is public, or in its manual:

Canvas
    ``lib/gradebook_importer.rb``: the columns of students begin with *Student* and *ID*, and the
    last of them must hold *Section*; a row *Points Possible* says what an exercise is worth; a
    title that holds *Final Score* and its like is dropped, one that ends in a number in brackets
    is taken for that assignment; ``1,234`` is read as 1.234. A student is looked for by *ID*,
    *SIS User ID*, *SIS Login ID*, and then by name.
Moodle
    ``grade/import/csv/classes/load_data.php``: one user who is not found aborts the import, and so
    does a grade above 100; a row without identifier is taken for the user of the row before; a new
    grade item has 100 points, and an empty cell becomes a nought where ``-`` is no grade.
Blackboard
    *Upload grades* of the manual: a student is known by the *Username*, a column by the number
    after the bar, which only a file that was downloaded there has. A column without one is made
    anew, as text. Cells of a file with commas stand in quotation marks.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from realignment.errors import ReadingError
from realignment.files import name_of, reason
from realignment.marking.marks import ClassMarks, number, possible
from realignment.marking.roster import Student

TITLE: Final = "Reading Realignment, exercise {:02}"
"""What an exercise is called where the platform does not know it yet."""

LARGEST_GRADEBOOK: Final = 20_000_000

Rows = list[list[str]]


@dataclass(frozen=True)
class Totals:
    """What a gradebook holds: the points of each exercise.

    Attributes
    ----------
    students
        Of the roster, in its order.
    exercises
        Number of an exercise to the points that it is worth.
    points
        Student's id and number of the exercise to points; no entry where nothing was handed in.
    """

    students: Sequence[Student]
    exercises: Mapping[int, float]
    points: Mapping[tuple[str, int], float]

    def of(self, student: Student) -> list[float | None]:
        """Return the points of a student, one for each exercise."""
        return [self.points.get((student.id, lesson)) for lesson in self.exercises]


def totals(marks: ClassMarks) -> Totals:
    """Return the points of a marked class; whoever is unknown to the roster has none."""
    points = {
        (one.student.id, lesson): total
        for one in marks.known
        for lesson in marks.lessons
        if (total := one.total(lesson)) is not None
    }
    exercises = {lesson: float(possible(lesson)) for lesson in marks.lessons}
    return Totals([one.student for one in marks.known], exercises, points)


@dataclass(frozen=True)
class Downloaded:
    """A gradebook as a platform lets one download it.

    Attributes
    ----------
    platform
        ``"canvas"``, ``"moodle"`` or ``"blackboard"``.
    rows
        All its cells, the header first.
    delimiter, encoding
        As it was found.
    """

    platform: str
    rows: Rows
    delimiter: str = ","
    encoding: str = "utf-8"

    @property
    def header(self) -> list[str]:
        """The names of its columns."""
        return self.rows[0]

    def cell(self, row: Sequence[str], column: str) -> str:
        """Return a cell of a row; ``""`` where there is no such column."""
        place = self.header.index(column) if column in self.header else len(row)
        return row[place] if place < len(row) else ""


@dataclass(frozen=True)
class Gradebook:
    """A file to import, and who is not in it.

    Attributes
    ----------
    name, content
        Of the file.
    left_out
        Students of the roster whom the downloaded file does not have.
    """

    name: str
    content: bytes
    left_out: tuple[str, ...] = ()


def read_downloaded(path: Path) -> Downloaded:
    """Read a gradebook that was downloaded from a platform.

    Raises
    ------
    ReadingError
        If it cannot be opened, or is of none of the three.
    """
    try:
        held = path.read_bytes()
    except OSError as problem:
        raise ReadingError(f"{name_of(path)} cannot be opened: {reason(problem)}.") from None
    wrong = ReadingError(
        f"{name_of(path)} is no gradebook that is known here; expected one as Canvas, Moodle or "
        "Blackboard lets you download it, with its header."
    )
    if len(held) > LARGEST_GRADEBOOK:
        raise wrong
    encoding = "utf-16" if held[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = held.decode(encoding)
        first = text.partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(row)]
    except (UnicodeDecodeError, csv.Error):
        raise wrong from None
    header = [name.strip() for name in rows[0]] if rows else []
    known = (
        ("canvas", {"Student", "ID", "Section"}),
        ("canvas", {"LastName", "FirstName", "ID", "Section"}),
        ("blackboard", {"Last Name", "First Name", "Username"}),
    )
    for platform, columns in known:
        if columns <= set(header):
            return Downloaded(platform, [header, *rows[1:]], delimiter, encoding)
    if {"Email address", "ID number", "Username"} & set(header):
        return Downloaded("moodle", [header, *rows[1:]], delimiter, encoding)
    raise wrong


def gradebooks(marks: Totals, downloaded: Iterable[Downloaded] = ()) -> list[Gradebook]:
    """Return a file for each platform; with a downloaded one, in its terms."""
    given = {one.platform: one for one in downloaded}
    makers: Mapping[str, Callable[[Totals, Downloaded | None], Gradebook]] = {
        "canvas": canvas,
        "moodle": moodle,
        "blackboard": blackboard,
    }
    return [make(marks, given.get(platform)) for platform, make in makers.items()]


# --- Canvas -----------------------------------------------------------------------------------

_CANVAS_STUDENT: Final = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]


def canvas(marks: Totals, downloaded: Downloaded | None = None) -> Gradebook:
    """Return the file for Canvas, points as points."""
    if downloaded is None:
        columns = [TITLE.format(lesson) for lesson in marks.exercises]
        rows = [[*_CANVAS_STUDENT, *columns]]
        rows.append(_points_possible(len(_CANVAS_STUDENT), marks))
        for who in marks.students:
            login = who.login or who.email
            cells = [who.name, who.canvas_id, who.id, login, who.section]
            rows.append([*cells, *map(number, marks.of(who))])
        return Gradebook("gradebook_canvas.csv", _csv(rows))
    last = downloaded.header.index("Section") + 1
    titles = downloaded.header[last:]
    columns = [_own_title(titles, lesson) for lesson in marks.exercises]
    rows = [[*downloaded.header[:last], *columns]]
    of = list(marks.exercises.values())
    worth = [_worth(downloaded, column) or own for column, own in zip(columns, of, strict=True)]
    rows.append(["    Points Possible", *[""] * (last - 1), *map(number, worth)])
    found, left_out = _matched(
        marks,
        downloaded,
        ["SIS User ID", "SIS Login ID", "ID"],
        lambda row: row[0] if downloaded.header[0] == "Student" else f"{row[1]} {row[0]}",
    )
    for row, one in found:
        points = zip(marks.of(one), of, worth, strict=True)
        rows.append([*row[:last], *(_in_proportion(*each) for each in points)])
    return Gradebook("gradebook_canvas.csv", _csv(rows), left_out)


def _worth(downloaded: Downloaded, column: str) -> float | None:
    """Return the points that Canvas gives a column of its own; ``None`` where it does not say.

    An import changes nothing in what an assignment is worth, so points must be in proportion.
    """
    row = next((r for r in downloaded.rows[1:] if r[0].strip() == "Points Possible"), [])
    try:
        found = float(downloaded.cell(row, column).replace(",", "."))
    except ValueError:
        return None
    return found if 0 < found < float("inf") else None


def _in_proportion(points: float | None, of: float, worth: float) -> str:
    return "" if points is None else number(points * worth / of if of else 0.0)


def _points_possible(students: int, marks: Totals) -> list[str]:
    blank = [""] * (students - 1)
    return ["    Points Possible", *blank, *map(number, marks.exercises.values())]


# --- Moodle -----------------------------------------------------------------------------------


def moodle(marks: Totals, downloaded: Downloaded | None = None) -> Gradebook:
    """Return the file for Moodle, in hundredths of an exercise; ``-`` is no grade."""
    name = "gradebook_moodle.csv"
    columns = [f"{TITLE.format(lesson)} (percent)" for lesson in marks.exercises]
    if downloaded is None:
        column, identify = _moodle_identifier(marks.students)
        rows = [[column, *columns]]
        for who in marks.students:
            rows.append([identify(who), *_percent(who, marks)])
        return Gradebook(name, _csv(rows))
    known = ["Email address", "ID number", "Username"]
    found, left_out = _matched(marks, downloaded, known, lambda row: _full_name(downloaded, row))
    whole = [
        column
        for column in known
        if column in downloaded.header
        and all(downloaded.cell(row, column).strip() not in ("", "0") for row, _ in found)
    ]
    if not whole:
        raise ReadingError(
            "The gradebook from Moodle has no column that names each student; expected "
            "'Email address', 'ID number' or 'Username' without a gap."
        )
    rows = [[whole[0], *columns]]
    for row, one in found:
        rows.append([downloaded.cell(row, whole[0]), *_percent(one, marks)])
    return Gradebook(name, _csv(rows), left_out)


def _moodle_identifier(students: Sequence[Student]) -> tuple[str, Callable[[Student], str]]:
    """Return what names every student: an address where all have one of their own, else the id."""
    addresses = [student.email.casefold() for student in students]
    if all(addresses) and len(set(addresses)) == len(addresses):
        return "Email address", lambda student: student.email
    if all(student.login for student in students):
        return "Username", lambda student: student.login
    return "ID number", lambda student: student.id


def _percent(who: Student, marks: Totals) -> list[str]:
    both = zip(marks.of(who), marks.exercises.values(), strict=True)
    return [_hundredths(points, of) or "-" for points, of in both]


def _hundredths(points: float | None, of: float) -> str:
    return "" if points is None else number(min(100.0, 100 * points / of) if of else 0.0)


# --- Blackboard -------------------------------------------------------------------------------

_BLACKBOARD_STUDENT: Final = ["Last Name", "First Name", "Username", "Student ID"]
_TOTAL: Final = re.compile(r"\[Total Pts:\s*(?:up to )?([\d.,]+)")


def blackboard(marks: Totals, downloaded: Downloaded | None = None) -> Gradebook:
    """Return the file for Blackboard; with a downloaded one, under the numbers of its columns."""
    if downloaded is None:
        rows = [[*_BLACKBOARD_STUDENT, *(TITLE.format(lesson) for lesson in marks.exercises)]]
        for who in marks.students:
            names = _two_names(who.name)
            rows.append([*names, who.login or who.id, who.id, *map(number, marks.of(who))])
        return Gradebook("gradebook_blackboard.csv", _csv(rows, quoting=csv.QUOTE_ALL))
    student = [column for column in _BLACKBOARD_STUDENT if column in downloaded.header]
    titles = [column for column in downloaded.header if column not in student]
    columns = [_own_title(titles, lesson) for lesson in marks.exercises]
    rows = [[*student, *columns]]
    found, left_out = _matched(
        marks, downloaded, ["Username", "Student ID"], lambda row: _full_name(downloaded, row)
    )
    for row, one in found:
        cells = [downloaded.cell(row, column) for column in student]
        worth = zip(marks.of(one), marks.exercises.values(), columns, strict=True)
        rows.append([*cells, *(_in_total(points, of, column) for points, of, column in worth)])
    tabs = downloaded.delimiter == "\t"
    content = _csv(rows, downloaded.delimiter, csv.QUOTE_ALL, downloaded.encoding)
    return Gradebook(f"gradebook_blackboard.{'xls' if tabs else 'csv'}", content, left_out)


def _in_total(points: float | None, of: float, column: str) -> str:
    """Return points in proportion to what the platform's column is worth."""
    found = _TOTAL.search(column)
    total = float(found[1].replace(",", ".")) if found else of
    return _in_proportion(points, of, total)


def _two_names(name: str) -> tuple[str, str]:
    """Return last and first name, as a platform that does not match by them wants them."""
    if "," in name:
        last, _, first = name.partition(",")
        return last.strip(), first.strip()
    first, _, last = name.rpartition(" ")
    return last, first


# --- what they share --------------------------------------------------------------------------


def _own_title(titles: Iterable[str], lesson: int) -> str:
    """Return the platform's own column for an exercise, or a new title if it has none."""
    pattern = re.compile(rf"\b(exercise|ex|lesson)[ _.]*0?{lesson}(?!\d)", re.IGNORECASE)
    return next(filter(pattern.search, titles), TITLE.format(lesson))


def _full_name(downloaded: Downloaded, row: Sequence[str]) -> str:
    last = downloaded.cell(row, "Last name") or downloaded.cell(row, "Last Name")
    last = last or downloaded.cell(row, "Surname")
    first = downloaded.cell(row, "First name") or downloaded.cell(row, "First Name")
    return f"{first} {last}"


def _matched(
    marks: Totals,
    downloaded: Downloaded,
    columns: Sequence[str],
    named: Callable[[list[str]], str],
) -> tuple[list[tuple[list[str], Student]], tuple[str, ...]]:
    """Return the rows of a downloaded file with the student of each, and who is in none.

    Looked for by what a platform knows a student by, and then by a name that only one has.
    """
    by_mark: dict[str, Student] = {}
    by_name: dict[tuple[str, ...], list[Student]] = {}
    for who in marks.students:
        for mark in (who.id, who.login, who.email, who.canvas_id):
            if mark:
                by_mark.setdefault(mark.casefold(), who)
        by_name.setdefault(_words(who.name), []).append(who)
    found: list[tuple[list[str], Student]] = []
    taken: set[str] = set()
    for row in downloaded.rows[1:]:
        marks_of = (downloaded.cell(row, column).strip().casefold() for column in columns)
        student = next((by_mark[mark] for mark in marks_of if mark in by_mark), None)
        if student is None:
            alike = by_name.get(_words(named(row)), [])
            student = alike[0] if len(alike) == 1 else None
        if student is not None and student.id not in taken:
            taken.add(student.id)
            found.append((row, student))
    return found, tuple(who.id for who in marks.students if who.id not in taken)


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall(r"[^\W\d_]+", name.casefold())))


def _csv(
    rows: Iterable[Sequence[str]],
    delimiter: str = ",",
    quoting: int = csv.QUOTE_MINIMAL,
    encoding: str = "utf-8",
) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator="\r\n")  # type: ignore[arg-type]
    writer.writerows(rows)
    return text.getvalue().encode(encoding, "replace")
