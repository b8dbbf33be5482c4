"""Words that stand before a person's name and are no part of it, and what they tell of who bears the name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tasks.entities import gazetteers

HONORIFICS = gazetteers.word_list("honorific")

# These too, but they also stand in the middle of a longer title: "Vice President", "Prime Minister", "former".
TITLE_WORDS = HONORIFICS | gazetteers.word_list("title")

RELATIVE = "relative"
_SEEN = 48  # characters before a name that are looked at
_LONGEST = 3  # words of a title
_FORMER = re.compile(r"^(?:then|ex|former|mr)-(?=\w)|-(?:elect|designate)$")

_IN_OFFICE = re.compile(r" (?:[aA]dministration|presidency)\b")


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name. words: small, without points. sex: "m", "f" or "". office: one key for its spellings.

    The office "relative" is that of somebody introduced as another's: "his wife".
    """

    words: str = ""
    sex: str = ""
    office: str = ""


NONE = Title()


@cache
def _table() -> dict[str, Title]:
    return {words: Title(words, sex, office) for words, sex, office in gazetteers.rows("titles")}


def title_before(text: str, start: int) -> Title:
    """Give the title that stands before a name which begins at `start`, NONE for none."""
    window = text[max(0, start - _SEEN) : start]
    pieces = window.split()
    if not pieces or not window[-1].isspace():
        return NONE
    title = title_of(pieces[-_LONGEST:])
    return NONE if pieces[-1].endswith((",", ":", ";")) and title.office != RELATIVE else title


def title_behind(text: str, end: int) -> Title:
    """Give the office that what stands behind a name makes its bearer hold: "the Lund administration"."""
    return Title("president", "", "president") if _IN_OFFICE.match(text, end) else NONE


def title_of(pieces: Sequence[str]) -> Title:
    """Give the title that some words end with, the longest: "Vice President" is no president."""
    words = [_FORMER.sub("", piece.lower().strip("\"“”'‘(.,;:")) for piece in pieces]
    for begin in range(len(words)):
        phrase = " ".join(words[begin:])
        title = _table().get(phrase) or _table().get(phrase.removesuffix("s"))
        if title is not None and title.office == RELATIVE and not pieces[begin].lstrip('("“‘').islower():
            return Title(title.words, title.sex)  # "Father", "Sister": of a church
        if title is not None:
            return title
    return NONE
