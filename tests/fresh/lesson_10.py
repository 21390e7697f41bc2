"""Answers to the questions of exercise 10, written from lesson and exercise alone."""

from functools import cache

import pandas as pd
from matplotlib.lines import Line2D

from realignment.dates import bounds_frame
from realignment.figures import Picture, new_figure
from realignment.record import load_record, members_at, presences_at, sources_by_lineage
from realignment.ties import dyads, ties
from realignment.worldmap import add_note, draw, draw_presences, no_data, outlines

TREATED = {
    "Crimea": "apart",
    "Western Sahara": "apart",
    "Kosovo": "apart",
    "Abkhazia": "inside",
    "Cabo Verde": "none",
    "Chad": "plain",
}
ORDER = ["MLI", "BFA", "NER", "TCD", "CIV", "SEN"]
COUNTS = {"2025-01-28": 15, "2025-01-29": 12}
DAY = "2022-09-30"
WORDS = (
    "Foreign forces and missions on 30 September 2022: 20 presences are there for certain, 6 are "
    "uncertain. Hatched: no data."
)


@cache
def the_record():
    """Return the record, read once."""
    return load_record()


def there(day="2022-05-02"):
    """Return the French sites of a day."""
    return presences_at(the_record(), day).query("operator == 'FRA'")


def left():
    """Return the states by the day on which the last French site closed."""
    french = the_record().presences.query("operator == 'FRA'")
    last = bounds_frame(french["end"])["latest"].groupby(french["host"]).max()
    return last.sort_values()


def shown(day=DAY):
    """Return the presences that are open on a day."""
    return presences_at(the_record(), day).query("status == 'open'")


def line(day="2024-03-26"):
    """Return the tie of Niger and Russia on a day."""
    record = the_record()
    pairs = dyads(record.timeline.query("kind == 'event'"), record.actors)
    table = ties(pairs, "latest", at=day)
    return table[(table["source"] == "NER") & (table["target"] == "RUS")]


def drawn(
    case,
    *,
    day=DAY,
    marks=True,
    hatched=True,
    legend="both",
    note=DAY,
    words=WORDS,
    few=None,
    everywhere=False,
):
    """Return the map of 10.6, with one thing or another done otherwise."""
    record = the_record()
    names = dict(zip(record.actors["actor_id"], record.actors["name"], strict=True))
    hosts = set(record.presences["host"])
    others = [
        a.iso3
        for a in outlines()
        if a.iso3 and not a.disputed and (everywhere or a.iso3 not in hosts)
    ]
    figure, axes = new_figure(10, 6)
    draw(axes, "sahel")
    entries = []
    if marks:
        entries += draw_presences(axes, presences_at(record, day).head(few or 99), names)
    if hatched:
        entries.append(no_data(axes, others))
    if legend == "both":
        axes.legend(handles=entries, loc="lower left", fontsize=7)
    elif legend == "marks":
        axes.legend(handles=entries[:-1], loc="lower left", fontsize=7)
    elif legend == "equal":
        looks = [Line2D([], [], color="black", marker="o", label=e.get_label()) for e in entries]
        axes.legend(handles=looks, loc="lower left", fontsize=7)
    if note:
        add_note(axes, note)
    return Picture(figure, words)


def from_map(case, origins, **choice):
    """Return an answer to 10.7."""
    return {"map": drawn(case, **choice), "origins": origins}


ANSWERS = [
    ("10.1", "right", TREATED, "the dict as shown"),
    ("10.1", "right", {k: v.upper() for k, v in TREATED.items()}, "capitals"),
    ("10.1", "right", lambda case: pd.Series(TREATED), "a Series"),
    ("10.1", "right", list(TREATED.items()), "pairs"),
    ("10.1", "wrong", TREATED | {"Crimea": "inside"}, "inside Ukraine", "guessed by opinion"),
    ("10.1", "wrong", TREATED | {"Kosovo": "plain"}, "a state of its own", "disputed overlooked"),
    ("10.1", "wrong", TREATED | {"Abkhazia": "apart"}, "as in Crimea", "note not read"),
    ("10.1", "wrong", TREATED | {"Abkhazia": "none"}, "no row with the name", "note not read"),
    ("10.1", "wrong", TREATED | {"Cabo Verde": "plain"}, "a state", "not looked up"),
    ("10.1", "wrong", TREATED | {"Western Sahara": "inside"}, "inside Morocco", "wrong row"),
    ("10.1", "wrong", TREATED | {"Cabo Verde": float("nan")}, "not found", "NaN"),
    ("10.2", "right", 7, "a number"),
    ("10.2", "right", lambda case: len(there().query("status == 'open'")), "len of a filter"),
    ("10.2", "right", lambda case: (there()["status"] == "open").sum(), "numpy sum"),
    ("10.2", "right", "7", "a text"),
    ("10.2", "right", lambda case: there()["status"].value_counts()["open"], "from value_counts"),
    ("10.2", "wrong", lambda case: len(there()), "all rows", "filter forgotten"),
    ("10.2", "wrong", 13, "uncertain too", "not for certain"),
    (
        "10.2",
        "wrong",
        lambda case: (presences_at(the_record(), "2022-05-02")["status"] == "open").sum(),
        "all operators",
        "filter forgotten",
    ),
    (
        "10.2",
        "wrong",
        lambda case: (there(DAY)["status"] == "open").sum(),
        "30 September",
        "another day",
    ),
    ("10.2", "wrong", 6, "the uncertain", "another status"),
    (
        "10.2",
        "wrong",
        lambda case: there().query("status == 'open' and host == 'MLI'").shape[0],
        "Mali alone",
        "a filter too many",
    ),
    ("10.3", "right", ORDER, "a list"),
    ("10.3", "right", lambda case: list(left().index), "from the record"),
    ("10.3", "right", lambda case: left(), "a sorted Series of days"),
    ("10.3", "right", "MLI -> BFA -> NER -> TCD -> CIV -> SEN", "arrows"),
    (
        "10.3",
        "right",
        ["Mali", "Burkina Faso", "Niger", "Chad", "Côte d'Ivoire", "Senegal"],
        "names instead of codes",
    ),
    (
        "10.3",
        "right",
        ["Mali", "Burkina Faso", "Niger", "Tchad", "Côte d'Ivoire", "Sénégal"],
        "French names",
    ),
    ("10.3", "wrong", ORDER[::-1], "the last first", "reversed direction"),
    ("10.3", "wrong", sorted(ORDER), "by the alphabet", "sorted the names"),
    (
        "10.3",
        "wrong",
        ["MLI", "BFA", "NER", "TCD", "SEN", "CIV"],
        "the first closed in Senegal",
        "first in place of last",
    ),
    ("10.3", "wrong", set(ORDER), "a set", "a set has no order"),
    ("10.3", "wrong", ORDER[:5], "without Senegal", "one left out"),
    (
        "10.3",
        "wrong",
        lambda case: list(the_record().presences.query("operator == 'FRA'")["host"]),
        "the column as it is",
        "duplicates kept",
    ),
    ("10.4", "right", COUNTS, "two numbers"),
    (
        "10.4",
        "right",
        lambda case: {day: len(members_at(the_record(), "ECOWAS", day)) for day in COUNTS},
        "by members_at",
    ),
    ("10.4", "right", (15, 12), "a tuple in the order asked"),
    ("10.4", "right", {k: str(v) for k, v in COUNTS.items()}, "texts"),
    ("10.4", "right", lambda case: pd.Series(COUNTS), "a Series"),
    ("10.4", "wrong", {"2025-01-28": 15, "2025-01-29": 15}, "the last day in", "last day counted"),
    ("10.4", "wrong", {"2025-01-28": 12, "2025-01-29": 12}, "announced", "announcement for exit"),
    ("10.4", "wrong", {"2025-01-28": 12, "2025-01-29": 15}, "turned", "exchanged"),
    ("10.4", "wrong", {"2025-01-28": 11, "2025-01-29": 11}, "suspended out", "suspended left out"),
    ("10.4", "wrong", {"2025-01-28": 15, "2025-01-29": 3}, "those that left", "the complement"),
    ("10.4", "wrong", {"2025-01-28": 14, "2025-01-29": 11}, "one missed", "off by one"),
    ("10.5", "right", "c", "the letter"),
    ("10.5", "right", "C", "a capital"),
    ("10.5", "right", "c)", "with a parenthesis"),
    ("10.5", "right", ("c",), "in a tuple"),
    ("10.5", "wrong", "a", "twice", "another flaw"),
    ("10.5", "wrong", "b", "an announcement", "another flaw"),
    ("10.5", "wrong", "d", "a border", "another flaw"),
    ("10.5", "wrong", "c d", "two letters", "did not choose"),
    ("10.5", "wrong", 3, "the place", "a number for a letter"),
    ("10.5", "wrong", "", "left it empty", "empty text"),
    ("10.5", "wrong", "x", "no such letter", "a letter not offered"),
    ("10.6", "right", lambda case: drawn(case), "all as asked"),
    (
        "10.6",
        "right",
        lambda case: drawn(case, words="Sites of foreign forces, 2022-09-30. Hatched: no data."),
        "shorter words",
    ),
    (
        "10.6",
        "right",
        lambda case: drawn(case, words="Forces étrangères le 30 septembre 2022 ; hachuré : rien."),
        "words in French",
    ),
    ("10.6", "wrong", lambda case: drawn(case, marks=False), "no marks", "marks forgotten"),
    ("10.6", "wrong", lambda case: drawn(case, hatched=False), "no hatching", "hatching forgotten"),
    ("10.6", "wrong", lambda case: drawn(case, legend=""), "no legend", "legend forgotten"),
    (
        "10.6",
        "wrong",
        lambda case: drawn(case, legend="marks"),
        "a legend without no data",
        "half a legend",
    ),
    ("10.6", "wrong", lambda case: drawn(case, note=""), "no note", "note forgotten"),
    (
        "10.6",
        "wrong",
        lambda case: drawn(case, day="2025-12-31"),
        "the marks of 2025 under the note of 2022",
        "another day",
    ),
    (
        "10.6",
        "wrong",
        lambda case: drawn(case, note="2023-09-30"),
        "the note has another day",
        "words are false",
    ),
    ("10.6", "wrong", lambda case: drawn(case, words=" "), "words of one space", "empty words"),
    (
        "10.6",
        "wrong",
        lambda case: drawn(case, legend="equal"),
        "one look for all entries",
        "legend with equal handles",
    ),
    ("10.6", "wrong", lambda case: drawn(case, few=5), "five marks", "marks left out"),
    (
        "10.6",
        "wrong",
        lambda case: drawn(case, everywhere=True),
        "hatched the hosts too",
        "hatching where there are data",
    ),
    ("10.7", "right", lambda case: from_map(case, 11), "a number"),
    (
        "10.7",
        "right",
        lambda case: from_map(case, sources_by_lineage(shown()).independent),
        "computed",
    ),
    ("10.7", "right", lambda case: from_map(case, "11"), "a text"),
    (
        "10.7",
        "right",
        lambda case: from_map(case, sources_by_lineage(shown())),
        "the origins themselves, without .independent",
    ),
    (
        "10.7",
        "wrong",
        lambda case: from_map(
            case, sources_by_lineage(presences_at(the_record(), DAY)).independent
        ),
        "all rows",
        "filter forgotten",
    ),
    ("10.7", "wrong", lambda case: from_map(case, 20), "open rows", "rows in place of origins"),
    ("10.7", "wrong", lambda case: from_map(case, 18), "publishers", "another column"),
    ("10.7", "wrong", lambda case: from_map(case, 12), "the empty one too", "empty counted"),
    ("10.7", "wrong", lambda case: from_map(case, 15), "unknown ones too", "unknown counted"),
    (
        "10.7",
        "wrong",
        lambda case: from_map(case, sources_by_lineage(shown("2025-12-31")).independent),
        "of 2025",
        "another day",
    ),
    ("10.7", "wrong", lambda case: from_map(case, ...), "left", "left the dots"),
    ("10.8", "right", ["T050", "T056", "T066"], "a list"),
    ("10.8", "right", {"T066", "T050", "T056"}, "a set"),
    ("10.8", "right", lambda case: line()["events"].item(), "the tuple of the table"),
    ("10.8", "right", lambda case: line()["events"], "without .item()"),
    ("10.8", "right", "T050, T056 and T066", "a text"),
    ("10.8", "wrong", ["T050", "T056", "T066", "T067"], "April too", "day forgotten"),
    ("10.8", "wrong", ["T066"], "the last alone", "latest misread"),
    ("10.8", "wrong", ["T050", "T056"], "without that day's", "last day not counted"),
    ("10.8", "wrong", ["T050", "T056", "T056", "T067"], "one twice", "given twice"),
    ("10.8", "wrong", 3, "the number", "a number in place of ids"),
    ("10.8", "wrong", lambda case: line()["against"].item(), "against", "another column"),
    ("10.8", "wrong", ["E38"], "the article's row", "another table"),
    (
        "10.9",
        "right",
        "I chose France on 30 September 2022. The first map fills whole states and says France "
        "holds the Sahel. The second shows five marks and says a few sites. A hurried reader "
        "believes in an empire by the first and in nothing by the second. The record supports "
        "five sites for certain and six uncertain ones. Neither title says so.",
        "operator, day, both maps",
    ),
    (
        "10.9",
        "right",
        "Operator: USA, day: 2024-03-17. Filled, Niger looks American from border to border. As "
        "marks there are two bases in an ocean of sand! Who reads fast takes the colour for "
        "control. The record has two sites and no area. I would show the marks and say so.",
        "another operator",
    ),
    (
        "10.9",
        "right",
        "J'ai choisi la Russie, le 31 décembre 2024. La première carte remplit trois États. La "
        "seconde montre quelques points. Un lecteur pressé croit à une conquête ou à rien. Le "
        "relevé soutient quelques sites. Il ne dit rien du reste.",
        "in French",
    ),
    (
        "10.9",
        "right",
        "我选择法国和2022年9月30日。第一张地图把整个国家涂满，好像法国控制了萨赫勒。第二张只有几个点，"
        "看起来微不足道。匆忙的读者会相信颜色。记录只支持五个确定的地点。其余的不确定。",
        "in Chinese, of fair length",
    ),
    (
        "10.9",
        "right",
        "اخترت فرنسا ويوم 30 سبتمبر 2022. تملأ الخريطة الأولى دولا كاملة فتبدو السيطرة تامة. وتظهر "
        "الثانية نقاطا قليلة فيبدو الوجود ضئيلا. ويصدق القارئ المستعجل اللون. أما السجل فلا يدعم إلا "
        "خمسة مواقع مؤكدة. والباقي غير مؤكد.",
        "in Arabic, of fair length",
    ),
    ("10.9", "wrong", "Both maps lie.", "one sentence", "too short"),
    ("10.9", "wrong", "France. 2022. Two maps.", "scraps", "too short"),
    (
        "10.9",
        "wrong",
        "Choose one operator and one day, and make two maps of the same rows that persuade in "
        "opposite ways. Then say in five sentences or more how each persuades, what a hurried "
        "reader would believe, and what the record supports.",
        "copied the question",
        "copied from the question",
    ),
    ("10.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("10.9", "wrong", "   ", "spaces", "blank"),
    ("10.9", "wrong", "map map map map map", "one word again and again", "no sentences"),
]
