"""A text -> its mentions of people, organisations, places and groups, by the tagger that this project trained."""

import re
from collections.abc import Iterator
from typing import cast

from tasks.entities import model
from tasks.entities.agreement import Named, Span, agreed
from tasks.entities.boundaries import mended
from tasks.entities.casing import recased
from tasks.entities.evidence import evidence
from tasks.entities.features import features, stretches
from tasks.entities.joins import joined
from tasks.entities.places import kind_of_place
from tasks.entities.tokens import tokens
from tasks.records import Kind, Mention
from tasks.text.sentences import sentences

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # the tagger takes what UTF-8 can carry
_LONGEST = 200  # tokens that are tagged at once


def recognise(text: str) -> list[Mention]:
    """Give the mentions in `text`: sorted, not overlapping, offsets in characters into `text`; in linear time."""
    readable = _HALF_CHARACTER.sub("\ufffd", text)
    spans = [chunk for start, end in sentences(text) for chunk in _chunks(tokens(readable[start:end]), start)]
    words = recased([[readable[a:b] for a, b in chunk] for chunk in spans])
    known = evidence(words)
    found: list[Named] = []
    for chunk, chunk_words in zip(spans, words, strict=True):
        tags = ["O"] * len(chunk)
        for part in stretches(chunk_words):
            tags[part.start : part.stop] = model.tag(features(chunk_words, part, known))
        found += _named(chunk, joined(chunk_words, chunk, tags))
    begins = frozenset(chunk[0][0] for chunk in spans if chunk)
    found = [name for named in found for name in mended(readable, begins, *named)]
    return [_mention(text, *named) for named in agreed(readable, spans, found) if named[2] != "MISC"]


def _mention(text: str, start: int, end: int, kind: str) -> Mention:
    surface = text[start:end]
    return Mention(start, end, kind_of_place(surface) if kind == "PLACE" else cast(Kind, kind), surface)


def _chunks(offsets: list[Span], shift: int) -> Iterator[list[Span]]:
    """Give the tokens of a sentence, their offsets moved into the text, in pieces of a length that can be tagged."""
    for begin in range(0, len(offsets), _LONGEST):
        yield [(start + shift, end + shift) for start, end in offsets[begin : begin + _LONGEST]]


def _named(chunk: list[Span], tags: list[str]) -> Iterator[Named]:
    """Give the names that the tags of one chunk mark, as (start, end, kind)."""
    start = end = 0
    kind = ""
    for span, tag in zip([*chunk, (0, 0)], [*tags, "O"], strict=True):
        if kind and (tag[0] != "I" or tag[2:] != kind):
            yield start, end, kind
            kind = ""
        if tag != "O":
            if not kind:
                start, kind = span[0], tag[2:]
            end = span[1]
