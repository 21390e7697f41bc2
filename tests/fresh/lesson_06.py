"""Answers to the questions of exercise 06, written from lesson and exercise alone."""

import datetime as dt

import numpy as np
import pandas as pd

from realignment.dates import bounds
from realignment.record import load_record

VERDICTS = {
    "C03": "inaccurate",
    "C04": "correct",
    "C07": "imprecise",
    "C10": "rounded",
    "C16": "overgeneral",
    "C17": "unattributed",
}


def around():
    """Return the figures for American troops in Niger round the story."""
    troops = load_record().troops
    return troops[
        (troops["host"] == "NER")
        & (troops["operator"] == "USA")
        & (troops["date"] >= "2023-06")
        & (troops["date"] <= "2024-03-18")
    ]


def letters():
    """Return those of the letters to Congress."""
    rows = around()
    return rows[rows["reported_by"] == "War Powers letter"]["value"].astype(int)


def memberships():
    """Return the count of memberships by status and verification."""
    table = load_record().memberships
    return pd.crosstab(table["status"], table["verified"])


ANSWERS = [
    ("6.1", "right", VERDICTS, "the dict as shown"),
    (
        "6.1",
        "right",
        lambda case: case.claims.set_index("claim_id").loc[list(VERDICTS), "verdict"],
        "a Series from the table",
    ),
    ("6.1", "right", {k: v.upper() for k, v in VERDICTS.items()}, "capitals"),
    (
        "6.1",
        "right",
        lambda case: case.claims[case.claims["claim_id"].isin(VERDICTS)][["claim_id", "verdict"]],
        "two columns of the table",
    ),
    ("6.1", "wrong", VERDICTS | {"C03": "correct"}, "believed the story", "record not read"),
    ("6.1", "wrong", VERDICTS | {"C10": "inaccurate"}, "110 is not 100", "rounding as error"),
    (
        "6.1",
        "wrong",
        VERDICTS | {"C07": "overgeneral", "C16": "imprecise"},
        "two exchanged",
        "exchanged",
    ),
    ("6.1", "wrong", VERDICTS | {"C17": "inaccurate"}, "nobody is named", "another verdict"),
    ("6.1", "wrong", VERDICTS | {"C04": "inaccurate"}, "planned days", "plan for deed"),
    ("6.1", "wrong", dict.fromkeys(VERDICTS, "correct"), "one for all", "one label for all"),
    ("6.1", "wrong", VERDICTS | {"C10": ...}, "one left", "one left open"),
    ("6.2", "right", {"visit": "2023-03-16", "days": 132}, "a text and a number"),
    (
        "6.2",
        "right",
        lambda case: {
            "visit": bounds("2023-03-16")[0],
            "days": (bounds("2023-07-26")[0] - bounds("2023-03-16")[0]).days,
        },
        "by bounds",
    ),
    (
        "6.2",
        "right",
        lambda case: {
            "visit": pd.Timestamp("2023-03-16"),
            "days": pd.Timestamp("2023-07-26") - pd.Timestamp("2023-03-16"),
        },
        "a Timedelta",
    ),
    ("6.2", "right", {"visit": dt.date(2023, 3, 16), "days": "132"}, "a date and a text"),
    ("6.2", "right", {"visit": "16 March 2023", "days": "132 days"}, "in words"),
    ("6.2", "wrong", {"visit": "2023-03-16", "days": 133}, "both ends counted", "off by one"),
    ("6.2", "wrong", {"visit": "2023-03-16", "days": -132}, "the wrong way", "reversed direction"),
    ("6.2", "wrong", {"visit": "2023-03-16", "days": 134}, "to 28 July", "another row"),
    (
        "6.2",
        "wrong",
        {"visit": "2023-03-17", "days": 131},
        "a year before the story",
        "publication day",
    ),
    ("6.2", "wrong", {"visit": "2023-07-26", "days": 132}, "the coup's day", "the other row"),
    ("6.2", "wrong", {"visit": "2023-03-16", "days": 4}, "months", "months in place of days"),
    ("6.3", "right", {"lowest": 600, "highest": 1100}, "two numbers"),
    (
        "6.3",
        "right",
        lambda case: {
            "lowest": around()["value"].astype(int).min(),
            "highest": around()["value"].astype(int).max(),
        },
        "min and max",
    ),
    ("6.3", "right", (600, 1100), "a tuple in the order asked"),
    ("6.3", "right", {"lowest": "600", "highest": "1,100"}, "texts"),
    ("6.3", "right", lambda case: pd.Series({"lowest": 600.0, "highest": 1100.0}), "a Series"),
    ("6.3", "wrong", {"lowest": 1100, "highest": 600}, "exchanged", "exchanged"),
    ("6.3", "wrong", {"lowest": 600, "highest": 1500}, "France too", "filter forgotten"),
    ("6.3", "wrong", {"lowest": 100, "highest": 1100}, "all years", "time forgotten"),
    (
        "6.3",
        "wrong",
        {"lowest": 648, "highest": 1100},
        "to the day of the story",
        "a day too early",
    ),
    ("6.3", "wrong", {"lowest": 648, "highest": 1016}, "letters alone", "a filter too many"),
    ("6.3", "wrong", {"lowest": 600, "highest": 1016}, "the first row", "wrong row"),
    ("6.4", "right", "a", "the letter"),
    ("6.4", "right", "A", "a capital"),
    ("6.4", "right", "(a)", "in parentheses"),
    ("6.4", "right", ["a"], "in a list"),
    ("6.4", "wrong", "b", "the day of publication", "another flaw"),
    ("6.4", "wrong", "c", "two states", "another flaw"),
    ("6.4", "wrong", "d", "papers", "another flaw"),
    ("6.4", "wrong", "a and d", "two letters", "did not choose"),
    ("6.4", "wrong", 352, "the number", "a number for a letter"),
    ("6.4", "wrong", "", "left it empty", "empty text"),
    ("6.4", "wrong", ..., "left the dots", "left the dots"),
    ("6.5", "right", {"publishers": 4, "origins": 2}, "two numbers"),
    ("6.5", "right", (4, 2), "a tuple in the order asked"),
    ("6.5", "right", {"publishers": np.int64(4), "origins": "2"}, "numpy and text"),
    ("6.5", "right", lambda case: pd.Series({"publishers": 4, "origins": 2}), "a Series"),
    ("6.5", "right", {"publishers": 4.0, "origins": 2.0}, "floats"),
    ("6.5", "wrong", {"publishers": 5, "origins": 2}, "rows", "duplicates kept"),
    ("6.5", "wrong", {"publishers": 4, "origins": 3}, "through counted apart", "one origin twice"),
    ("6.5", "wrong", {"publishers": 2, "origins": 4}, "exchanged", "exchanged"),
    ("6.5", "wrong", {"publishers": 4, "origins": 5}, "rows", "duplicates kept"),
    ("6.5", "wrong", {"publishers": 4, "origins": 4}, "papers as origins", "papers counted"),
    ("6.5", "wrong", {"publishers": 4, "origins": 1}, "AFP alone", "one left out"),
    ("6.6", "right", ["K05", "K08", "K21"], "a list"),
    ("6.6", "right", {"K21", "K05", "K08"}, "a set"),
    ("6.6", "right", "K05, K08, K21", "a text"),
    ("6.6", "right", ("k05", "k08", "k21"), "small letters"),
    (
        "6.6",
        "right",
        lambda case: load_record().conflicts.query("conflict_id in ['K05', 'K08', 'K21']")[
            "conflict_id"
        ],
        "a column of the table",
    ),
    ("6.6", "wrong", ["K05", "K08", "K09", "K21"], "K09 too", "the same origin twice"),
    ("6.6", "wrong", ["K05", "K08", "K10", "K14", "K21"], "empty ones too", "unknown as different"),
    ("6.6", "wrong", ["K09", "K10", "K14"], "those that are not", "the complement"),
    ("6.6", "wrong", ["K08", "K21"], "K05 left out", "one left out"),
    ("6.6", "wrong", ["K05", "K08"], "Sputnik not counted", "one left out"),
    ("6.6", "wrong", 3, "the number", "a number in place of ids"),
    ("6.6", "wrong", [], "none", "empty list"),
    ("6.7", "right", {"rows": 89, "unverified": 32}, "two numbers"),
    (
        "6.7",
        "right",
        lambda case: {
            "rows": memberships().loc["member"].sum(),
            "unverified": memberships().loc["member", "no"],
        },
        "from the table",
    ),
    ("6.7", "right", (89, 32), "a tuple in the order asked"),
    ("6.7", "right", {"rows": "89", "unverified": "32"}, "texts"),
    ("6.7", "wrong", {"rows": 89, "unverified": 57}, "the verified", "the complement"),
    ("6.7", "wrong", {"rows": 32, "unverified": 57}, "the two cells", "not added"),
    ("6.7", "wrong", {"rows": 57, "unverified": 32}, "the verified as all", "not added"),
    ("6.7", "wrong", {"rows": 97, "unverified": 30}, "the votes yes", "cell not changed"),
    (
        "6.7",
        "wrong",
        lambda case: {
            "rows": memberships().to_numpy().sum(),
            "unverified": memberships()["no"].sum(),
        },
        "all statuses",
        "filter forgotten",
    ),
    ("6.7", "wrong", {"rows": 15, "unverified": 0}, "the suspended", "wrong row"),
    ("6.7", "wrong", {"rows": 32, "unverified": 89}, "exchanged", "exchanged"),
    (
        "6.8",
        "right",
        lambda case: {
            "lowest": letters().min(),
            "highest": letters().max(),
            "times": letters().max() / letters().min(),
        },
        "computed",
    ),
    ("6.8", "right", {"lowest": 648, "highest": 1016, "times": 1.6}, "one decimal"),
    ("6.8", "right", {"lowest": 648, "highest": 1016, "times": 1.57}, "two decimals"),
    ("6.8", "right", {"lowest": "648", "highest": "1,016", "times": "1,57"}, "texts"),
    ("6.8", "right", (648, 1016, 1016 / 648), "a tuple in the order asked"),
    ("6.8", "wrong", {"lowest": 600, "highest": 1100, "times": 1.83}, "all", "filter forgotten"),
    (
        "6.8",
        "wrong",
        {"lowest": 648, "highest": 1016, "times": 0.64},
        "turned",
        "reversed fraction",
    ),
    (
        "6.8",
        "wrong",
        {"lowest": 100, "highest": 1016, "times": 10.2},
        "all years",
        "time forgotten",
    ),
    (
        "6.8",
        "wrong",
        {"lowest": 648, "highest": 1016, "times": 368},
        "the difference",
        "subtracted",
    ),
    ("6.8", "wrong", {"lowest": 1016, "highest": 648, "times": 1.57}, "exchanged", "exchanged"),
    ("6.8", "wrong", {"lowest": 648, "highest": 1016, "times": 2}, "rounded up", "no decimal"),
    (
        "6.9",
        "right",
        "Correction: sentence 3 says that the delegation left a day before the declaration. AFP's "
        "own report of 15 March says Thursday 14 March, two days. One origin, verified; Niger's "
        "communiqué is a second. Why the dispatch says a day is not known.",
        "C03 with its origins",
    ),
    (
        "6.9",
        "right",
        "In sentence 8 we wrote that the base cost $100 million. The record has about $110 million "
        "by several papers. The row is verified but has no lineage, so origins cannot be "
        "counted. What the base cost in the end is unknown.",
        "C10",
    ),
    (
        "6.9",
        "right",
        "Rectificatif. La phrase 3 dit « un jour après ». Selon l'AFP du 15 mars, la délégation est "
        "partie le 14. Une origine, vérifiée. On ignore pourquoi.",
        "in French",
    ),
    (
        "6.9",
        "right",
        "更正：第3句说代表团在声明前一天离开。根据法新社3月15日的报道，代表团3月14日就离开了，早了两天。"
        "这条记录已核实，来源有一个。至于为什么写错，目前还不知道。",
        "in Chinese, of fair length",
    ),
    (
        "6.9",
        "right",
        "تصحيح: تقول الجملة الثالثة إن الوفد غادر قبل الإعلان بيوم. أما السجل، نقلا عن وكالة فرانس "
        "برس، فيقول يوم 14 مارس. المصدر واحد والصف محقق. ولا يعرف سبب الخطأ بعد.",
        "in Arabic, of fair length",
    ),
    ("6.9", "wrong", "Sentence 3 is wrong.", "one sentence", "too short"),
    ("6.9", "wrong", "C03: two days.", "a scrap", "too short"),
    (
        "6.9",
        "wrong",
        "Write a correction for the paper, in three sentences or more. Choose one row of claims. "
        "Name the sentence, what the story says, what the record says, and by whom.",
        "copied the question",
        "copied from the question",
    ),
    ("6.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("6.9", "wrong", "      ", "spaces", "blank"),
    ("6.9", "wrong", ["Sentence 3"], "a list", "a list in place of a text"),
]
