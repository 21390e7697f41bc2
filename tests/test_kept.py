"""What a check keeps: every value comes back equal in value and type, and judged alike."""

from __future__ import annotations

import copy
import datetime
import json
import math
import os
import shutil
import subprocess
import sys

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from realignment import kept, questions
from realignment.answers import Layers, Lines, Look
from realignment.feedback import asking, grade, judge
from realignment.kept import Kept, Unkept, digest, from_json, read_kept, to_json
from tools import release
from tools.weaken import answers, case_of, made

ALL = [question for number in questions.lessons() for question in questions.of_lesson(number)]


def through_a_browser(held: object) -> object:
    """Return JSON as it comes back from a notebook: a browser writes 1.0 as 1, and loses NaN."""
    assert not any(isinstance(part, float) for part in parts(held))
    return json.loads(json.dumps(held, allow_nan=False, ensure_ascii=False).encode("utf-8"))


def parts(held: object):
    yield held
    inner = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    for part in inner:
        yield from parts(part)


def types(value: object) -> object:
    """Return a value with each part replaced by its type."""
    if isinstance(value, dict):
        return dict, [(types(key), types(part)) for key, part in value.items()]
    if isinstance(value, (tuple, list)):
        return type(value), [types(part) for part in value]
    if isinstance(value, (set, frozenset)):
        return type(value), {repr(types(part)) for part in value}
    if isinstance(value, (Lines, Layers, Look)):
        return type(value), [types(part) for part in vars(value).values()]
    return type(value)


@pytest.mark.parametrize("question", ALL, ids=[question.id for question in ALL])
def test_every_readable_answer_of_the_bank_comes_back_and_is_judged_alike(question):
    case = case_of(question.case)
    bank = [*answers("RIGHT", question), *answers("DEFENSIBLE", question)]
    bank += [answer for answer, _ in answers("WRONG", question)]
    for answer in bank:
        reading = asking.read(question, made(answer, question), case)
        if reading.said is not None:
            continue
        record = through_a_browser(Kept(question.name, reading.value).as_json())
        value = read_kept(record).value
        assert value == reading.value and types(value) == types(reading.value)
        assert judge(question, value, "", case) == judge(question, reading.value, "", case)


plain = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(), max_size=20)
    | st.dates()
    | st.datetimes()
)
values = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.frozensets(plain, max_size=4)
        | st.sets(plain, max_size=4)
        | st.dictionaries(plain | st.tuples(plain, plain), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(values)
def test_any_plain_value_comes_back_equal_in_value_and_type(value):
    back = from_json(through_a_browser(to_json(value)))
    assert back == value and types(back) == types(value)
    assert to_json(back) == to_json(value)


def test_what_json_does_not_hold_is_kept_all_the_same():
    for value in (1.0, -0.0, math.inf, 2**80, "\ud800", {("a", 1): {1.0, "x"}}, (1, True, 1.0)):
        back = from_json(through_a_browser(to_json(value)))
        assert back == value and types(back) == types(value)
    assert math.isnan(from_json(to_json(math.nan)))
    assert math.copysign(1, from_json(to_json(-0.0))) == -1


def nested(depth: int) -> object:
    held: object = 1
    for _ in range(depth):
        held = {"list": [held]}
    return held


FORGED = [
    ({"float": "one"}, "of no known form"),
    ({"float": 1}, "of no known form"),
    ({"float": "1"}, "of no known form"),
    (1.5, "of no known form"),
    ([1], "of no known form"),
    ({}, "of no known form"),
    ({"int": "1e9"}, "of no known form"),
    ({"int": "9" * 10_000}, "of no known form"),
    (2**60, "of no known form"),
    ({"tuple": 3}, "of no known form"),
    ({"set": [{"list": []}]}, "of no known form"),
    ({"set": [1, 1]}, "twice in one set"),
    ({"dict": [[1, 2], [1, 3]]}, "a key twice"),
    ({"dict": [[1, 2, 3]]}, "of no known form"),
    ({"dict": [[{"list": []}, 3]]}, "of no known form"),
    ({"date": "2024-02-30"}, "of no known form"),
    ({"escaped": "\\x"}, "of no known form"),
    ({"eval": "1"}, "of no known form"),
    ({"tuple": [], "list": []}, "of no known form"),
    ({"Lines": {}}, "other fields"),
    ({"Lines": {"edges": 5, "legend": {"dict": []}, "labels": {"frozenset": []}}}, "another form"),
    ({"Layers": {"note": "x"}}, "other fields"),
    (nested(100_000), "nested more than 12 deep"),
    ({"list": [1] * 50_000}, "more than 20,000 parts"),
    ("x" * 200_000, "more than 100,000 signs"),
    ({"list": ["x" * 60_000] * 3}, "more than 100,000 signs"),
]


@pytest.mark.parametrize(("held", "said"), FORGED, ids=[said for _, said in FORGED])
def test_what_is_forged_huge_or_nested_gets_one_sentence(held, said):
    for look in (lambda: from_json(held), lambda: read_kept({"format": 1, "value": held})):
        with pytest.raises(Unkept) as problem:
            look()
        assert said in str(problem.value) and len(str(problem.value)) < 120


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("x", "no record of an answer"),
        ({}, "not of format 1"),
        ({"format": True}, "not of format 1"),
        ({"format": 2, "question": "a"}, "not of format 1"),
        ({"format": 1, "question": 3}, "a name or a digest"),
        ({"format": 1, "question": "x" * 300}, "a name or a digest"),
        ({"format": 1, "question": "a", "why": 3}, "a reason"),
        ({"format": 1, "question": "a", "why": "x" * 3_000}, "a reason"),
        ({"format": 1, "question": "a", "hints": -99}, "a count of hints"),
        ({"format": 1, "question": "a", "hints": "2"}, "a count of hints"),
        ({"format": 1, "question": "a", "solution": "yes"}, "a count of hints"),
    ],
)
def test_a_record_that_is_none_gets_one_sentence(record, said):
    with pytest.raises(Unkept, match=said):
        read_kept(record)


def test_a_record_comes_back_and_a_later_edition_may_add_to_it():
    record = Kept("time.own_bounds", {"a": 1.0}, "because", 2, True, "c" * 16, "1.0", "d" * 16)
    assert read_kept(record.as_json() | {"more": [1]}) == record
    tried = Kept("time.own_bounds", read=False)
    assert "value" not in tried.as_json() and read_kept(tried.as_json()) == tried


def test_what_cannot_be_kept_is_said():
    for value, said in (
        (object(), "type object"),
        (nested(50), "nested"),
        ("x" * 200_000, "signs"),
        (datetime.time(1), "type time"),
    ):
        with pytest.raises(Unkept, match=said):
            to_json(value)


def test_a_digest_does_not_depend_on_line_ends_or_blanks_at_the_end():
    assert digest("a = 1\r\ncheck('1.1', a)  \n\n") == digest("a = 1\ncheck('1.1', a)")
    assert digest("a = 1") != digest("a = 2")
    assert len(digest("\ud800")) == 16
    assert kept.MEDIA_TYPE == "application/vnd.reading-realignment+json"


@pytest.mark.slow
def test_nbval_and_the_release_pass_over_what_is_kept(root, tmp_path):
    """A stored output without it, or of another digest, is the same output."""
    source = 'from realignment import check\ncheck("1.5", "b")'
    output = nbformat.v4.new_output(
        "display_data",
        data={
            "text/plain": repr(grade("1.5", "b")),
            "text/html": grade("1.5", "b")._repr_mimebundle_()["text/html"],
        },
    )
    other = copy.deepcopy(output)
    other.data[kept.MEDIA_TYPE] = {"format": 1, "cell": "of another day"}
    cells = [
        nbformat.v4.new_code_cell(source, outputs=[o], execution_count=1) for o in (output, other)
    ]
    assert release._same_outputs(*cells)
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "checked.ipynb")
    shutil.copy(root / "conftest.py", tmp_path)
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--nbval",
            "--nbval-current-env",
            "-p",
            "no:cacheprovider",
        ],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "2 passed" in ran.stdout, ran.stdout
