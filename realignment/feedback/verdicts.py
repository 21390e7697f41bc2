"""How one looks: a verdict, a note, as HTML with a plain-text twin.

Every text is escaped here, wherever it came from: a question's id can be a student's own typing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from realignment.colours import FRIENDLY, HOSTILE
from realignment.kept import MEDIA_TYPE
from realignment.untrusted import visible


class Standing(Enum):
    """How an answer stands."""

    NOT_ATTEMPTED = "Not attempted"
    RIGHT = "Right"
    DEFENSIBLE = "Defensible"
    NOT_YET = "Not yet"
    UNREADABLE = "Cannot read this"


LOOKS = {
    Standing.NOT_ATTEMPTED: ("○", "#767676"),
    Standing.RIGHT: ("✓", FRIENDLY),
    Standing.DEFENSIBLE: ("≈", FRIENDLY),
    Standing.NOT_YET: ("→", HOSTILE),
    Standing.UNREADABLE: ("?", "#767676"),
}
"""A sign and a colour for each state; the word is always there too."""

KEPT = "Kept, and not judged"
"""What an open question hears in place of *Defensible*, which elsewhere is a judgement."""

NOT_KEPT = "Not kept yet"
"""How an open question stands for which no text has been kept, whatever was amiss with it."""

WRITTEN = ("✎", FRIENDLY)


@dataclass(frozen=True)
class Verdict:
    """What is said about one answer. It shows itself as HTML and as plain text."""

    question: str
    state: Standing
    message: str
    misconception: str = ""
    heading: str = ""
    """What is said instead of the state's own word, where that would not be true."""
    parts: tuple[int, int] | None = None
    """Of an answer of several parts that does not stand: how many of them do, and how many are."""
    kept: Mapping[str, Any] | None = field(default=None, compare=False)
    """The record of the answer, for whoever judges it again; see :mod:`realignment.kept`."""

    def __repr__(self) -> str:
        sign, _ = self._look()
        return f"{sign} {self.question}  {self._heading()}. {self.message}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        sign, colour = self._look()
        body = (
            f'<strong><span aria-hidden="true">{sign}</span> {html.escape(visible(self.question))} '
            f"{html.escape(self._heading())}.</strong> {as_html(self.message)}"
        )
        kept = {MEDIA_TYPE: dict(self.kept)} if self.kept else {}
        return {"text/html": _box(body, colour), "text/plain": repr(self), **kept}

    def _heading(self) -> str:
        return self.heading or self.state.value

    def _look(self) -> tuple[str, str]:
        return WRITTEN if self.heading == KEPT else LOOKS[self.state]


@dataclass(frozen=True)
class Note:
    """A hint, a solution or a list of what has been done; HTML with a plain-text twin."""

    title: str
    body: str
    code: str = ""

    def __repr__(self) -> str:
        code = f"\n{self.code}\n" if self.code else " "
        return f"{self.title}{code}{self.body}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        code = f"<pre><code>{html.escape(self.code)}</code></pre>" if self.code else ""
        body = f"<strong>{html.escape(self.title)}</strong> {code}{as_html(self.body)}"
        return {"text/html": _box(body, "#767676"), "text/plain": repr(self)}


def _box(body: str, colour: str) -> str:
    return (
        f'<div class="rr-note" role="note" style="border-left:4px solid {colour};'
        f'padding:0.3em 0.8em;margin:0.3em 0;max-width:48em">\n{body}</div>'  # as in a picture
    )


def as_html(text: str) -> str:
    """Escape a text; what stands between backticks becomes code, a line end a new line."""
    safe = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", html.escape(visible_lines(text)))
    return safe.replace("\n", "<br>")


def visible_lines(text: str) -> str:
    """Make hidden characters visible and keep line ends."""
    return "\n".join(visible(line) for line in text.split("\n"))


def show(thing: object) -> None:
    """Show a verdict, a note or a form under the cell that runs."""
    from IPython.display import display

    display(thing)  # type: ignore[no-untyped-call]


def show_place() -> Any:
    """Show an empty place under the cell that runs, which is saved with the notebook.

    Returns
    -------
    DisplayHandle
        ``update(thing)`` puts a verdict there, also later, when no cell runs.
    """
    from IPython.display import DisplayHandle

    handle: Any = DisplayHandle()  # type: ignore[no-untyped-call]
    handle.display({"text/plain": "", "text/html": ""}, raw=True)
    return handle
