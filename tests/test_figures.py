import itertools
import re

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from realignment.cases import read_case
from realignment.figures import (
    FRIENDLY,
    HOSTILE,
    WIDTH,
    Picture,
    alliance_map,
    circle,
    matrix,
    network,
    new_figure,
    small_multiples,
    tie_list,
)
from realignment.ties import dyads, signed, ties

NAMES = {
    "USA": "United States",
    "FRA": "France",
    "NER": "Niger",
    "MLI": "Mali",
    "BFA": "Burkina Faso",
    "RUS": "Russia",
}
SOURCE = "One article."


@pytest.fixture(scope="module")
def pairs():
    case = read_case("niger_2024")
    return dyads(signed(case.events), case.actors)


@pytest.fixture(scope="module")
def table(pairs):
    return ties(pairs)


def contrast(colour: str) -> float:
    """Return the contrast of a colour with white, by WCAG 2.2's formula."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 1.05 / (sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) + 0.05)


def test_both_colours_stand_out_from_white():
    assert min(contrast(FRIENDLY), contrast(HOSTILE)) >= 3


def test_a_picture_carries_its_words_three_ways():
    figure, _ = new_figure()
    shown = Picture(figure, "2 <b> ties & more")._repr_mimebundle_()
    assert shown["text/plain"] == "In words: 2 <b> ties & more"
    words = "2 &lt;b&gt; ties &amp; more"
    assert f'<img alt="{words}"' in shown["text/html"]
    assert f"<b>In words:</b> {words}</figcaption>" in shown["text/html"]
    assert shown["image/png"] in shown["text/html"]


def test_a_students_figure_is_shown_once():
    open_before = plt.get_fignums()
    figure, _ = plt.subplots()
    Picture(figure, "words")
    assert plt.get_fignums() == open_before


def test_the_same_figure_gives_the_same_bytes(table):
    one, other = (network(table, NAMES, "T").png() for _ in range(2))
    assert one == other


def lines(picture: Picture) -> dict[str, list]:
    found: dict[str, list] = {}
    for line in picture.figure.axes[0].lines:
        if line.get_gid() and len(line.get_xdata()) == 2:
            found.setdefault(line.get_gid(), []).append(line)
    return found


def test_signs_have_a_colour_and_a_style_and_certainty_a_width(table):
    drawn = lines(network(table, NAMES, "T"))
    assert len(drawn) == len(table) == 7
    for row in table.itertuples():
        (line,) = drawn[f"{row.source}-{row.target}"]
        assert line.get_color() == (FRIENDLY if row.sign > 0 else HOSTILE)
        assert (line.get_linestyle() == "-") == (row.sign > 0)
        assert line.get_linewidth() == WIDTH[row.certainty]


def test_what_is_not_certain_has_a_question_mark(table):
    texts = [t.get_text() for t in network(table, NAMES, "T").figure.axes[0].texts]
    assert texts.count("?") == 3
    sure = network(table[table["certainty"] == "CT+"], NAMES, "T").figure.axes[0]
    assert "?" not in [t.get_text() for t in sure.texts]


def test_a_mixed_tie_is_two_lines(pairs):
    drawn = lines(network(ties(pairs, "both"), NAMES, "T"))
    assert [line.get_color() for line in drawn["NER-USA"]] == [FRIENDLY, HOSTILE]


def legend(picture: Picture) -> list[str]:
    return [text.get_text() for text in picture.figure.axes[0].get_legend().get_texts()]


def test_the_legend_explains_what_is_there_and_no_more(table):
    assert legend(network(table, NAMES, "T")) == [
        "friendly",
        "hostile",
        "thin, ?: not certain",
        "no line: unknown",
    ]
    hostile = table[(table["sign"] < 0)]
    assert legend(network(hostile, NAMES, "T")) == ["hostile", "no line: unknown"]


def test_an_actor_stays_in_its_place(table):
    places = circle(list(NAMES))
    for some in (table, table.head(2), table.head(0)):
        axes = network(some, NAMES, "T").figure.axes[0]
        marks = {
            line.get_gid(): (line.get_xdata()[0], line.get_ydata()[0])
            for line in axes.lines
            if len(line.get_xdata()) == 1
        }
        assert marks == {a: pytest.approx(places[a]) for a in NAMES}
    assert circle([]) == {}


def test_the_words_of_a_network_come_from_its_ties(table):
    words = network(table, NAMES, "Title").words
    assert words.startswith("Title. 6 actors; 3 friendly and 4 hostile ties; 3 ties not certain")
    assert "Hostile: Burkina Faso–France, France–Mali, France–Niger, Niger–United States." in words
    assert "8 pairs unknown" in words and tie_list(table.head(0), NAMES) == ""


def test_panels_that_do_not_follow_in_time_are_told_each_on_its_own(pairs, table):
    ways = {"told": table, "sure": ties(pairs, least="CT+"), "both signs": ties(pairs, "both")}
    france = "France with Burkina Faso, Mali, Niger"
    russia = "Russia with Burkina Faso, Mali, Niger"
    assert small_multiples(ways, NAMES, "Three ways").words == (
        "Three ways. 6 actors in each panel. "
        f"told: 3 friendly ({russia}), 4 hostile ({france}; Niger with United States), "
        "3 not certain, 8 pairs unknown. "
        f"sure: 0 friendly, 4 hostile ({france}; Niger with United States), 11 pairs unknown. "
        f"both signs: 3 friendly ({russia}), 3 hostile ({france}), 1 mixed (Niger with United "
        "States), 3 not certain, 8 pairs unknown."
    )


@pytest.mark.parametrize(
    ("headings", "in_time"),
    [
        (("2024-03-16", "2024-03-17"), True),
        (("1872", "1882"), True),
        (("2023", "2024-03"), True),
        (("2024-03-17", "2024-03-16"), False),
        (("2024", "2024-01"), False),
        (("2024-03-16, told", "2024-03-16, sure"), False),
        (("2024-03-16", "later"), False),
        (("coder A", "coder B"), False),
        (("-", ""), False),
        (("coder A",), False),
    ],
)
def test_words_compare_panels_only_if_every_heading_is_a_later_date(table, headings, in_time):
    words = small_multiples(dict.fromkeys(headings, table), NAMES, "T").words
    assert ("As before." in words) == in_time
    assert ("6 actors in each panel." in words) != in_time


def test_a_matrix_shows_every_pair_twice_and_the_unknown_too(table):
    axes = matrix(table, NAMES, "T").figure.axes[0]
    marks = [text.get_text() for text in axes.texts]
    assert len(axes.patches) == 2 * len(table)
    assert marks.count("−") == 8 and marks.count("+?") == 6 and marks.count("·") == 30
    squares = {(p.get_gid(), p.get_facecolor()) for p in axes.patches}
    assert len(squares) == len(table)


def test_a_matrix_of_ten_thousand_dyads_is_drawn_by_marks():
    names = {f"A{n:03}": f"A{n:03}" for n in range(142)}  # 142 x 141 / 2 = 10,011 pairs
    pairs = list(itertools.combinations(names, 2))
    large = pd.DataFrame(pairs, columns=["source", "target"])
    large = large.assign(sign=[1, -1, 0] * (len(pairs) // 3), certainty="CT+")
    picture = matrix(large, names, "Many")
    drawn = {c.get_label(): len(c.get_offsets()) for c in picture.figure.axes[0].collections}
    assert drawn == dict.fromkeys(("friendly", "hostile", "mixed"), 2 * 3337)
    assert "142 actors; 3337 friendly and 3337 hostile ties, 3337 mixed; 0 pairs" in picture.words


def test_the_map_draws_each_tie_with_its_date_and_source(table):
    picture = alliance_map(table, NAMES, "Title", "2024-03-17", SOURCE)
    axes = picture.figure.axes[0]
    ids = {patch.get_gid() for patch in axes.patches} - {None}
    wanted = {"tie-" + "-".join(sorted((r.source, r.target))) for r in table.itertuples()}
    assert wanted <= ids and "disputed" in ids
    below = picture.figure.get_supxlabel()
    assert SOURCE in below and "As of 2024-03-17" in below and "disputed" in below
    assert "disputed" in legend(picture) and picture.words.endswith("As of 2024-03-17.")


def test_names_are_shown_as_text(table):
    names = {**NAMES, "USA": "<script>$x$\u202e"}
    picture = network(table, names, "T")
    texts = [text.get_text() for text in picture.figure.axes[0].texts]
    assert "<script>$x$[U+202E]" in texts and picture.png()
    assert "<script>" not in picture._repr_mimebundle_()["text/html"]


def test_a_picture_of_no_ties_says_so():
    empty = ties(
        pd.DataFrame(
            {
                "event_id": [],
                "act": [],
                "source": [],
                "target": [],
                "sign": [],
                "sign_rule": [],
                "certainty": [],
                "attributed_to": [],
                "made_by": [],
                "when": pd.to_datetime([]),
                "ends": pd.to_datetime([]),
            }
        )
    )
    words = network(empty, NAMES, "Nothing").words
    assert re.search(r"0 friendly and 0 hostile ties; 15 pairs unknown", words)


def longest_cover(one: np.ndarray, other: np.ndarray, near: float) -> float:
    """Return how much of one line lies within a distance of another, both given by many points."""
    apart = np.hypot(*(one[:, None] - other[None]).transpose(2, 0, 1)).min(axis=1)
    return float((np.hypot(*np.diff(one, axis=0).T) * (apart[1:] < near)).sum())


def many_points(line) -> np.ndarray:
    x, y = (np.asarray(side, dtype=float) for side in line.get_data())
    at = np.linspace(0, len(x) - 1, 400)
    return np.stack([np.interp(at, np.arange(len(x)), side) for side in (x, y)], axis=1)


IN_A_ROW = {"A": (-1.0, 0.0), "B": (0.0, 0.0), "C": (1.0, 0.0), "D": (0.0, 0.8)}


@pytest.mark.parametrize("turn", [0.0, 0.7, 1.5708, 2.4])
def test_a_line_never_lies_on_a_stretch_of_another(turn):
    c, s = np.cos(turn), np.sin(turn)
    places = {a: (c * x - s * y, s * x + c * y) for a, (x, y) in IN_A_ROW.items()}
    rows = [("A", "B", 1), ("A", "C", -1), ("B", "C", 1), ("A", "D", 0), ("B", "D", -1)]
    some = pd.DataFrame(rows, columns=["source", "target", "sign"]).assign(certainty="CT+")
    picture = network(some, {a: a for a in places}, "In a row", positions=places)
    drawn = {}
    for line in picture.figure.axes[0].lines:
        if "-" in (line.get_gid() or ""):
            drawn.setdefault(line.get_gid(), []).append(many_points(line))
    assert set(drawn) == {f"{one}-{other}" for one, other, _ in rows}
    for one, other in itertools.combinations(drawn, 2):
        for a, b in itertools.product(drawn[one], drawn[other]):
            assert longest_cover(a, b, 0.02) < 0.3, (one, other)
    # The tie between the two ends does not run through the one in the middle.
    (past,) = drawn["A-C"]
    assert np.hypot(*(past - places["B"]).T).min() > 0.07


def test_ties_on_a_circle_stay_straight(table):
    assert all(len(found) in (1, 2) for found in lines(network(table, NAMES, "T")).values())
    assert set(lines(network(table, NAMES, "T"))) == {
        f"{row.source}-{row.target}" for row in table.itertuples()
    }


def courses(picture: Picture) -> dict[tuple[str, int], np.ndarray]:
    """Return each tie of a map as many points, in points on paper."""
    axes, found = picture.figure.axes[0], {}
    picture.figure.draw_without_rendering()
    for number, patch in enumerate(axes.patches):
        if (patch.get_gid() or "").startswith("tie-"):
            path = patch.get_path().transformed(axes.transData).interpolated(1)
            (line,) = path.to_polygons(closed_only=False)
            at = np.linspace(0, len(line) - 1, 400)
            side = [np.interp(at, np.arange(len(line)), s) for s in line.T * 72 / 100]
            found[patch.get_gid(), number] = np.stack(side, axis=1)
    return found


@pytest.mark.parametrize(
    "rows",
    [
        # Paris, Algiers and Niamey lie on one meridian.
        [("FRA", "NER", -1), ("DZA", "NER", 1), ("DZA", "FRA", -1)],
        [("FRA", "NER", 1), ("DZA", "NER", -1), ("DZA", "FRA", 0)],
        [("NER", "RUS", 1), ("RUS", "UKR", -1), ("NER", "UKR", -1)],
        [("NER", "USA", -1), ("MLI", "USA", 1), ("BFA", "USA", 0)],
        [("GAB", "USA", 1), ("COG", "USA", -1), ("CMR", "USA", 1), ("COD", "USA", -1)],
        [("CHN", "SAU", 1), ("CHN", "IRN", -1), ("IRN", "SAU", 1), ("IRQ", "SAU", 0)],
    ],
)
def test_lines_of_a_map_with_a_common_stretch_are_told_apart(rows):
    some = pd.DataFrame(rows, columns=["source", "target", "sign"]).assign(certainty="CT+")
    names = {state: state for row in rows for state in row[:2]}
    found = courses(alliance_map(some, names, "T", "2024", SOURCE))
    assert len(found) == sum(1 if sign else 2 for *_, sign in rows)
    for (one, a), (other, b) in itertools.combinations(found.items(), 2):
        assert longest_cover(a, b, 2.5) < 30, (one, other)


@pytest.mark.parametrize("state", ["GAB", "MLT", "XKX", "ESH", "NZL", "FJI"])
def test_a_map_can_be_drawn_of_any_state(state):
    some = pd.DataFrame({"source": [state], "target": ["USA"], "sign": [1], "certainty": ["CT+"]})
    picture = alliance_map(some, {state: "That <state>", "USA": "US"}, "T", "2024", SOURCE)
    axes = picture.figure.axes[0]
    line = "tie-" + "-".join(sorted((state, "USA")))
    assert line in {patch.get_gid() for patch in axes.patches}
    written = [text.get_text() for text in axes.texts]
    starred = state == "MLT"  # without an outline at this scale
    assert ("That <state>*" if starred else "That <state>") in written
    assert ("* = without an outline" in picture.figure.get_supxlabel()) == starred


def test_names_on_a_map_stay_inside_it_and_off_each_other():
    rows = [("CHN", "SAU", 1), ("IRN", "OMN", 1), ("OMN", "SAU", 1), ("SAU", "YEM", -1)]
    some = pd.DataFrame(rows, columns=["source", "target", "sign"]).assign(certainty="CT+")
    names = {"CHN": "China", "IRN": "Iran", "OMN": "Oman", "SAU": "Saudi Arabia", "YEM": "Yemen"}
    picture = alliance_map(some, names, "T", "2024", SOURCE)
    axes = picture.figure.axes[0]
    picture.figure.draw_without_rendering()
    frame = axes.get_window_extent()
    boxes = [text.get_window_extent() for text in axes.texts if text.get_text() in names.values()]
    assert len(boxes) == 5
    for i, box in enumerate(boxes):
        assert frame.x0 <= box.x0 and box.x1 <= frame.x1
        assert not any(box.overlaps(other) for other in boxes[:i])
