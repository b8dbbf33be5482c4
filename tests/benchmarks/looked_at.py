"""Relations drawn by a seed, each with its figures and the words that differ, so that a person can judge them.

    PYTHONPATH=. .venv/bin/python tests/benchmarks/looked_at.py [RELEASES]
        [--every N] [--warehouse DIR] [--seed N] [--count 100]

The files of every n-th day are taken in, into a warehouse that is thrown away, or into the one named; one that is there
already is asked as it is. The kinds of relation take turns in the draw, as long as there are some. The places are shown
in which the two texts differ, [-words of the earlier one-] and {+words of the later one+}, as `broadsheet why` does.
"""

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from random import Random
from typing import Any

from tasks.duplicates.explained import PLAIN, places
from tests.benchmarks.product import CORPORA, environment, every_nth_day, export, ingest

Row = Mapping[str, Any]


def drawn(relations: Sequence[Row], count: int, rng: Random) -> list[Row]:
    """That many relations, the kinds in turns, kind by kind."""
    kinds: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rng.sample(sorted(relations, key=lambda row: (row["document"], row["other"])), len(relations)):
        kinds[row["relation"]].append(row)
    turns = chain.from_iterable(zip_longest(*(kinds[kind] for kind in sorted(kinds))))
    return sorted([row for row in turns if row][:count], key=lambda row: str(row["relation"]))


def shown(number: int, row: Row, documents: Mapping[str, Row], paths: Mapping[str, str], texts: Path) -> Iterator[str]:
    """A relation for the eye."""
    ids = (row["other"], row["document"])
    yield f"## {number}. {row['relation']}: Jaccard {row['jaccard']:.2f}, containment {row['containment']:.2f}"
    yield str(row["why"])
    for side, id in zip(("earlier", "later"), ids, strict=True):
        known = documents.get(id, {})
        about = [known[field] for field in ("title", "publisher", "published", "url") if known.get(field)]
        yield f"{side}: {' | '.join([paths[id], *about])}"
    both = [documents[id]["text"] for id in ids if id in documents]
    if len(both) < 2:  # an exact duplicate's text is not kept: the files speak, with their mojibake
        both = [(texts / paths[id]).read_text(encoding="utf-8", errors="replace") for id in ids]
    yield f"{len(both[0].split()):,} and {len(both[1].split()):,} words"
    yield from (f"    {line}" for line in places(both[0], both[1], "from the earlier to the later", PLAIN))
    yield ""


def main(arguments: argparse.Namespace) -> None:
    """Print the relations."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        env, warehouse = environment(scratch), arguments.warehouse or scratch / "warehouse"
        if not warehouse.exists():
            inbox = every_nth_day(arguments.RELEASES, arguments.every, scratch / "files")
            ingest(inbox, warehouse, env)
        relations = export("relations", warehouse, env)
        documents = {row["id"]: row for row in export("documents", warehouse, env)}
        paths = {row["id"]: row["path"] for row in export("sources", warehouse, env)}
    counts = Counter(row["relation"] for row in relations)
    said = ", ".join(f"{kind} {count:,}" for kind, count in sorted(counts.items()))
    print(f"{len(paths):,} files, relations: {said}\n")
    for number, row in enumerate(drawn(relations, arguments.count, Random(arguments.seed)), start=1):
        print("\n".join(shown(number, row, documents, paths, arguments.RELEASES)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("RELEASES", type=Path, nargs="?", default=CORPORA / "releases")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--warehouse", type=Path, metavar="DIR")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--count", type=int, default=100, metavar="N")
    main(parser.parse_args())
