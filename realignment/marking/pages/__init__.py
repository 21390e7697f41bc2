"""The pages of a marked class: one to show, one for each student, two for the teacher.

They are plain HTML with their style inside, work without JavaScript and without a network, and
print. Every text from outside is made visible and escaped on its way into a page: the templates
escape by themselves, and only :func:`~realignment.feedback.verdicts.as_html`, which escapes too,
makes markup.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, Template

from realignment import questions
from realignment.colours import FRIENDLY, HOSTILE
from realignment.feedback import KEPT, Standing
from realignment.feedback.verdicts import LOOKS, WRITTEN, as_html, visible_lines
from realignment.marking.judged import Answer, Judged
from realignment.marking.marks import ClassMarks, Marked, number, possible
from realignment.questions import Question
from realignment.questions.misconceptions import MISCONCEPTIONS
from realignment.untrusted import visible

HERE: Final = Path(__file__).resolve().parent

ORDER: Final = ("Right", "Defensible", "To be read", "Not yet", "Cannot read this", "Not checked")
"""In which order a bar shows how answers stand; what is left is *Not attempted*."""

MOST_REMEMBERED: Final = 5_000
"""Answers whose rendering is remembered."""

_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "seen": visible,
        "lines": visible_lines,
        "told": as_html,  # which escapes, so that what it returns is safe
        "points": number,
    }
    environment.globals |= {"friendly": FRIENDLY, "hostile": HOSTILE}
    return environment


def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.html")


def page_name(student: str) -> str:
    """Return the name of a student's page: plain letters, whatever the id holds."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", student)[:80]
    if plain and plain == student and not plain.startswith(".") and not _DEVICE.fullmatch(plain):
        return f"{plain}.html"
    mark = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain.lstrip('.')}-{mark}.html"


# --- for each student -------------------------------------------------------------------------


@dataclass(frozen=True)
class _Shown:
    """One question of a student's page, as it is rendered once for all who answered alike."""

    question: str
    stands: str
    judged: Judged | None
    why: str


class StudentPages:
    """Renders the feedback pages; what many have answered alike is rendered once."""

    def __init__(self) -> None:
        self._rendered: dict[_Shown, str] = {}
        self._page = _template("student")
        self._answer = _template("answer")

    def page(self, one: Marked) -> str:
        """Return the page of one student."""
        exercises = [
            {
                "lesson": lesson,
                "total": one.total(lesson),
                "possible": possible(lesson),
                "answers": [self._shown(one, q) for q in questions.of_lesson(lesson)],
            }
            for lesson in sorted(one.sheets)
        ]
        return self._page.render(student=one.student, exercises=exercises)

    def _shown(self, one: Marked, question: Question) -> str:
        answer = one.answer(question)
        key = _Shown(
            question.name,
            one.stands(question),
            answer.judged if answer else None,
            answer.why if answer else "",
        )
        if len(self._rendered) > MOST_REMEMBERED:
            self._rendered.clear()
        if key not in self._rendered:
            sign, colour, heading = _look(question, answer, key.stands)
            self._rendered[key] = self._answer.render(
                question=question,
                answer=answer,
                sign=sign,
                colour=colour,
                heading=heading,
                points=one.points(question),
            )
        return self._rendered[key]


def _look(question: Question, answer: Answer | None, stands: str) -> tuple[str, str, str]:
    """Return sign, colour and heading of an answer."""
    if answer is None:
        sign, colour = LOOKS[Standing.NOT_ATTEMPTED]
        return sign, colour, stands
    sign, colour = WRITTEN if answer.judged.heading == KEPT else LOOKS[answer.judged.state]
    return sign, colour, stands if question.rubric else answer.judged.heading or stands


# --- for the class ----------------------------------------------------------------------------


def class_page(marks: ClassMarks) -> str:
    """Return the page to show: how many took what for what. It holds no name and no answer."""
    return _template("class").render(
        exercises=[_exercise(marks, lesson) for lesson in marks.lessons],
        students=len(marks.known),
        order=list(ORDER),
    )


def _exercise(marks: ClassMarks, lesson: int) -> dict[str, Any]:
    handed = [one for one in marks.known if lesson in one.sheets]
    asked = questions.of_lesson(lesson)
    return {
        "lesson": lesson,
        "handed": len(handed),
        "questions": [_standing(question, handed) for question in asked],
        "misconceptions": sorted(
            (row for question in asked for row in _misconceptions(question, handed)),
            key=lambda row: -int(row["count"]),
        ),
    }


def _standing(question: Question, handed: list[Marked]) -> dict[str, Any]:
    counts = Counter(one.stands(question) for one in handed)
    shares = [(what, counts[what]) for what in ORDER if counts[what]]
    rest = len(handed) - sum(count for _, count in shares)
    if rest:
        shares.append(("Not attempted", rest))
    return {"question": question, "shares": shares, "all": len(handed)}


def _misconceptions(question: Question, handed: list[Marked]) -> Iterator[dict[str, Any]]:
    answers = (one.answer(question) for one in handed)
    counts = Counter(answer.judged.misconception for answer in answers if answer is not None)
    for name, count in counts.most_common():
        if name in MISCONCEPTIONS and name != "other":
            yield {
                "question": question,
                "count": count,
                "all": len(handed),
                "misconception": MISCONCEPTIONS[name],
            }


# --- for the teacher --------------------------------------------------------------------------


def teacher_page(marks: ClassMarks) -> str:
    """Return the teacher's page: points, flags, and files that could not be read."""
    return _template("teacher").render(
        marks=marks,
        lessons=[(lesson, possible(lesson)) for lesson in marks.lessons],
        handed=sum(bool(one.sheets) for one in marks.known),
        page_name=page_name,
    )


def open_page(marks: ClassMarks) -> str:
    """Return what a person has to read: each open question with its rubric and the texts."""
    asked = [
        {
            "question": question,
            "texts": [
                (one, answer)
                for one in marks.marked
                if (answer := one.answer(question)) is not None and answer.judged.shown
            ],
        }
        for question in marks.asked
        if question.rubric
    ]
    return _template("open").render(asked=asked, page_name=page_name)
