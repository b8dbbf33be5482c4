"""Two texts in, what a person looks at to see how they differ out: the places that changed, and the passages shared."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tasks.duplicates.difference import gaps
from tasks.records import BriefedChange

_WORD = re.compile(r"\S+")
_MARKS = re.compile(r"^\W+|\W+$")
CONTEXT = 6  # words shown on either side of a change
_BETWEEN = 2  # words: changes no farther apart are shown as one
_MOST = 1_000_000  # words by words that are compared one by one; a larger place is shown as one
_LONGEST = 60  # words of one side of a change that are shown


def edits(old: str, new: str) -> list[BriefedChange]:
    """The places where the later text differs from the earlier one, in order, case and punctuation aside."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    changes = _changes(list(map(_key, before)), list(map(_key, after)))
    return [_edit(before, after, gone, come) for gone, come in _joined(changes)]


def shared(old: str, new: str, least: int = 12) -> list[str]:
    """The passages of `least` words and more that both have in one order, as the later has them, longest first."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    start, found = 0, []
    ends = slice(len(before), len(before)), slice(len(after), len(after))
    for _, come in [*_changes(list(map(_key, before)), list(map(_key, after))), ends]:
        if come.start - start >= least:
            found.append(after[start : come.start])
        start = come.stop
    return [" ".join(each) for each in sorted(found, key=len, reverse=True)]


def _key(word: str) -> str:
    return _MARKS.sub("", word.casefold()) or word


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[slice, slice]]:
    """The places that differ: between the words that stand once in both, compared word by word."""
    for gone, come in gaps(old, new):
        if (gone.stop - gone.start) * (come.stop - come.start) > _MOST:
            yield gone, come
            continue
        matcher = SequenceMatcher(None, old[gone], new[come], autojunk=False)
        for tag, first, last, begin, end in matcher.get_opcodes():
            if tag != "equal":
                yield slice(gone.start + first, gone.start + last), slice(come.start + begin, come.start + end)


def _joined(changes: Iterator[tuple[slice, slice]]) -> Iterator[tuple[slice, slice]]:
    """The changes, with those that all but touch made one."""
    held: tuple[slice, slice] | None = None
    for gone, come in changes:
        if held and come.start - held[1].stop <= _BETWEEN and gone.start - held[0].stop <= _BETWEEN:
            held = slice(held[0].start, gone.stop), slice(held[1].start, come.stop)
            continue
        if held:
            yield held
        held = gone, come
    if held:
        yield held


def _edit(old: Sequence[str], new: Sequence[str], gone: slice, come: slice) -> BriefedChange:
    return BriefedChange(
        before=" ".join(new[max(0, come.start - CONTEXT) : come.start]),
        removed=_cut(old[gone]),
        added=_cut(new[come]),
        after=" ".join(new[come.stop : come.stop + CONTEXT]),
    )


def _cut(words: Sequence[str]) -> str:
    """The words, with the middle left out where they are many."""
    if len(words) <= _LONGEST:
        return " ".join(words)
    half = _LONGEST // 2
    return " ".join((*words[:half], f"[… {len(words) - 2 * half:,} words …]", *words[-half:]))
