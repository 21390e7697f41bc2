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

=========  =========================================================================================
look       colours, hatchings, and artists that no layout engine measures
geography  the outlines of countries, their capitals, and a place for each state
ground     land, borders, disputed areas, names, and countries in one colour
ends       where the lines of states end
curves     a line between two states
presences  forces, marked by whose they are and how they stand on a day
=========  =========================================================================================
"""

from realignment.worldmap.curves import draw_curve
from realignment.worldmap.ends import anchors, draw_anchors
from realignment.worldmap.geography import (
    Outline,
    area_at,
    capitals,
    outlines,
    places,
    without_outline,
)
from realignment.worldmap.ground import (
    OUTLINES_OF,
    REGIONS,
    add_note,
    borders_note,
    disputed_handle,
    draw,
    fill,
    no_data,
    write_names,
)
from realignment.worldmap.look import LABEL, on_paper
from realignment.worldmap.presences import OPERATORS, draw_presences, in_view

__all__ = [
    "LABEL",
    "OPERATORS",
    "OUTLINES_OF",
    "Outline",
    "REGIONS",
    "add_note",
    "anchors",
    "area_at",
    "borders_note",
    "capitals",
    "disputed_handle",
    "draw",
    "draw_anchors",
    "draw_curve",
    "draw_presences",
    "fill",
    "in_view",
    "no_data",
    "on_paper",
    "outlines",
    "places",
    "without_outline",
    "write_names",
]
