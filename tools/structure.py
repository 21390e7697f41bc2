"""Draw the structure of the package, today and at the first edition, in one picture.

Each bar is a module or a package, as long as its lines are many, and cut into its files. They stand
in the order in which they may import one another: each imports only from those above it.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from matplotlib.figure import Figure

from realignment.figures import INK, Picture

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "images" / "structure.png"
FIRST_EDITION = "26eda65"

ROWS = {
    "what all others stand on": "version errors untrusted wording colours files dates frames",
    "from the story to events": "article actors events agreement cases",
    "from events to ties": "spells record ties turning balance",
    "pictures, and files for other programs": "worldmap exports figures explorer",
    "what a student does and hears": "sheets forms choices annotator mine answers kept questions "
    "feedback",
    "a class": "marking classroom paper handing_out",
    "what a terminal is told": "__main__",
}
"""The modules in the order in which they may import one another, by what they serve."""

ORDER = tuple(name for names in ROWS.values() for name in names.split())
"""The same without what they serve: one module for one idea."""

LONG = 400
"""From how many lines on a file is drawn darker."""

PALE, DARKER = "#D5E4EC", "#5B8AA3"

Rooms = dict[str, dict[str, int]]
"""Lines by module or package, and within it by file."""


def rooms(files: Iterable[tuple[PurePosixPath, str]]) -> Rooms:
    """Return the lines of each file by the module or package that it is in."""
    found: Rooms = {}
    for path, text in sorted(files):
        name, *within = path.parts
        inner = "/".join(within) or name
        found.setdefault(name.removesuffix(".py"), {})[inner] = len(text.splitlines())
    found.pop("__init__", None)
    return found


def of_today() -> Rooms:
    """Return the rooms of this working copy."""
    package = ROOT / "realignment"
    return rooms(
        (PurePosixPath(path.relative_to(package).as_posix()), path.read_text(encoding="utf-8"))
        for path in package.rglob("*.py")
    )


def of_commit(commit: str) -> Rooms:
    """Return the rooms of an earlier state of the package."""
    packed = subprocess.run(
        ["git", "archive", commit, "realignment"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        return rooms(
            (PurePosixPath(member.name).relative_to("realignment"), text.read().decode())
            for member in archive
            if member.name.endswith(".py") and (text := archive.extractfile(member))
        )


def picture(before: Rooms, after: Rooms) -> Picture:
    """Return both states in one picture: the first edition to the left, today to the right."""
    names = [*ORDER, *sorted({*before, *after} - set(ORDER))]
    place = {name: number for number, name in enumerate(names)}
    figure = Figure(figsize=(15, 9), layout="constrained")
    sides = figure.subplots(1, 2, sharey=True, width_ratios=(total(before), total(after)))
    for axes, title, found in zip(sides, ("First edition", "Now"), (before, after), strict=True):
        for name, inner in found.items():
            begun = 0
            for lines in sorted(inner.values(), reverse=True):
                colour = DARKER if lines > LONG else PALE
                axes.barh(place[name], lines, left=begun, color=colour, edgecolor="white", lw=0.6)
                begun += lines
        axes.set_title(title, color=INK)
        axes.set_xlabel(f"lines; each piece is a file, a dark one has more than {LONG}")
        axes.xaxis.set_major_formatter("{x:,.0f}")
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.tick_params(left=False, labelleft=False)
    left, right = sides
    left.invert_xaxis()
    left.invert_yaxis()
    right.set_yticks(range(len(names)), names)
    right.tick_params(labelleft=True)
    for row, members in ROWS.items():
        first, *_ = members.split()
        left.axhline(place[first] - 0.5, color="#C8CDD1", lw=0.6)
        right.axhline(place[first] - 0.5, color="#C8CDD1", lw=0.6)
        right.text(
            1,
            place[first],
            row,
            transform=right.get_yaxis_transform(),
            ha="right",
            va="center",
            color=INK,
            fontsize=10,
            style="italic",
        )
    return Picture(figure, in_words(before, after))


def total(found: Rooms) -> int:
    """Return the lines of the largest room."""
    return max(sum(inner.values()) for inner in found.values())


def in_words(before: Rooms, after: Rooms) -> str:
    """Say what the picture shows."""

    def counted(found: Rooms) -> str:
        files = [lines for inner in found.values() for lines in inner.values()]
        packages = sum(len(inner) > 1 for inner in found.values())
        return (
            f"{len(found)} rooms, {packages} of them packages; {len(files)} files of "
            f"{sorted(files)[len(files) // 2]} lines at the median, the longest {max(files)}"
        )

    return f"The structure. First edition: {counted(before)}. Now: {counted(after)}."


def main() -> None:
    """Draw both states, and print the words."""
    made = picture(of_commit(FIRST_EDITION), of_today())
    TARGET.write_bytes(made.png())
    print(f"{TARGET.name}: {made.words}")
