"""On a narrow screen an offline page moves no way but down, and asks for nothing."""

from __future__ import annotations

from pathlib import Path

from realignment.paper.pages import Options, page_of_notebook

ROOT = Path(__file__).resolve().parent.parent.parent


def test_an_offline_page_fits_a_telephone(browser, tmp_path):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for lesson in sorted((ROOT / "notebooks").glob("*.ipynb")):
        at = tmp_path / f"{lesson.stem}.html"
        at.write_text(page_of_notebook(lesson, Options()), encoding="utf-8")
        page.goto(at.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 360, lesson.name
    assert all(url.startswith(("file:", "data:")) for url in asked)
    context.close()
