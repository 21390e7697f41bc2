"""The map that a class would draw: each coder's ties, and the share of coders who have a line."""

from __future__ import annotations

import numpy as np
import pandas as pd

from realignment.cases import Case
from realignment.errors import ReadingError
from realignment.events import CODINGS
from realignment.frames import frame, text
from realignment.spells import Day
from realignment.ties import Rule, Window, dyads, signed, ties

_NEEDS = ("kind", "actor", "recipient")
"""What must be coded before a row can draw a line."""

_LINES = ["source", "target", "sign", "count", "share", "sure", "coders"]

_BETWEEN = "\x1f"  # stands in no pseudonym and in no id of an actor


def own_ties(
    codings: pd.DataFrame,
    case: Case,
    rule: Rule = "latest",
    at: Day | None = None,
    window: Window | None = None,
    least: str = "PS+",
) -> pd.DataFrame:
    """Return the ties of each coder, from that coder's main rows alone.

    Parameters
    ----------
    codings
        Rows of any number of coders, as ``case.codings`` has them.
    case
        The story, for its actors.
    rule, at, window, least
        As in :func:`realignment.ties.ties`.

    Returns
    -------
    DataFrame
        ``coder``, and the columns of ties; ``events`` are the rows of that coder (``P07-3``).
    """
    rows = signed(codings)
    pairs = dyads(rows, case.actors)
    coder = pairs["event_id"].map(dict(zip(rows["event_id"], rows["coder"], strict=True)))
    # One call for all: the states of one coder are others than those of the next.
    apart = pairs.assign(
        source=coder + _BETWEEN + pairs["source"], target=coder + _BETWEEN + pairs["target"]
    )
    made = ties(apart, rule=rule, at=at, window=window, least=least)
    coders = [name.partition(_BETWEEN)[0] for name in made["source"]]
    for side in ("source", "target"):
        made[side] = pd.array([name.partition(_BETWEEN)[2] for name in made[side]], dtype="str")
    made.insert(0, "coder", pd.Series(coders, dtype="str"))
    return made


def who_can_draw(codings: pd.DataFrame) -> list[str]:
    """Return the coders whose sheets hold what a map needs: kind, actor and recipient."""
    table = frame(codings, "codings", CODINGS | {"coder": text}, ("coder", *_NEEDS))
    full = (table[[*_NEEDS]] != "").all(axis="columns")
    return sorted(table.loc[full, "coder"].unique())


def class_lines(own: pd.DataFrame, coders: int) -> pd.DataFrame:
    """Return the lines of a class, with the share of it that would draw each.

    Parameters
    ----------
    own
        As :func:`own_ties` returns it.
    coders
        How many could have drawn a line: the length of :func:`who_can_draw`.

    Returns
    -------
    DataFrame
        One row for each pair and sign that somebody has: ``source``, ``target``, ``sign``,
        ``count``, ``share`` (0 to 1), ``sure`` (the share of these whose row is certain),
        ``coders`` (who). The most common line of a pair comes first, the most common pairs too.

    Raises
    ------
    ReadingError
        If there are more coders among the lines than could have drawn one.
    """
    if own["coder"].nunique() > coders:
        raise ReadingError(
            f"{own['coder'].nunique()} coders have lines: expected the number of all, not {coders}."
        )
    if own.empty:
        return pd.DataFrame(columns=_LINES)
    pairs = own.groupby(["source", "target", "sign"], sort=True, observed=True)
    lines = pairs.agg(
        count=("coder", "size"),
        sure=("certainty", lambda codes: float(np.mean(codes == "CT+"))),
        coders=("coder", lambda names: tuple(sorted(names))),
    ).reset_index()
    lines.insert(4, "share", lines["count"] / max(coders, 1))
    of_pair = lines.groupby(["source", "target"])["count"].transform("max")
    order = np.lexsort(
        (-lines["count"], lines["target"], lines["source"], -of_pair)  # the last counts first
    )
    return lines.iloc[order].reset_index(drop=True)


def per_cent(share: float) -> str:
    """Return a share in whole per cent; 100 is everybody, and 0 nobody.

    >>> [per_cent(share) for share in (0, 0.001, 0.825, 0.995, 1)]
    ['0', '1', '82', '99', '100']
    """
    if share in (0, 1):
        return f"{100 * share:.0f}"
    return f"{min(max(100 * share, 1), 99):.0f}"
