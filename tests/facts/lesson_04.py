"""The numbers of lesson 04 and its exercise."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pandas as pd
from world import Below, acts, case, checked, events, filled_in, several, tied

from realignment import agreement, dates
from realignment.actors import roll_up
from realignment.events import QUAD_WORDS, EventType, Kind, alternatives, read_codebook
from realignment.questions import lesson_04 as asked
from realignment.questions import quick


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
    rows = asked.rows_by(case(), *asked.ENDING)
    back = int((rows["same_act"] == "E01").sum())
    acts_behind = int(asked.acts_in(rows))
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
    return [asked.row(case(), name)["kind"] for name in asked.KIND_ROWS].count(kind)


def quads() -> list[int]:
    """Return the classes that the types have."""
    return sorted(read_codebook().types["quad"].astype(int).unique())


def conflict_classes() -> list[float]:
    """Return the classes of conflict: those of types with a score below zero alone."""
    types = read_codebook().types
    hostile = sorted(types[types["intensity"] < 0]["quad"].astype(int).unique())
    return checked(quads()[:2] == [1, 2], *hostile)


def deeds_of_conflict() -> list[float]:
    """Return the class of conflict by word, and by deed."""
    book = read_codebook()
    words = [book.quad(name) for name in ("AGREE", "ACCUSE")]
    deeds = [book.quad(name) for name in ("AID", "ASSAULT")]
    return checked(words[0] == 1 and deeds[0] == 2, words[1], deeds[1])


def friendliest_of_the_four() -> list[float]:
    """Count the types of question 4.3, of which leaving has the highest score."""
    return checked(asked.by_intensity(case())[-1] == "RETREAT", len(asked.ORDERED_TYPES))


CLOSE = ["ACCUSE", "REJECT", "SANCTION"]

FACTS = {
    "recall": lambda: sum(q.again[0] < 4 for q in quick.of_lesson(4)),
    "words-that-count": lambda: asked.QUESTIONS[-1].reads.least,
    "five-kinds": five_kinds,
    "rows": lambda: len(events()),
    "fewer-than-half": fewer_than_half,
    "months-to-the-coup": months_to_the_coup,
    "of-sentence-13": of_sentence_13,
    "named-by-its-past": named_by_its_past,
    "types": lambda: int(types()["event_type"].isin(CLOSE).sum()),
    "sixteen-types": sixteen_types,
    "needed": needed,
    "classes": classes,
    "intensities": intensities,
    "rows-of-the-manual": rows_of_the_manual,
    "classes-of-sanction": lambda: len(set(quads_of_sanction())),
    "split-over-troops": split_over_troops,
    "main-rows": main_rows,
    "unsure-main-rows": unsure_main_rows,
    "on-the-hedge": on_the_hedge,
    "ending-acts": ending_acts,
    "arguable": arguable,
    "coders": lambda: case().codings["coder"].nunique(),
    "coders-on-14": coders_on_14,
    "ending-sentences": ending_sentences,
    "rows-asked": lambda: len(asked.KIND_ROWS),
    "filled": lambda: filled_in("04", "sorted_rows"),
    "rows-that-stay": rows_that_stay,
    "made-up": lambda: len(read_codebook().examples),
    "second-types": second_types,
    "class-of-the-manual": lambda: quads_of_sanction()[0],
    "class-elsewhere": lambda: quads_of_sanction()[::-1],
    "before-the-coup": before_the_coup,
    "class-without-an-act": class_without_an_act,
    # what the questions say
    "kinds asks": lambda: len(asked.KIND_ROWS),
    "kinds hint 3": several(lambda: of_kind("relation"), lambda: of_kind("intent")),
    "order_of_intensity asks": lambda: len(asked.ORDERED_TYPES),
    "order_of_intensity hint 2": several(
        lambda: len(asked.ORDERED_TYPES), lambda: intensities()[0]
    ),
    "order_of_intensity why": friendliest_of_the_four,
    "order_of_intensity too_many": lambda: len(asked.ORDERED_TYPES),
    "acts_not_rows wrong_selection": lambda: len(asked.ENDING),
    "acts_not_rows wrong_selection 2": lambda: len(asked.ENDING),
    "acts_not_rows wrong_selection 3": lambda: len(asked.ENDING),
    "own_quad sign_from_quad 2": conflict_classes,
    "own_quad event_as_statement": deeds_of_conflict,
    "own_quad code_system": lambda: [len(quads()), max(quads())],
    "acts_not_rows hint 1": lambda: len(asked.ENDING),
    "types_of_examples asks": lambda: len(read_codebook().examples),
    "types_of_examples hint 1": sixteen_types,
    "own_quad sign_from_quad": first_and_last_class,
    "code_the_visit why": before_the_coup,
}

NO_FACTS = {
    "offered": "answers that a prediction offers",
    "how-much": "says how much to write",
}
