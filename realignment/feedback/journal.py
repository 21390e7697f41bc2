"""What is saved: the state of each question in this kernel, and the file it is kept in."""

from __future__ import annotations

import json
import os
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from realignment.errors import ReadingError
from realignment.feedback.verdicts import Note, Standing, show

LARGEST_WORK = 50_000_000
"""Bytes. The notebooks of all exercises have less than one million together."""

_JOURNAL_NAME = "progress.json"
_NOTEBOOK = re.compile(r"[^/\\\\]+\.ipynb")  # a plain name: nothing may be written elsewhere


@dataclass
class Entry:
    """What has happened with one question in this kernel."""

    state: Standing = Standing.NOT_ATTEMPTED
    tries: int = 0
    hints: int = 0
    answer: str = ""
    why: str = ""


@dataclass
class Journal:
    """What has happened with each question."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def of(self, question: str) -> Entry:
        """Return the entry of a question, a new one if there is none yet."""
        return self.entries.setdefault(question, Entry())


JOURNAL = Journal()
"""What has happened in this kernel."""


def save_progress(path: str | Path = "my_work.zip") -> None:
    """Put your work into one small file, to download and keep.

    The file holds what has been checked in this kernel and the notebooks that lie beside it, as
    they were last saved. A file of that name from another day is read first: what it holds of other
    questions is kept. Nothing else in this module writes a file.
    """
    file = Path(path)
    try:
        kept, _ = _read_work(file) if file.exists() else ({}, {})
    except ReadingError as problem:
        show(Note("Not saved.", str(problem)))
        return
    for question, entry in JOURNAL.entries.items():
        kept[question] = {
            "state": entry.state.name,
            "tries": entry.tries,
            "hints": entry.hints,
            "answer": entry.answer,
            "why": entry.why,
            "day": date.today().isoformat(),
        }
    notebooks = sorted(file.resolve().parent.glob("*.ipynb"))
    fresh = file.with_name(file.name + ".part")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as work:
        work.writestr(_JOURNAL_NAME, json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
        for notebook in notebooks:
            work.write(notebook, notebook.name)
    fresh.replace(file)
    told = f"`{file.name}` holds {len(kept)} questions and {len(notebooks)} notebooks."
    if "BINDER_LAUNCH_HOST" in os.environ:
        told += (
            " You are on Binder, which forgets it when you leave: right-click the file in the "
            "list on the left, and choose Download."
        )
    show(Note("Saved.", f'{told} Another day, `load_progress("{file.name}")` brings it back.'))


def load_progress(path: str | Path = "my_work.zip") -> None:
    """Bring back what :func:`save_progress` has kept.

    A notebook that differs from the one that is there comes back under a name of its own; nothing
    is written over.
    """
    file = Path(path)
    try:
        kept, notebooks = _read_work(file)
    except ReadingError as problem:
        show(Note("Not loaded.", str(problem)))
        return
    for question, saved in kept.items():
        entry = JOURNAL.of(question)
        entry.state, entry.tries = Standing[saved["state"]], int(saved["tries"])
        entry.hints, entry.answer, entry.why = int(saved["hints"]), saved["answer"], saved["why"]
    names = [_bring_back(file.resolve().parent, name, old) for name, old in notebooks.items()]
    written = ", ".join(f"`{name}`" for name in names if name)
    told = f"{len(kept)} questions are back."
    show(Note("Loaded.", f"{told} Your notebooks are in {written}." if written else told))


def _bring_back(folder: Path, name: str, content: bytes) -> str:
    """Write a notebook under a name that is free; return it, or "" if it is there already."""
    stem, number = name.removesuffix(".ipynb"), 1
    target = folder / name
    while target.exists():
        if target.read_bytes() == content:
            return ""
        number += 1
        target = folder / f"{stem}_{number}.ipynb"
    target.write_bytes(content)
    return target.name


def _read_work(file: Path) -> tuple[dict[str, dict], dict[str, bytes]]:
    """Return what a work file holds: the journal, and the notebooks by name."""
    wrong = ReadingError(
        f"{file.name}: this holds no saved work; expected a file that save_progress() made. It was "
        "left as it is."
    )
    if not file.is_file():
        raise ReadingError(f"{file.name}: there is no such file; expected one to load.")
    try:
        with zipfile.ZipFile(file) as work:
            if sum(part.file_size for part in work.infolist()) > LARGEST_WORK:
                raise wrong
            kept = json.loads(work.read(_JOURNAL_NAME))
            notebooks = {
                name: work.read(name) for name in work.namelist() if _NOTEBOOK.fullmatch(name)
            }
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, json.JSONDecodeError):
        raise wrong from None
    wanted = {"state", "tries", "hints", "answer", "why", "day"}
    if not isinstance(kept, dict) or any(
        not isinstance(s, dict) or set(s) != wanted or s["state"] not in Standing.__members__
        for s in kept.values()
    ):
        raise wrong
    return kept, notebooks
