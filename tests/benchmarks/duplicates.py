"""How fast texts are signed and decided: `python tests/benchmarks/duplicates.py [DIRECTORY] [EVERY]`.

Beside it a plain Python version of the same method (a hash for each 5-gram, 128 permutations in one array operation a
text), on the same texts in the same run: what counts is the ratio.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from tasks.duplicates.relate import Earlier, Signed, decide
from tasks.duplicates.signatures import sign

WORD = re.compile(r"\w+")
PRIME = np.uint64((1 << 61) - 1)
PERMUTATIONS = np.random.default_rng(1).integers(1, 1 << 31, (2, 128, 1), dtype=np.uint64)


def naive(text: str) -> list[int]:
    """Sign a text the plain way: strings of five words, a hash each, 128 linear permutations."""
    words = WORD.findall(text.casefold())
    hashes = {crc32(" ".join(words[start : start + 5]).encode()) for start in range(max(1, len(words) - 4))}
    shingles = np.fromiter(hashes, dtype=np.uint64)
    signature = ((PERMUTATIONS[0] * shingles + PERMUTATIONS[1]) % PRIME).min(axis=1)
    return [hash(signature[start : start + 5].tobytes()) for start in range(0, 125, 5)]


def rate(name: str, run: Callable[[], object], texts: Sequence[str]) -> float:
    """Print and give documents a second of processor time."""
    start = time.process_time()
    run()
    seconds = time.process_time() - start
    megabytes = sum(map(len, texts)) / 1e6
    print(f"{name:<28}{len(texts) / seconds:>10,.0f} documents/s{megabytes / seconds:>9.1f} MB/s")
    return len(texts) / seconds


def main(directory: Path, every: int) -> None:
    """Measure on every n-th file of a directory."""
    paths = sorted(directory.glob("*.txt"))[::every]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    sign(texts[0])  # its tables are made once a process
    print(f"{len(texts):,} texts, {sum(map(len, texts)) / 1e6:.1f} million characters")
    plain = rate("plain Python", lambda: [naive(text) for text in texts[::10]], texts[::10])
    ours = rate("sign", lambda: [sign(text) for text in texts], texts)
    documents = []
    for path, text in zip(paths, texts, strict=True):
        signature = sign(text)
        documents.append(Signed(path.name, (path.name,), text, signature.text_hash, keys=signature.keys))
    found = decide(documents, Earlier()).relations
    rate("decide (find, verify, judge)", lambda: decide(documents, Earlier()), texts)
    print(f"sign is {ours / plain:.1f} times as fast as plain Python")
    print("relations: " + ", ".join(f"{kind} {count}" for kind, count in Counter(r.relation for r in found).items()))


if __name__ == "__main__":
    default = Path(__file__).parents[2].parent / "shared" / "corpora" / "releases"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
