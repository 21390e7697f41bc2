"""One door for tables: any DataFrame becomes what its own schema says.

A table that ``load_case`` gives has text in every cell of a text column, ``""`` where nothing is
known, and whole numbers where numbers stand. The same table from ``pd.read_csv``, from a
spreadsheet, filtered, shuffled or put together by hand has ``NaN``, ``None`` and ``4.0`` in it, and
each of them can change a result without a word (``pandas.factorize`` codes a missing cell as -1,
and ``[-1]`` is the last row). So every public function that takes a table calls :func:`frame`
first, and below that door nobody meets a missing value that no schema knows.

A schema is a mapping from a column's name to its *reader*, one of the functions here: it takes a
column as it came and returns it as it should be, or raises. Columns that no schema names are
cleaned where they hold text, and otherwise left as they are.
"""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast, get_type_hints

import numpy as np
import pandas as pd
from pydantic import BaseModel

from realignment import dates
from realignment.errors import ReadingError

Reader = Callable[["pd.Series[Any]"], "pd.Series[Any]"]
Schema = Mapping[str, Reader]

_STR = pd.StringDtype("python", na_value=np.nan)
_NOTHING_WORDS = frozenset({"nan", "NaN", "None", "NaT", "<NA>"})
"""What becomes of a missing cell where somebody has made text of a whole table."""


_MIDNIGHT = re.compile(r"(?<=\d)[ T]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?\Z")
"""How CSV, JSON and databases write a day in a column of days."""

_SAMPLE = 1000
"""Cells that are looked at to see whether a column repeats a few texts."""


class _CellError(Exception):
    """A cell that cannot be read: its place in the column, what is there, what was expected."""

    def __init__(self, place: int, problem: str) -> None:
        super().__init__(problem)
        self.place = place


def frame(
    table: object,
    what: str,
    schema: Schema,
    needs: Sequence[str] = (),
    expected: str = "",
    others: bool = True,
) -> pd.DataFrame:
    """Return a table as its schema says; the table that was given stays as it is.

    Parameters
    ----------
    table
        Any DataFrame, with any index.
    what
        What a person calls it, in the plural: ``"events"``.
    schema
        A reader for each column that is known.
    needs
        The columns that must be there.
    expected
        What the sentence about a missing column says was expected.
    others
        Whether columns that the schema does not name are kept.

    Returns
    -------
    DataFrame
        The same rows in the same order, with the same index, save that a known column which was
        part of the index is a column again.

    Raises
    ------
    ReadingError
        If it is no DataFrame, a needed column is missing or there twice, or a cell cannot be read.
    """
    if not isinstance(table, pd.DataFrame):
        raise ReadingError(
            f"The {what} are given as {type(table).__name__}: expected a table (DataFrame)."
        )
    names = [str(name).strip() for name in table.columns]
    in_index = [
        name
        for name in table.index.names
        if (name in needs or name in schema) and name not in names
    ]
    if in_index:
        table = table.reset_index(level=in_index)
        names = [str(name).strip() for name in table.columns]
    missing = [name for name in needs if name not in names]
    if missing:
        raise ReadingError(
            f"The {what} have no column{'s' if len(missing) > 1 else ''} "
            f"{' and '.join(map(repr, missing))}: expected {expected or ', '.join(needs)}."
        )
    read: dict[str, pd.Series[Any]] = {}
    for number, name in enumerate(names):
        if name in read and (name in schema or name in needs):
            raise ReadingError(
                f"The {what} have the column {name!r} twice: expected each column once."
            )
        if name in schema or others:
            column = table.iloc[:, number]
            try:
                read[name] = schema.get(name, _other)(column)
            except _CellError as problem:
                raise ReadingError(
                    f"The {what}, index {table.index[problem.place]!r}, column {name!r}: {problem}"
                ) from None
    result = pd.DataFrame(read, index=table.index, copy=False)
    result.attrs = dict(table.attrs)
    return result


def readers(model: type[BaseModel]) -> dict[str, Reader]:
    """Return the schema of a table whose rows follow a pydantic model."""
    known: dict[object, Reader] = {
        int: whole,
        int | None: whole_or_none,
        float | None: number_or_none,
    }
    hints = get_type_hints(model)
    return {name: known.get(hints[name], text) for name in model.model_fields}


def plain(value: object) -> str:
    """Return one cell as the text that ``load_case`` would have given: ``""`` for a missing one.

    >>> [plain(value) for value in (" NER ", 4.0, None, float("nan"), datetime.date(2024, 3, 16))]
    ['NER', '4', '', '', '2024-03-16']
    """
    if isinstance(value, str):
        stripped = value.strip()
        return "" if stripped in _NOTHING_WORDS else str(stripped)
    if isinstance(value, (tuple, list, set, frozenset, np.ndarray)):
        parts = [plain(part) for part in value]
        return ";".join(sorted(parts) if isinstance(value, (set, frozenset)) else parts)
    if value is None or pd.isna(cast(Any, value)):
        return ""
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return str(int(value))
    if isinstance(value, (float, np.floating)):
        return repr(float(value))
    if isinstance(value, (datetime.date, np.datetime64)):
        return str(pd.Timestamp(cast(Any, value)).date())
    return str(value).strip()


# --- readers ----------------------------------------------------------------------------------


def text(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read texts, stripped; ``""`` where missing."""
    cells = column.to_numpy(dtype=object).tolist()
    try:
        few = len(set(cells[:_SAMPLE])) < _SAMPLE // 2
        looked_at = list(set(cells)) if few else cells
        clean = list(map(str.strip, looked_at)) == looked_at
    except TypeError:  # no text, or nothing that can be hashed
        clean = False
    if clean and _NOTHING_WORDS.isdisjoint(looked_at):
        return column if column.dtype == _STR else column.astype("str")
    return _by_value(column, plain, "", "str")


def category(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read texts of which few differ, as a categorical in alphabetical order."""
    code, found = distinct(column)
    words = np.array([*map(plain, found), ""], dtype=object)  # the last for -1, a missing cell
    place, names = pd.factorize(words, sort=True)
    codes = place.astype(np.int32)[code]
    return pd.Series(pd.Categorical.from_codes(codes, pd.Index(names)), index=column.index)


def one_of(allowed: Iterable[str]) -> Reader:
    """Return a reader of texts that must be among some, as a categorical in their order."""
    names = list(allowed)

    def reader(column: pd.Series[Any]) -> pd.Series[Any]:
        code, found = distinct(column)
        words = [*map(plain, found), ""]
        place = np.array([names.index(word) if word in names else -1 for word in words])
        codes = place.astype(np.int8)[code]
        if (codes < 0).any():
            first = int((codes < 0).argmax())
            said = repr(words[code[first]]) if words[code[first]] else "nothing"
            verb = "is not known" if words[code[first]] else "is there"
            choice = ", ".join(name or "nothing" for name in names)
            raise _CellError(first, f"{said} {verb}; expected one of {choice}.")
        return pd.Series(pd.Categorical.from_codes(codes, pd.Index(names)), index=column.index)

    return reader


def whole(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read whole numbers, none of them missing: int64."""
    if column.dtype.kind in "iu" and not column.isna().any():
        return column.astype("int64")
    return _by_value(column, _whole, None, "int64")


def whole_or_none(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read whole numbers: Int64, ``NA`` where missing."""
    return _by_value(column, lambda value: _whole(value) if plain(value) else pd.NA, pd.NA, "Int64")


def number_or_none(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read numbers: Float64, ``NA`` where missing."""
    return _by_value(
        column, lambda value: _number(value) if plain(value) else pd.NA, pd.NA, "Float64"
    )


def sign(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read signs: int64, each -1, 0 or 1."""
    signs = whole(column)
    wrong = (signs.abs() > 1).to_numpy()
    if wrong.any():
        first = int(wrong.argmax())
        raise _CellError(first, f"{signs.iloc[first]} is no sign; expected -1, 0 or 1.")
    return signs


def day(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read days: datetime64[s] at midnight, ``NaT`` where missing."""
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "M":
        days = column.astype("datetime64[s]")
        floored = days.dt.floor("D")
        return days if floored.equals(days) else floored  # no second copy of what is right
    return _by_value(column, _day, pd.NaT, "datetime64[s]")


def ids(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read tuples of texts, also from the form that a tuple takes in a file."""
    values = [_ids(value) for value in column]
    made = pd.Series(index=column.index, dtype=object)
    made[:] = pd.Series(values, index=column.index, dtype=object).to_numpy()
    return made


# --- how they read ----------------------------------------------------------------------------


def _other(column: pd.Series[Any]) -> pd.Series[Any]:
    """Clean a column that no schema names, where it holds text and nothing else."""
    dtype = column.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        dtype = dtype.categories.dtype
    if not isinstance(dtype, pd.StringDtype) and not pd.api.types.is_object_dtype(dtype):
        return column
    kind = pd.api.types.infer_dtype(column.to_numpy(dtype=object), skipna=True)
    return text(column) if kind == "string" else column


def distinct(column: pd.Series[Any]) -> tuple[np.ndarray[Any, Any], list[object]]:
    """Return a number for each cell, -1 for a missing one, and the values that are numbered."""
    values: Any = column
    if column.dtype == _STR:
        values = column.to_numpy(dtype=object)  # pandas numbers these twice as fast
        if len(set(values[:_SAMPLE].tolist())) == 1:  # perhaps a column of one word
            cells = values.tolist()
            if cells.count(cells[0]) == len(cells):
                return np.zeros(len(cells), dtype=np.int8), cells[:1]
    try:
        code, found = pd.factorize(values)
    except TypeError:  # lists in cells: each one is looked at
        return np.arange(len(column)), list(column)
    return code, np.asarray(found, dtype=object).tolist()


def _by_value(
    column: pd.Series[Any], read: Callable[[object], object], nothing: object, dtype: str
) -> pd.Series[Any]:
    """Read each distinct value of a column once; ``nothing=None`` refuses missing cells."""
    code, found = distinct(column)
    values = np.empty(len(found) + 1, dtype=object)
    values[-1] = nothing
    for number, value in enumerate(found):
        try:
            values[number] = read(value)
        except ValueError as problem:
            raise _CellError(int((code == number).argmax()), str(problem)) from None
    if nothing is None and (code < 0).any():
        raise _CellError(int((code < 0).argmax()), "nothing is there; expected a value.")
    return pd.Series(values[code], index=column.index).astype(cast(Any, dtype))


def _number(value: object) -> float:
    try:
        number = float(cast(Any, plain(value)))
    except ValueError:
        number = np.nan
    if not np.isfinite(number) or isinstance(value, (bool, np.bool_)):
        raise ValueError(f"{value!r} cannot be read; expected a number.")
    return number


def _whole(value: object) -> int:
    if not plain(value):
        raise ValueError("nothing is there; expected a value.")
    number = _number(value)
    if not number.is_integer():
        raise ValueError(f"{value!r} cannot be read; expected a whole number.")
    return int(number)


def _day(value: object) -> object:
    word = _MIDNIGHT.sub("", plain(value))
    return dates.day(word) if word else pd.NaT


def _ids(value: object) -> tuple[str, ...]:
    if isinstance(value, str) and value.strip()[:1] in ("(", "["):
        try:
            value = ast.literal_eval(value)
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            pass
    return tuple(filter(None, plain(value).split(";")))
