"""The record is read from ``data/record``, and every table in it is checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import pandas as pd

from realignment import spells
from realignment.errors import ReadingError
from realignment.files import Stamps, find_data, name_of, read_rows, stamps_in
from realignment.record.schemas import TABLES, SignRule, Work


@dataclass(frozen=True)
class Record:
    """The tables of ``data/record``, read and checked.

    Attributes
    ----------
    timeline
        As :class:`TimelineRow`; in the order of the dates; ``sign`` an integer.
    accords
        Rows like those of the timeline, kept apart from it: further texts of a cooperation of
        which one accord stands in the timeline. Counted one by one they outvote whatever ended
        them (see ``data/README.md``).
    memberships
        As :class:`Membership`.
    resolutions, votes
        As :class:`Resolution` and :class:`Vote`.
    presences
        As :class:`Presence`.
    troops
        As :class:`Troops`.
    conflicts
        As :class:`Conflict`.
    actors
        As :class:`RecordActor`.
    as_of
        As :class:`AsOf`.
    """

    timeline: pd.DataFrame
    accords: pd.DataFrame
    memberships: pd.DataFrame
    resolutions: pd.DataFrame
    votes: pd.DataFrame
    presences: pd.DataFrame
    troops: pd.DataFrame
    conflicts: pd.DataFrame
    actors: pd.DataFrame
    as_of: pd.DataFrame

    def __repr__(self) -> str:
        return (
            f"Record: {len(self.timeline)} acts, {len(self.memberships)} spells of membership, "
            f"{len(self.votes)} votes, {len(self.presences)} presences, {len(self.actors)} actors"
        )


def read_sign_rules(root: Path | None = None) -> pd.DataFrame:
    """Read ``codebook/sign_rules.csv``: columns as in :class:`SignRule`, ``sign`` an integer."""
    rules = read_rows((root or find_data()) / "codebook" / "sign_rules.csv", SignRule, "sign_rule")
    return rules.astype({"sign": "int64"})


def read_literature(root: Path | None = None) -> pd.DataFrame:
    """Read ``literature.csv``: columns as in :class:`Work`."""
    return read_rows((root or find_data()) / "literature.csv", Work, "work_id")


def load_record(root: Path | None = None) -> Record:
    """Load the record and check every table in it.

    It is read again when a file has changed. What is returned is the caller's own: to change a
    table of it changes nobody else's.

    Parameters
    ----------
    root
        A data folder, with ``record`` and ``codebook`` in it; found by itself if left out.

    Raises
    ------
    ReadingError
        At the first cell that is not as the schema says, an id that is there twice, an actor or a
        rule that is not known, a sign that is not its rule's, or a spell that ends before it
        begins.
    """
    root = root or find_data()
    read = _record_in(root, stamps_in(root / "record", root / "codebook"))
    own = {field.name: getattr(read, field.name).copy(deep=False) for field in fields(read)}
    return Record(**own)


@lru_cache(maxsize=2)
def _record_in(root: Path, stamps: Stamps) -> Record:
    folder = root / "record"
    tables = {
        name: read_rows(folder / f"{name}.csv", schema, key)
        for name, (schema, key) in TABLES.items()
    }
    rules = read_sign_rules(root)
    for name in ("timeline", "accords"):
        tables[name] = tables[name].astype({"sign": "int64"})
        _check_signs(tables[name], rules, folder / f"{name}.csv")
    _check_same_acts(tables["timeline"], folder / "timeline.csv")
    actors = set(tables["actors"]["actor_id"])
    for name, columns in (
        ("timeline", ("actor", "recipient")),
        ("accords", ("actor", "recipient")),
        ("memberships", ("organisation", "member")),
        ("un_votes", ("state",)),
        ("presences", ("host", "operator")),
        ("troop_strengths", ("host", "operator")),
        ("actors", ("parent",)),
    ):
        for column in columns:
            _check_known(tables[name], column, actors, folder / f"{name}.csv", "an actor_id")
    _check_votes(tables["un_votes"], tables["un_resolutions"], folder / "un_votes.csv")
    _check_rosters(tables["memberships"], folder / "memberships.csv")
    for name in ("memberships", "presences"):
        _check_spells(tables[name], folder / f"{name}.csv")
    return Record(
        timeline=tables["timeline"],
        accords=tables["accords"],
        memberships=tables["memberships"],
        resolutions=tables["un_resolutions"],
        votes=tables["un_votes"],
        presences=tables["presences"],
        troops=tables["troop_strengths"],
        conflicts=tables["source_conflicts"],
        actors=tables["actors"],
        as_of=tables["as_of"],
    )


def _row(table: pd.DataFrame, wrong: pd.Series) -> tuple[int, pd.Series]:
    """Return the first wrong row, with the number that a spreadsheet gives it."""
    place = int(wrong.to_numpy().argmax())
    return place + 2, table.iloc[place]


def _check_known(table: pd.DataFrame, column: str, known: set[str], path: Path, what: str) -> None:
    for number, cell in enumerate(table[column], start=2):
        for value in filter(None, cell.split(";")):
            if value not in known:
                where = "sign_rules.csv" if what == "a rule" else "actors.csv"
                raise ReadingError(
                    f"{name_of(path)}, row {number}, column {column!r}: {value!r} is not known; "
                    f"expected {what} of {where}."
                )


def _check_signs(timeline: pd.DataFrame, rules: pd.DataFrame, path: Path) -> None:
    _check_known(timeline, "sign_rule", set(rules["sign_rule"]), path, "a rule")
    expected = timeline["sign_rule"].map(rules.set_index("sign_rule")["sign"])
    wrong = expected != timeline["sign"]
    if wrong.any():
        number, row = _row(timeline, wrong)
        raise ReadingError(
            f"{name_of(path)}, row {number}, column 'sign': {row['sign']} with the rule "
            f"{row['sign_rule']!r}; expected {expected.iloc[number - 2]}, the sign of that rule."
        )


def _check_same_acts(timeline: pd.DataFrame, path: Path) -> None:
    """Check that a row that tells an act again names one that tells it first."""
    first = set(timeline.loc[timeline["same_act"] == "", "event_id"])
    wrong = (timeline["same_act"] != "") & ~timeline["same_act"].isin(first)
    if wrong.any():
        number, row = _row(timeline, wrong)
        raise ReadingError(
            f"{name_of(path)}, row {number}, column 'same_act': {row['same_act']!r}; expected the "
            "event_id of another row, one that has nothing in 'same_act' itself."
        )


def _check_votes(votes: pd.DataFrame, resolutions: pd.DataFrame, path: Path) -> None:
    day = resolutions.set_index("resolution")["date"]
    wrong = votes["resolution"].map(day) != votes["date"]
    if wrong.any():
        number, row = _row(votes, wrong)
        raise ReadingError(
            f"{name_of(path)}, row {number}, column 'date': {row['date']!r} for "
            f"{row['resolution']!r}; expected a resolution of un_resolutions.csv and its date."
        )
    again = votes.duplicated(["resolution", "state"])
    if again.any():
        number, row = _row(votes, again)
        raise ReadingError(
            f"{name_of(path)}, row {number}, column 'state': {row['state']!r} has voted on "
            f"{row['resolution']!r} already; expected one row for each state and resolution."
        )


def _check_rosters(memberships: pd.DataFrame, path: Path) -> None:
    first = memberships.groupby("organisation")["roster_complete"].transform("first")
    wrong = first != memberships["roster_complete"]
    if wrong.any():
        number, row = _row(memberships, wrong)
        raise ReadingError(
            f"{name_of(path)}, row {number}, column 'roster_complete': "
            f"{row['roster_complete']!r}; expected the same value in all rows of "
            f"{row['organisation']!r}."
        )
    again = memberships.duplicated(["organisation", "member", "status", "start"])
    if again.any():
        number, row = _row(memberships, again)
        raise ReadingError(
            f"{name_of(path)}, row {number}, column 'start': {row['start']!r} is there already for "
            f"{row['member']!r} in {row['organisation']!r}; expected one row for each spell."
        )


def _check_spells(table: pd.DataFrame, path: Path) -> None:
    try:
        spells.limits(table)
    except ReadingError as problem:
        raise ReadingError(f"{name_of(path)}: {problem}") from None
