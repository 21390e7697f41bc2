"""Lesson 07, Ties, asks whether one act makes an enemy."""

from __future__ import annotations

from typing import Any

import pandas as pd

from realignment.answers import (
    Choice,
    Drawing,
    Essay,
    Fields,
    Items,
    Keyed,
    Lines,
    Number,
    SignedTies,
    SignOfTie,
)
from realignment.cases import Case
from realignment.events import read_codebook
from realignment.questions import Mistake, Question, part, value
from realignment.questions.drawings import (
    colour_alone,
    friends_dashed,
    has_legend,
    shows,
    swapped,
    unlabelled,
    wrong_colours,
)
from realignment.ties import RULES, dyads, signed, ties

SIX = ("USA", "FRA", "NER", "MLI", "BFA", "RUS")
ACTS = ("E24", "E22", "E30", "E31", "E34", "E38")
"""The rows of question 7.1: two friendly, two hostile, two that the quad class gets wrong."""

STEPS = {
    "sign": "give each act its sign",
    "pair": "spread the acts over pairs of states",
    "rule": "let a rule make one tie of the acts of a pair",
    "picture": "draw the ties",
}


def article_pairs(case: Case) -> pd.DataFrame:
    """Return the article's dyads between states."""
    return dyads(signed(case.events), case.actors)


def tie_signs(case: Case, rule: str = "latest", least: str = "PS+") -> dict[tuple[str, str], int]:
    """Return the article's ties under a rule: pair to sign."""
    made = ties(article_pairs(case), rule, least=least)
    return {(r.source, r.target): int(r.sign) for r in made.itertuples()}


def act_signs(case: Case) -> dict[str, int]:
    """Return the sign of each row that question 7.1 asks about."""
    table = signed(case.events).set_index("event_id")["sign"]
    return {name: int(table[name]) for name in ACTS}


def quad_sign(case: Case, event_id: str) -> int:
    """Return the sign that the naive recipe would give an act."""
    kind = case.events.set_index("event_id").at[event_id, "event_type"]
    return 0 if not kind else 1 if read_codebook().quad(kind) <= 2 else -1


def read_off_quad(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether a wrong sign is the one of the naive recipe."""
    return any(
        given[name] != sign and given[name] == quad_sign(case, name) != 0
        for name, sign in act_signs(case).items()
    )


def turned(given: dict, true: dict) -> bool:
    """Tell whether some sign has been turned round."""
    return any(given.get(key) == -sign != 0 for key, sign in true.items())


def pair_counts(case: Case) -> dict[str, float]:
    """Return how many pairs six states make, with and without direction, and how many are blank."""
    directed = len(SIX) * (len(SIX) - 1)
    pairs = directed // 2
    return {
        "pairs": float(pairs),
        "directed": float(directed),
        "unknown": float(pairs - len(tie_signs(case))),
    }


def niger_and_washington(case: Case) -> dict[str, int]:
    """Return the sign of that one tie under each rule."""
    return {rule: tie_signs(case, rule)[("NER", "USA")] for rule in RULES}


def unknown_by_own_ties(given: dict, expected: None, case: Case) -> bool:
    """Tell whether the number of blanks fits the student's own ties."""
    return given["unknown"] == len(SIX) * (len(SIX) - 1) // 2 - len(given["ties"])


def drawn_right(given: Lines, expected: dict, case: Case) -> bool:
    """Tell whether a drawing shows these ties, in colours, styles and with a legend."""
    return shows(given, expected) and has_legend(given, expected)


QUESTIONS = [
    Question(
        id="7.1",
        name="ties.signs_of_rows",
        asks="Give six rows their sign, by the table of signs.",
        objective=2,
        reads=Keyed(Choice(ACTS), SignOfTie(), "one sign for each row"),
        expected=act_signs,
        defensible=lambda case: {
            "E24": {0: "the rule asks for a visit that draws closer, and here is only the hope"},
            "E34": {0: "an undated past need not be counted at all, if the rule says so"},
        },
        mistakes=[
            Mistake("sign_from_quad", read_off_quad),
            Mistake(
                "claim_as_fact",
                part("E38", 0),
                "The hedge makes it uncertain; it does not take the direction away. Certainty "
                "and sign are two columns.",
            ),
            Mistake("sign_flipped", lambda given, expected, case: turned(given, act_signs(case))),
            Mistake(
                "other",
                part("E31", -1),
                "The hostile act was the telling to go, and it has a row of its own. What does "
                "the leaving add?",
            ),
        ],
        hints=[
            "Look the four acts up in `read_sign_table()`: type, mode, consent. The first row that "
            "fits counts.",
            "The two rows that are no events have a `valence`. Friendly is +1, hostile is -1.",
            "Two of the acts are parts of one story: somebody is told to go, and goes.",
        ],
        solution='signs = {"E24": 1, "E22": -1, "E30": -1, "E31": 0, "E34": 1, "E38": 1}',
        why="A visit is friendly, a cut and an eviction are hostile. Leaving after an eviction "
        "adds nothing: the sign is in the eviction. For states and relations the coder's valence "
        "is the sign.",
    ),
    Question(
        id="7.2",
        name="ties.pairs_and_blanks",
        asks="How many pairs do six states make, how many with a direction, how many blank?",
        objective=5,
        reads=Fields(dict.fromkeys(("pairs", "directed", "unknown"), Number(unit="pairs"))),
        expected=pair_counts,
        mistakes=[
            Mistake(
                "wrong_denominator",
                part("pairs", 30.0),
                "That counts each pair twice, once in each direction. A line has none.",
            ),
            Mistake(
                "wrong_denominator",
                part("pairs", 36.0),
                "That pairs every state with itself as well.",
            ),
            Mistake(
                "undirected",
                lambda given, expected, case: given["directed"] == given["pairs"],
                "With a direction, A to B and B to A are two. You have counted them as one.",
            ),
            Mistake("missing_as_zero", part("unknown", 0.0)),
            Mistake(
                "other",
                lambda given, expected, case: (
                    given["unknown"] == len(tie_signs(case))
                    and given["pairs"] == pair_counts(case)["pairs"]
                ),
                "That is how many have a line. The question asks for the others.",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: (
                    abs(given["pairs"] - pair_counts(case)["pairs"]) == 1
                    or abs(given["unknown"] - pair_counts(case)["unknown"]) == 1
                ),
                "One of the numbers is one too many or one too few. Each of the six meets the "
                "five others.",
            ),
        ],
        hints=[
            "How many others can one state meet? Add that up for all of them, and ask how often "
            "each pair has been counted.",
            "Each of the six can meet the five others; and then every pair has been counted twice.",
            'Subtract the number of rows of `ties(pairs, "latest")`.',
        ],
        solution="""six = 6
counts = {"pairs": six * (six - 1) // 2, "directed": six * (six - 1)}
counts["unknown"] = counts["pairs"] - len(ties(pairs, "latest"))""",
        why="n(n-1) pairs with a direction, half as many without one; less those that have a tie. "
        "Unknown is not neutral: it is the part of "
        "the picture that this article does not hold.",
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
            Mistake("incomplete", lambda given, expected, case: len(set(given)) < len(STEPS)),
            Mistake(
                "sign_from_quad",
                lambda given, expected, case: given.index("rule") < given.index("sign"),
                "A rule such as the latest act needs something to choose from. What must each act "
                "have before?",
            ),
            Mistake(
                "order_told",
                lambda given, expected, case: given[0] == "picture" or given[-1] != "picture",
                "The picture is what the reader sees first. When is it made?",
            ),
            Mistake(
                "order_told",
                lambda given, expected, case: given.index("rule") < given.index("pair"),
                "A rule weighs the acts of one pair against each other. What must be done to the "
                "acts before, so that those of one pair stand together?",
            ),
        ],
        hints=[
            "Follow the code of the lesson: `signed`, then `dyads`, then ...",
            "A rule works on the acts of one pair, so the pairs must be there already.",
        ],
        solution='steps = ["sign", "pair", "rule", "picture"]',
        why="Each step is a decision, and each uses what the one before has made.",
    ),
    Question(
        id="7.4",
        name="ties.one_pair_under_each_rule",
        asks="What is the tie of Niger and the United States under each rule?",
        objective=4,
        reads=Keyed(Choice(RULES), SignOfTie(), "one sign for each rule"),
        expected=niger_and_washington,
        defensible=lambda case: {
            "majority": {
                0: "if events alone are counted, and hopes and states are not, it is two "
                "acts against two"
            },
        },
        mistakes=[
            Mistake(
                "counts_as_strength",
                part("majority", -1.0),
                "The break is told in many rows. How many acts is it?",
            ),
            Mistake(
                "missing_as_zero",
                part("latest", 0.0),
                "Zero would mean that the last day had both signs. Look at the rows of that day.",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: given["both"] != 0,
                "This rule does not choose. What does it say where both signs occur?",
            ),
            Mistake("sign_flipped", part("latest", 1.0)),
        ],
        hints=[
            "`ties(pairs, rule)` gives a table; keep the row with source NER and target USA.",
            "Do it for each of the three rules, and write down the column `sign`.",
        ],
        solution="""found = {}
for rule in ["latest", "majority", "both"]:
    made = ties(pairs, rule)
    line = made[(made["source"] == "NER") & (made["target"] == "USA")]
    found[rule] = line["sign"].item()""",
        why="The same rows, three answers. A tie is a tie under a rule, so a map must name its "
        "rule.",
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
        mistakes=[
            Mistake("false_precision", value("b"), "The caption gives no date at all."),
            Mistake(
                "niger_nigeria",
                value("c"),
                "The caption names the right states. What does it conclude from the number?",
            ),
            Mistake(
                "organisation_as_state",
                value("d"),
                "Both that it names are states. What does it conclude from the number?",
            ),
        ],
        hints=[
            "What exactly was counted: acts, or mentions of acts?",
            "If the paper had printed sentence 2 twice, would the two states have been closer, or "
            "further apart?",
        ],
        solution='flaw = "a"',
        why="Twenty-one rows say that this pair is what the article is about. How often a thing is "
        "told is not how strong it is.",
    ),
    Question(
        id="7.6",
        name="ties.certain_and_latest",
        asks="Make the ties that are told as certain, under the rule `latest`.",
        objective=4,
        reads=SignedTies(),
        expected=lambda case: tie_signs(case, least="CT+"),
        mistakes=[
            Mistake(
                "hedge_missed",
                lambda given, expected, case: bool(
                    (set(tie_signs(case)) - set(tie_signs(case, least="CT+"))) & set(given)
                ),
                "One of these ties rests on a sentence that commits nobody. What does `least` do?",
            ),
            Mistake(
                "label_as_actor",
                lambda given, expected, case: ("RUS", "USA") in given or ("FRA", "RUS") in given,
                "The story says that of a label without members. Who put a state in its place?",
            ),
            Mistake(
                "other_rule",
                lambda given, expected, case: (
                    given != expected
                    and any(
                        given == tie_signs(case, rule, least)
                        for rule in RULES
                        for least in ("PS+", "CT+")
                    )
                ),
                "These are the ties of another rule. Which rule does the question name?",
            ),
            Mistake(
                "similarity_as_tie",
                lambda given, expected, case: bool(
                    {("MLI", "NER"), ("BFA", "NER"), ("BFA", "MLI")} & set(given)
                ),
            ),
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: 0 in given.values() and len(given) > 7,
            ),
            Mistake(
                "sign_flipped",
                lambda given, expected, case: turned(given, tie_signs(case, least="CT+")),
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: set(given) < set(tie_signs(case, least="CT+")),
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: bool(set(given) - set(tie_signs(case, least="CT+"))),
            ),
        ],
        hints=[
            "The function is `ties`; the rule is its second argument.",
            "The argument `least` takes a certainty: PS+, PR+ or CT+.",
        ],
        solution='sure = ties(pairs, "latest", least="CT+")',
        why="Four ties are left. The three with Russia rest on one hedged sentence without a "
        "source.",
    ),
    Question(
        id="7.7",
        name="ties.draw_without_colour",
        asks="Draw the seven ties so that they can be read without colour.",
        objective=6,
        reads=Drawing(),
        expected=tie_signs,
        same=drawn_right,
        mistakes=[
            Mistake(
                "incomplete",
                lambda given, expected, case: unlabelled(given, SIX),
                "A state has no label that can be read, so its lines cannot be told apart. "
                "Give each state its code or its name.",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: set(given.edges) < set(tie_signs(case)),
                "A tie is missing from the drawing.",
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: bool(set(given.edges) - set(tie_signs(case))),
                "There is a line between two of whom the article says nothing.",
            ),
            Mistake(
                "sign_flipped",
                lambda given, expected, case: swapped(given, tie_signs(case)),
                "In this module friendly is blue and hostile is vermilion; you have them the other "
                "way round.",
            ),
            Mistake(
                "sign_flipped",
                lambda given, expected, case: wrong_colours(given, tie_signs(case)),
                "Lines of one sign should share a colour, and the two signs should not.",
            ),
            Mistake(
                "sign_flipped",
                lambda given, expected, case: friends_dashed(given, tie_signs(case)),
                "A friendly line of yours is dashed. Dashes are the mark of the hostile lines "
                "here: keep the friendly ones solid.",
            ),
            Mistake(
                "colour_alone", lambda given, expected, case: colour_alone(given, tie_signs(case))
            ),
            Mistake(
                "no_legend",
                lambda given, expected, case: not has_legend(given, tie_signs(case)),
                "Nothing in the legend says what your lines mean, or it says it of the wrong "
                "ones. Each sign needs its word beside its own colour.",
            ),
        ],
        hints=[
            "Draw the edges in two goes: first the friendly ones, then the hostile ones.",
            '`nx.draw_networkx_edges(..., edge_color=..., style="dashed", label=...)` draws one '
            "go; `axes.legend()` collects the labels.",
        ],
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
        why="Each sign has a colour and a style of its own, and a legend says so. Printed in grey, "
        "the picture still speaks.",
    ),
    Question(
        id="7.8",
        name="ties.own_unknown_pairs",
        asks="From your own ties of 7.6: of how many pairs is nothing certain known?",
        objective=5,
        reads=Fields({"ties": SignedTies(), "unknown": Number(unit="pairs")}),
        same=unknown_by_own_ties,
        mistakes=[
            Mistake("missing_as_zero", lambda given, expected, case: given["unknown"] == 0),
            Mistake(
                "off_by_one",
                lambda given, expected, case: (
                    abs(given["unknown"] - (15 - len(given["ties"]))) == 1
                ),
                "You are off by one. Subtract the number of rows of your own table.",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: (
                    given["unknown"] in (30 - len(given["ties"]), 36 - len(given["ties"]))
                ),
                "Each pair has been counted twice, or a state with itself.",
            ),
            Mistake(
                "other",
                lambda given, expected, case: given["unknown"] == len(given["ties"]),
                "That is how many are known.",
            ),
        ],
        hints=[
            "Take the number of possible pairs of 7.2.",
            "Subtract the number of rows of your own table.",
        ],
        solution='unknown = counts["pairs"] - len(sure)',
        why="The fewer ties one is ready to draw, the more is unknown: that is the price of "
        "certainty, and it is counted.",
    ),
    Question(
        id="7.9",
        name="ties.enemies_or_not",
        asks="Were Niger and the United States enemies on 17 March 2024? Argue from the table.",
        objective=7,
        reads=Essay(40),
        rubric=[
            "It names the rule, the window or the certainty that it uses.",
            "It cites at least two rows by their ids, one of each sign.",
            "It says what a reader with another rule would conclude.",
            "It keeps act and relation apart: to end an accord is an act.",
        ],
        hints=[
            "Look at the columns `events` and `against` of the tie: which rows speak for its sign, "
            "and which against it?",
            "Say under which rule you draw the line, and then what the rule leaves out.",
        ],
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
