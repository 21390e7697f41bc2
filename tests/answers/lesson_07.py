"""Right, defensible and wrong answers to the questions of lesson 07."""

import networkx as nx
import numpy as np
import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import ConnectionPatch, Patch

from realignment.figures import FRIENDLY, HOSTILE, Picture, circle, network, new_figure
from realignment.ties import dyads, signed, ties, to_graph

SIGNS = {"E24": 1, "E22": -1, "E30": -1, "E31": 0, "E34": 1, "E38": 1}
STEPS = ["sign", "pair", "rule", "picture"]
RULES = {"latest": -1, "majority": 1, "both": 0}
IN_FRENCH = {"latest": "négatif", "majority": "positif", "both": "mixte"}
SURE = [("NER", "USA", -1), ("FRA", "NER", -1), ("FRA", "MLI", -1), ("BFA", "FRA", -1)]
NAMES = {
    "USA": "United States",
    "FRA": "France",
    "NER": "Niger",
    "MLI": "Mali",
    "BFA": "Burkina Faso",
    "RUS": "Russia",
}
ARGUMENT = (
    "Under the rule latest the tie is hostile: E22 and E18 are the last signed rows. But E24 and "
    "E07 are visits, and by the majority of acts the tie is friendly. To end an accord is one act; "
    "contact went on. I would draw a hostile line and write the rule beside it."
)


def made(case, rule="latest", **options):
    return ties(dyads(signed(case.events), case.actors), rule, **options)


def blanks_by_rows(case):
    """Return the counts of one who takes the rows for ties."""
    rows = dyads(signed(case.events), case.actors)
    return {"pairs": 15, "directed": 30, "unknown": 15 - len(rows)}


def sure(case):
    return made(case, least="CT+")


def sure_graph(case):
    return to_graph(sure(case))


def drawing(
    friendly=(FRIENDLY, "solid"),
    hostile=(HOSTILE, "dashed"),
    legend=True,
    change=None,
    names=True,
    without=(),
):
    """Return a function that draws the article's ties as a student would."""

    def draw(case):
        table = made(case)
        graph = to_graph(table)
        if change:
            change(graph)
        places = circle(sorted(NAMES))
        figure, axes = new_figure()
        for sign, (colour, style), label in ((1, friendly, "friendly"), (-1, hostile, "hostile")):
            some = [(a, b) for a, b, data in graph.edges(data=True) if data["sign"] == sign]
            nx.draw_networkx_edges(
                graph, places, some, edge_color=colour, style=style, label=label, ax=axes
            )
        if names:
            told = NAMES if names is True else names
            labels = {n: told[n] for n in graph if n not in without}
            nx.draw_networkx_labels(graph, places, labels, ax=axes)
        if legend:
            axes.legend()
        return figure

    return draw


def with_arrows(case):
    """Draw the same network with arrows: networkx then makes patches, not a collection."""
    graph = to_graph(made(case))
    places = circle(list(graph))
    figure, axes = new_figure()
    for sign, colour, style in ((1, FRIENDLY, "solid"), (-1, HOSTILE, "dashed")):
        some = [(a, b) for a, b, data in graph.edges(data=True) if data["sign"] == sign]
        nx.draw_networkx_edges(
            graph,
            places,
            some,
            edge_color=colour,
            style=style,
            ax=axes,
            arrows=True,
            arrowstyle="-",
        )
        axes.plot([], [], color=colour, ls=style, label="friendly" if sign > 0 else "hostile")
    nx.draw_networkx_labels(graph, places, ax=axes)
    axes.legend()
    return axes


def figure_legend(case):
    """Draw it well, with the legend of the figure and not of its axes."""
    figure = drawing(legend=False)(case)
    figure.legend()
    return figure


def with_marks(case):
    """Draw it well, with a question mark and a note, which begins with a name, on each label."""
    figure = drawing()(case)
    axes = figure.axes[0]
    for label in list(axes.texts):
        axes.text(*label.get_position(), "?")
        axes.text(*label.get_position(), "NER stands in the middle of it")
    return figure


def denied_legend(case):
    """Draw it well, and say of each line what it is not."""
    figure = drawing()(case)
    axes = figure.axes[0]
    handles, labels = axes.get_legend_handles_labels()
    axes.legend(handles, ["not friendly", "not hostile"])
    return figure


def swapped_legend(case):
    """Draw it well, and say of each line what the other means."""
    figure = drawing()(case)
    axes = figure.axes[0]
    handles, labels = axes.get_legend_handles_labels()
    axes.legend(handles, labels[::-1])
    return figure


def equal_legend(case):
    """Draw it well, with the same handle for both words."""
    figure = drawing()(case)
    axes = figure.axes[0]
    handles, labels = axes.get_legend_handles_labels()
    axes.legend([handles[0], handles[0]], labels)
    return figure


def solid_beneath(case):
    """Draw it well, with a solid line under each dashed one."""
    figure = drawing()(case)
    axes = figure.axes[0]
    graph, places = to_graph(made(case)), circle(sorted(NAMES))
    foes = [(a, b) for a, b, data in graph.edges(data=True) if data["sign"] < 0]
    nx.draw_networkx_edges(graph, places, foes, edge_color=HOSTILE, ax=axes)
    return figure


def by_hand(line):
    """Return a function that draws each tie by ``line``, and names the states beside their places.

    ``line`` takes the axes, the two ends, the colour and the style.
    """

    def draw(case):
        places = circle(sorted(NAMES))
        figure, axes = new_figure()
        for row in made(case).itertuples():
            colour, style = (FRIENDLY, "-") if row.sign > 0 else (HOSTILE, "--")
            line(axes, places[row.source], places[row.target], colour, style)
        for state, (x, y) in places.items():
            axes.scatter(x, y, color="black")
            axes.annotate(
                state, (x, y), xytext=(9, 9), textcoords="offset points", ha="left", va="bottom"
            )
        axes.legend(
            handles=[
                Line2D([], [], color=FRIENDLY, ls="-", label="friendly"),
                Line2D([], [], color=HOSTILE, ls="--", label="hostile"),
            ]
        )
        return figure

    return draw


def annotated(axes, one, other, colour, style):
    look = {"arrowstyle": "-", "color": colour, "linestyle": style}
    axes.annotate("", xy=other, xytext=one, arrowprops=look)


def connected(axes, one, other, colour, style):
    axes.add_artist(ConnectionPatch(one, other, "data", "data", color=colour, linestyle=style))


def arrowed(axes, one, other, colour, style):
    way = other[0] - one[0], other[1] - one[1]
    axes.arrow(*one, *way, color=colour, linestyle=style, length_includes_head=True)


def curved(axes, one, other, colour, style):
    steps = np.linspace(0, 1, 30)
    xs = one[0] + steps * (other[0] - one[0]) + 0.3 * steps * (1 - steps)
    ys = one[1] + steps * (other[1] - one[1])
    axes.plot(xs, ys, color=colour, ls=style)


def gaps(case):
    """Draw all lines of a sign by one plot, with a gap after each."""
    lines = {FRIENDLY: ([], []), HOSTILE: ([], [])}

    def keep(axes, one, other, colour, style):
        for values, a, b in zip(lines[colour], one, other, strict=True):
            values += [a, b, np.nan]

    figure = by_hand(keep)(case)
    for colour, style in ((FRIENDLY, "-"), (HOSTILE, "--")):
        figure.axes[0].plot(*lines[colour], color=colour, ls=style)
    return figure


def through(case):
    """Draw what runs from Burkina Faso by Russia to Mali, and so on, by one plot with corners."""
    places = circle(sorted(NAMES))
    figure = by_hand(lambda *line: None)(case)
    for states, colour, style in (
        ("BFA RUS MLI", FRIENDLY, "-"),
        ("NER RUS", FRIENDLY, "-"),
        ("BFA FRA MLI", HOSTILE, "--"),
        ("FRA NER USA", HOSTILE, "--"),
    ):
        corners = [places[state] for state in states.split()]
        figure.axes[0].plot(*zip(*corners, strict=True), color=colour, ls=style)
    return figure


def unseen(**look):
    """Return a function that draws the hostile lines so that they cannot be seen."""

    def line(axes, one, other, colour, style):
        how = {"color": colour, "ls": style} | (look if colour == HOSTILE else {})
        axes.plot(*zip(one, other, strict=True), **how)

    return by_hand(line)


def patches_in_the_legend(case):
    """Draw it well, with patches of the two colours in the legend."""
    figure = drawing()(case)
    figure.axes[0].legend(
        handles=[Patch(color=FRIENDLY, label="friendly"), Patch(color=HOSTILE, label="hostile")]
    )
    return figure


def one_turned(case):
    """Draw one hostile tie among the friendly ones."""

    def turn(graph):
        graph["NER"]["USA"]["sign"] = 1

    return drawing(change=turn)(case)


RIGHT = {
    "7.1": [
        SIGNS,
        pd.Series(SIGNS),
        {name: f"{sign}" for name, sign in SIGNS.items()},
        {"E24": "friendly", "E22": "−1", "E30": "-", "E31": 0, "E34": "+", "E38": "+1"},
        lambda case: signed(case.events).loc[
            lambda t: t["event_id"].isin(SIGNS), ["event_id", "sign"]
        ],
    ],
    "7.2": [
        {"pairs": 15, "directed": 30, "unknown": 8},
        {"unknown": "8", "pairs": np.int64(15), "directed": 30.0},
        pd.Series({"pairs": 15.0, "unknown": 8.0, "directed": 30.0}),
        pd.DataFrame({"Pairs": [15], "Directed": [30], "Unknown": [8]}),
    ],
    "7.3": [
        {"picture": 4, "pair": 2, "sign": 1, "rule": 3},
        "1. sign 2. pair 3. rule 4. picture",
        STEPS,
        "sign -> pair -> rule -> picture",
        tuple(STEPS),
        pd.Series(STEPS),
        "sign, pair, rule, picture",
        [
            "give each act its sign",
            "spread the acts over pairs of states",
            "let a rule make one tie of the acts of a pair",
            "draw the ties",
        ],
    ],
    "7.4": [
        IN_FRENCH,
        RULES,
        (-1, 1, 0),
        pd.Series(RULES),
        {"both": 0, "latest": "-1", "majority": 1.0},
        pd.DataFrame({"rule": list(RULES), "sign": list(RULES.values())}),
    ],
    "7.5": ["a", "A)", " a ", "it takes the number of rows for the strength of a tie"],
    "7.6": [
        sure,
        lambda case: sure(case).set_index(["source", "target"])[["sign"]],
        lambda case: sure(case).set_index(["source", "target"])["sign"],
        sure_graph,
        SURE,
        [
            ("Niger", "the United States", "hostile"),
            ("France", "Niger", "-"),
            ("Mali", "France", "−"),
            ("Burkina Faso", "France", "-1"),
        ],
        lambda case: sure(case)[["sign", "target", "source"]].sample(frac=1, random_state=3),
        {f"{one}-{other}": sign for one, other, sign in SURE},
        pd.Series({f"{one} – {other}": sign for one, other, sign in SURE}),
    ],
    "7.7": [
        drawing(),
        lambda case: Picture(drawing()(case), "seven ties"),
        lambda case: Picture(
            drawing()(case), "Friendly: Niger, Mali and Burkina Faso with Russia."
        ),
        lambda case: drawing()(case).axes[0],
        lambda case: Picture(drawing()(case), "3 liens amicaux, 4 liens hostiles"),
        lambda case: Picture(drawing()(case), "friendly (3), hostile (4)"),
        lambda case: Picture(drawing()(case), "Hostiles : Niger–États-Unis, France-Mali"),
        by_hand(annotated),
        by_hand(connected),
        by_hand(arrowed),
        by_hand(curved),
        gaps,
        through,
        lambda case: network(made(case), NAMES, "Seven ties"),
        with_arrows,
        drawing(friendly=("navy", "solid"), hostile=("darkred", "dotted")),
        figure_legend,
        drawing(names={**NAMES, "RUS": "Russia (unknown)", "MLI": "MLI?"}),
        drawing(names={**NAMES, "RUS": "RUS hedged"}),
        with_marks,
    ],
    "7.8": [
        lambda case: {"ties": sure(case), "unknown": 11},
        {"ties": SURE, "unknown": 11},
        {"ties": SURE[:3], "unknown": "12"},
        {"ties": SURE, "unknown": "11 of 15"},
        lambda case: {"ties": made(case), "unknown": 8},
    ],
    "7.9": [ARGUMENT, ARGUMENT.upper(), "\n" + ARGUMENT, ARGUMENT * 2],
}

DEFENSIBLE = {
    "7.1": [{**SIGNS, "E34": 0}],
    "7.3": [["pair", "sign", "rule", "picture"]],
    "7.4": [{**RULES, "majority": 0}],
}


def add(graph, *ties_):
    for one, other, sign in ties_:
        graph.add_edge(one, other, sign=sign)


WRONG = {
    "7.1": [
        ({**SIGNS, "E31": 1}, "sign_from_quad"),
        ({name: 1 for name in SIGNS}, "sign_from_quad"),
        ({**SIGNS, "E22": 1}, "sign_flipped"),
        ({**SIGNS, "E38": -1}, "sign_flipped"),
        ({**SIGNS, "E38": 0}, "claim_as_fact"),
        ({**SIGNS, "E31": -1}, "same_act_twice"),
        ({**SIGNS, "E34": 0, "E38": 0}, "kind_confused"),
        ({**SIGNS, "E22": 0, "E30": 0}, "wrong_selection"),
        ({**SIGNS, "E24": 0}, "wrong_selection"),
        ({**SIGNS, "E31": "unsure"}, "unreadable"),
        ({**SIGNS, "E31": "neutral"}, "unreadable"),
    ],
    "7.2": [
        ({"pairs": 30, "directed": 60, "unknown": 23}, "wrong_denominator"),
        ({"pairs": 36, "directed": 72, "unknown": 29}, "wrong_denominator"),
        ({"pairs": 15, "directed": 15, "unknown": 8}, "undirected"),
        ({"pairs": 15, "directed": 30, "unknown": 0}, "missing_as_zero"),
        ({"pairs": 14, "directed": 28, "unknown": 7}, "off_by_one"),
        ({"pairs": 15, "directed": 30, "unknown": 9}, "off_by_one"),
        ({"pairs": 30, "directed": 15, "unknown": 8}, "reversed"),
        ({"pairs": 21, "directed": 42, "unknown": 14}, "wrong_selection"),
        ({"pairs": 15, "directed": 36, "unknown": 8}, "wrong_denominator"),
        ({"pairs": 15, "directed": 30, "unknown": 7}, "disagreement_counted"),
        ({"pairs": 15, "directed": 30, "unknown": 23}, "wrong_denominator"),
        ({"pairs": 15, "directed": 30, "unknown": 11}, "other_rule"),
        (blanks_by_rows, "same_act_twice"),
        ({"pairs": 34, "directed": 34, "unknown": 0}, "same_act_twice"),
        ({"pairs": 6, "directed": 12, "unknown": 8}, "members_for_pairs"),
        ({"pairs": 15, "directed": 30, "unknown": 15}, "wrong_selection"),
        ({"pairs": 15, "directed": 30, "unknown": 13}, "other"),
        ({"pairs": 15, "unknown": 8}, "unreadable"),
    ],
    "7.3": [
        (STEPS[:3], "incomplete"),
        (["sign", "sign", "rule", "picture"], "incomplete"),
        (STEPS[::-1], "reversed"),
        (set(STEPS), "unreadable"),
        (["rule", "sign", "pair", "picture"], "sign_from_quad"),
        (["pair", "rule", "sign", "picture"], "sign_from_quad"),
        (["picture", "sign", "pair", "rule"], "order_told"),
        (["sign", "rule", "pair", "picture"], "order_told"),
        (["signs", "pair"], "incomplete"),
        (["draw", "pair"], "unreadable"),
    ],
    "7.4": [
        ({**RULES, "majority": -1}, "counts_as_strength"),
        ({**RULES, "latest": 0}, "missing_as_zero"),
        ({**RULES, "both": 1}, "rule_misjudged"),
        ({**RULES, "both": -1}, "rule_misjudged"),
        (dict.fromkeys(RULES, -1), "other_rule"),
        ({"latest": 1, "majority": -1, "both": 0}, "other_rule"),
        ({"latest": -1, "majority": 0, "both": 1}, "other_rule"),
        ({**RULES, "latest": 1}, "sign_flipped"),
        ({"latest": -1, "majority": 1}, "unreadable"),
    ],
    "7.5": [
        ("b", "false_precision"),
        ("B", "false_precision"),
        ("c", "niger_nigeria"),
        ("it confuses two states with similar names", "niger_nigeria"),
        ("d", "organisation_as_state"),
        ("none", "unreadable"),
    ],
    "7.6": [
        (lambda case: made(case)[lambda ties: ties["certainty"] != "CT+"], "disagreement_counted"),
        (SURE[:3] + [("BFA", "FRA", 0)], "rule_misjudged"),
        (made, "hedge_missed"),
        (lambda case: made(case, least="PR+"), "hedge_missed"),
        (lambda case: made(case, "majority", least="CT+"), "other_rule"),
        ([*SURE, ("MLI", "NER", 1)], "similarity_as_tie"),
        (
            [
                *SURE,
                ("MLI", "USA", 0),
                ("BFA", "USA", 0),
                ("FRA", "USA", 0),
                ("P_BAZOUM", "USA", 0),
            ],
            "missing_as_zero",
        ),
        ([SURE[0], ("FRA", "NER", 1), *SURE[2:]], "sign_flipped"),
        ([("NER", "USA", 1), *SURE[1:]], "other_rule"),
        ([*SURE, ("USA", "RUS", -1)], "label_as_actor"),
        (SURE[:3], "incomplete"),
        ([*SURE, ("BFA", "USA", -1)], "too_many"),
        (lambda case: sure(case).assign(sign=0), "rule_misjudged"),
        (lambda case: made(case, least="CT+", directed=True), "unreadable"),
        ([*SURE, ("USA", "NER", -1)], "unreadable"),
        ([*SURE, ("NER", "NGA", 1)], "unreadable"),
        ([("NER", "USA", "bad")], "unreadable"),
        ([*SURE, ("USA", "NER", 1)], "unreadable"),
        ({"NER and USA": -1}, "unreadable"),
    ],
    "7.7": [
        (drawing(change=lambda graph: graph.remove_edge("NER", "RUS")), "incomplete"),
        (drawing(change=lambda graph: add(graph, ("MLI", "NER", 1))), "too_many"),
        (drawing(friendly=(HOSTILE, "solid"), hostile=(FRIENDLY, "dashed")), "sign_flipped"),
        (drawing(friendly=("black", "solid"), hostile=("black", "dashed")), "sign_flipped"),
        (drawing(hostile=(HOSTILE, "solid")), "colour_alone"),
        (drawing(friendly=(FRIENDLY, "dashed"), hostile=(HOSTILE, "solid")), "sign_flipped"),
        (drawing(friendly=(FRIENDLY, "dashed")), "sign_flipped"),
        (drawing(without=("RUS",)), "incomplete"),
        (drawing(legend=False), "no_legend"),
        (swapped_legend, "no_legend"),
        (drawing(names=False), "unreadable"),
        (lambda case: new_figure()[0], "unreadable"),
        (lambda case: made(case), "unreadable"),
        (denied_legend, "no_legend"),
        (lambda case: to_graph(made(case)), "unreadable"),
        (equal_legend, "no_legend"),
        (solid_beneath, "unreadable"),
        (lambda case: Picture(drawing()(case), " "), "words_missing"),
        (lambda case: Picture(drawing()(case), "A cat."), "words_missing"),
        (
            lambda case: Picture(drawing()(case), "A network of six states with friendly ties"),
            "words_missing",
        ),
        (unseen(color="white"), "incomplete"),
        (unseen(alpha=0), "incomplete"),
        (unseen(lw=0), "incomplete"),
        (unseen(ls="none", marker="o"), "incomplete"),
        (patches_in_the_legend, "no_legend"),
        (one_turned, "sign_flipped"),
        (
            drawing(
                change=lambda g: g.remove_edges_from(
                    [("BFA", "RUS"), ("MLI", "RUS"), ("NER", "RUS")]
                )
            ),
            "other_rule",
        ),
        (lambda case: Picture(drawing()(case), "7 friendly and no hostile ties."), "words_false"),
        (lambda case: Picture(drawing()(case), "Five lines."), "words_false"),
        (lambda case: Picture(drawing()(case), "4 liens amicaux, 3 hostiles"), "words_false"),
        (lambda case: Picture(drawing()(case), "Friendly: 4. Hostile: 3."), "words_false"),
        (lambda case: Picture(drawing()(case), "Amicaux : Niger–États-Unis"), "words_false"),
        (lambda case: Picture(drawing()(case), "Hostiles : Niger-Russie"), "words_false"),
        (lambda case: Picture(drawing()(case), "Hostile: Niger–Russia."), "words_false"),
    ],
    "7.8": [
        ({"ties": SURE, "unknown": 0}, "missing_as_zero"),
        ({"ties": SURE, "unknown": 12}, "off_by_one"),
        ({"ties": SURE, "unknown": 26}, "wrong_denominator"),
        ({"ties": SURE, "unknown": 32}, "wrong_denominator"),
        ({"ties": SURE, "unknown": 4}, "disagreement_counted"),
        ({"ties": SURE, "unknown": 8}, "wrong_selection"),
        ({"ties": SURE, "unknown": 15}, "wrong_selection"),
        ({"ties": SURE, "unknown": 6}, "wrong_denominator"),
        ({"ties": SURE, "unknown": 17}, "wrong_denominator"),
        ({"ties": SURE, "unknown": 3}, "wrong_selection"),
        ({"ties": SURE, "unknown": 11 / 15}, "wrong_denominator"),
        ({"ties": SURE, "unknown": -11}, "reversed"),
        ({"ties": SURE, "unknown": 7}, "other"),
        ({"ties": 4, "unknown": 11}, "unreadable"),
    ],
    "7.9": [
        ("Yes, enemies.", "unreadable"),
        (-1, "unreadable"),
        (["E01", "E24"], "unreadable"),
        ({"answer": "yes"}, "unreadable"),
        (" ".join(["tie"] * 39), "unreadable"),
        (" ".join(ARGUMENT.split()[:23]), "unreadable"),
        (True, "unreadable"),
    ],
}

SAYS = {
    "7.7": [
        (drawing(without=("RUS",)), "no label"),
        (drawing(friendly=(FRIENDLY, "dashed"), hostile=(HOSTILE, "solid")), "friendly line"),
        (drawing(friendly=(FRIENDLY, "dashed")), "friendly line"),
    ],
    "7.8": [({"ties": SURE, "unknown": 10}, "number of rows of your own table")],
}
