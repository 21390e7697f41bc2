"""Ties over time: spells and snapshots, held to the rule that they come from, and their figures."""

from __future__ import annotations

import literature
import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realignment import balance, figures, spells
from realignment.cases import read_case
from realignment.record import load_record
from realignment.ties import (
    RULES,
    dyads,
    read_classic,
    signed,
    snapshots,
    tie_spells,
    ties,
    to_graph,
)

SAHEL = {
    "USA": "United States",
    "FRA": "France",
    "NER": "Niger",
    "MLI": "Mali",
    "BFA": "Burkina Faso",
    "RUS": "Russia",
    "TCD": "Chad",
    "MRT": "Mauritania",
}


def recorded(cosign=False):
    record = load_record()
    acts = record.timeline[record.timeline["kind"] == "event"]
    pairs = dyads(acts, record.actors, cosign=cosign)
    return pairs[pairs["source"].isin(SAHEL) & pairs["target"].isin(SAHEL)]


def acted(*rows):
    """Make dyads of rows (source, target, sign, day), and of (..., day on which it ends)."""
    table = pd.DataFrame(
        [(*row, "")[:5] for row in rows], columns=["source", "target", "sign", "when", "ends"]
    )
    names = [f"E{number:02}" for number in range(len(table))]
    days = {c: pd.to_datetime(table[c]).astype("datetime64[s]") for c in ("when", "ends")}
    return table.assign(event_id=names, act=names, certainty="CT+", made_by="act", **days)


def of_pair(table, one, other):
    chosen = table[(table["source"] == one) & (table["target"] == other)]
    return list(chosen[["sign", "start", "end", "why"]].itertuples(index=False, name=None))


# --- spells -----------------------------------------------------------------------------------


def test_a_contrary_act_ends_a_spell_and_begins_the_next():
    found = tie_spells(acted(("A", "B", 1, "2010-01-01"), ("B", "A", -1, "2015-01-01")))
    assert of_pair(found, "A", "B") == [
        (1, "2010-01-01", "2015-01-01", "contrary act"),
        (-1, "2015-01-01", "", ""),
    ]
    assert list(found["events"]) == [("E00",), ("E01",)]


def test_a_second_act_of_the_same_sign_begins_nothing_new():
    found = tie_spells(acted(("A", "B", 1, "2010-01-01"), ("A", "B", 1, "2012-01-01")))
    assert of_pair(found, "A", "B") == [(1, "2010-01-01", "", "")]
    assert found["events"].item() == ("E00", "E01")


def test_a_window_closes_and_a_new_act_opens_it_again():
    pairs = acted(("A", "B", 1, "2010-01-01"), ("A", "B", 1, "2012-01-01"))
    assert of_pair(tie_spells(pairs, window="365D"), "A", "B") == [
        (1, "2010-01-01", "2011-01-01", "window"),
        (1, "2012-01-01", "2012-12-31", "window"),
    ]
    # An act of 2012 may be followed by one that is not known yet.
    assert of_pair(tie_spells(pairs, window="365D", until="2012-06-30"), "A", "B")[1] == (
        1,
        "2012-01-01",
        "",
        "",
    )


def test_an_exit_ends_a_spell():
    found = tie_spells(acted(("A", "B", 1, "2014-02-28", "2022-05-15")))
    assert of_pair(found, "A", "B") == [(1, "2014-02-28", "2022-05-15", "exit")]


def test_two_signs_on_one_day_are_mixed_until_the_next_act():
    found = tie_spells(
        acted(
            ("A", "B", 1, "2010-01-01"), ("A", "B", -1, "2010-01-01"), ("A", "B", 1, "2011-01-01")
        )
    )
    assert of_pair(found, "A", "B") == [
        (0, "2010-01-01", "2011-01-01", "contrary act"),
        (1, "2011-01-01", "", ""),
    ]


@pytest.mark.parametrize("rows", [[], [("A", "B", 0, "2010-01-01")], [("A", "B", 1, None)]])
def test_without_a_dated_sign_there_is_no_spell(rows):
    found = tie_spells(acted(*rows))
    assert found.empty and {"start", "end", "why"} <= set(found.columns)
    assert spells.change_points(found) == []


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("AB"),
            st.just("C"),
            st.sampled_from([1, -1, 0]),
            st.sampled_from([f"2010-0{month}-01" for month in range(1, 10)]),
        ),
        max_size=8,
    ),
    st.sampled_from(RULES),
    st.sampled_from([None, "45D"]),
)
def test_what_held_on_a_day_is_what_ties_says_for_that_day(rows, rule, window):
    pairs = acted(*rows)
    table = tie_spells(pairs, rule, window)
    for day in ("2009-12-31", "2010-03-01", "2010-03-02", "2010-09-30", "2011-01-01"):
        held = spells.held_at(table, day, sure=True)[["source", "target", "sign"]]
        asked = ties(pairs, rule, at=day, window=window)[["source", "target", "sign"]]
        assert held.to_numpy().tolist() == asked.to_numpy().tolist(), day


# --- the record -------------------------------------------------------------------------------


def test_when_the_record_turned():
    found = tie_spells(recorded(), until="2026-04-27")
    turned = found[found["why"] == "contrary act"]
    assert turned.groupby(["source", "target"], sort=False)["end"].agg(list).to_dict() == {
        ("BFA", "FRA"): ["2023-01-18"],
        ("FRA", "MLI"): ["2021-12-23"],  # statement on Wagner, before Mali ended the accords
        ("FRA", "NER"): ["2023-08-03"],
        ("FRA", "TCD"): ["2024-11-28"],
        ("MLI", "USA"): ["2025-07-10", "2025-12-16", "2026-02-02"],
        # aid paused, seven months before the accord was denounced; then a visit, then a ban
        ("NER", "USA"): ["2023-08-04", "2025-04-25", "2025-12-16"],
    }
    assert (found["sign"] != 0).all()


def test_founding_a_body_ties_its_members_until_they_leave():
    found = tie_spells(recorded(cosign=True), until="2025-12-31")
    made = found[found["made_by"] == "cosign"]
    assert of_pair(made, "BFA", "MLI") == [
        (1, "2014-02-17", "2022-05-15", "exit"),
        (1, "2023-09-16", "", ""),
    ]
    # Both stayed in one body or the other: no gap between the G5 Sahel and the AES. Since both
    # backed Niger before the charter, their ties with it are no longer made by signature alone.
    assert of_pair(found, "BFA", "NER") == [(1, "2014-02-17", "", "")]
    assert of_pair(made, "BFA", "NER") == of_pair(made, "MLI", "NER") == []
    # The two that never announced an exit stay tied by this rule, though the body is dissolved.
    assert of_pair(made, "MRT", "TCD") == [(1, "2014-02-17", "", "")]
    # What acts alone make is there with co-signature too, if with an earlier beginning.
    by_act = tie_spells(recorded(), until="2025-12-31")
    both_ways = found[found["made_by"] == "act"].merge(by_act, on=["source", "target", "end"])
    assert len(both_ways) == len(by_act)


def test_snapshots_are_ties_by_day():
    pairs = recorded()
    found = snapshots(pairs, ["2022-12-31", pd.Timestamp("2024-12-31")], "majority", "730D")
    assert list(found) == ["2022-12-31", "2024-12-31"]
    for day, table in found.items():
        pd.testing.assert_frame_equal(table, ties(pairs, "majority", at=day, window="730D"))


def test_the_classics_are_read_as_ties():
    highlands = to_graph(read_classic("highlands_1954"))
    assert nx.utils.graphs_equal(nx.Graph(highlands.edges), nx.Graph(literature.highlands().edges))
    assert balance.strong(highlands).frustrated == literature.HIGHLANDS_STRONG
    europe = read_classic("europe_1872_1907")
    for year, expected in literature.EUROPE_WEAK.items():
        graph = to_graph(spells.held_at(europe, f"{year}-12-31", sure=True))
        assert balance.weak(graph).frustrated == expected


# --- figures ----------------------------------------------------------------------------------


def test_small_multiples_keep_every_actor_in_its_place():
    days = ["2021-06-30", "2022-06-30", "2024-12-31"]
    picture = figures.small_multiples(snapshots(recorded(True), days), SAHEL, "Three days")
    panels = [axes for axes in picture.figure.axes if axes.get_title()]
    assert [axes.get_title().split(" ")[0] for axes in panels] == days
    places = [
        {
            line.get_gid(): tuple(line.get_xydata()[0])
            for line in axes.lines
            if line.get_gid() in SAHEL
        }
        for axes in panels
    ]
    assert places[0] == places[1] == places[2] and set(places[0]) == set(SAHEL)
    for axes, table in zip(panels, snapshots(recorded(True), days).values(), strict=True):
        drawn = {line.get_gid() for line in axes.lines if "-" in str(line.get_gid())}
        assert drawn == {f"{r.source}-{r.target}" for r in table.itertuples()}
        marked = [line for line in axes.lines if line.get_gid() == "cosign"]
        assert len(marked) == (table["made_by"] == "cosign").sum()


def test_the_words_of_small_multiples_say_what_changed():
    tables = snapshots(recorded(), ["2018-06-30", "2022-06-30"])
    words = figures.small_multiples(tables, SAHEL, "Two days").words
    assert "2018-06-30: 8 actors; 6 friendly and 0 hostile ties" in words
    assert "2022-06-30: " in words and "New: Mali–Russia friendly." in words
    assert "Turned: France–Mali from friendly to hostile." in words
    back = dict(zip(["1872", "1882-05"], reversed(tables.values()), strict=True))
    words = figures.small_multiples(back, SAHEL, "As if it had gone back").words
    assert "1882-05: 8 actors; 6 friendly and 0 hostile ties" in words
    assert "Gone: Mali–Russia." in words


def test_a_spell_chart_draws_each_spell_and_says_so():
    table = tie_spells(recorded(True), until="2025-12-31")
    picture = figures.spell_chart(table, SAHEL, "Spells", "2025-12-31")
    bars = [p for axes in picture.figure.axes for p in axes.patches if p.get_gid()]
    assert [bar.get_gid() for bar in bars] == [
        f"{r.source}-{r.target} {r.start}" for r in table.itertuples()
    ]
    for bar, row in zip(bars, table.itertuples(), strict=True):
        # each look can be told without colour
        expected = "...." if row.made_by == "cosign" else "////" if row.sign < 0 else None
        assert bar.get_hatch() == expected
    assert "Burkina Faso–Mali: friendly by a joint signature 2014-02-17 to 2022-05-15 (exit)" in (
        picture.words
    )
    assert "by a joint signature from 2023-09-16, still open on 2025-12-31" in picture.words


def test_a_picture_can_be_taken_along_as_svg():
    picture = figures.spell_chart(tie_spells(recorded()), SAHEL, "Spells", "2025-12-31")
    first, second = picture.svg(), picture.svg()
    assert first == second and b"<svg" in first
    assert b"In words" not in first and b"France" in first
    assert b"<dc:description>" in first


def test_no_state_is_tied_to_itself_where_no_signature_makes_a_pair():
    case = read_case("niger_2024")
    found = tie_spells(dyads(signed(case.events), case.actors, cosign=True), window="730D")
    assert len(found) and (found["source"] < found["target"]).all()
