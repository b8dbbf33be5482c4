"""A sentence and a word in, a Passage out: as much of the sentence as two lines hold, with the word marked."""

import re
from collections.abc import Sequence

from tasks.briefing.pieces import Passage, Reference
from tasks.briefing.plain import printable
from tasks.text.tokens import finding

PASSAGE = 115  # characters: two lines of its column


def passage(sentence: str, forms: Sequence[str], reference: Reference | None) -> Passage | None:
    """A sentence cut to length around the longest of the forms it has; None where there is no sentence.

    The longest: in "Otto Lund and Mara Lund" it is the whole name of hers that shows Mara Lund, who is "Lund" too.
    """
    text = printable(sentence, longest=len(sentence) * 8 + 1)  # whole: it is cut around the word
    if not text:
        return None
    longest_first = sorted(filter(None, map(printable, forms)), key=len, reverse=True)
    found = (re.search(finding(form), text, re.IGNORECASE) for form in longest_first)
    match = next(filter(None, found), None)
    start, end = match.span() if match else (0, 0)
    room = max(PASSAGE - (end - start), 40)
    before, after = text[:start], text[end:]
    lead = min(len(before), max(room // 2, room - len(after)))
    return Passage(_tail(before, lead), _breakable(text[start:end]), _head(after, room - lead), reference)


def _head(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _tail(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[len(text) - length :]
    return "… " + (cut.split(" ", 1)[1] if " " in cut else cut)


def _breakable(word: str) -> str:
    """A word no line could hold, with places where it may be broken (U+200B); the page breaks no other marked word."""
    return re.sub(r"\S{40,}", lambda run: "\u200b".join(re.findall(".{1,20}", run[0])), word)
