"""Answers to exercise 04, written from lesson and exercise of the second edition alone."""

import numpy as np
import pandas as pd

from realignment.events import read_codebook

ASKED = ["E02", "E09", "E14", "E20", "E26", "E32", "E33", "E35"]
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
FOUR = ["CONSULT", "SANCTION", "RETREAT", "COERCE"]
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


def types():
    """Return the table of types, as the exercise makes it."""
    return read_codebook().types


def examples():
    """Return the eight sentences made up for practice."""
    return read_codebook().examples


def asked_rows(case):
    """Return the eight rows of 4.1."""
    return case.events[case.events["event_id"].isin(ASKED)]


def kinds_of_main_rows(case):
    """Return for each row of 4.1 the kind of the main row of its sentence."""
    main = case.events[case.events["main"] == "yes"].set_index("sentence")["kind"]
    rows = asked_rows(case)
    return dict(zip(rows["event_id"], rows["sentence"].map(main), strict=True))


def row(case, name, columns=("actor", "recipient", "event_type")):
    """Return fields of one row of the reference as a dict."""
    found = case.events[case.events["event_id"] == name]
    return found[list(columns)].iloc[0].to_dict()


def junta(case):
    """Return the rows of NER_CNSP."""
    return case.events[case.events["actor"] == "NER_CNSP"]


def turning(case):
    """Return the rows of SANCTION of NER_CNSP on the United States."""
    rows = junta(case)
    return rows[(rows["recipient"] == "USA") & (rows["event_type"] == "SANCTION")]


def four(**how):
    """Return the four types, sorted in a way."""
    table = types()
    return table[table["event_type"].isin(FOUR)].sort_values(**how)


def quad_of(name):
    """Return the quad class of a type by the codebook, as a number."""
    return types().set_index("event_type").loc[name, "quad"]


ANSWERS = [
    # 4.1
    ("4.1", "right", KINDS, "the dict as shown, filled in"),
    (
        "4.1",
        "right",
        lambda case: asked_rows(case).set_index("event_id")["kind"],
        "the kinds looked up in the reference, as a Series",
    ),
    (
        "4.1",
        "right",
        lambda case: asked_rows(case)[["event_id", "kind"]],
        "two columns of the reference, as a DataFrame",
    ),
    (
        "4.1",
        "right",
        {**KINDS, "E09": "intention", "E20": "état", "E26": "Relation", "E35": "événement"},
        "the four gaps filled in French",
    ),
    ("4.1", "right", list(KINDS.values()), "a list of the eight kinds in the order asked"),
    (
        "4.1",
        "defensible",
        {**KINDS, "E02": "state"},
        "coder C's reading: the accord is at an end, by Niger's claim",
    ),
    ("4.1", "wrong", {**KINDS, "E09": "event"}, "the aim of the visit taken for a thing done"),
    ("4.1", "wrong", {**KINDS, "E09": "statement"}, "the aim taken for something said"),
    ("4.1", "wrong", {**KINDS, "E20": "event"}, "keeping troops taken for an act"),
    ("4.1", "wrong", {**KINDS, "E26": "state"}, "an ally described taken for a condition"),
    ("4.1", "wrong", {**KINDS, "E26": "event", "E33": "event"}, "descriptions taken for acts"),
    ("4.1", "wrong", {**KINDS, "E35": "statement"}, "breaking off taken for words only"),
    ("4.1", "wrong", {**KINDS, "E20": "statement", "E35": "state"}, "two gaps guessed wrongly"),
    ("4.1", "wrong", kinds_of_main_rows, "the kind of the main row of each sentence"),
    (
        "4.1",
        "wrong",
        lambda case: dict(zip(ASKED, case.events["kind"], strict=False)),
        "the filter forgotten: the kinds of the first eight rows of the table",
    ),
    (
        "4.1",
        "wrong",
        dict.fromkeys(ASKED, "event"),
        "every row an event",
    ),
    ("4.1", "unreadable", {**KINDS, "E20": ...}, "one gap left open"),
    ("4.1", "unreadable", {**KINDS, "E09": "hope"}, "a word that is none of the five kinds"),
    # 4.2
    ("4.2", "right", CUT, "ids"),
    (
        "4.2",
        "right",
        {"actor": "USA/GOV", "recipient": "NER/GOV", "event_type": "sanction"},
        "codes of country and sector, small letters",
    ),
    (
        "4.2",
        "right",
        {"actor": "Washington", "recipient": "Niger's government", "event_type": "SANCTION"},
        "the words of the story",
    ),
    (
        "4.2",
        "right",
        lambda case: case.events[case.events["event_id"] == "E22"][
            ["actor", "recipient", "event_type"]
        ],
        "the row of the reference as a DataFrame of one row",
    ),
    ("4.2", "right", lambda case: row(case, "E22"), "the row of the reference as a dict"),
    ("4.2", "right", ("USA_GOV", "NER_CNSP", "SANCTION"), "a tuple in the order asked"),
    (
        "4.2",
        "defensible",
        {"actor": "USA/GOV", "recipient": "NER/MIL", "event_type": "SANCTION"},
        "the junta put down as the military, which the codebook allows",
    ),
    (
        "4.2",
        "wrong",
        {"actor": "NER_CNSP", "recipient": "USA_GOV", "event_type": "SANCTION"},
        "actor and recipient the wrong way round",
    ),
    ("4.2", "wrong", {**CUT, "event_type": "RETREAT"}, "cutting back taken for giving way"),
    ("4.2", "wrong", {**CUT, "event_type": "AID"}, "the help taken for the act, not its cutting"),
    ("4.2", "wrong", {**CUT, "event_type": "REJECT"}, "SANCTION mistaken for REJECT"),
    ("4.2", "wrong", {**CUT, "event_type": "ACCUSE"}, "SANCTION mistaken for ACCUSE"),
    ("4.2", "wrong", {**CUT, "recipient": "NER_GOV"}, "the government of before the coup"),
    ("4.2", "wrong", {**CUT, "recipient": "P_BAZOUM"}, "the president who had been removed"),
    ("4.2", "wrong", {**CUT, "actor": "USA_FORCES"}, "the troops taken for the government"),
    (
        "4.2",
        "wrong",
        lambda case: row(case, "E23"),
        "the row of the coup in the same sentence",
    ),
    (
        "4.2",
        "wrong",
        {"actor": "NER/MIL", "recipient": "USA/MIL", "event_type": "COERCE"},
        "the first clause, the restricted movements, with an actor that the text does not name",
    ),
    ("4.2", "wrong", {**CUT, "recipient": "USA_GOV"}, "Washington on both sides"),
    ("4.2", "unreadable", {**CUT, "actor": ...}, "the actor left open"),
    ("4.2", "unreadable", {**CUT, "event_type": "CUT"}, "a type that PLOVER does not have"),
    # 4.3
    ("4.3", "right", ["COERCE", "SANCTION", "CONSULT", "RETREAT"], "a list"),
    ("4.3", "right", "coerce < sanction < consult < retreat", "a text with signs, small letters"),
    (
        "4.3",
        "right",
        lambda case: four(by="intensity")["event_type"],
        "the column of names of the sorted table",
    ),
    ("4.3", "right", lambda case: four(by="intensity"), "the sorted table itself"),
    (
        "4.3",
        "right",
        lambda case: four(by="intensity").set_index("event_type")["intensity"],
        "the scores, sorted, with the types as index",
    ),
    (
        "4.3",
        "right",
        lambda case: case.events.groupby("event_type")["intensity"].mean()[FOUR].sort_values(),
        "the mean intensity of the story's own acts, sorted: the same order",
    ),
    (
        "4.3",
        "wrong",
        lambda case: four(by="intensity", ascending=False)["event_type"].tolist(),
        "from the highest to the lowest",
    ),
    ("4.3", "wrong", lambda case: sorted(FOUR), "by the alphabet"),
    ("4.3", "wrong", FOUR, "in the order in which the question names them"),
    (
        "4.3",
        "wrong",
        lambda case: types()[types()["event_type"].isin(FOUR)]["event_type"].tolist(),
        "in the order of the codebook: sorting forgotten",
    ),
    (
        "4.3",
        "wrong",
        lambda case: four(by="intensity", key=abs)["event_type"].tolist(),
        "the sign left out: by the size of the score",
    ),
    (
        "4.3",
        "wrong",
        ["RETREAT", "COERCE", "SANCTION", "CONSULT"],
        "RETREAT guessed to be the lowest, for it sounds like a defeat",
    ),
    ("4.3", "wrong", ["SANCTION", "COERCE", "CONSULT", "RETREAT"], "the two lowest changed places"),
    (
        "4.3",
        "wrong",
        ["COERCE", "SANCTION", "RETREAT", "CONSULT"],
        "the two highest changed places",
    ),
    (
        "4.3",
        "wrong",
        lambda case: (
            case.events[case.events["event_type"].isin(FOUR)]["event_type"]
            .value_counts(ascending=True)
            .index.tolist()
        ),
        "by how often the types stand in the story, not by intensity",
    ),
    ("4.3", "unreadable", ["COERCE", "SANCTION", "CONSULT"], "one type left out"),
    (
        "4.3",
        "unreadable",
        lambda case: types().sort_values("intensity")["event_type"].tolist(),
        "all sixteen types in order, not the four",
    ),
    # 4.4
    ("4.4", "right", "certainty", "the name of the field"),
    ("4.4", "right", "Certainty: it must be CT-", "the field with its right value"),
    ("4.4", "right", ["certainty"], "a list of one"),
    ("4.4", "right", {"certainty": "CT-"}, "a dict of the field and its right value"),
    ("4.4", "right", "la certitude", "in French"),
    ("4.4", "wrong", "event_type", "the release is coded rightly as RETREAT"),
    ("4.4", "wrong", "the recipient", "Bazoum is the one who would be released"),
    ("4.4", "wrong", "actor", "a field that the classmate's table does not show"),
    ("4.4", "wrong", "date", "another field that the table does not show"),
    ("4.4", "wrong", "attributed_to", "who vouches, a field that the table does not show"),
    ("4.4", "wrong", "quad", "the quad class, which the table does not show"),
    ("4.4", "wrong", ["event_type", "certainty"], "a right field and one that is not wrong"),
    ("4.4", "wrong", "none of them", "no flaw seen"),
    ("4.4", "unreadable", ..., "left open"),
    # 4.5
    ("4.5", "right", 1, "a number"),
    ("4.5", "right", "one act", "in words"),
    ("4.5", "right", np.int64(1), "a number of numpy"),
    (
        "4.5",
        "right",
        lambda case: (turning(case)["same_act"] == "").sum(),
        "rows that repeat no other, counted",
    ),
    (
        "4.5",
        "right",
        lambda case: turning(case)[turning(case)["same_act"] == ""]["event_id"].nunique(),
        "the different ids of rows that repeat no other",
    ),
    ("4.5", "wrong", lambda case: len(turning(case)), "rows counted instead of acts"),
    (
        "4.5",
        "wrong",
        lambda case: (turning(case)["same_act"] != "").sum(),
        "the rows that repeat counted, instead of the acts",
    ),
    (
        "4.5",
        "wrong",
        lambda case: turning(case)["sentence"].nunique(),
        "sentences counted instead of acts",
    ),
    (
        "4.5",
        "wrong",
        lambda case: (
            (junta(case)["event_type"] == "SANCTION") & (junta(case)["same_act"] == "")
        ).sum(),
        "the recipient forgotten: the French troops are counted too",
    ),
    (
        "4.5",
        "wrong",
        lambda case: ((junta(case)["recipient"] == "USA") & (junta(case)["same_act"] == "")).sum(),
        "the type forgotten: all rows towards the United States that repeat no other",
    ),
    (
        "4.5",
        "wrong",
        lambda case: (case.events["event_type"] == "SANCTION").sum(),
        "actor and recipient forgotten: all rows of SANCTION",
    ),
    (
        "4.5",
        "wrong",
        lambda case: (
            (case.events["event_type"] == "SANCTION") & (case.events["same_act"] == "")
        ).sum(),
        "actor and recipient forgotten: all acts of SANCTION",
    ),
    ("4.5", "wrong", lambda case: len(junta(case)), "all rows of the junta: no condition added"),
    (
        "4.5",
        "wrong",
        lambda case: turning(case)["same_act"].nunique(),
        "the different values of same_act counted, the empty one too",
    ),
    ("4.5", "wrong", 0, "a guess: none"),
    (
        "4.5",
        "unreadable",
        lambda case: turning(case)["same_act"] == "",
        "true and false for each row, not yet added up",
    ),
    # 4.6
    ("4.6", "right", TYPES, "the dict as shown"),
    (
        "4.6",
        "right",
        {name: value.lower() for name, value in TYPES.items()},
        "small letters",
    ),
    (
        "4.6",
        "right",
        lambda case: examples().set_index("example_id")["event_type"],
        "a Series with the ids as index",
    ),
    (
        "4.6",
        "right",
        lambda case: examples()[["example_id", "event_type"]],
        "a DataFrame of ids and types",
    ),
    ("4.6", "right", list(TYPES.values()), "a list of eight in the order of the table"),
    ("4.6", "defensible", {**TYPES, "X6": "AGREE"}, "both accept to work together from now on"),
    ("4.6", "defensible", {**TYPES, "X4": "RETREAT"}, "the manual leaves it open"),
    ("4.6", "wrong", {**TYPES, "X1": "CONSULT"}, "the talks seen, and not that they are refused"),
    ("4.6", "wrong", {**TYPES, "X1": "SANCTION"}, "a refusal taken for a cut"),
    ("4.6", "wrong", {**TYPES, "X3": "REJECT"}, "a cut taken for a refusal"),
    ("4.6", "wrong", {**TYPES, "X3": "RETREAT"}, "a treaty suspended taken for giving way"),
    ("4.6", "wrong", {**TYPES, "X6": "COOPERATE"}, "a signature taken for joint practice"),
    ("4.6", "wrong", {**TYPES, "X6": "CONSULT"}, "a signature taken for a meeting"),
    ("4.6", "wrong", {**TYPES, "X8": "COERCE"}, "a warning taken for the deed"),
    ("4.6", "wrong", {**TYPES, "X8": "SANCTION"}, "a warning taken for the cut"),
    ("4.6", "wrong", {**TYPES, "X8": "ACCUSE"}, "a warning taken for a reproach"),
    (
        "4.6",
        "wrong",
        {**TYPES, "X1": "SANCTION", "X3": "REJECT"},
        "SANCTION and REJECT exchanged",
    ),
    (
        "4.6",
        "wrong",
        lambda case: dict(zip(examples()["example_id"], types()["event_type"], strict=False)),
        "the first eight types of the codebook, in its order",
    ),
    ("4.6", "unreadable", {**TYPES, "X1": "REFUSE"}, "a type that PLOVER does not have"),
    # 4.7
    ("4.7", "right", {"event_type": "SANCTION", "quad": 4}, "a number"),
    (
        "4.7",
        "right",
        lambda case: {"event_type": "SANCTION", "quad": quad_of("SANCTION")},
        "looked up in the codebook",
    ),
    (
        "4.7",
        "right",
        lambda case: {
            "event_type": "SANCTION",
            "quad": types()[types()["event_type"] == "SANCTION"]["quad"],
        },
        "a Series of one value",
    ),
    ("4.7", "right", {"event_type": "SANCTION", "quad": "4, material conflict"}, "a text"),
    (
        "4.7",
        "right",
        lambda case: {"event_type": "RETREAT", "quad": quad_of("RETREAT")},
        "another type in 4.2, and its class by the codebook: it follows from that row",
    ),
    (
        "4.7",
        "defensible",
        {"event_type": "SANCTION", "quad": 3},
        "the quad table of the manual (M02) puts SANCTION into verbal conflict",
    ),
    ("4.7", "wrong", {"event_type": "SANCTION", "quad": 2}, "material cooperation for a cut"),
    ("4.7", "wrong", {"event_type": "SANCTION", "quad": 1}, "verbal cooperation for a cut"),
    (
        "4.7",
        "wrong",
        lambda case: {
            "event_type": "SANCTION",
            "quad": types().set_index("event_type").loc["SANCTION", "intensity"],
        },
        "the intensity taken for the quad class",
    ),
    (
        "4.7",
        "wrong",
        lambda case: {
            "event_type": "SANCTION",
            "quad": (case.events["event_type"] == "SANCTION").sum(),
        },
        "the number of rows of the type taken for its class",
    ),
    (
        "4.7",
        "wrong",
        lambda case: {"event_type": "RETREAT", "quad": quad_of("SANCTION")},
        "RETREAT in the row, and the class of SANCTION",
    ),
    (
        "4.7",
        "wrong",
        lambda case: {"event_type": "SANCTION", "quad": types()["quad"].iloc[0]},
        "the first value of the column: the filter forgotten",
    ),
    ("4.7", "wrong", {"event_type": "COERCE", "quad": 3}, "COERCE put into verbal conflict"),
    (
        "4.7",
        "wrong",
        {"event_type": "SANCTION", "quad": "material cooperation"},
        "deed, but not conflict, in words",
    ),
    ("4.7", "unreadable", {"event_type": "SANCTION", "quad": ...}, "left open"),
    (
        "4.7",
        "unreadable",
        lambda case: {"event_type": "SANCTION", "quad": types()["quad"]},
        "the whole column",
    ),
    # 4.8
    ("4.8", "right", VISIT, "ids and EDTF"),
    (
        "4.8",
        "right",
        {**VISIT, "actor": "USA/GOV", "recipient": "NER/GOV", "event_type": "consult"},
        "codes of country and sector",
    ),
    (
        "4.8",
        "right",
        {**VISIT, "actor": "Antony Blinken", "attributed_to": "Author", "certainty": "ct+"},
        "a name, and other cases of letters",
    ),
    ("4.8", "right", lambda case: row(case, "E24", tuple(VISIT)), "the row of the reference"),
    (
        "4.8",
        "right",
        lambda case: case.events[case.events["event_id"] == "E24"][list(VISIT)],
        "the row of the reference as a DataFrame",
    ),
    ("4.8", "defensible", {**VISIT, "recipient": "NER"}, "the visit is to the country (coder A)"),
    (
        "4.8",
        "defensible",
        {**VISIT, "date": "2023-03"},
        "four months before July is March: the doubt left out, but no day made up",
    ),
    ("4.8", "wrong", {**VISIT, "recipient": "NER_CNSP"}, "the junta, which did not govern yet"),
    ("4.8", "wrong", {**VISIT, "date": "2024-03-17"}, "the day of publication"),
    (
        "4.8",
        "wrong",
        lambda case: {
            **VISIT,
            "date": str(
                (pd.Timestamp(case.article.published) - pd.DateOffset(years=1)).date(),
            ),
        },
        "a year before publication, counted to the day",
    ),
    ("4.8", "wrong", {**VISIT, "date": "2023-03-16"}, "the day known from the record"),
    ("4.8", "wrong", {**VISIT, "date": "2023-07"}, "the month of the coup"),
    ("4.8", "wrong", {**VISIT, "kind": "intent", "event_type": ""}, "the hope taken for the row"),
    ("4.8", "wrong", {**VISIT, "kind": "statement"}, "a visit taken for words"),
    ("4.8", "wrong", {**VISIT, "event_type": "SUPPORT"}, "the hope to strengthen taken as the act"),
    ("4.8", "wrong", {**VISIT, "event_type": "COOPERATE"}, "a visit taken for joint practice"),
    ("4.8", "wrong", {**VISIT, "attributed_to": "P_BLINKEN"}, "the visitor said to vouch"),
    ("4.8", "wrong", {**VISIT, "certainty": "PR+"}, "about taken for perhaps: the hedge of a date"),
    (
        "4.8",
        "wrong",
        {**VISIT, "actor": "NER_GOV", "recipient": "P_BLINKEN"},
        "host and visitor the wrong way round",
    ),
    (
        "4.8",
        "wrong",
        lambda case: case.events[case.events["sentence"] == 10].iloc[-1][list(VISIT)].to_dict(),
        "the last row of sentence 10, the relation, and not the main one",
    ),
    (
        "4.8",
        "wrong",
        lambda case: case.events.iloc[10][list(VISIT)].to_dict(),
        "row number ten of the table and not the row of sentence ten",
    ),
    ("4.8", "unreadable", {**VISIT, "date": "about a year ago"}, "words where EDTF is asked"),
    # 4.9
    (
        "4.9",
        "open",
        "I would code E30 as COERCE and not as SANCTION (field event_type). The sentence says "
        "'compelling French troops to withdraw', and that is power, not the end of a relation. "
        "For SANCTION speaks that the manual lists expel under it.",
        "a defence in English with row, field, value and words",
    ),
    (
        "4.9",
        "open",
        "Je coderais la ligne E34 comme une relation et non comme un état (champ kind). Le texte "
        "dit « had worked closely » : aucun acte, aucune date, c'est une description durable. "
        "Pour la référence parle que cela a cessé.",
        "in French",
    ),
    (
        "4.9",
        "open",
        "E13، الحقل valence: أكتب neither بدلا من hostile. كلمة concerns كلمة خفيفة في لغة "
        "الدبلوماسيين ولا تعني العداوة. لكن ثلاثة من أربعة مرمزين قرأوها عداوة، وهذا يؤيد "
        "المرجع. ومع ذلك أتمسك بقراءتي لأن النص لا يقول أكثر من ذلك.",
        "in Arabic",
    ),
    (
        "4.9",
        "open",
        "我会把 E20 的 valence 改为 friendly，而不是 neither。"
        "句子说美国仍然在尼日尔驻军约一千人，军队驻在东道国的土地上可以看作一种友好的联系。"
        "支持参考编码的理由是：仅仅驻扎并不表示态度，而且东道国是否同意正是这篇报道的争论所在。",
        "in Chinese, without spaces between words",
    ),
    (
        "4.9",
        "open",
        "Row E16. Field: certainty. I'd say PR+ because 'as warranted' makes it conditional. "
        "It is a promise that depends on what happens. The reference says CT+, since Miller "
        "himself vouches and says 'would'.",
        "short sentences in everyday English",
    ),
    ("4.9", "unreadable", "I would code E30 differently.", "far too short, and no reason"),
    ("4.9", "unreadable", "...", "the dots left standing"),
]
