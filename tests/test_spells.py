"""Spells: beginnings and ends that are known well, badly, or not at all."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realignment.errors import ReadingError
from realignment.spells import STATUSES, change_points, held_at, limits, merge, status_at


def spell(start: str, end: str) -> pd.DataFrame:
    return pd.DataFrame({"start": [start], "end": [end]})


@pytest.mark.parametrize(
    ("start", "end", "date", "status"),
    [
        ("2023-07-26", "", "2023-07-25", "not yet"),
        ("2023-07-26", "", "2023-07-26", "open"),
        ("2023-07-26", "", "2099-01-01", "open"),
        # half open: on the day of its end it has ended
        ("2013-02", "2024-07-07", "2024-07-06", "open"),
        ("2013-02", "2024-07-07", "2024-07-07", "closed"),
        # known to the month or year
        ("2013-02", "", "2013-01-31", "not yet"),
        ("2013-02", "", "2013-02-10", "uncertain"),
        ("2013-02", "", "2013-02-28", "open"),
        ("2010", "2023", "2022-12-31", "open"),
        ("2010", "2023", "2023-06-01", "uncertain"),
        ("2010", "2023", "2023-12-31", "closed"),
        # one of these days
        ("[2022-02-01,2022-02-08]", "", "2022-02-03", "uncertain"),
        ("[2022-02-01,2022-02-08]", "", "2022-02-08", "open"),
        # no beginning was found
        ("", "2025-01-11", "2020-01-01", "uncertain"),
        ("", "2025-01-11", "2025-01-11", "closed"),
        # an end somewhere after: nothing is known any more
        ("2007~", "[2014..]", "2013-12-31", "open"),
        ("2007~", "[2014..]", "2014-01-01", "unknown"),
        ("2007~", "[2014..]", "2024-01-01", "unknown"),
    ],
)
def test_how_a_spell_stands_on_a_day(start, end, date, status):
    assert status_at(spell(start, end), date).item() == status
    assert status_at(spell(start, end), pd.Timestamp(date)).item() == status


def test_what_held_leaves_out_what_is_not_sure_only_when_asked():
    spells = pd.DataFrame(
        {
            "who": ["a", "b", "c", "d"],
            "start": ["2010", "2015", "", "2012-05-01"],
            "end": ["", "", "2020", "2014-01-01"],
        },
        index=[7, 3, 9, 1],
    )
    assert list(held_at(spells, "2015-06-01")["who"]) == ["a", "b", "c"]
    assert list(held_at(spells, "2015-06-01", sure=True)["who"]) == ["a"]
    assert list(held_at(spells, "2015-06-01").index) == [7, 3, 9]


def test_change_points_come_once_and_in_order():
    spells = pd.DataFrame(
        {
            "start": ["2023-09-16", "2023-09-16", "2014-02"],
            "end": ["", "2025-01-29", "2023-09-16"],
        }
    )
    days = [str(day.date()) for day in change_points(spells)]
    assert days == ["2014-02-01", "2014-02-28", "2023-09-16", "2025-01-29"]
    assert change_points(spells.iloc[:0]) == []


def test_spells_that_touch_or_overlap_become_one():
    spells = pd.DataFrame(
        {
            "state": ["A", "A", "A", "B", "B", "C"],
            "start": ["2000-01-01", "2005-01-01", "2012-01-01"]
            + ["2001", "2004-01-01", "2005-01-01"],
            "end": ["2005-01-01", "2010-01-01", ""] + ["2005-01-01", "2006-01-01", "2007-01-01"],
        }
    )
    result = merge(spells, ["state"])
    assert result.to_dict("records") == [
        {"state": "A", "start": "2000-01-01", "end": "2010-01-01", "spells": 2},
        {"state": "A", "start": "2012-01-01", "end": "", "spells": 1},
        {"state": "B", "start": "2001", "end": "2006-01-01", "spells": 2},
        {"state": "C", "start": "2005-01-01", "end": "2007-01-01", "spells": 1},
    ]


def test_an_open_spell_swallows_what_follows_it_and_keeps_its_open_end():
    spells = pd.DataFrame(
        {
            "state": ["A", "A"],
            "start": ["", "2005-01-01"],
            "end": ["", "2007-01-01"],
        }
    )
    assert merge(spells, ["state"]).to_dict("records") == [
        {"state": "A", "start": "", "end": "", "spells": 2}
    ]


def test_spells_are_not_joined_on_what_is_uncertain():
    spells = pd.DataFrame(
        {
            "state": ["A", "A"],
            "start": ["2000", "2005-06-01"],
            "end": ["2005", "2007"],
        }
    )
    assert len(merge(spells, ["state"])) == 2


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.sampled_from("AB"), st.integers(0, 60), st.integers(1, 20)),
        min_size=1,
        max_size=12,
    )
)
def test_merging_changes_nothing_about_who_held_when(triples):
    origin = pd.Timestamp("2020-01-01")

    def day(number):
        return str((origin + pd.Timedelta(days=number)).date())

    spells = pd.DataFrame(
        [(who, day(begin), day(begin + length)) for who, begin, length in triples],
        columns=["who", "start", "end"],
    )
    joined = merge(spells, ["who"])
    assert joined["spells"].sum() == len(spells)
    for number in range(0, 81, 9):
        before, after = held_at(spells, day(number)), held_at(joined, day(number))
        assert set(before["who"]) == set(after["who"])
        assert not after["who"].duplicated().any()
    for date in (str(point.date()) for point in change_points(joined)):
        assert set(status_at(joined, date)) <= set(STATUSES)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: status_at(spell("2020", ""), "yesterday"), "'yesterday' is not a date"),
        (lambda: status_at(spell("2020", ""), "2024-03"), "'2024-03' is not a day"),
        (lambda: status_at(spell("2020", ""), pd.NaT), "is not a day"),
        (lambda: status_at(spell("Saturday", ""), "2024-03-16"), "'Saturday' is not a date"),
        (lambda: limits(spell("2020", "2019")), "ends before it begins"),
        (lambda: limits(pd.DataFrame({"start": ["2020"]})), "no column 'end'"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(call, says):
    with pytest.raises(ReadingError, match=says):
        call()


def test_a_hundred_thousand_spells_are_read_at_once():
    many = pd.concat([spell("2013-02", "2024-07-07")] * 100_000, ignore_index=True)
    assert (status_at(many, "2020-01-01") == "open").all()
