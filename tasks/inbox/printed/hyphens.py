"""Two parts of a word that a line's end parted in, the word whole out, with or without its hyphen."""

from collections.abc import Callable, Sequence
from functools import cache

from tasks.inbox.printed.lines import Line

SHORT = 4  # letters: what is shorter may be a word, and is a prefix much more often ("in-formation")
PREFIXES = frozenset(("over", "under", "after", "some", "with", "every", "counter", "inter", "super", "trans"))
STOPS = ",.;:)"  # commoner than others after a word: one that has another beside it may be met without it too
POINTS = ',.;:()[]“”"’‘'

Mend = Callable[[str, str], str]


def mender(lines: Sequence[Line]) -> Mend:
    """A function that says what stands between two lines of which the first ended in a hyphen: "-" or nothing.

    lines: of the whole document; they are read when the first hyphen is met, as which words there are elsewhere tells
    what is meant by this one.
    """

    @cache
    def words() -> frozenset[str]:
        text = " ".join(_whole(lines)).lower().replace("\u2010", "-")
        for point in STOPS:
            text = text.replace(point, " ")
        return frozenset(text.split())

    def mend(before: str, after: str) -> str:
        left = before[before.rfind(" ") + 1 :].strip(POINTS)
        right = after[: after.find(" ") if " " in after else None].strip(POINTS)
        return "-" if _keeps(left, right, words()) else ""

    return mend


def _whole(lines: Sequence[Line]) -> list[str]:
    """The texts of the lines without the parts of words at their broken ends."""
    texts = [line.text for line in lines]
    for number in [number for number, line in enumerate(lines) if line.broken]:
        texts[number] = texts[number][: texts[number].rfind(" ") + 1]
        if number + 1 < len(texts):
            texts[number + 1] = texts[number + 1].partition(" ")[2]
    return texts


def _keeps(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether the hyphen is the word's own: it is met so elsewhere, or both its parts are words of their own."""
    left, right = before.lower(), after.lower()
    if left + right in words:
        return False
    if not before[-1:].isalpha() or not after[:1].islower() or f"{left}-{right}" in words:
        return True
    both = left in words and right in words
    return both and min(len(left), len(right)) >= SHORT and left not in PREFIXES
