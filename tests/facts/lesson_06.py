"""The numbers of lesson 06 and its exercise."""

from __future__ import annotations

import math
import re
from typing import get_args

import pandas as pd
from numerals import numbers
from world import (
    Above,
    Below,
    bullets,
    case,
    checked,
    code,
    counted,
    day,
    is_of,
    prose,
    record,
    sentence,
    several,
    told,
    whole_months,
)

from realignment.cases import Claim
from realignment.dates import bounds
from realignment.questions import lesson_06
from realignment.questions.quick import lesson_06 as quick_06
from realignment.record import sources_by_lineage
from tools.minutes import Load

_CLAIMS = case().claims
_PUBLISHED = pd.Timestamp(case().article.published)


def verdicts() -> pd.Series:
    """Return how many checkable points have each verdict."""
    return _CLAIMS["verdict"].value_counts()


def claim(name: str) -> pd.Series:
    """Return one checkable point."""
    return _CLAIMS.set_index("claim_id").loc[name]


def told_day_of_leaving() -> pd.Timestamp:
    """Return the day on which the delegation left, as the story has it."""
    return bounds(case().events.set_index("event_id").at["E07", "date"])[1]


def days_between() -> list[int]:
    """Return the days from the delegation's leaving to the statement: by record, and as told."""
    said = bounds(case().events.set_index("event_id").at["E01", "date"])[0]
    return [(day("T063") - day("T062")).days, (said - told_day_of_leaving()).days]


# --- troops -------------------------------------------------------------------------------------


def americans(since: str = "", until: str = "9999") -> pd.DataFrame:
    """Return the figures for American troops in Niger."""
    troops = record().troops
    rows = troops[(troops["operator"] == "USA") & (troops["host"] == "NER")]
    return rows[(rows["date"] >= since) & (rows["date"] <= until)]


def around() -> pd.DataFrame:
    """Return those from June 2023 to the day after the story."""
    return americans(*period())


def period() -> tuple[str, str]:
    """Return the time that question 6.3 is about, its last day that after the story."""
    return lesson_06.SINCE, str((_PUBLISHED + pd.Timedelta(days=1)).date())


def figure(month: str, reported_by: str) -> int:
    """Return the figure that somebody gave for a month."""
    rows = americans()
    found = rows[rows["date"].str.startswith(month) & rows["reported_by"].str.contains(reported_by)]
    return int(found["value"].item())


def june() -> int:
    """Return the figure of the letter of June 2023."""
    return figure("2023-06", "War Powers letter")


def december() -> int:
    """Return the figure of the letter of December 2023."""
    return figure("2023-12", "War Powers letter")


def pentagon() -> int:
    """Return the Pentagon's figure of September 2023."""
    return figure("2023-09", "Pentagon")


def agency() -> int:
    """Return the figure of the story, from the agency, in March 2024."""
    return figure("2024-03", "AFP")


def bases() -> list[int]:
    """Return how many bases the story has, how many there were, and how many at each place."""
    places = record().presences.query("host == 'NER' and operator == 'USA'")["place"]
    where = [int(places.str.contains(name).sum()) for name in ("Agadez", "Niamey")]
    return [sentence(8).count("base in the desert"), len(places), *where]


def far_and_near() -> bool:
    """Tell to which figures the story's is near (within a tenth), and from which it is far."""
    near = (june(), pentagon(), figure("2024-07", "TASS"))
    told_ = agency()
    return all(abs(told_ - one) <= told_ / 10 for one in near) and told_ - december() > told_ / 4


def price() -> list[float]:
    """Return the base's price as the story has it, and as the record has it."""
    [rounded] = numbers(re.search(r"\$(\d+ million)", sentence(8))[1])
    return [rounded.value, cost_in_millions()]


def cost_in_millions() -> int:
    """Return what Air Base 201 cost."""
    base = record().presences.set_index("presence_id").loc["B01", "cost"]
    return int(re.search(r"USD (\d+) million", base)[1])


def operation() -> list[int]:
    """Return the whole years from the start of Barkhane to the end, and the months, rounded up."""
    months, days = whole_months(day("T006"), day("T054"))
    return [months // 12, months % 12 + (days >= 15)]


def at_niamey() -> list[int]:
    """Return the calendar years from begin to end of the air base in Niamey."""
    base = record().presences.set_index("presence_id").loc["B03"]
    years = int(base["end"][:4]) - int(base["start"][:4])
    return checked("a full ten years" in claim("C15")["record"], years)


def small_words() -> list[str]:
    """Return the points that lesson 06 prints in one cell, beside that of sentence 13."""
    [cell] = re.findall(r"for name in \[([^\]]*)\]", code("06"))
    return re.findall(r"C\d\d", cell)


# --- sources ------------------------------------------------------------------------------------


def of_agency() -> pd.DataFrame:
    """Return the points whose words are AFP's."""
    return _CLAIMS[_CLAIMS["lineage"] == "AFP"]


def names_for_groups() -> list[int]:
    """Return how many copies of one wire are compared, and how many words they have."""
    row = claim("C18")
    found = re.findall(r'"([^"]+)"', row["claim"] + row["record"])
    return [len(found), len(set(found))]


def carried_by_agency() -> bool:
    """Tell whether AFP only carries the report of the UN and the communiqué of ECOWAS."""
    lineages = set(record().timeline["lineage"])
    return {"OHCHR report, through AFP", "official communique (ECOWAS), through AFP"} <= lineages


def votes() -> list[int]:
    """Return how many votes there are, and how many are verified."""
    return [len(record().votes), int((record().votes["verified"] == "yes").sum())]


def five() -> pd.DataFrame:
    """Return the rows of question 6.5."""
    return lesson_06.five_rows()


def of_independence(what: str) -> list[str]:
    """Return the contradictions of question 6.6 whose versions are so independent."""
    conflicts = record().conflicts.set_index("conflict_id")["independent"]
    return [name for name in lesson_06.CONTRADICTIONS if conflicts[name] == what]


def shared() -> list[int]:
    """Return in how many of them both versions go back to one body, and to how many bodies."""
    names = of_independence("no")
    rows = record().conflicts.set_index("conflict_id").loc[names, ["lineage_a", "lineage_b"]]
    return [len(names), len(set(rows.to_numpy().ravel()))]


def members_unverified() -> float:
    """Return the share of plain memberships that nobody has seen in a source."""
    rows = record().memberships.query("status == 'member'")
    return (rows["verified"] == "no").mean()


# --- the exercise -------------------------------------------------------------------------------


def asked_verdicts() -> pd.Series:
    """Return the verdicts of the points of question 6.1."""
    return _CLAIMS.set_index("claim_id").loc[list(lesson_06.SORTED), "verdict"]


def kinds_of_six() -> list[int]:
    """Return how many of them are inaccurate, correct, and something between."""
    found = asked_verdicts()
    return [
        int((found == "inaccurate").sum()),
        int((found == "correct").sum()),
        int((~found.isin(["inaccurate", "correct"])).sum()),
    ]


def visit_to_coup() -> tuple[int, int]:
    """Return the whole months and days from Blinken's visit to the coup."""
    return whole_months(day("T033"), day("T037"))


def years_before_statement() -> int:
    """Return how many years to the day the visit came before the statement on television."""
    months, days = whole_months(day("T033"), day("T063"))
    assert months % 12 == days == 0
    return months // 12


def compared() -> pd.DataFrame:
    """Return the figures of the flawed sentence: from September 2023 to the story."""
    return americans("2023-09", str(_PUBLISHED.date()))


def in_order(*months: str) -> bool:
    """Tell whether those figures are of these months, and each of a counter of its own."""
    found = [bounds(date)[0].month_name() for date in compared()["date"]]
    return found == list(months) and compared()["reported_by"].is_unique


def rows_of_the_record() -> list[float]:
    """Return the rows of the timeline, nearly all acts, and its first and last year."""
    rows = record().timeline
    years = rows["date"].str.extract(r"(\d{4})")[0].astype(int)
    mostly = (rows["kind"] == "event").mean() > 0.95
    return checked(mostly, len(rows), years.min(), years.max())


def three_of_these_days() -> list[float]:
    """Return how many rows the lesson shows, of more that tell of the days around the visit."""
    rows = record().timeline
    around = rows[rows["date"].between("2024-03-12", "2024-03-18")]
    shown = around[around["event_id"].isin(["T061", "T062", "T063"])]
    return checked(len(around) > len(shown), len(shown))


def two_origins() -> list[int]:
    """Return how many rows name more than one origin, of how many rows."""
    rows = record().timeline
    found = [sources_by_lineage(rows.iloc[[n]]).independent for n in range(len(rows))]
    return [sum(n > 1 for n in found), len(rows)]


def conflict(name: str) -> pd.Series:
    """Return one contradiction of the record."""
    return record().conflicts.set_index("conflict_id").loc[name]


def bounti() -> list[float]:
    """Return the dead civilians of one side's account, which the other side does not have."""
    row = conflict("K30")
    holds = "wedding" in row["version_a"] and "no wedding" in row["version_b"]
    return checked(holds and row["independent"] == "yes", int(row["version_a"].split()[0]))


def a_digit() -> bool:
    """Tell whether one digit is all that differs between the years of one accord."""
    row = conflict("K34")
    return "March 2003" in row["version_a"] and "March 2023" in row["version_b"]


def votes_end() -> bool:
    """Tell whether the votes end there, and a later one is known and left out."""
    scope = record().as_of.set_index("table").loc["un_resolutions"]
    holds = "24 February 2026" in scope["scope"] and "left out" in scope["scope"]
    return holds and scope["complete_to"] == "2025-12-03"


def review() -> int:
    """Return how many quick questions the exercise ends with."""
    return len(re.findall(r"^ask\(", code("06", "solutions"), re.MULTILINE))


def review_minutes() -> int:
    """Return the minutes that they take, by the rule of the lessons."""
    return math.ceil(Load(quick_checks=review()).minutes)


def least(name: str) -> int:
    """Return how many words an open question asks for."""
    [reads] = [q.reads for q in lesson_06.QUESTIONS if q.name == name]
    return reads.least


FACTS = {
    "two-origins": two_origins,
    "rows-of-the-record": rows_of_the_record,
    "three-of-these-days": three_of_these_days,
    # the points
    "points": lambda: len(_CLAIMS),
    "date": lambda: [
        verdicts()["inaccurate"],
        verdicts()["contested"],
    ],
    "inaccurate": lambda: checked(
        verdicts().size == 11, len(get_args(Claim.model_fields["verdict"].annotation))
    ),
    "plainly": lambda: checked(
        abs(verdicts()["correct"] / len(_CLAIMS) - 1 / 3) < 0.05, verdicts()["inaccurate"]
    ),
    "correct": lambda: [verdicts()["correct"], len(_CLAIMS)],
    "day": lambda: checked(
        "AFP's own report of 15 March" in claim("C03")["record"], verdicts()["inaccurate"]
    ),
    # a day
    "wrong-day": lambda: checked(
        told_day_of_leaving() == pd.Timestamp("2024-03-15")
        and told_day_of_leaving().day_name() == "Friday"
    ),
    "visit-ended": lambda: checked(is_of("T062", "14 March 2024")),
    "days-between": days_between,
    "reported-thursday": lambda: checked(
        is_of("T062", "Thursday")
        and told().at["T062", "source_date"] == "2024-03-15"
        and told().at["T062", "lineage"] == "AFP"
    ),
    "reported-a-day": lambda: checked(
        "AFP's dispatch of the 16th says a day" in claim("C03")["note"]
    ),
    # soldiers
    "agency": agency,
    "figures": lambda: len(americans()),
    "by-hundreds": lambda: checked(
        100 < americans("2023-03-17", "2024-03-17")["value"].agg(lambda v: v.max() - v.min()) < 1000
    ),
    "questions": lambda: bullets(prose("06"), "of each figure."),
    "bases": bases,
    "two-letters": lambda: checked(
        pd.Timestamp("2023-06") < day("T037") < pd.Timestamp("2023-12") and june() > december()
    ),
    "figure": lambda: int(americans()["as_stated"].str.contains("more than").sum()),
    "june": lambda: [june(), december()],
    "line-of-points": lambda: checked(pentagon() > december() < agency()),
    "near": lambda: checked(far_and_near(), agency()),
    # small words
    "operation": operation,
    "at-niamey": at_niamey,
    "to-say-first": lambda: len(small_words()),
    "price": price,
    "first-of-its-sort": lambda: checked(
        "first US secretary of state" in told().at["T033", "action"],
        int(claim("C12")["sentence"]),
    ),
    # one wire
    "points-of-wording": lambda: int(of_agency()["record"].str.contains("cop(?:y|ies) of").sum()),
    "states-seen": lambda: [
        int(claim("C17")["sentence"]),
        counted(case().events.set_index("event_id").at["E38", "actor"], ";"),
    ],
    "names-for-groups": names_for_groups,
    "publishers": lambda: Above(
        _CLAIMS.loc[_CLAIMS["source_publisher"] != "", "source_publisher"].nunique(), within=5
    ),
    "points-lineage": lambda: int((_CLAIMS["lineage"] == "").sum()),
    "times": lambda: checked(
        len(of_agency()) == _CLAIMS["lineage"].value_counts().max(),
        int((~of_agency()["source_publisher"].isin(["AFP", "Agence France-Presse"])).sum()),
    ),
    "own-words": lambda: checked(carried_by_agency()),
    "rows": lambda: Below(len(record().timeline), within=10),
    "bounti": bounti,
    "a-digit": lambda: checked(a_digit()),
    "votes-end": lambda: checked(votes_end()),
    "recall": lambda: len(quick_06.RECALL),
    "review": review,
    "review-minutes": review_minutes,
    "least": lambda: least("checking.write_a_correction"),
    # contradictions, votes
    "contradictions-asked": lambda: len(record().conflicts),
    "unknown-for-most": lambda: checked(
        0.4 < (record().conflicts["independent"] == "unknown").mean() < 0.5
    ),
    "counted-as-two": lambda: (
        record().conflicts.set_index("conflict_id").loc["K03", ["lineage_a", "lineage_b"]].nunique()
    ),
    "states": lambda: [
        record().votes["state"].nunique(),
        len(record().resolutions),
    ],
    "votes": votes,
    # the exercise
    "points-asked": lambda: len(lesson_06.SORTED),
    "four-months": lambda: visit_to_coup()[0],
    "ways": lambda: kinds_of_six()[2],
    "months-days": lambda: list(visit_to_coup()),
    "a-year-before": lambda: checked(years_before_statement() == 1),
    "printed-later": lambda: checked(
        (_PUBLISHED - day("T063")).days == 1 and "a year ago" in sentence(10)
    ),
    "day-after-the-story": lambda: [
        *(number.value for number in numbers(period()[0][:4])),
        bounds(period()[1])[0].day,
        bounds(period()[1])[0].year,
    ],
    "figures-and-counters": lambda: [
        len(around()),
        around()["reported_by"].nunique(),
    ],
    "lowest-is-a-bound": lambda: checked(
        "more than" in around().sort_values("value")["as_stated"].iloc[0]
    ),
    "soldiers": lambda: [
        pentagon() - december(),
        agency() - december(),
    ],
    "three-counters": lambda: checked(in_order("September", "December", "March")),
    "rows-of-the-timeline": lambda: len(five()),
    "contradictions": lambda: len(lesson_06.CONTRADICTIONS),
    "both-versions": lambda: [
        *shared(),
        len(of_independence("unknown")),
    ],
    "from-knowledge": lambda: checked(members_unverified() > 1 / 3),
    "fell-by": lambda: checked(1 - december() / june() > 1 / 3),
    # what the questions say
    "story_and_record asks": lambda: len(lesson_06.SORTED),
    "story_and_record why": lambda: checked(asked_verdicts().is_unique, *kinds_of_six()),
    "day_of_the_visit why": several(lambda: list(visit_to_coup()), years_before_statement),
    "day_of_the_visit story_for_record 2": lambda: checked(
        "four months" in sentence(11), visit_to_coup()[0]
    ),
    "flaw_in_a_rise hint 1": lambda: len(compared()),
    "flaw_in_a_rise why": lambda: [
        compared()["reported_by"].nunique(),
        compared()["reported_by"].value_counts().max(),
    ],
    "flaw_in_a_rise niger_nigeria": lambda: checked(
        compared()["host"].nunique() == 1, len(compared())
    ),
    "publishers_and_origins asks": lambda: len(five()),
    "publishers_and_origins why": lambda: checked(
        sources_by_lineage(five())[1:] == (0, ("AFP", "official communique (CNSP)")), len(five())
    ),
    "publishers_and_origins same_act_twice": lambda: [
        int((five()["source_publisher"].value_counts() > 1).sum()),
        five()["source_publisher"].value_counts().max(),
    ],
    "independent_versions asks": lambda: len(lesson_06.CONTRADICTIONS),
    "independent_versions hint 2": lambda: (
        record()
        .conflicts.set_index("conflict_id")
        .loc[list(lesson_06.CONTRADICTIONS), "independent"]
        .nunique()
    ),
    "independent_versions outlets_as_sources": shared,
    "unverified_memberships why": lambda: checked(members_unverified() > 1 / 3),
    "own_ratio_of_troops why": lambda: checked(
        1 - december() / june() > 1 / 3, len(around().query("reported_by == 'War Powers letter'"))
    ),
}

NO_FACTS = {
    "offered": "choices offered by a prediction",
    "part-offered": "a choice offered by a prediction",
    "papers": "an example invented for a quick check",
    "how-much": "how much to write",
    "troops_lowest_and_highest hint 1": "counts what the hint goes on to list",
}
