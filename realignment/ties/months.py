"""How many acts there were between two, month by month."""

from __future__ import annotations

import math
from typing import Any, cast

import numpy as np
import pandas as pd

from realignment.frames import frame
from realignment.ties.columns import PAIRS


def monthly(pairs: pd.DataFrame) -> pd.DataFrame:
    """Count signed acts by directed dyad and month.

    Returns
    -------
    DataFrame
        ``source``, ``target``, ``month`` (``period[M]``), ``friendly``, ``hostile`` (number of
        acts). Undated rows are left out.
    """
    needs = ("source", "target", "sign", "when")
    pairs = frame(
        pairs,
        "pairs",
        {name: PAIRS[name] for name in needs},
        needs=needs,
        expected="what dyads(events, actors) returns",
        others=False,
    )
    kept = np.flatnonzero((pairs["sign"] != 0) & pairs["when"].notna()).astype(np.int32)
    source, target = (pairs[side].cat for side in ("source", "target"))
    months = pairs["when"].to_numpy()[kept].astype("datetime64[M]").astype(np.int32)
    first = int(months.min(initial=0))
    shape = len(source.categories), len(target.categories), int(months.max(initial=0)) - first + 1
    # One number for each dyad, month and sign, in the smallest type: sorted, they are counted.
    cell = source.codes.to_numpy()[kept].astype(np.min_scalar_type(-2 * math.prod(shape)))
    hostile = pairs["sign"].to_numpy()[kept] < 0
    for size, place in (
        (shape[1], target.codes.to_numpy()[kept]),
        (shape[2], months - first),
        (2, hostile),
    ):
        cell *= size
        cell += place
    cells, acts = np.unique(cell, return_counts=True)
    new = np.diff(cells // 2, prepend=-1) > 0
    place = np.cumsum(new) - 1
    counts = np.zeros((2, len(place) and place[-1] + 1), dtype=np.int64)
    counts[cells % 2, place] = acts
    one, other, month = np.unravel_index(cells[new] // 2, shape)
    return pd.DataFrame(
        {
            "source": source.categories.astype("str").array.take(one),
            "target": target.categories.astype("str").array.take(other),
            "month": cast(Any, pd.PeriodIndex).from_ordinals(month + first, freq="M"),
            "friendly": counts[0],
            "hostile": counts[1],
        },
        copy=False,
    )
