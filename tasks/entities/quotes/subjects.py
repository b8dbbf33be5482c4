"""A verb in its sentence -> the words for its subject: "Anna Berg" of "Anna Berg, director of the port, said"."""

from collections.abc import Sequence, Set

from tasks.entities.quotes.cues import Cue, cues
from tasks.entities.quotes.phrases import Place, phrase_before, verb_group
from tasks.entities.quotes.reading import Piece
from tasks.entities.quotes.wordlists import BE, PREPOSITIONS, PRONOUNS, one_of

JOINED = one_of("and but or yet then")  # behind these a verb has the subject of the one before
DASHES = frozenset({"--", "—", "–", "―"})
_APPOSITION = 35  # pieces between the two commas or dashes of an apposition
_BRACKET = 12
_CLAUSE = 20
_LONG = 30  # characters of a marked span that no apposition goes around


def subject(pieces: Sequence[Piece], end: int, named: Set[int]) -> Place | None:
    """Give the noun phrase that ends before the place `end`, the subject of a verb that stands there.

    named: the places of pieces that belong to names.
    """
    last = _before_bracket(pieces, end - 1)
    if last < 0:
        return None
    if last and pieces[last].word == ",":
        return _before_commas(pieces, last, named)
    if last and pieces[last].word in DASHES:
        opening = next((at for at in range(last - 2, max(0, last - _APPOSITION), -1) if pieces[at].word in DASHES), 0)
        return phrase_before(pieces, opening - 1, named)
    return phrase_before(pieces, last, named)


def _before_bracket(pieces: Sequence[Piece], last: int) -> int:
    """Give the place before a bracket that ends at `last`, else `last`."""
    if last >= 0 and pieces[last].word == ")":
        for at in range(last - 1, max(-1, last - _BRACKET), -1):
            if pieces[at].word == "(":
                return at - 1
    return last


def _before_commas(pieces: Sequence[Piece], comma: int, named: Set[int]) -> Place | None:
    """Give the phrase before an apposition that ends with a comma: behind the nearest name, else the nearest phrase."""
    ends = []
    for at in range(comma - 2, max(0, comma - _APPOSITION), -1):
        piece = pieces[at]
        if piece.word in (";", ":") or (piece.mark is not None and piece.end - piece.start > _LONG):
            break
        if piece.word == ",":
            ends.append(_before_bracket(pieces, at - 1))
    last = next((at for at in ends if _is_head(pieces, at, named)), ends[0] if ends else -1)
    return phrase_before(pieces, last, named)


def _is_head(pieces: Sequence[Piece], at: int, named: Set[int]) -> bool:
    """Tell whether a name ends here that is no place in an apposition: not the last of "of Raleigh, N.C.,"."""
    if at not in named or "." in pieces[at].word:
        return False
    while at and at in named:
        at -= 1
    return pieces[at].word not in PREPOSITIONS


def source_of(
    pieces: Sequence[Piece], at: int, cue: Cue, named: Set[int], earlier: Place | None
) -> tuple[Place | None, bool]:
    """Give who speaks, and whether the words are the verb's own subject.

    A verb without one has that of the verb it is joined to or hangs on: `earlier`, the last that was found, or the
    first name or pronoun of the sentence.
    """
    group = verb_group(pieces, at)
    before = pieces[group - 1].word if group else ""
    auxiliaries = {pieces[i].word for i in range(group, at)}
    dependent = cue.form == "gerund" and not auxiliaries & BE and at - 1 not in named
    if not dependent and group and before != "to" and before not in JOINED:
        return subject(pieces, group, named), True
    if before == "to" and group > 1:
        chained = subject(pieces, verb_group(pieces, group - 2), named)
        if chained is not None and (pieces[group - 2].word in cues() or pieces[group - 2].word[-1:] in "ds"):
            return chained, True
    near = _of_clause(pieces, group - 1, named) if before in JOINED else None
    if earlier is None and before == "of":
        return None, False
    return near or earlier or _first(pieces, 0, at, named), False


def _of_clause(pieces: Sequence[Piece], end: int, named: Set[int]) -> Place | None:
    """Give the subject of the clause that ends at a place: "he" of "he laughed" in "he laughed and said"."""
    start = end
    while start and end - start < _CLAUSE:
        if pieces[start - 1].word in (",", ";", "—", ":") or pieces[start - 1].mark is not None:
            break
        start -= 1
    return _first(pieces, start, end, named)


def _first(pieces: Sequence[Piece], start: int, end: int, named: Set[int]) -> Place | None:
    """Give the first name or pronoun between two places."""
    for at in range(start, end):
        if pieces[at].word in PRONOUNS:
            return at, at + 1
        if at in named:
            return at, next((i for i in range(at, end) if i not in named), end)
    return None
