"""The inbox goes in, the warehouse holds what was new in it: documents, duplicates, rejections."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from prefect import flow

from flows.clock import moment, run_name, this_run
from flows.progress import labelled, progress
from flows.settings import Settings
from tasks.comparison import index_parameters
from tasks.engine import Engine, workers
from tasks.errors import SettingsError
from tasks.ingest import list_new, take_in
from tasks.records import Taken
from tasks.shards.reading import Reading, prepare
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
    reading = Reading(str(Path(settings.seeds).resolve()), tuple(settings.file_patterns), began.today, settings.rules)
    with open_warehouse(settings.warehouse, memory=settings.memory) as warehouse:
        quiet = int(settings.quiet_seconds * 1e9)
        arrivals = list_new(warehouse, reading.root, int(began.now.timestamp() * 1e9), quiet)
        taken = Taken(waiting=arrivals.waiting)
        if not arrivals.sources and not arrivals.rejections:
            log.info("Nothing new in %s: %s files are known%s.", settings.seeds, f"{arrivals.known:,}", _waiting(taken))
            return Ingested(run.id, taken)
        guard = replace(settings.guard, prepare=prepare)
        reading = replace(reading, parameters=index_parameters(warehouse))
        engine = Engine.parse(settings.engine, sum(each.size for each in arrivals.sources))
        with workers(engine, guard) as crew, progress("Taking in", len(arrivals.sources), "files") as step:
            refused = arrivals.rejections
            for label, batch in labelled(arrivals.sources, settings.batch_files, "files"):
                task = take_in.with_options(task_run_name=f"take in {label}")
                taken += task(warehouse, run, batch, refused, reading, crew, settings.near_jaccard, step)
                refused = ()
    log.info("%s", told(taken))
    return Ingested(run.id, taken)


def told(taken: Taken) -> str:
    """What became of the new files, as one line."""
    parts = [f"{taken.documents:,} documents"]
    if taken.revisions:
        parts += [f"{taken.revisions:,} of which revise others"]
    if taken.superseded:
        parts += [f"{taken.superseded:,} superseded by them"]
    parts += [f"{taken.exact + taken.near:,} duplicates ({taken.exact:,} exact, {taken.near:,} near)"]
    parts += [f"{taken.rejected:,} rejected" + (" (`broadsheet status` says why)" if taken.rejected else "")]
    return f"{taken.received:,} new: {', '.join(parts)}{_waiting(taken)}."


def _waiting(taken: Taken) -> str:
    return f"; {taken.waiting:,} still being written, left for the next run" if taken.waiting else ""
