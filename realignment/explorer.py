"""The evidence explorer: a signed network in which every line can be followed back to its source.

Python decides, JavaScript draws. When a control changes, the ties are made anew by
:func:`realignment.ties.ties` and sent as one small message; ``explorer.js`` holds no second copy of
that logic, and no words of its own about the data. It is written by hand (an ES module that
``anywidget`` loads from here), so nothing is fetched from elsewhere.

Where no kernel runs (print, a web page, a notebook just opened) the explorer shows its static twin:
the same ties as a picture and as a table.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import anywidget
import numpy as np
import pandas as pd
import traitlets
from matplotlib import rc_context

from realignment import figures
from realignment.actors import ACTORS, SENTENCES
from realignment.errors import ReadingError
from realignment.events import AUTHOR, CERTAINTY_WORDS, EVENTS, QUAD_WORDS, UNNAMED, alternatives
from realignment.frames import frame
from realignment.ties import (
    PAIRS,
    POSITIVE_CERTAINTY,
    RULES,
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
NOT_KNOWN = "not known"
WHOLE_TIME = "Whole time"

_PLAIN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

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

    _esm = "".join((_HERE / name).read_text("utf-8") for name in ("keys.js", "explorer.js"))
    _css = _HERE / "explorer.css"

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
        self._places = _places(pairs)
        self._of_record = "source_title" in events
        self._origins = _origins(self._events, self._of_record)
        self.days = _days(pairs, self._window)
        # Before the widget opens its channel: the first message then carries the whole state.
        super().__init__(rule=rule, least=least, step=len(self.days) - 1)
        self._cards = _cards(self._events, pairs, sentences, self._names)
        self.chart = self._chart()
        self.snapshot = self._snapshot()
        self.observe(self._update, ["step", "source", "least", "rule", "cosign"])

    # ------------------------------------------------------------ what the controls ask for

    @traitlets.validate("step")
    def _known_step(self, proposal: dict) -> int:
        return max(0, min(int(proposal["value"]), len(self.days) - 1))

    @traitlets.validate("source")
    def _known_source(self, proposal: dict) -> str:
        known = {origin for origins in self._origins for origin in origins}
        if proposal["value"] not in known | {EVERYONE}:
            raise traitlets.TraitError(
                f"{proposal['value']!r} vouches for nothing here; expected one of "
                f"{', '.join(sorted(known))}, or '' for everyone."
            )
        return proposal["value"]

    def _update(self, _change: dict) -> None:
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
                "tie": drawn["sign"].map(figures.SIGN_WORDS),
                "certainty": drawn["certainty"].map(CERTAINTY_WORDS),
                "events": drawn["events"].map(", ".join),
                "set aside": drawn["against"].map(", ".join),
                "since": drawn["since"].map(_day),
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

    def _repr_mimebundle_(self, **kwargs: object) -> tuple[dict, dict]:
        """Show the explorer, and where no kernel runs, its static twin."""
        data, metadata = super()._repr_mimebundle_(**kwargs)
        table = self.table().to_html(index=False, border=0)
        picture = self.picture()._repr_mimebundle_()["text/html"]
        data["text/html"] = (
            f'<div class="rr-twin">{picture}<details><summary>The same as a table</summary>'
            f"{table}</details></div>"
        )
        return data, metadata

    # ------------------------------------------------------------ what JavaScript is told

    def _chart(self) -> dict:
        counts = pd.Series([o for origins in self._origins for o in origins]).value_counts()
        others = sorted(counts.index, key=lambda origin: (-counts[origin], origin))
        everyone = "every origin" if self._of_record else "everyone"
        choices = [[o, f"{self._source_words(o)} ({counts[o]})"] for o in others]
        return {
            "title": "Evidence explorer: who stands with whom, and what supports it",
            "actors": [
                {"id": actor, "name": self._names[actor], "x": x, "y": y}
                for actor, (x, y) in self._places.items()
            ],
            "steps": [_day(day) or WHOLE_TIME for day in self.days],
            "source_label": "Goes back to" if self._of_record else "Whose word",
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

    def _legend(self) -> list[dict]:
        def entry(words: str, sign: int, sure: bool = True, cosigned: bool = False) -> dict:
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
        return f"As of {_day(self.date)}"

    def _words(self, drawn: pd.DataFrame) -> str:
        return f"{self._date_words()}: {in_words(drawn, len(self._places))}"

    def _snapshot(self) -> dict:
        drawn = self.ties()
        return {
            # Counted on, so that each request is answered even where nothing else has changed.
            "serial": self.snapshot.get("serial", 0) + 1,
            "words": self._words(drawn),
            "ties": [self._tie(row) for row in drawn.to_dict("records")],
        }

    def _tie(self, row: dict) -> dict:
        pair = f"{self._names[row['source']]} – {self._names[row['target']]}"
        sign, certainty = figures.SIGN_WORDS[row["sign"]], CERTAINTY_WORDS[row["certainty"]]
        parts = [sign, certainty, _events(row["events"])]
        if row["made_by"] == "cosign":
            parts.append("made by signing together")
        since = f"; since {_day(row['since'])}" if pd.notna(row["since"]) else ""
        return {
            "key": f"{row['source']}|{row['target']}",
            "source": row["source"],
            "target": row["target"],
            "sign": int(row["sign"]),
            "sure": row["certainty"] == "CT+",
            "cosigned": row["made_by"] == "cosign",
            "pair": pair,
            "label": ", ".join([pair, *parts]),
            "words": f"{', '.join(parts)}{since}",
            "events": list(row["events"]),
            "against": list(row["against"]),
            "set_aside": f"Set aside by this rule: {_events(row['against'])}",
        }


def _events(ids: tuple[str, ...]) -> str:
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


def _places(pairs: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Places on the unit circle, x to the right and y upwards; see the notes of the class."""
    ids = sorted({*pairs["source"], *pairs["target"]})
    number = {actor: i for i, actor in enumerate(ids)}
    friendliness = np.zeros((len(ids), len(ids)))
    one, other = pairs["source"].map(number), pairs["target"].map(number)
    np.add.at(friendliness, (one, other), pairs["sign"].to_numpy(dtype=float))
    order = _order(np.sign(friendliness + friendliness.T))
    rows = -(-len(ids) // 2)
    places = {}
    for seat, index in enumerate(order):
        left = seat < rows
        column = rows if left else len(ids) - rows
        row = seat if left else seat - rows
        y = 0.9 * (2 * row / (column - 1) - 1) if column > 1 else 0.0
        y = y if left else -y  # up on the left, down on the right: one round trip
        x = float(np.sqrt(1 - y * y))
        places[ids[index]] = (round(-x if left else x, 4), round(y, 4))
    return places


def _order(weights: np.ndarray) -> list[int]:
    """Seat n actors round a table: friends near, foes far.

    The cost of a seating is the sum of weight times the number of seats between. Starting from
    0 to n - 1, two actors change seats whenever that lowers the cost, until no exchange does.
    """
    n = len(weights)
    seats = np.arange(n)
    apart = np.abs(seats[:, None] - seats)
    apart = np.minimum(apart, n - apart).astype(float)
    order = np.arange(n)
    # What each actor would cost on each seat, the others staying where they are. An exchange
    # changes it by two columns of the weights, so it is never computed anew.
    cost = weights @ apart
    lowered = True
    while lowered:
        lowered = False
        for i in range(n):
            one = order[i]
            # What changes if i and j change seats; the pair's own distance stays as it is.
            change = (cost[one] - cost[one, i]) + (cost[order, i] - cost[order, seats])
            change += 2 * weights[one, order] * apart[i]
            j = int(np.argmin(change))
            if change[j] < -1e-9:
                other = order[j]
                cost += np.outer(weights[:, one] - weights[:, other], apart[j] - apart[i])
                order[[i, j]] = other, one
                lowered = True
    return [int(actor) for actor in order]


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


def _day(day: pd.Timestamp | None) -> str:
    return "" if pd.isna(day) else f"{day.day} {day:%B %Y}"


def _origins(events: pd.DataFrame, of_record: bool) -> list[tuple[str, ...]]:
    """Who vouches for each event: the speakers, or the origins of what was published."""
    column = events["lineage"] if of_record else events["attributed_to"]
    if not of_record:
        return [tuple(cell.split(";")) if cell else (NOT_KNOWN,) for cell in column]
    return [
        tuple(
            dict.fromkeys(
                visible(part.partition(", through ")[0].strip()) for part in cell.split(";")
            )
        )
        if cell
        else (NOT_KNOWN,)
        for cell in column
    ]


# ---------------------------------------------------------------- the evidence


def _cards(
    events: pd.DataFrame,
    pairs: pd.DataFrame,
    sentences: pd.DataFrame | None,
    names: dict[str, str],
) -> dict[str, dict]:
    """Collect what the panel shows of each event: every text made visible, none of it HTML."""
    text = {}
    if sentences is not None:
        sentences = frame(sentences, "sentences", SENTENCES, tuple(SENTENCES))
        text = dict(zip(sentences["sentence"], sentences["text"], strict=True))
    first = pairs.drop_duplicates("event_id")
    by_rule = zip(first["sign"], first["sign_rule"], strict=True)
    signs = dict(zip(first["event_id"], by_rule, strict=True))
    others = _alternatives(events)
    cards = {}
    for row in events.to_dict("records"):
        event = row["event_id"]
        facts = _record_facts(row) if "source_title" in row else _case_facts(row, names)
        if "sentence" in row:
            facts.append(("When", _when(row)))
        facts += [
            ("Coded as", _coded(row)),
            ("Counts as", _sign_words(*signs[event])),
            ("Note", row.get("note", "")),
        ]
        cards[event] = {
            "heading": _heading(row),
            "text": _quoted(row, text),
            "url": _web_address(row.get("source_url", "")),
            "facts": [[term, visible(words)] for term, words in facts if words],
            "alternatives": others.get(event, []),
        }
    return cards


def _heading(row: dict) -> str:
    place = f"Sentence {row['sentence']}" if "sentence" in row else _when(row)
    return visible(f"{place} · {row['event_id']}")


def _quoted(row: dict, text: dict[int, str]) -> list[str]:
    """Cut the sentence into what stands before the quote, the quote, and what comes after."""
    sentence = text.get(row.get("sentence"))
    if sentence is None:
        return [visible(row["action"]), "", ""]
    before, quote, after = sentence.partition(row["quote"])
    return [visible(before), visible(quote), visible(after)]


def _case_facts(row: dict, names: dict[str, str]) -> list[tuple[str, str]]:
    words = {AUTHOR: "the story itself", UNNAMED: "a source that the story does not name"}
    speakers = [words.get(a, names.get(a, a)) for a in row["attributed_to"].split(";")]
    return [
        ("Whose word", ", ".join(speakers)),
        ("How sure", _sure(row)),
        ("Who does", _who(row["actor"], names)),
        ("to whom", _who(row["recipient"], names)),
        ("what", row["action"]),
    ]


def _record_facts(row: dict) -> list[tuple[str, str]]:
    title, publisher, date = row["source_title"], row["source_publisher"], row["source_date"]
    checked = {"yes": "seen in the source", "no": "not seen in a source"}
    return [
        ("How sure", _sure(row)),
        ("Source", ", ".join(filter(None, [title, publisher, date]))),
        ("Goes back to", row["lineage"] or NOT_KNOWN),
        ("Checked", checked.get(row["verified"], row["verified"])),
    ]


def _who(cell: str, names: dict[str, str]) -> str:
    return ", ".join(names.get(actor, actor) for actor in cell.split(";"))


def _sure(row: dict) -> str:
    return f"{CERTAINTY_WORDS[row['certainty']]} ({row['certainty']})"


def _when(row: dict) -> str:
    date, basis = row["date"], row.get("date_basis", "")
    # A plain day is told by its form: to parse each as EDTF would take most of the first second.
    day = _day(pd.Timestamp(date)) if _PLAIN_DAY.fullmatch(date) else date
    return ", ".join(filter(None, [day or NOT_KNOWN, basis]))


def _coded(row: dict) -> str:
    quad = row.get("quad")
    valence = row.get("valence", "")
    parts = [row["kind"], row["event_type"], row.get("mode", ""), valence]
    if quad is not None and pd.notna(quad):
        parts.append(f"quad {quad}: {QUAD_WORDS[int(quad)]}")
    return ", ".join(filter(None, parts))


def _sign_words(sign: int, rule: str) -> str:
    words = {1: "friendly", -1: "hostile", 0: "neither friendly nor hostile"}[int(sign)]
    if rule.startswith("valence_"):
        return f"{words}, as the coder read the words"
    return f"{words}, by the sign rule {rule.replace('_', ' ')}"


def _alternatives(events: pd.DataFrame) -> dict[str, list[str]]:
    if "alternatives" not in events:
        return {}
    found: dict[str, list[str]] = {}
    for event, field, value, reason in alternatives(events).itertuples(index=False):
        words = f"{field.replace('_', ' ')} {value or 'left empty'}: {reason}"
        found.setdefault(event, []).append(visible(words))
    return found


def _web_address(text: str) -> str:
    """Return the address if it is one of the web, else nothing: no ``javascript:`` link."""
    try:
        of_the_web = urlsplit(text).scheme in {"http", "https"}
    except ValueError:
        of_the_web = False
    return text if of_the_web and visible(text) == text else ""
