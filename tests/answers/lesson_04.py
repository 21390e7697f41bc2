"""Right, defensible and wrong answers to the questions of lesson 04."""

import datetime

import numpy as np
import pandas as pd

KINDS = {
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
ORDER = ["COERCE", "SANCTION", "CONSULT", "RETREAT"]
TYPES = {
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
DEFENCE = (
    "Row E21, field kind: I would put event. The words say restricted since the coup, and to "
    "restrict is something that somebody does, so COERCE fits. The reference calls it a state, "
    "because nobody is named who restricts."
)


def acts(case):
    rows = case.events[
        (case.events["actor"] == "NER_CNSP")
        & (case.events["recipient"] == "USA")
        & (case.events["event_type"] == "SANCTION")
    ]
    return (rows["same_act"] == "").sum()


RIGHT = {
    "4.1": [
        KINDS,
        pd.Series(KINDS),
        lambda case: case.events.loc[case.events["event_id"].isin(KINDS), ["event_id", "kind"]],
        [(k, v.upper()) for k, v in reversed(KINDS.items())],
    ],
    "4.2": [
        CUT,
        pd.DataFrame([CUT]),
        pd.Series(CUT),
        {"Event Type": "sanction", "Recipient": "the junta", "ACTOR": "Washington"},
        {**CUT, "actor": "USA/GOV", "recipient": "NER/GOV"},
        {**CUT, "recipient": "junta"},
        {**CUT, "actor": ["USA_GOV"], "recipient": "The junta"},
    ],
    "4.3": [ORDER, tuple(ORDER), pd.Series(ORDER), "coerce; sanction; consult; retreat"],
    "4.4": [
        "the field certainty",
        "certainty (it is not so)",
        "`certainty`",
        "certainty",
        " Certainty ",
        '"certainty"',
        "CERTAINTY",
    ],
    "4.5": [
        acts,
        1,
        "1",
        np.int64(1),
        1.0,
        "1 act",
        "one",
        [1],
    ],
    "4.6": [
        TYPES,
        {**TYPES, "X1": "refus", "X6": "Soutien", "X8": "la menace"},
        pd.Series(TYPES),
        list(TYPES.items()),
        pd.DataFrame({"example": list(TYPES), "type": list(TYPES.values())}, index=range(8, 16)),
    ],
    "4.7": [
        {"event_type": "SANCTION", "quad": 4},
        {"quad": "4", "event_type": "sanction"},
        {"event_type": "CONSULT", "quad": 1},
        {"event_type": "SANCTION", "quad": "4: material conflict"},
        pd.Series({"event_type": "RETREAT", "quad": np.int64(2)}),
    ],
    "4.8": [
        VISIT,
        pd.DataFrame([VISIT]),
        pd.Series(VISIT),
        {**VISIT, "actor": "Antony Blinken", "recipient": "NER/GOV", "certainty": "certain"},
        {**VISIT, "attributed_to": " Author ", "kind": "EVENT"},
        {**VISIT, "actor": "Blinken"},
        {**VISIT, "actor": "USA/GOV"},
    ],
    "4.9": [DEFENCE, DEFENCE.lower(), DEFENCE + " " + DEFENCE, "\n" + DEFENCE],
}

DEFENSIBLE = {
    "4.1": [{**KINDS, "E02": "state"}],
    "4.2": [
        {**CUT, "actor": "USA"},
        {**CUT, "recipient": "Niger"},
        {**CUT, "recipient": "NER/MIL"},
    ],
    "4.6": [{**TYPES, "X4": "RETREAT"}, {**TYPES, "X6": "AGREE"}],
    "4.7": [{"event_type": "SANCTION", "quad": 3}, {"event_type": "SANCTION", "quad": "3"}],
    "4.8": [
        {**VISIT, "recipient": "NER"},
        {**VISIT, "actor": "USA_GOV"},
        {**VISIT, "date": "2023-03"},
        {**VISIT, "date": "2023~"},
        {**VISIT, "actor": "USA"},
    ],
}

WRONG = {
    "4.1": [
        ({**KINDS, "E09": "event"}, "intent_as_event"),
        ({**KINDS, "E35": "statement"}, "event_as_statement"),
        ({**KINDS, "E14": "event"}, "statement_as_event"),
        ({**KINDS, "E20": "event"}, "state_as_event"),
        ({**KINDS, "E33": "event"}, "relation_as_event"),
        ({**KINDS, "E35": "state"}, "event_as_state"),
        ({**KINDS, "E26": "state", "E33": "state"}, "relation_as_event"),
        ({**KINDS, "E09": "state"}, "kind_confused"),
        ({**KINDS, "E09": "hope"}, "unreadable"),
    ],
    "4.2": [
        ({**CUT, "actor": "NER_CNSP", "recipient": "USA_GOV"}, "reversed"),
        ({**CUT, "actor": "Niger", "recipient": "Washington"}, "reversed"),
        ({**CUT, "recipient": "NER_GOV"}, "authority_confused"),
        ({**CUT, "event_type": "REJECT"}, "neighbouring_type"),
        ({**CUT, "event_type": "COERCE"}, "neighbouring_type"),
        ({**CUT, "actor": "P_MILLER"}, "wrong_speaker"),
        ({**CUT, "recipient": "FRA"}, "wrong_recipient"),
        ({**CUT, "actor": "FRA"}, "wrong_actor"),
        ({**CUT, "event_type": "RETREAT"}, "neighbouring_type"),
        ({"actor": "NER_FAN", "recipient": "NER_GOV", "event_type": "COERCE"}, "wrong_selection"),
        ({**CUT, "event_type": "ASSAULT"}, "other"),
        ({**CUT, "recipient": "Nigeria"}, "unreadable"),
    ],
    "4.3": [
        (ORDER[::-1], "reversed"),
        (ORDER[:3], "incomplete"),
        (["COERCE", "SANCTION", "SANCTION", "RETREAT"], "incomplete"),
        ([*ORDER, "AID"], "too_many"),
        (["RETREAT", "COERCE", "SANCTION", "CONSULT"], "sign_from_quad"),
        (["COERCE", "SANCTION", "RETREAT", "CONSULT"], "sign_from_quad"),
        (["CONSULT", "SANCTION", "RETREAT", "COERCE"], "sign_flipped"),
        (["COERCE", "RETREAT", "SANCTION", "CONSULT"], "sign_flipped"),
        (["SANCTION", "COERCE", "CONSULT", "RETREAT"], "reversed"),
        (["COERCE", "CONSULT", "RETREAT", "SANCTION"], "order_told"),
        (["CONSULT", "RETREAT", "SANCTION", "COERCE"], "order_told"),
        (["RETREAT", "CONSULT", "COERCE", "SANCTION"], "counts_as_strength"),
        (["SANCTION", "CONSULT", "COERCE", "RETREAT"], "other"),
    ],
    "4.4": [
        ("event_type", "negation_missed"),
        ("Event type", "negation_missed"),
        ("kind", "state_as_event"),
        ("recipient", "reversed"),
        (" Recipient", "reversed"),
        ("date", "unreadable"),
    ],
    "4.5": [
        (5, "same_act_twice"),
        ("5", "same_act_twice"),
        (2, "wrong_selection"),
        (4, "same_act_twice"),
        (6, "wrong_selection"),
        (0, "off_by_one"),
        (8, "wrong_denominator"),
        (17, "wrong_selection"),
        (3, "same_act_twice"),
        (11, "other"),
        ("some", "unreadable"),
        ("2 of 5", "unreadable"),
    ],
    "4.6": [
        ({**TYPES, "X8": "SANCTION"}, "intent_as_event"),
        ({**TYPES, "X8": "COERCE"}, "intent_as_event"),
        ({**TYPES, "X3": "ACCUSE"}, "neighbouring_type"),
        ({**TYPES, "X7": "MOBILIZE"}, "sign_from_quad"),
        ({**TYPES, "X1": "SANCTION"}, "neighbouring_type"),
        ({**TYPES, "X5": "CONCEDE"}, "neighbouring_type"),
        ({**TYPES, "X6": "CONSULT"}, "neighbouring_type"),
        ({**TYPES, "X8": "ACCUSE"}, "neighbouring_type"),
        ({**TYPES, "X2": "AID"}, "other"),
        ({**TYPES, "X2": "BLAME"}, "unreadable"),
    ],
    "4.7": [
        ({"event_type": "SANCTION", "quad": -6}, "sign_from_quad"),
        ({"event_type": "SANCTION", "quad": -1}, "code_system"),
        ({"event_type": "SANCTION", "quad": 12}, "code_system"),
        ({"event_type": "CONSULT", "quad": 4}, "other_rule"),
        ({"event_type": "RETREAT", "quad": 3}, "sign_from_quad"),
        ({"event_type": "SANCTION", "quad": 1}, "sign_from_quad"),
        ({"event_type": "CONSULT", "quad": 2}, "event_as_statement"),
        ({"event_type": "SANCTION", "quad": "hostile"}, "unreadable"),
    ],
    "4.8": [
        ({**VISIT, "actor": "NER_GOV", "recipient": "P_BLINKEN"}, "reversed"),
        ({**VISIT, "kind": "intent"}, "intent_as_event"),
        ({**VISIT, "date": "2024-03-17"}, "publication_date"),
        ({**VISIT, "date": datetime.date(2024, 3, 17)}, "publication_date"),
        ({**VISIT, "date": "2023-03-17"}, "false_precision"),
        ({**VISIT, "date": "2023-03-17~"}, "false_precision"),
        ({**VISIT, "date": "[2023-02..2023-04]"}, "mark_confused"),
        ({**VISIT, "date": "2023-03-10/2023-03-20"}, "mark_confused"),
        ({**VISIT, "date": "2023-03?"}, "mark_confused"),
        ({**VISIT, "date": "2024-03~"}, "off_by_one"),
        ({**VISIT, "date": "2024-03"}, "off_by_one"),
        ({**VISIT, "date": "2023"}, "too_vague"),
        ({**VISIT, "date": "2023-07"}, "wrong_selection"),
        ({**VISIT, "date": "2023~", "recipient": "NER_CNSP"}, "authority_confused"),
        ({**VISIT, "recipient": "Bazoum"}, "level_confused"),
        ({**VISIT, "recipient": "NER_CNSP"}, "authority_confused"),
        ({**VISIT, "attributed_to": "P_BLINKEN"}, "fact_as_claim"),
        ({**VISIT, "certainty": "PR+"}, "hedge_everywhere"),
        ({**VISIT, "event_type": "AGREE"}, "neighbouring_type"),
        ({**VISIT, "recipient": "the West"}, "label_as_actor"),
        (
            {**VISIT, "kind": "intent", "recipient": "P_BAZOUM", "event_type": "-"},
            "intent_as_event",
        ),
        ({**VISIT, "kind": "relation", "recipient": "WEST"}, "intent_as_event"),
        ({**VISIT, "kind": "statement"}, "kind_confused"),
        ({**VISIT, "actor": "FRA"}, "wrong_actor"),
        ({**VISIT, "recipient": "FRA"}, "wrong_recipient"),
        ({**VISIT, "date": "last year"}, "unreadable"),
    ],
    "4.9": [
        ("I disagree.", "unreadable"),
        (7, "unreadable"),
        (["E21"], "unreadable"),
        ({"row": "E21"}, "unreadable"),
        (" ".join(["row"] * 29), "unreadable"),
        (3.5, "unreadable"),
    ],
}

SAYS = {
    "4.6": [({**TYPES, "X3": "ACCUSE"}, "Nobody is blamed in `X3`")],
    "4.8": [({**VISIT, "actor": "USA"}, "at a higher level")],
}
