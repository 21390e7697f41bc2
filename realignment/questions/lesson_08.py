"""Lesson 08, Ties through time, asks when the lines turned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from realignment import dates
from realignment.answers import (
    Choice,
    Date,
    Days,
    Essay,
    Fields,
    Items,
    Keyed,
    Number,
    SignOfTie,
    Unreadable,
)
from realignment.cases import Case
from realignment.questions import Mistake, Question
from realignment.questions.of_record import acts, either_way, record, spread_acts
from realignment.questions.slips import (
    either,
    gives,
    in_a_part,
    in_some_part,
    neighbours_swapped,
    off_by_one,
    one_misplaced,
    own,
    reverse,
    says,
    subset,
    swapped,
    took,
)
from realignment.record import add_act, read_sign_rules
from realignment.ties import RULES, SIGN_WORDS, Rule, dyads, tie_spells, ties
from realignment.turning import UNKNOWN, turned_by, turning_points

EIGHT = ("USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT")
LAST_DAY, END_OF_2025, KNOWN_TO = "2024-12-31", "2025-12-31", "2026-04-27"
FIVE_YEARS = "1827D"
TWO = ("MLI", "USA")
"""The pair of question 8.4."""

FIRST_ACTS = either_way("NER-UKR", "MLI-UKR", "BFA-DZA", "DZA-MLI", "DEU-MLI", "FRA-TCD")
"""The pairs of question 8.1, either way round."""

ENDS = ("FRA-MLI 2013", "FRA-TCD 2019", "NER-USA 2019", "MLI-RUS 2019", "FRA-MRT 2014")
"""The spells of question 8.2: a pair, and the year in which it begins."""

LISTED = {
    "T044": "Burkina Faso, Mali and Niger sign the charter of an alliance",
    "T018": "France and others condemn a deployment in Mali",
    "T079": "Chad announces the end of its accord with France",
    "T031": "Burkina Faso denounces its accord with France",
    "T041": "Niger revokes its accords with France",
    "T099": "The United States pauses a part of its aid to Niger",
}
"""The events of question 8.3, in the order in which it lists them. Their ids do not run with their
dates, so that sorting the ids is no answer."""

TURNS = ("first friendly", "hostile again", "friendly again")
"""The turns of question 8.4."""

OWN_DAY = "2026-05-02"
"""The day of a student's own act in question 8.5, after the last day of the record."""

LOST, KEPT = ("FRA", "MRT"), (("FRA", "MLI"), ("FRA", "TCD"))
"""The tie that a choice in question 8.6 must hide, and those that must stay hostile."""

WITHOUT_WINDOW = 13
"""The ties of question 8.7 if no window closes: a part of them may be given as *3 of 13*."""

WAYS = ("as it is", "each one", "renewals as one")
"""The three ways to count in question 8.8."""

RULES_AND_WINDOW = {"rule": Choice(RULES), "window": Days()}


@dataclass(frozen=True)
class SignInWords(Choice):
    """The sign of a line as a word, or as the number that stands for it in a table."""

    options: tuple[str, ...] = ("friendly", "hostile", "mixed")

    def read(self, answer: object, case: Case) -> str:
        """Return the word."""
        try:
            return super().read(answer, case)
        except Unreadable:
            return SIGN_WORDS[SignOfTie().read(answer, case)]


@dataclass(frozen=True)
class DayFound(Date):
    """A day, or what pandas gives where a filter has left no row."""

    def read(self, answer: object, case: Case) -> str:
        """Return the day as EDTF; an empty text if none was found."""
        return "" if isinstance(answer, float) and answer != answer else super().read(answer, case)


@cache
def pairs() -> pd.DataFrame:
    """Return the dyads of the eight states."""
    return spread_acts().query("source in @EIGHT and target in @EIGHT")


# --- what the questions expect, and what slips give ----------------------------------------------


@cache
def days_of(pair: str, whole: str = "", way: int = 0) -> tuple[str, ...]:
    """Return the days of the signed acts of a pair, in order, as they may be found.

    ``whole`` is the column whose cells were not taken apart, so that acts with several names in it
    are missed; ``way`` is 1 or -1 where only one direction was looked at.
    """
    rows = spread_acts().query("sign != 0")
    if whole:
        cells = acts().set_index("event_id")[whole][rows["event_id"]]
        rows = rows[~cells.str.contains(";").to_numpy()]
    ends = rows["source"] + "-" + rows["target"]
    here = (ends == pair) & (way >= 0) | (ends == either_way(pair)[pair]) & (way <= 0)
    return tuple(str(day.date()) for day in sorted(rows.loc[here, "when"]))


def first_day(pair: str, whole: str = "", way: int = 0) -> str:
    """Return the first of these days; empty if there is none."""
    return next(iter(days_of(pair, whole, way)), "")


def first_acts(case: Case) -> dict[str, str]:
    """Return the day of the first signed act of each pair of question 8.1."""
    return {pair: first_day(pair) for pair in FIRST_ACTS}


@cache
def named_together(pair: str) -> str:
    """Return the first day of an act that names both of a pair, in whatever cells."""
    one, other = pair.split("-")
    cells = (acts()["actor"] + ";" + acts()["recipient"]).str.split(";")
    both = cells.map(lambda names: {one, other} <= set(names))
    days = acts()["date"][both & (acts()["sign"] != 0)]
    return str(min(days, key=lambda day: dates.bounds(day)[1]))


@cache
def later_days(pair: str) -> frozenset[str]:
    """Return how the later acts of a pair are dated, those without a sign too."""
    rows = spread_acts()[spread_acts()[["source", "target"]].isin(pair.split("-")).all(axis=1)]
    written = acts().set_index("event_id")["date"][rows["event_id"]]
    days = [str(day.date()) for day in rows["when"]]
    return frozenset(written) | frozenset(days) - {first_day(pair)}


@cache
def spells() -> pd.DataFrame:
    """Return the spells of these pairs by the latest act, each act counting five years."""
    asked = {frozenset(name[:7].split("-")) for name in ENDS}
    ends = zip(pairs()["source"], pairs()["target"], strict=True)
    mine = pairs()[[frozenset(pair) in asked for pair in ends]]
    found = tie_spells(mine, "latest", FIVE_YEARS, until=KNOWN_TO)
    names = found["source"] + "-" + found["target"] + " " + found["start"].str[:4]
    return found.set_index(names)


def reasons(case: Case) -> dict[str, str]:
    """Return why each spell of question 8.2 ended."""
    return {name: spells()["why"][name] or "open" for name in ENDS}


def happened(case: Case) -> tuple[str, ...]:
    """Return the events of question 8.3 in the order in which they happened."""
    days = record().timeline.set_index("event_id")["date"]
    return tuple(sorted(LISTED, key=lambda event: dates.bounds(days[event])[0]))


def turns(one: str, other: str, rule: Rule = "latest") -> Callable[[Case], dict[str, str]]:
    """Return what gives the days of question 8.4: those on which a pair turned."""

    def found(case: Case) -> dict[str, str]:
        points = turning_points(pairs(), one, other, rule, until=KNOWN_TO)
        return dict(zip(TURNS, points["day"].iloc[-len(TURNS) :], strict=True))

    return found


def first_known(case: Case) -> str:
    """Return the day on which the pair of question 8.4 is first known."""
    return str(turning_points(pairs(), *TWO, until=KNOWN_TO)["day"].iloc[0])


def before_it_was_over(case: Case) -> str:
    """Return the first day of the visit that turned the pair of question 8.4."""
    points = turning_points(pairs(), *TWO, until=KNOWN_TO)
    (event,) = points["events"].iloc[1]
    began = record().timeline.set_index("event_id")["date"][event]
    return str(dates.bounds(str(began))[0].date())


@cache
def between_turns() -> frozenset[str]:
    """Return the days of the signed acts of the pair of question 8.4 that turned nothing."""
    points = turning_points(pairs(), *TWO, until=KNOWN_TO)["day"]
    return frozenset(days_of("-".join(TWO))) - set(points)


@cache
def signs() -> dict[str, int]:
    """Return the sign of each rule that an act of one's own may follow."""
    rules = read_sign_rules().query("not sign_rule.str.startswith('valence')")
    return {
        str(rule): int(sign) for rule, sign in zip(rules["sign_rule"], rules["sign"], strict=True)
    }


@cache
def turned(actor: str, recipient: str, sign_rule: str) -> tuple[tuple[str, str], ...]:
    """Return what each pair was, and is, that one act turns in question 8.5."""
    longer = add_act(record(), OWN_DAY, actor, recipient, sign_rule)
    found = turned_by(record(), longer, states=EIGHT)
    return tuple(zip(found["before"], found["after"], strict=True))


def mine(given: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return what a student's own act turns."""
    return turned(given["actor"], given["recipient"], given["sign_rule"])


def one_known_line_turned(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether an act turns one line that was known, to what the answer says."""
    return any(before != UNKNOWN and after == given["after"] for before, after in mine(given))


View = dict[tuple[str, str], int]


@cache
def view(rule: Rule, days: float | None, at: str = LAST_DAY, all_states: bool = False) -> View:
    """Return the ties of the eight states, or of all, on a day: pair to sign."""
    window = None if days is None else pd.Timedelta(days=days)
    made = ties(spread_acts() if all_states else pairs(), rule, at=at, window=window)
    return dict(zip(zip(made["source"], made["target"], strict=True), made["sign"], strict=True))


def without_window(**where: Any) -> set[tuple[str, str]]:
    """Return the pairs that have a tie by the latest act if no window closes."""
    return set(view("latest", None, **where))


def shown_by(given: dict[str, Any], **where: Any) -> View:
    """Return the ties under a student's own rule and window."""
    return view(given["rule"], min(max(given["window"], 1.0), 36_500.0), **where)


def hides_and_keeps(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether a choice hides the one tie and keeps the two others, hostile."""
    found = shown_by(given)
    return LOST not in found and all(found.get(pair) == -1 for pair in KEPT)


def lost(given: dict[str, Any], **where: Any) -> float:
    """Return how many ties a student's own window hides."""
    return float(len(without_window(**where) - set(shown_by(given, **where))))


@cache
def counted_on(day: str, rule: Rule = "majority", kept: bool = False) -> dict[str, str]:
    """Return, for the three ways to count of question 8.8, the line of France and Niger.

    ``kept`` says whether the accord that the others carry on stays beside the last of them.
    """
    accords = record().accords
    others = acts() if kept else acts().query("event_id != 'T109'")
    tables = (acts(), pd.concat([acts(), accords]), pd.concat([others, accords.tail(1)]))
    found = {}
    for way, table in zip(WAYS, tables, strict=True):
        cells = table["actor"] + ";" + table["recipient"]
        few = table[cells.str.contains("FRA") & cells.str.contains("NER")]
        made = ties(dyads(few, record().actors), rule, at=day)
        lines = made.set_index(["source", "target"])["sign"]
        found[way] = SIGN_WORDS[int(lines["FRA", "NER"])]
    return found


def three_ways(case: Case) -> dict[str, str]:
    """Return what question 8.8 expects."""
    return counted_on(END_OF_2025)


QUESTIONS = [
    Question(
        id="8.1",
        name="alliances.first_act_of_pairs",
        asks="On which day did the first act with a sign (+ or −) happen between two states?",
        objective=1,
        reads=Keyed(Choice(FIRST_ACTS), DayFound(), "one day for each pair"),
        expected=first_acts,
        mistakes=[
            Mistake("several_in_a_cell", in_some_part(lambda p: first_day(p, "actor"))),
            Mistake("several_in_a_cell", in_some_part(lambda p: first_day(p, "recipient"))).saying(
                "There is an earlier act between two of these. It names several states in one "
                "cell of the column that has not been taken apart yet."
            ),
            Mistake(
                "too_vague",
                in_a_part(lambda pair, day: bool(day) and first_day(pair).startswith(day)),
            ).saying("The record gives these acts to the day. Look at the column `date`."),
            Mistake(
                "one_direction",
                in_some_part(lambda p: first_day(p, way=1), lambda p: first_day(p, way=-1)),
            ).saying(
                "There is an earlier act of the two. Look at both directions, and at both signs."
            ),
            Mistake("rule_made_tie", in_some_part(named_together)).saying(
                "On that day the two stand on one side of an act. When did the one do something to "
                "the other?"
            ),
            Mistake("last_for_first", in_a_part(lambda pair, day: day in later_days(pair))),
            Mistake(
                "wrong_selection", in_a_part(lambda pair, day: day in map(first_day, FIRST_ACTS))
            ).saying("That is the day of another pair of the list."),
        ],
        hints="""
            - Take the cells apart first, as in the lesson: split, then `.explode`, for both sides.
            - Keep the rows in which both columns hold one of the two, whoever acts, and leave out
              the sign 0.
            - The smallest date of each pair: sort, or use `.agg(first=("date", "min"))`.""",
        solution="""spread["recipient"] = spread["recipient"].str.split(";")
spread = spread.explode("recipient")
first = {}
for pair in ["NER-UKR", "MLI-UKR", "BFA-DZA", "DZA-MLI", "DEU-MLI", "FRA-TCD"]:
    two = pair.split("-")
    rows = spread[spread["actor"].isin(two) & spread["recipient"].isin(two)]
    first[pair] = rows[rows["sign"] != 0]["date"].min()""",
        why="""Three of the six first acts name several states in one cell. Without taking it apart
            one finds a later act, or none. To leave out the sign 0 changes nothing here; elsewhere
            it would.""",
    ),
    Question(
        id="8.2",
        name="alliances.ends_of_spells",
        asks="Why did each of five spells end, if it ended?",
        objective=2,
        reads=Keyed(
            Choice(ENDS),
            Choice(("contrary act", "exit", "window", "open"), blank="open"),
            "one reason for each spell",
        ),
        expected=reasons,
        mistakes=[
            Mistake("window_as_act", says("FRA-TCD 2019", "contrary act")).saying(
                "A hostile act did come between the two of 2019. But on which day, and on which "
                "day had this spell ended?"
            ),
            Mistake("window_as_act", says("FRA-MLI 2013", "contrary act")).saying(
                "The quarrel came. Had the spell lasted until then, with five years for each act?"
            ),
            Mistake("window_as_act", says("FRA-MRT 2014", "contrary act")),
            Mistake("silence_as_end", says("MLI-RUS 2019", "window")),
            Mistake("wrong_selection", says("MLI-RUS 2019", "contrary act")).saying(
                "Look for a hostile act between these two. Is there one?"
            ),
            Mistake("ended_as_open", says("NER-USA 2019", "open")).saying(
                "Something came between these two. On which day did Washington pause its aid?"
            ),
            Mistake("wrong_selection", says("NER-USA 2019", "window")).saying(
                "So ended the spell of the same two that begins in 2013. Look at the year."
            ),
            Mistake("membership_as_tie", in_some_part(lambda name: "exit")).saying(
                "An exit ends what a membership or a common signature has tied. Here acts "
                "alone make the ties."
            ),
            Mistake("window_misjudged", took("window", "open")).saying(
                "Count five years from the last act that supported the tie: on which side of "
                "the record's last day do you come out?"
            ),
        ],
        hints="""
            - Look for a hostile act between the two on the day on which the spell ended. Is there
              one?
            - If there is none, count five years from the last act that supported the tie.
            - Each spell begins in the year of its name; some pairs have several.""",
        solution="""table = tie_spells(pairs, "latest", window="1827D", until="2026-04-27")
names = table["source"] + "-" + table["target"] + " " + table["start"].str[:4]
why = dict(zip(names, table["why"].replace("", "open"), strict=True))
five = ["FRA-MLI 2013", "FRA-TCD 2019", "NER-USA 2019", "MLI-RUS 2019", "FRA-MRT 2014"]
reasons = {name: why[name] for name in five}""",
        why="""A contrary act and the close of a window end ties. Only the first was done by
            anybody.""",
    ),
    Question(
        id="8.3",
        name="alliances.order_of_events",
        asks="Put six events in the order in which they happened.",
        objective=3,
        reads=Items(Choice(LISTED), ordered=True, what="events"),
        expected=happened,
        mistakes=[
            Mistake("incomplete", subset),
            Mistake("off_by_one", neighbours_swapped).saying(
                "All stand right but for two neighbours. Compare their days."
            ),
            Mistake("reversed", reverse).saying(
                "You have them upside down: the first to happen comes first."
            ),
            Mistake("order_told", gives(lambda case: tuple(LISTED))).saying(
                "That is the order of the list above. Which happened first?"
            ),
            Mistake("wrong_selection", gives(lambda case: tuple(sorted(LISTED)))).saying(
                "You have sorted the ids. An id is a name: a row that was added later has a "
                "higher number, whenever it happened. Sort by the dates."
            ),
            Mistake("last_for_first", lambda given, expected, case: given[0] != expected[0]).saying(
                "Something on the list came before the one that you put first."
            ),
            Mistake("order_told", one_misplaced).saying(
                "One of them stands in the wrong place; without it the order is right. Compare "
                "their days."
            ),
        ],
        hints="""
            - Keep the six rows with `.isin([...])`.
            - `.sort_values("date")` puts them in order; then take the column `event_id`.""",
        solution="""
six = acts[acts["event_id"].isin(["T044", "T018", "T079", "T031", "T041", "T099"])]
order = list(six.sort_values("date")["event_id"])""",
        why="""Nearly three years lie between the first and the last. The charter was signed when
            all three had ended their accords with France. Whether the one caused the other, an
            order does not say.""",
    ),
    Question(
        id="8.4",
        name="through_time.days_of_turns",
        asks="On which days did the line of Mali and the United States turn, by the latest act?",
        objective=3,
        reads=Keyed(Choice(TURNS), Date(), "one day for each turn"),
        expected=turns(*TWO),
        mistakes=[
            Mistake("wrong_selection", gives(turns("NER", "USA"))).saying(
                "Those are the turns of Niger and the United States. The question is about Mali."
            ),
            Mistake("lasted_within", gives(before_it_was_over, at="first friendly")).saying(
                "On that day the visit began. A line is drawn when the act has certainly happened."
            ),
            Mistake(
                "direction_of_time",
                either(gives(first_known, at=TURNS[0]), gives(first_known, at=TURNS[1])),
            ).saying(
                "On one of these days the pair is first known, and hostile. The turns come after."
            ),
            Mistake("last_for_first", swapped("first friendly", "friendly again")).saying(
                "You have the two friendly turns the wrong way round: which came first?"
            ),
            Mistake(
                "other_rule",
                gives(lambda case: turns(*TWO, rule="majority")(case)[TURNS[2]], at=TURNS[2]),
            ).saying(
                "On that day the majority changed. By the latest act the line had turned before."
            ),
            Mistake("same_act_twice", in_a_part(lambda turn, day: day in between_turns())).saying(
                "There is an act of the two on that day. By the latest act the line had that sign "
                "already."
            ),
            Mistake(
                "too_vague",
                in_a_part(lambda turn, day: dates.precision(day) in ("month", "year")),
            ).saying("A line turns on a day, and the record has the day of each of these acts."),
            Mistake("end_day_counted", says("hostile again", "2026-01-01")).saying(
                "On that day the bar came into force. The record dates the act itself."
            ),
        ],
        hints="""
            - `turning_points(pairs, ONE, OTHER, until="2026-04-27")` lists them, as in the lesson.
            - The first row is the day on which the pair is first known. Take the rows after it.""",
        solution="""points = turning_points(pairs, "MLI", "USA", until="2026-04-27")
turns = dict(zip(["first friendly", "hostile again", "friendly again"], points["day"][1:]))""",
        why="""Each of the three turns hangs on one act: two visits from Washington, and a bar on
            entry between them. Under another rule the same acts turn the line on other days, or
            not at all.""",
    ),
    Question(
        id="8.5",
        name="through_time.own_act_that_turns",
        asks="Add one act of 2 May 2026 by which a known line of two of the eight states turns.",
        objective=4,
        reads=Fields(
            {
                "actor": Choice(EIGHT),
                "recipient": Choice(EIGHT),
                "sign_rule": Choice(tuple(signs())),
                "after": SignInWords(),
            }
        ),
        same=one_known_line_turned,
        mistakes=[
            Mistake(
                "undirected", lambda given, expected, case: given["actor"] == given["recipient"]
            ).saying("An act towards oneself makes no pair. Name two states."),
            Mistake(
                "sign_from_quad", lambda given, expected, case: signs()[given["sign_rule"]] == 0
            ).saying(
                "This rule gives the sign 0, and an act without a sign turns nothing. Look it up "
                "in the table of signs."
            ),
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: any(before == UNKNOWN for before, _ in mine(given)),
            ).saying(
                "Between these two nothing was known, so a line appears and none turns. Choose a "
                "pair that has one."
            ),
            Mistake("sign_flipped", lambda given, expected, case: bool(mine(given))).saying(
                "A line turns, but not to what you say. Look at the column `after`."
            ),
            Mistake("counts_as_strength", lambda given, expected, case: not mine(given)).saying(
                "The line had this sign already, so nothing turns: by the latest act a second act "
                "of one sign adds nothing."
            ),
        ],
        hints="""
            - Take a pair that is hostile in the lesson's last picture, and let one of the two do
              something friendly; or the other way round.
            - `read_sign_rules()` has the rules with their signs; `visit` is one with a plus.
            - Run `turned_by(record, add_act(...), states=eight)` and read the column `after`.""",
        solution="""act = {"actor": "FRA", "recipient": "TCD", "sign_rule": "visit"}
more = add_act(record, "2026-05-02", act["actor"], act["recipient"], act["sign_rule"])
act["after"] = turned_by(record, more, states=eight)["after"].item()""",
        why="""By the latest act any line turns by one act of the other sign. So a map by this rule
            is a map of the last headlines: say so, or take another rule beside it.""",
    ),
    Question(
        id="8.6",
        name="alliances.hide_one_keep_one",
        asks="Choose a rule and a window that hide one tie and keep two others hostile.",
        objective=5,
        reads=Fields(RULES_AND_WINDOW),
        same=hides_and_keeps,
        mistakes=[
            Mistake(
                "window_misjudged", lambda given, expected, case: LOST in shown_by(given)
            ).saying("France and Mauritania are still tied: their act lies within your window."),
            Mistake(
                "window_misjudged",
                lambda given, expected, case: any(pair not in shown_by(given) for pair in KEPT),
            ).saying(
                "At least one of the two hostile ties is gone too: your window is too short for "
                "its last act."
            ),
            Mistake(
                "rule_misjudged",
                lambda given, expected, case: any(shown_by(given)[pair] != -1 for pair in KEPT),
            ),
        ],
        hints="""
            - Find the last act with a sign of each of the three pairs. How many days before the end
              of 2024 is it?
            - The window must be longer than two of these lengths and no longer than the third.
            - Then look at the sign: in a long window some rules find a friendly act, too.""",
        solution='choice = {"rule": "latest", "window": "1461D"}',
        why="""The pairs are the same as before; the window decides which of them is seen. If you
            choose a window, you choose what is forgotten.""",
    ),
    Question(
        id="8.7",
        name="alliances.own_lost_ties",
        asks="With your own choice of 8.6: how many ties are lost?",
        objective=5,
        reads=Fields({**RULES_AND_WINDOW, "lost": Number(unit="ties", of=WITHOUT_WINDOW)}),
        same=lambda given, expected, case: given["lost"] == lost(given),
        mistakes=[
            Mistake(
                "too_many", own(lambda given, case: float(len(shown_by(given))), at="lost")
            ).saying("That is how many are kept. The question asks for the others."),
            Mistake(
                "wrong_denominator",
                own(lambda given, case: 28.0 - len(shown_by(given)), at="lost"),
            ).saying("Those are all pairs without a tie. Which of them had one before?"),
            Mistake(
                "wrong_denominator",
                own(lambda given, case: float(len(without_window())), at="lost"),
            ).saying("That is how many there were without a window. How many of them are gone?"),
            Mistake(
                "wrong_selection", own(lambda given, case: lost(given, all_states=True), at="lost")
            ).saying("That is how many are lost among all states of the record. Keep the eight."),
            Mistake(
                "later_knowledge", own(lambda given, case: lost(given, at=KNOWN_TO), at="lost")
            ).saying(
                "That is how many are lost on the last day of the record. The question asks for "
                "the end of 2024."
            ),
            Mistake(
                "wrong_denominator",
                own(lambda given, case: lost(given) / len(without_window()), at="lost"),
            ).saying("That is a share. The question asks how many."),
            Mistake("reversed", own(lambda given, case: -lost(given), at="lost")).saying(
                "You have subtracted the wrong way round: a number of lost ties is not below zero."
            ),
            Mistake("missing_as_zero", own(lambda given, case: 0.0, at="lost")).saying(
                "At least the tie of 8.6 should be gone. Compare the two tables pair by pair."
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: off_by_one(given["lost"], lost(given), case),
            ).saying("You are off by one. Subtract the one number of rows from the other."),
        ],
        hints="""
            - Make the ties twice: with the rule `latest` and no window, and with your own choice.
            - A window can only hide ties: compare the numbers of rows.""",
        solution="""all_of_them = ties(pairs, "latest", at="2024-12-31")
mine = ties(pairs, choice["rule"], at="2024-12-31", window=choice["window"])
lost = len(all_of_them) - len(mine)""",
        why="""It is judged by your window. A report that names its window should name what it
            hides.""",
    ),
    Question(
        id="8.8",
        name="through_time.three_ways_to_count",
        asks="What is the line of France and Niger by majority, counted in three ways?",
        objective=6,
        reads=Keyed(Choice(WAYS), SignInWords(), "one word for each"),
        expected=three_ways,
        mistakes=[
            Mistake("later_knowledge", gives(lambda case: counted_on(LAST_DAY))).saying(
                "That is the end of 2024. The question asks for the end of 2025."
            ),
            Mistake("other_rule", gives(lambda case: counted_on(END_OF_2025, "both"))).saying(
                "That is what the rule `both` says. The question asks for the majority."
            ),
            Mistake(
                "same_act_twice", gives(lambda case: counted_on(END_OF_2025, kept=True))
            ).saying(
                "That is the line if T109 stays beside the last of the accords. Let all four count "
                "as one."
            ),
            Mistake("same_act_twice", says("renewals as one", "friendly")).saying(
                "With the four as one, how many friendly acts are left? Keep only the last of the "
                "line, and drop the one of the timeline that it carries on."
            ),
            Mistake("counts_as_strength", says("each one", "hostile")).saying(
                "You may be right about the two states. But the rule counts: how many rows of each "
                "sign are there now?"
            ),
            Mistake("sign_flipped", says("as it is", "friendly")).saying(
                "Count again: how many friendly acts of the two, and how many hostile ones?"
            ),
            Mistake("off_by_one", in_some_part(lambda way: "mixed")).saying(
                "Mixed is for as many friendly acts as hostile ones. Print both counts."
            ),
        ],
        hints="""
            - `ties(..., "majority", at="2025-12-31")` has the columns `friendly` and `hostile`.
            - For the second way put the two tables below each other with `pd.concat`.
            - For the third, drop T109 from the acts and add only the last row of the accords.""",
        solution="""words = {1: "friendly", -1: "hostile", 0: "mixed"}
tables = {
    "as it is": acts,
    "each one": pd.concat([acts, record.accords]),
    "renewals as one": pd.concat([acts[acts["event_id"] != "T109"], record.accords.tail(1)]),
}
counted = {}
for way, table in tables.items():
    lines = ties(dyads(table, record.actors), "majority", at="2025-12-31")
    line = lines[(lines["source"] == "FRA") & (lines["target"] == "NER")]
    counted[way] = words[line["sign"].item()]""",
        why="""A renewal is an act, and it is no second promise. A rule that knows renewals gives
            what the shorter table gives: the accords, counted one by one, outvote the acts that
            ended them.""",
    ),
    Question(
        id="8.9",
        name="alliances.when_blocs_moved",
        asks="When did the lines turn? Argue, and let a second rule disagree.",
        objective=7,
        reads=Essay(42),
        rubric="""
            - It gives at least two days, each with its pair and the act behind it.
            - It names its rule and its window, and says what another choice would change.
            - It says what has turned back since, or might.
            - It says what is not known, and does not call it neutral.
            - It says who acted, and does not let the Sahel states be only acted upon.""",
        hints="""
            - Begin with the change points: which of them would you put on a slide, and why?
            - Then find one pair that does not fit your story, and keep it.""",
        solution='''argument = """
By the latest act, without a window, four lines with France turned between 23 December
2021 (Mali) and 28 November 2024 (Chad); Burkina Faso, Niger and Chad turned theirs
themselves, by ending accords. Niger and the United States turned hostile in August 2023,
friendly in April 2025 and hostile again in December 2025, by the latest act and only so:
by both acts together the line is mixed all that time. For most of the 28 pairs nothing is
known. So I would say that several pairs turned within three years, and that one of them
has not come to rest.
"""''',
        why="There is no one day. There are pairs, days, rules, and what each of them leaves out.",
    ),
]
