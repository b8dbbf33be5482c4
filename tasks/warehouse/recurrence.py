"""Paragraphs of new documents go in, those that recur over their publisher's documents come out, and who has them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tasks.records import Paragraph
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.facts import paragraphs, texts

Hashes = Mapping[str, frozenset[int]]  # by publisher


class Occurrence(NamedTuple):
    """That a paragraph stands in a document of a publisher."""

    document: str
    publisher: str
    hash: int


class Earlier(NamedTuple):
    """A document taken in before."""

    id: str
    publisher: str
    language: str
    text: str
    paragraphs: tuple[Paragraph, ...]


def recurring_paragraphs(warehouse: Warehouse, fresh: Sequence[Occurrence], least: int) -> tuple[Hashes, Hashes]:
    """Which paragraphs of new documents stand in `least` of their publisher's or more, and which did not before these.

    fresh: where each paragraph of the new documents that count stands.
    """
    warehouse.give("fresh_paragraphs", {"document": "VARCHAR", "publisher": "VARCHAR", "hash": "BIGINT"}, fresh)
    found = _asked(warehouse, ((each.publisher, each.hash) for each in fresh), least)
    crossing = [(publisher, key) for publisher, key, known in found if 0 < known < least]
    return _by_publisher((publisher, key) for publisher, key, _ in found), _by_publisher(crossing)


def recurring_among(warehouse: Warehouse, keys: Iterable[tuple[str, int]], least: int) -> Hashes:
    """Which of these paragraphs (publisher and hash) recur, the new documents of the last question counted."""
    return _by_publisher((publisher, key) for publisher, key, _ in _asked(warehouse, keys, least))


def having(warehouse: Warehouse, recurring: Hashes) -> list[Earlier]:
    """The documents taken in before in which these paragraphs still count."""
    rows = [(publisher, key) for publisher, keys in recurring.items() for key in sorted(keys)]
    if not rows:
        return []
    warehouse.give("recurring", {"publisher": "VARCHAR", "hash": "BIGINT"}, rows)
    found = warehouse.rows("with_recurring")
    identities = [identity for identity, *_ in found]
    divided = paragraphs(warehouse, identities)
    written = texts(warehouse, identities)
    return [Earlier(each, who, language, written[each], divided[each]) for each, who, language in found]


def _asked(warehouse: Warehouse, keys: Iterable[tuple[str, int]], least: int) -> list[tuple[str, int, int]]:
    asked = sorted(set(keys))
    if not asked:
        return []
    warehouse.give("asked_paragraphs", {"publisher": "VARCHAR", "hash": "BIGINT"}, asked)
    return [(publisher, key, known) for publisher, key, known in warehouse.rows("recurring", least=least)]


def _by_publisher(rows: Iterable[tuple[str, int]]) -> Hashes:
    found: dict[str, set[int]] = {}
    for publisher, key in rows:
        found.setdefault(publisher, set()).add(key)
    return {publisher: frozenset(keys) for publisher, keys in found.items()}
