"""Furniture that no list knows: paragraphs that recur over many documents of one publisher.

What a publisher sets below each article (who may copy it, where to write to, what to read next) is told by its
recurrence alone: a paragraph that stands in `RECURS` documents that count of one publisher is furniture in all of them.
On 840 articles of seven newspapers eight documents mark an editor's note and a row of asterisks, and nothing else; on
press releases, letterheads, contacts and "Thank you very much"; at five, quotations used again began to be among them.
"""

import hashlib
from collections.abc import Collection
from dataclasses import replace

from tasks.records import Paragraph
from tasks.text.counted import COUNTED

RECURS = 8  # documents of one publisher that count
KINDS = ("body", "caption")  # a title may be that of a daily column
MOST = 0.5  # share of a text's counted characters that may go: a form whose lines all recur is no furniture


def paragraph_hash(text: str) -> int:
    """A signed 64-bit number for what a paragraph says, whatever its case and white space."""
    folded = " ".join(text.casefold().split()).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(folded, digest_size=8).digest(), "big", signed=True)


def hashes(text: str, paragraphs: Collection[Paragraph]) -> tuple[int, ...]:
    """The hash of each paragraph."""
    return tuple(paragraph_hash(text[each.start : each.end]) for each in paragraphs)


def set_aside(
    paragraphs: tuple[Paragraph, ...], hashed: tuple[int, ...], recurring: Collection[int]
) -> tuple[Paragraph, ...]:
    """The paragraphs with those marked that recur; none marked where that would be most of what counts.

    recurring: all that recur among them. What was marked before is asked about anew, so that it makes no difference in
    which order they came to recur.
    """
    plain = tuple(replace(each, kind="body") if each.kind == "recurring" else each for each in paragraphs)
    marked = tuple(
        replace(each, kind="recurring") if each.kind in KINDS and key in recurring else each
        for each, key in zip(plain, hashed, strict=True)
    )
    return marked if _counted(marked) >= (1 - MOST) * _counted(plain) else plain


def _counted(paragraphs: tuple[Paragraph, ...]) -> int:
    return sum(each.end - each.start for each in paragraphs if each.kind in COUNTED)
