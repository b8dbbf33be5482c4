"""The mentions of one document -> the same, with one mind about each name: a second look at what the tagger decided.

The tagger sees a sentence at a time. A name that it called a person five times and a place once is a person; a surname
that stands alone is of the kind of the full name; a name that it found elsewhere is there where it was missed too.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from tasks.entities import countries, gazetteers
from tasks.entities.titles import HONORIFICS

Span = tuple[int, int]
Named = tuple[int, int, str]
_MAJORITY = 0.6  # share of the votes
_LONGEST = 80  # characters of a name that is searched for
_MARKS = ' \t\n\r"“”\u2018`-–—…|*#@:;,'
_IN_NAMES = {"Imam", "Tan", "Sri", "Tun", "Sister", "Father", "Datuk", "Rabbi", "Lady", "Chief", "Major"}
_TITLES = {title for title in HONORIFICS if title not in _IN_NAMES}
_SEARCHED = ("PERSON", "NORP")  # searching for organisations and places too lost more than it won


def agreed(text: str, sentences: Sequence[Sequence[Span]], mentions: Sequence[Named]) -> list[Named]:
    """Give the mentions (start, end, kind), sorted, kinds made to agree and missed occurrences added.

    sentences: the offsets of the tokens of each sentence of `text`.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, kind in mentions:
        votes[text[start:end]][kind] += 1
    kinds = _kinds(votes)
    told = [_trimmed(text, a, b, kinds.get(text[a:b], kind)) for a, b, kind in mentions]
    told = [named for named in told if named[0] < named[1]]
    told += _missed(text, sentences, told, _searched(kinds, votes))
    return sorted(told + _hyphenated(text, sentences, told))


def _hyphenated(text: str, sentences: Sequence[Sequence[Span]], mentions: Sequence[Named]) -> list[Named]:
    """Give the listed countries and groups in compounds that the tagger left out: "US-backed", "Buddhist-majority"."""
    covered = {place for start, end, _ in mentions for place in range(start, end)}
    found = []
    for sentence in sentences:
        for start, end in sentence:
            if text[end : end + 1] == "-" and start not in covered and text[start].isupper():
                word = text[start:end]
                if countries.country(word):
                    found.append((start, end, "PLACE"))
                elif countries.nationality(word) or word in gazetteers.word_list("group"):
                    found.append((start, end, "NORP"))
    return found


def _trimmed(text: str, start: int, end: int, kind: str) -> Named:
    """Give a name without marks around it or an article before it; of a person, without titles before it or small
    words behind it.
    """
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    if text[start : start + 4] == "the ":
        start += 4
    if kind == "PERSON":
        start = _behind_titles(text, start, end)
    while kind == "PERSON" and " " in text[start:end] and text[end - 1].islower():
        begin = text.rindex(" ", start, end) + 1
        if not text[begin:end].islower() or text[begin - 2] in "-‐–":
            break
        end = begin - 1
    return start, end, kind


def _behind_titles(text: str, start: int, end: int) -> int:
    """Give where a person's own name begins; the end, if it is a title alone."""
    if text[start:end] in _TITLES:
        return end
    while True:
        space = text.find(" ", start, min(end, start + _LONGEST))
        if space < 0 or text[start:space].rstrip(".") not in _TITLES:
            return start
        start = space + 1


def _kinds(votes: dict[str, Counter[str]]) -> dict[str, str]:
    """Give the kind of each surface that has one: the majority's, or that of the one person whose last name it is."""
    people: dict[str, int] = Counter()
    for surface, counts in votes.items():
        if " " in surface and counts.most_common(1)[0][0] == "PERSON":
            people[surface.rsplit(" ", 1)[1]] += counts["PERSON"]
    kinds = {}
    for surface, counts in votes.items():
        kind, count = counts.most_common(1)[0]
        if kind == "NORP" and surface.endswith("s") and surface.lower() in gazetteers.word_list("landform"):
            kinds[surface] = "PLACE"  # the Balkans are no people
        elif kind in ("ORG", "MISC", "PLACE") and _is_group(surface):
            kinds[surface] = "NORP"
        elif kind == "ORG" and surface in countries.states():
            kinds[surface] = "PLACE"
        elif surface in people and not countries.country_of_place(surface) and not countries.country(surface):
            if counts["PERSON"] + people[surface] > count or kind == "PERSON":
                kinds[surface] = "PERSON"
        elif count > _MAJORITY * counts.total():
            kinds[surface] = kind
    return kinds


def _is_group(surface: str) -> bool:
    """Tell whether a name is a people's, a faith's or that of a party's members, one or several."""
    return surface.removesuffix("s") in gazetteers.word_list("group") or surface in gazetteers.word_list("members")


def _missed(
    text: str, sentences: Sequence[Sequence[Span]], mentions: Sequence[Named], searched: dict[str, str]
) -> list[Named]:
    """Give the occurrences of the searched names in tokens that no mention covers, the longer of two."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for surface in searched:
        lengths[surface.split()[0]].add(len(surface))
    longest_first = {word: sorted(found, reverse=True) for word, found in lengths.items()}
    ends = {start: end for start, end, _ in mentions}
    found = []
    for sentence in sentences:
        boundaries = {end for _, end in sentence}
        taken = 0
        for start, end in sentence:
            if start in ends:
                taken = ends[start]
            elif start >= taken:
                for length in longest_first.get(text[start:end], ()):
                    stop = start + length
                    kind = searched.get(text[start:stop])
                    if kind and stop in boundaries and ends.keys().isdisjoint(range(start, stop)):
                        found.append((start, stop, kind))
                        taken = stop
                        break
    return found


def _searched(kinds: dict[str, str], votes: dict[str, Counter[str]]) -> dict[str, str]:
    """Give the names that are looked for where the tagger saw none: those met twice, those of several words, and the
    last names of persons.
    """
    searched: dict[str, str] = {}
    for surface, kind in kinds.items():
        words = surface.split()
        if kind not in _SEARCHED or len(surface) > _LONGEST or not words:
            continue
        if len(words) > 1 or (votes[surface].total() > 1 and len(surface) > 2):
            searched[surface] = kind
        if kind == "PERSON" and len(words) == 2 and len(words[1]) > 2:
            searched.setdefault(words[1], kind)
    return searched
