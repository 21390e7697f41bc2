"""A page printed as PDF, by a browser that is on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from realignment.errors import ReadingError
from realignment.files import name_of

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
"""Programs that print a page as PDF; the first that is there."""

WINDOWS = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe")
"""Where they lie on Windows, where no browser is on the path."""

MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

PDF_SECONDS = 120
"""A page is printed in two or three."""


def find_browser() -> str:
    """Return the program that prints.

    Raises
    ------
    ReadingError
        If there is none.
    """
    for found in (*map(shutil.which, BROWSERS), *_installed()):
        if found:
            return found
    raise ReadingError(
        f"No browser that prints was found: expected one of {', '.join(BROWSERS)}. Without --pdf "
        "the pages are written as HTML, and any browser prints them."
    )


def _installed() -> Iterator[str]:
    """Yield the browsers that lie where their installers put them."""
    roots = [os.environ.get(name) for name in ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA")]
    places = [Path(root, inner) for root in roots if root for inner in WINDOWS]
    yield from (str(place) for place in (*places, *map(Path, MACOS)) if place.is_file())


def print_page(browser: str, text: str, to: Path) -> None:
    """Print a page as PDF, with tags and without a head or foot of the browser's.

    Raises
    ------
    ReadingError
        If the browser printed nothing.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # Windows: still open
        source = Path(folder) / "page.html"
        source.write_text(text, encoding="utf-8")
        printed = Path(folder) / "page.pdf"
        command = [browser, "--headless", "--disable-gpu", "--no-sandbox"]
        command += [f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        command += ["--export-tagged-pdf", "--generate-pdf-document-outline"]
        command += [f"--print-to-pdf={printed}", source.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=PDF_SECONDS, check=True)
            to.write_bytes(printed.read_bytes())
        except (subprocess.SubprocessError, OSError) as problem:
            raise ReadingError(
                f"{name_of(to)} was not printed: {Path(browser).name} stopped, or wrote nothing. "
                "Without --pdf the pages are written as HTML, and any browser prints them."
            ) from problem
