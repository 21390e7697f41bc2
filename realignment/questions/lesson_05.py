"""Lesson 05, Agreement, asks whether another coder would agree."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

import pandas as pd

from realignment import agreement
from realignment.answers import (
    Choice,
    Essay,
    Fields,
    Items,
    Keyed,
    Number,
    SentenceNumber,
    Share,
    Unreadable,
    Words,
    once_a_case,
)
from realignment.cases import Case
from realignment.events import EventType
from realignment.questions import Mistake, Question, Test, options
from realignment.questions.slips import (
    alike,
    either,
    gives,
    neighbours_swapped,
    off_by_one,
    own,
    partly,
    reverse,
    says,
    subset,
    swapped,
    took,
    turns,
)

TYPES = Choice(get_args(EventType))

FIELDS = ("recipient", "attributed_to", "actor", "event_type", "kind")
"""The columns that question 5.3 puts in order."""

PAIR = ("A", "C")
"""The two coders of question 5.1, who are compared on ``actor``."""

APART = ("C", "D")
"""The two coders of question 5.3."""

SIX = range(1, 7)
"""The sentences of question 5.2, on which A and B are compared by ``recipient``."""

REASONS = {
    "label": "one body, two codes for it",
    "two things": "two things are told, and the coders chose different main rows",
    "gap": "the codebook leaves two types open",
    "kind": "an event for one coder, none for the others",
}
PARTED = (2, 3, 9, 13, 14)
"""The sentences of question 5.6."""

LEAST_PRECISION, LEAST_RECALL = 0.8, 0.5
"""What a keyword coder must reach in question 5.7."""
LONGEST_KEYWORD = 30
"""Characters. A longer piece of text is no rule but a memory."""


MEASURE = Share(what="a measure of agreement, at most 1, such as `0.125`")


@dataclass(frozen=True)
class Keyword(Words):
    """A piece of text to look for, kept as it is: a space at its end tells two words apart."""

    def read(self, answer: object, case: Case) -> str:
        """Return the piece as it was given."""
        super().read(answer, case)
        if answer in get_args(EventType):
            raise Unreadable(f"`{answer}` is a type; the word of the story comes first")
        return str(answer)


# Shares, kappa and alpha of the main rows


@once_a_case
def values_of(case: Case, field: str) -> pd.DataFrame:
    """Return one column of all codings: sentences in rows, coders in columns."""
    return agreement.table(case.codings, field)


def share_of(field: str, one: str, other: str) -> Callable[[Case], float]:
    """Return what gives the share of main rows in which two coders agree."""
    return lambda case: float((values_of(case, field)[one] == values_of(case, field)[other]).mean())


@once_a_case
def alpha_of(case: Case, field: str, empty: agreement.Empty = "code") -> agreement.Agreement:
    """Return alpha of a column for all coders."""
    return agreement.krippendorff(values_of(case, field), empty=empty)


@once_a_case
def kappa_of(case: Case, field: str, one: str, other: str) -> float | None:
    """Return kappa of a column for two coders; ``None`` where it is undefined."""
    values = values_of(case, field)
    return agreement.cohen(values[one], values[other]).value


def other_pairs(pair: tuple[str, str]) -> list[tuple[str, str]]:
    """Return all pairs of the four coders but this one."""
    return [two for two in itertools.combinations("ABCD", 2) if two != pair]


OTHERS = other_pairs(("A", "B"))

OTHER_SHARES = [
    *(share_of("actor", *two) for two in other_pairs(PAIR)),
    *(share_of(field, *PAIR) for field in FIELDS),
]
"""What question 5.1 gives for another pair, or for another column."""


# 5.2


def six(case: Case, one: str = "A", other: str = "B") -> pd.DataFrame:
    """Return the six rows of question 5.2, or those of other coders."""
    values = values_of(case, "recipient")
    return values.loc[values.index.isin(SIX), [one, other]]


def parts_of(rows: pd.DataFrame) -> dict[str, float]:
    """Return observed agreement, agreement by luck, and kappa of two columns."""
    one, other = (rows[coder] for coder in rows)
    observed = float((one == other).mean())
    expected = sum(float((one == v).mean() * (other == v).mean()) for v in set(one))
    return {"observed": observed, "expected": expected, "kappa": kappa(observed, expected)}


def kappa(observed: float, expected: float) -> float:
    """Return kappa from the observed agreement and the agreement by luck."""
    return (observed - expected) / ((1 - expected) or 1.0)


def without_dash(case: Case) -> dict[str, float]:
    """Return the three parts for those of the six rows on which nobody wrote a dash."""
    rows = six(case)
    return parts_of(rows[(rows != "-").all(axis=1)])


ALL_ROWS = [
    lambda case: parts_of(values_of(case, "recipient")[["A", "B"]]),
    lambda case: parts_of(values_of(case, "event_type").loc[9:14, ["B", "D"]]),
]
"""The three parts for all rows of the two coders, and for what the lesson takes."""

NOT_THESE = (
    "That is what other coders, other rows or another column give. The question takes the "
    "recipient of A and B, in sentences 1 to 6, and a dash counts."
)


def other_luck(case: Case) -> list[float]:
    """Return agreement by luck as it comes of other rules than Cohen's.

    One coder's share of a value that both use; one coder's shares squared; one pool of values,
    drawn with replacement (Scott) and without (alpha); values that are all as likely.
    """
    rows = six(case)
    coders = [rows[coder].value_counts(normalize=True) for coder in rows]
    pool = pd.concat([rows["A"], rows["B"]]).value_counts()
    n = pool.sum()
    pooled = [((pool / n) ** 2).sum(), (pool * (pool - 1)).sum() / (n * (n - 1))]
    both = coders[0].index.intersection(coders[1].index)
    alone = [share[value] for share in coders for value in both]
    return [*alone, *((share**2).sum() for share in coders), *pooled, 1 / len(pool)]


def luck_is_other(given: dict[str, float], expected: dict[str, float], case: Case) -> bool:
    """Tell whether the agreement by luck comes of another rule."""
    return any(alike(given["expected"], luck) for luck in other_luck(case))


def kappa_is(slip: Callable[[float, float], float]) -> Test:
    """Return a test: kappa is what a slip makes of the student's own two numbers."""
    return lambda given, expected, case: (
        given != expected and alike(given["kappa"], slip(given["observed"], given["expected"]))
    )


# 5.3


def lowest_first(value: Callable[[Case, str], float | None]) -> Callable[[Case], tuple[str, ...]]:
    """Return what puts the columns of 5.3 from the lowest value to the highest."""
    return lambda case: tuple(sorted(FIELDS, key=lambda field: value(case, field) or 0.0))


def by_kappa(one: str, other: str) -> Callable[[Case], tuple[str, ...]]:
    """Return what puts them in order by kappa of two coders."""
    return lowest_first(lambda case, field: kappa_of(case, field, one, other))


def in_percent_order(given: tuple[str, ...], expected: Any, case: Case) -> bool:
    """Tell whether they stand by plain agreement, where some are level."""
    shares = [share_of(field, *APART)(case) for field in given]
    return shares == sorted(shares)


def voucher_above(given: tuple[str, ...], expected: Any, case: Case) -> bool:
    """Tell whether the column in which one value prevails stands above half of the others."""
    return given.index("attributed_to") > len(FIELDS) // 2


# 5.5


def valence_parts(case: Case) -> dict[str, float | None]:
    """Return alpha of the valence with the dash as a code and as a gap, and what goes."""
    code, gap = alpha_of(case, "valence"), gap_of(case)
    return {"as_code": code.value, "as_gap": gap.value, "left_out": float(code.units - gap.units)}


def gap_of(case: Case) -> agreement.Agreement:
    """Return alpha of the valence with the dash as a gap."""
    return alpha_of(case, "valence", "missing")


def of_others(empty: agreement.Empty, at: str) -> Test:
    """Return a test: one part of 5.5 is alpha of another column."""
    slips = [lambda case, f=field: alpha_of(case, f, empty).value for field in FIELDS]
    return gives(*slips, at=at)


OF_TWO = [
    lambda case, two=two: kappa_of(case, "valence", *two)
    for two in itertools.combinations("ABCD", 2)
]
"""Kappa of the valence for each pair of coders."""


# 5.6


def parted(case: Case, sentence: int) -> str:
    """Return why the coders disagree on a sentence, read off what they wrote.

    Another recipient as well as another type: another thing was coded. Another kind: an event or
    none. Another type only: the codebook leaves it open. Else it is the actor's code.
    """
    rows = case.codings[(case.codings["main"] == "yes") & (case.codings["sentence"] == sentence)]
    if rows["kind"].nunique() > 1:
        return "kind"
    if rows["event_type"].nunique() > 1:
        return "two things" if rows["recipient"].str[:3].nunique() > 1 else "gap"
    return "label"


def reasons(case: Case) -> dict[int, str]:
    """Return the answer to 5.6."""
    return {sentence: parted(case, sentence) for sentence in PARTED}


# 5.7 and 5.8


class Tally(NamedTuple):
    """How a keyword coder did: in numbers of sentences, and as shares."""

    right: int
    coded: int
    events: int
    alike: int
    sentences: int
    precision: float
    recall: float


def machine(keywords: Mapping[str, str], case: Case) -> pd.DataFrame:
    """Return what a keyword coder makes of the story, beside the reference.

    The first word of the dictionary that a sentence contains gives its type; ``""`` for none. It
    does what the function ``code`` of the exercise does, to the letter and the space.
    """
    main = case.events[case.events["main"] == "yes"].set_index("sentence")["event_type"]
    texts = case.sentences.set_index("sentence")["text"].str.lower()
    found = texts.map(lambda t: next((k for w, k in keywords.items() if w.lower() in t), ""))
    return pd.DataFrame({"reference": main, "machine": found})


def tally(keywords: Mapping[str, str], case: Case) -> Tally:
    """Hold a keyword coder against the reference."""
    both = machine(keywords, case)
    same = both["machine"] == both["reference"]
    coded, events = ((both[column] != "") for column in ("machine", "reference"))
    right, of, all_of = (int(rows.sum()) for rows in (same & coded, coded, events))
    return Tally(right, of, all_of, int(same.sum()), len(both), right / max(of, 1), right / all_of)


def good_coder(given: dict[str, str], expected: None, case: Case) -> bool:
    """Tell whether a keyword coder is precise and complete enough, by rules and not by heart."""
    score = tally(given, case)
    short = all(len(word) <= LONGEST_KEYWORD for word in given)
    return short and score.precision >= LEAST_PRECISION and score.recall >= LEAST_RECALL


def scores(slip: Callable[[Tally], tuple[float, float]], every: bool = False) -> Test:
    """Return a test: precision or recall (``every``: both) is what a slip gives for one's coder."""

    def test(given: dict[str, Any], expected: None, case: Case) -> bool:
        true = tally(given["keywords"], case)
        pairs = zip(("precision", "recall"), slip(true), strict=True)
        fits = [alike(given[n], wrong) and wrong != getattr(true, n) for n, wrong in pairs]
        return all(fits) if every else any(fits)

    return test


def only(name: str) -> Test:
    """Return a test: this one of the two fits the student's own keyword coder."""
    return lambda given, expected, case: alike(
        given[name], getattr(tally(given["keywords"], case), name)
    )


def own_scores(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether precision and recall fit the student's own keyword coder."""
    return all(only(name)(given, expected, case) for name in ("precision", "recall"))


def of_fewer_words(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether the two fit the student's keyword coder without one of its words."""
    words = given["keywords"]
    fewer = ({w: kind for w, kind in words.items() if w != word} for word in words)
    return any(own_scores({**given, "keywords": without}, None, case) for without in fewer)


QUESTIONS = [
    Question(
        id="5.1",
        name="agreement.share_by_hand",
        asks="On which share of the main rows do coders A and C write the same actor?",
        objective=1,
        reads=Share(of=16),
        expected=share_of("actor", *PAIR),
        mistakes=[
            Mistake("wrong_denominator", turns(lambda share: 16 * share)).saying(
                "That is how many. What share of the main rows is it?"
            ),
            Mistake("disagreement_counted", turns(lambda share: 1 - share, lambda s: 16 - 16 * s)),
            Mistake("wrong_denominator", turns(lambda share: 16 * share / 15)).saying(
                "So it is of one main row fewer. How many are there?"
            ),
            Mistake("measure_confused", gives(lambda case: alpha_of(case, "actor").value)).saying(
                "To two decimals that is α of all four coders, and the share of another pair too. "
                "The question asks for the share of A and C."
            ),
            Mistake("measure_confused", gives(lambda case: kappa_of(case, "actor", *PAIR))),
            Mistake("wrong_selection", gives(*OTHER_SHARES)).saying(
                "So often two other coders agree on the actor, or these two in another column. "
                "Read again whom and what the question compares."
            ),
        ],
        hints="""
            - Comparing two columns, `actors["A"] == ...`, gives true or false for each row.
            - The share of true is the `.mean()` of such a column.""",
        solution="""same = actors["A"] == actors["C"]
share = same.mean()""",
        why="""They disagree on three sentences, each time by A's NER/GOV against C's NER/MIL.
            Percent agreement counts rows and knows nothing of luck.""",
    ),
    Question(
        id="5.2",
        name="agreement.kappa_by_hand",
        asks="Work out κ by hand for the recipient in sentences 1 to 6, coders A and B.",
        objective=1,
        reads=Fields(
            {"observed": Share(of=6), "expected": Share(of=6), "kappa": MEASURE},
            {"κ": "kappa", "k": "kappa", "p_o": "observed", "p_e": "expected"},
        ),
        expected=lambda case: parts_of(six(case)),
        mistakes=[
            Mistake(
                "wrong_denominator",
                either(
                    turns(lambda share: 6 * share, at="observed"),
                    turns(lambda share: 36 * share, at="expected"),
                ),
            ).saying("A share lies between 0 and 1. Out of how many rows?"),
            Mistake("reversed", swapped("observed", "expected")).saying(
                "You have `observed` and `expected` in each other's place."
            ),
            Mistake(
                "wrong_selection",
                gives(
                    without_dash, *(lambda case, t=two: parts_of(six(case, *t)) for two in OTHERS)
                ),
            ).saying(NOT_THESE),
            Mistake("disagreement_counted", turns(lambda share: 1 - share, at="observed")),
            Mistake("measure_confused", luck_is_other).saying(
                "So much luck comes of the share of one coder, of one pool for both, or of values "
                "that are all as likely. For κ each coder keeps a share of their own, and the two "
                "are multiplied."
            ),
            Mistake("chance_ignored", says("expected", 0.0)).saying(
                "You have taken no luck away. Which value do both of them use?"
            ),
            Mistake("chance_ignored", kappa_is(lambda observed, luck: observed)).saying(
                "Your κ is as large as the observed agreement. Luck is taken away twice: from what "
                "was observed, and from the most that there can be."
            ),
            Mistake("incomplete", kappa_is(lambda observed, luck: observed - luck)).saying(
                "You have taken luck away; now divide by the most that was left beyond it."
            ),
            Mistake("sign_flipped", turns(lambda kappa: -kappa, at="kappa")).saying(
                "It has the right size and a minus. What is taken from what?"
            ),
            Mistake(
                "wrong_denominator",
                kappa_is(lambda observed, luck: (observed - luck) / ((1 - observed) or 1)),
            ).saying("You divide by what was not agreed. Beyond luck, how much was possible?"),
            Mistake(
                "measure_confused",
                gives(lambda case: agreement.krippendorff(six(case)).value, at="kappa"),
            ),
            Mistake("wrong_selection", partly(*ALL_ROWS)).saying(NOT_THESE),
            Mistake("incomplete", kappa_is(kappa)).saying(
                "Your κ follows from your other two numbers, but not both of these are those of "
                "the six rows. Work them out once more."
            ),
        ],
        hints="""
            - Only a value that both coders use can agree by luck. Which is it in these six rows?
            - Its share with A, times its share with B: that is `expected`.
            - κ is what was observed beyond luck, divided by what was possible beyond luck.""",
        solution="""observed = (six["A"] == six["B"]).mean()
expected = (six["A"] == "USA").mean() * (six["B"] == "USA").mean()
by_hand = {"observed": observed, "expected": expected}
by_hand["kappa"] = (observed - expected) / (1 - expected)""",
        why="""Both use USA in two of six rows, and no other value in common. A leaves the
            recipient of a statement empty and B names one: that costs three rows.""",
    ),
    Question(
        id="5.3",
        name="agreement.columns_by_kappa",
        asks="Put five columns in order, from the lowest κ of coders C and D to the highest.",
        objective=2,
        reads=Items(Choice(FIELDS), ordered=True, what="columns"),
        expected=by_kappa(*APART),
        mistakes=[
            Mistake("incomplete", subset),
            Mistake("reversed", reverse).saying(
                "You have the order upside down: the lowest comes first."
            ),
            Mistake(
                "wrong_selection",
                gives(lowest_first(lambda case, field: alpha_of(case, field).value)),
            ).saying("That is the order for all four coders. The question asks for two of them."),
            Mistake(
                "wrong_selection", gives(*(by_kappa(*two) for two in other_pairs(APART)))
            ).saying("That is the order for another pair of coders. Which two are asked?"),
            Mistake("measure_confused", in_percent_order).saying(
                "That is the order by plain agreement. One column moves far when luck is taken "
                "away."
            ),
            Mistake("order_told", turns(lambda order: tuple(sorted(order)))).saying(
                "That is the order of the alphabet, in which the question names them. Sort by κ."
            ),
            Mistake("chance_ignored", voucher_above).saying(
                "In one of these columns nearly every row has one value. What does κ make of it?"
            ),
            Mistake("reversed", neighbours_swapped).saying(
                "Two neighbours stand in each other's place, and all else is in order. Print the "
                "values beside the names."
            ),
        ],
        hints="""
            - `values = agreement.table(case.codings, field)` sets out one column;
              `agreement.cohen(values["C"], values["D"])` compares two coders on it.
            - Write a loop over the five names and print each `.value`.""",
        solution="""kappas = {}
for field in ["actor", "attributed_to", "event_type", "kind", "recipient"]:
    values = agreement.table(case.codings, field)
    kappas[field] = agreement.cohen(values["C"], values["D"]).value
in_order = sorted(kappas, key=kappas.get)""",
        why="""By plain agreement `attributed_to` would be at the top. All of that agreement is
            luck, because D wrote one value throughout.""",
    ),
    Question(
        id="5.4",
        name="agreement.flaw_in_a_report",
        asks="Find the flaw in the report.",
        objective=2,
        reads=Choice(
            {
                "a": "two coders are too few to compute a percentage",
                "b": "one value prevails, so most of the agreement is luck",
                "c": "the coders disagree on too many sentences",
                "d": "the share should be divided by the number of coders",
            }
        ),
        expected=lambda case: "b",
        mistakes=options(
            a="measure_confused: Any two columns can be compared. What does a percentage leave "
            "out?",
            c="disagreement_counted: They disagree on four of two hundred. Ask rather what the "
            "others show.",
            d="wrong_denominator: The denominator is right: it is the sentences. What would a "
            "coder reach who never opened a paper?",
        ),
        hints="""
            - How many coups did both of them find?
            - Imagine a third coder who writes *no* two hundred times.""",
        solution='flaw = "b"',
        why="""Not one coup was found by both. A coder who never read a word would agree with
            either of them more often than they do with each other, and κ is a little below 0.""",
    ),
    Question(
        id="5.5",
        name="agreement.dash_as_gap",
        asks="What becomes of α of the valence when the dash is treated as a gap?",
        objective=3,
        reads=Fields(
            {"as_code": MEASURE, "as_gap": MEASURE, "left_out": Number(unit="sentences", of=16)}
        ),
        expected=valence_parts,
        mistakes=[
            Mistake("empty_code", swapped("as_code", "as_gap")).saying(
                "You have the two the wrong way round. Which of them keeps the dashes?"
            ),
            Mistake("empty_code", own(lambda given, case: given["as_code"], at="as_gap")).saying(
                "You give one and the same α twice. Does the cell treat the dash in another way by "
                "now?"
            ),
            Mistake(
                "wrong_selection",
                either(of_others("code", "as_code"), of_others("missing", "as_gap")),
            ).saying("That is α of another column. Which one is asked?"),
            Mistake("disagreement_counted", turns(lambda n: 16 - n, at="left_out")).saying(
                "That is how many sentences are kept. How many go?"
            ),
            Mistake("missing_as_zero", says("left_out", 0.0)).saying(
                "A sentence with fewer than two values cannot be compared. How many have so few, "
                "once the dashes are gaps?"
            ),
            Mistake("missing_as_zero", says("as_gap", 0.0)).saying(
                "0 is the agreement that luck gives. What does the function print?"
            ),
            Mistake(
                "members_for_pairs",
                gives(lambda case: (values_of(case, "valence") == "-").sum().sum(), at="left_out"),
            ).saying("So many cells hold a dash. The question asks for sentences."),
            Mistake(
                "measure_confused",
                either(
                    gives(lambda case: float(gap_of(case).undefined_draws), at="left_out"),
                    gives(lambda case: alpha_of(case, "valence").low, at="as_code"),
                ),
            ).saying(
                "That is a number of the interval: where it begins, or how many draws it leaves "
                "out. What is α itself, and how many sentences go?"
            ),
            Mistake("measure_confused", gives(*OF_TWO, at="as_code")).saying(
                "That is κ of two of them. α takes all four coders."
            ),
            Mistake("off_by_one", off_by_one).saying(
                "You are off by one. A sentence is kept if at least two coders gave a value."
            ),
        ],
        hints="""
            - `agreement.krippendorff(valence, empty="code")`, and then with `"missing"`.
            - Each result has `.value` and `.units`; the difference of the units is what goes.""",
        solution="""code = agreement.krippendorff(valence, empty="code")
gap = agreement.krippendorff(valence, empty="missing")
found = {"as_code": code.value, "as_gap": gap.value, "left_out": code.units - gap.units}""",
        why="""Without the dashes agreement looks perfect, and the one real disagreement, whether
            sentence 14 tells of an event at all, can no longer be seen.""",
    ),
    Question(
        id="5.6",
        name="agreement.reasons_to_disagree",
        asks="Why do the coders disagree on five sentences?",
        objective=4,
        reads=Keyed(
            SentenceNumber(),
            Choice(REASONS),
            "one reason for each sentence",
            tuple(map(str, PARTED)),
        ),
        expected=reasons,
        defensible=lambda case: {
            13: {"label": "their codes for Niger's authorities differ here too, besides the type"}
        },
        mistakes=[
            Mistake("authority_confused", took("label", "gap")).saying(
                "All four chose the same type there. What do they call the one who acts?"
            ),
            Mistake("authority_confused", took("label", "two things")).saying(
                "All four coded the same act there. What do they call the one who acts?"
            ),
            Mistake("neighbouring_type", took("gap", "two things")).saying(
                "All four coded the same act there, of the same troops. Look at the two types, "
                "and at what the manual says of them."
            ),
            Mistake("neighbouring_type", took("two things", "gap")).saying(
                "Not only the type differs there: the recipient does too. So what was coded?"
            ),
            Mistake("incomplete", took("two things", "label")).saying(
                "More than the label differs there: the type and the recipient do too."
            ),
            Mistake("state_as_event", took("kind", "gap", "label")).saying(
                "Three coders gave no type at all. What did they see in place of an act?"
            ),
            Mistake("state_as_event", took("kind", "two things")).saying(
                "They all coded one and the same thing. What did they take it for?"
            ),
            Mistake(
                "kind_confused",
                either(took("label", "kind"), took("two things", "kind"), took("gap", "kind")),
            ).saying("All four wrote the same in the column `kind` there. Which column differs?"),
        ],
        hints="""
            - For each sentence look at the main rows of all four:
              `main[main["sentence"] == 2][["coder", "kind", "actor", "recipient", "event_type"]]`.
            - If the recipient changes with the type, another thing was coded. If only the type
              changes, ask the codebook.
            - The column `note` holds what the coders thought.""",
        solution="""why = {2: "label", 3: "two things", 9: "two things", 13: "gap", 14: "kind"}""",
        why="""Four reasons, and only one of them is about the meaning of a type. Where two things
            stand in one sentence, the codebook needs a rule for the main row.""",
    ),
    Question(
        id="5.7",
        name="agreement.coder_of_words",
        asks="Write a coder made of words, with a precision of 0.8 and a recall of 0.5 at least.",
        objective=5,
        reads=Keyed(Keyword(), TYPES, "a dict from words of the story to types"),
        same=good_coder,
        mistakes=[
            Mistake(
                "learned_by_heart",
                lambda given, expected, case: any(len(word) > LONGEST_KEYWORD for word in given),
            ),
            Mistake(
                "outside_knowledge", lambda given, expected, case: not tally(given, case).coded
            ).saying("None of your words stands in this story. Take them from its sentences."),
            Mistake(
                "denounce_as_accuse",
                lambda given, expected, case: any(
                    "denounce" in word.lower() and kind == "ACCUSE" for word, kind in given.items()
                ),
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: (
                    tally(given, case).precision < LEAST_PRECISION
                    and tally(given, case).coded > tally(given, case).events
                ),
            ).saying("It codes sentences that tell of no event. Which of your words stands there?"),
            Mistake(
                "neighbouring_type",
                lambda given, expected, case: tally(given, case).precision < LEAST_PRECISION,
            ).saying(
                "Too much of what it codes is wrong. Compare its table with the reference, row by "
                "row: which word misleads it?"
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: tally(given, case).recall < LEAST_RECALL,
            ).saying(
                "What it codes is mostly right, but it misses too many events. Which sentences "
                "have an event and no word of yours?"
            ),
        ],
        hints="""
            - Read the nine sentences whose main row is an event, and take one telling word from
              each.
            - A word that also stands in a sentence without an event costs precision. A longer
              piece, such as two words together, is safer.""",
        solution="""keywords = {
    "denounce": "SANCTION", "ending, ": "SANCTION", "breaking off": "SANCTION",
    "visit": "CONSULT", "removed": "COERCE", "released": "RETREAT",
}""",
        why="""A single word that stands in one sentence only, such as the place of a statement,
            passes here too, and is a memory and not a rule: no check of one story can tell the two
            apart. A few words of this story are enough for this story. In the next one they may
            mean something else: that is why such a coder is tested on a text that it has not
            seen.""",
    ),
    Question(
        id="5.8",
        name="agreement.own_precision_and_recall",
        asks="From your own coder of 5.7: what are its precision and its recall?",
        objective=5,
        reads=Fields(
            {
                "keywords": Keyed(Keyword(), TYPES, "your dict of 5.7"),
                "precision": Share(of=16),
                "recall": Share(of=16),
            }
        ),
        same=own_scores,
        mistakes=[
            Mistake(
                "precision_recall", scores(lambda true: (true.recall, true.precision), every=True)
            ),
            Mistake("wrong_denominator", scores(lambda true: (true.right, true.right))).saying(
                "That is how many are right. Divide it, once by what was coded, once by what "
                "should have been."
            ),
            Mistake(
                "disagreement_counted",
                scores(lambda true: (1 - true.precision, 1 - true.recall)),
            ).saying("You have the share that went wrong. The question asks for the other share."),
            Mistake(
                "empty_code",
                either(
                    scores(lambda true: (true.right / true.sentences,) * 2),
                    scores(lambda true: (true.alike / true.sentences,) * 2),
                ),
            ).saying(
                "You have divided by all sentences. Those in which neither finds an event belong "
                "to neither share."
            ),
            Mistake("other_rule", of_fewer_words).saying(
                "So your coder did without one of its words. Run the cell that makes `both` again, "
                "and then this one."
            ),
            Mistake("incomplete", only("precision")).saying(
                "The precision fits your coder. Of which rows is the recall a share?"
            ),
            Mistake("incomplete", only("recall")).saying(
                "The recall fits your coder. Of which rows is the precision a share?"
            ),
        ],
        hints="""
            - Keep the rows that your coder coded; the share that is right is the precision.
            - Keep the rows in which the reference has an event; the share that your coder found is
              the recall.""",
        solution="""both = case.events[case.events["main"] == "yes"][["sentence", "event_type"]]
both["machine"] = [code(text, keywords) for text in case.sentences["text"]]
coded = both[both["machine"] != ""]
events = both[both["event_type"] != ""]
precision = (coded["machine"] == coded["event_type"]).mean()
recall = (events["machine"] == events["event_type"]).mean()""",
        why="""One is the share of what it says, the other the share of what there is. A coder that
            says one sure thing has full precision and next to no recall.""",
    ),
    Question(
        id="5.9",
        name="agreement.adjudicate",
        asks="Adjudicate one row: decide, and give the reason.",
        objective=6,
        reads=Essay(30),
        rubric="""
            - It names the sentence, the column and the values of the four coders.
            - It decides by the words of the sentence or of the codebook, and not by the number of
              coders.
            - It says what speaks for the reading that loses, and keeps it.
            - It writes a rule that would settle the next case of this sort.
            - It says what the agreement of four language models can show, and what it cannot.""",
        hints="""
            - Start from `agreement.disagreements(case.codings, "event_type")`, or from another
              column.
            - Read the coders' notes on that sentence before you decide.""",
        solution='''decision = """
Sentence 13, event_type: A and D wrote COERCE, B and C SANCTION. I take SANCTION: to make
troops leave ends an existing relationship, as its gloss says. For COERCE speaks that it
was done under pressure. Rule: to end a presence is SANCTION, whatever the means. Two
against two decides nothing, and four models can share a habit.
"""''',
        why="A decision with a reason can be followed or fought. A count can only be repeated.",
    ),
]
