"""A sheet to code in with a spreadsheet: sentences beside the cells, and lists to choose from.

Every cell that is coded is a cell of text, so that no spreadsheet turns ``2023-07`` into a day. The
lists come from the codebook, and so do the words on the second page. What comes back is read like
any sheet: by :func:`realignment.load_case` from a case's ``codings``, by the class's folder, and
beside the exercises as ``my_sheet.xlsx``.
"""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from realignment.cases import Case
from realignment.errors import ReadingError
from realignment.events import (
    AUTHOR,
    CERTAINTY_WORDS,
    NOTHING,
    UNNAMED,
    Coding,
    Kind,
    Valence,
    read_codebook,
)
from realignment.files import name_of, place, write_whole

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FURTHER = 24
"""Rows that are left free below the sentences, for further rows."""

_COLUMNS = ["sentence", "words", *(n for n in Coding.model_fields if n not in ("sentence", "quad"))]
_WIDTHS = {"sentence": 9, "words": 62, "action": 34, "note": 34, "actor": 18, "recipient": 18}
_HEAD, _GREY = "FF1F3A5F", "FFF2F2F2"
_LETTERS, _WIDE = "Calibri", 100
_TEXT = "@"
"""The format of a cell that holds text, whatever is typed into it."""


def write_workbook(case: Case, path: str | Path) -> Path:
    """Write an empty coding sheet of a story as a workbook.

    Parameters
    ----------
    case
        The story.
    path
        A new file that ends with ``.xlsx``.

    Returns
    -------
    Path
        The file. Its first page holds a main row for each sentence, and free rows below; the second
        page says what may stand in each column.

    Raises
    ------
    ReadingError
        If the file is there already, does not end with ``.xlsx``, or cannot be written.
    """
    target = place(path)
    if target.suffix.lower() != ".xlsx":
        raise ReadingError(f"{name_of(target)}: expected a name that ends with .xlsx.")
    if target.exists() or target.is_symlink():
        raise ReadingError(
            f"{name_of(target)} is there already and was left as it is; expected a new name."
        )
    write_whole(target, workbook(case))
    return target


def workbook(case: Case) -> bytes:
    """Return the coding sheet of a story as the bytes of a workbook."""
    from openpyxl import Workbook  # half a second that only this command has to wait for

    book = Workbook()
    sheet, codebook = book.active, book.create_sheet("codebook")
    sheet.title = "coding"
    _write_codebook(codebook, case)
    _write_rows(sheet, case)
    _add_lists(sheet, case, book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write_rows(sheet: Worksheet, case: Case) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.utils import get_column_letter

    for place_of, name in enumerate(_COLUMNS, start=1):
        cell = sheet.cell(1, place_of, name)
        cell.font = Font(name=_LETTERS, size=11, bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(vertical="center")
        sheet.column_dimensions[get_column_letter(place_of)].width = _WIDTHS.get(name, 15)
    sentences = list(zip(case.sentences["sentence"], case.sentences["text"], strict=True))
    rows: list[tuple[Any, str]] = [*sentences, *[("", "")] * FURTHER]
    for number, (sentence, text) in enumerate(rows, start=2):
        sheet.row_dimensions[number].height = _height(text, _WIDTHS["words"])
        given = {"sentence": sentence, "words": text, "main": "yes" if sentence else ""}
        for place_of, name in enumerate(_COLUMNS, start=1):
            cell = sheet.cell(number, place_of)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if name != "sentence":
                cell.number_format = _TEXT
            if value := given.get(name):
                cell.value = value
                if name != "sentence":
                    cell.data_type = "s"  # a text that begins with = is no formula
            if sentence and name in given:
                cell.fill = PatternFill("solid", fgColor=_GREY)
            cell.protection = Protection(locked=False)
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    _fit_to_page(sheet)


def _height(text: str, width: float) -> float:
    """Return the height of a row in points: no program reckons it for a file that it did not save.

    The letters of running text take some nine tenths of the unit in which widths are told.
    """
    lines = max(1, math.ceil(0.95 * len(text) / width))
    return 15.5 * lines + 2


def _fit_to_page(sheet: Worksheet) -> None:
    """Let a printed page show all columns."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_codebook(sheet: Worksheet, case: Case) -> None:
    """Write what may stand in each column: the words of the codebook."""
    from openpyxl.styles import Alignment, Font

    types = read_codebook().types
    fields = {name: field.description or "" for name, field in Coding.model_fields.items()}
    rows = [("column or value", "what it means")]
    # Not the number of the sentence: by that name a reader finds the page of the rows.
    rows += [(name, fields[name]) for name in _COLUMNS[2:]]
    rows += [("", ""), ("event_type", "for an event:")]
    rows += [
        (
            row["event_type"],
            f"{row['gloss']}. Not to be confused with "
            f"{row['easily_confused_with'].replace(';', ', ')}.",
        )
        for row in types.to_dict("records")
    ]
    rows += [("", ""), ("certainty", "how the one who vouches holds it:")]
    rows += [(code, words) for code, words in CERTAINTY_WORDS.items()]
    rows += [("", ""), ("actor, recipient", "several are joined with ; and others can be typed:")]
    coded = case.actors[case.actors["code"] != ""]
    rows += [
        (str(code), ", ".join(names)) for code, names in coded.groupby("code", sort=False)["name"]
    ]
    rows += [
        ("", ""),
        ("date", "2024-03-16 a day; 2023-07 a month; 2023 a year; 2023-03~ about then"),
        ("", "2024-03-13/2024-03-15 lasted from, to; 2023-07/.. since then"),
        ("", "[2023-07..2024-03-17] some time within; [..2024-03-17] some time before"),
        (NOTHING, "there is nothing to write, or it is not known; an empty cell is not coded yet"),
    ]
    for number, row in enumerate(rows, start=1):
        for place_of, text in enumerate(row, start=1):
            cell = sheet.cell(number, place_of)
            cell.number_format = _TEXT
            cell.value = text
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number, 1).font = Font(name=_LETTERS, size=11, bold=True)
        sheet.row_dimensions[number].height = _height(row[1], _WIDE)
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = _WIDE
    _fit_to_page(sheet)


def _add_lists(sheet: Worksheet, case: Case, book: Any) -> None:
    """Give the columns of fixed words their lists; the long ones stand on a page of their own."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    codes = [str(code) for code in dict.fromkeys(case.actors["code"]) if code]
    lists = {
        "main": (["yes", "no"], True),
        "kind": ([*get_args(Kind)], True),
        "actor": ([NOTHING, *codes], False),
        "recipient": ([NOTHING, *codes], False),
        "event_type": ([NOTHING, *read_codebook().types["event_type"]], True),
        "valence": ([NOTHING, *get_args(Valence)], True),
        "attributed_to": ([AUTHOR, UNNAMED, *codes], False),
        "certainty": ([*CERTAINTY_WORDS], True),
    }
    page = book.create_sheet("lists")
    last = len(case.sentences) + FURTHER + 1
    for number, (name, (values, only)) in enumerate(lists.items(), start=1):
        page.cell(1, number, name)
        for row, value in enumerate(values, start=2):
            cell = page.cell(row, number, value)
            cell.number_format = _TEXT
            cell.data_type = "s"
        letter = get_column_letter(number)
        rule = DataValidation(
            type="list",
            formula1=f"lists!${letter}$2:${letter}${len(values) + 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorStyle="stop" if only else "warning",
            errorTitle=name,
            error=(
                f"Please choose one of the list: {', '.join(values)}"[:250]
                if only
                else "This is not in the list. Keep it if you mean it: a code such as TCD/GOV, or "
                "several joined with ;"
            ),
            showInputMessage=True,
            promptTitle=name.replace("_", " "),
            prompt=(Coding.model_fields[name].description or "")[:250],
        )
        sheet.add_data_validation(rule)
        column = get_column_letter(_COLUMNS.index(name) + 1)
        rule.add(f"{column}2:{column}{last}")
    page.sheet_state = "hidden"
