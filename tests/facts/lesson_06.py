"""The numbers of lesson 06 and its exercise."""

from __future__ import annotations

import re
from typing import get_args

import pandas as pd
from numerals import numbers
from world import (
    Above,
    bullets,
    case,
    checked,
    code,
    counted,
    day,
    is_of,
    prose,
    record,
    resting_on,
    sentence,
    sentences,
    told,
    whole_months,
)

from realignment.cases import Claim
from realignment.dates import bounds
from realignment.questions import lesson_06
from realignment.record import sources_by_lineage

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


def unverified_yes() -> int:
    """Return how many votes in favour nobody has seen in a source."""
    votes = record().votes
    return int(((votes["vote"] == "yes") & (votes["verified"] == "no")).sum())


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
    """Return how many rows name two origins, of how many rows."""
    rows = record().timeline
    found = [sources_by_lineage(rows.iloc[[n]]).independent for n in range(len(rows))]
    return [found.count(2), len(rows), max(found)]


FACTS = {
    "only two of the 106 rows name two origins.": two_origins,
    "106 rows, nearly all of them acts, from 2012 to 2025": rows_of_the_record,
    "We take three of the rows that tell of these days.": three_of_these_days,
    "Have the sixteen sentences beside you": sentences,
    # the points
    "Twenty points to check": lambda: len(_CLAIMS),
    "In this lesson one date proves wrong, one figure becomes several": lambda: [
        verdicts()["inaccurate"],
        verdicts()["contested"],
    ],
    "The table `case.claims` holds twenty of them.": lambda: len(_CLAIMS),
    "*Inaccurate* is only one of eleven.": lambda: checked(
        verdicts().size == 11, len(get_args(Claim.model_fields["verdict"].annotation))
    ),
    "How many of the twenty are correct without more": lambda: len(_CLAIMS),
    "About a third are correct as they stand, and only one is plainly inaccurate.": lambda: checked(
        abs(verdicts()["correct"] / len(_CLAIMS) - 1 / 3) < 0.05, verdicts()["inaccurate"]
    ),
    '"Seven of twenty correct"': lambda: [verdicts()["correct"], len(_CLAIMS)],
    "One day was wrong, and the agency's own earlier report shows it.": lambda: checked(
        "AFP's own report of 15 March" in claim("C03")["record"], verdicts()["inaccurate"]
    ),
    # a day
    "got Friday the 15th": lambda: checked(
        told_day_of_leaving() == pd.Timestamp("2024-03-15")
        and told_day_of_leaving().day_name() == "Friday"
    ),
    "The visit ended on the 14th.": lambda: checked(is_of("T062", "14 March 2024")),
    "Two days, not one.": days_between,
    "wrote on the 15th that the delegation had left on Thursday": lambda: checked(
        is_of("T062", "Thursday")
        and told().at["T062", "source_date"] == "2024-03-15"
        and told().at["T062", "lineage"] == "AFP"
    ),
    "and on the 16th that it had left *a day* before": lambda: checked(
        "AFP's dispatch of the 16th says a day" in claim("C03")["note"]
    ),
    # soldiers
    "A thousand soldiers": agency,
    "The record has nine figures for American troops in Niger": lambda: len(americans()),
    "By hundreds. Before anybody is accused": lambda: checked(
        100 < americans("2023-03-17", "2024-03-17")["value"].agg(lambda v: v.max() - v.min()) < 1000
    ),
    "ask three questions of each figure.": lambda: bullets(prose("06"), "of each figure."),
    "The story speaks of one base in the desert. "
    "There were two, one near Agadez and one in Niamey.": bases,
    "The letter of June and the letter of December lie on either side of a coup.": lambda: checked(
        pd.Timestamp("2023-06") < day("T037") < pd.Timestamp("2023-12") and june() > december()
    ),
    "One figure is only a bound; *more than* will stand beside it.": lambda: int(
        americans()["as_stated"].str.contains("more than").sum()
    ),
    "there were 1,016 in June 2023 and 648 in December": lambda: [june(), december()],
    "A line through all points would let the troops leave in December and return in March": lambda: (
        checked(pentagon() > december() < agency())
    ),
    "The story's thousand is near to the letter of June and to the Pentagon's figure of September.": lambda: (
        checked(far_and_near(), agency())
    ),
    # small words
    "Four points of this sort stand below.": lambda: (
        len(small_words()) + int((_CLAIMS["sentence"] == "13").sum())
    ),
    "Counted from the start of the operation, it is nine years and nearly five months.": operation,
    "Counted from the air base in Niamey, it is a full ten.": at_niamey,
    "For the other three, say before you run the cell": lambda: len(small_words()),
    "All three can be put more exactly.": lambda: len(small_words()),
    "A hundred million is a round figure for some hundred and ten.": price,
    "And the visit of sentence 10 was more than rare: it was the first of its sort.": lambda: (
        checked(
            "first US secretary of state" in told().at["T033", "action"],
            int(claim("C12")["sentence"]),
        )
    ),
    # one wire
    "For two points we compare other copies of the same wire.": lambda: int(
        of_agency()["record"].str.contains("cop(?:y|ies) of").sum()
    ),
    "we keep the two that compare wordings.": lambda: int(
        of_agency()["record"].str.contains("cop(?:y|ies) of").sum()
    ),
    "Sentence 16 says what three states are *seen* to do.": lambda: [
        int(claim("C17")["sentence"]),
        counted(case().events.set_index("event_id").at["E38", "actor"], ";"),
    ],
    "three of its lines rest on this sentence.": lambda: len(resting_on("E38")),
    "Four copies, four words.": names_for_groups,
    # two papers
    "How many sources confirm the twenty points?": lambda: len(_CLAIMS),
    "The rows name more than twelve publishers.": lambda: Above(
        _CLAIMS.loc[_CLAIMS["source_publisher"] != "", "source_publisher"].nunique(), within=5
    ),
    "of five points the lineage is not known.": lambda: int((_CLAIMS["lineage"] == "").sum()),
    "Seven times another paper stands in the column of publishers": lambda: checked(
        len(of_agency()) == _CLAIMS["lineage"].value_counts().max(),
        int((~of_agency()["source_publisher"].isin(["AFP", "Agence France-Presse"])).sum()),
    ),
    "For the UN's report and the communiqué of ECOWAS": lambda: checked(carried_by_agency()),
    "For the whole timeline: more than a hundred rows": lambda: Above(
        len(record().timeline), within=10
    ),
    # contradictions, votes
    "In how many of the 23 can": lambda: len(record().conflicts),
    "For most of them": lambda: checked(
        (record().conflicts["independent"] == "unknown").mean() > 0.5
    ),
    "in K03 a communiqué and an agency's dispatch count as two": lambda: (
        record().conflicts.set_index("conflict_id").loc["K03", ["lineage_a", "lineage_b"]].nunique()
    ),
    "We count it for the votes of 25 states on seven resolutions": lambda: [
        record().votes["state"].nunique(),
        len(record().resolutions),
    ],
    "And some thirty votes in favour were recorded, but not seen in a source.": unverified_yes,
    "*of 175 votes, 123 verified*": votes,
    # the exercise
    "Six points to check": lambda: len(lesson_06.SORTED),
    "Four months\n": lambda: visit_to_coup()[0],
    "Six checkable points with what the record says of each.": lambda: len(lesson_06.SORTED),
    "How do six checkable points of the story compare": lambda: len(lesson_06.SORTED),
    "and four ways of saying less": lambda: kinds_of_six()[2],
    "One is a wrong day, one stands as it is, and four say less than they could": lambda: checked(
        asked_verdicts().is_unique, *kinds_of_six()
    ),
    "and *four months* later the president was removed": lambda: visit_to_coup()[0],
    "Four months and ten days: the point is correct.": lambda: list(visit_to_coup()),
    "Four months and ten days: what": lambda: list(visit_to_coup()),
    "That is four months, as the story has it.": lambda: checked(
        "four months" in sentence(11), visit_to_coup()[0]
    ),
    "And the visit was on the very day a year before the statement on television.": lambda: checked(
        years_before_statement() == 1
    ),
    "The visit fell on a day one year before the statement on television": years_before_statement,
    "The story was printed a day later, and says *a year ago*": lambda: checked(
        (_PUBLISHED - day("T063")).days == 1 and "a year ago" in sentence(10)
    ),
    "Take the time from June 2023 to the day after the story, 18 March 2024.": lambda: [
        *(number.value for number in numbers(period()[0][:4])),
        bounds(period()[1])[0].day,
        bounds(period()[1])[0].year,
    ],
    "Five figures lie in this time, of four counters.": lambda: [
        len(around()),
        around()["reported_by"].nunique(),
    ],
    "The lowest is itself given as *more than*": lambda: checked(
        "more than" in around().sort_values("value")["as_stated"].iloc[0]
    ),
    "the United States took 452 soldiers out of Niger. By March 2024, 352 of them had come back.": lambda: [
        pentagon() - december(),
        agency() - december(),
    ],
    "The Pentagon in September, a letter in December, an agency in March.": lambda: checked(
        in_order("September", "December", "March")
    ),
    "Look the three figures up": lambda: len(compared()),
    "Pentagon, letter, agency: three counters, one figure each.": lambda: [
        compared()["reported_by"].nunique(),
        compared()["reported_by"].value_counts().max(),
    ],
    "All three figures are about": lambda: checked(
        compared()["host"].nunique() == 1, len(compared())
    ),
    "Five rows of the timeline, from the visit to the American answer.": lambda: len(five()),
    "stand behind five rows of the timeline?": lambda: len(five()),
    "The agency and the communiqué vouch for all five rows.": lambda: checked(
        sources_by_lineage(five())[1:] == (0, ("AFP", "official communique (CNSP)")), len(five())
    ),
    "One publisher stands in two of the rows.": lambda: [
        int((five()["source_publisher"].value_counts() > 1).sum()),
        five()["source_publisher"].value_counts().max(),
    ],
    "Six contradictions of the record": lambda: len(lesson_06.CONTRADICTIONS),
    "In which of six contradictions": lambda: len(lesson_06.CONTRADICTIONS),
    "In one, both versions go back to one communiqué; in two, an origin is not known.": lambda: [
        *shared(),
        len(of_independence("unknown")),
    ],
    "In one of these both versions go back to one body.": shared,
    "Three cases: both known and different": lambda: (
        record()
        .conflicts.set_index("conflict_id")
        .loc[list(lesson_06.CONTRADICTIONS), "independent"]
        .nunique()
    ),
    "More than a third were written from what somebody knew.": lambda: checked(
        members_unverified() > 1 / 3
    ),
    "More than a third of these rows rest on what somebody knew.": lambda: checked(
        members_unverified() > 1 / 3
    ),
    "From the letter of June to that of December the number fell by more than a third.": lambda: (
        checked(1 - december() / june() > 1 / 3)
    ),
    "between the two letters the number fell by more than a third.": lambda: checked(
        1 - december() / june() > 1 / 3, len(around().query("reported_by == 'War Powers letter'"))
    ),
}


NO_FACTS = {
    "How far apart will the figures of the twelve months before the story be: by a few dozen": "choices offered by a prediction",
    "Five papers that print one dispatch are one source, quoted five times.": "an example invented for the rule",
    "in three sentences or more": "how much to write",
    "Three conditions: whose troops": "counts what the hint goes on to list",
}
