"""nbgrader itself, with our preprocessor in the place of its own that runs notebooks.

nbgrader brings packages that nothing else here needs, so it has an environment of its own:
``NBGRADER_PYTHON`` names its Python, and .ci/run makes it. The package is there as an installed one
is, with no clone beside it, and the working folder is the course.
"""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import gradebook_rules as rules
import hand_ins
import nbformat
import pytest
from hand_ins import LESSON, half, right, wrong

from realignment import questions
from realignment.feedback import grade
from realignment.kept import MEDIA_TYPE
from realignment.marking import Rules, read_and_judge
from realignment.marking.marks import possible
from tools import course

PYTHON = os.environ.get("NBGRADER_PYTHON", "")
EXERCISE = f"exercise_{LESSON:02}"
SCORES = """
import json, sys
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    found = {
        one.student_id: {
            grade.name: [grade.auto_score, grade.needs_manual_grade]
            for notebook in one.notebooks for grade in notebook.grades
        }
        for one in book.assignment_submissions(sys.argv[1])
    }
print(json.dumps(found))
"""

needs_nbgrader = pytest.mark.skipif(
    not PYTHON, reason="NBGRADER_PYTHON names no Python that has nbgrader"
)


def run(words: list[str], cwd: Path, **env: str) -> str:
    path = os.pathsep.join([str(Path(PYTHON).parent), os.environ["PATH"]])  # it calls alembic
    ran = subprocess.run(
        words,
        cwd=cwd,
        env=os.environ | {"PATH": path} | env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


class Course:
    """A course in a folder of its own, and the package installed without a clone beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "course"
        home = folder / "home"
        site = folder / "site"
        home.mkdir()
        root = hand_ins.ROOT
        wheel = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
        run(wheel, root)
        (built,) = folder.glob("*.whl")
        with zipfile.ZipFile(built) as archive:
            archive.extractall(site)
        self.env = {"PYTHONPATH": str(site), "HOME": str(home), "JUPYTER_PATH": ""}
        self.env |= {f"JUPYTER_{what}_DIR": str(home) for what in ("CONFIG", "DATA", "RUNTIME")}
        course.main(self.folder)
        self.nbgrader("generate_assignment", EXERCISE)
        (self.released,) = (self.folder / "release" / EXERCISE).glob("*.ipynb")

    def nbgrader(self, *words: str) -> str:
        return run([PYTHON, "-m", "nbgrader", *words], self.folder, **self.env)

    def hand_in(self, student: str, given: dict[str, object], code: str = "") -> None:
        """Hand in what was released, with answers checked; ``code`` is what a student typed."""
        held = json.loads(self.released.read_text(encoding="utf-8"))
        for cell in held["cells"]:
            about = cell["metadata"].get("nbgrader", {})
            asked = re.search(r'check\("([^"]+)"(?:, (\w+))?', "".join(cell["source"]))
            if about.get("solution") and (code or given):
                cell["source"] = "".join(cell["source"]) + f"\n{code or '# as given'}"
            if about.get("grade") and asked and asked[1] in given:
                kept = hand_ins.record(asked[1], given[asked[1]])
                html = "<script>alert(1)</script>✓ Right."
                data = {"text/plain": "✓ Right.", "text/html": html, MEDIA_TYPE: kept}
                warned = {"output_type": "stream", "name": "stderr", "text": "a warning\n"}
                shown = {"output_type": "display_data", "metadata": {}, "data": data}
                cell["outputs"] = [warned, shown]
                cell["execution_count"] = 1
        place = self.folder / "submitted" / student / EXERCISE
        place.mkdir(parents=True)
        (place / self.released.name).write_text(json.dumps(held), encoding="utf-8")

    def scores(self) -> dict[str, dict[str, list]]:
        said = run([PYTHON, "-c", SCORES, EXERCISE], self.folder, **self.env)
        return json.loads(said.splitlines()[-1])


GIVEN = {"s_right": right(LESSON), "s_half": half(LESSON), "s_wrong": wrong(LESSON), "s_none": {}}


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> Course:
    made = Course(tmp_path_factory.mktemp("nbgrader"))
    for student, given in GIVEN.items():
        made.hand_in(student, given)
    made.said = made.nbgrader("autograde", EXERCISE)
    return made


def by_reading(given: dict[str, object]) -> dict[str, float]:
    """Return what the command would give, by the id of nbgrader's cell."""
    held = hand_ins.as_bytes(hand_ins.notebook(LESSON, given))
    sheet = read_and_judge(Rules(), "x.ipynb", held)
    return {
        question.name.replace(".", "-"): sheet.answers[question.name].judged.share
        if question.name in sheet.answers
        else 0.0
        for question in questions.of_lesson(LESSON)
        if not question.rubric
    }


@needs_nbgrader
def test_nbgrader_gets_the_marks_that_the_command_gives(graded):
    scores = graded.scores()
    assert set(scores) == set(GIVEN)
    for student, given in GIVEN.items():
        got = {name: score for name, (score, manual) in scores[student].items() if not manual}
        expected = by_reading(given)
        assert got.keys() >= expected.keys()
        assert {name: got[name] for name in expected} == pytest.approx(expected), student
    assert sum(by_reading(GIVEN["s_right"]).values()) == possible(LESSON)
    assert 0 < sum(by_reading(GIVEN["s_half"]).values()) < possible(LESSON)


@needs_nbgrader
def test_an_open_question_waits_for_a_person(graded):
    open_ones = [q for q in questions.of_lesson(LESSON) if q.rubric]
    for question in open_ones:
        score, manual = graded.scores()["s_right"][question.name.replace(".", "-")]
        assert score is None and manual


@needs_nbgrader
def test_nothing_that_a_student_wrote_is_run_by_a_page_with_marks(graded):
    graded.nbgrader("generate_feedback", EXERCISE)
    pages = sorted((graded.folder / "feedback").rglob("*.html"))
    assert len(pages) == len(GIVEN)
    for page in pages:
        assert "<script>alert(1)" not in page.read_text(encoding="utf-8")
    said = next(p for p in pages if "s_half" in p.as_posix()).read_text(encoding="utf-8")
    assert "Not yet" in said


@needs_nbgrader
def test_the_exporter_writes_gradebooks(graded):
    graded.nbgrader(
        "export", "--exporter=realignment.marking.nbgrader.Gradebooks", "--to=gradebooks"
    )
    users = [{"id": s, "sis_user_id": s, "login": s, "name": s, "sortable_name": s} for s in GIVEN]
    content = (graded.folder / "gradebooks" / "gradebook_canvas.csv").read_bytes()
    read = rules.canvas(content, users)
    (title,) = read["titles"]
    assert float(read["points"][title]) == len(questions.of_lesson(LESSON))
    expected = sum(by_reading(GIVEN["s_half"]).values())
    assert float(read["grades"]["s_half"][title]) == pytest.approx(expected, abs=0.006)
    table = list(csv.reader(io.StringIO(content.decode())))
    assert len(table) == 2 + len(GIVEN)


@needs_nbgrader
def test_what_nbgrader_does_by_itself_would_give_full_marks_to_every_answer(graded):
    """Why nothing is executed: a check never fails; and whatever warns gets nothing."""
    warns = (
        "import warnings\n"
        "from realignment import check as quiet\n"
        "def check(*given):\n"
        "    warnings.warn('an old package')\n"
        "    quiet(*given)"
    )
    graded.hand_in("s_nonsense", {}, "")
    graded.hand_in("s_warned", {}, warns)
    config = graded.folder / "nbgrader_config.py"
    ours = config.read_text(encoding="utf-8")
    config.write_text("c = get_config()\n", encoding="utf-8")
    graded.nbgrader("autograde", EXERCISE, "--student=s_nonsense")
    graded.nbgrader("autograde", EXERCISE, "--student=s_warned")
    config.write_text(ours, encoding="utf-8")
    scores = graded.scores()
    names = list(by_reading({}))
    assert [scores["s_nonsense"][name][0] for name in names] == [1.0] * len(names)
    assert [scores["s_warned"][name][0] for name in names] == [0.0] * len(names)
    graded.nbgrader("autograde", EXERCISE, "--force", "--student=s_nonsense")
    scores = graded.scores()
    assert [scores["s_nonsense"][name][0] for name in names] == [0.0] * len(names)


def test_a_source_notebook_keeps_our_starters(tmp_path):
    course.main(tmp_path / "course")
    (path,) = (tmp_path / "course" / "source" / EXERCISE).glob("*.ipynb")
    source = nbformat.read(path, 4)
    nbformat.validate(source)
    marked = [c for c in source.cells if c.metadata.get("nbgrader", {}).get("grade")]
    names = [cell.metadata.nbgrader.grade_id for cell in marked]
    assert names == [q.name.replace(".", "-") for q in questions.of_lesson(LESSON)]
    for cell in source.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("solution"):
            starter = cell.source.partition("### BEGIN SOLUTION")[0]
            assert "..." in starter and cell.source.endswith("### END SOLUTION")
        elif about.get("grade"):
            assert cell.source.startswith("check(") and about.locked


# --- a kernel, once ---------------------------------------------------------------------------


@pytest.mark.slow
def test_what_a_kernel_keeps_is_worth_what_the_answer_is(tmp_path):
    """A sample of the bank in one kernel: the records that checks leave there, judged anew."""
    from nbclient import NotebookClient

    cells = [nbformat.v4.new_code_cell("from realignment import check")]
    expected = {}
    for lesson in questions.lessons():
        for asked, answer in half(lesson).items():
            try:
                ast.literal_eval(repr(answer))
            except (ValueError, SyntaxError):
                continue
            cells.append(nbformat.v4.new_code_cell(f'check("{asked}", {answer!r})'))
            expected[asked] = grade(asked, answer)
    assert len(expected) > 30
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": hand_ins.ROOT}}).execute()
    sheet = read_and_judge(Rules(), "sample.ipynb", nbformat.writes(notebook).encode())
    for asked, verdict in expected.items():
        answer = sheet.answers[questions.find(asked).name]
        assert answer.judged.state is verdict.state, asked
        assert not answer.changed and answer.module == ""
