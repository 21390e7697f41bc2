"""Answers to the questions of exercise 08, written from lesson and exercise alone."""

import datetime as dt
from functools import cache

import pandas as pd

from realignment.record import load_record
from realignment.ties import dyads, ties

EIGHT = ["USA", "FRA", "NER", "MLI", "BFA", "RUS", "TCD", "MRT"]
FIRST = {
    "NER-UKR": "2024-08-06",
    "MLI-UKR": "2024-08-04",
    "BFA-DZA": "2025-04-06",
    "DZA-MLI": "2025-04-06",
    "DEU-MLI": "2021-12-23",
    "FRA-NER": "2014-08-01",
}
REASONS = {
    "FRA-MLI 2013": "contrary act",
    "MLI-TCD 2014": "exit",
    "FRA-MRT 2014": "window",
    "MRT-TCD 2014": "window",
    "MLI-RUS 2021": "open",
}
ORDER = ["T018", "T031", "T041", "T099", "T044", "T079"]
COUNTS = {"g5_sahel": 10, "charter": 3, "left": 4}
ALIKE = {"TCD-USA": (6, 6), "BFA-NER": (1, 1), "NER-NGA": (5, 7)}


@cache
def pairs(cosign=False):
    """Return the pairs of the eight states."""
    record = load_record()
    acts = record.timeline[record.timeline["kind"] == "event"]
    table = dyads(acts, record.actors, cosign=cosign)
    return table[table["source"].isin(EIGHT) & table["target"].isin(EIGHT)]


def kept(rule, window):
    """Return the ties that a rule and a window leave on the last day of 2024."""
    return ties(pairs(), rule, at="2024-12-31", window=window)


def lost(rule, window):
    """Return how many ties of the rule latest are lost."""
    shown = ties(pairs(), "latest", at="2024-12-31")
    left = kept(rule, window)
    names = set(zip(left["source"], left["target"], strict=True))
    return sum(pair not in names for pair in zip(shown["source"], shown["target"], strict=True))


def own_choice(rule, window, number=None):
    """Return an answer to 8.8, with the true number where none is given."""
    return {
        "rule": rule,
        "window": window,
        "lost": lost(rule, window) if number is None else number,
    }


def by_time():
    """Return the six events in the order in which they happened."""
    timeline = load_record().timeline
    return timeline[timeline["event_id"].isin(ORDER)].sort_values("date")["event_id"]


ANSWERS = [
    ("8.1", "right", FIRST, "texts"),
    ("8.1", "right", {k: pd.Timestamp(v) for k, v in FIRST.items()}, "Timestamps"),
    ("8.1", "right", {k: dt.date.fromisoformat(v) for k, v in FIRST.items()}, "dates"),
    ("8.1", "right", lambda case: pd.Series(FIRST), "a Series"),
    (
        "8.1",
        "right",
        FIRST | {"DEU-MLI": "23 December 2021", "FRA-NER": "1 August 2014"},
        "two in words",
    ),
    (
        "8.1",
        "wrong",
        FIRST | {"FRA-NER": "2023-08-03"},
        "Niger as actor alone",
        "one direction alone",
    ),
    ("8.1", "wrong", FIRST | {"DZA-MLI": "2025-04-07"}, "Algeria as actor", "one direction alone"),
    ("8.1", "wrong", FIRST | {"FRA-NER": "2023-12-22"}, "the last act", "last in place of first"),
    ("8.1", "wrong", FIRST | {"MLI-UKR": "2024-08-06"}, "the example's day", "wrong row"),
    ("8.1", "wrong", FIRST | {"DEU-MLI": float("nan")}, "not taken apart", "NaN"),
    ("8.1", "wrong", FIRST | {"FRA-NER": "2023-09-24"}, "the ambassador leaves", "wrong row"),
    (
        "8.1",
        "wrong",
        FIRST | {"BFA-DZA": "2025-04-05", "DEU-MLI": "2021-12-24"},
        "a day before and a day after",
        "off by one",
    ),
    ("8.2", "right", REASONS, "the dict as shown"),
    ("8.2", "right", {k: v.upper() for k, v in REASONS.items()}, "capitals"),
    ("8.2", "right", {k: v.replace(" ", "_") for k, v in REASONS.items()}, "an underscore"),
    ("8.2", "right", lambda case: pd.Series(REASONS), "a Series"),
    ("8.2", "wrong", REASONS | {"MLI-RUS 2021": "window"}, "ends in 2032", "end after 2025"),
    ("8.2", "wrong", REASONS | {"MLI-TCD 2014": "window"}, "ten years", "exit overlooked"),
    ("8.2", "wrong", REASONS | {"MRT-TCD 2014": "open"}, "still there", "window forgotten"),
    ("8.2", "wrong", REASONS | {"FRA-MLI 2013": "exit"}, "the departure", "another reason"),
    ("8.2", "wrong", REASONS | {"FRA-MRT 2014": "open"}, "without a window", "window forgotten"),
    (
        "8.2",
        "wrong",
        REASONS | {"FRA-MRT 2014": "contrary act", "MLI-RUS 2021": "exit"},
        "two guesses",
        "guessed",
    ),
    ("8.2", "wrong", dict.fromkeys(REASONS, "window"), "one for all", "one label for all"),
    ("8.3", "right", ORDER, "a list"),
    ("8.3", "right", lambda case: by_time(), "a sorted column"),
    ("8.3", "right", lambda case: by_time().tolist(), "a list from the record"),
    ("8.3", "right", " -> ".join(ORDER), "arrows"),
    ("8.3", "right", ", ".join(ORDER).lower(), "a text in small letters"),
    ("8.3", "wrong", ORDER[::-1], "the last first", "reversed direction"),
    ("8.3", "wrong", sorted(ORDER), "by the id", "sorted the names"),
    ("8.3", "wrong", ["T044", "T018", "T079", "T031", "T041", "T099"], "as listed", "not ordered"),
    (
        "8.3",
        "wrong",
        ["T018", "T031", "T099", "T041", "T044", "T079"],
        "the pause before the accords",
        "neighbours exchanged",
    ),
    ("8.3", "wrong", set(ORDER), "a set", "a set has no order"),
    ("8.3", "wrong", ORDER[:5], "five of six", "one left out"),
    ("8.3", "wrong", [*ORDER, "T018"], "one twice", "given twice"),
    ("8.4", "right", COUNTS, "three numbers"),
    (
        "8.4",
        "right",
        lambda case: {
            "g5_sahel": 5 * 4 / 2,
            "charter": 3 * 2 / 2,
            "left": (ties(pairs(True), "latest", at="2024-12-31")["made_by"] == "cosign").sum(),
        },
        "computed",
    ),
    ("8.4", "right", (10, 3, 4), "a tuple in the order asked"),
    ("8.4", "right", {k: str(v) for k, v in COUNTS.items()}, "texts"),
    ("8.4", "wrong", COUNTS | {"left": 13}, "all ties", "filter forgotten"),
    ("8.4", "wrong", COUNTS | {"left": 9}, "those of acts", "the complement"),
    ("8.4", "wrong", COUNTS | {"left": 3}, "Chad and Mauritania overlooked", "off by one"),
    ("8.4", "wrong", {"g5_sahel": 20, "charter": 6, "left": 4}, "both ways", "directed counted"),
    ("8.4", "wrong", {"g5_sahel": 5, "charter": 3, "left": 4}, "members", "members for pairs"),
    ("8.4", "wrong", {"g5_sahel": 3, "charter": 10, "left": 4}, "exchanged", "exchanged"),
    ("8.4", "wrong", {"g5_sahel": 25, "charter": 9, "left": 4}, "squares", "self-pairs"),
    ("8.5", "right", "a", "the letter"),
    ("8.5", "right", "A", "a capital"),
    ("8.5", "right", "'a'", "with quotation marks inside"),
    ("8.5", "right", "a (1 of 1)", "with a reason beside it"),
    ("8.5", "wrong", "b", "abstentions", "another flaw"),
    ("8.5", "wrong", "c", "an organisation", "another flaw"),
    ("8.5", "wrong", "d", "Nigeria", "another flaw"),
    ("8.5", "wrong", ["a", "b"], "two letters", "did not choose"),
    ("8.5", "wrong", 100, "the number", "a number for a letter"),
    ("8.5", "wrong", "", "left it empty", "empty text"),
    ("8.5", "wrong", "abcd", "all letters", "did not choose"),
    ("8.6", "right", ALIKE, "tuples"),
    ("8.6", "right", {k: f"{a} of {b}" for k, (a, b) in ALIKE.items()}, "texts with of"),
    ("8.6", "right", {k: f"{a}/{b}" for k, (a, b) in ALIKE.items()}, "texts with a slash"),
    ("8.6", "right", {k: list(v) for k, v in ALIKE.items()}, "lists"),
    ("8.6", "right", {k: f"{a} sur {b}" for k, (a, b) in ALIKE.items()}, "in French words"),
    (
        "8.6",
        "wrong",
        {"TCD-USA": (6, 7), "BFA-NER": (1, 7), "NER-NGA": (5, 7)},
        "all seven texts",
        "wrong denominator",
    ),
    ("8.6", "wrong", ALIKE | {"NER-NGA": (4, 5)}, "abstentions left out", "abstention no vote"),
    ("8.6", "wrong", ALIKE | {"NER-NGA": (7, 5)}, "turned", "tuple of wrong order"),
    ("8.6", "wrong", ALIKE | {"BFA-NER": (0, 7)}, "absent as disagreeing", "absence as a vote"),
    ("8.6", "wrong", ALIKE | {"NER-NGA": (6, 7)}, "one too many", "off by one"),
    ("8.6", "wrong", {"TCD-USA": 6, "BFA-NER": 1, "NER-NGA": 5}, "counts", "no denominator"),
    ("8.7", "right", {"rule": "latest", "window": "365D"}, "a year"),
    ("8.7", "right", {"rule": "majority", "window": "300D"}, "majority"),
    ("8.7", "right", {"rule": "both", "window": "400D"}, "both"),
    ("8.7", "right", {"rule": "latest", "window": "1000D"}, "a long window"),
    ("8.7", "right", {"rule": "latest", "window": "500 days"}, "days in words"),
    ("8.7", "wrong", {"rule": "latest", "window": "100D"}, "the example", "window too short"),
    ("8.7", "wrong", {"rule": "latest", "window": "2000D"}, "six years", "window too long"),
    ("8.7", "wrong", {"rule": "both", "window": "1000D"}, "mixed with both", "tie is mixed"),
    ("8.7", "wrong", {"rule": "majority", "window": "3653D"}, "ten years", "window too long"),
    ("8.7", "wrong", {"rule": "365D", "window": "latest"}, "exchanged", "exchanged"),
    ("8.7", "wrong", {"rule": "first", "window": "365D"}, "no such rule", "a word not offered"),
    ("8.7", "wrong", {"rule": "latest", "window": "240D"}, "before March", "window too short"),
    ("8.8", "right", lambda case: own_choice("latest", "365D"), "computed: 5"),
    ("8.8", "right", lambda case: own_choice("latest", "365D", 5), "a number"),
    ("8.8", "right", lambda case: own_choice("majority", "300D"), "its own majority"),
    ("8.8", "right", lambda case: own_choice("latest", "1000D", "2"), "a text"),
    ("8.8", "right", lambda case: own_choice("latest", "100D"), "of its own failed choice"),
    ("8.8", "wrong", lambda case: own_choice("latest", "365D", 4), "those left", "the complement"),
    ("8.8", "wrong", lambda case: own_choice("latest", "365D", 9), "all", "nothing taken off"),
    ("8.8", "wrong", lambda case: own_choice("latest", "365D", -5), "turned", "sign turned"),
    (
        "8.8",
        "wrong",
        lambda case: own_choice("latest", "300D", 5),
        "window changed",
        "not run again",
    ),
    (
        "8.8",
        "wrong",
        lambda case: own_choice("latest", "365D", 13),
        "all of the other table",
        "another table",
    ),
    ("8.8", "wrong", lambda case: own_choice("latest", "365D", ...), "left", "left the dots"),
    (
        "8.9",
        "right",
        "There was no single day. On 2021-12-23 France and others condemned a deployment in Mali (FRA-MLI, T018). On 2023-08-03 Niger revoked its accords with France (T041). My rule is latest, my window 3653 days. In the votes Niger and Nigeria agreed on 5 of 7. Chad does not fit: it stayed friendly to France until 2024-11-28.",
        "days, acts, rule, window, denominator",
    ),
    (
        "8.9",
        "right",
        "There was not one day. BFA-FRA turned on 18 January 2023 by T031. NER-USA turned on 4 "
        "August 2023 by T099. Rule: majority; window: 1000 days. ECOWAS had 15 members and then "
        "12. Mauritania does not fit, since nothing turned there.",
        "memberships in place of votes",
    ),
    (
        "8.9",
        "right",
        "Il n'y a pas un seul jour. Le 23 décembre 2021, le lien FRA-MLI change (T018). Le 3 août "
        "2023, c'est FRA-NER (T041). Règle latest, fenêtre de dix ans. Votes : 1 sur 1 pour "
        "BFA-NER. Le Tchad ne suit pas avant 2024.",
        "in French",
    ),
    (
        "8.9",
        "right",
        "阵营不是在一天之内改变的。2021年12月23日，法国等国谴责在马里的部署（T018）。2023年8月3日，"
        "尼日尔撤销与法国的协定（T041）。我的规则是latest，窗口是3653天。投票中尼日尔和尼日利亚7次里有5次一致。"
        "乍得不符合这个图景，它到2024年11月才改变。",
        "in Chinese, of fair length",
    ),
    (
        "8.9",
        "right",
        "لم تتحرك الكتل في يوم واحد. ففي 23 ديسمبر 2021 انقلبت العلاقة بين فرنسا ومالي (T018). وفي 3 "
        "أغسطس 2023 ألغت النيجر اتفاقاتها مع فرنسا (T041). القاعدة latest والنافذة عشر سنوات. وفي "
        "التصويت اتفقت النيجر ونيجيريا في 5 من 7. أما تشاد فلا تتفق مع هذه الصورة.",
        "in Arabic, of fair length",
    ),
    ("8.9", "wrong", "In 2023.", "a year", "too short"),
    ("8.9", "wrong", "The blocs moved in 2023 because of the coup.", "one sentence", "too short"),
    (
        "8.9",
        "wrong",
        "Argue, in six sentences or so. Give at least two days with the pair and the act behind "
        "them. Name your rule and your window. Set the ties beside votes or memberships, with a "
        "denominator, and keep what does not fit.",
        "copied the question",
        "copied from the question",
    ),
    ("8.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("8.9", "wrong", " \n \n ", "white space", "blank"),
    ("8.9", "wrong", "1. 2. 3. 4. 5. 6.", "six numbers", "no words"),
]
