"""The sentences of a text -> its quotes before anybody asks who "she" is: contents, cues and the words for the speaker.

A content that is one marked span is direct. One that has words outside of marks is indirect, and the marked spans in
it of three words or more are direct quotes of their own besides. Marked spans that nobody announces are quotes too where
they are sentences, or long: those of the last speaker of the paragraph. Other words in marks are names or irony.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from tasks.entities.quotes.attributions import Attribution, attributions
from tasks.entities.quotes.marks import Mark, Span
from tasks.entities.quotes.reading import Piece, Sentence
from tasks.entities.quotes.transcripts import shouted

_LONG = 5  # words in marks that are a quote though nobody is said to say them
_FRAGMENT = 3  # words of a marked span in other words that is a quote of its own
_SENTENCE = frozenset(".,!?…—–-")
_DASHES = frozenset("-–—―")
_SIGNED = 12  # pieces of a name with what follows it
_PARTICLES = frozenset("of the de van von der la di da el al and for . -".split())
_EMPTY = frozenset("it him her them this that these those so what which me us you something nothing anything".split())
_SMALL = frozenset("a an and at but by for from in of on or the to with vs as is".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """start, end: the content. source: the words that say who speaks, or None. cue: None where there is none.

    sentence: its number. carried: the speaker is that of the quote before. spoken: said rather than thought
    or wanted.
    """

    start: int
    end: int
    direct: bool
    sentence: int
    source: Span | None = None
    cue: Span | None = None
    carried: bool = False
    spoken: bool = True


def drafts(text: str, sentences: Sequence[Sentence], named: Sequence[Set[int]]) -> list[Draft]:
    """Give the drafts of a text, sorted; named: for each sentence the places of pieces that belong to names."""
    found: list[Draft] = []
    ends = {sentence.paragraph: sentence.pieces[-1].end for sentence in sentences}
    printed = -1
    for number, sentence in enumerate(sentences):
        if sentence.paragraph == printed:
            continue
        if not number or sentences[number - 1].paragraph != sentence.paragraph:
            opening = shouted(text, sentence.pieces[0].start, ends[sentence.paragraph])
            if opening is not None:
                printed = sentence.paragraph
                end = ends[printed] - (text[ends[printed] - 1] in "\"”")
                found.append(Draft(opening[1], end, False, number, opening[0]))
                continue
        before = number - 1 if number and sentences[number - 1].paragraph == sentence.paragraph else None
        found += _of_sentence(text, sentences, number, named[number], found, before)
    return sorted(found, key=lambda draft: (draft.start, -draft.end))


def _of_sentence(
    text: str, sentences: Sequence[Sentence], number: int, named: Set[int], earlier: list[Draft], before: int | None
) -> list[Draft]:
    pieces = sentences[number].pieces
    told = attributions(pieces, named)
    found: list[Draft] = []
    claimed: set[int] = set()
    for one in told:
        if one.content[0] == one.content[1] and one.spoken and before is not None:
            _give(text, sentences[before].pieces, one, pieces, earlier, before)
        if one.content[0] == one.content[1] and one.spoken:  # said, but not here: what stands alone in marks below is this speaker's
            silent = pieces[one.cue[1] - 1].end
            found.append(Draft(silent, silent, False, number, _span(pieces, one.source), _span(pieces, one.cue)))
        if one.content[0] < one.content[1]:
            found += _contents(text, pieces, *one.content, one, number, claimed)
    for at, piece in enumerate(pieces):
        if piece.mark is not None and at not in claimed:
            found += _unannounced(text, sentences, number, at, told, [*earlier, *found])
    return found


def _span(pieces: Sequence[Piece], place: Span | None) -> Span | None:
    return (pieces[place[0]].start, pieces[place[1] - 1].end) if place and place[0] < place[1] else None


def _give(
    text: str, marked: Sequence[Piece], one: Attribution, pieces: Sequence[Piece], earlier: list[Draft], number: int
) -> None:
    """Give the speaker of "Anna Berg asked." to the quote that ends the sentence before."""
    mark = marked[-1].mark
    if mark is None:
        return
    draft = Draft(mark.start, mark.end, True, number, _span(pieces, one.source), _span(pieces, one.cue))
    others = [other for other in earlier[-3:] if (other.start, other.end) == (mark.start, mark.end)]
    if not others:
        earlier.append(draft)
    elif others[-1].source is None or others[-1].carried:
        earlier[earlier.index(others[-1])] = draft


def _contents(
    text: str, pieces: Sequence[Piece], start: int, end: int, one: Attribution, number: int, claimed: set[int]
) -> list[Draft]:
    """Give the drafts of one content."""
    start, end = _narrowed(text, pieces, start, end)
    marked = [at for at in range(start, end) if pieces[at].mark is not None]
    claimed.update(marked)
    source, cue = _span(pieces, one.source), _span(pieces, one.cue)
    spans = [(mark.start, mark.end) for at in marked if (mark := pieces[at].mark) is not None]
    if all(pieces[at].mark is not None or not pieces[at].word[0].isalnum() for at in range(start, end)):
        return [Draft(*span, True, number, source, cue) for span in spans]
    if end - start == 1 and pieces[start].word in _EMPTY:
        return []
    whole = Draft(pieces[start].start, pieces[end - 1].end, False, number, source, cue, spoken=one.spoken)
    return [whole, *(Draft(*span, True, number, source, cue) for span in spans if text.count(" ", *span) >= _FRAGMENT - 1)]


def _narrowed(text: str, pieces: Sequence[Piece], start: int, end: int) -> Span:
    """Give a content without the words around a quote in full: what is behind "We go," or before ", 'We go,'"."""
    for at in range(start, end):
        mark = pieces[at].mark
        if mark is None or not _sentence_like(text, mark):
            continue
        if at == start:
            following = at + 1
            while following < end and (pieces[following].mark is not None or pieces[following].word in (",", "and")):
                following += 1
            return start, following if following > at + 1 and pieces[following - 1].mark is not None else at + 1
        if at == end - 1 and pieces[at - 1].word in (",", ":"):
            return at, end
    return start, end


def _sentence_like(text: str, mark: Mark) -> bool:
    """Tell whether a marked span is a sentence or ends as one."""
    return text[mark.end - 1] in _SENTENCE and " " in text[mark.start : mark.end]


def _title(text: str, mark: Mark) -> bool:
    """Tell whether words in marks are the title of a work or a name: all with capitals but the small ones."""
    words = text[mark.start : mark.end].split()
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words)


def _unannounced(
    text: str, sentences: Sequence[Sentence], number: int, at: int, told: Sequence[Attribution], earlier: list[Draft]
) -> list[Draft]:
    """Give the draft of a marked span that no cue announces, if it is a quote."""
    pieces = sentences[number].pieces
    mark = pieces[at].mark
    assert mark is not None
    words = text[mark.start : mark.end].count(" ") + 1
    alone = at == 0 or pieces[at - 1].word in (":", ",") or pieces[at - 1].mark is not None
    whole = words > 1 and all(piece.mark is not None or not piece.word[0].isalnum() for piece in pieces)
    if (alone and _sentence_like(text, mark)) or whole or mark.taken_up or mark.goes_on:
        source, cue = _beside(pieces, at, told)
        if source is None and at == len(pieces) - 1 and number + 1 < len(sentences):
            source = _signature(sentences[number + 1].pieces, 0)
        return [Draft(mark.start, mark.end, True, number, source, cue, carried=source is None)]
    if words < _LONG or _title(text, mark):
        return []
    source, cue = _beside(pieces, at, told)
    return [Draft(mark.start, mark.end, True, number, source, cue, carried=False)]


def _beside(pieces: Sequence[Piece], at: int, told: Sequence[Attribution]) -> tuple[Span | None, Span | None]:
    """Give the source and the cue of the attribution of the same sentence next to a marked span, or its subject."""
    signed = _signature(pieces, at + 1)
    if signed is not None:
        return signed, None
    near = min((one for one in told if one.source), key=lambda one: abs(one.cue[0] - at), default=None)
    if near is not None:
        return _span(pieces, near.source), _span(pieces, near.cue)
    if at and pieces[at - 1].word == ":":
        return _span(pieces, (0, at - 1)) if at < 8 else None, None
    return None, None


def _signature(pieces: Sequence[Piece], at: int) -> Span | None:
    """Give the name behind a dash that ends the sentence: "— Anna Berg"."""
    if at + 1 >= len(pieces) or pieces[at].word[:1] not in _DASHES or len(pieces) - at > _SIGNED:
        return None
    end = next((i for i in range(at + 1, len(pieces)) if pieces[i].word in (",", ".", "(")), len(pieces))
    capital = all(piece.capital or piece.word in _PARTICLES for piece in pieces[at + 1 : end])
    return _span(pieces, (at + 1, end)) if capital and end > at + 1 else None
