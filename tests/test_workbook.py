"""The coding workbook: what is in it, and what comes back from a spreadsheet program."""

from __future__ import annotations

import io
import shutil
import subprocess

import openpyxl
import pandas as pd
import pytest

from realignment import cases, load_case
from realignment.__main__ import main
from realignment.classroom import load_codings, workbook, write_workbook
from realignment.errors import ReadingError
from realignment.events import Coding
from realignment.mine import my_sheet

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed here: apt-get install libreoffice-calc"
)


@pytest.fixture(scope="module")
def case():
    return load_case("niger_2024")


@pytest.fixture
def full(case, tmp_path):
    """Return a workbook into which coder A's rows are typed."""
    path = write_workbook(case, tmp_path / "coder_a.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["coding"]
    columns = [cell.value for cell in sheet[1]]
    rows = case.codings[case.codings["coder"] == "A"]
    further = iter(range(18, 18 + 24))
    for row in rows.to_dict("records"):
        number = row["sentence"] + 1 if row["main"] == "yes" else next(further, None)
        if number is None:
            continue
        for name in set(columns) - {"words"}:
            cell = sheet.cell(number, columns.index(name) + 1)
            if name != "sentence":
                assert cell.number_format == "@"
            cell.value = row[name]
    book.save(path)
    return path


def expected(case):
    """Return coder A's rows as far as the workbook has room for them."""
    rows = case.codings[case.codings["coder"] == "A"]
    further = rows[rows["main"] == "no"].head(24)
    kept = pd.concat([rows[rows["main"] == "yes"], further])
    return kept.sort_values(["sentence", "main", "action"])[[*Coding.model_fields]].reset_index(
        drop=True
    )


def sorted_rows(table):
    ordered = table.sort_values(["sentence", "main", "action"])
    return ordered[[*Coding.model_fields]].reset_index(drop=True)


def read_back(case, path, tmp_path):
    """Return the rows as a case, a class and a student's own folder read them."""
    copy = tmp_path / "a_case"
    shutil.copytree(case.folder, copy)
    for sheet in (copy / "codings").iterdir():
        sheet.unlink()
    shutil.copy(path, copy / "codings" / f"coder_a{path.suffix}")
    group = tmp_path / "class"
    group.mkdir()
    shutil.copy(path, group)
    found = load_codings(group, case)
    assert found.set_aside.empty, found.set_aside["reason"].tolist()
    return cases.read_case(copy).codings, found.codings


def test_the_sentences_stand_beside_cells_of_text(case):
    book = openpyxl.load_workbook(io.BytesIO(workbook(case)))
    assert book.sheetnames == ["coding", "codebook", "lists"]
    sheet = book["coding"]
    header = [cell.value for cell in sheet[1]]
    assert header[:3] == ["sentence", "words", "main"]
    assert set(header) == {*Coding.model_fields, "words"} - {"quad"}
    for number, text in zip(case.sentences["sentence"], case.sentences["text"], strict=True):
        row = sheet[number + 1]
        assert (row[0].value, row[1].value, row[2].value) == (number, text, "yes")
        assert all(cell.number_format == "@" for cell in row[1:])


def test_each_list_is_the_codebooks(case):
    book = openpyxl.load_workbook(io.BytesIO(workbook(case)))
    sheet, lists = book["coding"], book["lists"]
    header = [cell.value for cell in sheet[1]]
    found = {}
    for rule in sheet.data_validations.dataValidation:
        [area] = rule.sqref.ranges
        column = header[area.min_col - 1]
        cells = lists[rule.formula1.partition("!")[2].replace("$", "")]
        found[column] = [cell.value for (cell,) in cells]
        assert (area.min_row, area.max_row) == (2, 41)
        assert rule.prompt
    assert found["kind"] == ["event", "statement", "state", "intent", "relation"]
    assert found["certainty"] == ["CT+", "PR+", "PS+", "CT-", "PR-", "UU"]
    assert len(found["event_type"]) == 17 and found["main"] == ["yes", "no"]
    assert {"NER/GOV", "USA", "-"} <= set(found["actor"])
    glosses = {row[0].value: row[1].value for row in book["codebook"].iter_rows()}
    assert "Not to be confused with" in glosses["SANCTION"]


def test_an_empty_workbook_is_no_coder_and_no_error(case, tmp_path):
    path = write_workbook(case, tmp_path / "coder_a.xlsx")
    copy = tmp_path / "a_case"
    shutil.copytree(case.folder, copy)
    for sheet in (copy / "codings").iterdir():
        sheet.unlink()
    shutil.copy(path, copy / "codings")
    assert not len(cases.read_case(copy).codings)
    group = tmp_path / "class"
    group.mkdir()
    shutil.copy(path, group)
    assert "nothing is coded in it yet" in load_codings(group, case).set_aside["reason"].item()


def test_a_filled_workbook_comes_back(case, full, tmp_path):
    for found in read_back(case, full, tmp_path):
        pd.testing.assert_frame_equal(sorted_rows(found), expected(case))


def test_it_is_read_beside_the_exercises(case, full, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(full, "my_sheet.xlsx")
    assert my_sheet(case)["kind"].tolist()[0] == "event"


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_libreoffice_opens_it_and_what_it_saves_comes_back(case, full, tmp_path, ending):
    saved = tmp_path / "saved"
    convert(full, ending, saved)
    found = read_back(case, saved / f"coder_a.{ending}", tmp_path)
    for rows in found:
        pd.testing.assert_frame_equal(sorted_rows(rows), expected(case))
        assert {"2023-07", "2023-03~", "2024-03-16"} <= set(rows["date"])


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_keeps_the_lists_and_the_text(case, full, tmp_path):
    convert(full, "xlsx", tmp_path / "saved")
    book = openpyxl.load_workbook(tmp_path / "saved" / "coder_a.xlsx")
    sheet = book["coding"]
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert len(rules) == 8
    header = [cell.value for cell in sheet[1]]
    column = header.index("date")
    assert all(row[column].number_format == "@" for row in sheet.iter_rows(2, 41))
    assert all(isinstance(row[column].value, str | None) for row in sheet.iter_rows(2, 41))


def convert(path, ending, folder):
    """Open a file in LibreOffice and save it; with a profile of its own, as a first start."""
    ran = subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(folder),
            str(path),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (folder / f"{path.stem}.{ending}").is_file(), ran.stdout + ran.stderr


def test_nothing_is_written_over(case, tmp_path):
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(ReadingError, match=r"sheet.xlsx is there already and was left as it is"):
        write_workbook(case, path)
    assert path.read_bytes() == b"mine"
    with pytest.raises(ReadingError, match=r"expected a name that ends with .xlsx"):
        write_workbook(case, tmp_path / "sheet.csv")
    with pytest.raises(ReadingError, match=r"there is no such folder"):
        write_workbook(case, tmp_path / "none" / "sheet.xlsx")


def test_the_command(case, tmp_path, capsys):
    assert main(["sheet", "niger_2024", "--to", str(tmp_path / "s.xlsx")]) == 0
    assert "16 sentences of niger_2024, one row each" in capsys.readouterr().out
    assert main(["sheet", "niger_2024", "--to", str(tmp_path / "s.xlsx")]) == 1
    assert main(["sheet", "nowhere", "--to", str(tmp_path / "t.xlsx")]) == 1
    assert "There is no case 'nowhere'" in capsys.readouterr().err


def test_a_sentence_that_looks_like_a_formula_stays_words(tmp_path):
    article = tmp_path / "story.md"
    article.write_text("---\ntitle: T\n---\n\n=1+1 is what Chad told Mali.\n", "utf-8")
    folder = cases.new_case("a_story", article, tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(workbook(cases.read_case(folder))))
    cell = book["coding"]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1 is what Chad told Mali.", "s")
