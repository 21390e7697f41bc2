"""List the digests of all data, by which the package knows what was handed out."""

from __future__ import annotations

from pathlib import Path

from realignment.files import handed_out

DATA = Path(__file__).resolve().parent.parent / "data"


def made() -> dict[Path, str]:
    """Return the file that is made here, and what it must hold."""
    paths = handed_out.handed_out(DATA)
    lines = [f"{handed_out.digest(DATA / path)}  {path}" for path in paths]
    return {handed_out.LIST: "\n".join(lines) + "\n"}
