"""Answers to exercise 11, written from lesson and exercise of the second edition alone."""

import pandas as pd

from realignment.dates import bounds_frame
from realignment.figures import Picture, map_at, new_figure
from realignment.record import load_record, members_at, presences_at, sources_by_lineage
from realignment.ties import dyads, ties
from realignment.worldmap import add_note, draw, draw_presences, no_data, outlines

DAY = "2022-09-30"
DENOUNCED = "2022-05-02"
SAID = (
    "Presences on 30 September 2022: 20 are there, 8 have left, 6 are not certain. "
    "States without data are hatched."
)


def _names():
    actors = load_record().actors
    return dict(zip(actors["actor_id"], actors["name"], strict=True))


def _others():
    hosts = set(load_record().presences["host"])
    return [a.iso3 for a in outlines() if a.iso3 and not a.disputed and a.iso3 not in hosts]


def _there(day=DENOUNCED):
    return presences_at(load_record(), day)


def _french(day=DENOUNCED):
    return _there(day).query("operator == 'FRA'")


def _as_text(day=DENOUNCED):
    """Keep the French rows whose dates, compared as text, lie on both sides of the day."""
    rows = load_record().presences.query("operator == 'FRA'")
    return rows[(rows["start"] <= day) & ((rows["end"] == "") | (rows["end"] > day))]


def _last(of="latest"):
    """Give for each host the day on which the last French site closed."""
    rows = load_record().presences.query("operator == 'FRA'")
    return bounds_frame(rows["end"])[of].groupby(rows["host"]).max()


def _members(*days, body="ECOWAS"):
    return {day: len(members_at(load_record(), body, day)) for day in days}


def _not_suspended(*days):
    return {
        day: int((~members_at(load_record(), "ECOWAS", day)["suspended"]).sum()) for day in days
    }


def _mapped(
    day=DAY,
    noted=DAY,
    rows=None,
    hatched="others",
    legend="both",
    note=True,
    words=SAID,
    marks=True,
):
    """Draw the map of 11.6 as the exercise asks for it, or with one thing otherwise."""
    figure, axes = new_figure(10, 6)
    draw(axes, "sahel")
    rows = _there(day) if rows is None else rows
    hosts = sorted(set(load_record().presences["host"]))
    handles = []
    if hatched:
        handles.append(no_data(axes, _others() if hatched == "others" else hosts))
    if marks:
        of_marks = draw_presences(axes, rows, _names())
        handles += of_marks
    if legend == "both":
        axes.legend(handles=handles, loc="upper left")
    elif legend == "marks":
        axes.legend(handles=of_marks)
    elif legend == "hatching":
        axes.legend(handles=handles[:1])
    if note:
        add_note(axes, noted)
    return Picture(figure, words)


def _map_of_the_module():
    return map_at(
        DAY,
        "Foreign forces and missions",
        "Presences: record of this module, six host countries.",
        presences=_there(DAY),
        unknown=_others(),
        names=_names(),
    )


def _open(day=DAY):
    return _there(day).query("status == 'open'")


def _origins(rows):
    return sources_by_lineage(rows)


def _pair(a="NER", b="RUS", **how):
    record = load_record()
    pairs = dyads(record.timeline.query("kind == 'event'"), record.actors)
    return ties(pairs, "latest", **({"at": "2024-03-26"} | how)).query(
        "source == @a and target == @b"
    )


def _events(*pair, **how):
    return _pair(*pair, **how)["events"].item()


AREAS = {
    "Crimea": "apart",
    "Western Sahara": "apart",
    "Kosovo": "apart",
    "Abkhazia": "inside",
    "Cabo Verde": "none",
    "Chad": "plain",
}
ORDER = ["MLI", "BFA", "NER", "TCD", "CIV", "SEN"]

ANSWERS = [
    # 11.1
    ("11.1", "right", AREAS, "the dict as shown"),
    ("11.1", "right", {a: t.capitalize() for a, t in AREAS.items()}, "with capitals"),
    ("11.1", "right", pd.Series(AREAS), "a Series with the areas as index"),
    (
        "11.1",
        "right",
        ["apart", "apart", "apart", "inside", "none", "plain"],
        "a list in the order asked",
    ),
    (
        "11.1",
        "right",
        {area.lower(): treated for area, treated in AREAS.items()},
        "the areas in small letters",
    ),
    ("11.1", "wrong", AREAS | {"Crimea": "inside"}, "Crimea taken for drawn inside another"),
    (
        "11.1",
        "wrong",
        AREAS | {"Kosovo": "plain"},
        "Kosovo taken for a plain outline, since it has a code of its own",
    ),
    ("11.1", "wrong", AREAS | {"Kosovo": "inside"}, "Kosovo taken for drawn inside Serbia"),
    (
        "11.1",
        "wrong",
        AREAS | {"Abkhazia": "apart"},
        "Abkhazia taken for drawn apart like Northern Cyprus",
    ),
    (
        "11.1",
        "wrong",
        lambda case: (
            AREAS
            | {
                area: "none"
                for area in AREAS
                if area not in {outline.name for outline in outlines()}
            }
        ),
        "every area that is not in the column name taken for not drawn: Abkhazia too",
    ),
    (
        "11.1",
        "wrong",
        AREAS | {"Cabo Verde": "plain"},
        "Cabo Verde is a state, so a plain outline expected",
    ),
    ("11.1", "wrong", AREAS | {"Cabo Verde": "inside"}, "Cabo Verde taken for a part of Senegal"),
    (
        "11.1",
        "wrong",
        AREAS | {"Western Sahara": "inside"},
        "Western Sahara taken for drawn inside Morocco",
    ),
    (
        "11.1",
        "wrong",
        AREAS | {"Abkhazia": "none", "Cabo Verde": "inside"},
        "Abkhazia and Cabo Verde interchanged",
    ),
    (
        "11.1",
        "wrong",
        lambda case: {
            area: "apart" if any(o.name == area and o.disputed for o in outlines()) else "plain"
            for area in AREAS
        },
        "what is not disputed taken for plain: Abkhazia and Cabo Verde too",
    ),
    (
        "11.1",
        "unreadable",
        AREAS | {"Crimea": "Russia"},
        "the holder of the area instead of how it is drawn",
    ),
    # 11.2
    ("11.2", "right", lambda case: len(_french().query("status == 'open'")), "len of the rows"),
    (
        "11.2",
        "right",
        lambda case: (_french()["status"] == "open").sum(),
        "the sum of a condition, a number of numpy",
    ),
    ("11.2", "right", "7", "the number as text"),
    ("11.2", "right", "7 sites", "the number with its unit"),
    ("11.2", "right", "sept", "the number as a French word"),
    ("11.2", "wrong", lambda case: len(_french()), "the second condition forgotten"),
    (
        "11.2",
        "wrong",
        lambda case: len(_french().query("status == 'open' or status == 'uncertain'")),
        "those that are not certain counted too",
    ),
    (
        "11.2",
        "wrong",
        lambda case: len(_french().query("status == 'uncertain'")),
        "only those that are not certain counted",
    ),
    (
        "11.2",
        "wrong",
        lambda case: len(_there().query("status == 'open'")),
        "the sites of all operators",
    ),
    (
        "11.2",
        "wrong",
        lambda case: len(_french().query("status == 'closed'")),
        "those that had closed",
    ),
    (
        "11.2",
        "wrong",
        lambda case: _french().query("status == 'open'")["host"].nunique(),
        "the countries with a site instead of the sites",
    ),
    (
        "11.2",
        "wrong",
        lambda case: len(_french().query("status == 'open' and host == 'MLI'")),
        "only the sites in Mali",
    ),
    ("11.2", "wrong", lambda case: len(_as_text()), "dates compared as text, an empty one too"),
    (
        "11.2",
        "wrong",
        lambda case: len(_french("2023-05-02").query("status == 'open'")),
        "a year too late, 2 May 2023",
    ),
    ("11.2", "wrong", 8, "one too many"),
    (
        "11.2",
        "unreadable",
        lambda case: _french().query("status == 'open'"),
        "the table of the rows, not counted",
    ),
    (
        "11.2",
        "unreadable",
        lambda case: _french()["status"].value_counts(),
        "the counts of every status, none chosen",
    ),
    # 11.3
    ("11.3", "right", ORDER, "a list of codes"),
    (
        "11.3",
        "right",
        "Mali, Burkina Faso, Niger, Chad, Côte d'Ivoire, Senegal",
        "one text with names",
    ),
    ("11.3", "right", lambda case: _last().sort_values(), "a sorted Series with the host as index"),
    ("11.3", "right", "MLI > BFA > NER > TCD > CIV > SEN", "one text with arrows of a kind"),
    (
        "11.3",
        "right",
        lambda case: (
            load_record()
            .presences.query("operator == 'FRA'")
            .assign(closed=lambda rows: bounds_frame(rows["end"])["latest"])
            .sort_values("closed")
            .drop_duplicates("host", keep="last")["host"]
        ),
        "the column host after sorting, the last row of each kept",
    ),
    (
        "11.3",
        "right",
        ("Mali", "Burkina Faso", "Niger", "Tchad", "Côte d'Ivoire", "Sénégal"),
        "a tuple of French names",
    ),
    (
        "11.3",
        "right",
        lambda case: list(_last("earliest").sort_values().index),
        "with the earliest possible day of each end: the order is the same",
    ),
    (
        "11.3",
        "right",
        lambda case: _last().sort_values().index.to_numpy(),
        "an array of the sorted index",
    ),
    (
        "11.3",
        "right",
        lambda case: _last().reset_index().sort_values("latest"),
        "a table of host and last day, sorted",
    ),
    (
        "11.3",
        "wrong",
        lambda case: list(_last().sort_values(ascending=False).index),
        "the last to be left first",
    ),
    ("11.3", "wrong", lambda case: _last(), "the groups not sorted: in the order of the alphabet"),
    (
        "11.3",
        "wrong",
        lambda case: list(
            load_record().presences.query("operator == 'FRA'")["host"].drop_duplicates()
        ),
        "in the order of the table, nothing sorted",
    ),
    (
        "11.3",
        "wrong",
        lambda case: list(
            load_record().presences.query("operator == 'FRA'")["host"].value_counts().index
        ),
        "by the number of sites",
    ),
    (
        "11.3",
        "wrong",
        lambda case: list(
            load_record()
            .presences.query("operator == 'FRA'")
            .groupby("host")["start"]
            .min()
            .sort_values()
            .index
        ),
        "by the beginning, as text",
    ),
    (
        "11.3",
        "wrong",
        ["MLI", "NER", "BFA", "TCD", "CIV", "SEN"],
        "Niger before Burkina Faso",
    ),
    (
        "11.3",
        "wrong",
        ["MLI", "BFA", "NER", "CIV", "TCD", "SEN"],
        "Côte d'Ivoire before Chad",
    ),
    (
        "11.3",
        "wrong",
        ["MLI", "BFA", "NER", "TCD", "SEN", "CIV"],
        "Senegal before Côte d'Ivoire",
    ),
    ("11.3", "unreadable", {"MLI", "BFA", "NER", "TCD", "CIV", "SEN"}, "a set has no order"),
    ("11.3", "unreadable", ["MLI", "BFA", "NER", "TCD", "CIV"], "Senegal forgotten"),
    (
        "11.3",
        "unreadable",
        lambda case: list(
            load_record()
            .presences.query("operator == 'FRA'")
            .assign(closed=lambda rows: bounds_frame(rows["end"])["latest"])
            .sort_values("closed")["host"]
        ),
        "every site, so that Mali stands there six times",
    ),
    # 11.4
    (
        "11.4",
        "right",
        lambda case: _members("2025-01-28", "2025-01-29"),
        "the length of members_at for each day",
    ),
    ("11.4", "right", {"2025-01-28": "15", "2025-01-29": "12"}, "numbers as text"),
    ("11.4", "right", (15, 12), "a tuple in the order asked"),
    (
        "11.4",
        "right",
        lambda case: pd.Series(_members("2025-01-28", "2025-01-29")),
        "a Series with the days as index",
    ),
    (
        "11.4",
        "right",
        {pd.Timestamp("2025-01-28"): 15, pd.Timestamp("2025-01-29"): 12},
        "the days as Timestamps",
    ),
    ("11.4", "right", {"2025-01-28": "15 members", "2025-01-29": "12 members"}, "with the unit"),
    (
        "11.4",
        "wrong",
        {"2025-01-28": 12, "2025-01-29": 12},
        "the announcement of January 2024 taken for the exit",
    ),
    (
        "11.4",
        "wrong",
        {"2025-01-28": 15, "2025-01-29": 15},
        "the last day taken for a day of membership",
    ),
    (
        "11.4",
        "wrong",
        lambda case: _not_suspended("2025-01-28", "2025-01-29"),
        "suspended members left out",
    ),
    ("11.4", "wrong", {"2025-01-28": 12, "2025-01-29": 15}, "the two numbers interchanged"),
    (
        "11.4",
        "wrong",
        lambda case: dict(
            zip(
                ["2025-01-28", "2025-01-29"],
                _members("2025-01-28", "2025-01-29", body="AES").values(),
                strict=True,
            )
        ),
        "the members of the AES",
    ),
    (
        "11.4",
        "wrong",
        lambda case: {
            day: int(members_at(load_record(), "ECOWAS", day)["suspended"].sum())
            for day in ["2025-01-28", "2025-01-29"]
        },
        "the suspended members alone",
    ),
    ("11.4", "wrong", {"2025-01-28": 15, "2025-01-29": 3}, "those that left, on the second day"),
    ("11.4", "wrong", {"2025-01-28": 15, "2025-01-29": 13}, "one too many on the second day"),
    ("11.4", "wrong", {"2025-01-28": 14, "2025-01-29": 11}, "one too few on both days"),
    ("11.4", "unreadable", {"2025-01-28": 15}, "the second day forgotten"),
    ("11.4", "unreadable", 12, "one number for two days"),
    # 11.5
    ("11.5", "right", "c", "the letter"),
    ("11.5", "right", "C", "the letter as a capital"),
    ("11.5", "right", "c)", "with a bracket"),
    ("11.5", "right", " c ", "with spaces"),
    ("11.5", "right", "c: it takes missing data for a finding", "the letter with its sentence"),
    ("11.5", "wrong", "a", "something counted twice"),
    ("11.5", "wrong", "b", "an announcement for an exit"),
    ("11.5", "wrong", "d", "a disputed line for a border"),
    ("11.5", "wrong", "B", "the letter b as a capital"),
    ("11.5", "wrong", "d.", "the letter d with a stop"),
    ("11.5", "unreadable", "e", "a letter that is not offered"),
    ("11.5", "unreadable", ["b", "c"], "two letters at once"),
    ("11.5", "unreadable", 3, "the number of the choice"),
    # 11.6
    ("11.6", "right", lambda case: _mapped(), "the recipe of the exercise"),
    ("11.6", "right", lambda case: _map_of_the_module(), "with map_at, which draws all of it"),
    (
        "11.6",
        "right",
        lambda case: _mapped(
            words="Présences au 30 septembre 2022 : 20 en place, 8 parties, 6 incertaines."
        ),
        "the words in French",
    ),
    ("11.6", "wrong", lambda case: _mapped(hatched=""), "no hatching"),
    ("11.6", "wrong", lambda case: _mapped(legend=""), "no legend"),
    (
        "11.6",
        "wrong",
        lambda case: _mapped(legend="marks"),
        "the legend explains the marks, not the hatching",
    ),
    (
        "11.6",
        "wrong",
        lambda case: _mapped(legend="hatching"),
        "the legend explains the hatching, not the marks",
    ),
    ("11.6", "wrong", lambda case: _mapped(note=False), "no note"),
    ("11.6", "wrong", lambda case: _mapped(noted=""), "the note without a day"),
    (
        "11.6",
        "wrong",
        lambda case: _mapped(day="2023-09-30"),
        "the rows of 2023 under the note of 2022",
    ),
    (
        "11.6",
        "wrong",
        lambda case: _mapped(day="2023-09-30", noted="2023-09-30"),
        "a year too late, rows and note",
    ),
    (
        "11.6",
        "wrong",
        lambda case: _mapped(noted="2024-03-16"),
        "the note of the lesson's day",
    ),
    (
        "11.6",
        "wrong",
        lambda case: _mapped(rows=_french(DAY)),
        "only the French presences",
    ),
    (
        "11.6",
        "wrong",
        lambda case: _mapped(hatched="hosts"),
        "the hosts hatched instead of the others",
    ),
    (
        "11.6",
        "wrong",
        lambda case: _mapped(marks=False),
        "no marks",
    ),
    ("11.6", "wrong", lambda case: _mapped(words="..."), "dots for words"),
    ("11.6", "unreadable", lambda case: _mapped().figure, "the figure without a Picture"),
    # 11.7
    (
        "11.7",
        "right",
        lambda case: {"map": _mapped(), "origins": _origins(_open()).independent},
        "sources_by_lineage of the open rows",
    ),
    (
        "11.7",
        "right",
        lambda case: {"map": _mapped(), "origins": _origins(_open())},
        "what sources_by_lineage returns, as it is",
    ),
    (
        "11.7",
        "right",
        lambda case: {
            "map": _mapped(),
            "origins": _open().query("lineage != ''")["lineage"].nunique(),
        },
        "the lineages counted by hand, the empty one left out",
    ),
    ("11.7", "right", lambda case: {"map": _map_of_the_module(), "origins": "11"}, "as text"),
    (
        "11.7",
        "wrong",
        lambda case: {"map": _mapped(), "origins": _open()["lineage"].nunique()},
        "the empty lineage counted as an origin",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {"map": _mapped(), "origins": len(_open())},
        "the rows counted, not the origins",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {"map": _mapped(), "origins": _origins(_there(DAY)).independent},
        "all rows of the day, those that have left too",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {
            "map": _mapped(),
            "origins": _origins(
                _there(DAY).query("status == 'open' or status == 'uncertain'")
            ).independent,
        },
        "the rows that are not certain counted too",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {
            "map": _mapped(),
            "origins": _origins(_open()).independent + _origins(_open()).unknown,
        },
        "the unknown ones added, each as an origin of its own",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {"map": _mapped(), "origins": _origins(_open()).unknown},
        "the number of rows without a known origin",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {"map": _mapped(), "origins": _open()["source_publisher"].nunique()},
        "publishers counted instead of origins",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {"map": _mapped(), "origins": _open()["operator"].nunique()},
        "operators counted instead of origins",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {
            "map": _mapped(),
            "origins": _origins(_open().query("operator == 'FRA'")).independent,
        },
        "the French rows only",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {"map": _mapped(), "origins": _origins(_open(DENOUNCED)).independent},
        "the rows of 2 May 2022, the day of 11.2",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {"map": _mapped(), "origins": _origins(_open("2024-03-16")).independent},
        "the rows of the lesson's day",
    ),
    (
        "11.7",
        "wrong",
        lambda case: {
            "map": _mapped(),
            "origins": _origins(load_record().presences).independent,
        },
        "all rows of the record",
    ),
    # 11.8
    ("11.8", "right", ["T050", "T056", "T066"], "a list of ids"),
    ("11.8", "right", {"T066", "T056", "T050"}, "a set: here the order does not count"),
    ("11.8", "right", lambda case: _events(), "the tuple that .item() gives"),
    ("11.8", "right", lambda case: _pair()["events"], "the column events, without .item()"),
    ("11.8", "right", "T050, T056, T066", "one text"),
    ("11.8", "right", "t050 t056 and t066", "small letters"),
    (
        "11.8",
        "right",
        lambda case: load_record().timeline.query(
            "event_id in @ids", local_dict={"ids": _events()}
        )["event_id"],
        "the column event_id of the rows of the record",
    ),
    (
        "11.8",
        "wrong",
        lambda case: _events(at="2024-03-16"),
        "the day of the lesson, before the third act",
    ),
    ("11.8", "wrong", lambda case: _events(at="2024-12-31"), "the last day of 2024"),
    ("11.8", "wrong", lambda case: _events(at=None), "the day forgotten: six acts"),
    ("11.8", "wrong", lambda case: _events("MLI", "RUS"), "the line of Mali and Russia"),
    ("11.8", "wrong", lambda case: _events("BFA", "RUS"), "the line of Burkina Faso and Russia"),
    (
        "11.8",
        "wrong",
        lambda case: _events("NER", "USA"),
        "the line of Niger and the United States",
    ),
    (
        "11.8",
        "wrong",
        lambda case: list(_events())[-1:],
        "only the latest act, since the rule is called latest",
    ),
    ("11.8", "wrong", lambda case: list(_events())[:1], "only the first of the three acts"),
    (
        "11.8",
        "wrong",
        lambda case: _pair()["against"].item(),
        "the column against instead of events: nothing",
    ),
    (
        "11.8",
        "wrong",
        lambda case: [*_events(), "T067"],
        "the act that came next, in April, counted too",
    ),
    ("11.8", "unreadable", 3, "the number of acts instead of their ids"),
    # 11.9
    (
        "11.9",
        "open",
        "I took the French rows of 1 September 2021. The first map fills six countries, so that a "
        "hurried reader believes that France holds the whole Sahel. The second shows ten small "
        "marks, so that he believes there is almost nothing. The record supports only ten sites "
        "that are certain, seven more that are not, in six host countries.",
        "in English",
    ),
    (
        "11.9",
        "open",
        "La première carte remplit six pays entiers : le lecteur pressé croit que la France occupe "
        "toute la région. La seconde ne montre que dix points : il croit qu'il n'y a presque rien. "
        "Les données ne disent ni l'un ni l'autre : dix sites certains, sept incertains, et rien "
        "sur les pays qui ne figurent pas dans la table.",
        "in French",
    ),
    (
        "11.9",
        "open",
        "第一张地图把六个国家全部涂上颜色，匆忙的读者会以为法国控制了整个萨赫勒地区。第二张地图只画了十个小点，"
        "读者会以为几乎没有驻军。记录只能证明：2021年9月1日有十个地点是确定的，另有七个不确定。",
        "in Chinese, without spaces",
    ),
    (
        "11.9",
        "open",
        "الخريطة الأولى تلون ست دول كاملة فيظن القارئ المستعجل أن فرنسا تسيطر على المنطقة "
        "كلها. أما الخريطة الثانية فلا تظهر سوى عشر نقاط صغيرة فيظن أنه لا يكاد يوجد شيء. "
        "والسجل لا يثبت إلا عشرة مواقع مؤكدة وسبعة غير مؤكدة في ست دول مضيفة.",
        "in Arabic",
    ),
    ("11.9", "wrong", "Both maps lie.", "three words"),
    ("11.9", "wrong", "\n...\n", "the cell run without a change"),
    ("11.9", "wrong", "The first map fills countries and the second shows points.", "ten words"),
]
