"""What turned: between two days, or by one more act.

A picture of ties is of a day and of a table. So there are two things to ask of it: what has turned
since an earlier day (:func:`turned_between`, :func:`turning_points`), and what would turn if the
table held one act more or less (:func:`turned_by`). Both compare two tables of ties, made under
the same rule (:func:`compare`).
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from realignment import dates
from realignment.errors import ReadingError
from realignment.record import Record
from realignment.ties import SIGN_WORDS, Rule, dyads, tie_spells, ties

UNKNOWN = "unknown"
"""What a pair without a tie is: neither neutral nor zero."""


def compare(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Say which pairs differ in two tables of ties.

    Parameters
    ----------
    before, after
        As :func:`realignment.ties.ties` returns them, undirected.

    Returns
    -------
    DataFrame
        One row for each pair that differs, sorted: ``source``, ``target``; ``before`` and
        ``after`` (friendly, hostile, mixed or unknown); ``events`` (ids behind the tie after;
        where there is none any more, behind the one before).
    """
    keys = ["source", "target"]
    was, now = (
        {(row["source"], row["target"]): row for row in table.to_dict("records")}
        for table in (before, after)
    )
    rows = []
    for pair in sorted({*was, *now}):
        words = [SIGN_WORDS[side[pair]["sign"]] if pair in side else UNKNOWN for side in (was, now)]
        if words[0] != words[1]:
            rows.append((*pair, *words, (now if pair in now else was)[pair]["events"]))
    return pd.DataFrame(rows, columns=[*keys, "before", "after", "events"])


def turned_between(
    pairs: pd.DataFrame,
    first: str | pd.Timestamp,
    last: str | pd.Timestamp,
    rule: Rule = "latest",
    window: str | pd.Timedelta | None = None,
    least: str = "PS+",
) -> pd.DataFrame:
    """Say which pairs stood otherwise on one day than on an earlier one.

    Parameters
    ----------
    pairs, rule, window, least
        As in :func:`realignment.ties.ties`.
    first, last
        Two days. What turned and turned back between them is not seen: ask
        :func:`turning_points` for that.

    Returns
    -------
    DataFrame
        As :func:`compare` returns it.

    Raises
    ------
    ReadingError
        If a date is no day.
    """
    was, now = (
        ties(pairs, rule, at=dates.day(day), window=window, least=least) for day in (first, last)
    )
    return compare(was, now)


def turning_points(
    pairs: pd.DataFrame,
    one: str,
    other: str,
    rule: Rule = "latest",
    window: str | pd.Timedelta | None = None,
    until: str | pd.Timestamp | None = None,
) -> pd.DataFrame:
    """List the days on which the tie of one pair turned.

    Parameters
    ----------
    pairs, rule, window, until
        As in :func:`realignment.ties.tie_spells`.
    one, other
        The two of the pair, in any order.

    Returns
    -------
    DataFrame
        One row a day, in order: ``day`` (text), ``before`` and ``after`` (friendly, hostile, mixed
        or unknown), ``events`` (ids of the signed acts between the two that are dated to that day;
        none where a window closed or a member left). The first row is the day on which the pair
        is first known. No row: the pair is never known.
    """
    both = {one, other}
    mine = pairs[pairs["source"].isin(both) & pairs["target"].isin(both)]
    held = tie_spells(mine, rule, window, until=until)
    days = sorted({*held["start"], *held["end"]} - {""})
    signs = {}
    for row in held.to_dict("records"):
        for day in days:
            if row["start"] <= day and (row["end"] == "" or day < row["end"]):
                signs[day] = SIGN_WORDS[int(row["sign"])]
    signed = mine[mine["sign"] != 0]
    rows = []
    before = UNKNOWN
    for day in days:
        events = signed.loc[signed["when"] == pd.Timestamp(day), "event_id"]
        rows.append((day, before, signs.get(day, UNKNOWN), tuple(dict.fromkeys(events))))
        before = rows[-1][2]
    return pd.DataFrame(rows, columns=["day", "before", "after", "events"])


def turned_by(
    before: Record,
    after: Record,
    at: str | pd.Timestamp | None = None,
    states: Collection[str] | None = None,
    rule: Rule = "latest",
    window: str | pd.Timedelta | None = None,
    cosign: bool = False,
) -> pd.DataFrame:
    """Say which ties differ between two versions of the record, on one day.

    Parameters
    ----------
    before, after
        Two records, such as that of the module and the same with
        :func:`realignment.record.add_act`.
    at
        The day to look from. ``None``: the last day to which the first record's timeline is
        complete, or the last act of the second, whichever is later.
    states
        The states between which to look; ``None``: all.
    rule, window
        As in :func:`realignment.ties.ties`.
    cosign
        As in :func:`realignment.ties.dyads`.

    Returns
    -------
    DataFrame
        As :func:`compare` returns it. No row: nothing turned.
    """
    made = []
    day = _last_day(before, after) if at is None else dates.day(at)
    for record in (before, after):
        acts = record.timeline[record.timeline["kind"] == "event"]
        pairs = dyads(acts, record.actors, cosign=cosign)
        if states is not None:
            unknown = set(states) - set(record.actors["actor_id"])
            if unknown:
                raise ReadingError(
                    f"{min(unknown)!r} is not known: expected actor_ids of record.actors."
                )
            pairs = pairs[pairs["source"].isin(states) & pairs["target"].isin(states)]
        made.append(ties(pairs, rule, at=day, window=window))
    return compare(*made)


def _last_day(before: Record, after: Record) -> pd.Timestamp:
    complete = dates.bounds(str(before.as_of.set_index("table").at["timeline", "complete_to"]))[1]
    last_act = pd.Timestamp(dates.bounds_frame(after.timeline["date"])["latest"].max())
    return max(complete, last_act)
