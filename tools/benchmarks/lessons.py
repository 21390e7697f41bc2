"""How much processor time the lessons take, and how much memory each kernel holds at most.

    python -m tools.benchmarks.lessons [--against CHECKOUT] [--runs 3] [NAMES...]

Executes each lesson in a kernel of its own, in the notebook's folder, and prints the seconds of
processor time (of the kernel and what it started) and the peak of resident memory. With
``--against`` another checkout of this module is measured in turn, and the sums are compared. Of
several runs the least counts: what else the machine does can only add to it. Not a test: nothing
fails on a number. Linux only, as it reads ``/proc``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parents[2]
RUNS = 1


def measure(path: Path) -> tuple[float, float]:
    """Execute one notebook; return seconds of processor time and megabytes."""
    os.environ["PYTHONPATH"] = str(path.parents[1])
    client = NotebookClient(
        nbformat.read(path, as_version=4), resources={"metadata": {"path": str(path.parent)}}
    )
    with client.setup_kernel(stderr=subprocess.DEVNULL):
        for number, cell in enumerate(client.nb.cells):
            client.execute_cell(cell, number)
        process = Path("/proc") / str(client.km.provisioner.pid)
        spent = process.joinpath("stat").read_text().rpartition(")")[2].split()[11:15]
        status = dict(line.split(":", 1) for line in process.joinpath("status").open())
    ticks = os.sysconf("SC_CLK_TCK")
    return sum(map(int, spent)) / ticks, int(status["VmHWM"].split()[0]) / 1024


def least(path: Path, runs: int) -> tuple[float, float]:
    """Return the least seconds and megabytes of several runs."""
    seconds, megabytes = zip(*(measure(path) for _ in range(runs)), strict=True)
    return min(seconds), min(megabytes)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="such as 07_ties; all lessons if not given")
    parser.add_argument("--against", type=Path, help="another checkout of this module")
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args(arguments)
    builds = {"this": HERE} | ({"other": given.against.resolve()} if given.against else {})
    lessons = {name: sorted((root / "notebooks").glob("*.ipynb")) for name, root in builds.items()}
    sums = dict.fromkeys(builds, 0.0)
    for stem in sorted({path.stem for paths in lessons.values() for path in paths}):
        if given.names and stem not in given.names:
            continue
        said = []
        for name, paths in lessons.items():
            for path in paths:
                if path.stem == stem:
                    seconds, megabytes = least(path, given.runs)
                    sums[name] += seconds
                    said.append(f"{name} {seconds:6.2f} s {megabytes:5.0f} MB")
        print(f"{stem:36} {'   '.join(said)}", flush=True)
    print(f"{'in all':36} {'   '.join(f'{name} {total:6.2f} s' for name, total in sums.items())}")
    if given.against:
        print(f"this/other {sums['this'] / sums['other']:.3f}")


if __name__ == "__main__":
    main()
