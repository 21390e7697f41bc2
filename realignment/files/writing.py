"""A file that is written whole, or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from realignment.errors import ReadingError
from realignment.files.places import name_of

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EROFS: "nothing may be written in that folder",
    errno.EACCES: "nothing may be written in that folder",
    errno.EPERM: "nothing may be written in that folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EISDIR: "a folder of that name is there",
}


def place(path: str | Path) -> Path:
    """Return where a user wants to write: ``~`` is their own folder."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # a user of whom this machine knows no folder
        return Path(path)


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, then replace: after a failure what was there is still whole, and alone.

    Raises
    ------
    ReadingError
        If it cannot be written; the sentence says why.
    """
    part = None
    try:
        if not path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no folder")
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder")
        made, part = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        with os.fdopen(made, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave the new name on no content
        os.chmod(part, 0o644)  # temporary files are private by default
        os.replace(part, path)
    except OSError as problem:
        if part is not None:
            Path(part).unlink(missing_ok=True)
        raise ReadingError(f"{name_of(path)} was not written: {reason(problem)}.") from problem


def reason(problem: OSError) -> str:
    """Say in a few words why the system would not do it."""
    return _REASONS.get(problem.errno or 0, "the system does not allow it")
