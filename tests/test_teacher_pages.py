"""The teacher's pages hold each lesson's plan and every answer."""

from __future__ import annotations

import functools
import html
import re
from pathlib import Path

import pytest
from html_pages import dangling, read

from realignment import __main__ as command
from realignment import questions
from realignment.cases import read_case
from realignment.handing_out import write_student_edition
from realignment.paper.teacher import in_words
from realignment.questions import quick

case_of = functools.cache(read_case)

NUMBERS = [0, *questions.lessons()]
EVERY = [question for number in questions.lessons() for question in questions.of_lesson(number)]


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("desk") / "teacher"
    assert command.main(["teacher-pages", "--to", str(folder)]) == 0
    return read(folder)


def test_there_is_a_page_for_each_lesson_and_for_the_guide(pages):
    guide = ["instructors_guide", "six_weeks", "before_and_after", "marking_a_class"]
    named = [f"{number:02}" for number in NUMBERS]
    assert set(pages) == {"index.html", *(f"teacher/{name}.html" for name in (*guide, *named))}
    assert dangling(pages) == []
    assert "keep it apart" in pages["index.html"]


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.id)
def test_each_question_stands_with_its_answer(pages, question):
    page = pages[f"teacher/{question.lesson:02}.html"]
    after = page.split(f"<h3>{question.id} ")[1].split("<h3>")[0]
    case = case_of(question.case)
    value = question.answer(case)
    if value is not None:
        assert f"<p><b>{html.escape(in_words(value))}</b></p>" in after
    else:
        assert ("<b>Open.</b>" if question.rubric else "<b>Judged by what") in after
    for reason in question.allowed(case).values():
        for why in reason.values() if isinstance(reason, dict) else [reason]:
            assert re.sub("`", "", html.escape(str(why), quote=False))[:30] in re.sub(
                "</?code>", "", after
            )


def test_each_quick_check_stands_with_its_right_choice(pages):
    for number in questions.lessons():
        page = pages[f"teacher/{number:02}.html"]
        for asked in quick.of_lesson(number):
            after = page.split(f"<b>{asked.id}</b> ")[1]
            assert re.search(r"<p><b>(\w)\. ", after)[1] == asked.right_for(case_of(asked.case))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.7948717948717948, "0.7949"),
        (15.0, "15"),
        (-1, "−1"),
        (-0.25, "−0.25"),
        (True, "yes"),
        ("", "(nothing)"),
        (("USA", "NER"), "USA, NER"),
        (frozenset({"b", "a"}), "a; b"),
        (frozenset({("B2", "open"), ("B1", "closed")}), "B1, closed; B2, open"),
        ({"x": 2.0, ("BFA", "FRA"): "hostile"}, "x: 2; BFA, FRA: hostile"),
    ],
)
def test_an_answer_is_written_as_on_a_board(value, said):
    assert in_words(value) == said


def test_a_lesson_that_is_left_out_has_no_page_and_no_link(pages, tmp_path):
    words = ["teacher-pages", "--to", str(tmp_path / "less"), "--without-code", "--without", "11"]
    assert command.main(words) == 0
    less = read(tmp_path / "less")
    assert set(pages) - set(less) == {"teacher/11.html"}
    assert dangling(less) == []
    full, bare = pages["teacher/01.html"], less["teacher/01.html"]
    assert "<b>0.7949</b>" in full and "<b>0.7949</b>" in bare
    assert 'class="highlight"' in full and 'class="highlight"' not in bare


def test_in_the_students_edition_there_is_nothing_to_make_them_of(tmp_path, monkeypatch, capsys):
    write_student_edition(tmp_path / "course")
    monkeypatch.setattr(
        "realignment.paper.teacher.find_data", lambda: Path(tmp_path, "course", "data")
    )
    assert command.main(["teacher-pages", "--to", str(tmp_path / "new")]) == 1
    assert "course has no solutions/notes" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
