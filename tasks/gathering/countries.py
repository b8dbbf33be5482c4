"""The names of an issue in, the countries they stand for or lie in out."""

from tasks.entities.countries import name_of
from tasks.records import BriefedCountry
from tasks.warehouse import names
from tasks.warehouse.connection import Warehouse


def found_countries(warehouse: Warehouse) -> tuple[BriefedCountry, ...]:
    """Every country with the mentions of itself, its peoples and its places, those in the most documents first."""
    return tuple(
        BriefedCountry(code, name_of(code) or code, mentions, documents)
        for code, mentions, documents in names.countries(warehouse)
    )
