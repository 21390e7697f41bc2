"""The offline edition in one folder."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from realignment.errors import ReadingError
from realignment.files import find_data, make_folder, name_of
from realignment.paper.cards import cards
from realignment.paper.leaving_out import left_out
from realignment.paper.pages import Options, page, page_of_markdown, page_of_notebook, title_of
from realignment.paper.printing import find_browser, print_page

SHORT = {"notebooks/the_story": "The story"}
"""Pages that a list of links calls otherwise than their heading, which is a paper's own."""


def write_edition(
    to: Path, code: bool = True, pdf: bool = False, without: Sequence[str] = ()
) -> list[Path]:
    """Write a page for each lesson, exercise and page, the cards, and an index.

    Parameters
    ----------
    to
        A folder that is not there yet; nothing is written over.
    code
        Whether the code of the lessons is shown.
    pdf
        Whether each page is printed as a PDF, too, with tags for screen readers. Needs Chromium,
        Chrome or Edge.
    without
        Numbers of lessons that are left out, with their exercises.

    Returns
    -------
    list of Path
        What was written, the index first.

    Raises
    ------
    ReadingError
        If the folder is there already, no clone with its notebooks is found, a lesson that is to
        be left out is none, or there is no browser for the PDF.
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
    gone = frozenset(left_out(without, root / "notebooks").values())
    options = Options(code, left_out=gone)
    made: dict[str, str] = {}
    printed: dict[str, str] = {}
    for path in notebooks:
        if path.stem not in gone:
            name = f"{path.parent.name}/{path.stem}"
            made[name] = page_of_notebook(path, options)
            printed[name] = page_of_notebook(path, replace(options, printed=True))
    for path in sorted((root / "notebooks").glob("*.md")):
        made[f"notebooks/{path.stem}"] = page_of_markdown(path, replace(options, code=False))
    made |= {f"cards/{name}": text for name, text in cards().items()}
    sections = {
        "notebooks": "Lessons and pages",
        "exercises": "Exercises",
        "cards": "Cards to print",
    }
    heading = "Reading Realignment, to read without a network"
    return write_pages(to, heading, sections, made, printed, pdf)


def write_pages(
    to: Path,
    heading: str,
    sections: Mapping[str, str],
    made: Mapping[str, str],
    printed: Mapping[str, str],
    pdf: bool,
) -> list[Path]:
    """Write pages into a new folder, with an index of them.

    Parameters
    ----------
    to
        A folder that is not there yet.
    heading
        What stands over the index.
    sections
        Folder to the title over its pages in the index.
    made
        ``"folder/name"`` to a page of HTML.
    printed
        Those that are another page on paper.
    pdf
        Whether each is printed, too.
    """
    browser = find_browser() if pdf else ""
    index = page("All pages", _index(heading, sections, made, pdf), "index", Options(code=False))

    def fill(folder: Path) -> None:
        for inner in sections:
            (folder / inner).mkdir()
        for name, text in {"index": index, **made}.items():
            (folder / f"{name}.html").write_text(text, encoding="utf-8", newline="\n")
        for name, text in {**made, **printed}.items() if pdf else ():
            print_page(browser, text, folder / f"{name}.pdf")

    make_folder(to, fill)
    return [to / "index.html", *sorted(path for path in to.rglob("*.*") if path.stem != "index")]


def _index(heading: str, sections: Mapping[str, str], made: Mapping[str, str], pdf: bool) -> str:
    lines = [f"<h1>{html.escape(heading)}</h1>"]
    for folder, title in sections.items():
        lines.append(f"<h2>{html.escape(title)}</h2>\n<ul>")
        for name, text in made.items():
            if name.startswith(f"{folder}/"):
                words = SHORT.get(name) or title_of(text)
                also = f' (<a href="{html.escape(name)}.pdf">PDF</a>)' if pdf else ""
                lines.append(f'<li><a href="{html.escape(name)}.html">{words}</a>{also}</li>')
        lines.append("</ul>")
    return "\n".join(lines)
