"""Whole stories: found among invented articles, told in their own words, the same in any order."""

from collections.abc import Mapping
from random import Random

import pytest

from tasks.stories import Article, Background, Story, Told, background, find, tell
from tests.stories.invented import article, articles
from tests.stories.reading import general, terms

ARTICLES = articles()
KNOWN = background([each.counted for each in ARTICLES.values()], general())
ISSUE = "2031-W06"


def _stories(
    period: Mapping[str, Article], told: tuple[Told, ...] = (), known: Background = KNOWN, issue: str = ISSUE
) -> tuple[Story, ...]:
    found = find([each.counted for each in period.values()], known, told, issue)
    return tuple(tell(each, period, known, terms) for each in found)


def test_articles_are_put_into_stories() -> None:
    assert [sorted(each.documents) for each in _stories(ARTICLES)] == [["lock0", "lock1", "lock2"], ["fair0", "fair1"]]


def test_headlines_are_titles() -> None:
    lock, fair = _stories(ARTICLES)
    assert lock.headline is not None
    assert fair.headline is not None
    assert ARTICLES[lock.headline.document].title == lock.headline.title
    assert lock.headline.document in ("lock0", "lock1")
    assert fair.headline.document in ("fair0", "fair1")


def test_sentences_are_whole_and_stand_in_body_paragraphs() -> None:
    for story in _stories(ARTICLES):
        assert 2 <= len(story.sentences) <= 3
        for each in story.sentences:
            prose = ARTICLES[each.document].prose
            assert each.document in story.documents
            assert any(p.start <= each.start and each.end <= p.end for p in prose.paragraphs if p.kind == "body")
            sentence = prose.text[each.start : each.end]
            assert sentence[0].isupper() or sentence[0] == "“"
            assert sentence.endswith((".", "”"))
            assert not sentence.startswith(("She ", "But ", "Will ", "Sign up"))


def test_sentences_come_from_several_documents_and_the_first_from_a_lead() -> None:
    for story in _stories(ARTICLES):
        assert len({each.document for each in story.sentences}) >= 2
        first = story.sentences[0]
        assert first.start == ARTICLES[first.document].prose.paragraphs[1].start


def test_people_and_places_are_those_of_several_documents() -> None:
    lock, fair = _stories(ARTICLES)
    assert (lock.people, lock.places) == (("person:ada-quill",), ("place:sallow-reach",))
    assert (fair.people, fair.places) == (("person:tom-ash",), ("place:corder",))


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_the_articles_does_not_matter(seed: int) -> None:
    shuffled = dict(Random(seed).sample(list(ARTICLES.items()), len(ARTICLES)))
    again = background([each.counted for each in shuffled.values()], general())
    assert _stories(shuffled, known=again) == _stories(ARTICLES)


def test_an_article_about_something_else_changes_nothing() -> None:
    other = article("0", "Astronomers name a comet", "Observatories near Antofagasta photographed periodic comets.")
    assert _stories({**ARTICLES, "0": other}) == _stories(ARTICLES)


def test_a_story_goes_on_in_the_next_issue() -> None:
    first = {id: each for id, each in ARTICLES.items() if id in ("lock0", "lock1", "fair0", "fair1")}
    told = tuple(
        Told(each.id, each.since, tuple(first[id].counted for id in each.documents)) for each in _stories(first)
    )
    next_week = {id: ARTICLES[id] for id in ("lock2", "alone0")}
    next_week["lock3"] = article(
        "lock3",
        "Barges towed around Sallow Reach as board looks for hinges",
        "Twelve barges were towed around the lock at Sallow Reach on Monday while the river board looked for somebody"
        " who still makes hinges for the upper gate.\n\nAda Quill said that the divers would come again.",
    )
    (story,) = _stories(next_week, told, issue="2031-W07")
    assert story.since == ISSUE
    assert story.id in {each.id for each in told}
    assert (story.before, len(story.documents)) == (2, 2)


def test_no_documents_no_stories() -> None:
    assert _stories({}) == ()


def test_a_story_without_titles_has_no_headline() -> None:
    untitled = {id: Article(each.counted, "", each.prose) for id, each in ARTICLES.items()}
    assert _stories(untitled)[0].headline is None
