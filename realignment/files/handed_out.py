"""Whether the module's own data is as it was handed out.

A row that somebody has deleted by a slip of the hand makes right answers wrong. So the module knows
a digest of each of its tables and articles, kept in ``handed_out.txt``, and names what differs. It
goes on with what is there: an instructor may mean it.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from realignment.errors import DataError
from realignment.files.grids import read_grid
from realignment.files.places import find_data
from realignment.files.tables import is_left_by_a_program, tables_in
from realignment.files.texts import read_text

LIST = Path(__file__).with_name("handed_out.txt")
"""One line a file: its digest, and its path within ``data``."""


def digest(path: Path) -> str:
    """Return a digest of what a file says, whatever program saved it.

    Of a table, its cells: the separator, the line ends and the encoding are of no account. Of
    anything else, its text.
    """
    if path.suffix == ".csv":
        rows = read_grid(path, ())[1]
        said = "\x1e".join("\x1f".join(cells) for _, cells in rows)
    else:
        said = read_text(path).rstrip()
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:16]


def handed_out(data: Path) -> list[str]:
    """Return the paths within ``data`` of all files that are handed out, of those that are there.

    The published original of an article and the dictionary of columns are none of them.
    """
    found = [path for ending in ("csv", "geojson") for path in data.rglob(f"*.{ending}")]
    found += data.glob("*/article.md")
    return sorted(p.relative_to(data).as_posix() for p in found if not is_left_by_a_program(p))


def changes(data: Path | None = None, folder: str = "") -> tuple[str, ...]:
    """Say which files of the module's data are not as they were handed out.

    Parameters
    ----------
    data
        The data folder; found by itself if left out.
    folder
        One folder of it, such as ``"niger_2024"``; all of them if left out. A folder that was not
        handed out is nobody's business: nothing is said of it.

    Returns
    -------
    tuple of str
        One sentence for each file that was changed, is gone, or has come to a coder's sheets.
    """
    data = data or find_data()
    inside = f"{folder}/" if folder else ""
    known = {path: mark for path, mark in _known().items() if path.startswith(inside)}
    said = []
    for path, mark in known.items():
        if not (data / path).is_file():
            said.append(f"{path} was handed out and is not there.")
        elif _digest_or_none(data / path) != mark:
            said.append(f"{path} is not as it was handed out; what it holds now is used.")
    for place in sorted({(data / path).parent for path in known}):
        for table in tables_in(place):
            path = table.relative_to(data).as_posix()
            if path not in known:
                used = "is read as a further sheet" if place.name == "codings" else "is not read"
                said.append(f"{path} was not handed out and {used}.")
    return tuple(said)


def was_handed_out(path: str) -> bool:
    """Tell whether the module came with a file of this path within ``data``."""
    return path in _known()


@cache
def _known() -> dict[str, str]:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return {path: mark for mark, _, path in (line.partition("  ") for line in lines)}


def _digest_or_none(path: Path) -> str | None:
    try:
        return digest(path)
    except DataError:
        return None
