"""Maps: outlines of countries, and what is drawn on them at a date.

A map persuades before it is read. So what is drawn here says what it does not know: areas whose
sovereignty is disputed are hatched and belong to nobody's colour, countries without data have a
hatching and a legend entry of their own, and each map can carry its date and a note on its borders.

The outlines are those of Natural Earth at 1:110 million (public domain), which draws de facto
lines; ``data/world/countries.geojson`` differs from it where ``data/README.md`` says so. Longitude
and latitude are drawn as they are (an equirectangular map, true to scale along the middle
latitude), so that a point can be put on the map with its two numbers. Areas north of the middle
come out too wide: do not compare the sizes of countries on the world view.

Everything is drawn on an ``Axes`` that is passed in; colours and line styles come from the caller.
Artists are added without asking them for their extent: the view does not depend on it, and it takes
most of the time for a map.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path as File
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, Patch, PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.transforms import ScaledTranslation

from realignment import dates, frames
from realignment.colours import INK
from realignment.errors import ReadingError
from realignment.files import find_data, read_table
from realignment.frames import frame

Ring = npt.NDArray[np.float64]

REGIONS = {
    "sahel": (-26.0, 26.0, 1.0, 38.0),
    "atlantic": (-92.0, 62.0, -4.0, 65.0),
    "world": (-128.0, 148.0, -37.0, 76.0),
}
"""West, east, south and north of each view, in degrees."""

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

OUTLINES_OF = "Outlines of about 2018."
"""How old the outlines are: the lines of Natural Earth's edition that this module draws."""

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


@dataclass(frozen=True)
class Outline:
    """One country, or one area that is drawn apart.

    Attributes
    ----------
    iso3
        ISO 3166-1 alpha-3 code; ``""`` for an area that has none.
    name
        Its usual English name.
    disputed
        One sentence that says who claims what; ``""`` where nobody disputes the whole of it.
    note
        What its outline takes in or leaves out, and which parts of it, or beside it, are claimed by
        whom; ``""`` if there is no dispute that this module names.
    polygons
        Each polygon as a tuple of rings, the first its border, further ones its holes; a ring is an
        array of shape (points, 2): degrees east, degrees north.
    """

    iso3: str
    name: str
    disputed: str
    note: str
    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def path(self) -> Path:
        """All rings as one path; holes stay empty."""
        return Path.make_compound_path(
            *(Path(ring, closed=True) for polygon in self.polygons for ring in polygon)
        )

    def contains(self, lon: float, lat: float) -> bool:
        """Tell whether a point lies inside, holes left out."""
        return any(
            Path(border).contains_point((lon, lat))
            and not any(Path(hole).contains_point((lon, lat)) for hole in holes)
            for border, *holes in self.polygons
        )

    @cached_property
    def middle(self) -> tuple[float, float]:
        """A point well inside, for a label or the end of a line: degrees east and north.

        The middle of the widest stretch of land among 25 parallels of its largest polygon.
        """
        largest = max(self.polygons, key=lambda polygon: _area(polygon[0]))
        south, north = largest[0][:, 1].min(), largest[0][:, 1].max()
        widest = (-1.0, 0.0, 0.0)
        for lat in south + (north - south) * np.linspace(0.2, 0.8, 25):
            crossed = sorted(lon for ring in largest for lon in _crossings(ring, lat))
            for west, east in zip(crossed[::2], crossed[1::2], strict=True):
                width = (east - west) * math.cos(math.radians(lat))
                widest = max(widest, (width, (west + east) / 2, float(lat)))
        return widest[1], widest[2]

    def box(self) -> tuple[float, float, float, float]:
        """Return its west, east, south and north."""
        points = np.concatenate([polygon[0] for polygon in self.polygons])
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        return float(west), float(east), float(south), float(north)


def _area(ring: Ring) -> float:
    """Return the area of a ring in square degrees of the equator."""
    x, y = (ring * [math.cos(math.radians(ring[:, 1].mean())), 1.0]).T
    return abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2


def _crossings(ring: Ring, lat: float) -> list[float]:
    """Return the longitudes at which a ring crosses a parallel."""
    a, b = ring[:-1], ring[1:]
    across = (a[:, 1] > lat) != (b[:, 1] > lat)
    a, b = a[across], b[across]
    share = (lat - a[:, 1]) / (b[:, 1] - a[:, 1])
    return [float(lon) for lon in a[:, 0] + share * (b[:, 0] - a[:, 0])]


def outlines(root: File | None = None) -> tuple[Outline, ...]:
    """Return all outlines, in the order of their names.

    Parameters
    ----------
    root
        A data folder; found by itself if left out.

    Raises
    ------
    ReadingError
        If the file of outlines is missing or cannot be read.
    """
    return _outlines((root or find_data()) / "world" / "countries.geojson")


@lru_cache(maxsize=2)
def _outlines(path: File) -> tuple[Outline, ...]:
    try:
        shapes = json.loads(path.read_text(encoding="utf-8"))["features"]
        return tuple(
            Outline(
                **shape["properties"],
                polygons=tuple(
                    tuple(np.array(ring, dtype=float) for ring in polygon)
                    for polygon in shape["geometry"]["coordinates"]
                ),
            )
            for shape in shapes
        )
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ReadingError(
            f"world/countries.geojson cannot be read: expected the outlines that this module came "
            f"with, at {path}."
        ) from problem


def capitals(root: File | None = None) -> pd.DataFrame:
    """Return the capitals of states and territories, so far as one is agreed on.

    Returns
    -------
    DataFrame
        Indexed by ``iso3``: ``name`` (of the state), ``capital``, ``lat``, ``lon`` (degrees, two
        decimals), ``note``.
    """
    return _capitals((root or find_data()) / "world" / "capitals.csv").copy()


@lru_cache(maxsize=2)
def _capitals(path: File) -> pd.DataFrame:
    table = read_table(path, ["iso3", "name", "capital", "lat", "lon", "note"])
    return table.astype({"lat": float, "lon": float}).set_index("iso3")


def places(root: File | None = None) -> pd.DataFrame:
    """Return a place for each state, where its label stands and its lines end.

    The capital, where one is agreed on; else a point in the middle of the outline.

    Returns
    -------
    DataFrame
        Indexed by ``iso3``: ``name``, ``capital`` (``""`` if the place is none), ``lat``, ``lon``
        (degrees), ``drawn`` (whether the state has an outline at this scale).
    """
    return _places(root or find_data()).copy()


@lru_cache(maxsize=2)
def _places(root: File) -> pd.DataFrame:
    table = capitals(root)[["name", "capital", "lat", "lon"]].to_dict("index")
    drawn = {area.iso3: area for area in outlines(root) if area.iso3}
    for iso3, area in drawn.items():
        lon, lat = area.middle
        table[iso3] = {"capital": "", "lat": lat, "lon": lon} | table.get(iso3, {})
        table[iso3]["name"] = area.name
    found = pd.DataFrame.from_dict(table, orient="index").sort_index()
    found["drawn"] = found.index.isin(drawn)
    return found[["name", "capital", "lat", "lon", "drawn"]].rename_axis("iso3")


def area_at(lon: float, lat: float) -> Outline | None:
    """Return the area in which a point lies; ``None`` at sea, or on an island too small to draw."""
    return next((area for area in outlines() if area.contains(lon, lat)), None)


def without_outline(iso3s: Iterable[str]) -> list[str]:
    """Return those of some states that are too small to be drawn at this scale, such as CPV."""
    drawn = {area.iso3 for area in outlines()}
    return [iso3 for iso3 in iso3s if iso3 not in drawn]


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
    _add(ax, PathPatch(settled, facecolor="none", edgecolor=COAST, linewidth=1.8, zorder=1.0))
    _add(
        ax,
        PathPatch(settled, facecolor=LAND, edgecolor=BORDER, linewidth=0.8, zorder=1.1, gid="land"),
    )
    _add(ax, PathPatch(disputed, facecolor=LAND, edgecolor=BORDER, linewidth=0.8, zorder=1.4))
    _add(ax, _hatching(disputed, DISPUTED_HATCH, HATCH, 1.5, gid="disputed"))
    if names and region == "sahel":
        write_names(ax)
    return ax


def _add(ax: Axes, artist: Artist) -> None:
    """Add something that stays inside the frame, so that no layout engine need measure it."""
    artist.set_in_layout(False)
    ax.add_artist(artist)


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


def _hatching(path: Path, hatch: str, color: str, zorder: float, gid: str) -> PathPatch:
    patch = PathPatch(
        path, facecolor="none", edgecolor=color, linewidth=0, hatch=hatch, zorder=zorder, gid=gid
    )
    patch.set_hatch_linewidth(0.6)
    return patch


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
        _text(
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


def _text(ax: Axes, lon: float, lat: float, words: str, **look: Any) -> None:
    """Write words at a place on the map."""
    ax.text(lon, lat, words, clip_on=True, **look).set_in_layout(False)


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
        _add(
            ax,
            PathPatch(path, facecolor=mixed, edgecolor=BORDER, linewidth=0.9, zorder=1.2, gid=gid),
        )
        if hatch:
            _add(ax, _hatching(path, hatch, color, 1.25, gid=f"{gid}-hatch"))
    where = places()
    for iso3 in without_outline(wanted):
        lon, lat = map(float, where.loc[iso3, ["lon", "lat"]])
        look = {"ms": 11, "mfc": mixed, "mec": BORDER}
        _dot(ax, lon, lat, "o", gid=f"{gid}-{iso3}", zorder=1.3, **look)
    handle = Patch(facecolor=mixed, edgecolor=color, linewidth=0, label=label, hatch=hatch or None)
    handle.set_hatch_linewidth(0.6)
    return handle


def no_data(ax: Axes, iso3s: Iterable[str], label: str = "no data") -> Patch:
    """Mark countries of which nothing is known, and return their legend entry.

    Not known is not neutral: these countries are hatched, never left in the colour of the land.
    """
    path = _areas(iso3s)
    if path is not None:
        _add(ax, PathPatch(path, facecolor=NO_DATA, edgecolor=BORDER, linewidth=0.8, zorder=1.2))
        _add(ax, _hatching(path, NO_DATA_HATCHING, NO_DATA_HATCH, 1.25, gid="no-data"))
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
        _dot(ax, place["lon"], place["lat"], "o", gid=f"capital-{iso3}", zorder=4.0, **look)
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
        _text(
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


def on_paper(ax: Axes, lon: float, lat: float) -> tuple[float, float]:
    """Return where a point stands in the figure, in points."""
    x, y = ax.transData.transform((lon, lat)) * 72 / ax.figure.dpi
    return float(x), float(y)


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
        _add(ax, FancyArrowPatch(**shared, **halo, zorder=3.0))
    line = FancyArrowPatch(
        **shared,
        color=color,
        linestyle=linestyle,
        linewidth=width,
        alpha=0.4 if under else None,
        zorder=3.1 if under else 3.2,
        gid=f"{'under' if under else 'tie'}-{first}-{second}",
    )
    _add(ax, line)
    if label:
        # The middle of the curve: half-way to its control point, which arc3 puts in pixels.
        to_pixels = ax.transData
        p, q = to_pixels.transform(a), to_pixels.transform(b)
        middle = (p + q) / 2 + curve / 2 * np.array([q[1] - p[1], p[0] - q[0]])
        lon, lat = to_pixels.inverted().transform(middle)
        _text(
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


PRESENCES: frames.Schema = {
    "presence_id": frames.text,
    "operator": frames.text,
    "lat": frames.number_or_none,
    "lon": frames.number_or_none,
    "status": frames.text,
}
"""How a table of presences is read."""


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
        _dot(ax, row["lon"], row["lat"], marker, zorder=3.6, ms=1.2 * size, **hollow, **at)
        size *= 0.7
    gid = f"presence-{row['presence_id']}-{row['status']}"
    _dot(ax, row["lon"], row["lat"], shape, gid=gid, zorder=3.8, ms=size, **look, **at)


def _dot(ax: Axes, lon: float, lat: float, marker: str, **look: Any) -> None:
    """Draw one marker."""
    _add(ax, Line2D([lon], [lat], linestyle="", marker=marker, **look))


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
