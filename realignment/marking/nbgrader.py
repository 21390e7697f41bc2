"""nbgrader as the engine of record, without running anybody's code.

nbgrader marks a notebook by running it: a cell that ends without an error is worth all its points,
so that a :func:`realignment.check`, which never fails, would give full marks to every answer; and a
warning on stderr would give none. :class:`Reread` takes the place of nbgrader's ``Execute``: it
reads what the checks have kept, has it judged anew, and leaves the points as the cell's result,
which is where nbgrader looks for part marks. What nbgrader does besides (collecting, its database,
the form for a person, feedback, exports) stays as it is.

This module needs nbgrader, which nothing else here does. ``python -m tools nbgrader COURSE`` makes
a course with the configuration and the source notebooks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.plugins import ExportPlugin
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

from realignment import questions
from realignment.errors import ReadingError
from realignment.feedback import Standing, Verdict
from realignment.files import write_whole
from realignment.marking.gradebooks import Totals, gradebooks
from realignment.marking.judged import Answer, Rules, judge_by
from realignment.marking.kept_work import work_in
from realignment.marking.roster import Student
from realignment.questions import Question

HARMLESS = ("text/plain", "image/png", "image/jpeg")
"""What stays of other outputs: nothing that a page with marks would run."""


def grade_id(question: Question) -> str:
    """Return the id of the cell that is marked; nbgrader allows no point in it."""
    return question.name.replace(".", "-")


def question_of(cell: Mapping[str, Any]) -> Question | None:
    """Return the question that a grade cell is about; ``None`` if it is none of ours."""
    name = str(cell["metadata"]["nbgrader"].get("grade_id", "")).replace("-", ".", 1)
    try:
        found = questions.find(name)
    except ReadingError:
        return None
    return found if found.name == name else None


class Reread(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts the points of what is kept where nbgrader looks for them."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Judge a notebook's kept values anew; called by nbgrader."""
        name = str(resources.get("nbgrader", {}).get("notebook", ""))
        sheet = judge_by(Rules()).sheet(work_in(f"{name}.ipynb", nb.cells))
        for said in sheet.says:
            self.log.warning("%s: %s", name, said)
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            if not is_grade(cell) or is_solution(cell):
                cell.outputs = [harmless(o) for o in cell.outputs if "data" in o]
                continue
            question = question_of(cell)
            if question is None:
                self.log.warning("%s: a grade cell checks nothing of ours: no points.", name)
                cell.outputs = [_error("No check of this module stands here; nothing was run.")]
            else:
                answer = sheet.answers.get(question.name)
                points = float(cell.metadata.nbgrader["points"])
                cell.outputs = _told(question, answer, points)
        return nb, resources


def harmless(output: Any) -> Any:
    """Return an output without what a browser would run."""
    output["data"] = type(output["data"])(
        {kind: held for kind, held in output["data"].items() if kind in HARMLESS}
    )
    return output


def _told(question: Question, answer: Answer | None, points: float) -> list[Any]:
    """Return the outputs of a marked cell: the verdict in words, and the points."""
    if answer is None:
        said = "Nothing was kept: the cell was not run, or its output was cleared."
        verdict = Verdict(question.id, Standing.NOT_ATTEMPTED, said)
    else:
        judged = answer.judged
        verdict = Verdict(question.id, judged.state, judged.message, heading=judged.heading)
    share = answer.judged.share if answer is not None else 0.0
    worth = {"text/plain": repr((share or 0.0) * points)}
    return [
        _output("display_data", data=verdict._repr_mimebundle_(), metadata={}),
        _output("execute_result", data=worth, metadata={}, execution_count=None),
    ]


def _error(said: str) -> Any:
    return _output("error", ename="NotMarked", evalue=said, traceback=[said])


def _output(kind: str, **held: Any) -> Any:
    return nbformat.from_dict({"output_type": kind, **held})  # type: ignore[no-untyped-call]


def configure(config: Any) -> None:
    """Set what makes nbgrader right with this module; for ``nbgrader_config.py``.

    Outputs are not cleared, since what is marked stands in them, and nothing is executed.

    Parameters
    ----------
    config
        What ``get_config()`` returns there.
    """
    config.Autograde.sanitize_preprocessors = [
        "nbgrader.preprocessors.DeduplicateIds",
        "nbgrader.preprocessors.OverwriteKernelspec",
        "nbgrader.preprocessors.OverwriteCells",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.Autograde.autograde_preprocessors = [
        f"{__name__}.Reread",
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    # Our own starters stay; only what stands between the marks of a solution is taken out.
    config.ClearSolutions.code_stub = {
        "python": "# Put your answer where the dots are, and run the cells."
    }


class Gradebooks(ExportPlugin):  # type: ignore[misc]
    """Writes gradebooks for Canvas, Moodle and Blackboard from nbgrader's database.

    ``nbgrader export --exporter=realignment.marking.nbgrader.Gradebooks --to=FOLDER``. What a
    person has given for open questions is in them.
    """

    def export(self, gradebook: Any) -> None:
        """Write the files; called by nbgrader. A file that is there is not written over."""
        to = Path(self.to or ".")
        to.mkdir(parents=True, exist_ok=True)
        for book in gradebooks(self._totals(gradebook)):
            if (to / book.name).exists():
                raise ReadingError(f"{book.name} is there already; expected another folder.")
            write_whole(to / book.name, book.content)
            self.log.info("%s was written.", to / book.name)

    def _totals(self, gradebook: Any) -> Totals:
        """Return the points of nbgrader's database, late penalties taken off."""
        students = [_student(one) for one in gradebook.students]
        exercises: dict[int, float] = {}
        points: dict[tuple[str, int], float] = {}
        for assignment in gradebook.assignments:
            found = re.search(r"(\d+)$", assignment.name)
            if found is None or (self.assignment and assignment.name not in self.assignment):
                self.log.warning("%s is no exercise that was asked for.", assignment.name)
                continue
            lesson = int(found[1])
            exercises[lesson] = float(assignment.max_score)
            for one in gradebook.assignment_submissions(assignment.name):
                score = max(0.0, one.score - one.late_submission_penalty)
                points[one.student_id, lesson] = score
        return Totals(students, dict(sorted(exercises.items())), points)


def _student(one: Any) -> Student:
    name = " ".join(filter(None, (one.first_name, one.last_name)))
    return Student(
        one.id, name or one.id, one.email or "", canvas_id=getattr(one, "lms_user_id", "") or ""
    )
