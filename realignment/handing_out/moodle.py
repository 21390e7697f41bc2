"""The questions that are answered by choosing, for a bank of questions in Moodle.

Each question of an exercise becomes a *cloze* question: a list to choose from for each part, in
which every answer that can be defended has full marks beside the expected one, and its reason as
feedback. (A matching question, or one in GIFT, knows a single right answer and would call the
others wrong.) A quick check becomes a question with one of three or four choices. What is answered
in words, numbers or a drawing stays in the notebooks.

The forms are those of Moodle's own documentation: *Moodle XML format*, *Embedded answers (Cloze)*.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from realignment import questions
from realignment.cases import Case, read_case
from realignment.errors import ReadingError
from realignment.feedback.choosing import Choices, parts_of
from realignment.files import find_data, name_of, write_whole
from realignment.paper.leaving_out import left_out
from realignment.paper.pages import markdown
from realignment.paper.quick_checks import inline
from realignment.questions import Question, quick
from realignment.questions.quick import Quick

_SPECIAL = re.compile(r'([\\}#~/"])')


def write_moodle(to: Path, without: Sequence[str] = ()) -> int:
    """Write the questions as Moodle XML.

    Parameters
    ----------
    to
        A new file; nothing is written over.
    without
        Numbers of lessons whose questions are left out.

    Returns
    -------
    int
        How many questions it holds.

    Raises
    ------
    ReadingError
        If the file is there already or cannot be written, or a lesson that is to be left out is
        none.
    """
    if to.exists():
        raise ReadingError(f"{name_of(to)} is there already: expected a new name.")
    gone = left_out(without, find_data().parent / "notebooks")
    made = [text for n in questions.lessons() if n not in gone for text in _lesson(n)]
    body = "\n".join(text for text in made)
    write_whole(to, f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{body}\n</quiz>\n'.encode())
    return sum('<question type="category">' not in text for text in made)


@cache
def _case(name: str) -> Case:
    return read_case(name)


def _lesson(number: int) -> Iterable[str]:
    path = f"$course$/Reading Realignment/Lesson {number:02}"
    yield f'<question type="category"><category>{_text(path)}</category></question>'
    for asked in quick.of_lesson(number):
        yield _multichoice(asked, _case(asked.case))
    for question in questions.of_lesson(number):
        made = cloze(question, _case(question.case))
        if made is not None:
            yield _question("cloze", f"{question.id} {question.asks}", made, question.why)


def cloze(question: Question, case: Case) -> str | None:
    """Return the text of a question with its lists; ``None`` if it cannot be put so.

    That is so where an answer is written and not chosen, where it is judged by an earlier one of
    the student's, and where another whole answer can be defended that has several parts.
    """
    found = parts_of(question, case)
    if found is None or question.expected is None:
        return None
    shape, parts = found
    expected, defensible = question.answer(case), question.allowed(case)
    if shape in ("several", "in order") and defensible:
        return None
    lists: list[tuple[str, str]] = []
    for place, (part, choices) in enumerate(parts.items()):
        right: dict[Any, str]
        if shape == "one":
            right = {expected: "", **defensible}
        elif shape == "by part":
            right = {expected[part]: "", **defensible.get(part, {})}
        elif shape == "in order":
            right = {expected[place]: ""}
        else:
            chosen = choices[0][1] in expected
            choices, right = [("yes", True), ("no", False)], {chosen: ""}
        if not any(value in right for _, value in choices):
            return None
        lists.append((_label(part, case), _gap(choices, right)))
    rows = "".join(
        f"<li>{label}: {gap}</li>" if label else f"<li>{gap}</li>" for label, gap in lists
    )
    return f"<p>{html.escape(question.asks)}</p>{_in_exercise(question)}<ul>{rows}</ul>"


def _gap(choices: Choices, right: Mapping[Any, str]) -> str:
    """Return one list to choose from: ``{1:MULTICHOICE:=right#why~wrong}``."""
    answers = []
    for words, value in choices:
        mark = "=" if value in right else ""
        feedback = f"#{_cloze_text(right[value])}" if right.get(value) else ""
        answers.append(f"{mark}{_cloze_text(words)}{feedback}")
    return "{1:MULTICHOICE:" + "~".join(answers) + "}"


def _cloze_text(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", html.escape(str(words), quote=False))


def _label(part: Any, case: Case) -> str:
    """Return what a part is called; a row of the story with its words."""
    if part is None:
        return ""
    for row in case.events[case.events["event_id"] == str(part)].to_dict("records"):
        quote = html.escape(row["quote"])
        return f"<b>{html.escape(part)}</b> “{quote}” (sentence {row['sentence']})"
    return html.escape(str(part))


def _in_exercise(question: Question) -> str:
    """Return the question's words as the exercise has them."""
    folder = find_data().parent / "exercises"
    for path in sorted(folder.glob(f"{question.lesson:02}_*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown" and source.startswith(f"## {question.id} "):
                return markdown(source.partition("\n")[2])
    return ""


def _multichoice(asked: Quick, case: Case) -> str:
    right = asked.right_for(case)
    answers = "".join(
        f'<answer fraction="{100 if letter == right else 0}" format="html">'
        f"{_text(inline(words))}"
        f'<feedback format="html">{_text(inline(asked.says.get(letter, "")))}</feedback></answer>'
        for letter, words in asked.options.items()
    )
    more = "<single>true</single><shuffleanswers>true</shuffleanswers>"
    more += f"<answernumbering>abc</answernumbering>{answers}"
    text = f"<p>{inline(asked.asks)}</p>"
    return _question("multichoice", f"{asked.id} {asked.name}", text, asked.why, more)


def _question(kind: str, name: str, text: str, why: str, more: str = "") -> str:
    return (
        f'<question type="{kind}"><name>{_text(name)}</name>'
        f'<questiontext format="html">{_text(text)}</questiontext>'
        f'<generalfeedback format="html">{_text(inline(why))}</generalfeedback>{more}</question>'
    )


def _text(words: str) -> str:
    return f"<text>{escape(words)}</text>"
