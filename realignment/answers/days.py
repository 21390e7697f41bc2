"""A day as people write it, in English or French words, read as EDTF."""

from __future__ import annotations

import re
from typing import Final

from realignment import dates
from realignment.answers.reading import Unreadable, shown, without_accents

_MONTHS: Final = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    )
    for number, name in enumerate(names.split(), start=1)
}
_WEEKDAYS: Final = (
    "mon|tues|wednes|thurs|fri|satur|sun",
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
)
_BEFORE: Final = re.compile(
    r"^(?:(?:le|au|du|en date du|on|the|dated)\s+)?"
    rf"(?:(?:(?:{_WEEKDAYS[0]})day|{_WEEKDAYS[1]})\s+)?(?:(?:le|the)\s+)?",
    re.IGNORECASE,
)
"""What may stand before the day: *le*, *on*, *Tuesday*, *mardi*."""

_ASIDE: Final = re.compile(r"\s+\([^()]*\)\s*$")
_ABOUT: Final = re.compile(
    r"(?:about|around|circa|ca?\.?|roughly|vers|environ)\s+\d{4}", re.IGNORECASE
)
_IN_YEAR: Final = re.compile(r"(?:in|en|l'an|the year)\s+(\d{4})", re.IGNORECASE)
_SPAN: Final = re.compile(
    r"(?:from|du|between|entre)?\s*(?:le\s+)?\d{1,2}\s*(?:-|–|to|au|and|et|until)\s*(?:le\s+)?\d{1,2}\s+"
    r"[^\W\d]+\s+\d{4}",
    re.IGNORECASE,
)

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>[^\W\d]+)\.?", r"(?P<year>\d{4})"
_FORMS: Final = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:st|nd|rd|th|er|\.)?[ -](?:of )?{_MONTH}[ -]{_YEAR}",
        rf"{_MONTH} {_DAY}(?:st|nd|rd|th)? {_YEAR}",
        rf"{_YEAR} {_MONTH} {_DAY}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_YEAR}([-/.])(?P<month>\d{{1,2}})\2{_DAY}",
        rf"{_YEAR} ?年 ?(?P<month>\d{{1,2}}) ?月 ?{_DAY} ?[日号]",
    )
]
_YEAR_LAST: Final = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{4}")
_MONTH_AND_YEAR: Final = re.compile(rf"{_MONTH} {_YEAR}")


def day_in_words(answer: str) -> str | None:
    """Return a day of the calendar, or a year, as EDTF; ``None`` if the text is not written so.

    Raises
    ------
    Unreadable
        If it is written as a day and there is no such day, or the year comes last in figures; or if
        it is a month, a span or a doubt in words, whose marks are to be learnt.
    """
    words = _BEFORE.sub("", " ".join(_ASIDE.sub("", answer).replace(",", " ").split()))
    if _YEAR_LAST.fullmatch(words):
        raise Unreadable(
            f"`{shown(answer)}` has the year last; write the year first, then the month, then the "
            "day"
        )
    for form in _FORMS:
        written = form.fullmatch(words)
        month = _month(written["month"]) if written else None
        if written and month:
            return _of_calendar(answer, int(written["year"]), month, int(written["day"]))
    in_year = _IN_YEAR.fullmatch(words)
    if in_year:
        return in_year[1]
    if _ABOUT.fullmatch(words) or _SPAN.fullmatch(words):
        raise Unreadable(
            f"`{shown(answer)}` is in words; lesson 03 has marks for what is about so, and for a "
            "span from one day to another"
        )
    written = _MONTH_AND_YEAR.fullmatch(words)
    if written and _month(written["month"]):
        raise Unreadable(
            f"`{shown(answer)}` is in words; write the year, and the month with its number"
        )
    return None


_AMISS: Final = [
    (re.compile(form, re.IGNORECASE), advice)
    for form, advice in (
        (r"[~?%].+", "a mark such as `~` stands behind the date"),
        (r"\[.*/.*\]", "within brackets two points stand between the days, and no slash"),
        (
            r".*/(?:open|now|present)?|/.*",
            "a side that nobody tells is written `..`",
        ),
        (r".*\dX.*|.*-XX?.*", "leave out what is not known, as in `1999-05`"),
        (r"\d{4}-\d(?:\D.*)?", "a month has two figures, as in `1999-05`"),
        (r"(?!.*\d{4})(?:.*\d.*[^\W\d]{3}|.*[^\W\d]{3}.*\d).*", "the year is missing"),
    )
]


def amiss(text: str) -> str:
    """Return what is amiss with a text that is meant as EDTF, to stand behind a colon; or ""."""
    found = (advice for form, advice in _AMISS if form.fullmatch(text.strip()))
    return next((f": {advice}" for advice in found), "")


def _month(name: str) -> int | None:
    """Return the number of a month by its number or its English or French name, also shortened."""
    if name.isdecimal():
        return int(name)
    letters = without_accents(name.lower())
    found = {number for month, number in _MONTHS.items() if month.startswith(letters)}
    return found.pop() if len(letters) >= 3 and len(found) == 1 else None


def _of_calendar(answer: str, year: int, month: int, day: int) -> str:
    """Return a day as EDTF, or say that there is none such."""
    text = f"{year}-{month:02}-{day:02}"
    if not dates.is_edtf(text):
        order = "; the year comes first, then the month, then the day" if month > 12 else ""
        raise Unreadable(f"`{shown(answer)}` is no day of the calendar{order}")
    return text
