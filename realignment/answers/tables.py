"""Readers of answers with several parts: lists, one answer for each key, named fields, ties."""

from __future__ import annotations

import numbers
import re
from collections.abc import Collection, Iterable, KeysView, Mapping, Sequence, ValuesView
from dataclasses import dataclass, field
from typing import Any, Final, cast

import numpy as np
import pandas as pd

from realignment import dates
from realignment.answers.reading import (
    Reader,
    Unreadable,
    is_array,
    is_blank,
    is_empty,
    is_network,
    missing_and_extra,
    plain,
    shown,
)
from realignment.answers.values import ActorName, Choice, SignOfTie
from realignment.cases import Case

_SEPARATORS: Final = (
    re.compile(r"\s*\n\s*"),
    re.compile(r"\s*(?:[-=–—]*>|→|⟶|⇒|<)\s*|,?\s+(?:and\s+)?(?:then|puis|ensuite)\s+"),
    re.compile(r"\s*[,;|]\s*"),
)
"""What stands between the parts of a list in one text; the first that occurs counts."""

_BEHIND_KEY: Final = tuple(map(re.compile, (r"\s*(?::|=|[-–—]+>|→)\s*", r"\s+")))
"""What stands behind the key in a part of a text."""

_AND: Final = re.compile(r"\s+(?:and|et|&)\s+")
_NUMBERED: Final = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•])\s+")


_NUMBER_BEFORE: Final = re.compile(r"(?:^|(?<=[\s,;]))(\d{1,2})[.)]\s+")


def _without_numbers(text: str) -> str:
    """Return a list that is numbered in one line, *1. this 2. that*, with commas instead."""
    found = [int(number) for number in _NUMBER_BEFORE.findall(text)]
    if "\n" in text or len(found) < 2 or found != list(range(1, len(found) + 1)):
        return text
    parts = (part.strip(" ,;") for part in _NUMBER_BEFORE.split(text)[::2])
    return ", ".join(filter(None, parts))


_PLACED = re.compile(r"(.+?)\s*[:=]\s*(\d{1,2})\.?")


def _placed(text: str) -> list[str] | None:
    """Return names in their order, where a text gives each its place: *pair: 2, sign: 1*."""
    found = [_PLACED.fullmatch(part.strip()) for part in re.split("[,;\n]", text) if part.strip()]
    places = {match[1]: int(match[2]) for match in found if match}
    counted = list(range(1, len(found) + 1))
    in_order = sorted(places, key=lambda name: places[name])
    return in_order if len(found) > 1 and sorted(places.values()) == counted else None


@dataclass(frozen=True)
class Items(Reader):
    """Several answers of one kind: a list, tuple, set, Series or one column of a DataFrame.

    In one text they stand on lines of their own, or between arrows, ``>``, ``then``, semicolons or
    commas. A set has no order, so it cannot answer where the order matters.

    Parameters
    ----------
    of
        How to read each.
    ordered
        Whether their order matters.
    what
        What they are, in words.
    """

    of: Reader
    ordered: bool = False
    what: str = "answers"

    @property
    def expects(self) -> str:
        kind = "a list, in order," if self.ordered else "a list (the order does not matter)"
        return f"{kind} of {self.what}; each is {self.of.expects}"

    def read(self, answer: object, case: Case) -> tuple[Any, ...] | frozenset[Any]:
        if self.ordered and isinstance(answer, (set, frozenset)):
            raise Unreadable(
                "a set, in braces, has no order: Python may show it in another one each time. "
                "Write a list, in square brackets"
            )
        if self.ordered and isinstance(answer, str):
            answer = _placed(answer) or answer
        try:
            if isinstance(answer, str):
                items = self._in_text(answer, case)
            else:
                items = [self.of.read(item, case) for item in _as_list(answer)]
        except Unreadable:
            true = None if self.ordered else self._said_true(answer, case)
            if true is not None:
                return frozenset(true)
            named = self._names_of_values(answer, case)
            if named is None:
                raise
            if not self.ordered and not _is_of_texts(answer):
                how = "list(counts.index)" if isinstance(answer, pd.Series) else "list(counts)"
                raise Unreadable(
                    f"this has a value for each name; the names alone come by `{how}`"
                ) from None
            is_sorted = _are_sorted(answer)
            # A column of 3, 2, 1 may be sorted counts; in a dict written by hand they are places.
            may_place = isinstance(answer, Mapping) or not is_sorted
            if self.ordered and may_place and _are_places(answer):
                places = dict(zip(named, _values_beside(answer), strict=True))
                return tuple(sorted(named, key=lambda name: places[name]))
            if self.ordered and not is_sorted:
                raise Unreadable(
                    "the values beside these names are not sorted yet, so the names stand in no "
                    "order that was asked for: `.sort_values()` sorts a Series, `sorted` a dict"
                ) from None
            items = named
        return tuple(items) if self.ordered else frozenset(items)

    def differs(self, given: Collection[Any], expected: Collection[Any], case: Case) -> str:
        if set(given) != set(expected):
            return missing_and_extra(given, expected)
        if len(given) != len(expected):
            return "something is there twice"
        at = next(n for n, (a, b) in enumerate(zip(given, expected, strict=True), 1) if a != b)
        return f"the right ones, in another order; number {at} is the first out of place"

    def _in_text(self, text: str, case: Case) -> list[Any]:
        """Read a list that is written as one text."""
        text = text.strip()
        if text[:1] + text[-1:] in ("[]", "()"):
            text = text[1:-1]
        text = _without_numbers(text)
        between = next((mark for mark in _SEPARATORS if mark.search(text)), _AND)
        items: list[Any] = []
        for part in between.split(text):
            piece = _NUMBERED.sub("", part)
            if not piece.strip():
                continue
            try:
                items.append(self.of.read(piece, case))
            except Unreadable:
                words = re.sub(r"^(?:and|et)\s+", "", piece.strip())
                parts = _AND.split(words) if _AND.search(words) else words.split()
                if parts == [piece.strip()]:
                    raise
                items.extend(self._one_by_one(parts, piece, case))
        return items

    def _one_by_one(self, words: Sequence[str], text: str, case: Case) -> list[Any]:
        """Read each word of a text; if one cannot be read, the text cannot."""
        try:
            return [self.of.read(word, case) for word in words]
        except Unreadable:
            return [self.of.read(text, case)]

    def _said_true(self, answer: object, case: Case) -> list[Any] | None:
        """Return the names of which ``True`` is said, where a dict or a Series has it for each."""
        if not isinstance(answer, (Mapping, pd.Series)):
            return None
        said = list(answer.items())
        if not all(isinstance(value, (bool, np.bool_)) for _, value in said):
            return None
        try:
            read = [(self.of.read(self._name(name), case), value) for name, value in said]
        except Unreadable:
            return None
        return [name for name, value in read if value]

    def _names_of_values(self, answer: object, case: Case) -> list[Any] | None:
        """Return the names beside which values stand, as in a sorted Series of shares; else None.

        A table has them in one column or in its index.
        """
        columns: list[list[object]]
        if isinstance(answer, pd.DataFrame):
            columns = [list(answer.index), *(list(answer[name]) for name in answer.columns)]
        elif isinstance(answer, pd.Series):
            columns = [] if answer.dtype == bool else [list(answer.index)]
        elif isinstance(answer, Mapping):
            columns = [list(answer)]
        elif isinstance(answer, (list, tuple)) and _are_pairs(answer):
            columns = [[pair[0] for pair in answer]]
        else:
            return None
        read = []
        for names in columns:
            try:
                items = [self.of.read(self._name(name), case) for name in names]
            except Unreadable:
                continue
            if len(set(items)) == len(items):  # else it is a column of something that repeats
                read.append(items)
        return read[0] if len(read) == 1 else None

    @staticmethod
    def _name(label: object) -> object:
        """Return a label that may be a name; a number that counts rows is none."""
        return label if isinstance(label, str) else None


def _is_of_texts(answer: object) -> bool:
    """Tell whether a table has no number, and no true or false, that may say what belongs."""
    return isinstance(answer, pd.DataFrame) and answer.select_dtypes(exclude=[object, str]).empty


def _are_sorted(answer: object) -> bool:
    """Tell whether the values beside names are sorted, up or down; of a table, some column."""
    if isinstance(answer, pd.DataFrame):
        numbers_or_days = answer.select_dtypes(exclude=[object, str]).columns
        columns = [*numbers_or_days, *(name for name in answer if _are_days(answer[name]))]
        return any(_are_sorted(answer[name]) for name in columns)
    values = _values_beside(answer)
    return values.is_monotonic_increasing or values.is_monotonic_decreasing


def _values_beside(answer: object) -> pd.Series[Any]:
    """Return the values that stand beside names in a Series, a dict or pairs; of a measure its."""
    if isinstance(answer, pd.Series):
        return answer
    pairs = answer.items() if isinstance(answer, Mapping) else cast("Any", answer)
    return pd.Series({name: getattr(value, "value", value) for name, value in pairs})


def _are_days(column: pd.Series[Any]) -> bool:
    """Tell whether a column holds dates in EDTF, which are sorted as text."""
    return all(isinstance(cell, str) and dates.is_edtf(cell) for cell in column)


def _are_places(answer: object) -> bool:
    """Tell whether the values beside names are places: the first, the second and so on."""
    if isinstance(answer, pd.DataFrame):
        return False
    places = list(_values_beside(answer))
    are_numbers = all(isinstance(place, numbers.Real) for place in places)
    return are_numbers and sorted(places) == list(range(1, len(places) + 1))


def _as_list(answer: object) -> list[object]:
    if isinstance(answer, pd.DataFrame):
        if answer.shape[1] != 1:
            raise Unreadable(
                f"this is a table of {answer.shape[1]} columns; give the one that is asked for, "
                'such as `table["name"]`'
            )
        answer = answer.iloc[:, 0]
    if isinstance(answer, Mapping) and list(answer) == list(range(1, len(answer) + 1)):
        answer = list(answer.values())  # places, the first to the last
    if isinstance(answer, numbers.Number):
        return [answer]
    kinds = (list, tuple, set, frozenset, KeysView, ValuesView, pd.Series, pd.Index)
    if isinstance(answer, kinds) or is_array(answer):
        return list(cast("Iterable[object]", answer))
    raise Unreadable(f"`{shown(answer)}` is no list")


@dataclass(frozen=True)
class Keyed(Reader):
    """One answer for each of several keys: a dict, a Series, pairs, or a table of two columns.

    Parameters
    ----------
    keys
        How to read a key.
    values
        How to read a value.
    what
        What maps to what, in words.
    in_order
        The keys in the order in which they are asked for, if the reader of keys does not know them.
        Where they are known, a list or a tuple of the values alone may be given, and what else a
        table holds is left aside.
    """

    keys: Reader
    values: Reader
    what: str = "one answer for each"
    in_order: tuple[str, ...] = ()

    @property
    def expects(self) -> str:
        return f"{self.what}; each is {self.values.expects}"

    @property
    def reads_gaps(self) -> bool:
        return self.values.reads_gaps

    def part(self, key: Any) -> str:
        return self.keys.written(key)

    def read(self, answer: object, case: Case) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        asked = self.in_order or self.keys.asked_for()
        answer = self._with_keys(self._taken_apart(answer, case), asked, case) if asked else answer
        for key, value in self._asked_for(self._pairs(answer, case), asked, case):
            read_key = self._read_key(key, case)
            if is_blank(value) and not _means_something(value, self.values):
                raise Unreadable(f"`{shown(key)}` has no answer yet")
            try:
                read_value = self.values.read(value, case)
            except Unreadable as problem:
                raise Unreadable(f"at `{shown(key)}`: {problem}") from None
            _keep_once(found, read_key, read_value, key)
        return found

    def _pairs(self, answer: object, case: Case) -> list[tuple[object, object]]:
        """Return keys and values; in a table of two columns the keys may be the second."""
        pairs = _as_pairs(answer)
        if isinstance(answer, pd.DataFrame) and answer.shape[1] == 2:
            turned = [(key, value) for value, key in pairs]
            if not self._any_key(pairs, case) and self._any_key(turned, case):
                return turned
        return pairs

    def _of_wide(
        self, table: pd.DataFrame, asked: Sequence[str], case: Case
    ) -> list[tuple[object, object]]:
        """Return keys and values of a table in which one other column can be read as values."""
        if table.shape[1] < 3 or len(table) > _LONGEST:
            return []
        wanted = {self.keys.read(key, case) for key in asked}
        for name in table.columns:
            keys = [_read_or_none(self.keys, cell, case) for cell in table[name]]
            if wanted and wanted <= set(keys):
                rows = table[[key in wanted for key in keys]]
                values = [
                    column
                    for column in table.columns.drop(name)
                    if all(_read_or_none(self.values, v, case) is not None for v in rows[column])
                ]
                if len(values) == 1:
                    return list(zip(rows[name], rows[values[0]], strict=True))
        return []

    def _any_key(self, pairs: list[tuple[object, object]], case: Case) -> bool:
        for key, _ in pairs:
            try:
                self.keys.read(key, case)
            except Unreadable:
                continue
            return True
        return False

    def _taken_apart(self, answer: object, case: Case) -> object:
        """Return an array as a list, a row whose columns are keys as its parts, a text as pairs."""
        if isinstance(answer, str):
            return self._pairs_in(answer, case) or answer
        if isinstance(answer, (pd.Index, ValuesView)) or (
            is_array(answer) and np.ndim(cast(Any, answer)) == 1
        ):
            return list(cast("Iterable[object]", answer))
        if isinstance(answer, pd.DataFrame) and len(answer) == 1 < answer.shape[1]:
            return answer.iloc[0] if self._are_keys(list(answer.columns), case) else answer
        return answer

    def _pairs_in(self, text: str, case: Case) -> list[tuple[str, ...]]:
        """Return what a text gives to each key, ``a: 1; b: 2`` or ``a 1, b 2``; none if nothing."""
        for mark in _BEHIND_KEY:
            pairs = [
                tuple(piece.strip(" '\"") for piece in mark.split(str(part), maxsplit=1))
                for part in _parts(text.strip(" []{}()"))
            ]
            if pairs and all(len(pair) == 2 for pair in pairs):
                if self._are_keys([key for key, _ in pairs], case):
                    return pairs
        return []

    def _read_key(self, key: object, case: Case) -> Any:
        """Return a key; say what is missing where a column has none but the numbers of rows."""
        try:
            return self.keys.read(key, case)
        except Unreadable:
            if isinstance(key, numbers.Integral):
                raise Unreadable(
                    "these values have no names beside them, only the numbers of rows; give a "
                    "dict, or a column that `.value_counts()` or `.set_index(...)` has made"
                ) from None
            raise

    def _with_keys(self, answer: object, asked: Sequence[str], case: Case) -> object:
        """Return a dict of what has values in the order asked for, or several beside each name."""
        if isinstance(answer, pd.DataFrame) and answer.shape[1] == 1:
            answer = answer.iloc[:, 0]
        if isinstance(answer, pd.DataFrame):
            return self._of_wide(answer, asked, case) or self._of_rows(answer, case)
        values: list[object] = []
        if isinstance(answer, str):
            values = _parts(answer)
        elif isinstance(answer, pd.Series) and not self._any_key(list(answer.items()), case):
            values = list(answer) if pd.api.types.is_integer_dtype(answer.index) else []
        elif isinstance(answer, (list, tuple)):
            named = _are_pairs(answer) and self._any_key([*answer], case)
            values = [] if named else list(answer)
        is_whole = len(values) == len(asked)
        return dict(zip(asked, values, strict=True)) if is_whole else answer

    def _of_rows(self, table: pd.DataFrame, case: Case) -> object:
        """Return a dict of the rows of a table whose index, or one column, has the names."""
        if self._are_keys(list(table.index), case):
            return {key: tuple(row) for key, row in zip(table.index, table.values, strict=True)}
        names = [name for name in table.columns if self._are_keys(list(table[name]), case)]
        if table.shape[1] > 2 and len(names) == 1:
            return self._of_rows(table.set_index(names[0]), case)
        return table

    def _are_keys(self, labels: Sequence[object], case: Case) -> bool:
        """Tell whether all of these are names that are asked for."""
        try:
            for label in labels:
                self.keys.read(label if isinstance(label, str) else None, case)
        except Unreadable:
            return False
        return True

    def _asked_for(
        self, pairs: list[tuple[object, object]], asked: Sequence[str], case: Case
    ) -> list[tuple[object, object]]:
        """Return the pairs that are asked for, if all of these are there; else all pairs."""
        if len(pairs) <= len(asked) or not asked:
            return pairs
        wanted = {self.keys.read(key, case) for key in asked}
        kept: list[tuple[object, object]] = []
        there = set()
        for key, value in pairs:
            try:
                read_key = self.keys.read(key, case)
            except Unreadable:
                continue
            if read_key in wanted:
                kept.append((key, value))
                there.add(read_key)
        return kept if there == wanted else pairs


def _parts(text: str) -> list[object]:
    """Return the parts of a list that is written as one text."""
    text = text.strip()
    if text[:1] + text[-1:] in ("[]", "()") and not re.search(r"[\[\]()]", text[1:-1]):
        text = text[1:-1]
    return list(re.split(r"\s*[,;\n]\s*", text))


def _read_or_none(reader: Reader, cell: object, case: Case) -> Any:
    """Return what a cell of a table is read as; ``None`` if it cannot be read."""
    try:
        return reader.read(cell, case)
    except Unreadable:
        return None


_LONGEST: Final = 500
"""Rows of a table in whose columns keys and values are looked for."""


def _keep_once(found: dict[Any, Any], key: Any, value: Any, written: object) -> None:
    """Put a value under its key; refuse a key that is there already with another value."""
    if key in found and found[key] != value:
        raise Unreadable(f"`{shown(written)}` is there twice, with two answers; give one")
    found[key] = value


def _means_something(value: object, reader: Reader) -> bool:
    """Tell whether a blank is an answer here.

    In a table an empty cell says something, and so does the gap that a look-up leaves.
    """
    if reader.reads_gaps and value is not Ellipsis:
        return True
    is_text = isinstance(value, str) and not value
    return is_text and isinstance(reader, Choice) and reader.reads_blank()


def _are_pairs(answer: Iterable[object]) -> bool:
    return all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in answer)


def _as_pairs(answer: object) -> list[tuple[object, object]]:
    if isinstance(answer, pd.DataFrame):
        if answer.shape[1] == 1:
            answer = answer.iloc[:, 0]
        elif answer.shape[1] == 2:
            answer = answer.set_index(answer.columns[0]).iloc[:, 0]
        else:
            raise Unreadable(f"this table has {answer.shape[1]} columns; two were expected")
    if isinstance(answer, (pd.Series, Mapping)):
        return list(answer.items())
    if isinstance(answer, (list, tuple)) and _are_pairs(answer):
        return [(key, value) for key, value in answer]
    raise Unreadable(f"`{shown(answer)}` does not give one answer for each")


@dataclass(frozen=True)
class Fields(Reader):
    """Several named answers, such as one coded row: a dict, a Series, a table of one row.

    A list or a tuple is read too, in the order of the fields.

    Parameters
    ----------
    fields
        Field name to reader.
    columns
        Column of a table to the field that it answers, where a Series that pandas has counted
        carries the names of columns.
    """

    fields: Mapping[str, Reader]
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def expects(self) -> str:
        names = [f"`{name}`" for name in self.fields]
        listed = f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]
        shape = ", ".join(f'"{name}": ...' for name in self.fields)
        return f"a dict with the keys {listed}, such as `{{{shape}}}`"

    @property
    def reads_gaps(self) -> bool:
        return any(reader.reads_gaps for reader in self.fields.values())

    def read(self, answer: object, case: Case) -> dict[str, Any]:
        written = answer
        if isinstance(answer, pd.DataFrame):
            answer = self._one_row(answer)
        if isinstance(answer, pd.Series):
            answer = answer.to_dict()
        if isinstance(answer, str):
            parts = _parts(answer)
            named = [re.split(r"\s*[:=]\s*", str(part), maxsplit=1) for part in parts]
            answer = named if self._are_named(named) else parts
        if isinstance(answer, list) and self._are_named(answer):
            answer = dict(answer)
        if isinstance(answer, (list, tuple)) and self._in_order(answer):
            answer = dict(zip(self.fields, answer, strict=True))
        if not isinstance(answer, Mapping):
            raise Unreadable(f"`{shown(written)}` is no dict")
        given = self._by_field(answer)
        singular = {name.removesuffix("s"): name for name in self.fields}
        for key in list(given):
            name = self.columns.get(key) or singular.get(key.removesuffix("s"), key)
            given.setdefault(name, given[key])
        return {name: self._read_field(name, given, case) for name in self.fields}

    def same(self, given: Mapping[str, Any], expected: Mapping[str, Any], case: Case) -> bool:
        """Tell whether each field is the same."""
        return all(
            reader.same(given[name], expected[name], case) for name, reader in self.fields.items()
        )

    def _one_row(self, table: pd.DataFrame) -> pd.Series[Any]:
        """Return the one row of a table, or the column beside the names of the fields."""
        if len(table) == 1:
            return table.iloc[0]
        upright = table.set_index(table.columns[0]) if table.shape[1] == 2 else table
        if upright.shape[1] == 1 and self._are_named(list(upright.iloc[:, 0].items())):
            return upright.iloc[:, 0]
        raise Unreadable(f"this table has {len(table)} rows; one was expected")

    def _are_named(self, pairs: Sequence[Any]) -> bool:
        """Tell whether these are pairs, and their first parts the names of the fields."""
        if not _are_pairs(pairs):
            return False
        names = [plain(str(name)).replace(" ", "_") for name, _ in pairs]
        return sorted(names) == sorted(self.fields)

    def _in_order(self, answer: Sequence[object]) -> bool:
        """Tell whether these are the fields' values, without names, in the order asked for."""
        return len(answer) == len(self.fields) and not _are_pairs(answer)

    @staticmethod
    def _by_field(answer: Mapping[Any, object]) -> dict[str, object]:
        """Return the answers by their fields' names, in small letters."""
        given: dict[str, object] = {}
        for name, value in answer.items():
            field = plain(str(name)).replace(" ", "_")
            if field in given:
                raise Unreadable(f"the key `{shown(field)}` is there twice; give one")
            given[field] = value
        return given

    def _read_field(self, name: str, given: Mapping[str, object], case: Case) -> Any:
        reader = self.fields[name]
        if name not in given:
            raise Unreadable(f"the key `{name}` is missing")
        if is_blank(given[name]) and not _means_something(given[name], reader):
            raise Unreadable(f"`{name}` has no answer yet")
        if is_empty(given[name]):
            raise Unreadable(
                f"at `{name}`: this is empty. If it was computed, no row fits all "
                "your conditions: try them one at a time"
            )
        try:
            return reader.read(given[name], case)
        except Unreadable as problem:
            raise Unreadable(f"at `{name}`: {problem}; expected {reader.expects}") from None


Pair = tuple[str, str]


@dataclass(frozen=True)
class SignedTies(Reader):
    """Signed ties: a table with source, target and sign, a networkx graph, or triples.

    Read as a dict from a pair, in alphabetical order, to +1, -1 or 0.
    """

    @property
    def expects(self) -> str:
        return (
            "signed ties: a table with the columns `source`, `target` and `sign` (+1 or -1), a "
            "networkx graph whose edges have a `sign`, or a list of triples such as "
            "`('CHN', 'IRQ', -1)`"
        )

    def read(self, answer: object, case: Case) -> dict[Pair, int]:
        found: dict[Pair, int] = {}
        for one, other, sign in self._triples(answer):
            first, second = sorted(ActorName().read(name, case) for name in (one, other))
            if (first, second) in found:
                raise Unreadable(
                    f"the pair `{shown(one)}`, `{shown(other)}` is there twice; a tie has no "
                    "direction, so give each pair once"
                )
            found[first, second] = SignOfTie().read(sign, case)
        return found

    def differs(self, given: Mapping[Pair, int], expected: Mapping[Pair, int], case: Case) -> str:
        turned = sum(given[pair] != sign for pair, sign in expected.items() if pair in given)
        signs = f"{turned} {'has' if turned == 1 else 'have'} another sign" if turned else ""
        return ", ".join(filter(None, [missing_and_extra(given, expected), signs]))

    def _triples(self, answer: object) -> list[tuple[object, object, object]]:
        if is_network(answer):
            if answer.is_directed():
                raise Unreadable(
                    "this network is directed, and a tie has no direction: use `nx.Graph`"
                )
            if any("sign" not in data for _, _, data in answer.edges(data=True)):
                raise Unreadable("an edge of this graph has no `sign`")
            return [(u, v, data["sign"]) for u, v, data in answer.edges(data=True)]
        if isinstance(answer, pd.DataFrame):
            if {"source", "target"} <= set(answer.index.names):
                answer = answer.reset_index(["source", "target"])
            columns = {str(c).strip().lower(): c for c in answer.columns}
            missing = [c for c in ("source", "target", "sign") if c not in columns]
            if missing:
                raise Unreadable(f"the column `{missing[0]}` is missing")
            wanted = answer[[columns[c] for c in ("source", "target", "sign")]]
            return list(wanted.itertuples(index=False, name=None))
        triples: object = answer
        if isinstance(answer, (Mapping, pd.Series)):
            triples = [(*_two_of(pair), sign) for pair, sign in answer.items()]
        if is_array(answer) and np.ndim(cast(Any, answer)) == 2:
            triples = [tuple(row) for row in cast("Iterable[Iterable[object]]", answer)]
        if isinstance(answer, (list, tuple)) and all(isinstance(row, Mapping) for row in answer):
            return self._triples(pd.DataFrame(answer)) if answer else []
        if (
            isinstance(triples, (list, tuple, set))
            and triples
            and all(isinstance(t, (list, tuple)) and len(t) == 3 for t in triples)
        ):
            return [tuple(triple) for triple in triples]
        raise Unreadable(f"`{shown(answer)}` is not read as ties")


def _two_of(pair: object) -> tuple[object, ...]:
    """Return the two of a pair, which may be written ``A-B``; nothing if it is none."""
    if isinstance(pair, str):
        pair = tuple(re.split(r"\s*[-–—→]+\s*", pair.strip()))
    return pair if isinstance(pair, tuple) and len(pair) == 2 else ()
