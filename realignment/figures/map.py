"""Maps of ties, and of what stood on one day or on several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from realignment import worldmap
from realignment.colours import MIXED
from realignment.errors import ReadingError
from realignment.figures.apart import bends
from realignment.figures.style import (
    STROKES,
    STYLE,
    WIDTH,
    Picture,
    legend_of_ties,
    let_go,
    new_figure,
    tie_entries,
)
from realignment.figures.words import tie_list
from realignment.ties import in_words, read_ties
from realignment.untrusted import visible

_BENDS = {1: (0.16,), -1: (0.06,), 0: (0.16, 0.06)}
"""How far a line swings out, by sign, where nothing is in its way."""

_GROUPS = (
    ("#F0E442", ""),
    ("#8E7CC3", "\\\\\\\\"),
    ("#5A5A5A", "xxx"),
    ("#009E73", "|||"),
    ("#CC79A7", "---"),
    ("#E69F00", "ooo"),
    ("#56B4E9", "+++"),
    ("#8C564B", "**"),
)
"""Colour and hatching of organisations and of their overlaps; blue and vermilion are the ties'."""

_HOW = {
    "open": "there",
    "closed": "has left",
    "uncertain": "not certain",
    "unknown": "lost from sight, not drawn",
}


def _draw_ties(axes: Axes, table: pd.DataFrame, places: pd.DataFrame) -> None:
    """Draw ties on a map and the anchors over them; a mixed tie is two lines.

    No line lies on a stretch of another: it swings out further, or to the other side.
    """
    axes.apply_aspect()
    dots = {
        state: worldmap.on_paper(axes, place["lon"], place["lat"])
        for state, place in places.iterrows()
    }
    strokes = [
        (row, colour, dashes, bend)
        for row in table.to_dict("records")
        for (colour, dashes), bend in zip(STROKES[row["sign"]], _BENDS[row["sign"]], strict=True)
    ]
    # From west to east, as worldmap.draw_curve draws them.
    ends = [
        (min(one, other), max(one, other))
        for row, *_ in strokes
        for one, other in [(dots[row["source"]], dots[row["target"]])]
    ]
    chosen = bends(ends, [bend for *_, bend in strokes], dots.values())
    for (row, colour, dashes, _), bend in zip(strokes, chosen, strict=True):
        pair = row["source"], row["target"]
        if row.get("made_by") == "cosign":
            worldmap.draw_curve(axes, *pair, places, MIXED, ":", 7, bend=bend, under=True)
        mark = "" if row["certainty"] == "CT+" else "?"
        width = WIDTH[row["certainty"]]
        worldmap.draw_curve(axes, *pair, places, colour, dashes, width, mark, bend)
    worldmap.draw_anchors(axes, places)


@rc_context(STYLE)
def alliance_map(
    table: pd.DataFrame,
    names: Mapping[str, str],
    title: str,
    date: str,
    source: str,
    region: str = "atlantic",
) -> Picture:
    """Draw ties between states on a map.

    Parameters
    ----------
    table
        As :func:`realignment.ties.ties` returns it, for states by their ISO 3166-1 alpha-3 code.
    names
        Every state to show, code to label.
    title
        What the reader should see first.
    date
        EDTF: the day that the map is drawn for.
    source
        Where the ties come from, and under which rule.
    region
        A view: see :data:`realignment.worldmap.REGIONS`.
    """
    table = read_ties(table, names)
    figure, axes = new_figure(9.0, 5.4)
    worldmap.draw(axes, region)
    _draw_ties(axes, table, _anchors(axes, names, names))
    axes.set_title(visible(title))
    legend_of_ties(axes, table, loc="lower left", extra=[worldmap.disputed_handle()], fontsize=10)
    figure.supxlabel(
        f"{visible(source)}\n{worldmap.borders_note(date, _has_star(axes))}",
        fontsize=8,
        x=0.01,
        ha="left",
        color=worldmap.LABEL,
    )
    words = f"{title}. {in_words(table, len(names))} {tie_list(table, names)} As of {date}."
    return Picture(figure, words)


@rc_context(STYLE)
def map_at(
    date: str,
    title: str,
    source: str,
    presences: pd.DataFrame | None = None,
    members: Mapping[str, Iterable[str]] | None = None,
    lines: pd.DataFrame | None = None,
    unknown: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
    region: str = "sahel",
) -> Picture:
    """Draw what stood on one day: presences, memberships and ties, and what is not known.

    Parameters
    ----------
    date
        One day, as EDTF.
    title
        What the reader should see first.
    source
        Where the layers come from, and under which rule.
    presences
        As :func:`realignment.record.presences_at` returns them, for that day.
    members
        Name of an organisation to its members on that day, by their ISO 3166-1 alpha-3 codes.
        States that are in several get a look and a legend entry of their own: at most eight looks.
    lines
        Ties, as :func:`realignment.ties.ties` returns them, for that day.
    unknown
        States of which the layers say nothing: hatched, since unknown is not empty.
    names
        What to call states and operators; their codes if left out.
    region
        A view: see :data:`realignment.worldmap.REGIONS`.

    Raises
    ------
    ReadingError
        If the organisations and their overlaps need more looks than there are, or a code is no
        state that can be drawn.
    """
    names = names or {}
    figure, axes = new_figure(10.0, 5.8)
    worldmap.draw(axes, region)
    layers = {"presences": presences, "members": members, "lines": lines, "unknown": unknown}
    handles = _draw_layers(axes, layers, names, 7.0)
    axes.set_title(visible(title))
    _explain(figure, [*handles, worldmap.disputed_handle()], source, date, _has_star(axes))
    return Picture(figure, f"{title}. {_layers_in_words(axes, layers, names)} As of {date}.")


@rc_context(STYLE)
def film_strip(
    days: Sequence[str],
    show: Callable[[str], Mapping[str, Any]],
    title: str,
    source: str,
    names: Mapping[str, str] | None = None,
    region: str = "sahel",
    columns: int = 3,
) -> Picture:
    """Draw one small map for each of several days, all with the same view and the same signs.

    Parameters
    ----------
    days
        The days, in order; change points, say, of :func:`realignment.spells.change_points`.
    show
        A function of a day that returns its layers: a mapping with any of ``presences``,
        ``members``, ``lines`` and ``unknown``, as :func:`map_at` takes them.
    title, source, names, region
        As in :func:`map_at`.
    columns
        Maps in a row.
    """
    names = names or {}
    rows = -(-len(days) // columns)
    figure = Figure(figsize=(3.4 * columns + 1.8, 2.7 * rows + 0.9), layout="constrained")
    panels = figure.subplots(rows, columns, squeeze=False).ravel()
    handles: dict[str, Artist] = {}
    said = []
    for axes, day in zip(panels, days, strict=False):
        worldmap.draw(axes, region, names=False)
        layers = {"presences": None, "members": None, "lines": None, "unknown": (), **show(day)}
        for handle in _draw_layers(axes, layers, names, 4.2):
            handles.setdefault(str(handle.get_label()), handle)
        axes.set_title(day, fontsize=11, loc="center")
        said.append(f"{day}: {_layers_in_words(axes, layers, names)}")
    for axes in panels[len(days) :]:
        axes.axis("off")
    figure.suptitle(visible(title), fontweight="bold", x=0.01, ha="left", fontsize=13)
    every = [*handles.values(), worldmap.disputed_handle()]
    _explain(figure, every, source, f"{days[0]}/{days[-1]}", stars=False)
    return Picture(figure, f"{title}. {len(days)} maps. {' '.join(said)}")


def _draw_layers(
    axes: Axes, layers: Mapping[str, Any], names: Mapping[str, str], size: float
) -> list[Artist]:
    """Draw the layers of one map from the ground up, and return their legend entries."""
    handles: list[Artist] = []
    if unknown := _hatched(axes, layers["unknown"]):
        handles.append(worldmap.no_data(axes, unknown))
    groups = _overlaps(layers["members"] or {})
    if len(groups) > len(_GROUPS):
        raise ReadingError(
            f"{len(layers['members'])} organisations make {len(groups)} groups of states with "
            f"their overlaps, and a map tells {len(_GROUPS)} apart: expected fewer organisations."
        )
    for (label, states), (colour, hatch) in zip(groups.items(), _GROUPS, strict=False):
        if seen := _in_view(axes, states):
            handles.append(worldmap.fill(axes, seen, colour, visible(label), hatch))
    if layers["presences"] is not None:
        # Its question mark is mathtext, which our style has switched off for names.
        with rc_context({"text.parse_math": True}):
            handles += worldmap.draw_presences(axes, layers["presences"], names, size=size)
    if layers["lines"] is not None:
        table = read_ties(layers["lines"])
        states = sorted({*table["source"], *table["target"]})
        _draw_ties(axes, table, _anchors(axes, states, names))
        handles += tie_entries(table)
    return handles


def _anchors(axes: Axes, states: Iterable[str], names: Mapping[str, str]) -> pd.DataFrame:
    """Return the places of some states on a map, under the names that the caller gives them."""
    places = worldmap.anchors(axes, states)
    places["name"] = [
        visible(names[state]) + name[len(name.rstrip("*")) :] if state in names else name
        for state, name in zip(places.index, places["name"], strict=True)
    ]
    return places


def _overlaps(members: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Split members so that each state stands once: under the names of all that it is in."""
    bodies: dict[str, list[str]] = {}
    for body, states in members.items():
        for state in states:
            bodies.setdefault(state, []).append(body)
    groups: dict[str, list[str]] = {}
    for state in sorted(bodies):
        groups.setdefault(" and ".join(bodies[state]), []).append(state)
    return dict(sorted(groups.items(), key=lambda group: (" and " in group[0], group[0])))


def _in_view(axes: Axes, states: Iterable[str]) -> list[str]:
    """Return those of some states whose outlines reach into the view, or whose dots stand in it.

    A code that is no state is left in, for the layer to say so.
    """
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    boxes = {area.iso3: area.box() for area in worldmap.outlines()}
    places = worldmap.places()
    dots = {
        state: (lon, lon, lat, lat)
        for state, lon, lat in zip(places.index, places["lon"], places["lat"], strict=True)
    }
    seen = []
    for state in sorted(set(states)):
        w, e, s, n = boxes.get(state, dots.get(state, (west, east, south, north)))
        if w < east and e > west and s < north and n > south:
            seen.append(state)
    return seen


def _hatched(axes: Axes, states: Iterable[str]) -> list[str]:
    """Return those of some states without data that can be hatched: a dot cannot."""
    seen = _in_view(axes, states)
    dots = worldmap.without_outline(seen)
    return [state for state in seen if state not in dots]


def _has_star(axes: Axes) -> bool:
    return any(text.get_text().endswith("*") for text in axes.texts)


def _explain(
    figure: Figure, handles: Sequence[Artist], source: str, date: str, stars: bool
) -> None:
    """Put the legend beside a map, and the source and the note on borders under it."""
    figure.legend(
        handles=handles, loc="outside right upper", frameon=False, fontsize=10, handlelength=2.4
    )
    note = figure.supxlabel(
        f"{visible(source)}\n{worldmap.borders_note(date, stars)}",
        fontsize=8,
        x=0.01,
        ha="left",
        color=worldmap.LABEL,
    )
    note.set_gid("borders-note")
    # Laid out once and then left alone: each export is the same, and is drawn once.
    if engine := figure.get_layout_engine():
        engine.execute(figure)
    figure.set_layout_engine(None)
    let_go(figure)


def _layers_in_words(axes: Axes, layers: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Say what the layers of one map hold."""
    members = {body: list(states) for body, states in (layers["members"] or {}).items()}
    said = [f"{body}: no member." for body, states in members.items() if not states]
    for label, states in _overlaps(members).items():
        seen = _in_view(axes, states)
        parts = [_name(state, names) for state in states if state in seen]
        if len(seen) < len(states):
            parts.append(f"{len(states) - len(seen)} outside this view")
        said.append(f"{label}: {', '.join(parts)}.")
    if layers["presences"] is not None:
        presences = worldmap.in_view(axes, layers["presences"])
        away = len(layers["presences"]) - len(presences)
        for status, word in _HOW.items():
            operators = presences.loc[presences["status"] == status, "operator"].value_counts()
            if len(operators):
                each = ", ".join(
                    f"{names.get(str(operator), operator)} {number}"
                    for operator, number in sorted(
                        operators.items(), key=lambda pair: (-pair[1], pair[0])
                    )
                )
                said.append(f"{word.capitalize()} ({operators.sum()}): {each}.")
        if away:
            said.append(f"{away} outside this view.")
    if layers["lines"] is not None:
        said.append(tie_list(read_ties(layers["lines"]), names))
    if unknown := _hatched(axes, layers["unknown"]):
        said.append(f"No data on the other {len(unknown)} states in view.")
    return " ".join(filter(None, said))


def _name(state: str, names: Mapping[str, str]) -> str:
    return names.get(state) or str(worldmap.places()["name"].get(state, state))
