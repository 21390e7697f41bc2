"""Lesson 09, Alliances, asks whether a signature is a bond."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from realignment.answers import Choice, Essay, Fields, Items, Keyed, Number, OutOf, StateName
from realignment.cases import Case
from realignment.questions import Mistake, Question, options
from realignment.questions.of_record import either_way, record, spread_acts
from realignment.questions.slips import (
    either,
    gives,
    in_some_part,
    one_of,
    says,
    subset,
    superset,
    swapped,
    took,
)
from realignment.record import members_at
from realignment.ties import ties

EIGHT = ("USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT")
LAST_DAY, VOTES_TO = "2024-12-31", "2025-12-03"
COUP, DAY_BEFORE = "2023-07-26", "2023-07-25"

SENSES = {
    "T044": "alliance",
    "T117": "cooperation",
    "T131": "cooperation",
    "T191": "alignment",
    "NATO": "alliance",
    "AES": "bloc",
    "votes": "likeness",
}
"""The things of question 9.1, and what the lesson's table calls them."""

OTHER_SENSES = {
    "AES": {"alliance": "its charter is one, and you may look at nothing else"},
    "T191": {"alliance": "the words are those of a defence pact, if one lets a declaration count"},
    "votes": {"alignment": "votes may show one, if other things show it too"},
}

CLAUSES = {
    "C1": "defence",
    "C2": "neutrality",
    "C3": "non-aggression",
    "C4": "consultation",
    "C5": "none",
    "C6": "consultation",
}
"""The made-up clauses of question 9.2, and what they oblige to."""

OBLIGATIONS = ("defence", "offence", "neutrality", "non-aggression", "consultation", "none")
"""What a clause can oblige to, after Leeds and others (2002), or to none of these."""

VOTERS = either_way("TCD-USA", "BFA-NER", "NER-NGA")
TIMES = ("FRA-NER before", "FRA-NER since", "BEN-NER since")
"""The counts of question 9.7."""

INSIDE = either_way(
    "BFA-MLI", "BFA-NER", "BEN-NER", "CIV-MLI", "MLI-NER", "MLI-TGO", "NER-NGA", "MLI-RUS"
)
"""The pairs of question 9.4, either way round; all but the last are of members of ECOWAS."""

LEAST_TEXTS = 7
"""On how many texts the pair of question 9.8 must have voted at the least."""


@dataclass(frozen=True)
class PairName(Choice):
    """One of several pairs of states: ``FRA-NER``, *Niger and France*, or a tuple of the two."""

    def read(self, answer: object, case: Case) -> str:
        """Return the pair as it is offered."""
        if isinstance(answer, str):
            answer = re.split(r"\s*[-‐–—/&]\s*|\s+(?:and|et)\s+", answer.strip())
        if isinstance(answer, (list, tuple, set, frozenset)) and len(answer) == 2:
            answer = "-".join(StateName().read(state, case) for state in answer)
        return super().read(answer, case)


@dataclass(frozen=True)
class Pairs(Items):
    """Some of these pairs: a list, or the rows of a table of ties."""

    def read(self, answer: object, case: Case) -> tuple[Any, ...] | frozenset[Any]:
        """Return the pairs as they are offered."""
        if isinstance(answer, pd.DataFrame) and {"source", "target"} <= set(answer.columns):
            answer = list(zip(answer["source"], answer["target"], strict=True))
        return super().read(answer, case)


@cache
def lines(day: str, cosign: bool = False) -> pd.DataFrame:
    """Return the ties of all states by the latest act."""
    return ties(spread_acts(cosign), "latest", at=day)


def all_lines(day: str = LAST_DAY) -> pd.DataFrame:
    """Return the ties of all states by the latest act, with those of a common signature."""
    return lines(day, cosign=True)


def of_eight(table: pd.DataFrame) -> pd.DataFrame:
    """Keep what is between the lesson's eight states."""
    return table[table["source"].isin(EIGHT) & table["target"].isin(EIGHT)]


# --- 9.3 and 9.4 --------------------------------------------------------------------------------


def pairs_of(event_id: str) -> float:
    """Return how many pairs one common signature makes."""
    made = of_eight(spread_acts(cosign=True)).query("made_by == 'cosign'")
    return float((made["event_id"] == event_id).sum())


def made_by_signature(case: Case) -> dict[str, float]:
    """Return how many ties two foundings make, and how many are left at the end of 2024."""
    left = by_signature(of_eight(all_lines()))
    return {"g5_sahel": pairs_of("T005"), "charter": pairs_of("T044"), "left": left}


def by_signature(table: pd.DataFrame) -> float:
    """Return how many of some ties only a signature made."""
    return float((table["made_by"] == "cosign").sum())


def signed_and_left(case: Case) -> float:
    """Return how many ties a signature supports at the end of 2024, acts beside it or not."""
    made = of_eight(spread_acts(cosign=True)).query("made_by == 'cosign'")
    signed = set(zip(made["source"], made["target"], strict=True))
    left = of_eight(all_lines()).query("sign == 1")
    kept = set(zip(left["source"], left["target"], strict=True))
    return float(sum(pair in signed and "FRA" not in pair for pair in kept))


def made_by_acts(case: Case) -> float:
    """Return how many ties of the end of 2024 an act has made."""
    return float((of_eight(all_lines())["made_by"] == "act").sum())


def together(
    sign: int | None = 1, cosign: bool = False, suspended: bool = True, inside: bool = True
) -> Callable[[Case], frozenset[str]]:
    """Return what gives the pairs of question 9.4 whose line has a sign, or any."""

    def found(case: Case) -> frozenset[str]:
        rows = members_at(record(), "ECOWAS", LAST_DAY)
        members = set(rows["member"] if suspended else rows.loc[~rows["suspended"], "member"])
        table = lines(LAST_DAY, cosign)
        signs = dict(zip(table["source"] + "-" + table["target"], table["sign"], strict=True))
        return frozenset(
            pair
            for pair in INSIDE
            if (not inside or members >= set(pair.split("-")))
            and pair in signs
            and (sign is None or signs[pair] == sign)
        )

    return found


def signed_only(case: Case) -> frozenset[str]:
    """Return the pairs of question 9.4 that have a friendly line by a signature alone."""
    return together(cosign=True, inside=False)(case) - together(inside=False)(case)


# --- votes --------------------------------------------------------------------------------------


@cache
def count(
    pair: str,
    first: str | None = None,
    last: str | None = None,
    counted: tuple[str, ...] = ("yes", "no", "abstain"),
) -> tuple[int, int]:
    """Return on how many texts two states voted alike, of those on which both votes count."""
    votes = record().votes
    kept = votes["vote"].isin(counted) & (votes["date"] >= (first or ""))
    votes = votes[kept & (votes["date"] <= (last or VOTES_TO))]
    one, other = (
        votes[votes["state"] == state].set_index("resolution")["vote"] for state in pair.split("-")
    )
    both = one.index.intersection(other.index)
    return int((one[both] == other[both]).sum()), len(both)


YES_OR_NO, OR_ABSENT = ("yes", "no"), ("yes", "no", "abstain", "absent")


def out_of_all(pair: str) -> tuple[int, int]:
    """Return the votes alike of a pair, of all texts there are."""
    return count(pair)[0], len(record().resolutions)


def on_all_texts(case: Case) -> dict[str, tuple[int, int]]:
    """Return the votes alike of the pairs of question 9.5."""
    return {pair: count(pair) for pair in VOTERS}


def before_and_since(case: Case) -> dict[str, tuple[int, int]]:
    """Return the votes alike of question 9.7."""
    return {time: counted_at(time) for time in TIMES}


def counted_at(time: str, last: str = VOTES_TO, **how: Any) -> tuple[int, int]:
    """Return the votes alike of a pair before the coup in Niger, or since."""
    pair, when = time.split(" ")
    return (
        count(pair, last=DAY_BEFORE, **how) if when == "before" else count(pair, COUP, last, **how)
    )


@cache
def alike_and_tied(one: str, other: str) -> tuple[tuple[int, int], bool]:
    """Return the votes alike of two states, and whether the record has a line between them."""
    table = lines(VOTES_TO)
    return count(f"{one}-{other}"), bool(
        (table["source"].isin([one, other]) & table["target"].isin([one, other])).any()
    )


def mine(given: dict[str, Any]) -> tuple[tuple[int, int], bool]:
    """Return the count and the line of a student's own pair."""
    return alike_and_tied(given["one"], given["other"])


def alike_and_no_line(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether a pair voted alike on every text, on enough of them, and has no line."""
    (same, of), tied = mine(given)
    return (
        given["one"] != given["other"]
        and given["alike"] == (same, of)
        and same == of >= LEAST_TEXTS
        and not tied
    )


UPSIDE_DOWN = Mistake(
    "reversed", lambda given, expected, case: any(same > of for same, of in given.values())
).saying("A fraction is upside down: the texts on which both voted come last.")


def differed(given: dict[str, Any], expected: dict[str, Any], case: Case) -> bool:
    """Tell whether all parts that do not stand, and more than one, count where two differ."""
    amiss = {key for key in expected if given[key] != expected[key]}
    turned = {key for key, (same, of) in expected.items() if given[key] == (of - same, of)}
    return amiss <= turned and len(amiss) > 1


DIFFERED = Mistake("disagreement_counted", differed)
LAST_FORGOTTEN = "The table goes on after February 2025. Which text has been left out?"


QUESTIONS = [
    Question(
        id="9.1",
        name="alliances.which_sense",
        asks="Alliance, alignment, cooperation, bloc, or a mere likeness: sort seven things.",
        objective=1,
        reads=Keyed(
            Choice(tuple(SENSES)),
            Choice(("alliance", "alignment", "cooperation", "bloc", "likeness")),
            "one word for each thing",
        ),
        expected=lambda case: dict(SENSES),
        defensible=lambda case: OTHER_SENSES,
        mistakes=[
            Mistake("loaded_word", took("cooperation", "alliance")).saying(
                "Soldiers are in it, or the word defence. What does the row say that it binds "
                "either side to, if the other is attacked?"
            ),
            Mistake("kind_confused", took("cooperation", "alignment", "bloc", "likeness")).saying(
                "An accord on what the two do together. Which word of the table fits that?"
            ),
            Mistake("kind_confused", says("T044")).saying(
                "Read the action of T044 to its end. What is promised there, and is it in writing?"
            ),
            Mistake("kind_confused", says("T191")).saying(
                "Two states promise something for a war there. What is missing for a treaty?"
            ),
            Mistake("similarity_as_tie", says("votes")),
            Mistake("kind_confused", says("NATO")).saying(
                "The question is what the treaty is, not how others speak of its members. And "
                "silence in our record does not undo it."
            ),
            Mistake("kind_confused", says("AES")).saying(
                "Look at all that stands on that list, over the years. Which word is for so many "
                "things at once?"
            ),
        ],
        hints="""
            - Ask three things in turn: is it written, is something promised for a war, is it one
              act or many?
            - A deed without a promise, a promise without a treaty, a treaty with a promise: the
              table of the lesson has a word for each.
            - To vote the same is done without the other. Which word says no more than that?""",
        solution="""senses = {
    "T044": "alliance", "T117": "cooperation", "T131": "cooperation", "T191": "alignment",
    "NATO": "alliance", "AES": "bloc", "votes": "likeness",
}""",
        why="""The words follow from the definitions that we have chosen. With others the list would
            read otherwise, and a paper that counts alliances has to say which it took.""",
    ),
    Question(
        id="9.2",
        name="alliances.what_clauses_oblige_to",
        asks="What does each of six made-up clauses oblige to?",
        objective=2,
        reads=Keyed(
            Choice(tuple(CLAUSES)),
            Choice(OBLIGATIONS, blank="none"),
            "one obligation for each clause",
        ),
        expected=lambda case: dict(CLAUSES),
        defensible=lambda case: {
            "C6": {"defence": "some call it so, since what a party thinks right may be arms"}
        },
        mistakes=[
            Mistake("kind_confused", swapped("C2", "C3")).saying(
                "You have two of them crossed. Which speaks of a third state, and which of the two "
                "alone?"
            ),
            Mistake("kind_confused", says("C2", "non-aggression")).saying(
                "`C2` is about a third state. What may that state not count on?"
            ),
            Mistake("kind_confused", says("C2", "defence")).saying(
                "To withhold help from an enemy is not to give it to a friend."
            ),
            Mistake("loaded_word", says("C5", "defence", "consultation")).saying(
                "Soldiers are named in `C5`. What happens under it on the day of an attack?"
            ),
            Mistake("kind_confused", says("C1", "offence")).saying(
                "Is it bound to join a war that the other begins? Look for the word *attack*."
            ),
            Mistake("kind_confused", says("C4", "defence")).saying(
                "They meet. What does the clause say that they do after?"
            ),
            Mistake("kind_confused", says("C1", "consultation")).saying(
                "Nobody needs to meet first for that to hold. What is each bound to?"
            ),
            Mistake("kind_confused", says("C3")).saying(
                "`C3` names no third state and no meeting. What may neither do to the other?"
            ),
            Mistake("kind_confused", says("C6", "none")).saying(
                "It leaves each free in the end. What must they do before that?"
            ),
        ],
        hints="""
            - Ask of each: in which event does it bind, and to what?
            - One clause binds to nothing in a conflict. Two bind to talking.""",
        solution="""obliges = {
    "C1": "defence", "C2": "neutrality", "C3": "non-aggression",
    "C4": "consultation", "C5": "none", "C6": "consultation",
}""",
        why="""Only the first makes an attack on one the affair of all. The last leaves to each what
            it thinks right. So does NATO's article 5, but only after it has called an attack on
            one an attack on all; `C6` does not. No clause here promises to join an attack.""",
    ),
    Question(
        id="9.3",
        name="alliances.ties_of_foundings",
        asks="How many ties does each founding make, and how many are left at the end of 2024?",
        objective=3,
        reads=Fields({name: Number(unit="ties") for name in ("g5_sahel", "charter", "left")}),
        expected=made_by_signature,
        mistakes=[
            Mistake("members_for_pairs", says("g5_sahel", 5.0)),
            Mistake("members_for_pairs", says("g5_sahel", 15.0)).saying(
                "That joins each founder with itself, too."
            ),
            Mistake("wrong_selection", swapped("g5_sahel", "charter")).saying(
                "You have the two foundings crossed. Which had more founders?"
            ),
            Mistake(
                "members_for_pairs", either(says("g5_sahel", 25.0), says("charter", 9.0))
            ).saying("That joins every founder with itself, too, and each pair twice."),
            Mistake(
                "wrong_denominator", either(says("g5_sahel", 20.0), says("charter", 6.0))
            ).saying(
                "That is more than each with each. A pair has no direction, and nobody is a pair "
                "alone."
            ),
            Mistake("membership_as_tie", says("left", 3.0)).saying(
                "You may think of the alliance. But some of its pairs are tied by an act as well, "
                "and whom did nobody see leave the other body?"
            ),
            Mistake("rule_made_tie", gives(signed_and_left, at="left")).saying(
                "That many are supported by a signature. Two of them have an act of their own too: "
                "look at `made_by`."
            ),
            Mistake("silence_as_end", says("left", 0.0, 1.0)).saying(
                "More are left. Look at both foundings: who has not left, and which pair has no "
                "act of its own?"
            ),
            Mistake(
                "wrong_selection",
                gives(lambda case: float(len(of_eight(all_lines()))), at="left"),
            ).saying("Those are all ties of that day. Which of them did a signature alone make?"),
            Mistake("wrong_selection", gives(made_by_acts, at="left")).saying(
                "That many ties have an act of their own, and that many the two foundings made at "
                "first. Count those that rest on a signature alone on the last day."
            ),
            Mistake(
                "wrong_selection",
                gives(lambda case: by_signature(all_lines()), at="left"),
            ).saying("Those are the ties of all states of the record. Keep the eight."),
            Mistake(
                "wrong_selection",
                gives(lambda case: by_signature(of_eight(all_lines("2022-03-01"))), at="left"),
            ).saying("That is the number of March 2022. The question asks for the end of 2024."),
            Mistake(
                "too_many",
                lambda given, expected, case: given["left"] > expected["left"],
            ).saying("Some have left by then, and some are tied by acts. You count too many."),
        ],
        hints="""
            - How many others does one founder meet? Add that up for all founders, and ask how
              often each pair has been counted.
            - Each founder is joined with each other one; then every pair has been counted twice.
            - `ties(both, "latest", at="2024-12-31")` has a column `made_by`.""",
        solution="""on_last_day = ties(both, "latest", at="2024-12-31")
left = on_last_day[on_last_day["made_by"] == "cosign"]
counts = {"g5_sahel": 5 * 4 // 2, "charter": 3 * 2 // 2, "left": len(left)}""",
        why="""n founders make n(n-1)/2 ties out of one act. One tie of the first clique is left, as
            neither of the two announced an exit: the rule is blind to how a body ends.""",
    ),
    Question(
        id="9.4",
        name="alliances.friends_within_a_body",
        asks="Which of eight pairs were both in ECOWAS, with a friendly line, at the end of 2024?",
        objective=4,
        reads=Pairs(PairName(INSIDE), what="pairs"),
        expected=together(),
        mistakes=[
            Mistake(
                "membership_as_tie", gives(lambda case: frozenset(INSIDE) - {"MLI-RUS"})
            ).saying("Those are all pairs of members. Which of them have a friendly line?"),
            Mistake(
                "rule_made_tie",
                lambda given, expected, case: bool(given & (signed_only(case) - expected)),
            ).saying(
                "For one of them only a common signature stands in the record. The question asks "
                "for acts alone."
            ),
            Mistake("sign_flipped", gives(together(sign=-1))).saying(
                "Those are members of one body with a hostile line. Which have a friendly one?"
            ),
            Mistake("membership_as_tie", gives(together(sign=None))).saying(
                "Those are all pairs of members with a line. Look at its sign."
            ),
            Mistake("wrong_selection", gives(together(inside=False))).saying(
                "The lines are friendly. Was each of the states a member?"
            ),
            Mistake("suspended_as_out", one_of(frozenset({"MLI-TGO"}))),
            Mistake(
                "too_many",
                lambda given, expected, case: not given <= together(None, inside=False)(case),
            ).saying(
                "For one of them the record has no line at all. Look for both in one row of the "
                "ties."
            ),
            Mistake("incomplete", subset),
            Mistake("too_many", superset),
        ],
        hints="""
            - `members_at(record, "ECOWAS", "2024-12-31")` has the members, suspended ones too.
            - Keep the rows of `ties(every, "latest", at="2024-12-31")` in which both are members
              and the sign is 1.""",
        solution="""inside = members_at(record, "ECOWAS", "2024-12-31")["member"]
table = ties(every, "latest", at="2024-12-31")
table = table[table["source"].isin(inside) & table["target"].isin(inside)]
table = table[table["sign"] == 1]
friends = list(table["source"] + "-" + table["target"])""",
        why="""Of more than a hundred pairs of members the record knows a line of five, and two of
            these are hostile. To be in one body is neither to be friends nor to be tied.""",
    ),
    Question(
        id="9.5",
        name="alliances.votes_alike",
        asks="On how many of the texts on which both cast a vote did two states agree?",
        objective=5,
        reads=Keyed(Choice(VOTERS), OutOf(), "one fraction for each pair"),
        expected=on_all_texts,
        mistakes=[
            UPSIDE_DOWN,
            DIFFERED,
            Mistake("niger_nigeria", in_some_part(lambda p: count(p.replace("NER", "NGA")))),
            Mistake("end_day_counted", in_some_part(lambda p: count(p, last="2025-02-24"))).saying(
                LAST_FORGOTTEN
            ),
            Mistake("abstention_as_nothing", in_some_part(lambda p: count(p, counted=YES_OR_NO))),
            Mistake("unknown_vote", in_some_part(lambda p: count(p, counted=OR_ABSENT))).saying(
                "An absent state casts no vote, so there is nothing to compare."
            ),
            Mistake("unknown_vote", in_some_part(out_of_all)).saying(
                "You divide by all texts. On how many did *both* cast a vote?"
            ),
            Mistake("later_knowledge", in_some_part(lambda p: count(p, COUP))).saying(
                "Those are the texts since the coup alone. The question is about all."
            ),
            Mistake("later_knowledge", in_some_part(lambda p: count(p, last=DAY_BEFORE))).saying(
                "Those are the texts before the coup alone. The question is about all."
            ),
        ],
        hints="""
            - Keep the rows whose vote is yes, no or abstain. Who was absent cast none.
            - Merge the table with itself on the text; then compare the two votes.
            - For each pair: the number of equal ones, and the number of rows.""",
        solution="""cast = record.votes[record.votes["vote"].isin(["yes", "no", "abstain"])]
met = cast.merge(cast, on="resolution")
met["same"] = met["vote_x"] == met["vote_y"]
alike = {}
for pair in ["TCD-USA", "BFA-NER", "NER-NGA"]:
    one, other = pair.split("-")
    rows = met[(met["state_x"] == one) & (met["state_y"] == other)]
    alike[pair] = (rows["same"].sum(), len(rows))""",
        why="""A fraction needs its denominator: the texts on which both votes were cast. The three
            denominators are all different.""",
    ),
    Question(
        id="9.6",
        name="alliances.flaw_about_votes",
        asks="Find the flaw in a sentence about votes.",
        objective=5,
        reads=Choice(
            {
                "a": "it hides how many votes the share is of",
                "b": "it counts abstentions as votes",
                "c": "it takes an organisation for a state",
                "d": "it confuses Niger and Nigeria",
            }
        ),
        expected=lambda case: "a",
        mistakes=options(
            b="abstention_as_nothing: To abstain is to vote. And neither of the two abstained on "
            "the texts that count here.",
            c="organisation_as_state: Both are states. Ask of the share: out of how many?",
            d="niger_nigeria: The right states are named. Ask of the share: out of how many?",
        ),
        hints="""
            - Write out the row of each of the two, text by text.
            - On how many of the nine texts did *both* cast a vote, and in which year?""",
        solution='flaw = "a"',
        why="""Burkina Faso was absent from six of the nine. What is left is three votes in common,
            all of one year. They make 100 per cent, as one vote would.""",
    ),
    Question(
        id="9.7",
        name="alliances.votes_since_the_coup",
        asks="How often did two pairs vote alike before the coup in Niger, and since?",
        objective=5,
        reads=Keyed(Choice(TIMES), OutOf(), "one fraction for each"),
        expected=before_and_since,
        mistakes=[
            Mistake("direction_of_time", swapped("FRA-NER before", "FRA-NER since")).saying(
                "You have before and since crossed: which argument sets the first day, and which "
                "the last?"
            ),
            Mistake("wrong_selection", in_some_part(lambda time: count(time.split()[0]))).saying(
                "That is the count over all texts. Keep those on one side of the coup."
            ),
            Mistake(
                "unknown_vote", in_some_part(lambda time: counted_at(time, counted=OR_ABSENT))
            ).saying("An absent state casts no vote, so there is nothing to compare."),
            Mistake(
                "end_day_counted", in_some_part(lambda time: counted_at(time, last="2025-02-24"))
            ).saying(LAST_FORGOTTEN),
            Mistake(
                "wrong_selection",
                in_some_part(lambda time: counted_at(time.replace("FRA", "USA"))),
            ).saying(
                "Those are the votes alike of Niger and the United States. Which pair is asked for?"
            ),
            Mistake(
                "abstention_as_nothing",
                in_some_part(lambda time: counted_at(time, counted=YES_OR_NO)),
            ),
            UPSIDE_DOWN,
            DIFFERED,
        ],
        hints="""
            - `votes_alike(record, "FRA", "NER", last="2023-07-25")` counts up to that day.
            - For *since*, give `first` and no `last`.""",
        solution="""counts = {
    "FRA-NER before": votes_alike(record, "FRA", "NER", last="2023-07-25"),
    "FRA-NER since": votes_alike(record, "FRA", "NER", first="2023-07-26"),
    "BEN-NER since": votes_alike(record, "BEN", "NER", first="2023-07-26"),
}""",
        why="""One state, two authorities: what Niger votes turned with the coup. The last of the
            three rests on one vote, and says next to nothing.""",
    ),
    Question(
        id="9.8",
        name="alliances.own_likeness_without_a_line",
        asks="Find two states that voted alike on every text they share, and have no line.",
        objective=6,
        reads=Fields(
            {
                "one": StateName(),
                "other": StateName(),
                "alike": OutOf(),
            }
        ),
        same=alike_and_no_line,
        mistakes=[
            Mistake(
                "similarity_as_tie", lambda given, expected, case: given["one"] == given["other"]
            ).saying("With itself a state always agrees. Name two."),
            Mistake("wrong_selection", lambda given, expected, case: mine(given)[0][1] == 0).saying(
                "The record has no text on which both of these voted. Its states are those of "
                '`record.votes["state"]`.'
            ),
            Mistake("similarity_as_tie", lambda given, expected, case: mine(given)[1]).saying(
                "These two do have a line in the record. Look for a pair without."
            ),
            Mistake(
                "wrong_denominator", lambda given, expected, case: given["alike"] != mine(given)[0]
            ).saying("The fraction is not that of these two. Count again, absent states left out."),
            Mistake(
                "too_many", lambda given, expected, case: mine(given)[0][0] < mine(given)[0][1]
            ).saying("They did not agree on every text that both voted on."),
            Mistake(
                "counts_as_strength",
                lambda given, expected, case: mine(given)[0][1] < LEAST_TEXTS,
            ).saying("They agree, and on few texts. The question asks for seven at the least."),
        ],
        hints="""
            - Think of states that always vote yes, and begin with one of them.
            - `votes_alike(record, ONE, OTHER)` gives the fraction; in `ties(every, "latest",
              at="2025-12-03")` the two must not stand in one row.""",
        solution="""mine = {"one": "FRA", "other": "ITA"}
mine["alike"] = votes_alike(record, mine["one"], mine["other"])""",
        why="""Each of them voted on a text, and not towards the other. A map of likenesses would
            join them; a map of acts has nothing to join.""",
    ),
    Question(
        id="9.9",
        name="alliances.is_it_an_alliance",
        asks="Is the AES an alliance, and in which sense? Argue.",
        objective=7,
        reads=Essay(42),
        rubric="""
            - It says which definition it takes, and whose.
            - It names at least one row of the record, and what that row obliges to.
            - It sets two constructs beside each other, with a denominator where it counts.
            - It says what the record cannot show, such as the text of the treaty.
            - It says what its members themselves call it.""",
        hints="""
            - Begin with a definition of the lesson, and ask what would have to be seen.
            - Then take signature, membership and votes in turn: which of them agrees?""",
        solution='''argument = """
By the definition of Leeds and others, yes: the charter of 16 September 2023 (T044) speaks
of mutual defence, in writing, between three states, which call themselves an alliance and
since July 2024 a confederation (T072). Acts support two of the three pairs (T191), and for
Burkina Faso and Mali only signatures do. All three voted alike on 3 of 3 texts that they
share since the coup, which is a likeness and few cases. Of the articles I know what
the note on T044 says, and nobody had to keep the promise in this record.
"""''',
        why="""It depends on the definition, and with ours the charter is one. Whether it holds, a
            signature cannot say.""",
    ),
]
