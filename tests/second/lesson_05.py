"""Answers to exercise 05, written from lesson and exercise of the second edition alone."""

from fractions import Fraction

import pandas as pd

from realignment import agreement

FIELDS = ["actor", "attributed_to", "event_type", "kind", "recipient"]
LOW_TO_HIGH = ["attributed_to", "recipient", "event_type", "actor", "kind"]
WHY = {2: "label", 3: "two things", 9: "two things", 13: "gap", 14: "kind"}
WORDS = {
    "visit": "CONSULT",
    "denounce": "SANCTION",
    "cut back": "SANCTION",
    "removed": "COERCE",
}
FULL = {
    "visit": "CONSULT",
    "denounce": "SANCTION",
    "ending": "SANCTION",
    "cut back": "SANCTION",
    "withdraw": "SANCTION",
    "removed": "COERCE",
    "released": "RETREAT",
    "breaking off": "SANCTION",
}
LESSON = {
    "visit": "CONSULT",
    "withdraw": "RETREAT",
    "denounce": "ACCUSE",
    "released": "RETREAT",
    "cooperation": "COOPERATE",
    "contact": "CONSULT",
}
OWN = {**WORDS, "contact": "CONSULT"}  # precision 5 of 6, recall 5 of 9


def table(case, field):
    """Return sentences in rows and coders in columns."""
    return agreement.table(case.codings, field)


def same(case, a="A", b="C", field="actor"):
    """Return for each sentence whether two coders agree."""
    values = table(case, field)
    return values[a] == values[b]


def six(case):
    """Return the six rows of 5.2."""
    return table(case, "recipient")[["A", "B"]].head(6)


def hand(rows, **instead):
    """Return the three numbers of 5.2 for some rows, with some of them replaced."""
    first, second = rows.columns
    observed = (rows[first] == rows[second]).mean()
    shares = rows[first].value_counts(normalize=True) * rows[second].value_counts(normalize=True)
    expected = instead.get("expected", shares.sum())
    kappa = (observed - expected) / (1 - expected)
    return {"observed": observed, "expected": expected, "kappa": kappa}


def expected_of_pool(case):
    """Return how often two values of the pool would be the same, as for alpha."""
    pool = pd.Series([*six(case)["A"], *six(case)["B"]])
    counts = pool.value_counts()
    return float((counts * (counts - 1)).sum() / (len(pool) * (len(pool) - 1)))


def expected_of_one(case):
    """Return the shares of coder A multiplied by themselves."""
    return float((six(case)["A"].value_counts(normalize=True) ** 2).sum())


def without_dash(case):
    """Return the rows of 5.2 on which nobody wrote a dash."""
    rows = six(case)
    return rows[(rows != "-").all(axis=1)]


def kappas(case, a="C", b="D", empty="code"):
    """Return kappa of two coders for each column of 5.3."""
    values = {
        f: agreement.cohen(table(case, f)[a], table(case, f)[b], empty=empty).value for f in FIELDS
    }
    return pd.Series(values)


def order(values):
    """Return the names from the lowest value to the highest."""
    return values.sort_values(kind="stable").index.tolist()


def alphas(case, coders="ABCD", empty="code"):
    """Return alpha of some coders for each column of 5.3."""
    values = {
        f: agreement.krippendorff(table(case, f)[list(coders)], empty=empty).value for f in FIELDS
    }
    return pd.Series(values)


def shares(case):
    """Return the percent agreement of C and D for each column of 5.3."""
    return pd.Series({f: same(case, "C", "D", f).mean() for f in FIELDS})


def alpha(case, field, empty):
    """Return alpha of the four coders for a column."""
    return agreement.krippendorff(table(case, field), empty=empty).value


def valences(case, **instead):
    """Return the three numbers of 5.5, with some of them replaced."""
    values = table(case, "valence")
    found = {
        "as_code": alpha(case, "valence", "code"),
        "as_gap": alpha(case, "valence", "missing"),
        "left_out": int((values == "-").all(axis=1).sum()),
    }
    return {**found, **instead}


def by_columns(case):
    """Return a reason for each sentence of 5.6 by the first column on which the coders part."""
    reasons = {}
    for sentence in WHY:
        for field, reason in [("actor", "label"), ("kind", "kind"), ("event_type", "gap")]:
            if table(case, field).loc[sentence].nunique() > 1:
                reasons[sentence] = reason
                break
    return reasons


def code(text, keywords):
    """Return the type of the first word that stands in a text, as the exercise does."""
    for word, event_type in keywords.items():
        if word.lower() in text.lower():
            return event_type
    return ""


def both(case, keywords):
    """Return the table of 5.8: the reference and the machine."""
    rows = case.events[case.events["main"] == "yes"][["sentence", "event_type"]].copy()
    rows["machine"] = [code(text, keywords) for text in case.sentences["text"]]
    return rows


def scores(case, keywords, **instead):
    """Return the answer to 5.8, with some of its parts replaced."""
    rows = both(case, keywords)
    right = rows["machine"] == rows["event_type"]
    found = {
        "keywords": keywords,
        "precision": right[rows["machine"] != ""].mean(),
        "recall": right[rows["event_type"] != ""].mean(),
    }
    return {**found, **instead}


def exchanged(case):
    """Return precision and recall under each other's name."""
    found = scores(case, OWN)
    return {**found, "precision": found["recall"], "recall": found["precision"]}


def right_rows(case, keywords=OWN):
    """Return for each main row whether machine and reference have the same type or none."""
    rows = both(case, keywords)
    return rows["machine"] == rows["event_type"]


def hits(case, keywords=OWN):
    """Return how many events the machine has coded rightly."""
    rows = both(case, keywords)
    return int((right_rows(case, keywords) & (rows["event_type"] != "")).sum())


ANSWERS = [
    # 5.1
    ("5.1", "right", lambda case: same(case).mean(), "the mean of true and false"),
    ("5.1", "right", 0.81, "two decimals"),
    ("5.1", "right", "81 %", "per cent, as a text"),
    ("5.1", "right", Fraction(13, 16), "a fraction"),
    ("5.1", "right", "13 of 16", "a count out of all, in words"),
    (
        "5.1",
        "right",
        lambda case: agreement.percent(table(case, "actor")["A"], table(case, "actor")["C"]),
        "the result of the module's own function",
    ),
    ("5.1", "wrong", lambda case: same(case, "A", "B").mean(), "coders A and B"),
    ("5.1", "wrong", lambda case: same(case, "A", "D").mean(), "coders A and D"),
    ("5.1", "wrong", lambda case: same(case, "B", "C").mean(), "coders B and C"),
    (
        "5.1",
        "wrong",
        lambda case: same(case, field="recipient").mean(),
        "the recipient instead of the actor",
    ),
    (
        "5.1",
        "wrong",
        lambda case: same(case, field="kind").mean(),
        "the kind instead of the actor",
    ),
    ("5.1", "wrong", lambda case: (~same(case)).mean(), "the share on which they differ"),
    ("5.1", "wrong", lambda case: same(case).sum(), "a count instead of a share"),
    (
        "5.1",
        "wrong",
        lambda case: agreement.cohen(table(case, "actor")["A"], table(case, "actor")["C"]).value,
        "kappa instead of the share",
    ),
    (
        "5.1",
        "wrong",
        lambda case: (table(case, "actor").nunique(axis=1) == 1).mean(),
        "the share on which all four agree",
    ),
    ("5.1", "wrong", lambda case: same(case).sum() / 15, "one sentence too few in the denominator"),
    ("5.1", "unreadable", same, "true and false for each sentence: the mean forgotten"),
    ("5.1", "unreadable", ..., "left open"),
    # 5.2
    ("5.2", "right", lambda case: hand(six(case)), "three lines of pandas"),
    ("5.2", "right", {"observed": 0.33, "expected": 0.11, "kappa": 0.25}, "two decimals"),
    (
        "5.2",
        "right",
        {"observed": Fraction(1, 3), "expected": Fraction(1, 9), "kappa": Fraction(1, 4)},
        "fractions, by hand",
    ),
    ("5.2", "right", {"observed": "33 %", "expected": "11 %", "kappa": "0.25"}, "texts"),
    ("5.2", "right", (1 / 3, 1 / 9, 0.25), "a tuple in the order asked"),
    (
        "5.2",
        "wrong",
        lambda case: hand(six(case), expected=expected_of_pool(case)),
        "one pool for both coders, without putting back, as for alpha; kappa follows",
    ),
    (
        "5.2",
        "wrong",
        lambda case: hand(six(case), expected=expected_of_one(case)),
        "the shares of A multiplied by themselves; kappa follows",
    ),
    (
        "5.2",
        "wrong",
        lambda case: hand(six(case), expected=1 / 5),
        "luck as one of five values, all as likely; kappa follows",
    ),
    (
        "5.2",
        "wrong",
        lambda case: {**hand(six(case)), "expected": 0.25},
        "expected a guess: one of four; the rest right",
    ),
    (
        "5.2",
        "wrong",
        lambda case: {
            **hand(six(case)),
            "kappa": hand(six(case))["observed"] - hand(six(case))["expected"],
        },
        "observed less expected, not divided by the rest",
    ),
    (
        "5.2",
        "wrong",
        lambda case: {
            **hand(six(case)),
            "kappa": (hand(six(case))["observed"] - hand(six(case))["expected"])
            / (1 - hand(six(case))["observed"]),
        },
        "divided by 1 - observed instead of 1 - expected",
    ),
    (
        "5.2",
        "wrong",
        lambda case: {
            **hand(six(case)),
            "kappa": agreement.krippendorff(six(case)).value,
        },
        "alpha in the place of kappa",
    ),
    (
        "5.2",
        "wrong",
        lambda case: hand(without_dash(case)),
        "rows with a dash left out: three rows",
    ),
    (
        "5.2",
        "wrong",
        lambda case: hand(table(case, "recipient")[["A", "B"]]),
        "all sixteen sentences: head(6) forgotten",
    ),
    (
        "5.2",
        "wrong",
        lambda case: hand(table(case, "recipient")[["C", "D"]].head(6)),
        "coders C and D instead of A and B",
    ),
    (
        "5.2",
        "wrong",
        lambda case: {
            **hand(six(case)),
            "observed": hand(six(case))["expected"],
            "expected": hand(six(case))["observed"],
        },
        "observed and expected exchanged",
    ),
    (
        "5.2",
        "wrong",
        {"observed": 4 / 6, "expected": 1 / 9, "kappa": (4 / 6 - 1 / 9) / (8 / 9)},
        "disagreement counted as observed; kappa follows",
    ),
    (
        "5.2",
        "wrong",
        {"observed": 2, "expected": 1 / 9, "kappa": 0.25},
        "a count of sentences instead of a share",
    ),
    ("5.2", "unreadable", {"observed": 1 / 3, "expected": 1 / 9, "kappa": ...}, "kappa left open"),
    # 5.3
    ("5.3", "right", LOW_TO_HIGH, "a list"),
    ("5.3", "right", tuple(LOW_TO_HIGH), "a tuple"),
    ("5.3", "right", " < ".join(LOW_TO_HIGH), "a text with signs"),
    ("5.3", "right", lambda case: kappas(case).sort_values(), "the values, names as index"),
    ("5.3", "right", lambda case: kappas(case).sort_values().index, "the index of the sorted"),
    (
        "5.3",
        "right",
        lambda case: kappas(case).sort_values().rename_axis("field").reset_index(name="kappa"),
        "a table of two columns, sorted",
    ),
    ("5.3", "right", lambda case: kappas(case).sort_values().to_dict(), "a dict in that order"),
    (
        "5.3",
        "wrong",
        lambda case: order(kappas(case))[::-1],
        "from the highest to the lowest",
    ),
    ("5.3", "wrong", FIELDS, "in the order of the question"),
    ("5.3", "wrong", lambda case: order(shares(case)), "by the share of agreement, not by kappa"),
    ("5.3", "wrong", lambda case: order(alphas(case)), "by alpha of all four coders"),
    ("5.3", "wrong", lambda case: order(kappas(case, "A", "D")), "coders A and D"),
    ("5.3", "wrong", lambda case: order(kappas(case, "A", "B")), "coders A and B"),
    (
        "5.3",
        "wrong",
        ["recipient", "event_type", "actor", "kind", "attributed_to"],
        "attributed_to guessed to be the highest, since nearly all agree on it",
    ),
    (
        "5.3",
        "wrong",
        ["attributed_to", "recipient", "actor", "event_type", "kind"],
        "actor and event_type changed places",
    ),
    (
        "5.3",
        "wrong",
        ["recipient", "attributed_to", "event_type", "actor", "kind"],
        "the two lowest changed places",
    ),
    ("5.3", "unreadable", LOW_TO_HIGH[1:], "one column left out"),
    (
        "5.3",
        "unreadable",
        lambda case: sorted(kappas(case)),
        "the five values without names",
    ),
    # 5.4
    ("5.4", "right", "b", "the letter"),
    ("5.4", "right", "B)", "a capital with a bracket"),
    ("5.4", "right", "b: one value prevails, so most of the agreement is luck", "the whole line"),
    ("5.4", "right", ["b"], "a list of one"),
    ("5.4", "wrong", "a", "two coders said to be too few"),
    ("5.4", "wrong", "c", "the disagreements said to be too many"),
    ("5.4", "wrong", "d", "the share to be divided by the coders"),
    ("5.4", "wrong", "d: the share should be divided by the number of coders", "d, in full"),
    ("5.4", "wrong", ["b", "c"], "a right letter and a wrong one"),
    ("5.4", "unreadable", "e", "a letter that is not offered"),
    ("5.4", "unreadable", 0.98, "a number where a letter is asked"),
    # 5.5
    ("5.5", "right", valences, "computed"),
    ("5.5", "right", {"as_code": 0.95, "as_gap": 1.0, "left_out": 9}, "read from the sentences"),
    ("5.5", "right", {"as_code": "0.95", "as_gap": "1.00", "left_out": "nine"}, "texts"),
    (
        "5.5",
        "right",
        lambda case: {
            "as_code": agreement.krippendorff(table(case, "valence")),
            "as_gap": agreement.krippendorff(table(case, "valence"), empty="missing"),
            "left_out": 16 - agreement.krippendorff(table(case, "valence"), empty="missing").units,
        },
        "the results of the function, and the difference of the units",
    ),
    ("5.5", "right", [0.95, 1, 9], "a list in the order asked"),
    (
        "5.5",
        "wrong",
        lambda case: valences(
            case, left_out=agreement.krippendorff(table(case, "valence"), empty="missing").units
        ),
        "the sentences that are left instead of those that drop out",
    ),
    (
        "5.5",
        "wrong",
        lambda case: valences(
            case, left_out=int((table(case, "valence") == "-").any(axis=1).sum())
        ),
        "every sentence with at least one dash counted",
    ),
    (
        "5.5",
        "wrong",
        lambda case: valences(case, left_out=int((table(case, "valence") == "-").sum().sum())),
        "cells counted instead of sentences",
    ),
    (
        "5.5",
        "wrong",
        lambda case: valences(
            case, as_code=alpha(case, "valence", "missing"), as_gap=alpha(case, "valence", "code")
        ),
        "code and gap exchanged",
    ),
    (
        "5.5",
        "wrong",
        lambda case: valences(case, as_gap=alpha(case, "valence", "code"), left_out=0),
        "the same number twice: the cell run again without a change",
    ),
    (
        "5.5",
        "wrong",
        lambda case: {
            "as_code": alpha(case, "event_type", "code"),
            "as_gap": alpha(case, "event_type", "missing"),
            "left_out": 7,
        },
        "the event type of the lesson instead of the valence",
    ),
    (
        "5.5",
        "wrong",
        lambda case: valences(case, as_code=agreement.krippendorff(table(case, "valence")).low),
        "the lower end of the interval instead of alpha",
    ),
    (
        "5.5",
        "wrong",
        lambda case: valences(
            case,
            as_code=agreement.cohen(table(case, "valence")["C"], table(case, "valence")["D"]).value,
        ),
        "kappa of C and D instead of alpha of the four",
    ),
    (
        "5.5",
        "wrong",
        lambda case: valences(case, as_gap=0.0),
        "0 for the gap, where the function gives another number",
    ),
    ("5.5", "wrong", lambda case: valences(case, left_out=8), "one sentence too few"),
    (
        "5.5",
        "unreadable",
        lambda case: valences(case, left_out=...),
        "the sentences left open",
    ),
    # 5.6
    ("5.6", "right", WHY, "the dict as shown"),
    ("5.6", "right", {str(key): value.upper() for key, value in WHY.items()}, "texts, capitals"),
    ("5.6", "right", pd.Series(WHY), "a Series"),
    ("5.6", "right", list(WHY.values()), "a list of five in the order asked"),
    ("5.6", "right", {**WHY, 3: "two_things", 9: "2 things"}, "the words written otherwise"),
    (
        "5.6",
        "defensible",
        {**WHY, 13: "label"},
        "the lesson itself names 13 among the sentences with one body under two labels",
    ),
    ("5.6", "wrong", {**WHY, 14: "gap"}, "a doubt about the type seen, not about event or none"),
    ("5.6", "wrong", {**WHY, 14: "two things"}, "two things seen where one is told"),
    ("5.6", "wrong", {**WHY, 13: "two things"}, "hard line and compelling said to part them"),
    ("5.6", "wrong", {**WHY, 13: "kind"}, "an event for all four, called a doubt about kind"),
    ("5.6", "wrong", {**WHY, 9: "gap"}, "two types seen, and not that D coded another clause"),
    ("5.6", "wrong", {**WHY, 9: "kind"}, "D's note on a state taken for D's coding"),
    ("5.6", "wrong", {**WHY, 3: "gap"}, "two types seen, and not that D coded another thing"),
    ("5.6", "wrong", {**WHY, 3: "kind"}, "an event for all four, called a doubt about kind"),
    ("5.6", "wrong", {**WHY, 9: "gap", 13: "two things"}, "9 and 13 exchanged"),
    ("5.6", "wrong", by_columns, "by the first column that differs: actor, kind, type"),
    ("5.6", "wrong", dict.fromkeys(WHY, "label"), "one reason for all"),
    ("5.6", "unreadable", {**WHY, 14: "carelessness"}, "a reason that is not among the four"),
    # 5.7
    ("5.7", "right", WORDS, "four words, each right"),
    ("5.7", "right", FULL, "eight words that find all nine events"),
    ("5.7", "right", OWN, "five words, one of which goes wrong once"),
    (
        "5.7",
        "right",
        {"Visit": "consult", "DENOUNCE": "sanction", "cut back": "sanction", "removed": "coerce"},
        "other cases of letters",
    ),
    (
        "5.7",
        "right",
        {**FULL, "withdraw": "COERCE"},
        "COERCE for those who were made to leave, as coders A and D have it",
    ),
    ("5.7", "right", list(WORDS.items()), "a list of pairs"),
    ("5.7", "right", pd.Series(WORDS), "a Series of the types, the words as index"),
    (
        "5.7",
        "wrong",
        {"visit": "CONSULT", "denounce": "ACCUSE", "withdraw": "RETREAT"},
        "the everyday meaning of denounce and withdraw",
    ),
    ("5.7", "wrong", LESSON, "the dictionary of the lesson"),
    (
        "5.7",
        "wrong",
        {"visit": "CONSULT", "denounce": "SANCTION"},
        "right where it says something, but too few words",
    ),
    (
        "5.7",
        "wrong",
        {**WORDS, "niger": "SANCTION"},
        "a word that stands nearly everywhere",
    ),
    (
        "5.7",
        "wrong",
        {"military": "SANCTION", **WORDS},
        "a common word put first, so that it is taken before the others",
    ),
    (
        "5.7",
        "wrong",
        {"visite": "CONSULT", "dénoncer": "SANCTION", "retirer": "SANCTION"},
        "French words, which do not stand in the story",
    ),
    (
        "5.7",
        "wrong",
        {**WORDS, "compelling French troops to withdraw": "SANCTION"},
        "a piece longer than thirty characters",
    ),
    (
        "5.7",
        "wrong",
        {**WORDS, "says": "ACCUSE", "statement": "CONSULT", "troops": "MOBILIZE"},
        "good words, and three that go wrong too often",
    ),
    (
        "5.7",
        "unreadable",
        {"visit": "CONSULT", "denounce": "ENDING", "withdraw": "SANCTION"},
        "a type that PLOVER does not have",
    ),
    (
        "5.7",
        "unreadable",
        {"SANCTION": "denounce", "CONSULT": "visit", "COERCE": "removed"},
        "types and words the wrong way round",
    ),
    ("5.7", "unreadable", {"visit": "CONSULT", "denounce": ..., "withdraw": ...}, "not filled in"),
    ("5.7", "unreadable", ["visit", "denounce", "withdraw"], "words without types"),
    # 5.8
    ("5.8", "right", lambda case: scores(case, OWN), "computed from the table"),
    ("5.8", "right", lambda case: scores(case, WORDS), "another coder, computed"),
    (
        "5.8",
        "right",
        {"keywords": OWN, "precision": 0.83, "recall": 0.56},
        "two decimals",
    ),
    ("5.8", "right", {"keywords": OWN, "precision": "5/6", "recall": "5/9"}, "fractions as texts"),
    (
        "5.8",
        "right",
        lambda case: scores(case, LESSON),
        "a coder that does not reach 5.7, with its own right numbers",
    ),
    ("5.8", "wrong", exchanged, "precision and recall exchanged"),
    (
        "5.8",
        "wrong",
        lambda case: scores(case, OWN, precision=right_rows(case).mean()),
        "all sixteen rows for the precision: those without an event count as right",
    ),
    (
        "5.8",
        "wrong",
        lambda case: scores(case, OWN, recall=right_rows(case).mean()),
        "all sixteen rows for the recall: those without an event count as right",
    ),
    (
        "5.8",
        "wrong",
        lambda case: scores(case, OWN, precision=hits(case) / 16),
        "right codes divided by all sixteen rows",
    ),
    (
        "5.8",
        "wrong",
        lambda case: scores(case, OWN, recall=hits(case) / 16),
        "found events divided by all sixteen rows",
    ),
    (
        "5.8",
        "wrong",
        lambda case: scores(case, OWN, precision=hits(case), recall=hits(case)),
        "counts instead of shares",
    ),
    (
        "5.8",
        "wrong",
        lambda case: {**scores(case, LESSON), "keywords": OWN},
        "the numbers of the lesson's coder for one's own",
    ),
    (
        "5.8",
        "wrong",
        lambda case: {**scores(case, OWN), "keywords": {**OWN, "ending": "SANCTION"}},
        "a word added afterwards, and the numbers not computed again",
    ),
    (
        "5.8",
        "wrong",
        lambda case: scores(case, WORDS, recall=1.0),
        "all events said to be found, since every code is right",
    ),
    (
        "5.8",
        "wrong",
        lambda case: scores(case, OWN, precision=1 - scores(case, OWN)["precision"]),
        "the share that is wrong instead of the share that is right",
    ),
    (
        "5.8",
        "unreadable",
        lambda case: scores(case, OWN, recall=...),
        "the recall left open",
    ),
    # 5.9
    (
        "5.9",
        "open",
        "Sentence 13, column event_type: A and D wrote COERCE, B and C wrote SANCTION. I decide "
        "for SANCTION, because the manual lists expel under it. For COERCE speaks the word "
        "'compelling', which tells of power. Rule: troops that are told to leave are SANCTION.",
        "a decision in English with the four values and a rule",
    ),
    (
        "5.9",
        "open",
        "Phrase 2, colonne actor : A écrit NER/GOV, B, C et D écrivent NER/MIL. Je choisis "
        "NER/GOV, parce que la junte parle en tant que gouvernement. Pour NER/MIL parle son "
        "origine : elle vient de l'armée. Règle : un organe qui gouverne est codé GOV.",
        "in French",
    ),
    (
        "5.9",
        "open",
        "الجملة 14، العمود kind: كتب A وC كلمة state، وكتب B كلمة relation، وكتب D كلمة event. "
        "أختار state لأن الجملة لا تذكر فعلا ولا وقتا، بل طريقة في التعامل دامت مدة. أما قراءة D "
        "فيؤيدها أن العمل المشترك فعل في كتاب الترميز. القاعدة: ما لا يوم له ليس حدثا.",
        "in Arabic",
    ),
    (
        "5.9",
        "open",
        "第9句，event_type 一栏：A、B、C 写 SANCTION，D 写 COERCE。我判定为 SANCTION，"
        "因为第二个分句有明确的行为者华盛顿，而第一个分句没有说是谁限制了行动。"
        "支持 D 的理由是，第一个分句在前，而且 restrict 属于 COERCE。"
        "规则：一句话说了两件事时，编码有行为者的那一件。",
        "in Chinese, without spaces between words",
    ),
    (
        "5.9",
        "open",
        "Row of sentence 3, event_type. A, B, C: CONSULT; D: SANCTION. The visit is the new "
        "thing, the declaration was already in sentence 2. D has grammar on its side: the main "
        "clause is the declaration! Rule for next time - code what is new.",
        "everyday English, short sentences",
    ),
    ("5.9", "unreadable", "Sentence 13: SANCTION. Three of four say so.", "far too short"),
    ("5.9", "unreadable", "", "nothing written"),
]
