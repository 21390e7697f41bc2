"""Lines kept apart: none lies on a stretch of another, and none runs through a third one's dot."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
Course = npt.NDArray[np.float64]

NEAR = 3.5
"""Lines closer than this, in points on paper, cover each other."""

LONGEST = 24.0
"""So long, in points, may two lines cover each other: at a crossing, or where they meet."""

_STEP = 0.08
_STEPS = [step * _STEP for step in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6)]
_POINTS = 64


def control(a: Point, b: Point, bend: float) -> Point:
    """Return the control point of a line that swings out by a share of its length.

    From west to east it swings to the north if the share is positive.
    """
    (x0, y0), (x1, y1) = a, b
    return (x0 + x1) / 2 - bend * (y1 - y0), (y0 + y1) / 2 + bend * (x1 - x0)


def course(a: Point, b: Point, via: Point, points: int = _POINTS) -> Course:
    """Return points of a quadratic Bézier curve from a to b, shape (points, 2)."""
    t = np.linspace(0.0, 1.0, points)[:, None]
    ends = (1 - t) ** 2 * np.array(a) + t**2 * np.array(b)
    return np.asarray(ends + 2 * t * (1 - t) * np.array(via))


def bends(
    ends: Sequence[tuple[Point, Point]],
    wanted: Sequence[float],
    dots: Iterable[Point] = (),
    clear: float = 6.0,
) -> list[float]:
    """Choose how far each line swings out, so that none hides another.

    One line after the other takes the bend that is wanted, or the next one to it with which it
    shares no stretch with the lines before it and passes no dot but its own.

    Parameters
    ----------
    ends
        The two ends of each line, in points on paper.
    wanted
        The bend of each line where nothing is in its way, as a share of its length.
    dots
        The places that a line must not pass over if it does not end there, in points on paper.
    clear
        How far from them a line must pass, in points.

    Returns
    -------
    list of float
        The bends; where none is free, the one that hides least.
    """
    placed: list[Course] = []
    chosen = []
    spots = [np.array(dot) for dot in dots]
    for (a, b), wish in zip(ends, wanted, strict=True):
        others = [dot for dot in spots if min(np.hypot(*(dot - end)) for end in (a, b)) > NEAR]
        costs: list[tuple[float, int, float, Course]] = []
        for step in _STEPS:
            line = course(a, b, control(a, b, wish + step))
            passed = sum(_distance(dot[None], line).min() < clear for dot in others)
            hidden = (covered(line, other) for other in placed)
            cost = sum(length for length in hidden if length > LONGEST) + 100.0 * passed
            costs.append((cost, len(costs), wish + step, line))
            if not cost:
                break
        _, _, bend, line = min(costs, key=lambda tried: tried[:2])
        placed.append(line)
        chosen.append(bend)
    return chosen


def covered(line: Course, other: Course) -> float:
    """Return the length of the longest stretch on which a line lies on another, in points."""
    apart = np.maximum(line.min(axis=0) - other.max(axis=0), other.min(axis=0) - line.max(axis=0))
    if apart.max() > NEAR:
        return 0.0
    close = _distance(line, other) < NEAR
    lengths = np.hypot(*np.diff(line, axis=0).T) * (close[1:] & close[:-1])
    stretches = itertools.groupby(lengths, key=bool)
    return max((float(sum(stretch)) for _, stretch in stretches), default=0.0)


def _distance(points: Course, line: Course) -> Course:
    """Return the distance of each point from a line of many points."""
    start, along = line[:-1], np.diff(line, axis=0)
    from_start = points[:, None] - start
    share = (from_start * along).sum(axis=2) / np.maximum((along**2).sum(axis=1), 1e-12)
    away = from_start - np.clip(share, 0.0, 1.0)[:, :, None] * along
    return np.asarray(np.sqrt((away**2).sum(axis=2)).min(axis=1))
