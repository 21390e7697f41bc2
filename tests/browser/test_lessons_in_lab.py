"""Every lesson in JupyterLab: it opens and runs, asks nobody outside, and all can read it."""

from __future__ import annotations

import lab
import pytest

NOTEBOOKS = sorted((lab.ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_lesson_opens_as_stored_and_runs(page, server, path):
    seen = lab.watch(page)
    lab.open_notebook(page, server, f"notebooks/{path.name}")
    page.wait_for_load_state("networkidle")
    assert page.get_by_text("Error displaying widget").count() == 0
    assert "<!--" not in page.locator(".jp-Notebook").inner_text(), "a mark is shown"
    assert lab.violations(page, *lab.OURS) == [], "as stored"

    assert lab.run_all(page), "a cell raised an error"
    page.wait_for_load_state("networkidle")
    stderr = page.locator("[data-mime-type='application/vnd.jupyter.stderr']")
    assert stderr.all_inner_texts() == []
    assert lab.violations(page, *lab.OURS) == [], "after a run"

    assert seen.errors == []
    assert seen.outside == []
    lab.close_notebook(page)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_lesson_exported_as_a_page_can_be_read_by_all(page, path, tmp_path):
    exported = lab.export(path, tmp_path)
    page.route(
        "**/*",
        lambda route: (
            route.abort()
            if "://" in route.request.url and not route.request.url.startswith("file:")
            else route.continue_()
        ),
    )
    page.goto(exported.as_uri())
    assert lab.violations(page, *lab.OURS) == []
    for picture in page.locator(".rr-picture img").all():
        assert picture.get_attribute("alt")
