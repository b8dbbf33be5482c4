"""Two texts -> the words that only one of them has, place by place, and how many of those are figures and dates."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.text.tokens import is_number, words

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_NUMERALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen first second third fourth fifth sixth seventh eighth ninth tenth"
)
_CALENDAR = frozenset(f"{_WEEKDAYS} {_MONTHS}".split())
_COUNTING = frozenset(_NUMERALS.split())


@dataclass(frozen=True, slots=True)
class Difference:
    """What sets two texts apart: words of the first only and of the second only, case kept, in order of place."""

    removed: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def facts(self) -> int:
        """How many of these words are numbers, weekdays or months."""
        return sum(map(is_fact, self.removed)) + sum(map(is_fact, self.added))

    @property
    def size(self) -> int:
        """How many words differ, on both sides together."""
        return len(self.removed) + len(self.added)

    @property
    def fact_share(self) -> float:
        """Share of facts among the words that differ, 0..1; 0 where none differ."""
        return self.facts / self.size if self.size else 0.0


def is_fact(word: str) -> bool:
    """Tell whether a word is a number, in figures or letters, or a weekday or month ("May", but not "may")."""
    folded = word.casefold()
    return is_number(word) or folded in _COUNTING or (word[0].isupper() and folded in _CALENDAR)


def difference(a: str, b: str) -> Difference:
    """Compare two texts word by word, case aside.

    Words that each text has exactly once and in the same order are the anchors, as in Cohen's patience diff; between
    two anchors the words are compared as bags. So a figure that changes places with another is seen, a word that
    slips within its sentence is not, and the cost stays near linear where a minimal diff would be quadratic.
    """
    old, new = words(a), words(b)
    removed: list[str] = []
    added: list[str] = []
    for old_gap, new_gap in _gaps(old, new):
        removed += _surplus(old_gap, new_gap)
        added += _surplus(new_gap, old_gap)
    return Difference(tuple(removed), tuple(added))


def _gaps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Give what stands between one anchor and the next, in both texts."""
    old_start = new_start = 0
    for old_end, new_end in [*_anchors(old, new), (len(old), len(new))]:
        yield old[old_start:old_end], new[new_start:new_end]
        old_start, new_start = old_end + 1, new_end + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Give the places of the words that stand once in each text: the longest run of them that keeps its order."""
    there = _once(new)
    pairs = [(place, there[word]) for word, place in _once(old).items() if word in there]
    tops: list[int] = []  # by length of run: the smallest place in `new` that such a run ends with
    ends: list[int] = []  # by length of run: the pair it ends with
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [index]
        before.append(ends[length - 1] if length else -1)
    run: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _once(tokens: Sequence[str]) -> dict[str, int]:
    """Give the words that stand once, case aside, with their places, in order."""
    counts = Counter(map(str.casefold, tokens))
    return {word: place for place, token in enumerate(tokens) if counts[word := token.casefold()] == 1}


def _surplus(gap: Sequence[str], other: Sequence[str]) -> list[str]:
    """Give the words of a gap that the other gap does not have, or has less often."""
    left = Counter(map(str.casefold, other))
    surplus = []
    for word in gap:
        if left[folded := word.casefold()]:
            left[folded] -= 1
        else:
            surplus.append(word)
    return surplus
