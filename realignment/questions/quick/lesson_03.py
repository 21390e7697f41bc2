"""Recall questions and quick checks of lesson 03, Time."""

from __future__ import annotations

from realignment.cases import Case
from realignment.questions.quick import Quick, letter_of

COUP = {"a": "`2023-07-26`", "b": "`2023-07`", "c": "`2023-07~`"}


def coup_in_sentence_9(case: Case) -> str:
    """Return the letter of what the table has for the month that sentence 9 names."""
    rows = case.expressions[case.expressions["sentence"] == 9]
    return letter_of(COUP, rows.loc[rows["precision"] == "month", "edtf"].iloc[0])


QUICK = [
    Quick(
        id="3.a",
        name="quick.time.which_authority",
        asks=(
            "A row tells of something that Niger's rulers did in May 2023. Which columns of the "
            "table of actors say whether to take `NER_GOV` or `NER_CNSP`?"
        ),
        options={
            "a": "`valid_from` and `valid_to`",
            "b": "`level` and `parent`",
            "c": "`name` and `aliases`",
        },
        right="a",
        says={
            "b": "Both are authorities, and one state stands above both. In what do the two rows "
            "differ?",
            "c": "A paper may use one name for both. What changed between them in July 2023?",
        },
        why="Each authority has a lifetime, so the day of the act decides which of them acted.",
        again=(2, "Lifetimes"),
    ),
    Quick(
        id="3.b",
        name="quick.time.a_plan_and_its_month",
        asks=(
            "A story of April says: “The troops would leave in May, the minister said.” It is June "
            "now. What may a table of this story say?"
        ),
        options={
            "a": "that they left in May: the month is over",
            "b": "that they left in May: a minister vouches for it",
            "c": "that the minister spoke of a plan for May",
        },
        right="c",
        says={
            "a": "The month has passed. Which words of the story tell what came of it?",
            "b": "In April nobody could have seen it. For what could the minister vouch then?",
        },
        why="An intent has a date, too. What became of it stands in another text, or in none.",
        again=(1, "Fact, claim, comment, intent"),
    ),
    Quick(
        id="3.c",
        name="quick.time.what_nunique_counts",
        asks=(
            "A table has one row for each time expression. What does "
            '`expressions["sentence"].nunique()` count?'
        ),
        options={
            "a": "the time expressions",
            "b": "the sentences that hold at least one",
            "c": "all sentences of the story",
        },
        right="b",
        says={
            "a": "Two of them may stand in one sentence. Does its number count twice?",
            "c": "What has no time expression has no row here. Can it be counted?",
        },
        why="It counts how many different values a column has: each sentence once.",
        again=(2, "A dict of names"),
    ),
    Quick(
        id="3.d",
        name="quick.time.a_day_one_remembers",
        asks=(
            "Sentence 9 says that the coup was in July 2023. A colleague remembers the day and "
            "types it. What does the row of this text take?"
        ),
        options=COUP,
        right=coup_in_sentence_9,
        says={
            "a": "Your colleague may be right about the world. The row is about the text: which "
            "word of sentence 9 names a day?",
            "c": "The `~` says “about”. A month is a length of time already, and sentence 9 names "
            "it. Which of its words has a doubt?",
        },
        why=(
            "The words give the month and nothing finer, and they give it without a doubt. What "
            "one knows from elsewhere has its place in the record, and not in this column."
        ),
        again=(3, "A date that may doubt"),
    ),
    Quick(
        id="3.e",
        name="quick.time.after_what",
        asks=(
            "A report of Friday 10 May 2024 says that talks broke off two weeks ago, and that the "
            "mediator left three days after. When did the mediator leave?"
        ),
        options={"a": "`2024-05-13`", "b": "`2024-04-29`", "c": "`2024-04-29~`"},
        right="c",
        says={
            "a": "You have counted from the day of the report, as a parser does. The report says "
            "“after”: after what?",
            "b": "So the calendar says. But the count begins at “two weeks ago”: does whoever says "
            "that mean one day, and no other?",
        },
        why=(
            "The three days count from the end of the talks, and that end is known only about. "
            "What is counted from it cannot be known better."
        ),
        again=(3, "A year ago, about"),
    ),
    Quick(
        id="3.f",
        name="quick.time.first_by_earliest",
        asks=(
            "Sorted by the earliest day, “last year” (sentence 3, the coup) comes before “a year "
            "ago” (sentence 10, the visit). What has the sort shown?"
        ),
        options={
            "a": "that the words allow an earlier day for the one than for the other",
            "b": "that the coup came before the visit",
            "c": "nothing: a year and a month cannot be compared",
        },
        right="a",
        says={
            "b": "Sentence 9 names the month of the coup. Which of the two came first?",
            "c": "Each of them has an earliest day, and days can be sorted. What is that day of a "
            "whole year?",
        },
        why=(
            "The earliest day is how far the words reach back, and not when the thing was. The "
            "wider a date is, the earlier it stands."
        ),
        again=(3, "Told order, real order"),
    ),
]
