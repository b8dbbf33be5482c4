"""A verb in its sentence -> where what it announces begins behind it, if anything does.

"told reporters on Monday that the port": behind the verb come adverbs, days, places and those who are told, then the
content. Which contents a verb takes stands in the table of cues.
"""

from collections.abc import Sequence, Set

from tasks.entities.quotes.cues import Cue, cues
from tasks.entities.quotes.phrases import is_adverb
from tasks.entities.quotes.reading import Piece
from tasks.entities.quotes.wordlists import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
    one_of,
)

Place = tuple[int, int]
_TELLING = one_of("tell inform remind assure reassure notify advise convince")
_HEARERS = PRONOUNS | one_of("him her them us me reporters everyone everybody people")
_OBJECTS = one_of("him her them us me himself herself themselves itself")
_PLAIN = frozenset({"say", "tell"})
_FAR = 14  # pieces that may stand between a verb and its "that"
_ENDS = frozenset(',.;:?!()—–―…"')


def complement(pieces: Sequence[Piece], at: int, cue: Cue, named: Set[int], *, passive: bool) -> Place | None:
    """Give (where the words of the cue end, where the content begins), None if the verb announces nothing."""
    first = at + 1
    if first >= len(pieces):
        return None
    if is_adverb(pieces[first]) and first + 1 < len(pieces) and pieces[first + 1].word in cue.prepositions:
        first += 1
    if pieces[first].word in cue.prepositions and first + 1 < len(pieces):
        if pieces[first + 1].word not in _ENDS:
            return first + 1, first + 1
        if pieces[first + 1].word in (",", ":") and first + 2 < len(pieces) and pieces[first + 2].mark is not None:
            return first + 1, first + 2
    start = _skipped(pieces, first, cue, named)
    if start >= len(pieces):
        return None
    piece = pieces[start]
    if piece.mark is not None:
        aside = cue.form == "gerund" and "s" in cue.classes and not piece.full  # "responding 'rapidly' to calls"
        return (first, start) if cue.classes & set("sco") and not aside else None
    if piece.word in (":", ","):
        marked = start + 1 < len(pieces) and pieces[start + 1].mark is not None
        spoken = "s" in cue.classes and (marked or piece.word == ":")
        return (first, start + 1) if spoken else None
    return (first, start) if _fits(pieces, start, cue, passive=passive) else None


def _fits(pieces: Sequence[Piece], start: int, cue: Cue, *, passive: bool) -> bool:
    """Tell whether the content that begins at `start` is one that the verb takes."""
    word = pieces[start].word
    if word == "that":
        return bool(cue.classes & set("scdo"))
    if word in QUESTIONS:
        if start + 1 >= len(pieces) or pieces[start + 1].word in _ENDS:
            return False
        return word not in ("when", "who", "which") or bool(cue.classes & set("scw"))
    if word == "to":
        return "t" in cue.classes or (passive and bool(cue.classes & set("scad")))
    if passive:
        return word == "as" and cue.lemma != "know"
    if not _begins_phrase(pieces[start]):
        return False
    if cue.lemma == "call":
        return _names(pieces, start)
    if "o" in cue.classes or "a" in cue.classes:
        return True
    if cue.classes & set("scd") and any(piece.mark is not None and piece.full for piece in pieces[start : start + 30]):
        return True
    return cue.lemma in _PLAIN or (bool(cue.classes & set("sc")) and _has_verb(pieces, start))


def _names(pieces: Sequence[Piece], start: int) -> bool:
    """Tell whether "called" gives something a name ("called it a fraud") and not somebody a ring."""
    if pieces[start].word in _OBJECTS:
        return True
    near = pieces[start + 1 : start + _FAR]
    return any(piece.mark is not None or piece.word in ("a", "an", "for") for piece in near)


def _begins_phrase(piece: Piece) -> bool:
    word = piece.word
    if word in DETERMINERS or word in PRONOUNS or word in _OBJECTS:
        return True
    if word in PREPOSITIONS or word in CONJUNCTIONS or word in FINITE or word in _ENDS:
        return False
    return word[0].isalnum() or word[0] in "$£€@#["


def _has_verb(pieces: Sequence[Piece], start: int) -> bool:
    """Tell whether a finite verb stands in the words that begin at `start`."""
    for piece in pieces[start + 1 : start + _FAR]:
        if piece.word in _ENDS:
            return False
        cue = cues().get(piece.word)
        if (
            piece.word in AUXILIARIES
            or (cue is not None and cue.form in ("past", "third"))
            or piece.word.endswith("ed")
        ):
            return True
    return False


def _skipped(pieces: Sequence[Piece], first: int, cue: Cue, named: Set[int]) -> int:
    """Give where the content may begin behind adverbs, days, places and hearers."""
    far = _that(pieces, first)
    hearers = cue.lemma in _TELLING or (cue.lemma == "ask" and far is not None and pieces[far].word in QUESTIONS)
    at = first
    if hearers:
        at = far if far is not None else _behind_hearer(pieces, first, named)
    while at < len(pieces):
        word = pieces[at].word
        if word in ("last", "this", "next", "earlier", "late", "early") and _day(pieces, at + 1):
            at += 2
        elif word in DAYS or is_adverb(pieces[at]):
            at += 1
        elif word in PREPOSITIONS and word not in ("to", "of") and "s" in cue.classes:
            behind = _that(pieces, at)
            if behind is None:
                return _behind_place(pieces, at)
            at = behind
        else:
            break
    return at


def _day(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and (pieces[at].word in DAYS or pieces[at].word in ("week", "month", "year"))


def _that(pieces: Sequence[Piece], first: int) -> int | None:
    """Give the place of a "that", a "whether", a colon or a marked span near behind, before anything that parts."""
    parted = False
    for at in range(first, min(len(pieces), first + _FAR)):
        piece = pieces[at]
        if parted:  # "in Toledo, Ohio, that"
            if piece.word == "that" and pieces[at - 1].word == ",":
                return at
            continue
        if piece.word == "that" and pieces[at - 1].word in PREPOSITIONS:  # "at that time"
            continue
        if piece.mark is not None and not piece.full and not is_parted(pieces[at - 1]):  # on CNN's "State of the Union"
            continue
        if piece.mark is not None or piece.word in ("that", "whether", "if", ":"):
            return at
        if piece.word == "," and at + 1 < len(pieces) and pieces[at + 1].mark is not None:
            return at
        if piece.word == ",":
            parted = True
            continue
        if piece.word in _ENDS or piece.word in FINITE or (at > first and _another(piece)):
            return None
    return None


def is_parted(before: Piece) -> bool:
    """Tell whether a marked span behind a piece can be what is announced, and no title or irony in a phrase."""
    return before.word in (",", ":") or before.word in cues() or is_adverb(before) or before.word in DAYS


def _another(piece: Piece) -> bool:
    """Tell whether a piece is another verb that announces something."""
    cue = cues().get(piece.word)
    return cue is not None and "s" in cue.classes and cue.form in ("past", "gerund")


def _behind_hearer(pieces: Sequence[Piece], first: int, named: Set[int]) -> int:
    """Give where the words for those who are told end: a pronoun, a name, an article and its noun."""
    at = first
    if at < len(pieces) and pieces[at].word in _HEARERS:
        return at + 1
    for far in range(first + 1, min(len(pieces), first + 10)):
        if pieces[far].word in PRONOUNS:
            return far
        if pieces[far].word in _ENDS or pieces[far].word in FINITE:
            break
    while at < len(pieces) and at - first < 6 and (at in named or pieces[at].capital or pieces[at].word == "'s"):
        at += 1
    if at == first and at < len(pieces) and pieces[at].word in DETERMINERS:
        return min(len(pieces), at + 2)
    return at


def _behind_place(pieces: Sequence[Piece], first: int) -> int:
    """Give where a phrase of place or time ends that no "that" follows: "said on Monday he would"."""
    at = first + 1
    while at < len(pieces) and at - first < 4:
        if pieces[at].word in DAYS:
            at += 1
            while at < len(pieces) and (pieces[at].word.isdigit() or pieces[at].word in DAYS):
                at += 1
            return at
        at += 1
    return first
