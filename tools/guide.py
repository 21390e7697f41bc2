"""Write the instructor's guide from the questions."""

from __future__ import annotations

from pathlib import Path

from realignment import questions
from realignment.questions.misconceptions import MISCONCEPTIONS
from tools.minutes import rule

GUIDE = Path(__file__).resolve().parent.parent / "solutions" / "instructors_guide.md"

HEAD = Path(__file__).resolve().parent / "guide_head.md"
"""What stands before the part that is made from the questions."""


def guide() -> str:
    """Return the guide as Markdown."""
    lines = [HEAD.read_text(encoding="utf-8").replace("<!-- minutes -->", rule())]
    for number in questions.lessons():
        asked = questions.of_lesson(number)
        lines += [f"### Exercise {number:02}", ""]
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
    """Return the file that is made here, and what it must hold."""
    return {GUIDE: guide()}
