"""Recall questions and quick checks of lesson 05, Agreement."""

from __future__ import annotations

from realignment.questions.quick import Quick

QUICK = [
    Quick(
        id="5.a",
        name="quick.agreement.how_sure_is_who_speaks",
        asks="“A deal is likely, the envoy said.” Which certainty has the row of the deal?",
        options={"a": "`CT+`", "b": "`PR+`", "c": "`CT-`"},
        right="b",
        says={
            "a": "That somebody said it is certain. How sure are they of the deal?",
            "c": "Nothing is denied here. Which word makes the deal less sure?",
        },
        why="Certainty is that of the one who vouches, and the envoy says *likely*.",
        again=(4, "Not, perhaps, and by whom"),
    ),
    Quick(
        id="5.b",
        name="quick.agreement.slash_and_brackets",
        asks=(
            "Two coders date one visit: `2024-03-13/2024-03-15` and `[2024-03-13..2024-03-15]`. Do "
            "they agree?"
        ),
        options={
            "a": "yes: the same earliest and latest day",
            "b": "no: one of them is more exact",
            "c": "no: for one it lasted, for the other it fell on one of these days",
        },
        right="c",
        says={
            "a": "The bounds are the same. What do a slash and two brackets say of the days "
            "between?",
            "b": "Both have the same two ends. What differs between a slash and brackets?",
        },
        why="A slash goes on from the one to the other; brackets are a choice between days.",
        again=(3, "A date that may doubt"),
    ),
    Quick(
        id="5.c",
        name="quick.agreement.rolled_up",
        asks="What does `.map(roll_up(actors))` put in the place of each actor?",
        options={
            "a": "the state at the top",
            "b": "its level",
            "c": "its parent, one step up",
        },
        right="a",
        says={
            "b": "A level is a word such as *organ*. What does one reach by climbing?",
            "c": "An organ has an authority for a parent. Does the climb end there?",
        },
        why="It climbs from parent to parent, until there is none: two organs may be one state.",
        again=(2, "Levels"),
    ),
    Quick(
        id="5.d",
        name="quick.agreement.six_rows",
        asks=(
            "Two coders, six rows: κ is 0.42, its interval from 0.00 to 0.78. What may a report "
            "say?"
        ),
        options={
            "a": "that they agree moderately",
            "b": "that so few rows cannot tell their agreement from luck",
            "c": "that they agree on 42 % of the rows",
        },
        right="b",
        says={
            "a": "Where does the interval begin, and what does κ mean there?",
            "c": "That would be the share. What has κ taken away from it?",
        },
        why="The interval reaches down to 0, which is no more than luck gives.",
        again=(5, "What luck would give"),
    ),
    Quick(
        id="5.e",
        name="quick.agreement.what_goes_with_the_dash",
        asks=(
            "A report drops every dash, since a dash is not a type. What may be lost with the "
            "easy rows?"
        ),
        options={
            "a": "nothing: an empty cell is no judgement",
            "b": "only rows on which all were right",
            "c": "rows on which they disagree whether anything happened",
        },
        right="c",
        says={
            "a": "“Here is no event” is a sentence that can be mistaken. Is that no judgement?",
            "b": "Think of a row with one type and three dashes. What is left of it?",
        },
        why="Where one coder saw an event and the others none, one value stays, alone.",
        again=(5, 'Does "nothing" count?'),
    ),
    Quick(
        id="5.f",
        name="quick.agreement.three_against_one",
        asks="Three coders write one code and the fourth another. What settles the row?",
        options={
            "a": "a reason from the sentence and the codebook",
            "b": "the greater number",
            "c": "to leave the row out",
        },
        right="a",
        says={
            "b": "In sentence 2 the reference went with the one. What had the one seen?",
            "c": "Then nobody sees that there was a doubt. Where could it be kept?",
        },
        why="Whoever reads the table can follow a reason, or fight it. A count tells them nothing.",
        again=(5, "Settling it"),
    ),
]
