"""Lesson 04, Events, asks who did what to whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from realignment import dates
from realignment.answers import ActorName, Choice, Date, Essay, Fields, Items, Keyed, Number
from realignment.cases import Case
from realignment.events import AUTHOR, CERTAINTY_WORDS, EventType, Kind, read_codebook
from realignment.questions import (
    Mistake,
    Question,
    Test,
    part,
    row,
    row_alternatives,
    same_actor,
    value,
)

KINDS = Choice(get_args(Kind))
TYPES = Choice(get_args(EventType))
CERTAINTIES = Choice(CERTAINTY_WORDS)

KIND_ROWS = ("E02", "E09", "E14", "E20", "E26", "E32", "E33", "E35")
"""The rows of question 4.1: two events, two states, two relations, an intent, a statement."""

ORDERED_TYPES = ("COERCE", "SANCTION", "CONSULT", "RETREAT")

HASTY = {"kind": "event", "event_type": "RETREAT", "recipient": "P_BAZOUM", "certainty": "CT+"}
"""The classmate's row for sentence 12 in question 4.4."""

ENDING = ("NER_CNSP", "USA", "SANCTION")
"""Actor, recipient and type of the acts that question 4.5 counts."""

FULL = ("kind", "actor", "recipient", "event_type", "date", "attributed_to", "certainty")


def kinds(case: Case) -> dict[str, str]:
    """Return the kind of each row that question 4.1 asks about."""
    return {name: row(case, name)["kind"] for name in KIND_ROWS}


def took(given_kind: str, true_kind: str):
    """Return a test: some row of ``true_kind`` was labelled ``given_kind``."""
    return lambda given, expected, case: any(
        given[name] == given_kind and kind == true_kind for name, kind in kinds(case).items()
    )


def fields(case: Case, event_id: str, names: tuple[str, ...]) -> dict[str, str]:
    """Return some fields of a row of the reference coding."""
    coded = row(case, event_id)
    return {name: coded[name] for name in names}


def field_alternatives(case: Case, event_id: str, names: tuple[str, ...]) -> dict:
    """Return the defensible values of some fields of a row."""
    return {name: row_alternatives(case, event_id, name) for name in names}


def by_intensity(case: Case) -> tuple[str, ...]:
    """Return the types of question 4.3 from the lowest score to the highest."""
    return tuple(sorted(ORDERED_TYPES, key=read_codebook().intensity))


def by_size(given: tuple[str, ...], expected: Any, case: Case) -> bool:
    """Tell whether the types stand by the size of their scores, the minus left out."""
    sizes = [abs(read_codebook().intensity(name)) for name in given]
    return sizes in (sorted(sizes), sorted(sizes, reverse=True))


def flawed_field(case: Case) -> str:
    """Return the field in which the classmate's row differs from the reference coding."""
    true = row(case, "E29")
    return next(name for name, given in HASTY.items() if given != true[name])


def ending_rows(case: Case):
    """Return the rows in which Niger's authorities sanction the United States."""
    table = case.events
    actor, recipient, kind = ENDING
    return table[
        (table["actor"] == actor)
        & (table["recipient"] == recipient)
        & (table["event_type"] == kind)
    ]


def ending_acts(case: Case) -> float:
    """Count the acts behind those rows, each once."""
    rows = ending_rows(case)
    return float(rows["same_act"].where(rows["same_act"] != "", rows["event_id"]).nunique())


def visit_dates(case: Case) -> dict[str, str]:
    """Return the other dates that can be defended for the row of question 4.8."""
    return {
        **row_alternatives(case, "E24", "date"),
        "2023-03": "a month without ~ is a little surer than the words a year ago",
        "2023~": "a year ago, read with a wide margin",
    }


def date_wrong(test: Callable[[str, str], bool]) -> Test:
    """Return a test: the date of question 4.8 cannot be defended, and passes ``test``."""

    def wrong(given: dict, expected: Any, case: Case) -> bool:
        true = row(case, "E24")["date"]
        return given["date"] not in {true, *visit_dates(case)} and test(given["date"], true)

    return wrong


def example_types(case: Case) -> dict[str, str]:
    """Return the type of each practice sentence."""
    examples = read_codebook().examples
    return dict(zip(examples["example_id"], examples["event_type"], strict=True))


def example_alternatives(case: Case) -> dict[str, dict[str, str]]:
    """Return the other types that a practice sentence can defensibly have."""
    found = {}
    for example in read_codebook().examples.to_dict("records"):
        if example["also"]:
            other, _, reason = example["also"].partition(": ")
            found[example["example_id"]] = {other: reason}
    return found


def confused(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether a wrong type is a neighbour of the right one, by the codebook."""
    types = read_codebook().types.set_index("event_type")["easily_confused_with"]
    return any(
        given[name] != true and given[name] in types[true].split(";")
        for name, true in example_types(case).items()
    )


def quad_of_own_row(given: dict, expected: None, case: Case) -> bool:
    """Tell whether the quad class fits the type in the student's own row."""
    return given["quad"] == read_codebook().quad(given["event_type"])


QUESTIONS = [
    Question(
        id="4.1",
        name="events.kinds",
        asks="Event, statement, state, intent or relation: sort eight rows.",
        objective=1,
        reads=Keyed(Choice(KIND_ROWS), KINDS, "one kind for each row"),
        expected=kinds,
        defensible=lambda case: {name: row_alternatives(case, name, "kind") for name in KIND_ROWS},
        mistakes=[
            Mistake("intent_as_event", took("event", "intent")),
            Mistake("event_as_statement", took("statement", "event")),
            Mistake("statement_as_event", took("event", "statement")),
            Mistake("state_as_event", took("event", "state")),
            Mistake("relation_as_event", took("event", "relation")),
            Mistake(
                "relation_as_event",
                took("state", "relation"),
                "A state holds for a time, and may change. These words say what the two are, "
                "or were, to each other.",
            ),
            Mistake("event_as_state", took("state", "event")),
        ],
        hints=[
            "Ask of each row: could it be dated to a day on which it was done?",
            "Ask of the speaking ones: does the saying change anything between the two?",
            "Two rows describe how two stand to each other, and one tells of an aim.",
        ],
        solution="""sorted_rows = {
    "E02": "event", "E09": "intent", "E14": "statement", "E20": "state",
    "E26": "relation", "E32": "state", "E33": "relation", "E35": "event",
}""",
        why="Ending an accord and breaking off are done at a time, though by words. A presence and "
        "a hard line last. An ally and a former ruler are descriptions. An aim has not happened.",
    ),
    Question(
        id="4.2",
        name="events.code_the_cut",
        asks="Code the cut in sentence 9: who, to whom, which type?",
        objective=2,
        reads=Fields({"actor": ActorName(), "recipient": ActorName(), "event_type": TYPES}),
        expected=lambda case: fields(case, "E22", ("actor", "recipient", "event_type")),
        defensible=lambda case: field_alternatives(
            case, "E22", ("actor", "recipient", "event_type")
        ),
        same=same_actor,
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: (
                    given["actor"].startswith("NER") and given["recipient"].startswith("USA")
                ),
            ),
            Mistake(
                "authority_confused",
                lambda given, expected, case: "NER_GOV" in (given["recipient"], given["actor"]),
            ),
            Mistake(
                "neighbouring_type",
                lambda given, expected, case: (
                    given["event_type"] in ("REJECT", "ACCUSE", "COERCE", "AID")
                ),
            ),
            Mistake(
                "wrong_speaker",
                lambda given, expected, case: given["actor"] in ("USA_DOS", "USA_DOD", "P_MILLER"),
                "Those speak or act elsewhere in the story. Which name stands in sentence 9?",
            ),
        ],
        hints=[
            "Say it as a plain sentence: X does something to Y.",
            "The capital stands for a government; the government on the other side is the one that "
            "rules at that time.",
            "For the type, look for the gloss about something that exists and is made less.",
        ],
        solution='cut = {"actor": "USA_GOV", "recipient": "NER_CNSP", "event_type": "SANCTION"}',
        why="The metonym Washington is the government of the United States. Help that exists is "
        "made less: that is SANCTION, with or without formal sanctions.",
    ),
    Question(
        id="4.3",
        name="events.order_of_intensity",
        asks="Put four types in order, from the lowest intensity to the highest.",
        objective=4,
        reads=Items(TYPES, ordered=True, what="types"),
        expected=by_intensity,
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: given == by_intensity(case)[::-1],
                "You have the order upside down: the lowest score comes first.",
            ),
            Mistake(
                "incomplete", lambda given, expected, case: len(set(given)) < len(ORDERED_TYPES)
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: len(given) > len(ORDERED_TYPES),
                "The question names four types. Keep their rows first, then sort them.",
            ),
            Mistake(
                "sign_flipped",
                by_size,
                "You have sorted by size, without the minus. A score below zero is lower than any "
                "score above it.",
            ),
            Mistake(
                "sign_from_quad",
                lambda given, expected, case: given[-1] != "RETREAT",
                "You may feel that to leave is not friendly. But the question asks for PLOVER's "
                "score, and PLOVER scores the act alone.",
            ),
        ],
        hints=[
            "The scores stand in `read_codebook().types`, in the column `intensity`.",
            "Keep the four rows with `.isin([...])` and read the column from −10 upwards.",
        ],
        solution='in_order = ["COERCE", "SANCTION", "CONSULT", "RETREAT"]',
        why="The order is the manual's. That leaving comes out as the friendliest of the four is "
        "the trap of lesson 07.",
    ),
    Question(
        id="4.4",
        name="events.flaw_in_a_row",
        asks="Find the flaw: which field of the classmate's row is wrong?",
        objective=5,
        reads=Choice(tuple(HASTY)),
        expected=flawed_field,
        mistakes=[
            Mistake(
                "negation_missed",
                value("event_type"),
                "The type is that of the thing spoken of. But did the thing take place?",
            ),
            Mistake(
                "state_as_event",
                value("kind"),
                "One may code that he is still held, as a state. But this row speaks of the "
                "release, and the codebook lets an event be denied. Where is that written?",
            ),
            Mistake(
                "reversed",
                value("recipient"),
                "He is the one whom it would concern. Look for what turns the sentence round.",
            ),
        ],
        hints=[
            "Read sentence 12 aloud and stress each word in turn.",
            "One small word says that it has not happened. Which column is for that?",
        ],
        solution='flaw = "certainty"',
        why="The release is coded as if it had happened, and the certainty says that it certainly "
        "has not: CT-.",
    ),
    Question(
        id="4.5",
        name="events.acts_not_rows",
        asks="How many acts of SANCTION by Niger's authorities towards the United States?",
        objective=6,
        reads=Number(unit="acts"),
        expected=ending_acts,
        mistakes=[
            Mistake(
                "same_act_twice", lambda given, expected, case: given == len(ending_rows(case))
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: (
                    given == ending_acts(case) + 1 or given == len(ending_rows(case)) - 1
                ),
                "Rows that point to a first row tell of the same act as that row. What is left?",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: (
                    given == (case.events["event_type"] == ENDING[2]).sum()
                ),
                "That counts every actor. The question names one actor and one recipient.",
            ),
        ],
        hints=[
            "First keep the rows: three conditions, joined with `&`, each in its own parentheses.",
            "Then look at `same_act`. A row that points to another tells of the same act.",
            '`(column == "").sum()` counts the rows in which a column is empty.',
        ],
        solution="""rows = events[
    (events["actor"] == "NER_CNSP")
    & (events["recipient"] == "USA")
    & (events["event_type"] == "SANCTION")
]
acts = int((rows["same_act"] == "").sum())""",
        why="The story tells of one announcement again and again, as news does. The rows that "
        "point nowhere are the acts.",
    ),
    Question(
        id="4.6",
        name="events.types_of_examples",
        asks="Choose a type for each of eight practice sentences.",
        objective=3,
        reads=Keyed(
            Choice(tuple(f"X{n}" for n in range(1, 9))), TYPES, "one type for each sentence"
        ),
        expected=example_types,
        defensible=example_alternatives,
        mistakes=[
            Mistake(
                "intent_as_event",
                part("X8", "SANCTION"),
                "A warning of what may come is not yet the thing.",
            ),
            Mistake(
                "intent_as_event",
                part("X8", "COERCE"),
                "A warning of what may come is not yet the thing.",
            ),
            Mistake(
                "neighbouring_type",
                part("X3", "ACCUSE"),
                "Nobody is blamed in `X3`. Something that existed stops.",
            ),
            Mistake(
                "sign_from_quad",
                part("X7", "MOBILIZE"),
                "Ships at sea look like a show of force. But who takes part?",
            ),
            Mistake("neighbouring_type", confused),
        ],
        hints=[
            '`types[["event_type", "gloss"]]` shows all sixteen glosses. Read them once.',
            "Ask: by word or by deed? Does it cut something that exists, or refuse something "
            "new? Has it been done, or only said?",
        ],
        solution="""chosen = {
    "X1": "REJECT", "X2": "ACCUSE", "X3": "SANCTION", "X4": "CONCEDE",
    "X5": "RETREAT", "X6": "SUPPORT", "X7": "COOPERATE", "X8": "THREATEN",
}""",
        why="To refuse is not to cut, to blame is not to refuse, and to warn is not to do.",
    ),
    Question(
        id="4.7",
        name="events.own_quad",
        asks="What is the quad class of the type in your own row of 4.2?",
        objective=4,
        reads=Fields({"event_type": TYPES, "quad": Number(unit="the class, 1 to 4")}),
        same=quad_of_own_row,
        mistakes=[
            Mistake(
                "neighbouring_type",
                lambda given, expected, case: (
                    given["quad"] == 3 and given["event_type"] == "SANCTION"
                ),
                "That is what one table of the manual says. Which class does this module keep, "
                "and why? See the contradictions in the lesson.",
            ),
            Mistake(
                "sign_from_quad",
                lambda given, expected, case: given["quad"] < 0,
                "A class is a name, 1 to 4, and has no sign. You may have read the intensity.",
            ),
            Mistake(
                "other",
                lambda given, expected, case: True,
                "That is not the class of the type that you gave. Look it up in the table of "
                "types, in the column `quad`.",
            ),
        ],
        hints=[
            "The table of types has a column `quad`.",
            "Keep the row of your own type, and read its `quad`.",
        ],
        solution='quad = codebook.quad(cut["event_type"])',
        why="The class follows from the type that you chose. It says how the act was done.",
    ),
    Question(
        id="4.8",
        name="events.code_the_visit",
        asks="Code the main row of sentence 10 in full.",
        objective=2,
        reads=Fields(
            {
                "kind": KINDS,
                "actor": ActorName(),
                "recipient": ActorName(),
                "event_type": TYPES,
                "date": Date(),
                "attributed_to": Choice(
                    {
                        "author": "the story",
                        "P_BLINKEN": "Antony Blinken",
                        "USA_DOS": "the State Department",
                        "UNK": "nobody named",
                    }
                ),
                "certainty": CERTAINTIES,
            }
        ),
        expected=lambda case: fields(case, "E24", FULL),
        defensible=lambda case: {
            **field_alternatives(case, "E24", FULL),
            "date": visit_dates(case),
        },
        same=same_actor,
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: (
                    given["actor"].startswith(("NER", "P_BAZ"))
                    and given["recipient"].startswith(("USA", "P_BLI"))
                ),
            ),
            Mistake(
                "intent_as_event",
                part("kind", "intent"),
                "You have coded the hope. The main row is what was done.",
            ),
            Mistake(
                "publication_date",
                lambda given, expected, case: given["date"] == case.article.published,
            ),
            Mistake(
                "mark_confused",
                date_wrong(lambda given, true: any(mark in given for mark in "?%[/")),
            ),
            Mistake(
                "false_precision", date_wrong(lambda given, true: dates.precision(given) == "day")
            ),
            Mistake(
                "off_by_one",
                date_wrong(
                    lambda given, true: (
                        given[4:7] == true[4:7] and abs(int(given[:4]) - int(true[:4])) == 1
                    )
                ),
                "Your date is off by a whole year. Count from the day of publication.",
            ),
            Mistake(
                "too_vague",
                date_wrong(lambda given, true: dates.precision(given) == "year"),
                "The story was published on a day that you know. Count back from there: you "
                "can say more than only which year it was.",
            ),
            Mistake("authority_confused", part("recipient", "NER_CNSP")),
            Mistake(
                "level_confused",
                part("recipient", "P_BAZOUM"),
                "The president is named for the hope. Whom or what was the visit paid to?",
            ),
            Mistake(
                "fact_as_claim", lambda given, expected, case: given["attributed_to"] != AUTHOR
            ),
            Mistake("hedge_everywhere", lambda given, expected, case: given["certainty"] != "CT+"),
            Mistake(
                "neighbouring_type", lambda given, expected, case: given["event_type"] != "CONSULT"
            ),
            Mistake("label_as_actor", part("recipient", "WEST")),
        ],
        hints=[
            "What could have been photographed? That is the main row.",
            "Who governed Niger at that time? Sentence 11 helps.",
            "For the date, count back from the publication, and keep the doubt of the words.",
        ],
        solution="""visit = {
    "kind": "event", "actor": "P_BLINKEN", "recipient": "NER_GOV",
    "event_type": "CONSULT", "date": "2023-03~",
    "attributed_to": "author", "certainty": "CT+",
}""",
        why="The visit is the event; the hope and the ally are rows of their own. Before July the "
        "government of Niger was Bazoum's. A year ago is about a year: the ~ keeps that.",
    ),
    Question(
        id="4.9",
        name="events.own_objection",
        asks="Find a row that you would code differently, and defend it.",
        objective=7,
        reads=Essay(30),
        rubric=[
            "It names a row and a field, and the value that you would put there.",
            "It quotes the words of the sentence that support you.",
            "It says what the reference coding may have been thinking.",
            "It brings in nothing that the text does not say.",
        ],
        hints=[
            "Look at `alternatives(events)` for the sort of disagreement that can be defended.",
            "Choose a row in which a passive, a hedge or a label left something open.",
        ],
        solution='''defence = """
Row E21, field kind: I would put event. The words say "restricted since the coup", and to
restrict is something that somebody does, so COERCE in the mode restrict fits. The
reference calls it a state, because nobody is named who restricts.
"""''',
        why="A coding is an argument. If it can be made from the words, it can be defended.",
    ),
]
