"""What was ruled about names goes in, and questions on names are answered by it; counts of an issue's names out."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from tasks.records import Entity
from tasks.warehouse.connection import Warehouse

Ruled = tuple[str, str, str]
"""A document ("" for all), an entity met in it, and the entity that it is there; "" for nobody."""


def rule(warehouse: Warehouse, becomes: Sequence[Ruled] = (), particulars: Sequence[Entity] = ()) -> None:
    """Let every question on names read them so, and these entities under these particulars; nothing is written.

    What is ruled for one document goes before what is ruled for all.
    """
    warehouse.give("becomes", {"document": "VARCHAR", "entity": "VARCHAR", "becomes": "VARCHAR"}, becomes)
    columns = {"id": "VARCHAR", "name": "VARCHAR", "kind": "VARCHAR", "country": "VARCHAR"}
    warehouse.give("particulars", columns, [(each.id, each.name, each.kind, each.country) for each in particulars])
    for question in ("rule_mentions", "rule_entities", "rule_quotes"):
        warehouse.rows(question)


def ruling(warehouse: Warehouse) -> str:
    """The text of the operators' rulings that holds, "" where there is none."""
    return "".join(text for (text,) in warehouse.rows("newest_ruling"))


def met(warehouse: Warehouse, end: date) -> list[tuple[Entity, int, int]]:
    """Every entity met in documents up to this day, with the number of these, and of mentions, by id."""
    return [(Entity(*row[:4]), *row[4:]) for row in warehouse.rows("entities_met", end=end)]


def company(warehouse: Warehouse, least: int) -> pd.DataFrame:
    """Columns a, b, documents, together, of_a, of_b, paragraphs: pairs of the chosen entities in one paragraph.

    least: documents that must have the pair. together, of_a, of_b: paragraphs with both, with the one, with the other;
    paragraphs: all that name anybody.
    """
    return warehouse.frame("pairs_of_issue", least=least)


def countries(warehouse: Warehouse) -> list[tuple[str, int, int]]:
    """The countries of the issue by code, with mentions and documents of all that stands for them or lies in them."""
    return [(code, mentions, documents) for code, mentions, documents in warehouse.rows("countries_of_issue")]
