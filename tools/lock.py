"""Make requirements.txt and tests/requirements.txt from pyproject.toml.

One lock for every system and Python. Without "fewest" numpy and networkx would fork by Python
version, and stored outputs would compare different libraries; the one fork that there is stands in
limits.txt with its reason. No hashes: pip refuses them beside an editable package, and the package
itself is the last line.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMITS = Path(__file__).resolve().parent / "limits.txt"

UV = "uv==0.13.9"
ITSELF = "-e .\n"
"""The last line of the lock: the package itself. uv, which reads the old file to keep its
versions, would stumble over it."""


def main(upgrade: bool) -> None:
    """Write both files; in a folder apart first, so that a run that fails changes neither."""
    with tempfile.TemporaryDirectory() as folder:
        apart = Path(folder)
        venv.create(apart / "venv", with_pip=True)
        python = apart / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", UV], check=True)
        (apart / "tests").mkdir()
        shutil.copy(ROOT / "pyproject.toml", apart)
        shutil.copy(LIMITS, apart)
        shutil.copy(ROOT / "tests" / "requirements.txt", apart / "tests")
        old = (ROOT / "requirements.txt").read_text(encoding="utf-8")
        ours, tests = apart / "requirements.txt", apart / "tests" / "requirements.txt"
        ours.write_text(old.removesuffix(ITSELF), encoding="utf-8", newline="\n")
        common = [python, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
        common += ["--python-version", "3.11", "--fork-strategy", "fewest"]
        common += ["--constraint", "limits.txt"]
        common += ["--custom-compile-command", "python -m tools lock"]
        common += ["--upgrade"] if upgrade else []
        for more in (
            ["pyproject.toml", "--output-file", "requirements.txt"],
            ["--group", "test", "--constraint", "requirements.txt"]
            + ["--output-file", "tests/requirements.txt"],
        ):
            subprocess.run([*common, *more], cwd=apart, check=True)
        new = ours.read_text(encoding="utf-8") + ITSELF
        (ROOT / "requirements.txt").write_text(new, encoding="utf-8", newline="\n")
        shutil.copy(tests, ROOT / "tests" / "requirements.txt")
