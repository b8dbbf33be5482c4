"""Stories on the page: no sentence cut, courses in good English, documents counted."""

from dataclasses import replace

import pytest

from tasks.briefing.compose import compose
from tasks.briefing.stories import STORIES, story_point, story_rows
from tasks.briefing.tables import references

from .issues import empty, many, single, week


def test_a_story_is_told_with_its_course_and_its_documents() -> None:
    rows = story_rows(week(), references(week()))
    assert [(row.count, row.course) for row in rows] == [
        ("5 documents of 2 publishers", "First documents in week 38; three then, five now."),
        ("3 documents of 2 publishers", "First documents in week 35; one when last met, three now."),
        ("2 documents of 2 publishers", "New this week."),
    ]
    assert [len(row.sentences) for row in rows] == [3, 1, 1]
    assert [len(row.documents) for row in rows] == [5, 3, 2]
    assert rows[0].names == "Harbour Board, Mara Lindqvist"
    assert rows[0].terms == "tidal barrier, quay, storm"


@pytest.mark.parametrize("length", [10, 300, 5_000])
def test_no_sentence_is_cut(length: int) -> None:
    said = ("word " * length).strip() + "."
    stories = tuple(
        replace(each, sentences=tuple(replace(sentence, text=said) for sentence in each.sentences))
        for each in week().stories
    )
    rows = story_rows(replace(week(), stories=stories), {})
    assert {sentence.text for row in rows for sentence in row.sentences} == {said}


def test_of_many_stories_the_largest_are_told_and_the_rest_counted() -> None:
    pages = compose(many(), {})
    assert len(pages.stories) == STORIES
    assert pages.stories_more == "and 29 more in briefing.json, beside this file"
    assert pages.stories[0].more == "and 90 more"
    anchors = {row.anchor for row in pages.documents}
    assert {number.anchor for story in pages.stories for number in story.documents} <= anchors


def test_the_point_says_how_many_there_are_and_how_many_go_on() -> None:
    assert story_point(empty()) == story_point(single()) == ""
    whole = week()
    one = replace(whole, stories=whole.stories[1:2])
    assert story_point(one).endswith("in five documents of two publishers, and goes on from an earlier week.")
    tied = replace(whole, stories=(whole.stories[0], replace(whole.stories[0], id="b")))
    assert "as many as any other story; there are two stories in all, none of which go on from" in story_point(tied)
