"""Lesson 11, The map, asks where the lines run."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from realignment import spells
from realignment.answers import (
    Choice,
    Date,
    DrawnMap,
    Essay,
    Fields,
    Items,
    Keyed,
    Layers,
    Number,
    Reader,
    StateName,
    Unreadable,
    alone,
    shown,
)
from realignment.cases import Case
from realignment.questions import Mistake, Question, options
from realignment.questions.of_record import record, spread_acts
from realignment.questions.question import Test
from realignment.questions.slips import (
    either,
    gives,
    neighbours_swapped,
    off_by_one,
    one_of,
    partly,
    reverse,
    says,
    subset,
    swapped,
)
from realignment.record import (
    Origins,
    members_at,
    presences_at,
    sources_by_lineage,
)
from realignment.ties import ties

AREAS = ("Crimea", "Western Sahara", "Kosovo", "Abkhazia", "Cabo Verde", "Chad")
TREATMENTS = {
    "apart": "drawn apart and hatched",
    "inside": "drawn inside another outline",
    "none": "no outline at this scale",
    "plain": "a plain outline of its own",
}
FRENCH_DAY = "2022-05-02"
"""The day of question 11.2: Mali denounces its agreements while French forces are leaving."""

OTHER_DAYS = ("2021-09-01", "2022-05-01", "2022-09-01", "2022-09-30", "2024-03-16", "2025-12-31")
"""Days of the lesson and of other questions, that one may have left standing in a cell."""

HOSTS = ("NER", "MLI", "BFA", "TCD", "SEN", "CIV")
"""The hosts of question 11.3, in the order of the table."""

LAST_DAY, NEXT_DAY = "2025-01-28", "2025-01-29"
MAP_DAY = "2022-09-30"
TIE_DAY = "2024-03-26"
LINE = ("NER", "RUS")
STATUS_WORDS = {
    "open": r"open|there(?: for certain)?",
    "closed": r"closed|gone|ha(?:ve|s) left",
    "uncertain": r"uncertain|not certain",
}
COUNTED = rf"\b(\d+) (?:\w+ )?(?:are |is )?({'|'.join(STATUS_WORDS.values())})\b"
"""A number in the words of a map, and the status that it counts."""


@dataclass(frozen=True)
class OneOfTheDays(Choice):
    """One of several days, in any form in which a date may be written."""

    def read(self, answer: object, case: Case) -> str:
        """Return the day as EDTF."""
        is_short = isinstance(answer, str) and len(answer) == 2
        return super().read(answer if is_short else Date().read(answer, case), case)


@dataclass(frozen=True)
class ActId(Reader):
    """The id of an act of the record."""

    expects: str = "an event id of the record, such as `T001`"

    def read(self, answer: object, case: Case) -> str:
        """Return the id in capital letters."""
        answer = alone(answer)
        text = re.sub(r"\s*\(.*\)$", "", answer) if isinstance(answer, str) else ""
        name = text.strip(" .'\"").upper()
        if name not in _days_of_acts():
            raise Unreadable(f"`{shown(answer)}` is no event id of the record")
        return name


@dataclass(frozen=True)
class Acts(Items):
    """Acts of the record, also as the column `events` of a table of ties with one row."""

    def read(self, answer: object, case: Case) -> tuple[Any, ...] | frozenset[Any]:
        """Return the ids; their order does not matter."""
        inner = alone(answer)
        return super().read(inner if isinstance(inner, (list, tuple)) else answer, case)


@dataclass(frozen=True)
class KnownOrigins(Number):
    """A number of origins, also as what :func:`~realignment.record.sources_by_lineage` gives."""

    def read(self, answer: object, case: Case) -> float:
        """Return the number of independent ones."""
        return super().read(answer.independent if isinstance(answer, Origins) else answer, case)


@cache
def _days_of_acts() -> dict[str, str]:
    """Return the date of each act of the record."""
    timeline = record().timeline
    return dict(zip(timeline["event_id"], timeline["date"], strict=True))


def treatment(name: str) -> str:
    """Return how the outlines treat an area: a key of :data:`TREATMENTS`."""
    from realignment.worldmap import outlines  # draws, so not loaded with the questions

    for area in outlines():
        if area.name == name:
            return "apart" if area.disputed else "plain"
    return "inside" if any(name in area.note for area in outlines()) else "none"


@cache
def there(day: str) -> pd.DataFrame:
    """Return the presences that had begun by a day, or may have, with their status."""
    return presences_at(record(), day)


def french(*status: str, day: str = FRENCH_DAY) -> pd.DataFrame:
    """Return the French sites of a day with one of these statuses; all, if none is named."""
    rows = there(day).query("operator == 'FRA'")
    return rows[rows["status"].isin(status)] if status else rows


def sites_with(*status: str, day: str = FRENCH_DAY) -> Callable[[Case], float]:
    """Return what counts the French sites of a day by their status."""
    return lambda case: float(len(french(*status, day=day)))


def of_one_country(given: float, expected: float, case: Case) -> bool:
    """Tell whether a number is that of the French sites in one country."""
    return given in set(french("open")["host"].value_counts())


def hosts_by(column: str, take: str = "max", edge: str = "latest") -> Callable[[Case], Any]:
    """Return what puts the hosts in order by the first or the last of a column of French rows."""

    def order(case: Case) -> tuple[str, ...]:
        sites = record().presences
        sites = sites[sites["operator"] == "FRA"]
        days = spells.limits(sites)[f"{column}_{edge}"].groupby(sites["host"]).agg(take)
        return tuple(days.sort_values(kind="stable").index)

    return order


def by_text(column: str) -> Callable[[Case], tuple[str, ...]]:
    """Return what puts the hosts in order by the least of a column of French rows, as text."""

    def order(case: Case) -> tuple[str, ...]:
        least = record().presences.query("operator == 'FRA'").groupby("host")[column].min()
        return tuple(least.sort_values(kind="stable").index)

    return order


def many_of_one(given: tuple[str, ...], expected: Any, case: Case) -> bool:
    """Tell whether a host stands there for each of its sites."""
    return sorted(given) == sorted(record().presences.query("operator == 'FRA'")["host"])


def by_number(given: tuple[str, ...], expected: Any, case: Case) -> bool:
    """Tell whether the hosts stand by the number of their sites, in either direction."""
    sites = record().presences.query("operator == 'FRA'")["host"].value_counts()
    counts = [sites.get(host, 0) for host in given]
    return counts in (sorted(counts), sorted(counts, reverse=True)) and set(given) == set(HOSTS)


def ecowas(day: str) -> Callable[[Case], float]:
    """Return what counts the members of ECOWAS on a day."""
    return lambda case: float(len(members_at(record(), "ECOWAS", day)))


def by_suspension(suspended: bool) -> Callable[[Case], dict[str, float]]:
    """Return what counts for both days the members that were suspended, or were not."""
    return lambda case: {
        day: float((members_at(record(), "ECOWAS", day)["suspended"] == suspended).sum())
        for day in (LAST_DAY, NEXT_DAY)
    }


def gone(case: Case) -> float:
    """Return how many left between the two days of question 11.4."""
    return ecowas(LAST_DAY)(case) - ecowas(NEXT_DAY)(case)


@cache
def sites(day: str = MAP_DAY) -> frozenset[tuple[str, str]]:
    """Return the presences that can be drawn for a day, with their status."""
    rows = there(day).query("status != 'unknown'")
    return frozenset(zip(rows["presence_id"], rows["status"], strict=True))


Seen = Callable[[Layers], bool]


def drawn(rule: Seen) -> Test:
    """Return a test of a map, from a rule that looks at it."""
    return lambda given, expected, case: rule(given)


def drawn_right(given: Layers, expected: frozenset[tuple[str, str]], case: Case) -> bool:
    """Tell whether a map has these presences, the hatching, a day, the note, legend and words."""
    return (
        given.presences == expected
        and not missing_hatching(given)
        and not hatched_hosts(given)
        and dated(given)
        and bordered(given)
        and explained(given)
        and not given.legend_alike
        and not wordless(given)
        and not miscounts(given)
    )


@cache
def without_data() -> frozenset[str]:
    """Return the states in view of whose foreign forces the record says nothing."""
    from realignment.worldmap import REGIONS, outlines  # draws, so not loaded with the questions

    west, east, south, north = REGIONS["sahel"]
    hosts = set(record().presences["host"])
    return frozenset(
        area.iso3
        for area in outlines()
        if area.iso3
        and not area.disputed
        and area.iso3 not in hosts
        and any(
            west < lon < east and south < lat < north
            for border, *_ in area.polygons
            for lon, lat in border
        )
    )


def missing_hatching(given: Layers) -> bool:
    """Tell whether a state in view without data is left in the colour of the land."""
    return not without_data() <= given.no_data


def hatched_hosts(given: Layers) -> bool:
    """Tell whether a state is hatched of which the record does speak."""
    return bool(given.no_data & set(record().presences["host"]))


def shows_as(status: str, true: str) -> Seen:
    """Return a rule: a presence is drawn as one thing that is another on that day."""
    return lambda given: any(
        seen == status and (name, true) in sites() for name, seen in given.presences
    )


def not_begun(given: Layers) -> bool:
    """Tell whether a presence is drawn that had not begun by the day."""
    return bool({name for name, _ in given.presences} - {name for name, _ in sites()})


def dated(given: Layers) -> bool:
    """Tell whether the day stands on the map, as EDTF or in words."""
    day = pd.Timestamp(MAP_DAY)
    words = f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"
    return any(form.lower() in given.note for form in (MAP_DAY, *words))


def other_day(given: Layers) -> bool:
    """Tell whether a day stands on the map, and not the one that is asked for."""
    return not dated(given) and bool(re.search(r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b", given.note))


def bordered(given: Layers) -> bool:
    """Tell whether the note on the borders stands on the map."""
    return "borders" in given.note and "natural earth" in given.note


def explained(given: Layers) -> bool:
    """Tell whether the legend says what is hatched and what has left."""
    return {"no data", "there", "has left"} <= given.legend


def wordless(given: Layers) -> bool:
    """Tell whether a map is a bare figure, or the words of its picture are empty."""
    return not re.search(r"\w", given.words or "")


def miscounts(given: Layers) -> bool:
    """Tell whether the words give a number or a day that is not that of the map."""
    words = (given.words or "").lower()
    held = [status for _, status in sites()]
    counts = [
        (int(number), held.count(status))
        for number, said in re.findall(COUNTED, words)
        for status, form in STATUS_WORDS.items()
        if re.fullmatch(form, said)
    ]
    days = re.findall(r"\b(?:19|20)\d\d-\d\d-\d\d\b", words)
    return any(one != other for one, other in counts) or any(day != MAP_DAY for day in days)


def shown_on(given: dict[str, Any], *status: str) -> pd.DataFrame:
    """Return the rows of the presences that a map shows with one of these statuses."""
    names = {name for name, seen in given["map"].presences if seen in status}
    return record().presences.query("presence_id in @names", local_dict={"names": names})


def known_origins(rows: pd.DataFrame) -> float:
    """Return how many independent origins of rows are known."""
    return float(sources_by_lineage(rows).independent)


def counts(*slips: Callable[[pd.DataFrame], float], of: Sequence[str] = ("open",)) -> Test:
    """Return a test of question 11.7: the number is what a slip makes of rows that a map shows."""
    return lambda given, expected, case: any(
        given["origins"] == slip(shown_on(given, *of)) for slip in slips
    )


def without_origin(rows: pd.DataFrame) -> int:
    """Return how many rows have no known origin."""
    return sources_by_lineage(rows).unknown


def different(column: str) -> Callable[[pd.DataFrame], float]:
    """Return what counts the different values of a column, an empty one too."""
    return lambda rows: float(rows[column].nunique())


def behind_others(given: dict[str, Any], expected: None, case: Case) -> bool:
    """Tell whether a number is that of the origins on another day, or behind French sites alone."""
    rows = [there(day).query("status == 'open'") for day in (FRENCH_DAY, *OTHER_DAYS)]
    rows.append(shown_on(given, "open").query("operator == 'FRA'"))
    return given["origins"] in map(known_origins, rows)


@cache
def tied(day: str | None = TIE_DAY) -> pd.DataFrame:
    """Return the ties of the record on a day, by the latest act."""
    return ties(spread_acts(), "latest", at=day)


def carrying(day: str | None = TIE_DAY, column: str = "events") -> Callable[[Case], frozenset[str]]:
    """Return what gives the acts behind the tie of Niger and Russia on a day."""

    def acts(case: Case) -> frozenset[str]:
        line = tied(day).query("source == @LINE[0] and target == @LINE[1]")
        return frozenset(line[column].item())

    return acts


def later(given: frozenset[str], expected: Any, case: Case) -> bool:
    """Tell whether an act is among them that came after the day of question 11.8."""
    return any(_days_of_acts()[act] > TIE_DAY for act in given)


def between_others(given: frozenset[str], expected: Any, case: Case) -> bool:
    """Tell whether an act is among them that does not tie Niger and Russia on any day."""
    return bool(given - carrying(None)(case))


QUESTIONS = [
    Question(
        id="11.1",
        name="map.areas_as_drawn",
        asks="How does our map draw these six areas?",
        objective=1,
        reads=Keyed(Choice(AREAS), Choice(TREATMENTS, blank="none"), "one treatment for each area"),
        expected=lambda case: {name: treatment(name) for name in AREAS},
        mistakes=[
            Mistake(
                "border_as_fact",
                either(*(says(area, "inside", "plain", "none") for area in AREAS[:3])),
            ).saying(
                "That is one side's view of an area, or the habit of other maps. Look its name up "
                "in `areas`, and read the whole row."
            ),
            Mistake(
                "incomplete", either(says("Abkhazia", "apart"), says("Abkhazia", "plain"))
            ).saying("So another map might draw it. Look for a row of that name in `areas`."),
            Mistake("incomplete", says("Abkhazia", "none")).saying(
                "It has no row of its own. Does the table speak of it in another row?"
            ),
            Mistake("outside_knowledge", says("Cabo Verde", "plain", "apart", "inside")).saying(
                "It is a state, and so you expect it. Is it in the table of outlines?"
            ),
            Mistake("too_many", says("Chad", "apart")).saying(
                "Nobody disputes the whole of that one. Read its row."
            ),
            Mistake("incomplete", says("Chad")).saying("It was filled in for you. Read its row."),
        ],
        hints="""
            - Look each name up in the column `name`. Is there something in `disputed`?
            - If there is no such name, look for it in the notes:
              `areas[areas["note"].str.contains("...")]`.""",
        solution="""treated = {
    "Crimea": "apart", "Western Sahara": "apart", "Kosovo": "apart",
    "Abkhazia": "inside", "Cabo Verde": "none", "Chad": "plain",
}""",
        why="""Some disputes are drawn apart, some are only named in a note, and a small state can
            be missing altogether. None of this can be seen on the map itself.""",
    ),
    Question(
        id="11.2",
        name="map.french_sites_for_certain",
        asks="How many French sites were there for certain on 2 May 2022?",
        objective=2,
        reads=Number(unit="sites"),
        expected=sites_with("open"),
        mistakes=[
            Mistake(
                "uncertain_as_open",
                gives(sites_with("open", "uncertain"), sites_with("open", "uncertain", "unknown")),
            ),
            Mistake("ended_as_open", gives(sites_with(), sites_with("open", "closed"))).saying(
                "That counts sites that had closed by then, too."
            ),
            Mistake(
                "wrong_selection",
                gives(lambda case: float((there(FRENCH_DAY)["status"] == "open").sum())),
            ).saying("That counts the sites of all who were there. Whose are asked for?"),
            Mistake(
                "uncertain_as_open",
                gives(
                    sites_with("uncertain"), lambda case: float(french("open")["host"].nunique())
                ),
            ).saying(
                "So many are the sites of which it is not certain, and so many the countries "
                "with one that is. How many sites are certain?"
            ),
            Mistake(
                "wrong_selection",
                gives(sites_with("closed"), sites_with("open", day="2023-05-02")),
            ).saying("So many had closed by that day, and so many were there a year later."),
            Mistake(
                "wrong_selection", gives(*(sites_with("open", day=day) for day in OTHER_DAYS))
            ).saying("That is the number of another day. Which day is asked for?"),
            Mistake("wrong_selection", of_one_country).saying(
                "So many were there in one country. Count those of all six."
            ),
            Mistake("off_by_one", off_by_one),
        ],
        hints="""
            - Print `there["status"].value_counts()`. Which of these words means that a site was
              there for certain?
            - Two conditions in one `.query(...)`: whose it is, and how it stood.""",
        solution="""
there = presences_at(record, "2022-05-02").query("operator == 'FRA' and status == 'open'")
number = len(there)""",
        why="""Some were open for certain. For others no source gives a beginning, or only a year:
            they may have been there, so the map draws them with a question mark.""",
    ),
    Question(
        id="11.3",
        name="map.last_sites_in_order",
        asks="In which order did the last French site close in six countries?",
        objective=2,
        reads=Items(StateName(), ordered=True, what="states, the first to close first"),
        expected=hosts_by("end"),
        mistakes=[
            Mistake("incomplete", subset),
            Mistake("too_many", lambda given, expected, case: bool(set(given) - set(HOSTS))).saying(
                "There was no French site of this record in one of these."
            ),
            Mistake("order_told", one_of(HOSTS, tuple(sorted(HOSTS)))).saying(
                "That is the order of the table or of the alphabet. Sort by the end."
            ),
            Mistake("order_told", reverse).saying(
                "That is the order backwards: the last one stands first."
            ),
            Mistake("same_act_twice", many_of_one).saying(
                "A country stands there once for each of its sites. Take the latest end of each."
            ),
            Mistake(
                "incomplete",
                gives(
                    by_text("end"), *(hosts_by("end", "min", on) for on in ("earliest", "latest"))
                ),
            ).saying("One country had several sites, and the first to close is not the last one."),
            Mistake(
                "wrong_selection",
                gives(by_text("start"), *(hosts_by("start", take) for take in ("min", "max"))),
            ).saying("You have sorted by the beginning. When did the last site *close*?"),
            Mistake("wrong_selection", by_number).saying(
                "That is the order by the number of sites. When did the last one close?"
            ),
            Mistake("off_by_one", neighbours_swapped).saying(
                "Two neighbours stand in each other's place. Compare the latest end of each."
            ),
        ],
        hints="""
            - Keep the French rows, and take the latest end of each host.
            - `dates.bounds_frame(french["end"])["latest"]` turns the ends into days; then
              `.groupby(french["host"]).max().sort_values()`.""",
        solution="""french = record.presences.query("operator == 'FRA'")
ends = bounds_frame(french["end"])["latest"].groupby(french["host"]).max()
order = list(ends.sort_values().index)""",
        why="""Three years lie between the first and the last. The order is in the spells. The
            reasons are in the acts, and they differ: some hosts broke off, others agreed on a
            date.""",
    ),
    Question(
        id="11.4",
        name="map.members_on_two_days",
        asks="How many members did ECOWAS have on 28 and on 29 January 2025?",
        objective=3,
        reads=Keyed(
            OneOfTheDays({LAST_DAY: "28", NEXT_DAY: "29"}),
            Number(unit="members"),
            "one number for each of the two days",
        ),
        expected=lambda case: {day: ecowas(day)(case) for day in (LAST_DAY, NEXT_DAY)},
        mistakes=[
            Mistake("reversed", swapped(LAST_DAY, NEXT_DAY)).saying(
                "You have the two days the other way round: can an exit make a body larger?"
            ),
            Mistake("end_day_counted", gives(ecowas(LAST_DAY), at=NEXT_DAY)),
            Mistake("later_knowledge", gives(ecowas(NEXT_DAY), at=LAST_DAY)).saying(
                "You have let the exit begin too soon. On which day did it take effect?"
            ),
            Mistake(
                "suspended_as_out",
                gives(lambda case: by_suspension(False)(case)[LAST_DAY], at=LAST_DAY),
            ),
            Mistake(
                "suspended_as_out",
                gives(lambda case: by_suspension(False)(case)[NEXT_DAY], at=NEXT_DAY),
            ).saying("One is missing on that day. A suspended member is a member, too."),
            Mistake("suspended_as_out", partly(by_suspension(True))).saying(
                "Those are the suspended ones alone. All members are asked for."
            ),
            Mistake(
                "wrong_selection", either(*(gives(gone, at=day) for day in (LAST_DAY, NEXT_DAY)))
            ).saying("That is how many left, or the size of their own alliance. Who is in ECOWAS?"),
            Mistake("off_by_one", off_by_one),
        ],
        hints="""
            - `members_at(record, "ECOWAS", day)` lists the members of a day.
            - Count the rows, with the suspended ones. Do it for both days.""",
        solution="""counts = {}
for day in ["2025-01-28", "2025-01-29"]:
    counts[day] = len(members_at(record, "ECOWAS", day))""",
        why="""Three states had announced their exit a year earlier and were members all that time.
            On the day on which the exit took effect they are members no longer.""",
    ),
    Question(
        id="11.5",
        name="map.flaw_in_a_caption",
        asks="Find the flaw in the caption.",
        objective=4,
        reads=Choice(
            {
                "a": "it counts something twice",
                "b": "it takes an announcement for an exit",
                "c": "it takes missing data for a finding",
                "d": "it takes a disputed line for a border",
            }
        ),
        expected=lambda case: "c",
        mistakes=options(
            a="same_act_twice: Nothing is counted in it. What does it say of the countries of "
            "which the record has no row?",
            b="suspended_as_out: No exit is spoken of. What does the caption know of Algeria, and "
            "from where?",
            d="border_as_fact: The caption says nothing of borders. What does it say of what lies "
            "inside them?",
        ),
        hints="""
            - Which hosts does the table of presences cover? `record.as_of` says it.
            - What would the map look like if there were ten thousand foreign soldiers in
              Algeria?""",
        solution='flaw = "c"',
        why="""The table covers six hosts. Of the others it knows nothing, whatever is there; so
            they are hatched, and no caption can say that they are empty.""",
    ),
    Question(
        id="11.6",
        name="map.draw_presences",
        asks="Draw the presences of 30 September 2022, so that the map can stand alone.",
        objective=5,
        reads=DrawnMap(),
        expected=lambda case: sites(),
        same=drawn_right,
        mistakes=[
            Mistake("incomplete", drawn(lambda given: not given.presences)).saying(
                "There is the ground, and no mark on it. `draw_presences(axes, rows, names)` draws "
                "them."
            ),
            Mistake("later_knowledge", drawn(not_begun)).saying(
                "Something on your map had not begun by then. For which day is it?"
            ),
            Mistake("wrong_selection", drawn(other_day)).saying(
                "The map says a day, and it is not the one that is asked for. Rows and "
                "note come from one `day`: set it, and run the cell again."
            ),
            Mistake("ended_as_open", drawn(shows_as("open", "closed"))),
            Mistake("uncertain_as_open", drawn(shows_as("open", "uncertain"))).saying(
                "Your map shows something as there of which the record is not certain. Hand the "
                "rows of `presences_at` over as they are, with their status."
            ),
            Mistake("wrong_selection", drawn(shows_as("closed", "open"))).saying(
                "Your map shows something as gone that was there on that day. For which day is it?"
            ),
            Mistake("incomplete", drawn(lambda given: given.presences < sites())).saying(
                "Some presences are missing from the map. Those that have left belong on it "
                "too: hollow."
            ),
            Mistake("blank_as_none", drawn(missing_hatching)).saying(
                "Countries of which the record says nothing look like countries without "
                "foreign forces. Hatch all of them."
            ),
            Mistake("too_many", drawn(hatched_hosts)).saying(
                "A country is hatched of which the record does speak. Which six does its "
                "table cover?"
            ),
            Mistake("undated_map", drawn(lambda given: not dated(given))),
            Mistake("border_as_fact", drawn(lambda given: not bordered(given))).saying(
                "Whose borders are these? The map does not say. `add_note` writes the note."
            ),
            Mistake("no_legend", drawn(lambda given: not explained(given))).saying(
                "The marks are there, but the legend does not explain all of them. "
                "`draw_presences` and `no_data` return its entries."
            ),
            Mistake("no_legend", drawn(lambda given: given.legend_alike)).saying(
                "Two entries of the legend have the same look, so it explains neither. "
                "`draw_presences` and `no_data` return entries as they are drawn."
            ),
            Mistake("words_missing", drawn(wordless)).saying(
                "The map is right, and it has no words for those who cannot see it. Say the day, "
                "and how many are there."
            ),
            Mistake("words_missing", drawn(miscounts)).saying(
                "The map is right. Its words give a day or a number that is not that of the map."
            ),
        ],
        hints="""
            - Three layers on one axes: `draw`, then `no_data(axes, others)`, then
              `draw_presences(axes, ...)`.
            - Collect the legend's entries: `handles = [no_data(...), *draw_presences(...)]`, then
              `axes.legend(handles=handles)`. `add_note(axes, day)` writes the day.""",
        solution="""day = "2022-09-30"
figure, axes = new_figure(10, 6)
draw(axes, "sahel")
rows = presences_at(record, day)
handles = [no_data(axes, others), *draw_presences(axes, rows, names)]
axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
add_note(axes, day)
counted = ", ".join(f"{number} {how}" for how, number in rows["status"].value_counts().items())
picture = Picture(figure, f"Presences on {day}: {counted}. Other states: no data.")
display(picture)""",
        why="""A map that is passed on has nobody beside it to explain it. So the day, the note on
            borders, the legend and the hatching are part of the drawing.""",
    ),
    Question(
        id="11.7",
        name="map.own_origins",
        asks="From your own map: how many independent origins stand behind what it shows as there?",
        objective=6,
        reads=Fields({"map": DrawnMap(), "origins": KnownOrigins(unit="known origins")}),
        same=counts(known_origins),
        mistakes=[
            Mistake(
                "unknown_as_independent",
                counts(lambda rows: known_origins(rows) + without_origin(rows)),
            ).saying(
                "You have counted a row of unknown origin. It may share one with another row."
            ),
            Mistake("outlets_as_sources", counts(len)).saying(
                "That is the number of sites. Several of them may go back to one origin."
            ),
            Mistake("carrier_as_origin", counts(different("lineage"))).saying(
                "You have counted the different texts in `lineage`. An empty one may be among "
                "them, or one origin under two carriers. `sources_by_lineage` tells them apart."
            ),
            Mistake(
                "wrong_selection",
                either(
                    counts(known_origins, of=("open", "uncertain")),
                    counts(known_origins, of=("open", "closed")),
                    counts(known_origins, of=("open", "closed", "uncertain")),
                    lambda given, expected, case: given["origins"] == known_origins(there(MAP_DAY)),
                    counts(different("source_publisher")),
                ),
            ).saying(
                "So many origins stand behind more than what is there; or so many have published "
                "it. Keep what is there, and count by lineage."
            ),
            Mistake("measure_confused", counts(without_origin)).saying(
                "So many rows have no known origin. How many origins are known?"
            ),
            Mistake("measure_confused", counts(different("operator"), different("host"))).saying(
                "That counts operators, or countries. To whom does each row's wording go back?"
            ),
            Mistake("wrong_selection", behind_others).saying(
                "So many stand behind some of the rows, or on another day. Take all that your "
                "map shows as there."
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: given["origins"] == known_origins(record().presences),
            ).saying(
                "That counts behind the whole table. Only what your map shows as there is "
                "asked for."
            ),
        ],
        hints="""
            - Keep the rows of your day whose status is open; then `sources_by_lineage(rows)`.
            - It returns two numbers and a list. The first number is asked for.""",
        solution="""shown = presences_at(record, day).query("status == 'open'")
origins = sources_by_lineage(shown).independent""",
        why="""The map shows marks of one size. Behind some stands an official text, behind others
            one report, and behind some of them the origin is not known.""",
    ),
    Question(
        id="11.8",
        name="map.acts_behind_a_line",
        asks="Which acts support the line between Niger and Russia on 26 March 2024?",
        objective=6,
        reads=Acts(ActId(), what="event ids of the record"),
        expected=carrying(),
        mistakes=[
            Mistake("later_knowledge", later),
            Mistake("wrong_selection", between_others).saying(
                "One of these acts runs between another pair of states, or carries no sign."
            ),
            Mistake(
                "last_for_first", lambda given, expected, case: given == {max(expected)}
            ).saying("The latest act decides the sign. All acts of that sign support the line."),
            Mistake("incomplete", subset),
        ],
        hints="""
            - Make the ties again with `at=` the day that is asked for.
            - Keep the row with source NER and target RUS; its column `events` holds the ids.""",
        solution="""pairs = dyads(record.timeline.query("kind == 'event'"), record.actors)
made = ties(pairs, "latest", at="2024-03-26")
behind = made.query("source == 'NER' and target == 'RUS'")["events"].item()""",
        why="""An agreement, a visit, a call. The landing of the instructors is what most people
            think of, and it came later. Each id leads to a row with a source.""",
    ),
    Question(
        id="11.9",
        name="map.two_maps_that_persuade",
        asks="Two maps of the same data: how does each persuade?",
        objective=7,
        reads=Essay(30),
        rubric="""
            - It names at least two choices in which the maps differ (area or point, colour, title,
              what is left out), and leaves the data the same.
            - It says for each map what a hurried reader would believe after it.
            - It says which of these beliefs the record supports, with a number or an id.
            - It does not end with one map being true and the other false.""",
        hints="""
            - Begin with the sentence that each title makes you say to a friend.
            - Then look at what the eye adds up: area, number of marks, strength of colour.""",
        solution='''
rows = presences_at(record, "2021-09-01").query("operator == 'UN' and host == 'MLI'")
told = "Presences: record. Made to persuade."
display(map_at("2021-09-01", "A country in UN hands", told, members={"United Nations": ["MLI"]}))
display(map_at("2021-09-01", f"{len(rows)} UN sites", told, presences=rows, names=names))
essay = """
The first map fills all of Mali with one colour and has a claim in its title. A hurried
reader adds up the area and believes that the UN governs it. The second marks the same
rows as six points with a dry title, and a reader believes that there is little to see.
The record supports that these sites were open on that day. It does not say what was
done from them, and on neither map can one see the people who lived around them.
"""''',
        why="Neither map lies. Each chooses what the eye adds up.",
    ),
]
