"""Documents in, what stories are made of out: their texts, their words and names, and how common those are."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from tasks.gathering.words import Vocabulary
from tasks.records import Paragraph
from tasks.stories import Background, Counted, Prose, lead
from tasks.warehouse import facts
from tasks.warehouse.connection import Warehouse
from tasks.words.counts import count_words
from tasks.words.reference import load

LISTED = ("en",)  # languages of which a list of common words ships

Names = Sequence[tuple[str, int]]
"""Entities with the offsets at which they are named."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Documents of one language by id, and how many documents of the issue and its past have each feature."""

    prose: Mapping[str, Prose]
    counted: Mapping[str, Counted]
    background: Background

    @classmethod
    def of(cls, warehouse: Warehouse, documents: Set[str], spoken: Vocabulary) -> "Contents":
        """Ask for these documents."""
        texts, divided = facts.texts(warehouse, sorted(documents)), facts.paragraphs(warehouse, sorted(documents))
        prose = {id: Prose(id, texts[id], divided.get(id, ())) for id in sorted(texts)}
        return cls(prose, _counted(warehouse, prose, spoken), _background(warehouse, spoken))


def terms_of(text: str, spoken: Vocabulary) -> Mapping[str, int]:
    """The words of a text with their counts, joined under their headwords."""
    found: Counter[str] = Counter()
    for each in count_words(text, spoken.language):
        found[spoken.heads.get(each.term, each.term)] += each.uses
    return found


def _counted(warehouse: Warehouse, prose: Mapping[str, Prose], spoken: Vocabulary) -> dict[str, Counted]:
    """The words and names of documents by id, in all of each, in its lead and in its title."""
    warehouse.give("wanted", {"id": "VARCHAR"}, [(each,) for each in sorted(prose)])
    words: dict[str, dict[str, int]] = {id: {} for id in prose}
    for document, term, count in warehouse.rows("words_of_documents"):
        words[document][term] = count
    named: dict[str, list[tuple[str, int]]] = {id: [] for id in prose}
    for document, entity, start in warehouse.rows("names_of_documents"):
        named[document].append((entity, start))
    return {
        id: _one_counted(prose[id], dated, words[id], named[id], title, spoken)
        for id, dated, title in warehouse.rows("days_and_titles")
    }


def _one_counted(
    prose: Prose, dated: date, words: Mapping[str, int], named: Names, title: str, spoken: Vocabulary
) -> Counted:
    opening = lead(prose.text, prose.paragraphs)
    told = "\n\n".join(prose.text[each.start : each.end] for each in opening)
    heads = [each for each in prose.paragraphs if each.kind == "title"]
    return Counted(
        prose.id,
        dated,
        words,
        Counter(entity for entity, _ in named),
        {**terms_of(told, spoken), **_names(named, opening)},
        {**terms_of(title, spoken), **_names(named, heads)},
    )


def _names(named: Names, within: Sequence[Paragraph]) -> Mapping[str, int]:
    """How often each is named in these parts of a text."""
    return Counter(entity for entity, start in named if any(each.start <= start < each.end for each in within))


def _background(warehouse: Warehouse, spoken: Vocabulary) -> Background:
    """How many documents have each feature of those that `wanted` holds, its words joined under their headwords."""
    [(documents,)] = warehouse.rows("documents_among", language=spoken.language)
    having = dict(warehouse.rows("documents_having", language=spoken.language))
    general: dict[str, float] = {}
    if spoken.language in LISTED:
        shipped = load()
        for term, count in shipped.counts.items():
            head = spoken.heads.get(term, term)
            general[head] = general.get(head, 0.0) + count / shipped.total
    return Background(documents, having, general)
