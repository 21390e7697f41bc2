"""A file or a folder that is written whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable
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
    errno.EEXIST: "something of that name is there already",
}


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, then replace: after a failure what was there is still whole, and alone.

    The other name is a new one each time, so that two programs that write at one moment do not mix.

    Raises
    ------
    ReadingError
        If it cannot be written; the sentence says why.
    """
    # Of a link, what it points to is replaced, and the link stays.
    target = Path(os.path.realpath(path)) if os.path.islink(path) else path
    part = _beside(target)
    try:
        _refuse_if_unfit(target)
        with open(part, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave the new name on no content
        os.replace(part, target)
    except OSError as problem:
        raise not_written(path, problem) from problem
    finally:
        _remove(part)


def make_folder(path: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder whole or not at all: it is filled under another name, which then changes.

    Parameters
    ----------
    path
        The new folder; the one that holds it must be there.
    fill
        Puts files into the folder that it is given.

    Raises
    ------
    ReadingError
        If something of that name is there, or it cannot be written; then nothing is left.
    """
    part = _beside(path)
    try:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "there")
        part.mkdir()
        fill(part)
        os.rename(part, path)
    except OSError as problem:
        raise not_written(path, problem) from problem
    finally:
        shutil.rmtree(part, ignore_errors=True)


def not_written(path: Path, problem: OSError) -> ReadingError:
    """Return the error that says in one sentence why a file was not written."""
    return ReadingError(f"{name_of(path)} was not written: {reason(problem)}.")


def reason(problem: OSError) -> str:
    """Say in a few words why the system would not do it."""
    return _REASONS.get(problem.errno or 0, "the system does not allow it")


def _refuse_if_unfit(path: Path) -> None:
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no folder")
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, "a folder")
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "may not be changed")


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:  # a folder that is none, or a name that is none: nothing was made
        return
