"""The words that say who speaks -> the name they are carried to: "he", "the spokesman", "Berg" to one of the text.

A name stands for the fullest form that the text has of it. A pronoun goes to the person before it whom it fits, the
nearer the better, those who began a sentence or spoke last before others. "The mayor" goes to whom the text called
mayor. What cannot be told stays as it stands.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tasks.entities.quotes.bearers import Bearer
from tasks.entities.quotes.marks import Span
from tasks.entities.quotes.wordlists import FEMALE, MALE, PREPOSITIONS, RELATIVES, ROLES, one_of
from tasks.entities.tokens import tokens

_FAR = 12  # sentences that a pronoun for a person looks back
_NEAR = 3  # those for a body
_FIRST = 1.2  # sentences that somebody is nearer who began one
_SPOKE = 1.5  # who spoke last
_QUOTED = 2.0  # whose own words were quoted last, for words in marks
_KNOWN = 1.0  # whose gender is known to fit
_HEAD_ENDS = one_of("who , (")
_BODIES = one_of("it its")
_MANY = one_of("they their")
_NO_MANY = one_of("his its us")


class Speaker(NamedTuple):
    """Who speaks: the name or the words, and where the name was read (0, 0 for none)."""

    name: str
    start: int = 0
    end: int = 0


def _named(one: Bearer) -> Speaker:
    return Speaker(one.name, one.start, one.end)


class Speakers:
    """Tells who speaks, draft after draft in the order of the text: it remembers who spoke last."""

    def __init__(self, text: str, bearers: Sequence[Bearer]) -> None:
        self._text = text
        self._bearers = bearers
        self._starts = [one.start for one in bearers]
        self._last: Speaker | None = None
        self._quoted = ""
        self._direct = False
        self._roles: dict[str, list[Bearer]] = {}
        for one in bearers:
            for role in one.roles:
                self._roles.setdefault(role, []).append(one)

    def speaker(self, source: Span, sentence: int, *, direct: bool) -> Speaker:
        """Give who the words text[source] of a sentence stand for; direct: their own words are quoted."""
        self._direct = direct
        words = self._text[source[0] : source[1]]
        self._last = self._meant(words.lower(), source, sentence) or Speaker(words)
        if direct:
            self._quoted = self._last.name
        return self._last

    def _meant(self, word: str, source: Span, sentence: int) -> Speaker | None:
        if word in MALE or word in FEMALE:
            gender = ("", "m" if word in MALE else "f")
            return self._nearest(source[0], sentence, _FAR, lambda one: one.kind == "PERSON" and one.gender in gender)
        if word in _BODIES:
            return self._nearest(source[0], sentence, _NEAR, lambda one: one.kind == "ORG")
        if word in RELATIVES:
            return self._antecedent(source[0], sentence)
        if word in _MANY:
            many = self._last is not None and self._last.name.endswith("s") and self._last.name not in _NO_MANY
            return self._last if many else None
        return self._head(source) or self._apposition(source) or self._role(source)

    def _nearest(self, place: int, sentence: int, far: int, fits: Callable[[Bearer], bool]) -> Speaker | None:
        """Give whom a pronoun at a place means, None if nobody fits."""
        best: Bearer | None = None
        highest = 0.0
        for one in self._before(place, sentence, far):
            if not fits(one) or one.quoted:
                continue
            spoke = self._last is not None and one.name == self._last.name
            worth = (
                far + 1.0 + one.sentence - sentence + _FIRST * one.first + _SPOKE * spoke + _KNOWN * bool(one.gender)
            )
            worth += _QUOTED * (self._direct and one.name == self._quoted)
            if worth > highest:
                best, highest = one, worth
        return None if best is None else _named(best)

    def _before(self, place: int, sentence: int, far: int) -> list[Bearer]:
        """Give the names before a place, the nearest first, as many sentences back as `far` says."""
        at = bisect_left(self._starts, place)
        found = []
        while at and sentence - self._bearers[at - 1].sentence <= far:
            at -= 1
            found.append(self._bearers[at])
        return found

    def _antecedent(self, place: int, sentence: int) -> Speaker | None:
        """Give whom "who" means: the last person before it in the sentence, else what else has a name there."""
        near = self._before(place, sentence, 0)
        return next((_named(one) for one in near if one.kind == "PERSON"), _named(near[0]) if near else None)

    def _head(self, source: Span) -> Speaker | None:
        """Give the name that a phrase is about: of "drug expert Anna Berg of Oslo" the person."""
        head = source[1]
        for start, end in tokens(self._text[source[0] : source[1]]):
            word = self._text[source[0] + start : source[0] + end].lower()
            if (word in PREPOSITIONS and start) or word in _HEAD_ENDS:
                head = source[0] + start
                break
        last = len(self._text[source[0] : head].rstrip()) + source[0]
        first = bisect_left(self._starts, source[0])
        inside = self._bearers[first : bisect_left(self._starts, head)]
        if len(inside) > 1 and " and " in self._text[inside[-2].end : inside[-1].start]:
            return None
        for one in reversed(inside):
            owner = self._text[one.end : one.end + 2] in ("'s", "’s") and one.end + 2 < source[1]
            if not owner and (one.kind == "PERSON" or one.end >= last):
                return _named(one)
        return None

    def _apposition(self, source: Span) -> Speaker | None:
        """Give the person between commas behind a phrase: "the port's director, Anna Berg, said"."""
        at = bisect_left(self._starts, source[1])
        if at < len(self._bearers):
            one = self._bearers[at]
            if (
                one.kind == "PERSON"
                and self._text[source[1] : one.start] == ", "
                and self._text[one.end : one.end + 1] == ","
            ):
                return _named(one)
        return None

    def _role(self, source: Span) -> Speaker | None:
        """Give whom the text called what "the spokesman" says, the last one before."""
        parts = self._text[source[0] : source[1]].lower().split()
        if not 1 < len(parts) < 4 or parts[0] != "the" or parts[-1] not in ROLES:
            return None
        bearers = self._roles.get(parts[-1], [])
        at = bisect_left(bearers, source[0], key=lambda one: one.start)
        return _named(bearers[at - 1]) if at else None
