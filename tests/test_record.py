"""The wider record: known facts, honest limits, and what happens to a broken table."""

from __future__ import annotations

import itertools
import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from pydantic import ValidationError

from realignment import dates
from realignment.actors import roll_up
from realignment.errors import ReadingError
from realignment.events import read_codebook
from realignment.record import (
    TABLES,
    Sourced,
    add_act,
    kinds_of_act,
    load_record,
    members_at,
    presences_at,
    read_literature,
    read_sign_rules,
    sources_by_lineage,
    votes_alike,
)
from realignment.ties import dyads, read_sign_table, signed, ties

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(scope="module")
def record():
    return load_record()


# ---------------------------------------------------------------- what is known


def test_the_alliance_of_sahel_states_has_three_members_from_its_charter_on(record):
    assert list(members_at(record, "AES", "2023-09-16")["member"]) == ["BFA", "MLI", "NER"]
    assert members_at(record, "AES", "2023-09-15").empty


def test_ecowas_had_fifteen_members_and_has_twelve_since_the_exit(record):
    before = members_at(record, "ECOWAS", "2024-01-01")
    assert len(before) == 15
    assert set(before.loc[before["suspended"], "member"]) == {"BFA", "GIN", "MLI", "NER"}
    # The exit took effect on 29 January 2025: on that day the three are no members any more.
    assert len(members_at(record, "ECOWAS", "2025-01-28")) == 15
    after = members_at(record, "ECOWAS", "2025-01-29")
    assert len(after) == 12
    assert not {"BFA", "MLI", "NER"} & set(after["member"])
    assert len(members_at(record, "ECOWAS", "2025-02-01")) == 12


def test_niger_was_under_sanctions_before_it_was_suspended(record):
    def suspended(date):
        members = members_at(record, "ECOWAS", date).set_index("member")
        return members.at["NER", "suspended"]

    assert not suspended("2023-08-15")
    assert suspended("2023-12-10")


def test_eight_states_share_the_franc_of_the_west_african_monetary_union(record):
    assert len(members_at(record, "UEMOA", "2025-12-31")) == 8


def test_the_french_had_left_niger_by_the_end_of_2023_and_the_americans_had_not(record):
    niger = presences_at(record, "2023-12-31").query("host == 'NER'").set_index("presence_id")
    assert set(niger.loc[niger["operator"] == "FRA", "status"]) == {"closed"}
    assert set(niger.loc[niger["operator"] == "USA", "status"]) == {"open"}
    assert niger.loc[niger["operator"] == "RUS"].empty
    later = presences_at(record, "2024-09-15").query("host == 'NER'").set_index("operator")
    assert set(later.loc[["USA"], "status"]) == {"closed"}
    assert later.at["RUS", "status"] == "open"


def test_a_presence_that_no_source_shows_any_more_is_unknown_not_open(record):
    flights = presences_at(record, "2020-01-01").set_index("presence_id")
    assert flights.at["B29", "status"] == "unknown"
    assert presences_at(record, "2013-06-01").set_index("presence_id").at["B29", "status"] == "open"


def test_each_tally_of_the_general_assembly_counts_193_members(record):
    assert (record.resolutions[["yes", "no", "abstain", "absent"]].sum(axis=1) == 193).all()
    # Seen in the record of ES-11/7: Niger and the United States voted alike.
    votes = record.votes.set_index(["resolution", "state"])["vote"]
    assert votes["A/RES/ES-11/7", "NER"] == votes["A/RES/ES-11/7", "USA"] == "no"
    assert votes["A/RES/ES-11/1", "NER"] == votes["A/RES/ES-11/1", "USA"] == "yes"


def test_of_each_vote_the_record_says_how_it_is_known(record):
    votes = record.votes
    assert (votes["vote"] != "").all() and len(votes) == 9 * 25
    assert dict(votes["basis"].value_counts()) == {"seen": 187, "derived": 32, "unsupported": 6}
    assert ((votes["basis"] == "seen") == (votes["verified"] == "yes")).all()
    derived = votes[votes["basis"] == "derived"]
    assert derived["note"].str.startswith("derived, not seen").all()
    assert (derived["resolution"] == "A/RES/ES-11/2").sum() == 21
    guesses = votes[votes["basis"] == "unsupported"]
    assert set(guesses["certainty"]) == {"PS+"}
    assert set(zip(guesses["resolution"].str[-1], guesses["state"], strict=True)) == {
        *(("3", state) for state in ("MRT", "BEN", "TUR", "UKR")),
        ("4", "ARE"),
        ("5", "ARE"),
    }


def test_the_two_votes_of_2025_part_niger_from_washington(record):
    votes = record.votes.set_index(["resolution", "state"])["vote"]
    for text in ("A/RES/ES-11/8", "A/RES/ES-11/9"):
        assert {votes[text, state] for state in ("NER", "MLI", "BFA", "RUS")} == {"no"}
    assert votes["A/RES/ES-11/8", "USA"] == votes["A/RES/ES-11/8", "UKR"] == "abstain"
    assert votes["A/RES/ES-11/9", "USA"] == "yes"
    # Settled since: who abstained on ES-11/7, and who did not vote.
    abstained = ("TCD", "MRT", "GHA", "SEN", "GIN", "DZA", "LBY", "IRN")
    assert {votes["A/RES/ES-11/7", state] for state in abstained} == {"abstain"}
    assert votes["A/RES/ES-11/7", "BEN"] == "absent"


@pytest.mark.parametrize(
    ("pair", "seven", "nine", "since_seven", "since_nine"),
    [
        ("NER-USA", (6, 7), (6, 9), (1, 1), (1, 3)),
        ("NER-RUS", (1, 7), (3, 9), (1, 1), (3, 3)),
        ("NER-FRA", (5, 7), (5, 9), (0, 1), (0, 3)),
        ("MLI-RUS", (4, 7), (6, 9), (1, 1), (3, 3)),
        ("MLI-USA", (1, 7), (1, 9), (1, 1), (1, 3)),
        ("BFA-RUS", (1, 1), (3, 3), (1, 1), (3, 3)),
        ("BFA-USA", (1, 1), (1, 3), (1, 1), (1, 3)),
        ("RUS-USA", (1, 7), (1, 9), (1, 1), (1, 3)),
    ],
)
def test_votes_alike_turn_on_where_the_table_stops(
    record, pair, seven, nine, since_seven, since_nine
):
    table = record.votes
    shorter = replace(record, votes=table[table["resolution"].str[-1] <= "7"])
    one, other = pair.split("-")
    coup = "2023-07-26"
    assert votes_alike(shorter, one, other) == seven
    assert votes_alike(record, one, other) == votes_alike(record, other, one) == nine
    assert votes_alike(shorter, one, other, first=coup) == since_seven
    assert votes_alike(record, one, other, first=coup) == since_nine
    before = votes_alike(record, one, other, last="2023-07-25")
    assert [a + b for a, b in zip(before, since_nine, strict=True)] == list(nine)


def test_an_absence_is_no_vote_and_a_question_without_an_answer_is_refused(record):
    # Chad was absent on both texts of 2025; its abstention on ES-11/7 is the one of three left.
    assert votes_alike(record, "TCD", "USA") == (6, 7)
    assert votes_alike(record, "TCD", "USA", first="2023-07-26") == (0, 1)
    assert votes_alike(record, "BFA", "NER", last="2023-07-25") == (0, 0)
    assert votes_alike(record, "NER", "USA", first="2025-02-24", last="2025-02-24") == (1, 2)
    with pytest.raises(ReadingError, match="no votes of 'BRA': expected one of ARE, BEN"):
        votes_alike(record, "NER", "BRA")
    with pytest.raises(ReadingError, match="'2023-07' is not a day"):
        votes_alike(record, "NER", "USA", first="2023-07")
    with pytest.raises(ReadingError, match="2026-02-24 is later than the record knows"):
        votes_alike(record, "NER", "USA", last="2026-02-24")


def test_each_table_says_how_far_it_reaches_and_what_it_leaves_out(record):
    until = record.as_of.set_index("table")
    assert until.at["timeline", "complete_to"] == "2026-04-27"
    assert set(until.loc[["un_votes", "un_resolutions"], "complete_to"]) == {"2025-12-03"}
    assert until.loc[["un_votes", "un_resolutions"], "scope"].str.contains("107-12-51").all()
    assert set(until.index) == set(TABLES) - {"as_of"}
    last = dates.bounds_frame(record.timeline["date"])["latest"].max()
    assert last <= dates.bounds(until.at["timeline", "complete_to"])[1]
    first = dates.bounds_frame(record.timeline["date"])["earliest"].min()
    assert first.year == 2012


def test_the_accords_stand_apart_and_one_of_them_in_the_timeline(record):
    assert list(record.accords["event_id"]) == ["T110", "T112", "T120"]
    assert not set(record.accords["event_id"]) & set(record.timeline["event_id"])
    row = record.timeline.set_index("event_id").loc["T109"]
    assert (row["date"], row["sign_rule"], row["core"]) == ("2013-03-25", "agreement", "yes")


def test_where_people_were_harmed_nobody_is_tied_and_the_figures_stand_side_by_side(record):
    harm = record.timeline[record.timeline["sign_rule"] == "harm_without_dyad"]
    assert len(harm) == 11
    assert set(harm["recipient"]) == {""} and set(harm["sign"]) == {0}
    by_armies = harm[harm["actor"].isin(["BFA", "MLI", "FRA"])]
    assert len(by_armies) == 5
    for row in harm.itertuples():
        assert re.search(r"\d", row.action), row.event_id  # says how many, by whose count
    # What an army denies is not certain.
    assert set(harm.loc[harm["actor"] == "BFA", "certainty"]) == {"PR+"}


def test_one_intervention_that_is_told_in_several_rows_counts_once(record):
    again = record.timeline[record.timeline["same_act"] != ""]
    told = dict(zip(again["event_id"], again["same_act"], strict=True))
    assert told == {"T114": "T113", "T160": "T159", "T168": "T167", "T170": "T167"}
    acts = record.timeline[record.timeline["kind"] == "event"]
    pairs = dyads(acts, record.actors)
    moscow = pairs[pairs["event_id"].isin(["T159", "T160"])]
    assert set(moscow["act"]) == {"T159"}
    both = {"MLI", "RUS"}
    mine = pairs[pairs["source"].isin(both) & pairs["target"].isin(both) & (pairs["sign"] > 0)]
    assert ties(mine, "majority")["friendly"].item() == mine["act"].nunique() < len(mine)


def test_the_timeline_is_in_the_order_of_its_dates(record):
    began = dates.bounds_frame(record.timeline["date"])["earliest"]
    early = record.timeline[began < began.cummax()]
    assert early.empty, f"{', '.join(early['event_id'])}: put the row at the place of its date"


def test_what_kinds_of_act_the_record_holds(record):
    kinds = kinds_of_act(record.timeline)
    assert list(kinds["sign"]) == sorted(kinds["sign"], reverse=True)
    acts = {
        (row.same_act or row.event_id, row.sign_rule): row.sign
        for row in record.timeline.itertuples()
        if row.kind == "event"
    }
    by_sign = kinds.groupby("sign")["acts"].sum()
    assert dict(by_sign) == Counter(acts.values())
    # Before this edition: 24 friendly, 52 hostile. The ends of agreements had been kept more
    # than the agreements.
    earlier = kinds_of_act(record.timeline[record.timeline["event_id"] <= "T106"])
    assert dict(earlier.groupby("sign")["acts"].sum()) == {1: 24, 0: 27, -1: 52}
    assert kinds_of_act(record.timeline.head(0)).empty


def test_a_record_can_be_had_with_one_more_act(record):
    more = add_act(record, "2026-05-02", "USA", "NER", "visit", action="an envoy came")
    assert len(record.timeline) + 1 == len(more.timeline)
    row = more.timeline.iloc[-1]
    assert (row["event_id"], row["sign"], row["date_precision"]) == ("MY01", 1, "day")
    assert (row["verified"], row["source_title"]) == ("no", "")
    twice = add_act(more, "2024-03", "BFA;MLI", "NER", "backing")
    assert list(twice.timeline["event_id"]).index("MY02") < len(record.timeline) - 1
    assert set(more.timeline.columns) == set(record.timeline.columns)
    assert more.votes is record.votes


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"sign_rule": "kindness"}, "'kindness' is not a rule of sign_rules.csv: expected one of"),
        ({"actor": "XYZ"}, "'XYZ' is not known: expected an actor_id"),
        ({"recipient": "NER;ZZ"}, "'ZZ' is not known"),
        ({"actor": ""}, "The act has no actor"),
        ({"date": "May 2026"}, "'May 2026'"),
        ({"date": ""}, "'' is not a date"),
        ({"certainty": "sure"}, "'sure' is not a certainty: expected one of CT+"),
    ],
)
def test_an_act_that_cannot_be_added_is_refused(record, changed, says):
    act = {"date": "2026-05-02", "actor": "USA", "recipient": "NER", "sign_rule": "visit"}
    with pytest.raises(ReadingError, match=re.escape(says)) as caught:
        add_act(record, **(act | changed))
    assert "\n" not in str(caught.value)


def test_the_literature_says_which_entries_were_seen():
    works = read_literature()
    assert len(works) == 21 and works["work_id"].is_unique
    seen = works["verified"] == "yes"
    assert (works.loc[seen, "seen_in"] != "").all() and seen.sum() == 16
    by_topic = works[seen].groupby("topic").size()
    assert dict(by_topic) == {"alliance": 9, "sahel": 7}
    africa = works[works["african"] == "yes"]
    assert dict(africa.groupby("topic").size()) == {"alliance": 1, "sahel": 8}
    assert (africa.query("topic == 'sahel'")["verified"] == "yes").sum() == 5


def test_the_withdrawal_of_forces_never_counts_as_friendly(record):
    timeline = record.timeline
    left = timeline[timeline["sign_rule"].str.startswith("departure")]
    assert len(left) > 10
    assert set(left["sign"]) == {0}
    arrived = timeline[timeline["sign_rule"] == "deployment_by_invitation"]
    assert set(arrived["sign"]) == {1}
    # Like acts have like types, whoever the sender: the manual has AID and COOPERATE for these.
    assert set(arrived["event_type"]) == {"AID", "COOPERATE"}


def test_niger_gave_its_reasons_before_washington_replied(record):
    day = record.timeline.set_index("event_id")["date"]
    assert dates.bounds(day["T106"])[1] <= dates.bounds(day["T065"])[0]


def test_a_coup_stays_inside_its_state(record):
    states = roll_up(record.actors)
    coups = record.timeline.query("sign_rule == 'domestic_coup'")
    assert len(coups) == 7
    assert (coups["actor"].map(states) == coups["recipient"].map(states)).all()


def test_a_banned_broadcaster_is_not_its_state(record):
    assert roll_up(record.actors)["M_BBC"] == ""


# -------------------------------------------------------------- what is refused


def test_a_body_whose_members_are_not_all_known_cannot_be_listed(record):
    with pytest.raises(ReadingError, match="does not know all members of NATO.*AES, ECOWAS"):
        members_at(record, "NATO", "2024-01-01")
    with pytest.raises(ReadingError, match="'NAFTA' is not in the record"):
        members_at(record, "NAFTA", "2024-01-01")


@pytest.mark.parametrize("ask", [lambda r, d: members_at(r, "AES", d), presences_at])
def test_a_date_beyond_the_record_is_refused(record, ask):
    ask(record, "2025-12-31")
    with pytest.raises(ReadingError, match="2026-01-01 is later than the record knows"):
        ask(record, "2026-01-01")
    with pytest.raises(ReadingError, match="later than the record knows"):
        ask(record, pd.Timestamp("2026-01-01"))
    with pytest.raises(ReadingError, match="'2024-03' is not a day"):
        ask(record, "2024-03")


# ------------------------------------------------------------- counting sources


def test_five_papers_with_one_agency_text_are_one_source():
    rows = pd.DataFrame(
        {
            "source_publisher": ["A", "B", "C", "D", "E", "F"],
            "lineage": ["AFP", "AFP", "AFP", "AFP", "AFP", ""],
        }
    )
    assert sources_by_lineage(rows) == (1, 1, ("AFP",))


def test_what_an_agency_carries_counts_for_whoever_said_it():
    rows = pd.DataFrame(
        {
            "lineage": [
                "official communique (ECOWAS), through AFP",
                "official communique (ECOWAS)",
                "AFP; Nigerien interior ministry",
            ]
        }
    )
    count = sources_by_lineage(rows)
    assert count.independent == 3
    assert count.origins == ("AFP", "Nigerien interior ministry", "official communique (ECOWAS)")
    assert count.unknown == 0


def test_lineage_is_asked_for_by_name():
    with pytest.raises(ReadingError, match="no column 'lineage'"):
        sources_by_lineage(pd.DataFrame({"source": ["AFP"]}))


def test_conflicts_say_independent_only_where_both_origins_are_known(record):
    for row in record.conflicts.to_dict("records"):
        a, b = ({p.strip() for p in row[side].split(";")} for side in ("lineage_a", "lineage_b"))
        expected = "unknown" if {""} in (a, b) else "no" if a & b else "yes"
        assert row["independent"] == expected, row["conflict_id"]


def test_notes_refer_to_rows_that_exist(record):
    known = {
        *record.timeline["event_id"],
        *record.accords["event_id"],
        *record.conflicts["conflict_id"],
    }
    notes = pd.concat(
        [
            t["note"]
            for t in (
                record.timeline,
                record.accords,
                record.memberships,
                record.presences,
                record.votes,
                record.troops,
            )
        ]
    )
    named = notes.str.findall(r"\b[TK]\d{2,3}\b").explode().dropna()
    assert len(named) > 20
    assert set(named) <= known


@pytest.mark.parametrize("name", TABLES)
def test_every_unchecked_row_is_flagged_and_nothing_speaks_of_how_it_was_compiled(name):
    text = (DATA / "record" / f"{name}.csv").read_text(encoding="utf-8")
    for remark in ("stored", "excerpt", "own knowledge"):
        assert remark not in text.lower()
    assert "\r" not in text


def test_a_row_without_a_source_is_never_called_verified(record):
    for table in (record.timeline, record.memberships, record.presences, record.votes):
        without = table[(table["source_title"] == "") & (table["lineage"] == "")]
        assert set(without["verified"]) <= {"no"}


# ---------------------------------------------------------------- rules of sign


def test_every_act_that_can_be_coded_gets_exactly_one_sign():
    codebook = read_codebook()
    modes = codebook.modes.groupby("event_type")["mode"].agg(list)
    acts = pd.DataFrame(
        [
            (event_type, mode, consent)
            for event_type in codebook.types["event_type"]
            for mode, consent in itertools.product(
                ["", *modes.get(event_type, [])], ["", "invited", "evicted"]
            )
        ],
        columns=["event_type", "mode", "consent"],
    ).assign(kind="event", valence="", event_id="E01")
    assert len(acts) == 3 * (16 + 67)
    result = signed(acts)
    rules = read_sign_rules().set_index("sign_rule")["sign"]
    assert (result["sign_rule"].map(rules) == result["sign"]).all()


def test_no_row_of_the_sign_table_is_hidden_behind_an_earlier_one():
    def fits(row, act):
        return all(row[c] in ("*", act[c]) for c in ("event_type", "mode", "consent"))

    table = read_sign_table().to_dict("records")
    modes = read_codebook().modes
    for place, row in enumerate(table):
        own_modes = ["", *modes.loc[modes["event_type"] == row["event_type"], "mode"]]
        assert row["mode"] == "*" or row["mode"] in own_modes
        acts = [
            {"event_type": row["event_type"], "mode": mode, "consent": consent}
            for mode, consent in itertools.product(own_modes, ["", "invited", "evicted"])
        ]
        reached = [a for a in acts if fits(row, a) and not any(fits(r, a) for r in table[:place])]
        assert reached, row


@pytest.mark.parametrize(
    ("event_type", "mode", "consent", "sign"),
    [
        ("RETREAT", "withdraw", "evicted", 0),  # PLOVER: material cooperation
        ("RETREAT", "withdraw", "", 0),
        ("MOBILIZE", "troops", "invited", 1),  # PLOVER: material conflict
        ("MOBILIZE", "troops", "", -1),
        ("SANCTION", "discontinue", "evicted", -1),
        ("SANCTION", "withdraw", "", -1),
        ("AGREE", "", "", 1),
        ("PROTEST", "demo", "", 0),
    ],
)
def test_the_sign_is_not_the_quad_class(event_type, mode, consent, sign):
    act = {"kind": "event", "event_type": event_type, "mode": mode, "consent": consent}
    assert signed(pd.DataFrame([act | {"valence": "", "event_id": "E01"}]))["sign"].item() == sign


def test_contradictions_of_the_manual_are_named_where_notes_point_to_them():
    folder = DATA / "codebook"
    known = set(pd.read_csv(folder / "contradictions.csv")["contradiction"])
    for name in ("plover_types", "plover_modes", "cameo_roots", "contradictions"):
        text = (folder / f"{name}.csv").read_text(encoding="utf-8")
        assert set(pd.Series([text]).str.findall(r"\bM\d\d\b").item()) <= known
    types = pd.read_csv(folder / "plover_types.csv").set_index("event_type")
    assert types.at["ACCUSE", "intensity"] == -3  # M01: printed as +3
    assert types.at["SANCTION", "quad"] == 4  # M02: 3 in the manual's table


def test_types_are_easily_confused_in_both_directions():
    types = read_codebook().types.set_index("event_type")["easily_confused_with"].str.split(";")
    for event_type, others in types.items():
        for other in others:
            assert event_type in types[other]


# --------------------------------------------------------------- broken tables


def _broken(tmp_path, name, row, column, value):
    for folder in ("record", "codebook"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    path = tmp_path / "record" / f"{name}.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    table.loc[row, column] = value
    table.to_csv(path, index=False, lineterminator="\n")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "row", "column", "value", "says"),
    [
        ("timeline", 0, "sign", "-1", "row 2, column 'sign': -1 with the rule .* expected 1"),
        ("timeline", 3, "sign", "2", "row 5, column 'sign': '2' is not known; expected one of"),
        ("timeline", 1, "event_id", "T001", "row 3, column 'event_id': 'T001' is there already"),
        ("timeline", 1, "date", "2013-13-40", "row 3, column 'date': '2013-13-40' is not a day"),
        ("timeline", 1, "date", "2013-01", "row 3, column 'date_precision': 'day'; expected"),
        ("timeline", 2, "sign_rule", "kindness", "'kindness' is not known; expected a rule"),
        ("timeline", 2, "actor", "NER;XYZ", "column 'actor': 'XYZ' is not known; expected an acto"),
        ("timeline", 1, "same_act", "T999", "row 3, column 'same_act': 'T999'; expected the event"),
        (
            "timeline",
            1,
            "same_act",
            "T114",
            "column 'same_act': 'T114'; expected the event_id of a",
        ),
        ("accords", 0, "sign", "-1", "accords.csv, row 2, column 'sign': -1 with the rule"),
        ("un_votes", 0, "basis", "derived", "column 'basis': 'derived' with 'verified' 'yes'"),
        ("timeline", 2, "event_type", "COUP", "column 'event_type': 'COUP' is not known"),
        ("timeline", 2, "event_type", "", "column 'event_type': '' with the kind 'event'"),
        ("memberships", 0, "member", "ZZZ", "memberships.csv, row 2, column 'member': 'ZZZ'"),
        ("memberships", 1, "end", "1970-01-01", "'1970-01-01' ends before it begins"),
        ("memberships", 1, "roster_complete", "no", "expected the same value in all rows"),
        ("memberships", 1, "member", "BEN", "'BEN' in 'ECOWAS'; expected one row for each spell"),
        ("presences", 0, "lat", "north", "presences.csv, row 2, column 'lat': 'north'"),
        ("presences", 0, "lat", "95", "presences.csv, row 2, column 'lat'"),
        ("un_votes", 0, "vote", "maybe", "un_votes.csv, row 2, column 'vote': 'maybe'"),
        ("un_votes", 0, "date", "2022-03-03", "un_resolutions.csv and its date"),
        ("un_votes", 1, "state", "NER", "'NER' has voted on 'A/RES/ES-11/1' already"),
        ("actors", 0, "parent", "NOBODY", "actors.csv, row 2, column 'parent': 'NOBODY'"),
        ("as_of", 0, "complete_to", "", "as_of.csv, row 2, column 'complete_to'"),
    ],
)
def test_a_broken_cell_is_named_in_one_sentence(tmp_path, name, row, column, value, says):
    with pytest.raises(ReadingError, match=says) as caught:
        load_record(_broken(tmp_path, name, row, column, value))
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"record/{name}.csv")


@pytest.mark.parametrize("name", [n for n, (row, _) in TABLES.items() if issubclass(row, Sourced)])
def test_a_rows_own_columns_are_checked_before_those_of_its_source(name):
    header = (DATA / "record" / f"{name}.csv").read_text(encoding="utf-8").split("\n")[0]
    with pytest.raises(ValidationError) as refused:
        TABLES[name][0].model_validate({})
    assert [error["loc"][0] for error in refused.value.errors()] == header.split(",")


def test_a_record_is_its_readers_own_and_read_again_when_a_file_has_changed(tmp_path):
    for folder in ("record", "codebook"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    mine = load_record(tmp_path)
    mine.timeline.loc[0, "action"] = "something else"
    assert load_record(tmp_path).timeline.loc[0, "action"] != "something else"
    votes = tmp_path / "record" / "un_votes.csv"
    lines = votes.read_text(encoding="utf-8").splitlines(keepends=True)
    votes.write_text("".join(lines[:-1]), encoding="utf-8")
    assert len(load_record(tmp_path).votes) == len(mine.votes) - 1
