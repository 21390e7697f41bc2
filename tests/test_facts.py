"""Every date and every large number in prose, whatever the page, is somewhere in the data.

What a lesson states with them is held to the data by ``test_numbers.py`` and ``facts/``.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from realignment.record import load_record
from tools.named import plain

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "notebooks").glob("*.ipynb")),
    *sorted((ROOT / "solutions").glob("*.ipynb")),
]
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}-{p.stem}")

MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        start=1,
    )
}
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) ((?:18|19|20)\d\d)\b")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) ((?:18|19|20)\d\d)\b")
_NUMBER = re.compile(r"(?<![\w.,/-])\$?(\d[\d,]*\d(?:\.\d+)?|\d)(?![\w/-]|\.\d)")


@cache
def prose(path: Path) -> str:
    """Return the prose of a page: no code, no list of further reading."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        text = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
        text = plain(text)
    text = text.split("## Further reading")[0]
    return re.sub(r"```.*?```|`[^`]*`", " ", text, flags=re.DOTALL)


@cache
def data() -> str:
    files = [*sorted((ROOT / "data").rglob("*.csv")), *sorted((ROOT / "data").rglob("*.md"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@each_page
def test_every_date_in_prose_is_in_the_data(path):
    text = prose(path)
    for day, month, year in _DAY.findall(text):
        iso = f"{year}-{MONTHS[month]:02}-{int(day):02}"
        told = f"{day} {month} {year}"
        assert iso in data() or told in data() or told in ALLOWED, told
    for month, year in _MONTH.findall(text):
        iso = f"{year}-{MONTHS[month]:02}"
        assert iso in data() or f"{month} {year}" in data(), f"{month} {year}"


@each_page
def test_every_large_number_in_prose_is_in_the_data(path):
    """Numbers of three figures and more: troops, costs, counts; years are dates."""
    for written in _NUMBER.findall(prose(path)):
        value = float(written.replace(",", ""))
        if value < 100 or (value.is_integer() and 1800 <= value <= 2030):
            continue
        forms = {written, written.replace(",", ""), f"{value:,.0f}"}
        assert any(form in data() for form in forms) or written in ALLOWED, written


ALLOWED = {
    "1097": "a window in days, that lesson 08 tries",
    "160": "characters of a text message",
    "452": "a difference that exercise 06 asks to find fault with: 1,100 less 648",
    "352": "likewise: 1,000 less 648",
    "1 September 2021": "a day that lesson 11 chooses for a map",
    "30 September 2023": "a day that exercise 10 chooses for a snapshot",
}
"""What prose states and the data do not hold, with the reason."""


def test_the_record_says_what_lesson_07_says_of_its_four_acts():
    timeline = load_record().timeline.set_index("event_id")
    four = timeline.loc[["T041", "T054", "T063", "T078"]]
    assert list(four["event_type"]) == ["SANCTION", "RETREAT", "SANCTION", "RETREAT"]
    assert list(four["actor"]) == ["NER", "FRA", "NER", "USA"]
    assert (pd.to_datetime(four["date"]) <= "2024-12-31").all()
