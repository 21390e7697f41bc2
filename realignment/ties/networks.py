"""Ties as a network: those of the literature, and any table of ties for a graph or a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from realignment.errors import ReadingError
from realignment.files import find_data, read_table
from realignment.frames import frame
from realignment.ties.columns import TIES

if TYPE_CHECKING:
    import networkx as nx


def read_classic(name: str) -> pd.DataFrame:
    """Read a signed network of the literature as ties.

    Parameters
    ----------
    name
        ``"highlands_1954"`` (Read 1954) or ``"europe_1872_1907"`` (Antal, Krapivsky and Redner
        2006); the full citations are in ``data/README.md``.

    Returns
    -------
    DataFrame
        One row a tie: ``source``, ``target``, ``sign`` (int); ``certainty`` (``CT+``: taken as
        the authors drew it) and ``events`` (none), as figures and :func:`to_graph` expect them.
        The European ties have ``start`` and ``end`` too, for
        :func:`realignment.spells.held_at`.
    """
    columns = ["source", "target", "sign"]
    path = find_data() / "classics" / f"{name}.csv"
    table = read_table(path, columns, optional=["start", "end"]).astype({"sign": int})
    if not (table["start"] != "").any():
        table = table[columns]
    return table.assign(certainty="CT+", events=pd.Series([()] * len(table), dtype=object))


def to_graph(
    table: pd.DataFrame, actors: Iterable[str] | None = None, directed: bool | None = None
) -> nx.Graph[Any]:
    """Return ties as a signed network.

    Parameters
    ----------
    table
        As :func:`ties` returns it.
    actors
        Actors to show even without a tie.
    directed
        Whether a tie runs one way. ``None``: as the table was made; a table that does not know is
        directed if it has a pair both ways.

    Returns
    -------
    networkx.Graph
        Edges carry ``sign``, ``events`` and ``certainty``. For directed ties a ``DiGraph``, which
        keeps both signs where two states part over each other.

    Raises
    ------
    ReadingError
        If a pair is there twice, since one of the two signs would be lost.
    """
    import networkx as nx  # heavy, and most lessons make no graph

    needs = ("source", "target", "sign", "events", "certainty")
    made = frame(
        table,
        "ties",
        TIES,
        needs=needs,
        expected="what ties(pairs) returns",
        others=False,
    )
    both_ways = set(zip(made["source"], made["target"], strict=True)) & set(
        zip(made["target"], made["source"], strict=True)
    )
    if directed is None:
        directed = bool(table.attrs.get("directed", both_ways))
    graph: nx.Graph[Any] = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(sorted({*(actors or []), *made["source"], *made["target"]}))
    for row in made.to_dict("records"):
        one, other = row["source"], row["target"]
        if graph.has_edge(one, other):
            raise ReadingError(
                f"{one} and {other} have two ties in the table; expected one for each pair, as on "
                "one day or under one rule."
            )
        graph.add_edge(
            one, other, sign=row["sign"], events=row["events"], certainty=row["certainty"]
        )
    return graph


def read_ties(
    table: pd.DataFrame, names: Mapping[str, str] | None = None, more: Sequence[str] = ()
) -> pd.DataFrame:
    """Return ties as a figure needs them, whatever the table has been through.

    Parameters
    ----------
    table
        As :func:`ties` returns it, or :func:`tie_spells`.
    names
        Labels by id: each actor of a tie must have one. ``None``: no names are needed.
    more
        Columns that are needed beside the pair, its sign and its certainty.

    Raises
    ------
    ReadingError
        If a column is missing, a cell cannot be read, or an actor has no name.
    """
    needs = ("source", "target", "sign", "certainty", *more)
    made = frame(table, "ties", TIES, needs, "what ties(pairs) returns")
    if names is None:
        return made
    if not isinstance(names, Mapping):
        raise ReadingError(
            f"The names are given as {type(names).__name__}: expected a name for each actor_id, "
            "such as {'NER': 'Niger'}."
        )
    nameless = sorted({*made["source"], *made["target"]} - set(names))
    if nameless:
        raise ReadingError(
            f"{', '.join(nameless)} of the ties {'has' if len(nameless) == 1 else 'have'} no name: "
            f"expected one beside those of {', '.join(names)}, or only ties between these."
        )
    return made


def in_words(table: pd.DataFrame, actors: int) -> str:
    """Say what a picture of these ties shows: the count of ties and of pairs without one.

    >>> in_words(pd.DataFrame({"sign": [1, -1], "certainty": ["CT+", "PR+"]}), 4)
    '4 actors; 1 friendly and 1 hostile tie; 1 tie not certain; 4 pairs unknown.'
    """
    table = frame(table, "ties", TIES, needs=("sign", "certainty"), others=False)
    friendly, hostile, mixed = ((table["sign"] == s).sum() for s in (1, -1, 0))
    unsure = int((table["certainty"] != "CT+").sum())
    unknown = actors * (actors - 1) // 2 - len(table)
    parts = [f"{actors} actors"]
    total = f"{friendly} friendly and {hostile} hostile tie{'' if hostile == 1 else 's'}"
    parts.append(total + (f", {mixed} mixed" if mixed else ""))
    if unsure:
        parts.append(f"{unsure} tie{'' if unsure == 1 else 's'} not certain")
    parts.append(f"{unknown} pair{'' if unknown == 1 else 's'} unknown")
    return "; ".join(parts) + "."
