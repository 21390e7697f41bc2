"""Questions by mouse and by keyboard, as a student meets them, and what the notebook then keeps."""

from __future__ import annotations

import json

import lab
import pytest
from playwright.sync_api import Page, expect

from realignment.kept import MEDIA_TYPE, read_kept

QUICK = 'from realignment import ask\nask("3.e")'
WHOLE = 'ask("1.1")'
PARTS = 'ask("1.6")'
SEVERAL = 'ask("2.3")'
NAME = "notebooks/ask.ipynb"


@pytest.fixture
def opened(page, server):
    """Open and run a notebook with four questions; no error of ours, nothing to the outside."""
    lab.write_notebook(server.folder / NAME, QUICK, WHOLE, PARTS, SEVERAL)
    seen = lab.watch(page)
    lab.open_notebook(page, server, NAME)
    assert lab.run_all(page)
    yield page
    assert seen.errors == []
    assert seen.outside == []
    lab.close_notebook(page)


def cell(page: Page, number: int):
    return page.locator(".jp-CodeCell").nth(number)


def test_a_click_is_judged_below_the_form_and_saved_with_the_notebook(opened, server):
    first = cell(opened, 0)
    first.get_by_label("b. 2024-04-29", exact=True).check()
    first.get_by_role("button", name="Check").click()
    expect(first.locator(".rr-note")).to_contain_text("Not yet. So the calendar says.")
    expect(first.get_by_role("status")).to_contain_text("Not yet.")
    first.get_by_label("c. 2024-04-29~").check()
    first.get_by_role("button", name="Check").click()
    expect(first.locator(".rr-note")).to_have_count(1)
    expect(first.locator(".rr-note")).to_contain_text("3.e Right.")
    lab.run(opened, "docmanager:save")
    opened.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    saved = json.loads((server.folder / NAME).read_text(encoding="utf-8"))
    kept = [
        read_kept(output["data"][MEDIA_TYPE])
        for output in saved["cells"][0]["outputs"]
        if MEDIA_TYPE in output["data"]
    ]
    assert [(k.question, k.value) for k in kept] == [("quick.time.after_what", "c")]


def test_it_is_answered_by_keyboard_alone(opened):
    first = cell(opened, 0)
    cells = "() => window.jupyterapp.shell.currentWidget.content.widgets.length"
    before = opened.evaluate(cells)
    first.get_by_label("a. 2024-05-13").focus()
    opened.keyboard.press("Space")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowDown")
    expect(first.get_by_label("c. 2024-04-29~")).to_be_checked()
    opened.keyboard.press("b")  # would insert a cell
    opened.keyboard.press("Tab")
    expect(first.get_by_role("button", name="Check")).to_be_focused()
    opened.keyboard.press("Enter")
    expect(first.locator(".rr-note")).to_contain_text("3.e Right.")
    assert opened.evaluate(cells) == before


def test_a_button_acts_on_what_is_chosen_and_not_on_what_was(opened):
    """The kernel is told one change at a time; a quick hand is faster."""
    first = cell(opened, 0)
    for _ in range(5):
        for letter, said in (("a. 2024-05-13", "Not yet. You have"), ("c. 2024-04-29~", "Right.")):
            opened.evaluate(
                """label => {
                    const form = document.querySelector('.jp-CodeCell .rr-ask');
                    const radios = [...form.querySelectorAll('input[type=radio]')];
                    for (const radio of [...radios, ...radios.filter(r =>
                        r.closest('label').textContent.trim() === label)]) radio.click();
                    form.querySelector('button').click();
                }""",
                letter,
            )
            expect(first.locator(".rr-note")).to_contain_text(f"3.e {said}")


def test_parts_and_several_are_chosen_from_lists_and_boxes(opened):
    parts, several = cell(opened, 2), cell(opened, 3)
    parts.get_by_role("button", name="Check").click()
    expect(parts.locator(".rr-note")).to_contain_text("Not attempted. Choose first")
    lists = parts.get_by_role("combobox")
    for number in range(lists.count() - 1):
        lists.nth(number).select_option("loaded")
    parts.get_by_role("button", name="Check").click()
    expect(parts.locator(".rr-note")).to_contain_text("7 of 8 parts are filled in.")
    several.get_by_role("checkbox").first.check()
    several.get_by_role("button", name="Check").click()
    expect(several.locator(".rr-note")).to_contain_text("2.3")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_it_can_be_read_by_all_in_each_theme_and_width(opened, theme, width):
    opened.set_viewport_size({"width": width, "height": 900})
    opened.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = "true" if theme.endswith("Light") else "false"
    expect(opened.locator(f"body[data-jp-theme-light={light}]")).to_have_count(1)
    for number in range(4):
        cell(opened, number).get_by_role("button", name="Check").click()
        expect(cell(opened, number).locator(".rr-note")).to_be_visible()
        wide, inner = (
            cell(opened, number)
            .locator(".rr-ask")
            .evaluate("node => [node.scrollWidth, node.clientWidth]")
        )
        assert wide <= inner, "no scrolling sideways"
    assert lab.violations(opened, ".rr-ask", ".rr-note") == []
