"""The choices of a form for coding: its fields, the codebook's words beside them, and what is read.

The annotator and the student's own sheet are made of the same fields. A form is read as a mapping
from a field's name to its value; a date takes several fields and becomes one EDTF text.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Container, Mapping
from typing import Any

import ipywidgets as widgets
import pandas as pd

from realignment.events import AUTHOR, CERTAINTY_WORDS, QUAD_WORDS, UNNAMED
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
TWO_DAYS = {"lasted", "within"}

_WHOLE = re.compile(r"0*(\d+)\.0+")


def glosses(values: dict[str, Any], types: pd.DataFrame) -> dict[str, str]:
    """Return the words beside each field; ``types`` is the codebook's, by event type."""
    event_type = values.get("event_type")
    if event_type:
        row = types.loc[event_type]
        others = row["easily_confused_with"].replace(";", ", ")
        type_gloss = f"{row['gloss']}. Quad {row['quad']}: {QUAD_WORDS[int(row['quad'])]}." + (
            f" Not to be confused with {others}." if others else ""
        )
    else:
        type_gloss = "for an event: its PLOVER type"
    date_gloss = ""
    if "date_form" in values:
        date_gloss = f"{DATE_FORMS[values['date_form']][1]}; written {edtf_of(values)}"
    return {
        "kind": KIND_GLOSS.get(values.get("kind", ""), "what sort of row it is"),
        "actor": "who acts; hold Ctrl (on a Mac, Command) for several",
        "actor_typed": "ISO code, with a sector where it is clear: TCD/GOV; several with ;",
        "recipient": "to whom; nothing chosen: to nobody named",
        "recipient_typed": "in the same form",
        "action": "a short verb phrase in your own words",
        "event_type": type_gloss,
        "valence": VALENCE_GLOSS.get(values.get("valence", ""), "for what is no event"),
        "date_form": date_gloss,
        "attributed_to": "who vouches for this row: that X said so is the story's word, what "
        "X said is X's",
        "certainty": CERTAINTY_GLOSS.get(values.get("certainty", ""), "how that source holds it"),
        "main": "each sentence has one main row, and as many further ones as it needs",
        "note": "why, where you hesitated",
    }


# ---------------------------------------------------------------- the fields


def codes_of(actors: pd.DataFrame | None) -> list[tuple[str, str]]:
    """Return the codes to choose from, each with the names of those it stands for."""
    if actors is None:
        return []
    coded = actors[actors["code"] != ""]
    names = coded.groupby("code", sort=False)["name"].agg(lambda n: ", ".join(map(visible, n)))
    return [(f"{code}  {cut(who, 60)}", str(code)) for code, who in names.items()]


def fields_of(
    texts: dict[int, str], codes: list[tuple[str, str]], types: list[str]
) -> dict[str, Any]:
    """Return the fields of a form by name.

    Parameters
    ----------
    texts
        The story's sentences by number.
    codes
        As :func:`codes_of` returns them.
    types
        The event types of the codebook.
    """
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
            options=[(f"{n}  {cut(visible(text), 60)}", n) for n, text in texts.items()],
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


def as_text(value: object) -> str:
    """Return a cell as the codebook has it: nothing for what is missing, 3 for 3.0."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    text = str(value).strip()
    whole = _WHOLE.fullmatch(text)
    return whole[1] if whole else text


def joined(chosen: tuple[str, ...], typed: str) -> str:
    """Return the codes that were chosen and those that were typed as one cell."""
    others = [code.strip() for code in typed.split(";") if code.strip()]
    return ";".join([*chosen, *others]) or NONE


def edtf_of(values: dict[str, Any]) -> str:
    """Write the date that was chosen; ``-`` while it is not known."""
    form, first, last = values["date_form"], values["date_from"], values["date_to"]
    if form == "typed":
        return values["date_typed"].strip() or NONE
    if not form or not first or (form in TWO_DAYS and not last):
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


def date_fields(edtf: str) -> dict[str, Any]:
    """Read a date back into the form's fields: the way back from :func:`edtf_of`."""
    found = re.findall(r"\d{4}(?:-\d{2}){0,2}", edtf)[:2]
    days = [datetime.date.fromisoformat(f"{text}-01-01"[:10]) for text in found]
    first, last = [*days, None, None][:2]
    values = {"date_from": first, "date_to": last, "date_typed": ""}
    for form in _DATES:
        if first and edtf_of({**values, "date_form": form}) == edtf:
            return {**values, "date_form": form}
    if edtf == NONE:
        return {**values, "date_form": ""}
    return {"date_form": "typed", "date_from": None, "date_to": None, "date_typed": edtf}


# ---------------------------------------------------------------- words on the page


def shown(text: object) -> str:
    """Return a text as HTML, whatever is in it."""
    return f"<bdi>{html.escape(visible(text))}</bdi>"


def cut(text: str, length: int) -> str:
    """Return the beginning of a long text."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def faint(words: str) -> str:
    """Return words that stand below a field."""
    return (
        '<div style="color:var(--jp-ui-font-color2,#595959);font-size:12px;line-height:1.35;'
        'margin-left:8px">'
        f"{html.escape(words)}</div>"
    )


def warning(words: str) -> str:
    """Return words that a screen reader says at once."""
    return (
        '<div role="alert" style="color:var(--jp-error-color0,#b71c1c);font-size:13px;'
        f'font-weight:600;line-height:1.35">{html.escape(visible(words))}</div>'
    )


def html_table(rows: pd.DataFrame) -> str:
    """Return rows as HTML, every cell escaped."""
    if not len(rows):
        return faint("No rows yet.")
    style = 'style="text-align:left;vertical-align:top;padding:2px 10px 2px 0"'
    head = "".join(f"<th {style}>{str(column).replace('_', ' ')}</th>" for column in rows)
    body = "".join(
        f"<tr>{''.join(f'<td {style}>{shown(cell)}</td>' for cell in row)}</tr>"
        for row in rows.itertuples(index=False)
    )
    return (
        '<div class="rr-rows" tabindex="0" style="line-height:1.4">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


QUOTE = (
    '<blockquote style="margin:6px 0 10px;padding:0 0 0 12px;'
    'border-left:3px solid var(--jp-border-color1,#bdbdbd);font-size:15px;line-height:1.5">'
    "{}</blockquote>"
)
"""How a sentence stands above the form."""

WRAP = {"flex_flow": "row wrap", "align_items": "flex-start", "width": "100%"}
"""The layout of a line of fields that goes on below where the page is narrow."""


def block(*parts: widgets.Widget) -> widgets.VBox:
    """Return a field with what is said below it; wider where it lists names to choose from."""
    layout = widgets.Layout(
        width="44em" if isinstance(parts[0], widgets.SelectMultiple) else "26em",
        max_width="100%",
        margin="0 1.5em 6px 0",
        overflow="visible",
    )
    return widgets.VBox(list(parts), layout=layout)


def button(words: str, does: Callable[[Any], None]) -> widgets.Button:
    """Return a button that is as wide as its words."""
    made = widgets.Button(description=words, layout=widgets.Layout(width="auto", height="auto"))
    made.on_click(does)
    return made


def step(control: widgets.Dropdown, by: int) -> None:
    """Choose the next of a list, or the one before; at either end nothing changes."""
    values = [value for _, value in control.options]
    place = values.index(control.value) + by
    control.value = values[max(0, min(place, len(values) - 1))]


def needed(values: dict[str, Any]) -> dict[str, bool]:
    """Return, for each field that not every row needs, whether this one does."""
    is_event = values.get("kind") == "event"
    form = values.get("date_form", "")
    return {
        "event_type": is_event,
        "valence": bool(values.get("kind")) and not is_event,
        "date_from": form not in {"", "typed"},
        "date_to": form in TWO_DAYS,
        "date_typed": form == "typed",
    }


def read_form(values: dict[str, Any]) -> dict[str, str]:
    """Read a form as a row: the columns whose fields it has.

    What does not go with the kind that was chosen is ``-``, whatever the hidden field still holds.
    """
    is_event = values.get("kind") == "event"
    row = {name: str(values[name]).strip() for name in _PLAIN if name in values}
    if "sentence" in values:
        row["sentence"] = str(values["sentence"])
    if "main" in values:
        row["main"] = "yes" if values["main"] else "no"
    for name in ("actor", "recipient"):
        if name in values:
            row[name] = joined(values[name], values[f"{name}_typed"])
    if "date_form" in values:
        row["date"] = edtf_of(values)
    if "kind" in values:
        hidden = {"event_type": not is_event, "valence": is_event}
        row |= {name: NONE for name, is_hidden in hidden.items() if is_hidden and name in values}
    return row


def put_in(fields: Mapping[str, Any], row: Mapping[Any, Any]) -> None:
    """Put the cells of a row into the fields of a form: the way back from :func:`read_form`."""
    values: dict[str, Any] = {name: row[name] for name in _PLAIN if name in row and name in fields}
    for name in ("event_type", "valence"):
        if values.get(name) == NONE:
            values[name] = ""
    for name in ("actor", "recipient"):
        if name in fields:
            offered = {code for _, code in fields[name].options}
            codes = [code for code in row[name].split(";") if code and code != NONE]
            values[name] = tuple(code for code in codes if code in offered)
            values[f"{name}_typed"] = ";".join(code for code in codes if code not in offered)
    if "date_form" in fields:
        values |= date_fields(row["date"] or NONE)
    if source := values.get("attributed_to"):
        control = fields["attributed_to"]
        if source not in [value for _, value in control.options]:
            control.options = [*control.options, (visible(source),) * 2]
    for name, value in values.items():
        fields[name].value = value


def first_missing(
    values: dict[str, Any], asked: Container[str] | None = None
) -> tuple[str, str] | None:
    """Name the first choice of a form that is still to be made, with what to say there.

    Parameters
    ----------
    values
        What stands in the form, and what is known besides.
    asked
        The fields that the form has, if not all of ``values``.
    """
    asked = values if asked is None else asked
    wanted = ["kind", "event_type", "valence", "action", "attributed_to", "certainty"]
    shown_now = needed(values)
    for name in wanted:
        if name in asked and shown_now.get(name, True) and not values[name]:
            expected = "a few words" if name == "action" else "one of the choices"
            return name, f"Nothing is there yet; expected {expected}."
    form = values.get("date_form", "")
    if form in {"", "typed"}:
        return None
    if not values["date_from"]:
        return "date_from", "No day is picked yet; expected a day, or the choice 'not known'."
    if form in TWO_DAYS and not values["date_to"]:
        return "date_to", "No day is picked yet; expected the last day."
    return None


_PLAIN = ("kind", "event_type", "action", "valence", "attributed_to", "certainty", "note")
"""The fields that hold a column as it is."""
