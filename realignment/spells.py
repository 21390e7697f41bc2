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

import datetime
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from realignment import dates, frames
from realignment.errors import ReadingError
from realignment.frames import frame

STATUSES = ("not yet", "open", "uncertain", "unknown", "closed")
"""What :func:`status_at` can answer."""


Day = str | datetime.date | pd.Timestamp
"""One day, as :func:`realignment.dates.day` reads it."""

SPELLS: frames.Schema = {"start": frames.text, "end": frames.text}
"""How a table of spells is read."""


def _read(spells: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    return frame(
        spells,
        "spells",
        SPELLS,
        needs=("start", "end", *by),
        expected=", ".join(map(repr, by))
        + (" and " if by else "")
        + "'start' and 'end', as EDTF dates",
    )


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
    table = _read(spells)
    days = pd.concat(
        [dates.bounds_frame(table[column]).add_prefix(f"{column}_") for column in ("start", "end")],
        axis=1,
    )
    wrong = days["end_latest"] < days["start_earliest"]
    if wrong.any():
        row = table[wrong.to_numpy()].iloc[0]
        raise ReadingError(
            f"A spell from {row['start']!r} to {row['end']!r} ends before it begins: expected the "
            "earlier date in 'start'."
        )
    return days.set_axis(spells.index)


def status_at(spells: pd.DataFrame, date: Day) -> pd.Series[Any]:
    """Tell how each spell stood on one day.

    Parameters
    ----------
    spells
        Columns ``start`` and ``end`` (EDTF), n rows.
    date
        One day, as :func:`realignment.dates.day` reads it.

    Returns
    -------
    Series
        n rows, same index; one of :data:`STATUSES`.
    """
    day = dates.day(date)
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


def held_at(spells: pd.DataFrame, date: Day, sure: bool = False) -> pd.DataFrame:
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
        The rows that held, in their order; cells that were missing are ``""``.
    """
    wanted = {"open"} if sure else {"open", "uncertain"}
    return _read(spells)[status_at(spells, date).isin(wanted).to_numpy()]


def change_points(spells: pd.DataFrame) -> list[pd.Timestamp]:
    """Return the days on which something that held may have changed, in order, each once.

    A beginning or an end that is known to the day gives one day; one that is known to the month or
    year gives its first and its last, since between them the answer is uncertain.
    """
    known = limits(spells)
    days = pd.unique(pd.concat([known[column] for column in known]).dropna())
    return sorted(pd.Timestamp(day) for day in days)


def merge(spells: pd.DataFrame, by: str | Sequence[str]) -> pd.DataFrame:
    """Join spells of one thing that overlap or touch.

    Two spells touch where one ends on the day on which the other begins. Spells are joined only on
    what is certain: a spell whose end is known to the year counts as ended on that year's first
    day, and one whose beginning is known to the year as begun on its last.

    Parameters
    ----------
    spells
        Columns ``start``, ``end`` (EDTF) and those in ``by``.
    by
        The column, or columns, that say what the spell is of: ``["organisation", "member"]``.

    Returns
    -------
    DataFrame
        Columns ``by``, ``start``, ``end``, and ``spells`` (how many were joined); sorted by ``by``
        and beginning. ``start`` and ``end`` are those of the first and the last spell joined, as
        they were written.
    """
    by = [by] if isinstance(by, str) else list(by)
    if not by:
        raise ReadingError("merge() was told no column: expected what the spells are of.")
    spells = _read(spells, by)
    known = limits(spells)
    far = pd.Timestamp("9999-12-31")
    near = pd.Timestamp("0001-01-01")
    table = spells[[*by, "start", "end"]].assign(
        _first=known["start_earliest"].fillna(near),
        _begin=known["start_latest"].fillna(near),
        # An end that was not found in the sources ([2014..]) is not an open end.
        _end=known["end_earliest"].fillna(far),
    )
    order = [*by, "_first", "_begin", "start", "end"]
    table = table.sort_values(order, ignore_index=True)
    of_one = table.groupby(by, sort=False, dropna=False).ngroup()
    reach = table.groupby(of_one, sort=False)["_end"].cummax()
    before = reach.groupby(of_one, sort=False).shift()
    table["_run"] = (before.isna() | (table["_begin"] > before)).cumsum()
    runs = table.groupby("_run", sort=False)
    last = table.loc[runs["_end"].idxmax(), ["_run", "end"]].set_index("_run")["end"]
    joined = runs[[*by, "start"]].first()
    return joined.assign(end=last, spells=runs.size()).reset_index(drop=True)
