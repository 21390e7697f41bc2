"""The offline edition asks nothing of a network, keeps every word, and fits on a telephone."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from realignment import __main__ as command
from realignment.errors import ReadingError
from realignment.paper import edition, write_edition
from realignment.paper.cards import SIX, cards
from realignment.paper.pages import Options, page_of_notebook

ROOT = Path(__file__).resolve().parent.parent
LESSON = next((ROOT / "notebooks").glob("03_*.ipynb"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("desk") / "offline"
    write_edition(folder)
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
    }


def test_there_is_a_page_for_each_lesson_exercise_page_and_card(pages):
    wanted = {
        f"{path.parent.name}/{path.stem}.html"
        for folder in ("notebooks", "exercises")
        for pattern in ("*.ipynb", "*.md")
        for path in (ROOT / folder).glob(pattern)
    }
    assert set(pages) == {"index.html", *wanted, *(f"cards/{name}.html" for name in cards())}
    assert not any("solutions/" in name for name in pages)


def test_a_page_asks_nothing_of_anybody(pages):
    for name, text in pages.items():
        assert not re.search(r"<(script|link|iframe|object|video|audio)\b", text), name
        assert not re.search(r"\bsrc=\"(?!data:)|url\((?!data:)|@import", text), name


def test_every_link_within_the_edition_leads_somewhere(pages):
    for name, text in pages.items():
        for target in re.findall(r'href="([^"#:]+?)(?:#[^"]*)?"', text):
            parts: list[str] = name.split("/")[:-1]
            for part in target.split("/"):
                parts = parts[:-1] if part == ".." else [*parts, part]
            found = "/".join(parts)
            beside = ROOT / found  # what is no page of the edition is a page of the folder itself
            assert found in pages or beside.exists(), f"{name}: {target}"


def test_a_page_is_named_by_its_heading_and_every_picture_has_its_words(pages):
    assert "<title>03 Time: when did it happen? ·" in pages[f"notebooks/{LESSON.stem}.html"]
    for name, text in pages.items():
        for image in re.findall(r"<img\b[^>]*>", text):
            assert re.search(r'alt="[^"]{10,}', image), name
        assert "<!--" not in text.split("</head>")[1], name  # no mark of a number


def test_what_is_predicted_is_folded_on_a_screen_and_open_on_paper():
    on_screen = page_of_notebook(LESSON, Options())
    assert on_screen.count("Open when you have predicted") >= 4
    on_paper = page_of_notebook(LESSON, Options(printed=True))
    assert "<details>" not in on_paper
    assert "In&nbsp;[" not in on_paper and "Out[" not in on_paper


def test_without_code_the_prose_and_the_outputs_stay():
    bare = page_of_notebook(LESSON, Options(code=False))
    assert "load_case" not in re.sub(r"<style>.*?</style>", "", bare, flags=re.DOTALL)
    assert "Three days, counted twice" in bare and "<table" in bare


def test_an_exercise_shows_what_it_asks_about_and_no_answer():
    exercise = next((ROOT / "exercises").glob("04_*.ipynb"))
    made = page_of_notebook(exercise, Options())
    assert "<table" in made and "E02" in made  # the rows to sort, with their words
    assert "✓" not in made and "Right." not in made


def test_an_output_that_is_no_html_is_escaped(tmp_path):
    cell = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "execution_count": 1,
        "source": "print(x)",
        "outputs": [
            {"output_type": "stream", "name": "stdout", "text": "<script>alert(1)</script>"}
        ],
    }
    other = cell | {
        "id": "b",
        "outputs": [
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {"text/html": "<b>x</b><script>alert(1)</script>"},
            }
        ],
    }
    book = {"cells": [cell, other], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps(book), encoding="utf-8")
    made = page_of_notebook(path, Options())
    assert "&lt;script&gt;" in made and "<script" not in made and "<b>x</b>" in made


def test_the_cards_hold_what_a_coder_needs():
    made = cards()
    assert all(f">{name}</th>" in made["card_matrix"] for name in SIX)
    for word in ("SANCTION", "intent", "CT+"):
        assert word in made["card_codebook"]
    assert "2023-07/.." in made["card_edtf"] and "hostile" in made["card_signs"]


def test_nothing_is_written_over(tmp_path, capsys):
    (tmp_path / "there").mkdir()
    assert command.main(["offline", "--to", str(tmp_path / "there")]) == 1
    assert "there is" not in capsys.readouterr().out
    assert list((tmp_path / "there").iterdir()) == []


def test_without_a_browser_a_pdf_is_refused_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(edition, "BROWSERS", ("no-such-browser",))
    with pytest.raises(ReadingError, match="No browser that prints was found"):
        write_edition(tmp_path / "new", pdf=True)
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not shutil.which("chromium"), reason="no chromium on this machine")
def test_a_printed_page_is_tagged(tmp_path):
    target = tmp_path / "card.pdf"
    edition._print(edition._browser(), cards()["card_matrix"], target)
    content = target.read_bytes()
    assert content.startswith(b"%PDF") and b"/StructTreeRoot" in content and b"/MarkInfo" in content
