"""The one door: a table means the same in every dress that pandas gives it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realignment import agreement, figures, frames
from realignment.actors import mentions, names_of, roll_up
from realignment.cases import read_case
from realignment.errors import ReadingError
from realignment.events import alternatives
from realignment.explorer import Explorer
from realignment.record import load_record, presences_at, sources_by_lineage
from realignment.spells import change_points, held_at, limits, merge, status_at
from realignment.ties import (
    dyads,
    in_words,
    monthly,
    read_classic,
    signed,
    snapshots,
    tie_spells,
    ties,
    to_graph,
)

CASE = read_case("niger_2024")
RECORD = load_record()
SIGNED = signed(CASE.events)
PAIRS = dyads(SIGNED, CASE.actors)
ACTS = RECORD.timeline[RECORD.timeline["kind"] == "event"].reset_index(drop=True)
BOTH = dyads(ACTS, RECORD.actors, cosign=True)
TIES = ties(PAIRS)
NAMES = names_of(CASE.actors, ["NER", "USA", "FRA", "RUS", "MLI", "BFA"])

# --- dresses ----------------------------------------------------------------------------------

Dress = Callable[[pd.DataFrame, np.random.Generator], pd.DataFrame]


def _texts(table: pd.DataFrame) -> list[str]:
    return [c for c in table if pd.api.types.infer_dtype(table[c], skipna=False) == "string"]


def _emptied(nothing: object, dtype: str = "object") -> Dress:
    def dress(table: pd.DataFrame, _random: np.random.Generator) -> pd.DataFrame:
        made = table.copy()
        for column in _texts(table):
            cells = table[column].astype(object)
            made[column] = cells.where(cells != "", nothing).astype(dtype)
        return made

    return dress


def _numbers(kind: str) -> Dress:
    def dress(table: pd.DataFrame, _random: np.random.Generator) -> pd.DataFrame:
        made = table.copy()
        for column in table.select_dtypes("number"):
            if kind == "object":
                made[column] = [None if pd.isna(v) else v for v in table[column]]
                made[column] = made[column].astype(object)
            elif kind == "text":
                made[column] = ["" if pd.isna(v) else f"{v:g}" for v in table[column]]
            else:
                made[column] = table[column].astype(kind)
        return made

    return dress


def _from_csv(table: pd.DataFrame, _random: np.random.Generator) -> pd.DataFrame:
    from io import StringIO

    return pd.read_csv(StringIO(table.to_csv(index=False)))


def _indexed(index: Callable[[int], Any]) -> Dress:
    def dress(table: pd.DataFrame, _random: np.random.Generator) -> pd.DataFrame:
        table = table if table.index.name is None else table.reset_index()
        return table.set_axis(index(len(table)))

    return dress


def _spaces(table: pd.DataFrame, _random: np.random.Generator) -> pd.DataFrame:
    return table.assign(**{column: " " + table[column] + " " for column in _texts(table)})


DRESSES: dict[str, Dress] = {
    "as it is": lambda table, _random: table,
    "NaN": _emptied(np.nan),
    "None": _emptied(None),
    "NA": _emptied(pd.NA),
    "NaN in str": _emptied(np.nan, "str"),
    "NA in string": _emptied(pd.NA, "string"),
    "category": _emptied(np.nan, "category"),
    "object": lambda table, _random: table.astype({c: object for c in _texts(table)}),
    "'nan' as text": _emptied("nan"),
    "spaces": _spaces,
    "floats": _numbers("float64"),
    "Float64": _numbers("Float64"),
    "objects": _numbers("object"),
    "numbers as text": _numbers("text"),
    "read from CSV": _from_csv,
    "columns shuffled": lambda table, random: table[list(random.permutation(table.columns))],
    "one more column": lambda table, _random: table.assign(mine=np.nan),
    "index of days": _indexed(lambda rows: pd.date_range("2020-01-01", periods=rows)),
    "index twice": _indexed(lambda rows: np.arange(rows) // 2),
    "index of names": lambda table, _random: table.set_index(table.columns[0]),
    "rows shuffled": lambda table, random: table.iloc[random.permutation(len(table))],
}

dresses = st.lists(st.sampled_from(sorted(DRESSES)), min_size=1, max_size=3)


def dressed(table: pd.DataFrame, names: list[str], seed: int) -> pd.DataFrame:
    """Return a table in several dresses, one over the other."""
    random = np.random.default_rng(seed)
    for name in names:
        if name == "index of names" and table.index.name is not None:
            continue
        table = DRESSES[name](table, random)
    return table


def plain(result: Any) -> Any:
    """Return a result without what a dress may change: the order of rows and the index."""
    if isinstance(result, pd.DataFrame):
        columns = sorted(set(result.columns) - {"mine"})
        rows = [tuple(map(_cell, row)) for row in result[columns].itertuples(index=False)]
        return columns, sorted(rows)
    if isinstance(result, pd.Series):
        return sorted(map(_cell, result))
    if isinstance(result, dict):
        return {key: plain(value) for key, value in result.items()}
    return result


def _cell(value: object) -> str:
    return str(value) if isinstance(value, tuple) else frames.plain(value)


def graph_of(table: pd.DataFrame) -> list[tuple[str, ...]]:
    return sorted((a, b, str(d)) for a, b, d in to_graph(table).edges(data=True))


WAYS: dict[str, tuple[pd.DataFrame, Callable[[pd.DataFrame], Any]]] = {
    "signed": (CASE.events, signed),
    "dyads": (SIGNED, lambda t: dyads(t, CASE.actors)),
    "dyads of the record": (ACTS, lambda t: dyads(t, RECORD.actors, cosign=True)),
    "dyads by actor": (SIGNED, lambda t: dyads(t, CASE.actors, level="actor")),
    "dyads, actors": (CASE.actors, lambda t: dyads(SIGNED, t)),
    "from signs to ties": (CASE.events, lambda t: ties(dyads(signed(t), CASE.actors))),
    "ties": (PAIRS, ties),
    "ties on a day": (BOTH, lambda t: ties(t, "both", at="2023-09-30", window="730D")),
    "ties by majority": (BOTH, lambda t: ties(t, "majority", directed=True)),
    "spells of ties": (PAIRS, lambda t: tie_spells(t, window="365D")),
    "snapshots": (BOTH, lambda t: snapshots(t, ["2020-01-01", "2023-09-30"])),
    "monthly": (BOTH, monthly),
    "network": (TIES, graph_of),
    "words": (TIES, lambda t: in_words(t, 6)),
    "states": (CASE.actors, lambda t: dict(roll_up(t))),
    "names": (CASE.actors, lambda t: names_of(t, ["NER", "USA"])),
    "mentions": (CASE.sentences, lambda t: mentions(t, CASE.actors)),
    "mentions, actors": (CASE.actors, lambda t: mentions(CASE.sentences, t)),
    "alternatives": (CASE.events, alternatives),
    "status": (RECORD.memberships, lambda t: status_at(t, "2024-03-16")),
    "held": (RECORD.memberships, lambda t: held_at(t, "2024-03-16")[["member", "start", "end"]]),
    "limits": (RECORD.presences, limits),
    "change points": (RECORD.presences, change_points),
    "merged": (RECORD.memberships, lambda t: merge(t, ["organisation", "member"])),
    "table of codings": (CASE.codings, lambda t: agreement.table(t, "quad").to_dict()),
    "where coders part": (CASE.codings, lambda t: agreement.disagreements(t, "kind").to_dict()),
    "alpha": (CASE.codings, lambda t: agreement.krippendorff(agreement.table(t, "date"))),
}


@pytest.mark.parametrize("name", WAYS)
@settings(max_examples=10)
@given(names=dresses, seed=st.integers(0, 9))
def test_a_table_means_the_same_in_every_dress(name, names, seed):
    table, call = WAYS[name]
    given_table = dressed(table, names, seed)
    before = given_table.copy(deep=True)
    assert plain(call(given_table)) == plain(call(table))
    pd.testing.assert_frame_equal(given_table, before)


@pytest.mark.parametrize("name", WAYS)
@settings(max_examples=3)
@given(part=st.sampled_from([0, 1, 5]), names=dresses)
def test_a_part_of_a_table_is_read_as_well(name, part, names):
    table, call = WAYS[name]
    if "actors" in name or name in {"states", "names"}:
        part = 999  # an actor's parents are needed too
    few = table.head(part)
    assert plain(call(dressed(few, names, 1))) == plain(call(few))


HELD = tie_spells(PAIRS, until="2025-12-31")
THERE = presences_at(RECORD, "2024-03-16")
SHOWN: dict[str, tuple[pd.DataFrame, Callable[[pd.DataFrame], str]]] = {
    "network": (TIES, lambda t: figures.network(t, NAMES, "T").words),
    "matrix": (TIES, lambda t: figures.matrix(t, NAMES, "T").words),
    "panels": (TIES, lambda t: figures.small_multiples({"2024": t}, NAMES, "T").words),
    "spells": (HELD, lambda t: figures.spell_chart(t, NAMES, "T", "2025-12-31").words),
    "map": (TIES, lambda t: figures.alliance_map(t, NAMES, "T", "2024", "S").words),
    "presences": (THERE, lambda t: figures.map_at("2024", "T", "S", presences=t).words),
    "lines": (TIES, lambda t: figures.map_at("2024", "T", "S", lines=t).words),
    "explorer, pairs": (PAIRS, lambda t: explored(t, SIGNED)),
    "explorer, events": (SIGNED, lambda t: explored(PAIRS, t)),
}


def explored(pairs: pd.DataFrame, events: pd.DataFrame) -> str:
    shown = Explorer(pairs, events, CASE.sentences, CASE.actors)
    return repr(shown) + shown.table().to_string() + str(sorted(shown.chart["cards"].items()))


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("worn", [["NaN", "floats"], ["category", "read from CSV"], ["NA"]])
def test_a_picture_says_the_same_in_every_dress(name, worn):
    table, show = SHOWN[name]
    assert show(dressed(table, worn, 0)) == show(table)


def test_a_table_read_by_pandas_is_the_table_of_the_case(root):
    read = pd.read_csv(root / "data" / "niger_2024" / "events.csv")
    for kept in (read, read.astype(object), read.astype("category")):
        made = ties(dyads(signed(kept), CASE.actors))
        pd.testing.assert_frame_equal(made, TIES)
    pd.testing.assert_frame_equal(signed(read), SIGNED)


def test_a_filtered_table_can_be_signed():
    found = signed(CASE.events.query("sentence == 7"))
    assert set(found["event_id"]) == set(SIGNED.query("sentence == 7")["event_id"])


def test_lists_in_cells_are_the_names_that_are_joined():
    apart = {name: SIGNED[name].str.split(";") for name in ("actor", "recipient", "attributed_to")}
    pd.testing.assert_frame_equal(dyads(SIGNED.assign(**apart), CASE.actors), PAIRS)


def test_codings_with_their_coder_and_sentence_as_index_are_codings():
    found = signed(CASE.codings.set_index(["coder", "sentence"]))
    assert list(found["sign"]) == list(signed(CASE.codings)["sign"])


def test_one_field_may_be_named_without_a_list():
    for of in (agreement.by_sentence, agreement.consensus):
        pd.testing.assert_frame_equal(of(CASE.codings, "quad"), of(CASE.codings, ["quad"]))


def test_pairs_come_back_from_json():
    back = pd.read_json(io.StringIO(PAIRS.to_json(orient="records", date_format="iso")))
    pd.testing.assert_frame_equal(ties(back), TIES)


def test_a_table_of_ties_comes_back_from_a_file(tmp_path):
    TIES.to_csv(tmp_path / "ties.csv", index=False)
    back = pd.read_csv(tmp_path / "ties.csv")
    assert graph_of(back) == graph_of(TIES)
    PAIRS.to_csv(tmp_path / "pairs.csv", index=False)
    pd.testing.assert_frame_equal(ties(pd.read_csv(tmp_path / "pairs.csv")), TIES)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (
            lambda: dyads(CASE.events, CASE.actors),
            r"no columns 'sign' and 'sign_rule'.*signed\(events\)",
        ),
        (lambda: signed(CASE), "given as Case: expected a table"),
        (lambda: signed(RECORD.timeline), "no columns 'mode' and 'consent' and 'valence'"),
        (lambda: ties(SIGNED), r"have no columns .* expected what dyads\(events, actors\) returns"),
        (lambda: to_graph(PAIRS), "The ties have no column 'events'"),
        (lambda: figures.network(TIES, {"NER": "Niger"}, "T"), "FRA, MLI, .* have no name: expect"),
        (lambda: figures.matrix(TIES, ["NER"], "T"), "names are given as list: expected a name"),
        (lambda: figures.map_at("2024", "T", "S", presences=TIES), "The presences have no columns"),
        (lambda: figures.spell_chart(TIES, NAMES, "T", "2025-12-31"), "columns 'start' and 'end'"),
        (lambda: Explorer(PAIRS, CASE.sentences), "The events have no columns"),
        (lambda: Explorer(PAIRS, SIGNED, window=730), "write '730D'"),
        (lambda: sources_by_lineage(TIES), "no column 'lineage'"),
        (lambda: roll_up(CASE.actors[["actor_id"]]), "no columns 'level' and 'parent'"),
        (lambda: roll_up(CASE.actors.iloc[1:]), "belongs to 'NER', which is not in the table"),
        (lambda: mentions(CASE.sentences, CASE.events), "have no column"),
        (lambda: dyads(SIGNED, CASE.actors, level="country"), "'country' is not a level.*state, a"),
        (lambda: dyads(SIGNED.assign(sign="friendly"), CASE.actors), "index 0, column 'sign'"),
        (lambda: dyads(SIGNED.assign(sign=3), CASE.actors), "3 is no sign; expected -1, 0 or 1"),
        (lambda: dyads(SIGNED.assign(sign=np.nan), CASE.actors), "nothing is there"),
        (lambda: ties(PAIRS.assign(certainty="ct")), "'ct' is not known; expected one of CT"),
        (lambda: ties(PAIRS.assign(when="soon")), "column 'when': 'soon' is not a date"),
        (lambda: signed(CASE.events.assign(kind="Event")), "'Event' is not known; expected one of"),
        (lambda: signed(pd.concat([CASE.events] * 2, axis=1)), "have the column .* twice"),
        (lambda: ties(PAIRS, at="2024-03"), "'2024-03' is not a day: it is a month"),
        (lambda: ties(PAIRS, at="soon"), "'soon' is not a date"),
        (lambda: ties(PAIRS, at="12.03.2024"), "2024-03-12 or 2024-12-03, whichever is meant"),
        (lambda: ties(PAIRS, at="03/04/2024"), "2024-04-03 or 2024-03-04, whichever is meant"),
        (lambda: ties(PAIRS, at=2024), "2024 is not a day"),
        (lambda: tie_spells(PAIRS, until="2024"), "'2024' is not a day: it is a year"),
        (lambda: snapshots(PAIRS, ["2024-03"]), "'2024-03' is not a day"),
        (lambda: snapshots(PAIRS, "2024-03-16"), "expected a list of days"),
        (lambda: snapshots(PAIRS, None), "None is no list of days"),
        (
            lambda: dyads(SIGNED.assign(actor=SIGNED["actor"].str.lower()), CASE.actors),
            r"name 'bfa', which is not in the table of actors \(is 'BFA' meant\?\)",
        ),
        (lambda: ties(PAIRS, window=pd.Timedelta(hours=36)), "is no length of time in days"),
        (lambda: held_at(RECORD.memberships, "2024"), "'2024' is not a day"),
        (lambda: ties(PAIRS, window=730), "window=730 is no length of time.*write '730D'"),
        (lambda: ties(PAIRS, window="730"), "write '730D' for 730 days"),
        (lambda: ties(PAIRS, window=pd.Timedelta(730)), "is no length of time in days"),
        (lambda: ties(PAIRS, window="2 years"), "write '730D'"),
        (lambda: tie_spells(PAIRS, window=0), "is no length of time"),
        (lambda: merge(RECORD.memberships, ["state"]), "no column 'state': expected 'state' and"),
        (lambda: agreement.table(CASE.codings.assign(main="Y"), "kind"), "'Y' is not known"),
        (lambda: agreement.cohen(["1", "2"], ["one", "two"]), "no code in common .1 .*, one"),
        (lambda: agreement.cohen(["Event", "state"], ["EVENT", "STATE"]), "no code in common"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(call, says):
    with pytest.raises(ReadingError, match=says):
        call()


def test_days_and_windows_in_every_form_that_is_certain():
    expected = ties(PAIRS, at="2024-03-20", window="30D")
    for day in (pd.Timestamp("2024-03-20 15:00"), pd.Timestamp("2024-03-20").date()):
        for window in ("30 days", "30d", pd.Timedelta(days=30), np.timedelta64(30, "D")):
            pd.testing.assert_frame_equal(ties(PAIRS, at=day, window=window), expected)


def test_directed_ties_make_a_network_that_keeps_both_signs():
    one_way = {"event_id": "e1", "act": "e1", "source": "A", "target": "B", "sign": 1}
    back = {"event_id": "e2", "act": "e2", "source": "B", "target": "A", "sign": -1}
    pairs = pd.DataFrame([one_way, back]).assign(
        certainty="CT+", when=pd.Timestamp("2020-01-01"), ends=None, made_by="act"
    )
    graph = to_graph(ties(pairs, directed=True))
    assert graph.is_directed()
    assert (graph.edges["A", "B"]["sign"], graph.edges["B", "A"]["sign"]) == (1, -1)
    assert to_graph(ties(pairs.head(1), directed=True)).is_directed()
    assert not to_graph(ties(pairs)).is_directed()
    unmarked = ties(pairs, directed=True)
    unmarked.attrs.clear()
    assert to_graph(unmarked).is_directed()
    with pytest.raises(ReadingError, match="have two ties in the table"):
        to_graph(pd.concat([ties(pairs), ties(pairs)]))
    with pytest.raises(ReadingError, match="AUH and RUS have two ties"):
        to_graph(read_classic("europe_1872_1907"))


def test_codes_are_compared_by_what_they_mean():
    quad = CASE.codings.query("coder == 'A' and quad != '-' and main == 'yes'")["quad"]
    for other in (quad.astype(int), quad.astype(float), quad.astype("category"), quad + ".0"):
        assert agreement.cohen(quad, other).value == 1
        assert agreement.percent(other, quad).value == 1
    assert agreement.cohen([True, False], ["yes", "no"]).value == 1


def test_a_long_chain_of_parents_is_followed_at_once():
    ids = [f"A{number}" for number in range(20_000)]
    chain = pd.DataFrame({"actor_id": ids, "level": "organ", "parent": [*ids[1:], ""]})
    chain.loc[19_999, "level"] = "state"
    assert set(roll_up(chain)) == {"A19999"}
    with pytest.raises(ReadingError, match="come back to it"):
        roll_up(chain.assign(level="organ", parent=[*ids[1:], ids[0]]))
