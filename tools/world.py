"""Make data/world/countries.geojson from Natural Earth's outlines at 1:110 million.

    npm pack world-atlas@2
    python -m tools world world-atlas-2.0.2.tgz

The package holds the outlines as TopoJSON: borders that two countries share are stored once, as
arcs of differences on a grid. Here the arcs are decoded, coordinates are rounded to two decimals
(about a kilometre), polygons that cross 180 degrees are cut there, Antarctica is left out, and what
Natural Earth draws as settled although it is not is drawn apart:

* Crimea is a polygon of Russia's there. Here it is a feature of its own.
* Morocco's outline reaches to 21 degrees north there. Here it is cut at 27.67 degrees, the northern
  limit of Western Sahara, and the rest joined to Western Sahara.
"""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

from realignment.actors import country_code

OUT = Path(__file__).resolve().parent.parent / "data" / "world" / "countries.geojson"

Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]

NORTH_OF_WESTERN_SAHARA = 27.66

FULL_NAMES = {
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Central African Rep.": "Central African Republic",
    "Congo": "Republic of the Congo",
    "Dem. Rep. Congo": "Democratic Republic of the Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Falkland Is.": "Falkland Islands",
    "Fr. S. Antarctic Lands": "French Southern and Antarctic Lands",
    "Gambia": "The Gambia",
    "Macedonia": "North Macedonia",
    "N. Cyprus": "Northern Cyprus",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "Turkey": "Türkiye",
    "United States of America": "United States",
    "W. Sahara": "Western Sahara",
    "eSwatini": "Eswatini",
}

DISPUTED = {
    "Crimea": "Part of Ukraine for the UN General Assembly (resolution 68/262 of 27 March 2014); "
    "held and claimed by Russia since March 2014.",
    "Western Sahara": "Claimed by Morocco, which holds most of it, and by the Sahrawi Arab "
    "Democratic Republic; a non-self-governing territory for the United Nations.",
    "Somaliland": "Declared its independence from Somalia in 1991; claimed by Somalia, and part of "
    "it for the United Nations.",
    "Northern Cyprus": "Declared its independence from Cyprus in 1983, recognised by Türkiye "
    "alone; part of Cyprus for the UN Security Council (resolution 541 of 1983).",
    "Kosovo": "Declared its independence from Serbia in 2008; recognised by about half of the "
    "members of the United Nations, and claimed by Serbia.",
    "Taiwan": "Governed as the Republic of China; claimed by the People's Republic of China.",
    "Palestine": "Occupied by Israel since 1967; claimed by the State of Palestine, a non-member "
    "observer state of the United Nations since 2012.",
    "Falkland Islands": "Administered by the United Kingdom; claimed by Argentina, as the "
    "Malvinas.",
}

_KASHMIR = "In Kashmir the lines drawn are those of control; India, Pakistan and China differ."
_EAST = "China claims most of Arunachal Pradesh, which India holds; India claims Aksai Chin, which "
_EAST += "China holds."
_HALAIB = "the Hala'ib triangle, which Sudan claims"
_KOALOU = "Benin and Burkina Faso both claim the village of Koualou, too small to be drawn."
_DOUMEIRA = "Djibouti and Eritrea differ about Ras Doumeira."
_KURILS = "Japan claims the southern Kuril islands (its Northern Territories), which Russia holds."
_TEMPLES = "Not verified: Cambodia and Thailand differ about land round temples on their border."
_KOREAS = "Not verified: each of the two Koreas has claimed to stand for the whole peninsula."
_BELIZE = "Not verified: Guatemala claims part of Belize."

NOTES = {
    "Algeria": "Older Libyan maps show a strip of south-eastern Algeria as Libyan; the claim "
    "rests.",
    "Argentina": "Argentina claims the Falkland Islands (Malvinas), drawn apart.",
    "Azerbaijan": "Not verified: Azerbaijan has held all of Nagorno-Karabakh since September 2023; "
    "Armenians claimed it before.",
    "Belize": _BELIZE,
    "Benin": _KOALOU,
    "Bhutan": "Not verified: China and Bhutan differ about parts of their border.",
    "Burkina Faso": _KOALOU,
    "Cambodia": _TEMPLES,
    "China": f"{_KASHMIR} {_EAST} Taiwan is drawn apart.",
    "Cyprus": "Cyprus claims Northern Cyprus, drawn apart, which Türkiye alone recognises.",
    "Djibouti": _DOUMEIRA,
    "Egypt": f"The outline takes in {_HALAIB}.",
    "Eritrea": f"{_DOUMEIRA} Eritrea and Ethiopia differ about Badme.",
    "Ethiopia": "Ethiopia and Eritrea differ about Badme. Not verified: Ethiopia and Sudan "
    "differ about al-Fashaga.",
    "France": "With Guyane, in South America. Islands of France in the Indian Ocean, not drawn, "
    "are claimed by Madagascar and the Comoros.",
    "French Southern and Antarctic Lands": "Madagascar claims the scattered islands among them; "
    "the main islands, drawn here, are not in dispute.",
    "Georgia": "Abkhazia and South Ossetia, not under Georgia's control, are not drawn apart: both "
    "declared their independence, Russia and a few states recognise them, and for Georgia and the "
    "United Nations they are Georgian.",
    "Guatemala": _BELIZE,
    "Guyana": "Venezuela claims the land west of the Essequibo, which Guyana holds; the "
    "International Court of Justice has had the case since 2018.",
    "India": f"{_KASHMIR} {_EAST}",
    "Israel": "At this scale the outline takes in Gaza, part of the occupied Palestinian territory "
    "for the United Nations, and the Golan Heights, which Syria claims.",
    "Japan": _KURILS,
    "Kenya": "The outline takes in the Ilemi triangle, which South Sudan claims.",
    "Kosovo": "XKX is a code in common use, not one of ISO 3166-1.",
    "Libya": "Older Libyan maps show strips of south-eastern Algeria and northern Niger as Libyan; "
    "the claim rests.",
    "Moldova": "Transnistria, not under Moldova's control, is not drawn apart.",
    "Morocco": "Morocco claims Western Sahara, drawn apart, and the Spanish towns of Ceuta and "
    "Melilla, too small to be drawn.",
    "North Korea": _KOREAS,
    "Pakistan": _KASHMIR,
    "Palestine": "At this scale the outline is the West Bank alone.",
    "Russia": "The outline shows no land that Russia has claimed from Ukraine since 2022 (Donetsk, "
    f"Luhansk, Zaporizhzhia, Kherson); Crimea is drawn apart. {_KURILS}",
    "Serbia": "Serbia claims Kosovo, drawn apart, which declared its independence in 2008.",
    "Somalia": "Somalia claims Somaliland, drawn apart.",
    "South Korea": _KOREAS,
    "South Sudan": "South Sudan claims Abyei, drawn with Sudan, and the Ilemi triangle, drawn with "
    "Kenya.",
    "Spain": "Morocco claims the Spanish towns of Ceuta and Melilla, too small to be drawn.",
    "Sudan": f"The outline takes in Abyei, which South Sudan claims, and not {_HALAIB} and Egypt "
    "holds.",
    "Suriname": "Not verified: Suriname and Guyana differ about land on the upper Courantyne.",
    "Syria": "Syria claims the Golan Heights, drawn with Israel, which holds them.",
    "Thailand": _TEMPLES,
    "Türkiye": "Türkiye alone recognises Northern Cyprus, drawn apart. Not verified: Türkiye and "
    "Greece differ about islets in the Aegean.",
    "Ukraine": "Russia has claimed Donetsk, Luhansk, Zaporizhzhia and Kherson since September 2022 "
    "and holds parts of them; for the UN General Assembly they are part of Ukraine (resolution "
    "ES-11/4 of 12 October 2022), as is Crimea (68/262 of 2014), drawn apart.",
    "United Kingdom": "Administers the Falkland Islands, drawn apart, which Argentina claims, and "
    "other islands that others claim.",
    "Venezuela": "Venezuela claims the part of Guyana west of the Essequibo, which is not inside "
    "this outline.",
}
"""What an outline takes in or leaves out, and who claims what. What no source was seen for says so;
no note means: no dispute that this module names."""


def decode(topology: dict) -> dict[str, tuple[str, list[Polygon]]]:
    """Return ISO numeric code (``""`` if none) and polygons by name."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(index: int) -> Ring:
        points, x, y = [], 0, 0
        for dx, dy in topology["arcs"][~index if index < 0 else index]:
            x, y = x + dx, y + dy
            points.append((round(x * scale[0] + shift[0], 2), round(y * scale[1] + shift[1], 2)))
        return points[::-1] if index < 0 else points

    def ring(indices: list[int]) -> Ring:
        points: Ring = []
        for index in indices:
            points += arc(index)[1 if points else 0 :]
        return points

    found = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        decoded = [[ring(indices) for indices in polygon] for polygon in polygons]
        found[shape["properties"]["name"]] = (shape.get("id", ""), decoded)
    return found


def clip(ring: Ring, axis: int, limit: float, keep_above: bool) -> Ring:
    """Cut a ring at a line of longitude (axis 0) or latitude (1): Sutherland and Hodgman, 1974."""

    def inside(point: Point) -> bool:
        return point[axis] >= limit if keep_above else point[axis] <= limit

    kept: Ring = []
    for a, b in zip(ring, ring[1:], strict=False):
        if inside(a):
            kept.append(a)
        if inside(a) != inside(b) and limit not in (a[axis], b[axis]):
            share = (limit - a[axis]) / (b[axis] - a[axis])
            other = round(a[1 - axis] + share * (b[1 - axis] - a[1 - axis]), 2)
            kept.append((limit, other) if axis == 0 else (other, limit))
    return tidy([*kept, *kept[:1]])


def cut_at_180(polygon: Polygon) -> list[Polygon]:
    """Cut a polygon that crosses 180 degrees into one on each side."""
    west_to_east: Polygon = []
    for ring in polygon:
        turned, shift = [ring[0]], 0.0
        for (before, _), (lon, lat) in zip(ring, ring[1:], strict=False):
            shift += 360.0 if lon - before < -180 else -360.0 if lon - before > 180 else 0.0
            turned.append((lon + shift, lat))
        west_to_east.append(turned)
    lons = [lon for ring in west_to_east for lon, _ in ring]
    if min(lons) >= -180 and max(lons) <= 180:
        return [polygon]
    edge = 180.0 if max(lons) > 180 else -180.0
    halves = []
    for keep_above in (False, True):
        half = [clip(ring, 0, edge, keep_above) for ring in west_to_east]
        beyond = keep_above == (edge > 0)
        turn = (-360.0 if edge > 0 else 360.0) if beyond else 0.0
        half = [[(round(lon + turn, 2), lat) for lon, lat in ring] for ring in half if ring]
        if half:
            halves.append(half)
    return halves


def join(a: Ring, b: Ring) -> Ring:
    """Join two rings, turning the same way round, that share a part of their borders."""
    edges = list(zip(a, a[1:], strict=False)) + list(zip(b, b[1:], strict=False))
    both_ways = {(q, p) for p, q in edges}
    follows = {p: q for p, q in edges if (p, q) not in both_ways}
    ring = [next(iter(follows))]
    while len(ring) <= len(follows):
        ring.append(follows[ring[-1]])
    if ring[0] != ring[-1]:
        raise ValueError("the two rings do not share one stretch of border")
    return ring


def tidy(ring: Ring) -> Ring:
    """Drop points that rounding made equal; a ring without area becomes empty."""
    points = [p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1]]
    return points if len(points) >= 4 and area(points) else []


def area(ring: Ring) -> float:
    """Return twice the signed area in square degrees; positive if it turns to the left."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False))


def wound(polygon: Polygon) -> Polygon:
    """Turn outer rings to the left and holes to the right, as GeoJSON (RFC 7946) asks."""
    return [
        ring if (area(ring) > 0) == (place == 0) else ring[::-1]
        for place, ring in enumerate(polygon)
    ]


def alpha3(numeric: str, name: str) -> str:
    """Return the ISO 3166-1 alpha-3 code; ``""`` for what has none."""
    return country_code(name) if numeric or name == "Kosovo" else ""


def main(package: Path) -> None:
    with tarfile.open(package) as files:
        topology = json.load(files.extractfile("package/countries-110m.json"))
        version = json.load(files.extractfile("package/package.json"))["version"]
    shapes = decode(topology)
    del shapes["Antarctica"]

    number, russia = shapes["Russia"]
    crimea = [p for p in russia if all(32 < x < 37 and 44 < y < 46.5 for x, y in p[0])]
    assert len(crimea) == 1, "Crimea is not the polygon that it was"
    shapes["Russia"] = (number, [p for p in russia if p not in crimea])
    shapes["Crimea"] = ("", crimea)

    number, [[morocco]] = shapes["Morocco"]
    sahara_number, [[east]] = shapes["W. Sahara"]
    west = clip(morocco, 1, NORTH_OF_WESTERN_SAHARA, keep_above=False)
    morocco = clip(morocco, 1, NORTH_OF_WESTERN_SAHARA, keep_above=True)
    shapes["Morocco"] = (number, [[morocco]])
    shapes["W. Sahara"] = (sahara_number, [[join(west, east)]])

    features = []
    for short, (number, polygons) in shapes.items():
        name = FULL_NAMES.get(short, short)
        cut = [half for polygon in polygons for half in cut_at_180(polygon)]
        cut = [wound([ring for ring in map(tidy, polygon) if ring]) for polygon in cut]
        features.append(
            {
                "type": "Feature",
                "properties": {
                    "iso3": alpha3(number, name),
                    "name": name,
                    "disputed": DISPUTED.get(name, ""),
                    "note": NOTES.get(name, ""),
                },
                "geometry": {"type": "MultiPolygon", "coordinates": [p for p in cut if p]},
            }
        )
    unknown = NOTES.keys() | DISPUTED.keys()
    unknown -= {feature["properties"]["name"] for feature in features}
    assert not unknown, f"a note on what is not drawn: {unknown}"
    features.sort(key=lambda feature: feature["properties"]["name"])
    lines = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features]
    head = {
        "type": "FeatureCollection",
        "source": f"Natural Earth, 1:110m, through world-atlas {version}; public domain; changed: "
        "see tools/world.py",
    }
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [\n'
    text += ",\n".join(lines) + "\n]}\n"
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(text, encoding="utf-8", newline="\n")
    print(f"{OUT.name}: {len(features)} outlines, {len(text.encode()) / 1000:.0f} kB")
