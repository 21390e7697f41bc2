"""Answers to the questions of exercise 09, written from lesson and exercise of the second edition.

All of them are about the record, so a function here takes the case and looks at the record.
"""

import functools
from typing import Any

import pandas as pd

from realignment.record import Record, load_record, members_at, votes_alike
from realignment.ties import dyads, ties

Case = Any
EIGHT = ["USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT"]
OFFERED = ["BFA-MLI", "BFA-NER", "BEN-NER", "CIV-MLI", "MLI-NER", "MLI-TGO", "NER-NGA", "MLI-RUS"]
LAST = "2024-12-31"
COUP = "2023-07-26"


@functools.cache
def _record() -> Record:
    return load_record()


def _acts() -> pd.DataFrame:
    timeline = _record().timeline
    return timeline[timeline["kind"] == "event"]


def _pairs(cosign: bool = False, eight: bool = False) -> pd.DataFrame:
    pairs = dyads(_acts(), _record().actors, cosign=cosign)
    if eight:
        pairs = pairs[pairs["source"].isin(EIGHT) & pairs["target"].isin(EIGHT)]
    return pairs


# ---- 9.3 ------------------------------------------------------------------------------------


def _made() -> pd.DataFrame:
    both = _pairs(cosign=True, eight=True)
    return both[both["made_by"] == "cosign"]


def _left(at: str = LAST, **how: Any) -> pd.DataFrame:
    left = ties(_pairs(cosign=True, **how), "latest", at=at)
    return left[left["made_by"] == "cosign"]


def _by_rows() -> dict[str, int]:
    made = _made().groupby("event_id").size()
    return {
        "g5_sahel": int(made["T005"]),
        "charter": int(made["T044"]),
        "left": len(_left(eight=True)),
    }


# ---- 9.4 ------------------------------------------------------------------------------------


def _friends(
    sign: int | None = 1,
    at: str = LAST,
    cosign: bool = False,
    rule: str = "latest",
    body: str | None = "ECOWAS",
    without: tuple[str, ...] = (),
) -> list[str]:
    line = ties(_pairs(cosign), rule, at=at).set_index(["source", "target"])["sign"]
    members = set(members_at(_record(), body, at)["member"]) - set(without) if body else None
    found = []
    for pair in OFFERED:
        one, other = pair.split("-")
        if members is not None and not {one, other} <= members:
            continue
        if sign is None or line.get((one, other)) == sign:
            found.append(pair)
    return found


def _friends_table() -> pd.DataFrame:
    made = ties(_pairs(), "latest", at=LAST)
    members = members_at(_record(), "ECOWAS", LAST)["member"]
    made = made[made["source"].isin(members) & made["target"].isin(members) & (made["sign"] > 0)]
    made["pair"] = made["source"] + "-" + made["target"]
    return made[made["pair"].isin(OFFERED)][["source", "target", "sign"]]


def _or_instead_of_and() -> list[str]:
    made = ties(_pairs(), "latest", at=LAST)
    members = members_at(_record(), "ECOWAS", LAST)["member"]
    made = made[(made["source"].isin(members) | made["target"].isin(members)) & (made["sign"] > 0)]
    return [pair for pair in made["source"] + "-" + made["target"] if pair in OFFERED]


def _known_friendly_acts() -> list[str]:
    """Keep any pair with a friendly act in the record, whichever came last."""
    pairs = _pairs()
    pairs = pairs[(pairs["sign"] > 0) & (pairs["when"] <= LAST)]
    have = {frozenset(ends) for ends in zip(pairs["source"], pairs["target"], strict=True)}
    members = set(members_at(_record(), "ECOWAS", LAST)["member"])
    return [
        pair
        for pair in OFFERED
        if frozenset(pair.split("-")) in have and set(pair.split("-")) <= members
    ]


# ---- 9.5 and 9.7 ----------------------------------------------------------------------------


def _votes(one: str, other: str, first: str | None = None, last: str | None = None) -> pd.DataFrame:
    votes = _record().votes
    if first:
        votes = votes[votes["date"] >= first]
    if last:
        votes = votes[votes["date"] <= last]
    wide = votes.pivot(index="resolution", columns="state", values="vote")
    return wide[[one, other]]


def _alike(one: str, other: str, drop: tuple[str, ...] = ("absent",), **span: str) -> Any:
    wide = _votes(one, other, **span)
    wide = wide[~wide.isin(list(drop)).any(axis=1)]
    return int((wide[one] == wide[other]).sum()), len(wide)


THREE = {
    "TCD-USA": ("TCD", "USA"),
    "BFA-NER": ("BFA", "NER"),
    "NER-NGA": ("NER", "NGA"),
}


def _three(**how: Any) -> dict[str, tuple[int, int]]:
    return {name: _alike(*two, **how) for name, two in THREE.items()}


def _before_and_since(last: str = "2023-07-25", first: str = COUP) -> dict[str, tuple[int, int]]:
    return {
        "FRA-NER before": _alike("FRA", "NER", last=last),
        "FRA-NER since": _alike("FRA", "NER", first=first),
        "BEN-NER since": _alike("BEN", "NER", first=first),
    }


def _before_and_since_with_absent() -> dict[str, tuple[int, int]]:
    return {
        "FRA-NER before": _alike("FRA", "NER", (), last="2023-07-25"),
        "FRA-NER since": _alike("FRA", "NER", (), first=COUP),
        "BEN-NER since": _alike("BEN", "NER", (), first=COUP),
    }


SENSES = {
    "T044": "alliance",
    "T117": "cooperation",
    "T131": "cooperation",
    "T191": "alignment",
    "NATO": "alliance",
    "AES": "bloc",
    "votes": "likeness",
}
CLAUSES = {
    "C1": "defence",
    "C2": "neutrality",
    "C3": "non-aggression",
    "C4": "consultation",
    "C5": "none",
    "C6": "consultation",
}
ALIKE = {"TCD-USA": (6, 7), "BFA-NER": (3, 3), "NER-NGA": (5, 9)}
SINCE = {"FRA-NER before": (5, 6), "FRA-NER since": (0, 3), "BEN-NER since": (0, 1)}

ANSWERS: list[tuple[str, str, Any, str]] = [
    # 9.1
    ("9.1", "right", SENSES, "the dict as shown"),
    ("9.1", "right", {k: v.capitalize() for k, v in SENSES.items()}, "with capitals"),
    ("9.1", "right", pd.Series(SENSES), "a Series"),
    (
        "9.1",
        "right",
        pd.DataFrame({"row": list(SENSES), "sense": list(SENSES.values())}),
        "a table of two columns",
    ),
    (
        "9.1",
        "right",
        {
            "T044": "an alliance",
            "T117": "coopération",
            "T131": "coopération",
            "T191": "alignement",
            "NATO": "alliance",
            "AES": "a bloc",
            "votes": "likeness",
        },
        "with articles and the French words of the key terms",
    ),
    (
        "9.1",
        "defensible",
        SENSES | {"AES": "alliance"},
        "the AES called alliance: its charter is one, and it is among what is named",
    ),
    (
        "9.1",
        "defensible",
        SENSES | {"T191": "alliance"},
        "the declaration of solidarity called alliance, though nothing was signed",
    ),
    (
        "9.1",
        "wrong",
        SENSES | {"T117": "alliance", "T131": "alliance"},
        "military accords called alliances, since they are signed",
    ),
    (
        "9.1",
        "wrong",
        SENSES | {"NATO": "alignment"},
        "NATO called alignment because no act stands in the record",
    ),
    (
        "9.1",
        "defensible",
        SENSES | {"votes": "alignment"},
        "voting alike called alignment",
    ),
    ("9.1", "wrong", SENSES | {"votes": "bloc"}, "voting alike on three texts called a bloc"),
    ("9.1", "wrong", SENSES | {"T044": "cooperation"}, "the charter called cooperation"),
    (
        "9.1",
        "wrong",
        SENSES | {"T131": "likeness"},
        "the accord with the Emirates called a likeness",
    ),
    (
        "9.1",
        "wrong",
        lambda case: dict.fromkeys(SENSES, "alliance"),
        "everything called alliance",
    ),
    ("9.1", "wrong", SENSES | {"NATO": "bloc"}, "NATO called a bloc, as in the Cold War"),
    (
        "9.1",
        "wrong",
        SENSES | {"T044": "bloc", "AES": "alliance"},
        "the charter a bloc, and the whole an alliance: the two exchanged",
    ),
    ("9.1", "unreadable", SENSES | {"T117": "pact"}, "a word that is not offered"),
    (
        "9.1",
        "unreadable",
        {k: v for k, v in SENSES.items() if k.startswith("T")},
        "only the four rows of the record",
    ),
    # 9.2
    ("9.2", "right", CLAUSES, "the dict as shown"),
    ("9.2", "right", {k: v.upper() for k, v in CLAUSES.items()}, "in capitals"),
    ("9.2", "right", pd.Series(CLAUSES), "a Series"),
    ("9.2", "right", list(CLAUSES.values()), "a list in the order of the clauses"),
    (
        "9.2",
        "right",
        {
            "C1": "défense",
            "C2": "neutralité",
            "C3": "non-agression",
            "C4": "consultation",
            "C5": "aucune",
            "C6": "consultation",
        },
        "in French",
    ),
    (
        "9.2",
        "right",
        CLAUSES | {"C1": "defense", "C3": "nonaggression", "C5": None},
        "American spelling, one word without a hyphen, None for none",
    ),
    (
        "9.2",
        "defensible",
        CLAUSES | {"C6": "defence"},
        "to confer after an attack taken for a promise of defence",
    ),
    ("9.2", "wrong", CLAUSES | {"C5": "defence"}, "training and an airfield taken for defence"),
    ("9.2", "wrong", CLAUSES | {"C2": "non-aggression"}, "neutrality taken for non-aggression"),
    ("9.2", "wrong", CLAUSES | {"C4": "defence"}, "a meeting of ministers taken for defence"),
    ("9.2", "wrong", CLAUSES | {"C3": "neutrality"}, "non-aggression taken for neutrality"),
    ("9.2", "wrong", CLAUSES | {"C2": "defence"}, "no help to the enemy taken for help"),
    (
        "9.2",
        "wrong",
        CLAUSES | {"C3": "consultation"},
        "disputes settled without arms, so one talks: consultation",
    ),
    ("9.2", "wrong", CLAUSES | {"C6": "none"}, "each does what it thinks right, so nothing"),
    ("9.2", "wrong", CLAUSES | {"C2": "non-aggression", "C3": "neutrality"}, "the two exchanged"),
    ("9.2", "wrong", lambda case: dict.fromkeys(CLAUSES, "defence"), "defence throughout"),
    (
        "9.2",
        "unreadable",
        CLAUSES | {"C5": "cooperation"},
        "a word of 9.1 that is not offered here",
    ),
    ("9.2", "unreadable", {"C1": "defence"}, "only the first"),
    # 9.3
    ("9.3", "right", {"g5_sahel": 10, "charter": 3, "left": 2}, "the dict as shown"),
    ("9.3", "right", lambda case: _by_rows(), "from the column made_by"),
    (
        "9.3",
        "right",
        lambda case: {
            "g5_sahel": 5 * 4 / 2,
            "charter": 3 * 2 / 2,
            "left": (ties(_pairs(True, True), "latest", at=LAST)["made_by"] == "cosign").sum(),
        },
        "on paper, so floats, and a number of numpy",
    ),
    ("9.3", "right", {"g5_sahel": "10 ties", "charter": "three", "left": "2"}, "text"),
    ("9.3", "right", (10, 3, 2), "a tuple in the order asked"),
    ("9.3", "wrong", {"g5_sahel": 5, "charter": 3, "left": 2}, "founders counted instead of pairs"),
    (
        "9.3",
        "wrong",
        {"g5_sahel": 20, "charter": 6, "left": 4},
        "each pair counted in both directions",
    ),
    (
        "9.3",
        "wrong",
        {"g5_sahel": 15, "charter": 6, "left": 2},
        "each founder paired with itself too",
    ),
    (
        "9.3",
        "wrong",
        lambda case: {
            "g5_sahel": 10,
            "charter": 3,
            "left": len(ties(_pairs(True, True), "latest", at=LAST)),
        },
        "all ties of the day, those of acts too: fifteen",
    ),
    (
        "9.3",
        "wrong",
        lambda case: {
            "g5_sahel": 10,
            "charter": 3,
            "left": int(_made()["event_id"].isin(["T005", "T044"]).sum()),
        },
        "thirteen: both cliques taken as still whole",
    ),
    (
        "9.3",
        "wrong",
        {"g5_sahel": 10, "charter": 3, "left": 3},
        "the three of the charter, though two of them rest on an act too and Chad is forgotten",
    ),
    (
        "9.3",
        "wrong",
        lambda case: {"g5_sahel": 10, "charter": 3, "left": len(_left("2022-03-01", eight=True))},
        "on the first day of the lesson's picture: ten",
    ),
    (
        "9.3",
        "wrong",
        lambda case: {"g5_sahel": 10, "charter": 3, "left": len(_left(LAST))},
        "all states of the record and not the eight",
    ),
    (
        "9.3",
        "wrong",
        {"g5_sahel": 10, "charter": 3, "left": 1},
        "only the line of Chad and Mauritania, as the lesson says of the first clique",
    ),
    ("9.3", "wrong", {"g5_sahel": 3, "charter": 10, "left": 2}, "the first two exchanged"),
    (
        "9.3",
        "wrong",
        {"g5_sahel": 25, "charter": 9, "left": 2},
        "five times five, three times three",
    ),
    ("9.3", "wrong", {"g5_sahel": 10, "charter": 3, "left": 0}, "the G5 is gone, so none is left"),
    ("9.3", "unreadable", {"g5_sahel": 10, "charter": 3}, "the third is missing"),
    # 9.4
    ("9.4", "right", ["BFA-NER", "MLI-NER", "MLI-TGO"], "a list"),
    ("9.4", "right", lambda case: _friends(), "a loop with members_at and ties"),
    ("9.4", "right", {"MLI-TGO", "BFA-NER", "MLI-NER"}, "a set"),
    ("9.4", "right", "BFA-NER, MLI-NER and MLI-TGO", "one text"),
    ("9.4", "right", lambda case: _friends_table(), "the rows of the ties as a table"),
    ("9.4", "right", [("BFA", "NER"), ("MLI", "NER"), ("MLI", "TGO")], "tuples of two"),
    ("9.4", "right", ["NER-BFA", "NER-MLI", "TGO-MLI"], "the states the other way round"),
    (
        "9.4",
        "right",
        lambda case: pd.Series(_friends(), name="pair"),
        "a Series of the pairs",
    ),
    (
        "9.4",
        "wrong",
        lambda case: _friends(cosign=True),
        "with co-signature, so Burkina Faso and Mali too",
    ),
    (
        "9.4",
        "wrong",
        lambda case: _friends(body=None),
        "membership forgotten, so Mali and Russia too",
    ),
    (
        "9.4",
        "wrong",
        lambda case: _or_instead_of_and(),
        "one of the two a member is taken as enough",
    ),
    (
        "9.4",
        "wrong",
        lambda case: _friends(sign=None),
        "all pairs within ECOWAS, whatever their line",
    ),
    ("9.4", "wrong", lambda case: _friends(sign=-1), "the hostile pairs within ECOWAS"),
    (
        "9.4",
        "wrong",
        lambda case: _friends(without=("BFA", "MLI", "NER")),
        "the suspended states taken as out: an empty list",
    ),
    (
        "9.4",
        "wrong",
        ["BFA-NER", "MLI-NER"],
        "Mali and Togo forgotten",
    ),
    (
        "9.4",
        "wrong",
        ["BFA-MLI", "BFA-NER", "MLI-NER"],
        "the three states of the AES, by what one knows of them",
    ),
    (
        "9.4",
        "wrong",
        lambda case: _friends(at="2025-01-29"),
        "on the day on which the three had left: an empty list",
    ),
    (
        "9.4",
        "wrong",
        lambda case: [*_friends(), "NER-NGA"],
        "Niger and Nigeria too, of which the record has no line with a sign",
    ),
    ("9.4", "unreadable", 3, "the number of pairs"),
    ("9.4", "unreadable", ["Sahel", "ECOWAS"], "words that are no pairs"),
    # 9.5
    ("9.5", "right", ALIKE, "the dict as shown, with tuples"),
    (
        "9.5",
        "right",
        lambda case: {name: votes_alike(_record(), *two) for name, two in THREE.items()},
        "what votes_alike returns",
    ),
    ("9.5", "right", {k: f"{a} of {b}" for k, (a, b) in ALIKE.items()}, "text as in the question"),
    ("9.5", "right", {k: f"{a}/{b}" for k, (a, b) in ALIKE.items()}, "text with a stroke"),
    ("9.5", "right", {k: f"{a} sur {b}" for k, (a, b) in ALIKE.items()}, "text in French"),
    (
        "9.5",
        "right",
        lambda case: pd.DataFrame(_three(), index=["alike", "of"]).T,
        "a table of two numbers for each pair",
    ),
    (
        "9.5",
        "wrong",
        lambda case: _three(drop=()),
        "absent counted as a vote: out of nine",
    ),
    (
        "9.5",
        "wrong",
        lambda case: _three(drop=("absent", "abstain")),
        "abstentions left out as well",
    ),
    (
        "9.5",
        "wrong",
        lambda case: {name: (_alike(*two)[0], 9) for name, two in THREE.items()},
        "out of all nine texts",
    ),
    (
        "9.5",
        "wrong",
        lambda case: {name: _alike(*two)[::-1] for name, two in THREE.items()},
        "numerator and denominator exchanged",
    ),
    (
        "9.5",
        "wrong",
        lambda case: {
            name: (lambda x: (x[1] - x[0], x[1]))(_alike(*two)) for name, two in THREE.items()
        },
        "the texts on which they differed",
    ),
    ("9.5", "wrong", lambda case: _three(first=COUP), "only since the coup"),
    (
        "9.5",
        "wrong",
        lambda case: _three(last="2025-02-24"),
        "the last of the nine texts forgotten",
    ),
    ("9.5", "wrong", ALIKE | {"NER-NGA": (6, 9)}, "Niger and Nigeria: one too many"),
    (
        "9.5",
        "wrong",
        lambda case: ALIKE | {"BFA-NER": _alike("BFA", "NGA")},
        "Burkina Faso with Nigeria, in the place of Niger",
    ),
    (
        "9.5",
        "wrong",
        lambda case: {**_three(), "TCD-USA": (6, 6)},
        "the text on which they differed left out of the denominator",
    ),
    (
        "9.5",
        "unreadable",
        lambda case: {name: a / b for name, (a, b) in ALIKE.items()},
        "decimal numbers instead of fractions",
    ),
    ("9.5", "unreadable", {"TCD-USA": 6, "BFA-NER": 3, "NER-NGA": 5}, "no denominators"),
    # 9.6
    ("9.6", "right", "a", "the letter"),
    ("9.6", "right", "A", "a capital"),
    ("9.6", "right", "(a)", "in brackets"),
    ("9.6", "right", " a: it hides how many votes the share is of", "with its text"),
    ("9.6", "right", "`a`", "with the marks of code"),
    ("9.6", "wrong", "b", "abstentions: the two never abstained on a text both voted on"),
    ("9.6", "wrong", "c", "an organisation for a state"),
    ("9.6", "wrong", "d", "Niger and Nigeria"),
    ("9.6", "wrong", "B", "b in capitals"),
    ("9.6", "wrong", "d.", "d with a full stop"),
    ("9.6", "wrong", {"a", "b"}, "two letters"),
    ("9.6", "unreadable", "100", "the number of the sentence"),
    ("9.6", "unreadable", "nothing", "no letter"),
    # 9.7
    ("9.7", "right", SINCE, "the dict as shown, with tuples"),
    ("9.7", "right", lambda case: _before_and_since(), "computed with pandas"),
    (
        "9.7",
        "right",
        lambda case: {
            "FRA-NER before": votes_alike(_record(), "FRA", "NER", last="2023-07-25"),
            "FRA-NER since": votes_alike(_record(), "FRA", "NER", first=COUP),
            "BEN-NER since": votes_alike(_record(), "BEN", "NER", first=COUP),
        },
        "what votes_alike returns",
    ),
    ("9.7", "right", {k: f"{a} out of {b}" for k, (a, b) in SINCE.items()}, "text with out of"),
    ("9.7", "right", {k: [a, b] for k, (a, b) in SINCE.items()}, "lists"),
    ("9.7", "right", pd.Series({k: f"{a}/{b}" for k, (a, b) in SINCE.items()}), "a Series of text"),
    (
        "9.7",
        "wrong",
        lambda case: _before_and_since_with_absent(),
        "absent counted as a vote: Benin and Niger out of three",
    ),
    (
        "9.7",
        "wrong",
        lambda case: {
            "FRA-NER before": _alike("FRA", "NER"),
            "FRA-NER since": _alike("FRA", "NER"),
            "BEN-NER since": _alike("BEN", "NER"),
        },
        "no day given: all texts in all three",
    ),
    (
        "9.7",
        "wrong",
        lambda case: {
            "FRA-NER before": _alike("FRA", "NER", first=COUP),
            "FRA-NER since": _alike("FRA", "NER", last="2023-07-25"),
            "BEN-NER since": _alike("BEN", "NER", last="2023-07-25"),
        },
        "before and since exchanged",
    ),
    (
        "9.7",
        "wrong",
        lambda case: {
            "FRA-NER before": _alike("USA", "NER", last="2023-07-25"),
            "FRA-NER since": _alike("USA", "NER", first=COUP),
            "BEN-NER since": _alike("BEN", "NER", first=COUP),
        },
        "the United States, as in the lesson, in the place of France",
    ),
    (
        "9.7",
        "wrong",
        {"FRA-NER before": (5, 9), "FRA-NER since": (0, 9), "BEN-NER since": (0, 9)},
        "out of all nine texts each time",
    ),
    (
        "9.7",
        "wrong",
        lambda case: _before_and_since(last="2025-02-24", first="2025-12-03"),
        "another day for the coup, so that only the last text is since",
    ),
    (
        "9.7",
        "wrong",
        lambda case: SINCE | {"FRA-NER since": _alike("FRA", "NER", first=COUP, last="2025-02-24")},
        "the last text forgotten: out of two",
    ),
    (
        "9.7",
        "wrong",
        lambda case: {k: (b - a, b) for k, (a, b) in SINCE.items()},
        "the texts on which they differed",
    ),
    (
        "9.7",
        "wrong",
        lambda case: SINCE | {"BEN-NER since": _alike("BEN", "NER")},
        "Benin and Niger over all texts",
    ),
    (
        "9.7",
        "wrong",
        lambda case: {k: (b, a) for k, (a, b) in SINCE.items()},
        "numerator and denominator exchanged",
    ),
    (
        "9.7",
        "unreadable",
        {"FRA-NER before": "mostly", "FRA-NER since": "never", "BEN-NER since": "never"},
        "words instead of fractions",
    ),
    ("9.7", "unreadable", {"FRA-NER before": (5, 6)}, "two are missing"),
    # 9.8
    (
        "9.8",
        "right",
        {"one": "ARE", "other": "MRT", "alike": (8, 8)},
        "the Emirates and Mauritania",
    ),
    (
        "9.8",
        "right",
        {"one": "DEU", "other": "ITA", "alike": "9 of 9"},
        "Germany and Italy, as text",
    ),
    (
        "9.8",
        "right",
        lambda case: {
            "one": "FRA",
            "other": "TUR",
            "alike": votes_alike(_record(), "FRA", "TUR"),
        },
        "France and Turkey, what votes_alike returns",
    ),
    ("9.8", "right", {"one": "Germany", "other": "Italy", "alike": (9, 9)}, "names of states"),
    ("9.8", "right", {"one": "mrt", "other": "lby", "alike": [8, 8]}, "small letters, a list"),
    ("9.8", "right", ("CIV", "FRA", (9, 9)), "a tuple in the order asked"),
    (
        "9.8",
        "wrong",
        {"one": "BFA", "other": "MLI", "alike": (3, 3)},
        "the same on every text, but only three",
    ),
    (
        "9.8",
        "wrong",
        {"one": "BEN", "other": "FRA", "alike": (6, 6)},
        "the same on every text, but only six",
    ),
    (
        "9.8",
        "wrong",
        {"one": "BFA", "other": "NER", "alike": (3, 3)},
        "three texts, and a friendly line",
    ),
    (
        "9.8",
        "wrong",
        lambda case: {"one": "FRA", "other": "USA", "alike": votes_alike(_record(), "FRA", "USA")},
        "no line, but only seven of nine",
    ),
    (
        "9.8",
        "wrong",
        lambda case: {"one": "DEU", "other": "UKR", "alike": votes_alike(_record(), "DEU", "UKR")},
        "eight of nine: Ukraine abstained once",
    ),
    (
        "9.8",
        "wrong",
        {"one": "DEU", "other": "TUR", "alike": (9, 9)},
        "the absence of Turkey counted as a vote",
    ),
    (
        "9.8",
        "wrong",
        {"one": "FRA", "other": "FRA", "alike": (9, 9)},
        "one state with itself",
    ),
    (
        "9.8",
        "wrong",
        lambda case: {"one": "NER", "other": "RUS", "alike": votes_alike(_record(), "NER", "RUS")},
        "Niger and Russia: three of nine, and a friendly line",
    ),
    (
        "9.8",
        "wrong",
        {"one": "MLI", "other": "RUS", "alike": (9, 9)},
        "guessed by their friendly line; Mali abstained three times",
    ),
    (
        "9.8",
        "wrong",
        {"one": "ARE", "other": "MRT", "alike": (9, 9)},
        "out of all nine texts, though Mauritania was absent once",
    ),
    (
        "9.8",
        "unreadable",
        {"one": "DEU", "other": "ESP", "alike": (9, 9)},
        "Spain: not in the table",
    ),
    ("9.8", "unreadable", {"one": "DEU", "other": "ITA"}, "the fraction is missing"),
    # 9.9
    (
        "9.9",
        "open",
        "I take the definition of W04: states promise in a signed text what they do in a war. By "
        "it the charter T044 is an alliance, since it obliges to mutual defence. But votes and "
        "membership are other constructs: the three voted alike on three texts only, and sat in "
        "ECOWAS until January 2025. The record cannot show whether the promise would be kept.",
        "definition, T044, two constructs, a limit",
    ),
    (
        "9.9",
        "open",
        "Oui, au sens strict. Je prends la définition de l'alliance comme promesse écrite de "
        "défense : la charte du Liptako-Gourma (T044) oblige à la défense mutuelle. Mais l'AES "
        "est aussi un bloc, car les trois États ont quitté ensemble la CEDEAO. Les votes sont "
        "une autre mesure, trois textes seulement. Ce que la base ne montre pas, c'est si la "
        "promesse sera tenue.",
        "French, with T044",
    ),
    (
        "9.9",
        "open",
        "نعم هو تحالف بالمعنى الضيق إذا أخذنا تعريف التحالف على أنه وعد مكتوب بين الدول. الصف T044 "
        "وهو ميثاق ليبتاكو غورما يلزم بالدفاع المشترك. لكن العضوية شيء آخر والتصويت شيء آخر، فقد "
        "صوتت الدول الثلاث معا ثلاث مرات فقط. ولا يستطيع السجل أن يبين هل سيوفى بالوعد عند الحرب "
        "أم لا.",
        "Arabic, with T044",
    ),
    (
        "9.9",
        "open",
        "我采用的定义是：联盟是各国在共同签署的文本中作出的承诺，说明在军事冲突中会做什么。按照这个"
        "定义，T044行的利普塔科-古尔马宪章规定了共同防御的义务，所以萨赫勒国家联盟是一个联盟。但是投票和"
        "成员资格是另外两个概念：三国只在三份文本上投票相同，并且直到2025年1月还是西共体的成员。记录不能"
        "显示这个承诺是否会被遵守。",
        "Chinese, with T044, and no spaces",
    ),
    ("9.9", "unreadable", "Yes, it says so in its name.", "seven words"),
    ("9.9", "unreadable", "...", "the dots"),
]
