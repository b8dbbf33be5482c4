"""A sentence in pieces and a place in it -> the noun phrase that ends or begins there, as places of pieces.

There is no parser here. A phrase ends where a word of a closed class, a mark or a verb shows that something else begins.
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
_REACH = 25  # pieces
_DASHES = frozenset({"--", "—", "–", "―"})
_STOPS = frozenset(",;:—–―…?!(")
_CAPITAL_PREPOSITIONS = PREPOSITIONS | CONJUNCTIONS | ADVERBS


def is_adverb(piece: Piece) -> bool:
    """Tell whether a piece may stand between a subject and its verb."""
    return piece.word in ADVERBS or (piece.word.endswith("ly") and len(piece.word) > 4 and not piece.capital)


def verb_group(pieces: Sequence[Piece], at: int) -> int:
    """Give the place where the verb group that ends with the verb `at` begins: "has also said"."""
    start = at
    while start and (is_adverb(pieces[start - 1]) or pieces[start - 1].word in AUXILIARIES):
        start -= 1
    return start


def subject(pieces: Sequence[Piece], end: int, named: Set[int]) -> Place | None:
    """Give the noun phrase that ends before the place `end`, the subject of a verb that stands there.

    named: the places of pieces that belong to names of people or organisations.
    """
    last = end - 1
    if last < 0:
        return None
    if pieces[last].word == ")":
        last = _before_bracket(pieces, last)
    if last > 0 and pieces[last].word == ",":
        return _with_apposition(pieces, last, named)
    if last > 0 and pieces[last].word in _DASHES:
        opening = next((at for at in range(last - 2, max(0, last - 40), -1) if pieces[at].word in _DASHES), None)
        return None if opening is None else _phrase_before(pieces, opening - 1, named)
    return _phrase_before(pieces, last, named)


def _before_bracket(pieces: Sequence[Piece], last: int) -> int:
    for at in range(last - 1, max(-1, last - 12), -1):
        if pieces[at].word == "(":
            return at - 1
    return last


def _with_apposition(pieces: Sequence[Piece], comma: int, named: Set[int]) -> Place | None:
    """Give "Anna Berg" of "Anna Berg, director of the port, said"."""
    commas = []
    for at in range(comma - 2, max(0, comma - _REACH - 10), -1):
        piece = pieces[at]
        if piece.mark is not None and piece.mark.outer_end - piece.mark.outer_start > 30:
            break
        if piece.word in (";", ":"):
            break
        if piece.word == ",":
            commas.append(at)
    for at in commas:
        if _ended(at - 1, named, pieces):
            return _phrase_before(pieces, at - 1 if pieces[at - 1].word != ")" else _before_bracket(pieces, at - 1), named)
    return _phrase_before(pieces, commas[0] - 1, named) if commas else None


def _ended(at: int, named: Set[int], pieces: Sequence[Piece]) -> bool:
    """Tell whether a name ends at a place, with or without something in brackets behind it."""
    if at in named:
        return True
    return pieces[at].word == ")" and _before_bracket(pieces, at) in named


def _phrase_before(pieces: Sequence[Piece], last: int, named: Set[int]) -> Place | None:
    if last < 0:
        return None
    if pieces[last].word in LOOSE and (pieces[last].word in PRONOUNS or last == 0 or not _inside(pieces[last - 1])):
        return last, last + 1
    if pieces[last].word == "that":
        return last, last + 1
    first = last + 1
    while first > 0 and last - first < _REACH and _belongs(pieces, first - 1, last, named):
        first -= 1
    first = _trimmed(pieces, first, last, named)
    return (first, last + 1) if first <= last else None


def _inside(piece: Piece) -> bool:
    return piece.word in PREPOSITIONS


def _belongs(pieces: Sequence[Piece], at: int, last: int, named: Set[int]) -> bool:
    """Tell whether the piece at a place can belong to the phrase that begins behind it."""
    piece = pieces[at]
    word = piece.word
    if piece.mark is not None:
        return at < last and not piece.full and piece.mark.outer_end - piece.mark.outer_start < 40
    if at in named:
        return True
    if word in _STOPS or word in PRONOUNS or (word in FINITE and not (piece.capital and at)):
        return False
    if word in ("and", "&"):
        return 0 < at < last and _alike(pieces[at - 1], pieces[at + 1])
    if word == ".":
        return at < last and pieces[at + 1].capital and at > 0 and pieces[at - 1].end == piece.start
    if word in CONJUNCTIONS or word in ('"', "--"):
        return False
    if word == "-":
        return 0 < at and pieces[at - 1].end == piece.start
    cue = cues().get(word)
    if cue is not None and cue.form in ("past", "third") and at != last and not piece.capital:
        return pieces[at - 1].word in DETERMINERS if at else False
    return True


def _alike(one: Piece, other: Piece) -> bool:
    return one.capital == other.capital and (one.capital or (one.word.endswith("s") and other.word.endswith("s")))


def _trimmed(pieces: Sequence[Piece], first: int, last: int, named: Set[int]) -> int:
    """Give where a phrase begins without what opens the sentence: "On Monday", "But", "In a statement"."""
    opened = False
    while first <= last and first not in named:
        word = pieces[first].word
        if word in PREPOSITIONS:
            opened = True
        elif word not in _CAPITAL_PREPOSITIONS and word not in DAYS or word in DETERMINERS:
            break
        first += 1
    if opened and last in named:
        begin = last
        while begin > first and begin - 1 in named:
            begin -= 1
        while begin > first and pieces[begin - 1].word not in PREPOSITIONS | DAYS and begin - 1 not in named:
            begin -= 1
            if pieces[begin].word in DETERMINERS:
                break
        return begin
    return first


def phrase_after(pieces: Sequence[Piece], first: int, named: Set[int]) -> Place | None:
    """Give the noun phrase behind a verb that says who speaks ("said Anna Berg"), None if no speaker stands there."""
    last = first
    while last < len(pieces) and last - first < _REACH:
        piece = pieces[last]
        if piece.mark is not None or piece.word in _STOPS or piece.word in ('"', ")"):
            break
        if piece.word == "." and (last + 1 == len(pieces) or last == first):
            break
        if last not in named and (piece.word in LOOSELY_BEHIND or piece.word in DAYS or is_adverb(piece)):
            break
        last += 1
        if piece.word in PRONOUNS:
            break
    words = [piece.word for piece in pieces[first:last]]
    if not words or words[0] in PREPOSITIONS | CONJUNCTIONS:
        return None
    meant = words[0] in LOOSE or any(at in named for at in range(first, last)) or not SPEAKERS.isdisjoint(words)
    capital = pieces[first].capital and pieces[first].word not in DAYS
    return (first, last) if meant or capital else None
