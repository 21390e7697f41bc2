"""Answers to exercise 10, written from lesson and exercise of the second edition alone."""

from datetime import date
from fractions import Fraction
from itertools import combinations

import networkx as nx
import numpy as np
import pandas as pd
from matplotlib.lines import Line2D

from realignment import balance
from realignment.figures import FRIENDLY, HOSTILE, Picture, circle, new_figure
from realignment.record import load_record
from realignment.spells import change_points, held_at
from realignment.ties import dyads, read_classic, signed, tie_spells, ties, to_graph

EIGHT = ["USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT"]
SIX = ["USA", "FRA", "NER", "MLI", "BFA", "RUS"]
DAY = "2023-09-30"
KINDS = ["+++", "++-", "+--", "---"]
SAID = (
    "The article's network from what is certain: 4 hostile ties, France with Burkina Faso, Mali "
    "and Niger, and Niger with the United States. 11 of 15 pairs are unknown."
)


def _both(cosign=True, states=EIGHT, kind="event"):
    record = load_record()
    rows = record.timeline[record.timeline["kind"] == kind] if kind else record.timeline
    pairs = dyads(rows, record.actors, cosign=cosign)
    return pairs[pairs["source"].isin(states) & pairs["target"].isin(states)]


def _graph(at=DAY, **how):
    return to_graph(ties(_both(**how), "latest", **({"at": at} if at else {})))


def _found(at=DAY, **how):
    return balance.triangles(_graph(at, **how))


def _counts(at=DAY, **how):
    return dict(_found(at, **how).counts)


def _told(case, least="CT+"):
    return ties(dyads(signed(case.events), case.actors), "latest", least=least)


def _by_hand(at=DAY):
    """Count as in the lesson, with the sum of three signs as the name of the kind."""
    lines = ties(_both(), "latest", at=at)
    sign = {(row.source, row.target): row.sign for row in lines.itertuples()}
    trios = [combinations(three, 2) for three in combinations(sorted(EIGHT), 3)]
    known = [[sign.get(pair) for pair in trio] for trio in trios]
    return pd.Series([sum(signs) for signs in known if None not in signs]).value_counts()


def _four(sahel_at=DAY, cosign=True, years=("1872", "1904")):
    europe = read_classic("europe_1872_1907")
    networks = {"highlands_1954": to_graph(read_classic("highlands_1954"))}
    for year in years:
        networks[f"europe_{year}"] = to_graph(held_at(europe, f"{year}-12-31", sure=True))
    networks["sahel_2023"] = _graph(sahel_at, cosign=cosign)
    return networks


def _shares(count=balance.strong, **how):
    found = {name: count(network) for name, network in _four(**how).items()}
    return pd.Series({name: one.frustrated / one.denominator for name, one in found.items()})


def _order(values, **how):
    return list(pd.Series(values).sort_values(kind="stable", **how).index)


def _drawn(
    case,
    least="CT+",
    style="dashed",
    color=HOSTILE,
    legend="hostile",
    words=SAID,
    actors=SIX,
    labels=True,
    leave_out=0,
):
    """Draw the picture of 10.4 as the exercise asks for it, or with one thing otherwise."""
    lines = _told(case, least)
    lines = lines.iloc[leave_out:]
    graph = to_graph(lines, actors)
    places = circle(SIX)
    figure, axes = new_figure()
    nx.draw_networkx_edges(graph, places, ax=axes, style=style, edge_color=color)
    if labels:
        nx.draw_networkx_labels(graph, places, ax=axes)
    if legend:
        axes.legend(handles=[Line2D([], [], linestyle=style, color=color, label=legend)])
    return Picture(figure, words)


def _plotted(case):
    """Draw the picture of 10.4 with nothing but matplotlib, names of states written as text."""
    places = circle(SIX)
    figure, axes = new_figure()
    for number, row in enumerate(_told(case).itertuples()):
        (x1, y1), (x2, y2) = places[row.source], places[row.target]
        axes.plot(
            [x1, x2], [y1, y2], "--", color=HOSTILE, label="hostile" if number == 0 else "_hidden"
        )
    for state, (x, y) in places.items():
        axes.text(x, y, state, ha="center")
    axes.legend()
    axes.set_axis_off()
    return Picture(figure, SAID)


def _in_two_colours(case):
    """All seven ties, friendly ones solid and hostile ones dashed, with a legend of both."""
    lines = _told(case, "PS+")
    graph, places = to_graph(lines, SIX), circle(SIX)
    figure, axes = new_figure()
    for sign, style, color in [(1, "solid", FRIENDLY), (-1, "dashed", HOSTILE)]:
        edges = [(a, b) for a, b, s in graph.edges(data="sign") if s == sign]
        nx.draw_networkx_edges(graph, places, edges, ax=axes, style=style, edge_color=color)
    nx.draw_networkx_labels(graph, places, ax=axes)
    axes.legend(
        handles=[
            Line2D([], [], color=FRIENDLY, label="friendly"),
            Line2D([], [], ls="--", color=HOSTILE, label="hostile"),
        ]
    )
    return Picture(figure, "Seven ties, 3 friendly and 4 hostile. 8 pairs are unknown.")


def _frustrated_days():
    """Change points on which two ties are frustrated."""
    both = _both()
    days = change_points(tie_spells(both, "latest", until="2026-04-27"))
    return [day for day in days if balance.strong(_graph(day)).frustrated == 2]


KIND = {"+++": "strong and weak", "+--": "strong and weak", "++-": "neither", "---": "weak"}

ANSWERS = [
    # 10.1
    ("10.1", "right", KIND, "the dict as shown"),
    ("10.1", "right", pd.Series(KIND), "a Series with the kinds as index"),
    (
        "10.1",
        "right",
        {kind: sense.upper() for kind, sense in KIND.items()},
        "the same in capitals",
    ),
    (
        "10.1",
        "right",
        ["strong and weak", "strong and weak", "neither", "weak"],
        "a list in the order in which the question names the kinds",
    ),
    (
        "10.1",
        "right",
        {"---": " weak", "++-": "Neither", "+--": "weak and strong", "+++": "Strong and Weak "},
        "another order, spaces and capitals, weak before strong",
    ),
    (
        "10.1",
        "wrong",
        KIND | {"---": "neither"},
        "the product is minus, so balanced in no sense; weak balance forgotten",
    ),
    (
        "10.1",
        "wrong",
        KIND | {"---": "strong and weak"},
        "three enemies taken for balanced in both",
    ),
    (
        "10.1",
        "wrong",
        KIND | {"++-": "weak", "---": "neither"},
        "the two kinds whose product is minus interchanged",
    ),
    (
        "10.1",
        "wrong",
        KIND | {"++-": "weak"},
        "two friends at odds taken for balanced where there may be more than two camps",
    ),
    (
        "10.1",
        "wrong",
        KIND | {"+--": "weak"},
        "a common enemy taken for balanced in the weak sense only",
    ),
    (
        "10.1",
        "wrong",
        {"+++": "strong and weak", "+--": "neither", "++-": "strong and weak", "---": "weak"},
        "+-- and ++- interchanged",
    ),
    (
        "10.1",
        "wrong",
        {"+++": "strong and weak", "+--": "neither", "++-": "neither", "---": "neither"},
        "only triangles of friends taken for balanced",
    ),
    (
        "10.1",
        "wrong",
        {
            kind: "strong and weak" if kind.count("-") % 2 == 0 else "neither"
            for kind in ["+++", "+--", "++-", "---"]
        },
        "the product alone decides, computed: no kind is weak",
    ),
    (
        "10.1",
        "wrong",
        KIND | {"+++": "weak"},
        "three friends taken for balanced in the weak sense only",
    ),
    (
        "10.1",
        "unreadable",
        {"+++": "calm", "+--": "calm", "++-": "tense", "---": "it depends"},
        "the words of the lesson's first table instead of the three senses",
    ),
    # 10.2
    ("10.2", "right", lambda case: _counts(), "the counts of the function, with co-signature"),
    ("10.2", "right", lambda case: _found(), "what balance.triangles returns, as it is"),
    ("10.2", "right", lambda case: pd.Series(_counts()), "the counts as a Series"),
    (
        "10.2",
        "right",
        lambda case: [_counts()[kind] for kind in KINDS],
        "a list of four numbers in the order in which the question names the kinds",
    ),
    (
        "10.2",
        "right",
        {"+++": "6", "++-": "4", "+--": "4", "---": "0"},
        "the numbers typed as text",
    ),
    (
        "10.2",
        "defensible",
        lambda case: _by_hand(),
        "counted by hand as in the lesson: the sum of three signs names the kind, none is -3",
    ),
    (
        "10.2",
        "wrong",
        lambda case: _counts(cosign=False),
        "acts alone, co-signature not switched on",
    ),
    ("10.2", "wrong", lambda case: _counts(at=None), "the day forgotten: ties of the whole record"),
    (
        "10.2",
        "wrong",
        lambda case: _counts(at="2022-03-01"),
        "the day of the lesson, 1 March 2022, instead of 30 September 2023",
    ),
    (
        "10.2",
        "wrong",
        lambda case: _counts(at="2024-12-31"),
        "the last day of 2024 instead of 30 September 2023",
    ),
    (
        "10.2",
        "wrong",
        lambda case: _counts(states=list(load_record().actors["actor_id"])),
        "the pairs of all states of the record, not of the eight",
    ),
    (
        "10.2",
        "wrong",
        lambda case: dict(balance.triangles(to_graph(_told(case, "PS+"))).counts),
        "the network of the article instead of that of the record",
    ),
    (
        "10.2",
        "wrong",
        lambda case: _counts(states=SIX),
        "the six states of the article instead of the eight",
    ),
    (
        "10.2",
        "wrong",
        {"+++": 10, "++-": 4, "+--": 0, "---": 0},
        "the ten balanced triangles all put under +++",
    ),
    (
        "10.2",
        "wrong",
        {"+++": 6, "++-": 0, "+--": 4, "---": 4},
        "the four triangles ++- put under ---",
    ),
    (
        "10.2",
        "wrong",
        lambda case: {kind: 3 * number for kind, number in _counts().items()},
        "each triangle counted once for each of its three corners",
    ),
    (
        "10.2",
        "wrong",
        lambda case: {kind: number / _found().denominator for kind, number in _counts().items()},
        "shares of the 14 triangles instead of counts",
    ),
    (
        "10.2",
        "unreadable",
        {"+++": 6, "++-": 4, "+--": 4, "---": ...},
        "the last of the four numbers left as dots",
    ),
    # 10.3
    (
        "10.3",
        "right",
        ["europe_1904", "europe_1872", "highlands_1954", "sahel_2023"],
        "a list of the four names",
    ),
    (
        "10.3",
        "right",
        lambda case: _shares().sort_values(),
        "a Series of the shares, sorted, with the networks as index",
    ),
    (
        "10.3",
        "right",
        lambda case: sorted(dict(_shares()), key=dict(_shares()).get),
        "sorted by the share as key",
    ),
    (
        "10.3",
        "right",
        "europe_1904 < europe_1872 < highlands_1954 < sahel_2023",
        "one text with smaller-than signs",
    ),
    (
        "10.3",
        "right",
        ("Europe 1904", "Europe 1872", "Highlands 1954", "Sahel 2023"),
        "a tuple, names with spaces and capitals",
    ),
    (
        "10.3",
        "right",
        lambda case: _shares().sort_values().index.to_numpy(),
        "an array of the sorted index",
    ),
    (
        "10.3",
        "right",
        lambda case: dict(_shares().sort_values()),
        "a dict of name to share, in order",
    ),
    (
        "10.3",
        "right",
        lambda case: (
            _shares().rename("share").rename_axis("network").reset_index().sort_values("share")
        ),
        "a table of network and share, sorted by the share",
    ),
    (
        "10.3",
        "wrong",
        lambda case: _order({n: balance.strong(g).frustrated for n, g in _four().items()}),
        "by the number of frustrated ties, not by their share",
    ),
    (
        "10.3",
        "wrong",
        lambda case: _order(_shares(), ascending=False),
        "from the largest to the smallest share",
    ),
    (
        "10.3",
        "wrong",
        lambda case: _order(_shares(balance.weak)),
        "weak balance instead of strong",
    ),
    (
        "10.3",
        "wrong",
        lambda case: _order({n: 1 - balance.triangles(g).share for n, g in _four().items()}),
        "by the share of unbalanced triangles instead of frustrated ties",
    ),
    (
        "10.3",
        "wrong",
        lambda case: _order(_shares(cosign=False)),
        "the network of the Sahel made of acts alone",
    ),
    (
        "10.3",
        "wrong",
        lambda case: _order({n: g.number_of_edges() for n, g in _four().items()}),
        "by the number of ties",
    ),
    (
        "10.3",
        "wrong",
        lambda case: list(_four()),
        "in the order in which the cell collects the networks, nothing sorted",
    ),
    (
        "10.3",
        "wrong",
        lambda case: _shares(),
        "the Series of the shares, not sorted: the order of the cell",
    ),
    ("10.3", "wrong", lambda case: sorted(_four()), "in the order of the alphabet"),
    (
        "10.3",
        "wrong",
        lambda case: _order(1 - _shares(), ascending=True),
        "by the share of ties that are not frustrated",
    ),
    (
        "10.3",
        "unreadable",
        {"europe_1904", "europe_1872", "highlands_1954", "sahel_2023"},
        "a set, which has no order",
    ),
    (
        "10.3",
        "unreadable",
        ["europe_1904", "europe_1872", "highlands_1954"],
        "the network of the Sahel forgotten",
    ),
    # 10.4
    ("10.4", "right", lambda case: _drawn(case), "with networkx: dashed, labels, legend, words"),
    ("10.4", "right", _plotted, "with matplotlib alone: lines plotted, labels written as text"),
    (
        "10.4",
        "right",
        lambda case: _drawn(case, style="--", color="firebrick", legend="Hostile"),
        "another red, the dashes written --, a capital in the legend",
    ),
    (
        "10.4",
        "right",
        lambda case: _drawn(
            case,
            words="Quatre liens hostiles sont certains. 11 paires sur 15 sont inconnues.",
        ),
        "the words in French",
    ),
    (
        "10.4",
        "right",
        lambda case: _drawn(
            case, words="Four hostile ties, none friendly; eleven pairs of fifteen are unknown."
        ),
        "the number written out as a word",
    ),
    (
        "10.4",
        "wrong",
        _in_two_colours,
        "the hedged ties drawn too: three friendly lines beside the four hostile ones",
    ),
    (
        "10.4",
        "wrong",
        lambda case: _drawn(case, least="PS+"),
        "least= forgotten: all seven ties drawn as dashed hostile lines",
    ),
    ("10.4", "wrong", lambda case: _drawn(case, style="solid"), "the hostile lines solid"),
    ("10.4", "wrong", lambda case: _drawn(case, legend=None), "no legend"),
    (
        "10.4",
        "wrong",
        lambda case: _drawn(case, legend="friendly"),
        "the legend calls the lines friendly",
    ),
    (
        "10.4",
        "wrong",
        lambda case: _drawn(case, actors=None),
        "the graph made without the six: Russia has no line, so it has no label",
    ),
    ("10.4", "wrong", lambda case: _drawn(case, labels=False), "no labels at all"),
    (
        "10.4",
        "wrong",
        lambda case: _drawn(case, words="Four hostile ties among six states, dashed."),
        "the words do not say how many pairs are unknown",
    ),
    (
        "10.4",
        "wrong",
        lambda case: _drawn(case, words="Four hostile ties. 8 pairs are unknown."),
        "the number of unknown pairs is that of the network with the hedge",
    ),
    ("10.4", "wrong", lambda case: _drawn(case, leave_out=1), "one of the four lines missing"),
    ("10.4", "wrong", lambda case: _drawn(case, words="..."), "no words but dots"),
    ("10.4", "unreadable", lambda case: _drawn(case).figure, "the figure without a Picture"),
    # 10.5
    (
        "10.5",
        "right",
        {"ties": 4, "cycles": 0, "triangles": "not computable"},
        "the dict as shown",
    ),
    (
        "10.5",
        "right",
        lambda case: {
            "ties": len(_told(case)),
            "cycles": balance.strong(to_graph(_told(case))).cycles,
            "triangles": "Not computable",
        },
        "counted, with a capital",
    ),
    (
        "10.5",
        "right",
        {"ties": "4", "cycles": "0", "triangles": "not computable"},
        "numbers as text",
    ),
    (
        "10.5",
        "right",
        [4, 0, "not computable"],
        "a list in the order in which the question asks",
    ),
    (
        "10.5",
        "right",
        pd.Series({"ties": 4, "cycles": 0, "triangles": "not computable"}),
        "a Series",
    ),
    (
        "10.5",
        "defensible",
        lambda case: {
            "ties": len(_told(case)),
            "cycles": 0,
            "triangles": balance.triangles(to_graph(_told(case))).share,
        },
        "the module's empty share, None, left as it is",
    ),
    (
        "10.5",
        "wrong",
        lambda case: {
            "ties": len(_told(case, "PS+")),
            "cycles": balance.strong(to_graph(_told(case, "PS+"))).cycles,
            "triangles": "not computable",
        },
        "the network with the hedge: 7 ties and 2 cycles",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 4, "cycles": 0, "triangles": "1"},
        "no frustrated tie, so all triangles taken for balanced",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 4, "cycles": 0, "triangles": "0"},
        "no triangle, so the share taken for nought",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 4, "cycles": 2, "triangles": "not computable"},
        "the cycles of the network with the hedge",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 11, "cycles": 0, "triangles": "not computable"},
        "the unknown pairs counted instead of the ties",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 15, "cycles": 0, "triangles": "not computable"},
        "all pairs of six states counted as ties",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 4, "cycles": 1, "triangles": "not computable"},
        "one cycle seen where the four lines only meet in France and Niger",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 3, "cycles": 0, "triangles": "not computable"},
        "the lines to France alone counted, that to the United States forgotten",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 4, "cycles": 0, "triangles": 0},
        "the share as the number nought",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 0, "cycles": 0, "triangles": "not computable"},
        "the frustrated ties counted instead of the ties",
    ),
    (
        "10.5",
        "wrong",
        {"ties": 6, "cycles": 0, "triangles": "not computable"},
        "the states counted instead of the ties",
    ),
    # 10.6
    ("10.6", "right", {"A": "cause", "B": "no test", "C": "tool"}, "the dict as shown"),
    ("10.6", "right", ["cause", "no test", "tool"], "a list in the order asked"),
    ("10.6", "right", {"a": "Cause", "b": "No test", "c": "Tool"}, "small keys, capitals"),
    ("10.6", "right", pd.Series({"A": "cause", "B": "no test", "C": "tool"}), "a Series"),
    ("10.6", "right", {"A": "cause", "B": "no_test", "C": "tool"}, "an underscore for the space"),
    (
        "10.6",
        "wrong",
        {"A": "cause", "B": "tool", "C": "no test"},
        "B and C interchanged",
    ),
    (
        "10.6",
        "wrong",
        {"A": "no test", "B": "cause", "C": "tool"},
        "A and B interchanged",
    ),
    (
        "10.6",
        "wrong",
        {"A": "cause", "B": "no test", "C": "sides"},
        "C taken for friend and enemy the wrong way round",
    ),
    (
        "10.6",
        "wrong",
        {"A": "sides", "B": "no test", "C": "tool"},
        "A taken for friend and enemy the wrong way round",
    ),
    (
        "10.6",
        "wrong",
        {"A": "cause", "B": "sides", "C": "tool"},
        "B taken for friend and enemy the wrong way round",
    ),
    (
        "10.6",
        "wrong",
        {"A": "cause", "B": "cause", "C": "tool"},
        "B taken for a cause",
    ),
    (
        "10.6",
        "wrong",
        {"A": "cause", "B": "no test", "C": "cause"},
        "C taken for a cause",
    ),
    ("10.6", "wrong", {"A": "tool", "B": "no test", "C": "cause"}, "A and C interchanged"),
    (
        "10.6",
        "wrong",
        ["tool", "no test", "cause"],
        "a list in the order C, B, A",
    ),
    (
        "10.6",
        "unreadable",
        {"A": "cause", "B": "overfitting", "C": "tool"},
        "a word that is not among the four",
    ),
    # 10.7
    ("10.7", "right", "2023-09-30", "a day as text"),
    ("10.7", "right", date(2023, 2, 14), "a date of Python"),
    ("10.7", "right", pd.Timestamp("2023-10-13"), "a Timestamp"),
    ("10.7", "right", "le 30 septembre 2023", "a day in French words"),
    ("10.7", "right", "30 September 2023", "a day in English words"),
    ("10.7", "right", np.datetime64("2025-05-01"), "a datetime64 of numpy"),
    ("10.7", "right", lambda case: _frustrated_days()[0], "the first change point that has two"),
    ("10.7", "right", lambda case: _frustrated_days()[-1], "the last change point that has two"),
    ("10.7", "right", "2023-01-18", "the first day on which it is so"),
    ("10.7", "right", "2023-12-01", "the last day before the exit from the G5 Sahel"),
    ("10.7", "wrong", "2022-03-01", "the day in the cell not changed: one frustrated tie"),
    ("10.7", "wrong", "2023-08-03", "a day with three frustrated ties"),
    ("10.7", "wrong", "2023-12-02", "the day of the exit: none is frustrated any more"),
    ("10.7", "wrong", "2024-12-31", "a day with one frustrated tie, and two best divisions"),
    ("10.7", "wrong", "2023-01-17", "one day too early: one is frustrated"),
    ("10.7", "wrong", "2018-06-15", "a day with none"),
    ("10.7", "wrong", "2024-04-04", "a day with one frustrated tie"),
    ("10.7", "wrong", "2025-07-10", "one day too late: one is frustrated"),
    (
        "10.7",
        "wrong",
        lambda case: next(
            day
            for day in change_points(tie_spells(_both(), "latest", until="2026-04-27"))
            if balance.strong(_graph(day)).frustrated == 1
        ),
        "the first change point with any frustrated tie: one",
    ),
    ("10.7", "unreadable", "some time in 2023", "no day"),
    ("10.7", "unreadable", 2, "the number of ties instead of a day"),
    # 10.8
    ("10.8", "right", {"day": DAY, "balanced": (10, 14)}, "a tuple for 30 September 2023"),
    ("10.8", "right", {"day": DAY, "balanced": "10 of 14"}, "a text with of"),
    ("10.8", "right", {"day": "2023-02-14", "balanced": "7/11"}, "a text with a stroke"),
    (
        "10.8",
        "right",
        lambda case: {
            "day": pd.Timestamp("2025-05-01"),
            "balanced": (_found("2025-05-01").balanced, _found("2025-05-01").denominator),
        },
        "computed for another day, given as Timestamp",
    ),
    ("10.8", "right", {"day": DAY, "balanced": "10 sur 14"}, "a text in French"),
    ("10.8", "right", {"day": DAY, "balanced": [10, 14]}, "a list of two numbers"),
    (
        "10.8",
        "right",
        {"day": "30 September 2023", "balanced": (np.int64(10), np.int64(14))},
        "the day in words, numbers of numpy",
    ),
    (
        "10.8",
        "defensible",
        {"day": DAY, "balanced": Fraction(10, 14)},
        "a Fraction, which Python shortens to 5/7 by itself",
    ),
    (
        "10.8",
        "wrong",
        lambda case: {
            "day": DAY,
            "balanced": (
                balance.strong(_graph()).frustrated,
                balance.strong(_graph()).denominator,
            ),
        },
        "frustrated ties of ties instead of balanced triangles of triangles",
    ),
    (
        "10.8",
        "wrong",
        lambda case: {
            "day": DAY,
            "balanced": (_found().denominator - _found().balanced, _found().denominator),
        },
        "the unbalanced triangles counted",
    ),
    (
        "10.8",
        "wrong",
        lambda case: {"day": DAY, "balanced": (_counts()["+++"], _found().denominator)},
        "only the triangles of friends counted",
    ),
    (
        "10.8",
        "wrong",
        {"day": DAY, "balanced": (10, 56)},
        "of all 56 trios, the open ones too",
    ),
    (
        "10.8",
        "wrong",
        lambda case: {
            "day": DAY,
            "balanced": (_found("2022-03-01").balanced, _found("2022-03-01").denominator),
        },
        "the fraction of the day that stood in the cell, 1 March 2022",
    ),
    (
        "10.8",
        "wrong",
        lambda case: {
            "day": DAY,
            "balanced": (_found(cosign=False).balanced, _found(cosign=False).denominator),
        },
        "acts alone instead of the network both",
    ),
    (
        "10.8",
        "wrong",
        lambda case: {
            "day": DAY,
            "balanced": (_found(None).balanced, _found(None).denominator),
        },
        "the ties of the whole record, the day forgotten",
    ),
    ("10.8", "wrong", {"day": DAY, "balanced": (14, 10)}, "the two numbers interchanged"),
    (
        "10.8",
        "wrong",
        lambda case: {
            "day": DAY,
            "balanced": (
                balance.strong(_graph()).denominator - balance.strong(_graph()).frustrated,
                balance.strong(_graph()).denominator,
            ),
        },
        "ties that are not frustrated, of all ties",
    ),
    (
        "10.8",
        "wrong",
        {"day": DAY, "balanced": (10, 16)},
        "the balanced triangles over the number of ties",
    ),
    (
        "10.8",
        "unreadable",
        {"day": DAY, "balanced": 10},
        "the number of balanced triangles without its denominator",
    ),
    # 10.9
    (
        "10.9",
        "open",
        "In the record the saying holds for some triangles only. On 30 September 2023, with joint "
        "signature and under the rule latest, 10 of 14 triangles are balanced and 2 of 16 ties "
        "are frustrated. In the article 0 of 7 ties are frustrated, but it has no triangle, so "
        "the share is not computable, and 8 of 15 pairs are unknown. Before I wrote because, I "
        "would want what the governments themselves gave as reasons, and other cases.",
        "an argument in English with numbers, rule, unknown and cause",
    ),
    (
        "10.9",
        "open",
        "Dans les archives, le 30 septembre 2023, selon la règle du dernier acte et avec les "
        "signatures communes, 10 triangles sur 14 sont équilibrés ; 2 liens sur 16 sont frustrés. "
        "Dans l'article, 0 lien sur 7 est frustré, mais aucun triangle n'est fermé : la part n'est "
        "pas calculable. Huit paires sur quinze restent inconnues. Pour écrire « parce que », il "
        "faudrait d'autres cas et les raisons que les acteurs ont données eux-mêmes.",
        "an argument in French",
    ),
    (
        "10.9",
        "open",
        "在记录中，按照最近一次行为的规则并计入共同签署，2023年9月30日有14个三角形，其中10个是平衡的，"
        "16条关系中有2条受挫。在文章中，7条关系里没有一条受挫，但是没有任何三角形，所以比例无法计算，"
        "15对国家中有8对是未知的。要写“因为”，还必须有其他案例、其他解释，以及各国政府自己给出的理由。",
        "an argument in Chinese, without spaces",
    ),
    (
        "10.9",
        "open",
        "في السجل، في 30 سبتمبر 2023، ووفق قاعدة أحدث فعل مع احتساب التوقيع المشترك، كان 10 من 14 "
        "مثلثا متوازنا، وكانت رابطتان من 16 محبطتين. أما في المقال فلا توجد أي رابطة محبطة من سبع، "
        "لكن لا يوجد فيه مثلث واحد، ولذلك لا يمكن حساب النسبة، وثماني حالات من خمس عشرة مجهولة. "
        "ولكي أكتب كلمة لأن لا بد من حالات أخرى ومن الأسباب التي ذكرتها الحكومات بنفسها.",
        "an argument in Arabic",
    ),
    ("10.9", "wrong", "It holds in 10 of 14 triangles.", "one short sentence"),
    ("10.9", "wrong", "...", "the dots left as they are"),
    ("10.9", "wrong", "\n...\n", "the cell run without a change"),
]
