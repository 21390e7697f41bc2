"""Answers to the questions of exercise 09, written from lesson and exercise alone."""

import datetime as dt
from functools import cache

import networkx as nx
import pandas as pd
from matplotlib.lines import Line2D

from realignment import balance
from realignment.figures import HOSTILE, Picture, circle, new_figure
from realignment.record import load_record
from realignment.ties import dyads, signed, ties, to_graph

EIGHT = ["USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT"]
SIX = EIGHT[:6]
KINDS = {"+++": "strong and weak", "+--": "strong and weak", "++-": "neither", "---": "weak"}
COUNTS = {"+++": 6, "++-": 4, "+--": 3, "---": 0}
ORDER = ["europe_1904", "europe_1872", "highlands_1954", "sahel_2023"]
REPORT = {"ties": 4, "cycles": 0, "triangles": "not computable"}
FLAWS = {"A": "cause", "B": "no test", "C": "tool"}
WORDS = (
    "Certain ties of the article: 4 hostile ones. Burkina Faso, Mali and Niger with France, Niger "
    "with the United States. Of 15 pairs, 11 are unknown; Russia has no line."
)


@cache
def both():
    """Return the pairs of the eight states, with co-signature."""
    record = load_record()
    acts = record.timeline[record.timeline["kind"] == "event"]
    table = dyads(acts, record.actors, cosign=True)
    return table[table["source"].isin(EIGHT) & table["target"].isin(EIGHT)]


def counted(day, rule="latest"):
    """Return the triangles of a day."""
    return balance.triangles(to_graph(ties(both(), rule, at=day)))


def on_day(day, fraction=None):
    """Return an answer to 9.8, with the true fraction where none is given."""
    if fraction is None:
        found = counted(str(day)[:10])
        fraction = (found.balanced, found.denominator)
    return {"day": day, "balanced": fraction}


def drawn(
    case,
    *,
    least="CT+",
    style="dashed",
    colour=HOSTILE,
    labels=True,
    legend="hostile",
    words=WORDS,
    states=SIX,
    under=False,
):
    """Return the picture of 9.4, with one thing or another done otherwise."""
    table = ties(dyads(signed(case.events), case.actors), "latest", least=least)
    graph = to_graph(table)
    graph.add_nodes_from(states)
    places = circle(SIX)
    figure, axes = new_figure()
    edges = list(graph.edges)
    if under:
        nx.draw_networkx_edges(graph, places, edges, edge_color=colour, style="solid", ax=axes)
    nx.draw_networkx_edges(
        graph, places, edges, edge_color=colour, style=style, label="hostile", ax=axes
    )
    if labels:
        nx.draw_networkx_labels(graph.subgraph(states), places, ax=axes)
    if legend == "two":
        axes.legend(
            handles=[
                Line2D([], [], color=colour, linestyle=style, label="friendly"),
                Line2D([], [], color=colour, linestyle=style, label="hostile"),
            ]
        )
    elif legend:
        axes.legend(handles=[Line2D([], [], color=colour, linestyle=style, label=legend)])
    return Picture(figure, words)


ANSWERS = [
    ("9.1", "right", KINDS, "the dict as shown"),
    ("9.1", "right", {k: v.upper() for k, v in KINDS.items()}, "capitals"),
    ("9.1", "right", lambda case: pd.Series(KINDS), "a Series"),
    ("9.1", "right", list(KINDS.items()), "pairs"),
    ("9.1", "wrong", KINDS | {"---": "neither"}, "strong alone", "weak forgotten"),
    ("9.1", "wrong", KINDS | {"++-": "weak"}, "the wrong one weak", "two kinds exchanged"),
    (
        "9.1",
        "wrong",
        KINDS | {"---": "strong and weak"},
        "three enemies balanced",
        "strong too wide",
    ),
    (
        "9.1",
        "wrong",
        KINDS | {"+--": "neither", "++-": "strong and weak"},
        "turned",
        "reversed signs",
    ),
    ("9.1", "wrong", KINDS | {"+--": "weak"}, "one friend and two foes", "strong too narrow"),
    ("9.1", "wrong", dict.fromkeys(KINDS, "strong and weak"), "one for all", "one label for all"),
    ("9.1", "wrong", KINDS | {"+++": "strong"}, "a word not offered", "a word not offered"),
    ("9.2", "right", COUNTS, "four numbers"),
    ("9.2", "right", lambda case: counted("2023-09-30").counts, "the counts of the function"),
    ("9.2", "right", lambda case: pd.Series(COUNTS), "a Series"),
    ("9.2", "right", {k: str(v) for k, v in COUNTS.items()}, "texts"),
    ("9.2", "right", lambda case: counted("2023-09-30"), "the triangles themselves"),
    (
        "9.2",
        "wrong",
        lambda case: counted("2023-12-31").counts,
        "the end of the year",
        "another day",
    ),
    ("9.2", "wrong", lambda case: counted("2022-03-01").counts, "the day of 9.7", "another day"),
    (
        "9.2",
        "wrong",
        {"+++": 6, "++-": 3, "+--": 4, "---": 0},
        "two exchanged",
        "exchanged",
    ),
    ("9.2", "wrong", COUNTS | {"---": 13}, "the total", "sum in place of a kind"),
    ("9.2", "wrong", {"+++": 9, "++-": 4, "+--": 9, "---": 4}, "balanced or not", "sums for kinds"),
    ("9.2", "wrong", {k: v / 13 for k, v in COUNTS.items()}, "shares", "shares for counts"),
    ("9.2", "wrong", {"+++": 6, "++-": 4, "+--": 3}, "without the last", "zero left out"),
    ("9.3", "right", ORDER, "a list"),
    ("9.3", "right", " < ".join(ORDER), "with <"),
    ("9.3", "right", ", ".join(ORDER), "a text with commas"),
    (
        "9.3",
        "right",
        lambda case: pd.Series(
            {
                "highlands_1954": 7 / 58,
                "europe_1872": 1 / 9,
                "europe_1904": 1 / 11,
                "sahel_2023": 2 / 15,
            }
        ).sort_values(),
        "a sorted Series of shares",
    ),
    ("9.3", "right", " -> ".join(ORDER), "arrows"),
    ("9.3", "wrong", ORDER[::-1], "largest first", "reversed direction"),
    (
        "9.3",
        "wrong",
        ["europe_1872", "europe_1904", "sahel_2023", "highlands_1954"],
        "by the number",
        "numbers for shares",
    ),
    (
        "9.3",
        "wrong",
        ["europe_1872", "europe_1904", "highlands_1954", "sahel_2023"],
        "one of 9 and one of 11",
        "neighbours exchanged",
    ),
    (
        "9.3",
        "wrong",
        ["highlands_1954", "europe_1872", "europe_1904", "sahel_2023"],
        "as listed",
        "not ordered",
    ),
    ("9.3", "wrong", set(ORDER), "a set", "a set has no order"),
    ("9.3", "wrong", ORDER[:3], "without the fourth", "one left out"),
    ("9.3", "wrong", [0.09, 0.11, 0.12, 0.13], "the shares", "numbers in place of names"),
    ("9.4", "right", lambda case: drawn(case), "all as asked"),
    ("9.4", "right", lambda case: drawn(case, colour="black"), "in black"),
    ("9.4", "right", lambda case: drawn(case, style=(0, (5, 2))), "dashes by numbers"),
    (
        "9.4",
        "right",
        lambda case: drawn(case, words="Four hostile ties; eleven pairs are unknown."),
        "the number in words",
    ),
    (
        "9.4",
        "right",
        lambda case: drawn(case, words="Hostile: 4 of 15 pairs. 11 of 15 pairs unknown."),
        "the number with its denominator",
    ),
    ("9.4", "wrong", lambda case: drawn(case, least="PS+"), "seven ties", "hedge not dropped"),
    ("9.4", "wrong", lambda case: drawn(case, style="solid"), "solid lines", "solid for dashed"),
    (
        "9.4",
        "wrong",
        lambda case: drawn(case, states=["USA", "FRA", "NER", "MLI", "BFA"]),
        "Russia without a label",
        "a state without a tie left out",
    ),
    ("9.4", "wrong", lambda case: drawn(case, legend=""), "no legend", "legend forgotten"),
    ("9.4", "wrong", lambda case: drawn(case, labels=False), "no labels", "labels forgotten"),
    (
        "9.4",
        "wrong",
        lambda case: drawn(case, words="Four hostile ties. 8 pairs are unknown."),
        "8 unknown",
        "words are false",
    ),
    ("9.4", "wrong", lambda case: drawn(case, words=""), "no words", "empty words"),
    (
        "9.4",
        "wrong",
        lambda case: drawn(case, legend="two"),
        "friendly and hostile with one look",
        "legend with two equal handles",
    ),
    (
        "9.4",
        "wrong",
        lambda case: drawn(case, under=True),
        "solid under dashed",
        "solid under dashed",
    ),
    ("9.5", "right", REPORT, "two numbers and the words"),
    (
        "9.5",
        "right",
        {"ties": 4.0, "cycles": 0.0, "triangles": "not_computable"},
        "floats and an underscore",
    ),
    ("9.5", "right", {"ties": "4", "cycles": "0", "triangles": "Not computable"}, "texts"),
    (
        "9.5",
        "right",
        lambda case: {
            "ties": len(ties(dyads(signed(case.events), case.actors), "latest", least="CT+")),
            "cycles": 4 - 6 + 2,
            "triangles": "not computable",
        },
        "computed: ties less states plus parts",
    ),
    ("9.5", "wrong", REPORT | {"triangles": "1"}, "nothing is unbalanced", "no denominator"),
    ("9.5", "wrong", REPORT | {"triangles": "0"}, "no triangle", "nothing taken for zero"),
    ("9.5", "wrong", REPORT | {"ties": 7}, "with the hedge", "hedge not dropped"),
    ("9.5", "wrong", REPORT | {"cycles": 1}, "one cycle", "off by one"),
    ("9.5", "wrong", REPORT | {"cycles": -2}, "ties less states", "parts forgotten"),
    (
        "9.5",
        "wrong",
        {"ties": 0, "cycles": 4, "triangles": "not computable"},
        "turned",
        "exchanged",
    ),
    ("9.5", "wrong", REPORT | {"ties": 5}, "states with a tie", "states for ties"),
    ("9.6", "right", FLAWS, "the dict as shown"),
    ("9.6", "right", {k.lower(): v for k, v in FLAWS.items()}, "small letters as keys"),
    ("9.6", "right", ["cause", "no test", "tool"], "a list in the order asked"),
    ("9.6", "right", {k: v.replace(" ", "_") for k, v in FLAWS.items()}, "an underscore"),
    ("9.6", "right", lambda case: pd.Series(FLAWS), "a Series"),
    ("9.6", "wrong", {"A": "no test", "B": "cause", "C": "tool"}, "two exchanged", "exchanged"),
    ("9.6", "wrong", FLAWS | {"C": "sides"}, "the weights", "another flaw"),
    ("9.6", "wrong", FLAWS | {"B": "tool"}, "a wrong measure", "another flaw"),
    ("9.6", "wrong", FLAWS | {"A": "sides"}, "friend and enemy", "another flaw"),
    ("9.6", "wrong", dict.fromkeys(FLAWS, "cause"), "one for all", "one label for all"),
    ("9.6", "wrong", {"A": "cause", "B": "no test"}, "two of three", "one left out"),
    ("9.7", "right", "2023-09-30", "the day of 9.2"),
    ("9.7", "right", pd.Timestamp("2023-09-30"), "a Timestamp"),
    ("9.7", "right", dt.date(2023, 9, 30), "a date"),
    ("9.7", "right", "15 October 2023", "another day, in words"),
    ("9.7", "wrong", "2022-03-01", "the day of the cell", "cell not changed"),
    ("9.7", "wrong", "2023-12-31", "none frustrated", "too late"),
    ("9.7", "wrong", "2025-12-31", "one frustrated", "one in place of two"),
    ("9.7", "wrong", "2023-01-31", "one frustrated", "one in place of two"),
    ("9.7", "wrong", 2, "the number", "number in place of a day"),
    ("9.7", "wrong", "2023-09-31", "no such day", "no such day"),
    ("9.7", "wrong", "2024-03-17", "the story's day", "publication day"),
    ("9.7", "wrong", "September", "a month", "no day"),
    ("9.7", "right", "2023-08-03", "the first day of the time"),
    ("9.8", "right", lambda case: on_day("2023-09-30"), "computed"),
    ("9.8", "right", on_day("2023-09-30", (9, 13)), "a tuple"),
    ("9.8", "right", on_day("2023-09-30", "9 of 13"), "a text with of"),
    ("9.8", "right", on_day("2023-09-30", "9/13"), "a text with a slash"),
    ("9.8", "right", lambda case: on_day("2022-03-01"), "of its own day, which 9.7 did not want"),
    ("9.8", "right", on_day(pd.Timestamp("2023-09-30"), [9, 13]), "a Timestamp and a list"),
    ("9.8", "wrong", on_day("2023-09-30", (4, 13)), "the unbalanced", "the complement"),
    ("9.8", "wrong", on_day("2023-09-30", (13, 9)), "turned", "tuple of wrong order"),
    ("9.8", "wrong", on_day("2023-09-30", (2, 15)), "the frustrated ties", "ties for triangles"),
    ("9.8", "wrong", on_day("2023-09-30", 9), "the count", "no denominator"),
    ("9.8", "wrong", on_day("2023-09-30", (16, 20)), "of another day", "not run again"),
    ("9.8", "wrong", on_day("2023-09-30", (6, 13)), "+++ alone", "one kind forgotten"),
    (
        "9.9",
        "right",
        "In the record, on 30 September 2023, 9 of 13 triangles are balanced by the rule latest. "
        "In the article, told with certainty, there are 0 triangles, so no share exists. With the "
        "hedge there are ties to Russia. Of 15 pairs 8 are unknown there. To write because one "
        "must show that one tie came after the other and for that reason. I cannot.",
        "two numbers, rule, unknown, because",
    ),
    (
        "9.9",
        "right",
        "The saying holds a little. Rule latest, last day of 2024: 7 of 8 triangles balanced. In "
        "our article 0 of 4 certain ties are frustrated, which no cycle could contradict. Eleven "
        "of 15 pairs are unknown. A shape is no cause. One would need the reasons of those who "
        "acted.",
        "another day",
    ),
    (
        "9.9",
        "right",
        "Dans le relevé, 9 triangles sur 13 sont équilibrés le 30 septembre 2023. Règle latest. "
        "Dans l'article, rien n'est calculable : 0 triangle. On ignore 11 paires sur 15. Avant "
        "d'écrire « parce que », il faudrait des motifs. Je n'en vois pas.",
        "in French",
    ),
    (
        "9.9",
        "right",
        "在记录中，2023年9月30日有13个三角，其中9个平衡，规则是latest。在文章里，只看确定的话没有三角，"
        "所以无法计算。15对国家里有11对未知。形状不是原因。要写“因为”，必须证明先后和动机。目前做不到。",
        "in Chinese, of fair length",
    ),
    (
        "9.9",
        "right",
        "記録では、2023年9月30日に13の三角形のうち9つが均衡しています。規則はlatestです。"
        "記事では確実なものだけだと三角形がなく、計算できません。15組のうち11組は不明です。"
        "形は原因ではありません。「だから」と書くには動機の証拠が必要です。",
        "in Japanese, of fair length",
    ),
    ("9.9", "wrong", "It holds.", "one sentence", "too short"),
    ("9.9", "wrong", "9 of 13 and not computable.", "the numbers", "too short"),
    (
        "9.9",
        "wrong",
        "The enemy of my enemy is my friend. How far does it hold in the record, and how far in "
        "our article? Give a number with its denominator for each. Name the rule that made the "
        "ties. Say what is unknown, and what would have to be shown before you wrote because.",
        "copied the question",
        "copied from the question",
    ),
    ("9.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("9.9", "wrong", "", "left it empty", "empty text"),
    ("9.9", "wrong", "... ... ... ... ... ...", "dots alone", "no words"),
]
