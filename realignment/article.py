"""An article file becomes numbered paragraphs, headings and sentences.

Everything later points back to a sentence number, so the numbering must be the same for everyone:
paragraphs stand apart by an empty line, headings are counted for themselves, and a sentence never
reaches over the end of its paragraph.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import sentencex
import yaml

from realignment import dates
from realignment.errors import ReadingError
from realignment.files import name_of, read_text
from realignment.untrusted import visible

MOST_SENTENCES = 2_000
"""A case is one article. The longest news features have some 500 sentences."""

_FRONT_MATTER = re.compile(r"\A---\n(?P<yaml>.*?)\n---\n", re.DOTALL)
_WEB_PAGE = re.compile(r"(?i)<!doctype html|<html[\s>]|<body[\s>]")
_WEB_TAG = re.compile(r"(?i)</?(p|div|br|span|a|li|td)(\s[^>]*)?/?>")
_DATELINE = re.compile(r"\A\s*date (?P<date>\d{4}-\d{2}-\d{2})\s+")
_PUBLISHED = re.compile(r"\APublished: .*\Z")
_HEADING = re.compile(r"\A#{1,6} +(?P<heading>.*?)[ #]*\Z")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Article:
    """One news story.

    Attributes
    ----------
    title, source, licence, language
        As the front matter says; ``""`` where it does not (language: ``"en"``).
    published
        EDTF date of publication, ``""`` if unknown.
    sentences
        DataFrame, one row a sentence: ``sentence`` (int from 1), ``paragraph`` (int from 1),
        ``heading`` (the last heading above, ``""`` before the first), ``text``.
    headings
        The headings in their order.
    """

    title: str
    published: str
    source: str
    licence: str
    language: str
    headings: tuple[str, ...]
    sentences: pd.DataFrame

    def __repr__(self) -> str:
        lines = [f"{self.title or 'Untitled'} ({self.published or 'undated'})"]
        for heading, _, rows in self._paragraphs():
            lines += ["", heading] if heading else []
            lines += ["", *(f"[{number}] {visible(text)}" for number, text in rows)]
        return "\n".join(lines)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        body = [f"<h3>{_safe(self.title or 'Untitled')}</h3>"]
        body.append(f"<p><em>{_safe(self.published or 'undated')}. {_safe(self.source)}</em></p>")
        for heading, _, rows in self._paragraphs():
            body += [f"<h4>{_safe(heading)}</h4>"] if heading else []
            text = " ".join(f"<b><small>[{n}]</small></b> {_safe(t)}" for n, t in rows)
            body.append(f"<p>{text}</p>")
        return {
            "text/html": f'<div class="rr-article" style="max-width:44em">{"".join(body)}</div>',
            "text/plain": repr(self),
        }

    def _paragraphs(self) -> Iterator[tuple[str, int, list[tuple[int, str]]]]:
        """Yield each paragraph: the heading that begins with it, its number, its sentences."""
        before = ""
        for paragraph, rows in self.sentences.groupby("paragraph"):
            heading = rows["heading"].iloc[0]
            pairs = list(zip(rows["sentence"], rows["text"], strict=True))
            yield (heading if heading != before else ""), paragraph, pairs
            before = heading


def _safe(text: str) -> str:
    return html.escape(visible(text))


def read_article(path: Path) -> Article:
    """Read an article from a Markdown or plain-text file.

    The front matter (YAML between two lines ``---``) may give title, published, source (or
    ``retells``), licence and language. In plain text a first word ``date YYYY-MM-DD`` and a
    last line ``Published: ...`` are read as such and not as sentences, and a short paragraph
    without a full stop is a heading.

    Raises
    ------
    ReadingError
        If the file is no text, is a web page, has no sentence, or has more than 2,000.
    """
    where = name_of(path)
    text = read_text(path)
    meta: dict[str, object] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        meta = _front_matter(front["yaml"], where)
        text = text[front.end() :]
    if _WEB_PAGE.search(text) or len(_WEB_TAG.findall(text[:20_000])) >= 5:
        raise ReadingError(
            f"{where}: this is a web page (HTML); expected its text alone, copied into a file."
        )
    dateline = _DATELINE.match(text)
    if dateline:
        meta.setdefault("published", dateline["date"])
        text = text[dateline.end() :]
    published = str(meta.get("published") or "")
    if not dates.is_edtf(published):
        raise ReadingError(
            f"{where}: 'published: {published}' is no date; expected {dates.EXPECTED}."
        )
    language = str(meta.get("language") or "en")
    sentences, headings = _split(text, language, where)
    return Article(
        title=str(meta.get("title") or ""),
        published=published,
        source=str(meta.get("source") or meta.get("retells") or ""),
        licence=str(meta.get("licence") or ""),
        language=language,
        headings=headings,
        sentences=sentences,
    )


def _front_matter(text: str, where: str) -> dict[str, object]:
    try:
        meta = yaml.safe_load(text) or {}
    except yaml.YAMLError:
        meta = None
    if not isinstance(meta, dict):
        raise ReadingError(
            f"{where}: the lines between the two '---' cannot be read; expected lines such as "
            "'title: ...' and 'published: 2024-03-17'."
        )
    return meta


def _split(text: str, language: str, where: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    rows: list[tuple[int, int, str, str]] = []
    headings: list[str] = []
    paragraph = 0
    for block in re.split(r"\n\s*\n", text.strip()):
        block = " ".join(block.split())
        if not block or _PUBLISHED.match(block):
            continue
        heading = _heading(block)
        if heading is not None:
            headings.append(heading)
            continue
        paragraph += 1
        for sentence in sentencex.segment(language, block):
            rows.append((len(rows) + 1, paragraph, headings[-1] if headings else "", sentence))
        if len(rows) > MOST_SENTENCES:
            raise ReadingError(
                f"{where}: the text has more than {MOST_SENTENCES:,} sentences; expected one "
                "article."
            )
    if not any(_LETTER.search(row[3]) for row in rows):
        raise ReadingError(f"{where}: no sentence was found; expected the text of an article.")
    table = pd.DataFrame(rows, columns=["sentence", "paragraph", "heading", "text"])
    table["text"] = table["text"].str.strip()
    return table, tuple(headings)


def _heading(block: str) -> str | None:
    marked = _HEADING.match(block)
    if marked:
        return marked["heading"]
    short = len(block.split()) <= 10 and not _SENTENCE_END.search(block)
    return block if short else None
