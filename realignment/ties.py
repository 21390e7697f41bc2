"""From acts to ties: a declared projection.

An act is not a relation. To draw a line between two states from what was reported, somebody must
decide, in this order:

1. which sign an act carries (:func:`signed`: a published table over PLOVER type, mode and the
   host's consent; never the quad class alone, which counts a departure after an eviction as
   cooperation);
2. between whom it runs (:func:`dyads`: every actor with every recipient, rolled up to states;
   what happens inside one state is dropped and counted);
3. which acts make the tie (:func:`ties`: a rule, a window, a least certainty).

Every tie keeps the ids of the events behind it, so that a line can be followed back to a sentence.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations, islice
from typing import Any, Literal, NamedTuple, cast, get_args

import networkx as nx
import numpy as np
import pandas as pd

from realignment import dates, frames
from realignment.actors import roll_up, states_of_codes
from realignment.errors import ReadingError
from realignment.events import AUTHOR, CERTAINTY_WORDS, EVENTS, Kind, Valence, as_events
from realignment.files import find_data, read_table
from realignment.frames import frame
from realignment.spells import Day

Rule = Literal["latest", "majority", "both"]
RULES: tuple[Rule, ...] = ("latest", "majority", "both")
LEVELS = ("state", "actor")

Window = str | datetime.timedelta | pd.Timedelta
"""A length of time in whole days: ``"730D"``, ``"104W"`` or a timedelta."""

SIGN_WORDS = {1: "friendly", -1: "hostile", 0: "mixed"}
"""What a tie of each sign is called."""

POSITIVE_CERTAINTY = ("PS+", "PR+", "CT+")
"""The certainties that can carry a tie, the least sure first. An act that certainly did not happen
(CT-) or that nobody vouches for (UU) carries none."""

MAKERS = ("act", "cosign")
"""What can make a tie: an act between the two, or that both signed one thing."""

CO_SIGNED = ("joint_signature", "joint_action")
"""The sign rules under which several actors did one thing together."""

PAIRS: frames.Schema = {
    "event_id": frames.text,
    "act": frames.text,
    "source": frames.category,
    "target": frames.category,
    "sign": frames.sign,
    "sign_rule": frames.text,
    "certainty": frames.one_of(CERTAINTY_WORDS),
    "attributed_to": frames.text,
    "when": frames.day,
    "ends": frames.day,
    "made_by": frames.one_of(MAKERS),
}
"""How a table of dyads is read."""

TIES: frames.Schema = {
    "source": frames.text,
    "target": frames.text,
    "sign": frames.sign,
    "friendly": frames.whole,
    "hostile": frames.whole,
    "events": frames.ids,
    "against": frames.ids,
    "certainty": frames.text,
    "since": frames.day,
    "made_by": frames.text,
    "start": frames.text,
    "end": frames.text,
    "why": frames.text,
}
"""How a table of ties, or of spells of ties, is read."""

NOT_CODED = ("not_coded", 0)
CONSENT_UNKNOWN = ("consent_unknown", 0)
"""The rule and the sign of a coder's row that says too little for another one."""

_OF_VALENCE = {"friendly": 1, "hostile": -1, "neither": 0, "": 0}

_EVENTS: frames.Schema = {
    **{name: PAIRS[name] for name in ("event_id", "sign", "certainty")},
    "same_act": frames.text,
    "sign_rule": frames.text,
    "attributed_to": frames.text,
    **dict.fromkeys(("actor", "recipient", "date", "date_role"), frames.category),
}
_TO_TIE = ("event_id", "act", "source", "target", "sign", "certainty", "when", "ends", "made_by")
_CODE = re.compile(r"[A-Z]{3}(?:/[A-Z]{3})?|-")
_NO_DAY, _DAYS = -719_163, 3_652_060
_LARGEST = 2**62
"""The day before 1 January 1, counted from 1970, and the days from it to the end of 9999."""

_Ints = np.ndarray[Any, np.dtype[np.integer[Any]]]
_Texts = np.ndarray[Any, np.dtype[np.object_]]
_Days = np.ndarray[Any, np.dtype[np.datetime64]]
_Flags = np.ndarray[Any, np.dtype[np.bool_]]

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


def read_sign_table() -> pd.DataFrame:
    """Read the table that gives each act its sign.

    Returns
    -------
    DataFrame
        ``event_type``, ``mode``, ``consent`` (``*`` stands for any), ``sign_rule``, ``sign`` (int:
        +1 friendly, 0 none, -1 hostile), ``why``; for an act the first row that fits counts.
    """
    folder = find_data() / "codebook"
    rules = read_table(folder / "sign_rules.csv", ["sign_rule", "sign", "meaning", "why"])
    table = read_table(
        folder / "sign_table.csv", ["event_type", "mode", "consent", "sign_rule", "why"]
    )
    return table.merge(rules[["sign_rule", "sign"]], on="sign_rule").astype({"sign": int})


def signed(events: pd.DataFrame, table: pd.DataFrame | None = None) -> pd.DataFrame:
    """Give each row the sign that the table says.

    Parameters
    ----------
    events
        A reference coding: ``kind``, ``event_type``, ``mode``, ``consent``, ``valence``. Or the
        rows of coders (``case.codings``, ``my_sheet(case)``), which have neither mode nor consent.
    table
        As :func:`read_sign_table` returns it; read from the data if not given.

    Returns
    -------
    DataFrame
        The same rows with ``sign_rule`` and ``sign``. Of coders the main rows, one a sentence, as
        agreement compares them, in the form of events (:func:`realignment.events.as_events`). For
        rows that are no event the sign is the valence that the coder gave (friendly +1, hostile -1,
        neither 0).

    Notes
    -----
    The table asks for mode and consent, which a coder of the sixteen sentences does not write. So
    of a coder's act the type decides, where the table gives one sign to all acts of that type.
    Where it gives several, the coder's valence decides between them, if there is one. If there is
    none, the act gets the sign of its type in general (the row with ``*`` and ``*``: a sanction is
    hostile, talks are neither); save that a type which the table calls friendly or hostile by the
    host's consent (MOBILIZE) gets 0, under the rule ``consent_unknown``: forces of whom nobody
    wrote whether they were invited are no threat yet. What is not coded yet is ``not_coded``, 0.
    """
    table = frame(
        read_sign_table() if table is None else table,
        "signs",
        EVENTS | {"sign": frames.sign},
        needs=("event_type", "mode", "consent", "sign_rule", "sign"),
        expected="what read_sign_table() returns",
    )
    if _is_of_coders(events):
        rows = as_events(events)
        return _signed_codings(rows[rows["main"] != "no"], table)
    events = frame(
        events,
        "events",
        EVENTS
        | {
            "kind": frames.one_of(get_args(Kind)),
            "valence": frames.one_of([*get_args(Valence), ""]),
        },
        needs=("kind", "event_type", "mode", "consent", "valence"),
        expected="the reference coding of a case, such as case.events",
    ).astype({"kind": "str", "valence": "str"})
    rule = np.array("valence_" + events["valence"], dtype=object)
    sign = np.array(events["valence"].map(_OF_VALENCE))
    still_open = np.array(events["kind"] == "event")
    for row in table.to_dict("records"):
        fits = still_open.copy()
        for column in ("event_type", "mode", "consent"):
            if row[column] != "*":
                fits &= (events[column] == row[column]).to_numpy()
        rule[fits], sign[fits] = row["sign_rule"], row["sign"]
        still_open &= ~fits
    if still_open.any():
        first = events[still_open].iloc[0]
        raise ReadingError(
            f"sign_table.csv: no row fits {first['event_type']}, mode {first['mode']!r}, consent "
            f"{first['consent']!r} (event {first.get('event_id', events.index[still_open][0])}); "
            "expected a sign for every act."
        )
    return events.assign(sign_rule=pd.array(rule, dtype="str"), sign=sign.astype(np.int64))


def _is_of_coders(events: object) -> bool:
    """Tell whether rows are a coder's: these have a valence, and nothing of what events add."""
    if not isinstance(events, pd.DataFrame):
        return False
    names = {*events.columns, *events.index.names}
    return {"sentence", "valence"} <= names and not {"event_id", "mode", "consent"} & names


def _signed_codings(rows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    asked = list(zip(rows["kind"], rows["event_type"], rows["valence"], strict=True))
    known = {key: _sign_of_coding(*key, table) for key in dict.fromkeys(asked)}
    return rows.assign(
        sign_rule=pd.array([known[key][0] for key in asked], dtype="str"),
        sign=np.array([known[key][1] for key in asked], dtype=np.int64),
    )


def _sign_of_coding(
    kind: str, event_type: str, valence: str, table: pd.DataFrame
) -> tuple[str, int]:
    """Return the rule and the sign of one coder's row; see the notes of :func:`signed`."""
    if kind != "event":
        return (f"valence_{valence}", _OF_VALENCE[valence]) if kind and valence else NOT_CODED
    if not event_type:
        return NOT_CODED
    of_type = table[table["event_type"] == event_type]
    general = of_type[(of_type["mode"] == "*") & (of_type["consent"] == "*")]
    if general.empty:
        raise ReadingError(
            f"sign_table.csv: no row fits {event_type}, mode '*', consent '*'; expected a sign for "
            "acts of which only the type is known."
        )
    possible = set(of_type["sign"])
    if len(possible) > 1:
        if valence and _OF_VALENCE[valence] in possible:
            return f"valence_{valence}", _OF_VALENCE[valence]
        if {1, -1} <= possible:
            return CONSENT_UNKNOWN
    return str(general["sign_rule"].iloc[0]), int(general["sign"].iloc[0])


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
    states = {str(actor): str(state) for actor, state in roll_up(actors).items()}
    cells = chain(events["actor"].cat.categories, events["recipient"].cat.categories)
    codes = {name for cell in cells for name in _named(cell)} - {"", *states}
    _refuse_unknown(codes, states)
    states |= states_of_codes(actors, codes)
    if level == "actor":
        states = {actor: actor for actor, state in states.items() if state or actor not in codes}
    names = ["", *sorted({*states.values()} - {""})]
    number = {name: place for place, name in enumerate(names)}
    place = {actor: number[state] for actor, state in states.items()}
    row, source = _spread(events["actor"], np.arange(len(events), dtype=np.int32), place)
    again, target = _spread(events["recipient"], row, place)
    row, source = row[again], source[again]
    nobody = ((events["actor"] == "") | (events["recipient"] == "")).to_numpy()[row]
    outside = ~nobody & ((source == 0) | (target == 0))
    inside = ~nobody & ~outside & (source == target)
    keep = np.flatnonzero(~(nobody | outside | inside))
    names_of = np.array(names, dtype=object)
    result = _rows(events, row[keep], names_of[source[keep]], names_of[target[keep]], "act")
    if cosign:
        result = pd.concat(
            [result, _co_signatures(events, states)],
            ignore_index=True,
        )
    result.attrs["dropped"] = {
        "inside_one_state": int(inside.sum()),
        "no_actor_or_recipient": int(nobody.sum()),
        "not_a_state": int(outside.sum()),
    }
    return result


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


def _spread(cells: pd.Series[Any], row: _Ints, place: Mapping[str, int]) -> tuple[_Ints, _Ints]:
    """Give each row one line for every state that its cell names.

    A cell is taken apart once for each distinct content. Returned are the places in ``row`` that
    the lines come from, and the state of each.
    """
    members = [
        list(dict.fromkeys(place.get(actor, 0) for actor in _named(cell)))
        for cell in cells.cat.categories
    ]
    count = np.array([len(states) for states in members], dtype=np.int32)
    start = np.cumsum(count, dtype=np.int32) - count
    flat = np.fromiter(chain.from_iterable(members), dtype=np.int32)
    codes = cells.cat.codes.to_numpy()[row]
    size = count[codes]
    line = np.repeat(np.arange(len(row), dtype=np.int32), size)
    within = np.arange(len(line), dtype=np.int32) - (np.cumsum(size, dtype=np.int32) - size)[line]
    return line, flat[start[codes][line] + within]


def _rows(
    events: pd.DataFrame, row: _Ints, source: _Texts, target: _Texts, made_by: str
) -> pd.DataFrame:
    """Return dyads, in the columns and types of :data:`PAIRS`."""
    dated = events["date"].cat
    limits = dates.bounds_frame(pd.Series(dated.categories))
    began, happened = limits["earliest"], limits["latest"].fillna(limits["earliest"])
    code = dated.codes.to_numpy()[row]
    when = happened.to_numpy()[code]
    if "date_role" in events:
        lasted = (events["date_role"] == "lasted").to_numpy()[row]
        when[lasted] = began.to_numpy()[code[lasted]]
    ids = act = events["event_id"].array.take(row)
    if "same_act" in events:
        first = events["same_act"].array.take(row)
        again = first != ""
        if again.any():
            act = pd.Series(first).where(again, ids).array
    vouched = "attributed_to" in events
    return pd.DataFrame(
        {
            "event_id": ids,
            "act": act,
            "source": pd.array(source, dtype="str"),
            "target": pd.array(target, dtype="str"),
            "sign": events["sign"].to_numpy()[row],
            "sign_rule": events["sign_rule"].array.take(row),
            "certainty": _texts(events["certainty"], row),
            "attributed_to": events["attributed_to"].array.take(row) if vouched else AUTHOR,
            "when": when,
            "ends": np.full(len(row), np.datetime64("NaT", "s")),
            "made_by": made_by,
        },
        index=range(len(row)),
        copy=False,
    ).astype({"attributed_to": "str", "made_by": "str"})


def _texts(column: pd.Series[Any], row: _Ints) -> Any:
    """Return some cells of a categorical as plain texts."""
    names = np.array(column.cat.categories, dtype=object)
    return pd.array(names[column.cat.codes.to_numpy()[row]], dtype="str")


def _co_signatures(events: pd.DataFrame, states: Mapping[str, str]) -> pd.DataFrame:
    """Every pair of those who did one thing together; few rows, so a plain loop."""
    together = np.flatnonzero(events["sign_rule"].isin(CO_SIGNED))
    found: list[tuple[int, str, str]] = []
    for number in together:
        named = _named(str(events["actor"].iat[int(number)]))
        members = sorted({states.get(actor, "") for actor in named} - {""})
        found += [(int(number), *pair) for pair in combinations(members, 2)]
    row, source, target = (list(side) for side in zip(*found, strict=True)) if found else ([],) * 3
    pairs = _rows(
        events,
        np.array(row, dtype=np.int32),
        np.array(source, dtype=object),
        np.array(target, dtype=object),
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
    _check_rule(rule)
    day, length = None if at is None else dates.day(at), read_window(window)
    return _ties(_acts(pairs, least, directed), rule, day, length)


class _Acts(NamedTuple):
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


def _acts(pairs: pd.DataFrame, least: str, directed: bool) -> _Acts:
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
    rank = np.array([_rank(code) for code in pairs["certainty"].cat.categories], dtype=np.int8)
    rank = rank[pairs["certainty"].cat.codes.to_numpy()]
    sign = pairs["sign"].to_numpy().astype(np.int8)
    kept = np.flatnonzero((sign != 0) & (rank >= _rank(least))).astype(np.int32)
    names = sorted({*pairs["source"].cat.categories, *pairs["target"].cat.categories})
    one, other = (_numbers(pairs[side], names)[kept] for side in ("source", "target"))
    if not directed:
        one, other = np.minimum(one, other), np.maximum(one, other)
    pair = one * len(names) + other
    when = pairs["when"].to_numpy()[kept]
    events = pairs["event_id"].to_numpy(dtype=object)
    order, again = _order(pair, when, events[kept])
    row = kept[order]
    act: _Ints = np.cumsum(~again)
    if (pairs["act"].to_numpy(dtype=object) != events).any():  # some acts are told twice
        act = pd.factorize(pairs["act"])[0][row]
    rows = {
        "pair": pair[order],
        "sign": sign[row],
        "row": row,
        "act": act,
        "certainty": rank[row],
        "made_by": pairs["made_by"].cat.codes.to_numpy()[row],
        "when": when[order],
        "ends": pairs["ends"].to_numpy()[row],
    }
    return _Acts(pd.DataFrame(rows, copy=False), events, names, pairs["when"].max(), directed)


def _rank(certainty: str) -> int:
    """Return how sure a code is, the least sure that can carry a tie being 0; -1 if it cannot."""
    return POSITIVE_CERTAINTY.index(certainty) if certainty in POSITIVE_CERTAINTY else -1


def _numbers(column: pd.Series[Any], names: list[str]) -> _Ints:
    """Return the place of each cell of a categorical among some names."""
    place = pd.Index(names, dtype=object).get_indexer(column.cat.categories)
    return np.asarray(place, dtype=np.int64)[column.cat.codes.to_numpy()]


def _order(pair: _Ints, when: _Days, ids: _Texts) -> tuple[_Ints, _Flags]:
    """Sort acts by pair, day and event, so that the order of a table's rows says nothing.

    Returned are the order, and whether a row in it has the event of the row before.

    Pair and day make one number. Few acts share it; only these are sorted by the name of their
    event, E2 before E10, and only where they do not stand in that order already.
    """
    day = np.where(np.isnat(when), _NO_DAY, when.astype("datetime64[D]").astype(np.int64))
    key = pair * _DAYS + (day - _NO_DAY)
    rows = len(key)
    if key.max(initial=0) < _LARGEST // max(rows, 1):  # the row too: a number sorts fastest
        key, order = np.divmod(np.sort(key * rows + np.arange(rows)), max(rows, 1))
    else:
        order = np.argsort(key, kind="stable")
        key = key[order]
    same = np.flatnonzero(key[1:] == key[:-1])
    neighbours = zip(ids[order[same]], ids[order[same + 1]], strict=True)
    if any(_by_name(one) > _by_name(other) for one, other in neighbours):
        alike = np.union1d(same, same + 1)
        named = ids[order[alike]]
        place = {name: number for number, name in enumerate(sorted(set(named), key=_by_name))}
        rank = np.array([place[name] for name in named])
        order[alike] = order[alike][np.lexsort((rank, key[alike]))]
    again = np.full(rows, False)
    again[same + 1] = ids[order[same]] == ids[order[same + 1]]
    return order, again


def _by_name(event: str) -> tuple[int, str]:
    return len(event), event


def _ties(
    acts: _Acts, rule: Rule, at: pd.Timestamp | None, window: pd.Timedelta | None
) -> pd.DataFrame:
    rows = acts.rows
    keep = np.full(len(rows), True)
    if at is not None:
        keep &= ((rows["when"] <= at) & ~(rows["ends"] <= at)).to_numpy()
    if window is not None:
        keep &= (rows["when"] > (acts.last if at is None else at) - window).to_numpy()
    rows = rows if keep.all() else rows[keep]
    pair, sign, when = (rows[name].to_numpy() for name in ("pair", "sign", "when"))
    start = np.flatnonzero(np.diff(pair, prepend=-1))  # where each pair's acts begin
    size = np.diff(start, append=len(pair))
    tie = np.repeat(np.arange(len(start)), size)
    friendly, hostile = _tellings(2 * tie + (sign < 0), rows["act"].to_numpy(), 2 * len(start))
    if rule == "majority":
        made = np.sign(friendly - hostile)
    else:
        last = when[start + size - 1][tie]
        decides = (when == last) | np.isnat(last) | (rule == "both")
        low = _of_each(np.minimum, np.where(decides, sign, 1), start)
        high = _of_each(np.maximum, np.where(decides, sign, -1), start)
        made = (low + high).astype(np.int64) // 2
    carries = made[tie] * sign >= 0  # a mixed tie is carried by all
    carried = np.bincount(tie[carries], minlength=len(start))  # by at least one act each
    first = np.cumsum(carried) - carried
    events = acts.events[rows["row"].to_numpy()]
    one, other = np.divmod(pair[start], len(acts.names) or 1)
    names = np.array(acts.names, dtype=object)
    sure = _of_each(np.maximum, rows["certainty"].to_numpy()[carries], first)
    maker = _of_each(np.minimum, rows["made_by"].to_numpy()[carries], first)
    table = pd.DataFrame(
        {
            "source": pd.array(names[one], dtype="str"),
            "target": pd.array(names[other], dtype="str"),
            "sign": made,
            "friendly": friendly,
            "hostile": hostile,
            "events": _cut(events[carries], carried),
            "against": _cut(events[~carries], size - carried),
            "certainty": pd.array(np.array(POSITIVE_CERTAINTY, dtype=object)[sure], dtype="str"),
            "since": _of_each(np.fmin, when[carries], first),
            # one act is enough
            "made_by": pd.array(np.array(MAKERS, dtype=object)[maker], dtype="str"),
        }
    )
    table.attrs["directed"] = acts.directed
    return table


def _tellings(of: _Ints, act: _Ints, count: int) -> tuple[_Ints, _Ints]:
    """Count the different acts, friendly and hostile in turn, however often each is told."""
    acts = int(act.max(initial=0)) + 1
    told = np.sort(of * acts + act)
    told = np.bincount(told[np.diff(told, prepend=-1) > 0] // acts, minlength=count)
    return told[::2], told[1::2]


def _cut(events: _Texts, size: _Ints) -> pd.Series[Any]:
    """Cut a list of events into tuples of given sizes."""
    rest = iter(events.tolist())
    return pd.Series([tuple(islice(rest, number)) for number in size.tolist()], dtype=object)


def _of_each(best: np.ufunc, values: np.ndarray[Any, Any], start: _Ints) -> np.ndarray[Any, Any]:
    """Return the lowest or the highest value of each pair."""
    return best.reduceat(values, start) if len(start) else values[:0]


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
    _check_rule(rule)
    acts, length = _acts(pairs, least, directed=False), read_window(window)
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
        found = cast(list[dict[str, Any]], _ties(acts, rule, day, length).to_dict("records"))
        now = {(row["source"], row["target"]): row for row in found}
        for pair, spell in list(held.items()):
            if pair not in now or now[pair]["sign"] != spell["sign"]:
                done.append(held.pop(pair) | {"end": day, "why": _why_ended(acts, spell, day)})
        for pair, row in now.items():
            spell = held.setdefault(
                pair, {key: row[key] for key in _SPELL_COLUMNS if key in row} | {"start": day}
            )
            spell["events"] = tuple(dict.fromkeys(spell["events"] + row["events"]))
            spell["certainty"] = max(spell["certainty"], row["certainty"], key=_rank)
            spell["made_by"] = min(spell["made_by"], row["made_by"])  # as in ties: "act" first
    done += [spell | {"end": pd.NaT, "why": ""} for spell in held.values()]
    table = pd.DataFrame(done, columns=_SPELL_COLUMNS).sort_values(["source", "target", "start"])
    for column in ("start", "end"):
        days_of = pd.to_datetime(table[column])
        table[column] = days_of.dt.strftime("%Y-%m-%d").astype(object).where(days_of.notna(), "")
    return table.reset_index(drop=True)


def _why_ended(acts: _Acts, spell: Mapping[str, Any], day: pd.Timestamp) -> str:
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
    _check_rule(rule)
    if isinstance(days, str):
        raise ReadingError(f"{days!r} is one text: expected a list of days, such as [{days!r}].")
    if not isinstance(days, Iterable):
        raise ReadingError(f"{days!r} is no list of days: expected one such as ['2024-03-16'].")
    acts, length = _acts(pairs, least, directed=False), read_window(window)
    return {str(day.date()): _ties(acts, rule, day, length) for day in map(dates.day, days)}


def _check_rule(rule: str) -> None:
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


def monthly(pairs: pd.DataFrame) -> pd.DataFrame:
    """Count signed acts by directed dyad and month.

    Returns
    -------
    DataFrame
        ``source``, ``target``, ``month`` (``period[M]``), ``friendly``, ``hostile`` (number of
        acts). Undated rows are left out.
    """
    needs = ("source", "target", "sign", "when")
    pairs = frame(
        pairs,
        "pairs",
        {name: PAIRS[name] for name in needs},
        needs=needs,
        expected="what dyads(events, actors) returns",
        others=False,
    )
    month = pairs["when"].to_numpy().astype("datetime64[M]")
    counted = np.flatnonzero((pairs["sign"] != 0).to_numpy() & ~np.isnat(month))
    if not len(counted):
        columns = {"source": [], "target": [], "month": pd.PeriodIndex([], freq="M")}
        return pd.DataFrame(columns | {"friendly": [], "hostile": []})
    source, target = (pairs[side].cat for side in ("source", "target"))
    months = month[counted].astype(np.int64)
    first = months.min()
    shape = (len(source.categories), len(target.categories), int(months.max() - first) + 1)
    one, other = (side.codes.to_numpy()[counted] for side in (source, target))
    hostile = (pairs["sign"].to_numpy()[counted] < 0).astype(np.int64)
    # One number for each dyad, month and sign: sorted, they are counted.
    cell = np.ravel_multi_index((one, other, months - first), shape)
    cells, acts = np.unique(2 * cell + hostile, return_counts=True)
    cell, row = np.unique(cells // 2, return_inverse=True)
    counts = np.zeros((len(cell), 2), dtype=np.int64)
    counts[row, cells % 2] = acts
    one, other, months = np.unravel_index(cell, shape)
    days = (months + first).astype("datetime64[M]").astype("datetime64[s]")
    return pd.DataFrame(
        {
            "source": np.array(source.categories, dtype=object)[one],
            "target": np.array(target.categories, dtype=object)[other],
            "month": pd.DatetimeIndex(days).to_period("M"),
            "friendly": counts[:, 0],
            "hostile": counts[:, 1],
        }
    )


def read_classic(name: str) -> pd.DataFrame:
    """Read a signed network of the literature as ties.

    Parameters
    ----------
    name
        ``"highlands_1954"`` (Read 1954) or ``"europe_1872_1907"`` (Antal, Krapivsky and Redner
        2006); the full citations are in ``data/README.md``.

    Returns
    -------
    DataFrame
        One row a tie: ``source``, ``target``, ``sign`` (int); ``certainty`` (``CT+``: taken as
        the authors drew it) and ``events`` (none), as figures and :func:`to_graph` expect them.
        The European ties have ``start`` and ``end`` too, for
        :func:`realignment.spells.held_at`.
    """
    columns = ["source", "target", "sign"]
    path = find_data() / "classics" / f"{name}.csv"
    table = read_table(path, columns, optional=["start", "end"]).astype({"sign": int})
    if not (table["start"] != "").any():
        table = table[columns]
    return table.assign(certainty="CT+", events=pd.Series([()] * len(table), dtype=object))


def to_graph(
    table: pd.DataFrame, actors: Iterable[str] | None = None, directed: bool | None = None
) -> nx.Graph[Any]:
    """Return ties as a signed network.

    Parameters
    ----------
    table
        As :func:`ties` returns it.
    actors
        Actors to show even without a tie.
    directed
        Whether a tie runs one way. ``None``: as the table was made; a table that does not know is
        directed if it has a pair both ways.

    Returns
    -------
    networkx.Graph
        Edges carry ``sign``, ``events`` and ``certainty``. For directed ties a ``DiGraph``, which
        keeps both signs where two states part over each other.

    Raises
    ------
    ReadingError
        If a pair is there twice, since one of the two signs would be lost.
    """
    needs = ("source", "target", "sign", "events", "certainty")
    made = frame(
        table,
        "ties",
        TIES,
        needs=needs,
        expected="what ties(pairs) returns",
        others=False,
    )
    both_ways = set(zip(made["source"], made["target"], strict=True)) & set(
        zip(made["target"], made["source"], strict=True)
    )
    if directed is None:
        directed = bool(table.attrs.get("directed", both_ways))
    graph: nx.Graph[Any] = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(sorted({*(actors or []), *made["source"], *made["target"]}))
    for row in made.to_dict("records"):
        one, other = row["source"], row["target"]
        if graph.has_edge(one, other):
            raise ReadingError(
                f"{one} and {other} have two ties in the table; expected one for each pair, as on "
                "one day or under one rule."
            )
        graph.add_edge(
            one, other, sign=row["sign"], events=row["events"], certainty=row["certainty"]
        )
    return graph


def read_ties(
    table: pd.DataFrame, names: Mapping[str, str] | None = None, more: Sequence[str] = ()
) -> pd.DataFrame:
    """Return ties as a figure needs them, whatever the table has been through.

    Parameters
    ----------
    table
        As :func:`ties` returns it, or :func:`tie_spells`.
    names
        Labels by id: each actor of a tie must have one. ``None``: no names are needed.
    more
        Columns that are needed beside the pair, its sign and its certainty.

    Raises
    ------
    ReadingError
        If a column is missing, a cell cannot be read, or an actor has no name.
    """
    needs = ("source", "target", "sign", "certainty", *more)
    made = frame(table, "ties", TIES, needs, "what ties(pairs) returns")
    if names is None:
        return made
    if not isinstance(names, Mapping):
        raise ReadingError(
            f"The names are given as {type(names).__name__}: expected a name for each actor_id, "
            "such as {'NER': 'Niger'}."
        )
    nameless = sorted({*made["source"], *made["target"]} - set(names))
    if nameless:
        raise ReadingError(
            f"{', '.join(nameless)} of the ties {'has' if len(nameless) == 1 else 'have'} no name: "
            f"expected one beside those of {', '.join(names)}, or only ties between these."
        )
    return made


def in_words(table: pd.DataFrame, actors: int) -> str:
    """Say what a picture of these ties shows: the count of ties and of pairs without one.

    >>> in_words(pd.DataFrame({"sign": [1, -1], "certainty": ["CT+", "PR+"]}), 4)
    '4 actors; 1 friendly and 1 hostile tie; 1 tie not certain; 4 pairs unknown.'
    """
    table = frame(table, "ties", TIES, needs=("sign", "certainty"), others=False)
    friendly, hostile, mixed = ((table["sign"] == s).sum() for s in (1, -1, 0))
    unsure = int((table["certainty"] != "CT+").sum())
    unknown = actors * (actors - 1) // 2 - len(table)
    parts = [f"{actors} actors"]
    total = f"{friendly} friendly and {hostile} hostile tie{'' if hostile == 1 else 's'}"
    parts.append(total + (f", {mixed} mixed" if mixed else ""))
    if unsure:
        parts.append(f"{unsure} tie{'' if unsure == 1 else 's'} not certain")
    parts.append(f"{unknown} pair{'' if unknown == 1 else 's'} unknown")
    return "; ".join(parts) + "."
