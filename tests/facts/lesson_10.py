"""The numbers of lesson 10 and its exercise."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, combinations_with_replacement
from math import prod

import literature
import networkx as nx
import pandas as pd
from numerals import numbers
from world import (
    EIGHT,
    case,
    checked,
    code,
    day,
    events,
    is_of,
    line,
    pairs,
    prose,
    recorded,
    resting_on,
    several,
    sign,
    tied,
    told,
)

from realignment import balance
from realignment.questions import lesson_10
from realignment.spells import change_points, held_at
from realignment.ties import read_classic, snapshots, tie_spells, ties, to_graph

_MARCH, _LAST, _ASKED = "2022-03-01", "2024-12-31", lesson_10.DAY
_END = "2026-04-27"
_SIX = EIGHT[:6]


# --- triangles of the record --------------------------------------------------------------------


@cache
def on(date: str, cosign: bool = True) -> nx.Graph:
    """Return the network of the eight states on a day, by the latest act."""
    return to_graph(ties(recorded(cosign), at=date))


def closed(date: str = _MARCH) -> balance.Triangles:
    """Return the triangles of that network."""
    return balance.triangles(on(date))


def trios() -> int:
    """Return how many trios eight states make."""
    return len(list(combinations(EIGHT, 3)))


def strained(date: str) -> int:
    """Return how many triangles of a day are not balanced with two camps."""
    return closed(date).denominator - closed(date).balanced


def kinds() -> list[str]:
    """Return the kinds of triangle that two signs make, which are those that are counted."""
    made = ["".join(one) for one in combinations_with_replacement("+-", 3)]
    return made if set(made) == set(closed().counts) else []


def sums() -> list[int]:
    """Return how many signs are added up, and the sum of each kind, in the order of the lesson."""
    value = {"+": 1, "-": -1}
    kinds = ("+++", "++-", "+--", "---")
    [signs] = {len(kind) for kind in kinds}
    return [signs, *(sum(value[one] for one in kind) for kind in kinds)]


def corners(date: str) -> list[int]:
    """Return the signs of France with Mali, France with Niger, and Mali with Niger."""
    table = ties(recorded(True), at=date)
    return [sign(table, *pair) for pair in (("FRA", "MLI"), ("FRA", "NER"), ("MLI", "NER"))]


def niger_between() -> list[float]:
    """Return two years, and how many friends were enemies, and then had an enemy in common."""
    before, after = corners(_MARCH), corners(_LAST)
    friends = [before[1:].count(1), 2 * (after[2] == 1)]
    ok = before == [-1, 1, 1] and after == [-1, -1, 1]
    return checked(ok, int(_MARCH[:4]), friends[0], int(_LAST[:4]), friends[1])


def minus_then_plus() -> bool:
    """Tell whether the product was minus, and is plus."""
    return prod(corners(_MARCH)) < 0 < prod(corners(_LAST))


def one_in_common() -> list[float]:
    """Return how many triangles are unbalanced, and how many ties all of them have in common."""
    graph = on(_MARCH)
    bad = [
        {frozenset(pair) for pair in combinations(trio, 2)}
        for trio in combinations(graph, 3)
        if all(graph.has_edge(*pair) for pair in combinations(trio, 2))
        and prod(graph.edges[pair]["sign"] for pair in combinations(trio, 2)) < 0
    ]
    shared = set.intersection(*bad)
    return checked(shared == {frozenset(("FRA", "MLI"))}, len(bad), len(shared))


# --- camps --------------------------------------------------------------------------------------


def frustrated(date: str) -> balance.StrongBalance:
    """Return the best division in two camps on a day."""
    return balance.strong(on(date))


def the_one() -> list[float]:
    """Return how many ties are frustrated in March 2022, and of how many."""
    found = frustrated(_MARCH)
    return checked(found.edges == (("FRA", "MLI"),), found.frustrated, found.denominator)


def one_camp() -> int:
    """Return how many camps have anybody in them."""
    return sum(len(camp) > 0 for camp in frustrated(_MARCH).camps)


def baseline() -> list[int]:
    """Return the balanced triangles of March 2022, of how many, and the ties: one is hostile."""
    signs = [held for *_, held in on(_MARCH).edges(data="sign")]
    found, ties_ = closed(), len(signs)
    one_hostile = signs.count(-1) == 1
    return checked(one_hostile, found.balanced, found.denominator, ties_, ties_, found.denominator)


def luck() -> float:
    """Return how many of them luck would balance: more than are balanced, by less than one."""
    found = balance.by_chance(on(_MARCH))
    return checked(0 < found - closed().balanced < 1, round(found, 1))[0]


def persons() -> int:
    """Return how many persons the only act between Mali and America named until July 2025."""
    table = ties(recorded(False), at=str(day("T152").date()))
    alone = list(line(table, "MLI", "USA")["events"]) == ["T132"]
    [officers] = numbers(told().at["T132", "action"].split("minister Camara and ")[1])
    return checked(alone, 1 + int(officers.value))[0]


def three_enemies() -> list[float]:
    """Return how many enemies a triangle of enemies has, and how many camps."""
    graph = literature.signed([], ["A-B", "B-C", "A-C"])
    found = balance.weak(graph)
    no_two = balance.strong(graph).frustrated == 1
    return checked(no_two and found.frustrated == 0, len(graph), len(found.camps))


def no_camps_for_two_friends() -> bool:
    """Tell whether two friends who are enemies fit no number of camps."""
    return balance.weak(literature.signed(["A-B", "B-C"], ["A-C"])).frustrated == 1


@cache
def points(cosign: bool) -> tuple[pd.Timestamp, ...]:
    """Return the days on which a tie of the eight begins or ends."""
    return tuple(change_points(tie_spells(recorded(cosign), until=_END)))


@cache
def path(cosign: bool = True) -> pd.Series:
    """Return the number of frustrated ties on each of these days."""
    tables = snapshots(recorded(cosign), points(True))
    return pd.Series(
        {date: balance.strong(to_graph(table)).frustrated for date, table in tables.items()}
    )


def still_before() -> bool:
    """Tell whether acts alone have no triangle and no strain before August 2023."""
    alone = path(cosign=False)
    early = [date for date in alone.index if date < "2023-08"]
    none = all(balance.triangles(on(date, cosign=False)).denominator == 0 for date in early)
    moved = alone.index[alone > 0][0]
    return none and moved.startswith("2023-08") and max(path()[early]) > 0


def exit_() -> list[float]:
    """Return the day and year of the exit on which the strain was gone."""
    found = day("T048")
    before = path().index[list(path().index).index(str(found.date())) - 1]
    gone = path()[str(found.date())] == 0 and path()[before] > 0
    by_them = set(told().at["T048", "actor"].split(";")) == {"BFA", "NER"}
    return checked(gone and by_them and is_of("T048", "December"), found.day, found.year)


def triangles_and_acts() -> list[float]:
    """Return the triangles of March 2022, and the acts that their ties rest on."""
    graph, table = on(_MARCH), ties(recorded(True), "latest", at=_MARCH)
    rests = {frozenset((r.source, r.target)): set(r.events) for r in table.itertuples()}
    trios = [
        [frozenset(pair) for pair in combinations(trio, 2)]
        for trio in combinations(EIGHT, 3)
        if all(graph.has_edge(*pair) for pair in combinations(trio, 2))
    ]
    return [len(trios), len({one for trio in trios for pair in trio for one in rests[pair]})]


def washington() -> list[float]:
    """Return two years, in which Washington came back to one of three allies."""
    alone = path(cosign=False)
    days = [("T152", "April", 1), ("T171", "December", 0), ("T180", "February", 1)]
    held = all(
        is_of(act, month) and alone[str(day(act).date())] == count for act, month, count in days
    )
    barred = set(told().at["T171", "recipient"].split(";")) == {"MLI", "NER", "BFA"}
    at_odds = sign(ties(recorded(False), at=str(day("T152").date())), "MLI", "USA") == -1
    return checked(held and barred and at_odds, day("T152").year, day("T180").year)


def two_frustrated() -> bool:
    """Tell whether one of several times of two frustrated ties is the one that is named."""
    counts = path()
    starts = [pd.Timestamp(date) for date in counts.index] + [pd.Timestamp(_END)]
    spans: list[tuple[pd.Timestamp, pd.Timestamp]] = []
    for start, until, count in zip(starts[:-1], starts[1:], counts, strict=True):
        if count != 2:
            continue
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], until)
        else:
            spans.append((start, until))
    asked = (day("T041") + pd.Timedelta(days=1), day("T048"))
    return len(spans) > 2 and asked in spans


def out_of_balance() -> list[float]:
    """Return the year of the step up after Mali's exit, which another one takes back."""
    counts = path()
    first = counts.index[counts > counts["2022-05-15"]][0]
    return checked("January" == pd.Timestamp(first).month_name(), pd.Timestamp(first).year)


def recalled() -> int:
    """Return how many questions stand at the head."""
    head = code("10").split("import pandas")[0]
    return len(re.findall(r'ask\("10\.[a-z]"\)', head))


# --- Europe -------------------------------------------------------------------------------------


@cache
def europe(year: int) -> nx.Graph:
    """Return the ties of six powers on the last day of a year."""
    return to_graph(held_at(read_classic("europe_1872_1907"), f"{year}-12-31", sure=True))


def powers_and_panels() -> list[int]:
    """Return how many powers there are, and how many panels."""
    return [len(europe(1907)), len(panels())]


def panels() -> list[str]:
    """Return the years of the panels, those of the literature."""
    years = re.findall(r"\d{4}", re.search(r"years = \[([^\]]*)\]", code("10"))[1])
    return years if [int(year) for year in years] == list(literature.EUROPE_STRONG) else []


def emperors() -> int:
    """Return how many powers were friends in 1872."""
    friends = [pair for *pair, held in europe(1872).edges(data="sign") if held > 0]
    return len({power for pair in friends for power in pair})


def _with_members(found: balance.StrongBalance | balance.WeakBalance) -> int:
    """Return how many camps of a division have anybody in them."""
    return sum(len(camp) > 0 for camp in found.camps)


def parties() -> list[int]:
    """Return how many parties stood against one another in 1872."""
    found = balance.weak(europe(1872))
    return checked(found.frustrated == 0, _with_members(found))


def empires_as_party() -> list[int]:
    """Return how many empires were one party in 1872, and how many parties there were."""
    [count] = parties()
    together = max(balance.weak(europe(1872)).camps, key=len)
    return [len(together), count]


def two_or_three() -> list[float]:
    """Return the frustrated ties of 1872 with two camps, and the camps for two and for three."""
    two, three = balance.strong(europe(1872)), balance.weak(europe(1872))
    return checked(three.frustrated == 0, two.frustrated, _with_members(two), *parties())


def turns_of_russia() -> list[float]:
    """Return with how many powers Russia turned, and the friends lost and won with their years."""
    spells = read_classic("europe_1872_1907")
    mine = spells[(spells["source"] == "RUS") | (spells["target"] == "RUS")]
    other = mine["source"].where(mine["source"] != "RUS", mine["target"])
    lost, won = [], []
    for _, rows in mine.groupby(other):
        signs, starts = list(rows["sign"]), list(rows["start"])
        if len(signs) == 2:
            (lost if signs == [1, -1] else won).append(int(starts[1]))
    return [len(lost) + len(won), len(lost), *sorted(set(lost)), len(won), *sorted(won)]


def friends_at_odds() -> list[float]:
    """Return how many friends France had in 1904, who were enemies."""
    graph = europe(1904)
    friends = [one for one in graph["FRA"] if graph["FRA"][one]["sign"] > 0]
    at_odds = graph.get_edge_data(*friends)["sign"] < 0
    return checked(at_odds and balance.weak(graph).frustrated == 1, len(friends))


def everything_fits() -> list[float]:
    """Return, of 1907, the camps, ties and triangles, all of them balanced."""
    found, closed_ = balance.strong(europe(1907)), balance.triangles(europe(1907))
    fits = found.frustrated == 0 and closed_.balanced == closed_.denominator
    return checked(fits, _with_members(found), found.denominator, closed_.denominator)


def italy() -> list[float]:
    """Return when Italy and France are tied, and what one friendly line would change in 1907.

    That is: the frustrated ties, and the balanced triangles.
    """
    spells = read_classic("europe_1872_1907").set_index(["source", "target"])
    [held] = spells.loc[[("FRA", "ITA")]].itertuples()
    graph = europe(1907).copy()
    graph.edges["FRA", "ITA"]["sign"] = 1
    found = [balance.strong(graph).frustrated, balance.triangles(graph).balanced]
    return checked(held.sign == -1 and held.end == "", int(held.start), *found)


def luck_in_1907() -> float:
    """Return how many triangles of 1907 luck would balance, rounded."""
    return round(balance.by_chance(europe(1907)))


# --- the article --------------------------------------------------------------------------------


@cache
def story(least: str = "PS+") -> nx.Graph:
    """Return the article's network: of all that is told, or of what is told as certain."""
    return to_graph(tied("latest", least), list(_SIX))


def hedge() -> list[float]:
    """Return how many rows of the dyads are not certain, and over how many pairs they spread."""
    found = pairs()[pairs()["certainty"] != "CT+"]
    return [found["event_id"].nunique(), len(found)]


def no_friend_left() -> list[float]:
    """Return how many hedges go until no friendly line is left and Russia has none."""
    graph = story("CT+")
    alone = graph.degree("RUS") == 0 and all(held < 0 for *_, held in graph.edges(data="sign"))
    return checked(alone, hedge()[0])


def counted(least: str) -> list[int]:
    """Return the frustrated ties of the article, and all its ties."""
    found = balance.strong(story(least))
    return [found.frustrated, found.denominator]


def six_of_seven() -> list[float]:
    """Return how many of the last four sentences support how many of the seven ties."""
    found = tied()
    six = found[~found[["source", "target"]].isin(["USA"]).any(axis=1)]
    ids = {one for ids in six["events"] for one in ids}
    behind = set(case().events.set_index("event_id").loc[list(ids), "sentence"])
    last = set(case().sentences["sentence"].tail(4))
    return checked(behind <= last, len(behind), len(last), len(six), len(found))


def together_with_france() -> list[float]:
    """Return how many foes of France are in one community with it and with Russia."""
    found = nx.community.louvain_communities(to_graph(tied()), weight="sign", seed=1)
    [ours] = [group for group in found if "FRA" in group]
    foes = [one for one in ours if sign(tied(), "FRA", one) == -1]
    return checked("RUS" in ours and set(foes) == {"MLI", "BFA"}, len(foes))


def shorter() -> list[float]:
    """Return the length that a hostile tie gets from its sign, without the minus."""
    return [-int(line(tied(), "FRA", "NER")["sign"])]


# --- the exercise -------------------------------------------------------------------------------


def share(name: str) -> list[int]:
    """Return the frustrated ties of a network of question 10.3, and all its ties."""
    graph = {
        "highlands_1954": lambda: to_graph(read_classic("highlands_1954")),
        "europe_1872": lambda: europe(1872),
        "europe_1904": lambda: europe(1904),
        "sahel_2023": lambda: on(_ASKED),
    }[name]()
    found = balance.strong(graph)
    return [found.frustrated, found.denominator]


def highlands() -> list[float]:
    """Return the groups of the highlands, the year, and the friendly and the hostile ties."""
    graph = to_graph(read_classic("highlands_1954"))
    signs = [held for *_, held in graph.edges(data="sign")]
    return [len(graph), int("highlands_1954"[-4:]), signs.count(1), signs.count(-1)]


def shares(*names: str) -> list[int]:
    """Return the shares of some networks as pairs of numbers, provided that they rise."""
    found = [share(name) for name in names]
    rising = [one / of for one, of in found]
    return [value for one in found for value in one] if rising == sorted(rising) else []


def last_by_number() -> list[float]:
    """Return the frustrated ties of the highlands, which are more than those of any other."""
    most = max(lesson_10.NETWORKS, key=lambda name: share(name)[0])
    return checked(most == "highlands_1954", share(most)[0])


def flaws() -> int:
    """Return how many sentences question 10.6 gives."""
    return len(re.findall(r"^- \*\*[A-Z]\.\*\*", prose("10", "solutions"), re.MULTILINE))


def not_there() -> list[float]:
    """Return how many of the flaws no sentence has, and how many flaws there are."""
    [question] = [one for one in lesson_10.QUESTIONS if one.id == "10.6"]
    used = set(question.expected(case()).values())
    return [len(set(lesson_10.FLAWS) - used), len(lesson_10.FLAWS)]


def most_central() -> list[float]:
    """Return how many states there are, of which a wrong measure makes Niger the most central."""
    graph = to_graph(tied())
    found = nx.betweenness_centrality(graph, weight="sign")
    return checked(max(found, key=found.get) == "NER", len(graph))


def founded_before() -> list[float]:
    """Return the weeks from the founding to the day of 9.2, the founders, and the states."""
    before = pd.Timestamp(_ASKED) - day("T044")
    who = told().at["T044", "actor"].split(";")
    return [before.days / 7, len(set(who) & set(EIGHT)), len(EIGHT)]


def two_cycles() -> list[float]:
    """Return the independent cycles, and that the one named is a cycle."""
    graph = to_graph(tied())
    ring = ("FRA", "MLI", "RUS", "BFA")
    closed = all(graph.has_edge(a, b) for a, b in zip(ring, ring[1:] + ring[:1], strict=True))
    return checked(closed, balance.strong(graph).cycles)


def given_twice() -> list[int]:
    """Return the sentence of both lines to France, and of both to Russia."""
    numbered = events().set_index("event_id")["sentence"]
    found = []
    for other in ("FRA", "RUS"):
        [rows] = {line(tied(), one, other)["events"] for one in ("MLI", "BFA")}
        found += set(numbered[list(rows)])
    return found


def had_it_been_friendly() -> int:
    """Return the frustrated ties, if Niger's line with France were friendly."""
    graph = to_graph(tied())
    graph.edges["FRA", "NER"]["sign"] = 1
    return balance.strong(graph).frustrated


FACTS = {
    # triangles
    "kinds": lambda: len(kinds()),
    "signs": lambda: [len(set("".join(kinds()))), len(kinds())],
    "minus-then-plus": lambda: checked(minus_then_plus()),
    "niger-between": niger_between,
    "states": lambda: len(EIGHT),
    "trios-of-eight": lambda: [len(EIGHT), trios()],
    "sums": sums,
    "trios": trios,
    "closed": lambda: closed().denominator,
    "not-closed": lambda: [trios() - closed().denominator, trios()],
    "one-in-common": one_in_common,
    # camps
    "lines-of-a-trio": lambda: [
        len({one for pair in combinations(("FRA", "MLI", "NER"), 2) for one in pair}),
        len(corners(_MARCH)),
    ],
    "three-enemies": three_enemies,
    "ties": lambda: the_one()[1],
    "the-one": the_one,
    "one-camp": one_camp,
    "baseline": baseline,
    "luck": luck,
    "persons": persons,
    "recall": recalled,
    "still-before": lambda: checked(still_before()),
    "exit": exit_,
    "triangles-and-acts": triangles_and_acts,
    "none-by-acts": lambda: checked(balance.triangles(on(_MARCH, cosign=False)).denominator == 0),
    "washington": washington,
    "three-allies": lambda: len(told().at["T171", "recipient"].split(";")),
    "equally-well": lambda: balance.strong(on(_LAST)).optima,
    # Europe
    "powers-and-panels": powers_and_panels,
    "emperors": emperors,
    "turns-of-russia": turns_of_russia,
    "empires-as-party": empires_as_party,
    "friends-at-odds": friends_at_odds,
    "two-or-three": two_or_three,
    "everything-fits": everything_fits,
    "luck-in-1907": luck_in_1907,
    "italy": italy,
    # the article
    "ties-made": lambda: len(tied()),
    "sentence-of-the-hedge": lambda: checked(
        len(resting_on("E38")) == hedge()[1],
        int(case().events.set_index("event_id").at["E38", "sentence"]),
    ),
    "hedge": hedge,
    "no-friend-left": no_friend_left,
    "two-cycles": two_cycles,
    "given-twice": given_twice,
    "had-it-been-friendly": had_it_been_friendly,
    "without-the-hedge": lambda: checked(balance.strong(story("CT+")).cycles == 0, *counted("CT+")),
    "six-of-seven": six_of_seven,
    "together-with-france": together_with_france,
    "shorter": shorter,
    "two-friends": lambda: checked(no_camps_for_two_friends()),
    "founded-before": founded_before,
    "networks": lambda: len(lesson_10.NETWORKS),
    "highlands": highlands,
    "networks-collected": lambda: [
        len(lesson_10.NETWORKS) - 1,
        next(float(one.id) for one in lesson_10.QUESTIONS if _ASKED in one.solution),
    ],
    "last-by-number": last_by_number,
    "frustrated-of-ties": lambda: shares("highlands_1954", "sahel_2023"),
    "states-asked": lambda: len(story("CT+")),
    "flaws": flaws,
    "papers": lambda: [flaws(), flaws()],
    "out-of-balance": out_of_balance,
    "frustrated": lambda: counted("CT+"),
    "most-central": most_central,
    "from-day-to-day": lambda: checked(two_frustrated()),
    # what the questions say
    "kinds_of_triangles why": three_enemies,
    "kinds_of_triangles strong_for_weak": lambda: two_or_three()[1:],
    "count_triangles why": several(
        lambda: [closed(_ASKED).denominator, trios()],
        lambda: checked(closed(_ASKED).counts["++-"] == strained(_ASKED), strained(_ASKED)),
    ),
    "networks_by_frustration asks": lambda: len(lesson_10.NETWORKS),
    "networks_by_frustration hint 2": lambda: len(lesson_10.NETWORKS),
    "networks_by_frustration why": lambda: [
        *share("highlands_1954"),
        *shares("europe_1872", "highlands_1954", "sahel_2023")[:2],
        *share("sahel_2023"),
    ],
    "draw_without_the_hedge missing_as_zero": lambda: [
        len(story("CT+")),
        sum(degree == 0 for _, degree in story("CT+").degree),
    ],
    "draw_without_the_hedge words_missing": lambda: len(story("CT+")),
    "count_triangles wrong_selection 2": lambda: [len(lesson_10.SIX), len(EIGHT)],
    "networks_by_frustration order_told": lambda: len(lesson_10.NETWORKS),
    "flaws_in_sentences asks": flaws,
    "flaws_in_sentences incomplete": flaws,
    "flaws_in_sentences hint 1": not_there,
    "flaws_in_sentences balance_as_cause": flaws,
}

NO_FACTS = {
    "what-saying": "what the saying speaks of",
    "definition": "a definition",
    "kinds_of_triangles strong_for_weak 3": "a definition: a triangle has three",
    "kinds_of_triangles hint 1": "a definition: a triangle has three",
    "kinds_of_triangles strong_for_weak": "a triangle of enemies, as an example",
    "offered": "choices offered by a prediction",
    "history-so": "history: 1914 (so the lesson) less 1907",
    "letters-of-1902": "history: what Prinetti wrote to Barrère; the panels do not have it",
    "how-much": "how much to write",
}
