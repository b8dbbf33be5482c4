"""What a run of 100 new documents costs on a warehouse of 10,000 documents and on one of 1,000,000.

`PYTHONPATH=. .venv/bin/python tests/benchmarks/growth.py [--sizes N ...] [--new FOLDER] [--rounds N] [--keep FOLDER]`

The old documents go straight into the warehouse, as rows made by seed: sources, documents with a short text, twelve
paragraphs each, 25 band keys, 40 passage keys, two article keys, an analysis; some share paragraphs and keys, as forms
and notices do. The new ones are every n-th file of a folder, read by `broadsheet run` in a process of its own. Both
warehouses are run in turns, each time from a copy of its catalogue, so that every run meets the same.
"""

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tasks.duplicates.parameters import PARAMETERS
from tasks.shards.analysis import version
from tasks.warehouse.catalogue import Address, connect, prepare

CHUNK = 50_000  # documents of one commit
NEW = 100
ROWS = {
    "sources": """
        SELECT printf('%016x', hash(n)), 'old/' || n || '.txt', '', 3000, n, sha256(n::VARCHAR), 'document', '', '',
            TIMESTAMPTZ '2026-01-01 00:00:00+00', DATE '2023-01-01' + (n % 1000)::INTEGER, 'made'
        FROM docs""",
    "documents": """
        SELECT printf('%016x', hash(n)), 'document', 'Title of document ' || n, ['A. Writer'],
            'Publisher ' || (n % 300), '', '', 'https://paper' || (n % 300) || '.example/' || n, '', '{}', 'en', 0.9,
            DATE '2023-01-01' + (n % 1000)::INTEGER, 'text', 'utf-8', 0, '', 400,
            array_to_string(list_transform(range(60), i -> 'word' || (hash(n * 100 + i) % 5000)), ' '),
            md5(n::VARCHAR), 0.0, ''
        FROM docs""",
    "paragraphs": """
        SELECT printf('%016x', hash(n)), p, p * 40, p * 40 + 39, 'body',
            (hash(if(p = 11, n % 3000, n * 12 + p)) >> 1)::BIGINT, printf('%016x', hash(n))
        FROM docs, range(12) AS r(p)""",
    "keys": """
        SELECT 'band', (hash(if(k < 2, n // 40, n * 100 + k)) >> 1)::BIGINT, printf('%016x', hash(n))
        FROM docs, range(25) AS r(k)
        UNION ALL
        SELECT 'passage', (hash(n * 100 + 30 + k) >> 1)::BIGINT, printf('%016x', hash(n)) FROM docs, range(40) AS r(k)
        UNION ALL
        SELECT 'article', (hash(n * 100 + 80 + k) >> 1)::BIGINT, printf('%016x', hash(n))
        FROM docs, range(2) AS r(k)""",
    "analyses": f"SELECT printf('%016x', hash(n)), '{version('')}', '' FROM docs",
}


def make(folder: Path, size: int) -> None:
    """A warehouse of so many documents."""
    connection = connect(Address.parse(str(folder)), None, "4GB")
    prepare(connection, str(folder))
    for start in range(0, size, CHUNK):
        connection.execute("BEGIN")
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE docs AS SELECT n FROM range({start}, {min(size, start + CHUNK)}) AS r(n)"
        )
        for table, rows in ROWS.items():
            connection.execute(f"INSERT INTO {table} {rows}")
        connection.execute("COMMIT")
    for name in PARAMETERS.__slots__:
        connection.execute("INSERT INTO parameters VALUES (?, ?)", [name, str(getattr(PARAMETERS, name))])
    connection.close()


def run(warehouse: Path, seeds: Path, command: str) -> tuple[float, float]:
    """Seconds of a run on a copy of the warehouse, and the largest process of it in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "warehouse"
        shutil.copytree(warehouse, copy)
        arguments = [sys.executable, "-m", "flows.cli", command, "--seeds", str(seeds), "--warehouse", str(copy)]
        if command == "run":
            arguments += ["--reports", str(Path(folder) / "reports")]
        start = time.perf_counter()
        subprocess.run(arguments, check=True, capture_output=True)
        seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Make the warehouses, run on each in turns, print the table."""
    corpora = Path(__file__).parents[2].parent / "shared" / "corpora"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--new", type=Path, default=corpora / "releases")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "broadsheet-growth")
    options = parser.parse_args()
    seeds = options.keep / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in options.new.iterdir() if path.is_file())
    for path in files[:: max(1, len(files) // NEW)][:NEW]:
        shutil.copy(path, seeds)
    for size in options.sizes:
        if not (options.keep / str(size)).exists():
            make(options.keep / str(size), size)
    print("| command | documents before | seconds (median) | of the smallest | largest process so far, MiB |")
    print("|---|---|---|---|---|")
    for command in ("ingest", "run"):
        taken: dict[int, list[float]] = {size: [] for size in options.sizes}
        largest = {}
        for _ in range(options.rounds):
            for size in options.sizes:
                seconds, largest[size] = run(options.keep / str(size), seeds, command)
                taken[size].append(seconds)
        least = statistics.median(taken[options.sizes[0]])
        for size in options.sizes:
            median = statistics.median(taken[size])
            print(f"| {command} | {size:,} | {median:.1f} | {median / least:.2f} | {largest[size]:,.0f} |")


if __name__ == "__main__":
    main()
