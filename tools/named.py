"""The marks that name a number in the prose of a notebook: ``104<!--acts-->``."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"<!--([a-z0-9-]+?)(?:\.(\d+))?-->")


class Mark(NamedTuple):
    """A mark: its name, which of several numbers it stands behind, and its place in the prose."""

    name: str
    which: int
    at: int


def read(text: str) -> tuple[str, list[Mark]]:
    """Return a text as a page shows it, and the marks that stand in it.

    A mark without a number behind its name is that of the first.
    """
    marks: list[Mark] = []
    removed = 0
    for match in _MARK.finditer(text):
        marks.append(Mark(match[1], int(match[2] or 1), match.start() - removed))
        removed += len(match[0])
    return plain(text), marks


def plain(text: str) -> str:
    """Return a text without its marks."""
    return _MARK.sub("", text)
