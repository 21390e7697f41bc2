"""Presences of forces, marked by whose they are and how they stand on a day."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.transforms import ScaledTranslation

from realignment import frames
from realignment.colours import INK
from realignment.frames import frame
from realignment.worldmap.look import dot, on_paper

OPERATORS: dict[str, tuple[str, str]] = {
    "FRA": ("o", "#009E73"),
    "USA": ("s", "#CC79A7"),
    "RUS": ("^", "#E69F00"),
    "RUS_WAGNER": ("v", "#E69F00"),
    "RUS_BEAR": ("<", "#E69F00"),
    "UN": ("D", "#56B4E9"),
    "EU": ("p", "#F0E442"),
    "TAKUBA": ("*", "#F0E442"),
    "DEU": ("P", "#BBBBBB"),
    "ITA": ("X", "#BBBBBB"),
}
"""Marker and colour (Okabe and Ito) of those whose forces the record knows. The shape alone tells
them apart; blue and vermilion are left to friendly and hostile ties."""


_OTHER_OPERATOR = ("o", "#BBBBBB")


PRESENCES: frames.Schema = {
    "presence_id": frames.text,
    "operator": frames.text,
    "lat": frames.number_or_none,
    "lon": frames.number_or_none,
    "status": frames.text,
}
"""How a table of presences is read."""


def draw_presences(
    ax: Axes,
    presences: pd.DataFrame,
    names: Mapping[str, str] | None = None,
    operators: Mapping[str, tuple[str, str]] = OPERATORS,
    size: float = 7.0,
) -> list[Line2D]:
    """Mark presences of forces: filled where open, hollow where closed, with ``?`` if uncertain.

    Those whose status is ``unknown`` are not drawn. Presences at one place stand side by side, just
    below it.

    Parameters
    ----------
    ax
        Axes on which :func:`draw` has drawn, in a figure of its final size.
    presences
        As :func:`realignment.record.presences_at` returns them: ``presence_id``, ``operator``,
        ``lat``, ``lon``, ``status``.
    names
        What to call the operators in the legend; their codes if left out.
    operators
        Marker and colour of each operator; any other one gets a grey circle.
    size
        Size of the markers, in points; smaller for small maps.

    Returns
    -------
    list of Line2D
        Handles for a legend: one for each operator that is drawn, then one for each status.
    """
    seen = in_view(ax, presences)
    seen = seen[seen["status"].isin(["open", "uncertain", "closed"])]
    ax.apply_aspect()
    for group in _clusters(ax, seen, near=1.9 * size):
        for slot, row in enumerate(group):
            _mark(ax, row, _offset(slot, len(group), step=1.36 * size), operators, size)
    handles = []
    ranks = {operator: rank for rank, operator in enumerate(operators)}
    for operator in sorted(set(seen["operator"]), key=lambda o: (ranks.get(o, len(ranks)), o)):
        marker, color = operators.get(operator, _OTHER_OPERATOR)
        label = (names or {}).get(operator, operator)
        handles.append(
            Line2D([], [], marker=marker, ls="", ms=8, mfc=color, mec=INK, mew=0.8, label=label)
        )
    words = {"open": "there", "closed": "has left", "uncertain": "not certain"}
    for status, word in words.items():
        if (seen["status"] == status).any():
            marker, look = _look("o", "#777777", status)
            handles.append(Line2D([], [], ls="", marker=marker, ms=8, label=word, **look))
    return handles


def in_view(ax: Axes, presences: pd.DataFrame) -> pd.DataFrame:
    """Return those of some presences whose places lie within the view."""
    expected = "what presences_at(record, date) returns"
    presences = frame(presences, "presences", PRESENCES, tuple(PRESENCES), expected)
    across = presences["lon"].between(*ax.get_xlim())
    return presences[across & presences["lat"].between(*ax.get_ylim())]


def _clusters(ax: Axes, presences: pd.DataFrame, near: float) -> list[list[dict[Any, Any]]]:
    """Put presences together that lie closer than some points on paper, the open ones first.

    Each group is drawn at the mean of its places.
    """
    order = {"open": 0, "uncertain": 1, "closed": 2}
    groups: list[tuple[tuple[float, float], list[dict[Any, Any]]]] = []
    columns = ["presence_id", "operator", "lon", "lat", "status"]
    for row in presences[columns].to_dict("records"):
        point = on_paper(ax, row["lon"], row["lat"])
        for centre, rows in groups:
            if math.dist(centre, point) < near:
                rows.append(row)
                break
        else:
            groups.append((point, [row]))
    for _, rows in groups:
        middle = {side: sum(row[side] for row in rows) / len(rows) for side in ("lon", "lat")}
        rows[:] = sorted((row | middle for row in rows), key=lambda row: order[row["status"]])
    return [rows for _, rows in groups]


def _offset(slot: int, count: int, step: float, width: int = 4) -> tuple[float, float]:
    """Return the offset of the slot-th marker of a group, in points: rows of at most four."""
    if count == 1:
        return 0.0, 0.0
    row, column = divmod(slot, width)
    in_row = min(width, count - row * width)
    return (column - (in_row - 1) / 2) * step, -step * (0.85 + row)


def _look(marker: str, color: str, status: str) -> tuple[str, dict[str, Any]]:
    """Return marker and look: filled, hollow, or half filled."""
    if status == "open":
        return marker, {"mfc": color, "mec": INK, "mew": 0.8}
    if status == "closed":
        return marker, {"mfc": "white", "mec": _darker(color), "mew": 1.6}
    return "$?$", {"mfc": INK, "mec": INK, "mew": 0.3}


def _darker(color: str) -> tuple[float, ...]:
    """Return a colour dark enough for a thin line on pale land."""
    return tuple(0.72 * np.array(to_rgb(color)))


def _mark(
    ax: Axes,
    row: Mapping[Any, Any],
    offset: tuple[float, float],
    operators: Mapping[str, tuple[str, str]],
    size: float,
) -> None:
    marker, color = operators.get(row["operator"], _OTHER_OPERATOR)
    shape, look = _look(marker, color, row["status"])
    shift = ScaledTranslation(offset[0] / 72, offset[1] / 72, ax.figure.dpi_scale_trans)
    at = {"transform": ax.transData + shift}
    if row["status"] == "uncertain":
        # A hollow shape says whose it is; the question mark inside it, that it is not certain.
        _, hollow = _look(marker, color, "closed")
        dot(ax, row["lon"], row["lat"], marker, zorder=3.6, ms=1.2 * size, **hollow, **at)
        size *= 0.7
    gid = f"presence-{row['presence_id']}-{row['status']}"
    dot(ax, row["lon"], row["lat"], shape, gid=gid, zorder=3.8, ms=size, **look, **at)
