"""A text -> what it lets people say, direct and indirect, with who says it and the words that announce it."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from tasks.entities.identity import identify
from tasks.entities.quotes.bearers import bearers
from tasks.entities.quotes.drafts import Draft, drafts
from tasks.entities.quotes.marks import Span
from tasks.entities.quotes.reading import Sentence, read
from tasks.entities.quotes.speakers import Speaker, Speakers
from tasks.entities.recognition import recognise
from tasks.records import EntityMention, Mention, Quote

_CARRIED = 2  # paragraphs over which a quote without words for its speaker can be the last speaker's

__all__ = ["find_quotes", "outermost", "quotes_among", "quotes_by"]


def find_quotes(text: str) -> list[Quote]:
    """Give the quotes of `text`, sorted by where they start, the longer first; in linear time.

    A content with some words in marks and some outside is given whole, not direct; its marked pieces of three words
    or more are direct quotes of their own besides, with the same speaker. `outermost` leaves these pieces out.
    """
    return quotes_among(text, recognise(text))


def quotes_among(text: str, mentions: Sequence[Mention]) -> list[Quote]:
    """Give the quotes of `text`, whose mentions are known already, as find_quotes does."""
    return quotes_by(text, mentions, identify(text, list(mentions)))


def quotes_by(text: str, mentions: Sequence[Mention], named: Sequence[EntityMention]) -> list[Quote]:
    """Give the quotes of `text`, as find_quotes does, whose mentions and what they stand for are known already."""
    sentences = read(text)
    speakers = Speakers(text, bearers(text, mentions, named, sentences))
    found: list[Quote] = []
    told: dict[Span, Speaker] = {}
    last: tuple[Speaker, Span] = (Speaker(""), (0, 0))
    paragraph = -_CARRIED
    people = {mention.start: mention.end for mention in mentions if mention.kind == "PERSON"}
    for draft in drafts(text, sentences, _places(sentences, mentions), people):
        number = sentences[draft.sentence].paragraph
        speaker, source = Speaker(""), draft.source or (0, 0)
        if draft.source is not None:
            if draft.source not in told:
                told[draft.source] = speakers.speaker(draft.source, draft.sentence, direct=draft.direct)
            speaker = told[draft.source]
        elif draft.carried and number - paragraph <= _CARRIED:
            speaker, source = last
        if source != (0, 0) and draft.spoken:
            last, paragraph = (speaker, source), number
        if draft.start < draft.end:
            found.append(_quote(text, draft, speaker, source))
    return found


def _quote(text: str, draft: Draft, speaker: Speaker, source: Span) -> Quote:
    cue = text[draft.cue[0] : draft.cue[1]] if draft.cue else ""
    return Quote(draft.start, draft.end, draft.direct, cue, speaker.name, *source, speaker.start, speaker.end)


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
