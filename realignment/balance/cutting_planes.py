"""Larger blocks: the fewest ties that meet every bad cycle, by linear and integer programs."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from realignment.balance.blocks import Block, Solved, improved, rounded

STEPS_PER_ITERATION = 100
"""What one iteration of the simplex method counts, in steps of a search; and a node of a tree of
whole numbers a hundred times that. Roughly, for that is how long they take."""

STEPS_PER_NODE = 100 * STEPS_PER_ITERATION


class Work:
    """How many steps are left before the search for a proof stops."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    @property
    def done(self) -> bool:
        """Whether none is left."""
        return self.left <= 0

    def spend(self, steps: int) -> None:
        """Count steps that were made."""
        self.left -= steps


def fewest_ties(block: Block, labels: list[int], two: bool, work: Work) -> Solved:
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
        best = min(best, improved(block, rounded(block, weights, two), two), key=block.cost)
        return bound >= block.cost(best) or work.done

    # Bad cycles without a common tie: as many ties must be frustrated, without any program.
    weights = [0.0] * len(block.ties)
    cycles = list(_bad_cycles(block, weights, two, work, disjoint=True))
    if stop(weights, len(cycles)):
        return Solved(best, bound, None)

    program = _program(block, cycles, whole=False)
    while True:  # the linear program
        if not _run(program, work):  # out of work: cut short, it bounds nothing
            return Solved(best, bound, None)
        weights = list(program.getSolution().col_value)
        if stop(weights, program.getInfo().objective_function_value):
            return Solved(best, bound, None)
        new = list(_bad_cycles(block, weights, two, work))
        if not new:
            break
        _add_rows(program, new)
        cycles += new

    while True:  # no row is missing, yet the weights are no division: whole numbers from here
        program = _program(block, cycles, whole=True)
        is_optimal = _run(program, work)
        weights = list(program.getSolution().col_value)
        if stop(weights, program.getInfo().mip_dual_bound) or not is_optimal:
            return Solved(best, bound, None)
        weights = [float(round(weight)) for weight in weights]
        new = list(_bad_cycles(block, weights, two, work))
        if not new:  # a division after all, so ``stop`` has seen it: nothing is left to add
            return Solved(best, bound, None)
        cycles += new
        cycles += _bad_cycles(block, weights, two, work, disjoint=True)


def _program(block: Block, cycles: list[list[int]], whole: bool) -> Any:
    """Build the program: one column per tie, one row per cycle; in whole numbers or not."""
    import highspy

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> Any:
            # The first thing that the constructor calls, and it would print a banner.
            self.setOptionValue("output_flag", False)
            return super().enableCallbacks()  # type: ignore[no-untyped-call]

    program = Quiet()  # type: ignore[no-untyped-call]
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


def _run(program: Any, work: Work) -> bool:
    """Solve the program within the work that is left; tell whether it came to its end."""
    program.setOptionValue("simplex_iteration_limit", max(work.left, 0) // STEPS_PER_ITERATION)
    program.setOptionValue("mip_max_nodes", max(work.left, 0) // STEPS_PER_NODE)
    program.run()
    info = program.getInfo()
    work.spend(STEPS_PER_ITERATION * max(info.simplex_iteration_count, 0))
    work.spend(STEPS_PER_NODE * max(info.mip_node_count, 0))
    return bool(program.modelStatusToString(program.getModelStatus()) == "Optimal")


def _bad_cycles(
    block: Block, weights: list[float], two: bool, work: Work, disjoint: bool = False
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
        if work.done:
            return
        walk = _lightest_walk(ways, weights, 2 * actor, 2 * actor + 1, work)
        cycle = _first_cycle(walk)
        if cycle and sum(weights[tie] for tie in cycle) < 1 - 1e-6:
            if disjoint:
                for tie in cycle:
                    weights[tie] = 1.0
            yield cycle


def _lightest_walk(
    ways: list[list[tuple[int, int]]], weights: list[float], start: int, goal: int, work: Work
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
        work.spend(1)
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
