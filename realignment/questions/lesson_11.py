"""Lesson 11, The map, asks where the lines run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

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
    StateName,
)
from realignment.cases import Case
from realignment.questions import Mistake, Question, part, value
from realignment.record import (
    Record,
    load_record,
    members_at,
    presences_at,
    sources_by_lineage,
)
from realignment.ties import dyads, ties

AREAS = ("Crimea", "Western Sahara", "Kosovo", "Abkhazia", "Cabo Verde", "Chad")
TREATMENTS = {
    "apart": "drawn apart and hatched",
    "inside": "drawn inside another outline",
    "none": "no outline at this scale",
    "plain": "a plain outline of its own",
}
FRENCH_DAY = "2022-05-02"
"""The day of question 11.2: Mali denounces its agreements while French forces are leaving."""
HOSTS = ("NER", "MLI", "BFA", "TCD", "SEN", "CIV")
"""The hosts of question 11.3, in the order of the table."""
LAST_DAY, NEXT_DAY = "2025-01-28", "2025-01-29"
MAP_DAY = "2022-09-30"
TIE_DAY = "2024-03-26"
ACTS = ("T033", "T047", "T050", "T054", "T056", "T063", "T066", "T067", "T099")
"""Acts to choose from in question 11.8."""


@dataclass(frozen=True)
class OneOfTheDays(Choice):
    """One of several days, in any form in which a date may be written."""

    def read(self, answer: object, case: Case) -> str:
        """Return the day as EDTF."""
        return super().read(Date().read(answer, case), case)


@cache
def the_record() -> Record:
    """Return the record, read once."""
    return load_record()


def treatment(name: str) -> str:
    """Return how the outlines treat an area: a key of :data:`TREATMENTS`."""
    from realignment.worldmap import outlines  # draws, so not loaded with the questions

    for area in outlines():
        if area.name == name:
            return "apart" if area.disputed else "plain"
    return "inside" if any(name in area.note for area in outlines()) else "none"


def french(case: Case) -> pd.Series:
    """Return the number of French sites of each status on the day of question 11.2."""
    there = presences_at(the_record(), FRENCH_DAY)
    return there.loc[there["operator"] == "FRA", "status"].value_counts()


def last_french_day(case: Case) -> tuple[str, ...]:
    """Return the hosts in the order in which the last French site closed."""
    sites = the_record().presences
    sites = sites[sites["operator"] == "FRA"]
    ends = spells.limits(sites)["end_latest"].groupby(sites["host"]).max()
    return tuple(ends.sort_values().index)


def ecowas(case: Case) -> dict[str, float]:
    """Return the number of ECOWAS members on each of the two days of question 11.4."""
    return {
        day: float(len(members_at(the_record(), "ECOWAS", day))) for day in (LAST_DAY, NEXT_DAY)
    }


def not_suspended(day: str) -> int:
    """Return the number of ECOWAS members that were not suspended on a day."""
    return int((~members_at(the_record(), "ECOWAS", day)["suspended"]).sum())


def sites(day: str = MAP_DAY) -> frozenset[tuple[str, str]]:
    """Return the presences that can be drawn for a day, with their status."""
    rows = presences_at(the_record(), day)
    rows = rows[rows["status"] != "unknown"]
    return frozenset(zip(rows["presence_id"], rows["status"], strict=True))


def drawn_right(given: Layers, expected: frozenset, case: Case) -> bool:
    """Tell whether a map has these presences, the hatching, a day, the note and a legend."""
    return (
        given.presences == expected
        and not missing_hatching(given)
        and not hatched_hosts(given)
        and dated(given)
        and bordered(given)
        and explained(given)
    )


@cache
def without_data() -> frozenset[str]:
    """Return the states in view of whose foreign forces the record says nothing."""
    from realignment.worldmap import REGIONS, outlines  # draws, so not loaded with the questions

    west, east, south, north = REGIONS["sahel"]
    hosts = set(the_record().presences["host"])
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
    return bool(given.no_data & set(the_record().presences["host"]))


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


def shown_as_there(given: dict) -> pd.DataFrame:
    """Return the rows of the presences that a map shows as there."""
    there = {name for name, status in given["map"].presences if status == "open"}
    rows = the_record().presences
    return rows[rows["presence_id"].isin(there)]


def origins_of(given: dict) -> tuple[int, int, int]:
    """Return known origins, rows of unknown origin, and rows, of what a map shows as there."""
    rows = shown_as_there(given)
    counted = sources_by_lineage(rows)
    return counted.independent, counted.unknown, len(rows)


def carrying(case: Case) -> frozenset[str]:
    """Return the acts that support the tie of Niger and Russia on the day of question 11.8."""
    record = the_record()
    pairs = dyads(record.timeline[record.timeline["kind"] == "event"], record.actors)
    made = ties(pairs, "latest", at=TIE_DAY)
    line = made[(made["source"] == "NER") & (made["target"] == "RUS")]
    return frozenset(line["events"].item())


def day_of(act: str) -> str:
    """Return the date of an act of the record."""
    return the_record().timeline.set_index("event_id").at[act, "date"]


QUESTIONS = [
    Question(
        id="11.1",
        name="map.areas_as_drawn",
        asks="How does our map draw these six areas?",
        objective=1,
        reads=Keyed(Choice(AREAS), Choice(TREATMENTS), "one treatment for each area"),
        expected=lambda case: {name: treatment(name) for name in AREAS},
        mistakes=[
            Mistake(
                "border_as_fact",
                lambda given, expected, case: any(
                    given[name] in ("inside", "plain")
                    for name in ("Crimea", "Western Sahara", "Kosovo")
                ),
                "That is one side's view of this area, or the map's habit. Look up its row in "
                "`areas`: what stands in the column `disputed`?",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: given["Abkhazia"] == "apart",
                "Not every dispute is drawn. Look for this name in the notes of the others.",
            ),
            Mistake(
                "incomplete",
                part("Abkhazia", "none"),
                "It has no row of its own. Search the notes of the others for it too.",
            ),
            Mistake(
                "outside_knowledge",
                lambda given, expected, case: given["Cabo Verde"] in ("plain", "apart"),
                "It is a state, and so you expect it. Is it in the table of outlines?",
            ),
            Mistake(
                "too_many",
                part("Chad", "apart"),
                "Nobody disputes the whole of that one. Read its row.",
            ),
        ],
        hints=[
            "Look each name up in the column `name`. Is there something in `disputed`?",
            "If there is no such name, look for it in the notes: "
            '`areas[areas["note"].str.contains("...")]`.',
        ],
        solution="""treated = {
    "Crimea": "apart", "Western Sahara": "apart", "Kosovo": "apart",
    "Abkhazia": "inside", "Cabo Verde": "none", "Chad": "plain",
}""",
        why="Some disputes are drawn apart, some are only named in a note, and a small state can "
        "be missing altogether. None of this can be seen on the map itself.",
    ),
    Question(
        id="11.2",
        name="map.french_sites_for_certain",
        asks="How many French sites were there for certain on 2 May 2022?",
        objective=2,
        reads=Number(unit="sites"),
        expected=lambda case: float(french(case)["open"]),
        mistakes=[
            Mistake(
                "uncertain_as_open",
                lambda given, expected, case: (
                    given == french(case)["open"] + french(case)["uncertain"]
                ),
            ),
            Mistake(
                "ended_as_open",
                lambda given, expected, case: given == french(case).sum(),
                "That counts every site that had begun by then, those that had closed too.",
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: (
                    given == (presences_at(the_record(), FRENCH_DAY)["status"] == "open").sum()
                ),
                "That counts the sites of all who were there. Whose are asked for?",
            ),
            Mistake(
                "uncertain_as_open",
                lambda given, expected, case: given == french(case)["uncertain"],
                "Those are the ones of which it is not certain.",
            ),
            Mistake(
                "off_by_one", lambda given, expected, case: abs(given - french(case)["open"]) == 1
            ),
        ],
        hints=[
            'Print `there["status"].value_counts()`. Which of these words means that a site was '
            "there for certain?",
            "Two conditions in one `.query(...)`: whose it is, and how it stood.",
        ],
        solution="""
there = presences_at(record, "2022-05-02").query("operator == 'FRA' and status == 'open'")
number = len(there)""",
        why="Some were open for certain. For others no source gives a beginning, or only a year: "
        "they may have been there, so the map draws them with a question mark.",
    ),
    Question(
        id="11.3",
        name="map.last_sites_in_order",
        asks="In which order did the last French site close in six countries?",
        objective=2,
        reads=Items(StateName(), ordered=True, what="states, the first to close first"),
        expected=last_french_day,
        mistakes=[
            Mistake("incomplete", lambda given, expected, case: set(given) < set(HOSTS)),
            Mistake(
                "too_many",
                lambda given, expected, case: bool(set(given) - set(HOSTS)),
                "There was no French site of this record in one of these.",
            ),
            Mistake(
                "order_told",
                value(HOSTS, tuple(sorted(HOSTS))),
                "That is the order of the table or of the alphabet. Sort by the end.",
            ),
            Mistake(
                "order_told",
                lambda given, expected, case: given == last_french_day(case)[::-1],
                "That is the order backwards: the last one stands first.",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: (
                    set(given) == set(HOSTS) and given.index("NER") < given.index("BFA")
                ),
                "One country had several sites, and the first to close is not the last one.",
            ),
        ],
        hints=[
            "Keep the French rows, and take the latest end of each host.",
            '`dates.bounds_frame(french["end"])["latest"]` turns the ends into days; then '
            '`.groupby(french["host"]).max().sort_values()`.',
        ],
        solution="""french = record.presences.query("operator == 'FRA'")
ends = bounds_frame(french["end"])["latest"].groupby(french["host"]).max()
order = list(ends.sort_values().index)""",
        why="Three years lie between the first and the last. The order is in the spells. The "
        "reasons are in the acts, and they differ: some hosts broke off, others agreed on a date.",
    ),
    Question(
        id="11.4",
        name="map.members_on_two_days",
        asks="How many members did ECOWAS have on 28 and on 29 January 2025?",
        objective=3,
        reads=Keyed(
            OneOfTheDays((LAST_DAY, NEXT_DAY)),
            Number(unit="members"),
            "one number for each of the two days",
        ),
        expected=ecowas,
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: (
                    given[LAST_DAY] == ecowas(case)[NEXT_DAY]
                    and given[NEXT_DAY] == ecowas(case)[LAST_DAY]
                ),
                "You have the two days the other way round: can an exit make a body larger?",
            ),
            Mistake(
                "end_day_counted",
                lambda given, expected, case: (
                    given[NEXT_DAY] == given[LAST_DAY] == ecowas(case)[LAST_DAY]
                ),
            ),
            Mistake(
                "suspended_as_out",
                lambda given, expected, case: (
                    given[LAST_DAY] == not_suspended(LAST_DAY)
                    or given[NEXT_DAY] == not_suspended(NEXT_DAY)
                ),
            ),
            Mistake(
                "later_knowledge",
                lambda given, expected, case: given[LAST_DAY] == ecowas(case)[NEXT_DAY],
                "You have let the exit begin a day too soon.",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: any(
                    abs(given[day] - number) == 1 for day, number in ecowas(case).items()
                ),
            ),
        ],
        hints=[
            '`members_at(record, "ECOWAS", day)` lists the members of a day.',
            "Count the rows, with the suspended ones. Do it for both days.",
        ],
        solution="""counts = {}
for day in ["2025-01-28", "2025-01-29"]:
    counts[day] = len(members_at(record, "ECOWAS", day))""",
        why="Three states had announced their exit a year earlier and were members all that time. "
        "On the day on which the exit took effect they are members no longer.",
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
        mistakes=[
            Mistake(
                "same_act_twice",
                value("a"),
                "Nothing is counted in it. What does it say of the hatched countries?",
            ),
            Mistake(
                "suspended_as_out",
                value("b"),
                "No exit is spoken of. What does the caption know of Algeria, and from where?",
            ),
            Mistake(
                "border_as_fact",
                value("d"),
                "The caption says nothing of borders. What does it say of what lies inside them?",
            ),
        ],
        hints=[
            "Which hosts does the table of presences cover? `record.as_of` says it.",
            "What would the map look like if there were ten thousand foreign soldiers in Algeria?",
        ],
        solution='flaw = "c"',
        why="The table covers six hosts. Of the others it knows nothing, whatever is there; so "
        "they are hatched, and no caption can say that they are empty.",
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
            Mistake(
                "later_knowledge",
                lambda given, expected, case: (
                    given.presences not in (sites(), frozenset())
                    and {name for name, _ in given.presences} > {name for name, _ in sites()}
                ),
                "Something on your map had not begun by then. For which day is it?",
            ),
            Mistake(
                "ended_as_open",
                lambda given, expected, case: any(
                    status == "open" and (name, "closed") in sites()
                    for name, status in given.presences
                ),
            ),
            Mistake(
                "uncertain_as_open",
                lambda given, expected, case: any(
                    status == "open" and (name, "uncertain") in sites()
                    for name, status in given.presences
                ),
                "Your map shows something as there of which the record is not certain. Hand the "
                "rows of `presences_at` over as they are, with their status.",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: given.presences < sites(),
                "Some presences are missing from the map. Those that have left belong on it "
                "too: hollow.",
            ),
            Mistake(
                "blank_as_none",
                lambda given, expected, case: missing_hatching(given),
                "Countries of which the record says nothing look like countries without "
                "foreign forces. Hatch all of them.",
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: hatched_hosts(given),
                "A country is hatched of which the record does speak. Which six does its "
                "table cover?",
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: other_day(given),
                "The map says a day, and it is not the one that is asked for. Give the note "
                "the same `day` as the rows.",
            ),
            Mistake("undated_map", lambda given, expected, case: not dated(given)),
            Mistake(
                "border_as_fact",
                lambda given, expected, case: not bordered(given),
                "Whose borders are these? The map does not say. `add_note` writes the note.",
            ),
            Mistake(
                "no_legend",
                lambda given, expected, case: not explained(given),
                "The marks are there, but the legend does not explain all of them. "
                "`draw_presences` and `no_data` return its entries.",
            ),
        ],
        hints=[
            "Three layers on one axes: `draw`, then `no_data(axes, others)`, then "
            "`draw_presences(axes, ...)`.",
            "Collect the legend's entries: `handles = [no_data(...), *draw_presences(...)]`, then "
            "`axes.legend(handles=handles)`. `add_note(axes, day)` writes the day.",
        ],
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
        why="A map that is passed on has nobody beside it to explain it. So the day, the note on "
        "borders, the legend and the hatching are part of the drawing.",
    ),
    Question(
        id="11.7",
        name="map.own_origins",
        asks="From your own map: how many independent origins stand behind what it shows as there?",
        objective=6,
        reads=Fields({"map": DrawnMap(), "origins": Number(unit="known origins")}),
        same=lambda given, expected, case: given["origins"] == origins_of(given)[0],
        mistakes=[
            Mistake(
                "unknown_as_independent",
                lambda given, expected, case: given["origins"] == sum(origins_of(given)[:2]),
                "You have counted a row of unknown origin. It may share one with another row.",
            ),
            Mistake(
                "outlets_as_sources",
                lambda given, expected, case: given["origins"] == origins_of(given)[2],
                "That is the number of sites. Several of them may go back to one origin.",
            ),
            Mistake(
                "carrier_as_origin",
                lambda given, expected, case: (
                    given["origins"] == shown_as_there(given)["lineage"].nunique()
                ),
                "You have counted the different texts in `lineage`. An empty one may be among "
                "them, or one origin under two carriers. `sources_by_lineage` tells them "
                "apart.",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: abs(given["origins"] - origins_of(given)[0]) == 1,
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: (
                    given["origins"] == sources_by_lineage(the_record().presences).independent
                ),
                "That counts behind the whole table. Only what your map shows as there is "
                "asked for.",
            ),
        ],
        hints=[
            "Keep the rows of your day whose status is open; then `sources_by_lineage(rows)`.",
            "It returns two numbers and a list. The first number is asked for.",
        ],
        solution="""shown = presences_at(record, day).query("status == 'open'")
origins = sources_by_lineage(shown).independent""",
        why="The map shows marks of one size. Behind some stands an official text, behind others "
        "one report, and behind some of them the origin is not known.",
    ),
    Question(
        id="11.8",
        name="map.acts_behind_a_line",
        asks="Which acts support the line between Niger and Russia on 26 March 2024?",
        objective=6,
        reads=Items(Choice(ACTS), what="event ids of the record"),
        expected=carrying,
        mistakes=[
            Mistake(
                "later_knowledge",
                lambda given, expected, case: any(day_of(act) > TIE_DAY for act in given),
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: bool(
                    given & {"T033", "T047", "T054", "T063", "T099"}
                ),
                "One of these acts runs between another pair of states.",
            ),
            Mistake("incomplete", lambda given, expected, case: given < carrying(case)),
        ],
        hints=[
            "Make the ties again with `at=` the day that is asked for.",
            "Keep the row with source NER and target RUS; its column `events` holds the ids.",
        ],
        solution="""pairs = dyads(record.timeline.query("kind == 'event'"), record.actors)
made = ties(pairs, "latest", at="2024-03-26")
behind = made.query("source == 'NER' and target == 'RUS'")["events"].item()""",
        why="An agreement, a visit, a call. The landing of the instructors is what most people "
        "think of, and it came later. Each id leads to a row with a source.",
    ),
    Question(
        id="11.9",
        name="map.two_maps_that_persuade",
        asks="Two maps of the same data: how does each persuade?",
        objective=7,
        reads=Essay(50),
        rubric=[
            "It names at least two choices in which the maps differ (area or point, colour, title, "
            "what is left out), and leaves the data the same.",
            "It says for each map what a hurried reader would believe after it.",
            "It says which of these beliefs the record supports, with a number or an id.",
            "It does not end with one map being true and the other false.",
        ],
        hints=[
            "Begin with the sentence that each title makes you say to a friend.",
            "Then look at what the eye adds up: area, number of marks, strength of colour.",
        ],
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
