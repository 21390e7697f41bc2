"""What the explorer shows of each event: the sentence or the source, and how it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from realignment.actors import SENTENCES
from realignment.events import AUTHOR, CERTAINTY_WORDS, QUAD_WORDS, UNNAMED, alternatives
from realignment.frames import frame
from realignment.untrusted import visible

NOT_KNOWN = "not known"

_PLAIN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_words(day: pd.Timestamp | None) -> str:
    """Say a day in words; ``""`` for none."""
    return "" if pd.isna(day) else f"{day.day} {day:%B %Y}"


def origins_of(events: pd.DataFrame, of_record: bool) -> list[tuple[str, ...]]:
    """Who vouches for each event: the speakers, or the origins of what was published."""
    column = events["lineage"] if of_record else events["attributed_to"]
    if not of_record:
        return [tuple(cell.split(";")) if cell else (NOT_KNOWN,) for cell in column]
    return [
        tuple(
            dict.fromkeys(
                visible(part.partition(", through ")[0].strip()) for part in cell.split(";")
            )
        )
        if cell
        else (NOT_KNOWN,)
        for cell in column
    ]


def cards(
    events: pd.DataFrame,
    pairs: pd.DataFrame,
    sentences: pd.DataFrame | None,
    names: dict[str, str],
) -> dict[str, dict[str, Any]]:
    """Collect what the panel shows of each event: every text made visible, none of it HTML."""
    text = {}
    if sentences is not None:
        sentences = frame(sentences, "sentences", SENTENCES, tuple(SENTENCES))
        text = dict(zip(sentences["sentence"], sentences["text"], strict=True))
    first = pairs.drop_duplicates("event_id")
    by_rule = zip(first["sign"], first["sign_rule"], strict=True)
    signs = dict(zip(first["event_id"], by_rule, strict=True))
    others = _alternatives(events)
    shown = {}
    for row in events.to_dict("records"):
        event = row["event_id"]
        facts = _record_facts(row) if "source_title" in row else _case_facts(row, names)
        if "sentence" in row:
            facts.append(("When", _when(row)))
        facts += [
            ("Coded as", _coded(row)),
            ("Counts as", _sign_words(*signs[event])),
            ("Note", row.get("note", "")),
        ]
        shown[event] = {
            "heading": _heading(row),
            "text": _quoted(row, text),
            "url": _web_address(row.get("source_url", "")),
            "facts": [[term, visible(words)] for term, words in facts if words],
            "alternatives": others.get(event, []),
        }
    return shown


def _heading(row: Mapping[Any, Any]) -> str:
    place = f"Sentence {row['sentence']}" if "sentence" in row else _when(row)
    return visible(f"{place} · {row['event_id']}")


def _quoted(row: Mapping[Any, Any], text: dict[int, str]) -> list[str]:
    """Cut the sentence into what stands before the quote, the quote, and what comes after."""
    sentence = text.get(row.get("sentence", 0))
    if sentence is None:
        return [visible(row["action"]), "", ""]
    if not row.get("quote"):  # a coder's row rests on the sentence as a whole
        return [visible(sentence), "", ""]
    before, quote, after = sentence.partition(row["quote"])
    return [visible(before), visible(quote), visible(after)]


def _case_facts(row: Mapping[Any, Any], names: dict[str, str]) -> list[tuple[str, str]]:
    words = {AUTHOR: "the story itself", UNNAMED: "a source that the story does not name"}
    speakers = [words.get(a, names.get(a, a)) for a in row["attributed_to"].split(";")]
    return [
        ("Written by", row.get("written_by", "")),
        ("Whose word", ", ".join(speakers)),
        ("How sure", _sure(row)),
        ("Who does", _who(row["actor"], names)),
        ("to whom", _who(row["recipient"], names)),
        ("what", row["action"]),
    ]


def _record_facts(row: Mapping[Any, Any]) -> list[tuple[str, str]]:
    title, publisher, date = row["source_title"], row["source_publisher"], row["source_date"]
    checked = {"yes": "seen in the source", "no": "not seen in a source"}
    return [
        ("How sure", _sure(row)),
        ("Source", ", ".join(filter(None, [title, publisher, date]))),
        ("Goes back to", row["lineage"] or NOT_KNOWN),
        ("Checked", checked.get(row["verified"], row["verified"])),
    ]


def _who(cell: str, names: dict[str, str]) -> str:
    return ", ".join(names.get(actor, actor) for actor in cell.split(";"))


def _sure(row: Mapping[Any, Any]) -> str:
    return f"{CERTAINTY_WORDS[row['certainty']]} ({row['certainty']})"


def _when(row: Mapping[Any, Any]) -> str:
    date, basis = row["date"], row.get("date_basis", "")
    # A plain day is told by its form: to parse each as EDTF would take most of the first second.
    day = day_words(pd.Timestamp(date)) if _PLAIN_DAY.fullmatch(date) else date
    return ", ".join(filter(None, [day or NOT_KNOWN, basis]))


def _coded(row: Mapping[Any, Any]) -> str:
    quad = row.get("quad")
    valence = row.get("valence", "")
    parts = [row["kind"], row["event_type"], row.get("mode", ""), valence]
    if quad is not None and pd.notna(quad):
        parts.append(f"quad {quad}: {QUAD_WORDS[int(quad)]}")
    return ", ".join(filter(None, parts))


def _sign_words(sign: int, rule: str) -> str:
    words = {1: "friendly", -1: "hostile", 0: "neither friendly nor hostile"}[int(sign)]
    if rule.startswith("valence_"):
        return f"{words}, as the coder read the words"
    return f"{words}, by the sign rule {rule.replace('_', ' ')}"


def _alternatives(events: pd.DataFrame) -> dict[str, list[str]]:
    if "alternatives" not in events:
        return {}
    found: dict[str, list[str]] = {}
    for event, field, value, reason in alternatives(events).itertuples(index=False):
        words = f"{field.replace('_', ' ')} {value or 'left empty'}: {reason}"
        found.setdefault(event, []).append(visible(words))
    return found


def _web_address(text: str) -> str:
    """Return the address if it is one of the web, else nothing: no ``javascript:`` link."""
    try:
        of_the_web = urlsplit(text).scheme in {"http", "https"}
    except ValueError:
        of_the_web = False
    return text if of_the_web and visible(text) == text else ""
