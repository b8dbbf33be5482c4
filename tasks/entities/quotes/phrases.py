"""A sentence in pieces and a place in it -> the noun phrase that ends or begins there, as places of pieces.

There is no parser here. A phrase ends where a word of a closed class, a mark or a verb shows that another begins.
"""

from collections.abc import Sequence, Set

from tasks.entities.quotes.cues import cues
from tasks.entities.quotes.reading import Piece
from tasks.entities.quotes.wordlists import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    FINITE,
    LOOSE,
    LOOSELY_BEHIND,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKERS,
)

Place = tuple[int, int]
_REACH = 25  # pieces of a phrase
_IRONY = 40  # characters of a marked span that can belong to one
_STOPS = frozenset(",;:—–―…?!(")
_OPENING = PREPOSITIONS | CONJUNCTIONS | ADVERBS


def is_adverb(piece: Piece) -> bool:
    """Tell whether a piece may stand between a subject and its verb."""
    return piece.word in ADVERBS or (piece.word.endswith("ly") and len(piece.word) > 4 and not piece.capital)


def verb_group(pieces: Sequence[Piece], at: int) -> int:
    """Give the place where the verb group that ends with the verb `at` begins: "has also said"."""
    start = at
    while start and (is_adverb(pieces[start - 1]) or pieces[start - 1].word in AUXILIARIES):
        start -= 1
    return start


def phrase_before(pieces: Sequence[Piece], last: int, named: Set[int]) -> Place | None:
    """Give the noun phrase that ends with the piece `last`, None if there is none; named: places of names."""
    if last < 0:
        return None
    word = pieces[last].word
    if word == "that" or word in PRONOUNS:
        return last, last + 1
    if word in LOOSE and (not last or pieces[last - 1].word not in PREPOSITIONS):
        return last, last + 1
    first = last + 1
    while first > 0 and last - first < _REACH and _belongs(pieces, first - 1, last, named):
        first -= 1
    first = _trimmed(pieces, first, last, named)
    return (first, last + 1) if first <= last else None


def _belongs(pieces: Sequence[Piece], at: int, last: int, named: Set[int]) -> bool:
    """Tell whether the piece at a place can belong to the phrase that begins behind it."""
    piece = pieces[at]
    word = piece.word
    if piece.mark is not None:
        return at < last and not piece.full and piece.end - piece.start < _IRONY
    if at in named:
        return True
    if word in _STOPS or word in PRONOUNS or (word in FINITE and not (piece.capital and at)):
        return False
    if word in ("and", "&"):
        return 0 < at < last and _alike(pieces[at - 1], pieces[at + 1])
    if word == "-":
        return at > 0 and pieces[at - 1].end == piece.start
    if word == ".":
        return 0 < at < last and pieces[at + 1].capital and pieces[at - 1].end == piece.start
    if word in CONJUNCTIONS or word in ('"', "--"):
        return False
    cue = cues().get(word)
    if cue is not None and cue.form in ("past", "third") and at != last and not piece.capital:
        return at > 0 and pieces[at - 1].word in DETERMINERS
    return True


def _alike(one: Piece, other: Piece) -> bool:
    """Tell whether "and" joins two names or two plurals."""
    return one.capital == other.capital and (one.capital or (one.word.endswith("s") and other.word.endswith("s")))


def _trimmed(pieces: Sequence[Piece], first: int, last: int, named: Set[int]) -> int:
    """Give where a phrase begins without what opens the sentence: "On Monday", "But", "In a statement"."""
    behind_preposition = False
    while first <= last and first not in named:
        word = pieces[first].word
        if word in PREPOSITIONS:
            behind_preposition = True
        elif word in DETERMINERS or (word not in _OPENING and word not in DAYS):
            break
        first += 1
    return _name(pieces, first, last, named) if behind_preposition and last in named else first


def _name(pieces: Sequence[Piece], first: int, last: int, named: Set[int]) -> int:
    """Give where the name at the end of a phrase begins, with the words for a role before it."""
    begin = last
    while begin > first and begin - 1 in named:
        begin -= 1
    while begin > first and begin - 1 not in named and pieces[begin - 1].word not in PREPOSITIONS | DAYS:
        begin -= 1
        if pieces[begin].word in DETERMINERS:
            break
    return begin


def phrase_after(pieces: Sequence[Piece], first: int, named: Set[int]) -> Place | None:
    """Give the noun phrase behind a verb that says who speaks ("said Anna Berg"), None if no speaker stands there."""
    last = first
    while last < min(len(pieces), first + _REACH) and not _ends(pieces, first, last, named):
        last += 1
        if pieces[last - 1].word in PRONOUNS:
            break
    words = [piece.word for piece in pieces[first:last]]
    if not words or words[0] in PREPOSITIONS | CONJUNCTIONS:
        return None
    meant = words[0] in LOOSE or not named.isdisjoint(range(first, last)) or not SPEAKERS.isdisjoint(words)
    return (first, last) if meant or (pieces[first].capital and words[0] not in DAYS) else None


def _ends(pieces: Sequence[Piece], first: int, at: int, named: Set[int]) -> bool:
    """Tell whether a phrase that began at `first` has ended before the piece `at`."""
    piece = pieces[at]
    if piece.mark is not None or piece.word in _STOPS or piece.word in ('"', ")"):
        return True
    if piece.word == ".":
        return at + 1 == len(pieces) or at == first
    return at not in named and (piece.word in LOOSELY_BEHIND or piece.word in DAYS or is_adverb(piece))
