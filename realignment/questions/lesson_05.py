"""Lesson 05, Agreement, asks whether another coder would agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

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
    Words,
)
from realignment.cases import Case
from realignment.events import EventType
from realignment.questions import Mistake, Question, Test, value

TYPES = Choice(get_args(EventType))
MEASURE = Share(what="a measure of agreement, at most 1, such as `0.125`")
TOLERANCE = 0.006
"""How far a share or a measure may be off: enough for two decimals."""

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


@dataclass(frozen=True)
class Keyword(Words):
    """A piece of text to look for, kept as it is: a space at its end tells two words apart."""

    def read(self, answer: object, case: Case) -> str:
        """Return the piece as it was given."""
        super().read(answer, case)
        return answer


def near(given: float, true: float) -> bool:
    """Tell whether two numbers are the same to two decimals."""
    return abs(given - true) <= TOLERANCE


def near_parts(given: float, expected: float, case: Case) -> bool:
    """Compare one number of an answer of several parts."""
    return near(given, expected)


def shares_of(case: Case, field: str, one: str, other: str) -> float:
    """Return the share of main rows in which two coders agree."""
    values = agreement.table(case.codings, field)
    return float((values[one] == values[other]).mean())


def actor_share(case: Case) -> float:
    """Return the answer to 5.1."""
    return shares_of(case, "actor", *PAIR)


def as_share(given: float) -> float:
    """Read 81 as 0.81: a percentage is a share too."""
    return given / 100 if given > 16 else given  # up to 16 it may be a count of sentences


def other_share(given: float, expected: Any, case: Case) -> bool:
    """Tell whether a share is that of two other coders, or of another column."""
    pairs = ["AB", "AC", "AD", "BC", "BD", "CD"]
    others = [shares_of(case, field, *pair) for field in FIELDS for pair in pairs]
    return given != expected and any(near(as_share(given), share) for share in others)


def six(case: Case) -> pd.DataFrame:
    """Return the six rows of question 5.2."""
    values = agreement.table(case.codings, "recipient")
    return values.loc[values.index.isin(SIX), ["A", "B"]]


def kappa_parts(case: Case) -> dict[str, float]:
    """Return observed agreement, agreement by luck, and kappa of those six rows."""
    rows = six(case)
    observed = float((rows["A"] == rows["B"]).mean())
    values = set(rows["A"]) | set(rows["B"])
    expected = sum(float((rows["A"] == v).mean() * (rows["B"] == v).mean()) for v in values)
    kappa = (observed - expected) / (1 - expected)
    return {"observed": observed, "expected": expected, "kappa": kappa}


def own_shares(case: Case) -> set[float]:
    """Return how often each coder writes the values that both of them use, as shares."""
    rows = six(case)
    both = set(rows["A"]) & set(rows["B"])
    return {float((rows[coder] == shared).mean()) for coder in rows for shared in both}


def by_pool(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether luck was taken from one pool of values, as alpha (or Scott's pi) does."""
    rows = six(case)
    pool = pd.concat([rows["A"], rows["B"]]).value_counts()
    n = pool.sum()
    pooled = ((pool / n) ** 2).sum(), (pool * (pool - 1)).sum() / (n * (n - 1))
    return any(near(given["expected"], luck) for luck in pooled)


def by_kappa(case: Case) -> tuple[str, ...]:
    """Return the columns of 5.3 from the lowest kappa of two coders to the highest."""
    tables = {field: agreement.table(case.codings, field)[list(APART)] for field in FIELDS}
    return tuple(sorted(FIELDS, key=lambda f: agreement.cohen(*tables[f].T.to_numpy()).value))


def by_alpha(case: Case) -> tuple[str, ...]:
    """Return them by alpha of all four coders, as the lesson's figure has them."""
    tables = {field: agreement.table(case.codings, field) for field in FIELDS}
    return tuple(sorted(FIELDS, key=lambda f: agreement.krippendorff(tables[f]).value))


def in_percent_order(given: tuple[str, ...], expected: Any, case: Case) -> bool:
    """Tell whether they stand by plain agreement, where some are level."""
    shares = [shares_of(case, field, *APART) for field in given]
    return shares == sorted(shares)


def valence_parts(case: Case) -> dict[str, float]:
    """Return alpha of the valence with the dash as a code and as a gap, and what goes."""
    values = agreement.table(case.codings, "valence")
    code, gap = (agreement.krippendorff(values, empty=empty) for empty in ("code", "missing"))
    return {"as_code": code.value, "as_gap": gap.value, "left_out": float(code.units - gap.units)}


def parted(case: Case, sentence: int) -> str:
    """Return why the coders disagree on a sentence, read off what they wrote.

    Another recipient as well as another type: another thing was coded. Another kind: an event or
    none. Another type only: the codebook leaves it open. Else it is the actor's code.
    """
    main = case.codings[case.codings["main"] == "yes"]
    rows = main[main["sentence"] == sentence]
    states = rows["recipient"].str.split("/").str[0]
    if rows["kind"].nunique() > 1:
        return "kind"
    if rows["event_type"].nunique() > 1:
        return "two things" if states.nunique() > 1 else "gap"
    return "label"


def reasons(case: Case) -> dict[int, str]:
    """Return the answer to 5.6."""
    return {sentence: parted(case, sentence) for sentence in PARTED}


def wrote(given_reason: str, true_reason: str) -> Test:
    """Return a test: some sentence of ``true_reason`` was given another reason."""
    return lambda given, expected, case: any(
        given.get(s) == given_reason and reason == true_reason
        for s, reason in reasons(case).items()
    )


def machine(keywords: dict[str, str], case: Case) -> pd.DataFrame:
    """Return what a keyword coder makes of the story, beside the reference.

    The first word of the dictionary that a sentence contains gives its type; ``""`` for none. It
    does what the function ``code`` of the exercise does, to the letter and the space.
    """
    main = case.events[case.events["main"] == "yes"].set_index("sentence")["event_type"]
    texts = case.sentences.set_index("sentence")["text"].str.lower()
    found = texts.map(lambda t: next((k for w, k in keywords.items() if w.lower() in t), ""))
    return pd.DataFrame({"reference": main, "machine": found})


def scores(keywords: dict[str, str], case: Case) -> tuple[float, float]:
    """Return precision and recall of a keyword coder; 0 where it codes nothing."""
    both = machine(keywords, case)
    right = ((both["machine"] == both["reference"]) & (both["machine"] != "")).sum()
    coded, events = (both["machine"] != "").sum(), (both["reference"] != "").sum()
    return float(right / coded) if coded else 0.0, float(right / events)


def good_coder(given: dict[str, str], expected: None, case: Case) -> bool:
    """Tell whether a keyword coder is precise and complete enough, by rules and not by heart."""
    precision, recall = scores(given, case)
    short = all(len(word) <= LONGEST_KEYWORD for word in given)
    return short and precision >= LEAST_PRECISION and recall >= LEAST_RECALL


def own_scores(given: dict, expected: None, case: Case) -> bool:
    """Tell whether precision and recall fit the student's own keyword coder."""
    precision, recall = scores(given["keywords"], case)
    return near(given["precision"], precision) and near(given["recall"], recall)


def shares_of_all(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether one of the two is a share of all sentences."""
    both = machine(given["keywords"], case)
    right = ((both["machine"] == both["reference"]) & (both["machine"] != "")).sum()
    equal = (both["machine"] == both["reference"]).mean()
    return any(
        near(given[name], wrong)
        for name in ("precision", "recall")
        for wrong in (right / len(both), equal)
    )


QUESTIONS = [
    Question(
        id="5.1",
        name="agreement.share_by_hand",
        asks="On which share of the main rows do coders A and C write the same actor?",
        objective=1,
        reads=Share(of=16),
        expected=actor_share,
        same=Share(of=16).same,
        mistakes=[
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given == round(16 * actor_share(case)),
                "That is how many. What share of the main rows is it?",
            ),
            Mistake(
                "disagreement_counted",
                lambda given, expected, case: (
                    near(as_share(given), 1 - actor_share(case))
                    or given == 16 - round(16 * actor_share(case))
                ),
            ),
            Mistake(
                "measure_confused",
                lambda given, expected, case: any(
                    abs(given - measure.value) <= 0.002
                    for measure in (
                        agreement.cohen(*(agreement.table(case.codings, "actor")[c] for c in PAIR)),
                        agreement.krippendorff(agreement.table(case.codings, "actor")),
                    )
                ),
            ),
            Mistake("wrong_selection", other_share),
        ],
        hints=[
            'Comparing two columns, `actors["A"] == ...`, gives true or false for each row.',
            "The share of true is the `.mean()` of such a column.",
        ],
        solution="""same = actors["A"] == actors["C"]
share = same.mean()""",
        why="They disagree on three sentences, each time by A's NER/GOV against C's NER/MIL. "
        "Percent agreement counts rows and knows nothing of luck.",
    ),
    Question(
        id="5.2",
        name="agreement.kappa_by_hand",
        asks="Work out κ by hand for the recipient in sentences 1 to 6, coders A and B.",
        objective=1,
        reads=Fields(
            {
                "observed": Share(of=6),
                "expected": Share(of=6),
                "kappa": MEASURE,
            }
        ),
        expected=kappa_parts,
        same=near_parts,
        mistakes=[
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given["observed"] > 1 or given["expected"] > 1,
                "A share lies between 0 and 1. Out of how many rows?",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: any(
                    near(given["expected"], one) for one in own_shares(case)
                ),
                "Your `expected` is the share of one coder. They agree by luck only where both "
                "draw that value. How often is that?",
            ),
            Mistake(
                "disagreement_counted",
                lambda given, expected, case: near(
                    given["observed"], 1 - kappa_parts(case)["observed"]
                ),
            ),
            Mistake(
                "measure_confused",
                by_pool,
                "You have put both coders into one pool, as α does. For κ each coder keeps a share "
                "of their own, and the two are multiplied.",
            ),
            Mistake(
                "chance_ignored",
                lambda given, expected, case: (
                    given["expected"] == 0 or near(given["kappa"], given["observed"])
                ),
                "You have taken no luck away. Which value do both of them use?",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: near(
                    given["kappa"], given["observed"] - given["expected"]
                ),
                "You have taken luck away; now divide by the most that was left beyond it.",
            ),
        ],
        hints=[
            "Only a value that both coders use can agree by luck. Which is it in these six rows?",
            "Its share with A, times its share with B: that is `expected`.",
            "κ is what was observed beyond luck, divided by what was possible beyond luck.",
        ],
        solution="""observed = (six["A"] == six["B"]).mean()
expected = (six["A"] == "USA").mean() * (six["B"] == "USA").mean()
by_hand = {"observed": observed, "expected": expected}
by_hand["kappa"] = (observed - expected) / (1 - expected)""",
        why="Both use USA in two of six rows, and no other value in common. A leaves the recipient "
        "of a statement empty and B names one: that costs three rows.",
    ),
    Question(
        id="5.3",
        name="agreement.columns_by_kappa",
        asks="Put five columns in order, from the lowest κ of coders C and D to the highest.",
        objective=2,
        reads=Items(Choice(FIELDS), ordered=True, what="columns"),
        expected=by_kappa,
        mistakes=[
            Mistake("incomplete", lambda given, expected, case: len(set(given)) < len(FIELDS)),
            Mistake(
                "reversed",
                lambda given, expected, case: given == by_kappa(case)[::-1],
                "You have the order upside down: the lowest comes first.",
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: given == by_alpha(case),
                "That is the order for all four coders. The question asks for two of them.",
            ),
            Mistake(
                "measure_confused",
                in_percent_order,
                "That is the order by plain agreement. One column moves far when luck is taken "
                "away.",
            ),
            Mistake(
                "chance_ignored",
                lambda given, expected, case: given.index("attributed_to") > 1,
                "In one of these columns nearly every row has one value. What does κ make of it?",
            ),
        ],
        hints=[
            "`values = agreement.table(case.codings, field)` sets out one column; "
            '`agreement.cohen(values["C"], values["D"])` compares two coders on it.',
            "Write a loop over the five names and print each `.value`.",
        ],
        solution="""kappas = {}
for field in ["actor", "attributed_to", "event_type", "kind", "recipient"]:
    values = agreement.table(case.codings, field)
    kappas[field] = agreement.cohen(values["C"], values["D"]).value
in_order = sorted(kappas, key=kappas.get)""",
        why="By plain agreement `attributed_to` would be at the top. All of that agreement is "
        "luck, because D wrote one value throughout.",
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
        mistakes=[
            Mistake(
                "measure_confused",
                value("a"),
                "Any two columns can be compared. What does a percentage leave out?",
            ),
            Mistake(
                "disagreement_counted",
                value("c"),
                "They disagree on four of two hundred. Ask rather what the others show.",
            ),
            Mistake(
                "wrong_denominator",
                value("d"),
                "The denominator is right: it is the sentences. What would a coder reach who "
                "never opened a paper?",
            ),
        ],
        hints=[
            "How many coups did both of them find?",
            "Imagine a third coder who writes *no* two hundred times.",
        ],
        solution='flaw = "b"',
        why="Not one coup was found by both. A coder who never read a word would agree with "
        "either of them more often than they do with each other, and κ is a little below 0.",
    ),
    Question(
        id="5.5",
        name="agreement.dash_as_gap",
        asks="What becomes of α of the valence when the dash is treated as a gap?",
        objective=3,
        reads=Fields(
            {
                "as_code": MEASURE,
                "as_gap": MEASURE,
                "left_out": Number(unit="sentences"),
            }
        ),
        expected=valence_parts,
        same=near_parts,
        mistakes=[
            Mistake(
                "empty_code",
                lambda given, expected, case: (
                    near(given["as_code"], valence_parts(case)["as_gap"])
                    and near(given["as_gap"], valence_parts(case)["as_code"])
                ),
                "You have the two the wrong way round. Which of them keeps the dashes?",
            ),
            Mistake(
                "disagreement_counted",
                lambda given, expected, case: (
                    given["left_out"] == 16 - valence_parts(case)["left_out"]
                ),
                "That is how many sentences are kept. How many go?",
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: any(
                    near(
                        given["as_code"],
                        agreement.krippendorff(agreement.table(case.codings, field)).value,
                    )
                    for field in FIELDS
                ),
                "That is α of another column. Which one is asked?",
            ),
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: given["left_out"] == 0,
                "A sentence with fewer than two values cannot be compared. How many have so "
                "few, once the dashes are gaps?",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: (
                    abs(given["left_out"] - valence_parts(case)["left_out"]) == 1
                ),
                "You are off by one. A sentence is kept if at least two coders gave a value.",
            ),
        ],
        hints=[
            '`agreement.krippendorff(valence, empty="code")`, and then with `"missing"`.',
            "Each result has `.value` and `.units`; the difference of the units is what goes.",
        ],
        solution="""code = agreement.krippendorff(valence, empty="code")
gap = agreement.krippendorff(valence, empty="missing")
found = {"as_code": code.value, "as_gap": gap.value, "left_out": code.units - gap.units}""",
        why="Without the dashes agreement looks perfect, and the one real disagreement, whether "
        "sentence 14 tells of an event at all, can no longer be seen.",
    ),
    Question(
        id="5.6",
        name="agreement.reasons_to_disagree",
        asks="Why do the coders disagree on five sentences?",
        objective=4,
        reads=Keyed(SentenceNumber(), Choice(REASONS), "one reason for each sentence"),
        expected=reasons,
        defensible=lambda case: {
            13: {"label": "their codes for Niger's authorities differ here too, besides the type"},
            9: {
                "kind": "coder D notes that the restriction could be a state, so the line between "
                "an event and a state is not clear"
            },
        },
        mistakes=[
            Mistake(
                "authority_confused",
                wrote("gap", "label"),
                "All four chose the same type there. What do they call the one who acts?",
            ),
            Mistake(
                "authority_confused",
                wrote("two things", "label"),
                "All four coded the same act there. What do they call the one who acts?",
            ),
            Mistake(
                "neighbouring_type",
                wrote("two things", "gap"),
                "All four coded the same act there, of the same troops. Look at the two types, "
                "and at what the manual says of them.",
            ),
            Mistake(
                "neighbouring_type",
                wrote("gap", "two things"),
                "Not only the type differs there: the recipient does too. So what was coded?",
            ),
            Mistake(
                "incomplete",
                wrote("label", "two things"),
                "More than the label differs there: the type and the recipient do too.",
            ),
            Mistake(
                "state_as_event",
                wrote("gap", "kind"),
                "Three coders gave no type at all. What did they see in place of an act?",
            ),
            Mistake(
                "state_as_event",
                wrote("two things", "kind"),
                "They all coded one and the same thing. What did they take it for?",
            ),
        ],
        hints=[
            "For each sentence look at the main rows of all four: "
            '`main[main["sentence"] == 2][["coder", "kind", "actor", "recipient", '
            '"event_type"]]`.',
            "If the recipient changes with the type, another thing was coded. If only the type "
            "changes, ask the codebook.",
            "The column `note` holds what the coders thought.",
        ],
        solution="""why = {2: "label", 3: "two things", 9: "two things", 13: "gap", 14: "kind"}""",
        why="Four reasons, and only one of them is about the meaning of a type. Where two things "
        "stand in one sentence, the codebook needs a rule for the main row.",
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
                "outside_knowledge",
                lambda given, expected, case: not any(machine(given, case)["machine"]),
                "None of your words stands in this story. Take them from its sentences.",
            ),
            Mistake(
                "denounce_as_accuse",
                lambda given, expected, case: any(
                    "denounce" in word.lower() and kind == "ACCUSE" for word, kind in given.items()
                ),
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: (
                    scores(given, case)[0] < LEAST_PRECISION
                    and (machine(given, case)["machine"] != "").sum() > 9
                ),
                "It codes sentences that tell of no event. Which of your words stands there?",
            ),
            Mistake(
                "neighbouring_type",
                lambda given, expected, case: scores(given, case)[0] < LEAST_PRECISION,
                "Too much of what it codes is wrong. Compare its table with the reference, row "
                "by row: which word misleads it?",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: scores(given, case)[1] < LEAST_RECALL,
                "What it codes is mostly right, but it misses too many events. Which sentences "
                "have an event and no word of yours?",
            ),
        ],
        hints=[
            "Read the nine sentences whose main row is an event, and take one telling word from "
            "each.",
            "A word that also stands in a sentence without an event costs precision. A longer "
            "piece, such as two words together, is safer.",
        ],
        solution="""keywords = {
    "denounce": "SANCTION", "ending, ": "SANCTION", "breaking off": "SANCTION",
    "visit": "CONSULT", "removed": "COERCE", "released": "RETREAT",
}""",
        why="A single word that stands in one sentence only, such as the place of a statement, "
        "passes here too, and is a memory and not a rule: no check of one story can tell the two "
        "apart. A few words of this story are enough for this story. In the next one they may mean "
        "something else: that is why such a coder is tested on a text that it has not seen.",
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
                "precision_recall",
                lambda given, expected, case: (
                    scores(given["keywords"], case)[::-1] != scores(given["keywords"], case)
                    and all(
                        near(given[name], score)
                        for name, score in zip(
                            ("recall", "precision"), scores(given["keywords"], case), strict=True
                        )
                    )
                ),
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given["precision"] > 1 or given["recall"] > 1,
                "A share lies between 0 and 1. Divide what is right, once by what was coded, "
                "once by what should have been.",
            ),
            Mistake(
                "disagreement_counted",
                lambda given, expected, case: (
                    near(1 - given["precision"], scores(given["keywords"], case)[0])
                    or near(1 - given["recall"], scores(given["keywords"], case)[1])
                ),
                "You have the share that went wrong. The question asks for the other share.",
            ),
            Mistake(
                "empty_code",
                shares_of_all,
                "You have divided by all sentences. Those in which neither finds an event "
                "belong to neither share.",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: (
                    near(given["precision"], scores(given["keywords"], case)[0])
                    or near(given["recall"], scores(given["keywords"], case)[1])
                ),
                "One of the two fits your coder and the other does not yet.",
            ),
        ],
        hints=[
            "Keep the rows that your coder coded; the share that is right is the precision.",
            "Keep the rows in which the reference has an event; the share that your coder found "
            "is the recall.",
        ],
        solution="""both = case.events[case.events["main"] == "yes"][["sentence", "event_type"]]
both["machine"] = [code(text, keywords) for text in case.sentences["text"]]
coded = both[both["machine"] != ""]
events = both[both["event_type"] != ""]
precision = (coded["machine"] == coded["event_type"]).mean()
recall = (events["machine"] == events["event_type"]).mean()""",
        why="One is the share of what it says, the other the share of what there is. A coder that "
        "says one sure thing has full precision and next to no recall.",
    ),
    Question(
        id="5.9",
        name="agreement.adjudicate",
        asks="Adjudicate one row: decide, and give the reason.",
        objective=6,
        reads=Essay(40),
        rubric=[
            "It names the sentence, the column and the values of the four coders.",
            "It decides by the words of the sentence or of the codebook, and not by the number of "
            "coders.",
            "It says what speaks for the reading that loses, and keeps it.",
            "It writes a rule that would settle the next case of this sort.",
            "It says what the agreement of four language models can show, and what it cannot.",
        ],
        hints=[
            'Start from `agreement.disagreements(case.codings, "event_type")`, or from another '
            "column.",
            "Read the coders' notes on that sentence before you decide.",
        ],
        solution='''decision = """
Sentence 13, event_type: A and D wrote COERCE, B and C SANCTION. I take SANCTION: to make
troops leave ends an existing relationship, as its gloss says. For COERCE speaks that it
was done under pressure. Rule: to end a presence is SANCTION, whatever the means. Two
against two decides nothing, and four models can share a habit.
"""''',
        why="A decision with a reason can be followed or fought. A count can only be repeated.",
    ),
]
