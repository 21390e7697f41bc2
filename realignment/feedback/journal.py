"""What is known of each question: how it stands, how often it was tried, what was answered.

A question is kept by its name, which stays when its number moves. Two entries of one question are
merged by one rule, wherever they meet: in a kernel, or between a kernel and a file. A right or a
defensible answer is never replaced by a lesser one; of two that stand alike, the later stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from realignment import questions
from realignment.errors import ReadingError
from realignment.feedback.verdicts import Standing
from realignment.questions import first_edition, quick

FORMAT = 2
"""Of what :meth:`Journal.as_json` gives. The first edition had no number for its own."""

_RANKS = {
    Standing.NOT_ATTEMPTED: 0,
    Standing.UNREADABLE: 1,
    Standing.NOT_YET: 1,
    Standing.DEFENSIBLE: 2,
    Standing.RIGHT: 3,
}
_MOST = 1_000_000
"""More tries or hints than this are no count of what a person has done."""

_KNOWN = ("state", "tries", "hints", "solution", "missed", "answer", "when")


@dataclass(frozen=True)
class Entry:
    """What has happened with one question.

    Attributes
    ----------
    state
        How its best answer stands.
    tries, hints
        How often it was checked, and how many hints were shown.
    solution
        Whether the solution was shown.
    missed
        Whether some answer was not right yet.
    answer
        The record of the answer that stands so, as :mod:`realignment.kept` writes it.
    when
        When that was: ISO 8601, in UTC; ``""`` where nothing was checked.
    more
        What another edition has written beside these; it is kept and not judged.
    """

    state: Standing = Standing.NOT_ATTEMPTED
    tries: int = 0
    hints: int = 0
    solution: bool = False
    missed: bool = False
    answer: Mapping[str, Any] | None = None
    when: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        """Whether it is right, or can be defended."""
        return self.state in (Standing.RIGHT, Standing.DEFENSIBLE)

    def as_json(self) -> dict[str, Any]:
        """Return the entry as it stands in a file."""
        return {
            **self.more,
            "state": self.state.name,
            "tries": self.tries,
            "hints": self.hints,
            "solution": self.solution,
            "missed": self.missed,
            "answer": self.answer,
            "when": self.when,
        }


def merge(one: Entry, other: Entry) -> Entry:
    """Return what is known of a question from two sides."""
    lesser, better = sorted((one, other), key=lambda e: (_RANKS[e.state], e.when))
    return replace(
        better,
        tries=max(one.tries, other.tries),
        hints=max(one.hints, other.hints),
        solution=one.solution or other.solution,
        missed=one.missed or other.missed,
        more={**lesser.more, **better.more},
    )


def read_entry(record: object) -> Entry:
    """Read an entry of a file, of this edition or of the first.

    Raises
    ------
    ReadingError
        If it is none; the words complete "was left as it is: ...".
    """
    if not isinstance(record, dict):
        raise ReadingError("it holds no entry")
    state = record.get("state")
    if not isinstance(state, str) or state not in Standing.__members__:
        raise ReadingError("its `state` is not known here")
    for count in ("tries", "hints"):
        number = record.get(count, 0)
        if type(number) is not int or not 0 <= number <= _MOST:
            raise ReadingError(f"its `{count}` is no number of {count}")
    more = {key: part for key, part in record.items() if key not in _KNOWN}
    answer, when = record.get("answer"), record.get("when", "")
    if isinstance(answer, str):  # the first edition kept how an answer looked
        more["answer_shown"], answer = answer, None
        when = str(more.pop("day", ""))
    if answer is not None and not isinstance(answer, dict):
        raise ReadingError("its `answer` is no record of one")
    return Entry(
        state=Standing[state],
        tries=record.get("tries", 0),
        hints=record.get("hints", 0),
        solution=record.get("solution") is True,
        missed=record.get("missed") is True,
        answer=answer,
        when=_moment(when),
        more=more,
    )


def _moment(when: object) -> str:
    """Return a moment in one form, so that two can be compared; ``""`` if it is none."""
    try:
        moment = datetime.fromisoformat(str(when))
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):
        return ""


def now() -> str:
    """Return this moment as an entry holds it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


@dataclass
class Journal:
    """What has happened with each question.

    Attributes
    ----------
    entries
        Question's name to its entry.
    foreign
        What a file holds of questions that are not known here, or cannot be read: kept as it is.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    foreign: dict[str, Any] = field(default_factory=dict)

    def of(self, question: str) -> Entry:
        """Return the entry of a question by its name."""
        return self.entries.get(question, Entry())

    def add(self, question: str, entry: Entry) -> None:
        """Bring an entry in: what is better, or later, stays."""
        self.entries[question] = merge(self.of(question), entry)

    def bring_in(self, other: Journal) -> None:
        """Bring in another journal."""
        for question, entry in other.entries.items():
            self.add(question, entry)
        self.foreign |= {
            name: record for name, record in other.foreign.items() if name not in self.foreign
        }

    def as_json(self) -> dict[str, Any]:
        """Return what is known of the questions as it stands in a file."""
        known = {name: entry.as_json() for name, entry in sorted(self.entries.items())}
        return {
            **{
                f"{name} (unread)" if name in known else name: r for name, r in self.foreign.items()
            },
            **known,
        }


def read_journal(records: Mapping[str, Any]) -> tuple[Journal, list[str]]:
    """Read what a file holds of the questions, by name or by the first edition's numbers.

    Returns
    -------
    Journal, list of str
        What could be read, and of each entry that could not, why.
    """
    journal, problems = Journal(), []
    for key, record in records.items():
        name = first_edition.NAMES.get(key, key)
        try:
            entry = read_entry(record)
        except ReadingError as problem:
            journal.foreign[name] = record
            problems.append(f"`{key[:60]}` was left as it is: {problem}.")
            continue
        if is_known(name):
            journal.add(name, entry)
        else:
            journal.foreign[name] = record
    return journal, problems


def is_known(name: str) -> bool:
    """Tell whether there is a question of this name."""
    if quick.find(name) is not None:
        return True
    try:
        return questions.find(name).name == name
    except ReadingError:
        return False


JOURNAL = Journal()
"""What has happened in this kernel."""
