"""Lesson 03, Time, asks when it happened."""

from __future__ import annotations

import datetime
import numbers
import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from realignment import dates
from realignment.answers import Choice, Date, Essay, Fields, Items, Keyed, Number, Unreadable, shown
from realignment.cases import Case
from realignment.questions import Mistake, Question, value

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
        number = isinstance(answer, numbers.Real) and not isinstance(answer, bool)
        few = number and abs(answer) < 1000
        if isinstance(answer, str):
            few = bool(re.fullmatch(r"\s*\d{1,3}( days?)?\s*", answer))
        if few or isinstance(answer, datetime.timedelta):
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


def expression(case: Case, name: str) -> dict:
    """Return one row of the time expressions."""
    return case.expressions.set_index("expression_id").loc[name].to_dict()


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
    """Compare two dates: the same form, the same bounds, the same doubt."""
    return (
        dates.precision(given) == dates.precision(expected)
        and _days(given) == _days(expected)
        and [mark in given for mark in "~?%"] == [mark in expected for mark in "~?%"]
    )


def _days(text: str) -> list[str]:
    """Return the earliest and the latest day as text, so that two open sides are equal."""
    return [str(day) for day in dates.bounds(text)]


def open_sides(text: str) -> list[bool]:
    """Tell of each side of a date whether it is open."""
    return [bool(pd.isna(day)) for day in dates.bounds(text)]


def _finest(text: str) -> int:
    """Return how many parts (year, month, day) the finest date in a text has."""
    return max(part.count("-") + 1 for part in re.split(r"/|\.\.", text))


def some(test):
    """Return a test that is true if some wrong part of an answer to 3.1 passes ``test``."""
    return lambda given, expected, case: any(
        not same_date(given[name], true, case) and test(name, given[name], true, case)
        for name, true in written(case).items()
    )


def begun(case: Case) -> tuple[str, ...]:
    """Return the expressions of question 3.2 from the earliest to the latest."""
    first = {name: dates.bounds(expression(case, name)["edtf"])[0] for name in BEGUN}
    return tuple(sorted(BEGUN, key=first.get))


def first_day(case: Case) -> str:
    """Return the first day of the mission of question 3.3."""
    return f"{pd.Timestamp(ENDED) - pd.Timedelta(days=LENGTH - 1):%Y-%m-%d}"


def apart(given: str, case: Case) -> int | None:
    """Return by how many days an answer to 3.3 is late (negative: early); None if no day."""
    if dates.precision(given) != "day":
        return None
    return (dates.bounds(given)[0] - pd.Timestamp(first_day(case))).days


def flawed_column(case: Case) -> str:
    """Return the column in which the classmate's row differs from the table."""
    true = expression(case, "D12")
    return next(name for name, given in HASTY.items() if given != true[name])


def counted(case: Case, *kinds: str) -> int:
    """Return how many expressions have one of these precisions."""
    return int(case.expressions["edtf"].map(dates.precision).isin(kinds).sum())


def widths(case: Case) -> pd.Series:
    """Return the days between the earliest and the latest day, for those with both."""
    limits = dates.bounds_frame(case.expressions["edtf"])
    width = (limits["latest"] - limits["earliest"]).dt.days
    return width.set_axis(case.expressions["expression_id"]).dropna()


def half_open(given: str, expected: Any, case: Case) -> bool:
    """Tell whether one side of an expression is open."""
    earliest, latest = dates.bounds(expression(case, given)["edtf"])
    return pd.isna(earliest) != pd.isna(latest)


def follows(given: dict, expected: None, case: Case) -> bool:
    """Tell whether both days follow from the student's own date."""
    return [given["earliest"], given["latest"]] == _own_days(given)


def _own_days(given: dict) -> list[str]:
    return ["" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in dates.bounds(given["date"])]


def marks(case: Case) -> dict[str, str]:
    """Return the mark of each of the parser's answers."""
    return {name: _mark(expression(case, name)) for name in PARSED}


def _mark(row: dict) -> str:
    earliest, latest = dates.bounds(row["edtf"])
    if not earliest <= pd.Timestamp(row["parser_says"]).normalize() <= latest:
        return "wrong"
    return "right" if row["precision"] == "day" else "too exact"


def marked(mark: str, true: str):
    """Return a test: some answer whose mark is ``true`` was given ``mark``."""
    return lambda given, expected, case: any(
        given[name] == mark and right == true for name, right in marks(case).items()
    )


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
            Mistake(
                "publication_date",
                some(lambda name, given, true, case: given == case.article.published),
            ),
            Mistake(
                "direction_of_time",
                some(
                    lambda name, given, true, case: (
                        dates.bounds(given)[0] > pd.Timestamp(case.article.published)
                    )
                ),
                "One of yours lies after the story was published. In which direction do the words "
                "count?",
            ),
            Mistake(
                "open_end",
                some(
                    lambda name, given, true, case: (
                        ".." in true
                        and ("/" in given) == ("/" in true)
                        and open_sides(given) == open_sides(true)[::-1]
                    )
                ),
                "You leave one of these open at the wrong end. Which side do the words tell, and "
                "which do they not?",
            ),
            Mistake(
                "lasted_within",
                some(
                    lambda name, given, true, case: dates.precision(true) == "year" and "/" in given
                ),
                "A slash says that it went on all that time. Here one thing happened once, within "
                "that time.",
            ),
            Mistake(
                "lasted_within",
                some(
                    lambda name, given, true, case: (
                        ".." in true
                        and ("/" in given) == ("[" in true)
                        and ("/" in given or "[" in given)
                    )
                ),
            ),
            Mistake(
                "open_end",
                some(lambda name, given, true, case: ".." in true and ".." not in given),
            ),
            Mistake(
                "false_precision",
                some(
                    lambda name, given, true, case: (
                        ".." in true and ".." in given and _finest(given) > _finest(true)
                    )
                ),
                "One of your open dates names a day that its own sentence does not have.",
            ),
            Mistake(
                "off_by_one",
                some(
                    lambda name, given, true, case: (
                        given[4:] == true[4:]
                        and dates.precision(given) == dates.precision(true) != "year"
                        and abs(dates.bounds(given)[0].year - dates.bounds(true)[0].year) == 1
                    )
                ),
                "One of yours is off by a whole year. Count from the day of publication.",
            ),
            Mistake(
                "false_precision",
                some(
                    lambda name, given, true, case: (
                        dates.precision(given) == "day"
                        and dates.precision(true) in ("month", "year")
                    )
                ),
            ),
            Mistake(
                "false_precision",
                some(
                    lambda name, given, true, case: (
                        dates.precision(given) == "month" and dates.precision(true) == "year"
                    )
                ),
                "Another sentence may give the month. By its own words, how exact is this one?",
            ),
            Mistake(
                "mark_confused",
                some(
                    lambda name, given, true, case: (
                        "~" in true and any(mark in given for mark in "?%[/")
                    )
                ),
            ),
            Mistake(
                "too_vague",
                some(
                    lambda name, given, true, case: (
                        dates.precision(given) in ("month", "year")
                        and dates.precision(true) in ("day", "month")
                        and dates.precision(given) != dates.precision(true)
                    )
                ),
                "One of yours is less exact than its words are.",
            ),
        ],
        hints=[
            "Ask of each first: does it give a day, a month or a year? Write that much.",
            "For what holds since something, use a slash; for what had ended by some day, "
            "brackets. The side that is not told is written with two points.",
            "One of the six is about a month: there is a mark for about.",
        ],
        solution="""written = {
    "D02": "2024-03-16", "D05": "2023", "D07": "[..2024-03-17]",
    "D09": "2023-07/..", "D10": "2023-07", "D11": "2023-03~",
}""",
        why="A year and a month stay what they are. Since goes on with an open end; no longer has "
        "ended at some time before; ago is about.",
    ),
    Question(
        id="3.2",
        name="time.order_of_beginnings",
        asks="Put five things in the order in which they began.",
        objective=5,
        reads=Items(Choice(ALL), ordered=True, what="expressions"),
        expected=begun,
        mistakes=[
            Mistake("order_told", value(BEGUN)),
            Mistake(
                "reversed",
                lambda given, expected, case: given == begun(case)[::-1],
                "These begin with the latest. Which of them began first?",
            ),
            Mistake("incomplete", lambda given, expected, case: set(given) < set(BEGUN)),
            Mistake(
                "too_many",
                lambda given, expected, case: bool(set(given) - set(BEGUN)),
                "One of these is not among the five.",
            ),
            Mistake(
                "order_told",
                lambda given, expected, case: given.index("D12") < given.index("D11"),
                "Sentence 11 says how the removal lies to the visit of sentence 10. Which of the "
                "two was first?",
            ),
            Mistake(
                "order_told",
                lambda given, expected, case: given.index("D02") < given.index("D04"),
                "The declaration stands first in the story. What had come before it?",
            ),
        ],
        hints=[
            "Something that is told late may have begun long before. Look for the one that "
            "goes back furthest.",
            "`dates.bounds_frame` gives an earliest day for each; sort by it.",
        ],
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
        expected=first_day,
        mistakes=[
            Mistake(
                "direction_of_time",
                lambda given, expected, case: apart(given, case) is not None and given > ENDED,
                "That is after it ended. In which direction must one count?",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: apart(given, case) in (-1, 1),
                "Write the four days down. How many steps lie between the first and the last?",
            ),
            Mistake("direction_of_time", value(ENDED), "That is its last day."),
            Mistake(
                "too_many",
                lambda given, expected, case: "/" in given or "[" in given,
                "That is a span of days. The question asks for the first of them.",
            ),
            Mistake(
                "too_vague",
                lambda given, expected, case: dates.precision(given) in ("month", "year"),
                "The question gives enough for a day.",
            ),
        ],
        hints=[
            "Name the weekdays backwards, Friday first, until you have as many as the mission.",
            "From the first day to the last there is one step less than there are days.",
        ],
        solution='ended = pd.Timestamp("2024-06-07")\nbegan = ended - pd.Timedelta(days=3)',
        why="Days are counted with both ends, steps without one. To subtract the number of days "
        "goes one too far.",
    ),
    Question(
        id="3.4",
        name="time.flaw_in_a_row",
        asks="Find the flaw: which column of the classmate's row is wrong?",
        objective=3,
        reads=Choice(tuple(HASTY)),
        expected=flawed_column,
        mistakes=[
            Mistake(
                "direction_of_time",
                value("edtf"),
                "Count on from the visit of sentence 10: the date is what the words give. But how "
                "did we get it?",
            ),
            Mistake(
                "false_precision",
                value("precision"),
                "About a month is still a month. Look at the others.",
            ),
            Mistake(
                "lasted_within",
                value("role"),
                "A removal is done once, somewhere in that time. Look at the others.",
            ),
        ],
        hints=[
            "Look for the month in sentence 11. Is it there?",
            "What did you have to do to arrive at a month? One of the columns is about that.",
        ],
        solution='flaw = "basis"',
        why="The sentence names no month; it gives a distance from another event. So the date is "
        "counted.",
    ),
    Question(
        id="3.5",
        name="time.known_to_the_day",
        asks="How many of the seventeen expressions are known to the day?",
        objective=4,
        reads=Number(unit="expressions"),
        expected=lambda case: float(counted(case, "day")),
        mistakes=[
            Mistake(
                "false_precision",
                lambda given, expected, case: (
                    given == (case.expressions["parser_says"] != "").sum()
                ),
                "That is how many days a parser has made. How many do the words give?",
            ),
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: given == counted(case, "day", "unknown"),
                "You have counted the empty cells too. What is not known is not known to the day.",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given == len(case.expressions),
                "That is how many expressions there are.",
            ),
            Mistake(
                "lasted_within",
                lambda given, expected, case: given == counted(case, "day") + 1,
                "A visit of several days is an interval, also where both of its ends are days.",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: given == counted(case, "day") - 1,
                "You are off by one. Let Python count.",
            ),
        ],
        hints=[
            "`dates.precision` names the form of one date. `.apply` does it for all.",
            'Compare the result with the word `"day"` and count what is true.',
        ],
        solution='fine = expressions["edtf"].apply(dates.precision)\n'
        'known_to_the_day = (fine == "day").sum()',
        why="Few times in the news are known to the day from the text alone, and all of those are "
        "in its first sentences.",
    ),
    Question(
        id="3.6",
        name="time.widest_range",
        asks="Which expression has the widest range, of those with both days known?",
        objective=4,
        reads=Choice(ALL),
        expected=lambda case: widths(case).idxmax(),
        mistakes=[
            Mistake(
                "open_end",
                half_open,
                "One side of it is open, so it has no width that could be computed.",
            ),
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: expression(case, given)["edtf"] == "",
                "It has no date at all. Unknown is neither wide nor narrow.",
            ),
            Mistake(
                "reversed",
                lambda given, expected, case: widths(case)[given] == widths(case).min(),
                "That is one of the narrowest. Which end of the list do you need?",
            ),
        ],
        hints=[
            "When the table is sorted, at which of its ends do you look? And what stands in a "
            "row without a width?",
            "Think of the expression that reaches furthest back.",
        ],
        solution="""limits = dates.bounds_frame(expressions["edtf"])
expressions["width"] = (limits["latest"] - limits["earliest"]).dt.days
ranked = expressions.sort_values("width", ascending=False)
widest = ranked["expression_id"].head(1).item()""",
        why="It reaches from about 2014 to the day of publication. Rows with an open side have no "
        "width; they are not narrow.",
    ),
    Question(
        id="3.7",
        name="time.own_bounds",
        asks="From your own date of 3.1 for D11: its earliest and its latest day.",
        objective=1,
        reads=Fields({"date": Date(), "earliest": Side(), "latest": Side()}),
        same=follows,
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: (
                    [given["latest"], given["earliest"]] == _own_days(given)
                ),
                "You have the two days in each other's place.",
            ),
            Mistake(
                "too_vague",
                lambda given, expected, case: any(
                    dates.precision(given[side]) not in ("day", "unknown")
                    for side in ("earliest", "latest")
                ),
                "One of these is not a single day. Which day of it do you mean?",
            ),
            Mistake(
                "open_end",
                lambda given, expected, case: (
                    [not given["earliest"], not given["latest"]] != open_sides(given["date"])
                ),
                "Is a side of your date open? Such a side has no day, and any other has one.",
            ),
            Mistake(
                "false_precision",
                lambda given, expected, case: given["earliest"] == given["latest"],
                "You give one and the same day twice. Your date allows more than one.",
            ),
            Mistake(
                "mark_confused",
                lambda given, expected, case: (
                    given["earliest"] < _own_days(given)[0]
                    and given["latest"] > _own_days(given)[1]
                ),
                "You have made it wider than it is. The mark for about does not say how far.",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: any(
                    dates.precision(given[side]) == "day"
                    and abs((dates.bounds(given[side])[0] - pd.Timestamp(day)).days) == 1
                    for side, day in zip(("earliest", "latest"), _own_days(given), strict=True)
                ),
                "One of the two is a day off. How many days has that month?",
            ),
        ],
        hints=[
            "The function `dates.bounds` takes one date and returns two days.",
            "`earliest, latest = dates.bounds(...)`; what belongs between the brackets is in "
            "`written`.",
        ],
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
            Mistake(
                "false_precision",
                marked("right", "too exact"),
                "You call a day right where the words give none. It may be that day; the text "
                "does not say so.",
            ),
            Mistake(
                "direction_of_time",
                marked("right", "wrong"),
                "The words do not allow one of the days that you call right. From which day do "
                "they count, and in which direction?",
            ),
            Mistake(
                "direction_of_time",
                marked("too exact", "wrong"),
                "One that you call too exact is not even near. From which day do the words "
                "count, and in which direction?",
            ),
            Mistake(
                "hedge_everywhere",
                marked("wrong", "right"),
                "One that you call wrong lies where the words put it.",
            ),
            Mistake(
                "other",
                marked("wrong", "too exact"),
                "One that you call wrong is not excluded by the words. What is the matter with "
                "it then?",
            ),
        ],
        hints=[
            "First find those that lie where the words cannot mean: count each from its own day.",
            "Of the others, ask whether the words give a day at all.",
        ],
        solution="""marks = {
    "D02": "right", "D03": "wrong", "D05": "too exact", "D10": "too exact",
    "D11": "too exact", "D12": "wrong", "D15": "wrong",
}""",
        why="Outside the bounds it is wrong; inside, it is right only where the words give a day. "
        "The too exact ones are the dangerous ones: nothing about them looks wrong.",
    ),
    Question(
        id="3.9",
        name="time.false_day_or_blank",
        asks="A false day or a blank: answer a colleague who wants no gaps.",
        objective=6,
        reads=Essay(40),
        rubric=[
            "It uses one expression of the story, with its sentence.",
            "It says what a later step would do with the false day, and what with the blank.",
            "It names a form that is neither: a month, a range, an open end.",
            "It grants what is true in her view.",
        ],
        hints=[
            "Take one of the answers that you marked as too exact, and compute something with it.",
            "Ask whether anybody who sees only the table could find out that the day was made up.",
        ],
        solution='''answer = """
Take July 2023 in sentence 9. The parser makes it the 17th, and then the coup comes nine days
before the end of the government that it overthrew; no later step can see that the day was
made up. A month, or a blank, would have made us ask. You are right that gaps are awkward to
draw, so I would draw them as a range and not fill them.
"""''',
        why="A blank asks a question. A false day answers one that nobody has asked.",
    ),
]
