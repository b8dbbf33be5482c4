"""A rendered issue goes in, its folder on disk comes out: whole or not at all."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasks.briefing.render import Rendered
from tasks.errors import RenderError

ISSUE_FILES = ("briefing.pdf", "briefing.html", "briefing.json")


def file_issue(rendered: Rendered, reports: Path) -> Path:
    """Writes briefing.pdf, .html and .json into the issue's folder under `reports` and gives that folder.

    At any moment, a power cut included, the folder is whole or not there; one that is there already is replaced.
    Filings into one `reports` wait for each other. Raises RenderError where the files cannot be written.
    """
    folder = reports / rendered.name
    if folder.exists() and not folder.is_dir():
        raise RenderError(f"Issue {rendered.name} cannot be filed: {folder} is a file. Move it away and run again.")
    if folder.parent != reports or rendered.name.startswith("."):
        raise RenderError(f"Issue {rendered.name!r} cannot be filed: its name is not that of a folder")
    try:
        reports.mkdir(parents=True, exist_ok=True)
        with _alone(reports):
            _tidy(reports)
            new, old = reports / f".{rendered.name}.new", reports / f".{rendered.name}.old"
            _write(rendered, new)
            if folder.exists():
                folder.rename(old)
            new.rename(folder)
            _flush(reports)
            if old.exists():
                _clear(old, folder)
    except OSError as error:
        raise RenderError(
            f"Issue {rendered.name} could not be filed in {reports}: {error.strerror or error}"
        ) from error
    return folder


@contextmanager
def _alone(reports: Path) -> Iterator[None]:
    """Holds the lock of a reports folder; the system lets go of it when a process dies, however it dies."""
    with (reports / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _tidy(reports: Path) -> None:
    """Clears what a killed filing left: half-written issues go, one that was being replaced comes back."""
    for new in reports.glob(".*.new"):
        shutil.rmtree(new)
    for old in reports.glob(".*.old"):
        folder = reports / old.name[1 : -len(".old")]
        if folder.exists():
            _clear(old, folder)
        else:
            old.rename(folder)


def _clear(old: Path, folder: Path) -> None:
    """Takes away a replaced issue; what somebody else put beside it moves into the new one."""
    for other in sorted(old.iterdir()):
        if other.name not in ISSUE_FILES:
            other.rename(folder / other.name)
    shutil.rmtree(old)


def _write(rendered: Rendered, folder: Path) -> None:
    try:
        folder.mkdir()
        texts = {"briefing.html": rendered.html.encode(), "briefing.json": rendered.json.encode()}
        for name, data in {"briefing.pdf": rendered.pdf, **texts}.items():
            with (folder / name).open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        _flush(folder)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _flush(folder: Path) -> None:
    """Makes the names in a folder last, as fsync does for the bytes of a file."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
