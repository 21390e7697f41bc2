"""Where a class parts, and the map that it would draw: pictures that carry their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from realignment.actors import names_of
from realignment.agreement import EMPTY, FIELDS, by_sentence, table
from realignment.cases import Case
from realignment.classroom.lines import class_lines, own_ties, per_cent, who_can_draw
from realignment.errors import ReadingError
from realignment.figures import STYLE, Picture, circle, draw_actors, draw_tie, new_figure
from realignment.figures.apart import control, course
from realignment.figures.style import STROKES, tie_entries
from realignment.spells import Day
from realignment.ties import SIGN_WORDS, Rule
from realignment.untrusted import visible

WIDEST = 9.0
"""The width of a line that everybody would draw, in points."""

_THINNEST = 0.8
_DISCUSS = 3
_FEW = 0.05
"""Lines that so small a share or a smaller one would draw are counted in the words, not listed."""
_PARTS = 0.1
"""The class parts over a pair if the second line of the pair has at least this share."""


def discuss_first(
    codings: pd.DataFrame, fields: Sequence[str] = FIELDS, many: int = _DISCUSS
) -> pd.DataFrame:
    """Return the sentences to discuss first: those on which the coders part furthest.

    Parameters
    ----------
    codings
        As ``case.codings`` has them.
    fields
        Fields of the codebook.
    many
        How many.

    Returns
    -------
    DataFrame
        ``sentence``, ``field`` (the one on which most pairs of coders differ), ``differ`` (the
        share of pairs who do), ``values`` (what was written, with how many coders, the commonest
        first). In order of the mean over the fields.
    """
    apart = by_sentence(codings, fields)
    means = apart.mean(axis="columns").dropna()
    first = means[means > 0].sort_values(ascending=False, kind="stable").head(many)
    rows = []
    for sentence in first.index:
        field = str(apart.loc[sentence].idxmax())
        counts = table(codings, field).loc[sentence].value_counts()
        given = sorted(counts.items(), key=lambda one: (-one[1], str(one[0])))
        values = [(str(value), int(count)) for value, count in given]
        rows.append((int(sentence), field, float(apart.loc[sentence, field]), values))
    return pd.DataFrame(rows, columns=["sentence", "field", "differ", "values"])


@rc_context(STYLE)
def heat_map(codings: pd.DataFrame, fields: Sequence[str] = FIELDS) -> Picture:
    """Draw where the coders part: sentences in rows, fields in columns.

    The darker a square, the more pairs of coders differ; its number says how many of a hundred. The
    words name the three sentences to discuss first.
    """
    apart = by_sentence(codings, fields)
    if apart.empty:
        raise ReadingError("There is no sentence that anybody has coded; expected some.")
    first = discuss_first(codings, fields)
    figure, axes = new_figure(8.4, 0.34 * len(apart) + 1.5)
    values = apart.to_numpy(dtype=float)
    axes.imshow(
        np.nan_to_num(values), cmap="Greys", vmin=0, vmax=1.15, aspect="auto", gid="disagreement"
    )
    for (row, column), value in np.ndenumerate(values):
        said = "·" if np.isnan(value) else f"{100 * value:.0f}"
        dark = not np.isnan(value) and value > 0.55
        axes.text(
            column,
            row,
            said,
            ha="center",
            va="center",
            fontsize=9.5,
            color="white" if dark else "#1f1f1f" if value else "#6b6b6b",
        )
    names = [str(name).replace("_", " ") for name in apart.columns]
    axes.set_xticks(range(len(names)), names, rotation=30, ha="left", rotation_mode="anchor")
    axes.xaxis.tick_top()
    listed = set(first["sentence"])
    rows = [f"{'▸ ' if number in listed else ''}{number}" for number in apart.index]
    axes.set_yticks(range(len(rows)), rows)
    axes.set_ylabel("sentence (▸ discuss first)")
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_xlabel("pairs of coders who differ, of 100; · fewer than two coded it")
    return Picture(figure, _words_of_heat(codings, apart, first))


def _words_of_heat(codings: pd.DataFrame, apart: pd.DataFrame, first: pd.DataFrame) -> str:
    coders = codings["coder"].nunique()
    said = [
        f"{coders} coders, {len(apart)} sentences, {apart.shape[1]} fields: how many of 100 pairs "
        "of coders differ."
    ]
    means = apart.mean().dropna().sort_values(ascending=False, kind="stable")
    if len(means):
        most, least = (str(means.index[place]).replace("_", " ") for place in (0, -1))
        said.append(
            f"By field, from {most} ({100 * means.iloc[0]:.0f} on average) to {least} "
            f"({100 * means.iloc[-1]:.0f})."
        )
    told = [
        f"sentence {row['sentence']}, {row['field'].replace('_', ' ')} ({_split(row['values'])})"
        for row in first.to_dict("records")
    ]
    said.append(f"Discuss first: {'; '.join(told)}." if told else "Nobody differs from anybody.")
    return " ".join(said)


def _split(values: Sequence[tuple[str, int]]) -> str:
    """Say what was written most, and how many wrote so."""
    said = [f"{'nothing' if value == EMPTY else value} {count}" for value, count in values[:2]]
    others = sum(count for _, count in values[2:])
    return ", ".join([*said, *([f"others {others}"] if others else [])])


def class_table(codings: pd.DataFrame, case: Case, rule: Rule = "latest") -> pd.DataFrame:
    """Return the class's map as a table for reading: each line with the share that would draw it.

    Returns
    -------
    DataFrame
        ``one``, ``other``, ``tie``, ``coders`` (``33 of 40``), ``share`` (in per cent), ``certain``
        (per cent of these whose row is certain).
    """
    drawn = who_can_draw(codings)
    lines = class_lines(own_ties(codings, case, rule), len(drawn))
    names = names_of(case.actors, sorted({*lines["source"], *lines["target"]}))
    return pd.DataFrame(
        {
            "one": lines["source"].map(names),
            "other": lines["target"].map(names),
            "tie": lines["sign"].map(SIGN_WORDS),
            "coders": lines["count"].map(lambda count: f"{count} of {len(drawn)}"),
            "share": lines["share"].map(per_cent).astype(int),
            "certain": lines["sure"].map(per_cent).astype(int),
        }
    )


@rc_context(STYLE)
def class_map(
    codings: pd.DataFrame,
    case: Case,
    coder: str = "",
    rule: Rule = "latest",
    at: Day | None = None,
    least: str = "PS+",
) -> Picture:
    """Draw the map that a class would draw, and beside it the one of a single coder.

    Every line has the share of the class that would draw it, as its width and as a number. Where
    some would draw a pair friendly and others hostile, both lines are there.

    Parameters
    ----------
    codings
        As ``load_codings(folder).codings`` has them; ``case.codings`` will do too.
    case
        The story.
    coder
        Whose own map stands beside the class's; nobody's if left out.
    rule, at, least
        As in :func:`realignment.ties.ties`; each coder's ties are made from the main rows.

    Raises
    ------
    ReadingError
        If nobody can draw a line, or there is no such coder.
    """
    drawers = who_can_draw(codings)
    own = own_ties(codings, case, rule, at, least=least)
    lines = class_lines(own, len(drawers))
    if lines.empty:
        raise ReadingError(
            "No sheet holds a line yet; expected kind, actor and recipient to be coded, and a type "
            "or a valence."
        )
    if coder and coder not in set(codings["coder"]):
        raise ReadingError(
            f"There is no coder {coder!r}; expected one of {', '.join(drawers[:12])}."
        )
    names = names_of(case.actors, sorted({*lines["source"], *lines["target"]}))
    places = circle(list(names))
    figure = Figure(figsize=(12.0 if coder else 7.6, 5.2), layout="constrained")
    panels: Any = figure.subplots(1, 2 if coder else 1, squeeze=False)[0]
    _draw_lines(panels[0], lines, places)
    _finish(panels[0], names, places, f"The class: {len(drawers)} coders")
    words = [_words_of_lines(lines, len(drawers), names)]
    if coder:
        mine = own[own["coder"] == coder]
        for row in mine.to_dict("records"):
            one, other = places[row["source"]], places[row["target"]]
            name = f"{coder}:{row['source']}-{row['target']}"
            draw_tie(panels[1], one, other, row["sign"], row["certainty"], gid=name)
        _finish(panels[1], names, places, visible(coder))
        words.append(_words_beside(mine, lines, coder, names))
    share = Line2D([], [], color="none", label="width and number: per cent of the class")
    figure.legend(
        handles=tie_entries(lines.assign(certainty="CT+"), [share]),
        loc="outside lower center",
        ncols=5,
        frameon=False,
        handlelength=2.9,
    )
    return Picture(figure, " ".join(words))


def _draw_lines(axes: Axes, lines: pd.DataFrame, places: Mapping[str, tuple[float, float]]) -> None:
    """Draw the commonest line of each pair straight, and the others bent to either side of it."""
    for (source, target), of_pair in lines.groupby(["source", "target"], sort=False):
        start, end = places[str(source)], places[str(target)]
        for number, row in enumerate(of_pair.to_dict("records")):
            bend = 0.24 * ((number + 1) // 2) * (-1) ** number
            path = course(start, end, control(start, end, bend), 25)
            width = _THINNEST + (WIDEST - _THINNEST) * row["share"]
            strokes = STROKES[int(row["sign"])]
            for (colour, dashes), shift in zip(strokes, _SHIFTS[len(strokes)], strict=True):
                line = Line2D(
                    path[:, 0] + shift,
                    path[:, 1] + shift,
                    color=colour,
                    linestyle=dashes if width < 4 else _dashes(dashes),
                    linewidth=width / len(strokes),
                    zorder=2,
                    gid=f"{source}-{target}:{int(row['sign'])}",
                    solid_capstyle="round",
                    dash_capstyle="butt",
                )
                axes.add_line(line)
            x, y = path[6 if number == 0 else 12]  # no two lines between six cross at a quarter
            axes.text(
                x,
                y,
                per_cent(row["share"]),
                ha="center",
                va="center",
                fontsize=10 if row["share"] >= 0.1 else 7.5,
                zorder=3,
                bbox={"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"},
            )


_SHIFTS = {1: [0.0], 2: [-0.012, 0.012]}


def _dashes(dashes: Any) -> Any:
    """Return the dashes of a wide line: matplotlib makes them longer with the width."""
    return dashes if isinstance(dashes, str) else (0, (1.6, 0.8))


def _finish(
    axes: Axes, names: Mapping[str, str], places: Mapping[str, tuple[float, float]], title: str
) -> None:
    draw_actors(axes, places, names)
    axes.set(title=title, xlim=(-1.8, 1.8), ylim=(-1.35, 1.35), aspect="equal")
    axes.axis("off")


def _words_of_lines(lines: pd.DataFrame, coders: int, names: Mapping[str, str]) -> str:
    often = lines[lines["share"] > _FEW]
    said = [
        f"{names[row['source']]}–{names[row['target']]} {SIGN_WORDS[row['sign']]} "
        f"{row['count']} ({per_cent(row['share'])} %)"
        for row in often.to_dict("records")
    ]
    words = f"Of {coders} coders so many would draw: {'; '.join(said)}."
    if rare := len(lines) - len(often):
        words += f" {rare} more line{'' if rare == 1 else 's'}: at most {100 * _FEW:.0f} % each."
    second = often[often.duplicated(["source", "target"]) & (often["share"] >= _PARTS)]
    both = [
        f"{names[a]}–{names[b]}" for a, b in zip(second["source"], second["target"], strict=True)
    ]
    closing = f"The class parts over {', '.join(dict.fromkeys(both))}." if both else ""
    return f"{words} {closing}".strip()


def _words_beside(
    mine: pd.DataFrame, lines: pd.DataFrame, coder: str, names: Mapping[str, str]
) -> str:
    """Say how one coder's map differs from what most would draw."""
    first = lines[lines["share"] > 0.5]
    common = {(a, b): s for a, b, s in first[["source", "target", "sign"]].itertuples(index=False)}
    own = {(a, b): s for a, b, s in mine[["source", "target", "sign"]].itertuples(index=False)}

    def pair(key: tuple[str, str]) -> str:
        return f"{names[key[0]]}–{names[key[1]]}"

    parts = [
        f"{pair(key)} {SIGN_WORDS[sign]}" + (", most otherwise" if key in common else "")
        for key, sign in own.items()
        if common.get(key) != sign
    ]
    parts += [f"no line {pair(key)}" for key in common if key not in own]
    same = sum(common.get(key) == sign for key, sign in own.items())
    return (
        f"{coder} has {len(own)} lines, {same} of the {len(common)} that more than half would draw"
        + (f"; and: {'; '.join(parts)}." if parts else ".")
    )
