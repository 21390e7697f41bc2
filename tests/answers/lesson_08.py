"""Right, defensible and wrong answers to the questions of lesson 08."""

import numpy as np
import pandas as pd

from realignment.record import load_record
from realignment.ties import dyads, tie_spells, ties

FIRST = {
    "NER-UKR": "2024-08-06",
    "MLI-UKR": "2024-08-04",
    "BFA-DZA": "2025-04-06",
    "DZA-MLI": "2025-04-06",
    "DEU-MLI": "2021-12-23",
    "FRA-NER": "2014-08-01",
}
REASONS = {
    "FRA-MLI 2013": "contrary act",
    "MLI-TCD 2014": "exit",
    "FRA-MRT 2014": "window",
    "MRT-TCD 2014": "window",
    "MLI-RUS 2021": "open",
}
LISTED = ["T044", "T018", "T079", "T031", "T041", "T099"]
ORDER = ["T018", "T031", "T041", "T099", "T044", "T079"]
MADE = {"g5_sahel": 10, "charter": 3, "left": 4}
ALIKE = {"TCD-USA": (6, 6), "BFA-NER": (1, 1), "NER-NGA": (5, 7)}
ARGUMENT = (
    "By the latest act, without a window, four lines with France turned between 23 December 2021 "
    "(Mali) and 28 November 2024 (Chad); Burkina Faso, Niger and Chad turned theirs themselves. "
    "By the majority of acts the line of Niger and the United States turned seven months later. "
    "The votes do not fit: the two voted alike on 6 of 7 texts."
)


def pairs_of_eight():
    record = load_record()
    eight = {"USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT"}
    found = dyads(record.timeline[record.timeline["kind"] == "event"], record.actors, cosign=True)
    return found[found["source"].isin(eight) & found["target"].isin(eight)]


def why(case):
    table = tie_spells(pairs_of_eight(), window="3653D", until="2025-12-31")
    names = table["source"] + "-" + table["target"] + " " + table["start"].str[:4]
    found = pd.Series(table["why"].replace("", "open").to_numpy(), index=names)
    return found[list(REASONS)]


def counted(case):
    left = ties(pairs_of_eight(), at="2024-12-31")
    return pd.DataFrame(
        {"G5 Sahel": [10], "charter": [3.0], "left": [(left["made_by"] == "cosign").sum()]}
    )


def ordered(case):
    timeline = load_record().timeline
    return timeline[timeline["event_id"].isin(ORDER)].sort_values("date")["event_id"]


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
            "MLI-DZA": pd.Timestamp("2025-04-06").date(),
            "mli-deu": "23 December 2021",
            "NER-FRA": "2014-08-01",
        },
    ],
    "8.2": [
        REASONS,
        why,
        {name.lower(): reason.upper() for name, reason in REASONS.items()},
        list(REASONS.items()),
        {name: "" if reason == "open" else reason for name, reason in REASONS.items()},
        lambda case: why(case).replace("open", ""),
    ],
    "8.3": [ORDER, ordered, "t018, t031, T041, T099, T044, T079", np.array(ORDER)],
    "8.4": [MADE, counted, pd.Series(MADE), {"Left": "4", "CHARTER": np.int64(3), "g5 sahel": 10}],
    "8.5": ["a", "A.", " a) ", "It hides how many votes the share is of"],
    "8.6": [
        ALIKE,
        {"USA-TCD": "6 of 6", "ner-bfa": "1/1", "NGA-NER": "5 out of 7"},
        {pair: list(fraction) for pair, fraction in ALIKE.items()},
        pd.Series({"TCD-USA": "6/6", "BFA-NER": "1 of 1", "NER-NGA": "5/7"}),
        {pair: {"same": np.int64(s), "of": o} for pair, (s, o) in ALIKE.items()},
        {pair: f"{same} of {of}" for pair, (same, of) in ALIKE.items()},
    ],
    "8.7": [
        {"rule": "latest", "window": "730D"},
        {"window": pd.Timedelta("1096D"), "rule": "majority"},
        {"rule": "Latest", "window": 291},
        {"rule": "both", "window": "600 days"},
        pd.Series({"rule": "majority", "window": "1000d"}),
    ],
    "8.8": [
        {"rule": "latest", "window": "730D", "lost": 3},
        {"rule": "latest", "window": 291, "lost": "6"},
        {"rule": "majority", "window": pd.Timedelta("1096D"), "lost": np.int64(2)},
        pd.Series({"rule": "both", "window": "600D", "lost": 4.0}),
        {"rule": "latest", "window": "9999D", "lost": 0},
    ],
    "8.9": [ARGUMENT, ARGUMENT.upper(), "\n" + ARGUMENT, ARGUMENT * 2],
}

DEFENSIBLE = {}

WRONG = {
    "8.1": [
        ({**FIRST, "BFA-DZA": "-"}, "several_in_a_cell"),
        ({**FIRST, "DEU-MLI": "unknown"}, "several_in_a_cell"),
        ({**FIRST, "MLI-UKR": "2024-08"}, "too_vague"),
        ({pair: day[:4] for pair, day in FIRST.items()}, "too_vague"),
        ({**FIRST, "DZA-MLI": "2025-04-07"}, "one_direction"),
        ({**FIRST, "FRA-NER": "2023-09-24"}, "last_for_first"),
        ({**FIRST, "FRA-NER": pd.Timestamp("2023-09-24")}, "last_for_first"),
        ({**FIRST, "DEU-MLI": "2024-03-17"}, "other"),
        ({**FIRST, "FRA-NER": "2023-08-03"}, "several_in_a_cell"),
        ({**FIRST, "DEU-MLI": "the end of 2021"}, "unreadable"),
    ],
    "8.2": [
        ({**REASONS, "FRA-MRT 2014": "contrary act"}, "window_as_act"),
        ({**REASONS, "MRT-TCD 2014": "contrary act"}, "window_as_act"),
        ({**REASONS, "MLI-RUS 2021": "window"}, "silence_as_end"),
        ({**REASONS, "MLI-TCD 2014": "contrary act"}, "rule_made_tie"),
        ({**REASONS, "MRT-TCD 2014": "exit"}, "membership_as_tie"),
        ({**REASONS, "MRT-TCD 2014": "open"}, "window_misjudged"),
        ({**REASONS, "FRA-MRT 2014": "open"}, "window_misjudged"),
        ({**REASONS, "FRA-MLI 2013": "window"}, "other"),
        ({**REASONS, "FRA-MLI 2013": "quarrel"}, "unreadable"),
    ],
    "8.3": [
        (LISTED, "order_told"),
        (ORDER[::-1], "reversed"),
        (ORDER[:5], "incomplete"),
        ([*ORDER[:5], "T018"], "incomplete"),
        (["T031", "T018", "T041", "T099", "T044", "T079"], "last_for_first"),
        (sorted(LISTED), "wrong_selection"),
        (["T018", "T041", "T031", "T099", "T044", "T079"], "other"),
        ([*ORDER[:5], "T999"], "unreadable"),
    ],
    "8.4": [
        ({**MADE, "g5_sahel": 5}, "members_for_pairs"),
        ({**MADE, "g5_sahel": 20, "charter": 6}, "wrong_denominator"),
        ({**MADE, "left": 3}, "membership_as_tie"),
        ({**MADE, "left": 0}, "silence_as_end"),
        ({**MADE, "left": 13}, "too_many"),
        ({**MADE, "charter": 9}, "other"),
        ({"g5_sahel": 10, "charter": 3}, "unreadable"),
    ],
    "8.5": [
        ("b", "abstention_as_nothing"),
        ("it counts abstentions as votes", "abstention_as_nothing"),
        ("c", "organisation_as_state"),
        ("C)", "organisation_as_state"),
        ("d", "niger_nigeria"),
        ("e", "unreadable"),
    ],
    "8.6": [
        ({**ALIKE, "TCD-USA": (6, 7)}, "unknown_vote"),
        ({**ALIKE, "BFA-NER": "1 of 7"}, "unknown_vote"),
        ({**ALIKE, "NER-NGA": (7, 5)}, "reversed"),
        ({**ALIKE, "NER-NGA": "4/5"}, "abstention_as_nothing"),
        ({**ALIKE, "NER-NGA": (6, 7)}, "other"),
        ({**ALIKE, "NER-NGA": 5}, "unreadable"),
        ({**ALIKE, "NER-NGA": (0.7, 1)}, "unreadable"),
    ],
    "8.7": [
        ({"rule": "latest", "window": "3653D"}, "window_misjudged"),
        ({"rule": "latest", "window": 1097}, "window_misjudged"),
        ({"rule": "majority", "window": "290D"}, "window_misjudged"),
        ({"rule": "latest", "window": 0}, "window_misjudged"),
        ({"rule": "both", "window": "730D"}, "rule_misjudged"),
        ({"rule": "both", "window": 1000}, "rule_misjudged"),
        ({"rule": "newest", "window": "730D"}, "unreadable"),
        ({"rule": "latest", "window": "two years"}, "unreadable"),
    ],
    "8.8": [
        ({"rule": "latest", "window": "730D", "lost": 0}, "missing_as_zero"),
        ({"rule": "latest", "window": "730D", "lost": 2}, "off_by_one"),
        ({"rule": "latest", "window": "730D", "lost": 22}, "wrong_denominator"),
        ({"rule": "latest", "window": "730D", "lost": 6}, "too_many"),
        ({"rule": "latest", "window": "730D", "lost": 28}, "other"),
        ({"rule": "latest", "window": "730D", "lost": "some"}, "unreadable"),
        ({"rule": "latest", "window": "730D"}, "unreadable"),
    ],
    "8.9": [
        ("In 2023.", "unreadable"),
        (2023, "unreadable"),
        (["2021", "2024"], "unreadable"),
        ({"when": "2023"}, "unreadable"),
        (" ".join(["bloc"] * 49), "unreadable"),
        (True, "unreadable"),
    ],
}

SAYS = {
    "8.8": [({"rule": "latest", "window": "730D", "lost": 4}, "Subtract")],
}
