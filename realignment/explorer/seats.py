"""Where the actors of the explorer sit: friends near, foes far, and no two labels in one row."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd


def places(pairs: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Places on the unit circle, x to the right and y upwards; see the notes of the class."""
    ids = sorted({*pairs["source"], *pairs["target"]})
    number = {actor: i for i, actor in enumerate(ids)}
    friendliness = np.zeros((len(ids), len(ids)))
    one, other = pairs["source"].map(number), pairs["target"].map(number)
    np.add.at(friendliness, (one, other), pairs["sign"].to_numpy(dtype=float))
    order = seating(np.sign(friendliness + friendliness.T))
    rows = -(-len(ids) // 2)
    seated = {}
    for seat, index in enumerate(order):
        left = seat < rows
        column = rows if left else len(ids) - rows
        row = seat if left else seat - rows
        y = 0.9 * (2 * row / (column - 1) - 1) if column > 1 else 0.0
        y = y if left else -y  # up on the left, down on the right: one round trip
        x = float(np.sqrt(1 - y * y))
        seated[ids[index]] = (round(-x if left else x, 4), round(y, 4))
    return seated


def seating(weights: npt.NDArray[np.float64]) -> list[int]:
    """Seat n actors round a table: friends near, foes far.

    The cost of a seating is the sum of weight times the number of seats between. Starting from
    0 to n - 1, two actors change seats whenever that lowers the cost, until no exchange does.
    """
    n = len(weights)
    seats = np.arange(n)
    apart = np.abs(seats[:, None] - seats)
    apart = np.minimum(apart, n - apart).astype(float)
    order = np.arange(n)
    # What each actor would cost on each seat, the others staying where they are. An exchange
    # changes it by two columns of the weights, so it is never computed anew.
    cost = weights @ apart
    lowered = True
    while lowered:
        lowered = False
        for i in range(n):
            one = order[i]
            # What changes if i and j change seats; the pair's own distance stays as it is.
            change = (cost[one] - cost[one, i]) + (cost[order, i] - cost[order, seats])
            change += 2 * weights[one, order] * apart[i]
            j = int(np.argmin(change))
            if change[j] < -1e-9:
                other = order[j]
                cost += np.outer(weights[:, one] - weights[:, other], apart[j] - apart[i])
                order[[i, j]] = other, one
                lowered = True
    return [int(actor) for actor in order]
