"""Answers to the questions of exercise 07, written from lesson and exercise alone."""

import networkx as nx
import pandas as pd
from matplotlib.lines import Line2D

from realignment.figures import FRIENDLY, HOSTILE, Picture, circle, new_figure
from realignment.ties import dyads, signed, ties, to_graph

SIGNS = {"E24": 1, "E22": -1, "E30": -1, "E31": 0, "E34": 1, "E38": 1}
STEPS = ["sign", "pair", "rule", "picture"]
TRIPLES = [("BFA", "FRA", -1), ("FRA", "MLI", -1), ("FRA", "NER", -1), ("NER", "USA", -1)]
WORDS = (
    "Six states, seven ties. Friendly: Burkina Faso, Mali and Niger with Russia. Hostile: Burkina "
    "Faso, Mali and Niger with France, Niger with the United States."
)


def made(case, rule="latest", **choice):
    """Return the ties of the article."""
    return ties(dyads(signed(case.events), case.actors), rule, **choice)


def sure(case, least="CT+"):
    """Return the ties of what is told as certain."""
    return made(case, least=least)


def drawn(
    case,
    *,
    solid=FRIENDLY,
    dashed=HOSTILE,
    friendly_style="solid",
    hostile_style="dashed",
    labels=True,
    legend="words",
    words=WORDS,
    hostile=True,
    swapped=False,
    under=False,
    leave=0,
    wrap=True,
    names=None,
):
    """Return the picture of 7.7, with one thing or another done otherwise."""
    graph = to_graph(made(case))
    places = circle(list(graph))
    figure, axes = new_figure()
    friends = [(a, b) for a, b, d in graph.edges(data=True) if d["sign"] > 0]
    foes = [(a, b) for a, b, d in graph.edges(data=True) if d["sign"] < 0]
    if swapped:
        friends, foes = foes, friends
    foes = foes[leave:]
    nx.draw_networkx_edges(
        graph, places, friends, edge_color=solid, style=friendly_style, label="friendly", ax=axes
    )
    if under:
        nx.draw_networkx_edges(graph, places, foes, edge_color=dashed, style="solid", ax=axes)
    if hostile:
        nx.draw_networkx_edges(
            graph, places, foes, edge_color=dashed, style=hostile_style, label="hostile", ax=axes
        )
    if labels:
        nx.draw_networkx_labels(graph, places, labels=names, ax=axes)
    if legend == "words":
        axes.legend()
    elif legend == "lines":
        axes.legend(
            handles=[
                Line2D([], [], color=solid, linestyle=friendly_style, label="friendly"),
                Line2D([], [], color=dashed, linestyle=hostile_style, label="hostile"),
            ]
        )
    elif legend == "equal":
        axes.legend(
            handles=[
                Line2D([], [], color=solid, label="friendly"),
                Line2D([], [], color=solid, label="hostile"),
            ]
        )
    elif legend == "one":
        axes.legend(handles=[Line2D([], [], color=solid, label="friendly")])
    return Picture(figure, words) if wrap else figure


def triple_table(triples):
    """Return a table of source, target and sign."""
    return pd.DataFrame(triples, columns=["source", "target", "sign"])


ANSWERS = [
    ("7.1", "right", SIGNS, "the dict as shown"),
    (
        "7.1",
        "right",
        lambda case: signed(case.events).set_index("event_id").loc[list(SIGNS), "sign"],
        "a Series from signed",
    ),
    ("7.1", "right", {k: str(v) for k, v in SIGNS.items()}, "texts"),
    ("7.1", "right", {k: float(v) for k, v in SIGNS.items()}, "floats"),
    (
        "7.1",
        "right",
        {k: {1: "+1", 0: "0", -1: "−1"}[v] for k, v in SIGNS.items()},
        "texts with plus and the typeset minus",
    ),
    ("7.1", "wrong", {k: abs(v) for k, v in SIGNS.items()}, "no minus", "sign lost"),
    ("7.1", "wrong", {k: -v for k, v in SIGNS.items()}, "turned", "signs turned"),
    ("7.1", "wrong", SIGNS | {"E31": -1}, "the eviction counted again", "another row's sign"),
    ("7.1", "wrong", SIGNS | {"E31": 1}, "RETREAT by its type alone", "consent overlooked"),
    ("7.1", "wrong", SIGNS | {"E34": 0, "E38": 0}, "states without a sign", "valence overlooked"),
    ("7.1", "wrong", SIGNS | {"E22": -6.0}, "the intensity", "another column"),
    ("7.1", "wrong", SIGNS | {"E30": 1}, "the minus forgotten once", "sign lost"),
    ("7.2", "right", {"pairs": 15, "directed": 30, "unknown": 8}, "three numbers"),
    (
        "7.2",
        "right",
        lambda case: {
            "pairs": 6 * 5 / 2,
            "directed": 6 * 5,
            "unknown": 6 * 5 / 2 - len(made(case)),
        },
        "computed, with floats",
    ),
    ("7.2", "right", (15, 30, 8), "a tuple in the order asked"),
    ("7.2", "right", {"pairs": "15", "directed": "30", "unknown": "8"}, "texts"),
    ("7.2", "wrong", {"pairs": 36, "directed": 36, "unknown": 29}, "six times six", "self-pairs"),
    ("7.2", "wrong", {"pairs": 30, "directed": 15, "unknown": 8}, "exchanged", "exchanged"),
    ("7.2", "wrong", {"pairs": 15, "directed": 30, "unknown": 7}, "the known", "the complement"),
    ("7.2", "wrong", {"pairs": 15, "directed": 30, "unknown": 23}, "from directed", "wrong base"),
    (
        "7.2",
        "wrong",
        {"pairs": 15, "directed": 30, "unknown": 11},
        "certain alone",
        "filter too many",
    ),
    (
        "7.2",
        "wrong",
        {"pairs": 15, "directed": 30, "unknown": -19},
        "rows taken off",
        "rows as ties",
    ),
    ("7.2", "wrong", {"pairs": 21, "directed": 42, "unknown": 14}, "seven states", "off by one"),
    ("7.3", "right", STEPS, "a list"),
    ("7.3", "right", "sign -> pair -> rule -> picture", "arrows"),
    ("7.3", "right", "sign, pair, rule, picture", "a text with commas"),
    ("7.3", "right", tuple(STEPS), "a tuple"),
    ("7.3", "right", lambda case: pd.Series(STEPS), "a Series"),
    ("7.3", "wrong", STEPS[::-1], "from the picture back", "reversed direction"),
    ("7.3", "wrong", ["picture", "rule", "sign", "pair"], "as listed", "order of the question"),
    ("7.3", "wrong", ["sign", "rule", "pair", "picture"], "rule first", "neighbours exchanged"),
    ("7.3", "wrong", ["rule", "sign", "pair", "picture"], "rule at the start", "wrong step first"),
    ("7.3", "wrong", set(STEPS), "a set", "a set has no order"),
    ("7.3", "wrong", STEPS[:3], "without the picture", "one left out"),
    ("7.4", "right", {"latest": -1, "majority": 1, "both": 0}, "numbers"),
    (
        "7.4",
        "right",
        lambda case: {
            rule: made(case, rule).query("source == 'NER' and target == 'USA'")["sign"].item()
            for rule in ["latest", "majority", "both"]
        },
        "a loop with .item()",
    ),
    (
        "7.4",
        "right",
        lambda case: {
            rule: made(case, rule).query("source == 'NER' and target == 'USA'")["sign"]
            for rule in ["latest", "majority", "both"]
        },
        "a loop without .item()",
    ),
    ("7.4", "right", {"latest": "-1", "majority": "1", "both": "0"}, "texts"),
    ("7.4", "right", {"latest": "hostile", "majority": "friendly", "both": "mixed"}, "words"),
    (
        "7.4",
        "wrong",
        {"latest": -1, "majority": -1, "both": -1},
        "one rule thrice",
        "cell not changed",
    ),
    ("7.4", "wrong", {"latest": 1, "majority": -1, "both": 0}, "turned", "signs turned"),
    ("7.4", "wrong", {"latest": -1, "majority": 0, "both": 1}, "two exchanged", "exchanged"),
    ("7.4", "wrong", {"latest": 1, "majority": 1, "both": 0}, "no minus", "sign lost"),
    (
        "7.4",
        "wrong",
        lambda case: {
            rule: made(case, rule).query("source == 'NER' and target == 'RUS'")["sign"].item()
            for rule in ["latest", "majority", "both"]
        },
        "Niger and Russia",
        "another row",
    ),
    ("7.4", "wrong", {"latest": 5, "majority": 6, "both": 11}, "counts", "counts for signs"),
    (
        "7.4",
        "wrong",
        {"latest": -1, "majority": 1, "both": -1},
        "mixed as hostile",
        "mixed misread",
    ),
    ("7.5", "right", "a", "the letter"),
    ("7.5", "right", "A)", "a capital with a parenthesis"),
    ("7.5", "right", ["a"], "in a list"),
    ("7.5", "right", "a: rows are no strength", "the letter and words"),
    ("7.5", "wrong", "b", "a date", "another flaw"),
    ("7.5", "wrong", "c", "similar names", "another flaw"),
    ("7.5", "wrong", "d", "an organisation", "another flaw"),
    ("7.5", "wrong", "a/b", "two letters", "did not choose"),
    ("7.5", "wrong", 21, "the number", "a number for a letter"),
    ("7.5", "wrong", "none of them", "nothing found", "nothing found"),
    ("7.5", "wrong", "", "left it empty", "empty text"),
    ("7.6", "right", lambda case: sure(case), "least='CT+'"),
    ("7.6", "right", lambda case: sure(case)[["source", "target", "sign"]], "three columns"),
    ("7.6", "right", lambda case: triple_table(TRIPLES), "a table by hand"),
    (
        "7.6",
        "right",
        lambda case: sure(case).set_index(["source", "target"])["sign"].reset_index(),
        "made an index and undone",
    ),
    (
        "7.6",
        "right",
        lambda case: triple_table([(b, a, s) for a, b, s in TRIPLES[::-1]]),
        "the pairs the other way round, in another order",
    ),
    ("7.6", "wrong", lambda case: made(case), "all seven", "filter forgotten"),
    (
        "7.6",
        "wrong",
        lambda case: sure(case).replace({"sign": {-1: 0}}),
        "zero for hostile",
        "mixed for hostile",
    ),
    (
        "7.6",
        "wrong",
        lambda case: made(case, "majority", least="CT+"),
        "by majority",
        "another rule",
    ),
    ("7.6", "wrong", lambda case: sure(case)[["source", "target"]], "two columns", "sign left out"),
    (
        "7.6",
        "wrong",
        lambda case: sure(case).assign(sign=lambda t: t["sign"].abs()),
        "no minus",
        "sign lost",
    ),
    ("7.6", "wrong", lambda case: sure(case).head(3), "three of four", "one left out"),
    (
        "7.6",
        "wrong",
        lambda case: signed(case.events).query("certainty == 'CT+'"),
        "the rows",
        "rows in place of ties",
    ),
    ("7.7", "right", lambda case: drawn(case), "all as asked"),
    ("7.7", "right", lambda case: drawn(case, legend="lines"), "a legend of its own lines"),
    (
        "7.7",
        "right",
        lambda case: drawn(case, solid="green", dashed="black"),
        "other colours",
    ),
    (
        "7.7",
        "right",
        lambda case: drawn(case, hostile_style=(0, (4, 3))),
        "dashes by numbers",
    ),
    ("7.7", "right", lambda case: drawn(case, hostile_style="--"), "-- for dashed"),
    (
        "7.7",
        "wrong",
        lambda case: drawn(case, hostile_style="solid", legend="lines"),
        "hostile solid too",
        "not readable without colour",
    ),
    (
        "7.7",
        "wrong",
        lambda case: drawn(case, dashed=FRIENDLY, legend="lines"),
        "one colour for both",
        "same colour",
    ),
    ("7.7", "wrong", lambda case: drawn(case, hostile=False), "friendly alone", "nothing added"),
    ("7.7", "wrong", lambda case: drawn(case, labels=False), "no labels", "labels forgotten"),
    ("7.7", "wrong", lambda case: drawn(case, legend=""), "no legend", "legend forgotten"),
    (
        "7.7",
        "wrong",
        lambda case: drawn(case, legend="equal"),
        "two equal handles",
        "legend with two equal handles",
    ),
    (
        "7.7",
        "wrong",
        lambda case: drawn(case, under=True, legend="lines"),
        "a solid line under the dashed one",
        "solid under dashed",
    ),
    ("7.7", "wrong", lambda case: drawn(case, words=""), "no words", "empty words"),
    (
        "7.7",
        "wrong",
        lambda case: drawn(case, swapped=True),
        "the signs exchanged",
        "reversed signs",
    ),
    ("7.7", "wrong", lambda case: drawn(case, leave=1), "six of seven", "one tie left out"),
    (
        "7.7",
        "wrong",
        lambda case: drawn(case, legend="one"),
        "friendly alone in it",
        "half a legend",
    ),
    (
        "7.8",
        "right",
        lambda case: {"ties": sure(case), "unknown": 15 - len(sure(case))},
        "computed",
    ),
    ("7.8", "right", lambda case: {"ties": sure(case), "unknown": 11}, "a number"),
    (
        "7.8",
        "right",
        lambda case: {"ties": sure(case), "unknown": "11 of 15"},
        "with its denominator",
    ),
    (
        "7.8",
        "right",
        lambda case: {"ties": made(case), "unknown": 8},
        "its own table has seven ties",
    ),
    (
        "7.8",
        "right",
        lambda case: {"ties": triple_table(TRIPLES), "unknown": 15.0 - len(TRIPLES)},
        "its own table by hand, a float",
    ),
    ("7.8", "wrong", lambda case: {"ties": sure(case), "unknown": 4}, "the known", "complement"),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": sure(case), "unknown": 30 - len(sure(case))},
        "directed pairs",
        "wrong denominator",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": sure(case), "unknown": 8},
        "of the first table",
        "not run again",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": sure(case), "unknown": 10 - len(sure(case))},
        "five states: Russia has no line",
        "a state without a tie left out",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": sure(case), "unknown": len(sure(case)) - 15},
        "turned round",
        "sign turned",
    ),
    ("7.8", "wrong", lambda case: {"ties": sure(case), "unknown": ...}, "left", "left the dots"),
    (
        "7.9",
        "right",
        "By the rule latest they were hostile. E01 ends the accord. But E24, the visit, was "
        "friendly. By majority somebody would call them friends, since six rows against five say "
        "so. Enemies is too strong a word for a cut accord.",
        "rule, two rows, the other rule",
    ),
    (
        "7.9",
        "right",
        "No. Rule both: mixed. E34 says that the armies worked closely; E04 says that the accord "
        "is denounced. With latest one would say hostile. Hostile acts are not yet enmity!",
        "rule both",
    ),
    (
        "7.9",
        "right",
        "Selon la règle latest, le lien est hostile. La ligne E02 y met fin, la ligne E07 est une "
        "visite amicale. Selon majority, on dirait le contraire. Ennemis, non : en désaccord.",
        "in French",
    ),
    (
        "7.9",
        "right",
        "按照latest规则，两国的关系是敌对的。E01是终止协定，E24是友好的访问。如果用majority规则，结论会相反。"
        "所以我不会说他们是敌人。",
        "in Chinese, of fair length",
    ),
    (
        "7.9",
        "right",
        "latestの規則では敵対的です。E01は協定の終了、E34は以前の協力です。"
        "majorityなら友好的という結論になります。ですから「敵」と呼ぶのは言い過ぎだと思います。",
        "in Japanese, of fair length",
    ),
    ("7.9", "wrong", "Yes, they were enemies.", "one sentence", "too short"),
    ("7.9", "wrong", "E01, E24.", "two ids", "too short"),
    (
        "7.9",
        "wrong",
        "Were Niger and the United States enemies on 17 March 2024? Argue from the table, in four "
        "sentences or more. Name your rule. Cite two rows by their ids, one of each sign, and say "
        "what somebody with another rule would conclude.",
        "copied the question",
        "copied from the question",
    ),
    ("7.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("7.9", "wrong", "", "left it empty", "empty text"),
    ("7.9", "wrong", "? ? ? ?", "marks alone", "no words"),
]
