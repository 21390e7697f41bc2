"""Recall questions and quick checks of lesson 03, Time, and the review of part I."""

from __future__ import annotations

from realignment.cases import Case
from realignment.questions.quick import Quick, letter_of

COUP = {"a": "`2023-07-26`", "b": "`2023-07`", "c": "`2023-07~`"}


def coup_in_sentence_9(case: Case) -> str:
    """Return the letter of what the table has for the month that sentence 9 names."""
    rows = case.expressions[case.expressions["sentence"] == 9]
    return letter_of(COUP, rows.loc[rows["precision"] == "month", "edtf"].iloc[0])


CHECKS = [
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

REVIEW = [
    Quick(
        id="3.g",
        name="quick.review_reading.it_is_understood",
        asks="“The talks are understood to continue.” Who vouches for their going on?",
        options={"a": "the paper", "b": "nobody who is named", "c": "those who talk"},
        right="b",
        says={
            "a": "Does the paper say that they go on, or that somebody understands it so?",
            "c": "They are spoken of. Do they speak in this sentence?",
        },
        why="Somebody understands it so, and we are not told who: `UNK`, as in sentence 16.",
        again=(1, "Who vouches?"),
    ),
    Quick(
        id="3.h",
        name="quick.review_reading.on_friday",
        asks="A report of Monday 4 March 2024: “The minister resigned on Friday.” When?",
        options={"a": "`2024-03-08`", "b": "`2024-03-04`", "c": "`2024-03-01`"},
        right="c",
        says={
            "a": "That Friday had not come yet when the report was written. What does the tense "
            "of the verb say?",
            "b": "On that day it was printed. Which day does the sentence name?",
        },
        why="The resignation is past, so the Friday is the last one before the report.",
        again=(3, "Published on a Sunday"),
    ),
    Quick(
        id="3.i",
        name="quick.review_reading.a_building_waits",
        asks="“The Kremlin is waiting for an answer.” What goes into a table of actors?",
        options={
            "a": "a government, with the building among its names",
            "b": "a place in Moscow",
            "c": "a label, since nobody is named",
        },
        right="a",
        says={
            "b": "Can a building wait for an answer? Who works there, in office?",
            "c": "A label has no list of members. Could you list those who govern there?",
        },
        why="A metonym: the building stands for the body that sits in it.",
        again=(2, 'Who is "Washington"?'),
    ),
    Quick(
        id="3.j",
        name="quick.review_reading.a_loaded_name",
        asks="A story writes of “the strongman of the south”. What do you do with these words?",
        options={
            "a": "leave out the row: it is not neutral",
            "b": "keep them as the story's, and call him otherwise in your own sentences",
            "c": "replace them in the quotation, by words that both sides accept",
        },
        right="b",
        says={
            "a": "What he did is lost with the row. Is it the deed that is loaded, or its name?",
            "c": "Then nobody can see any more how this story was told. Whose words are they?",
        },
        why="A loaded word is data about the teller. It is kept where it was said.",
        again=(1, "Words that take sides"),
    ),
    Quick(
        id="3.k",
        name="quick.review_reading.one_of_three_days",
        asks=(
            "“She telephoned him once during the summit of 4 to 6 May 2024.” Which date has the "
            "telephone call?"
        ),
        options={
            "a": "`2024-05-04/2024-05-06`",
            "b": "`2024-05~`",
            "c": "`[2024-05-04..2024-05-06]`",
        },
        right="c",
        says={
            "a": "So one writes what lasts, from the first day to the last. How long is a call?",
            "b": "The `~` says “about”. Is this sentence vague about its days, or does it only "
            "not say which?",
        },
        why="One moment, on one of several days: brackets. The summit itself would have the slash.",
        again=(3, "A date that may doubt"),
    ),
    Quick(
        id="3.l",
        name="quick.review_reading.what_is_counted",
        asks='A table has one row for each mention. What does `found["actor_id"].nunique()` count?',
        options={
            "a": "those who are mentioned, each once",
            "b": "the mentions",
            "c": "the names that occur",
        },
        right="a",
        says={
            "b": "Those are the rows, and `len(found)` counts them. What does a repeated value do "
            "here?",
            "c": "They stand in another column, `words`. Can one body have several?",
        },
        why="Different values of that column: different actors, however often, and by what name.",
        again=(2, "A dict of names"),
    ),
    Quick(
        id="3.m",
        name="quick.review_reading.what_a_share_says",
        asks="In a story of 20 rows the story itself vouches for 15. What does that say?",
        options={
            "a": "three quarters of it are true",
            "b": "three quarters of it are important",
            "c": "how often it speaks on its own account",
        },
        right="c",
        says={
            "a": "To vouch is to be responsible if it proves false. Has anybody tested it here?",
            "b": "A small row may weigh more than ten others. What was counted?",
        },
        why="The share says how the story was built. It is no mark for it.",
        again=(1, "Who vouches?"),
    ),
    Quick(
        id="3.n",
        name="quick.review_reading.which_list",
        asks="A column of places has RS in all rows about Moscow. What is it?",
        options={
            "a": "a column of ISO 3166 codes, with mistakes",
            "b": "a column of FIPS codes",
            "c": "a column about another country",
        },
        right="b",
        says={
            "a": "All rows, and always the same two letters: is that how mistakes look?",
            "c": "The rows are about Moscow, you have read them. For which list is the code right?",
        },
        why="RS is Russia in FIPS, and Serbia in ISO. One country that you know tells the list.",
        again=(2, 'NER, NGA and "NG"'),
    ),
    Quick(
        id="3.o",
        name="quick.review_reading.verdict_and_arrest",
        asks=(
            "“The court has freed her. She was arrested in May 2022.” In which order do the two "
            "stand when the rows are sorted by date?"
        ),
        options={
            "a": "the arrest, then the release",
            "b": "the release, then the arrest",
            "c": "neither: the release has no date",
        },
        right="a",
        says={
            "b": "So they are told, the latest first. Which of them happened before the other?",
            "c": "No day is named for it. Could it lie before the arrest?",
        },
        why="News begins with the latest. What is told first may have happened last.",
        again=(3, "Told order, real order"),
    ),
    Quick(
        id="3.p",
        name="quick.review_reading.no_state",
        asks="Rolled up to states, the row of a news agency gets an empty text. What does it say?",
        options={
            "a": "the table has a gap that must be filled",
            "b": "the agency has no row in the table of actors",
            "c": "the agency belongs to no state",
        },
        right="c",
        says={
            "a": "With which state would you fill it, and who would then seem to act?",
            "b": "It has one, and a level. To what does the way up from there lead?",
        },
        why="Not every actor is part of a state. A map of states leaves such actors out.",
        again=(2, "Levels"),
    ),
]

QUICK = [*CHECKS, *REVIEW]
