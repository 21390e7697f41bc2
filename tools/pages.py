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
from tools.called import IN_PASSING, called

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
        "this lesson* and from what the cells call.",
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
    return "\n".join([*lines, "", *in_passing()]) + "\n"


def in_passing() -> list[str]:
    """Return the lines on words of code that are called and stand in no box, as they first come."""
    first: dict[str, str] = {}
    for lesson in sorted(NOTEBOOKS.glob("*.ipynb")):
        for path in (lesson, ROOT / "exercises" / lesson.name):
            for word in called(path) if path.exists() else ():
                first.setdefault(word, f"[{lesson.name[:2]}]({lesson.name})")
    rows = [f"| {IN_PASSING[word]} | {at} |" for word, at in first.items() if word in IN_PASSING]
    return [
        "## Other words of code",
        "",
        "The cells of lessons and exercises call these too. None of them is to be learnt by heart: "
        "look one up when you meet it. What the module itself brings is explained by `help`, as in "
        "`help(load_case)`.",
        "",
        "| what it does | first in |",
        "|---|---|",
        *rows,
    ]


NEW_WORDS = """\
accord, agreement | what two sides have promised each other, here in writing | accord
junta | officers who govern after they took power by force | junte
communiqué | an official statement to the public | communiqué
to denounce an accord | to say formally that one ends it; not to speak ill of it | dénoncer
the declaration | what was said on television | déclaration
delegation | people sent by their government to talk | délégation
to overthrow | to remove from power by force | renverser
trajectory | the way that something is going | trajectoire
concerns | worries | préoccupations
as warranted | when there is a reason to | selon les besoins
justification | a good reason | justification
a drone base | an airfield for aircraft without a pilot | base de drones
restricted | allowed only in part | restreint
to cut back | to make smaller | réduire
a rare visit | one of few | visite rare
to strengthen the hand of | to help somebody against others | renforcer la position de
a firm ally | one that can be relied on | allié sûr
to plague | to make suffer again and again | sévir dans
house arrest | being kept in one's own home | résidence surveillée
released | set free | libéré
a hard line | giving way in nothing | ligne dure
to compel | to make somebody do it | contraindre
to withdraw | to leave, said of troops | se retirer
comparable | much the same | comparable
to break off with | to end relations with | rompre avec
are seen to be drawing closer | somebody sees them come nearer | on les voit se rapprocher
foe | enemy | ennemi, adversaire
"""
"""Words of the story in plain English and in French, in the order in which they come."""

SHORT_NAMES = """\
Short names in our tables: `NER_CNSP`, the council that governs Niger since July 2023; `USA_DOD`, \
the US Department of Defense (the Pentagon); `USA_DOS`, the State Department; `P_MILLER`, its \
spokesman; `AFP`, a French news agency; `author`, the story itself; `UNK`, nobody named. More is \
on the page [Who is who](who_is_who.md).
"""


def story() -> str:
    """Return the story with numbered sentences, to print, and the words that may be new in it."""
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
    words = [line.split(" | ") for line in NEW_WORDS.splitlines()]
    return "\n".join(
        [
            *lines,
            "",
            "---",
            "",
            SHORT_NAMES,
            "## Words that may be new",
            "",
            "In the order in which they come. Here a word is explained as this story uses it.",
            "",
            "| word | in plain English | *français* |",
            "|---|---|---|",
            *(f"| {word} | {plainly} | *{french}* |" for word, plainly, french in words),
            "",
        ]
    )


def made() -> dict[Path, str]:
    """Return the pages that are made here, and what they must hold."""
    return {
        NOTEBOOKS / "glossary.md": glossary(),
        NOTEBOOKS / "glossaire.md": glossaire(),
        NOTEBOOKS / "pandas_verbs.md": verbs(),
        NOTEBOOKS / "the_story.md": story(),
    }
