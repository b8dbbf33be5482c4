"""Two texts -> whether they tell of the same people, places and numbers outside the passages that they share.

What tells one story from another is whom and what it names. Passages that both texts have are left out, as a
letterhead, an "about us" or a paragraph of background can stand under any number of stories of one sender.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.text.tokens import is_number, words

_RUN = 5  # words: a run of so many that both have belongs to a shared passage


@dataclass(frozen=True, slots=True)
class Told:
    """What two texts both name. common: names and numbers; overlap: their share of the fewer of the two, 0..1."""

    common: int
    overlap: float


def told_by_both(a: str, b: str) -> Told:
    """Compare the names and numbers of the parts of two texts that only one of them has."""
    one, other = words(a), words(b)
    small = {word for word in (*one, *other) if word[0].islower()}
    mine, others = (_telling(each, small) for each in _apart(one, other))
    fewer = min(len(mine), len(others))
    common = len(mine & others)
    return Told(common, common / fewer if fewer else 0.0)


def _apart(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of both texts that stand in no run that the other has too."""
    folded = [[word.casefold() for word in each] for each in (one, other)]
    runs = [list(zip(*(each[start:] for start in range(_RUN)), strict=False)) for each in folded]
    shared = set(runs[0]) & set(runs[1])
    return _without(one, runs[0], shared), _without(other, runs[1], shared)


def _without(tokens: Sequence[str], runs: Sequence[tuple[str, ...]], shared: set[tuple[str, ...]]) -> list[str]:
    covered = bytearray(len(tokens))
    for start, run in enumerate(runs):
        if run in shared:
            covered[start : start + _RUN] = b"\1" * _RUN
    return [word for word, inside in zip(tokens, covered, strict=True) if not inside]


def _telling(tokens: Sequence[str], small: set[str]) -> set[str]:
    """The names (written large wherever they stand in either text) and the numbers of two figures and more, folded.

    small: the words that are written small somewhere.
    """
    names = {word.casefold().removesuffix("'s").removesuffix("’s") for word in tokens if _is_name(word, small)}
    return names | {word for word in tokens if len(word) > 1 and is_number(word)}


def _is_name(word: str, small: set[str]) -> bool:
    return len(word) > 2 and word[0].isupper() and word.casefold() not in small
