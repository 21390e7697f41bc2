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
import math
import sys
from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from realignment import worldmap
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
            self.figure.savefig(
                file, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None}
            )
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
    """
    (x0, y0), (x1, y1) = start, end
    width = WIDTH[certainty]
    if sign:
        styles = [(0.0, FRIENDLY, SOLID) if sign > 0 else (0.0, HOSTILE, DASHED)]
    else:
        styles = [(-0.014, FRIENDLY, SOLID), (0.014, HOSTILE, DASHED)]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    lines = []
    for shift, colour, style in styles:
        dx, dy = -(y1 - y0) / length * shift, (x1 - x0) / length * shift
        line = Line2D(
            [x0 + dx, x1 + dx], [y0 + dy, y1 + dy],
            color=colour, linestyle=style, linewidth=width, zorder=2, gid=gid,
            solid_capstyle="round", dash_capstyle="butt",
        )  # fmt: skip
        lines.append(axes.add_line(line))
    if certainty != "CT+":
        axes.text(
            x0 + 0.38 * (x1 - x0), y0 + 0.38 * (y1 - y0), "?", ha="center", va="center",
            fontsize=11, zorder=3,
            bbox={"boxstyle": "circle,pad=0.15", "facecolor": "white", "edgecolor": "none"},
        )  # fmt: skip
    return lines


def legend_of_ties(
    axes: Axes, table: pd.DataFrame, extra: Sequence[Artist] = (), **where
) -> None:
    """Explain only what is there: signs, uncertain ties, mixed ties, and what is given extra."""
    entries: list[Artist] = []
    if (table["sign"] > 0).any():
        entries.append(Line2D([], [], color=FRIENDLY, ls=SOLID, lw=3, label="friendly"))
    if (table["sign"] < 0).any():
        entries.append(Line2D([], [], color=HOSTILE, ls=DASHED, lw=3, label="hostile"))
    if (table["sign"] == 0).any():
        entries.append(Line2D([], [], color=MIXED, ls=SOLID, lw=3, label="mixed (both lines)"))
    if (table["certainty"] != "CT+").any():
        entries.append(Line2D([], [], color=MIXED, ls=SOLID, lw=1.4, label="thin, ?: not certain"))
    entries.append(Line2D([], [], color="none", label="no line: unknown"))
    entries += extra
    axes.legend(handles=entries, frameon=False, handlelength=2.9, **where)


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
    figure, axes = new_figure(7.6, 5.4)
    for row in table.to_dict("records"):
        one, other = row["source"], row["target"]
        draw_tie(
            axes, places[one], places[other], row["sign"], row["certainty"], gid=f"{one}-{other}"
        )
    for actor, label in names.items():
        x, y = places[actor]
        axes.plot([x], [y], "o", ms=13, mfc="white", mec=INK, mew=1.6, zorder=4, gid=actor)
        outward = 1.16 if positions is None else 1.0
        axes.text(
            x * outward, y * outward if positions is None else y - 0.12, visible(label),
            ha="center" if abs(x) < 0.3 or positions else ("left" if x > 0 else "right"),
            va="center", fontsize=12, zorder=5,
        )  # fmt: skip
    axes.set(title=visible(title), xlim=(-1.75, 1.75), ylim=(-1.3, 1.3), aspect="equal")
    axes.axis("off")
    legend_of_ties(axes, table, loc="lower right", bbox_to_anchor=(1.0, -0.02))
    words = f"{title}. {in_words(table, len(names))} {tie_list(table, names)}"
    return Picture(figure, words)


@rc_context(STYLE)
def matrix(table: pd.DataFrame, names: Mapping[str, str], title: str) -> Picture:
    """Draw ties as a matrix: one square for each pair, so that the unknown is seen too."""
    order = list(names)
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
            axes.text(j, i, mark, ha="center", va="center", color="white", fontsize=14,
                      fontweight="bold", zorder=3)  # fmt: skip
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
    for row in table.to_dict("records"):
        looks = [(1, FRIENDLY, SOLID, 0.16), (-1, HOSTILE, DASHED, 0.06)]
        for _, colour, style, bend in [one for one in looks if row["sign"] in (one[0], 0)]:
            worldmap.draw_tie(
                axes, row["source"], row["target"], places, colour, style,
                WIDTH[row["certainty"]], "" if row["certainty"] == "CT+" else "?", bend,
            )  # fmt: skip
    worldmap.draw_anchors(axes, places)
    axes.set_title(visible(title))
    legend_of_ties(axes, table, loc="lower left", extra=[worldmap.disputed_handle()], fontsize=10)
    figure.supxlabel(
        f"{visible(source)}\n{worldmap.borders_note(date)}",
        fontsize=8, x=0.01, ha="left", color=worldmap.LABEL,
    )  # fmt: skip
    words = f"{title}. {in_words(table, len(names))} {tie_list(table, names)} As of {date}."
    return Picture(figure, words)


def _square(x: float, y: float, colour: str, gid: str) -> Rectangle:
    return Rectangle((x - 0.46, y - 0.46), 0.92, 0.92, facecolor=colour, edgecolor="none",
                     zorder=2, gid=gid)  # fmt: skip


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
