"""Write the instructor's guide: from the questions, the lessons' clocks, and the notes.

What a person wrote lies in ``solutions/notes/``, a page for each lesson. Three things in it are
made here, so that they cannot drift: minutes, the number and the rubric of an open question, hours
of a week.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

from realignment import questions
from realignment.errors import ReadingError
from realignment.questions.misconceptions import MISCONCEPTIONS
from tools import minutes

ROOT = Path(__file__).resolve().parent.parent

GUIDE = ROOT / "solutions" / "instructors_guide.md"

NOTES = GUIDE.parent / "notes"
"""What a teacher takes to class: a page for each lesson, six weeks, and a test on paper."""

HEAD = Path(__file__).resolve().parent / "guide_head.md"
"""What stands before the part that is made from the questions."""

EXERCISE = 35
"""Minutes that an exercise takes, as its first cell says."""

_LESSON = re.compile(r"(?<=^\*Lesson: )\d+(?= minutes)", re.MULTILINE)
_PLAN = re.compile(r"^\| \d* \| (?P<section>[^|]+) \| (?P<what>[^|]+) \|$", re.MULTILINE)
_RUBRIC = re.compile(
    r"(?:^(?P<title>## Open question )[\d.]+\n(?P<between>(?:(?!## |<!-- rubric ).*\n)*))?"
    r"^(?P<mark><!-- rubric (?P<name>[\w.]+) -->\n)(?s:.*?)(?P<end><!-- end -->)",
    re.MULTILINE,
)
"""An open question in the notes: by its name, which never changes; its number is made."""
_WEEK = re.compile(
    r"^\| (?P<week>\d) \| (?P<lessons>[\d, ]+) \| (?P<told>.+) \| (?P<besides>\d+) \| [\d.]* \|$",
    re.MULTILINE,
)


def lesson(number: int) -> Path:
    """Return the file of a lesson."""
    return next((ROOT / "notebooks").glob(f"{number:02}_*.ipynb"))


def notes(number: int) -> str:
    """Return the notes on a lesson, with its minutes, numbers and rubrics as they are now.

    Raises
    ------
    ReadingError
        A section is planned that the lesson does not have, or an open question named that is not
        asked.
    """
    path = NOTES / f"{number:02}.md"
    clock = minutes.clock(lesson(number))
    asked = questions.of_lesson(number) if number else []
    rated = {question.name: question for question in asked if question.rubric}

    def planned(row: re.Match[str]) -> str:
        section = row["section"]
        if section not in clock:
            raise ReadingError(
                f"{path.name}: the plan has a section '{section}', and the lesson has none of "
                f"that name: expected one of {', '.join(clock)}."
            )
        return f"| {clock[section]} | {section} | {row['what']} |"

    def judged(block: re.Match[str]) -> str:
        name = block["name"]
        if name not in rated:
            raise ReadingError(
                f"{path.name}: lesson {number} has no open question '{name}'; expected one of "
                f"{', '.join(rated)}."
            )
        points = enumerate(rated[name].rubric, start=1)
        rubric = "".join(f"{place}. {point}\n" for place, point in points)
        head = ""
        if block["title"]:
            head = f"{block['title']}{rated[name].id}\n{block['between']}"
        return head + block["mark"] + rubric + block["end"]

    text = path.read_text(encoding="utf-8")
    text = _LESSON.sub(str(minutes.minutes(lesson(number))), text)
    return _RUBRIC.sub(judged, _PLAN.sub(planned, text))


def six_weeks() -> str:
    """Return the plan of six weeks, with the hours that each takes, rounded up to half an hour."""

    def counted(row: re.Match[str]) -> str:
        numbers = [int(number) for number in row["lessons"].split(", ")]
        lessons = sum(minutes.minutes(lesson(number)) for number in numbers)
        exercises = EXERCISE * sum(number > 0 for number in numbers)
        hours = math.ceil((lessons + exercises + int(row["besides"])) / 30) / 2
        return (
            f"| {row['week']} | {row['lessons']} | {row['told']} | {row['besides']} | {hours:g} |"
        )

    return _WEEK.sub(counted, (NOTES / "six_weeks.md").read_text(encoding="utf-8"))


def guide() -> str:
    """Return the guide as Markdown."""
    lines = [HEAD.read_text(encoding="utf-8").replace("<!-- minutes -->", minutes.rule())]
    for number in questions.lessons():
        asked = questions.of_lesson(number)
        lines += [
            f"### Exercise {number:02}",
            "",
            f"[Notes on the lesson](notes/{number:02}.md).",
            "",
        ]
        lines += ["| question | objective | recognises |", "|---|---|---|"]
        for question in asked:
            names = dict.fromkeys(mistake.misconception for mistake in question.mistakes)
            titles = "; ".join(MISCONCEPTIONS[name].title for name in names) or "open: rubric"
            lines.append(f"| {question.id} {question.asks} | {question.objective} | {titles} |")
        lines.append("")
    lines += ["## The misconceptions", "", "| what | what helps |", "|---|---|"]
    for one in sorted(MISCONCEPTIONS.values(), key=lambda m: m.title.lower()):
        lines.append(f"| **{one.title}** | {one.to_instructor} |")
    return "\n".join(lines) + "\n"


def made() -> dict[Path, str]:
    """Return every file that is made here, and what it must hold."""
    pages = {NOTES / f"{number:02}.md": notes(number) for number in (0, *questions.lessons())}
    return {GUIDE: guide(), NOTES / "six_weeks.md": six_weeks(), **pages}
