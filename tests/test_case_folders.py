"""A case's folder as people keep it: copies, workbooks, leftovers, and data that was changed."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from realignment import __main__ as command
from realignment import cases
from realignment.cases import load_case, new_case, read_case
from realignment.errors import DataError, ReadingError
from realignment.files import changes, find_data, handed_out
from tools import digests

SHEET = Path("codings") / "coder_a.csv"
SHIPPED = ", ".join(sorted(path.parent.name for path in find_data().glob("*/article.md")))


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """Return a copy of the module's data, found from the working directory."""
    copy = tmp_path / "data"
    shutil.copytree(find_data(), copy, ignore=shutil.ignore_patterns("original.txt"))
    monkeypatch.chdir(tmp_path)
    assert find_data() == copy
    return copy


@pytest.fixture
def niger(data) -> Path:
    return data / "niger_2024"


def refusal(folder: Path | str) -> str:
    with pytest.raises(DataError) as refused:
        read_case(folder)
    message = str(refused.value)
    assert "\n" not in message and message.endswith(".")
    return message


def as_workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    for row in [list(table.columns), *table.to_numpy().tolist()]:
        book.active.append(row)
    book.save(path.with_suffix(".xlsx"))
    path.unlink()
    return path.with_suffix(".xlsx")


# --- leftovers, workbooks, copies -------------------------------------------------------------


def test_what_programs_leave_beside_a_table_is_ignored(niger):
    before = read_case(niger)
    for table in [*niger.glob("*.csv"), *niger.glob("codings/*.csv")]:
        table.with_name(f"._{table.name}").write_bytes(b"\0\5\26\7\0\2")
        table.with_name(f"~${table.name}").write_bytes(b"\4desk")
        table.with_name(f".~lock.{table.name}#").write_text(",me", encoding="utf-8")
    (niger / "codings" / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (niger / "codings" / "notes.txt").write_text("mine", encoding="utf-8")
    after = read_case(niger)
    pd.testing.assert_frame_equal(after.codings, before.codings)
    assert after.notices == before.notices == ()


def test_a_case_of_workbooks_is_the_same_case(niger):
    before = read_case(niger)
    for table in [*niger.glob("*.csv"), *niger.glob("codings/*.csv")]:
        as_workbook(table)
    (niger / "codings" / "coder_a.xlsx").rename(niger / "codings" / "Coder_A.XLSX")
    after = read_case(niger)
    for name in ("actors", "events", "codings", "claims", "words", "expressions"):
        pd.testing.assert_frame_equal(getattr(after, name), getattr(before, name))


def test_a_table_in_capitals_is_not_passed_over(niger):
    before = read_case(niger)
    (niger / "events.csv").rename(niger / "Events.CSV")
    (niger / SHEET).rename(niger / "codings" / "Coder_A.CSV")
    after = read_case(niger)
    pd.testing.assert_frame_equal(after.events, before.events)
    pd.testing.assert_frame_equal(after.codings, before.codings)


@pytest.mark.parametrize(
    "name",
    [
        "coder_A.csv",
        "coder_a - Copy.csv",
        "coder_a - Copy (2).csv",
        "coder_a (1).csv",
        "coder_a copy.csv",
        "coder_a copy 2.csv",
        "coder_a 2.csv",
        "coder_a - Copie.csv",
        "coder_a - Kopie.csv",
        "coder_a - copia.csv",
        "Copy of coder_a.csv",
        "Coder a.csv",
        "coder_a.tsv",
    ],
)
def test_two_sheets_of_one_coder_are_told(niger, name):
    shutil.copy(niger / SHEET, niger / "codings" / name)
    first, second = sorted((SHEET.name, name))
    assert refusal(niger) == (
        f"niger_2024/codings: {first} and {second} are both the sheet "
        "of coder A; expected one sheet for each coder (move the other into another folder, or "
        "name it after another coder)."
    )


def test_coders_by_number_are_several(niger):
    for number in (1, 2, 10):
        shutil.copy(niger / SHEET, niger / "codings" / f"coder {number}.csv")
    assert list(read_case(niger).codings["coder"].unique()) == ["1", "10", "2", *"ABCD"]


@pytest.mark.parametrize("ending", ["docx", "txt", "csv.txt", "numbers", "pdf"])
def test_a_sheet_that_is_no_table_is_told(niger, ending):
    (niger / "codings" / f"coder_me.{ending}").write_bytes(b"x")
    assert refusal(niger) == (
        f"codings/coder_me.{ending}: this is named as a coder's sheet and is no table; expected "
        "coder_me.csv or coder_me.xlsx (save it so, or move it into another folder)."
    )


def test_two_tables_of_one_name_are_told(niger):
    shutil.copy(niger / "events.csv", niger / "kept.csv")
    as_workbook(niger / "events.csv")
    (niger / "kept.csv").rename(niger / "events.csv")
    assert refusal(niger) == (
        "data/niger_2024: events.csv and events.xlsx are both there; expected one table of that "
        "name (move the other into another folder)."
    )


def test_an_article_is_found_under_its_usual_endings_or_told(niger):
    article = niger / "article.md"
    article.rename(niger / "article.txt")
    assert len(read_case(niger).sentences) == 16
    (niger / "article.txt").rename(niger / "article.rtf")
    (niger / "article.rtf").write_bytes(b"{\\rtf1 x}")
    assert "niger_2024/article.rtf: this is a document in rich text (RTF); expected" in refusal(
        niger
    )
    (niger / "article.txt").write_text("A treaty ends.\n", encoding="utf-8")
    assert "article.rtf and article.txt are both there; expected one article.md" in refusal(niger)


def test_a_table_that_no_case_has_is_told_and_not_read(tmp_path, capsys):
    (tmp_path / "article.md").write_text("A treaty ends.\n", encoding="utf-8")
    (tmp_path / "event.csv").write_text("x\n", encoding="utf-8")
    load_case(tmp_path)
    where = f"{tmp_path.name}/event.csv"
    assert capsys.readouterr().out == f"{where} is no table of a case and is not read.\n"


def test_a_bad_sheet_names_file_row_and_column_also_after_empty_rows(niger):
    path = niger / SHEET
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2:2] = ["", "," * lines[0].count(",")]
    lines[5] = lines[5].replace(",yes,", ",sometimes,").replace(",no,", ",sometimes,")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert refusal(niger) == (
        "codings/coder_a.csv, row 6, column 'main': 'sometimes' is not known; expected one of "
        "'yes' or 'no'."
    )


def test_codes_are_read_with_blanks_and_in_small_letters(niger):
    path = niger / SHEET
    header, first = path.read_text(encoding="utf-8").split("\n")[:2]
    cells = dict(zip(header.split(","), first.split(","), strict=False))
    assert cells["attributed_to"]
    row = {
        "sentence": "1.0",
        "main": "Yes",
        "kind": "State",
        "actor": " ner/gov ; usa;",
        "recipient": "\u2013",
        "action": "hosts",
        "valence": "Friendly",
        "date": "",
        "attributed_to": "Author",
        "certainty": "ct+",
    }
    path.write_text(
        f"{header}\n" + ",".join(row.get(name, "") for name in header.split(",")), encoding="utf-8"
    )
    read = read_case(niger).codings.query("coder == 'A'").iloc[0]
    assert read["sentence"] == 1 and read["main"] == "yes" and read["kind"] == "state"
    assert read["actor"] == "NER/GOV;USA" and read["recipient"] == read["date"] == "-"
    assert read["attributed_to"] == "author" and read["certainty"] == "CT+"


# --- which case -------------------------------------------------------------------------------


def test_a_case_is_looked_for_in_data_whatever_lies_around(data, tmp_path):
    own = tmp_path / "niger_2024"
    own.mkdir()
    (own / "article.md").write_text("A treaty ends.\n", encoding="utf-8")
    assert len(read_case("niger_2024").sentences) == 16
    for path in (own, "./niger_2024", str(own)):
        assert len(read_case(path).sentences) == 1
    own.rename(tmp_path / "mine")
    assert refusal("mine") == (
        f"There is no case 'mine'; expected one of {SHIPPED}, or the path of a "
        "folder with an article.md (for the folder of that name here, write './mine')."
    )


@pytest.mark.parametrize("wrong", [None, "", "  ", 3, ["niger_2024"]])
def test_what_is_no_case_is_told(wrong):
    assert refusal(wrong) == (
        f"{wrong!r} is no case; expected one of {SHIPPED}, or the path of a folder with an "
        "article.md."
    )


@pytest.mark.parametrize("odd", ["n" * 300, "a\0b", "\ud800", "../nowhere", "~nobody-here/x"])
def test_an_odd_name_is_refused(odd):
    with pytest.raises(ReadingError) as refused:
        read_case(odd)
    assert "\n" not in str(refused.value)


# --- what was changed -------------------------------------------------------------------------


def test_the_digests_are_those_of_the_data():
    for page, text in digests.made().items():
        assert page.read_text(encoding="utf-8") == text, "run python -m tools make"
    assert changes() == ()


def test_changed_data_is_told_in_one_sentence_and_used(data, niger, capsys):
    path = niger / "events.csv"
    path.write_text("\n".join(path.read_text(encoding="utf-8").split("\n")[:-2]), encoding="utf-8")
    (niger / "words.csv").unlink()
    shutil.copy(niger / SHEET, niger / "codings" / "coder_me.csv")
    (niger / "original.txt").write_text("Words.", encoding="utf-8")
    (data / "my_own").mkdir()
    said = (
        "niger_2024/events.csv is not as it was handed out; what it holds now is used.",
        "niger_2024/words.csv was handed out and is not there.",
        "niger_2024/codings/coder_me.csv was not handed out and is read as a further sheet.",
    )
    assert changes() == changes(folder="niger_2024") == said
    assert changes(folder="riyadh_tehran_2023") == ()
    (niger / "original.txt").unlink()
    found = load_case("niger_2024")
    assert (
        found.notices == said and len(found.events) == 38 and found.codings["coder"].nunique() == 5
    )
    assert capsys.readouterr().out.splitlines() == list(said)
    assert load_case(niger, data=data).notices == said
    assert command.main(["data"]) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == list(said)


def test_a_table_that_a_spreadsheet_has_saved_anew_is_no_other(niger):
    table = pd.read_csv(niger / "events.csv", dtype=str, keep_default_na=False)
    table.to_csv(niger / "events.csv", index=False, sep=";", encoding="utf-8-sig", quoting=1)
    article = niger / "article.md"
    article.write_bytes(article.read_bytes().replace(b"\n", b"\r\n"))
    assert changes() == ()
    table.loc[0, "note"] = "x"
    table.to_csv(niger / "events.csv", index=False)
    assert len(changes()) == 1


def test_a_table_that_cannot_be_read_is_a_changed_one(niger):
    (niger / "claims.csv").write_bytes(b"\0")
    assert changes() == (
        "niger_2024/claims.csv is not as it was handed out; what it holds now is used.",
    )


def test_a_case_of_ones_own_is_nobodys_business(data):
    story = data.parent / "story.txt"
    story.write_text("A treaty ends.\n", encoding="utf-8")
    new_case("pier_2024", story)
    assert changes() == () and load_case("pier_2024").notices == ()
    assert "pier_2024/events.csv" not in handed_out.LIST.read_text(encoding="utf-8")


# --- a new case -------------------------------------------------------------------------------


def test_a_new_case_takes_its_article_as_text_and_leaves_nothing_after_a_failure(data, monkeypatch):
    story = data.parent / "article.md"
    story.write_text("A treaty ends.\n", encoding="utf-8")

    def fails(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    before = sorted(data.iterdir())
    with monkeypatch.context() as patch:
        patch.setattr(cases.csv, "writer", fails)
        with pytest.raises(ReadingError, match="data/pier was not written: the disk is full."):
            new_case("pier", "article.md")
    assert sorted(data.iterdir()) == before
    monkeypatch.setenv("HOME", str(data.parent))
    monkeypatch.setenv("USERPROFILE", str(data.parent))
    assert new_case("pier", "~/article.md") == data / "pier"
    for article in (None, "", 3):
        with pytest.raises(ReadingError, match="is no place; expected the path of a file or"):
            new_case("quay", article)
    for wrong in (None, 3):
        with pytest.raises(ReadingError, match="cannot name a case; expected small letters"):
            new_case(wrong, "article.md")
    with pytest.raises(ReadingError, match="nowhere.md: there is no such file."):
        new_case("quay", "nowhere.md")


def test_the_command_shows_the_article_as_it_was_read(data, capsys):
    story = data.parent / "story.md"
    story.write_text(
        "---\ntitle: Pier\npublished: 2024-03-16\n---\nA treaty ends. Nobody says why.\n\n"
        "## What next\n\nA delegation came.\n",
        encoding="utf-8",
    )
    assert command.main(["new-case", "pier_2024", "--article", str(story)]) == 0
    assert capsys.readouterr().out == (
        "data/pier_2024 was made. This is its article as it was read:\n\n"
        "Published: 2024-03-16\nHeadings: What next\nSentences: 3\n\n"
        "Pier (2024-03-16)\n\n[1] A treaty ends.\n[2] Nobody says why.\n\nWhat next\n\n"
        "[3] A delegation came.\n\n"
        "Is a sentence cut in the wrong place, or a heading taken for a sentence? Then mend "
        "pier_2024/article.md before you code. Next, fill in actors.csv and events.csv there, "
        "actors first; load_case('pier_2024') says what cannot be read.\n"
    )
    assert command.main(["new-case", "pier_2024", "--article", str(story)]) == 1
    assert "pier_2024 is there already and was left as it is" in capsys.readouterr().err
    desk = data.parent / "desk"
    desk.mkdir()
    asked = ["new-case", "pier_2024", "--article", str(story), "--data", str(desk)]
    assert command.main(asked) == 0
    assert f"load_case('pier_2024', data={str(desk)!r}) says" in capsys.readouterr().out
    assert command.main(["new-case", "quay", "--article", str(data)]) == 1
    assert "this is a folder; expected a file." in capsys.readouterr().err
