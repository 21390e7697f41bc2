"""The numbers of lesson 04 and its exercise."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pandas as pd
from world import Below, acts, case, checked, events, filled_in, sentences, tied

from realignment import agreement, dates
from realignment.actors import roll_up
from realignment.events import QUAD_WORDS, EventType, Kind, alternatives, read_codebook
from realignment.questions import lesson_04 as asked


@cache
def types() -> pd.DataFrame:
    """Return PLOVER's types."""
    return read_codebook().types


def sixteen_types() -> list[float]:
    """Count the types of the codebook, which are those that a row may have."""
    return checked(set(types()["event_type"]) == set(get_args(EventType)), len(types()))


def needed() -> int:
    """Count the types that the story's acts have."""
    return acts()["event_type"].nunique()


def five_kinds() -> list[float]:
    """Count the kinds of the codebook, each of which the story has."""
    return checked(set(events()["kind"]) == set(get_args(Kind)), len(get_args(Kind)))


def fewer_than_half() -> Below:
    """Return the share of acts, which does not reach a half."""
    return Below(len(acts()) / len(events()), within=0.1)


def months_to_the_coup() -> list[float]:
    """Return the months from the visit of sentence 10 to the removal of the president."""
    when = events().set_index("event_id")["date"]
    visit, coup = (dates.bounds(when[name])[0] for name in ("E24", "E27"))
    return [12 * (coup.year - visit.year) + coup.month - visit.month]


def before_the_coup() -> list[float]:
    """Hold the month of the change of government against July; the visit lies before it."""
    actors = case().actors.set_index("actor_id")
    changed = dates.bounds(actors.at["NER_GOV", "valid_to"])[0]
    visit = events().set_index("event_id").loc["E24"]
    earlier = dates.bounds(visit["date"])[1] < changed and visit["recipient"] == "NER_GOV"
    return checked(f"{changed:%B}" == "July" and earlier)


def classes() -> list[float]:
    """Return the quad classes, in order, if their words are those of the lesson."""
    words = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
    return checked([QUAD_WORDS[n] for n in sorted(QUAD_WORDS)] == words, *sorted(QUAD_WORDS))


def class_without_an_act() -> list[int]:
    """Return the classes of which the story tells no act."""
    return sorted(set(QUAD_WORDS) - set(acts()["quad"]))


def first_and_last_class() -> list[int]:
    """Return the first and the last of the types' quad classes."""
    return [types()["quad"].min(), types()["quad"].max()]


def intensities() -> list[float]:
    """Return the lowest and the highest score of a type or a mode."""
    codebook = read_codebook()
    scores = pd.concat([codebook.types["intensity"], codebook.modes["intensity"]])
    scores = pd.to_numeric(scores)
    return [scores.min(), scores.max()]


def quads_of_sanction() -> list[int]:
    """Return the class of SANCTION that this module keeps, and the manual's other one."""
    row = types().set_index("event_type").loc["SANCTION"]
    return [int(row["quad"]), int(row["quad_alternative"])]


def rows_of_the_manual() -> int:
    """Count the contradictions that the lesson shows."""
    shown = read_codebook().contradictions["contradiction"]
    return int(shown.isin(["M01", "M02", "M08"]).sum())


def split_over_troops() -> list[float]:
    """Return how many coders there are, how they split over a sentence, and which it is."""
    values = agreement.disagreements(case().codings, "event_type")
    counts = values.apply(lambda row: sorted(row.value_counts()), axis="columns")
    [number] = counts[counts.map(lambda split: split == [2, 2])].index
    assert set(values.loc[number]) == {"SANCTION", "COERCE"}
    return [values.shape[1], *counts[number], number]


def unsure_main_rows() -> list[float]:
    """Count the main rows that are not certain; they are those of sentences 12 and 16."""
    rows = events()[(events()["main"] == "yes") & (events()["certainty"] != "CT+")]
    return checked(list(rows["sentence"]) == [12, 16], len(rows))


def main_rows() -> list[float]:
    """Return how many main rows a sentence has."""
    count = events()[events()["main"] == "yes"].groupby("sentence").size()
    return checked(len(count) == len(case().sentences) and count.nunique() == 1, count.max())


def on_the_hedge() -> list[float]:
    """Return how many ties rest on sentence 16 alone, and that it is one sentence."""
    rows = set(events()[events()["sentence"] == len(case().sentences)]["event_id"])
    lines = tied()[tied()["events"].map(lambda ids: set(ids) <= rows)]
    behind = events()[events()["event_id"].isin(lines["events"].explode())]
    return checked(set(lines["certainty"]) == {"PR+"}, len(lines), behind["sentence"].nunique())


def of_sentence_13() -> list[int]:
    """Return sentences, acts and directions of the acts of sentence 13."""
    rows = acts()[acts()["sentence"] == 13]
    states = roll_up(case().actors)
    ways = set(zip(rows["actor"].map(states), rows["recipient"].map(states), strict=True))
    return [rows["sentence"].nunique(), len(rows), len(ways)]


def named_by_its_past() -> int:
    """Count the states that a relation describes as a former ruler."""
    rows = events()[(events()["kind"] == "relation") & events()["quote"].str.contains("colonial")]
    return rows["actor"].nunique()


def ending() -> pd.DataFrame:
    """Return the rows that tell of the ending of the accord."""
    return events()[(events()["event_id"] == "E01") | (events()["same_act"] == "E01")]


def ending_acts() -> list[int]:
    """Return how many rows tell of the ending, and how many acts they are."""
    act = ending()["same_act"].where(ending()["same_act"] != "", ending()["event_id"])
    return [len(ending()), act.nunique()]


def ending_sentences() -> list[int]:
    """Return in how many sentences the announcement is told, and how many acts it is, twice."""
    return [ending()["sentence"].nunique(), ending_acts()[1], ending_acts()[1]]


def rows_that_stay() -> list[int]:
    """Return what question 4.5 counts: rows, rows that point back, and the act; and again."""
    rows = asked.ending_rows(case())
    back = int((rows["same_act"] == "E01").sum())
    acts_behind = int(asked.ending_acts(case()))
    return [len(rows), back, acts_behind, len(rows)]


def coders_on_14() -> list[float]:
    """Count the coders, who gave sentence 14 more than one kind."""
    kinds = agreement.table(case().codings, "kind")
    return checked(kinds.loc[14].nunique() > 1, kinds.shape[1])


def arguable() -> list[float]:
    """Count the rows, nearly all of which can be coded otherwise."""
    share = alternatives(events())["event_id"].nunique() / len(events())
    return checked(0.9 < share < 1, len(events()))


def second_types() -> list[float]:
    """Hold the practice sentences that have a second type against those that are named."""
    examples = read_codebook().examples
    return checked(list(examples[examples["also"] != ""]["example_id"]) == ["X4", "X6"])


def of_kind(kind: str) -> int:
    """Count the rows of question 4.1 of one kind."""
    return list(asked.kinds(case()).values()).count(kind)


def friendliest_of_the_four() -> list[float]:
    """Count the types of question 4.3, of which leaving has the highest score."""
    return checked(asked.by_intensity(case())[-1] == "RETREAT", len(asked.ORDERED_TYPES))


CLOSE = ["ACCUSE", "REJECT", "SANCTION"]

FACTS = {
    "Have the sixteen sentences beside you": sentences,
    "## Five kinds of row": five_kinds,
    "Tell five kinds of row apart: event, statement, state, intent, relation.": five_kinds,
    "The codebook has five kinds": five_kinds,
    "The reference coding has 39 rows.": lambda: len(events()),
    "Fewer than half. A program": fewer_than_half,
    "four months later it was lost": months_to_the_coup,
    "One sentence, two acts, two directions.": of_sentence_13,
    "The story describes one state by its past and no other.": named_by_its_past,
    "Which of these three types fits": lambda: int(types()["event_type"].isin(CLOSE).sum()),
    "These sixteen types come from PLOVER": sixteen_types,
    "The story needs only four of them.": needed,
    "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict": classes,
    "**Intensity** puts a number on it, from −10 to 10.": intensities,
    "The three rows matter here.": rows_of_the_manual,
    "SANCTION, is put into two classes": lambda: len(set(quads_of_sanction())),
    "our four coders split two to two over sentence 13": split_over_troops,
    "Each sentence has one **main row**": main_rows,
    "Two main rows in this story are not `CT+`.": unsure_main_rows,
    "Three lines of our last map rest on this one sentence": on_the_hedge,
    "Five rows, one act.": ending_acts,
    "For how many of the 39 rows is there at least": arguable,
    "four coders meet, and we measure": lambda: case().codings["coder"].nunique(),
    "The four coders did not agree.": coders_on_14,
    "Three sentences on one announcement are one announcement.": ending_sentences,
    "the score that the codebook PLOVER gives to an act, from −10 to 10": intensities,
    "the codebook with its sixteen types": sixteen_types,
    "Eight rows, with their words.": lambda: len(asked.KIND_ROWS),
    "Two are filled in.": lambda: filled_in("04", "sorted_rows"),
    "The story needs four types": needed,
    "Five rows stay. Four of them point back to the first. The story tells of one announcement "
    "five times": rows_that_stay,
    "Eight sentences, made up for practice.": lambda: len(read_codebook().examples),
    "For X4 and X6 a second type can be defended": second_types,
    "For SANCTION the manual says 4": lambda: quads_of_sanction()[0],
    "and 3 in another; this module keeps 4": lambda: quads_of_sanction()[::-1],
    "It happened before the coup, so the recipient is Bazoum's government.": before_the_coup,
    "Before July the government of Niger was Bazoum's.": before_the_coup,
    "sort eight rows.": lambda: len(asked.KIND_ROWS),
    "Two rows describe how": lambda: of_kind("relation"),
    "and one tells of an aim": lambda: of_kind("intent"),
    "Put four types in order": lambda: len(asked.ORDERED_TYPES),
    "Keep the four rows": lambda: len(asked.ORDERED_TYPES),
    "read the column from −10 upwards": lambda: intensities()[0],
    "leaving comes out as the friendliest of the four": friendliest_of_the_four,
    "The question names four types.": lambda: len(asked.ORDERED_TYPES),
    "First keep the rows: three conditions": lambda: len(asked.ENDING),
    "each of eight practice sentences": lambda: len(read_codebook().examples),
    "shows all sixteen glosses": sixteen_types,
    "(Class 3 has no column: no act of this story is of it.)": class_without_an_act,
    "A class is a name, 1 to 4": first_and_last_class,
}
NO_FACTS = {
    "a few, about half, nearly all?": "answers that a prediction offers",
    "in three sentences or more": "says how much to write",
}
