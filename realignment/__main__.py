"""The commands: ``python -m realignment COMMAND``."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from realignment import cases
from realignment.article import Article
from realignment.errors import ReadingError
from realignment.files import changes, find_data, name_of
from realignment.untrusted import visible


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
        return int(options.carry_out(options))
    except ReadingError as problem:
        print(problem, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m realignment",
        description="Start a case, look at the data, or mark a class.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    new = commands.add_parser("new-case", help="start a case folder from an article")
    new.add_argument("name", metavar="NAME", help="small letters, digits and underscores")
    new.add_argument("--article", type=Path, required=True, metavar="FILE", help="the text")
    new.add_argument(
        "--data", type=Path, metavar="FOLDER", help="where to make it; the module's data/ if not"
    )
    new.set_defaults(carry_out=_new_case)

    sheet = commands.add_parser("sheet", help="write an empty coding sheet for a spreadsheet")
    sheet.add_argument("case", metavar="CASE", help="a case in data/, or the path of a folder")
    sheet.add_argument("--to", type=Path, required=True, metavar="FILE", help="a new .xlsx file")
    sheet.set_defaults(carry_out=_sheet)

    data = commands.add_parser("data", help="say which data is used, and what in it was changed")
    data.set_defaults(carry_out=_data)

    marking = commands.add_parser(
        "mark",
        help="mark the work of a class, without running it",
        description="Read and judge what students' checks have kept. Nobody's code is run.",
    )
    marking.add_argument(
        "work", type=Path, metavar="WORK", help="the students' work: a folder or an archive"
    )
    marking.add_argument(
        "--roster",
        type=Path,
        required=True,
        metavar="FILE",
        help="the class: student_id, name; if wanted email, group, login, section, canvas_id",
    )
    marking.add_argument(
        "--to", type=Path, required=True, metavar="OUT", help="a new folder for the results"
    )
    marking.add_argument(
        "--accept",
        type=Path,
        metavar="FILE",
        help="answers that count as right in this class: question, value, reason",
    )
    marking.add_argument(
        "--best", action="store_true", help="of several hand-ins the best counts, not the latest"
    )
    marking.add_argument(
        "--gradebook",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="one as Canvas, Moodle or Blackboard lets you download it; may be given for each",
    )
    marking.add_argument(
        "--scheduler", metavar="ADDRESS", help="mark on a Dask cluster, such as tcp://host:8786"
    )
    marking.set_defaults(carry_out=_mark)

    edition = commands.add_parser(
        "student-edition", help="write what a class is handed: no solutions, no tests, no guide"
    )
    edition.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="a new folder, or a new .zip"
    )
    edition.add_argument(
        "--hub", default="https://HUB", metavar="ADDRESS", help="your JupyterHub, for the link"
    )
    edition.add_argument(
        "--repository",
        default="https://HOST/OWNER/NAME",
        metavar="ADDRESS",
        help="where you put the edition, for the link",
    )
    _may_leave_out(edition)
    edition.set_defaults(carry_out=_student_edition)

    bank = commands.add_parser(
        "moodle", help="write the questions answered by choosing, for a Moodle question bank"
    )
    bank.add_argument("--to", type=Path, required=True, metavar="FILE", help="a new .xml file")
    _may_leave_out(bank)
    bank.set_defaults(carry_out=_moodle)

    again = commands.add_parser("afresh", help="begin one exercise again; the old one is kept")
    again.add_argument("number", metavar="NUMBER", help="such as 04")
    again.set_defaults(carry_out=_afresh)

    offline = commands.add_parser(
        "offline", help="write the lessons, exercises and cards as pages that need no network"
    )
    _is_printed(offline)
    offline.add_argument(
        "--french", action="store_true", help="add cards, and the words of each lesson, in French"
    )
    _may_leave_out(offline)
    offline.set_defaults(carry_out=_offline)

    teacher = commands.add_parser(
        "teacher-pages", help="write the notes on the lessons, and all answers, as such pages"
    )
    _is_printed(teacher)
    _may_leave_out(teacher)
    teacher.set_defaults(carry_out=_teacher_pages)
    return parser


def _is_printed(command: argparse.ArgumentParser) -> None:
    command.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="a new folder")
    command.add_argument("--without-code", action="store_true", help="leave the code out")
    command.add_argument(
        "--pdf", action="store_true", help="print each page, too (by Chromium, Chrome or Edge)"
    )


def _may_leave_out(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--without",
        nargs="+",
        action="extend",
        default=[],
        metavar="NUMBER",
        help="lessons to leave out, such as 11; no link to them is left",
    )


def _student_edition(options: argparse.Namespace) -> int:
    from realignment.handing_out import pull_link, write_student_edition

    written = write_student_edition(options.to, options.without)
    print(
        f"{name_of(options.to)} holds {len(written)} files: lessons, exercises, data and the "
        "package; no solutions, no tests, no guide.\n"
        "It keeps honest people honest and is no exam: check() needs its rules, and solution() "
        "answers by design.\n"
        "Put it into a repository. The link that fetches it on a JupyterHub with nbgitpuller:\n"
        f"{pull_link(options.hub, options.repository)}"
    )
    return 0


def _moodle(options: argparse.Namespace) -> int:
    from realignment.handing_out.moodle import write_moodle

    print(f"{name_of(options.to)} holds {write_moodle(options.to, options.without)} questions.")
    return 0


def _afresh(options: argparse.Namespace) -> int:
    from realignment.handing_out import start_afresh

    fresh, kept = start_afresh(options.number)
    print(f"{name_of(fresh)} is as it was handed out.", end=" ")
    print(f"What you had is kept as {kept.name}." if kept else "")
    return 0


def _offline(options: argparse.Namespace) -> int:
    from realignment.paper import write_edition

    written = write_edition(
        options.to,
        code=not options.without_code,
        pdf=options.pdf,
        without=options.without,
        french=options.french,
    )
    print(f"{len(written)} files were written. Begin with {name_of(written[0])}.")
    return 0


def _teacher_pages(options: argparse.Namespace) -> int:
    from realignment.paper import write_teacher_pages

    written = write_teacher_pages(
        options.to, code=not options.without_code, pdf=options.pdf, without=options.without
    )
    print(
        f"{len(written)} files were written. Begin with {name_of(written[0])}. They hold all "
        "answers: keep them apart from what you hand out."
    )
    return 0


def _new_case(options: argparse.Namespace) -> int:
    folder = cases.new_case(options.name, options.article, options.data)
    print(f"{name_of(folder)} was made. This is its article as it was read:\n")
    print(as_read(cases.read_case(folder).article))
    where = "" if options.data is None else f", data={str(options.data)!r}"
    print(
        "\nIs a sentence cut in the wrong place, or a heading taken for a sentence? Then mend "
        f"{name_of(folder / 'article.md')} before you code. Next, fill in actors.csv and "
        f"events.csv there, actors first; load_case({folder.name!r}{where}) says what cannot be "
        "read."
    )
    return 0


def as_read(article: Article) -> str:
    """Return an article as it was read: its date, its headings, and each sentence by its number."""
    headings = "; ".join(map(visible, article.headings)) or "none"
    return (
        f"Published: {article.published or 'the file does not say'}\n"
        f"Headings: {headings}\n"
        f"Sentences: {len(article.sentences)}\n\n{article!r}"
    )


def _sheet(options: argparse.Namespace) -> int:
    from realignment.classroom import write_workbook  # with all that draws, which no other needs

    case = cases.load_case(options.case)
    file = write_workbook(case, options.to)
    print(
        f"{name_of(file)} was made: {len(case.sentences)} sentences of {case.name}, one row each. "
        "Fill it in with Excel or LibreOffice. It is read from a case's folder codings (name it "
        "coder_NAME.xlsx), from the folder of a class, and beside the exercises as my_sheet.xlsx."
    )
    return 0


def _data(options: argparse.Namespace) -> int:
    data = find_data()
    print(data)
    said = changes(data) or ("All tables and articles are as they were handed out.",)
    print("\n".join(said))
    return 0


def _mark(options: argparse.Namespace) -> int:
    from realignment.marking import mark as marking  # which no other command needs

    try:
        with marking.executor_at(options.scheduler) as executor:
            marks = marking.mark(
                options.work,
                options.roster,
                options.to,
                accept=options.accept,
                best=options.best,
                downloaded=options.gradebook,
                executor=executor,
            )
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from here.", file=sys.stderr)
        return 1
    print(marking.told(marks, options.to))
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):  # a console may know fewer letters than an article
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(main())
