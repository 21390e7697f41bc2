"""Ties through time: panels side by side, spells as bars, a slider over pictures."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from realignment import dates
from realignment.colours import FRIENDLY, HOSTILE, INK, MIXED
from realignment.errors import ReadingError
from realignment.figures.network import circle, draw_actors, draw_ties
from realignment.figures.style import STYLE, Picture, new_figure, tie_entries
from realignment.figures.words import as_told_in_time, each_on_its_own, in_time_order, pair_words
from realignment.ties import SIGN_WORDS, read_ties
from realignment.untrusted import visible

if TYPE_CHECKING:
    import ipywidgets

_BARS: dict[int, dict[str, Any]] = {
    1: {"facecolor": FRIENDLY, "edgecolor": "white", "lw": 0},
    -1: {"facecolor": HOSTILE, "edgecolor": "white", "lw": 0, "hatch": "////"},
    0: {"facecolor": MIXED, "edgecolor": "white", "lw": 0},
}
_DOTTED_BAR: dict[str, Any] = {
    "facecolor": "white",
    "edgecolor": FRIENDLY,
    "lw": 0.8,
    "hatch": "....",
}
_END: dict[str, Any] = {"color": INK, "ls": "none", "ms": 7, "mew": 2, "zorder": 3}
_ENDS = {
    "contrary act": _END | {"marker": "x"},
    "exit": _END | {"marker": "D"},
    "window": _END | {"marker": "|", "ms": 14},
}
"""How the end of a spell is marked, by its reason."""


@rc_context(STYLE)
def small_multiples(
    tables: Mapping[str, pd.DataFrame],
    names: Mapping[str, str],
    title: str,
    columns: int = 3,
) -> Picture:
    """Draw several panels of ties, each actor always in the same place.

    The words say what changes from one panel to the next, if the panels follow each other in time:
    if every heading is a date, later than the one before. Panels of the same day under several
    rules, or of several coders, do not change into each other, so each is told on its own.

    Parameters
    ----------
    tables
        Heading of a panel to ties: the day, as :func:`realignment.ties.snapshots` returns them, or
        what sets the panel apart.
    names
        Every actor to show, id to label, in the order of the circle.
    title
        What the reader should see first.
    columns
        Panels in a row.
    """
    if not tables:
        raise ReadingError("There is no panel to draw; expected at least one table of ties.")
    tables = {heading: read_ties(table, names) for heading, table in tables.items()}
    places = circle(list(names))
    rows = -(-len(tables) // columns)
    figure = Figure(figsize=(3.5 * columns, 2.75 * rows + 1.0), layout="constrained")
    panels = figure.subplots(rows, columns, squeeze=False).ravel()
    for axes in panels:
        axes.axis("off")
    for axes, (heading, table) in zip(panels, tables.items(), strict=False):
        draw_ties(axes, table, places, question_mark=7, apart=0.035)
        draw_actors(axes, places, names, size=7, letters=9, outward=1.2)
        axes.set_title(visible(heading), fontsize=11, loc="center")
        axes.set(xlim=(-1.95, 1.95), ylim=(-1.35, 1.35), aspect="equal")
    figure.suptitle(visible(title), fontweight="bold", x=0.01, ha="left", fontsize=13)
    every = pd.concat(tables.values())
    figure.legend(
        handles=tie_entries(every),
        loc="outside lower center",
        ncols=3,
        frameon=False,
        handlelength=2.9,
        fontsize=10,
    )
    told = as_told_in_time if in_time_order(tables) else each_on_its_own
    return Picture(figure, f"{title}. {told(tables, names)}")


@rc_context(STYLE)
def spell_chart(table: pd.DataFrame, names: Mapping[str, str], title: str, until: str) -> Picture:
    """Draw the spells of ties as bars along a line of time, one line a pair.

    Parameters
    ----------
    table
        As :func:`realignment.ties.tie_spells` returns it.
    names
        Actors, id to label.
    title
        What the reader should see first.
    until
        The day up to which bars that are still open are drawn.
    """
    table = read_ties(table, names, ("start", "end", "why", "made_by"))
    dates.day(until)
    pairs = list(dict.fromkeys(zip(table["source"], table["target"], strict=True)))
    figure, axes = new_figure(9.0, 1.7 + 0.3 * len(pairs))
    axes.xaxis_date()
    said: dict[tuple[str, str], list[str]] = {pair: [] for pair in pairs}
    for row in table.to_dict("records"):
        pair = (row["source"], row["target"])
        days = (dates.day(day) for day in (row["start"], row["end"] or until))
        start, end = map(date2num, days)  # a function without types
        height = 0.66 if row["certainty"] == "CT+" else 0.34
        look = _DOTTED_BAR if row["made_by"] == "cosign" else _BARS[row["sign"]]
        low = pairs.index(pair) - height / 2
        name = f"{pair[0]}-{pair[1]} {row['start']}"
        axes.add_patch(Rectangle((start, low), end - start, height, gid=name, **look))
        if row["why"]:
            axes.plot([end], [pairs.index(pair)], **_ENDS[row["why"]])
        said[pair].append(_spell_words(row, until))
    axes.set_yticks(range(len(pairs)), [visible(pair_words(pair, names)) for pair in pairs])
    axes.autoscale(axis="x")
    axes.set(title=visible(title), ylim=(len(pairs) - 0.4, -0.6))
    axes.tick_params(axis="y", length=0)
    axes.legend(
        handles=_bar_entries(table),
        frameon=False,
        loc="upper left",
        bbox_to_anchor=(1.0, 1.0),
        fontsize=10,
    )
    each = [
        f"{pair_words(pair, names)}: {', then '.join(spells)}." for pair, spells in said.items()
    ]
    return Picture(figure, f"{title}. {len(table)} spells of {len(pairs)} pairs. {' '.join(each)}")


def _bar_entries(table: pd.DataFrame) -> list[Artist]:
    made = table["made_by"] == "cosign"
    entries: list[Artist] = [
        Rectangle((0, 0), 1, 1, label=word, **_BARS[sign])
        for sign, word in SIGN_WORDS.items()
        if ((table["sign"] == sign) & ~made).any()
    ]
    if made.any():
        entries.append(
            Rectangle((0, 0), 1, 1, label="friendly by a joint signature", **_DOTTED_BAR)
        )
    if (table["certainty"] != "CT+").any():
        entries.append(Line2D([], [], color=MIXED, lw=3, label="low bar: not certain"))
    entries += [
        Line2D([], [], label=f"ended: {why}", **look)
        for why, look in _ENDS.items()
        if (table["why"] == why).any()
    ]
    return entries


def _spell_words(row: Mapping[Hashable, Any], until: str) -> str:
    said = SIGN_WORDS[row["sign"]] + (" by a joint signature" if row["made_by"] == "cosign" else "")
    if row["end"]:
        return f"{said} {row['start']} to {row['end']} ({row['why']})"
    return f"{said} from {row['start']}, still open on {until}"


def slider(pictures: Mapping[str, Picture], label: str = "As of") -> ipywidgets.VBox:
    """Return a slider over pictures, such as one map a day; each is drawn once, beforehand.

    Parameters
    ----------
    pictures
        What the slider says at a stop, to the picture that is shown there, in order.
    label
        What stands before the slider.

    Returns
    -------
    ipywidgets.VBox
        Without a running kernel it shows the last picture, as any other picture.
    """
    import ipywidgets  # heavy, and most pictures need none

    pages = {
        visible(stop): picture._repr_mimebundle_()["text/html"]
        for stop, picture in pictures.items()
    }
    stops = list(pages)

    class Slider(ipywidgets.VBox):  # type: ignore[misc]  # a package without types
        def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
            return {**super()._repr_mimebundle_(**options), "text/html": pages[stops[-1]]}

    choice = ipywidgets.SelectionSlider(
        options=stops, value=stops[-1], description=label, layout={"width": "36em"}
    )
    page = ipywidgets.HTML(pages[stops[-1]])
    choice.observe(lambda change: setattr(page, "value", pages[change["new"]]), "value")
    return Slider([choice, page])
