"""The tokens of a sentence and their tags -> the tags, names completed by what the language joins to them.

The tagger weighs words one by one; that "van der Meer" goes on after "Ludwig", that "Siemens AG" is one company and
that what follows "Mr." is a person are rules. What is cut off a name is told in `tasks.entities.boundaries`.
"""

import re
from collections.abc import Sequence

from tasks.entities import countries, gazetteers
from tasks.entities.titles import HONORIFICS

Span = tuple[int, int]

# Particles of surnames: Dutch, German, French, Spanish, Portuguese, Italian, Arabic.
_PARTICLES = frozenset({"van", "von", "der", "den", "ter", "ten", "zu", "af", "de", "del", "della", "di", "da", "dos"})
_PARTICLES |= {"das", "du", "la", "le", "el", "al", "ul", "ur", "bin", "ibn", "bint"}
_ADDRESS = frozenset({"Mr", "Ms", "Mrs", "Dr"})  # before nothing but a person; "Miss" is also of contests
_SUFFIXES = frozenset({"AG", "plc", "PLC", "Plc", "Ltd", "Inc", "GmbH", "LLP", "LLC", "Co", "Corp", "Bros", "Pty"})
_BEHIND_COMMAS = frozenset({"Inc", "Ltd", "LLC", "LLP", "Jr", "Sr"})
_GENERATIONS = frozenset({"Jr", "Sr", "II", "III", "IV"})
_POINTED = frozenset({"Jr", "Sr"})  # the point of "Co." stands outside the name in what we learn from
_FOR_AND_AGAINST = frozenset({"anti", "pro", "non"})
_PEOPLES = frozenset({"Anglo", "Franco", "Sino", "Russo", "Italo", "Austro", "Greco", "Hispano", "Luso", "Afro"})
_TRIGGERS = _PARTICLES | {"Van", "Von", "De", "Der", "&", "-"} | _ADDRESS | _SUFFIXES | _GENERATIONS
_NOT_NAMES = gazetteers.word_list("no name")
_NEVER = "0"  # the share of capitals of words that are no names: see `gazetteers.cases`
_NO_ADDRESSED = HONORIFICS | gazetteers.word_list("title")  # "Mr. Speaker" is an office
_SYLLABLE = re.compile(r"[^\WaeiouyAEIOUY\d_]*[aeiouyAEIOUY]{1,2}[^\WaeiouyAEIOUY\d_]*")
_SYLLABLES_OF_ENGLISH = frozenset({"led", "run", "born", "like", "made", "type", "ish", "ism", "ist", "ite"})
_APOSTROPHE = re.compile(r"[A-Z]{1,2}[a-z]?['’][A-Z]\w+")
_LONGEST_SYLLABLE = 6  # letters
_MOST_PARTICLES = 3
_MOST_ADDRESSED = 3


def joined(words: Sequence[str], spans: Sequence[Span], tags: list[str]) -> list[str]:
    """Give the tags of a chunk's tokens with names completed. spans: where each token stands in the text."""
    for i, word in enumerate(words):
        if word not in _TRIGGERS:
            if i and tags[i] == "B-PERSON" and tags[i - 1] == "O" and _APOSTROPHE.fullmatch(words[i - 1]):
                _fill(tags, i - 1, _end(tags, i), "PERSON")  # N'Golo
            continue
        if word in _PARTICLES or word.lower() in _PARTICLES:
            _particles(words, tags, i)
        if word in _ADDRESS:
            _addressed(words, spans, tags, i)
        elif word in _SUFFIXES or word in _GENERATIONS:
            _suffix(words, spans, tags, i)
        elif word == "&":
            _and(words, tags, i)
        elif word == "-" and 0 < i < len(words) - 1 and spans[i - 1][1] == spans[i][0]:
            _hyphen(words, spans, tags, i)
    return tags


def _fill(tags: list[str], start: int, end: int, kind: str) -> None:
    """Make tokens one name; what is left of a name that went on behind them becomes a name of its own."""
    if end < len(tags) and tags[end][0] == "I":
        tags[end] = "B" + tags[end][1:]
    tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]


def _begin(tags: Sequence[str], i: int) -> int:
    """Give where the name begins that the token `i` stands in."""
    while i and tags[i][0] == "I" and tags[i - 1][2:] == tags[i][2:]:
        i -= 1
    return i


def _end(tags: Sequence[str], i: int) -> int:
    """Give where the name ends that the token `i` stands in."""
    kind, i = tags[i][2:], i + 1
    while i < len(tags) and tags[i][0] == "I" and tags[i][2:] == kind:
        i += 1
    return i


def _is_name(word: str) -> bool:
    """Tell whether a word can be a name's: a capital, and not "The" or "Monday"."""
    low = word.lower()
    known = low in _NOT_NAMES or gazetteers.cases().get(low) == _NEVER
    return len(word) > 1 and word[0].isupper() and word[-1].isalpha() and not known


def _particles(words: Sequence[str], tags: list[str], i: int) -> None:
    """Join "van der Meer" to "Ludwig", or to the title of "Mayor de Vries" nothing but make it a person."""
    if tags[i][2:] in ("ORG", "PLACE", "MISC") or (i and words[i - 1].lower() in _PARTICLES):
        return
    last = i
    while last < min(i + _MOST_PARTICLES, len(words)) and words[last] in (_PARTICLES if last > i else {words[i]}):
        last += 1
    if last < len(words) - 1 and words[last] == "-" and words[last - 1] in ("al", "el", "ul", "ur"):
        last += 1
    if tags[i][0] == "I" and _end(tags, i) > last:  # the tagger knew
        return
    if last >= len(words) or not _is_name(words[last]) or tags[last][2:] in ("ORG", "PLACE", "MISC", "NORP"):
        return
    end = _end(tags, last) if tags[last] != "O" else last + 1
    if words[i][0].isupper():  # "Van der Berg"; "Van Berg" is left to the tagger
        if last - i > 1 and tags[last][2:] == "PERSON":
            _fill(tags, i, end, "PERSON")
    elif i and tags[i - 1][2:] == "PERSON" and words[i - 1][0].isupper():
        _fill(tags, _begin(tags, i - 1), end, "PERSON")
    elif i and tags[i - 1] == "O" and "G" in gazetteers.names().get(words[i - 1], ()):
        _fill(tags, i - 1, end, "PERSON")
    elif tags[last][2:] == "PERSON" or (i and words[i - 1] in HONORIFICS):
        _fill(tags, i, end, "PERSON")


def _addressed(words: Sequence[str], spans: Sequence[Span], tags: list[str], i: int) -> None:
    """Make what follows "Mr." a person where the tagger saw no name, or one that is not an organisation's."""
    begin = i + 2 if i + 1 < len(words) and words[i + 1] == "." else i + 1
    if tags[i][2:] not in ("", "PERSON") or begin >= len(words) or spans[begin][0] != spans[begin - 1][1] + 1:
        return
    if tags[begin][0] == "B" and tags[begin][2:] in ("PLACE", "NORP") and words[begin][0].isupper():
        _fill(tags, begin, _end(tags, begin), "PERSON")
    end = begin
    while end < min(begin + _MOST_ADDRESSED, len(words)) and tags[end] == "O" and _is_name(words[end]):
        if words[end] in _NO_ADDRESSED:
            break
        end += 1
    if end > begin:
        followed = end < len(words) and tags[end][2:] == "PERSON"
        _fill(tags, begin, _end(tags, end) if followed else end, "PERSON")


def _suffix(words: Sequence[str], spans: Sequence[Span], tags: list[str], i: int) -> None:
    """Join "AG" or "Jr." to the name before it, its point with it unless the point ends the sentence."""
    before = i - 2 if i > 1 and words[i - 1] == "," and words[i] in _BEHIND_COMMAS else i - 1
    if before < 0 or not words[before][-1].isalnum() or words[i + 1 : i + 2] == ["-"]:  # "Co-op"
        return
    kind = tags[before][2:]
    person = words[i] in _GENERATIONS
    if person and kind != "PERSON":
        return
    if not person and not (kind == "ORG" or (_is_name(words[before]) and (kind == "" or _alone(words, tags, before)))):
        return
    start = _begin(tags, before) if kind else before
    end = i + 1
    if words[i] in _POINTED and i + 2 < len(words) and words[i + 1] == "." and spans[i][1] == spans[i + 1][0]:
        end += 1
    if tags[i][0] == "I" and tags[i][2:] == (kind or "-"):
        end = max(end, _end(tags, i))
    _fill(tags, start, end, "PERSON" if person else "ORG")


def _alone(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Tell whether a name is one token, nothing capitalised before it."""
    return _begin(tags, i) == i and not (i and words[i - 1][0].isupper())


def _and(words: Sequence[str], tags: list[str], i: int) -> None:
    """Make "Frost & Sullivan" one organisation: two surnames alone; "Harry & Sally" are two persons."""
    if i == 0 or i + 1 == len(words) or {tags[i - 1][2:], tags[i + 1][2:]} - {"PERSON", "ORG"}:
        return
    first, last = words[i - 1], words[i + 1]
    alone = _alone(words, tags, i - 1) and _end(tags, i + 1) == i + 2
    known = gazetteers.names()
    given = "G" in known.get(first, ()) and "G" in known.get(last, ()) and first != last
    if alone and not given and not (i + 2 < len(words) and words[i + 2][0].isupper() and tags[i + 2] == "O"):
        _fill(tags, i - 1, i + 2, "ORG")


def _hyphen(words: Sequence[str], spans: Sequence[Span], tags: list[str], i: int) -> None:
    """Join "Jae" and "in", "Anglo" and "Irish"; find the American of "anti-American"."""
    before, after = words[i - 1], words[i + 1]
    if spans[i][1] != spans[i + 1][0]:
        return
    people = countries.nationality(after) or after in gazetteers.word_list("group")
    if people and tags[i + 1] in ("O", "B-NORP", "B-PLACE", "I-NORP") and before in _PEOPLES:
        if _end([*tags], i + 1) == i + 2 and tags[i - 1] in ("O", "B-NORP", "B-MISC"):
            _fill(tags, i - 1, i + 2, "NORP")
    elif before.lower() in _FOR_AND_AGAINST and tags[i + 1] == "O" and (people or countries.country(after)):
        _fill(tags, i + 1, i + 2, "NORP" if people else "PLACE")
    elif tags[i - 1] == "I-PERSON" and tags[i + 1] == "O" and _is_syllables(before, after):
        _fill(tags, _begin(tags, i - 1), i + 2, "PERSON")


def _is_syllables(first: str, second: str) -> bool:
    """Tell whether two words are a given name of two syllables, as in Korea and China: no "Modi-led", "Bush-era"."""
    short = len(first) <= _LONGEST_SYLLABLE and len(second) <= _LONGEST_SYLLABLE and second.islower()
    if not short or second in _SYLLABLES_OF_ENGLISH or second.endswith("ed"):
        return False
    return bool(_SYLLABLE.fullmatch(first) and _SYLLABLE.fullmatch(second))
