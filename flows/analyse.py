"""The documents that have no analysis go in, the warehouse holds their words and the names in them."""

from datetime import datetime

from prefect import flow

from flows.clock import moment, run_name, this_run
from flows.progress import labelled, progress
from flows.settings import Settings
from tasks.analyse import analyse_batch, find_unanalysed
from tasks.engine import Engine, workers
from tasks.warehouse.connection import open_warehouse

CHARACTERS_A_WORD = 6


@flow(name="analyse", flow_run_name=run_name, description=__doc__)
def analyse(settings: Settings, now: datetime | None = None) -> int:
    """Analyse what is new, and again what an older version analysed. Gives the number of documents."""
    run = this_run("analyse", moment(settings, now))
    with open_warehouse(settings.warehouse, memory=settings.memory) as warehouse:
        waiting = find_unanalysed(warehouse, settings.entities_pipeline)
        documents = waiting.documents
        if not documents:
            return 0
        engine = Engine.parse(settings.engine, waiting.words * CHARACTERS_A_WORD)
        with workers(engine) as crew, progress("Analysing", len(documents), "documents") as step:
            for label, batch in labelled(documents, settings.batch_files, "documents"):
                analyse_batch.with_options(task_run_name=f"analyse {label}")(
                    warehouse, run, batch, settings.entities_pipeline, crew, step
                )
    return len(documents)
