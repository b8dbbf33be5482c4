"""The inbox goes in, committed batches come out: the thin Prefect tasks of the ingest flow."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.comparison import compared
from tasks.engine import Workers
from tasks.inbox.listing import list_inbox, settled
from tasks.records import Document, Rejection, Source, Taken
from tasks.shards.reading import Later, Reading, unreadable
from tasks.shards.reading import take_in as take_in_shard
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.runs import Run
from tasks.warehouse.writes import Standing, commit_documents

INFORMING = ("revision", "templated")  # relations of documents that count
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
    kept, earlier, standing = compared(warehouse, documents, near_jaccard, reading.parameters)
    if kept or rejections or known:
        touched = [(each, records[each].source) for each in sorted(known)]
        commit_documents(warehouse, run, kept, rejections, standing, touched, earlier, reading.today, since)
    return _counted(kept, rejections, standing, sum(isinstance(each, Later) for each in results))


def _counted(documents: Sequence[Document], rejections: Sequence[Rejection], standing: Standing, waiting: int) -> Taken:
    fates = Counter(standing.fates.get(each.id, "document") for each in documents)
    kinds = {kind: {each.document for each in standing.relations if each.relation == kind} for kind in INFORMING}
    return Taken(
        documents=fates["document"],
        exact=fates["exact"],
        near=fates["near"],
        superseded=fates["superseded"],
        revisions=len(kinds["revision"]),
        templated=len(kinds["templated"]),
        rejected=len(rejections),
        waiting=waiting,
    )
