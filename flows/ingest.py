"""The inbox goes in, the warehouse holds what was new in it: documents, duplicates, rejections."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from prefect import flow

from flows.clock import moment, run_name, this_run
from flows.progress import progress
from flows.settings import Settings
from tasks.errors import SettingsError
from tasks.inbox.limits import Limits, Rules
from tasks.ingest import list_new, take_in
from tasks.records import Taken
from tasks.shards import Reading
from tasks.warehouse.connection import open_warehouse

log = logging.getLogger("broadsheet")


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of the new files, and the run that took them in."""

    run: str
    taken: Taken


@flow(name="ingest", flow_run_name=run_name, description=__doc__)
def ingest(settings: Settings, now: datetime | None = None) -> Ingested:
    """Take in what is new in the inbox. now: the moment of the run, if it is not to be the clock's."""
    if not Path(settings.seeds).is_dir():
        raise SettingsError(f"There is no folder {settings.seeds}: make it, or name the inbox with --seeds.")
    began = moment(settings, now)
    run = this_run("ingest", began)
    reading = Reading(
        str(Path(settings.seeds).resolve()),
        tuple(settings.file_patterns),
        began.today,
        Rules(Limits(file_bytes=settings.max_file_mb * 1_000_000)),
    )
    with open_warehouse(settings.warehouse, memory=settings.memory) as warehouse:
        quiet = int(settings.quiet_seconds * 1e9)
        arrivals = list_new(warehouse, reading.root, int(began.now.timestamp() * 1e9), quiet)
        taken = Taken(waiting=arrivals.waiting)
        if not arrivals.sources and not arrivals.rejections:
            log.info("Nothing new in %s: %s files are known%s.", settings.seeds, f"{arrivals.known:,}", _waiting(taken))
            return Ingested(run.id, taken)
        with progress("Taking in", len(arrivals.sources), "files") as step:
            refused = arrivals.rejections
            for label, batch in _labelled(arrivals.sources, settings.batch_files):
                task = take_in.with_options(task_run_name=f"take in {label}")
                taken += task(warehouse, run, batch, refused, reading, settings.engine, settings.near_jaccard, step)
                refused = ()
    log.info("%s", told(taken))
    return Ingested(run.id, taken)


def told(taken: Taken) -> str:
    """What became of the new files, as one line."""
    parts = [f"{taken.documents:,} documents"]
    parts += [f"{taken.exact + taken.near:,} duplicates ({taken.exact:,} exact, {taken.near:,} near)"]
    parts += [f"{taken.rejected:,} rejected"]
    return f"{taken.received:,} new: {', '.join(parts)}{_waiting(taken)}."


def _waiting(taken: Taken) -> str:
    return f"; {taken.waiting:,} still being written, left for the next run" if taken.waiting else ""


Item = TypeVar("Item")


def _labelled(items: Sequence[Item], size: int) -> Iterator[tuple[str, Sequence[Item]]]:
    """Batches with a name such as "files 501-840 of 840"; one empty batch where there is nothing but refusals."""
    starts = range(0, max(len(items), 1), size)
    for start in starts:
        batch = items[start : start + size]
        yield f"files {start + 1:,}-{start + len(batch):,} of {len(items):,}", batch
