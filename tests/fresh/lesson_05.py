"""Answers to the questions of exercise 05, written from lesson and exercise alone."""

import numpy as np
import pandas as pd

from realignment import agreement

BY_HAND = {"observed": 2 / 6, "expected": 4 / 36, "kappa": 0.25}
IN_ORDER = ["attributed_to", "recipient", "event_type", "actor", "kind"]
FOUND = {"as_code": 0.95, "as_gap": 1.0, "left_out": 9}
WHY = {2: "label", 3: "two things", 9: "two things", 13: "gap", 14: "kind"}
KEYWORDS = {
    "three-day visit": "CONSULT",
    "rare visit": "CONSULT",
    "denounce": "SANCTION",
    "compelling": "SANCTION",
    "removed": "COERCE",
    "released": "RETREAT",
}


def alike(case, a="A", b="C", field="actor"):
    """Return where two coders write the same."""
    table = agreement.table(case.codings, field)
    return table[a] == table[b]


def kappas(case, a="C", b="D"):
    """Return kappa of two coders for five columns."""
    values = {}
    for field in IN_ORDER:
        table = agreement.table(case.codings, field)
        values[field] = agreement.cohen(table[a], table[b]).value
    return values


def measures(case, keywords):
    """Return precision and recall of a coder made of words."""
    both = case.events[case.events["main"] == "yes"][["sentence", "event_type"]].copy()
    both["machine"] = [
        next((kind for word, kind in keywords.items() if word.lower() in text.lower()), "")
        for text in case.sentences["text"]
    ]
    right = ((both["machine"] != "") & (both["machine"] == both["event_type"])).sum()
    return right / (both["machine"] != "").sum(), right / (both["event_type"] != "").sum()


def own_coder(case, keywords, precision=None, recall=None):
    """Return an answer to 5.8, with the true measures where none is given."""
    true = measures(case, keywords)
    return {
        "keywords": keywords,
        "precision": true[0] if precision is None else precision,
        "recall": true[1] if recall is None else recall,
    }


ANSWERS = [
    ("5.1", "right", lambda case: alike(case).mean(), "the mean of a condition"),
    ("5.1", "right", 0.81, "two decimals"),
    ("5.1", "right", "13/16", "a fraction as text"),
    ("5.1", "right", (13, 16), "a tuple"),
    ("5.1", "right", "81 %", "per cent"),
    ("5.1", "right", "13 of 16", "in words"),
    ("5.1", "wrong", lambda case: alike(case).sum(), "the count", "no denominator"),
    ("5.1", "wrong", lambda case: alike(case, "A", "B").mean(), "A and B", "another coder"),
    ("5.1", "wrong", lambda case: alike(case, "A", "D").mean(), "A and D", "another coder"),
    ("5.1", "wrong", 3 / 16, "where they differ", "the complement"),
    (
        "5.1",
        "wrong",
        lambda case: alike(case, field="recipient").mean(),
        "the recipient",
        "another column",
    ),
    ("5.1", "wrong", (16, 13), "the wrong way round", "tuple of wrong order"),
    ("5.1", "wrong", 12 / 16, "miscounted", "off by one"),
    ("5.2", "right", BY_HAND, "computed"),
    ("5.2", "right", {"observed": 0.33, "expected": 0.11, "kappa": 0.25}, "two decimals"),
    ("5.2", "right", {"observed": "2/6", "expected": "1/9", "kappa": "1/4"}, "fractions"),
    (
        "5.2",
        "right",
        lambda case: pd.Series(BY_HAND),
        "a Series",
    ),
    ("5.2", "right", {"observed": "33 %", "expected": "11 %", "kappa": 0.25}, "per cent"),
    ("5.2", "wrong", BY_HAND | {"kappa": 0.22}, "did not divide", "the last step forgotten"),
    ("5.2", "wrong", BY_HAND | {"observed": 2}, "the count", "no denominator"),
    (
        "5.2",
        "wrong",
        {"observed": 1 / 3, "expected": 1 / 4, "kappa": 1 / 9},
        "four values, so a quarter for luck",
        "expected too large",
    ),
    ("5.2", "wrong", BY_HAND | {"kappa": -0.25}, "a minus", "sign turned"),
    (
        "5.2",
        "wrong",
        {"observed": 1 / 9, "expected": 1 / 3, "kappa": -1 / 3},
        "the two exchanged",
        "exchanged",
    ),
    (
        "5.2",
        "wrong",
        lambda case: {"observed": 0.625, "expected": 0.11, "kappa": 0.58},
        "all sixteen rows",
        "head(6) forgotten",
    ),
    ("5.3", "right", IN_ORDER, "a list"),
    ("5.3", "right", lambda case: sorted(IN_ORDER, key=kappas(case).get), "sorted by a loop"),
    ("5.3", "right", " < ".join(IN_ORDER), "with <"),
    ("5.3", "right", lambda case: pd.Series(kappas(case)).sort_values(), "a sorted Series"),
    ("5.3", "right", " -> ".join(IN_ORDER), "arrows"),
    ("5.3", "wrong", IN_ORDER[::-1], "highest first", "reversed direction"),
    (
        "5.3",
        "wrong",
        ["recipient", "event_type", "actor", "attributed_to", "kind"],
        "by plain agreement",
        "another measure",
    ),
    (
        "5.3",
        "wrong",
        lambda case: sorted(IN_ORDER, key=kappas(case, "A", "B").get),
        "of coders A and B",
        "another coder",
    ),
    ("5.3", "wrong", sorted(IN_ORDER), "by the alphabet", "sorted the names"),
    ("5.3", "wrong", set(IN_ORDER), "a set", "a set has no order"),
    (
        "5.3",
        "wrong",
        ["attributed_to", "recipient", "actor", "event_type", "kind"],
        "two neighbours",
        "neighbours exchanged",
    ),
    ("5.3", "wrong", lambda case: list(kappas(case).values()), "the values", "numbers for names"),
    ("5.4", "right", "b", "the letter"),
    ("5.4", "right", "B", "a capital"),
    ("5.4", "right", "`b`", "with the marks of the text"),
    ("5.4", "right", "b: one value prevails", "the letter and words"),
    ("5.4", "wrong", "a", "two coders are few", "another flaw"),
    ("5.4", "wrong", "c", "four sentences", "another flaw"),
    ("5.4", "wrong", "d", "divide by coders", "another flaw"),
    ("5.4", "wrong", "b, c", "two letters", "did not choose"),
    ("5.4", "wrong", 0.98, "the share", "a number for a letter"),
    ("5.4", "wrong", ["a", "b", "c", "d"], "all letters", "did not choose"),
    ("5.4", "wrong", "none", "thought it right", "nothing found"),
    ("5.5", "right", FOUND, "two decimals"),
    (
        "5.5",
        "right",
        lambda case: {
            "as_code": agreement.krippendorff(
                agreement.table(case.codings, "valence"), empty="code"
            ).value,
            "as_gap": agreement.krippendorff(
                agreement.table(case.codings, "valence"), empty="missing"
            ).value,
            "left_out": 9,
        },
        "the values of the function",
    ),
    ("5.5", "right", {"as_code": "0.95", "as_gap": "1", "left_out": "9"}, "texts"),
    (
        "5.5",
        "right",
        lambda case: {
            "as_code": agreement.krippendorff(
                agreement.table(case.codings, "valence"), empty="code"
            ),
            "as_gap": agreement.krippendorff(
                agreement.table(case.codings, "valence"), empty="missing"
            ),
            "left_out": np.int64(9),
        },
        "the measures themselves, without .value",
    ),
    ("5.5", "wrong", {"as_code": 1.0, "as_gap": 0.95, "left_out": 9}, "exchanged", "exchanged"),
    ("5.5", "wrong", FOUND | {"left_out": 7}, "those that stay", "the complement"),
    ("5.5", "wrong", FOUND | {"left_out": 10}, "sentence 14 too", "off by one"),
    ("5.5", "wrong", FOUND | {"as_gap": 0.95}, "did not change the cell", "cell not changed"),
    ("5.5", "wrong", FOUND | {"left_out": 17}, "draws left out", "another number of the words"),
    ("5.5", "wrong", FOUND | {"left_out": 37}, "cells, not sentences", "cells counted"),
    ("5.5", "wrong", FOUND | {"as_code": 0.83}, "the interval's lower end", "wrong number read"),
    ("5.6", "right", WHY, "the dict as shown"),
    ("5.6", "right", {str(k): v for k, v in WHY.items()}, "keys as texts"),
    ("5.6", "right", lambda case: pd.Series(WHY), "a Series"),
    ("5.6", "right", {k: v.replace(" ", "_") for k, v in WHY.items()}, "an underscore"),
    ("5.6", "wrong", WHY | {2: "kind"}, "all four have an event", "another reason"),
    (
        "5.6",
        "defensible",
        WHY | {13: "label"},
        "the actor differs too: NER/GOV for A, NER/MIL for the others",
    ),
    ("5.6", "wrong", WHY | {14: "gap"}, "a kind as a gap", "another reason"),
    ("5.6", "wrong", WHY | {9: "kind"}, "all are events", "another reason"),
    ("5.6", "wrong", WHY | {3: "kind"}, "all four have an event", "another reason"),
    (
        "5.6",
        "wrong",
        {2: "two things", 3: "label", 9: "gap", 13: "kind", 14: "two things"},
        "one row off",
        "off by one row",
    ),
    ("5.6", "wrong", list(WHY), "the numbers", "keys alone"),
    ("5.6", "wrong", WHY | {9: "gap", 13: "two things"}, "two reasons exchanged", "exchanged"),
    ("5.7", "right", KEYWORDS, "six words"),
    (
        "5.7",
        "right",
        {
            "visit": "CONSULT",
            "ending": "SANCTION",
            "denounce": "SANCTION",
            "cut back": "SANCTION",
            "removed": "COERCE",
            "withdraw": "SANCTION",
        },
        "three given words and three more",
    ),
    ("5.7", "right", {k.upper(): v for k, v in KEYWORDS.items()}, "words in capitals"),
    (
        "5.7",
        "right",
        {
            "ending": "SANCTION",
            "denounce": "SANCTION",
            "visit": "CONSULT",
            "power and": "COERCE",
            "released": "RETREAT",
            "breaking off": "SANCTION",
        },
        "other pieces of the story",
    ),
    (
        "5.7",
        "wrong",
        {"visit": "CONSULT", "denounce": "SANCTION", "withdraw": "SANCTION"},
        "three words: recall 4 of 9",
        "too few words",
    ),
    (
        "5.7",
        "wrong",
        {"visit": "CONSULT", "denounce": "ACCUSE", "withdraw": "RETREAT"},
        "types by the word alone",
        "type by the dictionary, not the codebook",
    ),
    ("5.7", "wrong", {"the": "SANCTION"}, "one word for all", "no precision"),
    (
        "5.7",
        "wrong",
        lambda case: {
            text: kind
            for text, kind in zip(
                case.sentences["text"],
                case.events[case.events["main"] == "yes"]["event_type"],
                strict=True,
            )
            if kind
        },
        "whole sentences",
        "a memory, not a rule",
    ),
    (
        "5.7",
        "wrong",
        {v: k for k, v in KEYWORDS.items()},
        "turned round",
        "keys and values exchanged",
    ),
    ("5.7", "wrong", {}, "empty", "empty dict"),
    ("5.7", "wrong", {"": "SANCTION", "visit": "CONSULT"}, "an empty word", "empty words"),
    ("5.8", "right", lambda case: own_coder(case, KEYWORDS), "computed"),
    ("5.8", "right", lambda case: own_coder(case, KEYWORDS, 1.0, 0.67), "two decimals"),
    ("5.8", "right", lambda case: own_coder(case, KEYWORDS, "6/6", "6/9"), "fractions"),
    ("5.8", "right", lambda case: own_coder(case, {"visit": "CONSULT"}), "its own weak coder"),
    ("5.8", "right", lambda case: own_coder(case, {"the": "SANCTION"}), "its own poor coder"),
    (
        "5.8",
        "wrong",
        lambda case: own_coder(case, KEYWORDS, *measures(case, KEYWORDS)[::-1]),
        "exchanged",
        "exchanged",
    ),
    ("5.8", "wrong", lambda case: own_coder(case, KEYWORDS, 6, 6), "counts", "no denominator"),
    (
        "5.8",
        "wrong",
        lambda case: own_coder(case, KEYWORDS, 1.0, 6 / 16),
        "divided by all sentences",
        "wrong denominator",
    ),
    (
        "5.8",
        "wrong",
        lambda case: own_coder(case, KEYWORDS, 13 / 16, 13 / 16),
        "the empty ones counted as right",
        "empties counted",
    ),
    (
        "5.8",
        "wrong",
        lambda case: own_coder(case, {"visit": "CONSULT"}, *measures(case, KEYWORDS)),
        "of the words before",
        "not run again",
    ),
    ("5.8", "wrong", lambda case: own_coder(case, KEYWORDS, ..., ...), "left", "left the dots"),
    (
        "5.9",
        "right",
        "Sentence 13, column event_type: A and D have COERCE, B and C have SANCTION. I decide for "
        "SANCTION, because consent was ended. For COERCE speaks the word compelling. Rule: an "
        "expelled force is SANCTION with mode expel.",
        "sentence, column, values, rule",
    ),
    (
        "5.9",
        "right",
        "In sentence 2 the actor is NER/GOV for A and NER/MIL for B, C and D. I take NER/GOV. The "
        "communiqué says that the government decided. The word junta speaks for NER/MIL. Next "
        "time: who governs is GOV.",
        "another row",
    ),
    (
        "5.9",
        "right",
        "Phrase 14, colonne kind : A et C disent state, B relation, D event. Je choisis state. "
        "Aucun acte n'est nommé. Pour D parle le mot travailler. Règle : sans acte ni date, state.",
        "in French",
    ),
    (
        "5.9",
        "right",
        "第14句，kind一栏：A和C是state，B是relation，D是event。我选state，因为没有具体的行为。"
        "支持D的理由是“合作”是行动。规则：没有时间和行为的，一律写state。",
        "in Chinese, of fair length",
    ),
    (
        "5.9",
        "right",
        "文9、actor欄：A・B・CはUSA/GOV、Dは空欄です。私はUSA/GOVを選びます。"
        "後半の文には主語があるからです。Dの読みにも理由があり、前半が先に来ます。規則：主語のある節を主な行とする。",
        "in Japanese, of fair length",
    ),
    ("5.9", "wrong", "Sentence 13. SANCTION.", "two scraps", "too short"),
    ("5.9", "wrong", "I agree with A.", "one sentence", "too short"),
    (
        "5.9",
        "wrong",
        "Choose a row on which the four coders disagree, decide it, and give your reason in four "
        "sentences or more. Name the sentence, the column and the four values. Say what speaks "
        "for the reading that loses, and write the rule that would settle the next case.",
        "copied the question",
        "copied from the question",
    ),
    ("5.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("5.9", "wrong", "\n\n", "empty lines", "blank"),
    ("5.9", "wrong", "x " * 3, "three letters", "no words"),
]
