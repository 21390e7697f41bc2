"""The teacher's pages: what to say, by the minute, and every answer, to read or to print.

They lie in a folder of their own, so that the pupils' pages can be handed out whole.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from realignment import questions
from realignment.cases import Case, read_case
from realignment.errors import ReadingError
from realignment.files import find_data, name_of
from realignment.paper.edition import write_pages
from realignment.paper.leaving_out import left_out
from realignment.paper.pages import Options, markdown, page
from realignment.paper.quick_checks import answer, inline
from realignment.questions import Question, quick
from realignment.questions.misconceptions import MISCONCEPTIONS

PAGES = ("instructors_guide", "notes/six_weeks", "notes/before_and_after", "marking_a_class")
"""What stands before the lessons: in ``solutions/``, without its ending."""

SECTIONS = {"teacher": "For the teacher alone"}

Read = Callable[[str], Case]
"""What reads a case by its name."""

_FOLDERS = re.compile(r"\]\((?:\.\./|notes/)")


def write_teacher_pages(
    to: Path, code: bool = True, pdf: bool = False, without: Sequence[str] = ()
) -> list[Path]:
    """Write a page for each lesson, with plan, board and answers, and the pages of the guide.

    Parameters
    ----------
    to
        A folder that is not there yet; nothing is written over.
    code
        Whether an answer has its code beside it.
    pdf
        Whether each page is printed as a PDF, too. Needs Chromium, Chrome or Edge.
    without
        Numbers of lessons that are left out.

    Returns
    -------
    list of Path
        What was written, the index first.

    Raises
    ------
    ReadingError
        If the folder is there already, no clone with its solutions is found, a lesson that is to
        be left out is none, or there is no browser for the PDF.
    """
    root = find_data().parent
    solutions = root / "solutions"
    if not (solutions / "notes").is_dir():
        raise ReadingError(
            f"{name_of(root)} has no solutions/notes: the teacher's pages are made from a clone "
            "of the module; expected to be run inside one."
        )
    gone = left_out(without, root / "notebooks")
    names = frozenset(f"{number:02}" for number in gone)
    options = Options(code, left_out=names)
    read = cache(read_case)
    made = {}
    for name in PAGES:
        told = (solutions / f"{name}.md").read_text(encoding="utf-8")
        made[f"teacher/{Path(name).name}"] = _page(told, "", Path(name).name, options)
    for path in sorted((solutions / "notes").glob("[0-9][0-9].md")):
        if path.stem not in names:
            told = path.read_text(encoding="utf-8")
            answers = "\n".join(_answers(path.stem, code, read))
            made[f"teacher/{path.stem}"] = _page(told, answers, path.stem, options)
    intro = "<p>It holds all answers: keep it apart from what you hand out.</p>"
    return write_pages(to, "For the teacher", intro, SECTIONS, made, {}, pdf)


def _page(told: str, more: str, stem: str, options: Options) -> str:
    heading = re.match(r"# (.+)", told)
    body = markdown(_FOLDERS.sub("](", told), options)
    return page(heading[1] if heading else stem, f"{body}\n{more}", stem, options)


def _answers(stem: str, code: bool, read: Read) -> Iterator[str]:
    """Yield what a lesson's quick checks and its exercise ask, with the answers, as HTML."""
    number = int(stem)
    asked = quick.of_lesson(number)
    if asked:
        yield "<h2>Recall questions and quick checks</h2>"
        for one in asked:
            yield f"<p><b>{one.id}</b> {inline(one.asks)}</p>{answer(one, others=False)}"
    if number in questions.lessons():
        yield f"<h2>Answers to exercise {stem}</h2>"
        for question in questions.of_lesson(number):
            yield from _question(question, code, read(question.case))


def _question(question: Question, code: bool, case: Case) -> Iterator[str]:
    yield f"<h3>{question.id} {inline(question.asks)}</h3>"
    value = question.answer(case)
    if value is not None:
        yield f"<p><b>{html.escape(in_words(value))}</b></p>"
    elif question.rubric:
        yield "<p><b>Open.</b> Its rubric, with three answers, stands above.</p>"
    else:
        yield "<p><b>Judged by what the student has written.</b> One way:</p>"
    yield f"<p>{inline(question.why)}</p>"
    others = list(_defensible(question.allowed(case)))
    if others:
        yield "<p>Also defensible:</p><ul>" + "".join(f"<li>{one}</li>" for one in others) + "</ul>"
    slips = dict.fromkeys(MISCONCEPTIONS[m.misconception].title for m in question.mistakes)
    if slips:
        yield f"<p>What they take for what: {html.escape('; '.join(slips))}.</p>"
    if code and question.solution and not question.rubric:
        yield highlight(question.solution, PythonLexer(), HtmlFormatter())


def _defensible(allowed: Mapping[Any, Any]) -> Iterator[str]:
    for key, reason in allowed.items():
        if isinstance(reason, Mapping):
            for value, why in reason.items():
                said = f"{in_words(key)}: {in_words(value)}"
                yield f"<b>{html.escape(said)}</b> ({inline(str(why))})"
        else:
            yield f"<b>{html.escape(in_words(key))}</b> ({inline(str(reason))})"


def in_words(value: Any) -> str:
    """Return an expected answer as one writes it on a board.

    Parts of an answer stand apart by semicolons, the members of a list by commas. What has no
    order of its own is put in order.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{value:.4g}".replace("-", "−")
    if isinstance(value, Mapping):
        return "; ".join(f"{in_words(key)}: {in_words(part)}" for key, part in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(in_words, value))
    if isinstance(value, frozenset):
        return "; ".join(sorted(map(in_words, value)))
    return str(value) or "(nothing)"
