"""check, hint, solution, progress: what a student hears.

``check`` never raises and never marks in silence. It answers in one of five ways:

==================  ===============================================================================
not attempted       nothing has been filled in yet
right               it is what the reference coding, or the calculation, gives
defensible          others would code it so too; it says why, and asks for one sentence of reason;
                    an open question's text is kept there too, and says that nobody has judged it
not yet             it names the misconception that it recognises, and the next step
cannot read this    it says what was expected, and which part could not be read
==================  ===============================================================================

What a student has done is kept in the kernel. Only ``save_progress`` writes a file.
"""

from __future__ import annotations

import html
import json
import os
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from realignment import questions
from realignment.answers import (
    Unreadable,
    blanks,
    is_blank,
    is_empty,
    shown,
    state_reader_problem,
)
from realignment.cases import Case, read_case
from realignment.errors import ReadingError
from realignment.files import find_data
from realignment.questions import Mistake, Question
from realignment.questions.misconceptions import MISCONCEPTIONS
from realignment.untrusted import visible

LARGEST_WORK = 50_000_000
"""Bytes. The notebooks of all exercises have less than one million together."""

_JOURNAL_NAME = "progress.json"
_NOTEBOOK = re.compile(r"[^/\\\\]+\.ipynb")  # a plain name: nothing may be written elsewhere

SHORTEST_REASON = 4
"""Words. A reason for a defensible answer is a sentence, not a word."""


class State(Enum):
    """How an answer stands."""

    NOT_ATTEMPTED = "Not attempted"
    RIGHT = "Right"
    DEFENSIBLE = "Defensible"
    NOT_YET = "Not yet"
    UNREADABLE = "Cannot read this"


_LOOKS = {
    State.NOT_ATTEMPTED: ("○", "#767676"),
    State.RIGHT: ("✓", "#0072B2"),
    State.DEFENSIBLE: ("≈", "#0072B2"),
    State.NOT_YET: ("→", "#D55E00"),
    State.UNREADABLE: ("?", "#767676"),
}
"""A sign and a colour for each state; the word is always there too."""

KEPT = "Kept, and not judged"
"""What an open question hears in place of *Defensible*, which elsewhere is a judgement."""

_WRITTEN = ("✎", "#0072B2")


@dataclass(frozen=True)
class Verdict:
    """What is said about one answer. It shows itself as HTML and as plain text."""

    question: str
    state: State
    message: str
    misconception: str = ""
    heading: str = ""
    """What is said instead of the state's own word, where that would not be true."""

    def __repr__(self) -> str:
        sign, _ = self._look()
        return f"{sign} {self.question}  {self._heading()}. {self.message}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        sign, colour = self._look()
        body = (
            f'<strong><span aria-hidden="true">{sign}</span> {self.question} '
            f"{self._heading()}.</strong> {_as_html(self.message)}"
        )
        return {"text/html": _box(body, colour), "text/plain": repr(self)}

    def _heading(self) -> str:
        return self.heading or self.state.value

    def _look(self) -> tuple[str, str]:
        return _WRITTEN if self.heading == KEPT else _LOOKS[self.state]


@dataclass(frozen=True)
class Note:
    """A hint, a solution or a list of what has been done; HTML with a plain-text twin."""

    title: str
    body: str
    code: str = ""

    def __repr__(self) -> str:
        code = f"\n{self.code}\n" if self.code else " "
        return f"{self.title}{code}{self.body}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        code = f"<pre><code>{html.escape(self.code)}</code></pre>" if self.code else ""
        body = f"<strong>{html.escape(self.title)}</strong> {code}{_as_html(self.body)}"
        return {"text/html": _box(body, "#767676"), "text/plain": repr(self)}


def _box(body: str, colour: str) -> str:
    return (
        f'<div class="rr-note" role="note" style="border-left:4px solid {colour};'
        f'padding:0.3em 0.8em;margin:0.3em 0;max-width:48em">{body}</div>'
    )


def _as_html(text: str) -> str:
    """Escape a text; what stands between backticks becomes code, a line end a new line."""
    safe = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", html.escape(visible_lines(text)))
    return safe.replace("\n", "<br>")


def visible_lines(text: str) -> str:
    """Make hidden characters visible and keep line ends."""
    return "\n".join(visible(line) for line in text.split("\n"))


# Judging


@cache
def _case(name: str) -> Case:
    return read_case(name)


def grade(question_id: str, answer: object, why: str = "", case: Case | None = None) -> Verdict:
    """Judge an answer without showing or keeping anything.

    Parameters
    ----------
    question_id
        Such as ``"4.3"``.
    answer
        Whatever a student has.
    why
        A sentence of reason, for an answer that can be defended.
    case
        The case to judge by; the question's own if not given.
    """
    try:
        question = questions.find(question_id)
    except ReadingError as problem:
        return Verdict(shown(question_id), State.UNREADABLE, str(problem))
    try:
        return _grade(question, answer, why, case or _case(question.case))
    except Exception as problem:  # a student's object may fail in any way when it is touched
        return _unreadable(question, problem)


def _unreadable(question: Question, problem: Exception) -> Verdict:
    said = state_reader_problem(problem)
    said = said[0].upper() + said[1:]
    return Verdict(
        question.id,
        State.UNREADABLE,
        f"{said}. This question expects {question.reads.expects}.",
        heading=getattr(problem, "heading", ""),
    )


def _grade(question: Question, answer: object, why: str, case: Case) -> Verdict:
    if is_blank(answer):
        return Verdict(
            question.id,
            State.NOT_ATTEMPTED,
            f'Put your answer where the `...` is. `hint("{question.id}")` gives a first step.',
        )
    if is_empty(answer):
        told = MISCONCEPTIONS["empty_result"].to_student
        return Verdict(question.id, State.NOT_YET, told, "empty_result")
    empty, parts = blanks(answer)
    if empty:
        return Verdict(
            question.id,
            State.NOT_ATTEMPTED,
            f"{parts - empty} of {parts} parts are filled in. Fill in the others and check again.",
        )
    try:
        given = question.reads.read(answer, case)
    except Unreadable as problem:
        return _unreadable(question, problem)
    if question.rubric:
        return _open(question, given)
    expected = question.expected(case)
    if question.by_part:
        return _grade_parts(question, given, expected, why, case)
    if question.same(given, expected, case):
        return Verdict(question.id, State.RIGHT, question.why)
    reasons = question.defensible(case)
    reason = next((told for value, told in reasons.items() if value == given), None)
    if reason is not None:
        return _defensible(question, [reason], why)
    return _not_yet(question, given, case, why)


def _grade_parts(question: Question, given: dict, expected: dict, why: str, case: Case) -> Verdict:
    missing = [key for key in expected if key not in given]
    if missing:
        return Verdict(
            question.id,
            State.UNREADABLE,
            f"There is no answer for `{shown(missing[0])}`. This question expects "
            f"{question.reads.expects}.",
        )
    extra = [key for key in given if key not in expected]
    allowed = question.defensible(case)
    wrong, reasons = list(extra), []
    for key, value in expected.items():
        if question.same(given[key], value, case):
            continue
        if given[key] in allowed.get(key, {}):
            reasons.append(f"`{shown(key)}`: {allowed[key][given[key]]}")
        else:
            wrong.append(key)
    if wrong and len(wrong) == len(extra):
        names = " and ".join(f"`{shown(key)}`" for key in extra[:3])
        more = f" and {len(extra) - 3} more" if len(extra) > 3 else ""
        told = f"All that is asked stands. Leave out {names}{more}."
        return Verdict(question.id, State.NOT_YET, told, "too_many")
    if wrong:
        good = len(expected) - len([key for key in wrong if key in expected])
        count = f"{good} of {len(expected)} parts stand."
        return _not_yet(question, given, case, why, count, wrong, expected)
    if reasons:
        return _defensible(question, reasons, why)
    return Verdict(question.id, State.RIGHT, question.why)


def _defensible(question: Question, reasons: list[str], why: str) -> Verdict:
    told = "; ".join(reason.removesuffix(".") for reason in reasons)
    if len(why.split()) >= SHORTEST_REASON:
        asks = f"Your sentence is kept, and not judged: “{shown(why, 200)}”"
    else:
        asks = (
            "The reference coding chose otherwise. Say in one sentence why you chose it: "
            f'`check("{question.id}", answer, why="...")`.'
        )
    return Verdict(question.id, State.DEFENSIBLE, f"{told[0].upper()}{told[1:]}. {asks}")


def _not_yet(
    question: Question,
    given: Any,
    case: Case,
    why: str,
    before: str = "",
    wrong: Sequence = (),
    expected: Mapping | None = None,
) -> Verdict:
    """Name the mistake, and of an answer of several parts the one that shows it."""
    found = next((m for m in question.mistakes if m.when(given, case)), None)
    name = found.misconception if found else "other"
    said = (found.says if found else "") or MISCONCEPTIONS[name].to_student
    where = _part_of(found, given, case, wrong, expected) if found and wrong else wrong[:1]
    again = [f"Look again at `{shown(key)}`." for key in where if f"`{shown(key)}`" not in said]
    told = [before, said, *again]
    if why.strip():
        told.append("Your reason is read where an answer can be defended.")
    return Verdict(question.id, State.NOT_YET, " ".join(filter(None, told)), name)


def _part_of(
    mistake: Mistake, given: Mapping, case: Case, wrong: Sequence, expected: Mapping
) -> list:
    """Return the first wrong part that shows a mistake by itself, with all others as expected."""
    for key in wrong:
        if mistake.when({**expected, key: given[key]}, case):
            return [key]
    return []


def _open(question: Question, text: str) -> Verdict:
    own, least = len(own_words(text, _asked(question))), question.reads.least
    if own < least:
        return Verdict(
            question.id,
            State.UNREADABLE,
            f"{own} of {least} words are your own; the others stand in the question or its hints. "
            "Answer in sentences of yours.",
            heading="Too short yet",
        )
    points = "\n".join(f"• {point}" for point in question.rubric)
    return Verdict(
        question.id,
        State.DEFENSIBLE,
        f"No program can mark this. Read it against these points, or swap with a neighbour:\n"
        f"{points}",
        heading=KEPT,
    )


LONGEST_BORROWED = 7
"""Words in a row that a text may share with its question before they count as copied."""


def own_words(text: str, asked: str) -> list[str]:
    """Return the words of a text without those that are copied, many in a row, from another."""
    words, source = _words(text), _words(asked)
    run = LONGEST_BORROWED + 1
    runs = {tuple(source[i : i + run]) for i in range(len(source) - run + 1)}
    copied: set[int] = set()
    for i in range(len(words) - run + 1):
        if tuple(words[i : i + run]) in runs:
            copied.update(range(i, i + run))
    return [word for i, word in enumerate(words) if i not in copied]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _asked(question: Question) -> str:
    """Return all that a student is told for a question: in the exercise, as points, as hints."""
    told = "\n".join([question.asks, *question.rubric, *question.hints])
    return f"{told}\n{_in_exercise(question.id)}"


@cache
def _in_exercise(question_id: str) -> str:
    """Return the text of a question in its exercise; ``""`` where the exercise is not there."""
    try:
        (file,) = (find_data().parent / "exercises").glob(f"{int(question_id.split('.')[0]):02}_*")
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        texts = ["".join(c["source"]) for c in cells if c["cell_type"] == "markdown"]
    except (OSError, ReadingError, ValueError, KeyError, TypeError):
        return ""  # a copy without exercises, or one that a student has changed
    return "\n".join(text for text in texts if text.startswith(f"## {question_id} "))


# What a student calls


@dataclass
class _Entry:
    """What has happened with one question in this kernel."""

    state: State = State.NOT_ATTEMPTED
    tries: int = 0
    hints: int = 0
    answer: str = ""
    why: str = ""


@dataclass
class _Journal:
    entries: dict[str, _Entry] = field(default_factory=dict)

    def of(self, question: str) -> _Entry:
        return self.entries.setdefault(question, _Entry())


_journal = _Journal()


def _show(thing: Verdict | Note) -> None:
    from IPython.display import display

    display(thing)


def check(question: str, answer: object, why: str = "") -> None:
    """Say how an answer stands.

    Parameters
    ----------
    question
        Such as ``"4.3"``.
    answer
        Your answer, in any reasonable form.
    why
        One sentence of reason, where an answer can be defended and the reference chose otherwise.
    """
    verdict = grade(question, answer, why=why if isinstance(why, str) else "")
    if verdict.state is not State.NOT_ATTEMPTED:
        entry = _journal.of(verdict.question)
        entry.state, entry.tries = verdict.state, entry.tries + 1
        entry.answer, entry.why = shown(answer, 2_000), shown(why, 500)
    _show(verdict)


def hint(question: str) -> None:
    """Give the next hint; the last one stops short of the answer."""
    try:
        asked = questions.find(question)
    except ReadingError as problem:
        _show(Verdict(shown(question), State.UNREADABLE, str(problem)))
        return
    entry = _journal.of(asked.id)
    number = min(entry.hints, len(asked.hints) - 1)
    entry.hints = number + 1
    last = " This was the last one." if number == len(asked.hints) - 1 else ""
    title = f"{asked.id} Hint {number + 1} of {len(asked.hints)}."
    _show(Note(title, asked.hints[number] + last))


def solution(question: str) -> None:
    """Show an answer, why it is one, and which others can be defended."""
    try:
        asked = questions.find(question)
    except ReadingError as problem:
        _show(Verdict(shown(question), State.UNREADABLE, str(problem)))
        return
    reasons = asked.defensible(_case(asked.case))
    others = []
    for key, reason in reasons.items():
        if isinstance(reason, dict):
            others += [f"`{shown(key)}`: `{shown(v) or 'none'}` ({r})" for v, r in reason.items()]
        else:
            others.append(f"`{shown(key)}` ({reason})")
    told = f"{asked.why}"
    if others:
        told += "\nAlso defensible:\n" + "\n".join(f"• {one}" for one in others)
    if asked.rubric:
        told += "\n" + "\n".join(f"• {point}" for point in asked.rubric)
    _show(Note(f"{asked.id} Solution.", told, code=asked.solution))


def progress(lesson: int | None = None) -> None:
    """Show where you stand: every lesson begun, or one lesson's questions."""
    begun = sorted({int(q.split(".")[0]) for q in _journal.entries})
    numbers = [lesson] if lesson is not None else begun
    known = questions.lessons()
    if lesson is not None and lesson not in known:
        _show(Note("Progress.", f"There is no lesson {shown(lesson)} with questions."))
        return
    if not numbers:
        _show(Note("Progress.", "Nothing has been checked in this notebook yet."))
        return
    lines = []
    for number in numbers:
        asked = questions.of_lesson(number)
        states = {q.id: _journal.entries.get(q.id, _Entry()) for q in asked}
        done = sum(e.state in (State.RIGHT, State.DEFENSIBLE) for e in states.values())
        lines.append(f"Lesson {number:02}: {done} of {len(asked)} done.")
        for q in asked:
            state = states[q.id].state
            (sign, _), told = _LOOKS[state], state.value
            if q.rubric and state is State.DEFENSIBLE:
                (sign, _), told = _WRITTEN, "Written"
            lines.append(f"{sign} {q.id} {told}: {q.asks}")
    _show(Note("Progress.", "\n".join(lines)))


def save_progress(path: str | Path = "my_work.zip") -> None:
    """Put your work into one small file, to download and keep.

    The file holds what has been checked in this kernel and the notebooks that lie beside it, as
    they were last saved. A file of that name from another day is read first: what it holds of other
    questions is kept. Nothing else in this module writes a file.
    """
    file = Path(path)
    try:
        kept, _ = _read_work(file) if file.exists() else ({}, {})
    except ReadingError as problem:
        _show(Note("Not saved.", str(problem)))
        return
    for question, entry in _journal.entries.items():
        kept[question] = {
            "state": entry.state.name,
            "tries": entry.tries,
            "hints": entry.hints,
            "answer": entry.answer,
            "why": entry.why,
            "day": date.today().isoformat(),
        }
    notebooks = sorted(file.resolve().parent.glob("*.ipynb"))
    fresh = file.with_name(file.name + ".part")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as work:
        work.writestr(_JOURNAL_NAME, json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
        for notebook in notebooks:
            work.write(notebook, notebook.name)
    fresh.replace(file)
    told = f"`{file.name}` holds {len(kept)} questions and {len(notebooks)} notebooks."
    if "BINDER_LAUNCH_HOST" in os.environ:
        told += (
            " You are on Binder, which forgets it when you leave: right-click the file in the "
            "list on the left, and choose Download."
        )
    _show(Note("Saved.", f'{told} Another day, `load_progress("{file.name}")` brings it back.'))


def load_progress(path: str | Path = "my_work.zip") -> None:
    """Bring back what :func:`save_progress` has kept.

    A notebook that differs from the one that is there comes back under a name of its own; nothing
    is written over.
    """
    file = Path(path)
    try:
        kept, notebooks = _read_work(file)
    except ReadingError as problem:
        _show(Note("Not loaded.", str(problem)))
        return
    for question, saved in kept.items():
        entry = _journal.of(question)
        entry.state, entry.tries = State[saved["state"]], int(saved["tries"])
        entry.hints, entry.answer, entry.why = int(saved["hints"]), saved["answer"], saved["why"]
    names = [_bring_back(file.resolve().parent, name, old) for name, old in notebooks.items()]
    written = ", ".join(f"`{name}`" for name in names if name)
    told = f"{len(kept)} questions are back."
    _show(Note("Loaded.", f"{told} Your notebooks are in {written}." if written else told))


def _bring_back(folder: Path, name: str, content: bytes) -> str:
    """Write a notebook under a name that is free; return it, or "" if it is there already."""
    stem, number = name.removesuffix(".ipynb"), 1
    target = folder / name
    while target.exists():
        if target.read_bytes() == content:
            return ""
        number += 1
        target = folder / f"{stem}_{number}.ipynb"
    target.write_bytes(content)
    return target.name


def _read_work(file: Path) -> tuple[dict[str, dict], dict[str, bytes]]:
    """Return what a work file holds: the journal, and the notebooks by name."""
    wrong = ReadingError(
        f"{file.name}: this holds no saved work; expected a file that save_progress() made. It was "
        "left as it is."
    )
    if not file.is_file():
        raise ReadingError(f"{file.name}: there is no such file; expected one to load.")
    try:
        with zipfile.ZipFile(file) as work:
            if sum(part.file_size for part in work.infolist()) > LARGEST_WORK:
                raise wrong
            kept = json.loads(work.read(_JOURNAL_NAME))
            notebooks = {
                name: work.read(name) for name in work.namelist() if _NOTEBOOK.fullmatch(name)
            }
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, json.JSONDecodeError):
        raise wrong from None
    wanted = {"state", "tries", "hints", "answer", "why", "day"}
    if not isinstance(kept, dict) or any(
        not isinstance(s, dict) or set(s) != wanted or s["state"] not in State.__members__
        for s in kept.values()
    ):
        raise wrong
    return kept, notebooks
