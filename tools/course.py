"""Make a course for nbgrader from ``solutions/``: configuration and source notebooks.

A starter becomes two cells: the student's own, and a locked one with the check, which is marked. Of
an open question both stay one cell, which a person marks. The solution stands in the student's
cell, between the marks that nbgrader takes out, below our own starter, which stays.
"""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from realignment import questions
from realignment.errors import ReadingError
from realignment.files import name_of
from realignment.questions import Question
from tools import release

ROOT = Path(__file__).resolve().parent.parent

CONFIG = '''"""nbgrader for Reading Realignment: what is kept is read, and nobody's code is run.

Put your own settings below. Leave Autograde's two lists of preprocessors as they are: with
ClearOutput nothing is left to mark, and with Execute a check gives full marks to every answer.
"""

from realignment.marking.nbgrader import configure

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "reading_realignment"
configure(c)
'''


def main(course: Path, root: Path = ROOT) -> None:
    """Write the course into a folder that is new or empty.

    Raises
    ------
    ReadingError
        If something is in it already.
    """
    if course.exists() and (not course.is_dir() or any(course.iterdir())):
        raise ReadingError(f"{name_of(course)} is there already; expected a new folder.")
    release.refuse_with_original(root)
    course.mkdir(parents=True, exist_ok=True)
    (course / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8", newline="\n")
    for path in sorted((root / "solutions").glob("[0-9][0-9]_*.ipynb")):
        lesson = int(path.name[:2])
        folder = course / "source" / f"exercise_{lesson:02}"
        folder.mkdir(parents=True)
        source = source_of(release.read(path))
        nbformat.write(source, folder / path.name)
    print(f"{name_of(course)} was made. Next, in that folder: nbgrader generate_assignment NAME")


def source_of(solution: NotebookNode) -> NotebookNode:
    """Return the source notebook that a solution notebook makes."""
    source = release.exercise_from(release.with_solutions(solution))
    answers = _answers(release.with_solutions(solution))
    cells = []
    for cell in source.cells:
        call = release.CHECK.search(cell.source) if cell.cell_type == "code" else None
        question = _question(call[1]) if call is not None else None
        if question is None:
            cells.append(cell)
        elif question.rubric:
            solved = _with_solution(cell.source, answers[question.id])
            cells.append(_cell(cell, cell.id, solved, question, grade=True, solution=True))
        else:
            own = _without_check(cell.source)
            solved = _with_solution(own, _without_check(answers[question.id]))
            cells.append(_cell(cell, cell.id, solved, question, grade=False, solution=True))
            cells.append(
                _cell(cell, f"{cell.id}-check", call[0], question, grade=True, solution=False)
            )
    source.cells = cells
    return source


def _question(asked: str) -> Question | None:
    try:
        return questions.find(asked)
    except ReadingError:
        return None  # a quick question, which is worth nothing


def _answers(solution: NotebookNode) -> dict[str, str]:
    """Return the code that answers each question."""
    found: dict[str, str] = {}
    for cell in solution.cells:
        call = release.CHECK.search(cell.source) if cell.cell_type == "code" else None
        if call is not None and "solution" in cell.metadata.get("tags", []):
            found.setdefault(call[1], cell.source)
    return found


def _without_check(source: str) -> str:
    """Return a cell without its last statement, which is the check."""
    last = ast.parse(source).body[-1]
    return "\n".join(source.split("\n")[: last.lineno - 1]).rstrip()


def _with_solution(starter: str, solution: str) -> str:
    return f"{starter}\n### BEGIN SOLUTION\n{solution}\n### END SOLUTION"


def _cell(
    like: NotebookNode, name: str, source: str, question: Question, *, grade: bool, solution: bool
) -> NotebookNode:
    """Return a code cell with nbgrader's metadata."""
    named = question.name.replace(".", "-")
    told = {
        "grade": grade,
        "grade_id": named if grade else f"{named}-answer",
        "locked": not solution,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    if grade:
        told["points"] = 1
    cell = nbformat.v4.new_code_cell(source, id=name, metadata=dict(like.metadata))
    cell.metadata.pop("tags", None)
    cell.metadata["nbgrader"] = told
    return cell
