"""The organisations named in one document -> the full name that each short form stands for."""

import re
from collections.abc import Iterable

_EXPLAINED = re.compile(
    r"(?:\s{0,2}[(\[]|, (?:or|better known as|known as|also known as|abbreviated|called) |, | [–—-] )(?:the )?"
    r"[\"“']?([A-Z][\w.&-]{1,11})[\"”']?[)\],;. –—]"
)
_BRACKET = re.compile(r"\s{0,2}[(\[][\"“']?$")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,8}|[A-Z][a-z]?[A-Z]{1,7}")
_PARTY = re.compile(r"\(?[DRI]-[A-Z][A-Za-z.]{1,6}\)?")
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "del", "di", "e", "et", "und", "fur"}
)
_ENOUGH = 3  # letters that can mean a name without being explained


def abbreviates(short: str, full: str) -> bool:
    """Tell whether `short` is made of the first letters of `full`, small words counted or not: SCMP, UNODC."""
    letters = "".join(c.lower() for c in short if c.isalnum())
    return len(letters) > 1 and letters in initials(full)


def initials(full: str) -> tuple[str, ...]:
    """Give the first letters of a name of several words, without its small words and with them."""
    words = [word for word in re.split(r"[\s/-]+", full) if word]
    if len(words) < 2:
        return ()
    large = "".join(word[0].lower() for word in words if word.lower() not in _SMALL)
    return tuple(dict.fromkeys((large, "".join(word[0].lower() for word in words))))


def is_acronym(name: str) -> bool:
    """Tell whether a name is made of capitals: "WMU", "W.M.U.", "NaCA"."""
    return _LETTERS.fullmatch(name) is not None


def is_party_and_state(name: str) -> bool:
    """Tell whether a name is the mark behind a member of Congress: "D-N.Y.", "R-Texas"."""
    return _PARTY.fullmatch(name) is not None


def acronym_after(text: str, end: int, full: str) -> str:
    """Give the acronym that stands for a name which ends at `end`, "" if there is none: "(WMU)", ", or WMU,"."""
    found = _EXPLAINED.match(text, end)
    if found is None:
        return ""
    short = found.group(1).rstrip(".")
    bracketed = found.group(0).lstrip()[:1] in ("(", "[")
    return short if abbreviates(short, full) or (bracketed and _starts_alike(short, full)) else ""


def opens_bracket(text: str, end: int, start: int) -> bool:
    """Tell whether only an opening bracket parts a name which ends at `end` from one that begins at `start`."""
    return 0 < start - end < 6 and _BRACKET.fullmatch(text, end, start) is not None


def unexplained(full: Iterable[str]) -> dict[str, str]:
    """Give the full name for the letters that are the initials of one name of the document alone."""
    found: dict[str, set[str]] = {}
    for name in full:
        for letters in initials(name):
            if len(letters) >= _ENOUGH:
                found.setdefault(letters, set()).add(name)
    return {letters: names.pop() for letters, names in found.items() if len(names) == 1}


def _starts_alike(short: str, full: str) -> bool:
    """Tell whether the capitals of `short` stand in `full` in order, from its first letter: "DHS", "Centcom" do not."""
    letters = iter("".join(word[0] for word in full.split() if word[0].isupper()))
    capitals = [c for c in short if c.isupper()]
    return len(capitals) > 1 and full[:1] == capitals[0] and all(c in letters for c in capitals)
