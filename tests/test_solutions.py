"""Every answer that is shown works where it is shown: in the exercise, above its own check."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell

import realignment
from realignment import questions
from realignment.feedback import Standing, grade
from tools import release

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def checked(monkeypatch):
    """Keep what is said of each question in place of showing it."""
    said = {}

    def check(question, answer, why=""):
        said[question] = grade(question, answer, why=why)

    monkeypatch.setattr(realignment, "check", check)
    for quiet in ("progress", "solution", "hint", "save_progress"):
        monkeypatch.setattr(realignment, quiet, lambda *_, **__: None)
    return said


@pytest.mark.parametrize("number", questions.lessons())
def test_every_solution_is_right_above_the_check_of_its_exercise(number, checked, monkeypatch):
    """The cell of the starter holds the solution and the check alone, as when one pastes it."""
    (path,) = (ROOT / "exercises").glob(f"{number:02}_*.ipynb")
    monkeypatch.chdir(path.parent)
    shell = InteractiveShell()
    for cell in nbformat.read(path, nbformat.NO_CONVERT).cells:
        if cell.cell_type != "code":
            continue
        source, call = cell.source, release.CHECK.search(cell.source)
        if call:
            source = f"{questions.find(call[1]).solution}\n{call[0]}"
        result = shell.run_cell(source, silent=True)
        assert result.success, (cell.id, result.error_in_exec or result.error_before_exec)
    for question in questions.of_lesson(number):
        right = Standing.DEFENSIBLE if question.rubric else Standing.RIGHT
        assert checked[question.id].state is right, checked[question.id]


def test_solutions_are_filled_from_their_questions():
    for path in sorted((ROOT / "solutions").glob("*.ipynb")):
        stored = release.read(path)
        assert release.with_solutions(stored) == stored, f"{path.name}: run python -m tools release"
