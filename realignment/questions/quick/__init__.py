"""Quick questions: choose one of three or four, between two sections or at the head of a lesson.

A quick question is a light kind. It counts for no mark; it asks for something that the next section
is about to use, or that an earlier lesson has given. Each wrong choice is one that a sensible
person makes, and has a sentence of its own that says what they did and sends them to the text.

One module a lesson, with a list ``QUICK``. The id is the lesson's number and a letter (``"3.b"``)
and may move; the name stays.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from realignment.answers import Choice, shown
from realignment.cases import Case


@dataclass(frozen=True)
class Quick:
    """One quick question.

    Attributes
    ----------
    id
        Lesson and letter, such as ``"3.b"``.
    name
        ``"quick."``, the lesson's topic and the idea; it never changes.
    asks
        The question, in a sentence or two.
    options
        Three or four: letter to words.
    right
        The letter of the right one, or a function of the case that gives it.
    says
        For each wrong letter, what to say to whoever chose it. It does not give the answer away.
    why
        Why the right one is right.
    again
        What explains it: the number of a lesson and the heading of one of its sections.
    case
        The case that it is about.
    """

    id: str
    name: str
    asks: str
    options: Mapping[str, str]
    right: str | Callable[[Case], str]
    says: Mapping[str, str]
    why: str
    again: tuple[int, str]
    case: str = "niger_2024"

    @property
    def lesson(self) -> int:
        """Number of the lesson that it stands in."""
        return int(self.id.split(".")[0])

    @property
    def reads(self) -> Choice:
        """How an answer is read: by its letter or its words."""
        return Choice({letter: plain(words) for letter, words in self.options.items()})

    def right_for(self, case: Case) -> str:
        """Return the letter of the right choice."""
        return self.right(case) if callable(self.right) else self.right

    def where(self) -> str:
        """Say what explains it."""
        lesson, section = self.again
        return f"“{section}” in lesson {lesson:02}"


def plain(words: str) -> str:
    """Return the words of a choice without the marks of code."""
    return words.replace("`", "")


def letter_of(options: Mapping[str, str], words: object) -> str:
    """Return the letter of the choice with these words."""
    (letter,) = (key for key, choice in options.items() if plain(choice) == words)
    return letter


def _lessons() -> list[int]:
    """Return the numbers of the lessons that have quick questions."""
    return sorted(int(m.name.removeprefix("lesson_")) for m in pkgutil.iter_modules(__path__))


@cache
def _all() -> dict[str, Quick]:
    """Return every quick question, by its id and by its name."""
    found = [question for number in _lessons() for question in of_lesson(number)]
    return {question.id: question for question in found} | {q.name: q for q in found}


def find(asked: object) -> Quick | None:
    """Return a quick question by its id or its name; ``None`` if there is none."""
    text = shown(asked).strip().lower()
    number = text.partition(".")[0]
    if number.isdecimal():  # an id: the lesson that asks loads no other one
        return next((q for q in of_lesson(int(number)) if q.id == text), None)
    return _all().get(text)


def of_lesson(number: int) -> list[Quick]:
    """Return the quick questions of a lesson, in their order."""
    if number not in _lessons():
        return []
    listed: list[Quick] = importlib.import_module(f"{__name__}.lesson_{number:02}").QUICK
    return list(listed)
