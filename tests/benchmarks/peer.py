"""A folder of texts -> the groups of near duplicates that one other tool finds in it, run in an environment of its own.

    PYTHON tests/benchmarks/peer.py TOOL FOLDER SCRATCH

This is what `tests/benchmarks/peers.py` starts, with the Python that the tools are installed for; nothing of the
product is imported. The groups are written to SCRATCH/groups.json, as lists of file names. All three take runs of five
words, 25 bands of 5 values; none of them compares the texts themselves afterwards, as the product does.

    rensa       a script over its sketches and its LSH index, as anybody would write it: 125 values and not 128, since
                it wants a multiple of the bands; each pair that shares a band is a group
    datatrove   the four stages of its deduplication, less the last, which only writes what is left, by its own local
                executor; its own tokeniser for English and its own simplified text, in which all figures are 0; a group
                is a cluster
    text-dedup  its command `text_dedup.minhash`, with 64-bit hashes by SHA-1 as it comes; a group is a cluster. It
                splits at every character that is no letter or digit and keeps what is empty between two of them as
                words, so that two texts with other spaces or dashes share few of its runs

The latter two read JSON Lines, not folders of texts: they are written here, within the time that is measured.
"""

import json
import pickle
import re
import struct
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Groups = list[list[str]]

BANDS, ROWS, RUN, SEED = 25, 5, 5, 1
WORD = re.compile(r"\w+")


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each file, in order; but for empty ones, which datatrove would not count."""
    for file in sorted(folder.iterdir()):
        text = file.read_text(encoding="utf-8", errors="replace")
        if text.strip():
            yield file.name, text


def as_lines(folder: Path, lines: Path) -> list[str]:
    """Write the texts as JSON Lines; gives their names in that order."""
    names = []
    lines.parent.mkdir()
    with lines.open("w", encoding="utf-8") as target:
        for name, text in texts(folder):
            names.append(name)
            target.write(json.dumps({"text": text, "id": name}) + "\n")
    return names


def rensa(folder: Path, _: Path) -> Groups:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found]

    index = RMinHashLSH(0.8, BANDS * ROWS, BANDS)
    names: list[str] = []
    groups: Groups = []
    for number, (name, text) in enumerate(texts(folder)):
        words = WORD.findall(text.casefold())
        sketch = RMinHash(BANDS * ROWS, SEED)
        sketch.update([" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))])
        groups += [[names[other], name] for other in set(index.query(sketch))]
        index.insert(number, sketch)
        names.append(name)
    return groups


def datatrove(folder: Path, scratch: Path) -> Groups:
    from datatrove.executor import LocalPipelineExecutor  # type: ignore[import-not-found]
    from datatrove.pipeline.dedup import minhash  # type: ignore[import-not-found]
    from datatrove.pipeline.readers import JsonlReader  # type: ignore[import-not-found]

    names = as_lines(folder, scratch / "lines" / "texts.jsonl")
    config = minhash.MinhashConfig(n_grams=RUN, num_buckets=BANDS, hashes_per_bucket=ROWS, seed=SEED)
    signatures, buckets, clusters = (str(scratch / stage) for stage in ("signatures", "buckets", "clusters"))
    stages = (
        (1, [JsonlReader(str(scratch / "lines")), minhash.MinhashDedupSignature(signatures, config=config)]),
        (BANDS, [minhash.MinhashDedupBuckets(signatures, buckets, config=config)]),
        (1, [minhash.MinhashDedupCluster(buckets, clusters, config=config, save_cluster_id=True)]),
    )
    for number, (tasks, pipeline) in enumerate(stages):
        LocalPipelineExecutor(pipeline, tasks=tasks, workers=1, logging_dir=str(scratch / f"log{number}")).run()
    found = Path(clusters) / f"{0:06d}.clusters"
    pairs = struct.iter_unpack("<2I", found.read_bytes() if found.exists() else b"")
    return grouped({names[document]: cluster for document, cluster in pairs})


def text_dedup(folder: Path, scratch: Path) -> Groups:
    from text_dedup.minhash import main  # type: ignore[import-not-found]

    lines = scratch / "lines" / "texts.jsonl"
    names = as_lines(folder, lines)
    given = {
        "path": "json", "data_files": lines, "split": "train", "column": "text", "cache_dir": scratch / "cache",
        "output": scratch / "kept", "num_proc": 1, "ngram": RUN, "num_perm": 128, "b": BANDS, "r": ROWS,
    }  # fmt: skip
    main([*(f"--{name}={value}" for name, value in given.items()), "--debug"], standalone_mode=False)
    with (scratch / "kept" / "uf.pkl").open("rb") as file:
        union = pickle.load(file)
    return grouped({names[number]: union.find(number) for number in list(union.parent)})


def grouped(clusters: Mapping[str, int]) -> Groups:
    """The names of each cluster together, but for those that are alone."""
    groups = defaultdict(list)
    for name, cluster in clusters.items():
        groups[cluster].append(name)
    return [group for group in groups.values() if len(group) > 1]


TOOLS: dict[str, Callable[[Path, Path], Groups]] = {"rensa": rensa, "datatrove": datatrove, "text-dedup": text_dedup}


if __name__ == "__main__":
    tool, folder, scratch = sys.argv[1:]
    (Path(scratch) / "groups.json").write_text(json.dumps(TOOLS[tool](Path(folder), Path(scratch))), encoding="utf-8")
