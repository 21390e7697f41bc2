"""What stands above an article: lines of ``key: value``, and nothing more.

    ---
    title: Gabon: coup in Libreville
    published: 2023-08-30
    language: fr
    ---

A value is what stands behind the first colon, letter for letter; a pair of quotation marks around
all of it is taken off. Nothing is nested and nothing is guessed: ``no`` is Norwegian.
"""

from __future__ import annotations

import difflib
import re

from babel import Locale

from realignment import dates
from realignment.errors import DataError

KEYS = {
    "title": "title",
    "published": "published",
    "date": "published",
    "source": "source",
    "retells": "source",
    "licence": "licence",
    "license": "licence",
    "language": "language",
    "lang": "language",
    "kind": "kind",
    "encoding": "encoding",
}
"""The keys that are known, and what each is read as."""

_FENCE = re.compile(r"(?:-{3,}|[—–]{1,3}-?)[ \t]*")
"""A word processor makes one long dash of two or three hyphens."""
_END = re.compile(rf"(?:{_FENCE.pattern}|\.\.\.|…)[ \t]*")
_LINE = re.compile(r"(?P<key>[^\W\d][\w -]*?)\s*[:：](?:\s+(?P<value>.*?))?\s*")
_RUN_ON = re.compile(rf"(?i)(?P<key>{'|'.join(KEYS)})\s*[:：](?P<value>\S.*?)\s*")
"""A key that is known, without a space behind the colon."""
_OTHER_FORM = re.compile(r"\+\+\+[ \t]*")
_BARE = re.compile(rf"(?i)#?[ \t]*(?:{'|'.join(KEYS)})[ \t]*:[ \t]*\S.*")
_CURLY = "“”„‘’«» \u00a0\u202f"
_DATELINE = re.compile(r"date (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s+|\Z)")
_EXPECTED = "expected lines such as 'title: ...' and 'published: 2024-03-17'"


def part(text: str, where: str) -> tuple[dict[str, str], str]:
    """Part an article's front matter from its text.

    It stands between a line ``---`` and a line ``---`` or ``...``. Without these two, lines with
    keys that are known are read at the very top, and so is a first word ``date YYYY-MM-DD``.

    Parameters
    ----------
    text
        The whole file.
    where
        What the file is called in a message.

    Returns
    -------
    values, rest
        What is said, by key (``title``, ``published``, ``source``, ``licence``, ``language``,
        ``kind``, ``encoding``), and the text below.

    Raises
    ------
    DataError
        If a line is no ``key: value``, a key is not known or there twice, the end is missing, the
        date is none, or the language is none.
    """
    lines = text.lstrip("\ufeff").lstrip().split("\n")
    head: list[str] = []
    if _OTHER_FORM.fullmatch(lines[0]):
        raise DataError(
            f"{where}: the front matter stands between lines '+++'; {_EXPECTED} between two lines "
            "'---'."
        )
    if _FENCE.fullmatch(lines[0]) and len(lines) > 1 and _said(lines[1].strip()):
        end = next((n for n, line in enumerate(lines) if n and _END.fullmatch(line)), None)
        if end is None:
            raise DataError(
                f"{where}: the front matter begins with '---' and does not end; expected a second "
                "line '---' below it."
            )
        head, lines = lines[1:end], lines[end + 1 :]
    elif _FENCE.fullmatch(lines[0]) and any(_END.fullmatch(line) for line in lines[1:]):
        end = next(n for n, line in enumerate(lines) if n and _END.fullmatch(line))
        head, lines = lines[1:end], lines[end + 1 :]
    else:
        while lines and _BARE.fullmatch(lines[0]):
            head.append(lines.pop(0).lstrip("# "))
    values, written = _values(head, where)
    rest = "\n".join(lines)
    dateline = _DATELINE.match(rest.lstrip())
    if dateline:
        values.setdefault("published", dateline["date"])
        rest = rest.lstrip()[dateline.end() :]
    _check_date(written.get("published", "published"), values.get("published", ""), where)
    if values.get("language"):
        values["language"] = _tag(values["language"], where)
    return values, rest


def _said(line: str) -> re.Match[str] | None:
    """Return the key and the value of a line, if it has a key."""
    return _RUN_ON.fullmatch(line) or _LINE.fullmatch(line)


def _values(lines: list[str], where: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is said by key, and each key as it was written."""
    values: dict[str, str] = {}
    written: dict[str, str] = {}
    unknown: list[str] = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        found = _said(line)
        if not found:
            raise DataError(
                f"{where}: the line {line.strip()!r} above the article cannot be read; "
                f"{_EXPECTED}, each on a line of its own and nothing nested in it."
            )
        key = KEYS.get(found["key"].lower())
        if key is None:
            unknown.append(found["key"])
        elif key in values and not {key, found["key"].lower()} & {"source"}:
            raise DataError(f"{where}: {found['key']!r} is there twice; expected one line for it.")
        else:
            value = _unquoted(found["value"] or "")
            if key != "title":  # whose quotation marks may be those of a quotation
                value = value.strip(_CURLY)
            values[key] = value or values.get(key, "")
            written[key] = found["key"]
    if unknown:
        raise DataError(f"{where}: {_about_unknown(unknown)}")
    return values, written


def _about_unknown(keys: list[str]) -> str:
    names = ", ".join(repr(key) for key in keys)
    near = difflib.get_close_matches(keys[0].lower(), KEYS, n=1)
    meant = f" (is {near[0]!r} meant?)" if near else ""
    are = "is no key" if len(keys) == 1 else "are no keys"
    it = "the line" if len(keys) == 1 else "the lines"
    return (
        f"{names} {are} that would be read{meant}; expected title, published, source, licence, "
        f"language or kind; leave {it} out, or put a '#' before it."
    )


def _unquoted(value: str) -> str:
    for mark, inside in (('"', r"\""), ("'", "''")):
        if len(value) > 1 and value[0] == value[-1] == mark:
            return value[1:-1].replace(inside, mark).strip()
    return value


def _check_date(key: str, published: str, where: str) -> None:
    try:
        dates.bounds(published)
    except ValueError as problem:
        raise DataError(f"{where}: '{key}: {published}' is no date: {problem}") from None


def _tag(language: str, where: str) -> str:
    """Return a language tag; refuse what is none, with the tag that seems meant."""
    tag = language.replace("_", "-")
    primary = tag.split("-")[0].lower()
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", tag) and primary in _languages("en"):
        return tag
    named = {
        name.lower(): code
        for tongue in ("en", "fr", "es", "pt", "de", "it", "ar")
        for code, name in _languages(tongue).items()
    }
    meant = named.get(language.lower())
    expected = f"write 'language: {meant}'" if meant else "expected a tag such as 'en' or 'fr'"
    raise DataError(f"{where}: 'language: {language}' is no language tag; {expected}.")


def _languages(tongue: str) -> dict[str, str]:
    return dict(Locale(tongue).languages)
