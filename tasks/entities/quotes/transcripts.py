"""A paragraph that begins with a name and a colon, as interviews are printed -> who speaks, and where that begins."""

from collections.abc import Mapping

from tasks.entities.quotes.marks import Span
from tasks.entities.quotes.wordlists import one_of

_FAR = 60  # characters within which the colon must stand
_WORDS = 5
_MARKS = frozenset(" \"“”‘'«„")
# What is printed so and is nobody.
_LABELS = one_of(
    "photo photos update updated note watch read video source sources related more live breaking correction abstract "
    "clarification exclusive advertisement credit credits contact date time location where when who what why how q"
)


def transcribed(text: str, start: int, end: int, people: Mapping[int, int]) -> tuple[Span, int] | None:
    """Give the name that opens text[start:end], and where what its bearer says begins.

    A name in capitals, or of a person: people tells where the names of people end, by where they start.
    """
    colon = text.find(":", start, min(end, start + _FAR))
    while start < colon and text[start] in _MARKS:
        start += 1
    name = text[start:colon].split("(")[0].rstrip() if colon > start else ""
    said = colon + 1
    while said < end and text[said].isspace():
        said += 1
    if (
        not colon + 1 < said < end
        or text[said] in _MARKS
        or not (_shouted(name) or people.get(start) == start + len(name))
    ):
        return None
    return (start, start + len(name)), said


def _shouted(name: str) -> bool:
    """Tell whether what stands before a colon is a name in capitals."""
    words = name.split(" ")
    plain = name.isupper() and not any(map(str.isdigit, name))
    return plain and len(name) > 2 and len(words) <= _WORDS and words[0].lower() not in _LABELS
