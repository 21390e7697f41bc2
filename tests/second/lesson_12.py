"""Answers to exercise 12, written from lesson and exercise of the second edition alone."""

from datetime import date
from fractions import Fraction

import numpy as np
import pandas as pd

from realignment import agreement
from realignment.ties import dyads, signed, ties

ALLOWED = {"a": True, "b": False, "c": True, "d": False, "e": False, "f": True}
KINDS = {
    "E01": "event",
    "E02": "intent",
    "E13": "intent",
    "E15": "statement",
    "E25": "state",
    "E27": "relation",
}
DATES = {"E01": "2023-03-10", "E03": "2023-03-06/2023-03-10", "E09": "2016~", "E14": "2002"}
MEETING = {"event_type": "-", "valence": "neither", "date": "[2023-03-11..]"}


def _table(case, field="kind"):
    return agreement.table(case.codings, field)


def _share(case, field="kind"):
    table = _table(case, field)
    return (table["A"] == table["B"]).mean()


def _all_rows(case):
    """Compare the rows of both sheets one after the other, side rows too."""
    kinds = {coder: list(rows["kind"]) for coder, rows in case.codings.groupby("coder")}
    pairs = list(zip(kinds["A"], kinds["B"], strict=False))
    return sum(a == b for a, b in pairs) / len(pairs)


def _a(case, coder="A"):
    """Give what a coder wrote for sentences 7 to 12."""
    kinds = _table(case)[coder]
    kinds.index = kinds.index.astype(int)
    return {int(sentence): kind for sentence, kind in kinds.loc[7:12].items()}


MINE = {7: "intent", 8: "statement", 9: "event", 10: "state", 11: "event", 12: "relation"}
OTHER = {7: "intent", 8: "statement", 9: "event", 10: "event", 11: "event", 12: "relation"}


def _with(case, mine, coder="A"):
    theirs = _a(case, coder)
    return sum(theirs[sentence] == kind for sentence, kind in mine.items())


def _lines(case, least="PS+"):
    return ties(dyads(signed(case.events), case.actors), "latest", least=least)


def _turned(case):
    both = _lines(case).merge(
        _lines(case, "CT+"), on=["source", "target"], how="outer", suffixes=("_loose", "_certain")
    )
    return both[both["sign_loose"] != both["sign_certain"]]


def _triples(table, sign="sign"):
    return [
        (a, b, int(s))
        for a, b, s in zip(table["source"], table["target"], table[sign], strict=True)
    ]


ANSWERS = [
    # 12.1
    ("12.1", "right", ALLOWED, "the dict as shown"),
    (
        "12.1",
        "right",
        {letter: "yes" if may else "no" for letter, may in ALLOWED.items()},
        "yes and no",
    ),
    ("12.1", "right", [True, False, True, False, False, True], "a list in the order asked"),
    ("12.1", "right", pd.Series(ALLOWED), "a Series of booleans"),
    (
        "12.1",
        "right",
        {letter.upper(): str(may) for letter, may in ALLOWED.items()},
        "capital letters, the truth as text",
    ),
    (
        "12.1",
        "right",
        {letter: "vrai" if may else "faux" for letter, may in ALLOWED.items()},
        "true and false in French",
    ),
    ("12.1", "wrong", ALLOWED | {"b": True}, "the shopkeeper is named in the article, so allowed"),
    ("12.1", "wrong", ALLOWED | {"c": False}, "the spokesman taken for a private person"),
    ("12.1", "wrong", ALLOWED | {"d": True}, "the friend named as a source"),
    ("12.1", "wrong", ALLOWED | {"e": True}, "the cousin taken for a public person"),
    ("12.1", "wrong", ALLOWED | {"f": False}, "an article must be named, it was thought"),
    ("12.1", "wrong", dict.fromkeys(ALLOWED, True), "everything allowed"),
    ("12.1", "wrong", dict.fromkeys(ALLOWED, False), "nothing allowed"),
    (
        "12.1",
        "wrong",
        {letter: not may for letter, may in ALLOWED.items()},
        "true and false the wrong way round",
    ),
    ("12.1", "wrong", ALLOWED | {"a": False}, "no person may be named at all, it was thought"),
    ("12.1", "wrong", ALLOWED | {"b": True, "e": True}, "whoever speaks may be named"),
    ("12.1", "unreadable", ALLOWED | {"c": "perhaps"}, "neither true nor false"),
    # 12.2
    ("12.2", "right", KINDS, "the dict as shown"),
    ("12.2", "right", {row: kind.upper() for row, kind in KINDS.items()}, "in capitals"),
    ("12.2", "right", pd.Series(KINDS), "a Series"),
    (
        "12.2",
        "right",
        ["event", "intent", "intent", "statement", "state", "relation"],
        "a list in the order asked",
    ),
    (
        "12.2",
        "right",
        lambda case: case.events[case.events["event_id"].isin(list(KINDS))][["event_id", "kind"]],
        "the two columns of the reference coding as a table",
    ),
    (
        "12.2",
        "defensible",
        KINDS | {"E02": "event"},
        "the reopening is part of what the two agreed, so it belongs to the act",
    ),
    (
        "12.2",
        "defensible",
        KINDS | {"E13": "event"},
        "to bring the agreement back to life is part of the agreement, so an act",
    ),
    ("12.2", "wrong", KINDS | {"E01": "statement"}, "to agree taken for words only"),
    ("12.2", "wrong", KINDS | {"E01": "intent"}, "the agreement taken for a plan"),
    ("12.2", "wrong", KINDS | {"E15": "event"}, "said taken for an act"),
    ("12.2", "wrong", KINDS | {"E25": "event"}, "turning away taken for a single act"),
    ("12.2", "wrong", KINDS | {"E27": "event"}, "a partnership of long standing taken for an act"),
    (
        "12.2",
        "wrong",
        KINDS | {"E02": "state"},
        "the reopening that is still to come taken for a condition",
    ),
    ("12.2", "wrong", KINDS | {"E13": "statement"}, "mean to taken for words"),
    (
        "12.2",
        "wrong",
        KINDS | {"E25": "relation", "E27": "state"},
        "state and relation interchanged",
    ),
    ("12.2", "wrong", dict.fromkeys(KINDS, "event"), "everything taken for an act"),
    (
        "12.2",
        "wrong",
        lambda case: {
            row: "intent" if kind == "statement" else kind for row, kind in KINDS.items()
        },
        "the statement of Kirby taken for a plan of Washington",
    ),
    ("12.2", "unreadable", KINDS | {"E15": "quote"}, "a word that is no kind"),
    # 12.3
    ("12.3", "right", DATES, "the dict as shown"),
    ("12.3", "right", pd.Series(DATES), "a Series"),
    (
        "12.3",
        "right",
        list(DATES.values()),
        "a list in the order asked",
    ),
    (
        "12.3",
        "right",
        DATES | {"E01": "10 March 2023"},
        "the day of the agreement in English words",
    ),
    (
        "12.3",
        "right",
        DATES | {"E01": "le 10 mars 2023"},
        "the day of the agreement in French words",
    ),
    ("12.3", "right", DATES | {"E01": date(2023, 3, 10), "E14": 2002}, "a date, a whole number"),
    (
        "12.3",
        "defensible",
        DATES | {"E09": "2016"},
        "seven years back from 2023, without the sign for about",
    ),
    (
        "12.3",
        "defensible",
        DATES | {"E03": "2023-03-05/2023-03-09"},
        "before read strictly: the talks ended on the day before the statement",
    ),
    (
        "12.3",
        "defensible",
        DATES | {"E09": "2016-03~"},
        "seven years to the month, about",
    ),
    (
        "12.3",
        "wrong",
        DATES | {"E01": "2023-03-11"},
        "the day of the story instead of the Friday",
    ),
    ("12.3", "wrong", DATES | {"E01": "2023-03-17"}, "the Friday after the story"),
    (
        "12.3",
        "wrong",
        DATES | {"E14": "2001-04-17"},
        "the day of the source instead of what the text says",
    ),
    ("12.3", "wrong", DATES | {"E03": "2023-03-10"}, "one day for talks of five days"),
    (
        "12.3",
        "wrong",
        DATES | {"E03": "2023-03-05/2023-03-10"},
        "six days: one too many",
    ),
    (
        "12.3",
        "wrong",
        DATES | {"E09": "2016-01-03"},
        "what one knows: the day is not in the text",
    ),
    ("12.3", "wrong", DATES | {"E09": "2023-03-11"}, "the day of the story for the cut"),
    ("12.3", "wrong", DATES | {"E09": "2017~"}, "seven years back counted as six"),
    ("12.3", "wrong", DATES | {"E14": "2023-03-10"}, "the new plan dated, not the old agreement"),
    (
        "12.3",
        "wrong",
        DATES | {"E03": "[2023-03-06..2023-03-10]"},
        "brackets: some one day of the five instead of all five",
    ),
    ("12.3", "wrong", DATES | {"E01": "2023-10-03"}, "day and month interchanged"),
    ("12.3", "unreadable", DATES | {"E01": "Friday"}, "the word of the text, no date"),
    ("12.3", "unreadable", DATES | {"E09": "seven years ago"}, "the words of the text, no date"),
    # 12.4
    ("12.4", "right", MEETING, "the reference coding"),
    ("12.4", "right", pd.Series(MEETING), "a Series"),
    ("12.4", "right", MEETING | {"event_type": ""}, "an empty cell for no type"),
    ("12.4", "right", ["-", "neither", "[2023-03-11..]"], "a list in the order asked"),
    ("12.4", "right", MEETING | {"valence": "Friendly"}, "a step in the repair of relations"),
    (
        "12.4",
        "defensible",
        MEETING | {"date": "2023-03-11/.."},
        "the plan stands from then on",
    ),
    (
        "12.4",
        "defensible",
        MEETING | {"date": "[2023-03-11..2023-05-10]"},
        "from the story on, and before the embassies reopen",
    ),
    ("12.4", "wrong", MEETING | {"valence": "-"}, "the valence, which no program finds, left"),
    ("12.4", "wrong", MEETING | {"valence": "hostile"}, "to meet first taken for a refusal"),
    ("12.4", "wrong", MEETING | {"event_type": "CONSULT"}, "the type of an act left for a plan"),
    ("12.4", "wrong", MEETING | {"event_type": "AGREE"}, "another type of an act for a plan"),
    ("12.4", "wrong", MEETING | {"date": "2023-03-11"}, "the day of the story for the meeting"),
    (
        "12.4",
        "wrong",
        MEETING | {"date": "2023-04-06"},
        "what one knows: the day on which they met",
    ),
    ("12.4", "wrong", MEETING | {"date": "2023-03-10"}, "the day of the deal for the meeting"),
    ("12.4", "wrong", MEETING | {"date": "[..2023-03-11]"}, "the bracket turned: until the story"),
    ("12.4", "wrong", MEETING | {"date": "2023"}, "the whole year, so also before the story"),
    (
        "12.4",
        "wrong",
        {"event_type": "-", "valence": "-", "date": "2023-03-11"},
        "whatever the program accepts",
    ),
    ("12.4", "unreadable", MEETING | {"date": "soon"}, "the date left as it was"),
    ("12.4", "unreadable", MEETING | {"date": "in two months"}, "words for a date"),
    # 12.5
    ("12.5", "right", lambda case: _share(case), "the mean of the condition"),
    ("12.5", "right", "9 of 12", "number and denominator as text"),
    ("12.5", "right", (9, 12), "a tuple"),
    ("12.5", "right", Fraction(3, 4), "a fraction"),
    ("12.5", "right", "75 %", "in per cent"),
    ("12.5", "right", "0,75", "with a decimal comma"),
    ("12.5", "right", "9 sur 12", "in French"),
    (
        "12.5",
        "right",
        lambda case: (_table(case)["A"] == _table(case)["B"]).value_counts(normalize=True)[True],
        "value_counts with normalize",
    ),
    (
        "12.5",
        "wrong",
        lambda case: int((_table(case)["A"] == _table(case)["B"]).sum()),
        "the number of sentences, not the share",
    ),
    (
        "12.5",
        "wrong",
        lambda case: agreement.krippendorff(_table(case)).value,
        "Krippendorff's alpha instead of the share",
    ),
    (
        "12.5",
        "wrong",
        lambda case: agreement.cohen(_table(case)["A"], _table(case)["B"]).value,
        "Cohen's kappa instead of the share",
    ),
    ("12.5", "wrong", lambda case: _share(case, "valence"), "the valence instead of the kind"),
    ("12.5", "wrong", lambda case: _share(case, "actor"), "the actor instead of the kind"),
    (
        "12.5",
        "wrong",
        lambda case: 1 - _share(case),
        "the share on which they differ",
    ),
    ("12.5", "wrong", lambda case: _all_rows(case), "side rows compared too, one after the other"),
    ("12.5", "wrong", "9 of 27", "all rows of A as denominator"),
    ("12.5", "wrong", 0.91, "the number of lesson 05, on the first story"),
    ("12.5", "wrong", (12, 9), "the two numbers interchanged"),
    (
        "12.5",
        "unreadable",
        lambda case: _table(case)["A"] == _table(case)["B"],
        "the twelve truths, not counted",
    ),
    # 12.6
    (
        "12.6",
        "right",
        lambda case: {"mine": MINE, "share": _with(case, MINE) / 6},
        "computed from one's own dict",
    ),
    (
        "12.6",
        "right",
        lambda case: {"mine": OTHER, "share": f"{_with(case, OTHER)} of 6"},
        "another coding, as text",
    ),
    (
        "12.6",
        "right",
        lambda case: {"mine": _a(case), "share": 1.0},
        "the same kinds as A: the whole",
    ),
    (
        "12.6",
        "right",
        lambda case: {
            "mine": {str(sentence): kind for sentence, kind in MINE.items()},
            "share": (_with(case, MINE), 6),
        },
        "the sentences as text, the share as a tuple",
    ),
    (
        "12.6",
        "right",
        lambda case: {"mine": list(MINE.values()), "share": np.float64(_with(case, MINE) / 6)},
        "a list of six kinds in the order asked",
    ),
    (
        "12.6",
        "right",
        lambda case: {"mine": pd.Series(MINE), "share": f"{100 * _with(case, MINE) / 6:.0f} %"},
        "a Series, the share in whole per cent",
    ),
    (
        "12.6",
        "wrong",
        lambda case: {"mine": MINE, "share": _with(case, MINE, "B") / 6},
        "coder B instead of A",
    ),
    (
        "12.6",
        "wrong",
        lambda case: {"mine": MINE, "share": _with(case, MINE) / 12},
        "all twelve sentences as denominator",
    ),
    (
        "12.6",
        "wrong",
        lambda case: {"mine": MINE, "share": 1 - _with(case, MINE) / 6},
        "the share on which the two differ",
    ),
    (
        "12.6",
        "wrong",
        lambda case: {"mine": MINE, "share": _share(case)},
        "the share of A and B on all sentences",
    ),
    (
        "12.6",
        "wrong",
        lambda case: {
            "mine": MINE,
            "share": sum(_a(case)[n] == _a(case, "B")[n] for n in range(7, 13)) / 6,
        },
        "the share of A and B on the six sentences",
    ),
    (
        "12.6",
        "wrong",
        lambda case: {"mine": OTHER, "share": _with(case, MINE) / 6},
        "the share of an earlier coding, kept after a kind was changed",
    ),
    ("12.6", "wrong", lambda case: {"mine": OTHER, "share": 1.0}, "full agreement claimed"),
    (
        "12.6",
        "wrong",
        lambda case: {"mine": MINE, "share": _with(case, MINE) / 6 + 1 / 6},
        "one sentence too many",
    ),
    ("12.6", "wrong", lambda case: {"mine": OTHER, "share": 0}, "no agreement claimed"),
    (
        "12.6",
        "wrong",
        lambda case: {"mine": MINE, "share": _with(case, MINE)},
        "the number of sentences instead of the share",
    ),
    (
        "12.6",
        "unreadable",
        lambda case: {"mine": MINE | {9: "act"}, "share": 0.5},
        "a word that is no kind",
    ),
    (
        "12.6",
        "unreadable",
        lambda case: {"mine": {7: "intent", 8: "statement"}, "share": 1.0},
        "only two of the six sentences coded",
    ),
    # 12.7
    ("12.7", "right", [("IRN", "USA", -1), ("SAU", "USA", 1)], "triples"),
    (
        "12.7",
        "right",
        lambda case: _turned(case)[["source", "target", "sign_certain"]].rename(
            columns={"sign_certain": "sign"}
        ),
        "a table of the three columns",
    ),
    ("12.7", "right", [("USA", "SAU", 1), ("USA", "IRN", -1)], "the pairs the other way round"),
    (
        "12.7",
        "right",
        [["SAU", "USA", "+1"], ["IRN", "USA", "-1"]],
        "lists, the signs as text",
    ),
    ("12.7", "right", {("IRN", "USA"): -1, ("SAU", "USA"): 1}, "a dict of pair to sign"),
    (
        "12.7",
        "right",
        lambda case: (
            _lines(case, "CT+")
            .merge(_lines(case), on=["source", "target"], suffixes=("", "_loose"))
            .query("sign != sign_loose")
        ),
        "the whole rows of a merged table",
    ),
    (
        "12.7",
        "right",
        [("IRN", "USA", "hostile"), ("SAU", "USA", "friendly")],
        "the signs as words",
    ),
    ("12.7", "wrong", [("SAU", "USA", 1)], "only the line that the lesson follows"),
    ("12.7", "wrong", [("IRN", "USA", -1)], "only the mixed line"),
    (
        "12.7",
        "wrong",
        lambda case: _triples(_turned(case), "sign_loose"),
        "the signs that they had before",
    ),
    ("12.7", "wrong", lambda case: _triples(_lines(case, "CT+")), "all ten ties of certain rows"),
    ("12.7", "wrong", lambda case: _triples(_lines(case)), "all ten ties as in the lesson"),
    ("12.7", "wrong", [("IRN", "USA", 1), ("SAU", "USA", -1)], "the two signs interchanged"),
    ("12.7", "wrong", [("IRN", "USA", -1), ("SAU", "USA", -1)], "both taken for hostile"),
    ("12.7", "wrong", [("IRN", "USA", 0), ("SAU", "USA", 1)], "the mixed line taken for unchanged"),
    (
        "12.7",
        "wrong",
        lambda case: [
            (a, b, s)
            for a, b, s in _triples(_lines(case))
            if _lines(case).set_index(["source", "target"]).loc[(a, b), "certainty"] != "CT+"
        ],
        "the ties whose certainty is not CT+, with the old sign",
    ),
    (
        "12.7",
        "wrong",
        [("IRN", "USA", -1), ("SAU", "USA", 1), ("CHN", "SAU", 1)],
        "China and Saudi Arabia too, which loses a row and keeps its sign",
    ),
    ("12.7", "wrong", [("CHN", "IRQ", -1)], "the example of the question"),
    ("12.7", "unreadable", [("IRN", "USA"), ("SAU", "USA")], "pairs without a sign"),
    # 12.8
    ("12.8", "right", {"sentence": 7, "really": "2001-04-17"}, "the dict as shown"),
    ("12.8", "right", {"sentence": "7", "really": "17 April 2001"}, "in English words"),
    ("12.8", "right", {"sentence": 7, "really": "le 17 avril 2001"}, "in French words"),
    ("12.8", "right", {"sentence": 7, "really": date(2001, 4, 17)}, "a date"),
    ("12.8", "right", {"sentence": 7, "really": pd.Timestamp("2001-04-17")}, "a Timestamp"),
    ("12.8", "right", (7, "2001-04-17"), "a tuple in the order asked"),
    ("12.8", "right", {"sentence": "[7]", "really": "April 17, 2001"}, "American words, brackets"),
    ("12.8", "right", {"sentence": 7, "really": "mardi 17 avril 2001"}, "with the day of the week"),
    (
        "12.8",
        "wrong",
        {"sentence": 5, "really": "2016-01-03"},
        "the imprecise one: the source is more exact, it does not contradict",
    ),
    ("12.8", "wrong", {"sentence": 7, "really": "2002"}, "the year of the story itself"),
    ("12.8", "wrong", {"sentence": 7, "really": "2001"}, "less exact than the source has it"),
    ("12.8", "wrong", {"sentence": 7, "really": "2001-04"}, "the month alone"),
    ("12.8", "wrong", {"sentence": 7, "really": "2001-04-22"}, "the day of the other calendar"),
    (
        "12.8",
        "wrong",
        {"sentence": 2, "really": "2023-03-07/2023-03-10"},
        "the four days of Radio Free Europe",
    ),
    ("12.8", "wrong", {"sentence": 10, "really": "2015-03-26"}, "the day the campaign began"),
    ("12.8", "wrong", {"sentence": 11, "really": "2023-04-06"}, "the day the ministers met"),
    ("12.8", "wrong", {"sentence": 1, "really": "2023-06-06"}, "the day an embassy reopened"),
    (
        "12.8",
        "wrong",
        lambda case: {
            "sentence": int(case.claims.index[case.claims["sentence"].astype(str) == "7"][0]),
            "really": "2001-04-17",
        },
        "the number of the row in the table instead of the sentence",
    ),
    ("12.8", "wrong", {"sentence": 7, "really": "2002-04-17"}, "day right, year of the story"),
    ("12.8", "unreadable", {"sentence": 7, "really": "2001-17-04"}, "day and month interchanged"),
    ("12.8", "unreadable", {"sentence": 7, "really": "another year"}, "no date"),
    # 12.9
    (
        "12.9",
        "open",
        "My picture shows three friendly lines and one hostile line between five states on the "
        "day of the report. It leaves out two armed groups, because they are no states, and every "
        "private person. The hostile line rests on one hedged sentence. The ministry that is "
        "quoted would disagree with it, and a reader from the other country may miss the summer.",
        "in English",
    ),
    (
        "12.9",
        "open",
        "Mon image montre quatre liens entre cinq États, dont un seul hostile. Elle laisse de côté "
        "les groupes armés, qui ne sont pas des États, et les personnes privées. Le lien hostile "
        "repose sur une seule phrase, au conditionnel. Le ministère cité ne serait pas d'accord, "
        "et ma voisine, qui a codé autrement, verrait ici une simple déclaration.",
        "in French",
    ),
    (
        "12.9",
        "open",
        "我的图显示了五个国家之间的四条关系，其中只有一条是敌对的，而且只依据一个不确定的句子。图中没有武装团体，"
        "因为它们不是国家，也没有任何普通人。被引用的那个部门可能不同意这条敌对的线，我的同学把同一句话编码为声明，"
        "所以她的图里没有这条线。",
        "in Chinese, without spaces",
    ),
    (
        "12.9",
        "open",
        "تظهر صورتي أربع روابط بين خمس دول، واحدة منها فقط عدائية، وهي تستند إلى جملة واحدة غير "
        "مؤكدة. لا تظهر فيها الجماعات المسلحة لأنها ليست دولا، ولا يظهر فيها أي شخص عادي. قد لا "
        "توافق الوزارة المذكورة على هذا الخط العدائي، وقد رمزت زميلتي الجملة نفسها على أنها تصريح "
        "فلم يظهر الخط عندها.",
        "in Arabic",
    ),
    ("12.9", "wrong", "It shows four lines.", "one short sentence"),
    ("12.9", "wrong", "\n...\n", "the cell run without a change"),
    ("12.9", "wrong", "", "nothing"),
]
