"""One style, and pictures that carry their own words.

A picture here shows itself in three ways at once: as HTML (the image with its text alternative, and
the same words below it), as a bare PNG, and as plain text. JupyterLab drops the text alternative of
a bare PNG, an export to LaTeX drops the HTML, and a terminal has neither; so each keeps the words.
The words come from the data that is drawn, never typed by hand.

Colours are those of Okabe and Ito ("Color Universal Design", 2008), which people with the common
forms of colour blindness can tell apart; no meaning rests on colour alone. Friendly is blue and
solid, hostile is vermilion and dashed. How sure a tie is has a channel of its own: width, and a
question mark.
"""

from __future__ import annotations

import base64
import html
import io
import itertools
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import pandas as pd
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from PIL import Image

from realignment import dates, worldmap
from realignment.ties import in_words
from realignment.untrusted import visible

FRIENDLY = "#0072B2"
HOSTILE = "#D55E00"
MIXED = "#555555"
INK = "#222222"
PALE = "#E6E6E6"

SOLID, DASHED = "-", (0, (4.5, 2.2))
WIDTH = {"CT+": 3.0, "PR+": 1.8, "PS+": 1.1}
"""Width of a line, in points, by certainty."""

_SIGNS = {1: "friendly", -1: "hostile", 0: "mixed"}
_COSIGNED = {"color": MIXED, "ls": ":", "lw": 7, "alpha": 0.4, "zorder": 1}

STYLE = {
    "font.size": 11.0,
    "axes.titlesize": 13.0,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "text.parse_math": False,
}
"""matplotlib settings. ``text.parse_math`` is off since a name may hold a dollar sign."""

DOTS_PER_INCH = 110

MOST_NAMES = 30
"""A matrix with more actors than this has no room for their names."""


class Picture:
    """A figure with its words.

    Parameters
    ----------
    figure
        A matplotlib figure. If pyplot made it, pyplot forgets it, so that it is not shown twice.
    words
        What it shows, for those who do not see it; from the data.
    """

    def __init__(self, figure: Figure, words: str) -> None:
        self.figure = figure
        self.words = visible(words)
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            pyplot.close(figure)

    def png(self) -> bytes:
        """Return the picture as a PNG file."""
        file = io.BytesIO()
        with rc_context(STYLE):
            self.figure.savefig(file, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
        # A stored notebook holds each picture twice; few colours make it a third as large. The
        # octree keeps the colours of small marks, which the usual median cut would turn grey.
        few = Image.open(file).convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE)
        small = io.BytesIO()
        few.save(small, format="png", optimize=True)
        return small.getvalue()

    def svg(self) -> bytes:
        """Return the picture as an SVG file, with its words as description; the same each time."""
        file = io.BytesIO()
        settings = {"svg.fonttype": "none", "svg.hashsalt": "reading-realignment"}
        about = {"Description": self.words, "Creator": None, "Date": None}
        with rc_context(STYLE | settings):
            self.figure.savefig(file, format="svg", metadata=about)
        return file.getvalue()

    def __repr__(self) -> str:
        return f"In words: {self.words}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        picture = base64.b64encode(self.png()).decode("ascii")
        words = html.escape(self.words)
        return {
            "text/html": (
                '<figure class="rr-picture" style="margin:0;max-width:100%">'
                f'<img alt="{words}" src="data:image/png;base64,{picture}" '
                'style="max-width:100%;height:auto">'
                f"<figcaption><b>In words:</b> {words}</figcaption></figure>"
            ),
            "image/png": picture,
            "text/plain": repr(self),
        }


def new_figure(width: float = 8.0, height: float = 4.5) -> tuple[Figure, Axes]:
    """Return an empty figure in the module's style; width and height in inches."""
    with rc_context(STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots()
    return figure, axes


def circle(actors: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Place actors on a circle of radius 1, the first at the top, clockwise.

    A place depends on the list alone and not on the ties, so that an actor stays where it is from
    one picture to the next.
    """
    step = 2 * math.pi / max(len(actors), 1)
    return {a: (math.sin(i * step), math.cos(i * step)) for i, a in enumerate(actors)}


def draw_tie(
    axes: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    sign: int,
    certainty: str = "CT+",
    gid: str | None = None,
    question_mark: float = 11,
    apart: float = 0.014,
) -> list[Line2D]:
    """Draw one signed tie as a line; a mixed one as two lines side by side.

    Parameters
    ----------
    axes
        Where to draw.
    start, end
        The two places, in data units.
    sign
        +1, -1, or 0 for mixed.
    certainty
        CT+, PR+ or PS+: sets the width; a question mark stands on what is not certain.
    gid
        A name for the line, by which a test or a checker finds it.
    question_mark
        Size of the question mark, in points.
    apart
        How far either line of a mixed tie is moved aside, in data units.
    """
    (x0, y0), (x1, y1) = start, end
    width = WIDTH[certainty]
    if sign:
        styles = [(0.0, FRIENDLY, SOLID) if sign > 0 else (0.0, HOSTILE, DASHED)]
    else:
        styles = [(-apart, FRIENDLY, SOLID), (apart, HOSTILE, DASHED)]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    lines = []
    for shift, colour, style in styles:
        dx, dy = -(y1 - y0) / length * shift, (x1 - x0) / length * shift
        line = Line2D(
            [x0 + dx, x1 + dx],
            [y0 + dy, y1 + dy],
            color=colour,
            linestyle=style,
            linewidth=width,
            zorder=2,
            gid=gid,
            solid_capstyle="round",
            dash_capstyle="butt",
        )
        lines.append(axes.add_line(line))
    if certainty != "CT+":
        axes.text(
            x0 + 0.38 * (x1 - x0),
            y0 + 0.38 * (y1 - y0),
            "?",
            ha="center",
            va="center",
            fontsize=question_mark,
            zorder=3,
            bbox={"boxstyle": "circle,pad=0.15", "facecolor": "white", "edgecolor": "none"},
        )
    return lines


def mark_cosigned(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> list[Line2D]:
    """Lay grey dots under a tie that a joint signature made and no act between the two."""
    return axes.plot([start[0], end[0]], [start[1], end[1]], gid="cosign", **_COSIGNED)


def legend_of_ties(axes: Axes, table: pd.DataFrame, extra: Sequence[Artist] = (), **where) -> None:
    """Explain only what is there: signs, uncertain ties, mixed ties, and what is given extra."""
    axes.legend(handles=_entries(table, extra), frameon=False, handlelength=2.9, **where)


def _entries(table: pd.DataFrame, extra: Sequence[Artist] = ()) -> list[Artist]:
    entries: list[Artist] = []
    if (table["sign"] > 0).any():
        entries.append(Line2D([], [], color=FRIENDLY, ls=SOLID, lw=3, label="friendly"))
    if (table["sign"] < 0).any():
        entries.append(Line2D([], [], color=HOSTILE, ls=DASHED, lw=3, label="hostile"))
    if (table["sign"] == 0).any():
        entries.append(Line2D([], [], color=MIXED, ls=SOLID, lw=3, label="mixed (both lines)"))
    if (table["certainty"] != "CT+").any():
        entries.append(Line2D([], [], color=MIXED, ls=SOLID, lw=1.4, label="thin, ?: not certain"))
    if "made_by" in table and (table["made_by"] == "cosign").any():
        entries.append(Line2D([], [], label="on grey dots: by a joint signature", **_COSIGNED))
    entries.append(Line2D([], [], color="none", label="no line: unknown"))
    return [*entries, *extra]


@rc_context(STYLE)
def network(
    table: pd.DataFrame,
    names: Mapping[str, str],
    title: str,
    positions: Mapping[str, tuple[float, float]] | None = None,
) -> Picture:
    """Draw ties as a signed network.

    Parameters
    ----------
    table
        As :func:`realignment.ties.ties` returns it.
    names
        Every actor to show, id to label, in the order of the circle.
    title
        What the reader should see first.
    positions
        Places, if others than the circle.
    """
    places = positions or circle(list(names))
    figure, axes = new_figure(8.4, 5.2)
    _draw_ties(axes, table, places)
    for actor, label in names.items():
        x, y = places[actor]
        axes.plot([x], [y], "o", ms=13, mfc="white", mec=INK, mew=1.6, zorder=4, gid=actor)
        outward = 1.16 if positions is None else 1.0
        axes.text(
            x * outward,
            y * outward if positions is None else y - 0.12,
            visible(label),
            ha="center" if abs(x) < 0.3 or positions else ("left" if x > 0 else "right"),
            va="center",
            fontsize=12,
            zorder=5,
        )
    axes.set(title=visible(title), xlim=(-1.75, 2.45), ylim=(-1.3, 1.3), aspect="equal")
    axes.axis("off")
    legend_of_ties(axes, table, loc="lower right", bbox_to_anchor=(1.0, -0.02))
    words = f"{title}. {in_words(table, len(names))} {tie_list(table, names)}"
    return Picture(figure, words)


def _draw_ties(
    axes: Axes, table: pd.DataFrame, places: Mapping[str, tuple[float, float]], **look
) -> None:
    for row in table.to_dict("records"):
        one, other = row["source"], row["target"]
        ends = places[one], places[other]
        draw_tie(axes, *ends, row["sign"], row["certainty"], gid=f"{one}-{other}", **look)
        if row.get("made_by") == "cosign":
            mark_cosigned(axes, *ends)


@rc_context(STYLE)
def small_multiples(
    tables: Mapping[str, pd.DataFrame],
    names: Mapping[str, str],
    title: str,
    columns: int = 3,
) -> Picture:
    """Draw several panels of ties, each actor always in the same place.

    The words say what changes from one panel to the next, if the panels follow each other in time:
    if every heading is a date, later than the one before. Panels of the same day under several
    rules, or of several coders, do not change into each other, so each is told on its own.

    Parameters
    ----------
    tables
        Heading of a panel to ties: the day, as :func:`realignment.ties.snapshots` returns them, or
        what sets the panel apart.
    names
        Every actor to show, id to label, in the order of the circle.
    title
        What the reader should see first.
    columns
        Panels in a row.
    """
    places = circle(list(names))
    rows = -(-len(tables) // columns)
    figure = Figure(figsize=(3.5 * columns, 2.75 * rows + 1.0), layout="constrained")
    panels = figure.subplots(rows, columns, squeeze=False).ravel()
    for axes in panels:
        axes.axis("off")
    for axes, (heading, table) in zip(panels, tables.items(), strict=False):
        _draw_ties(axes, table, places, question_mark=7, apart=0.035)
        for actor, label in names.items():
            x, y = places[actor]
            axes.plot([x], [y], "o", ms=7, mfc="white", mec=INK, mew=1.3, zorder=4, gid=actor)
            axes.text(
                x * 1.2,
                y * 1.2,
                visible(label),
                fontsize=9,
                zorder=5,
                va="center",
                ha="center" if abs(x) < 0.3 else ("left" if x > 0 else "right"),
            )
        axes.set_title(visible(heading), fontsize=11, loc="center")
        axes.set(xlim=(-1.95, 1.95), ylim=(-1.35, 1.35), aspect="equal")
    figure.suptitle(visible(title), fontweight="bold", x=0.01, ha="left", fontsize=13)
    every = pd.concat(tables.values())
    figure.legend(
        handles=_entries(every),
        loc="outside lower center",
        ncols=3,
        frameon=False,
        handlelength=2.9,
        fontsize=10,
    )
    told = _as_told_in_time if _in_time_order(tables) else _each_on_its_own
    return Picture(figure, f"{title}. {told(tables, names)}")


def _in_time_order(headings: Iterable[str]) -> bool:
    """Tell whether all headings are dates, each later than the one before."""
    headings = list(headings)
    if not all(dates.is_edtf(heading) for heading in headings):
        return False
    begins = [dates.bounds(heading)[0] for heading in headings]
    return all(one < other for one, other in itertools.pairwise(begins))


def _as_told_in_time(tables: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> str:
    """Say all ties of the first panel, and of the others what has changed."""
    said, before = [], None
    for heading, table in tables.items():
        change = tie_list(table, names) if before is None else _changes(before, table, names)
        said.append(f"{heading}: {in_words(table, len(names))} {change}")
        before = table
    return " ".join(said)


def _each_on_its_own(tables: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> str:
    """Say the ties of every panel, gathered by actor, since no panel leans on another."""
    said = [f"{len(names)} actors in each panel."]
    for heading, table in tables.items():
        parts = []
        for sign, label in _SIGNS.items():
            rows = table[table["sign"] == sign]
            pairs = list(zip(rows["source"], rows["target"], strict=True))
            if pairs:
                parts.append(f"{len(pairs)} {label} ({_gathered(pairs, names)})")
            elif sign:  # friendly and hostile are counted even where there is none
                parts.append(f"0 {label}")
        unsure = int((table["certainty"] != "CT+").sum())
        if unsure:
            parts.append(f"{unsure} not certain")
        unknown = len(names) * (len(names) - 1) // 2 - len(table)
        parts.append(f"{unknown} pair{'' if unknown == 1 else 's'} unknown")
        said.append(f"{heading}: {', '.join(parts)}.")
    return " ".join(said)


def _gathered(pairs: Sequence[tuple[str, str]], names: Mapping[str, str]) -> str:
    """Say pairs in few words: each time the actor with most of them, and with whom."""
    left, said = list(pairs), []
    while left:
        actor = Counter(itertools.chain.from_iterable(left)).most_common(1)[0][0]
        others = [one if other == actor else other for one, other in left if actor in (one, other)]
        said.append(f"{names[actor]} with {', '.join(names[other] for other in others)}")
        left = [pair for pair in left if actor not in pair]
    return "; ".join(said)


def _changes(before: pd.DataFrame, after: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say which ties are new, gone or turned from one panel to the next."""
    old, new = (
        {(r["source"], r["target"]): _SIGNS[r["sign"]] for r in table.to_dict("records")}
        for table in (before, after)
    )
    told = {
        "New": [f"{_pair(p, names)} {new[p]}" for p in new if p not in old],
        "Gone": [_pair(p, names) for p in old if p not in new],
        "Turned": [
            f"{_pair(p, names)} from {old[p]} to {new[p]}"
            for p in new
            if p in old and old[p] != new[p]
        ],
    }
    parts = [f"{word}: {', '.join(pairs)}." for word, pairs in told.items() if pairs]
    return " ".join(parts) or "As before."


@rc_context(STYLE)
def spell_chart(table: pd.DataFrame, names: Mapping[str, str], title: str, until: str) -> Picture:
    """Draw the spells of ties as bars along a line of time, one line a pair.

    Parameters
    ----------
    table
        As :func:`realignment.ties.tie_spells` returns it.
    names
        Actors, id to label.
    title
        What the reader should see first.
    until
        The day up to which bars that are still open are drawn.
    """
    pairs = list(dict.fromkeys(zip(table["source"], table["target"], strict=True)))
    figure, axes = new_figure(9.0, 1.7 + 0.3 * len(pairs))
    axes.xaxis_date()
    said: dict[tuple[str, str], list[str]] = {pair: [] for pair in pairs}
    for row in table.to_dict("records"):
        pair = (row["source"], row["target"])
        start, end = (date2num(pd.Timestamp(day)) for day in (row["start"], row["end"] or until))
        height = 0.66 if row["certainty"] == "CT+" else 0.34
        look = _DOTTED_BAR if row["made_by"] == "cosign" else _BARS[row["sign"]]
        low = pairs.index(pair) - height / 2
        name = f"{pair[0]}-{pair[1]} {row['start']}"
        axes.add_patch(Rectangle((start, low), end - start, height, gid=name, **look))
        if row["why"]:
            axes.plot([end], [pairs.index(pair)], **_ENDS[row["why"]])
        said[pair].append(_spell_words(row, until))
    axes.set_yticks(range(len(pairs)), [visible(_pair(pair, names)) for pair in pairs])
    axes.autoscale(axis="x")
    axes.set(title=visible(title), ylim=(len(pairs) - 0.4, -0.6))
    axes.tick_params(axis="y", length=0)
    axes.legend(
        handles=_bar_entries(table),
        frameon=False,
        loc="upper left",
        bbox_to_anchor=(1.0, 1.0),
        fontsize=10,
    )
    parts = [f"{_pair(pair, names)}: {', then '.join(spells)}." for pair, spells in said.items()]
    return Picture(figure, f"{title}. {len(table)} spells of {len(pairs)} pairs. {' '.join(parts)}")


_BARS = {
    1: {"facecolor": FRIENDLY, "edgecolor": "white", "lw": 0},
    -1: {"facecolor": HOSTILE, "edgecolor": "white", "lw": 0, "hatch": "////"},
    0: {"facecolor": MIXED, "edgecolor": "white", "lw": 0},
}
_DOTTED_BAR = {"facecolor": "white", "edgecolor": FRIENDLY, "lw": 0.8, "hatch": "...."}
_END = {"color": INK, "ls": "none", "ms": 7, "mew": 2, "zorder": 3}
_ENDS = {
    "contrary act": _END | {"marker": "x"},
    "exit": _END | {"marker": "D"},
    "window": _END | {"marker": "|", "ms": 14},
}
"""How the end of a spell is marked, by its reason."""


def _bar_entries(table: pd.DataFrame) -> list[Artist]:
    made = table["made_by"] == "cosign"
    entries: list[Artist] = [
        Rectangle((0, 0), 1, 1, label=word, **_BARS[sign])
        for sign, word in _SIGNS.items()
        if ((table["sign"] == sign) & ~made).any()
    ]
    if made.any():
        entries.append(
            Rectangle((0, 0), 1, 1, label="friendly by a joint signature", **_DOTTED_BAR)
        )
    if (table["certainty"] != "CT+").any():
        entries.append(Line2D([], [], color=MIXED, lw=3, label="low bar: not certain"))
    entries += [
        Line2D([], [], label=f"ended: {why}", **look)
        for why, look in _ENDS.items()
        if (table["why"] == why).any()
    ]
    return entries


def _spell_words(row: Mapping, until: str) -> str:
    said = _SIGNS[row["sign"]] + (" by a joint signature" if row["made_by"] == "cosign" else "")
    if row["end"]:
        return f"{said} {row['start']} to {row['end']} ({row['why']})"
    return f"{said} from {row['start']}, still open on {until}"


def _pair(pair: tuple[str, str], names: Mapping[str, str]) -> str:
    return "–".join(names.get(actor, actor) for actor in pair)


@rc_context(STYLE)
def matrix(table: pd.DataFrame, names: Mapping[str, str], title: str) -> Picture:
    """Draw ties as a matrix: one square for each pair, so that the unknown is seen too.

    With more than 30 actors the signs are drawn as marks without names: ten thousand dyads fit.
    """
    order = list(names)
    if len(order) > MOST_NAMES:
        return _large_matrix(table, names, title)
    figure, axes = new_figure(6.4, 5.2)
    for i in range(len(order)):
        for j in range(len(order)):
            if i != j:
                axes.text(j, i, "·", ha="center", va="center", color="#777777", fontsize=16)
    marks = {1: ("+", FRIENDLY), -1: ("−", HOSTILE), 0: ("±", MIXED)}
    for row in table.to_dict("records"):
        mark, colour = marks[row["sign"]]
        if row["certainty"] != "CT+":
            mark += "?"
        one, other = order.index(row["source"]), order.index(row["target"])
        for i, j in ((one, other), (other, one)):
            axes.add_patch(_square(j, i, colour, gid=f"{row['source']}-{row['target']}"))
            axes.text(
                j,
                i,
                mark,
                ha="center",
                va="center",
                color="white",
                fontsize=14,
                fontweight="bold",
                zorder=3,
            )
    labels = [visible(names[a]) for a in order]
    axes.set(title=visible(title), xlim=(-0.5, len(order) - 0.5), ylim=(len(order) - 0.5, -0.5))
    axes.set_xticks(range(len(order)), labels, rotation=35, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(order)), labels)
    axes.tick_params(length=0)
    axes.set_aspect("equal")
    axes.spines[:].set_visible(False)
    figure.supxlabel("·  unknown", fontsize=10, x=0.99, ha="right")
    words = f"{title}. {in_words(table, len(order))} {tie_list(table, names)}"
    return Picture(figure, words)


def _draw_ties_on_map(
    axes: Axes, table: pd.DataFrame, places: Mapping[str, tuple[float, float]]
) -> None:
    """Draw ties on a map and the anchors over them; a mixed tie is two lines, each bent apart."""
    for row in table.to_dict("records"):
        looks = [(1, FRIENDLY, SOLID, 0.16), (-1, HOSTILE, DASHED, 0.06)]
        for _, colour, style, bend in [one for one in looks if row["sign"] in (one[0], 0)]:
            worldmap.draw_tie(
                axes,
                row["source"],
                row["target"],
                places,
                colour,
                style,
                WIDTH[row["certainty"]],
                "" if row["certainty"] == "CT+" else "?",
                bend,
            )
    worldmap.draw_anchors(axes, places)


@rc_context(STYLE)
def alliance_map(
    table: pd.DataFrame,
    names: Mapping[str, str],
    title: str,
    date: str,
    source: str,
    region: str = "atlantic",
) -> Picture:
    """Draw ties between states on a map.

    Parameters
    ----------
    table
        As :func:`realignment.ties.ties` returns it, for states by their ISO 3166-1 alpha-3 code.
    names
        Every state to show, code to label.
    title
        What the reader should see first.
    date
        EDTF: the day that the map is drawn for.
    source
        Where the ties come from, and under which rule.
    region
        A view: see :data:`realignment.worldmap.REGIONS`.
    """
    figure, axes = new_figure(9.0, 5.4)
    worldmap.draw(axes, region)
    places = worldmap.anchors(axes, list(names))
    _draw_ties_on_map(axes, table, places)
    axes.set_title(visible(title))
    legend_of_ties(axes, table, loc="lower left", extra=[worldmap.disputed_handle()], fontsize=10)
    figure.supxlabel(
        f"{visible(source)}\n{worldmap.borders_note(date)}",
        fontsize=8,
        x=0.01,
        ha="left",
        color=worldmap.LABEL,
    )
    words = f"{title}. {in_words(table, len(names))} {tie_list(table, names)} As of {date}."
    return Picture(figure, words)


_GROUPS = (("#F0E442", ""), ("#8E7CC3", "\\\\\\\\"), ("#5A5A5A", "xxx"))
"""Colour and hatching of organisations and of their overlaps; blue and vermilion are the ties'."""

_HOW = {
    "open": "there",
    "closed": "has left",
    "uncertain": "not certain",
    "unknown": "lost from sight, not drawn",
}


@rc_context(STYLE)
def map_at(
    date: str,
    title: str,
    source: str,
    presences: pd.DataFrame | None = None,
    members: Mapping[str, Iterable[str]] | None = None,
    lines: pd.DataFrame | None = None,
    unknown: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
    region: str = "sahel",
) -> Picture:
    """Draw what stood on one day: presences, memberships and ties, and what is not known.

    Parameters
    ----------
    date
        One day, as EDTF.
    title
        What the reader should see first.
    source
        Where the layers come from, and under which rule.
    presences
        As :func:`realignment.record.presences_at` returns them, for that day.
    members
        Name of an organisation to its members on that day, by their ISO 3166-1 alpha-3 codes. At
        most two: states that are in both get a look and a legend entry of their own.
    lines
        Ties, as :func:`realignment.ties.ties` returns them, for that day.
    unknown
        States of which the layers say nothing: hatched, since unknown is not empty.
    names
        What to call states and operators; their codes if left out.
    region
        A view: see :data:`realignment.worldmap.REGIONS`.
    """
    names = names or {}
    figure, axes = new_figure(10.0, 5.8)
    worldmap.draw(axes, region)
    layers = {"presences": presences, "members": members, "lines": lines, "unknown": unknown}
    handles = _draw_layers(axes, layers, names, 7.0)
    axes.set_title(visible(title))
    _explain(figure, [*handles, worldmap.disputed_handle()], source, date, _has_star(axes))
    return Picture(figure, f"{title}. {_layers_in_words(axes, layers, names)} As of {date}.")


@rc_context(STYLE)
def film_strip(
    days: Sequence[str],
    show: Callable[[str], Mapping],
    title: str,
    source: str,
    names: Mapping[str, str] | None = None,
    region: str = "sahel",
    columns: int = 3,
) -> Picture:
    """Draw one small map for each of several days, all with the same view and the same signs.

    Parameters
    ----------
    days
        The days, in order; change points, say, of :func:`realignment.spells.change_points`.
    show
        A function of a day that returns its layers: a mapping with any of ``presences``,
        ``members``, ``lines`` and ``unknown``, as :func:`map_at` takes them.
    title, source, names, region
        As in :func:`map_at`.
    columns
        Maps in a row.
    """
    names = names or {}
    rows = -(-len(days) // columns)
    figure = Figure(figsize=(3.4 * columns + 1.8, 2.7 * rows + 0.9), layout="constrained")
    panels = figure.subplots(rows, columns, squeeze=False).ravel()
    handles: dict[str, Artist] = {}
    said = []
    for axes, day in zip(panels, days, strict=False):
        worldmap.draw(axes, region, names=False)
        layers = {"presences": None, "members": None, "lines": None, "unknown": (), **show(day)}
        for handle in _draw_layers(axes, layers, names, 4.2):
            handles.setdefault(handle.get_label(), handle)
        axes.set_title(day, fontsize=11, loc="center")
        said.append(f"{day}: {_layers_in_words(axes, layers, names)}")
    for axes in panels[len(days) :]:
        axes.axis("off")
    figure.suptitle(visible(title), fontweight="bold", x=0.01, ha="left", fontsize=13)
    every = [*handles.values(), worldmap.disputed_handle()]
    _explain(figure, every, source, f"{days[0]}/{days[-1]}", stars=False)
    return Picture(figure, f"{title}. {len(days)} maps. {' '.join(said)}")


def slider(pictures: Mapping[str, Picture], label: str = "As of"):
    """Return a slider over pictures, such as one map a day; each is drawn once, beforehand.

    Parameters
    ----------
    pictures
        What the slider says at a stop, to the picture that is shown there, in order.
    label
        What stands before the slider.

    Returns
    -------
    ipywidgets.VBox
        Without a running kernel it shows the last picture, as any other picture.
    """
    import ipywidgets

    pages = {
        visible(stop): picture._repr_mimebundle_()["text/html"]
        for stop, picture in pictures.items()
    }
    stops = list(pages)

    class Slider(ipywidgets.VBox):
        def _repr_mimebundle_(self, **options):
            return {**super()._repr_mimebundle_(**options), "text/html": pages[stops[-1]]}

    choice = ipywidgets.SelectionSlider(
        options=stops, value=stops[-1], description=label, layout={"width": "36em"}
    )
    page = ipywidgets.HTML(pages[stops[-1]])
    choice.observe(lambda change: setattr(page, "value", pages[change["new"]]), "value")
    return Slider([choice, page])


def _draw_layers(
    axes: Axes, layers: Mapping, names: Mapping[str, str], size: float
) -> list[Artist]:
    """Draw the layers of one map from the ground up, and return their legend entries."""
    handles: list[Artist] = []
    if unknown := _in_view(axes, layers["unknown"]):
        handles.append(worldmap.no_data(axes, unknown))
    for (label, states), (colour, hatch) in zip(
        _overlaps(layers["members"] or {}).items(), _GROUPS, strict=False
    ):
        handles.append(worldmap.fill(axes, states, colour, label, hatch))
    if layers["presences"] is not None:
        # Its question mark is mathtext, which our style has switched off for names.
        with rc_context({"text.parse_math": True}):
            handles += worldmap.draw_presences(axes, layers["presences"], names, size=size)
    if layers["lines"] is not None:
        table = layers["lines"]
        places = worldmap.anchors(axes, sorted({*table["source"], *table["target"]}))
        _draw_ties_on_map(axes, table, places)
        handles += _entries(table)
    return handles


def _overlaps(members: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Split members so that each state stands once: under the names of all that it is in."""
    bodies: dict[str, list[str]] = {}
    for body, states in members.items():
        for state in states:
            bodies.setdefault(state, []).append(body)
    groups: dict[str, list[str]] = {}
    for state in sorted(bodies):
        groups.setdefault(" and ".join(bodies[state]), []).append(state)
    return dict(sorted(groups.items(), key=lambda group: (" and " in group[0], group[0])))


def _in_view(axes: Axes, states: Iterable[str]) -> list[str]:
    """Return those of some states whose outlines reach into the view."""
    wanted, (west, east), (south, north) = set(states), axes.get_xlim(), axes.get_ylim()
    return [
        area.iso3
        for area in worldmap.outlines()
        if area.iso3 in wanted
        for w, e, s, n in [area.box()]
        if w < east and e > west and s < north and n > south
    ]


def _has_star(axes: Axes) -> bool:
    return any(text.get_text().endswith("*") for text in axes.texts)


def _explain(
    figure: Figure, handles: Sequence[Artist], source: str, date: str, stars: bool
) -> None:
    """Put the legend beside a map, and the source and the note on borders under it."""
    figure.legend(
        handles=handles, loc="outside right upper", frameon=False, fontsize=10, handlelength=2.4
    )
    note = figure.supxlabel(
        f"{visible(source)}\n{worldmap.borders_note(date, stars)}",
        fontsize=8,
        x=0.01,
        ha="left",
        color=worldmap.LABEL,
    )
    note.set_gid("borders-note")
    # Laid out once and then left alone, so that each export is the same.
    figure.draw_without_rendering()
    figure.set_layout_engine("none")


def _layers_in_words(axes: Axes, layers: Mapping, names: Mapping[str, str]) -> str:
    """Say what the layers of one map hold."""
    said = []
    for label, states in _overlaps(layers["members"] or {}).items():
        said.append(f"{label}: {', '.join(_name(state, names) for state in states)}.")
    presences = layers["presences"]
    if presences is not None:
        for status, word in _HOW.items():
            operators = presences.loc[presences["status"] == status, "operator"].value_counts()
            if len(operators):
                each = ", ".join(
                    f"{names.get(operator, operator)} {number}"
                    for operator, number in sorted(
                        operators.items(), key=lambda pair: (-pair[1], pair[0])
                    )
                )
                said.append(f"{word.capitalize()} ({operators.sum()}): {each}.")
    if layers["lines"] is not None:
        said.append(tie_list(layers["lines"], names))
    if unknown := _in_view(axes, layers["unknown"]):
        said.append(f"No data on the other {len(unknown)} states in view.")
    return " ".join(filter(None, said))


def _name(state: str, names: Mapping[str, str]) -> str:
    return names.get(state) or worldmap.capitals()["name"].get(state, state)


def _large_matrix(table: pd.DataFrame, names: Mapping[str, str], title: str) -> Picture:
    place = {actor: number for number, actor in enumerate(names)}
    figure, axes = new_figure(7.2, 7.2)
    size = (4.3 * 72 / len(place)) ** 2 / 4
    looks = {
        1: ("s", FRIENDLY, "friendly"),
        -1: ("x", HOSTILE, "hostile"),
        0: ("d", MIXED, "mixed"),
    }
    for sign, (marker, colour, label) in looks.items():
        rows = table[table["sign"] == sign]
        if len(rows):
            one, other = rows["source"].map(place), rows["target"].map(place)
            axes.scatter(
                [*one, *other],
                [*other, *one],
                s=size,
                marker=marker,
                color=colour,
                label=label,
                linewidths=0.8,
            )
    axes.set(title=visible(title), xlim=(-1, len(place)), ylim=(len(place), -1), aspect="equal")
    axes.set(xlabel="actors, in the order of the list; blank: unknown")
    axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    return Picture(figure, f"{title}. {in_words(table, len(place))}")


def _square(x: float, y: float, colour: str, gid: str) -> Rectangle:
    return Rectangle(
        (x - 0.46, y - 0.46), 0.92, 0.92, facecolor=colour, edgecolor="none", zorder=2, gid=gid
    )


def tie_list(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say which pairs are friendly, hostile and mixed."""
    parts = []
    for sign, label in ((1, "Friendly"), (-1, "Hostile"), (0, "Mixed")):
        rows = table[table["sign"] == sign]
        if len(rows):
            pairs = (
                f"{names.get(a, a)}–{names.get(b, b)}"
                for a, b in zip(rows["source"], rows["target"], strict=True)
            )
            parts.append(f"{label}: {', '.join(pairs)}.")
    return " ".join(parts)
