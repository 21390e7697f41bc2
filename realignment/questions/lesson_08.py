"""Lesson 08, Alliances over time, asks when the blocs moved."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from realignment import dates
from realignment.answers import Choice, Date, Days, Essay, Fields, Items, Keyed, Number, OutOf
from realignment.cases import Case
from realignment.questions import Mistake, Question, part, value
from realignment.record import Record, load_record
from realignment.ties import RULES, dyads, tie_spells, ties

EIGHT = ("USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT")
LAST_DAY, KNOWN_TO = "2024-12-31", "2025-12-31"
TEN_YEARS = "3653D"

FIRST_ACTS = {
    "NER-UKR": "UKR-NER",
    "MLI-UKR": "UKR-MLI",
    "BFA-DZA": "DZA-BFA",
    "DZA-MLI": "MLI-DZA",
    "DEU-MLI": "MLI-DEU",
    "FRA-NER": "NER-FRA",
}
"""The pairs of question 8.1, either way round."""

ENDS = ("FRA-MLI 2013", "MLI-TCD 2014", "FRA-MRT 2014", "MRT-TCD 2014", "MLI-RUS 2021")
"""The spells of question 8.2: a pair, and the year in which it begins."""

LISTED = {
    "T044": "Burkina Faso, Mali and Niger sign the charter of an alliance",
    "T018": "France and others condemn a deployment in Mali",
    "T079": "Chad announces the end of its accord with France",
    "T031": "Burkina Faso denounces its accord with France",
    "T041": "Niger revokes its accords with France",
    "T099": "The United States pauses a part of its aid to Niger",
}
"""The events of question 8.3, in the order in which it lists them. Their ids do not run with their
dates, so that sorting the ids is no answer."""

VOTERS = {"TCD-USA": "USA-TCD", "BFA-NER": "NER-BFA", "NER-NGA": "NGA-NER"}
CAST = ("yes", "no", "abstain")

RULES_AND_WINDOW = {"rule": Choice(RULES), "window": Days()}


@cache
def record() -> Record:
    """Return the record, read once."""
    return load_record()


@cache
def pairs(cosign: bool = False, eight: bool = True) -> pd.DataFrame:
    """Return the record's dyads, of the lesson's eight states or of all."""
    timeline = record().timeline
    found = dyads(timeline[timeline["kind"] == "event"], record().actors, cosign=cosign)
    return found[found["source"].isin(EIGHT) & found["target"].isin(EIGHT)] if eight else found


def acts_between(pair: str) -> pd.DataFrame:
    """Return the signed acts of a pair, in both directions, the first first."""
    both = set(pair.split("-"))
    found = pairs(eight=False)
    mine = [{s, t} == both for s, t in zip(found["source"], found["target"], strict=True)]
    return found[mine].query("sign != 0").sort_values("when", kind="stable")


def first_acts(case: Case) -> dict[str, str]:
    """Return the day of the first signed act of each pair of question 8.1."""
    return {pair: str(acts_between(pair)["when"].iloc[0].date()) for pair in FIRST_ACTS}


def recipients_together(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether a date is the first among the acts that name a single recipient."""
    recipient = record().timeline.set_index("event_id")["recipient"]
    for pair, day in first_acts(case).items():
        mine = acts_between(pair)
        alone = mine[~mine["event_id"].map(recipient).str.contains(";")]["when"]
        if given.get(pair) != day and len(alone) and given.get(pair) == str(alone.min().date()):
            return True
    return False


def only_one_direction(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether a date is the first in one direction and not in both."""
    for pair, day in first_acts(case).items():
        firsts = acts_between(pair).groupby("source")["when"].min()
        if given.get(pair) != day and given.get(pair) in {str(d.date()) for d in firsts}:
            return True
    return False


def a_later_act(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether a date is that of an act of the pair, but not of the first."""
    return any(
        given.get(pair) != day
        and given.get(pair) in {str(d.date()) for d in acts_between(pair)["when"]}
        for pair, day in first_acts(case).items()
    )


def vague(given: dict, expected: Any, case: Case) -> bool:
    """Tell whether a date is no day."""
    return any(day and dates.precision(day) != "day" for day in given.values())


@cache
def spells(window: str | None = None) -> pd.DataFrame:
    """Return the spells of the eight states with co-signature, by the latest act."""
    return tie_spells(pairs(cosign=True), "latest", window, until=KNOWN_TO)


def reasons(case: Case) -> dict[str, str]:
    """Return why each spell of question 8.2 ended."""
    table = spells(TEN_YEARS)
    names = table["source"] + "-" + table["target"] + " " + table["start"].str[:4]
    why = dict(zip(names, table["why"], strict=True))
    return {name: why[name] or "open" for name in ENDS}


def happened(case: Case) -> tuple[str, ...]:
    """Return the events of question 8.3 in the order in which they happened."""
    days = record().timeline.set_index("event_id")["date"]
    return tuple(sorted(LISTED, key=lambda event: dates.bounds(days[event])[0]))


def made_by_signature(case: Case) -> dict[str, float]:
    """Return how many ties two foundings make, and how many are left at the end of 2024."""
    made = pairs(cosign=True)
    made = made[made["made_by"] == "cosign"]
    left = ties(pairs(cosign=True), "latest", at=LAST_DAY)
    return {
        "g5_sahel": float((made["event_id"] == "T005").sum()),
        "charter": float((made["event_id"] == "T044").sum()),
        "left": float((left["made_by"] == "cosign").sum()),
    }


def votes_alike(pair: str, counted: tuple[str, ...] = CAST) -> tuple[int, int]:
    """Return on how many texts two states voted alike, of those on which both votes count."""
    table = record().votes.pivot(index="resolution", columns="state", values="vote")
    one, other = (table[state] for state in pair.split("-"))
    both = one.isin(counted) & other.isin(counted)
    return int((one[both] == other[both]).sum()), int(both.sum())


def votes_on_seven(case: Case) -> dict[str, tuple[int, int]]:
    """Return the votes alike of the pairs of question 8.6."""
    return {pair: votes_alike(pair) for pair in VOTERS}


@cache
def view(rule: str, window: float) -> dict[tuple[str, str], int]:
    """Return the ties of the eight states at the end of 2024: pair to sign."""
    made = ties(pairs(), rule, at=LAST_DAY, window=pd.Timedelta(days=window))
    return {(r.source, r.target): int(r.sign) for r in made.itertuples()}


@cache
def without_window() -> frozenset[tuple[str, str]]:
    """Return the pairs that have a tie by the latest act if no window closes."""
    made = ties(pairs(), "latest", at=LAST_DAY)
    return frozenset(zip(made["source"], made["target"], strict=True))


def shown_by(given: dict) -> dict[tuple[str, str], int]:
    """Return the ties under a student's own rule and window."""
    return view(given["rule"], min(max(given["window"], 1.0), 36_500.0))


def one_gone_one_kept(given: dict, expected: None, case: Case) -> bool:
    """Tell whether the choice hides the tie of Mali and Russia and keeps the hostile one."""
    found = shown_by(given)
    return ("MLI", "RUS") not in found and found.get(("NER", "USA")) == -1


def lost(given: dict) -> int:
    """Return how many ties a student's own window hides."""
    return len(without_window() - set(shown_by(given)))


QUESTIONS = [
    Question(
        id="8.1",
        name="alliances.first_act_of_pairs",
        asks="On which day did the first act with a sign (+ or −) happen between two states?",
        objective=1,
        reads=Keyed(Choice(FIRST_ACTS), Date(), "one day for each pair"),
        expected=first_acts,
        mistakes=[
            Mistake("several_in_a_cell", lambda given, expected, case: "" in given.values()),
            Mistake(
                "several_in_a_cell",
                recipients_together,
                "There is an earlier act between two of these. It names several states in one "
                "cell of the column that has not been taken apart yet.",
            ),
            Mistake(
                "too_vague",
                vague,
                "The record gives these acts to the day. Look at the column `date`.",
            ),
            Mistake("one_direction", only_one_direction),
            Mistake("last_for_first", a_later_act),
        ],
        hints=[
            "Take the cells apart first, as in the lesson: split, then `.explode`, for both sides.",
            "Keep the rows in which both columns hold one of the two, whoever acts, and leave out "
            "the sign 0.",
            'The smallest date of each pair: sort, or use `.agg(first=("date", "min"))`.',
        ],
        solution="""spread["recipient"] = spread["recipient"].str.split(";")
spread = spread.explode("recipient")
first = {}
for pair in ["NER-UKR", "MLI-UKR", "BFA-DZA", "DZA-MLI", "DEU-MLI", "FRA-NER"]:
    two = pair.split("-")
    rows = spread[spread["actor"].isin(two) & spread["recipient"].isin(two)]
    first[pair] = rows[rows["sign"] != 0]["date"].min()""",
        why="Four of the six first acts name several states in one cell. Without taking it apart "
        "one finds a later act, or none. To leave out the sign 0 changes nothing here; elsewhere "
        "it would.",
    ),
    Question(
        id="8.2",
        name="alliances.ends_of_spells",
        asks="Why did each of five spells end, if it ended?",
        objective=2,
        reads=Keyed(
            Choice(ENDS),
            Choice(("contrary act", "exit", "window", "open"), blank="open"),
            "one reason for each spell",
        ),
        expected=reasons,
        mistakes=[
            Mistake("window_as_act", part("FRA-MRT 2014", "contrary act")),
            Mistake("silence_as_end", part("MLI-RUS 2021", "window")),
            Mistake("rule_made_tie", part("MLI-TCD 2014", "contrary act")),
            Mistake("membership_as_tie", part("MRT-TCD 2014", "exit")),
            Mistake(
                "window_misjudged",
                lambda given, expected, case: (
                    "open" in (given["MRT-TCD 2014"], given["FRA-MRT 2014"])
                ),
                "One act of 2014 stands behind it, and none has followed. Count ten years from "
                "it: on which side of the record's last day do you come out?",
            ),
            Mistake("window_as_act", part("MRT-TCD 2014", "contrary act")),
        ],
        hints=[
            "Look for a hostile act between the two at the end of the spell. Is there one?",
            "A tie of co-signature ends when one of the two leaves the body. Who announced that?",
            "If neither happened, count ten years from the last act that supported the tie.",
        ],
        solution="""table = tie_spells(both, "latest", window="3653D", until="2025-12-31")
names = table["source"] + "-" + table["target"] + " " + table["start"].str[:4]
why = dict(zip(names, table["why"].replace("", "open"), strict=True))
five = ["FRA-MLI 2013", "MLI-TCD 2014", "FRA-MRT 2014", "MRT-TCD 2014", "MLI-RUS 2021"]
reasons = {name: why[name] for name in five}""",
        why="A contrary act, an exit and the close of a window end ties. Of these three only the "
        "first two were done by anybody.",
    ),
    Question(
        id="8.3",
        name="alliances.order_of_events",
        asks="Put six events in the order in which they happened.",
        objective=3,
        reads=Items(Choice(LISTED), ordered=True, what="events"),
        expected=happened,
        mistakes=[
            Mistake("incomplete", lambda given, expected, case: len(set(given)) < len(LISTED)),
            Mistake(
                "reversed",
                lambda given, expected, case: given == happened(case)[::-1],
                "You have them upside down: the first to happen comes first.",
            ),
            Mistake(
                "order_told",
                lambda given, expected, case: given == tuple(LISTED),
                "That is the order of the list above. Which happened first?",
            ),
            Mistake(
                "wrong_selection",
                lambda given, expected, case: given == tuple(sorted(LISTED)),
                "You have sorted the ids. An id is a name: a row that was added later has a "
                "higher number, whenever it happened. Sort by the dates.",
            ),
            Mistake(
                "last_for_first",
                lambda given, expected, case: given[0] != happened(case)[0],
                "Something on the list came before the one that you put first.",
            ),
        ],
        hints=[
            "Keep the six rows with `.isin([...])`.",
            '`.sort_values("date")` puts them in order; then take the column `event_id`.',
        ],
        solution="""
six = acts[acts["event_id"].isin(["T044", "T018", "T079", "T031", "T041", "T099"])]
order = list(six.sort_values("date")["event_id"])""",
        why="Nearly three years lie between the first and the last. The charter was signed when "
        "all three had ended their accords with France. Whether the one caused the other, an order "
        "does not say.",
    ),
    Question(
        id="8.4",
        name="alliances.ties_of_foundings",
        asks="How many ties does each founding make, and how many are left at the end of 2024?",
        objective=4,
        reads=Fields({name: Number(unit="ties") for name in ("g5_sahel", "charter", "left")}),
        expected=made_by_signature,
        mistakes=[
            Mistake("members_for_pairs", part("g5_sahel", 5.0)),
            Mistake(
                "wrong_denominator",
                part("g5_sahel", 20.0),
                "That counts each pair twice, once in each direction. A tie has none.",
            ),
            Mistake("membership_as_tie", part("left", 3.0)),
            Mistake(
                "silence_as_end",
                part("left", 0.0),
                "Not all have left the body that they founded. Whom did the alliance keep?",
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: given["left"] > made_by_signature(case)["left"],
                "Some have left by then. A tie of co-signature ends with the exit of either.",
            ),
        ],
        hints=[
            "How many others does one founder meet? Add that up for all founders, and ask how "
            "often each pair has been counted.",
            "Each founder is joined with each other one; then every pair has been counted twice.",
            '`ties(both, "latest", at="2024-12-31")` has a column `made_by`.',
        ],
        solution="""on_last_day = ties(both, "latest", at="2024-12-31")
left = on_last_day[on_last_day["made_by"] == "cosign"]
counts = {"g5_sahel": 5 * 4 // 2, "charter": 3 * 2 // 2, "left": len(left)}""",
        why="n founders make n(n-1)/2 ties out of one act. One tie of the first clique is left, as "
        "neither of the two announced an exit: the rule is blind to how a body ends.",
    ),
    Question(
        id="8.5",
        name="alliances.flaw_about_votes",
        asks="Find the flaw in a sentence about votes.",
        objective=5,
        reads=Choice(
            {
                "a": "it hides how many votes the share is of",
                "b": "it counts abstentions as votes",
                "c": "it takes an organisation for a state",
                "d": "it confuses Niger and Nigeria",
            }
        ),
        expected=lambda case: "a",
        mistakes=[
            Mistake(
                "abstention_as_nothing",
                value("b"),
                "To abstain is to vote. And neither of the two abstained on the text that "
                "counts here.",
            ),
            Mistake(
                "organisation_as_state",
                value("c"),
                "Both are states. Ask of the share: out of how many?",
            ),
            Mistake(
                "niger_nigeria",
                value("d"),
                "The right states are named. Ask of the share: out of how many?",
            ),
        ],
        hints=[
            "Write out the row of each of the two, text by text.",
            "On how many of the seven texts did *both* cast a vote?",
        ],
        solution='flaw = "a"',
        why="Burkina Faso was absent from six of the seven. One vote in common is a share of 100 "
        "per cent, and as a finding it is nothing.",
    ),
    Question(
        id="8.6",
        name="alliances.votes_alike",
        asks="On how many of the texts on which both cast a known vote did two states agree?",
        objective=5,
        reads=Keyed(Choice(VOTERS), OutOf(), "one fraction for each pair"),
        expected=votes_on_seven,
        mistakes=[
            Mistake(
                "reversed",
                lambda given, expected, case: any(count > total for count, total in given.values()),
                "You have a fraction upside down: the texts on which both voted come last.",
            ),
            Mistake(
                "unknown_vote",
                lambda given, expected, case: given["TCD-USA"][1] > votes_alike("TCD-USA")[1],
            ),
            Mistake(
                "unknown_vote",
                lambda given, expected, case: given["BFA-NER"][1] > votes_alike("BFA-NER")[1],
                "An absent state casts no vote, so there is nothing to compare.",
            ),
            Mistake(
                "abstention_as_nothing",
                lambda given, expected, case: (
                    given["NER-NGA"] == votes_alike("NER-NGA", ("yes", "no"))
                ),
            ),
        ],
        hints=[
            "Keep the rows whose vote is yes, no or abstain. What is left out is not known, or no "
            "vote.",
            "Merge the table with itself on the text; then compare the two votes.",
            "For each pair: the number of equal ones, and the number of rows.",
        ],
        solution="""cast = record.votes[record.votes["vote"].isin(["yes", "no", "abstain"])]
met = cast.merge(cast, on="resolution")
met["same"] = met["vote_x"] == met["vote_y"]
alike = {}
for pair in ["TCD-USA", "BFA-NER", "NER-NGA"]:
    one, other = pair.split("-")
    rows = met[(met["state_x"] == one) & (met["state_y"] == other)]
    alike[pair] = (rows["same"].sum(), len(rows))""",
        why="A fraction needs its denominator: the texts on which both votes were cast and are "
        "known. The three denominators are all different.",
    ),
    Question(
        id="8.7",
        name="alliances.hide_one_keep_one",
        asks="Choose a rule and a window that hide one tie and keep another.",
        objective=6,
        reads=Fields(RULES_AND_WINDOW),
        same=one_gone_one_kept,
        mistakes=[
            Mistake(
                "window_misjudged",
                lambda given, expected, case: ("MLI", "RUS") in shown_by(given),
                "Mali and Russia are still tied: their act lies within your window.",
            ),
            Mistake(
                "window_misjudged",
                lambda given, expected, case: ("NER", "USA") not in shown_by(given),
                "Now Niger and the United States have no tie either: your window is too "
                "short for their last act.",
            ),
            Mistake("rule_misjudged", lambda given, expected, case: True),
        ],
        hints=[
            "Find the last act with a sign of each of the two pairs. How many days before the end "
            "of 2024 is it?",
            "The window must be longer than the one and no longer than the other.",
            "Then look at the sign: with a long window some rules find a friendly act in it too.",
        ],
        solution='choice = {"rule": "latest", "window": "730D"}',
        why="Both pairs are the same as before; the window decides which of them is seen. If "
        "you choose a window, you choose what is forgotten.",
    ),
    Question(
        id="8.8",
        name="alliances.own_lost_ties",
        asks="With your own choice of 8.7: how many ties are lost?",
        objective=6,
        reads=Fields({**RULES_AND_WINDOW, "lost": Number(unit="ties")}),
        same=lambda given, expected, case: given["lost"] == lost(given),
        mistakes=[
            Mistake(
                "missing_as_zero",
                lambda given, expected, case: given["lost"] == 0,
                "At least the tie of 8.7 should be gone. Compare the two tables pair by pair.",
            ),
            Mistake(
                "off_by_one",
                lambda given, expected, case: abs(given["lost"] - lost(given)) == 1,
                "You are off by one. Subtract the one number of rows from the other.",
            ),
            Mistake(
                "wrong_denominator",
                lambda given, expected, case: given["lost"] == 28 - len(shown_by(given)),
                "Those are all pairs without a tie. Which of them had one before?",
            ),
            Mistake(
                "too_many",
                lambda given, expected, case: given["lost"] == len(shown_by(given)),
                "That is how many are kept. The question asks for the others.",
            ),
        ],
        hints=[
            "Make the ties twice: with the rule `latest` and no window, and with your own choice.",
            "A window can only hide ties: compare the numbers of rows.",
        ],
        solution="""all_of_them = ties(pairs, "latest", at="2024-12-31")
mine = ties(pairs, choice["rule"], at="2024-12-31", window=choice["window"])
lost = len(all_of_them) - len(mine)""",
        why="It is judged by your window. A report that names its window should name what it "
        "hides.",
    ),
    Question(
        id="8.9",
        name="alliances.when_blocs_moved",
        asks="When did the blocs move? Argue, and let the constructs disagree.",
        objective=7,
        reads=Essay(50),
        rubric=[
            "It gives at least two days, each with its pair and the act behind it.",
            "It names its rule and its window, and says what another choice would change.",
            "It sets the ties beside votes or memberships, with a denominator.",
            "It says what is not known, and does not call it neutral.",
            "It says who acted, and does not let the Sahel states be only acted upon.",
        ],
        hints=[
            "Begin with the change points: which of them would you put on a slide, and why?",
            "Then find one construct that does not fit your story, and keep it.",
        ],
        solution='''argument = """
By the latest act, without a window, four lines with France turned between 23 December
2021 (Mali) and 28 November 2024 (Chad); Burkina Faso, Niger and Chad turned theirs
themselves, by ending accords. By the majority of acts the line of Niger and the United
States turned seven months later than by the latest. The votes do not fit: the two voted
alike on 6 of 7 texts. For most of the 28 pairs nothing is known. So I would say that
several pairs turned within three years, and leave the word bloc to the headline.
"""''',
        why="There is no one day. There are pairs, days, rules, and what each of them leaves out.",
    ),
]
