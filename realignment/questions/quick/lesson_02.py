"""Quick questions of lesson 02, Actors: three on lessons 00 and 01, and three checks."""

from __future__ import annotations

from realignment.questions.quick import Quick

QUICK = [
    Quick(
        id="2.a",
        name="quick.actors.who_acts_who_vouches",
        asks=(
            "One row of sentence 4 has `P_MILLER` in the column `attributed_to`. What does that "
            "tell?"
        ),
        options={
            "a": "he is the one who acts",
            "b": "if the row is untrue, he was mistaken, and not the paper",
            "c": "the paper has checked it with him",
        },
        right="b",
        says={
            "a": "Who acts stands in a column of its own, `actor`. What is this column for?",
            "c": "Nothing in the story has been checked by anybody. What does a reporter hear, "
            "when somebody speaks?",
        },
        why="He vouches for that row. For his having spoken the story itself vouches.",
        again=(1, "Who vouches?"),
    ),
    Quick(
        id="2.b",
        name="quick.actors.what_a_filter_keeps",
        asks='What does `events[events["actor"] == "USA_GOV"]` give?',
        options={
            "a": "true or false, for each row",
            "b": "the number of rows with that actor",
            "c": "a table of the rows with that actor",
        },
        right="c",
        says={
            "a": "So does the condition inside the brackets, alone. What does pandas do with it?",
            "b": "To count, one more verb is needed. What is there to be counted?",
        },
        why="The condition is true for some rows, and the filter keeps those.",
        again=(1, "Who vouches?"),
    ),
    Quick(
        id="2.c",
        name="quick.actors.no_line",
        asks="On the map of the first lesson two states have no line. What does the story say?",
        options={
            "a": "that they are neutral",
            "b": "nothing about the two",
            "c": "that they are on good terms",
        },
        right="b",
        says={
            "a": "To be neutral is to have an attitude. Which sentence gives these two one?",
            "c": "Good terms would be a blue line. From which sentence would it come?",
        },
        why="No sentence joins them. *Nothing said* is not the same as *nothing there*.",
        again=(0, "The last page first"),
    ),
    Quick(
        id="2.d",
        name="quick.actors.two_cities",
        asks="“Moscow quarrels with Brussels over a pipeline.” Which of these are metonyms?",
        options={
            "a": "Moscow and Brussels",
            "b": "only Moscow",
            "c": "neither: they are cities",
        },
        right="a",
        says={
            "b": "Who in Brussels could quarrel over a pipeline? Put “the people who work there, "
            "in office” in the place of each name.",
            "c": "Can a city quarrel? Put “the people who work there, in office” in the place of "
            "each name.",
        },
        why=(
            "A government sits in the one and the bodies of the European Union in the other. "
            "Which of those bodies is meant, the sentence does not say."
        ),
        again=(2, 'Who is "Washington"?'),
    ),
    Quick(
        id="2.e",
        name="quick.actors.after_a_coup",
        asks=(
            "In some country officers take power and govern by a council. What does a table of "
            "actors need?"
        ),
        options={
            "a": "a new state",
            "b": "a new authority, with the old state as its parent",
            "c": "a new name for the authority that was there",
        },
        right="b",
        says={
            "a": "Have the land and the people become others? Look at what stayed among the rows "
            "of Niger.",
            "c": "One body ended and another began, and `valid_to` and `valid_from` say when. Can "
            "one row hold that?",
        },
        why="Who governs has changed, and the country has not: one state, two lifetimes.",
        again=(2, "Levels"),
    ),
    Quick(
        id="2.f",
        name="quick.actors.where_names_go",
        asks=(
            "A paper writes “the regime”; the body calls itself “Government of National Renewal”. "
            "Where do the two go in a table of actors?"
        ),
        options={
            "a": "what it calls itself into `self_name`, the other into `aliases`",
            "b": "only what it calls itself: a body may choose its name",
            "c": "only what the paper writes: that is what a reader meets",
        },
        right="a",
        says={
            "b": "A name of one's own is a claim, too. How will your table find this body in the "
            "paper's text?",
            "c": "It finds the body in the text. Where could a reader learn what those people say "
            "of themselves?",
        },
        why="Each is a fact about whoever uses it. The table keeps them apart, and loses neither.",
        again=(2, "What they call themselves"),
    ),
]
