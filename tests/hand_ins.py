"""Notebooks as students hand them in, made without running anything."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from realignment import questions
from realignment.feedback import asking, grade
from realignment.kept import MEDIA_TYPE, Kept, digest
from realignment.version import VERSION
from tools.weaken import answers, case_of, made

ROOT = Path(__file__).resolve().parent.parent


def exercise(lesson: int) -> dict[str, Any]:
    """Return the exercise of a lesson, untouched."""
    (path,) = (ROOT / "exercises").glob(f"{lesson:02}_*.ipynb")
    return json.loads(path.read_text(encoding="utf-8"))


def right(lesson: int) -> dict[str, Any]:
    """Return a right answer to each question of a lesson, from the bank."""
    return {q.id: answers("RIGHT", q)[0] for q in questions.of_lesson(lesson)}


def wrong(lesson: int, which: int = 0) -> dict[str, Any]:
    """Return a wrong answer to each question of a lesson that can be read."""
    found = {}
    for question in questions.of_lesson(lesson):
        readable = [a for a, why in answers("WRONG", question) if why != "unreadable"]
        found[question.id] = readable[which % len(readable)] if readable else "x"
    return found


def record(question: str, answer: object, **told: Any) -> dict[str, Any] | None:
    """Return what a check would have kept of an answer; ``None`` if nothing."""
    asked = questions.find(question)
    reading = asking.read(asked, made(answer, asked), case_of(asked.case))
    if reading.said is not None and reading.said.state.name == "NOT_ATTEMPTED":
        return None
    read = reading.said is None
    fields = {"module": VERSION, **told}
    return Kept(asked.name, reading.value if read else None, read=read, **fields).as_json()


def notebook(
    lesson: int, given: Mapping[str, object], mark: str = "", **told: Any
) -> dict[str, Any]:
    """Return an exercise with answers in it, each checked.

    Parameters
    ----------
    lesson
        Of which exercise.
    given
        Question's number to answer; the others stay as they were.
    mark
        A comment that makes the cells differ from those of others.
    told
        What else a record says, such as ``solution=True``.
    """
    held = exercise(lesson)
    for count, cell in enumerate(held["cells"], start=1):
        source = "".join(cell["source"])
        if cell["cell_type"] != "code":
            continue
        for question, answer in given.items():
            if f'check("{question}"' not in source:
                continue
            kept = record(question, answer, **told)
            cell["source"] = f'answer = "as given"  # {mark}\ncheck("{question}", answer)'
            cell["execution_count"] = count
            if kept is not None:
                kept["cell"] = kept["cell"] or digest(cell["source"])
                said = grade(question, made(answer, questions.find(question)))
                data = {**said._repr_mimebundle_(), MEDIA_TYPE: kept}
                cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": data}]
    return held


def as_bytes(held: object) -> bytes:
    """Return a notebook as a file."""
    return json.dumps(held, indent=1).encode("utf-8")


# --- a class of forty, made for the purpose ----------------------------------------------------

LESSON = 4
"""Which exercise the class hands in."""


def half(lesson: int) -> dict[str, Any]:
    """Return right answers to every other question, and wrong ones to the rest."""
    good, bad = right(lesson), wrong(lesson)
    return {asked: (good if number % 2 else bad)[asked] for number, asked in enumerate(good)}


def nested(depth: int) -> object:
    held: object = 1
    for _ in range(depth):
        held = {"list": [held]}
    return held


def forged(lesson: int) -> dict[str, Any]:
    """Return a notebook that says *Right* of wrong answers, and holds what no check keeps."""
    held = notebook(lesson, wrong(lesson))
    cells = [cell for cell in held["cells"] if cell.get("outputs")]
    for cell in cells:
        data = cell["outputs"][0]["data"]
        data["text/plain"] = data["text/html"] = "✓ Right."
        data[MEDIA_TYPE] |= {"state": "RIGHT", "points": 100, "verdict": "Right"}
    for cell, value in zip(
        cells, ({"list": [1] * 50_000}, nested(100), "x" * 200_000), strict=False
    ):
        cell["outputs"][0]["data"][MEDIA_TYPE]["value"] = value
    return held


def hostile(lesson: int) -> dict[str, Any]:
    """Return a notebook whose code would do harm, and whose texts would be run by a browser."""
    script = "<script>document.title='run'</script><img src=x onerror=alert(1)>\u202e"
    held = notebook(lesson, right(lesson), mark=script, why=script)
    code = next(cell for cell in held["cells"] if cell["cell_type"] == "code")
    code["source"] = "import pathlib; pathlib.Path('harm_was_done').write_text('x')"
    open_ones = [q for q in questions.of_lesson(lesson) if q.rubric]
    for cell in held["cells"]:
        for output in cell.get("outputs", []):
            kept = output["data"][MEDIA_TYPE]
            if kept["question"] in {q.name for q in open_ones}:
                kept["value"] = f"{script} {kept['value']}"
    return held


def endless(lesson: int) -> dict[str, Any]:
    """Return a notebook with a cell that never ends, among answers that were checked before."""
    held = notebook(lesson, right(lesson))
    loop = {
        "cell_type": "code",
        "id": "endless",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": "while True:\n    pass",
    }
    held["cells"].insert(2, loop)
    return held


def cleared(held: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook without its outputs."""
    for cell in held["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return held


def changed(held: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook with one cell that reads otherwise than when it was checked."""
    cell = next(cell for cell in held["cells"] if cell.get("outputs"))
    cell["source"] += "  # and then I changed it"
    return held


def saved_work(lesson: int, given: Mapping[str, object]) -> bytes:
    """Return a file of saved work with answers and without notebooks."""
    packed = io.BytesIO()
    entries = {}
    for asked, answer in given.items():
        kept = record(asked, answer)
        if kept is not None:
            entries[kept["question"]] = {"state": "RIGHT", "tries": 1, "answer": kept}
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("progress.json", json.dumps({"format": 2, "questions": entries}))
    return packed.getvalue()


NAMES = [
    f"{first} {last}"
    for last in ("Adamou", "Brown", "Çelik", "Diallo")
    for first in (
        "Aïcha",
        "Boubacar",
        "Chantal",
        "Djibo",
        "Eva",
        "Fatima",
        "Gérard",
        "Hadiza",
        "Ibrahim",
        "José",
    )
]


def class_of_forty(folder: Path, lesson: int = LESSON) -> tuple[Path, Path]:
    """Write the work of a class, and its roster; return both places.

    The ids are ``s01`` to ``s40``; ``s36`` and ``s37`` are the group *tigers*; ``s40`` has handed
    in nothing, and somebody nobody knows has handed in something.
    """
    work = folder / "work"
    file = f"{lesson:02}_mine.ipynb"
    made_of: dict[str, bytes] = {}
    for number in range(1, 11):
        made_of[f"s{number:02}/{file}"] = as_bytes(notebook(lesson, right(lesson), f"{number}"))
    for number in range(11, 19):
        made_of[f"s{number:02}/{file}"] = as_bytes(notebook(lesson, half(lesson), f"{number}"))
    for number in range(19, 25):
        given = wrong(lesson, number - 19)
        made_of[f"s{number:02}/{file}"] = as_bytes(notebook(lesson, given, f"{number}"))
    whole = notebook(lesson, right(lesson), "others")
    made_of |= {
        f"s25/{file}": as_bytes(whole)[:3000],
        f"s26/{file}": as_bytes(endless(lesson)),
        f"s27/{file}": as_bytes(hostile(lesson)),
        f"s28/{file}": as_bytes(forged(lesson)),
        f"s29/{file}": as_bytes(cleared(notebook(lesson, right(lesson), "29"))),
        f"s30/{file}": b"",
        f"s31/{file}": as_bytes(exercise(lesson)),
        f"s32/{file}": as_bytes(notebook(lesson, right(lesson), "32", module="0.9")),
        f"s33/{file}": as_bytes(notebook(lesson, right(lesson), "33", data="f" * 16)),
        f"s34/{file}": as_bytes(changed(notebook(lesson, right(lesson), "34"))),
        f"s35/{file}": made_of[f"s01/{file}"],
        f"tigers/{file}": as_bytes(notebook(lesson, right(lesson), "group")),
        "s38/my_work.zip": saved_work(lesson, right(lesson)),
        f"s39/1/{file}": as_bytes(notebook(lesson, right(lesson), "39 first")),
        f"s39/2/{file}": as_bytes(notebook(lesson, wrong(lesson), "39 later")),
        f"stranger/{file}": as_bytes(notebook(lesson, right(lesson), "stranger")),
    }
    for moment, (name, content) in enumerate(made_of.items()):
        path = work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (1_700_000_000 + 60 * moment,) * 2)
    rows = ["student_id,name,email,group"]
    for number, name in enumerate(NAMES, start=1):
        group = "tigers" if number in (36, 37) else ""
        rows.append(f"s{number:02},{name},s{number:02}@example.org,{group}")
    roster = folder / "roster.csv"
    roster.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return work, roster
