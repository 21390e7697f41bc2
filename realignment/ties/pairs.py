"""Between whom an act runs: from events to directed dyads."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from itertools import chain, combinations
from typing import Any, Literal

import numpy as np
import pandas as pd

from realignment import dates, frames
from realignment.actors import roll_up, states_of_codes
from realignment.errors import ReadingError
from realignment.events import AUTHOR
from realignment.frames import frame
from realignment.ties.columns import PAIRS

LEVELS = ("state", "actor")

CO_SIGNED = ("joint_signature", "joint_action")
"""The sign rules under which several actors did one thing together."""

_EVENTS: frames.Schema = {
    **{name: PAIRS[name] for name in ("event_id", "sign", "certainty")},
    "same_act": frames.text,
    "sign_rule": frames.text,
    "attributed_to": frames.text,
    **dict.fromkeys(("actor", "recipient", "date", "date_role"), frames.category),
}
_Ints = np.ndarray[Any, np.dtype[np.integer[Any]]]
_CODE = re.compile(r"[A-Z]{3}(?:/[A-Z]{3})?|-")


def dyads(
    events: pd.DataFrame,
    actors: pd.DataFrame,
    level: Literal["state", "actor"] = "state",
    cosign: bool = False,
) -> pd.DataFrame:
    """Spread events over the directed pairs that they connect.

    Parameters
    ----------
    events
        Signed events (of a case, after :func:`signed`, or of the record): ``event_id``, ``actor``,
        ``recipient`` (ids, or the codes of a coder, joined with ``;``), ``sign``, ``sign_rule``,
        ``certainty``, ``date``; if there, ``attributed_to``, ``same_act`` and ``date_role``.
    actors
        The actor table.
    level
        ``"state"`` rolls every actor up to its state; ``"actor"`` leaves it as it is.
    cosign
        Whether those who sign or do one thing together become tied to one another. Such ties are
        made by this rule, not by an act between the two: they come marked ``made_by="cosign"``,
        and with n signatories there are n(n-1)/2 of them, a clique. They end when one of the two
        leaves the body that was founded.

    Returns
    -------
    DataFrame
        One row for each event and pair: ``event_id``; ``act`` (the first event that tells of the
        same act); ``source``, ``target``; ``sign``; ``sign_rule``; ``certainty``;
        ``attributed_to``; ``when`` (day by which it has happened; for what lasted, the day it
        began; ``NaT`` if not known); ``ends`` (``NaT``: by nothing but a contrary act or the
        window); ``made_by``. ``attrs["dropped"]`` counts the pairs left out: ``inside_one_state``
        (a coup), ``no_actor_or_recipient``, ``not_a_state``.
    """
    if level not in LEVELS:
        raise ReadingError(f"{level!r} is not a level; expected one of {', '.join(LEVELS)}.")
    events = frame(
        events,
        "events",
        _EVENTS,
        needs=("event_id", "actor", "recipient", "sign", "sign_rule", "certainty", "date"),
        expected="what signed(events) returns, or the timeline of the record",
        others=False,
    ).reset_index(drop=True)
    states = _states(events, actors, level)
    both, met = _meetings(events, states)
    nobody = met["source"].isna() | met["target"].isna()
    outside = ~nobody & ((met["source"] == "") | (met["target"] == ""))
    inside = ~nobody & ~outside & (met["source"] == met["target"])
    kept = met[~(nobody | outside | inside)]
    row, line = _spread(both, kept)
    source, target = (_taken(kept[side], line) for side in ("source", "target"))
    result = _rows(events, row, source, target, "act")
    if cosign:
        result = pd.concat([result, _co_signatures(events, states)], ignore_index=True)
    result.attrs["dropped"] = {
        "inside_one_state": int(met["rows"][inside].sum()),
        "no_actor_or_recipient": int(met["rows"][nobody].sum()),
        "not_a_state": int(met["rows"][outside].sum()),
    }
    return result


def _states(events: pd.DataFrame, actors: pd.DataFrame, level: str) -> dict[str, str]:
    """Return the state of everybody whom the events name, or at another level the actor."""
    states = {str(actor): str(state) for actor, state in roll_up(actors).items()}
    cells = chain(events["actor"].cat.categories, events["recipient"].cat.categories)
    codes = {name for cell in cells for name in _named(cell)} - {"", *states}
    _refuse_unknown(codes, states)
    states |= states_of_codes(actors, codes)
    if level == "actor":
        return {actor: actor for actor, state in states.items() if state or actor not in codes}
    return states


def _refuse_unknown(codes: Iterable[str], states: Mapping[str, str]) -> None:
    """Refuse names that are neither actors nor codes: left out, they would take ties with them."""
    unknown = sorted(code for code in codes if not _CODE.fullmatch(code))
    if not unknown:
        return
    by_small = {actor.casefold(): actor for actor in states}
    like = difflib.get_close_matches(unknown[0].casefold(), by_small, n=1)
    meant = f" (is {by_small[like[0]]!r} meant?)" if like else ""
    raise ReadingError(
        f"The events name {unknown[0]!r}, which is not in the table of actors{meant}; expected an "
        "actor_id of that table, or a code such as NER or NER/GOV."
    )


def _named(cell: str) -> list[str]:
    """Return the actors of a cell, where several are joined with ``;``."""
    return [part.strip() for part in cell.split(";") if part.strip()] or [""]


def _meetings(events: pd.DataFrame, states: Mapping[str, str]) -> tuple[_Ints, pd.DataFrame]:
    """Bring every actor of a row together with every recipient of it.

    Cells are taken apart once for each two contents that stand in one row. Returned are the number
    of these two for each row; and, under that number as index, ``source`` and ``target`` (the
    state, ``""`` for none, ``None`` in an empty cell) and ``rows``, in how many rows they stand.
    """
    (one, sources), (other, targets) = (_sides(events[x], states) for x in ("actor", "recipient"))
    both, cells = pd.factorize(one * np.int64(len(targets)) + other)
    first, second = np.divmod(cells, max(len(targets), 1))
    met = pd.DataFrame(
        {
            "source": [sources[number] for number in first],
            "target": [targets[number] for number in second],
            "rows": np.bincount(both, minlength=len(cells)),
        }
    )
    return both.astype(np.int32), met.explode("source").explode("target")


def _sides(
    cells: pd.Series[Any], states: Mapping[str, str]
) -> tuple[_Ints, list[tuple[str | None, ...]]]:
    """Give what cells say numbers: one for each, and the states of all that have this number."""
    said: list[tuple[str | None, ...]] = [
        tuple(dict.fromkeys(states.get(actor, "") for actor in _named(cell))) if cell else (None,)
        for cell in cells.cat.categories
    ]
    sides = {side: number for number, side in enumerate(dict.fromkeys(said))}
    return np.array([sides[side] for side in said], dtype=np.int32)[
        cells.cat.codes.to_numpy()
    ], list(sides)


def _spread(both: _Ints, kept: pd.DataFrame) -> tuple[_Ints, _Ints]:
    """Give each row one line for every pair that was kept of it.

    Returned are the row of each line, and the place of its pair in ``kept``.
    """
    many = np.bincount(kept.index, minlength=both.max(initial=-1) + 1).astype(np.int32)
    begin = np.cumsum(many, dtype=np.int32) - many
    size = many[both]
    shift = begin[both] - (np.cumsum(size, dtype=np.int32) - size)
    row = np.repeat(np.arange(len(both), dtype=np.int32), size)
    return row, np.arange(len(row), dtype=np.int32) + shift[row]


def _rows(events: pd.DataFrame, row: _Ints, source: Any, target: Any, made_by: str) -> pd.DataFrame:
    """Return dyads, in the columns and types of :data:`PAIRS`."""
    dated = events["date"].cat
    limits = dates.bounds_frame(pd.Series(dated.categories))
    began, happened = limits["earliest"], limits["latest"].fillna(limits["earliest"])
    code = dated.codes.to_numpy()[row]
    when = happened.to_numpy()[code]
    if "date_role" in events:
        lasted = (events["date_role"] == "lasted").to_numpy()[row]
        when[lasted] = began.to_numpy()[code[lasted]]
    ids = act = pd.Series(events["event_id"].array.take(row))  # two columns of one memory
    if "same_act" in events:
        first = pd.Series(events["same_act"].array.take(row))
        act = first.where(first != "", ids) if (first != "").any() else ids
    vouched = events["attributed_to"] if "attributed_to" in events else [AUTHOR]
    certainty = events["certainty"].cat
    every = np.zeros(len(row), dtype=np.int8)
    return pd.DataFrame(
        {
            "event_id": ids,
            "act": act,
            "source": source,
            "target": target,
            "sign": events["sign"].to_numpy()[row],
            "sign_rule": _taken(events["sign_rule"], row),
            "certainty": _taken(certainty.categories, certainty.codes.to_numpy()[row]),
            "attributed_to": _taken(vouched, row if len(vouched) > 1 else every),
            "when": when,
            "ends": np.full(len(row), np.datetime64("NaT", "s")),
            "made_by": _taken([made_by], every),
        },
        copy=False,
    )


def _taken(texts: Any, places: _Ints) -> Any:
    """Return the texts that stand at some places."""
    return pd.array(texts, dtype="str", copy=False).take(places)


def _co_signatures(events: pd.DataFrame, states: Mapping[str, str]) -> pd.DataFrame:
    """Every pair of those who did one thing together; few rows, so a plain loop."""
    together = np.flatnonzero(events["sign_rule"].isin(CO_SIGNED))
    found: list[tuple[int, str, str]] = []
    for number in together:
        named = _named(str(events["actor"].iat[int(number)]))
        members = sorted({states.get(actor, "") for actor in named} - {""})
        found += [(int(number), *pair) for pair in combinations(members, 2)]
    row, source, target = (list(side) for side in zip(*found, strict=True)) if found else ([],) * 3
    whole = np.arange(len(row))
    pairs = _rows(
        events,
        np.array(row, dtype=np.int32),
        _taken(source, whole),
        _taken(target, whole),
        "cosign",
    )
    leaving = _exits(events, states)
    bodies = events["recipient"].take(row)
    ends = [
        min(
            (day for member in sides for day in leaving.get((member, body), ()) if day > when),
            default=pd.NaT,
        )
        for *sides, body, when in zip(
            pairs["source"], pairs["target"], bodies, pairs["when"], strict=True
        )
    ]
    return pairs.assign(ends=pd.Series(ends, index=pairs.index, dtype="datetime64[s]"))


def _exits(
    events: pd.DataFrame, states: Mapping[str, str]
) -> dict[tuple[str, str], list[pd.Timestamp]]:
    found: dict[tuple[str, str], list[pd.Timestamp]] = {}
    exits = events[events["sign_rule"] == "membership_exit"]
    for actor, body, date in zip(exits["actor"], exits["recipient"], exits["date"], strict=True):
        for member in _named(actor):
            found.setdefault((states.get(member, ""), body), []).append(dates.bounds(date)[0])
    return found
