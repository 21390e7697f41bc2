"""Lesson 10, Balance, asks whether the enemy of my enemy is my friend."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import networkx as nx
import pandas as pd

from realignment import balance, dates
from realignment.answers import (
    Choice,
    Date,
    Drawing,
    Essay,
    Fields,
    Items,
    Keyed,
    Lines,
    Number,
    OutOf,
    Pair,
    Unreadable,
    once_a_case,
)
from realignment.balance.network import Network
from realignment.cases import Case
from realignment.questions import Mistake, Question
from realignment.questions.drawings import (
    colour_alone,
    has_legend,
    says_otherwise,
    shows,
    swapped,
    unlabelled,
    wrong_colours,
)
from realignment.questions.of_record import record, spread_acts
from realignment.questions.question import Test
from realignment.questions.slips import (
    either,
    gives,
    off_by_one,
    one_of,
    reverse,
    says,
    subset,
    turns,
)
from realignment.spells import held_at
from realignment.ties import dyads, read_classic, signed, ties, to_graph

EIGHT = ("USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT")
SIX = EIGHT[:6]
FIRST_DAY = "2012-01-01"
"""The first day for which the record's timeline was kept."""

KINDS = ("+++", "+--", "++-", "---")
OF_SUM = {"3": "+++", "1": "++-", "-1": "+--", "-3": "---"}
"""The kinds by the sum of their three signs, as the lesson counts them by hand."""

STRONG = "strong and weak"
"""Balanced with two camps, and so with any number."""

SENSES = {STRONG: "both", "weak": "weak only", "neither": "none"}
DAY = "2023-09-30"
OTHER_DAYS = ("2022-03-01", "2022-09-30", "2023-03-01", "2024-09-30", "2024-12-31", "2023-12-31")
"""Days that one may have left standing in a cell, or mistyped, for that of question 10.2."""

LAST_DAYS = ("2025-12-31", "2026-04-27", None)
NETWORKS = ("highlands_1954", "europe_1872", "europe_1904", "sahel_2023")
SHORT = ("highlands", "europe in 1872", "europe in 1904", "sahel")
"""How one may call them for short."""

FLAWS = {
    "cause": "it takes a shape for a cause",
    "no test": "it praises a result that could not have been otherwise",
    "tool": "it uses a measure that cannot read signs",
    "sides": "it has friend and enemy the wrong way round",
}
UNKNOWN = re.compile(
    r"unknown|(?:not|n't|nobody) (?:\w+ )?know|no (?:\w+ )?(?:line|tie|data|information)|without|"
    r"nothing|not (?:\w+ )?(?:certain|told|said|drawn)|uncertain|unclear|blank|inconnu|sans|rien|"
    r"未知|不明|没有|مجهول|معروف"
)
"""Words that say of a number of pairs that nothing is known of them, or nothing drawn."""

NO_SHARE = (
    "none|nan|n/a|undefined|not defined|no triangles|no triangle|no share|cannot be computed|"
    "0 of 0|0/0"
).split("|")


@dataclass(frozen=True)
class OfEachKind(Keyed):
    """One number for each kind of triangle, or what :func:`realignment.balance.triangles` gives.

    The kinds may also go by the sum of their signs; of a sum that was not met there is none.
    """

    def read(self, answer: object, case: Case) -> dict[Any, Any]:
        """Return kind to number."""
        if isinstance(answer, balance.Triangles):
            answer = answer.counts
        if isinstance(answer, (pd.Series, Mapping)) and len(answer):
            by_sum = {str(key): number for key, number in answer.items()}
            if set(by_sum) <= set(OF_SUM):
                answer = {kind: by_sum.get(total, 0) for total, kind in OF_SUM.items()}
        return super().read(answer, case)


@dataclass(frozen=True)
class OfTriangles(OutOf):
    """A count with its denominator, or what :func:`realignment.balance.triangles` gives."""

    def read(self, answer: object, case: Case) -> tuple[int, int]:
        """Return the balanced ones, and all."""
        if isinstance(answer, balance.Triangles):
            return answer.balanced, answer.denominator
        return super().read(answer, case)


@dataclass(frozen=True)
class ShareInWords(Choice):
    """A share among a few, in words or as a number; what has no share may be said in many ways."""

    @property
    def reads_gaps(self) -> bool:
        """Whether the module's empty share is an answer: it is."""
        return True

    def read(self, answer: object, case: Case) -> str:
        """Return the share as it is listed."""
        if str(answer).strip(" .").lower() in NO_SHARE:  # the module's empty share among them
            return "not computable"
        try:
            return super().read(answer, case)
        except Unreadable as problem:
            try:
                number = f"{Number().read(answer, case):g}"
            except Unreadable:
                raise problem from None
            return super().read(number, case)


def senses(case: Case) -> dict[str, str]:
    """Return in which sense each kind of triangle is balanced, by counting one of each."""
    found = {}
    for kind in KINDS:
        graph: Network = nx.Graph()
        for pair, sign in zip((("A", "B"), ("A", "C"), ("B", "C")), kind, strict=True):
            graph.add_edge(*pair, sign=1 if sign == "+" else -1)
        one = balance.triangles(graph)
        found[kind] = STRONG if one.balanced else "weak" if one.weakly_balanced else "neither"
    return found


@cache
def on(day: str | None, cosign: bool = True, states: tuple[str, ...] | None = EIGHT) -> Network:
    """Return the record's network of some states on a day, by the latest act, with co-signature."""
    pairs = spread_acts(cosign)
    if states:
        pairs = pairs[pairs["source"].isin(states) & pairs["target"].isin(states)]
    return to_graph(ties(pairs, "latest", at=day))


def counted(graph: Network) -> dict[str, float]:
    """Return how many triangles of each kind a network has."""
    return {kind: float(count) for kind, count in balance.triangles(graph).counts.items()}


def counted_on(day: str | None = DAY, **otherwise: Any) -> Callable[[Case], dict[str, float]]:
    """Return what gives the triangles of a day by kind, as question 10.2 asks or otherwise."""
    return lambda case: counted(on(day, **otherwise))


def at_other_kinds(given: dict[str, float], expected: dict[str, float], case: Case) -> bool:
    """Tell whether the numbers are the right ones, at kinds that are not theirs."""
    return given != expected and sorted(given.values()) == sorted(expected.values())


def turned(counts: Mapping[str, float]) -> dict[str, float]:
    """Return the numbers that one gets with plus and minus the wrong way round."""
    return {kind: counts[kind.translate(str.maketrans("+-", "-+"))[::-1]] for kind in KINDS}


def as_product(counts: Mapping[str, float]) -> dict[str, float]:
    """Return all whose product is plus under ``+++``, and all others under ``++-``."""
    even, odd = counts["+++"] + counts["+--"], counts["++-"] + counts["---"]
    return {"+++": even, "++-": odd, "+--": 0.0, "---": 0.0}


def times(n: float) -> Callable[[dict[str, float]], dict[str, float]]:
    """Return what counts each triangle more than once."""
    return lambda counts: {kind: n * count for kind, count in counts.items()}


def none_of_some(given: dict[str, float], expected: dict[str, float], case: Case) -> bool:
    """Tell whether of some kind that there is none was found."""
    return any(not given[kind] and number for kind, number in expected.items())


@cache
def network_of(name: str, cosign: bool = True) -> Network:
    """Return a network of question 10.3."""
    place, year = name.split("_")
    if place == "sahel":
        return on(DAY, cosign)
    table = read_classic(name if place == "highlands" else "europe_1872_1907")
    return to_graph(held_at(table, f"{year}-12-31", sure=True) if place == "europe" else table)


@cache
def measured(name: str, cosign: bool = True) -> dict[str, float]:
    """Return by what one may put a network in order; the share of its frustrated ties is asked."""
    graph = network_of(name, cosign)
    two, many = balance.strong(graph), balance.weak(graph)
    off, off_many = two.frustrated or 0, many.frustrated or 0
    return {
        "share": off / two.denominator,
        "number": off,
        "share, any number of camps": off_many / many.denominator,
        "share of triangles": 1 - (balance.triangles(graph).share or 0),
    }


@cache
def ordered(by: str, cosign: bool = True) -> list[tuple[str, ...]]:
    """Return the orders of the four networks by a measure; several if two have the same."""
    values = {name: measured(name, cosign)[by] for name in NETWORKS}
    orders = itertools.permutations(NETWORKS)
    return [one for one in orders if [values[n] for n in one] == sorted(values.values())]


def in_order(by: str, cosign: bool = True) -> Test:
    """Return a test: the networks stand by another measure, in either direction."""
    return lambda given, expected, case: (
        given != expected and any(given in (one, one[::-1]) for one in ordered(by, cosign))
    )


def two_exchanged(given: tuple[str, ...], expected: tuple[str, ...], case: Case) -> bool:
    """Tell whether all stand in their places but two."""
    off = [(one, other) for one, other in zip(given, expected, strict=False) if one != other]
    return len(off) == 2 and off[0] == off[1][::-1]


@once_a_case
def told(case: Case, least: str = "CT+") -> Network:
    """Return the article's network: of what is told as certain, or of more."""
    pairs = dyads(signed(case.events), case.actors)
    return to_graph(ties(pairs, "latest", least=least), list(SIX))


def certain_lines(case: Case) -> dict[Pair, int]:
    """Return the ties that are told as certain: pair to sign."""
    edges: list[tuple[str, str, int]] = list(told(case).edges(data="sign"))
    return {(min(u, v), max(u, v)): sign for u, v, sign in edges}


def unknown_pairs(case: Case) -> int:
    """Return the number of pairs without a line."""
    return math.comb(len(SIX), 2) - told(case).number_of_edges()


def drawn(rule: Callable[[Lines, dict[Pair, int]], bool]) -> Test:
    """Return a test of a drawing, from a rule that looks at it beside the ties."""
    return lambda given, expected, case: rule(given, certain_lines(case))


def drawn_right(given: Lines, expected: dict[Pair, int], case: Case) -> bool:
    """Tell whether a drawing shows these ties, all six states, a legend, and says what is not."""
    return (
        shows(given, expected)
        and not unlabelled(given, SIX)
        and has_legend(given, expected)
        and not alike_in_legend(given, expected)
        and counts_the_unknown(given, case)
        and says_unknown(given)
        and not says_otherwise(given, expected, case)
    )


def alike_in_legend(given: Lines, expected: dict[Pair, int]) -> bool:
    """Tell whether two entries of a legend have one look, so that it explains nothing."""
    looks = list(given.legend.values())
    return any(one & other for one, other in itertools.combinations(looks, 2))


def counts_the_unknown(given: Lines, case: Case) -> bool:
    """Tell whether the words of a picture have the number of pairs without a line."""
    tokens = re.findall(r"\d+|[^\W\d_]+", given.words or "")
    return any(as_number(token, case) == unknown_pairs(case) for token in tokens)


def as_number(text: str, case: Case) -> float | None:
    """Return a number that stands in figures or in words."""
    try:
        return Number().read(text, case)
    except Unreadable:
        return None


def says_unknown(given: Lines) -> bool:
    """Tell whether they say that something is not known."""
    return bool(UNKNOWN.search((given.words or "").lower()))


def what_is_computable(case: Case) -> dict[str, Any]:
    """Return what question 10.5 asks of the network without the hedge."""
    graph = told(case)
    share = balance.triangles(graph).share
    return {
        "ties": float(graph.number_of_edges()),
        "cycles": float(balance.strong(graph).cycles),
        "triangles": "not computable" if share is None else f"{share:g}",
    }


def tied_states(case: Case) -> float:
    """Return how many states have a tie that is told as certain."""
    return float(sum(degree > 0 for _, degree in told(case).degree))


def as_day(text: str) -> str | None:
    """Return a date as one day within the record, or ``None``."""
    if not text or dates.precision(text) != "day":
        return None
    day = str(dates.bounds(text)[0].date())
    as_of = record().as_of.set_index("table")["complete_to"]
    return day if FIRST_DAY <= day <= str(as_of["timeline"]) else None


def strain(text: str) -> balance.StrongBalance | None:
    """Return how far a day's network is from two camps; ``None`` if it is no day of the record."""
    day = as_day(text)
    return balance.strong(on(day)) if day else None


def strained(by: Callable[[int], bool]) -> Test:
    """Return a test of question 10.7: so many ties are frustrated on a day of the record."""

    def test(given: str, expected: None, case: Case) -> bool:
        found = strain(given)
        return found is not None and by(found.frustrated or 0)

    return test


def no_cycle(given: str, expected: None, case: Case) -> bool:
    """Tell whether no cycle of ties is closed on a day of the record."""
    found = strain(given)
    return found is not None and found.cycles == 0


Fraction = tuple[float, float]


@cache
def closed_on(day: str | None, cosign: bool = True) -> Fraction:
    """Return the balanced triangles of a day, and all of them."""
    found = balance.triangles(on(day, cosign))
    return found.balanced, found.denominator


def is_closed_on(given: dict[str, Any], day: str) -> bool:
    """Tell whether a fraction is that of a day, shortened or not."""
    (count, of), (true, all_closed) = given["balanced"], closed_on(day)
    shortened = math.gcd(int(count), int(of)) == 1 and count * all_closed == true * of
    return bool(all_closed) and ((count, of) == (true, all_closed) or (of > 0 and shortened))


def own_day(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether the fraction of question 10.8 is that of the student's own day."""
    day = as_day(given["day"])
    return day is not None and is_closed_on(given, day)


def among(slip: Callable[[str], Iterable[Fraction]]) -> Test:
    """Return a test of question 10.8: the fraction is not that of the day, but one of these."""

    def test(given: dict[str, Any], expected: None, case: Case) -> bool:
        day = as_day(given["day"])
        return day is not None and not is_closed_on(given, day) and given["balanced"] in slip(day)

    return test


def kinds_alone(day: str) -> list[Fraction]:
    """Return of how many triangles each kind alone is, and those that are not balanced."""
    balanced, of = closed_on(day)
    return [(one, of) for one in (*counted(on(day)).values(), of - balanced, of)]


def as_ties(day: str) -> list[Fraction]:
    """Return what counts ties or pairs in the place of triangles."""
    found, pairs = balance.strong(on(day)), math.comb(len(EIGHT), 2)
    off = found.frustrated or 0
    counts = (closed_on(day)[0], off, found.denominator - off)
    return [(count, of) for count in counts for of in (found.denominator, pairs)]


def elsewhere(day: str) -> list[Fraction]:
    """Return the fractions of other days, and of acts alone on this one."""
    return [closed_on(day, cosign=False), *map(closed_on, (DAY, *OTHER_DAYS, *LAST_DAYS))]


QUESTIONS = [
    Question(
        id="10.1",
        name="balance.kinds_of_triangles",
        asks="In which sense is each kind of triangle balanced?",
        objective=1,
        reads=Keyed(Choice(KINDS), Choice(SENSES), "one sense for each kind"),
        expected=senses,
        mistakes=[
            Mistake(
                "sign_flipped",
                turns(lambda true: {**true, "++-": STRONG, "+--": "neither"}),
            ).saying(
                "You have the two kinds in the middle the wrong way round. Say each in words."
            ),
            Mistake("strong_for_weak", says("---", STRONG)).saying(
                "Three parties, each against each: can they be two camps? And three?"
            ),
            Mistake("strong_for_weak", says("---", "neither")),
            Mistake("strong_for_weak", says("++-", "weak", STRONG)).saying(
                "My two friends are enemies: into which camps would you put the three of us? "
                "Try it with as many as you like."
            ),
            Mistake("strong_for_weak", says("+--", "neither")).saying(
                "Two friends with one enemy in common: put the two friends into one camp. "
                "Where does their enemy go?"
            ),
            Mistake("strong_for_weak", says("+++", "neither")).saying(
                "All are friends. Must anybody go into another camp?"
            ),
            Mistake("strong_for_weak", either(says("+++", "weak"), says("+--", "weak"))).saying(
                "What fits two camps fits any number of them. Can you do it with two here?"
            ),
        ],
        hints="""
            - Draw three points and give each tie its sign. Then try to put the points into camps.
            - For the strong sense multiply the signs. For the weak one you may open a third
              camp.""",
        solution="""kinds = {
    "+++": "strong and weak", "+--": "strong and weak", "++-": "neither", "---": "weak",
}""",
        why="""A product of plus fits two camps, and then any number. Three enemies fit three. Two
            friends who are enemies fit none.""",
    ),
    Question(
        id="10.2",
        name="balance.count_triangles",
        asks="How many triangles of each kind are there on 30 September 2023?",
        objective=1,
        reads=OfEachKind(
            Choice(KINDS),
            Number(unit="triangles"),
            "one number for each kind",
            ("+++", "++-", "+--", "---"),
        ),
        expected=counted_on(),
        mistakes=[
            Mistake(
                "wrong_denominator",
                turns(lambda true: times(1 / sum(true.values()))(true)),
            ).saying("Those are shares. The question asks how many there are of each kind."),
            Mistake("nothing_to_test", gives(lambda case: counted(told(case, "PS+")))).saying(
                "Those are the triangles of the article, which has none. Which table holds the "
                "record?"
            ),
            Mistake("rule_made_tie", gives(counted_on(cosign=False))).saying(
                "Those come from acts alone. The question switches joint signature on."
            ),
            Mistake("order_told", gives(*map(counted_on, LAST_DAYS))).saying(
                "Those are the triangles at the end of the record, or of all its days at once. "
                "Which day is asked?"
            ),
            Mistake("wrong_selection", gives(*map(counted_on, OTHER_DAYS))).saying(
                "Those are the triangles of another day. Look at the `at=` of your ties."
            ),
            Mistake(
                "wrong_selection", gives(counted_on(states=SIX), counted_on(states=None))
            ).saying(
                "Those are the triangles of other states: of six, or of all. `both` has the ties "
                "of eight."
            ),
            Mistake("kind_confused", turns(as_product)).saying(
                "All balanced triangles stand under one kind, all others under another. Balanced "
                "or not, each kind is counted by itself."
            ),
            Mistake("sign_flipped", turns(turned)).saying(
                "You have plus and minus the wrong way round in each kind."
            ),
            Mistake("kind_confused", at_other_kinds).saying(
                "The numbers are those of that day, but some stand at another kind."
            ),
            Mistake("wrong_denominator", turns(*map(times, (2, 3, 6)))).saying(
                "Each triangle has been counted more than once: a trio has no order."
            ),
            Mistake("incomplete", none_of_some).saying(
                "A kind of which there are some has none in your count."
            ),
            Mistake("off_by_one", off_by_one),
        ],
        hints="""
            - Make the ties of that day first: `ties(both, "latest", at=...)`.
            - `to_graph` makes a graph of them, and `balance.triangles` counts it.
            - The result has an attribute `counts`.""",
        solution="""on_day = to_graph(ties(both, "latest", at="2023-09-30"))
counts = balance.triangles(on_day).counts""",
        why="""Fourteen of 56 trios are closed on that day. Four of them are under strain: in each,
            two friends of one state are enemies.""",
    ),
    Question(
        id="10.3",
        name="balance.networks_by_frustration",
        asks="Put four networks in order by their share of frustrated ties.",
        objective=2,
        reads=Items(Choice(dict(zip(NETWORKS, SHORT, strict=True))), ordered=True, what="networks"),
        expected=lambda case: ordered("share")[0],
        mistakes=[
            Mistake("incomplete", subset),
            Mistake("reversed", reverse).saying(
                "You have them upside down: the smallest share comes first."
            ),
            Mistake("order_told", one_of(NETWORKS)).saying(
                "That is the order in which the question lists them. Compute the four shares first."
            ),
            Mistake("wrong_denominator", in_order("number")).saying(
                "By number, that is so. But how many ties has each network in all?"
            ),
            Mistake("strong_for_weak", in_order("share, any number of camps")).saying(
                "That is the order with any number of camps. The question allows two."
            ),
            Mistake("rule_made_tie", in_order("share", cosign=False)).saying(
                "So they stand if the record's ties come from acts alone. That of 10.2 counts "
                "joint signature too."
            ),
            Mistake("measure_confused", in_order("share of triangles")).saying(
                "That is the order by the share of *triangles* that are not balanced. Ties are "
                "asked for: `balance.strong`."
            ),
            Mistake("off_by_one", two_exchanged).saying(
                "Two of them stand in each other's place. Divide, and compare the shares."
            ),
        ],
        hints="""
            - `balance.strong(graph)` has `frustrated` and `denominator`.
            - Divide the one by the other for each of the four, and sort.""",
        solution="""networks["sahel_2023"] = to_graph(ties(both, "latest", at="2023-09-30"))
found = {name: balance.strong(graph) for name, graph in networks.items()}
share = {name: one.frustrated / one.denominator for name, one in found.items()}
order = sorted(share, key=share.get)""",
        why="""Seven of 58 is more than one of nine, and less than two of 16. Without the
            denominators the largest network would have come last.""",
    ),
    Question(
        id="10.4",
        name="balance.draw_without_the_hedge",
        asks="Draw the article's network without the hedge.",
        objective=3,
        reads=Drawing(),
        expected=certain_lines,
        same=drawn_right,
        mistakes=[
            Mistake(
                "hedge_missed", drawn(lambda seen, true: any("RUS" in pair for pair in seen.edges))
            ).saying(
                "A line runs to Russia still. On which sentence does it rest, and how sure is that?"
            ),
            Mistake("incomplete", drawn(lambda seen, true: set(seen.edges) < set(true))).saying(
                "A tie is missing from the drawing."
            ),
            Mistake("too_many", drawn(lambda seen, true: bool(set(seen.edges) - set(true)))).saying(
                "There is a line between two of whom nothing certain is told."
            ),
            Mistake("missing_as_zero", drawn(lambda seen, true: unlabelled(seen, SIX))).saying(
                "Of the six states one has no label. It has no line either, but it is not "
                "gone: what is told of it is not certain."
            ),
            Mistake("sign_flipped", drawn(swapped)).saying(
                "A line has the colour that this module keeps for friends. Which sign has it?"
            ),
            Mistake("sign_flipped", drawn(wrong_colours)).saying(
                "All ties that are left are of one sign. Give them one colour, and not the one of "
                "friends."
            ),
            Mistake("colour_alone", drawn(colour_alone)).saying(
                "Printed in grey, these could be friendly lines. Give them the style that "
                "hostile lines have here."
            ),
            Mistake("no_legend", drawn(lambda seen, true: not has_legend(seen, true))).saying(
                "The lines are there, but no legend says that this look means *hostile*."
            ),
            Mistake("no_legend", drawn(alike_in_legend)).saying(
                "Two entries of the legend have the same look. Which of them does a line show?"
            ),
            Mistake(
                "words_missing", lambda given, expected, case: not counts_the_unknown(given, case)
            ).saying(
                "The drawing is right. Its words do not give the number of pairs without a "
                "line. Six states make how many pairs, and how many of them have one? Write "
                '`Picture(figure, "...")`.'
            ),
            Mistake("words_missing", drawn(lambda seen, true: not says_unknown(seen))).saying(
                "The number is in the words. But they do not say that nothing is known of "
                "these pairs. Say it beside the number."
            ),
            Mistake("words_missing", says_otherwise).saying(
                "The drawing is right, and its words count the lines otherwise than it shows. "
                "Count them once more."
            ),
        ],
        hints="""
            - `ties(told, "latest", least="CT+")`, and `to_graph(..., six)` keeps the states
              without a line.
            - `nx.draw_networkx_edges(graph, places, edge_color=..., style="dashed", label=...,
              ax=axes)`, then the labels, then `axes.legend()`.""",
        solution="""six = ["USA", "FRA", "NER", "MLI", "BFA", "RUS"]
places = circle(six)
certain = to_graph(ties(told, "latest", least="CT+"), six)
figure, axes = new_figure()
nx.draw_networkx_edges(certain, places, edge_color=HOSTILE, style="dashed", label="hostile",
                       ax=axes)
nx.draw_networkx_labels(certain, places, bbox={"fc": "white", "ec": "none"}, ax=axes)
axes.axis("off")
axes.legend()
ties_left = certain.number_of_edges()
picture = Picture(figure, f"{ties_left} hostile ties, {15 - ties_left} pairs unknown.")
display(picture)""",
        why="""One sentence less, and no friendly line is left. Russia stands there without a line:
            not neutral, but unknown.""",
    ),
    Question(
        id="10.5",
        name="balance.computed_without_the_hedge",
        asks="What can be computed of the network without the hedge?",
        objective=3,
        reads=Fields(
            {
                "ties": Number(unit="ties"),
                "cycles": Number(unit="independent cycles"),
                "triangles": ShareInWords(("0", "1", "not computable")),
            }
        ),
        expected=what_is_computable,
        mistakes=[
            Mistake(
                "hedge_missed",
                gives(lambda case: float(told(case, "PS+").number_of_edges()), at="ties"),
            ).saying("That is the number with the hedge. Which ties have you drawn?"),
            Mistake(
                "blank_as_none",
                gives(lambda case: float(unknown_pairs(case)), at="ties"),
            ).saying("That is the number of pairs without a line. How many have one?"),
            Mistake("blank_as_none", says("ties", float(math.comb(len(SIX), 2)))).saying(
                "That is the number of all pairs, with a line or without. How many have one?"
            ),
            Mistake(
                "measure_confused", either(gives(tied_states, at="ties"), says("ties", len(SIX)))
            ).saying("That is a number of states. How many ties are there?"),
            Mistake("measure_confused", says("ties", 0.0)).saying(
                "That is how many are frustrated. How many ties are there?"
            ),
            Mistake("off_by_one", says("ties", 3.0)),
            Mistake("nothing_to_test", says("triangles", "1")),
            Mistake("missing_as_zero", says("triangles", "0")).saying(
                "That would say that there are triangles and that all of them are under "
                "strain. Can you point to one?"
            ),
            Mistake(
                "too_many",
                either(
                    gives(
                        lambda case: float(balance.strong(told(case, "PS+")).cycles), at="cycles"
                    ),
                    says("cycles", 1.0),
                ),
            ).saying("Follow the lines: is there a way that comes back to its start?"),
            Mistake("measure_confused", lambda given, expected, case: given["cycles"] < 0).saying(
                "A number of cycles is never below nothing. If you took the states from the ties: "
                "the parts of the network come into it too."
            ),
            Mistake(
                "measure_confused",
                gives(lambda case: float(told(case).number_of_edges()), at="cycles"),
            ).saying("That is the number of ties. A cycle is a way along them back to its start."),
        ],
        hints="""
            - `balance.strong(graph)` has the number of ties (`denominator`) and of `cycles`.
            - `balance.triangles(graph)` says what it makes of the share. Read its words.""",
        solution="""found = balance.strong(certain)
report = {"ties": found.denominator, "cycles": found.cycles, "triangles": "not computable"}""",
        why="""Without triangles there is no share. And without a cycle any signs would have fitted
            two camps, so that the zero frustrated ties say nothing either.""",
    ),
    Question(
        id="10.6",
        name="balance.flaws_in_sentences",
        asks="Which flaw has each of three sentences?",
        objective=4,
        reads=Keyed(Choice(("A", "B", "C")), Choice(FLAWS), "one flaw for each sentence"),
        expected=lambda case: {"A": "cause", "B": "no test", "C": "tool"},
        mistakes=[
            Mistake(
                "incomplete", lambda given, expected, case: len(set(given.values())) == 1
            ).saying("You found one flaw in all three. Each has one of its own."),
            Mistake(
                "balance_as_cause", either(says("A"), says("B", "cause"), says("C", "cause"))
            ).saying(
                "Look for the small word that turns an order in time into a reason. In which of "
                "the three does it stand?"
            ),
            Mistake("nothing_to_test", says("B")).saying(
                "Look at the second sentence: which signs would have given another result?"
            ),
            Mistake("unsigned_tool", says("C")),
        ],
        hints="""
            - One of the four flaws is not there at all.
            - Ask each sentence: could it have come out otherwise? Does it say why? With what was
              it measured?""",
        solution='flaws = {"A": "cause", "B": "no test", "C": "tool"}',
        why="""An order in time is no cause, above all where a rule ends ties by leaving. A test
            that cannot fail is none. And a path of negative length has no meaning.""",
    ),
    Question(
        id="10.7",
        name="balance.day_of_two_frustrated",
        asks="Find a day on which two ties are frustrated.",
        objective=5,
        reads=Date(),
        same=strained(lambda off: off == 2),
        mistakes=[
            Mistake(
                "too_vague",
                lambda given, expected, case: bool(given) and dates.precision(given) != "day",
            ).saying("One day is asked, such as 2022-03-01: within a month the answer may change."),
            Mistake(
                "outside_knowledge", lambda given, expected, case: as_day(given) is None
            ).saying("The record reaches from 2012 to April 2026. Choose a day in it."),
            Mistake("nothing_to_test", no_cycle).saying(
                "On that day no cycle of ties is closed, so none could be frustrated. Choose a "
                "later one."
            ),
            Mistake("nothing_to_test", strained(lambda off: off == 0)).saying(
                "On that day all ties fit two camps. Look at the steps in the lesson's picture."
            ),
            Mistake("incomplete", strained(lambda off: off == 1)).saying(
                "On that day there is one. Which further tie would have to turn?"
            ),
            Mistake("too_many", strained(lambda off: off > 2)).saying(
                "On that day there are more than two. Try a day before it, or after."
            ),
        ],
        hints="""
            - The picture of the lesson shows steps of that height. Between which days?
            - Two states fell out with France, one after the other, and had not left the G5
              Sahel.""",
        solution="""day = "2023-10-01"
print(balance.strong(to_graph(ties(both, "latest", at=day))).words)""",
        why="""There are several such times. One lies between Niger's break with France and the
            exit that it announced together with Burkina Faso. The day does not say that the one
            followed from the other.""",
    ),
    Question(
        id="10.8",
        name="balance.own_day",
        asks="On your own day of 10.7: how many triangles of how many are balanced?",
        objective=5,
        reads=Fields({"day": Date(), "balanced": OfTriangles()}),
        same=own_day,
        mistakes=[
            Mistake(
                "outside_knowledge", lambda given, expected, case: as_day(given["day"]) is None
            ).saying("The record reaches from 2012 to April 2026. Go back to your day."),
            Mistake(
                "nothing_to_test",
                lambda given, expected, case: closed_on(as_day(given["day"])) == (0, 0),
            ).saying(
                "Nothing is closed on that day, and a share of nothing is none. Choose a day "
                "on which two ties are frustrated."
            ),
            Mistake("reversed", among(lambda day: [closed_on(day)[::-1]])).saying(
                "The fraction is upside down: all triangles come last."
            ),
            Mistake(
                "missing_as_zero",
                among(lambda day: [(n, math.comb(len(EIGHT), 3)) for n in closed_on(day)]),
            ).saying(
                "In most trios at least one tie is unknown. They are no triangles, neither "
                "balanced nor unbalanced."
            ),
            Mistake("measure_confused", among(kinds_alone)).saying(
                "The denominator is that of your day. Which kinds are balanced in the strong sense?"
            ),
            Mistake("wrong_denominator", among(as_ties)).saying(
                "Ties or pairs have come into the fraction. Count triangles, above and below."
            ),
            Mistake("wrong_selection", among(elsewhere)).saying(
                "That is the fraction of another day, or of acts alone. Run the cell anew with "
                "*your* day and with `both`."
            ),
        ],
        hints="""
            - `balance.triangles(...)` of the graph of your day.
            - It has `balanced` and `denominator`.""",
        solution="""closed = balance.triangles(to_graph(ties(both, "latest", at=day)))
fraction = (closed.balanced, closed.denominator)""",
        why="""It is judged by your day. Trios of which something is unknown are not in the
            denominator.""",
    ),
    Question(
        id="10.9",
        name="balance.how_far_the_saying_holds",
        asks="How far does the saying hold in the record and in the article? Argue.",
        objective=6,
        reads=Essay(40),
        rubric="""
            - It gives a number with its denominator for the record, and one for the article.
            - It names the rule that made the ties, co-signature above all.
            - It says what is unknown, and what is not computable.
            - It says why one article may be tidier than the world.
            - It does not write because; or it says what would have to be shown first.""",
        hints="""
            - Count the `+--` triangles: who is the common enemy in each?
            - Then switch co-signature off, or leave the hedge out, and say what remains.""",
        solution='''argument = """
In the record, with co-signature, 8 of 9 triangles are balanced at the end of 2024, and in
four of them two friends have a common enemy. From acts alone there are 5 triangles, all
balanced: our rule has made the other four. In the article 0 of 7 ties are frustrated, but
three ties rest on one hedge; without it there is no cycle, and nothing to compute. Of 28
pairs in the record 13 are unknown. Before I wrote because, I would want other regions,
other explanations, and the reasons that the states gave themselves.
"""''',
        why="The saying fits some triangles. Whether it moved anybody, these data do not show.",
    ),
]
