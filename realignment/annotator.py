"""Coding by choices: one sentence, one form, one checked row in a table.

A coder chooses; the codebook's words stand beside each choice; what is added is checked by
:class:`realignment.events.Coding`, so that no row enters the table which the codebook would refuse.
The same rows can be typed (:meth:`Annotator.add`) or pasted as a table (:meth:`Annotator.paste`).

Rows, and a form that is half filled in, are kept in the kernel's memory under a name and the story
they are about (:mod:`realignment.sheets`). To run the cell again, or to make a second annotator of
the same name, goes on where the first one was. A restart of the kernel forgets them:
:meth:`Annotator.save` writes a coder's sheet, and ``save_progress`` keeps the rows with the rest.
"""

from __future__ import annotations

import contextlib
import csv
import html
import io
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd
from pydantic import ValidationError
from traitlets import TraitError

from realignment.actors import codes_by_name
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
from realignment.events import AUTHOR, Coding, read_codebook
from realignment.files import check_rows, first_problem, name_of, place, write_whole
from realignment.forms import OwnKeys, Press
from realignment.sheets import COLUMNS, open_sheet, story_of
from realignment.untrusted import visible

_MAY_BE_EMPTY = {"note"}
_COLUMN = re.compile(r"\Acolumn '(?P<column>\w+)': (?P<problem>.*)\Z", re.DOTALL)


class Annotator:
    """A form for coding sentences.

    Parameters
    ----------
    sentences
        The case's sentences: ``sentence``, ``text``.
    actors
        The actor table, whose codes become the choices. Other codes can be typed.
    store
        The name under which rows are kept in the kernel. Rows of another story under the same name
        are kept too, apart from these.
    """

    def __init__(
        self,
        sentences: pd.DataFrame,
        actors: pd.DataFrame | None = None,
        store: str = "my_coding",
    ) -> None:
        self._texts = dict(zip(sentences["sentence"], sentences["text"], strict=True))
        self._types = read_codebook().types.set_index("event_type")
        self._codes = {} if actors is None else codes_by_name(actors)
        self._store = open_sheet(store, story_of(self._texts.values()))
        self._name = store
        self._fields = fields_of(self._texts, codes_of(actors), list(self._types.index))
        self._beside = {name: widgets.HTML() for name in self._fields}
        self._problems = {name: widgets.HTML() for name in self._fields}
        self._sentence = widgets.HTML()
        self._list = widgets.HTML(layout=widgets.Layout(max_width="100%", overflow="auto hidden"))
        self._said = widgets.HTML()
        self._choice = widgets.Dropdown(description="Row", options=[])
        self.widget = self._assemble()
        for name, value in self._store.draft.items():
            with contextlib.suppress(TraitError):  # a choice that the actors no longer offer
                self._fields[name].value = value
        for name, control in self._fields.items():
            control.observe(partial(self._changed, name), "value")
        self._refresh()

    # ------------------------------------------------------------ the rows

    @property
    def rows(self) -> pd.DataFrame:
        """The rows so far, by sentence, the main row first; columns as in the codebook."""
        table = pd.DataFrame(self._store.rows, columns=COLUMNS)
        table = table.astype({"sentence": "int64"})
        return table.sort_values(
            ["sentence", "main"], ascending=[True, False], kind="stable", ignore_index=True
        )

    def add(self, row: Mapping[str, object]) -> None:
        """Add a row that is typed.

        Parameters
        ----------
        row
            Column to value. ``main`` may be left out (the first row of a sentence is the main
            one), ``quad`` too (it follows from the type), and whatever is empty.

        Raises
        ------
        ReadingError
            If the codebook does not allow it; the sentence says which column.
        """
        unknown = sorted(set(row) - set(COLUMNS))
        if unknown:
            raise ReadingError(
                f"The column {unknown[0]!r} is not known; expected {', '.join(COLUMNS)}."
            )
        try:
            self._store.rows.append(self._checked(row))
        except ValidationError as problem:
            raise ReadingError(f"The row, {first_problem(problem)}") from None
        self._refresh()

    def paste(self, text: str) -> None:
        """Add the rows of a table: a header and lines, with commas, semicolons or tabs between.

        All rows are added or, if one cannot be read, none.

        Raises
        ------
        ReadingError
            At the first row that the codebook does not allow.
        """
        lines = text.lstrip().rstrip("\r\n").replace("\r\n", "\n").replace("\r", "\n")
        header = lines.partition("\n")[0]
        separator = max(",;\t", key=header.count)
        try:
            read = csv.reader(io.StringIO(lines, newline=""), delimiter=separator, strict=True)
            cells = [line for line in read if any(map(str.strip, line))]
        except csv.Error:
            raise ReadingError(
                "The pasted table has a quotation mark that is not closed, or stands within a "
                "cell; expected a cell with quotation marks to stand in quotation marks itself."
            ) from None
        if not cells or sorted(map(str.strip, cells[0])) != sorted(COLUMNS):
            raise ReadingError(
                f"The pasted table has another header; expected {','.join(COLUMNS)}."
            )
        cells[0] = list(map(str.strip, cells[0]))
        for number, line in enumerate(cells[1:], start=2):
            if len(line) == len(COLUMNS) - 1 and cells[0][-1] in _MAY_BE_EMPTY:
                line.append("")  # a spreadsheet leaves an empty last cell out
            if len(line) != len(COLUMNS):
                raise ReadingError(
                    f"The pasted table, row {number}: {len(line)} cells; expected {len(COLUMNS)}, "
                    "one for each column."
                )
        table = pd.DataFrame([list(map(as_text, line)) for line in cells[1:]], columns=cells[0])
        checked = check_rows(
            table.reindex(columns=COLUMNS), Coding, "The pasted table", context=self._codes
        )
        before = list(self._store.rows)
        try:
            for row in checked.to_dict("records"):
                self.add({str(column): cell for column, cell in row.items()})
        except ReadingError:
            self._store.rows[:] = before
            self._refresh()
            raise

    def save(self, path: str | Path, replace: bool = False) -> None:
        """Write the rows to a CSV file, as a coder's sheet.

        Raises
        ------
        ReadingError
            If the file is there already, unless it may be replaced; or if it cannot be written:
            what was there is then still whole.
        """
        path = place(path)
        if path.exists() and not replace:
            raise ReadingError(
                f"{name_of(path)} is there already and was left as it is; expected a new name, or "
                "replace=True."
            )
        table = self.rows.to_csv(index=False, lineterminator="\n")
        write_whole(path, table.encode("utf-8", "replace"))

    def _checked(self, row: Mapping[str, object]) -> dict[str, Any]:
        """Return the row as the codebook writes it; the first problem is raised."""
        full = {column: as_text(row.get(column, "")) for column in COLUMNS}
        given, full["main"] = full["main"], full["main"] or "no"
        full["quad"] = full["quad"] or self._quad(full["event_type"])
        full["attributed_to"] = full["attributed_to"] or AUTHOR
        checked = Coding.model_validate(full, context=self._codes).model_dump()
        number = checked["sentence"]
        if number not in self._texts:
            raise ReadingError(
                f"The row, column 'sentence': {number} is no sentence of the article; expected "
                f"{min(self._texts)} to {max(self._texts)}."
            )
        has_main = any(r["sentence"] == number and r["main"] == "yes" for r in self._store.rows)
        if not given:
            checked["main"] = "no" if has_main else "yes"
        elif checked["main"] == "yes" and has_main:
            raise ReadingError(
                f"The row, column 'main': sentence {number} has a main row already; expected 'no' "
                "for a further one."
            )
        return checked

    def _quad(self, event_type: str) -> str:
        return str(self._types["quad"].get(event_type, NONE))

    # ------------------------------------------------------------ the form

    def _assemble(self) -> widgets.VBox:
        wrap = widgets.Layout(**WRAP)
        self._blocks = {
            name: block(self._fields[name], self._beside[name], self._problems[name])
            for name in self._fields
            if name != "sentence"
        }
        box = widgets.VBox(
            [
                widgets.HBox(
                    [
                        self._fields["sentence"],
                        button("Previous sentence", lambda _: step(self._fields["sentence"], -1)),
                        button("Next sentence", lambda _: step(self._fields["sentence"], 1)),
                    ],
                    layout=wrap,
                ),
                self._sentence,
                widgets.Box(list(self._blocks.values()), layout=wrap),
                widgets.HBox(
                    [Press("Add this row", self._press_add, self._fields.values()), self._said],
                    layout=wrap,
                ),
                self._list,
                widgets.HBox(
                    [self._choice, button("Take back into the form", self._take_back)],
                    layout=wrap,
                ),
                OwnKeys(within="rr-annotator"),
            ],
            layout=widgets.Layout(max_width="1080px", padding="8px 0"),
        )
        box.add_class("rr-annotator")
        return box

    def _changed(self, name: str, _change: dict[str, Any]) -> None:
        if name == "sentence":
            coded = {row["sentence"] for row in self._store.rows if row["main"] == "yes"}
            self._fields["main"].value = self._fields["sentence"].value not in coded
        self._problems[name].value = ""
        self._said.value = ""
        self._refresh()

    def _refresh(self) -> None:
        """Bring everything on the page in line with the form and the rows."""
        values = {name: control.value for name, control in self._fields.items()}
        self._store.draft = values
        for name, is_needed in needed(values).items():
            self._blocks[name].layout.display = None if is_needed else "none"
        self._sentence.value = QUOTE.format(shown(self._texts[values["sentence"]]))
        for name, words in glosses(values, self._types).items():
            self._beside[name].value = faint(words)
        rows = self.rows
        self._list.value = html_table(rows)
        self._choice.options = [("none chosen", -1)] + [
            (_row_words(row), number) for number, row in enumerate(rows.to_dict("records"))
        ]
        self._choice.value = -1

    def _press_add(self) -> None:
        problem = first_missing(self._store.draft) or self._add_form()
        for name, control in self._problems.items():
            control.value = warning(problem[1]) if problem and problem[0] == name else ""
        if problem:
            self._said.value = warning("The row was not added yet: see the field that is marked.")
            return
        number = self._fields["sentence"].value
        for name in ("actor_typed", "recipient_typed", "action", "note"):
            self._fields[name].value = ""
        self._fields["main"].value = False
        self._refresh()
        count = len(self._store.rows)
        self._said.value = faint(
            f"Added to sentence {number}. The table has {count} row{'' if count == 1 else 's'}."
        )

    def _add_form(self) -> tuple[str, str] | None:
        """Add the form's row; return what stands against it, with the field to say it at."""
        try:
            row = read_form(self._store.draft)
            self.add({**row, "quad": self._quad(row["event_type"])})
        except ReadingError as problem:
            found = _COLUMN.match(str(problem).removeprefix("The row, "))
            assert found, "a form gives all columns, so every problem is of one of them"
            date = "date_typed" if self._store.draft["date_form"] == "typed" else "date_from"
            at = {"date": date, "actor": "actor_typed", "recipient": "recipient_typed"}
            name = at.get(found["column"], found["column"])
            return name, found["problem"][0].upper() + found["problem"][1:]
        return None

    def _take_back(self, _button: widgets.Button) -> None:
        """Move a row from the table back into the form, to be changed or dropped."""
        if self._choice.value == -1:
            return
        row = self.rows.iloc[self._choice.value].to_dict()
        self._store.rows.remove(row)
        self._fields["sentence"].value = row["sentence"]
        self._fields["main"].value = row["main"] == "yes"
        put_in(self._fields, row)
        self._refresh()
        self._said.value = faint("The row is out of the table and back in the form.")

    # ------------------------------------------------------------ how it shows itself

    def __repr__(self) -> str:
        count = len(self._store.rows)
        return f"Annotator {self._name}: {count} row{'' if count == 1 else 's'}"

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


def _row_words(row: Mapping[Any, Any]) -> str:
    return cut(visible(f"{row['sentence']}  {row['kind']}: {row['action']}"), 60)
