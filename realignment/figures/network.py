"""Signed networks, with fixed places, and the matrix that shows the unknown too."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from realignment.colours import FRIENDLY, HOSTILE, INK, MIXED
from realignment.figures.apart import Course, Point, bends, control, course
from realignment.figures.style import (
    COSIGNED,
    STROKES,
    STYLE,
    WIDTH,
    Picture,
    legend_of_ties,
    new_figure,
)
from realignment.figures.words import tie_list
from realignment.ties import in_words, read_ties
from realignment.untrusted import visible

POINTS_A_UNIT = 130.0
"""How large a network of radius 1 is drawn, in points."""

_HALFWAY = 12
"""The place of the middle among the points of a line that bends."""

MOST_NAMES = 30
"""A matrix with more actors than this has no room for their names."""


def circle(actors: Sequence[str]) -> dict[str, Point]:
    """Place actors on a circle of radius 1, the first at the top, clockwise.

    A place depends on the list alone and not on the ties, so that an actor stays where it is from
    one picture to the next.
    """
    step = 2 * math.pi / max(len(actors), 1)
    return {a: (math.sin(i * step), math.cos(i * step)) for i, a in enumerate(actors)}


def draw_tie(
    axes: Axes,
    start: Point,
    end: Point,
    sign: int,
    certainty: str = "CT+",
    gid: str | None = None,
    question_mark: float = 11,
    apart: float = 0.014,
    via: Point | None = None,
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
    via
        A point that the line bends towards (the control point of a quadratic Bézier curve); a
        straight line of two points if left out.
    """
    course = _course(start, end, via)
    across = np.array([start[1] - end[1], end[0] - start[0]], dtype=float)
    across /= np.hypot(*across) or 1.0
    lines = []
    shifts = [0.0] if sign else [-apart, apart]
    for shift, (colour, dashes) in zip(shifts, STROKES[sign], strict=True):
        line = Line2D(
            *(course + shift * across).T,
            color=colour,
            linestyle=dashes,
            linewidth=WIDTH[certainty],
            zorder=2,
            gid=gid,
            solid_capstyle="round",
            dash_capstyle="butt",
        )
        lines.append(axes.add_line(line))
    if certainty != "CT+":
        x, y = course[0] + 0.38 * (course[1] - course[0]) if via is None else course[_HALFWAY]
        axes.text(
            x,
            y,
            "?",
            ha="center",
            va="center",
            fontsize=question_mark,
            zorder=3,
            bbox={"boxstyle": "circle,pad=0.15", "facecolor": "white", "edgecolor": "none"},
        )
    return lines


def mark_cosigned(axes: Axes, start: Point, end: Point, via: Point | None = None) -> None:
    """Lay grey dots under a tie that a joint signature made and no act between the two."""
    axes.add_line(Line2D(*_course(start, end, via).T, gid="cosign", **COSIGNED))


def _course(start: Point, end: Point, via: Point | None) -> Course:
    """Return the points of a line, shape (2, 2) if it is straight and (25, 2) if it bends."""
    if via is None:
        return np.array([start, end], dtype=float)
    return course(start, end, via, 2 * _HALFWAY + 1)


def draw_ties(axes: Axes, table: pd.DataFrame, places: Mapping[str, Point], **look: Any) -> None:
    """Draw a table of ties, each between the places of its two actors.

    A tie is straight, unless it would lie on a stretch of another or run through a third actor.
    """
    rows = table.to_dict("records")
    ends = [(places[row["source"]], places[row["target"]]) for row in rows]
    for row, (one, other), bend in zip(rows, ends, _bends(ends, places), strict=True):
        via = control(one, other, bend) if bend else None
        gid = f"{row['source']}-{row['target']}"
        draw_tie(axes, one, other, row["sign"], row["certainty"], gid=gid, via=via, **look)
        if row.get("made_by") == "cosign":
            mark_cosigned(axes, one, other, via)


def _bends(ends: list[tuple[Point, Point]], places: Mapping[str, Point]) -> list[float]:
    """Return how far each tie swings out: not at all on a circle, where no two chords overlap."""
    if all(math.isclose(math.hypot(*place), 1.0) for place in places.values()):
        return [0.0] * len(ends)

    def on_paper(place: Point) -> Point:
        return POINTS_A_UNIT * place[0], POINTS_A_UNIT * place[1]

    lines = [(on_paper(one), on_paper(other)) for one, other in ends]
    return bends(lines, [0.0] * len(ends), map(on_paper, places.values()), clear=18.0)


def draw_actors(
    axes: Axes,
    places: Mapping[str, Point],
    names: Mapping[str, str],
    size: float = 13.0,
    letters: float = 12.0,
    outward: float = 1.16,
) -> None:
    """Draw each actor as a ring with its name, over the ties.

    Parameters
    ----------
    axes
        Where to draw.
    places
        Actor to place, in data units.
    names
        Every actor to show, id to label.
    size, letters
        Size of the rings and of the letters, in points.
    outward
        Where a name stands: so many times as far from the centre as its ring. 0: below the ring.
    """
    for actor, label in names.items():
        x, y = places[actor]
        width = 0.95 + 0.05 * size
        axes.plot([x], [y], "o", ms=size, mfc="white", mec=INK, mew=width, zorder=4, gid=actor)
        side = "left" if x > 0 else "right"
        axes.text(
            x * (outward or 1.0),
            y * outward if outward else y - 0.12,
            visible(label),
            ha="center" if abs(x) < 0.3 or not outward else side,
            va="center",
            fontsize=letters,
            zorder=5,
        )


@rc_context(STYLE)
def network(
    table: pd.DataFrame,
    names: Mapping[str, str],
    title: str,
    positions: Mapping[str, Point] | None = None,
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
    table = read_ties(table, names)
    places = positions or circle(list(names))
    figure, axes = new_figure(8.4, 5.2)
    draw_ties(axes, table, places)
    draw_actors(axes, places, names, outward=1.16 if positions is None else 0.0)
    axes.set(title=visible(title), xlim=(-1.75, 2.45), ylim=(-1.3, 1.3), aspect="equal")
    axes.axis("off")
    legend_of_ties(axes, table, loc="lower right", bbox_to_anchor=(1.0, -0.02))
    words = f"{title}. {in_words(table, len(names))} {tie_list(table, names)}"
    return Picture(figure, words)


@rc_context(STYLE)
def matrix(table: pd.DataFrame, names: Mapping[str, str], title: str) -> Picture:
    """Draw ties as a matrix: one square for each pair, so that the unknown is seen too.

    With more than 30 actors the signs are drawn as marks without names: ten thousand dyads fit.
    """
    table = read_ties(table, names)
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
