"""A class is marked: from a folder or an archive to a folder of results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from realignment.errors import ReadingError
from realignment.files import find_data, name_of, not_written, write_whole
from realignment.marking import pages
from realignment.marking.accepted import read_accepted
from realignment.marking.gradebooks import Gradebook, gradebooks, read_downloaded, totals
from realignment.marking.handed_in import opened
from realignment.marking.judged import Rules
from realignment.marking.marks import ClassMarks, flags_table, marks_table, put_together
from realignment.marking.reading import Here, Journal, progress_bar, read_all, settings
from realignment.marking.roster import Owners, read_roster

UNFINISHED: Final = "unfinished.jsonl"
"""The journal of a run that is not finished yet, in the folder of the results."""
MARKS: Final = "marks.csv"
"""Written last: a folder that has it is finished."""


def mark(
    work: Path,
    roster: Path,
    to: Path,
    *,
    accept: Path | None = None,
    best: bool = False,
    downloaded: Sequence[Path] = (),
    executor: Executor | None = None,
    bar: Callable[[int], Callable[[int], None]] = progress_bar,
) -> ClassMarks:
    """Mark the work of a class. Nobody's code is run, and nothing is written over.

    Parameters
    ----------
    work
        A folder with a folder or a file for each student; or the archive that Moodle, Canvas,
        Blackboard or nbgrader gives; or files of saved work.
    roster
        The class: ``student_id``, ``name``, if wanted ``email``, ``group``.
    to
        A new folder for the results, or that of a run which was interrupted.
    accept
        Answers that count as right in this class: ``question``, ``value``, ``reason``.
    best
        Whether of several hand-ins the best counts; else the latest does.
    downloaded
        Gradebooks as Canvas, Moodle or Blackboard lets one download them: what is written for them
        then has their own students and columns.
    executor
        Where to read and judge, such as ``dask.distributed.Client(...).get_executor()``; here if
        left out.
    bar
        Makes what is told of the progress, from the number of files.

    Raises
    ------
    ReadingError
        If the roster, ``accept``, a gradebook or the whole of the work cannot be read, or the
        folder holds something else. A single file that cannot be read is a line in the results.
    """
    students = read_roster(roster)
    rules = Rules(read_accepted(accept) if accept is not None else (), best)
    given = [read_downloaded(path) for path in downloaded]
    owners = Owners(students)
    with opened(work, owners) as files, _journal(to, rules, work) as journal:
        sheets = read_all(files, rules, executor or Here(), journal, bar(len(files)))
        marks = put_together(students, files, sheets, rules)
    books = gradebooks(totals(marks), given)
    marks.problems += [
        (book.name, f"{who} is not in the gradebook that was downloaded, and was left out.")
        for book in books
        for who in book.left_out
    ]
    _write(to, marks, books)
    return marks


@contextmanager
def executor_at(scheduler: str | None) -> Iterator[Executor]:
    """Lend an executor: this process, or a Dask cluster by its scheduler's address.

    Raises
    ------
    ReadingError
        If Dask is not installed, or the scheduler cannot be reached.
    """
    if scheduler is None:
        yield Here()
        return
    try:
        from distributed import Client
    except ImportError:
        raise ReadingError(
            "--scheduler needs Dask, which is not installed here; install the package "
            "'distributed', or leave --scheduler out."
        ) from None
    try:
        client = Client(scheduler, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as problem:
        raise ReadingError(
            f"--scheduler {scheduler}: no Dask scheduler answers there ({type(problem).__name__}); "
            "expected an address such as tcp://host:8786."
        ) from None
    with client, client.get_executor() as executor:  # type: ignore[no-untyped-call]
        yield executor


@contextmanager
def _journal(to: Path, rules: Rules, work: Path) -> Iterator[Journal]:
    """Make the folder of the results, or take up the run that was interrupted in it."""
    if (to / MARKS).exists():
        raise ReadingError(f"{name_of(to)} holds marks already; expected a new folder.")
    try:
        if (
            to.exists()
            and (not to.is_dir() or any(to.iterdir()))
            and not (to / UNFINISHED).is_file()
        ):
            raise ReadingError(f"{name_of(to)} is there already; expected a new folder.")
        to.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise not_written(to, problem) from problem
    journal = Journal(to / UNFINISHED, settings(rules, [str(work.resolve()), *_data()]))
    journal.open()
    try:
        yield journal
    finally:
        journal.close()


def _data() -> list[str]:
    """Return which files of the data there are, of which size and moment: marks depend on them."""
    files = sorted(path for path in find_data().rglob("*") if path.is_file())
    return [f"{path} {(s := path.stat()).st_size} {s.st_mtime_ns}" for path in files]


def _write(to: Path, marks: ClassMarks, books: Sequence[Gradebook]) -> None:
    """Write all results, the marks last."""
    students = pages.StudentPages()
    made: dict[str, Callable[[], str]] = {
        "class.html": lambda: pages.class_page(marks),
        "teacher.html": lambda: pages.teacher_page(marks),
        "open_answers.html": lambda: pages.open_page(marks),
        "flags.csv": lambda: flags_table(marks),
    }
    try:
        (to / "students").mkdir(exist_ok=True)
        for one in marks.marked:
            page = to / "students" / pages.page_name(one.student.id)
            # Not one after the other onto the disk itself: they can be made again until all is.
            page.write_text(students.page(one), encoding="utf-8", errors="replace", newline="\n")
    except OSError as problem:
        raise not_written(to / "students", problem) from problem
    for name, make in made.items():
        _put(to / name, make())
    for book in books:
        write_whole(to / book.name, book.content)
    _put(to / MARKS, marks_table(marks))
    (to / UNFINISHED).unlink(missing_ok=True)


def _put(path: Path, text: str) -> None:
    write_whole(path, text.encode("utf-8", "replace"))


def told(marks: ClassMarks, to: Path) -> str:
    """Return what the command says at its end."""
    handed = sum(bool(one.sheets) for one in marks.known)
    lines = [
        f"{handed} of {len(marks.known)} students handed in something that could be marked.",
        *(f"{file}: {said}" for file, said in _few(marks.problems)),
        f"The marks are in {name_of(to)}/{MARKS}; class.html is the page to show.",
        f"For you alone: teacher.html and flags.csv ({len(marks.flags)} flags), open_answers.html.",
    ]
    return "\n".join(lines)


def _few(problems: Sequence[Any]) -> Sequence[Any]:
    more = len(problems) - 20
    return problems if more <= 0 else [*problems[:20], ("...", f"and {more} more, in flags.csv.")]
