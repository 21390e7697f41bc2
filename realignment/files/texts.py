"""A text, whatever program wrote it; and a word of advice where a file is something else."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from realignment.errors import DataError
from realignment.files.places import name_of
from realignment.files.writing import reason

LARGEST_FILE = 5_000_000
"""Bytes. A long article has some 50 kB, a large coding table some 500 kB."""

ENCODINGS = {
    "windows-1252": "cp1252",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1254": "cp1254",
    "windows-1256": "cp1256",
    "iso-8859-1": "iso8859_1",
    "iso-8859-15": "iso8859_15",
    "macintosh": "mac_roman",
    "cp850": "cp850",
    "koi8-r": "koi8_r",
    "gb18030": "gb18030",
    "big5": "big5",
    "shift_jis": "shift_jis",
    "euc-kr": "euc_kr",
}
"""What a file may say that it is encoded in, the most usual first, and Python's name for it."""

_OTHER_NAMES = {
    "ansi": "windows-1252",
    "latin1": "iso-8859-1",
    "latin-1": "iso-8859-1",
    "mac-roman": "macintosh",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "shift-jis": "shift_jis",
} | {f"cp{number}": f"windows-{number}" for number in (1250, 1251, 1252, 1254, 1256)}

# As it is typed, and as a spreadsheet saves it: in quotation marks, with empty cells behind it.
_DECLARED = re.compile(r"(?i)[#\s\"']*encoding:\s*['\"]?(?P<name>[\w-]+)['\"]?[\s;,]*")
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}

SPREADSHEETS = {
    "xlsx": "an Excel workbook",
    "xls": "an old Excel workbook",
    "ods": "a LibreOffice spreadsheet",
}
"""Kinds of file that :func:`~realignment.files.read_table` reads beside text."""

_AS_TEXT = "save it as plain text there (File > Save As > Plain text, UTF-8)"
_OTHER_KINDS = {
    "docx": ("a Word document", _AS_TEXT),
    "doc": ("an old Word document", _AS_TEXT),
    "odt": ("a LibreOffice document", _AS_TEXT),
    "pages": ("a Pages document", "export it as plain text there (File > Export To > Plain Text)"),
    "rtf": ("a document in rich text (RTF)", _AS_TEXT),
    "pdf": ("a PDF", "open it, copy the text of the article and paste it into a text file"),
    "numbers": ("a Numbers spreadsheet", "export it as CSV there (File > Export To > CSV)"),
    "epub": ("an e-book", "copy the text of the article and paste it into a text file"),
    "picture": ("a picture", "type what it shows, or run a text recognition first"),
    "page": ("a web page (HTML)", "copy the text of the article and paste it into a text file"),
    "zip": ("a zip archive", "unpack it and give the file inside"),
}
_TO_CSV = "save its table as CSV (UTF-8) or .xlsx from a spreadsheet program"


def read_text(path: Path) -> str:
    r"""Read a text file, whatever its line ends.

    UTF-8 is expected. A byte-order mark is heeded and dropped. Another encoding is read where the
    file says so in a first line, or in its front matter, such as ``encoding: windows-1252``; the
    first line is then no part of the text. Line ends become ``\n``.

    Raises
    ------
    DataError
        If the file is missing, empty, larger than 5 MB, no text, or in an undeclared encoding. The
        sentence says how to save a document as text, and which encoding would fit.
    """
    where = name_of(path)
    raw = read_bytes(path)
    kind = kind_of(raw, path)
    if kind:
        raise DataError(f"{where}: {advice(kind, table=False)}")
    text, _ = decode(raw, where)
    return text


def read_bytes(path: Path) -> bytes:
    """Read a file whole.

    Raises
    ------
    DataError
        If it is missing or larger than 5 MB, or the system does not give it.
    """
    where = name_of(path)
    try:
        if path.is_dir():
            raise DataError(f"{where}: this is a folder; expected a file.")
        if not path.is_file():
            raise DataError(f"{where}: there is no such file.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise DataError(
                f"{where}: the file has {size / 1e6:.0f} MB; expected one article or one table, at "
                f"most {LARGEST_FILE / 1e6:.0f} MB."
            )
        return path.read_bytes()
    except OSError as problem:
        raise DataError(
            f"{where}: it cannot be opened ({problem.strerror or reason(problem)}); expected a "
            "file that you may read."
        ) from problem


def kind_of(raw: bytes, path: Path) -> str:
    """Return what a file is if it is no text: by its content, since a name may be wrong."""
    if raw.startswith(b"PK\x03\x04"):
        return _kind_of_archive(raw, path)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc" if path.suffix.lower() in {".doc", ".dot"} else "xls"
    if raw.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")):
        return "picture"
    head = raw[:1024].lstrip()
    return "pdf" if head.startswith(b"%PDF") else "rtf" if head.startswith(b"{\\rtf") else ""


def _kind_of_archive(raw: bytes, path: Path) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            said = archive.read("mimetype")[:80].decode("ascii") if "mimetype" in names else ""
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError, RuntimeError, OSError):
        return "zip"
    for part, kind in (("xl/workbook.xml", "xlsx"), ("word/document.xml", "docx")):
        if part in names:
            return kind
    for ending, kind in ((".spreadsheet", "ods"), (".text", "odt"), ("epub+zip", "epub")):
        if said.endswith(ending):
            return kind
    apple = path.suffix.lower().removeprefix(".")
    return apple if apple in {"pages", "numbers"} else "zip"


def advice(kind: str, table: bool) -> str:
    """Say what a file is that cannot be read here, and what to do."""
    if kind in SPREADSHEETS:
        return f"this is {SPREADSHEETS[kind]}; expected plain text."
    what, how = _OTHER_KINDS[kind]
    if table and kind != "numbers":
        how = _TO_CSV
    return f"this is {what}; expected {'a table' if table else 'plain text'}: {how}."


def decode(raw: bytes, where: str) -> tuple[str, int]:
    r"""Return the text of a file, and how many lines were taken off its head.

    Raises
    ------
    DataError
        As :func:`read_text`, for the encoding and for a file that is empty.
    """
    encoding = next((e for mark, e in _BYTE_ORDER_MARKS.items() if raw.startswith(mark)), "")
    zeros = raw[::2].count(0), raw[1::2].count(0)
    if not encoding and len(raw) > 3 and max(zeros) > len(raw) // 4 and not min(zeros):
        # What some programs call Unicode, without its mark.
        encoding = "utf-16-be" if zeros[0] else "utf-16-le"
    if not encoding.startswith("utf-16") and b"\x00" in raw:
        raise DataError(f"{where}: this is a binary file; expected plain text.")
    try:
        text = raw.decode(encoding or "utf-8")
    except UnicodeDecodeError as problem:
        text = _in_another_encoding(raw, problem, where)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    off = bool(_DECLARED.fullmatch(first))
    text = rest if off else text
    if not text.strip():
        raise DataError(f"{where}: the file is empty; expected text.")
    return text, int(off)


def _in_another_encoding(raw: bytes, problem: UnicodeDecodeError, where: str) -> str:
    declared = _declared(raw)
    if declared is None:
        raise DataError(
            f"{where}: byte {problem.start} is not UTF-8; expected UTF-8 text, or a line "
            f"{_proposal(raw)}."
        ) from problem
    name = declared.lower()
    name = _OTHER_NAMES.get(name, name)
    if name not in ENCODINGS:
        raise DataError(
            f"{where}: the encoding {declared!r} is not known here; expected one of "
            f"{', '.join(ENCODINGS)}."
        )
    try:
        return raw.decode(ENCODINGS[name])
    except UnicodeDecodeError as other:
        raise DataError(
            f"{where}: byte {other.start} is not {name}, although the file says that it is in that "
            "encoding; expected UTF-8 text."
        ) from other


def _declared(raw: bytes) -> str | None:
    """Return the encoding that is named in the first line or in the front matter, if one is."""
    lines = raw[:2000].decode("ascii", "replace").replace("\r", "\n").split("\n")
    lines = [line for line in lines if line.strip()]
    if lines and lines[0].strip() == "---":
        ends = (n for n, line in enumerate(lines[1:], start=1) if line.strip() in {"---", "..."})
        lines = lines[1 : next(ends, len(lines))]
    else:
        lines = lines[:1]
    return next((found["name"] for found in map(_DECLARED.fullmatch, lines) if found), None)


def _proposal(raw: bytes) -> str:
    """Say which line to add, and how a line of the file would then read."""
    from charset_normalizer import from_bytes  # seldom needed, and slow to load

    codecs = list(dict.fromkeys(ENCODINGS.values()))
    found = list(from_bytes(raw, cp_isolation=codecs))
    if not found:
        return "'encoding: ...' at the top that names the one it was saved in"
    # As plausible as another, the first in the list is meant: it is the most usual.
    names = {
        codec: match.chaos
        for match in reversed(found)
        for codec in {match.encoding, *match.could_be_from_charset}
    }
    codec = min((c for c in codecs if c in names), key=lambda c: names[c])
    name = next(label for label, python in ENCODINGS.items() if python == codec)
    lines = re.split(r"\r\n|\r|\n", raw.decode(codec, "replace"))
    number, line = next((n, t) for n, t in enumerate(lines, start=1) if not t.isascii())
    shown = line.strip() if len(line) <= 90 else f"{line.strip()[:90]}…"
    return f"'encoding: {name}' at the top, with which line {number} would read {shown!r}"
