"""Lesson 02, Actors, asks who is meant by a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pandas as pd

from realignment import dates
from realignment.actors import ActorLevel, mentions, read_country_codes, roll_up
from realignment.answers import (
    ActorName,
    Choice,
    Essay,
    Fields,
    Items,
    Keyed,
    Number,
    StateName,
    Words,
    once_a_case,
)
from realignment.cases import Case
from realignment.questions import Mistake, Question
from realignment.questions.slips import (
    either,
    gives,
    miscounted,
    off_by_one,
    own,
    partly,
    reverse,
    says,
    subset,
    superset,
    swapped,
    took,
)

NAMES = tuple(
    "Washington|The Pentagon|the junta|Niger's military|Bazoum|the West|AFP|Mali".split("|")
)
"""The names of question 2.1: one or two of each level that the story has."""
LEVELS = Keyed(Words(NAMES), Choice(get_args(ActorLevel)), "one level for each name")
WITH_STATE = ("state", "authority", "organ", "person")
"""The levels from which the parents of the table lead to a state."""

ALSO_LEVELS = {
    "washington": {
        "state": "the city can stand for the country as a whole; the table is more exact and "
        "takes its government"
    },
    "the junta": {
        "organ": "it came from the army, and three of the four coders put it down as the military"
    },
    "niger's military": {"authority": "in sentence 14 it is a partner in its own right"},
}
"""What else can be said of the names of question 2.1, with the reason."""

LEVELS_ASKED = {
    "state>authority authority>state": "Those who govern come and go. Does this name mean them, or "
    "what stays?",
    "state>organ organ>state": "A part of a country serves it. Does this name mean a part, or the "
    "whole?",
    "authority>person organ>person": "That is a body of several people. What does it do, govern or "
    "serve?",
    "authority>organ organ>authority": "A ministry or an army serves. Do those who are meant here "
    "govern, or serve those who do?",
    "person>organ person>state person>authority": "He is one man, and no government, country or "
    "office. What is he himself?",
    "state>label authority>label organ>label person>label": "A label is a narrator's word for a "
    "group without a list of members. Who is meant here, and could one say who belongs?",
    "media>state media>authority media>organ": "That one neither governs a state nor serves one. "
    "What does it do?",
}
"""Levels and what each was taken for, and what to ask oneself then."""

PLACES = ("Washington", "The Pentagon", "the West", "AFP", "French troops", "the military")
CLIMBER = "P_MILLER"
OTHER_OFFICE = "USA_DOD"

DATED = ("E04", "E07", "E24", "E25", "E34")
RULERS = Choice(
    {
        "NER_GOV": "the government of President Bazoum",
        "NER_CNSP": "the CNSP",
        "UNK": "the text gives no time",
    }
)
STATES = ("NER", "USA")
FIPS = ("NG", "NI", "BN", "UV", "RS", "ML")
"""The codes of question 2.7: one that means the same in both lists, and one only in FIPS."""


def owner(case: Case, name: str) -> dict[str, Any]:
    """Return the row of the actor whom the story calls by a name."""
    rows = case.actors.to_dict("records")
    found = next(row for row in rows if name in [a.strip() for a in row["aliases"].split("|")])
    return {str(column): value for column, value in found.items()}


def levels(case: Case) -> dict[str, str]:
    """Return the level of the actor behind each name of question 2.1, names in lower case."""
    return {name.lower(): owner(case, name)["level"] for name in NAMES}


@once_a_case
def found(case: Case) -> pd.DataFrame:
    """Return the mentions of the story, each with its state."""
    table = mentions(case.sentences, case.actors)
    return table.assign(state=table["actor_id"].map(roll_up(case.actors)))


def different(rows: pd.DataFrame) -> dict[str, float]:
    """Return how many different names and actors are among some mentions."""
    return {
        "names": float(rows["words"].nunique()),
        "actors": float(rows["actor_id"].nunique()),
    }


def of_state(case: Case, state: str) -> pd.DataFrame:
    """Return the mentions whose actor belongs to a state."""
    return found(case)[found(case)["state"] == state]


def metonyms(case: Case) -> frozenset[str]:
    """Return the names of question 2.3 whose actor the table notes as meant by a metonym."""
    return frozenset(name for name in PLACES if "metonym" in owner(case, name)["note"])


def chain(case: Case, actor: str = CLIMBER) -> tuple[str, ...]:
    """Return the steps from an actor to the top."""
    parent = dict(zip(case.actors["actor_id"], case.actors["parent"], strict=True))
    steps = [actor]
    while parent.get(steps[-1]):
        steps.append(parent[steps[-1]])
    return tuple(steps)


def governed(case: Case) -> dict[str, str]:
    """Return which authority governed Niger at the time of each row of question 2.5."""
    when = dict(zip(case.events["event_id"], case.events["date"], strict=True))
    return {name: _ruler(case, when[name]) for name in DATED}


def _ruler(case: Case, date: str) -> str:
    earliest, latest = dates.bounds(date)
    rulers = case.actors[(case.actors["parent"] == "NER") & (case.actors["level"] == "authority")]
    for row in rulers.to_dict("records"):
        begin = dates.bounds(row["valid_from"])[0]
        end = dates.bounds(row["valid_to"])[1]
        if earliest >= begin and (pd.isna(end) or latest <= end):
            return str(row["actor_id"])
    return "UNK"


def counted(states: pd.Series[Any]) -> dict[str, float]:
    """Return how often each of the two states of question 2.6 stands in a column."""
    return {state: float((states == state).sum()) for state in STATES}


def by_state(actors: pd.Series[Any], case: Case) -> dict[str, float]:
    """Return how many actors of a column belong to each of the two."""
    return counted(actors.map(roll_up(case.actors)))


def sentences_of_two(case: Case) -> dict[str, float]:
    """Return in how many sentences each of the two acts."""
    states = case.events["actor"].map(roll_up(case.actors))
    return {state: float(case.events["sentence"][states == state].nunique()) for state in STATES}


def by_list(column: str) -> Callable[[Case], dict[str, str]]:
    """Return what gives the state that each code of question 2.7 means in a list; empty for none.

    Parameters
    ----------
    column
        Of the table of codes: ``fips`` or ``iso2``.
    """

    def states(case: Case) -> dict[str, str]:
        codes = read_country_codes()
        meant = dict(zip(codes[column], codes["iso3"], strict=True))
        return {code: meant.get(code, "") for code in FIPS}

    return states


BY_ISO = by_list("iso2")


def unlisted(given: dict[str, str], expected: dict[str, str], case: Case) -> bool:
    """Tell whether some country stands in no row of the table of codes."""
    return any(state and state not in set(read_country_codes()["iso3"]) for state in given.values())


def own_reach(given: dict[str, Any]) -> int:
    """Return for how many of a student's own levels there is a way to a state."""
    return sum(level in WITH_STATE for level in given["levels"].values())


def unlevelled(given: dict[str, Any], expected: Any, case: Case) -> bool:
    """Tell whether some name of question 2.1 has no level among a student's own."""
    return not set(levels(case)) <= set(given["levels"])


QUESTIONS = [
    Question(
        id="2.1",
        name="actors.levels",
        asks="Give the actor behind each of eight names its level.",
        objective=2,
        reads=LEVELS,
        expected=levels,
        defensible=lambda case: ALSO_LEVELS,
        mistakes=[
            Mistake("label_as_actor", says("the west")),
            Mistake(
                "level_confused", lambda given, expected, case: "organisation" in given.values()
            ).saying("In this table `organisation` is kept for bodies whose members are states."),
            Mistake(
                "level_confused", lambda given, expected, case: "armed_group" in given.values()
            ).saying("An armed group fights outside a state's forces. None of these does."),
            *(
                Mistake(
                    "level_confused", either(*(took(*pair.split(">")) for pair in pairs.split()))
                ).saying(words)
                for pairs, words in LEVELS_ASKED.items()
            ),
        ],
        hints="""
            - Ask of each: does it last, does it govern for a time, or does it serve?
            - One name has no list of members; one is a man; one is a country and nothing else.
            - The column `aliases` of `actors` has the names; `level` stands in the same row.""",
        solution="""levels = {
    "Washington": "authority", "The Pentagon": "organ", "the junta": "authority",
    "Niger's military": "organ", "Bazoum": "person", "the West": "label",
    "AFP": "media", "Mali": "state",
}""",
        why="""A government governs, and so does the council of officers: authorities. A ministry
            and an army serve: organs. A country lasts: a state. A word without members can do
            nothing: a label.""",
    ),
    Question(
        id="2.2",
        name="actors.names_and_actors",
        asks="How many names and how many actors stand behind the American mentions?",
        objective=1,
        reads=Fields(
            {"names": Number(unit="different names"), "actors": Number(unit="actors")},
            columns={"words": "names", "actor_id": "actors"},
        ),
        expected=lambda case: different(of_state(case, "USA")),
        mistakes=[
            Mistake(
                "name_as_actor",
                partly(lambda c: dict.fromkeys(("names", "actors"), len(of_state(c, "USA")))),
            ).saying("That is the number of mentions. A name that occurs twice is still one name."),
            Mistake("reversed", swapped("names", "actors")).saying(
                "You have the two numbers in each other's place. Which of the two can be larger?"
            ),
            Mistake("wrong_denominator", partly(lambda case: different(found(case)))).saying(
                "That counts the whole story. Use the rows that the first line has kept."
            ),
            Mistake("wrong_selection", gives(lambda case: different(of_state(case, "NER")))).saying(
                "Those are the numbers of another state. Look at the rows that you count."
            ),
            Mistake(
                "name_as_actor",
                gives(lambda case: different(of_state(case, "USA"))["names"], at="actors"),
            ).saying("That counts the names twice. Several of them mean one and the same actor."),
            Mistake(
                "incomplete", gives(lambda c: of_state(c, "USA")["state"].nunique(), at="actors")
            ).saying(
                "You counted the state alone. Its ministries, forces and people are actors too."
            ),
            Mistake(
                "incomplete",
                gives(lambda c: different(found(c)[found(c)["actor_id"].str.startswith("USA")])),
            ).saying(
                "You kept what begins with `USA`. The persons' ids begin otherwise: go by the "
                "column `state`."
            ),
            Mistake(
                "wrong_selection",
                gives(lambda c: of_state(c, "USA")["sentence"].nunique(), at="names"),
            ).saying("So many sentences there are. Which column has the names?"),
            Mistake("off_by_one", off_by_one),
        ],
        hints="""
            - There is a pandas verb for the number of different values.
            - Use it on the column `words`, and then on the column `actor_id`.""",
        solution="""american = found[found["state"] == "USA"]
counts = {"names": american["words"].nunique(), "actors": american["actor_id"].nunique()}""",
        why="`.nunique()` counts different values; the number of rows counts mentions.",
    ),
    Question(
        id="2.3",
        name="actors.places_for_bodies",
        asks="Which of six names are places that stand for a body?",
        objective=1,
        reads=Items(Choice(PLACES), what="names"),
        expected=metonyms,
        mistakes=[
            Mistake("label_as_actor", lambda given, expected, case: "the West" in given).saying(
                "One of yours is a direction of the compass. Which body would sit there?"
            ),
            Mistake("too_many", lambda given, expected, case: bool(given - expected)).saying(
                "One of yours names a body as what it is. Is there a place of that name?"
            ),
            Mistake(
                "city_as_place", lambda given, expected, case: "Washington" not in given
            ).saying(
                "You leave out a city. Does the story mean the city, when it knows something?"
            ),
            Mistake("incomplete", subset).saying(
                "That one is right. Is there another: a building, for those who work in it?"
            ),
        ],
        hints="""
            - Ask of each: could one walk there and read the name on a sign?
            - A city, and a building with a shape of its own.""",
        solution='metonyms = ["Washington", "The Pentagon"]',
        why="A city for the government in it, a building for the ministry in it.",
    ),
    Question(
        id="2.4",
        name="actors.from_spokesman_to_state",
        asks="Climb from the spokesman to his state.",
        objective=3,
        reads=Items(ActorName(), ordered=True, what="actors"),
        expected=chain,
        mistakes=[
            Mistake("reversed", reverse).saying(
                "These are the right steps, from the top down. The way up begins with him."
            ),
            Mistake("incomplete", subset).saying(
                "A step is missing. Look the `parent` of each row up, one after another."
            ),
            Mistake("too_many", superset).saying(
                "There is a step more than the way up from him takes. Follow his own `parent`."
            ),
            Mistake("wrong_speaker", lambda given, expected, case: given[0] != CLIMBER).saying(
                "Begin with the spokesman himself."
            ),
            Mistake("wrong_actor", lambda given, expected, case: OTHER_OFFICE in given).saying(
                "He does not speak for that ministry. What is the `parent` in his own row?"
            ),
            Mistake(
                "level_confused", lambda given, expected, case: len(chain(case, given[-1])) > 1
            ).saying("Your last step has a `parent` of its own, so the way goes on."),
        ],
        hints="""
            - Find his row in `actors`, and read its `parent`. Then find that row.
            - It takes three climbs: an office, those who govern, the country.""",
        solution="""parent = dict(zip(actors["actor_id"], actors["parent"]))
steps = ["P_MILLER"]
while parent[steps[-1]]:
    steps.append(parent[steps[-1]])""",
        why="He belongs to a ministry, the ministry to a government, the government to a state.",
    ),
    Question(
        id="2.5",
        name="actors.who_governed",
        asks="Who governed Niger at the time of five rows?",
        objective=4,
        reads=Keyed(Choice(DATED), RULERS, "one authority for each row"),
        expected=governed,
        mistakes=[
            Mistake("outside_knowledge", says("E34")).saying(
                "You may well know or guess it. But which time does sentence 14 give?"
            ),
            Mistake(
                "authority_confused",
                either(took("NER_GOV", "NER_CNSP"), took("NER_CNSP", "NER_GOV")),
            ),
            Mistake(
                "hedge_everywhere", either(took("NER_GOV", "UNK"), took("NER_CNSP", "UNK"))
            ).saying(
                "There is a date. Compare the whole of it, from its earliest to its latest day, "
                "with the day of the change."
            ),
        ],
        hints="""
            - On which day did one authority end and the other begin? See `valid_to`.
            - A month that lies wholly before that day is before it, whichever day of the month.
            - One of the five rows has no date. What does that leave you to say?""",
        solution="""governed = {
    "E04": "NER_CNSP", "E07": "NER_CNSP", "E24": "NER_GOV", "E25": "NER_GOV", "E34": "UNK",
}""",
        why="""What lies wholly before the change belongs to the one, wholly after it to the other.
            Where the text gives no time, nothing can be said.""",
    ),
    Question(
        id="2.6",
        name="actors.rows_of_two_states",
        asks="In how many rows does each of two states act?",
        objective=3,
        reads=Keyed(
            StateName(), Number(unit="rows"), "one number for `NER` and one for `USA`", STATES
        ),
        expected=lambda case: by_state(case.events["actor"], case),
        mistakes=[
            Mistake("reversed", partly(lambda c: by_state(c.events["recipient"], c))).saying(
                "You counted the rows in which a state is acted upon. Which column has the one "
                "who acts?"
            ),
            Mistake(
                "wrong_speaker", gives(lambda c: by_state(c.events["attributed_to"], c))
            ).saying(
                "You counted the rows for which a state vouches. Which column has the one who acts?"
            ),
            Mistake("same_act_twice", gives(sentences_of_two)).saying(
                "You counted sentences. One sentence can give several rows."
            ),
            Mistake(
                "wrong_selection",
                gives(lambda c: by_state(c.events.query("kind == 'event'")["actor"], c)),
            ).saying("Those are the events alone. The question asks for all rows."),
            Mistake("reversed", swapped("NER", "USA")).saying(
                "You have the two numbers in each other's place. Which state is which?"
            ),
            Mistake(
                "name_as_actor", gives(lambda c: {s: len(of_state(c, s)) for s in STATES})
            ).saying(
                "Those are the mentions of the lesson. Count the rows of the table of events."
            ),
            Mistake(
                "too_many",
                partly(
                    lambda c: by_state(c.events["actor"].str.split(";").explode(), c),
                    lambda c: by_state(c.events["actor"].str.split(";").str[0], c),
                ),
            ).saying("That counts rows with several actors too. The question leaves them out."),
            Mistake(
                "name_as_actor",
                partly(lambda c: {s: different(of_state(c, s))["names"] for s in STATES}),
            ).saying(
                "That is how many names it has in the text. Count the rows of the table of events."
            ),
            Mistake(
                "wrong_selection",
                gives(lambda c: by_state(c.events.query("main == 'yes'")["actor"], c)),
            ).saying("Those are the main rows alone. The question asks for all rows."),
            Mistake(
                "same_act_twice",
                gives(
                    lambda c: by_state(c.events["actor"].drop_duplicates(), c),
                    lambda c: dict.fromkeys(STATES, 1.0),
                ),
            ).saying("That is what is left once doubles are dropped. Count every row."),
            Mistake("level_confused", gives(lambda c: counted(c.events["actor"].str[:3]))).saying(
                "You went by the first letters of the ids. Those of persons have other letters, "
                "and some cells hold several: roll up."
            ),
            Mistake(
                "level_confused",
                partly(
                    lambda c: counted(c.events["actor"]),
                    lambda c: counted(c.events["actor"].map({"NER_CNSP": "NER", "USA_GOV": "USA"})),
                ),
            ).saying("That is a single actor. What about the others of the same state?"),
            Mistake(
                "wrong_denominator", partly(lambda c: dict.fromkeys(STATES, len(c.events)))
            ).saying("That is how many rows there are in all."),
            Mistake("off_by_one", off_by_one),
        ],
        hints="""
            - `roll_up(actors)` is a table from actor to state, and `.map` looks things up.
            - Then `acting == "NER"` is true in some rows; `.sum()` counts them, or use
              `.value_counts()`.""",
        solution="""acting = case.events["actor"].map(roll_up(actors))
rows = {"NER": (acting == "NER").sum(), "USA": (acting == "USA").sum()}""",
        why="""Roll up first, then count. Niger acts in more rows than the United States: it is not
            only acted upon.""",
    ),
    Question(
        id="2.7",
        name="actors.fips_codes",
        asks="Which countries do six FIPS codes mean?",
        objective=5,
        reads=Keyed(Choice(FIPS), StateName(gap=True), "one country for each code", FIPS),
        expected=by_list("fips"),
        mistakes=[
            Mistake("code_system", gives(BY_ISO)).saying(
                "You have read them all as another list has them, and there one is no code at all. "
                "Which list does this column use?"
            ),
            Mistake("niger_nigeria", either(says("NG", "NGA"), says("NI", "NER"))).saying(
                "Niger and its southern neighbour are confused here. In which list did you look "
                "the code up?"
            ),
            Mistake("code_system", lambda given, expected, case: "" in given.values()).saying(
                "For one nothing was found: in the list where you looked it is no code. Which list "
                "does this column use?"
            ),
            Mistake("code_system", partly(BY_ISO)),
            Mistake(
                "wrong_selection",
                gives(lambda c: dict(zip(FIPS, read_country_codes()["iso3"], strict=False))),
            ).saying(
                "These are the first countries of the table, whatever their codes. Look each code "
                "up."
            ),
            Mistake("wrong_selection", unlisted).saying(
                "One of these countries is not in the table `codes`, so no code of it can mean "
                "that country."
            ),
        ],
        hints="""
            - The table `codes` has a column for each list. The manual names the list.
            - Make a dict with that column on the left and `country` on the right.""",
        solution="""codes = read_country_codes()
fips = dict(zip(codes["fips"], codes["country"]))
meant = {code: fips[code] for code in ["NG", "NI", "BN", "UV", "RS", "ML"]}""",
        why="""A code is a name from a list. With the wrong list four of the six would have become
            other countries, without any error.""",
    ),
    Question(
        id="2.8",
        name="actors.own_names_to_states",
        asks="From your own levels of 2.1: how many of the names lead to a state?",
        objective=2,
        reads=Fields({"levels": LEVELS, "count": Number(unit="names")}),
        same=lambda given, expected, case: (
            given["count"] == own_reach(given) and not unlevelled(given, None, case)
        ),
        mistakes=[
            Mistake("incomplete", unlevelled).saying(
                "Some of the names have no level here. Give the whole dict `levels` of 2.1."
            ),
            Mistake(
                "level_confused",
                own(lambda given, case: list(given["levels"].values()).count("state"), "count"),
            ).saying(
                "That counts the states themselves. Which other levels have a state above them?"
            ),
            Mistake(
                "disagreement_counted",
                own(lambda given, case: len(given["levels"]) - own_reach(given), at="count"),
            ).saying("Those are the names that lead nowhere. The question asks for the others."),
            *miscounted(own_reach, lambda given: len(given["levels"]), "levels"),
        ],
        hints="""
            - `list(levels.values())` is a list, and a list has `.count(...)`.
            - Add up the counts of the levels that the question names.""",
        solution="""given = list(levels.values())
reach = sum(given.count(level) for level in ["state", "authority", "organ", "person"])""",
        why="""The count follows from your levels. What leads nowhere is left out of a map of
            states, and it should be said how much that is.""",
    ),
    Question(
        id="2.9",
        name="actors.what_to_call_it",
        asks="Which name would you give a governing body of your choice, and why?",
        objective=6,
        reads=Essay(20),
        rubric="""
            - It gives the body's own name, if it has one, and at least one that others use.
            - It says what each of the names claims or leaves out.
            - It chooses, and says what the choice costs.
            - It does not call any of the names simply neutral.""",
        hints="""
            - See `self_name` and `aliases` in the row of your body, and the row *junta* of
              `case.words`.
            - Ask of each name: who would use it of themselves, and who would object?""",
        solution='''reason = """
I would write "military authorities". Its own name, Conseil national pour la sauvegarde de
la patrie, claims that the country is being kept safe, and a reader elsewhere does not know
it. The story's word, junta, is short and says how it came to power, but those whom it names
use another. My words are longer, and they say nothing about how it came to power.
"""''',
        why="A name is a claim. A good answer knows which claim it makes.",
    ),
]
