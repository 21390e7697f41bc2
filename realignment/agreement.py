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
on each draw; the interval runs from the 2.5th to the 97.5th percentile (Efron and Tibshirani 1993,
chapter 13; for alpha, Zapf et al. 2016). Draws on which the measure is undefined are left out and
counted. The interval speaks of other sentences like these, coded by the same coders: not of other
coders.

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

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd

from realignment.errors import ReadingError

Level = Literal["nominal", "ordinal", "interval", "ratio"]
Empty = Literal["code", "missing"]

EMPTY = "-"
"""The codebook's "none". An empty cell means the same; ``None`` and ``NaN`` are gaps."""

RESAMPLES = 1000
_LISTS = ("actor", "recipient", "attributed_to")  # cells in which order means nothing


@dataclass(frozen=True)
class Agreement:
    """One measure of agreement.

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
    low: float | None
    high: float | None
    units: int
    coders: int
    undefined_draws: int
    reason: str

    @property
    def words(self) -> str:
        """The result in a sentence, with what it rests on."""
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
        One value per unit, in the same order; two Series are matched by their index.
    empty
        Whether the empty code (``-``) is a value like any other, or a gap.
    seed
        Of the draws for the interval.

    Raises
    ------
    ReadingError
        If the two do not cover the same units.
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
    if level != "nominal":
        cells = _as_numbers(cells, level)
    name = f"Krippendorff's alpha ({level})"
    return _measure(name, lambda counts, values: _alpha(counts, values, level), cells, seed)


def table(codings: pd.DataFrame, field: str) -> pd.DataFrame:
    """Set out one field of the main rows: sentences in rows, coders in columns.

    Parameters
    ----------
    codings
        ``case.codings``: columns ``coder``, ``sentence``, ``main`` and the codebook's fields.
    field
        One of those fields. In fields that hold lists of actors the order is made the same.

    Raises
    ------
    ReadingError
        If there is no such field, or a coder has two main rows for a sentence.
    """
    for column in ("coder", "sentence", "main", field):
        if column not in codings.columns:
            raise ReadingError(
                f"The codings have no column {column!r}: expected one of "
                f"{', '.join(map(str, codings.columns))}."
            )
    main = codings[codings["main"] == "yes"]
    twice = main[main.duplicated(["sentence", "coder"])]
    if len(twice):
        row = twice.iloc[0]
        raise ReadingError(
            f"Coder {row['coder']} has two main rows for sentence {row['sentence']}: expected one."
        )
    if field in _LISTS:
        in_order = main[field].map(_in_order, na_action="ignore")
        main = main.assign(**{field: in_order})
    return main.pivot(index="sentence", columns="coder", values=field)


def disagreements(codings: pd.DataFrame, field: str) -> pd.DataFrame:
    """Return the sentences on which the coders part, with the value of each coder.

    Parameters and errors are those of ``table``, and so is the form: sentences in rows, coders in
    columns. A gap is no disagreement; the empty code beside a value is one.
    """
    values = table(codings, field)
    return values[values.nunique(axis="columns") > 1]


# From coders' values to counts


def _in_order(cell: str) -> str:
    return ";".join(sorted(part.strip() for part in str(cell).split(";")))


def _pair(a: Iterable[Any], b: Iterable[Any], empty: Empty) -> pd.DataFrame:
    if isinstance(a, pd.Series) and isinstance(b, pd.Series):
        if not (a.index.is_unique and b.index.is_unique and set(a.index) == set(b.index)):
            raise ReadingError(
                "The two coders do not cover the same units: expected two Series with one index, "
                "each unit once."
            )
        b = b.reindex(a.index)
    a, b = list(a), list(b)
    if len(a) != len(b):
        raise ReadingError(
            f"The two coders do not cover the same units: one has {len(a)} values, the other "
            f"{len(b)}."
        )
    return _cells(pd.DataFrame({"a": a, "b": b}, dtype=object), empty)


def _cells(values: pd.DataFrame, empty: Empty) -> pd.DataFrame:
    """Apply the choice about the empty code; keep the units that two coders gave a value."""
    if empty not in get_args(Empty):
        raise ReadingError(f"empty={empty!r} is not known: expected 'code' or 'missing'.")
    values = values.astype(object)
    none = values.isin([EMPTY, ""])
    values = values.mask(none, EMPTY if empty == "code" else None)
    return values[values.notna().sum(axis="columns") >= 2]


def _as_numbers(cells: pd.DataFrame, level: Level) -> pd.DataFrame:
    numbers = cells.apply(pd.to_numeric, errors="coerce")
    wrong = np.argwhere((numbers.isna() & cells.notna()).to_numpy())
    if len(wrong):
        row, column = wrong[0]
        unit, coder, value = cells.index[row], cells.columns[column], cells.iloc[row, column]
        raise ReadingError(
            f"Coder {coder} gave unit {unit} the value {value!r}: level={level!r} needs numbers, "
            "so give ranks or quantities, leave the empty code out with empty='missing', or use "
            "level='nominal'."
        )
    if level == "ratio" and (numbers < 0).to_numpy().any():
        raise ReadingError("level='ratio' needs values of 0 or more: expected a true zero.")
    return numbers


Statistic = Callable[[np.ndarray, np.ndarray], float]


def _measure(name: str, statistic: Statistic, cells: pd.DataFrame, seed: int) -> Agreement:
    """Compute a statistic and its interval.

    ``codes`` is units x coders: the number of a value in ``values``, or -1 for a gap. A statistic
    returns ``nan`` where it is undefined.
    """
    flat = cells.to_numpy().ravel()
    codes, values = pd.factorize(flat, sort=flat.dtype != object)  # -1 for a gap
    codes = codes.reshape(cells.shape)
    basis = {"name": name, "units": len(cells), "coders": int(cells.notna().any().sum())}
    value = statistic(codes, np.asarray(values)) if len(cells) else np.nan
    if np.isnan(value):
        reason = (
            f"All coders gave one value ({values[0]}) throughout, so chance alone would agree."
            if len(values) == 1
            else "No unit has values of two coders."
        )
        return Agreement(value=None, low=None, high=None, undefined_draws=0, reason=reason, **basis)
    random = np.random.default_rng(seed)
    units = random.integers(len(cells), size=(RESAMPLES, len(cells)))
    draws = np.array([statistic(codes[drawn], np.asarray(values)) for drawn in units])
    defined = draws[~np.isnan(draws)]
    low, high = np.percentile(defined, [2.5, 97.5])
    return Agreement(
        value=float(value),
        low=float(low),
        high=float(high),
        undefined_draws=int(np.isnan(draws).sum()),
        reason="",
        **basis,
    )


def _number(value: float | None) -> str:
    return f"{value:.2f}"


# The three statistics


def _share_of_equals(codes: np.ndarray, values: np.ndarray) -> float:
    return float((codes[:, 0] == codes[:, 1]).mean())


def _kappa(codes: np.ndarray, values: np.ndarray) -> float:
    observed = (codes[:, 0] == codes[:, 1]).mean()
    shares = [np.bincount(of_one, minlength=len(values)) / len(codes) for of_one in codes.T]
    expected = shares[0] @ shares[1]
    return np.nan if np.isclose(expected, 1) else float((observed - expected) / (1 - expected))


def _alpha(codes: np.ndarray, values: np.ndarray, level: Level) -> float:
    """Compute alpha from how often each unit was given each value (Krippendorff 2011)."""
    counts = (codes[:, :, None] == np.arange(len(values))).sum(axis=1).astype(float)
    per_unit = counts.sum(axis=1)  # values given, at least 2
    totals = counts.sum(axis=0)
    apart = _squared_differences(values, totals, level)
    # Sums over ordered pairs of values; a pair of a value with itself is 0 apart.
    within = np.einsum("uc,ck,uk->u", counts, apart, counts) / (per_unit - 1)
    observed = within.sum() / totals.sum()
    expected = totals @ apart @ totals / (totals.sum() * (totals.sum() - 1))
    return np.nan if expected == 0 else float(1 - observed / expected)


def _squared_differences(values: np.ndarray, totals: np.ndarray, level: Level) -> np.ndarray:
    """Return delta squared for each pair of values, in sorted order (Krippendorff 2011, step C)."""
    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "ordinal":
        # Values ranked between c and k, half of c and half of k: a difference of mid-ranks.
        middle = np.cumsum(totals) - totals / 2
        return (middle[:, None] - middle) ** 2
    numbers = values.astype(float)
    difference = numbers[:, None] - numbers
    if level == "interval":
        return difference**2
    total = numbers[:, None] + numbers
    return np.divide(difference, total, out=np.zeros_like(total), where=total != 0) ** 2
