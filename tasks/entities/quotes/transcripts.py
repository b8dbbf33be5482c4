"""A paragraph that begins with a name and a colon, as interviews are printed -> who speaks, and where that begins."""

from tasks.entities.quotes.marks import Span
from tasks.entities.quotes.wordlists import one_of

_FAR = 60  # characters within which the colon must stand
_LEFT = " \"“”'"
# What is printed so and is nobody.
_LABELS = one_of(
    "photo photos update updated note watch read video source sources related more live breaking correction abstract "
    "clarification exclusive advertisement credit credits contact date time location where when who what why how q"
)


def transcribed(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """Give the name in capitals that opens text[start:end], and where what its bearer says begins."""
    colon = text.find(":", start, min(end, start + _FAR))
    while start < colon and text[start] in _LEFT:
        start += 1
    name = text[start:colon] if colon > start else ""
    bare = name.split("(")[0].rstrip()
    words = bare.split(" ")
    if (
        not bare.isupper()
        or any(map(str.isdigit, bare))
        or words[0].lower() in _LABELS
        or not len(bare) > 2
        or words[5:]
    ):
        return None
    said = colon + 1
    while said < end and text[said].isspace():
        said += 1
    return ((start, start + len(bare)), said) if colon + 1 < said < end else None
