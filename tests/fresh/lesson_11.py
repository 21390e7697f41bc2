"""Answers to the questions of exercise 11, written from lesson and exercise alone."""

import numpy as np
import pandas as pd

from realignment import agreement, load_case
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
WHEN = {"E01": "2023-03-10", "E03": "2023-03-06/2023-03-10", "E09": "2016~", "E14": "2002"}
REPAIRED = {"event_type": "-", "valence": "neither", "date": "[2023-03-11..]"}
MINE = {7: "intent", 8: "statement", 9: "event", 10: "state", 11: "state", 12: "state"}
TRIPLES = [("IRN", "USA", -1), ("SAU", "USA", 1)]


def second():
    """Return the second story, which these questions are about."""
    return load_case("riyadh_tehran_2023")


def same(field="kind"):
    """Return where A and B write the same."""
    table = agreement.table(second().codings, field)
    return table["A"] == table["B"]


def with_a(mine=MINE):
    """Return the share on which A agrees with a coding."""
    coded = agreement.table(second().codings, "kind")["A"]
    return sum(coded[number] == kind for number, kind in mine.items()) / len(mine)


def made(least="PS+"):
    """Return the ties of the second story."""
    case = second()
    return ties(dyads(signed(case.events), case.actors), "latest", least=least)


def turned():
    """Return the ties whose sign turns, with the new sign."""
    both = made("CT+").merge(made(), on=["source", "target"], suffixes=("", "_loose"))
    both = both[both["sign"] != both["sign_loose"]]
    return both[["source", "target", "sign"]]


ANSWERS = [
    ("11.1", "right", ALLOWED, "True and False"),
    ("11.1", "right", {k: str(v) for k, v in ALLOWED.items()}, "texts"),
    ("11.1", "right", {k: int(v) for k, v in ALLOWED.items()}, "one and zero"),
    ("11.1", "right", {k: "yes" if v else "no" for k, v in ALLOWED.items()}, "yes and no"),
    ("11.1", "right", lambda case: pd.Series(ALLOWED), "a Series of numpy booleans"),
    ("11.1", "wrong", ALLOWED | {"b": True}, "the article names him", "a private person"),
    ("11.1", "wrong", ALLOWED | {"c": False}, "the spokesman left out", "a public act left out"),
    ("11.1", "wrong", ALLOWED | {"d": True}, "thanked the friend", "a private person"),
    ("11.1", "wrong", ALLOWED | {"e": True}, "related to an official", "a private person"),
    ("11.1", "wrong", ALLOWED | {"f": False}, "must name the source", "rule turned round"),
    ("11.1", "wrong", {k: not v for k, v in ALLOWED.items()}, "turned", "all turned"),
    ("11.1", "wrong", dict.fromkeys(ALLOWED, True), "all allowed", "one label for all"),
    ("11.2", "right", KINDS, "the dict as shown"),
    ("11.2", "right", {k: v.upper() for k, v in KINDS.items()}, "capitals"),
    (
        "11.2",
        "right",
        lambda case: second().events.set_index("event_id").loc[list(KINDS), "kind"],
        "a Series from the table",
    ),
    ("11.2", "right", list(KINDS.items()), "pairs"),
    (
        "11.2",
        "defensible",
        KINDS | {"E02": "event"},
        "as a part of what the two agreed, it is the agreement",
    ),
    ("11.2", "wrong", KINDS | {"E15": "event"}, "saying as a deed", "statement as event"),
    ("11.2", "wrong", KINDS | {"E25": "event"}, "turning away as a deed", "state as event"),
    ("11.2", "wrong", KINDS | {"E27": "intent"}, "a partner wished for", "another kind"),
    ("11.2", "wrong", KINDS | {"E01": "statement"}, "agreeing as words", "event as statement"),
    (
        "11.2",
        "wrong",
        KINDS | {"E13": "statement", "E15": "intent"},
        "two rows exchanged",
        "wrong row",
    ),
    ("11.2", "wrong", KINDS | {"E01": "fact"}, "a word of lesson 01", "a word not offered"),
    ("11.2", "defensible", KINDS | {"E13": "event"}, "as a part of the agreement, it is AGREE"),
    ("11.3", "right", WHEN, "the dict as shown"),
    ("11.3", "right", lambda case: pd.Series(WHEN), "a Series"),
    ("11.3", "right", list(WHEN.items()), "pairs"),
    (
        "11.3",
        "right",
        lambda case: second().events.set_index("event_id").loc[list(WHEN), "date"],
        "the column of the table",
    ),
    ("11.3", "defensible", WHEN | {"E09": "2016"}, "seven years back from 2023, as a year"),
    (
        "11.3",
        "defensible",
        WHEN | {"E03": "2023-03-05/2023-03-09"},
        "before is read strictly: the talks ended a day before",
    ),
    ("11.3", "wrong", WHEN | {"E01": "2023-03-11"}, "the story's day", "publication day"),
    ("11.3", "wrong", WHEN | {"E14": "2001-04-17"}, "the record's day", "text and record mixed"),
    ("11.3", "wrong", WHEN | {"E09": "2016-01-03"}, "the day from elsewhere", "too exact"),
    (
        "11.3",
        "wrong",
        WHEN | {"E03": "2023-03-05/2023-03-10"},
        "five days as five nights",
        "off by one",
    ),
    ("11.3", "wrong", WHEN | {"E01": "2023-03-17"}, "the Friday after", "reversed direction"),
    ("11.3", "wrong", WHEN | {"E03": "five days"}, "the words", "the words copied"),
    ("11.4", "right", REPAIRED, "the dict as shown"),
    ("11.4", "right", REPAIRED | {"event_type": ""}, "an empty type in place of the dash"),
    ("11.4", "right", lambda case: pd.Series(REPAIRED), "a Series"),
    (
        "11.4",
        "defensible",
        REPAIRED | {"valence": "friendly"},
        "a step in the repair of relations",
    ),
    (
        "11.4",
        "defensible",
        REPAIRED | {"date": "[2023-03-10..]"},
        "from the day of the deal on, not from the story's",
    ),
    ("11.4", "wrong", REPAIRED | {"event_type": "CONSULT"}, "kept the type", "type for an intent"),
    ("11.4", "wrong", REPAIRED | {"valence": "-"}, "kept the dash", "no valence for an intent"),
    ("11.4", "wrong", REPAIRED | {"date": "soon"}, "kept the word", "no EDTF"),
    ("11.4", "wrong", REPAIRED | {"valence": "hostile"}, "the wrong side", "sign turned"),
    ("11.4", "wrong", REPAIRED | {"date": "2023-03-11"}, "the story's day", "publication day"),
    (
        "11.4",
        "wrong",
        REPAIRED | {"date": "[..2023-03-11]"},
        "before the story",
        "reversed direction",
    ),
    ("11.4", "wrong", {"event_type": "-", "valence": "neither"}, "no date", "one left out"),
    ("11.5", "right", lambda case: same().mean(), "the mean of a condition"),
    ("11.5", "right", 0.75, "two decimals"),
    ("11.5", "right", "9/12", "a fraction as text"),
    ("11.5", "right", (9, 12), "a tuple"),
    ("11.5", "right", "75 %", "per cent"),
    ("11.5", "right", "0,75", "a decimal comma"),
    ("11.5", "wrong", 9, "the count", "no denominator"),
    ("11.5", "wrong", 0.25, "where they differ", "the complement"),
    ("11.5", "wrong", 0.62, "the alpha", "another measure"),
    ("11.5", "wrong", lambda case: same("valence").mean(), "the valence", "another column"),
    ("11.5", "wrong", 9 / 27, "of all rows", "wrong denominator"),
    ("11.5", "wrong", (12, 9), "turned", "tuple of wrong order"),
    (
        "11.6",
        "right",
        lambda case: {"mine": MINE, "share": with_a()},
        "computed",
    ),
    (
        "11.6",
        "right",
        lambda case: {"mine": MINE, "share": f"{round(with_a() * 6)} of 6"},
        "a fraction as text",
    ),
    (
        "11.6",
        "right",
        lambda case: {
            "mine": dict.fromkeys(MINE, "statement"),
            "share": np.float64(with_a(dict.fromkeys(MINE, "statement"))),
        },
        "its own coding, one kind for all, and a numpy share",
    ),
    (
        "11.6",
        "right",
        lambda case: {"mine": MINE | {11: "event"}, "share": (6, 6)},
        "all as A, as a tuple",
    ),
    (
        "11.6",
        "right",
        lambda case: {"mine": pd.Series(MINE), "share": "83 %"},
        "a Series and per cent",
    ),
    ("11.6", "wrong", {"mine": MINE, "share": 1 / 6}, "where they differ", "the complement"),
    ("11.6", "wrong", {"mine": MINE, "share": 5}, "the count", "no denominator"),
    ("11.6", "wrong", {"mine": MINE, "share": 5 / 12}, "of all sentences", "wrong denominator"),
    ("11.6", "wrong", {"mine": MINE, "share": 4 / 6}, "miscounted", "off by one"),
    (
        "11.6",
        "wrong",
        {"mine": MINE | {7: "event"}, "share": 5 / 6},
        "a kind changed after",
        "not run again",
    ),
    ("11.6", "wrong", {"mine": dict.fromkeys(MINE, ...), "share": ...}, "left", "left the dots"),
    ("11.7", "right", lambda case: turned(), "a table of the two"),
    ("11.7", "right", TRIPLES, "triples"),
    ("11.7", "right", set(TRIPLES), "a set of triples"),
    (
        "11.7",
        "right",
        [("USA", "SAU", 1), ("USA", "IRN", -1)],
        "the pairs the other way round",
    ),
    (
        "11.7",
        "right",
        [("Iran", "United States", -1), ("Saudi Arabia", "United States", 1)],
        "names instead of codes",
    ),
    (
        "11.7",
        "wrong",
        [("IRN", "USA", 0), ("SAU", "USA", -1)],
        "the signs before",
        "before instead of after",
    ),
    ("11.7", "wrong", [("IRN", "USA", 1), ("SAU", "USA", -1)], "turned", "signs turned"),
    ("11.7", "wrong", TRIPLES[:1], "Iran alone", "one left out"),
    ("11.7", "wrong", TRIPLES[1:], "Saudi Arabia alone", "one left out"),
    ("11.7", "wrong", lambda case: made("CT+"), "all ties", "filter forgotten"),
    ("11.7", "wrong", [("IRN", "USA", 1), ("SAU", "USA", 1)], "no minus", "sign lost"),
    ("11.7", "wrong", [("IRN", "USA"), ("SAU", "USA")], "pairs", "sign left out"),
    ("11.8", "right", {"sentence": 7, "really": "2001-04-17"}, "a number and a text"),
    ("11.8", "right", {"sentence": "7", "really": pd.Timestamp("2001-04-17")}, "a Timestamp"),
    ("11.8", "right", {"sentence": 7, "really": "17 April 2001"}, "in words"),
    ("11.8", "right", (7, "2001-04-17"), "a tuple in the order asked"),
    ("11.8", "right", {"sentence": 7, "really": "le 17 avril 2001"}, "in French"),
    ("11.8", "wrong", {"sentence": 7, "really": "2001"}, "the year", "not as exact as the source"),
    ("11.8", "wrong", {"sentence": 7, "really": "2002"}, "the story's year", "the text's value"),
    ("11.8", "wrong", {"sentence": 5, "really": "2016-01-03"}, "the cut", "another row"),
    ("11.8", "wrong", {"sentence": 8, "really": "2001-04-17"}, "row number 7 from 0", "off by one"),
    (
        "11.8",
        "wrong",
        {"sentence": 7, "really": "2001-04-01"},
        "another report's",
        "another source",
    ),
    ("11.8", "wrong", {"sentence": "C07", "really": "2001-04-17"}, "the claim", "id for sentence"),
    ("11.8", "wrong", {"sentence": 2, "really": "2023-03-06"}, "the talks", "another row"),
    (
        "11.9",
        "right",
        "My picture has five states and four ties. Two are friendly and two hostile. It leaves out "
        "those who live there. It leaves out what was only hoped. A minister of one side may "
        "disagree, since his words count as acts. My neighbour coded two rows otherwise. I kept "
        "both readings.",
        "shows, leaves out, who disagrees",
    ),
    (
        "11.9",
        "right",
        "The map shows one hostile line. It rests on one sentence. The reporter did not name who "
        "said it. I left a private person out. The country that is accused would object. With "
        "certain rows alone the line is gone! I would still show it, thin.",
        "another picture",
    ),
    (
        "11.9",
        "right",
        "Mon image montre quatre liens. Deux sont hostiles. Elle laisse de côté les habitants. Elle "
        "laisse aussi les doutes du journaliste. Le gouvernement accusé ne serait pas d'accord. "
        "Mon voisin a codé deux lignes autrement. Nous avons gardé les deux.",
        "in French",
    ),
    (
        "11.9",
        "right",
        "我的图显示五个国家和四条关系。两条友好，两条敌对。它没有显示普通人的遭遇。它也没有显示只是计划的事。"
        "被指责的政府会不同意。我的邻座有两行编码不同。我们把两种读法都保留了。",
        "in Chinese, of fair length",
    ),
    (
        "11.9",
        "right",
        "私の図には五つの国と四つの関係があります。二つは友好的、二つは敵対的です。住民の被害は描かれていません。"
        "計画だけのことも入っていません。非難された政府は反対するでしょう。隣の人は二行を別に符号化しました。"
        "両方の読みを残しました。",
        "in Japanese, of fair length",
    ),
    ("11.9", "wrong", "It shows four ties.", "one sentence", "too short"),
    ("11.9", "wrong", "Shows a lot. Leaves out much.", "two scraps", "too short"),
    (
        "11.9",
        "wrong",
        "Start a case in a new cell. Fill in codings/coder_me.csv, and read it with read_coding. "
        "Draw it with the function of the lesson, and compare it with a neighbour's. Then say "
        "what your picture shows, what it leaves out, and who may disagree, in six sentences or "
        "more. You need not name the article.",
        "copied the question",
        "copied from the question",
    ),
    ("11.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("11.9", "wrong", "", "left it empty", "empty text"),
    ("11.9", "wrong", "-. -. -. -. -. -.", "marks alone", "no words"),
]
