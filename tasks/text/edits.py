"""A text and the edits of one pass in, the edited text out; a list of changes replayed; offsets carried across."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from tasks.records import Change

SPACE = re.compile("([ \u00a0])")


class Edit(NamedTuple):
    """text[start:end] is to become `after`; rule: the name that it is counted under."""

    rule: str
    start: int
    end: int
    after: str


class Replacement(Protocol):
    """What an edit and a change have in common."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def after(self) -> str: ...  # noqa: D102


def apply(text: str, edits: Iterable[Replacement]) -> str:
    """The text with edits made that are sorted and do not overlap."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += text[done : edit.start], edit.after
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)


def replay(raw: str, changes: Iterable[Change]) -> str:
    """The clean text, made from the raw one by applying the changes pass after pass."""
    for _, edits in groupby(changes, key=lambda change: change.step):
        raw = apply(raw, edits)
    return raw


def carried(offset: int, changes: Sequence[Change], since: int) -> int:
    """Where a place in the text as it stood before pass `since` lies once all passes are done.

    A place inside something replaced goes to the replacement's end.
    """
    for _, edits in groupby((each for each in changes if each.step >= since), key=lambda change: change.step):
        shift = 0
        for edit in edits:
            if edit.start >= offset:
                break
            inside = max(0, edit.end - offset)
            shift += len(edit.after) - (edit.end - edit.start) + inside
        offset += shift
    return offset


def by_word(rule: str, start: int, before: str, after: str) -> Iterator[Edit]:
    """The edits that turn `before` (which begins at `start`) into `after`: word by word where both have as many."""
    if before == after:
        return
    old, new = SPACE.split(before), SPACE.split(after)  # words and the spaces between them, in turn
    if len(old) != len(new):
        old, new = [before], [after]
    for one, other in zip(old, new, strict=True):
        if one != other:
            yield Edit(rule, start, start + len(one), other)
        start += len(one)
