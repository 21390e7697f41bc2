"""The wider record: known facts, honest limits, and what happens to a broken table."""

from __future__ import annotations

import itertools
import shutil
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
    load_record,
    members_at,
    presences_at,
    read_sign_rules,
    sources_by_lineage,
)
from realignment.ties import read_sign_table, signed

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


def test_a_vote_that_was_not_seen_is_empty_and_not_an_abstention(record):
    unseen = record.votes[record.votes["vote"] == ""]
    assert len(unseen) == 9
    assert set(unseen["certainty"]) == {"UU"}
    assert set(unseen["verified"]) == {"no"}


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
    known = set(record.timeline["event_id"]) | set(record.conflicts["conflict_id"])
    notes = pd.concat(
        [
            t["note"]
            for t in (
                record.timeline,
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
