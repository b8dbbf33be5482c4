"""Counts go in while work goes on; a bar on a terminal, plain lines elsewhere, and a Prefect artifact come out."""

import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar
from uuid import UUID

from prefect.artifacts import create_progress_artifact, update_progress_artifact
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

log = logging.getLogger("broadsheet")
ARTIFACT_EVERY = 2.0  # seconds; each update is a call to the API
LINE_EVERY = 15.0  # seconds


class _Rate(ProgressColumn):
    """Items a second, since the start."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


Item = TypeVar("Item")


def labelled(items: Sequence[Item], size: int, unit: str) -> Iterator[tuple[str, Sequence[Item]]]:
    """Batches with a name such as "files 501-840 of 840"; one empty batch where there are no items."""
    for start in range(0, max(len(items), 1), size):
        batch = items[start : start + size]
        yield f"{unit} {start + 1:,}-{start + len(batch):,} of {len(items):,}", batch


@contextmanager
def progress(label: str, total: int, unit: str) -> Iterator[Callable[[int], None]]:
    """A function to call with the number of items done since the last call. label: "Taking in"; unit: "files"."""
    artifact = create_progress_artifact(progress=0.0, description=f"{label}: {total:,} {unit}")
    assert isinstance(artifact, UUID)
    began = written = lined = time.monotonic()
    done = 0
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn(unit), _Rate(),
        TimeRemainingColumn(), console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True,
    )  # fmt: skip
    row = bar.add_task(label, total=total)

    def step(count: int) -> None:
        nonlocal done, written, lined
        done += count
        bar.advance(row, count)
        now = time.monotonic()
        if now - written > ARTIFACT_EVERY and done < total:
            update_progress_artifact(artifact, progress=100 * done / total)
            written = now
        if now - lined > LINE_EVERY and done < total:
            log.info("%s: %s of %s %s, %.0f/s", label, f"{done:,}", f"{total:,}", unit, done / (now - began))
            lined = now

    with bar:
        yield step
    update_progress_artifact(artifact, progress=100.0)
    seconds = time.monotonic() - began
    log.info("%s: %s %s in %.1f s", label, f"{done:,}", unit, seconds)
