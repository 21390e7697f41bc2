"""The offline edition in one folder."""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from pathlib import Path

from realignment.errors import ReadingError
from realignment.files import find_data, make_folder, name_of
from realignment.paper.cards import cards
from realignment.paper.pages import Options, page, page_of_markdown, page_of_notebook

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
"""Programs that print a page as PDF; the first that is there."""

PDF_SECONDS = 120
"""A page is printed in two or three."""


def write_edition(to: Path, code: bool = True, pdf: bool = False) -> list[Path]:
    """Write a page for each lesson, exercise and page, the cards, and an index.

    Parameters
    ----------
    to
        A folder that is not there yet; nothing is written over.
    code
        Whether the code of the lessons is shown.
    pdf
        Whether each page is printed as a PDF, too, with tags for screen readers. Needs Chromium.

    Returns
    -------
    list of Path
        What was written, the index first.

    Raises
    ------
    ReadingError
        If the folder is there already, no clone with its notebooks is found, or there is no
        browser for the PDF.
    """
    root = find_data().parent
    notebooks = [
        *sorted((root / "notebooks").glob("*.ipynb")),
        *sorted((root / "exercises").glob("*.ipynb")),
    ]
    if not notebooks:
        raise ReadingError(
            f"No notebooks lie beside {name_of(root / 'data')}: expected a clone of the module, "
            "with notebooks/ and exercises/ in it."
        )
    browser = _browser() if pdf else ""
    made: dict[str, str] = {}
    printed: dict[str, str] = {}
    for path in notebooks:
        name = f"{path.parent.name}/{path.stem}"
        made[name] = page_of_notebook(path, Options(code))
        printed[name] = page_of_notebook(path, Options(code, printed=True))
    for path in sorted((root / "notebooks").glob("*.md")):
        name = f"notebooks/{path.stem}"
        made[name] = printed[name] = page_of_markdown(path, Options(code=False))
    for name, text in cards().items():
        made[f"cards/{name}"] = printed[f"cards/{name}"] = text
    index = page("All pages", _index(made, pdf), "index", Options(code=False))

    def fill(folder: Path) -> None:
        for inner in ("notebooks", "exercises", "cards"):
            (folder / inner).mkdir()
        for name, text in {"index": index, **made}.items():
            (folder / f"{name}.html").write_text(text, encoding="utf-8", newline="\n")
        for name, text in printed.items() if pdf else ():
            _print(browser, text, folder / f"{name}.pdf")

    make_folder(to, fill)
    return [to / "index.html", *sorted(path for path in to.rglob("*.*") if path.stem != "index")]


def _index(made: dict[str, str], pdf: bool) -> str:
    lines = ["<h1>Reading Realignment, to read without a network</h1>"]
    for folder, title in (
        ("notebooks", "Lessons and pages"),
        ("exercises", "Exercises"),
        ("cards", "Cards to print"),
    ):
        lines.append(f"<h2>{title}</h2>\n<ul>")
        for name, text in made.items():
            if name.startswith(f"{folder}/"):
                heading = text.split("<title>", 1)[1].split(" · Reading Realignment", 1)[0]
                also = f' (<a href="{html.escape(name)}.pdf">PDF</a>)' if pdf else ""
                lines.append(f'<li><a href="{html.escape(name)}.html">{heading}</a>{also}</li>')
        lines.append("</ul>")
    return "\n".join(lines)


def _browser() -> str:
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    raise ReadingError(
        f"No browser that prints was found: expected one of {', '.join(BROWSERS)} on the path. "
        "Without --pdf the pages are written as HTML, and any browser prints them."
    )


def _print(browser: str, text: str, to: Path) -> None:
    """Print a page as PDF, with tags and without a head or foot of the browser's."""
    with tempfile.TemporaryDirectory() as folder:
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
        except subprocess.SubprocessError as problem:
            raise ReadingError(f"{name_of(to)} was not printed: the browser stopped.") from problem
