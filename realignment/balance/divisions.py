"""Dividing a signed network into camps: what is asked for, and what comes back."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, overload

import networkx as nx

from realignment.balance.blocks import Block, Solved, blocks_any, blocks_two, rounded
from realignment.balance.cutting_planes import Work, fewest_ties
from realignment.balance.exhaustive import (
    EXHAUSTIVE_STRONG,
    EXHAUSTIVE_WEAK,
    every_division,
    every_division_in_two,
)
from realignment.balance.network import Network, listed, read_signed

MINIMUM_TIES = 1
"""Signed ties that a division needs. Below it nothing was observed, and 0 would claim that all is
balanced. One tie is enough to compute; that a network without a cycle is balanced whatever its
signs is another thing, and ``words`` says it."""

WORK = 8_000_000
"""Steps after which the search for a proof stops: some ten seconds on an ordinary machine. Steps
and not seconds, so that a slow machine gives the same answer as a fast one, only later."""

Pair = tuple[Hashable, Hashable]


@dataclass(frozen=True)
class _Division:
    """What ``strong`` and ``weak`` have in common: see ``StrongBalance`` and ``WeakBalance``."""

    frustrated: int | None
    camps: tuple[tuple[Hashable, ...], ...]
    edges: tuple[Pair, ...]
    proven: bool
    bound: int | None
    denominator: int
    cycles: int
    unplaced: tuple[Hashable, ...]

    _name: ClassVar[str]

    @property
    def words(self) -> str:
        """The result in sentences, with the denominator and with what is not known."""
        ties = ties_in_words(self.denominator)
        if self.frustrated is None:
            said = f"{self._name}: not computable. It needs at least "
            said += f"{ties_in_words(MINIMUM_TIES)}, and there are {self.denominator}."
        else:
            said = f"{self._name}: {self.frustrated} of {ties} frustrated"
            if not self.proven:
                said += f" in the best division found; not proven: at least {self.bound} must be"
            said += "."
            if self.cycles == 0:
                said += " No cycle of ties is closed, so any signs would have given 0."
            said += f" Camps: {' | '.join(listed(camp) for camp in self.camps)}."
            if self.edges:
                said += f" Frustrated: {listed(f'{u}-{v}' for u, v in self.edges)}."
        if self.unplaced:
            said += f" Without a signed tie, in no camp: {listed(self.unplaced)}."
        return said

    def __repr__(self) -> str:
        return f"<{self.words}>"


@dataclass(frozen=True, repr=False)
class StrongBalance(_Division):
    """The best division into two camps.

    Attributes
    ----------
    frustrated
        Frustrated ties (the line index if ``proven``); ``None`` if not computable.
    camps
        Two tuples of actors, the second empty if one camp is enough. The camp of the first actor
        in sorted order comes first. Parts of the network that no tie joins could be turned round
        without a change: here the first actor of each part is put into the first camp.
    edges
        The frustrated ties of this division, as sorted pairs.
    proven
        Whether it is proven that no division does better.
    bound
        Ties that are frustrated in any division, as far as proven.
    denominator
        Number of signed ties.
    cycles
        Independent cycles (ties - actors + connected parts): with none, 0 says nothing.
    unplaced
        Actors without a signed tie: unknown, so in no camp.
    optima
        Number of different divisions that do equally well (turning round an unconnected part is
        no difference); ``None`` where they were not counted.
    """

    optima: int | None

    _name: ClassVar[str] = "Strong balance (two camps)"

    @property
    def words(self) -> str:
        """The result in sentences, with the denominator and with what is not known."""
        said = super().words
        if self.optima is not None and self.optima > 1:
            said += f" {self.optima} divisions do equally well; this is one of them."
        return said


@dataclass(frozen=True, repr=False)
class WeakBalance(_Division):
    """The best division into any number of camps.

    Attributes
    ----------
    frustrated
        Ties in conflict with the division (the fewest possible if ``proven``); ``None`` if not
        computable.
    camps
        Tuples of actors, each held together by friendly ties, ordered by their first actor. Two
        camps between which nothing is known are left apart.
    edges
        The ties in conflict, as sorted pairs.
    proven
        Whether it is proven that no division does better.
    bound
        Ties that are in conflict in any division, as far as proven.
    denominator
        Number of signed ties.
    cycles
        Independent cycles (ties - actors + connected parts): with none, 0 says nothing.
    unplaced
        Actors without a signed tie: unknown, so in no camp.
    """

    _name: ClassVar[str] = "Weak balance (any number of camps)"


def strong(graph: Network, work: int = WORK) -> StrongBalance:
    """Divide a signed network into two camps with the fewest frustrated ties.

    Measured on one core: ten random networks of 60 actors and 180 ties, half of them hostile, were
    all proven, the slowest in 3.5 s. Many more ties per actor are harder.

    Parameters
    ----------
    graph
        Undirected, at most one tie per pair; each edge has ``sign`` +1 or -1.
    work
        Steps after which the search for a proof stops and the best division found is returned with
        ``proven=False``. Blocks of up to ``EXHAUSTIVE_STRONG`` actors are always proven.

    Raises
    ------
    ReadingError
        If the graph is directed, has parallel ties or self-loops, or a sign is not +1 or -1.
    """
    return _divide(graph, two=True, work=work)


def weak(graph: Network, work: int = WORK) -> WeakBalance:
    """Divide a signed network into any number of camps with the fewest ties in conflict.

    Measured on one core: ten random networks of 50 actors and 150 ties, half of them hostile, were
    all proven, the slowest in 5.4 s. Many more ties per actor are harder.

    Parameters
    ----------
    graph
        Undirected, at most one tie per pair; each edge has ``sign`` +1 or -1.
    work
        Steps after which the search for a proof stops and the best division found is returned with
        ``proven=False``. Blocks of up to ``EXHAUSTIVE_WEAK`` actors are always proven.

    Raises
    ------
    ReadingError
        If the graph is directed, has parallel ties or self-loops, or a sign is not +1 or -1.
    """
    return _divide(graph, two=False, work=work)


@overload
def _divide(graph: Network, two: Literal[True], work: int) -> StrongBalance: ...


@overload
def _divide(graph: Network, two: Literal[False], work: int) -> WeakBalance: ...


def _divide(graph: Network, two: bool, work: int) -> StrongBalance | WeakBalance:
    actors, ties = read_signed(graph)
    network: Network = nx.Graph()
    network.add_nodes_from(range(len(actors)))
    network.add_weighted_edges_from(ties, weight="sign")
    tied = {i for i, j, _ in ties} | {j for _, j, _ in ties}
    parts = nx.number_connected_components(network) if actors else 0
    common: dict[str, Any] = {
        "denominator": len(ties),
        "cycles": len(ties) - len(actors) + parts,
        "unplaced": tuple(actor for i, actor in enumerate(actors) if i not in tied),
    }
    if len(ties) < MINIMUM_TIES:
        common |= {"frustrated": None, "camps": (), "edges": (), "proven": False, "bound": None}
        return StrongBalance(**common, optima=None) if two else WeakBalance(**common)

    apart, bound, optima = _solve_blocks(network, two, work)
    groups = _two_camps(network, tied, apart) if two else _any_camps(network, tied, apart)
    camp_of = {i: camp for camp, group in enumerate(groups) for i in group}
    frustrated = [(i, j) for i, j, sign in ties if (camp_of[i] == camp_of[j]) != (sign > 0)]
    common |= {
        "frustrated": len(frustrated),
        "camps": tuple(tuple(actors[i] for i in group) for group in groups),
        "edges": tuple((actors[i], actors[j]) for i, j in frustrated),
        "proven": bound == len(frustrated),
        "bound": bound,
    }
    return StrongBalance(**common, optima=optima) if two else WeakBalance(**common)


def _solve_blocks(
    network: Network, two: bool, work: int
) -> tuple[dict[tuple[int, int], bool], int, int | None]:
    """Return for each tie whether it runs between two labels, the bound, and the optima."""
    apart: dict[tuple[int, int], bool] = {}
    bound, optima, left, camp_of = 0, 1, Work(work), dict[Hashable, int]()
    counted = True
    for members in blocks_two(network) if two else blocks_any(network):
        actors = sorted({i for tie in members for i in tie})
        number = {actor: i for i, actor in enumerate(actors)}
        block = Block(
            len(number), [(number[i], number[j], network[i][j]["sign"]) for i, j in members]
        )
        solved = _solve_small(block, two)
        if solved is None:
            starts = [rounded(block, [0.0] * len(block.ties), two)]
            if not two:  # two camps are a division into any number: do no worse than they do
                if not camp_of:
                    in_two = _divide(network, two=True, work=work)
                    camp_of = {i: camp for camp, group in enumerate(in_two.camps) for i in group}
                starts.append([camp_of[actor] for actor in actors])
            solved = fewest_ties(block, min(starts, key=block.cost), two, left)
        bound += solved.bound
        counted = counted and solved.optima is not None
        optima *= solved.optima or 1
        apart |= {(i, j): solved.labels[number[i]] != solved.labels[number[j]] for i, j in members}
    return apart, bound, optima if counted else None


def _two_camps(
    network: Network, tied: set[int], apart: dict[tuple[int, int], bool]
) -> list[list[int]]:
    """Join the blocks at their cut vertices: same or other camp, tie by tie."""
    side: dict[int, bool] = {}
    for first in sorted(tied):
        if first in side:
            continue
        side[first] = False
        for i, j in nx.bfs_edges(network, first):
            side[j] = side[i] ^ apart[min(i, j), max(i, j)]
    return [[i for i in sorted(tied) if side[i] == which] for which in (False, True)]


def _any_camps(
    network: Network, tied: set[int], apart: dict[tuple[int, int], bool]
) -> list[list[int]]:
    """Join the blocks: a camp is what friendly ties within a label hold together."""
    held: Network = nx.Graph()
    held.add_nodes_from(tied)
    held.add_edges_from(
        tie for tie, parted in apart.items() if not parted and network.edges[tie]["sign"] > 0
    )
    return sorted(sorted(camp) for camp in nx.connected_components(held))


def _solve_small(block: Block, two: bool) -> Solved | None:
    """Solve a block that is balanced, or small enough for every division to be tried."""
    labels = rounded(block, [0.0] * len(block.ties), two)
    if block.cost(labels) == 0:
        return Solved(labels, 0, 1)
    if two and block.size <= EXHAUSTIVE_STRONG:
        return every_division_in_two(block)
    if not two and block.size <= EXHAUSTIVE_WEAK:
        return every_division(block)
    return None


def ties_in_words(count: int) -> str:
    """Return a number of ties, as a sentence has it."""
    return f"{count} signed tie" if count == 1 else f"{count} signed ties"
