"""What a row of each table of the record holds: the columns, what they mean, and their checks."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, Field, model_validator

from realignment import dates
from realignment.actors import ActorLevel, Edtf
from realignment.events import Certainty, EventType


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
