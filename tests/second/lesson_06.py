"""Answers to exercise 06, written from lesson and exercise of the second edition alone."""

import datetime as dt

import pandas as pd

from realignment.dates import bounds
from realignment.record import load_record, sources_by_lineage

POINTS = ["C03", "C04", "C07", "C10", "C16", "C17"]
VERDICTS = {
    "C03": "inaccurate",
    "C04": "correct",
    "C07": "imprecise",
    "C10": "rounded",
    "C16": "overgeneral",
    "C17": "unattributed",
}
ROWS = ["T061", "T062", "T063", "T064", "T065"]
PAIRS = ["K05", "K08", "K09", "K10", "K14", "K21"]


def points(case):
    """Return the six points of 6.1."""
    return case.claims[case.claims["claim_id"].isin(POINTS)]


def day(name, column="date"):
    """Return the earliest day of a row of the timeline."""
    timeline = load_record().timeline
    return bounds(timeline.loc[timeline["event_id"] == name, column].item())[0]


def until(name, since="T033"):
    """Return the days from one row of the timeline to another."""
    return (day(name) - day(since)).days


def figures(operator="USA", since="2023-06", to="2024-03-18", host="NER", who=None):
    """Return figures of the record for troops; ``None`` leaves a condition out."""
    troops = load_record().troops
    keep = troops["host"] == host
    if operator:
        keep &= troops["operator"] == operator
    if since:
        keep &= troops["date"] >= since
    if to:
        keep &= troops["date"] <= to
    if who:
        keep &= troops["reported_by"] == who
    return troops[keep]


def ends(rows):
    """Return the lowest and the highest figure of some rows."""
    return {"lowest": rows["value"].min(), "highest": rows["value"].max()}


def times(rows):
    """Return the lowest and the highest figure, and how many times the one is the other."""
    found = ends(rows)
    return {**found, "times": found["highest"] / found["lowest"]}


def letters(**conditions):
    """Return the figures of the letters to Congress."""
    return figures(who="War Powers letter", **conditions)


def five():
    """Return the five rows of 6.5."""
    timeline = load_record().timeline
    return timeline[timeline["event_id"].isin(ROWS)]


def counted(rows):
    """Return publishers and origins of some rows."""
    return {
        "publishers": rows["source_publisher"].nunique(),
        "origins": sources_by_lineage(rows).independent,
    }


def pairs():
    """Return the six contradictions of 6.6."""
    conflicts = load_record().conflicts
    return conflicts[conflicts["conflict_id"].isin(PAIRS)]


def chosen(keep):
    """Return the ids of those contradictions of which something is true."""
    return pairs()[keep(pairs())]["conflict_id"].tolist()


def members(table=None, column="status", value="member"):
    """Return how many rows have a value, and how many of these are not verified."""
    rows = load_record().memberships if table is None else table
    rows = rows[rows[column] == value]
    return {"rows": len(rows), "unverified": (rows["verified"] == "no").sum()}


def crossed():
    """Return the table of counts of 6.7."""
    memberships = load_record().memberships
    return pd.crosstab(memberships["status"], memberships["verified"])


ANSWERS = [
    # 6.1
    ("6.1", "right", VERDICTS, "the dict as shown"),
    ("6.1", "right", {key: value.title() for key, value in VERDICTS.items()}, "capital letters"),
    (
        "6.1",
        "right",
        lambda case: points(case).set_index("claim_id")["verdict"],
        "looked up in the table, as a Series",
    ),
    (
        "6.1",
        "right",
        lambda case: points(case)[["claim_id", "verdict"]],
        "two columns of the table, as a DataFrame",
    ),
    ("6.1", "right", list(VERDICTS.values()), "a list of six in the order asked"),
    ("6.1", "wrong", {**VERDICTS, "C03": "correct"}, "the wrong day not seen"),
    ("6.1", "wrong", {**VERDICTS, "C03": "rounded"}, "two days said to be one day, rounded"),
    ("6.1", "wrong", {**VERDICTS, "C03": "imprecise"}, "a wrong day taken for a vague one"),
    (
        "6.1",
        "wrong",
        {**VERDICTS, "C04": "inaccurate"},
        "what was announced, two days, taken for what happened",
    ),
    ("6.1", "wrong", {**VERDICTS, "C07": "inaccurate"}, "too general a name taken for an error"),
    ("6.1", "wrong", {**VERDICTS, "C10": "inaccurate"}, "a round figure taken for an error"),
    ("6.1", "wrong", {**VERDICTS, "C10": "correct"}, "a round figure not seen"),
    ("6.1", "wrong", {**VERDICTS, "C16": "correct"}, "all said where it was some: not seen"),
    ("6.1", "wrong", {**VERDICTS, "C17": "inaccurate"}, "nobody named taken for a mistake"),
    (
        "6.1",
        "wrong",
        {**VERDICTS, "C16": "unattributed", "C17": "overgeneral"},
        "C16 and C17 exchanged",
    ),
    (
        "6.1",
        "wrong",
        {**VERDICTS, "C07": "rounded", "C10": "imprecise"},
        "C07 and C10 exchanged",
    ),
    (
        "6.1",
        "wrong",
        lambda case: dict.fromkeys(POINTS, case.claims["verdict"].mode().item()),
        "the commonest verdict for all",
    ),
    (
        "6.1",
        "unreadable",
        lambda case: points(case).set_index("claim_id")["verified"],
        "the column verified instead of the verdict",
    ),
    ("6.1", "unreadable", {**VERDICTS, "C04": ...}, "one left open"),
    # 6.2
    ("6.2", "right", {"visit": "2023-03-16", "days": 132}, "a text and a number"),
    (
        "6.2",
        "right",
        lambda case: {"visit": day("T033"), "days": day("T037") - day("T033")},
        "a Timestamp and a Timedelta",
    ),
    ("6.2", "right", {"visit": dt.date(2023, 3, 16), "days": "132 days"}, "a date and a text"),
    ("6.2", "right", {"visit": "16 March 2023", "days": 132}, "the day in English"),
    ("6.2", "right", {"visit": "le 16 mars 2023", "days": "132 jours"}, "in French"),
    ("6.2", "right", ("2023-03-16", 132), "a tuple in the order asked"),
    (
        "6.2",
        "right",
        lambda case: {
            "visit": load_record().timeline.query("event_id == 'T033'")["date"],
            "days": until("T037"),
        },
        "the visit as a Series of one",
    ),
    (
        "6.2",
        "wrong",
        lambda case: {
            "visit": pd.Timestamp(case.article.published) - pd.DateOffset(years=1),
            "days": (
                day("T037") - (pd.Timestamp(case.article.published) - pd.DateOffset(years=1))
            ).days,
        },
        "a year before publication instead of the record",
    ),
    (
        "6.2",
        "wrong",
        lambda case: {"visit": day("T033"), "days": until("T037") + 1},
        "both ends counted: a day too many",
    ),
    (
        "6.2",
        "wrong",
        lambda case: {"visit": day("T033"), "days": (day("T033") - day("T037")).days},
        "subtracted the wrong way round: a negative number",
    ),
    (
        "6.2",
        "wrong",
        lambda case: {
            "visit": day("T033"),
            "days": (pd.Timestamp(case.article.published) - day("T033")).days,
        },
        "days from the visit to the story, not to the coup",
    ),
    (
        "6.2",
        "wrong",
        lambda case: {"visit": day("T033"), "days": until("T047")},
        "days until the coup was formally determined in Washington",
    ),
    (
        "6.2",
        "wrong",
        lambda case: {"visit": day("T033"), "days": until("T040")},
        "days until the ultimatum that followed the coup",
    ),
    ("6.2", "wrong", {"visit": "2023-03-16", "days": 120}, "four months of thirty days"),
    ("6.2", "wrong", {"visit": "2023-03-16", "days": 4}, "months instead of days"),
    (
        "6.2",
        "wrong",
        lambda case: {"visit": day("T033"), "days": (bounds("2023-07")[0] - day("T033")).days},
        "days to the first day of the month that the story gives",
    ),
    ("6.2", "wrong", {"visit": "2023-07-26", "days": 132}, "the day of the coup for the visit"),
    (
        "6.2",
        "wrong",
        lambda case: {"visit": day("T061"), "days": until("T037")},
        "the delegation of 2024 taken for the visit",
    ),
    ("6.2", "unreadable", {"visit": ..., "days": 132}, "the visit left open"),
    # 6.3
    ("6.3", "right", lambda case: ends(figures()), "computed"),
    ("6.3", "right", {"lowest": 600, "highest": 1100}, "numbers"),
    ("6.3", "right", {"lowest": "more than 600", "highest": "about 1,100"}, "as stated"),
    ("6.3", "right", (600, 1100), "a tuple in the order asked"),
    ("6.3", "right", {"lowest": "600 soldats", "highest": "1 100 soldats"}, "in French, spaced"),
    (
        "6.3",
        "right",
        lambda case: figures()["value"].agg(["min", "max"]).set_axis(["lowest", "highest"]),
        "a Series",
    ),
    (
        "6.3",
        "wrong",
        lambda case: ends(figures(operator=None)),
        "whose troops forgotten: the French are counted too",
    ),
    ("6.3", "wrong", lambda case: ends(figures(since=None)), "the beginning of the time forgotten"),
    (
        "6.3",
        "wrong",
        lambda case: ends(figures(operator=None, since=None, to=None)),
        "nothing added to the cell: all troops, all times",
    ),
    (
        "6.3",
        "wrong",
        lambda case: ends(figures(to="2024-03-17")),
        "until the day of the story, not the day after",
    ),
    ("6.3", "wrong", lambda case: ends(figures(to="2023-12-31")), "the year 2023 only"),
    ("6.3", "wrong", lambda case: ends(letters()), "only the letters to Congress"),
    (
        "6.3",
        "wrong",
        lambda case: {
            "lowest": ends(figures())["highest"],
            "highest": ends(figures())["lowest"],
        },
        "lowest and highest exchanged",
    ),
    (
        "6.3",
        "wrong",
        lambda case: {
            "lowest": figures()["value"].iloc[0],
            "highest": figures()["value"].iloc[-1],
        },
        "first and last instead of lowest and highest",
    ),
    (
        "6.3",
        "wrong",
        lambda case: {
            "lowest": figures()["value"].idxmin(),
            "highest": figures()["value"].idxmax(),
        },
        "numbers of rows instead of figures",
    ),
    (
        "6.3",
        "wrong",
        lambda case: ends(figures(operator="FRA", since=None, to=None)),
        "the French troops",
    ),
    ("6.3", "wrong", {"lowest": 648, "highest": 1000}, "the last letter and the story's figure"),
    ("6.3", "unreadable", {"lowest": 600, "highest": ...}, "one left open"),
    (
        "6.3",
        "unreadable",
        lambda case: {"lowest": figures()["value"], "highest": figures()["value"]},
        "the whole column, twice",
    ),
    # 6.4
    ("6.4", "right", "a", "the letter"),
    ("6.4", "right", "(A)", "a capital in brackets"),
    ("6.4", "right", "a: it makes one series of figures from different counters", "in full"),
    ("6.4", "right", ("a",), "a tuple of one"),
    ("6.4", "wrong", "b", "the day of publication"),
    ("6.4", "wrong", "c", "two states confused"),
    ("6.4", "wrong", "d", "papers and not sources"),
    ("6.4", "wrong", "d: it counts papers and not sources", "d in full"),
    ("6.4", "wrong", ["a", "d"], "a right letter and a wrong one"),
    ("6.4", "unreadable", 452, "a number of the text"),
    ("6.4", "unreadable", "", "nothing written"),
    # 6.5
    ("6.5", "right", lambda case: counted(five()), "computed with the function"),
    ("6.5", "right", {"publishers": 4, "origins": 2}, "by hand"),
    ("6.5", "right", {"publishers": "four", "origins": "two"}, "in words"),
    ("6.5", "right", [4, 2], "a list in the order asked"),
    (
        "6.5",
        "right",
        lambda case: {
            "publishers": len(set(five()["source_publisher"])),
            "origins": five()["lineage"].str.split(", through ").str[0].nunique(),
        },
        "cut up with pandas",
    ),
    (
        "6.5",
        "wrong",
        lambda case: {**counted(five()), "origins": five()["lineage"].nunique()},
        "lineages counted as they stand: a carrier counts as an origin",
    ),
    (
        "6.5",
        "wrong",
        lambda case: {**counted(five()), "publishers": len(five())},
        "rows counted instead of publishers",
    ),
    (
        "6.5",
        "wrong",
        lambda case: dict.fromkeys(["publishers", "origins"], len(five())),
        "rows counted for both",
    ),
    (
        "6.5",
        "wrong",
        lambda case: dict.fromkeys(["publishers", "origins"], counted(five())["publishers"]),
        "every publisher taken for an origin",
    ),
    ("6.5", "wrong", {"publishers": 2, "origins": 4}, "publishers and origins exchanged"),
    (
        "6.5",
        "wrong",
        lambda case: counted(load_record().timeline),
        "the whole timeline instead of the five rows",
    ),
    (
        "6.5",
        "wrong",
        lambda case: counted(case.claims),
        "the claims instead of the five rows",
    ),
    (
        "6.5",
        "wrong",
        lambda case: {
            **counted(five()),
            "origins": five()["lineage"].str.contains("AFP").sum(),
        },
        "rows of AFP counted instead of origins",
    ),
    ("6.5", "wrong", {"publishers": 4, "origins": 1}, "only AFP seen"),
    ("6.5", "unreadable", {"publishers": 4, "origins": ...}, "the origins left open"),
    # 6.6
    ("6.6", "right", ["K05", "K08", "K21"], "a list"),
    ("6.6", "right", {"K21", "K05", "K08"}, "a set"),
    ("6.6", "right", "K05, K08 and K21", "a text"),
    (
        "6.6",
        "right",
        lambda case: pairs()[pairs()["independent"] == "yes"]["conflict_id"],
        "a column of the table",
    ),
    ("6.6", "right", lambda case: pairs()[pairs()["independent"] == "yes"], "rows of the table"),
    (
        "6.6",
        "wrong",
        lambda case: chosen(lambda rows: rows["lineage_a"] != rows["lineage_b"]),
        "whatever is not the same, the unknown too",
    ),
    (
        "6.6",
        "wrong",
        lambda case: chosen(lambda rows: (rows["lineage_a"] != "") & (rows["lineage_b"] != "")),
        "whatever is known, the same origin too",
    ),
    (
        "6.6",
        "wrong",
        lambda case: chosen(lambda rows: rows["independent"] != "yes"),
        "those that are not independent",
    ),
    (
        "6.6",
        "wrong",
        lambda case: chosen(lambda rows: rows["independent"] == "unknown"),
        "those of which one cannot say",
    ),
    ("6.6", "wrong", PAIRS, "all six"),
    ("6.6", "wrong", ["K08", "K21"], "K05 left out"),
    ("6.6", "wrong", ["K05", "K21"], "K08 left out"),
    ("6.6", "wrong", ["K21"], "only where each version has one origin"),
    ("6.6", "wrong", ["K05", "K08", "K14", "K21"], "a ministry, and an origin nobody knows"),
    ("6.6", "wrong", [], "none"),
    (
        "6.6",
        "wrong",
        lambda case: load_record().conflicts.query("independent == 'yes'")["conflict_id"].tolist(),
        "all contradictions of the record instead of the six",
    ),
    ("6.6", "unreadable", 3, "a number instead of ids"),
    # 6.7
    ("6.7", "right", lambda case: members(), "computed"),
    ("6.7", "right", {"rows": 90, "unverified": 36}, "read from the table of counts"),
    (
        "6.7",
        "right",
        lambda case: {
            "rows": crossed().loc["member"].sum(),
            "unverified": crossed().loc["member", "no"],
        },
        "taken from the crosstab",
    ),
    ("6.7", "right", {"rows": "90 lignes", "unverified": "36"}, "texts, one in French"),
    ("6.7", "right", (90, 36), "a tuple in the order asked"),
    (
        "6.7",
        "wrong",
        lambda case: {**members(), "unverified": crossed().loc["member", "yes"]},
        "those that are verified",
    ),
    (
        "6.7",
        "wrong",
        lambda case: {"rows": crossed().sum().sum(), "unverified": crossed()["no"].sum()},
        "all memberships, whatever the status",
    ),
    (
        "6.7",
        "wrong",
        lambda case: {**members(), "unverified": crossed()["no"].sum()},
        "the unverified rows of every status",
    ),
    (
        "6.7",
        "wrong",
        lambda case: members(load_record().votes, "vote", "yes"),
        "the votes, as the cell stands",
    ),
    (
        "6.7",
        "wrong",
        lambda case: members(value="suspended"),
        "the suspended instead of the members",
    ),
    (
        "6.7",
        "wrong",
        lambda case: {
            **members(),
            "unverified": members()["unverified"] / members()["rows"],
        },
        "a share instead of a number",
    ),
    (
        "6.7",
        "wrong",
        lambda case: {
            "rows": crossed().loc["member", "yes"],
            "unverified": crossed().loc["member", "no"],
        },
        "the verified rows given for all rows",
    ),
    (
        "6.7",
        "wrong",
        lambda case: {
            **members(),
            "rows": load_record().memberships.query("status == 'member'")["member"].nunique(),
        },
        "states counted instead of rows",
    ),
    (
        "6.7",
        "wrong",
        lambda case: members(load_record().memberships.query("end == ''")),
        "only memberships that have not ended",
    ),
    ("6.7", "wrong", {"rows": 36, "unverified": 90}, "the two numbers exchanged"),
    ("6.7", "unreadable", {"rows": 90, "unverified": ...}, "one left open"),
    ("6.7", "unreadable", lambda case: crossed(), "the whole table of counts"),
    # 6.8
    ("6.8", "right", lambda case: times(letters()), "computed"),
    ("6.8", "right", {"lowest": 648, "highest": 1016, "times": 1.6}, "one decimal"),
    ("6.8", "right", {"lowest": 648, "highest": 1016, "times": "1.57 times"}, "a text"),
    ("6.8", "right", {"lowest": "648", "highest": "1,016", "times": "1,57"}, "a French comma"),
    ("6.8", "right", [648, 1016, 1016 / 648], "a list in the order asked"),
    (
        "6.8",
        "wrong",
        lambda case: times(figures()),
        "all counters, as in 6.3: the letters not kept",
    ),
    (
        "6.8",
        "wrong",
        lambda case: times(letters(since=None)),
        "the letters of all years: the time forgotten",
    ),
    (
        "6.8",
        "wrong",
        lambda case: {**ends(letters()), "times": 648 / 1016},
        "divided the wrong way round",
    ),
    (
        "6.8",
        "wrong",
        lambda case: {**ends(letters()), "times": 1016 - 648},
        "the difference instead of the quotient",
    ),
    (
        "6.8",
        "wrong",
        lambda case: {**ends(letters()), "times": (1016 - 648) / 648},
        "how much more, as a share, instead of how many times",
    ),
    ("6.8", "wrong", {"lowest": 648, "highest": 1016, "times": 2}, "no decimal"),
    (
        "6.8",
        "wrong",
        lambda case: {**ends(letters()), "times": len(letters())},
        "the number of letters taken for how many times",
    ),
    (
        "6.8",
        "wrong",
        lambda case: {**ends(letters()), "times": times(figures())["times"]},
        "the quotient of the figures of 6.3",
    ),
    ("6.8", "wrong", {"lowest": 1016, "highest": 648, "times": 1.57}, "lowest and highest swapped"),
    (
        "6.8",
        "wrong",
        lambda case: times(figures(who="Wall Street Journal")),
        "another counter",
    ),
    (
        "6.8",
        "wrong",
        {"lowest": 648, "highest": 1100, "times": 1100 / 648},
        "the Pentagon's figure among the letters",
    ),
    ("6.8", "unreadable", {"lowest": 648, "highest": 1016, "times": ...}, "one left open"),
    # 6.9
    (
        "6.9",
        "open",
        "Sentence 3 said that the declaration came a day after the delegation had left (C03). "
        "By AFP's own report of 15 March it left on Thursday the 14th, two days before. One "
        "origin, AFP, stands behind this; the row is verified. Why the later dispatch says a day "
        "is not known.",
        "a correction in English with all that is asked",
    ),
    (
        "6.9",
        "open",
        "Dans la phrase 8 (C10), nous avons écrit que la base a coûté 100 millions de dollars. "
        "Selon Stars and Stripes et le Wall Street Journal, c'était environ 110 millions. "
        "L'origine de ce chiffre n'est pas connue, et la ligne reste à vérifier.",
        "in French",
    ),
    (
        "6.9",
        "open",
        "تصحيح: ذكرت الجملة 15 أن مالي وبوركينا فاسو قطعتا صلاتهما بالدول الغربية. يقول السجل إن "
        "القطيعة كانت مع فرنسا أولا، وإن بعثة الاتحاد الأوروبي بقيت في مالي حتى مايو 2024. المصدر "
        "واحد هو وكالة فرانس برس. ولا نعرف بعد ما جرى مع سائر الدول.",
        "in Arabic",
    ),
    (
        "6.9",
        "open",
        "更正：第1句说尼日尔终止与美国的军事合作协议（C07）。根据记录，被废止的是驻军地位协定，"
        "即2012年7月6日和2013年1月28日的换文。来源只有一个，即官方文本，该行已经核实。"
        "美军何时离开，当晚并没有说明，目前仍不清楚。",
        "in Chinese, without spaces between words",
    ),
    (
        "6.9",
        "open",
        "CORRECTION. In sentence 8 we gave 1,000 US troops. The last letter to Congress (7 Dec "
        "2023) says 648! The WSJ has 'more than 600'. Two origins, two counts; who is counted in "
        "ours we don't know yet.",
        "everyday English",
    ),
    ("6.9", "unreadable", "The date was wrong. Sorry.", "far too short"),
    ("6.9", "unreadable", "...", "the dots left standing"),
]
