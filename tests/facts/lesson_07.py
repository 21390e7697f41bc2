"""The numbers of lesson 07 and its exercise."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, permutations

import pandas as pd
from world import (
    EIGHT,
    bullets,
    case,
    checked,
    code,
    events,
    line,
    pairs,
    prose,
    record,
    resting_on,
    several,
    sign,
    tied,
    told,
)

from realignment.events import QUAD_WORDS, read_codebook
from realignment.questions import lesson_07
from realignment.questions.quick import lesson_07 as quick_07
from realignment.ties import RULES, dyads, read_sign_table, signed, ties

_SIX = EIGHT[:6]


# --- the naive map ------------------------------------------------------------------------------


@cache
def of_record() -> pd.DataFrame:
    """Return the acts of the record, each with the sign that the naive recipe gives it."""
    acts = record().timeline.query("kind == 'event'")
    acts = acts.merge(read_codebook().types[["event_type", "quad"]], on="event_type")
    return acts.assign(naive=acts["quad"].map(lambda quad: 1 if quad <= 2 else -1))


@cache
def naive_map(column: str = "naive") -> pd.DataFrame:
    """Return the ties of the six states at the end of 2024, with the signs of a column."""
    acts = of_record().assign(sign=of_record()[column])
    found = dyads(acts, record().actors)
    found = found[found["source"].isin(_SIX) & found["target"].isin(_SIX)]
    return ties(found, "latest", at="2024-12-31")


def most_frequent() -> list[float]:
    """Return how many of the most frequent types are shown; RETREAT is among them."""
    shown = of_record()["event_type"].value_counts().head()
    return checked("RETREAT" in shown.index, len(shown))


def classes() -> list[int]:
    """Return the quad classes: those of cooperation, then those of conflict."""
    kinds = ("cooperation", "conflict")
    return [quad for kind in kinds for quad, words in QUAD_WORDS.items() if kind in words]


def four() -> pd.DataFrame:
    """Return the four acts that the lesson looks at."""
    [names] = re.findall(r"four = naive\[naive\[\"event_id\"\]\.isin\(\[([^\]]*)\]", code("07"))
    return of_record().set_index("event_id").loc[re.findall(r"T\d+", names)]


def breaks_and_departures() -> bool:
    """Tell whether the four are, in turn, a break by Niger and the departure that it caused."""
    rows = four().sort_values("date")
    return list(zip(rows["actor"], rows["event_type"], rows["naive"], strict=True)) == [
        ("NER", "SANCTION", -1),
        ("FRA", "RETREAT", 1),
        ("NER", "SANCTION", -1),
        ("USA", "RETREAT", 1),
    ]


def departures() -> list[float]:
    """Return how many signs cannot stand, if these are the departures."""
    rows = four()
    wrong = rows[rows["naive"] != rows["sign"]]
    return checked(set(wrong["event_type"]) == {"RETREAT"}, len(wrong))


def turned() -> list[float]:
    """Return how many lines of that map turn with the signs of the table, and of how many.

    The third number is that of the pairs whose last act, by the recipe, is a departure.
    """
    true, naive = naive_map("sign"), naive_map()
    assert true[["source", "target"]].equals(naive[["source", "target"]])
    types = of_record().set_index("event_id")["event_type"]
    left = naive["events"].map(lambda ids: types[ids[-1]] == "RETREAT")
    return [int((true["sign"] == -naive["sign"]).sum()), len(naive), int(left.sum())]


def one_act_two_types() -> bool:
    """Tell whether Moscow is Niger's enemy by the recipe, if Russian arrivals are MOBILIZE."""
    acts = of_record().assign(sign=of_record()["naive"])
    arrived = acts["sign_rule"].eq("deployment_by_invitation") & acts["actor"].eq("RUS")
    [quad] = read_codebook().types.query("event_type == 'MOBILIZE'")["quad"]
    acts.loc[arrived, "sign"] = 1 if quad <= 2 else -1
    made = [
        ties(dyads(table, record().actors), "latest", at="2024-12-31")
        for table in (of_record().assign(sign=of_record()["naive"]), acts)
    ]
    return [sign(table, "NER", "RUS") for table in made] == [1, -1]


def reasons_change() -> bool:
    """Tell whether without *evicted* the signs of a break and of a departure stay as they are."""
    rules = read_sign_table().fillna("*")

    def first(event_type: str, mode: str, consent: str) -> pd.Series:
        fits = rules[
            rules["event_type"].eq(event_type)
            & rules["mode"].isin([mode, "*"])
            & rules["consent"].isin([consent, "*"])
        ]
        return fits.iloc[0]

    pairs_ = [
        (first(kind, mode, "evicted"), first(kind, mode, ""))
        for kind, mode in (("SANCTION", "discontinue"), ("RETREAT", "withdraw"))
    ]
    return all(a["sign"] == b["sign"] and a["why"] != b["why"] for a, b in pairs_)


def all_friends() -> int:
    """Return to how many of the three powers Niger is a friend on the naive map."""
    found = naive_map()
    return [sign(found, "NER", power) for power in ("FRA", "USA", "RUS")].count(1)


def with_the_visit_at_nothing() -> list[int]:
    """Return the friendly and the hostile rows of the two, if E07 has the record's sign."""
    assert told().at["T061", "sign"] == 0 and told().at["T061", "date"].startswith("2024-03-12")
    rows = events().assign(sign=events()["sign"].where(events()["event_id"] != "E07", 0))
    tie = line(ties(dyads(rows, case().actors), "majority"), "NER", "USA")
    assert tie["sign"] == 0
    return [tie["friendly"], tie["hostile"]]


# --- the article --------------------------------------------------------------------------------


@cache
def acted() -> pd.DataFrame:
    """Return the dyads of the article's acts, each act once."""
    rows = events()
    return dyads(rows[(rows["kind"] == "event") & (rows["same_act"] == "")], case().actors)


def acts_of_niger() -> list[float]:
    """Return how many acts Niger has, and how many of them towards America and France."""
    mine = acted()[acted()["source"] == "NER"]["target"]
    return [len(mine), *(int((mine == other).sum()) for other in ("USA", "FRA"))]


def most_acts() -> bool:
    """Tell who acts most and towards whom, and whether Russia neither acts nor is acted on."""
    found = acted()
    most = found["source"].value_counts()
    towards = set(found.loc[found["source"] == "USA", "target"])
    here = set(found["source"]) | set(found["target"])
    return most.index[0] == "USA" and towards == {"NER"} and "RUS" not in here


def between(one: str = "NER", other: str = "USA") -> pd.DataFrame:
    """Return the rows between two states."""
    found = pairs()
    return found[found["source"].isin([one, other]) & found["target"].isin([one, other])]


def same_under_all() -> int:
    """Return for how many pairs the rule makes no difference."""
    made = [tied(rule)["sign"].tolist() for rule in RULES]
    return sum(len(set(signs)) == 1 for signs in zip(*made, strict=True))


def by_rule() -> list[int]:
    """Return the sign of Niger and America under each rule."""
    return [int(line(tied(rule), "NER", "USA")["sign"]) for rule in RULES]


def one_more() -> list[float]:
    """Return by how many more friendly acts than hostile ones the majority decides."""
    row = line(tied("majority"), "NER", "USA")
    return checked(row["sign"] == 1, row["friendly"] - row["hostile"])


def events_alone() -> list[int]:
    """Return the friendly and the hostile acts of the two, without hopes and the past."""
    rows = events()
    row = line(ties(dyads(rows[rows["kind"] == "event"], case().actors)), "NER", "USA")
    return [row["friendly"], row["hostile"]]


def hedged() -> list[float]:
    """Return how many ties rest on one hedged row alone, how many rows, and the sentence."""
    rows = case().events.set_index("event_id").loc[["E38"]]
    alone = resting_on("E38")["events"].map(len) == 1
    nobody = rows["attributed_to"].eq("UNK").all() and rows["certainty"].ne("CT+").all()
    return checked(alone.all() and nobody, len(alone), len(rows), int(rows["sentence"].item()))


def with_russia() -> bool:
    """Tell whether the ties that rest on it are those with Russia."""
    return (resting_on("E38")[["source", "target"]] == "RUS").any(axis=1).all()


def possible() -> int:
    """Return how many pairs six states make."""
    return len(list(combinations(_SIX, 2)))


def directed() -> int:
    """Return how many directed pairs they make."""
    return len(list(permutations(_SIX, 2)))


def others() -> int:
    """Return how many others each of the six can meet."""
    return directed() // len(_SIX)


def sure() -> int:
    """Return how many ties are told as certain."""
    return len(tied("latest", "CT+"))


def camps() -> list[int]:
    """Return how many of the four other states are friends of Russia, and foes of France."""
    found = tied()
    return [
        sum(sign(found, state, other) == held for other in ("NER", "MLI", "BFA"))
        for state, held in (("RUS", 1), ("FRA", -1))
    ]


def behind_niger_and_russia() -> list[float]:
    """Return how many sentences stand behind the line, which tell no act and name nobody."""
    ids = line(tied(), "NER", "RUS")["events"]
    rows = case().events[case().events["event_id"].isin(ids)]
    no_act = "event" not in set(rows["kind"]) and set(rows["attributed_to"]) == {"UNK"}
    return checked(no_act, rows["sentence"].nunique())


def telling_the_end() -> list[int]:
    """Return how many rows tell of the announcement, and how many acts they are."""
    rows = case().events
    same = rows[rows["event_id"].eq("E01") | rows["same_act"].eq("E01")]
    return [len(same), int((same["same_act"] == "").sum())]


def wagners() -> list[int]:
    """Return the signed acts between Mali and Russia without those of Wagner, and with them."""
    found = of_pair(record().timeline.query("kind == 'event' and sign != 0"), "MLI", "RUS")
    return [int((found["actor"] != "RUS_WAGNER").sum()), len(found)]


def of_pair(acts: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Return the acts of two states, or of who belongs to them, whoever acts."""

    def has(column: str, state: str) -> pd.Series:
        return acts[column].str.contains(rf"(?:^|;){state}(?:_|;|$)")

    return acts[
        (has("actor", one) & has("recipient", other))
        | (has("actor", other) & has("recipient", one))
    ]


# --- the exercise -------------------------------------------------------------------------------


@cache
def asked() -> pd.DataFrame:
    """Return the rows of question 7.1."""
    return events().set_index("event_id").loc[list(lesson_07.ACTS)]


def kinds_asked() -> list[int]:
    """Return how many rows are asked for, how many are events, and how many states."""
    kinds = asked()["kind"]
    return [len(kinds), int((kinds == "event").sum()), int((kinds == "state").sum())]


def steps() -> int:
    """Return how many steps the exercise's first cell takes from the case to the pairs."""
    made = set(re.findall(r"^(\w+) = ", code("07", "solutions"), re.MULTILINE))
    return len({"case", "events", "pairs"} & made)


def signs() -> list[int]:
    """Return the sign that a friendly and a hostile row gets from its valence."""
    rows = signed(case().events)
    return [
        int(rows.loc[(rows["kind"] != "event") & (rows["valence"] == valence), "sign"].iloc[0])
        for valence in ("friendly", "hostile")
    ]


def least() -> int:
    """Return how many words the open question asks for."""
    [reads] = [q.reads for q in lesson_07.QUESTIONS if q.name == "ties.enemies_or_not"]
    return reads.least


FACTS = {
    # the naive map
    "rules": lambda: len(RULES),
    "span": lambda: [
        int(told()["date"].str.strip("[").str[:4].astype(int).agg(end)) for end in ("min", "max")
    ],
    "most-frequent": most_frequent,
    "classes": classes,
    "acts": lambda: checked(breaks_and_departures(), len(four())),
    "signs": lambda: len(four()),
    "departures": departures,
    "all-friends": all_friends,
    "turned": turned,
    "one-act-two-types": lambda: checked(one_act_two_types()),
    "reasons-change": lambda: checked(reasons_change()),
    "with-the-visit-at-nothing": with_the_visit_at_nothing,
    # the article
    "acts-of-niger": acts_of_niger,
    "most-acts": lambda: checked(most_acts()),
    "under-rules": lambda: checked(
        bullets(prose("07"), "under three rules:") == len(RULES), len(RULES)
    ),
    "pairs": lambda: [
        len(tied()),
        len(RULES),
    ],
    "same-under-all": same_under_all,
    "three-results": lambda: checked(by_rule() == [-1, 1, 0]),
    "one-more": one_more,
    "events-alone": events_alone,
    "hedged": hedged,
    "states": lambda: len(set(tied()["source"]) | set(tied()["target"])),
    "pairs-blank": lambda: [possible() - sure(), possible()],
    "ties": lambda: len(tied()),
    "camps": camps,
    "behind-niger-and-russia": behind_niger_and_russia,
    "rows": lambda: len(line(tied(), "NER", "USA")["against"]),
    "telling-the-end": telling_the_end,
    "wagners": wagners,
    "recall": lambda: len(quick_07.RECALL),
    "signs-2": signs,
    # the exercise
    "steps": steps,
    "kinds-asked": kinds_asked,
    "valence-of-states": lambda: kinds_asked()[2],
    "departure-after-eviction": lambda: asked().at["E31", "sign"],
    "states-asked": lambda: len(_SIX),
    "meets": lambda: [len(_SIX), others()],
    "steps-to-a-picture": lambda: checked(
        bullets(prose("07", "solutions"), "there are four steps:") == len(lesson_07.STEPS),
        len(lesson_07.STEPS),
    ),
    "answers": lambda: len(set(by_rule())),
    "rows-of-niger-and-america": lambda: [
        len(between()),
        len(_SIX),
    ],
    "times": lambda: telling_the_end()[0],
    "sure": sure,
    # what the questions say
    "signs_of_rows asks": lambda: kinds_asked()[0],
    "signs_of_rows hint 1": lambda: kinds_asked()[1],
    "signs_of_rows hint 2": several(lambda: kinds_asked()[2], signs),
    "pairs_and_blanks asks": lambda: len(_SIX),
    "pairs_and_blanks hint 2": lambda: [len(_SIX), others()],
    "pairs_and_blanks why": lambda: possible() / directed(),
    "pairs_and_blanks off_by_one": lambda: [len(_SIX), others()],
    "one_pair_under_each_rule hint 2": lambda: len(RULES),
    "one_pair_under_each_rule why": lambda: len(set(by_rule())),
    "one_pair_under_each_rule other_rule": lambda: len(RULES),
    "own_unknown_pairs wrong_denominator 2": lambda: len(_SIX),
    "least": least,
    "flaw_in_a_caption why": lambda: len(between()),
    "certain_and_latest why": several(sure, lambda: checked(with_russia(), *hedged()[:2])),
    "draw_without_colour asks": lambda: len(tied()),
}

NO_FACTS = {
    "how-much": "how much to write",
}
