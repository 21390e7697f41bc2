"""Right, defensible and wrong answers to the questions of lesson 06."""

import datetime

import numpy as np
import pandas as pd

from realignment.record import load_record, sources_by_lineage

VERDICTS = {
    "C03": "inaccurate",
    "C04": "correct",
    "C07": "imprecise",
    "C10": "rounded",
    "C16": "overgeneral",
    "C17": "unattributed",
}
VISIT = {"visit": "2023-03-16", "days": 132}
ENDS = {"lowest": 600, "highest": 1100}
SOURCES = {"publishers": 4, "origins": 2}
INDEPENDENT = ["K05", "K08", "K21"]
MEMBERS = {"rows": 90, "unverified": 36}
TIMES = {"lowest": 648, "highest": 1016, "times": 1016 / 648}
CORRECTION = (
    "Sentence 3 says that the delegation had left a day before the declaration. By AFP's own "
    "report of 15 March it left on Thursday the 14th, two days before; RFI reports the same on "
    "its own account, so there are two origins, and the row is verified. One day is a small error."
)


def around(case):
    troops = load_record().troops
    us = troops[(troops["operator"] == "USA") & (troops["host"] == "NER")]
    found = us[(us["date"] >= "2023-06") & (us["date"] <= "2024-03-18")]["value"]
    return {"highest": found.max(), "lowest": found.min()}


def within_letters(case):
    troops = load_record().troops
    us = troops[(troops["operator"] == "USA") & (troops["host"] == "NER")]
    letters = us[(us["reported_by"] == "War Powers letter") & (us["date"] >= "2023-06")]["value"]
    low, high = letters.min(), letters.max()
    return {"lowest": low, "highest": high, "times": high / low}


def counted(rows):
    """Return the publishers and the origins of some rows."""
    publishers = rows["source_publisher"].nunique()
    return {"publishers": publishers, "origins": sources_by_lineage(rows).independent}


def five(case):
    timeline = load_record().timeline
    rows = timeline[timeline["event_id"].isin(["T061", "T062", "T063", "T064", "T065"])]
    return pd.Series(
        {
            "origins": sources_by_lineage(rows).independent,
            "publishers": rows["source_publisher"].nunique(),
        }
    )


def independent(case):
    conflicts = load_record().conflicts
    asked = conflicts[conflicts["conflict_id"].isin([*INDEPENDENT, "K09", "K10", "K14"])]
    return asked.loc[asked["independent"] == "yes", "conflict_id"]


def all_of(name):
    """Return the counts of a whole table."""
    table = getattr(load_record(), name)
    return {"rows": len(table), "unverified": int((table["verified"] == "no").sum())}


def members(case):
    table = load_record().memberships
    rows = table[table["status"] == "member"]
    return pd.DataFrame([{"unverified": (rows["verified"] == "no").sum(), "rows": len(rows)}])


RIGHT = {
    "6.1": [
        VERDICTS,
        list(VERDICTS.values()),
        pd.Series(VERDICTS),
        lambda case: case.claims.loc[
            case.claims["claim_id"].isin(VERDICTS), ["claim_id", "verdict"]
        ],
        [(k.lower(), f" {v.title()} ") for k, v in reversed(VERDICTS.items())],
    ],
    "6.2": [
        VISIT,
        {"visit": pd.Timestamp("2023-03-16"), "days": pd.Timedelta(days=132)},
        {"Days": "132", "Visit": datetime.date(2023, 3, 16)},
        pd.DataFrame([VISIT]),
        {**VISIT, "days": "132 days"},
    ],
    "6.3": [
        ENDS,
        (600, 1100),
        around,
        pd.Series({"highest": np.int64(1100), "lowest": np.int64(600)}),
        {"Lowest": "600", "HIGHEST": "1100"},
        {"lowest": "'more than 600'", "highest": "about 1,100"},
    ],
    "6.4": [
        "a",
        "A)",
        " a. ",
        "it makes one series of figures from different counters",
    ],
    "6.5": [SOURCES, five, pd.DataFrame([SOURCES]), {"Origins": "2", "Publishers": 4.0}],
    "6.6": [
        INDEPENDENT,
        independent,
        {"k05", "K21", "K08"},
        "K21; K08; K05",
        np.array(INDEPENDENT),
    ],
    "6.7": [
        MEMBERS,
        {"rows": 90, "unverified": "36 of 90"},
        members,
        pd.Series(MEMBERS),
        {"Unverified": "36", "ROWS": np.int64(90)},
    ],
    "6.8": [
        TIMES,
        pd.Series(TIMES),
        within_letters,
        {"lowest": 648.0, "highest": "1,016", "times": 1.57},
        {"Times": "1.6", "Lowest": "648", "Highest": "1016"},
    ],
    "6.9": [CORRECTION, CORRECTION.upper(), "\n\n" + CORRECTION, CORRECTION * 2],
}

DEFENSIBLE = {
    "6.1": [
        {**VERDICTS, "C07": "ambiguous"},
        {**VERDICTS, "C10": "imprecise"},
        {**VERDICTS, "C16": "imprecise", "C17": "framing"},
        {**VERDICTS, "C17": "overgeneral"},
    ],
}

WRONG = {
    "6.1": [
        ({**VERDICTS, "C17": "contested"}, "verdict_confused"),
        ({**VERDICTS, "C03": "correct"}, "story_for_record"),
        ({**VERDICTS, "C04": "inaccurate"}, "intent_as_event"),
        ({**VERDICTS, "C10": "inaccurate"}, "false_precision"),
        ({**VERDICTS, "C17": "inaccurate"}, "hedge_missed"),
        ({**VERDICTS, "C16": "correct"}, "incomplete"),
        ({**VERDICTS, "C16": "inaccurate"}, "claim_as_fact"),
        ({**VERDICTS, "C07": "correct"}, "too_vague"),
        ({**VERDICTS, "C07": "inaccurate"}, "false_precision"),
        ({**VERDICTS, "C10": "correct"}, "too_vague"),
        ({**VERDICTS, "C17": "correct"}, "hedge_missed"),
        ({**VERDICTS, "C07": "overgeneral"}, "verdict_confused"),
        ({**VERDICTS, "C10": "unattributed"}, "verdict_confused"),
        ({**VERDICTS, "C07": "omission"}, "verdict_confused"),
        ({**VERDICTS, "C07": "false"}, "unreadable"),
        ({"C03": "inaccurate"}, "unreadable"),
    ],
    "6.2": [
        ({"visit": "2023-03~", "days": 132}, "story_for_record"),
        ({**VISIT, "days": 122}, "story_for_record"),
        ({"visit": "2023-03-17", "days": 131}, "publication_date"),
        ({"visit": "2024-03-17", "days": 132}, "publication_date"),
        ({"visit": "2023-03", "days": 132}, "too_vague"),
        ({"visit": "2023-07-26", "days": 132}, "reversed"),
        ({**VISIT, "days": -132}, "reversed"),
        ({**VISIT, "days": 133}, "off_by_one"),
        ({**VISIT, "days": 134}, "wrong_selection"),
        ({**VISIT, "days": 4}, "wrong_selection"),
        ({**VISIT, "days": 208}, "wrong_selection"),
        ({**VISIT, "days": 107}, "story_for_record"),
        ({**VISIT, "visit": "2024-03-12"}, "wrong_selection"),
        ({**VISIT, "days": 367}, "publication_date"),
        ({**VISIT, "days": 30}, "other"),
        ({**VISIT, "visit": "in March"}, "unreadable"),
        ({"visit": "2023-03-16"}, "unreadable"),
    ],
    "6.3": [
        ({"lowest": 1100, "highest": 600}, "reversed"),
        ({**ENDS, "highest": 1500}, "wrong_selection"),
        ({**ENDS, "lowest": 100}, "wrong_selection"),
        ({**ENDS, "highest": 1000}, "story_for_record"),
        ({"lowest": 648, "highest": 1016}, "different_counts"),
        ({**ENDS, "highest": 1016}, "different_counts"),
        ({**ENDS, "lowest": 648}, "different_counts"),
        ({"lowest": 7, "highest": 4}, "code_system"),
        ({**ENDS, "highest": 648}, "incomplete"),
        ({**ENDS, "highest": 2400}, "wrong_selection"),
        ({**ENDS, "highest": 1234}, "other"),
        ({"lowest": "about six hundred", "highest": 1100}, "unreadable"),
    ],
    "6.4": [
        ("b", "publication_date"),
        ("c", "niger_nigeria"),
        ("d", "outlets_as_sources"),
        ("D.", "outlets_as_sources"),
        ("it confuses two states with similar names", "niger_nigeria"),
        ("e", "unreadable"),
        (452, "unreadable"),
    ],
    "6.5": [
        ({"publishers": 2, "origins": 4}, "reversed"),
        ({"publishers": 4, "origins": 4}, "outlets_as_sources"),
        ({"publishers": 4, "origins": 5}, "outlets_as_sources"),
        ({"publishers": 4, "origins": 3}, "carrier_as_origin"),
        ({"publishers": 5, "origins": 2}, "same_act_twice"),
        ({"publishers": 4, "origins": 1}, "incomplete"),
        (lambda case: counted(load_record().timeline), "wrong_selection"),
        (lambda case: counted(case.claims), "wrong_selection"),
        ({"publishers": 3, "origins": 2}, "off_by_one"),
        ({"publishers": 40, "origins": 2}, "other"),
        ({"publishers": 4}, "unreadable"),
    ],
    "6.6": [
        (["K05", "K08", "K09", "K10", "K14", "K21"], "too_many"),
        ([*INDEPENDENT, "K10"], "unknown_as_independent"),
        (["K14", "K10"], "unknown_as_independent"),
        ([*INDEPENDENT, "K09"], "outlets_as_sources"),
        ("K09", "outlets_as_sources"),
        (["K05"], "incomplete"),
        (["K05", "K01"], "unreadable"),
        (5, "unreadable"),
    ],
    "6.7": [
        (all_of("memberships"), "wrong_selection"),
        (all_of("votes"), "wrong_selection"),
        ({"rows": 112, "unverified": 27}, "wrong_selection"),
        ({"rows": 15, "unverified": 3}, "wrong_selection"),
        ({**MEMBERS, "rows": 29}, "wrong_selection"),
        ({"rows": 76, "unverified": 32}, "wrong_selection"),
        ({**MEMBERS, "unverified": 54}, "unverified_as_known"),
        ({**MEMBERS, "unverified": 0}, "unverified_as_known"),
        ({"rows": 36, "unverified": 90}, "reversed"),
        ({"rows": 36, "unverified": 54}, "incomplete"),
        ({**MEMBERS, "unverified": 36 / 90}, "wrong_denominator"),
        ({**MEMBERS, "rows": 91}, "off_by_one"),
        ({**MEMBERS, "rows": 54}, "incomplete"),
        ({**MEMBERS, "rows": 70}, "other"),
        ({"rows": 90}, "unreadable"),
    ],
    "6.8": [
        ({**TIMES, "times": 648 / 1016}, "reversed"),
        ({"lowest": 1016, "highest": 648, "times": 1016 / 648}, "order_told"),
        ({"lowest": 100, "highest": 575, "times": 5.75}, "wrong_selection"),
        ({"lowest": 575, "highest": 800, "times": 800 / 575}, "wrong_selection"),
        ({"lowest": 100, "highest": 1016, "times": 10.16}, "wrong_selection"),
        ({**TIMES, "times": 368}, "wrong_denominator"),
        ({**TIMES, "times": 0.57}, "off_by_one"),
        ({**TIMES, "times": 1}, "wrong_denominator"),
        ({**ENDS, "times": 1100 / 600}, "different_counts"),
        ({**TIMES, "highest": 1100, "times": 1100 / 648}, "different_counts"),
        ({"lowest": 648, "highest": 648, "times": 1}, "incomplete"),
        ({**TIMES, "times": 2}, "too_vague"),
        ({**TIMES, "times": 1100 / 600}, "different_counts"),
        ({**TIMES, "times": 0.36}, "off_by_one"),
        ({**TIMES, "times": 100 * 1016 / 648}, "wrong_denominator"),
        ({**TIMES, "times": 7}, "other"),
        ({"times": 1.8}, "unreadable"),
        (1.8, "unreadable"),
    ],
    "6.9": [
        ("too short", "unreadable"),
        ("It was Thursday.", "unreadable"),
        (2, "unreadable"),
        (["Sentence 3"], "unreadable"),
        ({"sentence": 3}, "unreadable"),
        ("C03 is inaccurate, since AFP says so in its own report.", "unreadable"),
    ],
}

SAYS = {
    "6.8": [
        ({"lowest": 1016, "highest": 648, "times": 1016 / 648}, "the wrong way round"),
        ({**TIMES, "times": 648 / 1016}, "divided the other way round"),
    ],
}
