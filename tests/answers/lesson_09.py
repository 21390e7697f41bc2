"""Right, defensible and wrong answers to the questions of lesson 09."""

import numpy as np
import pandas as pd

from realignment.record import load_record, votes_alike
from realignment.ties import dyads, ties

SENSES = {
    "T044": "alliance",
    "T117": "cooperation",
    "T131": "cooperation",
    "T191": "alignment",
    "NATO": "alliance",
    "AES": "bloc",
    "votes": "likeness",
}
OBLIGES = {
    "C1": "defence",
    "C2": "neutrality",
    "C3": "non-aggression",
    "C4": "consultation",
    "C5": "none",
    "C6": "consultation",
}
MADE = {"g5_sahel": 10, "charter": 3, "left": 2}
FRIENDS = ["BFA-NER", "MLI-NER", "MLI-TGO"]
ALIKE = {"TCD-USA": (6, 7), "BFA-NER": (3, 3), "NER-NGA": (5, 9)}
TIMES = {"FRA-NER before": (5, 6), "FRA-NER since": (0, 3), "BEN-NER since": (0, 1)}
MINE = {"one": "FRA", "other": "ITA", "alike": (9, 9)}
ARGUMENT = (
    "By the definition of Leeds and others, yes: the charter of 16 September 2023 (T044) speaks of "
    "mutual defence, in writing, between three states, which call themselves an alliance. Acts "
    "support two of the three pairs (T191). All three voted alike on 3 of 3 texts, which is a "
    "likeness. I have not read the articles of the charter."
)


def counted(case):
    record = load_record()
    eight = {"USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT"}
    found = dyads(record.timeline[record.timeline["kind"] == "event"], record.actors, cosign=True)
    left = ties(found[found["source"].isin(eight) & found["target"].isin(eight)], at="2024-12-31")
    return pd.DataFrame(
        {"G5 Sahel": [10], "charter": [3.0], "left": [(left["made_by"] == "cosign").sum()]}
    )


def since(case):
    record = load_record()
    return {
        "FRA-NER before": votes_alike(record, "FRA", "NER", last="2023-07-25"),
        "FRA-NER since": votes_alike(record, "NER", "FRA", first="2023-07-26"),
        "BEN-NER since": votes_alike(record, "BEN", "NER", first="2023-07-26"),
    }


def apart(case):
    return {"one": "FRA", "other": "SEN", "alike": votes_alike(load_record(), "FRA", "SEN")}


RIGHT = {
    "9.1": [
        SENSES,
        pd.Series(SENSES),
        {name.lower(): word.upper() for name, word in SENSES.items()},
        list(SENSES.items()),
        {**SENSES, "T044": "an alliance", "AES": "a bloc", "T117": "coopération"},
    ],
    "9.2": [
        OBLIGES,
        {**OBLIGES, "C4": "to consult", "C1": "defend"},
        pd.Series(OBLIGES),
        {name.lower(): word.title() for name, word in OBLIGES.items()},
        pd.DataFrame({"clause": list(OBLIGES), "binds to": list(OBLIGES.values())}),
        list(OBLIGES.values()),
        {**OBLIGES, "C1": "defense", "C3": "nonaggression", "C5": None},
        {**OBLIGES, "C1": "la défense", "C2": "neutralité", "C3": "non-agression"},
    ],
    "9.3": [MADE, counted, pd.Series(MADE), {"Left": "2", "CHARTER": np.int64(3), "g5 sahel": 10}],
    "9.4": [
        FRIENDS,
        set(FRIENDS),
        pd.Series(FRIENDS[::-1]),
        "NER-BFA, NER-MLI, TGO-MLI",
        np.array(FRIENDS),
        [tuple(pair.split("-")) for pair in FRIENDS],
        [set(pair.split("-")) for pair in FRIENDS],
        ["Burkina Faso – Niger", "Mali and Niger", "MLI/TGO"],
        pd.DataFrame([pair.split("-") for pair in FRIENDS], columns=["source", "target"]),
    ],
    "9.5": [
        ALIKE,
        {"USA-TCD": "6 of 7", "ner-bfa": "3/3", "NGA-NER": "5 out of 9"},
        {pair: list(fraction) for pair, fraction in ALIKE.items()},
        list(ALIKE.values()),
        {"TCD-USA": "six of seven", "BFA-NER": "3:3", "NER-NGA": "5 of the 9"},
        pd.DataFrame(ALIKE, index=["alike", "of"]).T,
        pd.Series({"TCD-USA": "6/7", "BFA-NER": "3 of 3", "NER-NGA": "5/9"}),
        {pair: {"same": np.int64(s), "of": o} for pair, (s, o) in ALIKE.items()},
        {pair: f"{same} of {of}" for pair, (same, of) in ALIKE.items()},
    ],
    "9.6": ["a", "A.", " a) ", "It hides how many votes the share is of"],
    "9.7": [
        TIMES,
        since,
        {time: f"{same} of {of}" for time, (same, of) in TIMES.items()},
        pd.Series({time: f"{same}/{of}" for time, (same, of) in TIMES.items()}),
    ],
    "9.8": [
        MINE,
        {"one": "italy", "other": "DEU", "alike": "9 of 9"},
        {"one": "ARE", "other": "MRT", "alike": "8/8"},
        pd.Series({"one": "LBY", "other": "MRT", "alike": "8 of 8"}),
        lambda case: {**MINE, "alike": votes_alike(load_record(), "FRA", "ITA")},
    ],
    "9.9": [ARGUMENT, ARGUMENT.upper(), "\n" + ARGUMENT, ARGUMENT * 2],
}

DEFENSIBLE = {
    "9.1": [
        {**SENSES, "AES": "alliance"},
        {**SENSES, "T191": "alliance"},
        {**SENSES, "votes": "alignment"},
    ],
    "9.2": [{**OBLIGES, "C6": "defence"}],
}

WRONG = {
    "9.1": [
        ({**SENSES, "T117": "alliance"}, "loaded_word"),
        ({**SENSES, "T131": "alliance"}, "loaded_word"),
        ({**SENSES, "T044": "cooperation"}, "kind_confused"),
        ({**SENSES, "T044": "bloc"}, "kind_confused"),
        ({**SENSES, "T191": "cooperation"}, "kind_confused"),
        ({**SENSES, "T191": "likeness"}, "kind_confused"),
        ({**SENSES, "votes": "bloc"}, "similarity_as_tie"),
        ({**SENSES, "NATO": "cooperation"}, "kind_confused"),
        ({**SENSES, "NATO": "bloc"}, "kind_confused"),
        ({**SENSES, "AES": "cooperation"}, "kind_confused"),
        ({**SENSES, "T117": "alignment"}, "kind_confused"),
        ({**SENSES, "T131": "bloc"}, "kind_confused"),
        ({**SENSES, "AES": "club"}, "unreadable"),
    ],
    "9.2": [
        ({**OBLIGES, "C2": "non-aggression", "C3": "neutrality"}, "kind_confused"),
        ({**OBLIGES, "C2": "defence"}, "kind_confused"),
        ({**OBLIGES, "C2": "non-aggression"}, "kind_confused"),
        ({**OBLIGES, "C5": "defence"}, "loaded_word"),
        ({**OBLIGES, "C5": "consultation"}, "loaded_word"),
        ({**OBLIGES, "C4": "defence"}, "kind_confused"),
        ({**OBLIGES, "C1": "consultation"}, "kind_confused"),
        ({**OBLIGES, "C3": "none"}, "kind_confused"),
        ({**OBLIGES, "C3": "consultation"}, "kind_confused"),
        ({**OBLIGES, "C6": "none"}, "kind_confused"),
        ({**OBLIGES, "C4": "neutrality"}, "other"),
        ({**OBLIGES, "C1": "offence"}, "kind_confused"),
        ({**OBLIGES, "C6": "offence"}, "other"),
        ({**OBLIGES, "C1": "attack"}, "unreadable"),
    ],
    "9.3": [
        ({**MADE, "g5_sahel": 5}, "members_for_pairs"),
        ({**MADE, "g5_sahel": 20, "charter": 6}, "wrong_denominator"),
        ({**MADE, "charter": 6}, "wrong_denominator"),
        ({**MADE, "left": 3}, "membership_as_tie"),
        ({**MADE, "left": 4}, "rule_made_tie"),
        ({**MADE, "left": 0}, "silence_as_end"),
        ({**MADE, "left": 15}, "wrong_selection"),
        ({**MADE, "left": 13}, "wrong_selection"),
        ({**MADE, "left": 7}, "wrong_selection"),
        ({**MADE, "left": 10}, "wrong_selection"),
        ({**MADE, "left": 1}, "silence_as_end"),
        ({**MADE, "g5_sahel": 15}, "members_for_pairs"),
        ({**MADE, "left": 8}, "too_many"),
        ({**MADE, "g5_sahel": 3, "charter": 10}, "wrong_selection"),
        ({**MADE, "charter": 9}, "members_for_pairs"),
        ({**MADE, "charter": 4}, "other"),
        ({"g5_sahel": 10, "charter": 3}, "unreadable"),
    ],
    "9.4": [
        ([*FRIENDS, "BFA-MLI"], "rule_made_tie"),
        (["BEN-NER", "CIV-MLI"], "sign_flipped"),
        ([*FRIENDS, "BEN-NER", "CIV-MLI"], "membership_as_tie"),
        ([*FRIENDS, "MLI-RUS"], "wrong_selection"),
        (["MLI-TGO"], "suspended_as_out"),
        (FRIENDS[:2], "incomplete"),
        ([*FRIENDS, "NER-NGA"], "too_many"),
        (["BFA-MLI", "MLI-NER"], "rule_made_tie"),
        (["MLI-TGO", "MLI-RUS"], "other"),
        (
            ["BFA-MLI", "BFA-NER", "BEN-NER", "CIV-MLI", "MLI-NER", "MLI-TGO", "NER-NGA"],
            "membership_as_tie",
        ),
        ([*FRIENDS, "FRA-USA"], "unreadable"),
    ],
    "9.5": [
        ({**ALIKE, "TCD-USA": (6, 9)}, "unknown_vote"),
        ({**ALIKE, "BFA-NER": "3 of 9"}, "unknown_vote"),
        ({**ALIKE, "NER-NGA": (9, 5)}, "reversed"),
        ({**ALIKE, "NER-NGA": "4/6"}, "abstention_as_nothing"),
        ({**ALIKE, "TCD-USA": (6, 6)}, "abstention_as_nothing"),
        ({**ALIKE, "NER-NGA": (0, 3)}, "later_knowledge"),
        ({pair: (of - same, of) for pair, (same, of) in ALIKE.items()}, "disagreement_counted"),
        ({**ALIKE, "BFA-NER": (2, 2)}, "end_day_counted"),
        ({**ALIKE, "BFA-NER": (0, 3)}, "niger_nigeria"),
        ({**ALIKE, "NER-NGA": (6, 9)}, "other"),
        ({**ALIKE, "NER-NGA": 5}, "unreadable"),
        ({**ALIKE, "NER-NGA": (0.7, 1)}, "unreadable"),
    ],
    "9.6": [
        ("b", "abstention_as_nothing"),
        ("it counts abstentions as votes", "abstention_as_nothing"),
        ("c", "organisation_as_state"),
        ("C)", "organisation_as_state"),
        ("d", "niger_nigeria"),
        ("e", "unreadable"),
    ],
    "9.7": [
        ({**TIMES, "FRA-NER since": (3, 3), "BEN-NER since": (1, 1)}, "disagreement_counted"),
        (
            {**TIMES, "FRA-NER before": (0, 3), "FRA-NER since": (5, 6)},
            "direction_of_time",
        ),
        ({**TIMES, "FRA-NER since": (5, 9)}, "wrong_selection"),
        ({**TIMES, "BEN-NER since": (5, 6)}, "wrong_selection"),
        ({**TIMES, "BEN-NER since": (0, 3)}, "unknown_vote"),
        ({**TIMES, "FRA-NER since": (0, 2)}, "end_day_counted"),
        ({**TIMES, "FRA-NER before": (5, 5)}, "abstention_as_nothing"),
        ({**TIMES, "FRA-NER before": (6, 5)}, "reversed"),
        ({**TIMES, "FRA-NER since": (1, 3)}, "wrong_selection"),
        ({time: (of - same, of) for time, (same, of) in TIMES.items()}, "disagreement_counted"),
        ({**TIMES, "FRA-NER since": (2, 3)}, "other"),
        ({**TIMES, "FRA-NER since": 0}, "unreadable"),
    ],
    "9.8": [
        ({**MINE, "other": "FRA"}, "similarity_as_tie"),
        ({"one": "BFA", "other": "NER", "alike": (3, 3)}, "similarity_as_tie"),
        ({**MINE, "alike": (8, 9)}, "wrong_denominator"),
        ({**MINE, "other": "JPN", "alike": (0, 0)}, "wrong_selection"),
        (apart, "too_many"),
        ({"one": "BFA", "other": "MLI", "alike": (3, 3)}, "counts_as_strength"),
        ({**MINE, "alike": 1.0}, "unreadable"),
        ({**MINE, "other": "Atlantis"}, "unreadable"),
    ],
    "9.9": [
        ("Yes.", "unreadable"),
        (2023, "unreadable"),
        (["yes", "no"], "unreadable"),
        ({"answer": "yes"}, "unreadable"),
        (" ".join(["pact"] * 41), "unreadable"),
        (True, "unreadable"),
    ],
}

SAYS = {
    "9.3": [({**MADE, "left": 4}, "have an act of their own")],
}
