"""How fast words are counted and key words found: `python tests/benchmarks/words.py [DIRECTORY]`.

Beside it the bare count that a vectoriser makes (two word characters or more, lower case) and DuckDB's, on the same
texts in the same run: what counts is the ratio, which is to stay under 2.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pandas as pd

from tasks.words.counts import count_words
from tasks.words.keyness import Totals, key_words, keyness
from tasks.words.reference import load

WORD = re.compile(r"(?u)\b\w\w+\b")
DUCKDB = """
select number, term, count(*)
from (select number, unnest(regexp_extract_all(lower(text), '[\\pL\\pN_]{2,}')) as term from texts)
group by all
"""


def bare(text: str) -> Counter[str]:
    """Count as a bag-of-words vectoriser does."""
    return Counter(WORD.findall(text.lower()))


def rate(name: str, run: Callable[[], object], texts: Sequence[str]) -> float:
    """Print and give megabytes (million characters) a second, the best of three."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    speed = sum(map(len, texts)) / 1e6 / min(seconds)
    print(f"{name:<28}{speed:>8.1f} MB/s{len(texts) / min(seconds):>10,.0f} documents/s")
    return speed


def main(directory: Path) -> None:
    """Measure on the text files of a directory."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(directory.glob("*.txt"))]
    frame = pd.DataFrame({"number": range(len(texts)), "text": texts})
    database = duckdb.connect()
    database.execute("set threads = 1")
    database.register("texts", frame)
    print(f"{len(texts):,} texts, {sum(map(len, texts)) / 1e6:.1f} million characters")
    plain = rate("bare counts", lambda: sum(len(bare(text)) for text in texts), texts)
    duck = rate("DuckDB, one thread", lambda: database.execute(DUCKDB).fetchall(), texts)
    ours = rate("count_words", lambda: sum(len(count_words(text)) for text in texts), texts)
    print(f"count_words takes {plain / ours:.2f} times as long as bare counts, {duck / ours:.2f} times DuckDB's")

    counts: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for text in texts:
        for found in count_words(text):
            counts[found.term] += found.count
            documents[found.term] += 1
    reference = load()
    table = pd.DataFrame(
        {
            "term": list(counts),
            "count": list(counts.values()),
            "documents": [documents[term] for term in counts],
            "reference_count": [reference.counts.get(term, 0) for term in counts],
        }
    )
    totals = Totals(counts.total(), len(texts), reference.total)
    start = time.process_time()
    top = key_words(keyness(table, totals), limit=15)
    print(f"keyness of {len(table):,} terms: {time.process_time() - start:.2f} s: {' '.join(top['term'])}")


if __name__ == "__main__":
    default = Path(__file__).parents[2].parent / "shared" / "corpora" / "election"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
