"""How the text of an article is laid out: its headings, paragraphs and lists, without their marks.

An article comes from a page, a word processor or somebody's notes. So Markdown is read as far as
news has it (headings, lists, quotations, links, pictures, emphasis, rules, footnotes), and so is
plain text that has none of it. Inside a line the marks are read by the ``mistune`` library. The
lines are read here: in Markdown an indented paragraph would be program text, and a line above a
rule a heading, and both stand in articles as plain prose.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from babel import Locale
from mistune import InlineParser
from mistune.core import InlineState
from mistune.util import unikey

from realignment.article.sentences import CLOSING, MONTHS, NOTE_MARK, OPENING, STARTERS, STOPS

Kind = Literal["heading", "line", "text", "item", "aside"]


class Block(NamedTuple):
    """One stretch of an article.

    ``kind`` is ``heading`` (marked as one), ``line`` (a line by itself without a mark), ``text``,
    ``item`` (of a list) or ``aside`` (a footnote, or nothing but a link). ``is_emphatic`` says that
    all of it is bold or italic.
    """

    kind: Kind
    text: str
    is_emphatic: bool = False


_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|\Z)(?P<text>.*?)[ \t#]*\Z")
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t]*\Z")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|[⁂—–]+)\Z")
_QUOTED = re.compile(r"\A {0,3}(?:>[ \t]?)+")
_ITEM = re.compile(
    r"[ \t]*(?:[-*+•◦▪‣●○■□·∙–—][ \t]+(?:\[[ xX]\][ \t]+)?"
    r"|(?P<number>\(?(?:[0-9]{1,3}[.)]|[ivx]{1,5}[.)]|[A-Za-z]\)))[ \t]+)(?=\S)"
)
_DEFINITION = re.compile(
    r" {0,3}\[(?P<name>[^\]^][^\]]*)\]:[ \t]*<?(?P<url>\S+?)>?(?:[ \t]+\S.*)?\Z"
)
_FOOTNOTE = re.compile(r" {0,3}\[\^(?P<name>[^\]]+)\]:[ \t]*(?P<text>.*)")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_MARK_IN_TEXT = re.compile(r"(?<=\S)(\[[0-9]{1,3}\]|[¹²³⁴-⁹]+)")
_NOTE_BELOW = re.compile(r" {0,3}(?P<name>\[[0-9]{1,3}\]|[¹²³⁴-⁹]+)[ \t]+(?=\S)")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BREAK = re.compile(r"<br ?/?>")

_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,}).*")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_END = re.compile(rf"[{re.escape(STOPS)}:;：；؛,،、](?:[{re.escape(CLOSING)}_\s]|{NOTE_MARK})*\Z")
_END_BEFORE_A_NAME = re.compile(
    rf"[^\W\d_]{{4,}}[.!?…][{re.escape(CLOSING)}]*\s+"
    r"(?:\([^()]{1,30}\)|[–—-]{1,2} ?\w{2,30})\Z"
)
_QUOTES = {*zip('“„«»「『"', '”“»«」』"', strict=True), ("„", "”"), ("”", "”"), ("“", "“")}
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
"""Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Chinese and Japanese."""
_BYLINE = re.compile(
    r"(?:By|BY|Par|PAR|Por|POR|Von|VON|Di|De notre|Text:|Auteur|Author|Autor)\b:? [^\W\d_a-zß-ÿ].*"
)
_TAIL = 80
"""Signs of a text in which its last stop, and what may follow one, are looked for."""
_MOST_MARKS = 500
"""In one paragraph; the time for reading marks grows with the square of their number."""
_NARROW = 60
"""Signs. Running text is seldom broken into shorter lines."""

_INLINE = InlineParser()
_INLINE.rules = [rule for rule in _INLINE.rules if rule != "codespan"]  # wires quote ``like this''


def blocks(text: str) -> Iterator[Block]:
    r"""Yield the blocks of an article in their order.

    Parameters
    ----------
    text
        The article without its front matter, lines ended by ``\n``.
    """
    lines = _with_marked_notes(text)
    links = {
        unikey(found["name"]): {"url": found["url"]}
        for found in map(_DEFINITION.fullmatch, lines)
        if found
    }
    longest = sorted((len(line) for line in lines), reverse=True)
    is_first = True
    for kind, group in _groups(lines):
        seen = [(line, shown) for line in group if (shown := _plain(line, links)[0])]
        if kind == "text" and seen:
            stretches = list(_cut(seen, longest, is_first))
        else:
            stretches = [(kind, _joined(group))]
        for part, stretch in stretches:
            plain, is_emphatic, is_link = _plain(stretch, links)
            if plain:
                kept: Kind = "aside" if is_link and part != "heading" else part
                yield Block(kept, plain, is_emphatic)
        is_first = False


def _with_marked_notes(text: str) -> list[str]:
    """Return the lines, with notes below a text marked as Markdown marks them.

    A line that begins with ``[1]`` is a note where the text has that mark behind a word.
    """
    marks = set(_MARK_IN_TEXT.findall(text))
    lines = text.split("\n")
    found = [_NOTE_BELOW.match(line) for line in lines]
    return [
        f"[^{note['name'].strip('[]')}]: {line[note.end() :]}"
        if note and note["name"] in marks
        else line
        for note, line in zip(found, lines, strict=True)
    ]


def _groups(lines: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    """Put together the lines that belong together; marks at the head of a line are taken off."""
    kind: Kind = "text"
    group: list[str] = []
    for line in [*lines, ""]:
        line = _QUOTED.sub("", line, count=1)
        opened = _opened(line, kind if group else None)
        if opened is None:
            group.append(line.strip())
            continue
        is_title = kind == "text" and len(group) == 1 and _UNDERLINE.fullmatch(line)
        if group:
            yield ("heading" if is_title and not ends_a_sentence(group[0]) else kind), group
        kind, group = opened[0], [opened[1]] if opened[1] else []
        if kind == "heading":
            yield kind, group
            kind, group = "text", []


def _opened(line: str, before: Kind | None) -> tuple[Kind, str] | None:
    """Return what begins with a line and its text without the mark; None if it goes on."""
    if not line.strip() or _RULE.fullmatch(line) or _UNDERLINE.fullmatch(line):
        return "text", ""
    if _DEFINITION.fullmatch(line) or _FENCE.fullmatch(line):
        return "text", ""
    heading = _HEADING.fullmatch(line)
    if heading:
        return "heading", heading["text"]
    if _TABLE.fullmatch(line):
        return "aside", line.strip()
    note = _FOOTNOTE.match(line)
    if note:
        return "aside", note["text"]
    item = _ITEM.match(line)
    if item and item["number"] and line[item.end() :].split()[0] in MONTHS:
        return None  # "17. März 2024"
    if item and (before != "text" or _may_interrupt(item, line[item.end() :])):
        # A number stays in the text: it may be the day in "16. März".
        return "item", line.strip() if item["number"] else line[item.end() :].strip()
    return None


def _may_interrupt(item: re.Match[str], text: str) -> bool:
    """Tell a list that follows a line at once from a line of prose that begins with a dash."""
    if item["number"]:
        return item["number"].strip("(.)") in {"1", "i", "a", "A"}
    return item[0].strip() not in "-–—" or begins_anew(text)


def _cut(
    group: list[tuple[str, str]], longest: list[int], is_first: bool
) -> Iterator[tuple[Kind, str]]:
    """Part the lines that stand by themselves, such as a title, from running text.

    A line comes with what is seen of it, without its marks. In running text a line is broken where
    the next word would not have fitted. A line that ends before that, without a stop and before a
    capital, was ended on purpose.
    """
    lines = [line for line, _ in group]
    seen = [shown for _, shown in group]
    alone = [not ends_a_sentence(shown) and not _goes_on(shown) for shown in seen]
    if not is_first and len(group) > 1 and all(alone) and all(map(begins_anew, seen)):
        yield from (("item", line) for line in lines)  # points of a list, without its marks
        return
    for place, shown in enumerate(seen if is_first else []):
        is_last = place + 1 == len(seen)
        if ends_a_sentence(shown):
            break
        stands_apart = place and not _goes_on(seen[place - 1])
        if stands_apart and says_who_or_when(shown) and (is_last or begins_anew(seen[place + 1])):
            yield from _cut(group[:place], longest, is_first)
            yield "line", lines[place]
            if not is_last:
                yield from _cut(group[place + 1 :], longest, is_first)
            return
    begin = 0
    for place, shown in enumerate(seen[:-1]):
        following = seen[place + 1]
        if place == begin and alone[place] and begins_anew(following):
            is_rest = place + 2 == len(seen) and len(following.split()) < 4
            if _was_ended(shown, following, longest, is_first and not is_rest):
                yield "line", lines[place]
                begin = place + 1
    yield ("text" if ends_a_sentence(_joined(seen[begin:])) else "line"), _joined(lines[begin:])


def _was_ended(line: str, following: str, longest: list[int], may_be_title: bool) -> bool:
    word = following[0] if _UNSPACED.match(following) else following.split()[0]
    if len(line) + 1 + len(word) <= longest[0]:
        return True
    others = longest[1] if len(line) == longest[0] else longest[0]
    stands_out = longest[0] < _NARROW or len(line) > 1.2 * others
    return may_be_title and stands_out


def _goes_on(line: str) -> bool:
    last = re.search(r"([^\W\d_]+)\W*\Z", line[-_TAIL:])
    is_linking = bool(last and last[1].islower() and last[1].title() in STARTERS)
    return line[-1] in ",;–—-&/" or is_linking


def begins_anew(text: str) -> bool:
    """Tell whether a line can be the first one of a sentence: it begins with no small letter."""
    first = text.lstrip(OPENING + "*_ ")[:1]
    return bool(first) and not first.islower()


def ends_a_sentence(text: str) -> bool:
    """Tell whether a text ends with a stop; marks, or an agency's name, may follow it."""
    tail = text[-_TAIL:]
    return bool(_END.search(tail) or _END_BEFORE_A_NAME.search(tail))


def is_quotation(text: str) -> bool:
    """Tell whether all of a text stands in (double) quotation marks."""
    bare = text[:-_TAIL] + re.sub(rf"(?:{NOTE_MARK}|\s)+\Z", "", text[-_TAIL:])
    return len(bare) > 2 and (bare[0], bare[-1]) in _QUOTES


def says_who_or_when(text: str) -> bool:
    """Tell whether a line names the author alone, or a day with or without a place."""
    return bool(_BYLINE.fullmatch(text) or _dateline().fullmatch(text))


def length(text: str) -> int:
    """Return the length of a text in words; two signs of a script without spaces count as one."""
    unspaced = len(_UNSPACED.findall(text))
    return len(text.split()) + unspaced // 2


@cache
def _dateline() -> re.Pattern[str]:
    """Return an expression for a place and a day, or a day alone, in the languages of news."""
    names: set[str] = set()
    for tongue in ("en", "fr", "es", "pt", "de", "it", "nl", "ru", "ar"):
        months: Any = Locale(tongue).months["format"]
        names.update(
            name.strip(".") for width in ("wide", "abbreviated") for name in months[width].values()
        )
    month = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    day = r"\d{1,2}(?:\.?º|\.|er|st|nd|rd|th)?"
    return re.compile(
        rf"(?i)(?:[^\d]{{0,60}}?[\s,/(])?(?:{day},? (?:de |of )?(?:{month})\.?"
        rf"|(?:{month})\.? {day}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"
        r"|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})\b(?:,? (?:de )?[0-9]{4})?"
        r"(?:(?:,| -| –)? (?:at |à )?[0-9]{1,2}[:h.][0-9]{2}.{0,12})?\s*(?:\([^)]{1,20}\))?[\s–—-]*"
    )


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        is_unspaced = text and _UNSPACED.match(text[-1]) and _UNSPACED.match(line)
        text += line if is_unspaced or not text else f" {line}"
    return text


def _plain(text: str, links: dict[str, dict[str, str]]) -> tuple[str, bool, bool]:
    """Return a text without the marks inside it, whether all is emphatic, and all a link."""
    state = InlineState({"ref_links": links})
    state.src = _BREAK.sub(" ", _FOOTNOTE_MARK.sub("", text))
    has_too_many = sum(map(state.src.count, "*_[<")) > _MOST_MARKS
    tokens = [{"type": "text", "raw": state.src}] if has_too_many else _INLINE.parse(state)
    shown = "".join(_words_of(token) for token in tokens)
    shown = _ENTITY.sub(lambda entity: html.unescape(entity[0]), shown)
    shown = shown.replace("**", "").replace("~~", "")
    plain = " ".join(shown.split())
    kinds = {token["type"] for token in tokens if _words_of(token).strip(" *_.!?…")}
    is_emphatic = kinds in ({"strong"}, {"emphasis"})
    is_link = kinds == {"link"} or bool(_ADDRESS.fullmatch(plain))
    return plain, is_emphatic, is_link and not ends_a_sentence(plain)


def _words_of(token: dict[str, Any]) -> str:
    if token["type"] == "image":
        return ""
    if token["type"] in {"softbreak", "linebreak"}:
        return " "
    if "children" in token:
        return "".join(_words_of(child) for child in token["children"])
    return str(token.get("raw", ""))
