"""Two texts -> the words that only one of them has, place by place, and how many of them are figures and dates."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from tasks.duplicates.figures import CALENDAR, is_day, is_fact
from tasks.text.tokens import words

_SPELLING = 0.7  # least likeness of two spellings of one name: "Jarnes" and "James", but not "Avery" and "Brindle"
_BLANK = "0"
_REWRITTEN = 100  # words of one side by words of the other
_THOUSANDS = re.compile(r"(?<=\d)[, \u00a0\u202f](?=\d{3}(?!\d))")
_GLUED = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff])(?=\d)|(?<=\d)(?=[\u3040-\u30ff\u3400-\u9fff])")  # 3人
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in one place: words of the earlier text only and of the later one only, case kept, in order.

    names: how many names of the one side another name of the other stands for, both counted.
    """

    removed: tuple[str, ...]
    added: tuple[str, ...]
    names: int = 0

    @property
    def replaced(self) -> int:
        """How many words of both sides face words of the other; none where one side is empty."""
        return len(self.removed) + len(self.added) if self.removed and self.added else 0

    @property
    def facts(self) -> int:
        """How many of these are numbers, weekdays and months that another stands for."""
        return 2 * min(sum(map(is_fact, self.removed)), sum(map(is_fact, self.added)))

    @property
    def days(self) -> int:
        """How many of these are weekdays, months and years that another stands for."""
        return 2 * min(sum(map(is_day, self.removed)), sum(map(is_day, self.added)))


@dataclass(frozen=True)
class Difference:
    """What sets two texts apart, place by place; its sums are reckoned once, when the rules ask."""

    changes: tuple[Change, ...]

    @cached_property
    def size(self) -> int:
        """How many words differ, on both sides together."""
        return sum(len(change.removed) + len(change.added) for change in self.changes)

    @cached_property
    def replaced(self) -> int:
        """How many of them were replaced, on both sides together."""
        return sum(change.replaced for change in self.changes)

    @cached_property
    def facts(self) -> int:
        """How many numbers, weekdays and months were replaced by others, on both sides together."""
        return sum(change.facts for change in self.changes)

    @cached_property
    def names(self) -> int:
        """How many names were replaced by others, on both sides together."""
        return sum(change.names for change in self.changes)

    @cached_property
    def respelt(self) -> int:
        """How many words, facts aside, face another spelling or misreading of themselves, on both sides together."""
        return sum(_respelt(change) for change in self.changes)

    @cached_property
    def named_places(self) -> int:
        """In how many places a name, a number or a day was replaced by another, a name in one of them at least."""
        return sum(1 for change in self.changes if change.names or change.facts) if self.names else 0

    @cached_property
    def moves_day(self) -> bool:
        """Whether a weekday, a month or a year was replaced by another."""
        return any(change.days for change in self.changes)

    @cached_property
    def fact_share(self) -> float:
        """Share of facts among the words that were replaced, 0..1; 0 where none were.

        What only one text has says nothing here: page numbers, telephone numbers and the day of the last update are the
        furniture of a copy, while a notice that tells new facts puts them where the old ones stood.
        """
        return self.facts / self.replaced if self.replaced else 0.0

    @cached_property
    def name_share(self) -> float:
        """Share of facts and names among the words that were replaced, 0..1; 0 where none were."""
        return min(1.0, (self.facts + self.names) / self.replaced) if self.replaced else 0.0


def forms(a: str, b: str) -> tuple[str, str]:
    """Give what is left of two texts when each run of numbers, days and names is one blank: the forms they fill in."""
    sides = words(a), words(b)
    common = {word.casefold() for side in sides for word in side if word[0].islower()}
    one, other = (_form(side, common) for side in sides)
    return one, other


def difference(a: str, b: str) -> Difference:
    """Compare an earlier text with a later one word by word, case and the spelling of figures aside.

    Words, but not figures, that each text has exactly once and in the same order are the anchors, as in Cohen's
    patience diff; between two anchors the words are compared as bags. So a figure that changes places with another
    is seen, a word that slips within its sentence is not, and the cost stays near linear where a minimal diff would
    be quadratic.
    """
    old, new = (words(_GLUED.sub(" ", _THOUSANDS.sub("", text))) for text in (a, b))
    common = {word.casefold() for word in (*old, *new) if word[0].islower()}
    changes = (_change(_surplus(gap, other), _surplus(other, gap), common) for gap, other in _parted(old, new))
    return Difference(tuple(change for change in changes if change.removed or change.added))


def _form(tokens: Sequence[str], common: Set[str]) -> str:
    left: list[str] = []
    for word in tokens:
        blank = is_fact(word) or _is_name(word, common)
        if not (blank and left and left[-1] == _BLANK):
            left.append(_BLANK if blank else word)
    return " ".join(left)


def _change(removed: tuple[str, ...], added: tuple[str, ...], common: Set[str]) -> Change:
    """common: words that are written small somewhere, and are no names where they are not."""
    if not (removed and added):
        return Change(removed, added)
    gone, come = ([word for word in side if _is_name(word, common)] for side in (removed, added))
    gone, come = _unlike(gone, come), _unlike(come, gone)
    return Change(removed, added, 2 * min(len(gone), len(come)))


def _respelt(change: Change) -> int:
    """How many words of a place face another spelling of themselves; none are looked for where much was rewritten."""
    if not change.replaced or len(change.removed) * len(change.added) > _REWRITTEN:
        return 0
    sides = [[word.casefold() for word in side if not is_fact(word)] for side in (change.removed, change.added)]
    alike = [
        sum(1 for word in one if get_close_matches(word, other, 1, _SPELLING)) for one, other in (sides, sides[::-1])
    ]
    joined = _joined(change)  # "newwing" for "new wing"
    return max(sum(alike), change.replaced if joined else 0)


def _joined(change: Change) -> bool:
    one, other = ("".join(side).casefold() for side in (change.removed, change.added))
    return one == other


def _is_name(word: str, common: Set[str]) -> bool:
    return len(word) > 2 and word[0].isupper() and word.casefold() not in common and not is_fact(word)


def _unlike(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """The names that are no spelling, and no misreading, of one of the others."""
    spelt = [other.casefold() for other in others]
    if len(names) * len(others) > _REWRITTEN:
        return [name for name in names if name.casefold() not in spelt]
    return [name for name in names if not get_close_matches(name.casefold(), spelt, 1, _SPELLING)]


def _key(token: str) -> str:
    """Give what a word is compared by: 3rd, 03 and 3 are one number, Tue and Tuesday one day, all apostrophes one."""
    folded = token.casefold().replace("’", "'")
    if folded[0].isdigit():
        return _ORDINAL.sub("", folded).lstrip("0") or "0"
    return CALENDAR.get(folded, folded)


def _parted(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Give what stands between one anchor and the next, in both texts."""
    for gone, come in gaps(list(map(_key, old)), list(map(_key, new))):
        yield old[gone], new[come]


def gaps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[slice, slice]]:
    """Give the places of both texts between one anchor and the next; the words are given as they are compared."""
    old_start = new_start = 0
    for old_end, new_end in [*_anchors(_once(old), _once(new)), (len(old), len(new))]:
        if old_end > old_start or new_end > new_start:
            yield slice(old_start, old_end), slice(new_start, new_end)
        old_start, new_start = old_end + 1, new_end + 1


def _anchors(old: dict[str, int], new: dict[str, int]) -> list[tuple[int, int]]:
    """Give the places of shared words in both texts: the longest run of them that keeps its order in both."""
    pairs = [(place, new[word]) for word, place in old.items() if word in new]
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


def _once(keys: Sequence[str]) -> dict[str, int]:
    """Give the words that stand once, no figures, with their places, in order."""
    counts = Counter(keys)
    return {key: place for place, key in enumerate(keys) if counts[key] == 1 and not key[0].isdigit()}


def _surplus(gap: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Give the words of a gap that the other gap does not have, or has less often."""
    left = Counter(map(_key, other))
    surplus = []
    for word in gap:
        if left[key := _key(word)]:
            left[key] -= 1
        else:
            surplus.append(word)
    return tuple(surplus)
