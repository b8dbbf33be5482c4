"""Raw text -> the table of cases: how often a word has a capital inside sentences, in six steps.

Not needed to run anything: `python -m tasks.entities.training.cases ../shared` writes the table again in two minutes.
The same raw text as for the word clusters, without the held-out articles.
"""

import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from tasks.entities.training.clusters import sentences_of

STEPS = (0.01, 0.06, 0.25, 0.6, 0.95)  # shares of capitals at which the next step begins
_FEWEST = 8  # occurrences of a word
_LONGEST = 25  # characters of a word
_SHORT = 6  # words of a line that may be a heading
_OPENERS = frozenset("\"'“‘:.(*-–—•;!?[|/…")
_TARGET = Path(__file__).parents[1] / "data" / "cases.tsv"
_HEAD = (
    "# How often words have a capital inside sentences (0 hardly ever, 5 always): the step, the words.\n"
    "# Counts of raw news and public posts; by tasks/entities/training/cases.py.\n"
)


def shares(lines: Iterable[list[str]]) -> dict[str, float]:
    """Give the share of capitals for each word in small letters, counted where nothing but a name asks for one."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for words in lines:
        written = sum(map(str.islower, words))
        if len(words) < _SHORT or 2 * written < sum(word[0].isalpha() for word in words):
            continue
        before = "."
        for word in words:
            if word[0].isalpha() and before not in _OPENERS:
                if word.islower():
                    small[word] += 1
                elif word[1:].islower():
                    capital[word.lower()] += 1
            before = word
    counts = {word: small[word] + capital[word] for word in small | capital if 1 < len(word) <= _LONGEST}
    return {word: capital[word] / count for word, count in counts.items() if count >= _FEWEST}


def write(shared: Path) -> None:
    """Write the table: the step, and its words."""
    members: dict[int, list[str]] = defaultdict(list)
    for word, share in shares(sentences_of(shared)).items():
        members[bisect_right(STEPS, share)].append(word)
    rows = (f"{step}\t{' '.join(sorted(members[step]))}\n" for step in sorted(members))
    _TARGET.write_text(_HEAD + "".join(rows), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
