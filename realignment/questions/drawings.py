"""Rules that judge a drawn network, for every lesson that asks for one.

What a student drew comes as :class:`~realignment.answers.Lines`; what should be there, as a dict
from pair to sign. Each rule looks at one thing, so that a question can name the mistake. A tie that
is missing, or there without reason, is not theirs to judge: only :func:`shows` asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from realignment.answers import Lines, Look, Pair
from realignment.colours import FRIENDLY, HOSTILE

Signs = Mapping[Pair, int]


def swapped(given: Lines, true: Signs) -> bool:
    """Tell whether a line has the module's colour of the opposite sign."""
    opposite = {1: HOSTILE, -1: FRIENDLY}
    return any(
        given.edges[pair].colour == opposite.get(sign)
        for pair, sign in true.items()
        if pair in given.edges
    )


def looks_of(given: Lines, true: Signs, sign: int) -> set[Look]:
    """Return the looks in which the ties of one sign are drawn."""
    return {given.edges[p] for p, s in true.items() if s == sign and p in given.edges}


def colours_of(given: Lines, true: Signs, sign: int) -> set[str]:
    """Return the colours in which the ties of one sign are drawn."""
    return {look.colour for look in looks_of(given, true, sign)}


def wrong_colours(given: Lines, true: Signs) -> bool:
    """Tell whether friendly and hostile lines do not each have one colour, or share one."""
    friendly, hostile = (colours_of(given, true, sign) for sign in (1, -1))
    return len(friendly) > 1 or len(hostile) > 1 or bool(friendly & hostile)


def colour_alone(given: Lines, true: Signs) -> bool:
    """Tell whether hostile lines are not dashed, or friendly ones are."""
    return any(
        given.edges[pair].dashed != (sign < 0) for pair, sign in true.items() if pair in given.edges
    )


def friends_dashed(given: Lines, true: Signs) -> bool:
    """Tell whether a friendly line is dashed: the dashes are there, and on the wrong lines."""
    return any(
        given.edges[pair].dashed for pair, s in true.items() if s > 0 and pair in given.edges
    )


def unlabelled(given: Lines, actors: Iterable[str]) -> bool:
    """Tell whether an actor has no label, so that its lines seem to run to a neighbour."""
    return not set(actors) <= given.labels


def shows(given: Lines, true: Signs) -> bool:
    """Tell whether a drawing has these ties and no others, each in the look of its sign."""
    return (
        set(given.edges) == set(true)
        and not swapped(given, true)
        and not wrong_colours(given, true)
        and not colour_alone(given, true)
    )


def has_legend(given: Lines, true: Signs) -> bool:
    """Tell whether the legend explains each sign that occurs by the look of its own lines.

    Dashed lines need a dashed handle: printed in grey, a legend of two colours says nothing.
    """
    for sign, word in ((1, "friendly"), (-1, "hostile")):
        told = [looks for label, looks in given.legend.items() if _says(label, word)]
        if sign in true.values() and set().union(*told) != looks_of(given, true, sign):
            return False
    return True


def _says(label: str, word: str) -> bool:
    """Tell whether a label says a word, and does not deny it."""
    denied = rf"\b(?:not|no|non|never)[\s-]+(?:an? |the )?{word}\b"
    return word in re.findall(r"\w+", re.sub(denied, "", label))
