"""A name as the tagger cut it -> the name or names that it is by the rules of the language, and their kinds.

What the tagger took too much of is cut off (an emoji, "Shares of"), and the word that tells the kind of a name decides
it ("State Department"). The other way, names that go on, stands in `tasks.entities.joins`.
"""

import re
from collections.abc import Iterator

from tasks.entities import countries, gazetteers, places

Named = tuple[int, int, str]

_SIGNS = re.compile("[\u200d\u20e3\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+")  # emoji, flags and what joins them
_HEADS = frozenset({"Department", "Ministry", "University", "Agency", "Commission", "Committee", "Council", "Bank"})
_HEADS |= {"Corporation", "Institute", "Association", "Federation", "Foundation", "Parliament", "Senate", "Congress"}
_HEADS |= {"Embassy", "Academy", "Bureau"}
_BANKS = frozenset({"West", "Left", "Right", "South", "North", "East"})  # of rivers
_BUILDINGS = frozenset({"Airport", "Building", "Bridge", "Stadium", "Tower"})
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3} ?[A-Z][\w’'-]+")
_RIVER = re.compile(r"(?:River|Gulf|Strait|Straits|Bay|Sea) (?:of )?[A-Z]\w+")
_DATELINE = re.compile(r"\)[ \u00a0][-–—]{1,2}[ \u00a0]")  # behind the agency in "OSLO (Northern Wire) - Snow fell"
_COMMON = ("0", "1", "2")  # shares of capitals by which a word is a common one: see `gazetteers.cases`
_LONGEST = 120  # characters of a name that are looked into


def mended(text: str, begins: frozenset[int], start: int, end: int, kind: str) -> Iterator[Named]:
    """Give the names that text[start:end] is, with their kinds. begins: where the sentences of the text begin."""
    surface = text[start:end]
    if start and text[start - 1] == "@" and (start == 1 or not text[start - 2].isalnum()):
        return  # a handle
    if not surface.isascii() and _SIGNS.search(surface):
        for part_start, part_end in _without_signs(surface):
            yield from mended(text, begins, start + part_start, start + part_end, kind)
        return
    if len(surface) > _LONGEST:
        yield start, end, kind
    elif text[max(0, start - 1) : start] == "(" and _DATELINE.match(text, end):
        yield start, end, "ORG"
    elif kind == "PLACE":
        yield from _place(text, start, end)
    elif kind == "ORG":
        yield from _organisation(text, start, end, start in begins)
    else:
        yield start, end, kind


def _without_signs(surface: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for sign in [*_SIGNS.finditer(surface), None]:
        stop = sign.start() if sign else len(surface)
        piece = surface[begin:stop]
        if piece.strip():
            left = begin + len(piece) - len(piece.lstrip())
            yield left, left + len(piece.strip())
        begin = sign.end() if sign else stop


def _place(text: str, start: int, end: int) -> Iterator[Named]:
    surface = text[start:end]
    last = surface.rsplit(" ", 1)[-1]
    if last != surface and last in _HEADS and surface.split(" ")[-2] not in (_BANKS if last == "Bank" else ()):
        yield start, end, "ORG"
    elif last != surface and last in _BUILDINGS:
        yield start, end, "MISC"
    elif _INITIALS.fullmatch(surface) and not countries.country(surface.split(" ")[0].rsplit(".", 1)[0] + "."):
        yield start, end, "PERSON"
    elif _is_people(surface):
        yield start, end, "NORP"
    else:
        pointed = text[end : end + 1] == "." and places.is_abbreviated(surface.rsplit(", ", 1)[-1] + ".")
        yield start, end + pointed, "PLACE"


def _organisation(text: str, start: int, end: int, begins: bool) -> Iterator[Named]:
    surface = text[start:end]
    words = surface.split(" ")
    if begins and len(words) > 2 and words[1] == "of" and words[2][0:1].isupper() and _is_common(words[0]):
        yield start + len(words[0]) + 4, end, "ORG"
    elif text[max(0, start - 4) : start].lower() == "the " and _RIVER.fullmatch(surface):  # River Plate is a club
        yield start, end, "PLACE"
    else:
        yield start, end, "NORP" if _is_people(surface) else "ORG"


def _is_common(word: str) -> bool:
    """Tell whether a word at the beginning of a sentence has its capital from there: "Shares of Microsoft"."""
    return word.endswith("s") and gazetteers.cases().get(word.lower()) in _COMMON


def _is_people(surface: str) -> bool:
    """Tell whether a name is a nationality's and no country's or town's."""
    return bool(
        countries.nationality(surface)
        and not countries.country(surface)
        and not countries.country_of_place(surface)
        and not places.region(surface)
    )
