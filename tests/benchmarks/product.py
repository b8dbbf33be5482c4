"""A folder of files -> the tables that the product makes of them, by its command alone, as a stranger would run it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

COMMAND = str(Path(sys.executable).parent / "broadsheet")
CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"


def every_nth_day(releases: Path, every: int, folder: Path) -> Path:
    """A new folder with the releases of every n-th day, since twins lie on one day; all of them where they lie."""
    if every == 1:
        return releases
    files = sorted(releases.glob("*.txt"))
    days = set(sorted({file.name[:10] for file in files})[::every])
    folder.mkdir()
    for file in files:
        if file.name[:10] in days:
            shutil.copy2(file, folder)
    return folder


def environment(scratch: Path) -> dict[str, str]:
    """This process's environment, with a home of its own for Prefect."""
    env = {key: value for key, value in os.environ.items() if key != "PREFECT_API_URL"}
    return env | {"PREFECT_HOME": str(scratch / "prefect")}


def ingest(inbox: Path, warehouse: Path, env: dict[str, str], before: Sequence[str] = ()) -> str:
    """Take in what is new in a folder, on one core; gives the log. before: what the command is put behind."""
    command = [*before, COMMAND, "ingest", "--engine", "inline", "--quiet-seconds", "0"]
    return _run([*command, "--seeds", str(inbox), "--warehouse", str(warehouse)], env)[1]


def export(table: str, warehouse: Path, env: dict[str, str]) -> list[dict[str, Any]]:
    """The rows of a table."""
    rows, _ = _run([COMMAND, "export", table, "--format", "jsonl", "--warehouse", str(warehouse)], env)
    return [json.loads(row) for row in rows.split("\n") if row]


def _run(command: list[str], env: dict[str, str]) -> tuple[str, str]:
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout, done.stderr
