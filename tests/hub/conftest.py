"""Where a JupyterHub is, to be tried on: made by .ci/run, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def hub_home() -> Path:
    """Return the folder with ``venv/``, where the hub is, and ``node_modules/``, its proxy."""
    folder = Path(os.environ.get("READING_REALIGNMENT_HUB", "nowhere"))
    if not (folder / "venv").is_dir():
        pytest.skip("no JupyterHub is here: .ci/run makes one, READING_REALIGNMENT_HUB names it")
    return folder.resolve()
