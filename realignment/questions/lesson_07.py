"""Lesson 07, Ties, asks whether one act makes an enemy."""

from __future__ import annotations

from collections.abc import Callable
from math import comb
from typing import Any

import pandas as pd

from realignment.answers import (
    Choice,
    Drawing,
    Essay,
    Fields,
    Items,
    Keyed,
    Number,
    SignedTies,
    SignOfTie,
    once_a_case,
)
from realignment.cases import Case
from realignment.questions import Mistake, Question, Test, drawings, options
from realignment.questions.slips import (
    alike,
    either,
    gives,
    off_by_one,
    reverse,
    says,
    subset,
    superset,
    swapped,
    turns,
)
from realignment.ties import RULES, Rule, dyads, signed, ties

SIX = ("USA", "FRA", "NER", "MLI", "BFA", "RUS")
PAIRS, DIRECTED, SQUARE = comb(len(SIX), 2), len(SIX) * (len(SIX) - 1), len(SIX) ** 2

ACTS = ("E24", "E22", "E30", "E31", "E34", "E38")
"""The rows of question 7.1: two friendly, two hostile, two that the quad class gets wrong."""

STEPS = {
    "sign": "give each act its sign",
    "pair": "spread the acts over pairs of states",
    "rule": "let a rule make one tie of the acts of a pair",
    "picture": "draw the ties",
}

TieSigns = dict[tuple[str, str], int]


@once_a_case
def article_pairs(case: Case) -> pd.DataFrame:
    """Return the article's dyads between states."""
    return dyads(signed(case.events), case.actors)


def rows(case: Case) -> int:
    """Return how many rows these dyads have."""
    return len(article_pairs(case))


@once_a_case
def tie_signs(case: Case, rule: Rule = "latest", least: str = "PS+") -> TieSigns:
    """Return the article's ties under a rule: pair to sign."""
    made = ties(article_pairs(case), rule, least=least)
    return {
        (one, other): int(sign)
        for one, other, sign in zip(made["source"], made["target"], made["sign"], strict=True)
    }


def sure(case: Case) -> TieSigns:
    """Return the ties that are told as certain."""
    return tie_signs(case, "latest", "CT+")


@once_a_case
def act_signs(case: Case) -> dict[str, int]:
    """Return the sign of each row that question 7.1 asks about."""
    table = signed(case.events).set_index("event_id")["sign"]
    return {name: int(table[name]) for name in ACTS}


def turned(given: dict[Any, int], expected: dict[Any, int], case: Case) -> bool:
    """Tell whether some sign has been turned round."""
    return any(given.get(key) == -sign != 0 for key, sign in expected.items())


def pair_counts(case: Case) -> dict[str, float]:
    """Return how many pairs six states make, with and without direction, and how many are blank."""
    return {
        "pairs": float(PAIRS),
        "directed": float(DIRECTED),
        "unknown": float(PAIRS - len(tie_signs(case))),
    }


def of_pair(one: str, other: str) -> Callable[[Case], dict[str, int]]:
    """Return what gives the sign of one tie under each rule."""
    return lambda case: {rule: tie_signs(case, rule)[(one, other)] for rule in RULES}


def by_rows(case: Case) -> int:
    """Return the sign of Niger and the United States by majority of rows, not of acts."""
    all_rows = article_pairs(case)
    two = all_rows[["source", "target"]].isin(["NER", "USA"]).all(axis=1)
    total = int(all_rows.loc[two, "sign"].sum())
    return (total > 0) - (total < 0)


def before(one: str, other: str) -> Test:
    """Return a test: one step stands before another that it needs."""
    return lambda given, expected, case: given.index(one) < given.index(other)


def hedged(case: Case) -> set[tuple[str, str]]:
    """Return the ties that rest on sentences that do not commit themselves."""
    return set(tie_signs(case)) - set(sure(case))


def of_another_rule(given: TieSigns, expected: TieSigns, case: Case) -> bool:
    """Tell whether these are the ties of another rule or another least certainty."""
    return given != expected and any(
        given == tie_signs(case, rule, least) for rule in RULES for least in ("PS+", "CT+")
    )


def names_one_of(*named: tuple[str, str]) -> Test:
    """Return a test: one of these pairs has a tie in the answer, and should have none."""
    return lambda given, expected, case: any(p in given and p not in expected for p in named)


def blanks_filled(given: TieSigns, expected: TieSigns, case: Case) -> bool:
    """Tell whether a pair of which nothing is known has a zero."""
    return any(pair not in expected and sign == 0 for pair, sign in given.items())


def unknown_by_own_ties(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether the number of blanks fits the student's own ties."""
    return bool(given["unknown"] == PAIRS - len(given["ties"]))


def leaves(*numbers: Callable[[TieSigns, Case], float]) -> Test:
    """Return a test: the blanks are what one of these makes of the student's own ties."""
    return lambda given, expected, case: any(
        alike(given["unknown"], number(given["ties"], case)) for number in numbers
    )


def among_its_own(made: TieSigns, case: Case) -> int:
    """Return the blanks among those states alone that have a tie."""
    return comb(len({state for pair in made for state in pair}), 2) - len(made)


QUESTIONS = [
    Question(
        id="7.1",
        name="ties.signs_of_rows",
        asks="Give six rows their sign, by the table of signs.",
        objective=2,
        reads=Keyed(Choice(ACTS), SignOfTie(), "one sign for each row"),
        expected=act_signs,
        defensible=lambda case: {
            "E34": {0: "an undated past need not be counted at all, if the rule says so"},
        },
        mistakes=[
            Mistake("sign_from_quad", says("E31", 1)).saying(
                "To give way is cooperation in PLOVER. Whether it brings two closer is another "
                "question: look the act up in the table of signs."
            ),
            Mistake("same_act_twice", says("E31", -1)).saying(
                "The hostile act was the telling to go, and it has a row of its own. What does the "
                "leaving add?"
            ),
            Mistake(
                "kind_confused", lambda given, expected, case: given["E34"] == given["E38"] == 0
            ).saying("Two of the rows are no acts. They have a sign all the same: their valence."),
            Mistake("claim_as_fact", says("E38", 0)).saying(
                "The hedge makes it uncertain; it does not take the direction away. Certainty and "
                "sign are two columns."
            ),
            Mistake("sign_flipped", turned),
            Mistake(
                "wrong_selection", either(says("E22", 0), says("E24", 0), says("E30", 0))
            ).saying(
                "A row of the table fits where type, mode and consent all fit, and `*` fits "
                "anything. Which is the first that does?"
            ),
        ],
        hints="""
            - Look the four acts up in `read_sign_table()`: type, mode, consent. The first row that
              fits counts.
            - The two rows that are no events have a `valence`. Friendly is +1, hostile is -1.
            - Two of the acts are parts of one story: somebody is told to go, and goes.""",
        solution='signs = {"E24": 1, "E22": -1, "E30": -1, "E31": 0, "E34": 1, "E38": 1}',
        why="""A visit is friendly, a cut and an eviction are hostile. Leaving after an eviction
            adds nothing: the sign is in the eviction. For states and relations the coder's valence
            is the sign.""",
    ),
    Question(
        id="7.2",
        name="ties.pairs_and_blanks",
        asks="How many pairs do six states make, how many with a direction, how many blank?",
        objective=5,
        reads=Fields(dict.fromkeys(("pairs", "directed", "unknown"), Number(unit="pairs"))),
        expected=pair_counts,
        mistakes=[
            Mistake("reversed", swapped("pairs", "directed")).saying(
                "You have the two in each other's place. Which of them counts A to B and B to A as "
                "two?"
            ),
            Mistake("off_by_one", turns(lambda n: n - 1, lambda n: n + 1, at="pairs")).saying(
                "The pairs are one too many or one too few. Each of the six meets the five others."
            ),
            Mistake("wrong_denominator", says("pairs", DIRECTED)).saying(
                "That counts each pair twice, once in each direction. A line has none."
            ),
            Mistake(
                "wrong_denominator", either(says("pairs", SQUARE), says("directed", SQUARE))
            ).saying("That pairs every state with itself as well."),
            Mistake("wrong_selection", says("pairs", PAIRS + len(SIX))).saying(
                "So many it would be if each were paired with itself as well, or if one more state "
                "took part."
            ),
            Mistake("undirected", says("directed", PAIRS)).saying(
                "With a direction, A to B and B to A are two. You have counted them as one."
            ),
            Mistake("members_for_pairs", says("pairs", len(SIX))).saying(
                "That is how many states there are. How many pairs do they make?"
            ),
            Mistake(
                "same_act_twice",
                either(
                    gives(rows, at="pairs"),
                    gives(rows, at="directed"),
                    gives(lambda case: PAIRS - rows(case), at="unknown"),
                ),
            ).saying("That is what the rows of `pairs` give. Many rows make one tie."),
            Mistake("missing_as_zero", says("unknown", 0)),
            Mistake("wrong_selection", says("unknown", PAIRS)).saying(
                "Those are all pairs. Of some of them something is known."
            ),
            Mistake(
                "disagreement_counted", gives(lambda case: len(tie_signs(case)), at="unknown")
            ).saying("That is how many have a line. The question asks for the others."),
            Mistake(
                "wrong_denominator",
                gives(lambda case: DIRECTED - len(tie_signs(case)), at="unknown"),
            ).saying("You have subtracted from the pairs with a direction. A tie has none."),
            Mistake("other_rule", gives(lambda case: PAIRS - len(sure(case)), at="unknown")).saying(
                "Those are the blanks if only what is certain makes a tie. The question sets no "
                "such limit."
            ),
            Mistake("off_by_one", off_by_one).saying(
                "One of the numbers is one too many or one too few. Let Python count."
            ),
        ],
        hints="""
            - How many others can one state meet? Add that up for all of them, and ask how often
              each pair has been counted.
            - Each of the six can meet the five others; and then every pair has been counted twice.
            - Subtract the number of rows of `ties(pairs, "latest")`.""",
        solution="""six = 6
counts = {"pairs": six * (six - 1) // 2, "directed": six * (six - 1)}
counts["unknown"] = counts["pairs"] - len(ties(pairs, "latest"))""",
        why="""n(n-1) pairs with a direction, half as many without one; less those that have a tie.
            Unknown is not neutral: it is the part of the picture that this article does not
            hold.""",
    ),
    Question(
        id="7.3",
        name="ties.steps_in_order",
        asks="Put the steps from acts to a picture in order.",
        objective=3,
        reads=Items(Choice(STEPS), ordered=True, what="steps"),
        expected=lambda case: tuple(STEPS),
        defensible=lambda case: {
            ("pair", "sign", "rule", "picture"): "the sign can as well be given once the rows have "
            "been spread over pairs; the ties are the same"
        },
        mistakes=[
            Mistake("incomplete", lambda given, expected, case: set(given) < set(STEPS)),
            Mistake("reversed", reverse).saying(
                "You have the order upside down. What must be there before anything else can be "
                "done?"
            ),
            Mistake("sign_from_quad", before("rule", "sign")).saying(
                "A rule such as the latest act needs something to choose from. What must each act "
                "have before?"
            ),
            Mistake(
                "order_told", lambda given, expected, case: given.index("picture") < len(given) - 1
            ).saying("The picture is what the reader sees first. When is it made?"),
            Mistake("order_told", before("rule", "pair")).saying(
                "A rule weighs the acts of one pair against each other. What must be done to the "
                "acts before, so that those of one pair stand together?"
            ),
        ],
        hints="""
            - Follow the code of the lesson: `signed`, then `dyads`, then ...
            - A rule works on the acts of one pair, so the pairs must be there already.""",
        solution='steps = ["sign", "pair", "rule", "picture"]',
        why="Each step is a decision, and each uses what the one before has made.",
    ),
    Question(
        id="7.4",
        name="ties.one_pair_under_each_rule",
        asks="What is the tie of Niger and the United States under each rule?",
        objective=4,
        reads=Keyed(Choice(RULES), SignOfTie(), "one sign for each rule", RULES),
        expected=of_pair("NER", "USA"),
        defensible=lambda case: {
            "majority": {
                0: "if events alone are counted, and hopes and states are not, it is two acts "
                "against two"
            },
        },
        mistakes=[
            Mistake(
                "other_rule",
                lambda given, expected, case: len(set(given.values())) == 1,
            ).saying(
                "You have one sign for all three. So it is where the rule was not changed, and for "
                "some other pairs. Look at the line of these two under each rule."
            ),
            Mistake("other_rule", swapped("latest", "majority")).saying(
                "Two of the rules stand in each other's place. Which of them counts, and which "
                "looks at the last day?"
            ),
            Mistake("other_rule", swapped("majority", "both")).saying(
                "Two of the rules stand in each other's place. Which of them counts, and which "
                "does not choose?"
            ),
            Mistake("counts_as_strength", gives(by_rows, at="majority")).saying(
                "That is what one gets by counting rows. The break is told in many of them. How "
                "many acts is it?"
            ),
            Mistake("missing_as_zero", says("latest", 0)).saying(
                "Zero would mean that the last day had both signs. Look at the rows of that day."
            ),
            Mistake("rule_misjudged", says("both", 1, -1)).saying(
                "This rule does not choose. What does it say where both signs occur?"
            ),
            Mistake("sign_flipped", says("latest", 1)).saying(
                "By this rule the rows of the last day decide. Which sign have they?"
            ),
        ],
        hints="""
            - `ties(pairs, rule)` gives a table; keep the row with source NER and target USA.
            - Do it for each of the three rules, and write down the column `sign`.""",
        solution="""found = {}
for rule in ["latest", "majority", "both"]:
    made = ties(pairs, rule)
    line = made[(made["source"] == "NER") & (made["target"] == "USA")]
    found[rule] = line["sign"].item()""",
        why="""The same rows, three answers. A tie is a tie under a rule, so a map must name its
            rule.""",
    ),
    Question(
        id="7.5",
        name="ties.flaw_in_a_caption",
        asks="Find the flaw in the caption.",
        objective=1,
        reads=Choice(
            {
                "a": "it takes the number of rows for the strength of a tie",
                "b": "it gives a date that is too exact",
                "c": "it confuses two states with similar names",
                "d": "it takes a state for an organisation",
            }
        ),
        expected=lambda case: "a",
        mistakes=options(
            b="false_precision: The caption gives no date at all.",
            c="niger_nigeria: The caption names the right states. What does it conclude from the "
            "number?",
            d="organisation_as_state: Both that it names are states. What does it conclude from "
            "the number?",
        ),
        hints="""
            - What exactly was counted: acts, or mentions of acts?
            - If the paper had printed sentence 2 twice, would the two states have been closer, or
              further apart?""",
        solution='flaw = "a"',
        why="""Twenty-one rows say that this pair is what the article is about. How often a thing is
            told is not how strong it is.""",
    ),
    Question(
        id="7.6",
        name="ties.certain_and_latest",
        asks="Make the ties that are told as certain, under the rule `latest`.",
        objective=4,
        reads=SignedTies(),
        expected=sure,
        mistakes=[
            Mistake(
                "disagreement_counted", lambda given, expected, case: set(given) == hedged(case)
            ).saying("Those are the ties that are not certain. The question asks for the others."),
            Mistake(
                "hedge_missed", lambda given, expected, case: bool(hedged(case) & set(given))
            ).saying(
                "At least one of these ties rests on a sentence that commits nobody. What does "
                "`least` do?"
            ),
            Mistake("label_as_actor", names_one_of(("RUS", "USA"), ("FRA", "RUS"))).saying(
                "The story says that of a label without members. Who put a state in its place?"
            ),
            Mistake("other_rule", of_another_rule).saying(
                "These are the ties of another rule. Which rule does the question name?"
            ),
            Mistake(
                "similarity_as_tie",
                names_one_of(("MLI", "NER"), ("BFA", "NER"), ("BFA", "MLI")),
            ),
            Mistake("missing_as_zero", blanks_filled),
            Mistake(
                "rule_misjudged",
                lambda given, expected, case: any(given.get(pair) == 0 for pair in expected),
            ).saying(
                "A zero says that acts of both signs share the last day of a pair. Look at the "
                "signs of its rows."
            ),
            Mistake("sign_flipped", turned),
            Mistake("incomplete", subset),
            Mistake("too_many", superset),
        ],
        hints="""
            - The function is `ties`; the rule is its second argument.
            - The argument `least` takes a certainty: PS+, PR+ or CT+.""",
        solution='sure = ties(pairs, "latest", least="CT+")',
        why="""Four ties are left. The three with Russia rest on one hedged sentence without a
            source.""",
    ),
    Question(
        id="7.7",
        name="ties.draw_without_colour",
        asks="Draw the seven ties so that they can be read without colour.",
        objective=6,
        reads=Drawing(),
        expected=tie_signs,
        same=drawings.drawn_well,
        mistakes=[
            Mistake(
                "other_rule", lambda given, expected, case: set(given.edges) == set(sure(case))
            ).saying(
                "Only the ties that are certain are drawn. The question asks for all of the rule "
                "`latest`."
            ),
            *drawings.amiss(SIX),
        ],
        hints="""
            - Draw the edges in two goes: first the friendly ones, then the hostile ones.
            - `nx.draw_networkx_edges(..., edge_color=..., style="dashed", label=...)` draws one go;
              `axes.legend()` collects the labels.""",
        solution="""graph = to_graph(ties(pairs, "latest"))
places = circle(list(graph))
figure, axes = new_figure()
friendly = [(a, b) for a, b, d in graph.edges(data=True) if d["sign"] > 0]
hostile = [(a, b) for a, b, d in graph.edges(data=True) if d["sign"] < 0]
nx.draw_networkx_edges(graph, places, friendly, edge_color=FRIENDLY, label="friendly", ax=axes)
nx.draw_networkx_edges(graph, places, hostile, edge_color=HOSTILE, style="dashed",
                       label="hostile", ax=axes)
nx.draw_networkx_labels(graph, places, bbox={"fc": "white", "ec": "none"}, ax=axes)
axes.axis("off")
axes.legend()
picture = Picture(figure, f"{len(friendly)} friendly and {len(hostile)} hostile ties.")
display(picture)""",
        why="""Each sign has a colour and a style of its own, and a legend says so. Printed in grey,
            the picture still speaks.""",
    ),
    Question(
        id="7.8",
        name="ties.own_unknown_pairs",
        asks="From your own ties of 7.6: of how many pairs is nothing certain known?",
        objective=5,
        reads=Fields({"ties": SignedTies(), "unknown": Number(unit="pairs", of=PAIRS)}),
        same=unknown_by_own_ties,
        mistakes=[
            Mistake("missing_as_zero", leaves(lambda made, case: 0)),
            Mistake("wrong_selection", leaves(lambda made, case: PAIRS)).saying(
                "Those are all pairs. Of some of them your table knows something."
            ),
            Mistake("disagreement_counted", leaves(lambda made, case: len(made))).saying(
                "That is how many are known. The question asks for the others."
            ),
            Mistake(
                "wrong_denominator",
                leaves(
                    lambda made, case: DIRECTED - len(made),
                    lambda made, case: SQUARE - len(made),
                    lambda made, case: PAIRS + len(SIX) - len(made),
                ),
            ).saying("Each pair has been counted twice, or each state paired with itself too."),
            Mistake(
                "wrong_selection", leaves(lambda made, case: PAIRS - len(tie_signs(case)))
            ).saying(
                "That is the number of 7.2. How many ties has the table that you give with it?"
            ),
            Mistake("wrong_denominator", leaves(among_its_own)).saying(
                "Those are the pairs among the states that have a tie in your table. A state "
                "without one is among the six too."
            ),
            Mistake(
                "wrong_selection", leaves(lambda made, case: len(tie_signs(case)) - len(made))
            ).saying(
                "That is how many ties are not certain. Pairs without any tie are unknown, too."
            ),
            Mistake(
                "wrong_denominator", leaves(lambda made, case: (PAIRS - len(made)) / PAIRS)
            ).saying("That is a share. The question asks how many pairs."),
            Mistake("reversed", leaves(lambda made, case: len(made) - PAIRS)).saying(
                "You have subtracted the other way round. A count is not below zero."
            ),
            Mistake(
                "off_by_one",
                leaves(
                    lambda made, case: PAIRS - len(made) - 1,
                    lambda made, case: PAIRS - len(made) + 1,
                ),
            ).saying("You are off by one. Subtract the number of rows of your own table."),
        ],
        hints="""
            - Take the number of possible pairs of 7.2.
            - Subtract the number of rows of your own table.""",
        solution='unknown = counts["pairs"] - len(sure)',
        why="""The fewer ties one is ready to draw, the more is unknown: that is the price of
            certainty, and it is counted.""",
    ),
    Question(
        id="7.9",
        name="ties.enemies_or_not",
        asks="Were Niger and the United States enemies on 17 March 2024? Argue from the table.",
        objective=7,
        reads=Essay(24),
        rubric="""
            - It names the rule, the window or the certainty that it uses.
            - It cites at least two rows by their ids, one of each sign.
            - It says what a reader with another rule would conclude.
            - It keeps act and relation apart: to end an accord is an act.""",
        hints="""
            - Look at the columns `events` and `against` of the tie: which rows speak for its sign,
              and which against it?
            - Say under which rule you draw the line, and then what the rule leaves out.""",
        solution='''argument = """
Under the rule latest the tie is hostile. The last row with a day of its own is E01, the
ending of the accord; E18 and E22 stand after it only because their dates are open. But
E24 and E07 are visits, and by the majority of acts the tie is friendly. To end an accord
(E01) is one act; the rows also say that contact went on. I would draw a hostile line and
write the rule beside it.
"""''',
        why="One act does not make an enemy. A rule does, and a rule can be argued about.",
    ),
]
