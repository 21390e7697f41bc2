"""What the readers of answers make of what people write."""

from __future__ import annotations

from collections import deque
from itertools import count

import numpy as np
import pandas as pd
import pytest

from realignment import agreement
from realignment.answers import (
    ActorName,
    Choice,
    Date,
    Days,
    Fields,
    Items,
    Keyed,
    Number,
    OutOf,
    SentenceNumber,
    Share,
    StateName,
    Unreadable,
    opened,
    refuse_large,
)
from realignment.answers.other_words import means
from realignment.cases import read_case
from realignment.paper.french import french_words

CASE = read_case("niger_2024")


@pytest.mark.parametrize(
    "words",
    [
        "17 April 2001",
        "le 17 avril 2001",
        "Mardi 17 avril 2001",
        "au mardi 17 AVRIL 2001",
        "Tuesday, April 17th, 2001",
        "the 17th of April 2001",
        "on 17 April, 2001",
        "Apr. 17, 2001",
        "17 avr. 2001",
        "17-Apr-2001",
        "2001 April 17",
        "2001-4-17",
        "2001/04/17",
        "2001年4月17日",
        "2001-04-17T00:00:00",
        "17 April 2001 (22 Muharram 1422)",
        "en date du 17 avril 2001",
    ],
)
def test_a_day_in_words_is_read(words):
    assert Date().read(words, CASE) == "2001-04-17"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("16/03/2024", "has the year last; write the year first"),
        ("03.04.2001", "has the year last"),
        ("2001-17-04", "no day of the calendar; the year comes first, then the month"),
        ("31 avril 2001", "no day of the calendar"),
        ("le 1er juillet", "is no date"),
        ("about 2016", "lesson 03 has marks"),
        ("vers 2016", "lesson 03 has marks"),
        ("6-10 March 2023", "lesson 03 has marks"),
        ("du 6 au 10 mars 2023", "lesson 03 has marks"),
        ("5 jui 2023", "is no date"),
        ("mai 2022", "the month with its number"),
    ],
)
def test_a_day_that_may_be_another_or_none_is_asked_about(words, said):
    with pytest.raises(Unreadable, match=said):
        Date().read(words, CASE)


STATES = Items(StateName(), ordered=True)
VALUES = pd.Series({"MLI": 0.1, "NER": 0.2, "TCD": 0.3})


@pytest.mark.parametrize(
    "answer",
    [
        VALUES,
        VALUES.to_frame("share"),
        VALUES.rename_axis("host").reset_index(name="share"),
        VALUES.to_dict(),
        list(VALUES.items()),
        {1: "MLI", 2: "NER", 3: "TCD"},
        "Mali Niger Tchad",
        "Mali < Niger < Chad",
        {"TCD": 3, "NER": 2, "MLI": 1},
        "Chad: 3, Niger: 2, Mali: 1",
        "Niger = 2\nMali = 1\nTchad = 3",
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_names_beside_sorted_values_are_read_in_their_order(answer):
    assert STATES.read(answer, CASE) == ("MLI", "NER", "TCD")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (VALUES > 0.1, "is no state"),
        (VALUES[["NER", "MLI", "TCD"]], r"not sorted yet.*\.sort_values\(\)"),
        (pd.DataFrame({"one": ["MLI", "NER"], "two": ["TCD", "SEN"]}), "a table of 2 columns"),
        ("Mali the Niger Bend", "`Mali the Niger Bend` is no state"),
    ],
    ids=[
        "a condition",
        "values that are not sorted",
        "two columns of names",
        "a text with other words",
    ],
)
def test_names_that_are_not_the_answer_are_asked_about(answer, said):
    with pytest.raises(Unreadable, match=said):
        STATES.read(answer, CASE)


def test_where_order_does_not_matter_a_value_for_each_name_is_none():
    with pytest.raises(Unreadable, match="the names alone"):
        Items(StateName()).read(VALUES, CASE)


@pytest.mark.parametrize("reader", [Number(), Share(of=12)], ids=["a number", "a share"])
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (pd.Series([True, False, True]), r"column of 3 values, .*\.sum\(\).* what is true"),
        (pd.Series([1.5, 2, 9]), r"column of 3 values; .*\.mean\(\)"),
        (pd.Series({"day": 3, "month": 4, "year": 1}), r'under its name; .*counts\["name"\]'),
        (np.arange(4), r"column of 4 values; .*\.sum\(\)"),
        (pd.DataFrame({"a": range(7), "b": 0}), r"table of 7 rows; .*len\(\.\.\.\)"),
    ],
    ids=["a condition", "a Series", "counts", "an array", "a table"],
)
def test_for_one_number_a_column_or_a_table_is_told_how_to_become_one(reader, answer, said):
    with pytest.raises(Unreadable, match=said):
        reader.read(answer, CASE)


@pytest.mark.parametrize(
    "written", [7, "7", "[7]", "sentence 7", "Sentence [7]", "la phrase 7", "7th", "s7", "seven"]
)
def test_a_sentence_is_read_as_the_story_writes_it(written):
    assert SentenceNumber().read(written, CASE) == 7


def test_two_things_that_make_an_option_may_stand_in_either_order():
    senses = Choice(("strong and weak", "weak", "neither"))
    for written in ("weak and strong", "Weak & strong", "strong, weak", "strong and weak"):
        assert senses.read(written, CASE) == "strong and weak"
    assert senses.read("weak", CASE) == "weak"
    with pytest.raises(Unreadable):
        senses.read("weak and neither", CASE)


@pytest.mark.parametrize(
    "written",
    ["too-exact", "Trop précis", "trop exact", "TOO_EXACT", "too exact: the words give a month"],
)
def test_an_option_is_read_with_a_hyphen_in_french_and_with_its_reason(written):
    assert Choice(("right", "too exact", "basis")).read(written, CASE) == "too exact"


def test_one_option_is_read_by_other_names_and_two_are_asked_about():
    one = Choice(("right", "too exact", "basis"))
    assert one.read("basis, it is counted", CASE) == "basis"
    assert one.read("fondement", CASE) == "basis"
    for written, said in (
        ("right, but too exact", "none of the choices"),
        (["right", "basis"], "these are 2, and one is asked for"),
    ):
        with pytest.raises(Unreadable, match=said):
            one.read(written, CASE)
    assert Choice({"a": "this", "b": "that"}).read("réponse b", CASE) == "b"
    assert Choice(("NER_CNSP", "UNK")).read("the junta", CASE) == "NER_CNSP"


def test_a_row_of_a_table_is_read_where_its_name_is_asked_for():
    rows = Choice(tuple(f"D{number:02}" for number in range(1, 18)))
    seventh = CASE.expressions[CASE.expressions["sentence"] == 7]
    assert rows.read(seventh, CASE) == rows.read(seventh.iloc[0], CASE) == "D07"
    assert rows.expects == "one of `D01` to `D17`"
    with pytest.raises(Unreadable):  # an actor stands in that row too, and is not its name
        Choice(("NER_CNSP", "UNK")).read(CASE.events.head(1), CASE)


def test_values_are_read_in_the_order_asked_for():
    levels = Keyed(StateName(), Number(), in_order=("MLI", "NER"))
    fractions = Keyed(StateName(), OutOf(), in_order=("MLI", "NER"))
    both = {"MLI": (3, 4), "NER": (1, 2)}
    for answer in ("3, 4", (3, 4), pd.Series([3, 4], index=[7, 8]), pd.DataFrame({"n": [3, 4]})):
        assert levels.read(answer, CASE) == {"MLI": 3, "NER": 4}
    rows = pd.DataFrame({"state": ["NER", "MLI"], "alike": [1, 3], "of": [2, 4]})
    for table in (rows, rows.set_index("state")):
        assert fractions.read(table, CASE) == both
    assert fractions.read([(3, 4), (1, 2)], CASE) == both
    assert Fields({"one": Number(), "other": Number()}).read("1; 2", CASE) == {"one": 1, "other": 2}


@pytest.mark.parametrize("answer", ["3 of 4", "three of four", "3:4", "3 sur 4", "3 out of the 4"])
def test_a_fraction_is_read_as_it_is_written(answer):
    assert OutOf().read(answer, CASE) == (3, 4)


@pytest.mark.parametrize("answer", ["3 years", "35 months", "150W", "trois mois"])
def test_a_length_that_is_not_in_days_is_asked_for_in_days(answer):
    with pytest.raises(Unreadable, match="not in days"):
        Days().read(answer, CASE)
    assert Days().read(np.timedelta64(90, "D"), CASE) == 90


def test_a_list_is_read_by_its_places():
    steps = Items(Choice(("sign", "pair", "rule")), ordered=True)
    told = ("sign", "pair", "rule")
    for answer in (
        {"pair": 2, "rule": 3, "sign": 1},
        "1. sign 2. pair 3. rule",
        "1) sign, 2) pair, 3) rule",
    ):
        assert steps.read(answer, CASE) == told
    days = pd.DataFrame({"step": told, "day": ["2024-01-02", "2024-03-01", "2024-03-05"]})
    assert steps.read(days, CASE) == told


def test_values_without_names_are_asked_for_their_names():
    levels = Keyed(StateName(), Number(), in_order=("MLI", "NER"))
    assert levels.read([3, 4], CASE) == {"MLI": 3, "NER": 4}
    assert levels.read({"Mali": 3, "Niger": 4, "Chad": 9}, CASE) == {"MLI": 3, "NER": 4}
    with pytest.raises(Unreadable, match="no names beside them, only the numbers of rows"):
        levels.read(pd.Series([3, 4, 5]), CASE)


@pytest.mark.parametrize(
    ("reader", "answer", "value"),
    [
        (Number(unit="acts"), "one act", 1),
        (Number(unit="persons"), "1 100 soldats", 1100),
        (Number(unit="rows"), "90 lignes", 90),
        (Number(unit="days"), "132 jours", 132),
        (Number(unit="days"), "132D", 132),
        (Number(unit="days"), np.timedelta64(132, "D"), 132),
        (Number(unit="times"), "1.6x", 1.6),
        (Number(unit="times"), "1.6 times as many", 1.6),
        (Choice(("REJECT", "SANCTION")), "sanctions", "SANCTION"),
        (ActorName(), "the US government", "USA/GOV"),
        (ActorName(), "gouvernement du Niger", "NER/GOV"),
        (Choice(("kind", "certainty")), {"certainty": "CT-"}, "certainty"),
        (Choice(("kind", "certainty")), {"flaw": "certainty"}, "certainty"),
        (Choice(("kind", "certainty")), "la certitude", "certainty"),
        (Choice(("event", "intent")), "L'événement", "event"),
        (Choice(("gap", "two things")), "2 things", "two things"),
        (Choice(("kind", "certainty")), "certainty should be CT-", "certainty"),
        (Choice(("kind", "certainty")), "the certainty column", "certainty"),
        (Choice({"a": "coders are too few", "b": "one value prevails, so"}), "Answer: b", "b"),
        (
            Choice({"a": "coders are too few", "b": "one value prevails, so"}),
            "one value prevails",
            "b",
        ),
    ],
)
def test_a_unit_an_article_or_a_dict_round_it_does_not_hide_an_answer(reader, answer, value):
    assert reader.read(answer, CASE) == value


def test_a_result_that_has_a_value_is_read_as_its_value():
    codings = pd.Series(["a", "a", "b"]), pd.Series(["a", "b", "b"])
    assert Share().read(agreement.percent(*codings), CASE) == 2 / 3
    measures = {
        "kind": agreement.percent(*codings),
        "actor": agreement.percent(codings[0], codings[0]),
    }
    assert Items(Choice(tuple(measures)), ordered=True).read(measures, CASE) == ("kind", "actor")


def test_rows_of_texts_are_the_names_in_them_and_rows_of_counts_are_not():
    names = Items(Choice(("K05", "K08", "K21")), what="contradictions")
    rows = pd.DataFrame({"conflict_id": ["K05", "K21"], "topic": ["a", "b"]})
    assert names.read(rows, CASE) == {"K05", "K21"}
    with pytest.raises(Unreadable, match="the names alone"):
        names.read(rows.assign(topic=[0, 3]), CASE)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("~1999-05", "stands behind the date"),
        ("1999-05/", "a side that nobody tells is written `..`"),
        ("open/1999-05", "is no date"),
        ("[../1999-05-04]", "two points stand between the days, and no slash"),
        ("1999-XX-XX", "leave out what is not known"),
        ("1999-5~", "a month has two figures"),
        ("4 May", "the year is missing"),
        ("May 4th", "the year is missing"),
        ("Tuesday", "is no date$"),
    ],
)
def test_of_a_date_that_cannot_be_read_it_is_said_what_is_amiss(written, said):
    with pytest.raises(Unreadable, match=said):
        Date().read(written, CASE)


def test_a_remark_behind_a_date_or_a_number_is_left_aside():
    assert Date().read("1999-05-04 (Tuesday)", CASE) == Date().read("19990504", CASE)
    for written in ("0.75 (3/4)", "3 / 4 = 0.75", "about 0.75", "≈ 75 %", "environ 75 %"):
        assert Share(of=4).read(written, CASE) == 0.75
    assert Number(of=17).read((3, 17), CASE) == Number(of=17).read("3 of 17", CASE) == 3


@pytest.mark.parametrize(
    "written",
    ["b!", "b - that one", "b, that one", "b because it is so", "réponse b", "B. that one"],
)
def test_a_letter_is_read_with_what_is_written_round_it(written):
    assert Choice({"a": "this way", "b": "that one"}).read(written, CASE) == "b"


def test_names_that_are_said_to_be_true_are_the_answer():
    said = {"MLI": True, "NER": np.bool_(False), "TCD": True}
    of_states = Items(StateName())
    assert of_states.read(said, CASE) == of_states.read(pd.Series(said), CASE) == {"MLI", "TCD"}
    with pytest.raises(Unreadable):
        STATES.read(said, CASE)


def test_keys_may_stand_in_the_second_column_and_names_of_fields_in_the_singular():
    table = pd.DataFrame({"n": [3, 4], "state": ["MLI", "NER"]})
    assert Keyed(StateName(), Number()).read(table, CASE) == {"MLI": 3, "NER": 4}
    fields = Fields({"names": Number(), "actors": Number()}, columns={"words": "names"})
    for given in ({"name": 3, "actor": 4}, pd.Series({"words": 3, "actors": 4})):
        assert fields.read(given, CASE) == {"names": 3, "actors": 4}


@pytest.mark.parametrize("name", ["CNSP", "the CNSP", "the junta", "NER_CNSP"])
def test_an_actor_is_read_by_the_short_form_of_its_name(name):
    assert ActorName().read(name, CASE) == "NER_CNSP"


KEYS = Keyed(Choice(("A", "B", "C")), Choice(("cause", "no test", "-")))


@pytest.mark.parametrize(
    "answer",
    [
        ["cause", "no test", "-"],
        np.array(["cause", "no test", "-"]),
        pd.Series(["cause", "no test", "-"]),
        {"A": "cause", "B": "no test", "C": "-"}.values(),
        pd.DataFrame([{"A": "cause", "B": "no test", "C": "-"}]),
        "A: cause; B: no test; C: -",
        "A cause, B no test, C –",
        "a = cause\nb = no test\nc = -",
        "cause, no test, -",
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_one_answer_for_each_may_be_given_in_the_order_asked_or_in_one_text(answer):
    assert KEYS.read(answer, CASE) == {"A": "cause", "B": "no test", "C": "-"}


@pytest.mark.parametrize(
    "answer", [["cause", "no test"], "cause, no test", pd.Series(["cause", "no test"], [1, 2]), "A"]
)
def test_too_few_answers_are_no_answers_in_order(answer):
    with pytest.raises(Unreadable):
        KEYS.read(answer, CASE)


@pytest.mark.parametrize(
    "written", ["3 of 8", "3 triangles of 8", "(3, 8)", "3 out of the 8", "3 sur 8"]
)
def test_a_count_with_its_denominator_is_read_with_words_between(written):
    assert OutOf().read(written, CASE) == (3, 8)


@pytest.mark.parametrize("written", ["0,375", "3.5 of 8", "3 of 8 of 9", "8"])
def test_what_has_no_denominator_is_no_count_of_so_many(written):
    with pytest.raises(Unreadable):
        OutOf().read(written, CASE)


def test_the_columns_that_answer_are_found_in_a_table_of_more():
    kinds = Keyed(Choice(("E02", "E09")), Choice(("event", "intent", "state")))
    rows = CASE.events[CASE.events["event_id"].isin(["E02", "E09"])]
    assert kinds.read(rows, CASE) == {"E02": "event", "E09": "intent"}
    assert kinds.read(CASE.events[["event_id", "quote", "kind"]], CASE) == kinds.read(rows, CASE)
    assert kinds.read(rows["kind"], CASE) == kinds.read(rows, CASE)
    with pytest.raises(Unreadable, match="one is asked for"):
        kinds.read(rows.assign(mode="state"), CASE)  # two columns that might answer


def test_what_a_coder_picks_is_read_as_the_cards_have_it_in_french():
    words = french_words()
    for of in ("kind", "event_type", "certainty"):
        assert [word for word, row in words[of].items() if not means(row.french, word)] == []


ROW = {"rows": 90, "unverified": 36}
COUNTS = Fields({"rows": Number(unit="rows"), "unverified": Number(unit="rows", of=90)})


@pytest.mark.parametrize(
    "answer",
    [
        zip(ROW, ROW.values(), strict=True),
        ROW.items(),
        (pair for pair in ROW.items()),
        {name: np.array(number) for name, number in ROW.items()},
        '{"rows": 90, "unverified": 36}',
        "{'rows': 90, 'unverified': 36}",
        "rows: 90; unverified: 36 of 90",
        "rows = 90\nunverified = 36",
        pd.DataFrame({"what": list(ROW), "how many": list(ROW.values())}),
        pd.DataFrame({"how many": ROW}),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_named_fields_are_read_in_whatever_hands_them_out(answer):
    assert COUNTS.read(opened(answer), CASE) == ROW


def test_what_is_handed_out_one_by_one_is_read_as_a_list_and_without_end_is_refused():
    voices = Items(Choice(("author", "UNK")), ordered=True)
    for answer in (map(str, ["author", "UNK"]), deque(["author", "UNK"]), iter(("author", "UNK"))):
        assert voices.read(opened(answer), CASE) == ("author", "UNK")
    with pytest.raises(Unreadable, match="some other table|parts"):
        refuse_large(opened(count()))
    for text in ("{", "{1", "{'a'}", "{" * 20_000, '{"a": [' * 2_000):
        assert opened(text) == text


@pytest.mark.parametrize("written", ['"2001-04-17"', "2001-04-17.", " '17 April 2001' "])
def test_a_day_is_read_in_quotation_marks_and_before_a_full_stop(written):
    assert Date().read(written, CASE) == "2001-04-17"


def test_an_open_end_is_no_full_stop():
    assert Date().read("2023-07/..", CASE) == "2023-07/.."
    assert Date().read("[2023-07..].", CASE) == "[2023-07..]"


@pytest.mark.parametrize(
    ("written", "option"),
    [
        ("Answer: B", "b"),
        ("Réponse : b) one value prevails", "b"),
        ('"b?"', "b"),
        ("it is b", "b"),
    ],
)
def test_an_option_is_read_behind_words_that_announce_it(written, option):
    letters = Choice({"a": "two coders are too few", "b": "one value prevails"})
    assert letters.read(written, CASE) == option


def test_an_option_that_is_called_right_or_beside_another_is_not_picked():
    columns = Choice(("basis", "precision"))
    assert columns.read("basis should be counted", CASE) == "basis"
    assert columns.read("the basis is wrong", CASE) == "basis"
    for written in ("basis is right", "basis is right, precision is wrong", "basis is not wrong"):
        with pytest.raises(Unreadable):
            columns.read(written, CASE)


def test_a_person_stands_for_his_body_and_a_name_for_a_country_where_one_is_picked():
    assert Choice(("NER_GOV", "NER_CNSP")).read("Bazoum (I think)", CASE) == "NER_GOV"
    assert Choice(("USA", "TCD")).read("le Tchad", CASE) == "TCD"
