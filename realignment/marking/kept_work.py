"""What is kept in a notebook or in a file of saved work, read and never run.

A file that somebody hands in may be anything. It is read as JSON, within limits on its size; what
stands in its cells is looked at as text, and the records that :func:`realignment.check` has left in
their outputs are taken out. Nothing here judges, and nothing can be made to run.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, Final

from realignment import questions
from realignment.errors import ReadingError
from realignment.feedback.work import unpack_work
from realignment.kept import MEDIA_TYPE, digest
from realignment.questions import Question, first_edition

LARGEST_FILE: Final = 20_000_000
"""Bytes of one file. An exercise with all its outputs has less than half a million."""
LARGEST_ARCHIVE: Final = 60_000_000
"""Bytes of all that is in one archive of one student's, unpacked."""
MOST_PARTS: Final = 1_000_000
"""Objects and lists in one file; what has more is no notebook, and would fill the memory."""
MOST_NOTEBOOKS: Final = 200
"""Notebooks in one student's archive."""

NOTEBOOK_ENDINGS: Final = (".ipynb", ".ipynb.txt", ".ipynb.json")
"""A browser that downloads a notebook may add the second ending."""

_OTHER_ENDINGS = (".html", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".py", ".7z", ".rar")

_CHECKED = re.compile(r"""\bcheck\(\s*["']([\w.]{1,80})["']""")
_BLANK = re.compile(r"\.\.\.|…")
_LAID_ASIDE = re.compile(r"_before_\d+\.ipynb$")
_LESSON = re.compile(r"(\d\d)_")


@dataclass(frozen=True)
class Record:
    """One record of an answer as it stands in a file, nothing of it believed yet.

    Attributes
    ----------
    held
        What stands under the media type; see :class:`realignment.kept.Kept`.
    source
        Digest of the cell that it stands in; ``""`` where it stands in none.
    """

    held: Any
    source: str = ""


@dataclass
class Work:
    """What one file holds.

    Attributes
    ----------
    records
        In the order of the file.
    unchecked
        Names of questions that a cell asks to be checked and that nothing was kept of, although
        the cell holds something.
    lessons
        The lessons whose exercise it is.
    says
        What could not be read in it, each in one sentence.
    digest
        Digest of all its cells, sources and kept values; ``""`` where there is no cell.
    """

    records: list[Record] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    lessons: list[int] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    digest: str = ""


def read_kept_work(name: str, content: bytes) -> Work:
    """Read a notebook, a file of saved work, or an archive of either.

    Parameters
    ----------
    name
        What the file is called; its ending says nothing.
    content
        All of it.

    Raises
    ------
    ReadingError
        If nothing can be read from it; the sentence says why.
    """
    if is_no_notebook(name):
        raise ReadingError(
            "This is no notebook: expected a file that ends in .ipynb, or one of save_progress()."
        )
    if not content.strip():
        raise ReadingError("The file is empty.")
    if len(content) > LARGEST_FILE:
        raise ReadingError(
            f"The file has more than {LARGEST_FILE / 1e6:.0f} MB, which no exercise has; it was "
            "not read."
        )
    if content[:4] == b"PK\x03\x04":
        return _archive(name, content)
    return _notebook(name, content)


# --- a notebook -------------------------------------------------------------------------------


def _notebook(name: str, content: bytes) -> Work:
    return work_in(name, _cells(content))


def work_in(name: str, cells: Sequence[Mapping[str, Any]]) -> Work:
    """Return what the cells of a notebook hold.

    Parameters
    ----------
    name
        What the file is called.
    cells
        As they stand in the file.
    """
    work = Work()
    asked: Counter[int] = Counter()
    told = hashlib.sha256()
    for cell in cells:
        source = _text(cell.get("source", ""))
        told.update(source.encode("utf-8", "surrogatepass") + b"\x00")
        if cell.get("cell_type") != "code":
            continue
        kept = list(_records(cell))
        if kept:
            here = digest(source)
            work.records += [Record(held, here) for held in kept]
            told.update(b"".join(_canonical(held) for held in kept))
        checked = [q for q in map(known_question, _CHECKED.findall(source)) if q is not None]
        asked.update(question.lesson for question in checked)
        if checked and not kept and not _BLANK.search(source):
            work.unchecked += [question.name for question in checked]
    work.digest = told.hexdigest()[:32] if cells else ""
    for record in work.records:
        question = known_question(name_in(record.held))
        if question is not None:
            asked[question.lesson] += 1
    work.lessons = _lessons(name, asked)
    return work


def _cells(content: bytes) -> list[dict[str, Any]]:
    """Return the cells of a notebook of format 4."""
    if content.count(b"{") + content.count(b"[") > MOST_PARTS:
        raise ReadingError(f"The file has more than {MOST_PARTS:,} parts, so it is no notebook.")
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except RecursionError:
        raise ReadingError("The file is nested too deeply to be a notebook.") from None
    except UnicodeDecodeError:
        raise ReadingError("The file is no notebook: expected JSON in UTF-8.") from None
    except json.JSONDecodeError as problem:
        raise ReadingError(
            f"The file is no whole notebook: its JSON breaks in line {problem.lineno}."
        ) from None
    except ValueError:  # a number of ten thousand digits
        raise ReadingError("The file is no notebook: it holds what no JSON may hold.") from None
    cells = held.get("cells") if isinstance(held, dict) else None
    if not isinstance(cells, list):
        raise ReadingError("The file is no notebook of format 4: expected a list of cells.")
    return [cell for cell in cells if isinstance(cell, dict)]


def _records(cell: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what stands under our media type in the outputs of a cell."""
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else ():
        data = output.get("data") if isinstance(output, dict) else None
        if isinstance(data, dict) and MEDIA_TYPE in data:
            yield data[MEDIA_TYPE]


def _text(source: object) -> str:
    """Return a source that is a text, or a list of lines."""
    if isinstance(source, str):
        return source
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return ""


def _canonical(held: object) -> bytes:
    """Return what of a record is an answer, as bytes: not when, in which cell or where."""
    answer = (held.get("question"), held.get("value")) if isinstance(held, dict) else held
    try:
        return json.dumps(answer, sort_keys=True).encode("ascii")
    except (RecursionError, ValueError):
        return b""


def name_in(held: object) -> str:
    """Return which question a record says that it is of; ``""`` if it says none."""
    name = held.get("question") if isinstance(held, dict) else None
    return name if isinstance(name, str) else ""


@lru_cache(maxsize=4_096)
def known_question(asked: str) -> Question | None:
    """Return a question of an exercise by its number or name; ``None`` if there is none."""
    if len(asked) > 80:
        return None
    try:
        return questions.find(asked)
    except ReadingError:
        return None


def _lessons(name: str, asked: Mapping[int, int]) -> list[int]:
    """Return the lessons whose exercise this is: its main one, and each that is half there.

    A check of another lesson that somebody tried on the way makes no exercise of it.
    """
    if not asked:
        number = _LESSON.match(PurePosixPath(name).name)
        return [int(number[1])] if number and int(number[1]) in questions.lessons() else []
    main = max(asked, key=lambda lesson: asked[lesson])
    half = {n for n, count in asked.items() if 2 * count >= len(questions.of_lesson(n))}
    return sorted({main} | half)


# --- a file of saved work, or another archive -------------------------------------------------


def _archive(name: str, content: bytes) -> Work:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in parts) > LARGEST_ARCHIVE:
                raise ReadingError(
                    f"The archive holds more than {LARGEST_ARCHIVE / 1e6:.0f} MB unpacked."
                )
            if all(info.filename != "progress.json" for info in parts):
                notebooks = [
                    (info.filename, _whole(archive, info))
                    for info in parts
                    if is_notebook(info.filename)
                ]
                return _together(notebooks)
    except ReadingError:
        raise
    except Exception:  # a damaged zip can fail in a dozen ways
        raise ReadingError("The archive is damaged and cannot be opened.") from None
    return _saved_work(name, content)


def is_notebook(name: str) -> bool:
    """Tell whether a path is that of a notebook that a student may have made."""
    return name.lower().endswith(NOTEBOOK_ENDINGS) and not _is_aside(name)


def is_no_notebook(name: str) -> bool:
    """Tell whether somebody may have handed this in and meant a notebook."""
    return name.lower().endswith(_OTHER_ENDINGS) and not _is_aside(name)


def _is_aside(name: str) -> bool:
    """Tell whether a program has put this there, or it is an earlier version."""
    parts = PurePosixPath(name).parts
    return any(part.startswith((".", "__MACOSX")) for part in parts) or "earlier" in parts[:-1]


def _whole(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return a part of an archive; one that is larger than it says is not read to its end."""
    with archive.open(info) as part:
        content = part.read(info.file_size + 1)
    if len(content) > info.file_size:
        raise ReadingError("The archive is damaged and cannot be opened.")
    return content


def _together(notebooks: Iterable[tuple[str, bytes]]) -> Work:
    """Read the notebooks of one archive into one work."""
    whole, told = Work(), []
    # What `afresh` has laid aside comes first: of two answers the later counts.
    in_order = sorted(notebooks, key=lambda one: (_LAID_ASIDE.search(one[0]) is None, one))
    for number, (name, content) in enumerate(in_order, start=1):
        if number > MOST_NOTEBOOKS:
            whole.says.append(f"The archive holds more than {MOST_NOTEBOOKS} notebooks.")
            break
        try:
            work = read_kept_work(name, content)
        except ReadingError as problem:
            whole.says.append(f"{PurePosixPath(name).name}: {problem}")
            continue
        whole.records += work.records
        whole.unchecked += work.unchecked
        whole.lessons = sorted({*whole.lessons, *work.lessons})
        told.append(work.digest)
    if not told and not whole.says:
        raise ReadingError("The archive holds neither a notebook nor saved work.")
    whole.digest = hashlib.sha256("".join(told).encode()).hexdigest()[:32] if told else ""
    return whole


def _saved_work(name: str, content: bytes) -> Work:
    """Read what :func:`realignment.save_progress` has made: its journal and its notebooks."""
    saved = unpack_work(PurePosixPath(name).name, io.BytesIO(content))
    whole = (
        _together((n, held) for n, held in saved.files.items() if is_notebook(n))
        if any(map(is_notebook, saved.files))
        else Work()
    )
    whole.says += saved.problems[:5]
    whole.says += [f"{PurePosixPath(name).name}: this file is damaged." for name in saved.damaged]
    told = hashlib.sha256(whole.digest.encode())
    for question, entry in sorted(saved.journal.entries.items()):
        asked = known_question(first_edition.NAMES.get(question, question))
        if asked is None or entry.answer is None:
            continue
        whole.records.append(Record({**entry.answer, "question": asked.name}))
        whole.lessons = sorted({*whole.lessons, asked.lesson})
        told.update(_canonical(entry.answer))
    whole.digest = told.hexdigest()[:32] if whole.records else ""
    return whole
