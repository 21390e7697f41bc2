"""Lesson 03, Time, asks when it happened."""

from __future__ import annotations

import datetime
import numbers
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from realignment import dates
from realignment.answers import (
    Choice,
    Date,
    Essay,
    Fields,
    Items,
    Keyed,
    Number,
    Unreadable,
    alone,
    shown,
    words_of,
)
from realignment.cases import Case
from realignment.questions import Mistake, Question, Test, options
from realignment.questions.slips import (
    dated,
    either,
    gives,
    neighbours_swapped,
    one_of,
    published,
    reverse,
    subset,
    superset,
    took,
)

WRITTEN = ("D02", "D05", "D07", "D09", "D10", "D11")
"""The expressions of question 3.1: a day, a year, two open ones, a month, and about a month."""
BEGUN = ("D02", "D04", "D11", "D12", "D15")
"""The expressions of question 3.2, in the order of telling."""

ENDED, LENGTH = "2024-06-07", 4
"""The mission of question 3.3: its last day, and how many days it lasts, both ends counted."""

HASTY = {"edtf": "2023-07~", "precision": "month", "basis": "stated", "role": "within"}
"""The classmate's row for D12 in question 3.4."""

ALL = tuple(f"D{number:02}" for number in range(1, 18))
PARSED = ("D02", "D03", "D05", "D10", "D11", "D12", "D15")
MARKS = ("right", "too exact", "wrong")


@dataclass(frozen=True)
class OneDay(Date):
    """A day that was counted to, and not the number of days."""

    expects: str = 'a day, such as a `Timestamp` or `"1999-05-04"`'

    def read(self, answer: object, case: Case) -> str:
        """Return the day; say what is amiss with a count of days, or with billionths."""
        few = isinstance(answer, datetime.timedelta)
        if isinstance(answer, numbers.Real) and not isinstance(answer, bool):
            few = abs(float(answer)) < 1000
        if isinstance(answer, str):
            few = bool(re.fullmatch(r"\s*\d{1,3}( days?)?\s*", answer))
        if few:
            raise Unreadable(
                f"`{shown(answer)}` is a number of days; the question asks for the day itself"
            )
        if isinstance(answer, pd.Timestamp) and (answer.nanosecond or answer.microsecond):
            raise Unreadable(
                "this is not midnight: a bare number in `pd.Timedelta` counts billionths of a "
                "second. Name the unit: `pd.Timedelta(days=...)`"
            )
        return super().read(answer, case)


@dataclass(frozen=True)
class Side(Date):
    """The earliest or the latest day; ``NaT`` or ``..`` where that side is open."""

    def read(self, answer: object, case: Case) -> str:
        """Return the day, or ``""`` for an open side."""
        if answer is pd.NaT or (isinstance(answer, str) and answer.strip() in ("NaT", dates.OPEN)):
            return ""
        return super().read(answer, case)


@dataclass(frozen=True)
class Expression(Choice):
    """A time expression: its id, its words, or what it dates."""

    options: tuple[str, ...] = ALL

    def read(self, answer: object, case: Case) -> str:
        """Return the id of the one expression that has all words of a text."""
        answer = alone(answer)
        if isinstance(answer, str) and (words := set(words_of(re.sub(r"\(.*\)", "", answer)))):
            for column in ("words", "what"):
                named = case.expressions[
                    [words <= set(words_of(text)) for text in case.expressions[column]]
                ]
                if len(named) == 1:
                    return str(named["expression_id"].item())
        return super().read(answer, case)


def expression(case: Case, name: str) -> dict[str, str]:
    """Return one row of the time expressions."""
    found = case.expressions.set_index("expression_id").loc[name]
    return {str(column): str(value) for column, value in found.items()}


# 3.1


def written(case: Case) -> dict[str, str]:
    """Return the date of each expression of question 3.1."""
    return {name: expression(case, name)["edtf"] for name in WRITTEN}


def also(case: Case) -> dict[str, dict[str, str]]:
    """Return the other dates that can be defended for them, with the reason."""
    found = {}
    for name in WRITTEN:
        parts = filter(None, expression(case, name)["also"].split(" | "))
        found[name] = {date: reason for date, _, reason in (p.partition(": ") for p in parts)}
    return found


def same_date(given: str, expected: str, case: Case) -> bool:
    """Compare two dates: the same form, bounds and doubt, and each side as fine."""
    return (
        dates.precision(given) == dates.precision(expected)
        and days_of(given) == days_of(expected)
        and fineness(given) == fineness(expected)
        and [mark in given for mark in "~?%"] == [mark in expected for mark in "~?%"]
    )


def days_of(text: str) -> list[str]:
    """Return the earliest and the latest day of a date; ``""`` for an open side."""
    return ["" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in dates.bounds(text)]


def open_sides(text: str) -> list[bool]:
    """Tell of each side of a date whether it is open."""
    return [not day for day in days_of(text)]


def fineness(text: str) -> list[int]:
    """Tell of each side that is told how fine it is: 0 a year, 1 a month, 2 a day."""
    return [side.count("-") for side in re.split(r"/|\.\.", text.strip("[]")) if side]


def finest(text: str) -> int:
    """Tell how fine the finer side of a date is."""
    return max(fineness(text), default=0)


def some(test: Callable[[str, str], bool]) -> Test:
    """Return a test: some wrong date of 3.1 passes ``test`` beside the true one."""
    return lambda given, expected, case: any(
        given[name] and not same_date(given[name], true, case) and test(given[name], true)
        for name, true in expected.items()
    )


def turned(given: str, true: str) -> bool:
    """Tell whether a date is open at the other end."""
    both = ".." in true and ("/" in given) == ("/" in true)
    return both and open_sides(given) == open_sides(true)[::-1]


def other_role(given: str, true: str) -> bool:
    """Tell whether a span stands for one moment in it, or one moment for a span."""
    span = "/" in given
    if dates.precision(true) == "year":
        return span
    return ".." in true and span == ("[" in true) and (span or "[" in given)


def a_step_off(given: str, true: str) -> bool:
    """Tell whether a year, or a month, is one too early or too late."""
    mine, other = dates.bounds(given)[0], dates.bounds(true)[0]
    if dates.precision(given) != dates.precision(true) or pd.isna(mine) or pd.isna(other):
        return False
    months = abs(12 * (mine.year - other.year) + mine.month - other.month)
    return months == 12 or (months == 1 and dates.precision(true) == "month")


# 3.2


def sorted_by(key: Callable[[dict[str, str]], str]) -> Callable[[Case], tuple[str, ...]]:
    """Return what sorts the expressions of question 3.2 by something in the row of each."""
    return lambda case: tuple(sorted(BEGUN, key=lambda name: key(expression(case, name))))


def before(one: str, other: str) -> Test:
    """Return a test: of two that stand the other way round in time, one comes first."""
    return lambda given, expected, case: given.index(one) < given.index(other)


def presence_moved(given: tuple[str, ...], expected: tuple[str, ...], case: Case) -> bool:
    """Tell whether all is in order but for the presence, which lasted."""
    others = [[name for name in order if name != "D15"] for order in (given, expected)]
    return given != expected and sorted(given) == sorted(BEGUN) and others[0] == others[1]


# 3.3 to 3.6


def back(day: str, days: int = 0, months: int = 0) -> str:
    """Return the day that lies so much before another."""
    return f"{pd.Timestamp(day) - pd.DateOffset(days=days, months=months):%Y-%m-%d}"


def apart(*days: int) -> Test:
    """Return a test: a day is so many days late (negative: early)."""
    return lambda given, expected, case: (
        dates.precision(given) == "day"
        and (dates.bounds(given)[0] - pd.Timestamp(expected)).days in days
    )


def flawed_column(case: Case) -> str:
    """Return the column in which the classmate's row differs from the table."""
    true = expression(case, "D12")
    return next(name for name, given in HASTY.items() if given != true[name])


def fine(case: Case) -> pd.Series[Any]:
    """Return the precision of each expression."""
    return case.expressions["edtf"].map(dates.precision)


def limits(case: Case) -> pd.DataFrame:
    """Return the earliest and the latest day of each expression."""
    return dates.bounds_frame(case.expressions["edtf"])


def widths(case: Case) -> pd.Series[Any]:
    """Return the days between the earliest and the latest day, for those with both."""
    width = (limits(case)["latest"] - limits(case)["earliest"]).dt.days
    return width.set_axis(case.expressions["expression_id"]).dropna()


def half_open(given: str, expected: Any, case: Case) -> bool:
    """Tell whether one side of an expression is open."""
    return len(set(open_sides(expression(case, given)["edtf"]))) == 2


# 3.7 and 3.8


def own_days(given: dict[str, str]) -> list[str]:
    """Return the two days that a student's own date allows."""
    return days_of(given["date"])


def two_days(given: dict[str, str]) -> list[str]:
    """Return the two days that are given."""
    return [given["earliest"], given["latest"]]


def of_another(given: dict[str, str], expected: Any, case: Case) -> bool:
    """Tell whether the two days are those of a whole month or year, and of another than named."""
    first = given["earliest"]
    whole = [days_of(first[:length]) for length in (4, 7) if dates.precision(first) == "day"]
    return two_days(given) in whole


def a_day_off(given: dict[str, str], expected: Any, case: Case) -> bool:
    """Tell whether one of the two days is a day off."""
    return any(
        dates.precision(mine) == "day"
        and dates.precision(true) == "day"
        and abs((pd.Timestamp(mine) - pd.Timestamp(true)).days) == 1
        for mine, true in zip(two_days(given), own_days(given), strict=True)
    )


def marks(case: Case) -> dict[str, str]:
    """Return the mark of each of the parser's answers."""
    return {name: _mark(expression(case, name)) for name in PARSED}


def _mark(row: dict[str, str]) -> str:
    earliest, latest = dates.bounds(row["edtf"])
    if not earliest <= pd.Timestamp(row["parser_says"]).normalize() <= latest:
        return "wrong"
    return "right" if row["precision"] == "day" else "too exact"


QUESTIONS = [
    Question(
        id="3.1",
        name="time.expressions_as_edtf",
        asks="Write six time expressions as EDTF.",
        objective=1,
        reads=Keyed(Choice(WRITTEN), Date(), "one date for each expression"),
        expected=written,
        defensible=also,
        same=same_date,
        mistakes=[
            Mistake("publication_date", either(*(published(name) for name in WRITTEN))),
            Mistake(
                "publication_date",
                gives(lambda case: case.article.published[:4], at="D05"),
            ).saying("That is the year in which the story came out. Which year do the words name?"),
            Mistake(
                "direction_of_time",
                lambda given, expected, case: any(
                    days_of(date)[0] > case.article.published for date in given.values()
                ),
            ).saying(
                "One of yours lies after the story was published. In which direction do the words "
                "count?"
            ),
            Mistake("open_end", some(turned)).saying(
                "You leave one of these open at the wrong end. Which side do the words tell, and "
                "which do they not?"
            ),
            Mistake("lasted_within", some(other_role)),
            Mistake(
                "open_end",
                some(lambda given, true: any(open_sides(true)) and not any(open_sides(given))),
            ),
            Mistake("off_by_one", some(a_step_off)).saying(
                "One of yours is one year off, or one month. From which day do its words count?"
            ),
            Mistake(
                "mark_confused",
                some(lambda given, true: "~" in true and bool(set(given) & set("?%[/"))),
            ),
            Mistake(
                "hedge_everywhere", some(lambda given, true: given.rstrip("~?%") == true)
            ).saying("One of yours has a mark of doubt, and its words have no doubt."),
            Mistake(
                "false_precision", some(lambda given, true: finest(given) > finest(true))
            ).saying(
                "One of yours is finer than its own sentence. Another one may say more, or you "
                "may know more. By its words alone: a day, a month or a year?"
            ),
            Mistake("too_vague", some(lambda given, true: finest(given) < finest(true))).saying(
                "One of yours is less exact than it can be."
            ),
        ],
        hints="""
            - Ask of each first: does it give a day, a month or a year? Write that much.
            - For what holds since something, use a slash; for what had ended by some day,
              brackets. The side that is not told is written with two points.
            - One of the six is about a month: there is a mark for about.""",
        solution="""written = {
    "D02": "2024-03-16", "D05": "2023", "D07": "[..2024-03-17]",
    "D09": "2023-07/..", "D10": "2023-07", "D11": "2023-03~",
}""",
        why="""A year and a month stay what they are. Since goes on with an open end; no longer has
            ended at some time before; ago is about.""",
    ),
    Question(
        id="3.2",
        name="time.order_of_beginnings",
        asks="Put five things in the order in which they began.",
        objective=5,
        reads=Items(Expression(), ordered=True, what="expressions"),
        expected=sorted_by(lambda row: days_of(row["edtf"])[0]),
        mistakes=[
            Mistake("order_told", one_of(BEGUN)),
            Mistake("reversed", reverse).saying(
                "These begin with the latest. Which of them began first?"
            ),
            Mistake("incomplete", subset),
            Mistake("too_many", superset).saying(
                "There is something among these that is not one of the five."
            ),
            Mistake(
                "wrong_selection", lambda given, expected, case: set(given) != set(BEGUN)
            ).saying("Not all of these are among the five, and not all of the five are there."),
            Mistake("last_for_first", gives(sorted_by(lambda row: days_of(row["edtf"])[1]))).saying(
                "That is the order in which they ended. Which day of each does the question mean?"
            ),
            Mistake("last_for_first", presence_moved).saying(
                "All that happened once stands in order. One of the five lasted for long: put it "
                "where it began."
            ),
            Mistake("order_told", gives(sorted_by(lambda row: row["parser_says"]))).saying(
                "That is the order of the parser's answers, and some of those are wrong. Compare "
                "the earliest days."
            ),
            Mistake("order_told", before("D12", "D11")).saying(
                "Sentence 11 says how the removal lies to the visit of sentence 10. Which of the "
                "two was first?"
            ),
            Mistake("order_told", before("D02", "D04")).saying(
                "The declaration stands first in the story. What had come before it?"
            ),
            Mistake("reversed", neighbours_swapped).saying(
                "Two neighbours stand in each other's place, and all else is in order. Compare "
                "their earliest days."
            ),
        ],
        hints="""
            - Something that is told late may have begun long before. Look for the one that goes
              back furthest.
            - `dates.bounds_frame` gives an earliest day for each; sort by it.""",
        solution="""expressions["begins"] = dates.bounds_frame(expressions["edtf"])["earliest"]
in_time = expressions.sort_values("begins", kind="stable")["expression_id"]
as_it_happened = [name for name in in_time if name in ["D02", "D04", "D11", "D12", "D15"]]""",
        why="Sorted by the earliest day. News begins with the latest; a table can undo that.",
    ),
    Question(
        id="3.3",
        name="time.first_day_of_a_mission",
        asks="On which day does a mission of four days begin that ends on 7 June 2024?",
        objective=2,
        reads=OneDay(),
        expected=lambda case: back(ENDED, days=LENGTH - 1),
        mistakes=[
            Mistake("direction_of_time", one_of(ENDED)).saying(
                "That is its last day. The question asks for the first."
            ),
            Mistake("direction_of_time", apart(2 * LENGTH - 2, 2 * LENGTH - 1)).saying(
                "That is after it ended. In which direction must one count?"
            ),
            Mistake("off_by_one", apart(-1, 1)).saying(
                "Write the four days down. How many steps lie between the first and the last?"
            ),
            Mistake(
                "wrong_selection",
                gives(lambda case: back(case.article.published, days=LENGTH - 1)),
            ).saying("You counted from the day of the story. The mission ends on another day."),
            Mistake(
                "measure_confused",
                one_of(
                    *(back(ENDED, days=7 * n) for n in (3, 4)),
                    *(back(ENDED, months=n) for n in (3, 4)),
                ),
            ).saying("You went back by weeks or by months. The mission lasts days."),
            Mistake("off_by_one", dated(lambda day, true: day[4:] == true[4:])).saying(
                "The day and the month stand. In which year does the mission end?"
            ),
            Mistake("too_many", lambda given, expected, case: "/" in given or "[" in given).saying(
                "That is a span of days. The question asks for the first of them."
            ),
            Mistake("too_vague", dated(lambda day, true: day in (true[:4], true[:7]))).saying(
                "The question gives enough for a day."
            ),
        ],
        hints="""
            - Name the weekdays backwards, Friday first, until you have as many as the mission.
            - From the first day to the last there is one step less than there are days.""",
        solution='ended = pd.Timestamp("2024-06-07")\nbegan = ended - pd.Timedelta(days=3)',
        why="""Days are counted with both ends, steps without one. To subtract the number of days
            goes one too far.""",
    ),
    Question(
        id="3.4",
        name="time.flaw_in_a_row",
        asks="Find the flaw: which column of the classmate's row is wrong?",
        objective=3,
        reads=Choice(HASTY),
        expected=flawed_column,
        mistakes=options(
            edtf="direction_of_time: Count on from the visit of sentence 10: the date is what the "
            "words give. But how did we get it?",
            precision="false_precision: About a month is still a month. Look at the others.",
            role="lasted_within: A removal is done once, somewhere in that time. Look at the "
            "others.",
        ),
        hints="""
            - Look for the month in sentence 11. Is it there?
            - What did you have to do to arrive at a month? One of the columns is about that.""",
        solution='flaw = "basis"',
        why="""The sentence names no month; it gives a distance from another event. So the date is
            counted.""",
    ),
    Question(
        id="3.5",
        name="time.known_to_the_day",
        asks="How many of the seventeen expressions are known to the day?",
        objective=4,
        reads=Number(unit="expressions", of=len(ALL)),
        expected=lambda case: float((fine(case) == "day").sum()),
        mistakes=[
            Mistake(
                "false_precision", gives(lambda case: case.expressions["parser_says"].ne("").sum())
            ).saying("For so many a parser has an answer. For how many do the words give a day?"),
            Mistake("wrong_denominator", gives(lambda case: len(case.expressions))).saying(
                "So many expressions there are. How many of them?"
            ),
            Mistake(
                "disagreement_counted", gives(lambda case: case.expressions["edtf"].ne("").sum())
            ).saying(
                "So many have a date, and just so many are not known to the day. The question "
                "asks for those that are."
            ),
            Mistake("missing_as_zero", gives(lambda case: (fine(case) == "interval").sum())).saying(
                "So many are intervals, and so many it would be with the empty cells counted in. "
                "Neither is known to the day."
            ),
            Mistake(
                "lasted_within", gives(lambda case: fine(case).isin(["day", "one-of"]).sum())
            ).saying(
                "That is one too many. What stands with a slash or in brackets is not known to the "
                "day, even where it names days."
            ),
            Mistake(
                "lasted_within", gives(lambda case: limits(case).notna().all(axis=1).sum())
            ).saying(
                "Of so many both ends are known, and a month has two ends too. Of how many is it "
                "one day?"
            ),
            Mistake(
                "lasted_within",
                gives(lambda case: case.expressions["edtf"].str.contains(r"\d-\d\d-\d\d").sum()),
            ).saying(
                "In so many some day is written. Behind a slash or in brackets it is only an end."
            ),
            Mistake(
                "measure_confused",
                gives(lambda case: case.expressions["basis"].eq("bounded").sum()),
            ).saying(
                "So many are only bounded, by the column `basis`. How fine is another column."
            ),
            Mistake(
                "too_vague",
                gives(
                    lambda case: limits(case)["earliest"].notna().sum(),
                    lambda case: limits(case)["latest"].notna().sum(),
                ),
            ).saying("Of so many one end is known, as that of a month is too."),
            Mistake(
                "same_act_twice",
                gives(lambda case: case.expressions["edtf"][fine(case) == "day"].nunique()),
            ).saying(
                "So many different days there are. Two expressions may name the same day: count "
                "expressions."
            ),
            Mistake(
                "wrong_denominator",
                gives(lambda case: (fine(case) == "day").mean()),
            ).saying("That is the share. How many are they?"),
        ],
        hints="""
            - `dates.precision` names the form of one date. `.apply` does it for all.
            - Compare the result with the word `"day"` and count what is true.""",
        solution="""fine = expressions["edtf"].apply(dates.precision)
known_to_the_day = (fine == "day").sum()""",
        why="""Few times in the news are known to the day from the text alone, and all of those are
            in its first sentences.""",
    ),
    Question(
        id="3.6",
        name="time.widest_range",
        asks="Which expression has the widest range, of those with both days known?",
        objective=4,
        reads=Expression(),
        expected=lambda case: str(widths(case).idxmax()),
        mistakes=[
            Mistake("open_end", half_open).saying(
                "One side of it is open, so it has no width that could be computed."
            ),
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: expression(case, given)["edtf"] == "",
            ).saying("It has no date at all. Unknown is neither wide nor narrow."),
            Mistake(
                "reversed",
                lambda given, expected, case: widths(case)[given] == widths(case).min(),
            ).saying("That is one of the narrowest. Which end of the list do you need?"),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: (
                    given in widths(case) and widths(case)[given] < widths(case)[expected]
                ),
            ).saying(
                "Its width is known, and another one is wider. Are the rows sorted by width, and "
                "do you look at the widest?"
            ),
        ],
        hints="""
            - When the table is sorted, at which of its ends do you look? And what stands in a row
              without a width?
            - Think of the expression that reaches furthest back.""",
        solution="""limits = dates.bounds_frame(expressions["edtf"])
expressions["width"] = (limits["latest"] - limits["earliest"]).dt.days
ranked = expressions.sort_values("width", ascending=False)
widest = ranked["expression_id"].head(1).item()""",
        why="""It reaches from about 2014 to the day of publication. Rows with an open side have no
            width; they are not narrow.""",
    ),
    Question(
        id="3.7",
        name="time.own_bounds",
        asks="From your own date of 3.1 for D11: its earliest and its latest day.",
        objective=1,
        reads=Fields({"date": Date(), "earliest": Side(), "latest": Side()}),
        same=lambda given, expected, case: two_days(given) == own_days(given),
        mistakes=[
            Mistake(
                "reversed", lambda given, expected, case: two_days(given)[::-1] == own_days(given)
            ).saying("You have the two days in each other's place."),
            Mistake(
                "too_vague",
                lambda given, expected, case: any(
                    dates.precision(day) not in ("day", "unknown") for day in two_days(given)
                ),
            ).saying("One of these is not a single day. Which day of it do you mean?"),
            Mistake(
                "open_end",
                lambda given, expected, case: (
                    [not day for day in two_days(given)] != open_sides(given["date"])
                ),
            ).saying("Is a side of your date open? Such a side has no day, and any other has one."),
            Mistake(
                "publication_date",
                lambda given, expected, case: case.article.published in two_days(given),
            ).saying("One of the two is the day on which the story was published."),
            Mistake("other_rule", of_another).saying(
                "These are the two days of another month or year than your date names. Have you "
                "changed it since? Run the cell again."
            ),
            Mistake(
                "false_precision",
                lambda given, expected, case: (
                    len(set(two_days(given))) == 1 and len(set(own_days(given))) == 2
                ),
            ).saying("You give one and the same day twice. Your date allows more than one."),
            Mistake(
                "mark_confused",
                lambda given, expected, case: (
                    given["earliest"] < own_days(given)[0] and given["latest"] > own_days(given)[1]
                ),
            ).saying(
                "Your two days reach further than your date. A mark for about does not say how "
                "far, so it moves neither of them."
            ),
            Mistake("off_by_one", a_day_off).saying(
                "One of the two is a day off. Mind how many days a month has."
            ),
        ],
        hints="""
            - The function `dates.bounds` takes one date and returns two days.
            - `earliest, latest = dates.bounds(...)`; what belongs between the brackets is in
              `written`.""",
        solution='earliest, latest = dates.bounds(written["D11"])',
        why="The days follow from your date. What is computed stays true when its ground moves.",
    ),
    Question(
        id="3.8",
        name="time.parser_marked",
        asks="Mark seven answers of a date parser: right, too exact or wrong.",
        objective=6,
        reads=Keyed(Choice(PARSED), Choice(MARKS), "one mark for each answer"),
        expected=marks,
        defensible=lambda case: {
            "D02": {
                "too exact": "the day is right, but it adds an hour that the text does not give"
            },
        },
        mistakes=[
            Mistake("false_precision", took("too exact", "right")).saying(
                "You call a day right where the words give none. It may be that day; the text "
                "does not say so."
            ),
            Mistake("direction_of_time", took("wrong", "right")).saying(
                "The words do not allow one of the days that you call right. From which day do "
                "they count, and in which direction?"
            ),
            Mistake("direction_of_time", took("wrong", "too exact")).saying(
                "One that you call too exact is not even near. From which day do the words "
                "count, and in which direction?"
            ),
            Mistake("hedge_everywhere", took("right", "wrong")).saying(
                "One that you call wrong lies where the words put it."
            ),
            Mistake("hedge_everywhere", took("too exact", "wrong")).saying(
                "One that you call wrong is not excluded by the words. What is the matter with "
                "it then?"
            ),
        ],
        hints="""
            - First find those that lie where the words cannot mean: count each from its own day.
            - Of the others, ask whether the words give a day at all.""",
        solution="""marks = {
    "D02": "right", "D03": "wrong", "D05": "too exact", "D10": "too exact",
    "D11": "too exact", "D12": "wrong", "D15": "wrong",
}""",
        why="""Outside the bounds it is wrong; inside, it is right only where the words give a day.
            The too exact ones are the dangerous ones: nothing about them looks wrong.""",
    ),
    Question(
        id="3.9",
        name="time.false_day_or_blank",
        asks="A false day or a blank: answer a colleague who wants no gaps.",
        objective=6,
        reads=Essay(25),
        rubric="""
            - It uses one expression of the story, with its sentence.
            - It says what a later step would do with the false day, and what with the blank.
            - It names a form that is neither: a month, a range, an open end.
            - It grants what is true in her view.""",
        hints="""
            - Take one of the answers that you marked as too exact, and compute something with it.
            - Ask whether anybody who sees only the table could find out that the day was made
              up.""",
        solution='''answer = """
Take July 2023 in sentence 9. The parser makes it the 17th, and then the coup comes nine days
before the end of the government that it overthrew; no later step can see that the day was
made up. A month, or a blank, would have made us ask. You are right that gaps are awkward to
draw, so I would draw them as a range and not fill them.
"""''',
        why="A blank asks a question. A false day answers one that nobody has asked.",
    ),
]
