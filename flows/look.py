"""The warehouse goes in; what an operator asks of it comes out: status, tables, and rejected files set free."""

import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from flows.settings import Settings
from tasks.errors import BroadsheetError, SettingsError
from tasks.inbox.listing import printable
from tasks.warehouse.connection import TABLES, Warehouse, open_warehouse

MOST = 10  # lines of each list that status shows


def status(settings: Settings) -> str:
    """What the warehouse holds, the last runs and issues, and what was rejected and why."""
    with open_warehouse(settings.warehouse, memory=settings.memory, make=False) as warehouse:
        return "\n\n".join(block for block in (_held(settings, warehouse), *_lists(settings, warehouse)) if block)


def export(settings: Settings, table: str, form: str, output: Path | None) -> None:
    """Write a table to a file, or as text to standard output. Raises SettingsError for a table that is not there."""
    if table not in TABLES:
        raise SettingsError(f"There is no table {table}. There are: {', '.join(TABLES)}.")
    if output is None and form == "parquet":
        raise SettingsError("Parquet needs a file to go to: --output FILE.")
    with open_warehouse(settings.warehouse, memory=settings.memory, make=False) as warehouse:
        if output is not None:
            warehouse.copy(table, form, output)
        else:
            _write(warehouse, table, form)


def requeue(settings: Settings, paths: Sequence[str]) -> int:
    """Let rejected files be tried again by the next run: these, or all. Gives how many."""
    with open_warehouse(settings.warehouse, memory=settings.memory, make=False) as warehouse:

        def forget(since: int) -> int:
            rejected = warehouse.rows("rejected_paths")
            missing = set(paths) - {path for _, path in rejected}
            if missing:
                raise BroadsheetError(f"Not among the rejected files: {', '.join(sorted(missing))}.")
            wanted = [(identity,) for identity, path in rejected if not paths or path in paths]
            warehouse.give("wanted", {"id": "VARCHAR"}, wanted)
            if wanted:
                with warehouse.commit(f"requeue: {len(wanted)} files", "requeue", since):
                    warehouse.rows("meet_again")
                    warehouse.rows("forget_sources")
            return len(wanted)

        return warehouse.settle(forget, str(uuid4()))


def _write(warehouse: Warehouse, table: str, form: str) -> None:
    frame = warehouse.table(table)
    if form == "csv":
        frame.to_csv(sys.stdout, index=False)
    else:
        frame.to_json(sys.stdout, orient="records", lines=True, date_format="iso", force_ascii=False)


def _held(settings: Settings, warehouse: Warehouse) -> str:
    outcomes = dict(warehouse.rows("outcomes"))
    if not outcomes:
        return f"{settings.warehouse}: nothing was taken in yet."
    counts = [f"{outcomes.get(name, 0):,} {label}" for name, label in OUTCOMES]
    [(files,)] = warehouse.rows("files_met")
    return f"{settings.warehouse}: {sum(outcomes.values()):,} items from {files:,} files: {', '.join(counts)}"


OUTCOMES = (
    ("document", "documents"),
    ("superseded", "superseded by revisions"),
    ("exact", "repeated exactly"),
    ("near", "repeated nearly"),
    ("rejected", "rejected"),
)


def _lists(settings: Settings, warehouse: Warehouse) -> list[str]:
    runs = [
        f"  {started.astimezone(settings.zone):%Y-%m-%d %H:%M}  {flow}: {received:,} items, {rejected:,} rejected"
        for flow, started, received, rejected in warehouse.rows("last_runs", most=MOST)
    ]
    issues = [
        f"  {number:>4}  {name}  {sources:,} items, printed {printed.astimezone(settings.zone):%Y-%m-%d %H:%M}"
        for number, name, _, printed, sources in warehouse.rows("last_issues", most=MOST)
    ]
    rejected = [
        f"  {printable(path)}{f'!{printable(member)}' if member else ''}: {reason} ({stage})"
        for path, member, stage, reason in warehouse.rows("last_rejected", most=MOST)
    ]
    all_rejected = dict(warehouse.rows("outcomes")).get("rejected", 0)
    if all_rejected > len(rejected):
        rejected.append(f"  and {all_rejected - len(rejected):,} more: `broadsheet export sources` has them all")
    [(untold,)] = warehouse.rows("untold", cadence=settings.cadence)
    if untold and issues:
        issues.append(
            f"  {untold:,} items are in no {settings.cadence} issue: `broadsheet backfill` prints what is missing"
        )
    titled = (("Last runs that took something in", runs), ("Issues", issues), ("Rejected, newest first", rejected))
    return ["\n".join([title, *lines]) for title, lines in titled if lines]
