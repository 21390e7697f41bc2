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

from realignment.article import front_matter, layout, sentences
from realignment.article.layout import Block
from realignment.errors import DataError
from realignment.files import name_of, read_text
from realignment.untrusted import visible

MOST_SENTENCES = 2_000
"""A case is one article. The longest news features have some 500 sentences."""
LONGEST_TEXT = 500_000
LONGEST_PARAGRAPH = 100_000
"""Signs. The time for cutting one grows with the square of the brackets left open in it."""

LONGEST_HEADING = 10
"""Words. A line without a stop that is longer is a sentence, if it is not the title."""
LONGEST_TITLE = 20
"""Words."""

_WEB_PAGE = re.compile(r"(?i)<!doctype html|<html[\s>]|<body[\s>]")
_WEB_TAG = re.compile(r"(?i)</?(p|div|br|span|a|li|td)(\s[^>]*)?/?>")
_PUBLISHED = re.compile(r"Published: .*")
_LETTER = re.compile(r"[^\W\d_]")
_READ_ALSO = re.compile(
    r"(?i)[\W_]*(?:(?:read|see|watch|listen|more)(?: (?:also|more|next|on this(?: story| topic)?"
    r"|from us))+|also read"
    r"|related(?: (?:stories|articles|content|topics|reading))?|recommended|further reading"
    r"|(?:à )?(?:lire|voir|écouter)(?: (?:aussi|également|encore|plus))+|(?:sur|dans) le même sujet"
    r"|articles? liés?|(?:le[ae]|lee|leer|ver|vea)(?: también| más)+"
    r"|te puede interesar|más información"
    r"|(?:leia|ler|veja)(?: também| mais)+|(?:lesen sie|mehr|siehe)(?: auch| dazu| zum thema)+"
    r"|leggi anche|lees ook|читайте также|читать также|اقر[أا] أيضا?ً?ا?|إقرأ أيضا?ً?ا?"
    r"|(?:延伸|相关)阅读|関連記事)"
    r"(?:\s*[:：|>»›→–—-].*|[\W_]*)"
)
_FURNITURE = re.compile(
    r"(?i)(?:©|copyright\b|(?:photos?|images?|fotos?|cr[eé]dits?|sources?|quelle|fuente|fonte) ?:)"
    r".*|(?:[#@]\w+\s*)+|ends|-30-|#+"
    r"|(?:additional )?(?:reporting|writing|editing)(?:,? (?:and|reporting|writing|editing))* by .*"
    r"|\(?(?:with|avec|con|com|mit) (?:afp|ap|reuters|dpa|efe|ansa|xinhua|agenc\w+)\b.{0,40}"
    r"|advertisement|publicité|publicidad|anzeige|share(?: this(?: article| story)?)?"
)
"""Who took the picture, who worked with the author, whose right it is, what to search for."""
_CREDIT = re.compile(r"(?i)\((?:additional )?(?:reporting|writing|editing)\b[^()]* by [^()]*\)\.?")


@dataclass(frozen=True)
class Article:
    """One news story.

    Attributes
    ----------
    title, source, licence, language
        As the front matter says; ``""`` where it does not (language: ``"en"``; title: the first
        heading above the text).
    published
        EDTF date of publication, ``""`` if unknown.
    sentences
        DataFrame, one row a sentence: ``sentence`` (int from 1), ``paragraph`` (int from 1),
        ``heading`` (the last heading above, ``""`` before the first), ``text``.
    headings
        The headings in their order.
    left_out
        Lines that were read as no part of the text: *Read also*, the line of the author or the
        place and day, footnotes.
    """

    title: str
    published: str
    source: str
    licence: str
    language: str
    headings: tuple[str, ...]
    left_out: tuple[str, ...]
    sentences: pd.DataFrame

    def __repr__(self) -> str:
        lines = [f"{self.title or 'Untitled'} ({self.published or 'undated'})"]
        for heading, _, rows in self._paragraphs():
            lines += ["", heading] if heading else []
            lines += ["", *(f"[{number}] {visible(text)}" for number, text in rows)]
        lines += [""] * bool(self.left_out) + [f"Left out: {visible(t)}" for t in self.left_out]
        return "\n".join(lines)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        body = [f"<h3>{_safe(self.title or 'Untitled')}</h3>"]
        body.append(f"<p><em>{_safe(self.published or 'undated')}. {_safe(self.source)}</em></p>")
        for heading, _, rows in self._paragraphs():
            body += [f"<h4>{_safe(heading)}</h4>"] if heading else []
            text = " ".join(f"<b><small>[{n}]</small></b> {_safe(t)}" for n, t in rows)
            body.append(f"<p>{text}</p>")
        body += [f"<p><small>Left out: {_safe(text)}</small></p>" for text in self.left_out]
        return {
            "text/html": f'<div class="rr-article" style="max-width:44em">\n{"".join(body)}</div>',
            "text/plain": repr(self),
        }

    def _paragraphs(self) -> Iterator[tuple[str, int, list[tuple[int, str]]]]:
        """Yield each paragraph: the heading that begins with it, its number, its sentences."""
        before = ""
        for paragraph, rows in self.sentences.groupby("paragraph"):
            heading = str(rows["heading"].iloc[0])
            pairs = [(int(n), str(t)) for n, t in zip(rows["sentence"], rows["text"], strict=True)]
            yield (heading if heading != before else ""), int(str(paragraph)), pairs
            before = heading


def read_article(path: Path) -> Article:
    """Read an article from a Markdown or plain-text file.

    Front matter, lines of ``key: value`` between two lines ``---``, may give title, published,
    source (or ``retells``), licence and language. The marks of Markdown are taken off, so that the
    text is what a reader of the page sees. In plain text a first word ``date YYYY-MM-DD`` and a
    last line ``Published: ...`` are read as such and not as sentences, and a short paragraph
    without a stop is a heading, if it is no quotation, no emphasis and no point of a list.

    Raises
    ------
    DataError
        If the file is no text, is a web page, has no sentence, or has more than 2,000, or if its
        front matter cannot be read.
    """
    where = name_of(path)
    values, text = front_matter.part(read_text(path), where)
    if _WEB_PAGE.search(text) or len(_WEB_TAG.findall(text[:20_000])) >= 5:
        raise DataError(
            f"{where}: this is a web page (HTML); expected its text alone, copied into a file."
        )
    if len(text) > LONGEST_TEXT or max(map(len, text.split("\n\n"))) > LONGEST_PARAGRAPH:
        raise DataError(
            f"{where}: the text has {len(text):,} signs; expected one article, at most "
            f"{LONGEST_TEXT:,} and {LONGEST_PARAGRAPH:,} in a paragraph."
        )
    language = values.get("language") or "en"
    table, headings, left_out = _number(list(layout.blocks(text)), language, where)
    first = table["heading"].iloc[0]
    return Article(
        title=values.get("title") or (headings[0] if first else ""),
        published=values.get("published", ""),
        source=values.get("source", ""),
        licence=values.get("licence", ""),
        language=language,
        headings=headings,
        left_out=left_out,
        sentences=table,
    )


def _number(
    blocks: list[Block], language: str, where: str
) -> tuple[pd.DataFrame, tuple[str, ...], tuple[str, ...]]:
    rows: list[tuple[int, int, str, str]] = []
    headings: list[str] = []
    left_out: list[str] = []
    paragraph = 0
    has_stops = any(layout.ends_a_sentence(block.text) for block in blocks)
    for place, block in enumerate(blocks):
        if _is_left_out(block, has_text=bool(rows)):
            left_out.append(block.text)
            continue
        is_last = place + 1 == len(blocks)
        if block.kind == "heading" or (has_stops and _is_heading(block, place == 0, is_last)):
            headings.append(block.text)
            continue
        paragraph += 1
        for sentence in sentences.split(block.text, language):
            rows.append((len(rows) + 1, paragraph, headings[-1] if headings else "", sentence))
        if len(rows) > MOST_SENTENCES:
            raise DataError(
                f"{where}: the text has more than {MOST_SENTENCES:,} sentences; expected one "
                "article."
            )
    if not any(_LETTER.search(row[3]) for row in rows):
        raise DataError(f"{where}: no sentence was found; expected the text of an article.")
    table = pd.DataFrame(rows, columns=["sentence", "paragraph", "heading", "text"])
    return table, tuple(headings), tuple(left_out)


def _is_heading(block: Block, is_first: bool, is_last: bool) -> bool:
    """Tell a line that is a heading from a short paragraph; in doubt it is text."""
    if block.kind != "line" or block.is_emphatic or layout.is_quotation(block.text) or is_last:
        return False
    return layout.length(block.text) <= (LONGEST_TITLE if is_first else LONGEST_HEADING)


def _is_left_out(block: Block, has_text: bool) -> bool:
    """Tell what stands on a page and is no part of the story."""
    if block.kind == "aside" or _PUBLISHED.fullmatch(block.text):
        return True
    if block.kind != "heading" and _READ_ALSO.fullmatch(block.text):
        return True
    if block.kind == "line" and _FURNITURE.fullmatch(block.text):
        return True
    if block.kind in {"line", "text"} and _CREDIT.fullmatch(block.text):
        return True
    is_line = block.kind in {"line", "item"}
    if has_text or not is_line or layout.length(block.text) > LONGEST_HEADING:
        return False
    return layout.says_who_or_when(block.text)


def _safe(text: str) -> str:
    return html.escape(visible(text))
