"""Ties as time goes by: from when to when each held, and how they stood on several days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

import pandas as pd

from realignment import dates
from realignment.errors import ReadingError
from realignment.spells import Day
from realignment.ties.columns import Rule
from realignment.ties.rules import Acts, Window, check_rule, made, rank, read_acts, read_window

_SPELL_COLUMNS = [
    "source",
    "target",
    "sign",
    "start",
    "end",
    "why",
    "events",
    "certainty",
    "made_by",
]


def tie_spells(
    pairs: pd.DataFrame,
    rule: Rule = "latest",
    window: Window | None = None,
    least: str = "PS+",
    until: Day | None = None,
) -> pd.DataFrame:
    """Say from when to when each tie held under a rule, and why it ended.

    A spell is a run of days on which :func:`ties`, asked for that day, gives one pair the same
    sign. So it is asked once for each day on which its answer can change: an act, an exit, the
    close of a window.

    Parameters
    ----------
    pairs, rule, window, least
        As in :func:`ties`. Acts without a date begin no spell and are left out.
    until
        The last day to which the acts are known. What would end after it is left open, since an
        act that is not known yet may carry it on. ``None``: to the end of the last window.

    Returns
    -------
    DataFrame
        One row a spell, sorted by pair and beginning: ``source``, ``target`` (in alphabetical
        order), ``sign``; ``start`` and ``end`` (days as EDTF text, so that
        :func:`realignment.spells.held_at` reads them; half open; ``end`` is ``""`` if it still
        holds); ``why`` it ended: ``contrary act`` (for a mixed tie: any signed act), ``exit`` (a
        member left the body that both had founded), ``window``, or ``""``; ``events`` (ids that
        carried it, in order), ``certainty`` (of the surest), ``made_by`` (``cosign`` if by nothing
        else).
    """
    check_rule(rule)
    acts, length = read_acts(pairs, least, directed=False), read_window(window)
    rows = acts.rows
    turns = [rows["when"], rows["ends"]]
    if length is not None:
        turns.append(rows["when"] + length)
    days = sorted(set(pd.concat(turns).dropna()))
    if until is not None:
        days = [day for day in days if day <= dates.day(until)]
    held: dict[tuple[str, str], dict[str, Any]] = {}
    done = []
    for day in days:
        found = cast(list[dict[str, Any]], made(acts, rule, day, length).to_dict("records"))
        now = {(row["source"], row["target"]): row for row in found}
        for pair, spell in list(held.items()):
            if pair not in now or now[pair]["sign"] != spell["sign"]:
                done.append(held.pop(pair) | {"end": day, "why": _why_ended(acts, spell, day)})
        for pair, row in now.items():
            spell = held.setdefault(
                pair, {key: row[key] for key in _SPELL_COLUMNS if key in row} | {"start": day}
            )
            spell["events"] = tuple(dict.fromkeys(spell["events"] + row["events"]))
            spell["certainty"] = max(spell["certainty"], row["certainty"], key=rank)
            spell["made_by"] = min(spell["made_by"], row["made_by"])  # as in ties: "act" first
    done += [spell | {"end": pd.NaT, "why": ""} for spell in held.values()]
    table = pd.DataFrame(done, columns=_SPELL_COLUMNS).sort_values(["source", "target", "start"])
    for column in ("start", "end"):
        days_of = pd.to_datetime(table[column])
        table[column] = days_of.dt.strftime("%Y-%m-%d").astype(object).where(days_of.notna(), "")
    return table.reset_index(drop=True)


def _why_ended(acts: Acts, spell: Mapping[str, Any], day: pd.Timestamp) -> str:
    one, other = (acts.names.index(spell[side]) for side in ("source", "target"))
    mine = acts.rows[acts.rows["pair"] == one * len(acts.names) + other]
    if (mine.loc[mine["when"] == day, "sign"] != spell["sign"]).any():
        return "contrary act"
    return "exit" if (mine["ends"] == day).any() else "window"


def snapshots(
    pairs: pd.DataFrame,
    days: Iterable[Day],
    rule: Rule = "latest",
    window: Window | None = None,
    least: str = "PS+",
) -> dict[str, pd.DataFrame]:
    """Return the ties as they stood on several days, such as the change points of spells.

    Parameters
    ----------
    pairs, rule, window, least
        As in :func:`ties`.
    days
        The days to look from.

    Returns
    -------
    dict
        Day (``2024-03-16``) to ties, in the order of the days given.
    """
    check_rule(rule)
    if isinstance(days, str):
        raise ReadingError(f"{days!r} is one text: expected a list of days, such as [{days!r}].")
    if not isinstance(days, Iterable):
        raise ReadingError(f"{days!r} is no list of days: expected one such as ['2024-03-16'].")
    acts, length = read_acts(pairs, least, directed=False), read_window(window)
    return {str(day.date()): made(acts, rule, day, length) for day in map(dates.day, days)}
