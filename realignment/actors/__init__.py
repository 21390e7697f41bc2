"""Who acts: the names in a text, and the actors behind them.

``table``: the table of actors, its levels and parents, and the names found in a text;
``codes``: codes and names of countries.
"""

from realignment.actors.codes import (
    WITHDRAWN,
    CountryCode,
    countries,
    country_code,
    country_names,
    plain_name,
    read_country_codes,
)
from realignment.actors.table import (
    ACTORS,
    SENTENCES,
    Actor,
    ActorLevel,
    Edtf,
    codes_by_name,
    mentions,
    names_of,
    read_actors,
    roll_up,
    states_of_codes,
)

__all__ = [
    "ACTORS",
    "SENTENCES",
    "WITHDRAWN",
    "Actor",
    "CountryCode",
    "Edtf",
    "ActorLevel",
    "codes_by_name",
    "countries",
    "country_code",
    "country_names",
    "mentions",
    "names_of",
    "plain_name",
    "read_actors",
    "read_country_codes",
    "roll_up",
    "states_of_codes",
]
