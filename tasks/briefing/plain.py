"""Text as it came in, in; text that a page can carry, out: nothing in it turns, hides or breaks what stands around."""

import re

# What XML cannot carry, and what would turn the writing direction of everything after it (UAX #9: embeddings,
# overrides, isolates). Marks such as U+200E belong to ordinary Arabic and Hebrew text and stay.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
_INVISIBLE_IN_PATHS = re.compile(r"[\t\n\r\u00ad\u061c\u200b-\u200f\u2060\ufeff]")
_SPACE = re.compile("[ \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def printable(text: str, longest: int = 200) -> str:
    """Running text for the page: white space as single spaces, what cannot be printed as its code ("<U+202E>").

    longest: characters; what is longer ends in "…".

    >>> printable("a\\nb\\x00c")
    'a b<U+0000>c'
    """
    plain = _UNPRINTABLE.sub(_code, _SPACE.sub(" ", text)).strip()
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"


def printable_path(path: str, longest: int = 200) -> str:
    """A file's path for the page: every character that cannot be seen stands as its code, white space is kept.

    longest: characters; of what is longer the middle gives way to "…".

    >>> printable_path("a\\nb.txt")
    'a<U+000A>b.txt'
    """
    plain = _UNPRINTABLE.sub(_code, _INVISIBLE_IN_PATHS.sub(_code, path))
    half = longest // 2
    return plain if len(plain) <= longest else f"{plain[: half - 1]}…{plain[-half:]}"


def _code(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
