"""Lesson 04, Events, asks who did what to whom."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

import pandas as pd

from realignment.answers import ActorName, Choice, Date, Essay, Fields, Items, Keyed, Number
from realignment.cases import Case
from realignment.events import CERTAINTY_WORDS, QUAD_WORDS, EventType, Kind, read_codebook
from realignment.questions import Mistake, Question, Test, also_coded, coded, options, row
from realignment.questions.slips import (
    a_year_off,
    either,
    gives,
    neighbours_swapped,
    off_by_one,
    other_mark,
    published,
    reverse,
    says,
    subset,
    superset,
    to_the_day,
    to_the_year,
    took,
    turns,
)

KINDS = Choice(get_args(Kind))
TYPES = Choice(get_args(EventType))
TYPES_OR_NONE = Choice((*get_args(EventType), "-"))
EXAMPLES = Choice(tuple(f"X{n}" for n in range(1, 9)))
VOUCHERS = Choice(
    {
        "author": "the story",
        "P_BLINKEN": "Antony Blinken",
        "USA_DOS": "the State Department",
        "UNK": "nobody named",
    }
)

KIND_ROWS = ("E02", "E09", "E14", "E20", "E26", "E32", "E33", "E35")
"""The rows of question 4.1: two events, two states, two relations, an intent, a statement."""

ORDERED_TYPES = ("COERCE", "SANCTION", "CONSULT", "RETREAT")

HASTY = {"kind": "event", "event_type": "RETREAT", "recipient": "P_BAZOUM", "certainty": "CT+"}
"""The classmate's row for sentence 12 in question 4.4."""

ENDING = {"actor": "NER_CNSP", "recipient": "USA", "event_type": "SANCTION"}
"""What the acts that question 4.5 counts have in common."""

CUT = ("actor", "recipient", "event_type")
FULL = ("kind", *CUT, "date", "attributed_to", "certainty")


def by(value: Callable[[str], float]) -> tuple[str, ...]:
    """Return the types of question 4.3 from the lowest value to the highest."""
    return tuple(sorted(ORDERED_TYPES, key=value))


def by_intensity(case: Case) -> tuple[str, ...]:
    """Return them by their scores."""
    return by(read_codebook().intensity)


def by_size(given: tuple[str, ...], expected: Any, case: Case) -> bool:
    """Tell whether the types stand by the size of their scores, the minus left out."""
    sizes = [abs(read_codebook().intensity(name)) for name in given]
    return sizes in (sorted(sizes), sorted(sizes, reverse=True))


def retreat_moved(given: tuple[str, ...], expected: tuple[str, ...], case: Case) -> bool:
    """Tell whether all is in order but for the leaving, which stands too low."""
    others = [name for name in expected if name != "RETREAT"]
    return given != expected and [name for name in given if name != "RETREAT"] == others


def flawed_field(case: Case) -> str:
    """Return the field in which the classmate's row differs from the reference coding."""
    true = row(case, "E29")
    return next(name for name, given in HASTY.items() if given != true[name])


def rows_by(case: Case, *columns: str) -> pd.DataFrame:
    """Return the rows that have in some columns what question 4.5 asks for."""
    fits = [case.events[column] == ENDING[column] for column in columns]
    return case.events[pd.concat(fits, axis=1).all(axis=1)]


def acts_in(rows: pd.DataFrame) -> float:
    """Count the acts behind rows, each once."""
    return float(rows["same_act"].where(rows["same_act"] != "", rows["event_id"]).nunique())


def forgotten(count: Callable[[pd.DataFrame], float], *kept: str) -> Callable[[Case], float]:
    """Return what a count gives if only these of the three conditions are kept."""
    return lambda case: count(rows_by(case, *kept))


TOO_FEW = [("actor",), ("recipient",), *itertools.combinations(ENDING, 2)]
"""Conditions that one may be left with, having forgotten the others."""


def cut_elsewise(case: Case) -> dict[str, dict[str, str]]:
    """Return what else can be defended for the row of question 4.2."""
    found = also_coded("E22", *CUT)(case)
    found["recipient"]["NER/MIL"] = "the codebook allows it, since the junta came from the army"
    return found


def other_clause(given: dict[str, str], expected: dict[str, str], case: Case) -> bool:
    """Tell whether a use of power was coded, of others than those of question 4.2."""
    others = given["actor"] != expected["actor"] or given["recipient"] != expected["recipient"]
    return given["event_type"] == "COERCE" and others


def visit_dates(case: Case) -> dict[str, dict[str, str]]:
    """Return what else can be defended for the row of question 4.8."""
    found = also_coded("E24", *FULL)(case)
    found["date"] |= {
        "2023-03": "a month without ~ is a little surer than the words a year ago",
        "2023~": "a year ago, read with a wide margin",
    }
    return found


def example_types(case: Case) -> dict[str, str]:
    """Return the type of each practice sentence."""
    examples = read_codebook().examples
    return dict(zip(examples["example_id"], examples["event_type"], strict=True))


def example_alternatives(case: Case) -> dict[str, dict[str, str]]:
    """Return the other types that a practice sentence can defensibly have."""
    examples = read_codebook().examples.set_index("example_id")["also"]
    parts = {name: also.partition(": ") for name, also in examples.items() if also}
    return {str(name): {other: reason} for name, (other, _, reason) in parts.items()}


def neighbour(given: dict[str, str], expected: dict[str, str], case: Case) -> bool:
    """Tell whether a wrong type is a neighbour of the right one, by the codebook."""
    near = read_codebook().types.set_index("event_type")["easily_confused_with"]
    return any(given[name] in near[true].split(";") for name, true in expected.items())


def from_niger(given: dict[str, str], expected: Any, case: Case) -> bool:
    """Tell whether somebody of Niger acts towards somebody of the United States."""
    mine, theirs = ("NER", "P_BAZ"), ("USA", "P_BLI")
    return given["actor"].startswith(mine) and given["recipient"].startswith(theirs)


@dataclass(frozen=True)
class QuadClass(Number):
    """A quad class, by its number or by its name."""

    expects: str = "a quad class, 1 to 4"

    def read(self, answer: object, case: Case) -> float:
        """Return the number of the class."""
        if isinstance(answer, str):
            words = answer.lower()
            named = [number for number, name in QUAD_WORDS.items() if name in words]
            answer = named[0] if len(named) == 1 else _CLASS.sub("", words)
        return super().read(answer, case)


_CLASS = re.compile(r"^(?:quad(?:rant)?\s*)?(?:classe?\s*)?")


def other_classes(case: Case) -> dict[tuple[str, float], str]:
    """Return the class that another table of the manual gives to a type, where one does."""
    other = read_codebook().types.set_index("event_type")["quad_alternative"]
    reason = "one table of the manual has it so (see the contradictions of the lesson)"
    return {(str(name), float(quad)): reason for name, quad in other.items() if quad}


def class_is(slip: Callable[[str], object]) -> Test:
    """Return a test: the class in 4.7 is one of what a slip gives for the student's own type."""

    def test(given: dict[str, Any], expected: None, case: Case) -> bool:
        wrong = slip(given["event_type"])
        return given["quad"] in (wrong if isinstance(wrong, tuple) else (wrong,))

    return test


def on_other_side(name: str) -> tuple[int, int]:
    """Return the classes of cooperation for a type of conflict, and the other way round."""
    return (1, 2) if read_codebook().quad(name) > 2 else (3, 4)


def word_for_deed(name: str) -> int:
    """Return the class that differs from a type's own in that one speaks, or acts, instead."""
    return {1: 2, 2: 1, 3: 4, 4: 3}[read_codebook().quad(name)]


QUESTIONS = [
    Question(
        id="4.1",
        name="events.kinds",
        asks="Event, statement, state, intent or relation: sort eight rows.",
        objective=1,
        reads=Keyed(Choice(KIND_ROWS), KINDS, "one kind for each row"),
        expected=lambda case: {name: row(case, name)["kind"] for name in KIND_ROWS},
        defensible=lambda case: {n: also_coded(n, "kind")(case)["kind"] for n in KIND_ROWS},
        mistakes=[
            Mistake("intent_as_event", took("intent", "event")),
            Mistake("event_as_statement", took("event", "statement")),
            Mistake("statement_as_event", took("statement", "event")),
            Mistake("state_as_event", took("state", "event")),
            Mistake("relation_as_event", took("relation", "event")),
            Mistake("relation_as_event", took("relation", "state")).saying(
                "A state holds for a time, and may change. These words say what the two are, or "
                "were, to each other."
            ),
            Mistake("event_as_state", took("event", "state")),
            Mistake("kind_confused", lambda given, expected, case: given != expected),
        ],
        hints="""
            - Ask of each row: could it be dated to a day on which it was done?
            - Ask of the speaking ones: does the saying change anything between the two?
            - Two rows describe how two stand to each other, and one tells of an aim.""",
        solution="""sorted_rows = {
    "E02": "event", "E09": "intent", "E14": "statement", "E20": "state",
    "E26": "relation", "E32": "state", "E33": "relation", "E35": "event",
}""",
        why="""Ending an accord and breaking off are done at a time, though by words. A presence
            and a hard line last. An ally and a former ruler are descriptions. An aim has not
            happened.""",
    ),
    Question(
        id="4.2",
        name="events.code_the_cut",
        asks="Code the cut in sentence 9: who, to whom, which type?",
        objective=2,
        reads=Fields({"actor": ActorName(), "recipient": ActorName(), "event_type": TYPES}),
        expected=coded("E22", *CUT),
        defensible=cut_elsewise,
        mistakes=[
            Mistake("wrong_selection", other_clause).saying(
                "That fits another part of sentence 9: the coup, or the movements. The question "
                "is about the help."
            ),
            Mistake("reversed", from_niger),
            Mistake("authority_confused", says("recipient", "NER_GOV", "P_BAZOUM")),
            Mistake("wrong_speaker", says("actor", "USA_DOS", "USA_DOD", "P_MILLER")).saying(
                "Those speak or act elsewhere in the story. Which name stands in sentence 9?"
            ),
            Mistake("neighbouring_type", says("event_type", "REJECT", "ACCUSE", "COERCE", "AID")),
            Mistake("neighbouring_type", says("event_type", "RETREAT", "CONCEDE")).saying(
                "That is for one who leaves, or who gives way. To whom would one give way here?"
            ),
            Mistake("wrong_actor", says("actor")),
            Mistake("wrong_recipient", says("recipient")),
        ],
        hints="""
            - Say it as a plain sentence: X does something to Y.
            - The capital stands for a government; the government on the other side is the one
              that rules at that time.
            - For the type, look for the gloss about something that exists and is made less.""",
        solution='cut = {"actor": "USA_GOV", "recipient": "NER_CNSP", "event_type": "SANCTION"}',
        why="""The metonym Washington is the government of the United States. Help that exists is
            made less: that is SANCTION, with or without formal sanctions.""",
    ),
    Question(
        id="4.3",
        name="events.order_of_intensity",
        asks="Put four types in order, from the lowest intensity to the highest.",
        objective=4,
        reads=Items(TYPES, ordered=True, what="types"),
        expected=by_intensity,
        mistakes=[
            Mistake("reversed", reverse).saying(
                "You have the order upside down: the lowest score comes first."
            ),
            Mistake("incomplete", subset),
            Mistake("too_many", superset).saying(
                "The question names four types. Keep their rows first, then sort them."
            ),
            Mistake("sign_flipped", by_size).saying(
                "Here the scores stand by their size, as if there were no minus. A score below "
                "zero is lower than any score above it."
            ),
            Mistake(
                "order_told",
                either(
                    turns(lambda order: tuple(sorted(order))),
                    gives(lambda case: by(get_args(EventType).index)),
                ),
            ).saying(
                "So they stand by the alphabet, or in the codebook's table. Sort by the column "
                "`intensity`."
            ),
            Mistake(
                "counts_as_strength", gives(lambda case: by(list(case.events["event_type"]).count))
            ).saying(
                "So they stand by how often the story has them. The question asks for PLOVER's "
                "score."
            ),
            Mistake("sign_from_quad", retreat_moved).saying(
                "You may feel that to leave is not friendly. But the question asks for PLOVER's "
                "score, and PLOVER scores the act alone."
            ),
            Mistake("reversed", neighbours_swapped).saying(
                "Two neighbours stand in each other's place, and all else is in order. Compare "
                "their scores."
            ),
        ],
        hints="""
            - The scores stand in `read_codebook().types`, in the column `intensity`.
            - Keep the four rows with `.isin([...])` and read the column from −10 upwards.""",
        solution='in_order = ["COERCE", "SANCTION", "CONSULT", "RETREAT"]',
        why="""The order is the manual's. That leaving comes out as the friendliest of the four is
            the trap of lesson 07.""",
    ),
    Question(
        id="4.4",
        name="events.flaw_in_a_row",
        asks="Find the flaw: which field of the classmate's row is wrong?",
        objective=5,
        reads=Choice(tuple(HASTY)),
        expected=flawed_field,
        mistakes=options(
            event_type="negation_missed: The type is that of the thing spoken of. But did the "
            "thing take place?",
            kind="state_as_event: One may code that he is still held, as a state. But this row "
            "speaks of the release, and the codebook lets an event be denied. Where is that "
            "written?",
            recipient="reversed: He is the one whom it would concern. Look for what turns the "
            "sentence round.",
        ),
        hints="""
            - Read sentence 12 aloud and stress each word in turn.
            - One small word says that it has not happened. Which column is for that?""",
        solution='flaw = "certainty"',
        why="""The release is coded as if it had happened, and the certainty says that it
            certainly has not: CT-.""",
    ),
    Question(
        id="4.5",
        name="events.acts_not_rows",
        asks="How many acts of SANCTION by Niger's authorities towards the United States?",
        objective=6,
        reads=Number(unit="acts"),
        expected=lambda case: acts_in(rows_by(case, *ENDING)),
        mistakes=[
            Mistake("same_act_twice", gives(forgotten(len, *ENDING))),
            Mistake(
                "same_act_twice",
                gives(forgotten(lambda rows: (rows["same_act"] != "").sum(), *ENDING)),
            ).saying(
                "So many of the rows point to another one (to which?). So many acts of SANCTION "
                "has the whole story, too, whoever did them."
            ),
            Mistake(
                "same_act_twice", gives(forgotten(lambda rows: rows["sentence"].nunique(), *ENDING))
            ).saying("So many sentences tell of it. How often was it done?"),
            Mistake(
                "wrong_selection", gives(lambda case: (case.events["kind"] == "event").sum())
            ).saying(
                "So many rows are events at all. The question has three conditions, and rows are "
                "not acts yet."
            ),
            Mistake("wrong_denominator", gives(forgotten(len, "event_type"))).saying(
                "That counts every actor. The question names one actor and one recipient."
            ),
            Mistake("wrong_selection", gives(*(forgotten(len, *kept) for kept in TOO_FEW))).saying(
                "Those are more rows than the question means: it has three conditions. And rows "
                "are not acts yet."
            ),
            Mistake("wrong_selection", gives(*(forgotten(acts_in, *k) for k in TOO_FEW))).saying(
                "Those are more than there are. Do your rows meet all three conditions? If they "
                "do, look at what you counted: in `same_act` the empty text is a value, too."
            ),
            Mistake("off_by_one", off_by_one),
        ],
        hints="""
            - First keep the rows: three conditions, joined with `&`, each in its own parentheses.
            - Then look at `same_act`. A row that points to another tells of the same act.
            - `(column == "").sum()` counts the rows in which a column is empty.""",
        solution="""rows = events[
    (events["actor"] == "NER_CNSP")
    & (events["recipient"] == "USA")
    & (events["event_type"] == "SANCTION")
]
acts = int((rows["same_act"] == "").sum())""",
        why="""The story tells of one announcement again and again, as news does. The rows that
            point nowhere are the acts.""",
    ),
    Question(
        id="4.6",
        name="events.types_of_examples",
        asks="Choose a type for each of eight practice sentences.",
        objective=3,
        reads=Keyed(EXAMPLES, TYPES, "one type for each sentence"),
        expected=example_types,
        defensible=example_alternatives,
        mistakes=[
            Mistake("intent_as_event", says("X8", "SANCTION", "COERCE")).saying(
                "A warning of what may come is not yet the thing."
            ),
            Mistake("neighbouring_type", says("X8", "ACCUSE", "REJECT", "REQUEST")).saying(
                "Words they are. But are they about what has been, or about what may come?"
            ),
            Mistake("neighbouring_type", says("X6", "CONSULT", "COOPERATE")).saying(
                "A signature is more than a talk, and less than work done together. Which gloss "
                "names it?"
            ),
            Mistake("neighbouring_type", says("X3", "ACCUSE")).saying(
                "Nobody is blamed in `X3`. Something that existed stops."
            ),
            Mistake("sign_from_quad", says("X7", "MOBILIZE")).saying(
                "Ships at sea look like a show of force. But who takes part?"
            ),
            Mistake("neighbouring_type", neighbour),
        ],
        hints="""
            - `types[["event_type", "gloss"]]` shows all sixteen glosses. Read them once.
            - Ask: by word or by deed? Does it cut something that exists, or refuse something new?
              Has it been done, or only said?""",
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
        reads=Fields({"event_type": TYPES, "quad": QuadClass()}),
        same=lambda given, expected, case: (
            given["quad"] == read_codebook().quad(given["event_type"])
        ),
        defensible=other_classes,
        mistakes=[
            Mistake(
                "sign_from_quad", class_is(lambda name: read_codebook().intensity(name))
            ).saying("That is the intensity. The class is a name, 1 to 4, and has no sign."),
            Mistake("other_rule", class_is(lambda name: read_codebook().quad("SANCTION"))).saying(
                "That is the class of another type. Have you changed the row of 4.2 since? Run "
                "its cell again, and then this one."
            ),
            Mistake("sign_from_quad", class_is(on_other_side)).saying(
                "Of the classes, 1 and 2 are cooperation, 3 and 4 conflict. Which is this type?"
            ),
            Mistake("event_as_statement", class_is(word_for_deed)).saying(
                "The classes 1 and 3 are by word, 2 and 4 by deed. Which is this type?"
            ),
            Mistake(
                "code_system", lambda given, expected, case: given["quad"] not in range(1, 5)
            ).saying("There are four classes, 1 to 4. Which column have you read?"),
        ],
        hints="""
            - The table of types has a column `quad`.
            - Keep the row of your own type, and read its `quad`.""",
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
                "event_type": TYPES_OR_NONE,
                "date": Date(),
                "attributed_to": VOUCHERS,
                "certainty": Choice(CERTAINTY_WORDS),
            }
        ),
        expected=coded("E24", *FULL),
        defensible=visit_dates,
        mistakes=[
            Mistake("reversed", from_niger),
            Mistake("intent_as_event", says("kind", "intent", "relation", "state")).saying(
                "That fits the hope, or the ally. The main row is what was done."
            ),
            Mistake("kind_confused", says("kind")),
            Mistake("publication_date", published("date")),
            Mistake("wrong_selection", says("date", "2023-07", "2023-07~")).saying(
                "That is the month of the coup. The visit of sentence 10 came before."
            ),
            Mistake("mark_confused", other_mark("date")),
            Mistake("false_precision", to_the_day("date")),
            Mistake("off_by_one", a_year_off("date")).saying(
                "Your date is off by a whole year. Count from the day of publication."
            ),
            Mistake("too_vague", to_the_year("date")).saying(
                "The story was published on a day that you know. Count back from there: you can "
                "say more than only which year it was."
            ),
            Mistake("authority_confused", says("recipient", "NER_CNSP")),
            Mistake("level_confused", says("recipient", "P_BAZOUM")).saying(
                "The president is named for the hope. Whom or what was the visit paid to?"
            ),
            Mistake("label_as_actor", says("recipient", "WEST")),
            Mistake("fact_as_claim", says("attributed_to")),
            Mistake("hedge_everywhere", says("certainty")),
            Mistake("neighbouring_type", says("event_type")).saying(
                "The type says what was done, and not what was hoped for. Which gloss fits what "
                "could be photographed?"
            ),
            Mistake("wrong_actor", says("actor")),
            Mistake("wrong_recipient", says("recipient")),
        ],
        hints="""
            - What could have been photographed? That is the main row.
            - Who governed Niger at that time? Sentence 11 helps.
            - For the date, count back from the publication, and keep the doubt of the words.""",
        solution="""visit = {
    "kind": "event", "actor": "P_BLINKEN", "recipient": "NER_GOV",
    "event_type": "CONSULT", "date": "2023-03~",
    "attributed_to": "author", "certainty": "CT+",
}""",
        why="""The visit is the event; the hope and the ally are rows of their own. Before July the
            government of Niger was Bazoum's. A year ago is about a year: the ~ keeps that.""",
    ),
    Question(
        id="4.9",
        name="events.own_objection",
        asks="Find a row that you would code differently, and defend it.",
        objective=7,
        reads=Essay(20),
        rubric="""
            - It names a row and a field, and the value that you would put there.
            - It quotes the words of the sentence that support you.
            - It says what the reference coding may have been thinking.
            - It brings in nothing that the text does not say.""",
        hints="""
            - Look at `alternatives(events)` for the sort of disagreement that can be defended.
            - Choose a row in which a passive, a hedge or a label left something open.""",
        solution='''defence = """
Row E21, field kind: I would put event. The words say "restricted since the coup", and to
restrict is something that somebody does, so COERCE in the mode restrict fits. The
reference calls it a state, because nobody is named who restricts.
"""''',
        why="A coding is an argument. If it can be made from the words, it can be defended.",
    ),
]
