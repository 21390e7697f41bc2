"""The class: who is in it, in which group, and whose file a file is.

Platforms name what students hand in each in its own way. A name is looked for in this order: the
student's id, group, address or login as a folder's or a file's whole name; the patterns below; the
student's name; an id within a longer name, such as ``04_events_s123.ipynb``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from realignment.errors import ReadingError
from realignment.files import read_table

MOODLE: Final = re.compile(r"(?P<name>.+?)_(?P<number>\d+)_assign(submission|feedback)_\w+?_.*")
"""*Download all submissions*: ``[Group-]Full Name_12345_assignsubmission_file_``, a folder, or the
same before the file's name. The number is that of the submission and not of the student."""

CANVAS: Final = re.compile(r"(?P<name>\w+?)_(LATE_)?(?P<id>\d+)_(?P<file>\d+)_.+")
"""*Download submissions*: ``lastfirst_[LATE_]USER_FILE_name.ipynb``, the student's sortable name in
small letters with all but letters and digits taken out."""

BLACKBOARD: Final = re.compile(r"(?P<before>.+)_attempt_(?P<time>\d{4}(-\d\d){2,5})(_.*|\..*)?")
"""*Assignment File Download*: ``Title_USERNAME_attempt_2026-01-30-15-00-00_name.ipynb``, which is
also what nbgrader's ``zip_collect`` has as its example."""

NBGRADER: Final = re.compile(r"(?P<id>[^+]+)\+(?P<assignment>[^+]+)\+(?P<time>[^+]+)(\+.*)?")
"""nbgrader's exchange, ``inbound/``: ``ID+ASSIGNMENT+2026-01-30 15:00:00 UTC+RANDOM``. Its
``submitted/ID/ASSIGNMENT/`` needs no pattern."""

_NOT_ALONE = re.compile(r"\d{1,3}|\D{1,3}")
"""Ids that are not looked for within longer names: ``04`` is the number of an exercise, too."""


@dataclass(frozen=True)
class Student:
    """One row of the roster.

    Attributes
    ----------
    id, name
        As the roster has them; the id is unique.
    email, login, canvas_id, section, group
        ``""`` where the roster does not say.
    """

    id: str
    name: str
    email: str = ""
    login: str = ""
    canvas_id: str = ""
    section: str = ""
    group: str = ""

    @property
    def counts_with(self) -> str:
        """Whose files count for this student: the group's, or the student's own."""
        return f"group {self.group.casefold()}" if self.group else f"student {self.id}"


def read_roster(path: Path) -> list[Student]:
    """Read ``roster.csv``: ``student_id``, ``name``; if wanted ``email``, ``group`` and others.

    Raises
    ------
    ReadingError
        If a column is missing or unknown, an id is missing or there twice, or nobody is in it.
    """
    optional = ["email", "login", "canvas_id", "section", "group"]
    table = read_table(path, ["student_id", "name"], optional)
    students: list[Student] = []
    rows: dict[str, int] = {}
    for number, row in enumerate(table.to_dict("records"), start=2):
        who = row["student_id"]
        if not who:
            raise ReadingError(f"{path.name}, row {number}: there is no student_id; expected one.")
        if who.casefold() in rows:
            raise ReadingError(
                f"{path.name}, row {number}: {who!r} is there already, in row "
                f"{rows[who.casefold()]}; expected each student once."
            )
        rows[who.casefold()] = number
        students.append(Student(who, row["name"] or who, *(row[column] for column in optional)))
    if not students:
        raise ReadingError(f"{path.name}: nobody is in it; expected a row for each student.")
    return students


class Owners:
    """Knows whose a file is by its path."""

    def __init__(self, students: Sequence[Student]) -> None:
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        self._names: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        self._joined: defaultdict[str, set[str]] = defaultdict(set)
        for student in students:
            whose = student.counts_with
            local = student.email.partition("@")[0]
            for known in (student.id, student.email, student.login, student.group, local):
                if known:
                    self._known[_plain(known)].add(whose)
            self._names[_words(student.name)].add(whose)
            for joined in _rotations(student.name):
                self._joined[joined].add(whose)
        self._by_number = {s.canvas_id: s.counts_with for s in students if s.canvas_id}
        self._by_number |= {s.id: s.counts_with for s in students if s.id.isdecimal()}

    def of(self, path: str) -> str | None:
        """Return whose a file is (see :attr:`Student.counts_with`); ``None`` if nobody's here.

        A name that two students have is nobody's.
        """
        parts = [*PurePosixPath(path).parts]
        if not parts:
            return None
        parts[-1] = re.sub(r"(\.ipynb)?\.\w+$", "", parts[-1])
        for part in parts:  # the folder says more than the file in it, which a student names
            found = self._whole(part) or self._pattern(part) or self._name(part)
            if found is not None:
                return found
        return next(filter(None, map(self._within, parts)), None)

    def _whole(self, part: str) -> str | None:
        return _only(self._known.get(_plain(part), set()))

    def _pattern(self, part: str) -> str | None:
        if found := MOODLE.fullmatch(f"{part}_"):
            return self._moodle(found["name"])
        if found := BLACKBOARD.fullmatch(part):
            return self._ending(found["before"])
        if found := NBGRADER.fullmatch(part):
            return self._whole(found["id"])
        if found := CANVAS.fullmatch(f"{part}_"):
            known = self._by_number.get(found["id"])
            return known or _only(self._joined.get(_joined(found["name"]), set()))
        return None

    def _moodle(self, name: str) -> str | None:
        """Look for a full name, which the group's name and a dash may stand before."""
        while name:
            found = self._name(name) or self._whole(name)
            if found is not None:
                return found
            _, _, name = name.partition("-")
        return None

    def _ending(self, before: str) -> str | None:
        """Look for the longest ending that is an id: a title may hold ``_``, and so may an id."""
        words = before.split("_")
        return next(
            filter(None, (self._whole("_".join(words[i:])) for i in range(len(words)))), None
        )

    def _name(self, part: str) -> str | None:
        words = _words(part)
        return _only(self._names.get(words, set())) if words else None

    def _within(self, part: str) -> str | None:
        words = [word for word in re.split(r"[^\w@.]+|_", part) if word]
        candidates = {_plain(word) for word in words if not _NOT_ALONE.fullmatch(word)}
        found = {who for word in candidates for who in self._known.get(word, set())}
        return _only(found)


def moment_in(path: str) -> str:
    """Return when a path says that it was handed in, as ``2026-01-30 15:00:00``; ``""`` if not."""
    for part in PurePosixPath(path).parts:
        found = BLACKBOARD.fullmatch(PurePosixPath(part).stem) or NBGRADER.fullmatch(part)
        numbers = re.findall(r"\d+", found["time"]) if found else []
        if len(numbers) >= 3:
            numbers = [*numbers, "0", "0", "0"][:6]
            year, month, day, hour, minute, second = map(int, numbers)
            return f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
    return ""


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name in one order: *Doe, Jane* is *Jane Doe*."""
    return tuple(sorted(re.findall(r"[^\W\d_]+", _plain(name))))


def _joined(name: str) -> str:
    return "".join(re.findall(r"[^\W_]+", _plain(name)))


def _rotations(name: str) -> Iterator[str]:
    """Yield a name without spaces, beginning with each of its words in turn.

    A platform sorts by the last name, which nobody can tell from a full one: *Jan van den Berg*
    sorts as *vandenbergjan* or *bergjanvanden*.
    """
    words = _plain(name).replace(",", " ").split()
    for place in range(len(words)):
        yield _joined("".join(words[place:] + words[:place]))
