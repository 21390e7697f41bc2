"""French beside the English: what the codes of the codebook mean, and the key terms of a lesson.

The words stand in ``data/french.csv``. That a term is called so in French stands in the lesson that
explains it; its sentence in French stands in the table.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, Field

from realignment.files import find_data, read_records

Of = Literal["kind", "event_type", "mode", "consent", "certainty", "date", "sign_rule", "term"]


class FrenchWord(BaseModel):
    """One word of the module, in French."""

    of: Of = Field(description="column that the word stands in; term: a key term of a lesson")
    word: str = Field(min_length=1, description="the word, as the module writes it")
    french: str = Field(description="the same in French; empty for a term: its lesson has it")
    gloss: str = Field(description="what it means, in French; empty if the word says it")


KEY_TERM = re.compile(
    r"^- \*\*(?P<term>.+?)\*\* \(\*(?P<french>.+?)\*(?P<rest>.*?)\): (?P<gloss>.+)$", re.MULTILINE
)
"""A line under *Key terms* of a lesson."""

_MARKS = re.compile(r" (?=[;:?!»])|(?<=«) ")


def french_words() -> Mapping[str, Mapping[str, FrenchWord]]:
    """Return the words of ``data/french.csv``: by what they are a word of, then by the word."""
    words: dict[str, dict[str, FrenchWord]] = {}
    for row in read_records(find_data() / "french.csv", FrenchWord).values():
        words.setdefault(row["of"], {})[row["word"]] = FrenchWord(**row)
    return words


def typeset(text: str) -> str:
    """Return a French text in which no double mark begins a line."""
    return _MARKS.sub("\u00a0", text)


def key_terms(prose: str) -> Iterator[tuple[str, str, str]]:
    """Yield the key terms of a lesson: the term, its French, and what it means in French."""
    said = french_words()["term"]
    for found in KEY_TERM.finditer(prose):
        row = said.get(found["term"])
        yield found["term"], found["french"], row.gloss if row else ""


def vocabulary(prose: str) -> str:
    """Return the key terms of a lesson with their French, as a list in HTML."""
    lines = [
        f'<li><b lang="en">{html.escape(term)}</b>, <i>{html.escape(french)}</i>: {_marked(gloss)}'
        "</li>"
        for term, french, gloss in key_terms(prose)
    ]
    return typeset("<ul>\n" + "\n".join(lines).replace("</i>: ", "</i> : ") + "\n</ul>")


def _marked(text: str) -> str:
    """Return a gloss as HTML: ``*word*`` is a word of English, `code` is code."""
    made = re.sub(r"\*(.+?)\*", r'<i lang="en">\1</i>', html.escape(text, quote=False))
    return re.sub(r"`(.+?)`", r"<code>\1</code>", made)
