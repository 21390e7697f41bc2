"""Make the pages beside the lessons: glossary, glossaire, the pandas verbs, the story to print.

The lessons are the source: ``- **term** (*français*): gloss.`` under "Key terms", and the lines of
the box "New in this lesson". What a term means in French stands in ``data/french.csv``. The pages
link each entry back to its lesson. The story is that of
``data/niger_2024/article.md``, with the numbers that the lessons point at.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import nbformat

from realignment.article import read_article
from realignment.errors import ReadingError
from realignment.paper.french import KEY_TERM, french_words, typeset

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"

_VERBS = re.compile(r"^> - \*(?:pandas|networkx)\*: (?P<verbs>.+)$")


def lessons() -> list[tuple[str, str, str]]:
    """Return file name, title and all prose of each lesson."""
    found = []
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        prose = re.sub("<!--.*?-->", "", prose)  # the names of numbers, which no page shows
        found.append((path.name, prose.split("\n", 1)[0].removeprefix("# "), prose))
    return found


def in_order(term: str) -> str:
    """Return a term as it is sorted: without accents, in small letters."""
    return unicodedata.normalize("NFD", term).encode("ascii", "ignore").decode().lower()


def terms() -> dict[str, tuple[str, str, list[str]]]:
    """Return each key term: its French, what it means, and links to all lessons that explain it."""
    found: dict[str, tuple[str, str, list[str]]] = {}
    for file, title, prose in lessons():
        for line in KEY_TERM.finditer(prose):
            first = found.setdefault(line["term"], (line["french"], line["gloss"], []))
            first[2].append(f"[{title[:2]}]({file})")
    return found


def glossary() -> str:
    """Return the glossary; a term that several lessons explain stands once, with all of them."""
    lines = [
        "# Glossary",
        "",
        "The key terms of all lessons, with their French, each linked to the lessons that explain "
        "it. Made by `python -m tools make` from the lessons. [En français](glossaire.md)",
        "",
        "| term | *français* | what it means | lesson |",
        "|---|---|---|---|",
    ]
    for term, (french, gloss, where) in sorted(terms().items(), key=lambda one: in_order(one[0])):
        gloss = gloss.replace("|", "\\|")
        lines.append(f"| **{term}** | *{french}* | {gloss} | {', '.join(where)} |")
    return "\n".join(lines) + "\n"


def glossaire() -> str:
    """Return the glossary in French, in the order of the French words."""
    said = french_words()["term"]
    lines = [
        "# Glossaire",
        "",
        "Les mots clés de toutes les leçons, dans l'ordre du français, avec leur anglais et les "
        "leçons qui les expliquent. [In English](glossary.md)",
        "",
        "| *français* | anglais | ce que cela veut dire | leçon |",
        "|---|---|---|---|",
    ]
    for term, (french, _, where) in sorted(terms().items(), key=lambda one: in_order(one[1][0])):
        if term not in said:
            raise ReadingError(f"french.csv says nothing of the term {term!r}: expected a row.")
        gloss = typeset(said[term].gloss).replace("|", "\\|")
        lines.append(f"| *{french}* | **{term}** | {gloss} | {', '.join(where)} |")
    return "\n".join(lines) + "\n"


def verbs() -> str:
    """Return the page of pandas verbs, lesson by lesson."""
    lines = [
        "# The pandas verbs",
        "",
        "Every lesson brings at most two. Made by `python -m tools make` from the boxes *New in "
        "this lesson*.",
        "",
        "| lesson | what is new |",
        "|---|---|",
    ]
    for file, title, prose in lessons():
        for line in prose.split("\n"):
            found = _VERBS.match(line)
            if found:
                said = found["verbs"].replace("|", "\\|")
                lines.append(f"| [{title}]({file}) | {said} |")
    return "\n".join(lines) + "\n"


WORDS = """\
Words in it that may be new: *to denounce an accord*, to say formally that one ends it (French: \
*dénoncer*); *to plague*, to make suffer; *to strengthen the hand of*, to help; *a firm ally*, a \
close one; *house arrest*, being locked up in one's own home; *foe*, enemy.

Short names in our tables: `NER_CNSP`, the council that governs Niger since July 2023; `USA_DOD`, \
the US Department of Defense (the Pentagon); `USA_DOS`, the State Department; `P_MILLER`, its \
spokesman; `AFP`, a French news agency; `author`, the story itself; `UNK`, nobody named. More is \
on the page [Who is who](who_is_who.md).
"""


def story() -> str:
    """Return the story with numbered sentences, for one sheet of paper."""
    article = read_article(ROOT / "data" / "niger_2024" / "article.md")
    lines = [
        f"# {article.title}",
        "",
        f"*Retold for this module, sentence by sentence, from a {article.source}.*",
    ]
    heading = ""
    for _, rows in article.sentences.groupby("paragraph"):
        if rows["heading"].iloc[0] != heading:
            heading = rows["heading"].iloc[0]
            lines += ["", f"## {heading}"]
        lines += ["", " ".join(f"**[{r.sentence}]** {r.text}" for r in rows.itertuples())]
    return "\n".join([*lines, "", "---", "", WORDS])


def made() -> dict[Path, str]:
    """Return the pages that are made here, and what they must hold."""
    return {
        NOTEBOOKS / "glossary.md": glossary(),
        NOTEBOOKS / "glossaire.md": glossaire(),
        NOTEBOOKS / "pandas_verbs.md": verbs(),
        NOTEBOOKS / "the_story.md": story(),
    }
