"""Lessons that a teacher leaves out of what a class is handed, with no link that leads to them.

A map of foreign forces, or an act of a living conflict, may be what a teacher does not wish to hand
out, or may not. Words that name such a lesson stay; a link to it becomes its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from realignment.errors import ReadingError

NOT_HERE = "(not in this edition)"
"""What stands behind the words of a link that led to a lesson that is left out."""

FIRST = 0
"""The lesson that every edition begins with."""


def left_out(numbers: Sequence[str], notebooks: Path) -> dict[int, str]:
    """Return the lessons that are left out: number to name of file, without its ending.

    Parameters
    ----------
    numbers
        As a person types them: ``["11"]``, ``["9", "11"]`` or ``["09,11"]``.
    notebooks
        The folder that holds the lessons.

    Raises
    ------
    ReadingError
        If something is no lesson's number, or is that of the first.
    """
    lessons = {
        int(path.stem[:2]): path.stem for path in sorted(notebooks.glob("[0-9][0-9]_*.ipynb"))
    }
    found = {}
    for asked in filter(None, re.split(r"[,;\s]+", " ".join(numbers))):
        number = int(asked) if asked.isdecimal() else None
        if number is None or number not in lessons:
            known = f"{FIRST + 1:02} to {max(lessons, default=FIRST):02}"
            raise ReadingError(
                f"There is no lesson {asked!r} to leave out: expected a number from {known}."
            )
        if number == FIRST:
            raise ReadingError(
                f"Lesson {number:02} cannot be left out: every edition begins with it. Expected "
                "another number."
            )
        found[number] = lessons[number]
    return found


def without_links(markdown: str, names: Iterable[str]) -> str:
    """Return Markdown in which a link to what is left out is its words alone.

    Parameters
    ----------
    markdown
        The text of a cell or of a page.
    names
        Names of notebooks and pages, without ending: a lesson and its exercise have the same one.
    """
    for name in names:
        link = (
            rf"(?<!!)\[([^\[\]]+)\]\((?:[^()\s]*/)?{re.escape(name)}\.(?:ipynb|md)(?:#[^()\s]*)?\)"
        )
        markdown = re.sub(link, rf"\1 {NOT_HERE}", markdown)
    return markdown
