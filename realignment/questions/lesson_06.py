"""Lesson 06, Checking the story, asks whether the article was right."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, get_args

import pandas as pd

from realignment.answers import Choice, Date, Essay, Fields, Items, Keyed, Number
from realignment.cases import Case, Claim
from realignment.dates import bounds
from realignment.questions import Mistake, Question, Test, value
from realignment.record import THROUGH, Record, load_record, sources_by_lineage

VERDICTS = Choice(get_args(Claim.model_fields["verdict"].annotation))

SORTED = ("C03", "C04", "C07", "C10", "C16", "C17")
"""The claims of question 6.1."""

VISIT, COUP = "T033", "T037"
"""Rows of the timeline: the secretary of state visited Niger; the president was detained."""

DAYS = ("T061", "T062", "T063", "T064", "T065")
"""Rows of the timeline about 12 to 17 March 2024, whose sources question 6.5 counts."""

CONTRADICTIONS = ("K05", "K08", "K09", "K10", "K14", "K21")
"""The contradictions of question 6.6: some independent, one not, some that nobody can tell."""

LETTER = "War Powers letter"
"""How the record names the letters that the president sends to Congress."""

SINCE, UNTIL = "2023-06", "2024-03-18"
"""The time of question 6.3: from the last letter before the coup to the day after the story."""


@cache
def the_record() -> Record:
    """Return the record that comes with the module, read once."""
    return load_record()


def verdicts(case: Case) -> dict[str, str]:
    """Return the verdict of each claim that question 6.1 asks about."""
    table = case.claims.set_index("claim_id")["verdict"]
    return {name: table[name] for name in SORTED}


def gave(wrong: str, right: str) -> Test:
    """Return a test: some claim whose verdict is ``right`` was given ``wrong``."""
    return lambda given, expected, case: any(
        given.get(name) == wrong and verdict == right for name, verdict in verdicts(case).items()
    )


def dates_of(*names: str) -> list[str]:
    """Return the dates of some rows of the timeline."""
    table = the_record().timeline.set_index("event_id")["date"]
    return [table[name] for name in names]


def days_apart(first: str, second: str) -> float:
    """Return the days from the earliest day of one date to that of another."""
    return float((bounds(second)[0] - bounds(first)[0]).days)


def four_months(case: Case) -> dict:
    """Return the day of the visit by the record, and the days from it to the coup."""
    visit, coup = dates_of(VISIT, COUP)
    return {"visit": visit, "days": days_apart(visit, coup)}


def year_before(case: Case) -> str:
    """Return the day exactly a year before the story was published."""
    return str((pd.Timestamp(case.article.published) - pd.DateOffset(years=1)).date())


def figures(operator: str | None = "USA", always: bool = False) -> pd.Series:
    """Return the troop figures for Niger that question 6.3 may mean."""
    troops = the_record().troops
    rows = troops[troops["host"] == "NER"]
    if operator:
        rows = rows[rows["operator"] == operator]
    if not always:
        rows = rows[(rows["date"] >= SINCE) & (rows["date"] <= UNTIL)]
    return rows["value"]


def lowest_counted() -> float:
    """Return the lowest of those figures that is not given as a bound."""
    troops = the_record().troops
    stated = troops.loc[figures().index, "as_stated"]
    return float(figures()[~stated.str.contains("more than")].min())


@cache
def letters() -> frozenset[float]:
    """Return the figures of the letters to Congress on US troops in Niger."""
    troops = the_record().troops
    return frozenset(figures(always=True)[troops["reported_by"] == LETTER].astype(float))


def story_figure() -> float:
    """Return the figure that the story itself gives."""
    troops = the_record().troops
    return float(troops[(troops["host"] == "NER") & (troops["lineage"] == "AFP")]["value"].item())


def extremes(case: Case) -> dict[str, float]:
    """Return the lowest and the highest figure for US troops in Niger in that time."""
    found = figures()
    return {"lowest": float(found.min()), "highest": float(found.max())}


def other_selection(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether an end of the range comes from other troops or another time."""
    sets = (
        figures(None),
        figures(always=True),
        figures(None, always=True),
        the_record().troops["value"],
    )
    true = extremes(case)
    return any(
        given[name] != true[name] and given[name] == end
        for some in sets
        for name, end in (("lowest", some.min()), ("highest", some.max()))
    )


def times_of_own(given: dict, expected: None, case: Case) -> bool:
    """Tell whether both figures are letters of the time, and the factor fits the student's two."""
    low, high = given["lowest"], given["highest"]
    return (
        not other_counter(given)
        and not other_time(given)
        and low < high
        and abs(given["times"] - high / low) <= 0.06
    )


def other_counter(given: dict) -> bool:
    """Tell whether a figure is none of those in the letters to Congress."""
    return not {given["lowest"], given["highest"]} <= letters()


def other_time(given: dict) -> bool:
    """Tell whether a figure is none of those in the time of question 6.3."""
    return not {given["lowest"], given["highest"]} <= set(figures().astype(float))


def five_rows() -> pd.DataFrame:
    """Return the rows of question 6.5."""
    timeline = the_record().timeline
    return timeline[timeline["event_id"].isin(DAYS)]


def sources(case: Case) -> dict[str, float]:
    """Return how many publishers and how many origins stand behind those rows."""
    rows = five_rows()
    return {
        "publishers": float(rows["source_publisher"].nunique()),
        "origins": float(sources_by_lineage(rows).independent),
    }


def lineages() -> float:
    """Return how many different lineages there are if the carriers are left in."""
    return float(five_rows()["lineage"].nunique())


def independence(name: str) -> str:
    """Return whether the two versions of a contradiction are independent, from their lineages."""
    row = the_record().conflicts.set_index("conflict_id").loc[name]
    origins = [
        {part.split(THROUGH)[0].strip() for part in row[column].split(";") if part.strip()}
        for column in ("lineage_a", "lineage_b")
    ]
    if not all(origins):
        return "unknown"
    return "no" if origins[0] & origins[1] else "yes"


def independent_ones(case: Case) -> frozenset[str]:
    """Return the contradictions of question 6.6 whose two versions are independent."""
    return frozenset(name for name in CONTRADICTIONS if independence(name) == "yes")


def took_in(what: str) -> Callable[[frozenset, Case], bool]:
    """Return a test: a contradiction was named whose independence is ``what``."""
    return lambda given, expected, case: any(independence(name) == what for name in given)


def memberships(case: Case) -> dict[str, float]:
    """Return how many rows of plain membership there are, and how many are unverified."""
    table = the_record().memberships
    rows = table[table["status"] == "member"]
    return {"rows": float(len(rows)), "unverified": float((rows["verified"] == "no").sum())}


def counted_elsewhere(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether one of the two counts is that of all memberships or of the votes."""
    true = memberships(case)
    return any(
        given[name] != true[name] and given[name] == count
        for table in (the_record().memberships, the_record().votes)
        for name, count in (("rows", len(table)), ("unverified", (table["verified"] == "no").sum()))
    )


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
            Mistake(
                "story_for_record",
                gave("correct", "inaccurate"),
                "You have followed the story. Read the line of the record once more, and count "
                "the days.",
            ),
            Mistake(
                "intent_as_event",
                gave("inaccurate", "correct"),
                "What was announced beforehand is a plan. Compare the story with what was done "
                "in the end.",
            ),
            Mistake(
                "false_precision",
                gave("inaccurate", "rounded"),
                "You ask of a round figure more than it claims to give.",
            ),
            Mistake(
                "claim_as_fact",
                gave("inaccurate", "overgeneral"),
                "The record shows that it holds of one part of what it names, and does not "
                "hold of another. Is there a verdict for this?",
            ),
            Mistake(
                "hedge_missed",
                gave("inaccurate", "unattributed"),
                "The record does not show it to be false. What is missing in the sentence?",
            ),
            Mistake(
                "incomplete",
                gave("correct", "overgeneral"),
                "It holds for some of what it names. Does it hold for all?",
            ),
            Mistake(
                "too_vague",
                gave("correct", "imprecise"),
                "It is not wrong. Could it be put more exactly, from what the record says?",
            ),
            Mistake(
                "false_precision",
                gave("inaccurate", "imprecise"),
                "What the sentence says did happen. Is the thing itself wrong, or does its "
                "name take in too much?",
            ),
            Mistake(
                "too_vague",
                gave("correct", "rounded"),
                "Put the two figures side by side, that of the story and that of the record. "
                "Are they one and the same?",
            ),
            Mistake(
                "hedge_missed",
                gave("correct", "unattributed"),
                "Somebody sees it so. Does the sentence say who?",
            ),
        ],
        hints=[
            "Read the story and the record aloud, one after the other. Which word would you "
            "change, if any?",
            "Ask of each: is a figure smoothed, a group made too large, a source missing, a day "
            "shifted, a thing named too loosely?",
        ],
        solution="""verdicts = {
    "C03": "inaccurate", "C04": "correct", "C07": "imprecise",
    "C10": "rounded", "C16": "overgeneral", "C17": "unattributed",
}""",
        why="One is a wrong day, one stands as it is, and four say less than they could, each in "
        "its own way. To call all of them wrong would be as careless as to call all of them right.",
    ),
    Question(
        id="6.2",
        name="checking.day_of_the_visit",
        asks="By the record, when did Blinken visit Niger, and how many days before the coup?",
        objective=1,
        reads=Fields({"visit": Date(), "days": Number(unit="days")}),
        expected=four_months,
        mistakes=[
            Mistake(
                "story_for_record",
                lambda given, expected, case: (
                    given["visit"] == case.events.set_index("event_id").at["E24", "date"]
                ),
            ),
            Mistake(
                "publication_date",
                lambda given, expected, case: (
                    given["visit"] in (case.article.published, year_before(case))
                ),
                "You have counted from the day on which the story was published. The record "
                "has a day of its own.",
            ),
            Mistake(
                "too_vague",
                lambda given, expected, case: given["visit"].count("-") < 2,
                "The record lets you be more exact: it has the day.",
            ),
            Mistake(
                "reversed",
                lambda given, expected, case: (
                    given["days"] < 0 or given["visit"] == dates_of(COUP)[0]
                ),
                "You have the two in the opposite order. The visit came first.",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: abs(given["days"] - four_months(case)["days"]) == 1,
                "You are off by one. Take one date from the other; do not count both ends.",
            ),
            Mistake(
                "story_for_record",
                lambda given, expected, case: given["days"] in (120, 121, 122, 123, 124),
                "That is four months, as the story has it. Count the days between the two rows.",
            ),
        ],
        hints=[
            "You need two rows: one of the visit, one of the day on which the president was "
            "detained. The same search with another word finds the second.",
            "`bounds(date)[0]` turns a date into one that can be subtracted; `.days` gives the "
            "difference.",
        ],
        solution="""two = timeline[timeline["event_id"].isin(["T033", "T037"])]["date"]
visit, coup = [bounds(date)[0] for date in two]
days = (coup - visit).days""",
        why="Four months and ten days: what sentence 11 says stands. The visit fell on a day one "
        "year before the statement on television, which the story leaves to the reader.",
    ),
    Question(
        id="6.3",
        name="checking.troops_lowest_and_highest",
        asks="The lowest and the highest figure for US troops in Niger around the story?",
        objective=2,
        reads=Fields({"lowest": Number(unit="persons"), "highest": Number(unit="persons")}),
        expected=extremes,
        defensible=lambda case: {
            "lowest": {
                lowest_counted(): "the record's lowest is given as more than that, so it is a "
                "bound; yours is the lowest figure that is a count"
            }
        },
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: given["lowest"] > given["highest"],
                "You have the two the other way round.",
            ),
            Mistake(
                "wrong_selection",
                other_selection,
                "One of the two is from other troops, another country or another time. Check "
                "all conditions.",
            ),
            Mistake(
                "story_for_record",
                lambda given, expected, case: story_figure() in (given["lowest"], given["highest"]),
                "One of the two is the story's own figure. There are others in these months.",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: (
                    given != expected and set(given.values()) <= set(figures())
                ),
                "Both are in the right rows, but one of them is not the end of the range.",
            ),
        ],
        hints=[
            "Three conditions: whose troops, in which country, from when to when. Dates written "
            "year first can be compared as text.",
            "`.min()` and `.max()` of the column `value`; or sort, and read the ends.",
        ],
        solution="""around = troops[
    (troops["host"] == "NER")
    & (troops["operator"] == "USA")
    & (troops["date"] >= "2023-06")
    & (troops["date"] <= "2024-03-18")
]
found = {"lowest": around["value"].min(), "highest": around["value"].max()}""",
        why="Two figures lie far apart within a few months. Both are reported in good faith; they "
        "differ in who counts, whom, and when. The lower one is itself given as more than that.",
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
        mistakes=[
            Mistake(
                "publication_date",
                value("b"),
                "Months are given, and they are those of the figures. Where do the figures "
                "come from?",
            ),
            Mistake(
                "niger_nigeria",
                value("c"),
                "All three figures are about one and the same country. Look at the column "
                "`reported_by`.",
            ),
            Mistake(
                "outlets_as_sources",
                value("d"),
                "Nothing is said of how many report it. Look at who reports which figure.",
            ),
        ],
        hints=[
            "Look the three figures up in `troops`, with the column `reported_by`.",
            "Has anybody reported that soldiers came back in that winter?",
        ],
        solution='flaw = "a"',
        why="Pentagon, letter, agency: three counters, one figure each. A fall and a rise between "
        "them are nobody's report.",
    ),
    Question(
        id="6.5",
        name="checking.publishers_and_origins",
        asks="How many publishers, and how many origins, stand behind five rows of the timeline?",
        objective=3,
        reads=Fields({"publishers": Number(unit="publishers"), "origins": Number(unit="origins")}),
        expected=sources,
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: (
                    given["origins"] == sources(case)["publishers"]
                    and given["publishers"] == sources(case)["origins"]
                ),
                "You have the two the other way round: outlets first, origins second.",
            ),
            Mistake(
                "outlets_as_sources",
                lambda given, expected, case: (
                    given["origins"] in (sources(case)["publishers"], float(len(five_rows())))
                ),
            ),
            Mistake(
                "carrier_as_origin", lambda given, expected, case: given["origins"] == lineages()
            ),
            Mistake(
                "same_act_twice",
                lambda given, expected, case: given["publishers"] == len(five_rows()),
                "One publisher stands in two of the rows. How many different ones are there?",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: given["origins"] < sources(case)["origins"],
                "More than one origin vouches for these rows. Look at the column `lineage`.",
            ),
        ],
        hints=[
            "`.nunique()` counts the different publishers.",
            'For the origins, `.groupby("lineage").size()` shows what there is. What stands '
            "before *through* counts.",
            "`sources_by_lineage(rows)` does it for you; check it by hand.",
        ],
        solution="""counted = {
    "publishers": rows["source_publisher"].nunique(),
    "origins": sources_by_lineage(rows).independent,
}""",
        why="The agency and the communiqué vouch for all five rows. An outlet that prints them "
        "adds readers, but no source.",
    ),
    Question(
        id="6.6",
        name="checking.independent_versions",
        asks="In which of six contradictions are the two versions independent?",
        objective=4,
        reads=Items(Choice(CONTRADICTIONS), what="contradictions"),
        expected=independent_ones,
        mistakes=[
            Mistake(
                "too_many",
                lambda given, expected, case: len(given) == len(CONTRADICTIONS),
                "Not all of them. For some the origin is missing, or is the same.",
            ),
            Mistake("unknown_as_independent", took_in("unknown")),
            Mistake(
                "outlets_as_sources",
                took_in("no"),
                "In one of these both versions go back to one body. Two versions of one source "
                "are not two sources.",
            ),
            Mistake("incomplete", lambda given, expected, case: given < independent_ones(case)),
        ],
        hints=[
            "Compare `lineage_a` with `lineage_b`, row by row.",
            "Three cases: both known and different; both known and shared; one not known.",
        ],
        solution="""known = asked[(asked["lineage_a"] != "") & (asked["lineage_b"] != "")]
different = known[known["lineage_a"] != known["lineage_b"]]
independent = list(different["conflict_id"])""",
        why="Both origins must be known and share nothing. Where one is missing we cannot tell, "
        "and cannot tell is not yes.",
    ),
    Question(
        id="6.7",
        name="checking.unverified_memberships",
        asks="How many rows of membership are there, and how many of them are unverified?",
        objective=5,
        reads=Fields({"rows": Number(unit="rows"), "unverified": Number(unit="rows")}),
        expected=memberships,
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: given["unverified"] > given["rows"],
                "A part cannot be larger than the whole. Which of the two counts all rows?",
            ),
            Mistake(
                "incomplete",
                lambda given, expected, case: (
                    given["unverified"] > 0
                    and given["rows"] + given["unverified"] == memberships(case)["rows"]
                ),
                "Those are the verified rows alone. The others are rows of the status too.",
            ),
            Mistake(
                "wrong_selection",
                counted_elsewhere,
                "That counts another table, or every status. The question asks for the status "
                "`member` alone.",
            ),
            Mistake(
                "unverified_as_known",
                lambda given, expected, case: (
                    given["unverified"] == 0
                    or given["unverified"]
                    == memberships(case)["rows"] - memberships(case)["unverified"]
                ),
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: 0 < given["unverified"] < 1,
                "That is a share. The question asks for the count, beside the count of all.",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: any(
                    abs(given[name] - count) == 1 for name, count in memberships(case).items()
                ),
                "You are off by one. Let the code count, with `len(...)` or a crosstab.",
            ),
        ],
        hints=[
            "Which table holds memberships? Which two of its columns does the question name?",
            '`pd.crosstab(record.memberships["status"], record.memberships["verified"])` has '
            "all that you need.",
            "Find the line `member`. What do its two numbers make together?",
        ],
        solution="""
table = pd.crosstab(record.memberships["status"], record.memberships["verified"])
members = record.memberships[record.memberships["status"] == "member"]
seen = {"rows": len(members), "unverified": (members["verified"] == "no").sum()}""",
        why="More than a third of these rows rest on what somebody knew. They may well be right. A "
        "count that mixes them with the others hides that.",
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
            }
        ),
        same=times_of_own,
        mistakes=[
            Mistake(
                "different_counts",
                lambda given, expected, case: other_counter(given),
                "One of the two is from another counter. Keep the letters to Congress alone, "
                "and compare within them.",
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: other_time(given),
                "Both are letters, but one is of another time. Keep the rows of 6.3 first: "
                "their dates too.",
            ),
            Mistake(
                "order_told",
                lambda given, expected, case: given["lowest"] > given["highest"],
                "The names are the wrong way round: the smaller figure is the lowest, "
                "whichever letter came first.",
            ),
            Mistake(
                "reversed",
                lambda given, expected, case: (
                    given["highest"] > 0
                    and abs(given["times"] - given["lowest"] / given["highest"]) <= 0.01
                ),
                "You have divided the other way round. The larger figure comes first.",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given["times"] == given["highest"] - given["lowest"],
                "That is the difference. How many times does the one go into the other?",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: (
                    given["lowest"] > 0
                    and abs(given["times"] - (given["highest"] / given["lowest"] - 1)) <= 0.06
                ),
                "That is by how much the one exceeds the other. How many times as large is it?",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given["times"] == 1,
                "That would be a figure divided by itself. Divide the one by the other.",
            ),
        ],
        hints=[
            'Keep the rows of the letters: `around[around["reported_by"] == ...]`.',
            "`.min()` and `.max()` of their column `value`; then divide the one by the other.",
        ],
        solution="""letters = around[around["reported_by"] == "War Powers letter"]["value"]
within = {"lowest": letters.min(), "highest": letters.max()}
within["times"] = within["highest"] / within["lowest"]""",
        why="One counter, so the two may be compared: between the two letters the number fell by "
        "more than a third. Across counters the same division would say nothing.",
    ),
    Question(
        id="6.9",
        name="checking.write_a_correction",
        asks="Write a correction for the paper.",
        objective=6,
        reads=Essay(40),
        rubric=[
            "It names the sentence, and says what the story has there.",
            "It says what the record has, with the source, its date and its origin.",
            "It says whether the row is verified, and how many origins stand behind it.",
            "It calls the difference by its name, and not larger than it is.",
            "It says what is still not known.",
        ],
        hints=[
            "Choose one row with a verdict other than correct, and look at all its columns.",
            "Write for a reader who has neither the story nor the record at hand.",
        ],
        solution='''correction = """
Sentence 3 says that the delegation had left a day before the declaration. By AFP's own report
of 15 March it left on Thursday the 14th, two days before; RFI reports the same on its own
account, so there are two origins, and the row is verified. One day is a small error. At what
hour it left, our record does not say.
"""''',
        why="A correction is a claim too. It is worth as much as the source that the reader can "
        "look up.",
    ),
]
