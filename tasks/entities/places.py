"""The name of a place, and the places named beside it -> its kind, and which place of that name it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tasks.entities import countries, gazetteers, names
from tasks.records import Entity

# A last or first word that makes a place a part of nature, a work of man or a region.
_LANDFORMS = gazetteers.word_list("landform")
_REGIONS = gazetteers.word_list("region")
_FIRST = {"saint ": "st. ", "st ": "st. ", "mt. ": "mount ", "mt ": "mount ", "ft. ": "fort ", "ft ": "fort "}
_LAST = (" province", " prefecture", " governorate")
_FAR = 20  # times as large: then the state alone does not speak for the smaller town
_FAR_CAPITAL = 3
_MUCH = 3  # signs by which the smaller town is meant all the same


@dataclass(frozen=True, slots=True)
class Town:
    """A town of a certain name. region: its state or the like, "" for unknown. size: thousands of people."""

    name: str
    country: str
    region: str
    size: int


@dataclass(frozen=True, slots=True)
class Company:
    """The places that a document names: codes of countries, names of regions, and how many towns of each region.

    written: the region or country that the text puts behind a town's name ("Paris, Texas"), by the name.
    """

    countries: frozenset[str]
    regions: frozenset[str]
    towns: dict[str, int]
    written: dict[str, str]


def kind_of_place(name: str) -> Literal["GPE", "LOC"]:
    """Tell the kind of a place by its name: "South China Sea" is a LOC, "Hebei province" a GPE."""
    low = name.lower().removeprefix("the ")
    parts = low.split()
    of_first = len(parts) > 2 and parts[1] == "of" and parts[0] in _LANDFORMS  # "Gulf of Mexico"
    first = of_first or (parts and parts[0] in ("mount", "mt", "lake", "cape", "river"))
    if low in _REGIONS or (parts and (parts[-1] in _LANDFORMS or first)):
        return "LOC" if low not in ("cape town", "cape verde", "cape coast", "lake city") else "GPE"
    return "GPE"


@cache
def _regions() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """Give (name, country) of regions by name and abbreviation, and by demonym, one or several."""
    by_name: dict[str, tuple[str, str]] = {}
    by_people: dict[str, tuple[str, str]] = {}
    for name, country, others, demonyms in gazetteers.rows("regions"):
        for form in (name, *filter(None, others.split("|"))):
            by_name.setdefault(form, (name, country))
        for form in filter(None, demonyms.split("|")):
            by_people |= dict.fromkeys((form, form + "s"), (name, country))
    return by_name, by_people


@cache
def _others() -> dict[str, str]:
    return {form: place for one, place in gazetteers.rows("place_names") for form in (one, one + "s")}


@cache
def _towns() -> dict[str, tuple[Town, ...]]:
    """Give the towns by name in small letters, the largest first."""
    found: dict[str, list[Town]] = {}
    for name, country, region, size in gazetteers.rows("places"):
        found.setdefault(names.fold(name), []).append(Town(name, country, region, int(size)))
    return {name: tuple(sorted(towns, key=lambda town: -town.size)) for name, towns in found.items()}


def is_abbreviated(name: str) -> bool:
    """Tell whether a name is that of a state or province cut short with a point: "Neb."."""
    return name.endswith(".") and name in _regions()[0]


@lru_cache(maxsize=1 << 12)
def region(name: str) -> tuple[str, str] | None:
    """Give the name and the country of a state or province by its name or abbreviation: "N.H.", "Hebei province"."""
    for last in _LAST:
        name = name.removesuffix(last).removesuffix(last.title())
    found = _regions()[0].get(name) or _regions()[0].get(name + ".")
    if found is None and len(name) > 4 and name.isupper():
        found = _regions()[0].get(name.title())
    return None if name in _others() else found


def people_of(name: str) -> str:
    """Give the region, town or continent whose people a name means: "Texans", "Londoner"; "" for none."""
    found = _regions()[1].get(name)
    return found[0] if found else _others().get(name, "")


def spelled(name: str) -> str:
    """Give the name by which a place goes here: "NYC" is New York City, "Mt. Lind" Mount Lind."""
    name = _others().get(name, name)
    for short, long in _FIRST.items():
        if name.lower().startswith(short):
            return long.title() + name[len(short) :]
    return name


def company(named: Iterable[str], written: dict[str, str]) -> Company:
    """Give the company that the bare names of a document are."""
    found_countries, regions = set(), set()
    towns: dict[str, int] = {}
    for name in dict.fromkeys(named):
        of_region = region(name) or _regions()[1].get(name)
        of_country = countries.country(name) or countries.nationality(name)
        if name in ("Georgia", "Georgian", "Georgians"):  # says nothing of others
            continue
        if of_region:
            regions.add(of_region[0])
        elif of_country:
            found_countries.add(of_country.country)
        else:
            for one in {town.region or town.country for town in _towns().get(names.fold(name), ())}:
                towns[one] = towns.get(one, 0) + 1
    return Company(frozenset(found_countries), frozenset(regions), towns, written)


def placed(name: str, beside: Company) -> Town | None:
    """Give which of the towns of that name is meant by the company it keeps, None if we know none of it.

    That is the one whose state or country stands behind it somewhere; else the largest, unless the document speaks of
    another's state or country and not of the largest's, and the larger is not so much larger that it is everybody's.
    """
    towns = _towns().get(names.fold(name), ())
    if not towns:
        return None
    behind = beside.written.get(name)
    for town in towns if behind else ():
        if behind in (town.region, town.country):
            return town
    largest = towns[0]
    if largest.region in beside.regions or largest.country in beside.countries - {"US"}:
        return largest
    far = _FAR_CAPITAL if countries.is_capital(name) else _FAR
    for town in towns[1:]:
        near = largest.size <= far * town.size
        signs = (town.region in beside.regions) + max(0, beside.towns.get(town.region, 0) - 1)
        if town.region in beside.regions and (near or signs >= _MUCH):
            return town
        if near and town.country in beside.countries and largest.country not in beside.countries:
            return town
    return largest


def entity(name: str, kind: Literal["GPE", "LOC"], beside: Company) -> Entity | None:
    """Give the region, the town or another place that a name means, the id of a smaller town with its region."""
    of_region = region(name)
    if of_region:
        return Entity(f"place:{names.slug(of_region[0])}", of_region[0], "GPE", of_region[1])
    town_name, _, within = name.partition(", ")
    shown = spelled(town_name if region(within) and name not in _others() else name)
    town = placed(shown, beside)
    if town is None or town == _towns()[names.fold(shown)][0]:
        made = names.slug(shown)
        country = town.country if town else countries.country_of_place(shown)
        return Entity(f"place:{made}", shown, kind, country) if made else None
    where = town.region or countries.name_of(town.country)
    return Entity(f"place:{names.slug(f'{shown} {where}')}", f"{shown}, {where}", "GPE", town.country)


def is_american_georgia(beside: Company) -> bool:
    """Tell whether a document's "Georgia" is the state: another state or a town of Georgia is named, no neighbour."""
    if beside.regions & countries.states():
        return True
    return beside.towns.get("Georgia", 0) > 0 and not beside.countries & {"AM", "AZ", "RU", "TR", "UA"}
