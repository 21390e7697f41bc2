"""What holds for every test, those that nbval makes of notebooks included.

Which tests stay together when several workers share a run (``pytest -n auto``): the cells of a
notebook need one kernel and their order; a file of tests, what it has computed once; all tests in a
browser, one lab; all tests of a lesson's questions, the answers that are tried on them. What takes
longest starts first, so that no worker waits for another at the end.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from nbval.plugin import IPyNbFile

from realignment.kept import MEDIA_TYPE

FIRST = (
    "tests/browser/",
    "tests/test_original.py",
    "tests/test_binder.py",
    "tests/test_answers.py",
    "tests/test_fresh.py",
)
"""The longest, the longest of them first."""
SLOW = (*FIRST[:3], "tests/test_wheel.py", "notebooks/", "solutions/", "exercises/")
"""What starts a browser, a kernel or an installation; single tests that do are marked in place."""


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Let nbval pass over what a check keeps: its digest follows the cell, not its output."""
    if isinstance(collector, IPyNbFile):
        collector.skip_compare += (MEDIA_TYPE,)


def group(nodeid: str) -> str:
    """Return the name of the tests that stay with a test."""
    file, _, test = nodeid.partition("::")
    if file.startswith("tests/browser/"):
        return "tests/browser/"
    asked = re.search(r"\[(\d+)\.\d+[-\]]", test)  # of a question, such as 10.6
    return f"questions of lesson {asked[1]}" if asked else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests out by these groups, in the order of their collection."""
    from xdist.scheduler import LoadScopeScheduling

    class Groups(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group(nodeid)

    config.option.loadscopereorder = False
    return Groups(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, and mark what the quick half leaves out."""
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.slow)
    ranks = {start: rank for rank, start in enumerate(FIRST)}

    def rank(item: pytest.Item) -> int:
        return next((n for start, n in ranks.items() if item.nodeid.startswith(start)), len(ranks))

    items.sort(key=rank)
