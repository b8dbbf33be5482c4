"""A text -> what it lets people say, direct and indirect, with who says it and the words that announce it."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from tasks.entities.quotes.drafts import Draft, drafts
from tasks.entities.quotes.reading import Sentence, read
from tasks.entities.quotes.speakers import Resolver, Speaker, named
from tasks.entities.recognition import recognise
from tasks.records import Mention, Quote

__all__ = ["find_quotes", "outermost", "quotes_among"]


def find_quotes(text: str) -> list[Quote]:
    """Give the quotes of `text`, sorted by where they start, the longer first; in linear time."""
    return quotes_among(text, recognise(text))


def quotes_among(text: str, mentions: Sequence[Mention]) -> list[Quote]:
    """Give the quotes of `text`, whose mentions are known already, as find_quotes does."""
    sentences = read(text)
    places = _places(sentences, mentions)
    resolver = Resolver(text, named(text, mentions, sentences))
    found: list[Quote] = []
    last: tuple[Speaker, tuple[int, int]] | None = None
    paragraph = -9
    told: dict[tuple[int, int], Speaker] = {}
    for draft in drafts(text, sentences, places):
        number = sentences[draft.sentence].paragraph
        speaker = Speaker("")
        source = draft.source or (0, 0)
        if draft.source is not None:
            if draft.source not in told:
                told[draft.source] = resolver.speaker(draft.source, draft.sentence)
            speaker = told[draft.source]
            if draft.spoken:
                last, paragraph = (speaker, draft.source), number
        elif draft.carried and last is not None and number - paragraph <= 2:
            speaker, source = last
            paragraph = number
        if draft.start == draft.end:
            continue
        cue = text[draft.cue[0] : draft.cue[1]] if draft.cue else ""
        found.append(Quote(draft.start, draft.end, draft.direct, cue, speaker.name, *source, speaker.start, speaker.end))
    return found


def outermost(quotes: Sequence[Quote]) -> list[Quote]:
    """Give the quotes, as find_quotes gives them, that stand in no other: without the pieces of mixed ones."""
    found: list[Quote] = []
    for quote in quotes:
        if not found or quote.start >= found[-1].end:
            found.append(quote)
    return found


def _places(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Set[int]]:
    """Give for each sentence the places of its pieces that belong to a mention."""
    starts = [mention.start for mention in mentions]
    found: list[Set[int]] = []
    for sentence in sentences:
        places = set()
        at = max(0, bisect_left(starts, sentence.pieces[0].start) - 1)
        for place, piece in enumerate(sentence.pieces):
            while at < len(mentions) and mentions[at].end <= piece.start:
                at += 1
            if at < len(mentions) and piece.mark is None and mentions[at].start <= piece.start:
                places.add(place)
        found.append(places)
    return found
