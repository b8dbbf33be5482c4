"""How fast words and phrases are counted and key words found: `python tests/benchmarks/words.py [DIRECTORY]`.

Beside it, on the same texts in the same run, scikit-learn's CountVectorizer (words; words and all pairs of words), the
bare count that it rests on, and DuckDB's: what counts are the ratios.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer  # type: ignore[import-untyped]

from tasks.words.counts import count_words
from tasks.words.key_terms import key_terms, may_be_key
from tasks.words.keyness import Totals, keyness
from tasks.words.phrases import count_phrases
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
    print(f"{name:<36}{speed:>8.1f} MB/s{len(texts) / min(seconds):>10,.0f} documents/s")
    return speed


def vectorised(texts: Sequence[str], longest: int) -> object:
    """Count words, and all runs of up to so many."""
    return CountVectorizer(ngram_range=(1, longest)).fit_transform(texts)


def key_words(texts: Sequence[str]) -> None:
    """Print the fifteen key words of all texts, and how long it took to find them once they were counted."""
    uses = pd.DataFrame(
        [
            (found.term, str(number), found.uses)
            for number, text in enumerate(texts)
            for found in count_words(text, "en")
        ],
        columns=["term", "document", "count"],
    )
    reference = load()
    start = time.process_time()
    sizes = uses.groupby("document")["count"].sum().rename("words").reset_index()
    table = uses.groupby("term")["count"].agg(["sum", "size"]).reset_index()
    table = table.rename(columns={"sum": "count", "size": "documents"})
    table["reference_count"] = table["term"].map(reference.counts).fillna(0).astype("int64")
    totals = Totals(int(table["count"].sum()), reference.total)
    found = may_be_key(keyness(table, totals), len(texts), "en", 600)
    top = key_terms(found, uses[uses["term"].isin(found["term"])], sizes, totals).head(15)
    print(f"key words of {len(table):,} terms: {time.process_time() - start:.2f} s: {' '.join(top['term'])}")


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
    single = rate("CountVectorizer, words", lambda: vectorised(texts, 1), texts)
    pairs = rate("CountVectorizer, words and pairs", lambda: vectorised(texts, 2), texts)
    words = rate("count_words", lambda: sum(len(count_words(text, "en")) for text in texts), texts)
    phrases = rate("count_phrases", lambda: sum(len(count_phrases(text, "en")) for text in texts), texts)
    both = 1 / (1 / words + 1 / phrases)
    print(
        f"count_words takes {single / words:.2f} times as long as CountVectorizer, "
        f"{plain / words:.2f} times bare counts, {duck / words:.2f} times DuckDB"
    )
    print(f"both take {pairs / both:.2f} times as long as CountVectorizer for words and pairs")
    key_words(texts)


if __name__ == "__main__":
    default = Path(__file__).parents[2].parent / "shared" / "corpora" / "election"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
