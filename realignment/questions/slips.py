"""The tests that many questions have in common, each named once.

A test tells of a read answer, the expected one and the case whether the answer shows a slip. Most
compute what the slip gives, and fire only when the answer equals it, so that nobody is told of a
mistake that they did not make.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from realignment import dates
from realignment.cases import Case
from realignment.questions.question import Mistake, Test, computed

CLOSE = 0.006
"""How far a share or a measure may be off: enough for two decimals."""


def alike(one: Any, other: Any) -> bool:
    """Tell whether two values are the same; shares and measures to two decimals."""
    if isinstance(one, dict) and isinstance(other, dict):
        return set(one) == set(other) and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, float) or isinstance(other, float):
        try:
            whole = one == int(one) and other == int(other)
        except (TypeError, ValueError, OverflowError):
            return bool(one == other)
        return bool(one == other) if whole else abs(one - other) <= CLOSE
    return bool(one == other)


# What a slip gives


def gives(*slips: Callable[[Case], Any], at: Hashable = None) -> Test:
    """Return a test: the answer is what one of these slips makes of the case, and not as expected.

    Parameters
    ----------
    slips
        Functions of the case, each computed once for a case.
    at
        The part of an answer that is compared; the whole answer if not given.
    """

    def test(given: Any, expected: Any, case: Case) -> bool:
        part, true = (given, expected) if at is None else (given.get(at), expected.get(at))
        return not alike(part, true) and any(alike(part, computed(case, slip)) for slip in slips)

    return test


def partly(*slips: Callable[[Case], Any]) -> Test:
    """Return a test: a part that does not stand is what one of these slips gives for it."""
    return lambda given, expected, case: any(
        not alike(given.get(part), true) and alike(given.get(part), computed(case, slip).get(part))
        for part, true in expected.items()
        for slip in slips
    )


def turns(*slips: Callable[[Any], Any], at: Hashable = None) -> Test:
    """Return a test: the answer is what one of these slips makes of the expected value."""

    def test(given: Any, expected: Any, case: Case) -> bool:
        if at is not None:
            given, expected = given.get(at), expected[at]
        return any(alike(given, slip(expected)) for slip in slips)

    return test


def own(slip: Callable[[Any, Case], Any], at: Hashable) -> Test:
    """Return a test: one part is what a slip makes of the student's other parts."""
    return lambda given, expected, case: alike(given[at], slip(given, case))


def in_some_part(*slips: Callable[[Any], Any]) -> Test:
    """Return a test: a part that does not stand is what one of these slips makes of its key."""
    return lambda given, expected, case: any(
        not alike(given.get(key), true) and any(alike(given.get(key), slip(key)) for slip in slips)
        for key, true in expected.items()
    )


def miscounted(
    counted: Callable[[Any], int], total: Callable[[Any], int], things: str
) -> list[Mistake]:
    """Return what may be amiss with the field ``count`` of an answer, by its other fields.

    Parameters
    ----------
    counted, total
        Functions of the answer: how many there are in it, and of how many.
    things
        What the student counts among, in words: a plural of theirs.
    """
    return [
        Mistake("wrong_denominator", own(lambda given, case: total(given), "count")).saying(
            f"So many {things} there are in all. How many of them does the question ask for?"
        ),
        Mistake(
            "wrong_denominator", own(lambda given, case: counted(given) / total(given), "count")
        ).saying("That is a share. The question asks how many."),
        Mistake(
            "off_by_one",
            lambda given, expected, case: off_by_one(given["count"], counted(given), case),
        ).saying(
            f"Your count does not fit your {things}. Did you change or leave out one of them after "
            "you had counted? Run the line that counts once more."
        ),
        Mistake("too_many", lambda given, expected, case: given["count"] > counted(given)).saying(
            f"By your {things} there are fewer. Let Python count them."
        ),
        Mistake("incomplete", lambda given, expected, case: given["count"] < counted(given)).saying(
            f"By your {things} there are more. Let Python count them."
        ),
    ]


def in_a_part(test: Callable[[Any, Any], bool]) -> Test:
    """Return a test: a part that does not stand passes a test of its key and what it says."""
    return lambda given, expected, case: any(
        not alike(given.get(key), true) and test(key, given.get(key))
        for key, true in expected.items()
    )


# Order and number


def reverse(given: Any, expected: Any, case: Case) -> bool:
    """Tell whether an order stands upside down."""
    return bool(given == expected[::-1])


def subset(given: Any, expected: Any, case: Case) -> bool:
    """Tell whether something is missing, and nothing is there that does not belong."""
    return set(given) < set(expected)


def superset(given: Any, expected: Any, case: Case) -> bool:
    """Tell whether all that belongs is there, and something else too."""
    return set(given) > set(expected)


def neighbours_swapped(given: Any, expected: Any, case: Case) -> bool:
    """Tell whether an order is right but for two neighbours in each other's place."""
    if len(given) != len(expected):
        return False
    off = [n for n, (a, b) in enumerate(zip(given, expected, strict=True)) if a != b]
    return len(off) == 2 and off[1] == off[0] + 1 and set(given) == set(expected)


def one_misplaced(given: Any, expected: Any, case: Case) -> bool:
    """Tell whether an order is right but for one thing that stands elsewhere."""
    return given != expected and any(
        [x for x in given if x != one] == [x for x in expected if x != one] for one in expected
    )


def off_by_one(given: Any, expected: Any, case: Case) -> bool:
    """Tell whether a number, or some number of several, is one too high or too low."""
    if isinstance(expected, dict):
        return any(_by_one(given.get(key), number) for key, number in expected.items())
    return _by_one(given, expected)


def _by_one(given: Any, number: Any) -> bool:
    is_number = isinstance(given, (int, float)) and isinstance(number, (int, float))
    return is_number and abs(given - number) == 1


# One part, or one choice


def swapped(one: Hashable, other: Hashable) -> Test:
    """Return a test: two parts have each other's value."""

    def test(given: Any, expected: Any, case: Case) -> bool:
        crossed = (given.get(one), given.get(other)), (expected[other], expected[one])
        return alike(crossed[0][0], crossed[1][0]) and alike(crossed[0][1], crossed[1][1])

    return test


def says(part: Hashable, *values: Any) -> Test:
    """Return a test: a part that does not stand has one of these values; any, if none is named."""

    def test(given: Any, expected: Any, case: Case) -> bool:
        value, true = given.get(part), expected.get(part) if expected else None
        return value != true and (not values or value in values)

    return test


def one_of(*values: Any) -> Test:
    """Return a test: the answer is one of these values."""
    return lambda given, expected, case: given in values


def took(true: Any, *taken_for: Any) -> Test:
    """Return a test: some part that is ``true`` was taken for something else.

    Parameters
    ----------
    true
        The expected value of the part.
    taken_for
        What it was taken for.
    """
    return lambda given, expected, case: any(
        value == true and given.get(key) in taken_for for key, value in expected.items()
    )


def either(*tests: Test) -> Test:
    """Return a test: one of these holds."""
    return lambda given, expected, case: any(test(given, expected, case) for test in tests)


# Dates in EDTF


def dated(test: Callable[[str, str], bool], at: Hashable = None) -> Test:
    """Return a test: a date is there, is not as expected, and passes ``test`` beside it."""

    def shown(given: Any, expected: Any, case: Case) -> bool:
        date, true = (given, expected) if at is None else (given.get(at), expected.get(at))
        return bool(date) and date != true and test(date, true)

    return shown


def published(at: Hashable = None) -> Test:
    """Return a test: a date is the day on which the story was published."""
    return gives(lambda case: case.article.published, at=at)


def to_the_day(at: Hashable = None) -> Test:
    """Return a test: a wrong date is known to the day."""
    return dated(lambda date, true: dates.precision(date) == "day", at)


def to_the_year(at: Hashable = None) -> Test:
    """Return a test: of a wrong date no more than the year is known."""
    return dated(lambda date, true: dates.precision(date) == "year", at)


def other_mark(at: Hashable = None) -> Test:
    """Return a test: a wrong date keeps a doubt, or a span, with a mark of another sort."""
    return dated(lambda date, true: any(m in date and m not in true for m in "?%[/~"), at)


def a_year_off(at: Hashable = None) -> Test:
    """Return a test: a date has the right month, in the year before or after."""
    return dated(
        lambda date, true: (
            date[4:7] == true[4:7]
            and date[:4].isdecimal()
            and true[:4].isdecimal()
            and abs(int(date[:4]) - int(true[:4])) == 1
        ),
        at,
    )
