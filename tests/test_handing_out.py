"""What a class is handed, and one exercise begun again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from realignment import __main__ as command
from realignment.cases import another_version
from realignment.errors import ReadingError
from realignment.handing_out import pull_link, start_afresh, write_student_edition
from realignment.version import VERSION


@pytest.fixture(scope="module")
def edition(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("hand") / "course"
    write_student_edition(folder)
    return folder


def test_no_solution_no_test_and_no_guide_is_in_it(edition):
    tops = {path.name for path in edition.iterdir()}
    assert {"notebooks", "exercises", "data", "realignment", "README.md"} <= tops
    assert not tops & {"solutions", "tests", "tools", "findings", ".git", ".ci"}
    assert not list(edition.rglob("*guide*")) and not list(edition.rglob("original.txt"))


def test_it_works_by_itself(edition):
    code = "import realignment; case = realignment.load_case('niger_2024'); print(case.folder)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=edition,
        env=os.environ | {"PYTHONPATH": str(edition)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == "" and ran.stdout.strip() == str(edition / "data" / "niger_2024")


def test_a_lesson_that_is_left_out_is_in_no_file_and_behind_no_link(edition, tmp_path, capsys):
    assert command.main(["student-edition", "--to", str(tmp_path / "less"), "--without=11"]) == 0
    less = {p.relative_to(tmp_path / "less").as_posix() for p in files(tmp_path / "less")}
    all_of_it = {p.relative_to(edition).as_posix() for p in files(edition)}
    assert all_of_it - less == {"notebooks/11_map.ipynb", "exercises/11_map.ipynb"}
    assert less <= all_of_it
    with zipfile.ZipFile(tmp_path / "less" / "exercises" / "originals.zip") as originals:
        assert "11_map.ipynb" not in originals.namelist()
    for path in files(tmp_path / "less"):
        if path.suffix in (".md", ".ipynb"):
            text = path.read_text(encoding="utf-8")
            assert "11_map.ipynb" not in text, path.name
            other = (edition / path.relative_to(tmp_path / "less")).read_text(encoding="utf-8")
            if path.suffix == ".ipynb" and "11_map.ipynb" not in other:
                assert text == other
    lesson = (tmp_path / "less" / "notebooks" / "10_balance.ipynb").read_text(encoding="utf-8")
    assert "esson 11 (not in this edition)" in lesson
    changed = [line for line in lesson.splitlines() if line not in before_of(edition)]
    assert len(changed) == 1, "the rest of the file is as it was"
    assert "without lesson 11." in (tmp_path / "less" / "README.md").read_text(encoding="utf-8")


def files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]


def before_of(edition: Path) -> list[str]:
    return (edition / "notebooks" / "10_balance.ipynb").read_text(encoding="utf-8").splitlines()


def test_a_zip_holds_the_same_in_one_folder(edition, tmp_path):
    names = write_student_edition(tmp_path / "course.zip")
    with zipfile.ZipFile(tmp_path / "course.zip") as archive:
        assert sorted(archive.namelist()) == [f"course/{name}" for name in names]
    on_disk = {p.relative_to(edition).as_posix() for p in edition.rglob("*") if p.is_file()}
    assert on_disk >= set(names)


def test_nothing_is_written_over(edition, capsys):
    assert command.main(["student-edition", "--to", str(edition)]) == 1
    assert "is there already" in capsys.readouterr().err


def test_the_link_names_repository_branch_and_first_page():
    link = urlsplit(pull_link("https://hub.example/", "https://git.example/x/course.git"))
    assert link.path == "/hub/user-redirect/git-pull"
    assert parse_qs(link.query) == {
        "repo": ["https://git.example/x/course.git"],
        "branch": ["main"],
        "targetpath": ["course"],
        "urlpath": ["lab/tree/course/notebooks/00_start_here.ipynb"],
    }


def test_an_exercise_begun_again_keeps_the_old_one(edition):
    exercise = next((edition / "exercises").glob("04_*.ipynb"))
    first = exercise.read_bytes()
    for number, work in enumerate((b"my work", b"more of it"), start=1):
        exercise.write_bytes(work)
        fresh, kept = start_afresh("4", edition)
        assert fresh == exercise and fresh.read_bytes() == first
        assert kept is not None and kept.name.endswith(f"_before_{number}.ipynb")
        assert kept.read_bytes() == work
    exercise.unlink()
    assert start_afresh("04", edition) == (exercise, None)


@pytest.mark.parametrize("number", ["99", "", "four", "../../x"])
def test_an_exercise_that_is_not_there_is_said(edition, number):
    with pytest.raises(ReadingError, match="There is no exercise"):
        start_afresh(number, edition)


def test_to_begin_again_loads_nothing_that_makes_pages():
    code = (
        "import sys, realignment.handing_out as h; "
        "print('nbconvert' in sys.modules, 'realignment.paper' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]


def test_a_damaged_file_of_originals_loses_nothing(edition, tmp_path):
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "originals.zip").write_bytes(b"PK, and no more")
    (folder / "04_x.ipynb").write_bytes(b"my work")
    with pytest.raises(ReadingError, match="is damaged"):
        start_afresh("04", tmp_path)
    assert (folder / "04_x.ipynb").read_bytes() == b"my work"


def test_a_folder_of_another_version_is_told(tmp_path):
    file = tmp_path / "pyproject.toml"
    for version, count in ((VERSION, 0), ("9.9.9", 1)):
        file.write_text(f'[project]\nname = "reading-realignment"\nversion = "{version}"\n')
        assert len(another_version(tmp_path)) == count
    assert "9.9.9" in another_version(tmp_path)[0] and VERSION in another_version(tmp_path)[0]
    file.write_text('[project]\nname = "something-else"\nversion = "9.9.9"\n')
    assert another_version(tmp_path) == ()
    file.write_text("not toml [")
    assert another_version(tmp_path) == ()


def test_an_exercise_in_which_nothing_was_done_is_not_copied(edition, capsys):
    exercise = edition / "exercises" / "05_agreement.ipynb"
    assert start_afresh("05", edition) == (exercise, None)
    assert not list(exercise.parent.glob("05_*_before_*"))


def test_nobody_is_handed_the_answers_of_who_made_the_edition(edition, tmp_path, monkeypatch):
    clone = tmp_path / "clone"
    shutil.copytree(edition, clone)
    monkeypatch.setattr("realignment.handing_out.student_edition.find_data", lambda: clone / "data")
    exercise = clone / "exercises" / "05_agreement.ipynb"
    held = json.loads(exercise.read_text(encoding="utf-8"))
    cell = next(cell for cell in held["cells"] if cell["cell_type"] == "code")
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "Right."}]
    exercise.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(ReadingError, match=r"exercises/05_agreement.ipynb holds .*afresh"):
        write_student_edition(tmp_path / "course")
    start_afresh("05", clone)
    names = write_student_edition(tmp_path / "course")
    assert "exercises/05_agreement.ipynb" in names and not [n for n in names if "_before_" in n]
