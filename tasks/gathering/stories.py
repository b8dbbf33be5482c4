"""The documents of an issue, of the periods before it and of the stories told so far in, the issue's stories out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from tasks.gathering.contents import Contents, terms_of
from tasks.gathering.told import Course, Group, chapters, courses
from tasks.gathering.words import Vocabulary, headed, vocabulary
from tasks.records import BriefedDocument, BriefedSentence, BriefedStory, Period
from tasks.stories import Article, Found, Told, find, tell
from tasks.warehouse import terms
from tasks.warehouse.connection import Warehouse

LEAST_DOCUMENTS = 2  # of a language, for stories to be looked for in it
WORDS = 6  # by which a story says what it hangs together by


def found_stories(
    warehouse: Warehouse,
    period: Period,
    earlier: Sequence[Period],
    documents: Sequence[BriefedDocument],
    gathered: Vocabulary,
) -> tuple[BriefedStory, ...]:
    """The stories of each language, those of the most documents first.

    documents: of the issue, with their titles. gathered: the vocabulary that was asked for last, of which the warehouse
    still has the words at hand: its language comes first.
    """
    by_language: dict[str, list[BriefedDocument]] = {}
    for each in documents:
        by_language.setdefault(each.language, []).append(each)
    found: list[BriefedStory] = []
    for language in sorted(by_language, key=lambda each: (each != gathered.language, each)):
        if len(by_language[language]) >= LEAST_DOCUMENTS:
            spoken = gathered if language == gathered.language else vocabulary(warehouse, language)
            found += _of_language(warehouse, period, earlier, by_language[language], spoken)
    return tuple(sorted(found, key=lambda each: (-len(each.documents), each.id)))


def _of_language(
    warehouse: Warehouse,
    period: Period,
    earlier: Sequence[Period],
    documents: Sequence[BriefedDocument],
    spoken: Vocabulary,
) -> Iterator[BriefedStory]:
    titles = {each.id: each.title for each in documents}
    past = chapters(warehouse, period, earlier, spoken.language)
    told = {id for each in past for _, made in (each.printed or {}).values() for id in made}
    older = {id for each in past for id in each.documents}
    contents = Contents.of(warehouse, {*titles, *told, *older}, spoken)
    so_far = courses(past, period.name, partial(_groups, contents))
    found = _found(contents, sorted(titles), so_far, period.name)
    words = _words(warehouse, found, spoken)
    articles = {id: Article(contents.counted[id], titles[id], contents.prose[id]) for id in titles}
    for each in found:
        story = tell(each, articles, contents.background, partial(terms_of, spoken=spoken))
        yield BriefedStory(
            id=story.id,
            headline=story.headline.title if story.headline else "",
            headline_document=story.headline.document if story.headline else story.documents[0],
            documents=story.documents,
            sentences=tuple(
                BriefedSentence(" ".join(contents.prose[s.document].text[s.start : s.end].split()), s.document)
                for s in story.sentences
            ),
            terms=words[story.id],
            entities=(*story.people, *story.organisations, *story.places),
            since="" if story.since == period.name else story.since,
            before=so_far[story.id].before if story.id in so_far else 0,
        )


def _found(contents: Contents, documents: Sequence[str], so_far: Mapping[str, Course], name: str) -> tuple[Found, ...]:
    told = [
        Told(id, course.since, tuple(contents.counted[each] for each in course.documents))
        for id, course in sorted(so_far.items())
    ]
    return find([contents.counted[each] for each in documents], contents.background, told, name)


def _groups(contents: Contents, name: str, documents: Sequence[str], so_far: Mapping[str, Course]) -> list[Group]:
    """The stories of a period that has no issue."""
    return [(each.followed, each.documents) for each in _found(contents, documents, so_far, name)]


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
    forms = terms.forms(warehouse)
    return {id: tuple(headed(term, forms[term]) for term in chosen if term in forms) for id, chosen in leading.items()}
