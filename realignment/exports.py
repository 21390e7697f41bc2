"""Ways out: ties in the files of the programs that people use.

One function, and the ending of the name decides: ``.graphml`` (igraph, Cytoscape, Gephi), ``.gexf``
(Gephi, with time), ``.net`` (Pajek), ``.csv`` (two tables, of nodes and of edges) and ``.geojson``
(QGIS and web maps). Each holds the sign, the certainty, the days and the ids of the events behind
every tie, so that a line can be followed back from there as well.

What the formats and their readers make necessary: several ids are one text, joined with ``; ``;
a number that is whole is never ``-1.0`` beside ``-1``; Pajek's line value is the sign, and in GEXF
the weight is left out, since a weight below zero is none to Gephi; text that XML forbids is made
visible.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd

from realignment import frames, worldmap
from realignment.colours import FRIENDLY, HOSTILE, MIXED
from realignment.errors import ReadingError
from realignment.files.writing import write_whole
from realignment.ties import SIGN_WORDS, TIES
from realignment.untrusted import visible

ENDINGS = (".graphml", ".gexf", ".net", ".csv", ".geojson")

Edge = dict[str, str | int]

_COLOURS = {1: FRIENDLY, -1: HOSTILE, 0: MIXED}
_COUNTS = ("friendly", "hostile")
_HEADS = {"nodes": ["Id", "Label"], "edges": ["Source", "Target", "Type", "sign", "kind"]}
_PAJEK = {1: ("Blue", "Solid"), -1: ("OrangeRed", "Dots"), 0: ("Gray", "Solid")}
"""Colour and pattern of a line, by sign, in Pajek's words."""

_WORDS = ("certainty", "since", "until", "why", "events", "against", "made_by")
_SPELLS: frames.Schema = {"start": frames.day, "end": frames.day}


def write_ties(
    table: pd.DataFrame,
    path: str | Path,
    names: Mapping[str, str] | None = None,
    presences: pd.DataFrame | None = None,
    date: str = "",
    source: str = "",
    replace: bool = False,
) -> tuple[Path, ...]:
    """Write ties for another program; the ending of the name says for which.

    Parameters
    ----------
    table
        As :func:`realignment.ties.ties` or :func:`realignment.ties.tie_spells` returns it. Of
        spells each one becomes a tie of its own, with its first and its last day.
    path
        Where to write: a name that ends in ``.graphml``, ``.gexf``, ``.net``, ``.csv`` or
        ``.geojson``. Of ``ties.csv`` become ``ties_nodes.csv`` and ``ties_edges.csv``.
    names
        Actors to show, id to label, those without a tie too; ids are shown where there is none.
    presences
        For ``.geojson`` alone: as :func:`realignment.record.presences_at` returns them.
    date
        The day that the ties are of, as a note in the file.
    source
        Where they come from, and under which rule, as a note in the file.
    replace
        Whether a file of that name may be replaced.

    Returns
    -------
    tuple of Path
        The files that were written.

    Raises
    ------
    ReadingError
        If the ending is not known, a file is there already, it cannot be written, or, for a map, an
        actor has no place on one.
    """
    path = Path(path).expanduser()
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ReadingError(
            f"{path.name!r} says not what to write: expected a name that ends in "
            f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}."
        )
    if presences is not None and ending != ".geojson":
        raise ReadingError(
            f"Presences have no place in {path.name!r}: expected a name that ends in .geojson."
        )
    edges, directed = _edges(table)
    nodes = _nodes(edges, names or {})
    notes = {"date": visible(date), "source": visible(source)}
    if ending == ".csv":
        sheets: dict[str, list[dict[str, Any]]] = {
            "nodes": _sheet_of_nodes(nodes),
            "edges": _sheet_of_edges(edges, directed),
        }
        files = {
            path.with_name(f"{path.stem}_{name}{path.suffix}"): _csv(sheet, _HEADS[name])
            for name, sheet in sheets.items()
        }
    elif ending == ".geojson":
        files = {path: _geojson(edges, nodes, presences, notes)}
    else:
        make = {".graphml": _graphml, ".gexf": _gexf, ".net": _pajek}[ending]
        files = {path: make(_graph(edges, nodes, directed), notes)}
    there = [file.name for file in files if file.exists()]
    if there and not replace:
        raise ReadingError(
            f"{' and '.join(there)} {'is' if len(there) == 1 else 'are'} there already: expected "
            "another name, or replace=True."
        )
    for file, content in files.items():
        write_whole(file, content)
    return tuple(files)


# --- what is written, the same for all formats ------------------------------------------------


def _edges(table: pd.DataFrame) -> tuple[list[Edge], bool]:
    """Return one edge for each row, all with the same keys and types, and whether they point."""
    made = frames.frame(
        table,
        "ties",
        {**TIES, **_SPELLS},
        needs=("source", "target", "sign", "certainty"),
        expected="what ties(pairs) or tie_spells(pairs) returns",
        others=False,
    )
    made = made.rename(columns={"start": "since", "end": "until"})
    edges = []
    for row in made.to_dict("records"):
        edge: Edge = {side: visible(row[side]) for side in ("source", "target")}
        edge |= {"sign": int(row["sign"]), "kind": SIGN_WORDS[int(row["sign"])]}
        edge |= {f"{name}_acts": int(row[name]) for name in _COUNTS if name in row}
        edges.append(edge | {name: _words(row[name]) for name in _WORDS if name in row})
    pairs = {(edge["source"], edge["target"]) for edge in edges}
    both_ways = any((other, one) in pairs for one, other in pairs)
    return edges, bool(table.attrs.get("directed", both_ways))


def _words(value: object) -> str:
    """Return a cell as one text: a day as ISO 8601 writes it, ids joined, ``""`` for nothing."""
    if isinstance(value, tuple):
        return "; ".join(map(visible, value))
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return "" if pd.isna(value) else visible(value)  # type: ignore[call-overload]


def _nodes(edges: list[Edge], names: Mapping[str, str]) -> dict[str, str]:
    """Return the label of every actor, by id."""
    ids = {str(edge[side]) for edge in edges for side in ("source", "target")} | {*names}
    return {actor: visible(names.get(actor) or actor) for actor in sorted(ids)}


def _graph(edges: list[Edge], nodes: Mapping[str, str], directed: bool) -> nx.Graph[str]:
    """Return the ties as a graph; a multigraph only where a pair has several, as spells have."""
    pairs = [(edge["source"], edge["target"]) for edge in edges]
    several = len({pair if directed else tuple(sorted(pair)) for pair in pairs}) < len(pairs)
    kinds = {
        (False, False): nx.Graph,
        (False, True): nx.MultiGraph,
        (True, False): nx.DiGraph,
        (True, True): nx.MultiDiGraph,
    }
    graph: nx.Graph[str] = kinds[directed, several]()
    graph.add_nodes_from((actor, {"label": label}) for actor, label in nodes.items())
    for edge in edges:
        data = {name: value for name, value in edge.items() if name not in ("source", "target")}
        graph.add_edge(str(edge["source"]), str(edge["target"]), **data)
    return graph


# --- one function for each format -------------------------------------------------------------


def _graphml(graph: nx.Graph[str], notes: Mapping[str, str]) -> bytes:
    graph.graph.update({name: note for name, note in notes.items() if note})
    file = io.BytesIO()
    nx.write_graphml_xml(graph, file)
    return file.getvalue()


def _gexf(graph: nx.Graph[str], notes: Mapping[str, str]) -> bytes:
    graph.graph["name"] = ", ".join(filter(None, [notes["source"], notes["date"]]))
    for _, _, edge in graph.edges(data=True):
        edge["label"] = edge["kind"]
        edge["viz"] = {"color": _parts_of(_COLOURS[edge["sign"]]), "shape": _dashes(edge["sign"])}
        # Proper days, on which Gephi's timeline runs; a tie without one is always there.
        for name, role in (("since", "start"), ("until", "end")):
            if edge.get(name):
                edge[role] = edge[name]
    file = io.BytesIO()
    nx.write_gexf(graph, file)
    return file.getvalue()


def _parts_of(colour: str) -> dict[str, int]:
    return {name: int(colour[at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))}


def _dashes(sign: int) -> str:
    return {1: "solid", -1: "dashed", 0: "double"}[sign]


def _pajek(graph: nx.Graph[str], notes: Mapping[str, str]) -> bytes:
    """Write Pajek's text: the value of a line is its sign; what else is known are parameters.

    Each text stands in quotation marks: without them one reader takes a word for a keyword, and
    another an apostrophe for a quotation.
    """
    number = {actor: place for place, actor in enumerate(graph, start=1)}
    step = 2 * math.pi / max(len(graph), 1)
    lines = [f"% {note}" for note in notes.values() if note]
    lines.append(f"*Vertices {len(graph)}")
    for actor, place in number.items():
        x, y = 0.5 + 0.4 * math.sin(place * step), 0.5 - 0.4 * math.cos(place * step)
        name = _quoted(graph.nodes[actor]["label"])
        lines.append(f"{place} {_quoted(actor)} {x:.4f} {y:.4f} ellipse name {name}")
    lines.append("*Arcs" if graph.is_directed() else "*Edges")
    for one, other, edge in graph.edges(data=True):
        colour, pattern = _PAJEK[edge["sign"]]
        told = {name: str(value) for name, value in edge.items() if name != "sign" and value != ""}
        told = {"l": told["kind"], "c": colour, "p": pattern, **told}
        said = " ".join(f"{name} {_quoted(words)}" for name, words in told.items())
        lines.append(f"{number[one]} {number[other]} {edge['sign']} {said}")
    return "\n".join([*lines, ""]).encode()


def _quoted(text: str) -> str:
    """Return a text in Pajek's quotation marks, which know no escape."""
    return '"' + text.replace('"', "'").replace("\\", "/") + '"'


def _sheet_of_nodes(nodes: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{"Id": actor, "Label": label} for actor, label in nodes.items()]


def _sheet_of_edges(edges: list[Edge], directed: bool) -> list[dict[str, Any]]:
    """Return the table that Gephi's import knows by its three heads, and everybody else too."""
    kind = "Directed" if directed else "Undirected"
    return [
        {"Source": edge["source"], "Target": edge["target"], "Type": kind}
        | {name: value for name, value in edge.items() if name not in ("source", "target")}
        for edge in edges
    ]


def _csv(rows: list[dict[str, Any]], head: list[str]) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]) if rows else head, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode("utf-8")


# --- a map ------------------------------------------------------------------------------------


def _geojson(
    edges: list[Edge],
    nodes: Mapping[str, str],
    presences: pd.DataFrame | None,
    notes: Mapping[str, str],
) -> bytes:
    """Write states, ties and presences as features (RFC 7946): degrees east, degrees north."""
    places = worldmap.places()
    for actor in nodes:
        if actor not in places.index:
            raise ReadingError(
                f"{actor!r} has no place on a map: expected states by their ISO 3166-1 alpha-3 "
                "code; ties of others can be written as .graphml, .gexf, .net or .csv."
            )
    points = places.loc[[*nodes], ["lon", "lat"]].to_numpy(dtype=float)
    where = {
        actor: (float(lon), float(lat)) for actor, (lon, lat) in zip(nodes, points, strict=True)
    }
    features = [
        _feature("Point", where[actor], {"layer": "state", "id": actor, "name": label})
        for actor, label in nodes.items()
    ]
    for edge in edges:
        one, other = where[str(edge["source"])], where[str(edge["target"])]
        features.append(_feature(*_line(one, other), {"layer": "tie", **edge}))
    if presences is not None:
        needs = ("presence_id", "operator", "lat", "lon", "status")
        known = frames.frame(
            presences,
            "presences",
            {
                **dict.fromkeys(("presence_id", "operator", "status"), frames.text),
                **dict.fromkeys(("lon", "lat"), frames.number_or_none),
            },
            needs=needs,
            expected="what presences_at(record, date) returns",
        )
        rows: list[dict[Any, Any]] = known.to_dict("records")
        for row in rows:
            told = {str(name): _words(value) for name, value in row.items()}
            told = {name: words for name, words in told.items() if name not in ("lat", "lon")}
            unknown = pd.isna(row["lon"]) or pd.isna(row["lat"])
            at = None if unknown else (float(row["lon"]), float(row["lat"]))
            features.append(_feature("Point", at, {"layer": "presence", **told}))
    head = {"type": "FeatureCollection", **{name: note for name, note in notes.items() if note}}
    text = json.dumps({**head, "features": features}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _feature(kind: str, coordinates: object, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return one feature; what has no place has no geometry, as RFC 7946 says."""
    geometry = None if coordinates is None else {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": dict(properties), "geometry": geometry}


def _line(one: tuple[float, float], other: tuple[float, float]) -> tuple[str, object]:
    """Return a line the shorter way round, cut at 180 degrees where it crosses them."""
    (x0, y0), (x1, y1) = one, other
    if abs(x1 - x0) <= 180:
        return "LineString", [one, other]
    edge = math.copysign(180.0, x0)
    beyond = x1 + 2 * edge
    lat = round(y0 + (edge - x0) / (beyond - x0) * (y1 - y0), 4)
    return "MultiLineString", [[one, (edge, lat)], [(-edge, lat), other]]
