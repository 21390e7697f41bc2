"""Right, defensible and wrong answers to the questions of lesson 10."""

import datetime
from fractions import Fraction
from functools import cache

import networkx as nx
import numpy as np
import pandas as pd

from realignment import balance
from realignment.figures import FRIENDLY, HOSTILE, Picture, circle, network, new_figure
from realignment.record import load_record
from realignment.ties import dyads, signed, ties, to_graph

BOTH = "strong and weak"
KINDS = {"+++": BOTH, "+--": BOTH, "++-": "neither", "---": "weak"}
COUNTS = {"+++": 6, "++-": 4, "+--": 4, "---": 0}
ORDER = ["europe_1904", "europe_1872", "highlands_1954", "sahel_2023"]
NAMES = {
    "USA": "United States",
    "FRA": "France",
    "NER": "Niger",
    "MLI": "Mali",
    "BFA": "Burkina Faso",
    "RUS": "Russia",
}
ALL = tuple(load_record().actors["actor_id"])
REPORT = {"ties": 4, "cycles": 0, "triangles": "not computable"}
FLAWS = {"A": "cause", "B": "no test", "C": "tool"}
ARGUMENT = (
    "In the record, with co-signature, 8 of 9 triangles are balanced at the end of 2024, and in "
    "four of them two friends have a common enemy. But four of the nine hold a tie that our rule "
    "made; from acts alone there are five. In the article 0 of 7 ties are frustrated, but three "
    "rest on one hedge. Of 28 pairs 13 are unknown."
)


@cache
def counted(day, cosign=True, more=("TCD", "MRT")):
    record = load_record()
    states = [*NAMES, *more]
    acts = record.timeline[record.timeline["kind"] == "event"]
    pairs = dyads(acts, record.actors, cosign=cosign)
    pairs = pairs[pairs["source"].isin(states) & pairs["target"].isin(states)]
    return balance.triangles(to_graph(ties(pairs, "latest", at=day)))


def told(case, least="CT+"):
    return ties(dyads(signed(case.events), case.actors), "latest", least=least)


WORDS = "4 hostile ties, 11 pairs unknown."


def drawing(
    colour=HOSTILE,
    style="dashed",
    legend="hostile",
    least="CT+",
    change=None,
    all_six=True,
    words=WORDS,
    second=None,
):
    """Return a function that draws the article's ties as a student would, all in one look."""

    def draw(case):
        graph = to_graph(told(case, least), list(NAMES) if all_six else None)
        if change:
            change(graph)
        places = circle(list(NAMES))
        figure, axes = new_figure()
        nx.draw_networkx_edges(graph, places, edge_color=colour, style=style, label=legend, ax=axes)
        nx.draw_networkx_labels(graph, places, {code: NAMES[code] for code in graph}, ax=axes)
        if second:
            axes.plot([], [], color=colour, linestyle=style, label=second)
        if legend:
            axes.legend()
        return Picture(figure, words)

    return draw


RIGHT = {
    "10.1": [
        KINDS,
        {**KINDS, "---": "Weak only"},
        pd.Series(KINDS),
        list(KINDS.items()),
        {kind: sense.upper() for kind, sense in KINDS.items()},
        pd.DataFrame({"kind": list(KINDS), "sense": list(KINDS.values())}),
        list(KINDS.values()),
        {**KINDS, "+++": "Weak and strong"},
    ],
    "10.2": [
        COUNTS,
        lambda case: counted("2023-09-30").counts,
        lambda case: counted("2023-09-30"),
        pd.Series({"---": 0.0, "+--": 4.0, "++-": 4.0, "+++": 6.0}),
        {kind: str(count) for kind, count in COUNTS.items()},
        {kind: np.int64(count) for kind, count in COUNTS.items()},
        list(COUNTS.values()),
        pd.Series([3, 3, 1, -1, 3, 3, 1, 1, -1, 3, 3, 1, -1, -1]).value_counts(),
    ],
    "10.3": [
        ORDER,
        tuple(ORDER),
        pd.Series(ORDER),
        "Europe 1904, europe_1872, highlands 1954; SAHEL_2023",
        pd.Series([1 / 11, 1 / 9, 7 / 58, 2 / 16], index=ORDER),
        dict(zip(ORDER, [0.09, 0.11, 0.12, 0.125], strict=True)),
    ],
    "10.4": [
        drawing(),
        drawing(words="Four lines; of eleven pairs nothing certain is told."),
        drawing(words="Liens hostiles: 4. Paires inconnues: 11."),
        drawing(words="Eleven pairs without a line."),
        drawing(words="Of 11 pairs we do not know how they stand."),
        drawing(words="Onze? 11 paires dont rien n'est dit."),
        drawing(words="4 hostile ties. 11 of 15 pairs are not known."),
        drawing(words="Four hostile ties; eleven pairs of fifteen are unknown."),
        drawing(words="Quatre liens hostiles, onze paires inconnues."),
        drawing(words="4条敌对关系，有11对未知。"),
        drawing(words="Hostile: 4 of 15 pairs. 11 of 15 pairs unknown, no friendly ties."),
        drawing(colour="black", style="dotted", legend="Hostile tie"),
        lambda case: network(told(case), NAMES, "Without the hedge"),
    ],
    "10.5": [
        REPORT,
        {"ties": "4", "cycles": 0.0, "triangles": "Not computable."},
        pd.Series(REPORT),
        pd.DataFrame({"Ties": [4], "Cycles": [0], "Triangles": ["not computable"]}),
        {"TIES": 4.0, "CYCLES": "0", "triangles": "NOT COMPUTABLE"},
        {**REPORT, "triangles": float("nan")},
        {**REPORT, "triangles": "Undefined."},
        {**REPORT, "triangles": "no triangles"},
        {**REPORT, "triangles": None},
        [4, 0, "not computable"],
    ],
    "10.6": [
        FLAWS,
        {"a": "Cause", "b": "No test", "c": "Tool"},
        pd.Series(FLAWS),
        list(FLAWS.values()),
        {
            "A": "it takes a shape for a cause",
            "C": "it uses a measure that cannot read signs",
            "B": "it praises a result that could not have been otherwise",
        },
    ],
    "10.7": [
        "2023-10-01",
        pd.Timestamp("2023-08-04"),
        datetime.date(2023, 12, 1),
        "2023-03-01",
        "2026-04-27",
        np.str_("2023-09-16"),
        " 2023-11-11 ",
        "le 1er octobre 2023",
    ],
    "10.8": [
        {"day": "2023-10-01", "balanced": (10, 14)},
        {"day": pd.Timestamp("2023-10-01"), "balanced": "10 of 14"},
        pd.Series({"day": "2026-02-02", "balanced": "8/11"}),
        {"balanced": [16, 20], "day": datetime.date(2022, 3, 1)},
        {"balanced": "10 out of 14", "day": "2023-10-02"},
        {"balanced": Fraction(10, 14), "day": "2023-10-02"},
    ],
    "10.9": [ARGUMENT, ARGUMENT.upper(), "\n" + ARGUMENT, ARGUMENT * 2],
}

DEFENSIBLE = {}

WRONG = {
    "10.1": [
        ({**KINDS, "---": BOTH}, "strong_for_weak"),
        ({**KINDS, "---": "neither"}, "strong_for_weak"),
        ({**KINDS, "++-": "weak"}, "strong_for_weak"),
        ({**KINDS, "++-": BOTH, "+--": "neither"}, "sign_flipped"),
        ({**KINDS, "+--": "neither"}, "strong_for_weak"),
        ({**KINDS, "+++": "neither"}, "strong_for_weak"),
        ({**KINDS, "+--": "weak"}, "strong_for_weak"),
        ({**KINDS, "+++": "weak"}, "strong_for_weak"),
        ({**KINDS, "++-": BOTH}, "strong_for_weak"),
        ({**KINDS, "+++": "strong"}, "unreadable"),
        ({"+++": BOTH}, "unreadable"),
    ],
    "10.2": [
        (lambda case: counted("2023-09-30", cosign=False).counts, "rule_made_tie"),
        (lambda case: balance.triangles(to_graph(told(case, "PS+"))), "nothing_to_test"),
        (dict.fromkeys(COUNTS, 0), "nothing_to_test"),
        (lambda case: counted("2025-12-31").counts, "order_told"),
        (lambda case: counted("2026-04-27"), "order_told"),
        (lambda case: counted(None).counts, "order_told"),
        (lambda case: counted("2022-03-01"), "wrong_selection"),
        (lambda case: counted("2024-12-31"), "wrong_selection"),
        (lambda case: counted("2023-09-30", more=()), "wrong_selection"),
        (lambda case: counted("2023-09-30", more=ALL), "wrong_selection"),
        ({"+++": 10, "++-": 4, "+--": 0, "---": 0}, "kind_confused"),
        ({"+++": 0, "++-": 4, "+--": 4, "---": 6}, "sign_flipped"),
        ({"+++": 4, "++-": 6, "+--": 4, "---": 0}, "kind_confused"),
        ({kind: 6 * count for kind, count in COUNTS.items()}, "wrong_denominator"),
        ({kind: 2 * count for kind, count in COUNTS.items()}, "wrong_denominator"),
        ({kind: count / 14 for kind, count in COUNTS.items()}, "wrong_denominator"),
        ({**COUNTS, "+--": 0}, "incomplete"),
        ({**COUNTS, "---": 1}, "off_by_one"),
        ({**COUNTS, "---": 14}, "other"),
        ({"+++": 6, "++-": 4}, "unreadable"),
    ],
    "10.3": [
        (["europe_1904", "europe_1872", "sahel_2023", "highlands_1954"], "wrong_denominator"),
        (["europe_1872", "europe_1904", "sahel_2023", "highlands_1954"], "wrong_denominator"),
        (ORDER[::-1], "reversed"),
        (ORDER[:3], "incomplete"),
        (["europe_1872", "europe_1904", "highlands_1954", "sahel_2023"], "off_by_one"),
        (["europe_1904", "highlands_1954", "europe_1872", "sahel_2023"], "off_by_one"),
        (["highlands_1954", "europe_1872", "europe_1904", "sahel_2023"], "order_told"),
        (["europe_1872", "europe_1904", "sahel_2023", "highlands_1954"][::-1], "wrong_denominator"),
        (["europe_1872", "highlands_1954", "europe_1904", "sahel_2023"], "strong_for_weak"),
        (["highlands_1954", "europe_1904", "europe_1872", "sahel_2023"], "measure_confused"),
        (["sahel_2023", "europe_1904", "europe_1872", "highlands_1954"], "rule_made_tie"),
        (["europe_1904", "sahel_2023", "europe_1872", "highlands_1954"], "other"),
        (pd.Series([7 / 58, 1 / 9, 1 / 11, 2 / 16], index=sorted(ORDER)), "unreadable"),
        (set(ORDER), "unreadable"),
        (["europe", "highlands"], "unreadable"),
    ],
    "10.4": [
        (drawing(least="PS+"), "hedge_missed"),
        (drawing(change=lambda graph: graph.add_edge("NER", "RUS", sign=1)), "hedge_missed"),
        (drawing(change=lambda graph: graph.remove_edge("FRA", "MLI")), "incomplete"),
        (drawing(change=lambda graph: graph.add_edge("MLI", "NER", sign=1)), "too_many"),
        (drawing(all_six=False), "missing_as_zero"),
        (drawing(colour=FRIENDLY), "sign_flipped"),
        (drawing(colour=["red", "black", "red", "black"]), "sign_flipped"),
        (drawing(style="solid"), "colour_alone"),
        (drawing(legend=None), "no_legend"),
        (drawing(legend="ties"), "no_legend"),
        (drawing(legend="friendly"), "no_legend"),
        (drawing(legend="not hostile"), "no_legend"),
        (drawing(legend="hostile", second="friendly"), "no_legend"),
        (drawing(words=""), "words_missing"),
        (drawing(words="7 hostile ties, 11 pairs unknown."), "words_missing"),
        (drawing(words="Four hostile and two friendly ties, 11 pairs unknown."), "words_missing"),
        (drawing(words="11 hostile ties"), "words_missing"),
        (drawing(words="11 hostile ties, 4 pairs unknown"), "words_missing"),
        (drawing(words="Eleven."), "words_missing"),
        (drawing(words="Four hostile ties."), "words_missing"),
        (drawing(words="4 hostile ties, 2 pairs unknown."), "words_missing"),
        (drawing(words="4 hostile ties of 110."), "words_missing"),
        (lambda case: drawing()(case).figure, "words_missing"),
        (lambda case: drawing()(case).figure.axes[0], "words_missing"),
        (lambda case: new_figure()[0], "unreadable"),
        (told, "unreadable"),
    ],
    "10.5": [
        ({**REPORT, "ties": 7}, "hedge_missed"),
        ({**REPORT, "triangles": "1"}, "nothing_to_test"),
        ({**REPORT, "triangles": "0"}, "missing_as_zero"),
        ({**REPORT, "triangles": 0}, "missing_as_zero"),
        ({**REPORT, "triangles": 1.0}, "nothing_to_test"),
        ({**REPORT, "triangles": 0.5}, "unreadable"),
        ({**REPORT, "cycles": 1}, "too_many"),
        ({**REPORT, "cycles": 2}, "too_many"),
        ({**REPORT, "ties": 11}, "blank_as_none"),
        ({**REPORT, "ties": 5}, "measure_confused"),
        ({**REPORT, "ties": 6}, "measure_confused"),
        ({**REPORT, "ties": 0}, "measure_confused"),
        ({**REPORT, "ties": 15}, "blank_as_none"),
        ({**REPORT, "ties": 3}, "off_by_one"),
        ({**REPORT, "cycles": -2}, "measure_confused"),
        ({**REPORT, "cycles": 4}, "measure_confused"),
        ({**REPORT, "cycles": 3}, "other"),
        ({**REPORT, "triangles": "all"}, "unreadable"),
    ],
    "10.6": [
        ({"A": "no test", "B": "cause", "C": "tool"}, "balance_as_cause"),
        ({**FLAWS, "A": "sides"}, "balance_as_cause"),
        ({**FLAWS, "C": "cause"}, "balance_as_cause"),
        ({**FLAWS, "B": "sides"}, "nothing_to_test"),
        ({**FLAWS, "B": "tool"}, "nothing_to_test"),
        (dict.fromkeys(FLAWS, "cause"), "incomplete"),
        ({**FLAWS, "C": "sides"}, "unsigned_tool"),
        ({**FLAWS, "C": "no test"}, "unsigned_tool"),
        ({"A": "cause", "B": "no test"}, "unreadable"),
    ],
    "10.7": [
        ("2022-03-01", "incomplete"),
        (pd.Timestamp("2022-06-01"), "incomplete"),
        ("2023-08-03", "too_many"),
        ("2023-12-02", "nothing_to_test"),
        ("2012-06-01", "nothing_to_test"),
        ("2023-10", "too_vague"),
        (pd.Period("2023-09", freq="M"), "too_vague"),
        ("2026-05-01", "outside_knowledge"),
        ("2011-12-31", "outside_knowledge"),
        ("unknown", "outside_knowledge"),
        ("the first of October", "unreadable"),
    ],
    "10.8": [
        ({"day": "2013-01-01", "balanced": (0, 0)}, "nothing_to_test"),
        ({"day": "2013-06-01", "balanced": "0 of 0"}, "nothing_to_test"),
        ({"day": "2023-10-01", "balanced": (14, 10)}, "reversed"),
        ({"day": "2023-10-01", "balanced": (10, 56)}, "missing_as_zero"),
        ({"day": "2023-10-01", "balanced": "10 of 16"}, "wrong_denominator"),
        ({"day": "2023-10-01", "balanced": "2 of 16"}, "wrong_denominator"),
        ({"day": "2023-10-01", "balanced": "14 of 28"}, "wrong_denominator"),
        ({"day": "2023-10-01", "balanced": "12 of 14"}, "other"),
        ({"day": "2023-10-01", "balanced": "16 of 20"}, "wrong_selection"),
        ({"day": "2023-10-01", "balanced": "3 of 3"}, "wrong_selection"),
        ({"day": "2023-10-01", "balanced": (6, 14)}, "measure_confused"),
        ({"day": "2023-10-01", "balanced": (4, 14)}, "measure_confused"),
        ({"day": "2023-10-01", "balanced": (14, 14)}, "measure_confused"),
        ({"day": "2031-01-01", "balanced": (10, 14)}, "outside_knowledge"),
        ({"day": "2023-10-01", "balanced": 10}, "unreadable"),
    ],
    "10.9": [
        ("It holds.", "unreadable"),
        (1.0, "unreadable"),
        (["yes", "no"], "unreadable"),
        ({"record": "8 of 9"}, "unreadable"),
        (" ".join(["enemy"] * 39), "unreadable"),
        (False, "unreadable"),
    ],
}

SAYS = {
    "10.1": [
        ({**KINDS, "+--": "neither"}, "one enemy in common"),
        ({**KINDS, "+++": "neither"}, "All are friends"),
        ({**KINDS, "+--": "weak"}, "with two here"),
        ({**KINDS, "++-": BOTH}, "My two friends are enemies"),
        ({**KINDS, "++-": BOTH, "+--": "neither"}, "the wrong way round"),
    ],
    "10.2": [({kind: count / 14 for kind, count in COUNTS.items()}, "Those are shares")],
    "10.4": [
        (drawing(words="11 hostile ties"), "that nothing is known"),
        (drawing(words="Four hostile ties."), "do not give the number"),
        (drawing(words="7 hostile ties, 11 pairs unknown."), "otherwise than it shows"),
        (drawing(second="friendly"), "the same look"),
    ],
}
