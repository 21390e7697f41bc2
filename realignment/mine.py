"""The student's own sheet: a column or two a lesson, until the story is coded.

``my_sheet.csv`` lies beside the exercises and is nobody's but the student's: it is never among the
codings of a case. :func:`code_mine` shows a form for some of its columns and writes it;
:func:`my_sheet` reads it as the sheet of one more coder. A spreadsheet may fill in the same file,
or a ``my_sheet.xlsx`` in its place.
"""

from __future__ import annotations

import html
import re
from functools import partial
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd

from realignment.actors import codes_by_name
from realignment.cases import Case
from realignment.choices import (
    NONE,
    QUOTE,
    WRAP,
    as_text,
    block,
    button,
    codes_of,
    cut,
    faint,
    fields_of,
    first_missing,
    glosses,
    html_table,
    needed,
    put_in,
    read_form,
    shown,
    step,
    warning,
)
from realignment.errors import ReadingError
from realignment.events import (
    Coding,
    PartialCoding,
    read_codebook,
    read_partial_coding,
)
from realignment.files import check_rows, name_of, table_at, write_whole
from realignment.forms import OwnKeys, Press
from realignment.untrusted import visible

FILE = Path("my_sheet.csv")
"""The sheet, in the folder that the notebook works in."""

CODER = "ME"
"""The name of this coder among others."""

COLUMNS = [name for name in Coding.model_fields if name not in ("sentence", "main", "quad")]
"""What can be coded; the quad class follows from the type."""

_PARTS = {
    "actor": ("actor", "actor_typed"),
    "recipient": ("recipient", "recipient_typed"),
    "date": ("date_form", "date_from", "date_to", "date_typed"),
}
"""The fields of a column that takes several."""

_UNWRITTEN: dict[Path, dict[int, dict[str, Any]]] = {}
"""What stands in the form of a sentence and is not written yet, by sheet."""


def my_sheet(case: Case) -> pd.DataFrame:
    """Return your own sheet, in the form of ``case.codings``.

    Parameters
    ----------
    case
        The story that you code.

    Returns
    -------
    DataFrame
        Columns as ``case.codings`` has them; the coder is ``"ME"``. ``""`` stands where nothing is
        coded yet, and ``"-"`` where you say that there is nothing. No rows if there is no sheet.

    Raises
    ------
    ReadingError
        If a cell of the sheet is not as the codebook says, or the sheet is about another story.
    """
    _check_case(case, "my_sheet(case)")
    rows = _read(case).drop(columns="words")
    rows.insert(0, "coder", CODER)
    return rows


def code_mine(case: Case, *columns: str) -> OwnSheet:
    """Show a form for some columns of your own sheet: one row for each sentence.

    Parameters
    ----------
    case
        The story that you code.
    columns
        Such as ``"attributed_to"``; what the sheet holds in other columns stays.

    Raises
    ------
    ReadingError
        If there is no such column, or the sheet cannot be read.
    """
    named = case if isinstance(case, str) and case in COLUMNS else "kind"
    _check_case(case, f'code_mine(case, "{named}")')
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown or not columns:
        said = f"{unknown[0]!r} cannot be coded here" if unknown else "No column is named"
        raise ReadingError(
            f"{said}; expected one or more of {', '.join(COLUMNS)}, each in quotation marks of its "
            "own."
        )
    return OwnSheet(case, columns)


def _check_case(case: object, so: str) -> None:
    """Refuse what is no case: the word was forgotten, or the variable holds something else now."""
    if not isinstance(case, Case):
        raise ReadingError(
            f"{cut(' '.join(repr(case).split()), 40)} stands where the case is expected; write "
            f'{so}, and case = load_case("niger_2024") before it.'
        )


class OwnSheet:
    """A form for some columns of the main row of each sentence; see :func:`code_mine`."""

    def __init__(self, case: Case, columns: tuple[str, ...]) -> None:
        self._case = case
        self._columns = [name for name in COLUMNS if name in columns]
        self._texts = dict(zip(case.sentences["sentence"], case.sentences["text"], strict=True))
        self._types = read_codebook().types.set_index("event_type")
        self._codes = codes_by_name(case.actors)
        self._unwritten = _UNWRITTEN.setdefault(FILE.resolve(), {})
        self._sheet = _read(case)
        every = fields_of(self._texts, codes_of(case.actors), list(self._types.index))
        self._choice = every["sentence"]
        self._fields = {
            part: every[part] for name in self._columns for part in _PARTS.get(name, (name,))
        }
        self._beside = {name: widgets.HTML() for name in self._fields}
        self._problems = {name: widgets.HTML() for name in self._fields}
        self._sentence = widgets.HTML()
        self._said = widgets.HTML()
        self._list = widgets.HTML(layout=widgets.Layout(max_width="100%", overflow="auto hidden"))
        self.widget = self._assemble()
        self._choice.value = self._next_to_code()
        for name, control in self._fields.items():
            control.observe(partial(self._changed, name), "value")
        self._show_row()
        self._choice.observe(lambda _: self._show_row(), "value")

    @property
    def rows(self) -> pd.DataFrame:
        """The main rows as far as they are coded: ``sentence`` and the columns of this form."""
        return self._main()[["sentence", *self._columns]]

    def write(self, sentence: int, **cells: str) -> None:
        """Code a sentence by typing, and write the sheet.

        Parameters
        ----------
        sentence
            Its number.
        cells
            Column to value, as the codebook writes them: ``kind="event"``.

        Raises
        ------
        ReadingError
            If the codebook does not allow it, or the sheet cannot be written.
        """
        number = as_text(sentence)
        if number not in map(str, self._texts):
            raise ReadingError(
                f"{sentence!r} is no sentence of the article; expected a number from "
                f"{min(self._texts)} to {max(self._texts)}."
            )
        sentence = int(number)
        cells = {name: as_text(cell) for name, cell in cells.items()}
        unknown = [name for name in cells if name not in COLUMNS]
        if unknown:
            raise ReadingError(
                f"{unknown[0]!r} cannot be coded here; expected {', '.join(COLUMNS)}."
            )
        fresh = _read(self._case)  # a spreadsheet may have changed it since
        place = fresh.index[(fresh["sentence"] == sentence) & (fresh["main"] == "yes")]
        if len(place):
            row = fresh.loc[place[0]].to_dict()
        else:
            row = dict.fromkeys(fresh.columns, "") | {"sentence": sentence, "main": "yes"}
        was = row["kind"]
        row |= cells
        if "kind" in cells and row["kind"] != was:  # what the old kind asked for
            is_event = row["kind"] == "event"
            row |= {
                name: NONE if is_needless else row[name].replace(NONE, "")
                for name, is_needless in (("event_type", not is_event), ("valence", is_event))
                if name not in cells and row[name]
            }
        row["sentence"] = str(sentence)
        given = pd.DataFrame([row], columns=list(fresh.columns))
        try:
            checked = check_rows(given, PartialCoding, "The row", context=self._codes)
        except ReadingError as problem:
            raise ReadingError(str(problem).replace("row 2, ", "", 1)) from None
        others = fresh.drop(index=place, columns="quad")
        written = checked.drop(columns=["coder", "quad"])
        _write(self._case, pd.concat([others, written], ignore_index=True))
        self._sheet = _read(self._case)
        self._unwritten.pop(sentence, None)
        self._list.value = html_table(self.rows)

    # ------------------------------------------------------------ the form

    def _assemble(self) -> widgets.VBox:
        wrap = widgets.Layout(**WRAP)
        self._blocks = {
            name: block(self._fields[name], self._beside[name], self._problems[name])
            for name in self._fields
        }
        box = widgets.VBox(
            [
                widgets.HBox(
                    [
                        self._choice,
                        button("Previous sentence", lambda _: step(self._choice, -1)),
                        button("Next sentence", lambda _: step(self._choice, 1)),
                    ],
                    layout=wrap,
                ),
                self._sentence,
                widgets.Box(list(self._blocks.values()), layout=wrap),
                widgets.HBox(
                    [
                        Press("Write and go on", self._press, self._fields.values()),
                        self._said,
                    ],
                    layout=wrap,
                ),
                self._list,
                OwnKeys(within="rr-annotator"),
            ],
            layout=widgets.Layout(max_width="1080px", padding="8px 0"),
        )
        box.add_class("rr-annotator")
        return box

    def _main(self) -> pd.DataFrame:
        mains = self._sheet[self._sheet["main"] == "yes"]
        return mains[(mains[self._columns] != "").any(axis="columns")]

    def _coded(self) -> set[int]:
        """Return the sentences that have all columns of this form that they need."""
        return {
            int(row["sentence"])
            for row in self._sheet[self._sheet["main"] == "yes"].to_dict("records")
            if all(row[name] or name == "note" for name in self._columns)
        }

    def _next_to_code(self) -> int:
        coded = self._coded()
        left = [int(number) for number in self._texts if number not in coded]
        return left[0] if left else int(min(self._texts))

    def _values(self) -> dict[str, Any]:
        """Return what stands in the form; the kind comes from the sheet where it is not asked."""
        return {"kind": self._row()["kind"]} | {
            name: control.value for name, control in self._fields.items()
        }

    def _row(self) -> dict[str, Any]:
        number = self._choice.value
        mains = self._sheet[self._sheet["main"] == "yes"]
        found = mains[mains["sentence"] == number].to_dict("records")
        return {str(k): v for k, v in found[0].items()} if found else dict.fromkeys(COLUMNS, "")

    def _show_row(self) -> None:
        """Bring the row of the chosen sentence into the form."""
        number = self._choice.value
        unwritten = dict(self._unwritten.get(number, {}))
        put_in(self._fields, self._row())
        self._unwritten.pop(number, None)  # nothing in the form differs from the sheet by now
        for name, value in unwritten.items():
            if name in self._fields:
                self._fields[name].value = value
        for control in self._problems.values():
            control.value = ""
        self._said.value = faint(self._progress())
        self._refresh()

    def _changed(self, name: str, _change: dict[str, Any]) -> None:
        number = self._choice.value
        self._unwritten.setdefault(number, {})[name] = self._fields[name].value
        self._problems[name].value = ""
        self._said.value = ""
        self._refresh()

    def _refresh(self) -> None:
        values = self._values()
        if values["kind"] or "kind" in self._fields:
            for name, is_needed in needed(values).items():
                if name in self._blocks:
                    self._blocks[name].layout.display = None if is_needed else "none"
        self._sentence.value = QUOTE.format(shown(self._texts[self._choice.value]))
        for name, words in glosses(values, self._types).items():
            if name in self._beside:
                self._beside[name].value = faint(words)
        self._list.value = html_table(self.rows)

    def _press(self) -> None:
        number = self._choice.value
        problem = first_missing(self._values(), self._fields) or self._write_form(number)
        for name, control in self._problems.items():
            control.value = warning(problem[1]) if problem and problem[0] == name else ""
        if problem:
            at_a_field = problem[0] in self._problems
            self._said.value = warning(
                "The row was not written yet: see the field that is marked."
                if at_a_field
                else problem[1]
            )
            return
        step(self._choice, 1)
        self._show_row()
        self._said.value = faint(f"Sentence {number} is written. {self._progress()}")

    def _write_form(self, number: int) -> tuple[str, str] | None:
        """Write the form's row; return what stands against it, with the field to say it at."""
        row = read_form(self._values())
        try:
            self.write(number, **{name: row[name] for name in self._columns})
        except ReadingError as problem:
            said = str(problem)
            found = re.match(r"The row, column '(\w+)': (.*)", said, re.DOTALL)
            if not found:
                return "", said
            date = "date_typed" if self._fields.get("date_typed") and row["date"] else "date_form"
            at = {"date": date, "actor": "actor_typed", "recipient": "recipient_typed"}
            return at.get(found[1], found[1]), found[2][0].upper() + found[2][1:]
        return None

    def _progress(self) -> str:
        return (
            f"{len(self._coded())} of {len(self._texts)} sentences are coded for "
            f"{_listed(self._columns)}."
        )

    # ------------------------------------------------------------ how it shows itself

    def __repr__(self) -> str:
        return f"Your own sheet: {self._progress()}"

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, object]:
        """Show the form, and where no kernel runs, the rows as a table."""
        words = html.escape(visible(repr(self)))
        return {
            **(self.widget._repr_mimebundle_() or {}),
            "text/html": f'<div class="rr-twin"><p>{words}</p>{html_table(self.rows)}</div>',
            "text/plain": repr(self),
        }


def _listed(names: list[str]) -> str:
    first, last = names[:-1], names[-1]
    return f"{', '.join(first)} and {last}" if first else last


# --- the file ---------------------------------------------------------------------------------


def _read(case: Case) -> pd.DataFrame:
    """Return the sheet with the words beside it; no rows where there is none."""
    found = table_at(FILE)
    if found is None:
        names = ["words", *Coding.model_fields]
        return pd.DataFrame(columns=names, dtype="str").astype({"sentence": "int64"})
    rows = read_partial_coding(found, case.sentences, case.actors)
    return pd.DataFrame(rows, columns=["words", *Coding.model_fields])


def _write(case: Case, rows: pd.DataFrame) -> None:
    """Write the sheet: every sentence, its words, and the columns that are coded.

    A mark at its head tells a spreadsheet that the letters are Unicode's.
    """
    found = table_at(FILE)
    if found is not None and found.suffix.lower() != FILE.suffix:
        raise ReadingError(
            f"{found.name} was not changed: a form can only write {FILE.name}. Go on in the "
            f"spreadsheet, or save it there as {FILE.name} and move {found.name} elsewhere."
        )
    lock = FILE.with_name(f".~lock.{FILE.name}#")
    if lock.exists():  # it locks no file, and would save over what is written now
        raise ReadingError(
            f"{FILE.name} was not changed: it is open in LibreOffice. Save and close it there, "
            f"then write again. (If it is not open anywhere, delete {lock.name}.)"
        )
    texts = dict(zip(case.sentences["sentence"], case.sentences["text"], strict=True))
    uncoded = [number for number in texts if number not in set(rows["sentence"])]
    empty = pd.DataFrame({"sentence": uncoded, "main": "yes"}, columns=rows.columns)
    table = pd.concat([rows, empty.fillna("")], ignore_index=True)
    table["sentence"] = table["sentence"].astype("int64")
    table = table.sort_values(["sentence", "main"], ascending=[True, False], kind="stable")
    table["words"] = table["sentence"].map(texts)
    kept = [name for name in COLUMNS if (table[name] != "").any()]
    further = ["main"] if (table["main"] == "no").any() else []
    written = table[["sentence", "words", *further, *kept]]
    content = written.to_csv(index=False, lineterminator="\n").encode("utf-8-sig", "replace")
    try:
        write_whole(found or FILE, content)
    except ReadingError as problem:
        raise ReadingError(
            f"{problem} Is {name_of(FILE)} open in a spreadsheet? Then save and close it there."
        ) from None
