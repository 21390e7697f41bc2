"""Quick questions of lesson 07, Ties: three on earlier lessons, and three checks."""

from __future__ import annotations

import pandas as pd

from realignment.cases import Case
from realignment.dates import bounds
from realignment.events import read_codebook
from realignment.questions import row
from realignment.questions.lesson_07 import article_pairs
from realignment.questions.quick import Quick, letter_of
from realignment.ties import RULES, read_sign_table, ties

DAYS = {
    "a": "14 March, which the record has",
    "b": "15 March, which sentence 3 has",
    "c": "17 March, the day of the page",
}
BODIES = {"a": "the Pentagon", "b": "Antony Blinken", "c": "the State Department"}
CLASSES = {
    "a": "cooperation, since one side gives way",
    "b": "conflict, since a presence ends",
    "c": "none, since nothing is said",
}
SIGNS = {"a": "+1 and 0", "b": "+1 and −1", "c": "0 and 0"}
CHANGED = {"a": "`latest`", "b": "`majority`", "c": "none of the three"}


def day_of_our_row(case: Case) -> str:
    """Return the letter of the day that the table of the text has for the delegation's leaving."""
    day = bounds(row(case, "E07")["date"])[1].day
    return {14: "a", 15: "b", 17: "c"}[day]


def above_the_spokesman(case: Case) -> str:
    """Return the letter of the body that stands above the spokesman in the table of actors."""
    parent = case.actors.set_index("actor_id").at["P_MILLER", "parent"]
    return {"USA_DOD": "a", "P_BLINKEN": "b", "USA_DOS": "c"}[str(parent)]


def class_of_leaving(case: Case) -> str:
    """Return the letter of PLOVER's class for forces that leave."""
    return "a" if read_codebook().quad("RETREAT") <= 2 else "b"


def asked_and_thanked(case: Case) -> str:
    """Return the letter of the signs of coming by invitation, and of leaving by agreement."""
    table = read_sign_table().groupby("sign_rule")["sign"].first()
    signs = int(table["deployment_by_invitation"]), int(table["departure_agreed"])
    return letter_of(SIGNS, {(1, -1): "+1 and −1", (1, 0): "+1 and 0", (0, 0): "0 and 0"}[signs])


def with_one_more_visit(case: Case) -> str:
    """Return the letter of the rule under which one more visit in January would turn the line."""
    pairs = article_pairs(case)
    visit = pairs[pairs["event_id"] == "E24"].assign(
        event_id="E99", act="E99", when=pd.Timestamp("2024-01-15")
    )
    more = pd.concat([pairs, visit], ignore_index=True)
    for rule in RULES:
        was, now = (
            made.set_index(["source", "target"])["sign"][("NER", "USA")]
            for made in (ties(pairs, rule), ties(more, rule))
        )
        if was != now:
            return letter_of(CHANGED, rule)
    return "c"


RECALL = [
    Quick(
        id="7.a",
        name="quick.ties.whose_day",
        asks=(
            "In lesson 06 the story and the record had two days for the delegation's leaving. Now "
            "we make ties from the article. Which day has E07 in them?"
        ),
        options=DAYS,
        right=day_of_our_row,
        says={
            "a": "That is what is known of the world. Of what is our table of events a table?",
            "c": "On that day the story was printed. What was done on it, by the story?",
        },
        why="These ties are of one telling. What the record has stands in tables of its own.",
        again=(6, "A day"),
    ),
    Quick(
        id="7.b",
        name="quick.ties.class_of_leaving",
        asks="Soldiers leave, because they were told to. Which class has the leaving in PLOVER?",
        options=CLASSES,
        right=class_of_leaving,
        says={
            "b": "The telling to go is there. Is it the same act as the leaving?",
            "c": "A class is not only for words: two of the four are of deeds.",
        },
        why="PLOVER scores the act alone: whoever leaves gives way. Keep that in mind.",
        again=(4, "Quad class, and what it does not say"),
    ),
    Quick(
        id="7.c",
        name="quick.ties.above_the_spokesman",
        asks=(
            "Matthew Miller says a sentence in Washington. Which row of the table of actors stands "
            "between him and his state?"
        ),
        options=BODIES,
        right=above_the_spokesman,
        says={
            "a": "It gave a statement in the same words. For which body does he speak?",
            "b": "The secretary heads the same body. Does one person stand under another?",
        },
        why="A spokesman belongs to his department, and that to the state: this is the climb.",
        again=(2, "Levels"),
    ),
]

CHECKS = [
    Quick(
        id="7.d",
        name="quick.ties.asked_and_thanked",
        asks=(
            "A state asks another for instructors, and they come. Two years later their work is "
            "done, and both agree that they go home. Which signs do the two acts get?"
        ),
        options=SIGNS,
        right=asked_and_thanked,
        says={
            "b": "Who was hostile to whom when they went home?",
            "c": "For the second act that is what the table says. Who asked for the first?",
        },
        why=(
            "To come because one was asked is a bond. To part by agreement takes nothing away and "
            "adds nothing."
        ),
        again=(7, "A table of signs"),
    ),
    Quick(
        id="7.e",
        name="quick.ties.one_more_visit",
        asks=(
            "Somebody finds one sentence more in the story: an American visit to Niger in January "
            "2024, coded +1. Under which rule does the line of the two states turn?"
        ),
        options=CHANGED,
        right=with_one_more_visit,
        says={
            "a": "Was January the last month in which something happened between the two?",
            "b": "Count once more, with one friendly act added. Which side had more before?",
        },
        why=(
            "The last day is still in March, the friendly acts were more already, and both signs "
            "occur as before."
        ),
        again=(7, "From many acts to one tie"),
    ),
    Quick(
        id="7.f",
        name="quick.ties.under_the_line",
        asks="Which words would you print under the line of Niger and Russia in this story?",
        options={
            "a": "Niger and Russia are allies.",
            "b": "One sentence, nobody named, sees them drawing closer.",
            "c": "Nothing is known of these two.",
        },
        right="b",
        says={
            "a": "Which sentence would you cite for the word?",
            "c": "There is a line, so there is a row behind it. What does it say?",
        },
        why="That is what stands behind the line: so much, and no more.",
        again=(7, "Back to the sentence"),
    ),
]

QUICK = [*RECALL, *CHECKS]
