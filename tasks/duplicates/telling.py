"""Two texts -> the passages they share, and whether they tell of the same people, places and numbers beside those.

What tells one story from another is whom and what it names. Passages that both texts have are left out of that, as a
letterhead, an "about us" or a paragraph of background can stand under any number of stories of one sender.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tasks.text.tokens import is_number

_RUN = 5  # words: a run of so many that both have belongs to a shared passage
_LEAST = 12  # words of a passage that is worth looking at
_WORD = re.compile(r"\S+")
_MARKS = "\"'“”‘’«»„()[]{}<>.,;:!?…–—-*/|"


@dataclass(frozen=True, slots=True)
class Told:
    """What two texts both tell.

    common: how many names and numbers, outside the passages they share; overlap: their share of the fewer of the two,
    0..1. passages: what stands in both word for word, as the first writes it.
    """

    common: int
    overlap: float
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as its words.

    runs: hashes of the runs that begin at each. small: the words written small. telling: those that may be names or
    numbers, folded, with their places; named: whether it would be a name.
    """

    written: list[str]
    runs: list[int]
    small: frozenset[str]
    telling: list[tuple[int, str, bool]]


def told_by_both(a: str, b: str) -> Told:
    """Compare the passages of two texts, and the names and numbers of the parts that only one of them has."""
    one, other = _read(a), _read(b)
    shared = set(one.runs) & set(other.runs)
    small = one.small | other.small
    covered, uncovered = _covered(one, shared), _covered(other, shared)
    mine, others = _telling(one, covered, small), _telling(other, uncovered, small)
    fewer, common = min(len(mine), len(others)), len(mine & others)
    return Told(common, common / fewer if fewer else 0.0, tuple(_passages(one, covered)))


@lru_cache(maxsize=64)
def _read(text: str) -> _Read:
    written = _WORD.findall(text)
    bare = [word.strip(_MARKS).removesuffix("'s").removesuffix("’s") for word in written]
    folded = [word.casefold() for word in bare]
    return _Read(
        written=written,
        runs=list(map(hash, zip(*(folded[start:] for start in range(_RUN)), strict=False))),
        small=frozenset(word for word in bare if word.islower()),
        telling=[
            (place, folded[place], named)
            for place, word in enumerate(bare)
            if len(word) > 1
            and not word.islower()
            and ((named := len(word) > 2 and word[0].isupper()) or is_number(word))
        ],
    )


def _covered(read: _Read, shared: set[int]) -> bytearray:
    """For each word, whether it stands in a run that the other text has too."""
    covered = bytearray(len(read.written))
    for start, run in enumerate(read.runs):
        if run in shared:
            covered[start : start + _RUN] = b"\1" * _RUN
    return covered


def _passages(read: _Read, covered: bytearray) -> Iterator[str]:
    """The longer runs that are covered and are sentences: written small for the most part, as letterheads are not.

    The single letters of a typewriter that  s p a c e d  them are no words: all texts share runs of those.
    """
    for found in re.finditer(rb"\x01{%d,}" % _LEAST, covered):
        passage = read.written[found.start() : found.end()]
        if sum(len(word) > 1 and word.islower() for word in passage) * 2 >= len(passage):
            yield " ".join(passage)


def _telling(read: _Read, covered: bytearray, small: frozenset[str]) -> set[str]:
    """The names (written large wherever they stand in either text) and the numbers of two figures and more, folded."""
    return {word for place, word, named in read.telling if not covered[place] and not (named and word in small)}
