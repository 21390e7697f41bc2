"""How quickly many events become dyad-months and ties, and in how much memory.

    python -m tools.benchmarks.ties [--events 1000000] [--against CHECKOUT] [--duckdb]

Prints seconds and peak memory, each run in a process of its own. With ``--against`` another
checkout of this module is measured in turn with this one, and the ratios are printed; with
``--duckdb`` the dyad-months of DuckDB (``pip install duckdb``) for the same events. Not a test:
nothing fails on a number. POSIX only.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).resolve()
ACTORS, RUNS = 142, 3


def events(count: int) -> pd.DataFrame:
    """Return events of made-up actors, evenly over fifteen years; the same each time."""
    random = np.random.default_rng(1)
    names = np.array([f"A{number:03}" for number in range(ACTORS)], dtype=object)
    days = pd.date_range("2010-01-01", "2024-12-31").strftime("%Y-%m-%d").to_numpy(dtype=object)
    return pd.DataFrame(
        {
            "event_id": [f"{number:08}" for number in range(count)],
            "actor": names[random.integers(ACTORS, size=count)],
            "recipient": names[random.integers(ACTORS, size=count)],
            "sign": random.integers(-1, 2, size=count),
            "sign_rule": "statement",
            "certainty": "CT+",
            "date": days[random.integers(len(days), size=count)],
        }
    )


def measure(count: int) -> dict[str, float]:
    """Measure the build that Python finds, once."""
    from realignment.ties import dyads, monthly, ties

    table = events(count)
    actors = pd.DataFrame({"actor_id": sorted(table["actor"].unique())})
    actors = actors.assign(level="state", parent="")
    given = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begin = time.perf_counter()
    pairs = dyads(table, actors)
    spread = time.perf_counter()
    months = monthly(pairs)
    counted = time.perf_counter()
    made = ties(pairs)
    end = time.perf_counter()
    return {
        "dyads, s": spread - begin,
        "monthly, s": counted - spread,
        "ties, s": end - counted,
        "dyads + monthly, s": counted - begin,
        "all three, s": end - begin,
        "events given, MB": given,
        "peak, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "rows": len(pairs) + len(months) + len(made),
        "acts": int(months[["friendly", "hostile"]].sum().sum()),
    }


def measure_duckdb(count: int) -> dict[str, float]:
    """Measure DuckDB's dyad-months of the same events, once."""
    duckdb = importlib.import_module("duckdb")  # no dependency: whoever compares installs it
    database = duckdb.connect()
    database.register("events", events(count))
    begin = time.perf_counter()
    months = database.sql(
        """
        SELECT actor, recipient, date_trunc('month', date::DATE) AS month,
               count(*) FILTER (sign > 0) AS friendly, count(*) FILTER (sign < 0) AS hostile
        FROM events WHERE sign <> 0 AND actor <> recipient GROUP BY ALL ORDER BY ALL
        """
    ).df()
    return {
        "dyads + monthly, s": time.perf_counter() - begin,
        "acts": int(months[["friendly", "hostile"]].sum().sum()),
    }


def run(name: str, count: int, checkout: Path) -> dict[str, float]:
    """Run one measurement in a process of its own, with the code of a checkout."""
    path = filter(None, [os.environ.get("PYTHONPATH", "")])  # where DuckDB may be
    ran = subprocess.run(
        [sys.executable, str(HERE), "--events", str(count), "--one", name],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(checkout), *path])},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--against", type=Path, help="another checkout of this module")
    parser.add_argument("--duckdb", action="store_true")
    parser.add_argument("--one", choices=["module", "duckdb"], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps({"module": measure, "duckdb": measure_duckdb}[given.one](given.events)))
        return
    builds = {"this": ("module", HERE.parents[2])}
    if given.against:
        builds["other"] = ("module", given.against.resolve())
    if given.duckdb:
        builds["DuckDB"] = ("duckdb", HERE.parents[2])
    found: dict[str, list[dict[str, float]]] = {name: [] for name in builds}
    for _ in range(given.runs):
        for name, (what, checkout) in builds.items():
            found[name].append(run(what, given.events, checkout))
    print(f"{given.events:,} events, {ACTORS} actors, median of {given.runs} runs")
    for what in found["this"][0]:
        middle = {
            name: statistics.median(one[what] for one in runs)
            for name, runs in found.items()
            if what in runs[0]
        }
        said = "  ".join(f"{name} {value:,.2f}" for name, value in middle.items())
        ratios = "  ".join(
            f"this/{name} {middle['this'] / value:.3f}"
            for name, value in middle.items()
            if name != "this"
        )
        print(f"{what:20} {said}  {ratios}")


if __name__ == "__main__":
    main()
