"""Reading a signed network: actors in a fixed order, ties by number."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
import numpy as np

from realignment.errors import ReadingError

if TYPE_CHECKING:  # networkx's classes take a type for the node in its stubs alone
    Network: TypeAlias = nx.Graph[Any]
else:
    Network = nx.Graph


def read_signed(graph: Network) -> tuple[list[Hashable], list[tuple[int, int, int]]]:
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
    actors = in_order(graph.nodes)
    number = {actor: i for i, actor in enumerate(actors)}
    ties: list[tuple[int, int, int]] = []
    for u, v, given in graph.edges(data=True):
        sign = given.get("sign")
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
        if not (is_number(sign) and sign in (1, -1)):
            raise ReadingError(
                f"The tie {u}-{v} has the sign {sign!r}, and balance knows 1 and -1 only: drop "
                "mixed or unknown ties first with graph.remove_edge, and count them."
            )
        i, j = sorted((number[u], number[v]))
        ties.append((i, j, int(sign)))
    return actors, sorted(ties)


def is_number(sign: Any) -> bool:
    """Tell a number from all else; True and False are none."""
    return isinstance(sign, int | float | np.integer | np.floating) and not isinstance(sign, bool)


def in_order(actors: Iterable[Hashable]) -> list[Hashable]:
    """Sort actors so that results do not depend on the order in which a graph was built."""
    actors = list(actors)
    try:
        return sorted(actors)  # type: ignore[type-var]  # what cannot be compared is caught below
    except TypeError:  # of different types: their names can always be compared
        return sorted(actors, key=lambda actor: (type(actor).__name__, str(actor)))


def listed(names: Iterable[Any]) -> str:
    """Return names in a row, as a sentence has them."""
    return ", ".join(map(str, names)) or "nobody"
