"""Two texts in, the lines out that show a person on a terminal what they share and where they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.duplicates.passages import edits, shared
from tasks.records import BriefedChange

PASSAGES, PASSAGE_WORDS = 3, 40
PLACES = 8
LEAST = 12  # words: fewer in a row are no passage


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands around words that only the earlier text has, and around those that only the later one has."""

    removed: tuple[str, str]
    added: tuple[str, str]


PLAIN = Marks(("[-", "-]"), ("{+", "+}"))
COLOURED = Marks(("\x1b[31m", "\x1b[0m"), ("\x1b[32m", "\x1b[0m"))


def passages(old: str, new: str) -> list[str]:
    """The longest passages that both texts have, a line each, after one that says how many there are."""
    found = shared(old, new, LEAST)
    if not found:
        return [f"No passage of {LEAST} words or more stands in both in one order."]
    return [_headed("Shared", len(found), PASSAGES, "passage"), *map(_passage, found[:PASSAGES])]


def places(old: str, new: str, direction: str, marks: Marks) -> list[str]:
    """The first places that differ, a line each, after one that says how many there are.

    direction: from which text to which, in words.
    """
    found = edits(old, new)
    if not found:
        return ["No word differs, case and punctuation aside."]
    head = _headed("Different", len(found), PLACES, "place")
    return [f"{head}, {direction}", *(f"  {' '.join(_parts(each, marks))}" for each in found[:PLACES])]


def _headed(what: str, count: int, most: int, noun: str) -> str:
    told = f"{what}: {count:,} {noun}{'' if count == 1 else 's'}"
    return told if count <= most else f"{told}, of which {most}"


def _passage(text: str) -> str:
    words = text.split(" ")
    if len(words) <= PASSAGE_WORDS:
        return f"  “{text}”"
    return f"  “{' '.join(words[:PASSAGE_WORDS])} …” ({len(words):,} words)"


def _parts(change: BriefedChange, marks: Marks) -> Iterator[str]:
    if change.before:
        yield f"… {change.before}"
    yield from _marked(change.removed, marks.removed)
    yield from _marked(change.added, marks.added)
    if change.after:
        yield f"{change.after} …"


def _marked(words: str, marks: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"{marks[0]}{words}{marks[1]}"
