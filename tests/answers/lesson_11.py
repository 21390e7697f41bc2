"""Right, defensible and wrong answers to the questions of lesson 11."""

import numpy as np
import pandas as pd
from matplotlib.lines import Line2D

from realignment import dates, spells
from realignment.figures import Picture, map_at, new_figure
from realignment.record import load_record, members_at, presences_at, sources_by_lineage
from realignment.ties import dyads, ties
from realignment.worldmap import add_note, draw, draw_presences, no_data, outlines

DAY = "2022-09-30"
TREATED = {
    "Crimea": "apart",
    "Western Sahara": "apart",
    "Kosovo": "apart",
    "Abkhazia": "inside",
    "Cabo Verde": "none",
    "Chad": "plain",
}
ORDER = ["MLI", "BFA", "NER", "TCD", "CIV", "SEN"]
MEMBERS = {"2025-01-28": 15, "2025-01-29": 12}
ACTS = ["T050", "T056", "T066"]
ESSAY = (
    "The first map fills three states with one colour, so a hurried reader adds up the area and "
    "believes that one power holds the land. The second marks the sites of the record, a few "
    "points in three capitals, and makes the same presence look small. Both draw the same rows, "
    "B09, B24 and B27, and neither says how many people are there."
)


def others():
    hosts = set(load_record().presences["host"])
    return [a.iso3 for a in outlines() if a.iso3 and not a.disputed and a.iso3 not in hosts]


def drawing(
    day=DAY,
    hatch=True,
    note=True,
    legend=True,
    change=None,
    says=None,
    title="",
    hatched=None,
    alike=False,
    words="words",
):
    """Return a function that draws the presences of a day as a student would."""

    def make(case):
        figure, axes = new_figure(10, 6)
        draw(axes, "sahel")
        handles = [no_data(axes, hatched or others())] if hatch else []
        rows = presences_at(load_record(), day)
        handles += draw_presences(axes, change(rows) if change else rows)
        if alike:
            handles = [Line2D([], [], marker="o", label=one.get_label()) for one in handles]
        if legend:
            axes.legend(handles=handles)
        if note:
            add_note(axes, day if says is None else says)
        axes.set_title(title)
        return figure if words is None else Picture(figure, words)

    return make


def new_map():
    figure, axes = new_figure(10, 6)
    draw(axes, "sahel")
    return Picture(figure, "words")


def by_function(case):
    rows = presences_at(load_record(), DAY)
    return map_at(DAY, "Forces", "Record.", presences=rows, unknown=others())


def legend_beside(case):
    figure = drawing(legend=False)(case).figure
    axes = figure.axes[0]
    handles = [no_data(axes, others()), *draw_presences(axes, presences_at(load_record(), DAY))]
    figure.legend(handles=handles, loc="outside right upper")
    return Picture(figure, "words")


def shown_rows():
    return presences_at(load_record(), DAY).query("status == 'open'")


def tie_events(day, column="events"):
    record = load_record()
    made = ties(dyads(record.timeline.query("kind == 'event'"), record.actors), "latest", at=day)
    return made.query("source == 'NER' and target == 'RUS'")[column]


def own(origins, **how):
    return lambda case: {"map": drawing(**how)(case), "origins": origins}


def ends():
    rows = load_record().presences
    rows = rows[rows["operator"] == "FRA"]
    return dates.bounds_frame(rows["end"])["latest"].groupby(rows["host"]).max()


def french_by_record(case):
    return ends().sort_values().index


def hosts_sorted(column):
    return lambda case: list(
        load_record().presences.query("operator == 'FRA'").sort_values(column)["host"]
    )


def on_day(day):
    return len(presences_at(load_record(), day).query("operator == 'FRA' and status == 'open'"))


def by_start(case):
    rows = load_record().presences.query("operator == 'FRA'")
    starts = spells.limits(rows)["start_latest"].groupby(rows["host"]).min()
    return list(starts.sort_values(kind="stable").index)


def members(case):
    return pd.Series({day: len(members_at(load_record(), "ECOWAS", day)) for day in MEMBERS})


RIGHT = {
    "11.1": [
        TREATED,
        {**TREATED, "Cabo Verde": None},
        pd.Series(TREATED),
        {name.upper(): f" {how.title()} " for name, how in reversed(TREATED.items())},
        list(TREATED.items()),
        pd.DataFrame({"area": list(TREATED), "how": list(TREATED.values())}),
        {**TREATED, "Crimea": "drawn apart and hatched"},
        list(TREATED.values()),
    ],
    "11.2": [7, "7", 7.0, np.int64(7), [7], "7 sites", "seven", "sept"],
    "11.3": [
        ORDER,
        tuple(ORDER),
        french_by_record,
        ["Mali", "burkina faso", "Niger", "Chad", "Côte d'Ivoire", "Senegal"],
        "MLI, BFA, NER, TCD, CIV, SEN",
        ["Mali", "Burkina Faso", "Niger", "Tchad", "civ", "Sénégal"],
        lambda case: ends().sort_values(),
        lambda case: ends().sort_values().reset_index(),
    ],
    "11.4": [
        MEMBERS,
        members,
        {pd.Timestamp(day): float(n) for day, n in MEMBERS.items()},
        [("2025-01-29", "12"), ("2025-01-28", "15")],
        (15, 12),
    ],
    "11.5": ["c", "C)", " c ", "it takes missing data for a finding"],
    "11.6": [
        drawing(),
        by_function,
        legend_beside,
        drawing(words="30 September 2022: 20 are there, 8 have left."),
        drawing(says="", title="Foreign forces on 30 September 2022"),
    ],
    "11.7": [
        own(11),
        own("11"),
        lambda case: own(sources_by_lineage(shown_rows()))(case),
        lambda case: {"map": by_function(case), "origins": 11.0},
        lambda case: pd.Series({"origins": 11, "map": drawing(words=None)(case)}),
        lambda case: {
            "map": drawing(day="2025-12-31")(case),
            "origins": sources_by_lineage(
                presences_at(load_record(), "2025-12-31").query("status == 'open'")
            ).independent,
        },
    ],
    "11.8": [
        ACTS,
        tuple(ACTS[::-1]),
        set(ACTS),
        "t050; T056, t066",
        pd.Series(ACTS),
        lambda case: tie_events("2024-03-26"),
    ],
    "11.9": [ESSAY, ESSAY.upper(), "\n" + ESSAY, ESSAY * 2],
}

DEFENSIBLE: dict[str, list] = {}


def all_open(rows):
    return rows[rows["status"] != "unknown"].assign(status="open")


def uncertain_open(rows):
    return rows[rows["status"] != "unknown"].replace({"status": {"uncertain": "open"}})


def first_to_close(case):
    """Return the hosts by their first row, with the rows in the order of their ends as text."""
    rows = load_record().presences.query("operator == 'FRA'")
    return list(dict.fromkeys(rows.sort_values("end")["host"]))


WRONG = {
    "11.1": [
        ({**TREATED, "Crimea": "inside"}, "border_as_fact"),
        ({**TREATED, "Kosovo": "plain"}, "border_as_fact"),
        ({**TREATED, "Western Sahara": "inside"}, "border_as_fact"),
        ({**TREATED, "Abkhazia": "apart"}, "incomplete"),
        ({**TREATED, "Abkhazia": "none"}, "incomplete"),
        ({**TREATED, "Cabo Verde": "plain"}, "outside_knowledge"),
        ({**TREATED, "Kosovo": "none"}, "border_as_fact"),
        ({**TREATED, "Chad": "apart"}, "too_many"),
        ({**TREATED, "Chad": "inside"}, "incomplete"),
        ({**TREATED, "Chad": "hatched"}, "unreadable"),
        ({"Chad": "plain"}, "unreadable"),
    ],
    "11.2": [
        (13, "uncertain_as_open"),
        (17, "ended_as_open"),
        (23, "wrong_selection"),
        (6, "uncertain_as_open"),
        (8, "off_by_one"),
        (4, "wrong_selection"),
        (11, "ended_as_open"),
        (lambda case: on_day("2021-09-01"), "wrong_selection"),
        (lambda case: on_day("2022-09-30"), "wrong_selection"),
        (2, "wrong_selection"),
        (pd.Series([True, False]), "unreadable"),
        (100, "other"),
        ("some", "unreadable"),
    ],
    "11.3": [
        (ORDER[:5], "incomplete"),
        (["NER", "MLI", "BFA", "TCD", "SEN", "CIV"], "order_told"),
        (sorted(ORDER), "order_told"),
        (ORDER[::-1], "order_told"),
        ([*ORDER, "NGA"], "too_many"),
        (["MLI", "NER", "BFA", "TCD", "CIV", "SEN"], "incomplete"),
        (first_to_close, "incomplete"),
        (by_start, "wrong_selection"),
        (set(ORDER), "unreadable"),
        (["BFA", "MLI", "NER", "TCD", "CIV", "SEN"], "off_by_one"),
        (["MLI", "SEN", "TCD", "NER", "BFA", "CIV"], "wrong_selection"),
        (["MLI", "NER", "SEN", "TCD", "CIV", "BFA"], "wrong_selection"),
        (["TCD", "BFA", "NER", "MLI", "CIV", "SEN"], "other"),
        (hosts_sorted("end"), "same_act_twice"),
        (lambda case: ends(), "unreadable"),
        (["Atlantis"], "unreadable"),
    ],
    "11.4": [
        ({**MEMBERS, "2025-01-29": 15}, "end_day_counted"),
        ({"2025-01-28": 12, "2025-01-29": 15}, "reversed"),
        ({"2025-01-28": 11, "2025-01-29": 12}, "suspended_as_out"),
        ({"2025-01-28": 15, "2025-01-29": 11}, "suspended_as_out"),
        ({"2025-01-28": 12, "2025-01-29": 12}, "later_knowledge"),
        ({"2025-01-28": 16, "2025-01-29": 12}, "off_by_one"),
        ({"2025-01-28": 15, "2025-01-29": 13}, "off_by_one"),
        ({"2025-01-28": 15, "2025-01-29": 3}, "wrong_selection"),
        ({"2025-01-28": 4, "2025-01-29": 1}, "suspended_as_out"),
        ({"2025-01-28": 20, "2025-01-29": 12}, "other"),
        ({"2025-01-28": 15}, "unreadable"),
    ],
    "11.5": [
        ("a", "same_act_twice"),
        ("A.", "same_act_twice"),
        ("b", "suspended_as_out"),
        ("d", "border_as_fact"),
        ("it takes a disputed line for a border", "border_as_fact"),
        ("e", "unreadable"),
    ],
    "11.6": [
        (drawing(day="2022-05-02"), "wrong_selection"),
        (drawing(hatch=False), "blank_as_none"),
        (drawing(hatched=["DZA"]), "blank_as_none"),
        (drawing(hatched=["NER"]), "blank_as_none"),
        (lambda case: drawing(hatched=[*others(), "NER"])(case), "too_many"),
        (drawing(note=False, title="Forces, 2022-09-30"), "border_as_fact"),
        (drawing(note=False), "undated_map"),
        (drawing(says="2025-12-31"), "wrong_selection"),
        (drawing(says="2022-09"), "wrong_selection"),
        (drawing(says=""), "undated_map"),
        (drawing(legend=False), "no_legend"),
        (drawing(alike=True), "no_legend"),
        (lambda case: new_map(), "incomplete"),
        (drawing(words=" "), "words_missing"),
        (drawing(words=None), "words_missing"),
        (lambda case: drawing()(case).figure.axes[0], "words_missing"),
        (drawing(words="2022-09-30: 30 are there."), "words_missing"),
        (drawing(words="Presences on 2025-12-31."), "words_missing"),
        (drawing(change=all_open), "ended_as_open"),
        (drawing(change=uncertain_open), "uncertain_as_open"),
        (drawing(day="2022-06-01", says=DAY), "ended_as_open"),
        (drawing(change=lambda rows: rows[rows["status"] == "open"]), "incomplete"),
        (drawing(change=lambda rows: rows[rows["host"] == "NER"]), "incomplete"),
        (drawing(day="2025-12-31", says=DAY), "later_knowledge"),
        (lambda case: new_figure()[0], "unreadable"),
    ],
    "11.7": [
        (own(20), "outlets_as_sources"),
        (own(12), "carrier_as_origin"),
        (own(15), "unknown_as_independent"),
        (own(4, day="2025-12-31"), "unknown_as_independent"),
        (own(10), "wrong_selection"),
        (
            lambda case: own(
                sources_by_lineage(
                    presences_at(load_record(), DAY).query("status != 'unknown'")
                ).independent
            )(case),
            "wrong_selection",
        ),
        (
            lambda case: {"map": drawing(day="2024-03-16")(case), "origins": 14},
            "outlets_as_sources",
        ),
        (
            lambda case: {"map": drawing(day="2024-03-16")(case), "origins": 12},
            "unknown_as_independent",
        ),
        (
            lambda case: {
                "map": by_function(case),
                "origins": sources_by_lineage(load_record().presences).independent,
            },
            "wrong_selection",
        ),
        (own(14), "wrong_selection"),
        (own(18), "wrong_selection"),
        (own(4), "measure_confused"),
        (own(7), "measure_confused"),
        (own(3), "wrong_selection"),
        (own(13), "wrong_selection"),
        (own(30), "other"),
        ({"map": "a map", "origins": 11}, "unreadable"),
        (own("many"), "unreadable"),
    ],
    "11.8": [
        ([*ACTS, "T067"], "later_knowledge"),
        (["T067"], "later_knowledge"),
        ([*ACTS, "T063"], "wrong_selection"),
        (["T063", "T099"], "wrong_selection"),
        (lambda case: tie_events("2026-04-27"), "later_knowledge"),
        (ACTS[:1], "incomplete"),
        (ACTS[2:], "last_for_first"),
        (["T066", "T056"], "incomplete"),
        ("B09", "unreadable"),
        ("T999", "unreadable"),
    ],
    "11.9": [
        ("Both maps are fine.", "unreadable"),
        ("two maps", "unreadable"),
        (42, "unreadable"),
        (["a", "list"], "unreadable"),
        ("The first is true and the second false.", "unreadable"),
        (lambda case: drawing()(case), "unreadable"),
    ],
}

SAYS = {
    "11.1": [
        ({**TREATED, "Crimea": "inside"}, "read the whole row"),
        ({**TREATED, "Abkhazia": "none"}, "no row of its own"),
    ],
    "11.6": [
        (drawing(says="2025-12-31"), "not the one that is asked for"),
        (drawing(alike=True), "the same look"),
        (drawing(change=uncertain_open), "with their status"),
    ],
}
