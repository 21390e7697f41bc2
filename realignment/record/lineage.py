"""Sources are counted by where the wording comes from, not by who printed it."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from realignment import frames
from realignment.frames import frame

THROUGH = ", through "
"""In a lineage, what stands between the origin and who carried it."""


class Origins(NamedTuple):
    """How many independent sources stand behind some rows."""

    independent: int
    """Number of different origins that are known."""
    unknown: int
    """Number of rows whose origin is not known: they may or may not share one."""
    origins: tuple[str, ...]
    """The known origins, in alphabetical order."""


def sources_by_lineage(rows: pd.DataFrame) -> Origins:
    """Count independent sources: by where the wording comes from, not by who printed it.

    Parameters
    ----------
    rows
        Any table with a column ``lineage``: the timeline, presences, a case's claims.

    Returns
    -------
    Origins
        A text of AFP in five papers counts once; a communiqué carried by an agency counts as the
        communiqué; rows of unknown lineage are counted apart and add nothing.

    Raises
    ------
    ReadingError
        If the table has no column ``lineage``.
    """
    expected = "one that says where each row comes from"
    rows = frame(rows, "rows", {"lineage": frames.text}, ("lineage",), expected)
    origins = {
        part.split(THROUGH)[0].strip()
        for lineage in rows["lineage"]
        for part in lineage.split(";")
        if part.strip()
    }
    unknown = int((rows["lineage"] == "").sum())
    return Origins(len(origins), unknown, tuple(sorted(origins)))
