"""Right, defensible and wrong answers to the questions of lesson 05."""

import json
from pathlib import Path

import numpy as np
import pandas as pd

from realignment import agreement

PARTS = {"observed": 2 / 6, "expected": 4 / 36, "kappa": 0.25}
ORDER = ["attributed_to", "recipient", "event_type", "actor", "kind"]
BY_PERCENT = ["recipient", "event_type", "actor", "kind", "attributed_to"]
BY_ALPHA = ["recipient", "attributed_to", "actor", "event_type", "kind"]
WHY = {2: "label", 3: "two things", 9: "two things", 13: "gap", 14: "kind"}
GOOD = {
    "denounce": "SANCTION",
    "ending, ": "SANCTION",
    "breaking off": "SANCTION",
    "visit": "CONSULT",
    "removed": "COERCE",
    "released": "RETREAT",
}
SHORT = {
    "denounce": "SANCTION",
    "breaking off": "SANCTION",
    "visit": "CONSULT",
    "removed": "COERCE",
}
HALF = {"visit": "CONSULT", "removed": "COERCE", "contact": "CONSULT"}
DECISION = (
    "Sentence 13, event_type: A and D wrote COERCE, B and C SANCTION. I take SANCTION: to make "
    "troops leave ends an existing relationship, as its gloss says. For COERCE speaks that it "
    "was done under pressure. Rule: to end a presence is SANCTION, whatever the means."
)


def share(case):
    actors = agreement.table(case.codings, "actor")
    return (actors["A"] == actors["C"]).mean()


def parts(case):
    six = agreement.table(case.codings, "recipient").head(6)
    measure = agreement.cohen(six["A"], six["B"])
    return pd.Series({"kappa": measure.value, "observed": 2 / 6, "expected": 1 / 9})


def kappas(case, one, other):
    tables = {f: agreement.table(case.codings, f) for f in BY_ALPHA}
    return pd.Series({f: agreement.cohen(t[one], t[other]).value for f, t in tables.items()})


def order(case):
    return kappas(case, "C", "D").sort_values().index


def by_kappa_of(one, other):
    return lambda case: list(kappas(case, one, other).sort_values().index)


def unsorted(case):
    return kappas(case, "C", "D")


def measures(case):
    """Return the results of 5.5 themselves, without ``.value``."""
    values = agreement.table(case.codings, "valence")
    gap = agreement.krippendorff(values, empty="missing")
    return {"as_code": agreement.krippendorff(values), "as_gap": gap, "left_out": 9}


def draws(case):
    values = agreement.table(case.codings, "valence")
    return agreement.krippendorff(values, empty="missing").undefined_draws


def valence(case, **change):
    values = agreement.table(case.codings, "valence")
    code = agreement.krippendorff(values)
    gap = agreement.krippendorff(values, empty="missing")
    return {
        "as_code": code.value,
        "as_gap": gap.value,
        "left_out": code.units - gap.units,
        **change,
    }


def scored(case, keywords):
    """Return 5.8 as the exercise computes it, with the function that the exercise shows."""
    book = Path(__file__).resolve().parents[2] / "exercises" / "05_agreement.ipynb"
    cells = json.loads(book.read_text(encoding="utf-8"))["cells"]
    [source] = ["".join(cell["source"]) for cell in cells if cell["id"] == "q7-function"]
    shown = {}
    exec(source.split("\n\n\n")[0], shown)
    both = case.events[case.events["main"] == "yes"][["sentence", "event_type"]]
    both["machine"] = [shown["code"](text, keywords) for text in case.sentences["text"]]
    coded, events = both[both["machine"] != ""], both[both["event_type"] != ""]
    precision = (coded["machine"] == coded["event_type"]).mean()
    return own(keywords, precision, (events["machine"] == events["event_type"]).mean())


def own(keywords, precision, recall):
    return {"keywords": keywords, "precision": precision, "recall": recall}


RIGHT = {
    "5.1": [share, 0.81, "0,8125", 81.25, "81 %", np.float64(13 / 16), [0.8125]],
    "5.2": [
        PARTS,
        parts,
        {"Kappa": "0.25", "Observed": "0.33", "Expected": ".11"},
        pd.DataFrame([PARTS]),
        {"observed": "33 %", "expected": "11 %", "kappa": 0.25},
        {"observed": "2 of 6", "expected": "4/36", "kappa": "25 percent"},
    ],
    "5.3": [
        ORDER,
        tuple(ORDER),
        order,
        lambda case: kappas(case, "C", "D").sort_values(),
        "Attributed to, recipient, EVENT_TYPE; actor, kind",
        {name: 0 for name in ORDER}.keys(),
        pd.array(ORDER),
    ],
    "5.4": [
        "b",
        "Answer: B",
        "my answer is b",
        "Réponse : b) one value prevails",
        " B ",
        "`b`",
        "b)",
        '"b"',
        "one value prevails, so most of the agreement is luck",
    ],
    "5.5": [
        valence,
        lambda case: pd.Series(valence(case)),
        {"as_gap": "1.00", "as_code": "0.95", "left_out": 9},
        lambda case: pd.DataFrame([valence(case)], index=[7]),
        measures,
    ],
    "5.6": [
        WHY,
        pd.Series(WHY),
        {str(k): v.upper() for k, v in WHY.items()},
        [(f"sentence {k}", v) for k, v in reversed(WHY.items())],
        pd.DataFrame({"sentence": list(WHY), "why": list(WHY.values())}),
        {**WHY, 2: "one body, two codes for it"},
        {
            **WHY,
            3: "two things are told, and the coders chose different main rows",
            14: "an event for one coder, none for the others",
        },
    ],
    "5.7": [
        GOOD,
        pd.Series(GOOD),
        {k.upper(): v.lower() for k, v in GOOD.items()},
        list(SHORT.items()),
        {**SHORT, "withdraw": "SANCTION", "cut back": "SANCTION"},
    ],
    "5.8": [
        own(SHORT, 1, 5 / 9),
        own(HALF, "0.75", "0.33"),
        own(pd.Series(SHORT), np.float64(1), 0.56),
        lambda case: pd.Series(own(HALF, 3 / 4, 3 / 9)),
        lambda case: scored(case, GOOD),
        lambda case: scored(case, {"Visit": "CONSULT", "Ending": "SANCTION", "REMOVED": "COERCE"}),
        lambda case: scored(case, {" us ": "CONSULT", "ending, ": "SANCTION"}),
    ],
    "5.9": [DECISION, DECISION.upper(), "\n" + DECISION, DECISION + " " + DECISION],
}

DEFENSIBLE = {
    "5.6": [{**WHY, 13: "label"}],
}

WRONG = {
    "5.1": [
        (13, "wrong_denominator"),
        (3, "disagreement_counted"),
        (0.1875, "disagreement_counted"),
        (0.764, "measure_confused"),
        (0.747, "measure_confused"),
        (0.75, "measure_confused"),
        (0.625, "wrong_selection"),
        (0.4375, "wrong_selection"),
        (0.9375, "wrong_selection"),
        (13 / 15, "wrong_denominator"),
        (0.99, "other"),
        ("most", "unreadable"),
    ],
    "5.2": [
        ({**PARTS, "observed": 2}, "wrong_denominator"),
        ({**PARTS, "expected": 4}, "wrong_denominator"),
        ({**PARTS, "observed": 4 / 6}, "disagreement_counted"),
        ({**PARTS, "expected": 0.25, "kappa": 0.11}, "measure_confused"),
        ({**PARTS, "expected": 0.1818, "kappa": 0.185}, "measure_confused"),
        ({**PARTS, "expected": 0, "kappa": 1 / 3}, "chance_ignored"),
        ({**PARTS, "kappa": 0.222}, "incomplete"),
        ({**PARTS, "expected": 1 / 3}, "measure_confused"),
        ({**PARTS, "expected": 1 / 3, "kappa": 0}, "measure_confused"),
        ({**PARTS, "kappa": -0.25}, "sign_flipped"),
        ({**PARTS, "kappa": 1 / 3}, "chance_ignored"),
        ({**PARTS, "observed": 0.5, "expected": 4 / 36, "kappa": 7 / 9}, "wrong_denominator"),
        ({"observed": 0.625, "expected": 0.2109, "kappa": 0.5248}, "wrong_selection"),
        ({**PARTS, "expected": 0.139, "kappa": 0.419}, "wrong_selection"),
        ({**PARTS, "observed": 1 / 9, "expected": 1 / 3}, "reversed"),
        ({"observed": 2 / 3, "expected": 4 / 9, "kappa": 0.4}, "wrong_selection"),
        ({"observed": 0, "expected": 0, "kappa": 0}, "wrong_selection"),
        ({**PARTS, "expected": 14 / 36, "kappa": -1 / 11}, "measure_confused"),
        ({**PARTS, "expected": 0.2, "kappa": 1 / 6}, "measure_confused"),
        ({**PARTS, "kappa": 0.185}, "measure_confused"),
        ({"observed": 0.4, "expected": 0.1, "kappa": 1 / 3}, "incomplete"),
        ({**PARTS, "kappa": 0.9}, "other"),
        ({"observed": 1 / 3, "kappa": 0.25}, "unreadable"),
    ],
    "5.3": [
        (ORDER[:4], "incomplete"),
        (ORDER[::-1], "reversed"),
        (BY_PERCENT, "measure_confused"),
        ([*BY_PERCENT[:3], "attributed_to", "kind"], "measure_confused"),
        (BY_ALPHA, "wrong_selection"),
        (by_kappa_of("A", "B"), "wrong_selection"),
        (sorted(ORDER), "order_told"),
        (["attributed_to", "event_type", "recipient", "actor", "kind"], "reversed"),
        (["actor", "recipient", "event_type", "attributed_to", "kind"], "chance_ignored"),
        (["attributed_to", "recipient", "actor", "event_type", "kind"], "reversed"),
        (["recipient", "attributed_to", "kind", "event_type", "actor"], "other"),
        (unsorted, "unreadable"),
        (["certainty", *ORDER[1:]], "unreadable"),
    ],
    "5.4": [
        ("a", "measure_confused"),
        ("c", "disagreement_counted"),
        ("d", "wrong_denominator"),
        ("D)", "wrong_denominator"),
        ("the coders disagree on too many sentences", "disagreement_counted"),
        ("e", "unreadable"),
        (0.94, "unreadable"),
    ],
    "5.5": [
        (lambda case: valence(case, as_code=1.0, as_gap=0.95), "empty_code"),
        (lambda case: valence(case, left_out=7), "disagreement_counted"),
        (lambda case: valence(case, as_code=0.81, as_gap=0.73), "wrong_selection"),
        (lambda case: valence(case, left_out=0), "missing_as_zero"),
        (lambda case: valence(case, left_out=10), "off_by_one"),
        (lambda case: valence(case, as_gap=valence(case)["as_code"]), "empty_code"),
        (lambda case: valence(case, left_out=37), "members_for_pairs"),
        (lambda case: valence(case, left_out=draws(case)), "measure_confused"),
        (lambda case: valence(case, as_code=0.83), "measure_confused"),
        ({"as_code": 0.81, "as_gap": 0.73, "left_out": 7}, "wrong_selection"),
        (lambda case: valence(case, as_gap=0), "missing_as_zero"),
        (lambda case: valence(case, as_code=0.89), "measure_confused"),
        (lambda case: valence(case, as_gap=0.5), "other"),
        ({"as_code": 0.95, "as_gap": 1}, "unreadable"),
    ],
    "5.6": [
        ({**WHY, 2: "gap"}, "authority_confused"),
        ({**WHY, 2: "two things"}, "authority_confused"),
        ({**WHY, 13: "two things"}, "neighbouring_type"),
        ({**WHY, 3: "gap"}, "neighbouring_type"),
        ({**WHY, 3: "label"}, "incomplete"),
        ({**WHY, 14: "gap"}, "state_as_event"),
        ({**WHY, 14: "two things"}, "state_as_event"),
        ({**WHY, 3: "kind"}, "kind_confused"),
        ({**WHY, 2: "kind"}, "kind_confused"),
        ({**WHY, 9: "kind"}, "kind_confused"),
        ({**WHY, 13: "kind"}, "kind_confused"),
        ({**WHY, 14: "label"}, "state_as_event"),
        ({2: "label", 3: "two things", 9: "two things", 13: "gap", 17: "kind"}, "unreadable"),
        ({2: "label"}, "unreadable"),
    ],
    "5.7": [
        ({"made a rare visit to niger a year ago, hoping": "CONSULT", **GOOD}, "learned_by_heart"),
        ({"submarine": "MOBILIZE", "vote": "REJECT"}, "outside_knowledge"),
        ({"denounce": "ACCUSE", "visit": "CONSULT"}, "denounce_as_accuse"),
        ({"the": "SANCTION"}, "too_many"),
        ({"cooperation": "COOPERATE", "visit": "CONSULT"}, "neighbouring_type"),
        ({"withdraw": "RETREAT"}, "neighbouring_type"),
        ({"visit": "CONSULT"}, "incomplete"),
        ({"visit": "HOSTILE"}, "unreadable"),
        ({"CONSULT": "visit"}, "unreadable"),
        (["visit", "denounce"], "unreadable"),
    ],
    "5.8": [
        (own(SHORT, 5 / 9, 1), "precision_recall"),
        (own(HALF, 3, 3), "wrong_denominator"),
        (own(HALF, 0.25, 0.33), "disagreement_counted"),
        (own(HALF, 3 / 16, 3 / 9), "empty_code"),
        (own(SHORT, 1, 0.4), "incomplete"),
        (own({**HALF, "denounce": "SANCTION"}, 3 / 4, 3 / 9), "other_rule"),
        (own(SHORT, 0.8, 5 / 9), "incomplete"),
        (own(SHORT, 0.2, 0.3), "other"),
        ({"precision": 1, "recall": 0.5}, "unreadable"),
        (own(["visit"], 1, 0.5), "unreadable"),
    ],
    "5.9": [
        ("too short", "unreadable"),
        ("B", "unreadable"),
        (13, "unreadable"),
        (["Sentence 13"], "unreadable"),
        ({"sentence": 13}, "unreadable"),
        ("SANCTION, since three of four say so.", "unreadable"),
    ],
}

SAYS = {
    "5.2": [({**PARTS, "expected": 1 / 3, "kappa": 0}, "the share of one coder")],
}
