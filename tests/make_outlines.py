"""The npm package world-atlas 2.0.2, unpacked -> the outlines of countries and where their dots stand, as they ship.

Run by hand, with babel installed: python tests/make_outlines.py FOLDER, the one with countries-110m.json. Outlines are
those of Natural Earth at 1:110 million; the dots of countries too small to be seen on them come from 1:50 million.
"""

import csv
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.core import get_global

_DATA = Path(__file__).parents[1] / "tasks" / "briefing" / "data"
_NAMES = Path(__file__).parents[1] / "tasks" / "entities" / "data" / "countries.tsv"
_UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}  # which ISO 3166 gives no number
_COARSER = 10  # times the grid of the original: 0.036 by 0.018 degrees
_SMALL = 32_000  # square kilometres: ten pixels of the map as it is printed
_RADIUS = 6_371.0
_SOURCE = "Made with Natural Earth (public domain), by way of world-atlas 2.0.2 (ISC)."

Ring = list[tuple[float, float]]


def main(folder: Path) -> None:
    """Write outlines.json and countries.tsv."""
    coarse = json.loads((folder / "countries-110m.json").read_text("utf-8"))
    fine = json.loads((folder / "countries-50m.json").read_text("utf-8"))
    (_DATA / "outlines.json").write_text(json.dumps(outlines(coarse), separators=(",", ":")) + "\n", "utf-8")
    lines = [
        "# Where countries stand on the map: ISO 3166 code, name, longitude and latitude of the middle of the largest",
        f"# part, and 1 where it is too small to be seen. {_SOURCE}",
        "# Names are those of the entities' table of countries.",
    ]
    drawn = {code(shape) for shape in coarse["objects"]["countries"]["geometries"]}
    lines += ["\t".join(row) for row in middles(fine, drawn)]
    (_DATA / "countries.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def code(shape: dict[str, Any]) -> str:
    """The ISO 3166 alpha-2 code of a shape, "" for what has none."""
    numbered = get_global("territory_aliases").get(shape.get("id", ""))
    return str(numbered[0]) if numbered else _UNNUMBERED.get(shape["properties"]["name"], "")


def outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """The topology on a coarser grid: codes instead of names, no Antarctica, no arc that nothing needs."""
    shapes = [shape for shape in topology["objects"]["countries"]["geometries"] if code(shape) != "AQ"]
    places: dict[int, int] = {}
    kept = [
        {"type": shape["type"], "id": code(shape), "arcs": renumbered(shape["arcs"], places)}
        for shape in sorted(shapes, key=code)
    ]
    scale = [part * _COARSER for part in topology["transform"]["scale"]]
    return {
        "type": "Topology",
        "source": _SOURCE,
        "transform": {"scale": scale, "translate": topology["transform"]["translate"]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": kept}},
        "arcs": [coarser(topology["arcs"][arc]) for arc in places],
    }


def renumbered(arcs: Any, places: dict[int, int]) -> Any:
    """Nested numbers of arcs as places in the list of those that are used; a negative one is walked backwards."""
    if isinstance(arcs, list):
        return [renumbered(arc, places) for arc in arcs]
    place = places.setdefault(arcs if arcs >= 0 else ~arcs, len(places))
    return place if arcs >= 0 else ~place


def coarser(arc: list[list[int]]) -> list[list[int]]:
    """An arc of steps on the coarser grid, without steps that lead nowhere."""
    x = y = 0
    before: tuple[int, int] | None = None
    steps = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        here = (round(x / _COARSER), round(y / _COARSER))
        if before is None or here != before:
            steps.append([here[0] - (before[0] if before else 0), here[1] - (before[1] if before else 0)])
        before = here
    return steps if len(steps) > 1 else [*steps, [0, 0]]


def middles(topology: dict[str, Any], drawn: set[str]) -> Iterator[tuple[str, ...]]:
    """Each country of the entities' table with the middle of its largest part, and whether it is too small to see."""
    rows = csv.reader(_NAMES.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    names = {row[0]: row[1] for row in rows if not row[0].startswith("#")}
    found: dict[str, list[Ring]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        found.setdefault(code(shape), []).extend(ring(topology, polygon[0]) for polygon in polygons)
    for key in sorted(names):
        if key not in found:
            print(f"{key} {names[key]} has no outline: no dot")
            continue
        largest = max(found[key], key=area)
        longitude, latitude = middle(largest)
        longitude = (longitude + 180) % 360 - 180
        small = key not in drawn or sum(map(area, found[key])) < _SMALL
        yield key, names[key], f"{longitude:.1f}", f"{latitude:.1f}", "1" if small else ""


def ring(topology: dict[str, Any], arcs: list[int]) -> Ring:
    """The points of a ring in degrees; longitudes go on past 180 where it crosses the date line."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    points: Ring = []
    for arc in arcs:
        x = y = 0
        line = []
        for dx, dy in topology["arcs"][arc if arc >= 0 else ~arc]:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        points += line if arc >= 0 else line[::-1]
    unwrapped = points[:1]
    for longitude, latitude in points[1:]:
        turns = round((unwrapped[-1][0] - longitude) / 360)
        unwrapped.append((longitude + 360 * turns, latitude))
    return unwrapped


def area(points: Ring) -> float:
    """The area that a ring encloses on the sphere, in square kilometres."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    total = sum(
        math.radians(b[0] - a[0]) * (math.sin(math.radians(a[1])) + math.sin(math.radians(b[1]))) for a, b in pairs
    )
    return abs(total) / 2 * _RADIUS**2


def middle(points: Ring) -> tuple[float, float]:
    """The centre of gravity of a ring on the flat map of degrees."""
    x = y = total = 0.0
    for a, b in zip(points, points[1:] + points[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y, total = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross, total + cross
    return (x / (3 * total), y / (3 * total)) if total else points[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
