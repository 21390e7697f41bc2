"""How a map looks: its colours and hatchings, and artists that no layout engine measures."""

from __future__ import annotations

from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

SEA = "#EDF3F6"
LAND = "#ECE7DA"
BORDER = "#FFFFFF"
COAST = "#BFCBD1"
HATCH = "#8F887A"
NO_DATA = "#DCDCDC"
NO_DATA_HATCH = "#8C8C8C"
LABEL = "#5F6468"

DISPUTED_HATCH = "/////"
NO_DATA_HATCHING = "..."


def add(ax: Axes, artist: Artist) -> None:
    """Add something that stays inside the frame, so that no layout engine need measure it."""
    artist.set_in_layout(False)
    ax.add_artist(artist)


def text(ax: Axes, lon: float, lat: float, words: str, **look: Any) -> None:
    """Write words at a place on the map."""
    ax.text(lon, lat, words, clip_on=True, **look).set_in_layout(False)


def dot(ax: Axes, lon: float, lat: float, marker: str, **look: Any) -> None:
    """Draw one marker."""
    add(ax, Line2D([lon], [lat], linestyle="", marker=marker, **look))


def hatching(path: Path, hatch: str, color: str, zorder: float, gid: str) -> PathPatch:
    """Return an area that is hatched and not filled."""
    patch = PathPatch(
        path, facecolor="none", edgecolor=color, linewidth=0, hatch=hatch, zorder=zorder, gid=gid
    )
    patch.set_hatch_linewidth(0.6)
    return patch


def on_paper(ax: Axes, lon: float, lat: float) -> tuple[float, float]:
    """Return where a point stands in the figure, in points."""
    x, y = ax.transData.transform((lon, lat)) * 72 / ax.figure.dpi
    return float(x), float(y)
