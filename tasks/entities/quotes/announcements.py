"""A piece of a sentence -> the announcement of a content, if it is one: who, by which words, and where the content is.

"said", "is confident that", "his claim that", "according to": each is read by what stands before and behind it.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from tasks.entities.quotes.complements import complement
from tasks.entities.quotes.cues import Cue, cues
from tasks.entities.quotes.phrases import Place, is_adverb, phrase_after, verb_group
from tasks.entities.quotes.reading import Piece
from tasks.entities.quotes.subjects import JOINED, source_of, subject
from tasks.entities.quotes.verbs import is_verb
from tasks.entities.quotes.wordlists import (
    ARTICLES,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    CONTENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
    SENTIMENTS,
    one_of,
)

PARTING = frozenset(",;—–―-")
_OWNERS = one_of("his her their its our my")
_BEHIND_NOUN = one_of("that to of about on for against")
_BEHIND_SENTIMENT = one_of("that to about of with by in if whether on at over for")
_CIRCUMSTANCES = one_of("during because since while when after before amid although though despite")
_AFTERTHOUGHTS = one_of("which who as in according including where on at with whose")
_SOURCE_ENDS = frozenset({",", ".", ";", ")", "who", "which", "?", ":"})


class Announcement(NamedTuple):
    """begin: where it begins, with its source. content: where its content begins; None for one that stands before it.

    spoken: by a verb of speech. end: of what belongs to one whose content stands before. joined: the verb goes on from
    one before of the same form ("said that, and warned"). limit: where the content ends at the latest, 0 for nowhere.
    """

    begin: int
    cue: Place
    source: Place | None
    content: int | None
    spoken: bool
    end: int = 0
    form: str = ""
    joined: bool = False
    limit: int = 0


def announcement(pieces: Sequence[Piece], at: int, named: Set[int], earlier: Place | None) -> Announcement | None:
    """Read the piece at a place; named: places of names; earlier: the source of what was announced before it."""
    word = pieces[at].word
    following = pieces[at + 1].word if at + 1 < len(pieces) else ""
    if word == "according" and following == "to":
        return _according(pieces, at, 2)
    if word == "per" and at and pieces[at - 1].word == "," and following == "the":
        return _according(pieces, at, 1)
    if word in CONTENT_NOUNS and following in _BEHIND_NOUN and at:
        noun = _noun(pieces, at, named, following)
        if noun is not None:
            return noun
    if word in SENTIMENTS and following in _BEHIND_SENTIMENT:
        return _sentiment(pieces, at, named, following)
    cue = cues().get(word)
    if cue is None or at in named:
        return None
    if at == 0 and cue.lemma == "ask" and cue.form == "past":  # "Asked about the port, she said"
        asked = complement(pieces, at, cue, named, passive=True)
        return Announcement(0, (0, asked[0]), None, asked[1], spoken=False) if asked else None
    return _verb(pieces, at, cue, named, earlier)


def is_parting(piece: Piece) -> bool:
    """Tell whether a piece parts a content from what announces it."""
    return piece.word in PARTING or piece.mark is not None


def _according(pieces: Sequence[Piece], at: int, width: int) -> Announcement | None:
    first = last = at + width
    while last < len(pieces) and pieces[last].word not in _SOURCE_ENDS and pieces[last].mark is None:
        last += 1
    if first == last:
        return None
    if at and not (at < 3 and pieces[at - 1].word in CONJUNCTIONS):
        return Announcement(at, (at, first), (first, last), None, spoken=True, end=last)
    content = last + 1 if last < len(pieces) and pieces[last].word == "," else last
    return Announcement(at, (at, first), (first, last), content, spoken=True) if content < len(pieces) else None


def _noun(pieces: Sequence[Piece], at: int, named: Set[int], following: str) -> Announcement | None:
    """Read "his claim that", "the council's decision to", "the belief that"."""
    before = pieces[at - 1].word
    content = at + 1 if following in ("that", "to") else at + 2
    cue = (at, at + 1)
    if content >= len(pieces):
        return None
    if before in _OWNERS:
        return Announcement(at - 1, cue, (at - 1, at), content, spoken=False)
    if before == "'s" and at > 1:
        owner = subject(pieces, at - 1, named)
        return Announcement(owner[0] if owner else at - 1, cue, owner, content, spoken=False)
    if following == "that" and at - 1 not in named and before not in PRONOUNS:
        return Announcement(at, cue, None, content, spoken=False)
    return None


def _sentiment(pieces: Sequence[Piece], at: int, named: Set[int], following: str) -> Announcement | None:
    """Read "is confident that", "are ready to"."""
    group = verb_group(pieces, at)
    content = at + 1 if following in ("that", "to", "if", "whether") else at + 2
    source = subject(pieces, group, named)
    if source is None or content >= len(pieces) or not any(pieces[i].word in BE for i in range(group, at)):
        return None
    return Announcement(source[0], (group, content), source, content, spoken=False)


def _verb(pieces: Sequence[Piece], at: int, cue: Cue, named: Set[int], earlier: Place | None) -> Announcement | None:
    """Read a verb of the table: "said Anna Berg", "Anna Berg said that", "is expected to"."""
    following = pieces[at + 1].word if at + 1 < len(pieces) else ""
    spoken = "s" in cue.classes or (cue.lemma == "put" and following == "it")
    inverted = _inverted(pieces, at, named) if spoken and cue.form != "gerund" else None
    if inverted is not None:
        return inverted
    group = verb_group(pieces, at)
    if _stands_as_noun(pieces, at, group, cue) or not is_verb(pieces, at, cue, named):
        return None
    behind = complement(pieces, at, cue, named, passive=_passive(pieces, at, group, cue))
    if _passive(pieces, at, group, cue):
        begin = (subject(pieces, group, named) or (group, group))[0]
        return None if behind is None else Announcement(begin, (group, behind[0]), None, behind[1], spoken)
    source, own = source_of(pieces, at, cue, named, earlier)
    if source is None:
        return None
    begin = source[0] if own else group
    if behind is None:
        return _after(pieces, at, begin, source, own=own) if spoken and cue.form != "gerund" else None
    joined = not own and cue.form in ("past", "third") and group > 0 and pieces[group - 1].word in JOINED
    limit = 0 if spoken else _limit(pieces, behind[1])
    return Announcement(begin, (at, behind[0]), source, behind[1], spoken, form=cue.form, joined=joined, limit=limit)


def _passive(pieces: Sequence[Piece], at: int, group: int, cue: Cue) -> bool:
    return cue.form in ("past", "participle") and any(pieces[i].word in BE for i in range(group, at))


def _stands_as_noun(pieces: Sequence[Piece], at: int, group: int, cue: Cue) -> bool:
    """Tell by what stands before that a form is no verb or an aside's: "the claim", "so-called", ", to show"."""
    if not group:
        return False
    before = pieces[group - 1]
    if before.word == "to":
        return group > 1 and pieces[group - 2].word == ","
    if before.word == "-":
        return before.end == pieces[group].start
    if before.word[:1].isdigit() and cue.lemma != "say":
        return cue.form == "past"
    if before.word in PREPOSITIONS:
        return cue.form != "gerund"
    return before.word in ARTICLES or (before.word == "'s" and group == at)


def _inverted(pieces: Sequence[Piece], at: int, named: Set[int]) -> Announcement | None:
    """Read "..., said Anna Berg"."""
    if not at or is_adverb(pieces[at - 1]) or not (pieces[at - 1].word == "," or pieces[at - 1].mark is not None):
        return None
    source = phrase_after(pieces, at + 1, named)
    if source is None:
        return None
    following = pieces[source[1]].word if source[1] < len(pieces) else ""
    alone = source[1] - source[0] == 1 and pieces[source[0]].word in PRONOUNS
    if following in AUXILIARIES or following == "that" or (alone and following[:1].isalpha()):
        return None
    return Announcement(at, (at, at + 1), source, None, spoken=True, end=source[1])


def _after(pieces: Sequence[Piece], at: int, begin: int, source: Place, *, own: bool) -> Announcement | None:
    """Read a verb of speech that announces nothing behind it: its content stands before, or in another sentence."""
    cue = (at, at + 1)
    if own and begin == 1 and pieces[0].word == "as":  # "As she put it, the bridge"
        comma = next((i for i in range(at + 1, len(pieces) - 1) if pieces[i].word == ","), None)
        return None if comma is None else Announcement(0, cue, source, comma + 1, spoken=True)
    parted = begin - 1 if begin and pieces[begin - 1].word == "as" else begin
    if parted and is_parting(pieces[parted - 1]):
        end = at + 1  # with what belongs to the verb: "said on Monday at a rally"
        while end < len(pieces) and pieces[end].mark is None and pieces[end].word not in (",", ";", ".", ":"):
            end += 1
        return Announcement(parted, cue, source, None, spoken=True, end=end)
    return Announcement(begin, cue, source, len(pieces), spoken=True) if own and begin == 0 else None


def _limit(pieces: Sequence[Piece], start: int) -> int:
    """Give where a content ends that is a thing and no clause: "the plan" of "praised the plan during a visit"."""
    if pieces[start].word in QUESTIONS or pieces[start].word in ("that", "to"):
        return 0
    for at in range(start + 1, len(pieces) - 1):
        word = pieces[at].word
        if word in _CIRCUMSTANCES or (word == "," and pieces[at + 1].word in _AFTERTHOUGHTS):
            return at
    return 0
