"""The numbers of lesson 11 and its exercise."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd
from world import (
    ROOT,
    bullets,
    case,
    checked,
    events,
    pairs,
    prose,
    sentence,
)

from realignment import agreement, questions
from realignment.dates import bounds
from realignment.errors import ReadingError
from realignment.events import Coding
from realignment.files import check_rows
from realignment.questions import lesson_11
from realignment.ties import dyads, signed, ties

_SECOND = lesson_11.CASE


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
    return sum(number < 11 for number in questions.lessons())


def cases() -> list[int]:
    """Return how many cases lie in data/, how many the questions so far are on, and the others."""
    every = {path.parent.name for path in (ROOT / "data").glob("*/article.md")}
    earlier = [
        one.case
        for number in questions.lessons()
        for one in questions.of_lesson(number)
        if number < 11
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
    """Return the ties of one sheet, as the lesson makes them: codes cut short, each an actor."""
    rows = case(_SECOND).codings.query("coder == @coder")
    rows = rows.assign(event_id=rows["sentence"].map("S{}".format), mode="", consent="")
    for column in ("actor", "recipient"):
        rows[column] = rows[column].str.replace(r"/\w+|-", "", regex=True)
    rows = rows.assign(date=rows["date"].replace("-", ""))
    codes = pd.concat([rows["actor"], rows["recipient"]]).str.split(";").explode()
    actors = pd.DataFrame({"actor_id": codes[codes != ""].unique()})
    return ties(dyads(signed(rows), actors, level="actor"), "latest")


@cache
def reference(least: str = "PS+") -> pd.DataFrame:
    """Return the ties of the reference coding."""
    return ties(pairs(_SECOND), "latest", least=least)


def only_in_sheets() -> list[float]:
    """Return how many ties fewer the reference makes than A: that of Iran and Yemen is gone."""
    ours = set(zip(reference()["source"], reference()["target"], strict=True))
    theirs = set(zip(of_sheet("A")["source"], of_sheet("A")["target"], strict=True))
    return checked(("IRN", "YEM") in theirs - ours, len(theirs) - len(ours))


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
    """Return the share of its sentence that the row of question 11.4 is, and the sentence."""
    told_ = row(lesson_11.BROKEN)
    parts = sentence(told_["sentence"], _SECOND).split(";")
    return checked(told_["quote"] in parts[1], 1 / len(parts), told_["sentence"])


def repaired() -> dict[str, str]:
    """Return the fields of that row as they should be."""
    return lesson_11.repaired(case(_SECOND))


def not_found() -> list[float]:
    """Return how many of the wrong fields no program finds, and how many there are."""
    text = (ROOT / "solutions" / "11_your_own_article.ipynb").read_text(encoding="utf-8")
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
    kinds = side_by_side("kind").loc[list(lesson_11.OWN)].query("A == 'event'")["B"]
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
    "with twelve sentences all are wide.": lambda: len(story()),
    "the four agreed on the kind with 0.91; here the interval reaches from 0.11 to 1.": on_the_kind,
    "Ten lessons have gone through one story.": lessons_before,
    # the article
    "Then three rules, and they are not about data:": lambda: bullets(
        prose("11"), "and they are not about data:"
    ),
    "Two: the one that you have read, and one that you have not.": cases,
    "Between two lines of three dashes": dashes,
    "The story is dated 11 March 2023, a Saturday.": on_a_saturday,
    "Twelve sentences, two headings.": lambda: [len(story()), headings()],
    "The date is the Friday before the 11th": lambda: checked(
        bounds(row("E01")["date"])[0].day_name() == "Friday"
        and (published() - bounds(row("E01")["date"])[0]).days == 1
    ),
    "Two months from the 10th of March end on the 10th of May": two_months,
    "The same is done eleven times more.": lambda: len(story()) - 1,
    "in which two whole sheets lie ready.": coders,
    # two sheets
    "The case holds two sheets, A and B.": coders,
    "The case holds two codings, A and B": coders,
    "The actor. In five of its seven rows A names one of those": lambda: checked(
        most_in_actor(), *one_of_several()
    ),
    "The same twelve sentences, two sheets.": lambda: [len(story()), coders()],
    "It makes one tie fewer, and says what it left out.": only_in_sheets,
    "Four pairs were left out because": lambda: dropped("not_a_state"),
    "The execution stayed inside one state.": lambda: dropped("inside_one_state"),
    "Nine of fourteen are plainly correct, and only one is wrong.": verdicts,
    # the exercise
    "The first eight are on the second story": lambda: sum(
        one.case == _SECOND for one in questions.of_lesson(11)[:-1]
    ),
    "Six rows of the second story": lambda: len(lesson_11.SORTED),
    "Give six rows of an unknown story": lambda: len(lesson_11.SORTED),
    "The story is dated Saturday 11 March 2023. **Date four rows": lambda: [
        *on_a_saturday(),
        len(lesson_11.DATED),
    ],
    "Date four rows from the text alone.": lambda: len(lesson_11.DATED),
    "five days that end on it; a year and no more;": days_of_talks,
    "let the last day be one of the five.": days_of_talks,
    "For seven years ago a year is enough": years_ago,
    "one year from the words *seven years ago*": years_ago,
    "the second half of sentence 11": second_part,
    "**Give the three fields as they should be.**": lambda: len(repaired()),
    "One of the three no program finds": not_found,
    "On what share of the six does coder A agree with you?": lambda: len(lesson_11.OWN),
    "This coder took sentence 9 for a statement and sentence 11 for a state, where A has events.": where_a_has_events,
    "Two ties of ten depend on a hedged row.": turned,
    "a mixed tie becomes hostile and a hostile one friendly.": turns,
    "Twelve main rows each.": lambda: (
        case(_SECOND).codings.query("main == 'yes'")["coder"].value_counts().min()
    ),
    "Code six sentences yourself": lambda: len(lesson_11.OWN),
    "You coded six.": lambda: len(lesson_11.OWN),
    "It is of the kind that slips into true stories: one digit": one_digit,
}

NO_FACTS = {
    "or at least 01, 04, 05 and 07.": "advice on which lessons are needed",
    "Ten to twenty sentences": "advice on which article to choose",
    "five checkable points are enough": "advice on how much to do",
    "It has held Yemen's capital since 2014": "history; no table has it",
    "in six sentences or more": "how much to write",
}
