"""What all tests share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

# repo2docker, which says what Binder does, needs a POSIX system.
collect_ignore = ["test_binder.py"] if sys.platform == "win32" else []

# The same examples in each run, on each machine, however slow; and no folder left behind.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")


@pytest.fixture
def root() -> Path:
    """Return the module's folder."""
    return Path(__file__).resolve().parent.parent
