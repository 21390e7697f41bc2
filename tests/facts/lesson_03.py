"""The numbers of lesson 03 and its exercise."""

from __future__ import annotations

import re

import pandas as pd
from numerals import numbers
from world import case, checked, counted, sentences, written

from realignment import dates
from realignment.questions import lesson_03 as asked


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
    "Have the sixteen sentences beside you": sentences,
    "It came out on a Sunday. The Saturday before it is the second line.": on_a_sunday,
    "In how many of the eight rows below will": lambda: len(written("03", "forms")),
    "Two rows are open at": open_rows,
    "## Three days, counted twice": days_of_the_visit,
    DATED_BY: lambda: counted(DATED_BY),
    "A visit of three days that ends on a Friday begins on the Wednesday: Wednesday, Thursday, "
    "Friday.": days_of_the_visit,
    "If you subtract three, you count the steps between days, and one step too many.": steps_too_many,
    "and sentence 11 of *four months*": months_after,
    "The coup is dated by three sentences": lambda: clues()["sentence"].nunique(),
    "What all three allow is the **overlap**.": lambda: clues()["sentence"].nunique(),
    "The three agree, and the finest of them gives the month.": agreeing_clues,
    "Three columns stand beside the date": columns_beside,
    "Two of seventeen.": stated,
    "Three rows have no date at all: *once*, *former*, and the *past* of sentence 14.": undated,
    "Which of the sixteen sentences holds the oldest thing": sentences,
    "from ten years before publication to the day itself": years_back,
    "about each of the sixteen sentences, and gave it the day of publication": sentences,
    "For how many of the seventeen expressions will it have an answer?": expressions,
    "Seven answers. We can check them": answers,
    "How many of the seven lie inside?": answers,
    "Three are outside.": outside,
    "It counted the four months back from Sunday.": months_from_sunday,
    "It put the ten years of the French troops into the future.": years_of_the_troops,
    "Four are inside, and only one of these is right: the Saturday, if we leave the 18:00 aside.": inside,
    "The other three are days where the text has a month or a year. Are these three not": lambda: (
        [marked("too exact")] * 2
    ),
    "A government that goes on governing for nine days after it has been overthrown.": days_after_its_overthrow,
    INVENTED: lambda: counted(INVENTED, ", or "),
    "From Wednesday to Friday there are three days and two steps.": days_and_steps,
    "Six expressions, with the sentence": lambda: len(asked.WRITTEN),
    "Five things from the story, in the order in which it tells them": lambda: len(asked.BEGUN),
    " Four days\n": mission_days,
    "a mission **lasts four days and ends on a Friday": mission_days,
    "Friday, Thursday, Wednesday, Tuesday. Four days, and three steps from the first to the last.": mission_backwards,
    "**Which of the four is wrong?**": lambda: len(asked.HASTY),
    "**Of the seventeen expressions, how many are known to the day?**": expressions,
    "Write six time expressions as EDTF.": lambda: len(asked.WRITTEN),
    "One of the six is about a month": about_a_month,
    "*Nearly ten years*: from some time in 2014": nearly_ten,
    "Put five things in the order in which they began.": lambda: len(asked.BEGUN),
    "is not among the five.": lambda: len(asked.BEGUN),
    "On which day does a mission of four days begin that ends on 7 June 2024?": mission_asked,
    "Write the four days down.": lambda: len(mission()),
    "How many of the seventeen expressions are known to the day?": expressions,
    "Mark seven answers of a date parser": answers,
}
NO_FACTS = {
    "We could write 18:00, or 20:30.": "hours that nobody told us",
    "a few, about half, nearly all?": "answers that a prediction offers",
    "in three sentences or more": "says how much to write",
}
