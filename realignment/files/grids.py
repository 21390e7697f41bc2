"""The rows and cells of a table file, as text: of CSV, and of workbooks.

A row keeps the number that a spreadsheet shows beside it: empty rows count, and a cell of several
lines is one row. Nothing here knows what the columns mean.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from realignment.errors import DataError
from realignment.files.places import name_of
from realignment.files.texts import SPREADSHEETS, advice, decode, kind_of, read_bytes

Row: TypeAlias = tuple[int, list[str]]
"""A row: its number in a spreadsheet, and its cells as text, without space around them."""
RawRow: TypeAlias = tuple[int, Sequence[object]]

LARGEST_UNPACKED = 100_000_000
"""Bytes. A workbook is a zip archive; one of 5 MB may hold far more than a table."""
MOST_ROWS, MOST_COLUMNS = 100_000, 500
"""How far a sheet may reach: a table of one article has some 100 rows and 25 columns."""

_SEPARATOR_LINE = re.compile(r"(?i)\s*\"?sep=(?P<mark>[,;|\t])\"?[\s,;]*")
_WEB_PAGE = re.compile(r"(?i)\s*<(!doctype|html|table|\?xml)")
_SEPARATORS = ",;\t|"
_FAILED_FORMULAS = {"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"}
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u2060"))


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return a name without what does not tell it from others: case, blanks, dashes, quotes.

    >>> plain(" Event type ")
    'event_type'
    """
    text = unicodedata.normalize("NFKC", name.translate(_UNSEEN)).translate(_DASHES)
    return re.sub(r"[\s_-]+", "_", text.strip().strip("\"'").strip().casefold())


def read_grid(path: Path, columns: Sequence[str]) -> tuple[str, list[Row]]:
    """Read the rows of a table, the header first and empty rows left out.

    Parameters
    ----------
    path
        A CSV file or a workbook (``.xlsx``, ``.ods``, ``.xls``).
    columns
        The columns that must be there: they tell the sheet and the header row from others.

    Returns
    -------
    str
        What the table is called in messages: the file, and the sheet where there are several.
    list of Row
        At least the header. All rows are as wide as the widest.

    Raises
    ------
    DataError
        If the file cannot be read, has no table, or has two; or at the first cell that cannot be.
    """
    where = name_of(path)
    raw = read_bytes(path)
    kind = kind_of(raw, path)
    if kind and kind not in SPREADSHEETS:
        raise DataError(f"{where}: {advice(kind, table=True)}")
    if kind:
        where, raw_rows = _choose_sheet(_read_workbook(raw, kind, where), columns, where)
    else:
        text, off = decode(raw, where)
        if _WEB_PAGE.match(text):  # so some programs and portals save what they call .xls
            raise DataError(f"{where}: {advice('page', table=True)}")
        raw_rows = list(_read_csv(text, off, where))
    rows = _from_header_on(_as_text(raw_rows), columns)
    if not rows:
        raise DataError(f"{where}: the table is empty; expected a header: {', '.join(columns)}.")
    for number, cells in rows:
        for column, cell in zip(rows[0][1], cells, strict=False):
            problem = _cell_problem(cell)
            if problem:
                raise DataError(f"{where}, row {number}, column {column!r}: {problem}")
    return where, rows


class _FirstOfMonth(str):
    """A cell that holds the first day of a month, as a date and not as text."""


def _as_text(raw_rows: Iterable[RawRow]) -> list[Row]:
    """Turn all cells into text, and drop empty rows."""
    rows = [(number, [_cell(value) for value in values]) for number, values in raw_rows]
    return [(number, cells) for number, cells in rows if any(cells)]


def _cell(value: object) -> str:
    """Return a cell as text: a whole number without a point, a date as its day."""
    if isinstance(value, str):
        return value.translate(_UNSEEN).strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return value.isoformat(sep=" ")
    if isinstance(value, datetime.date):
        day = value.isoformat()[:10]
        return _FirstOfMonth(day) if value.day == 1 else day
    return str(value).strip()


def _cell_problem(cell: str) -> str:
    if isinstance(cell, _FirstOfMonth):
        return (
            f"the cell is the date {cell}, and a spreadsheet makes that of the month {cell[:7]} "
            f"too; expected text: format the cell as text and type {cell[:7]} or {cell}."
        )
    if cell in _FAILED_FORMULAS:
        return (
            f"{cell!r} is what a spreadsheet shows for a formula that failed; expected what you "
            "meant, as text."
        )
    return ""


def _from_header_on(rows: list[Row], columns: Sequence[str]) -> list[Row]:
    """Leave out a title or a remark above the header; make one cell that holds a row into many."""
    rows = _unpacked(rows)
    wanted = set(map(plain, columns))
    for place, (_, cells) in enumerate(rows[:20]):
        if wanted <= set(map(plain, cells)):
            return rows[place:]
    return rows


def _unpacked(rows: list[Row]) -> list[Row]:
    """Take apart rows of which each stands whole in its first cell, as pasted text does."""
    if not rows or any(any(cells[1:]) for _, cells in rows):
        return rows
    mark = _mark(rows[0][1][0])
    if mark not in rows[0][1][0]:
        return rows
    return [
        (number, [cell.strip() for cell in next(csv.reader([cells[0]], delimiter=mark))])
        for number, cells in rows
    ]


# --- CSV --------------------------------------------------------------------------------------


def _mark(header: str) -> str:
    return max(_SEPARATORS, key=header.count)


def _read_csv(text: str, off: int, where: str) -> Iterator[RawRow]:
    """Read CSV strictly: a quotation mark that is not closed would swallow the rows below it."""
    first, _, rest = text.partition("\n")
    said = _SEPARATOR_LINE.fullmatch(first)
    if said:  # a spreadsheet takes this line for itself and does not count it
        text = rest
    header = next((line for line in text.split("\n") if line.strip()), "")
    mark = said["mark"] if said else _mark(header)
    reader = csv.reader(io.StringIO(text), delimiter=mark, strict=True, skipinitialspace=True)
    marks = header.rstrip(f"{mark} ").count(mark)
    number = off
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise DataError(f"{where}, row {number}: {_csv_problem(str(problem))}") from None
        _refuse_swallowed_rows(cells, mark, marks, f"{where}, row {number}")
        yield number, cells


def _csv_problem(said: str) -> str:
    if "field larger" in said:
        return (
            f"a cell holds more than {csv.field_size_limit():,} characters; expected a few "
            "sentences (is a quotation mark not closed?)."
        )
    if "end of data" in said:
        return (
            "a quotation mark opens a cell and none closes it, so that all rows below would be "
            'lost; expected another " at the end of that cell.'
        )
    return (
        "text stands behind the quotation mark that closes a cell; expected the separator there "
        '(within a cell a quotation mark is written twice: "", and one that opens a cell must be '
        "closed)."
    )


def _refuse_swallowed_rows(cells: Sequence[str], mark: str, marks: int, where: str) -> None:
    """Refuse a cell of several lines that look like rows: a later mark has closed it by chance."""
    for cell in cells:
        lines = [line for line in cell.split("\n")[1:] if line.count(mark) >= marks > 1]
        if lines:
            raise DataError(
                f"{where}: a quotation mark opens a cell that holds {len(lines)} of the rows "
                'below it; expected another " at the end of that cell.'
            )


# --- workbooks --------------------------------------------------------------------------------


def _read_workbook(raw: bytes, kind: str, where: str) -> dict[str, list[RawRow]]:
    """Return the rows of each sheet that has any, by the sheet's name."""
    if kind != "xls":
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                raise DataError(
                    f"{where}: the workbook unpacks to more than "
                    f"{LARGEST_UNPACKED / 1e6:.0f} MB; expected one table."
                )
    read: Callable[[bytes, str], dict[str, list[RawRow]]]
    read = _read_xlsx if kind == "xlsx" else _read_other_workbook
    try:
        sheets = read(raw, where)
    except DataError:
        raise
    except Exception as problem:  # the readers raise what they meet, of any kind
        raise DataError(
            f"{where}: this {SPREADSHEETS[kind].split(' ', 1)[1]} cannot be opened; expected one "
            "that is whole and has no password (save it anew, or as CSV)."
        ) from problem
    return {name: rows for name, rows in sheets.items() if rows}


def _read_xlsx(raw: bytes, where: str) -> dict[str, list[RawRow]]:
    # Slow to load, and most tables are CSV. It has no type hints of its own.
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of drawings and rules that it does not read
        shown = load_workbook(io.BytesIO(raw), data_only=True)
        typed = load_workbook(io.BytesIO(raw))
    sheets: dict[str, list[RawRow]] = {}
    for sheet in shown.worksheets:
        if sheet.sheet_state != "visible":
            continue
        _refuse_if_vast(sheet.max_row, sheet.max_column, where)
        for cells in typed[sheet.title].iter_rows():
            for cell in cells:
                if cell.data_type == "f" and sheet[cell.coordinate].value is None:
                    raise DataError(
                        f"{where}, row {cell.row}, column {cell.column_letter}: a formula whose "
                        "result is not in the file; expected a value (open the file in a "
                        "spreadsheet program and save it there)."
                    )
        values = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = _filled(enumerate(values, start=1))
    return sheets


def _read_other_workbook(raw: bytes, where: str) -> dict[str, list[RawRow]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    sheets: dict[str, list[RawRow]] = {}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        _refuse_if_vast(sheet.total_height, sheet.total_width, where)
        rows = sheet.to_python(skip_empty_area=False)
        sheets[name] = _filled(enumerate(rows, start=1))
    return sheets


def _filled(rows: Iterable[RawRow]) -> list[RawRow]:
    return [(n, values) for n, values in rows if any(v not in {None, ""} for v in values)]


def _refuse_if_vast(rows: int, columns: int, where: str) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise DataError(
            f"{where}: a sheet reaches to row {rows:,} and column {columns:,}; expected at most "
            f"{MOST_ROWS:,} rows and {MOST_COLUMNS} columns (delete the empty ones around the "
            "table)."
        )


def _choose_sheet(
    sheets: dict[str, list[RawRow]], columns: Sequence[str], where: str
) -> tuple[str, list[RawRow]]:
    """Return the one sheet whose header has the columns; the first, if none has."""
    if not sheets:
        raise DataError(f"{where}: the workbook is empty; expected a table.")
    wanted = set(map(plain, columns))
    fits = [
        name
        for name, rows in sheets.items()
        if any(wanted <= {plain(str(value)) for value in values} for _, values in rows[:20])
    ]
    if len(fits) > 1:
        names = " and ".join(map(repr, fits))
        raise DataError(f"{where}: the sheets {names} both have these columns; expected one table.")
    name = fits[0] if fits else next(iter(sheets))
    return (where if len(sheets) == 1 else f"{where}, sheet {name!r}"), sheets[name]
