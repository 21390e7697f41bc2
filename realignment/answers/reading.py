"""What all readers share: how an answer is looked at before anything is read from it."""

from __future__ import annotations

import ast
import json
import numbers
import re
import reprlib
import sys
import unicodedata
import weakref
from collections import deque
from collections.abc import (
    Callable,
    Collection,
    ItemsView,
    Iterator,
    KeysView,
    Mapping,
    ValuesView,
)
from functools import wraps
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

import numpy as np
import pandas as pd

from realignment.cases import Case
from realignment.errors import ReadingError

if TYPE_CHECKING:
    import networkx as nx

MOST_ITEMS = 5_000
"""An answer with more rows than this is some other table."""

LONGEST_TEXT = 20_000
"""Characters. The longest text that an open question may get."""

_CONTAINERS = (list, tuple, set, frozenset, Mapping, KeysView, ValuesView)

Result = TypeVar("Result")


class Unreadable(Exception):
    """An answer that has not the shape the question asks for.

    The message says which part could not be read; ``heading`` says it in two or three words, where
    "Cannot read this" would not be true.
    """

    def __init__(self, message: str, heading: str = "") -> None:
        super().__init__(message)
        self.heading = heading


class Reader:
    """What turns an answer into one plain value, and compares two such values."""

    @property
    def expects(self) -> str:
        """The shape, in words a student knows: completes "This question expects ..."."""
        raise NotImplementedError

    @property
    def reads_gaps(self) -> bool:
        """Whether ``None`` or NaN, which a look-up leaves where it finds nothing, is an answer."""
        return False

    def read(self, answer: object, case: Case) -> Any:
        """Return the plain value, or raise :class:`Unreadable`."""
        raise NotImplementedError

    def asked_for(self) -> tuple[str, ...]:
        """Return the values that the question names, in its order; none if it names none."""
        return ()

    def written(self, value: Any) -> str:
        """Return a value that was read as a message shows it."""
        return shown(value)

    def part(self, key: Any) -> str:
        """Return the name of a part of an answer as a message shows it."""
        return shown(key)

    def same(self, given: Any, expected: Any, case: Case) -> bool:
        """Tell whether two values that were read mean the same."""
        return bool(given == expected)

    def differs(self, given: Any, expected: Any, case: Case) -> str:
        """Return in a few words in which direction a value is off; "" if none can be named.

        It must not give the expected value away.
        """
        return ""


def side(given: float, expected: float) -> str:
    """Return on which side of a number another one lies."""
    return "too high" if given > expected else "too low"


def missing_and_extra(given: Collection[Any], expected: Collection[Any]) -> str:
    """Return how many of what is expected are missing, and how many others are there."""
    missing = len(set(expected) - set(given))
    extra = len(set(given) - set(expected))
    told = [
        f"{missing} {'is' if missing == 1 else 'are'} missing" if missing else "",
        f"{extra} {'does' if extra == 1 else 'do'} not belong" if extra else "",
    ]
    return " and ".join(filter(None, told))


def once_a_case(function: Callable[..., Result]) -> Callable[..., Result]:
    """Remember what a function makes of a case, as long as the case lives.

    Parameters
    ----------
    function
        Its first argument is a case; the others can be hashed. It must not change what it returns.
    """
    kept: dict[int, dict[tuple[object, ...], Result]] = {}

    @wraps(function)
    def remembered(case: Case, *rest: object) -> Result:
        if id(case) not in kept:
            weakref.finalize(case, kept.pop, id(case), None)
        values = kept.setdefault(id(case), {})
        if rest not in values:
            values[rest] = function(case, *rest)
        return values[rest]

    return remembered


def shown(value: object, longest: int = 60) -> str:
    """Return a value as a short text, whatever it is; of a table its size."""
    if isinstance(value, pd.DataFrame):
        return f"a table, {value.shape[0]} by {value.shape[1]}"
    if isinstance(value, pd.Series) and len(value) > 1:
        return f"a column of {len(value)} values"
    if isinstance(value, np.generic):
        value = value.item()
    try:
        text = value if isinstance(value, str) else reprlib.repr(value)
    except Exception:  # an object of a student's own may fail in any way when it is shown
        text = f"something of type {type(value).__name__}"
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def opened(answer: object) -> object:
    """Return an answer as the readers know it, its parts too.

    What hands its parts out one by one (``zip``, ``map``, a generator, ``dict.items()``) becomes a
    list, an array without a dimension what it holds, and a dict written as one text a dict. An
    iterator is empty afterwards, as for whoever reads it; the cell that asks makes it anew.
    """
    if isinstance(answer, Mapping):
        if any(_opened(value) is not value for value in answer.values()):
            return {key: _opened(value) for key, value in answer.items()}
        return answer
    return _opened(answer)


def _opened(answer: object) -> object:
    if isinstance(answer, (Iterator, ItemsView, deque)):
        return list(islice(answer, MOST_ITEMS + 1))
    if isinstance(answer, np.ndarray) and answer.ndim == 0:
        return answer.item()
    if isinstance(answer, str) and answer.lstrip()[:1] == "{" and len(answer) <= LONGEST_TEXT:
        return _dict_in(answer)
    return answer


def _dict_in(text: str) -> object:
    """Return the dict that a text writes, as Python or JSON has it; else the text."""
    for reads in (ast.literal_eval, json.loads):
        try:
            found = reads(text.strip())
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        if isinstance(found, dict):
            return found
    return text


def refuse_large(answer: object) -> None:
    """Refuse an answer that is too large to be one, before anything is read from it.

    Raises
    ------
    Unreadable
        If it has more than :data:`MOST_ITEMS` rows or parts, or is a text of more than
        :data:`LONGEST_TEXT` characters.
    """
    if isinstance(answer, str):
        if len(answer) > LONGEST_TEXT:
            raise Unreadable(f"this text has {len(answer):,} characters; no answer is that long")
        return
    length = _length(answer)
    if length > MOST_ITEMS:
        kind = "rows" if isinstance(answer, pd.DataFrame) else "parts"
        raise Unreadable(f"this has {length:,} {kind}, so it is some other table")
    if _size(answer) > MOST_ITEMS:
        raise Unreadable(f"this has over {MOST_ITEMS:,} parts, so it is something else")


def refuse_uncalled(answer: object) -> None:
    """Refuse a function in the place of what it returns: ``()`` is soon forgotten.

    Raises
    ------
    Unreadable
        If the answer, or a part of it, can be called.
    """
    parts = list(answer.values()) if isinstance(answer, Mapping) else []
    for part in [answer, *(answer if isinstance(answer, (list, tuple)) else parts)]:
        if callable(part):
            name = getattr(part, "__name__", type(part).__name__)
            raise Unreadable(
                f"`{shown(name)}` has no `()` behind it, so it is a function and not yet its result"
            )


def is_network(answer: object) -> TypeGuard[nx.Graph[Any]]:
    """Tell whether an answer is a network, without loading networkx: who made one has done so."""
    networkx = sys.modules.get("networkx")
    return networkx is not None and isinstance(answer, networkx.Graph)


def _length(answer: object) -> int:
    """Count the rows of a table, the parts of a container, the edges of a network; 1 for others."""
    if is_network(answer):
        return max(answer.number_of_nodes(), answer.number_of_edges())
    if isinstance(answer, (pd.DataFrame, pd.Series, pd.Index)) or is_array(answer):
        return len(answer)  # type: ignore[arg-type]
    return len(answer) if isinstance(answer, _CONTAINERS) else 1


def _size(answer: object, before: int = 0) -> int:
    """Add the parts of an answer, and of what it holds, to a count; stop when they are too many."""
    total = before + _length(answer)
    if isinstance(answer, _CONTAINERS) and total <= MOST_ITEMS:
        for part in answer.values() if isinstance(answer, Mapping) else answer:
            total = _size(part, total)
            if total > MOST_ITEMS:
                break
    return total


def is_empty(answer: object) -> bool:
    """Tell whether an answer is there and holds nothing, such as a table without a row."""
    if isinstance(answer, (pd.DataFrame, pd.Series, pd.Index)):
        return len(answer) == 0 or answer.size == 0
    if is_network(answer):
        return bool(answer.number_of_nodes() == 0)
    return _length(answer) == 0


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
    if isinstance(answer, Mapping):
        return all(is_blank(v) for v in answer.values())
    if isinstance(answer, (pd.Series, list, tuple, set, frozenset)):
        return all(is_blank(v) for v in answer)
    return False


def blanks(answer: object, gaps_are_answers: bool = False) -> tuple[int, int]:
    """Count the blanks left in an answer of several parts: (blank, all).

    Parameters
    ----------
    answer
        What a student has.
    gaps_are_answers
        Whether ``None`` is one, as where something was looked up in vain.
    """
    parts: list[object]
    if isinstance(answer, pd.DataFrame):
        parts = list(answer.to_numpy().ravel())
    elif isinstance(answer, pd.Series):
        parts = list(answer)
    elif isinstance(answer, Mapping):
        parts = list(answer.values())
    elif isinstance(answer, (list, tuple)):
        parts = [
            p for part in answer for p in (part if isinstance(part, (list, tuple)) else [part])
        ]
    else:
        return 0, 1
    empty: list[object] = [Ellipsis, "..."] if gaps_are_answers else [Ellipsis, "...", None]
    return sum(any(p is e or p == e for e in empty) for p in parts if _is_scalar(p)), len(parts)


def _is_scalar(value: object) -> bool:
    return value is None or value is Ellipsis or isinstance(value, (str, numbers.Number))


def is_array(answer: object) -> bool:
    """Tell whether an answer is an array with one or more dimensions, of numpy or of pandas."""
    if isinstance(answer, pd.api.extensions.ExtensionArray):
        return True
    return isinstance(answer, np.ndarray) and answer.ndim > 0


def alone(answer: object) -> object:
    """Return what a list, a column or an array of one part holds, or a table of one text."""
    if isinstance(answer, pd.DataFrame) and answer.shape == (1, 1):
        return answer.iloc[0, 0] if isinstance(answer.iloc[0, 0], str) else answer
    if isinstance(answer, (list, tuple, set, frozenset, pd.Series, pd.Index)) or is_array(answer):
        if len(answer) == 1:  # type: ignore[arg-type]
            return next(iter(answer))  # type: ignore[call-overload]
    return answer


def plain(text: str) -> str:
    """Return a text in lower case, one space between words, without the marks round it."""
    return re.sub(r"[\s_]+", " ", text).strip(" \t\"'“”‘’«»`*").lower()


_ARTICLE = re.compile(r"^(?:the|an?|une|la|le|les) (?=\S\S)")
"""An article before a name; what stands before one letter, as in *a b*, is another letter."""


def plain_label(text: str) -> str:
    """Return a name or an option as it is compared: plain, one apostrophe, no article, no dots.

    A hyphen within it is a space: *too-exact* is *too exact*.
    """
    words = re.sub(r"(?<=\w)[-‐‑](?=\w)", " ", plain(text).replace("’", "'"))
    return _ARTICLE.sub("", words.strip("().:!? ")).strip()


def without_accents(text: str) -> str:
    """Return a text in which é is e."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def state_reader_problem(problem: Exception) -> str:
    """Return what a reader said, or a plain sentence for a failure nobody foresaw."""
    if isinstance(problem, (Unreadable, ReadingError)):
        return str(problem)
    return "it could not be opened at all"
