"""Recall questions and quick checks on a page that runs nothing: to choose from, then to open."""

from __future__ import annotations

import html
import re
from functools import cache

from realignment.cases import Case, read_case
from realignment.questions import quick
from realignment.questions.quick import Quick

_ASKED = re.compile(
    r'\bask\("(?P<one>\d+\.[a-z])"\)'
    r'|for (?P<name>\w+) in "(?P<letters>[a-z]+)":\s+ask\(f"(?P<lesson>\d+)\.\{(?P=name)\}"\)'
)
_CODE = re.compile(r"`([^`]+)`")


def asked_in(source: str) -> list[Quick]:
    """Return the quick questions that a cell asks, one by one or in a loop over letters."""
    named: list[str] = []
    for found in _ASKED.finditer(source):
        letters = found["letters"] or ""
        named += [found["one"]] if found["one"] else [f"{found['lesson']}.{x}" for x in letters]
    return [asked for asked in map(quick.find, named) if asked is not None]


def to_choose(asked: Quick) -> str:
    """Return a question with its choices, as HTML."""
    choices = "".join(f"<li>{key}. {inline(text)}</li>" for key, text in asked.options.items())
    return (
        f'<p><strong>{asked.id}</strong> {inline(asked.asks)}</p><ul class="choices">{choices}</ul>'
    )


def answer(asked: Quick, others: bool = True) -> str:
    """Return the right choice and why it is right, as HTML.

    Parameters
    ----------
    asked
        The question.
    others
        Whether what is said of the wrong choices stands below.
    """
    letter = asked.right_for(_case(asked.case))
    told = f"<p><b>{letter}. {inline(asked.options[letter])}</b> {inline(asked.why)}</p>"
    if others:
        said = "".join(f"<li><b>{key}</b>: {inline(text)}</li>" for key, text in asked.says.items())
        told += f'<ul class="choices">{said}</ul>'
    return told


def inline(text: str) -> str:
    """Return a line as HTML; what stands between backquotes is code."""
    return _CODE.sub(r"<code>\1</code>", html.escape(text, quote=False))


@cache
def _case(name: str) -> Case:
    return read_case(name)
