"""Structural balance of a signed network: exactly, or with an honest bound.

Two questions are easily mistaken for one another, so they have two functions.

* ``strong``: can the actors be divided into **two** camps, friends inside, foes across? This is
  the balance of Heider (1946) and of Cartwright and Harary (1956). The fewest ties that stand
  against any such division are the *line index* of Harary (1959), or frustration index.
* ``weak``: the same with **any number** of camps, after Davis (1967): the enemy of my enemy may be
  my enemy too. The fewest ties in conflict are the optimum of *correlation clustering* (Bansal,
  Blum and Chawla 2004).

In both, a tie is *frustrated* if it is friendly across camps or hostile within one. The number
needs its denominator, and it describes ties as they were told: not why they are so.

How it is computed. Both questions ask for the fewest ties that meet every *bad cycle*: a cycle
with an odd number of hostile ties (strong), or with exactly one (weak; Davis 1967; Demaine,
Emanuel, Fiat and Immorlica 2006). No cycle crosses a cut vertex, so each biconnected block is
solved alone; for weak, hostile ties between two groups that no friendly tie joins are set aside
first, as they can always be kept. A small block is solved by going through every division; a
larger one as a linear program whose rows are bad cycles, added where they are violated
(Grötschel, Jünger and Reinelt 1987), then as an integer program, both by HiGHS (Huangfu and Hall
2018), which is imported only then.

References
----------
Bansal, N., Blum, A. and Chawla, S. (2004). Correlation clustering. *Machine Learning* 56, 89-113.
Cartwright, D. and Harary, F. (1956). Structural balance: a generalization of Heider's theory.
*Psychological Review* 63 (5), 277-293.
Davis, J. A. (1967). Clustering and structural balance in graphs. *Human Relations* 20 (2), 181-187.
Demaine, E. D., Emanuel, D., Fiat, A. and Immorlica, N. (2006). Correlation clustering in general
weighted graphs. *Theoretical Computer Science* 361 (2-3), 172-187.
Grötschel, M., Jünger, M. and Reinelt, G. (1987). Calculating exact ground states of spin glasses:
a polyhedral approach. In *Heidelberg Colloquium on Glassy Dynamics*, Springer, 325-353.
Harary, F. (1959). On the measurement of structural balance. *Behavioral Science* 4 (4), 316-323.
Heider, F. (1946). Attitudes and cognitive organization. *Journal of Psychology* 21, 107-112.
Huangfu, Q. and Hall, J. A. J. (2018). Parallelizing the dual revised simplex method.
*Mathematical Programming Computation* 10, 119-142.
"""

from __future__ import annotations

import heapq
import inspect
import math
import time
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, wraps
from types import SimpleNamespace
from typing import Any, ClassVar

import networkx as nx
import numpy as np

from realignment.errors import ReadingError

MINIMUM_TIES = 1
"""Signed ties that a division needs. Below it nothing was observed, and 0 would claim that all is
balanced. One tie is enough to compute; that a network without a cycle is balanced whatever its
signs is another thing, and ``words`` says it."""

MINIMUM_TRIANGLES = 1
"""Triangles that a share needs: 0 of 0 is no share."""

EXHAUSTIVE_STRONG = 24
"""Actors of a block up to which every division into two camps is tried (8 million of them)."""

EXHAUSTIVE_WEAK = 18
"""Actors of a block up to which every division into any number of camps is tried."""

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
        if self.frustrated is None:
            said = f"{self._name}: not computable. It needs at least {_ties(MINIMUM_TIES)}, "
            said += f"and there are {self.denominator}."
        else:
            said = f"{self._name}: {self.frustrated} of {_ties(self.denominator)} frustrated"
            if not self.proven:
                said += f" in the best division found; not proven: at least {self.bound} must be"
            said += "."
            if self.cycles == 0:
                said += " No cycle of ties is closed, so any signs would have given 0."
            said += f" Camps: {' | '.join(_listed(camp) for camp in self.camps)}."
            if self.edges:
                said += f" Frustrated: {_listed(f'{u}-{v}' for u, v in self.edges)}."
        if self.unplaced:
            said += f" Without a signed tie, in no camp: {_listed(self.unplaced)}."
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


def strong(graph: nx.Graph, seconds: float = 10.0) -> StrongBalance:
    """Divide a signed network into two camps with the fewest frustrated ties.

    Measured on one core: ten random networks of 60 actors and 180 ties, half of them hostile, were
    all proven, the slowest in 3.5 s. Many more ties per actor are harder.

    Parameters
    ----------
    graph
        Undirected, at most one tie per pair; each edge has ``sign`` +1 or -1.
    seconds
        Time after which the search for a proof stops and the best division found is returned with
        ``proven=False``. Blocks of up to ``EXHAUSTIVE_STRONG`` actors are always proven.

    Raises
    ------
    ReadingError
        If the graph is directed, has parallel ties or self-loops, or a sign is not +1 or -1.
    """
    return _divide(graph, two=True, seconds=seconds)


def weak(graph: nx.Graph, seconds: float = 10.0) -> WeakBalance:
    """Divide a signed network into any number of camps with the fewest ties in conflict.

    Measured on one core: ten random networks of 50 actors and 150 ties, half of them hostile, were
    all proven, the slowest in 5.4 s. Many more ties per actor are harder.

    Parameters
    ----------
    graph
        Undirected, at most one tie per pair; each edge has ``sign`` +1 or -1.
    seconds
        Time after which the search for a proof stops and the best division found is returned with
        ``proven=False``. Blocks of up to ``EXHAUSTIVE_WEAK`` actors are always proven.

    Raises
    ------
    ReadingError
        If the graph is directed, has parallel ties or self-loops, or a sign is not +1 or -1.
    """
    return _divide(graph, two=False, seconds=seconds)


# Triangles


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


def triangles(graph: nx.Graph) -> Triangles:
    """Count the triangles of a signed network by their signs.

    Raises
    ------
    ReadingError
        As ``strong``.
    """
    actors, ties = _read(graph)
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


# Reading a graph


def _read(graph: nx.Graph) -> tuple[list[Hashable], list[tuple[int, int, int]]]:
    """Return the actors in sorted order and the ties as (i, j, sign), i < j, sorted."""
    if not isinstance(graph, nx.Graph):
        raise ReadingError(
            f"Balance reads a networkx Graph, not {type(graph).__name__}: "
            "make one with ties.to_graph."
        )
    if graph.is_directed():
        raise ReadingError(
            "Balance reads undirected ties, and this graph is directed: decide first how the two "
            "directions of a pair make one tie, for instance with ties.ties."
        )
    if graph.is_multigraph():
        raise ReadingError(
            "Balance reads one tie per pair, and this graph allows several: decide first what "
            "they add up to, for instance with ties.ties."
        )
    actors = _in_order(graph.nodes)
    number = {actor: i for i, actor in enumerate(actors)}
    ties = []
    for u, v, sign in graph.edges(data="sign"):
        if u == v:
            raise ReadingError(
                f"{u} has a tie to itself: balance is about pairs, so drop such ties first with "
                "graph.remove_edges_from(nx.selfloop_edges(graph)), and count them."
            )
        if sign is None:
            raise ReadingError(
                f"The tie {u}-{v} has no sign: give each edge sign=1 (friendly) or sign=-1 "
                "(hostile)."
            )
        if not (_is_number(sign) and sign in (1, -1)):
            raise ReadingError(
                f"The tie {u}-{v} has the sign {sign!r}, and balance knows 1 and -1 only: drop "
                "mixed or unknown ties first with graph.remove_edge, and count them."
            )
        ties.append((*sorted((number[u], number[v])), int(sign)))
    return actors, sorted(ties)


def _is_number(sign: Any) -> bool:
    return isinstance(sign, int | float | np.integer | np.floating) and not isinstance(sign, bool)


def _in_order(actors: Iterable[Hashable]) -> list[Hashable]:
    """Sort actors so that results do not depend on the order in which a graph was built."""
    actors = list(actors)
    try:
        return sorted(actors)
    except TypeError:  # of different types: their names can always be compared
        return sorted(actors, key=lambda actor: (type(actor).__name__, str(actor)))


def _listed(names: Iterable[Any]) -> str:
    return ", ".join(map(str, names)) or "nobody"


def _ties(count: int) -> str:
    return f"{count} signed tie" if count == 1 else f"{count} signed ties"


# Dividing: a network into blocks, blocks into labels, labels into camps


@dataclass(frozen=True)
class _Block:
    """A part of the network that can be divided by itself: ``size`` actors, 0 to size - 1."""

    size: int
    ties: list[tuple[int, int, int]]  # i, j, sign

    def cost(self, labels: list[int]) -> int:
        return sum((labels[i] == labels[j]) != (sign > 0) for i, j, sign in self.ties)


@dataclass(frozen=True)
class _Solved:
    """One label per actor of a block, how many ties must be frustrated, how many labellings."""

    labels: list[int]
    bound: int
    optima: int | None


def _divide(graph: nx.Graph, two: bool, seconds: float) -> Any:
    actors, ties = _read(graph)
    network = nx.Graph()
    network.add_nodes_from(range(len(actors)))
    network.add_weighted_edges_from(ties, weight="sign")
    tied = {i for i, j, _ in ties} | {j for _, j, _ in ties}
    common = {
        "denominator": len(ties),
        "cycles": len(ties) - len(actors) + nx.number_connected_components(network)
        if actors
        else 0,
        "unplaced": tuple(actor for i, actor in enumerate(actors) if i not in tied),
    }
    if len(ties) < MINIMUM_TIES:
        nothing: dict[str, Any] = {"frustrated": None, "camps": (), "edges": ()}
        nothing |= {"proven": False, "bound": None}
        if two:
            return StrongBalance(**nothing, **common, optima=None)
        return WeakBalance(**nothing, **common)

    deadline = time.monotonic() + seconds
    bound, optima, apart = 0, 1, {}  # apart: does a tie run between two labels of its block?
    for members in _blocks_two(network) if two else _blocks_any(network):
        number = {member: i for i, member in enumerate(sorted({i for tie in members for i in tie}))}
        block = _Block(
            len(number), [(number[i], number[j], network[i][j]["sign"]) for i, j in members]
        )
        solved = _solve(block, two, deadline)
        bound += solved.bound
        optima = None if optima is None or solved.optima is None else optima * solved.optima
        apart |= {(i, j): solved.labels[number[i]] != solved.labels[number[j]] for i, j in members}

    groups = _two_camps(network, tied, apart) if two else _any_camps(network, tied, apart)
    camp_of = {i: camp for camp, group in enumerate(groups) for i in group}
    frustrated = [(i, j) for i, j, sign in ties if (camp_of[i] == camp_of[j]) != (sign > 0)]
    found = {
        "frustrated": len(frustrated),
        "camps": tuple(tuple(actors[i] for i in group) for group in groups),
        "edges": tuple((actors[i], actors[j]) for i, j in frustrated),
        "proven": bound == len(frustrated),
        "bound": bound,
    }
    if two:
        return StrongBalance(**found, **common, optima=optima)
    return WeakBalance(**found, **common)


def _blocks_two(network: nx.Graph) -> list[list[tuple[int, int]]]:
    """Return the biconnected blocks as lists of ties: no cycle belongs to two of them."""
    blocks = [[tuple(sorted(tie)) for tie in b] for b in nx.biconnected_component_edges(network)]
    return sorted(sorted(block) for block in blocks)


def _blocks_any(network: nx.Graph) -> list[list[tuple[int, int]]]:
    """Return the blocks for any number of camps, without the hostile ties that can all be kept.

    Some best division has no camp that friendly ties do not hold together. A hostile tie between
    two groups that no friendly tie joins is therefore kept for nothing; without it a block may
    fall apart, so the search is repeated until none is left.
    """
    done, waiting = [], [network]
    while waiting:
        part = waiting.pop()
        friendly = nx.Graph()
        friendly.add_nodes_from(part)
        friendly.add_edges_from((i, j) for i, j, sign in part.edges(data="sign") if sign > 0)
        groups = enumerate(nx.connected_components(friendly))
        group_of = {i: group for group, members in groups for i in members}
        inside = [(i, j) for i, j in part.edges if group_of[i] == group_of[j]]
        blocks = _blocks_two(part.edge_subgraph(inside))
        if len(blocks) == 1 and len(blocks[0]) == part.number_of_edges():
            done += blocks
        else:
            waiting += [part.edge_subgraph(block).copy() for block in blocks]
    return sorted(done)


def _two_camps(
    network: nx.Graph, tied: set[int], apart: dict[tuple[int, int], bool]
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
    network: nx.Graph, tied: set[int], apart: dict[tuple[int, int], bool]
) -> list[list[int]]:
    """Join the blocks: a camp is what friendly ties within a label hold together."""
    held = nx.Graph()
    held.add_nodes_from(tied)
    held.add_edges_from(
        tie for tie, parted in apart.items() if not parted and network.edges[tie]["sign"] > 0
    )
    return sorted(sorted(camp) for camp in nx.connected_components(held))


def _solve(block: _Block, two: bool, deadline: float) -> _Solved:
    labels = _rounded(block, [0.0] * len(block.ties), two)
    if block.cost(labels) == 0:
        return _Solved(labels, 0, 1)
    if two and block.size <= EXHAUSTIVE_STRONG:
        return _every_division_in_two(block)
    if not two and block.size <= EXHAUSTIVE_WEAK:
        return _every_division(block)
    return _covered(block, labels, two, deadline)


# Small blocks: every division


def _every_division_in_two(block: _Block) -> _Solved:
    """Count the frustrated ties of all 2**(size - 1) divisions; actor 0 stays in camp 0.

    Division number d has actor k + 1 in camp ``d >> k & 1``. The counts for one actor more are
    the old ones, once with the newcomer in camp 0 and once in camp 1.
    """
    counts = np.zeros(1, dtype=np.int16)
    for newcomer in range(1, block.size):
        signs = {i: sign for i, j, sign in block.ties if j == newcomer}
        frustrated = np.full(1, signs.get(0, 0) < 0, dtype=np.int16)  # if the newcomer joins camp 0
        for earlier in range(1, newcomer):
            sign = signs.get(earlier, 0)
            frustrated = np.concatenate([frustrated + (sign < 0), frustrated + (sign > 0)])
        counts = np.concatenate([counts + frustrated, counts + (len(signs) - frustrated)])
    best = int(counts.argmin())
    labels = [0] + [best >> k & 1 for k in range(block.size - 1)]
    return _Solved(labels, int(counts[best]), int((counts == counts[best]).sum()))


def _every_division(block: _Block) -> _Solved:
    """Find the best division into any number of camps by way of the best ones of all subsets.

    A subset is a number whose bits are its actors. ``worth[s]`` is friendly less hostile ties
    within s as one camp; ``best[s]`` the largest total worth of a division of s. The camp of the
    last actor of s is tried as every subset of the others.
    """
    last = block.size - 1
    worth = np.zeros(1, dtype=np.int16)
    best = np.zeros(1, dtype=np.int16)
    for newcomer in range(block.size):
        signs = {i: sign for i, j, sign in block.ties if j == newcomer}
        pull = np.zeros(1, dtype=np.int16)
        for earlier in range(newcomer):
            pull = np.concatenate([pull, pull + signs.get(earlier, 0)])
        with_newcomer = worth + pull
        if newcomer < last:
            best = np.concatenate([best, _best_of_splits(with_newcomer, best)])
        worth = np.concatenate([worth, with_newcomer])

    labels = [0] * block.size
    rest, camp, total = (1 << block.size) - 1, 0, 0
    while rest:
        newcomer = rest.bit_length() - 1
        others = rest ^ (1 << newcomer)
        companions = np.arange(1 << newcomer)
        companions = companions[companions & ~others == 0]
        values = worth[companions | 1 << newcomer] + best[others ^ companions]
        chosen = int(companions[values.argmax()]) | 1 << newcomer
        total += int(worth[chosen])
        for i in range(block.size):
            if chosen >> i & 1:
                labels[i] = camp
        rest, camp = rest ^ chosen, camp + 1
    friendly = sum(sign > 0 for *_, sign in block.ties)
    return _Solved(labels, friendly - total, None)


def _best_of_splits(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return, for each subset s, the largest a[t] + b[s without t] over the subsets t of s.

    Both arrays have length 2**k. The highest bit is out of s, or in t, or in the rest: three
    smaller problems. From 2**9 downwards all pairs of s and t (3**9) are laid side by side.
    """
    if len(a) > 512:
        half = len(a) // 2
        low = _best_of_splits(a[:half], b[:half])
        taken = _best_of_splits(a[half:], b[:half])
        left = _best_of_splits(a[:half], b[half:])
        return np.concatenate([low, np.maximum(taken, left)])
    parts, rests, starts = _pairs_of_subsets(len(a))
    return np.maximum.reduceat(a[parts] + b[rests], starts)


@lru_cache
def _pairs_of_subsets(count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return every subset t of every s below ``count``, s without t, and where each s starts."""
    every = np.arange(count)
    subsets = [every[every & ~s == 0] for s in every]
    parts = np.concatenate(subsets)
    sizes = [len(of_s) for of_s in subsets]
    rests = np.repeat(every, sizes) ^ parts
    return parts, rests, np.cumsum([0, *sizes[:-1]])


# Larger blocks: the fewest ties that meet every bad cycle


def _covered(block: _Block, labels: list[int], two: bool, deadline: float) -> _Solved:
    """Find the fewest ties that meet every bad cycle, by a linear, then an integer program.

    ``weights`` says for each tie how far it is frustrated, from 0 to 1. A bad cycle lighter than
    1 is a row that the program lacks. Each solution is also rounded to a division, so that there
    is always one to return.
    """
    best, bound = labels, 0

    def stop(weights: list[float], value: float) -> bool:
        nonlocal best, bound
        if math.isfinite(value):
            bound = max(bound, math.ceil(value - 1e-6))
        best = min(best, _improved(block, _rounded(block, weights, two), two), key=block.cost)
        return bound >= block.cost(best) or time.monotonic() >= deadline

    # Bad cycles without a common tie: as many ties must be frustrated, without any program.
    weights = [0.0] * len(block.ties)
    cycles = list(_bad_cycles(block, weights, two, deadline, disjoint=True))
    if stop(weights, len(cycles)):
        return _Solved(best, bound, None)

    program = _program(block, cycles, whole=False)
    while True:  # the linear program
        program.setOptionValue("time_limit", program.getRunTime() + deadline - time.monotonic())
        program.run()
        if not _is_optimal(program):  # out of time: cut short, it bounds nothing
            return _Solved(best, bound, None)
        weights = list(program.getSolution().col_value)
        if stop(weights, program.getInfo().objective_function_value):
            return _Solved(best, bound, None)
        new = list(_bad_cycles(block, weights, two, deadline))
        if not new:
            break
        _add_rows(program, new)
        cycles += new

    while True:  # no row is missing, yet the weights are no division: whole numbers from here
        program = _program(block, cycles, whole=True)
        program.setOptionValue("time_limit", max(0.0, deadline - time.monotonic()))
        program.run()
        weights = list(program.getSolution().col_value)
        if stop(weights, program.getInfo().mip_dual_bound) or not _is_optimal(program):
            return _Solved(best, bound, None)
        weights = [float(round(weight)) for weight in weights]
        new = list(_bad_cycles(block, weights, two, deadline))
        if not new:  # a division after all, so ``stop`` has seen it: nothing is left to add
            return _Solved(best, bound, None)
        cycles += new
        cycles += _bad_cycles(block, weights, two, deadline, disjoint=True)


def _program(block: _Block, cycles: list[list[int]], whole: bool) -> Any:
    """Build the program: one column per tie, one row per cycle; in whole numbers or not."""
    import highspy

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> Any:
            # The first thing that the constructor calls, and it would print a banner.
            self.setOptionValue("output_flag", False)
            return super().enableCallbacks()

    program = Quiet()
    program.setOptionValue("threads", 1)  # one thread: the same answer each time
    count = len(block.ties)
    columns = np.arange(count, dtype=np.int32)
    program.addVars(count, np.zeros(count), np.ones(count))
    program.changeColsCost(count, columns, np.ones(count))
    _add_rows(program, cycles)
    if whole:
        program.setOptionValue("mip_rel_gap", 0.0)
        integer = np.full(count, highspy.HighsVarType.kInteger)
        program.changeColsIntegrality(count, columns, integer)
    return program


def _add_rows(program: Any, cycles: list[list[int]]) -> None:
    for cycle in cycles:
        row = np.array(cycle, dtype=np.int32)
        program.addRow(1.0, math.inf, len(row), row, np.ones(len(row)))


def _is_optimal(program: Any) -> bool:
    return program.modelStatusToString(program.getModelStatus()) == "Optimal"


def _bad_cycles(
    block: _Block, weights: list[float], two: bool, deadline: float, disjoint: bool = False
) -> Iterator[list[int]]:
    """Yield bad cycles of ties whose weights sum to less than 1, at most one per actor.

    Each actor stands on two floors, 0 and 1. A friendly tie stays on its floor. A hostile one
    leads from floor 0 to 1 and, for two camps only, back: a walk from an actor on floor 0 to the
    same actor on floor 1 has an odd number of hostile ties or, without the way back, exactly one.
    The lightest such walk is found by Dijkstra's algorithm. With ``disjoint``, no two of the
    cycles have a tie in common.
    """
    ways: list[list[tuple[int, int]]] = [[] for _ in range(2 * block.size)]  # 2 * actor + floor
    for tie, (i, j, sign) in enumerate(block.ties):
        for u, v in ((i, j), (j, i)):
            if sign > 0:
                ways[2 * u].append((2 * v, tie))
                ways[2 * u + 1].append((2 * v + 1, tie))
            else:
                ways[2 * u].append((2 * v + 1, tie))
                if two:
                    ways[2 * u + 1].append((2 * v, tie))
    weights = [max(weight, 0.0) for weight in weights]
    for actor in sorted({i for i, _, sign in block.ties if sign < 0}):  # on each bad cycle is one
        if time.monotonic() >= deadline:
            return
        walk = _lightest_walk(ways, weights, 2 * actor, 2 * actor + 1)
        cycle = _first_cycle(walk)
        if cycle and sum(weights[tie] for tie in cycle) < 1 - 1e-6:
            if disjoint:
                for tie in cycle:
                    weights[tie] = 1.0
            yield cycle


def _lightest_walk(
    ways: list[list[tuple[int, int]]], weights: list[float], start: int, goal: int
) -> list[tuple[int, int]]:
    """Return the lightest walk as (place, tie that led there); empty if none is lighter than 1.

    Among walks of one weight the shortest is taken: short cycles make strong rows.
    """
    lightest = {start: (0.0, 0)}
    came: dict[int, tuple[int, int]] = {}
    queue = [(0.0, 0, start)]
    done = set()
    while queue:
        weight, steps, place = heapq.heappop(queue)
        if place in done:
            continue
        if place == goal:
            walk = []
            while place != start:
                before, tie = came[place]
                walk.append((place, tie))
                place = before
            return [(start, -1), *reversed(walk)]
        done.add(place)
        for there, tie in ways[place]:
            reached = (weight + weights[tie], steps + 1)
            if reached[0] < 1 - 1e-6 and reached < lightest.get(there, (1.0, 0)):
                lightest[there] = reached
                came[there] = (place, tie)
                heapq.heappush(queue, (*reached, there))
    return []


def _first_cycle(walk: list[tuple[int, int]]) -> list[int]:
    """Return the ties between the first two visits of one actor, on its two floors."""
    seen: dict[int, int] = {}
    for step, (place, _) in enumerate(walk):
        actor = place // 2
        if actor in seen:
            return [tie for _, tie in walk[seen[actor] + 1 : step + 1]]
        seen[actor] = step
    return []


def _rounded(block: _Block, weights: list[float], two: bool) -> list[int]:
    """Make a division out of weights: join actors by the least frustrated ties first."""
    if not two:
        held = nx.Graph()
        held.add_nodes_from(range(block.size))
        held.add_edges_from(
            (i, j)
            for (i, j, sign), weight in zip(block.ties, weights, strict=True)
            if sign > 0 and weight < 0.5
        )
        groups = sorted(sorted(group) for group in nx.connected_components(held))
        label = {i: g for g, group in enumerate(groups) for i in group}
        return [label[i] for i in range(block.size)]
    tree = nx.Graph()
    for (i, j, sign), weight in zip(block.ties, weights, strict=True):
        tree.add_edge(i, j, weight=weight, hostile=sign < 0)
    tree = nx.minimum_spanning_tree(tree)
    labels = [0] * block.size
    for i, j in nx.bfs_edges(tree, 0):
        labels[j] = labels[i] ^ tree[i][j]["hostile"]
    return labels


def _improved(block: _Block, labels: list[int], two: bool) -> list[int]:
    """Move one actor at a time to the camp that its ties pull it to, as long as that helps."""
    signs: list[dict[int, int]] = [{} for _ in range(block.size)]
    for i, j, sign in block.ties:
        signs[i][j] = signs[j][i] = sign
    labels = list(labels)
    moved = True
    while moved:
        moved = False
        for actor in range(block.size):
            pull = {0: 0, 1: 0} if two else {max(labels) + 1: 0}  # an empty camp is open to all
            for other, sign in signs[actor].items():
                pull[labels[other]] = pull.get(labels[other], 0) + sign
            there = max(pull, key=lambda camp: (pull[camp], -camp))
            if pull[there] > pull.get(labels[actor], 0):
                labels[actor] = there
                moved = True
    return labels


# Guards: graph functions that break or lie on signed ties


def friendly(graph: nx.Graph) -> nx.Graph:
    """Return all actors with their friendly ties only, and without signs.

    On this graph the measures for unsigned networks mean what they say. What they say is then
    about friendly ties: two actors in one community need not be free of hostile ones.

    Raises
    ------
    ReadingError
        As ``strong``.
    """
    _read(graph)
    kept = nx.Graph()
    kept.add_nodes_from(graph.nodes(data=True))
    kept.add_edges_from((u, v) for u, v, sign in graph.edges(data="sign") if sign > 0)
    return kept


def _guard(function: Callable[..., Any], bonds: bool, reason: str, way_out: str) -> Callable:
    """Wrap a networkx function so that it refuses hostile ties.

    ``bonds``: whether every tie counts as a bond for it, so that hostile ties mislead it even
    when it reads no weight.
    """
    signature = inspect.signature(function)

    @wraps(function)
    def guarded_function(*args: Any, **options: Any) -> Any:
        given = signature.bind(*args, **options)
        given.apply_defaults()
        for attribute in filter(None, [given.arguments["weight"], "sign" if bonds else None]):
            for u, v, value in given.arguments["G"].edges(data=attribute):
                if _is_number(value) and value < 0:
                    raise ReadingError(
                        f"{function.__name__} is refused: the tie {u}-{v} has {attribute}={value}, "
                        f"and {reason}. Way out: {way_out}."
                    )
        return function(*args, **options)

    return guarded_function


_MODULARITY = (
    "modularity divides by the sum of all weights, in which hostile ties cancel friendly ones: it "
    "stops where the sum is 0, leaves its range near there, and without weights takes foes for "
    "friends"
)
_CAMPS = "balance.strong or balance.weak for camps, balance.friendly(graph) for friendly ties alone"

guarded = SimpleNamespace(
    louvain_communities=_guard(nx.community.louvain_communities, True, _MODULARITY, _CAMPS),
    greedy_modularity_communities=_guard(
        nx.community.greedy_modularity_communities, True, _MODULARITY, _CAMPS
    ),
    modularity=_guard(
        nx.community.modularity,
        True,
        _MODULARITY,
        "the frustrated ties of balance.strong or balance.weak, with their denominator",
    ),
    kamada_kawai_layout=_guard(
        nx.kamada_kawai_layout,
        False,
        "the layout takes weights for distances, which cannot be negative, and stops",
        "nx.spring_layout(balance.friendly(graph), seed=1), which draws friends together",
    ),
    betweenness_centrality=_guard(
        nx.betweenness_centrality,
        False,
        "its paths take weights for lengths, which cannot be negative: numbers come out, and they "
        "mean nothing",
        "balance.friendly(graph) without a weight, for paths along friendly ties",
    ),
)
"""networkx functions under their own names, for signed graphs.

Each refuses hostile ties with a ``ReadingError`` that names the tie, the reason and the way out,
and otherwise hands everything on to networkx: ``guarded.louvain_communities(graph)``. Nothing in
networkx itself is changed, so a notebook that calls networkx directly gets what networkx does.
"""
