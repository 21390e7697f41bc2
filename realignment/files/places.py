"""Where the module's data lies, and what a place is called."""

from __future__ import annotations

from pathlib import Path

from realignment.errors import DataError

PACKAGE = Path(__file__).resolve().parent.parent
"""The folder of the package itself."""


def find_data() -> Path:
    """Return the module's ``data`` folder.

    It is looked for from the working directory upwards, then beside the package: Binder installs
    the package as a copy, so that data/ is not beside it there.

    Raises
    ------
    DataError
        If no folder is found; the sentence says what was looked for.
    """
    here = Path.cwd()
    for folder in [here, *here.parents, PACKAGE.parent]:
        if (folder / "data" / "codebook" / "plover_types.csv").is_file():
            return folder / "data"
    raise DataError(
        f"No data folder was found from {here} upwards or beside the package: expected a folder "
        "'data' with 'codebook/plover_types.csv' in it; start Jupyter inside the module's folder."
    )


def name_of(path: Path) -> str:
    """Return a path as a person would say it: the last two parts, forward slashes."""
    return "/".join(path.parts[-2:])
