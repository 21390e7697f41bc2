"""A student's own sheet, and a class's map, as they are met in JupyterLab."""

from __future__ import annotations

import lab
import pytest
from playwright.sync_api import expect

SHEET = """
from realignment import load_case
from realignment.mine import code_mine, my_sheet
case = load_case("niger_2024")
code_mine(case, "attributed_to", "certainty")
"""
ROWS = "my_sheet(case)[['sentence', 'attributed_to', 'certainty']].head(2).values.tolist()"
CLASS = """
from realignment import classroom, load_case
case = load_case("niger_2024")
classroom.ClassExplorer(classroom.made_codings(case), case)
"""


@pytest.fixture
def watched(page, server):
    """Open and run a notebook of some cells; no error of ours, nothing to the outside."""
    seen = lab.watch(page)

    def open_with(name, *cells):
        lab.write_notebook(server.folder / "notebooks" / name, *cells)
        lab.open_notebook(page, server, f"notebooks/{name}")
        assert lab.run_all(page)
        return page

    yield open_with
    assert seen.errors == []
    assert seen.outside == []
    lab.close_notebook(page)


def test_a_column_of_the_own_sheet_is_coded_by_keyboard(watched, server):
    page = watched("my_own.ipynb", SHEET, ROWS)
    root = page.locator(".rr-annotator").first
    expect(root.locator("blockquote")).to_contain_text("Niger's government has said")
    whose = root.get_by_label("Whose word")
    whose.focus()
    page.keyboard.press("ArrowDown")  # author
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # CT+
    expect(root.get_by_label("How sure")).to_have_value("CT+  certain")
    page.keyboard.press("Tab")
    expect(root.get_by_role("button", name="Write and go on")).to_be_focused()
    page.keyboard.press("Enter")
    expect(root).to_contain_text("Sentence 1 is written. 1 of 16 sentences are coded")
    expect(root.locator("blockquote")).to_contain_text("In a communiqué")
    sheet = server.folder / "notebooks" / "my_sheet.csv"
    assert "CT+" in sheet.read_text("utf-8-sig")
    assert lab.run_all(page)
    result = page.locator(".jp-CodeCell").nth(1).locator(".jp-OutputArea-output")
    expect(result).to_contain_text("[[1, 'author', 'CT+'], [2, '', '']]")
    root = page.locator(".rr-annotator").first
    root.get_by_role("button", name="Write and go on").click()
    expect(root.get_by_role("alert").first).to_contain_text("Nothing is there yet")
    assert lab.violations(page, ".rr-annotator") == []
    sheet.unlink()


def test_a_line_of_the_class_is_clicked_and_read(watched):
    page = watched("a_class.ipynb", CLASS)
    root = page.locator(".rr-explorer").first
    line = root.get_by_role("option", name="Niger – United States")
    expect(line).to_contain_text("hostile: 40 of 40 would draw it (100 %)")
    widths = root.locator(".rr-line").evaluate_all(
        "lines => lines.map(line => parseFloat(getComputedStyle(line).strokeWidth))"
    )
    assert max(widths) == 9 and min(widths) < 2
    expect(line.locator(".rr-mark")).to_have_text("100")
    line.focus()
    panel = root.get_by_role("group", name="What supports the tie")
    expect(panel).to_contain_text("Written by")
    expect(panel).to_contain_text("made 01")
    root.get_by_label("Coder").select_option("made 03")
    expect(panel).to_contain_text("on made 03's own map")
    assert lab.violations(page, ".rr-explorer") == []
