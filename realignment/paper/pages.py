"""A page of HTML for a notebook or a page of Markdown.

A page asks nothing of anybody: no script, no font and no picture comes from elsewhere, so that it
opens from a memory stick, on a telephone, and in a class without a network. What a reader should
predict first lies behind *Open when you have predicted*, which needs no script; the answer of a
quick check likewise.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from realignment.errors import ReadingError
from realignment.files import name_of
from realignment.paper.french import typeset, vocabulary
from realignment.paper.leaving_out import without_links
from realignment.paper.quick_checks import answer, asked_in, to_choose

STYLE = Path(__file__).with_name("page.css")

OWN_LINES = "<div class='lines'></div>"
"""Room to write, where a student answers on paper."""

OBJECTIVES = "objectives"
"""The cell of a lesson behind which its words in French stand."""

FRAME = {
    "en": (
        "All pages",
        "Text and own data: CC BY 4.0. The subject is a living conflict: facts carry their "
        "sources, claims their speakers, maps their day.",
    ),
    "fr": (
        "Toutes les pages",
        "Textes et données du module : CC BY 4.0. Le sujet est un conflit en cours : les faits "
        "portent leurs sources, les propos leurs auteurs, les cartes leur date.",
    ),
}
"""What stands above and below a page, by its language."""

FOLDS = {
    "code": ("Code that stages", "code d'affichage"),
    "predicted": ("Open when you have predicted", "à ouvrir après avoir prédit"),
    "chosen": ("Open when you have chosen", "à ouvrir après avoir choisi"),
}
"""What a click opens, in English and in French."""

TITLE_END = " · Reading Realignment"
"""What ends the title of every page."""

ON_PAPER = (
    '<p>On paper, write it into the <a href="../cards/card_sheet.html">coding sheet</a>, a column '
    "at a time.</p>"
)
"""What stands where an exercise has the form of the student's own sheet."""

_LINK = re.compile(r'(?<=href=")([^"#:]+)\.(?:ipynb|md)(?=["#])')
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_STYLE = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_NAMED = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Options:
    """How a page is made.

    Attributes
    ----------
    code
        Whether the code is shown. Without it the lesson reads as a text with pictures and tables.
    printed
        Whether it is for paper: then nothing is folded, and the room to answer is ruled.
    left_out
        Names of notebooks, without ending, to which no link leads.
    french
        Whether a lesson has its key terms in French behind its objectives.
    language
        The language of the page, as HTML names it.
    """

    code: bool = True
    printed: bool = False
    left_out: frozenset[str] = frozenset()
    french: bool = False
    language: str = "en"


def page_of_notebook(path: Path, options: Options) -> str:
    """Return a notebook as a page.

    An exercise stores no outputs. What its questions are about (a table of rows, a picture) is
    shown as its solution stores it, where that lies beside: of the cells that both have and that
    ask nothing.

    Raises
    ------
    ReadingError
        If it is no notebook.
    """
    notebook = read_notebook(path)
    solution = path.parent.parent / "solutions" / path.name
    if path.parent.name == "exercises" and solution.is_file():
        stored = {cell.id: cell for cell in read_notebook(solution).cells if _is_material(cell)}
        for cell in notebook.cells:
            if cell.cell_type == "code" and cell.id in stored:
                cell.outputs = stored[cell.id].outputs
    parts: list[str] = []
    for cell in notebook.cells:
        parts += _cell(cell, options)
        if options.french and cell.id == OBJECTIVES and path.parent.name == "notebooks":
            parts.append(_in_french(notebook))
    body = "\n".join(parts)
    return page(_title(notebook, path.stem), body, path.stem, options)


def prose_of(notebook: NotebookNode) -> str:
    """Return all text of a notebook, without the names of numbers, which no page shows."""
    told = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return _NAMED.sub("", told)


def _in_french(notebook: NotebookNode) -> str:
    words = vocabulary(prose_of(notebook))
    return f'<aside lang="fr" class="vocabulary"><h2>En français</h2>\n{words}</aside>'


def _is_material(cell: NotebookNode) -> bool:
    """Tell whether a cell of a solution shows what is asked about, and no answer or verdict."""
    shown = (output.get("data", {}).get("text/html", "") for output in cell.get("outputs", []))
    of_their_own = "my_sheet(" in cell.source  # empty in the solution, and theirs to fill
    return not (cell.metadata.get("tags") or of_their_own) and not any(
        "rr-note" in text for text in shown
    )


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook.

    Raises
    ------
    ReadingError
        If it is none.
    """
    try:
        return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call, no-any-return]
    except (OSError, ValueError, AttributeError) as problem:
        raise ReadingError(f"{name_of(path)} is no notebook: expected one in JSON.") from problem


def page_of_markdown(path: Path, options: Options) -> str:
    """Return a page of Markdown as a page of HTML."""
    text = path.read_text(encoding="utf-8")
    heading = re.search(r"^# (.+)$", text, flags=re.MULTILINE)
    return page(heading[1] if heading else path.stem, markdown(text, options), path.stem, options)


def page(title: str, body: str, stem: str, options: Options) -> str:
    """Return a whole page around a body that is HTML already."""
    style = STYLE.read_text(encoding="utf-8")
    code = HtmlFormatter(style="default").get_style_defs(".highlight") if options.code else ""
    up = "" if stem == "index" else "../"
    pages, foot = FRAME[options.language]
    if options.language == "fr":
        title, body, foot = typeset(title), typeset(body), typeset(foot)
    return (
        f'<!DOCTYPE html>\n<html lang="{options.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}{TITLE_END}</title>\n"
        f"<style>\n{style}\n{code}\n</style>\n</head>\n<body>\n"
        f'<nav aria-label="Pages"><a href="{up}index.html">{pages}</a></nav>\n'
        f"<main>\n{body}\n</main>\n"
        f"<footer>Reading Realignment. {foot}</footer>\n"
        "</body>\n</html>\n"
    )


def title_of(made: str) -> str:
    """Return the title of a page that :func:`page` has made, as HTML."""
    return made.split("<title>", 1)[1].split(TITLE_END, 1)[0]


def markdown(text: str, options: Options = Options()) -> str:
    """Return Markdown as HTML, its links to notebooks and pages turned to those of this edition."""
    told = without_links(_NAMED.sub("", text), options.left_out)
    made = str(markdown2html_mistune(told))
    return _wide(_LINK.sub(r"\1.html", made.replace("¶", "")))


def _title(notebook: NotebookNode, otherwise: str) -> str:
    first = next((c.source for c in notebook.cells if c.cell_type == "markdown"), "")
    heading = re.match(r"# (.+)", _NAMED.sub("", first))
    return heading[1].strip() if heading else otherwise


def _cell(cell: NotebookNode, options: Options) -> Iterator[str]:
    if cell.cell_type == "markdown":
        yield markdown(cell.source, options)
        return
    tags = cell.metadata.get("tags", [])
    folds = not options.printed
    asked = asked_in(cell.source)
    if asked:  # its buttons need a kernel, and its code would say nothing here
        for one in asked:
            yield f'<div class="output">{to_choose(one)}'
            yield _folded("chosen", answer(one), options) if folds else ""
            yield "</div>"
        return
    if "code_mine(" in cell.source:
        yield ON_PAPER
        return
    if options.code:
        code = highlight(cell.source, PythonLexer(), HtmlFormatter())
        yield _folded("code", code, options) if "staging" in tags and folds else code
    shown = "\n".join(filter(None, map(_output, cell.get("outputs", []))))
    if shown and "predict" in tags and folds:
        shown = _folded("predicted", shown, options)
    if shown:
        yield f'<div class="output">{shown}</div>'
    elif options.printed and re.search(r"^check\(", cell.source, flags=re.MULTILINE):
        yield OWN_LINES


def _folded(what: str, inner: str, options: Options) -> str:
    summary, french = FOLDS[what]
    if options.french:
        summary += f' · <span lang="fr">{french}</span>'
    return f'<details class="folded"><summary>{summary}</summary>{inner}</details>'


def _output(output: NotebookNode) -> str:
    """Return one output as HTML; a widget, which needs a kernel, by what stands beside it."""
    if output.output_type == "stream":
        return f"<pre>{html.escape(output.text)}</pre>"
    if output.output_type == "error":
        return f"<pre>{html.escape(output.ename)}: {html.escape(output.evalue)}</pre>"
    data = output.get("data", {})
    if "text/html" in data:
        return _wide(_STYLE.sub("", data["text/html"]))
    if "text/plain" in data:
        return f"<pre>{html.escape(data['text/plain'])}</pre>"
    return ""


def _wide(text: str) -> str:
    """Let a table that is wider than a telephone be moved by itself, by keyboard too."""
    start = '<div class="wide" role="region" tabindex="0" aria-label="Table">'
    return _TABLE.sub(lambda table: f"{start}{table[0]}</div>", text)
