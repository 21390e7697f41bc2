"""The triangles of a signed network, counted by their signs."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

import numpy as np

from realignment.balance.network import Network, read_signed

MINIMUM_TRIANGLES = 1
"""Triangles that a share needs: 0 of 0 is no share."""


@dataclass(frozen=True)
class Triangles:
    """The triangles of a signed network, by their signs.

    Attributes
    ----------
    counts
        Triangles by signs: keys ``+++``, ``++-``, ``+--``, ``---``.
    denominator
        All triangles.
    balanced, share
        Triangles balanced in the strong sense (``+++`` and ``+--``; Heider 1946), and their share.
    weakly_balanced, weak_share
        Those balanced in the weak sense (``---`` too; Davis 1967), and their share. Both shares
        are ``None``, not 1, where there is no triangle.
    """

    counts: dict[str, int]

    @property
    def denominator(self) -> int:
        """All triangles."""
        return sum(self.counts.values())

    @property
    def balanced(self) -> int:
        """Triangles with an even number of hostile ties."""
        return self.counts["+++"] + self.counts["+--"]

    @property
    def weakly_balanced(self) -> int:
        """Triangles without exactly one hostile tie."""
        return self.balanced + self.counts["---"]

    @property
    def share(self) -> float | None:
        """Share of triangles balanced in the strong sense; ``None`` without a triangle."""
        return self._share_of(self.balanced)

    @property
    def weak_share(self) -> float | None:
        """Share of triangles balanced in the weak sense; ``None`` without a triangle."""
        return self._share_of(self.weakly_balanced)

    @property
    def words(self) -> str:
        """The counts in sentences."""
        if self.share is None:
            return "Triangles: not computable. There is no triangle, so no share is balanced."
        kinds = ", ".join(f"{count} {signs}" for signs, count in self.counts.items())
        return (
            f"Triangles: {self.balanced} of {self.denominator} balanced "
            f"({self.weakly_balanced} in the weak sense): {kinds}."
        )

    def _share_of(self, balanced: int) -> float | None:
        return None if self.denominator < MINIMUM_TRIANGLES else balanced / self.denominator

    def __repr__(self) -> str:
        return f"<{self.words}>"


def triangles(graph: Network) -> Triangles:
    """Count the triangles of a signed network by their signs.

    Raises
    ------
    ReadingError
        As ``strong``.
    """
    actors, ties = read_signed(graph)
    friends = np.zeros((len(actors), len(actors)), dtype=np.float64)
    foes = np.zeros_like(friends)
    for i, j, sign in ties:
        matrix = friends if sign > 0 else foes
        matrix[i, j] = matrix[j, i] = 1
    # The trace of a product of three matrices counts closed walks of three steps: a triangle of
    # one sign six times, one with a single odd tie twice.
    two_friends, two_foes = friends @ friends, foes @ foes
    walks = {
        "+++": (two_friends * friends).sum() / 6,
        "++-": (two_friends * foes).sum() / 2,
        "+--": (two_foes * friends).sum() / 2,
        "---": (two_foes * foes).sum() / 6,
    }
    return Triangles({signs: round(count) for signs, count in walks.items()})


def by_chance(graph: Network) -> float:
    """Return how many triangles would be balanced on average if luck dealt out the signs.

    The ties stay where they are, and so do the numbers of friendly and of hostile ones; each way
    to place them is equally likely. A triangle is balanced (in the strong sense) if none of its
    ties is hostile, or two; so of ``p`` friendly and ``m`` hostile ties, ``n`` together, the chance
    is ``(C(p, 3) + p C(m, 2)) / C(n, 3)``, the same for each triangle. The mean is exact.

    Returns
    -------
    float
        A number of triangles, to be set beside :attr:`Triangles.balanced`; 0 without a triangle.

    Raises
    ------
    ReadingError
        As ``strong``.
    """
    _, ties = read_signed(graph)
    closed = triangles(graph).denominator
    if closed == 0:
        return 0.0
    friendly = sum(sign > 0 for *_, sign in ties)
    hostile = len(ties) - friendly
    chosen = comb(friendly, 3) + friendly * comb(hostile, 2)
    return closed * chosen / comb(len(ties), 3)
