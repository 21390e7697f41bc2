"""Recall questions and quick checks of lesson 11, The map."""

from __future__ import annotations

from realignment import dates
from realignment.cases import Case
from realignment.questions.quick import Quick, letter_of
from realignment.record import load_record, presences_at

STATUS = {"a": "open", "b": "uncertain", "c": "closed"}


def status_before_its_end(case: Case) -> str:
    """Return the letter of how a presence without a known beginning stands before its end."""
    record = load_record()
    [end] = record.presences.query("presence_id == 'B04'")["end"]
    before = dates.bounds(end)[0].replace(day=1)
    [status] = presences_at(record, before).query("presence_id == 'B04'")["status"]
    return letter_of(STATUS, status)


QUICK = [
    Quick(
        id="11.a",
        name="quick.map.nothing_that_could_fail",
        asks="A network of four ties has no cycle, and none of its ties is frustrated. A paper "
        "calls the four states perfectly balanced. What do you ask?",
        options={
            "a": "Which of the four states was counted twice.",
            "b": "Which signs could have given another result.",
            "c": "Why the paper did not take weak balance.",
        },
        right="b",
        says={
            "a": "No state is counted here, only ties. What has to be closed before a tie can be "
            "frustrated?",
            "c": "With any number of camps the number is zero too. Why is it, in both senses?",
        },
        why="None could: without a cycle any signs fit two camps. A test that cannot fail has not "
        "been passed.",
        again=(10, "Recap"),
    ),
    Quick(
        id="11.b",
        name="quick.map.begun_in_that_month",
        asks="A spell begins `2023-08`, and has no end yet. Does it hold on 15 August 2023?",
        options={
            "a": "Yes: it begins in August, and that is August.",
            "b": "No: it holds from the last day of August.",
            "c": "That is not certain: it may begin before that day or after it.",
        },
        right="c",
        says={
            "a": "Some day in August is meant. Must it be one of the first two weeks?",
            "b": "From that day on it holds for sure. What about the days before?",
        },
        why="A month is some day of that month. What stands between its first day and its last is "
        "not certain, and a map should say so.",
        again=(8, "Recap"),
    ),
    Quick(
        id="11.c",
        name="quick.map.after_the_table_ends",
        asks="A table says that it is complete to 31 December 2025. It holds no row of February "
        "2026. What does it say of that month?",
        options={
            "a": "That nothing happened.",
            "b": "Nothing.",
            "c": "That what went on in December went on.",
        },
        right="b",
        says={
            "a": "Did anyone who kept this table look at that month?",
            "c": "That is a guess about the world. Who has looked?",
        },
        why="Beyond the day to which a table is complete, an empty place is a place where nobody "
        "looked.",
        again=(6, "Recap"),
    ),
    Quick(
        id="11.d",
        name="quick.map.no_beginning_seen",
        asks="The record knows when B04 ended, and no source for its beginning was seen. Which "
        "status has it on a day shortly before its end?",
        options=STATUS,
        right=status_before_its_end,
        says={
            "a": "So the comparison of texts would say. Does any source tell that it had begun?",
            "c": "Its end had not come yet. What about its beginning?",
        },
        why="It may have been there: nothing says that it was not, and nothing says since when. "
        "The map gives it a question mark.",
        again=(11, "What stood where, on one day"),
    ),
    Quick(
        id="11.e",
        name="quick.map.a_full_line",
        asks="What does a full line without a question mark say on this map?",
        options={
            "a": "That the acts behind it are told as certain.",
            "b": "That many acts stand behind it.",
            "c": "That both states would agree that the line is there.",
        },
        right="a",
        says={
            "b": "Look at the line of Burkina Faso and Niger. How many acts does it rest on?",
            "c": "A line is made of what was told of acts. Was either of the two asked?",
        },
        why="Thin and grey would mean not certain. How many acts stand behind a line, and whose "
        "word they are, its look does not say: for that you follow it back.",
        again=(11, "Ties, and everything at once"),
    ),
    Quick(
        id="11.f",
        name="quick.map.between_two_panels",
        asks="A mark is filled in the second panel and hollow in the third. When did they leave?",
        options={
            "a": "On the day of the third panel.",
            "b": "On some day after that of the second, up to that of the third.",
            "c": "Half-way between the two.",
        },
        right="b",
        says={
            "a": "On that day the map found them gone. Must they have gone on it?",
            "c": "Nothing on the strip speaks for the middle. What do the two panels know?",
        },
        why="A strip knows its own days only. The day itself stands in the row: follow the mark "
        "back.",
        again=(11, "Letting it move"),
    ),
]
