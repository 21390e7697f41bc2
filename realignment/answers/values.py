"""Readers of one value: a choice, a number, a share, a sign, a date, an actor, words."""

from __future__ import annotations

import datetime
import math
import numbers
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

import numpy as np
import pandas as pd

from realignment import dates
from realignment.actors import country_code
from realignment.answers.days import amiss, day_in_words
from realignment.answers.other_words import means
from realignment.answers.reading import (
    Reader,
    Unreadable,
    alone,
    is_array,
    once_a_case,
    plain,
    plain_label,
    shown,
    side,
)
from realignment.cases import Case
from realignment.errors import ReadingError


@dataclass(frozen=True)
class Choice(Reader):
    """One of several options, by its letter or its words.

    Parameters
    ----------
    options
        Letter to words, such as ``{"a": "event", "b": "statement"}``; or the words alone.
    blank
        The option that an empty text stands for, as in a table; ``"-"`` if that is an option.
    """

    options: Mapping[str, str] | Sequence[str]
    blank: str = "-"

    @property
    def expects(self) -> str:
        names = [f"`{key}`" for key in self.options]
        if len(names) > MOST_LISTED and all(_NUMBERED_NAME.fullmatch(key) for key in self.options):
            return f"one of {names[0]} to {names[-1]}"
        return "one of " + ", ".join(names)

    def read(self, answer: object, case: Case) -> str:
        answer = self._of_one(alone(answer))
        if isinstance(answer, str):
            answer = _BEFORE.sub("", answer.strip(_QUOTES)) or answer
        if answer is None and self.reads_gaps:
            return self.blank
        if isinstance(answer, str):
            if not answer.strip() and self.reads_blank():
                return self.blank
            found = self._option(answer) or self._actor(answer, case)
            if found is not None:
                return found
            letter, words = self._letter_and_words(answer)
            if letter is not None:
                if not self._has_letters() or self._tells(words, letter):
                    return letter
                raise Unreadable(
                    f"in `{shown(answer)}` the words are not those of the letter; "
                    "give the letter alone"
                )
        elif named := self._in_row(answer):
            return named
        elif isinstance(answer, (list, tuple, set, frozenset)) and len(answer) > 1:
            raise Unreadable(f"these are {len(answer)}, and one is asked for")
        raise Unreadable(f"`{shown(answer)}` is none of the choices")

    def asked_for(self) -> tuple[str, ...]:
        return tuple(self.options)

    def _of_one(self, answer: object) -> object:
        """Return what a dict of one part says: its key, if that is an option, or its value."""
        if not isinstance(answer, Mapping) or len(answer) != 1:
            return answer
        ((key, value),) = answer.items()
        is_named = not isinstance(self.options, Mapping) and isinstance(key, str)
        return key if is_named and self._option(key) else value

    def _actor(self, text: str, case: Case) -> str | None:
        """Return the option that is an actor whom a text names in another way.

        That is one of the case, the body for which a person of the case acts, or a country.
        """
        names = _actor_names(case)
        actor = names.get(plain_label(text)) or names.get(plain_label(_REMARK.sub("", text)))
        found = (actor, _body_of_person(case).get(actor or ""))
        named = next((one for one in found if one in self.options), None)
        if named is None and any(_STATE.fullmatch(key) for key in self.options):
            state = _country(text)
            named = state if state in self.options else None
        return named

    def _in_row(self, answer: object) -> str | None:
        """Return the option whose row of a table this is, where the options are names of rows."""
        if not all(_NUMBERED_NAME.fullmatch(key) for key in self.options):
            return None
        if isinstance(answer, pd.DataFrame) and len(answer) == 1:
            answer = answer.iloc[0]
        if not isinstance(answer, pd.Series) or not all(isinstance(n, str) for n in answer.index):
            return None
        found = {cell for cell in answer if isinstance(cell, str) and cell in self.options}
        return found.pop() if len(found) == 1 else None

    @property
    def reads_gaps(self) -> bool:
        return self.blank == "none" and self.reads_blank()

    def reads_blank(self) -> bool:
        """Tell whether an empty text is one of the options."""
        return self.blank in self.options

    def _option(self, text: str) -> str | None:
        """Return the option with this letter or these words."""
        as_typed = plain_label(re.sub("^[–−—]$", "-", text.strip()))
        given = _DIGIT.sub(lambda n: _DIGITS.get(n[0], n[0]), plain_label(_BESIDE.sub("", text)))
        for key in self.options:
            words = self.options[key] if isinstance(self.options, Mapping) else key
            label, told = plain_label(key), plain_label(words)
            if as_typed in {label, told} or given in {label, told}:
                return key
            if means(given, key) or given.replace(" ", "") == label.replace(" ", ""):
                return key
            if _both(given) == _both(label) != {label}:
                return key
            if given == f"{label}s" and len(label) > 2:
                return key
        return self._first_words(given)

    def _first_words(self, given: str) -> str | None:
        """Return the only option whose words begin with these, such as *drawn apart*."""
        if not isinstance(self.options, Mapping) or " " not in given:
            return None
        found = [
            k
            for k, words in self.options.items()
            if re.match(rf"{re.escape(given)}\b", plain_label(words))
        ]
        return found[0] if len(found) == 1 else None

    def _tells(self, words: str, letter: str) -> bool:
        """Tell whether words are how an option begins, or tell it and no other in a short form."""
        assert isinstance(self.options, Mapping)
        if plain_label(self.options[letter]).startswith(plain_label(words)):
            return True
        mine = set(_LONG_WORD.findall(words.lower()))
        shared = {
            key: len(mine & set(_LONG_WORD.findall(o.lower()))) for key, o in self.options.items()
        }
        most = max(n for key, n in shared.items() if key != letter)
        return shared[letter] > most or (shared[letter] == most and bool(_BECAUSE.match(words)))

    def _letter_and_words(self, text: str) -> tuple[str | None, str]:
        """Take apart an option and what is written behind it, if it is one.

        Behind a letter that is its words, as they are printed (``a: it gives ...``). Behind a word
        it is a reason (``basis: it is counted``), unless it tells another of the words.
        """
        end = _LETTER_END if self._has_letters() else _REASON
        before, mark, words = end.sub("\0", text.strip(), count=1).partition("\0")
        key = self._option(before) if mark else None
        rest = f" {plain_label(words)} "
        others = (plain_label(other) for other in self.options if other != key)
        if not self._has_letters() and any(f" {other} " in rest for other in others):
            return None, ""
        return key, words

    def _has_letters(self) -> bool:
        return isinstance(self.options, Mapping) and all(len(key) == 1 for key in self.options)


def _both(words: str) -> set[str]:
    """Return the two things of which an option is made, in either order: *weak and strong*."""
    return set(_BOTH.split(words))


_BOTH: Final = re.compile(r"\s*(?:\band\b|\bet\b|[&,+])\s*")
MOST_LISTED = 12
"""Options that a message lists, where their names are numbers."""

_NUMBERED_NAME: Final = re.compile(r"[A-Z]\d\d+")
_QUOTES: Final = " \t\n\"'“”‘’«»`"
_STATE: Final = re.compile(r"[A-Z]{3}")
_BEFORE: Final = re.compile(
    r"^\s*(?:(?:(?:my|the|ma|la)\s+|l['’])?(?:option|answer|letter|choice|r[ée]ponse|lettre)"
    r"(?:\s*[:=]\s*|\s+(?:(?:is|est)\s+)?)|(?:it is|c['’]est)\s+)(?=\S)",
    re.IGNORECASE,
)
"""What one writes before a letter: *Answer: b*."""

_BECAUSE: Final = re.compile(r"(?:because|since|car|parce)\b", re.IGNORECASE)
_LETTER_END: Final = re.compile(rf"[).:,;]\s+|\s+[-–—]\s+|\s+(?={_BECAUSE.pattern})", re.IGNORECASE)
_REASON: Final = re.compile(
    r"\s*[:;,=]\s+|\s+(?:because|since|car|parce que?)\s+|\s+(?:column|field)$"
    r"|\s+(?=(?:should|must|ought|doit|devrait)\s"
    r"|(?:is|est)\s+(?!not|right|correct|fine|ok|pas|juste|bon))",
    re.IGNORECASE,
)
_LONG_WORD: Final = re.compile(r"\w{4,}")
_BESIDE: Final = re.compile(
    r"^\s*(?:the |la )?(?:column|field|colonne) |^\s*(?:still|toujours) |\s+\([^()]*\)\s*$",
    re.IGNORECASE,
)
"""What one writes beside an option: *the column basis*, *still open*, *basis (it is counted)*."""


_THOUSANDS: Final = re.compile(r"[+-]?[1-9]\d{0,2}([,’' \u00a0\u202f]\d{3})+")
_FRACTION: Final = re.compile(r"([+-]?\d{1,9}) ?[/÷] ?([1-9]\d{0,8})")
_OUT_OF: Final = re.compile(
    r"(\d{1,9}) ?(?:/|out of|of|sur|von|de) ?(?:the )?(\d{1,9})(?: [a-z]+)?", re.IGNORECASE
)
_TWO_COUNTS: Final = re.compile(
    r"(\d{1,9})(?:, | (?:[^\W\d]+ )?(?:out of|of|sur|von|de) (?:the |les )?)"
    r"(\d{1,9})(?: [a-zéè]+)?",
    re.IGNORECASE,
)
"""A count and its denominator with a word between: *10 triangles of 14*."""

_PERCENT_SIGN: Final = re.compile(r"(?:%|per ?cent|pour ?cent)$", re.IGNORECASE)
_WITH_UNIT: Final = re.compile(r"(.*?[\w.,]) ([^\W\d_]+(?: [^\W\d_]+){0,2}|[x×])")
_LETTER_BEHIND: Final = re.compile(r"(?<=\d)(?=[dDjx×]$)")
_ALSO_UNITS: Final = {
    "act": "acte",
    "day": "jour d later",
    "month": "moi",
    "origin": "origine source",
    "pair": "paire",
    "person": "people soldier troop soldat personne",
    "publisher": "paper",
    "row": "ligne",
    "sentence": "phrase unit unité",
    "state": "country countrie pay état",
    "tie": "lien",
    "time": "foi x × a many",
    "year": "an année",
}
"""Other words, English and French, for a unit that a question asks for; all without their *s*."""


_IN_WORDS: Final = {
    word: number
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for number, word in enumerate(words.split())
}
_DIGITS: Final = {str(number): word for word, number in [*_IN_WORDS.items()][:13]}
_DIGIT: Final = re.compile(r"\b\d{1,2}\b(?= )")
"""A number that begins words, as in *2 things*."""


_ABOUT: Final = re.compile(
    r"^(?:[^=]*=|(?:about|approximately|around|circa|ca\.|roughly|environ)\b|[≈~])\s*|\s+\([^()]*\)$",
    re.IGNORECASE,
)
"""What is written round a number: *about*, how it was computed, a remark in brackets."""


def _one_line(text: str) -> str:
    """Return a number's text on one line, a space between words, with the hyphen for a minus."""
    return _ABOUT.sub("", " ".join(text.strip(_QUOTES).split()).replace("−", "-"))


def _number_text(text: str) -> str:
    """Return a number as Python writes it: 1,100 and 0,795 and 13/16 and −1."""
    text = _one_line(text)
    if _THOUSANDS.fullmatch(text):
        return re.sub(r"[^\d+-]", "", text)
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        return str(int(fraction[1]) / int(fraction[2]))
    return text.replace(",", ".") if text.count(",") == 1 else text


def _without_unit(text: str, asked: str) -> str:
    """Return a number without the unit behind it, if that is the one that was asked for."""
    written = _WITH_UNIT.fullmatch(_LETTER_BEHIND.sub(" ", text))
    units = {word.removesuffix("s") for word in re.findall(r"[a-z]+", asked.lower())}
    units |= {word for unit in units for word in _ALSO_UNITS.get(unit, "").split()}
    if written and {word.removesuffix("s") for word in written[2].lower().split()} <= units:
        return written[1]
    return text


def _refuse_many(answer: object) -> None:
    """Say how one number is made of a column, a table or a list, if an answer is one."""
    if isinstance(answer, pd.DataFrame):
        rows = "1 row" if len(answer) == 1 else f"{len(answer)} rows"
        raise Unreadable(
            f"this is a table of {rows}; one number is asked for, and `len(...)` counts the rows"
        )
    if isinstance(answer, pd.Series) and pd.api.types.is_bool_dtype(answer.dtype):
        raise Unreadable(
            f"this is a column of {len(answer)} values, each `True` or `False`; one number is "
            "asked for: `.sum()` counts what is true, `.mean()` gives its share"
        )
    if isinstance(answer, pd.Series) and all(isinstance(name, str) for name in answer.index):
        raise Unreadable(
            f"this is a column of {len(answer)} values, each under its name; one number is asked "
            'for, such as `counts["name"]`'
        )
    if isinstance(answer, (pd.Series, pd.Index)) or is_array(answer):
        raise Unreadable(
            f"this is a column of {len(answer)} values; one number is asked for: `len(...)` counts "  # type: ignore[arg-type]
            "them, `.sum()` adds them up, `.mean()` divides the sum by how many they are"
        )
    if isinstance(answer, (list, tuple, set, frozenset, Mapping)):
        parts = "1 part" if len(answer) == 1 else f"{len(answer)} parts"
        raise Unreadable(f"this has {parts}; one number is asked for, and `len(...)` counts them")


def _as_float(answer: object, written: object, advice: str = "") -> float:
    """Return a finite number, or say that there is none."""
    try:
        if isinstance(answer, bool) or not isinstance(answer, (numbers.Real, Decimal, str)):
            raise ValueError
        number = float(answer)
    except (ValueError, OverflowError):
        raise Unreadable(f"`{shown(written)}` is no number{advice}") from None
    if not math.isfinite(number):
        raise Unreadable(f"`{shown(written)}` is no finite number")
    return number


@dataclass(frozen=True)
class Number(Reader):
    """A count, a length of time or a measure, within a tolerance that the question states.

    Parameters
    ----------
    unit
        What is counted, in words.
    tolerance
        Largest difference that still counts as the same.
    of
        How many there are in all, where a count may be given as "3 of 8"; 0 if it may not.
    """

    unit: str = ""
    tolerance: float = 0.0
    of: int = 0

    @property
    def expects(self) -> str:
        about = f", to within {self.tolerance:g}" if self.tolerance else ""
        return f"a number{' of ' + self.unit if self.unit else ''}{about}"

    def read(self, answer: object, case: Case) -> float:
        answer = written = alone(answer)
        advice = ""
        if isinstance(answer, str):
            advice = "; write the figure alone" if answer.strip()[:1].isdigit() else ""
            answer = self._text(answer)
        if isinstance(answer, np.timedelta64):
            answer = pd.Timedelta(answer)
        if isinstance(answer, datetime.timedelta):  # a Timedelta of pandas is one too
            answer = answer.days
        if isinstance(answer, tuple) and len(answer) == 2 and all(type(n) is int for n in answer):
            if self.of and answer[1] == self.of:
                return float(answer[0])
            raise Unreadable(  # 0,79 as many countries write it
                f"`{answer}` is two numbers; Python writes a decimal with a point, such as "
                f"`{answer[0]}.{answer[1]}`"
            )
        _refuse_many(answer)
        return _as_float(answer, written, advice)

    def same(self, given: float, expected: float, case: Case) -> bool:
        return abs(given - expected) <= self.tolerance + 1e-9

    def differs(self, given: float, expected: float, case: Case) -> str:
        return side(given, expected)

    def _text(self, text: str) -> str:
        """Return a number as Python writes it, without the unit that was asked for."""
        text = _without_unit(_one_line(text), self.unit)
        if text.lower() in _IN_WORDS:
            return str(_IN_WORDS[text.lower()])
        parts = _OUT_OF.fullmatch(text)
        if parts and self.of and int(parts[2]) == self.of:
            return parts[1]
        if parts and not _FRACTION.fullmatch(text):
            raise Unreadable(f"`{shown(text)}` has a denominator; the count alone is asked for")
        return _number_text(text)


@dataclass(frozen=True)
class Share(Reader):
    """A share, from 0 to 1: 0.795, "79.5 %", 79.5, "31 of 39", "31/39" or ``(31, 39)``.

    Parameters
    ----------
    of
        How many there are in all: a whole number up to this is a count, and no percent.
    tolerance
        Largest difference that still counts as the same: enough for two decimals.
    what
        What it is, in words.
    unit
        What there are, in words, which may stand behind a count.
    """

    of: int = 1
    tolerance: float = 0.006
    what: str = "a share, such as `0.125`, `12.5 %`, `1 of 8` or `(1, 8)`"
    unit: str = "rows sentences"

    @property
    def expects(self) -> str:
        return f"{self.what}, to two decimals"

    def read(self, answer: object, case: Case) -> float:
        answer = written = alone(getattr(answer, "value", answer))  # a measure has its value
        percent, advice = False, ""
        if isinstance(answer, str):
            text = _one_line(answer)
            parts = _OUT_OF.fullmatch(text)
            if parts:
                return self._divided(int(parts[1]), int(parts[2]), written)
            advice = "; write the figure alone" if text[:1].isdigit() else ""
            percent = bool(_PERCENT_SIGN.search(text))
            answer = _number_text(_without_unit(_PERCENT_SIGN.sub("", text).strip(), self.unit))
        elif isinstance(answer, (tuple, list, Mapping)) or is_array(answer):
            return self._of_two(answer, case)
        _refuse_many(answer)
        number = _as_float(answer, written, advice)
        is_count = number == int(number) and number <= self.of
        percent = percent or (10 < number <= 100 and not is_count)
        if percent and 0 < abs(number) < 1:
            raise Unreadable(
                f"`{shown(written)}` is less than one in a hundred: leave out the percent, or the "
                "point"
            )
        return number / 100 if percent else number

    def same(self, given: float, expected: float, case: Case) -> bool:
        return abs(given - expected) <= self.tolerance + 1e-9

    def differs(self, given: float, expected: float, case: Case) -> str:
        return side(given, expected)

    def _of_two(self, pair: object, case: Case) -> float:
        """Divide the first of two numbers by the second."""
        two = list(pair.values() if isinstance(pair, Mapping) else pair)  # type: ignore[call-overload]
        if len(two) != 2:
            _refuse_many(pair)
            raise Unreadable(f"`{shown(pair)}` is no share: it has {len(two)} parts")
        count, total = (Number().read(part, case) for part in two)
        return self._divided(count, total, pair)

    @staticmethod
    def _divided(count: float, total: float, written: object) -> float:
        if not 0 <= count <= total or total == 0:
            raise Unreadable(
                f"`{shown(written)}` is no part of a whole; for a decimal Python writes a point, "
                "such as `0.5`"
            )
        return count / total


def _in_figures(text: str) -> str:
    """Return a text with its small numbers in figures, *six of seven* as *6 of 7*."""
    text = re.sub(r"(?<=\d) ?: ?(?=\d)", "/", text)
    return re.sub(r"[^\W\d_]+", lambda word: str(_IN_WORDS.get(word[0].lower(), word[0])), text)


@dataclass(frozen=True)
class OutOf(Reader):
    """A count with its denominator: ``"3 of 8"``, ``"3/8"``, a fraction or ``(3, 8)``."""

    expects: str = "a count with its denominator, such as `3 of 8` or `(3, 8)`"

    def read(self, answer: object, case: Case) -> tuple[int, int]:
        parts: list[object] = []
        if isinstance(answer, str):
            text = _in_figures(_one_line(answer).strip("()[]"))
            written = _OUT_OF.fullmatch(text) or _TWO_COUNTS.fullmatch(text)
            parts = list(written.groups()) if written else []
        elif isinstance(answer, Fraction):
            parts = [answer.numerator, answer.denominator]
        elif isinstance(answer, Mapping):
            parts = list(answer.values())
        elif isinstance(answer, (tuple, list, pd.Series)) or is_array(answer):
            parts = list(answer)  # type: ignore[call-overload]
        if len(parts) != 2:
            raise Unreadable(f"`{shown(answer)}` has no denominator")
        count, total = (Number().read(part, case) for part in parts)
        if count != int(count) or total != int(total):
            raise Unreadable(f"`{shown(answer)}` is no count of whole things")
        return int(count), int(total)

    def differs(self, given: tuple[int, int], expected: tuple[int, int], case: Case) -> str:
        if given[1] != expected[1]:
            return f"the number that you divide by is {side(given[1], expected[1])}"
        return f"the count is {side(given[0], expected[0])}"


_LONGER_UNIT: Final = re.compile(
    r"\S+ ?(?:w(?:eeks?)?|m(?:onths?)?|y(?:ears?)?|semaines?|mois|ans?|années?)"
)


@dataclass(frozen=True)
class Days(Reader):
    """A length of time in days: a number, ``"730D"`` or a ``Timedelta``."""

    expects: str = 'a length of time in days, such as `90` or `"90D"`'

    def read(self, answer: object, case: Case) -> float:
        if isinstance(answer, np.timedelta64):
            answer = pd.Timedelta(answer)
        if isinstance(answer, str):
            text = _one_line(answer).lower()
            if _LONGER_UNIT.fullmatch(text):
                raise Unreadable(f"`{shown(answer)}` is not in days; write how many days that is")
            answer = re.sub(r" ?(d(ays?)?|j(ours?)?)$", "", text)
        return Number().read(answer, case)

    def differs(self, given: float, expected: float, case: Case) -> str:
        return "too long" if given > expected else "too short"


_SENTENCE: Final = re.compile(
    r"(?:(?:the |la )?(?:sentence|phrase|no|nr|n°|s)\b\.?|s)? ?\[?(\d{1,5})(?:st|nd|rd|th|e)?\]?"
)


@dataclass(frozen=True)
class SentenceNumber(Reader):
    """The number of a sentence: ``7``, ``"7"``, ``"[7]"`` as in the story, or ``"sentence 7"``."""

    expects: str = "the number of a sentence, such as `3`"

    def read(self, answer: object, case: Case) -> int:
        answer = alone(answer)
        if isinstance(answer, str):
            written = _SENTENCE.fullmatch(_in_figures(plain(answer)))
            answer = int(written[1]) if written else answer
        if isinstance(answer, numbers.Real) and not isinstance(answer, bool):
            for number in case.sentences["sentence"]:
                if answer == number:
                    return int(number)
        raise Unreadable(f"`{shown(answer)}` is no sentence of this story")


_SIGNS: Final = {
    **dict.fromkeys(("+", "friendly", "positive", "plus", "amical", "positif"), 1),
    **dict.fromkeys(("-", "−", "–", "hostile", "negative", "minus", "moins", "négatif"), -1),
    **dict.fromkeys(("mixed", "±", "none", "neither", "mixte", "zéro"), 0),
}


@dataclass(frozen=True)
class SignOfTie(Reader):
    """A sign: +1, 0 or -1, as a number, a mark or a word."""

    expects: str = "`1`, `0` or `-1` (friendly, none or mixed, hostile)"

    def read(self, answer: object, case: Case) -> int:
        if isinstance(answer, str):
            answer = _REMARK.sub("", answer).rstrip(".")
        if isinstance(answer, str) and plain(answer) in _SIGNS:
            return _SIGNS[plain(answer)]
        if isinstance(answer, str) and plain(answer) == "neutral":
            raise Unreadable("`neutral` is no sign; for neither of the two write `0`")
        try:
            number = Number().read(answer, case)
        except Unreadable:
            number = math.nan
        if number not in (-1, 0, 1):
            raise Unreadable(f"`{shown(answer)}` is no sign")
        return int(number)


_YES_NO: Final = {
    **dict.fromkeys(("true", "yes", "oui", "vrai", "1", "t", "y", "allowed", "may"), True),
    **dict.fromkeys(("false", "no", "non", "faux", "0", "f", "n", "not allowed", "may not"), False),
}


@dataclass(frozen=True)
class YesNo(Reader):
    """True or false."""

    expects: str = "`True` or `False`"

    def read(self, answer: object, case: Case) -> bool:
        if isinstance(answer, str) and plain(answer) in _YES_NO:
            return _YES_NO[plain(answer)]
        if isinstance(answer, (bool, np.bool_)):
            return bool(answer)
        if isinstance(answer, numbers.Real) and answer in (0, 1):
            return answer == 1
        raise Unreadable(f"`{shown(answer)}` is neither")


_REMARK: Final = re.compile(r"\s+\([^()]*\)\s*$")
_FULL_STOP: Final = re.compile(r"(?<=[\w~?\])])\.$")
_MIDNIGHT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]00:00(:00(\.0+)?)?")


@dataclass(frozen=True)
class Date(Reader):
    """A date: EDTF, a day in words, a ``datetime.date``, a ``Timestamp`` or a ``Period``."""

    expects: str = (
        'a date in EDTF, in quotation marks, such as `"1999-05-04"`, `"1999-05"`, `"1999"` or '
        '`"[1999-05..2000-01-31]"`'
    )

    def read(self, answer: object, case: Case) -> str:
        answer = alone(answer)
        if isinstance(answer, pd.Period):
            answer = str(answer)
        if isinstance(answer, np.datetime64):
            answer = pd.Timestamp(answer)
        if isinstance(answer, (datetime.date, pd.Timestamp)) and not pd.isna(answer):
            answer = answer.strftime("%Y-%m-%d")
        if isinstance(answer, numbers.Integral):
            answer = str(answer)  # a year without quotation marks
        if isinstance(answer, str):
            text = self._text(answer)
            if text in {"-", "unknown"}:
                return ""
            if dates.is_edtf(text):
                return text
            raise Unreadable(f"`{shown(answer)}` is no date{amiss(text)}")
        raise Unreadable(f"`{shown(answer)}` is no date")

    def differs(self, given: str, expected: str, case: Case) -> str:
        if not given or not expected:
            return "less than the text gives" if expected else "more than the text gives"
        mine, true = dates.bounds(given), dates.bounds(expected)
        if mine == true:
            return "the right days, written in another way"
        if any(pd.isna(day) != pd.isna(other) for day, other in zip(mine, true, strict=True)):
            return "open on another side"
        (begin, end), (from_day, to_day) = (
            (_FIRST if pd.isna(days[0]) else days[0], _LAST if pd.isna(days[1]) else days[1])
            for days in (mine, true)
        )
        if end < from_day or begin > to_day:
            return "too early" if end < from_day else "too late"
        if begin <= from_day and to_day <= end:
            return "less exact than the text lets you be"
        if from_day <= begin and end <= to_day:
            return "more exact than the text is"
        return "only in part on the right days"

    @staticmethod
    def _text(answer: str) -> str:
        """Return a date in words as EDTF, and EDTF as it is, without spaces or a remark."""
        answer = _FULL_STOP.sub("", _REMARK.sub("", answer).strip(_QUOTES))
        day = day_in_words(answer)
        if day is not None:
            return day
        midnight = _MIDNIGHT.fullmatch(answer.strip())
        return midnight[1] if midnight else answer.strip().replace(" ", "")


_FIRST: Final = pd.Timestamp.min  # stand for a side that both dates leave open
_LAST: Final = pd.Timestamp.max


_SHORT_NAME: Final = re.compile(r"\s*\(([A-Z]{2,})\)")
"""What an actor is called for short, behind its full name: *(CNSP)*."""


@once_a_case
def _actor_names(case: Case) -> dict[str, str]:
    """Return the actor of each id, name and alias in a case."""
    names: dict[str, str] = {}
    for row in case.actors.to_dict("records"):
        official = (row["name"], row["self_name"])
        short = [found[1] for name in official if (found := _SHORT_NAME.search(name))]
        for name in (row["actor_id"], *official, *row["aliases"].split("|"), *short):
            names.setdefault(plain_label(_SHORT_NAME.sub("", name)), row["actor_id"])
    names.pop("", None)
    return names


@once_a_case
def _actor_codes(case: Case) -> dict[str, str]:
    """Return the code of each actor of a case."""
    return dict(zip(case.actors["actor_id"], case.actors["code"], strict=True))


@once_a_case
def _body_of_person(case: Case) -> dict[str, str]:
    """Return the body to which each person of a case belongs."""
    persons = case.actors[case.actors["level"] == "person"]
    return dict(zip(persons["actor_id"], persons["parent"], strict=True))


_GOVERNMENT: Final = re.compile(
    r"(?:the )?(?:government of (.+)|(.+?)(?:['’]s?)? government)"
    r"|(?:le )?gouvernement (?:du|de la|des|de|d['’]) ?(.+)",
    re.IGNORECASE,
)
"""A government by its country, which the codebook has as the code of a state's sector."""


def _country(text: str) -> str:
    """Return the code of a country by any of its names; ``""`` if it is none."""
    try:
        return country_code(plain(text))
    except ReadingError as problem:  # a name that two countries bear
        raise Unreadable(str(problem).removesuffix(".")) from None


@dataclass(frozen=True)
class ActorName(Reader):
    """An actor: its id, its code, its name or one the story gives it; a country by any name."""

    expects: str = (
        "an actor of the table: its id, its code or its name, such as `FRA`, `FRA/MIL` or `France`"
    )

    def read(self, answer: object, case: Case) -> str:
        answer = alone(answer)
        if isinstance(answer, str):
            text, codes = answer.strip(), _actor_codes(case)
            if plain_label(text) not in _actor_names(case):
                text = _REMARK.sub("", text)
            if text in codes:
                return text
            found = _actor_names(case).get(plain_label(text))
            if found:
                return found
            state = _country(text)
            if state in codes:
                return state
            government = _GOVERNMENT.fullmatch(text)
            if government and (state := _country(next(filter(None, government.groups())))):
                text = f"{state}/GOV"
            if text.upper() in codes.values():
                return text.upper()  # several actors may share a code, so it stays a code
        raise Unreadable(f"`{shown(answer)}` is not in the table of actors")

    def same(self, given: str, expected: str, case: Case) -> bool:
        """Tell whether an id is the same, or is given by its code."""
        return given == expected or given == _actor_codes(case).get(expected)


def _is_gap(answer: object) -> bool:
    """Tell whether an answer is None, NaN, or the empty text that may stand in its place."""
    if isinstance(answer, str):
        return not answer.strip()
    return answer is None or answer is pd.NA or (isinstance(answer, float) and answer != answer)


@dataclass(frozen=True)
class StateName(Reader):
    """A state, by its ISO 3166-1 alpha-3 code or a name, of the case or not.

    Parameters
    ----------
    gap
        Whether a gap is read, as ``""``: what a look-up leaves where it finds no state.
    """

    expects: str = "a state, such as `FRA` or `France`"
    gap: bool = False

    @property
    def reads_gaps(self) -> bool:
        return self.gap

    def read(self, answer: object, case: Case) -> str:
        answer = alone(answer)
        if self.gap and _is_gap(answer):
            return ""
        if isinstance(answer, str):
            found = _country(answer) or _country(_REMARK.sub("", answer))
            if found:
                return found
        raise Unreadable(f"`{shown(answer)}` is no state's name or ISO code")


@dataclass(frozen=True)
class Words(Reader):
    """Words quoted from the story, letter for letter but for case and outer quotation marks.

    Parameters
    ----------
    asked
        Those that the question asks about, if it names some: a message shows them so.
    """

    asked: tuple[str, ...] = ()
    expects: str = "words of the story, in quotation marks"

    def asked_for(self) -> tuple[str, ...]:
        return self.asked

    def read(self, answer: object, case: Case) -> str:
        if isinstance(answer, str) and plain(answer):
            return plain(answer)
        raise Unreadable(f"`{shown(answer)}` is no text")

    def written(self, value: str) -> str:
        return shown(next((words for words in self.asked if plain(words) == value), value))
