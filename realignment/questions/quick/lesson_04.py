"""Recall questions and quick checks of lesson 04, Events."""

from __future__ import annotations

from realignment.questions.quick import Quick

QUICK = [
    Quick(
        id="4.a",
        name="quick.events.counted_from",
        asks=(
            "A story of 10 June 2024 says: “He was arrested in March, and freed two months after.” "
            "What goes into the row of his release?"
        ),
        options={"a": "`2024-08`", "b": "`2024-04`", "c": "`2024-05~`"},
        right="c",
        says={
            "a": "Can a story of June tell of it as done? The words say “after”: after what?",
            "b": "You have counted back from the day of the story. From which month do the words "
            "count?",
        },
        why="Two months count from March, and nobody says that they were two to the day.",
        again=(3, "A year ago, about"),
    ),
    Quick(
        id="4.b",
        name="quick.events.who_regrets",
        asks="“Paris regrets the decision.” Who goes into the column `actor`?",
        options={
            "a": "the city of Paris",
            "b": "the government of France",
            "c": "the people of France",
        },
        right="b",
        says={
            "a": "Put “the people who work there, in office” in the place of the name. Who are "
            "they?",
            "c": "Who puts out such a sentence in a country's name?",
        },
        why="The city stands for the body that sits in it: the name is a metonym.",
        again=(2, 'Who is "Washington"?'),
    ),
    Quick(
        id="4.c",
        name="quick.events.who_vouches_for_the_said",
        asks=(
            "“The base is illegal, the colonel said.” Two rows come of it: the saying, and the "
            "base. Who vouches for the row of the base?"
        ),
        options={"a": "the story", "b": "the one who is quoted", "c": "nobody who is named"},
        right="b",
        says={
            "a": "If the base were legal after all, would the paper have been mistaken?",
            "c": "Somebody is named, with a rank. What does he say?",
        },
        why="The paper vouches that it was said. For what was said the speaker vouches.",
        again=(1, "Who vouches?"),
    ),
    Quick(
        id="4.d",
        name="quick.events.passive",
        asks="“The rebels were driven out of the town by the army.” Which row is it?",
        options={
            "a": "the rebels act, towards the army",
            "b": "nobody acts: the sentence is passive",
            "c": "the army acts, towards the rebels",
        },
        right="c",
        says={
            "a": "They stand first in the sentence. Who drives, and who is driven?",
            "b": "In a passive the one who acts may be left out, or stand at the end. Is anybody "
            "at the end?",
        },
        why="Who drives is the actor, wherever in the sentence it stands.",
        again=(4, "Actor, act, recipient"),
    ),
    Quick(
        id="4.e",
        name="quick.events.class_is_no_friendship",
        asks=(
            "A state calls its soldiers home, because it was told to. PLOVER: RETREAT, class 2, "
            "material cooperation. What do you know by that of the two states?"
        ),
        options={
            "a": "that one gave way to the other",
            "b": "that they work together",
            "c": "nothing: class 4 would have been right",
        },
        right="a",
        says={
            "b": "The class says how an act was done. What in it says how the two stand?",
            "c": "The class follows from the type, by the codebook. What does it describe: the "
            "act, or what led to it?",
        },
        why="Quad class and intensity describe the act. Of friendship they say nothing.",
        again=(4, "Quad class, and what it does not say"),
    ),
    Quick(
        id="4.f",
        name="quick.events.rows_and_acts",
        asks=(
            "A story tells of one signing in its headline, its first sentence and its last. Ana "
            "counts three rows, Ben one act. Who is right?"
        ),
        options={
            "a": "Ana: three sentences are three rows",
            "b": "both: one counts tellings, the other deeds",
            "c": "Ben: rows that repeat an act should be deleted",
        },
        right="b",
        says={
            "a": "What would Ana find in a paper that prints the sentence ten times?",
            "c": "Each row has its own words and its own speaker. Which column points from one to "
            "the other, so that none need go?",
        },
        why="Rows measure how often a thing is told, acts how often it was done. Say which.",
        again=(4, "The saying and the said"),
    ),
]
