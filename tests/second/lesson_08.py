"""Answers to the questions of exercise 08, written from lesson and exercise of the second edition.

All of them are about the record, so a function here takes the case and looks at the record.
"""

import functools
from datetime import date
from typing import Any

import pandas as pd

from realignment.record import Record, load_record
from realignment.ties import dyads, tie_spells, ties
from realignment.turning import turning_points

Case = Any
EIGHT = ["USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT"]
PAIRS = ["NER-UKR", "MLI-UKR", "BFA-DZA", "DZA-MLI", "DEU-MLI", "FRA-TCD"]
SPELLS = ["FRA-MLI 2013", "FRA-TCD 2019", "NER-USA 2019", "MLI-RUS 2019", "FRA-MRT 2014"]
SIX = ["T044", "T018", "T079", "T031", "T041", "T099"]
LAST = "2024-12-31"


@functools.cache
def _record() -> Record:
    return load_record()


def _acts() -> pd.DataFrame:
    timeline = _record().timeline
    return timeline[timeline["kind"] == "event"]


def _every() -> pd.DataFrame:
    return dyads(_acts(), _record().actors)


def _pairs() -> pd.DataFrame:
    every = _every()
    return every[every["source"].isin(EIGHT) & every["target"].isin(EIGHT)]


# ---- 8.1 ------------------------------------------------------------------------------------


def _spread(*sides: str) -> pd.DataFrame:
    spread = _acts()[["event_id", "date", "actor", "recipient", "sign"]].copy()
    for side in sides:
        spread[side] = spread[side].str.split(";")
        spread = spread.explode(side)
    return spread


def _first(
    *sides: str, keep: str = "signed", which: str = "min", one_way: bool = False
) -> dict[str, Any]:
    spread = _spread(*sides)
    if keep == "signed":
        spread = spread[spread["sign"] != 0]
    elif keep != "all":
        spread = spread[spread["sign"] == int(keep)]
    found = {}
    for pair in PAIRS:
        one, other = pair.split("-")
        here = spread[(spread["actor"] == one) & (spread["recipient"] == other)]
        if not one_way:
            there = spread[(spread["actor"] == other) & (spread["recipient"] == one)]
            here = pd.concat([here, there])
        found[pair] = getattr(here["date"], which)() if len(here) else None
    return found


def _first_timestamps() -> dict[str, pd.Timestamp]:
    every = _every()
    every = every[every["sign"] != 0]
    found = {}
    for pair in PAIRS:
        both = every[every["source"].isin(pair.split("-")) & every["target"].isin(pair.split("-"))]
        found[pair] = both["when"].min()
    return found


def _by_groups() -> pd.Series:
    every = _every()
    every = every[every["sign"] != 0].copy()
    ends = every[["source", "target"]].apply(sorted, axis=1, result_type="expand")
    every["pair"] = ends[0] + "-" + ends[1]
    return every[every["pair"].isin(PAIRS)].groupby("pair")["when"].min()


def _contains() -> dict[str, str]:
    """Find the first row whose two cells hold the names, in whatever place of a longer text."""
    acts = _acts()
    cells = acts["actor"] + " " + acts["recipient"]
    found = {}
    for pair in PAIRS:
        one, other = pair.split("-")
        rows = acts[cells.str.contains(one) & cells.str.contains(other) & (acts["sign"] != 0)]
        found[pair] = rows["date"].min()
    return found


def _ids() -> dict[str, str]:
    spread = _spread("actor", "recipient")
    spread = spread[spread["sign"] != 0].sort_values("date")
    found = {}
    for pair in PAIRS:
        two = pair.split("-")
        both = spread[spread["actor"].isin(two) & spread["recipient"].isin(two)]
        found[pair] = both["event_id"].iloc[0]
    return found


# ---- 8.2 ------------------------------------------------------------------------------------


def _reasons(window: str | None = "1827D", empty: Any = "open", until: str = "2026-04-27") -> Any:
    spells = tie_spells(_pairs(), "latest", until=until, window=window)
    names = spells["source"] + "-" + spells["target"] + " " + spells["start"].str[:4]
    found = dict(zip(names, spells["why"].replace("", empty), strict=True))
    return {name: found.get(name) for name in SPELLS}


def _reasons_by_pair(which: int) -> dict[str, str]:
    """Take the first or last spell of the pair, whatever the year in which it begins."""
    spells = tie_spells(_pairs(), "latest", until="2026-04-27", window="1827D")
    found = {}
    for name in SPELLS:
        one, other = name.split()[0].split("-")
        rows = spells[(spells["source"] == one) & (spells["target"] == other)]
        found[name] = rows["why"].replace("", "open").iloc[which]
    return found


# ---- 8.4 ------------------------------------------------------------------------------------


def _turns(one: str = "MLI", other: str = "USA", **how: Any) -> list[str]:
    days = turning_points(_pairs(), one, other, until="2026-04-27", **how)["day"]
    return [str(day)[:10] for day in days]


def _named(days: list[Any]) -> dict[str, Any]:
    return dict(zip(["first friendly", "hostile again", "friendly again"], days, strict=False))


def _friendly_acts() -> dict[str, str]:
    """Take each act with a sign, in order, as if each turned the line."""
    pairs = _pairs()
    two = ["MLI", "USA"]
    acts = pairs[pairs["source"].isin(two) & pairs["target"].isin(two)].sort_values("when")
    return _named([str(day)[:10] for day in acts["when"]][1:4])


# ---- 8.6 and 8.7 ----------------------------------------------------------------------------


def _shown(rule: str = "latest", window: str | None = None, at: str = LAST) -> pd.DataFrame:
    return ties(_pairs(), rule, at=at, window=window)


def _ends(table: pd.DataFrame) -> set[tuple[str, str]]:
    return set(zip(table["source"], table["target"], strict=True))


def _lost(rule: str, window: str) -> int:
    return len(_ends(_shown()) - _ends(_shown(rule, window)))


# ---- 8.8 ------------------------------------------------------------------------------------

WORDS = {1: "friendly", -1: "hostile", 0: "mixed"}


def _count(more: pd.DataFrame | None = None, at: str = "2025-12-31", rule: str = "majority") -> str:
    table = _acts() if more is None else pd.concat([_acts(), more])
    made = ties(dyads(table, _record().actors), rule, at=at).set_index(["source", "target"])["sign"]
    return WORDS[int(made[("FRA", "NER")])]


def _one_by_the_last(at: str = "2025-12-31") -> str:
    last = _record().accords.sort_values("date").iloc[[-1]]
    table = pd.concat([_acts()[_acts()["event_id"] != "T109"], last])
    made = ties(dyads(table, _record().actors), "majority", at=at)
    return WORDS[int(made.set_index(["source", "target"])["sign"][("FRA", "NER")])]


def _counted(at: str = "2025-12-31", rule: str = "majority") -> dict[str, str]:
    return {
        "as it is": _count(at=at, rule=rule),
        "each one": _count(_record().accords, at, rule),
        "renewals as one": _one_by_the_last(at) if rule == "majority" else _count(at=at, rule=rule),
    }


def _last_added() -> dict[str, str]:
    """T109 kept beside the last of the accords, so two of the four count."""
    return {
        "as it is": _count(),
        "each one": _count(_record().accords),
        "renewals as one": _count(_record().accords.iloc[[-1]]),
    }


RIGHT_REASONS = {
    "FRA-MLI 2013": "window",
    "FRA-TCD 2019": "window",
    "NER-USA 2019": "contrary act",
    "MLI-RUS 2019": "open",
    "FRA-MRT 2014": "window",
}
RIGHT_FIRST = {
    "NER-UKR": "2024-08-06",
    "MLI-UKR": "2024-08-04",
    "BFA-DZA": "2025-04-06",
    "DZA-MLI": "2024-01-25",
    "DEU-MLI": "2021-12-23",
    "FRA-TCD": "2014-08-01",
}
RIGHT_ORDER = ["T018", "T031", "T041", "T099", "T044", "T079"]

ANSWERS: list[tuple[str, str, Any, str]] = [
    # 8.1
    ("8.1", "right", RIGHT_FIRST, "the dict as shown"),
    ("8.1", "right", lambda case: _first("actor", "recipient"), "both sides taken apart, by code"),
    ("8.1", "right", lambda case: _first_timestamps(), "timestamps from the pairs"),
    ("8.1", "right", lambda case: _by_groups(), "a groupby over the pairs, a Series of days"),
    (
        "8.1",
        "right",
        {
            "NER-UKR": "6 August 2024",
            "MLI-UKR": "4 August 2024",
            "BFA-DZA": "6 April 2025",
            "DZA-MLI": "25 January 2024",
            "DEU-MLI": "23 December 2021",
            "FRA-TCD": "1 August 2014",
        },
        "days written out",
    ),
    (
        "8.1",
        "right",
        {
            "NER-UKR": "6 août 2024",
            "MLI-UKR": "4 août 2024",
            "BFA-DZA": "6 avril 2025",
            "DZA-MLI": "25 janvier 2024",
            "DEU-MLI": "23 décembre 2021",
            "FRA-TCD": "1er août 2014",
        },
        "days written out in French",
    ),
    (
        "8.1",
        "right",
        lambda case: {k: date.fromisoformat(v) for k, v in RIGHT_FIRST.items()},
        "dates of Python",
    ),
    (
        "8.1",
        "right",
        lambda case: pd.DataFrame({"pair": list(RIGHT_FIRST), "date": list(RIGHT_FIRST.values())}),
        "a table of pair and date",
    ),
    (
        "8.1",
        "wrong",
        lambda case: _first("actor"),
        "the recipients not taken apart: France and Chad begin in 2019, Algeria in January 2024",
    ),
    (
        "8.1",
        "unreadable",
        lambda case: _first("recipient"),
        "the actors not taken apart, so two pairs have no day at all: None",
    ),
    (
        "8.1",
        "wrong",
        lambda case: _contains(),
        "rows that name both in any cell, so Germany and Mali from what both signed in 2020",
    ),
    (
        "8.1",
        "wrong",
        lambda case: _first("actor", "recipient", which="max", keep="all"),
        "the last act instead of the first, as text sorts it, with a sign or without",
    ),
    (
        "8.1",
        "wrong",
        lambda case: _first("actor", "recipient", which="max"),
        "the last act with a sign instead of the first, as text sorts it",
    ),
    (
        "8.1",
        "wrong",
        lambda case: _first("actor", "recipient", one_way=True),
        "only what the first state of the pair does to the second",
    ),
    (
        "8.1",
        "wrong",
        lambda case: _first("actor", "recipient", keep="-1"),
        "the first hostile act, so Chad's denunciation for France and Chad",
    ),
    (
        "8.1",
        "wrong",
        RIGHT_FIRST | {"DZA-MLI": "2025-04-06"},
        "the row of April 2025 that names Burkina Faso, Mali and Niger taken as the first",
    ),
    (
        "8.1",
        "wrong",
        RIGHT_FIRST | {"MLI-UKR": "2024-08-06"},
        "Niger's day taken for Mali's",
    ),
    (
        "8.1",
        "wrong",
        RIGHT_FIRST | {"DEU-MLI": "2022-01-31"},
        "the first act after the joint statement taken instead of the statement",
    ),
    ("8.1", "unreadable", lambda case: _ids(), "the ids of the acts instead of their days"),
    (
        "8.1",
        "wrong",
        RIGHT_FIRST | {"FRA-TCD": "2014"},
        "only the year for France and Chad, where a day was asked",
    ),
    ("8.1", "unreadable", {"NER-UKR": "2024-08-06"}, "only the one that was given"),
    # 8.2
    ("8.2", "right", RIGHT_REASONS, "the dict as shown"),
    ("8.2", "right", lambda case: _reasons(), "from the table of spells, the empty one as open"),
    (
        "8.2",
        "right",
        lambda case: _reasons(empty=""),
        "from the table of spells, the open one left empty as it stands there",
    ),
    ("8.2", "right", lambda case: pd.Series(_reasons()), "a Series by spell"),
    (
        "8.2",
        "right",
        {k: v.upper() for k, v in RIGHT_REASONS.items()},
        "in capitals",
    ),
    (
        "8.2",
        "right",
        lambda case: pd.DataFrame({"spell": SPELLS, "why": list(_reasons().values())}),
        "a table of spell and reason",
    ),
    (
        "8.2",
        "defensible",
        RIGHT_REASONS | {"MLI-RUS 2019": "still open"},
        "still open instead of open",
    ),
    (
        "8.2",
        "wrong",
        lambda case: (
            {
                k: v or "open"
                for k, v in _reasons(window=None, empty="open").items()
                if v is not None
            }
            | {"FRA-TCD 2019": "contrary act", "NER-USA 2019": "contrary act"}
        ),
        "no window: the friendly spells end by the contrary act that comes later",
    ),
    (
        "8.2",
        "wrong",
        RIGHT_REASONS | {"FRA-TCD 2019": "contrary act"},
        "the denunciation of November 2024 taken for the end, though the window ends it before",
    ),
    (
        "8.2",
        "wrong",
        RIGHT_REASONS | {"FRA-MLI 2013": "contrary act"},
        "the condemnation of 2021 taken for the end, though the window ended it in 2019",
    ),
    (
        "8.2",
        "wrong",
        RIGHT_REASONS | {"FRA-MRT 2014": "open"},
        "no act against it, so open, the window forgotten",
    ),
    (
        "8.2",
        "wrong",
        lambda case: dict.fromkeys(SPELLS, "window"),
        "all by the window",
    ),
    (
        "8.2",
        "wrong",
        RIGHT_REASONS | {"FRA-TCD 2019": "exit"},
        "the end of the accord taken for an exit",
    ),
    (
        "8.2",
        "wrong",
        RIGHT_REASONS | {"NER-USA 2019": "window"},
        "Niger and the United States: the window instead of the pause of August 2023",
    ),
    (
        "8.2",
        "wrong",
        lambda case: _reasons_by_pair(-1),
        "the last spell of each pair, so open wherever something still holds",
    ),
    (
        "8.2",
        "wrong",
        lambda case: _reasons_by_pair(0),
        "the first spell of each pair, so Niger and the United States by the window",
    ),
    (
        "8.2",
        "wrong",
        RIGHT_REASONS | {"MLI-RUS 2019": "window"},
        "the agreement of 2019 is over five years old, though other acts have renewed it",
    ),
    (
        "8.2",
        "unreadable",
        RIGHT_REASONS | {"FRA-MLI 2013": "they quarrelled"},
        "a reason of one's own words",
    ),
    (
        "8.2",
        "unreadable",
        {k: v for k, v in RIGHT_REASONS.items() if k != "FRA-MRT 2014"},
        "one spell is missing",
    ),
    # 8.3
    ("8.3", "right", RIGHT_ORDER, "a list"),
    ("8.3", "right", "T018, T031, T041, T099, T044, T079", "one text with commas"),
    ("8.3", "right", "T018 < T031 < T041 < T099 < T044 < T079", "one text with signs"),
    (
        "8.3",
        "right",
        lambda case: _acts()[_acts()["event_id"].isin(SIX)].sort_values("date")["event_id"],
        "a Series, sorted by date",
    ),
    (
        "8.3",
        "right",
        lambda case: _acts()[_acts()["event_id"].isin(SIX)].sort_values("date")[
            ["event_id", "date"]
        ],
        "a table, sorted by date",
    ),
    (
        "8.3",
        "right",
        lambda case: (
            _acts()[_acts()["event_id"].isin(SIX)].set_index("event_id")["date"].sort_values()
        ),
        "a Series of days with the ids as index, sorted by day",
    ),
    ("8.3", "right", tuple(x.lower() for x in RIGHT_ORDER), "a tuple in small letters"),
    ("8.3", "wrong", sorted(SIX), "sorted by the id"),
    ("8.3", "wrong", RIGHT_ORDER[::-1], "from the latest to the first"),
    ("8.3", "wrong", SIX, "as they are listed"),
    (
        "8.3",
        "wrong",
        ["T018", "T031", "T099", "T041", "T044", "T079"],
        "the pause of 4 August before the revocation of 3 August",
    ),
    (
        "8.3",
        "wrong",
        ["T018", "T031", "T044", "T041", "T099", "T079"],
        "the charter before what came in August 2023",
    ),
    (
        "8.3",
        "wrong",
        ["T031", "T018", "T041", "T099", "T044", "T079"],
        "Burkina Faso before the joint statement of 2021",
    ),
    (
        "8.3",
        "wrong",
        lambda case: (
            _acts()[_acts()["event_id"].isin(SIX)].sort_values("action")["event_id"].tolist()
        ),
        "sorted by the words of the action",
    ),
    (
        "8.3",
        "wrong",
        lambda case: (
            _acts()[_acts()["event_id"].isin(SIX)]
            .sort_values("date", ascending=False)["event_id"]
            .tolist()
        ),
        "sorted by date with ascending=False",
    ),
    ("8.3", "wrong", ["T018", "T041", "T031", "T099", "T044", "T079"], "Niger before Burkina Faso"),
    ("8.3", "unreadable", ["T018", "T031", "T041", "T099", "T044"], "Chad is missing"),
    ("8.3", "unreadable", [2, 4, 5, 6, 1, 3], "numbers instead of ids"),
    # 8.4
    (
        "8.4",
        "right",
        {
            "first friendly": "2025-07-10",
            "hostile again": "2025-12-16",
            "friendly again": "2026-02-02",
        },
        "the dict as shown",
    ),
    (
        "8.4",
        "right",
        lambda case: _named(_turns()[1:]),
        "from turning_points, the first row left out",
    ),
    (
        "8.4",
        "right",
        lambda case: _named([pd.Timestamp(day) for day in _turns()[1:]]),
        "as timestamps",
    ),
    (
        "8.4",
        "right",
        {
            "first friendly": "10 July 2025",
            "hostile again": "16 Dec 2025",
            "friendly again": "2 Feb 2026",
        },
        "days written out, months cut short",
    ),
    (
        "8.4",
        "right",
        {
            "first friendly": "le 10 juillet 2025",
            "hostile again": "le 16 décembre 2025",
            "friendly again": "le 2 février 2026",
        },
        "days in French, with the article",
    ),
    ("8.4", "right", ["2025-07-10", "2025-12-16", "2026-02-02"], "a list in the order asked"),
    (
        "8.4",
        "right",
        lambda case: pd.Series(_named(_turns()[1:])),
        "a Series",
    ),
    (
        "8.4",
        "wrong",
        lambda case: _named(_turns()[:3]),
        "one row too early: the day on which the line was first known taken for the first turn",
    ),
    (
        "8.4",
        "wrong",
        lambda case: _named(_turns("NER", "USA")[1:]),
        "Niger and the United States, as in the lesson",
    ),
    (
        "8.4",
        "wrong",
        lambda case: _named(_turns(rule="majority")[1:]),
        "by majority, where the third turn, from hostile to mixed, is of 27 February 2026",
    ),
    (
        "8.4",
        "wrong",
        lambda case: _friendly_acts(),
        "each act after the first taken for a turn",
    ),
    (
        "8.4",
        "wrong",
        lambda case: _named(_turns()[1:][::-1]),
        "the days in the reverse order",
    ),
    (
        "8.4",
        "wrong",
        {
            "first friendly": "2025-07-10",
            "hostile again": "2025-12-30",
            "friendly again": "2026-02-02",
        },
        "Mali's answer of 30 December taken for the turn",
    ),
    (
        "8.4",
        "wrong",
        {
            "first friendly": "2025-07-10",
            "hostile again": "2025-12-16",
            "friendly again": "2026-02-27",
        },
        "the lifting of sanctions taken for the turn, and not the visit before",
    ),
    (
        "8.4",
        "wrong",
        {
            "first friendly": "2025-07-10",
            "hostile again": "2026-01-01",
            "friendly again": "2026-02-02",
        },
        "the day on which the ban took force, and not that of the act",
    ),
    (
        "8.4",
        "wrong",
        {
            "first friendly": "2025-10-07",
            "hostile again": "2025-12-16",
            "friendly again": "2026-02-02",
        },
        "day and month of the first exchanged",
    ),
    (
        "8.4",
        "unreadable",
        {"first friendly": "T161", "hostile again": "T171", "friendly again": "T180"},
        "the ids of the acts instead of the days",
    ),
    (
        "8.4",
        "unreadable",
        {"first friendly": "2025-07-10", "hostile again": "soon after", "friendly again": "2026"},
        "words and a year",
    ),
    # 8.5
    (
        "8.5",
        "right",
        {"actor": "USA", "recipient": "NER", "sign_rule": "visit", "after": "friendly"},
        "the act of the lesson",
    ),
    (
        "8.5",
        "right",
        {"actor": "FRA", "recipient": "MRT", "sign_rule": "sanction", "after": "hostile"},
        "France punishes Mauritania: friendly becomes hostile",
    ),
    (
        "8.5",
        "right",
        {"actor": "MLI", "recipient": "RUS", "sign_rule": "eviction", "after": "hostile"},
        "Mali asks the Russians to go",
    ),
    (
        "8.5",
        "right",
        {"actor": "TCD", "recipient": "FRA", "sign_rule": "agreement", "after": 1},
        "Chad and France agree again; the sign as a number",
    ),
    (
        "8.5",
        "right",
        {"actor": "Niger", "recipient": "France", "sign_rule": "visit", "after": "Friendly"},
        "names instead of codes, a capital",
    ),
    (
        "8.5",
        "right",
        pd.Series(
            {"actor": "BFA", "recipient": "NER", "sign_rule": "condemnation", "after": "hostile"}
        ),
        "a Series: Burkina Faso condemns Niger",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "USA", "recipient": "NER", "sign_rule": "visit", "after": "hostile"},
        "a visit, and hostile after it",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "USA", "recipient": "NER", "sign_rule": "sanction", "after": "hostile"},
        "hostile before, hostile after: nothing turns",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "USA", "recipient": "FRA", "sign_rule": "visit", "after": "friendly"},
        "a pair of which nothing was known: no line turns, one begins",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "MRT", "recipient": "NER", "sign_rule": "agreement", "after": "friendly"},
        "no line between Mauritania and Niger before",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "USA", "recipient": "NER", "sign_rule": "statement", "after": "friendly"},
        "a statement has the sign 0 and turns nothing",
    ),
    (
        "8.5",
        "wrong",
        {
            "actor": "FRA",
            "recipient": "NER",
            "sign_rule": "departure_after_eviction",
            "after": "hostile",
        },
        "a departure has the sign 0, and the line is hostile already",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "MLI", "recipient": "USA", "sign_rule": "visit", "after": "friendly"},
        "the line of Mali and the United States is friendly already",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "NER", "recipient": "NGA", "sign_rule": "eviction", "after": "hostile"},
        "Nigeria is not one of the eight",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "FRA", "recipient": "MRT", "sign_rule": "sanction", "after": "mixed"},
        "the latest act makes nothing mixed",
    ),
    (
        "8.5",
        "wrong",
        {"actor": "NER", "recipient": "NER", "sign_rule": "domestic_coup", "after": "hostile"},
        "one state with itself",
    ),
    (
        "8.5",
        "unreadable",
        {"actor": "USA", "recipient": "NER", "sign_rule": "invasion", "after": "hostile"},
        "a rule that the table does not have",
    ),
    (
        "8.5",
        "unreadable",
        {"actor": "USA", "recipient": "NER", "sign_rule": "visit"},
        "what comes after is not said",
    ),
    # 8.6
    ("8.6", "right", {"rule": "latest", "window": "1000D"}, "latest, a thousand days"),
    ("8.6", "right", {"rule": "latest", "window": "1827D"}, "latest, five years"),
    ("8.6", "right", {"rule": "both", "window": "1096D"}, "both, three years"),
    ("8.6", "right", {"rule": "majority", "window": "1500D"}, "majority, some four years"),
    ("8.6", "right", {"rule": "Latest", "window": "1200 days"}, "a capital, days written out"),
    (
        "8.6",
        "right",
        {"rule": "latest", "window": pd.Timedelta(days=1000)},
        "a timedelta of pandas",
    ),
    ("8.6", "right", {"rule": "latest", "window": 1000}, "the days as a number"),
    (
        "8.6",
        "wrong",
        {"rule": "latest", "window": "730D"},
        "two years as in the lesson: Mali is lost",
    ),
    ("8.6", "wrong", {"rule": "latest", "window": "974D"}, "one day too few for Mali"),
    ("8.6", "wrong", {"rule": "latest", "window": "100D"}, "a hundred days as in the example"),
    (
        "8.6",
        "wrong",
        {"rule": "latest", "window": "4000D"},
        "so long that France and Mauritania have their tie",
    ),
    (
        "8.6",
        "wrong",
        {"rule": "majority", "window": "2000D"},
        "by majority, and Chad is mixed with an act of 2019",
    ),
    (
        "8.6",
        "wrong",
        {"rule": "both", "window": "1950D"},
        "both, and just long enough for the accord with Chad of 2019",
    ),
    ("8.6", "wrong", {"rule": "majority", "window": "4000D"}, "majority, far too long"),
    ("8.6", "wrong", {"rule": "latest", "window": None}, "no window at all"),
    ("8.6", "wrong", {"rule": "latest", "window": "365D"}, "one year"),
    ("8.6", "unreadable", {"rule": "latest", "window": "long"}, "a window in words"),
    ("8.6", "unreadable", {"rule": "oldest", "window": "1000D"}, "a rule that does not exist"),
    # 8.7
    (
        "8.7",
        "right",
        lambda case: {
            "rule": "latest",
            "window": "1000D",
            "lost": len(_shown()) - len(_shown("latest", "1000D")),
        },
        "computed as the difference of two lengths",
    ),
    (
        "8.7",
        "right",
        lambda case: {"rule": "both", "window": "1096D", "lost": _lost("both", "1096D")},
        "computed by sets of pairs, rule both",
    ),
    ("8.7", "right", {"rule": "latest", "window": "1827D", "lost": 1}, "counted by eye"),
    ("8.7", "right", {"rule": "majority", "window": "1500D", "lost": "1 tie"}, "text with a unit"),
    (
        "8.7",
        "unreadable",
        {"rule": "latest", "window": "1000D", "lost": [("FRA", "MRT")]},
        "the list of what is lost",
    ),
    (
        "8.7",
        "defensible",
        lambda case: {"rule": "latest", "window": "730D", "lost": _lost("latest", "730D")},
        "a window that is not right for 8.6, and two computed rightly from it",
    ),
    (
        "8.7",
        "wrong",
        lambda case: {
            "rule": "latest",
            "window": "1000D",
            "lost": len(_shown("latest", "1000D")),
        },
        "the ties that are left, twelve",
    ),
    (
        "8.7",
        "wrong",
        lambda case: {"rule": "latest", "window": "1000D", "lost": len(_shown())},
        "the ties without a window, thirteen",
    ),
    (
        "8.7",
        "wrong",
        lambda case: {
            "rule": "latest",
            "window": "1000D",
            "lost": len(_shown("latest", "1000D")) - len(_shown()),
        },
        "subtracted the wrong way round: minus one",
    ),
    (
        "8.7",
        "wrong",
        lambda case: {
            "rule": "latest",
            "window": "1000D",
            "lost": len(ties(_every(), "latest", at=LAST))
            - len(ties(_every(), "latest", at=LAST, window="1000D")),
        },
        "all states of the record and not the eight",
    ),
    (
        "8.7",
        "wrong",
        lambda case: {
            "rule": "latest",
            "window": "1000D",
            "lost": len(_shown(at="2026-04-27")) - len(_shown("latest", "1000D", at="2026-04-27")),
        },
        "on the last day of the record and not of 2024",
    ),
    (
        "8.7",
        "wrong",
        lambda case: {"rule": "latest", "window": "1000D", "lost": _lost("latest", "730D")},
        "the window of the lesson was left in the computation: two",
    ),
    (
        "8.7",
        "wrong",
        lambda case: {
            "rule": "latest",
            "window": "1000D",
            "lost": 28 - len(_shown("latest", "1000D")),
        },
        "the pairs that are unknown, and not those that are lost",
    ),
    (
        "8.7",
        "wrong",
        lambda case: {
            "rule": "latest",
            "window": "1000D",
            "lost": round(1 - len(_shown("latest", "1000D")) / len(_shown()), 2),
        },
        "a share instead of a number",
    ),
    ("8.7", "wrong", {"rule": "latest", "window": "1000D", "lost": 0}, "nothing lost"),
    ("8.7", "unreadable", {"rule": "latest", "window": "1000D", "lost": ...}, "no number yet"),
    # 8.8
    (
        "8.8",
        "right",
        {"as it is": "hostile", "each one": "friendly", "renewals as one": "hostile"},
        "the dict as shown",
    ),
    ("8.8", "right", lambda case: _counted(), "computed"),
    ("8.8", "right", {"as it is": -1, "each one": 1, "renewals as one": -1}, "signs as numbers"),
    ("8.8", "right", ["hostile", "friendly", "hostile"], "a list in the order asked"),
    ("8.8", "right", lambda case: pd.Series(_counted()), "a Series"),
    (
        "8.8",
        "right",
        {"as it is": "Hostile.", "each one": "FRIENDLY", "renewals as one": " hostile "},
        "capitals, a full stop, blanks",
    ),
    (
        "8.8",
        "defensible",
        {"as it is": "hostile", "each one": "amical", "renewals as one": "hostile"},
        "French for friendly",
    ),
    (
        "8.8",
        "wrong",
        lambda case: _counted(at=LAST),
        "at the end of 2024, a year too early: mixed as it is",
    ),
    (
        "8.8",
        "wrong",
        lambda case: _last_added(),
        "T109 was kept beside the last accord, so two count: mixed",
    ),
    (
        "8.8",
        "wrong",
        lambda case: _counted(rule="latest"),
        "by the latest act, hostile throughout",
    ),
    ("8.8", "wrong", lambda case: _counted(rule="both"), "by both: mixed throughout"),
    (
        "8.8",
        "wrong",
        lambda case: dict.fromkeys(_counted(), _count(_record().accords)),
        "the accords added in all three",
    ),
    (
        "8.8",
        "wrong",
        {"as it is": "friendly", "each one": "hostile", "renewals as one": "friendly"},
        "all three turned round",
    ),
    (
        "8.8",
        "wrong",
        {"as it is": "hostile", "each one": "friendly", "renewals as one": "friendly"},
        "the renewals counted each, in the third too",
    ),
    (
        "8.8",
        "wrong",
        {"as it is": "hostile", "each one": "mixed", "renewals as one": "hostile"},
        "mixed because acts of both signs are there",
    ),
    (
        "8.8",
        "wrong",
        {"as it is": "friendly", "each one": "friendly", "renewals as one": "hostile"},
        "the line as it is guessed friendly",
    ),
    ("8.8", "unreadable", {"as it is": (2, 3), "each one": (5, 3)}, "counts, and one missing"),
    (
        "8.8",
        "unreadable",
        {"as it is": "bad", "each one": "good", "renewals as one": "bad"},
        "words of one's own",
    ),
    # 8.9
    (
        "8.9",
        "open",
        "By the latest act and with no window, the line of France and Mali turned on 23 December "
        "2021, when France signed a joint statement (T018). The line of France and Niger turned "
        "on 3 August 2023, when Niger revoked the accords (T041). By majority France and Chad are "
        "friendly until today. Washington does not fit: its line turned back in April 2025.",
        "latest, two days, majority disagrees, Washington does not fit",
    ),
    (
        "8.9",
        "open",
        "Selon la règle du dernier acte, sans fenêtre, le Burkina Faso et la France ont basculé "
        "le 18 janvier 2023 avec la dénonciation de l'accord (T031). Le Tchad et la France ont "
        "suivi le 28 novembre 2024 (T079). À la majorité, la ligne entre la France et le Tchad "
        "reste pourtant amicale. Ce qui ne cadre pas, ce sont les États-Unis, qui sont revenus "
        "en 2025 et repartis la même année.",
        "French, with T031 and T079",
    ),
    (
        "8.9",
        "open",
        "依照最近行为的规则，不设时间窗口：法国与马里的关系在2021年12月23日转为敌对（T018），尼日尔与"
        "法国的关系在2023年8月3日转为敌对（T041）。如果改用多数规则，法国与乍得的关系仍然是友好的，"
        "因为两个友好行为对一个敌对行为。不符合这个故事的是美国：2025年4月它与尼日尔又友好了，12月再次"
        "敌对。所以没有单一的转折日。",
        "Chinese, with T018 and T041, and no spaces",
    ),
    (
        "8.9",
        "open",
        "بحسب قاعدة آخر فعل ومن دون نافذة زمنية انقلب خط فرنسا ومالي في 23 ديسمبر 2021 مع البيان "
        "المشترك T018. وانقلب خط فرنسا والنيجر في 3 أغسطس 2023 حين ألغت النيجر الاتفاقات T041. "
        "أما بحسب قاعدة الأغلبية فإن خط فرنسا وتشاد ما زال وديا. والولايات المتحدة لا تدخل في هذه "
        "القصة لأنها عادت في أبريل 2025 ثم ابتعدت من جديد.",
        "Arabic, with T018 and T041",
    ),
    ("8.9", "unreadable", "In 2023 the Sahel turned.", "five words"),
    ("8.9", "unreadable", "", "nothing"),
]
