"""A text, whatever program wrote it."""

from __future__ import annotations

import re
from pathlib import Path

from realignment.errors import DataError
from realignment.files.places import name_of

LARGEST_FILE = 5_000_000
"""Bytes. A long article has some 50 kB, a large coding table some 500 kB."""

DECLARED = re.compile(rb"(?im)^[#\s]*encoding:\s*['\"]?(windows-1252|cp1252)['\"]?\s*$")
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_text(path: Path) -> str:
    r"""Read a text file, whatever its line ends.

    UTF-8 is expected. A byte-order mark is heeded and dropped; Windows-1252 is read where the file
    itself says so in a line ``encoding: windows-1252``. Line ends become ``\n``.

    Raises
    ------
    DataError
        If the file is missing, empty, larger than 5 MB, binary, or in an undeclared encoding.
    """
    where = name_of(path)
    if not path.is_file():
        raise DataError(f"{where}: there is no such file.")
    if path.stat().st_size > LARGEST_FILE:
        raise DataError(
            f"{where}: the file has {path.stat().st_size / 1e6:.0f} MB; expected one article or "
            f"one table, at most {LARGEST_FILE / 1e6:.0f} MB."
        )
    raw = path.read_bytes()
    encoding = next((e for mark, e in _BYTE_ORDER_MARKS.items() if raw.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\x00" in raw:
        raise DataError(f"{where}: this is a binary file; expected plain text.")
    if DECLARED.search(raw[:2000]):
        encoding = "cp1252"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as problem:
        raise DataError(
            f"{where}: byte {problem.start} is not {encoding.upper()}; expected UTF-8 text, or a "
            "line 'encoding: windows-1252' at the top of a file that is in that encoding."
        ) from problem
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DataError(f"{where}: the file is empty; expected text.")
    return text
