"""A bare name -> the country it stands for or lies in, by the tables under `data/`.

States that are no more keep codes of their own ("SU", "YU"), by which no map of today knows them.
"""

import re
from functools import cache

from tasks.entities import gazetteers
from tasks.records import Entity

_FORM_OF_STATE = re.compile(r"^(?:Republic|Kingdom|State|Commonwealth|Sultanate|Principality) of (?:the )?")
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
    for code, name, aliases, demonyms in gazetteers.rows("country_names"):
        entity = by_name.get(name) or Entity(f"country:{code}", name, "GPE", code)
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
    found = by_name.get(name) or by_name.get(name.title() if name.isupper() and len(name) > 4 else name)
    return found or by_name.get(_FORM_OF_STATE.sub("", name))


def nationality(name: str) -> Entity | None:
    """Give the country of a nationality or demonym: "Chinese", "Americans", "Dutch"."""
    return _countries()[1].get(name.title() if name.isupper() and len(name) > 4 else name)


def country_of_place(name: str) -> str:
    """Give the code of the country where the largest place of that name lies, "" if it is not a listed one."""
    return _places().get(name, "")


@cache
def _capitals() -> frozenset[str]:
    return frozenset(name for row in gazetteers.rows("countries") for name in row[4].split("|") if name)


def is_capital(name: str) -> bool:
    """Tell whether a country's capital bears the name, which may stand for its government."""
    return name in _capitals()


@cache
def _names() -> dict[str, str]:
    tables = ("country_names", "countries")
    return {row[0]: row[1] for table in tables for row in gazetteers.rows(table)}


def name_of(code: str) -> str:
    """Give the name of a country by its code, "" if we do not know it."""
    return _names().get(code, "")
