"""Cards to print, each on one side of A4: what a coder needs beside the story."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from realignment.events import CERTAINTY_WORDS, Kind, read_codebook
from realignment.paper.pages import Options, page
from realignment.ties import read_sign_table

SIX = ("Burkina Faso", "France", "Mali", "Niger", "Russia", "United States")
"""The states of the last map, for the blank matrix."""

KINDS = {
    "event": "something is done at a time, by somebody; words that do it count (to end, to expel)",
    "statement": "something is said, and the saying changes nothing between the two",
    "state": "something holds for a time: a presence, a rule, a hard line",
    "relation": "how two stand to each other, as somebody describes it",
    "intent": "an aim, a plan, a hope: it has not happened",
}

EDTF = (
    ("2024-03-16", "that day"),
    ("2023-07", "some time in that month; 2023: in that year"),
    ("2023-03~", "about then"),
    ("2024-03-13/2024-03-15", "it lasted from the one to the other"),
    ("2023-07/..", "from then on; no end is told"),
    ("../2024-03-17", "up to then; no beginning is told"),
    ("[2024-03-16..2024-03-17]", "one of these days, not known which"),
    ("[2023-07..]", "once, some day from then on"),
    ("[..2024-03-17]", "once, by that day at the latest"),
    ("2022-12-12?", "that day, if the source is right"),
)


def cards() -> dict[str, str]:
    """Return the cards: file name without ending to a page of HTML."""
    made = {
        "card_codebook": ("Codebook: what kind of row, which type, how certain", _codebook()),
        "card_edtf": ("Dates that keep their doubt (EDTF)", _edtf()),
        "card_signs": ("Which sign an act carries", _signs()),
        "card_matrix": ("Who stands with whom: a blank matrix", _matrix()),
    }
    return {
        name: page(title, f"<h1>{html.escape(title)}</h1>\n{body}", name, Options(code=False))
        for name, (title, body) in made.items()
    }


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _codebook() -> str:
    types = read_codebook().types.to_dict("records")
    certain: Mapping[str, object] = CERTAINTY_WORDS
    return (
        "<p>Ask of each sentence: who did what to whom, when, who says so, and how sure is the one "
        "who says it?</p>"
        + _table(["kind", "ask"], [(kind, KINDS[kind]) for kind in get_args(Kind)])
        + _table(
            ["type", "what it is", "beside"],
            [
                (
                    row["event_type"],
                    row["gloss"],
                    ", ".join(row["easily_confused_with"].split(";")[:3]),
                )
                for row in types
            ],
        )
        + _table(["certainty", "in words"], [(code, str(said)) for code, said in certain.items()])
    )


def _edtf() -> str:
    return (
        "<p>Write no more than the words say. A cell without a date is an answer, too.</p>"
        + _table(["you write", "it means"], EDTF)
        + "<p>Three columns beside a date: <b>precision</b> (day, month, year, interval, one of), "
        "<b>basis</b> (stated, counted from another day, bounded by others), <b>role</b> (it "
        "lasted, or it fell somewhere within).</p>"
    )


def _signs() -> str:
    words = {1: "friendly +", 0: "none 0", -1: "hostile −"}
    table = read_sign_table().drop_duplicates(["event_type", "mode", "consent"])
    return (
        "<p>For an act the first row that fits counts; * stands for any. The type alone never "
        "decides: a departure after an eviction is no friendship.</p>"
        + _table(
            ["type", "mode", "host's consent", "rule", "sign"],
            [
                (
                    row["event_type"],
                    row["mode"] or "(none)",
                    row["consent"] or "(none)",
                    row["sign_rule"].replace("_", " "),
                    words[row["sign"]],
                )
                for row in table.to_dict("records")
            ],
        )
    )


def _matrix() -> str:
    rows = [(name, *("" if other != name else "—" for other in SIX)) for name in SIX]
    return (
        "<p>Write + for friendly, − for hostile, ± for mixed, and leave blank what is not known: "
        "unknown is not neutral. Beside each sign, the number of the sentence, and ? where nobody "
        "who vouches is sure.</p>"
        + '<div class="matrix">'
        + _table(["", *SIX], rows).replace("<td></td>", "<td>&nbsp;<br>&nbsp;<br>&nbsp;</td>")
        + "</div>"
        + "<p>Day: __________ &nbsp; Rule: latest / majority / both &nbsp; Coder: __________</p>"
    )
