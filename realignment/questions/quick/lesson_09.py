"""Quick checks of lesson 09, Alliances."""

from __future__ import annotations

from realignment.questions.quick import Quick

QUICK = [
    Quick(
        id="9.a",
        name="quick.alliances.where_an_end_comes_from",
        asks=(
            "Under the rule `latest`, without a window, a friendly spell of two states ends. Who "
            "has done something?"
        ),
        options={
            "a": "one of the two, to the other",
            "b": "nobody: time has passed",
            "c": "some third state",
        },
        right="a",
        says={
            "b": "That is how a window ends a spell. Is there one here?",
            "c": "A third may be the cause in the world. Which acts does the rule look at?",
        },
        why="Without a window only a contrary act between the two can end it.",
        again=(8, "A tie has a life"),
    ),
    Quick(
        id="9.b",
        name="quick.alliances.from_organ_to_state",
        asks=(
            "A spokesman of a ministry condemns a coup. Between whom does the line run when "
            "everything is rolled up to states?"
        ),
        options={
            "a": "between the ministry and those who made the coup",
            "b": "between his state and the state where the coup was",
            "c": "between the spokesman and the council",
        },
        right="b",
        says={
            "a": "One step is done, from the person to the organ. Is a ministry the top of its "
            "column `parent`?",
            "c": "So the text has it. Follow the column `parent` upwards, on both sides.",
        },
        why="Each actor has a parent, and the roof of a ministry, or of a council, is a state.",
        again=(2, "Levels"),
    ),
    Quick(
        id="9.c",
        name="quick.alliances.agreement_by_chance",
        asks=(
            "Two coders agree on nine of ten rows, and one of them has written the same value in "
            "all ten. What does κ make of it?"
        ),
        options={
            "a": "a high value: nine of ten",
            "b": "nothing at all above chance",
            "c": "it cannot be computed from so few rows",
        },
        right="b",
        says={
            "a": "That is the share of agreement. What does one subtract from it?",
            "c": "Ten rows give a figure, if an unsure one. What is expected by chance, when one "
            "of the two never changes?",
        },
        why="Whoever never changes agrees by chance as often as in fact, so κ is zero.",
        again=(5, "What luck would give"),
    ),
    Quick(
        id="9.d",
        name="quick.alliances.what_binds",
        asks=(
            "Two states sign an accord: the one trains the other's soldiers and may use a base. A "
            "newspaper calls them allies. What does the table of this lesson call it?"
        ),
        options={"a": "an alliance", "b": "cooperation", "c": "a bloc"},
        right="b",
        says={
            "a": "It has soldiers in it, and a signature. What has either promised for the day on "
            "which the other is attacked?",
            "c": "Two states, and one question. What would outsiders have to see, and for how "
            "long?",
        },
        why="Something is done together, and nothing is promised for a war.",
        again=(9, "What a treaty obliges to"),
    ),
    Quick(
        id="9.e",
        name="quick.alliances.suspended",
        asks=(
            "A state is suspended by a body in 2023 and leaves it in 2025. You list the members on "
            "a day of 2024. Is it on your list?"
        ),
        options={
            "a": "no, for it may not take part",
            "b": "yes, and the list says that it is suspended",
            "c": "no, for it has announced that it will go",
        },
        right="b",
        says={
            "a": "To sit at the table is one thing, to belong is another. Which of the two did "
            "the body take away?",
            "c": "To announce is an act, to leave is another. On which day does the second come?",
        },
        why="Suspended members are members. The exit has a day of its own.",
        again=(9, "A member need not be a friend"),
    ),
    Quick(
        id="9.f",
        name="quick.alliances.three_of_three",
        asks="“They voted alike in 100 per cent of cases.” What do you ask first?",
        options={
            "a": "what the votes were about",
            "b": "of how many votes, and until when",
            "c": "whether the two are friends",
        },
        right="b",
        says={
            "a": "A good question, and it comes soon after. Could the answer save a share of one "
            "vote?",
            "c": "That is what somebody wants to prove with it. What does the share itself rest "
            "on?",
        },
        why="A share needs its denominator, and the denominator its last day.",
        again=(9, "Votes, and where a table stops"),
    ),
]
