"""The documents of an issue, of the periods before it and of the stories told so far in, the issue's stories out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from tasks.records import BriefedDocument, BriefedSentence, BriefedStory, Paragraph, Period
from tasks.stories import Article, Background, Counted, Found, Prose, find, tell
from tasks.stories.finding import Told
from tasks.warehouse import facts, terms
from tasks.warehouse.connection import Warehouse
from tasks.words.counts import count_words
from tasks.words.reference import load

LEAST_DOCUMENTS = 2  # of a language, for stories to be looked for in it
WORDS = 6  # by which a story says what it hangs together by
LISTED = ("en",)  # languages of which a list of common words ships


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
    terms.gather(warehouse, language)
    titles = {each.id: each.title for each in documents}
    telling = _told(warehouse, period, earlier, language)
    older = {document for _, told in telling.told.values() for document in told}
    texts = facts.texts(warehouse, list(titles))
    divided = facts.paragraphs(warehouse, list(titles))
    counted = _counted(warehouse, titles, older, divided, language)
    known = _background(warehouse, language)
    told = [Told(id, since, tuple(counted[each] for each in made)) for id, (since, made) in telling.told.items()]
    found = find([counted[each] for each in sorted(titles)], known, told, period.name)
    articles = {
        id: Article(counted[id], titles[id], Prose(id, texts[id], divided.get(id, ())))
        for each in found
        for id in each.documents
    }
    words = _words(warehouse, found)
    for each in found:
        story = tell(each, articles, known, partial(_terms, language=language))
        yield BriefedStory(
            id=story.id,
            headline=story.headline.title if story.headline else "",
            headline_document=story.headline.document if story.headline else story.documents[0],
            documents=story.documents,
            sentences=tuple(
                BriefedSentence(" ".join(texts[s.document][s.start : s.end].split()), s.document)
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


def _counted(
    warehouse: Warehouse,
    titles: Mapping[str, str],
    older: set[str],
    divided: Mapping[str, tuple[Paragraph, ...]],
    language: str,
) -> dict[str, Counted]:
    """The words and names of the issue's documents and of older ones, by id; of the issue's, those of their titles."""
    wanted = sorted({*titles, *older})
    warehouse.give("wanted", {"id": "VARCHAR"}, [(each,) for each in wanted])
    words: dict[str, dict[str, int]] = {id: {} for id in wanted}
    for document, term, count in warehouse.rows("words_of_documents"):
        words[document][term] = count
    names: dict[str, Counter[str]] = {id: Counter() for id in wanted}
    in_title: dict[str, set[str]] = {id: set(_terms(title, language)) for id, title in titles.items()}
    heads = {id: [each for each in divided.get(id, ()) if each.kind == "title"] for id in titles}
    for document, entity, start in warehouse.rows("names_of_documents"):
        names[document][entity] += 1
        if any(each.start <= start < each.end for each in heads.get(document, ())):
            in_title[document].add(entity)
    dated = dict(warehouse.rows("days_of_documents"))
    return {id: Counted(id, dated[id], words[id], names[id], frozenset(in_title.get(id, ()))) for id in wanted}


def _background(warehouse: Warehouse, language: str) -> Background:
    """How many documents have each feature of those that `wanted` holds."""
    [(documents,)] = warehouse.rows("documents_among", language=language)
    having = dict(warehouse.rows("documents_having", language=language))
    shipped = load() if language in LISTED else None
    general = {term: count / shipped.total for term, count in shipped.counts.items()} if shipped else {}
    return Background(documents, having, general)


def _words(warehouse: Warehouse, found: Sequence[Found]) -> dict[str, tuple[str, ...]]:
    """The words that weigh most in what the documents of each story have in common, as they are mostly written."""
    leading = {
        each.followed.id: [
            feature
            for feature in sorted(each.common, key=lambda feature: (-each.common[feature], feature))
            if ":" not in feature
        ][:WORDS]
        for each in found
    }
    terms.choose(warehouse, [(term, term) for chosen in leading.values() for term in chosen])
    forms = terms.forms(warehouse)
    return {id: tuple(forms[term][0] for term in chosen) for id, chosen in leading.items()}


def _terms(text: str, language: str) -> Mapping[str, int]:
    return {each.term: each.uses for each in count_words(text, language)}
