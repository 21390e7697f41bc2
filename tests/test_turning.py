"""What turned: between two days, at which points, and by one more act."""

from __future__ import annotations

import pandas as pd
import pytest

from realignment.errors import ReadingError
from realignment.record import add_act, load_record
from realignment.ties import RULES, dyads, ties
from realignment.turning import compare, turned_between, turned_by, turning_points

SIX = ("USA", "FRA", "NER", "MLI", "BFA", "RUS")
EIGHT = (*SIX, "TCD", "MRT")
LAST_DAY = "2026-04-27"
DAYS = ("2024-12-31", "2025-12-31", LAST_DAY)

LOOKED_UP_LATER = {f"T{number}" for number in range(188, 198)}
"""Acts that came into the third edition last. The counts below are made with and without them."""


@pytest.fixture(scope="module")
def record():
    return load_record()


def spread(record, timeline=None, cosign=False):
    timeline = record.timeline if timeline is None else timeline
    return dyads(timeline[timeline["kind"] == "event"], record.actors, cosign=cosign)


def known(pairs, states, day, rule="latest", window=None):
    """Count the ties between some states: all, friendly, hostile, mixed."""
    mine = pairs[pairs["source"].isin(states) & pairs["target"].isin(states)]
    sign = ties(mine, rule, at=day, window=window)["sign"]
    return (len(sign), *(int((sign == value).sum()) for value in (1, -1, 0)))


def turns(pairs, one, other, **how):
    found = turning_points(pairs, one, other, until=LAST_DAY, **how)
    return [(row.day, row.after, *row.events) for row in found.itertuples()]


# --- the record -------------------------------------------------------------------------------


def test_washington_came_back_to_niger_and_left_again(record):
    assert turns(spread(record), "NER", "USA") == [
        ("2013-01-28", "friendly", "T003"),
        ("2023-08-04", "hostile", "T099"),
        ("2025-04-25", "friendly", "T152"),
        ("2025-12-16", "hostile", "T171"),
    ]
    # Only the latest act says so. By the number of acts it is another story.
    assert [day for day, *_ in turns(spread(record), "USA", "NER", rule="majority")] == [
        "2013-01-28",
        "2024-03-16",
        "2025-04-25",
        "2025-12-16",
        "2025-12-25",
    ]
    assert [word for _, word, *_ in turns(spread(record), "NER", "USA", rule="both")] == [
        "friendly",
        "mixed",
    ]


def test_mali_and_the_united_states_have_four_turning_points(record):
    assert turns(spread(record), "USA", "MLI") == [
        ("2023-07-24", "hostile", "T132"),
        ("2025-07-10", "friendly", "T161"),
        ("2025-12-16", "hostile", "T171"),
        ("2026-02-02", "friendly", "T180"),
    ]


def test_an_agreement_of_2019_is_older_than_either_coup_in_mali(record):
    pairs = spread(record)
    assert turns(pairs, "MLI", "RUS") == [("2019-06-25", "friendly", "T116")]
    assert turns(pairs, "BFA", "RUS") == [("2023-10-13", "friendly", "T134")]
    for window in ("730D", "1096D"):
        held = ties(pairs, at="2024-12-31", window=window).set_index(["source", "target"])
        assert held.at[("MLI", "RUS"), "sign"] == 1


@pytest.mark.parametrize(
    ("states", "day", "counts"),
    [
        (SIX, "2024-12-31", ["8 3 5 0", "8 4 2 2", "8 3 1 4"]),
        (SIX, "2025-12-31", ["9 3 6 0", "9 4 5 0", "9 3 1 5"]),
        (SIX, LAST_DAY, ["9 4 5 0", "9 4 4 1", "9 3 1 5"]),
        (EIGHT, "2024-12-31", ["10 4 6 0", "10 6 2 2", "10 4 1 5"]),
        (EIGHT, "2025-12-31", ["12 4 8 0", "12 6 6 0", "12 4 2 6"]),
        (EIGHT, LAST_DAY, ["12 5 7 0", "12 6 5 1", "12 4 2 6"]),
    ],
)
def test_the_ties_as_first_counted_with_every_accord_and_without_the_later_acts(
    record, states, day, counts
):
    timeline = pd.concat([record.timeline, record.accords])
    pairs = spread(record, timeline[~timeline["event_id"].isin(LOOKED_UP_LATER)])
    found = [known(pairs, states, day, rule) for rule in RULES]
    assert [" ".join(map(str, row)) for row in found] == counts


@pytest.mark.parametrize(
    ("states", "day", "counts"),
    [
        (SIX, "2024-12-31", ["10 5 5 0", "10 5 3 2", "10 5 1 4"]),
        (SIX, "2025-12-31", ["11 5 6 0", "11 5 6 0", "11 5 1 5"]),
        (SIX, LAST_DAY, ["11 6 5 0", "11 5 5 1", "11 5 1 5"]),
        (EIGHT, "2024-12-31", ["13 6 7 0", "13 7 4 2", "13 6 2 5"]),
        (EIGHT, "2025-12-31", ["14 6 8 0", "14 7 7 0", "14 6 2 6"]),
        (EIGHT, LAST_DAY, ["14 7 7 0", "14 7 6 1", "14 6 2 6"]),
    ],
)
def test_the_ties_of_the_record_on_three_days_under_three_rules(record, states, day, counts):
    found = [known(spread(record), states, day, rule) for rule in RULES]
    assert [" ".join(map(str, row)) for row in found] == counts


def test_with_co_signature_more_pairs_are_known(record):
    pairs = spread(record, cosign=True)
    assert [known(pairs, EIGHT, day)[0] for day in DAYS] == [15, 16, 16]


def test_five_accords_counted_one_by_one_make_friends_of_niger_and_france(record):
    every = pd.concat([record.timeline, record.accords])

    def sign(timeline, day):
        held = ties(spread(record, timeline), "majority", at=day).set_index(["source", "target"])
        return held.loc[("FRA", "NER"), ["sign", "friendly", "hostile"]].tolist()

    assert [sign(every, day) for day in DAYS] == [[1, 5, 2], [1, 5, 3], [1, 5, 4]]
    assert [sign(record.timeline, day) for day in DAYS] == [[0, 2, 2], [-1, 2, 3], [-1, 2, 4]]


def test_a_window_of_two_years_takes_silence_for_peace(record):
    """France and Mali, at the end of 2024: 974 days without a signed act, and no peace.

    Mali had expelled the ambassador (T188), and the next acts, of September 2025, are hostile.
    With three years the line is there. The one line that three years do take away is right to
    go: nothing has been recorded of France and Mauritania since August 2014.
    """
    pairs = spread(record)
    mine = pairs[pairs["source"].isin(EIGHT) & pairs["target"].isin(EIGHT)]
    day = pd.Timestamp("2024-12-31")

    def gone(window):
        lost = compare(ties(mine, at=day), ties(mine, at=day, window=window))
        assert set(lost["after"]) == {"unknown"}
        return set(zip(lost["source"], lost["target"], strict=True))

    assert gone("730D") == {("FRA", "MLI"), ("FRA", "MRT")}
    assert gone("1096D") == {("FRA", "MRT")}
    both = mine["source"].isin(["FRA", "MLI"]) & mine["target"].isin(["FRA", "MLI"])
    signed = mine[both & (mine["sign"] != 0)].sort_values("when")
    last = signed[signed["when"] <= day].iloc[-1]
    assert (last["event_id"], (day - last["when"]).days) == ("T025", 974)
    after = signed[signed["when"] > day]
    assert list(after["event_id"]) == ["T163", "T165"] and set(after["sign"]) == {-1}


def test_the_rule_turns_france_and_chad(record):
    """Chad ended the accord of 2019 and said that friendship was not in question (T079)."""
    pairs = spread(record)
    signs = {
        rule: ties(pairs, rule, at="2024-12-31").set_index(["source", "target"]).loc[("FRA", "TCD")]
        for rule in RULES
    }
    assert {rule: int(row["sign"]) for rule, row in signs.items()} == {
        "latest": -1,
        "majority": 1,
        "both": 0,
    }
    assert signs["majority"][["friendly", "hostile"]].tolist() == [2, 1]
    note = record.timeline.set_index("event_id").at["T079", "note"]
    assert "ties of friendship" in note


def test_what_turned_since_the_end_of_2024(record):
    pairs = spread(record)
    mine = pairs[pairs["source"].isin(EIGHT) & pairs["target"].isin(EIGHT)]
    found = turned_between(mine, "2024-12-31", LAST_DAY)
    assert found.drop(columns="events").to_numpy().tolist() == [
        ["BFA", "USA", "unknown", "hostile"],
        ["MLI", "USA", "hostile", "friendly"],
    ]
    # Niger and the United States turned twice between the two days, and so not at all.
    assert len(turned_between(mine, "2024-12-31", "2025-06-30")) == 1


# --- how it is found --------------------------------------------------------------------------


def test_one_more_act_turns_one_line_or_none(record):
    more = add_act(record, "2026-05-02", "USA", "NER", "visit")
    found = turned_by(record, more, states=EIGHT)
    assert found.to_numpy().tolist() == [
        ["NER", "USA", "hostile", "friendly", ("T003", "T004", "T007", "T033", "T152", "MY01")]
    ]
    # By majority one visit makes it even; and on the last day of the record it is not yet known.
    even = turned_by(record, more, states=EIGHT, rule="majority")
    assert even[["before", "after"]].to_numpy().tolist() == [["hostile", "mixed"]]
    assert turned_by(record, more, at=LAST_DAY).empty
    assert turned_by(more, record, at="2026-05-02", states=EIGHT)["after"].tolist() == ["hostile"]


def test_a_window_that_closes_is_a_turning_point_without_an_act(record):
    found = turning_points(spread(record), "MRT", "FRA", window="365D", until=LAST_DAY)
    assert found.to_numpy().tolist() == [
        ["2014-08-01", "unknown", "friendly", ("T006",)],
        ["2015-08-01", "friendly", "unknown", ()],
    ]
    assert turning_points(spread(record), "MRT", "RUS").empty


def test_questions_without_an_answer_are_refused(record):
    with pytest.raises(ReadingError, match="'2024' is not a day"):
        turned_between(spread(record), "2024", LAST_DAY)
    with pytest.raises(ReadingError, match="'NIG' is not known"):
        turned_by(record, record, states=["NER", "NIG"])
