"""Maps at a date and film strips: what they draw, what they leave open, what they say."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from realignment import figures, worldmap
from realignment.errors import ReadingError
from realignment.figures import FRIENDLY, HOSTILE, film_strip, map_at
from realignment.record import load_record, members_at, presences_at
from realignment.ties import dyads, ties

DAY = "2024-03-16"
SIX = ["USA", "FRA", "NER", "MLI", "BFA", "RUS"]


@pytest.fixture(scope="module")
def record():
    return load_record()


@pytest.fixture(scope="module")
def lines(record):
    pairs = dyads(record.timeline[record.timeline["kind"] == "event"], record.actors)
    return ties(pairs[pairs["source"].isin(SIX) & pairs["target"].isin(SIX)], "latest", at=DAY)


def ids(axes, start: str) -> set[str]:
    found = (artist.get_gid() or "" for artist in axes.get_children())
    return {gid for gid in found if gid.startswith(start)}


def labels(picture) -> list[str]:
    return [text.get_text() for text in picture.figure.legends[0].get_texts()]


def test_a_map_draws_each_presence_with_its_status_and_hatches_what_is_not_known(record):
    presences = presences_at(record, DAY)
    picture = map_at(DAY, "Forces", "Record.", presences=presences, unknown=["DZA", "NGA", "BRA"])
    axes = picture.figure.axes[0]
    drawn = presences[presences["status"] != "unknown"]
    wanted = {f"presence-{row.presence_id}-{row.status}" for row in drawn.itertuples()}
    assert ids(axes, "presence-") == wanted
    assert "no data" in labels(picture)
    assert ids(axes, "no-data") == {"no-data"}
    # Brazil is outside the view: it is neither drawn nor counted.
    assert "No data on the other 2 states in view." in picture.words


def test_the_words_count_what_is_drawn(record):
    presences = presences_at(record, DAY)
    words = map_at(DAY, "Forces", "Record.", presences=presences).words
    there = presences[presences["status"] == "open"]
    assert f"There ({len(there)}):" in words
    assert f"FRA {(there['operator'] == 'FRA').sum()}" in words
    assert f"Has left ({(presences['status'] == 'closed').sum()}):" in words
    assert f"Lost from sight, not drawn ({(presences['status'] == 'unknown').sum()}):" in words
    assert words.endswith(f"As of {DAY}.")


def test_states_in_two_bodies_get_a_look_of_their_own(record):
    members = {body: members_at(record, body, DAY)["member"] for body in ("ECOWAS", "AES")}
    picture = map_at(DAY, "Members", "Record.", members=members)
    assert labels(picture)[:2] == ["ECOWAS", "ECOWAS and AES"]
    assert "ECOWAS and AES: Burkina Faso, Mali, Niger." in picture.words
    # Cabo Verde has no outline at this scale, and is a member all the same.
    axes = picture.figure.axes[0]
    assert "fill-ECOWAS-CPV" in ids(axes, "fill-")
    assert "Cabo Verde" in picture.words


def test_ties_keep_their_colours_and_styles(lines):
    picture = map_at(DAY, "Ties", "Record.", lines=lines)
    drawn = {
        artist.get_gid(): artist
        for artist in picture.figure.axes[0].patches
        if (artist.get_gid() or "").startswith("tie-")
    }
    assert set(drawn) == {f"tie-{row.source}-{row.target}" for row in lines.itertuples()}
    for row in lines.itertuples():
        line = drawn[f"tie-{row.source}-{row.target}"]
        colour = FRIENDLY if row.sign > 0 else HOSTILE
        assert line.get_edgecolor() == pytest.approx(_rgba(colour))
        assert (line.get_linestyle() == "-") == (row.sign > 0)


def _rgba(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)) + (1.0,)


def test_a_mixed_tie_is_two_lines():
    mixed = pd.DataFrame({"source": ["FRA"], "target": ["NER"], "sign": [0], "certainty": ["PR+"]})
    axes = map_at(DAY, "One tie", "Made up.", lines=mixed).figure.axes[0]
    both = [patch for patch in axes.patches if patch.get_gid() == "tie-FRA-NER"]
    assert {patch.get_linestyle() for patch in both} > {"-"}
    assert len(both) == 2
    assert [text.get_text() for text in axes.texts].count("?") == 2


def test_every_map_names_its_source_its_day_and_its_borders(record):
    presences = presences_at(record, DAY)
    one = map_at(DAY, "Forces", "Record & <co>.", presences=presences)
    strip = film_strip(
        [DAY, "2025-12-31"], lambda day: {"presences": presences_at(record, day)}, "Two", "Record."
    )
    for picture, date in ((one, DAY), (strip, f"{DAY}/2025-12-31")):
        note = picture.figure._supxlabel.get_text()
        assert note.startswith("Record")
        assert "Natural Earth" in note and f"As of {date}." in note
        assert "disputed" in labels(picture)


def test_a_strip_has_one_view_and_one_legend_for_all_days(record):
    days = ["2021-09-01", "2023-07-25", "2024-03-16", "2025-12-31"]
    strip = film_strip(
        days, lambda day: {"presences": presences_at(record, day)}, "Forces", "Record.", columns=3
    )
    panels = [axes for axes in strip.figure.axes if axes.get_title()]
    assert [axes.get_title() for axes in panels] == days
    assert len({(axes.get_xlim(), axes.get_ylim()) for axes in panels}) == 1
    assert len(strip.figure.axes) == 6  # the two left over are empty
    assert "presence-B09-open" in ids(panels[3], "presence-")
    assert "presence-B09-open" not in ids(panels[2], "presence-")
    assert labels(strip).count("FRA") == 1
    assert all(f"{day}:" in strip.words for day in days)


def test_a_strip_can_be_taken_away_as_png_and_as_svg(record):
    strip = film_strip(
        [DAY], lambda day: {"presences": presences_at(record, day)}, "Forces", "Record.", columns=1
    )
    assert strip.png().startswith(b"\x89PNG")
    svg = strip.svg()
    assert b"<svg" in svg and b"In words" not in svg
    assert strip.words[:40].encode() in svg
    assert svg == strip.svg()


def test_few_colours_leave_small_marks_their_own(record):
    """The stored picture has a small palette; the usual median cut would turn marks grey."""
    presences = presences_at(record, DAY)
    picture = map_at(DAY, "Forces", "Record.", presences=presences, unknown=["DZA", "NGA", "MRT"])
    full = io.BytesIO()
    picture.figure.savefig(full, format="png", dpi=figures.DOTS_PER_INCH)
    before, after = (
        np.asarray(Image.open(file).convert("RGB")).astype(int)
        for file in (full, io.BytesIO(picture.png()))
    )
    for operator in ("FRA", "USA", "RUS", "UN", "EU"):
        colour = worldmap.OPERATORS[operator][1]
        wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
        marks = (before == wanted).all(axis=2)
        assert marks.any() and np.abs(before - after)[marks].max() <= 8, operator


BODIES = {
    "North": ["DZA", "LBY", "TUN"],
    "Coast": ["GHA", "TGO", "BEN"],
    "Middle": ["NER", "MLI"],
    "Lake": ["NER", "TCD", "NGA"],
}


def test_four_organisations_are_drawn_and_named():
    picture = map_at(DAY, "Members", "Made up.", members=BODIES | {"Nobody": [], "Far": ["BRA"]})
    groups = ["Coast", "Lake", "Middle", "North", "Middle and Lake"]
    assert labels(picture)[:5] == groups
    axes = picture.figure.axes[0]
    assert {f"fill-{group}" for group in groups} <= ids(axes, "fill-")
    assert len({patch.get_facecolor() for patch in axes.patches if patch.get_gid()}) >= 5
    assert "North: Algeria, Libya, Tunisia." in picture.words
    assert "Middle and Lake: Niger." in picture.words
    assert "Nobody: no member." in picture.words
    assert "Far: 1 outside this view." in picture.words and "Far" not in labels(picture)


def test_more_groups_than_a_map_can_tell_apart_are_refused_in_one_sentence():
    states = ["NER", "MLI", "BFA", "TCD", "NGA", "BEN", "TGO", "GHA", "CIV"]
    members = {f"Body {number}": [state] for number, state in enumerate(states)}
    with pytest.raises(ReadingError, match="9 organisations make 9 groups .* tells 8 apart"):
        map_at(DAY, "Members", "Made up.", members=members)


def test_only_presences_in_view_are_counted(record):
    presences = presences_at(record, DAY)
    away = presences.head(2).assign(presence_id=["X1", "X2"], lon=100.0, status="open")
    words = map_at(DAY, "F", "R.", presences=pd.concat([presences, away])).words
    alone = map_at(DAY, "F", "R.", presences=presences).words
    assert words.replace(" 2 outside this view.", "") == alone


def test_a_tie_made_by_a_joint_signature_lies_on_grey_dots():
    tie = pd.DataFrame(
        {"source": ["MLI"], "target": ["NER"], "sign": [1], "certainty": ["CT+"]}
    ).assign(made_by="cosign")
    picture = map_at(DAY, "One tie", "Made up.", lines=tie)
    assert ids(picture.figure.axes[0], "under-") == {"under-MLI-NER"}
    assert "on grey dots: by a joint signature" in labels(picture)
