"""How often steady words of real news leave their expected range: `python tests/benchmarks/trends.py`.

Every word that is expected at least three times in a period is compared with the eight periods before: weeks of the
election year, months of digitalgov. Not every one that leaves its range is a false alarm, as there is news in both; a
range that holds what it says should be left by little more than its nominal share. Beside ours the Poisson range with
the same past, by scipy.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
from scipy.stats import nbinom  # type: ignore[import-untyped]

from tasks.words.counts import count_words
from tasks.words.trends import ABOVE, BELOW, LEAST_EXPECTED, Counts, trends
from tests.benchmarks.product import CORPORA

HISTORY = 8


def weeks(folder: Path) -> Iterator[tuple[str, str]]:
    """The election's files: ISO week and text."""
    for file in sorted(folder.glob("*.txt")):
        year, week, _ = date.fromisoformat(file.name.split("_")[1]).isocalendar()
        yield f"{year}-W{week:02}", file.read_text(encoding="utf-8", errors="replace")


def months(folder: Path) -> Iterator[tuple[str, str]]:
    """The posts of digitalgov: month and text."""
    for file in sorted(folder.rglob("*.md")):
        text = file.read_text(encoding="utf-8", errors="replace")
        found = re.match(r"\d{4}-\d\d", file.name) or re.search(r"(?<=\ndate: )\d{4}-\d\d", text)
        if found:
            yield found.group(), text


def counted(texts: Iterator[tuple[str, str]]) -> tuple[Counts, Counts]:
    """Counts by word and period, and the words of each period."""
    periods: dict[str, Counter[str]] = {}
    for period, text in texts:
        periods.setdefault(period, Counter()).update({each.term: each.uses for each in count_words(text, "en")})
    names = sorted(periods)
    total = sum((periods[name] for name in names), Counter[str]())
    terms = sorted(term for term, count in total.items() if count >= 20)
    counts = np.array([[periods[name][term] for name in names] for term in terms], dtype=np.int64)
    return counts, np.array([periods[name].total() for name in names], dtype=np.int64)


def poisson(past: Counts, words: Counts, count: Counts, size: int) -> tuple[int, int]:
    """How many counts are above and below the range that a Poisson rate, told by the past, gives."""
    shape, share = past.sum(axis=1) + 0.5, words.sum() / (words.sum() + size)
    above = nbinom.sf(count - 1, shape, share) < ABOVE
    return int(above.sum()), int((nbinom.cdf(count, shape, share) < BELOW).sum())


def main() -> None:
    """Print the shares."""
    for name, texts in (("election", weeks(CORPORA / "election")), ("digitalgov", months(CORPORA / "digitalgov"))):
        counts, sizes = counted(texts)
        tried, ours, plain = 0, Counter[str](), np.zeros(2, dtype=np.int64)
        for last in range(HISTORY, sizes.size):
            part, words = counts[:, last - HISTORY : last + 1], sizes[last - HISTORY : last + 1]
            found = trends(part, words)
            kept = np.array([each.expected >= LEAST_EXPECTED for each in found])
            tried += int(kept.sum())
            ours.update(each.change for each in found if each.expected >= LEAST_EXPECTED)
            plain += poisson(part[kept, :-1], words[:-1], part[kept, -1], int(words[-1]))
        above, below = ours["risen"] + ours["new"], ours["fallen"] + ours["gone"]
        print(
            f"{name}: {tried:,} words and periods; above {above / tried:.2%} (Poisson {plain[0] / tried:.2%}), "
            f"below {below / tried:.2%} (Poisson {plain[1] / tried:.2%})"
        )
    print(f"nominal: above {ABOVE:.1%}, below {BELOW:.1%}")


if __name__ == "__main__":
    main()
