"""The map shows every country that is named, in shades that grow darker with it, and says the same in words."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tasks.briefing.charts import Chart, countries, draw
from tasks.briefing.maps import map_rows, outlines, places, steps

from .conftest import TEMPLATES

SVG = "{http://www.w3.org/2000/svg}"
CASES = json.loads((Path(__file__).parents[1] / "cases" / "map_steps.json").read_text(encoding="utf-8"))
COUNTS = {"US": 40, "FR": 12, "SG": 5, "MT": 1, "RU": 3, "ZZ": 9, "DE": 0}


def _drawn(chart: Chart | None) -> ElementTree.Element:
    assert chart is not None
    spec = json.loads((TEMPLATES / "charts" / "countries.vl.json").read_text(encoding="utf-8"))
    theme = json.loads((TEMPLATES / "theme.json").read_text(encoding="utf-8"))
    return ElementTree.fromstring(draw(chart, spec, theme))


def _shades() -> list[str]:
    colours = json.loads((TEMPLATES / "theme.json").read_text(encoding="utf-8"))["colours"]
    return [colours[f"step{step}"] for step in range(4)]


def _grey(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_where_the_shades_begin(case: dict[str, Any]) -> None:
    assert steps(case["counts"]) == case["steps"]


def test_every_known_country_that_is_named_has_a_row_the_most_named_first() -> None:
    rows = [row for row in map_rows(COUNTS) if "id" in row]
    assert [(row["id"], row["shown"], row["step"], row["small"]) for row in rows] == [
        ("US", "40", 3, False),
        ("FR", "12", 3, False),
        ("SG", "5", 2, True),
        ("RU", "3", 1, False),
        ("MT", "1", 0, True),
    ]


def test_the_legend_says_how_many_each_shade_is() -> None:
    legend = [row["shown"] for row in map_rows(COUNTS) if row.get("legend")]
    assert legend == ["not named", "1 to 2", "3 to 4", "5 to 9", "10 to 40"]


def test_no_map_of_one_country() -> None:
    assert countries({}) is None
    assert countries({"US": 4}) is None


def test_the_title_says_what_is_seen_and_the_alternative_has_every_country() -> None:
    chart = countries(COUNTS)
    assert chart is not None
    assert chart.title == "United States is named in 40 documents, more than any other country"
    assert chart.text.endswith("Documents: United States 40, France 12, Singapore 5, Russia 3 and Malta 1.")
    equal = countries({"US": 2, "FR": 2})
    assert equal is not None
    assert equal.title == "Two countries are named"


def test_named_countries_are_drawn_in_their_shade_and_the_others_in_that_of_the_land() -> None:
    drawing = _drawn(countries(COUNTS))
    # No clipping: its names are counted through a process, and the same issue would not give the same bytes.
    assert {element.tag.removeprefix(SVG) for element in drawing.iter()} <= {"svg", "title", "g", "path", "text"}
    fills = [path.get("fill") for path in drawing.iter(f"{SVG}path")]
    land = json.loads((TEMPLATES / "theme.json").read_text(encoding="utf-8"))["colours"]["land"]
    shapes = len(outlines()["objects"]["countries"]["geometries"])
    assert fills.count(land) == shapes + 1  # and the legend's
    # A shade is drawn for its countries, and once in the legend: France and the United States share the darkest.
    assert [fills.count(shade) for shade in _shades()] == [2, 2, 2, 3]


def test_small_countries_are_dots_within_the_map() -> None:
    drawing = _drawn(countries(COUNTS))
    ink = json.loads((TEMPLATES / "theme.json").read_text(encoding="utf-8"))["colours"]["ink"]
    dots = [path for path in drawing.iter(f"{SVG}path") if path.get("stroke") == ink]
    assert len(dots) == 2
    width, height = (float(drawing.get(name, "0")) for name in ("width", "height"))
    for dot in dots:
        x, y = map(float, re.findall(r"-?[\d.]+", dot.get("transform", ""))[:2])
        assert 0 < x < width
        assert 0 < y < height


def test_shades_differ_in_grey_too() -> None:
    colours = json.loads((TEMPLATES / "theme.json").read_text(encoding="utf-8"))["colours"]
    greys = [_grey(colours["paper"]), _grey(colours["land"]), *map(_grey, _shades())]
    gaps = [lighter - darker for lighter, darker in pairwise(greys)]
    assert all(gap >= 25 for gap in gaps), gaps


def test_outlines_and_places_are_of_the_same_countries() -> None:
    shapes = {shape["id"] for shape in outlines()["objects"]["countries"]["geometries"]}
    assert {code for code, place in places().items() if not place.small} <= shapes
    assert all(-180 <= place.longitude <= 180 and -60 < place.latitude < 85 for place in places().values())
    assert places()["FR"].name == "France"
    assert places()["SG"].small
    assert not places()["US"].small


def test_the_drawing_is_the_same_each_time_and_no_heavier_than_a_picture() -> None:
    first, second = (ElementTree.tostring(_drawn(countries(COUNTS))) for _ in range(2))
    assert first == second
    assert len(first) < 180_000
