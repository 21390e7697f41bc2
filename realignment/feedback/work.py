"""What is saved: one small file, to download and keep.

``my_work.zip`` holds ``progress.json`` (the journal, the rows of the annotator, which file comes
from where), the notebooks that lie beside it, ``my_sheet.csv``, and the student's own cases. What
an earlier day put in stays in: a notebook that was renamed or deleted since, and one that another
computer left there under the same name, which then lies in the folder ``earlier``.

Two kernels may save at once: one waits for the other, and each writes a whole file or none.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import platform
import re
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

from realignment import sheets
from realignment.errors import ReadingError
from realignment.feedback.journal import FORMAT, JOURNAL, Journal, read_journal
from realignment.feedback.verdicts import Note, show
from realignment.files import (
    find_data,
    is_left_by_a_program,
    is_packaged,
    make_folder,
    name_of,
    not_written,
    place,
    reason,
    was_handed_out,
    write_whole,
)
from realignment.untrusted import visible

LARGEST_WORK = 50_000_000
"""Bytes. The notebooks of all exercises have less than one million together."""

MOST_FILES = 2_000
_MOST_TOLD = 50_000_000
"""Bytes of ``progress.json``. That of all questions has less than one million."""

_JOURNAL_NAME = "progress.json"
_EARLIER = "earlier/"
_CASES = "cases/"
_SHEETS = ("my_sheet.csv", "my_sheet.xlsx")
_OF_A_CASE = (".csv", ".md", ".ods", ".txt", ".xlsx")
_PLAIN = re.compile(r"(?!\.)[^/\\:*?\"<>|\x00-\x1f]{1,200}(?<![. ])")
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@dataclass
class Work:
    """What a file of saved work holds.

    Attributes
    ----------
    journal
        Of the questions.
    rows
        The annotator's sheets, as they stand in the file.
    files
        Name within the file to content.
    days
        Name to when the file was last written.
    places
        Name to the place that it came from.
    more
        What another edition has written beside these.
    problems
        What could not be read of the questions, each in one sentence.
    damaged
        Names of files that cannot be read any more.
    """

    journal: Journal = field(default_factory=Journal)
    rows: list[object] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    days: dict[str, datetime] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)


def save_progress(path: str | Path = "my_work.zip") -> None:
    """Put your work into one small file, to download and keep.

    The file holds what has been checked in this kernel, the annotator's rows, the notebooks and
    ``my_sheet.csv`` that lie beside it as they were last saved, and your own cases. A file of that
    name from another day is read first, and what it holds stays in it: no right answer gives way
    to a lesser one. Nothing else in this module writes a file without being asked.

    Parameters
    ----------
    path
        The file.
    """
    _tell("Not saved.", partial(_save, path))


def _tell(failed: str, does: Callable[[], Note]) -> None:
    """Do it and say so; whatever stands against it is said in a sentence."""
    try:
        show(does())
    except ReadingError as problem:
        show(Note(failed, str(problem)))
    except OSError as problem:
        show(Note(failed, f"The file could not be reached: {reason(problem)}."))
    except (TypeError, ValueError):
        show(Note(failed, "This cannot be the name of a file; expected one such as `my_work.zip`."))


def _save(path: str | Path) -> Note:
    file = place(path).resolve()
    with _alone(file):
        work = read_work(file) if file.exists() else Work()
        if work.damaged:
            raise ReadingError(
                f"{file.name}: `{_short(work.damaged[0])}` is damaged in it. It was left as it is; "
                "save under another name."
            )
        said = _take_in(work, file.parent)
        work.journal.bring_in(JOURNAL)
        mine = [(name, sheet) for name, known in sheets.SHEETS.items() for sheet in known]
        work.rows = sheets.merged(mine, work.rows)
        write_whole(file, _packed(work))
    for _, sheet in mine:
        sheet.seen = sheets.digest_of(sheet.rows)
    notebooks = [name for name in work.files if _is_notebook(name)]
    told = (
        f"`{file.name}` holds {_count(len(work.journal.entries), 'question')} and "
        f"{_count(len(notebooks), 'notebook')}."
    )
    cases = sorted({name.split("/")[1] for name in work.files if name.startswith(_CASES)})
    if work.rows:
        told += " The annotator's rows are in it."
    if cases:
        told += f" What is your own in {_listed(cases)} is in it."
    if "BINDER_LAUNCH_HOST" in os.environ:
        told += (
            " You are on Binder, which forgets it when you leave: right-click the file in the "
            "list on the left, and choose Download."
        )
    told += (
        " Another day, `from realignment import load_progress` and then "
        f'`load_progress("{file.name}")` bring it back. What you wrote is in it, your reasons and '
        "essays too: give it to nobody but your teacher."
    )
    title = "Saved, but not all." if said else "Saved."
    return Note(title, "\n".join([told, *said, *work.problems[:5]]))


def load_progress(path: str | Path = "my_work.zip", earlier: bool = False) -> None:
    """Bring back what :func:`save_progress` has kept.

    A file that differs from the one that is there comes back under a name of its own; nothing is
    written over. What has been checked in this kernel stays, unless the file knows better.

    Parameters
    ----------
    path
        The file.
    earlier
        Whether to bring back earlier versions of notebooks too.
    """
    _tell("Not loaded.", partial(_load, path, earlier))


def _load(path: str | Path, earlier: bool) -> Note:
    file = place(path).resolve()
    if not file.is_file():
        raise ReadingError(f"{file.name}: there is no such file; expected one to load.")
    work = read_work(file)
    JOURNAL.bring_in(work.journal)
    known = len(work.journal.entries)
    told = [f"{_count(known, 'question')} {'is' if known == 1 else 'are'} back."]
    back = []
    for record in work.rows:
        try:
            name, sheet = sheets.read_saved(record)
        except ReadingError as problem:
            work.problems.append(str(problem))
        else:
            back.append(sheets.bring_back(name, sheet))
    if names := sorted(filter(None, back)):
        told.append(
            f"The annotator's rows are back under {_listed(names)}; run its cell again to see them."
        )
    written, problems = _put_back(work, file.parent, earlier)
    if written:
        told.append(f"Your notebooks and files are in {_listed(written)}.")
    if foreign := len(work.journal.foreign):
        told.append(
            f"{foreign} entr{'y is' if foreign == 1 else 'ies are'} of no question that this "
            "edition can read; the file keeps them."
        )
    old = sum(name.startswith(_EARLIER) for name in work.files)
    if old and not earlier:
        stay = "version of a notebook stays" if old == 1 else "versions of notebooks stay"
        told.append(
            f'{old} earlier {stay} in the file: `load_progress("{file.name}", earlier=True)` '
            "brings back those too."
        )
    damaged = [f"`{_short(name)}` is damaged and did not come back." for name in work.damaged]
    return Note("Loaded.", "\n".join([" ".join(told), *problems, *damaged, *work.problems[:5]]))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return ", ".join(f"`{visible(name)}`" for name in names[:12]) + more


# --- two kernels at once ----------------------------------------------------------------------

_PATIENCE = 20.0
"""Seconds to wait for another kernel that is saving."""
_STALE = 60.0
"""Seconds after which a lock was left behind by a kernel that died."""


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Let no other kernel write this file in the meantime."""
    lock = file.with_name(f".{file.name[:200]}.lock")
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            if _drop_stale(lock):
                continue
            if time.monotonic() > until:
                raise ReadingError(
                    f"{file.name}: another notebook is saving at this moment; try again."
                ) from None
            time.sleep(0.05)
        except PermissionError as problem:
            if lock.exists():  # on Windows, while the other one takes its lock away
                time.sleep(0.05)
                continue
            raise not_written(file, problem) from None
        except OSError as problem:
            raise not_written(file, problem) from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _drop_stale(lock: Path) -> bool:
    """Take away a lock that nobody holds any more; tell whether it was one."""
    try:
        stale = time.time() - lock.stat().st_mtime > _STALE
        if stale:
            lock.unlink(missing_ok=True)
    except OSError:  # gone by now, or not ours to remove
        return False
    return stale


# --- what goes in -----------------------------------------------------------------------------


def _take_in(work: Work, folder: Path) -> list[str]:
    """Put the student's files into the work; return what had to stay out, and why."""
    here, said = _digest_of_place(folder), []
    found = []
    for name, path in _own_files(folder):
        try:
            if path.is_dir():
                continue
            size = path.stat().st_size
            if not _is_safe(name):
                said.append(f"`{_short(name)}` is not in it: give it a plain, shorter name.")
            elif size > LARGEST_WORK:
                said.append(_too_large(name, size))
            else:
                day = datetime.fromtimestamp(path.stat().st_mtime)
                found.append((name, path.read_bytes(), day))
        except OSError as problem:
            why = "it points to nothing" if path.is_symlink() else reason(problem)
            said.append(f"`{_short(name)}` is not in it: {why}.")
    room = LARGEST_WORK - sum(map(len, work.files.values()))
    for name, content, day in sorted(found, key=lambda one: len(one[1])):
        old = work.files.get(name, b"")
        continues = name not in work.files or content == old or work.places.get(name) == here
        needed = len(content) - (len(old) if continues else 0)
        if needed > room or len(work.files) >= MOST_FILES:
            said.append(_too_large(name, len(content)))
            continue
        if not continues:
            _put_aside(work, name)
        if content != old:
            work.days[name] = day
        room -= needed
        work.files[name], work.places[name] = content, here
    return said


def _own_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and place of all that may be the student's own."""
    for path in [*sorted(folder.glob("*.ipynb")), *(folder / name for name in _SHEETS)]:
        if not is_left_by_a_program(path) and (path.is_symlink() or path.exists()):
            yield path.name, path
    yield from _own_cases(folder)


def _short(name: str) -> str:
    return visible(name) if len(name) <= 60 else f"{visible(name[:59])}…"


def _too_large(name: str, size: int) -> str:
    return (
        f"`{_short(name)}` ({size / 1e6:.0f} MB) is not in it: a file of saved work holds at most "
        f"{LARGEST_WORK / 1e6:.0f} MB. Clear its outputs, save it, and save your progress again."
    )


def _put_aside(work: Work, name: str) -> None:
    """Keep the version that another place left under this name."""
    content = work.files.pop(name)
    day = work.days.get(name, datetime(1980, 1, 1))
    where = name.replace("/", " ")
    for number in range(1, MOST_FILES):
        again = f" {number}" if number > 1 else ""
        target = f"{_EARLIER}{day:%Y-%m-%d}{again} {where}"
        if work.files.setdefault(target, content) == content:
            work.days.setdefault(target, day)
            return


def _digest_of_place(folder: Path) -> str:
    """Return a digest of this folder on this computer, by which a later saving knows it again."""
    return hashlib.sha256(
        f"{platform.node()} {folder}".encode("utf-8", "surrogateescape")
    ).hexdigest()[:16]


def _own_cases(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of the student's own cases, in ``data`` or beside the notebooks.

    Of a case that is handed out, only codings that came later are somebody's own.
    """
    for holder in dict.fromkeys([*_writable_data(), folder]):
        for case in sorted({article.parent for article in holder.glob("*/article.*")}):
            own = not _is_handed_out(case.name)
            for path in sorted([*(case.glob("*.*") if own else ()), *case.glob("codings/*.*")]):
                inside = path.relative_to(holder).as_posix()
                skipped = is_left_by_a_program(path) or (not own and was_handed_out(inside))
                if path.suffix.lower() in _OF_A_CASE and not skipped:
                    yield _CASES + inside, path


def _is_handed_out(case: str) -> bool:
    return was_handed_out(f"{case}/article.md")


def _writable_data() -> list[Path]:
    """Return the folder of the cases; none, where it is the copy within the installed package."""
    try:
        data = find_data()
    except ReadingError:
        return []
    return [] if is_packaged(data) else [data]


def _packed(work: Work) -> bytes:
    """Return the file of all this; what lay in it before keeps its day."""
    told = {
        **work.more,
        "format": FORMAT,
        "questions": work.journal.as_json(),
        "rows": work.rows,
        "places": {name: work.places[name] for name in sorted(work.files) if name in work.places},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(told, indent=1, ensure_ascii=True) + "\n"
        archive.writestr(_JOURNAL_NAME, text)
        for name, content in sorted(work.files.items()):
            info = zipfile.ZipInfo(name, _zip_date(work.days.get(name)))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return packed.getvalue()


def _zip_date(day: datetime | None) -> tuple[int, int, int, int, int, int]:
    """Return a moment as a zip can hold it: from 1980 to 2107."""
    moment = day or datetime.now()
    if not 1980 <= moment.year <= 2107:
        moment = datetime(1980 if moment.year < 1980 else 2107, 1, 1)
    return moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second


# --- what comes out ---------------------------------------------------------------------------


def _put_back(work: Work, folder: Path, earlier: bool) -> tuple[list[str], list[str]]:
    """Write the files back; return where they are, and what could not be written."""
    written, problems = [], []
    cases: dict[str, dict[str, bytes]] = {}
    for name, content in sorted(work.files.items()):
        if not _is_safe(name):
            continue  # of another edition, or forged: it stays in the file
        try:
            if name.startswith(_CASES):
                _, case, inner = name.split("/", 2)
                cases.setdefault(case, {})[inner] = content
            elif not name.startswith(_EARLIER) or earlier:
                target = _bring_back(folder, name.removeprefix(_EARLIER), content)
                written += [target] if target else []
        except ReadingError as problem:
            problems.append(str(problem))
        except OSError as problem:
            problems.append(f"`{_short(name)}` was not written: {reason(problem)}.")
    for case, files in cases.items():
        try:
            written += _bring_back_case(folder, case, files)
        except ReadingError as problem:
            problems.append(str(problem))
    return written, problems


def _bring_back(folder: Path, name: str, content: bytes) -> str:
    """Write a file under a name that is free; return it, or "" if it is there already."""
    target, number = folder / name, 1
    while target.exists() or target.is_symlink():
        if target.is_file() and target.read_bytes() == content:
            return ""
        number += 1
        target = folder / f"{Path(name).stem}_{number}{Path(name).suffix}"
    write_whole(target, content)
    return target.name


def _bring_back_case(folder: Path, case: str, files: Mapping[str, bytes]) -> list[str]:
    """Write a case into a folder that is free; of a case handed out, only the own codings."""
    holder = next(iter(_writable_data()), folder)
    if _is_handed_out(case) and (holder / case).is_dir():
        names = [
            _bring_back((holder / case / inner).parent, Path(inner).name, content)
            for inner, content in files.items()
            if (holder / case / inner).parent.is_dir()
        ]
        return [f"{case}/{name}" for name in names if name]
    target, number = holder / case, 1
    while target.exists():
        if all(
            (target / inner).is_file() and (target / inner).read_bytes() == content
            for inner, content in files.items()
        ):
            return []
        number += 1
        target = holder / f"{case}_{number}"
    make_folder(target, partial(_fill, files))
    return [name_of(target)]


def _fill(files: Mapping[str, bytes], folder: Path) -> None:
    for inner, content in files.items():
        (folder / inner).parent.mkdir(exist_ok=True)
        (folder / inner).write_bytes(content)


def _is_notebook(name: str) -> bool:
    return "/" not in name and name.endswith(".ipynb")


def _is_safe(name: str) -> bool:
    """Tell whether a name within the file is one of ours: nothing may be written elsewhere."""
    parts = name.split("/")
    if not all(_PLAIN.fullmatch(part) and not _DEVICE.fullmatch(part) for part in parts):
        return False
    if name.startswith(_CASES):
        of_a_case = len(parts) == 3 or (len(parts) == 4 and parts[2] == "codings")
        return of_a_case and name.lower().endswith(_OF_A_CASE)
    known = name.endswith(".ipynb") or name in _SHEETS
    return (len(parts) == 1 and known) or (len(parts) == 2 and name.startswith(_EARLIER))


def read_work(file: Path) -> Work:
    """Return what a file of saved work holds.

    Raises
    ------
    ReadingError
        If it is none, or is damaged so that nothing in it can be read.
    """
    if not file.is_file():
        raise _no_work(file.name)
    with open(file, "rb") as opened:
        return unpack_work(file.name, opened)


def _no_work(name: str) -> ReadingError:
    return ReadingError(
        f"{name}: this holds no saved work; expected a file that save_progress() made. It was "
        "left as it is."
    )


def unpack_work(file: str, packed: IO[bytes]) -> Work:
    """Return what the content of a file of saved work holds; see :func:`read_work`."""
    wrong = _no_work(file)
    try:
        with zipfile.ZipFile(packed) as archive:
            parts = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            if len(parts) > MOST_FILES + 1:
                raise wrong
            if sum(info.file_size for info in parts.values()) > LARGEST_WORK + _MOST_TOLD:
                raise wrong
            work = _read_journal(json.loads(_content(archive, parts.pop(_JOURNAL_NAME))))
            for name, info in parts.items():
                if ".." not in name.split("/") and not name.startswith("/"):
                    _read_file(work, archive, info)
    except Exception as problem:  # a damaged zip or a forged text can fail in a dozen ways
        if isinstance(problem, ReadingError):
            raise
        raise wrong from None
    records = len(work.journal.entries) + len(work.journal.foreign)
    if work.problems and len(work.problems) == records and not work.files:
        raise wrong
    return work


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return a part of the file; one that is larger than it says is not read to its end."""
    with archive.open(info) as part:
        content = part.read(info.file_size + 1)
    if len(content) > info.file_size:
        raise ValueError("larger than it says")
    return content


def _read_file(work: Work, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Read one file; where it is damaged, the others still come back."""
    try:
        work.files[info.filename] = _content(archive, info)
        work.days[info.filename] = _day_of(info)
    except Exception:  # see read_work
        work.damaged.append(info.filename)


def _day_of(info: zipfile.ZipInfo) -> datetime:
    try:
        return datetime(*info.date_time)
    except ValueError:  # a forged date
        return datetime(1980, 1, 1)


def _read_journal(told: object) -> Work:
    """Read ``progress.json``, of this edition or of the first."""
    if not isinstance(told, dict):
        raise ValueError("no object")
    if "format" not in told:
        told = {"questions": told}
    questions = told.get("questions")
    if not isinstance(questions, dict):
        raise ValueError("no questions")
    journal, problems = read_journal(questions)
    rows: object = told.get("rows", [])
    places: object = told.get("places", {})
    return Work(
        journal,
        rows=rows if isinstance(rows, list) else [],
        places={
            str(name): where
            for name, where in (places.items() if isinstance(places, dict) else ())
            if isinstance(where, str)
        },
        more={
            key: part
            for key, part in told.items()
            if key not in ("format", "questions", "rows", "places")
        },
        problems=problems,
    )
