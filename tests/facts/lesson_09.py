"""The numbers of lesson 09 and its exercise."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, combinations_with_replacement
from math import prod

import literature
import networkx as nx
import pandas as pd
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
    record,
    recorded,
    resting_on,
    sign,
    tied,
    told,
)

from realignment import balance
from realignment.questions import lesson_09
from realignment.spells import change_points, held_at
from realignment.ties import dyads, read_classic, snapshots, tie_spells, ties, to_graph

_MARCH, _LAST, _ASKED = "2022-03-01", "2024-12-31", lesson_09.DAY
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


def eight_pairs() -> int:
    """Return how many pairs eight states make."""
    return len(list(combinations(EIGHT, 2)))


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


def others_of_square() -> int:
    """Return how many cells of the square of those three are no empty ones."""
    return sum(one is not None for one in corners(_MARCH))


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
    return tuple(change_points(tie_spells(recorded(cosign), until="2025-12-31")))


def four_more() -> list[float]:
    """Return how many days co-signature adds: foundings, and exits."""
    more = sorted(set(points(True)) - set(points(False)))
    foundings = {day("T044"), recorded(True).query("event_id == 'T005'")["when"].max()}
    exits = {day("T026"), day("T048")}
    new = [one for one in more if one in foundings]
    left = [one for one in more if one in exits]
    return checked(len(more) == len(new) + len(left), len(more), len(new), len(left))


@cache
def path() -> pd.Series:
    """Return the number of frustrated ties on each of these days."""
    tables = snapshots(recorded(True), points(True))
    return pd.Series(
        {date: balance.strong(to_graph(table)).frustrated for date, table in tables.items()}
    )


def steps(down: bool) -> list[str]:
    """Return the days on which the number falls, or rises."""
    change = path().diff()
    return list(path().index[change < 0 if down else change > 0])


def exits() -> list[float]:
    """Return the days and years of the exits, on which the strain was gone."""
    found = [day("T026"), day("T048")]
    ok = is_of("T026", "May") and is_of("T048", "December")
    gone = [str(one.date()) for one in found] == steps(down=True) and all(path()[steps(True)] == 0)
    return checked(ok and gone, *(value for one in found for value in (one.day, one.year)))


def last_step() -> list[float]:
    """Return the year of the last step up, which needs the tie of Chad and Mauritania."""
    last = pd.Timestamp(steps(down=False)[-1])
    without = on(str(last.date())).copy()
    without.remove_edge("TCD", "MRT")
    alone = balance.strong(without).frustrated == 0
    one = path().iloc[-1] == 1
    return checked(alone and one and last.month_name() == "November", last.year)


def without_the_rule() -> int:
    """Return how many triangles acts alone have, on all these days together."""
    tables = snapshots(recorded(True).query("made_by == 'act'"), points(True))
    return sum(balance.triangles(to_graph(table)).denominator for table in tables.values())


def two_frustrated() -> bool:
    """Tell whether two ties are frustrated from Niger's break with France until its exit."""
    two = [date for date, count in path().items() if count == 2]
    after = path().index[list(path().index).index(two[-1]) + 1]
    return two[0] == str(day("T041").date()) and after == str(day("T048").date())


def august() -> int:
    """Return how many divisions did equally well in August 2023."""
    return frustrated("2023-08-31").optima


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
    years = re.findall(r"\d{4}", re.search(r"years = \[([^\]]*)\]", code("09"))[1])
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


def denied_release() -> bool:
    """Tell whether the denied row lies inside one state, so that no pair has it."""
    [row] = case().events.query("certainty == 'CT-'").itertuples()
    return "releas" in row.action and row.event_id not in set(pairs()["event_id"])


def counted(least: str) -> list[int]:
    """Return the frustrated ties of the article, and all its ties."""
    found = balance.strong(story(least))
    return [found.frustrated, found.denominator]


def camps_with_members() -> list[float]:
    """Return into how many camps the article's network falls without a tie left over."""
    found = balance.strong(story())
    return checked(found.frustrated == 0, _with_members(found))


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
    """Return the frustrated ties of a network of question 9.3, and all its ties."""
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
    most = max(lesson_09.NETWORKS, key=lambda name: share(name)[0])
    return checked(most == "highlands_1954", share(most)[0])


def flaws() -> int:
    """Return how many sentences question 9.6 gives."""
    return len(re.findall(r"^- \*\*[A-Z]\.\*\*", prose("09", "solutions"), re.MULTILINE))


def not_there() -> list[float]:
    """Return how many of the flaws no sentence has, and how many flaws there are."""
    [question] = [one for one in lesson_09.QUESTIONS if one.id == "9.6"]
    used = set(question.expected(case()).values())
    return [len(set(lesson_09.FLAWS) - used), len(lesson_09.FLAWS)]


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


def signatures_and_acts() -> list[float]:
    """Return, of March 2022: triangles of one signature, balanced ones, all, and acts."""
    table = ties(recorded(cosign=True), "latest", at="2022-03-01")
    found = {frozenset((r.source, r.target)): (r.sign, r.events) for r in table.itertuples()}
    trios = [
        [found[frozenset(pair)] for pair in combinations(trio, 2)]
        for trio in combinations(EIGHT, 3)
        if all(frozenset(pair) in found for pair in combinations(trio, 2))
    ]
    balanced = [trio for trio in trios if prod(sign for sign, _ in trio) == 1]
    one = [trio for trio in balanced if {ids for _, ids in trio} == {("T005",)}]
    acts = {event for trio in trios for _, ids in trio for event in ids}
    return [len(one), len(balanced), len(trios), len(acts)]


def with_russia() -> int:
    """Return the triangles of acts alone at the end of 2024, if T018 also names Russia."""
    rows = record().timeline.query("kind == 'event'").copy()
    rows.loc[rows["event_id"] == "T018", "recipient"] = "MLI;RUS"
    made = dyads(rows, record().actors)
    made = made[made["source"].isin(EIGHT) & made["target"].isin(EIGHT)]
    graph = to_graph(ties(made, "latest", at="2024-12-31"))
    return balance.triangles(graph).denominator


FACTS = {
    # triangles
    "Tell the four kinds of triangle apart": lambda: len(kinds()),
    "With two signs there are four kinds:": lambda: [len(set("".join(kinds()))), len(kinds())],
    "The three others are our triangle.": others_of_square,
    "Minus, then plus.": lambda: checked(minus_then_plus()),
    "By our rules Niger had, in March 2022, two friends who were enemies. "
    "At the end of 2024 two friends had a common enemy.": niger_between,
    "The same for every triangle of the eight states": lambda: len(EIGHT),
    "Eight states make 28 pairs.": lambda: [len(EIGHT), eight_pairs()],
    "Eight states also make 56 trios.": lambda: [len(EIGHT), trios()],
    "The sum of three signs names the kind: 3 is `+++`, 1 is `++-`, -1 is `+--`, -3 is": sums,
    "Of the 56 trios, how many are closed": trios,
    "Twenty closed trios.": lambda: closed().denominator,
    "In 36 of 56 at least": lambda: [trios() - closed().denominator, trios()],
    "Sixteen of *twenty* are balanced.": lambda: [closed().balanced, closed().denominator],
    "If you write sixteen of 56": lambda: [closed().balanced, trios()],
    "All four unbalanced triangles have one tie in common.": one_in_common,
    # camps
    "Three states, three lines": lambda: [
        len({one for pair in combinations(("FRA", "MLI", "NER"), 2) for one in pair}),
        len(corners(_MARCH)),
    ],
    "With any number of camps, three enemies are three camps": three_enemies,
    "How many of the 17 ties must be frustrated?": lambda: the_one()[1],
    "One of 17, the tie that you named.": the_one,
    "All are put into one camp here": one_camp,
    "With acts alone there were eleven change points.": lambda: len(points(False)),
    "Four more: two foundings and two days of exits.": four_more,
    "Mali left on 15 May 2022; Burkina Faso and Niger announced their exit on 2 December 2023.": exits,
    "On both steps down.": lambda: checked(len(steps(down=True)) == len(exits()) / 2),
    "None. Every triangle holds a tie that our rule has made.": lambda: checked(
        without_the_rule() == 0
    ),
    "And the last step up, in November 2024, depends on the tie of Chad and Mauritania": last_step,
    "In August 2023 two divisions did equally well.": august,
    # Europe
    "drew six European powers in six panels.": powers_and_panels,
    "the League of the Three Emperors": emperors,
    "Towards how many of the other five": lambda: len(europe(1907)) - 1,
    "Towards four: two friends became enemies in 1890, "
    "and two enemies became friends in 1891 and 1907.": turns_of_russia,
    "Now all six panels": lambda: len(panels()),
    "In 1872 France, Britain and the three empires were three parties": empires_as_party,
    "And what about 1904, when France had two friends who were enemies?": friends_at_odds,
    "In 1872 three parties stand": parties,
    "One tie is frustrated if there may be only two camps, none if there may be three.": two_or_three,
    "In 1907 every tie fits: two camps, 15 ties, 20 triangles, all balanced.": everything_fits,
    # the article
    "Its seven ties were made": lambda: len(tied()),
    "Three of them rest on sentence 16": lambda: [
        len(resting_on("E38")),
        int(case().events.set_index("event_id").at["E38", "sentence"]),
    ],
    "The `CT-` row is missing here.": lambda: checked(denied_release()),
    "So the hedge is one row, spread over three pairs.": hedge,
    "One hedge gone, and no friendly line is left; Russia stands alone.": no_friend_left,
    "With the hedge there are two independent cycles. One of them, France, Mali, Russia, Burkina": two_cycles,
    "sentence 15 gives both lines to France at once, and sentence 16 both to Russia, so every sign "
    "occurs twice.": given_twice,
    "Had that line been friendly, one tie would be frustrated.": had_it_been_friendly,
    "Ten of the sixteen balanced ones of March 2022 are one signature (T005), and all twenty come "
    "from four acts": signatures_and_acts,
    "With Russia there too, acts alone would make three triangles at the end of 2024.": with_russia,
    "Without the hedge there is no cycle: whatever the signs, the answer would have been 0 of 4.": lambda: (
        checked(balance.strong(story("CT+")).cycles == 0, *counted("CT+"))
    ),
    "the article's network falls into two camps": camps_with_members,
    "Seven ties, sixteen sentences.": lambda: [len(tied()), len(case().sentences)],
    "How many sentences support the six ties with France and with Russia?": lambda: int(
        tied()[["source", "target"]].isin(["FRA", "RUS"]).any(axis=1).sum()
    ),
    "Three of the last four sentences support six of the seven ties.": six_of_seven,
    "on the article's seven ties.": lambda: len(tied()),
    "France is in one community with Russia, and with two states that have broken off with France": together_with_france,
    "A hostile tie will have the length minus one.": shorter,
    "Triangles come in four kinds": lambda: len(kinds()),
    # the exercise
    "the pairs of eight states in the record": lambda: len(EIGHT),
    "Four kinds": lambda: len(kinds()),
    "Three enemies fit three camps.": three_enemies,
    "Three enemies fit three. Two": three_enemies,
    "Two friends who are enemies fit no number of camps.": lambda: checked(
        no_camps_for_two_friends()
    ),
    "can they be two camps? And three?": lambda: two_or_three()[1:],
    "Two weeks earlier three of the eight had founded an alliance.": founded_before,
    "Four networks. `read_classic": lambda: len(lesson_09.NETWORKS),
    "Put four networks in order": lambda: len(lesson_09.NETWORKS),
    "holds the ties of sixteen groups of the highlands of New Guinea, as Kenneth Read described "
    "them in 1954: 29 friendly and 29 hostile.": highlands,
    "The cell collects three of them; the fourth is that of 9.2.": lambda: [
        len(lesson_09.NETWORKS) - 1,
        next(float(one.id) for one in lesson_09.QUESTIONS if _ASKED in one.solution),
    ],
    "By number the highlands come last, with seven.": last_by_number,
    "seven of 58 is less than two of 15.": lambda: shares("highlands_1954", "sahel_2023"),
    "Seven of 58 is more than one of nine, and less than two of 15.": lambda: [
        *share("highlands_1954"),
        *shares("europe_1872", "highlands_1954", "sahel_2023")[:2],
        *share("sahel_2023"),
    ],
    "All six states shall be there": lambda: len(story("CT+")),
    "Six states make how many pairs": lambda: len(story("CT+")),
    "Given the six names": lambda: len(story("CT+")),
    "for each of the four, and sort.": lambda: len(lesson_09.NETWORKS),
    "Of the six states one has no label.": lambda: [
        len(story("CT+")),
        sum(degree == 0 for _, degree in story("CT+").degree),
    ],
    "Three flaws\n": flaws,
    "Spot three flaws:": flaws,
    "Three sentences from three term papers:": lambda: [flaws(), flaws()],
    "Which flaw has each of three sentences?": flaws,
    "One of the four flaws is not there at all.": not_there,
    "In which of the three does it stand?": flaws,
    "*From January 2023 the network was out of balance": lambda: [
        pd.Timestamp(next(date for date in steps(down=False) if date >= "2022-06")).year
    ],
    "the article's network is perfectly balanced: 0 of 4 ties are frustrated.": lambda: counted(
        "CT+"
    ),
    "Niger is the most central of the six states.": most_central,
    "From the day on which Niger revoked its accords with France, "
    "until the day on which it announced its exit": lambda: checked(two_frustrated()),
    "not of all 56 trios": trios,
    "Thirteen of 56 trios are closed on that day.": lambda: [closed(_ASKED).denominator, trios()],
    "Four of them are under strain": lambda: checked(
        closed(_ASKED).counts["++-"] == strained(_ASKED), strained(_ASKED)
    ),
}

NO_FACTS = {
    "it is a claim about three, not about two.": "what the saying speaks of",
    "A triangle is three actors with a tie between each two.": "a definition",
    "three actors, each two of them tied.": "a definition",
    "Multiply the three signs.": "a definition",
    "Only those count in which all three ties are known.": "a definition",
    "into which camps would you put the three of us?": "a definition: a triangle has three",
    "Draw three points": "a definition: a triangle has three",
    "Three parties, each against each": "a triangle of enemies, as an example",
    "about ten, twenty, forty": "choices offered by a prediction",
    "Seven years later the two camps were at war.": "history: 1914 (so the lesson) less 1907",
    "Six sentences or so.": "how much to write",
}
