import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from realignment import dates
from realignment.errors import ReadingError


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-03-16", "2024-03-16", "2024-03-16", "day"),
        ("2023-07", "2023-07-01", "2023-07-31", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023", "2023-01-01", "2023-12-31", "year"),
        ("2023-03~", "2023-03-01", "2023-03-31", "month"),
        ("2020-08-18?", "2020-08-18", "2020-08-18", "day"),
        ("2024-03-13/2024-03-15", "2024-03-13", "2024-03-15", "interval"),
        ("2023-07/2024-03-17", "2023-07-01", "2024-03-17", "interval"),
        ("2023-07/..", "2023-07-01", None, "interval"),
        ("../2023", None, "2023-12-31", "interval"),
        ("[2023-07..2024-03-17]", "2023-07-01", "2024-03-17", "one-of"),
        ("[..2024-03-16]", None, "2024-03-16", "one-of"),
        ("[2014..]", "2014-01-01", None, "one-of"),
        ("[2024-03-12,2024-03-14]", "2024-03-12", "2024-03-14", "one-of"),
        ("[2024-03-14,2024-03-12]", "2024-03-12", "2024-03-14", "one-of"),
        ("", None, None, "unknown"),
        ("-", None, None, "unknown"),
    ],
)
def test_bounds_are_the_calendars_own(text, earliest, latest, precision):
    found = dates.bounds(text)
    assert [None if pd.isna(day) else str(day.date()) for day in found] == [earliest, latest]
    assert dates.precision(text) == precision


def test_an_approximate_month_is_not_padded():
    """The library's fuzzy bounds make fourteen months of it."""
    assert dates.bounds("2023-03~") == dates.bounds("2023-03")
    assert dates.is_approximate("2023-03~") and not dates.is_approximate("2023-03")


@pytest.mark.parametrize(
    "text",
    [
        "2024-13-40",
        "2024-02-30",
        "2023-02-29",
        "Saturday",
        "16.03.2024",
        "2024-3-16",
        "20240316",
        "201X",
        "[]",
        "[..]",
        "..",
        "2024/03/16",
        "2024-03-16/",
        "[2024-03-16",
        "2024-03-16 2024",
    ],
)
def test_what_is_no_date_is_refused_in_one_sentence(text):
    with pytest.raises(ReadingError) as refused:
        dates.bounds(text)
    assert repr(text) in str(refused.value) and "expected" in str(refused.value)
    assert not dates.is_edtf(text)


def test_an_interval_that_ends_before_it_begins_is_refused():
    for text in ("2024-03-17/2024-03-13", "[2024-03-17..2024-03-13]", "2024/2023"):
        with pytest.raises(ReadingError, match="ends before it begins"):
            dates.bounds(text)


def test_other_things_than_text_are_refused():
    for thing in (None, 2024, 3.5, pd.Timestamp("2024-03-16")):
        with pytest.raises(ReadingError, match="is not a date"):
            dates.bounds(thing)


def test_a_column_has_the_bounds_of_each_of_its_dates():
    column = pd.Series(
        ["2024-03-16", "", "2023-07/..", "2024-03-16", "[..2024-03-16]"], index=list("abcde")
    )
    frame = dates.bounds_frame(column)
    assert list(frame.index) == list("abcde")
    for key, text in column.items():
        for found, true in zip(frame.loc[key], dates.bounds(text), strict=True):
            assert (pd.isna(found) and pd.isna(true)) or found == true
    with pytest.raises(ReadingError):
        dates.bounds_frame(pd.Series(["2024-02-30"]))
    assert dates.bounds_frame(pd.Series([], dtype=object)).empty


@given(st.dates(), st.dates())
def test_any_two_days_make_an_interval_or_none(one, other):
    text = f"{one.isoformat()}/{other.isoformat()}"
    if one > other:
        assert not dates.is_edtf(text)
    elif one.year > 1677:
        earliest, latest = dates.bounds(text)
        assert (earliest.date(), latest.date()) == (one, other)
