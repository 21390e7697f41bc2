"""Who acts: the names in a text, and the actors behind them.

A name is not an actor. "Washington" may be a city or a government; "the junta", "the military" and
"Niger's government" may be one body under three labels; a state outlives the authorities that
govern it. So an actor has a level, a parent and a time for which it existed, and a state is
reached from an organ or a person by following the parents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
from pydantic import AfterValidator, BaseModel, Field

from realignment import dates, frames, wording
from realignment.actors.codes import plain_name
from realignment.errors import ReadingError
from realignment.files import name_of, read_rows
from realignment.frames import frame

ActorLevel = Literal[
    "state", "authority", "organ", "person", "organisation", "armed_group", "media", "label"
]


def _edtf(text: str) -> str:
    dates.bounds(text)
    return text


Edtf = Annotated[str, AfterValidator(_edtf)]
"""A text that :func:`realignment.dates.bounds` can read."""


class Actor(BaseModel):
    """One row of an actor table."""

    actor_id: str = Field(
        min_length=1,
        pattern=r"^[A-Z][A-Z0-9_]*$",
        description="the actor's name in every other table: capitals, digits and underscores",
    )
    name: str = Field(min_length=1, description="its usual English name")
    level: ActorLevel = Field(
        description="what kind of actor: a state; the authority that governs one; an organ of a "
        "state; a person; an organisation of states; an armed group; a medium; or a label, a word "
        "of the narrator's without members"
    )
    parent: str = Field(description="the actor_id that it belongs to; empty at the top")
    iso3: str = Field(description="ISO 3166-1 alpha-3 code of its country; empty if none")
    code: str = Field(description="how the codebook writes it, such as NER/GOV; empty if it cannot")
    valid_from: Edtf = Field(description="EDTF: since when it is this actor; empty if not needed")
    valid_to: Edtf = Field(description="EDTF: until when; empty if it still is")
    aliases: str = Field(description="the names that the story gives it, separated by ' | '")
    self_name: str = Field(description="what it calls itself, where that is in dispute")
    note: str = Field(description="what a reader should know")


ACTORS = frames.readers(Actor)
"""How a table of actors is read."""


SENTENCES: frames.Schema = {"sentence": frames.whole, "text": frames.text}
"""How a table of sentences is read."""


def read_actors(path: Path) -> pd.DataFrame:
    """Read an actor table.

    Returns
    -------
    DataFrame
        One row an actor, columns as in :class:`Actor`.

    Raises
    ------
    ReadingError
        If a cell is not as :class:`Actor` says, an id is there twice, a parent is not in the
        table, or an actor is its own ancestor.
    """
    actors = read_rows(path, Actor, key="actor_id")
    where = name_of(path)
    parents = dict(zip(actors["actor_id"], actors["parent"], strict=True))
    ends: set[str] = set()  # whose parents are known to come to an end
    for number, (actor, parent) in enumerate(parents.items(), start=2):
        if parent and parent not in parents:
            raise ReadingError(
                f"{where}, row {number}, column 'parent': {parent!r} is not in the table; expected "
                "the actor_id of another row, or nothing."
            )
        line: set[str] = set()
        while actor and actor not in ends:
            if actor in line:
                raise ReadingError(
                    f"{where}, row {number}, column 'parent': {actor!r} comes back to itself; "
                    "expected a chain of parents that ends."
                )
            line.add(actor)
            actor = parents.get(actor, "")
        ends |= line
    return actors


def roll_up(actors: pd.DataFrame) -> pd.Series[Any]:
    """Return, for each actor, the state it belongs to.

    Returns
    -------
    Series
        Indexed by actor_id; the actor_id of the nearest ancestor (or itself) whose level is
        ``state``; ``""`` where there is none (an organisation, a label, an armed group).

    Raises
    ------
    ReadingError
        If a column or a parent is missing, or an actor is its own ancestor.
    """
    needs = ("actor_id", "level", "parent")
    table = frame(actors, "actors", ACTORS, needs, "an actor table, such as case.actors", False)
    level = dict(zip(table["actor_id"], table["level"], strict=True))
    parent = dict(zip(table["actor_id"], table["parent"], strict=True))
    state = {"": ""}
    for actor in level:
        line: set[str] = set()  # of ancestors whose state is not known yet
        while actor not in state and level[actor] != "state":
            line.add(actor)
            child, actor = actor, parent[actor]
            if actor in line:
                raise ReadingError(
                    f"The actors: the parents of {actor!r} come back to it; expected a chain of "
                    "parents that ends."
                )
            if actor and actor not in level:
                raise ReadingError(
                    f"The actors: {child!r} belongs to {actor!r}, which is not in the table; "
                    "expected a row for it too."
                )
        found = state.get(actor, actor)
        state |= {known: found for known in [*line, actor]}
    return pd.Series({actor: state[actor] for actor in level}, name="state", dtype="object")


def codes_by_name(actors: pd.DataFrame) -> dict[str, str]:
    """Return the code of each actor by all that it is called: its id, its name and its aliases.

    Parameters
    ----------
    actors
        An actor table, such as ``case.actors``; only ``code`` must be there.

    Returns
    -------
    dict
        Name, as :func:`realignment.actors.plain_name` writes it, to code; without the actors that
        the codebook has no code for. An id stands before a name, and the first of two actors
        before the second.
    """
    table = frame(actors, "actors", ACTORS, ("code",))
    coded = table[table["code"] != ""]
    found: dict[str, str] = {}
    for column in ("actor_id", "name", "aliases"):
        for called, code in zip(coded.get(column, []), coded["code"], strict=False):
            for name in called.split("|"):
                found.setdefault(plain_name(name), str(code))
    return found


def states_of_codes(actors: pd.DataFrame, codes: Iterable[str]) -> dict[str, str]:
    """Return, for each code of the codebook, the state it belongs to.

    Parameters
    ----------
    actors
        An actor table; its states are known by ``iso3``, or by their id where it has no such
        column.
    codes
        Such as ``NER/GOV``.

    Returns
    -------
    dict
        Code to actor_id of the state; ``""`` where the table has no state of that country.
    """
    needs = ("actor_id", "level")
    table = frame(actors, "actors", ACTORS, needs, "an actor table, such as case.actors", False)
    states = table[table["level"] == "state"]
    known = dict(zip(states.get("iso3", states["actor_id"]), states["actor_id"], strict=True))
    return {code: str(known.get(code.partition("/")[0], "")) for code in codes}


def names_of(actors: pd.DataFrame, chosen: Sequence[str]) -> dict[str, str]:
    """Return the names of some actors, by id, in the order in which they are asked for.

    Raises
    ------
    ReadingError
        If the table has no such actor.
    """
    actors = frame(actors, "actors", ACTORS, ("actor_id", "name"))
    table = dict(zip(actors["actor_id"], actors["name"], strict=True))
    unknown = [actor for actor in chosen if actor not in table]
    if unknown:
        raise ReadingError(
            f"The table of actors has no actor_id {', '.join(map(repr, unknown))}; expected ids "
            f"such as {actors['actor_id'].iloc[0]!r}."
        )
    return {actor: table[actor] for actor in chosen}


def mentions(sentences: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Find the actors' names in a text.

    A transparent look-up, no model: the longest alias wins, whole words only, upper and lower case
    as written; apostrophes, dashes, spaces and accents in either spelling. It finds what the table
    knows and nothing else.

    Parameters
    ----------
    sentences
        Columns ``sentence`` and ``text``.
    actors
        As :func:`read_actors` returns them.

    Returns
    -------
    DataFrame
        One row a mention, in reading order: ``sentence``, ``start``, ``end`` (characters),
        ``words``, ``actor_id``.
    """
    actors = frame(actors, "actors", ACTORS, ("actor_id", "aliases"))
    sentences = frame(sentences, "sentences", SENTENCES, tuple(SENTENCES))
    sentences = sentences.sort_values("sentence", kind="stable")
    owner: dict[str, str] = {}
    for actor, aliases in zip(actors["actor_id"], actors["aliases"], strict=True):
        for alias in filter(None, (a.strip() for a in aliases.split("|"))):
            owner.setdefault(wording.spelling(alias), actor)
    columns = ["sentence", "start", "end", "words", "actor_id"]
    if not owner:
        return pd.DataFrame(columns=columns)
    longest_first = sorted(owner, key=len, reverse=True)
    any_of = "|".join(map(wording.pattern, longest_first))
    names = re.compile(rf"(?<!\w)(?:{any_of})(?![\w\u0300-\u036f])")
    rows = [
        (number, found.start(), found.end(), found[0], owner[wording.spelling(found[0])])
        for number, text in zip(sentences["sentence"], sentences["text"], strict=True)
        for found in names.finditer(text)
    ]
    return pd.DataFrame(rows, columns=columns)
