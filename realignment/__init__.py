"""Reading Realignment: from one news article to events, ties and a map of alliances.

What the notebooks use most is here; it loads no plotting, no widget and no solver.
"""

from realignment.cases import Case, load_case, new_case
from realignment.errors import ReadingError
from realignment.feedback import (
    ask,
    check,
    hint,
    load_progress,
    progress,
    save_progress,
    solution,
)
from realignment.version import VERSION

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
