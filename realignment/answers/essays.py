"""The reader of a text of one's own, and how its words are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from realignment.answers.reading import Reader, Unreadable, shown
from realignment.cases import Case

_HAN_OR_KANA: Final = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_THAI_TO_KHMER: Final = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD: Final = re.compile(
    rf"[{_HAN_OR_KANA}]{{1,2}}|[{_THAI_TO_KHMER}]{{1,5}}"
    rf"|[^\W{_HAN_OR_KANA}{_THAI_TO_KHMER}]+(?:['’][^\W{_HAN_OR_KANA}{_THAI_TO_KHMER}]+)*"
)


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, whatever its script.

    Chinese, Japanese, Thai, Lao, Burmese and Khmer set no spaces between words. There two
    characters (of the last four, five letters) count as one word, about as long as one is on
    average, so that nobody has to write more in one language than in another.
    """
    return _WORD.findall(text.lower())


@dataclass(frozen=True)
class Essay(Reader):
    """A few sentences of one's own.

    Parameters
    ----------
    least
        The least number of words.
    """

    least: int = 25

    @property
    def expects(self) -> str:
        return (
            f"a text of your own with at least {self.least} words, in any language; where a script "
            "has no spaces, two characters count as a word"
        )

    def read(self, answer: object, case: Case) -> str:
        if not isinstance(answer, str):
            raise Unreadable(f"`{shown(answer)}` is no text")
        words = words_of(answer)
        if len(words) < self.least:
            raise Unreadable(f"{len(words)} of {self.least} words", "Too short yet")
        if len(set(words)) < self.least / 2:
            raise Unreadable("this repeats a few words; write sentences", "Not kept yet")
        return answer
