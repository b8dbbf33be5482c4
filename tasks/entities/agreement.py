"""The mentions of one document -> the same, with one mind about each name: a second look at what the tagger decided.

The tagger sees a sentence at a time. A name that it called a person five times and a place once is a person; a surname
that stands alone is of the kind of the full name; a name that it found elsewhere is there where it was missed too.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from tasks.entities import countries, gazetteers

Span = tuple[int, int]
Named = tuple[int, int, str]
_MAJORITY = 0.6  # share of the votes
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
    told += _missed(text, sentences, told, kinds, votes)
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
    """Give a person's name without small words behind it."""
    while kind == "PERSON" and " " in text[start:end] and text[end - 1].islower():
        begin = text.rindex(" ", start, end) + 1
        if not text[begin].islower() or text[begin - 2] in "-‐–":
            break
        end = begin - 1
    return start, end, kind


def _kinds(votes: dict[str, Counter[str]]) -> dict[str, str]:
    """Give the kind of each surface that has one: the majority's, or that of the one person whose last name it is."""
    people: dict[str, int] = Counter()
    for surface, counts in votes.items():
        if " " in surface and counts.most_common(1)[0][0] == "PERSON":
            people[surface.rsplit(" ", 1)[1]] += counts["PERSON"]
    kinds = {}
    for surface, counts in votes.items():
        kind, count = counts.most_common(1)[0]
        if kind in ("ORG", "MISC", "PLACE") and surface.removesuffix("s") in gazetteers.word_list("group"):
            kinds[surface] = "NORP"
        elif surface in people and not countries.country_of_place(surface) and not countries.country(surface):
            if counts["PERSON"] + people[surface] > count or kind == "PERSON":
                kinds[surface] = "PERSON"
        elif count > _MAJORITY * counts.total():
            kinds[surface] = kind
    return kinds


def _missed(
    text: str,
    sentences: Sequence[Sequence[Span]],
    mentions: Sequence[Named],
    kinds: dict[str, str],
    votes: dict[str, Counter[str]],
) -> list[Named]:
    """Give the occurrences of known names in tokens that no mention covers."""
    known: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for surface, kind in kinds.items():
        words = surface.split()
        if kind in _SEARCHED and (len(words) > 1 or (votes[surface].total() > 1 and len(surface) > 2)):
            known[words[0]].append((len(surface), kind))
            if kind == "PERSON" and len(words) == 2 and len(words[1]) > 2:
                known.setdefault(words[1], [(len(words[1]), kind)])
    covered = {start for start, _, _ in mentions}
    ends = {start: end for start, end, _ in mentions}
    found = []
    for sentence in sentences:
        boundaries = {end for _, end in sentence}
        taken = 0
        for start, end in sentence:
            if start in covered:
                taken = ends[start]
            elif start >= taken:
                for length, kind in known.get(text[start:end], ()):
                    stop = start + length
                    if stop in boundaries and text[start:stop] in kinds and not any(start < s < stop for s in covered):
                        found.append((start, stop, kind))
                        taken = stop
                        break
    return found
