"""The offline edition asks nothing of a network, keeps every word, and fits on a telephone."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path
from typing import get_args

import pytest
from html_pages import dangling, read

from realignment import __main__ as command
from realignment import questions
from realignment.cases import read_case
from realignment.errors import ReadingError
from realignment.events import CERTAINTY_WORDS, Kind, read_codebook
from realignment.paper import printing, write_edition
from realignment.paper.cards import EDTF, SIX, cards, french
from realignment.paper.french import KEY_TERM, french_words
from realignment.paper.leaving_out import left_out, without_links
from realignment.paper.pages import Options, page_of_notebook, prose_of, read_notebook
from realignment.questions import quick
from realignment.ties import read_sign_table

ROOT = Path(__file__).resolve().parent.parent
LESSON = next((ROOT / "notebooks").glob("03_*.ipynb"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("desk") / "offline"
    write_edition(folder)
    return read(folder)


def test_there_is_a_page_for_each_lesson_exercise_page_and_card(pages):
    wanted = {
        f"{path.parent.name}/{path.stem}.html"
        for folder in ("notebooks", "exercises")
        for pattern in ("*.ipynb", "*.md")
        for path in (ROOT / folder).glob(pattern)
    }
    to_print = {
        name.replace(".html", "_to_print.html") for name in wanted if re.search(r"/\d\d_", name)
    }
    made = {"index.html", *wanted, *to_print, *(f"cards/{name}.html" for name in cards())}
    assert set(pages) == made
    assert not any("solutions/" in name for name in pages)


def test_a_page_asks_nothing_of_anybody(pages):
    for name, text in pages.items():
        assert not re.search(r"<(script|link|iframe|object|video|audio)\b", text), name
        assert not re.search(r"\bsrc=\"(?!data:)|url\((?!data:)|@import", text), name


def test_every_link_within_the_edition_leads_somewhere(pages):
    assert dangling(pages) == []


def test_a_lesson_that_is_left_out_leaves_no_link(pages, tmp_path, capsys):
    assert command.main(["offline", "--to", str(tmp_path / "less"), "--without", "11", "9"]) == 0
    less = read(tmp_path / "less")
    gone = {name for name in pages if re.search(r"/(09|11)_", name)}
    assert len(gone) == 8 and set(less) == set(pages) - gone
    assert dangling(less) == []
    assert "esson 11 (not in this edition)" in less["notebooks/10_balance.html"]
    assert "(not in this edition)" in less["notebooks/glossary.html"]
    assert not any("(not in this edition)" in text for text in pages.values())


@pytest.mark.parametrize(
    ("asked", "found"),
    [(["11"], [11]), (["9", "11"], [9, 11]), (["09,11"], [9, 11]), (["11 ", "11"], [11]), ([], [])],
)
def test_lessons_are_left_out_by_number(asked, found):
    assert list(left_out(asked, ROOT / "notebooks")) == found


@pytest.mark.parametrize("asked", ["13", "map", "-1", "1.1", "²"])
def test_a_lesson_that_is_none_cannot_be_left_out(asked, tmp_path, capsys):
    assert command.main(["offline", "--to", str(tmp_path / "new"), f"--without={asked}"]) == 1
    said = capsys.readouterr().err
    assert f"There is no lesson '{asked}' to leave out: expected a number from 01 to 12." in said
    assert not (tmp_path / "new").exists()


def test_the_first_lesson_cannot_be_left_out(tmp_path):
    with pytest.raises(ReadingError, match="Lesson 00 cannot be left out"):
        write_edition(tmp_path / "new", without=["0"])


def test_only_links_to_what_is_left_out_become_words():
    told = "[eleven](11_map.ipynb#ties), [its exercise](../exercises/11_map.ipynb), [x](1_map.md)"
    assert without_links(told, ["11_map"]) == (
        "eleven (not in this edition), its exercise (not in this edition), [x](1_map.md)"
    )


def test_the_index_names_the_story_without_a_word_of_the_paper(pages):
    assert '<a href="notebooks/the_story.html">The story</a>' in pages["index.html"]
    assert "junta" not in pages["index.html"]


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
    assert 'class="folded"' not in on_paper
    assert "In&nbsp;[" not in on_paper and "Out[" not in on_paper


def test_a_page_to_print_lies_beside_each_that_folds(pages):
    for name, text in pages.items():
        if "Open when you have predicted" in text:
            beside = pages[name.replace(".html", "_to_print.html")]
            assert 'class="folded"' not in beside and len(re.findall("<img", beside)) == len(
                re.findall("<img", text)
            )
            assert (
                f'href="{name.replace(".html", "_to_print.html")}">to print</a>'
                in (pages["index.html"])
            )


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="no chromium on this machine")
def test_what_is_folded_on_a_screen_is_printed_by_a_browser_of_today(tmp_path):
    text = page_of_notebook(LESSON, Options())
    sizes = []
    for number, told in enumerate((text, text.replace("<details ", "<details open "))):
        target = tmp_path / f"{number}.pdf"
        printing.print_page("chromium", told, target)
        sizes.append(len(re.findall(rb"/Type\s*/Page\b", target.read_bytes())))
    assert sizes[0] == sizes[1] > 5


def test_a_quick_check_can_be_answered_where_nothing_runs(pages):
    for name, count in (("notebooks/07_ties", 6), ("exercises/11_map", 10)):
        number = int(name.split("/")[1][:2])
        on_screen, on_paper = pages[f"{name}.html"], pages[f"{name}_to_print.html"]
        assert on_screen.count("Open when you have chosen") >= count
        for asked in quick.of_lesson(number):
            there = f"<p><strong>{asked.id}</strong> " in on_screen
            assert there == (f"<p><strong>{asked.id}</strong> " in on_paper)
            if there:
                letter = asked.right_for(read_case(asked.case))
                after = on_screen.split(f"<strong>{asked.id}</strong>")[1]
                assert after.split("Open when you have chosen</summary>")[1].startswith(
                    f"<p><b>{letter}. "
                )
        assert "Open when you have chosen" not in on_paper
        assert 'check("7.a"' not in on_screen and "ask(" not in on_paper


def test_every_quick_question_is_on_a_page(pages):
    told = "".join(pages.values())
    for number in questions.lessons():
        for asked in quick.of_lesson(number):
            assert f"<strong>{asked.id}</strong>" in told, asked.id


def test_without_code_the_prose_and_the_outputs_stay():
    bare = page_of_notebook(LESSON, Options(code=False))
    assert "load_case" not in re.sub(r"<style>.*?</style>", "", bare, flags=re.DOTALL)
    assert "Three days, counted twice" in bare and "<table" in bare


def test_an_exercise_shows_what_it_asks_about_and_no_answer():
    exercise = next((ROOT / "exercises").glob("04_*.ipynb"))
    made = page_of_notebook(exercise, Options())
    assert "<table" in made and "E02" in made  # the rows to sort, with their words
    assert "✓" not in made and "Right." not in made
    assert "code_mine(" not in made and 'href="../cards/card_sheet.html"' in made
    assert "Series([]" not in page_of_notebook(
        next((ROOT / "exercises").glob("01_*.ipynb")), Options()
    )


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
    rows = re.findall(r"<tr><td>(\d+)</td>((?:<td></td>)+)</tr>", made["card_sheet"])
    sentences = read_case("niger_2024").sentences["sentence"]
    assert [int(number) for number, _ in rows] == list(sentences)
    assert {cells.count("<td>") for _, cells in rows} == {9}


# --- in French --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def in_french(tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("desk") / "francais"
    assert command.main(["offline", "--to", str(folder), "--french", "--without", "11"]) == 0
    return read(folder)


def test_the_cards_are_there_in_both_languages_and_a_page_of_words(in_french, pages):
    more = {name for name in in_french if name not in pages}
    assert more == {f"cards/{name}.html" for name in (*cards(french()), "vocabulaire")}
    assert dangling(in_french) == []
    for name in (*more, "notebooks/glossaire.html"):
        assert '<html lang="fr">' in in_french[name]
    assert '<p lang="fr">Ces pages' in in_french["index.html"]


def test_every_word_of_the_cards_has_its_french():
    words, table = french_words(), read_sign_table()
    assert sorted(words["kind"]) == sorted(get_args(Kind))
    assert list(words["event_type"]) == list(read_codebook().types["event_type"])
    assert list(words["certainty"]) == list(CERTAINTY_WORDS)
    assert list(words["date"]) == list(EDTF)
    for column in ("mode", "consent", "sign_rule"):
        assert set(words[column]) == set(table[column]) - {"", "*"}, column
    made = "".join(cards(french()).values())
    for of in ("kind", "event_type", "certainty", "date"):
        for word in words[of].values():
            shown = word.gloss.replace(" ;", "\u00a0;").replace(" :", "\u00a0:")
            assert html.escape(shown) in made, word
    assert "departure after" not in made, "no rule keeps its English"


def test_every_key_term_is_explained_in_french_and_no_other():
    explained = {
        found["term"]
        for path in (ROOT / "notebooks").glob("*.ipynb")
        for found in KEY_TERM.finditer(prose_of(read_notebook(path)))
    }
    assert explained == set(french_words()["term"])
    assert {"fact", "statement", "structural balance", "metonym", "coding sheet"} <= explained


def test_a_lesson_has_its_words_behind_its_objectives(in_french, pages):
    lesson = in_french["notebooks/01_reading.html"]
    before, box = lesson.split('<aside lang="fr" class="vocabulary">')
    assert "What you will be able to do" in before and "Who vouches?" not in before
    assert "<i>propos rapporté</i>" in box.split("</aside>")[0]
    assert not any("<aside" in text for text in pages.values())
    assert not any("<aside" in text for name, text in in_french.items() if "exercises/" in name)
    assert "<aside" in in_french["notebooks/01_reading_to_print.html"]
    assert 'predicted · <span lang="fr">à ouvrir après avoir prédit</span>' in lesson
    assert "à ouvrir" not in pages["notebooks/01_reading.html"]


def test_the_page_of_words_has_each_lesson_that_is_handed_out(in_french):
    told = in_french["cards/vocabulaire.html"]
    numbers = re.findall(r'<h2 lang="en">(\d\d)', told)
    assert numbers == [f"{n:02}" for n in range(13) if n != 11]
    assert "intervalle de rééchantillonnage" in told and "de confiance" not in told
    assert 'comme <i lang="en">is seen to be</i>' in told


def test_no_sentence_in_french_is_left_in_typewriter_marks(in_french):
    for name in ("fiche_codage", "fiche_dates", "vocabulaire"):
        body = re.sub(r"<style>.*?</style>", "", in_french[f"cards/{name}.html"], flags=re.DOTALL)
        assert not re.search(r" [;:?!]", body), name


# --- what is refused ----------------------------------------------------------------------------


def test_nothing_is_written_over(tmp_path, capsys):
    (tmp_path / "there").mkdir()
    assert command.main(["offline", "--to", str(tmp_path / "there")]) == 1
    assert "there is" not in capsys.readouterr().out
    assert list((tmp_path / "there").iterdir()) == []


def test_without_a_browser_a_pdf_is_refused_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "BROWSERS", ("no-such-browser",))
    monkeypatch.setattr(printing, "MACOS", ())
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    with pytest.raises(ReadingError, match="No browser that prints was found"):
        write_edition(tmp_path / "new", pdf=True)
    assert not (tmp_path / "new").exists()


def test_a_browser_that_is_not_on_the_path_is_found_where_windows_keeps_it(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "BROWSERS", ())
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path))
    edge = tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.touch()
    assert printing.find_browser() == str(edge)


def test_a_browser_that_prints_nothing_is_told(tmp_path):
    for browser in ("true", str(tmp_path / "gone")):
        with pytest.raises(ReadingError, match=r"card.pdf was not printed: \w+ stopped, or wrote"):
            printing.print_page(browser, "<p>x</p>", tmp_path / "card.pdf")


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="no chromium on this machine")
@pytest.mark.parametrize("name", [*cards(), *cards(french())])
def test_a_card_is_one_side_of_paper(name, tmp_path):
    printing.print_page("chromium", {**cards(), **cards(french())}[name], tmp_path / "card.pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "card.pdf").read_bytes())) == 1


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="no chromium on this machine")
def test_a_printed_page_is_tagged(tmp_path):
    target = tmp_path / "card.pdf"
    printing.print_page(printing.find_browser(), cards()["card_matrix"], target)
    content = target.read_bytes()
    assert content.startswith(b"%PDF") and b"/StructTreeRoot" in content and b"/MarkInfo" in content
