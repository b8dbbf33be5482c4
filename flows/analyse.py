"""The documents that have no analysis go in, the warehouse holds their words and the names in them."""

import logging
from datetime import datetime

from prefect import flow

from flows.clock import moment, run_name, this_run
from flows.progress import progress
from flows.settings import Settings
from tasks.analyse import analyse_batch, find_unanalysed
from tasks.warehouse.connection import open_warehouse

log = logging.getLogger("broadsheet")


@flow(name="analyse", flow_run_name=run_name, description=__doc__)
def analyse(settings: Settings, now: datetime | None = None) -> int:
    """Analyse what is new, and again what an older version analysed. Gives the number of documents."""
    run = this_run("analyse", moment(settings, now))
    with open_warehouse(settings.warehouse, memory=settings.memory) as warehouse:
        waiting = find_unanalysed(warehouse)
        if not waiting:
            return 0
        with progress("Analysing", len(waiting), "documents") as step:
            for start in range(0, len(waiting), settings.batch_files):
                batch = waiting[start : start + settings.batch_files]
                label = f"documents {start + 1:,}-{start + len(batch):,} of {len(waiting):,}"
                task = analyse_batch.with_options(task_run_name=f"analyse {label}")
                task(warehouse, run, batch, settings.engine, step)
    return len(waiting)
