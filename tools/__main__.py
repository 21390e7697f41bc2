"""The commands of maintainers: ``python -m tools COMMAND``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from realignment.errors import ReadingError
from realignment.files import find_data, name_of
from tools import (
    bank,
    course,
    dictionary,
    digests,
    guide,
    lock,
    marks,
    minutes,
    pages,
    pictures,
    release,
    structure,
    weaken,
    world,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code.

    Parameters
    ----------
    arguments
        The words after ``python -m tools``; those of the command line if not given.

    Returns
    -------
    int
        0 when all is well; 1 when something was refused, stale, missed or could not be read. (A
        command line that makes no sense ends with 2, as everywhere.)
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.carry_out(options) or 0)
    except ReadingError as problem:
        print(problem, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools", description="Keep the module in order."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="run notebooks and store outputs that changed")
    run.add_argument(
        "notebooks",
        nargs="*",
        type=Path,
        metavar="NOTEBOOK",
        help="all of notebooks/ and solutions/ if none is named",
    )
    run.set_defaults(carry_out=_run)

    make = commands.add_parser("release", help="make exercises/ from solutions/")
    make.add_argument(
        "--force", action="store_true", help="replace exercises that somebody worked in, too"
    )
    make.add_argument("--check", action="store_true", help="only say which are stale")
    make.set_defaults(carry_out=_release)

    write = commands.add_parser(
        "make", help="write all that is made: pages, digests, and the minutes of the lessons"
    )
    write.add_argument("--check", action="store_true", help="only say which are stale")
    write.set_defaults(carry_out=_make)

    draw = commands.add_parser("pictures", help="draw the pictures of the README")
    draw.set_defaults(carry_out=lambda options: pictures.main())

    house = commands.add_parser("structure", help="draw the package's structure, before and now")
    house.set_defaults(carry_out=lambda options: structure.main())

    outlines = commands.add_parser("world", help="make the outlines of countries")
    outlines.add_argument("archive", type=Path, help="the npm package world-atlas, as a .tgz")
    outlines.set_defaults(carry_out=lambda options: world.main(options.archive))

    pins = commands.add_parser("lock", help="make the two lists of pinned packages")
    pins.add_argument("--upgrade", action="store_true", help="take the newest versions")
    pins.set_defaults(carry_out=lambda options: lock.main(options.upgrade))

    count = commands.add_parser("marks", help="print what the notebooks are measured by")
    count.add_argument("--time", action="store_true", help="run each notebook, too")
    count.set_defaults(carry_out=lambda options: marks.main(options.time))

    weaker = commands.add_parser("weaken", help="try whether the bank notices a weaker rule")
    weaker.add_argument("lessons", nargs="*", type=int, metavar="LESSON", help="all if none")
    weaker.set_defaults(carry_out=lambda options: weaken.main(options.lessons))

    count = commands.add_parser("bank", help="how the three banks of answers are judged, counted")
    count.add_argument("lessons", nargs="*", type=int, metavar="LESSON", help="all if none")
    count.add_argument("--verbose", action="store_true", help="each general message, too")
    count.set_defaults(carry_out=lambda options: bank.main(options.lessons, options.verbose))

    teach = commands.add_parser("nbgrader", help="make a course for nbgrader from solutions/")
    teach.add_argument("course", type=Path, metavar="COURSE", help="a new folder")
    teach.set_defaults(carry_out=lambda options: course.main(options.course))
    return parser


def _run(options: argparse.Namespace) -> bool:
    root = find_data().parent
    release.refuse_with_original(root)
    _write(digests.made())  # else the outputs would hold the remark that the data was changed
    notebooks = options.notebooks or [
        *sorted((root / "notebooks").glob("*.ipynb")),
        *sorted((root / "solutions").glob("*.ipynb")),
    ]
    failed = False
    for notebook in notebooks:
        if notebook.resolve().parent == root / "exercises":
            print(
                f"exercises/{notebook.name} stores no outputs: run its solution, then release.",
                file=sys.stderr,
            )
            failed = True
            continue
        try:
            print(release.execute(notebook).sentence, flush=True)
        except ReadingError as problem:
            print(problem, file=sys.stderr)
            failed = True
    return failed


def _release(options: argparse.Namespace) -> bool:
    outcomes = release.release(find_data().parent, force=options.force, check=options.check)
    for outcome in outcomes:
        print(outcome.sentence)
    return any(outcome.what in ("refused", "stale") for outcome in outcomes)


def _make(options: argparse.Namespace) -> bool:
    made = {
        page: text
        for maker in (minutes, dictionary, pages, guide, digests)
        for page, text in maker.made().items()
    }
    if not options.check:
        return _write(made)
    stale = _stale(made)
    for page in stale:
        print(f"{name_of(page)} is stale: run 'python -m tools make'.")
    return bool(stale)


def _write(made: Mapping[Path, str]) -> bool:
    for page, text in _stale(made).items():
        page.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name_of(page)} was written.")
    return False


def _stale(made: Mapping[Path, str]) -> dict[Path, str]:
    return {
        page: text
        for page, text in made.items()
        if not page.is_file() or page.read_text(encoding="utf-8") != text
    }


if __name__ == "__main__":
    sys.exit(main())
