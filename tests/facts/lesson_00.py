"""The numbers of lesson 00."""

from __future__ import annotations

import re

import pandas as pd
from world import ROOT, case, checked, code, events, pairs, prose, sentences, tied

from realignment import dates
from realignment.feedback import Standing

LESSONS = sorted(path.stem[:2] for path in (ROOT / "notebooks").glob("*.ipynb"))


def announced() -> pd.Timestamp:
    """Return the day of the announcement, which the coding knows to the day."""
    first, last = dates.bounds(events().set_index("event_id").at["E01", "date"])
    return first if first == last else pd.NaT


def day_of_the_announcement() -> list[float]:
    """Return day and year, for a Saturday in March on television."""
    day, row = announced(), events().set_index("event_id").loc["E04"]
    on_television = row["place"] == "national television" and row["same_act"] == "E01"
    return checked(f"{day:%A %B}" == "Saturday March" and on_television, day.day, day.year)


def told_the_next_day() -> list[float]:
    """Return the length of the story, if it was published on the day after."""
    return checked(
        pd.Timestamp(case().article.published) - announced() == pd.Timedelta("1D"), sentences()
    )


def evidence(source: str, target: str) -> pd.DataFrame:
    """Return the rows behind a tie."""
    line = tied().set_index(["source", "target"]).loc[(source, target)]
    return events()[events()["event_id"].isin(line["events"])]


def alone_on_the_hedge() -> list[float]:
    """Return how many ties rest on the sentence of Niger and Russia and on no other."""
    hedge = set(evidence("NER", "RUS")["sentence"])
    lines = [
        set(evidence(*pair)["sentence"])
        for pair in zip(tied()["source"], tied()["target"], strict=True)
    ]
    return [lines.count(hedge), len(lines)]


def sentences_of_the_line() -> list[float]:
    """Return how many sentences stand behind that tie; nobody named vouches, nothing is done."""
    rows = evidence("NER", "RUS")
    unsure = set(rows["attributed_to"]) == {"UNK"} and set(rows["certainty"]) == {"PR+"}
    no_act = "event" not in set(events()[events()["sentence"].isin(rows["sentence"])]["kind"])
    return checked(unsure and no_act, rows["sentence"].nunique())


def before_the_first_heading() -> int:
    """Count the sentences before the story's first heading."""
    headings = case().sentences["heading"].tolist()
    return next(number for number, heading in enumerate(headings) if heading)


def of_part(name: str) -> list[int]:
    """Return the first and the last lesson that say they belong to a part."""
    numbers = [int(n) for n in LESSONS if f"\n*Part {name}. " in prose(n)]
    return checked(numbers == list(range(numbers[0], numbers[-1] + 1)), numbers[0], numbers[-1])


def parts() -> set[str]:
    """Return the parts that lessons say they belong to."""
    return {part for n in LESSONS for part in re.findall(r"\n\*Part (I+),", prose(n))}


def on_its_own() -> int:
    """Return the one lesson after the first that belongs to no part."""
    [number] = [int(n) for n in LESSONS[1:] if "\n*Part " not in prose(n)]
    return number


def first_rows() -> list[float]:
    """Return the length of the story, and how many rows ``head`` shows of it."""
    return [sentences(), len(case().sentences.head())]


def drawn_states() -> int:
    """Count the states on the last map."""
    return len(set(tied()["source"]) | set(tied()["target"]))


FACTS = {
    "drawn-states": drawn_states,
    "sentences": sentences,
    "day-of-the-announcement": day_of_the_announcement,
    "told-the-next-day": told_the_next_day,
    "sentences-of-the-line": sentences_of_the_line,
    "alone-on-the-hedge": alone_on_the_hedge,
    "first-rows": first_rows,
    "characters": lambda: int(re.search(r'"display.max_colwidth", (\d+)', code("00"))[1]),
    "before-the-first-heading": before_the_first_heading,
    "lessons": lambda: [len(LESSONS) - 1, len(parts())],
    "lessons-of-reading": lambda: of_part("I, Reading"),
    "lessons-of-structuring": lambda: of_part("II, Structuring"),
    "lessons-of-mapping": lambda: of_part("III, Mapping"),
    "on-its-own": on_its_own,
    "unfolded": lambda: [
        sentences(),
        len(events()),
    ],
    "ties": lambda: checked(len(pairs()) > len(tied()), len(tied())),
    "answers": lambda: len(Standing),
}

NO_FACTS = {
    "keys": "keys",
    "key": "a key",
    "characters-text": "the characters of one text message (3GPP TS 23.038)",
}
