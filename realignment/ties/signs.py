"""Which sign an act carries."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pandas as pd

from realignment import frames
from realignment.errors import ReadingError
from realignment.events import EVENTS, Kind, Valence, as_events
from realignment.files import find_data, read_table
from realignment.frames import frame

NOT_CODED = ("not_coded", 0)
CONSENT_UNKNOWN = ("consent_unknown", 0)
"""The rule and the sign of a coder's row that says too little for another one."""

_OF_VALENCE = {"friendly": 1, "hostile": -1, "neither": 0, "": 0}


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
