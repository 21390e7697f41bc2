"""Quick questions of lesson 06, Checking the story.

Three are on earlier lessons, three are checks, and ten are the review of part II, with which the
exercise ends.
"""

from __future__ import annotations

from functools import cache

from realignment.cases import Case
from realignment.dates import bounds
from realignment.events import read_codebook
from realignment.questions import row
from realignment.questions.of_record import record
from realignment.questions.quick import Quick, letter_of
from realignment.record import sources_by_lineage

VOUCHERS = {"a": "the story itself", "b": "the Pentagon", "c": "AFP, whose reporting it is"}
LEFT = {"a": "Thursday 14 March", "b": "Friday 15 March", "c": "Saturday 16 March"}
SANCTIONS = {"a": "the first", "b": "the second", "c": "both"}


def voucher_of_the_troops(case: Case) -> str:
    """Return the letter of the one who vouches for the troops of sentence 8."""
    who = str(row(case, "E20")["attributed_to"])
    return letter_of(VOUCHERS, {"author": VOUCHERS["a"], "USA_DOD": VOUCHERS["b"]}[who])


def day_of_leaving(case: Case) -> str:
    """Return the letter of the day on which, by sentence 3, the delegation left."""
    day = bounds(row(case, "E07")["date"])[1]
    return letter_of(LEFT, f"{day.day_name()} {day.day} {day.month_name()}")


def type_of_a_cut(case: Case) -> str:
    """Return the letter of the act that cuts what exists, by the gloss of the codebook."""
    types = read_codebook().types.set_index("event_type")["gloss"]
    cuts, refuses = "existing" in types["SANCTION"], "no to a proposal" in types["REJECT"].lower()
    return "a" if cuts and refuses else "c"


@cache
def origins_of_two() -> int:
    """Return how many origins two rows have, one of which an agency only carries."""
    rows = record().timeline.head(2).assign(lineage=["OHCHR report, through AFP", "AFP"])
    return sources_by_lineage(rows).independent


ORIGINS = {"a": "one", "b": "two", "c": "none that is known"}

RECALL = [
    Quick(
        id="6.a",
        name="quick.checking.what_agreement_shows",
        asks="Four coders give a row the same date. What do we know by that?",
        options={
            "a": "the thing happened on that day",
            "b": "the codebook is right",
            "c": "readers of these words take them alike",
        },
        right="c",
        says={
            "a": "They have read one text, all four. Did any of them look at anything else?",
            "b": "A codebook can lead four readers to one value that another codebook would not "
            "give. What did the four have in common?",
        },
        why=(
            "Agreement is about reading. Whether the text is true of the world is another "
            "question, and this lesson asks it."
        ),
        again=(5, "What could go wrong"),
    ),
    Quick(
        id="6.b",
        name="quick.checking.day_of_leaving",
        asks=(
            "Sentence 3 says “only a day after”, and the communiqué went out on Saturday evening, "
            "16 March. On which day had the delegation left, by these words?"
        ),
        options=LEFT,
        right=day_of_leaving,
        says={
            "a": "That is two days before the evening. Which word says how many?",
            "c": "On that evening somebody speaks on television. What had happened before, and how "
            "long?",
        },
        why="The count begins at the communiqué, and goes one day back.",
        again=(3, "Three days, counted twice"),
    ),
    Quick(
        id="6.c",
        name="quick.checking.who_vouches_for_troops",
        asks=(
            "“The United States still keeps about 1,000 troops in Niger.” Who vouches for that in "
            "our table?"
        ),
        options=VOUCHERS,
        right=voucher_of_the_troops,
        says={
            "b": "It would be the one to know. Does sentence 8 say that it was asked?",
            "c": "The words may well be the agency's. Does sentence 8 name it?",
        },
        why=(
            "Nobody is named, so the story says it on its own account. If the number is not "
            "true, it is the story that was mistaken."
        ),
        again=(1, "Who vouches?"),
    ),
]

CHECKS = [
    Quick(
        id="6.d",
        name="quick.checking.which_table_changes",
        asks=(
            "Next year a diary is published: the delegation's aeroplane left on the 15th after "
            "all. Which of our tables changes?"
        ),
        options={
            "a": "the events of our text: the date of E07",
            "b": "the record, and with it the verdict on C03",
            "c": "both",
        },
        right="b",
        says={
            "a": "That date was taken from sentence 3. Do the words of the sentence change?",
            "c": "Take the tables one by one, and ask of each what it is a table of.",
        },
        why="The text says what it said. What we know of the world has changed.",
        again=(6, "A day"),
    ),
    Quick(
        id="6.e",
        name="quick.checking.two_counters",
        asks=(
            "French soldiers in Niger: Reuters had 1,000 to 1,500 in August 2023, Xinhua “more "
            "than 1,500” in December, when the last ones left. Which sentence can be defended?"
        ),
        options={
            "a": "in autumn more soldiers came than left",
            "b": "one of the two agencies was mistaken",
            "c": "two who counted have given two figures, a range and a bound",
        },
        right="c",
        says={
            "a": "Has anybody reported that? Ask who gave the first figure, and who the second.",
            "b": "Both may have been told just that. Do the two say whom they counted, and where?",
        },
        why="A range and a bound, of two counters: nothing can be subtracted from them.",
        again=(6, "A thousand soldiers"),
    ),
    Quick(
        id="6.f",
        name="quick.checking.five_papers",
        asks=(
            "Five papers report a meeting. Three print AFP, one prints Reuters, and one does not "
            "say from where it has it. How many origins are known?"
        ),
        options={"a": "five", "b": "three", "c": "two"},
        right="c",
        says={
            "a": "So many papers there are. Whose words do they print?",
            "b": "You have counted the silent paper as an origin of its own. What is known of it?",
        },
        why=(
            "Two agencies. The fifth paper may have an origin of its own, or one of these two: it "
            "is counted apart, as unknown."
        ),
        again=(6, "Two papers, one source"),
    ),
]

REVIEW = [
    Quick(
        id="6.g",
        name="quick.review_structuring.a_promise",
        asks="“The minister said that grain would be sent next month.” Which kind is the grain?",
        options={"a": "an event", "b": "an intent", "c": "a state"},
        right="b",
        says={
            "a": "Could one have photographed it on the day of the report?",
            "c": "A state holds over a time already. Does this hold yet?",
        },
        why="The saying is a statement; what it speaks of has not happened.",
        again=(4, "Five kinds of row"),
    ),
    Quick(
        id="6.h",
        name="quick.review_structuring.less_or_no",
        asks=(
            "One government stops the aid that it has paid for years. Another is asked for aid, "
            "and says no. Which of the two acts is a SANCTION?"
        ),
        options=SANCTIONS,
        right=type_of_a_cut,
        says={
            "b": "What was there before, that could be made less?",
            "c": "The glosses keep them apart: something that exists, and something proposed.",
        },
        why="To cut what exists is SANCTION; to say no to what is proposed is REJECT.",
        again=(4, "Actor, act, recipient"),
    ),
    Quick(
        id="6.i",
        name="quick.review_structuring.luck",
        asks=(
            "Two coders agree on eighteen of twenty rows, and nearly every row has the same value. "
            "Where will κ lie?"
        ),
        options={
            "a": "at about 0.9, as they agree on nine in ten",
            "b": "well below that",
            "c": "above that, as rare values count for more",
        },
        right="b",
        says={
            "a": "That is the share. What does κ take away from it?",
            "c": "κ gives no value a weight. How often would two agree here who do not read?",
        },
        why="Where one value is right nearly always, luck explains most of the agreement.",
        again=(5, "Nearly all agree"),
    ),
    Quick(
        id="6.j",
        name="quick.review_structuring.told_four_times",
        asks="A story tells of one announcement in four sentences. How does it stand in the table?",
        options={
            "a": "as one row, for the first time that it is told",
            "b": "as four rows that are four acts",
            "c": "as four rows that are one act",
        },
        right="c",
        says={
            "a": "Each telling may have a speaker and a date of its own. Where would they go?",
            "b": "What would happen to the table, if a paper repeated itself once more?",
        },
        why="Each telling has its row, and `same_act` says that they are one.",
        again=(4, "The saying and the said"),
    ),
    Quick(
        id="6.k",
        name="quick.review_structuring.carrier",
        asks=(
            "Two rows. The lineage of one is `OHCHR report, through AFP`, that of the other `AFP`. "
            "How many origins?"
        ),
        options=ORIGINS,
        right=lambda case: "abc"[(origins_of_two() or 3) - 1],
        says={
            "a": "The agency stands in both. Does it vouch for both?",
            "c": "What stands before “through” vouches for the words.",
        },
        why="In the first row the agency only passes on what others vouch for.",
        again=(6, "Two papers, one source"),
    ),
    Quick(
        id="6.l",
        name="quick.review_structuring.denied",
        asks=(
            "“The general, says his office, has not met the envoy.” Which certainty has the "
            "meeting?"
        ),
        options={"a": "`CT+`", "b": "`CT-`", "c": "`PS+`"},
        right="b",
        says={
            "a": "His office is sure of it. Of what: that it took place, or that it did not?",
            "c": "You may doubt what an office says. The column tells how sure the office is.",
        },
        why="The one who vouches is certain that it did not happen.",
        again=(4, "Not, perhaps, and by whom"),
    ),
    Quick(
        id="6.m",
        name="quick.review_structuring.which_rows",
        asks="α is 0.8 for the actors and 0.4 for the dates. What do you do first?",
        options={
            "a": "leave the dates out of the table",
            "b": "report 0.6, the mean of the two",
            "c": "read the rows on whose dates the coders differ",
        },
        right="c",
        says={
            "a": "Then nobody will learn why they differ. Where would one see it?",
            "b": "The mean hides which column is weak. Which one would a reader of yours use?",
        },
        why="A low number says where to look. The rows say what the codebook left open.",
        again=(5, "Settling it"),
    ),
    Quick(
        id="6.n",
        name="quick.review_structuring.origin_missing",
        asks=(
            "Two versions contradict each other. One goes back to RFI; of the other nobody knows "
            "from where it comes. Are they independent?"
        ),
        options={"a": "yes", "b": "no", "c": "it cannot be said"},
        right="c",
        says={
            "a": "The unknown origin may be RFI as well. How would you know?",
            "b": "To say no, one must know that they share an origin. Does anybody?",
        },
        why="Independence has to be seen on both sides, and so has the lack of it.",
        again=(6, "When sources disagree, and when nobody looked"),
    ),
    Quick(
        id="6.o",
        name="quick.review_structuring.verdict",
        asks="A story says “some fifty boats”. The port's list has 47. Which verdict fits best?",
        options={"a": "inaccurate", "b": "rounded", "c": "unattributed"},
        right="b",
        says={
            "a": "The word “some” says that no exact number is claimed.",
            "c": "That is about who says it. What differs here between the story and the list?",
        },
        why="A round figure for an exact one, and the story says that it is round.",
        again=(6, "Twenty points to check"),
    ),
    Quick(
        id="6.p",
        name="quick.review_structuring.verified",
        asks="Of forty rows thirty were seen in a source. What do you write?",
        options={
            "a": "forty rows, of which thirty are verified",
            "b": "forty rows",
            "c": "thirty rows; the others are left out",
        },
        right="a",
        says={
            "b": "A reader would take all of them for seen. What should be said beside the count?",
            "c": "A row that nobody has seen yet may be true. What would be lost with it?",
        },
        why="Both numbers, side by side: that is the whole of the rule.",
        again=(6, "When sources disagree, and when nobody looked"),
    ),
]

QUICK = [*RECALL, *CHECKS, *REVIEW]
