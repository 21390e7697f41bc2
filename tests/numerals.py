"""Numbers in English prose, as figures and as words."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "dozen": 12,
    "half": 0.5,
    "none": 0,
    "nobody": 0,
    "no": 0,
    "once": 1,
    "twice": 2,
}
_COUNTED = "|".join(word for word in WORDS if word not in ("none", "nobody", "no", "once", "twice"))
_NUMBER = re.compile(
    rf"\b(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])})\b|\b(?:{_COUNTED})\b"
    r"|(?<![\w.,/-])[-−]?\d[\d,]*(?:\.\d+)?(?![\w/-]|[.,]\d)",
    flags=re.IGNORECASE,
)


def numbers(text: str) -> list[tuple[int, float]]:
    """Return each number of a text with the place at which it stands.

    "Thirty-nine" and "1,016" are one number each. *Hundred*, *thousand* and *million* are read as
    they stand: "a hundred" is 100; write "110 million" as two.
    """
    return [(match.start(), _value(match[0])) for match in _NUMBER.finditer(text)]


def _value(written: str) -> float:
    word = written.lower()
    if word in WORDS:
        return WORDS[word]
    if "-" in word[1:]:
        tens, unit = word.split("-")
        return WORDS[tens] + WORDS[unit]
    return float(word.replace(",", "").replace("−", "-"))
