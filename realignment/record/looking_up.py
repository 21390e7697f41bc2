"""What the record says of a day, of two states that vote, and of the kinds of its acts."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from realignment import dates, spells
from realignment.errors import ReadingError
from realignment.record.loading import Record

CAST = ("yes", "no", "abstain")
"""The votes that were cast. To be absent is to cast none."""


def _check_as_of(record: Record, table: str, date: str | pd.Timestamp) -> None:
    """Refuse a date beyond that to which a table is complete."""
    until = str(record.as_of.set_index("table").at[table, "complete_to"])
    day = pd.Timestamp(date) if isinstance(date, pd.Timestamp) else dates.bounds(date)[0]
    if day > dates.bounds(until)[1]:
        raise ReadingError(
            f"{day.date()} is later than the record knows: its table '{table}' is complete to "
            f"{until}; expected a date up to then."
        )


def presences_at(record: Record, date: str | pd.Timestamp) -> pd.DataFrame:
    """Return the presences of foreign forces as they stood on one day.

    Parameters
    ----------
    record
        As :func:`load_record` returns it.
    date
        One day, up to the day to which the record is complete.

    Returns
    -------
    DataFrame
        The rows of ``record.presences`` that had begun, or may have, with one more column
        ``status``: open, uncertain, unknown or closed (see :mod:`realignment.spells`).

    Raises
    ------
    ReadingError
        If the date is no day, or later than the record knows.
    """
    status = spells.status_at(record.presences, date)
    _check_as_of(record, "presences", date)
    return record.presences.assign(status=status)[status != "not yet"].reset_index(drop=True)


def members_at(record: Record, organisation: str, date: str | pd.Timestamp) -> pd.DataFrame:
    """Return the members of an organisation on one day.

    Parameters
    ----------
    record
        As :func:`load_record` returns it.
    organisation
        The actor_id of an organisation whose roster is complete.
    date
        One day, up to the day to which the record is complete.

    Returns
    -------
    DataFrame
        One row a member, with the columns of ``record.memberships`` and ``suspended`` (bool):
        whether it was suspended from the organisation on that day. A suspended member is a member.

    Raises
    ------
    ReadingError
        If the organisation is not in the record, its roster is not complete, or the date is no
        day or later than the record knows.
    """
    rows = record.memberships[record.memberships["organisation"] == organisation]
    if rows.empty:
        known = ", ".join(sorted(record.memberships["organisation"].unique()))
        raise ReadingError(f"{organisation!r} is not in the record: expected one of {known}.")
    if (rows["roster_complete"] == "no").any():
        complete = record.memberships.loc[record.memberships["roster_complete"] == "yes"]
        raise ReadingError(
            f"The record does not know all members of {organisation}, so its members cannot be "
            f"listed or mapped: expected one of {', '.join(sorted(set(complete['organisation'])))}."
        )
    held = spells.held_at(rows, date)
    _check_as_of(record, "memberships", date)
    members = held[held["status"] == "member"]
    suspended = set(held.loc[held["status"] == "suspended", "member"])
    return members.assign(suspended=members["member"].isin(suspended)).reset_index(drop=True)


class Alike(NamedTuple):
    """On how many texts two states voted alike."""

    alike: int
    """Texts on which both cast the same vote."""
    of: int
    """Texts on which both cast a vote that is known: without it the first number says nothing."""


def votes_alike(
    record: Record,
    one: str,
    other: str,
    first: str | pd.Timestamp | None = None,
    last: str | pd.Timestamp | None = None,
) -> Alike:
    """Count the texts on which two states voted alike, of all or between two days.

    Parameters
    ----------
    record
        As :func:`load_record` returns it.
    one, other
        Two states of ``record.votes``, by their actor_ids.
    first, last
        The first and the last day that counts, both included; ``None``: no limit on that side.

    Returns
    -------
    Alike
        Yes, no and abstain are votes; who was absent, or whose vote was not seen, cast none.

    Raises
    ------
    ReadingError
        If the table has no votes of a state, a date is no day, or later than the record knows.

    Examples
    --------
    >>> votes_alike(load_record(), "NER", "RUS", first="2023-07-26")
    Alike(alike=3, of=3)
    """
    votes = record.votes
    for state in (one, other):
        if state not in set(votes["state"]):
            known = ", ".join(sorted(set(votes["state"])))
            raise ReadingError(f"The record has no votes of {state!r}: expected one of {known}.")
    when = pd.to_datetime(votes["date"])
    kept = votes["vote"].isin(CAST)
    if first is not None:
        kept &= when >= _single_day(record, first)
    if last is not None:
        kept &= when <= _single_day(record, last)
    cast = votes[kept].set_index("resolution")
    mine, theirs = (cast.loc[cast["state"] == state, "vote"] for state in (one, other))
    both = mine.index.intersection(theirs.index)
    return Alike(int((mine[both] == theirs[both]).sum()), len(both))


def _single_day(record: Record, date: str | pd.Timestamp) -> pd.Timestamp:
    day = dates.day(date)
    _check_as_of(record, "un_votes", day)
    return day


def kinds_of_act(timeline: pd.DataFrame) -> pd.DataFrame:
    """Count the acts of a timeline by their sign and by the rule that gave it.

    Parameters
    ----------
    timeline
        ``record.timeline``, or some rows of it.

    Returns
    -------
    DataFrame
        One row a rule: ``sign`` (1, 0, -1), ``sign_rule``, ``acts``; friendly first, then by
        number. Statements are left out, and an act that several rows tell counts once for each
        rule.
        The sum by sign says what sort of act those who keep such a record take note of.
    """
    acts = timeline[timeline["kind"] == "event"]
    act = acts["same_act"].where(acts["same_act"] != "", acts["event_id"])
    once = acts.assign(act=act).drop_duplicates(["act", "sign_rule"])
    counts = once.groupby(["sign", "sign_rule"]).size().reset_index(name="acts")
    order = ["sign", "acts", "sign_rule"]
    return counts.sort_values(order, ascending=[False, False, True]).reset_index(drop=True)
