"""The numbers of lesson 03 and its exercise."""

from __future__ import annotations

import math
import re

import pandas as pd
from numerals import numbers
from world import case, checked, counted, sentences, written

from realignment import dates
from realignment.questions import lesson_03 as asked
from realignment.questions.quick import lesson_03 as quick_03
from tools.minutes import Load


def expression(name: str) -> pd.Series:
    """Return one time expression of the story."""
    return case().expressions.set_index("expression_id").loc[name]


def in_words(name: str) -> float:
    """Return the number that stands in the words of an expression."""
    [(*_, value)] = numbers(expression(name)["words"].replace("-", " "))
    return value


def expressions() -> int:
    """Count its time expressions."""
    return len(case().expressions)


def published() -> pd.Timestamp:
    """Return the day of publication."""
    return pd.Timestamp(case().article.published)


def on_a_sunday() -> list[float]:
    """Hold the weekday of publication against the day of the announcement."""
    announced = dates.bounds(expression("D02")["edtf"])[0]
    days = f"{published():%A} {announced:%A}"
    return checked(days == "Sunday Saturday" and (published() - announced).days == 1)


def open_rows() -> int:
    """Count the dates of the lesson's list of which one side is open."""
    forms = pd.Series(written("03", "forms"))
    return int(dates.bounds_frame(forms).isna().any(axis="columns").sum())


def nearly_ten() -> list[float]:
    """Return the years of the French presence, which is written from some time in 2014."""
    begun = dates.bounds(expression("D15")["edtf"])[0]
    return [in_words("D15"), begun.year]


def visit() -> pd.DatetimeIndex:
    """Return the days of the delegation's visit, both ends counted."""
    return pd.date_range(*dates.bounds(expression("D04")["edtf"]))


def days_of_the_visit() -> list[float]:
    """Return how long the visit was, if its weekdays are those of the lesson."""
    weekdays = list(visit().day_name())
    same = len(visit()) == in_words("D04")
    return checked(same and weekdays == ["Wednesday", "Thursday", "Friday"], len(visit()))


def steps_too_many() -> list[int]:
    """Return how many days the visit had, and by how many it begins too early if they go off."""
    too_early = visit()[-1] - pd.Timedelta(days=len(visit()))
    return [len(visit()), (visit()[0] - too_early).days]


def days_and_steps() -> list[int]:
    """Return days and steps from the first day of the visit to its last."""
    return [len(visit()), (visit()[-1] - visit()[0]).days]


def months_after() -> list[float]:
    """Return the sentence that counts in months, and how many; the dates are that far apart."""
    row = expression("D12")
    before, after = (dates.bounds(expression(name)["edtf"])[0] for name in ("D11", "D12"))
    months = 12 * (after.year - before.year) + after.month - before.month
    return checked(months == in_words("D12"), row["sentence"], months)


def clues() -> pd.DataFrame:
    """Return the expressions that date the coup."""
    told = case().expressions
    return told[told["what"].isin(["the coup", "the removal of the president"])]


def agreeing_clues() -> list[float]:
    """Return how many sentences date the coup; what all allow is the month of the finest."""
    limits = dates.bounds_frame(clues()["edtf"])
    overlap = limits["earliest"].max(), limits["latest"].min()
    return checked(overlap == dates.bounds("2023-07"), clues()["sentence"].nunique())


def columns_beside() -> int:
    """Count the columns that describe a date."""
    return sum(c in case().expressions.columns for c in ("precision", "basis", "role"))


def stated() -> list[int]:
    """Return how many expressions are stated in so many words, and how many there are."""
    return [int((case().expressions["basis"] == "stated").sum()), expressions()]


def undated() -> list[float]:
    """Return how many expressions have no date, and which sentence has the *past*."""
    rows = case().expressions[case().expressions["edtf"] == ""]
    past = rows[rows["words"] == "In the past"]["sentence"].item()
    return checked(set(rows["words"]) == {"once", "former", "In the past"}, len(rows), past)


def years_back() -> int:
    """Return how many years before publication the oldest thing with a date began, rounded."""
    earliest = dates.bounds_frame(case().expressions["edtf"])["earliest"].min()
    return round((published() - earliest).days / 365.25)


def marked(*marks: str) -> int:
    """Count the parser's answers that have one of these marks."""
    return sum(mark in marks for mark in asked.marks(case()).values())


def answers() -> int:
    """Count the parser's answers."""
    return int((case().expressions["parser_says"] != "").sum())


def outside() -> list[float]:
    """Return how many lie outside what the words allow, if they are the three that are told of."""
    wrong = [name for name, mark in asked.marks(case()).items() if mark == "wrong"]
    return checked(wrong == ["D03", "D12", "D15"], len(wrong))


def years_of_the_troops() -> list[float]:
    """Return how many years the words give, if the parser puts them into the future."""
    said = pd.Timestamp(expression("D15")["parser_says"])
    return checked(said > published(), in_words("D15"))


def months_from_sunday() -> list[float]:
    """Return how many months the parser counted back from publication."""
    said = pd.Timestamp(expression("D12")["parser_says"])
    months = 12 * (published().year - said.year) + published().month - said.month
    return checked(said.day == published().day and months == in_words("D12"), months)


def inside() -> list[float]:
    """Return how many lie inside, how many of them are right, and the hour of that one."""
    [right] = [name for name, mark in asked.marks(case()).items() if mark == "right"]
    said = pd.Timestamp(expression(right)["parser_says"])
    assert f"{said:%A}" == "Saturday"
    return [marked("right", "too exact"), marked("right"), said.hour, said.minute]


def days_after_its_overthrow() -> int:
    """Return how long, by the parser, the government went on after the coup."""
    coup = pd.Timestamp(expression("D10")["parser_says"])
    ended = case().actors.set_index("actor_id").at["NER_GOV", "valid_to"]
    return (dates.bounds(ended)[1] - coup).days


def mission() -> pd.DatetimeIndex:
    """Return the days of the mission of question 3.3, the last one first."""
    return pd.date_range(end=asked.ENDED, periods=asked.LENGTH)[::-1]


def mission_days() -> list[float]:
    """Return the length of the mission, if it ends on a Friday."""
    return checked(mission()[0].day_name() == "Friday", len(mission()))


def mission_backwards() -> list[float]:
    """Return its days and the steps between them, if its weekdays are those that are listed."""
    listed = ["Friday", "Thursday", "Wednesday", "Tuesday"]
    return checked(
        list(mission().day_name()) == listed, len(mission()), (mission()[0] - mission()[-1]).days
    )


def mission_asked() -> list[int]:
    """Return the length of the mission and the day of June on which it ends."""
    end = mission()[0]
    return checked(f"{end:%B}" == "June", len(mission()), end.day, end.year)


def about_a_month() -> list[int]:
    """Return how many dates of question 3.1 are about a month, and how many dates there are."""
    about = [date for date in asked.written(case()).values() if re.fullmatch(r"\d+-\d+~", date)]
    return [len(about), len(asked.WRITTEN)]


DATED_BY = "by three things: the declaration, the word *after*, and a length."
INVENTED = "the first of a month, or today's day in that month, or the middle. All three look like"

FACTS = {
    "recall": lambda: sum(q.again[0] < 3 for q in quick_03.CHECKS),
    "review": lambda: len(quick_03.REVIEW),
    "review-minutes": lambda: math.ceil(Load(quick_checks=len(quick_03.REVIEW)).minutes),
    "words-that-count": lambda: asked.QUESTIONS[-1].reads.least,
    "coders": lambda: case().codings["coder"].nunique(),
    "sentences": sentences,
    "on-a-sunday": on_a_sunday,
    "rows": lambda: len(written("03", "forms")),
    "open-rows": open_rows,
    "days-of-the-visit": days_of_the_visit,
    "things": lambda: counted(DATED_BY),
    "steps-too-many": steps_too_many,
    "months-after": months_after,
    "dated-by": lambda: clues()["sentence"].nunique(),
    "agreeing-clues": agreeing_clues,
    "columns-beside": columns_beside,
    "stated": stated,
    "undated": undated,
    "years-back": years_back,
    "expressions": expressions,
    "answers": answers,
    "outside": outside,
    "months-from-sunday": months_from_sunday,
    "years-of-the-troops": years_of_the_troops,
    "inside": inside,
    "days-for-a-month": lambda: [marked("too exact")] * 2,
    "days-after-its-overthrow": days_after_its_overthrow,
    "look": lambda: counted(INVENTED, ", or "),
    "days-and-steps": days_and_steps,
    "expressions-asked": lambda: len(asked.WRITTEN),
    "things-in-order": lambda: len(asked.BEGUN),
    "mission-days": mission_days,
    "mission-backwards": mission_backwards,
    "wrong": lambda: len(asked.HASTY),
    "nearly-ten": nearly_ten,
    # what the questions say
    "expressions_as_edtf asks": lambda: len(asked.WRITTEN),
    "expressions_as_edtf hint 3": about_a_month,
    "order_of_beginnings asks": lambda: len(asked.BEGUN),
    "order_of_beginnings too_many": lambda: len(asked.BEGUN),
    "order_of_beginnings wrong_selection": lambda: [len(asked.BEGUN)] * 2,
    "order_of_beginnings last_for_first 2": lambda: len(asked.BEGUN),
    "first_day_of_a_mission asks": mission_asked,
    "first_day_of_a_mission off_by_one": lambda: len(mission()),
    "known_to_the_day asks": expressions,
    "parser_marked asks": answers,
}

NO_FACTS = {
    "hours-nobody": "hours that nobody told us",
    "offered": "answers that a prediction offers",
    "how-much": "says how much to write",
}
