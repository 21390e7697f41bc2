"""Right, defensible and wrong answers to the questions of lesson 01."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd

LABELS = {
    "E01": "fact",
    "E12": "claim",
    "E16": "intent",
    "E19": "claim",
    "E21": "fact",
    "E26": "comment",
    "E28": "fact",
    "E39": "comment",
}
TONES = {
    "junta": "loaded",
    "delegation": "neutral",
    "house arrest": "neutral",
    "hard line": "loaded",
    "visit": "neutral",
    "colonial": "neutral",
    "rare": "loaded",
    "foe": "loaded",
}
ORDER = ["author", "P_MILLER", "NER_CNSP", "UNK"]
ARGUMENT = (
    "After sentence 7 the story could add that Niger, by its own account, was not told the date "
    "of the visit. Sentence 3 would then sound different, and the cost of the base could go."
)


def own_share_of_events(case):
    acts = case.events[case.events["kind"] == "event"]
    return (acts["attributed_to"] == "author").mean()


def counts(case):
    return case.events["attributed_to"].value_counts()


RIGHT = {
    "1.1": [
        "NER_CNSP",
        " ner_cnsp ",
        "Niger's authorities",
        '"NER_CNSP"',
        ["NER_CNSP"],
        pd.Series(["NER_CNSP"]),
        "Niger’s authorities",
        "(NER_CNSP)",
    ],
    "1.2": [
        LABELS,
        pd.Series(LABELS),
        list(LABELS.items()),
        pd.DataFrame({"row": list(LABELS), "label": list(LABELS.values())}).sample(
            frac=1, random_state=1
        ),
        {name.lower(): f" {label.upper()} " for name, label in LABELS.items()},
    ],
    "1.3": [
        ORDER,
        tuple(ORDER),
        lambda case: list(counts(case).index),
        pd.Series(ORDER, index=[7, 5, 3, 1]),
        "author, P_Miller, NER_CNSP, UNK",
        lambda case: counts(case).index,
        lambda case: counts(case).index.array,
        lambda case: counts(case).index.to_numpy(),
        lambda case: dict(counts(case)).keys(),
        counts,
        lambda case: dict(counts(case)),
        lambda case: counts(case).reset_index(),
    ],
    "1.4": [
        (31, 39),
        "79,5 %",
        79.5,
        Fraction(31, 39),
        Decimal("0.795"),
        "0,795",
        lambda case: (case.events["attributed_to"] == "author").mean(),
        0.79,
        "79 %",
        "0,79",
        np.float64(31 / 39),
        "31 of 39",
        "79 percent",
        "79.5%",
        ["0.79"],
    ],
    "1.5": [
        "b",
        "B",
        " b) ",
        "it gives the words of one speaker to another",
        "(b)",
        ["b"],
        "option b",
        "b: it gives the words of one speaker to another",
        "(b) it gives the words of one speaker",
    ],
    "1.6": [
        TONES,
        list(TONES.values()),
        pd.Series(TONES),
        lambda case: case.words[["words", "tone"]],
        {k.upper(): v.title() for k, v in TONES.items()},
    ],
    "1.7": [
        {"labels": LABELS, "count": 2},
        {"count": "2", "labels": pd.Series(LABELS)},
        {"Labels": {**LABELS, "E28": "claim"}, "Count": 3},
        pd.Series({"labels": LABELS, "count": np.int64(2)}),
        {"labels": LABELS, "count": "2 rows"},
        {"labels": LABELS, "count": "2 claims"},
    ],
    "1.8": [ARGUMENT, ARGUMENT.upper(), ARGUMENT * 2, "\n" + ARGUMENT + "\n"],
}

DEFENSIBLE = {
    "1.2": [
        {**LABELS, "E16": "claim"},
        {**LABELS, "E28": "claim"},
        {**LABELS, "E21": "claim"},
    ],
    "1.6": [{**TONES, "junta": "neutral"}, {**TONES, "rare": "neutral", "colonial": "loaded"}],
}

WRONG = {
    "1.1": [
        ("USA_DOD", "wrong_speaker"),
        ("the Pentagon", "wrong_speaker"),
        ("P_MILLER", "wrong_speaker"),
        ("author", "claim_as_fact"),
        ("the story itself", "claim_as_fact"),
        ("UNK", "hedge_everywhere"),
        ("Washington", "unreadable"),
    ],
    "1.2": [
        ({**LABELS, "E16": "fact"}, "intent_as_event"),
        ({**LABELS, "E12": "fact"}, "claim_as_fact"),
        ({**LABELS, "E19": "fact"}, "claim_as_fact"),
        ({**LABELS, "E39": "claim"}, "fact_as_claim"),
        ({**LABELS, "E01": "claim"}, "fact_as_claim"),
        ({**LABELS, "E26": "claim"}, "fact_as_claim"),
        ({**LABELS, "E39": "fact"}, "loaded_word"),
        ({**LABELS, "E01": "intent"}, "kind_confused"),
        ({**LABELS, "E21": "comment", "E28": "comment"}, "kind_confused"),
        ({**LABELS, "E16": "comment"}, "kind_confused"),
        ({**LABELS, "E39": "intent"}, "kind_confused"),
        ({**LABELS, "E19": "comment"}, "claim_as_fact"),
        ({**LABELS, "E12": "fact", "E19": "comment"}, "claim_as_fact"),
        ({k: v for k, v in LABELS.items() if k != "E21"}, "unreadable"),
    ],
    "1.3": [
        (ORDER[::-1], "reversed"),
        (ORDER[:3], "incomplete"),
        (ORDER[:2], "incomplete"),
        (["P_MILLER", "author", "NER_CNSP", "UNK"], "fact_as_claim"),
        (["author", "USA_DOD", "P_MILLER", "NER_CNSP", "UNK"], "too_many"),
        (["author", "NER_CNSP", "P_MILLER", "UNK"], "order_told"),
        (lambda case: list(case.events["attributed_to"].unique()), "order_told"),
        (sorted(ORDER), "wrong_selection"),
        (["author", "P_MILLER", "UNK", "NER_CNSP"], "other"),
        (set(ORDER), "unreadable"),
        (7, "unreadable"),
        (lambda case: counts(case).sort_values(), "reversed"),
        (lambda case: counts(case).sort_index(key=lambda names: names.str.lower()), "unreadable"),
    ],
    "1.4": [
        (16 / 39, "wrong_denominator"),
        (15 / 16, "wrong_selection"),
        (31 / 16, "wrong_denominator"),
        ("31 %", "wrong_denominator"),
        (0.0, "empty_result"),
        (31 / 38, "wrong_denominator"),
        (1 / 4, "wrong_denominator"),
        (1.0, "wrong_denominator"),
        (15 / 16, "wrong_selection"),
        (4 / 39, "wrong_speaker"),
        (3 / 39, "wrong_speaker"),
        (31 * 25 / 39, "wrong_denominator"),
        (31, "wrong_denominator"),
        (8 / 39, "fact_as_claim"),
        (0.21, "fact_as_claim"),
        (0.5, "other"),
        (39, "wrong_denominator"),
        (39 / 31, "reversed"),
        (31 / 8, "wrong_denominator"),
        (8 / 31, "wrong_denominator"),
        (own_share_of_events, "wrong_selection"),
        ("most", "unreadable"),
        ("0.8%", "unreadable"),
        ("0.5 of 1 row", "unreadable"),
        ((79, 0), "unreadable"),
        ("31 rows", "wrong_denominator"),
        ("31 people", "unreadable"),
    ],
    "1.5": [
        ("a", "publication_date"),
        ("the day is wrong", "publication_date"),
        ("c", "outside_knowledge"),
        ("d", "intent_as_event"),
        ("D)", "intent_as_event"),
        ("e", "unreadable"),
        ("b: the day is wrong", "unreadable"),
        ("b) or c)", "unreadable"),
        (["b", "c"], "unreadable"),
    ],
    "1.6": [
        ({**TONES, "foe": "neutral"}, "loaded_word"),
        ({**TONES, "hard line": "neutral"}, "loaded_word"),
        (dict.fromkeys(TONES, "loaded"), "too_many"),
        ({**TONES, "visit": "loaded"}, "loaded_word"),
        ({**TONES, "delegation": "loaded"}, "loaded_word"),
        ({k: "neutral" if v == "loaded" else "loaded" for k, v in TONES.items()}, "reversed"),
        (dict.fromkeys(TONES, "neutral"), "loaded_word"),
        ({**TONES, "foe": "bad"}, "unreadable"),
    ],
    "1.7": [
        ({"labels": LABELS, "count": 1}, "off_by_one"),
        ({"labels": LABELS, "count": 3}, "off_by_one"),
        ({"labels": LABELS, "count": 8}, "wrong_denominator"),
        ({"labels": {**LABELS, "E12": "fact", "E19": "fact"}, "count": 8}, "wrong_denominator"),
        ({"labels": {**LABELS, "E16": "claim"}, "count": 2}, "off_by_one"),
        ({"labels": {"E01": "claim"}, "count": 1}, "incomplete"),
        ({"labels": {k: v for k, v in LABELS.items() if k != "E21"}, "count": 2}, "incomplete"),
        ({"labels": LABELS, "count": 5}, "too_many"),
        ({"labels": LABELS, "count": 0}, "wrong_selection"),
        ({"labels": LABELS, "count": 0.25}, "wrong_denominator"),
        ({"labels": {**LABELS, "E16": "claim", "E28": "claim"}, "count": 2.5}, "incomplete"),
        ({"labels": LABELS, "count": "a few"}, "unreadable"),
        ({"labels": LABELS, "count": "2 of 8"}, "unreadable"),
    ],
    "1.8": [
        ("It would change a lot.", "unreadable"),
        ("too short", "unreadable"),
        (42, "unreadable"),
        (["a", "list"], "unreadable"),
        ({"sentence": 7}, "unreadable"),
        (" ".join(["word"] * 29), "unreadable"),
        (" ".join(["junta", "word"] * 30), "unreadable"),
    ],
}

SAYS = {
    "1.2": [({**LABELS, "E01": "claim"}, "the announcing is itself the deed")],
    "1.7": [
        ({"labels": {**LABELS, "E16": "claim"}, "count": 2}, "Did you change or leave out"),
        ({"labels": LABELS, "count": 5}, "Let Python count them"),
    ],
}
