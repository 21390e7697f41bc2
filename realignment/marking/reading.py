"""All files are read and judged: one after the other, or by an executor, and taken up again.

The same call serves one process and a cluster: a batch of files and the rules go to an executor of
:mod:`concurrent.futures`, and sheets come back. What has come back is written to a journal in the
folder of the results, so that whoever was interrupted begins where they stopped.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from pathlib import Path
from typing import IO, Any, Final, ParamSpec, TypeVar

from realignment.errors import ReadingError
from realignment.feedback import Standing
from realignment.files import not_written
from realignment.marking.handed_in import HandIn
from realignment.marking.judged import Answer, Judged, Rules, Sheet, read_and_judge
from realignment.marking.kept_work import LARGEST_FILE
from realignment.version import VERSION

BATCH: Final = 16
"""Files that go to an executor at once."""
_LARGEST_BATCH: Final = 8_000_000
"""Bytes of a batch; a larger file goes alone."""
AT_ONCE: Final = 8
"""Batches that are under way at once, so that not all lie in memory."""

Batch = list[tuple[str, bytes]]

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class Here(Executor):
    """An executor that does what it is given at once, in this process."""

    def submit(
        self,
        fn: Callable[_Arguments, _Result],
        /,
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> Future[_Result]:
        """Do it, and return a future that is done."""
        future: Future[_Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as problem:
            future.set_exception(problem)
        return future


def read_batch(rules: Rules, batch: Batch) -> list[Sheet]:
    """Read and judge some files; this is what travels to a worker."""
    return [read_and_judge(rules, name, content) for name, content in batch]


def read_all(
    files: Sequence[HandIn],
    rules: Rules,
    executor: Executor,
    journal: Journal | None = None,
    tell: Callable[[int], None] = lambda done: None,
) -> list[Sheet]:
    """Read and judge files.

    Parameters
    ----------
    files
        What was handed in.
    rules
        By what it is judged.
    executor
        Where: :class:`Here`, a pool of processes, or that of a Dask client.
    journal
        What an earlier run has done already, and where this one is noted.
    tell
        Called with the number of files that are done, each time that it grows.

    Returns
    -------
    list of Sheet
        One for each file, in their order.
    """
    sheets: dict[int, Sheet] = {}
    waiting: dict[Future[list[Sheet]], list[int]] = {}

    def take_in(least: int) -> None:
        """Take in what is done; wait as long as more than so many batches are under way."""
        while waiting:
            done = {future for future in waiting if future.done()}
            if not done and len(waiting) <= least:
                return
            for future in done or wait(waiting, return_when=FIRST_COMPLETED).done:
                for place, sheet in zip(waiting.pop(future), _result(future), strict=True):
                    sheets[place] = sheet
                    if journal is not None:
                        journal.note(files[place], sheet)
                tell(len(sheets))

    for places in _batches(files):
        batch: Batch = []
        fresh = []
        for place in places:
            known = journal.known(files[place]) if journal is not None else None
            if known is not None:
                sheets[place] = known
                continue
            try:
                batch.append((files[place].path, files[place].load()))
                fresh.append(place)
            except ReadingError as problem:
                sheets[place] = Sheet(says=(str(problem),))
        if batch:
            waiting[executor.submit(read_batch, rules, batch)] = fresh
        take_in(AT_ONCE - 1)
    take_in(0)
    tell(len(sheets))
    return [sheets[place] for place in range(len(files))]


def _result(future: Future[list[Sheet]]) -> list[Sheet]:
    """Return what came back; a worker that was lost is said in a sentence."""
    try:
        return future.result()
    except Exception as problem:  # of the executor: what a file can cause has become a sheet
        raise ReadingError(
            f"A worker failed ({type(problem).__name__}). What was done is noted: the same command "
            "goes on from there."
        ) from problem


def _batches(files: Sequence[HandIn]) -> Iterator[list[int]]:
    """Cut the files into batches that are neither many nor large."""
    batch: list[int] = []
    room = _LARGEST_BATCH
    for place, file in enumerate(files):
        size = min(file.size, LARGEST_FILE)
        if batch and (len(batch) == BATCH or size > room):
            yield batch
            batch, room = [], _LARGEST_BATCH
        batch.append(place)
        room -= size
    if batch:
        yield batch


# --- taking up again --------------------------------------------------------------------------


class Journal:
    """What an unfinished run has read already: a line for each verdict, and one for each file.

    A file counts as the same if its path, size and moment are.
    """

    def __init__(self, path: Path, settings: str) -> None:
        self._path = path
        self._settings = settings
        self._verdicts: dict[Judged, int] = {}
        self._sheets: dict[str, Sheet] = {}
        self._file: IO[str] | None = None

    def open(self) -> None:
        """Read what is there, and go on writing behind it.

        Raises
        ------
        ReadingError
            If it is of a run with other settings, or cannot be written.
        """
        try:
            if self._path.is_file():
                self._read(self._path.read_text(encoding="ascii", errors="replace").split("\n"))
            self._file = open(self._path, "a", encoding="ascii", newline="\n")
            if self._path.stat().st_size == 0:
                self._write({"settings": self._settings})
        except OSError as problem:
            raise not_written(self._path, problem) from problem

    def _read(self, lines: Sequence[str]) -> None:
        verdicts: list[Judged] = []
        whole = 0
        for number, line in enumerate(lines[:-1]):  # the last is empty, or was cut off
            held = json.loads(line)
            if number == 0 and held != {"settings": self._settings}:
                raise ReadingError(
                    f"{self._path.parent.name} holds an unfinished marking of other work, or by "
                    "other rules; expected a new folder."
                )
            if "verdict" in held:
                verdicts.append(_judged(held["verdict"]))
            elif "file" in held:
                self._sheets[held["file"]] = _sheet(held["sheet"], verdicts)
            whole += len(line) + 1
        self._verdicts = {judged: place for place, judged in enumerate(verdicts)}
        os.truncate(self._path, whole)

    def known(self, file: HandIn) -> Sheet | None:
        """Return what a file gave in the run before; ``None`` if it was not its turn yet."""
        return self._sheets.get(_mark(file))

    def note(self, file: HandIn, sheet: Sheet) -> None:
        """Note what a file gave."""
        for answer in sheet.answers.values():
            if answer.judged not in self._verdicts:
                self._verdicts[answer.judged] = len(self._verdicts)
                held = dataclasses.asdict(answer.judged) | {"state": answer.judged.state.name}
                self._write({"verdict": held})
        told = dataclasses.asdict(dataclasses.replace(sheet, answers={}))
        told["answers"] = [
            {name: getattr(answer, name) for name in _TOLD}
            | {"judged": self._verdicts[answer.judged]}
            for answer in sheet.answers.values()
        ]
        self._write({"file": _mark(file), "sheet": told})

    def _write(self, held: dict[str, Any]) -> None:
        assert self._file is not None
        self._file.write(json.dumps(held, ensure_ascii=True) + "\n")

    def close(self) -> None:
        """Close it; it stays until the run is finished."""
        if self._file is not None:
            self._file.close()


_TOLD: Final = [field.name for field in dataclasses.fields(Answer) if field.name != "judged"]


def _mark(file: HandIn) -> str:
    told = json.dumps([file.path, file.size, file.when])
    return hashlib.blake2b(told.encode("ascii"), digest_size=12).hexdigest()


def _judged(held: dict[str, Any]) -> Judged:
    return Judged(**{**held, "state": Standing[held["state"]]})


def _sheet(held: dict[str, Any], verdicts: Sequence[Judged]) -> Sheet:
    answers = [Answer(**{**one, "judged": verdicts[one["judged"]]}) for one in held["answers"]]
    return Sheet(
        tuple(held["lessons"]),
        {answer.question: answer for answer in answers},
        tuple(held["unchecked"]),
        tuple(held["says"]),
        held["digest"],
    )


def settings(rules: Rules, more: Iterable[str]) -> str:
    """Return a digest of all that the results depend on besides the files."""
    told = [VERSION, repr(rules), *more]
    return hashlib.blake2b("\x1f".join(told).encode("utf-8"), digest_size=16).hexdigest()


def progress_bar(total: int, to: IO[str] | None = None) -> Callable[[int], None]:
    """Return what draws a progress bar, on a line of its own that is drawn over.

    Where the errors go to a file and not to a screen, nothing is drawn.
    """
    screen = to or sys.stderr

    def tell(done: int) -> None:
        if screen.isatty():
            filled = 30 * done // max(1, total)
            end = "\n" if done == total else ""
            screen.write(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done} of {total} files{end}")
            screen.flush()

    return tell
