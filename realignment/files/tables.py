"""A table, whatever program wrote it, and whether its rows are as a schema says."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

import pandas as pd
from pydantic import BaseModel, ValidationError

from realignment.errors import DataError, ReadingError
from realignment.files.grids import Row, plain, read_grid
from realignment.files.places import name_of

Schema = TypeVar("Schema", bound=BaseModel)

TABLE_ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".xls")
"""How the name of a table may end, in capital or small letters."""

_LEFT_BY_PROGRAMS = ("._", "~$", ".~", ".")
"""How a file begins that a system or an office program leaves beside one that it has open."""
_INDEX_NAMES = re.compile(
    r"(unnamed:_\d+|index|x|#|n[or]?\.?|n[°º]|rows?|row_(number|id)|ligne|zeile|fila|level_\d)?"
)


def is_left_by_a_program(path: Path) -> bool:
    """Say whether a file is nobody's work: ``._x.csv``, ``~$x.xlsx``, ``.~lock.x.ods#``."""
    return path.name.startswith(_LEFT_BY_PROGRAMS)


def tables_in(folder: Path) -> list[Path]:
    """Return the tables of a folder by name, without what programs leave beside them."""
    return sorted(
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.suffix.lower() in TABLE_ENDINGS
        and not is_left_by_a_program(path)
        and path.is_file()
    )


Stamps = tuple[tuple[str, int, int], ...]
"""Name, time of the last change and size of files: as long as these stay, so does what they say."""


def stamps_in(*folders: Path) -> Stamps:
    """Return the stamps of the tables of some folders."""
    found = ((path, path.stat()) for folder in folders for path in tables_in(folder))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)


def table_at(path: Path) -> Path | None:
    """Return the file that holds a table, whether CSV or a workbook; ``None`` if there is none.

    Parameters
    ----------
    path
        The table as CSV, such as ``niger_2024/events.csv``; also found are ``events.xlsx`` and
        ``Events.CSV``.

    Raises
    ------
    DataError
        If there are two: which one holds the latest work, nobody can tell.
    """
    found = [p for p in tables_in(path.parent) if p.stem.casefold() == path.stem.casefold()]
    if len(found) > 1:
        names = " and ".join(p.name for p in found)
        raise DataError(
            f"{name_of(path.parent)}: {names} are both there; expected one table of that name "
            "(move the other into another folder)."
        )
    return found[0] if found else None


def read_table(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> pd.DataFrame:
    """Read a table of text, from CSV or from a workbook.

    Commas, semicolons, tabs and bars are recognised as separators by the header, or by a first
    line ``sep=;``. Column names may differ in case, blanks and dashes. Empty columns and one that
    only numbers the rows are left out.

    Parameters
    ----------
    path
        A file with a header; if it is not there, a workbook of that name is looked for beside it.
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
        many or too few cells. The sentence names the row as a spreadsheet counts it.
    """
    _, table = _read_numbered_table(path, columns, optional)
    return table.reset_index(drop=True)


def _read_numbered_table(
    path: Path, columns: Sequence[str], optional: Sequence[str] = ()
) -> tuple[str, pd.DataFrame]:
    """Return what the table is called, and the table, its index the rows of a spreadsheet."""
    where, header, rows = _read_cells(path, columns, optional)
    table = pd.DataFrame(
        [cells for _, cells in rows],
        index=pd.Index([number for number, _ in rows], name="row", dtype="int64"),
        columns=header,
        dtype=str,
    )
    return where, table.reindex(columns=[*columns, *optional], fill_value="")


def _read_cells(
    path: Path, columns: Sequence[str], optional: Sequence[str] = ()
) -> tuple[str, list[str], list[Row]]:
    """Return what the table is called, its header, and its rows by their number."""
    if not path.is_file():
        path = table_at(path) or path
    where, rows = read_grid(path, columns)
    rows = _without_idle_columns(rows, {*columns, *optional}, where)
    header = _known_names(rows[0][1], [*columns, *optional])
    _check_header(header, columns, optional, where)
    return where, header, rows[1:]


def _without_idle_columns(rows: list[Row], known: set[str], where: str) -> list[Row]:
    """Drop columns without a name or a cell, and one that only numbers the rows."""
    header = rows[0][1]
    while header and not header[-1]:
        header = header[:-1]
    width = len(header)
    for number, cells in rows[1:]:
        if any(cells[width:]) or len(cells) < width:
            filled = max((n for n, cell in enumerate(cells, start=1) if cell), default=0)
            raise DataError(
                f"{where}, row {number}: {max(filled, min(len(cells), width))} cells; expected "
                f"{width}, one for each column (a cell that holds the separator must stand in "
                "quotation marks)."
            )
    kept = []
    for place, name in enumerate(header):
        cells_below = [(number, cells[place]) for number, cells in rows[1:]]
        if plain(name) in set(map(plain, known)):
            kept.append(place)
        elif not kept and _INDEX_NAMES.fullmatch(plain(name)) and _counts(cells_below):
            continue
        elif name:
            kept.append(place)
        elif any(cell for _, cell in cells_below):
            number, cell = next(pair for pair in cells_below if pair[1])
            raise DataError(
                f"{where}, row {number}: {cell!r} stands in column {place + 1}, which has no name; "
                "expected a name in the header, or nothing below it."
            )
    return [(number, [cells[place] for place in kept]) for number, cells in rows]


def _counts(cells: Iterable[tuple[int, str]]) -> bool:
    """Say whether a column only numbers the rows: whole numbers, each larger than the last."""
    texts = [cell.removesuffix(".0") for _, cell in cells]
    if not all(text.isdecimal() for text in texts):
        return False
    numbers = [int(text) for text in texts]
    return all(one < other for one, other in zip(numbers, numbers[1:], strict=False))


def _known_names(header: Sequence[str], known: Sequence[str]) -> list[str]:
    """Write column names as they are known, where they differ in case, blanks or dashes only."""
    by_plain = {plain(name): name for name in known}
    return [name if name in known else by_plain.get(plain(name), name) for name in header]


def _check_header(
    header: Sequence[str], columns: Sequence[str], optional: Sequence[str], where: str
) -> None:
    expected = f"expected {', '.join(columns)}"
    also = f", and any of {', '.join(optional)}" if optional else ""
    unknown = [name for name in header if name not in columns and name not in optional]
    for name in columns:
        if name not in header:
            like = difflib.get_close_matches(name, unknown, n=1)
            hint = f" (is {_short(like[0])} meant for it?)" if like else ""
            raise DataError(f"{where}: the column {name!r} is missing{hint}; {expected}{also}.")
    for name in header:
        if name in unknown:
            others = f"none but {', '.join(optional)}" if optional else "no other column"
            raise DataError(
                f"{where}: the column {_short(name)} is not known; {expected}, and {others}."
            )
        if header.count(name) > 1:
            raise DataError(f"{where}: the column {name!r} is there twice; {expected}.")


def read_rows(path: Path, schema: type[Schema], key: str | None = None) -> pd.DataFrame:
    """Read a table whose rows follow a schema.

    Parameters
    ----------
    path
        As for :func:`read_table`.
    schema
        The pydantic model of one row. A word of a fixed list may differ in case.
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
    return read_numbered(path, schema, key).reset_index(drop=True)


def read_numbered(path: Path, schema: type[Schema], key: str | None = None) -> pd.DataFrame:
    """Read as :func:`read_rows` does; the index holds each row's number in a spreadsheet."""
    where, header, rows = _read_cells(path, list(schema.model_fields))
    records = [(number, dict(zip(header, cells, strict=True))) for number, cells in rows]
    try:
        return _checked(records, schema, where, key)
    except ReadingError as problem:
        raise DataError(str(problem)) from None


def read_records(
    path: Path,
    schema: type[BaseModel],
    optional: Sequence[str] = (),
    context: Mapping[str, Any] | None = None,
) -> dict[int, dict[str, Any]]:
    """Read as :func:`read_rows` does, each row as a dict, by its number in a spreadsheet.

    For a thousand small files a table of each would take most of the time.

    Parameters
    ----------
    path, schema
        As for :func:`read_rows`.
    optional
        Columns of the schema that may be missing: then each of their cells is empty.
    context
        What the schema's own checks may know besides the cell; see pydantic's *validation context*.
    """
    needed = [column for column in schema.model_fields if column not in optional]
    where, header, rows = _read_cells(path, needed, optional)
    nothing = dict.fromkeys(schema.model_fields, "")
    records: list[tuple[int, dict[str, Any]]] = [
        (number, nothing | dict(zip(header, cells, strict=False))) for number, cells in rows
    ]
    return check_records(records, schema, where, context)


def check_records(
    records: Iterable[tuple[int, dict[str, Any]]],
    schema: type[BaseModel],
    where: str,
    context: Mapping[str, Any] | None = None,
) -> dict[int, dict[str, Any]]:
    """Check rows of a file, each a dict, against a schema; see :func:`read_records`."""
    try:
        return _checked_records(records, schema, where, context)
    except ReadingError as problem:
        raise DataError(str(problem)) from None


def check_rows(
    table: pd.DataFrame,
    schema: type[Schema],
    where: str,
    key: str | None = None,
    context: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """Check each row of a table of text against a schema; see :func:`read_records`.

    Raises
    ------
    ReadingError
        At the first cell that is not as the schema says. The first row is number 2, as below a
        header.
    """
    numbered = list(enumerate(table.to_dict("records"), start=2))
    return _checked(numbered, schema, where, key, context).reset_index(drop=True)


def _checked(
    records: Sequence[tuple[int, dict[Any, Any]]],
    schema: type[Schema],
    where: str,
    key: str | None,
    context: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    rows = list(_checked_records(records, schema, where, context).values())
    index = pd.Index([number for number, _ in records], name="row", dtype="int64")
    result = pd.DataFrame(rows, index=index, columns=list(schema.model_fields))
    if key is not None:
        again = result[key].duplicated()
        if again.any():
            place = int(again.to_numpy().argmax())
            raise ReadingError(
                f"{where}, row {index[place]}, column {key!r}: {rows[place][key]!r} is there "
                "already; expected a name of its own for each row."
            )
    return result


def _checked_records(
    records: Iterable[tuple[Any, dict[Any, Any]]],
    schema: type[BaseModel],
    where: str,
    context: Mapping[str, Any] | None = None,
) -> dict[int, dict[str, Any]]:
    words = _fixed_words(schema)
    rows = {}
    for number, record in records:
        for column, allowed in words.items():
            record[column] = _as_listed(record.get(column), allowed)
        try:
            rows[number] = dict(schema.model_validate(record, context=context))
        except ValidationError as problem:
            raise ReadingError(f"{where}, row {number}, {first_problem(problem)}") from None
    return rows


@cache
def _fixed_words(schema: type[BaseModel]) -> dict[str, dict[str, str]]:
    """Return, for each column that takes words of a fixed list, these words by their plain form."""
    found: dict[str, dict[str, str]] = {}
    for column, field in schema.model_fields.items():
        words = list(_literals(field.annotation))
        if words:
            found[column] = {plain(word): word for word in words}
    return found


def _literals(annotation: Any) -> Iterable[str]:
    """Yield the words of a ``Literal``, also within ``Annotated`` and ``|``."""
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    else:
        arguments = get_args(annotation)
        for part in arguments[:1] if get_origin(annotation) is Annotated else arguments:
            yield from _literals(part)


def _as_listed(value: object, allowed: Mapping[str, str]) -> object:
    """Return the word of the list that is meant: ``Yes`` is ``yes``, ``4.0`` is ``4``."""
    if not isinstance(value, str) or value in allowed.values():
        return value
    return allowed.get(plain(re.sub(r"\A(\d+)\.0+\Z", r"\1", value)), value)


def first_problem(problem: ValidationError) -> str:
    """Say the first problem of a validation as: column, value, what was expected."""
    error = problem.errors()[0]
    column = error["loc"][0] if error["loc"] else "row"
    value = _short(error["input"]) if error["loc"] else ""
    if error["type"] == "literal_error":
        expected = f"expected one of {error['ctx']['expected']}"
        return f"column {column!r}: {value} is not known; {expected}."
    if error["type"] == "value_error":
        said = str(error["ctx"]["error"])
        return f"column {column!r}: {said}" if error["loc"] else said
    if error["type"] == "missing" or error["input"] == "":
        return f"column {column!r}: nothing is there; expected a value."
    plain_words = {"int_parsing": "a whole number", "float_parsing": "a number"}
    wanted = plain_words.get(error["type"]) or error["msg"].removeprefix("Input should be ")
    return f"column {column!r}: {value} cannot be read; expected {wanted}."


def _short(value: object) -> str:
    """Return a value as Python writes it, cut where it is long."""
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:100]}…{text[-1]}"
