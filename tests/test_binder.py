"""What Binder does with the repository, done here without Docker.

repo2docker (the tool behind Binder) writes a Dockerfile; with ``--no-build`` it only prints it.
Its pip lines are run in their order in a fresh environment of the Python it names, on a fresh
clone, and two lessons are run there. What is not imitated is repo2docker's own base environment
(conda, with its own JupyterLab), into which Binder puts these packages; nor is a pinned package
downloaded again that the environment of the tests has in that very version.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest


def run(words: list[str], cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a command and return all that it printed; fail with it if the command fails."""
    ran = subprocess.run(
        words,
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, f"{' '.join(words)}\n{ran.stdout}"
    return ran.stdout


def python_of(version: str) -> str:
    """Return a Python of this version that can make environments, else the one that runs this."""
    candidates = [shutil.which(f"python{version}"), shutil.which("python3"), sys.executable]
    candidates += [
        str(path) for path in Path.home().glob(f".pyenv/versions/{version}.*/bin/python3")
    ]
    asks = "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])"
    for python in filter(None, candidates):
        ran = subprocess.run([python, "-c", asks], capture_output=True, text=True, check=False)
        if ran.stdout.strip() == version:
            return python
    return sys.executable


def lend(environment: Path, python: str, lock: Path) -> list[str]:
    """Put what the lock pins into an environment, as far as it is installed here as pinned.

    Only files of those packages are lent, so that a package which the lock forgets is missing
    there too; pip then looks whether they are what it was asked for, and installs the rest.
    Programs are left out: they name the Python that they were made for.
    """
    asks = "import sysconfig; print(sysconfig.get_path('purelib'), sysconfig.get_platform())"
    there = run([python, "-c", f"import sys; {asks}; print(sys.version)"], environment)
    here = run([sys.executable, "-c", f"import sys; {asks}; print(sys.version)"], environment)
    if there.split()[1:] != here.split()[1:]:
        return []
    site, lent = Path(there.split()[0]), []
    for line in lock.read_text(encoding="utf-8").splitlines():
        pinned = re.match(r"([\w.-]+)==([^\s;]+)", line)
        if not pinned:
            continue
        try:
            found = distribution(pinned[1])
        except PackageNotFoundError:
            continue
        if found.version != pinned[2] or not found.files:
            continue
        for file in found.files:
            source, target = Path(file.locate()), Path(os.path.normpath(site / file))
            if source.is_file() and not target.is_relative_to(environment / "bin"):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)
        lent.append(pinned[1])
    return lent


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "clone"
    run(["git", "clone", "-q", str(root), str(folder)], tmp_path)
    return folder


def plan(clone: Path) -> tuple[str, list[str]]:
    """Return the Python that repo2docker takes, and its pip lines in their order."""
    said = run([sys.executable, "-m", "repo2docker", "--no-build", str(clone)], clone)
    (version,) = re.findall(r"^Building conda environment for python=(\S+)$", said, re.MULTILINE)
    return version, re.findall(r"^RUN (\S*/bin/pip .+)$", said, re.MULTILINE)


def test_binder_installs_the_lock_and_then_a_copy_of_the_package(clone):
    version, lines = plan(clone)
    assert (clone / "runtime.txt").read_text(encoding="utf-8").strip() == f"python-{version}"
    assert lines == [
        '${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir -r "requirements.txt"',
        "${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir .",
    ]


def test_lessons_run_where_binder_installs_them(clone, tmp_path, capsys):
    version, lines = plan(clone)
    python = python_of(version)
    named = run([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], tmp_path)
    if named.strip() != version:
        with capsys.disabled():
            print(f"\nBinder uses Python {version}, which is not here: {named.strip()} stands in.")

    # Nothing of the environment that runs the tests may help.
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PYTEST", "VIRTUAL"))}
    environment = tmp_path / "environment"
    run([python, "-m", "venv", str(environment)], tmp_path, env)
    env["KERNEL_PYTHON_PREFIX"] = str(environment)
    env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    inside = str(environment / "bin" / "python")
    lend(environment, inside, clone / "requirements.txt")
    for line in lines:
        run(["bash", "-c", line], clone, env)

    where = run([inside, "-c", "import realignment; print(realignment.__file__)"], tmp_path, env)
    # A copy: data/ is not beside it, and the lessons must find it from where they lie.
    assert Path(where.splitlines()[-1]).is_relative_to(environment)
    lessons = [
        path.relative_to(clone).as_posix()
        for number in ("00", "07")
        for path in (clone / "notebooks").glob(f"{number}_*.ipynb")
    ]
    assert len(lessons) == 2
    said = run([inside, "-m", "pytest", "--color=no", *lessons], clone, env)
    assert re.search(r"\d+ passed", said) and not re.search(r"failed|error|skipped", said)
    assert run(["git", "status", "--porcelain"], clone) == ""  # nothing was left in the clone
