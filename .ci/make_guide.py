"""Write the instructor's guide from the questions.

usage: python .ci/make_guide.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from realignment import questions
from realignment.questions.misconceptions import MISCONCEPTIONS

GUIDE = Path(__file__).resolve().parent.parent / "solutions" / "instructors_guide.md"

HEAD = Path(__file__).resolve().parent / "guide_head.md"
"""What stands before the part that is made from the questions."""


def guide() -> str:
    """Return the guide as Markdown."""
    lines = [HEAD.read_text(encoding="utf-8")]
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


if __name__ == "__main__":
    if "--check" not in sys.argv:
        GUIDE.write_text(guide(), encoding="utf-8", newline="\n")
    elif not GUIDE.is_file() or GUIDE.read_text(encoding="utf-8") != guide():
        sys.exit("solutions/instructors_guide.md is stale: run python .ci/make_guide.py.")
