"""From files to near duplicates, one core: the product beside three other tools, how fast and how much of it they find.

    uv venv PEERS && uv pip install --python PEERS/bin/python rensa "datatrove[io,processing]==0.10.*" spacy \\
        "text-dedup==0.4.*"
    PYTHONPATH=. .venv/bin/python tests/benchmarks/peers.py --peers PEERS/bin/python [RELEASES] [--every N] [--rounds N]

The files are those of every n-th day, since twins lie on one day. Each tool is a command that is started on the folder,
all in turns in each round, on one core with one thread; the seconds are medians of the rounds, and hold all that a user
waits for: start, imports, reading, writing. Documents are counted by the second of processor time, which other people's
work on the machine lengthens least. The product is `broadsheet ingest` on an empty warehouse, and does more in its time
(decoding, cleaning, metadata, language, a warehouse); its row "taking in" leaves out what a run costs that finds
nothing new. What the others are told is in tests/benchmarks/peer.py.

True are the pairs of files with a Jaccard of 0.8 or more over their runs of five words, counted over all pairs. A pair
is found where both are in one group: a cluster, or a document and what it relates to. The product is asked twice:
whatever the relation is, and for exact and near alone, since a pair that has other facts is no duplicate to it. Files
that it rejects (too short, or no text) cannot be found. Precision: true pairs among those found.
"""

import argparse
import json
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from subprocess import run
from typing import NamedTuple

from tests.benchmarks.overlap import alike, shingles
from tests.benchmarks.product import CORPORA, environment, every_nth_day, export, ingest

LEAST = 0.8
ONE_CORE = ("taskset", "-c", "0")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
TOOLS = ("rensa", "datatrove", "text-dedup")

Pair = tuple[str, str]


class Taken(NamedTuple):
    """What a run took by the clock and of the processor, in seconds, and the pairs found."""

    seconds: float
    processor: float
    pairs: set[Pair]


@dataclass(slots=True)
class Clock:
    """Measures what is started within it, by the clock and on the processor, in seconds."""

    seconds: float = 0.0
    processor: float = 0.0

    def __enter__(self) -> "Clock":
        self.seconds, self.processor = -time.perf_counter(), -_processor()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter()
        self.processor += _processor()


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pairs(groups: Iterable[Iterable[str]]) -> set[Pair]:
    """All pairs within the groups, names in order."""
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def joined(links: Iterable[Pair]) -> list[set[str]]:
    """The groups that the links make."""
    groups: dict[str, set[str]] = {}
    for a, b in links:
        group = groups.get(a, {a}) | groups.get(b, {b})
        groups |= dict.fromkeys(group, group)
    return list({id(group): group for group in groups.values()}.values())


def other(tool: str, python: str, folder: Path, scratch: Path) -> Taken:
    """A run of one of the other tools."""
    scratch.mkdir()
    env = environment(scratch) | ONE_THREAD | OFFLINE | {"HF_HOME": str(scratch / "home")}
    env.pop("PYTHONPATH", None)
    command = [*ONE_CORE, python, str(Path(__file__).with_name("peer.py")), tool, str(folder), str(scratch)]
    with Clock() as clock:
        done = run(command, env=env, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{tool} failed:\n{done.stderr[-3_000:]}")
    groups = json.loads((scratch / "groups.json").read_text(encoding="utf-8"))
    return Taken(clock.seconds, clock.processor, pairs(groups))


def ours(folder: Path, scratch: Path) -> dict[str, Taken]:
    """A run of the product, then one that finds nothing new, by row of the table."""
    scratch.mkdir()
    env = environment(scratch) | ONE_THREAD
    with Clock() as whole:
        ingest(folder, scratch / "warehouse", env, before=ONE_CORE)
    with Clock() as idle:
        ingest(folder, scratch / "warehouse", env, before=ONE_CORE)
    paths = {row["id"]: row["path"] for row in export("sources", scratch / "warehouse", env)}
    links = defaultdict(list)
    for row in export("relations", scratch / "warehouse", env):
        links[row["relation"]].append((paths[row["document"]], paths[row["other"]]))
    every = pairs(joined(link for each in links.values() for link in each))
    copies = pairs(joined(links["exact"] + links["near"]))
    return {
        "broadsheet, any relation": Taken(whole.seconds, whole.processor, every),
        "broadsheet, exact and near": Taken(whole.seconds, whole.processor, copies),
        "broadsheet, taking in": Taken(whole.seconds - idle.seconds, whole.processor - idle.processor, every),
    }


def rounds(count: int, python: str, folder: Path, scratch: Path) -> Iterator[tuple[str, Taken]]:
    """All tools in turns, as often as is asked for."""
    for turn in range(count):
        yield from ours(folder, scratch / f"ours{turn}").items()
        for tool in TOOLS:
            yield tool, other(tool, python, folder, scratch / f"{tool}{turn}")


def table(taken: Mapping[str, Sequence[Taken]], files: int, true: set[Pair]) -> Iterator[str]:
    """A row for each tool."""
    yield "| tool | seconds | processor seconds | documents a second of it | pairs found | recall | precision |"
    yield "|---|---|---|---|---|---|---|"
    for name, each in taken.items():
        seconds = statistics.median(one.seconds for one in each)
        processor = statistics.median(one.processor for one in each)
        found = each[-1].pairs
        recall, precision = len(found & true) / max(1, len(true)), len(found & true) / max(1, len(found))
        speed = f"{seconds:.1f} | {processor:.1f} | {files / processor:,.0f}"
        yield f"| {name} | {speed} | {len(found):,} | {recall:.3f} | {precision:.3f} |"


def main(arguments: argparse.Namespace) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = every_nth_day(arguments.RELEASES, arguments.every, scratch / "files")
        texts = {file.name: file.read_text(encoding="utf-8", errors="replace") for file in sorted(folder.iterdir())}
        true = set(alike({name: shingles(text) for name, text in texts.items()}, LEAST))
        taken: defaultdict[str, list[Taken]] = defaultdict(list)
        for row, each in rounds(arguments.rounds, arguments.peers, folder, scratch):
            taken[row].append(each)
    print(f"{len(texts):,} files, {sum(map(len, texts.values())) / 1e6:.1f} million characters, {len(true):,} pairs")
    print("\n".join(table(taken, len(texts), true)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("RELEASES", type=Path, nargs="?", default=CORPORA / "releases")
    parser.add_argument("--peers", required=True, metavar="PYTHON")
    parser.add_argument("--every", type=int, default=10, metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    main(parser.parse_args())
