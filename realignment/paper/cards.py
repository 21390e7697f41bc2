"""Cards to print, each on one side of A4: what a coder needs beside the story."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from realignment.events import CERTAINTY_WORDS, Kind, read_codebook
from realignment.paper.french import FrenchWord, french_words
from realignment.paper.pages import Options, page
from realignment.ties import read_sign_table

SIX = ("Burkina Faso", "France", "Mali", "Niger", "Russia", "United States")
"""The states of the last map, for the blank matrix."""

SENTENCES = 16
"""Rows of the blank coding sheet: those of the module's story."""

KINDS = {
    "event": "something is done at a time, by somebody; words that do it count (to end, to expel)",
    "statement": "something is said, and the saying changes nothing between the two",
    "state": "something holds for a time: a presence, a rule, a hard line",
    "relation": "how two stand to each other, as somebody describes it",
    "intent": "an aim, a plan, a hope: it has not happened",
}

EDTF = {
    "2024-03-16": "that day",
    "2023-07": "some time in that month; 2023: in that year",
    "2023-03~": "about then",
    "2024-03-13/2024-03-15": "it lasted from the one to the other",
    "2023-07/..": "from then on; no end is told",
    "../2024-03-17": "up to then; no beginning is told",
    "[2024-03-16..2024-03-17]": "one of these days, not known which",
    "[2023-07..]": "once, some day from then on",
    "[..2024-03-17]": "once, by that day at the latest",
    "2022-12-12?": "that day, if the source is right",
}


@dataclass(frozen=True)
class Words:
    """What stands on the cards in one language.

    Attributes
    ----------
    language
        As HTML names it.
    titles
        Name of the file to the title of the card: codebook, sheet, dates, signs, matrix.
    codebook, sheet, dates, signs, matrix
        What stands above each card's tables, as HTML.
    heads
        The heads of the tables: kinds, types, certainty, the sheet, dates, signs.
    beside_a_date, below_the_matrix
        What stands below two of them.
    sign
        A sign to its words.
    states
        The six states.
    none
        For a cell in which nothing is asked for.
    told
        What is said of a word of the codebook, by the column in which it stands; the word itself
        for one of which nothing is said.
    """

    language: str
    titles: tuple[tuple[str, str], ...]
    codebook: str
    sheet: str
    dates: str
    signs: str
    matrix: str
    heads: tuple[tuple[str, ...], ...]
    beside_a_date: str
    below_the_matrix: str
    sign: Mapping[int, str]
    states: tuple[str, ...]
    none: str
    told: Callable[[str, str], str]


def english() -> Words:
    """Return the words of the cards in English."""
    types = read_codebook().types
    known: Mapping[str, Mapping[str, str]] = {
        "kind": KINDS,
        "event_type": dict(zip(types["event_type"], types["gloss"], strict=True)),
        "certainty": CERTAINTY_WORDS,
        "date": EDTF,
    }

    def told(of: str, word: str) -> str:
        return known.get(of, {}).get(word, word.replace("_", " "))

    return Words(
        language="en",
        titles=(
            ("card_codebook", "Codebook: what kind of row, which type, how certain"),
            ("card_sheet", "Coding sheet: the main row of each sentence"),
            ("card_edtf", "Dates that keep their doubt (EDTF)"),
            ("card_signs", "Which sign an act carries"),
            ("card_matrix", "Who stands with whom: a blank matrix"),
        ),
        codebook="Ask of each sentence: who did what to whom, when, who says so, and how sure is "
        "the one who says it?",
        sheet="One row for what each sentence is there to tell. Type is for an event; valence "
        "(friendly, hostile, neither) for any other kind. A dash says that there is nothing to "
        "write; an empty cell, that nobody has looked yet. Coder: __________ &nbsp; "
        "Day: __________",
        dates="Write no more than the words say. A cell without a date is an answer, too.",
        signs="For an act the first row that fits counts; * stands for any. The type alone never "
        "decides: a departure after an eviction is no friendship.",
        matrix="Write + for friendly, − for hostile, ± for mixed, and leave blank what is not "
        "known: unknown is not neutral. Beside each sign, the number of the sentence, and ? where "
        "nobody who vouches is sure.",
        heads=(
            ("kind", "ask"),
            ("type", "what it is", "beside"),
            ("certainty", "in words"),
            (
                "",
                "who vouches",
                "actor",
                "recipient",
                "date",
                "kind",
                "type",
                "valence",
                "certainty",
                "note",
            ),
            ("you write", "it means"),
            ("type", "mode", "host's consent", "rule", "sign"),
        ),
        beside_a_date="Three columns beside a date: <b>precision</b> (day, month, year, interval, "
        "one of), <b>basis</b> (stated, counted from another day, bounded by others), <b>role</b> "
        "(it lasted, or it fell somewhere within).",
        below_the_matrix="Day: __________ &nbsp; Rule: latest / majority / both &nbsp; "
        "Coder: __________",
        sign={1: "friendly +", 0: "none 0", -1: "hostile −"},
        states=SIX,
        none="(none)",
        told=told,
    )


def french() -> Words:
    """Return the words of the cards in French; the codes stay as the sheets have them."""
    known = french_words()

    def told(of: str, word: str) -> str:
        row = known.get(of, {}).get(word, FrenchWord(of="term", word=word, french=word, gloss=""))
        said = " : ".join(filter(None, (row.french, row.gloss)))
        return f"{word} ({said})" if of in ("mode", "consent") and said != word else said

    return Words(
        language="fr",
        titles=(
            ("fiche_codage", "Guide de codage : quel genre de ligne, quel type, quelle certitude"),
            ("fiche_feuille", "Feuille de codage : la ligne principale de chaque phrase"),
            ("fiche_dates", "Des dates qui gardent leur doute (EDTF)"),
            ("fiche_signes", "Quel signe porte un acte"),
            ("fiche_matrice", "Qui se tient avec qui : une matrice vide"),
        ),
        codebook="De chaque phrase, demandez : qui a fait quoi à qui, quand, qui le dit, et à quel "
        "point celui qui le dit en est-il sûr ? Sur la feuille de codage s'écrit le mot anglais de "
        "la première colonne.",
        sheet="Une ligne pour ce que chaque phrase est là pour dire. Le type est pour un "
        "événement ; la valence (friendly, amicale ; hostile ; neither, ni l'une ni l'autre) pour "
        "tout autre genre. Un tiret dit qu'il n'y a rien à écrire ; une case vide, que personne "
        "n'a encore regardé. Codeur : __________ &nbsp; Jour : __________",
        dates="N'écrivez pas plus que ne disent les mots. Une case sans date est aussi une "
        "réponse.",
        signs="Pour un acte, la première ligne qui convient compte ; * veut dire : n'importe "
        "lequel. Le type seul ne décide jamais : un départ après un renvoi n'est pas une amitié.",
        matrix="Écrivez + pour amical, − pour hostile, ± pour mêlé, et laissez vide ce qui n'est "
        "pas connu : inconnu ne veut pas dire neutre. À côté de chaque signe, le numéro de la "
        "phrase, et ? là où aucun de ceux qui s'en portent garants n'est sûr.",
        heads=(
            ("kind", "genre de ligne"),
            ("type", "ce que c'est", "à ne pas confondre avec"),
            ("certitude", "en mots"),
            (
                "",
                "garant",
                "acteur",
                "destinataire",
                "date",
                "kind",
                "type",
                "valence",
                "certitude",
                "note",
            ),
            ("on écrit", "cela veut dire"),
            ("type", "mode", "consentement de l'hôte", "règle", "signe"),
        ),
        beside_a_date="Trois colonnes à côté d'une date : <b>precision</b>, la précision (jour, "
        "mois, année, intervalle, l'un de plusieurs jours) ; <b>basis</b>, le fondement (écrite "
        "dans le texte, comptée à partir d'un autre jour, bornée par d'autres) ; <b>role</b>, le "
        "rôle (cela a duré, ou cela est arrivé quelque part entre les deux).",
        below_the_matrix="Jour : __________ &nbsp; Règle : latest (le dernier acte) / majority (la "
        "majorité) / both (les deux) &nbsp; Codeur : __________",
        sign={1: "amical +", 0: "aucun 0", -1: "hostile −"},
        states=("Burkina Faso", "France", "Mali", "Niger", "Russie", "États-Unis"),
        none="(aucun)",
        told=told,
    )


def cards(words: Words | None = None) -> dict[str, str]:
    """Return the cards: file name without ending to a page of HTML.

    Parameters
    ----------
    words
        The language; English if left out.
    """
    words = words or english()
    bodies = [make(words) for make in (_codebook, _sheet, _edtf, _signs, _matrix)]
    options = Options(code=False, language=words.language)
    made = {}
    for (name, title), body in zip(words.titles, bodies, strict=True):
        text = f'<div class="card"><h1>{html.escape(title)}</h1>\n{body}</div>'
        made[name] = page(title, text, name, options)
    return made


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _codebook(words: Words) -> str:
    kinds, types, certain = words.heads[:3]
    listed = read_codebook().types.to_dict("records")
    return (
        f"<p>{words.codebook}</p>"
        + _table(kinds, [(kind, words.told("kind", kind)) for kind in get_args(Kind)])
        + _table(
            types,
            [
                (
                    row["event_type"],
                    words.told("event_type", row["event_type"]),
                    ", ".join(row["easily_confused_with"].split(";")[:3]),
                )
                for row in listed
            ],
        )
        + _table(certain, [(code, words.told("certainty", code)) for code in CERTAINTY_WORDS])
    )


def _sheet(words: Words) -> str:
    head = words.heads[3]
    rows = [(str(number), *[""] * (len(head) - 1)) for number in range(1, SENTENCES + 1)]
    return f'<p>{words.sheet}</p><div class="sheet">{_table(head, rows)}</div>'


def _edtf(words: Words) -> str:
    return (
        f"<p>{words.dates}</p>"
        + _table(words.heads[4], [(form, words.told("date", form)) for form in EDTF])
        + f"<p>{words.beside_a_date}</p>"
    )


def _signs(words: Words) -> str:
    table = read_sign_table().drop_duplicates(["event_type", "mode", "consent"])
    return f"<p>{words.signs}</p>" + _table(
        words.heads[5],
        [
            (
                row["event_type"],
                words.told("mode", row["mode"]) or words.none,
                words.told("consent", row["consent"]) or words.none,
                words.told("sign_rule", row["sign_rule"]),
                words.sign[row["sign"]],
            )
            for row in table.to_dict("records")
        ],
    )


def _matrix(words: Words) -> str:
    rows = [
        (name, *("" if other != name else "—" for other in words.states)) for name in words.states
    ]
    return (
        f'<p>{words.matrix}</p><div class="matrix">'
        + _table(["", *words.states], rows).replace(
            "<td></td>", "<td>&nbsp;<br>&nbsp;<br>&nbsp;</td>"
        )
        + f"</div><p>{words.below_the_matrix}</p>"
    )
