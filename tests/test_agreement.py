"""Agreement: the authors' own examples, what is undefined, and the four codings of the story."""

from __future__ import annotations

import literature
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from realignment import agreement, load_case
from realignment.errors import ReadingError


def units(coders, gap="."):
    """Turn one text per coder into units x coders."""
    return pd.DataFrame([list(coder) for coder in coders]).T.replace({gap: None})


def alpha_of_two(a, b, level="nominal"):
    return agreement.krippendorff(pd.DataFrame({"a": list(a), "b": list(b)}), level)


@pytest.fixture(scope="module")
def codings():
    return load_case("niger_2024").codings


# --- the literature -----------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "alpha"), literature.WITH_GAPS_ALPHA.items())
def test_alpha_with_gaps_at_each_level(level, alpha):
    result = agreement.krippendorff(units(literature.WITH_GAPS), level)
    assert round(result.value, 3) == alpha
    # One unit has a single value, which nothing can be compared with.
    assert (result.units, result.coders) == (11, 4)


def test_alpha_of_two_coders():
    binary = agreement.krippendorff(units(literature.BINARY))
    assert round(binary.value, 3) == literature.BINARY_ALPHA
    nominal = agreement.krippendorff(units(literature.NOMINAL))
    assert round(nominal.value, 3) == literature.NOMINAL_ALPHA


def test_alpha_of_ratios_by_hand():
    # Units (1, 1), (2, 2), (1, 3): 1 three times, 2 twice, 3 once. Ratios squared: 1 and 2 are
    # 1/9 apart, 1 and 3 are 1/4, 2 and 3 are 1/25.
    result = alpha_of_two([1, 2, 1], [1, 2, 3], "ratio")
    assert result.value == pytest.approx(1 - (2 * 1 / 4 / 6) / (2 * (6 / 9 + 3 / 4 + 2 / 25) / 30))
    assert alpha_of_two([0, 0, 1], [0, 0, 1], "ratio").value == 1


def test_kappa_of_cohen():
    (both, first), (second, neither) = literature.COHEN_TABLE
    a = ["yes"] * (both + first) + ["no"] * (second + neither)
    b = ["yes"] * both + ["no"] * first + ["yes"] * second + ["no"] * neither
    assert round(agreement.cohen(a, b).value, 3) == literature.COHEN_KAPPA
    assert agreement.percent(a, b).value == pytest.approx(0.7)


def test_alpha_agrees_with_the_kappa_of_fleiss():
    # Without gaps the two differ only in drawing pairs with or without replacement:
    # 1 - alpha = (1 - kappa) * (n - 1) / n, where n is the number of all values.
    counts = np.array(literature.FLEISS_COUNTS)
    table = pd.DataFrame([np.repeat(np.arange(5), row) for row in counts])
    n = counts.sum()
    alpha = agreement.krippendorff(table).value
    assert round(1 - (1 - alpha) * n / (n - 1), 3) == literature.FLEISS_KAPPA


# --- what measures should do --------------------------------------------------------------------

codes = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=12)


@given(codes)
def test_names_of_values_and_order_of_coders_do_not_matter(pairs):
    a, b = map(list, zip(*pairs, strict=True))
    other = {"a": "z", "b": "x", "c": "y"}
    renamed = [other[x] for x in a], [other[x] for x in b]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(agreement, "RESAMPLES", 5)  # the interval is not the point here
        for measure in (agreement.percent, agreement.cohen, alpha_of_two):
            value = measure(a, b).value
            assert measure(b, a).value == pytest.approx(value)
            assert measure(*renamed).value == pytest.approx(value)
            if a == b:
                assert value in (1, None)


def test_near_full_agreement_can_be_worth_nothing():
    # Prevalence: 18 of 20 agree, and all of them on the one value that nearly everything has.
    a = ["no"] * 18 + ["yes", "no"]
    b = ["no"] * 18 + ["no", "yes"]
    assert agreement.percent(a, b).value == 0.9
    assert agreement.cohen(a, b).value == pytest.approx(-1 / 19)
    assert alpha_of_two(a, b).value < 0


def test_one_value_throughout_is_undefined_and_says_so():
    same = pd.DataFrame({"A": ["event"] * 3, "B": ["event"] * 3})
    for result in (agreement.krippendorff(same), agreement.cohen(same["A"], same["B"])):
        assert (result.value, result.low, result.high) == (None, None, None)
        assert "undefined" in result.words and "one value (event)" in result.words
    assert agreement.percent(same["A"], same["B"]).value == 1


def test_nothing_to_compare_is_undefined():
    result = agreement.krippendorff(pd.DataFrame({"A": ["x", None], "B": [None, "y"]}))
    assert (result.value, result.units) == (None, 0)
    assert "No unit has values of two coders." in result.words


def test_the_empty_code_is_a_value_or_a_gap():
    a, b = ["-", "-", "", "1", "1"], ["-", "-", "-", "1", "2"]
    assert agreement.percent(a, b).value == 0.8
    assert agreement.percent(a, b, empty="missing").value == 0.5
    assert agreement.percent(a, b, empty="missing").units == 2
    # None is a gap under either choice.
    assert agreement.percent([None, "1"], ["1", "1"]).units == 1
    with pytest.raises(ReadingError, match="'code' or 'missing'"):
        agreement.percent(a, b, empty="drop")


def test_series_are_matched_by_unit():
    a = pd.Series(["x", "y"], index=[1, 2])
    assert agreement.percent(a, a[::-1]).value == 1
    with pytest.raises(ReadingError, match="same units"):
        agreement.percent(a, pd.Series(["x", "y"], index=[1, 3]))
    with pytest.raises(ReadingError, match="one has 2 values, the other 1"):
        agreement.percent(["x", "y"], ["x"])


def test_levels_that_need_numbers_refuse_what_is_none():
    table = pd.DataFrame({"A": ["1", "CT+"], "B": ["1", "2"]}, index=[7, 8])
    with pytest.raises(ReadingError, match=r"Coder A gave unit 8 the value 'CT\+'.*needs numbers"):
        agreement.krippendorff(table, "ordinal")
    with pytest.raises(ReadingError, match="true zero"):
        agreement.krippendorff(pd.DataFrame({"A": [-1, 2], "B": [1, 2]}), "ratio")
    with pytest.raises(ReadingError, match="nominal, ordinal, interval, ratio"):
        agreement.krippendorff(table, "metric")


# --- the interval -------------------------------------------------------------------------------


def test_the_interval_is_seeded_and_holds_the_value():
    table = units(literature.NOMINAL)
    first, again = agreement.krippendorff(table), agreement.krippendorff(table)
    assert first == again
    assert first.low < first.value < first.high
    assert agreement.krippendorff(table, seed=1).low != first.low


def test_the_interval_is_drawn_only_when_it_is_asked_for(monkeypatch):
    def refuse(*_args):
        raise AssertionError("drawn")

    monkeypatch.setattr(agreement, "_interval", refuse)
    result = agreement.cohen(["x", "y", "x"], ["x", "y", "y"])
    assert result.value == pytest.approx(0.4) and result.units == 3
    with pytest.raises(AssertionError, match="drawn"):
        str(result.words)


def test_the_interval_does_not_hang_on_the_order_of_units():
    table = units(literature.NOMINAL)
    assert agreement.krippendorff(table[::-1]) == agreement.krippendorff(table)


def test_the_interval_of_a_share_is_that_of_the_binomial():
    # 60 of 100: the normal approximation gives 0.6 -+ 1.96 * sqrt(0.6 * 0.4 / 100) = 0.504, 0.696.
    result = agreement.percent(["x"] * 100, ["x"] * 60 + ["y"] * 40)
    assert result.low == pytest.approx(0.504, abs=0.02)
    assert result.high == pytest.approx(0.696, abs=0.02)


def test_draws_without_a_value_are_counted():
    result = alpha_of_two("aaab", "aaab")
    # (3/4)**4 of the draws hold no b, and 1/4**4 nothing else: 32 % in all.
    assert result.undefined_draws / agreement.RESAMPLES == pytest.approx(0.32, abs=0.05)
    assert f"undefined on {result.undefined_draws} of 1000 draws" in result.words


# --- the four codings of the story --------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "with_empty", "without"),
    [
        ("kind", 0.911, 0.911),
        ("actor", 0.747, 0.781),
        ("recipient", 0.58, 0.66),
        ("event_type", 0.814, 0.728),
        ("quad", 0.906, 0.884),
        ("valence", 0.948, 1.0),
        ("date", 0.79, 0.841),
        ("attributed_to", 0.656, 0.656),
        ("certainty", 1.0, 1.0),
    ],
)
def test_alpha_of_the_four_codings(codings, field, with_empty, without):
    table = agreement.table(codings, field)
    assert table.shape == (16, 4)
    assert round(agreement.krippendorff(table).value, 3) == with_empty
    assert round(agreement.krippendorff(table, empty="missing").value, 3) == without


def test_the_story_has_its_own_case_of_prevalence(codings):
    # A and D name the same source in 15 of 16 sentences; D names one source throughout.
    table = agreement.table(codings, "attributed_to")
    assert agreement.percent(table["A"], table["D"]).value == 15 / 16
    assert agreement.cohen(table["A"], table["D"]).value == pytest.approx(0)


def test_where_the_coders_part(codings):
    kind = agreement.disagreements(codings, "kind")
    assert list(kind.index) == [14]
    assert list(kind.loc[14]) == ["state", "relation", "state", "event"]
    assert list(agreement.disagreements(codings, "event_type").index) == [3, 9, 13, 14]
    assert agreement.disagreements(codings, "certainty").empty


def test_a_list_of_actors_has_no_order():
    rows = [("A", "MLI;BFA"), ("B", "BFA; MLI")]
    frame = pd.DataFrame(
        [{"coder": c, "sentence": 1, "main": "yes", "actor": a, "action": a} for c, a in rows]
    )
    assert agreement.disagreements(frame, "actor").empty
    assert len(agreement.disagreements(frame, "action")) == 1


def test_codings_that_cannot_be_set_out(codings):
    with pytest.raises(ReadingError, match="no column 'sign': expected one of coder, sentence"):
        agreement.table(codings, "sign")
    twice = codings.assign(main="yes")
    with pytest.raises(ReadingError, match="Coder A has two main rows for sentence 1"):
        agreement.table(twice, "kind")
