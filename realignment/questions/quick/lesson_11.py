"""Quick questions of lesson 11, The map.

Three are on earlier lessons, three are checks, and ten are the review of part III, with which the
exercise ends.
"""

from __future__ import annotations

import math
from itertools import combinations

from realignment import dates
from realignment.cases import Case
from realignment.questions.of_record import record
from realignment.questions.quick import Quick, letter_of
from realignment.record import presences_at

PAIRS = {"a": "3", "b": "6", "c": "12"}
SHARES = {"a": "1 of 3", "b": "2 of 3", "c": "2 of 4"}
SIGNS = {"a": "friendly", "b": "mixed", "c": "hostile"}
STATUS = {"a": "open", "b": "uncertain", "c": "closed"}


def status_before_its_end(case: Case) -> str:
    """Return the letter of how a presence without a known beginning stands before its end."""
    [end] = record().presences.query("presence_id == 'B04'")["end"]
    before = dates.bounds(end)[0].replace(day=1)
    [status] = presences_at(record(), before).query("presence_id == 'B04'")["status"]
    return letter_of(STATUS, status)


def pairs_of_four(case: Case) -> str:
    """Return the letter of the ties that four signatories make."""
    return letter_of(PAIRS, str(math.comb(4, 2)))


def common_enemies(case: Case) -> str:
    """Return the letter of the share of balanced triangles among +++, +-- and ++-."""
    import networkx as nx  # heavy, and the lesson itself makes no network

    from realignment import balance

    graph: nx.Graph[str] = nx.Graph()
    for kind in ("+++", "+--", "++-"):
        corners = [f"{kind}{corner}" for corner in range(3)]
        for pair, sign in zip(combinations(corners, 2), kind, strict=True):
            graph.add_edge(*pair, sign=1 if sign == "+" else -1)
    found = balance.triangles(graph)
    return letter_of(SHARES, f"{found.balanced} of {found.denominator}")


CHECKS = [
    Quick(
        id="11.a",
        name="quick.map.nothing_that_could_fail",
        asks="A network of four ties has no cycle, and none of its ties is frustrated. A paper "
        "calls the four states perfectly balanced. What do you ask?",
        options={
            "a": "Which of the four states was counted twice.",
            "b": "Which signs could have given another result.",
            "c": "Why the paper did not take weak balance.",
        },
        right="b",
        says={
            "a": "No state is counted here, only ties. What has to be closed before a tie can be "
            "frustrated?",
            "c": "With any number of camps the number is zero too. Why is it, in both senses?",
        },
        why="None could: without a cycle any signs fit two camps. A test that cannot fail has not "
        "been passed.",
        again=(10, "One hedge removed"),
    ),
    Quick(
        id="11.b",
        name="quick.map.begun_in_that_month",
        asks="A spell begins `2023-08`, and has no end yet. Does it hold on 15 August 2023?",
        options={
            "a": "Yes: it begins in August, and that is August.",
            "b": "No: it holds from the last day of August.",
            "c": "That is not certain: it may begin before that day or after it.",
        },
        right="c",
        says={
            "a": "Some day in August is meant. Must it be one of the first two weeks?",
            "b": "From that day on it holds for sure. What about the days before?",
        },
        why="A month is some day of that month. What stands between its first day and its last is "
        "not certain, and a map should say so.",
        again=(8, "A tie has a life"),
    ),
    Quick(
        id="11.c",
        name="quick.map.after_the_table_ends",
        asks="A table says that it is complete to 31 December 2025. It holds no row of February "
        "2026. What does it say of that month?",
        options={
            "a": "That nothing happened.",
            "b": "Nothing.",
            "c": "That what went on in December went on.",
        },
        right="b",
        says={
            "a": "Did anyone who kept this table look at that month?",
            "c": "That is a guess about the world. Who has looked?",
        },
        why="Beyond the day to which a table is complete, an empty place is a place where nobody "
        "looked.",
        again=(6, "When sources disagree, and when nobody looked"),
    ),
    Quick(
        id="11.d",
        name="quick.map.no_beginning_seen",
        asks="The record knows when B04 ended, and no source for its beginning was seen. Which "
        "status has it on a day shortly before its end?",
        options=STATUS,
        right=status_before_its_end,
        says={
            "a": "So the comparison of texts would say. Does any source tell that it had begun?",
            "c": "Its end had not come yet. What about its beginning?",
        },
        why="It may have been there: nothing says that it was not, and nothing says since when. "
        "The map gives it a question mark.",
        again=(11, "What stood where, on one day"),
    ),
    Quick(
        id="11.e",
        name="quick.map.a_full_line",
        asks="What does a full line without a question mark say on this map?",
        options={
            "a": "That the acts behind it are told as certain.",
            "b": "That many acts stand behind it.",
            "c": "That both states would agree that the line is there.",
        },
        right="a",
        says={
            "b": "Look at the line of Burkina Faso and Niger. How many acts does it rest on?",
            "c": "A line is made of what was told of acts. Was either of the two asked?",
        },
        why="Thin and grey would mean not certain. How many acts stand behind a line, and whose "
        "word they are, its look does not say: for that you follow it back.",
        again=(11, "Ties, and everything at once"),
    ),
    Quick(
        id="11.f",
        name="quick.map.between_two_panels",
        asks="A mark is filled in the second panel and hollow in the third. When did they leave?",
        options={
            "a": "On the day of the third panel.",
            "b": "On some day after that of the second, up to that of the third.",
            "c": "Half-way between the two.",
        },
        right="b",
        says={
            "a": "On that day the map found them gone. Must they have gone on it?",
            "c": "Nothing on the strip speaks for the middle. What do the two panels know?",
        },
        why="A strip knows its own days only. The day itself stands in the row: follow the mark "
        "back.",
        again=(11, "Letting it move"),
    ),
]

REVIEW = [
    Quick(
        id="11.g",
        name="quick.review_mapping.leaving_by_order",
        asks="A host orders foreign troops out, and they go. PLOVER calls the leaving cooperation. "
        "Which sign has the leaving in our table?",
        options={"a": "friendly", "b": "hostile", "c": "neither"},
        right="c",
        says={
            "a": "So the quad class would have it. Who decided that they go?",
            "b": "The order was hostile, and has a row of its own. What did those do who left?",
        },
        why="The order carries the sign. To leave because one must is nothing for the tie.",
        again=(7, "A table of signs"),
    ),
    Quick(
        id="11.h",
        name="quick.review_mapping.two_rules_one_pair",
        asks="Between two states stand five visits and gifts, then one eviction. What is the tie "
        "under *latest*?",
        options=SIGNS,
        right="c",
        says={
            "a": "So the majority would have it. Which act does this rule look at?",
            "b": "That would be the rule that keeps both. How many acts does this one look at?",
        },
        why="The last one decides. Under the majority of acts the same rows make the other sign: "
        "name the rule.",
        again=(7, "From many acts to one tie"),
    ),
    Quick(
        id="11.i",
        name="quick.review_mapping.window_closed",
        asks="With a window of two years a friendly tie is gone from the picture. What may you "
        "write?",
        options={
            "a": "That no act of the last two years keeps it.",
            "b": "That the two fell out.",
            "c": "That the tie was ended by an act.",
        },
        right="a",
        says={
            "b": "Has anybody done anything? Look for the act that would have said so.",
            "c": "A window closes by itself. Which row would have ended the tie?",
        },
        why="Silence is no act. The window is a rule of ours, and another width gives another "
        "picture.",
        again=(8, "How long does an act count?"),
    ),
    Quick(
        id="11.j",
        name="quick.review_mapping.where_the_picture_changes",
        asks="You want every picture of a tie from 2013 to 2026 that differs from the one before. "
        "For which days do you draw?",
        options={
            "a": "For the first of each month.",
            "b": "For the change points of its spells.",
            "c": "For the days on which something was published.",
        },
        right="b",
        says={
            "a": "Two changes within one month would be lost, and most pictures would be the same.",
            "c": "That is when we heard of it. When did the tie change?",
        },
        why="Between two change points nothing can differ, and at each something does.",
        again=(8, "Only where something changes"),
    ),
    Quick(
        id="11.k",
        name="quick.review_mapping.four_signatories",
        asks="Four states sign one treaty. How many ties does the rule of joint signature make?",
        options=PAIRS,
        right=pairs_of_four,
        says={
            "a": "That is one from each to a first. The rule ties each with each.",
            "c": "You have counted each pair from both ends.",
        },
        why="Four make six pairs, and it is one act. A dense corner of a map may be one signature.",
        again=(9, "A signature as a switch"),
    ),
    Quick(
        id="11.l",
        name="quick.review_mapping.votes_and_bonds",
        asks="Two states voted alike on three of three texts. Which sentence can you defend?",
        options={
            "a": "They are allies.",
            "b": "They agree on 100 per cent of what matters.",
            "c": "They voted alike on all three texts that this table holds.",
        },
        right="c",
        says={
            "a": "A vote is cast on a text. Who promised what to whom?",
            "b": "Of how many texts, and who chose these?",
        },
        why="The count with its denominator, and what was counted. To vote alike is likeness, and "
        "no bond.",
        again=(9, "Votes, and where a table stops"),
    ),
    Quick(
        id="11.m",
        name="quick.review_mapping.share_of_three",
        asks="A network has three triangles: `+++`, `+--` and `++-`. Of 20 trios all others have "
        "an unknown tie. How many are balanced, in the strong sense?",
        options=SHARES,
        right=common_enemies,
        says={
            "a": "Two friends with a common enemy: can they be two camps?",
            "c": "Where does the fourth come from? A trio with an unknown tie is no triangle.",
        },
        why="The product of the signs is plus in two of them, and the denominator is the triangles "
        "that are closed.",
        again=(10, "All of them"),
    ),
    Quick(
        id="11.n",
        name="quick.review_mapping.therefore",
        asks="*The network was under strain; therefore two states left.* What is missing?",
        options={
            "a": "Nothing, if the dates are right.",
            "b": "A larger network.",
            "c": "Other cases, other explanations, and the reasons that they gave.",
        },
        right="c",
        says={
            "a": "The dates give an order. What turns an order into a reason?",
            "b": "More ties make more triangles. Would they show why anybody left?",
        },
        why="A shape is no cause, above all where the rule itself ends a tie when a state leaves.",
        again=(10, "What could go wrong"),
    ),
    Quick(
        id="11.o",
        name="quick.review_mapping.an_exit_announced",
        asks="In January a state announces that it leaves a body; the exit takes effect a year "
        "later. Is it a member in June between?",
        options={"a": "Yes.", "b": "No.", "c": "Only if it is not suspended."},
        right="a",
        says={
            "b": "An announcement is an act and has its day. When does the membership end?",
            "c": "Does a suspended member stop being one?",
        },
        why="The act is dated by the announcement, the membership by its end. They are two tables.",
        again=(11, "Who belongs where"),
    ),
    Quick(
        id="11.p",
        name="quick.review_mapping.white_and_dotted",
        asks="On one map a country is plain, on another it is dotted. Which pair of readings fits?",
        options={
            "a": "Plain: nothing is known. Dotted: nothing is there.",
            "b": "Plain: known not to be one of them. Dotted: nothing is known.",
            "c": "Both say the same in two styles.",
        },
        right="b",
        says={
            "a": "Look at the legend of the map of forces. What does it call the dots?",
            "c": "They look alike, and say opposite things. Which of the two rests on a complete "
            "list?",
        },
        why="One is a finding and needs a complete list. The other is a gap, and should look like "
        "one.",
        again=(11, "Who belongs where"),
    ),
]

QUICK = [*CHECKS, *REVIEW]
