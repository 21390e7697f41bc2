"""The student's edition: what a class is handed, without solutions, tests and guide.

It keeps honest people honest, and is no exam: ``check`` needs its rules and ``solution`` answers by
design, so that both travel with it.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlencode

from realignment.errors import ReadingError
from realignment.files import find_data, make_folder, name_of, write_whole
from realignment.version import VERSION

FOLDERS = ("data", "exercises", "images", "notebooks", "realignment")
FILES = (
    "CITATION.cff",
    "LICENSE",
    "LICENSE-DATA.md",
    "pyproject.toml",
    "requirements.txt",
    "runtime.txt",
)

ORIGINALS = "originals.zip"
"""In ``exercises/``: each exercise as it was handed out, to start afresh from."""

FIRST_PAGE = "notebooks/00_start_here.ipynb"

LAID_ASIDE = re.compile(r"_before_\d+\.ipynb$")
"""What :func:`~realignment.handing_out.start_afresh` calls an exercise that was begun before."""

_LEFT_OUT = ("__pycache__", ".ipynb_checkpoints", "original.txt", "my_sheet", "my_work")
_README = """# Reading Realignment: the student's edition

One news story, from prose to data to a map of alliances. You need Python 3.11 or later, and this
folder. One line sets everything up and opens the first lesson:

```bash
python3 -m venv .venv && .venv/bin/python -m pip install -r requirements.txt && \\
.venv/bin/python -m jupyterlab --ServerApp.root_dir=. notebooks/00_start_here.ipynb
```

On Windows, in PowerShell:

```powershell
py -m venv .venv; .venv\\Scripts\\python -m pip install -r requirements.txt
.venv\\Scripts\\python -m jupyterlab --ServerApp.root_dir=. notebooks/00_start_here.ipynb
```

Read a lesson in `notebooks/`, then do its exercise in `exercises/`. `check` says how an answer
stands, `hint` gives a first step, `solution` shows an answer and why it is one: it is there to
learn from, and asks nobody's leave. `save_progress()` puts your work into one small file.

To begin one exercise again: `.venv/bin/python -m realignment afresh 04`. The old one is kept.

{without}Version {version}. Code: BSD 3-Clause; prose and own data: CC BY 4.0; see the licence
files.
"""


def write_student_edition(to: Path, without: Sequence[str] = ()) -> list[str]:
    """Write the student's edition into a new folder, or, if the name ends in .zip, a new file.

    Parameters
    ----------
    to
        What is not there yet; nothing is written over.
    without
        Numbers of lessons that are left out, with their exercises. Data and package stay whole.

    Returns
    -------
    list of str
        The names of the files in it, with forward slashes, sorted.

    Raises
    ------
    ReadingError
        If something of that name is there, no clone of the module is found to copy from,
        somebody has worked in an exercise of it, or a lesson that is to be left out is none.
    """
    from realignment.paper.leaving_out import left_out  # with all that makes pages: it takes time

    root = find_data().parent
    missing = [name for name in (*FOLDERS, *FILES) if not (root / name).exists()]
    if missing:
        raise ReadingError(
            f"{name_of(root)} has no {missing[0]}: the student's edition is made from a clone of "
            "the module; expected to be run inside one."
        )
    if to.exists():
        raise ReadingError(f"{name_of(to)} is there already: expected a new name.")
    gone = left_out(without, root / "notebooks")
    content = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for name in (*FOLDERS, *FILES)
        for path in sorted([root / name, *(root / name).rglob("*")])
        if path.is_file()
        and not _is_left_out(path.relative_to(root))
        and not (path.suffix == ".ipynb" and path.stem in gone.values())
    }
    _none_worked_in(content)
    content |= {name: _unlinked(name, raw, gone.values()) for name, raw in content.items()}
    content["README.md"] = _README.format(version=VERSION, without=_without(gone)).encode("utf-8")
    content[f"exercises/{ORIGINALS}"] = _zipped(
        {
            name.removeprefix("exercises/"): raw
            for name, raw in content.items()
            if name.startswith("exercises/") and name.endswith(".ipynb")
        }
    )
    content[".gitignore"] = b".venv/\n__pycache__/\n.ipynb_checkpoints/\nmy_sheet.*\nmy_work*.zip\n"
    if to.suffix == ".zip":
        write_whole(to, _zipped({f"{to.stem}/{name}": raw for name, raw in content.items()}))
    else:
        make_folder(to, lambda folder: _fill(folder, content))
    return sorted(content)


def pull_link(hub: str, repository: str, branch: str = "main") -> str:
    """Return the link by which a hub fetches a repository for whoever follows it (nbgitpuller).

    Parameters
    ----------
    hub
        The address of the JupyterHub.
    repository
        The address of the repository that holds the student's edition.
    branch
        Its branch.
    """
    folder = repository.rstrip("/").rsplit("/", 1)[-1].removesuffix(".git")
    asked = urlencode(
        {
            "repo": repository,
            "branch": branch,
            "targetpath": folder,  # else it takes the last part of the address, with its .git
            "urlpath": f"lab/tree/{folder}/{FIRST_PAGE}",
        }
    )
    return f"{hub.rstrip('/')}/hub/user-redirect/git-pull?{asked}"


def _none_worked_in(content: Mapping[str, bytes]) -> None:
    """Refuse an exercise that was run: the class would be handed somebody's answers."""
    for name, raw in content.items():
        if not (name.startswith("exercises/") and name.endswith(".ipynb")):
            continue
        try:
            run = any(cell.get("outputs") for cell in json.loads(raw)["cells"])
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ReadingError(f"{name} is no notebook; expected a fresh copy of it.") from None
        if run:
            raise ReadingError(
                f"{name} holds what somebody's cells have shown, and may hold answers; expected "
                "exercises as they were handed out. Begin it again with 'python -m realignment "
                "afresh' and its number, which keeps this one, or move it elsewhere."
            )


def _without(gone: Mapping[int, str]) -> str:
    if not gone:
        return ""
    numbers = ", ".join(f"{number:02}" for number in gone)
    return f"This edition goes without lesson{'s' * (len(gone) > 1)} {numbers}.\n\n"


def _unlinked(name: str, raw: bytes, gone: Iterable[str]) -> bytes:
    """Return a notebook or a page without links to what is left out; any other file as it is."""
    from realignment.paper.leaving_out import without_links

    if not name.endswith((".ipynb", ".md")):
        return raw
    text = raw.decode("utf-8")
    if not any(f"{stem}.ipynb" in text for stem in gone):
        return raw
    if name.endswith(".md"):
        return without_links(text, gone).encode("utf-8")
    book = json.loads(text)
    for cell in book["cells"]:
        if cell["cell_type"] == "markdown":
            source = without_links("".join(cell["source"]), gone)
            cell["source"] = source.splitlines(keepends=True)
    return (json.dumps(book, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _is_left_out(path: Path) -> bool:
    return LAID_ASIDE.search(path.name) is not None or any(
        part.startswith((*_LEFT_OUT, ".")) or part.endswith((".pyc", ".part"))
        for part in path.parts
    )


def _fill(folder: Path, content: dict[str, bytes]) -> None:
    for name, raw in content.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)


def _zipped(content: dict[str, bytes]) -> bytes:
    """Return a zip with the same bytes whenever it is made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in content.items():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, raw)
    return made.getvalue()
