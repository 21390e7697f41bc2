"""The numbers of lesson 08 and its exercise."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pandas as pd
from numerals import numbers
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
    whole_months,
    written,
)

from realignment import agreement
from realignment.questions import lesson_08
from realignment.record import members_at, presences_at
from realignment.spells import change_points
from realignment.ties import RULES, snapshots, tie_spells, ties

_LAST, _KNOWN_TO = "2024-12-31", "2025-12-31"
_FOUNDERS = "T005"


def years(first: pd.Timestamp, last: pd.Timestamp) -> float:
    """Return the years from one day to another."""
    return (last - first).days / 365.25


def span() -> list[int]:
    """Return the first and the last year of the record."""
    found = told()["date"].str.strip("[").str[:4].astype(int)
    return [int(found.min()), int(found.max())]


def thirteen_years() -> int:
    """Return the whole years from the first act of the record to the last."""
    return int(years(day("T001"), day("T093")))


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


def french_and_malian(table: pd.DataFrame) -> pd.DataFrame:
    """Return the acts of a table between France and Mali."""
    two = ["FRA", "MLI"]
    return table[table["actor"].isin(two) & table["recipient"].isin(two)]


def first_hostile(table: pd.DataFrame) -> str:
    """Return the id of the first hostile act of a table."""
    return table[table["sign"] < 0].sort_values("date")["event_id"].iloc[0]


def two_more() -> list[float]:
    """Return how many acts more are found, and the year to which the quarrel moves."""
    few, all_ = french_and_malian(acts()), french_and_malian(spread())
    first = first_hostile(all_)
    signatories = told().at[first, "actor"].split(";")
    moved = is_of(first, "December") and len(signatories) > 2 and "FRA" in signatories
    return checked(moved, len(all_) - len(few), day(first).year)


def silence() -> float:
    """Return the years between the last friendly act of the two and the first hostile one."""
    found = french_and_malian(spread()).set_index("event_id")["sign"]
    last = max(day(name) for name in found.index[found > 0])
    return years(last, day(first_hostile(french_and_malian(spread()))))


def founders() -> int:
    """Return how many states founded the G5 Sahel."""
    return len(told().at[_FOUNDERS, "actor"].split(";"))


def eight() -> list[int]:
    """Return how many states there are, how many of the article, how many founders, and when."""
    article = set(pairs()["source"]) | set(pairs()["target"])
    both = set(told().at[_FOUNDERS, "actor"].split(";"))
    others = set(EIGHT) - article
    ok = others == {"TCD", "MRT"} and others <= both
    return checked(ok, len(EIGHT), len(set(EIGHT) & article), founders(), day(_FOUNDERS).year)


def more_dropped() -> bool:
    """Tell whether more pairs drop out, as one side is no state, than stay."""
    return recorded().attrs["dropped"]["not_a_state"] > len(recorded())


# --- spells and change points -------------------------------------------------------------------


@cache
def lives(rule: str = "latest", cosign: bool = False) -> pd.DataFrame:
    """Return the spells of the eight states' ties under a rule."""
    return tie_spells(recorded(cosign), rule, until=_KNOWN_TO)


def hostile() -> pd.DataFrame:
    """Return the hostile spells, the first first, each with the act that began it."""
    found = lives().query("sign == -1").sort_values("start")
    return found.assign(act=[ids[0] for ids in found["events"]])


def with_france() -> list[float]:
    """Return with how many of the founders France has a hostile spell, and of how many."""
    members = told().at[_FOUNDERS, "actor"].split(";")
    turned = {frozenset(pair) for pair in hostile()[["source", "target"]].to_numpy()}
    return [sum(frozenset(("FRA", one)) in turned for one in members), len(members)]


def turned_from_to() -> list[int]:
    """Return the years of the first and of the last turn, both late in the year."""
    days = pd.to_datetime(hostile()["start"])
    first, last = days.min(), days.max()
    return checked(first.month >= 11 and last.month >= 11, first.year, last.year)


def by_africans() -> list[float]:
    """Return how many turns were acts of African states, and of how many."""
    who = told().loc[hostile()["act"], "actor"]
    African = who.isin(["BFA", "NER", "TCD", "MLI"])
    ended = told().loc[who.index[African], "sign_rule"].eq("eviction").all()
    return checked(set(who[African]) == {"BFA", "NER", "TCD"} and ended, African.sum(), len(who))


def dated_by() -> bool:
    """Tell whether two turns are dated by a statement France signed and by a pause of aid."""
    act = {frozenset((r.source, r.target)): r.act for r in hostile().itertuples()}
    statement = told().loc[act[frozenset(("FRA", "MLI"))]]
    pause = told().loc[act[frozenset(("NER", "USA"))]]
    return (
        "FRA" in statement["actor"]
        and "joint statement" in statement["action"]
        and pause["actor"] == "USA"
        and "paused" in pause["action"]
    )


def points(cosign: bool = False) -> list[pd.Timestamp]:
    """Return the days on which a tie begins or ends."""
    return change_points(lives(cosign=cosign))


def more_than_half() -> list[float]:
    """Return the share of days in a stretch, more than a half, and the years that the stretch takes."""
    late = [one for one in points() if one >= pd.Timestamp("2021-12-01")]
    return [Above(len(late) / len(points()), within=0.25), round(years(late[0], late[-1]))]


def six_days() -> list[str]:
    """Return the days that the lesson draws side by side, all of them change points."""
    days = written("08", "six")
    return days if {pd.Timestamp(one) for one in days} <= set(points()) else []


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


# --- co-signature -------------------------------------------------------------------------------


def made_by(event_id: str) -> int:
    """Return how many ties a common signature makes."""
    found = recorded(cosign=True)
    return int(((found["made_by"] == "cosign") & (found["event_id"] == event_id)).sum())


def signatories(event_id: str) -> int:
    """Return how many states signed."""
    return len(told().at[event_id, "actor"].split(";"))


def charter_again() -> list[int]:
    """Return the ties of the charter, and the years of treaty and force that make them again."""
    same = made_by("T044") == made_by("T072") == made_by("T093")
    others = (recorded(cosign=True)["made_by"] == "cosign").sum() - made_by(_FOUNDERS)
    return checked(
        same and others == 3 * made_by("T044"), made_by("T044"), day("T072").year, day("T093").year
    )


def on_last_day() -> pd.DataFrame:
    """Return the ties with co-signature on the last day of 2024."""
    return ties(recorded(cosign=True), at=_LAST)


def only_signed() -> pd.DataFrame:
    """Return those of them that only a signature made."""
    return on_last_day().query("made_by == 'cosign'")


def left_of_first() -> list[float]:
    """Return how many ties of the first clique are left at the end of 2024."""
    left = [ids for ids in only_signed()["events"] if set(ids) == {_FOUNDERS}]
    row = line(only_signed(), "TCD", "MRT")
    return checked(set(row["events"]) == {_FOUNDERS}, len(left))


# --- memberships and votes ----------------------------------------------------------------------


def until() -> list[float]:
    """Return the year of the exit from ECOWAS; until then the three were suspended members."""
    members = members_at(record(), "ECOWAS", "2025-01-28").set_index("member")
    ends = set(members.loc[["BFA", "MLI", "NER"], "end"])
    suspended = members.loc[["BFA", "MLI", "NER"], "suspended"].all()
    [end] = {pd.Timestamp(one) for one in ends}
    nobody = members_at(record(), "G5S", _LAST).empty
    return checked(suspended and nobody and end.month == 1, end.year)


def one_week() -> int:
    """Return the weeks that ECOWAS gave."""
    return int(numbers(re.search(r"\w+ week", told().at["T040", "action"])[0])[0].value)


@cache
def votes() -> pd.DataFrame:
    """Return the votes: a row for each state, a column for each text."""
    return record().votes.pivot(index="state", columns="resolution", values="vote")


def alike(one: str, other: str) -> tuple[int, int]:
    """Return on how many texts two states voted alike, of those on which both votes are known."""
    rows = votes().loc[[one, other]]
    known = rows.isin(["yes", "no", "abstain"]).all()
    return int((rows.loc[one] == rows.loc[other])[known].sum()), int(known.sum())


def no_on_the_last() -> list[int]:
    """Return the year of the last text, to which the two and Russia said no."""
    last = record().resolutions.sort_values("date").iloc[-1]
    same = set(votes().loc[["NER", "USA", "RUS"], last["resolution"]]) == {"no"}
    when = pd.Timestamp(last["date"])
    return checked(same and when.month_name() == "February", when.year)


def absent() -> int:
    """Return how often Burkina Faso was absent."""
    return int((votes().loc["BFA"] == "absent").sum())


def voted() -> int:
    """Return on how many texts Burkina Faso cast a vote."""
    return int(votes().loc["BFA"].isin(["yes", "no", "abstain"]).sum())


def texts() -> int:
    """Return how many texts there were."""
    return len(record().resolutions)


def before_the_coup() -> list[int]:
    """Return how many votes were cast before the coup in Niger, of how many."""
    return [int((pd.to_datetime(record().resolutions["date"]) < day("T037")).sum()), texts()]


def hostile_since() -> list[float]:
    """Return the year since which Niger and America have a hostile tie."""
    [row] = [
        row for _, row in hostile().iterrows() if {row["source"], row["target"]} == {"NER", "USA"}
    ]
    start = pd.Timestamp(row["start"])
    return checked(start.month_name() == "August", start.year)


# --- windows and rules --------------------------------------------------------------------------


def _window() -> str:
    """Return the lesson's window, in days."""
    return re.search(r'window="(\d+D)"', code("08"))[1]


def window_years() -> int:
    """Return the years of the lesson's window."""
    return round(pd.Timedelta(_window()).days / 365.25)


def window_hides() -> list[float]:
    """Return those years; the line of Mali and Russia goes, though Russian forces are there."""
    narrow = ties(recorded(), at=_LAST, window="1096D")
    there = presences_at(record(), _LAST).query("host == 'MLI' and status == 'open'")
    hidden = (
        sign(narrow, "MLI", "RUS") is None and sign(ties(recorded(), at=_LAST), "MLI", "RUS") == 1
    )
    return checked(hidden and there["operator"].str.startswith("RUS").any(), window_years())


def become_mixed() -> int:
    """Return how many hostile lines become mixed by majority."""
    latest, majority = (ties(recorded(), rule, at=_LAST) for rule in ("latest", "majority"))
    return sum(
        row.sign == -1 and sign(majority, row.source, row.target) == 0
        for row in latest.itertuples()
    )


def friendly_until(rule: str) -> pd.Timestamp:
    """Return the day on which Niger and America cease to be friendly under a rule."""
    found = lives(rule).query("source == 'NER' and target == 'USA' and sign == 1")
    return pd.Timestamp(found["end"].item())


def months_apart() -> list[float]:
    """Return the whole months between those days; the one is the pause, the other the accord."""
    first, second = friendly_until("latest"), friendly_until("majority")
    ok = first == day("T099") and second == day("T063")
    return checked(ok, whole_months(first, second)[0])


# --- the exercise -------------------------------------------------------------------------------


def several_names() -> list[int]:
    """Return how many first acts name several states in a cell, of how many, and in recipients."""
    rows = told().loc[[first_act(pair) for pair in lesson_08.FIRST_ACTS]]
    several = {side: rows[side].str.contains(";") for side in ("actor", "recipient")}
    return [
        int((several["actor"] | several["recipient"]).sum()),
        len(rows),
        int(several["recipient"].sum()),
    ]


def first_act(pair: str) -> str:
    """Return the id of the first act with a sign between two states."""
    two = pair.split("-")
    rows = spread()[spread()["actor"].isin(two) & spread()["recipient"].isin(two)]
    return rows[rows["sign"] != 0].sort_values("date")["event_id"].iloc[0]


@cache
def ten_years() -> pd.DataFrame:
    """Return the spells of question 8.2, by pair and year."""
    found = tie_spells(recorded(cosign=True), "latest", window(), until=_KNOWN_TO)
    names = found["source"] + "-" + found["target"] + " " + found["start"].str[:4]
    return found.set_index(names).loc[list(lesson_08.ENDS)]


def window() -> str:
    """Return the window that question 8.2 gives."""
    return re.search(r'window="(\d+D)"', prose("08", "solutions"))[1]


def window_in_years() -> int:
    """Return it in years."""
    return round(pd.Timedelta(window()).days / 365.25)


def still_open() -> list[float]:
    """Return the years of the window, which are not over for Mali and Russia."""
    return checked(ten_years().at["MLI-RUS 2021", "why"] == "", window_in_years())


def one_act() -> list[float]:
    """Return how many acts stand behind the tie of Chad and Mauritania, and of which year."""
    ids = ten_years().at["MRT-TCD 2014", "events"]
    return [len(ids), day(ids[0]).year]


def ends() -> list[str]:
    """Return the ways in which a tie of question 8.2 ends."""
    return sorted(set(ten_years()["why"]) - {""})


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


def listed_years() -> float:
    """Return the years from the first to the last of the events of question 8.3."""
    days = [day(name) for name in lesson_08.LISTED]
    return years(min(days), max(days))


def nearly_three() -> Below:
    """Return them, a little less than the prose says."""
    return Below(listed_years(), within=0.1)


def kept() -> list[float]:
    """Return how many ties of the alliance are left; Chad and Mauritania keep theirs."""
    alliance = {"BFA", "MLI", "NER"}
    ours = [set(pair) <= alliance for pair in only_signed()[["source", "target"]].to_numpy()]
    return checked(sum(ours) + 1 == len(only_signed()) and left_of_first() == [1], sum(ours))


def fractions() -> dict[str, tuple[int, int]]:
    """Return the votes alike of the pairs of question 8.6."""
    return {pair: alike(*pair.split("-")) for pair in lesson_08.VOTERS}


def denominators() -> list[int]:
    """Return how many fractions there are, and how many denominators."""
    return [len(fractions()), len({of for _, of in fractions().values()})]


def abstained_together() -> int:
    """Return how often Niger and Nigeria abstained on the same text."""
    return int((votes().loc[["NER", "NGA"]] == "abstain").all().sum())


def last_acts() -> list[float]:
    """Return the age, on the last day of 2024, of the last signed act of the two pairs.

    Of Mali and Russia in years, as it is their only one; of Niger and America in months.
    """
    found = recorded()
    found = found[(found["sign"] != 0) & (found["when"] <= _LAST)]
    when = {
        pair: found[found["source"].isin(pair) & found["target"].isin(pair)]["when"]
        for pair in (("MLI", "RUS"), ("NER", "USA"))
    }
    months = [whole_months(days.max(), pd.Timestamp(_LAST))[0] for days in when.values()]
    return checked(len(when[("MLI", "RUS")]) == 1, months[0] / 12, months[1])


def crosses_of_2023() -> list[float]:
    """Return how many turns are of 2023, on more days than one, of how many, and the year."""
    days = pd.to_datetime(hostile()["start"])
    year = days[days.dt.year == 2023]
    return checked(year.nunique() > 1, len(year), len(days), year.dt.year.mode().item())


def first_between_the_camps() -> tuple[str, int]:
    """Return the first state with a friendly line to Russia and a hostile one to France.

    With the number of the panel, from 0.
    """
    for number, table in enumerate(snapshots(recorded(), six_days()).values()):
        for state in EIGHT:
            if sign(table, state, "RUS") == 1 and sign(table, state, "FRA") == -1:
                return state, number
    raise LookupError("no state stands between the two")


def made_by_the_rule() -> list[int]:
    """Return, for the two days of the lesson, the ties that only a signature made, of how many."""
    found = []
    for table in snapshots(recorded(cosign=True), ["2022-03-01", "2024-12-31"]).values():
        found += [int((table["made_by"] == "cosign").sum()), len(table)]
    return found


def at_the_right_edge() -> list[int]:
    """Return on how many texts pairs with a tie have voted alike on each of them, most first."""
    [table] = snapshots(recorded(cosign=True), ["2025-02-24"]).values()
    shares = [alike(row.source, row.target) for row in table.itertuples()]
    return sorted({of for same, of in shares if same == of}, reverse=True)


def seen_there() -> list[int]:
    """Return the years from which the table of presences has Ménaka and Takuba."""
    starts = record().presences.set_index("presence_id")["start"]
    return [int(starts[name][:4]) for name in ("B15", "B16")]


def left_of_the_record() -> list[float]:
    """Return the first year of the acts, and that of the base; the tie is first seen in 2014."""
    base = record().presences.set_index("presence_id").loc["B30"]
    [begun] = lives()[(lives()["source"] == "FRA") & (lives()["target"] == "TCD")]["start"].head(1)
    ok = begun == "2014-08-01" and (base["host"], base["operator"]) == ("TCD", "FRA")
    return checked(ok, int(acts()["date"].min()[:4]), int(base["start"]))


def of_december() -> list[float]:
    """Return the year of the deployment, which is dated by a month; the answer is of the 23rd."""
    ok = told().at["T017", "date"] == "2021-12" and told().at["T018", "date"] == "2021-12-23"
    first = line(lives()[lives()["sign"] == 1], "MLI", "RUS")["start"]
    return checked(ok and first == "2021-12-31", day("T017").year)


def by_luck() -> list[float]:
    """Return κ and the votes alike, of France and Niger, then of Niger and Russia."""
    found = []
    for one, other in (("FRA", "NER"), ("NER", "RUS")):
        both = votes().loc[[one, other]].T
        both = both[both.isin(["yes", "no", "abstain"]).all(axis=1)]
        found += [round(agreement.cohen(both[one], both[other]).value, 2), *alike(one, other)]
    return found


def by_a_day() -> list[float]:
    """Return the window that keeps the line of Mali and Russia, a single day longer."""
    tried = pd.Timedelta(_window()).days
    kept = {
        days: sign(ties(recorded(), at=_LAST, window=f"{days}D"), "MLI", "RUS")
        for days in range(tried - 5, tried + 5)
    }
    least = min(days for days, found in kept.items() if found == 1)
    return checked(least - tried == 1, least)


FACTS = {
    "seen-there": seen_there,
    "left-of-the-record": left_of_the_record,
    "of-december": of_december,
    "by-luck": by_luck,
    "by-a-day": by_a_day,
    "span": span,
    "thirteen-years": thirteen_years,
    # France and Mali
    "sahel": lambda: checked(
        told().at["T002", "recipient"] == "MLI", len(told().at["T006", "recipient"].split(";"))
    ),
    "first-hostile": lambda: checked(
        is_of(first_hostile(french_and_malian(acts())), "February"),
        day(first_hostile(french_and_malian(acts()))).year,
    ),
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
    "pairs-drop": lambda: checked(more_dropped()),
    "rows": lambda: int(re.search(r"\.head\((\d+)\)", code("08"))[1]),
    "crosses": lambda: [
        *with_france(),
        *crosses_of_2023(),
    ],
    "first-between-the-camps": lambda: checked(first_between_the_camps() == ("MLI", 1)),
    "made-by-the-rule": made_by_the_rule,
    "states": lambda: len(EIGHT),
    "at-the-right-edge": at_the_right_edge,
    "turned-from-to": turned_from_to,
    "turns": lambda: len(hostile()),
    "by-africans": by_africans,
    "dated-by": lambda: checked(dated_by()),
    "denounced": lambda: checked(
        is_of("T025", "May") and told().at["T025", "actor"] == "MLI", day("T025").year
    ),
    "more-than-half": more_than_half,
    "days": lambda: len(six_days()),
    "never-tied": lambda: checked(never_tied()),
    "most-known": most_known,
    "alliance-founded": lambda: checked(is_of("T044", "September"), day("T044").year),
    # co-signature
    "signatories-of-the-charter": lambda: signatories("T044"),
    "signatories": lambda: [
        signatories("T044"),
        made_by("T044"),
        founders(),
        day(_FOUNDERS).year,
    ],
    "pairs-of-founders": lambda: [made_by(_FOUNDERS), founders()],
    "charter-again": charter_again,
    "mali-left": lambda: checked(is_of("T026", "May"), day("T026").year),
    "exit-announced": lambda: checked(
        is_of("T048", "December") and told().at["T048", "actor"] == "BFA;NER", day("T048").year
    ),
    "lines": lambda: made_by(_FOUNDERS),
    "left-of-first": left_of_first,
    # memberships and votes
    "until": until,
    "closed-borders": lambda: [
        day("T039").day,
        day("T039").year,
    ],
    "one-week": one_week,
    "lifted": lambda: checked(is_of("T060", "February"), day("T060").year),
    "texts": texts,
    "states-that-vote": lambda: len(votes()),
    "voted": voted,
    "hostile-since": hostile_since,
    "no-on-the-last": no_on_the_last,
    "bloc": lambda: int((votes().loc[["NER", "USA", "RUS"]].iloc[:, -1] == "no").sum()),
    "fraction": lambda: [alike("BFA", "NER")[0], alike("BFA", "NER")[1]],
    "absent": absent,
    "before-the-coup": before_the_coup,
    # windows and rules
    "years-and-rules": lambda: [window_years(), len(RULES)],
    "rules": lambda: len(RULES),
    "panels": lambda: len(RULES) + 1,
    "window-hides": window_hides,
    "become-mixed": become_mixed,
    "window-years": window_years,
    "months-apart": months_apart,
    "turned-between": lambda: checked(
        [pd.Timestamp(one).month_name() for one in hostile()["start"].iloc[[0, -1]]]
        == ["December", "November"],
        *turned_from_to(),
    ),
    "most-names": lambda: acts()["actor"].str.count(";").max() + 1,
    "absences": lambda: len({"absent", "abstain", ""} & set(record().votes["vote"])),
    "several-names": several_names,
    "window-in-years": window_in_years,
    "spells": lambda: len(ten_years()),
    "ran": lambda: int((ten_years()["why"] == "window").sum()),
    "still-open": still_open,
    "events": lambda: checked(
        bullets(prose("08", "solutions"), "in no good order:") == len(lesson_08.LISTED),
        len(lesson_08.LISTED),
    ),
    "all-had-ended": all_had_ended,
    "charter": lambda: [
        day("T044").year,
        signatories("T044"),
    ],
    "pairs-by-founding": lambda: [
        founders(),
        made_by(_FOUNDERS),
        signatories("T044"),
        made_by("T044"),
        *kept(),
    ],
    "share-alike": lambda: 100 * alike("BFA", "NER")[0] / alike("BFA", "NER")[1],
    "votes": lambda: [
        absent(),
        texts(),
        alike("BFA", "NER")[1],
    ],
    "denominators": denominators,
    "abstained-once": lambda: checked(abstained_together() == 1),
    "last-acts": last_acts,
    "visit": lambda: checked("visited" in told().at["T033", "action"], day("T033").year),
    # what the questions say
    "first_act_of_pairs why": lambda: several_names()[:2],
    "ends_of_spells asks": lambda: len(ten_years()),
    "ends_of_spells hint 3": window_in_years,
    "ends_of_spells why": lambda: [
        len(ends()),
        len(set(ends()) - {"window"}),
    ],
    "ends_of_spells window_misjudged": several(one_act, window_in_years),
    "order_of_events asks": lambda: len(lesson_08.LISTED),
    "order_of_events hint 1": lambda: len(lesson_08.LISTED),
    "order_of_events why": several(nearly_three, all_had_ended),
    "ties_of_foundings why": left_of_first,
    "flaw_about_votes hint 2": texts,
    "flaw_about_votes why": lambda: [
        absent(),
        texts(),
        alike("BFA", "NER")[1],
        100 * alike("BFA", "NER")[0],
    ],
    "votes_alike why": lambda: denominators()[1],
}

NO_FACTS = {
    "offered": "choices offered by a prediction",
    "how-much": "how much to write",
}
