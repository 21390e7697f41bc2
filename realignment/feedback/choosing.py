"""A question with buttons and lists, for whoever rather clicks than types.

The question and its choices stand beside the form as text, so that a page without a kernel, an
export or a reader of the source has them too. All of it works by keyboard, and what is said is
announced to a screen reader.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

import ipywidgets as widgets

from realignment.answers import (
    Choice,
    Fields,
    Items,
    Keyed,
    Reader,
    SignOfTie,
    YesNo,
    is_blank,
)
from realignment.cases import Case
from realignment.errors import ReadingError
from realignment.feedback.verdicts import Verdict, as_html, show, show_place
from realignment.forms import OwnKeys, Press
from realignment.questions import Question
from realignment.questions.quick import Quick

Choices = list[tuple[str, Any]]
"""What stands beside each choice, and the answer that it gives."""

Shape = Literal["one", "several", "in order", "by part"]
"""One choice; any number of them; a choice for each place in an order; one for each part."""

_SIGNS: Choices = [("1: friendly", 1), ("0: none or mixed", 0), ("-1: hostile", -1)]
_WIDE = widgets.Layout(width="auto", max_width="48em")


def choices_of(reader: Reader | Choice) -> Choices | None:
    """Return what a reader lets one choose from; ``None`` if it wants to be written."""
    if isinstance(reader, Choice):
        if isinstance(reader.options, Mapping):
            return [
                (f"{key}{'.' if len(key) == 1 else ':'} {words}", key)
                for key, words in reader.options.items()
            ]
        return [(words, words) for words in reader.options]
    if isinstance(reader, SignOfTie):
        return _SIGNS
    if isinstance(reader, YesNo):
        return [("True", True), ("False", False)]
    return None


def parts_of(
    question: Question | Quick, case: Case | None
) -> tuple[Shape, dict[Any, Choices]] | None:
    """Return how a question is answered by choosing, and the choices of each part.

    The choices of a quick question hang on no case.

    Returns
    -------
    tuple of Shape and dict, or None
        ``None`` if some part of the answer has to be written.
    """
    reader = question.reads
    whole = choices_of(reader)
    if whole is not None:
        return "one", {None: whole}
    if isinstance(reader, Fields):
        fields = {name: choices_of(field) for name, field in reader.fields.items()}
        found = {name: choices for name, choices in fields.items() if choices is not None}
        return ("by part", found) if len(found) == len(fields) else None
    if isinstance(question, Quick) or case is None or question.expected is None:
        return None
    expected = question.answer(case)
    if isinstance(reader, Items) and (choices := choices_of(reader.of)):
        if not reader.ordered:
            return "several", {label: [(label, answer)] for label, answer in choices}
        if isinstance(expected, tuple):
            return "in order", {number: choices for number in range(1, len(expected) + 1)}
    if isinstance(reader, Keyed) and (choices := choices_of(reader.values)):
        if isinstance(expected, Mapping):
            return "by part", dict.fromkeys(expected, choices)
    return None


def form_for(
    question: Question | Quick, case: Case | None, judged: Callable[[object, object], Verdict]
) -> Form:
    """Return the form of a question.

    Raises
    ------
    ReadingError
        If the question is not answered by choosing.
    """
    found = parts_of(question, case)
    if found is None:
        raise ReadingError(
            f"Question {question.id} is answered in words, numbers or a drawing of your own, and "
            f'not by choosing: type `check("{question.id}", ...)`.'
        )
    return Form(question, *found, judged)


class Form:
    """A question that is answered by choosing.

    Parameters
    ----------
    question
        What is asked.
    shape
        How the parts make an answer.
    parts
        The parts of the answer, each with its choices; one part named ``None`` for a whole answer.
    judged
        What judges an answer to a question and notes it.
    """

    def __init__(
        self,
        question: Question | Quick,
        shape: Shape,
        parts: Mapping[Any, Choices],
        judged: Callable[[object, object], Verdict],
    ) -> None:
        self._question, self._shape, self._parts, self._judged = question, shape, parts, judged
        self.controls = {
            part: _control(shape, self._name(part), choices) for part, choices in parts.items()
        }
        self._status = widgets.HTML()
        self._below: Any = None
        self.button = Press("Check", self.check, self.controls.values())
        self.widget = widgets.VBox(
            [
                widgets.HTML(self._question_html()),
                *self.controls.values(),
                self.button,
                self._status,
                OwnKeys(within="rr-ask"),
            ]
        )
        self.widget.add_class("rr-ask")

    @property
    def answer(self) -> object:
        """What is chosen at this moment; ``...`` where nothing is."""
        chosen = {part: _chosen(control) for part, control in self.controls.items()}
        if self._shape == "one":
            return chosen[None]
        if self._shape == "by part":
            return chosen
        if self._shape == "in order":
            return list(chosen.values())
        ticked = [self._parts[part][0][1] for part, value in chosen.items() if value is True]
        return ticked or ...

    def check(self) -> None:
        """Judge what is chosen, and show what is said below the form."""
        verdict = self._judged(self._question.id, self.answer)
        if is_blank(self.answer):
            verdict = replace(verdict, message="Choose first, then press the button.")
        self._status.value = (
            '<div role="status" style="position:absolute;width:1px;height:1px;overflow:hidden;'
            f'clip-path:inset(50%)">{html.escape(repr(verdict))}</div>'
        )
        self._below = self._below or show_place()
        self._below.update(verdict)

    def show(self) -> None:
        """Show the form, and below it a place for what is said: it is saved with the notebook."""
        show(self)
        self._below = show_place()

    def _question_html(self) -> str:
        number = html.escape(self._question.id)
        return f"<p><strong>{number}</strong> {as_html(self._question.asks)}</p>"

    def _name(self, part: object) -> str:
        """Return how a part of the answer is called."""
        return self._question.reads.part(part) if self._shape == "by part" else str(part)

    def _twin(self) -> list[str]:
        """Return the choices as lines of text."""
        if self._shape == "by part":
            return [
                f"{self._name(part)}: {' / '.join(label for label, _ in choices)}"
                for part, choices in self._parts.items()
            ]
        if self._shape == "in order":
            return [label for label, _ in self._parts[1]]
        return [label for choices in self._parts.values() for label, _ in choices]

    def __repr__(self) -> str:
        lines = [f"{self._question.id} {self._question.asks}", *self._twin()]
        return "\n".join([*lines, f'check("{self._question.id}", ...)'])

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """Show the form, and where no kernel runs, the question and its choices as text."""
        lines = "".join(f"<li>{html.escape(line)}</li>" for line in self._twin())
        typed = f'<code>check("{html.escape(self._question.id)}", ...)</code>'
        twin = f'<div class="rr-twin">{self._question_html()}<ul>{lines}</ul>{typed}</div>'
        return {
            **(self.widget._repr_mimebundle_() or {}),
            "text/html": twin,
            "text/plain": repr(self),
        }


def _control(shape: Shape, name: str, choices: Choices) -> widgets.Widget:
    """Return radio buttons for one choice, boxes for several, a list for one part of an answer."""
    if shape == "one":
        return widgets.RadioButtons(options=choices, value=None, layout=_WIDE)
    if shape == "several":
        return widgets.Checkbox(description=name, value=False, indent=False, layout=_WIDE)
    return widgets.Dropdown(
        description=f"{name}." if shape == "in order" else name,
        options=[("choose", ...), *choices],
        value=...,
        style={"description_width": "3em" if shape == "in order" else "16em"},
        layout=_WIDE,
    )


def _chosen(control: widgets.Widget) -> object:
    return ... if control.value is None else control.value
