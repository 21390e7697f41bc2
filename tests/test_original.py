"""Someone who holds the published story drops it in, and every lesson and exercise still runs.

The published text is not ours to keep, so a stand-in takes its place: as many sentences in the same
paragraphs, in the form of the publication, with other words.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from realignment.cases import read_case

FOLDERS = ("notebooks", "exercises", "solutions")
SHELL = Path(__file__).with_name("shell.py")


def stand_in() -> str:
    """Return a text like the published one: every other word of each sentence is changed."""
    article = read_case("niger_2024").article
    blocks, heading = [], ""
    for _, rows in article.sentences.groupby("paragraph"):
        if rows["heading"].iloc[0] != heading:
            heading = rows["heading"].iloc[0]
            blocks.append(heading)
        changed = [re.sub(r"(\w{5,}) (\w{5,})", r"\1 indeed \2", text) for text in rows["text"]]
        blocks.append(" ".join(changed))
    return " date 2024-03-17 " + "\n\n".join(blocks) + "\n\nPublished: 17 March 2024\n"


@pytest.fixture(scope="module")
def clone(tmp_path_factory, request) -> Path:
    root = request.config.rootpath
    folder = tmp_path_factory.mktemp("original") / "module"
    shutil.copytree(
        root,
        folder,
        ignore=shutil.ignore_patterns(".git", ".venv", "tests", "__pycache__", ".*cache"),
    )
    (folder / "data" / "niger_2024" / "original.txt").write_text(stand_in(), encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": str(folder), "MPLBACKEND": "agg"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_every_notebook_runs_clean_on_it(clone):
    paths = [str(path) for name in FOLDERS for path in sorted((clone / name).glob("*.ipynb"))]
    assert len(paths) > 30
    # Outputs differ, so a kernel that gathers them would be started for nothing.
    found = run(clone, str(SHELL), *paths)
    assert found.returncode == 0, found.stdout + found.stderr[-4000:]
    assert found.stdout == f"{len(paths)} of {len(paths)} notebooks ran clean\n"


@pytest.mark.parametrize("command", ["run", "release"])
def test_commands_that_write_notebooks_refuse(clone, command):
    before = {p: p.read_bytes() for f in FOLDERS for p in (clone / f).glob("*.ipynb")}
    found = run(clone, "-m", "tools", command)
    assert found.returncode != 0
    said = (found.stdout + found.stderr).strip()
    assert said.count("\n") == 0 and "original.txt is there, so no notebook is written" in said
    assert before == {p: p.read_bytes() for p in before}


def test_git_ignores_it(request):
    patterns = (request.config.rootpath / ".gitignore").read_text(encoding="utf-8").split()
    assert any(pattern.endswith("original.txt") for pattern in patterns)
