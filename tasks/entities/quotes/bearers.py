"""The mentions of a text -> what the choice among them needs: the full name, gender, roles, and where each stands."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tasks.entities import names
from tasks.entities.quotes.genders import gender_of
from tasks.entities.quotes.reading import Sentence
from tasks.entities.quotes.wordlists import ROLES
from tasks.entities.tokens import words
from tasks.records import EntityMention, Mention

_BEFORE = 40  # characters before a name in which its role or its title may stand
_BEHIND = 120  # and behind it
_TITLE = 4  # words before a name that can be its title
_APPOSITION = 10  # words behind it that can be its apposition's


class Bearer(NamedTuple):
    """A mention with the name it stands for and the number of its sentence.

    first: no other name stands before it there. gender: "m", "f" or "". quoted: it stands between quotation marks.
    """

    start: int
    end: int
    name: str
    kind: str
    sentence: int
    first: bool
    gender: str
    quoted: bool
    roles: frozenset[str]


def bearers(
    text: str, mentions: Sequence[Mention], named: Sequence[EntityMention], sentences: Sequence[Sentence]
) -> list[Bearer]:
    """Give the mentions in the order of the text. named: what they stand for."""
    persons = {each.mention.start: each.entity.name for each in named if each.entity.kind == "PERSON"}
    starts = [sentence.pieces[0].start for sentence in sentences]
    marked = [piece.mark for sentence in sentences for piece in sentence.pieces if piece.mark is not None]
    openings = [mark.outer_start for mark in marked]
    genders: dict[str, str] = {}
    found: list[Bearer] = []
    for one in mentions:
        person = names.person(one.surface) if one.kind == "PERSON" else ""
        name = (person and persons.get(one.start, person)) or names.bare(one.surface)
        before = text[max(0, one.start - _BEFORE) : one.start]
        if person:
            genders[name] = genders.get(name) or gender_of(before, one.surface, name)
        number = max(0, bisect_left(starts, one.start + 1) - 1)
        first = not found or found[-1].sentence != number
        at = bisect_left(openings, one.start + 1) - 1
        quoted = at >= 0 and one.start < marked[at].outer_end
        roles = _roles(before, one.surface, text[one.end : one.end + _BEHIND]) if person else frozenset[str]()
        found.append(Bearer(one.start, one.end, name, one.kind, number, first, "", quoted, roles))
    return [one._replace(gender=genders.get(one.name, "")) for one in found]


def _roles(before: str, surface: str, behind: str) -> frozenset[str]:
    """Give what the text calls somebody: "mayor" of "Mayor Anna Berg", "spokesman" of "Otto Lund, a spokesman"."""
    title = before.replace("\n", ".").rsplit(".", 1)[-1].rsplit(",", 1)[-1].split()[-_TITLE:]
    apposition = behind[1:].split(".")[0].split(",")[0] if behind.startswith(",") else ""
    said = [*title, *words(surface), *words(apposition)[:_APPOSITION]]
    return frozenset(word.lower() for word in said) & ROLES
