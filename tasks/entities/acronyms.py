"""The organisations named in one document -> the full name that each short form stands for."""

import re

_BRACKETED = re.compile(r"\s{0,2}[(\[][\"“']?([A-Z][\w.&-]{1,11})[\"”']?[)\],;]")
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "del", "di", "e", "et", "und", "fur"}
)


def abbreviates(short: str, full: str) -> bool:
    """Tell whether `short` is made of the first letters of `full`, small words counted or not: SCMP, UNODC."""
    letters = [c.lower() for c in short if c.isalnum()]
    words = [word for word in re.split(r"[\s/-]+", full) if word]
    large = [word[0].lower() for word in words if word.lower() not in _SMALL]
    every = [word[0].lower() for word in words]
    return len(letters) > 1 and len(words) > 1 and letters in (large, every)


def acronym_after(text: str, end: int, full: str) -> str:
    """Give the acronym in brackets after a name that ends at `end` and that it abbreviates, "" if there is none."""
    found = _BRACKETED.match(text, end)
    if found is None:
        return ""
    short = found.group(1).rstrip(".")
    return short if abbreviates(short, full) or _starts_alike(short, full) else ""


def _starts_alike(short: str, full: str) -> bool:
    """Tell whether the capitals of `short` stand in `full` in order, from its first letter: "DHS", "Centcom" do not."""
    letters = iter("".join(word[0] for word in full.split() if word[0].isupper()))
    capitals = [c for c in short if c.isupper()]
    return len(capitals) > 1 and full[:1] == capitals[0] and all(c in letters for c in capitals)
