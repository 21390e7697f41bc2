"""The numbers of lesson 09 and its exercise."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pandas as pd
from world import (
    EIGHT,
    Above,
    checked,
    code,
    day,
    is_of,
    line,
    prose,
    record,
    recorded,
    several,
    told,
    written,
)

from realignment import agreement
from realignment.questions import lesson_09, quick
from realignment.record import CAST, members_at, votes_alike
from realignment.ties import dyads, snapshots, ties

_LAST = "2024-12-31"
_FOUNDERS, _CHARTER = "T005", "T044"
_COUP, _DAY_BEFORE = "2023-07-26", "2023-07-25"


def signatories(event_id: str) -> int:
    """Return how many states signed."""
    return len(told().at[event_id, "actor"].split(";"))


def table_rows(heading: str) -> list[str]:
    """Return the first cells of the rows of the table in the section with a heading."""
    section = prose("09").split(f"## {heading}")[1].split("\n## ")[0]
    return re.findall(r"^\| \*\*(.+?)\*\*", section, flags=re.MULTILINE)


# --- what binds ---------------------------------------------------------------------------------


def signed_texts() -> pd.DataFrame:
    """Return the rows of the record that were agreed or signed together."""
    return told()[told()["sign_rule"].isin(["agreement", "joint_signature"])]


def one_pact() -> list[int]:
    """Return how many of them tell of mutual defence: the charter alone."""
    found = signed_texts()["action"].str.contains("mutual defence")
    note = told().at[_CHARTER, "note"]
    within = all(word in note for word in ("armed rebellion inside", "do not attack one another"))
    assert within and "articles were not seen" in told().at["T072", "note"]
    return checked(list(found.index[found]) == [_CHARTER], found.sum())


def weeks() -> list[int]:
    """Return the weeks, rounded, from the declaration for Niger to the charter."""
    said = "declaration of war" in told().at["T191", "action"]
    return checked(
        said and is_of("T191", "31 July 2023"), round((day(_CHARTER) - day("T191")).days / 7)
    )


# --- co-signature -------------------------------------------------------------------------------


def made_by(event_id: str) -> int:
    """Return how many ties a common signature makes."""
    found = recorded(cosign=True)
    return int(((found["made_by"] == "cosign") & (found["event_id"] == event_id)).sum())


def made_by_the_rule() -> list[int]:
    """Return, for the two days of the lesson, the ties that only a signature made, of how many."""
    found = []
    for table in snapshots(recorded(cosign=True), ["2022-03-01", _LAST]).values():
        found += [int((table["made_by"] == "cosign").sum()), len(table)]
    return found


def only_signed() -> pd.DataFrame:
    """Return the ties of the last day of 2024 that only a signature made."""
    return ties(recorded(cosign=True), at=_LAST).query("made_by == 'cosign'")


def left_of_first() -> list[int]:
    """Return how many ties of the first clique are left at the end of 2024."""
    left = sum(_FOUNDERS in ids for ids in only_signed()["events"])
    return checked(_FOUNDERS in line(only_signed(), "TCD", "MRT")["events"], left)


def kept() -> list[int]:
    """Return how many ties of the alliance only signatures make: two have an act of their own."""
    alliance = {"BFA", "MLI", "NER"}
    ours = [set(pair) <= alliance for pair in only_signed()[["source", "target"]].to_numpy()]
    return checked(len(set(told().at["T191", "actor"].split(";"))) + sum(ours) == 3, sum(ours))


# --- memberships --------------------------------------------------------------------------------


def votes_go_on() -> int:
    """Return the year of the last text, which is of December."""
    last = pd.Timestamp(record().resolutions["date"].max())
    return checked(last.month_name() == "December", last.year)[0]


def until() -> list[float]:
    """Return the year of the exit from ECOWAS; until then the three were suspended members."""
    members = members_at(record(), "ECOWAS", "2025-01-28").set_index("member")
    ends = set(members.loc[["BFA", "MLI", "NER"], "end"])
    suspended = members.loc[["BFA", "MLI", "NER"], "suspended"].all()
    [end] = {pd.Timestamp(one) for one in ends}
    nobody = members_at(record(), "G5S", _LAST).empty
    return checked(suspended and nobody and end.month == 1, end.year)


def nato() -> list[int]:
    """Return the year since which France and America are both in NATO; no line is between them."""
    rows = record().memberships.query("organisation == 'NATO' and member in ['FRA', 'USA']")
    silent = line_of("FRA", "USA").empty
    return checked(silent, max(int(start[:4]) for start in rows["start"]))


@cache
def all_lines(day: str) -> pd.DataFrame:
    """Return the ties of all states on one day."""
    timeline = record().timeline
    return ties(dyads(timeline[timeline["kind"] == "event"], record().actors), at=day)


def line_of(one: str, other: str, day: str = _LAST) -> pd.DataFrame:
    """Return the tie of two states, in a table that may be empty."""
    table = all_lines(day)
    return table[table["source"].isin([one, other]) & table["target"].isin([one, other])]


def inside() -> list[float]:
    """Return of how many pairs of members of ECOWAS a line is known, and how many are hostile."""
    members = members_at(record(), "ECOWAS", _LAST)["member"]
    table = all_lines(_LAST)
    table = table[table["source"].isin(members) & table["target"].isin(members)]
    return [len(table), int((table["sign"] == -1).sum())]


def pairs_of_members() -> Above:
    """Return how many pairs the members of ECOWAS make, a little more than the prose says."""
    members = members_at(record(), "ECOWAS", _LAST)
    return Above(len(list(combinations(members["member"], 2))), within=10)


# --- votes --------------------------------------------------------------------------------------


@cache
def votes() -> pd.DataFrame:
    """Return the votes: a row for each state, a column for each text."""
    return record().votes.pivot(index="state", columns="resolution", values="vote")


def texts() -> int:
    """Return how many texts there were."""
    return len(record().resolutions)


def over_all() -> list[int]:
    """Return the votes alike of Niger with America and with Russia, over all."""
    return [number for other in ("USA", "RUS") for number in votes_alike(record(), "NER", other)]


def since_coup() -> list[int]:
    """Return the same since the coup."""
    return [
        number
        for other in ("USA", "RUS")
        for number in votes_alike(record(), "NER", other, first=_COUP)
    ]


def no_on_that_day() -> bool:
    """Tell whether Niger, America and Russia voted no on the seventh text, and no one of it since.

    The texts up to it were all but one voted on before the coup.
    """
    seventh = votes().columns[stopped() - 1]
    before = (pd.to_datetime(record().resolutions["date"]) < _COUP).sum()
    return set(votes().loc[["NER", "USA", "RUS"], seventh]) == {"no"} and before == stopped() - 1


def stopped() -> int:
    """Return at how many texts a table stopped that held one text since the coup."""
    return int((pd.to_datetime(record().resolutions["date"]) < _COUP).sum()) + 1


def by_luck() -> float:
    """Return κ of the votes of Niger and Russia."""
    both = votes().loc[["NER", "RUS"]].T
    both = both[both.isin(CAST).all(axis=1)]
    return round(agreement.cohen(both["NER"], both["RUS"]).value, 2)


def absent() -> int:
    """Return how often Burkina Faso was absent."""
    return int((votes().loc["BFA"] == "absent").sum())


def in_common() -> list[int]:
    """Return how many votes Burkina Faso and Niger have in common, and in which year."""
    both = votes().loc[["BFA", "NER"]].isin(CAST).all()
    when = record().resolutions.set_index("resolution")["date"][both[both].index].str[:4]
    return checked(when.nunique() == 1, int(both.sum()), int(when.iloc[0]))


def share_alike() -> float:
    """Return the share of their votes alike, in per cent."""
    alike = votes_alike(record(), "BFA", "NER")
    return 100 * alike.alike / alike.of


def fractions() -> list[tuple[int, int]]:
    """Return the votes alike of the pairs of question 9.5."""
    return [votes_alike(record(), *pair.split("-")) for pair in lesson_09.VOTERS]


def denominators() -> list[int]:
    """Return how many fractions there are, and how many denominators; Chad was absent twice."""
    twice = (votes().loc["TCD"] == "absent").sum() == len(EIGHT) - 6
    return checked(twice, len(fractions()), len({of for _, of in fractions()}))


def abstained_together() -> bool:
    """Tell whether Niger and Nigeria abstained on the same text once."""
    return (votes().loc[["NER", "NGA"]] == "abstain").all().sum() == 1


def before_and_since() -> list[int]:
    """Return the numbers of question 9.7."""
    return [
        *votes_alike(record(), "FRA", "NER", last=_DAY_BEFORE),
        *votes_alike(record(), "FRA", "NER", first=_COUP),
        *votes_alike(record(), "BEN", "NER", first=_COUP),
    ]


def aes() -> list[int]:
    """Return the years of the first and the last thing that the three did together."""
    three = told()[told()["actor"] == "BFA;MLI;NER"]
    listed = three[three["recipient"].isin(["AES", "OIF", "ICC", "ECOWAS"])]
    years = [day(event).year for event in listed.index]
    return [min(years), max(years)]


def three_texts() -> int:
    """Return on how many texts all three states of the alliance voted, the same each time."""
    rows = votes().loc[["BFA", "MLI", "NER"]]
    cast = rows.loc[:, rows.isin(CAST).all()]
    return checked((cast.nunique() == 1).all(), cast.shape[1])[0]


FACTS = {
    "recall": lambda: sum(question.again[0] < 9 for question in quick.of_lesson(9)),
    "signed-in": lambda: day(_CHARTER).year,
    "founders-of-aes": lambda: signatories(_CHARTER),
    "constructs": lambda: len(written("09", "columns")) - 1,
    "columns": lambda: len(written("09", "columns")),
    "pairs-shown": lambda: len(re.search(r'for pair in "(.+?)"', code("09"))[1].split()),
    "four-words": lambda: len(set(lesson_09.SENSES.values()) - {"likeness"}),
    "obligations": lambda: checked(
        set(table_rows("What a treaty obliges to")) == set(lesson_09.OBLIGATIONS) - {"none"},
        len(table_rows("What a treaty obliges to")),
    ),
    "signed-texts": lambda: len(signed_texts()),
    "one-pact": one_pact,
    "weeks": weeks,
    # co-signature
    "founders": lambda: signatories(_FOUNDERS),
    "signatories-of-the-charter": lambda: signatories(_CHARTER),
    "signatories": lambda: [signatories(_CHARTER), made_by(_CHARTER), signatories(_FOUNDERS)],
    "pairs-of-founders": lambda: [made_by(_FOUNDERS), signatories(_FOUNDERS)],
    "pau": lambda: checked("FRA" in told().at["T118", "actor"], made_by("T118")),
    "mali-left": lambda: checked(is_of("T026", "May"), day("T026").year),
    "exit-announced": lambda: checked(
        is_of("T048", "December") and told().at["T048", "actor"] == "BFA;NER", day("T048").year
    ),
    "made-by-the-rule": made_by_the_rule,
    "lines": lambda: made_by(_FOUNDERS),
    "left-of-first": left_of_first,
    # memberships and votes
    "until": until,
    "nato": nato,
    "texts": texts,
    "rows-of-votes": lambda: len(
        re.search(r'\["state"\]\.isin\(\[(.+?)\]\)', code("09"))[1].split(",")
    ),
    "over-all": over_all,
    "since-coup": since_coup,
    "stopped": stopped,
    "votes-go-on": votes_go_on,
    "no-on-that-day": lambda: checked(no_on_that_day()),
    "by-luck": by_luck,
    "one-of-one": lambda: 100 * lesson_09.count("TCD-USA", _COUP)[1],
    # the exercise
    "states": lambda: len(EIGHT),
    "four-rows": lambda: sum(name in told().index for name in lesson_09.SENSES),
    "three-things": lambda: sum(name not in told().index for name in lesson_09.SENSES),
    "aes": aes,
    "three-states": lambda: signatories(_CHARTER),
    "three-texts": three_texts,
    "clauses": lambda: len(lesson_09.CLAUSES),
    "charter": lambda: [day(_CHARTER).year, signatories(_CHARTER)],
    "pairs-by-founding": lambda: [
        signatories(_FOUNDERS),
        made_by(_FOUNDERS),
        signatories(_CHARTER),
        made_by(_CHARTER),
        *kept(),
    ],
    "pairs-offered": lambda: len(lesson_09.INSIDE),
    "lines-inside": inside,
    "denominators": denominators,
    "abstained-once": lambda: checked(abstained_together()),
    "share-alike": share_alike,
    "votes": lambda: [absent(), texts(), *in_common()],
    "before-and-since": before_and_since,
    "least-texts": lambda: len(range(lesson_09.LEAST_TEXTS)),
    # what the questions say
    "which_sense asks": lambda: len(lesson_09.SENSES),
    "which_sense hint 1": lambda: len(lesson_09.SENSES) - len(set(lesson_09.SENSES.values())) + 1,
    "what_clauses_oblige_to asks": lambda: len(lesson_09.CLAUSES),
    "friends_within_a_body asks": lambda: len(lesson_09.INSIDE),
    "friends_within_a_body why": several(lambda: [pairs_of_members()], inside),
    "ties_of_foundings why": left_of_first,
    "ties_of_foundings wrong_selection 4": lambda: len(EIGHT),
    "votes_alike why": lambda: denominators()[1],
    "flaw_about_votes hint 2": texts,
    "flaw_about_votes why": lambda: [absent(), texts(), in_common()[0], share_alike()],
    "votes_since_the_coup why": lambda: len(lesson_09.TIMES),
    "own_likeness_without_a_line counts_as_strength": lambda: len(range(lesson_09.LEAST_TEXTS)),
}

NO_FACTS = {
    "how-much": "how much to write",
    "article": "the number of an article",
    "what_clauses_oblige_to why": "the number of an article",
}
