"""Right, defensible and wrong answers to the questions of lesson 03."""

import datetime

import numpy as np
import pandas as pd

from realignment import dates

WRITTEN = {
    "D02": "2024-03-16",
    "D05": "2023",
    "D07": "[..2024-03-17]",
    "D09": "2023-07/..",
    "D10": "2023-07",
    "D11": "2023-03~",
}
ORDER = ["D15", "D11", "D12", "D04", "D02"]
MARKS = {
    "D02": "right",
    "D03": "wrong",
    "D05": "too exact",
    "D10": "too exact",
    "D11": "too exact",
    "D12": "wrong",
    "D15": "wrong",
}
MARCH = {"date": "2023-03~", "earliest": "2023-03-01", "latest": "2023-03-31"}
ANSWER = (
    "Take July 2023 in sentence 9. The parser makes it the 17th, and then the coup comes nine days "
    "before the end of the government that it overthrew; no later step can see that the day was "
    "made up. A blank would have made us ask. You are right that gaps are awkward to draw."
)


def in_time(case):
    """Return the answer to 3.2 as the solution makes it."""
    table = case.expressions.assign(
        begins=dates.bounds_frame(case.expressions["edtf"])["earliest"]
    ).sort_values("begins", kind="stable")
    return table.loc[table["expression_id"].isin(ORDER), "expression_id"]


def with_days(case):
    """Return the earliest day of each of the five, under its name."""
    days = dates.bounds_frame(case.expressions["edtf"])["earliest"]
    return days.set_axis(case.expressions["expression_id"])[ORDER[::-1]]


def fine(case):
    return (case.expressions["edtf"].apply(dates.precision) == "day").sum()


def widest(case):
    limits = dates.bounds_frame(case.expressions["edtf"])
    width = (limits["latest"] - limits["earliest"]).dt.days
    return case.expressions["expression_id"][width.idxmax()]


def own_days(date):
    earliest, latest = dates.bounds(date)
    return {"date": date, "earliest": earliest, "latest": latest}


RIGHT = {
    "3.1": [
        WRITTEN,
        pd.Series(WRITTEN),
        list(WRITTEN.items()),
        {**WRITTEN, "D02": datetime.date(2024, 3, 16), "D10": pd.Period("2023-07", freq="M")},
        {name.lower(): f" {date} " for name, date in WRITTEN.items()},
        pd.DataFrame({"id": list(WRITTEN), "edtf": list(WRITTEN.values())}, index=range(6, 0, -1)),
        {**WRITTEN, "D05": 2023},
        {**WRITTEN, "D05": np.int64(2023), "D02": "16 mars 2024"},
        {**WRITTEN, "D02": "March 16, 2024"},
        {**WRITTEN, "D02": "2024-03-16 00:00:00"},
    ],
    "3.2": [
        ORDER,
        tuple(ORDER),
        in_time,
        np.array(ORDER),
        "d15, d11, d12, d04, d02",
        pd.DataFrame({"id": ORDER}),
        lambda case: with_days(case).sort_values(),
    ],
    "3.3": [
        "2024-06-04",
        pd.Timestamp("2024-06-07") - pd.Timedelta(days=3),
        datetime.date(2024, 6, 4),
        datetime.datetime(2024, 6, 4),
        " 2024-06-04 ",
        str(pd.Timestamp("2024-06-04")),
        "June 4, 2024",
        "4th June 2024",
        np.datetime64("2024-06-04"),
    ],
    "3.4": [
        "the column basis",
        "basis should be counted",
        "the basis is wrong",
        "basis: it is counted",
        "stated",
        "basis",
        " Basis ",
        '"basis"',
        "BASIS",
    ],
    "3.5": [fine, "3 of 17", 3, "3", np.int64(3), 3.0],
    "3.6": [
        widest,
        "D15",
        "d15",
        "nearly ten years",
        "the presence of French troops",
        lambda case: case.expressions[case.expressions["expression_id"] == "D15"],
        " D15 ",
        pd.Series(["D15"]),
        pd.array(["D15"]),
    ],
    "3.7": [
        MARCH,
        own_days("2023-03~"),
        own_days("2023~"),
        pd.Series(own_days("2023-03")),
        {"Latest": datetime.date(2023, 3, 31), "Earliest": "2023-03-01", "Date": "2023-03~"},
        own_days("2023-03/.."),
        own_days("[..2023-03]"),
        pd.Series(own_days("2023-03/..")),
        {"date": "2023-03/..", "earliest": "2023-03-01", "latest": ".."},
        {"date": "2023-03-17", "earliest": "2023-03-17", "latest": "2023-03-17"},
    ],
    "3.8": [
        MARKS,
        pd.Series(MARKS),
        list(MARKS.items()),
        {name.lower(): mark.upper().replace(" ", "_") for name, mark in MARKS.items()},
        pd.DataFrame({"id": list(MARKS), "mark": list(MARKS.values())}),
    ],
    "3.9": [ANSWER, ANSWER.upper(), "\n" + ANSWER + "\n", ANSWER + " " + ANSWER],
}
DEFENSIBLE = {
    "3.1": [
        {**WRITTEN, "D11": "2023-03"},
        {**WRITTEN, "D11": "2023~"},
        {**WRITTEN, "D07": "[..2024-03-16]"},
        {**WRITTEN, "D09": "2023-07/2024-03-17"},
    ],
    "3.8": [{**MARKS, "D02": "too exact"}],
}
WRONG = {
    "3.1": [
        ({**WRITTEN, "D02": "2024-03-17"}, "publication_date"),
        (dict.fromkeys(WRITTEN, "2024-03-17"), "publication_date"),
        ({**WRITTEN, "D02": "2024-03-23"}, "direction_of_time"),
        ({**WRITTEN, "D11": "2025-03"}, "direction_of_time"),
        ({**WRITTEN, "D07": "../2024-03-17"}, "lasted_within"),
        ({**WRITTEN, "D09": "[2023-07..]"}, "lasted_within"),
        ({**WRITTEN, "D05": "2023-01-01/2023-12-31"}, "lasted_within"),
        ({**WRITTEN, "D05": "2023-01/2023-12"}, "lasted_within"),
        ({**WRITTEN, "D07": "[2024-03-17..]"}, "open_end"),
        ({**WRITTEN, "D09": "../2023-07"}, "open_end"),
        ({**WRITTEN, "D09": "2023-07"}, "open_end"),
        ({**WRITTEN, "D10": "2023-07-17"}, "false_precision"),
        ({**WRITTEN, "D11": "2023-03-17"}, "false_precision"),
        ({**WRITTEN, "D05": "2023-07"}, "false_precision"),
        ({**WRITTEN, "D11": "2023-03?"}, "mark_confused"),
        ({**WRITTEN, "D11": "[2023-02..2023-04]"}, "mark_confused"),
        ({**WRITTEN, "D09": "2023-07-26/.."}, "false_precision"),
        ({**WRITTEN, "D09": "2023-07-01/.."}, "false_precision"),
        ({**WRITTEN, "D10": "2023-07~"}, "hedge_everywhere"),
        ({**WRITTEN, "D05": "2023?"}, "hedge_everywhere"),
        ({**WRITTEN, "D07": "[2023-07..2024-03-17]"}, "open_end"),
        ({**WRITTEN, "D05": "2024"}, "publication_date"),
        ({**WRITTEN, "D07": "[..2024-03]"}, "too_vague"),
        ({**WRITTEN, "D09": "2023/.."}, "too_vague"),
        ({**WRITTEN, "D11": "2022-03~"}, "off_by_one"),
        ({**WRITTEN, "D10": "2023-08"}, "off_by_one"),
        ({**WRITTEN, "D10": "2023"}, "too_vague"),
        ({**WRITTEN, "D02": "2024-03"}, "too_vague"),
        ({**WRITTEN, "D05": "2022"}, "off_by_one"),
        ({**WRITTEN, "D11": "2023-05~"}, "other"),
        ({**WRITTEN, "D05": "last year"}, "unreadable"),
        ({**WRITTEN, "D10": "July 2023"}, "unreadable"),
        ({**WRITTEN, "D10": "juillet 2023"}, "unreadable"),
        ({**WRITTEN, "D02": "2024-03-16 20:00"}, "unreadable"),
    ],
    "3.2": [
        (["D02", "D04", "D11", "D12", "D15"], "order_told"),
        (ORDER[::-1], "reversed"),
        (["D15", "D11", "D12", "D04"], "incomplete"),
        (["D05", *ORDER], "too_many"),
        (["D15", "D12", "D11", "D04", "D02"], "order_told"),
        (["D15", "D11", "D12", "D02", "D04"], "order_told"),
        (["D11", "D15", "D12", "D04", "D02"], "last_for_first"),
        (["D11", "D12", "D04", "D02", "D15"], "last_for_first"),
        (["D05", *ORDER[1:]], "wrong_selection"),
        (["D15", "D11", "D04", "D12", "D02"], "reversed"),
        (["D04", "D15", "D11", "D12", "D02"], "other"),
        (["D04", "D11", "D12", "D02", "D15"], "order_told"),
        (["D99"], "unreadable"),
        (["D15", *ORDER], "other"),
    ],
    "3.3": [
        ("2024-06-03", "off_by_one"),
        (pd.Timestamp("2024-06-05"), "off_by_one"),
        ("2024-06-10", "direction_of_time"),
        ("2024-06-11", "direction_of_time"),
        ("2024-06-07", "direction_of_time"),
        ("2024-06-04/2024-06-07", "too_many"),
        ("2024-06", "too_vague"),
        ("2024-04-30", "other"),
        ("2024-05-17", "measure_confused"),
        (pd.Timestamp("2024-06-07") - pd.DateOffset(months=3), "measure_confused"),
        ("2023-06-04", "off_by_one"),
        ("2024-03-14", "wrong_selection"),
        ("Tuesday", "unreadable"),
        (3, "unreadable"),
        (pd.Timedelta(days=3), "unreadable"),
        (pd.Timestamp("2024-06-07") - pd.Timedelta(3), "unreadable"),
    ],
    "3.4": [
        ("edtf", "direction_of_time"),
        ("EDTF", "direction_of_time"),
        ("precision", "false_precision"),
        (" Precision ", "false_precision"),
        ("role", "lasted_within"),
        ("date", "unreadable"),
    ],
    "3.5": [
        (7, "false_precision"),
        (6, "missing_as_zero"),
        (17, "wrong_denominator"),
        (4, "lasted_within"),
        (2, "same_act_twice"),
        (11, "too_vague"),
        (13, "too_vague"),
        (14, "disagreement_counted"),
        (3 / 17, "wrong_denominator"),
        (5, "measure_confused"),
        (9, "lasted_within"),
        (10, "lasted_within"),
        (8, "other"),
        ("some", "unreadable"),
    ],
    "3.6": [
        ("D06", "open_end"),
        ("D09", "open_end"),
        ("D14", "missing_as_zero"),
        ("D17", "missing_as_zero"),
        ("D02", "reversed"),
        ("D01", "reversed"),
        ("D05", "wrong_selection"),
        ("D13", "wrong_selection"),
        ("D12", "wrong_selection"),
        ("still", "unreadable"),
    ],
    "3.7": [
        ({**MARCH, "earliest": "2023-03-31", "latest": "2023-03-01"}, "reversed"),
        ({**MARCH, "latest": "2023-03-01"}, "false_precision"),
        ({**MARCH, "latest": "2024-03-17"}, "publication_date"),
        ({"date": "2023-03-17", "earliest": "2023-03-01", "latest": "2023-03-01"}, "other"),
        ({**MARCH, "earliest": "2023-03", "latest": "2023-03"}, "too_vague"),
        ({**MARCH, "latest": "2023"}, "too_vague"),
        ({**MARCH, "latest": pd.NaT}, "open_end"),
        ({**own_days("2023-03/.."), "latest": "2023-03-31"}, "open_end"),
        ({**own_days("2023-03/.."), "earliest": pd.NaT}, "open_end"),
        ({**MARCH, "earliest": "2023-03-17", "latest": "2023-03-17"}, "false_precision"),
        ({**MARCH, "earliest": "2023-02-01", "latest": "2023-04-30"}, "mark_confused"),
        ({**MARCH, "latest": "2023-03-30"}, "off_by_one"),
        ({**MARCH, "earliest": "2023-02-28"}, "off_by_one"),
        ({**MARCH, "date": "2023"}, "other_rule"),
        ({**own_days("2023"), "date": "2023-03~"}, "other_rule"),
        ({**MARCH, "latest": "2023-12-31"}, "other"),
        ({"date": "2023-03~"}, "unreadable"),
    ],
    "3.8": [
        ({**MARKS, "D10": "right"}, "false_precision"),
        ({**MARKS, "D05": "right"}, "false_precision"),
        (dict.fromkeys(MARKS, "right"), "false_precision"),
        ({**MARKS, "D03": "right"}, "direction_of_time"),
        ({**MARKS, "D12": "too exact"}, "direction_of_time"),
        ({**MARKS, "D02": "wrong"}, "hedge_everywhere"),
        ({**MARKS, "D11": "wrong"}, "hedge_everywhere"),
        ({**MARKS, "D11": "maybe"}, "unreadable"),
    ],
    "3.9": [
        ("a blank", "unreadable"),
        ("A wrong day can be corrected later, so I would take the day.", "unreadable"),
        (2023, "unreadable"),
        (pd.Timestamp("2023-07-17"), "unreadable"),
        ([ANSWER[:30]], "unreadable"),
        ({"answer": "blank"}, "unreadable"),
    ],
}

SAYS = {
    "3.3": [
        (3, "is a number of days"),
        ("3 days", "is a number of days"),
        (pd.Timedelta(days=4), "is a number of days"),
        (pd.Timestamp("2024-06-07") - pd.Timedelta(3), "Name the unit"),
    ],
}
