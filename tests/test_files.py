"""Files as people hand them over: read where that is safe, else one sentence of what to do."""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from pathlib import Path
from typing import Literal

import openpyxl
import pytest
from pydantic import BaseModel, Field

from realignment.errors import DataError, ReadingError
from realignment.files import read_numbered, read_rows, read_table, read_text, table_at
from realignment.files.grids import MOST_ROWS, plain

COLUMNS = ["sentence", "event_type", "date", "note"]
HEADER = "sentence,event_type,date,note\n"


def table(tmp_path: Path, text: str | bytes, name: str = "t.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_table(path, COLUMNS)


def refusal(read, *arguments) -> str:
    """Return the one sentence with which something is refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DataError) as refused:
            read(*arguments)
    message = str(refused.value)
    assert "\n" not in message and message.endswith(".")
    return message


def workbook(path: Path, *sheets: list[list[object]], names: tuple[str, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else None)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


# --- read, since it is safe -------------------------------------------------------------------

ROW = ["1", "AID", "2024-03", "so, it is"]
SAFE = {
    "as it should be": HEADER + '1,AID,2024-03,"so, it is"\n',
    "a line that names the separator": "sep=;\r\nsentence;event_type;date;note\r\n"
    "1;AID;2024-03;so, it is\r\n",
    "the same in quotation marks": '"sep=\t"\nsentence\tevent_type\tdate\tnote\n'
    "1\tAID\t2024-03\tso, it is\n",
    "bars": "sentence|event_type|date|note\n1|AID|2024-03|so, it is\n",
    "empty columns behind": HEADER.strip() + ',,,\n1,AID,2024-03,"so, it is",,,\n',
    "an empty column between": 'sentence,,event_type,date,note\n1,,AID,2024-03,"so, it is"\n',
    "a separator behind each row": HEADER + '1,AID,2024-03,"so, it is",\n',
    "an index without a name": "," + HEADER + '0,1,AID,2024-03,"so, it is"\n',
    "an index with a name": "No.," + HEADER + '1,1,AID,2024-03,"so, it is"\n',
    "two indexes": ",level_0," + HEADER + '0,0,1,AID,2024-03,"so, it is"\n',
    "who and when above": "Coder,Alma,Date,3 May\n" + HEADER + '1,AID,2024-03,"so, it is"\n',
    "an index of pandas": "Unnamed: 0," + HEADER + '7,1,AID,2024-03,"so, it is"\n',
    "an index in quotation marks": '"",' + HEADER + '"1",1,AID,2024-03,"so, it is"\n',
    "capitals, blanks and dashes": 'SENTENCE, Event type ,Date,NOTE\n1,AID,2024-03,"so, it is"\n',
    "a dash in a name": 'Sentence,event-type,date,note\n1,AID,2024-03,"so, it is"\n',
    "no-break spaces and a mark within": "\ufeffsentence,Event\u00a0Type,\ufeffdate,note\n"
    '1,\u00a0AID\u00a0,2024-03,"so, it is"\n',
    "a blank before a quotation mark": HEADER + '1, AID, 2024-03, "so, it is"\n',
    "a title above": "My coding,,,\n\n" + HEADER + '1,AID,2024-03,"so, it is"\n',
    "pasted into one column": '"sentence;event_type;date;note"\n"1;AID;2024-03;so, it is"\n',
    "old line ends": (HEADER + '1,AID,2024-03,"so, it is"\n').replace("\n", "\r"),
    "empty rows": "\n\n" + HEADER + ',,,\n\n1,AID,2024-03,"so, it is"\n,,,\n\n',
}


@pytest.mark.parametrize("kind", SAFE)
def test_what_programs_add_is_read(tmp_path, kind):
    assert table(tmp_path, SAFE[kind]).to_numpy().tolist() == [ROW]


def test_a_name_is_plain_without_case_blanks_and_dashes():
    for name in ("event_type", "Event type", "EVENT-TYPE", " Event\u2013Type ", "\ufeffevent_type"):
        assert plain(name) == "event_type"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_what_programs_call_unicode_is_read(tmp_path, mark, encoding):
    text = f"{mark}{HEADER}1,AID,2024-03,dénonce\n"
    assert table(tmp_path, text.encode(encoding))["note"][0] == "dénonce"


# --- refused, since a guess could be wrong ----------------------------------------------------

NOT_CLOSED = (
    "a quotation mark opens a cell and none closes it, so that all rows below would be lost; "
    'expected another " at the end of that cell.'
)
BEHIND = (
    "text stands behind the quotation mark that closes a cell; expected the separator there "
    '(within a cell a quotation mark is written twice: "", and one that opens a cell must be '
    "closed)."
)
REFUSED = {
    "a mark not closed": (HEADER + '1,AID,2024,a\n2,AID,2024,"b\n3,AID,2024,c\n', 3, NOT_CLOSED),
    "after empty rows and cells of two lines": (
        HEADER + '\n1,AID,2024,"a\nb"\n,,,\n2,AID,2024,"b\n3,AID,2024,c\n',
        5,
        NOT_CLOSED,
    ),
    "a mark not closed, and one below": (
        HEADER + '1,AID,2024,"a\n2,AID,2024,b\n3,AID,2024,"c"\n',
        2,
        BEHIND,
    ),
    "closed by chance": (
        HEADER + '1,AID,2024,"a\n2,AID,2024,b\n3,AID,2024,c"\n',
        2,
        'a quotation mark opens a cell that holds 2 of the rows below it; expected another " at '
        "the end of that cell.",
    ),
    "text behind a mark": (HEADER + '1,AID,2024,"so" he said\n', 2, BEHIND),
    "a vast cell": (
        HEADER + "1,AID,2024," + "x" * 131_073,
        2,
        "a cell holds more than 131,072 characters; expected a few sentences (is a quotation mark "
        "not closed?).",
    ),
    "a cell too many": (
        HEADER + "\n1,AID,2024,a,b\n",
        3,
        "5 cells; expected 4, one for each column (a cell that holds the separator must stand in "
        "quotation marks).",
    ),
    "a cell too few": (
        HEADER + "1,AID,2024\n",
        2,
        "3 cells; expected 4, one for each column (a cell that holds the separator must stand in "
        "quotation marks).",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_row_that_cannot_be_read_is_named_as_a_spreadsheet_counts_it(tmp_path, kind):
    text, row, says = REFUSED[kind]
    assert refusal(table, tmp_path, text) == f"{tmp_path.name}/t.csv, row {row}: {says}"


def test_lines_that_a_spreadsheet_does_not_show_are_not_counted(tmp_path):
    bad = "1,AID,2024\n"
    assert "row 2: 3 cells" in refusal(table, tmp_path, "sep=,\n" + HEADER + bad)
    assert "row 3: 3 cells" in refusal(table, tmp_path, "encoding: windows-1252\n" + HEADER + bad)


WHOLE = {
    '"': "row 1: a quotation mark opens a cell and none closes it",
    ",,,\n,,,\n": "the table is empty; expected a header: sentence, event_type, date, note.",
    "": "the file is empty; expected text.",
    "\ufeff": "the file is empty; expected text.",
    "<html><table><tr><td>sentence</td></tr></table></html>": "this is a web page (HTML); "
    "expected a table: save its table as CSV (UTF-8) or .xlsx from a spreadsheet program.",
    "\0" * 50: "this is a binary file; expected plain text.",
    "sep=;\n": "the table is empty; expected a header",
    "encoding: windows-1252\n": "the file is empty; expected text.",
    HEADER.replace("date", "when") + "1,AID,2024,a\n": "the column 'date' is missing; expected",
    HEADER.replace("date", "dat") + "1,AID,2024,a\n": "the column 'date' is missing (is 'dat' "
    "meant for it?); expected",
    HEADER.strip() + ",mood\n1,AID,2024,a,b\n": "the column 'mood' is not known; expected "
    "sentence, event_type, date, note, and no other column.",
    HEADER.strip() + ",Note\n1,AID,2024,a,b\n": "the column 'note' is there twice; expected",
    "," + HEADER + "b,1,AID,2024,a\n": "row 2: 'b' stands in column 1, which has no name; expected "
    "a name in the header, or nothing below it.",
    HEADER + "1,AID,2024,#NAME?\n": "row 2, column 'note': '#NAME?' is what a spreadsheet shows "
    "for a formula that failed; expected what you meant, as text.",
}


@pytest.mark.parametrize("text", WHOLE)
def test_a_table_that_is_none_is_refused(tmp_path, text):
    message = refusal(table, tmp_path, text)
    assert WHOLE[text] in message and message.startswith(f"{tmp_path.name}/t.csv")


# --- words of a list --------------------------------------------------------------------------


class Sheet(BaseModel):
    sentence: int = Field(ge=1)
    main: Literal["yes", "no"]
    quad: Literal["1", "4", "-"]
    certainty: Literal["CT+", "CT-"] | None


def test_a_word_of_a_list_may_differ_in_case_and_a_number_have_a_point(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "sentence,main,quad,certainty\n4.0,Yes,4.0,ct\u2212\n5,NO,\u2013,CT+\n", encoding="utf-8"
    )
    assert read_rows(path, Sheet).to_numpy().tolist() == [
        [4, "yes", "4", "CT-"],
        [5, "no", "-", "CT+"],
    ]
    path.write_text("sentence,main,quad,certainty\n\n4,perhaps,4,CT+\n", encoding="utf-8")
    assert refusal(read_rows, path, Sheet) == (
        f"{tmp_path.name}/t.csv, row 3, column 'main': 'perhaps' is not known; expected one of "
        "'yes' or 'no'."
    )


def test_a_row_keeps_its_number(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "sentence,main,quad,certainty\n\n4,yes,4,CT+\n,,,\n4,no,4,CT+\n", encoding="utf-8"
    )
    assert list(read_numbered(path, Sheet).index) == [3, 5]
    assert list(read_rows(path, Sheet).index) == [0, 1]
    assert "row 5, column 'sentence': 4 is there already" in refusal(
        read_rows, path, Sheet, "sentence"
    )


# --- workbooks --------------------------------------------------------------------------------


def test_a_workbook_is_read_as_the_same_table(tmp_path):
    day, moment = datetime.date(2024, 3, 16), datetime.datetime(2024, 3, 17)
    path = workbook(
        tmp_path / "t.xlsx",
        [
            ["Sentence", "event type", "date", "note", None],
            [1, "AID", day, "so, it is"],
            [None, None, None, None],
            [2.0, " AID ", moment, 0.5],
            [3, "AID", "2024-03", True],
            [4, "AID", 2024, None],
        ],
    )
    assert read_table(path, COLUMNS).to_numpy().tolist() == [
        ["1", "AID", "2024-03-16", "so, it is"],
        ["2", "AID", "2024-03-17", "0.5"],
        ["3", "AID", "2024-03", "TRUE"],
        ["4", "AID", "2024", ""],
    ]
    renamed = path.rename(tmp_path / "t.csv")  # known by what it holds
    assert len(read_table(renamed, COLUMNS)) == 4


def test_a_date_that_may_have_been_a_month_is_refused_with_the_reason(tmp_path):
    rows = [COLUMNS, [1, "AID", "2024", ""], [], [2, "AID", datetime.date(2024, 3, 1), ""]]
    path = workbook(tmp_path / "t.xlsx", rows)
    assert refusal(read_table, path, COLUMNS) == (
        f"{tmp_path.name}/t.xlsx, row 4, column 'date': the cell is the date 2024-03-01, and a "
        "spreadsheet makes that of the month 2024-03 too; expected text: format the cell as text "
        "and type 2024-03 or 2024-03-01."
    )


def test_the_sheet_with_the_columns_is_read(tmp_path):
    good = [COLUMNS, [1, "AID", "2024", "a"]]
    other = [["code", "meaning"], ["AID", "help"]]
    path = workbook(tmp_path / "t.xlsx", other, good, names=("Codebook", "Coding"))
    assert read_table(path, COLUMNS)["note"][0] == "a"
    path = workbook(tmp_path / "t.xlsx", good, good, names=("Mine", "Yours"))
    assert refusal(read_table, path, COLUMNS) == (
        f"{tmp_path.name}/t.xlsx: the sheets 'Mine' and 'Yours' both have these columns; expected "
        "one table."
    )
    path = workbook(tmp_path / "t.xlsx", other, [["x"]], names=("Codebook", "Notes"))
    assert "t.xlsx, sheet 'Codebook': the column 'sentence' is missing" in refusal(
        read_table, path, COLUMNS
    )
    path = workbook(tmp_path / "t.xlsx", [])
    assert "the workbook is empty; expected a table." in refusal(read_table, path, COLUMNS)


def test_a_formula_without_its_result_is_named(tmp_path):
    path = workbook(tmp_path / "t.xlsx", [COLUMNS, ["=1+1", "AID", "2024", ""]])
    assert refusal(read_table, path, COLUMNS) == (
        f"{tmp_path.name}/t.xlsx, row 2, column A: a formula whose result is not in the file; "
        "expected a value (open the file in a spreadsheet program and save it there)."
    )


def test_a_workbook_that_is_damaged_or_vast_is_refused(tmp_path):
    path = workbook(tmp_path / "t.xlsx", [COLUMNS])
    content = path.read_bytes()
    path.write_bytes(content[:2000] + b"?" * 40 + content[2040:])
    assert "this Excel workbook cannot be opened; expected one that is whole and has no" in refusal(
        read_table, path, COLUMNS
    )
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)  # so begins one with a password, too
    assert "this old Excel workbook cannot be opened" in refusal(read_table, path, COLUMNS)
    book = openpyxl.Workbook()
    book.active.cell(MOST_ROWS + 1, 1, "x")
    book.save(path)
    assert "a sheet reaches to row 100,001 and column 1; expected at most 100,000 rows" in refusal(
        read_table, path, COLUMNS
    )


ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"><office:body>
<office:spreadsheet><table:table table:name="Sheet1">%s</table:table></office:spreadsheet>
</office:body></office:document-content>"""
CELL = '<table:table-cell office:value-type="%s"%s><text:p>%s</text:p></table:table-cell>'


def ods(path: Path, *rows: list[tuple[str, str, str]]) -> Path:
    body = "".join(
        f"<table:table-row>{''.join(CELL % cell for cell in row)}</table:table-row>" for row in rows
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS % body)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
            ' manifest:version="1.2"><manifest:file-entry manifest:full-path="/"'
            ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            '<manifest:file-entry manifest:full-path="content.xml"'
            ' manifest:media-type="text/xml"/></manifest:manifest>',
        )
    return path


def test_a_spreadsheet_of_libreoffice_is_read(tmp_path):
    header = [("string", "", name) for name in COLUMNS]
    day = ("date", ' office:date-value="2024-03-16"', "16/03/24")
    row = [("float", ' office:value="1"', "1"), ("string", "", "AID"), day, ("string", "", "a")]
    path = ods(tmp_path / "t.ods", header, row)
    assert read_table(path, COLUMNS).to_numpy().tolist() == [["1", "AID", "2024-03-16", "a"]]
    row[2] = ("date", ' office:date-value="2024-03-01"', "Mar 24")
    assert "row 2, column 'date': the cell is the date 2024-03-01" in refusal(
        read_table, ods(path, header, row), COLUMNS
    )


def test_a_table_is_found_as_a_workbook_and_two_are_told(tmp_path):
    rows = [COLUMNS, [1, "AID", "2024", "a"]]
    workbook(tmp_path / "~$Events.xlsx", rows)
    (tmp_path / "._events.csv").write_bytes(b"\0\5\26\7")
    (tmp_path / ".~lock.events.ods#").write_text(",me,desk", encoding="utf-8")
    assert table_at(tmp_path / "events.csv") is None
    path = workbook(tmp_path / "Events.XLSX", rows)
    assert table_at(tmp_path / "events.csv") == path
    assert read_table(tmp_path / "events.csv", COLUMNS)["note"][0] == "a"
    (tmp_path / "events.csv").write_text(HEADER, encoding="utf-8")
    assert refusal(table_at, tmp_path / "events.csv") == (
        f"{name(tmp_path)}: Events.XLSX and events.csv are both there; expected one table of that "
        "name (move the other into another folder)."
    )


def name(folder: Path) -> str:
    return "/".join(folder.parts[-2:])


# --- documents and encodings ------------------------------------------------------------------


def archive(*names: str, mimetype: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for part in names:
            made.writestr(part, "x")
    return held.getvalue()


AS_TEXT = "save it as plain text there (File > Save As > Plain text, UTF-8)."
DOCUMENTS = {
    "a.docx": (archive("word/document.xml"), "a Word document", AS_TEXT),
    "a.doc": (b"\xd0\xcf\x11\xe0\0\0", "an old Word document", AS_TEXT),
    "a.odt": (
        archive(mimetype="application/vnd.oasis.opendocument.text"),
        "a LibreOffice document",
        AS_TEXT,
    ),
    "a.rtf": (b"{\\rtf1\\ansi x}", "a document in rich text (RTF)", AS_TEXT),
    "a.pdf": (
        b"%PDF-1.7\n",
        "a PDF",
        "open it, copy the text of the article and paste it into a text file.",
    ),
    "a.pages": (
        archive("Index/Document.iwa"),
        "a Pages document",
        "export it as plain text there (File > Export To > Plain Text).",
    ),
    "a.numbers": (
        archive("Index/Document.iwa"),
        "a Numbers spreadsheet",
        "export it as CSV there (File > Export To > CSV).",
    ),
    "a.zip": (archive("a.txt"), "a zip archive", "unpack it and give the file inside."),
    "a.png": (
        b"\x89PNG\r\n\x1a\n",
        "a picture",
        "type what it shows, or run a text recognition first.",
    ),
}


@pytest.mark.parametrize("file", DOCUMENTS)
def test_a_document_is_told_how_to_become_a_text_or_a_table(tmp_path, file):
    content, what, how = DOCUMENTS[file]
    for written in (
        (file, "a.txt", "a.csv") if file not in {"a.doc", "a.pages", "a.numbers"} else [file]
    ):
        path = tmp_path / written
        path.write_bytes(content)
        where = f"{tmp_path.name}/{written}"
        assert refusal(read_text, path) == f"{where}: this is {what}; expected plain text: {how}"
        said = refusal(read_table, path, COLUMNS)
        assert said.startswith(f"{where}: this is {what}; expected a table: ")
        assert "CSV" in said


def test_a_workbook_is_no_article(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [COLUMNS])
    assert refusal(read_text, path) == (
        f"{tmp_path.name}/a.xlsx: this is an Excel workbook; expected plain text."
    )


PROPOSED = {
    "cp1252": ("windows-1252", "Le président a reçu la délégation — à Niamey."),
    "mac_roman": ("macintosh", "Le président a reçu la délégation à Niamey."),
    "cp1251": ("windows-1251", "Президент объявил о выводе войск."),
    "cp1256": ("windows-1256", "أعلن الرئيس انسحاب القوات."),
    "gb18030": ("gb18030", "尼日尔周六宣布终止与美国的军事协议。"),
}


@pytest.mark.parametrize("codec", PROPOSED)
def test_the_encoding_that_fits_is_proposed_and_then_read(tmp_path, codec):
    label, line = PROPOSED[codec]
    path = tmp_path / "a.txt"
    raw = f"A plain line.\n{line}\n".encode(codec)
    path.write_bytes(raw)
    first = next(n for n, byte in enumerate(raw) if byte > 127)
    assert refusal(read_text, path) == (
        f"{tmp_path.name}/a.txt: byte {first} is not UTF-8; expected UTF-8 text, or a line "
        f"'encoding: {label}' at the top, with which line 2 would read {line!r}."
    )
    path.write_bytes(f"encoding: {label}\n".encode() + raw)
    assert read_text(path) == f"A plain line.\n{line}\n"  # and the line is no sentence


DECLARED = [
    "encoding: windows-1252",
    "encoding: windows-1252;;;;",
    "encoding: windows-1252,,,",
    '"encoding: windows-1252";;',
    "# Encoding: CP1252",
    "encoding:windows-1252\t\t\t",
]


@pytest.mark.parametrize("line", DECLARED)
def test_the_declared_line_works_as_a_spreadsheet_saves_it(tmp_path, line):
    body = "sentence;event_type;date;note\n1;AID;2024;dénonce\n"
    assert table(tmp_path, f"{line}\r\n{body}".encode("cp1252"))["note"][0] == "dénonce"
    assert table(tmp_path, f"{line}\r\n{body}".encode())["note"][0] == "dénonce"


def test_a_declaration_in_the_front_matter_counts_and_a_sentence_does_not(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes("---\ntitle: A\nencoding: windows-1252\n---\nÉté.\n".encode("cp1252"))
    assert read_text(path).endswith("\nÉté.\n")
    path.write_bytes("A line.\nencoding: windows-1252\nÉté.\n".encode("cp1252"))
    assert "byte 31 is not UTF-8" in refusal(read_text, path)
    path.write_bytes("encoding: klingon\nÉté.\n".encode("cp1252"))
    assert "the encoding 'klingon' is not known here; expected one of windows-1252" in refusal(
        read_text, path
    )
    path.write_bytes(b"encoding: windows-1252\n\x81\n")
    assert "byte 23 is not windows-1252, although the file says" in refusal(read_text, path)


def test_a_fault_of_a_file_is_a_reading_error_of_its_own_kind(tmp_path):
    assert issubclass(DataError, ReadingError)
    assert refusal(read_text, tmp_path) == f"{name(tmp_path)}: this is a folder; expected a file."
    assert "there is no such file" in refusal(read_text, tmp_path / "a.txt")
