"""A run goes in, its row comes out, once: who wrote what else its transaction holds."""

from dataclasses import dataclass
from datetime import datetime

from tasks.warehouse.connection import Warehouse


@dataclass(frozen=True, slots=True)
class Run:
    """The run that writes: its id, the flow's name, when it began (with time zone) and the program's version."""

    id: str
    flow: str
    started: datetime
    version: str


def insert_run(warehouse: Warehouse, run: Run) -> None:
    """Note the run that writes, once, inside a `commit`."""
    if not warehouse.rows("has_run", id=run.id):
        row = (run.id, run.flow, run.started, run.version)
        warehouse.insert("runs", ("id", "flow", "started", "version"), [row])
