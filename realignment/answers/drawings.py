"""Readers of drawings: a network by its lines, a map by the names of its artists.

A drawing is looked at as the objects of its figure, never as pixels.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pandas as pd

from realignment.answers.reading import MOST_ITEMS, Reader, Unreadable, is_network, plain, shown
from realignment.answers.tables import Pair
from realignment.answers.values import ActorName
from realignment.cases import Case

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.legend import Legend
    from matplotlib.text import Text

Point = tuple[float, float]


@dataclass(frozen=True, order=True)
class Look:
    """How a line is drawn: its colour as ``#RRGGBB``, and whether it is dashed."""

    colour: str
    dashed: bool


@dataclass(frozen=True)
class Lines:
    """A network that a student drew, read off the objects of the figure.

    Parameters
    ----------
    edges
        Pair of actors, in alphabetical order, to the look of its line.
    legend
        The words in the legend, in small letters, each with the looks that it explains.
    labels
        The actors that have a label.
    words
        What the picture says for those who do not see it; None for a bare figure.
    """

    edges: Mapping[Pair, Look]
    legend: Mapping[str, frozenset[Look]]
    labels: frozenset[str]
    words: str | None = None


@dataclass(frozen=True)
class Drawing(Reader):
    """A drawn network: a figure, its axes, or a :class:`~realignment.figures.Picture`.

    A line belongs to the two labels that stand nearest to its ends.
    """

    expects: str = "the `Picture` or the `figure` with lines between labelled actors"

    def read(self, answer: object, case: Case) -> Lines:
        figure, all_axes = _figure_and_axes(answer)
        edges: dict[Pair, Look] = {}
        labels_of_all: set[str] = set()
        for axes in all_axes:
            labels = self._labels(axes, case)
            labels_of_all |= set(labels.values())
            for ends, look in self._segments(axes, labels):
                if not labels:
                    raise Unreadable("no actor in this figure has a label")
                one, other = sorted(self._nearest(end, labels) for end in ends)
                if edges.get((one, other), look) != look:
                    raise Unreadable(
                        f"two lines of different looks join `{one}` and `{other}`; draw one, or a "
                        "reader sees only what lies on top",
                        "Two lines in one place",
                    )
                if one != other:
                    edges[one, other] = look
        if not edges:
            raise Unreadable("there is no line between two actors in this figure")
        words = getattr(answer, "words", None)
        return Lines(edges, self._legend(figure, all_axes), frozenset(labels_of_all), words)

    @staticmethod
    def _legend(figure: Figure, all_axes: list[Axes]) -> dict[str, frozenset[Look]]:
        """Return the looks of the handles beside each text of the legends."""
        found: dict[str, frozenset[Look]] = {}
        for legend in _legends(figure, all_axes):
            for text, handle in zip(legend.get_texts(), legend.legend_handles, strict=True):
                words = plain(text.get_text())
                found[words] = found.get(words, frozenset()) | {_look_of(handle)}
        return found

    @staticmethod
    def _labels(axes: Axes, case: Case) -> dict[Point, str]:
        found: dict[Point, str] = {}
        for text in axes.texts:
            for label in _labels_in(text.get_text()):
                try:
                    found[_place_of(text, axes)] = ActorName().read(label, case)
                    break
                except Unreadable:
                    continue  # a title, a question mark, a note
        return found

    @staticmethod
    def _nearest(end: Point, labels: Mapping[Point, str]) -> str:
        return labels[min(labels, key=lambda place: math.dist(place, end))]

    @staticmethod
    def _segments(
        axes: Axes, labels: Mapping[Point, str]
    ) -> Iterator[tuple[tuple[Point, Point], Look]]:
        """Yield every line between two places that can be seen, with its look, whatever drew it."""
        from matplotlib.collections import LineCollection

        paper = _paper_of(axes)
        for line in axes.lines:
            if _can_be_seen(line, paper):
                for ends in _legs(line.get_xydata(), labels):
                    yield ends, _look_of(line)
        for lines in axes.collections:
            if isinstance(lines, LineCollection):
                segments = lines.get_segments()
                if len(segments) > MOST_ITEMS:
                    raise Unreadable(f"this figure has {len(segments):,} lines; it is no network")
                for number, points in enumerate(segments):
                    if _can_be_seen(lines, paper, number):
                        for ends in _legs(points, labels):
                            yield ends, _look_of(lines, number)
        for arrow, ends in _arrows(axes):
            if _can_be_seen(arrow, paper):
                yield ends, _look_of(arrow)


def _place_of(text: Text, axes: Axes) -> Point:
    """Return where the thing stands that a text names: an annotation points at it."""
    from matplotlib.text import Annotation

    if isinstance(text, Annotation):
        x, y = text.xy
        return float(x), float(y)
    x, y = text.get_position()
    if text.get_transform() is not axes.transData:
        inside = text.get_transform().transform((x, y))
        x, y = axes.transData.inverted().transform(inside)
    return float(x), float(y)


def _arrows(axes: Axes) -> Iterator[tuple[Any, tuple[Point, Point]]]:
    """Yield the arrows of axes, with a head or without, each with its two ends."""
    from matplotlib.patches import ConnectionPatch, FancyArrow, FancyArrowPatch
    from matplotlib.text import Annotation

    for patch in axes.patches:
        arrow: Any = patch
        if isinstance(patch, ConnectionPatch):
            yield patch, (_point(patch.xy1), _point(patch.xy2))
        elif isinstance(patch, FancyArrowPatch) and arrow._posA_posB:
            one, other = arrow._posA_posB
            yield patch, (_point(one), _point(other))
        elif isinstance(patch, FancyArrow):
            begin = _point((arrow._x, arrow._y))
            yield patch, (begin, (begin[0] + arrow._dx, begin[1] + arrow._dy))
    for text in axes.texts:
        if isinstance(text, Annotation) and text.arrow_patch and not text.get_text().strip():
            yield text.arrow_patch, (_point(text.xyann), _point(text.xy))


def _point(place: Any) -> Point:
    x, y = place
    return float(x), float(y)


def _legs(points: Any, labels: Mapping[Point, str]) -> Iterator[tuple[Point, Point]]:
    """Yield the ends of each line that is drawn through some points.

    A gap (NaN) parts two lines. A line of many points is a curve, which has a leg to each label
    that it comes to.
    """
    whole: list[list[Point]] = [[]]
    for place in points:
        x, y = place
        if math.isfinite(x) and math.isfinite(y):
            whole[-1].append((float(x), float(y)))
        elif whole[-1]:
            whole.append([])
    reach = _reach(labels)
    for run in filter(lambda run: len(run) > 1, whole):
        stops = [p for p in run[1:-1] if any(math.dist(p, label) <= reach for label in labels)]
        corners = [run[0], *stops, run[-1]]
        yield from zip(corners[:-1], corners[1:], strict=True)


def _reach(labels: Mapping[Point, str]) -> float:
    """Return how near a point of a line is to a label that it comes to."""
    apart = (math.dist(one, other) for one, other in combinations(labels, 2))
    return min(apart, default=0.0) / 10


def _paper_of(axes: Axes) -> str:
    """Return the colour on which axes are drawn."""
    from matplotlib.colors import to_hex, to_rgba

    own = to_rgba(axes.get_facecolor())
    return to_hex(own if own[3] else axes.figure.get_facecolor()).upper()


def _can_be_seen(artist: Any, paper: str, number: int = 0) -> bool:
    """Tell whether a line is more than its markers, and shows on the paper."""
    width = artist.get_linewidth()
    if hasattr(width, "__len__"):  # a collection has one for each line, or one for all
        width = width[number % len(width)] if len(width) else 1
    drawn = artist.get_linestyle() not in ("None", "none", " ", "")
    shows = artist.get_visible() and artist.get_alpha() != 0 and width > 0
    return bool(drawn and shows and _look_of(artist, number).colour != paper)


def _look_of(artist: Any, number: int = 0) -> Look:
    """Return the look of a line, an arrow, a legend's handle, or one line of a collection."""
    from matplotlib.colors import to_hex, to_rgba_array

    colour, dashed = "", False
    for name in ("get_color", "get_edgecolor"):
        if hasattr(artist, name):
            colours = to_rgba_array(getattr(artist, name)())
            colour = to_hex(colours[number % len(colours)]).upper() if len(colours) else ""
            break
    if hasattr(artist, "_dash_pattern"):  # a solid handle of a legend calls its own style "--"
        dashed = artist._dash_pattern[1] is not None
    elif hasattr(artist, "get_linestyle"):
        style = artist.get_linestyle()
        if isinstance(style, list):  # a collection has one for each line, or one for all
            style = style[number % len(style)] if style else "-"
        dashed = style[1] is not None if isinstance(style, tuple) else style not in ("-", "solid")
    return Look(colour, dashed)


def _figure_and_axes(answer: object) -> tuple[Any, list[Any]]:
    """Return a figure and its axes, of whatever a drawing is handed over as."""
    if isinstance(answer, (pd.DataFrame, pd.Series)):
        raise Unreadable("this is a table; give the drawing itself")
    if is_network(answer):
        raise Unreadable("this is a network that is not drawn yet; give the drawing itself")
    figure = getattr(answer, "figure", answer)
    axes = getattr(figure, "axes", None)
    if not isinstance(axes, list) or not axes:
        raise Unreadable(f"`{shown(answer)}` is no figure with axes")
    return figure, axes


def _legends(figure: Figure, axes: list[Axes]) -> list[Legend]:
    """Return the legends of a figure, whether it has them itself or its axes."""
    return [*figure.legends, *filter(None, (one.get_legend() for one in axes))]


def _labels_in(text: str) -> list[str]:
    """Return what may name an actor in a label: all of it, or what stands before an addition.

    ``RUS (unknown)``, ``Mali?`` and ``RUS unknown`` are labels; a sentence is a note and no label.
    """
    before = re.split(r"\s*[(\[?!:;,\n/=–—]|\s-\s", text.strip())[0]
    words = before.split()
    first = words[:1] if len(words) == 2 and words[0].isupper() else []
    return [name for name in (text, before, *first) if name.strip()]


@dataclass(frozen=True)
class Layers:
    """A map that a student drew, read off the names (gid) of its artists.

    Parameters
    ----------
    presences
        Pairs of a presence's id and its status.
    ties
        Quadruples of two states (in alphabetical order), colour as ``#RRGGBB``, and whether dashed.
    no_data
        The states that are hatched as not known.
    note
        What stands under and over the map, in lower case.
    legend
        The words in the legend.
    words
        What the picture says for those who do not see it; None for a bare figure.
    legend_alike
        Whether entries of the legend with different words have one look.
    """

    presences: frozenset[tuple[str, str]]
    ties: frozenset[tuple[str, str, str, bool]]
    no_data: frozenset[str]
    note: str
    legend: frozenset[str]
    words: str | None = None
    legend_alike: bool = False


@dataclass(frozen=True)
class DrawnMap(Reader):
    """A map drawn with :mod:`realignment.worldmap`: a figure, its axes, or a ``Picture``."""

    expects: str = "the `Picture` or the `figure` on which `worldmap.draw` has drawn"

    def read(self, answer: object, case: Case) -> Layers:
        from matplotlib.colors import to_hex

        figure, axes = _figure_and_axes(answer)
        artists = {a for one in axes for a in one.get_children() if a.get_gid()}
        names = {artist.get_gid() for artist in artists}
        if "land" not in names:
            raise Unreadable("there are no outlines in this figure")
        presences = {tuple(name.split("-")[1:3]) for name in names if name.startswith("presence-")}
        ties = {
            (
                *a.get_gid().split("-")[1:3],
                to_hex(a.get_edgecolor()).upper(),
                a.get_linestyle() not in ("-", "solid"),
            )
            for a in artists
            if a.get_gid().startswith("tie-")
        }
        hatching = [a.get_path() for a in artists if a.get_gid() == "no-data"]
        corners = {tuple(point) for path in hatching for point in path.vertices}
        no_data = {iso3 for iso3, border in _borders().items() if border <= corners}
        legends = _legends(figure, axes)
        under = [figure._supxlabel, figure._suptitle, *figure.texts]
        words = [t.get_text() for t in filter(None, under)]
        words += [t.get_text() for one in axes for t in (*one.texts, one.title, one._left_title)]
        entries = {
            plain(text.get_text()): _entry(handle)
            for one in legends
            for text, handle in zip(one.get_texts(), one.legend_handles, strict=True)
        }
        return Layers(
            frozenset(presences),
            frozenset(ties),
            frozenset(no_data),
            " ".join(words).lower(),
            frozenset(entries),
            getattr(answer, "words", None),
            len(set(entries.values())) < len(entries),
        )


def _entry(handle: Any) -> tuple[str, ...]:
    """Return all that tells one handle of a map's legend from another."""
    looks = ("marker", "markerfacecolor", "color", "linestyle", "facecolor", "edgecolor", "hatch")
    getters = [getattr(handle, f"get_{look}", None) for look in looks]
    return (type(handle).__name__, *(str(getter()) if getter else "" for getter in getters))


@cache
def _borders() -> dict[str, frozenset[Point]]:
    """Return the corners of the first outline of each state, by its code."""
    from realignment.worldmap import outlines  # draws, so not loaded with the readers

    return {
        area.iso3: frozenset((x, y) for x, y in area.polygons[0][0][:-1])
        for area in outlines()
        if area.iso3
    }
