"""One exercise as it was handed out; what was done in the old one is kept."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

from realignment.errors import ReadingError
from realignment.files import find_data, name_of, write_whole
from realignment.handing_out.student_edition import ORIGINALS


def start_afresh(number: str, root: Path | None = None) -> tuple[Path, Path | None]:
    """Put an exercise back as it was handed out.

    Parameters
    ----------
    number
        The exercise's number, such as ``"04"``.
    root
        The module's folder; found by itself if left out.

    Returns
    -------
    fresh, kept : Path, Path or None
        The fresh exercise, and the file to which the old one was moved (none, if there was
        none, or nothing had been done in it).

    Raises
    ------
    ReadingError
        If there is no such exercise, or its first state is nowhere to be had.
    """
    folder = (find_data().parent if root is None else root) / "exercises"
    originals = _originals(folder)
    wanted = f"{int(number):02}_" if number.isdecimal() else f"{number}_"
    names = sorted(name for name in originals if name.startswith(wanted))
    if not names:
        known = ", ".join(sorted(name[:2] for name in originals)) or "none"
        raise ReadingError(f"There is no exercise {number!r}; expected one of {known}.")
    exercise = folder / names[0]
    kept = None
    if exercise.exists():
        if exercise.read_bytes() == originals[names[0]]:
            return exercise, None  # nothing was done in it that could be lost
        kept = _free(exercise)
        exercise.rename(kept)
    write_whole(exercise, originals[names[0]])
    return exercise, kept


def _originals(folder: Path) -> dict[str, bytes]:
    """Return the exercises as they were handed out: from the edition's own file, or from git."""
    packed = folder / ORIGINALS
    if packed.is_file():
        try:
            with zipfile.ZipFile(packed) as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except zipfile.BadZipFile as problem:
            raise ReadingError(f"{name_of(packed)} is damaged: expected a fresh copy.") from problem
    listed = _git(folder, "ls-tree", "--name-only", "HEAD", "./")
    names = [name for name in listed.decode("utf-8").split("\n") if name.endswith(".ipynb")]
    return {name: _git(folder, "show", f"HEAD:./{name}") for name in names}


def _git(folder: Path, *words: str) -> bytes:
    try:
        return subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as problem:
        raise ReadingError(
            f"{name_of(folder)} has no {ORIGINALS}, and git knows no earlier state of it: expected "
            "the student's edition, or a clone."
        ) from problem


def _free(path: Path) -> Path:
    number = 1
    while (other := path.with_name(f"{path.stem}_before_{number}.ipynb")).exists():
        number += 1
    return other
