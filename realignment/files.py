"""Reading what a user gives: texts, tables, and where data/ is.

Everything that comes from outside enters the package here, so that a file with a byte-order mark,
Windows line ends or semicolons is read, and one that cannot be read says why in one sentence.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pandas as pd
from pydantic import BaseModel, ValidationError

from realignment.errors import ReadingError

LARGEST_FILE = 5_000_000
"""Bytes. A long article has some 50 kB, a large coding table some 500 kB."""

_DECLARED = re.compile(rb"(?im)^[#\s]*encoding:\s*['\"]?(windows-1252|cp1252)['\"]?\s*$")
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}

Row = TypeVar("Row", bound=BaseModel)


def find_data() -> Path:
    """Return the module's ``data`` folder.

    It is looked for from the working directory upwards, then beside the package: Binder installs
    the package as a copy, so that data/ is not beside it there.

    Raises
    ------
    ReadingError
        If no folder is found; the sentence says what was looked for.
    """
    here = Path.cwd()
    for folder in [here, *here.parents, Path(__file__).resolve().parent.parent]:
        if (folder / "data" / "codebook" / "plover_types.csv").is_file():
            return folder / "data"
    raise ReadingError(
        f"No data folder was found from {here} upwards or beside the package: expected a folder "
        "'data' with 'codebook/plover_types.csv' in it; start Jupyter inside the module's folder."
    )


def name_of(path: Path) -> str:
    """Return a path as a person would say it: the last two parts, forward slashes."""
    return "/".join(path.parts[-2:])


def read_text(path: Path) -> str:
    r"""Read a text file, whatever its line ends.

    UTF-8 is expected. A byte-order mark is heeded and dropped; Windows-1252 is read where the file
    itself says so in a line ``encoding: windows-1252``. Line ends become ``\n``.

    Raises
    ------
    ReadingError
        If the file is missing, empty, larger than 5 MB, binary, or in an undeclared encoding.
    """
    where = name_of(path)
    if not path.is_file():
        raise ReadingError(f"{where}: there is no such file.")
    if path.stat().st_size > LARGEST_FILE:
        raise ReadingError(
            f"{where}: the file has {path.stat().st_size / 1e6:.0f} MB; expected one article or "
            f"one table, at most {LARGEST_FILE / 1e6:.0f} MB."
        )
    raw = path.read_bytes()
    encoding = next((e for mark, e in _BYTE_ORDER_MARKS.items() if raw.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\x00" in raw:
        raise ReadingError(f"{where}: this is a binary file; expected plain text.")
    if _DECLARED.search(raw[:2000]):
        encoding = "cp1252"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as problem:
        raise ReadingError(
            f"{where}: byte {problem.start} is not {encoding.upper()}; expected UTF-8 text, or a "
            "line 'encoding: windows-1252' at the top of a file that is in that encoding."
        ) from problem
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadingError(f"{where}: the file is empty; expected text.")
    return text


def read_table(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> pd.DataFrame:
    """Read a table of text.

    Commas, semicolons and tabs are recognised as separators by the header.

    Parameters
    ----------
    path
        A CSV file with a header.
    columns
        The columns that must be there; they come back in this order.
    optional
        Columns that may be there, and are added empty where they are not.

    Returns
    -------
    DataFrame
        Every cell a ``str`` without space around it, ``""`` where empty.

    Raises
    ------
    ReadingError
        If the file cannot be read, a column is missing, unknown or there twice, or a row has too
        many or too few cells.
    """
    where = name_of(path)
    text = read_text(path)
    lines = text.split("\n")
    if _DECLARED.search(lines[0].encode()):
        lines = lines[1:]
    separator = max(",;\t", key=lambda mark: lines[0].count(mark))
    rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=separator))
    rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    header = rows[0]
    _check_header(header, columns, optional, where)
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(header):
            raise ReadingError(
                f"{where}, row {number}: {len(row)} cells; expected {len(header)}, one for each "
                "column (a cell that holds the separator must stand in quotation marks)."
            )
    table = pd.DataFrame(rows[1:], columns=header, dtype=str)
    return table.reindex(columns=[*columns, *optional], fill_value="")


def _check_header(
    header: Sequence[str], columns: Sequence[str], optional: Sequence[str], where: str
) -> None:
    expected = f"expected {', '.join(columns)}"
    for name in columns:
        if name not in header:
            raise ReadingError(f"{where}: the column {name!r} is missing; {expected}.")
    for name in header:
        if name not in columns and name not in optional:
            raise ReadingError(f"{where}: the column {name!r} is not known; {expected}.")
        if header.count(name) > 1:
            raise ReadingError(f"{where}: the column {name!r} is there twice; {expected}.")


def read_rows(path: Path, schema: type[Row], key: str | None = None) -> pd.DataFrame:
    """Read a table whose rows follow a schema.

    Parameters
    ----------
    path
        A CSV file.
    schema
        The pydantic model of one row.
    key
        The column whose values must differ from row to row, if any.

    Returns
    -------
    DataFrame
        One row for each row of the file, in its order; columns as in the schema.

    Raises
    ------
    ReadingError
        At the first cell that is not as the schema says: file, row (as a spreadsheet counts, the
        header being row 1), column, value, and what was expected.
    """
    table = read_table(path, list(schema.model_fields))
    return check_rows(table, schema, name_of(path), key)


def check_rows(
    table: pd.DataFrame, schema: type[Row], where: str, key: str | None = None
) -> pd.DataFrame:
    """Check each row of a table of text against a schema; see :func:`read_rows`."""
    rows = []
    for number, record in enumerate(table.to_dict("records"), start=2):
        try:
            rows.append(schema.model_validate(record).model_dump())
        except ValidationError as problem:
            raise ReadingError(f"{where}, row {number}, {first_problem(problem)}") from None
    result = pd.DataFrame(rows, columns=list(schema.model_fields))
    if key is not None:
        again = result[key].duplicated()
        if again.any():
            number = int(again.to_numpy().argmax()) + 2
            raise ReadingError(
                f"{where}, row {number}, column {key!r}: {result[key].iloc[number - 2]!r} is there "
                "already; expected a name of its own for each row."
            )
    return result


def first_problem(problem: ValidationError) -> str:
    """Say the first problem of a validation as: column, value, what was expected."""
    error = problem.errors()[0]
    column = error["loc"][0] if error["loc"] else "row"
    value = error["input"] if error["loc"] else ""
    if error["type"] == "literal_error":
        expected = f"expected one of {error['ctx']['expected']}"
        return f"column {column!r}: {value!r} is not known; {expected}."
    if error["type"] == "value_error":
        said = str(error["ctx"]["error"])
        return f"column {column!r}: {said}" if error["loc"] else said
    if error["type"] == "missing":
        return f"column {column!r}: nothing is there; expected a value."
    plain = {"int_parsing": "a whole number", "float_parsing": "a number"}
    wanted = plain.get(error["type"]) or error["msg"].removeprefix("Input should be ")
    return f"column {column!r}: {value!r} cannot be read; expected {wanted}."
