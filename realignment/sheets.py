"""A coder's rows, kept in the kernel under a name and the story that they are about.

The annotator writes here and ``save_progress`` reads here, so that rows survive a cell that is run
again, a second annotator of the same name, and, once saved, the kernel.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from realignment.errors import ReadingError
from realignment.events import Coding
from realignment.files import first_problem

COLUMNS = list(Coding.model_fields)

MOST_ROWS = 5_000
"""Rows of one sheet that are read back. A story of sixteen sentences has some twenty."""


@dataclass
class Sheet:
    """The rows that one coder has made of one story.

    Attributes
    ----------
    rows
        Column to value, as :class:`~realignment.events.Coding` gives them.
    story
        The digests of the story's sentences, by which a sheet knows its story again.
    draft
        A form that is half filled in.
    seen
        The digest of the rows as they last stood in a file that this kernel wrote or read.
    """

    rows: list[dict[str, Any]] = field(default_factory=list)
    story: frozenset[str] = frozenset()
    draft: dict[str, Any] = field(default_factory=dict)
    seen: str = ""

    def is_about(self, story: frozenset[str]) -> bool:
        """Tell whether this is the same story: a sentence may have been mended since."""
        if not self.rows and not self.draft:
            return True
        common = len(self.story & story)
        return common > 0 and 2 * common >= min(len(self.story), len(story))


SHEETS: dict[str, list[Sheet]] = {}
"""All sheets of this kernel, by name; several of one name are about several stories."""


def story_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the digests of a story's sentences."""
    return frozenset(_digest(text) for text in texts)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def open_sheet(name: str, story: frozenset[str]) -> Sheet:
    """Return the sheet of this name and story, a new one if there is none yet."""
    known = SHEETS.setdefault(name, [])
    for sheet in known:
        if sheet.is_about(story):
            sheet.story = story
            return sheet
    known.append(Sheet(story=story))
    return known[-1]


def digest_of(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the digest of rows, whatever their order."""
    return _digest("\n".join(sorted(_written(row) for row in rows)))


def _written(row: Mapping[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


def holds_all(rows: Iterable[Mapping[str, Any]], others: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether all of the others are among the rows."""
    return {_written(row) for row in others} <= {_written(row) for row in rows}


# --- what is saved ----------------------------------------------------------------------------


def saved(name: str, sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as JSON can hold it."""
    return {"sheet": name, "story": sorted(sheet.story), "rows": sheet.rows}


def read_saved(record: object) -> tuple[str, Sheet]:
    """Read a sheet that :func:`saved` has made; each row is held to the codebook again.

    Raises
    ------
    ReadingError
        If it is none.
    """
    if (
        not isinstance(record, dict)
        or not isinstance(record.get("sheet"), str)
        or not isinstance(record.get("story"), list)
        or not all(isinstance(one, str) for one in record["story"])
        or not isinstance(record.get("rows"), list)
        or len(record["rows"]) > MOST_ROWS
    ):
        raise ReadingError("A saved sheet has another form than the annotator's.")
    try:
        rows = [
            Coding.model_validate(dict.fromkeys(COLUMNS, "") | row).model_dump()
            for row in record["rows"]
        ]
    except ValidationError as problem:
        raise ReadingError(f"A saved sheet, {first_problem(problem)}") from None
    except TypeError:
        raise ReadingError("A saved sheet has a row that is none.") from None
    return record["sheet"], Sheet(rows, frozenset(record["story"]))


def bring_back(name: str, sheet: Sheet) -> str:
    """Put a saved sheet back into the kernel.

    Returns
    -------
    str
        The name under which it is back; ``""`` if the kernel has all its rows already. Where the
        kernel has other rows of that name and story, a name of its own: none is written over.
    """
    sheet.seen = digest_of(sheet.rows)
    for present in SHEETS.get(name, []):
        if present.is_about(sheet.story):
            if holds_all(present.rows, sheet.rows):
                present.seen = sheet.seen
                return ""
            if holds_all(sheet.rows, present.rows):
                present.rows[:], present.story, present.seen = sheet.rows, sheet.story, sheet.seen
                return name
            return bring_back(_next_name(name), sheet)
    SHEETS.setdefault(name, []).append(sheet)
    return name


def _next_name(name: str) -> str:
    stem, _, number = name.rpartition("_")
    return f"{stem}_{int(number) + 1}" if stem and number.isdecimal() else f"{name}_2"


def merged(kernel: Iterable[tuple[str, Sheet]], file: list[object]) -> list[object]:
    """Return the sheets to write: the kernel's, and those of the file that they do not continue.

    What cannot be read stays in the file as it is.
    """
    fresh = [(name, sheet) for name, sheet in kernel if sheet.rows]
    kept: list[object] = []
    for record in file:
        try:
            name, old = read_saved(record)
        except ReadingError:
            kept.append(record)
            continue
        if not any(
            mine == name
            and sheet.is_about(old.story)
            and (sheet.seen == digest_of(old.rows) or holds_all(sheet.rows, old.rows))
            for mine, sheet in fresh
        ):
            kept.append(record)
    return [*(saved(name, sheet) for name, sheet in fresh), *kept]
