"""Right, defensible and wrong answers to the questions of lesson 12."""

import numpy as np
import pandas as pd

from realignment import agreement
from realignment.ties import dyads, signed, ties, to_graph

ALLOWED = {"a": True, "b": False, "c": True, "d": False, "e": False, "f": True}
KINDS = {
    "E01": "event",
    "E02": "intent",
    "E13": "intent",
    "E15": "statement",
    "E25": "state",
    "E27": "relation",
}
WHEN = {"E01": "2023-03-10", "E03": "2023-03-06/2023-03-10", "E09": "2016~", "E14": "2002"}
REPAIRED = {"event_type": "-", "valence": "neither", "date": "[2023-03-11..]"}
MINE = {7: "intent", 8: "statement", 9: "statement", 10: "state", 11: "state", 12: "state"}
TURNED = [("IRN", "USA", -1), ("SAU", "USA", 1)]
FOUND = {"sentence": 7, "really": "2001-04-17"}
ESSAY = (
    "My article is a report of last spring on a border that was opened again. The picture has "
    "three ties under the rule latest; one is thin, since its row is UNK and PR+. The line between "
    "the two neighbours rests on sentence 2, an agreement, told by the story itself. My neighbour "
    "coded sentence 5 as a statement where I have an event. What the traders there lost is in no "
    "row, since the article does not tell it."
)


def made(case, least="PS+"):
    return ties(dyads(signed(case.events), case.actors), "latest", least=least)


def turned(case):
    both = made(case).merge(made(case, "CT+"), on=["source", "target"])
    both = both[both["sign_x"] != both["sign_y"]]
    return both[["source", "target"]].assign(sign=both["sign_y"])


def share(case):
    table = agreement.table(case.codings, "kind")
    return (table["A"] == table["B"]).mean()


def types(case):
    table = agreement.table(case.codings, "event_type")
    return (table["A"] == table["B"]).mean()


def own(share, mine=None):
    return {"mine": MINE if mine is None else mine, "share": share}


RIGHT = {
    "12.1": [
        ALLOWED,
        pd.Series(ALLOWED),
        {key.upper(): "yes" if good else "no" for key, good in ALLOWED.items()},
        list(ALLOWED.items()),
        {key: np.bool_(good) for key, good in ALLOWED.items()},
        {key: int(good) for key, good in ALLOWED.items()},
        list(ALLOWED.values()),
    ],
    "12.2": [
        KINDS,
        lambda case: case.events[case.events["event_id"].isin(KINDS)][
            ["event_id", "sentence", "kind"]
        ],
        pd.Series(KINDS),
        {name.lower(): f" {kind.title()} " for name, kind in KINDS.items()},
        lambda case: case.events.loc[case.events["event_id"].isin(KINDS), ["event_id", "kind"]],
        list(KINDS.values()),
    ],
    "12.3": [
        WHEN,
        pd.Series(WHEN),
        {**WHEN, "E01": pd.Timestamp("2023-03-10"), "E14": pd.Period("2002", "Y")},
        {**WHEN, "E03": "2023-03-06 / 2023-03-10"},
        list(reversed(WHEN.items())),
        {**WHEN, "E14": 2002},
        {**WHEN, "E01": "le vendredi 10 mars 2023"},
        tuple(WHEN.values()),
    ],
    "12.4": [
        REPAIRED,
        pd.Series(REPAIRED),
        {**REPAIRED, "kind": "intent", "sentence": 11},
        {**REPAIRED, "event_type": ""},
        pd.DataFrame([REPAIRED]),
        {"Event_type": "-", "VALENCE": " Neither ", "Date": "[2023-03-11 .. ]"},
    ],
    "12.5": [share, 0.75, "0.75", "75%", np.float64(0.75), 75],
    "12.6": [
        own(4 / 6),
        own("0.67"),
        own(0.67, {str(number): kind.upper() for number, kind in MINE.items()}),
        own(1, {**MINE, 9: "event", 11: "event"}),
        own("4 of 6", list(MINE.values())),
        pd.Series(own("67 %", pd.Series(MINE))),
        own(4 / 6, {**MINE, 12: "relation", 9: "event", 11: "statement"}),
    ],
    "12.7": [
        turned,
        TURNED,
        lambda case: to_graph(turned(case).assign(events="", certainty="CT+")),
        [("the Americans", "Iran", "hostile"), ("United States", "Saudi Arabia", "friendly")],
        {("USA", "SAU"): "+", ("USA", "IRN"): "−"},
    ],
    "12.8": [
        FOUND,
        {"really": pd.Timestamp("2001-04-17"), "sentence": "7"},
        pd.Series(FOUND),
        pd.DataFrame([{"Sentence": "sentence 7", "Really": "2001-04-17"}]),
        {"sentence": "[7]", "really": "le mardi 17 avril 2001"},
    ],
    "12.9": [ESSAY, ESSAY.upper(), "\n" + ESSAY, ESSAY * 2],
}

DEFENSIBLE = {
    "12.2": [
        {**KINDS, "E13": "event"},
        {**KINDS, "E02": "event"},
        {**KINDS, "E02": "event", "E13": "event"},
    ],
    "12.3": [
        {**WHEN, "E03": "2023-03-05/2023-03-09"},
        {**WHEN, "E09": "2016"},
        {**WHEN, "E09": "2016-03~"},
        {**WHEN, "E09": "2016-03"},
    ],
    "12.4": [
        {**REPAIRED, "valence": "friendly"},
        {**REPAIRED, "date": "2023-03-11/.."},
        {**REPAIRED, "date": "[2023-03-10..]"},
        {**REPAIRED, "date": "2023-03-10/.."},
        {**REPAIRED, "date": "[2023-03-10..2023-05-10]"},
        {**REPAIRED, "date": "[2023-03-11..2023-05-10]"},
    ],
    "12.8": [{**FOUND, "really": "2001-04"}],
}

WRONG = {
    "12.1": [
        ({**ALLOWED, "b": True}, "private_person"),
        ({**ALLOWED, "e": True}, "private_person"),
        ({**ALLOWED, "d": True}, "source_named"),
        ({**ALLOWED, "a": False}, "public_act_hidden"),
        ({**ALLOWED, "c": "no"}, "public_act_hidden"),
        ({**ALLOWED, "f": False}, "must_not_publish"),
        ({"a": True}, "unreadable"),
        ({**ALLOWED, "b": "perhaps"}, "unreadable"),
    ],
    "12.2": [
        ({**KINDS, "E02": "statement"}, "event_as_statement"),
        ({**KINDS, "E13": "state"}, "state_as_event"),
        ({**KINDS, "E27": "state"}, "relation_as_event"),
        ({**KINDS, "E25": "relation"}, "kind_confused"),
        ({**KINDS, "E01": "statement"}, "event_as_statement"),
        ({**KINDS, "E15": "event"}, "statement_as_event"),
        ({**KINDS, "E27": "event"}, "relation_as_event"),
        ({**KINDS, "E25": "event"}, "state_as_event"),
        ({**KINDS, "E01": "state"}, "event_as_state"),
        ({**KINDS, "E01": "intent"}, "intent_as_event"),
        ({**KINDS, "E25": "statement"}, "wrong_speaker"),
        ({**KINDS, "E27": "intent"}, "kind_confused"),
        ({**KINDS, "E15": "intent"}, "kind_confused"),
        ({**KINDS, "E02": "relation"}, "other"),
        ({**KINDS, "E27": "alliance"}, "unreadable"),
    ],
    "12.3": [
        ({**WHEN, "E03": "2023-03-07/2023-03-11"}, "publication_date"),
        ({**WHEN, "E01": "2023-03-11"}, "publication_date"),
        ({**WHEN, "E09": "2016-01-03"}, "outside_knowledge"),
        ({**WHEN, "E14": "2001-04-17"}, "outside_knowledge"),
        ({**WHEN, "E09": "2016-03-10"}, "false_precision"),
        ({**WHEN, "E14": "2002-04"}, "false_precision"),
        ({**WHEN, "E14": "2023-03-10"}, "wrong_selection"),
        ({**WHEN, "E01": "2023-03"}, "too_vague"),
        ({**WHEN, "E03": "2023-03-05/2023-03-10"}, "off_by_one"),
        ({**WHEN, "E03": "2023-03-06"}, "false_precision"),
        ({**WHEN, "E03": "[2023-03-06..2023-03-10]"}, "lasted_within"),
        ({**WHEN, "E01": "2023-03-17"}, "direction_of_time"),
        ({**WHEN, "E09": "2015~"}, "off_by_one"),
        ({**WHEN, "E14": "2003"}, "off_by_one"),
        ({**WHEN, "E01": "2023-03-09"}, "off_by_one"),
        ({**WHEN, "E09": "2010"}, "other"),
        ({**WHEN, "E09": "seven years ago"}, "unreadable"),
    ],
    "12.4": [
        ({**REPAIRED, "event_type": "CONSULT"}, "intent_as_event"),
        ({**REPAIRED, "event_type": "agree"}, "intent_as_event"),
        ({**REPAIRED, "valence": "-"}, "incomplete"),
        ({**REPAIRED, "valence": ""}, "incomplete"),
        ({**REPAIRED, "date": "[2023-03-11..2023-04-10]"}, "open_end"),
        ({**REPAIRED, "date": "2023-03-11..2023-05-10"}, "unreadable"),
        ({**REPAIRED, "date": "2023-04-06"}, "outside_knowledge"),
        ({**REPAIRED, "date": "2023-03-11"}, "publication_date"),
        ({**REPAIRED, "date": "2023-03-20"}, "false_precision"),
        ({**REPAIRED, "date": "2023-05"}, "too_vague"),
        ({**REPAIRED, "valence": "hostile"}, "sign_flipped"),
        ({**REPAIRED, "date": "-"}, "too_vague"),
        ({**REPAIRED, "date": "../2023-03-11"}, "direction_of_time"),
        ({**REPAIRED, "date": "[..2023-03-11]"}, "direction_of_time"),
        ({**REPAIRED, "date": "soon"}, "unreadable"),
    ],
    "12.5": [
        (0.25, "disagreement_counted"),
        ("25%", "disagreement_counted"),
        ("0.5 %", "unreadable"),
        (
            lambda case: agreement.krippendorff(agreement.table(case.codings, "kind")).value,
            "measure_confused",
        ),
        (9 / 27, "wrong_denominator"),
        (0.5, "wrong_denominator"),
        (9, "wrong_denominator"),
        (types, "wrong_selection"),
        (5 / 12, "wrong_selection"),
        (8 / 18, "wrong_selection"),
        (
            lambda case: agreement.cohen(*agreement.table(case.codings, "kind").T.values).value,
            "measure_confused",
        ),
        (0.9, "other"),
        ("most", "unreadable"),
    ],
    "12.6": [
        (own(0.5, {7: "intent"}), "incomplete"),
        (own(4 / 6, {n - 1: kind for n, kind in MINE.items()}), "too_many"),
        (own(4), "wrong_denominator"),
        (own(1 / 6, {**MINE, 9: "event"}), "disagreement_counted"),
        (own(5 / 6), "off_by_one"),
        (own(3 / 6), "off_by_one"),
        (own(1, {n: "relation" for n in MINE}), "disagreement_counted"),
        (own(4 / 12), "disagreement_counted"),
        (own(3 / 12, {**MINE, 7: "event"}), "wrong_denominator"),
        (
            own(
                1 / 6,
                {
                    7: "statement",
                    8: "relation",
                    9: "event",
                    10: "state",
                    11: "event",
                    12: "intent",
                },
            ),
            "wrong_selection",
        ),
        (own(0.75), "wrong_selection"),
        (own(0.1), "other"),
        (own("many"), "unreadable"),
        (own(0.5, {13: "event"}), "unreadable"),
    ],
    "12.7": [
        ([("IRN", "USA", 0), ("SAU", "USA", -1)], "hedge_missed"),
        ([("IRN", "USA", 1), ("SAU", "USA", -1)], "sign_flipped"),
        ([("IRN", "USA", 1), ("SAU", "USA", 1)], "sign_flipped"),
        ([("IRN", "USA", -1), ("SAU", "USA", -1)], "hedge_missed"),
        ([("SAU", "USA", -1)], "hedge_missed"),
        ([("IRN", "USA", 0), ("SAU", "USA", 1)], "hedge_missed"),
        ([("SAU", "USA", 1)], "incomplete"),
        (lambda case: made(case, "CT+"), "too_many"),
        ([("CHN", "SAU", 1)], "wrong_selection"),
        ([("IRN", "NER", -1)], "unreadable"),
    ],
    "12.8": [
        ({**FOUND, "really": "2002"}, "story_for_record"),
        ({**FOUND, "really": "2001-04-01"}, "carrier_as_origin"),
        ({**FOUND, "really": "2001"}, "too_vague"),
        ({**FOUND, "sentence": 8}, "off_by_one"),
        ({**FOUND, "sentence": 5}, "wrong_selection"),
        ({"sentence": 2, "really": "2023-03-06"}, "wrong_selection"),
        ({**FOUND, "really": "1998-05-27"}, "wrong_selection"),
        ({**FOUND, "really": "1999"}, "other"),
        ({**FOUND, "sentence": 99}, "unreadable"),
    ],
    "12.9": [
        ("My map is good.", "unreadable"),
        ("It shows three ties.", "unreadable"),
        (11.9, "unreadable"),
        (["a", "list"], "unreadable"),
        ({"text": "short"}, "unreadable"),
        ("See above, and the notes of my neighbour.", "unreadable"),
    ],
}

SAYS = {
    "12.4": [({**REPAIRED, "date": "[2023-03-11..2023-04-10]"}, "for the embassies")],
    "12.6": [(own(5 / 6), "One sentence more or less")],
}
