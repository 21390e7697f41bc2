"""The class's map to look into: click a line, and read who wrote what, by pseudonym."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from realignment.cases import Case
from realignment.classroom.lines import class_lines, own_ties, per_cent, who_can_draw
from realignment.classroom.pictures import class_map
from realignment.errors import ReadingError
from realignment.events import Coding
from realignment.explorer import Explorer
from realignment.explorer.widget import EVERYONE
from realignment.figures import Picture
from realignment.ties import SIGN_WORDS, Rule, dyads, signed

_SAME = [name for name in Coding.model_fields if name not in ("main", "action", "note")]
"""Rows that are the same in these fields are shown as one, with all who wrote it."""

_MOST_NAMES = 60
_MOST_ACTIONS = 6
_THINNEST, _WIDEST = 1.0, 9.0
"""The width of a line that next to nobody would draw, and that everybody would, in pixels."""


class ClassExplorer(Explorer):
    """The explorer for a class: each line with the share that would draw it.

    For each pair the line is drawn that most would draw; the panel shows the rows behind it, each
    with those who wrote it, and set aside the rows behind the other lines of that pair. In place of
    the one whose word counts a coder can be chosen, whose own map is then seen.

    Parameters
    ----------
    codings
        As ``load_codings(folder).codings`` has them.
    case
        The story.
    rule, least
        As in :func:`realignment.ties.ties`; both can be changed in the explorer.

    Raises
    ------
    ReadingError
        If no sheet holds a row that could make a line.
    """

    TITLE = "The class's map: what share would draw each line, and who wrote what"

    def __init__(
        self, codings: pd.DataFrame, case: Case, rule: Rule = "latest", least: str = "PS+"
    ) -> None:
        self._codings = codings[codings["main"] == "yes"]
        self._case = case
        self._coders = who_can_draw(codings)
        rows = signed(codings)
        if not len(dyads(rows, case.actors)):
            raise ReadingError(
                "No sheet holds a row that could make a line; expected kind, actor and recipient "
                "to be coded."
            )
        self._group = _groups(rows)
        grouped = _grouped(rows, self._group)
        self._who = dict(zip(grouped["event_id"], grouped.pop("who"), strict=True))
        pairs = dyads(grouped, case.actors)
        super().__init__(pairs, grouped, case.sentences, case.actors, rule, None, least)

    def _origins_of_events(self) -> list[tuple[str, ...]]:
        return [self._who[event] for event in self._events["event_id"]]

    def _source_choices(self) -> tuple[str, str, list[list[str]]]:
        everyone = f"the class ({len(self._coders)})"
        return "Coder", everyone, [[coder, coder] for coder in self._coders]

    def ties(self) -> pd.DataFrame:
        """Return the lines that are drawn now: of each pair the one that most would draw."""
        own = own_ties(self._codings, self._case, self.rule, self.date, None, self.least)
        if self.source != EVERYONE:
            own = own[own["coder"] == self.source]
        count = 1 if self.source != EVERYONE else len(self._coders)
        lines = class_lines(own, count)
        first = ~lines.duplicated(["source", "target"])
        events = own.groupby(["source", "target", "sign"])["events"].agg(self._cards_of)
        keys = zip(lines["source"], lines["target"], lines["sign"], strict=True)
        lines["events"] = pd.Series([events.loc[key] for key in keys], dtype=object)
        since = own.groupby(["source", "target", "sign"])["since"].min()
        rest = lines[~first].groupby(["source", "target"])["events"].agg(_flat)
        drawn = lines[first].reset_index(drop=True)
        pairs = zip(drawn["source"], drawn["target"], strict=True)
        drawn["against"] = pd.Series(
            [
                tuple(card for card in rest.get(pair, ()) if card not in set(mine))
                for pair, mine in zip(pairs, drawn["events"], strict=True)
            ],
            dtype=object,
        )
        keys = zip(drawn["source"], drawn["target"], drawn["sign"], strict=True)
        drawn["since"] = pd.Series([since.loc[key] for key in keys], dtype="datetime64[s]")
        drawn["certainty"] = drawn["sure"].ge(0.5).map({True: "CT+", False: "PR+"}).astype("str")
        return drawn.assign(made_by="act")

    def table(self) -> pd.DataFrame:
        """Return the lines that are drawn now as a table for reading, with their shares."""
        drawn, made = self.ties(), super().table().drop(columns="made by")
        if self.source == EVERYONE:
            made.insert(3, "of 100 coders", drawn["share"].map(per_cent))
        return made

    def picture(self) -> Picture:
        """Return the lines that are drawn now as a picture: width and number tell of the share."""
        try:
            return class_map(
                self._codings, self._case, self.source, self.rule, self.date, self.least
            )
        except ReadingError:  # on this day nobody has a line yet
            return super().picture()

    def _cards_of(self, rows: pd.Series[Any]) -> tuple[str, ...]:
        return tuple(
            sorted({self._group[event] for events in rows for event in events}, key=_place)
        )

    def _words(self, drawn: pd.DataFrame) -> str:
        said = super()._words(drawn)
        if self.source != EVERYONE:
            return said
        return (
            f"{said} The number on a line says how many per cent of the {len(self._coders)} coders "
            "would draw it."
        )

    def _tie(self, row: Mapping[Hashable, Any]) -> dict[str, Any]:
        told = super()._tie(row)
        words = f"{SIGN_WORDS[row['sign']]}, on {self.source}'s own map"
        if self.source == EVERYONE:
            words = (
                f"{SIGN_WORDS[row['sign']]}: {row['count']} of {len(self._coders)} would draw it "
                f"({per_cent(row['share'])} %)"
            )
            told["width"] = round(_THINNEST + (_WIDEST - _THINNEST) * row["share"], 1)
            told["mark"] = per_cent(row["share"])
            told["sure"] = True  # width and number tell of the share here
        others = len(row["against"])
        return told | {
            "words": words,
            "label": f"{told['pair']}, {words}",
            "set_aside": f"Rows behind another line of this pair: {others}",
        }


def _groups(rows: pd.DataFrame) -> dict[str, str]:
    """Return, for each coder's row, the name of all that are the same in every code.

    Of a sentence the row that most have written is the first: ``3.1``.
    """
    number = rows.groupby(_SAME, sort=True, dropna=False).ngroup()
    many = number.map(number.value_counts())
    order = pd.DataFrame({"sentence": rows["sentence"], "many": -many, "number": number})
    first = order.drop_duplicates().sort_values(["sentence", "many", "number"])
    rank = first.groupby("sentence").cumcount() + 1
    names = dict(
        zip(first["number"], first["sentence"].astype(str) + "." + rank.astype(str), strict=True)
    )
    return dict(zip(rows["event_id"], number.map(names), strict=True))


def _grouped(rows: pd.DataFrame, group: Mapping[str, str]) -> pd.DataFrame:
    """Return one row for all that are the same in every code, and who wrote it."""
    named = rows.assign(card=[group[event] for event in rows["event_id"]])
    first = named.drop_duplicates("card").set_index("card")
    by_card = named.groupby("card")
    who = pd.Series({str(card): tuple(sorted(names)) for card, names in by_card["coder"]})
    actions = by_card["action"].agg(lambda said: list(dict.fromkeys(filter(None, said))))
    made = first.assign(
        event_id=first.index,
        who=who.reindex(first.index),
        written_by=who.reindex(first.index).map(_who_words),
        action=actions.reindex(first.index).map(_listed),
        note="",
    )
    return made.reset_index(drop=True)


def _who_words(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f"{len(names)}: {', '.join(names[:_MOST_NAMES])}{more}"


def _listed(said: list[str]) -> str:
    more = f"; and {len(said) - _MOST_ACTIONS} others" if len(said) > _MOST_ACTIONS else ""
    return "; ".join(said[:_MOST_ACTIONS]) + more


def _place(card: str) -> tuple[int, int]:
    sentence, _, number = card.partition(".")
    return int(sentence), int(number)


def _flat(events: pd.Series[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(event for some in events for event in some))
