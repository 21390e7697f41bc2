"""Who did what to whom, when, according to whom, and how sure: the two schemas.

:class:`Coding` is what a coder fills in, sentence by sentence, as the codebook says.
:class:`Event` is one row of a reference coding: the same, with the words that support it, PLOVER's
mode, quad class and intensity, and the other codings that can be defended.

The vocabulary is PLOVER 2.0 (Open Event Data Alliance, *PLOVER: Political Language Ontology for
Verifiable Event Records*, manual 2.0 draft, CC BY-SA 4.0), read from ``data/codebook``. PLOVER has
no field for who says so and how sure: those two come from FactBank (Saurí and Pustejovsky,
"FactBank: a corpus annotated with event factuality", *Language Resources and Evaluation* 43, 2009).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, cast

import pandas as pd
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    create_model,
    model_validator,
)

from realignment import dates, frames, wording
from realignment.actors import Edtf, codes_by_name, countries, country_names, plain_name
from realignment.errors import DataError
from realignment.files import (
    Stamps,
    check_records,
    find_data,
    name_of,
    read_numbered,
    read_records,
    read_table,
    stamps_in,
)
from realignment.frames import frame

Kind = Literal["event", "statement", "state", "intent", "relation"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Certainty = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "UU"]
Valence = Literal["friendly", "hostile", "neither"]

CERTAINTY_WORDS = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "certainly not",
    "PR-": "probably not",
    "UU": "not committed",
}
"""FactBank's values in words, the surest first."""

QUAD_WORDS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}

NOTHING = "-"
"""How a coder writes that there is nothing to write."""

AUTHOR = "author"
"""Who vouches for a row that the story tells on its own account."""
UNNAMED = "UNK"
"""Who vouches for a row whose source the story does not name."""

_LONG_WORD = re.compile(r"\w{5,}")
_SAME_STORY = 0.4
"""The least share of the longer words that two tellings of one story have in common. The retelling
and the published story share 0.7 of them, two stories of one kind 0.2."""

_SECTORS = {"GOV", "MIL", "DIP", "MED", "UNK"}
_ALTERNATIVE = re.compile(r"(?P<field>\w+)=(?P<value>[^:]*): (?P<reason>.+)")


def _joined(text: object) -> object:
    """Return several names as they are joined here: ``NER;USA`` for ``NER; USA;``."""
    if not isinstance(text, str):
        return text
    return ";".join(filter(None, map(str.strip, text.split(";"))))


def _actor_code(text: str, codes: Mapping[str, str], or_else: str) -> str:
    for code in text.split(";"):
        country, _, sector = code.upper().partition("/")
        known = country in countries() or (country in {"UNK", "MED"})
        if not known or (sector and sector not in _SECTORS):
            name = plain_name(code)
            # Two letters may be of ISO or of FIPS, where NG is Niger: they are not guessed at.
            meant = codes.get(name) or (len(name) > 2 and country_names().get(name))
            if meant:
                raise ValueError(
                    f"{code!r} is a name and no code; expected {meant!r}, its code in the codebook."
                )
            raise ValueError(
                f"{code!r} is not known; expected an ISO 3166-1 alpha-3 code with or without a "
                f"sector, such as NER or NER/GOV, several joined with ';', or {or_else}."
            )
    return text.upper()


def _codes_in(info: ValidationInfo) -> Mapping[str, str]:
    """Return the codes of actors by name, where the one who reads the table knows the actors."""
    return cast("Mapping[str, str]", info.context) if info.context else {}


def _acting_code(text: str, info: ValidationInfo) -> str:
    return text if text == NOTHING else _actor_code(text, _codes_in(info), f"{NOTHING!r} for none")


def _source_code(text: str, info: ValidationInfo) -> str:
    if text.casefold() == AUTHOR:
        return AUTHOR
    or_else = f"{AUTHOR!r} for the story, or {UNNAMED!r} where nobody is named"
    return _actor_code(text, _codes_in(info), or_else)


def _dash_is_empty(text: object) -> object:
    # A spreadsheet makes a dash longer that stands alone.
    return "-" if isinstance(text, str) and text in {"", "–", "—", "−"} else text


def _number_or_none(text: object) -> object:
    return None if text == "" else text


Codes = Annotated[
    str,
    BeforeValidator(_dash_is_empty),
    BeforeValidator(_joined),  # of these two the lower one comes first
    AfterValidator(_acting_code),
]


Ids = Annotated[str, BeforeValidator(_joined)]


class Coding(BaseModel):
    """One row of a coding sheet: what one coder records of one sentence."""

    sentence: int = Field(ge=1, description="number of the sentence")
    main: Literal["yes", "no"] = Field(
        description="whether this is the sentence's main row (there is one) or a further one"
    )
    kind: Kind = Field(
        description="event (something done at a time, acts done by words included), statement (an "
        "act of speech that does nothing else), state (a condition that holds), intent (a plan, "
        "hope, promise or offer), relation (a standing description of two actors)"
    )
    actor: Codes = Field(
        description="who acts: ISO 3166-1 alpha-3, with a sector after a slash where it is clear "
        "(GOV, MIL, DIP, MED, UNK); several joined with ';'; '-' for none"
    )
    recipient: Codes = Field(description="to whom, in the same form")
    action: str = Field(min_length=1, description="a short verb phrase in the coder's own words")
    event_type: Annotated[EventType | Literal["-"], BeforeValidator(_dash_is_empty)] = Field(
        description="for an event its PLOVER type, otherwise '-'"
    )
    quad: Annotated[Literal["1", "2", "3", "4", "-"], BeforeValidator(_dash_is_empty)] = Field(
        description="for an event the quad class of its type, otherwise '-'"
    )
    valence: Annotated[Valence | Literal["-"], BeforeValidator(_dash_is_empty)] = Field(
        description="for rows that are no event: friendly, hostile or neither, between actor and "
        "recipient; for events '-', or one of these where the type alone does not say it"
    )
    date: Annotated[Edtf, BeforeValidator(_dash_is_empty)] = Field(
        description="when, in EDTF; '-' unknown"
    )
    attributed_to: Annotated[str, BeforeValidator(_joined), AfterValidator(_source_code)] = Field(
        description="who vouches for this row: author (the story), an actor, or UNK (not named)"
    )
    certainty: Certainty = Field(
        description="how that source holds it: CT+ certain, PR+ probable, PS+ possible, CT- "
        "certainly not, PR- probably not, UU unknown or not committed"
    )
    note: str = Field(description="why, where the coder hesitated")

    @model_validator(mode="after")
    def _type_only_for_events(self) -> Coding:
        if self.kind == "event" and self.event_type == NOTHING:
            raise ValueError(_NO_TYPE)
        if self.kind != "event" and self.event_type != NOTHING:
            raise ValueError(_needless_type(self.event_type, self.kind))
        return self


_NO_TYPE = (
    "column 'event_type': nothing is there; expected a PLOVER type, since the kind is 'event'."
)


def _needless_type(event_type: str, kind: str) -> str:
    return f"column 'event_type': {event_type!r}; expected '-', since the kind is {kind!r}."


class _NotFull(BaseModel):
    """What holds between the cells of a row, as far as they are coded."""

    @model_validator(mode="after")
    def _type_only_for_events(self) -> _NotFull:
        kind, event_type = (getattr(self, name) for name in ("kind", "event_type"))
        if kind == "event" and event_type == NOTHING:
            raise ValueError(_NO_TYPE)
        if kind and kind != "event" and event_type not in ("", NOTHING):
            raise ValueError(_needless_type(event_type, kind))
        return self


def _unless_empty(cell: object, read: ValidatorFunctionWrapHandler) -> object:
    return "" if cell == "" else read(cell)


PartialCoding: type[BaseModel] = create_model(
    "PartialCoding",
    __base__=_NotFull,
    __doc__="One row of a sheet that is not full yet: each cell as in a coding, or empty.",
    sentence=(int, Coding.model_fields["sentence"]),
    coder=(str, Field("", description="who coded it; nobody asks the sheet itself")),
    words=(str, Field("", description="the words of the sentence, which nobody codes")),
    **cast(
        Any,
        {
            name: (Annotated[field.rebuild_annotation(), WrapValidator(_unless_empty)], ...)
            for name, field in Coding.model_fields.items()
            if name != "sentence"
        },
    ),
)


class Event(BaseModel):
    """One row of a reference coding. Actors are ids of the case's actor table, ``""`` for none."""

    event_id: str = Field(min_length=1, description="name of the row: E01, E02, ...")
    sentence: int = Field(ge=1, description="number of the sentence that supports it")
    main: Literal["yes", "no"] = Field(description="whether it is the sentence's main row")
    quote: str = Field(min_length=1, description="the words that support it, letter for letter")
    kind: Kind = Field(description="event, statement, state, intent or relation: see the codebook")
    actor: Ids = Field(description="who acts: actor_id, several joined with ';'")
    recipient: Ids = Field(description="to whom: actor_id, several joined with ';'")
    action: str = Field(min_length=1, description="a short verb phrase")
    event_type: EventType | Literal[""] = Field(description="for an event its PLOVER type")
    mode: str = Field(description="the PLOVER mode, where one fits")
    context: str = Field(description="the PLOVER context, where one is plain")
    consent: Literal["", "invited", "evicted"] = Field(
        description="for acts about forces on another's soil: whether the host has invited them "
        "or has ended its consent; empty where the act is none of the kind"
    )
    quad: Annotated[int | None, BeforeValidator(_number_or_none)] = Field(
        ge=1, le=4, description="PLOVER's quad class of the type: how the act was done, 1 to 4"
    )
    intensity: Annotated[float | None, BeforeValidator(_number_or_none)] = Field(
        ge=-10,
        le=10,
        description="PLOVER's score of the mode, or of the type: from -10 to 10, no unit",
    )
    valence: Valence | Literal[""] = Field(
        description="for rows that are no event: friendly, hostile or neither, between the two"
    )
    date: Edtf = Field(description="when, in EDTF; empty where the text does not say")
    date_precision: Literal["day", "month", "year", "interval", "one-of", "unknown"] = Field(
        description="how finely the date is known"
    )
    date_basis: Literal["stated", "counted", "bounded", ""] = Field(
        description="stated in so many words; counted from another date; or only bounded by others"
    )
    date_role: Literal["lasted", "within", ""] = Field(
        description="whether it lasted from end to end of the date, or fell somewhere within it"
    )
    place: str = Field(description="where, in the text's own words")
    attributed_to: Ids = Field(
        min_length=1, description="who vouches for the row: author, an actor_id, or UNK (not named)"
    )
    certainty: Certainty = Field(description="how that source holds it: see the codebook")
    same_act: str = Field(
        description="the event_id of the first row that tells of the same act, where this one "
        "tells of it again"
    )
    alternatives: str = Field(
        description="other codings that can be defended: 'field=value: reason', separated by ' | '"
    )
    note: str = Field(description="what a reader should know")

    @model_validator(mode="after")
    def _hangs_together(self) -> Event:
        is_event = self.kind == "event"
        if is_event != bool(self.event_type):
            raise ValueError(
                f"column 'event_type': {self.event_type!r} with the kind {self.kind!r}; expected a "
                "PLOVER type for an event and nothing for any other kind."
            )
        if is_event == bool(self.valence):
            raise ValueError(
                f"column 'valence': {self.valence!r} with the kind {self.kind!r}; expected nothing "
                "for an event, and friendly, hostile or neither for any other kind."
            )
        if self.date_precision != dates.precision(self.date):
            raise ValueError(
                f"column 'date_precision': {self.date_precision!r}; expected "
                f"{dates.precision(self.date)!r}, since the date is {self.date!r}."
            )
        for part in filter(None, self.alternatives.split(" | ")):
            found = _ALTERNATIVE.fullmatch(part)
            if not found or found["field"] not in type(self).model_fields:
                raise ValueError(
                    f"column 'alternatives': {part!r} cannot be read; expected 'field=value: "
                    "reason'."
                )
        return self


CODINGS = frames.readers(Coding)
"""How a table of codings is read: a coder's sheet, or several under one another."""

EVENTS = frames.readers(Event)
"""How a table of events is read."""


def read_coding(
    path: Path, sentences: pd.DataFrame, actors: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Read one coder's sheet.

    Parameters
    ----------
    path
        A table (CSV or a workbook) with the columns of :class:`Coding`. ``quad`` may be missing,
        since it follows from the type; the sentences' ``words`` may be there. Rows in which nothing
        is coded yet are passed over.
    sentences
        The article's sentences: a row may only speak of one that exists.
    actors
        The case's actors, if they are known: who writes one's name in the place of its code is told
        the code.

    Returns
    -------
    DataFrame
        Columns as in :class:`Coding`; ``"-"`` where the coder left nothing.

    Raises
    ------
    DataError
        At the first cell that is not as the codebook says, and for a sentence that has no main row
        or two.
    """
    where = name_of(path)
    codes = None if actors is None else codes_by_name(actors)
    given = read_records(path, PartialCoding, ("coder", "words", "quad"), codes)
    rows = {number: row for number, row in given.items() if _is_begun(row)}
    for row in rows.values():
        row["quad"] = row["quad"] or quad_of(row["event_type"])
    checked = check_records(rows.items(), Coding, where, codes)
    coding = pd.DataFrame(
        list(checked.values()),
        index=pd.Index(list(checked), name="row", dtype="int64"),
        columns=list(Coding.model_fields),
    )
    _check_sentences(coding, sentences, where)
    mains = coding.loc[coding["main"] == "yes", "sentence"].value_counts()
    for sentence in coding["sentence"].unique():
        if mains.get(sentence, 0) != 1:
            raise DataError(
                f"{where}: sentence {sentence} has {mains.get(sentence, 0)} rows with main=yes; "
                "expected one."
            )
    return coding.reset_index(drop=True)


def _is_begun(row: Mapping[str, Any]) -> bool:
    """Tell whether anything is coded in a row, and not only laid out to be coded."""
    laid_out = ("coder", "sentence", "words", "main", "quad")
    return any(value for name, value in row.items() if name not in laid_out)


def read_partial_coding(
    path: Path, sentences: pd.DataFrame, actors: pd.DataFrame | None = None
) -> list[dict[str, Any]]:
    """Read a sheet in which some columns or cells are not coded yet.

    Parameters
    ----------
    path
        A table (CSV or a workbook) with the column ``sentence``, any of the other columns of
        :class:`Coding`, and, if there, the sentences' ``words``.
    sentences, actors
        As for :func:`read_coding`.

    Returns
    -------
    list of dict
        By sentence, the main row first: ``words``, and the columns of :class:`Coding`; ``""`` where
        nothing is coded yet, ``"-"`` where the coder says that there is nothing. The first row of a
        sentence is its main row unless another one is marked. ``quad`` follows from the type.

    Raises
    ------
    DataError
        At the first cell that is not as the codebook says, for a sentence with two main rows, and
        if the words are those of another story.
    """
    optional = [name for name in PartialCoding.model_fields if name != "sentence"]
    rows = read_records(
        path, PartialCoding, optional, None if actors is None else codes_by_name(actors)
    )
    where = name_of(path)
    if not _is_of_story((row["words"] for row in rows.values()), sentences["text"]):
        raise DataError(
            f"{where}: the words beside its rows are those of another story; expected a sheet of "
            f"the one that begins {sentences['text'].iloc[0][:40]!r}."
        )
    last = int(sentences["sentence"].max())
    for number, row in rows.items():
        if row["sentence"] > last:
            raise _beyond(where, number, row["sentence"], last)
    marked = {row["sentence"] for row in rows.values() if row["main"] == "yes"}
    mains: set[int] = set()
    for number, row in rows.items():
        sentence = row["sentence"]
        if not row["main"]:
            row["main"] = "no" if sentence in marked else "yes"
            marked.add(sentence)
        if row["main"] == "yes" and sentence in mains:
            raise DataError(
                f"{where}, row {number}: sentence {sentence} has a main row already; expected "
                "main=no for a further one."
            )
        mains |= {sentence} if row["main"] == "yes" else set()
        row["quad"] = quad_of(row["event_type"])
    return sorted(rows.values(), key=lambda row: (row["sentence"], row["main"] == "no"))


def _is_of_story(words: Iterable[str], texts: Iterable[str]) -> bool:
    """Tell whether a sheet's words are of this story, in this telling or another one."""
    mine, story = (
        {word.casefold() for text in side for word in _LONG_WORD.findall(text)}
        for side in (words, texts)
    )
    least = min(len(mine), len(story))
    return not least or len(mine & story) / least >= _SAME_STORY


def quad_of(event_type: str) -> str:
    """Return the quad class of an event type, as a sheet writes it; what is no type stays."""
    if event_type in ("", NOTHING):
        return event_type
    return _quad_of_type(find_data()).get(event_type, event_type)


@cache
def _quad_of_type(data: Path) -> dict[str, str]:
    types = _read_types(data / "codebook")
    return dict(zip(types["event_type"], types["quad"].astype(str), strict=True))


def read_events(
    path: Path, sentences: pd.DataFrame, actors: pd.DataFrame, quotes: bool = True
) -> pd.DataFrame:
    """Read a reference coding.

    Parameters
    ----------
    path
        A table (CSV or a workbook) with the columns of :class:`Event`.
    sentences, actors
        The case's sentences and actors.
    quotes
        Whether each quote must stand in its sentence letter for letter. Not so where the published
        original takes the retelling's place, whose words differ.

    Returns
    -------
    DataFrame
        Columns as in :class:`Event`; ``quad`` as ``Int64``, ``intensity`` as ``Float64``.

    Raises
    ------
    DataError
        At the first cell that is not as the schema says, that names an unknown actor or act, or
        whose quote is not in its sentence.
    """
    events = read_numbered(path, Event, key="event_id")
    events = events.astype({"quad": "Int64", "intensity": "Float64"})
    events["quote"] = events["quote"].map(wording.spaced)  # as its sentence has it
    where = name_of(path)
    _check_sentences(events, sentences, where)
    known = set(actors["actor_id"])
    text = dict(zip(sentences["sentence"], sentences["text"], strict=True))
    earlier: set[str] = set()
    for number, row in zip(events.index, events.to_dict("records"), strict=True):
        for column in ("actor", "recipient", "attributed_to"):
            allowed = known | {AUTHOR, UNNAMED} if column == "attributed_to" else known
            for actor in filter(None, row[column].split(";")):
                if actor not in allowed:
                    raise DataError(
                        f"{where}, row {number}, column {column!r}: {actor!r} is not known; "
                        f"expected an actor_id of actors.csv{_also(actor, actors)}."
                    )
        if row["same_act"] and row["same_act"] not in earlier:
            raise DataError(
                f"{where}, row {number}, column 'same_act': {row['same_act']!r} is not an earlier "
                "row; expected the event_id of the first row that tells of the act."
            )
        if quotes and not wording.stands_in(row["quote"], text[row["sentence"]]):
            differs = wording.difference(row["quote"], text[row["sentence"]])
            raise DataError(
                f"{where}, row {number}, column 'quote': {row['quote']!r} is not in sentence "
                f"{row['sentence']}; {differs or 'expected its words letter for letter'}."
            )
        earlier.add(row["event_id"])
    return events.reset_index(drop=True)


def _also(actor: str, actors: pd.DataFrame) -> str:
    """Return what else to say of an unknown actor: who has that code, or what to write instead."""
    coded = actors.loc[actors["code"] == actor, "actor_id"]
    if len(coded):
        return f", such as {coded.iloc[0]!r}, which has that code"
    return ", or an empty cell where the text names nobody" if actor == UNNAMED else ""


def _check_sentences(rows: pd.DataFrame, sentences: pd.DataFrame, where: str) -> None:
    last = int(sentences["sentence"].max())
    beyond = rows["sentence"] > last
    if beyond.any():
        raise _beyond(where, rows.index[beyond][0], rows["sentence"][beyond].iloc[0], last)


def _beyond(where: str, number: int, sentence: int, last: int) -> DataError:
    return DataError(
        f"{where}, row {number}, column 'sentence': {sentence} is no sentence of the article; "
        f"expected 1 to {last}."
    )


def as_events(codings: pd.DataFrame) -> pd.DataFrame:
    """Return coders' rows in the form of events, as far as a coder writes what an event holds.

    Parameters
    ----------
    codings
        ``case.codings``, or a part of it, or the sheet of one more coder.

    Returns
    -------
    DataFrame
        The same rows with the same index; before them ``event_id`` (coder and sentence, and a
        number for a further row: ``A-3``, ``A-3.2``). ``""`` stands for ``"-"``, as in events.
        Actors stay the codes of the codebook; :func:`realignment.ties.dyads` knows their states.
        Where it is not coded yet how sure the source is, it counts as possible (PS+), the least
        that can carry a tie.
    """
    table = frame(codings, "codings", CODINGS | {"coder": frames.text}, ("sentence", "kind"))
    rows = table.reindex(columns=["coder", *Coding.model_fields], fill_value="")
    texts = rows.columns.drop("sentence")
    rows[texts] = rows[texts].replace(NOTHING, "").astype("str")
    rows["certainty"] = rows["certainty"].replace("", "PS+")
    rows["quad"] = frames.whole_or_none(rows["event_type"].map(quad_of))
    further = rows.groupby(["coder", "sentence"]).cumcount() + 1
    number = further.map(lambda count: "" if count == 1 else f".{count}")
    ids = (rows["coder"] + "-" + rows["sentence"].astype("str") + number).str.removeprefix("-")
    rows.insert(0, "event_id", ids.astype("str"))
    return rows


def alternatives(events: pd.DataFrame) -> pd.DataFrame:
    """Return the other codings that can be defended, one a row.

    Returns
    -------
    DataFrame
        Columns ``event_id``, ``field``, ``value``, ``reason``.
    """
    events = frame(events, "events", EVENTS, ("event_id", "alternatives"))
    rows = [
        (event, *found.group("field", "value", "reason"))
        for event, parts in zip(events["event_id"], events["alternatives"], strict=True)
        for part in parts.split(" | ")
        if (found := _ALTERNATIVE.fullmatch(part))
    ]
    return pd.DataFrame(rows, columns=["event_id", "field", "value", "reason"])


@dataclass(frozen=True)
class Codebook:
    """PLOVER's vocabulary as this module uses it.

    Attributes
    ----------
    types
        One row for each of the 16 event types: ``event_type``, ``quad``, ``quad_alternative``,
        ``intensity``, ``gloss``, ``easily_confused_with``, ``note``.
    modes
        One row a mode: ``event_type``, ``mode``, ``intensity``, ``gloss``, ``note``.
    contradictions
        Where the manual contradicts itself, and what is done here: ``contradiction``, ``topic``,
        ``manual_says``, ``manual_also_says``, ``done_here``.
    examples
        Sentences made up for practice, each with its type: ``example_id``, ``text``,
        ``event_type``, ``also`` (another type and the reason, or empty), ``why``.
    """

    types: pd.DataFrame
    modes: pd.DataFrame
    contradictions: pd.DataFrame
    examples: pd.DataFrame

    def quad(self, event_type: str) -> int:
        """Return the quad class of an event type, 1 to 4."""
        quads = dict(zip(self.types["event_type"], self.types["quad"], strict=True))
        return int(str(quads[event_type]))

    def intensity(self, event_type: str, mode: str = "") -> float:
        """Return the score of a mode; of the type, where no mode is given or none is printed."""
        pairs = zip(self.modes["event_type"], self.modes["mode"], strict=True)
        score = dict(zip(pairs, self.modes["intensity"], strict=True)).get((event_type, mode), "")
        by_type = dict(zip(self.types["event_type"], self.types["intensity"], strict=True))
        return float(str(score or by_type[event_type]))


def read_codebook() -> Codebook:
    """Read the codebook's tables from ``data/codebook``.

    A file is read again when it has changed. What is returned is the caller's own: to change a
    table of it changes nobody else's.
    """
    folder = find_data() / "codebook"
    read = _codebook_in(folder, stamps_in(folder))
    own = {field.name: getattr(read, field.name).copy(deep=False) for field in fields(read)}
    return Codebook(**own)


@lru_cache(maxsize=2)
def _codebook_in(folder: Path, stamps: Stamps) -> Codebook:
    types = _read_types(folder)
    modes = read_table(
        folder / "plover_modes.csv", ["event_type", "mode", "intensity", "gloss", "note"]
    )
    contradictions = read_table(
        folder / "contradictions.csv",
        ["contradiction", "topic", "manual_says", "manual_also_says", "done_here"],
    )
    examples = read_table(
        folder / "examples.csv", ["example_id", "text", "event_type", "also", "why"]
    )
    return Codebook(types=types, modes=modes, contradictions=contradictions, examples=examples)


def _read_types(folder: Path) -> pd.DataFrame:
    columns = [
        "event_type",
        "quad",
        "quad_alternative",
        "intensity",
        "gloss",
        "easily_confused_with",
        "note",
    ]
    types = read_table(folder / "plover_types.csv", columns)
    return types.astype({"quad": int, "intensity": float})
