"""Quick checks of lesson 08, Ties through time."""

from __future__ import annotations

from realignment import dates
from realignment.cases import Case
from realignment.questions.quick import Quick, letter_of
from realignment.ties import read_sign_table

SIGNS = {"a": "a plus", "b": "a minus", "c": "no sign"}
LAST_DAYS = {"a": "1 December 2021", "b": "31 December 2021", "c": "no day, so it is left out"}


def sign_of_a_departure(case: Case) -> str:
    """Return the letter of the sign that leaving after an eviction gets."""
    table = read_sign_table().set_index("sign_rule")["sign"]
    sign = int(table.loc[["departure_after_eviction"]].iloc[0])
    return letter_of(SIGNS, {1: "a plus", -1: "a minus", 0: "no sign"}[sign])


def last_day_of_december(case: Case) -> str:
    """Return the letter of the day by which something of December 2021 has happened."""
    last = dates.bounds("2021-12")[1]
    return letter_of(LAST_DAYS, f"{last.day} {last.month_name()} {last.year}")


QUICK = [
    Quick(
        id="8.a",
        name="quick.through_time.sign_of_a_departure",
        asks=(
            "A state is told to take its soldiers home, and does. Which sign does the table of "
            "lesson 07 give to the departure itself?"
        ),
        options=SIGNS,
        right=sign_of_a_departure,
        says={
            "a": "PLOVER files leaving under cooperation, so a machine would say that. What had "
            "been said to those who left?",
            "b": "There was something hostile in it: the demand. It has a row of its own. Would "
            "you count it a second time?",
        },
        why=(
            "The demand carries the minus. Who obeys it does nothing new to the other, so the "
            "departure is counted as neither friendly nor hostile."
        ),
        again=(7, "A table of signs"),
    ),
    Quick(
        id="8.b",
        name="quick.through_time.known_by_which_day",
        asks=(
            "An act is dated `2021-12`. A line is drawn only when it has certainly happened. From "
            "which day on may the line of this act be drawn?"
        ),
        options=LAST_DAYS,
        right=last_day_of_december,
        says={
            "a": "On that day it may have happened. What do you know of it for certain then?",
            "c": "A month is a date, with an earliest and a latest day. Which of the two makes "
            "you sure?",
        },
        why="Every date has an earliest and a latest day. Only on the latest has it surely been.",
        again=(3, "A date that may doubt"),
    ),
    Quick(
        id="8.c",
        name="quick.through_time.silence_of_the_record",
        asks=(
            "The record has no act of a certain month between two states. What may you write of "
            "that month?"
        ),
        options={
            "a": "nothing happened between the two",
            "b": "the record holds no act of that month",
            "c": "the two were neutral towards each other",
        },
        right="b",
        says={
            "a": "The makers would have had to look for everything. What does the record say of "
            "itself: all acts, or a selection?",
            "c": "To be neutral is a position that a state takes. Who told you that it took one?",
        },
        why="It is a selection, and says so. That an act is missing means nothing about the world.",
        again=(6, "Two papers, one source"),
    ),
    Quick(
        id="8.d",
        name="quick.through_time.an_open_end",
        asks="In the table of spells the column `end` is empty in one row. What does that say?",
        options={
            "a": "nobody knows when it ended",
            "b": "it had not ended by the last day that the record knows",
            "c": "the two are friends today",
        },
        right="b",
        says={
            "a": "A gap in a table often means that. Here a function has written the table: which "
            "end would it have found, had there been one?",
            "c": "You may be ahead of the record. Up to which day does it know anything, and what "
            "does the column `sign` say?",
        },
        why=(
            "No act, exit or window has ended it by that day. It may be a hostile spell, and what "
            "came later was not seen."
        ),
        again=(8, "A tie has a life"),
    ),
    Quick(
        id="8.e",
        name="quick.through_time.turned_and_turned_back",
        asks=(
            "A report compares the ties of two days, five years apart. Two states are friends on "
            "both, so the report leaves them out. What may you write of these five years?"
        ),
        options={
            "a": "they were friends all the time",
            "b": "nothing yet: the line may have turned and turned back",
            "c": "no act between the two is known of that time",
        },
        right="b",
        says={
            "a": "So it looks from two days. Think of Niger and the United States: on which two "
            "days would a report have left them out?",
            "c": "The report looked at ties and not at acts. How many acts may lie between two "
            "days on which the tie is the same?",
        },
        why="Two days are two pictures. For what lies between them ask for the turning points.",
        again=(8, "Washington came back, and left again"),
    ),
    Quick(
        id="8.f",
        name="quick.through_time.weight_of_an_act",
        asks=(
            "By majority a line is friendly: five acts to four. Somebody adds two true rows about "
            "visits that had been left out. What should the report say?"
        ),
        options={
            "a": "the friendship has grown",
            "b": "the line rests on which acts were put in, and how they are counted",
            "c": "the line is certain now, with more rows behind it",
        },
        right="b",
        says={
            "a": "The two states did nothing new. What has grown?",
            "c": "More rows are more reports. Do two visits weigh as much as an accord that is "
            "ended?",
        },
        why="A majority counts rows. The world has not moved; the table has.",
        again=(8, "What does a count count?"),
    ),
]
