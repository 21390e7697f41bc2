"""What holds for every test, those that nbval makes of notebooks included."""

from __future__ import annotations

import pytest
from nbval.plugin import IPyNbFile

from realignment.kept import MEDIA_TYPE


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Let nbval pass over what a check keeps: its digest follows the cell, not its output."""
    if isinstance(collector, IPyNbFile):
        collector.skip_compare += (MEDIA_TYPE,)
