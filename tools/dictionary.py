"""Write into data/README.md the columns of every table that has a schema, and every table's rows.

A table stands below a line ``<!-- columns: FILE -->``. Tables without a schema are written by hand;
tests/test_data.py compares their columns with the files. How many rows a file has, and how many of
them are verified, is counted: ``(191 rows)`` behind its name, ``191 of 191 rows are verified``
below it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from realignment.actors import Actor, CountryCode
from realignment.cases import Claim, Expression, Word
from realignment.events import Coding, Event
from realignment.paper.french import FrenchWord
from realignment.record import TABLES, Work

README = Path(__file__).resolve().parent.parent / "data" / "README.md"
_ROWS = re.compile(r"(?<=`)(?P<file>[\w/]+\.csv)(?P<between>` \()\d+(?= rows)")
_VERIFIED = re.compile(r"\d+ of \d+(?= rows are verified)")
SCHEMAS: dict[str, type[BaseModel]] = {
    "<case>/actors.csv": Actor,
    "<case>/events.csv": Event,
    "<case>/codings/*.csv": Coding,
    "<case>/claims.csv": Claim,
    "<case>/words.csv": Word,
    "<case>/expressions.csv": Expression,
    "codebook/country_codes.csv": CountryCode,
    "french.csv": FrenchWord,
    "literature.csv": Work,
    **{f"record/{name}.csv": schema for name, (schema, _) in TABLES.items()},
}


def values(annotation: object) -> str:
    """Return the allowed values of a field; "text" where any text will do."""
    if get_origin(annotation) is Literal:
        return " · ".join(f"`{value}`" if value else "empty" for value in get_args(annotation))
    parts = [values(part) for part in get_args(annotation)]
    known = [part for part in parts if part and part != "text"]
    if known:
        return " · ".join(known)
    return {int: "whole number", float: "number", type(None): "empty"}.get(annotation, "text")


def columns(schema: type[BaseModel]) -> str:
    """Return the dictionary of one table, as Markdown."""
    lines = ["| column | meaning | values |", "|---|---|---|"]
    for name, field in schema.model_fields.items():
        meaning = (field.description or "").replace("|", "\\|")
        is_date = any(getattr(part, "func", None) is not None for part in field.metadata)
        allowed = values(field.annotation)
        allowed = "EDTF" if allowed == "text" and is_date and "EDTF" in meaning else allowed
        lines.append(f"| `{name}` | {meaning} | {allowed} |")
    return "\n".join(lines)


def written(text: str) -> str:
    """Return the README with every table that has a schema written anew."""
    for file, schema in SCHEMAS.items():
        place = re.compile(rf"(<!-- columns: {re.escape(file)} -->\n)(?:\|.*\n)*")
        text, count = place.subn(lambda found, s=schema: found[1] + columns(s) + "\n", text)
        if count != 1:
            raise SystemExit(f"data/README.md: expected one line '<!-- columns: {file} -->'.")
    return text


def rows(file: str) -> list[dict[str, str]]:
    """Return the rows of a table under ``data/``."""
    with open(README.parent / file, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def counted(text: str) -> str:
    """Return the README with the rows of every table counted anew."""
    text = _ROWS.sub(lambda m: f"{m['file']}{m['between']}{len(rows(m['file']))}", text)
    sections = re.split(r"(?m)^(?=#+ )", text)
    for place, section in enumerate(sections):
        if (of := _ROWS.search(section)) and _VERIFIED.search(section):
            table = rows(of["file"])
            seen = sum(row["verified"] == "yes" for row in table)
            sections[place] = _VERIFIED.sub(f"{seen} of {len(table)}", section)
    return "".join(sections)


def made() -> dict[Path, str]:
    """Return the file that is made here, and what it must hold."""
    return {README: counted(written(README.read_text(encoding="utf-8")))}
