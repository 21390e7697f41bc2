"""The record as the questions of several lessons read it, loaded once for all of them."""

from __future__ import annotations

from functools import cache

import pandas as pd

from realignment.record import Record, load_record
from realignment.ties import dyads


@cache
def record() -> Record:
    """Return the record that comes with the module."""
    return load_record()


@cache
def acts() -> pd.DataFrame:
    """Return its acts: the rows of the timeline that are events."""
    return record().timeline.query("kind == 'event'")


def either_way(*pairs: str) -> dict[str, str]:
    """Return pairs such as ``FRA-NER``, each with its name the other way round."""
    return {pair: "-".join(reversed(pair.split("-"))) for pair in pairs}


@cache
def spread_acts(cosign: bool = False) -> pd.DataFrame:
    """Return its acts as dyads between states; with the ties of co-signature, if asked for."""
    return dyads(acts(), record().actors, cosign=cosign)
