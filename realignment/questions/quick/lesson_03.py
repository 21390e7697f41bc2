"""Quick checks of lesson 03, Time."""

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
        id="3.b",
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
]
