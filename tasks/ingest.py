"""The inbox goes in, committed batches come out: the thin Prefect tasks of the ingest flow."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.duplicates.relate import Signed, decide
from tasks.duplicates.rules import THRESHOLDS
from tasks.engine import Workers
from tasks.inbox.listing import list_inbox, settled
from tasks.records import Document, Paragraph, Reckoning, Rejection, Relation, Source, Taken
from tasks.shards.reading import Later, Reading, reckon, unreadable
from tasks.shards.reading import take_in as take_in_shard
from tasks.text.counted import counted_text
from tasks.text.recurring import KINDS, RECURS, hashes, set_aside
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.facts import counted_texts
from tasks.warehouse.recurrence import Standing, having, recurring_among, recurring_paragraphs
from tasks.warehouse.writes import Run, commit_documents

ROUNDS = 3  # of deciding what recurs and what is a copy, each by the other
SHARD_FILES, SHARD_BYTES = 50, 2_000_000  # what is lost, and done again, when a worker dies


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What the inbox holds that the ledger does not. waiting: files still being written; known: files met before."""

    sources: tuple[Source, ...]
    rejections: tuple[Rejection, ...]
    waiting: int
    known: int


@task(name="list", task_run_name="list the inbox", cache_policy=NO_CACHE)
def list_new(warehouse: Warehouse, root: str, now_ns: int, quiet_ns: int) -> Arrivals:
    """Tell new files from those that the ledger knows by path, size and time. Nothing is read yet."""
    listing = list_inbox(Path(root))
    listed = [*listing.sources, *(each.source for each in listing.rejections)]
    rows = [(each.label, each.size, each.modified) for each in listed]
    warehouse.give("listed", {"path": "VARCHAR", "size": "BIGINT", "modified": "BIGINT"}, rows)
    new = {path for (path,) in warehouse.rows("new_sources")}
    fresh = [each for each in listing.sources if each.label in new]
    still = [each for each in fresh if settled(each, now_ns, quiet_ns)]
    return Arrivals(
        sources=tuple(still),
        rejections=tuple(each for each in listing.rejections if each.source.label in new),
        waiting=len(fresh) - len(still),
        known=len(rows) - len(new),
    )


@task(name="take in", cache_policy=NO_CACHE)
def take_in(
    warehouse: Warehouse,
    run: Run,
    batch: Sequence[Source],
    refused: Sequence[Rejection],
    reading: Reading,
    workers: Workers,
    near_jaccard: float,
    step: Callable[[int], None],
) -> Taken:
    """Read a batch, compare it with everything taken in before, and commit all that became of it."""
    results: list[Document | Rejection | Later] = list(refused)
    for found in workers.run(partial(take_in_shard, reading=reading), shards(batch), unreadable, size_of):
        results += [each for of_file in found for each in of_file]
        step(len(found))
    commit = partial(
        _decide_and_commit, warehouse=warehouse, run=run, results=results, reading=reading, near_jaccard=near_jaccard
    )
    return warehouse.settle(commit, run.id)


def size_of(source: Source) -> int:
    """Its bytes."""
    return source.size


def shards(batch: Sequence[Source]) -> list[list[Source]]:
    """The batch cut into pieces of bounded number and size."""
    found: list[list[Source]] = []
    size = 0
    for source in batch:
        if not found or size + source.size > SHARD_BYTES or len(found[-1]) == SHARD_FILES:
            found.append([])
            size = 0
        found[-1].append(source)
        size += source.size
    return found


def _decide_and_commit(
    since: int,
    warehouse: Warehouse,
    run: Run,
    results: Sequence[Document | Rejection | Later],
    reading: Reading,
    near_jaccard: float,
) -> Taken:
    records = {each.id: each for each in results if not isinstance(each, Later)}
    warehouse.give("read_ids", {"id": "VARCHAR"}, [(each,) for each in records])
    known = {each for (each,) in warehouse.rows("known_sources")}
    documents = [each for each in records.values() if isinstance(each, Document) and each.id not in known]
    rejections = [each for each in records.values() if isinstance(each, Rejection) and each.id not in known]
    kept, earlier, relations = _compared(warehouse, documents, near_jaccard)
    if kept or rejections or known:
        touched = [(each, records[each].source) for each in sorted(known)]
        commit_documents(warehouse, run, kept, rejections, relations, touched, earlier, reading.today, since)
    return _counted(kept, rejections, relations, sum(isinstance(each, Later) for each in results))


def relate(warehouse: Warehouse, documents: Sequence[Document], near_jaccard: float) -> list[Relation]:
    """How these documents stand to each other and to those of the warehouse."""
    if not documents:
        return []
    warehouse.give("read_hashes", {"text_hash": "VARCHAR"}, [(each.text_hash,) for each in documents])
    bands = [(key, each.id) for each in documents for key in each.bands]
    warehouse.give("fresh_bands", {"key": "BIGINT", "document": "VARCHAR"}, bands)
    hashes = dict(warehouse.rows("same_text"))
    candidates: dict[str, list[str]] = {}
    for document, other in warehouse.rows("near_candidates"):
        candidates.setdefault(document, []).append(other)
    others = counted_texts(warehouse, [other for found in candidates.values() for other in found])
    new = [
        Signed(d.id, (d.source.path, d.source.member), counted_text(d.text, d.paragraphs), d.text_hash, d.bands)
        for d in documents
    ]
    return decide(new, candidates, others, hashes, replace(THRESHOLDS, near=near_jaccard))


def _compared(
    warehouse: Warehouse, documents: Sequence[Document], near_jaccard: float
) -> tuple[Sequence[Document], Mapping[str, Reckoning], list[Relation]]:
    """The documents without what recurs, the earlier ones to be reckoned anew for it, and how all stand to each other.

    What recurs is counted over documents that are no copies, and whether they are is decided without what recurs: so
    both are decided again until they agree.
    """
    relations = relate(warehouse, documents, near_jaccard)
    for _ in range(ROUNDS):
        copies = _copies(relations)
        kept, earlier = without_recurring(warehouse, documents, copies)
        if list(kept) == list(documents):
            return kept, earlier, relations
        relations = relate(warehouse, kept, near_jaccard)
        if _copies(relations) == copies:
            break
    return kept, earlier, relations


def _copies(relations: Sequence[Relation]) -> set[str]:
    return {each.document for each in relations if each.relation in ("exact", "near")}


def without_recurring(
    warehouse: Warehouse, documents: Sequence[Document], copies: Collection[str]
) -> tuple[list[Document], dict[str, Reckoning]]:
    """The documents with paragraphs that recur set aside, and the earlier ones that must be reckoned anew for that.

    copies: the ids of those that do not count, as they repeat others.
    """
    fresh = [
        Standing(each.id, each.metadata.publisher, key)
        for each in documents
        if each.metadata.publisher and each.id not in copies
        for key, paragraph in zip(each.hashes, each.paragraphs, strict=True)
        if paragraph.kind in KINDS
    ]
    recurring, crossing = recurring_paragraphs(warehouse, fresh, RECURS)
    met = [(each, hashes(each.text, each.paragraphs)) for each in having(warehouse, crossing)]
    among = recurring_among(warehouse, ((each.publisher, key) for each, keys in met for key in keys), RECURS)
    earlier = {
        each.id: _reckoned(each.text, set_aside(each.paragraphs, keys, among[each.publisher]), each.language)
        for each, keys in met
    }
    return [_without(each, recurring.get(each.metadata.publisher, frozenset())) for each in documents], earlier


def _reckoned(text: str, paragraphs: tuple[Paragraph, ...], language: str) -> Reckoning:
    return reckon(paragraphs, counted_text(text, paragraphs), language)


def _without(document: Document, recurring: Collection[int]) -> Document:
    paragraphs = set_aside(document.paragraphs, document.hashes, recurring)
    if paragraphs == document.paragraphs:
        return document
    reckoning = _reckoned(document.text, paragraphs, document.language.code)
    return replace(
        document,
        paragraphs=paragraphs,
        words=reckoning.words,
        text_hash=reckoning.text_hash,
        bands=reckoning.bands,
    )


def _counted(
    documents: Sequence[Document], rejections: Sequence[Rejection], relations: Sequence[Relation], waiting: int
) -> Taken:
    kinds = [relation.relation for relation in relations]
    exact, near = kinds.count("exact"), kinds.count("near")
    return Taken(
        documents=len(documents) - exact - near,
        exact=exact,
        near=near,
        templated=kinds.count("templated"),
        rejected=len(rejections),
        waiting=waiting,
    )
