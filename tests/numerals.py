"""Numbers in English prose, as figures and as words."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
WORDS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    **_SCALES,
    "dozen": 12,
    "half": 0.5,
    "none": 0,
    "nobody": 0,
    "no": 0,
    "once": 1,
    "twice": 2,
}
_COUNTED = "|".join(word for word in WORDS if word not in ("none", "nobody", "no", "once", "twice"))
_COMPOUND = rf"(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])})"
_NUMBER = re.compile(
    rf"(?:\b{_COMPOUND}\b|\b(?:{_COUNTED})\b"
    r"|(?<![\w.,/-])[-−]?\d+(?:,\d+)*(?:\.\d+)?(?![\w/-]|[.,]\d))"
    rf"(?: (?:{'|'.join(_SCALES)})\b)*"
    rf"(?:(?<=hundred) and (?:{_COMPOUND}|{'|'.join(_UNITS[1:] + _TENS)})\b)?",
    flags=re.IGNORECASE,
)


class Number(NamedTuple):
    """A number in a text: where it begins and ends, and what it says."""

    start: int
    end: int
    value: float


def numbers(text: str) -> list[Number]:
    """Return the numbers of a text in their order.

    "Thirty-nine", "1,016", "two hundred and six" and "110 million" are one number each.
    """
    return [Number(*match.span(), _value(match[0])) for match in _NUMBER.finditer(text)]


def _value(written: str) -> float:
    first, *others = written.lower().split()
    value = _plain(first)
    for word in others:
        if word in _SCALES:
            value *= _SCALES[word]
        elif word != "and":
            value += _plain(word)
    return value


def _plain(word: str) -> float:
    if word in WORDS:
        return WORDS[word]
    if "-" in word[1:]:
        tens, unit = word.split("-")
        return WORDS[tens] + WORDS[unit]
    return float(word.replace(",", "").replace("−", "-"))
