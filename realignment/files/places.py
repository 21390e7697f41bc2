"""Where the module's data lies, and what a place is called."""

from __future__ import annotations

from pathlib import Path

from realignment.errors import DataError, ReadingError

PACKAGE = Path(__file__).resolve().parent.parent
"""The folder of the package itself."""


def find_data() -> Path:
    """Return the module's ``data`` folder. This is the one place that decides which.

    It is looked for from the working directory upwards, where a clone's own comes first; then
    beside the package, where an editable install has it; then within the package, where a wheel
    carries a copy.

    Raises
    ------
    DataError
        If no folder is found; the sentence says what was looked for.
    """
    here = Path.cwd()
    for folder in [here, *here.parents, PACKAGE.parent, PACKAGE]:
        if (folder / "data" / "codebook" / "plover_types.csv").is_file():
            return folder / "data"
    raise DataError(
        f"No data folder was found from {here} upwards, beside the package or within it: expected "
        "a folder 'data' with 'codebook/plover_types.csv' in it; start Jupyter inside the module's "
        "folder."
    )


def is_packaged(data: Path) -> bool:
    """Say whether a data folder is the copy within the installed package, where nobody writes."""
    return data == PACKAGE / "data"


def place(path: str | Path) -> Path:
    """Return the path that a person means: ``~`` is their own folder.

    Raises
    ------
    ReadingError
        If it is neither a text nor a path, or nobody's folder is meant.
    """
    if not isinstance(path, str | Path) or not str(path).strip():
        raise ReadingError(f"{path!r} is no place; expected the path of a file or a folder.")
    try:
        return Path(path).expanduser()
    except RuntimeError:  # "~nobody"
        raise ReadingError(
            f"{str(path)!r} is no place: '~' stands for your own folder, and no such user is known "
            "here; expected a path without it."
        ) from None


def name_of(path: Path) -> str:
    """Return a path as a person would say it: the last two parts, forward slashes."""
    return "/".join(part.strip("/\\") for part in path.parts[-2:])
