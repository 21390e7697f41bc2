"""Agreement between coders: percent, Cohen's kappa, Krippendorff's alpha, and where they part.

*Percent agreement* counts units on which two coders gave the same value. Two coders who nearly
always choose the commonest value agree often without reading, so the two other measures ask how
much of the agreement goes beyond that.

* ``cohen``: kappa = (p_o - p_e) / (1 - p_e) for two coders, where p_o is the observed share of
  agreement and p_e the share expected if each coder kept their own frequencies (Cohen 1960).
* ``krippendorff``: alpha = 1 - D_o / D_e for any number of coders, with gaps, at four levels of
  measurement; D_o is the observed disagreement between values of one unit, D_e that between values
  drawn from all units together (Krippendorff 2011; 2004, chapter 11).

Where chance alone would give full agreement, as when all coders use one value throughout, kappa
and alpha are 0 / 0: undefined. Then ``value`` is ``None`` and ``words`` says so.

Interval: units are drawn again with replacement, as many as there are, and the measure is computed
on each draw, that is, once more with each unit weighted by how often it was drawn; the interval
runs from the 2.5th to the 97.5th percentile (Efron and Tibshirani 1993, chapter 13; for alpha,
Zapf et al. 2016). Draws on which the measure is undefined are left out and counted. The interval
speaks of other sentences like these, coded by the same coders: not of other coders.

Why these are not taken from a library: the lesson teaches these formulas, and each is some ten
lines that a student can read beside it. The tests hold them to the examples of the authors.

References
----------
Cohen, J. (1960). A coefficient of agreement for nominal scales. *Educational and Psychological
Measurement* 20 (1), 37-46.
Efron, B. and Tibshirani, R. J. (1993). *An Introduction to the Bootstrap*. Chapman and Hall.
Krippendorff, K. (2004). *Content Analysis: An Introduction to Its Methodology*, 2nd ed. Sage.
Krippendorff, K. (2011). *Computing Krippendorff's Alpha-Reliability*. University of Pennsylvania.
Zapf, A., Castell, S., Morawietz, L. and Karch, A. (2016). Measuring inter-rater reliability for
nominal data: which coefficients and confidence intervals are appropriate? *BMC Medical Research
Methodology* 16, 93.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Literal, NamedTuple, get_args

import numpy as np
import pandas as pd

from realignment import frames
from realignment.errors import ReadingError
from realignment.events import CODINGS
from realignment.frames import frame

Level = Literal["nominal", "ordinal", "interval", "ratio"]
Empty = Literal["code", "missing"]

EMPTY = "-"
"""The codebook's "none". Of two coders' values an empty one means the same; ``None`` and ``NaN``
are gaps."""

FIELDS = (
    "kind",
    "actor",
    "recipient",
    "event_type",
    "quad",
    "valence",
    "date",
    "attributed_to",
    "certainty",
)
"""The fields of the codebook that hold a code: nobody words an action or a note as another does."""

RESAMPLES = 1000
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_WHOLE = re.compile(r"[+-]?(0|[1-9]\d*)\.0+")
_LISTS = ("actor", "recipient", "attributed_to")  # cells in which order means nothing


class Interval(NamedTuple):
    """The 95 % interval over resampled units."""

    low: float | None
    high: float | None
    undefined_draws: int


@dataclass(frozen=True, eq=False)
class Agreement:
    """One measure of agreement.

    The interval is drawn when it is asked for: by ``low``, ``high``, ``words``, or a comparison of
    two results.

    Attributes
    ----------
    name
        Which measure.
    value
        Its value: 1 is full agreement; for kappa and alpha 0 is what chance gives, and below 0 is
        less than that. ``None`` where it is undefined.
    low, high
        The 95 % interval over resampled units; ``None`` with ``value``.
    units
        Units compared: those that at least two coders gave a value.
    coders
        Coders compared.
    undefined_draws
        Draws, of ``RESAMPLES``, on which the measure was undefined, and which the interval
        leaves out.
    reason
        Why the value is undefined; ``""`` otherwise.
    """

    name: str
    value: float | None
    units: int
    coders: int
    reason: str
    draw: Callable[[], Interval] = field(repr=False)

    @cached_property
    def interval(self) -> Interval:
        """The interval, drawn once."""
        return self.draw()

    @property
    def low(self) -> float | None:
        """The lower end of the interval."""
        return self.interval.low

    @property
    def high(self) -> float | None:
        """The upper end of the interval."""
        return self.interval.high

    @property
    def undefined_draws(self) -> int:
        """Draws on which the measure was undefined."""
        return self.interval.undefined_draws

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Agreement):
            return NotImplemented
        return self._told() == other._told() and self.interval == other.interval

    def __hash__(self) -> int:
        return hash(self._told())

    def _told(self) -> tuple[object, ...]:
        return self.name, self.value, self.units, self.coders, self.reason

    @property
    def words(self) -> str:
        """The result in a sentence, with what it rests on; this draws the interval."""
        basis = f"{self.units} units, {self.coders} coders"
        if self.value is None:
            return f"{self.name}: undefined ({basis}). {self.reason}"
        said = f"{self.name}: {_number(self.value)}"
        said += f", 95 % interval {_number(self.low)} to {_number(self.high)} ({basis})."
        if self.undefined_draws:
            said += (
                f" It was undefined on {self.undefined_draws} of {RESAMPLES} draws; they are left "
                "out, so the interval is narrower than it should be."
            )
        return said

    def __repr__(self) -> str:
        return f"<{self.words}>"


def percent(a: Iterable[Any], b: Iterable[Any], empty: Empty = "code", seed: int = 0) -> Agreement:
    """Return the share of units (0 to 1) on which two coders gave the same value.

    Parameters
    ----------
    a, b
        One value per unit, in the same order; two Series are matched by their index. Values are
        compared as a codebook would write them: ``4``, ``4.0`` and ``"4"`` are one code.
    empty
        Whether the empty code (``-``) is a value like any other, or a gap.
    seed
        Of the draws for the interval.

    Raises
    ------
    ReadingError
        If the two do not cover the same units, or one has numbers where the other has words.
    """
    return _measure("Percent agreement", _share_of_equals, _pair(a, b, empty), seed)


def cohen(a: Iterable[Any], b: Iterable[Any], empty: Empty = "code", seed: int = 0) -> Agreement:
    """Return Cohen's kappa of two coders.

    Parameters and errors are those of ``percent``.
    """
    return _measure("Cohen's kappa", _kappa, _pair(a, b, empty), seed)


def krippendorff(
    table: pd.DataFrame, level: Level = "nominal", empty: Empty = "code", seed: int = 0
) -> Agreement:
    """Return Krippendorff's alpha of any number of coders.

    Parameters
    ----------
    table
        Units in rows, coders in columns, as ``table`` makes it; ``None`` or ``NaN`` for a gap.
    level
        How far two values are apart: ``nominal`` equal or not; ``ordinal`` by the values ranked
        between them; ``interval`` by their difference; ``ratio`` by their difference over their
        sum. All but nominal need numbers.
    empty
        Whether the empty code (``-``) is a value like any other, or a gap.
    seed
        Of the draws for the interval.

    Raises
    ------
    ReadingError
        If the level is unknown, or needs numbers and a value is none.
    """
    if level not in get_args(Level):
        raise ReadingError(
            f"{level!r} is no level of measurement: expected one of {', '.join(get_args(Level))}."
        )
    cells = _cells(pd.DataFrame(table), empty)
    name = f"Krippendorff's alpha ({level})"
    return _measure(name, partial(_alpha, level=level), cells, seed, level)


def table(codings: pd.DataFrame, field: str) -> pd.DataFrame:
    """Set out one field of the main rows: sentences in rows, coders in columns.

    Parameters
    ----------
    codings
        ``case.codings``: columns ``coder``, ``sentence``, ``main`` and the codebook's fields.
    field
        One of those fields. In fields that hold lists of actors the order is made the same.

    Returns
    -------
    DataFrame
        ``None`` where a coder has not coded the field of a sentence: the cell is empty, or there is
        no row. ``"-"`` is a value: the coder says that there is nothing.

    Raises
    ------
    ReadingError
        If there is no such field, or a coder has two main rows for a sentence.
    """
    codings = frame(
        codings,
        "codings",
        {
            field: CODINGS.get(field, frames.text),
            "coder": frames.text,
            "sentence": frames.whole,
            "main": frames.one_of(["yes", "no"]),
        },
        needs=("coder", "sentence", "main", field),
        expected=_one_of_the_columns(codings),
        others=False,
    )
    main = codings[codings["main"] == "yes"]
    twice = main[main.duplicated(["sentence", "coder"])]
    if len(twice):
        row = twice.iloc[0]
        raise ReadingError(
            f"Coder {row['coder']} has two main rows for sentence {row['sentence']}: expected one."
        )
    code, given = frames.distinct(main[field])
    written = [frames.plain(value) for value in given]
    if field in _LISTS:
        written = list(map(_in_order, written))
    cells = np.array([*(text or None for text in written), None], dtype=object)[code]
    sentences, unit = np.unique(main["sentence"].to_numpy(dtype=np.int64), return_inverse=True)
    place, coders = pd.factorize(main["coder"], sort=True)
    values = np.full((len(sentences), len(coders)), None, dtype=object)
    values[unit, place] = cells
    return pd.DataFrame(
        values,
        index=pd.Index(sentences, name="sentence"),
        columns=pd.Index(coders, name="coder"),
    )


def _one_of_the_columns(codings: object) -> str:
    columns = codings.columns if isinstance(codings, pd.DataFrame) else CODINGS
    return f"one of {', '.join(map(str, columns))}"


def disagreements(codings: pd.DataFrame, field: str) -> pd.DataFrame:
    """Return the sentences on which the coders part, with the value of each coder.

    Parameters and errors are those of ``table``, and so is the form: sentences in rows, coders in
    columns. A gap is no disagreement; the empty code beside a value is one.
    """
    values = table(codings, field)
    return values[values.nunique(axis="columns") > 1]


def by_sentence(codings: pd.DataFrame, fields: Sequence[str] = FIELDS) -> pd.DataFrame:
    """Return how far the coders part on each sentence.

    With forty coders nearly every sentence has some disagreement; the question is how much.

    Parameters
    ----------
    codings
        As for ``table``.
    fields
        Fields of the codebook.

    Returns
    -------
    DataFrame
        Sentences in rows, fields in columns: the share of pairs of coders who gave two different
        values, from 0 (all the same) to 1 (no two the same). ``NaN`` where fewer than two coders
        gave a value.
    """
    parts = {}
    for name in [fields] if isinstance(fields, str) else fields:
        values = table(codings, name)
        counts = _coded(values).counts
        given = counts.sum(axis=1)
        pairs = given * (given - 1)
        same = (counts * (counts - 1)).sum(axis=1)
        shares = np.divide(same, pairs, np.full(len(pairs), np.nan), where=pairs > 0)
        parts[name] = pd.Series(1 - shares, index=values.index)
    return pd.DataFrame(parts).rename_axis(index="sentence", columns="field")


def consensus(codings: pd.DataFrame, fields: Sequence[str] = FIELDS) -> pd.DataFrame:
    """Return the row that most coders would write, field by field, with the share of each.

    Parameters
    ----------
    codings, fields
        As for ``by_sentence``.

    Returns
    -------
    DataFrame
        Sentences in rows. For each field its commonest value (of two that are as common the first
        in alphabetical order; ``""`` where nobody has coded it), and under ``FIELD_share`` the
        share of those who coded the field that gave it, 0 to 1. ``whole_row`` is the share of
        coders, of those who coded all the fields, who wrote exactly this row: most often far fewer
        than any one cell has.
    """
    parts: dict[str, pd.Series[Any]] = {}
    same: list[Counts] = []  # for each field 1 where a coder wrote so, 0 where not, or NaN
    for name in [fields] if isinstance(fields, str) else fields:
        values = table(codings, name)
        coded = _coded(values)
        given = coded.counts.sum(axis=1)
        nobody = len(coded.values)  # the place of "" behind the values
        best = np.where(given > 0, coded.counts.argmax(axis=1) if nobody else 0, nobody)
        most = coded.counts.max(axis=1, initial=0)
        share = np.divide(most, given, np.full(len(given), np.nan), where=given > 0)
        cells = np.append(coded.values, "").astype(object)[best]
        parts[name] = pd.Series(cells, index=values.index, dtype="str")
        parts[f"{name}_share"] = pd.Series(share, index=values.index)
        agrees = np.where(coded.codes < 0, np.nan, coded.codes == best[:, None])
        same.append(agrees)
    whole = np.prod(same, axis=0)  # NaN where a field is not coded
    full = (~np.isnan(whole)).sum(axis=1)
    wrote = np.nansum(whole, axis=1)
    parts["whole_row"] = pd.Series(
        np.divide(wrote, full, np.full(len(full), np.nan), where=full > 0), index=values.index
    )
    return pd.DataFrame(parts)


def _coded(values: pd.DataFrame) -> Coded:
    """Return the cells of a table as numbers."""
    codes, found = pd.factorize(values.to_numpy(dtype=object).ravel(), sort=True)
    return Coded(codes.reshape(values.shape), np.asarray(found, dtype=object))


# From coders' values to counts


def _in_order(cell: str) -> str:
    return ";".join(sorted(part.strip() for part in cell.split(";")))


def _pair(a: Iterable[Any], b: Iterable[Any], empty: Empty) -> pd.DataFrame:
    for side in (a, b):
        if isinstance(side, str) or not isinstance(side, Iterable):
            raise ReadingError(f"{side!r} is no list of values: expected one value for each unit.")
    units = None
    if isinstance(a, pd.Series) and isinstance(b, pd.Series):
        if not a.index.equals(b.index):
            if not (a.index.is_unique and b.index.is_unique and set(a.index) == set(b.index)):
                raise ReadingError(
                    "The two coders do not cover the same units: expected two Series with one "
                    "index, each unit once."
                )
            b = b.reindex(a.index)
        units = a.index
    a, b = list(a), list(b)
    if len(a) != len(b):
        raise ReadingError(
            f"The two coders do not cover the same units: one has {len(a)} values, the other "
            f"{len(b)}."
        )
    cells = _cells(pd.DataFrame({"a": a, "b": b}, dtype=object, index=units), empty)
    one, other = ({*cells[side].dropna()} - {EMPTY} for side in cells)
    if one and other and not one & other:
        _check_kinds(one, other)
    return cells


def _check_kinds(one: set[str], other: set[str]) -> None:
    """Refuse codes of two coders that cannot agree, whatever the coders thought."""
    numbers = [all(map(_NUMBER.fullmatch, codes)) for codes in (one, other)]
    same_but_for_case = {c.casefold() for c in one} & {c.casefold() for c in other}
    if numbers[0] != numbers[1] or same_but_for_case:
        raise ReadingError(
            f"The two coders have no code in common ({min(one)} there, {min(other)} here), since "
            "they write them in two ways: expected the same codes in both."
        )


def _cells(values: pd.DataFrame, empty: Empty) -> pd.DataFrame:
    """Write each value as a code, apply the choice about the empty one, and sort the units.

    Kept are the units that two coders gave a value. Their order decides which are drawn for the
    interval, so it is that of the index, where that has one.
    """
    if empty not in get_args(Empty):
        raise ReadingError(f"empty={empty!r} is not known: expected 'code' or 'missing'.")
    number, given = frames.distinct(pd.Series(values.to_numpy(dtype=object).ravel(), dtype=object))
    none = EMPTY if empty == "code" else None
    codes = [_code(value) for value in given]
    written = np.array([*(none if c in {"", EMPTY} else c for c in codes), None], dtype=object)
    cells = pd.DataFrame(
        written[number].reshape(values.shape), index=values.index, columns=values.columns
    )
    cells = cells[cells.notna().sum(axis="columns") >= 2]
    try:
        return cells.sort_index(kind="stable")
    except TypeError:  # units of several kinds have no order
        return cells


def _code(value: object) -> str:
    """Return one value as a codebook writes it; 4, 4.0 and "4.0" are one code."""
    text = frames.plain(value)
    if text.lower() in {"true", "false"}:  # as a column of yes and no may come back
        return frames.plain(text.lower() == "true")
    return text.partition(".")[0] if _WHOLE.fullmatch(text) else text


Counts = np.ndarray[Any, np.dtype[np.float64]]
Values = np.ndarray[Any, np.dtype[Any]]
Statistic = Callable[[Counts, "Coded"], Counts]


class Coded(NamedTuple):
    """What the coders gave, as numbers."""

    codes: np.ndarray[Any, np.dtype[np.integer[Any]]]
    """Units x coders: the place of a value in ``values``, or -1 for a gap."""
    values: Values
    """The different values, sorted."""

    @property
    def counts(self) -> Counts:
        """Units x values: how often each unit was given each value."""
        units, size = len(self.codes), len(self.values)
        unit, coder = np.nonzero(self.codes >= 0)
        places = unit * size + self.codes[unit, coder]
        return np.bincount(places, minlength=units * size).reshape(units, size).astype(float)


def _measure(
    name: str, statistic: Statistic, cells: pd.DataFrame, seed: int, level: Level = "nominal"
) -> Agreement:
    """Compute a statistic, and promise its interval.

    A statistic takes the units' weights (draws x units) and returns one value for each draw,
    ``nan`` where it is undefined.
    """
    flat = cells.to_numpy(dtype=object).ravel()
    codes, values = pd.factorize(flat, sort=True)
    if level != "nominal":
        numbers = _as_numbers(values, cells, level)
        place, values = pd.factorize(numbers, sort=True)
        codes = np.append(place, -1)[codes]
    coded = Coded(codes.reshape(cells.shape), np.asarray(values))
    units, coders = len(cells), int(cells.notna().any().sum())
    value = float(statistic(np.ones((1, units)), coded)[0]) if units else np.nan
    if np.isnan(value):
        reason = (
            f"All coders gave one value ({values[0]}) throughout, so chance alone would agree."
            if len(values) == 1
            else "No unit has values of two coders."
        )
        return Agreement(name, None, units, coders, reason, partial(Interval, None, None, 0))
    draw = partial(_interval, statistic, coded, seed, RESAMPLES)
    return Agreement(name, value, units, coders, "", draw)


def _interval(statistic: Statistic, coded: Coded, seed: int, resamples: int) -> Interval:
    units = len(coded.codes)
    drawn = np.random.default_rng(seed).integers(units, size=(resamples, units))
    places = drawn + units * np.arange(resamples)[:, None]
    weights = np.bincount(places.ravel(), minlength=resamples * units).reshape(resamples, units)
    draws = statistic(weights.astype(float), coded)
    low, high = np.nanpercentile(draws, [2.5, 97.5])
    return Interval(float(low), float(high), int(np.isnan(draws).sum()))


def _as_numbers(values: Iterable[str], cells: pd.DataFrame, level: Level) -> Counts:
    numbers = pd.to_numeric(pd.Series(list(values), dtype=object), errors="coerce").to_numpy(float)
    if np.isnan(numbers).any():
        wrong = list(values)[int(np.isnan(numbers).argmax())]
        row, column = np.argwhere((cells == wrong).to_numpy())[0]
        raise ReadingError(
            f"Coder {cells.columns[column]} gave unit {cells.index[row]} the value {wrong!r}: "
            f"level={level!r} needs numbers, so give ranks or quantities, leave the empty code "
            "out with empty='missing', or use level='nominal'."
        )
    if level == "ratio" and (numbers < 0).any():
        raise ReadingError("level='ratio' needs values of 0 or more: expected a true zero.")
    return numbers


def _number(value: float | None) -> str:
    return f"{value:.2f}"


# The three statistics: for each row of weights, one value


def _share_of_equals(weights: Counts, coded: Coded) -> Counts:
    equal = coded.codes[:, 0] == coded.codes[:, 1]
    shares: Counts = weights @ equal / weights.sum(axis=1)
    return shares


def _kappa(weights: Counts, coded: Coded) -> Counts:
    observed = _share_of_equals(weights, coded)
    each = np.arange(len(coded.values))
    shares = [weights @ (of_one[:, None] == each) for of_one in coded.codes.T]
    expected = (shares[0] * shares[1]).sum(axis=1) / weights.sum(axis=1) ** 2
    undefined = np.isclose(expected, 1)
    return np.where(undefined, np.nan, (observed - expected) / np.where(undefined, 1, 1 - expected))


def _alpha(weights: Counts, coded: Coded, level: Level) -> Counts:
    """Compute alpha from how often each unit was given each value (Krippendorff 2011)."""
    if level == "ordinal" and len(weights) > 1:  # how far ranks are apart, each draw decides
        return np.concatenate([_alpha(row[None], coded, level) for row in weights])
    counts = coded.counts
    per_unit = counts.sum(axis=1)  # values given, at least 2
    totals = weights @ counts
    given = totals.sum(axis=1)
    apart = _squared_differences(coded.values, totals[0], level)
    # Sums over ordered pairs of values; a pair of a value with itself is 0 apart.
    within = ((counts @ apart) * counts).sum(axis=1) / (per_unit - 1)
    observed = weights @ within / given
    expected = ((totals @ apart) * totals).sum(axis=1) / (given * (given - 1))
    undefined = expected == 0
    return np.where(undefined, np.nan, 1 - observed / np.where(undefined, 1, expected))


def _squared_differences(values: Values, totals: Counts, level: Level) -> Counts:
    """Return delta squared for each pair of values, in sorted order (Krippendorff 2011, step C)."""
    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "ordinal":
        # Values ranked between c and k, half of c and half of k: a difference of mid-ranks.
        middle: Counts = np.cumsum(totals) - totals / 2
        return np.square(middle[:, None] - middle)
    numbers: Counts = values.astype(float)
    difference: Counts = numbers[:, None] - numbers
    if level == "interval":
        return np.square(difference)
    total = numbers[:, None] + numbers
    return np.square(np.divide(difference, total, np.zeros_like(total), where=total != 0))
