"""Lesson 12, Your own article, asks whether one can do it alone.

Its answers come from the second case, which nobody has worked through in the lessons.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args

import pandas as pd

from realignment import agreement, dates
from realignment.answers import (
    Choice,
    Date,
    Essay,
    Fields,
    Keyed,
    SentenceNumber,
    Share,
    SignedTies,
    YesNo,
    once_a_case,
)
from realignment.cases import Case
from realignment.events import Kind
from realignment.questions import Mistake, Question, row, row_alternatives
from realignment.questions.question import Test
from realignment.questions.slips import (
    CLOSE,
    a_year_off,
    dated,
    either,
    gives,
    published,
    says,
    subset,
    superset,
    to_the_day,
    turns,
)
from realignment.ties import dyads, signed, ties

CASE = "riyadh_tehran_2023"
KINDS = get_args(Kind)
PLANS = {
    "a": "a minister who signs a treaty, by name",
    "b": "a shopkeeper whom the reporter quotes, by name",
    "c": "an army spokesman who reads a statement on television, by name",
    "d": "the friend who sent you a text that cannot be read where you live, by name",
    "e": "an official's cousin, for a post in a closed group",
    "f": "an article that you do not wish to name to anyone",
}
ALLOWED = {"a": True, "b": False, "c": True, "d": False, "e": False, "f": True}
"""Question 12.1: whether the exercise may be done with it. Nobody need hand anything on."""

SORTED = ("E01", "E02", "E13", "E15", "E25", "E27")
DATED = ("E01", "E03", "E09", "E14")
BROKEN = "E24"
"""The row that question 12.4 repairs."""
OWN = tuple(range(7, 13))
"""The sentences of question 12.6."""

_DAY = re.compile(r"\b(\d{1,2}) April (\d{4})\b")


def kinds(case: Case) -> dict[str, str]:
    """Return the kind of each row of question 12.2."""
    return {name: row(case, name)["kind"] for name in SORTED}


def days(case: Case) -> dict[str, str]:
    """Return the date of each row of question 12.3."""
    return {name: row(case, name)["date"] for name in DATED}


def after_the_story(date: str, true: str) -> bool:
    """Tell whether a day lies after that of the story."""
    first = dates.bounds(date)[0]
    return bool(pd.notna(first) and first > pd.Timestamp("2023-03-11"))


def known_as(*precision: str) -> Callable[[str, str], bool]:
    """Return a rule: a date is known to the day, the month or the year."""
    return lambda date, true: dates.precision(date) in precision


def begins(*starts: str) -> Callable[[str, str], bool]:
    """Return a rule: a date begins with one of these."""
    return lambda date, true: date.startswith(starts)


def no_way_to_end(date: str, true: str) -> bool:
    """Tell whether a date that should be open at the end has one, and dots elsewhere."""
    return ".." in date and not date.removesuffix("]").endswith("..")


def repaired(case: Case) -> dict[str, str]:
    """Return what question 12.4's row should hold."""
    true = row(case, BROKEN)
    return {
        "event_type": true["event_type"] or "-",
        "valence": true["valence"],
        "date": true["date"],
    }


def kinds_given(case: Case) -> pd.DataFrame:
    """Return the kinds of the main rows, one column for each coder."""
    return agreement.table(case.codings, "kind")


def same_kinds(case: Case) -> float:
    """Return on how many sentences two coders gave the same kind."""
    return float((kinds_given(case)["A"] == kinds_given(case)["B"]).sum())


def shared_kinds(case: Case) -> float:
    """Return the share of sentences whose main row two coders gave the same kind."""
    return same_kinds(case) / len(kinds_given(case))


def of_all_rows(coder: str) -> Callable[[Case], float]:
    """Return what divides by all rows of a coder, and not by the main ones."""
    return lambda case: same_kinds(case) / int((case.codings["coder"] == coder).sum())


def of_column(field: str) -> Callable[[Case], float]:
    """Return what gives the share for another column in the place of the kinds."""

    def share(case: Case) -> float:
        table = agreement.table(case.codings, field)
        return float((table["A"] == table["B"]).mean())

    return share


def of_side_rows(case: Case) -> float:
    """Return the share of rows, side rows too, that have the same kind one after the other."""
    a, b = (list(rows["kind"]) for _, rows in case.codings.groupby("coder"))
    pairs = list(zip(a, b, strict=False))
    return float(sum(one == other for one, other in pairs) / len(pairs))


def alpha(case: Case) -> float:
    """Return Krippendorff's alpha of the kinds."""
    return agreement.krippendorff(kinds_given(case)).value or 0.0


def kappa(case: Case) -> float:
    """Return Cohen's kappa of the kinds."""
    return agreement.cohen(kinds_given(case)["A"], kinds_given(case)["B"]).value or 0.0


def matches(given: dict[str, Any], case: Case, coder: str = "A") -> int:
    """Return on how many of the student's own sentences a coder has the same kind."""
    theirs = kinds_given(case)[coder]
    return sum(theirs.get(sentence) == kind for sentence, kind in given["mine"].items())


Slip = Callable[[dict[str, Any], Case], float]


def share_is(*slips: Slip) -> Test:
    """Return a test of question 12.6: the share is what each of these makes of the own coding."""
    return lambda given, expected, case: all(
        abs(given["share"] - slip(given, case)) <= CLOSE for slip in slips
    )


def own_share(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether a share fits the student's own coding."""
    fits = share_is(lambda given, case: matches(given, case) / len(OWN))
    return set(given["mine"]) == set(OWN) and fits(given, expected, case)


def differing(given: dict[str, Any], case: Case) -> float:
    """Return the share of the own sentences on which coder A differs."""
    return 1 - matches(given, case) / len(OWN)


def of_all_sentences(given: dict[str, Any], case: Case) -> float:
    """Return the matches as a share of all sentences of the story."""
    return matches(given, case) / len(kinds_given(case))


def of_both(given: dict[str, Any], case: Case) -> float:
    """Return the share of all sentences on which the two coders agree."""
    return shared_kinds(case)


def of_both_in_six(given: dict[str, Any], case: Case) -> float:
    """Return the share of the six sentences on which the two coders agree."""
    six = kinds_given(case).loc[list(OWN)]
    return float((six["A"] == six["B"]).mean())


@once_a_case
def signs(case: Case, least: str = "PS+") -> dict[tuple[str, str], int]:
    """Return the ties of the case under the rule latest: pair to sign."""
    made = ties(dyads(signed(case.events), case.actors), "latest", least=least)
    held = zip(made["source"], made["target"], made["sign"], strict=True)
    return {(source, target): int(sign) for source, target, sign in held}


def turned(case: Case) -> dict[tuple[str, str], int]:
    """Return the ties whose sign changes if only the certain counts, with the new sign."""
    before, after = signs(case), signs(case, "CT+")
    return {pair: sign for pair, sign in after.items() if sign != before[pair]}


def before_turning(case: Case) -> dict[tuple[str, str], int]:
    """Return the same ties with the sign that they had."""
    return {pair: signs(case)[pair] for pair in turned(case)}


def flipped(signs: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Return ties with friendly and hostile the wrong way round."""
    return {pair: -sign for pair, sign in signs.items()}


def some_in(slip: Callable[[Case], dict[tuple[str, str], int]]) -> Test:
    """Return a test: a tie that changes has the sign that a slip gives it."""
    return lambda given, expected, case: any(
        given.get(pair) == sign for pair, sign in slip(case).items()
    )


def wrong_claim(case: Case) -> dict[str, Any]:
    """Return the sentence whose detail the source contradicts, and the source's day."""
    claim = case.claims[case.claims["verdict"] == "inaccurate"].iloc[0]
    return {"sentence": int(claim["sentence"]), "really": day_in(claim["record"])}


def day_in(text: str) -> str:
    """Return the first day of an April that a text names."""
    day, year = _DAY.findall(text)[0]
    return f"{year}-04-{int(day):02}"


def in_the_story(case: Case) -> str:
    """Return the year that the story gives."""
    return str(row(case, "E14")["date"])


def other_report(case: Case) -> str:
    """Return the day that another report gives, as the claim's note has it."""
    claim = case.claims[case.claims["verdict"] == "inaccurate"].iloc[0]
    return day_in(claim["note"])


QUESTIONS = [
    Question(
        id="12.1",
        name="own_article.what_may_be_shown",
        asks="What may go into a case that others will see?",
        objective=1,
        case=CASE,
        reads=Keyed(Choice(PLANS), YesNo(), "`True` or `False` for each"),
        expected=lambda case: ALLOWED,
        mistakes=[
            Mistake("private_person", either(says("b"), says("e"))),
            Mistake("source_named", says("d")),
            Mistake("public_act_hidden", either(says("a"), says("c"))),
            Mistake("must_not_publish", says("f")).saying(
                "Nothing in this module asks you to show your article to anyone. May one work "
                "with it alone?"
            ),
        ],
        hints=[
            "Two tests: was it done in public, and by somebody who holds an office or speaks for "
            "one?",
            "A name that helps nobody to understand the act can only harm. And a person who "
            "helped you to a text is no part of it.",
        ],
        solution='allowed = {"a": True, "b": False, "c": True, "d": False, "e": False, "f": True}',
        why="Public acts of those who act in public: yes. Private persons, closed groups and those "
        "who help you: no. And you need not say what you read.",
    ),
    Question(
        id="12.2",
        name="own_article.kinds_of_an_unknown_story",
        asks="Give six rows of an unknown story their kind.",
        objective=2,
        case=CASE,
        reads=Keyed(Choice(SORTED), Choice(KINDS), "one kind for each row"),
        expected=kinds,
        defensible=lambda case: {name: row_alternatives(case, name, "kind") for name in SORTED},
        mistakes=[
            Mistake("event_as_statement", says("E01", "statement")),
            Mistake("statement_as_event", says("E15", "event")),
            Mistake("relation_as_event", says("E27", "event")),
            Mistake("state_as_event", says("E25", "event")).saying(
                "Somebody sees a tendency here. Is there a day on which it was done?"
            ),
            Mistake("event_as_state", says("E01", "state")),
            Mistake("relation_as_event", says("E27", "state")).saying(
                "That would be how things stand now. The words look back on how the two have "
                "long been to each other, and no attitude of either is told."
            ),
            Mistake("kind_confused", says("E25", "relation")).saying(
                "A description of the two would hold whatever they do. Here somebody sees one "
                "of them change its course."
            ),
            Mistake(
                "event_as_statement", either(says("E02", "statement"), says("E13", "statement"))
            ).saying("Nobody is quoted there. The two aim at something: which kind is a plan?"),
            Mistake("state_as_event", either(says("E02", "state"), says("E13", "state"))).saying(
                "Has it come about already? What the two aim at is still to be done."
            ),
            Mistake("intent_as_event", says("E01", "intent")).saying(
                "Is it still to be done? Look for the verb, and its tense."
            ),
            Mistake(
                "wrong_speaker", either(says("E25", "statement"), says("E27", "statement"))
            ).saying("Nobody is quoted in these words: the story itself describes."),
            Mistake("kind_confused", says("E15", "intent", "state", "relation")).saying(
                "Look at the verb of these words, and not at what it passes on."
            ),
            Mistake("kind_confused", either(says("E25", "intent"), says("E27", "intent"))).saying(
                "Nobody aims at anything in these words. How do things stand, or have long stood?"
            ),
        ],
        hints=[
            "Ask the questions of lesson 04: could it be dated to a day? Has it happened yet? Does "
            "it describe?",
            "Means to and would are plans. Agreed is a deed, though done with words.",
        ],
        solution="""kinds = {
    "E01": "event", "E02": "intent", "E13": "intent",
    "E15": "statement", "E25": "state", "E27": "relation",
}""",
        why="To agree is an act. To mean to do something is none yet. A tendency lasts, a long "
        "partnership describes, and a spokesman's words report.",
    ),
    Question(
        id="12.3",
        name="own_article.dates_from_the_text",
        asks="Date four rows from the text alone.",
        objective=2,
        case=CASE,
        reads=Keyed(Choice(DATED), Date(), "one date for each row"),
        expected=days,
        defensible=lambda case: {name: row_alternatives(case, name, "date") for name in DATED},
        mistakes=[
            Mistake("publication_date", either(*(published(at=name) for name in DATED))),
            Mistake("wrong_selection", gives(lambda case: days(case)["E01"], at="E14")).saying(
                "On that day the two agreed to renew it. When had they signed it?"
            ),
            Mistake(
                "outside_knowledge",
                either(dated(begins("2001", "1998"), "E14"), dated(begins("2016-01"), "E09")),
            ).saying("That may be what happened. The text gives less: write what it supports."),
            Mistake("direction_of_time", dated(after_the_story, "E01")).saying(
                "Count back from the day of the paper: the Friday of which it speaks lies "
                "before it."
            ),
            Mistake(
                "publication_date", says("E03", "2023-03-07/2023-03-11", "2023-03-06/2023-03-11")
            ).saying(
                "Your talks end on the day of the paper. They ended on the Friday of which it "
                "speaks."
            ),
            Mistake("lasted_within", dated(begins("["), "E03")),
            Mistake(
                "false_precision",
                either(to_the_day("E09"), dated(known_as("day", "month"), "E14")),
            ),
            Mistake(
                "too_vague", either(*(dated(known_as("month", "year"), n) for n in ("E01", "E03")))
            ),
            Mistake(
                "off_by_one",
                says(
                    "E03", "2023-03-05/2023-03-10", "2023-03-07/2023-03-10", "2023-03-06/2023-03-09"
                ),
            ).saying("Count the days from the first to the last, both of them included."),
            Mistake("off_by_one", says("E01", "2023-03-09")).saying(
                "That was a Thursday. Count the weekdays back from the day of the paper."
            ),
            Mistake("false_precision", to_the_day("E03")).saying(
                "The talks lasted; one day is not enough for them."
            ),
            Mistake("off_by_one", either(a_year_off("E09"), a_year_off("E14"))).saying(
                "Your year is one off. Count from the day of the paper, or read it in the sentence."
            ),
        ],
        hints=[
            "The story is dated a Saturday. Which day was Friday?",
            "For the talks count backwards, and let the last day be one of the five. For seven "
            "years ago a year is enough, and `~` says about.",
        ],
        solution="""
when = {"E01": "2023-03-10", "E03": "2023-03-06/2023-03-10", "E09": "2016~", "E14": "2002"}""",
        why="One day is counted from the date of the paper, one span from that day, one year from "
        "the words *seven years ago*, and one stands in the text. Whether it is right is asked "
        "later.",
    ),
    Question(
        id="12.4",
        name="own_article.repair_a_row",
        asks="Repair a row until it is read.",
        objective=3,
        case=CASE,
        reads=Fields(
            {
                "event_type": Choice(
                    ("-", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "RETREAT"), blank="-"
                ),
                "valence": Choice(("friendly", "hostile", "neither", "-"), blank="-"),
                "date": Date(),
            }
        ),
        expected=repaired,
        defensible=lambda case: {
            name: row_alternatives(case, BROKEN, name) for name in ("valence", "date")
        },
        mistakes=[
            Mistake("intent_as_event", says("event_type")).saying(
                "A PLOVER type belongs to an event. What does this sentence say: that they "
                "have met?"
            ),
            Mistake("incomplete", says("valence", "-")).saying(
                "A row that is no event needs a valence, if only to say that it has none "
                "either way."
            ),
            Mistake("outside_knowledge", dated(begins("2023-04"), "date")).saying(
                "On that day they met, as it turned out. The story does not know it."
            ),
            Mistake("publication_date", published("date")).saying(
                "That is the day of the paper. The meeting is still to come: from when on?"
            ),
            Mistake("false_precision", to_the_day("date")).saying(
                "The sentence names no day for the meeting. From when on could it be?"
            ),
            Mistake("direction_of_time", dated(begins("..", "[.."), "date")).saying(
                "That would be up to that day. A plan looks forward."
            ),
            Mistake("open_end", dated(no_way_to_end, "date")).saying(
                "The two months of the story are for the embassies. Does this sentence give an end?"
            ),
            Mistake("sign_flipped", says("valence", "hostile")).saying(
                "Does a meeting that is planned set the two apart?"
            ),
            Mistake("too_vague", says("date", "")).saying("The text lets you say from when on."),
            Mistake("too_vague", dated(known_as("month", "year"), "date")).saying(
                "A month or a year would have an end. Does the sentence give one?"
            ),
        ],
        hints=[
            "Read the message: it names the column, the value, and what was expected. Change one "
            "thing and run it again.",
            "It happens once, so brackets: `[..2023-02]` would be some day up to the end of "
            "February, `[2023-02..]` some day from February on.",
        ],
        solution="""repaired = {"event_type": "-", "valence": "neither", "date": "[2023-03-11..]"}
mended = check_rows(pd.DataFrame([meeting | repaired]), Coding, "coder_me.csv")""",
        why="A meeting to come is no event, so it has no type; it has a valence, and a date that "
        "is open to one side. The program names one error at a time: correct it, and run it again.",
    ),
    Question(
        id="12.5",
        name="own_article.share_of_same_kind",
        asks="On what share of the sentences do coders A and B give the same kind?",
        objective=4,
        case=CASE,
        reads=Share(of=12),
        expected=shared_kinds,
        mistakes=[
            Mistake("disagreement_counted", turns(lambda share: 1 - share)),
            Mistake("measure_confused", gives(alpha, kappa)),
            Mistake("wrong_denominator", gives(of_all_rows("A"), of_all_rows("B"))).saying(
                "Right above the line. Below it stands the number of sentences, as each has "
                "one main row."
            ),
            Mistake("wrong_denominator", gives(same_kinds)).saying(
                "That is how many. Out of how many?"
            ),
            Mistake(
                "wrong_selection", gives(*map(of_column, ("event_type", "valence", "actor")))
            ).saying("That is the share for another column. Which one is asked?"),
            Mistake("wrong_selection", gives(of_side_rows)).saying(
                "That compares all rows, one after the other. Each sentence has one main row, and "
                "`agreement.table` takes these."
            ),
        ],
        hints=[
            'What do you get from `table["A"] == table["B"]`? Print it.',
            "It is true or false for each sentence. The mean of true and false is the share of "
            "true.",
        ],
        solution="""table = agreement.table(case.codings, "kind")
share = (table["A"] == table["B"]).mean()""",
        why="Twelve main rows each. Where they disagree, one of them took words for deeds and the "
        "other did not: that was their outlook, and they kept to it.",
    ),
    Question(
        id="12.6",
        name="own_article.own_agreement",
        asks="Code six sentences yourself: how often does coder A agree with you?",
        objective=4,
        case=CASE,
        reads=Fields(
            {
                "mine": Keyed(
                    SentenceNumber(),
                    Choice(KINDS),
                    "one kind for each sentence",
                    tuple(map(str, OWN)),
                ),
                "share": Share(of=6),
            }
        ),
        same=own_share,
        mistakes=[
            Mistake("incomplete", lambda given, _, case: set(given["mine"]) < set(OWN)).saying(
                "Your own coding lacks some of the six sentences."
            ),
            Mistake("too_many", lambda given, _, case: bool(set(given["mine"]) - set(OWN))).saying(
                "There is a sentence that was not asked for."
            ),
            Mistake("disagreement_counted", share_is(differing, of_all_sentences)).saying(
                "That is the share on which you differ; and you would get it too if you divided "
                "by all sentences. Count where you agree, among those that you coded."
            ),
            Mistake("wrong_denominator", share_is(of_all_sentences)).saying(
                "You have divided by all sentences. You coded six."
            ),
            Mistake("disagreement_counted", share_is(differing)),
            Mistake(
                "wrong_denominator", share_is(lambda given, case: float(matches(given, case)))
            ).saying("That is how many. Out of how many?"),
            Mistake(
                "wrong_selection",
                share_is(lambda given, case: matches(given, case, "B") / len(OWN)),
            ).saying("So often coder B agrees with you. Whose column is asked?"),
            Mistake("wrong_selection", either(share_is(of_both), share_is(of_both_in_six))).saying(
                "So often A and B agree with each other. How often does A agree with *you*?"
            ),
            Mistake(
                "off_by_one",
                either(
                    share_is(lambda given, case: (matches(given, case) + 1) / len(OWN)),
                    share_is(lambda given, case: (matches(given, case) - 1) / len(OWN)),
                ),
            ).saying("One sentence more or less. Let Python compare the two columns."),
        ],
        hints=[
            '`theirs = agreement.table(case.codings, "kind")["A"]` is indexed by sentence.',
            "Turn your dict into a Series: `pd.Series(mine)`. Then compare it with "
            "`theirs.loc[7:12]`.",
        ],
        solution="""
mine = {7: "intent", 8: "statement", 9: "statement", 10: "state", 11: "state", 12: "state"}
theirs = agreement.table(case.codings, "kind")["A"]
share_with_a = (pd.Series(mine) == theirs.loc[7:12]).mean()""",
        why="The share says how near the two of you are, and not who is right. Look at the "
        "sentences on which you disagree, and ask what each of you saw.",
    ),
    Question(
        id="12.7",
        name="own_article.ties_that_turn",
        asks="Which ties turn if only what is told as certain counts, and what is their sign then?",
        objective=5,
        case=CASE,
        reads=SignedTies(),
        expected=turned,
        mistakes=[
            Mistake("hedge_missed", gives(before_turning)).saying(
                "These are the pairs, with the signs that they had before. Ask for certainty, "
                "and read them again."
            ),
            Mistake("too_many", superset).saying(
                "Only those are asked for whose sign is another one. Most stay as they are."
            ),
            Mistake("sign_flipped", turns(flipped)),
            Mistake("hedge_missed", some_in(before_turning)).saying(
                "There is a pair that still has the sign that it had before."
            ),
            Mistake("sign_flipped", some_in(lambda case: flipped(turned(case)))),
            Mistake("incomplete", subset).saying(
                "One more tie changes. Compare the two tables pair by pair."
            ),
            Mistake(
                "wrong_selection", lambda given, expected, case: not set(given) & set(expected)
            ).saying("These ties do not change. Put the two tables side by side."),
        ],
        hints=[
            'Make the ties twice: as in the lesson, and with `least="CT+"`.',
            '`.merge(other, on=["source", "target"])` puts them side by side; keep the rows in '
            "which the two signs differ.",
        ],
        solution="""pairs = dyads(signed(case.events), case.actors)
loose = ties(pairs, "latest")
both = loose.merge(ties(pairs, "latest", least="CT+"), on=["source", "target"])
differs = both[both["sign_x"] != both["sign_y"]]
turn = differs[["source", "target"]].assign(sign=differs["sign_y"])
names = dict(zip(case.actors["actor_id"], case.actors["name"], strict=True))
seven = {code: names[code] for code in ["SAU", "IRN", "CHN", "IRQ", "OMN", "USA", "YEM"]}
display(network(ties(pairs, "latest", least="CT+"), seven, "Only what is told as certain"))""",
        why="Both turn on one word each: an *if* and an *is seen*. Take the hedged rows away, and "
        "a mixed tie becomes hostile and a hostile one friendly. A map that hides certainty hides "
        "this.",
    ),
    Question(
        id="12.8",
        name="own_article.contradicted_detail",
        asks="Which sentence has a detail that its source contradicts, and what is right?",
        objective=6,
        case=CASE,
        reads=Fields({"sentence": SentenceNumber(), "really": Date()}),
        expected=wrong_claim,
        defensible=lambda case: {
            "really": {wrong_claim(case)["really"][:7]: "less exact than the source, and not wrong"}
        },
        mistakes=[
            Mistake(
                "story_for_record",
                lambda given, expected, case: given["really"].startswith(in_the_story(case)),
            ).saying("The year is the story's. What does the official text say?"),
            Mistake("carrier_as_origin", gives(other_report, at="really")).saying(
                "One report has that day. The text of the statement itself has another: which "
                "of the two is nearer to the origin?"
            ),
            Mistake(
                "too_vague", gives(lambda case: wrong_claim(case)["really"][:4], at="really")
            ).saying(
                "That is so, and the source says more: as exact as the source has it was asked."
            ),
            Mistake("off_by_one", either(says("sentence", 6), says("sentence", 8))).saying(
                "That is the row above or below, or a row counted from zero. Read the number in "
                "the column `sentence`."
            ),
            Mistake("wrong_selection", says("sentence")).saying(
                "That sentence stands, or differs from its source only in degree. Look for "
                "a detail that cannot be true."
            ),
            Mistake("wrong_selection", to_the_day("really")).saying(
                "Not that day. Read the column `record` again."
            ),
        ],
        hints=[
            "Read `claim` and `record` side by side, row by row. Most agree.",
            "Look for a year. The source gives day, month and year.",
        ],
        solution='found = {"sentence": 7, "really": "2001-04-17"}',
        why="The module put this error in on purpose, and says so in `claims.csv`. It is of the "
        "kind that slips into true stories: one digit, and nothing in the text betrays it.",
    ),
    Question(
        id="12.9",
        name="own_article.what_the_map_leaves_out",
        asks="Your own article: what does your map show, what does it leave out, who may disagree?",
        objective=7,
        case=CASE,
        reads=Essay(40),
        rubric=[
            "It says what kind of article it is and from when, without having to name the source.",
            "It names the rule, the window or the certainty behind its picture.",
            "It follows one line back to a sentence, and says who vouches for it and how sure.",
            "It names one row that a neighbour coded otherwise than you, with both reasons.",
            "It says what is not on the picture, and keeps private persons out.",
        ],
        hints=[
            "Take one line of your picture, and tell its way: sentence, row, sign, rule.",
            "Then ask a neighbour, or code the same sentences again after a week: where do you "
            "disagree?",
        ],
        solution='''essay = """
My article is a report of last spring on a border that was opened again. The picture has
three ties under the rule latest; one is thin, because its row is UNK and PR+. The line
between the two neighbours rests on sentence 2, an agreement, told by the story itself.
My neighbour coded sentence 5 as a statement where I have an event: for her the minister
only announced, for me the announcing closed the crossing. What the traders there lost
is in no row, because the article does not tell it.
"""''',
        why="The picture is an argument, and these are its footnotes.",
    ),
]
