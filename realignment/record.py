"""The wider record: what happened around the story, with its sources.

One article is one telling. The record in ``data/record`` holds what other sources say of the same
years: a timeline of acts, memberships, votes, presences of foreign forces, figures of troops, and
the contradictions between sources. Every row says where it comes from (publisher, title, date), to
whom its wording or figure goes back (``lineage``), and whether that was checked (``verified``).

Five newspapers that print one agency's text are one source. So sources are counted by lineage,
never by outlet: :func:`sources_by_lineage`.

Every table says how far it is complete (``as_of.csv``); what is asked beyond that is refused, and
so is the membership of a body whose roster is not complete.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, ClassVar, Literal, NamedTuple, get_args

import pandas as pd
from pydantic import AfterValidator, BaseModel, Field, model_validator

from realignment import dates, frames, spells
from realignment.actors import ActorLevel, Edtf
from realignment.errors import ReadingError
from realignment.events import Certainty, EventType
from realignment.files import find_data, name_of, read_rows
from realignment.frames import frame

THROUGH = ", through "
"""In a lineage, what stands between the origin and who carried it."""

OWN = "MY"
"""How the ids of acts begin that somebody added to the record by hand."""


def _known_date(text: str) -> str:
    if dates.precision(text) == "unknown":
        raise ValueError(f"{text!r} is not a date: expected {dates.EXPECTED}.")
    return text


YesNo = Literal["yes", "no"]
KnownDate = Annotated[str, AfterValidator(_known_date)]
Id = Annotated[str, Field(min_length=1, description="name of the row")]
Verified = Annotated[
    YesNo, Field(description="whether the fact and its date were seen in a source; no = check it")
]
Sure = Annotated[Certainty, Field(description="how sure the row is: CT+, PR+, PS+, or UU")]
Lineage = Annotated[
    str,
    Field(
        description="where the wording or figure comes from: ORIGIN, or ORIGIN, through CARRIER; "
        "several origins joined with ';'; empty if unknown"
    ),
]
Note = Annotated[str, Field(description="what a reader should know")]
Start = Annotated[Edtf, Field(description="EDTF: first day; empty if not known")]
End = Annotated[Edtf, Field(description="EDTF: the day on which it had ended; empty = still open")]
Sign = Literal["1", "0", "-1"]
Basis = Literal["seen", "derived", "unsupported"]

CAST = ("yes", "no", "abstain")
"""The votes that were cast. To be absent is to cast none."""


class Sourced(BaseModel):
    """Where a row comes from: the columns that the tables of facts share.

    pydantic puts a parent's fields first, and checks them first. In the tables these columns stand
    behind a row's own, with only ``last`` after them; so a schema's fields are put in that order.
    """

    last: ClassVar[tuple[str, ...]] = ("note",)

    source_title: str = Field(description="title of the source; in [brackets] a description")
    source_publisher: str = Field(description="its publisher; empty if not known")
    source_date: Edtf = Field(description="its date, in EDTF")
    source_url: str = Field(description="its address; empty where it was not seen there")
    lineage: Lineage

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        for name in (*Sourced.model_fields, *cls.last):
            cls.model_fields[name] = cls.model_fields.pop(name)
        cls.model_rebuild(force=True)


class TimelineRow(Sourced):
    """One act or statement of the timeline."""

    last: ClassVar[tuple[str, ...]] = ("verified", "core", "note")

    event_id: Id
    date: KnownDate = Field(description="when, in EDTF; ? = the day is disputed")
    date_precision: Literal["day", "month", "year", "interval", "one-of"] = Field(
        description="how finely the date is known"
    )
    kind: Literal["event", "statement"] = Field(
        description="event: something done, acts done by words included; statement: words that "
        "report or answer and do nothing else"
    )
    actor: str = Field(
        min_length=1,
        description="who acts: actor_id, several joined with ';'. Acts between states and "
        "organisations carry their ids, whoever governs; authorities stand only in domestic_coup",
    )
    recipient: str = Field(description="to whom, in the same form; empty if nobody is named")
    action: str = Field(min_length=1, description="what was done, in our words")
    event_type: EventType | Literal[""] = Field(description="PLOVER type; empty for statements")
    sign_rule: str = Field(description="why the sign is what it is: a rule of sign_rules.csv")
    sign: Sign = Field(description="1 friendly, -1 hostile, 0 neither: the sign of its rule")
    same_act: str = Field(
        description="event_id of the row that told this act first, if it is told more than once"
    )
    place: str = Field(description="where; empty if no place matters")
    certainty: Sure
    verified: Verified
    core: YesNo = Field(description="whether it is in the shorter set for lessons")
    note: Note

    @model_validator(mode="after")
    def _hangs_together(self) -> TimelineRow:
        if self.date_precision != dates.precision(self.date):
            raise ValueError(
                f"column 'date_precision': {self.date_precision!r}; expected "
                f"{dates.precision(self.date)!r}, since the date is {self.date!r}."
            )
        if (self.kind == "event") != bool(self.event_type):
            raise ValueError(
                f"column 'event_type': {self.event_type!r} with the kind {self.kind!r}; expected a "
                "PLOVER type for an event and nothing for a statement."
            )
        return self


class Membership(Sourced):
    """One spell of a state in an organisation."""

    organisation: str = Field(min_length=1, description="actor_id of the organisation")
    member: str = Field(min_length=1, description="actor_id of the state")
    start: Start
    end: End
    status: Literal[
        "member",
        "suspended",
        "economic_sanctions",
        "targeted_sanctions",
        "associate",
        "candidate",
        "observer",
    ] = Field(
        description="member, associate, candidate or observer; suspended and sanctions are spells "
        "of their own beside the membership, which goes on"
    )
    roster_complete: YesNo = Field(
        description="whether all members of this organisation are in the table"
    )
    certainty: Sure
    verified: Verified
    note: Note


class Resolution(Sourced):
    """One resolution of the UN General Assembly and its tally."""

    last: ClassVar[tuple[str, ...]] = ()

    resolution: Id
    date: KnownDate = Field(description="day of the vote")
    title: str = Field(min_length=1, description="its title")
    yes: int = Field(ge=0, le=193, description="votes in favour")
    no: int = Field(ge=0, le=193, description="votes against")
    abstain: int = Field(ge=0, le=193, description="abstentions")
    absent: int = Field(ge=0, le=193, description="members that did not vote")
    verified: Verified


class Vote(Sourced):
    """One state's vote on one resolution."""

    resolution: str = Field(min_length=1, description="a resolution of un_resolutions.csv")
    date: KnownDate = Field(description="day of the vote")
    state: str = Field(min_length=1, description="actor_id of the state")
    vote: Literal["yes", "no", "abstain", "absent", ""] = Field(
        description="the vote; empty = not seen, which is not an abstention"
    )
    certainty: Sure
    basis: Basis = Field(
        description="seen in a source; derived from sums that a source prints; or unsupported"
    )
    verified: Verified
    note: Note

    @model_validator(mode="after")
    def _hangs_together(self) -> Vote:
        if (self.basis == "seen") != (self.verified == "yes"):
            raise ValueError(
                f"column 'basis': {self.basis!r} with 'verified' {self.verified!r}; expected "
                "'seen' for a vote that is verified, and for no other."
            )
        return self


class Presence(Sourced):
    """One presence of foreign forces, or of a mission, at one place."""

    presence_id: Id
    host: str = Field(min_length=1, description="actor_id of the state on whose soil it is")
    operator: str = Field(min_length=1, description="actor_id of who is there")
    name: str = Field(min_length=1, description="what it is called")
    place: str = Field(min_length=1, description="where")
    lat: float = Field(
        ge=-90, le=90, description="degrees north; outside Niger to about a town's accuracy"
    )
    lon: float = Field(ge=-180, le=180, description="degrees east, likewise")
    start: Start
    end: End
    strength: str = Field(description="how many, as reported; definitions differ")
    strength_date: Edtf = Field(description="EDTF: when that was so")
    strength_source: str = Field(description="who says so")
    cost: str = Field(description="cost, as reported")
    certainty: Sure
    verified: Verified
    note: Note


class Troops(Sourced):
    """One figure of troops in a country."""

    troops_id: Id
    operator: str = Field(min_length=1, description="actor_id of whose troops they are")
    host: str = Field(min_length=1, description="actor_id of the state where they are")
    date: KnownDate = Field(description="EDTF: when that was so")
    value: int = Field(ge=0, description="the figure, in persons")
    as_stated: str = Field(min_length=1, description="the figure as the source gives it")
    reported_by: str = Field(min_length=1, description="who says so")
    verified: Verified
    note: Note


class Conflict(BaseModel):
    """Two sources that contradict each other, and what was made of it."""

    conflict_id: Id
    topic: str = Field(min_length=1, description="what they differ on")
    version_a: str = Field(min_length=1, description="one version, and who gives it")
    version_b: str = Field(min_length=1, description="the other")
    lineage_a: Lineage
    lineage_b: Lineage
    independent: Literal["yes", "no", "unknown"] = Field(
        description="yes if both lineages are known and share no origin; no if they share one"
    )
    resolution: str = Field(min_length=1, description="what the record follows, or why neither")
    lesson: str = Field(min_length=1, description="what it teaches about reading sources")


class RecordActor(BaseModel):
    """One actor of the record."""

    actor_id: Id
    name: str = Field(min_length=1, description="its usual English name")
    level: ActorLevel = Field(description="what kind of actor it is, as in a case's actors.csv")
    parent: str = Field(description="the actor_id that it belongs to; empty at the top")
    iso3: str = Field(description="ISO 3166-1 alpha-3 code of its country; empty if none")
    valid_from: Edtf = Field(description="EDTF: since when it is this actor; empty if not needed")
    valid_to: Edtf = Field(description="EDTF: until when; empty if it still is")
    role: str = Field(description="what it is in these years")
    aliases: str = Field(description="other names found for it, separated by ' | '")
    verified: Verified
    note: Note


class Work(BaseModel):
    """One work of the literature: to read further, or to define a term by."""

    work_id: Id
    topic: Literal["alliance", "sahel"] = Field(description="what it is read for")
    authors: str = Field(min_length=1, description="authors, joined with ';'")
    year: int = Field(description="year of publication")
    title: str = Field(min_length=1, description="its title")
    container: str = Field(description="journal, series or kind of text it stands in")
    volume_issue: str = Field(description="volume(issue); empty if not known")
    pages: str = Field(description="pages; a single one is the first, the last was not seen")
    publisher: str = Field(description="publisher; empty for a journal")
    identifier: str = Field(description="DOI, ISBN or address; empty if not seen")
    african: YesNo = Field(description="whether it is by authors or bodies from or in Africa")
    verified: Verified
    seen_in: str = Field(description="where the entry was seen; empty if it was not")
    note: Note


class AsOf(BaseModel):
    """How far a table of the record is complete."""

    table: Id
    complete_to: KnownDate = Field(description="last day to which the table was kept")
    scope: str = Field(min_length=1, description="what it holds, and what it leaves out")


class SignRule(BaseModel):
    """One reason for which an act counts as friendly, hostile or neither."""

    sign_rule: Id
    sign: Sign = Field(description="1 friendly, -1 hostile, 0 neither")
    meaning: str = Field(min_length=1, description="which acts it takes in")
    why: str = Field(min_length=1, description="why they get this sign")


TABLES: dict[str, tuple[type[BaseModel], str | None]] = {
    "timeline": (TimelineRow, "event_id"),
    "accords": (TimelineRow, "event_id"),
    "memberships": (Membership, None),
    "un_resolutions": (Resolution, "resolution"),
    "un_votes": (Vote, None),
    "presences": (Presence, "presence_id"),
    "troop_strengths": (Troops, "troops_id"),
    "source_conflicts": (Conflict, "conflict_id"),
    "actors": (RecordActor, "actor_id"),
    "as_of": (AsOf, "table"),
}
"""The files of ``data/record``, without ``.csv``: the schema of a row and the column of its id."""


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


class Origins(NamedTuple):
    """How many independent sources stand behind some rows."""

    independent: int
    """Number of different origins that are known."""
    unknown: int
    """Number of rows whose origin is not known: they may or may not share one."""
    origins: tuple[str, ...]
    """The known origins, in alphabetical order."""


def sources_by_lineage(rows: pd.DataFrame) -> Origins:
    """Count independent sources: by where the wording comes from, not by who printed it.

    Parameters
    ----------
    rows
        Any table with a column ``lineage``: the timeline, presences, a case's claims.

    Returns
    -------
    Origins
        A text of AFP in five papers counts once; a communiqué carried by an agency counts as the
        communiqué; rows of unknown lineage are counted apart and add nothing.

    Raises
    ------
    ReadingError
        If the table has no column ``lineage``.
    """
    expected = "one that says where each row comes from"
    rows = frame(rows, "rows", {"lineage": frames.text}, ("lineage",), expected)
    origins = {
        part.split(THROUGH)[0].strip()
        for lineage in rows["lineage"]
        for part in lineage.split(";")
        if part.strip()
    }
    unknown = int((rows["lineage"] == "").sum())
    return Origins(len(origins), unknown, tuple(sorted(origins)))
