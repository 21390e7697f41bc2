"""Pictures that carry their own words, in one style.

``style``: the look, and how a picture shows itself; ``words``: what is said of ties; ``network``:
signed networks and the matrix beside them; ``time``: panels, spells and a slider; ``map``: ties and
what stood on one day, on a map.
"""

from realignment.colours import FRIENDLY, HOSTILE, INK, MIXED
from realignment.figures.map import alliance_map, film_strip, map_at
from realignment.figures.network import (
    circle,
    draw_actors,
    draw_tie,
    mark_cosigned,
    matrix,
    network,
)
from realignment.figures.style import (
    DOTS_PER_INCH,
    STYLE,
    WIDTH,
    Picture,
    legend_of_ties,
    new_figure,
)
from realignment.figures.time import slider, small_multiples, spell_chart
from realignment.figures.words import tie_list

__all__ = [
    "DOTS_PER_INCH",
    "FRIENDLY",
    "HOSTILE",
    "INK",
    "MIXED",
    "STYLE",
    "WIDTH",
    "Picture",
    "alliance_map",
    "circle",
    "draw_actors",
    "draw_tie",
    "film_strip",
    "legend_of_ties",
    "map_at",
    "mark_cosigned",
    "matrix",
    "network",
    "new_figure",
    "slider",
    "small_multiples",
    "spell_chart",
    "tie_list",
]
