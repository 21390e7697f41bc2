"""The questions for Moodle, read back: every answer that can be defended has full marks."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from realignment import __main__ as command
from realignment import questions
from realignment.cases import read_case
from realignment.handing_out.moodle import write_moodle
from realignment.questions import quick

GAP = re.compile(r"\{1:MULTICHOICE:((?:\\.|[^\\}])*)\}")


def answers(gap: str) -> dict[str, bool]:
    """Return the choices of one list, as Moodle's documentation reads it, and which count."""
    found = {}
    for answer in re.split(r"(?<!\\)~", gap):
        words = re.split(r"(?<!\\)#", answer)[0]
        found[re.sub(r"\\(.)", r"\1", words.removeprefix("="))] = words.startswith("=")
    return found


@pytest.fixture(scope="module")
def bank(tmp_path_factory) -> dict[str, ElementTree.Element]:
    path = tmp_path_factory.mktemp("moodle") / "questions.xml"
    count = write_moodle(path)
    found = {
        question.findtext("name/text").split(" ")[0]: question
        for question in ElementTree.parse(path).getroot()
        if question.get("type") != "category"
    }
    assert len(found) == count
    return found


def test_many_questions_are_there_and_every_quick_one(bank):
    kinds = [question.get("type") for question in bank.values()]
    assert kinds.count("cloze") >= 25
    assert {q.id for n in questions.lessons() for q in quick.of_lesson(n)} <= set(bank)


def test_no_question_of_a_lesson_that_is_left_out_is_there(bank, tmp_path):
    count = write_moodle(tmp_path / "less.xml", without=["11"])
    left_out = {name for name in bank if name.startswith("11.")}
    assert left_out and count == len(bank) - len(left_out)
    assert "Lesson 11" not in (tmp_path / "less.xml").read_text(encoding="utf-8")


def test_a_defensible_coding_has_full_marks(bank):
    question = questions.find("4.1")
    case = read_case(question.case)
    gaps = GAP.findall(bank["4.1"].findtext("questiontext/text"))
    expected, defensible = question.expected(case), question.defensible(case)
    assert len(gaps) == len(expected)
    for gap, (part, value) in zip(gaps, expected.items(), strict=True):
        right = {words for words, counts in answers(gap).items() if counts}
        assert right == {value, *defensible[part]}


def test_every_list_has_a_right_choice_and_a_wrong_one(bank):
    for name, question in bank.items():
        if question.get("type") == "cloze":
            gaps = GAP.findall(question.findtext("questiontext/text"))
            assert gaps, name
            for gap in gaps:
                counted = list(answers(gap).values())
                assert any(counted) and len(counted) >= 2, name


def test_a_quick_check_has_one_right_choice_and_a_sentence_for_each_wrong_one(bank):
    for question in bank.values():
        if question.get("type") == "multichoice":
            marks = [answer.get("fraction") for answer in question.findall("answer")]
            assert marks.count("100") == 1
            for answer in question.findall("answer"):
                assert (answer.get("fraction") == "100") != bool(answer.findtext("feedback/text"))


def test_nothing_is_written_over(tmp_path: Path, capsys):
    (tmp_path / "q.xml").write_text("mine")
    assert command.main(["moodle", "--to", str(tmp_path / "q.xml")]) == 1
    assert (
        tmp_path / "q.xml"
    ).read_text() == "mine" and "is there already" in capsys.readouterr().err
