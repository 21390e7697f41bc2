"""Text from outside, shown as text.

HTML is dealt with where it is made (``html.escape`` in Python, ``textContent`` in JavaScript). What
neither touches are characters that cannot be seen and yet change what is seen: a right-to-left
override makes ``gpj.exe`` out of ``exe.jpg``, a zero-width space makes two names out of one. The
Unicode Consortium lists the dangers in *Unicode Technical Report #36: Unicode Security
Considerations*.
"""

from __future__ import annotations

import unicodedata

_SPACES = {"\n", "\t", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
_JOINERS = {"\u200c", "\u200d"}
"""Needed to spell Persian and the languages of India, and harmless."""


def visible(text: object) -> str:
    r"""Return a text in which every hidden character can be seen.

    Control characters, bidirectional controls and other format characters (Unicode categories Cc,
    Cf, Cs) become their number in brackets; line ends and tabs become a space.

    >>> visible("exe.\u202egpj")
    'exe.[U+202E]gpj'
    """
    said = str(text)
    if said.isprintable():  # as nearly every text is: none of those categories, no line end
        return said
    return "".join(_visible_character(c) for c in said)


def _visible_character(character: str) -> str:
    if character in _SPACES:
        return " "
    if character in _JOINERS or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}:
        return character
    return f"[U+{ord(character):04X}]"
