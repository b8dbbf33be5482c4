"""The sentences of a text -> its quotes before anybody asks who "she" is: contents, cues and the words for the speaker.

A content that is one marked span is direct. One that has words outside of marks is indirect, and the marked spans in
it of three words or more are direct quotes of their own besides. Marked spans that nobody announces are quotes too
where they are sentences, or long: those of the last speaker. Other words in marks are names, titles or irony.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from tasks.entities.quotes.attributions import Attribution, attributions
from tasks.entities.quotes.marks import Mark, Span
from tasks.entities.quotes.reading import ENDS, Piece, Sentence
from tasks.entities.quotes.transcripts import transcribed
from tasks.entities.quotes.wordlists import one_of

_FRAGMENT = 3  # words of a marked span in other words that is a quote of its own
_LONG = 5  # words in marks that are a quote though nobody is said to say them
_SIGNED = 12  # pieces of a name behind a dash, with what follows it
_LABEL = 8  # pieces in front of a colon that say who speaks
_DASHES = frozenset("-–—―")
_PARTICLES = one_of("of the de van von der la di da el al and for . -")
_SMALL = one_of("a an and at but by for from in of on or the to with vs as is")
_EMPTY = one_of("it him her them this that these those so what which me us you something nothing anything")


@dataclass(frozen=True, slots=True)
class Draft:
    """start, end: the content; nothing between them where somebody speaks and what is said stands elsewhere.

    sentence: its number. source: the words that say who speaks. carried: they are those of the quote before. spoken:
    said rather than thought or wanted.
    """

    start: int
    end: int
    direct: bool
    sentence: int
    source: Span | None = None
    cue: Span | None = None
    carried: bool = False
    spoken: bool = True


def drafts(
    text: str, sentences: Sequence[Sentence], named: Sequence[Set[int]], people: Mapping[int, int]
) -> list[Draft]:
    """Give the drafts of a text, sorted.

    named: for each sentence the places of pieces that belong to names. people: where the names of people end, by start.
    """
    found: list[Draft] = []
    ends = {sentence.paragraph: sentence.pieces[-1].end for sentence in sentences}
    paragraph = printed = -1
    for number, sentence in enumerate(sentences):
        first = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        opening = transcribed(text, sentence.pieces[0].start, ends[paragraph], people) if first else None
        if opening is not None:
            printed = paragraph
            end = ends[paragraph] - (text[ends[paragraph] - 1] in '"”')
            found.append(Draft(opening[1], end, False, number, opening[0]))
        elif paragraph != printed:
            told = attributions(sentence.pieces, named[number])
            if not first:
                _asked(sentence.pieces, sentences[number - 1].pieces, told, found)
            found += _of_sentence(text, sentences, number, told)
    return sorted(found, key=lambda draft: (draft.start, -draft.end))


def _of_sentence(text: str, sentences: Sequence[Sentence], number: int, told: Sequence[Attribution]) -> Iterator[Draft]:
    pieces = sentences[number].pieces
    claimed: set[int] = set()
    for one in told:
        if one.content[0] < one.content[1]:
            yield from _contents(text, pieces, one, number, claimed)
        elif one.spoken:
            end = pieces[one.cue[1] - 1].end
            yield Draft(end, end, False, number, _span(pieces, one.source), _span(pieces, one.cue))
    for at, piece in enumerate(pieces):
        if piece.mark is not None and at not in claimed:
            draft = _unannounced(text, sentences, number, at, told)
            if draft is not None:
                yield draft


def _span(pieces: Sequence[Piece], place: Span | None) -> Span | None:
    return (pieces[place[0]].start, pieces[place[1] - 1].end) if place and place[0] < place[1] else None


def _asked(pieces: Sequence[Piece], before: Sequence[Piece], told: Sequence[Attribution], found: list[Draft]) -> None:
    """Give the speaker of "Anna Berg asked." to the quote that is the end of the sentence before."""
    mark = before[-1].mark
    if mark is None or not told or told[0].content[0] < told[0].content[1] or not told[0].spoken:
        return
    for i in range(len(found) - 1, max(-1, len(found) - 4), -1):
        draft = found[i]
        if draft.start == mark.start and (draft.source is None or draft.carried):
            source, cue = _span(pieces, told[0].source), _span(pieces, told[0].cue)
            found[i] = Draft(mark.start, mark.end, True, draft.sentence, source, cue)


def _contents(text: str, pieces: Sequence[Piece], one: Attribution, number: int, claimed: set[int]) -> Iterator[Draft]:
    """Give the drafts of one content, and note the marked spans in it as claimed."""
    start, end = _narrowed(text, pieces, *one.content)
    source, cue = _span(pieces, one.source), _span(pieces, one.cue)
    marked = [mark for piece in pieces[start:end] if (mark := piece.mark) is not None]
    claimed.update(at for at in range(start, end) if pieces[at].mark is not None)
    if all(piece.mark is not None or not piece.word[0].isalnum() for piece in pieces[start:end]):
        for mark in marked:
            yield Draft(mark.start, mark.end, True, number, source, cue)
    elif end - start > 1 or pieces[start].word not in _EMPTY:
        yield Draft(pieces[start].start, pieces[end - 1].end, False, number, source, cue, spoken=one.spoken)
        for mark in marked:
            if _words(text, mark) >= _FRAGMENT:
                yield Draft(mark.start, mark.end, True, number, source, cue)


def _narrowed(text: str, pieces: Sequence[Piece], start: int, end: int) -> Span:
    """Give a content without the words around a quote in full: what is behind "We go," or before ", 'We go,'"."""
    for at in range(start, end):
        mark = pieces[at].mark
        if mark is None or not pieces[at].full or _words(text, mark) < 2:
            continue
        if at == start:
            following = at + 1
            while following < end and (pieces[following].mark is not None or pieces[following].word in (",", "and")):
                following += 1
            return start, following if pieces[following - 1].mark is not None else at + 1
        if at == end - 1 and pieces[at - 1].word in (",", ":"):
            return at, end
    return start, end


def _words(text: str, mark: Mark) -> int:
    return text.count(" ", mark.start, mark.end) + 1


def _title(text: str, mark: Mark) -> bool:
    """Tell whether words in marks are the title of a work or a name: all with capitals but the small ones."""
    words = text[mark.start : mark.end].split()
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words)


def _is_language(text: str, mark: Mark) -> bool:
    """Tell whether words in marks are mostly letters, as a badly scanned table is not."""
    inside = text[mark.start : mark.end]
    return 3 * sum(map(str.isalpha, inside)) > 2 * (len(inside) - inside.count(" "))


def _unannounced(
    text: str, sentences: Sequence[Sentence], number: int, at: int, told: Sequence[Attribution]
) -> Draft | None:
    """Give the draft of a marked span that no cue announces, None if it is no quote."""
    pieces = sentences[number].pieces
    mark = pieces[at].mark
    assert mark is not None
    words = _words(text, mark)
    source, cue = _beside(pieces, at, told)
    opens = at == 0 or pieces[at - 1].word in (":", ",") or pieces[at - 1].mark is not None
    whole = all(piece.mark is not None or not piece.word[0].isalnum() for piece in pieces)
    quoted = words > 1 and (whole or (opens and text[mark.end - 1] in ENDS and not _title(text, mark)))
    if mark.taken_up or mark.goes_on or quoted:
        if source is None and at == len(pieces) - 1 and number + 1 < len(sentences):
            source = _signature(sentences[number + 1].pieces, 0)
        return Draft(mark.start, mark.end, True, number, source, cue, carried=source is None)
    if words < _LONG or _title(text, mark) or not _is_language(text, mark):
        return None
    return Draft(mark.start, mark.end, True, number, source, cue)


def _beside(pieces: Sequence[Piece], at: int, told: Sequence[Attribution]) -> tuple[Span | None, Span | None]:
    """Give the source and the cue that stand nearest to a marked span in its sentence."""
    signed = _signature(pieces, at + 1)
    if signed is not None:
        return signed, None
    if at > 1 and pieces[at - 1].word == ":" and pieces[at - 2].capital:
        first = next((i for i in range(at - 2, -1, -1) if not pieces[i].capital), -1) + 1
        return _span(pieces, (first, at - 1)), None
    near = min((one for one in told if one.source), key=lambda one: abs(one.cue[0] - at), default=None)
    if near is not None:
        return _span(pieces, near.source), _span(pieces, near.cue)
    labelled = 1 < at < _LABEL and pieces[at - 1].word == ":"
    return (_span(pieces, (0, at - 1)) if labelled else None), None


def _signature(pieces: Sequence[Piece], at: int) -> Span | None:
    """Give the name behind a dash that ends the sentence: "— Anna Berg"."""
    if at + 1 >= len(pieces) or pieces[at].word[:1] not in _DASHES or len(pieces) - at > _SIGNED:
        return None
    end = next((i for i in range(at + 1, len(pieces)) if pieces[i].word in (",", ".", "(")), len(pieces))
    capital = all(piece.capital or piece.word in _PARTICLES for piece in pieces[at + 1 : end])
    return _span(pieces, (at + 1, end)) if capital else None
