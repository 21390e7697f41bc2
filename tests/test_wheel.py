"""The built package, in an empty folder: it needs no clone beside it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ALONE = """
from pathlib import Path
import realignment
from realignment import ReadingError, check, load_case, new_case
from realignment.files import find_data, is_packaged
from realignment.record import load_record
from realignment.worldmap import outlines

package = Path(realignment.__file__).parent
assert package.parent.name == "site", package
assert find_data() == package / "data" and is_packaged(find_data())
assert len(load_case("niger_2024").sentences) == 16
assert len(load_record().votes) and len(outlines())
assert "Cannot read" not in repr(check("1.1", "author"))
try:
    new_case("pier_2024", "story.md")
except ReadingError as problem:
    print(problem)
"""


def run(words: list[str], cwd: Path, env: dict[str, str] | None = None) -> str:
    ran = subprocess.run(
        words, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel from a clone in which somebody keeps the published original."""
    root = Path(__file__).resolve().parent.parent
    folder = tmp_path_factory.mktemp("wheel")
    run(["git", "clone", "-q", str(root), "clone"], folder)
    clone = folder / "clone"
    (clone / "data" / "niger_2024" / "original.txt").write_text("Words.", encoding="utf-8")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], clone)
    assert run(["git", "status", "--porcelain"], clone) == ""  # nothing was left in the clone
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_data_and_nothing_that_is_not_ours(wheel, root):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tracked = run(["git", "ls-files", "data", "realignment"], root).splitlines()
    expected = {n if n.startswith("realignment/") else f"realignment/{n}" for n in tracked}
    assert {name for name in names if ".dist-info/" not in name} == expected


def test_the_wheel_works_alone(wheel, tmp_path):
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:  # all that an installer does with a pure package
        archive.extractall(site)
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "story.md").write_text("A treaty ends.\n", encoding="utf-8")
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"PYTHONPATH": str(site)}
    said = run([sys.executable, "-c", ALONE], empty, env)
    assert said.splitlines()[-1] == (
        "The module's own data lies within the installed package here, which is no place for a "
        "case; expected a folder of yours: new_case('pier_2024', ..., data='FOLDER')."
    )
    assert sorted(path.name for path in empty.iterdir()) == ["story.md"]


def test_the_readme_downloads_what_builds_the_package(root):
    pyproject = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    (builder,) = pyproject["build-system"]["requires"]
    readme = (root / "README.md").read_text(encoding="utf-8")
    # editables is what an editable install needs besides, and pip does not fetch it by itself
    assert re.search(rf"-r requirements\.txt {re.escape(builder)} editables==[\d.]+ -d ", readme)
