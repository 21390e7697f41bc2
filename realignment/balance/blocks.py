"""A network cut into blocks that can be divided each by itself."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from realignment.balance.network import Network


@dataclass(frozen=True)
class Block:
    """A part of the network that can be divided by itself: ``size`` actors, 0 to size - 1."""

    size: int
    ties: list[tuple[int, int, int]]  # i, j, sign

    def cost(self, labels: list[int]) -> int:
        """Count the ties that stand against a division: one label for each actor."""
        return sum((labels[i] == labels[j]) != (sign > 0) for i, j, sign in self.ties)


@dataclass(frozen=True)
class Solved:
    """One label per actor of a block, how many ties must be frustrated, how many labellings."""

    labels: list[int]
    bound: int
    optima: int | None


def blocks_two(network: Network) -> list[list[tuple[int, int]]]:
    """Return the biconnected blocks as lists of ties: no cycle belongs to two of them."""
    blocks = [[tuple(sorted(tie)) for tie in b] for b in nx.biconnected_component_edges(network)]
    return sorted(sorted(block) for block in blocks)


def blocks_any(network: Network) -> list[list[tuple[int, int]]]:
    """Return the blocks for any number of camps, without the hostile ties that can all be kept.

    Some best division has no camp that friendly ties do not hold together. A hostile tie between
    two groups that no friendly tie joins is therefore kept for nothing; without it a block may
    fall apart, so the search is repeated until none is left.
    """
    done, waiting = [], [network]
    while waiting:
        part = waiting.pop()
        friendly: Network = nx.Graph()
        friendly.add_nodes_from(part)
        friendly.add_edges_from((i, j) for i, j, tie in part.edges(data=True) if tie["sign"] > 0)
        groups = enumerate(nx.connected_components(friendly))
        group_of = {i: group for group, members in groups for i in members}
        inside = [(i, j) for i, j in part.edges if group_of[i] == group_of[j]]
        blocks = blocks_two(part.edge_subgraph(inside))
        if len(blocks) == 1 and len(blocks[0]) == part.number_of_edges():
            done += blocks
        else:
            waiting += [part.edge_subgraph(block).copy() for block in blocks]
    return sorted(done)


def rounded(block: Block, weights: list[float], two: bool) -> list[int]:
    """Make a division out of weights: join actors by the least frustrated ties first."""
    if not two:
        held: Network = nx.Graph()
        held.add_nodes_from(range(block.size))
        held.add_edges_from(
            (i, j)
            for (i, j, sign), weight in zip(block.ties, weights, strict=True)
            if sign > 0 and weight < 0.5
        )
        groups = sorted(sorted(group) for group in nx.connected_components(held))
        label = {i: g for g, group in enumerate(groups) for i in group}
        return [label[i] for i in range(block.size)]
    tree: Network = nx.Graph()
    for (i, j, sign), weight in zip(block.ties, weights, strict=True):
        tree.add_edge(i, j, weight=weight, hostile=sign < 0)
    tree = nx.minimum_spanning_tree(tree)
    labels = [0] * block.size
    for i, j in nx.bfs_edges(tree, 0):
        labels[j] = labels[i] ^ tree[i][j]["hostile"]
    return labels


def improved(block: Block, labels: list[int], two: bool) -> list[int]:
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
