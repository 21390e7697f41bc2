"""Answers to the questions of exercise 07, written from lesson and exercise of the second edition.

An answer that is a function takes the case; where a mistake can be made in code, it is made there.
"""

from itertools import combinations
from typing import Any

import pandas as pd

from realignment.ties import dyads, read_sign_table, signed, ties

Case = Any
SIX = ["E24", "E22", "E30", "E31", "E34", "E38"]
QUAD = {1: 1, 2: 1, 3: -1, 4: -1}
RULES = ["latest", "majority", "both"]


def _pairs(case: Case) -> pd.DataFrame:
    return dyads(signed(case.events), case.actors)


def _six(case: Case) -> pd.DataFrame:
    events = signed(case.events)
    return events[events["event_id"].isin(SIX)].set_index("event_id")


def _by_quad(case: Case) -> dict[str, int]:
    six = _six(case)
    by_quad = six["quad"].map(QUAD)
    by_valence = six["valence"].map({"friendly": 1, "hostile": -1, "neither": 0})
    return {k: int(v) for k, v in by_quad.fillna(by_valence).items()}


def _by_type_alone(case: Case, keep: str) -> dict[str, int]:
    rows = read_sign_table().drop_duplicates("event_type", keep=keep)
    six = _six(case)
    of_type = six["event_type"].map(rows.set_index("event_type")["sign"])
    by_valence = six["valence"].map({"friendly": 1, "hostile": -1})
    return {k: int(v) for k, v in of_type.fillna(by_valence).fillna(0).items()}


def _by_mode_alone(case: Case) -> dict[str, int]:
    table = read_sign_table()
    table = table[table["consent"] == "*"].drop_duplicates(["event_type", "mode"])
    left = _six(case).reset_index()[["event_id", "event_type", "mode"]]
    both = left.merge(table[["event_type", "mode", "sign"]], on=["event_type", "mode"], how="left")
    return both.set_index("event_id")["sign"].fillna(0).astype(int).to_dict()


def _by_intensity(case: Case) -> dict[str, int]:
    scores = pd.to_numeric(_six(case)["intensity"]).fillna(0)
    return {k: int(v > 0) - int(v < 0) for k, v in scores.items()}


def _line(case: Case, rule: str, one: str = "NER", other: str = "USA") -> int:
    made = ties(_pairs(case), rule)
    return int(made[(made["source"] == one) & (made["target"] == other)]["sign"].iloc[0])


def _three_rules(case: Case, one: str = "NER", other: str = "USA") -> dict[str, int]:
    return {rule: _line(case, rule, one, other) for rule in RULES}


def _first_row(case: Case) -> dict[str, int]:
    return {rule: int(ties(_pairs(case), rule)["sign"].iloc[0]) for rule in RULES}


def _events_alone(case: Case) -> dict[str, int]:
    events = signed(case.events)
    pairs = dyads(events[events["kind"] == "event"], case.actors)
    found = {}
    for rule in RULES:
        made = ties(pairs, rule).set_index(["source", "target"])["sign"]
        found[rule] = int(made[("NER", "USA")])
    return found


def _one_direction(case: Case, source: str, target: str) -> dict[str, int]:
    found = {}
    for rule in RULES:
        made = ties(_pairs(case), rule, directed=True).set_index(["source", "target"])["sign"]
        found[rule] = int(made[(source, target)])
    return found


def _rows_counted(case: Case) -> dict[str, int]:
    pairs = _pairs(case)
    two = ["NER", "USA"]
    rows = pairs[pairs["source"].isin(two) & pairs["target"].isin(two)]
    counts = rows["sign"].value_counts()
    return {"latest": -1, "majority": 1 if counts[1] > counts[-1] else -1, "both": 0}


def _sure(case: Case, rule: str = "latest", least: str = "CT+") -> pd.DataFrame:
    return ties(_pairs(case), rule, least=least)


def _sure_turned(case: Case) -> pd.DataFrame:
    made = _sure(case)
    return made.rename(columns={"source": "target", "target": "source"})[
        ["source", "target", "sign"]
    ]


def _last_rows(case: Case) -> pd.DataFrame:
    pairs = _pairs(case)
    signs = pairs[(pairs["sign"] != 0) & (pairs["certainty"] == "CT+")]
    ordered = signs.sort_values("when", na_position="first", kind="stable")
    return ordered.drop_duplicates(["source", "target"], keep="last")[["source", "target", "sign"]]


def _unsure(case: Case) -> pd.DataFrame:
    made = ties(_pairs(case), "latest")
    return made[made["certainty"] != "CT+"]


def _acts_by_quad(case: Case) -> pd.DataFrame:
    events = signed(case.events)
    events = events[events["kind"] == "event"]
    events = events.assign(sign=events["quad"].map(QUAD).astype(int))
    return ties(dyads(events, case.actors), "latest", least="CT+")


def _rows_without_rule(case: Case) -> pd.DataFrame:
    pairs = _pairs(case)
    return pairs[(pairs["certainty"] == "CT+") & (pairs["sign"] != 0)][["source", "target", "sign"]]


def _states_of_sure(case: Case) -> int:
    sure = _sure(case)
    states = set(sure["source"]) | set(sure["target"])
    return len(list(combinations(states, 2))) - len(sure)


# ---- drawings of 7.7 ------------------------------------------------------------------------

NAMES = {
    "USA": "United States",
    "FRA": "France",
    "NER": "Niger",
    "MLI": "Mali",
    "BFA": "Burkina Faso",
    "RUS": "Russia",
}
FRENCH = {
    "USA": "États-Unis",
    "FRA": "France",
    "NER": "Niger",
    "MLI": "Mali",
    "BFA": "Burkina Faso",
    "RUS": "Russie",
}
ON_THE_GLOBE = {
    "USA": (-77.0, 38.9),
    "FRA": (2.3, 48.9),
    "NER": (2.1, 13.5),
    "MLI": (-8.0, 12.6),
    "BFA": (-1.5, 12.4),
    "RUS": (37.6, 55.8),
}
BY_HAND = {
    "USA": (0, 2),
    "FRA": (2, 3),
    "RUS": (4, 2),
    "NER": (1, 0),
    "MLI": (2, 1),
    "BFA": (3, 0),
}
FRIENDS = [("BFA", "RUS"), ("MLI", "RUS"), ("NER", "RUS")]
FOES = [("BFA", "FRA"), ("FRA", "MLI"), ("FRA", "NER"), ("NER", "USA")]
WORDS = (
    "Ties of six states by the latest act. Friendly: Burkina Faso–Russia, Mali–Russia, "
    "Niger–Russia. Hostile: Burkina Faso–France, France–Mali, France–Niger, Niger–United States."
)


def _words(table: pd.DataFrame) -> str:
    lines = []
    for sign, word in [(1, "Friendly"), (-1, "Hostile"), (0, "Mixed")]:
        rows = table[table["sign"] == sign]
        told = [
            f"{NAMES[a]}-{NAMES[b]}" for a, b in zip(rows["source"], rows["target"], strict=True)
        ]
        if told:
            lines.append(f"{word}: " + ", ".join(told))
    return ". ".join(lines) + "."


def _begun(case: Case, rule: str = "latest", **how: Any) -> tuple[Any, ...]:
    """Return what the cell gives: table, graph, places, figure and axes with friendly lines."""
    import networkx as nx

    from realignment.figures import FRIENDLY, circle, new_figure
    from realignment.ties import to_graph

    table = ties(_pairs(case), rule, **how)
    graph = to_graph(table)
    places = circle(list(graph))
    figure, axes = new_figure()
    friendly = [(a, b) for a, b, d in graph.edges(data=True) if d["sign"] > 0]
    nx.draw_networkx_edges(graph, places, friendly, edge_color=FRIENDLY, label="friendly", ax=axes)
    nx.draw_networkx_labels(graph, places, bbox={"fc": "white", "ec": "none"}, ax=axes)
    return table, graph, places, figure, axes


def _hostile_added(
    case: Case, style: Any = "dashed", colour: str | None = None, legend: bool = True, **how: Any
) -> tuple[Any, str]:
    import networkx as nx

    from realignment.figures import HOSTILE

    table, graph, places, figure, axes = _begun(case, **how)
    hostile = [(a, b) for a, b, d in graph.edges(data=True) if d["sign"] < 0]
    nx.draw_networkx_edges(
        graph,
        places,
        hostile,
        edge_color=colour or HOSTILE,
        style=style,
        label="hostile",
        ax=axes,
    )
    if legend:
        axes.legend()
    return figure, _words(table)


def draw_as_begun(case: Case) -> Any:
    from realignment.figures import Picture

    figure, words = _hostile_added(case)
    return Picture(figure, words)


def _lines(
    friends: list[tuple[str, str]] = FRIENDS,
    foes: list[tuple[str, str]] = FOES,
    places: dict[str, Any] = BY_HAND,
    names: dict[str, str] = NAMES,
    looks: tuple[dict[str, Any], dict[str, Any]] = (
        {"color": "tab:blue", "linestyle": "-"},
        {"color": "tab:red", "linestyle": "--"},
    ),
    said: tuple[str, str] = ("friendly", "hostile"),
    legend: bool = True,
) -> tuple[Any, Any]:
    """Return a figure of pyplot, each line a plot; the first of each sign has the label."""
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots()
    for lines, look, word in zip([friends, foes], looks, said, strict=True):
        for number, (a, b) in enumerate(lines):
            (x1, y1), (x2, y2) = places[a], places[b]
            ax.plot([x1, x2], [y1, y2], label=word if number == 0 else None, **look)
    for state, (x, y) in places.items():
        ax.text(x, y, names[state], ha="center", va="center", bbox={"fc": "white"})
    if legend:
        ax.legend()
    ax.axis("off")
    return fig, ax


def draw_loop_of_plots(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines()
    return Picture(fig, WORDS)


def draw_loop_over_table(case: Case) -> Any:
    import matplotlib.pyplot as plt
    from matplotlib.lines import Line2D

    from realignment.figures import FRIENDLY, HOSTILE, Picture, circle

    latest = ties(_pairs(case), "latest")
    pos = circle(sorted(set(latest["source"]) | set(latest["target"])))
    fig = plt.figure(figsize=(7, 5))
    ax = fig.add_subplot(111)
    for row in latest.itertuples():
        xs = [pos[row.source][0], pos[row.target][0]]
        ys = [pos[row.source][1], pos[row.target][1]]
        if row.sign == 1:
            ax.plot(xs, ys, color=FRIENDLY, ls="solid", lw=2)
        else:
            ax.plot(xs, ys, color=HOSTILE, ls="dashed", lw=2)
    for name, xy in pos.items():
        ax.annotate(name, xy, ha="center", backgroundcolor="white")
    ax.legend(
        handles=[
            Line2D([0], [0], color=FRIENDLY, lw=2, label="friendly"),
            Line2D([0], [0], color=HOSTILE, lw=2, ls="--", label="hostile"),
        ],
        loc="upper left",
    )
    return Picture(fig, _words(latest))


def draw_line_collections(case: Case) -> Any:
    from matplotlib.collections import LineCollection

    from realignment.figures import FRIENDLY, HOSTILE, Picture, new_figure

    figure, axes = new_figure()
    for ends, colour, style, label in [
        (FRIENDS, FRIENDLY, "solid", "friendly"),
        (FOES, HOSTILE, "dashed", "hostile"),
    ]:
        segments = [[BY_HAND[a], BY_HAND[b]] for a, b in ends]
        axes.add_collection(LineCollection(segments, colors=colour, linestyles=style, label=label))
    for state, place in BY_HAND.items():
        axes.text(*place, state)
    axes.autoscale()
    axes.legend()
    return Picture(figure, WORDS)


def draw_all_edges_at_once(case: Case) -> Any:
    import networkx as nx
    from matplotlib.lines import Line2D

    from realignment.figures import FRIENDLY, HOSTILE, Picture, circle, new_figure
    from realignment.ties import to_graph

    graph = to_graph(ties(_pairs(case), "latest"))
    places = circle(list(graph))
    figure, axes = new_figure()
    signs = [d["sign"] for _, _, d in graph.edges(data=True)]
    nx.draw(
        graph,
        places,
        ax=axes,
        with_labels=True,
        node_color="lightgrey",
        node_size=900,
        edge_color=[FRIENDLY if s > 0 else HOSTILE for s in signs],
        style=["-" if s > 0 else "--" for s in signs],
        width=2,
    )
    axes.legend(
        [Line2D([], [], color=FRIENDLY), Line2D([], [], color=HOSTILE, linestyle="--")],
        ["friendly", "hostile"],
    )
    return Picture(figure, WORDS)


def draw_spring_with_names(case: Case) -> Any:
    import networkx as nx

    from realignment.figures import FRIENDLY, HOSTILE, Picture, new_figure
    from realignment.ties import to_graph

    graph = to_graph(ties(_pairs(case), "latest"))
    pos = nx.spring_layout(graph, seed=7)
    figure, axes = new_figure()
    nx.draw_networkx_nodes(graph, pos, node_color="white", edgecolors="black", ax=axes)
    for sign, colour, style, word in [
        (1, FRIENDLY, "-", "Friendly"),
        (-1, HOSTILE, "--", "Hostile"),
    ]:
        edges = [(a, b) for a, b in graph.edges if graph[a][b]["sign"] == sign]
        nx.draw_networkx_edges(
            graph, pos, edges, edge_color=colour, style=style, label=f"{word} tie", ax=axes
        )
    nx.draw_networkx_labels(graph, pos, labels=NAMES, ax=axes)
    axes.legend(title="Sign of the tie")
    axes.set_title("One article, latest act")
    return Picture(figure, WORDS)


def draw_arrows_without_heads(case: Case) -> Any:
    from matplotlib.lines import Line2D
    from matplotlib.patches import FancyArrowPatch

    from realignment.figures import FRIENDLY, HOSTILE, Picture, new_figure

    figure, axes = new_figure()
    for ends, colour, style in [(FRIENDS, FRIENDLY, "-"), (FOES, HOSTILE, "--")]:
        for a, b in ends:
            axes.add_patch(
                FancyArrowPatch(
                    BY_HAND[a],
                    BY_HAND[b],
                    arrowstyle="-",
                    color=colour,
                    linestyle=style,
                    connectionstyle="arc3,rad=0.15",
                )
            )
    for state, (x, y) in BY_HAND.items():
        axes.text(x, y, NAMES[state], ha="center", bbox={"facecolor": "white"})
    axes.set_xlim(-1, 5)
    axes.set_ylim(-1, 4)
    axes.legend(
        handles=[
            Line2D([], [], color=FRIENDLY, ls="-", label="friendly"),
            Line2D([], [], color=HOSTILE, ls="--", label="hostile"),
        ]
    )
    return Picture(figure, WORDS)


def draw_annotations_as_lines(case: Case) -> Any:
    import matplotlib.pyplot as plt
    from matplotlib.lines import Line2D

    from realignment.figures import Picture

    fig, ax = plt.subplots(figsize=(8, 5))
    for ends, colour, style in [(FRIENDS, "green", "solid"), (FOES, "crimson", "dashed")]:
        for a, b in ends:
            ax.annotate(
                "",
                xy=BY_HAND[b],
                xytext=BY_HAND[a],
                arrowprops={"arrowstyle": "-", "color": colour, "linestyle": style, "lw": 2},
            )
    for state, (x, y) in BY_HAND.items():
        ax.text(x, y, state, fontsize=12, bbox={"fc": "w", "ec": "k"})
    ax.set_xlim(-1, 5)
    ax.set_ylim(-1, 4)
    ax.legend(
        handles=[
            Line2D([], [], color="green", label="friendly"),
            Line2D([], [], color="crimson", ls="--", label="hostile"),
        ]
    )
    return Picture(fig, WORDS)


def draw_curved_networkx(case: Case) -> Any:
    import networkx as nx
    from matplotlib.lines import Line2D

    from realignment.figures import FRIENDLY, HOSTILE, Picture, circle, new_figure
    from realignment.ties import to_graph

    graph = to_graph(ties(_pairs(case), "latest"))
    pos = circle(list(graph))
    figure, axes = new_figure()
    for a, b, d in graph.edges(data=True):
        nx.draw_networkx_edges(
            graph,
            pos,
            edgelist=[(a, b)],
            edge_color=FRIENDLY if d["sign"] > 0 else HOSTILE,
            style="solid" if d["sign"] > 0 else "dashed",
            arrows=True,
            connectionstyle="arc3,rad=0.1",
            ax=axes,
        )
    nx.draw_networkx_labels(graph, pos, ax=axes)
    figure.legend(
        handles=[
            Line2D([], [], color=FRIENDLY, label="friendly"),
            Line2D([], [], color=HOSTILE, linestyle="dashed", label="hostile"),
        ]
    )
    return Picture(figure, WORDS)


def draw_on_the_globe(case: Case) -> Any:
    from realignment.figures import Picture

    fig, ax = _lines(
        places=ON_THE_GLOBE,
        looks=(
            {"c": "#117733", "lw": 2.5},
            {"c": "#882255", "lw": 1.5, "dashes": (4, 2)},
        ),
    )
    ax.axis("on")
    ax.set_xlabel("longitude")
    return Picture(fig, WORDS)


def draw_with_format_strings(case: Case) -> Any:
    import matplotlib.pyplot as plt

    from realignment.figures import Picture

    plt.figure()
    for a, b in FRIENDS:
        plt.plot(*zip(BY_HAND[a], BY_HAND[b], strict=True), "b-o")
    for a, b in FOES:
        plt.plot(*zip(BY_HAND[a], BY_HAND[b], strict=True), "r--o")
    plt.plot([], [], "b-", label="friendly")
    plt.plot([], [], "r--", label="hostile")
    for state, (x, y) in BY_HAND.items():
        plt.text(x, y + 0.1, state)
    plt.legend()
    return Picture(plt.gcf(), WORDS)


def draw_lines_in_one_plot(case: Case) -> Any:
    """One plot for each sign, the lines apart by gaps of nan."""
    from realignment.figures import Picture, new_figure

    figure, axes = new_figure()
    for ends, look, word in [(FRIENDS, "C0-", "friendly"), (FOES, "C1--", "hostile")]:
        xs: list[float] = []
        ys: list[float] = []
        for a, b in ends:
            xs += [BY_HAND[a][0], BY_HAND[b][0], float("nan")]
            ys += [BY_HAND[a][1], BY_HAND[b][1], float("nan")]
        axes.plot(xs, ys, look, label=word)
    for state, (x, y) in BY_HAND.items():
        axes.annotate(NAMES[state], (x, y), xytext=(0, 6), textcoords="offset points", ha="center")
    axes.legend()
    return Picture(figure, WORDS)


def draw_by_the_package(case: Case) -> Any:
    from realignment.actors import names_of
    from realignment.figures import network

    names = names_of(case.actors, ["USA", "FRA", "NER", "MLI", "BFA", "RUS"])
    return network(ties(_pairs(case), "latest"), names, "The latest act decides")


def draw_by_draw_tie_loop(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(
        looks=(
            {"color": "#0072B2", "linestyle": "-", "lw": 2},
            {"color": "#D55E00", "linestyle": (0, (5, 3)), "lw": 2},
        ),
        said=("friendly (amical)", "hostile (hostile)"),
    )
    return Picture(fig, WORDS)


def draw_in_two_panels(case: Case) -> Any:
    import matplotlib.pyplot as plt

    from realignment.figures import Picture

    fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
    for ax, ends, look, word in [
        (left, FRIENDS, "b-", "friendly"),
        (right, FOES, "r--", "hostile"),
    ]:
        for n, (a, b) in enumerate(ends):
            ax.plot(*zip(BY_HAND[a], BY_HAND[b], strict=True), look, label=word if n == 0 else None)
        for state, (x, y) in BY_HAND.items():
            ax.text(x, y, state)
        ax.legend()
    return Picture(fig, WORDS)


def draw_patches_in_the_legend(case: Case) -> Any:
    from matplotlib.patches import Patch

    from realignment.figures import Picture

    fig, ax = _lines(legend=False)
    ax.legend(
        handles=[Patch(color="tab:blue", label="friendly"), Patch(color="tab:red", label="hostile")]
    )
    return Picture(fig, WORDS)


def draw_dotted(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(looks=({"color": "b"}, {"color": "r", "ls": "-."}))
    return Picture(fig, WORDS)


def draw_in_french(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(names=FRENCH)
    return Picture(
        fig,
        "Liens d'après le dernier acte. Amicaux : Burkina Faso–Russie, Mali–Russie, "
        "Niger–Russie. Hostiles : Burkina Faso–France, France–Mali, France–Niger, "
        "Niger–États-Unis.",
    )


def draw_without_hostile(case: Case) -> Any:
    from realignment.figures import Picture

    *_, figure, axes = _begun(case)
    axes.legend()
    return Picture(figure, WORDS)


def draw_all_solid(case: Case) -> Any:
    from realignment.figures import Picture

    figure, words = _hostile_added(case, style="solid")
    return Picture(figure, words)


def draw_all_dashed(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(looks=({"color": "b", "ls": "--"}, {"color": "r", "ls": "--"}))
    return Picture(fig, WORDS)


def draw_one_colour(case: Case) -> Any:
    from realignment.figures import FRIENDLY, Picture

    figure, words = _hostile_added(case, colour=FRIENDLY)
    return Picture(figure, words)


def draw_all_black(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(looks=({"color": "black"}, {"color": "black", "ls": "--"}))
    return Picture(fig, WORDS)


def draw_without_legend(case: Case) -> Any:
    from realignment.figures import Picture

    figure, words = _hostile_added(case, legend=False)
    return Picture(figure, words)


def draw_legend_plus_minus(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(said=("+1", "-1"))
    return Picture(fig, WORDS)


def draw_without_labels(case: Case) -> Any:
    from realignment.figures import Picture

    fig, ax = _lines()
    for text in list(ax.texts):
        text.remove()
    return Picture(fig, WORDS)


def draw_without_niger_label(case: Case) -> Any:
    from realignment.figures import Picture

    fig, ax = _lines()
    next(text for text in ax.texts if text.get_text() == "Niger").remove()
    return Picture(fig, WORDS)


def draw_majority(case: Case) -> Any:
    from realignment.figures import Picture

    figure, words = _hostile_added(case, rule="majority")
    return Picture(figure, words)


def draw_only_certain(case: Case) -> Any:
    from realignment.figures import Picture

    figure, words = _hostile_added(case, least="CT+")
    return Picture(figure, words)


def draw_styles_swapped(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(looks=({"color": "b", "ls": "--"}, {"color": "r", "ls": "-"}))
    return Picture(fig, WORDS)


def draw_signs_swapped(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(friends=FOES, foes=FRIENDS)
    return Picture(fig, WORDS)


def draw_one_line_too_many(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(foes=[*FOES, ("USA", "RUS")])
    return Picture(
        fig, WORDS.replace("Niger–United States", "Niger–United States, Russia–United States")
    )


def draw_one_line_missing(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(foes=FOES[:-1])
    return Picture(fig, WORDS)


def draw_every_pair(case: Case) -> Any:
    from realignment.figures import Picture

    blank = [p for p in combinations(NAMES, 2) if set(p) not in map(set, FRIENDS + FOES)]
    fig, _ = _lines(foes=FOES + blank)
    return Picture(fig, WORDS)


def draw_labels_mixed_up(case: Case) -> Any:
    """Take the labels from another list, in another order than the places."""
    from realignment.figures import Picture

    fig, _ = _lines(names=dict(zip(BY_HAND, NAMES.values(), strict=True)))
    return Picture(fig, WORDS)


def draw_empty_words(case: Case) -> Any:
    from realignment.figures import Picture

    figure, _ = _hostile_added(case)
    return Picture(figure, "")


def draw_words_that_say_nothing(case: Case) -> Any:
    from realignment.figures import Picture

    figure, _ = _hostile_added(case)
    return Picture(figure, "A network of six states with friendly and hostile ties")


def draw_words_of_majority(case: Case) -> Any:
    from realignment.figures import Picture

    figure, _ = _hostile_added(case)
    return Picture(figure, _words(ties(_pairs(case), "majority")))


def draw_words_of_three(case: Case) -> Any:
    from realignment.figures import Picture

    figure, _ = _hostile_added(case)
    return Picture(figure, "Friendly: Burkina Faso-Russia, Mali-Russia, Niger-Russia.")


def draw_legend_wrong_way(case: Case) -> Any:
    from matplotlib.lines import Line2D

    from realignment.figures import Picture

    fig, ax = _lines(legend=False)
    ax.legend(
        handles=[
            Line2D([], [], color="tab:blue", ls="-", label="hostile"),
            Line2D([], [], color="tab:red", ls="--", label="friendly"),
        ]
    )
    return Picture(fig, WORDS)


def draw_white_lines(case: Case) -> Any:
    from realignment.figures import Picture

    fig, _ = _lines(looks=({"color": "b"}, {"color": "white", "ls": "--"}))
    return Picture(fig, WORDS)


def draw_matrix(case: Case) -> Any:
    from realignment.figures import matrix

    return matrix(ties(_pairs(case), "latest"), NAMES, "Latest")


def draw_by_quad(case: Case) -> Any:
    from realignment.actors import names_of
    from realignment.figures import network

    events = signed(case.events)
    events = events[events["kind"] == "event"]
    events = events.assign(sign=events["quad"].map(QUAD).astype(int))
    names = names_of(case.actors, list(NAMES))
    return network(ties(dyads(events, case.actors), "latest"), names, "By quad")


def draw_figure_only(case: Case) -> Any:
    figure, _ = _hostile_added(case)
    return figure


def draw_axes_only(case: Case) -> Any:
    _, ax = _lines()
    return ax


ANSWERS: list[tuple[str, str, Any, str]] = [
    # 7.1
    (
        "7.1",
        "right",
        {"E24": 1, "E22": -1, "E30": -1, "E31": 0, "E34": 1, "E38": 1},
        "the dict as shown",
    ),
    ("7.1", "right", lambda case: _six(case)["sign"], "the column sign of the six rows, by id"),
    (
        "7.1",
        "right",
        lambda case: _six(case).reset_index()[["event_id", "sign"]],
        "a table of id and sign",
    ),
    (
        "7.1",
        "right",
        {"E24": "+1", "E22": "-1", "E30": "−1", "E31": "0", "E34": "+1", "E38": "+1"},
        "signs as text, one with the typographic minus",
    ),
    (
        "7.1",
        "right",
        lambda case: _six(case)["sign"].astype(float).to_dict(),
        "floats, as pandas gives them after a merge",
    ),
    (
        "7.1",
        "defensible",
        {
            "E24": "friendly",
            "E22": "hostile",
            "E30": "hostile",
            "E31": "neither",
            "E34": "friendly",
            "E38": "friendly",
        },
        "the words of the valence instead of the numbers; same signs",
    ),
    ("7.1", "wrong", _by_quad, "the recipe by quad class: the departure E31 is a plus"),
    (
        "7.1",
        "wrong",
        {"E24": 1, "E22": -1, "E30": -1, "E31": -1, "E34": 1, "E38": 1},
        "the departure E31 taken as a break, so hostile",
    ),
    (
        "7.1",
        "wrong",
        {"E24": 1, "E22": -1, "E30": -1, "E31": 0, "E34": 0, "E38": 0},
        "no act, no sign: the two states set to 0 instead of by their valence",
    ),
    (
        "7.1",
        "wrong",
        lambda case: _by_type_alone(case, "first"),
        "the first row of each type taken, whatever its mode and consent: SANCTION becomes 0",
    ),
    (
        "7.1",
        "wrong",
        lambda case: _by_type_alone(case, "last"),
        "the last row of each type taken: the visit E24 becomes mere talks, 0",
    ),
    (
        "7.1",
        "wrong",
        _by_mode_alone,
        "merged on type and mode only, what found no row (and the states) filled with 0",
    ),
    ("7.1", "wrong", _by_intensity, "the sign of Goldstein's score; states without a score are 0"),
    (
        "7.1",
        "wrong",
        lambda case: {k: -v for k, v in _six(case)["sign"].items()},
        "all signs turned round",
    ),
    (
        "7.1",
        "wrong",
        {"E24": 1, "E22": -1, "E30": 0, "E31": -1, "E34": 1, "E38": 1},
        "the eviction E30 and the departure E31 mixed up",
    ),
    (
        "7.1",
        "wrong",
        {"E24": 1, "E22": 1, "E30": -1, "E31": 0, "E34": 1, "E38": 1},
        "E22 is about help, so AID was looked up: plus",
    ),
    (
        "7.1",
        "wrong",
        {"E24": 1, "E22": -1, "E30": -1, "E31": 0, "E34": 1, "E38": 0},
        "E38 set to 0 because it is hedged",
    ),
    (
        "7.1",
        "unreadable",
        {"E24": 1, "E22": ..., "E30": ..., "E31": ..., "E34": ..., "E38": ...},
        "only the one that was given is there",
    ),
    (
        "7.1",
        "unreadable",
        {"E24": 1, "E22": "bad", "E30": "bad", "E31": "?", "E34": "good", "E38": "good"},
        "words of one's own in the place of 1, 0, -1",
    ),
    # 7.2
    ("7.2", "right", {"pairs": 15, "directed": 30, "unknown": 8}, "the dict as shown"),
    (
        "7.2",
        "right",
        lambda case: {
            "pairs": len(list(combinations(NAMES, 2))),
            "directed": 6 * 5,
            "unknown": 15 - len(ties(_pairs(case), "latest")),
        },
        "computed, by combinations",
    ),
    ("7.2", "right", {"pairs": 6 * 5 / 2, "directed": 30.0, "unknown": 8.0}, "floats"),
    (
        "7.2",
        "right",
        {"pairs": "15 pairs", "directed": "30", "unknown": "eight"},
        "text with a unit, text, a word",
    ),
    (
        "7.2",
        "right",
        pd.Series({"unknown": 8, "directed": 30, "pairs": 15}),
        "a Series, in another order",
    ),
    ("7.2", "right", (15, 30, 8), "a tuple, in the order in which they are asked"),
    (
        "7.2",
        "wrong",
        {"pairs": 30, "directed": 15, "unknown": 8},
        "the first two the wrong way round",
    ),
    (
        "7.2",
        "wrong",
        {"pairs": 36, "directed": 72, "unknown": 29},
        "six times six, each state with itself too, and twice that",
    ),
    (
        "7.2",
        "wrong",
        {"pairs": 21, "directed": 36, "unknown": 14},
        "each state is paired with itself too",
    ),
    (
        "7.2",
        "wrong",
        lambda case: {"pairs": 15, "directed": 30, "unknown": len(ties(_pairs(case), "latest"))},
        "the pairs that are known counted, not those that are not",
    ),
    (
        "7.2",
        "wrong",
        lambda case: {"pairs": 15, "directed": 30, "unknown": 15 - len(_sure(case))},
        "only what is certain was taken as known: 11",
    ),
    (
        "7.2",
        "wrong",
        lambda case: {
            "pairs": 15,
            "directed": 30,
            "unknown": 30 - len(ties(_pairs(case), "latest")),
        },
        "ties without direction taken from pairs with direction",
    ),
    (
        "7.2",
        "wrong",
        lambda case: {
            "pairs": len(_pairs(case)),
            "directed": len(_pairs(case)),
            "unknown": 0,
        },
        "the rows of the table pairs counted",
    ),
    (
        "7.2",
        "wrong",
        lambda case: {
            "pairs": 15,
            "directed": 30,
            "unknown": 15 - len(ties(_pairs(case), "latest", directed=True)),
        },
        "directed ties taken from pairs without direction: 7",
    ),
    ("7.2", "wrong", {"pairs": 15, "directed": 30, "unknown": 5}, "the lesson's map of the record"),
    ("7.2", "wrong", {"pairs": 6, "directed": 12, "unknown": 0}, "states taken for pairs"),
    ("7.2", "unreadable", {"pairs": 15, "directed": 30}, "the third is forgotten"),
    # 7.3
    ("7.3", "right", ["sign", "pair", "rule", "picture"], "a list"),
    ("7.3", "right", "sign, pair, rule, picture", "one text with commas"),
    ("7.3", "right", "sign > pair > rule > picture", "one text with arrows"),
    ("7.3", "right", {"sign": 1, "pair": 2, "rule": 3, "picture": 4}, "a dict of places"),
    ("7.3", "right", "1. sign 2. pair 3. rule 4. picture", "a numbered text"),
    ("7.3", "right", ("Sign", "Pair", "Rule", "Picture"), "a tuple, in capitals"),
    (
        "7.3",
        "right",
        pd.Series(["sign", "pair", "rule", "picture"], index=[1, 2, 3, 4]),
        "a Series with the places as index",
    ),
    (
        "7.3",
        "defensible",
        ["pair", "sign", "rule", "picture"],
        "spread first and sign then: each pair inherits the sign of its act, so the result is one",
    ),
    ("7.3", "wrong", ["sign", "rule", "pair", "picture"], "the rule before there are pairs"),
    ("7.3", "wrong", ["pair", "rule", "sign", "picture"], "the sign only after the rule"),
    ("7.3", "wrong", ["picture", "rule", "pair", "sign"], "backwards"),
    ("7.3", "wrong", ["picture", "rule", "sign", "pair"], "the order in which they are listed"),
    ("7.3", "wrong", sorted(["sign", "pair", "rule", "picture"]), "sorted by the alphabet"),
    (
        "7.3",
        "wrong",
        ["rule", "sign", "pair", "picture"],
        "the rule first, as one has to choose it",
    ),
    ("7.3", "wrong", ["sign", "pair", "picture", "rule"], "drawn before a rule has made ties"),
    ("7.3", "unreadable", ["sign", "pair", "picture"], "the rule is missing"),
    ("7.3", "unreadable", ["signed", "dyads", "ties", "network"], "the functions' names"),
    # 7.4
    ("7.4", "right", {"latest": -1, "majority": 1, "both": 0}, "the dict as shown"),
    ("7.4", "right", _three_rules, "a loop over the rules"),
    ("7.4", "right", lambda case: pd.Series(_three_rules(case)), "a Series by rule"),
    (
        "7.4",
        "right",
        {"latest": "hostile", "majority": "friendly", "both": "mixed"},
        "the words that the question gives",
    ),
    (
        "7.4",
        "right",
        lambda case: pd.DataFrame(_three_rules(case).items(), columns=["rule", "sign"]),
        "a table of rule and sign",
    ),
    ("7.4", "right", {"latest": "-1", "majority": "+1", "both": "0"}, "signs as text"),
    (
        "7.4",
        "wrong",
        lambda case: dict.fromkeys(RULES, _line(case, "latest")),
        "the line was not changed: latest in all three",
    ),
    ("7.4", "wrong", _first_row, "the first row of the table: Burkina Faso and France"),
    (
        "7.4",
        "wrong",
        lambda case: _three_rules(case, "FRA", "NER"),
        "the tie of France and Niger instead",
    ),
    (
        "7.4",
        "defensible",
        _events_alone,
        "events alone, without states and hopes: the majority is even",
    ),
    (
        "7.4",
        "defensible",
        lambda case: _one_direction(case, "NER", "USA"),
        "only what Niger does to the United States, so the majority is even",
    ),
    ("7.4", "wrong", _rows_counted, "rows counted by hand, a retold act each time it is told"),
    (
        "7.4",
        "wrong",
        {"latest": 1, "majority": -1, "both": 0},
        "the signs of latest and majority the wrong way round",
    ),
    ("7.4", "wrong", {"latest": -1, "majority": 1, "both": 1}, "both taken for the majority"),
    ("7.4", "wrong", {"latest": -1, "majority": 1, "both": -1}, "both taken for the latest"),
    (
        "7.4",
        "wrong",
        {"latest": 1, "majority": 1, "both": 0},
        "the past and the hopes of the story taken for the latest",
    ),
    (
        "7.4",
        "unreadable",
        lambda case: ties(_pairs(case), "latest"),
        "the whole table of one rule, with all pairs",
    ),
    ("7.4", "unreadable", -1, "one sign for all three"),
    # 7.5
    ("7.5", "right", "a", "the letter"),
    ("7.5", "right", "A", "a capital"),
    ("7.5", "right", "a)", "with a bracket"),
    ("7.5", "right", ["a"], "a list of one"),
    ("7.5", "right", "a: it takes the number of rows for the strength of a tie", "with its text"),
    ("7.5", "wrong", "b", "a date that is too exact: there is none in the caption"),
    ("7.5", "wrong", "c", "Niger taken for Nigeria: the caption has no such name"),
    ("7.5", "wrong", "d", "a state for an organisation"),
    ("7.5", "wrong", "D.", "d, with a full stop"),
    ("7.5", "wrong", "b) it gives a date that is too exact", "b with its text"),
    ("7.5", "wrong", ["a", "d"], "two letters where there is one flaw"),
    ("7.5", "unreadable", "e", "a letter that is not offered"),
    ("7.5", "unreadable", 21, "the number of the caption"),
    ("7.5", "unreadable", "The map has the wrong colours", "a flaw of one's own"),
    # 7.6
    ("7.6", "right", _sure, "ties(pairs, 'latest', least='CT+')"),
    (
        "7.6",
        "right",
        lambda case: _sure(case)[["source", "target", "sign"]].reset_index(drop=True),
        "three columns of it",
    ),
    (
        "7.6",
        "right",
        lambda case: ties(_pairs(case).query("certainty == 'CT+'"), "latest"),
        "the pairs filtered first, then the rule",
    ),
    (
        "7.6",
        "right",
        _sure_turned,
        "source and target the other way round: a line has no direction",
    ),
    (
        "7.6",
        "right",
        lambda case: _sure(case).set_index(["source", "target"])["sign"].reset_index(),
        "made again from a Series",
    ),
    (
        "7.6",
        "defensible",
        lambda case: _sure(case).assign(
            source=lambda t: t["source"].map(NAMES), target=lambda t: t["target"].map(NAMES)
        ),
        "the names of the states instead of their codes",
    ),
    (
        "7.6",
        "defensible",
        lambda case: _sure(case).set_index(["source", "target"])[["sign"]],
        "the two states stand in the index",
    ),
    ("7.6", "wrong", lambda case: ties(_pairs(case), "latest"), "no threshold: all seven ties"),
    ("7.6", "wrong", lambda case: _sure(case, least="PR+"), "the probable taken as certain: seven"),
    ("7.6", "wrong", lambda case: _sure(case, rule="majority"), "majority instead of latest"),
    ("7.6", "wrong", lambda case: _sure(case, rule="both"), "both instead of latest: one is mixed"),
    ("7.6", "wrong", _unsure, "only what is not certain: the filter the wrong way round"),
    (
        "7.6",
        "wrong",
        _last_rows,
        "the last certain row of each directed pair: Niger and the United States stand twice",
    ),
    ("7.6", "wrong", _rows_without_rule, "the certain rows with a sign, with no rule applied"),
    ("7.6", "wrong", _acts_by_quad, "signs by quad class, acts alone"),
    (
        "7.6",
        "wrong",
        lambda case: _sure(case).assign(sign=1),
        "the sign lost: all four are friendly",
    ),
    (
        "7.6",
        "wrong",
        lambda case: _sure(case).iloc[:3],
        "the line of Niger and the United States is missing",
    ),
    (
        "7.6",
        "unreadable",
        lambda case: _sure(case)[["source", "target"]],
        "the column sign is missing",
    ),
    ("7.6", "unreadable", 4, "the number of ties instead of the table"),
    # 7.7
    ("7.7", "right", draw_as_begun, "the cell completed: hostile lines dashed, legend, words"),
    ("7.7", "right", draw_loop_of_plots, "a loop of ax.plot, a label on the first of each sign"),
    ("7.7", "right", draw_loop_over_table, "a loop over the table, the legend by Line2D"),
    ("7.7", "right", draw_line_collections, "two LineCollections, codes as labels"),
    ("7.7", "right", draw_all_edges_at_once, "nx.draw with lists of colours and styles"),
    (
        "7.7",
        "right",
        draw_spring_with_names,
        "spring layout, full names, Friendly tie in the legend",
    ),
    ("7.7", "right", draw_arrows_without_heads, "curved FancyArrowPatch lines without heads"),
    ("7.7", "right", draw_annotations_as_lines, "annotate with arrowprops as lines, own colours"),
    (
        "7.7",
        "right",
        draw_curved_networkx,
        "curved lines of networkx one by one, a figure's legend",
    ),
    ("7.7", "right", draw_on_the_globe, "capitals on longitude and latitude, lines with dashes"),
    (
        "7.7",
        "right",
        draw_with_format_strings,
        "pyplot with 'b-o' and 'r--o', empty plots for legend",
    ),
    ("7.7", "right", draw_lines_in_one_plot, "all lines of a sign in one plot, apart by nan"),
    ("7.7", "right", draw_by_the_package, "the lesson's own function network"),
    ("7.7", "right", draw_by_draw_tie_loop, "dashes as a tuple, the legend's words with French"),
    ("7.7", "defensible", draw_in_two_panels, "friendly left and hostile right, in two panels"),
    ("7.7", "wrong", draw_patches_in_the_legend, "the legend shows colours only, by Patch"),
    (
        "7.7",
        "defensible",
        draw_dotted,
        "hostile lines dash-dotted: no solid line, told without colour",
    ),
    ("7.7", "defensible", draw_in_french, "names and words in French; the legend in English"),
    ("7.7", "wrong", draw_without_hostile, "the cell as it was, with a legend: no hostile line"),
    ("7.7", "wrong", draw_all_solid, "hostile lines solid"),
    ("7.7", "wrong", draw_all_dashed, "friendly lines dashed too"),
    ("7.7", "wrong", draw_one_colour, "both signs in the colour FRIENDLY"),
    ("7.7", "wrong", draw_all_black, "all lines black"),
    ("7.7", "wrong", draw_without_legend, "no legend"),
    ("7.7", "wrong", draw_legend_plus_minus, "the legend says +1 and -1, and not the words"),
    ("7.7", "wrong", draw_without_labels, "no state has a label"),
    ("7.7", "wrong", draw_without_niger_label, "Niger has no label"),
    ("7.7", "wrong", draw_majority, "the rule majority: Niger and the United States are friendly"),
    ("7.7", "wrong", draw_only_certain, "only the four certain ties, all hostile"),
    ("7.7", "wrong", draw_styles_swapped, "friendly dashed and hostile solid"),
    (
        "7.7",
        "wrong",
        draw_signs_swapped,
        "the four hostile ties drawn as friendly, and the reverse",
    ),
    ("7.7", "wrong", draw_one_line_too_many, "a line of the United States and Russia is added"),
    ("7.7", "wrong", draw_one_line_missing, "the line of Niger and the United States is missing"),
    ("7.7", "wrong", draw_every_pair, "every unknown pair is drawn as hostile"),
    ("7.7", "wrong", draw_labels_mixed_up, "the labels stand at other states' places"),
    ("7.7", "wrong", draw_empty_words, "the words of the picture are empty"),
    ("7.7", "wrong", draw_words_that_say_nothing, "the words name no tie"),
    ("7.7", "wrong", draw_words_of_majority, "the words tell the ties of another rule"),
    ("7.7", "defensible", draw_words_of_three, "the words name the friendly ties only"),
    ("7.7", "wrong", draw_legend_wrong_way, "the legend calls the solid lines hostile"),
    ("7.7", "wrong", draw_white_lines, "the hostile lines are white on white"),
    ("7.7", "wrong", draw_matrix, "the lesson's matrix: no lines"),
    ("7.7", "wrong", draw_by_quad, "acts alone with signs by quad class, by the lesson's function"),
    ("7.7", "defensible", draw_figure_only, "the figure without a Picture, so without words"),
    ("7.7", "defensible", draw_axes_only, "the axes instead of a Picture"),
    ("7.7", "unreadable", WORDS, "the words without a figure"),
    # 7.8
    ("7.8", "right", lambda case: {"ties": _sure(case), "unknown": 11}, "the table and eleven"),
    (
        "7.8",
        "right",
        lambda case: {"ties": _sure(case), "unknown": 15 - len(_sure(case))},
        "computed from the table",
    ),
    (
        "7.8",
        "right",
        lambda case: {
            "ties": _sure(case)[["source", "target", "sign"]],
            "unknown": 6 * 5 / 2 - _sure(case).shape[0],
        },
        "a float, from a table of three columns",
    ),
    ("7.8", "right", lambda case: {"ties": _sure(case), "unknown": "11 pairs"}, "text with a unit"),
    (
        "7.8",
        "defensible",
        lambda case: {
            "ties": ties(_pairs(case), "latest"),
            "unknown": 15 - len(ties(_pairs(case), "latest")),
        },
        "no threshold in 7.6, and eight computed rightly from that table",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": _sure(case), "unknown": 15 - len(ties(_pairs(case), "latest"))},
        "the table without a threshold was counted: eight, as in 7.2",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": _sure(case), "unknown": len(_sure(case))},
        "the known pairs instead of the unknown",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": _sure(case), "unknown": 30 - len(_sure(case))},
        "taken from pairs with a direction",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": _sure(case), "unknown": 36 - len(_sure(case))},
        "taken from six times six",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {
            "ties": _sure(case),
            "unknown": len(ties(_pairs(case), "latest")) - len(_sure(case)),
        },
        "the ties that the threshold takes away: three",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": _sure(case), "unknown": _states_of_sure(case)},
        "only the five states of the table: Russia forgotten",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": _sure(case), "unknown": (15 - len(_sure(case))) / 15},
        "a share instead of a number",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": _sure(case), "unknown": 21 - len(_sure(case))},
        "each state is paired with itself too",
    ),
    (
        "7.8",
        "wrong",
        lambda case: {"ties": _sure(case), "unknown": 15 - (_sure(case)["sign"] > 0).sum()},
        "only friendly ties taken as known: all fifteen unknown",
    ),
    ("7.8", "unreadable", lambda case: {"ties": _sure(case), "unknown": ...}, "no number yet"),
    # 7.9
    (
        "7.9",
        "open",
        "By the rule latest they were hostile: the last acts, E01 and E18, are Niger ending the "
        "accord. But E07, the visit of the American delegation, is a plus. With majority somebody "
        "would call them friends, since six friendly rows stand against five hostile ones.",
        "latest, E01 and E07, and what majority says",
    ),
    (
        "7.9",
        "open",
        "Selon la règle « latest », le lien est hostile le 17 mars 2024. La ligne E22 le montre : "
        "Washington réduit son aide. Mais E24, la visite de Blinken, est un acte amical ; qui "
        "compte à la majorité dirait qu'ils étaient encore amis. Ennemis est donc trop dire.",
        "French, with E22 and E24",
    ),
    (
        "7.9",
        "open",
        "لا أقول إنهما عدوان. بحسب قاعدة آخر فعل فإن العلاقة عدائية لأن النيجر ألغت الاتفاق في "
        "الصف E02. لكن الصف E09 زيارة ودية من الولايات المتحدة. ومن يأخذ قاعدة الأغلبية يقول إن "
        "البلدين صديقان لأن الأفعال الودية ستة والعدائية خمسة.",
        "Arabic, with E02 and E09",
    ),
    (
        "7.9",
        "open",
        "My rule is both, and by it the tie is mixed, not hostile. E34 says the country worked "
        "closely with the Americans, E05 says the accord is over. Somebody who takes the latest "
        "act would say that they are enemies, since the break comes last.",
        "the rule both, E34 and E05",
    ),
    (
        "7.9",
        "open",
        "按照最近行为的规则（latest），尼日尔与美国在2024年3月17日的关系是敌对的，因为E01行说尼日尔"
        "立即废除了与美国的军事协议。但是E07行说美国代表团访问了尼亚美，这是友好的行为。如果用多数规则"
        "（majority），别人会得出结论：六个友好行为对五个敌对行为，所以两国还是朋友。",
        "Chinese, which has no spaces between the words; with E01 and E07",
    ),
    ("7.9", "unreadable", "Yes, they were enemies.", "four words"),
    ("7.9", "unreadable", "\n...\n", "the dots as they were"),
]
