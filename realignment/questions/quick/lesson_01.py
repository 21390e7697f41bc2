"""Quick checks of lesson 01, Reading."""

from __future__ import annotations

from realignment.questions.quick import Quick

QUICK = [
    Quick(
        id="1.a",
        name="quick.reading.for_what",
        asks=(
            "“Officials fear that the bridge is unsafe, the mayor said.” For what does the story "
            "itself vouch?"
        ),
        options={
            "a": "that the mayor said so",
            "b": "that officials fear it",
            "c": "that the bridge is unsafe",
        },
        right="a",
        says={
            "b": "If no official feared anything, who would have been mistaken: the paper, or the "
            "one whom it quotes?",
            "c": "Two stand between the paper and the bridge: those who fear, and the one who "
            "tells of it. What did a reporter hear for certain?",
        },
        why=(
            "A reporter heard or read the mayor. What the mayor told is the mayor's, and what the "
            "officials fear is not even told by themselves."
        ),
        again=(1, "Who vouches?"),
    ),
    Quick(
        id="1.b",
        name="quick.reading.two_tellings",
        asks="“The fragile government hopes to hold elections in May.” What is told here, and how?",
        options={
            "a": "two facts",
            "b": "a claim and an intent",
            "c": "a comment and an intent",
        },
        right="c",
        says={
            "a": "A calendar will show whether there were elections in May. Have there been any "
            "yet? And which document shows that a government is fragile?",
            "b": "A claim has a speaker. Who says here that the government is fragile?",
        },
        why=(
            "Nobody is quoted for “fragile”, and no document decides it: that is the story's own "
            "judgement. The elections are hoped for, so they have not taken place."
        ),
        again=(1, "Fact, claim, comment, intent"),
    ),
    Quick(
        id="1.c",
        name="quick.reading.what_an_omission_shows",
        asks=(
            "You find that a story leaves out the reasons that one side gave. What have you shown?"
        ),
        options={
            "a": "that the story is false",
            "b": "that its reader could not weigh those reasons",
            "c": "that the reasons were good",
        },
        right="b",
        says={
            "a": "Each sentence of it may be true all the same. What does a reader lack, then?",
            "c": "They are claims, and they have a speaker. Are they better for not being printed?",
        },
        why=(
            "To leave out is to decide what a reader can weigh. It says nothing about what is true "
            "or just, of the story or of the reasons."
        ),
        again=(1, "What is not there"),
    ),
]
