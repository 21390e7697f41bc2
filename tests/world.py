"""What several files of facts compute with: the cases, the record and the module itself."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from realignment.cases import Case, read_case
from realignment.dates import bounds
from realignment.record import Record, load_record
from realignment.ties import dyads, signed, ties
from tools.named import plain

ROOT = Path(__file__).resolve().parent.parent


@cache
def case(name: str = "niger_2024") -> Case:
    """Return a case as it was published, without a student's own additions."""
    return read_case(name)


@cache
def record() -> Record:
    """Return the wider record."""
    return load_record()


@cache
def events(name: str = "niger_2024") -> pd.DataFrame:
    """Return the reference coding of a case, each row with its sign."""
    return signed(case(name).events)


@cache
def pairs(name: str = "niger_2024") -> pd.DataFrame:
    """Return the directed dyads of a case, rolled up to states."""
    return dyads(events(name), case(name).actors)


@cache
def tied(rule: str = "latest", least: str = "PS+") -> pd.DataFrame:
    """Return the ties of the story under a named rule."""
    return ties(pairs(), rule, least=least)


@cache
def acts() -> pd.DataFrame:
    """Return the rows of the reference coding that tell an act."""
    return events()[events()["kind"] == "event"]


def sentences() -> int:
    """Count the sentences of the story."""
    return len(case().sentences)


def sentence(number: int, name: str = "niger_2024") -> str:
    """Return the words of one sentence of a story."""
    return case(name).sentences.set_index("sentence")["text"][number]


def checked(holds: bool, *numbers: float) -> list[float]:
    """Return the numbers of a piece, provided that what it says without a number holds too."""
    assert holds, "what the piece says beside its numbers does not hold"
    return list(numbers)


def several(*facts: Callable[[], Any]) -> Callable[[], list[Any]]:
    """Join the facts of one text, in the order in which it states them."""
    return lambda: [value for fact in facts for value in values(fact)]


def values(fact: Callable[[], Any]) -> list[Any]:
    """Compute a fact: one value or several, or none where it only holds what is said."""
    found = fact()
    return list(found) if isinstance(found, (list, tuple)) else [found]


def counted(text: str, between: str = ", ") -> int:
    """Count the things that a sentence lists."""
    return len(text.split(between))


def _cells(lesson: str, kind: str, folder: str) -> list[str]:
    path = next((ROOT / folder).glob(f"{lesson}_*.ipynb"))
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [plain("".join(cell["source"])) for cell in cells if cell["cell_type"] == kind]


@cache
def prose(lesson: str, folder: str = "notebooks") -> str:
    """Return the prose of a lesson, such as ``"05"``, or of its solution."""
    return "\n\n".join(_cells(lesson, "markdown", folder))


@cache
def code(lesson: str, folder: str = "notebooks") -> str:
    """Return the code of a lesson or of its solution."""
    return "\n\n".join(_cells(lesson, "code", folder))


def written(lesson: str, name: str, folder: str = "notebooks") -> Any:
    """Return what a code cell writes out for a variable, the first time that it is set.

    A blank (``...``) in an exercise stays a blank.
    """
    for node in ast.walk(ast.parse(code(lesson, folder))):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name:
            return ast.literal_eval(node.value)
    raise LookupError(f"lesson {lesson} sets no {name}")


def filled_in(lesson: str, name: str) -> int:
    """Return how many values an exercise fills in before the student does."""
    return sum(value is not ... for value in written(lesson, name, "solutions").values())


# --- the record ---------------------------------------------------------------------------------

EIGHT = ("USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT")
"""The states of lessons 08 and 10; the first six are those of the story."""


@cache
def told() -> pd.DataFrame:
    """Return the rows of the record's timeline, by their ids."""
    return record().timeline.set_index("event_id")


@cache
def recorded(cosign: bool = False) -> pd.DataFrame:
    """Return the directed dyads of the record's acts, between the eight states."""
    timeline = record().timeline
    found = dyads(timeline[timeline["kind"] == "event"], record().actors, cosign=cosign)
    return found[found["source"].isin(EIGHT) & found["target"].isin(EIGHT)]


def day(event_id: str) -> pd.Timestamp:
    """Return the first day that the record allows for an act."""
    return bounds(told().at[event_id, "date"])[0]


def is_of(event_id: str, *words: str) -> bool:
    """Tell whether an act has what words say of its day: its month, year or day of the week."""
    when = day(event_id)
    known = {when.month_name(), when.day_name(), str(when.year), str(when.day)}
    return set(" ".join(words).split()) <= known


def whole_months(first: pd.Timestamp, last: pd.Timestamp) -> tuple[int, int]:
    """Return the whole months from one day to another, and the days that are left."""
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    return months, (last - (first + pd.DateOffset(months=months))).days


def line(table: pd.DataFrame, one: str, other: str) -> pd.Series:
    """Return the tie of two states in a table of ties."""
    [found] = [row for _, row in table.iterrows() if {row["source"], row["target"]} == {one, other}]
    return found


def sign(table: pd.DataFrame, one: str, other: str) -> int | None:
    """Return the sign of the tie of two states; None if they have none."""
    found = {frozenset((r.source, r.target)): int(r.sign) for r in table.itertuples()}
    return found.get(frozenset((one, other)))


def bullets(text: str, lead: str) -> int:
    """Count the items of the list that follows some words."""
    block = text.split(lead, 1)[1].split("\n\n")[1]
    return sum(row.startswith("- ") for row in block.splitlines())


@dataclass(frozen=True, eq=False)
class Above:
    """A computed value that prose states by a bound, as in "more than a hundred".

    It equals a number that it is above, by ``within`` at most.
    """

    value: float
    within: float

    def __eq__(self, written: object) -> bool:
        return isinstance(written, (int, float)) and 0 < self.value - written <= self.within


@dataclass(frozen=True, eq=False)
class Below(Above):
    """A computed value that prose states by a bound, as in "fewer than half"."""

    def __eq__(self, written: object) -> bool:
        return isinstance(written, (int, float)) and 0 < written - self.value <= self.within


def resting_on(event_id: str) -> pd.DataFrame:
    """Return the ties of the story, by the latest act, that rest on a row."""
    return tied()[tied()["events"].map(lambda ids: event_id in ids)]
