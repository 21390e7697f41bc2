"""The numbers of lesson 02 and its exercise."""

from __future__ import annotations

from functools import cache

import pandas as pd
from world import case, checked, code, counted, filled_in, record, sentence, sentences, written

from realignment import dates, questions
from realignment.actors import mentions, read_country_codes, roll_up
from realignment.questions import lesson_02 as asked
from realignment.questions import quick


def by_hand() -> dict[str, list[str]]:
    """Return, for each name of the lesson's own dict, the texts of the story that have it."""
    texts = case().sentences["text"]
    return {name: [t for t in texts if name in t] for name in written("02", "names")}


def names_that_occur() -> list[float]:
    """Return how many names the dict has, all of which occur in the story."""
    return checked(all(by_hand().values()), len(by_hand()))


def more_than_one() -> list[int]:
    """Return the sentences in which more than one of them is found, and how many are."""
    count = {
        number: sum(name in sentence(number) for name in by_hand())
        for number in case().sentences["sentence"]
    }
    [(number, names)] = [item for item in count.items() if item[1] > 1]
    return [number, names]


@cache
def found() -> pd.DataFrame:
    """Return every mention with the state that its actor belongs to."""
    table = mentions(case().sentences, case().actors)
    return table.assign(state=table["actor_id"].map(roll_up(case().actors)))


def unnamed() -> int:
    """Return the one sentence without a mention, which speaks of a person as *He*."""
    [number] = set(case().sentences["sentence"]) - set(found()["sentence"])
    assert sentence(number).startswith("He ")
    return number


def lost() -> list[int]:
    """Return names, actors, loss; actors, states, loss; and the states with the empty one."""
    names, actors = found()["words"].nunique(), found()["actor_id"].nunique()
    states = found()["state"].replace("", pd.NA).nunique()
    return [
        names,
        actors,
        names - actors,
        actors,
        states,
        actors - states,
        found()["state"].nunique(),
    ]


def folded() -> list[int]:
    """Return the names, to the nearest ten, and the states."""
    return [round(lost()[0], -1), lost()[4]]


def niger() -> list[float]:
    """Return states and authorities among the actors of Niger, and when the first one ended."""
    rows = case().actors[case().actors["iso3"] == "NER"]
    level = rows["level"].value_counts()
    ended = dates.bounds(rows.set_index("actor_id").at["NER_GOV", "valid_to"])[1]
    begun = dates.bounds(rows.set_index("actor_id").at["NER_CNSP", "valid_from"])[0]
    return checked(
        f"{ended:%B}" == "July" and ended == begun, level["state"], level["authority"], ended.year
    )


def said_of_one_country() -> list[int]:
    """Return of how many actors it is said that they ended the accord, and of how many states."""
    actors = ["NER", "NER_CNSP", "NER_GOV"]
    return [len(actors), roll_up(case().actors)[actors].nunique()]


@cache
def reigns() -> pd.DataFrame:
    """Return the authorities of the record, in order, with the day on which each began."""
    table = record().actors[record().actors["level"] == "authority"]
    begin = dates.bounds_frame(table["valid_from"])["earliest"]
    return table.assign(begin=begin).sort_values("begin", kind="stable")


def changes() -> list[float]:
    """Return the years of the first and last change of authority, and in how many states."""
    later = reigns()[reigns()["parent"].duplicated()]
    first, last = later["begin"].min(), later["begin"].max()
    several = later["parent"].value_counts()
    said = set(several[several > 1].index) == {"MLI", "BFA"}
    return checked(
        f"{first:%B} {last:%B}" == "August July" and said,
        first.year,
        last.year,
        later["parent"].nunique(),
    )


def same_short_name() -> list[float]:
    """Return the years in which two bodies of one short name began, and how many there are."""
    bodies = reigns()[reigns()["actor_id"].str.endswith("_CNSP")]
    assert list(bodies["parent"]) == ["MLI", "NER"]
    return [*bodies["begin"].dt.year, bodies["name"].nunique(), bodies["parent"].nunique()]


def full_names() -> list[float]:
    """Return how many authorities have a name of their own, none of which is in the story."""
    actors = case().actors
    own = actors[(actors["self_name"] != "") & (actors["level"] == "authority")]["self_name"]
    text = " ".join(case().sentences["text"])
    return checked(not any(name.split(" (")[0] in text for name in own), len(own))


def orders() -> int:
    """Return in how many orders the story has the president's two names."""
    words = found()[found()["actor_id"] == "P_BAZOUM"]["words"].unique()
    whole = [w for w in words if "Bazoum" in w and "Mohamed" in w]
    assert len(words) == len(whole) + 1
    return len({w.index("Bazoum") < w.index("Mohamed") for w in whole})


def as_read() -> pd.Series:
    """Say of each country of the lesson's list how its FIPS code is read as an ISO code."""
    table = read_country_codes()
    iso = dict(zip(table["iso2"], table["country"], strict=True))
    table = table[table["listed"] != "namesake"]
    read = table["fips"].map(iso)
    return (
        pd.Series("other", table.index)
        .mask(read == table["country"], "right")
        .mask(read.isna(), "none")
    )


def how_many(kind: str) -> int:
    """Count the countries whose code is read in one way."""
    return int((as_read() == kind).sum())


def mistaken() -> list[int]:
    """Return how many of the codes of question 2.7 mean another country in ISO, of how many."""
    table = read_country_codes()
    iso = dict(zip(table["iso2"], table["country"], strict=True))
    fips = dict(zip(table["fips"], table["country"], strict=True))
    return [sum(code in iso and iso[code] != fips[code] for code in asked.FIPS), len(asked.FIPS)]


def mistaken_and_empty() -> list[int]:
    """Return the same, and how many are no code in ISO."""
    iso = set(read_country_codes()["iso2"])
    return [*mistaken(), sum(code not in iso for code in asked.FIPS)]


def letters(*columns: str) -> list[int]:
    """Return the lengths of the codes in columns of the table of countries."""
    return [int(read_country_codes()[c].str.len().unique().item()) for c in columns]


def names_and_levels() -> list[float]:
    """Return how many names question 2.1 has, and how many levels are theirs."""
    return [len(asked.NAMES), len(set(asked.levels(case()).values()))]


def one_day() -> list[float]:
    """Return on how many days the authorities of Niger changed, and in which year."""
    rows = case().actors.set_index("actor_id")
    days = {rows.at["NER_GOV", "valid_to"], rows.at["NER_CNSP", "valid_from"]}
    first, last = dates.bounds(min(days))
    return checked(first == last and f"{first:%B}" == "July", len(days), first.year)


def at_level(name: str) -> int:
    """Count the names of question 2.1 of one level."""
    return list(asked.levels(case()).values()).count(name)


def known_until() -> list[float]:
    """Return the day and year, in April, to which the lesson and the record know the actors."""
    _, last = dates.bounds(record().as_of.set_index("table").at["actors", "complete_to"])
    return checked(
        f"{last:%B}" == "April" and f"{last:%Y-%m-%d}" in code("02"), last.day, last.year
    )


def undated() -> list[int]:
    """Return how many rows of question 2.5 have no date, of how many."""
    when = case().events.set_index("event_id")["date"]
    return [sum(when[name] == "" for name in asked.DATED), len(asked.DATED)]


COLUMNS = "three columns for each mention: the words, the actor, the state."
CLIMBS = "It takes three climbs: an office, those who govern, the country."


def words_that_count(question: str) -> int:
    """Return how many words an open question asks for."""
    return questions.find(question).reads.least


FACTS = {
    "sentences": sentences,
    "names-that-occur": names_that_occur,
    "more-than-one": more_than_one,
    "sentences-with-the-name": lambda: len(by_hand()["Washington"]),
    "unnamed": unnamed,
    "niger": niger,
    "said-of-one-country": said_of_one_country,
    "steps": lambda: len(asked.chain(case(), "USA_FORCES")),
    "columns": lambda: counted(COLUMNS),
    "lost": lost,
    "folded": folded,
    "states": lambda: [
        reigns()["parent"].nunique(),
        reigns()["begin"].min().year,
    ],
    "known-until": known_until,
    "recall": lambda: sum(q.again[0] < 2 for q in quick.of_lesson(2)),
    "changes": changes,
    "same-short-name": same_short_name,
    "full-names": full_names,
    "orders": orders,
    "letters": lambda: letters("iso2", "iso3"),
    "countries": lambda: how_many("right"),
    "missing": lambda: how_many("none"),
    "dangerous": lambda: how_many("other"),
    "letters-taken": lambda: letters("iso3"),
    "filled": lambda: filled_in("02", "levels"),
    "names-and-levels": names_and_levels,
    "names": lambda: len(asked.PLACES),
    "rows": lambda: len(asked.DATED),
    "one-day": one_day,
    "mistaken-and-empty": mistaken_and_empty,
    "names-to-roll-up": lambda: len(asked.NAMES),
    "words-that-count": lambda: words_that_count("2.9"),
    "letters-of-a-state": lambda: letters("iso3"),
    # what the questions say
    "levels asks": lambda: len(asked.NAMES),
    "levels hint 2": lambda: [
        at_level("label"),
        at_level("person"),
        at_level("state"),
    ],
    "places_for_bodies asks": lambda: len(asked.PLACES),
    "from_spokesman_to_state hint 2": lambda: len(asked.chain(case())) - 1,
    "who_governed asks": lambda: len(asked.DATED),
    "who_governed hint 3": undated,
    "fips_codes asks": lambda: len(asked.FIPS),
    "fips_codes why": mistaken,
}

NO_FACTS = {
    "offered": "answers that a prediction offers",
    "number-standard": "the number of the standard",
    "gdelt-leetaru": "of GDELT: Leetaru and Schrodt (2013)",
    "how-much": "says how much to write",
}
