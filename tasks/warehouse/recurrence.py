"""Paragraphs of new documents go in, those that recur over their publisher's documents come out, and who has them."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.records import Paragraph
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.facts import paragraphs, texts

Hashes = Mapping[str, frozenset[int]]  # by publisher


def recurring_paragraphs(
    warehouse: Warehouse, fresh: Sequence[tuple[str, str, int]], least: int
) -> tuple[Hashes, Hashes]:
    """Which paragraphs stand in `least` documents of one publisher or more, and which of them did not before these.

    fresh: document, publisher and hash of each paragraph of new documents that count.
    """
    columns = {"document": "VARCHAR", "publisher": "VARCHAR", "hash": "BIGINT"}
    warehouse.give("fresh_paragraphs", columns, fresh)
    found = warehouse.rows("recurring", least=least) if fresh else []
    crossing = [(publisher, key) for publisher, key, known in found if 0 < known < least]
    return _by_publisher([(publisher, key) for publisher, key, _ in found]), _by_publisher(crossing)


def having(warehouse: Warehouse, recurring: Hashes) -> Iterator[tuple[str, str, str, str, tuple[Paragraph, ...]]]:
    """The earlier documents in which these paragraphs still count: id, publisher, language, text and paragraphs."""
    rows = [(publisher, key) for publisher, keys in recurring.items() for key in sorted(keys)]
    if not rows:
        return
    warehouse.give("recurring", {"publisher": "VARCHAR", "hash": "BIGINT"}, rows)
    found = warehouse.rows("with_recurring")
    identities = [identity for identity, *_ in found]
    divided = paragraphs(warehouse, identities)
    written = texts(warehouse, identities)
    for identity, publisher, language in found:
        yield identity, publisher, language, written[identity], divided[identity]


def _by_publisher(rows: Sequence[tuple[str, int]]) -> Hashes:
    found: dict[str, set[int]] = {}
    for publisher, key in rows:
        found.setdefault(publisher, set()).add(key)
    return {publisher: frozenset(keys) for publisher, keys in found.items()}
