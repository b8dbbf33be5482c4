"""The documents of an issue, of the periods before it and of the stories told so far in, the issue's stories out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from tasks.gathering.words import Vocabulary, headed, vocabulary
from tasks.records import BriefedDocument, BriefedSentence, BriefedStory, Paragraph, Period
from tasks.stories import Article, Background, Counted, Found, Prose, Told, find, lead, tell
from tasks.warehouse import facts, terms
from tasks.warehouse.connection import Warehouse
from tasks.words.counts import count_words
from tasks.words.reference import load

LEAST_DOCUMENTS = 2  # of a language, for stories to be looked for in it
WORDS = 6  # by which a story says what it hangs together by
LISTED = ("en",)  # languages of which a list of common words ships

Names = Sequence[tuple[str, int]]
"""Entities with the offsets at which they are named."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """Stories that were told: their documents in the last print that did, and how many in the last issue before."""

    told: Mapping[str, tuple[str, tuple[str, ...]]]
    before: Mapping[str, int]


def found_stories(
    warehouse: Warehouse, period: Period, earlier: Sequence[Period], documents: Sequence[BriefedDocument]
) -> tuple[BriefedStory, ...]:
    """The stories of each language, those of the most documents first. documents: of the issue, with their titles."""
    languages = Counter(each.language for each in documents)
    found = [
        story
        for language, count in sorted(languages.items())
        if count >= LEAST_DOCUMENTS
        for story in _of_language(warehouse, period, earlier, [each for each in documents if each.language == language])
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.documents), each.id)))


def _of_language(
    warehouse: Warehouse, period: Period, earlier: Sequence[Period], documents: Sequence[BriefedDocument]
) -> Iterator[BriefedStory]:
    language = documents[0].language
    spoken = vocabulary(warehouse, earlier, language)
    titles = {each.id: each.title for each in documents}
    telling = _told(warehouse, period, earlier, language)
    older = {document for _, told in telling.told.values() for document in told}
    wanted = sorted({*titles, *older})
    prose = _prose(warehouse, wanted)
    counted = _counted(warehouse, prose, titles, spoken)
    known = _background(warehouse, spoken)
    told = [Told(id, since, tuple(counted[each] for each in made)) for id, (since, made) in telling.told.items()]
    found = find([counted[each] for each in sorted(titles)], known, told, period.name)
    articles = {id: Article(counted[id], titles[id], prose[id]) for each in found for id in each.documents}
    words = _words(warehouse, found, spoken)
    for each in found:
        story = tell(each, articles, known, partial(_terms, spoken=spoken))
        yield BriefedStory(
            id=story.id,
            headline=story.headline.title if story.headline else "",
            headline_document=story.headline.document if story.headline else story.documents[0],
            documents=story.documents,
            sentences=tuple(
                BriefedSentence(" ".join(prose[s.document].text[s.start : s.end].split()), s.document)
                for s in story.sentences
            ),
            terms=words[each.followed.id],
            entities=(*story.people, *story.organisations, *story.places),
            since="" if story.since == period.name else story.since,
            before=telling.before.get(story.id, 0),
        )


def _told(warehouse: Warehouse, period: Period, earlier: Sequence[Period], language: str) -> _Telling:
    rows = warehouse.rows(
        "stories_told",
        cadence=period.cadence,
        oldest=earlier[0].start if earlier else period.start,
        start=period.start,
        language=language,
    )
    told: dict[str, tuple[str, str, list[str]]] = {}
    before: dict[str, tuple[str, int]] = {}
    for story, since, issue, document in rows:  # the oldest issue first, so that the last one that told of it stays
        if story not in told or told[story][1] != issue:
            told[story] = (since, issue, [])
        told[story][2].append(document)
        if issue != period.name:
            before[story] = (issue, before[story][1] + 1 if story in before and before[story][0] == issue else 1)
    return _Telling(
        {story: (since, tuple(made)) for story, (since, _, made) in told.items()},
        {story: count for story, (_, count) in before.items()},
    )


def _prose(warehouse: Warehouse, wanted: Sequence[str]) -> dict[str, Prose]:
    """The texts of these documents with their paragraphs, by id."""
    texts, divided = facts.texts(warehouse, wanted), facts.paragraphs(warehouse, wanted)
    return {id: Prose(id, text, divided.get(id, ())) for id, text in texts.items()}


def _counted(
    warehouse: Warehouse, prose: Mapping[str, Prose], titles: Mapping[str, str], spoken: Vocabulary
) -> dict[str, Counted]:
    """The words and names of documents by id: in all of each, in its lead and in its title.

    titles: of the issue's own; the older ones, which are only compared, have those that stand in their texts.
    """
    warehouse.give("wanted", {"id": "VARCHAR"}, [(each,) for each in sorted(prose)])
    warehouse.give("joined", {"term": "VARCHAR", "head": "VARCHAR"}, sorted(spoken.heads.items()))
    words: dict[str, dict[str, int]] = {id: {} for id in prose}
    for document, term, count in warehouse.rows("words_of_documents"):
        words[document][term] = count
    named: dict[str, list[tuple[str, int]]] = {id: [] for id in prose}
    for document, entity, start in warehouse.rows("names_of_documents"):
        named[document].append((entity, start))
    dated = dict(warehouse.rows("days_of_documents"))
    return {
        id: _one_counted(each, dated[id], words[id], named[id], titles.get(id, ""), spoken)
        for id, each in prose.items()
    }


def _one_counted(
    prose: Prose, dated: date, words: Mapping[str, int], named: Names, title: str, spoken: Vocabulary
) -> Counted:
    opening = lead(prose.text, prose.paragraphs)
    told = "\n\n".join(prose.text[each.start : each.end] for each in opening)
    heads = [each for each in prose.paragraphs if each.kind == "title"]
    title = title or " ".join(prose.text[each.start : each.end] for each in heads)
    return Counted(
        prose.id,
        dated,
        words,
        Counter(entity for entity, _ in named),
        {**_terms(told, spoken), **_names(named, opening)},
        {**_terms(title, spoken), **_names(named, heads)},
    )


def _names(named: Names, within: Sequence[Paragraph]) -> Mapping[str, int]:
    """How often each is named in these parts of a text."""
    return Counter(entity for entity, start in named if any(each.start <= start < each.end for each in within))


def _background(warehouse: Warehouse, spoken: Vocabulary) -> Background:
    """How many documents have each feature of those that `wanted` holds, its words as `joined` joins them."""
    [(documents,)] = warehouse.rows("documents_among", language=spoken.language)
    having = dict(warehouse.rows("documents_having", language=spoken.language))
    general: dict[str, float] = {}
    if spoken.language in LISTED:
        shipped = load()
        for term, count in shipped.counts.items():
            head = spoken.heads.get(term, term)
            general[head] = general.get(head, 0.0) + count / shipped.total
    return Background(documents, having, general)


def _words(warehouse: Warehouse, found: Sequence[Found], spoken: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The words that weigh most in what the documents of each story have in common, as they are mostly written."""
    leading = {
        each.followed.id: [
            feature
            for feature in sorted(each.common, key=lambda feature: (-each.common[feature], feature))
            if ":" not in feature
        ][:WORDS]
        for each in found
    }
    terms.choose(warehouse, spoken.variants(term for chosen in leading.values() for term in chosen))
    forms = terms.forms(warehouse, spoken.language)
    return {id: tuple(headed(term, forms[term]) for term in chosen if term in forms) for id, chosen in leading.items()}


def _terms(text: str, spoken: Vocabulary) -> Mapping[str, int]:
    """The words of a text with their counts, joined under their headwords."""
    found: Counter[str] = Counter()
    for each in count_words(text, spoken.language):
        found[spoken.heads.get(each.term, each.term)] += each.uses
    return found
