"""The outlines of countries, their capitals, and a place for each state."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path as File

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.path import Path

from realignment.errors import ReadingError
from realignment.files import find_data, read_table

Ring = npt.NDArray[np.float64]


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
