"""How quickly a million events become dyad-months, and the sign of every pair.

    python -m tools.benchmarks.ties

Prints the median of five runs, in seconds. Not a test: nothing fails on a number.
"""

from __future__ import annotations

import statistics
import time

import numpy as np
import pandas as pd

from realignment.ties import dyads, monthly, ties

EVENTS, ACTORS, RUNS = 1_000_000, 142, 5


def events(count: int) -> pd.DataFrame:
    """Return events of made-up actors, evenly over fifteen years; the same each time."""
    random = np.random.default_rng(1)
    names = [f"A{number:03}" for number in range(ACTORS)]
    days = pd.date_range("2010-01-01", "2024-12-31").strftime("%Y-%m-%d").to_numpy()
    return pd.DataFrame(
        {
            "event_id": np.arange(count).astype(str),
            "actor": random.choice(names, count),
            "recipient": random.choice(names, count),
            "sign": random.choice([-1, 0, 1], count),
            "sign_rule": "statement",
            "certainty": "CT+",
            "date": random.choice(days, count),
        }
    )


def main() -> None:
    """Measure and print."""
    table = events(EVENTS)
    actors = pd.DataFrame({"actor_id": sorted(table["actor"].unique())})
    actors = actors.assign(level="state", parent="")
    months, signs = [], []
    for _ in range(RUNS):
        begin = time.perf_counter()
        pairs = dyads(table, actors)
        monthly(pairs)
        months.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        ties(pairs)
        signs.append(time.perf_counter() - begin)
    print(f"{EVENTS:,} events to dyad-months: {statistics.median(months):.2f} s")
    print(f"their {ACTORS * (ACTORS - 1) // 2:,} pairs to ties: {statistics.median(signs):.2f} s")


if __name__ == "__main__":
    main()
