import csv
import datetime
import re
from pathlib import Path

import numpy as np
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
    """The bounds of the Python library edtf make fourteen months of it."""
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


# Each text as it is read here, or why it is refused; what two libraries make of it, edtf 5.0.2 in
# Python (lower_strict, upper_strict) and edtf 4.11.1 in JavaScript (min, max); where they differ.
with open(Path(__file__).parent / "edtf.csv", encoding="utf-8", newline="") as table:
    EDTF = list(csv.DictReader(table))


@pytest.mark.parametrize("row", EDTF, ids=lambda row: row["text"])
def test_the_table_of_edtf_texts(row):
    text = row["text"]
    if row["refused"]:
        with pytest.raises(ReadingError) as refused:
            dates.bounds(text)
        assert str(refused.value).startswith(f"{text!r} {row['refused']}")
        assert not dates.is_edtf(text) and "expected" in str(refused.value)
        return
    ends = ["open" if pd.isna(day) else str(day.date()) for day in dates.bounds(text)]
    assert ends == [row["earliest"], row["latest"]]
    assert dates.precision(text) == row["precision"]


def test_the_table_has_what_it_claims():
    assert len(EDTF) > 100 and len({row["text"] for row in EDTF}) == len(EDTF)
    for row in EDTF:
        assert bool(row["note"]) >= (row["python"] != row["javascript"]), row["text"]
        for proposed in re.findall(r"write (\[[^\]]*\]|[\d.][^\s;,]*)", row["refused"]):
            assert dates.is_edtf(proposed), f"{row['text']}: {proposed} is refused too"
    agreed = [r for r in EDTF if r["earliest"] and r["python"] == r["javascript"] != "refused"]
    assert len(agreed) > 25
    for row in agreed:
        assert row["python"] == f"{row['earliest']} {row['latest']}"


@given(st.dates(min_value=datetime.date(1, 1, 1)))
def test_a_month_and_a_year_end_where_the_calendar_ends_them(date):
    for width in (7, 4):
        text = date.isoformat()[:width]
        earliest, latest = (day.date() for day in dates.bounds(text))
        assert earliest <= date <= latest
        before, after = earliest.toordinal() - 1, latest.toordinal() + 1
        for outside in (before, after):
            if 1 <= outside <= datetime.date.max.toordinal():
                assert not datetime.date.fromordinal(outside).isoformat().startswith(text)


@given(st.text(st.sampled_from("0123456789-/.[],~?%XT :{}uY"), max_size=14))
def test_any_text_is_read_or_refused_in_one_sentence(text):
    try:
        earliest, latest = dates.bounds(text)
    except ReadingError as refused:
        assert repr(text) in str(refused)
    else:
        assert pd.isna(earliest) or pd.isna(latest) or earliest <= latest


@pytest.mark.parametrize(
    "date",
    [
        "2024-03-16",
        " 2024-03-16 ",
        datetime.date(2024, 3, 16),
        datetime.datetime(2024, 3, 16, 20, 30),
        pd.Timestamp("2024-03-16 20:30"),
        pd.Timestamp("2024-03-16 23:30", tz="Africa/Niamey"),
        np.datetime64("2024-03-16"),
        np.datetime64("2024-03-16T12:00"),
    ],
    ids=repr,
)
def test_one_day_is_read_in_every_form_that_can_mean_no_other(date):
    assert dates.day(date) == pd.Timestamp("2024-03-16")


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2024-03", "it is a month"),
        ("2024", "it is a year"),
        ("2024-03-12/2024-03-14", "it is a stretch of time"),
        ("[2024-03-16..2024-03-17]", "it is one of several days"),
        ("2024-03-16~", "it is marked as uncertain"),
        ("", "it is empty"),
        ("soon", "expected a date such as 2024-03-16"),
        ("12.03.2024", "write 2024-03-12 or 2024-12-03, whichever is meant"),
        ("03/04/2024", "write 2024-04-03 or 2024-03-04, whichever is meant"),
        ("16.03.2024", "write 2024-03-16."),
        ("16 March 2024", "write 2024-03-16."),
        ("20240316", "write 2024-03-16."),
        ("2024-03-16 00:00:00", "write the day without its time, 2024-03-16"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("2023-24", "write 2023-12/2024-02, or 2023/2024 if two years are meant"),
        (2024, "2024 is not a day: expected a date such as 2024-03-16, as a text"),
        (20240316, "is not a day"),
        (True, "is not a day"),
        (None, "None is not a day"),
        (pd.NaT, "NaT is not a day"),
        (float("nan"), "nan is not a day"),
        (np.datetime64("2024-03"), "is not a day"),
    ],
    ids=repr,
)
def test_what_is_no_single_day_is_refused_with_what_to_write(date, says):
    with pytest.raises(ReadingError) as refused:
        dates.day(date)
    assert says in str(refused.value) and str(refused.value).startswith(repr(date))


def test_a_missing_date_in_a_column_is_unknown_and_no_other_rows():
    column = pd.Series(["2024-03-16", None, float("nan"), pd.NA, "2023-07"])
    frame = dates.bounds_frame(column)
    assert frame["earliest"].isna().tolist() == [False, True, True, True, False]
    assert frame["latest"].iloc[-1] == pd.Timestamp("2023-07-31")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("16 mars 2024", "write 2024-03-16"),
        ("1er août 2023", "write 2023-08-01"),
        ("16 de marzo de 2024", "write 2024-03-16"),
        ("16. März 2024", "write 2024-03-16"),
        ("Sept. 5, 2023", "write 2023-09-05"),
        ("mid-March 2024", "write 2024-03;"),
        ("since March 2024", "write 2024-03/..;"),
        ("until 2023", "write ../2023;"),
    ],
)
def test_a_date_in_words_is_told_in_numbers(text, says):
    with pytest.raises(ReadingError, match=re.escape(says)):
        dates.bounds(text)


@pytest.mark.parametrize("text", ["after March 2024", "before 16 March 2024", "not March 2024"])
def test_no_date_is_proposed_that_is_not_meant(text):
    with pytest.raises(ReadingError) as refused:
        dates.bounds(text)
    assert "write" not in str(refused.value)
