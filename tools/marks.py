"""The marks that the notebooks set themselves, counted.

    python -m tools marks            what can be counted without running anything
    python -m tools marks --time     the seconds, too, that each notebook takes

prints a table, and ends with 1 if a mark is missed. ``test_marks.py`` holds the same marks; the
seconds depend on the machine, so no test fails on them.
"""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from tools.named import plain

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = [
    path
    for folder in ("notebooks", "solutions", "exercises")
    for path in sorted((ROOT / folder).glob("*.ipynb"))
]

MEAN_LINES, MOST_LINES = 5, 15
"""Lines of a code cell, empty ones too: on average over all cells, and at the most."""

MEDIAN_WORDS = 25
"""Words of prose before a code cell."""

SECONDS = 10
"""How long a notebook may take on an ordinary machine, its kernel's start included."""


@cache
def cells(path: Path) -> list[dict]:
    """Return the cells of a notebook, each source as one text."""
    read = json.loads(path.read_text(encoding="utf-8"))["cells"]
    for cell in read:
        cell["source"] = plain("".join(cell["source"]))
    return read


def line_count(source: str) -> int:
    """Count lines, empty ones too."""
    return source.count("\n") + 1


def words(text: str) -> int:
    """Count words."""
    return len(re.findall(r"\w[\w'’-]*", text))


@dataclass(frozen=True)
class Marks:
    """What is counted of some notebooks.

    ``lines`` and ``code_lines`` have a number for each code cell, with and without empty lines;
    ``prose`` has the words of the cell before each; ``alone`` counts code cells without one.
    """

    lines: list[int]
    code_lines: list[int]
    prose: list[int]
    alone: int
    pictures: int
    with_words: int

    @property
    def missed(self) -> list[str]:
        """Which marks are missed."""
        return [
            what
            for what, missed in {
                "a code cell follows a code cell": self.alone > 0,
                "code cells are long on average": statistics.mean(self.code_lines) > MEAN_LINES,
                "a code cell is too long": max(self.lines) > MOST_LINES,
                "there is little prose": statistics.median(self.prose) < MEDIAN_WORDS,
                "a picture has no words": self.with_words < self.pictures,
            }.items()
            if missed
        ]


def count(paths: Iterable[Path]) -> Marks:
    """Count the marks of some notebooks together."""
    sources, prose, alone, pictures, with_words = [], [], 0, 0, 0
    for path in paths:
        before = {"cell_type": "", "source": ""}
        for cell in cells(path):
            if cell["cell_type"] == "code":
                sources.append(cell["source"])
                prose.append(words(before["source"]) if before["cell_type"] == "markdown" else 0)
                alone += before["cell_type"] != "markdown"
                for output in cell["outputs"]:
                    data = output.get("data", {})
                    pictures += "image/png" in data
                    with_words += "image/png" in data and '<img alt="' in "".join(
                        data.get("text/html", "")
                    )
            before = cell
    return Marks(
        [line_count(source) for source in sources],
        [sum(bool(line.strip()) for line in source.split("\n")) for source in sources],
        prose,
        alone,
        pictures,
        with_words,
    )


def seconds(path: Path) -> float:
    """Run a notebook, and return how long it took; the file stays as it is."""
    notebook = nbformat.read(path, as_version=4)
    begin = time.perf_counter()
    NotebookClient(
        notebook,
        timeout=120,
        resources={"metadata": {"path": path.parent}},
        extra_arguments=["--log-level=ERROR"],  # as release.py does
    ).execute()
    return time.perf_counter() - begin


def main(timed: bool) -> bool:
    """Print the table; true if a mark is missed."""
    print(
        "| notebook | cells | lines, mean | of code | most | words before | pictures |"
        + (" s |" if timed else "")
    )
    print("|---" * (8 if timed else 7) + "|")
    missed = []
    for paths in [*([path] for path in NOTEBOOKS), NOTEBOOKS]:
        marks = count(paths)
        name = f"{paths[0].parent.name}/{paths[0].stem}" if len(paths) == 1 else "all"
        row = [
            name,
            len(marks.lines),
            f"{statistics.mean(marks.lines):.1f}",
            f"{statistics.mean(marks.code_lines):.1f}",
            max(marks.lines),
            f"{statistics.median(marks.prose):.0f}",
            f"{marks.with_words} of {marks.pictures}",
        ]
        missed += [f"{name}: {what}" for what in marks.missed]
        if timed and len(paths) == 1:
            took = seconds(paths[0])
            row.append(f"{took:.1f}")
            if took > SECONDS:
                missed.append(f"{name}: it took {took:.1f} s")
        print("|", " | ".join(str(value) for value in row), "|", flush=True)
    print(*missed, sep="\n")
    return bool(missed)
