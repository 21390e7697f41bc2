"""Every notebook keeps the marks that the module sets itself; see ``marks.py``."""

from __future__ import annotations

import statistics

import pytest

from tools.marks import MEAN_LINES, NOTEBOOKS, Marks, count

each_notebook = pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=[f"{path.parent.name}-{path.stem}" for path in NOTEBOOKS]
)


@each_notebook
def test_a_notebook_keeps_every_mark(path):
    assert count([path]).missed == []


def test_all_notebooks_together_keep_them_with_empty_lines_counted():
    marks = count(NOTEBOOKS)
    assert marks.missed == [] and marks.pictures > 30
    assert statistics.mean(marks.lines) <= MEAN_LINES


@pytest.mark.parametrize(
    ("changed", "missed"),
    [
        ({"alone": 1}, "a code cell follows a code cell"),
        ({"code_lines": [5, 6]}, "code cells are long on average"),
        ({"lines": [16, 1]}, "a code cell is too long"),
        ({"prose": [24, 24]}, "there is little prose"),
        ({"pictures": 2}, "a picture has no words"),
    ],
)
def test_a_mark_that_is_missed_is_named(changed, missed):
    kept = {
        "lines": [5, 5],
        "code_lines": [5, 5],
        "prose": [25, 25],
        "alone": 0,
        "pictures": 1,
        "with_words": 1,
    }
    assert Marks(**kept).missed == []
    assert Marks(**kept | changed).missed == [missed]
