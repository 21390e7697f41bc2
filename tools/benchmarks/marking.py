"""How quickly a class is marked. Not a test: nothing fails on a number.

    python -m tools.benchmarks.marking
    python -m tools.benchmarks.marking --nbgrader PYTHON

prints notebooks a second and memory: 200 executed notebooks with different answers, 200 in which
answers repeat as in a class, and all exercises of 1,000 students. With a Python that has nbgrader,
nbgrader itself runs 20 notebooks. Each row is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import contextlib
import copy
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve()
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import hand_ins  # noqa: E402

from realignment import questions  # noqa: E402
from realignment.__main__ import main as command  # noqa: E402
from realignment.kept import MEDIA_TYPE, digest  # noqa: E402
from tools.weaken import answers  # noqa: E402

Notebook = dict[str, Any]


def executed(lesson: int) -> Notebook:
    """Return a solution with its stored outputs and what its checks keep, as handed in."""
    (path,) = (ROOT / "solutions").glob(f"{lesson:02}_*.ipynb")
    held: Notebook = json.loads(path.read_text(encoding="utf-8"))
    given = hand_ins.right(lesson)
    for cell in held["cells"]:
        source = "".join(cell["source"])
        for asked, answer in given.items():
            if cell["cell_type"] == "code" and f'check("{asked}"' in source:
                kept = hand_ins.record(asked, answer, cell=digest(source))
                data = {"text/plain": "✓", MEDIA_TYPE: kept}
                cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": data}]
    return held


def records(held: Notebook) -> list[dict[str, Any]]:
    """Return the records of a notebook."""
    return [
        output["data"][MEDIA_TYPE]
        for cell in held["cells"]
        for output in cell.get("outputs", [])
        if MEDIA_TYPE in output.get("data", {})
    ]


def readable(lesson: int) -> dict[str, list[Any]]:
    """Return for each question the kept values of all answers of the bank, right and wrong."""
    found: dict[str, list[Any]] = {}
    for question in questions.of_lesson(lesson):
        bank = answers("RIGHT", question)[:2] + [a for a, _ in answers("WRONG", question)]
        kept = [hand_ins.record(question.id, answer) for answer in bank]
        found[question.name] = [one["value"] for one in kept if one and "value" in one]
    return found


def varied(value: Any, number: int) -> Any:
    """Return a kept value that nobody else has."""
    if isinstance(value, dict):
        ((kind, held),) = value.items()
        if kind == "float":
            return {kind: repr(float(held) + number / 1000)}
        if kind in ("tuple", "list") and held:
            return {kind: [varied(held[0], number), *held[1:]]}
        if kind in ("set", "frozenset") and held:
            return {kind: [*held, f"more {number}"]}
        if kind == "dict" and held:
            place = number % len(held)
            key, part = held[place]
            return {kind: [*held[:place], [key, varied(part, number)], *held[place + 1 :]]}
        return value
    if isinstance(value, bool) or value is None:
        return value
    return value + number if isinstance(value, int) else f"{value} {number}"


def write_class(folder: Path, students: int, lessons: list[int], different: bool) -> None:
    """Write the executed work of a class."""
    whole = {lesson: executed(lesson) for lesson in lessons}
    values = {lesson: readable(lesson) for lesson in lessons}
    rows = ["student_id,name"]
    for number in range(students):
        rows.append(f"s{number:04},Student {number}")
        place = folder / "work" / f"s{number:04}"
        place.mkdir(parents=True)
        for lesson in lessons:
            held = whole[lesson]
            for turn, kept in enumerate(records(held)):
                choice = values[lesson][kept["question"]]
                if choice:
                    value = copy.deepcopy(choice[(number * 7 + turn) % len(choice)])
                    kept["value"] = varied(value, number) if different else value
            text = json.dumps(held, indent=1, ensure_ascii=False)
            (place / f"{lesson:02}.ipynb").write_text(text, encoding="utf-8")
    (folder / "roster.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def mark(folder: Path) -> dict[str, float]:
    """Mark a class once, from the command to the last page."""
    files = sum(1 for _ in (folder / "work").rglob("*.ipynb"))
    began, busy = time.perf_counter(), time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        words = ["mark", str(folder / "work"), "--roster", str(folder / "roster.csv")]
        assert command([*words, "--to", str(folder / "out")]) == 0
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "notebooks": files,
        "seconds": took,
        "busy": time.process_time() - busy,
        "MB": peak,
    }


def mark_apart(folder: Path) -> dict[str, float]:
    """Mark a class in a process of its own, so that its memory is counted alone."""
    ran = subprocess.run(
        [sys.executable, "-m", "tools.benchmarks.marking", "--mark", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def by_nbgrader(folder: Path, python: str, students: int) -> dict[str, float]:
    """Let nbgrader run notebooks as it does by itself."""
    from tools import course

    lesson = 4
    name = f"exercise_{lesson:02}"
    course.main(folder / "course")
    (folder / "course" / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    path = os.pathsep.join([str(Path(python).parent), os.environ["PATH"]])
    env = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}

    def nbgrader(*words: str) -> None:
        command = [python, "-m", "nbgrader", *words]
        subprocess.run(command, cwd=folder / "course", env=env, capture_output=True, check=True)

    nbgrader("generate_assignment", name)
    (released,) = (folder / "course" / "release" / name).glob("*.ipynb")
    for number in range(students):
        place = folder / "course" / "submitted" / f"s{number:04}" / name
        place.mkdir(parents=True)
        (place / released.name).write_bytes(released.read_bytes())
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    nbgrader("autograde", name)
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"notebooks": students, "seconds": took, "busy": busy, "MB": after.ru_maxrss / 1024}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nbgrader", metavar="PYTHON", help="a Python that has nbgrader")
    parser.add_argument("--students", type=int, default=1_000)
    parser.add_argument("--mark", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.mark:
        print(json.dumps(mark(given.mark)))
        return
    every = questions.lessons()
    classes = {
        "200 different": (200, [4], True),
        "200, answers repeat": (200, [4], False),
        f"{given.students:,} students, all exercises": (given.students, every, False),
    }
    found: dict[str, dict[str, float]] = {}
    for name, (students, lessons, different) in classes.items():
        with tempfile.TemporaryDirectory() as folder:
            write_class(Path(folder), students, lessons, different)
            found[name] = mark_apart(Path(folder))
    if given.nbgrader:
        with tempfile.TemporaryDirectory() as folder:
            found["nbgrader, running 20"] = by_nbgrader(Path(folder), given.nbgrader, 20)
    print("| what | notebooks | seconds | a second | processor seconds | MB |")
    print("|---|---|---|---|---|---|")
    for name, one in found.items():
        rate = one["notebooks"] / one["seconds"]
        print(
            f"| {name} | {one['notebooks']:,.0f} | {one['seconds']:.1f} | {rate:,.2f} | "
            f"{one['busy']:.1f} | {one['MB']:.0f} |"
        )


if __name__ == "__main__":
    main()
