"""A sentence in pieces -> who is said to say, think or want what in it: sources, cues and contents, as places of pieces.

Read from left to right. What a verb announces runs to the end of the sentence, or to a comma behind which somebody
else speaks or the speaker goes on ("..., adding that"). Inside a content nothing new begins otherwise.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from tasks.entities.quotes.complements import complement
from tasks.entities.quotes.cues import Cue, cues
from tasks.entities.quotes.phrases import is_adverb, phrase_after, subject, verb_group
from tasks.entities.quotes.reading import Piece
from tasks.entities.quotes.wordlists import (
    ARTICLES,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    CONTENT_NOUNS,
    FINITE,
    HAVE,
    LOOSE,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
    SENTIMENTS,
)

Place = tuple[int, int]
_POSSESSIVE = frozenset("his her their its our my".split())
_PARTING = frozenset(",;—–―-")
_JOINING = frozenset("and but while though although as yet whereas or so".split())
_PLURAL_PRONOUNS = frozenset("i we you they who which people police to".split())
_SAYING = frozenset("many some others most few several both all i we you they who".split())
_ONE = frozenset("he she it who which that".split())
_BEHIND_NOUN = frozenset("that to of about on for against".split())
_AND = frozenset("and but or yet then".split())
_CIRCUMSTANCES = frozenset("during because since while when after before amid although though despite".split())
_AFTERTHOUGHTS = frozenset("which who as in according including where on at with whose".split())
_BEHIND_SENTIMENT = frozenset("that to about of with by in if whether on at over for".split())
_BEFORE_GERUND = frozenset("while after by before in for and of without when from".split())


class Attribution(NamedTuple):
    """source: None where nobody is named. contents: where they are words of the sentence. spoken: by a verb of speech."""

    cue: Place
    source: Place | None
    contents: tuple[Place, ...]
    spoken: bool


class _Found(NamedTuple):
    """What a cue shows: where it begins with its source, its content behind it or before it (or neither)."""

    begin: int
    cue: Place
    source: Place | None
    content: int | None
    spoken: bool
    behind: bool = False
    end: int = 0
    form: str = ""
    joined: bool = False
    limit: int = 0


def attributions(pieces: Sequence[Piece], named: Set[int]) -> list[Attribution]:
    """Give the attributions of one sentence in order; their contents do not overlap."""
    found: list[Attribution] = []
    running: _Found | None = None
    floor = before = 0
    at = 0
    while at < len(pieces):
        one = _at(pieces, at, named, found, running)
        if one is None:
            at += 1
            continue
        inside = running is not None
        if one.behind:
            if inside and running is not None:
                if running.spoken:
                    if not _parts(pieces, one.begin):
                        at += 1
                        continue
                    found.append(_closed(pieces, running, one.begin))
                    floor = one.begin
                else:
                    floor = before
                running = None
            found.append(_behind(pieces, one, floor, found))
            floor = one.end
            running = _resumed(pieces, one, found[-1])
            at = max(one.end, at + 1)
            continue
        if running is not None:
            joined = one.joined and one.form == running.form
            if not joined and (not _parts(pieces, one.begin) or (running.spoken and not one.spoken)):
                at += 1
                continue
            if joined:
                one = one._replace(source=running.source)
            found.append(_closed(pieces, running, one.begin))
        else:
            before = floor
        running = one
        floor = len(pieces)
        at = max(one.content or 0, one.cue[1], at + 1)
    if running is not None:
        found.append(_closed(pieces, running, len(pieces)))
    return found


def _closed(pieces: Sequence[Piece], running: _Found, end: int) -> Attribution:
    """Give the attribution whose content runs to `end`, without the marks and the joining words before that."""
    start = running.content if running.content is not None else end
    end = min(end, running.limit or end)
    while end > start and pieces[end - 1].mark is None and not pieces[end - 1].word[-1].isalnum() | (
        pieces[end - 1].word[-1] in ")]%"
    ):
        end -= 1
    if end > start and pieces[end - 1].word in _JOINING:
        end -= 1
        while end > start and pieces[end - 1].word in _PARTING:
            end -= 1
    contents = ((start, end),) if start < end else ()
    return Attribution(running.cue, running.source, contents, running.spoken)


def _parts(pieces: Sequence[Piece], begin: int) -> bool:
    """Tell whether something new may begin at `begin` inside a content: behind a comma, a semicolon, a dash."""
    before = begin - 1
    if before >= 0 and (pieces[before].word in _JOINING or pieces[before].word == "with"):
        before -= 1
    return before >= 0 and (pieces[before].word in _PARTING or pieces[before].mark is not None)


def _behind(pieces: Sequence[Piece], one: _Found, floor: int, found: list[Attribution]) -> Attribution:
    """Give the attribution whose content stands before it, from `floor` on."""
    while found and floor < one.begin and found[-1].cue[0] >= floor and not found[-1].spoken:
        found.pop()
    content = _closed(pieces, one._replace(content=floor), one.begin)
    start = floor
    if content.contents:
        start, end = content.contents[0]
        start = _behind_dateline(pieces, start, end)
        while start < end and pieces[start].mark is None and not pieces[start].word[0].isalnum():
            start += 1
        content = content._replace(contents=((start, end),) if start < end else ())
    return content


def _behind_dateline(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Give where a content begins behind "OSLO (Wire) -"."""
    if start == 0:
        for at in range(1, min(end, 12)):
            piece = pieces[at]
            if piece.word in ("-", "--", "—", "–") and pieces[at - 1].end < piece.start:
                return at + 1
            if piece.word.isalpha() and not piece.capital:
                break
    return start


def _resumed(pieces: Sequence[Piece], one: _Found, told: Attribution) -> _Found | None:
    """Give the rest of a content that was interrupted: "The bridge, she said, will open"."""
    at = one.end
    if not told.contents or at + 1 >= len(pieces) or pieces[at].word != ",":
        return None
    start, end = told.contents[0]
    following = pieces[at + 1]
    if following.mark is not None:
        return one._replace(content=at + 1)
    words_before = [piece.word for piece in pieces[start:end]]
    if pieces[end - 1].mark is not None or not FINITE.isdisjoint(words_before):
        return None
    if following.word in PREPOSITIONS | CONJUNCTIONS | LOOSE or following.word.endswith("ing"):
        return None
    return one._replace(content=at + 1)


def _at(
    pieces: Sequence[Piece], at: int, named: Set[int], found: Sequence[Attribution], running: _Found | None
) -> _Found | None:
    """Read the piece at a place as a cue, None if it is none."""
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
    if at == 0 and cue.lemma == "ask" and cue.form == "past":
        asked = complement(pieces, at, cue, named, passive=True)
        return _Found(0, (0, asked[0]), None, asked[1], False) if asked else None
    return _verb(pieces, at, cue, named, found, running)


def _according(pieces: Sequence[Piece], at: int, width: int) -> _Found | None:
    first = last = at + width
    while last < len(pieces) and pieces[last].word not in (",", ".", ";", ")", "who", "which", "?", ":") and (
        pieces[last].mark is None
    ):
        last += 1
    if first == last:
        return None
    opening = at == 0 or (pieces[at - 1].word in CONJUNCTIONS and at < 3)
    if opening:
        content = last + 1 if last < len(pieces) and pieces[last].word == "," else last
        return _Found(at, (at, first), (first, last), content, True) if content < len(pieces) else None
    return _Found(at, (at, first), (first, last), None, True, behind=True, end=last)


def _noun(pieces: Sequence[Piece], at: int, named: Set[int], following: str) -> _Found | None:
    """Read "his claim that", "the council's decision to", "the belief that"."""
    before = pieces[at - 1].word
    content = at + 1 if following in ("that", "to") else at + 2
    if content >= len(pieces):
        return None
    if before in _POSSESSIVE:
        return _Found(at - 1, (at, at + 1), (at - 1, at), content, False)
    if before == "'s" and at > 1:
        owner = subject(pieces, at - 1, named)
        return _Found(owner[0] if owner else at - 1, (at, at + 1), owner, content, False)
    if following == "that" and at - 1 not in named and before not in PRONOUNS:
        return _Found(at, (at, at + 1), None, content, False)
    return None


def _sentiment(pieces: Sequence[Piece], at: int, named: Set[int], following: str) -> _Found | None:
    """Read "is confident that", "are ready to"."""
    group = verb_group(pieces, at)
    if group == at or not any(pieces[i].word in BE for i in range(group, at)):
        return None
    source = subject(pieces, group, named)
    content = at + 1 if following in ("that", "to", "if", "whether") else at + 2
    if source is None or content >= len(pieces):
        return None
    return _Found(source[0], (group, content if following not in ("that", "to") else at + 1), source, content, False)


def _verb(
    pieces: Sequence[Piece],
    at: int,
    cue: Cue,
    named: Set[int],
    found: Sequence[Attribution],
    running: _Found | None,
) -> _Found | None:
    group = verb_group(pieces, at)
    before = pieces[group - 1].word if group else ""
    spoken = "s" in cue.classes or (cue.lemma == "put" and pieces[at + 1 : at + 2] and pieces[at + 1].word == "it")
    if spoken and cue.form != "gerund":
        inverted = _inverted(pieces, at, group, named)
        if inverted is not None:
            return inverted
    if (before == "-" and pieces[group - 1].end == pieces[group].start) or (before == "to" and _aside(pieces, group - 1)):
        return None
    if before in ARTICLES or (before == "'s" and group == at) or (before in PREPOSITIONS and before != "to" and cue.form != "gerund"):
        return None
    auxiliaries = {pieces[i].word for i in range(group, at)}
    passive = cue.form in ("past", "participle") and not auxiliaries.isdisjoint(BE)
    if not _is_verb(pieces, at, group, cue, named, auxiliaries):
        return None
    source, own = _source(pieces, at, group, cue, named, found, running, auxiliaries)
    behind = complement(pieces, at, cue, named, passive=passive)
    begin = source[0] if source and own else group
    if passive:
        if behind is None:
            return None
        return _Found(begin, (group, behind[0]), None, behind[1], spoken)
    if source is None:
        return None
    if behind is not None:
        joined = not own and cue.form in ("past", "third") and before in _AND
        limit = 0 if spoken else _limit(pieces, behind[1])
        return _Found(begin, (at, behind[0]), source, behind[1], spoken, form=cue.form, joined=joined, limit=limit)
    if spoken and own and begin == 1 and pieces[0].word == "as":  # "As she put it, the bridge"
        comma = next((i for i in range(at + 1, len(pieces) - 1) if pieces[i].word == ","), None)
        return None if comma is None else _Found(0, (at, at + 1), source, comma + 1, True)
    parted = begin - 1 if begin and pieces[begin - 1].word == "as" else begin
    if spoken and cue.form != "gerund" and parted and _is_parting(pieces[parted - 1]):
        begin = parted
        return _Found(begin, (at, at + 1), source, None, True, behind=True, end=_adverbials(pieces, at + 1))
    if spoken and begin == 0 and source[1] <= group:  # "'Why?' Anna Berg asked." : the quote is a sentence before
        return _Found(begin, (at, at + 1), source, len(pieces), True)
    return None


def _aside(pieces: Sequence[Piece], to: int) -> bool:
    """Tell whether a "to" is that of an aside: "..., to show that"."""
    return to > 0 and pieces[to - 1].word == ","


def _limit(pieces: Sequence[Piece], start: int) -> int:
    """Give where a content ends that is a thing and no clause: "the plan" of "praised the plan during a visit"."""
    if pieces[start].word in QUESTIONS or pieces[start].word in ("that", "to"):
        return 0
    for at in range(start + 1, len(pieces) - 1):
        word = pieces[at].word
        if word in _CIRCUMSTANCES or (word == "," and pieces[at + 1].word in _AFTERTHOUGHTS):
            return at
    return 0


def _is_parting(piece: Piece) -> bool:
    return piece.word in _PARTING or piece.mark is not None


def _adverbials(pieces: Sequence[Piece], at: int) -> int:
    """Give where the words end that belong to a verb of speech behind its content: "said on Monday at a rally"."""
    while at < len(pieces) and pieces[at].mark is None and pieces[at].word not in (",", ";", ".", ":"):
        at += 1
    return at


def _inverted(pieces: Sequence[Piece], at: int, group: int, named: Set[int]) -> _Found | None:
    """Read "..., said Anna Berg"."""
    if not at or group != at or not (pieces[at - 1].word == "," or pieces[at - 1].mark is not None):
        return None
    source = phrase_after(pieces, at + 1, named)
    if source is None:
        return None
    if source[1] < len(pieces) and (pieces[source[1]].word in AUXILIARIES or pieces[source[1]].word == "that"):
        return None
    if source[1] - source[0] == 1 and pieces[source[0]].word in PRONOUNS and source[1] < len(pieces):
        if pieces[source[1]].word[:1].isalpha():
            return None
    return _Found(at, (at, at + 1), source, None, True, behind=True, end=source[1])


def _is_verb(
    pieces: Sequence[Piece], at: int, group: int, cue: Cue, named: Set[int], auxiliaries: Set[str]
) -> bool:
    """Tell whether a form that may be a noun or an adjective is a verb here."""
    before = pieces[at - 1] if at else None
    if cue.form == "base":
        if auxiliaries - BE - HAVE:
            return True
        if before is None:
            return False
        if "s" in cue.classes and "n" not in cue.classes and (at - 1 in named or before.word in _SAYING):
            return True
        if before.word == "," and "n" not in cue.classes:
            head = subject(pieces, group, named)
            return head is not None and (head[1] - 1 in named or pieces[head[1] - 1].word.endswith("s"))
        return before.word in _PLURAL_PRONOUNS or (before.word.endswith("s") and before.word != "'s") or is_adverb(before)
    if cue.form == "third":
        following = pieces[at + 1].word if at + 1 < len(pieces) else ""
        after = cues().get(following)
        if after is not None and after.form == "base" and "n" not in after.classes:  # "the rules permit"
            return False
        if "n" in cue.classes and before is not None and not (at - 1 in named or before.word in _ONE):
            return is_adverb(before) or following == "that" or (before.word in _AND and following == "to")
        return before is not None and group == at or bool(before and is_adverb(before))
    if cue.form == "participle":
        return bool(auxiliaries)
    if cue.form == "gerund":
        if before is None or auxiliaries & BE:
            return before is not None
        before = pieces[group - 1] if group else before
        return before.word in _PARTING or before.mark is not None or before.word in _BEFORE_GERUND or at - 1 in named
    return True


def _source(
    pieces: Sequence[Piece],
    at: int,
    group: int,
    cue: Cue,
    named: Set[int],
    found: Sequence[Attribution],
    running: _Found | None,
    auxiliaries: Set[str],
) -> tuple[Place | None, bool]:
    """Give who speaks, and whether it is the verb's own subject: a verb without one has that of what came before."""
    before = pieces[group - 1].word if group else ""
    dependent = cue.form == "gerund" and not auxiliaries & BE and at - 1 not in named
    if not dependent and before not in _AND and before != "to" and group:
        return subject(pieces, group, named), True
    if before == "to" and group > 1:
        chained = subject(pieces, verb_group(pieces, group - 2), named)
        if chained is not None and (pieces[group - 2].word in cues() or pieces[group - 2].word[-1:] in "ds"):
            return chained, True
    if before in _AND:
        near = _clause_subject(pieces, group - 1, named)
        if near is not None:
            return near, False
    if running is not None and running.source is not None:
        return running.source, False
    if found and found[-1].source is not None:
        return found[-1].source, False
    return _first_subject(pieces, 0, at, named), False


def _clause_subject(pieces: Sequence[Piece], end: int, named: Set[int]) -> Place | None:
    """Give the subject of the clause that ends at a place: "he" of "he laughed" in "he laughed and said"."""
    start = end
    while start and end - start < 20 and pieces[start - 1].word not in (",", ";", "—", ":") and pieces[start - 1].mark is None:
        start -= 1
    return _first_subject(pieces, start, end, named)


def _first_subject(pieces: Sequence[Piece], start: int, end: int, named: Set[int]) -> Place | None:
    """Give the first name or pronoun between two places."""
    for i in range(start, end):
        if i in named:
            last = i
            while last < end and last in named:
                last += 1
            return i, last
        if pieces[i].word in PRONOUNS:
            return i, i + 1
    return None
