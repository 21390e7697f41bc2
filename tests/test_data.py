"""The data and its dictionary belong together, and every fact carries its source."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from realignment.cases import read_case
from realignment.events import read_codebook
from tools import dictionary as dictionary_tool
from tools.pictures import PICTURES

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
TABLES = sorted(DATA.rglob("*.csv"))
CASES = sorted(path.parent.name for path in DATA.glob("*/article.md"))


def key(path: Path) -> str:
    """Return the name under which a table stands in the dictionary."""
    parts = path.relative_to(DATA).parts
    if parts[0] in CASES:
        return "<case>/codings/*.csv" if parts[1] == "codings" else f"<case>/{parts[1]}"
    return "/".join(parts)


def dictionary() -> dict[str, list[str]]:
    """Return the columns of each table as data/README.md lists them."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"<!-- columns: (.+?) -->\n((?:\|.*\n)+)", text)
    return {
        name: re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE) for name, table in blocks
    }


def header(path: Path) -> list[str]:
    with open(path, encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.relative_to(DATA).as_posix())
def test_every_column_of_every_table_is_in_the_dictionary(path):
    assert dictionary()[key(path)] == header(path)


def test_the_dictionary_holds_no_table_that_is_not_there():
    assert set(dictionary()) == {key(path) for path in TABLES}


def test_tables_with_a_schema_say_what_the_schema_says():
    for page, text in dictionary_tool.made().items():
        assert page.read_text(encoding="utf-8") == text, "run python -m tools make"


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.relative_to(DATA).as_posix())
def test_a_table_is_utf8_without_mark_with_plain_line_ends(path):
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw and raw.endswith(b"\n")
    raw.decode("utf-8")


def test_every_table_has_its_number_of_rows_where_the_dictionary_gives_one():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.csv)`(?: \(|, )?\(?(\d+) rows", text)
    assert len(named) >= 10
    for name, count in named:
        with open(DATA / name, encoding="utf-8", newline="") as file:
            found = sum(1 for _ in csv.reader(file)) - 1
        assert found == int(count), f"{name} has {found} rows: run python -m tools make"


def test_rows_are_counted_and_so_are_those_that_are_verified(tmp_path, monkeypatch):
    (tmp_path / "pier.csv").write_text("id,verified\nP1,yes\nP2,no\nP3,yes\n", encoding="utf-8")
    monkeypatch.setattr(dictionary_tool, "README", tmp_path / "README.md")
    text = "## One\n\n### `pier.csv` (9 rows)\n\nPiers. 9 of 9 rows are verified.\n\n### Two\n"
    assert dictionary_tool.counted(text) == text.replace("(9", "(3").replace("9 of 9", "2 of 3")


@pytest.mark.parametrize("name", CASES)
def test_every_case_loads_and_its_alternatives_are_values_of_their_columns(name):
    from realignment.dates import is_edtf
    from realignment.events import CERTAINTY_WORDS, alternatives

    case = read_case(name)
    actors = set(case.actors["actor_id"])
    types = set(read_codebook().types["event_type"])
    for row in alternatives(case.events).itertuples():
        if row.field in ("actor", "recipient"):
            assert all(part in actors for part in row.value.split(";") if part), row
        elif row.field == "date":
            assert is_edtf(row.value), row
        elif row.field == "certainty":
            assert row.value in CERTAINTY_WORDS, row
        elif row.field == "event_type":
            assert row.value in types, row
        else:
            assert row.field in {"kind", "valence", "attributed_to", "main", "mode"}, row


@pytest.mark.parametrize("name", CASES)
def test_claims_that_are_verified_name_a_source_or_are_reckoned_from_the_text(name):
    for row in read_case(name).claims.itertuples():
        if row.verified == "yes" and row.verdict not in {"framing", "ambiguous"}:
            assert row.source_publisher or row.claim_id in {"C13"}, row.claim_id


def test_the_four_codings_are_named_for_what_they_are():
    """Wherever the codings are used in prose, it says that language models made them."""
    for path in [*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("solutions/*.ipynb")]:
        book = json.loads(path.read_text(encoding="utf-8"))
        text = "".join("".join(cell["source"]) for cell in book["cells"])
        if "case.codings" in text:
            assert "language model" in text, path.name


def test_the_published_story_is_not_kept():
    """Its name may stand in the code that reads it; its text may stand nowhere."""
    assert not list(DATA.glob("*/original.txt")) or "original.txt" in (
        ROOT / ".gitignore"
    ).read_text(encoding="utf-8")


def test_the_readme_says_of_its_pictures_what_they_show():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    case = read_case("niger_2024")
    for file, draw in PICTURES.items():
        assert f"{draw(case).words}](images/{file})" in readme
        stored, drawn = Image.open(ROOT / "images" / file), Image.open(io.BytesIO(draw(case).png()))
        assert stored.size == drawn.size  # the same picture, not some other or an empty one
        assert ImageStat.Stat(stored.convert("L")).stddev[0] > 10
