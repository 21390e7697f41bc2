"""The offline edition in one folder."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from realignment.errors import ReadingError
from realignment.files import find_data, make_folder, name_of
from realignment.paper import cards
from realignment.paper.french import typeset, vocabulary
from realignment.paper.leaving_out import left_out
from realignment.paper.pages import (
    Options,
    page,
    page_of_markdown,
    page_of_notebook,
    prose_of,
    read_notebook,
    title_of,
)
from realignment.paper.printing import find_browser, print_page

SECTIONS = {
    "notebooks": "Lessons and pages",
    "exercises": "Exercises",
    "cards": "Cards to print",
}
"""Folder to the title over its pages in the index."""

TO_PRINT = "_to_print"
"""What ends the name of a page for paper: nothing in it is folded, and there is room to write."""

FRENCH = {"glossaire"}
"""Pages of Markdown in French."""

SHORT = {"notebooks/the_story": "The story"}
"""Pages that a list of links calls otherwise than their heading, which is a paper's own."""


IN_FRENCH = (
    "Ces pages se lisent sans réseau, sur un ordinateur ou un téléphone, et s'impriment. Les "
    "leçons sont en anglais. Chacune a, derrière ses objectifs, ses mots en français ; le "
    "glossaire et les fiches à imprimer sont en français aussi. Une réponse ouverte peut être dite "
    "ou écrite dans la langue où l'on pense le mieux."
)
"""What stands above the index, for those who read French."""


def write_edition(
    to: Path,
    code: bool = True,
    pdf: bool = False,
    without: Sequence[str] = (),
    french: bool = False,
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
    french
        Whether the cards are there in French, too, and each lesson has its words in French.

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
    options = Options(code, left_out=gone, french=french)
    made: dict[str, str] = {}
    printed: dict[str, str] = {}
    for path in notebooks:
        if path.stem not in gone:
            name = f"{path.parent.name}/{path.stem}"
            made[name] = page_of_notebook(path, options)
            printed[name] = page_of_notebook(path, replace(options, printed=True))
    for path in sorted((root / "notebooks").glob("*.md")):
        language = "fr" if path.stem in FRENCH else "en"
        plain = replace(options, code=False, language=language)
        made[f"notebooks/{path.stem}"] = page_of_markdown(path, plain)
    drawn = cards.cards()
    if french:
        lessons = [path for path in notebooks if f"notebooks/{path.stem}" in made]
        drawn |= cards.cards(cards.french()) | {"vocabulaire": _vocabulary(lessons)}
    made |= {f"cards/{name}": text for name, text in drawn.items()}
    heading = "Reading Realignment, to read without a network"
    intro = f'<p lang="fr">{typeset(IN_FRENCH)}</p>' if french else ""
    return write_pages(to, heading, intro, SECTIONS, made, printed, pdf)


def _vocabulary(lessons: Sequence[Path]) -> str:
    """Return the key terms of each lesson in French, on one page."""
    title = "Vocabulaire, leçon par leçon"
    parts = [f"<h1>{title}</h1>"]
    for path in lessons:
        if path.parent.name == "notebooks":
            prose = prose_of(read_notebook(path))
            heading = html.escape(prose.split("\n", 1)[0].removeprefix("# "))
            parts.append(f'<section><h2 lang="en">{heading}</h2>\n{vocabulary(prose)}</section>')
    return page(title, "\n".join(parts), "vocabulaire", Options(code=False, language="fr"))


def write_pages(
    to: Path,
    heading: str,
    intro: str,
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
    intro
        What stands below it, as HTML.
    sections
        Folder to the title over its pages in the index.
    made
        ``"folder/name"`` to a page of HTML.
    printed
        Those that are another page on paper: each lies beside that for a screen.
    pdf
        Whether each is printed, too.
    """
    browser = find_browser() if pdf else ""
    listed = _index(heading, intro, sections, made, printed, pdf)
    index = page("All pages", listed, "index", Options(code=False))

    def fill(folder: Path) -> None:
        for inner in sections:
            (folder / inner).mkdir()
        for name, text in {"index": index, **made}.items():
            (folder / f"{name}.html").write_text(text, encoding="utf-8", newline="\n")
        for name, text in printed.items():
            page_to_print = folder / f"{name}{TO_PRINT}.html"
            page_to_print.write_text(text, encoding="utf-8", newline="\n")
        for name, text in {**made, **printed}.items() if pdf else ():
            print_page(browser, text, folder / f"{name}.pdf")

    make_folder(to, fill)
    return [to / "index.html", *sorted(path for path in to.rglob("*.*") if path.stem != "index")]


def _index(
    heading: str,
    intro: str,
    sections: Mapping[str, str],
    made: Mapping[str, str],
    printed: Mapping[str, str],
    pdf: bool,
) -> str:
    lines = [f"<h1>{html.escape(heading)}</h1>", intro]
    for folder, title in sections.items():
        lines.append(f"<h2>{html.escape(title)}</h2>\n<ul>")
        for name, text in made.items():
            if name.startswith(f"{folder}/"):
                words = SHORT.get(name) or title_of(text)
                at = html.escape(name)
                also = [f'<a href="{at}{TO_PRINT}.html">to print</a>'] if name in printed else []
                also += [f'<a href="{at}.pdf">PDF</a>'] if pdf else []
                more = f" ({', '.join(also)})" if also else ""
                lines.append(f'<li><a href="{at}.html">{words}</a>{more}</li>')
        lines.append("</ul>")
    return "\n".join(lines)
