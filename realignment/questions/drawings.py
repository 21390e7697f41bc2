"""Rules that judge a drawn network, for every lesson that asks for one.

What a student drew comes as :class:`~realignment.answers.Lines`; what should be there, as a dict
from pair to sign. Each rule looks at one thing, so that a question can name the mistake;
:func:`amiss` puts them in order. A tie that is missing, or there without reason, is not a rule's to
judge: only :func:`shows` asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from realignment.answers import ActorName, Lines, Look, Pair, Unreadable
from realignment.cases import Case
from realignment.colours import FRIENDLY, HOSTILE
from realignment.questions.question import Mistake, Test

Signs = Mapping[Pair, int]

_COUNTS = {
    word: number
    for words in (
        "no one two three four five six seven eight nine ten",
        "aucun un deux trois quatre cinq six sept huit neuf dix",
    )
    for number, word in enumerate(words.split())
}
_ANY_COUNT = rf"(?:\d+|{'|'.join(_COUNTS)})"
_SIGNED = r"friendly|hostiles?|amica(?:l|le|les|ux)"
_TIES = rf"(?:{_SIGNED}|ties|lines|edges|liens|lignes)"
_COUNTED = re.compile(
    rf"\b({_ANY_COUNT}) (?:are |ties |lines |liens |lignes |sont )*({_SIGNED})\b", re.IGNORECASE
)
_COUNT_BEHIND = re.compile(rf"\b({_SIGNED})\s*[:=(]\s*({_ANY_COUNT})\b", re.IGNORECASE)
_HOW_MANY = re.compile(
    rf"\b{_ANY_COUNT}\s+(?:[^\W\d_]+\s+)?{_TIES}\b|\b{_TIES}\s*[:=(]\s*{_ANY_COUNT}\b",
    re.IGNORECASE,
)
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zà-ÿœ]", re.IGNORECASE)
"""A letter of another script than the Latin one."""


def swapped(given: Lines, true: Signs) -> bool:
    """Tell whether a line has the module's colour of the opposite sign."""
    opposite = {1: HOSTILE, -1: FRIENDLY}
    return any(
        given.edges[pair].colour == opposite.get(sign)
        for pair, sign in true.items()
        if pair in given.edges
    )


def denied(given: Lines, true: Signs) -> list[Pair]:
    """Return the ties that the legend calls by the other sign: their look is explained so."""
    explained = {sign: _explained(given, word) for word, sign in _SIGNS.items()}
    return [
        pair
        for pair, sign in true.items()
        if given.edges.get(pair) in explained.get(-sign, set()) - explained.get(sign, set())
    ]


def _explained(given: Lines, word: str) -> set[Look]:
    """Return the looks that the legend explains by a word."""
    return {look for label, looks in given.legend.items() if _says(label, word) for look in looks}


def looks_of(given: Lines, true: Signs, sign: int) -> set[Look]:
    """Return the looks in which the ties of one sign are drawn."""
    return {given.edges[p] for p, s in true.items() if s == sign and p in given.edges}


def colours_of(given: Lines, true: Signs, sign: int) -> set[str]:
    """Return the colours in which the ties of one sign are drawn."""
    return {look.colour for look in looks_of(given, true, sign)}


def wrong_colours(given: Lines, true: Signs) -> bool:
    """Tell whether friendly and hostile lines do not each have one colour, or share one."""
    friendly, hostile = (colours_of(given, true, sign) for sign in (1, -1))
    return len(friendly) > 1 or len(hostile) > 1 or bool(friendly & hostile)


def colour_alone(given: Lines, true: Signs) -> bool:
    """Tell whether hostile lines are not dashed, or friendly ones are."""
    return any(
        given.edges[pair].dashed != (sign < 0) for pair, sign in true.items() if pair in given.edges
    )


def friends_dashed(given: Lines, true: Signs) -> bool:
    """Tell whether a friendly line is dashed: the dashes are there, and on the wrong lines."""
    return any(
        given.edges[pair].dashed for pair, s in true.items() if s > 0 and pair in given.edges
    )


def unlabelled(given: Lines, actors: Iterable[str]) -> bool:
    """Tell whether an actor has no label, so that its lines seem to run to a neighbour."""
    return not set(actors) <= given.labels


def shows(given: Lines, true: Signs) -> bool:
    """Tell whether a drawing has these ties and no others, each in the look of its sign."""
    return (
        set(given.edges) == set(true)
        and not swapped(given, true)
        and not wrong_colours(given, true)
        and not colour_alone(given, true)
    )


def has_legend(given: Lines, true: Signs) -> bool:
    """Tell whether the legend explains each sign that occurs by the look of its own lines.

    Dashed lines need a dashed handle: printed in grey, a legend of two colours says nothing.
    """
    for sign, word in ((1, "friendly"), (-1, "hostile")):
        if sign in true.values() and _explained(given, word) != looks_of(given, true, sign):
            return False
    return True


def _says(label: str, word: str) -> bool:
    """Tell whether a label says a word, and does not deny it."""
    denied = rf"\b(?:not|no|non|never)[\s-]+(?:an? |the )?{word}\b"
    return word in re.findall(r"\w+", re.sub(denied, "", label))


def legend_of_colours(given: Lines, true: Signs) -> bool:
    """Tell whether the legend has the right colours, and not the styles beside them."""
    return not has_legend(given, true) and all(
        {look.colour for look in _explained(given, word)} == colours_of(given, true, sign)
        for word, sign in _SIGNS.items()
        if sign in true.values()
    )


def says_nothing(given: Lines, case: Case) -> bool:
    """Tell whether a picture has words, and they tell neither which ties it shows nor how many.

    A bare figure has none; it is a ``Picture`` that promises them. Words in another script may
    tell it in any way.
    """
    if given.words is None or _OTHER_SCRIPT.search(given.words):
        return False
    return not _HOW_MANY.search(given.words) and not _names_in(given.words, case)


def says_otherwise(given: Lines, true: Signs, case: Case) -> bool:
    """Tell whether the words of a picture deny what it should show.

    They count the lines of a sign otherwise, or all lines; or they list a pair under the other
    sign, as in "Friendly: Niger–France".
    """
    words = given.words or ""
    counted = [(n, word) for n, word in _COUNTED.findall(words)]
    counted += [(n, word) for word, n in _COUNT_BEHIND.findall(words)]
    if any(_number(n) != list(true.values()).count(_sign_of(word)) for n, word in counted):
        return True
    total = re.findall(rf"\b({_ANY_COUNT}) (?:ties|lines|liens|lignes)\b", words, re.IGNORECASE)
    if total and not counted and len(true) not in map(_number, total):
        return True
    return any(true.get(pair) == -sign for pair, sign in _listed(words, case))


_SIGNS = {"friendly": 1, "hostile": -1}


def _sign_of(word: str) -> int:
    """Return the sign of a word for friendly or hostile, in English or in French."""
    return -1 if word.lower().startswith("hostil") else 1


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else _COUNTS[written.lower()]


def _names(case: Case) -> dict[str, str]:
    """Return the states of a case by their ids and their names, in small letters."""
    states = case.actors[case.actors["level"] == "state"]
    ids = states["actor_id"]
    return {
        name.lower(): actor
        for column in (ids, states["name"])
        for name, actor in zip(column, ids, strict=True)
    }


def _names_in(words: str, case: Case) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", words.lower()) for name in _names(case))


def _listed(words: str, case: Case) -> Iterator[tuple[Pair, int]]:
    """Yield the pairs that words list behind "friendly:" or "hostile:", with that sign."""
    names = _names(case)
    one = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    dashed = re.compile(rf"\b({one})\s*[-–—]\s*({one})\b")
    several = re.compile(rf"\b((?:{one})(?:(?:,| and|, and) (?:{one}))*) with (?:the )?({one})\b")
    for word, told in re.findall(rf"\b({_SIGNED})\b[^:.;]{{0,12}}:([^.;]*)", words.lower()):
        for some, other in [*dashed.findall(told), *several.findall(told)]:
            for name in re.findall(one, some):
                first, second = sorted((names[name], names[other]))
                yield (first, second), _sign_of(word)
        for item in told.split(","):
            for pair in _pairs_in(item, case):
                yield pair, _sign_of(word)


def _pairs_in(item: str, case: Case) -> Iterator[Pair]:
    """Yield the pair that two names with a dash between them are, in any language that is read."""
    for dash in re.finditer(r"\s*[-–—]\s*", item):
        try:
            one, other = (
                ActorName().read(name, case) for name in (item[: dash.start()], item[dash.end() :])
            )
        except Unreadable:
            continue  # a hyphen within a name
        yield (min(one, other), max(one, other))


def drawn_well(given: Lines, true: Signs, case: Case) -> bool:
    """Tell whether a drawing shows these ties, in colours, styles, with a legend and true words."""
    return (
        shows(given, true)
        and has_legend(given, true)
        and not says_nothing(given, case)
        and not says_otherwise(given, true, case)
    )


def amiss(actors: Sequence[str]) -> list[Mistake]:
    """Return what may be amiss with a drawn network of some actors: the first that fits is told."""
    return [
        Mistake("incomplete", lambda given, true, case: unlabelled(given, actors)).saying(
            "A state has no label that can be read, so its lines cannot be told apart. Give each "
            "state its code or its name."
        ),
        Mistake("incomplete", lambda given, true, case: not set(true) <= set(given.edges)).saying(
            "A tie is missing from the drawing, or cannot be seen. A line joins the two labels "
            "that stand at its ends."
        ),
        Mistake("too_many", lambda given, true, case: not set(given.edges) <= set(true)).saying(
            "There is a line between two of whom the article says nothing."
        ),
        Mistake("no_legend", _seen(lambda given, true: _turned(given, true, dashed=False))).saying(
            _LEGEND_TURNED
        ),
        Mistake(
            "sign_flipped", _seen(lambda given, true: _turned(given, true, dashed=True))
        ).saying(_LEGEND_TURNED),
        Mistake("sign_flipped", _seen(denied)).saying(
            "By your legend a tie has another sign than under the rule. Compare the lines with the "
            "column `sign`."
        ),
        Mistake("sign_flipped", _seen(wrong_colours)).saying(
            "Lines of one sign should share a colour, and the two signs should not."
        ),
        Mistake("sign_flipped", _seen(swapped)).saying(
            "In this module friendly is blue and hostile is vermilion. A line of yours has the "
            "colour of the other sign."
        ),
        Mistake("sign_flipped", _seen(friends_dashed)).saying(
            "A friendly line of yours is dashed. Dashes are the mark of the hostile lines here: "
            "keep the friendly ones solid."
        ),
        Mistake("colour_alone", _seen(colour_alone)),
        Mistake("no_legend", lambda given, true, case: not given.legend),
        Mistake("no_legend", _seen(legend_of_colours)).saying(
            "The legend explains the colours alone. Printed in grey it says nothing: let it show "
            "a solid and a dashed line."
        ),
        Mistake("no_legend", _seen(lambda given, true: not has_legend(given, true))).saying(
            "The legend leaves a sign out, or shows it by another line than yours. Each sign needs "
            "its word beside its own colour and its own style."
        ),
        Mistake("words_missing", lambda given, true, case: says_nothing(given, case)).saying(
            "The picture is right. Its words tell nothing to those who do not see it: say which "
            "ties it shows."
        ),
        Mistake("words_false", says_otherwise),
    ]


_LEGEND_TURNED = (
    "By your legend the friendly lines are hostile, and the hostile ones friendly. Compare it with "
    "the signs of the ties."
)


def _seen(rule: Callable[[Lines, Signs], object]) -> Test:
    """Return a rule on what is seen as a test."""
    return lambda given, true, case: bool(rule(given, true))


def _turned(given: Lines, true: Signs, dashed: bool) -> bool:
    """Tell whether the legend calls each line by the other sign; friendly ones dashed or not."""
    return len(denied(given, true)) == len(true) and friends_dashed(given, true) == dashed
