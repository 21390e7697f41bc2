r"""Whether words stand in a text, though two programs have set them differently.

A page, a spreadsheet and a notebook do not keep the same spaces: a no-break space before *»*, a
line end, a tab, two spaces after a stop. None of that is a difference here. What remains can be
seen, or at least copied: curly or straight quotation marks, … or three dots, dashes and hyphens,
*é* as one sign or as two. A quotation has to have it as its sentence has; whoever has it otherwise
is told which of these it is, and shown the sentence's own words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SAME = (
    ("’'‘‛ʼ´`′", "curly and straight apostrophes"),
    ('”"“„‟″«»‹›', "kinds of quotation marks"),
    ("-‐‑–—−", "hyphens and dashes"),
)
_SPACE_BESIDE = re.compile(f" ?([{re.escape(_SAME[1][0])};:!?%]) ?")
_ELLIPSES = ("…", "...", ". . .")
_HIDDEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte-order mark: no white space to Python."""


def spaced(text: str) -> str:
    """Return a text with one plain space for each space, tab or line end of whatever kind."""
    return " ".join(text.split())


def stands_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text letter for letter, whatever its spaces and line ends."""
    return spaced(words) in spaced(text)


def spelling(words: str) -> str:
    """Return what all spellings of the same words have in common: to look a name up by."""
    plain = unicodedata.normalize("NFC", spaced(words))
    for signs, _ in _SAME:
        plain = re.sub(f"[{re.escape(signs)}]", signs[1], plain)
    for dots in _ELLIPSES[1:]:
        plain = plain.replace(dots, _ELLIPSES[0])
    return plain


def pattern(words: str) -> str:
    """Return a regular expression for words in every spelling: for a search in a text as it is.

    Unlike a search in :func:`spelling`, it tells where in the text the words stand.
    """
    return "".join(_parts(words))


def difference(words: str, text: str) -> str:
    """Say in what words differ from a text that has them otherwise; ``""`` if it has them not.

    >>> difference("Niger's junta", "So says Niger’s junta.")
    "curly and straight apostrophes differ; expected 'Niger’s junta'"
    """
    text = spaced(text)
    bare = _SPACE_BESIDE.sub(r"\1", spaced(_bare(words)))
    found = re.search("".join(map(_loosely, _parts(bare))), text)
    if found:
        theirs = found[0].strip()
        return f"{' and '.join(_names(spaced(words), theirs))} differ; expected {theirs!r}"
    found = re.search(pattern(words), text, re.IGNORECASE)
    return f"capital and small letters differ; expected {found[0]!r}" if found else ""


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign not in _HIDDEN)


def _parts(words: str) -> Iterator[str]:
    """Yield an expression for each letter of some words, its accents included."""
    for sign in spelling(words):
        family = next((signs for signs, _ in _SAME if sign in signs), "")
        if sign == " ":
            yield r"\s+"
        elif sign == _ELLIPSES[0]:
            yield f"(?:{'|'.join(map(re.escape, _ELLIPSES))})"
        elif family:
            yield f"[{re.escape(family)}]"
        else:
            apart = unicodedata.normalize("NFD", sign)
            yield re.escape(sign) if apart == sign else f"(?:{re.escape(sign)}|{re.escape(apart)})"


def _loosely(part: str) -> str:
    """Return an expression that lets hidden signs pass, and a space beside a mark: «Non !»."""
    space = "" if part[-1].isalnum() or part == r"\s+" else r"\s?"
    return f"[{_HIDDEN}]*{space}{part}{space}"


def _names(ours: str, theirs: str) -> list[str]:
    """Name the differences between two spellings of the same words."""
    names = []
    if _bare(ours) != ours or _bare(theirs) != theirs:
        names.append("signs that cannot be seen")
    ours, theirs = _bare(ours), _bare(theirs)
    if _composed(ours) != ours or _composed(theirs) != theirs:
        names.append("letters with their accents as one sign and as two")
    ours, theirs = _composed(ours), _composed(theirs)
    for signs, name in _SAME:
        kept = f"[^{re.escape(signs)}]"
        if re.sub(kept, "", ours) != re.sub(kept, "", theirs):
            names.append(name)
    if ("…" in ours) != ("…" in theirs):
        names.append("… and three dots")
    return names or ["the spaces beside a mark"]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
