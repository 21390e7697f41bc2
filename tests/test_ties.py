import pandas as pd
import pytest

from realignment.cases import read_case
from realignment.errors import ReadingError
from realignment.events import read_codebook
from realignment.files import find_data
from realignment.record import load_record
from realignment.ties import (
    RULES,
    dyads,
    in_words,
    monthly,
    read_sign_table,
    signed,
    ties,
    to_graph,
)

STATES = pd.DataFrame({"actor_id": list("ABCD"), "level": "state", "parent": ""})


@pytest.fixture(scope="module")
def case():
    return read_case("niger_2024")


@pytest.fixture(scope="module")
def record():
    return load_record()


@pytest.fixture(scope="module")
def pairs(case):
    return dyads(signed(case.events), case.actors)


def acts(*rows) -> pd.DataFrame:
    """Return signed events from (actor, recipient, sign, date) and, if given, certainty."""
    made = [(*row, "CT+")[:5] for row in rows]
    frame = pd.DataFrame(made, columns=["actor", "recipient", "sign", "date", "certainty"])
    frame.insert(0, "event_id", [f"e{n}" for n in range(len(frame))])
    return frame.assign(sign_rule="agreement")


def made(*rows, rule="latest", **options) -> dict:
    table = ties(dyads(acts(*rows), STATES), rule, **options)
    return {(r.source, r.target): r.sign for r in table.itertuples()}


def sign_of(table: pd.DataFrame, one: str, other: str) -> int:
    pair = sorted((one, other))
    return table.loc[(table["source"] == pair[0]) & (table["target"] == pair[1]), "sign"].item()


PINNED = [("FRA", "NER", -1), ("NER", "USA", -1), ("NER", "RUS", 1), ("BFA", "RUS", 1)]


def test_after_withdrawals_and_deployments_the_ties_are_those_that_people_know(record):
    events = record.timeline[record.timeline["kind"] == "event"]
    table = ties(dyads(events, record.actors), "latest", at="2024-12-31")
    assert [sign_of(table, a, b) for a, b, _ in PINNED] == [s for _, _, s in PINNED]


def test_signs_read_off_the_quad_class_make_friends_of_those_who_were_told_to_go(record):
    events = record.timeline[record.timeline["kind"] == "event"]
    quad = read_codebook().types.set_index("event_type")["quad"]
    naive = events.assign(sign=events["event_type"].map(quad).map({1: 1, 2: 1, 3: -1, 4: -1}))
    table = ties(dyads(naive, record.actors), "latest", at="2024-12-31")
    assert [sign_of(table, a, b) for a, b, _ in PINNED] == [1] * len(PINNED)


def test_the_sign_of_the_articles_acts_comes_from_the_table(case):
    found = signed(case.events).set_index("event_id")
    assert found.at["E01", "sign_rule"] == "eviction" and found.at["E01", "sign"] == -1
    assert found.at["E31", "sign_rule"] == "departure_after_eviction"
    assert found.at["E31", "sign"] == 0
    assert found.at["E38", "sign"] == 1 and found.at["E39", "sign"] == -1
    table = read_sign_table()
    with pytest.raises(ReadingError, match="no row fits SANCTION"):
        signed(case.events, table[table["event_type"] != "SANCTION"])


def test_a_changed_sign_table_changes_the_tie(case):
    table = read_sign_table().copy()
    table.loc[table["sign_rule"] == "eviction", "sign"] = 1
    found = signed(case.events, table).set_index("event_id")
    assert found.at["E01", "sign"] == 1


def test_domestic_acts_labels_and_empty_sides_are_dropped_and_counted(case, pairs):
    assert pairs.attrs["dropped"] == {
        "inside_one_state": 5,
        "no_actor_or_recipient": 2,
        "not_a_state": 3,
    }
    ids = set(pairs["event_id"])
    assert not ids & {"E10", "E23", "E27", "E28", "E29"}  # the coup and the arrest
    assert not ids & {"E16", "E21"} and not ids & {"E17", "E26", "E39"}


def test_several_actors_make_several_pairs_and_a_body_of_two_organs_one(pairs):
    assert set(pairs.loc[pairs["event_id"] == "E38", "source"]) == {"NER", "MLI", "BFA"}
    assert len(pairs[pairs["event_id"] == "E06"]) == 1  # forces and their ministry are one state


def test_at_the_level_of_actors_nothing_is_rolled_up(case):
    found = dyads(signed(case.events), case.actors, level="actor")
    assert ("NER_FAN", "NER_GOV") in set(zip(found["source"], found["target"], strict=True))


def test_a_name_changed_in_one_column_of_dyads_changes_no_other(case):
    found = dyads(signed(case.events), case.actors)
    events = found["event_id"].tolist()
    found.loc[0, "act"] = "another"
    assert found["event_id"].tolist() == events
    found = dyads(signed(case.events), case.actors)
    acts = found["act"].tolist()
    found.loc[0, "event_id"] = "another"
    assert found["act"].tolist() == acts


def test_the_latest_act_decides_and_opposite_acts_on_one_day_are_mixed():
    assert made(("A", "B", 1, "2020-01-01"), ("B", "A", -1, "2021-01-01")) == {("A", "B"): -1}
    assert made(("A", "B", -1, "2020-01-01"), ("A", "B", 1, "2020-01-01")) == {("A", "B"): 0}
    assert made(("A", "B", -1, ""), ("A", "B", 1, "2020-01-01")) == {("A", "B"): 1}
    assert made(("A", "B", -1, "2020-01-01"), ("A", "B", 0, "2021-01-01")) == {("A", "B"): -1}


def test_a_month_counts_from_the_day_by_which_it_has_happened():
    rows = ("A", "B", 1, "2020-03"), ("A", "B", -1, "2020-03-15")
    assert made(*rows) == {("A", "B"): 1}
    assert made(*rows, at="2020-03-20") == {("A", "B"): -1}


def test_the_majority_counts_acts_and_both_keeps_both():
    rows = ("A", "B", 1, "2020"), ("A", "B", 1, "2021"), ("A", "B", -1, "2022")
    assert made(*rows, rule="majority") == {("A", "B"): 1}
    assert made(*rows, rule="both") == {("A", "B"): 0}
    assert made(*rows[1:], rule="majority") == {("A", "B"): 0}
    assert made(*rows[:2], rule="both") == {("A", "B"): 1}


def test_an_act_that_is_told_five_times_has_one_vote(pairs):
    table = ties(pairs, "majority")
    line = table[(table["source"] == "NER") & (table["target"] == "USA")].iloc[0]
    assert (line["friendly"], line["hostile"]) == (6, 5)
    assert {"E01", "E02", "E04", "E05", "E08"} <= set(line["against"])


def test_the_three_rules_disagree_over_one_pair(pairs):
    found = {rule: sign_of(ties(pairs, rule), "NER", "USA") for rule in RULES}
    assert found == {"latest": -1, "majority": 1, "both": 0}


def test_a_window_lets_old_acts_go():
    rows = ("A", "B", 1, "2020-01-01"), ("A", "C", 1, "2023-06-01")
    assert made(*rows, at="2024-01-01", window="365D") == {("A", "C"): 1}
    assert made(*rows, at="2024-01-01") == {("A", "B"): 1, ("A", "C"): 1}
    assert made(*rows, at="2021-01-01") == {("A", "B"): 1}


def test_what_is_not_sure_enough_or_did_not_happen_carries_no_tie():
    row = ("A", "B", 1, "2020")
    for certainty, thresholds in {
        "CT+": {"PS+", "PR+", "CT+"},
        "PR+": {"PS+", "PR+"},
        "PS+": {"PS+"},
        "CT-": set(),
        "PR-": set(),
        "UU": set(),
    }.items():
        for least in ("PS+", "PR+", "CT+"):
            assert bool(made((*row, certainty), least=least)) == (least in thresholds)


def test_directed_ties_keep_their_direction():
    rows = ("A", "B", 1, "2020"), ("B", "A", -1, "2021")
    assert made(*rows, directed=True) == {("A", "B"): 1, ("B", "A"): -1}


def test_every_tie_keeps_the_events_behind_it(case, pairs):
    table = ties(pairs)
    known = set(case.events["event_id"])
    for row in table.itertuples():
        assert row.events and set(row.events) <= known and not set(row.events) & set(row.against)
    assert table.loc[table["target"] == "RUS", "events"].map(set).eq({"E38"}).all()
    assert (table.loc[table["target"] == "RUS", "certainty"] == "PR+").all()


def test_signatories_of_one_act_are_tied_only_by_the_switch(record):
    events = record.timeline[record.timeline["event_id"] == "T044"]
    assert not len(dyads(events, record.actors))
    clique = dyads(events, record.actors, cosign=True)
    assert set(clique["made_by"]) == {"cosign"}
    assert {(r.source, r.target) for r in clique.itertuples()} == {
        ("BFA", "MLI"),
        ("BFA", "NER"),
        ("MLI", "NER"),
    }


def test_a_tie_by_signature_ends_when_one_leaves(record):
    events = record.timeline[record.timeline["event_id"].isin(["T005", "T026"])]  # G5 Sahel; Mali
    pairs = dyads(events, record.actors, cosign=True)
    before = ties(pairs, at="2022-05-14")
    after = ties(pairs, at="2022-05-15")
    assert len(before) == 10 and len(after) == 6
    assert "MLI" not in {*after["source"], *after["target"]}


def test_an_unknown_rule_or_certainty_is_refused(pairs):
    with pytest.raises(ReadingError, match="'newest' is not a rule; expected one of latest"):
        ties(pairs, "newest")
    with pytest.raises(ReadingError, match="'CT-' cannot carry a tie"):
        ties(pairs, least="CT-")


def test_no_events_make_no_ties():
    empty = dyads(acts().astype({"sign": int}), STATES)
    assert ties(empty).empty and monthly(empty).empty
    assert to_graph(ties(empty), ["A"]).number_of_nodes() == 1


def test_months_are_counted_by_direction():
    rows = acts(("A", "B", 1, "2020-01-05"), ("A", "B", -1, "2020-01-30"), ("B", "A", 1, "2020-02"))
    table = monthly(dyads(rows, STATES))
    assert table.to_dict("records") == [
        {"source": "A", "target": "B", "month": pd.Period("2020-01"), "friendly": 1, "hostile": 1},
        {"source": "B", "target": "A", "month": pd.Period("2020-02"), "friendly": 1, "hostile": 0},
    ]


def test_a_network_carries_its_signs_and_its_evidence(pairs):
    graph = to_graph(ties(pairs), ["USA", "GBR"])
    assert graph.edges["NER", "USA"]["sign"] == -1 and "E01" in graph.edges["NER", "USA"]["events"]
    assert graph.degree("GBR") == 0 and graph.number_of_edges() == 7


def test_words_count_what_is_known_and_what_is_not(pairs):
    assert in_words(ties(pairs), 6) == (
        "6 actors; 3 friendly and 4 hostile ties; 3 ties not certain; 8 pairs unknown."
    )
    assert in_words(ties(pairs, "both"), 6).startswith("6 actors; 3 friendly and 3 hostile ties, 1")


# --- the rows of coders -----------------------------------------------------------------------


def test_each_of_the_four_codings_gives_a_sensible_map(case):
    wanted = signs_of(ties(dyads(signed(case.events), case.actors)))
    for rule in ("latest", "majority"):
        for coder, rows in case.codings.groupby("coder"):
            found = signs_of(ties(dyads(signed(rows), case.actors), rule=rule))
            assert found[("NER", "USA")] == -1, (rule, coder)
            assert found == wanted, (rule, coder)


def signs_of(table):
    return dict(zip(zip(table["source"], table["target"], strict=True), table["sign"], strict=True))


@pytest.mark.parametrize(
    ("kind", "event_type", "valence", "rule", "sign"),
    [
        ("event", "SANCTION", "-", "sanction", -1),
        ("event", "COERCE", "friendly", "coercion", -1),  # the type alone decides
        ("event", "RETREAT", "-", "concession", 0),
        ("event", "COOPERATE", "-", "joint_action", 1),
        ("event", "CONSULT", "-", "talks_without_result", 0),
        ("event", "CONSULT", "friendly", "valence_friendly", 1),
        ("event", "CONSULT", "hostile", "talks_without_result", 0),  # no talks are hostile
        ("event", "REQUEST", "hostile", "valence_hostile", -1),
        ("event", "MOBILIZE", "-", "consent_unknown", 0),
        ("event", "MOBILIZE", "friendly", "valence_friendly", 1),
        ("event", "MOBILIZE", "hostile", "valence_hostile", -1),
        ("state", "-", "hostile", "valence_hostile", -1),
        ("relation", "-", "neither", "valence_neither", 0),
        ("event", "", "", "not_coded", 0),
        ("state", "", "", "not_coded", 0),
        ("", "", "", "not_coded", 0),
    ],
)
def test_a_coder_has_neither_mode_nor_consent(case, kind, event_type, valence, rule, sign):
    row = case.codings.head(1).assign(kind=kind, event_type=event_type, valence=valence)
    found = signed(row).iloc[0]
    assert (found["sign_rule"], found["sign"]) == (rule, sign)
    rules = find_data() / "codebook" / "sign_rules.csv"
    known = {*pd.read_csv(rules)["sign_rule"]}
    assert rule in known


def test_no_act_of_a_coder_is_a_threat_for_want_of_consent(case):
    """Whatever type a coder gives to forces who come, they are no threat unless it is said."""
    row = case.codings.head(1).assign(kind="event", valence="-")
    for event_type in ("MOBILIZE", "AID", "COOPERATE"):
        assert signed(row.assign(event_type=event_type))["sign"].item() >= 0


def test_a_coders_rows_become_events(case):
    found = signed(case.codings)
    mains = case.codings.query("main == 'yes'")
    assert len(found) == len(mains)
    assert found["event_id"].is_unique and found["event_id"].iloc[0] == "A-1"
    assert not (found == "-").any(axis=None)
    actors = {"NER/GOV": "NER", "USA": "USA"}
    first = dyads(found.head(1), case.actors).iloc[0]
    assert [first["source"], first["target"]] == list(actors.values())
    as_written = dyads(found.head(1), case.actors, level="actor").iloc[0]
    assert [as_written["source"], as_written["target"]] == list(actors)


def test_a_country_that_the_actors_do_not_know_is_counted(case):
    row = signed(case.codings.head(1).assign(actor="TCD/GOV"))
    for level in ("state", "actor"):
        pairs = dyads(row, case.actors, level=level)
        assert not len(pairs) and pairs.attrs["dropped"]["not_a_state"] == 1


def test_what_is_not_coded_yet_is_possible_and_no_more(case):
    row = case.codings.head(1).assign(certainty="", date="", attributed_to="")
    found = ties(dyads(signed(row), case.actors))
    assert found[["sign", "certainty"]].to_numpy().tolist() == [[-1, "PS+"]]
