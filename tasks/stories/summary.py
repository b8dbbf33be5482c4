"""A story's texts in, two or three of their sentences that tell it out, by their offsets: none is invented or joined.

The sentences nearest to the story's centre are taken (Radev et al. 2004, "Centroid-based summarization of multiple
documents"), each less what those before it have said already (maximal marginal relevance: Carbonell and Goldstein
1998).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.records import Paragraph
from tasks.stories.similarity import cosine
from tasks.stories.standing import stands_alone
from tasks.stories.weights import Background, quantised, rarity
from tasks.text.sentences import sentences

Terms = Callable[[str], Mapping[str, int]]
"""A text -> its terms with their counts: what the profiles were counted with."""

MOST, PARAGRAPHS = 3, 8  # sentences of a summary; paragraphs of a document from which they are taken
LEAD = 0.2  # what the first paragraph adds to the nearness, half as much the second, a third the third
STANDFIRST = 12  # words: a shorter sentence is often a line under the title, without a subject, and loses by it
REPEATED = 0.7  # what a sentence loses by its likeness to one that stands already, times that likeness
SAID = 0.5  # cosine from which a sentence says what another said
SAME_DOCUMENT = 0.15  # what a sentence loses if one of its document stands already
LEAST = 0.08  # nearness of a sentence that tells of the story at all


@dataclass(frozen=True, slots=True)
class Prose:
    """A document's text and where its paragraphs stand in it."""

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: text[start:end] of its text is the sentence, whole and unaltered."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    vector: Mapping[str, int]
    nearness: float


def summary(
    documents: Sequence[Prose], middle: Mapping[str, int], known: Background, terms: Terms, most: int = MOST
) -> tuple[Sentence, ...]:
    """Choose at most so many sentences, the most telling first; fewer where few can stand alone.

    Only body paragraphs are read, and of them the first; of sentences as good the one from the smaller document id,
    and there the earlier, is taken.
    """
    rest = sorted(
        (each for document in documents for each in _candidates(document, middle, known, terms)),
        key=lambda each: (each.sentence.document, each.sentence.start),
    )
    chosen: list[_Candidate] = []
    while rest and len(chosen) < most:
        best = max(rest, key=lambda each: _worth(each, chosen))
        if chosen and _worth(best, chosen) < LEAST:
            break
        chosen.append(best)
        rest = [each for each in rest if cosine(each.vector, best.vector) < SAID]
    return tuple(each.sentence for each in chosen)


def _candidates(document: Prose, middle: Mapping[str, int], known: Background, terms: Terms) -> Iterator[_Candidate]:
    """The sentences of a document that can stand alone and have to do with the story."""
    body = [each for each in document.paragraphs if each.kind == "body"][:PARAGRAPHS]
    for place, paragraph in enumerate(body, start=1):
        within = document.text[paragraph.start : paragraph.end]
        for start, end in sentences(within):
            if not stands_alone(within[start:end], within[:start]):
                continue
            vector = _vector(terms(within[start:end]), known)
            near = cosine(vector, middle)
            if near >= LEAST:
                sentence = Sentence(document.id, paragraph.start + start, paragraph.start + end)
                lead = LEAD / place if len(within[start:end].split()) >= STANDFIRST else -LEAD
                yield _Candidate(sentence, vector, near + lead)


def _vector(counts: Mapping[str, int], known: Background) -> Mapping[str, int]:
    return quantised({term: count * rarity(term, known) for term, count in counts.items()})


def _worth(candidate: _Candidate, chosen: Sequence[_Candidate]) -> float:
    """Its nearness, less what it repeats of those that are chosen."""
    repeated = max((cosine(candidate.vector, each.vector) for each in chosen), default=0.0)
    again = any(each.sentence.document == candidate.sentence.document for each in chosen)
    return candidate.nearness - REPEATED * repeated - SAME_DOCUMENT * again
