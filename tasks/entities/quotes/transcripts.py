"""A paragraph that begins with a name and a colon, as interviews are printed -> who speaks, and where that begins."""

import re
from collections.abc import Sequence

from tasks.entities.quotes.marks import Span
from tasks.entities.quotes.reading import Piece

_SHOUTED = re.compile(r"[\"“]?\s*((?:[A-Z][A-Z.'’-]*[A-Z.] ?){1,5})(?:\([^)\n]{1,40}\))?:\s+(?=\S)")
_NOBODY = re.compile(r"(?:PHOTOS?|UPDATED?|NOTE|WATCH|READ|VIDEO|SOURCES?|RELATED|MORE|LIVE|BREAKING|CORRECTION|ABSTRACT|CLARIFICATION|EXCLUSIVE|ADVERTISEMENT|CREDITS?)\b")


def shouted(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """Give the name in capitals that opens text[start:end], and where what its bearer says begins."""
    found = _SHOUTED.match(text, start, end)
    if found is None or _NOBODY.match(found.group(1)):
        return None
    return (found.start(1), found.start(1) + len(found.group(1).rstrip())), found.end()


def labelled(pieces: Sequence[Piece], people: frozenset[int]) -> int | None:
    """Give the place of the colon behind a person's name that opens a sentence: "Anna Berg: ...", None if there is none.

    people: the places of pieces that belong to names of people.
    """
    for at, piece in enumerate(pieces[:6]):
        if piece.word == ":":
            return at if at and all(i in people for i in range(at)) and at + 1 < len(pieces) else None
    return None
