"""How long a lesson takes a first-year student, by a rule that counts what there is to do.

Nobody was timed: the rates are those at which one reads to understand, and looks before one clicks.
What is folded (tag ``staging``) is not read. The rule is printed in the instructor's guide, and the
minutes that a lesson states, its running clock and the README's table are made from it.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from realignment.errors import ReadingError
from tools import release
from tools.named import plain

ROOT = Path(__file__).resolve().parent.parent

MOST = 45
"""Minutes that a lesson may take."""


@dataclass(frozen=True)
class Load:
    """What a stretch of a lesson asks of its reader, counted."""

    words: int = 0
    code_lines: int = 0
    tables: int = 0
    pictures: int = 0
    predictions: int = 0
    quick_checks: int = 0
    cells: int = 0

    def __add__(self, other: Load) -> Load:
        return Load(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def minutes(self) -> float:
        """Minutes that it takes."""
        seconds: float = sum(n * rate for n, (_, rate) in zip(astuple(self), RATES, strict=True))
        return seconds / 60


RATES = (
    ("words of prose", 60 / 130),
    ("lines of code that are not folded", 60 / 12),
    ("tables", 45),
    ("pictures", 90),
    ("predictions", 45),
    ("recall questions and quick checks", 40),
    ("cells to run", 9),
)
"""What is counted, and the seconds that each takes; in the order of :class:`Load`."""

_CLOCK = re.compile(r"(?<= · \*)\d+(?= minutes in\*)")
_HEADING = re.compile(r"^## (?P<title>.+) · \*(?P<minute>\d+) minutes in\*$", re.MULTILINE)
_TOTAL = re.compile(r"\d+(?= minutes(, then \d+ for the exercise[^*]*\*|\. No exercise\.\*))")
_QUICK = re.compile(r"\b(?:ask|check)\(\s*\"\d+\.[a-z]\"")


def rule() -> str:
    """Return the rule in one sentence."""
    told = ", ".join(
        f"{name} at {60 / rate:.0f} a minute" if rate < 9 else f"{name} at {rate:.0f} s each"
        for name, rate in RATES
    )
    return f"Minutes are reckoned, not measured: {told}."


def load(cell: Any) -> Load:
    """Count what one cell asks."""
    source = plain(cell.source)
    if cell.cell_type == "markdown":
        return Load(
            words=len(re.findall(r"\w[\w'’-]*", source)),
            predictions=source.count("**Predict"),
        )
    shown = [output.get("data", {}) for output in cell.get("outputs", [])]
    folded = "staging" in cell.metadata.get("tags", [])
    quick = len(_QUICK.findall(source))
    return Load(
        code_lines=0 if folded or quick else sum(bool(line.strip()) for line in source.split("\n")),
        pictures=sum("image/png" in data for data in shown),
        tables=sum(
            "<table" in data.get("text/html", "") for data in shown if "image/png" not in data
        ),
        quick_checks=quick,
        cells=0 if quick else 1,
    )


def minutes(path: Path) -> int:
    """Return the minutes that a lesson takes, rounded up."""
    return math.ceil(sum((load(cell) for cell in release.read(path).cells), Load()).minutes)


def timed(path: Path) -> str:
    """Return a lesson's file with the minutes that it states, and its running clock, made anew."""
    notebook = release.read(path)
    passed, begun = Load(), False
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and _CLOCK.search(cell.source):
            if not begun:
                passed, begun = Load(), True
            cell.source = _CLOCK.sub(str(round(passed.minutes)), cell.source)
        passed += load(cell)
    title = notebook.cells[0]
    title.source, found = _TOTAL.subn(str(minutes(path)), title.source)
    if not found:
        raise ReadingError(f"{path.name}: its first cell states no minutes.")
    return release.as_bytes(notebook, path.name).decode("utf-8")


def clock(path: Path) -> dict[str, int]:
    """Return the headings of a lesson, each with the minute at which it begins."""
    cells = json.loads(timed(path))["cells"]
    told = (plain("".join(cell["source"])) for cell in cells if cell["cell_type"] == "markdown")
    return {
        found["title"]: int(found["minute"]) for text in told for found in _HEADING.finditer(text)
    }


def made() -> dict[Path, str]:
    """Return every lesson and the README, with their minutes."""
    lessons = sorted((ROOT / "notebooks").glob("*.ipynb"))
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    for path in lessons:
        row = re.compile(rf"(\(notebooks/{re.escape(path.name)}\) \| .+? \| )\d+(?= \|)")
        text = row.sub(rf"\g<1>{minutes(path)}", text)
    return {**{path: timed(path) for path in lessons}, readme: text}
