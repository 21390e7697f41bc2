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
import datetime
import html
import io
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd
from pydantic import ValidationError
from traitlets import TraitError

from realignment.errors import ReadingError
from realignment.events import (
    AUTHOR,
    CERTAINTY_WORDS,
    QUAD_WORDS,
    UNNAMED,
    Coding,
    read_codebook,
)
from realignment.files import check_rows, first_problem, name_of, place, write_whole
from realignment.forms import OwnKeys, Press
from realignment.sheets import COLUMNS, open_sheet, story_of
from realignment.untrusted import visible

NONE = "-"

KIND_GLOSS = {
    "event": "something done at a time: talks, visits and acts done by words included",
    "statement": "an act of speech that reports, comments or answers, and does nothing else",
    "state": "a condition that holds",
    "intent": "a plan, hope, promise or offer: not done yet",
    "relation": "a standing description of two actors: ally, foe, former ruler",
}
VALENCE_GLOSS = {
    "friendly": "between actor and recipient, as the words put it",
    "hostile": "between actor and recipient, as the words put it",
    "neither": "the words take no side",
}
CERTAINTY_GLOSS = {
    "CT+": "the source says that it is so",
    "PR+": "the source thinks it likely",
    "PS+": "the source thinks it possible",
    "CT-": "the source says that it is not so; has not been released is a release, CT-",
    "PR-": "the source thinks it unlikely",
    "UU": "the source does not commit itself",
}
DATE_FORMS = {
    "": ("not known", "the text does not say when"),
    "day": ("on a day", "pick the day"),
    "month": ("in a month", "pick any day of the month"),
    "year": ("in a year", "pick any day of the year"),
    "about": ("in about a month", "pick any day of the month"),
    "lasted": ("lasted from, to", "it went on from the first day to the last"),
    "within": ("some time within", "it fell between the two days, not known when"),
    "since": ("since then", "it began on that day and no end is known"),
    "typed": ("otherwise, typed", "any EDTF date, such as 2023-07/.. or [2023-07,2023-09]"),
}
_TWO_DAYS = {"lasted", "within"}
_MAY_BE_EMPTY = {"note"}
_WHOLE = re.compile(r"0*(\d+)\.0+")
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
        self._store = open_sheet(store, story_of(self._texts.values()))
        self._name = store
        self._fields = _fields(self._texts, _codes(actors), list(self._types.index))
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
        table = pd.DataFrame([list(map(_as_text, line)) for line in cells[1:]], columns=cells[0])
        checked = check_rows(table.reindex(columns=COLUMNS), Coding, "The pasted table")
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
        full = {column: _as_text(row.get(column, "")) for column in COLUMNS}
        given, full["main"] = full["main"], full["main"] or "no"
        full["quad"] = full["quad"] or self._quad(full["event_type"])
        full["attributed_to"] = full["attributed_to"] or AUTHOR
        checked = Coding.model_validate(full).model_dump()
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
        def block(name: str) -> widgets.VBox:
            return widgets.VBox(
                [self._fields[name], self._beside[name], self._problems[name]],
                layout=widgets.Layout(
                    width="26em", max_width="100%", margin="0 1.5em 6px 0", overflow="visible"
                ),
            )

        def button(words: str, does: Callable[[Any], None]) -> widgets.Button:
            made = widgets.Button(
                description=words, layout=widgets.Layout(width="auto", height="auto")
            )
            made.on_click(does)
            return made

        wrap = widgets.Layout(flex_flow="row wrap", align_items="flex-start", width="100%")
        self._blocks = {name: block(name) for name in self._fields if name != "sentence"}
        box = widgets.VBox(
            [
                widgets.HBox(
                    [
                        self._fields["sentence"],
                        button("Previous sentence", lambda _: self._step(-1)),
                        button("Next sentence", lambda _: self._step(1)),
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

    def _step(self, by: int) -> None:
        numbers = list(self._texts)
        control = self._fields["sentence"]
        place = numbers.index(control.value) + by
        control.value = numbers[max(0, min(place, len(numbers) - 1))]

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
        is_event = values["kind"] == "event"
        form = values["date_form"]
        needed = {
            "event_type": is_event,
            "valence": bool(values["kind"]) and not is_event,
            "date_from": form not in {"", "typed"},
            "date_to": form in _TWO_DAYS,
            "date_typed": form == "typed",
        }
        for name, shown in needed.items():
            self._blocks[name].layout.display = None if shown else "none"
        self._sentence.value = (
            '<blockquote style="margin:6px 0 10px;padding:0 0 0 12px;'
            'border-left:3px solid var(--jp-border-color1,#bdbdbd);font-size:15px;line-height:1.5">'
            f"{_shown(self._texts[values['sentence']])}</blockquote>"
        )
        for name, words in self._glosses(values).items():
            self._beside[name].value = _faint(words)
        rows = self.rows
        self._list.value = _html_table(rows)
        self._choice.options = [("none chosen", -1)] + [
            (_row_words(row), number) for number, row in enumerate(rows.to_dict("records"))
        ]
        self._choice.value = -1

    def _glosses(self, values: dict[str, Any]) -> dict[str, str]:
        event_type = values["event_type"]
        if event_type:
            row = self._types.loc[event_type]
            others = row["easily_confused_with"].replace(";", ", ")
            type_gloss = f"{row['gloss']}. Quad {row['quad']}: {QUAD_WORDS[int(row['quad'])]}." + (
                f" Not to be confused with {others}." if others else ""
            )
        else:
            type_gloss = "for an event: its PLOVER type"
        written = _edtf(values)
        return {
            "kind": KIND_GLOSS.get(values["kind"], "what sort of row it is"),
            "actor": "who acts; hold Ctrl (on a Mac, Command) for several",
            "actor_typed": "ISO code, with a sector where it is clear: TCD/GOV; several with ;",
            "recipient": "to whom; nothing chosen: to nobody named",
            "recipient_typed": "in the same form",
            "action": "a short verb phrase in your own words",
            "event_type": type_gloss,
            "valence": VALENCE_GLOSS.get(values["valence"], "for what is no event"),
            "date_form": DATE_FORMS[values["date_form"]][1] + f"; written {written}",
            "attributed_to": "who vouches for this row: that X said so is the story's word, what "
            "X said is X's",
            "certainty": CERTAINTY_GLOSS.get(values["certainty"], "how that source holds it"),
            "main": "each sentence has one main row, and as many further ones as it needs",
            "note": "why, where you hesitated",
        }

    def _form(self) -> dict[str, str]:
        """Read the form as a row."""
        values = self._store.draft
        is_event = values["kind"] == "event"
        return {
            "sentence": str(values["sentence"]),
            "main": "yes" if values["main"] else "no",
            "kind": values["kind"],
            "actor": _joined(values["actor"], values["actor_typed"]),
            "recipient": _joined(values["recipient"], values["recipient_typed"]),
            "action": values["action"],
            "event_type": values["event_type"] if is_event else NONE,
            "quad": self._quad(values["event_type"]) if is_event else NONE,
            "valence": NONE if is_event else values["valence"],
            "date": _edtf(values),
            "attributed_to": values["attributed_to"],
            "certainty": values["certainty"],
            "note": values["note"],
        }

    def _press_add(self) -> None:
        problem = self._missing() or self._add_form()
        for name, control in self._problems.items():
            control.value = _warning(problem[1]) if problem and problem[0] == name else ""
        if problem:
            self._said.value = _warning("The row was not added yet: see the field that is marked.")
            return
        number = self._fields["sentence"].value
        for name in ("actor_typed", "recipient_typed", "action", "note"):
            self._fields[name].value = ""
        self._fields["main"].value = False
        self._refresh()
        count = len(self._store.rows)
        self._said.value = _faint(
            f"Added to sentence {number}. The table has {count} row{'' if count == 1 else 's'}."
        )

    def _missing(self) -> tuple[str, str] | None:
        """Name the first choice that is still to be made."""
        values = self._store.draft
        wanted = ["kind", "action", "attributed_to", "certainty"]
        wanted.insert(1, "event_type" if values["kind"] == "event" else "valence")
        for name in wanted:
            if not values[name]:
                expected = "a few words" if name == "action" else "one of the choices"
                return name, f"Nothing is there yet; expected {expected}."
        form = values["date_form"]
        if form == "typed":
            return None
        if form and not values["date_from"]:
            return "date_from", "No day is picked yet; expected a day, or the choice 'not known'."
        if form in _TWO_DAYS and not values["date_to"]:
            return "date_to", "No day is picked yet; expected the last day."
        return None

    def _add_form(self) -> tuple[str, str] | None:
        """Add the form's row; return what stands against it, with the field to say it at."""
        try:
            self.add(self._form())
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
        offered = {code for _, code in self._fields["actor"].options}
        values = {name: row[name] for name in ("sentence", "kind", "action", "certainty", "note")}
        values["main"] = row["main"] == "yes"
        for name in ("event_type", "valence"):
            values[name] = "" if row[name] == NONE else row[name]
        for name in ("actor", "recipient"):
            codes = [code for code in row[name].split(";") if code != NONE]
            values[name] = tuple(code for code in codes if code in offered)
            values[f"{name}_typed"] = ";".join(code for code in codes if code not in offered)
        for name, value in values.items():
            self._fields[name].value = value
        source = self._fields["attributed_to"]
        if row["attributed_to"] not in [value for _, value in source.options]:
            source.options = [*source.options, (visible(row["attributed_to"]),) * 2]
        source.value = row["attributed_to"]
        for name, value in _date_fields(row["date"]).items():
            self._fields[name].value = value
        self._refresh()
        self._said.value = _faint("The row is out of the table and back in the form.")

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
            "text/html": f'<div class="rr-twin"><p>{words}</p>{_html_table(self.rows)}</div>',
            "text/plain": repr(self),
        }


# ---------------------------------------------------------------- the fields


def _codes(actors: pd.DataFrame | None) -> list[tuple[str, str]]:
    """Return the codes to choose from, each with the names of those it stands for."""
    if actors is None:
        return []
    coded = actors[actors["code"] != ""]
    names = coded.groupby("code", sort=False)["name"].agg(lambda n: ", ".join(map(visible, n)))
    return [(f"{code}  {_cut(who, 60)}", str(code)) for code, who in names.items()]


def _fields(
    texts: dict[int, str], codes: list[tuple[str, str]], types: list[str]
) -> dict[str, Any]:
    style = {"description_width": "8em"}
    full = widgets.Layout(width="auto")

    def choose(label: str, options: list[Any]) -> widgets.Dropdown:
        return widgets.Dropdown(
            description=label, options=[("choose", ""), *options], style=style, layout=full
        )

    def several(label: str) -> widgets.SelectMultiple:
        return widgets.SelectMultiple(
            description=label, options=codes, rows=5, style=style, layout=full
        )

    def typed(label: str, kind: type = widgets.Text) -> widgets.Widget:
        return kind(
            description=label, style=style, layout=full, continuous_update=kind is widgets.Text
        )

    def day(label: str) -> widgets.DatePicker:
        return widgets.DatePicker(description=label, style=style, layout=full)

    sources = [("author  the story itself", AUTHOR), ("UNK  not named", UNNAMED), *codes]
    return {
        "sentence": widgets.Dropdown(
            description="Sentence",
            style=style,
            options=[(f"{n}  {_cut(visible(text), 60)}", n) for n, text in texts.items()],
            layout=widgets.Layout(width="auto", flex="1 1 16em", max_width="40em", min_width="0"),
        ),
        "kind": choose("Kind", [(kind, kind) for kind in KIND_GLOSS]),
        "event_type": choose("Type", [(name, name) for name in types]),
        "actor": several("Actor"),
        "actor_typed": typed("Other actor"),
        "recipient": several("Recipient"),
        "recipient_typed": typed("Other recipient"),
        "action": typed("Action"),
        "valence": choose("Valence", [(value, value) for value in VALENCE_GLOSS]),
        "date_form": widgets.Dropdown(
            description="When",
            style=style,
            layout=full,
            options=[(words, form) for form, (words, _) in DATE_FORMS.items()],
        ),
        "date_from": day("Day"),
        "date_to": day("Last day"),
        "date_typed": typed("Other date"),
        "attributed_to": choose("Whose word", sources),
        "certainty": choose(
            "How sure", [(f"{code}  {words}", code) for code, words in CERTAINTY_WORDS.items()]
        ),
        "main": widgets.Checkbox(
            value=True,
            description="main row",
            indent=True,
            style=style,
            layout=full,
        ),
        "note": typed("Note", widgets.Textarea),
    }


def _as_text(value: object) -> str:
    """Return a cell as the codebook has it: nothing for what is missing, 3 for 3.0."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    text = str(value).strip()
    whole = _WHOLE.fullmatch(text)
    return whole[1] if whole else text


def _joined(chosen: tuple[str, ...], typed: str) -> str:
    others = [code.strip() for code in typed.split(";") if code.strip()]
    return ";".join([*chosen, *others]) or NONE


def _edtf(values: dict[str, Any]) -> str:
    """Write the date that was chosen; ``-`` while it is not known."""
    form, first, last = values["date_form"], values["date_from"], values["date_to"]
    if form == "typed":
        return values["date_typed"].strip() or NONE
    if not form or not first or (form in _TWO_DAYS and not last):
        return NONE
    pattern, letters = _DATES[form]
    return pattern.format(*(f"{day:{letters}}" for day in (first, last or first)))


_DATES = {
    "day": ("{0}", "%Y-%m-%d"),
    "month": ("{0}", "%Y-%m"),
    "year": ("{0}", "%Y"),
    "about": ("{0}~", "%Y-%m"),
    "lasted": ("{0}/{1}", "%Y-%m-%d"),
    "within": ("[{0}..{1}]", "%Y-%m-%d"),
    "since": ("{0}/..", "%Y-%m-%d"),
}
"""How each form of date is written: where the days go, and how much of each is known."""


def _date_fields(edtf: str) -> dict[str, Any]:
    """Read a date back into the form's fields: the way back from :func:`_edtf`."""
    found = re.findall(r"\d{4}(?:-\d{2}){0,2}", edtf)[:2]
    days = [datetime.date.fromisoformat(f"{text}-01-01"[:10]) for text in found]
    first, last = [*days, None, None][:2]
    values = {"date_from": first, "date_to": last, "date_typed": ""}
    for form in _DATES:
        if first and _edtf({**values, "date_form": form}) == edtf:
            return {**values, "date_form": form}
    if edtf == NONE:
        return {**values, "date_form": ""}
    return {"date_form": "typed", "date_from": None, "date_to": None, "date_typed": edtf}


# ---------------------------------------------------------------- words on the page


def _shown(text: object) -> str:
    return f"<bdi>{html.escape(visible(text))}</bdi>"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _faint(words: str) -> str:
    return (
        '<div style="color:var(--jp-ui-font-color2,#595959);font-size:12px;line-height:1.35;'
        'margin-left:8px">'
        f"{html.escape(words)}</div>"
    )


def _warning(words: str) -> str:
    return (
        '<div role="alert" style="color:var(--jp-error-color0,#b71c1c);font-size:13px;'
        f'font-weight:600;line-height:1.35">{html.escape(visible(words))}</div>'
    )


def _row_words(row: Mapping[Any, Any]) -> str:
    return _cut(visible(f"{row['sentence']}  {row['kind']}: {row['action']}"), 60)


def _html_table(rows: pd.DataFrame) -> str:
    if not len(rows):
        return _faint("No rows yet.")
    style = 'style="text-align:left;vertical-align:top;padding:2px 10px 2px 0"'
    head = "".join(f"<th {style}>{str(column).replace('_', ' ')}</th>" for column in rows)
    body = "".join(
        f"<tr>{''.join(f'<td {style}>{_shown(cell)}</td>' for cell in row)}</tr>"
        for row in rows.itertuples(index=False)
    )
    return (
        '<div class="rr-rows" tabindex="0" style="line-height:1.4">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
