"""The map: what lies where, what is disputed, and what a drawing holds."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from realignment import worldmap
from realignment.actors import countries
from realignment.errors import ReadingError
from realignment.record import load_record, members_at, presences_at

DATA = Path(__file__).resolve().parent.parent / "data" / "world"

AFRICA = (
    "DZA AGO BEN BWA BFA BDI CPV CMR CAF TCD COM COG COD CIV DJI EGY GNQ ERI SWZ ETH GAB GMB GHA "
    "GIN GNB KEN LSO LBR LBY MDG MWI MLI MRT MUS MAR MOZ NAM NER NGA RWA STP SEN SYC SLE SOM ZAF "
    "SSD SDN TZA TGO TUN UGA ZMB ZWE"
).split()


@pytest.fixture(scope="module")
def record():
    return load_record()


def by_name() -> dict[str, worldmap.Outline]:
    return {area.name: area for area in worldmap.outlines()}


def ids(ax, start: str) -> list[str]:
    return sorted(
        artist.get_gid()
        for artist in ax.get_children()
        if (artist.get_gid() or "").startswith(start)
    )


def drawn(region: str = "sahel", **options):
    ax = Figure(figsize=(10, 6)).add_subplot()
    return worldmap.draw(ax, region, **options)


# ----------------------------------------------------------------- the outlines


def test_all_states_of_africa_have_outlines_but_the_small_islands():
    assert len(AFRICA) == 54
    assert worldmap.without_outline(AFRICA) == ["CPV", "COM", "MUS", "STP", "SYC"]


@pytest.mark.parametrize(
    ("lon", "lat", "iso3"),
    [
        (7.99, 16.97, "NER"),  # Agadez
        (-0.04, 16.27, "MLI"),  # Gao
        (-1.52, 12.37, "BFA"),  # Ouagadougou
        (13.16, 11.85, "NGA"),  # Maiduguri
        (20.83, 13.83, "TCD"),  # Abéché
        (10.1, 51.2, "DEU"),
        (28.2, -29.5, "LSO"),  # a hole in South Africa
        (-100.0, 40.0, "USA"),
        (-175.0, 66.0, "RUS"),  # Chukotka, beyond 180 degrees
        (175.0, 66.0, "RUS"),
        (33.0, 48.0, "UKR"),
        (37.9, 48.0, "UKR"),  # Donetsk
        (-7.6, 33.5, "MAR"),  # Casablanca
    ],
)
def test_places_lie_in_their_countries(lon, lat, iso3):
    assert worldmap.area_at(lon, lat).iso3 == iso3


def test_the_sea_is_nobodys():
    assert worldmap.area_at(-30.0, 10.0) is None


def test_every_point_of_the_record_lies_in_the_host_or_on_its_coast(record):
    outlines = {area.iso3: area for area in worldmap.outlines()}
    for row in record.presences.to_dict("records"):
        near = [(0.0, 0.0), (0.3, 0.0), (-0.3, 0.0), (0.0, 0.3), (0.0, -0.3)]
        host = outlines[row["host"]]
        assert any(host.contains(row["lon"] + x, row["lat"] + y) for x, y in near), row["name"]


def test_crimea_is_disputed_and_in_nobodys_outline():
    simferopol = (34.1, 44.95)
    areas = [area for area in worldmap.outlines() if area.contains(*simferopol)]
    assert [area.name for area in areas] == ["Crimea"]
    assert areas[0].iso3 == ""
    assert "68/262" in areas[0].disputed
    assert "Ukraine" in areas[0].disputed
    assert "Russia" in areas[0].disputed
    # No polygon of Russia's reaches the Black Sea west of the Kerch strait.
    for border, *_ in by_name()["Russia"].polygons:
        west, south = border.min(axis=0)
        assert not (west < 36.4 and 43 < south < 46)


def test_western_sahara_is_whole_and_morocco_ends_at_its_border():
    assert worldmap.area_at(-13.0, 26.5).name == "Western Sahara"  # west of the wall
    assert worldmap.area_at(-9.5, 26.3).name == "Western Sahara"  # east of it
    assert len(by_name()["Western Sahara"].polygons) == 1
    assert by_name()["Morocco"].box()[2] == pytest.approx(27.66)


def test_the_disputed_areas_that_are_drawn_apart_are_these():
    disputed = {area.name for area in worldmap.outlines() if area.disputed}
    assert disputed == {
        "Crimea",
        "Falkland Islands",
        "Kosovo",
        "Northern Cyprus",
        "Palestine",
        "Somaliland",
        "Taiwan",
        "Western Sahara",
    }
    for area in worldmap.outlines():
        assert area.disputed == "" or area.disputed.endswith(".")
    assert "Gaza" in by_name()["Israel"].note


def test_no_polygon_runs_around_the_world():
    for area in worldmap.outlines():
        for border, *holes in area.polygons:
            assert np.ptp(border[:, 0]) < 180
            for ring in (border, *holes):
                assert (ring[0] == ring[-1]).all()
                assert len(ring) >= 4
                assert np.abs(ring[:, 0]).max() <= 180
            # GeoJSON: the border turns to the left
            x, y = border.T
            assert np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) > 0


def test_antarctica_is_left_out_and_the_file_is_small():
    assert "Antarctica" not in by_name()
    path = DATA / "countries.geojson"
    assert path.stat().st_size < 300_000
    assert "Natural Earth" in json.loads(path.read_text(encoding="utf-8"))["source"]


def test_a_capital_lies_in_its_country(record):
    capitals = worldmap.capitals()
    states = record.actors.loc[record.actors["level"] == "state", "actor_id"]
    assert set(states) <= set(capitals.index) <= set(countries())
    drawn = {area.iso3: area for area in worldmap.outlines() if area.iso3}
    on_islands = {"BHS", "GNQ", "VUT"}  # of which this scale shows only the larger ones
    for iso3, row in capitals[capitals.index.isin(drawn)].drop(index=on_islands).iterrows():
        near = [(0.0, 0.0), (0.4, 0.0), (-0.4, 0.0), (0.0, 0.4), (0.0, -0.4)]
        assert any(drawn[iso3].contains(row["lon"] + x, row["lat"] + y) for x, y in near), iso3
    for iso3, row in capitals[~capitals.index.isin(drawn)].iterrows():
        assert row["note"].startswith(("no outline", "in the outline")), iso3
    # Where nobody agrees on a capital, none is named.
    assert not {"ISR", "PSE", "ESH"} & set(capitals.index)


def test_every_outline_has_a_place_inside_it_and_every_state_of_the_un_a_place():
    places = worldmap.places()
    for area in worldmap.outlines():
        assert area.contains(*area.middle), area.name
        if area.iso3:
            assert places.at[area.iso3, "drawn"] and places.at[area.iso3, "name"] == area.name
    small = ["AND", "BHR", "CPV", "COM", "LIE", "MCO", "MDV", "MLT", "MUS", "SGP", "STP", "SYC"]
    assert not places.loc[small, "drawn"].any() and places.loc[small, "lat"].notna().all()
    without = set(countries()) - set(places.index)
    assert without == {"ATA", "BVT", "HMD", "IOT", "SGS", "TKL", "UMI"}  # nobody's capital
    assert places.loc["ISR", "capital"] == "" and places.loc["GAB", "capital"] == "Libreville"


@pytest.mark.parametrize("region", worldmap.REGIONS)
def test_every_place_can_be_an_anchor_in_every_view(region):
    where = worldmap.anchors(drawn(region), worldmap.places().index)
    west, east, south, north = worldmap.REGIONS[region]
    assert where["lon"].between(west, east).all() and where["lat"].between(south, north).all()
    assert set(where.index[where["name"].str.endswith("*")]) == set(
        where.index[where["in_view"] & ~worldmap.places().loc[where.index, "drawn"]]
    )


def test_outlines_that_are_claimed_in_part_say_so_and_are_not_hatched():
    areas = by_name()
    for name, part in {
        "Ukraine": "Donetsk",
        "Russia": "Donetsk",
        "Guyana": "Essequibo",
        "Venezuela": "Essequibo",
        "India": "Arunachal Pradesh",
        "China": "Arunachal Pradesh",
        "Serbia": "Kosovo",
        "Morocco": "Western Sahara",
        "Somalia": "Somaliland",
        "Sudan": "Abyei",
        "Belize": "Not verified: Guatemala",
        "Benin": "Koualou",
        "Burkina Faso": "Koualou",
    }.items():
        assert part in areas[name].note and not areas[name].disputed, name
    assert areas["Niger"].note == ""
    for area in areas.values():
        assert not area.note or area.note.endswith("."), area.name


def test_a_missing_file_of_outlines_is_said_in_one_sentence(tmp_path):
    with pytest.raises(ReadingError, match=r"countries.geojson cannot be read: expected"):
        worldmap.outlines(tmp_path)


# ------------------------------------------------------------------ the drawing


@pytest.mark.parametrize("region", worldmap.REGIONS)
def test_a_map_can_be_printed(region):
    ax = drawn(region)
    worldmap.add_note(ax, "2024-03-17")
    file = io.BytesIO()
    ax.figure.savefig(file, format="png")
    assert file.getvalue().startswith(b"\x89PNG")
    west, east, south, north = worldmap.REGIONS[region]
    assert (ax.get_xlim(), ax.get_ylim()) == ((west, east), (south, north))


def test_disputed_areas_are_hatched_above_every_colour():
    ax = drawn("sahel")
    worldmap.fill(ax, ["MAR", "ESH", "NER"], "#009E73", "members")
    patches = {artist.get_gid(): artist for artist in ax.patches}
    assert patches["disputed"].get_hatch()
    assert patches["disputed"].get_zorder() > patches["fill-members"].get_zorder()


def test_members_are_filled_and_those_without_an_outline_get_a_dot(record):
    ax = drawn("sahel")
    members = members_at(record, "ECOWAS", "2024-01-01")["member"]
    handle = worldmap.fill(ax, members, "#009E73", "ECOWAS")
    assert handle.get_label() == "ECOWAS"
    assert ids(ax, "fill-ECOWAS") == ["fill-ECOWAS", "fill-ECOWAS-CPV"]
    filled = next(p for p in ax.patches if p.get_gid() == "fill-ECOWAS")
    assert filled.get_facecolor() == handle.get_facecolor()
    assert filled.get_path().contains_point((8.0, 17.0))  # Niger
    assert not filled.get_path().contains_point((20.0, 15.0))  # Chad


def test_a_hole_in_a_country_stays_empty():
    figure = Figure(figsize=(2, 2), dpi=100)
    ax = worldmap.draw(figure.add_axes((0, 0, 1, 1)), "world")
    worldmap.fill(ax, ["ZAF"], "black", "one", strength=1.0)
    ax.set_xlim(26, 30.5)
    ax.set_ylim(-31.5, -27.5)
    ax.set_aspect("auto")
    file = io.BytesIO()
    figure.savefig(file, format="raw")
    pixels = np.frombuffer(file.getvalue(), dtype=np.uint8).reshape(200, 200, 4)
    assert pixels[100, 95, :3].sum() > 500  # Lesotho: land, not black
    assert pixels[20, 20, :3].sum() < 60  # South Africa: black


def test_no_data_has_a_hatching_and_a_legend_entry_of_its_own():
    ax = drawn("sahel")
    handle = worldmap.no_data(ax, ["LBY"])
    assert handle.get_label() == "no data"
    assert handle.get_hatch() != worldmap.disputed_handle().get_hatch()
    assert ids(ax, "no-data") == ["no-data"]


def test_presences_are_filled_where_open_and_hollow_where_closed(record):
    ax = drawn("sahel")
    presences = presences_at(record, "2024-03-17")
    handles = worldmap.draw_presences(ax, presences, {"FRA": "France"})
    marks = {line.get_gid(): line for line in ax.lines if line.get_gid()}
    assert marks["presence-B01-open"].get_markerfacecolor() != "white"
    assert marks["presence-B03-closed"].get_markerfacecolor() == "white"
    assert marks["presence-B31-uncertain"].get_marker() == "$?$"
    # unknown is not drawn
    assert "unknown" in set(presences["status"])
    assert not [gid for gid in marks if gid.startswith("presence-B29")]
    assert (
        sum(gid.startswith("presence-") for gid in marks)
        == (presences["status"] != "unknown").sum()
    )
    labels = [handle.get_label() for handle in handles]
    assert labels[0] == "France"
    assert labels[-3:] == ["there", "has left", "not certain"]
    assert {"USA", "UN", "RUS_WAGNER"} <= set(labels)


def test_presences_at_one_place_do_not_cover_each_other(record):
    ax = drawn("sahel")
    niamey = presences_at(record, "2024-03-17").query("host == 'NER' and lon < 3")
    worldmap.draw_presences(ax, niamey)
    spots = {
        tuple(np.round(line.get_transform().transform(line.get_xydata()[0]), 1))
        for line in ax.lines
        if line.get_gid()
    }
    assert len(spots) == len(niamey) >= 6


def test_an_unknown_operator_still_gets_a_mark():
    ax = drawn("sahel")
    row = {"presence_id": "X1", "operator": "XYZ", "lat": 10.0, "lon": 0.0, "status": "open"}
    handles = worldmap.draw_presences(ax, pd.DataFrame([row]))
    assert handles[0].get_label() == "XYZ"
    assert ids(ax, "presence-") == ["presence-X1-open"]


def test_a_tie_runs_between_two_capitals_whatever_their_order():
    ax = drawn("world")
    places = worldmap.anchors(ax, ["NER", "USA"])
    first = worldmap.draw_curve(ax, "NER", "USA", places, "#D55E00", "--", 3)
    second = worldmap.draw_curve(ax, "USA", "NER", places, "#D55E00", "--", 3)
    assert first.get_gid() == second.get_gid() == "tie-NER-USA"
    assert isinstance(first, FancyArrowPatch)
    assert np.allclose(first.get_path().vertices, second.get_path().vertices)
    middle = first.get_path().vertices[1]
    assert middle[1] > first.get_path().vertices[[0, -1], 1].mean()  # it swings to the north


def test_states_out_of_view_stand_on_the_frame_apart_from_each_other():
    ax = drawn("sahel")
    places = worldmap.anchors(ax, ["NER", "USA", "FRA", "RUS", "UKR", "DEU"])
    assert places["in_view"].to_dict() == {
        "NER": True,
        "USA": False,
        "FRA": False,
        "RUS": False,
        "UKR": False,
        "DEU": False,
    }
    west, east, south, north = worldmap.REGIONS["sahel"]
    assert places["lon"].between(west, east).all()
    assert places["lat"].between(south, north).all()
    away = places[~places["in_view"]]
    for a in away.index:
        for b in away.index:
            if a != b:
                apart = np.hypot(
                    away.at[a, "lon"] - away.at[b, "lon"], away.at[a, "lat"] - away.at[b, "lat"]
                )
                assert apart > 4, (a, b)
    assert places.at["USA", "lon"] < west + 5
    worldmap.draw_anchors(ax, places)
    assert ids(ax, "frame-") == ["frame-DEU", "frame-FRA", "frame-RUS", "frame-UKR", "frame-USA"]


def test_names_beside_their_dots_do_not_cover_one_another():
    ax = drawn("world")
    places = worldmap.anchors(ax, ["NER", "MLI", "BFA", "FRA", "RUS", "UKR", "USA"])
    worldmap.draw_anchors(ax, places)
    ax.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in ax.texts if text.get_gid()]
    assert len(boxes) == 7
    for i, a in enumerate(boxes):
        assert not any(a.overlaps(b) for b in boxes[:i])


def test_the_note_names_its_source_its_limits_and_its_date():
    note = worldmap.borders_note("2024-03-17")
    assert "Natural Earth 1:110m, de facto lines; hatched = disputed." in note
    assert note.endswith("Outlines of about 2018. As of 2024-03-17.")
    assert "As of" not in worldmap.borders_note()


@pytest.mark.parametrize("names", [True, False])
def test_a_star_is_explained_where_there_is_one(names):
    ax = drawn("sahel", names=names)
    worldmap.add_note(ax, "2024-03-17")
    words = next(text.get_text() for text in ax.texts if text.get_gid() == "borders-note")
    assert ("* = without an outline" in words) is names


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda ax: worldmap.draw(ax, "moon"), "'moon' is no view: expected one of sahel, "),
        (lambda ax: worldmap.fill(ax, ["NIG"], "red", "x"), "'NIG' is no country that can be"),
        (lambda ax: worldmap.anchors(ax, ["ZZZ"]), "The capital of 'ZZZ' is not known"),
        (
            lambda ax: worldmap.draw_curve(ax, "NER", "FRA", worldmap.anchors(ax, ["NER"]), "red"),
            "'FRA' has no place on this map",
        ),
        (
            lambda ax: worldmap.draw_curve(ax, "NER", "NER", worldmap.anchors(ax, ["NER"]), "red"),
            "A tie of 'NER' with itself",
        ),
        (lambda ax: worldmap.add_note(ax, "Saturday"), "'Saturday' is not a date"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_sentence(call, says):
    with pytest.raises(ReadingError, match=says):
        call(drawn("world"))
