"""Time expressions as EDTF, and what an EDTF date allows.

EDTF (Extended Date/Time Format, Library of Congress 2019; part of ISO 8601-2:2019) writes a date
together with how well it is known. This module uses seven of its forms:

==========================  ==================================================================
``2024-03-16``              a day; ``2023-07`` a month; ``2023`` a year
``2023-03~``                about then
``2023-07-26?``             uncertain; ``%`` both
``2024-03-12/2024-03-14``   it lasted from one to the other
``2023-07/..``              from then on, no end known; ``../2023`` the other way round
``[2024-03-16..2024-03-17]``  one of these days, not known which; ``[..2024-03-16]`` by then
``[2023-07-26,2023-07-28]``   one of those listed
==========================  ==================================================================

The bounds are the calendar's own, without padding: an approximate month is that month, marked as
approximate, and no more. What EDTF has beside these forms (seasons, unspecified digits, times of
day) and what is no EDTF at all is refused, with what to write instead wherever that can be told.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from calendar import monthrange
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple, cast

import numpy as np
import pandas as pd
from babel import Locale

from realignment.errors import ReadingError

Precision = Literal["day", "month", "year", "interval", "one-of", "unknown"]

OPEN = ".."
_ONE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?[?~%]?")
_SET = re.compile(r"\[(?P<inside>[^\[\]]+)\]")
_PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SECONDS = "datetime64[s]"
_UNKNOWN = {"", "-"}

EXPECTED = (
    "an EDTF date such as 2024-03-16, 2023-07, 2023-03~, 2024-03-12/2024-03-14, 2023-07/.. "
    "or [2024-03-16..2024-03-17]"
)
_EXPECTED_DAY = "a date such as 2024-03-16"


_NAT = cast(pd.Timestamp, pd.NaT)
"""No day. To a type checker NaT is no Timestamp; everywhere else it serves as one."""


class _NoDateError(ValueError):
    """Why a text is none of the seven forms; without words where it only looks like none."""


class _Date(NamedTuple):
    """What one EDTF date allows, and its form."""

    earliest: pd.Timestamp
    latest: pd.Timestamp
    precision: Precision


def bounds(text: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the earliest and the latest day that an EDTF date allows.

    Parameters
    ----------
    text
        One EDTF date. ``""`` and ``"-"`` mean that nothing is known.

    Returns
    -------
    earliest, latest
        Days (``Timestamp`` at midnight); ``NaT`` at a side that is open or unknown. For an
        interval these are its first and last day; for a set, the first and last candidate.

    Raises
    ------
    ReadingError
        If the text is no EDTF date, or ends before it begins.
    """
    found = _date(text)
    return found.earliest, found.latest


def is_edtf(text: str) -> bool:
    """Tell whether a text is one of the EDTF forms that this module uses (or "unknown")."""
    return isinstance(text, str) and _is_read(text.strip())


def precision(text: str) -> Precision:
    """Name how finely an EDTF date is known: by its form, not by its length in days.

    >>> precision("2024-03-16"), precision("[2024-03-16..2024-03-17]")
    ('day', 'one-of')
    """
    return _date(text).precision


def is_approximate(text: str) -> bool:
    """Tell whether any part of an EDTF date is marked approximate (``~``) or uncertain (``?``)."""
    _date(text)  # refuses what is no date
    return any(mark in text for mark in "~?%")


def bounds_frame(dates: pd.Series[Any]) -> pd.DataFrame:
    """Return ``bounds`` for a whole column.

    Parameters
    ----------
    dates
        EDTF dates, n rows; a missing cell is an unknown date.

    Returns
    -------
    DataFrame
        n rows with the same index; columns ``earliest`` and ``latest`` (datetime64, ``NaT`` where
        open). Each distinct date is looked at once, and plain days are left to pandas, so that a
        million rows stay quick.
    """
    code, found = pd.factorize(dates)
    texts = pd.Series([*found, ""], dtype=object)  # the last one is for code -1: a missing cell
    plain = texts.map(lambda text: isinstance(text, str) and bool(_PLAIN_DAY.fullmatch(text)))
    days = pd.to_datetime(texts.where(plain), format="%Y-%m-%d", errors="coerce")
    earliest = days.to_numpy(dtype=_SECONDS).copy()
    latest = earliest.copy()
    for place in np.flatnonzero(np.isnat(earliest)):
        lower, upper = bounds(texts[place])
        earliest[place], latest[place] = lower.to_datetime64(), upper.to_datetime64()
    return pd.DataFrame({"earliest": earliest[code], "latest": latest[code]}, index=dates.index)


def day(date: object) -> pd.Timestamp:
    """Return the one day that an argument names; refuse what is no single day.

    For dates that somebody types into a call. A general reader of dates guesses (``12.03.2024``
    becomes 3 December, ``2024-03`` its first day, ``2024`` a moment of 1970); here nothing is.

    Parameters
    ----------
    date
        A text such as ``"2024-03-16"``, or a date, datetime, Timestamp or datetime64, whose time of
        day is left out.

    Returns
    -------
    Timestamp
        Midnight of that day, without a time zone.

    Raises
    ------
    ReadingError
        For everything else, with what to write where that can be told.

    >>> day("2024-03-16")
    Timestamp('2024-03-16 00:00:00')
    """
    if isinstance(date, np.datetime64) and np.datetime_data(date)[0] not in {"Y", "M"}:
        date = pd.Timestamp(date)
    if isinstance(date, datetime.date) and not pd.isna(cast(Any, date)):  # Timestamps are dates too
        return pd.Timestamp(date.year, date.month, date.day)
    if not isinstance(date, str):
        raise ReadingError(f"{date!r} is not a day: expected {_EXPECTED_DAY}, as a text.")
    text = date.strip()
    try:
        found = _read(text)
    except _NoDateError as problem:
        hint = _instead(text)
        useful = hint if _PLAIN_DAY.search(hint) else f"expected {_EXPECTED_DAY}"
        said = (
            f"{problem}; expected {_EXPECTED_DAY}" if str(problem) else f"is not a date: {useful}"
        )
    else:
        if _PLAIN_DAY.fullmatch(text):
            return found.earliest
        said = f"is not a day: it is {_WIDE[found.precision]}; expected {_EXPECTED_DAY}"
    raise ReadingError(f"{date!r} {said}.")


def _date(text: str) -> _Date:
    if not isinstance(text, str):
        raise ReadingError(f"{text!r} is not a date: expected {EXPECTED}.")
    try:
        return _read(text.strip())
    except _NoDateError as problem:
        said = str(problem) or f"is not a date: {_instead(text.strip())}".removesuffix(": ")
    raise ReadingError(f"{text!r} {said}{'; ' if ': ' in said else ': '}expected {EXPECTED}.")


@lru_cache(maxsize=16_384)
def _read(text: str) -> _Date:
    if text in _UNKNOWN:
        return _Date(_NAT, _NAT, "unknown")
    inside = _SET.fullmatch(text)
    if inside:
        ends = [_member(member.strip()) for member in inside["inside"].split(",")]
        kind: Precision = "one-of"
        earliest = _NAT if any(pd.isna(low) for low, _ in ends) else min(low for low, _ in ends)
        latest = _NAT if any(pd.isna(high) for _, high in ends) else max(high for _, high in ends)
    elif text.count("/") == 1:
        kind = "interval"
        begin, end = text.split("/")
        if begin == end == OPEN:
            raise _NoDateError(_NOTHING_SAID)
        earliest = _NAT if begin == OPEN else _one(begin)[0]
        latest = _NAT if end == OPEN else _one(end)[1]
    else:
        earliest, latest = _one(text)
        kind = "year" if "-" not in text else "month" if text.count("-") == 1 else "day"
    if pd.notna(earliest) and pd.notna(latest) and latest < earliest:
        raise _NoDateError("ends before it begins: write the earlier date first")
    return _Date(earliest, latest, kind)


def _is_read(text: str) -> bool:
    try:
        _read(text)
    except _NoDateError:
        return False
    return True


def _member(member: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Bounds of one member of a set: a date, or all between two."""
    if OPEN not in member:
        return _one(member)
    begin, _, end = member.partition(OPEN)
    if not begin and not end:
        raise _NoDateError(_NOTHING_SAID)
    return _one(begin)[0] if begin else _NAT, _one(end)[1] if end else _NAT


def _one(text: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Bounds of a single day, month or year, exact on the calendar."""
    found = _ONE.fullmatch(text)
    if not found:
        raise _NoDateError
    year = int(found["year"])
    if year == 0:
        raise _NoDateError("is not a day of the calendar: years run from 0001 to 9999")
    if found["month"] is None:
        return pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
    month = int(found["month"])
    if not 1 <= month <= 12:
        raise _NoDateError(f"is not a day of the calendar: {_no_month(year, month)}")
    last = monthrange(year, month)[1]
    if found["day"] is None:
        return pd.Timestamp(year, month, 1), pd.Timestamp(year, month, last)
    if not 1 <= int(found["day"]) <= last:
        raise _NoDateError(
            f"is not a day of the calendar: {_MONTHS[month - 1]} {year} has {last} days"
        )
    exact = pd.Timestamp(year, month, int(found["day"]))
    return exact, exact


# --- what to write instead --------------------------------------------------------------------

_NOTHING_SAID = "says nothing: leave the cell empty where no date is known"
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = [
    *((name, 3 + 3 * n, 3) for n, name in enumerate(_SEASONS)),
    *((f"northern {name}", 3 + 3 * n, 3) for n, name in enumerate(_SEASONS)),
    *((f"southern {name}", (8 + 3 * n) % 12 + 1, 3) for n, name in enumerate(_SEASONS)),
    *((f"quarter {n + 1}", 1 + 3 * n, 3) for n in range(4)),
    *((f"third {n + 1} of three", 1 + 4 * n, 4) for n in range(3)),
    *((f"half {n + 1}", 1 + 6 * n, 6) for n in range(2)),
]
"""What EDTF's level 2 means by 21 to 41 in the place of a month: name, first month, months."""

_DAY_IN_NUMBERS = re.compile(r"([0-9]{1,4})([./ -])([0-9]{1,2})\2([0-9]{1,4})\.?")
_MONTH_IN_NUMBERS = re.compile(r"(?P<y>[0-9]{4})[./-](?P<m>[0-9]{1,2})")
_MONTH_FIRST = re.compile(r"(?P<m>[0-9]{1,2})[./-](?P<y>[0-9]{4})")
_RUN_TOGETHER = re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})")
_TIMED = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{1,2}(?::.*|Z?)")
_MARK_IN_FRONT = re.compile(r"(?P<mark>[?~%])(?P<date>[0-9-]+)")
_DECADE = re.compile(r"(?P<known>[0-9]{1,3})(?:[Xxu]{1,3}|0s)")
_UNSPECIFIED = re.compile(r"(?P<known>[0-9]{4}(?:-[0-9]{2})?)-[Xxu]{2}(?:-(?:[Xxu]{2}|[0-9]{2}))?")
_FAR_YEAR = re.compile(r"Y-?[0-9]+(?:E[0-9]+)?|-[0-9]{4}(?:-.*)?")
_ABOUT = re.compile(r"(?i)(?:c\.?|ca\.?|circa|about|around|approx\.?) (?P<date>.+)")
_IN_WORDS = {
    **{name: 21 + n for n, name in enumerate(_SEASONS)},
    "fall": 23,
    "q1": 33,
    "q2": 34,
    "q3": 35,
    "q4": 36,
}
_SIDE = re.compile(r"(?i)(?P<word>before|until|till|by|after|since|from|depuis|avant) (?P<date>.+)")
_BY_SIDE = {
    **dict.fromkeys(("since", "from", "depuis"), "{}/.."),
    **dict.fromkeys(("until", "till"), "../{}"),
    "by": "[..{}]",
    **dict.fromkeys(("before", "after", "avant"), ""),  # the day itself is not meant
}
"""What is meant by a word in front of a date; ``""`` where no form of ours says it."""
_OF = {"of", "de", "del", "the", "le", "el", "du"}
_BESIDE = (
    {"st", "nd", "rd", "th", "er", "º", "early", "mid", "late", "début", "mi", "fin"}
    | {"beginning", "middle", "end", "mediados", "principios", "finales", "anfang", "mitte", "ende"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
    | {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}
)
"""Words beside a day or a month that leave it what it is."""
_WIDE = {
    "unknown": "empty",
    "day": "marked as uncertain",
    "month": "a month",
    "year": "a year",
    "interval": "a stretch of time",
    "one-of": "one of several days",
}
"""What a date may be where one day is asked for."""
_OPEN_WORDS = {"", "open", "unknown", "now", "today", "present"}


def _no_month(year: int, number: int) -> str:
    """Tell a season, and two years run together, from a slip of the pen."""
    written = []
    said = f"there is no month {number:02}"
    if 21 <= number < 21 + len(_PARTS):
        said = (
            f"{number} stands for a part of the year ({_PARTS[number - 21][0]}), which is not read "
            "here"
        )
        written.append(_months_of(year, number))
    if number == (year + 1) % 100:
        written.append(f"{year:04}/{year + 1:04} if two years are meant")
    return said + (f"; write {', or '.join(written)}" if written else "")


def _months_of(year: int, number: int) -> str:
    """Return the months that a part of the year has, in EDTF."""
    _, first, length = _PARTS[number - 21]
    over, last = divmod(first + length - 2, 12)
    return f"{year:04}-{first:02}/{year + over:04}-{last + 1:02}"


def _instead(text: str) -> str:
    """Say how a text that is none of our forms is written; ``""`` where that cannot be told."""
    plain = _plain(text)
    for meant in (plain, _from_numbers(plain), _from_words(plain)):
        if meant != text and meant and _is_read(meant):
            return f"write {meant}"
    day_in_numbers = _DAY_IN_NUMBERS.fullmatch(plain)
    if day_in_numbers:
        return _either(*day_in_numbers.group(1, 3, 4))
    timed = _TIMED.fullmatch(plain)
    if timed:
        return f"write the day without its time, {timed['day']}"
    if _FAR_YEAR.fullmatch(plain):
        return "years run from 0001 to 9999"
    decade = _DECADE.fullmatch(plain)
    if decade and len(decade[0].rstrip("s")) == 4:
        return f"write [{decade['known']:0<4}..{decade['known']:9<4}], one of these years"
    if plain.startswith("{") and plain.endswith("}"):
        return f"write [{plain[1:-1]}] for one of several, or a row for each"
    if plain.count("/") == 1:
        begin, end = plain.split("/")
        if end.lower() in _OPEN_WORDS and _is_read(f"{begin}/.."):
            return f"write {begin}/.. where no end is known"
        if begin.lower() in _OPEN_WORDS and _is_read(f"../{end}"):
            return f"write ../{end} where no beginning is known"
    if plain == "[]":
        return "leave the cell empty where no date is known"
    if OPEN in plain and _is_read(f"[{plain}]"):
        begin, end = plain.split(OPEN, 1)
        lasted = f"{begin or OPEN}/{end or OPEN}"
        return f"write [{plain}] if it was one of these days, or {lasted} if it lasted"
    return ""


def _plain(text: str) -> str:
    """Return a text with plain digits and dashes, without spaces around signs, marks at the end."""
    text = "".join(
        str(unicodedata.digit(sign))
        if sign.isdigit()
        else "-"
        if unicodedata.category(sign) == "Pd" or sign == "\u2212"
        else sign
        for sign in text
    )
    text = re.sub(r"\s*(/|\.\.|,)\s*", r"\1", text.strip())
    text = re.sub(r"\?~|~\?", "%", text)
    return _MARK_IN_FRONT.sub(r"\g<date>\g<mark>", text)


def _from_numbers(text: str) -> str:
    """Return the date that a text of numbers can only mean, in EDTF; ``""`` if there is none."""
    run = _RUN_TOGETHER.fullmatch(text)
    if run:
        return "-".join(run.groups())
    month = _MONTH_IN_NUMBERS.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if month:
        return f"{month['y']}-{month['m']:0>2}"
    unspecified = _UNSPECIFIED.fullmatch(text)
    return unspecified["known"] if unspecified else ""


def _from_words(text: str) -> str:
    """Return the date in a text such as ``16 March 2024``, in EDTF; ``""`` if there is none."""
    about = _ABOUT.fullmatch(text)
    if about:
        date = about["date"] if _is_read(about["date"]) else _from_words(about["date"])
        return f"{date}~" if date else ""
    season = re.fullmatch(r"(?:the )?(?P<part>\w+)(?: of)? (?P<year>[0-9]{4})", text)
    number = _IN_WORDS.get(season["part"].lower()) if season else None
    if season and number:
        return _months_of(int(season["year"]), number)
    side = _SIDE.fullmatch(text)
    if side:  # "after March 2024" is not March 2024
        date = side["date"] if _is_read(side["date"]) else _from_words(side["date"])
        return _BY_SIDE[side["word"].lower()].format(date) if date else ""
    words = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in _OF]
    numbers = re.findall(r"[0-9]+", text)
    months = [_month_names()[word] for word in words if word in _month_names()]
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) < 3]
    others = {word for word in words if word not in _month_names()} - _BESIDE
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(numbers) > 2 or others:
        return ""
    return "-".join([years[0], f"{months[0]:02}", *(f"{day:0>2}" for day in days)])


@cache
def _month_names() -> dict[str, int]:
    """Return the number of each month by its name, long or short, in the languages of news."""
    names: dict[str, int] = {}
    for tongue in ("ru", "nl", "it", "de", "pt", "es", "fr", "en"):  # the last one counts
        forms: Any = Locale(tongue).months["format"]
        for width in ("wide", "abbreviated"):
            names |= {name.lower().strip("."): number for number, name in forms[width].items()}
    return names | {"sept": 9}


def _either(one: str, two: str, three: str) -> str:
    """Say which days three numbers can mean: the year first or last, day and month either way."""
    if len(one) == 4:
        orders = [(one, two, three)]
    elif len(three) == 4:
        orders = [(three, two, one), (three, one, two)]
    else:
        return "write the year in full and first"
    days = [f"{year}-{month:0>2}-{day:0>2}" for year, month, day in orders]
    meant = list(dict.fromkeys(filter(_is_read, days)))
    if not meant:
        return "the calendar has no such day"
    return f"write {' or '.join(meant)}" + (", whichever is meant" if len(meant) > 1 else "")
