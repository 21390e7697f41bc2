"""Lesson 10, Balance, asks whether the enemy of my enemy is my friend."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

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
    Unreadable,
)
from realignment.cases import Case
from realignment.questions import Mistake, Question, part
from realignment.questions.drawings import (
    colour_alone,
    has_legend,
    shows,
    swapped,
    unlabelled,
    wrong_colours,
)
from realignment.record import load_record
from realignment.spells import held_at
from realignment.ties import dyads, read_classic, signed, ties, to_graph

EIGHT = ("USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT")
SIX = EIGHT[:6]
IN_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
).split()
"""The numbers of pairs that six states can leave unknown."""
UNKNOWN = re.compile(
    r"unknown|(?:not|n't|nobody) (?:\w+ )?know|no (?:\w+ )?(?:line|tie|data|information)|without|"
    r"nothing|not (?:\w+ )?(?:certain|told|said|drawn)|uncertain|unclear|blank|inconnu|sans|rien"
)
"""Words that say of a number of pairs that nothing is known of them, or nothing drawn."""
NO_SHARE = ("none", "nan", "undefined", "not defined", "no triangles", "no triangle", "no share")
KINDS = ("+++", "+--", "++-", "---")
STRONG = "strong and weak"
"""Balanced with two camps, and so with any number."""
DAY = "2023-09-30"
NETWORKS = ("highlands_1954", "europe_1872", "europe_1904", "sahel_2023")
FLAWS = {
    "cause": "it takes a shape for a cause",
    "no test": "it praises a result that could not have been otherwise",
    "tool": "it uses a measure that cannot read signs",
    "sides": "it has friend and enemy the wrong way round",
}


@dataclass(frozen=True)
class OfEachKind(Keyed):
    """One number for each kind of triangle, or what :func:`realignment.balance.triangles` gives."""

    def read(self, answer: object, case: Case) -> dict:
        """Return kind to number."""
        return super().read(
            answer.counts if isinstance(answer, balance.Triangles) else answer, case
        )


@dataclass(frozen=True)
class ShareInWords(Choice):
    """A share among a few, in words or as a number; what has no share may be said in many ways."""

    def read(self, answer: object, case: Case) -> str:
        """Return the share as it is listed."""
        if isinstance(answer, float) and math.isnan(answer):
            answer = "not computable"
        if isinstance(answer, str) and answer.strip(" .").lower() in NO_SHARE:
            answer = "not computable"
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
        graph = nx.Graph()
        for pair, sign in zip((("A", "B"), ("A", "C"), ("B", "C")), kind, strict=True):
            graph.add_edge(*pair, sign=1 if sign == "+" else -1)
        one = balance.triangles(graph)
        found[kind] = STRONG if one.balanced else "weak" if one.weakly_balanced else "neither"
    return found


@cache
def recorded(cosign: bool = True) -> pd.DataFrame:
    """Return the record's dyads between the eight states."""
    record = load_record()
    acts = record.timeline[record.timeline["kind"] == "event"]
    found = dyads(acts, record.actors, cosign=cosign)
    return found[found["source"].isin(EIGHT) & found["target"].isin(EIGHT)]


@cache
def on(day: str | None) -> nx.Graph:
    """Return the network of the record on a day, by the latest act, with co-signature."""
    return to_graph(ties(recorded(), "latest", at=day))


def closed_on_day(case: Case) -> dict[str, float]:
    """Return the triangles of question 10.2, by kind."""
    return {kind: float(count) for kind, count in balance.triangles(on(DAY)).counts.items()}


@cache
def frustrated_of(name: str) -> tuple[int, int]:
    """Return the frustrated ties of a network of question 10.3, and all its ties."""
    place, year = name.split("_")
    if place == "sahel":
        graph = on(DAY)
    else:
        table = read_classic(name if place == "highlands" else "europe_1872_1907")
        panel = held_at(table, f"{year}-12-31", sure=True) if place == "europe" else table
        graph = to_graph(panel)
    found = balance.strong(graph)
    return found.frustrated, found.denominator


def by_share(case: Case) -> tuple[str, ...]:
    """Return the networks of question 10.3, by their share of frustrated ties."""
    return tuple(sorted(NETWORKS, key=lambda name: frustrated_of(name)[0] / frustrated_of(name)[1]))


def certain(case: Case) -> nx.Graph:
    """Return the article's network of what is told as certain."""
    told = dyads(signed(case.events), case.actors)
    return to_graph(ties(told, "latest", least="CT+"), list(SIX))


def certain_lines(case: Case) -> dict[tuple[str, str], int]:
    """Return its ties: pair to sign."""
    return {tuple(sorted((u, v))): sign for u, v, sign in certain(case).edges(data="sign")}


def drawn_right(given: Lines, expected: dict, case: Case) -> bool:
    """Tell whether a drawing shows these ties, all six states, a legend, and says what is not."""
    return (
        shows(given, expected)
        and not unlabelled(given, SIX)
        and has_legend(given, expected)
        and counts_the_unknown(given, expected)
        and says_unknown(given, expected)
    )


def _unknown(expected: dict) -> str:
    """Return a pattern of the number of pairs without a line, in figures or in words."""
    unknown = math.comb(len(SIX), 2) - len(expected)
    return rf"\b(?:{unknown}|{IN_WORDS[unknown]})\b"


def counts_the_unknown(given: Lines, expected: dict) -> bool:
    """Tell whether the words of a picture have the number of pairs without a line."""
    return bool(re.search(_unknown(expected), (given.words or "").lower()))


def says_unknown(given: Lines, expected: dict) -> bool:
    """Tell whether they have it as a number of what is unknown, and not of hostile ties."""
    words = (given.words or "").lower()
    as_ties = re.search(_unknown(expected) + r" (?:hostile|friendly)", words)
    return bool(UNKNOWN.search(words)) and not as_ties


def what_is_computable(case: Case) -> dict[str, object]:
    """Return what question 10.5 asks of the network without the hedge."""
    graph = certain(case)
    share = balance.triangles(graph).share
    return {
        "ties": float(graph.number_of_edges()),
        "cycles": float(balance.strong(graph).cycles),
        "triangles": "not computable" if share is None else f"{share:g}",
    }


def as_day(text: str) -> str | None:
    """Return a date as one day within the record, or ``None``."""
    if not text or dates.precision(text) != "day":
        return None
    day = str(dates.bounds(text)[0].date())
    return day if "2012-01-01" <= day <= "2025-12-31" else None


def frustrated_on(text: str) -> int | None:
    """Return how many ties are frustrated on a day; ``None`` if it is no day of the record."""
    day = as_day(text)
    return balance.strong(on(day)).frustrated if day else None


def balanced_on(given: dict) -> tuple[int, int] | None:
    """Return the balanced triangles of a student's own day, and all of them."""
    day = as_day(given["day"])
    if day is None:
        return None
    found = balance.triangles(on(day))
    return found.balanced, found.denominator


QUESTIONS = [
    Question(
        id="10.1",
        name="balance.kinds_of_triangles",
        asks="In which sense is each kind of triangle balanced?",
        objective=1,
        reads=Keyed(Choice(KINDS), Choice((STRONG, "weak", "neither")), "one sense for each kind"),
        expected=senses,
        mistakes=[
            Mistake(
                "strong_for_weak",
                part("---", STRONG),
                "Three parties, each against each: can they be two camps? And three?",
            ),
            Mistake("strong_for_weak", part("---", "neither")),
            Mistake(
                "sign_flipped",
                lambda given, expected, case: given["++-"] == STRONG and given["+--"] == "neither",
                "You have the two kinds in the middle the wrong way round. Say each in words.",
            ),
            Mistake(
                "strong_for_weak",
                lambda given, expected, case: given["++-"] in ("weak", STRONG),
                "My two friends are enemies: into which camps would you put the three of us? "
                "Try it with as many as you like.",
            ),
            Mistake(
                "strong_for_weak",
                part("+--", "neither"),
                "Two friends with one enemy in common: put the two friends into one camp. "
                "Where does their enemy go?",
            ),
            Mistake(
                "strong_for_weak",
                part("+++", "neither"),
                "All are friends. Must anybody go into another camp?",
            ),
            Mistake(
                "strong_for_weak",
                lambda given, expected, case: "weak" in (given["+++"], given["+--"]),
                "What fits two camps fits any number of them. Can you do it with two here?",
            ),
        ],
        hints=[
            "Draw three points and give each tie its sign. Then try to put the points into camps.",
            "For the strong sense multiply the signs. For the weak one you may open a third camp.",
        ],
        solution="""kinds = {
    "+++": "strong and weak", "+--": "strong and weak", "++-": "neither", "---": "weak",
}""",
        why="A product of plus fits two camps, and then any number. Three enemies fit three. Two "
        "friends who are enemies fit none.",
    ),
    Question(
        id="10.2",
        name="balance.count_triangles",
        asks="How many triangles of each kind are there on 30 September 2023?",
        objective=1,
        reads=OfEachKind(Choice(KINDS), Number(unit="triangles"), "one number for each kind"),
        expected=closed_on_day,
        mistakes=[
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: (
                    0 < sum(given.values()) <= 1.01 and any(number % 1 for number in given.values())
                ),
                "Those are shares. The question asks how many there are of each kind.",
            ),
            Mistake(
                "nothing_to_test",
                lambda given, expected, case: not any(given.values()),
                "Without co-signature there is no triangle at all. Which table did you take?",
            ),
            Mistake(
                "order_told",
                lambda given, expected, case: (
                    given in [balance.triangles(on(day)).counts for day in (None, "2025-12-31")]
                ),
                "Those are the triangles at the end of the record, or of all its days at once. "
                "Which day is asked?",
            ),
            Mistake(
                "sign_flipped",
                lambda given, expected, case: (
                    given["++-"] == closed_on_day(case)["+--"]
                    and given["+--"] == closed_on_day(case)["++-"]
                ),
                "You have two kinds the wrong way round: which of them has one hostile tie?",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: any(
                    given == {kind: n * times for kind, n in closed_on_day(case).items()}
                    for times in (2, 3, 6)
                ),
                "Each triangle has been counted more than once: a trio has no order.",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: (
                    sum(given.values()) < sum(closed_on_day(case).values())
                ),
                "Some closed triangles are missing from your count.",
            ),
        ],
        hints=[
            'Make the ties of that day first: `ties(both, "latest", at=...)`.',
            "`to_graph` makes a graph of them, and `balance.triangles` counts it.",
            "The result has an attribute `counts`.",
        ],
        solution="""on_day = to_graph(ties(both, "latest", at="2023-09-30"))
counts = balance.triangles(on_day).counts""",
        why="Thirteen of 56 trios are closed on that day. Four of them are under strain: in each, "
        "two friends of one state are enemies.",
    ),
    Question(
        id="10.3",
        name="balance.networks_by_frustration",
        asks="Put four networks in order by their share of frustrated ties.",
        objective=2,
        reads=Items(Choice(NETWORKS), ordered=True, what="networks"),
        expected=by_share,
        mistakes=[
            Mistake("incomplete", lambda given, expected, case: len(set(given)) < len(NETWORKS)),
            Mistake(
                "reversed",
                lambda given, expected, case: given == by_share(case)[::-1],
                "You have them upside down: the smallest share comes first.",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given[-1] == "highlands_1954",
                "By number, perhaps. But how many ties has each network in all?",
            ),
            Mistake(
                "strong_for_weak",
                lambda given, expected, case: given[0] == "europe_1872",
                "With any number of camps that one has nothing frustrated. The question allows "
                "two.",
            ),
        ],
        hints=[
            "`balance.strong(graph)` has `frustrated` and `denominator`.",
            "Divide the one by the other for each of the four, and sort.",
        ],
        solution="""networks["sahel_2023"] = to_graph(ties(both, "latest", at="2023-09-30"))
found = {name: balance.strong(graph) for name, graph in networks.items()}
share = {name: one.frustrated / one.denominator for name, one in found.items()}
order = sorted(share, key=share.get)""",
        why="Seven of 58 is more than one of nine, and less than two of 15. Without the "
        "denominators the largest network would have come last.",
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
                "hedge_missed",
                lambda given, expected, case: any("RUS" in pair for pair in given.edges),
                "A line runs to Russia still. On which sentence does it rest, and how sure is "
                "that?",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: set(given.edges) < set(certain_lines(case)),
                "A tie is missing from the drawing.",
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: bool(set(given.edges) - set(certain_lines(case))),
                "There is a line between two of whom nothing certain is told.",
            ),
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: unlabelled(given, SIX),
                "Of the six states one has no label. It has no line either, but it is not "
                "gone: what is told of it is not certain.",
            ),
            Mistake(
                "sign_flipped",
                lambda given, expected, case: (
                    swapped(given, certain_lines(case)) or wrong_colours(given, certain_lines(case))
                ),
                "All ties that are left are of one sign. One colour for them, and not the "
                "one of friends.",
            ),
            Mistake(
                "colour_alone",
                lambda given, expected, case: colour_alone(given, certain_lines(case)),
                "Printed in grey, these could be friendly lines. Give them the style that "
                "hostile lines have here.",
            ),
            Mistake(
                "no_legend",
                lambda given, expected, case: not has_legend(given, certain_lines(case)),
                "The lines are there, but no legend says that this look means *hostile*.",
            ),
            Mistake(
                "words_missing",
                lambda given, expected, case: not counts_the_unknown(given, certain_lines(case)),
                "The drawing is right. Its words do not give the number of pairs without a "
                "line. Six states make how many pairs, and how many of them have one? Write "
                '`Picture(figure, "...")`.',
            ),
            Mistake(
                "words_missing",
                lambda given, expected, case: not says_unknown(given, certain_lines(case)),
                "The number is in the words. But they do not say that nothing is known of "
                "these pairs. Say it beside the number.",
            ),
        ],
        hints=[
            '`ties(told, "latest", least="CT+")`, and `to_graph(..., six)` keeps the states '
            "without a line.",
            '`nx.draw_networkx_edges(graph, places, edge_color=..., style="dashed", label=..., '
            "ax=axes)`, then the labels, then `axes.legend()`.",
        ],
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
        why="One sentence less, and no friendly line is left. Russia stands there without a line: "
        "not neutral, but unknown.",
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
                part("ties", 7.0),
                "That is the number with the hedge. Which ties have you drawn?",
            ),
            Mistake("nothing_to_test", part("triangles", "1")),
            Mistake(
                "missing_as_zero",
                part("triangles", "0"),
                "That would say that there are triangles and that all of them are under "
                "strain. Can you point to one?",
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: given["cycles"] > 0,
                "Follow the lines: is there a way that comes back to its start?",
            ),
        ],
        hints=[
            "`balance.strong(graph)` has the number of ties (`denominator`) and of `cycles`.",
            "`balance.triangles(graph)` says what it makes of the share. Read its words.",
        ],
        solution="""found = balance.strong(certain)
report = {"ties": found.denominator, "cycles": found.cycles, "triangles": "not computable"}""",
        why="Without triangles there is no share. And without a cycle any signs would have fitted "
        "two camps, so that the zero frustrated ties say nothing either.",
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
                "balance_as_cause",
                lambda given, expected, case: (
                    [k for k, v in given.items() if v == "cause"] != ["A"]
                ),
                "Look for the small word that turns an order in time into a reason. In which "
                "of the three does it stand?",
            ),
            Mistake(
                "nothing_to_test",
                lambda given, expected, case: given["B"] != "no test",
                "Look at the second sentence: which signs would have given another result?",
            ),
            Mistake("unsigned_tool", lambda given, expected, case: given["C"] != "tool"),
        ],
        hints=[
            "One of the four flaws is not there at all.",
            "Ask each sentence: could it have come out otherwise? Does it say why? With what was "
            "it measured?",
        ],
        solution='flaws = {"A": "cause", "B": "no test", "C": "tool"}',
        why="An order in time is no cause, above all where a rule ends ties by leaving. A test "
        "that cannot fail is none. And a path of negative length has no meaning.",
    ),
    Question(
        id="10.7",
        name="balance.day_of_two_frustrated",
        asks="Find a day on which two ties are frustrated.",
        objective=5,
        reads=Date(),
        same=lambda given, expected, case: frustrated_on(given) == 2,
        mistakes=[
            Mistake(
                "too_vague",
                lambda given, expected, case: bool(given) and dates.precision(given) != "day",
                "One day is asked, such as 2022-03-01: within a month the answer may change.",
            ),
            Mistake(
                "outside_knowledge",
                lambda given, expected, case: as_day(given) is None,
                "The record reaches from 2012 to the end of 2025. Choose a day in it.",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: frustrated_on(given) == 1,
                "On that day there is one. Which further tie would have to turn?",
            ),
            Mistake(
                "nothing_to_test",
                lambda given, expected, case: not frustrated_on(given),
                "On that day the ties fit two camps, or nothing is closed yet. Look at the "
                "steps in the lesson's picture.",
            ),
        ],
        hints=[
            "The picture of the lesson shows one step of that height. Between which days?",
            "Two states fell out with France, one after the other, and had not left the G5 Sahel.",
        ],
        solution="""day = "2023-10-01"
print(balance.strong(to_graph(ties(both, "latest", at=day))).words)""",
        why="Between Niger's break with France and the exit that it announced together with "
        "Burkina Faso. The day does not say that the one followed from the other.",
    ),
    Question(
        id="10.8",
        name="balance.own_day",
        asks="On your own day of 9.7: how many triangles of how many are balanced?",
        objective=5,
        reads=Fields({"day": Date(), "balanced": OutOf()}),
        same=lambda given, expected, case: (
            given["balanced"] == balanced_on(given) and given["balanced"][1] > 0
        ),
        mistakes=[
            Mistake(
                "outside_knowledge",
                lambda given, expected, case: balanced_on(given) is None,
                "The record reaches from 2012 to the end of 2025. Go back to your day.",
            ),
            Mistake(
                "nothing_to_test",
                lambda given, expected, case: balanced_on(given)[1] == 0,
                "Nothing is closed on that day, and a share of nothing is none. Choose a day "
                "on which two ties are frustrated.",
            ),
            Mistake(
                "reversed",
                lambda given, expected, case: given["balanced"][0] > given["balanced"][1],
                "The fraction is upside down: all triangles come last.",
            ),
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: given["balanced"][1] == 56,
                "In most trios at least one tie is unknown. They are no triangles, neither "
                "balanced nor unbalanced.",
            ),
            Mistake(
                "other",
                lambda given, expected, case: given["balanced"][1] == balanced_on(given)[1],
                "The denominator is that of your day. Which kinds are balanced in the strong "
                "sense?",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given["balanced"][1] != balanced_on(given)[1],
                "Out of how many triangles on *your* day? Ties and pairs are other things.",
            ),
        ],
        hints=[
            "`balance.triangles(...)` of the graph of your day.",
            "It has `balanced` and `denominator`.",
        ],
        solution="""closed = balance.triangles(to_graph(ties(both, "latest", at=day)))
fraction = (closed.balanced, closed.denominator)""",
        why="It is judged by your day. Trios of which something is unknown are not in the "
        "denominator.",
    ),
    Question(
        id="10.9",
        name="balance.how_far_the_saying_holds",
        asks="How far does the saying hold in the record and in the article? Argue.",
        objective=6,
        reads=Essay(50),
        rubric=[
            "It gives a number with its denominator for the record, and one for the article.",
            "It names the rule that made the ties, co-signature above all.",
            "It says what is unknown, and what is not computable.",
            "It says why one article may be tidier than the world.",
            "It does not write because; or it says what would have to be shown first.",
        ],
        hints=[
            "Count the `+--` triangles: who is the common enemy in each?",
            "Then switch co-signature off, or leave the hedge out, and say what remains.",
        ],
        solution='''argument = """
In the record, with co-signature, 7 of 8 triangles are balanced at the end of 2024, and in
three of them two friends have a common enemy, France. But all these triangles hold a tie
that our rule made; from acts alone there is no triangle, and the share is not computable.
In the article 0 of 7 ties are frustrated, but three ties rest on one hedge; without it there
is no cycle. Of 28 pairs in the record 15 are unknown. Before I wrote because, I would
want other regions, other explanations, and the reasons that the states gave themselves.
"""''',
        why="The saying fits some triangles. Whether it moved anybody, these data do not show.",
    ),
]
