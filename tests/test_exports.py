"""Ways out: every file is read back by a program that did not write it."""

from __future__ import annotations

import csv
import itertools
import json
import re
from xml.etree import ElementTree

import igraph
import networkx as nx
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from realignment.actors import names_of
from realignment.cases import read_case
from realignment.errors import ReadingError
from realignment.exports import ENDINGS, write_ties
from realignment.record import load_record, presences_at
from realignment.ties import dyads, signed, tie_spells, ties
from realignment.worldmap import places

DAY = "2024-03-16"
EDGE_COLUMNS = {"sign", "kind", "certainty", "since", "events", "against", "made_by"}


@pytest.fixture(scope="module")
def pairs():
    case = read_case("niger_2024")
    return dyads(signed(case.events), case.actors)


@pytest.fixture(scope="module")
def table(pairs):
    return ties(pairs, "both")


@pytest.fixture(scope="module")
def names(table):
    return names_of(read_case("niger_2024").actors, sorted({*table["source"], *table["target"]}))


@pytest.fixture(scope="module")
def spells():
    record = load_record()
    acts = record.timeline[record.timeline["kind"] == "event"]
    return tie_spells(dyads(acts, record.actors))


def expected(table) -> dict[frozenset, tuple]:
    return {
        frozenset((row.source, row.target)): (
            row.sign,
            row.certainty,
            "; ".join(row.events),
            "" if pd.isna(row.since) else f"{row.since:%Y-%m-%d}",
        )
        for row in table.itertuples()
    }


def found(edges, name=lambda node: node) -> dict[frozenset, tuple]:
    return {
        frozenset((name(a), name(b))): (e["sign"], e["certainty"], e["events"], e["since"])
        for a, b, e in edges
    }


def test_graphml_is_read_by_networkx_and_by_igraph(table, names, tmp_path):
    (path,) = write_ties(table, tmp_path / "ties.graphml", names, date=DAY, source="One article.")
    graph = nx.read_graphml(path)
    assert found(graph.edges(data=True)) == expected(table)
    assert dict(graph.nodes(data="label")) == names
    assert graph.graph["date"] == DAY and graph.graph["source"] == "One article."
    assert {type(e["sign"]) for *_, e in graph.edges(data=True)} == {int}
    other = igraph.Graph.Read_GraphML(str(path))
    edges = [(other.vs[e.source]["id"], other.vs[e.target]["id"], e.attributes()) for e in other.es]
    assert found(edges) == expected(table) and set(edges[0][2]) >= EDGE_COLUMNS
    assert not other.is_directed()


def test_gexf_has_proper_days_and_no_weight_below_zero(table, names, tmp_path):
    (path,) = write_ties(table, tmp_path / "ties.gexf", names)
    graph = nx.read_gexf(path)
    read = expected(table)
    assert found(graph.edges(data=True)) == read
    assert dict(graph.nodes(data="label")) == names
    root = ElementTree.parse(path).getroot()
    space = {"g": root.tag[1:].partition("}")[0]}
    drawn = root.find("g:graph", space)
    assert drawn.get("mode") == "dynamic" and drawn.get("timeformat") == "date"
    edges = drawn.findall(".//g:edge", space)
    assert len(edges) == len(table)
    for edge in edges:
        since = read[frozenset((edge.get("source"), edge.get("target")))][3]
        assert edge.get("start", "") == since and re.fullmatch(r"(\d{4}-\d\d-\d\d)?", since)
        assert edge.get("weight") is None


def test_pajek_keeps_the_sign_as_the_value_of_a_line(table, names, tmp_path):
    (path,) = write_ties(table, tmp_path / "ties.net", names, source="One article.")
    want = {pair: (sign, *rest) for pair, (sign, *rest) in expected(table).items()}
    graph = nx.read_pajek(path)
    assert {
        frozenset((a, b)): (e["weight"], e["certainty"], e["events"], e.get("since", ""))
        for a, b, e in graph.edges(data=True)
    } == want
    other = igraph.Graph.Read_Pajek(str(path))
    label = other.vs["name"]
    assert {
        frozenset((label[e.source], label[e.target])): (
            e["weight"],
            e["certainty"],
            e["events"],
            e["since"] or "",
        )
        for e in other.es
    } == want
    assert {e["weight"] for e in other.es} == {-1, 0, 1}
    lines = path.read_text(encoding="utf-8")
    assert lines.startswith("% One article.\n") and not re.search(r"-1\.0|1\.0 l ", lines)


def test_csv_is_two_tables_that_gephi_knows_by_their_heads(table, names, tmp_path):
    nodes, edges = write_ties(table, tmp_path / "ties.csv", names)
    assert (nodes.name, edges.name) == ("ties_nodes.csv", "ties_edges.csv")
    assert pd.read_csv(nodes).set_index("Id")["Label"].to_dict() == names
    read = pd.read_csv(edges, keep_default_na=False)
    assert list(read.columns[:4]) == ["Source", "Target", "Type", "sign"]
    rows = [(row["Source"], row["Target"], row) for row in read.to_dict("records")]
    assert found(rows) == expected(table) and set(read["Type"]) == {"Undirected"}
    with edges.open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    graph = igraph.Graph.DictList(
        vertices=[{"name": name} for name in names],
        edges=[{"source": row["Source"], "target": row["Target"]} for *_, row in rows],
    )
    assert graph.ecount() == len(table) and first["sign"] in {"-1", "0", "1"}


def test_geojson_holds_states_ties_and_presences_where_they_lie(table, names, tmp_path):
    presences = presences_at(load_record(), DAY)
    (path,) = write_ties(table, tmp_path / "map.geojson", names, presences, date=DAY)
    read = json.loads(path.read_text(encoding="utf-8"))
    assert read["type"] == "FeatureCollection" and read["date"] == DAY
    layers: dict[str, list] = {}
    for feature in read["features"]:
        assert feature["type"] == "Feature"
        layers.setdefault(feature["properties"]["layer"], []).append(feature)
    assert {f["properties"]["id"]: f["properties"]["name"] for f in layers["state"]} == names
    where = places()
    for feature in layers["tie"]:
        told = feature["properties"]
        ends = [[where.at[told[side], axis] for axis in ("lon", "lat")] for side in ENDS]
        assert feature["geometry"] == {"type": "LineString", "coordinates": ends}
    rows = [
        (f["properties"]["source"], f["properties"]["target"], f["properties"])
        for f in layers["tie"]
    ]
    assert found(rows) == expected(table)
    told = {f["properties"]["presence_id"]: f for f in layers["presence"]}
    assert len(told) == len(presences)
    for row in presences.itertuples():
        feature = told[row.presence_id]
        assert feature["geometry"]["coordinates"] == [row.lon, row.lat]
        assert feature["properties"]["status"] == row.status


ENDS = ("source", "target")


def test_a_line_across_the_date_line_is_cut_there(tmp_path):
    tie = pd.DataFrame({"source": ["FJI"], "target": ["WSM"], "sign": [1], "certainty": ["CT+"]})
    (path,) = write_ties(tie, tmp_path / "far.geojson")
    line = json.loads(path.read_text())["features"][-1]["geometry"]
    assert line["type"] == "MultiLineString"
    (west, edge), (other_edge, east) = line["coordinates"]
    assert (edge[0], other_edge[0]) == (180.0, -180.0) and edge[1] == other_edge[1]
    assert west[0] > 178 and east[0] < -171 and west[1] < edge[1] < east[1]


@pytest.mark.parametrize("ending", [".graphml", ".gexf", ".net"])
def test_spells_keep_every_tie_of_a_pair_with_its_days(spells, tmp_path, ending):
    (path,) = write_ties(spells, tmp_path / f"spells{ending}")
    readers = {".graphml": nx.read_graphml, ".gexf": nx.read_gexf, ".net": nx.read_pajek}
    graph = readers[ending](path)
    read = sorted(
        (
            *sorted((a, b)),
            int(e.get("sign", e["weight"] if ending == ".net" else 0)),
            e.get("since", ""),
            e.get("until", ""),
        )
        for a, b, e in graph.edges(data=True)
    )
    want = sorted(
        (*sorted((row.source, row.target)), row.sign, row.start, row.end)
        for row in spells.itertuples()
    )
    assert read == want and len(set(map(lambda e: e[:2], read))) < len(read)


@pytest.mark.parametrize("ending", ENDINGS)
def test_directed_ties_stay_directed(pairs, tmp_path, ending):
    table = ties(pairs, "both", directed=True)
    path = write_ties(table, tmp_path / f"ties{ending}")[-1]
    want = {(row.source, row.target) for row in table.itertuples()}
    if ending == ".graphml":
        assert set(nx.read_graphml(path).edges()) == want
        assert igraph.Graph.Read_GraphML(str(path)).is_directed()
    elif ending == ".gexf":
        assert set(nx.read_gexf(path).edges()) == want
    elif ending == ".net":
        assert set(nx.DiGraph(nx.read_pajek(path)).edges()) == want
    elif ending == ".csv":
        assert set(pd.read_csv(path)["Type"]) == {"Directed"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_replaced_only_if_asked(table, tmp_path, ending):
    paths = write_ties(table, tmp_path / f"ties{ending}")
    for path in paths:
        path.write_text("mine", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"there already: expected another name, or replace"):
        write_ties(table, tmp_path / f"ties{ending}")
    assert [path.read_text(encoding="utf-8") for path in paths] == ["mine"] * len(paths)
    assert write_ties(table, tmp_path / f"ties{ending}", replace=True) == paths
    assert "mine" not in [path.read_text(encoding="utf-8") for path in paths]


def test_one_of_two_tables_that_is_there_keeps_the_other_from_being_written(table, tmp_path):
    (tmp_path / "ties_edges.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"^ties_edges\.csv is there already"):
        write_ties(table, tmp_path / "ties.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["ties_edges.csv"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("ties.xlsx", r"'ties\.xlsx' says not what to write: expected a name that ends in \.graph"),
        ("ties", "'ties' says not what to write"),
        ("nowhere/ties.gexf", "was not written: there is no such folder"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_sentence(table, tmp_path, name, says):
    with pytest.raises(ReadingError, match=says):
        write_ties(table, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_what_has_no_place_on_a_map_is_named(table, tmp_path):
    lone = table.assign(source="ECOWAS")
    with pytest.raises(ReadingError, match="'ECOWAS' has no place on a map: expected states by"):
        write_ties(lone, tmp_path / "map.geojson")
    with pytest.raises(ReadingError, match=r"Presences have no place in 'ties\.gexf'"):
        write_ties(table, tmp_path / "ties.gexf", presences=pd.DataFrame())
    with pytest.raises(ReadingError, match="have no column 'sign'"):
        write_ties(table.drop(columns="sign"), tmp_path / "ties.gexf")


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_tie_at_all_makes_a_file_too(table, tmp_path, ending):
    path = write_ties(table.iloc[:0], tmp_path / f"none{ending}", {"NER": "Niger"})[0]
    assert "NER" in path.read_text(encoding="utf-8")


HARD = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(label=HARD, event=HARD, signs=st.lists(st.sampled_from([1, -1, 0]), min_size=3, max_size=3))
def test_any_text_comes_back_from_every_reader(tmp_path, label, event, signs):
    actors = ["A", "B", "C"]
    made = pd.DataFrame(itertools.combinations(actors, 2), columns=["source", "target"]).assign(
        sign=signs, certainty="PR+", events=[(event,)] * 3
    )
    names = dict(zip(actors, [label, "B", "C"], strict=True))
    kept = {}
    for ending in (".graphml", ".gexf", ".net"):
        (kept[ending],) = write_ties(made, tmp_path / f"x{ending}", names, replace=True)
    for graph in (nx.read_graphml(kept[".graphml"]), nx.read_gexf(kept[".gexf"])):
        assert sorted(e["sign"] for *_, e in graph.edges(data=True)) == sorted(signs)
    assert len(igraph.Graph.Read_GraphML(str(kept[".graphml"])).es) == 3
    assert sorted(e["weight"] for *_, e in nx.read_pajek(kept[".net"]).edges(data=True)) == sorted(
        signs
    )
    assert sorted(igraph.Graph.Read_Pajek(str(kept[".net"])).es["weight"]) == sorted(signs)
