"""The commands: ``python -m realignment COMMAND``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from realignment import cases
from realignment.errors import ReadingError
from realignment.files import name_of


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
    parser = argparse.ArgumentParser(prog="python -m realignment", description="Start a case.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    new = commands.add_parser("new-case", help="start a case folder from an article")
    new.add_argument("name", metavar="NAME", help="small letters, digits and underscores")
    new.add_argument("--article", type=Path, required=True, metavar="FILE", help="the text")
    new.add_argument(
        "--data", type=Path, metavar="FOLDER", help="where to make it; the module's data/ if not"
    )
    new.set_defaults(carry_out=_new_case)
    return parser


def _new_case(options: argparse.Namespace) -> int:
    folder = cases.new_case(options.name, options.article, options.data)
    print(f"{name_of(folder)} was made: next, fill in actors.csv and events.csv there.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
