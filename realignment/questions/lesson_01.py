"""Lesson 01, Reading, asks who is speaking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from realignment.answers import Choice, Essay, Fields, Items, Keyed, Number, Share, Words
from realignment.cases import Case
from realignment.events import AUTHOR
from realignment.questions import Mistake, Question, options, row
from realignment.questions.slips import (
    either,
    gives,
    miscounted,
    one_of,
    own,
    reverse,
    says,
    subset,
    took,
    turns,
)

VOICES = Choice(
    {
        "author": "the story itself",
        "P_MILLER": "the spokesman Matthew Miller",
        "USA_DOD": "the Pentagon",
        "NER_CNSP": "Niger's authorities",
        "UNK": "nobody named",
    }
)
WORDINGS = tuple("junta|delegation|house arrest|hard line|visit|colonial|rare|foe".split("|"))
"""The wordings of question 1.6, in the order in which they are asked about."""

TELLINGS = ("fact", "claim", "comment", "intent")
ROWS = ("E01", "E12", "E16", "E19", "E21", "E26", "E28", "E39")
"""The rows that question 1.2 asks about: one of each telling at least, in no order that helps."""
LABELS = Keyed(Choice(ROWS), Choice(TELLINGS), "one label for each row")

ALSO_CLAIMS = {
    "E16": "only the spokesman vouches for the promise, so it is his claim too",
    "E21": "the passive hides who restricts, and no document is named; so one may take it for "
    "the word of somebody whom the story does not name",
    "E28": "what to call it is disputed (his supporters say hostage, the CNSP speaks of a legal "
    "matter); so one may ask whose word it is",
}
"""The rows of question 1.2 that one may call claims too, with the reason."""


def telling(coded: dict[str, Any]) -> str:
    """Say what kind of telling a row is, by the table of lesson 01."""
    if coded["kind"] == "intent":
        return "intent"
    if coded["attributed_to"] != AUTHOR:
        return "claim"
    return "comment" if coded["kind"] == "relation" else "fact"


def tellings(case: Case) -> dict[str, str]:
    """Return the telling of each row that question 1.2 asks about."""
    return {name: telling(row(case, name)) for name in ROWS}


def content_voucher(case: Case, sentence: int) -> str:
    """Return who vouches for what is said in a sentence, beyond that it was said."""
    rows = case.events[case.events["sentence"] == sentence]
    return str(rows.loc[rows["attributed_to"] != AUTHOR, "attributed_to"].iloc[0])


def are_own(case: Case) -> pd.Series[Any]:
    """Tell of each row whether the story itself vouches for it."""
    return case.events["attributed_to"] == AUTHOR


def own_share(case: Case) -> float:
    """Return the share of these among all rows."""
    return float(are_own(case).mean())


def share_of(voice: str) -> Callable[[Case], float]:
    """Return what gives the share of a voice among all rows."""
    return lambda case: float((case.events["attributed_to"] == voice).mean())


def among(rows: str) -> Callable[[Case], float]:
    """Return what gives the story's own share of the rows that pass a condition."""
    return lambda case: float((case.events.query(rows)["attributed_to"] == AUTHOR).mean())


OTHER_THINGS: dict[str, Callable[[Case], float]] = {
    "sentences": lambda case: (
        case.events.loc[are_own(case), "sentence"].nunique() / len(case.sentences)
    ),
    "voices": lambda case: 1 / case.events["attributed_to"].nunique(),
    "cells": lambda case: own_share(case) * case.events.shape[1] / 100,  # is read as percent
}
"""What may be counted in place of rows, and the share that it gives."""

OTHER_TONE = {"loaded": "neutral", "neutral": "loaded"}


def other_tones(case: Case) -> dict[str, dict[str, str]]:
    """Return the tones that one may give a word against our table, with the reason."""
    return {
        word["words"]: {OTHER_TONE[word["tone"]]: word["other_view"]}
        for word in case.words.to_dict("records")
        if word["other_view"]
    }


def own_claims(given: dict[str, Any]) -> int:
    """Count the claims among a student's own labels."""
    return list(given["labels"].values()).count("claim")


def unlabelled(given: dict[str, Any], expected: Any, case: Case) -> bool:
    """Tell whether some row of question 1.2 has no label among a student's own."""
    return set(given["labels"]) != set(ROWS)


QUESTIONS = [
    Question(
        id="1.1",
        name="reading.who_vouches",
        asks="Who vouches for what sentence 7 says about the American presence?",
        objective=1,
        reads=VOICES,
        expected=lambda case: content_voucher(case, 7),
        mistakes=options(
            USA_DOD="wrong_speaker",
            P_MILLER="wrong_speaker: He speaks in sentences 4 and 5. Who is the subject of the "
            "verb of saying in sentence 7?",
            author="claim_as_fact",
            UNK="hedge_everywhere: Somebody is named in this sentence. Find the verb of saying, "
            "then its subject.",
        ),
        hints="""
            - Find the verb of saying in sentence 7, and forget sentence 6 for a moment.
            - Which body is the subject of that verb? Would the Pentagon say this of its own
              troops?""",
        solution='voucher = "NER_CNSP"',
        why="""The verb of saying is in sentence 7 itself, and its subject means Niger's
            authorities. That sentence 6 stands in the same paragraph changes nothing.""",
    ),
    Question(
        id="1.2",
        name="reading.fact_claim_comment_intent",
        asks="Fact, claim, comment or intent: label eight rows.",
        objective=2,
        reads=LABELS,
        expected=tellings,
        defensible=lambda case: {name: {"claim": why} for name, why in ALSO_CLAIMS.items()},
        mistakes=[
            Mistake("intent_as_event", took("intent", "fact")),
            Mistake("claim_as_fact", took("claim", "fact")),
            Mistake("claim_as_fact", took("claim", "comment")).saying(
                "A comment is the story's own. For one of yours somebody else vouches: look at "
                "`attributed_to`."
            ),
            Mistake("fact_as_claim", says("E01", "claim")).saying(
                "A speaker stands in the words of `E01`. But there the announcing is itself the "
                "deed, and the column `attributed_to` says who vouches that it was made. Look "
                "there."
            ),
            Mistake("fact_as_claim", took("comment", "claim")),
            Mistake("loaded_word", took("comment", "fact")).saying(
                "One of your facts is a judgement that no document could decide. Would both sides "
                "write it so?"
            ),
            Mistake("kind_confused", took("fact", "comment")).saying(
                "What you call a comment could be checked: it took place, or it did not."
            ),
            Mistake("kind_confused", took("intent", "comment")).saying(
                "A comment describes or judges. Has this happened yet?"
            ),
            Mistake(
                "kind_confused", either(*(took(t, "intent") for t in TELLINGS if t != "intent"))
            ).saying(
                "What you call an intent is told as done, or as so. Is anything still to come?"
            ),
        ],
        hints="""
            - Go through the column `attributed_to` first: who vouches?
            - Where the story vouches, ask whether a document could decide it, and whether it has
              happened yet.
            - Two rows describe how two stand to each other; one has not happened yet.""",
        solution="""labels = {
    "E01": "fact", "E12": "claim", "E16": "intent", "E19": "claim",
    "E21": "fact", "E26": "comment", "E28": "fact", "E39": "comment",
}""",
        why="""Claims are the rows for which somebody in the story vouches; comments describe how
            two stand to each other; the promise of updates has not happened yet; the rest the
            story says itself, and it could be checked.""",
    ),
    Question(
        id="1.3",
        name="reading.voices_by_rows",
        asks="Put the voices in order, from the most rows to the fewest.",
        objective=1,
        reads=Items(VOICES, ordered=True, what="voices"),
        expected=lambda case: tuple(case.events["attributed_to"].value_counts().index),
        mistakes=[
            Mistake("reversed", reverse).saying(
                "You have the order upside down: the most rows come first."
            ),
            Mistake("incomplete", subset).saying(
                "A voice is missing. Each that vouches for a row has its place in the order."
            ),
            Mistake(
                "too_many", lambda given, expected, case: bool(set(given) - set(expected))
            ).saying(
                "One of these vouches for no row at all. Which of them only acts, and does not "
                "vouch?"
            ),
            Mistake(
                "order_told", gives(lambda case: tuple(case.events["attributed_to"].unique()))
            ).saying(
                "That is the order in which they are first heard. Count the rows of each, and not "
                "the sentences."
            ),
            Mistake("wrong_selection", turns(lambda order: tuple(sorted(order)))).saying(
                "You have sorted the names by their letters. Sort by how many rows each has."
            ),
            Mistake("fact_as_claim", lambda given, expected, case: given[0] != AUTHOR).saying(
                "The story has more to tell on its own account than anybody whom it quotes. Count "
                "again."
            ),
        ],
        hints="""
            - There is a pandas verb that counts the values of a column.
            - Apply `.value_counts()` to `attributed_to` and read its index from the top.""",
        solution='order = list(events["attributed_to"].value_counts().index)',
        why="""`value_counts()` already sorts from many to few. The count says who is given the
            word, not who is right.""",
    ),
    Question(
        id="1.4",
        name="reading.share_of_the_story",
        asks="What share of all rows does the story itself vouch for?",
        objective=1,
        reads=Share(of=39),
        expected=own_share,
        mistakes=[
            Mistake(
                "wrong_denominator",
                gives(lambda case: are_own(case).sum() / len(case.sentences)),
            ).saying("You divided by the number of sentences. One sentence can give several rows."),
            Mistake(
                "wrong_denominator",
                gives(
                    lambda case: are_own(case).sum(),
                    lambda case: are_own(case).sum() / 100,
                    lambda case: len(case.events),
                ),
            ).saying("That is a number of rows. A share is one number of rows divided by another."),
            Mistake(
                "wrong_denominator", gives(lambda case: len(case.sentences) / len(case.events))
            ).saying(
                "That sets the sentences against the rows. Count rows, above and below: those "
                "that the story itself vouches for, and all."
            ),
            Mistake("empty_result", one_of(0)).saying(
                "No row at all was kept. In which column does `author` stand?"
            ),
            Mistake("fact_as_claim", turns(lambda share: 1 - share)).saying(
                "That is the share of all the other voices together."
            ),
            Mistake("reversed", turns(lambda share: 1 / share)).saying(
                "You have the fraction upside down. No share is larger than one."
            ),
            Mistake(
                "wrong_denominator",
                turns(lambda share: share / (1 - share), lambda share: (1 - share) / share),
            ).saying("You have set the two groups against each other. A share is one part of all."),
            Mistake("wrong_selection", gives(among("kind == 'event'"))).saying(
                "That is the share among the events alone. The question asks for all rows."
            ),
            Mistake("wrong_selection", gives(among("main == 'yes'"))).saying(
                "That is the share among the main rows alone. The question asks for all rows."
            ),
            Mistake("wrong_speaker", gives(*map(share_of, VOICES.options))).saying(
                "That is the share of another voice. For which rows does the story itself vouch?"
            ),
            Mistake("wrong_selection", gives(among("main == 'yes'"))).saying(
                "That is the share among the main rows alone. The question asks for all rows."
            ),
            Mistake("wrong_denominator", gives(among("attributed_to != 'UNK'"))).saying(
                "You left out the row for which nobody named vouches. The question asks for all "
                "rows."
            ),
            *(
                Mistake("wrong_denominator", gives(slip)).saying(
                    f"You counted {what}. A row is one line of the table."
                )
                for what, slip in OTHER_THINGS.items()
            ),
        ],
        hints="""
            - A share is one number divided by another. Which two are they here?
            - `len(table)` gives the number of rows: of those that you keep, and of all.""",
        solution="""own = events[events["attributed_to"] == "author"]
share = len(own) / len(events)""",
        why="""Most of a news story is in the paper's own voice. The share says how this story was
            built; it is no mark for it.""",
    ),
    Question(
        id="1.5",
        name="reading.summary_of_two_speakers",
        asks="Find the flaw: what is wrong with the classmate's summary of sentences 6 and 7?",
        objective=3,
        reads=Choice(
            {
                "a": "the day is wrong",
                "b": "it gives the words of one speaker to another",
                "c": "it leaves out the number of troops",
                "d": "it calls an intent a fact",
            }
        ),
        expected=lambda case: "b" if content_voucher(case, 7) != "USA_DOD" else "a",
        mistakes=options(
            a="publication_date: The summary names no day at all.",
            c="outside_knowledge: Neither sentence speaks of a number. What does the summary get "
            "wrong?",
            d="intent_as_event: Nobody plans or promises anything in these two sentences.",
        ),
        hints="""
            - Read the summary, then ask of each half: who says so in the story?
            - The verb of saying in the summary has one subject. The story has two verbs and two
              subjects.""",
        solution='flaw = "b"',
        why="Layout is not attribution: two sentences of one paragraph can have two speakers.",
    ),
    Question(
        id="1.6",
        name="reading.loaded_words",
        asks="Loaded or neutral: weigh eight wordings of the story.",
        objective=4,
        reads=Keyed(Words(WORDINGS), Choice(("loaded", "neutral")), "one tone for each wording"),
        expected=lambda case: dict(zip(case.words["words"], case.words["tone"], strict=True)),
        defensible=other_tones,
        mistakes=[
            Mistake("too_many", turns(lambda tones: dict.fromkeys(tones, "loaded"))).saying(
                "If every word is loaded, the test is too strict. Would both sides object?"
            ),
            Mistake(
                "reversed",
                turns(lambda tones: {word: OTHER_TONE[tone] for word, tone in tones.items()}),
            ).saying("You have the two labels in each other's place, for every word."),
            Mistake("loaded_word", either(says("foe", "neutral"), says("hard line", "neutral"))),
            Mistake(
                "loaded_word", either(says("visit", "loaded"), says("delegation", "loaded"))
            ).saying("One of those that you call loaded only says what happened or who came."),
        ],
        hints="""
            - Put yourself in the place of each side. Who would object to the word?
            - A word for a thing that both sides would name so is neutral, even if the thing is
              sad.""",
        solution='tones = dict(zip(case.words["words"], case.words["tone"], strict=True))',
        why="""Two of them make one side rigid or an enemy; two more judge a little. For half of
            them the table holds another view, and you may take it if you say why.""",
    ),
    Question(
        id="1.7",
        name="reading.own_claims",
        asks="From your own labels of 1.2: how many of the eight rows are claims?",
        objective=2,
        reads=Fields({"labels": LABELS, "count": Number(unit="rows that are claims")}),
        same=lambda given, expected, case: (
            given["count"] == own_claims(given) and not unlabelled(given, expected, case)
        ),
        mistakes=[
            Mistake("incomplete", unlabelled).saying(
                "Some of the rows have no label here. Give the whole dict `labels` of 1.2."
            ),
            Mistake("wrong_selection", own(lambda given, case: 0, "count")).saying(
                "There are claims among your labels. They stand in `labels.values()`; `labels` "
                "alone gives the names of the rows."
            ),
            *miscounted(own_claims, lambda given: len(ROWS), "labels"),
        ],
        hints="""
            - You need a number that follows from your own answer, so let Python count.
            - `list(labels.values())` is a list; a list has a method `.count(...)`.""",
        solution='claims = list(labels.values()).count("claim")',
        why="""The count follows from your labels, whatever they are. If you change a label, the
            count changes with it: that is what it means to compute instead of to type.""",
    ),
    Question(
        id="1.8",
        name="reading.reasons_left_out",
        asks="What would change for a reader if the story quoted one of the omitted reasons too?",
        objective=5,
        reads=Essay(20),
        rubric="""
            - It names one sentence of the story by its number.
            - It names one reason from the row of omissions, with its speaker.
            - It says what a reader would know, think or ask then, not what is true.
            - It grants that a short report must leave out something, and says what could go.""",
        hints="""
            - Look at the row of `case.claims` whose verdict is `omission`.
            - Take one reason. After which sentence could it stand, and which sentence would then
              sound different?""",
        solution='''argument = """
After sentence 7 the story could add that Niger, by its own account, was not told the
date and members of the visit. Sentence 3, about the aim of the visit, would then sound
different: a reader would ask how it had been prepared. The cost of the base could go.
"""''',
        why="""There is no single answer. A good one stays with the text and keeps the speaker of
            each reason.""",
    ),
]
