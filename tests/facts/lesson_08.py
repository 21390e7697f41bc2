"""The numbers of lesson 08 and its exercise."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pandas as pd
from world import (
    EIGHT,
    Above,
    Below,
    bullets,
    checked,
    code,
    day,
    is_of,
    line,
    pairs,
    prose,
    record,
    recorded,
    several,
    sign,
    told,
    written,
)

from realignment import turning
from realignment.dates import bounds
from realignment.questions import lesson_08, quick
from realignment.record import kinds_of_act
from realignment.spells import change_points
from realignment.ties import RULES, dyads, snapshots, tie_spells, ties
from realignment.turning import turning_points

_LAST, _KNOWN_TO = "2024-12-31", "2026-04-27"
_FOUNDERS = "T005"


def years(first: pd.Timestamp, last: pd.Timestamp) -> float:
    """Return the years from one day to another."""
    return (last - first).days / 365.25


def span() -> list[int]:
    """Return the first and the last year of the record, which ends in April."""
    days = [bounds(date)[0] for date in told()["date"]]
    return checked(max(days).month_name() == "April", min(days).year, max(days).year)


# --- France and Mali ----------------------------------------------------------------------------


@cache
def acts() -> pd.DataFrame:
    """Return the acts of the record."""
    return record().timeline.query("kind == 'event'")


@cache
def spread() -> pd.DataFrame:
    """Return them with one row for each actor and each recipient."""
    found = acts()[["event_id", "date", "actor", "recipient", "sign"]].copy()
    for side in ("actor", "recipient"):
        found[side] = found[side].str.split(";")
        found = found.explode(side)
    return found


def more_hostile() -> bool:
    """Tell whether the record holds more hostile acts than friendly ones, each counted once."""
    counts = kinds_of_act(record().timeline).groupby("sign")["acts"].sum()
    return counts[-1] > counts[1]


def between(table: pd.DataFrame, one: str = "FRA", other: str = "MLI") -> pd.DataFrame:
    """Return the acts of a table between two states."""
    two = [one, other]
    return table[table["actor"].isin(two) & table["recipient"].isin(two)]


def first_hostile(table: pd.DataFrame) -> str:
    """Return the id of the first hostile act of a table."""
    return table[table["sign"] < 0].sort_values("date")["event_id"].iloc[0]


def ambassador() -> list[int]:
    """Return the year of the first hostile act that names one state on each side."""
    first = first_hostile(between(acts()))
    ok = "ambassador" in told().at[first, "action"] and told().at[first, "actor"] == "MLI"
    return checked(ok and is_of(first, "January"), day(first).year)


def two_more() -> list[float]:
    """Return how many acts more are found, and the year to which the quarrel moves."""
    few, all_ = between(acts()), between(spread())
    first = first_hostile(all_)
    signatories = told().at[first, "actor"].split(";")
    moved = is_of(first, "December") and len(signatories) > 2 and "FRA" in signatories
    return checked(moved, len(all_) - len(few), day(first).year)


def silence() -> float:
    """Return the years between the last friendly act of the two and the first hostile one."""
    found = between(spread()).set_index("event_id")["sign"]
    last = max(day(name) for name in found.index[found > 0])
    return years(last, day(first_hostile(between(spread()))))


def founders() -> int:
    """Return how many states founded the G5 Sahel."""
    return len(told().at[_FOUNDERS, "actor"].split(";"))


def eight() -> list[int]:
    """Return how many states there are, and how many are of the article."""
    article = set(pairs()["source"]) | set(pairs()["target"])
    return checked(set(EIGHT) - article == {"TCD", "MRT"}, len(EIGHT), len(set(EIGHT) & article))


# --- spells and change points -------------------------------------------------------------------


@cache
def lives(rule: str = "latest") -> pd.DataFrame:
    """Return the spells of the eight states' ties under a rule."""
    return tie_spells(recorded(), rule, until=_KNOWN_TO)


def crosses() -> list[int]:
    """Return the year with most ends by an act, how many, and those of the year that is next.

    All ends of the first are on lines of the United States.
    """
    ends = (
        lives().query("why == 'contrary act'").assign(year=lambda t: t["end"].str[:4].astype(int))
    )
    counts = ends["year"].value_counts()
    first, second = counts.index[:2]
    american = ends.loc[ends["year"] == first, ["source", "target"]].eq("USA").any(axis=1).all()
    return checked(american, first, counts.iloc[0], counts.iloc[1], second)


def left_of_the_record() -> list[float]:
    """Return the first year of the acts, and that of the base; the tie is first seen in 2014."""
    base = record().presences.set_index("presence_id").loc["B30"]
    [begun] = lives()[(lives()["source"] == "FRA") & (lives()["target"] == "TCD")]["start"].head(1)
    ok = begun == "2014-08-01" and (base["host"], base["operator"]) == ("TCD", "FRA")
    return checked(ok, span()[0], int(base["start"]))


def hostile_to_france() -> pd.DataFrame:
    """Return the hostile spells with France, the first first, each with the act that began it."""
    found = lives().query("sign == -1 and (source == 'FRA' or target == 'FRA')")
    return found.sort_values("start").assign(act=lambda table: [ids[0] for ids in table["events"]])


def with_france() -> list[int]:
    """Return with how many of the founders France has a hostile spell, and of how many."""
    members = told().at[_FOUNDERS, "actor"].split(";")
    turned = set(hostile_to_france()[["source", "target"]].to_numpy().ravel()) - {"FRA"}
    return checked(turned <= set(members), len(turned), len(members))


def by_africans() -> list[float]:
    """Return how many turns were acts of African states, and of how many."""
    who = told().loc[hostile_to_france()["act"], "actor"]
    African = who.isin(["BFA", "NER", "TCD", "MLI"])
    ended = told().loc[who.index[African], "sign_rule"].eq("eviction").all()
    return checked(set(who[African]) == {"BFA", "NER", "TCD"} and ended, African.sum(), len(who))


def dated_by() -> bool:
    """Tell whether the turn of France and Mali is dated by a statement that France signed."""
    statement = told().loc[line(hostile_to_france(), "FRA", "MLI")["act"]]
    return "FRA" in statement["actor"] and "joint statement" in statement["action"]


def turned_between() -> list[int]:
    """Return the years of the first and of the last turn with France."""
    days = pd.to_datetime(hostile_to_france()["start"])
    first, last = days.min(), days.max()
    ok = (first.month_name(), last.month_name()) == ("December", "November")
    return checked(ok and len(set(days)) == len(days), first.year, last.year)


def points() -> list[pd.Timestamp]:
    """Return the days on which a tie begins or ends."""
    return change_points(lives())


def six_days() -> list[str]:
    """Return the days that the lesson draws side by side; two of them are last days."""
    days = written("08", "six")
    return days if {_LAST, _KNOWN_TO} < set(days) else []


def points_drawn() -> int:
    """Return how many of these days are change points: all but the two last days."""
    drawn = {pd.Timestamp(one) for one in six_days()}
    ends = {pd.Timestamp(_LAST), pd.Timestamp(_KNOWN_TO)}
    return checked(drawn & set(points()) == drawn - ends, len(drawn - ends))[0]


def most_known() -> list[int]:
    """Return how many pairs eight states make, and the most that are known on any day."""
    tables = snapshots(recorded(), points()).values()
    return [len(list(combinations(EIGHT, 2))), max(len(table) for table in tables)]


def never_tied() -> bool:
    """Tell whether America, France and Russia have no tie with one another on those days."""
    great = ("USA", "FRA", "RUS")
    return all(
        sign(table, one, other) is None
        for table in snapshots(recorded(), six_days()).values()
        for one, other in combinations(great, 2)
    )


def first_between_the_camps() -> tuple[str, int]:
    """Return the first state with a friendly line to Russia and a hostile one to France.

    With the number of the panel, from 0.
    """
    for number, table in enumerate(snapshots(recorded(), six_days()).values()):
        for state in EIGHT:
            if sign(table, state, "RUS") == 1 and sign(table, state, "FRA") == -1:
                return state, number
    raise LookupError("no state stands between the two")


# --- what turned back ---------------------------------------------------------------------------


def turns(one: str, other: str, rule: str = "latest") -> pd.DataFrame:
    """Return the turns of a pair after the day on which it is first known."""
    return turning_points(recorded(), one, other, rule, until=_KNOWN_TO).iloc[1:]


def last_panels() -> int:
    """Return in how many of the last days drawn the line of the article's pair has turned."""
    drawn = [sign(t, "NER", "USA") for t in snapshots(recorded(), six_days()).values()]
    same = [n for n, pair in enumerate(zip(drawn, drawn[1:], strict=False)) if len(set(pair)) == 1]
    return len(drawn) - max(same) - 1


def back_in() -> list[int]:
    """Return the years in which Niger and America turn friendly again, and hostile again."""
    days = pd.to_datetime(turns("NER", "USA")["day"])[-2:]
    came = (
        "received at the State Department"
        in told().at[turns("NER", "USA")["events"].iloc[-2][0], "action"]
    )
    went = "barred the entry" in told().at[turns("NER", "USA")["events"].iloc[-1][0], "action"]
    ok = [one.month_name() for one in days] == ["April", "December"] and came and went
    before = turns("NER", "USA", "majority").set_index("after")["before"]["friendly"]
    return checked(ok and before == "mixed", *(one.year for one in days))


def suspended() -> int:
    """Return the year in which France suspended its joint operations with Mali's army."""
    note = told().at["T018", "note"]
    return int(re.search(r"suspended its joint operations .+? on 3 June (\d{4})", note)[1])


def persons() -> list[int]:
    """Return the year until which sanctions on persons alone make Mali and America hostile."""
    when = pd.to_datetime(turns("MLI", "USA")["day"]).iloc[0]
    before = turning_points(recorded(), "MLI", "USA", until=_KNOWN_TO).iloc[0]
    alone = before["events"] == ("T132",) and "persons" in told().at["T132", "note"]
    barred = "nationals of some forty states" in told().at["T171", "note"]
    return checked(alone and barred and when.month_name() == "July", when.year)


def two_last_days() -> pd.DataFrame:
    """Return what stands otherwise on the last day of the record than at the end of 2024."""
    return turning.turned_between(recorded(), _LAST, _KNOWN_TO)


def known_or_turned() -> bool:
    """Tell whether one line has become known and one has turned, and ours twice in between."""
    found = two_last_days()
    days = turns("NER", "USA")["day"]
    twice = ((days > _LAST) & (days <= _KNOWN_TO)).sum() == 2
    pairs_ = set(zip(found["source"], found["target"], strict=True))
    return (
        twice
        and ("NER", "USA") not in pairs_
        and sorted(found["before"])
        == [
            "hostile",
            "unknown",
        ]
    )


def mixed_since() -> list[int]:
    """Return the year since which the line is mixed if both signs are kept."""
    [row] = turns("NER", "USA", "both").itertuples()
    when = pd.Timestamp(row.day)
    return checked(row.after == "mixed" and when.month_name() == "August", when.year)


# --- windows and counts -------------------------------------------------------------------------


def last_acts(one: str, other: str) -> pd.DataFrame:
    """Return the signed acts of a pair up to the last day of 2024, the last one last."""
    found = recorded()
    found = found[(found["sign"] != 0) & (found["when"] <= _LAST)]
    both = [one, other]
    return found[found["source"].isin(both) & found["target"].isin(both)].sort_values("when")


def ages() -> list[float]:
    """Return the days since the last act of France with Mali, and the years with Mauritania."""
    days = [
        (pd.Timestamp(_LAST) - last_acts("FRA", other)["when"].iloc[-1]).days
        for other in ("MLI", "MRT")
    ]
    return [days[0], Above(days[1] / 365.25, within=1)]


def hidden() -> bool:
    """Tell whether the lesson's window hides just France's lines with Mali and Mauritania."""
    window = re.search(r'window="(\d+D)"', code("08"))[1]
    wide, narrow = (ties(recorded(), at=_LAST, window=one) for one in (None, window))
    made = [set(zip(t["source"], t["target"], strict=True)) for t in (wide, narrow)]
    return made[0] - made[1] == {("FRA", "MLI"), ("FRA", "MRT")}


def one_act() -> list[int]:
    """Return the year of the only act behind the line of France and Mauritania."""
    found = last_acts("FRA", "MRT")
    return checked(len(found) == 1 and hidden(), found["when"].iloc[0].year)


def last_with_mali() -> list[int]:
    """Return the year of the last act of France and Mali before the end of 2024."""
    when = last_acts("FRA", "MLI")["when"].iloc[-1]
    return checked(when.month_name() == "May", when.year)


def next_with_mali() -> list[int]:
    """Return the year of the next acts of the two, all of them hostile."""
    later = recorded()
    later = later[(later["sign"] != 0) & (later["when"] > _LAST)]
    later = later[later["source"].isin(["FRA", "MLI"]) & later["target"].isin(["FRA", "MLI"])]
    months = set(later["when"].dt.month_name())
    return checked(
        (later["sign"] == -1).all() and months == {"September"}, later["when"].dt.year.mode().item()
    )


def pau() -> list[int]:
    """Return the year of the declaration that both France and Mauritania signed."""
    signed = told().at["T118", "actor"].split(";")
    return checked({"FRA", "MRT"} <= set(signed), day("T118").year)


def seen_there() -> list[int]:
    """Return the year from which the table of presences has French soldiers at Ménaka."""
    post = record().presences.set_index("presence_id").loc["B15"]
    ok = (post["host"], post["operator"]) == ("MLI", "FRA") and "naka" in post["place"]
    return checked(ok, int(post["start"][:4]))


def chad_by_majority() -> bool:
    """Tell whether the line of France and Chad is friendly by majority, two acts to one."""
    row = line(ties(recorded(), "majority", at=_LAST), "FRA", "TCD")
    return (row["friendly"], row["hostile"], row["sign"]) == (2, 1, 1)


def with_the_accords() -> pd.Series:
    """Return the line of France and Niger by majority if the accords are added."""
    longer = dyads(pd.concat([acts(), record().accords]), record().actors)
    return line(ties(longer, "majority", at=_KNOWN_TO), "FRA", "NER")


# --- the exercise -------------------------------------------------------------------------------


def several_names() -> list[int]:
    """Return how many first acts name several states in a cell, of how many, and in recipients."""
    rows = told().loc[[first_act(pair) for pair in lesson_08.FIRST_ACTS]]
    listed = {side: rows[side].str.contains(";") for side in ("actor", "recipient")}
    return [
        int((listed["actor"] | listed["recipient"]).sum()),
        len(rows),
        int(listed["recipient"].sum()),
    ]


def first_act(pair: str) -> str:
    """Return the id of the first act with a sign between two states."""
    rows = between(spread(), *pair.split("-"))
    return rows[rows["sign"] != 0].sort_values("date")["event_id"].iloc[0]


@cache
def five_years() -> pd.DataFrame:
    """Return the spells of question 8.2, by pair and year."""
    found = tie_spells(recorded(), "latest", window(), until=_KNOWN_TO)
    names = found["source"] + "-" + found["target"] + " " + found["start"].str[:4]
    return found.set_index(names).loc[list(lesson_08.ENDS)]


def window() -> str:
    """Return the window that question 8.2 gives."""
    return re.search(r'window="(\d+D)"', prose("08", "solutions"))[1]


def window_in_years() -> int:
    """Return it in years."""
    return round(pd.Timedelta(window()).days / 365.25)


def ended(why: str) -> int:
    """Return how many of the spells of question 8.2 ended in one way; open ones have none."""
    return int((five_years()["why"] == why).sum())


def too_early() -> int:
    """Return the weeks from the close of the window to the act by which Chad ended its accord."""
    return (day("T079") - pd.Timestamp(five_years().at["FRA-TCD 2019", "end"])).days // 7


def all_had_ended() -> int:
    """Return how many signatories of the charter had ended their accords with France by then."""
    ended = {"MLI": "T025", "BFA": "T031", "NER": "T041"}
    return sum(
        told().at[ended[one], "sign_rule"] == "eviction"
        and told().at[ended[one], "recipient"] == "FRA"
        and told().at[ended[one], "actor"] == one
        and day(ended[one]) < day("T044")
        for one in told().at["T044", "actor"].split(";")
    )


def nearly_three() -> Below:
    """Return the years from the first to the last event of question 8.3: a little less."""
    days = [day(name) for name in lesson_08.LISTED]
    return Below(years(min(days), max(days)), within=0.1)


def months_of_turns() -> Below:
    """Return the months within which the line of Mali and America turned, a little less."""
    days = pd.to_datetime(turns("MLI", "USA")["day"])
    return Below(12 * years(days.min(), days.max()), within=1)


def line_of_accords() -> int:
    """Return how many accords of France and Niger are one line: T109, and those that carry it on."""
    return len(record().accords) + int("T109" in told().index)


def days_of_a_visit() -> int:
    """Return the days of the visit by which the line turned first."""
    [event] = turns("MLI", "USA")["events"].iloc[0]
    first, last = bounds(told().at[event, "date"])
    return (last - first).days + 1


FACTS = {
    "span": span,
    "recall": lambda: sum(question.again[0] < 8 for question in quick.of_lesson(8)),
    "rules": lambda: len(RULES),
    "more-hostile": lambda: checked(more_hostile()),
    # France and Mali
    "first-hostile": ambassador,
    "founders": founders,
    "row": lambda: int((acts()["event_id"] == _FOUNDERS).sum()),
    "rows-of-founding": lambda: [
        int((spread()["event_id"] == _FOUNDERS).sum()),
        spread().query("event_id == @_FOUNDERS")["actor"].value_counts().max(),
    ],
    "two-more": two_more,
    "years": lambda: Above(silence(), within=1),
    "silence": lambda: int(silence()),
    # spells
    "eight": eight,
    "pairs-drop": lambda: checked(recorded().attrs["dropped"]["not_a_state"] > len(recorded())),
    "crosses": crosses,
    "left-of-the-record": left_of_the_record,
    "with-france": with_france,
    "by-africans": by_africans,
    "dated-by": lambda: checked(dated_by()),
    "denounced": lambda: checked(
        is_of("T025", "May") and told().at["T025", "actor"] == "MLI", day("T025").year
    ),
    "days": lambda: len(six_days()),
    "points-drawn": points_drawn,
    "end-drawn": lambda: checked(known_or_turned(), int(_LAST[:4])),
    "suspended": suspended,
    "persons": persons,
    "first-between-the-camps": lambda: checked(first_between_the_camps() == ("MLI", 1)),
    "never-tied": lambda: checked(never_tied()),
    "most-known": most_known,
    # what turned back
    "last-panels": last_panels,
    "turns": lambda: len(turns("NER", "USA")),
    "back-in": back_in,
    "barred": lambda: len(told().at["T171", "recipient"].split(";")),
    "mixed-since": mixed_since,
    "mali-as-often": lambda: checked(len(turns("MLI", "USA")) == len(turns("NER", "USA"))),
    # windows and counts
    "panels": lambda: len(RULES) + 1,
    "one-act": one_act,
    "last-with-mali": last_with_mali,
    "days-ago": lambda: ages()[0],
    "next-with-mali": next_with_mali,
    "pau": pau,
    "seen-there": seen_there,
    "chad-by-majority": lambda: checked(chad_by_majority()),
    "accords": lambda: len(record().accords),
    "five-to-four": lambda: [with_the_accords()["friendly"], with_the_accords()["hostile"]],
    "turned-between": turned_between,
    # the exercise
    "states": lambda: len(EIGHT),
    "several-names": several_names,
    "window-in-years": window_in_years,
    "spells": lambda: len(five_years()),
    "ran": lambda: ended("window"),
    "too-early": too_early,
    "by-an-act": lambda: ended("contrary act"),
    "still-open": lambda: ended(""),
    "events": lambda: checked(
        bullets(prose("08", "solutions"), "in no good order:") == len(lesson_08.LISTED),
        len(lesson_08.LISTED),
    ),
    "all-had-ended": all_had_ended,
    "turns-of-mali": lambda: len(turns("MLI", "USA")),
    "months-of-turns": months_of_turns,
    "days-of-a-visit": days_of_a_visit,
    "ages": ages,
    "accord-of-chad": lambda: checked(told().at["T117", "recipient"] == "TCD", day("T117").year),
    "line-of-accords": line_of_accords,
    # what the questions say
    "first_act_of_pairs why": lambda: several_names()[:2],
    "ends_of_spells asks": lambda: len(five_years()),
    "ends_of_spells hint 2": window_in_years,
    "ends_of_spells window_as_act 2": window_in_years,
    "ends_of_spells window_misjudged": window_in_years,
    "order_of_events asks": lambda: len(lesson_08.LISTED),
    "order_of_events hint 1": lambda: len(lesson_08.LISTED),
    "order_of_events why": several(nearly_three, all_had_ended),
    "days_of_turns why": lambda: len(turns("MLI", "USA")),
    "own_act_that_turns asks": lambda: len(EIGHT),
    "hide_one_keep_one hint 1": lambda: len({lesson_08.LOST, *lesson_08.KEPT}),
    "three_ways_to_count asks": lambda: len(lesson_08.WAYS),
    "three_ways_to_count same_act_twice": line_of_accords,
    "three_ways_to_count same_act_twice 2": line_of_accords,
    "own_lost_ties wrong_selection": lambda: len(EIGHT),
}

NO_FACTS = {
    "how-much": "how much to write",
}
