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


def carried(rule: str, changes: Iterable[Change]) -> set[int]:
    """Where the places lie, once all passes are done, at which `rule` made its changes.

    A place inside something that a later pass replaced goes to the replacement's end.
    """
    places: list[int] = []
    for _, group in groupby(changes, key=lambda change: change.step):
        edits = list(group)
        places = sorted([*places, *(edit.start for edit in edits if edit.rule == rule)])
        places = list(_moved(places, edits)) if places else []
    return set(places)


def _moved(places: Iterable[int], edits: Sequence[Change]) -> Iterator[int]:
    """Sorted places after the edits of one pass."""
    shift = done = 0
    for place in places:
        while done < len(edits) and edits[done].end <= place and edits[done].start < place:
            shift += len(edits[done].after) - len(edits[done].before)
            done += 1
        inside = done < len(edits) and edits[done].start < place
        yield edits[done].start + shift + len(edits[done].after) if inside else place + shift


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
