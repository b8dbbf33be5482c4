"""A text -> its sentences as they are read around quotations: each marked span is one piece, whatever stands in it.

So "'Why? Nobody knows,' she said" is one sentence of three pieces and a comma.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tasks.entities.quotes.marks import Mark, Span, marks
from tasks.entities.tokens import tokens
from tasks.text.paragraphs import paragraphs
from tasks.text.sentences import sentences

_LONGEST = 400  # pieces that are read at once
ENDS = frozenset(".,!?…;—–-")  # a marked span that ends with one of these is a sentence or a part of one


class Piece(NamedTuple):
    """A token, or a marked span with its marks; word: in small letters, "" for a span.

    full: the marked span ends as a sentence or a part of one does, with a comma or a full stop.
    """

    start: int
    end: int
    word: str
    capital: bool = False
    mark: Mark | None = None
    full: bool = False


class Sentence(NamedTuple):
    """A sentence in pieces, and the number of its paragraph."""

    pieces: list[Piece]
    paragraph: int


def read(text: str) -> list[Sentence]:
    """Give the sentences of `text`, none empty."""
    spans = [(paragraph.start, paragraph.end) for paragraph in paragraphs(text)]
    found = []
    for number, (span, own) in enumerate(zip(spans, marks(text, spans), strict=True)):
        masked = _masked(text, span, own)
        for start, end in sentences(masked):
            pieces = list(_pieces(text, (span[0] + start, span[0] + end), own))
            found += [Sentence(pieces[at : at + _LONGEST], number) for at in range(0, len(pieces), _LONGEST)]
    return found


def _masked(text: str, span: Span, own: Sequence[Mark]) -> str:
    """Give the paragraph with nothing inside its marked spans that could end a sentence but their last character."""
    parts = []
    at = span[0]
    for mark in own:
        last = text[mark.end - 1]
        inside = "X" + "x" * (mark.end - mark.start - 2)
        parts += [text[at : mark.start], inside, last if mark.end - mark.start > 1 else ""]
        at = mark.end
    return "".join(parts) + text[at : span[1]]


def _pieces(text: str, span: Span, own: Sequence[Mark]) -> Iterator[Piece]:
    """Give the pieces of one sentence."""
    at = span[0]
    for mark in own[bisect_left(own, at, key=lambda one: one.outer_start) :]:
        if mark.outer_start >= span[1]:
            break
        yield from _tokens(text, at, mark.outer_start)
        yield Piece(mark.outer_start, mark.outer_end, "", mark=mark, full=text[mark.end - 1] in ENDS)
        at = mark.outer_end
    yield from _tokens(text, at, span[1])


def _tokens(text: str, start: int, end: int) -> Iterator[Piece]:
    for one, other in tokens(text[start:end]):
        word = text[start + one : start + other]
        yield Piece(start + one, start + other, word.lower().replace("’", "'"), word[0].isupper())
