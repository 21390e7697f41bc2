"""The commands: ``python -m realignment new-case | release | run``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from realignment import cases, release
from realignment.errors import ReadingError
from realignment.files import find_data, name_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code.

    Parameters
    ----------
    arguments
        The words after ``python -m realignment``; those of the command line if not given.

    Returns
    -------
    int
        0 when all is well; 1 when something was refused, stale or could not be read. (A command
        line that makes no sense ends with 2, as everywhere.)
    """
    options = _parser().parse_args(arguments)
    try:
        return options.carry_out(options)
    except ReadingError as problem:
        print(problem, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m realignment", description="Start a case, or keep the notebooks in order."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    new = commands.add_parser("new-case", help="start a case folder from an article")
    new.add_argument("name", metavar="NAME", help="small letters, digits and underscores")
    new.add_argument("--article", type=Path, required=True, metavar="FILE", help="the text")
    new.add_argument(
        "--data", type=Path, metavar="FOLDER", help="where to make it; the module's data/ if not"
    )
    new.set_defaults(carry_out=_new_case)

    make = commands.add_parser("release", help="make exercises/ from solutions/")
    make.add_argument(
        "--force", action="store_true", help="replace exercises that somebody worked in, too"
    )
    make.add_argument("--check", action="store_true", help="only say which are stale")
    make.set_defaults(carry_out=_release)

    run = commands.add_parser("run", help="run notebooks and store outputs that changed")
    run.add_argument(
        "notebooks",
        nargs="*",
        type=Path,
        metavar="NOTEBOOK",
        help="all of notebooks/ and solutions/ if none is named",
    )
    run.set_defaults(carry_out=_run)
    return parser


def _new_case(options: argparse.Namespace) -> int:
    folder = cases.new_case(options.name, options.article, options.data)
    print(f"{name_of(folder)} was made: next, fill in actors.csv and events.csv there.")
    return 0


def _release(options: argparse.Namespace) -> int:
    outcomes = release.release(find_data().parent, force=options.force, check=options.check)
    for outcome in outcomes:
        print(outcome.sentence)
    return int(any(outcome.what in ("refused", "stale") for outcome in outcomes))


def _run(options: argparse.Namespace) -> int:
    root = find_data().parent
    release.refuse_with_original(root)
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
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
