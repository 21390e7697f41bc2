"""The ground of a map: land, borders, disputed areas, names, and countries in one colour."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from realignment import dates
from realignment.errors import ReadingError
from realignment.worldmap.geography import outlines, places, without_outline
from realignment.worldmap.look import (
    BORDER,
    COAST,
    DISPUTED_HATCH,
    HATCH,
    LABEL,
    LAND,
    NO_DATA,
    NO_DATA_HATCH,
    NO_DATA_HATCHING,
    SEA,
    add,
    dot,
    hatching,
    text,
)

REGIONS = {
    "sahel": (-26.0, 26.0, 1.0, 38.0),
    "atlantic": (-92.0, 62.0, -4.0, 65.0),
    "world": (-128.0, 148.0, -37.0, 76.0),
}
"""West, east, south and north of each view, in degrees."""


OUTLINES_OF = "Outlines of about 2018."
"""How old the outlines are: the lines of Natural Earth's edition that this module draws."""


# Where a name is written on the Sahel view, in degrees: longitude, latitude, and how it is aligned.
# Small states on the coast have theirs in the sea, with the point of their capital beside it.
_SAHEL_LABELS = {
    "BEN": (2.75, 4.6, "center"),
    "BFA": (-3.6, 13.1, "center"),
    "CIV": (-5.8, 8.4, "center"),
    "CMR": (13.2, 5.6, "center"),
    "CPV": (-22.9, 16.7, "center"),
    "DZA": (2.6, 27.8, "center"),
    "GHA": (-1.0, 7.1, "center"),
    "GIN": (-14.3, 9.6, "right"),
    "GMB": (-17.3, 13.0, "right"),
    "GNB": (-16.6, 11.4, "right"),
    "LBR": (-11.2, 5.9, "right"),
    "LBY": (17.3, 27.3, "center"),
    "MAR": (-6.3, 32.1, "center"),
    "MLI": (-3.6, 20.6, "center"),
    "MRT": (-10.6, 19.6, "center"),
    "NER": (10.6, 18.6, "center"),
    "NGA": (8.4, 11.3, "center"),
    "SEN": (-17.6, 15.5, "right"),
    "SLE": (-13.6, 7.8, "right"),
    "TCD": (18.6, 15.2, "center"),
    "TGO": (0.1, 4.6, "center"),
    "TUN": (9.4, 33.0, "center"),
    "CAF": (20.8, 6.7, "center"),
    "ESH": (-12.9, 24.4, "center"),
}


def draw(ax: Axes, region: str = "sahel", names: bool = True) -> Axes:
    """Draw land, borders and disputed areas, and set the view.

    Parameters
    ----------
    ax
        The axes to draw on.
    region
        A name in :data:`REGIONS`.
    names
        Whether to write the names of states (on the Sahel view only).

    Returns
    -------
    Axes
        The same axes.

    Raises
    ------
    ReadingError
        If the region is not known.
    """
    if region not in REGIONS:
        raise ReadingError(f"{region!r} is no view: expected one of {', '.join(REGIONS)}.")
    west, east, south, north = REGIONS[region]
    ax.set_xlim(west, east)
    ax.set_ylim(south, north)
    ax.set_aspect(1 / math.cos(math.radians((south + north) / 2)))
    ax.set_facecolor(SEA)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(True)
        spine.set_color(COAST)
        spine.set_linewidth(0.8)
    settled, disputed = _land(region)
    add(ax, PathPatch(settled, facecolor="none", edgecolor=COAST, linewidth=1.8, zorder=1.0))
    add(
        ax,
        PathPatch(settled, facecolor=LAND, edgecolor=BORDER, linewidth=0.8, zorder=1.1, gid="land"),
    )
    add(ax, PathPatch(disputed, facecolor=LAND, edgecolor=BORDER, linewidth=0.8, zorder=1.4))
    add(ax, hatching(disputed, DISPUTED_HATCH, HATCH, 1.5, gid="disputed"))
    if names and region == "sahel":
        write_names(ax)
    return ax


@lru_cache(maxsize=8)
def _land(region: str) -> tuple[Path, Path]:
    """Return the settled and the disputed areas that reach into a view, each as one path."""
    west, east, south, north = REGIONS[region]
    near = [
        area
        for area in outlines()
        for w, e, s, n in [area.box()]
        if w < east and e > west and s < north and n > south
    ]
    return (
        Path.make_compound_path(*(area.path for area in near if not area.disputed)),
        Path.make_compound_path(*(area.path for area in near if area.disputed)),
    )


def write_names(ax: Axes, color: str = LABEL) -> None:
    """Write the names of the states on the Sahel view, and a point where no outline is drawn."""
    halo = [withStroke(linewidth=2.0, foreground="white", alpha=0.75)]
    short = {
        "BFA": "Burkina\nFaso",
        "ESH": "Western\nSahara",
        "CAF": "Central\nAfrican Rep.",
        "CPV": "Cabo Verde*",
    }
    known = {area.iso3: area.name for area in outlines()}
    for iso3, (lon, lat, align) in _SAHEL_LABELS.items():
        text(
            ax,
            lon,
            lat,
            short.get(iso3, known.get(iso3, iso3)),
            ha=align,
            va="center",
            fontsize=9,
            color=color,
            linespacing=0.95,
            zorder=3.3,
            gid=f"name-{iso3}",
            path_effects=halo,
        )


def _areas(iso3s: Iterable[str]) -> Path | None:
    wanted = set(iso3s)
    known = set(places().index)
    for iso3 in sorted(wanted):
        if iso3 not in known:
            raise ReadingError(
                f"{iso3!r} is no country that can be drawn: expected an ISO 3166-1 alpha-3 code "
                "such as NER."
            )
    paths = [area.path for area in outlines() if area.iso3 in wanted]
    return Path.make_compound_path(*paths) if paths else None


def fill(
    ax: Axes, iso3s: Iterable[str], color: str, label: str, hatch: str = "", strength: float = 0.6
) -> Patch:
    """Fill countries, such as the members of an organisation, with one colour.

    Parameters
    ----------
    ax
        Axes on which :func:`draw` has drawn.
    iso3s
        The countries. One without an outline at this scale gets a filled ring at its capital.
    color
        Any matplotlib colour.
    label
        What the colour means, for the legend.
    hatch
        A matplotlib hatch on top, so that the meaning does not rest on colour alone.
    strength
        How much of the colour there is, 0 to 1; the rest is the colour of the land.

    Returns
    -------
    Patch
        A handle for a legend.

    Raises
    ------
    ReadingError
        If a code is no country that can be drawn.
    """
    wanted = list(iso3s)
    path = _areas(wanted)
    gid = f"fill-{label}"
    # Mixed with the land here, and not by transparency: so the legend shows the same colour.
    mixed = tuple(strength * np.array(to_rgb(color)) + (1 - strength) * np.array(to_rgb(LAND)))
    if path is not None:
        add(
            ax,
            PathPatch(path, facecolor=mixed, edgecolor=BORDER, linewidth=0.9, zorder=1.2, gid=gid),
        )
        if hatch:
            add(ax, hatching(path, hatch, color, 1.25, gid=f"{gid}-hatch"))
    where = places()
    for iso3 in without_outline(wanted):
        lon, lat = map(float, where.loc[iso3, ["lon", "lat"]])
        look = {"ms": 11, "mfc": mixed, "mec": BORDER}
        dot(ax, lon, lat, "o", gid=f"{gid}-{iso3}", zorder=1.3, **look)
    handle = Patch(facecolor=mixed, edgecolor=color, linewidth=0, label=label, hatch=hatch or None)
    handle.set_hatch_linewidth(0.6)
    return handle


def no_data(ax: Axes, iso3s: Iterable[str], label: str = "no data") -> Patch:
    """Mark countries of which nothing is known, and return their legend entry.

    Not known is not neutral: these countries are hatched, never left in the colour of the land.
    """
    path = _areas(iso3s)
    if path is not None:
        add(ax, PathPatch(path, facecolor=NO_DATA, edgecolor=BORDER, linewidth=0.8, zorder=1.2))
        add(ax, hatching(path, NO_DATA_HATCHING, NO_DATA_HATCH, 1.25, gid="no-data"))
    handle = Patch(
        facecolor=NO_DATA, edgecolor=NO_DATA_HATCH, linewidth=0, hatch=NO_DATA_HATCHING, label=label
    )
    handle.set_hatch_linewidth(0.6)
    return handle


def disputed_handle(label: str = "disputed") -> Patch:
    """Return the legend entry of the disputed areas."""
    handle = Patch(facecolor=LAND, edgecolor=HATCH, linewidth=0, hatch=DISPUTED_HATCH, label=label)
    handle.set_hatch_linewidth(0.6)
    return handle


def borders_note(date: str = "", stars: bool = False) -> str:
    """Return the note that belongs under every map: whose borders, how old, and of which day.

    Parameters
    ----------
    date
        EDTF: for when the map is drawn; left out of the note if empty.
    stars
        Whether a name on the map carries a star, which then is explained.

    Raises
    ------
    ReadingError
        If the date is no EDTF date.
    """
    dates.bounds(date)
    note = "Borders: Natural Earth 1:110m, de facto lines; hatched = disputed."
    if stars:
        note += " * = without an outline at this scale."
    note += f" {OUTLINES_OF}"
    return f"{note} As of {date}." if date else note


def add_note(ax: Axes, date: str = "") -> None:
    """Write :func:`borders_note` under a map; for several, put it under the figure instead."""
    stars = any(text.get_text().endswith("*") for text in ax.texts)
    ax.annotate(
        borders_note(date, stars),
        (0, 0),
        xycoords="axes fraction",
        xytext=(0, -5),
        ha="left",
        va="top",
        textcoords="offset points",
        fontsize=8,
        color=LABEL,
        gid="borders-note",
    )
