"""Text as it came in, in; text that a page can carry, out: nothing in it turns, hides or breaks what stands around."""

import re

# What XML cannot carry, and what would turn the writing direction of everything after it (UAX #9: embeddings,
# overrides, isolates). Marks such as U+200E belong to ordinary Arabic and Hebrew text and stay.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
_INVISIBLE_IN_PATHS = re.compile(r"[\t\n\r\u00ad\u061c\u200b-\u200f\u2060\ufeff]")
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """Running text for the page: white space as single spaces, what cannot be printed as its code ("<U+202E>").

    >>> printable("a\\nb\\x00c")
    'a b<U+0000>c'
    """
    return _UNPRINTABLE.sub(_code, _SPACE.sub(" ", _controls_first(text))).strip()


def printable_path(path: str) -> str:
    """A file's path for the page: every character that cannot be seen stands as its code, white space is kept.

    >>> printable_path("a\\nb.txt")
    'a<U+000A>b.txt'
    """
    return _UNPRINTABLE.sub(_code, _INVISIBLE_IN_PATHS.sub(_code, path))


def _controls_first(text: str) -> str:
    """Show the separators that Python counts as white space (U+001C to U+001F, U+0085) before spaces are joined."""
    return re.sub("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]", _code, text)


def _code(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
