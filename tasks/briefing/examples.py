"""A text and what is to be shown in it go in, one sentence of it comes out, cut where it is too long."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from tasks.text.sentences import sentences
from tasks.text.tokens import finding

LONGEST = 280  # characters


def sentence_at(text: str, offset: int) -> str:
    """The sentence of the text that holds the character at `offset`, "" if none does."""
    return sentences_at(text, [offset])[0]


def sentences_at(text: str, offsets: Sequence[int]) -> list[str]:
    """For each offset the sentence of the text that holds the character there, "" if none does."""
    spans = list(sentences(text))
    starts = [start for start, _ in spans]
    found = []
    for offset in offsets:
        start, end = spans[max(0, bisect_right(starts, offset) - 1)] if spans else (0, 0)
        found.append(_cut(text[start:end], offset - start) if start <= offset < end else "")
    return found


def sentence_with(text: str, forms: Sequence[str]) -> str:
    """The first sentence of the text, after its title if that can be, that has a form in any case; else ""."""
    pattern = re.compile("|".join(map(finding, forms)), re.IGNORECASE)
    shown = ""
    for start, end in sentences(text):
        match = pattern.search(text, start, end)
        if match:
            shown = _cut(text[start:end], match.start() - start)
            if start > 0:  # the first sentence is mostly the title, which the reader has seen
                break
    return shown


def _cut(sentence: str, around: int) -> str:
    """The sentence on one line; where it is too long, the part of it around what is shown."""
    line = " ".join(sentence.split())
    if len(line) <= LONGEST:
        return line
    first = max(0, min(around - LONGEST // 2, len(line) - LONGEST))
    part = line[first : first + LONGEST]
    head = "" if first == 0 else "… "
    tail = "" if first + LONGEST >= len(line) else " …"
    words = part.split(" ")[1 if head else 0 : -1 if tail else None]
    return f"{head}{' '.join(words)}{tail}"
