"""The annotator as a student meets it: code a sentence, run again, restart, and go on."""

from __future__ import annotations

import lab
import pytest
from playwright.sync_api import Page, expect

FORM = """
from realignment import load_case
from realignment.annotator import Annotator
case = load_case("niger_2024")
annotator = Annotator(case.sentences, case.actors)
annotator
"""
ROWS = "annotator.rows.to_dict('records')"


@pytest.fixture
def opened(page, server):
    """Open and run a notebook with an annotator; no error of ours, nothing to the outside."""
    lab.write_notebook(server.folder / "notebooks" / "annotator.ipynb", FORM, ROWS)
    seen = lab.watch(page)
    lab.open_notebook(page, server, "notebooks/annotator.ipynb")
    assert lab.run_all(page)
    yield page
    assert seen.errors == []
    assert seen.outside == []
    lab.close_notebook(page)


def code_a_sentence(page: Page) -> None:
    """Choose everything that a row needs, as a student would."""
    root = page.locator(".rr-annotator").first
    root.get_by_label("Kind").select_option("event")
    root.get_by_label("Type").select_option("SANCTION")
    expect(root).to_contain_text("Quad 4: material conflict")
    actor = root.get_by_label("Actor", exact=True)
    actor.select_option([actor.locator("option", has_text="NER/GOV").inner_text()])
    recipient = root.get_by_label("Recipient", exact=True)
    recipient.select_option([recipient.locator("option").nth(3).inner_text()])
    root.get_by_label("Action").fill("ends the accord")
    root.get_by_label("When").select_option("on a day")
    root.get_by_label("Day", exact=True).fill("2024-03-16")
    expect(root).to_contain_text("written 2024-03-16")
    root.get_by_label("Whose word").select_option("author  the story itself")
    root.get_by_label("How sure").select_option("CT+  certain")
    add(page)


def add(page: Page) -> None:
    page.locator(".rr-annotator").first.get_by_role("button", name="Add this row").click()


def test_a_sentence_is_coded_by_choices(opened):
    root = opened.locator(".rr-annotator")
    root.get_by_role("button", name="Next sentence").click()
    expect(root.locator("blockquote")).to_contain_text("In a communiqué")
    code_a_sentence(opened)
    expect(root).to_contain_text("Added to sentence 2. The table has 1 row.")
    expect(root.locator(".rr-rows tbody tr")).to_have_count(1)
    assert lab.run_all(opened)
    result = opened.locator(".jp-CodeCell").nth(1).locator(".jp-OutputArea-output")
    for words in (
        "'sentence': 2",
        "'actor': 'NER/GOV'",
        "'recipient': 'USA'",
        "'quad': '4'",
        "'date': '2024-03-16'",
        "'main': 'yes'",
    ):
        expect(result).to_contain_text(words)
    expect(root.locator(".rr-rows tbody tr")).to_have_count(1)


def test_what_is_missing_is_said_beside_the_field(opened):
    root = opened.locator(".rr-annotator")
    add(opened)
    expect(root.get_by_role("alert").first).to_have_text(
        "Nothing is there yet; expected one of the choices."
    )
    root.get_by_label("Kind").select_option("event")
    expect(root.get_by_role("alert")).to_have_count(0)
    code_a_sentence(opened)
    expect(root.locator(".rr-rows tbody tr")).to_have_count(1)


def test_keys_meant_for_the_form_do_not_reach_the_notebook(opened):
    root = opened.locator(".rr-annotator")
    cells = "() => window.jupyterapp.shell.currentWidget.content.widgets.length"
    kind = root.get_by_label("Kind")
    kind.focus()
    opened.keyboard.press("ArrowDown")
    expect(kind).to_have_value("event")
    expect(kind).to_be_focused()
    opened.keyboard.press("b")  # would insert a cell
    root.get_by_label("Actor", exact=True).focus()
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowDown")
    expect(root.get_by_label("Actor", exact=True)).to_be_focused()
    assert opened.evaluate(cells) == 2


def test_after_a_restart_one_goes_on(opened):
    code_a_sentence(opened)
    root = opened.locator(".rr-annotator")
    expect(root.locator(".rr-rows tbody tr")).to_have_count(1)
    opened.evaluate(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"
    )
    assert lab.run_all(opened)
    expect(root).to_contain_text("No rows yet.")
    code_a_sentence(opened)
    expect(root.locator(".rr-rows tbody tr")).to_have_count(1)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_it_can_be_read_by_all_in_each_theme_and_width(opened, theme, width):
    code_a_sentence(opened)
    opened.set_viewport_size({"width": width, "height": 900})
    opened.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = "true" if theme.endswith("Light") else "false"
    expect(opened.locator(f"body[data-jp-theme-light={light}]")).to_have_count(1)
    root = opened.locator(".rr-annotator")
    add(opened)  # a message stands beside a field
    expect(root.get_by_role("alert").first).to_be_visible()
    wide, inner = root.evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert wide <= inner, "no scrolling sideways"
    assert lab.violations(opened, ".rr-annotator") == []


def test_untrusted_text_shows_as_text(page, server):
    bad = """
import pandas as pd
from realignment.annotator import Annotator
bad = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>a\\u202eb"
form = Annotator(pd.DataFrame({"sentence": [1], "text": [bad]}),
                 pd.DataFrame({"code": ["NER"], "name": [bad]}))
form.add({"sentence": 1, "kind": "state", "action": bad, "valence": "neither", "certainty": "UU"})
form
"""
    lab.write_notebook(server.folder / "notebooks" / "bad_form.ipynb", bad)
    seen = lab.watch(page)
    lab.open_notebook(page, server, "notebooks/bad_form.ipynb")
    assert lab.run_all(page)
    root = page.locator(".rr-annotator")
    expect(root.locator("blockquote")).to_contain_text("<script>window.hit = 1</script><img src=x")
    expect(root.locator(".rr-rows")).to_contain_text("a[U+202E]b")
    assert root.locator("script, img, [onerror]").count() == 0
    assert page.evaluate("() => window.hit") is None
    assert seen.errors == [] and seen.outside == []
    lab.close_notebook(page)


def test_in_lesson_04_a_sentence_is_coded(page, server):
    lab.open_notebook(page, server, "notebooks/04_events.ipynb")
    assert lab.run_all(page)
    root = page.locator(".rr-annotator").first
    root.scroll_into_view_if_needed()
    rows = root.locator(".rr-rows tbody tr")
    before = rows.count()
    code_a_sentence(page)
    expect(rows).to_have_count(before + 1)
    lab.close_notebook(page)
