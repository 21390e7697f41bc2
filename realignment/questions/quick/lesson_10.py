"""Recall questions and quick checks of lesson 10, Balance."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx

from realignment import balance
from realignment.balance.network import Network
from realignment.cases import Case
from realignment.questions.lesson_10 import on
from realignment.questions.quick import Quick, letter_of

FOUNDERS = 5
TIES = {"a": "5", "b": "10", "c": "20"}

SHARES = {"a": "29 %", "b": "80 %", "c": "93 %"}

SHAPES = {
    "a": "A star: one state with a tie to each of four others.",
    "b": "A ring: four states, each tied to the next, and the last to the first.",
    "c": "A chain: five states in a row, each tied to the next.",
}


def of_one_signature(case: Case) -> str:
    """Return the letter of the pairs that founders make."""
    return letter_of(TIES, str(nx.complete_graph(FOUNDERS).number_of_edges()))


def of_closed_trios(case: Case) -> str:
    """Return the letter of the share of closed triangles that are balanced in March 2022."""
    share = balance.triangles(on("2022-03-01")).share
    return letter_of(SHARES, f"{100 * (share or 0):.0f} %")


def can_fail(case: Case) -> str:
    """Return the letter of the shape that has a cycle."""
    made: dict[str, Callable[[int], Network]] = {
        "a": lambda ties: nx.star_graph(ties),
        "b": lambda ties: nx.cycle_graph(ties),
        "c": lambda ties: nx.path_graph(ties + 1),
    }
    (letter,) = (name for name, make in made.items() if nx.cycle_basis(make(4)))
    return letter


QUICK = [
    Quick(
        id="10.a",
        name="quick.balance.ties_of_one_signature",
        asks="Five states found a body with one charter. With joint signature switched on, how "
        "many ties does our rule make of this one act?",
        options=TIES,
        right=of_one_signature,
        says={
            "a": "That is one for each founder. The rule ties founders to each other: count the "
            "pairs.",
            "c": "You have counted each pair from both ends. A signature has no direction.",
        },
        why="Each with each: five founders make ten pairs. It is one act all the same.",
        again=(9, "A signature as a switch"),
    ),
    Quick(
        id="10.b",
        name="quick.balance.nothing_known_of_a_pair",
        asks="The record holds no act between two states. What does the table of ties say of them?",
        options={
            "a": "Nothing: the pair is unknown.",
            "b": "They are neutral: the sign is 0.",
            "c": "They are friends, since nobody saw a quarrel.",
        },
        right="a",
        says={
            "b": "A zero would be a finding about the two. Has anybody looked, and found neither?",
            "c": "Silence in a record may mean peace, or that nobody wrote. Which of the two does "
            "the table know?",
        },
        why="No row is no knowledge. Whatever counts such a pair, as friend, foe or zero, has "
        "filled it in.",
        again=(7, "How sure, and how much is missing"),
    ),
    Quick(
        id="10.c",
        name="quick.balance.many_lines_one_origin",
        asks="Three papers print the same agency report. How many origins does the claim have?",
        options={
            "a": "Three: three editors chose to print it.",
            "b": "One: all three go back to the agency.",
            "c": "Four: the papers and the agency.",
        },
        right="b",
        says={
            "a": "They chose to print it. Did any of them see for themselves?",
            "c": "You have counted everybody who has the words. Who was there?",
        },
        why="What goes back to one report is one origin, however often it is printed. Keep this: "
        "in this lesson many lines may go back to one act.",
        again=(6, "Two papers, one source"),
    ),
    Quick(
        id="10.d",
        name="quick.balance.share_of_closed_trios",
        asks="Eight states, 56 trios, 20 of them closed, 16 of these balanced. What share is "
        "balanced?",
        options=SHARES,
        right=of_closed_trios,
        says={
            "a": "You have divided by all trios. So each trio with an unknown tie counts as "
            "unbalanced: is that known?",
            "c": "You have taken the unknown for balanced: all trios but the four tense ones. Is "
            "that known?",
        },
        why="Sixteen of the twenty that are closed. Of the others at least one tie is unknown, so "
        "they stand in neither number.",
        again=(10, "All of them"),
    ),
    Quick(
        id="10.e",
        name="quick.balance.two_counts_differ",
        asks="With joint signature one of 15 ties is frustrated that day, with acts alone none of "
        "13. What may you write?",
        options={
            "a": "The network is under strain.",
            "b": "There is strain if signing together counts as a tie, and none if it does not.",
            "c": "Nothing: the two contradict each other, so it is not computable.",
        },
        right="b",
        says={
            "a": "By one of the two counts. Which decision of ours stands behind it, and would "
            "your reader know?",
            "c": "Both numbers were computed, each from its own ties. What differs is a rule, and "
            "a rule can be named.",
        },
        why="A result that depends on a rule is reported with the rule, and with what flips.",
        again=(10, "Through time, counted twice"),
    ),
    Quick(
        id="10.f",
        name="quick.balance.which_zero_was_tested",
        asks="Three networks, each with four ties and none of them frustrated. Whose zero has "
        "passed a test?",
        options=SHAPES,
        right=can_fail,
        says={
            "a": "Give its four ties any signs you like, and try to find two camps. Can you fail?",
            "c": "Walk along it and turn sides at each hostile tie. Do you ever come back to "
            "where you were?",
        },
        why="Only a closed path can contradict two camps. Without one, any signs would have given "
        "zero.",
        again=(10, "One hedge removed"),
    ),
]
