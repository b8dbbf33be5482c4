"""The words that say who speaks -> the name they are carried to: "he", "the spokesman", "Berg" to one of the text.

A name stands for the fullest form that the text has of it. A pronoun goes to the person before it whom it fits, the
nearer the better, those who began a sentence or spoke last before others. "The mayor" goes to whom the text called
mayor. What cannot be told stays as it stands.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tasks.entities import names, people
from tasks.entities.quotes.genders import gender_of
from tasks.entities.quotes.marks import Span
from tasks.entities.quotes.reading import Sentence
from tasks.entities.quotes.wordlists import FEMALE, MALE, PREPOSITIONS, ROLES
from tasks.entities.tokens import words
from tasks.records import Mention

_FAR = 12  # sentences that a pronoun looks back
_APPOSITION = 120  # characters behind a name in which its role may stand


class Named(NamedTuple):
    """A mention with the name it stands for, the number of its sentence, and what is known of who bears it."""

    start: int
    end: int
    name: str
    kind: str
    sentence: int
    first: bool
    gender: str
    quoted: bool


class Speaker(NamedTuple):
    """Who speaks: the name or the words, and where the name was read (0, 0 for none)."""

    name: str
    start: int = 0
    end: int = 0


def named(text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Named]:
    """Give the mentions with what the choice among them needs, in the order of the text."""
    full = people.full_names([name for one in mentions if one.kind == "PERSON" and (name := names.person(one.surface))])
    starts = [sentence.pieces[0].start for sentence in sentences]
    marked = [piece.mark for sentence in sentences for piece in sentence.pieces if piece.mark is not None]
    openings = [mark.outer_start for mark in marked]
    genders: dict[str, str] = {}
    found: list[Named] = []
    for one in mentions:
        person = names.person(one.surface) if one.kind == "PERSON" else ""
        name = full.get(person, "") or names.bare(one.surface)
        at = bisect_left(openings, one.start + 1) - 1
        quoted = at >= 0 and one.start < marked[at].outer_end
        number = max(0, bisect_left(starts, one.start + 1) - 1)
        same = bool(found) and found[-1].sentence == number
        if person:
            before = text[max(0, one.start - 24) : one.start]
            genders[name] = genders.get(name) or gender_of(before, one.surface, name)
        found.append(Named(one.start, one.end, name, one.kind, number, not same, "", quoted))
    return [one._replace(gender=genders.get(one.name, "")) for one in found]


class Resolver:
    """Tells who speaks, draft after draft in the order of the text: it remembers who spoke last."""

    def __init__(self, text: str, mentions: Sequence[Named]) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [one.start for one in mentions]
        self._roles = _roles(text, mentions)
        self._last: list[Speaker] = []

    def speaker(self, source: Span, sentence: int) -> Speaker:
        """Give who the words text[source] stand for."""
        words_there = self._text[source[0] : source[1]]
        low = words_there.lower()
        if low in MALE or low in FEMALE:
            found = self._person(source[0], sentence, "m" if low in MALE else "f")
        elif low in ("it", "its"):
            found = self._body(source[0], sentence)
        elif low in ("who", "which", "that"):
            found = self._antecedent(source[0], sentence)
        elif low in ("they", "their"):
            found = self._group(sentence)
        else:
            found = self._phrase(source, sentence)
        speaker = found or Speaker(words_there)
        self._last = [*self._last[-4:], speaker]
        return speaker

    def _before(self, place: int, sentence: int) -> list[Named]:
        """Give the mentions before a place, the nearest first, as far as a pronoun looks back."""
        at = bisect_left(self._starts, place)
        found = []
        while at and sentence - self._mentions[at - 1].sentence <= _FAR:
            at -= 1
            found.append(self._mentions[at])
        return found

    def _person(self, place: int, sentence: int, gender: str) -> Speaker | None:
        best: Named | None = None
        highest = -99.0
        spoke = {one.name for one in self._last[-1:]}
        for one in self._before(place, sentence):
            if one.kind != "PERSON" or one.gender not in ("", gender) or one.quoted:
                continue
            worth = -float(sentence - one.sentence) + (1.2 if one.first else 0) + (1.5 if one.name in spoke else 0)
            worth += 1.0 if one.gender else 0
            if worth > highest:
                best, highest = one, worth
        return None if best is None else Speaker(best.name, best.start, best.end)

    def _body(self, place: int, sentence: int) -> Speaker | None:
        best: Named | None = None
        highest = -99.0
        spoke = {one.name for one in self._last[-1:]}
        for one in self._before(place, sentence):
            if one.kind != "ORG" or one.quoted or sentence - one.sentence > 3:
                continue
            worth = -float(sentence - one.sentence) + (1.2 if one.first else 0) + (1.5 if one.name in spoke else 0)
            if worth > highest:
                best, highest = one, worth
        return None if best is None else Speaker(best.name, best.start, best.end)

    def _antecedent(self, place: int, sentence: int) -> Speaker | None:
        near = [one for one in self._before(place, sentence) if one.sentence == sentence]
        people_near = [one for one in near if one.kind == "PERSON"] or near
        return Speaker(people_near[0].name, people_near[0].start, people_near[0].end) if people_near else None

    def _group(self, sentence: int) -> Speaker | None:
        last = self._last[-1] if self._last else None
        return last if last is not None and last.name.endswith("s") and last.name.lower() not in ("his", "its") else None

    def _phrase(self, source: Span, sentence: int) -> Speaker | None:
        """Give the name at the head of a phrase, or whom its role was told of: "the mayor"."""
        head = source[1]
        for start, word in _words(self._text, source):
            if word in PREPOSITIONS and start > source[0] or word in ("who", ",", "("):
                head = start
                break
        at = bisect_left(self._starts, source[0])
        inside = []
        while at < len(self._mentions) and self._mentions[at].start < head:
            inside.append(self._mentions[at])
            at += 1
        for one in reversed(inside):
            owner = self._text[one.end : one.end + 2] in ("'s", "’s", "'", "’") and one.end + 2 < source[1]
            if not owner and (one.kind == "PERSON" or one.end >= len(self._text[:head].rstrip())):
                return Speaker(one.name, one.start, one.end)
        return self._role(source)

    def _role(self, source: Span) -> Speaker | None:
        parts = [word.lower() for word in words(self._text[source[0] : source[1]])]
        if not 1 < len(parts) < 4 or parts[0] != "the" or parts[-1] not in ROLES:
            return None
        bearers = self._roles.get(parts[-1], [])
        at = bisect_left([one.start for one in bearers], source[0])
        return Speaker(bearers[at - 1].name, bearers[at - 1].start, bearers[at - 1].end) if at else None


def _words(text: str, span: Span) -> list[tuple[int, str]]:
    found = []
    at = span[0]
    for word in words(text[span[0] : span[1]]):
        at = text.index(word, at)
        found.append((at, word.lower()))
        at += len(word)
    return found


def _roles(text: str, mentions: Sequence[Named]) -> dict[str, list[Named]]:
    """Give for each role whom the text gives it: "Mayor Anna Berg", "Otto Lund, a spokesman"."""
    found: dict[str, list[Named]] = {}
    for one in mentions:
        if one.kind != "PERSON":
            continue
        before = text[max(0, one.start - 40) : one.start].replace("\n", ".").rsplit(".", 1)[-1].rsplit(",", 1)[-1]
        behind = text[one.end : one.end + _APPOSITION]
        apposition = behind[1:].split(".")[0].split(",")[0] if behind.startswith(",") else ""
        for word in {word.lower() for word in [*words(one_title(one, text)), *before.split()[-4:], *words(apposition)[:10]]}:
            if word in ROLES:
                found.setdefault(word, []).append(one)
    return found


def one_title(one: Named, text: str) -> str:
    """Give the words of a mention, its titles among them."""
    return text[one.start : one.end]
