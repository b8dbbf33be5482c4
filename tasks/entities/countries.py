"""A bare name -> the country it stands for or lies in, by the tables under `data/`."""

from functools import cache

from tasks.entities import gazetteers
from tasks.records import Entity

_PARTS = {"England": "GB", "Scotland": "GB", "Wales": "GB", "Northern Ireland": "GB"}


@cache
def _countries() -> tuple[dict[str, Entity], dict[str, Entity]]:
    """Give the countries by name and alias, and by nationality and demonym (one or several)."""
    by_name: dict[str, Entity] = {}
    by_nationality: dict[str, Entity] = {}
    for code, name, aliases, demonyms, _ in gazetteers.rows("countries"):
        entity = Entity(f"country:{code}", name, "GPE", code)
        by_name |= dict.fromkeys((name, *filter(None, aliases.split("|"))), entity)
        for demonym in filter(None, demonyms.split("|")):
            by_nationality |= dict.fromkeys((demonym, demonym + "s"), entity)
    return by_name, by_nationality


@cache
def _places() -> dict[str, str]:
    """Give the country code by the name of a large city, a state or a capital."""
    found = {row[0]: row[1] for table in ("cities", "states") for row in gazetteers.rows(table)}
    for code, _, _, _, capitals in gazetteers.rows("countries"):
        found |= dict.fromkeys(filter(None, capitals.split("|")), code)
    return found | _PARTS


@cache
def states() -> frozenset[str]:
    """Give the names of the states of the United States."""
    return frozenset(row[0] for row in gazetteers.rows("states"))


def country(name: str) -> Entity | None:
    """Give the country that a bare name names: "China", "U.S.", "Britain"."""
    by_name, _ = _countries()
    return by_name.get(name) or by_name.get(name.title() if name.isupper() and len(name) > 4 else name)


def nationality(name: str) -> Entity | None:
    """Give the country of a nationality or demonym: "Chinese", "Americans", "Dutch"."""
    return _countries()[1].get(name)


def country_of_place(name: str) -> str:
    """Give the code of the country where the largest place of that name lies, "" if it is not a listed one."""
    return _places().get(name, "")


@cache
def by_code() -> dict[str, Entity]:
    """Give the countries by their ISO 3166 alpha-2 code."""
    return {entity.country: entity for entity in _countries()[0].values()}
