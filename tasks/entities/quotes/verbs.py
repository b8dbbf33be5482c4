"""A form of the table of cues in its sentence -> whether it is a verb there, for many are nouns as well."""

from collections.abc import Sequence, Set

from tasks.entities.quotes.cues import Cue, cues
from tasks.entities.quotes.phrases import is_adverb, verb_group
from tasks.entities.quotes.reading import Piece
from tasks.entities.quotes.subjects import DASHES, JOINED, subject
from tasks.entities.quotes.wordlists import BE, HAVE, LOOSE, one_of

_PLURAL = one_of("i we you they who which people police to")
_SINGULAR = one_of("he she it who which that")
_BEFORE_GERUND = one_of("while after by before in for and of without when from")


def is_verb(pieces: Sequence[Piece], at: int, cue: Cue, named: Set[int]) -> bool:
    """Tell whether the form at a place is a verb that announces something; named: places of names."""
    group = verb_group(pieces, at)
    auxiliaries = {pieces[i].word for i in range(group, at)}
    if cue.form == "base":
        return bool(auxiliaries - BE - HAVE) or (at > 0 and _is_base(pieces, at, group, cue, named))
    if cue.form == "third":
        return at > 0 and _is_third(pieces, at, group, cue, named)
    if cue.form == "participle":
        return bool(auxiliaries)
    if cue.form == "gerund":
        return at > 0 and (bool(auxiliaries & BE) or _is_gerund(pieces, at, group, named))
    return True


def _is_base(pieces: Sequence[Piece], at: int, group: int, cue: Cue, named: Set[int]) -> bool:
    before = pieces[at - 1]
    if "n" not in cue.classes:
        if "s" in cue.classes and (at - 1 in named or before.word in LOOSE):
            return True
        if before.word == ",":
            head = subject(pieces, group, named)
            return head is not None and (head[1] - 1 in named or pieces[head[1] - 1].word.endswith("s"))
    return before.word in _PLURAL or (before.word.endswith("s") and before.word != "'s") or is_adverb(before)


def _is_third(pieces: Sequence[Piece], at: int, group: int, cue: Cue, named: Set[int]) -> bool:
    before = pieces[at - 1]
    following = pieces[at + 1].word if at + 1 < len(pieces) else ""
    after = cues().get(following)
    if after is not None and after.form == "base" and "n" not in after.classes:  # "the rules permit"
        return False
    if "n" in cue.classes and at - 1 not in named and before.word not in _SINGULAR:
        return is_adverb(before) or following == "that" or (before.word in JOINED and following == "to")
    return group == at or is_adverb(before)


def _is_gerund(pieces: Sequence[Piece], at: int, group: int, named: Set[int]) -> bool:
    before = pieces[group - 1] if group else pieces[at - 1]
    parted = before.word in (",", ";", "-") or before.word in DASHES or before.mark is not None
    return parted or before.word in _BEFORE_GERUND or at - 1 in named
