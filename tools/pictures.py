"""Draw the two pictures of the README, and print the words that belong beside them."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from realignment.cases import Case, read_case
from realignment.figures import INK, Picture, alliance_map
from realignment.ties import dyads, signed, ties

STEP = 2.3
"""From one station of the road to the next, in the units of its figure."""
IMAGES = Path(__file__).resolve().parent.parent / "images"
NAMES = {
    "USA": "United States",
    "FRA": "France",
    "NER": "Niger",
    "MLI": "Mali",
    "BFA": "Burkina Faso",
    "RUS": "Russia",
}


def last_map(case: Case) -> Picture:
    """Return the map that lesson 00 begins with."""
    table = ties(dyads(signed(case.events), case.actors), "latest")
    source = "Ties: one article of 17 March 2024; the latest act decides."
    title = "Who stands with whom, in sixteen sentences"
    return alliance_map(table, NAMES, title, case.article.published, source)


def road(case: Case) -> Picture:
    """Return the road of the module in one figure, with the numbers of the case."""
    events = signed(case.events)
    pairs = dyads(events, case.actors)
    acts = (events["kind"] == "event").sum()
    stations = [
        ("article", "1 story", "lessons 00-01"),
        ("sentences", f"{len(case.sentences)} numbered", "lessons 01-03"),
        ("events", f"{acts} of {len(events)} rows", "lessons 04-06"),
        ("ties", f"{len(ties(pairs))} under one rule", "lessons 07-10"),
        ("map", "with its sources", "lessons 11-12"),
    ]
    verbs = ["read", "structure", "relate", "map"]
    figure = Figure(figsize=(11, 2.0))
    axes = figure.add_axes((0, 0, 1, 1))
    for number, (name, count, lessons) in enumerate(stations):
        box = FancyBboxPatch(
            (number * STEP, 0.5),
            1.3,
            0.9,
            boxstyle="round,pad=0.06",
            facecolor="#EDF3F6",
            edgecolor=INK,
            linewidth=1.2,
        )
        axes.add_patch(box)
        axes.text(number * STEP + 0.65, 1.1, name, ha="center", fontsize=14, fontweight="bold")
        axes.text(number * STEP + 0.65, 0.72, count, ha="center", fontsize=10)
        axes.text(number * STEP + 0.65, 0.16, lessons, ha="center", fontsize=9, color="#5F6468")
        if number:
            arrow = FancyArrowPatch(
                (number * STEP - 0.85, 0.95),
                (number * STEP - 0.12, 0.95),
                arrowstyle="-|>",
                mutation_scale=16,
                color=INK,
            )
            axes.add_patch(arrow)
            axes.text(
                number * STEP - 0.5,
                1.16,
                verbs[number - 1],
                ha="center",
                fontsize=10,
                fontstyle="italic",
            )
    axes.set(xlim=(-0.3, 4 * STEP + 1.6), ylim=(0, 1.7))
    axes.axis("off")
    steps = "; then ".join(f"{name} ({count}, {lessons})" for name, count, lessons in stations)
    return Picture(figure, f"The road: {steps}.")


PICTURES = {"last_map.png": last_map, "road.png": road}


def main() -> None:
    """Draw both."""
    niger = read_case("niger_2024")
    for file, draw in PICTURES.items():
        picture = draw(niger)
        (IMAGES / file).write_bytes(picture.png())
        print(f"{file}: {picture.words}")
