"""Answers to the questions of exercise 01, written from lesson and exercise alone."""

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
ORDER = ["author", "P_MILLER", "NER_CNSP", "UNK"]


def voices(case):
    """Return the count of rows by voice."""
    return case.events["attributed_to"].value_counts()


def own(case):
    """Return the rows for which the story vouches."""
    return case.events[case.events["attributed_to"] == "author"]


ANSWERS = [
    ("1.1", "right", "NER_CNSP", "the id in quotation marks"),
    ("1.1", "right", "ner_cnsp", "the id in small letters"),
    ("1.1", "right", ["NER_CNSP"], "the id alone in a list"),
    (
        "1.1",
        "right",
        lambda case: case.events[case.events["event_id"] == "E19"]["attributed_to"].item(),
        "read from the table, row E19",
    ),
    (
        "1.1",
        "right",
        lambda case: case.events[case.events["event_id"] == "E19"]["attributed_to"],
        "read from the table without .item()",
    ),
    ("1.1", "right", " NER_CNSP ", "the id copied with its spaces"),
    ("1.1", "wrong", "USA_DOD", "took the speaker of sentence 6", "the neighbour's words"),
    ("1.1", "wrong", "author", "took the story for the speaker", "the saying, not what is said"),
    ("1.1", "wrong", "P_MILLER", "took the speaker of sentence 5", "another sentence"),
    ("1.1", "wrong", "UNK", "thought that nobody is named", "overlooked the subject"),
    ("1.1", "wrong", "USA_FORCES", "took the actor of the row", "another column"),
    ("1.1", "wrong", ["USA_DOD", "NER_CNSP"], "gave two names", "did not choose"),
    ("1.1", "wrong", "", "left it empty", "empty text"),
    ("1.2", "right", LABELS, "the dict as shown"),
    ("1.2", "right", lambda case: pd.Series(LABELS), "a Series"),
    ("1.2", "right", {k: v.upper() for k, v in LABELS.items()}, "labels in capitals"),
    ("1.2", "right", list(LABELS.items()), "pairs in a list"),
    (
        "1.2",
        "defensible",
        LABELS | {"E16": "claim"},
        "a spokesman says that updates will come, and he vouches for it",
    ),
    ("1.2", "wrong", LABELS | {"E19": "fact"}, "dropped the speaker of E19", "claim made a fact"),
    (
        "1.2",
        "wrong",
        LABELS | {"E26": "fact", "E39": "fact"},
        "took two judgements for facts",
        "author taken for fact",
    ),
    (
        "1.2",
        "wrong",
        LABELS | {"E21": "comment", "E28": "comment"},
        "took the story's facts for comments",
        "fact and comment exchanged",
    ),
    (
        "1.2",
        "wrong",
        LABELS | {"E28": "claim"},
        "the house arrest as a claim",
        "own doubt put into the table",
    ),
    ("1.2", "wrong", dict.fromkeys(LABELS, "fact"), "wrote fact everywhere", "one label for all"),
    (
        "1.2",
        "wrong",
        {"E01": "fact", "E12": "claim", "E16": ..., "E19": ..., "E21": ..., "E26": ...},
        "ran the cell without filling it in",
        "left the dots",
    ),
    (
        "1.2",
        "wrong",
        LABELS | {"E12": "fact", "E19": "comment"},
        "the claims as the story's own words",
        "speaker dropped",
    ),
    ("1.3", "right", ORDER, "a list typed by hand"),
    ("1.3", "right", lambda case: list(voices(case).index), "list(voices.index)"),
    ("1.3", "right", lambda case: voices(case).index, "the Index itself"),
    ("1.3", "right", "author, P_MILLER, NER_CNSP, UNK", "a text with commas"),
    ("1.3", "right", lambda case: voices(case), "the value_counts as it is"),
    ("1.3", "right", "author -> P_MILLER -> NER_CNSP -> UNK", "arrows"),
    ("1.3", "wrong", ORDER[::-1], "fewest first", "reversed direction"),
    (
        "1.3",
        "wrong",
        ["author", "NER_CNSP", "P_MILLER", "UNK"],
        "in the order of the story",
        "two neighbours exchanged",
    ),
    ("1.3", "wrong", sorted(ORDER), "sorted by the alphabet", "sorted the names, not the counts"),
    ("1.3", "wrong", set(ORDER), "a set", "a set has no order"),
    ("1.3", "wrong", ORDER[:3], "without UNK", "nobody named is left out"),
    ("1.3", "wrong", [31, 4, 3, 1], "the counts alone", "numbers in place of names"),
    (
        "1.3",
        "wrong",
        lambda case: list(case.events["actor"].value_counts().index),
        "counted the actors",
        "another column",
    ),
    ("1.4", "right", lambda case: len(own(case)) / len(case.events), "len over len"),
    ("1.4", "right", 0.79, "two decimals"),
    ("1.4", "right", "31/39", "a fraction as text"),
    ("1.4", "right", (31, 39), "a tuple"),
    ("1.4", "right", "79.5 %", "per cent as text"),
    ("1.4", "right", "79,5 %", "per cent with a decimal comma"),
    (
        "1.4",
        "right",
        lambda case: np.float64((case.events["attributed_to"] == "author").mean()),
        "the mean of a condition",
    ),
    ("1.4", "wrong", lambda case: len(own(case)), "the number of rows", "no denominator"),
    (
        "1.4",
        "wrong",
        lambda case: len(own(case)) / len(case.sentences),
        "divided by the sentences",
        "wrong denominator",
    ),
    ("1.4", "wrong", 39 / 31, "turned the fraction over", "reversed fraction"),
    ("1.4", "wrong", 8 / 39, "the share of the other voices", "the complement"),
    ("1.4", "wrong", (39, 31), "the tuple the wrong way round", "tuple of wrong order"),
    ("1.4", "wrong", float("nan"), "divided nothing by nothing", "NaN"),
    ("1.5", "right", "b", "the letter"),
    ("1.5", "right", "B", "a capital letter"),
    ("1.5", "right", "b.", "with a full stop"),
    ("1.5", "right", "(b)", "in parentheses"),
    ("1.5", "right", ["b"], "in a list"),
    ("1.5", "wrong", "a", "looked at the day", "guessed the day"),
    ("1.5", "wrong", "c", "missed the troops", "took what is left out for the flaw"),
    ("1.5", "wrong", "d", "took it for an intent", "another flaw"),
    ("1.5", "wrong", "a or b", "could not decide", "two letters"),
    ("1.5", "wrong", 2, "the place of the letter", "a number for a letter"),
    ("1.5", "wrong", "e", "a letter that is not offered", "typing slip"),
    ("1.5", "wrong", "", "left it empty", "empty text"),
    ("1.6", "right", TONES, "as the table of words has it"),
    ("1.6", "right", lambda case: pd.Series(TONES), "a Series"),
    (
        "1.6",
        "right",
        lambda case: dict(zip(case.words["words"], case.words["tone"], strict=True)),
        "read from case.words",
    ),
    ("1.6", "right", list(TONES.items()), "pairs in a list"),
    (
        "1.6",
        "defensible",
        TONES | {"junta": "neutral"},
        "junta is what dictionaries call such a body",
    ),
    (
        "1.6",
        "defensible",
        TONES | {"colonial": "loaded"},
        "to name one state by its past frames what follows",
    ),
    (
        "1.6",
        "defensible",
        TONES | {"rare": "neutral", "house arrest": "loaded"},
        "rare says only not often; house arrest is disputed by both sides",
    ),
    (
        "1.6",
        "wrong",
        TONES | {"foe": "neutral", "hard line": "neutral"},
        "took foe and hard line for plain words",
        "did not ask whom it blames",
    ),
    ("1.6", "wrong", TONES | {"visit": "loaded"}, "took visit for loaded", "suspects every word"),
    (
        "1.6",
        "wrong",
        {k: "loaded" if v == "neutral" else "neutral" for k, v in TONES.items()},
        "exchanged the two words",
        "reversed labels",
    ),
    (
        "1.6",
        "wrong",
        TONES | {"delegation": "loaded"},
        "thought delegation sounds grand",
        "suspects every word",
    ),
    ("1.6", "wrong", TONES | {"foe": "hostile"}, "wrote a valence", "a word not offered"),
    ("1.6", "wrong", dict.fromkeys(TONES, "neutral"), "wrote neutral everywhere", "one label"),
    (
        "1.7",
        "right",
        {"labels": LABELS, "count": list(LABELS.values()).count("claim")},
        "counted by the list",
    ),
    ("1.7", "right", {"labels": LABELS, "count": 2}, "counted by eye"),
    (
        "1.7",
        "right",
        {
            "labels": LABELS | {"E16": "claim"},
            "count": np.int64(3),
        },
        "its own labels have three claims, and a numpy number says so",
    ),
    (
        "1.7",
        "right",
        lambda case: {"labels": LABELS, "count": (pd.Series(LABELS) == "claim").sum()},
        "the sum of a condition",
    ),
    (
        "1.7",
        "right",
        {"labels": LABELS, "count": "2"},
        "the number as a text",
    ),
    ("1.7", "wrong", {"labels": LABELS, "count": 3}, "one too many", "off by one"),
    (
        "1.7",
        "wrong",
        {"labels": LABELS, "count": list(LABELS.values()).count("intent")},
        "counted the intents",
        "another label",
    ),
    ("1.7", "wrong", {"labels": LABELS, "count": 8}, "counted all rows", "filter forgotten"),
    (
        "1.7",
        "wrong",
        {"labels": LABELS | {"E16": "claim"}, "count": 2},
        "changed a label after the count",
        "count not run again",
    ),
    (
        "1.7",
        "wrong",
        {"labels": LABELS, "count": list(LABELS).count("claim")},
        "counted among the names of rows: 0",
        "keys in place of values",
    ),
    (
        "1.7",
        "wrong",
        {"labels": LABELS, "count": 0.25},
        "gave the share",
        "a share in place of a count",
    ),
    (
        "1.8",
        "right",
        "If the story gave Niger's reason that the agreement was imposed in 2012, a reader would "
        "see a grievance and not a whim. Niger's spokesman says so, and it would stay his claim. "
        "One could cut the cost of the base in sentence 8 to make room.",
        "one reason of Niger's with its speaker",
    ),
    (
        "1.8",
        "right",
        "The American side had raised uranium for Iran. With that in sentence 4 the frank "
        "discussions would have a subject. The statement of Niger rejects it, so both must be "
        "quoted. The word rare in sentence 10 may go.",
        "one point of the American side",
    ),
    (
        "1.8",
        "right",
        "Le lecteur comprendrait mieux la phrase 7. Selon les autorités du Niger, l'accord de "
        "2012 leur a été imposé. On pourrait supprimer la phrase 14 pour faire de la place. "
        "Cela reste une affirmation du porte-parole.",
        "in French",
    ),
    (
        "1.8",
        "right",
        "如果报道引用尼日尔方面的理由，读者就会知道他们认为2012年的协议是强加的。"
        "这是尼日尔发言人的说法，不是事实。第8句里基地的造价可以删去，为它腾出地方。"
        "这样读者可以自己判断双方的话。",
        "in Chinese, of fair length",
    ),
    (
        "1.8",
        "right",
        "لو نقلت القصة سبب النيجر لفهم القارئ القرار في الجملة الأولى. قال المتحدث باسم النيجر "
        "إن الاتفاق فُرض عام 2012. ويمكن حذف كلفة القاعدة في الجملة الثامنة لإفساح المجال.",
        "in Arabic, of fair length",
    ),
    (
        "1.8",
        "right",
        "With the reason about flights held to be illegal (says Niger's spokesman), sentence 7 "
        "would no longer hang in the air; I would cut 14. A reader would then weigh two sides! "
        "Would it be fair? I think so.",
        "with other marks at the ends of sentences",
    ),
    ("1.8", "wrong", "It would be better.", "one short sentence", "too short"),
    (
        "1.8",
        "wrong",
        "What would change for a reader if the story quoted one of these reasons too? Choose one "
        "of Niger's, or one point of the American side. You need not agree with it.",
        "copied the question",
        "copied from the question",
    ),
    ("1.8", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("1.8", "wrong", "   \n \n", "only spaces", "blank"),
    ("1.8", "wrong", ". . . . . . . . . .", "only full stops", "no words"),
    ("1.8", "wrong", 7, "the number of a sentence", "a number in place of a text"),
]
