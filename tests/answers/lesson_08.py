"""Right, defensible and wrong answers to the questions of lesson 08."""

import numpy as np
import pandas as pd

from realignment.record import load_record
from realignment.ties import dyads, tie_spells
from realignment.turning import turning_points

FIRST = {
    "NER-UKR": "2024-08-06",
    "MLI-UKR": "2024-08-04",
    "BFA-DZA": "2025-04-06",
    "DZA-MLI": "2024-01-25",
    "DEU-MLI": "2021-12-23",
    "FRA-TCD": "2014-08-01",
}
REASONS = {
    "FRA-MLI 2013": "window",
    "FRA-TCD 2019": "window",
    "NER-USA 2019": "contrary act",
    "MLI-RUS 2019": "open",
    "FRA-MRT 2014": "window",
}
LISTED = ["T044", "T018", "T079", "T031", "T041", "T099"]
ORDER = ["T018", "T031", "T041", "T099", "T044", "T079"]
TURNS = {
    "first friendly": "2025-07-10",
    "hostile again": "2025-12-16",
    "friendly again": "2026-02-02",
}
ACT = {"actor": "FRA", "recipient": "TCD", "sign_rule": "visit", "after": "friendly"}
COUNTED = {"as it is": "hostile", "each one": "friendly", "renewals as one": "hostile"}
ARGUMENT = (
    "By the latest act, without a window, four lines with France turned between 23 December 2021 "
    "(Mali) and 28 November 2024 (Chad); Burkina Faso, Niger and Chad turned theirs themselves. "
    "Niger and the United States turned friendly in April 2025 and hostile in December 2025. By "
    "both the line is mixed all that time. For most of the 28 pairs nothing is known."
)


def pairs_of_eight():
    record = load_record()
    eight = {"USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT"}
    found = dyads(record.timeline[record.timeline["kind"] == "event"], record.actors)
    return found[found["source"].isin(eight) & found["target"].isin(eight)]


def why(case):
    table = tie_spells(pairs_of_eight(), window="1827D", until="2026-04-27")
    names = table["source"] + "-" + table["target"] + " " + table["start"].str[:4]
    found = pd.Series(table["why"].replace("", "open").to_numpy(), index=names)
    return found[list(REASONS)]


def by_day():
    timeline = load_record().timeline
    return timeline[timeline["event_id"].isin(ORDER)].sort_values("date")


def ordered(case):
    return by_day()["event_id"]


def turned(case):
    days = turning_points(pairs_of_eight(), "USA", "MLI", until="2026-04-27")["day"]
    return pd.Series(days.to_numpy()[1:], index=list(TURNS))


RIGHT = {
    "8.1": [
        FIRST,
        pd.Series(FIRST).sample(frac=1, random_state=1),
        {pair: pd.Timestamp(day) for pair, day in FIRST.items()},
        pd.DataFrame({"pair": list(FIRST), "first": list(FIRST.values())}),
        {
            "UKR-NER": "2024-08-06",
            "ukr-mli": " 2024-08-04",
            "DZA-BFA": "2025-04-06",
            "MLI-DZA": pd.Timestamp("2024-01-25").date(),
            "mli-deu": "23 December 2021",
            "TCD-FRA": "2014-08-01",
        },
    ],
    "8.2": [
        REASONS,
        why,
        {name.lower(): reason.upper() for name, reason in REASONS.items()},
        list(REASONS.items()),
        {name: "" if reason == "open" else reason for name, reason in REASONS.items()},
        {name: "still open" if reason == "open" else reason for name, reason in REASONS.items()},
        lambda case: why(case).replace("open", ""),
    ],
    "8.3": [
        ORDER,
        ordered,
        "t018, t031, T041, T099, T044, T079",
        "1. T018 2. T031 3. T041 4. T099 5. T044 6. T079",
        np.array(ORDER),
        {event: ORDER.index(event) + 1 for event in LISTED},
        lambda case: by_day()[["event_id", "date"]],
        lambda case: by_day().set_index("event_id")["date"],
    ],
    "8.4": [
        TURNS,
        turned,
        {name.upper(): pd.Timestamp(day) for name, day in TURNS.items()},
        list(TURNS.items()),
        {**TURNS, "friendly again": "2 February 2026"},
    ],
    "8.5": [
        ACT,
        {"actor": "Chad", "recipient": "la France", "sign_rule": "agreement", "after": 1},
        {"actor": "ner", "recipient": "USA", "sign_rule": "Visit", "after": "friendly"},
        {"actor": "NER", "recipient": "RUS", "sign_rule": "eviction", "after": "hostile"},
        {"actor": "MRT", "recipient": "FRA", "sign_rule": "sanction", "after": "Hostile"},
        pd.Series({**ACT, "sign_rule": "agreement"}),
        {**ACT, "after": 1},
        {"actor": "Chad", "recipient": "la France", "sign_rule": "agreement", "after": 1},
    ],
    "8.6": [
        {"rule": "latest", "window": "1461D"},
        {"rule": "latest", "window": np.timedelta64(1461, "D")},
        {"window": pd.Timedelta("1096D"), "rule": "majority"},
        {"rule": "Latest", "window": 975},
        {"rule": "both", "window": "1900 days"},
        pd.Series({"rule": "latest", "window": "3805d"}),
    ],
    "8.7": [
        {"rule": "latest", "window": "1461D", "lost": 1},
        {"rule": "latest", "window": "1461D", "lost": "1 of 13"},
        {"rule": "latest", "window": 730, "lost": "2"},
        {"rule": "majority", "window": pd.Timedelta("1096D"), "lost": np.int64(1)},
        pd.Series({"rule": "both", "window": "300D", "lost": 7.0}),
        {"rule": "latest", "window": "9999D", "lost": 0},
    ],
    "8.8": [
        COUNTED,
        pd.Series(COUNTED),
        {name: word.title() for name, word in COUNTED.items()},
        {"as it is": -1, "each one": 1.0, "renewals as one": "-1"},
        pd.DataFrame({"way": list(COUNTED), "line": list(COUNTED.values())}),
    ],
    "8.9": [ARGUMENT, ARGUMENT.upper(), "\n" + ARGUMENT, ARGUMENT * 2],
}

DEFENSIBLE = {}

WRONG = {
    "8.1": [
        ({**FIRST, "BFA-DZA": "-"}, "several_in_a_cell"),
        ({**FIRST, "DEU-MLI": "unknown"}, "several_in_a_cell"),
        ({**FIRST, "DEU-MLI": float("nan")}, "several_in_a_cell"),
        ({**FIRST, "FRA-TCD": "2019-09-05"}, "several_in_a_cell"),
        ({**FIRST, "MLI-UKR": "2024-08"}, "too_vague"),
        ({pair: day[:4] for pair, day in FIRST.items()}, "too_vague"),
        ({**FIRST, "DZA-MLI": "2025-04-01"}, "one_direction"),
        ({**FIRST, "FRA-TCD": "2024-11-28"}, "one_direction"),
        ({**FIRST, "DZA-MLI": "2025-09-16"}, "last_for_first"),
        ({**FIRST, "DZA-MLI": pd.Timestamp("2025-04-06")}, "last_for_first"),
        ({**FIRST, "FRA-TCD": "2025-01-30"}, "last_for_first"),
        ({**FIRST, "DZA-MLI": "[2025-03-31..2025-04-01]"}, "last_for_first"),
        ({**FIRST, "DEU-MLI": "2020-03-27"}, "rule_made_tie"),
        ({**FIRST, "MLI-UKR": "2024-08-06"}, "wrong_selection"),
        ({**FIRST, "DEU-MLI": "2024-03-17"}, "other"),
        ({**FIRST, "FRA-TCD": "the end of 2021"}, "unreadable"),
    ],
    "8.2": [
        ({**REASONS, "FRA-MRT 2014": "contrary act"}, "window_as_act"),
        ({**REASONS, "FRA-TCD 2019": "contrary act"}, "window_as_act"),
        ({**REASONS, "FRA-MLI 2013": "contrary act"}, "window_as_act"),
        ({**REASONS, "MLI-RUS 2019": "window"}, "silence_as_end"),
        ({**REASONS, "NER-USA 2019": "window"}, "wrong_selection"),
        ({**REASONS, "FRA-MRT 2014": "exit"}, "membership_as_tie"),
        ({**REASONS, "FRA-TCD 2019": "exit"}, "membership_as_tie"),
        ({**REASONS, "FRA-MLI 2013": "exit"}, "membership_as_tie"),
        ({**REASONS, "NER-USA 2019": "exit"}, "membership_as_tie"),
        ({**REASONS, "MLI-RUS 2019": "exit"}, "membership_as_tie"),
        ({**REASONS, "FRA-MRT 2014": "open"}, "window_misjudged"),
        ({**REASONS, "FRA-MLI 2013": "open"}, "window_misjudged"),
        ({**REASONS, "FRA-TCD 2019": "open"}, "window_misjudged"),
        ({**REASONS, "NER-USA 2019": "open"}, "ended_as_open"),
        ({**REASONS, "MLI-RUS 2019": "contrary act"}, "wrong_selection"),
        ({**REASONS, "FRA-MLI 2013": "quarrel"}, "unreadable"),
    ],
    "8.3": [
        (LISTED, "order_told"),
        (ORDER[::-1], "reversed"),
        (ORDER[:5], "incomplete"),
        ([*ORDER[:5], "T018"], "incomplete"),
        (["T031", "T041", "T018", "T099", "T044", "T079"], "last_for_first"),
        (sorted(LISTED), "wrong_selection"),
        (["T018", "T041", "T031", "T099", "T044", "T079"], "off_by_one"),
        (["T018", "T041", "T099", "T031", "T044", "T079"], "order_told"),
        (set(ORDER), "unreadable"),
        ([*ORDER[:5], "T999"], "unreadable"),
    ],
    "8.4": [
        ({name: day[:7] for name, day in TURNS.items()}, "too_vague"),
        (
            {
                "first friendly": "2023-08-04",
                "hostile again": "2025-04-25",
                "friendly again": "2025-12-16",
            },
            "wrong_selection",
        ),
        ({**TURNS, "friendly again": "2026-02-27"}, "other_rule"),
        ({**TURNS, "first friendly": "2025-07-08"}, "lasted_within"),
        (
            {**TURNS, "first friendly": "2026-02-02", "friendly again": "2025-07-10"},
            "last_for_first",
        ),
        ({**TURNS, "hostile again": "2023-07-24"}, "direction_of_time"),
        ({**TURNS, "first friendly": "2023-07-24"}, "direction_of_time"),
        ({**TURNS, "hostile again": "2025-12-30"}, "same_act_twice"),
        ({**TURNS, "hostile again": "2026-01-01"}, "end_day_counted"),
        ({**TURNS, "hostile again": "2025-12-25"}, "other"),
        ({**TURNS, "hostile again": "in winter"}, "unreadable"),
    ],
    "8.5": [
        ({**ACT, "after": "hostile"}, "sign_flipped"),
        ({**ACT, "recipient": "FRA"}, "undirected"),
        ({**ACT, "sign_rule": "departure_after_eviction"}, "sign_from_quad"),
        ({**ACT, "recipient": "RUS"}, "missing_as_zero"),
        ({**ACT, "sign_rule": "sanction", "after": "hostile"}, "counts_as_strength"),
        ({**ACT, "recipient": "MRT"}, "counts_as_strength"),
        ({**ACT, "recipient": "Germany"}, "unreadable"),
        ({**ACT, "sign_rule": "friendship"}, "unreadable"),
    ],
    "8.6": [
        ({"rule": "latest", "window": "3806D"}, "window_misjudged"),
        ({"rule": "latest", "window": 974}, "window_misjudged"),
        ({"rule": "majority", "window": "290D"}, "window_misjudged"),
        ({"rule": "latest", "window": 0}, "window_misjudged"),
        ({"rule": "both", "window": "2000D"}, "rule_misjudged"),
        ({"rule": "majority", "window": 3000}, "rule_misjudged"),
        ({"rule": "newest", "window": "730D"}, "unreadable"),
        ({"rule": "latest", "window": "two years"}, "unreadable"),
        ({"rule": "latest", "window": "3 years"}, "unreadable"),
    ],
    "8.7": [
        ({"rule": "latest", "window": "1461D", "lost": 0}, "missing_as_zero"),
        ({"rule": "latest", "window": "730D", "lost": 1}, "off_by_one"),
        ({"rule": "latest", "window": "730D", "lost": 17}, "wrong_denominator"),
        ({"rule": "latest", "window": "730D", "lost": 11}, "too_many"),
        ({"rule": "latest", "window": "730D", "lost": 13}, "wrong_denominator"),
        ({"rule": "latest", "window": "730D", "lost": -2}, "reversed"),
        ({"rule": "latest", "window": "1000D", "lost": 5}, "wrong_selection"),
        ({"rule": "latest", "window": "1000D", "lost": 3}, "later_knowledge"),
        ({"rule": "latest", "window": "1000D", "lost": 1 / 13}, "wrong_denominator"),
        ({"rule": "latest", "window": "730D", "lost": 28}, "other"),
        ({"rule": "latest", "window": "730D", "lost": "some"}, "unreadable"),
        ({"rule": "latest", "window": "730D"}, "unreadable"),
    ],
    "8.8": [
        (
            {"as it is": "mixed", "each one": "friendly", "renewals as one": "mixed"},
            "later_knowledge",
        ),
        ({**COUNTED, "renewals as one": "friendly"}, "same_act_twice"),
        ({**COUNTED, "each one": "hostile"}, "counts_as_strength"),
        ({**COUNTED, "as it is": "friendly"}, "sign_flipped"),
        ({**COUNTED, "each one": "mixed"}, "off_by_one"),
        ({**COUNTED, "as it is": "mixed"}, "off_by_one"),
        ({**COUNTED, "renewals as one": "mixed"}, "same_act_twice"),
        ({way: "mixed" for way in COUNTED}, "other_rule"),
        ({**COUNTED, "each one": "allied"}, "unreadable"),
    ],
    "8.9": [
        ("In 2023.", "unreadable"),
        (2023, "unreadable"),
        (["2021", "2024"], "unreadable"),
        ({"when": "2023"}, "unreadable"),
        (" ".join(["bloc"] * 41), "unreadable"),
        (True, "unreadable"),
    ],
}

SAYS = {
    "8.1": [
        ({**FIRST, "FRA-TCD": "2019-09-05"}, "has not been taken apart yet"),
        ({**FIRST, "DZA-MLI": "2025-09-16"}, "Which came before it"),
    ],
    "8.2": [({**REASONS, "FRA-TCD 2019": "contrary act"}, "on which day had this spell ended")],
    "8.7": [({"rule": "latest", "window": "730D", "lost": 3}, "Subtract")],
}
