"""Who acts: the names in a text, and the actors behind them.

A name is not an actor. "Washington" may be a city or a government; "the junta", "the military" and
"Niger's government" may be one body under three labels; a state outlives the authorities that
govern it. So an actor has a level, a parent and a time for which it existed, and a state is
reached from an organ or a person by following the parents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import pandas as pd
from babel import Locale
from babel.core import get_global
from pydantic import AfterValidator, BaseModel, Field

from realignment import dates
from realignment.errors import ReadingError
from realignment.files import find_data, name_of, read_rows

Level = Literal[
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
    level: Level = Field(
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
    for number, (actor, parent) in enumerate(parents.items(), start=2):
        if parent and parent not in parents:
            raise ReadingError(
                f"{where}, row {number}, column 'parent': {parent!r} is not in the table; expected "
                "the actor_id of another row, or nothing."
            )
        seen = {actor}
        while parent:
            if parent in seen:
                raise ReadingError(
                    f"{where}, row {number}, column 'parent': {actor!r} comes back to itself; "
                    "expected a chain of parents that ends."
                )
            seen.add(parent)
            parent = parents[parent]
    return actors


def roll_up(actors: pd.DataFrame) -> pd.Series:
    """Return, for each actor, the state it belongs to.

    Returns
    -------
    Series
        Indexed by actor_id; the actor_id of the nearest ancestor (or itself) whose level is
        ``state``; ``""`` where there is none (an organisation, a label, an armed group).
    """
    table = actors.set_index("actor_id")

    def state(actor: str) -> str:
        while actor:
            if table.at[actor, "level"] == "state":
                return actor
            actor = table.at[actor, "parent"]
        return ""

    return pd.Series({actor: state(actor) for actor in table.index}, name="state", dtype=object)


def names_of(actors: pd.DataFrame, chosen: Sequence[str]) -> dict[str, str]:
    """Return the names of some actors, by id, in the order in which they are asked for.

    Raises
    ------
    ReadingError
        If the table has no such actor.
    """
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
    as written. It finds what the table knows and nothing else.

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
    owner: dict[str, str] = {}
    for actor, aliases in zip(actors["actor_id"], actors["aliases"], strict=True):
        for alias in filter(None, (a.strip() for a in aliases.split("|"))):
            owner.setdefault(alias, actor)
    columns = ["sentence", "start", "end", "words", "actor_id"]
    if not owner:
        return pd.DataFrame(columns=columns)
    longest_first = sorted(owner, key=len, reverse=True)
    names = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    rows = [
        (number, found.start(), found.end(), found[0], owner[found[0]])
        for number, text in zip(sentences["sentence"], sentences["text"], strict=True)
        for found in names.finditer(text)
    ]
    return pd.DataFrame(rows, columns=columns)


class CountryCode(BaseModel):
    """One country and what it is called in three lists of codes."""

    country: str = Field(min_length=1, description="its usual English name")
    iso2: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code")
    iso3: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3 code")
    fips: str = Field(
        pattern=r"^([A-Z]{2})?$", description="FIPS PUB 10-4 code; empty where it has changed"
    )
    listed: Literal["case", "neighbour", "namesake"] = Field(
        description="why it is here: a state of the case; another neighbour of Niger; or a "
        "country with whose ISO code the FIPS code of one of these can be confused"
    )


def read_country_codes(path: Path | None = None) -> pd.DataFrame:
    """Read the table of country codes; ``data/codebook/country_codes.csv`` if no path is given.

    Two lists of two letters are in use: ISO 3166-1 alpha-2, and FIPS PUB 10-4 (National Institute
    of Standards and Technology, *Countries, Dependencies, Areas of Special Sovereignty, and Their
    Principal Administrative Divisions*, 1995; withdrawn in 2008), which older maps and GDELT's
    geographic fields use. Niger is NE in the one and NG in the other.

    Returns
    -------
    DataFrame
        Columns as in :class:`CountryCode`.
    """
    path = path or find_data() / "codebook" / "country_codes.csv"
    return read_rows(path, CountryCode, key="iso3")


WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
"""Alpha-3 codes that ISO 3166-3 lists as withdrawn, of countries that have another one today.

The library carries both; without this list France would be ``FXX``, its metropolitan part.
"""


@cache
def countries() -> dict[str, str]:
    """Return the ISO 3166-1 alpha-3 codes with their English names.

    From the Unicode Common Locale Data Repository, as the ``babel`` library carries it. Codes that
    stood for a country which has since become several are left out, and so are withdrawn ones.
    """
    names = Locale("en").territories
    return {
        code: names[current[0]]
        for code, current in get_global("territory_aliases").items()
        if len(code) == 3
        and code.isalpha()
        and len(current) == 1
        and current[0] in names
        and code not in WITHDRAWN
    }


USUAL_NAMES = {
    "America": "USA",
    "Burma": "MMR",
    "Cabo Verde": "CPV",
    "DR Congo": "COD",
    "Democratic Republic of the Congo": "COD",
    "Republic of the Congo": "COG",
    "Great Britain": "GBR",
    "UK": "GBR",
    "Ivory Coast": "CIV",
    "Palestine": "PSE",
    "Swaziland": "SWZ",
    "Turkey": "TUR",
    "United States of America": "USA",
}
"""Names that readers use and the library does not carry."""


def plain_name(text: str) -> str:
    """Return a name as it is compared: lower case, without accents or a leading article."""
    letters = unicodedata.normalize("NFKD", text.replace("’", "'").replace("&", "and"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"^(?:the |la |les? |l')", "", bare.lower().strip())


@cache
def country_names() -> dict[str, str]:
    """Return names, as :func:`plain_name` gives them, with the alpha-3 code of each.

    English and French names, and the alpha-3 and alpha-2 codes themselves.
    """
    two = {c[0]: code for code, c in get_global("territory_aliases").items() if code in countries()}
    found = {code.lower(): code for code in countries()}
    found |= {short.lower(): code for short, code in two.items()}
    for language in ("en", "fr"):
        names = Locale(language).territories
        found |= {plain_name(names[short]): code for short, code in two.items() if short in names}
    return found | {plain_name(name): code for name, code in USUAL_NAMES.items()}
