"""The numbers of lesson 11 and its exercise."""

from __future__ import annotations

import math
import re
from functools import cache

import pandas as pd
from numerals import numbers
from world import (
    EIGHT,
    checked,
    code,
    day,
    is_of,
    line,
    record,
    recorded,
    sign,
    told,
    whole_months,
    written,
)

from realignment.dates import bounds, bounds_frame
from realignment.questions import lesson_11
from realignment.record import members_at, presences_at, sources_by_lineage
from realignment.ties import ties
from realignment.turning import turned_between, turning_points
from realignment.worldmap import borders_note, outlines
from tools.minutes import Load

_DAY, _LATE = "2024-03-16", "2024-12-31"


@cache
def there(date: str = _DAY) -> pd.DataFrame:
    """Return the presences that had begun by a day, or may have."""
    return presences_at(record(), date)


def status(date: str = _DAY) -> pd.Series:
    """Return how many of them have each status."""
    return there(date)["status"].value_counts()


def hosts() -> set[str]:
    """Return the states on whose soil the presences are."""
    return set(record().presences["host"])


def covered() -> list[float]:
    """Return how many hosts the table says that it covers."""
    scope = record().as_of.set_index("table").at["presences", "scope"]
    names = re.split(r", | and ", scope.split(" in ", 1)[1].split(", as far")[0])
    return checked(len(names) == len(hosts()), len(names))


def wanted() -> list[str]:
    """Return the areas that the lesson asks for."""
    return written("11", "wanted")


def found() -> list[str]:
    """Return those of them that have an outline, each of them disputed."""
    areas = {area.name for area in outlines()}
    return [name for name in wanted() if name in areas]


def regions() -> list[float]:
    """Return how many regions the note on Ukraine names as claimed."""
    [note] = [area.note for area in outlines() if area.name == "Ukraine"]
    names = re.split(r", | and ", note.split("claimed ", 1)[1].split(" since", 1)[0])
    return checked("Crimea" not in names, len(names))


def age() -> int:
    """Return the year that the note under a map gives for the outlines."""
    return int(re.search(r"Outlines of about (\d{4})", borders_note("2024-03-16"))[1])


def recalled() -> int:
    """Return how many questions stand at the head."""
    head = code("11").split("import pandas")[0]
    return len(re.findall(r'ask\("11\.[a-z]"\)', head))


def behind_two_lines() -> list[float]:
    """Return the acts behind Mali and Russia, and the one behind Burkina Faso and Niger."""
    one, other = (
        list(line(of_six(_DAY), *pair)["events"]) for pair in (("MLI", "RUS"), ("BFA", "NER"))
    )
    return checked(other == ["T191"], len(one), len(other))


def three_in_it() -> int:
    """Return how many states the statement of T191 is of and about."""
    row = told().loc["T191"]
    return len({*row["actor"].split(";"), *row["recipient"].split(";")})


def neither_there_nor_gone() -> int:
    """Return how many rows are neither open nor closed."""
    return int((~there()["status"].isin(["open", "closed"])).sum())


def begun() -> list[int]:
    """Return how many presences had begun, how many there are, and how many had not begun."""
    every = record().presences
    return [len(there()), len(every), len(set(every["presence_id"]) - set(there()["presence_id"]))]


def empty_beginning() -> bool:
    """Tell whether the forward post at Ouallam has no known beginning, and a known end."""
    row = record().presences.set_index("presence_id").loc["B04"]
    return row["start"] == "" and row["end"] != ""


def cost() -> float:
    """Return the cost of Air Base 201."""
    base = record().presences.set_index("presence_id").loc["B01", "cost"]
    [dollars] = numbers(re.search(r"about USD (\d+ million)", base)[1])
    return dollars.value


# --- memberships and ties -----------------------------------------------------------------------


def members(body: str, date: str = _DAY) -> set[str]:
    """Return the members of a body on a day."""
    return set(members_at(record(), body, date)["member"])


def founders_before() -> list[float]:
    """Return the whole months from the founding of the AES to its exit, and the founders."""
    who = told().at["T044", "actor"].split(";")
    same = set(who) == set(told().at["T059", "actor"].split(";"))
    return checked(same, whole_months(day("T044"), day("T059"))[0], len(who))


def suspended_and_leaving() -> list[float]:
    """Return how many of the suspended had announced their exit, and how many announced it."""
    rows = members_at(record(), "ECOWAS", _DAY)
    suspended = set(rows.loc[rows["suspended"], "member"])
    announced = set(told().at["T059", "actor"].split(";"))
    return [len(suspended & announced), len(announced)]


def in_both() -> bool:
    """Tell whether Niger is in both bodies."""
    return "NER" in members("ECOWAS") & members("AES")


@cache
def of_six_pairs() -> pd.DataFrame:
    """Return the dyads of six states, from the acts of the record."""
    pairs, six = recorded(), EIGHT[:6]
    return pairs[pairs["source"].isin(six) & pairs["target"].isin(six)]


@cache
def of_six(date: str) -> pd.DataFrame:
    """Return the ties of six states on a day, by the latest act of the record."""
    return ties(of_six_pairs(), at=date)


def behind(date: str = _DAY) -> pd.DataFrame:
    """Return the acts that support the line between Niger and Russia on a day."""
    return told().loc[list(line(of_six(date), "NER", "RUS")["events"])]


def full_lines() -> bool:
    """Tell whether the lines to Russia are certain, by the record."""
    table = of_six(_DAY)
    return (table[(table[["source", "target"]] == "RUS").any(axis=1)]["certainty"] == "CT+").all()


def layers() -> int:
    """Return how many layers the crowded map has."""
    call = code("11").split('"Ties, forces and one alliance"')[1].split("\n\n")[0]
    return len(re.findall(r"\b(?:presences|members|lines)=", call))


# --- movement, and two maps ---------------------------------------------------------------------


def days() -> list[str]:
    """Return the days of the film strip."""
    return written("11", "days")


def third_and_fourth() -> bool:
    """Tell whether the third is the day before the coup, the fourth that of the announcement."""
    third, fourth = (pd.Timestamp(one) for one in days()[2:4])
    return (day("T037") - third).days == 1 and fourth == day("T063")


def ends() -> list[int]:
    """Return the last years of presences and of acts, and that of the first of two last days.

    Between these days two lines of the six states have changed, both of them America's.
    """
    first, last = written("11", "last")
    complete = record().as_of.set_index("table")["complete_to"]
    found = turned_between(of_six_pairs(), first, last)
    named = {tuple(row) for row in found[["source", "target", "before", "after"]].to_numpy()}
    told_so = named == {
        ("MLI", "USA", "hostile", "friendly"),
        ("BFA", "USA", "unknown", "hostile"),
    }
    april = pd.Timestamp(last).month_name() == "April" and complete["timeline"] == last
    return checked(told_so and april, int(complete["presences"][:4]), int(last[:4]), int(first[:4]))


def as_if_nothing() -> bool:
    """Tell whether the line to Niger has turned twice between the two last days, and looks alike."""
    first, last = written("11", "last")
    days_ = turning_points(of_six_pairs(), "NER", "USA", until=last)["day"]
    same = sign(of_six(first), "NER", "USA") == sign(of_six(last), "NER", "USA")
    return same and ((days_ > first) & (days_ <= last)).sum() == 2


def persuading() -> pd.DataFrame:
    """Return the rows of the two maps that persuade: French, and there on the day."""
    rows = there(written("11", "past"))
    return rows[(rows["operator"] == "FRA") & (rows["status"] == "open")]


def left_unsaid() -> list[float]:
    """Return how many French rows are not certain for that day, and how many hosts are covered."""
    rows = there(written("11", "past"))
    unsure = rows[(rows["operator"] == "FRA") & (rows["status"] == "uncertain")]
    return [len(unsure), *covered()]


def smallest() -> list[float]:
    """Return the size of a small mission that was there on the day of the announcement."""
    mission = there().set_index("presence_id").loc["B08"]
    sizes = [int(size) for size in mission["strength"].split("-")]
    return checked(mission["status"] == "open", *sizes)


def ground() -> list[int]:
    """Count the lines of the cell that make the axes, draw the ground and write the note."""
    begun = code("11").index("from realignment.worldmap import add_note, draw")
    lines = code("11")[begun:].split("\n\n")[1].split("\n")
    wanted = ("figure, axes = new_figure(", "draw(axes", "add_note(axes")
    return [sum(text.startswith(start) for text in lines) for start in wanted]


def last_in_mali() -> int:
    """Return the first panel of the strip, from 0, on which no French site in Mali is open."""
    for number, date in enumerate(days()):
        rows = there(date)
        french = rows[(rows["operator"] == "FRA") & (rows["host"] == "MLI")]
        if not french["status"].isin(["open", "uncertain"]).any():
            return number
    raise LookupError("a French site in Mali is open on every day")


def french() -> pd.DataFrame:
    """Return the French sites of the record."""
    return record().presences.query("operator == 'FRA'")


def apart() -> int:
    """Return how many of the areas of question 11.1 are drawn apart."""
    return sum(lesson_11.treatment(name) == "apart" for name in lesson_11.AREAS)


def years_between() -> int:
    """Return the years from the day on which the first host was left to that of the last."""
    ends = bounds_frame(french()["end"])["latest"].groupby(french()["host"]).max()
    return round((ends.max() - ends.min()).days / 365.25)


def last_day() -> list[int]:
    """Return the day and the year on which the three are members of ECOWAS no longer."""
    rows = record().memberships.query("organisation == 'ECOWAS' and status == 'member'")
    [end] = {bounds(one)[0] for one in rows.set_index("member").loc[["BFA", "MLI", "NER"], "end"]}
    return [end.day, end.year]


def day_before_and_day() -> list[int]:
    """Return the last day of the three as members, the day after, and the year."""
    return [last_day()[0] - 1, *last_day()]


def gone() -> list[float]:
    """Return how many members are no longer there the day after, who had announced it before."""
    lost = members("ECOWAS", "2025-01-28") - members("ECOWAS", "2025-01-29")
    announced = set(told().at["T059", "actor"].split(";"))
    return checked(lost == announced and is_of("T059", "January 2024"), len(lost))


def not_covered() -> int:
    """Return how many of the countries of the false caption the record does not cover."""
    return len({"DZA", "LBY", "NGA"} - hosts())


def layers_to_draw() -> int:
    """Return how many layers the solution of question 11.6 draws."""
    text = code("11", "solutions")
    return len(set(re.findall(r"(?<![\w])(draw|no_data|draw_presences)\(axes", text)))


def shown() -> pd.DataFrame:
    """Return the presences that question 11.6 shows as there."""
    return there(lesson_11.MAP_DAY).query("status == 'open'")


def of_the_year(event_id: str, month: str) -> list[float]:
    """Return the day and the year of an act that happened in a month."""
    return checked(is_of(event_id, month), day(event_id).day, day(event_id).year)


def review() -> int:
    """Return how many quick questions the exercise ends with."""
    return len(re.search(r'for letter in "([a-z]+)":\n    ask', code("11", "solutions"))[1])


def review_minutes() -> int:
    """Return the minutes that they take, by the rule of the lessons."""
    return math.ceil(Load(quick_checks=review()).minutes)


FACTS = {
    # borders
    "places": lambda: len(wanted()),
    "found": lambda: len(found()),
    "regions": regions,
    "age": age,
    "recall": recalled,
    # one day
    "presences": lambda: len(record().presences),
    "beginning-empty": lambda: checked(empty_beginning()),
    "neither-there-nor-gone": neither_there_nor_gone,
    "begun": begun,
    "covered": covered,
    "cost": cost,
    # bodies
    "exit-announced": lambda: of_the_year("T059", "January"),
    "founders-before": founders_before,
    "in-both": lambda: checked(in_both()),
    "suspended-and-leaving": suspended_and_leaving,
    "states": lambda: len(members("AES")),
    # ties
    "full-lines": lambda: checked(full_lines()),
    "layers": layers,
    "acts-and-origins": lambda: checked(
        all(sources_by_lineage(behind().iloc[[n]]).independent == 1 for n in range(len(behind()))),
        len(behind()),
        sources_by_lineage(behind()).independent,
    ),
    "behind-two-lines": behind_two_lines,
    "three-in-it": three_in_it,
    # movement
    "third-and-fourth": lambda: checked(third_and_fourth()),
    "days": lambda: len(days()),
    "ends": ends,
    "as-if-nothing": lambda: checked(as_if_nothing()),
    # two maps
    "countries-coloured": lambda: persuading()["host"].nunique(),
    "left-unsaid": left_unsaid,
    "rows": lambda: len(persuading()),
    "smallest": smallest,
    "ground": ground,
    "last-in-mali": lambda: checked(last_in_mali() == 1, pd.Timestamp(days()[1]).year),
    # the exercise
    "areas": lambda: len(lesson_11.AREAS),
    "apart": apart,
    "denounced": lambda: of_the_year("T025", "May"),
    "countries": lambda: french()["host"].nunique(),
    "last-day": last_day,
    "not-covered": not_covered,
    "layers-to-draw": layers_to_draw,
    "acts-by-then": lambda: len(behind(lesson_11.TIE_DAY)),
    "landing": lambda: checked(is_of("T067", "April 2024")),
    "review": review,
    "review-minutes": review_minutes,
    # what the questions say
    "areas_as_drawn asks": lambda: len(lesson_11.AREAS),
    "french_sites_for_certain wrong_selection 4": lambda: french()["host"].nunique(),
    "last_sites_in_order asks": lambda: french()["host"].nunique(),
    "last_sites_in_order why": years_between,
    "members_on_two_days asks": day_before_and_day,
    "members_on_two_days why": gone,
    "flaw_in_a_caption why": covered,
    "draw_presences hint 1": layers_to_draw,
    "draw_presences too_many": covered,
    "own_origins why": lambda: checked(sources_by_lineage(shown()).unknown > 1),
}

NO_FACTS = {
    "way-speaking": "a way of speaking: some of its members",
    "how-much": "how much to write",
    "flaw_in_a_caption hint 2": "an example invented for the rule",
}
