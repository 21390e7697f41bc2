"""Small blocks: every division is tried.

This is what one would do by hand, only faster: nothing is left out, so the best division found is
the best there is.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from realignment.balance.blocks import Block, Solved

EXHAUSTIVE_STRONG = 24
"""Actors of a block up to which every division into two camps is tried (8 million of them)."""

EXHAUSTIVE_WEAK = 18
"""Actors of a block up to which every division into any number of camps is tried."""


def every_division_in_two(block: Block) -> Solved:
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
    return Solved(labels, int(counts[best]), int((counts == counts[best]).sum()))


def every_division(block: Block) -> Solved:
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
    return Solved(labels, friendly - total, None)


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
