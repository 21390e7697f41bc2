"""The explorer as a widget, and as a picture and a table where no kernel runs.

Python decides, JavaScript draws. When a control changes, the ties are made anew by
:func:`realignment.ties.ties` and sent as one small message; ``explorer.js`` holds no second copy of
that logic, and no words of its own about the data. It is written by hand (an ES module that
``anywidget`` loads from here), so nothing is fetched from elsewhere.

Where no kernel runs (print, a web page, a notebook just opened) the explorer shows its static twin:
the same ties as a picture and as a table.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import pandas as pd
import traitlets
from matplotlib import rc_context

from realignment import figures
from realignment.actors import ACTORS
from realignment.colours import FRIENDLY, HOSTILE
from realignment.errors import ReadingError
from realignment.events import AUTHOR, CERTAINTY_WORDS, EVENTS, UNNAMED
from realignment.explorer.evidence import cards, day_words, origins_of
from realignment.explorer.seats import places
from realignment.frames import frame
from realignment.ties import (
    PAIRS,
    POSITIVE_CERTAINTY,
    RULES,
    SIGN_WORDS,
    Rule,
    Window,
    in_words,
    read_window,
    ties,
)
from realignment.untrusted import visible

_HERE = Path(__file__).parent

RULE_WORDS = {
    "latest": "the latest act counts",
    "majority": "the more frequent counts",
    "both": "keep both",
}
LEAST_WORDS = {
    "PS+": "possible, probable or certain",
    "PR+": "probable or certain",
    "CT+": "certain only",
}
EVERYONE = ""
WHOLE_TIME = "Whole time"

_HINT = (
    "Click a line, or reach the lines with the Tab key and move along them with the arrow keys, "
    "to read what supports it."
)
_NO_TIE = "Nothing is recorded between the two with these settings, so no line is drawn."
_LATE = (
    "The kernel has not answered yet. If it is busy, the answer will come; if it was stopped or "
    "restarted, run the cell again."
)


class Explorer(anywidget.AnyWidget):
    """A signed network to look into, with a date, filters and the evidence for each tie.

    Parameters
    ----------
    pairs
        As :func:`realignment.ties.dyads` returns them. Rows marked ``made_by="cosign"`` are shown
        as such and can be switched off.
    events
        The events they come from: of a case (``sentence``, ``quote``, ``attributed_to``,
        ``certainty``, ``alternatives`` ...) or of the record (``source_title``,
        ``source_publisher``, ``source_date``, ``lineage``, ``verified`` ...).
    sentences
        The case's sentences, from which the quotes are taken; not needed for the record.
    actors
        The actor table, for names; ids are shown where there is none.
    rule, window, least
        As in :func:`realignment.ties.ties`. Rule and certainty can be changed in the explorer.

    Attributes
    ----------
    step
        Which date is looked from: a position in ``days``.
    source
        Whose word counts: an actor_id for a case, an origin (lineage) for the record; ``""`` for
        everyone.
    rule, least, cosign, selected
        The other controls, and the tie that is open (``"NER|USA"``). All can be set from Python.

    Raises
    ------
    ReadingError
        If there is nothing to draw, or an event of a pair is missing.

    Notes
    -----
    Actors stand on an ellipse, left and right, with rows at equal distances, so that no two labels
    meet. Their order is fixed once, over the whole time: those with friendly acts lie near one
    another, those with hostile acts far apart (the sum of sign times distance along the rim is
    made small by exchanging two actors while that helps; circular layouts of this kind: Six and
    Tollis, "A framework and algorithms for circular drawings of graphs", *Journal of Discrete
    Algorithms* 4 (1), 2006).
    """

    _esm = "".join(
        file.read_text("utf-8") for file in (_HERE.parent / "keys.js", _HERE / "explorer.js")
    )
    # The two colours of the signs stand in realignment.colours, for the printed pictures too.
    _css = f".rr-explorer {{ --rr-blue: {FRIENDLY}; --rr-vermilion: {HOSTILE}; }}\n" + (
        _HERE / "explorer.css"
    ).read_text("utf-8")

    TITLE = "Evidence explorer: who stands with whom, and what supports it"

    chart = traitlets.Dict().tag(sync=True)
    snapshot = traitlets.Dict().tag(sync=True)
    step = traitlets.Int(0).tag(sync=True)
    source = traitlets.Unicode(EVERYONE).tag(sync=True)
    least = traitlets.Enum(POSITIVE_CERTAINTY, "PS+").tag(sync=True)
    rule = traitlets.Enum(RULES, "latest").tag(sync=True)
    cosign = traitlets.Bool(True).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        pairs: pd.DataFrame,
        events: pd.DataFrame,
        sentences: pd.DataFrame | None = None,
        actors: pd.DataFrame | None = None,
        rule: Rule = "latest",
        window: Window | None = None,
        least: str = "PS+",
    ) -> None:
        pairs, events = _read_tables(pairs, events)
        if not len(pairs):
            raise ReadingError(
                "There is no pair to draw; expected at least one row, as ties.dyads() returns them."
            )
        unknown = sorted(set(pairs["event_id"]) - set(events["event_id"]))
        if unknown:
            raise ReadingError(
                f"Event {unknown[0]!r} of the pairs is not among the events; expected the events "
                "that the pairs were made from."
            )
        self._pairs = pairs
        self._window = read_window(window)
        self._events = events[events["event_id"].isin(set(pairs["event_id"]))]
        self._names = _names(pairs, actors)
        self._places = places(pairs)
        self._of_record = "source_title" in events
        self._origins = self._origins_of_events()
        self.days = _days(pairs, self._window)
        # Before the widget opens its channel: the first message then carries the whole state.
        super().__init__(rule=rule, least=least, step=len(self.days) - 1)
        self._cards = cards(self._events, pairs, sentences, self._names)
        self.chart = self._chart()
        self.snapshot = self._snapshot()
        self.observe(self._update, ["step", "source", "least", "rule", "cosign"])

    def _origins_of_events(self) -> list[tuple[str, ...]]:
        """Who can be chosen as the one whose word counts, for each event."""
        return origins_of(self._events, self._of_record)

    # ------------------------------------------------------------ what the controls ask for

    @traitlets.validate("step")
    def _known_step(self, proposal: dict[str, Any]) -> int:
        return max(0, min(int(proposal["value"]), len(self.days) - 1))

    @traitlets.validate("source")
    def _known_source(self, proposal: dict[str, Any]) -> str:
        known = {origin for origins in self._origins for origin in origins}
        if proposal["value"] not in known | {EVERYONE}:
            raise traitlets.TraitError(
                f"{proposal['value']!r} vouches for nothing here; expected one of "
                f"{', '.join(sorted(known))}, or '' for everyone."
            )
        return str(proposal["value"])

    def _update(self, _change: dict[str, Any]) -> None:
        self.snapshot = self._snapshot()

    @property
    def date(self) -> pd.Timestamp | None:
        """The day that is looked from; ``None`` for the whole time, undated rows included."""
        return self.days[self.step]

    def ties(self) -> pd.DataFrame:
        """Return the ties that are drawn now, as :func:`realignment.ties.ties` does."""
        kept = self._pairs
        if self.source != EVERYONE:
            events = self._events["event_id"][[self.source in o for o in self._origins]]
            kept = kept[kept["event_id"].isin(events)]
        if not self.cosign:
            kept = kept[kept["made_by"] != "cosign"]
        return ties(kept, rule=self.rule, at=self.date, window=self._window, least=self.least)

    # ------------------------------------------------------------ the static twin

    def table(self) -> pd.DataFrame:
        """Return the ties that are drawn now as a table for reading, one row a tie."""
        drawn = self.ties()
        return pd.DataFrame(
            {
                "one": drawn["source"].map(self._names),
                "other": drawn["target"].map(self._names),
                "tie": drawn["sign"].map(SIGN_WORDS),
                "certainty": drawn["certainty"].map(CERTAINTY_WORDS),
                "events": drawn["events"].map(", ".join),
                "set aside": drawn["against"].map(", ".join),
                "since": drawn["since"].map(day_words),
                "made by": drawn["made_by"].map({"act": "act", "cosign": "co-signature"}),
            }
        )

    def picture(self) -> figures.Picture:
        """Return the ties that are drawn now as a picture with its words."""
        drawn = self.ties()
        rows = -(-len(self._places) // 2)
        with rc_context(figures.STYLE):
            figure, axes = figures.new_figure(8.0, max(4.2, 0.3 * rows))
            for row in drawn.to_dict("records"):
                one, other = self._places[row["source"]], self._places[row["target"]]
                # Towards the centre, as explorer.js does: no tie then runs along the rim.
                via = ((one[0] + other[0]) / 4, (one[1] + other[1]) / 4)
                name = f"{row['source']}-{row['target']}"
                figures.draw_tie(axes, one, other, row["sign"], row["certainty"], gid=name, via=via)
                if row["made_by"] == "cosign":
                    figures.mark_cosigned(axes, one, other, via)
            for actor, (x, y) in self._places.items():
                axes.plot([x], [y], "o", ms=8, mfc=figures.INK, mec="white", zorder=4, gid=actor)
                axes.annotate(
                    self._names[actor],
                    (x, y),
                    (9 if x > 0 else -9, 0),
                    zorder=5,
                    textcoords="offset points",
                    ha="left" if x > 0 else "right",
                    va="center",
                )
            axes.set(title=self._date_words(), xlim=(-1.8, 1.8), ylim=(-1.1, 1.1))
            axes.axis("off")
            figures.legend_of_ties(
                axes, drawn, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=4
            )
        listed = figures.tie_list(drawn, self._names)
        return figures.Picture(figure, f"{self._words(drawn)} {listed}".strip())

    def __repr__(self) -> str:
        return f"Evidence explorer. {self._words(self.ties())}"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Show the explorer, and where no kernel runs, its static twin."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if bundle is not None else ({}, {})
        table = self.table().to_html(index=False, border=0)
        picture = self.picture()._repr_mimebundle_()["text/html"]
        data["text/html"] = (
            f'<div class="rr-twin">{picture}<details><summary>The same as a table</summary>'
            f"{table}</details></div>"
        )
        return data, metadata

    # ------------------------------------------------------------ what JavaScript is told

    def _chart(self) -> dict[str, Any]:
        label, everyone, choices = self._source_choices()
        return {
            "title": self.TITLE,
            "actors": [
                {"id": actor, "name": self._names[actor], "x": x, "y": y}
                for actor, (x, y) in self._places.items()
            ],
            "steps": [day_words(day) or WHOLE_TIME for day in self.days],
            "source_label": label,
            "sources": [[EVERYONE, everyone], *choices],
            "certainties": [[code, LEAST_WORDS[code]] for code in POSITIVE_CERTAINTY],
            "rules": [[rule, RULE_WORDS[rule]] for rule in RULES],
            "cosigned": bool((self._pairs["made_by"] == "cosign").any()),
            "cosign_label": "ties made by signing together",
            "legend": self._legend(),
            "cards": self._cards,
            "hint": _HINT,
            "no_tie": _NO_TIE,
            "late": _LATE,
        }

    def _source_choices(self) -> tuple[str, str, list[list[str]]]:
        """Return what the choice of a source is called, its first entry, and the others."""
        counts = pd.Series([o for origins in self._origins for o in origins]).value_counts()
        others = sorted(counts.index, key=lambda origin: (-counts[origin], origin))
        choices = [[o, f"{self._source_words(o)} ({counts[o]})"] for o in others]
        if self._of_record:
            return "Goes back to", "every origin", choices
        return "Whose word", "everyone", choices

    def _legend(self) -> list[dict[str, Any]]:
        def entry(
            words: str, sign: int, sure: bool = True, cosigned: bool = False
        ) -> dict[str, Any]:
            return {"words": words, "sign": sign, "sure": sure, "cosigned": cosigned}

        entries = [entry("friendly", 1), entry("hostile", -1), entry("mixed", 0)]
        if (self._pairs["certainty"] != "CT+").any():
            entries.append(entry("not certain", 1, sure=False))
        if (self._pairs["made_by"] == "cosign").any():
            entries.append(entry("made by signing together", 1, cosigned=True))
        return entries

    def _source_words(self, origin: str) -> str:
        words = {AUTHOR: "the story itself", UNNAMED: "a source not named"}
        return words.get(origin, self._names.get(origin, origin))

    def _date_words(self) -> str:
        if self.date is None:
            return f"{WHOLE_TIME}, undated rows too"
        return f"As of {day_words(self.date)}"

    def _words(self, drawn: pd.DataFrame) -> str:
        return f"{self._date_words()}: {in_words(drawn, len(self._places))}"

    def _snapshot(self) -> dict[str, Any]:
        drawn = self.ties()
        return {
            # Counted on, so that each request is answered even where nothing else has changed.
            "serial": self.snapshot.get("serial", 0) + 1,
            "words": self._words(drawn),
            "ties": [self._tie(row) for row in drawn.to_dict("records")],
        }

    def _tie(self, row: Mapping[Hashable, Any]) -> dict[str, Any]:
        pair = f"{self._names[row['source']]} – {self._names[row['target']]}"
        sign, certainty = SIGN_WORDS[row["sign"]], CERTAINTY_WORDS[row["certainty"]]
        parts = [sign, certainty, _count(row["events"])]
        if row["made_by"] == "cosign":
            parts.append("made by signing together")
        since = f"; since {day_words(row['since'])}" if pd.notna(row["since"]) else ""
        return {
            "key": f"{row['source']}|{row['target']}",
            "source": row["source"],
            "target": row["target"],
            "sign": int(row["sign"]),
            "sure": row["certainty"] == "CT+",
            "mark": "" if row["certainty"] == "CT+" else "?",
            "cosigned": row["made_by"] == "cosign",
            "pair": pair,
            "label": ", ".join([pair, *parts]),
            "words": f"{', '.join(parts)}{since}",
            "events": list(row["events"]),
            "against": list(row["against"]),
            "set_aside": f"Set aside by this rule: {_count(row['against'])}",
        }


def _count(ids: tuple[str, ...]) -> str:
    return f"{len(ids)} event{'' if len(ids) == 1 else 's'}"


# ---------------------------------------------------------------- actors and their places


def _read_tables(pairs: pd.DataFrame, events: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return pairs and events as they should be; all that the explorer shows of them is text."""
    made = frame(pairs, "pairs", PAIRS, tuple(PAIRS), "what dyads(events, actors) returns")
    source = ["lineage"] if "source_title" in events else ["attributed_to"]
    needs = ("event_id", "kind", "event_type", "action", "date", "certainty", *source)
    told = frame(events, "events", EVENTS, needs, "the events that the pairs were made from")
    return made.astype(dict.fromkeys(("source", "target", "certainty", "made_by"), "str")), told


def _names(pairs: pd.DataFrame, actors: pd.DataFrame | None) -> dict[str, str]:
    """Names to show, for every actor that is drawn or speaks."""
    known = {}
    if actors is not None:
        actors = frame(actors, "actors", ACTORS, ("actor_id", "name"))
        known = dict(zip(actors["actor_id"], actors["name"], strict=True))
    ids = {*pairs["source"], *pairs["target"], *known}
    return {actor: visible(known.get(actor) or actor) for actor in ids}


# ---------------------------------------------------------------- dates and sources


def _days(pairs: pd.DataFrame, window: pd.Timedelta | None) -> list[pd.Timestamp | None]:
    """Return the days on which a tie can change: an act, an end, a window that closes.

    A last ``None`` (the whole time) follows where signed rows have no date.
    """
    signed = pairs[(pairs["sign"] != 0) & pairs["certainty"].isin(POSITIVE_CERTAINTY)]
    changes = [signed["when"], signed["ends"]]
    if window is not None:
        closing = signed["when"] + window
        changes.append(closing[closing <= pairs["when"].max()])
    days: list[pd.Timestamp | None] = sorted(pd.concat(changes).dropna().unique())
    if signed["when"].isna().any() or not days:
        days.append(None)
    return days
