"""A line between two states."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch
from matplotlib.patheffects import withStroke

from realignment.errors import ReadingError
from realignment.worldmap.look import add, text


def draw_curve(
    ax: Axes,
    source: str,
    target: str,
    places: pd.DataFrame,
    color: str,
    linestyle: str | tuple[float, tuple[float, ...]] = "-",
    width: float = 2.0,
    label: str = "",
    bend: float = 0.16,
    under: bool = False,
) -> FancyArrowPatch:
    """Draw a gently curved line between two states, such as a tie.

    Parameters
    ----------
    ax
        Axes on which :func:`draw` has drawn.
    source, target
        Two states of ``places``; the line has no direction, so their order does not matter.
    places
        As :func:`anchors` returns them.
    color, linestyle, width
        How the line looks: a matplotlib colour and line style, and points.
    label
        A word at the middle of the line, such as ``"?"``; nothing if left out.
    bend
        How far the line swings out to the north, as a share of its length; to the south if
        negative. Two lines that would lie on one another can be kept apart by it.
    under
        Whether the line lies, half seen, under another one and marks it: its ``gid`` is ``under-``
        and not ``tie-``, and it has no halo.

    Returns
    -------
    FancyArrowPatch
        The line; its ``gid`` is ``tie-A-B``, the two codes in alphabetical order.

    Raises
    ------
    ReadingError
        If a state is not in ``places``, or the two are the same.
    """
    first, second = sorted((source, target))
    for iso3 in (first, second):
        if iso3 not in places.index:
            raise ReadingError(f"{iso3!r} has no place on this map: expected it in 'places'.")
    if first == second:
        raise ReadingError(f"A tie of {first!r} with itself cannot be drawn: expected two states.")
    a = places.loc[first, ["lon", "lat"]].astype(float).to_numpy()
    b = places.loc[second, ["lon", "lat"]].astype(float).to_numpy()
    if a[0] > b[0]:
        a, b = b, a
    # From west to east, arc3 swings to the north where its curvature is negative.
    curve = -bend
    shared: dict[str, Any] = {
        "posA": tuple(a),
        "posB": tuple(b),
        "arrowstyle": "-",
        "shrinkA": 4,
        "shrinkB": 4,
        "connectionstyle": f"arc3,rad={curve}",
        "capstyle": "butt",
    }
    if not under:
        halo: dict[str, Any] = {"color": "white", "linewidth": width + 2.4, "alpha": 0.75}
        add(ax, FancyArrowPatch(**shared, **halo, zorder=3.0))
    line = FancyArrowPatch(
        **shared,
        color=color,
        linestyle=linestyle,
        linewidth=width,
        alpha=0.4 if under else None,
        zorder=3.1 if under else 3.2,
        gid=f"{'under' if under else 'tie'}-{first}-{second}",
    )
    add(ax, line)
    if label:
        # The middle of the curve: half-way to its control point, which arc3 puts in pixels.
        to_pixels = ax.transData
        p, q = to_pixels.transform(a), to_pixels.transform(b)
        middle = (p + q) / 2 + curve / 2 * np.array([q[1] - p[1], p[0] - q[0]])
        lon, lat = to_pixels.inverted().transform(middle)
        text(
            ax,
            lon,
            lat,
            label,
            ha="center",
            va="center",
            fontsize=10,
            fontweight="bold",
            color=color,
            zorder=3.4,
            path_effects=[withStroke(linewidth=3, foreground="white")],
        )
    return line
