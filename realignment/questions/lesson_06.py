"""Lesson 06, Checking the story, asks whether the article was right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

import pandas as pd

from realignment.answers import Choice, Date, Essay, Fields, Items, Keyed, Number
from realignment.cases import Case, Claim
from realignment.dates import bounds
from realignment.questions import Mistake, Question, Test, options, row
from realignment.questions.of_record import record
from realignment.questions.slips import (
    either,
    gives,
    in_a_part,
    off_by_one,
    own,
    partly,
    says,
    subset,
    swapped,
    turns,
)
from realignment.record import THROUGH, sources_by_lineage

VERDICTS = Choice(get_args(Claim.model_fields["verdict"].annotation))

SORTED = ("C03", "C04", "C07", "C10", "C16", "C17")
"""The claims of question 6.1."""

LESS = ("rounded", "imprecise", "overgeneral", "unattributed")
"""The verdicts on what says less than it could."""

OFFERED = ("correct", *LESS, "inaccurate")
"""The verdicts that question 6.1 offers."""

VISIT, COUP, DELEGATION = "T033", "T037", "T061"
"""Rows of the timeline: a visit to Niger; the president is detained; the visit of sentence 3."""

OF_THE_COUP = "coup|Bazoum|transition|ultimatum|Tchiani"
"""What the rows speak of to which one may count in place of the coup."""

DAYS = ("T061", "T062", "T063", "T064", "T065")
"""Rows of the timeline about 12 to 17 March 2024, whose sources question 6.5 counts."""

CONTRADICTIONS = ("K05", "K08", "K09", "K10", "K14", "K21")
"""The contradictions of question 6.6: some independent, one not, some that nobody can tell."""

MEMBERSHIPS = 90
"""Rows of plain membership: a part of them may be given as *3 of 90*."""

LETTER = "War Powers letter"
"""How the record names the letters that the president sends to Congress."""

SINCE, UNTIL = "2023-06", "2024-03-18"
"""The time of question 6.3: from the last letter before the coup to the day after the story."""


def verdicts(case: Case) -> dict[str, str]:
    """Return the verdict of each claim that question 6.1 asks about."""
    table = case.claims.set_index("claim_id")["verdict"]
    return {name: table[name] for name in SORTED}


def date_of(name: str) -> str:
    """Return the date of a row of the timeline."""
    return str(record().timeline.set_index("event_id").at[name, "date"])


def days_from(first: str, last: str = "") -> float:
    """Return the days from the earliest day of a date to that of another, the coup's if not given.

    Parameters
    ----------
    first, last
        Dates in EDTF.
    """
    return float((bounds(last or date_of(COUP))[0] - bounds(first)[0]).days)


def visit(case: Case) -> dict[str, Any]:
    """Return the day of the visit by the record, and the days from it to the coup."""
    return {"visit": date_of(VISIT), "days": days_from(date_of(VISIT))}


def year_before(case: Case) -> str:
    """Return the day exactly a year before the story was published."""
    return str((pd.Timestamp(case.article.published) - pd.DateOffset(years=1)).date())


def to_another_row(given: dict[str, Any], expected: Any, case: Case) -> bool:
    """Tell whether the days lead from the visit to another row that speaks of the coup."""
    rows = record().timeline
    dates = rows[rows["action"].str.contains(OF_THE_COUP)]["date"]
    days = {days_from(date_of(VISIT), date) for date in dates if not pd.isna(bounds(date)[0])}
    return given["days"] != expected["days"] and given["days"] in days


@dataclass(frozen=True)
class Figure(Number):
    """A figure of troops: a number, or what the record has in the column ``as_stated``."""

    def read(self, answer: object, case: Case) -> float:
        """Return the number."""
        if isinstance(answer, str):
            rows = record().troops
            stated = dict(zip(rows["as_stated"].str.strip("'"), rows["value"], strict=True))
            answer = stated.get(answer.strip("' "), answer)
        return super().read(answer, case)


def troops(operator: str | None = "USA", host: str | None = "NER", always: bool = False) -> Any:
    """Return the figures of troops that question 6.3 may mean."""
    rows = record().troops
    for column, name in (("operator", operator), ("host", host)):
        rows = rows[rows[column] == name] if name else rows
    return rows if always else rows[rows["date"].between(SINCE, UNTIL)]


def ends(rows: pd.DataFrame) -> dict[str, float]:
    """Return the lowest and the highest figure of some rows."""
    return {"lowest": float(rows["value"].min()), "highest": float(rows["value"].max())}


def row_numbers(case: Case) -> dict[str, float]:
    """Return in which rows the lowest and the highest figure stand."""
    values = troops()["value"]
    return {"lowest": float(values.idxmin()), "highest": float(values.idxmax())}


def letters(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of the letters to Congress."""
    return rows[rows["reported_by"] == LETTER]


def in_the_rows(given: dict[str, float], expected: dict[str, float], case: Case) -> bool:
    """Tell whether an end that does not stand is another figure of the same rows."""
    figures = figures_of(troops())
    return any(given[end] != true and given[end] in figures for end, true in expected.items())


def as_told(case: Case) -> dict[str, float]:
    """Return the figure that the story itself gives, for either end."""
    rows = troops(always=True)
    return ends(rows[rows["lineage"] == "AFP"])


def times_of_own(given: dict[str, float], expected: None, case: Case) -> bool:
    """Tell whether both figures are letters of the time, and the factor fits the student's two."""
    low, high = given["lowest"], given["highest"]
    among_letters = {low, high} <= figures_of(letters(troops()))
    return among_letters and low < high and abs(given["times"] - high / low) <= 0.06


def figures_of(rows: pd.DataFrame) -> set[float]:
    """Return the figures of some rows."""
    return set(rows["value"].astype(float))


def outside(rows: Callable[[], pd.DataFrame]) -> Test:
    """Return a test: a figure of the student's is none of these rows."""
    return lambda given, expected, case: (
        not ({given["lowest"], given["highest"]} <= figures_of(rows()))
    )


def factor(slip: Callable[[float, float], float]) -> Test:
    """Return a test: the factor is what a slip makes of the student's lowest and highest."""
    return own(lambda g, case: slip(g["lowest"] or 1.0, g["highest"] or 1.0), at="times")


def of_all_counters() -> float:
    """Return how many times the lowest figure of 6.3 is the highest."""
    found = ends(troops())
    return found["highest"] / found["lowest"]


def five_rows() -> pd.DataFrame:
    """Return the rows of question 6.5."""
    timeline = record().timeline
    return timeline[timeline["event_id"].isin(DAYS)]


@dataclass(frozen=True)
class OriginCount(Number):
    """How many origins: a number, or what ``sources_by_lineage`` returns."""

    def read(self, answer: object, case: Case) -> float:
        """Return the number."""
        return super().read(getattr(answer, "independent", answer), case)


def sources(rows: pd.DataFrame) -> dict[str, float]:
    """Return how many publishers and how many origins stand behind some rows."""
    return {
        "publishers": float(rows["source_publisher"].nunique()),
        "origins": float(sources_by_lineage(rows).independent),
    }


def independence(name: str) -> str:
    """Return whether the two versions of a contradiction are independent, from their lineages."""
    row = record().conflicts.set_index("conflict_id").loc[name]
    origins = [
        {part.split(THROUGH)[0].strip() for part in row[column].split(";") if part.strip()}
        for column in ("lineage_a", "lineage_b")
    ]
    if not all(origins):
        return "unknown"
    return "no" if origins[0] & origins[1] else "yes"


def took_in(what: str) -> Test:
    """Return a test: a contradiction was named whose independence is ``what``."""
    return lambda given, expected, case: any(independence(name) == what for name in given)


def seen(table: pd.DataFrame, status: str = "") -> dict[str, float]:
    """Return how many rows a table has, of one status if it is given, and how many unverified."""
    rows = table[table["status"] == status] if status else table
    return {"rows": float(len(rows)), "unverified": float((rows["verified"] == "no").sum())}


def members(case: Case) -> dict[str, float]:
    """Return the counts of plain membership, those that question 6.7 asks for."""
    return seen(record().memberships, "member")


def of_another_status(given: dict[str, float], expected: Any, case: Case) -> bool:
    """Tell whether the counts are those of another status."""
    table = record().memberships
    return any(given == seen(table, status) for status in set(table["status"]) - {"member"})


QUESTIONS = [
    Question(
        id="6.1",
        name="checking.story_and_record",
        asks="How do six checkable points of the story compare with the record?",
        objective=1,
        reads=Keyed(Choice(SORTED), VERDICTS, "one verdict for each point"),
        expected=verdicts,
        defensible=lambda case: {
            "C07": {"ambiguous": "the wording can mean the one agreement or all of them"},
            "C10": {"imprecise": "a round figure is less exact than it could be"},
            "C16": {"imprecise": "Western countries is a wide word for the states that were meant"},
            "C17": {
                "framing": "are seen to be is also a way of setting the scene",
                "overgeneral": "what other copies say of two states, the story says of three",
            },
        },
        mistakes=[
            Mistake("story_for_record", says("C03", "correct")).saying(
                "You have followed the story. Read the line of the record once more, and count the "
                "days."
            ),
            Mistake("intent_as_event", says("C04", "inaccurate")).saying(
                "What was announced beforehand is a plan. Compare the story with what was done in "
                "the end."
            ),
            Mistake("false_precision", says("C10", "inaccurate")).saying(
                "You ask of a round figure more than it claims to give."
            ),
            Mistake("claim_as_fact", says("C16", "inaccurate")).saying(
                "The record shows that it holds of one part of what it names, and does not hold of "
                "another. Is there a verdict for this?"
            ),
            Mistake("hedge_missed", says("C17", "inaccurate")).saying(
                "The record does not show it to be false. What is missing in the sentence?"
            ),
            Mistake("incomplete", says("C16", "correct")).saying(
                "It holds for some of what it names. Does it hold for all?"
            ),
            Mistake("too_vague", says("C07", "correct")).saying(
                "It is not wrong. Could it be put more exactly, from what the record says?"
            ),
            Mistake("false_precision", says("C07", "inaccurate")).saying(
                "What the sentence says did happen. Is the thing itself wrong, or does its name "
                "take in too much?"
            ),
            Mistake("too_vague", says("C10", "correct")).saying(
                "Put the two figures side by side, that of the story and that of the record. Are "
                "they one and the same?"
            ),
            Mistake("hedge_missed", says("C17", "correct")).saying(
                "Somebody sees it so. Does the sentence say who?"
            ),
            Mistake("verdict_confused", either(*(says(name, *LESS) for name in SORTED))),
            Mistake(
                "verdict_confused", in_a_part(lambda name, verdict: verdict not in OFFERED)
            ).saying(
                "That verdict exists, and it is none of those that are offered here. Each of these "
                "fits one point best."
            ),
        ],
        hints="""
            - Read the story and the record aloud, one after the other. Which word would you change,
              if any?
            - Ask of each: is a figure smoothed, a group made too large, a source missing, a day
              shifted, a thing named too loosely?""",
        solution="""verdicts = {
    "C03": "inaccurate", "C04": "correct", "C07": "imprecise",
    "C10": "rounded", "C16": "overgeneral", "C17": "unattributed",
}""",
        why="""One is a wrong day, one stands as it is, and four say less than they could, each in
            its own way. To call all of them wrong would be as careless as to call all of them
            right.""",
    ),
    Question(
        id="6.2",
        name="checking.day_of_the_visit",
        asks="By the record, when did Blinken visit Niger, and how many days before the coup?",
        objective=1,
        reads=Fields({"visit": Date(), "days": Number(unit="days")}),
        expected=visit,
        mistakes=[
            Mistake(
                "story_for_record",
                gives(lambda case: row(case, "E24")["date"], at="visit"),
            ),
            Mistake(
                "publication_date",
                gives(lambda case: case.article.published, year_before, at="visit"),
            ).saying(
                "You have counted from the day on which the story was published. The record has a "
                "day of its own."
            ),
            Mistake(
                "too_vague",
                gives(lambda case: date_of(VISIT)[:7], lambda case: date_of(VISIT)[:4], at="visit"),
            ).saying("The record lets you be more exact: it has the day."),
            Mistake(
                "reversed",
                either(
                    gives(lambda case: date_of(COUP), at="visit"), turns(lambda d: -d, at="days")
                ),
            ).saying("You have the two in the opposite order. The visit came first."),
            Mistake("off_by_one", off_by_one).saying(
                "You are off by one. Take one date from the other; do not count both ends."
            ),
            Mistake(
                "story_for_record",
                says("days", 120.0, 122.0, 123.0, 124.0),
            ).saying(
                "That is four months, as the story has it. Count the days between the two rows."
            ),
            Mistake("wrong_selection", gives(lambda case: 4, at="days")).saying(
                "That is a number of months. The question asks for days."
            ),
            Mistake(
                "story_for_record",
                gives(lambda case: days_from(date_of(VISIT), row(case, "E27")["date"]), at="days"),
            ).saying("You have counted to the first day of a month. The record has the day."),
            Mistake("wrong_selection", to_another_row).saying(
                "So many days after the visit the record has another row. On which day was the "
                "president detained?"
            ),
            Mistake(
                "wrong_selection", gives(lambda case: date_of(DELEGATION)[:10], at="visit")
            ).saying(
                "That is how the visit of the delegation began. When did the secretary of state "
                "come?"
            ),
            Mistake(
                "publication_date",
                gives(
                    lambda case: days_from(year_before(case), case.article.published),
                    lambda case: days_from(date_of(VISIT), case.article.published),
                    lambda case: days_from(date_of(COUP), case.article.published),
                    at="days",
                ),
            ).saying("You have counted to the day of the story. The question asks for the coup."),
        ],
        hints="""
            - You need two rows: one of the visit, one of the day on which the president was
              detained. The same search with another word finds the second.
            - `bounds(date)[0]` turns a date into one that can be subtracted; `.days` gives the
              difference.""",
        solution="""two = timeline[timeline["event_id"].isin(["T033", "T037"])]["date"]
visit, coup = [bounds(date)[0] for date in two]
days = (coup - visit).days""",
        why="""Four months and ten days: what sentence 11 says stands. The visit fell on a day one
            year before the statement on television, which the story leaves to the reader.""",
    ),
    Question(
        id="6.3",
        name="checking.troops_lowest_and_highest",
        asks="The lowest and the highest figure for US troops in Niger around the story?",
        objective=2,
        reads=Fields(
            {"lowest": Figure(unit="persons"), "highest": Figure(unit="persons")},
            {"min": "lowest", "max": "highest"},
        ),
        expected=lambda case: ends(troops()),
        mistakes=[
            Mistake("reversed", swapped("lowest", "highest")).saying(
                "You have the two the other way round."
            ),
            Mistake("wrong_selection", partly(lambda case: ends(troops(None)))).saying(
                "The soldiers of another country are among them. Whose troops are asked for?"
            ),
            Mistake("wrong_selection", partly(lambda case: ends(troops(always=True)))).saying(
                "One of the two is of another time. From when to when does the question ask?"
            ),
            Mistake(
                "wrong_selection",
                partly(
                    lambda case: ends(troops(None, always=True)),
                    lambda case: ends(troops(None, None)),
                    lambda case: ends(troops(None, None, always=True)),
                ),
            ).saying(
                "One of the two is from other troops, another country or another time. Check all "
                "conditions."
            ),
            Mistake("different_counts", partly(lambda case: ends(letters(troops())))).saying(
                "The lowest or the highest of the letters to Congress is among these. The question "
                "asks for every counter, up to the day after the story, and a bound counts too."
            ),
            Mistake("code_system", partly(row_numbers)).saying(
                "That is the number of a row, as `.idxmin()` gives it. The figure stands in the "
                "column `value`."
            ),
            Mistake("story_for_record", partly(as_told)).saying(
                "One of the two is the story's own figure. There are others in these months."
            ),
            Mistake("incomplete", in_the_rows).saying(
                "It is in the right rows, but it is not the end of the range that you give it for."
            ),
        ],
        hints="""
            - Three conditions: whose troops, in which country, from when to when. Dates written
              year first can be compared as text.
            - `.min()` and `.max()` of the column `value`; or sort, and read the ends.""",
        solution="""around = troops[
    (troops["host"] == "NER")
    & (troops["operator"] == "USA")
    & (troops["date"] >= "2023-06")
    & (troops["date"] <= "2024-03-18")
]
found = {"lowest": around["value"].min(), "highest": around["value"].max()}""",
        why="""Two figures lie far apart within a few months. Both are reported in good faith; they
            differ in who counts, whom, and when. The lower one is itself given as more than
            that.""",
    ),
    Question(
        id="6.4",
        name="checking.flaw_in_a_rise",
        asks="Find the flaw in the sentence about rising and falling troops.",
        objective=2,
        reads=Choice(
            {
                "a": "it makes one series of figures from different counters",
                "b": "it takes the day of publication for the day of the event",
                "c": "it confuses two states with similar names",
                "d": "it counts papers and not sources",
            }
        ),
        expected=lambda case: "a",
        mistakes=options(
            b="publication_date: Months are given, and they are those of the figures. Where do the "
            "figures come from?",
            c="niger_nigeria: All three figures are about one and the same country. Look at the "
            "column `reported_by`.",
            d="outlets_as_sources: Nothing is said of how many report it. Look at who reports "
            "which figure.",
        ),
        hints="""
            - Look the three figures up in `troops`, with the column `reported_by`.
            - Has anybody reported that soldiers came back in that winter?""",
        solution='flaw = "a"',
        why="""Pentagon, letter, agency: three counters, one figure each. A fall and a rise between
            them are nobody's report.""",
    ),
    Question(
        id="6.5",
        name="checking.publishers_and_origins",
        asks="How many publishers, and how many origins, stand behind five rows of the timeline?",
        objective=3,
        reads=Fields(
            {"publishers": Number(unit="publishers"), "origins": OriginCount(unit="origins")},
            {"source_publisher": "publishers", "lineage": "origins"},
        ),
        expected=lambda case: sources(five_rows()),
        mistakes=[
            Mistake("reversed", swapped("publishers", "origins")).saying(
                "You have the two the other way round: outlets first, origins second."
            ),
            Mistake(
                "outlets_as_sources",
                gives(
                    lambda case: sources(five_rows())["publishers"],
                    lambda case: len(five_rows()),
                    at="origins",
                ),
            ),
            Mistake(
                "carrier_as_origin",
                gives(lambda case: five_rows()["lineage"].nunique(), at="origins"),
            ),
            Mistake("same_act_twice", gives(lambda case: len(five_rows()), at="publishers")).saying(
                "One publisher stands in two of the rows. How many different ones are there?"
            ),
            Mistake("incomplete", turns(lambda origins: origins - 1, at="origins")).saying(
                "More than one origin vouches for these rows. Look at the column `lineage`."
            ),
            Mistake(
                "wrong_selection",
                partly(lambda case: sources(record().timeline), lambda case: sources(case.claims)),
            ).saying("That counts a whole table, and not the rows that are asked for."),
            Mistake("off_by_one", off_by_one),
        ],
        hints="""
            - `.nunique()` counts the different publishers.
            - For the origins, `.groupby("lineage").size()` shows what there is. What stands before
              *through* counts.
            - `sources_by_lineage(rows)` does it for you; check it by hand.""",
        solution="""counted = {
    "publishers": rows["source_publisher"].nunique(),
    "origins": sources_by_lineage(rows).independent,
}""",
        why="""The agency and the communiqué vouch for all five rows. An outlet that prints them
            adds readers, but no source.""",
    ),
    Question(
        id="6.6",
        name="checking.independent_versions",
        asks="In which of six contradictions are the two versions independent?",
        objective=4,
        reads=Items(Choice(CONTRADICTIONS), what="contradictions"),
        expected=lambda case: frozenset(n for n in CONTRADICTIONS if independence(n) == "yes"),
        mistakes=[
            Mistake(
                "too_many", lambda given, expected, case: set(given) == set(CONTRADICTIONS)
            ).saying("Not all of them. For some the origin is missing, or is the same."),
            Mistake("unknown_as_independent", took_in("unknown")),
            Mistake("outlets_as_sources", took_in("no")).saying(
                "In one of these both versions go back to one body. Two versions of one source are "
                "not two sources."
            ),
            Mistake("incomplete", subset),
        ],
        hints="""
            - Compare `lineage_a` with `lineage_b`, row by row.
            - Three cases: both known and different; both known and shared; one not known.""",
        solution="""known = asked[(asked["lineage_a"] != "") & (asked["lineage_b"] != "")]
different = known[known["lineage_a"] != known["lineage_b"]]
independent = list(different["conflict_id"])""",
        why="""Both origins must be known and share nothing. Where one is missing we cannot tell,
            and cannot tell is not yes.""",
    ),
    Question(
        id="6.7",
        name="checking.unverified_memberships",
        asks="How many rows of membership are there, and how many of them are unverified?",
        objective=5,
        reads=Fields(
            {"rows": Number(unit="rows"), "unverified": Number(unit="rows", of=MEMBERSHIPS)}
        ),
        expected=members,
        mistakes=[
            Mistake("reversed", swapped("rows", "unverified")).saying(
                "A part cannot be larger than the whole. Which of the two counts all rows?"
            ),
            Mistake(
                "incomplete",
                turns(
                    lambda n: {"rows": n["unverified"], "unverified": n["rows"] - n["unverified"]}
                ),
            ).saying(
                "Those are the two numbers in the line `member`. Which question does each of them "
                "answer, and what do they make together?"
            ),
            Mistake(
                "incomplete",
                gives(lambda case: members(case)["rows"] - members(case)["unverified"], at="rows"),
            ).saying("Those are the verified rows alone. The others are rows of the status too."),
            Mistake(
                "unverified_as_known",
                gives(
                    lambda case: 0,
                    lambda case: members(case)["rows"] - members(case)["unverified"],
                    at="unverified",
                ),
            ),
            Mistake(
                "wrong_denominator",
                gives(
                    lambda case: members(case)["unverified"] / members(case)["rows"],
                    at="unverified",
                ),
            ).saying("That is a share. The question asks for the count, beside the count of all."),
            Mistake(
                "wrong_selection",
                gives(
                    lambda case: (
                        record().memberships.query("status == 'member'")["member"].nunique()
                    ),
                    at="rows",
                ),
            ).saying("So many states are members of something. The question asks for rows."),
            Mistake(
                "wrong_selection",
                partly(lambda case: seen(record().memberships.query("end == ''"), "member")),
            ).saying("Those are the memberships that have not ended. The others are rows too."),
            Mistake("wrong_selection", of_another_status).saying(
                "Those are the numbers of another line of the table. Which status is asked for?"
            ),
            Mistake("wrong_selection", partly(lambda case: seen(record().memberships))).saying(
                "That counts every status. The question asks for the status `member` alone."
            ),
            Mistake(
                "wrong_selection",
                partly(
                    lambda case: seen(record().votes),
                    lambda case: seen(record().votes.query("vote == 'yes'")),
                ),
            ).saying("That counts votes. Which table holds the memberships?"),
            Mistake("off_by_one", off_by_one).saying(
                "You are off by one. Let the code count, with `len(...)` or a crosstab."
            ),
        ],
        hints="""
            - Which table holds memberships? Which two of its columns does the question name?
            - `pd.crosstab(record.memberships["status"], record.memberships["verified"])` has all
              that you need.
            - Find the line `member`. What do its two numbers make together?""",
        solution="""
table = pd.crosstab(record.memberships["status"], record.memberships["verified"])
members = record.memberships[record.memberships["status"] == "member"]
seen = {"rows": len(members), "unverified": (members["verified"] == "no").sum()}""",
        why="""More than a third of these rows rest on what somebody knew. They may well be right. A
            count that mixes them with the others hides that.""",
    ),
    Question(
        id="6.8",
        name="checking.own_ratio_of_troops",
        asks="From your own rows of 6.3: within the letters to Congress, how many times the lowest "
        "is the highest?",
        objective=2,
        reads=Fields(
            {
                "lowest": Number(unit="persons"),
                "highest": Number(unit="persons"),
                "times": Number(unit="times, to one decimal"),
            },
            {"min": "lowest", "max": "highest"},
        ),
        same=times_of_own,
        mistakes=[
            Mistake("different_counts", outside(lambda: letters(troops(always=True)))).saying(
                "Not both figures are of the letters to Congress. Keep these alone, and compare "
                "within them."
            ),
            Mistake("wrong_selection", outside(troops)).saying(
                "Both are letters, but not both of the time of 6.3. Keep its rows first, with "
                "their dates."
            ),
            Mistake(
                "order_told", lambda given, expected, case: given["lowest"] > given["highest"]
            ).saying(
                "The names are the wrong way round: the smaller figure is the lowest, whichever "
                "letter came first."
            ),
            Mistake(
                "incomplete", lambda given, expected, case: given["lowest"] == given["highest"]
            ).saying("You give one figure twice. Which letters lie in this time?"),
            Mistake("reversed", factor(lambda low, high: low / high)).saying(
                "You have divided the other way round. The larger figure comes first."
            ),
            Mistake("wrong_denominator", factor(lambda low, high: high - low)).saying(
                "That is the difference. How many times does the one go into the other?"
            ),
            Mistake("off_by_one", factor(lambda low, high: high / low - 1)).saying(
                "That is by how much the one exceeds the other. How many times as large is it?"
            ),
            Mistake("off_by_one", factor(lambda low, high: 1 - low / high)).saying(
                "That is by what share it fell. How many times as large is the one as the other?"
            ),
            Mistake("wrong_denominator", factor(lambda low, high: 1)).saying(
                "That would be a figure divided by itself. Divide the one by the other."
            ),
            Mistake("too_vague", factor(lambda low, high: round(high / low))).saying(
                "A whole number is too coarse here. Give one decimal at least."
            ),
            Mistake("different_counts", factor(lambda low, high: of_all_counters())).saying(
                "So many times it is in the figures of 6.3, of all counters. Divide your own two."
            ),
            Mistake("wrong_denominator", factor(lambda low, high: 100 * high / low)).saying(
                "That is in per cent. How many times is it?"
            ),
        ],
        hints="""
            - Keep the rows of the letters: `around[around["reported_by"] == ...]`.
            - `.min()` and `.max()` of their column `value`; then divide the one by the other.""",
        solution="""letters = around[around["reported_by"] == "War Powers letter"]["value"]
within = {"lowest": letters.min(), "highest": letters.max()}
within["times"] = within["highest"] / within["lowest"]""",
        why="""One counter, so the two may be compared: between the two letters the number fell by
            more than a third. Across counters the same division would say nothing.""",
    ),
    Question(
        id="6.9",
        name="checking.write_a_correction",
        asks="Write a correction for the paper.",
        objective=6,
        reads=Essay(24),
        rubric="""
            - It names the sentence, and says what the story has there.
            - It says what the record has, with the source, its date and its origin.
            - It says whether the row is verified, and how many origins stand behind it.
            - It calls the difference by its name, and not larger than it is.
            - It says what is still not known.""",
        hints="""
            - Choose one row with a verdict other than correct, and look at all its columns.
            - Write for a reader who has neither the story nor the record at hand.""",
        solution='''correction = """
Sentence 3 says that the delegation had left a day before the declaration. By AFP's own report
of 15 March it left on Thursday the 14th, two days before; RFI reports the same on its own
account, so there are two origins, and the row is verified. One day is a small error. At what
hour it left, our record does not say.
"""''',
        why="""A correction is a claim too. It is worth as much as the source that the reader can
            look up.""",
    ),
]
