"""What was handed in: the files of a folder or of an archive, wherever they lie in it.

Nothing is unpacked to the disk, and no name within an archive becomes a path. A file is opened only
when it is its turn, so that the work of a thousand never lies in memory at once.
"""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from realignment.errors import ReadingError
from realignment.files import is_left_by_a_program, name_of, reason
from realignment.marking.kept_work import LARGEST_FILE, is_no_notebook, is_notebook
from realignment.marking.roster import Owners, moment_in

MOST_FILES: Final = 200_000


@dataclass(frozen=True)
class HandIn:
    """One file that was handed in.

    Attributes
    ----------
    path
        Where it lies in what was handed in, with ``/``.
    owner
        Whose it is; see :meth:`~realignment.marking.roster.Owners.of`.
    when
        The moment that its name, or else its archive or the disk gives, as a text that sorts.
    size
        Bytes.
    load
        Returns its content.
    who
        What an unknown owner is called: the folder, or the file without its ending.
    """

    path: str
    owner: str | None
    when: str
    size: int
    load: Callable[[], bytes]
    who: str = ""


@contextmanager
def opened(work: Path, owners: Owners) -> Iterator[list[HandIn]]:
    """List what was handed in; it can be loaded as long as this is open.

    Raises
    ------
    ReadingError
        If there is no such place, or it holds nothing that could be marked.
    """
    held: list[zipfile.ZipFile | tarfile.TarFile] = []
    try:
        if work.is_dir():
            found = list(_folder(work, owners, held))
        elif work.is_file():
            found = list(_file(work, work.name, owners, held))
        else:
            raise ReadingError(
                f"{name_of(work)}: there is no such folder or archive; expected the students' work."
            )
        if not found:
            raise ReadingError(
                f"{name_of(work)}: there is no notebook and no saved work in it; expected a folder "
                "or a file for each student."
            )
        yield sorted(_called(found), key=lambda one: (one.when, one.path))
    finally:
        for archive in held:
            archive.close()


def _called(files: list[HandIn]) -> Iterator[HandIn]:
    """Give each file's owner a name: the first folder that not all files lie in."""
    places = [PurePosixPath(file.path).parts[:-1] for file in files]
    common = 0
    while len({place[common : common + 1] for place in places}) == 1 and places[0][common:]:
        common += 1
    common = common if len(files) > 1 else 0
    for file, place in zip(files, places, strict=True):
        name = PurePosixPath(file.path).name.partition(".")[0] or file.path
        yield replace(file, who=place[common] if len(place) > common else name)


def _folder(
    folder: Path, owners: Owners, held: list[zipfile.ZipFile | tarfile.TarFile]
) -> Iterator[HandIn]:
    """Yield the files of a folder and of the archives in it that are not one student's."""
    for place, folders, files in os.walk(folder):  # follows no link out of the folder
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__MACOSX")))
        for name in sorted(files):
            path = Path(place) / name
            if not path.is_symlink() and not is_left_by_a_program(path):
                yield from _file(path, path.relative_to(folder).as_posix(), owners, held)


def _file(
    path: Path, within: str, owners: Owners, held: list[zipfile.ZipFile | tarfile.TarFile]
) -> Iterator[HandIn]:
    if is_notebook(within) or is_no_notebook(within):
        yield _on_disk(path, within, owners)
    elif path.suffix.lower() == ".zip":
        owner = owners.of(within)
        if owner is None and (archive := _class_archive(path)) is not None:
            held.append(archive)
            yield from _zipped(archive, "", owners)
        else:
            yield _on_disk(path, within, owners)
    elif path.name.lower().endswith((".tar", ".tar.gz", ".tgz")):
        try:
            tar = tarfile.open(path)
        except (tarfile.TarError, OSError, EOFError):
            yield _on_disk(path, within, owners)
            return
        held.append(tar)
        yield from _tarred(tar, owners)


def _on_disk(path: Path, within: str, owners: Owners) -> HandIn:
    try:
        status = path.stat()
        day, size = datetime.fromtimestamp(status.st_mtime), status.st_size
    except (OSError, OverflowError, ValueError):
        day, size = datetime(1980, 1, 1), 0
    return HandIn(
        within,
        owners.of(within),
        moment_in(within) or f"{day:%Y-%m-%d %H:%M:%S}",
        size,
        lambda: _load(path),
    )


def _load(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as problem:
        raise ReadingError(f"The file cannot be opened: {reason(problem)}.") from None


def _class_archive(path: Path) -> zipfile.ZipFile | None:
    """Open an archive of a whole class; ``None`` if it is one student's saved work, or broken."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
    names = archive.namelist()
    if "progress.json" in names or not any(is_notebook(n) or n.endswith(".zip") for n in names):
        archive.close()
        return None
    return archive


def _may_be_work(name: str) -> bool:
    return is_notebook(name) or is_no_notebook(name) or name.lower().endswith(".zip")


def _zipped(archive: zipfile.ZipFile, before: str, owners: Owners) -> Iterator[HandIn]:
    for info in archive.infolist()[:MOST_FILES]:
        name = PurePosixPath(before) / info.filename
        if info.is_dir() or not _may_be_work(str(name)):
            continue
        if name.name.startswith("._") or "__MACOSX" in name.parts:
            continue
        within = name.as_posix()
        year, month, day, hour, minute, second = info.date_time
        when = f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
        yield HandIn(
            within,
            owners.of(within),
            moment_in(within) or when,
            info.file_size,
            lambda info=info: _unzip(archive, info),  # type: ignore[misc]
        )


def _unzip(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(info) as part:
            return part.read(LARGEST_FILE + 1)
    except Exception:  # a damaged zip can fail in a dozen ways
        raise ReadingError("The archive is damaged here; the file cannot be taken out.") from None


def _tarred(archive: tarfile.TarFile, owners: Owners) -> Iterator[HandIn]:
    for number, info in enumerate(archive):
        name = PurePosixPath(info.name)
        if number >= MOST_FILES:
            return
        if not info.isfile() or not _may_be_work(info.name):
            continue
        day = datetime.fromtimestamp(max(0, info.mtime), UTC)
        within = name.as_posix().removeprefix("./")
        yield HandIn(
            within,
            owners.of(within),
            moment_in(within) or f"{day:%Y-%m-%d %H:%M:%S}",
            info.size,
            lambda info=info: _untar(archive, info),  # type: ignore[misc]
        )


def _untar(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    try:
        part = archive.extractfile(info)
        return part.read(LARGEST_FILE + 1) if part is not None else b""
    except (tarfile.TarError, OSError, EOFError):
        raise ReadingError("The archive is damaged here; the file cannot be taken out.") from None
