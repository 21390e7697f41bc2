"""The sheets that a class has handed in: read, set aside with the reason, and named by pseudonyms.

A folder as it comes: one file a student (``my_sheet_anna.csv``, ``coder_anna.xlsx``), or one folder
a student (``anna/my_sheet.csv``), or what ``save_progress()`` has made (``anna/my_work.zip``, in
which the sheet lies). One bad sheet stops none of the others.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from realignment.cases import Case, read_case
from realignment.errors import ReadingError
from realignment.events import Coding, read_partial_coding
from realignment.feedback.work import read_work
from realignment.files import TABLE_ENDINGS, is_left_by_a_program, place
from realignment.untrusted import visible

MOST_FILES = 5_000
"""Files of one folder that are looked at. A class has some forty, a year some thousand."""

_SHEET_NAME = re.compile(
    r"(?i)(?:\A|(?<=[ _-]))(?:my[ _-]?sheet|my[ _-]?work|coder|sheet)(?=[ _-]|\Z)"
)
_COPY = re.compile(
    r"(?i)([ _-]+(copy|copie|kopie|copia|cópia)( \d+)?|[ _]*\(\d+\)|[ _-]+copy \(\d+\))+\Z"
)
_IGNORED = (".ipynb", ".md", ".json")
"""What lies beside sheets and is taken for none."""

Rows = list[dict[str, Any]]
"""What is coded of one sheet: a dict for each row."""

_CODED = [name for name in Coding.model_fields if name not in ("sentence", "main", "quad")]
_WORDED = ("action", "note")
"""What no two students word alike from beginning to end."""


@dataclass(frozen=True)
class HandedIn:
    """What a class has handed in.

    Attributes
    ----------
    codings
        All sheets under one another, in the form of ``case.codings``; the coder is a pseudonym.
        ``""`` stands where a student has not coded a cell yet.
    set_aside
        The files that could not be read: ``file``, ``reason``.
    twice
        Students of whom two files are there: ``file`` (which was left out), ``counted`` (which
        counts), ``reason``.
    names
        Which file is whose pseudonym: ``coder``, ``student``, ``file``. Yours alone: no picture and
        no table of this package shows it.
    """

    codings: pd.DataFrame
    set_aside: pd.DataFrame
    twice: pd.DataFrame
    names: pd.DataFrame

    def __repr__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """What is there, in a sentence or two."""
        said = f"{_count(len(self.names), 'sheet')} read"
        if len(self.set_aside):
            said += f"; {_count(len(self.set_aside), 'file')} set aside"
        if len(self.twice):
            said += f"; {_count(len(self.twice), 'file')} of students who handed in twice"
        return f"{said}."


def load_codings(
    folder: str | Path, case: Case | str | Path = "niger_2024", secret: str = ""
) -> HandedIn:
    """Read the sheets of a class.

    Parameters
    ----------
    folder
        Where they lie, in it or in folders within it.
    case
        The story that was coded, or its name.
    secret
        A word that only you know. The pseudonyms (P01, P02, ...) are dealt out by it and by the
        students' names: the same word gives the same pseudonyms, and without it nobody can tell
        them from the list of the class.

    Raises
    ------
    ReadingError
        If there is no such folder. What is wrong with one sheet is said of that sheet.
    """
    where = place(folder)
    if not where.is_dir():
        raise ReadingError(f"There is no folder {str(folder)!r}; expected one with coders' sheets.")
    story = case if isinstance(case, Case) else read_case(case)
    sheets: list[tuple[str, str, Rows]] = []
    aside: list[tuple[str, str]] = []
    files = _files(where)
    students = _students(files, where)
    for file in files:
        name = visible(file.relative_to(where).as_posix())
        try:
            sheets.append((students[file], name, _read(file, story)))
        except ReadingError as problem:
            aside.append((name, str(problem)))
    kept, twice = _once_each(sheets)
    kept.sort(key=lambda one: hashlib.sha256(f"{secret}\0{one[0]}".encode()).hexdigest())
    width = max(2, len(str(len(kept))))
    pseudonyms = [f"P{number:0{width}}" for number in range(1, len(kept) + 1)]
    coded = [
        row | {"coder": pseudonym}
        for pseudonym, (*_, rows) in zip(pseudonyms, kept, strict=True)
        for row in rows
    ]
    return HandedIn(
        codings=pd.DataFrame(coded, columns=["coder", *Coding.model_fields]),
        set_aside=pd.DataFrame(aside, columns=["file", "reason"]),
        twice=pd.DataFrame(twice, columns=["file", "counted", "reason"]),
        names=pd.DataFrame(
            [
                (pseudonym, student, name)
                for pseudonym, (student, name, _) in zip(pseudonyms, kept, strict=True)
            ],
            columns=["coder", "student", "file"],
        ),
    )


def _files(folder: Path) -> list[Path]:
    """Return what may be a sheet, in the order of names."""
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not is_left_by_a_program(path)
        and path.suffix.lower() not in _IGNORED
    )
    if len(found) > MOST_FILES:
        raise ReadingError(
            f"{folder.name} has {len(found)} files; expected a folder with the sheets of a class, "
            f"{MOST_FILES} at the most."
        )
    return found


def _students(files: Sequence[Path], folder: Path) -> dict[Path, str]:
    """Return whose sheet each file is.

    In a folder whose sheets all have one name, as ``my_sheet.csv`` or ``coder_me.csv``, the folder
    is the student's; otherwise each file is.
    """
    own = {file: _SHEET_NAME.sub("", _COPY.sub("", file.stem)).strip(" _-") for file in files}
    names: dict[Path, set[str]] = {}
    for file in files:
        if own[file] and file.suffix.lower() in TABLE_ENDINGS:
            names.setdefault(file.parent, set()).add(own[file].casefold())
    found = {}
    for file in files:
        parts = [] if file.parent == folder else [*file.parent.relative_to(folder).parts]
        if not parts or (own[file] and len(names.get(file.parent, ())) > 1):
            parts.append(own[file] or file.stem)
        found[file] = " ".join(re.split(r"[\s_-]+", " ".join(parts).casefold())).strip()
    return found


def _read(file: Path, case: Case) -> Rows:
    if file.suffix.lower() == ".zip":
        return _read_saved_work(file, case)
    if file.suffix.lower() not in TABLE_ENDINGS:
        raise ReadingError(
            f"{visible(file.name)}: this is no table; expected a sheet that ends with .csv or "
            ".xlsx, or a my_work.zip."
        )
    sheet = read_partial_coding(file, case.sentences, case.actors)
    rows = [row for row in sheet if any(map(row.get, _CODED))]
    if not rows:
        raise ReadingError(f"{visible(file.name)}: nothing is coded in it yet.")
    return rows


def _read_saved_work(file: Path, case: Case) -> Rows:
    """Read the sheet out of a file that ``save_progress()`` has made."""
    within = read_work(file).files
    names = [name for name in within if name in ("my_sheet.csv", "my_sheet.xlsx")]
    if len(names) != 1:
        what = "two sheets lie" if names else "no my_sheet.csv lies"
        raise ReadingError(
            f"{visible(file.name)}: {what} in this file of saved work; expected one."
        )
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / names[0]
        sheet.write_bytes(within[names[0]])
        return _read(sheet, case)


def _once_each(
    sheets: list[tuple[str, str, Rows]],
) -> tuple[list[tuple[str, str, Rows]], list[tuple[str, str, str]]]:
    """Keep one sheet of each student, the fullest, and tell of the others."""
    best: dict[str, tuple[str, str, Rows]] = {}
    by_content: dict[str, str] = {}
    twice: list[tuple[str, str, str]] = []
    for student, name, rows in sorted(sheets, key=lambda one: (-_filled(one[2]), one[1])):
        content = _digest(rows)
        if student in best:
            same = content == _digest(best[student][2])
            reason = "the same sheet again" if same else "the other sheet of this student is fuller"
            if not same and _filled(rows) == _filled(best[student][2]):
                reason = "two sheets of this student differ and are as full: look at both"
            twice.append((name, best[student][1], reason))
        elif _is_worded(rows) and content in by_content:
            other = best[by_content[content]][1]
            twice.append((name, other, "the same in every word under another name"))
        else:
            best[student] = (student, name, rows)
            by_content.setdefault(content, student)
    return list(best.values()), twice


def _filled(rows: Rows) -> int:
    return sum(1 for row in rows for name in _CODED if row[name])


def _is_worded(rows: Rows) -> bool:
    """Tell whether a sheet holds so many words of its own that two cannot be the same by chance."""
    return len({row[name] for row in rows for name in _WORDED} - {""}) >= 5


def _digest(rows: Rows) -> str:
    cells = "\0".join(str(row[name]) for row in rows for name in Coding.model_fields)
    return hashlib.sha256(cells.encode("utf-8", "replace")).hexdigest()


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
