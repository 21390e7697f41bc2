"""Answers to the questions of exercise 03, written from lesson and exercise alone."""

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
BEGAN = ["D15", "D11", "D12", "D04", "D02"]
TOLD = ["D02", "D04", "D11", "D12", "D15"]
ENDED = pd.Timestamp("2024-06-07")
MARKS = {
    "D02": "right",
    "D03": "wrong",
    "D05": "too exact",
    "D10": "too exact",
    "D11": "too exact",
    "D12": "wrong",
    "D15": "wrong",
}
IN_FRENCH = {"right": "juste", "too exact": "trop précis", "wrong": "faux"}


def _by_name(case):
    return case.expressions.set_index("expression_id")


def _with_width(case):
    table = case.expressions.copy()
    limits = dates.bounds_frame(table["edtf"])
    table["earliest"], table["latest"] = limits["earliest"], limits["latest"]
    table["width"] = (limits["latest"] - limits["earliest"]).dt.days
    return table


def _sorted_names(case, column):
    """Sort the five things of 3.2 by a column."""
    table = _with_width(case)
    five = table[table["expression_id"].isin(TOLD)]
    return list(five.sort_values(column, kind="stable")["expression_id"])


def _answered(case):
    table = _by_name(case)
    return table[table["parser_says"] != ""]


def _inside(case):
    """Mark by earliest and latest day alone: inside is right, outside is wrong."""
    table = _answered(case)
    said = pd.to_datetime(table["parser_says"].str[:10])
    limits = dates.bounds_frame(table["edtf"])
    inside = (said >= limits["earliest"]) & (said <= limits["latest"])
    return inside.map({True: "right", False: "wrong"})


def _equal(case):
    """Mark by equal texts alone."""
    table = _answered(case)
    return (table["parser_says"].str[:10] == table["edtf"]).map({True: "right", False: "wrong"})


def _own(date, earliest, latest):
    return {"date": date, "earliest": earliest, "latest": latest}


def _own_bounds(date):
    return _own(date, *dates.bounds(date))


ANSWERS = [
    # 3.1 six expressions as EDTF
    ("3.1", "right", WRITTEN, "the dict filled in"),
    ("3.1", "right", pd.Series(WRITTEN), "as a Series"),
    ("3.1", "right", lambda case: _by_name(case)["edtf"], "the column edtf of the whole table"),
    (
        "3.1",
        "right",
        lambda case: case.expressions[case.expressions["expression_id"].isin(WRITTEN)][
            ["expression_id", "edtf"]
        ],
        "two columns of the rows asked for",
    ),
    ("3.1", "right", WRITTEN | {"D05": 2023}, "the year as a number"),
    ("3.1", "right", WRITTEN | {"D09": " 2023-07/.. "}, "spaces around one of them"),
    (
        "3.1",
        "defensible",
        WRITTEN | {"D09": "2023-07/2024-03-17"},
        "up to publication, which is as far as the text can see",
    ),
    ("3.1", "defensible", WRITTEN | {"D11": "2023-03"}, "the month without about"),
    ("3.1", "wrong", WRITTEN | {"D05": "2023-07"}, "the month of sentence 9 put into sentence 3"),
    ("3.1", "wrong", WRITTEN | {"D05": "2023-07-26"}, "the day of the coup from an encyclopedia"),
    ("3.1", "wrong", WRITTEN | {"D11": "2023-03-17"}, "a year back to the day"),
    ("3.1", "wrong", WRITTEN | {"D11": "2024-03~"}, "the month of publication, not a year before"),
    ("3.1", "wrong", WRITTEN | {"D07": "2024-03-17"}, "the day of publication for no longer"),
    (
        "3.1",
        "wrong",
        WRITTEN | {"D07": "../2024-03-17"},
        "a slash, which lasts, for an end, which is one moment",
    ),
    ("3.1", "wrong", WRITTEN | {"D09": "2023-07"}, "the month of the coup, and no lasting"),
    ("3.1", "wrong", WRITTEN | {"D09": "[2023-07..]"}, "brackets for what has lasted since"),
    (
        "3.1",
        "wrong",
        lambda case: _by_name(case)["parser_says"].str[:10].loc[list(WRITTEN)].to_dict(),
        "the parser's answers copied; where it has none, an empty text",
    ),
    (
        "3.1",
        "wrong",
        lambda case: dict(zip(WRITTEN, case.expressions["edtf"], strict=False)),
        "the first six cells of the column edtf, whatever row they belong to",
    ),
    (
        "3.1",
        "wrong",
        dict.fromkeys(WRITTEN, "2024-03-17"),
        "the day of publication in every cell, the two examples included",
    ),
    ("3.1", "unreadable", WRITTEN | {"D07": ...}, "one expression still has its dots"),
    ("3.1", "unreadable", WRITTEN | {"D11": "17/03/23"}, "no EDTF: a date with strokes"),
    # 3.2 five things in the order in which they began
    ("3.2", "right", BEGAN, "the list typed"),
    ("3.2", "right", lambda case: _sorted_names(case, "earliest"), "sorted by the earliest day"),
    ("3.2", "right", "D15, D11, D12, D04, D02", "one text with commas"),
    ("3.2", "right", "d15 < d11 < d12 < d04 < d02", "one text with signs, small letters"),
    (
        "3.2",
        "right",
        lambda case: (
            _with_width(case).set_index("expression_id").loc[TOLD, "earliest"].sort_values()
        ),
        "a sorted Series of days with the names in its index",
    ),
    (
        "3.2",
        "right",
        lambda case: (
            _with_width(case)
            .set_index("expression_id")
            .loc[TOLD]
            .sort_values("earliest")
            .reset_index()[["expression_id", "earliest"]]
        ),
        "a sorted table of names and days",
    ),
    (
        "3.2",
        "right",
        [
            "the presence of French troops",
            "the visit of the secretary of state",
            "the removal of the president",
            "the visit of the delegation",
            "the announcement",
        ],
        "the words of the list in place of the names",
    ),
    ("3.2", "wrong", BEGAN[::-1], "the latest first"),
    ("3.2", "wrong", TOLD, "in the order of telling"),
    ("3.2", "wrong", lambda case: _sorted_names(case, "latest"), "sorted by the latest day"),
    (
        "3.2",
        "wrong",
        lambda case: _sorted_names(case, "parser_says"),
        "sorted by the parser's answers",
    ),
    ("3.2", "wrong", lambda case: _sorted_names(case, "width"), "sorted by width"),
    ("3.2", "wrong", ["D15", "D12", "D11", "D04", "D02"], "the removal before the visit"),
    (
        "3.2",
        "wrong",
        ["D15", "D11", "D12", "D02", "D04"],
        "the announcement before the visit of the delegation",
    ),
    (
        "3.2",
        "wrong",
        ["D11", "D12", "D15", "D04", "D02"],
        "the French troops by their leaving, not by their coming",
    ),
    ("3.2", "wrong", ["D15", "D11", "D12", "D04"], "the announcement left out"),
    (
        "3.2",
        "wrong",
        lambda case: list(_with_width(case).sort_values("earliest")["expression_id"]),
        "all seventeen sorted, not the five asked for",
    ),
    ("3.2", "unreadable", ..., "nothing filled in"),
    # 3.3 the first of four days
    ("3.3", "right", lambda case: ENDED - pd.Timedelta(days=3), "three steps back"),
    ("3.3", "right", "2024-06-04", "the day as a text"),
    ("3.3", "right", datetime.date(2024, 6, 4), "a date of Python"),
    ("3.3", "right", np.datetime64("2024-06-04"), "a date of numpy"),
    ("3.3", "right", "4 June 2024", "in words"),
    ("3.3", "right", "Tuesday, June 4, 2024", "with the weekday, the American way"),
    ("3.3", "right", "le mardi 4 juin 2024", "in French"),
    ("3.3", "right", lambda case: str(ENDED - pd.Timedelta(days=3)), "with the hour that str adds"),
    (
        "3.3",
        "right",
        lambda case: pd.date_range(end=ENDED, periods=4)[0],
        "the first of four days of date_range",
    ),
    ("3.3", "wrong", lambda case: ENDED - pd.Timedelta(days=4), "four days subtracted"),
    ("3.3", "wrong", lambda case: ENDED - pd.Timedelta(days=2), "two, as in the lesson's visit"),
    ("3.3", "wrong", lambda case: ENDED + pd.Timedelta(days=3), "added in place of subtracted"),
    ("3.3", "wrong", lambda case: ENDED, "the last day itself"),
    ("3.3", "wrong", lambda case: ENDED - pd.Timedelta(weeks=3), "weeks in place of days"),
    ("3.3", "wrong", lambda case: ENDED - pd.DateOffset(months=3), "months in place of days"),
    ("3.3", "wrong", lambda case: ENDED - pd.Timedelta(3), "Timedelta(3): nanoseconds, not days"),
    ("3.3", "wrong", "2023-06-04", "the right day in another year"),
    (
        "3.3",
        "wrong",
        lambda case: pd.Timestamp(case.article.published) - pd.Timedelta(days=3),
        "counted from the publication of the story",
    ),
    ("3.3", "unreadable", pd.Timedelta(days=3), "the length, not the day"),
    ("3.3", "unreadable", 3, "the number of steps, not the day"),
    ("3.3", "unreadable", "Tuesday", "the weekday alone"),
    ("3.3", "unreadable", "04/06/2024", "day and month may change places"),
    # 3.4 the wrong column
    ("3.4", "right", "basis", "the name of the column"),
    ("3.4", "right", "Basis", "with a capital letter"),
    ("3.4", "right", " basis.", "a space and a full stop"),
    ("3.4", "right", "the basis", "with an article"),
    ("3.4", "right", ["basis"], "a list with the one name"),
    ("3.4", "right", "basis: it is counted, not stated", "with the reason"),
    ("3.4", "wrong", "edtf", "the date thought wrong"),
    ("3.4", "wrong", "precision", "the month thought too coarse or too fine"),
    ("3.4", "wrong", "role", "lasted expected"),
    ("3.4", "wrong", "EDTF", "the date thought wrong, in capitals"),
    ("3.4", "wrong", "2023-07~", "the cell of the date itself"),
    ("3.4", "wrong", "within", "the cell of the role itself"),
    ("3.4", "wrong", "month", "the cell of the precision itself"),
    ("3.4", "wrong", ["basis", "role"], "two columns where one is asked for"),
    ("3.4", "unreadable", "sentence", "no column of the four"),
    ("3.4", "unreadable", 3, "a number in place of a name"),
    # 3.5 known to the day
    (
        "3.5",
        "right",
        lambda case: (case.expressions["edtf"].apply(dates.precision) == "day").sum(),
        "apply, compare, sum",
    ),
    (
        "3.5",
        "right",
        lambda case: case.expressions["edtf"].apply(dates.precision).value_counts()["day"],
        "value_counts",
    ),
    (
        "3.5",
        "right",
        lambda case: len(case.expressions[case.expressions["precision"] == "day"]),
        "the rows that the column precision gives",
    ),
    ("3.5", "right", "three", "in a word"),
    ("3.5", "right", "3 of 17", "with the number of all"),
    ("3.5", "right", 3.0, "a number with a point"),
    (
        "3.5",
        "wrong",
        lambda case: (case.expressions["edtf"].apply(dates.precision) == "day").count(),
        "count() in place of sum(): all rows",
    ),
    (
        "3.5",
        "wrong",
        lambda case: (case.expressions["edtf"] != "").sum(),
        "all that have a date",
    ),
    (
        "3.5",
        "wrong",
        lambda case: case.expressions["edtf"].str.contains(r"\d{4}-\d\d-\d\d").sum(),
        "all in which a day is written, intervals and brackets too",
    ),
    (
        "3.5",
        "wrong",
        lambda case: (case.expressions["edtf"].apply(dates.precision) == "interval").sum(),
        "the intervals counted",
    ),
    (
        "3.5",
        "wrong",
        lambda case: case.expressions["edtf"].apply(dates.precision).nunique(),
        "the number of different precisions",
    ),
    (
        "3.5",
        "wrong",
        lambda case: case.expressions[case.expressions["precision"] == "day"]["edtf"].nunique(),
        "different days: two expressions share one",
    ),
    (
        "3.5",
        "wrong",
        lambda case: (case.expressions["parser_says"] != "").sum(),
        "the answers of the parser",
    ),
    (
        "3.5",
        "wrong",
        lambda case: dates.bounds_frame(case.expressions["edtf"]).notna().all(axis=1).sum(),
        "those with both ends known",
    ),
    (
        "3.5",
        "wrong",
        lambda case: (case.expressions["precision"] == "day").mean(),
        "the share in place of the number",
    ),
    ("3.5", "wrong", 4, "one too many, counted by eye"),
    (
        "3.5",
        "unreadable",
        lambda case: case.expressions["edtf"].apply(dates.precision) == "day",
        "true and false for each, not summed",
    ),
    (
        "3.5",
        "unreadable",
        lambda case: case.expressions["edtf"].apply(dates.precision).value_counts(),
        "the counts of all precisions",
    ),
    # 3.6 the widest
    ("3.6", "right", "D15", "the name"),
    (
        "3.6",
        "right",
        lambda case: (
            _with_width(case).sort_values("width", ascending=False).iloc[0]["expression_id"]
        ),
        "the first of the sorted table",
    ),
    (
        "3.6",
        "right",
        lambda case: (
            _with_width(case).sort_values("width", ascending=False).head(1)["expression_id"]
        ),
        "a Series with the one name",
    ),
    (
        "3.6",
        "right",
        lambda case: _with_width(case).set_index("expression_id")["width"].idxmax(),
        "idxmax",
    ),
    (
        "3.6",
        "right",
        lambda case: _with_width(case).sort_values("width", ascending=False).head(1),
        "a table of the one row",
    ),
    ("3.6", "right", "d15 (nearly ten years)", "the name and the words"),
    ("3.6", "right", "nearly ten years", "the words of the expression"),
    (
        "3.6",
        "wrong",
        lambda case: _with_width(case).sort_values("width", kind="stable")["expression_id"].iloc[0],
        "the first from the narrowest",
    ),
    (
        "3.6",
        "wrong",
        lambda case: (
            _with_width(case).sort_values("width", kind="stable")["expression_id"].iloc[-1]
        ),
        "the last from the narrowest: no width at all",
    ),
    (
        "3.6",
        "wrong",
        lambda case: (
            _with_width(case).sort_values("width", ascending=False)["expression_id"].iloc[1]
        ),
        "the second",
    ),
    ("3.6", "wrong", "D13", "the time without a release"),
    ("3.6", "wrong", "D09", "since the coup: open at one end"),
    ("3.6", "wrong", "D04", "the visit, the first interval of the table"),
    ("3.6", "wrong", "D16", "in the past: no day known"),
    (
        "3.6",
        "wrong",
        lambda case: case.expressions.loc[
            case.expressions["edtf"].str.len().idxmax(), "expression_id"
        ],
        "the longest text in the column edtf",
    ),
    (
        "3.6",
        "wrong",
        lambda case: case.expressions.sort_values("edtf", ascending=False)["expression_id"].iloc[0],
        "sorted by the column edtf in place of the width",
    ),
    (
        "3.6",
        "unreadable",
        lambda case: _with_width(case)["width"].max(),
        "the width itself in place of the name",
    ),
    (
        "3.6",
        "unreadable",
        lambda case: _with_width(case)["width"].idxmax(),
        "the label of the row in place of the name",
    ),
    # 3.7 earliest and latest day of one's own date
    ("3.7", "right", _own_bounds("2023-03~"), "bounds"),
    ("3.7", "right", _own("2023-03~", "2023-03-01", "2023-03-31"), "texts"),
    ("3.7", "right", _own_bounds("2023-03"), "one's own date without about"),
    ("3.7", "right", _own_bounds("2023~"), "one's own date is a year, and the days follow"),
    (
        "3.7",
        "right",
        _own("2023-03~", datetime.date(2023, 3, 1), datetime.date(2023, 3, 31)),
        "dates of Python",
    ),
    ("3.7", "right", _own("2023-03~", "1 March 2023", "31 March 2023"), "in words"),
    ("3.7", "right", _own("2023-03~", "1er mars 2023", "31 mars 2023"), "in French"),
    (
        "3.7",
        "right",
        lambda case: _own(
            "2023-03~",
            *dates.bounds_frame(pd.Series(["2023-03~"])).iloc[0],
        ),
        "bounds_frame, the first row",
    ),
    (
        "3.7",
        "wrong",
        _own("2023-03~", *dates.bounds("2023-03~")[::-1]),
        "earliest and latest exchanged",
    ),
    (
        "3.7",
        "wrong",
        _own("2023-03~", pd.Timestamp("2023-02-01"), pd.Timestamp("2023-04-30")),
        "a month added at each side for about",
    ),
    (
        "3.7",
        "wrong",
        _own("2023-03~", pd.Timestamp("2023-03-01"), pd.Timestamp("2023-04-01")),
        "the first day of the next month taken for the latest",
    ),
    ("3.7", "wrong", _own("2023-03~", "2023-03-01", "2023-03-30"), "a month of thirty days"),
    (
        "3.7",
        "wrong",
        _own("2023-03~", "2023-03-17", "2023-03-17"),
        "the day a year before publication, twice",
    ),
    ("3.7", "wrong", _own("2023-03~", *dates.bounds("2023")), "the days of the whole year"),
    (
        "3.7",
        "wrong",
        lambda case: _own("2023-03~", *dates.bounds(_by_name(case).loc["D12", "edtf"])),
        "the days of D12 in place of D11",
    ),
    (
        "3.7",
        "wrong",
        _own("2023-03~", "2024-03-01", "2024-03-31"),
        "the month of publication, a year too late",
    ),
    (
        "3.7",
        "wrong",
        _own("2023-03~", dates.bounds("2023-03~")[0], dates.bounds("2023-03~")[0]),
        "the earliest day twice",
    ),
    (
        "3.7",
        "wrong",
        _own("2023~", *dates.bounds("2023-03")),
        "one's own date changed to a year, and the days not made again",
    ),
    ("3.7", "unreadable", _own("2023-03~", ..., ...), "no days yet"),
    ("3.7", "unreadable", _own(..., "2023-03-01", "2023-03-31"), "no date in 3.1 yet"),
    # 3.8 marks for the parser
    ("3.8", "right", MARKS, "the dict filled in"),
    ("3.8", "right", pd.Series(MARKS), "as a Series"),
    (
        "3.8",
        "right",
        pd.DataFrame({"expression_id": list(MARKS), "mark": list(MARKS.values())}),
        "a table of two columns",
    ),
    ("3.8", "right", {name: mark.title() for name, mark in MARKS.items()}, "with capitals"),
    (
        "3.8",
        "right",
        {name: mark.replace(" ", "-") for name, mark in MARKS.items()},
        "with a hyphen",
    ),
    ("3.8", "right", {name: IN_FRENCH[mark] for name, mark in MARKS.items()}, "in French"),
    (
        "3.8",
        "defensible",
        MARKS | {"D02": "too exact"},
        "the hour that the parser gives is in no word of the text",
    ),
    ("3.8", "wrong", MARKS | {"D10": "right"}, "a day taken for a month"),
    ("3.8", "wrong", MARKS | {"D10": "wrong"}, "a day within the month called wrong"),
    ("3.8", "wrong", MARKS | {"D12": "right"}, "eight months too late called right"),
    ("3.8", "wrong", MARKS | {"D12": "too exact"}, "eight months too late called too exact"),
    ("3.8", "wrong", MARKS | {"D15": "too exact"}, "a day in the future called too exact"),
    ("3.8", "wrong", MARKS | {"D02": "wrong"}, "the Saturday called wrong"),
    ("3.8", "wrong", _inside, "marked by inside or outside alone, the two examples included"),
    ("3.8", "wrong", _equal, "marked by equal texts alone, the two examples included"),
    ("3.8", "wrong", dict.fromkeys(MARKS, "wrong"), "all called wrong"),
    (
        "3.8",
        "wrong",
        MARKS | {"D02": "too exact", "D10": "right", "D15": "too exact"},
        "three marks other than ours, two of them wrong: D10 and D15",
    ),
    ("3.8", "unreadable", MARKS | {"D15": ...}, "one answer still has its dots"),
    ("3.8", "unreadable", MARKS | {"D15": "no idea"}, "a text that is no mark"),
    # 3.9 a day or a blank
    (
        "3.9",
        "open",
        "Take D10, July 2023. If I type the 17th, the overthrown government goes on for nine days "
        "after its end, and no later step will notice. A blank, or 2023-07, makes the next reader "
        "ask. You can only correct what you can find.",
        "with an expression, the day and the blank",
    ),
    (
        "3.9",
        "open",
        "Une cellule vide dit que nous avons cherché et que le texte ne donne rien. Pour « in the "
        "past » de la phrase 14, tout jour serait inventé. Un tri placerait ce faux jour parmi les "
        "vrais, alors que la cellule vide reste à la fin et se voit.",
        "in French, on D16",
    ),
    (
        "3.9",
        "open",
        "空白单元格并不是没有用，它说明我们查过而原文没有写。比如“去年”只给出2023年，如果填上7月26日，"
        "以后计算天数的人就会以为这是报道里写的。错误的日期和正确的日期看起来一样，没有人能再找到它。",
        "in Chinese, on D05",
    ),
    (
        "3.9",
        "open",
        "I'd rather have the gap! 'nearly ten years' (sentence 13) got 2034 from the parser: a "
        "timeline would draw troops in the future. With nothing in the cell the row simply drops "
        "out of the sum, and isna() tells me how many I have lost.",
        "on D15, in a lively tone",
    ),
    ("3.9", "unreadable", "\n...\n", "the dots left as they were"),
    ("3.9", "unreadable", "A blank is better than a wrong day.", "one short sentence"),
]
