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

from collections.abc import Iterable
from itertools import combinations
from typing import Literal

import networkx as nx
import numpy as np
import pandas as pd

from realignment import dates
from realignment.actors import roll_up
from realignment.errors import ReadingError
from realignment.events import AUTHOR, CERTAINTY_WORDS
from realignment.files import find_data, read_table

Rule = Literal["latest", "majority", "both"]
RULES: tuple[Rule, ...] = ("latest", "majority", "both")

POSITIVE_CERTAINTY = ("PS+", "PR+", "CT+")
"""The certainties that can carry a tie, the least sure first. An act that certainly did not happen
(CT-) or that nobody vouches for (UU) carries none."""

CO_SIGNED = ("joint_signature", "joint_action")
"""The sign rules under which several actors did one thing together."""

_DYAD_COLUMNS = [
    "event_id",
    "act",
    "source",
    "target",
    "sign",
    "sign_rule",
    "certainty",
    "attributed_to",
    "when",
    "ends",
    "made_by",
]

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
        A reference coding: ``kind``, ``event_type``, ``mode``, ``consent``, ``valence``.
    table
        As :func:`read_sign_table` returns it; read from the data if not given.

    Returns
    -------
    DataFrame
        The same rows with ``sign_rule`` and ``sign``. For rows that are no event the sign is the
        valence that the coder gave (friendly +1, hostile -1, neither 0).
    """
    table = read_sign_table() if table is None else table
    rule = ("valence_" + events["valence"]).to_numpy(dtype=object)
    sign = events["valence"].map({"friendly": 1, "hostile": -1}).fillna(0).to_numpy(dtype=int)
    is_event = (events["kind"] == "event").to_numpy()
    open_rows = is_event.copy()
    for row in table.to_dict("records"):
        fits = open_rows.copy()
        for column in ("event_type", "mode", "consent"):
            if row[column] != "*":
                fits &= (events[column] == row[column]).to_numpy()
        rule[fits], sign[fits] = row["sign_rule"], row["sign"]
        open_rows &= ~fits
    if open_rows.any():
        first = events[open_rows].iloc[0]
        raise ReadingError(
            f"sign_table.csv: no row fits {first['event_type']}, mode {first['mode']!r}, consent "
            f"{first['consent']!r} (event {first['event_id']}); expected a sign for every act."
        )
    return events.assign(sign_rule=rule, sign=sign)


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
        ``recipient`` (ids joined with ``;``), ``sign``, ``sign_rule``, ``certainty``, ``date``; if
        there, ``attributed_to``, ``same_act`` and ``date_role``.
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
    events = events.reset_index(drop=True)
    if level == "state":
        states = roll_up(actors).to_dict()
    else:
        states = {actor: actor for actor in actors["actor_id"]}
    row, source, target = _pairs(events, states)
    empty = ((events["actor"] == "") | (events["recipient"] == "")).to_numpy()
    nobody = empty[row]
    outside = ~nobody & ((source == "") | (target == ""))
    inside = ~nobody & ~outside & (source == target)
    keep = ~(nobody | outside | inside)
    result = _rows(events, row[keep], source[keep], target[keep], "act")
    if cosign:
        result = pd.concat([result, _co_signatures(events, states)], ignore_index=True)
    result.attrs["dropped"] = {
        "inside_one_state": int(inside.sum()),
        "no_actor_or_recipient": int(nobody.sum()),
        "not_a_state": int(outside.sum()),
    }
    return result


def _pairs(
    events: pd.DataFrame, states: dict[str, str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every actor of a row with every recipient of it, without a loop over rows.

    A cell is taken apart once for each distinct content; the pairs of a row are then numbered from
    0 to (actors x recipients - 1).
    """
    columns = []
    for name in ("actor", "recipient"):
        code, cells = pd.factorize(events[name])
        members = [list(dict.fromkeys(states.get(a, "") for a in c.split(";"))) for c in cells]
        count = np.array([len(m) for m in members], dtype=int)
        start = np.concatenate([[0], np.cumsum(count)[:-1]]).astype(int)
        flat = np.array([a for m in members for a in m], dtype=object)
        columns.append((code, count, start, flat))
    (a_code, a_count, a_start, a_flat), (r_code, r_count, r_start, r_flat) = columns
    if not len(events):
        return np.array([], dtype=int), np.array([], dtype=object), np.array([], dtype=object)
    recipients = r_count[r_code]
    size = a_count[a_code] * recipients
    row = np.repeat(np.arange(len(events)), size)
    number = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    source = a_flat[a_start[a_code][row] + number // recipients[row]]
    target = r_flat[r_start[r_code][row] + number % recipients[row]]
    return row, source, target


def _rows(
    events: pd.DataFrame, row: np.ndarray, source: np.ndarray, target: np.ndarray, made_by: str
) -> pd.DataFrame:
    optional = {"attributed_to": AUTHOR, "same_act": "", "date_role": "within"}
    full = events.assign(**{k: v for k, v in optional.items() if k not in events})
    full["act"] = full["same_act"].where(full["same_act"] != "", full["event_id"])
    limits = dates.bounds_frame(full["date"])
    happened = limits["latest"].fillna(limits["earliest"])
    full["when"] = limits["earliest"].where(full["date_role"] == "lasted", happened)
    full["ends"] = pd.Series(pd.NaT, index=full.index, dtype="datetime64[s]")
    taken = full.take(row).assign(source=source, target=target, made_by=made_by)
    return taken[_DYAD_COLUMNS].reset_index(drop=True)


def _co_signatures(events: pd.DataFrame, states: dict[str, str]) -> pd.DataFrame:
    """Every pair of those who did one thing together; few rows, so a plain loop."""
    together = np.flatnonzero(events["sign_rule"].isin(CO_SIGNED))
    row, source, target = [], [], []
    for number in together:
        members = sorted({states.get(a, "") for a in events["actor"].iat[number].split(";")} - {""})
        for one, other in combinations(members, 2):
            row.append(number)
            source.append(one)
            target.append(other)
    pairs = _rows(
        events,
        np.array(row, dtype=int),
        np.array(source, dtype=object),
        np.array(target, dtype=object),
        "cosign",
    )
    body = events["recipient"].to_numpy()[row] if row else []
    leaving = _exits(events, states)
    pairs["ends"] = pd.Series(
        [
            min(
                (
                    day
                    for member in (one, other)
                    for day in leaving.get((member, b), ())
                    if day > when
                ),
                default=pd.NaT,
            )
            for one, other, b, when in zip(
                pairs["source"], pairs["target"], body, pairs["when"], strict=True
            )
        ],
        dtype="datetime64[s]",
    )
    return pairs


def _exits(events: pd.DataFrame, states: dict[str, str]) -> dict[tuple[str, str], list]:
    found: dict[tuple[str, str], list] = {}
    exits = events[events["sign_rule"] == "membership_exit"]
    for actor, body, date in zip(exits["actor"], exits["recipient"], exits["date"], strict=True):
        for member in actor.split(";"):
            found.setdefault((states.get(member, ""), body), []).append(dates.bounds(date)[0])
    return found


def ties(
    pairs: pd.DataFrame,
    rule: Rule = "latest",
    at: str | pd.Timestamp | None = None,
    window: str | pd.Timedelta | None = None,
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
    if rule not in RULES:
        raise ReadingError(f"{rule!r} is not a rule; expected one of {', '.join(RULES)}.")
    if least not in POSITIVE_CERTAINTY:
        raise ReadingError(
            f"{least!r} cannot carry a tie; expected one of {', '.join(POSITIVE_CERTAINTY)}."
        )
    counted = _in_force(pairs, at, window, least)
    if not directed:
        counted = _undirected(counted)
    counted = counted.sort_values("when", na_position="first", kind="stable")
    groups = counted.groupby(["source", "target"], sort=True)
    acts = counted.drop_duplicates(["source", "target", "act", "sign"])
    table = pd.DataFrame(
        {
            "friendly": acts[acts["sign"] > 0].groupby(["source", "target"]).size(),
            "hostile": acts[acts["sign"] < 0].groupby(["source", "target"]).size(),
        },
        index=groups.size().index,
    )
    table = table.fillna(0).astype(int)
    table["sign"] = _sign(table, counted, groups, rule)
    return _with_evidence(table, counted)


def _undirected(pairs: pd.DataFrame) -> pd.DataFrame:
    """Write each pair in alphabetical order."""
    backwards = pairs["source"] > pairs["target"]
    swapped = pairs.loc[backwards, ["target", "source"]].to_numpy()
    pairs.loc[backwards, ["source", "target"]] = swapped
    return pairs


def _in_force(
    pairs: pd.DataFrame,
    at: str | pd.Timestamp | None,
    window: str | pd.Timedelta | None,
    least: str,
) -> pd.DataFrame:
    sure_enough = POSITIVE_CERTAINTY[POSITIVE_CERTAINTY.index(least) :]
    keep = (pairs["sign"] != 0) & pairs["certainty"].isin(sure_enough)
    today = pairs["when"].max() if at is None else pd.Timestamp(at)
    if at is not None:
        keep &= pairs["when"] <= today
        keep &= ~(pairs["ends"] <= today)
    if window is not None:
        keep &= pairs["when"] > today - pd.Timedelta(window)
    return pairs[keep].copy()


def _sign(table: pd.DataFrame, counted: pd.DataFrame, groups, rule: Rule) -> pd.Series:
    if rule == "majority":
        return np.sign(table["friendly"] - table["hostile"])
    if rule == "latest":
        last = groups["when"].transform("max")
        on_last_day = counted[(counted["when"] == last) | last.isna()]
        by_pair = on_last_day.groupby(["source", "target"])["sign"]
    else:
        by_pair = groups["sign"]
    low, high = by_pair.min(), by_pair.max()
    return low.where(low == high, 0).reindex(table.index)


def _with_evidence(table: pd.DataFrame, counted: pd.DataFrame) -> pd.DataFrame:
    """Add what stands behind each tie; one plain pass, since a slider asks for it at every step."""
    sign_of = table["sign"].to_dict()
    rank = {name: place for place, name in enumerate(POSITIVE_CERTAINTY)}
    found = {pair: ([], [], [], [], []) for pair in sign_of}
    rows = zip(
        counted["source"],
        counted["target"],
        counted["sign"],
        counted["event_id"],
        counted["certainty"],
        counted["when"],
        counted["made_by"],
        strict=True,
    )
    for source, target, sign, event, certainty, when, made_by in rows:
        events, against, ranks, days, makers = found[source, target]
        if sign_of[source, target] in (sign, 0):
            events.append(event)
            ranks.append(rank[certainty])
            makers.append(made_by)
            if when is not pd.NaT:
                days.append(when)
        else:
            against.append(event)
    columns = {
        "events": [tuple(e) for e, *_ in found.values()],
        "against": [tuple(a) for _, a, *_ in found.values()],
        "certainty": [POSITIVE_CERTAINTY[max(r)] for _, _, r, *_ in found.values()],
        "since": pd.Series(
            [min(d, default=pd.NaT) for *_, d, _ in found.values()],
            index=table.index,
            dtype="datetime64[s]",
        ),
        # "act" sorts before "cosign": one act is enough
        "made_by": [min(m) for *_, m in found.values()],
    }
    order = ["sign", "friendly", "hostile", "events", "against", "certainty", "since", "made_by"]
    return table.assign(**columns)[order].reset_index()


def tie_spells(
    pairs: pd.DataFrame,
    rule: Rule = "latest",
    window: str | pd.Timedelta | None = None,
    least: str = "PS+",
    until: str | pd.Timestamp | None = None,
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
    acts = _undirected(_in_force(pairs, None, None, least))
    turns = [acts["when"], acts["ends"]]
    if window is not None:
        turns.append(acts["when"] + pd.Timedelta(window))
    days = sorted(set(pd.concat(turns).dropna()))
    if until is not None:
        days = [day for day in days if day <= pd.Timestamp(until)]
    held: dict[tuple[str, str], dict] = {}
    done = []
    for day in days:
        rows = ties(pairs, rule, at=day, window=window, least=least).to_dict("records")
        now = {(row["source"], row["target"]): row for row in rows}
        for pair, spell in list(held.items()):
            if pair not in now or now[pair]["sign"] != spell["sign"]:
                done.append(held.pop(pair) | {"end": day, "why": _why_ended(acts, spell, day)})
        for pair, row in now.items():
            spell = held.setdefault(
                pair, {key: row[key] for key in _SPELL_COLUMNS if key in row} | {"start": day}
            )
            spell["events"] = tuple(dict.fromkeys(spell["events"] + row["events"]))
            spell["certainty"] = max(
                spell["certainty"], row["certainty"], key=POSITIVE_CERTAINTY.index
            )
            spell["made_by"] = min(spell["made_by"], row["made_by"])  # as in ties: "act" first
    done += [spell | {"end": pd.NaT, "why": ""} for spell in held.values()]
    table = pd.DataFrame(done, columns=_SPELL_COLUMNS).sort_values(["source", "target", "start"])
    for column in ("start", "end"):
        days_of = pd.to_datetime(table[column])
        table[column] = days_of.dt.strftime("%Y-%m-%d").astype(object).where(days_of.notna(), "")
    return table.reset_index(drop=True)


def _why_ended(acts: pd.DataFrame, spell: dict, day: pd.Timestamp) -> str:
    mine = acts[(acts["source"] == spell["source"]) & (acts["target"] == spell["target"])]
    if (mine.loc[mine["when"] == day, "sign"] != spell["sign"]).any():
        return "contrary act"
    return "exit" if (mine["ends"] == day).any() else "window"


def snapshots(
    pairs: pd.DataFrame,
    days: Iterable[str | pd.Timestamp],
    rule: Rule = "latest",
    window: str | pd.Timedelta | None = None,
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
    return {
        str(pd.Timestamp(day).date()): ties(pairs, rule, at=day, window=window, least=least)
        for day in days
    }


def monthly(pairs: pd.DataFrame) -> pd.DataFrame:
    """Count signed acts by directed dyad and month.

    Returns
    -------
    DataFrame
        ``source``, ``target``, ``month`` (``period[M]``), ``friendly``, ``hostile`` (number of
        acts). Undated rows are left out.
    """
    dated = pairs[pairs["when"].notna() & (pairs["sign"] != 0)]
    keys = pd.DataFrame(
        {
            "source": dated["source"].astype("category"),
            "target": dated["target"].astype("category"),
            "month": dated["when"].to_numpy().astype("datetime64[M]").astype("datetime64[s]"),
            "friendly": (dated["sign"] > 0).to_numpy(dtype=int),
            "hostile": (dated["sign"] < 0).to_numpy(dtype=int),
        }
    )
    counts = keys.groupby(["source", "target", "month"], observed=True).sum().reset_index()
    return counts.assign(
        source=counts["source"].astype(object),
        target=counts["target"].astype(object),
        month=counts["month"].dt.to_period("M"),
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
    return table.assign(certainty="CT+", events=[()] * len(table))


def to_graph(table: pd.DataFrame, actors: list[str] | None = None) -> nx.Graph:
    """Return ties as a signed network.

    Parameters
    ----------
    table
        As :func:`ties` returns it, undirected.
    actors
        Actors to show even without a tie.

    Returns
    -------
    networkx.Graph
        Edges carry ``sign``, ``events`` and ``certainty``.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted({*(actors or []), *table["source"], *table["target"]}))
    for row in table.to_dict("records"):
        graph.add_edge(
            row["source"],
            row["target"],
            sign=row["sign"],
            events=row["events"],
            certainty=row["certainty"],
        )
    return graph


def in_words(table: pd.DataFrame, actors: int) -> str:
    """Say what a picture of these ties shows: the count of ties and of pairs without one.

    >>> in_words(pd.DataFrame({"sign": [1, -1], "certainty": ["CT+", "PR+"]}), 4)
    '4 actors; 1 friendly and 1 hostile tie; 1 tie not certain; 4 pairs unknown.'
    """
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


def in_sentence(row: pd.Series, names: dict[str, str]) -> str:
    """Say one tie in words, as a screen reader should hear it."""
    how = {1: "friendly", -1: "hostile", 0: "mixed"}[int(row["sign"])]
    number = len(row["events"])
    return (
        f"{names.get(row['source'], row['source'])} and {names.get(row['target'], row['target'])}: "
        f"{how}, {CERTAINTY_WORDS[row['certainty']]}, {number} row{'' if number == 1 else 's'}"
    )
