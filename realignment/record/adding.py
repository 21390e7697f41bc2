"""One more act in the record, to see what it would change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pandas as pd

from realignment import dates
from realignment.errors import ReadingError
from realignment.events import Certainty
from realignment.record.loading import Record, read_sign_rules

OWN = "MY"
"""How the ids of acts begin that somebody added to the record by hand."""


def add_act(
    record: Record,
    date: str,
    actor: str,
    recipient: str,
    sign_rule: str,
    action: str = "added by hand",
    certainty: str = "CT+",
    root: Path | None = None,
) -> Record:
    """Return the record with one more act in its timeline, to see what it would change.

    Parameters
    ----------
    record
        As :func:`load_record` returns it; it stays as it is.
    date
        When, in EDTF. It may be later than the record knows.
    actor, recipient
        Who to whom: actor_ids, several joined with ``;``.
    sign_rule
        A rule of ``codebook/sign_rules.csv``; the sign follows from it.
    action
        What was done, in a few words.
    certainty
        CT+, PR+, PS+ or UU.
    root
        A data folder; found by itself if left out.

    Returns
    -------
    Record
        The act has the id ``MY01`` (then ``MY02``), ``verified`` = no and no source.

    Raises
    ------
    ReadingError
        If the date cannot be read, or an actor, the rule or the certainty is not known.
    """
    rules = read_sign_rules(root).set_index("sign_rule")["sign"]
    if sign_rule not in rules.index:
        raise ReadingError(
            f"{sign_rule!r} is not a rule of sign_rules.csv: expected one of "
            f"{', '.join(rules.index)}."
        )
    if dates.precision(date) == "unknown":
        raise ReadingError(f"{date!r} is not a date: expected {dates.EXPECTED}.")
    known = set(record.actors["actor_id"])
    for name in filter(None, f"{actor};{recipient}".split(";")):
        if name not in known:
            raise ReadingError(f"{name!r} is not known: expected an actor_id of record.actors.")
    if certainty not in get_args(Certainty):
        raise ReadingError(
            f"{certainty!r} is not a certainty: expected one of {', '.join(get_args(Certainty))}."
        )
    if not actor:
        raise ReadingError("The act has no actor: expected an actor_id of record.actors.")
    timeline = record.timeline
    own = int(timeline["event_id"].str.startswith(OWN).sum())
    row = dict.fromkeys(timeline.columns, "") | {
        "event_id": f"{OWN}{own + 1:02}",
        "date": date,
        "date_precision": dates.precision(date),
        "kind": "event",
        "actor": actor,
        "recipient": recipient,
        "action": action,
        "sign_rule": sign_rule,
        "sign": int(rules[sign_rule]),
        "certainty": certainty,
        "verified": "no",
        "core": "no",
        "note": "added by hand: no part of the record",
    }
    longer = pd.concat([timeline, pd.DataFrame([row])], ignore_index=True)
    began = dates.bounds_frame(longer["date"])["earliest"]
    order = began.sort_values(kind="stable").index
    return replace(record, timeline=longer.loc[order].reset_index(drop=True))
