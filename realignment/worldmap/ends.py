"""Where the lines of states end on a map: at their places, or on the frame in their direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from realignment.colours import INK
from realignment.errors import ReadingError
from realignment.worldmap.geography import Ring, places
from realignment.worldmap.look import COAST, dot, on_paper, text


def anchors(ax: Axes, iso3s: Iterable[str]) -> pd.DataFrame:
    """Return where the lines of some states begin and end on this map.

    A state whose place (see :func:`places`) is in view is anchored there. One whose place is not
    gets one on the frame in its direction, a little away from the next, so that its lines still end
    at its name.

    Parameters
    ----------
    ax
        Axes on which :func:`draw` has drawn.
    iso3s
        The states.

    Returns
    -------
    DataFrame
        Indexed by ``iso3``: ``lon``, ``lat`` (degrees), ``in_view`` (bool), ``capital``, ``name``
        (with a star where a state in view has no outline at this scale).

    Raises
    ------
    ReadingError
        If a code is no state that has an outline or a capital.
    """
    table = places()
    wanted = list(dict.fromkeys(iso3s))
    for iso3 in wanted:
        if iso3 not in table.index:
            raise ReadingError(
                f"The capital of {iso3!r} is not known and it has no outline: expected a state's "
                "ISO 3166-1 alpha-3 code such as NER."
            )
    where = table.loc[wanted, ["lon", "lat", "capital", "name"]].astype({"lon": float})
    west, east = ax.get_xlim()
    south, north = ax.get_ylim()
    where["in_view"] = where["lon"].between(west, east) & where["lat"].between(south, north)
    where["name"] += np.where(where["in_view"] & ~table.loc[wanted, "drawn"].astype(bool), "*", "")
    outside = where.index[~where["in_view"]]
    if len(outside):
        # Inside the frame, so that the line's end and the name have room.
        frame = (
            west + 0.055 * (east - west),
            east - 0.055 * (east - west),
            south + 0.05 * (north - south),
            north - 0.05 * (north - south),
        )
        away = where.loc[outside, ["lon", "lat"]].to_numpy(dtype=float)
        turns = [_turn(lon, lat, frame) for lon, lat in away]
        dots = where.loc[where["in_view"], ["lon", "lat"]].to_numpy(dtype=float)
        for iso3, (lon, lat) in zip(outside, _on_frame(turns, frame, dots), strict=True):
            where.loc[iso3, ["lon", "lat"]] = [lon, lat]
    return where


def _turn(lon: float, lat: float, frame: Sequence[float]) -> float:
    """Return a point's place on the frame as a share of the way round, clockwise from top left."""
    west, east, south, north = frame
    x0, y0 = (west + east) / 2, (south + north) / 2
    dx, dy = (lon - x0) / ((east - west) / 2), (lat - y0) / ((north - south) / 2)
    reach = max(abs(dx), abs(dy))
    dx, dy = dx / reach, dy / reach
    width, height = east - west, north - south
    whole = 2 * (width + height)
    if dy == 1:
        along = (dx + 1) / 2 * width
    elif dx == 1:
        along = width + (1 - dy) / 2 * height
    elif dy == -1:
        along = width + height + (1 - dx) / 2 * width
    else:
        along = 2 * width + height + (dy + 1) / 2 * height
    return along / whole


def _on_frame(
    turns: Sequence[float], frame: Sequence[float], dots: Ring, apart: float = 0.055
) -> list[tuple[float, float]]:
    """Return points on the frame, each clear of the dots in view and of those before it.

    Each is moved along the frame, by steps to either side, until it lies at least a share of the
    way round from the others and a twelfth of the width from every dot.
    """
    width = frame[1] - frame[0]
    steps = [sign * 0.011 * step for step in range(40) for sign in (1, -1)]
    taken: list[float] = []
    points: list[tuple[float, float]] = [(0.0, 0.0)] * len(turns)
    for place in np.argsort(turns, kind="stable"):
        tries: list[tuple[int, int, float, tuple[float, float]]] = []
        for step in steps:
            turn = (turns[place] + step) % 1
            point = _point_on_frame(turn, frame)
            ways = [min(abs(turn - other), 1 - abs(turn - other)) for other in taken]
            near = sum(way < apart for way in ways)
            near += int((np.hypot(*(dots - point).T) < width / 12).sum())
            tries.append((near, len(tries), turn, point))
            if not near:
                break
        _, _, turn, points[place] = min(tries)
        taken.append(turn)
    return points


def _point_on_frame(turn: float, frame: Sequence[float]) -> tuple[float, float]:
    """Return the point at a share of the way round the frame, clockwise from top left."""
    west, east, south, north = frame
    width, height = east - west, north - south
    along = turn * 2 * (width + height)
    if along <= width:
        return west + along, north
    if along <= width + height:
        return east, north - (along - width)
    if along <= 2 * width + height:
        return east - (along - width - height), south
    return west, south + (along - 2 * width - height)


def draw_anchors(ax: Axes, places: pd.DataFrame) -> None:
    """Mark the places of :func:`anchors`: a dot with the state's name, or a name on the frame.

    A name that :func:`write_names` has written is not written again; the others are put beside
    their dots where they hide nothing that stands there already.
    """
    ax.apply_aspect()
    written = {text.get_gid() for text in ax.texts}
    taken: list[tuple[float, float, float, float]] = []
    lines = _points_of_ties(ax)
    for iso3, place in places[places["in_view"]].iterrows():
        look = {"ms": 5.5, "mfc": INK, "mec": "white", "mew": 1.0}
        dot(ax, place["lon"], place["lat"], "o", gid=f"capital-{iso3}", zorder=4.0, **look)
        x, y = on_paper(ax, place["lon"], place["lat"])
        taken.append((x - 4, x + 4, y - 4, y + 4))
    for iso3, place in places[places["in_view"]].iterrows():
        if f"name-{iso3}" not in written:
            _write_beside(ax, str(iso3), place, taken, lines)
    for iso3, place in places[~places["in_view"]].iterrows():
        west, east = ax.get_xlim()
        align = "left" if place["lon"] < west + 0.1 * (east - west) else "center"
        align = "right" if place["lon"] > east - 0.1 * (east - west) else align
        inside = {"left": -0.035, "right": 0.035, "center": 0.0}[align] * (east - west)
        text(
            ax,
            place["lon"] + inside,
            place["lat"],
            place["name"],
            fontsize=9,
            color=INK,
            ha=align,
            va="center",
            gid=f"frame-{iso3}",
            fontweight="bold",
            zorder=4.2,
            bbox={"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": COAST},
        )


def _points_of_ties(ax: Axes) -> Ring:
    """Return points along the ties on a map, some four points apart, in points on paper."""
    found = [np.empty((0, 2))]
    for patch in ax.patches:
        if (patch.get_gid() or "").startswith("tie-"):
            path = patch.get_path().transformed(ax.transData).interpolated(1)
            for line in path.to_polygons(closed_only=False):
                ends = np.asarray(line) * 72 / ax.figure.dpi
                lengths = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(ends, axis=0).T))])
                at = np.arange(0, lengths[-1], 4.0)
                found.append(np.stack([np.interp(at, lengths, side) for side in ends.T], axis=1))
    return np.concatenate(found)


def _write_beside(
    ax: Axes,
    iso3: str,
    place: pd.Series[Any],
    taken: list[tuple[float, float, float, float]],
    lines: Ring,
    size: float = 9.0,
) -> None:
    """Write a state's name beside its dot, at that of eight places where it hides least.

    It stays inside the view, off the other names and dots, and if it can be off the lines.
    """
    x, y = on_paper(ax, place["lon"], place["lat"])
    long, high = 0.6 * size * len(place["name"]), 1.2 * size
    tries = [
        (7, 0, "left", "center"),
        (-7, 0, "right", "center"),
        (0, -7, "center", "top"),
        (0, 7, "center", "bottom"),
        (6, -5, "left", "top"),
        (-6, -5, "right", "top"),
        (6, 5, "left", "bottom"),
        (-6, 5, "right", "bottom"),
    ]
    across = {"left": 0.0, "center": -0.5, "right": -1.0}
    up = {"bottom": 0.0, "center": -0.5, "top": -1.0}

    def box(dx: float, dy: float, ha: str, va: str) -> tuple[float, float, float, float]:
        left, low = x + dx + across[ha] * long, y + dy + up[va] * high
        return left, left + long, low, low + high

    left, low = on_paper(ax, ax.get_xlim()[0], ax.get_ylim()[0])
    right, top = on_paper(ax, ax.get_xlim()[1], ax.get_ylim()[1])

    def hidden(new: tuple[float, float, float, float]) -> int:
        names = sum(
            new[0] < old[1] and new[1] > old[0] and new[2] < old[3] and new[3] > old[2]
            for old in taken
        )
        outside = new[0] < left or new[1] > right or new[2] < low or new[3] > top
        under = (lines > [new[0], new[2]]) & (lines < [new[1], new[3]])
        return 1000 * (names + outside) + int(under.all(axis=1).sum())

    dx, dy, ha, va = min(tries, key=lambda at: hidden(box(*at)))
    taken.append(box(dx, dy, ha, va))
    name = ax.annotate(
        place["name"],
        (place["lon"], place["lat"]),
        xytext=(dx, dy),
        textcoords="offset points",
        ha=ha,
        va=va,
        fontsize=size,
        color=INK,
        zorder=3.9,
        gid=f"name-{iso3}",
        path_effects=[withStroke(linewidth=2.4, foreground="white", alpha=0.85)],
    )
    name.set_in_layout(False)
