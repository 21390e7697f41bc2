"""Answers to the questions of exercise 04, written from lesson and exercise alone."""

import numpy as np
import pandas as pd

from realignment.events import read_codebook

SORTED = {
    "E02": "event",
    "E09": "intent",
    "E14": "statement",
    "E20": "state",
    "E26": "relation",
    "E32": "state",
    "E33": "relation",
    "E35": "event",
}
CUT = {"actor": "USA_GOV", "recipient": "NER_CNSP", "event_type": "SANCTION"}
IN_ORDER = ["COERCE", "SANCTION", "CONSULT", "RETREAT"]
CHOSEN = {
    "X1": "REJECT",
    "X2": "ACCUSE",
    "X3": "SANCTION",
    "X4": "CONCEDE",
    "X5": "RETREAT",
    "X6": "SUPPORT",
    "X7": "COOPERATE",
    "X8": "THREATEN",
}
VISIT = {
    "kind": "event",
    "actor": "P_BLINKEN",
    "recipient": "NER_GOV",
    "event_type": "CONSULT",
    "date": "2023-03~",
    "attributed_to": "author",
    "certainty": "CT+",
}


def turned(case):
    """Return the rows of SANCTION by Niger's authorities against the United States."""
    events = case.events
    return events[
        (events["actor"] == "NER_CNSP")
        & (events["recipient"] == "USA")
        & (events["event_type"] == "SANCTION")
    ]


def scores():
    """Return the four types by their intensity."""
    types = read_codebook().types
    return types[types["event_type"].isin(IN_ORDER)].sort_values("intensity")


ANSWERS = [
    ("4.1", "right", SORTED, "the dict as shown"),
    (
        "4.1",
        "right",
        lambda case: case.events.set_index("event_id").loc[list(SORTED), "kind"],
        "a Series from the table",
    ),
    ("4.1", "right", {k: v.title() for k, v in SORTED.items()}, "with capitals"),
    (
        "4.1",
        "right",
        lambda case: case.events[case.events["event_id"].isin(SORTED)][["event_id", "kind"]],
        "two columns of the table",
    ),
    ("4.1", "wrong", SORTED | {"E09": "event"}, "a purpose as an event", "intent as event"),
    ("4.1", "wrong", SORTED | {"E20": "event"}, "keeps troops as an event", "state as event"),
    ("4.1", "wrong", SORTED | {"E35": "statement"}, "breaking off as words", "deed as words"),
    ("4.1", "wrong", SORTED | {"E33": "event"}, "colonial rule as event", "relation as event"),
    (
        "4.1",
        "wrong",
        SORTED | {"E09": "statement", "E26": "intent"},
        "two labels in the wrong rows",
        "wrong row",
    ),
    ("4.1", "wrong", SORTED | {"E02": "statement"}, "ending as words", "deed as words"),
    ("4.1", "wrong", dict.fromkeys(SORTED, "event"), "one kind for all", "one label for all"),
    ("4.2", "right", CUT, "ids"),
    (
        "4.2",
        "right",
        {"actor": "USA/GOV", "recipient": "NER/GOV", "event_type": "SANCTION"},
        "codes with a slash",
    ),
    (
        "4.2",
        "right",
        {"actor": "Washington", "recipient": "the government", "event_type": "sanction"},
        "the names of the story",
    ),
    ("4.2", "right", lambda case: pd.Series(CUT), "a Series"),
    (
        "4.2",
        "right",
        lambda case: case.events[case.events["event_id"] == "E22"][list(CUT)],
        "the row from the table",
    ),
    (
        "4.2",
        "defensible",
        CUT | {"actor": "USA", "recipient": "NER"},
        "the two states: whoever governs, the help was from one country to the other",
    ),
    (
        "4.2",
        "wrong",
        {"actor": "NER_CNSP", "recipient": "USA_GOV", "event_type": "SANCTION"},
        "exchanged",
        "reversed direction",
    ),
    ("4.2", "wrong", CUT | {"event_type": "AID"}, "the help itself", "help for its cutting"),
    ("4.2", "wrong", CUT | {"recipient": "NER_GOV"}, "Bazoum's government", "another government"),
    ("4.2", "wrong", CUT | {"event_type": "RETREAT"}, "cut back as giving way", "another type"),
    ("4.2", "wrong", CUT | {"actor": "FRA"}, "France cut it", "another state"),
    ("4.2", "wrong", CUT | {"event_type": "-"}, "no type", "no type for an event"),
    ("4.2", "wrong", {"actor": "USA_GOV"}, "one field", "fields left out"),
    ("4.3", "right", IN_ORDER, "a list"),
    ("4.3", "right", "COERCE < SANCTION < CONSULT < RETREAT", "with <"),
    ("4.3", "right", lambda case: scores()["event_type"], "a sorted column"),
    ("4.3", "right", lambda case: list(scores()["event_type"]), "a list from the table"),
    ("4.3", "right", "coerce -> sanction -> consult -> retreat", "arrows, small letters"),
    ("4.3", "wrong", IN_ORDER[::-1], "highest first", "reversed direction"),
    (
        "4.3",
        "wrong",
        ["SANCTION", "COERCE", "CONSULT", "RETREAT"],
        "two neighbours",
        "neighbours exchanged",
    ),
    (
        "4.3",
        "wrong",
        ["CONSULT", "SANCTION", "RETREAT", "COERCE"],
        "by size without sign",
        "sign lost",
    ),
    ("4.3", "wrong", sorted(IN_ORDER), "by the alphabet", "sorted the names"),
    ("4.3", "wrong", set(IN_ORDER), "a set", "a set has no order"),
    ("4.3", "wrong", [-7, -6, 2.5, 6.5], "the scores", "numbers in place of names"),
    ("4.3", "wrong", IN_ORDER[:3], "three of four", "one left out"),
    ("4.4", "right", "certainty", "the field"),
    ("4.4", "right", "Certainty", "with a capital"),
    ("4.4", "right", "the certainty", "in words"),
    ("4.4", "right", ["certainty"], "in a list"),
    ("4.4", "right", "certainty (it should be CT-)", "with the right value beside it"),
    ("4.4", "wrong", "kind", "would call it a state", "another field"),
    ("4.4", "wrong", "event_type", "would call it COERCE", "another field"),
    ("4.4", "wrong", "recipient", "would name the government", "another field"),
    ("4.4", "wrong", "CT-", "the value", "value in place of field"),
    ("4.4", "wrong", "actor", "a field not shown", "a name not there"),
    ("4.4", "wrong", ["kind", "certainty"], "two fields", "did not choose"),
    ("4.4", "wrong", " ", "a space", "blank"),
    ("4.5", "right", 1, "the number"),
    (
        "4.5",
        "right",
        lambda case: (turned(case)["same_act"] == "").sum(),
        "rows that point to no other",
    ),
    ("4.5", "right", "1", "as a text"),
    ("4.5", "right", "one", "in words"),
    ("4.5", "right", np.int64(1), "a numpy number"),
    ("4.5", "wrong", lambda case: len(turned(case)), "rows: five", "duplicates kept"),
    ("4.5", "wrong", lambda case: len(turned(case)) - 1, "the repeats: four", "the complement"),
    (
        "4.5",
        "wrong",
        lambda case: (case.events["actor"] == "NER_CNSP").sum(),
        "one condition",
        "filter forgotten",
    ),
    (
        "4.5",
        "wrong",
        lambda case: (
            (case.events["actor"] == "NER_CNSP") & (case.events["event_type"] == "SANCTION")
        ).sum(),
        "without the recipient",
        "filter forgotten",
    ),
    (
        "4.5",
        "wrong",
        lambda case: turned(case)["same_act"].nunique(),
        "different values of same_act, the empty one too",
        "an empty value counted",
    ),
    ("4.5", "wrong", 0, "nothing found", "conditions contradict"),
    ("4.5", "wrong", lambda case: turned(case), "the table", "not counted"),
    ("4.6", "right", CHOSEN, "the dict as shown"),
    (
        "4.6",
        "right",
        lambda case: read_codebook().examples.set_index("example_id")["event_type"],
        "a Series",
    ),
    ("4.6", "right", {k: v.lower() for k, v in CHOSEN.items()}, "small letters"),
    ("4.6", "right", list(CHOSEN.items()), "pairs"),
    (
        "4.6",
        "defensible",
        CHOSEN | {"X4": "RETREAT"},
        "the manual leaves an announced retreat open",
    ),
    ("4.6", "defensible", CHOSEN | {"X6": "AGREE"}, "both accept to work together from now on"),
    ("4.6", "wrong", CHOSEN | {"X8": "SANCTION"}, "a warning as the deed", "not done yet"),
    ("4.6", "wrong", CHOSEN | {"X7": "MOBILIZE"}, "both, not one", "neighbour in meaning"),
    ("4.6", "wrong", CHOSEN | {"X1": "SANCTION"}, "nothing was cut", "neighbour in meaning"),
    (
        "4.6",
        "wrong",
        CHOSEN | {"X2": "PROTEST"},
        "a parliament is no crowd",
        "neighbour in meaning",
    ),
    (
        "4.6",
        "wrong",
        CHOSEN | {"X3": "ACCUSE", "X2": "SANCTION"},
        "two rows exchanged",
        "wrong row",
    ),
    ("4.6", "wrong", CHOSEN | {"X5": "CONCEDE", "X4": "SUPPORT"}, "deed as words", "deed as words"),
    ("4.7", "right", {"event_type": "SANCTION", "quad": 4}, "a number"),
    ("4.7", "right", {"event_type": "SANCTION", "quad": "4"}, "a text"),
    (
        "4.7",
        "right",
        lambda case: {
            "event_type": "SANCTION",
            "quad": read_codebook().types.set_index("event_type").loc["SANCTION", "quad"],
        },
        "from the codebook",
    ),
    (
        "4.7",
        "right",
        lambda case: {
            "event_type": "RETREAT",
            "quad": read_codebook().types.query("event_type == 'RETREAT'")["quad"],
        },
        "its own other type, without .item()",
    ),
    (
        "4.7",
        "defensible",
        {"event_type": "SANCTION", "quad": 3},
        "the manual's own quad table has 3 for SANCTION",
    ),
    ("4.7", "wrong", {"event_type": "SANCTION", "quad": 2}, "cooperation", "another class"),
    ("4.7", "wrong", {"event_type": "SANCTION", "quad": -6.0}, "the intensity", "another column"),
    ("4.7", "wrong", {"event_type": "SANCTION", "quad": 12}, "the row number", "index for value"),
    (
        "4.7",
        "wrong",
        {"event_type": "CONSULT", "quad": 4},
        "type changed after",
        "not run again",
    ),
    ("4.7", "wrong", {"event_type": "SANCTION", "quad": "SANCTION"}, "the type", "another column"),
    ("4.7", "wrong", {"event_type": "SANCTION", "quad": ...}, "left", "left the dots"),
    ("4.8", "right", VISIT, "the dict as shown"),
    (
        "4.8",
        "right",
        VISIT | {"actor": "Antony Blinken", "recipient": "Government of President Bazoum"},
        "names",
    ),
    ("4.8", "right", lambda case: pd.Series(VISIT), "a Series"),
    (
        "4.8",
        "right",
        lambda case: case.events[case.events["event_id"] == "E24"][list(VISIT)],
        "the row of the table",
    ),
    ("4.8", "defensible", VISIT | {"recipient": "NER"}, "the visit is to the country"),
    (
        "4.8",
        "defensible",
        VISIT | {"date": "2023-03"},
        "a year ago, to the month",
    ),
    ("4.8", "wrong", VISIT | {"recipient": "NER_CNSP"}, "the later authorities", "wrong authority"),
    ("4.8", "wrong", VISIT | {"date": "2024-03-17"}, "the story's day", "publication day"),
    ("4.8", "wrong", VISIT | {"kind": "intent", "event_type": "-"}, "the hope", "another row"),
    ("4.8", "wrong", VISIT | {"attributed_to": "P_BLINKEN"}, "he vouches", "actor as voucher"),
    ("4.8", "wrong", VISIT | {"certainty": "CT-"}, "denied", "sign lost"),
    (
        "4.8",
        "wrong",
        VISIT | {"actor": "NER_GOV", "recipient": "P_BLINKEN"},
        "exchanged",
        "reversed direction",
    ),
    (
        "4.9",
        "right",
        "I would code E18 as an event with ACCUSE and not as a statement. The words 'says that "
        "there was no longer any justification' blame someone. For the reference speaks that "
        "nothing happens but speech.",
        "row, field, value, words, the other side",
    ),
    (
        "4.9",
        "right",
        "E34, field kind: relation. 'Had worked closely' describes and tells no act. The "
        "reference may say that it was a condition for a time. I find no time in it.",
        "another row",
    ),
    (
        "4.9",
        "right",
        "Ligne E30, champ event_type : COERCE. Le mot « compelling » dit la contrainte. La "
        "référence a pour elle que l'on expulse. Le manuel laisse le choix.",
        "in French",
    ),
    (
        "4.9",
        "right",
        "我认为E13的valence应为neither。“关切”还不算敌对。不过参考编码也有道理，因为外交语言里这常常是批评。"
        "我仍然坚持我的看法。",
        "in Chinese, of fair length",
    ),
    (
        "4.9",
        "right",
        "سأرمّز الصف E09 بقيمة neither في حقل valence. فتجديد الاتصال لا يدل على ود. لكن المرجع قد "
        "يرى في الزيارة بادرة حسنة. الكلمات هي: meant to renew contact.",
        "in Arabic, of fair length",
    ),
    ("4.9", "wrong", "E18 is wrong.", "one sentence", "too short"),
    ("4.9", "wrong", "E18", "an id", "too short"),
    (
        "4.9",
        "wrong",
        "Find a row of the reference coding that you would code differently, and defend it in "
        "three sentences or more. Name the row and the field, your value, and the words.",
        "copied the question",
        "copied from the question",
    ),
    ("4.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("4.9", "wrong", "!!! ??? ...", "marks alone", "no words"),
    ("4.9", "wrong", None, "nothing", "nothing"),
]
