"""One browser and one server, on a copy of the lessons, for all of these tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import lab
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

TESTED = ("notebooks", "data")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium.

    Of this folder, not of the whole run: Playwright keeps an event loop going in this thread, and
    whatever else needs one would be refused it.
    """
    if lab.CHROMIUM is None:
        pytest.skip("no Chromium is installed: apt install chromium, or chromium-browser")
    with sync_playwright() as playwright:
        started = lab.open_browser(playwright)
        yield started
        started.close()


@pytest.fixture(scope="package")
def server(browser, tmp_path_factory) -> Iterator[lab.Lab]:
    """Serve a copy of lessons and data, so that no run changes the ones in the clone."""
    folder = tmp_path_factory.mktemp("served")
    for name in TESTED:
        if (lab.ROOT / name).is_dir():
            shutil.copytree(lab.ROOT / name, folder / name)
    (folder / "notebooks").mkdir(exist_ok=True)
    with lab.running(folder, tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """Open an empty page, as wide as a small laptop."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()
