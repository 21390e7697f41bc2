"""Reading Realignment: from one news article to events, ties and a map of alliances.

What the notebooks use most is here; it loads no plotting, no widget and no solver. A name is
fetched from its module when it is first used, so that to import the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from realignment.errors import ReadingError
from realignment.version import VERSION

if TYPE_CHECKING:
    from realignment.cases import Case, load_case, new_case
    from realignment.feedback import (
        ask,
        check,
        hint,
        load_progress,
        progress,
        save_progress,
        solution,
    )

__version__ = VERSION
__all__ = [
    "Case",
    "ReadingError",
    "ask",
    "check",
    "hint",
    "load_case",
    "load_progress",
    "new_case",
    "progress",
    "save_progress",
    "solution",
]

_IN_CASES = ("Case", "load_case", "new_case")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "cases" if name in _IN_CASES else "feedback"
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
