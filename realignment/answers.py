"""Any reasonable form of an answer, read into one.

A student may hold an answer as a list or a Series, a date as text or as a Timestamp, a country as
its code or its name. A reader here takes what it is given and returns one plain value that can be
compared, or says what it expected. A reader never changes an answer's meaning.
"""

from __future__ import annotations

import datetime
import math
import numbers
import re
import reprlib
import unicodedata
from collections.abc import Callable, Iterable, KeysView, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from typing import Protocol

import networkx as nx
import numpy as np
import pandas as pd

from realignment import dates
from realignment.actors import country_code, country_names
from realignment.cases import Case
from realignment.errors import ReadingError

MOST_ITEMS = 5_000
"""An answer with more rows than this is some other table."""


class Unreadable(Exception):
    """An answer that has not the shape the question asks for.

    The message says which part could not be read; ``heading`` says it in two or three words, where
    "Cannot read this" would not be true.
    """

    def __init__(self, message: str, heading: str = "") -> None:
        super().__init__(message)
        self.heading = heading


class Reader(Protocol):
    """What turns an answer into one plain value."""

    expects: str
    """The shape, in words a student knows: completes "This question expects ..."."""

    def read(self, answer: object, case: Case) -> object:
        """Return the plain value, or raise :class:`Unreadable`."""

    def spellings(self, value: object, case: Case) -> set[str]:
        """Return the ways of writing a value that a message must not give away."""


def shown(value: object, longest: int = 60) -> str:
    """Return a value as a short text, whatever it is."""
    try:
        text = value if isinstance(value, str) else reprlib.repr(value)
    except Exception:  # an object of a student's own may fail in any way when it is shown
        text = f"something of type {type(value).__name__}"
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def is_empty(answer: object) -> bool:
    """Tell whether an answer is there and holds nothing, such as a table without a row."""
    if isinstance(answer, (pd.DataFrame, pd.Series, pd.Index)):
        return len(answer) == 0 or answer.size == 0
    if isinstance(answer, nx.Graph):
        return answer.number_of_nodes() == 0
    kinds = (list, tuple, set, frozenset, Mapping, KeysView, ValuesView)
    return (isinstance(answer, kinds) or _is_array(answer)) and len(answer) == 0


def is_blank(answer: object) -> bool:
    """Tell whether nothing has been filled in yet: ``...``, ``None``, no text, or all blank."""
    if answer is None or answer is Ellipsis:
        return True
    if isinstance(answer, str):
        return answer.strip() in {"", "...", "…"}
    if is_empty(answer):
        return False
    if isinstance(answer, pd.DataFrame):
        return all(is_blank(v) for v in answer.head(50).to_numpy().ravel())
    if isinstance(answer, pd.Series):
        return all(is_blank(v) for v in answer.head(MOST_ITEMS))
    if isinstance(answer, Mapping):
        return all(is_blank(v) for v in answer.values())
    if isinstance(answer, (list, tuple, set, frozenset)):
        return all(is_blank(v) for v in answer)
    return False


def _is_array(answer: object) -> bool:
    """Tell whether an answer is an array with one or more dimensions, of numpy or of pandas."""
    if isinstance(answer, pd.api.extensions.ExtensionArray):
        return True
    return isinstance(answer, np.ndarray) and answer.ndim > 0


def alone(answer: object) -> object:
    """Return what a list, a column or an array of one part holds; anything else as it is."""
    kinds = (list, tuple, set, frozenset, pd.Series, pd.Index)
    if (isinstance(answer, kinds) or _is_array(answer)) and len(answer) == 1:
        return next(iter(answer))
    return answer


def blanks(answer: object) -> tuple[int, int]:
    """Count the blanks left in an answer of several parts: (blank, all)."""
    if isinstance(answer, pd.DataFrame):
        parts = list(answer.head(MOST_ITEMS).to_numpy().ravel())
    elif isinstance(answer, pd.Series):
        parts = list(answer.head(MOST_ITEMS))
    elif isinstance(answer, Mapping):
        parts = list(answer.values())
    elif isinstance(answer, (list, tuple)):
        parts = [
            p for part in answer for p in (part if isinstance(part, (list, tuple)) else [part])
        ]
    else:
        return 0, 1
    return sum(p is Ellipsis or p is None or p == "..." for p in parts if _is_scalar(p)), len(parts)


def _is_scalar(value: object) -> bool:
    return value is None or value is Ellipsis or isinstance(value, (str, numbers.Number))


def _plain(text: str) -> str:
    """Lower case, one space between words, no quotation marks around."""
    return re.sub(r"[\s_]+", " ", text).strip(" \t\"'“”‘’«»").lower()


def _name(text: str) -> str:
    """Return a name or an option as it is compared: plain, one apostrophe, no article, no dots."""
    return _plain(text).replace("’", "'").strip("().: ").removeprefix("the ").strip()


@dataclass(frozen=True)
class Choice:
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
        return "one of " + ", ".join(f"`{key}`" for key in self._keys())

    def _keys(self) -> list[str]:
        return list(self.options)

    def read(self, answer: object, case: Case) -> str:
        answer = alone(answer)
        if isinstance(answer, str):
            if not answer.strip() and self.reads_blank():
                return self.blank
            found = self._option(answer)
            if found is not None:
                return found
            letter, words = self._letter_and_words(answer)
            if letter is not None:
                if _name(self.options[letter]).startswith(_name(words)):
                    return letter
                raise Unreadable(
                    f"in `{shown(answer)}` the words are not those of the letter; "
                    "give the letter alone"
                )
        raise Unreadable(f"`{shown(answer)}` is none of them")

    def reads_blank(self) -> bool:
        """Tell whether an empty text is one of the options."""
        return self.blank in self._keys()

    def _option(self, text: str) -> str | None:
        """Return the option with this letter or these words."""
        given = _name(text)
        for key in self._keys():
            words = self.options[key] if isinstance(self.options, Mapping) else key
            if given in {_name(key), _name(words), f"option {_name(key)}"}:
                return key
        return None

    def _letter_and_words(self, text: str) -> tuple[str | None, str]:
        """Take apart an option as it is printed, ``a: it gives ...``, if it is one."""
        printed = re.fullmatch(r"\s*\(?(.+?)\)?\s*[).:]\s+(.+)", text, re.DOTALL)
        if printed is None or not isinstance(self.options, Mapping):
            return None, ""
        return self._option(printed[1]), printed[2]

    def spellings(self, value: object, case: Case) -> set[str]:
        if isinstance(self.options, Mapping):
            return {self.options[value]}
        return {str(value)}


@dataclass(frozen=True)
class Number:
    """A number, within a tolerance that the question states.

    Parameters
    ----------
    tolerance
        Largest difference that still counts as the same.
    unit
        What is counted, in words; ``""`` or words with *share* in them for a share.
    """

    tolerance: float = 0.0
    unit: str = ""

    @property
    def _is_share(self) -> bool:
        return not self.unit or "share" in self.unit or "between 0 and 1" in self.unit

    @property
    def expects(self) -> str:
        about = f", to within {self.tolerance:g}" if self.tolerance else ""
        return f"a number{' of ' + self.unit if self.unit else ''}{about}"

    def read(self, answer: object, case: Case) -> float:
        answer = written = alone(answer)
        if isinstance(answer, str):
            answer = self._text(answer)
        if isinstance(answer, datetime.timedelta):  # a Timedelta of pandas is one too
            answer = answer.days
        if isinstance(answer, tuple) and len(answer) == 2 and all(type(n) is int for n in answer):
            self._refuse_two(answer)
        try:
            if isinstance(answer, bool) or not isinstance(answer, (numbers.Real, str)):
                raise ValueError
            number = float(answer)
        except ValueError:
            begins = isinstance(written, str) and written.strip()[:1].isdigit()
            advice = "; write the figure alone" if begins else ""
            raise Unreadable(f"`{shown(written)}` is no number{advice}") from None
        if not math.isfinite(number):
            raise Unreadable(f"`{shown(answer)}` is no finite number")
        return number

    def _text(self, text: str) -> str:
        """Return a number as Python writes it, without the unit that was asked for."""
        text = text.strip().replace("−", "-")
        parts = _OUT_OF.fullmatch(text)
        if parts and self._is_share:
            text = f"{parts[1]}/{parts[2]}"
        elif parts:
            raise Unreadable(f"`{shown(text)}` has a denominator; the count alone is asked for")
        percent = _PERCENT.fullmatch(text)
        if percent:
            return self._percent(_number_text(percent[1]), text)
        unit = _WITH_UNIT.fullmatch(text)
        units = {word.removesuffix("s") for word in re.findall(r"[a-z]+", self.unit.lower())}
        if unit and {w.removesuffix("s") for w in unit[2].lower().split()} <= units:
            text = unit[1]
        return _number_text(text)

    @staticmethod
    def _percent(number: str, text: str) -> str:
        """Return a number of percent as a share: 79 % is 0.79."""
        try:
            share = float(number) / 100
        except ValueError:
            return text  # no number after all
        if 0 < abs(share) < 0.01:
            raise Unreadable(
                f"`{shown(text)}` is less than one in a hundred: leave out the "
                "percent, or the point"
            )
        return str(share)

    def _refuse_two(self, pair: tuple[int, int]) -> None:
        """Say what may have been meant by two whole numbers."""
        if self._is_share and 1 <= pair[0] <= pair[1]:
            raise Unreadable(f"`{pair}` is two numbers; a share is the first divided by the second")
        raise Unreadable(  # 0,79 as many countries write it
            f"`{pair}` is two numbers; Python writes a decimal with a point, such as "
            f"`{pair[0]}.{pair[1]}`"
        )

    def same(self, given: float, expected: float) -> bool:
        return abs(given - expected) <= self.tolerance + 1e-9

    def spellings(self, value: object, case: Case) -> set[str]:
        return {f"{value:g}", f"{value:.2f}"}


_OUT_OF = re.compile(r"(\d+)\s+(?:out\s+)?of\s+([1-9]\d*)")
_PERCENT = re.compile(r"(.*?)\s*(?:%|per ?cent|pour ?cent)", re.IGNORECASE)
_WITH_UNIT = re.compile(r"([+-]?\d[\d.,]*)\s+([A-Za-z]+(?: [A-Za-z]+)?)")


@dataclass(frozen=True)
class Sentence:
    """The number of a sentence: ``7``, ``"7"`` or ``"sentence 7"``."""

    expects: str = "the number of a sentence, such as `3`"

    def read(self, answer: object, case: Case) -> int:
        if isinstance(answer, str):
            answer = _plain(answer).removeprefix("sentence").strip()
            answer = int(answer) if answer.isdecimal() else answer
        if isinstance(answer, numbers.Real) and not isinstance(answer, bool):
            if answer in set(case.sentences["sentence"]):
                return int(answer)
        raise Unreadable(f"`{shown(answer)}` is no sentence of this story")

    def spellings(self, value: object, case: Case) -> set[str]:
        return {f"sentence {value}"}


@dataclass(frozen=True)
class OutOf:
    """A count with its denominator: ``"3 of 8"``, ``"3/8"`` or ``(3, 8)``."""

    expects: str = "a count with its denominator, such as `3 of 8` or `(3, 8)`"

    def read(self, answer: object, case: Case) -> tuple[int, int]:
        if isinstance(answer, str):
            parts: list = re.split(r"\s*(?:/|\bout of\b|\bof\b)\s*", answer.strip().lower())
        elif isinstance(answer, Mapping):
            parts = list(answer.values())
        elif isinstance(answer, (tuple, list, pd.Series)) or type(answer).__name__ == "ndarray":
            parts = list(answer)
        else:
            parts = []
        if len(parts) != 2:
            raise Unreadable(f"`{shown(answer)}` has no denominator")
        count, total = (Number().read(part, case) for part in parts)
        if count != int(count) or total != int(total):
            raise Unreadable(f"`{shown(answer)}` is no count of whole things")
        return int(count), int(total)

    def spellings(self, value: object, case: Case) -> set[str]:
        return {f"{value[0]} {word} {value[1]}" for word in ("of", "/", "out of")}


@dataclass(frozen=True)
class Days:
    """A length of time in days: a number, ``"730D"`` or a ``Timedelta``."""

    expects: str = 'a length of time in days, such as `90` or `"90D"`'

    def read(self, answer: object, case: Case) -> float:
        if isinstance(answer, str):
            answer = re.sub(r"\s*(d(ays?)?|j(ours?)?)$", "", answer.strip().lower())
        return Number().read(answer, case)

    def spellings(self, value: object, case: Case) -> set[str]:
        return {f"{value:g}", f"{value:g}D"}


def _number_text(text: str) -> str:
    """Return a number as Python writes it: 1,100 and 0,79 and 13/16 and −1."""
    text = text.strip().replace("−", "-")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", text):
        return text.replace(",", "")
    fraction = re.fullmatch(r"(\d+) ?/ ?([1-9]\d*)", text)
    if fraction:
        return str(int(fraction[1]) / int(fraction[2]))
    return text.replace(",", ".")


@dataclass(frozen=True)
class Sign:
    """A sign: +1, 0 or -1, as a number, a mark or a word."""

    expects: str = "`1`, `0` or `-1` (friendly, none or mixed, hostile)"

    def read(self, answer: object, case: Case) -> int:
        words = {
            "+": 1,
            "friendly": 1,
            "-": -1,
            "−": -1,
            "hostile": -1,
            "mixed": 0,
            "±": 0,
            "none": 0,
            "neither": 0,
        }
        if isinstance(answer, str) and _plain(answer) in words:
            return words[_plain(answer)]
        if isinstance(answer, str) and _plain(answer) == "neutral":
            raise Unreadable("`neutral` is no sign; for neither of the two write `0`")
        try:
            number = Number().read(answer, case)
        except Unreadable:
            number = math.nan
        if number not in (-1, 0, 1):
            raise Unreadable(f"`{shown(answer)}` is no sign")
        return int(number)

    def spellings(self, value: object, case: Case) -> set[str]:
        return {f"{value:+d}"}


@dataclass(frozen=True)
class YesNo:
    """True or false."""

    expects: str = "`True` or `False`"

    def read(self, answer: object, case: Case) -> bool:
        words = {
            "true": True,
            "yes": True,
            "oui": True,
            "vrai": True,
            "1": True,
            "false": False,
            "no": False,
            "non": False,
            "faux": False,
            "0": False,
        }
        if isinstance(answer, str) and _plain(answer) in words:
            return words[_plain(answer)]
        if isinstance(answer, bool) or type(answer).__name__ in {"bool_", "bool"}:
            return bool(answer)
        if isinstance(answer, numbers.Real) and answer in (0, 1):
            return answer == 1
        raise Unreadable(f"`{shown(answer)}` is neither")

    def spellings(self, value: object, case: Case) -> set[str]:
        return set()


_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    )
    for number, name in enumerate(names.split(), start=1)
}
_DAY_IN_WORDS = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)? (?P<month>[^\W\d]+) (?P<year>\d{4})"
)
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+) (?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<year>\d{4})")
_MONTH_AND_YEAR = re.compile(r"(?P<month>[^\W\d]+) (?P<year>\d{4})")
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]00:00(:00(\.0+)?)?")


def _month(name: str) -> int | None:
    """Return the number of a month by its English or French name."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return _MONTHS.get("".join(c for c in letters if not unicodedata.combining(c)))


@dataclass(frozen=True)
class Date:
    """A date: EDTF, a ``datetime.date``, a ``Timestamp`` or a ``Period``."""

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
        raise Unreadable(f"`{shown(answer)}` is not one")

    @staticmethod
    def _text(answer: str) -> str:
        """Return a date in words as EDTF, and EDTF as it is, without spaces."""
        words = " ".join(answer.replace(",", " ").split())
        written = _DAY_IN_WORDS.fullmatch(words) or _MONTH_FIRST.fullmatch(words)
        if written and _month(written["month"]):
            return f"{written['year']}-{_month(written['month']):02}-{int(written['day']):02}"
        written = _MONTH_AND_YEAR.fullmatch(words)
        if written and _month(written["month"]):
            raise Unreadable(
                f"`{shown(answer)}` is in words; write the year, and the month with its number"
            )
        midnight = _MIDNIGHT.fullmatch(answer.strip())
        return midnight[1] if midnight else answer.strip().replace(" ", "")

    def spellings(self, value: object, case: Case) -> set[str]:
        return {str(value)} if value else set()


@dataclass(frozen=True)
class Actor:
    """An actor: its id, its code, its name or one the story gives it; a country by any name."""

    expects: str = (
        "an actor of the table: its id, its code or its name, such as `FRA`, `FRA/MIL` or `France`"
    )

    def read(self, answer: object, case: Case) -> str:
        answer = alone(answer)
        if isinstance(answer, str):
            text = answer.strip()
            table = case.actors
            if text in set(table["actor_id"]):
                return text
            found = self._names(case).get(_name(text))
            if found:
                return found
            state = _country(text)
            if state in set(table["actor_id"]):
                return state
            if text.upper() in set(table["code"]):
                return text.upper()  # several actors may share a code, so it stays a code
        raise Unreadable(f"`{shown(answer)}` is not in the table of actors")

    @staticmethod
    def _names(case: Case) -> dict[str, str]:
        names: dict[str, str] = {}
        for row in case.actors.to_dict("records"):
            for name in (row["actor_id"], row["name"], *row["aliases"].split("|")):
                names.setdefault(_name(name), row["actor_id"])
        names.pop("", None)
        return names

    def spellings(self, value: object, case: Case) -> set[str]:
        table = case.actors.set_index("actor_id")
        if value not in table.index:
            return {str(value)} - {""}
        row = table.loc[value]
        return {str(value), row["name"], *(a.strip() for a in row["aliases"].split("|"))} - {""}


def _country(text: str) -> str:
    """Return the code of a country by any of its names; ``""`` if it is none."""
    try:
        return country_code(_plain(text))
    except ReadingError as problem:  # a name that two countries bear
        raise Unreadable(str(problem).removesuffix(".")) from None


@dataclass(frozen=True)
class State(Actor):
    """A state, by its ISO 3166-1 alpha-3 code or a name, of the case or not."""

    expects: str = "a state, such as `FRA` or `France`"

    def read(self, answer: object, case: Case) -> str:
        answer = alone(answer)
        if isinstance(answer, str):
            found = _country(answer)
            if found:
                return found
        raise Unreadable(f"`{shown(answer)}` is no state's name or ISO code")

    def spellings(self, value: object, case: Case) -> set[str]:
        return {str(value)} | {n for n, code in country_names().items() if code == value and n[3:]}


@dataclass(frozen=True)
class Words:
    """Words quoted from the story, letter for letter but for case and outer quotation marks."""

    expects: str = "words of the story, in quotation marks"

    def read(self, answer: object, case: Case) -> str:
        if isinstance(answer, str) and _plain(answer):
            return _plain(answer)
        raise Unreadable(f"`{shown(answer)}` is no text")

    def spellings(self, value: object, case: Case) -> set[str]:
        return {str(value)}


@dataclass(frozen=True)
class Items:
    """Several answers of one kind: a list, tuple, set, Series or one column of a DataFrame.

    Parameters
    ----------
    of
        How to read each.
    ordered
        Whether their order matters.
    what
        What they are, in words.
    """

    of: Reader
    ordered: bool = False
    what: str = "answers"

    @property
    def expects(self) -> str:
        kind = "a list, in order," if self.ordered else "a list (the order does not matter)"
        return f"{kind} of {self.what}; each is {self.of.expects}"

    def read(self, answer: object, case: Case) -> tuple | frozenset:
        try:
            items = [self.of.read(item, case) for item in _as_list(answer)]
        except Unreadable:
            self._refuse_counts(answer, case)
            raise
        return tuple(items) if self.ordered else frozenset(items)

    def _refuse_counts(self, answer: object, case: Case) -> None:
        """Say where the names are, if an answer gives the number of each."""
        if not isinstance(answer, (pd.Series, Mapping)) or len(answer) > MOST_ITEMS:
            return
        names, how = list(answer), "list(counts)"
        if isinstance(answer, pd.Series):
            names, how = list(answer.index), "list(counts.index)"
        try:
            for name in names:
                self.of.read(name if isinstance(name, str) else None, case)
        except Unreadable:
            return
        raise Unreadable(f"this has a value for each name; the names alone come by `{how}`")

    def spellings(self, value: object, case: Case) -> set[str]:
        if self.ordered:
            return {", ".join(map(str, value))}
        return set() if len(value) > 1 else self.of.spellings(next(iter(value)), case)


def _as_list(answer: object) -> list:
    if isinstance(answer, pd.DataFrame) and answer.shape[1] == 1:
        answer = answer.iloc[:, 0]
    if isinstance(answer, str):
        return [part for part in re.split(r"[,;|]", answer) if part.strip()]
    if isinstance(answer, (KeysView, ValuesView)) or _is_array(answer):
        if len(answer) > MOST_ITEMS:
            raise Unreadable(f"this has {len(answer):,} parts, so it is some other table")
        answer = list(answer)
    if isinstance(answer, (pd.Series, pd.Index)):
        answer = answer.tolist()
    if isinstance(answer, numbers.Number):
        return [answer]
    if not isinstance(answer, (list, tuple, set, frozenset)):
        raise Unreadable(f"`{shown(answer)}` is no list")
    if len(answer) > MOST_ITEMS:
        raise Unreadable(f"this has {len(answer):,} parts, so it is some other table")
    return list(answer)


@dataclass(frozen=True)
class Keyed:
    """One answer for each of several keys: a dict, a Series, pairs, or a table of two columns.

    Parameters
    ----------
    keys
        How to read a key.
    values
        How to read a value.
    what
        What maps to what, in words.
    """

    keys: Reader
    values: Reader
    what: str = "one answer for each"

    @property
    def expects(self) -> str:
        return f"{self.what}; each is {self.values.expects}"

    def read(self, answer: object, case: Case) -> dict:
        found = {}
        for key, value in _as_pairs(answer):
            read_key = self.keys.read(key, case)
            if is_blank(value) and not _means_something(value, self.values):
                raise Unreadable(f"`{shown(key)}` has no answer yet")
            try:
                found[read_key] = self.values.read(value, case)
            except Unreadable as problem:
                raise Unreadable(f"at `{shown(key)}`: {problem}") from None
        return found

    def spellings(self, value: object, case: Case) -> set[str]:
        return {f"{k}: {v}" for k, v in value.items()}


def _means_something(value: object, reader: Reader) -> bool:
    """Tell whether an empty text is an answer here: in a table, a blank cell says something."""
    return (
        isinstance(value, str)
        and not value
        and isinstance(reader, Choice)
        and (reader.reads_blank())
    )


def _as_pairs(answer: object) -> list[tuple[object, object]]:
    if isinstance(answer, pd.DataFrame):
        if answer.shape[1] == 1:
            answer = answer.iloc[:, 0]
        elif answer.shape[1] == 2:
            answer = answer.set_index(answer.columns[0]).iloc[:, 0]
        else:
            raise Unreadable(f"this table has {answer.shape[1]} columns; two were expected")
    if isinstance(answer, pd.Series):
        pairs: Iterable = answer.items()
    elif isinstance(answer, Mapping):
        pairs = answer.items()
    elif isinstance(answer, (list, tuple)) and all(
        isinstance(p, (list, tuple)) and len(p) == 2 for p in answer
    ):
        pairs = answer
    else:
        raise Unreadable(f"`{shown(answer)}` does not give one answer for each")
    pairs = list(pairs)
    if len(pairs) > MOST_ITEMS:
        raise Unreadable(f"this has {len(pairs):,} parts, so it is some other table")
    return pairs


@dataclass(frozen=True)
class Row:
    """One coded row: a dict or a one-row table with named fields.

    Parameters
    ----------
    fields
        Field name to reader.
    """

    fields: Mapping[str, Reader]

    @property
    def expects(self) -> str:
        names = [f"`{name}`" for name in self.fields]
        listed = f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]
        shape = ", ".join(f'"{name}": ...' for name in self.fields)
        return f"a dict with the keys {listed}, such as `{{{shape}}}`"

    def read(self, answer: object, case: Case) -> dict:
        if isinstance(answer, pd.DataFrame):
            if len(answer) != 1:
                raise Unreadable(f"this table has {len(answer)} rows; one was expected")
            answer = answer.iloc[0]
        if isinstance(answer, pd.Series):
            answer = answer.to_dict()
        if not isinstance(answer, Mapping):
            raise Unreadable(f"`{shown(answer)}` is no dict")
        given = {_plain(str(name)).replace(" ", "_"): value for name, value in answer.items()}
        found = {}
        for name, reader in self.fields.items():
            if name not in given:
                raise Unreadable(f"the key `{name}` is missing")
            if is_blank(given[name]) and not _means_something(given[name], reader):
                raise Unreadable(f"`{name}` has no answer yet")
            if is_empty(given[name]):
                raise Unreadable(
                    f"at `{name}`: this is empty. If it was computed, no row fits all "
                    "your conditions: try them one at a time"
                )
            try:
                found[name] = reader.read(given[name], case)
            except Unreadable as problem:
                raise Unreadable(f"at `{name}`: {problem}; expected {reader.expects}") from None
        return found

    def spellings(self, value: object, case: Case) -> set[str]:
        return {f"{name}: {v}" for name, v in value.items()}


@dataclass(frozen=True)
class SignedTies:
    """Signed ties: a table with source, target and sign, a networkx graph, or triples.

    Read as a dict from a pair to +1, -1 or 0. Undirected unless ``directed``.
    """

    directed: bool = False

    @property
    def expects(self) -> str:
        return (
            "signed ties: a table with the columns `source`, `target` and `sign` (+1 or -1), a "
            "networkx graph whose edges have a `sign`, or a list of triples such as "
            "`('CHN', 'IRQ', -1)`"
        )

    def read(self, answer: object, case: Case) -> dict[tuple[str, str], int]:
        found: dict[tuple[str, str], int] = {}
        for one, other, sign in self._triples(answer):
            pair = (Actor().read(one, case), Actor().read(other, case))
            pair = pair if self.directed else tuple(sorted(pair))
            read_sign = Sign().read(sign, case)
            if found.get(pair, read_sign) != read_sign:
                raise Unreadable(
                    f"the pair `{shown(one)}`, `{shown(other)}` is there twice, with "
                    "different signs"
                )
            found[pair] = read_sign
        return found

    def _triples(self, answer: object) -> list[tuple]:
        if isinstance(answer, nx.Graph):
            if any("sign" not in data for _, _, data in answer.edges(data=True)):
                raise Unreadable("an edge of this graph has no `sign`")
            return [(u, v, data["sign"]) for u, v, data in answer.edges(data=True)]
        if isinstance(answer, pd.DataFrame):
            columns = {str(c).strip().lower(): c for c in answer.columns}
            missing = [c for c in ("source", "target", "sign") if c not in columns]
            if missing:
                raise Unreadable(f"the column `{missing[0]}` is missing")
            if len(answer) > MOST_ITEMS:
                raise Unreadable(f"this has {len(answer):,} rows, so it is some other table")
            wanted = answer[[columns[c] for c in ("source", "target", "sign")]]
            return list(wanted.itertuples(index=False, name=None))
        triples = answer
        if isinstance(answer, (Mapping, pd.Series)) and len(answer) <= MOST_ITEMS:
            triples = [(*_two_of(pair), sign) for pair, sign in answer.items()]
        if (
            isinstance(triples, (list, tuple, set))
            and triples
            and all(isinstance(t, (list, tuple)) and len(t) == 3 for t in triples)
        ):
            return list(triples)
        raise Unreadable(f"`{shown(answer)}` is not read as ties")

    def spellings(self, value: object, case: Case) -> set[str]:
        return {f"{a}, {b}, {s}" for (a, b), s in value.items()}


def _two_of(pair: object) -> tuple:
    """Return the two of a pair, which may be written ``A-B``; nothing if it is none."""
    if isinstance(pair, str):
        pair = tuple(re.split(r"\s*[-–—→]+\s*", pair.strip()))
    return pair if isinstance(pair, tuple) and len(pair) == 2 else ()


@dataclass(frozen=True)
class Lines:
    """A network that a student drew, read off the objects of the figure.

    Parameters
    ----------
    edges
        Pair of actors (sorted) to the pair (colour as ``#RRGGBB``, whether dashed).
    legend
        The words in the legend, each with the colour that it explains.
    labels
        The actors that have a label.
    words
        What the picture says for those who do not see it; ``""`` for a bare figure.
    """

    edges: Mapping[tuple[str, str], tuple[str, bool]]
    legend: Mapping[str, str]
    labels: frozenset[str]
    words: str = ""


@dataclass(frozen=True)
class Drawing:
    """A drawn network: a figure, its axes, or a :class:`~realignment.figures.Picture`.

    A line belongs to the two labels that stand nearest to its ends.
    """

    expects: str = "the `Picture` or the `figure` with lines between labelled actors"

    def read(self, answer: object, case: Case) -> Lines:
        figure, axes = _figure_and_axes(answer)
        edges: dict[tuple[str, str], tuple[str, bool]] = {}
        legend: dict[str, str] = {}
        named: set[str] = set()
        for one in axes:
            labels = self._labels(one, case)
            named |= set(labels.values())
            for ends, look in self._segments(one):
                if not labels:
                    raise Unreadable("no actor in this figure has a label")
                pair = tuple(sorted(self._nearest(end, labels) for end in ends))
                if pair[0] != pair[1]:
                    edges[pair] = look
        for one in _legends(figure, axes):
            for text, handle in zip(one.get_texts(), one.legend_handles, strict=True):
                legend[_plain(text.get_text())] = self._colour(handle)
        if not edges:
            raise Unreadable("there is no line between two actors in this figure")
        return Lines(edges, legend, frozenset(named), getattr(answer, "words", ""))

    @staticmethod
    def _colour(handle) -> str:
        """Return the colour of a legend's entry as ``#RRGGBB``, whatever kind of artist it is."""
        from matplotlib.colors import to_hex, to_rgba_array

        for name in ("get_color", "get_edgecolor"):
            if hasattr(handle, name):
                colours = to_rgba_array(getattr(handle, name)())
                return to_hex(colours[0]).upper() if len(colours) else ""
        return ""

    @staticmethod
    def _labels(axes, case: Case) -> dict[tuple[float, float], str]:
        found = {}
        for text in axes.texts:
            for label in _labels_in(text.get_text()):
                try:
                    found[text.get_position()] = Actor().read(label, case)
                    break
                except Unreadable:
                    continue  # a title, a question mark, a note
        return found

    @staticmethod
    def _nearest(end: tuple[float, float], labels: Mapping[tuple[float, float], str]) -> str:
        return labels[min(labels, key=lambda place: math.dist(place, end))]

    @staticmethod
    def _segments(axes) -> list[tuple[tuple, tuple[str, bool]]]:
        """Every straight line of two points, with its look: Line2D, LineCollection or arrow."""
        from matplotlib.collections import LineCollection
        from matplotlib.colors import to_hex
        from matplotlib.patches import FancyArrowPatch

        found = []
        for line in axes.lines:
            points = list(zip(line.get_xdata(), line.get_ydata(), strict=True))
            if len(points) == 2:
                dashed = line.get_linestyle() not in ("-", "solid")
                found.append((tuple(points), (to_hex(line.get_color()).upper(), dashed)))
        for lines in axes.collections:
            if isinstance(lines, LineCollection):
                colours, styles = lines.get_colors(), lines.get_linestyles()
                for i, points in enumerate(lines.get_segments()):
                    colour = to_hex(colours[i % len(colours)]).upper()
                    dashed = styles[i % len(styles)][1] is not None
                    found.append(((tuple(points[0]), tuple(points[-1])), (colour, dashed)))
        for arrow in axes.patches:
            if isinstance(arrow, FancyArrowPatch) and arrow._posA_posB:
                dashed = arrow.get_linestyle() not in ("-", "solid")
                look = (to_hex(arrow.get_edgecolor()).upper(), dashed)
                found.append((tuple(map(tuple, arrow._posA_posB)), look))
        return found

    def spellings(self, value: object, case: Case) -> set[str]:
        return set()


def _figure_and_axes(answer: object) -> tuple:
    """Return a figure and its axes, of whatever a drawing is handed over as."""
    if isinstance(answer, (pd.DataFrame, pd.Series)):
        raise Unreadable("this is a table; give the drawing itself")
    if isinstance(answer, nx.Graph):
        raise Unreadable("this is a network that is not drawn yet; give the drawing itself")
    figure = getattr(answer, "figure", answer)
    axes = getattr(figure, "axes", None)
    if not isinstance(axes, list) or not axes:
        raise Unreadable(f"`{shown(answer)}` is no figure with axes")
    return figure, axes


def _legends(figure, axes: list) -> list:
    """Return the legends of a figure, whether it has them itself or its axes."""
    return [*figure.legends, *filter(None, (one.get_legend() for one in axes))]


def _labels_in(text: str) -> list[str]:
    """Return what may name an actor in a label: all of it, or what stands before an addition.

    ``RUS (unknown)``, ``Mali?`` and ``RUS unknown`` are labels; a sentence is a note and no label.
    """
    before = re.split(r"\s*[(\[?!:;,\n/=–—]|\s-\s", text.strip())[0]
    words = before.split()
    first = words[:1] if len(words) == 2 and words[0].isupper() else []
    return [name for name in (text, before, *first) if name.strip()]


@dataclass(frozen=True)
class Layers:
    """A map that a student drew, read off the names (gid) of its artists.

    Parameters
    ----------
    presences
        Pairs of a presence's id and its status.
    ties
        Quadruples of two states (in alphabetical order), colour as ``#RRGGBB``, and whether dashed.
    no_data
        The states that are hatched as not known.
    note
        What stands under and over the map, in lower case.
    legend
        The words in the legend.
    """

    presences: frozenset[tuple[str, str]]
    ties: frozenset[tuple[str, str, str, bool]]
    no_data: frozenset[str]
    note: str
    legend: frozenset[str]


@dataclass(frozen=True)
class DrawnMap:
    """A map drawn with :mod:`realignment.worldmap`: a figure, its axes, or a ``Picture``."""

    expects: str = "the `Picture` or the `figure` on which `worldmap.draw` has drawn"

    def read(self, answer: object, case: Case) -> Layers:
        from matplotlib.colors import to_hex

        from realignment.worldmap import outlines

        figure, axes = _figure_and_axes(answer)
        artists = {a for one in axes for a in one.get_children() if a.get_gid()}
        names = {artist.get_gid() for artist in artists}
        if "land" not in names:
            raise Unreadable("there are no outlines in this figure")
        presences = {tuple(name.split("-")[1:3]) for name in names if name.startswith("presence-")}
        ties = {
            (
                *a.get_gid().split("-")[1:3],
                to_hex(a.get_edgecolor()).upper(),
                a.get_linestyle() not in ("-", "solid"),
            )
            for a in artists
            if a.get_gid().startswith("tie-")
        }
        hatching = [a.get_path() for a in artists if a.get_gid() == "no-data"]
        corners = {tuple(point) for path in hatching for point in path.vertices}
        no_data = {
            area.iso3
            for area in outlines()
            if area.iso3 and corners.issuperset(map(tuple, area.polygons[0][0][:-1]))
        }
        legends = _legends(figure, axes)
        under = [figure._supxlabel, figure._suptitle, *figure.texts]
        words = [t.get_text() for t in filter(None, under)]
        words += [t.get_text() for one in axes for t in (*one.texts, one.title, one._left_title)]
        return Layers(
            frozenset(presences),
            frozenset(ties),
            frozenset(no_data),
            " ".join(words).lower(),
            frozenset(_plain(t.get_text()) for legend in legends for t in legend.get_texts()),
        )

    def spellings(self, value: object, case: Case) -> set[str]:
        return set()


@dataclass(frozen=True)
class Essay:
    """A few sentences of one's own.

    Parameters
    ----------
    least
        The least number of words.
    """

    least: int = 25

    @property
    def expects(self) -> str:
        return f"a text of your own with at least {self.least} words"

    def read(self, answer: object, case: Case) -> str:
        if not isinstance(answer, str):
            raise Unreadable(f"`{shown(answer)}` is no text")
        words = re.findall(r"\w+", answer.lower())
        if len(words) < self.least:
            raise Unreadable(f"{len(words)} of {self.least} words", "Too short yet")
        if len(set(words)) < self.least / 2:
            raise Unreadable("this repeats a few words; write sentences", "Not kept yet")
        return answer

    def spellings(self, value: object, case: Case) -> set[str]:
        return set()


Check = Callable[[object, Case], bool]
"""Whether a read answer, in a case, shows some mistake."""


def state_reader_problem(problem: Exception) -> str:
    """Return what a reader said, or a plain sentence for a failure nobody foresaw."""
    if isinstance(problem, (Unreadable, ReadingError)):
        return str(problem)
    return "it could not be opened at all"
