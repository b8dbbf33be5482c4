"""How fast a worker reads files: `python tests/benchmarks/reading.py [DIRECTORY] [EVERY]`.

All that becomes of a file before it is compared with others, on one core, and the share that each step of it has. To
compare two versions let them take turns on the same files: a machine that is shared tells more by ratios.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tasks.inbox.limits import Rules
from tasks.inbox.listing import list_inbox
from tasks.shards import reading

STEPS = ("read_bytes", "contents", "normalise", "describe", "detect", "hashes", "reckon")
WARM = 50  # files that are read first: modules are loaded, expressions compiled


def timed(step: Callable[..., Any], spent: dict[str, float], name: str) -> Callable[..., Any]:
    """The step, with its time on the processor added up under its name."""

    def run(*arguments: Any) -> Any:
        start = time.process_time()
        found = step(*arguments)
        spent[name] += time.process_time() - start
        return found

    return run


def main(directory: Path, every: int) -> None:
    """Measure on every so-manieth file below a directory."""
    how = reading.Reading(str(directory), (), date(2026, 11, 24), Rules())
    sources = list(list_inbox(directory).sources)[::every]
    reading.prepare()
    reading.take_in(sources[:WARM], how)
    start = time.process_time()
    reading.take_in(sources, how)
    seconds = time.process_time() - start
    size = sum(source.size for source in sources) / 1e6
    print(f"{len(sources):,} files, {size:.1f} MB: {len(sources) / seconds:.0f} files/s, {size / seconds:.2f} MB/s")

    spent = dict.fromkeys(STEPS, 0.0)
    for name in STEPS:
        step = getattr(reading, name)
        whole = (lambda *given, step=step: list(step(*given))) if name == "contents" else step
        setattr(reading, name, timed(whole, spent, name))
    reading.take_in(sources, how)
    for name, took in sorted(spent.items(), key=lambda each: -each[1]):
        print(f"  {name:<12}{1000 * took / len(sources):>8.3f} ms a file")


if __name__ == "__main__":
    default = Path(__file__).parents[2].parent / "shared" / "corpora" / "releases"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default, int(sys.argv[2]) if len(sys.argv) > 2 else 14)
