"""Texts -> how much of their runs of five words they share, counted plainly, and all pairs that share enough.

Nothing of the product is used here, since it is what the product is measured with.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from itertools import islice
from math import ceil

WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """The hashes of all runs of five words, case aside; of the whole where it is shorter."""
    words = WORD.findall(text.casefold())
    return frozenset(hash(" ".join(words[at : at + 5])) for at in range(max(1, len(words) - 4)))


def jaccard(a: Set[int], b: Set[int]) -> float:
    """Those that both have by those that either has, 0..1."""
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)


def alike(texts: Mapping[str, Set[int]], least: float) -> dict[tuple[str, str], float]:
    """All pairs of that Jaccard or more, names in order, with it: exact, by a prefix filter.

    With all shingles in one order, the rarest first, two such sets share one among the first n - ceil(least n) + 1 of
    each (Chaudhuri, Ganti and Kaushik 2006, "A primitive operator for similarity joins in data cleaning").
    """
    frequency = Counter(each for name in texts for each in texts[name])
    met: defaultdict[int, list[str]] = defaultdict(list)
    found = {}
    for name, own in texts.items():
        prefix = list(_prefix(own, frequency, least))
        for other in {other for each in prefix for other in met[each]}:
            if least * len(own) <= len(texts[other]) and least * len(texts[other]) <= len(own):
                similarity = jaccard(own, texts[other])
                if similarity >= least:
                    found[min(name, other), max(name, other)] = similarity
        for each in prefix:
            met[each].append(name)
    return found


def _prefix(own: Set[int], frequency: Counter[int], least: float) -> Iterator[int]:
    """The rarest of a set that decide, but for those that no other set has."""
    ordered = sorted(own, key=lambda each: (frequency[each], each))
    first = islice(ordered, len(own) - ceil(least * len(own)) + 1)
    return (each for each in first if frequency[each] > 1)
