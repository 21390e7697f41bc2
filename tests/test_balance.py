"""Balance: the literature's cases, brute force, degenerate networks, bounds, and the guards."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import combinations, product

import literature
import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realignment import balance, spells
from realignment.errors import ReadingError
from realignment.files import find_data


def graph_of(*ties):
    """Make a signed graph of ties such as ``"A+B"``."""
    return literature.signed(
        [tie.replace("+", "-") for tie in ties if "+" in tie],
        [tie for tie in ties if "+" not in tie],
    )


def random_graph(seed, actors, ties, hostile=0.5):
    """Make a random signed graph: the same for the same numbers, on any version of networkx."""
    dice = random.Random(seed)
    graph = nx.Graph()
    graph.add_nodes_from(range(actors))
    for u, v in dice.sample(list(combinations(range(actors), 2)), ties):
        graph.add_edge(u, v, sign=-1 if dice.random() < hostile else 1)
    return graph


@st.composite
def signed_graphs(draw, most=7):
    """Draw small signed graphs, isolates and unconnected parts included."""
    actors = draw(st.integers(2, most))
    pairs = list(combinations(range(actors), 2))
    signs = draw(st.lists(st.sampled_from([1, -1, 0]), min_size=len(pairs), max_size=len(pairs)))
    graph = nx.Graph()
    graph.add_nodes_from(range(actors))
    graph.add_edges_from(
        (u, v, {"sign": sign}) for (u, v), sign in zip(pairs, signs, strict=True) if sign
    )
    return graph


def in_conflict(graph, label):
    return [
        tuple(sorted((u, v)))
        for u, v, sign in graph.edges(data="sign")
        if (label[u] == label[v]) != (sign > 0)
    ]


def fewest(graph, camps):
    """Try every way to give each actor one of so many camps."""
    actors = list(graph)
    return min(
        len(in_conflict(graph, dict(zip(actors, labels, strict=True))))
        for labels in product(range(camps), repeat=len(actors))
    )


def assert_consistent(graph, result):
    """Hold a result to itself: its camps give its ties, and every actor is placed once."""
    label = {actor: i for i, camp in enumerate(result.camps) for actor in camp}
    assert sorted(in_conflict(graph.subgraph(label), label)) == list(result.edges)
    assert result.frustrated == len(result.edges)
    assert result.bound <= result.frustrated
    assert result.proven == (result.bound == result.frustrated)
    assert result.denominator == graph.number_of_edges()
    assert sorted([*label, *result.unplaced]) == sorted(graph)
    assert set(result.unplaced) == set(nx.isolates(graph))


# --- the literature ----------------------


def test_the_groups_of_the_highlands():
    graph = literature.highlands()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (16, 58)
    found = balance.triangles(graph)
    assert found.counts == literature.HIGHLANDS_TRIANGLES
    assert (found.balanced, found.weakly_balanced, found.denominator) == (59, 66, 68)
    assert (found.share, found.weak_share) == (59 / 68, 66 / 68)

    two = balance.strong(graph)
    assert_consistent(graph, two)
    assert (two.frustrated, two.proven) == (literature.HIGHLANDS_STRONG, True)
    assert literature.HIGHLANDS_SMALLER_CAMP in map(set, two.camps)

    many = balance.weak(graph)
    assert_consistent(graph, many)
    assert (many.frustrated, many.proven) == (literature.HIGHLANDS_WEAK, True)
    assert sorted(map(len, many.camps)) == literature.HIGHLANDS_WEAK_SIZES


@pytest.mark.parametrize("year", literature.EUROPE_STRONG)
def test_europe_before_1914(year):
    graph = literature.europe(year)
    two, many = balance.strong(graph), balance.weak(graph)
    assert (two.frustrated, two.proven) == (literature.EUROPE_STRONG[year], True)
    assert (many.frustrated, many.proven) == (literature.EUROPE_WEAK[year], True)


def test_the_camps_of_1907():
    two = balance.strong(literature.europe(1907))
    assert two.camps == (("A", "G", "I"), ("B", "F", "R"))
    assert two.optima == 1


# --- the tables of the lessons hold the same figures ----------------------


def test_the_table_of_the_highlands():
    table = pd.read_csv(find_data() / "classics" / "highlands_1954.csv")
    assert list(table.columns) == ["source", "target", "sign"]
    graph = nx.from_pandas_edgelist(table, edge_attr="sign")
    assert nx.utils.graphs_equal(graph, literature.highlands()) and len(table) == 58


@pytest.mark.parametrize("year", literature.EUROPE_STRONG)
def test_the_table_of_europe(year):
    table = pd.read_csv(
        find_data() / "classics" / "europe_1872_1907.csv", dtype=str, keep_default_na=False
    )
    assert list(table.columns) == ["source", "target", "sign", "start", "end"]
    # On the last day of a year all that changed in it has changed.
    held = spells.held_at(table, f"{year}-12-31", sure=True)
    assert not held.duplicated(["source", "target"]).any()
    graph = nx.from_pandas_edgelist(held.assign(sign=held["sign"].astype(int)), edge_attr="sign")
    expected = nx.relabel_nodes(literature.europe(year), literature.EUROPE_CODES)
    assert nx.utils.graphs_equal(graph, expected)


# --- degenerate networks ----------------------


def test_three_enemies():
    graph = graph_of("A-B", "B-C", "A-C")
    two, many = balance.strong(graph), balance.weak(graph)
    assert (two.frustrated, two.optima) == (1, 3)
    assert "3 divisions do equally well" in two.words
    assert (many.frustrated, many.camps) == (0, (("A",), ("B",), ("C",)))
    found = balance.triangles(graph)
    assert (found.share, found.weak_share) == (0, 1)


def test_a_tree_is_balanced_and_the_words_say_why():
    graph = graph_of("A+B", "B-C", "B-D")
    for result in (balance.strong(graph), balance.weak(graph)):
        assert (result.frustrated, result.proven, result.cycles) == (0, True, 0)
        assert "0 of 3 signed ties frustrated. No cycle of ties is closed" in result.words
    assert balance.strong(graph).camps == (("A", "B"), ("C", "D"))
    assert balance.weak(graph).camps == (("A", "B"), ("C",), ("D",))


def test_no_triangle_is_no_balanced_triangle():
    found = balance.triangles(graph_of("A+B", "B-C", "C-D", "A-D"))
    assert (found.denominator, found.balanced, found.share, found.weak_share) == (0, 0, None, None)
    assert "not computable" in found.words


@pytest.mark.parametrize("actors", [[], ["A", "B"]])
def test_without_a_tie_nothing_is_computable(actors):
    graph = nx.Graph()
    graph.add_nodes_from(actors)
    for result in (balance.strong(graph), balance.weak(graph)):
        assert (result.frustrated, result.bound, result.proven) == (None, None, False)
        assert (result.camps, result.edges, result.denominator) == ((), (), 0)
        assert result.unplaced == tuple(actors)
        assert "not computable. It needs at least 1 signed tie, and there are 0." in repr(result)
    assert balance.triangles(graph).share is None


def test_an_isolate_is_unknown_not_a_member():
    graph = graph_of("A+B")
    graph.add_node("Z")
    for result in (balance.strong(graph), balance.weak(graph)):
        assert result.unplaced == ("Z",)
        assert "Without a signed tie, in no camp: Z." in result.words
    assert balance.strong(graph).camps == (("A", "B"), ())


def test_unconnected_parts_are_added_up():
    graph = graph_of("A+B", "B+C", "A-C", "X-Y", "Y-Z", "X-Z")
    two, many = balance.strong(graph), balance.weak(graph)
    assert_consistent(graph, two)
    assert (two.frustrated, two.cycles, two.optima) == (2, 2, 9)
    assert many.frustrated == 1
    # The first actor of each part is put into the first camp; nothing else ties A to X.
    assert {"A", "X"} <= set(two.camps[0])


# --- against brute force ----------------------


@given(signed_graphs())
@settings(max_examples=60)
def test_nothing_beats_the_optimum(graph):
    two, many = balance.strong(graph), balance.weak(graph)
    if not graph.edges:
        assert two.frustrated is many.frustrated is None
        return
    assert two.proven and many.proven
    assert_consistent(graph, two)
    assert_consistent(graph, many)
    assert two.frustrated == fewest(graph, 2)
    assert many.frustrated <= two.frustrated
    if len(graph) <= 6:
        assert many.frustrated == fewest(graph, len(graph))


@given(signed_graphs())
@settings(max_examples=60)
def test_the_solver_finds_what_trying_every_division_finds(graph):
    if not graph.edges:
        return
    exact = balance.strong(graph), balance.weak(graph)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(balance, "EXHAUSTIVE_STRONG", 0)
        patch.setattr(balance, "EXHAUSTIVE_WEAK", 0)
        solved = balance.strong(graph), balance.weak(graph)
    for one, other in zip(exact, solved, strict=True):
        assert_consistent(graph, other)
        assert (one.frustrated, one.proven) == (other.frustrated, other.proven)


@pytest.mark.parametrize("actors", [13, 15])
def test_two_ways_to_the_same_number_where_brute_force_ends(actors, monkeypatch):
    for hostile in (0.3, 0.5, 0.6):
        graph = random_graph(actors, actors, actors * (actors - 1) // 2, hostile)
        exact = balance.strong(graph), balance.weak(graph)
        with monkeypatch.context() as patch:
            patch.setattr(balance, "EXHAUSTIVE_STRONG", 0)
            patch.setattr(balance, "EXHAUSTIVE_WEAK", 0)
            solved = balance.strong(graph), balance.weak(graph)
        for one, other in zip(exact, solved, strict=True):
            assert one.proven
            assert other.bound <= one.frustrated <= other.frustrated
            assert other.proven and other.frustrated == one.frustrated


def test_groups_without_a_common_friend_are_solved_one_by_one(monkeypatch):
    # Five quarrelling groups of 12, foes of all others: 60 actors, each tied to each, and yet no
    # solver is needed.
    monkeypatch.setitem(sys.modules, "highspy", None)
    groups = [random_graph(seed, 12, 66, hostile=0.4) for seed in range(5)]
    graph = nx.complete_graph(60)
    nx.set_edge_attributes(graph, -1, "sign")
    for number, group in enumerate(groups):
        graph.update(nx.relabel_nodes(group, lambda actor, first=12 * number: first + actor))
    result = balance.weak(graph)
    assert result.proven
    assert result.frustrated == sum(balance.weak(group).frustrated for group in groups)


@given(signed_graphs(), st.sets(st.integers(0, 6)))
@settings(max_examples=60)
def test_turning_actors_round_changes_nothing_in_the_strong_sense(graph, turned):
    # Switching (Abelson and Rosenberg 1958): all ties of an actor change their sign.
    switched = graph.copy()
    for u, v in switched.edges:
        if (u in turned) != (v in turned):
            switched.edges[u, v]["sign"] *= -1
    assert balance.strong(switched).frustrated == balance.strong(graph).frustrated


@given(signed_graphs())
@settings(max_examples=60)
def test_triangles_are_counted_one_by_one(graph):
    counts = dict.fromkeys(["+++", "++-", "+--", "---"], 0)
    for trio in combinations(graph, 3):
        if all(graph.has_edge(*pair) for pair in combinations(trio, 2)):
            hostile = sum(graph.edges[pair]["sign"] < 0 for pair in combinations(trio, 2))
            counts["+" * (3 - hostile) + "-" * hostile] += 1
    assert balance.triangles(graph).counts == counts


@given(signed_graphs(most=5))
def test_what_luck_gives_is_the_mean_over_all_ways_to_deal_the_signs(graph):
    """Each way to choose which ties are hostile, gone through."""
    ties = list(graph.edges)
    hostile = sum(sign < 0 for *_, sign in graph.edges(data="sign"))
    counts = []
    for foes in combinations(ties, hostile):
        dealt = nx.Graph(graph)
        nx.set_edge_attributes(dealt, {tie: -1 if tie in foes else 1 for tie in ties}, "sign")
        counts.append(balance.triangles(dealt).balanced)
    assert balance.by_chance(graph) == pytest.approx(sum(counts) / len(counts))


def test_luck_gives_no_triangle_where_there_is_none():
    assert balance.by_chance(graph_of("A+B", "B-C")) == 0
    assert balance.by_chance(nx.Graph()) == 0


@pytest.mark.parametrize(("camps", "solve"), [(2, balance.strong), (4, balance.weak)])
def test_camps_that_were_put_in_come_out(camps, solve):
    # 200 actors, 6000 ties, every tie in line with the camp of its two actors.
    graph = random_graph(1, 200, 6000)
    for u, v in graph.edges:
        graph.edges[u, v]["sign"] = 1 if u % camps == v % camps else -1
    result = solve(graph)
    assert (result.frustrated, result.proven) == (0, True)
    assert result.camps == tuple(tuple(range(i, 200, camps)) for i in range(camps))


def test_the_order_of_a_graph_does_not_matter():
    for seed, solve in product(range(5), (balance.strong, balance.weak)):
        graph = random_graph(seed, 30, 80)
        other = nx.Graph()
        ties = list(graph.edges(data=True))
        random.Random(seed).shuffle(ties)
        other.add_edges_from((v, u, data) for u, v, data in ties)
        other.add_nodes_from(graph)
        assert solve(graph) == solve(other) == solve(graph)


# --- larger networks: proven, or with an honest bound ----------------------


@pytest.mark.parametrize("seed", range(10))
def test_sixty_actors_are_proven_in_two_camps(seed):
    graph = random_graph(seed, 60, 180)
    result = balance.strong(graph, work=balance.WORK // 2)
    assert result.proven
    assert_consistent(graph, result)


@pytest.mark.parametrize("seed", range(5))
def test_forty_actors_are_proven_in_any_number_of_camps(seed):
    graph = random_graph(seed, 40, 120)
    result = balance.weak(graph)
    assert result.proven
    assert_consistent(graph, result)
    assert result.frustrated <= balance.strong(graph).frustrated


def test_sixteen_actors_need_no_solver():
    graph = random_graph(1, 16, 120)  # the hardest kind: every pair tied
    for solve in (balance.strong, balance.weak):
        assert solve(graph, work=0).proven


def test_out_of_work_the_best_found_is_called_that():
    graph = random_graph(0, 60, 900)
    for solve in (balance.strong, balance.weak):
        result = solve(graph, work=100_000)
        assert result == solve(graph, work=100_000)  # whatever else the machine does
        assert_consistent(graph, result)
        assert not result.proven and 0 < result.bound < result.frustrated
        assert f"not proven: at least {result.bound} must be" in result.words
        assert solve(graph, work=0).frustrated >= result.bound


@pytest.mark.parametrize("work", [0, 1_000, 100_000])
def test_any_number_of_camps_does_no_worse_than_two(work):
    graph = random_graph(7, 60, 341)
    assert balance.weak(graph, work).frustrated <= balance.strong(graph, work).frustrated


def test_the_solver_prints_nothing(capfd):
    assert balance.strong(random_graph(3, 60, 180)).proven
    assert tuple(capfd.readouterr()) == ("", "")


def test_the_solver_is_loaded_only_when_it_is_needed():
    code = (
        "import sys; import networkx as nx; from realignment import balance\n"
        "graph = nx.complete_graph(16); nx.set_edge_attributes(graph, -1, 'sign')\n"
        "balance.strong(graph), balance.weak(graph)\n"
        "print('highspy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


# --- what is refused ----------------------


def changed(sign):
    graph = graph_of("A+B", "B-C")
    graph.edges["A", "B"]["sign"] = sign
    return graph


SELF = graph_of("A+B")
SELF.add_edge("A", "A", sign=1)
UNSIGNED = graph_of("A+B")
UNSIGNED.add_edge("B", "C")


@pytest.mark.parametrize(
    ("graph", "words"),
    [
        (nx.DiGraph([("A", "B", {"sign": 1})]), "this graph is directed"),
        (nx.MultiGraph([("A", "B", {"sign": 1})]), "this graph allows several"),
        (SELF, "A has a tie to itself"),
        (UNSIGNED, "The tie B-C has no sign: give each edge sign=1"),
        (changed(0), "The tie A-B has the sign 0, and balance knows 1 and -1 only"),
        (changed(0.5), "has the sign 0.5"),
        (changed(float("nan")), "has the sign nan"),
        (changed("+"), r"has the sign '\+'"),
        (changed(True), "has the sign True"),
        ([("A", "B")], "a networkx Graph, not list"),
    ],
)
def test_what_balance_cannot_read_is_refused(graph, words):
    for function in (balance.strong, balance.weak, balance.triangles, balance.friendly):
        with pytest.raises(ReadingError, match=words):
            function(graph)


CAMPS = [{"Gama", "Gavev", "Kotun", "Nagad"}]
CAMPS.append(set(literature.highlands()) - CAMPS[0])

# name, arguments, options
GUARDED = [
    ("louvain_communities", [], {"weight": "sign", "seed": 1}),
    ("greedy_modularity_communities", [], {"weight": "sign"}),
    ("modularity", [CAMPS], {"weight": "sign"}),
    ("betweenness_centrality", [], {"weight": "sign"}),
]


def of_networkx(name):
    return getattr(nx.community, name, None) or getattr(nx, name)


@pytest.mark.parametrize(("name", "arguments", "options"), GUARDED)
def test_calls_that_break_or_lie_are_refused(name, arguments, options):
    graph = literature.highlands()
    with pytest.raises(ReadingError, match=f"{name} is refused: the tie .* Way out: "):
        getattr(balance.guarded, name)(graph, *arguments, **options)


def test_foes_are_not_taken_for_friends():
    # Without a weight networkx would count hostile ties as bonds, and say nothing.
    graph = literature.highlands()
    for name, arguments, *_ in GUARDED[:3]:
        assert of_networkx(name)(graph, *arguments)
        with pytest.raises(ReadingError, match="has sign=-1"):
            getattr(balance.guarded, name)(graph, *arguments)


def test_the_reason_given_for_modularity_holds():
    # It lies between -1/2 and 1 (Brandes et al. 2008). One friendly tie fewer, and the sum is -1:
    # the number leaves its range, or a later networkx refuses to compute it.
    graph = literature.highlands()
    graph.remove_edge("Gavev", "Kotun")
    try:
        value = nx.community.modularity(graph, CAMPS, weight="sign")
    except (nx.NetworkXException, ValueError):
        return
    assert not -0.5 <= value <= 1


def test_the_way_out_for_a_layout_is_open():
    friendly = balance.friendly(literature.highlands())
    assert set(nx.spring_layout(friendly, seed=1)) == set(friendly)


@pytest.mark.parametrize(("name", "arguments", "options"), GUARDED)
def test_the_ways_out_are_open(name, arguments, options):
    friendly = balance.friendly(literature.highlands())
    seed = {"seed": 1} if "seed" in options else {}
    given = getattr(balance.guarded, name)(friendly, *arguments, **seed)
    expected = of_networkx(name)(friendly, *arguments, **seed)
    assert str(given) == str(expected)


def test_friendly_ties_alone():
    graph = graph_of("A+B", "B-C")
    graph.nodes["A"]["level"] = "state"
    friendly = balance.friendly(graph)
    assert list(friendly.edges(data=True)) == [("A", "B", {})]
    assert dict(friendly.nodes(data=True)) == {"A": {"level": "state"}, "B": {}, "C": {}}
