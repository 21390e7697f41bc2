"""Which acts make a tie: a rule, a window, a least certainty."""

from __future__ import annotations

import datetime
import re
from itertools import chain, islice
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from realignment import dates
from realignment.errors import ReadingError
from realignment.frames import frame
from realignment.spells import Day
from realignment.ties.columns import MAKERS, PAIRS, POSITIVE_CERTAINTY, RULES, Rule

Window = str | datetime.timedelta | pd.Timedelta
"""A length of time in whole days: ``"730D"``, ``"104W"`` or a timedelta."""

_TO_TIE = ("event_id", "act", "source", "target", "sign", "certainty", "when", "ends", "made_by")
_NO_DAY, _DAYS = -719_163, 3_652_060
"""The day before 1 January 1, counted from 1970, and the days from it to the end of 9999."""
_LARGEST = 2**62
_AT_A_TIME = 4096

_Ints = np.ndarray[Any, np.dtype[np.integer[Any]]]
_Texts = np.ndarray[Any, np.dtype[np.object_]]
_Days = np.ndarray[Any, np.dtype[np.datetime64]]
_Flags = np.ndarray[Any, np.dtype[np.bool_]]


def ties(
    pairs: pd.DataFrame,
    rule: Rule = "latest",
    at: Day | None = None,
    window: Window | None = None,
    least: str = "PS+",
    directed: bool = False,
) -> pd.DataFrame:
    """Make signed ties from dyads, under a named rule.

    Parameters
    ----------
    pairs
        As :func:`dyads` returns them.
    rule
        ``"latest"``: the sign of the last day on which anything signed happened (mixed, if that
        day had both). ``"majority"``: the sign of more acts, each act counted once however often
        it is told (mixed, if equal). ``"both"``: mixed wherever both signs occur.
    at
        The day to look from: acts after it, and acts without a date, are left out. ``None``: all.
    window
        How long an act carries a tie, such as ``"730D"``; counted back from ``at``, or from the
        last act if ``at`` is not given. ``None``: until a contrary act or an exit.
    least
        The least certainty that counts: PS+, PR+ or CT+.
    directed
        Whether A's acts towards B and B's towards A make two ties or one.

    Returns
    -------
    DataFrame
        One row a tie, sorted: ``source``, ``target`` (in alphabetical order unless directed),
        ``sign`` (+1 friendly, -1 hostile, 0 mixed), ``friendly`` and ``hostile`` (number of acts),
        ``events`` (ids that carry the sign; for a mixed tie all), ``against`` (ids of the other
        sign), ``certainty`` (of the surest event that carries it), ``since`` (day of the first
        event that carries it, ``NaT`` if it has none), ``made_by`` (``cosign`` if by nothing
        else). A pair that is not there is unknown: neither neutral nor zero.
    """
    check_rule(rule)
    day, length = None if at is None else dates.day(at), read_window(window)
    return made(read_acts(pairs, least, directed), rule, day, length)


class Acts(NamedTuple):
    """The acts that can carry a tie, sorted by pair, day (none first) and event."""

    rows: pd.DataFrame
    """``pair``, ``sign``, ``row`` (of its event), ``act`` (a number of its own for each),
    ``certainty`` (place in POSITIVE_CERTAINTY), ``made_by`` (0 an act, 1 a joint signature),
    ``when``, ``ends``."""
    events: _Texts
    """The event of each row that was given."""
    names: list[str]
    """Those who act, in alphabetical order; ``pair`` counts their pairs row by row."""
    last: pd.Timestamp
    """The last day of all acts, signed or not."""
    directed: bool


def read_acts(pairs: pd.DataFrame, least: str, directed: bool) -> Acts:
    """Return the acts of dyads that are signed and sure enough to carry a tie."""
    if least not in POSITIVE_CERTAINTY:
        raise ReadingError(
            f"{least!r} cannot carry a tie; expected one of {', '.join(POSITIVE_CERTAINTY)}."
        )
    pairs = frame(
        pairs,
        "pairs",
        {name: PAIRS[name] for name in _TO_TIE},
        needs=_TO_TIE,
        expected="what dyads(events, actors) returns",
        others=False,
    )
    sign, when, ends = (pairs[name].to_numpy() for name in ("sign", "when", "ends"))
    certainty = np.array([rank(code) for code in pairs["certainty"].cat.categories], dtype=np.int8)
    certainty = certainty[pairs["certainty"].cat.codes.to_numpy()]
    kept = np.flatnonzero((sign != 0) & (certainty >= rank(least))).astype(np.int32)
    names = sorted({*pairs["source"].cat.categories, *pairs["target"].cat.categories})
    one, other = (_numbers(pairs[side], names, kept) for side in ("source", "target"))
    if not directed:
        one, other = np.minimum(one, other), np.maximum(one, other)
    pair = one * len(names) + other
    events = pairs["event_id"].to_numpy(dtype=object)
    order, again = _order(pair, when[kept], events, kept)
    row = kept[order]
    act: _Ints = np.cumsum(~again, dtype=np.int32)
    if (pairs["act"].to_numpy(dtype=object) != events).any():  # some acts are told twice
        act = pd.factorize(pairs["act"])[0][row]
    rows = {
        "pair": pair[order],
        "sign": sign[row].astype(np.int8),
        "row": row,
        "act": act,
        "certainty": certainty[row],
        "made_by": pairs["made_by"].cat.codes.to_numpy()[row],
        "when": when[row],
        "ends": ends[row],
    }
    return Acts(pd.DataFrame(rows, copy=False), events, names, pairs["when"].max(), directed)


def rank(certainty: str) -> int:
    """Return how sure a code is, the least sure that can carry a tie being 0; -1 if it cannot."""
    return POSITIVE_CERTAINTY.index(certainty) if certainty in POSITIVE_CERTAINTY else -1


def _numbers(column: pd.Series[Any], names: list[str], kept: _Ints) -> _Ints:
    """Return the place among some names of each cell that is kept, in a type that holds pairs."""
    place = pd.Index(names, dtype=object).get_indexer(column.cat.categories)
    place = place.astype(np.min_scalar_type(-max(1, len(names) ** 2)))
    return place[column.cat.codes.to_numpy()[kept]]


def _order(pair: _Ints, when: _Days, events: _Texts, row: _Ints) -> tuple[_Ints, _Flags]:
    """Sort acts by pair, day and event, so that the order of a table's rows says nothing.

    Returned are the order, and whether a row in it has the event of the row before.

    Pair and day make one number. Few acts share it; only these are sorted by the name of their
    event, E2 before E10, and only where they do not stand in that order already.
    """
    key = np.maximum(when.astype("datetime64[D]").astype(np.int64), _NO_DAY)  # NaT is the least
    key += pair * np.int64(_DAYS) - _NO_DAY
    bits = len(key).bit_length()
    if key.max(initial=0) < _LARGEST >> bits:  # its place too: one number sorts fastest
        key <<= bits
        key |= np.arange(len(key))
        key.sort()
        order: _Ints = (key & ((1 << bits) - 1)).astype(np.int32)
        key >>= bits
    else:
        order = np.argsort(key, kind="stable")
        key = key[order]
    same = np.flatnonzero(key[1:] == key[:-1])
    neighbours = zip(events[row[order[same]]], events[row[order[same + 1]]], strict=True)
    if any(len(a) > len(b) or (len(a) == len(b) and a > b) for a, b in neighbours):
        alike = np.union1d(same, same + 1)
        named = events[row[order[alike]]]
        by_length = sorted(sorted(set(named)), key=len)
        place = {name: number for number, name in enumerate(by_length)}
        by_name = np.array([place[name] for name in named])
        order[alike] = order[alike][np.lexsort((by_name, key[alike]))]
    again = np.full(len(key), False)
    again[same + 1] = events[row[order[same]]] == events[row[order[same + 1]]]
    return order, again


def made(
    acts: Acts, rule: Rule, at: pd.Timestamp | None, window: pd.Timedelta | None
) -> pd.DataFrame:
    """Return the ties that acts make, as :func:`ties` does."""
    rows = acts.rows
    keep = np.full(len(rows), True)
    if at is not None:
        keep &= ((rows["when"] <= at) & ~(rows["ends"] <= at)).to_numpy()
    if window is not None:
        keep &= (rows["when"] > (acts.last if at is None else at) - window).to_numpy()
    rows = rows if keep.all() else rows[keep]
    pair, sign, act, when = (rows[name].to_numpy() for name in ("pair", "sign", "act", "when"))
    start = np.flatnonzero(np.diff(pair, prepend=-1))  # where each pair's acts begin
    size = np.diff(start, append=len(pair))
    tie = np.repeat(np.arange(len(start), dtype=np.int32), size)
    friendly, hostile = _told(tie, act, sign, len(start))
    if rule == "majority":
        signs = np.sign(friendly - hostile)
    elif rule == "both":
        signs = np.sign(friendly) - np.sign(hostile)
    else:
        last = when[start + size - 1]
        decides = np.flatnonzero((when == last[tie]) | np.isnat(last)[tie])
        on_last_day = _told(tie[decides], act[decides], sign[decides], len(start))
        signs = np.subtract(*np.sign(on_last_day))
    carries = signs.astype(np.int8)[tie] * sign >= 0  # a mixed tie is carried by all
    carried = np.bincount(tie[carries], minlength=len(start))  # by at least one act each
    first = np.cumsum(carried) - carried
    one, other = np.divmod(pair[start], max(len(acts.names), 1))
    row = rows["row"].to_numpy()
    sure = _of_each(np.maximum, rows["certainty"].to_numpy()[carries], first)
    maker = _of_each(np.minimum, rows["made_by"].to_numpy()[carries], first)
    table = pd.DataFrame(
        {
            "source": pd.array(acts.names, dtype="str").take(one),
            "target": pd.array(acts.names, dtype="str").take(other),
            "sign": signs,
            "friendly": friendly,
            "hostile": hostile,
            "events": _cut(acts.events, row[carries], carried),
            "against": _cut(acts.events, row[~carries], size - carried),
            "certainty": pd.array(POSITIVE_CERTAINTY, dtype="str").take(sure),
            "since": _of_each(np.fmin, when[carries], first),
            "made_by": pd.array(MAKERS, dtype="str").take(maker),  # one act is enough
        }
    )
    table.attrs["directed"] = acts.directed
    return table


def _told(tie: _Ints, act: _Ints, sign: _Ints, count: int) -> tuple[_Ints, _Ints]:
    """Count the friendly and the hostile acts of each tie, each once however often it is told."""
    acts = int(act.max(initial=0)) + 1
    counts = []
    for wanted in (1, -1):
        of = sign == wanted
        told = np.sort(tie[of] * np.int64(acts) + act[of])
        told = told[np.diff(told, prepend=-1) > 0]
        counts.append(np.bincount(told // acts, minlength=count))
    return counts[0], counts[1]


def _cut(events: _Texts, row: _Ints, size: _Ints) -> pd.Series[Any]:
    """Cut the events of some rows into tuples of given sizes.

    A few thousand at a time: so each event is fetched from memory once, not once for each copy.
    """
    parts = np.array_split(row, len(row) // _AT_A_TIME + 1)
    rest = chain.from_iterable(events[part].tolist() for part in parts)
    return pd.Series([tuple(islice(rest, number)) for number in size.tolist()], dtype=object)


def _of_each(best: np.ufunc, values: np.ndarray[Any, Any], start: _Ints) -> np.ndarray[Any, Any]:
    """Return the lowest or the highest value of each pair."""
    return best.reduceat(values, start) if len(start) else values[:0]


def check_rule(rule: str) -> None:
    """Refuse what is no rule."""
    if rule not in RULES:
        raise ReadingError(f"{rule!r} is not a rule; expected one of {', '.join(RULES)}.")


def read_window(window: Window | None) -> pd.Timedelta | None:
    """Return the length of a window; ``None`` for none.

    Raises
    ------
    ReadingError
        If it is no length in days or weeks: pandas would take the number 730 for nanoseconds.
    """
    if window is None:
        return None
    text = re.fullmatch(r"\s*(\d{1,6})\s*(D|days?|W|weeks?)\s*", str(window), re.IGNORECASE)
    if isinstance(window, str) and text and int(text[1]):
        return pd.Timedelta(days=int(text[1]) * (7 if text[2][0] in "wW" else 1))
    if isinstance(window, (datetime.timedelta, np.timedelta64)):
        length = pd.Timedelta(window)
        if length >= pd.Timedelta(days=1) and length == length.floor("D"):
            return length
    number = re.fullmatch(r"\s*(\d+)(\.0+)?\s*", str(window))
    instead = f"{int(number[1])}D" if number and int(number[1]) else "730D"
    raise ReadingError(
        f"window={window!r} is no length of time in days; write {instead!r} for "
        f"{instead[:-1]} days."
    )
