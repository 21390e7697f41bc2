"""Answers to the questions of exercise 01, written from lesson and exercise alone."""

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
IN_FRENCH = {"fact": "fait", "claim": "propos rapporté", "comment": "commentaire"}
IN_FRENCH["intent"] = "intention"


def _voices(case):
    return case.events["attributed_to"].value_counts()


def _own(case):
    return case.events[case.events["attributed_to"] == "author"]


def _seventh(case):
    return case.events[case.events["sentence"] == 7]


def _asked(case):
    return case.events.set_index("event_id").loc[list(LABELS)]


def _by_voice(case):
    """Label by the column attributed_to alone: the story's own is fact, all else is claim."""
    said = _asked(case)["attributed_to"]
    return {name: "fact" if who == "author" else "claim" for name, who in said.items()}


ANSWERS = [
    # 1.1 who vouches for what sentence 7 says of the presence
    ("1.1", "right", "NER_CNSP", "the name as offered"),
    ("1.1", "right", " ner_cnsp ", "small letters, and spaces around"),
    ("1.1", "right", "Niger's authorities", "the words in brackets beside the name"),
    ("1.1", "right", lambda case: _seventh(case)["attributed_to"].iloc[1], "the cell of row E19"),
    (
        "1.1",
        "right",
        lambda case: case.events[case.events["event_id"] == "E19"]["attributed_to"],
        "a Series with the one value",
    ),
    ("1.1", "right", "Niger's junta", "the words of sentence 7"),
    ("1.1", "wrong", "author", "the story prints it, so the story is taken to vouch"),
    ("1.1", "wrong", "USA_DOD", "the Pentagon of sentence 6, in the same paragraph"),
    ("1.1", "wrong", "The Pentagon", "the Pentagon again, by its name in the text"),
    ("1.1", "wrong", "P_MILLER", "the spokesman of sentences 4 and 5"),
    ("1.1", "wrong", "UNK", "held that nobody is named"),
    (
        "1.1",
        "wrong",
        lambda case: _seventh(case)["attributed_to"].iloc[0],
        "the first row of sentence 7: who vouches that somebody spoke",
    ),
    (
        "1.1",
        "wrong",
        lambda case: _seventh(case)["actor"].iloc[1],
        "the column actor of row E19: of whom it is said, not who says it",
    ),
    ("1.1", "wrong", "AFP", "the news agency, which got the Pentagon's statement"),
    (
        "1.1",
        "wrong",
        lambda case: list(_seventh(case)["attributed_to"]),
        "both voices of the two rows of sentence 7 in a list",
    ),
    ("1.1", "unreadable", ..., "nothing filled in"),
    ("1.1", "unreadable", 7, "the number of the sentence"),
    # 1.2 fact, claim, comment or intent
    ("1.2", "right", LABELS, "the dict filled in"),
    ("1.2", "right", pd.Series(LABELS), "the dict as a Series"),
    (
        "1.2",
        "right",
        {name: label.upper() for name, label in LABELS.items()},
        "in capital letters",
    ),
    (
        "1.2",
        "right",
        {name: IN_FRENCH[label] for name, label in LABELS.items()},
        "in French, with the words of the lesson's key terms",
    ),
    (
        "1.2",
        "right",
        pd.DataFrame({"event_id": list(LABELS), "label": list(LABELS.values())}),
        "a table of two columns",
    ),
    ("1.2", "right", list(LABELS.items()), "a list of pairs"),
    ("1.2", "defensible", LABELS | {"E16": "claim"}, "Miller vouches for the promise: a claim"),
    ("1.2", "wrong", LABELS | {"E19": "fact"}, "the speaker of E19 dropped: a claim made a fact"),
    ("1.2", "wrong", LABELS | {"E39": "fact"}, "the foe of the West taken for a fact"),
    ("1.2", "defensible", LABELS | {"E21": "claim"}, "E21 called a claim: who restricts is hidden"),
    ("1.2", "wrong", LABELS | {"E28": "comment"}, "the house arrest called a comment"),
    ("1.2", "wrong", LABELS | {"E28": "intent"}, "the house arrest called an intent"),
    ("1.2", "wrong", LABELS | {"E16": "fact"}, "the promise of updates called a fact"),
    ("1.2", "wrong", _by_voice, "labelled by attributed_to alone: fact or claim, nothing else"),
    ("1.2", "wrong", dict.fromkeys(LABELS, "fact"), "all eight called facts, also the example E12"),
    (
        "1.2",
        "wrong",
        LABELS | {"E19": "fact", "E21": "claim"},
        "the labels of E19 and E21 exchanged",
    ),
    (
        "1.2",
        "wrong",
        dict(zip(LABELS, list(LABELS.values())[1:] + ["fact"], strict=True)),
        "each label one row too early",
    ),
    ("1.2", "unreadable", LABELS | {"E26": ...}, "one row still has its dots"),
    (
        "1.2",
        "unreadable",
        lambda case: _asked(case)["kind"].to_dict(),
        "the column kind of the table in place of a label",
    ),
    # 1.3 voices in order
    ("1.3", "right", ["author", "P_MILLER", "NER_CNSP", "UNK"], "the list typed"),
    ("1.3", "right", lambda case: list(_voices(case).index), "the lesson's line"),
    ("1.3", "right", lambda case: _voices(case).index, "the index itself"),
    ("1.3", "right", _voices, "value_counts() as it is: the names stand in its index"),
    (
        "1.3",
        "right",
        lambda case: case.events.groupby("attributed_to").size().sort_values(ascending=False),
        "groupby, size, sorted from the most",
    ),
    (
        "1.3",
        "right",
        lambda case: _voices(case).reset_index(),
        "value_counts() with the names as a column",
    ),
    ("1.3", "right", lambda case: dict(_voices(case)), "a dict of names and counts, in order"),
    ("1.3", "right", "author > P_MILLER > NER_CNSP > UNK", "one text with signs between"),
    ("1.3", "right", "author, p_miller, ner_cnsp, unk", "one text with commas, small letters"),
    (
        "1.3",
        "right",
        ("the story itself", "P_MILLER", "Niger's authorities", "nobody named"),
        "the words in brackets of question 1.1",
    ),
    (
        "1.3",
        "wrong",
        lambda case: list(_voices(case).sort_values().index),
        "from the fewest to the most",
    ),
    (
        "1.3",
        "wrong",
        lambda case: case.events["attributed_to"].value_counts(ascending=True),
        "value_counts from the fewest, as a Series",
    ),
    (
        "1.3",
        "wrong",
        lambda case: list(case.events["attributed_to"].unique()),
        "in the order in which they first occur",
    ),
    (
        "1.3",
        "wrong",
        lambda case: list(
            case.events.groupby("attributed_to")["sentence"]
            .nunique()
            .sort_values(ascending=False)
            .index
        ),
        "by the number of sentences, not of rows",
    ),
    (
        "1.3",
        "wrong",
        lambda case: case.events.groupby("attributed_to").size(),
        "groupby and size, not sorted by number: the order of the alphabet",
    ),
    (
        "1.3",
        "wrong",
        lambda case: list(case.events["actor"].value_counts().index),
        "the column actor in place of attributed_to",
    ),
    ("1.3", "wrong", ["author", "P_MILLER", "NER_CNSP"], "UNK left out"),
    ("1.3", "wrong", ["P_MILLER", "NER_CNSP", "UNK"], "the story itself left out"),
    ("1.3", "wrong", ["author", "NER_CNSP", "P_MILLER", "UNK"], "second and third exchanged"),
    ("1.3", "wrong", ["author", "USA_DOD", "P_MILLER", "NER_CNSP"], "the Pentagon put among them"),
    ("1.3", "unreadable", lambda case: list(_voices(case)), "the counts, without their names"),
    # 1.4 the share of the story's own rows
    ("1.4", "right", lambda case: len(_own(case)) / len(case.events), "as the exercise says"),
    (
        "1.4",
        "right",
        lambda case: (case.events["attributed_to"] == "author").mean(),
        "the mean of true and false",
    ),
    (
        "1.4",
        "right",
        lambda case: case.events["attributed_to"].value_counts(normalize=True)["author"],
        "value_counts with normalize",
    ),
    ("1.4", "right", 0.79, "rounded to two places"),
    ("1.4", "right", "79.5 %", "as a text with the sign for percent"),
    ("1.4", "right", "79,5 %", "with a decimal comma, as in French"),
    ("1.4", "right", "31/39", "the fraction as a text"),
    ("1.4", "right", "31 of 39", "the fraction in words"),
    ("1.4", "right", Fraction(31, 39), "a Fraction"),
    ("1.4", "right", np.float32(31 / 39), "a number of numpy"),
    ("1.4", "wrong", lambda case: len(_own(case)), "the count, not divided"),
    (
        "1.4",
        "wrong",
        lambda case: len(_own(case)) / len(case.sentences),
        "divided by the number of sentences",
    ),
    ("1.4", "wrong", lambda case: len(case.events) / len(_own(case)), "divided the wrong way"),
    (
        "1.4",
        "wrong",
        lambda case: 1 - len(_own(case)) / len(case.events),
        "the share of the others",
    ),
    (
        "1.4",
        "wrong",
        lambda case: len(_own(case)) / (len(case.events) - len(_own(case))),
        "divided by the rows of the others",
    ),
    (
        "1.4",
        "wrong",
        lambda case: _own(case).size / len(case.events),
        "size counts cells, not rows",
    ),
    (
        "1.4",
        "wrong",
        lambda case: _own(case)["sentence"].nunique() / len(case.sentences),
        "the share of sentences with a row of the story's own",
    ),
    ("1.4", "wrong", lambda case: 1 / case.events["attributed_to"].nunique(), "one voice of four"),
    (
        "1.4",
        "wrong",
        lambda case: (case.events["actor"] == "author").mean(),
        "the filter on the column actor: no row at all",
    ),
    (
        "1.4",
        "wrong",
        lambda case: len(_own(case)) / (case.events["attributed_to"] != "UNK").sum(),
        "the row of UNK left out of the denominator",
    ),
    ("1.4", "wrong", "31 %", "the count called percent"),
    (
        "1.4",
        "unreadable",
        lambda case: case.events["attributed_to"].value_counts(normalize=True),
        "the shares of all four voices",
    ),
    ("1.4", "unreadable", _own, "the table of the rows themselves"),
    # 1.5 what is wrong with the summary
    ("1.5", "right", "b", "the letter"),
    ("1.5", "right", "B.", "a capital letter and a full stop"),
    ("1.5", "right", "(b)", "in brackets"),
    ("1.5", "right", "it gives the words of one speaker to another", "the words of the option"),
    ("1.5", "right", "réponse b", "in French"),
    ("1.5", "right", ["b"], "a list with the one letter"),
    ("1.5", "wrong", "a", "the day thought wrong"),
    ("1.5", "wrong", "c", "the number of troops missed"),
    ("1.5", "wrong", "d", "an intent seen in it"),
    ("1.5", "wrong", "D", "an intent seen in it, in a capital letter"),
    ("1.5", "wrong", "it leaves out the number of troops", "option c in words"),
    ("1.5", "wrong", "it calls an intent a fact", "option d in words"),
    ("1.5", "wrong", "the day is wrong", "option a in words"),
    ("1.5", "wrong", ["b", "c"], "two letters where one is asked for"),
    ("1.5", "unreadable", "e", "a letter that is not offered"),
    ("1.5", "unreadable", 2, "a number in place of a letter"),
    # 1.6 loaded or neutral
    ("1.6", "right", TONES, "the dict filled in"),
    ("1.6", "right", lambda case: case.words.set_index("words")["tone"], "a Series from the table"),
    ("1.6", "right", lambda case: case.words[["words", "tone"]], "two columns of the table"),
    (
        "1.6",
        "right",
        lambda case: dict(zip(case.words["words"], case.words["tone"], strict=True)),
        "zip of two columns",
    ),
    (
        "1.6",
        "right",
        {word: {"loaded": "connoté", "neutral": "neutre"}[tone] for word, tone in TONES.items()},
        "in French",
    ),
    ("1.6", "right", {word: tone.title() for word, tone in TONES.items()}, "with capitals"),
    ("1.6", "defensible", TONES | {"colonial": "loaded"}, "it names one state by its past"),
    ("1.6", "defensible", TONES | {"junta": "neutral"}, "dictionaries define the word so"),
    ("1.6", "wrong", dict.fromkeys(TONES, "loaded"), "all called loaded"),
    ("1.6", "wrong", dict.fromkeys(TONES, "neutral"), "all called neutral"),
    ("1.6", "wrong", TONES | {"foe": "neutral"}, "foe called neutral"),
    ("1.6", "wrong", TONES | {"visit": "loaded"}, "visit called loaded"),
    ("1.6", "wrong", TONES | {"hard line": "neutral"}, "hard line called neutral"),
    ("1.6", "wrong", TONES | {"delegation": "loaded"}, "delegation called loaded"),
    (
        "1.6",
        "wrong",
        {word: "neutral" if tone == "loaded" else "loaded" for word, tone in TONES.items()},
        "the two labels exchanged throughout",
    ),
    (
        "1.6",
        "wrong",
        lambda case: dict(zip(case.words["words"], sorted(case.words["tone"]), strict=True)),
        "the column tone sorted by itself, so that words and tones no longer belong together",
    ),
    ("1.6", "unreadable", TONES | {"rare": ...}, "one word still has its dots"),
    ("1.6", "unreadable", TONES | {"foe": "negative"}, "a word that was not offered"),
    # 1.7 claims by one's own labels
    ("1.7", "right", {"labels": LABELS, "count": 2}, "as counted by Python"),
    (
        "1.7",
        "right",
        {"labels": LABELS, "count": pd.Series(LABELS).value_counts()["claim"]},
        "counted by value_counts",
    ),
    (
        "1.7",
        "right",
        {"labels": LABELS | {"E16": "claim"}, "count": 3},
        "the labels have a claim more, and so has the count",
    ),
    ("1.7", "right", {"labels": LABELS, "count": "2"}, "the number as a text"),
    ("1.7", "right", {"labels": LABELS, "count": "two"}, "the number in a word"),
    ("1.7", "right", {"labels": pd.Series(LABELS), "count": np.int64(2)}, "Series and numpy"),
    ("1.7", "wrong", {"labels": LABELS, "count": len(LABELS)}, "all labels counted"),
    (
        "1.7",
        "wrong",
        {"labels": LABELS, "count": list(LABELS).count("claim")},
        "counted among the names of the rows, not among the labels",
    ),
    (
        "1.7",
        "wrong",
        {"labels": LABELS, "count": len(set(LABELS.values()))},
        "the number of different labels",
    ),
    (
        "1.7",
        "wrong",
        {"labels": LABELS, "count": list(LABELS.values()).count("fact")},
        "the facts counted",
    ),
    (
        "1.7",
        "wrong",
        lambda case: {
            "labels": LABELS,
            "count": int((_asked(case)["attributed_to"] != "author").sum()),
        },
        "the rows that a speaker vouches for, not one's own labels",
    ),
    (
        "1.7",
        "wrong",
        lambda case: {
            "labels": LABELS,
            "count": int((case.events["attributed_to"] != "author").sum()),
        },
        "the rows of the whole table that others vouch for",
    ),
    (
        "1.7",
        "wrong",
        lambda case: {"labels": LABELS, "count": len(case.claims)},
        "the rows of the table case.claims",
    ),
    ("1.7", "wrong", {"labels": LABELS, "count": 1}, "the example E12 not counted"),
    (
        "1.7",
        "wrong",
        {"labels": LABELS | {"E16": "claim"}, "count": 2},
        "a label changed, and the count not made again",
    ),
    ("1.7", "wrong", {"labels": LABELS, "count": 2 / 8}, "the share in place of the count"),
    ("1.7", "unreadable", {"labels": LABELS, "count": ...}, "no count yet"),
    (
        "1.7",
        "unreadable",
        {"labels": LABELS, "count": [label for label in LABELS.values() if label == "claim"]},
        "a list of the claims in place of their number",
    ),
    # 1.8 a reason that is not quoted
    (
        "1.8",
        "open",
        "After sentence 4 I would quote one reason: the authorities said that nobody had told "
        "them who would come and when. Then a reader sees that the decision had a cause in their "
        "eyes. To make room I would cut sentence 6, which says nothing new.",
        "three sentences with a number, a speaker and a cut",
    ),
    (
        "1.8",
        "open",
        "Je citerais après la phrase 2 l'attitude condescendante dont le CNSP accuse la "
        "délégation. Le lecteur pourrait alors peser cette raison, sans devoir y croire. On "
        "pourrait supprimer la phrase 8, qui donne le prix de la base.",
        "in French",
    ),
    (
        "1.8",
        "open",
        "أضيف بعد الجملة 7 السبب الذي ذكرته سلطات النيجر: قالت إن الاتفاق فُرض عليها في عام 2012. "
        "عندئذ يستطيع القارئ أن يزن الحجة بنفسه ولا يكتفي بالخبر وحده. "
        "ويمكن حذف الجملة 10 لأنها تروي زيارة قديمة لا تشرح القرار.",
        "in Arabic",
    ),
    (
        "1.8",
        "open",
        'Sentence 4 has the words "our concerns" and stops there. If it said that the American '
        "side had raised Russia and uranium for Iran, as it did by its own account, the reader "
        "would know what the quarrel was about. I'd drop sentence 16: nobody is named in it.",
        "a point of the American side",
    ),
    ("1.8", "unreadable", "\n...\n", "the dots left as they were"),
    ("1.8", "unreadable", "It would be fairer.", "one short sentence"),
]
