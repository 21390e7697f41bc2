"""Spells: what held from when to when, and so what held at a date.

A spell is a row with a ``start`` and an ``end``: a membership, a presence of forces, a tie. It
holds from its first day up to, but not on, the day of its end, as a half-open interval does, so
that one spell can end on the day on which the next begins, and no day is counted twice (the usual
form of event-history data: Allison, *Event History Analysis*, Sage 1984; on relations with a
beginning and an end: Moody, McFarland and Bender-deMoll, "Dynamic Network Visualization",
*American Journal of Sociology* 110 (4), 2005).

Both ends are EDTF dates (:mod:`realignment.dates`), so they may be known to the day, to the year,
or not at all. A date can therefore meet a spell in five ways:

=============  =====================================================================
``not yet``    it had not begun
``open``       it held, for certain
``uncertain``  it may have held: the date falls where the beginning or the end is not
               known to the day, or no beginning was found
``unknown``    nothing is known any more: the end lies somewhere after ``[2014..]``
``closed``     it had ended
=============  =====================================================================

An empty ``start`` means that no beginning was found; an empty ``end``, that the spell is still
open.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from realignment import dates
from realignment.errors import ReadingError

STATUSES = ("not yet", "open", "uncertain", "unknown", "closed")
"""What :func:`status_at` can answer."""


def _day(date: str | pd.Timestamp) -> pd.Timestamp:
    """Return one day; refuse what is no single day."""
    if isinstance(date, pd.Timestamp) and pd.notna(date):
        return date.normalize()
    if not isinstance(date, str) or dates.precision(date) != "day":
        raise ReadingError(f"{date!r} is not a day: expected a date such as 2024-03-16.")
    return dates.bounds(date)[0]


def limits(spells: pd.DataFrame) -> pd.DataFrame:
    """Return the days between which each spell began and ended.

    Parameters
    ----------
    spells
        Columns ``start`` and ``end`` (EDTF), n rows.

    Returns
    -------
    DataFrame
        n rows, same index: ``start_earliest``, ``start_latest``, ``end_earliest``, ``end_latest``
        (datetime64, ``NaT`` where open or unknown).

    Raises
    ------
    ReadingError
        If a column is missing, a date is no EDTF, or a spell ends for certain before it begins.
    """
    for column in ("start", "end"):
        if column not in spells.columns:
            raise ReadingError(
                f"The spells have no column {column!r}: expected 'start' and 'end', as EDTF dates."
            )
    days = pd.concat(
        [
            dates.bounds_frame(spells[column]).add_prefix(f"{column}_")
            for column in ("start", "end")
        ],
        axis=1,
    )
    wrong = days["end_latest"] < days["start_earliest"]
    if wrong.any():
        row = spells[wrong].iloc[0]
        raise ReadingError(
            f"A spell from {row['start']!r} to {row['end']!r} ends before it begins: expected the "
            "earlier date in 'start'."
        )
    return days


def status_at(spells: pd.DataFrame, date: str | pd.Timestamp) -> pd.Series:
    """Tell how each spell stood on one day.

    Parameters
    ----------
    spells
        Columns ``start`` and ``end`` (EDTF), n rows.
    date
        One day, as text or ``Timestamp``.

    Returns
    -------
    Series
        n rows, same index; one of :data:`STATUSES`.
    """
    day = _day(date)
    known = limits(spells)
    begun = known["start_latest"] <= day  # False where no beginning was found
    may_have_begun = known["start_earliest"].isna() | (known["start_earliest"] <= day)
    may_have_ended = known["end_earliest"] <= day
    ended = known["end_latest"] <= day
    end_lost = may_have_ended & known["end_latest"].isna()
    answer = np.select(
        [ended, ~may_have_begun, end_lost, begun & ~may_have_ended],
        ["closed", "not yet", "unknown", "open"],
        default="uncertain",
    )
    return pd.Series(answer, index=spells.index, name="status_at", dtype=object)


def held_at(spells: pd.DataFrame, date: str | pd.Timestamp, sure: bool = False) -> pd.DataFrame:
    """Return the spells that held on one day.

    Parameters
    ----------
    spells
        Columns ``start`` and ``end`` (EDTF).
    date
        One day.
    sure
        Whether to leave out spells of which it is uncertain that they held.

    Returns
    -------
    DataFrame
        The rows that held, unchanged, in their order.
    """
    wanted = {"open"} if sure else {"open", "uncertain"}
    return spells[status_at(spells, date).isin(wanted)]


def change_points(spells: pd.DataFrame) -> list[pd.Timestamp]:
    """Return the days on which something that held may have changed, in order, each once.

    A beginning or an end that is known to the day gives one day; one that is known to the month or
    year gives its first and its last, since between them the answer is uncertain.
    """
    known = limits(spells)
    days = pd.unique(pd.concat([known[column] for column in known]).dropna())
    return sorted(pd.Timestamp(day) for day in days)


def merge(spells: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Join spells of one thing that overlap or touch.

    Two spells touch where one ends on the day on which the other begins. Spells are joined only on
    what is certain: a spell whose end is known to the year counts as ended on that year's first
    day, and one whose beginning is known to the year as begun on its last.

    Parameters
    ----------
    spells
        Columns ``start``, ``end`` (EDTF) and those in ``by``.
    by
        The columns that say what the spell is of, such as ``["organisation", "member"]``.

    Returns
    -------
    DataFrame
        Columns ``by``, ``start``, ``end``, and ``spells`` (how many were joined); sorted by ``by``
        and beginning. ``start`` and ``end`` are those of the first and the last spell joined, as
        they were written.
    """
    known = limits(spells)
    far = pd.Timestamp("2262-01-01")
    near = pd.Timestamp("1678-01-01")
    table = spells[[*by, "start", "end"]].assign(
        _first=known["start_earliest"].fillna(near),
        _begin=known["start_latest"].fillna(near),
        # An end that was not found in the sources ([2014..]) is not an open end.
        _end=known["end_earliest"].fillna(far),
    )
    table = table.sort_values([*by, "_first", "_begin"], kind="stable").reset_index(drop=True)
    reach = table.groupby(by, sort=False)["_end"].cummax()
    before = reach.groupby([table[column] for column in by], sort=False).shift()
    table["_run"] = (before.isna() | (table["_begin"] > before)).cumsum()
    runs = table.groupby("_run", sort=False)
    last = table.loc[runs["_end"].idxmax(), ["_run", "end"]].set_index("_run")["end"]
    joined = runs[[*by, "start"]].first()
    return joined.assign(end=last, spells=runs.size()).reset_index(drop=True)
