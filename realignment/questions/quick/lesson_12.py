"""Recall questions and quick checks of lesson 12, Your own article."""

from __future__ import annotations

from realignment.cases import Case
from realignment.questions.quick import Quick, letter_of
from realignment.ties import dyads, signed, ties

CASE = "riyadh_tehran_2023"

SIGNS = {"a": "friendly", "b": "hostile", "c": "no tie"}


def sign_if_certain(case: Case) -> str:
    """Return the letter of the tie of Saudi Arabia and the United States, of certain rows alone."""
    made = ties(dyads(signed(case.events), case.actors), "latest", least="CT+")
    found = made.query("source == 'SAU' and target == 'USA'")["sign"]
    words = {1: "friendly", -1: "hostile"}
    return letter_of(SIGNS, words[int(found.item())] if len(found) else "no tie")


QUICK = [
    Quick(
        id="12.a",
        name="quick.own_article.shared_alone",
        asks="A friend passes on one of your maps without a word beside it. What must stand on the "
        "map itself?",
        options={
            "a": "The day, whose borders they are, and what is hatched.",
            "b": "The name of whoever drew it.",
            "c": "Nothing more: the title says what it shows.",
        },
        right="a",
        says={
            "b": "Would a reader know from it for which day the map holds?",
            "c": "A title says what to see. Does it say what is not known?",
        },
        why="A map that is passed on has nobody beside it. What it cannot do without belongs into "
        "the drawing.",
        again=(11, "What could go wrong"),
    ),
    Quick(
        id="12.b",
        name="quick.own_article.one_of_two_names",
        asks="Coder A writes `SAU` for an actor, coder B `IRN;SAU`. What does α make of this row?",
        options={
            "a": "Half an agreement: one name is shared.",
            "b": "A full disagreement: the two values differ.",
            "c": "Nothing: the row is left out.",
        },
        right="b",
        says={
            "a": "A reader sees the shared name. The measure compares two values: are they equal?",
            "c": "A row is left out where a coder gave no value. Both gave one.",
        },
        why="α compares values and not what they mean. So a habit of writing can look like a "
        "quarrel, and one line in the codebook would settle it.",
        again=(5, "Nearly all agree"),
    ),
    Quick(
        id="12.c",
        name="quick.own_article.who_vouches",
        asks="*The minister said that the border was open.* Who vouches for the border being open?",
        options={"a": "the minister", "b": "the story", "c": "nobody"},
        right="a",
        says={
            "b": "The story vouches for the saying. Does it say on its own account that the border "
            "is open?",
            "c": "Somebody is named before the word *said*. Whose word is it?",
        },
        why="Two rows: the saying is the story's, and what is said is the speaker's.",
        again=(1, "Who vouches?"),
    ),
    Quick(
        id="12.d",
        name="quick.own_article.friday_of_the_paper",
        asks="The story is dated Saturday 11 March 2023, and says that the two agreed on Friday. "
        "Which date goes into the row?",
        options={"a": "`2023-03-11`", "b": "`2023-03-10`", "c": "`2023-03-17`"},
        right="b",
        says={
            "a": "That is the day of the paper. What day of the week is it?",
            "c": "That Friday had not come when the story was printed. In which direction does a "
            "report count?",
        },
        why="A report tells of what has been: the Friday before the day of the paper.",
        again=(12, "The sheet"),
    ),
    Quick(
        id="12.e",
        name="quick.own_article.two_readings",
        asks="Your neighbour coded a row otherwise, and gives a reason that the words allow. You "
        "still prefer yours. What goes into the table?",
        options={
            "a": "What a third person would say.",
            "b": "Yours, and the other as an alternative with its reason.",
            "c": "An empty cell, since it is not settled.",
        },
        right="b",
        says={
            "a": "Two against one is a vote. Would it show anybody why the words can be read in "
            "two ways?",
            "c": "Then the next reader sees nothing of what you both found. What have you got to "
            "hand on?",
        },
        why="A coding is an argument. Whoever uses the table can then see where it might have gone "
        "the other way, and try it.",
        again=(12, "The neighbour"),
    ),
    Quick(
        id="12.f",
        name="quick.own_article.if_only_the_certain_counts",
        asks="You draw the tie of Saudi Arabia and the United States again, from certain rows "
        "alone. What is it?",
        options=SIGNS,
        right=sign_if_certain,
        says={
            "b": "That is what the hedged row makes of it. Which rows are left without it?",
            "c": "Two other rows speak of the pair. How are they told?",
        },
        why="One *is seen* turns it round. So a picture says how sure its rows are, or it has "
        "chosen for the reader.",
        again=(12, "One line, all the way back"),
        case=CASE,
    ),
]
