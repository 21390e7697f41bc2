"""A read value as JSON, and back, equal in value and type.

What :func:`realignment.check` has read stays in the output of its cell under a media type of its
own, :data:`MEDIA_TYPE`, and in the file of :func:`realignment.save_progress`. Whoever marks reads
the value there, and has it judged anew: nobody's code runs again.

JSON has fewer types than Python, and a browser that saves a notebook writes ``1.0`` as ``1``. So
whatever JSON does not hold by itself stands in an object with one key, its kind:

===================  ===============================================================
``None``, ``True``,  as in JSON; whole numbers up to 2**53, the largest that a
``7``, ``"text"``    browser keeps exactly
``{"float": "1.0"}``  a number with a point, as Python writes it
``{"int": "9..."}``   a whole number beyond 2**53
``{"tuple": [...]}``  also ``list``, ``set``, ``frozenset``
``{"dict": [...]}``   pairs of key and value, in their order
``{"date": "..."}``   also ``datetime``, in ISO 8601
``{"Lines": {...}}``  a drawing, by its fields; also ``Layers``, ``Look``, and ``Look``
===================  ===============================================================

A file can be written by hand, so nothing in it is believed: what is too large, too deep, of an
unknown kind or of another form than its kind is refused in one sentence.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from realignment.answers import Layers, Lines, Look
from realignment.errors import ReadingError

MEDIA_TYPE: Final = "application/vnd.reading-realignment+json"
FORMAT: Final = 1
"""Of the record below. A record of a later format is not judged."""

MOST_SIGNS: Final = 100_000
"""Signs of all texts of a value together. The largest answer of the tests has some 3,000."""
MOST_PARTS: Final = 20_000
DEEPEST: Final = 12

_EXACT: Final = 2**53
_DRAWINGS: Final = {"Lines": Lines, "Layers": Layers, "Look": Look}
_CONTAINERS: Final[Mapping[str, Callable[[list[Any]], Any]]] = {
    "tuple": tuple,
    "list": list,
    "set": set,
    "frozenset": frozenset,
}


class Unkept(ReadingError):
    """A value that cannot be kept, or a record that is not one of ours."""


@dataclass
class _Limits:
    """What is left of the allowance of one value."""

    signs: int = MOST_SIGNS
    parts: int = MOST_PARTS

    def take(self, depth: int, signs: int = 0) -> None:
        self.parts -= 1
        self.signs -= signs
        if depth > DEEPEST:
            raise Unkept(f"A kept value is nested more than {DEEPEST} deep.")
        if self.parts < 0:
            raise Unkept(f"A kept value has more than {MOST_PARTS:,} parts.")
        if self.signs < 0:
            raise Unkept(f"A kept value has more than {MOST_SIGNS:,} signs.")


def to_json(value: object) -> Any:
    """Return a value that a reader returned as what JSON can hold.

    Parameters
    ----------
    value
        Plain values, containers of them, dates, drawings.

    Raises
    ------
    Unkept
        If it is of another kind, or too large.
    """
    return _to_json(value, 0, _Limits())


def from_json(kept: object) -> Any:
    """Return the value that :func:`to_json` has made JSON of, equal in value and type.

    Raises
    ------
    Unkept
        If this is not what :func:`to_json` would have made, or too large.
    """
    return _from_json(kept, 0, _Limits())


def _to_json(value: object, depth: int, limits: _Limits) -> Any:
    limits.take(depth, len(value) if isinstance(value, str) else 0)

    def inner(part: object) -> Any:
        return _to_json(part, depth + 1, limits)

    kind = type(value)
    if value is None or isinstance(value, bool):
        return value
    if kind is str:
        return _text_to_json(str(value))
    if kind is int:
        return value if abs(typing.cast(int, value)) <= _EXACT else {"int": str(value)}
    if kind is float:
        return {"float": repr(value)}
    if kind is datetime.datetime or kind is datetime.date:
        return {kind.__name__: typing.cast(datetime.date, value).isoformat()}
    if kind in (tuple, list):
        return {kind.__name__: [inner(part) for part in typing.cast(list[object], value)]}
    if kind in (set, frozenset):
        parts = [inner(part) for part in typing.cast(set[object], value)]
        return {kind.__name__: sorted(parts, key=_written)}
    if kind is dict:
        pairs = typing.cast(dict[object, object], value).items()
        return {"dict": [[inner(key), inner(part)] for key, part in pairs]}
    if kind in _DRAWINGS.values():
        fields = dataclasses.fields(typing.cast(Any, value))
        return {kind.__name__: {f.name: inner(_plain(getattr(value, f.name))) for f in fields}}
    raise Unkept(f"A value of type {kind.__name__} cannot be kept.")


def _plain(value: object) -> object:
    """Return a mapping of any kind as a dict; anything else as it is."""
    return dict(value) if isinstance(value, Mapping) else value


def _written(kept: object) -> str:
    return json.dumps(kept, sort_keys=True)


def _text_to_json(text: str) -> Any:
    """Return a text; one with half a character, which no file in UTF-8 can hold, is escaped."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return {"escaped": text.encode("unicode_escape").decode("ascii")}
    return text


def _from_json(kept: object, depth: int, limits: _Limits) -> Any:
    limits.take(depth, len(kept) if isinstance(kept, str) else 0)

    def inner(part: object) -> Any:
        return _from_json(part, depth + 1, limits)

    if kept is None or isinstance(kept, (bool, str)):
        return kept
    if isinstance(kept, int) and abs(kept) <= _EXACT:
        return kept
    if not isinstance(kept, dict) or len(kept) != 1:
        raise Unkept("A kept value has a part of no known form.")
    ((kind, held),) = kept.items()
    try:
        if kind in _CONTAINERS and isinstance(held, list):
            parts = [inner(part) for part in held]
            made = _CONTAINERS[kind](parts)
            if len(made) != len(parts):
                raise Unkept("A kept value has a part twice in one set.")
            return made
        if kind == "dict" and isinstance(held, list):
            pairs = [(inner(key), inner(part)) for key, part in held]
            if len(dict(pairs)) != len(pairs):
                raise Unkept("A kept value has a key twice.")
            return dict(pairs)
        if kind in _DRAWINGS and isinstance(held, dict):
            return _drawing(kind, {name: inner(part) for name, part in held.items()})
        if kind in _TEXTS and isinstance(held, str) and len(held) <= MOST_SIGNS:
            limits.take(depth, len(held))
            return _TEXTS[kind](held)
    except (TypeError, ValueError) as problem:  # no pair, no hashable key, no number, no date
        if isinstance(problem, Unkept):
            raise
    raise Unkept("A kept value has a part of no known form.")


def _float(text: str) -> float:
    number = float(text)
    if repr(number) != text:
        raise ValueError(text)
    return number


def _int(text: str) -> int:
    if not text.removeprefix("-").isdecimal() or len(text) > 400:
        raise ValueError(text)
    return int(text)


_TEXTS: Final[Mapping[str, Callable[[str], Any]]] = {
    "float": _float,
    "int": _int,
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "escaped": lambda text: text.encode("ascii").decode("unicode_escape"),
}


@cache
def _fields(kind: str) -> dict[str, TypeAdapter[Any]]:
    hints = typing.get_type_hints(_DRAWINGS[kind])
    return {field.name: TypeAdapter(hints[field.name]) for field in _fields_of(kind)}


def _fields_of(kind: str) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(_DRAWINGS[kind])


def _drawing(kind: str, held: dict[str, Any]) -> Any:
    """Make a drawing of its fields, each held to its declared type."""
    adapters = _fields(kind)
    needed = {f.name for f in _fields_of(kind) if f.default is dataclasses.MISSING}
    if not needed <= set(held) <= set(adapters):
        raise Unkept(f"A kept drawing ({kind}) has other fields than a drawing has.")
    try:
        checked = {
            name: adapters[name].validate_python(part, strict=True) for name, part in held.items()
        }
    except ValidationError:
        raise Unkept(f"A kept drawing ({kind}) has a field of another form.") from None
    return _DRAWINGS[kind](**checked)


# --- the record of one check ------------------------------------------------------------------


@dataclass(frozen=True)
class Kept:
    """What a check leaves in its cell: enough to judge the answer again, and no verdict.

    Attributes
    ----------
    question
        The question's name, which stays when its number moves.
    value
        What its reader returned.
    why
        The sentence of reason, if one was given.
    hints
        How many hints had been shown.
    solution
        Whether the solution had been shown.
    cell
        Digest of the cell that ran; ``""`` where the kernel does not know it.
    module
        The version of this module.
    data
        Digest of what in the case is not as it was handed out; ``""`` where all of it is.
    read
        Whether there is a value. An answer that could not be read is kept as having been tried.
    """

    question: str
    value: Any = None
    why: str = ""
    hints: int = 0
    solution: bool = False
    cell: str = ""
    module: str = ""
    data: str = ""
    read: bool = True

    def as_json(self) -> dict[str, Any]:
        """Return the record as it stands under :data:`MEDIA_TYPE`.

        Raises
        ------
        Unkept
            If the value cannot be kept.
        """
        told = {
            "format": FORMAT,
            "question": self.question,
            "why": _text_to_json(self.why),
            "hints": self.hints,
            "solution": self.solution,
            "cell": self.cell,
            "module": self.module,
            "data": self.data,
        }
        return told | ({"value": to_json(self.value)} if self.read else {})


LONGEST_WHY: Final = 2_000
"""Signs. A reason is one sentence."""

_SHORT: Final = ("question", "cell", "module", "data")
_MOST_HINTS: Final = 1_000


def read_kept(record: object) -> Kept:
    """Read a record that stands under :data:`MEDIA_TYPE`.

    Keys that are not known are passed over: a later edition may add some.

    Raises
    ------
    Unkept
        If it is no such record; the sentence says what is wrong with it.
    """
    if not isinstance(record, dict):
        raise Unkept("What is kept here is no record of an answer.")
    if type(record.get("format")) is not int or record["format"] != FORMAT:
        raise Unkept(f"What is kept here is not of format {FORMAT}, which this edition reads.")
    found: dict[str, Any] = {name: record.get(name, "") for name in _SHORT}
    if any(not isinstance(text, str) or len(text) > 200 for text in found.values()):
        raise Unkept("A kept record has a name or a digest that is none.")
    why = from_json(record.get("why", ""))
    if not isinstance(why, str) or len(why) > LONGEST_WHY:
        raise Unkept("A kept record has a reason that is no text of reasonable length.")
    hints, solution = record.get("hints", 0), record.get("solution", False)
    if type(hints) is not int or not 0 <= hints <= _MOST_HINTS or type(solution) is not bool:
        raise Unkept("A kept record has a count of hints, or a word on the solution, that is none.")
    read = "value" in record
    value = from_json(record["value"]) if read else None
    return Kept(**found, value=value, why=why, hints=hints, solution=solution, read=read)


def digest(source: str) -> str:
    """Return the digest of a cell's source, the same on every system."""
    text = "\n".join(line.rstrip() for line in source.splitlines()).strip()
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
