"""Parameters go in, the warehouse's index is made anew with them, from the texts it holds."""

from collections.abc import Mapping
from datetime import datetime

from prefect import flow

from flows.analyse import CHARACTERS_A_WORD
from flows.clock import moment, run_name, this_run
from flows.progress import progress
from flows.settings import Settings
from tasks.engine import Engine, workers
from tasks.reindex import changed
from tasks.reindex import reindex as make_anew
from tasks.warehouse.connection import open_warehouse
from tasks.warehouse.index import Indexed, begin, unsigned


@flow(name="reindex", flow_run_name=run_name, description=__doc__)
def reindex(settings: Settings, changes: Mapping[str, int] | None = None, now: datetime | None = None) -> Indexed:
    """Make the index anew. changes: the parameters that are not to be the program's own, by name."""
    parameters = changed(changes or {})
    run = this_run("reindex", moment(settings, now))
    with open_warehouse(settings.warehouse, memory=settings.memory, make=False) as warehouse:
        begin(warehouse)
        sizes = [words for _, _, words in unsigned(warehouse)]
        engine = Engine.parse(settings.engine, sum(sizes) * CHARACTERS_A_WORD)
        with workers(engine) as crew, progress("Signing", len(sizes), "documents") as step:
            return make_anew(warehouse, run, parameters, crew, step)
