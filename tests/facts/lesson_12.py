"""The numbers of lesson 12 and its exercise."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd
from world import (
    ROOT,
    bullets,
    case,
    checked,
    code,
    events,
    pairs,
    prose,
    sentence,
    several,
)

from realignment import agreement, questions
from realignment.dates import bounds
from realignment.errors import ReadingError
from realignment.events import Coding
from realignment.files import check_rows
from realignment.questions import lesson_12
from realignment.ties import dyads, signed, ties

_SECOND = lesson_12.CASE


def story() -> pd.DataFrame:
    """Return the sentences of the second story."""
    return case(_SECOND).sentences


def row(event_id: str) -> pd.Series:
    """Return a row of its reference coding."""
    return events(_SECOND).set_index("event_id").loc[event_id]


def published() -> pd.Timestamp:
    """Return the day on which it was published."""
    return pd.Timestamp(case(_SECOND).article.published)


def on_a_saturday() -> list[float]:
    """Return the day and the year of the story, a Saturday in March."""
    day_ = published()
    ok = day_.day_name() == "Saturday" and day_.month_name() == "March"
    return checked(ok, day_.day, day_.year)


def lessons_before() -> int:
    """Return how many lessons with questions come before this one."""
    return sum(number < 12 for number in questions.lessons())


def recalled() -> int:
    """Return how many questions stand at the head."""
    head = code("12").split("import tempfile")[0]
    return len(re.findall(r'ask\("12\.[a-z]"\)', head))


def cases() -> list[int]:
    """Return how many cases lie in data/, how many the questions so far are on, and the others."""
    every = {path.parent.name for path in (ROOT / "data").glob("*/article.md")}
    earlier = [
        one.case
        for number in questions.lessons()
        for one in questions.of_lesson(number)
        if number < 12
    ]
    return [len(every), len(every & set(earlier)), len(every - set(earlier))]


def dashes() -> list[float]:
    """Return how many lines of dashes an article has on top, and how many dashes each."""
    lines = (ROOT / "data" / _SECOND / "article.md").read_text(encoding="utf-8").splitlines()
    found = [line for line in lines if line and not line.strip("-")]
    return [len(found), *{len(line) for line in found}]


def headings() -> int:
    """Return how many headings the second story has."""
    text = (ROOT / "data" / _SECOND / "article.md").read_text(encoding="utf-8")
    return len(re.findall(r"^## ", text, re.MULTILINE))


def two_months() -> list[float]:
    """Return the months in which the embassies are to reopen."""
    first, last = bounds(row("E02")["date"])
    months = 12 * (last.year - first.year) + last.month - first.month
    ok = (first.day, last.day) == (10, 10) and first + pd.DateOffset(months=months) == last
    return checked(ok and (first.month, last.month) == (3, 5), months)


# --- two sheets ---------------------------------------------------------------------------------


@cache
def side_by_side(field: str) -> pd.DataFrame:
    """Return the main rows of the two sheets in one column."""
    return agreement.table(case(_SECOND).codings, field)


def coders() -> int:
    """Return how many sheets there are."""
    return case(_SECOND).codings["coder"].nunique()


def actor_apart() -> pd.DataFrame:
    """Return the sentences for which the two name different actors."""
    table = side_by_side("actor")
    return table[table["A"] != table["B"]]


def one_of_several() -> list[float]:
    """Return in how many of these A names one actor, where B names it and others."""
    table = actor_apart()
    part = [
        ";" not in a and a in b.split(";") and len(b.split(";")) > 1
        for a, b in zip(table["A"], table["B"], strict=True)
    ]
    others = set(table.index[[not one for one in part]])
    return checked(others == {6, 9}, sum(part), len(table))


def most_in_actor() -> bool:
    """Tell whether kind, type, valence and actor agree least in the actor."""
    same = {
        field: (side_by_side(field)["A"] == side_by_side(field)["B"]).mean()
        for field in ("kind", "event_type", "valence", "actor")
    }
    return min(same, key=same.get) == "actor"


@cache
def of_sheet(coder: str) -> pd.DataFrame:
    """Return the ties of one sheet."""
    rows = case(_SECOND).codings.query("coder == @coder")
    return ties(dyads(signed(rows), case(_SECOND).actors), "latest")


def tied_in(made: pd.DataFrame) -> set[tuple[str, str]]:
    """Return the pairs of a table of ties."""
    return set(zip(made["source"], made["target"], strict=True))


@cache
def reference(least: str = "PS+") -> pd.DataFrame:
    """Return the ties of the reference coding."""
    return ties(pairs(_SECOND), "latest", least=least)


def only_of_a() -> bool:
    """Tell whether coder A has the tie of Saudi Arabia and the United States, and B all others."""
    return tied_in(of_sheet("A")) - tied_in(of_sheet("B")) == {("SAU", "USA")}


def three_counts() -> list[int]:
    """Return the ties of the reference coding, of A and of B; none ties Iran and Yemen."""
    made = [reference(), of_sheet("A"), of_sheet("B")]
    apart = all(("IRN", "YEM") not in tied_in(one) for one in made)
    return checked(apart, *map(len, made))


def dropped(why: str) -> int:
    """Return how many pairs of the reference coding are left out for a reason."""
    return pairs(_SECOND).attrs["dropped"][why]


def verdicts() -> list[int]:
    """Return how many checkable points are correct, how many there are, and how many are wrong."""
    found = case(_SECOND).claims["verdict"]
    return [int((found == "correct").sum()), len(found), int((found == "inaccurate").sum())]


# --- the exercise -------------------------------------------------------------------------------


def days_of_talks() -> list[float]:
    """Return how many days the talks lasted, the last of them that Friday."""
    first, last = bounds(row("E03")["date"])
    friday = bounds(row("E01")["date"])[0]
    ends_there = last == friday and last.day_name() == "Friday"
    return checked(ends_there, (last - first).days + 1)


def years_ago() -> int:
    """Return the years from the cutting of relations to the story."""
    return published().year - int(row("E09")["date"][:4])


def second_part() -> list[float]:
    """Return the share of its sentence that the row of question 12.4 is, and the sentence."""
    told_ = row(lesson_12.BROKEN)
    parts = sentence(told_["sentence"], _SECOND).split(";")
    return checked(told_["quote"] in parts[1], 1 / len(parts), told_["sentence"])


def repaired() -> dict[str, str]:
    """Return the fields of that row as they should be."""
    return lesson_12.repaired(case(_SECOND))


def not_found() -> list[float]:
    """Return how many of the wrong fields no program finds, and how many there are."""
    text = (ROOT / "solutions" / "12_your_own_article.ipynb").read_text(encoding="utf-8")
    wrong = {name: re.search(rf'\\"{name}\\": \\"([^"\\]*)\\"', text)[1] for name in repaired()}
    whole = {
        "sentence": "11",
        "main": "no",
        "kind": "intent",
        "actor": "SAU",
        "recipient": "IRN",
        "action": "is to meet",
        "quad": "-",
        "attributed_to": "author",
        "certainty": "CT+",
        "note": "",
    }
    check_rows(pd.DataFrame([whole | repaired()]), Coding, "sheet.csv")
    passed = [name for name, value in wrong.items() if is_read(whole | repaired() | {name: value})]
    return [len(passed), len(wrong)]


def is_read(one: dict) -> bool:
    """Tell whether the program accepts a row."""
    try:
        check_rows(pd.DataFrame([one]), Coding, "sheet.csv")
    except ReadingError:
        return False
    return True


def where_a_has_events() -> list[int]:
    """Return the sentences that A takes for events, and B for a statement, then for a state."""
    kinds = side_by_side("kind").loc[list(lesson_12.OWN)].query("A == 'event'")["B"]
    return [number for kind in ("statement", "state") for number in kinds.index[kinds == kind]]


def turned() -> list[int]:
    """Return how many ties get another sign if only the certain counts, and of how many."""
    sure = reference("CT+").merge(reference(), on=["source", "target"])
    return [int((sure["sign_x"] != sure["sign_y"]).sum()), len(reference())]


def turns() -> list[float]:
    """Return how many hostile ties become friendly; the other that turns was mixed."""
    sure = reference("CT+").merge(reference(), on=["source", "target"])
    found = [(row.sign_y, row.sign_x) for row in sure.itertuples() if row.sign_x != row.sign_y]
    return checked(sorted(found) == [(-1, 1), (0, -1)], found.count((-1, 1)))


def one_digit() -> list[float]:
    """Return in how many digits the year of the story differs from that of its source."""
    [claim] = case(_SECOND).claims.query("verdict == 'inaccurate'").itertuples()
    told_, true = re.search(r"\d{4}", claim.claim)[0], re.search(r"\d{4}", claim.record)[0]
    return [sum(a != b for a, b in zip(told_, true, strict=True))]


def on_the_kind() -> list[float]:
    """Return the coders of the first story, their α on the kind, and this story's interval."""
    first = agreement.table(case().codings, "kind")
    second = agreement.krippendorff(agreement.table(case("riyadh_tehran_2023").codings, "kind"))
    value = round(agreement.krippendorff(first).value, 2)
    return [first.shape[1], value, round(second.low, 2), round(second.high, 2)]


FACTS = {
    "sentences": lambda: len(story()),
    "on-the-kind": on_the_kind,
    "lessons-before": lessons_before,
    "recall": recalled,
    # the article
    "rules": lambda: bullets(prose("12"), "and they are not about data:"),
    "cases": cases,
    "dashes": dashes,
    "on-a-saturday": on_a_saturday,
    "sentences-headings": lambda: [len(story()), headings()],
    "the-friday": lambda: checked(
        bounds(row("E01")["date"])[0].day_name() == "Friday"
        and (published() - bounds(row("E01")["date"])[0]).days == 1
    ),
    "two-months": two_months,
    "times": lambda: len(story()) - 1,
    "coders": coders,
    "one-of-several": lambda: checked(most_in_actor(), *one_of_several()),
    "sentences-of-both-sheets": lambda: [len(story()), coders()],
    "only-of-a": lambda: checked(only_of_a()),
    "three-counts": three_counts,
    "pairs": lambda: dropped("not_a_state"),
    "inside-one-state": lambda: dropped("inside_one_state"),
    "verdicts": verdicts,
    # the exercise
    "on-the-second-story": lambda: sum(one.case == _SECOND for one in questions.of_lesson(12)[:-1]),
    "rows-asked": lambda: len(lesson_12.SORTED),
    "rows-to-date": lambda: [
        *on_a_saturday(),
        len(lesson_12.DATED),
    ],
    "days-of-talks": days_of_talks,
    "second-part": second_part,
    "fields": lambda: len(repaired()),
    "not-found": not_found,
    "sentences-coded": lambda: len(lesson_12.OWN),
    "where-a-has-events": where_a_has_events,
    "turned": turned,
    # what the questions say
    "kinds_of_an_unknown_story asks": lambda: len(lesson_12.SORTED),
    "dates_from_the_text asks": lambda: len(lesson_12.DATED),
    "dates_from_the_text hint 2": several(days_of_talks, years_ago),
    "dates_from_the_text why": years_ago,
    "share_of_same_kind why": lambda: (
        case(_SECOND).codings.query("main == 'yes'")["coder"].value_counts().min()
    ),
    "own_agreement asks": lambda: len(lesson_12.OWN),
    "own_agreement incomplete": lambda: len(lesson_12.OWN),
    "own_agreement wrong_denominator": lambda: len(lesson_12.OWN),
    "ties_that_turn why": turns,
    "contradicted_detail why": one_digit,
}

NO_FACTS = {
    "advice-lessons": "advice on which lessons are needed",
    "advice-article": "advice on which article to choose",
    "advice-much": "advice on how much to do",
    "history-table": "history; no table has it",
    "how-much": "how much to write",
}
