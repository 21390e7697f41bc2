"""What the prose states with a date or a number is what the data hold."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from realignment.actors import mentions, roll_up
from realignment.cases import read_case
from realignment.events import alternatives, read_codebook
from realignment.record import load_record
from realignment.ties import dyads, signed, ties

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "notebooks").glob("*.ipynb")),
         *sorted((ROOT / "solutions").glob("*.ipynb"))]  # fmt: skip
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}-{p.stem}")

MONTHS = {name: number for number, name in enumerate(
    ("January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"), start=1)}  # fmt: skip
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
    "160": "characters of a text message",
    "452": "a difference that exercise 06 asks to find fault with: 1,100 less 648",
    "352": "likewise: 1,000 less 648",
    "30 September 2023": "a day that exercise 09 chooses for a snapshot",
}
"""What prose states and the data do not hold, with the reason."""


@cache
def niger() -> dict:
    """Compute, from the data, what the lessons say in so many words."""
    case = read_case("niger_2024")
    events = signed(case.events)
    pairs = dyads(events, case.actors)
    latest = ties(pairs)
    rules = [ties(pairs, rule)["sign"].tolist() for rule in ("latest", "majority", "both")]
    return {
        "sentences": len(case.sentences),
        "paragraphs": case.sentences["paragraph"].nunique(),
        "rows": len(events),
        "acts": int((events["kind"] == "event").sum()),
        "pairs": len(pairs),
        "ties": len(latest),
        "sure": len(ties(pairs, least="CT+")),
        "claims": len(case.claims),
        "inaccurate": int((case.claims["verdict"] == "inaccurate").sum()),
        "types": case.events.loc[case.events["kind"] == "event", "event_type"].nunique(),
        "all_types": len(read_codebook().types),
        "telling_the_end": int((events["event_id"].eq("E01") | events["same_act"].eq("E01")).sum()),
        "contestable": alternatives(events)["event_id"].nunique(),
        "unsure_mains": int((events.loc[events["main"] == "yes", "certainty"] != "CT+").sum()),
        "on_sentence_16": int(latest["events"].map(lambda ids: "E38" in ids).sum()),
        "same_under_all_rules": sum(len(set(signs)) == 1 for signs in zip(*rules, strict=True)),
        "between_the_two": int((((pairs["source"] == "NER") & (pairs["target"] == "USA"))
                                | ((pairs["source"] == "USA") & (pairs["target"] == "NER"))).sum()),
        **_of_actors_and_time(case),
        **_of_agreement(case),
        **_of_the_record(case),
    }  # fmt: skip


def _of_actors_and_time(case) -> dict:
    found = mentions(case.sentences, case.actors)
    states = set(found["actor_id"].map(roll_up(case.actors))) - {""}
    expressions = case.expressions
    return {
        "names": found["words"].nunique(),
        "named_actors": found["actor_id"].nunique(),
        "named_states": len(states),
        "expressions": len(expressions),
        "stated": int((expressions["basis"] == "stated").sum()),
        "undated": int((expressions["edtf"] == "").sum()),
    }


def _of_agreement(case) -> dict:
    mains = case.codings[case.codings["main"] == "yes"]
    wide = mains.pivot(index="sentence", columns="coder", values="attributed_to")
    second = mains[(mains["sentence"] == 2) & (mains["actor"] == "NER/MIL")]
    return {
        "a_and_d_alike": int((wide["A"] == wide["D"]).sum()),
        "military_in_2": len(second),
        "coders": wide.shape[1],
    }


def _of_the_record(case) -> dict:
    record = load_record()
    troops = record.troops[record.troops["reported_by"] == "War Powers letter"]
    letters = troops.set_index(troops["date"].str[:7])["value"]
    return {
        "record_acts": len(record.timeline),
        "votes": len(record.votes),
        "verified_votes": int((record.votes["verified"] == "yes").sum()),
        "voting_states": record.votes["state"].nunique(),
        "resolutions": len(record.resolutions),
        "correct": int((case.claims["verdict"] == "correct").sum()),
        "no_lineage": int((case.claims["lineage"] == "").sum()),
        "letter_of_june": int(letters["2023-06"]),
        "letter_of_december": int(letters["2023-12"]),
        "conflicts": len(record.conflicts),
    }


PINNED = {
    "00_start_here": {
        "Reading unfolds sixteen sentences into thirty-nine rows.": ("sentences", 16, "rows", 39),
        "Mapping folds them again, into seven ties.": ("ties", 7),
        "Three of the seven lines on the map rest on this sentence alone.":
            ("on_sentence_16", 3, "ties", 7),
    },
    "01_reading": {
        "There are sixteen sentences in fourteen paragraphs.": ("sentences", 16, "paragraphs", 14),
        "In lesson 06 we check twenty of them, and one proves wrong.":
            ("claims", 20, "inaccurate", 1),
    },
    "02_actors": {
        "from 32 names to 20 actors twelve are lost, from 20 actors to 6 states fourteen":
            ("names", 32, "named_actors", 20, "named_states", 6),
    },
    "03_time": {
        "Two of seventeen.": ("stated", 2, "expressions", 17),
        "Three rows have no date at all": ("undated", 3),
    },
    "05_agreement": {
        "would agree with A fifteen times out of sixteen": ("a_and_d_alike", 15, "sentences", 16),
        "In sentence 2 three of four wrote NER/MIL.": ("military_in_2", 3, "coders", 4),
    },
    "06_checking": {
        "106 acts from 2012 to 2025": ("record_acts", 106),
        "of five points the lineage is not known": ("no_lineage", 5),
        "the votes of 25 states on seven resolutions": ("voting_states", 25, "resolutions", 7),
        "of 175 votes, 123 verified": ("votes", 175, "verified_votes", 123),
        "Seven of twenty correct": ("correct", 7, "claims", 20),
        "there were 1,016 in June 2023 and 648 in December":
            ("letter_of_june", 1016, "letter_of_december", 648),
    },
    "04_events": {
        "The reference coding has 39 rows.": ("rows", 39),
        "The story needs only four of them.": ("types", 4),
        "These sixteen types come from PLOVER": ("all_types", 16),
        "Two main rows in this story are not `CT+`.": ("unsure_mains", 2),
        "Five rows, one act.": ("telling_the_end", 5),
        "Three lines of our last map rest on this one sentence": ("on_sentence_16", 3),
        "For how many of the 39 rows": ("rows", 39),
    },
    "07_ties": {
        "For six pairs it makes no difference.": ("same_under_all_rules", 6),
        "Eleven of fifteen pairs are blank.": ("sure", 4),
        "Three ties rest on one hedged sentence (16)": ("on_sentence_16", 3),
        "Five rows on one announcement are one act.": ("telling_the_end", 5),
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("lesson", "sentence"), [(n, s) for n, told in PINNED.items() for s in told]
)
def test_numbers_in_words_are_those_of_the_data(lesson, sentence):
    path = ROOT / "notebooks" / f"{lesson}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    text = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    assert sentence in text, "the prose has changed: change its pin with it"
    pins = PINNED[lesson][sentence]
    for what, number in zip(pins[::2], pins[1::2], strict=True):
        assert niger()[what] == number, what


def test_the_caption_of_exercise_07_counts_the_rows_between_the_two():
    assert niger()["between_the_two"] == 21
    assert "With 21 rows" in prose(ROOT / "solutions" / "07_ties.ipynb")


def test_the_record_says_what_lesson_07_says_of_its_four_acts():
    timeline = load_record().timeline.set_index("event_id")
    four = timeline.loc[["T054", "T057", "T067", "T078"]]
    assert list(four["event_type"]) == ["RETREAT", "MOBILIZE", "MOBILIZE", "RETREAT"]
    assert list(four["actor"]) == ["FRA", "RUS", "RUS", "USA"]
    assert (pd.to_datetime(four["date"]) <= "2024-12-31").all()
