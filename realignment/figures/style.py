"""The look of every picture: widths, dashes, letters, legend, and how a picture shows itself.

A picture here shows itself in three ways at once: as HTML (the image with its text alternative, and
the same words below it), as a bare PNG, and as plain text. JupyterLab drops the text alternative of
a bare PNG, an export to LaTeX drops the HTML, and a terminal has neither; so each keeps the words.
The words come from the data that is drawn, never typed by hand.

Friendly is blue and solid, hostile is vermilion and dashed: no meaning rests on colour alone. How
sure a tie is has a channel of its own: width, and a question mark.
"""

from __future__ import annotations

import base64
import html
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

import pandas as pd
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from PIL import Image

from realignment.colours import FRIENDLY, HOSTILE, INK, MIXED
from realignment.ties import SIGN_WORDS
from realignment.untrusted import visible

Dashes = Any  # matplotlib's word for it: a sign, or an offset and the lengths of dashes

SOLID: Dashes = "-"
DASHED: Dashes = (0, (4.5, 2.2))
WIDTH = {"CT+": 3.0, "PR+": 1.8, "PS+": 1.1}
"""Width of a line, in points, by certainty."""

STROKES: dict[int, list[tuple[str, Dashes]]] = {
    1: [(FRIENDLY, SOLID)],
    -1: [(HOSTILE, DASHED)],
    0: [(FRIENDLY, SOLID), (HOSTILE, DASHED)],
}
"""The lines that a tie is drawn with, by its sign: colour and dashes. A mixed one has both."""

COSIGNED: dict[str, Any] = {"color": MIXED, "ls": ":", "lw": 7, "alpha": 0.4, "zorder": 1}
"""What lies under a tie that a joint signature made and no act between the two."""

STYLE: dict[Any, Any] = {
    "font.size": 11.0,
    "axes.titlesize": 13.0,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "text.parse_math": False,
}
"""matplotlib settings. ``text.parse_math`` is off since a name may hold a dollar sign."""

DOTS_PER_INCH = 110


class Picture:
    """A figure with its words.

    Parameters
    ----------
    figure
        A matplotlib figure. If pyplot made it, pyplot forgets it, so that it is not shown twice.
    words
        What it shows, for those who do not see it; from the data.
    """

    def __init__(self, figure: Figure, words: str) -> None:
        self.figure = figure
        self.words = visible(words)
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            pyplot.close(figure)

    def png(self) -> bytes:
        """Return the picture as a PNG file."""
        file = io.BytesIO()
        with rc_context(STYLE), laid_out(self.figure, DOTS_PER_INCH):
            # As bare pixels: a file of all colours would be packed only to be unpacked again.
            self.figure.savefig(file, format="rgba", dpi=DOTS_PER_INCH)
        let_go(self.figure)
        # A stored notebook holds each picture twice; few colours make it a third as large. The
        # octree keeps the colours of small marks, which the usual median cut would turn grey.
        size = (self.figure.get_size_inches() * DOTS_PER_INCH).astype(int)
        full = Image.frombytes("RGBA", tuple(size), file.getvalue()).convert("RGB")
        few = full.quantize(256, method=Image.Quantize.FASTOCTREE)
        small = io.BytesIO()
        few.save(small, format="png", compress_level=8)  # 9 takes three times as long for 1 %
        return small.getvalue()

    def svg(self) -> bytes:
        """Return the picture as an SVG file, with its words as description; the same each time."""
        file = io.BytesIO()
        settings = {"svg.fonttype": "none", "svg.hashsalt": "reading-realignment"}
        about = {"Description": self.words, "Creator": None, "Date": None}
        with rc_context(STYLE | settings):
            self.figure.savefig(file, format="svg", metadata=about)
        return file.getvalue()

    def __repr__(self) -> str:
        return f"In words: {self.words}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        picture = base64.b64encode(self.png()).decode("ascii")
        words = html.escape(self.words)
        return {
            "text/html": (
                # A line of its own: JupyterLab shows the first line of an output that is folded.
                '<figure class="rr-picture" style="margin:0;max-width:100%">\n'
                f'<img alt="{words}" src="data:image/png;base64,{picture}" '
                'style="max-width:100%;height:auto">'
                f"<figcaption><b>In words:</b> {words}</figcaption></figure>"
            ),
            "image/png": picture,
            "text/plain": repr(self),
        }


@contextmanager
def laid_out(figure: Figure, dpi: float) -> Iterator[None]:
    """Lay a figure out for a number of dots per inch, and leave it so while it is saved.

    ``savefig`` would draw all of it once to lay it out, and once more to see it.
    """
    engine, own = figure.get_layout_engine(), figure.dpi
    if engine is None:
        yield
        return
    try:
        figure.dpi = dpi
        engine.execute(figure)
        figure.set_layout_engine(None)
        yield
    finally:
        figure.set_layout_engine(engine)
        figure.dpi = own


def let_go(figure: Figure) -> None:
    """Let go of the pixels that a figure was drawn on, some 3 MB each.

    Every text keeps a hold on them after a drawing, in case it is measured; it asks anew if it has
    none. IPython keeps each picture that a cell showed, so a kernel would fill with them.
    """
    for text in figure.findobj(Text):
        cast(Any, text)._renderer = None


def new_figure(width: float = 8.0, height: float = 4.5) -> tuple[Figure, Axes]:
    """Return an empty figure in the module's style; width and height in inches."""
    with rc_context(STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots()
    return figure, axes


def legend_of_ties(
    axes: Axes, table: pd.DataFrame, extra: Sequence[Artist] = (), **where: Any
) -> None:
    """Explain only what is there: signs, uncertain ties, mixed ties, and what is given extra."""
    axes.legend(handles=tie_entries(table, extra), frameon=False, handlelength=2.9, **where)


def tie_entries(table: pd.DataFrame, extra: Sequence[Artist] = ()) -> list[Artist]:
    """Return the legend's entries for what is in a table of ties, and what is given extra."""
    entries: list[Artist] = []
    if (table["sign"] > 0).any():
        entries.append(Line2D([], [], color=FRIENDLY, ls=SOLID, lw=3, label=SIGN_WORDS[1]))
    if (table["sign"] < 0).any():
        entries.append(Line2D([], [], color=HOSTILE, ls=DASHED, lw=3, label=SIGN_WORDS[-1]))
    if (table["sign"] == 0).any():
        entries.append(Line2D([], [], color=MIXED, ls=SOLID, lw=3, label="mixed (both lines)"))
    if (table["certainty"] != "CT+").any():
        entries.append(Line2D([], [], color=MIXED, ls=SOLID, lw=1.4, label="thin, ?: not certain"))
    if "made_by" in table and (table["made_by"] == "cosign").any():
        entries.append(Line2D([], [], label="on grey dots: by a joint signature", **COSIGNED))
    entries.append(Line2D([], [], color="none", label="no line: unknown"))
    return [*entries, *extra]
