"""Documents that name each country, by its ISO 3166 code, in; the rows of the map of them out.

The tables under `data/` say where countries stand. They are made by tests/make_outlines.py with Natural Earth.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Row = dict[str, str | float | bool]
_STEPS = 4  # shades that paper and eyes can tell apart, besides that of the land
_ROUND = [digit * 10**power for power in range(7) for digit in (1, 2, 5)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country stands: its name, the middle of its largest part, and whether it is too small to be seen."""

    name: str
    longitude: float
    latitude: float
    small: bool


def map_rows(counts: Mapping[str, int]) -> list[Row]:
    """The rows of the map: first those of the legend, then the countries, the most named first.

    A country the table does not have, or that nothing names, is left out. step: the shade, 3 the darkest.
    """
    known = {code: count for code, count in counts.items() if count > 0 and code in places()}
    limits = steps(list(known.values()))
    return [*_legend(limits, max(known.values(), default=0)), *_countries(known, limits)]


def steps(counts: list[int]) -> list[int]:
    """The least count of each shade, the lightest first: equal ratios between them, in round numbers, four at most."""
    most = max(counts, default=0)
    if most <= _STEPS:
        return list(range(1, most + 1))
    ends = [most ** (part / _STEPS) for part in range(1, _STEPS)]
    return sorted({1, *(_ROUND[bisect_right(_ROUND, end) - 1] if end >= 5 else round(end) for end in ends)})


def _legend(limits: list[int], most: int) -> list[Row]:
    rows: list[Row] = [{"legend": True, "place": 0, "shown": "not named"}]
    for number, least in enumerate(limits):
        after = limits[number + 1] if number + 1 < len(limits) else most + 1
        shown = f"{least:,}" if after == least + 1 else f"{least:,} to {after - 1:,}"
        rows.append({"legend": True, "place": number + 1, "step": _shade(number, limits), "shown": shown})
    return rows


def _countries(known: Mapping[str, int], limits: list[int]) -> list[Row]:
    rows: list[Row] = []
    for code, count in sorted(known.items(), key=lambda item: (-item[1], places()[item[0]].name)):
        place = places()[code]
        rows.append(
            {
                "id": code,
                "label": place.name,
                "value": count,
                "shown": f"{count:,}",
                "step": _shade(bisect_right(limits, count) - 1, limits),
                "longitude": place.longitude,
                "latitude": place.latitude,
                "small": place.small,
            }
        )
    return rows


def _shade(number: int, limits: list[int]) -> int:
    """The shade of a step: the last is always the darkest, however few there are."""
    return _STEPS - len(limits) + number


@cache
def places() -> dict[str, Place]:
    """Where each country stands, by its code."""
    lines = [line.split("\t") for line in _data("countries.tsv").splitlines() if not line.startswith("#")]
    return {code: Place(name, float(east), float(north), small == "1") for code, name, east, north, small in lines}


@cache
def outlines() -> Mapping[str, Any]:
    """The outlines of countries as TopoJSON, their codes as ids."""
    found: Mapping[str, Any] = json.loads(_data("outlines.json"))
    return found


def _data(name: str) -> str:
    return files("tasks.briefing").joinpath("data").joinpath(name).read_text("utf-8")
