"""The evidence explorer without a browser: what it tells JavaScript, and its static twin."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from traitlets import TraitError

from realignment import figures, load_case, ties
from realignment.errors import ReadingError
from realignment.explorer import Explorer, seats
from realignment.record import load_record

HOSTILE_TEXTS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "javascript:alert(1)",
    "safe\u202egpj.exe",
    "bell\x07 and nul\x00",
    "two\u200bnames",
    "</figcaption></figure><b>out",
    "$x^2$ & $",
]


@pytest.fixture(scope="module")
def case():
    return load_case("niger_2024")


@pytest.fixture
def of_case(case):
    pairs = ties.dyads(ties.signed(case.events), case.actors)
    return Explorer(pairs, case.events, case.sentences, case.actors)


@pytest.fixture(scope="module")
def record():
    return load_record()


@pytest.fixture
def of_record(record):
    pairs = ties.dyads(record.timeline, record.actors, cosign=True)
    return Explorer(pairs, record.timeline, actors=record.actors)


def small(**changes) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Three acts between three states, as pairs and as the record writes them."""
    rows = [
        ("T1", "NER", "USA", 1, "agreement", "2020-01-05", "CT+"),
        ("T2", "NER", "USA", -1, "eviction", "2024-03-16", "CT+"),
        ("T3", "RUS", "NER", 1, "visit", "2023-12-04", "PR+"),
    ]
    events = pd.DataFrame(
        rows, columns=["event_id", "actor", "recipient", "sign", "sign_rule", "date", "certainty"]
    ).assign(
        kind="event",
        action="acts",
        event_type="AGREE",
        source_title="Title",
        source_publisher="Publisher",
        source_date="2024",
        source_url="https://example.org/a",
        lineage="AFP",
        verified="yes",
        note="",
    )
    events = events.assign(**changes)
    actors = pd.DataFrame({"actor_id": ["NER", "USA", "RUS"], "level": "state", "parent": ""})
    return ties.dyads(events, actors), events


def keys(shown: Explorer) -> dict[str, int]:
    return {tie["key"]: tie["sign"] for tie in shown.snapshot["ties"]}


# --- what is drawn ----------------------------------------------------------------------------


def test_every_tie_leads_to_a_sentence_with_its_quote_marked(of_case, case):
    text = case.sentences.set_index("sentence")["text"]
    events = case.events.set_index("event_id")
    shown = [e for tie in of_case.snapshot["ties"] for e in tie["events"] + tie["against"]]
    assert len(shown) > 10
    for event in shown:
        before, quote, after = of_case.chart["cards"][event]["text"]
        assert before + quote + after == text[events.at[event, "sentence"]]
        assert quote == events.at[event, "quote"]


def test_a_card_says_who_vouches_how_surely_and_what_else_can_be_defended(of_case):
    card = of_case.chart["cards"]["E02"]
    facts = dict(card["facts"])
    assert facts["Whose word"] == "National Council for the Safeguard of the Homeland (CNSP)"
    assert facts["How sure"] == "certain (CT+)"
    assert facts["Coded as"] == "event, SANCTION, discontinue, quad 4: material conflict"
    assert facts["Counts as"] == "hostile, by the sign rule eviction"
    assert card["alternatives"][0].startswith("kind state: coder C reads it as a condition")
    assert dict(of_case.chart["cards"]["E01"]["facts"])["Whose word"] == "the story itself"


def test_a_card_of_the_record_names_source_lineage_and_check(of_record, record):
    row = record.timeline.set_index("event_id").loc["T050"]
    facts = dict(of_record.chart["cards"]["T050"]["facts"])
    assert facts["Source"].startswith(row["source_title"])
    assert row["source_publisher"] in facts["Source"] and row["source_date"] in facts["Source"]
    assert facts["Goes back to"] == row["lineage"]
    assert facts["Checked"] == "seen in the source"


def test_a_label_says_the_tie_in_words(of_case):
    labels = {tie["key"]: tie["label"] for tie in of_case.snapshot["ties"]}
    assert labels["NER|USA"] == "Niger – United States, hostile, certain, 9 events"
    assert labels["NER|RUS"] == "Niger – Russia, friendly, probable, 1 event"


def test_ties_by_co_signature_are_marked_and_can_be_switched_off(of_record):
    marked = {tie["key"] for tie in of_record.snapshot["ties"] if tie["cosigned"]}
    assert {"BFA|MLI", "MRT|TCD"} <= marked
    assert "BFA|NER" not in marked  # they were tied by an act (T191) before the charter
    label = next(t["label"] for t in of_record.snapshot["ties"] if t["key"] == "BFA|MLI")
    assert label.endswith("made by signing together")
    of_record.cosign = False
    assert not marked & set(keys(of_record))
    assert "co-signature" not in set(of_record.table()["made by"])


def test_all_that_is_sent_is_json(of_case, of_record):
    for shown in (of_case, of_record):
        json.dumps(shown.get_state(["chart", "snapshot"]), allow_nan=False)
        assert len(json.dumps(shown.snapshot)) < 20_000, "a step should be a small message"


# --- controls ---------------------------------------------------------------------------------


def test_the_date_moves_over_real_changes_only():
    pairs, events = small()
    shown = Explorer(pairs, events)
    assert shown.days == [pd.Timestamp(d) for d in ("2020-01-05", "2023-12-04", "2024-03-16")]
    assert keys(shown) == {"NER|USA": -1, "NER|RUS": 1}
    shown.step = 1
    assert keys(shown) == {"NER|USA": 1, "NER|RUS": 1}
    shown.step = 0
    assert keys(shown) == {"NER|USA": 1}
    assert shown.snapshot["words"].startswith("As of 5 January 2020: 3 actors; 1 friendly")


def test_at_each_step_something_changes(of_record):
    seen = []
    for step in range(len(of_record.days)):
        of_record.step = step
        seen.append([(t["key"], t["sign"], t["events"]) for t in of_record.snapshot["ties"]])
    assert all(one != other for one, other in zip(seen, seen[1:], strict=False))


def test_a_window_closes_on_a_day_of_its_own():
    pairs, events = small()
    shown = Explorer(pairs, events, window="365D")
    assert pd.Timestamp("2021-01-04") in shown.days
    shown.step = shown.days.index(pd.Timestamp("2021-01-04"))
    assert keys(shown) == {}


def test_undated_rows_have_a_step_of_their_own():
    pairs, events = small(date=["2020-01-05", "2024-03-16", ""])
    shown = Explorer(pairs, events)
    assert shown.days[-1] is None and shown.date is None
    assert "NER|RUS" in keys(shown)
    shown.step = 1
    assert "NER|RUS" not in keys(shown)


def test_rule_and_certainty_are_those_of_ties():
    pairs, events = small()
    shown = Explorer(pairs, events)
    shown.rule = "both"
    assert keys(shown)["NER|USA"] == 0
    shown.least = "CT+"
    assert set(keys(shown)) == {"NER|USA"}


def test_whose_word_counts(of_case):
    offered = dict(of_case.chart["sources"])
    assert offered["author"].startswith("the story itself (")
    of_case.source = "NER_CNSP"
    events = {e for tie in of_case.snapshot["ties"] for e in tie["events"] + tie["against"]}
    assert events == {"E02", "E05", "E19"}


def test_the_record_is_filtered_by_origin_not_by_carrier():
    pairs, events = small(lineage=["AFP", "Reuters, through VOA", ""])
    shown = Explorer(pairs, events)
    assert [value for value, _ in shown.chart["sources"]] == ["", "AFP", "Reuters", "not known"]
    shown.source = "Reuters"
    assert keys(shown) == {"NER|USA": -1}
    shown.source = "not known"
    assert keys(shown) == {"NER|RUS": 1}


def test_a_step_out_of_range_is_brought_back_and_an_unknown_value_refused(of_case):
    of_case.step = 99
    assert of_case.step == len(of_case.days) - 1
    for name, value in (("rule", "loudest"), ("least", "UU"), ("source", "nobody")):
        with pytest.raises(TraitError):
            setattr(of_case, name, value)


def test_what_cannot_be_drawn_is_refused_in_a_sentence(case):
    pairs, events = small()
    with pytest.raises(ReadingError, match="There is no pair to draw"):
        Explorer(pairs.iloc[:0], events)
    with pytest.raises(ReadingError, match="Event 'T2' of the pairs is not among the events"):
        Explorer(pairs, events[events["event_id"] != "T2"])


# --- places -----------------------------------------------------------------------------------


def test_places_do_not_move_with_the_controls(of_record):
    before = of_record.chart["actors"]
    of_record.step, of_record.rule = 3, "both"
    assert of_record.chart["actors"] == before


def test_places_do_not_depend_on_the_order_of_the_rows():
    pairs, _ = small()
    assert seats.places(pairs) == seats.places(pairs.iloc[::-1])


@pytest.mark.parametrize("n", [2, 3, 8, 25])
def test_labels_on_one_side_never_share_a_row(n):
    ids = [f"A{i:02d}" for i in range(n)]
    pairs = pd.DataFrame({"source": ids, "target": ids[1:] + ids[:1], "sign": 1})
    places = seats.places(pairs)
    assert len(set(places.values())) == n
    for side in (1, -1):
        rows = sorted(y for x, y in places.values() if np.sign(x) == side)
        assert np.all(np.diff(rows) > 1.5 / n)


def test_two_blocs_sit_apart():
    # Two camps of four, friends inside, foes across: each camp must end up on one arc.
    camp = np.array([1, -1, 1, -1, 1, 1, -1, -1])
    order = seats.seating(np.outer(camp, camp) - np.eye(8))
    seated = camp[order]
    assert (seated != np.roll(seated, 1)).sum() == 2


# --- the static twin --------------------------------------------------------------------------


def test_table_and_picture_say_what_the_explorer_draws(of_record):
    of_record.step = 20
    table, drawn = of_record.table(), of_record.snapshot["ties"]
    assert list(table["tie"]) == [ties.SIGN_WORDS[tie["sign"]] for tie in drawn]
    assert list(table["one"] + " – " + table["other"]) == [tie["pair"] for tie in drawn]
    picture = of_record.picture()
    assert picture.words.startswith(of_record.snapshot["words"])
    lines = {}
    for line in picture.figure.axes[0].lines:
        if "-" in (line.get_gid() or ""):
            lines.setdefault(line.get_gid(), set()).add(line.get_color())
    colours = {1: {figures.FRIENDLY}, -1: {figures.HOSTILE}}
    colours[0] = colours[1] | colours[-1]
    assert lines == {tie["key"].replace("|", "-"): colours[tie["sign"]] for tie in drawn}


def test_it_shows_itself_without_a_kernel_too(of_case):
    data, _ = of_case._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert '<img alt="Whole time, undated rows too: 6 actors' in data["text/html"]
    assert "<td>Burkina Faso</td>" in data["text/html"]
    assert data["text/plain"].startswith("Evidence explorer. Whole time")
    assert "0x" not in data["text/plain"], "an address in memory would differ from run to run"


# --- untrusted text ---------------------------------------------------------------------------


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.add(tag)
        self.attributes |= {name for name, _ in attributes}


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_untrusted_text_shows_as_text(text):
    pairs, events = small(
        action=text,
        source_title=text,
        source_publisher=text,
        lineage=text,
        note=text,
        source_url=text,
    )
    actors = pd.DataFrame({"actor_id": ["NER", "USA", "RUS"], "name": [text, "b", "c"]})
    shown = Explorer(pairs, events, actors=actors)
    page = shown._repr_mimebundle_()[0]["text/html"]
    tags = Tags(page)
    assert tags.found <= {
        "div",
        "figure",
        "img",
        "figcaption",
        "b",
        "details",
        "summary",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert not {name for name in tags.attributes if name.startswith("on")}
    assert "<b>out" not in page
    for hidden in "\u202e\x07\x00\u200b":
        assert hidden not in page
        assert hidden not in json.dumps([shown.chart, shown.snapshot], ensure_ascii=False)
    assert {card["url"] for card in shown.chart["cards"].values()} == {""}


def test_a_quote_in_hostile_text_is_still_marked():
    text = "He wrote <b>no\u202e</b> twice."
    events = pd.DataFrame(
        {
            "event_id": ["E1"],
            "sentence": [1],
            "quote": ["<b>no\u202e</b>"],
            "kind": ["event"],
            "actor": ["A"],
            "recipient": ["B"],
            "action": ["writes"],
            "event_type": ["REJECT"],
            "date": ["2024-01-01"],
            "attributed_to": ["A"],
            "certainty": ["CT+"],
            "sign": [-1],
            "sign_rule": ["refusal"],
        }
    )
    actors = pd.DataFrame(
        {"actor_id": ["A", "B"], "name": ["A", "B"], "level": "state", "parent": ""}
    )
    sentences = pd.DataFrame({"sentence": [1], "text": [text]})
    shown = Explorer(ties.dyads(events, actors), events, sentences, actors)
    assert shown.chart["cards"]["E1"]["text"] == ["He wrote ", "<b>no[U+202E]</b>", " twice."]


def test_javascript_never_writes_html():
    source = Path(seats.__file__).with_name("explorer.js").read_text("utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in source
