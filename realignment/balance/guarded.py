"""Guards: graph functions that break or lie on signed ties."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from types import SimpleNamespace
from typing import Any

import networkx as nx

from realignment.balance.network import Network, is_number, read_signed
from realignment.errors import ReadingError


def friendly(graph: Network) -> Network:
    """Return all actors with their friendly ties only, and without signs.

    On this graph the measures for unsigned networks mean what they say. What they say is then
    about friendly ties: two actors in one community need not be free of hostile ones.

    Raises
    ------
    ReadingError
        As ``strong``.
    """
    read_signed(graph)
    kept: Network = nx.Graph()
    kept.add_nodes_from(graph.nodes(data=True))
    kept.add_edges_from((u, v) for u, v, given in graph.edges(data=True) if given["sign"] > 0)
    return kept


def _guard(
    function: Callable[..., Any], bonds: bool, reason: str, way_out: str
) -> Callable[..., Any]:
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
                if is_number(value) and value < 0:
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
