"""The frozen banks: what students would hear, by writers who had not seen the rules."""

from __future__ import annotations

import pytest

from realignment import questions
from realignment.feedback import Standing
from tools import bank

RECORD = "typed from the record as it was before its third edition"
ASKED = "the question has other parts since lesson 08 became two lessons"
SETTLED = {
    # What the bank puts down otherwise than the rules, and why the rules stand. The bank is frozen.
    "reading.fact_claim_comment_intent": (
        "the house arrest is described in the passive, so that it can be read as a claim",
        ["the house arrest as a claim"],
    ),
    "checking.unverified_memberships": (
        RECORD,
        ["two numbers", "a tuple in the order asked", "texts"],
    ),
    "alliances.first_act_of_pairs": (
        ASKED,
        ["texts", "Timestamps", "dates", "a Series", "two in words"],
    ),
    "alliances.ends_of_spells": (
        ASKED,
        ["the dict as shown", "capitals", "an underscore", "a Series"],
    ),
    "alliances.ties_of_foundings": (
        RECORD,
        ["three numbers", "a tuple in the order asked", "texts"],
    ),
    "alliances.votes_alike": (
        RECORD,
        ["tuples", "texts with of", "texts with a slash", "lists", "in French words"],
    ),
    "alliances.hide_one_keep_one": (
        ASKED,
        ["a year", "majority", "both", "days in words", "six years", "mixed with both"],
    ),
    "alliances.own_lost_ties": (ASKED, ["a number", "a text"]),
    "balance.count_triangles": (RECORD, ["four numbers", "a Series", "texts"]),
    "balance.day_of_two_frustrated": (RECORD, ["one frustrated", "the first day of the time"]),
    "balance.own_day": (
        RECORD,
        ["a tuple", "a text with of", "a text with a slash", "a Timestamp and a list"],
    ),
}

SETTLED_OF_SECOND: dict[str, tuple[str, list[str]]] = {
    "own_article.contradicted_detail": (
        "the month is true of the official text, and only less exact than it",
        ["the month alone"],
    ),
}

FROZEN = {
    "first edition": (bank.fresh, SETTLED, 1100),
    "second edition": (bank.second, SETTLED_OF_SECOND, 1500),
}
"""Each frozen bank: how it is judged, what of it is settled, how many answers it has at least."""

GENERAL_AT_MOST = 0.15
"""The share of *not yet* that may have the general message alone."""


@pytest.fixture(scope="module", params=FROZEN)
def judged(request) -> list[bank.Judged]:
    judge, _, _ = FROZEN[request.param]
    return [one for number in questions.lessons() for one in judge(number)]


@pytest.fixture
def settled(request, judged) -> dict[str, tuple[str, list[str]]]:
    return FROZEN[request.node.callspec.params["judged"]][1]


def test_no_wrong_one_passes_and_no_right_one_is_refused(judged, settled):
    faults = [
        (one.question.name, one.what, one.fault)
        for one in judged
        if one.fault and one.what not in settled.get(one.question.name, ("", []))[1]
    ]
    assert not faults


def test_what_is_settled_is_still_so(judged, settled):
    found = {(one.question.name, one.what) for one in judged if one.fault}
    for name, (_, answers) in settled.items():
        assert {(name, what) for what in answers} <= found, f"{name}: nothing to settle"


def test_a_not_yet_says_what_it_recognises(request, judged):
    wrong = [one for one in judged if one.kind == "wrong"]
    not_yet = [one for one in wrong if one.verdict.state is Standing.NOT_YET]
    general = [one for one in not_yet if one.verdict.misconception == bank.GENERAL]
    least = FROZEN[request.node.callspec.params["judged"]][2]
    assert len(judged) > least and len(general) <= GENERAL_AT_MOST * len(not_yet)
