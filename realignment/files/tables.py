"""A table, whatever program wrote it, and whether its rows are as a schema says."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pandas as pd
from pydantic import BaseModel, ValidationError

from realignment.errors import DataError, ReadingError
from realignment.files.places import name_of
from realignment.files.texts import DECLARED, read_text

Row = TypeVar("Row", bound=BaseModel)


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
    DataError
        If the file cannot be read, a column is missing, unknown or there twice, or a row has too
        many or too few cells.
    """
    where = name_of(path)
    text = read_text(path)
    lines = text.split("\n")
    if DECLARED.search(lines[0].encode()):
        lines = lines[1:]
    separator = max(",;\t", key=lambda mark: lines[0].count(mark))
    rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=separator))
    rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    header = rows[0]
    _check_header(header, columns, optional, where)
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(header):
            raise DataError(
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
            raise DataError(f"{where}: the column {name!r} is missing; {expected}.")
    for name in header:
        if name not in columns and name not in optional:
            raise DataError(f"{where}: the column {name!r} is not known; {expected}.")
        if header.count(name) > 1:
            raise DataError(f"{where}: the column {name!r} is there twice; {expected}.")


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
    DataError
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
