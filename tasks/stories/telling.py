"""A story and the texts of its documents in, what is printed of it out: headline, sentences, people and places."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.stories.finding import Found
from tasks.stories.headline import Headline, Titled, headline
from tasks.stories.summary import Prose, Sentence, Terms, summary
from tasks.stories.weights import Background, Counted, rarity

NAMED = 5  # people, and places, of a story at most


@dataclass(frozen=True, slots=True)
class Article:
    """A document of a story. title: without its site's name, "" where it has none."""

    counted: Counted
    title: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it is told.

    id: lasting; since: the issue that told it first; before: documents in the last issue that told of it, 0 where it is
    new; merged: ids of earlier stories that go on in it. documents: the nearest to its centre first. headline: None
    where no document has a title. people, organisations, places: ids of entities, the most telling first.
    """

    id: str
    since: str
    before: int
    merged: tuple[str, ...]
    documents: tuple[str, ...]
    headline: Headline | None
    sentences: tuple[Sentence, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]


def tell(found: Found, articles: Mapping[str, Article], known: Background, terms: Terms) -> Story:
    """Choose what is printed of a story. articles: by id, at least those of its documents."""
    mine = [articles[id] for id in found.documents]
    titled = [Titled(each.counted.id, each.title, frozenset(each.counted.title)) for each in mine if each.title]
    rare = {feature: rarity(feature, known) for each in titled for feature in each.features}
    named = _named([each.counted for each in mine], known)
    return Story(
        id=found.followed.id,
        since=found.followed.since,
        before=found.followed.before,
        merged=found.followed.merged,
        documents=found.documents,
        headline=headline(titled, found.common, rare) if titled else None,
        sentences=summary([each.prose for each in mine], found.centre, known, terms),
        people=_of(named, "person"),
        organisations=_of(named, "org"),
        places=_of(named, "place", "country"),
    )


def _named(documents: Sequence[Counted], known: Background) -> list[str]:
    """The entities of a story, the most telling first: by their mentions, times how rare they are elsewhere.

    One that a single document of several names may be an aside, and is left out.
    """
    naming, mentions = Counter[str](), Counter[str]()
    for each in documents:
        naming.update(each.entities.keys())
        mentions.update(each.entities)
    kept = [id for id, number in naming.items() if number >= min(2, len(documents))]
    return sorted(kept, key=lambda id: (-mentions[id] * rarity(id, known), id))


def _of(named: Sequence[str], *sorts: str) -> tuple[str, ...]:
    """The first of those whose ids begin with one of the sorts ("person:ada-quill")."""
    return tuple(id for id in named if id.partition(":")[0] in sorts)[:NAMED]
