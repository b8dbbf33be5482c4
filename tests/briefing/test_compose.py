"""What the pages say is counted, in good English, and makes sense for a period of any size."""

from dataclasses import replace

from tasks.briefing.compose import compose
from tasks.briefing.pages import Pages
from tasks.records import BriefedPeriod, Briefing, Share

from .issues import START, empty, many, only_rejects, single, week


def _pages(briefing: Briefing) -> Pages:
    return compose(briefing, {})


def _points(briefing: Briefing) -> list[str]:
    return [point.text for point in _pages(briefing).points]


def test_the_main_points_of_a_week() -> None:
    assert _points(week()) == [
        "Twelve documents came in with 5,046 words in all; one more repeated another and was not counted again; "
        "one item was rejected.",
        "That is three more than in the week before; the average of the six weeks before was 9.7.",
        "The largest story, “Harbour board puts off the second ferry until spring”, is told in five documents of two "
        "publishers; there are three stories in all, two of which go on from earlier weeks.",
        "Mara Lindqvist is named 23 times, where six at most would be expected by the weeks before; “lightship” has "
        "risen too; Harbour Board and “moorings” are new.",
        "Among the key words “ferry” comes first, with 44 uses in nine documents, before “barrier” and “tidal”; among "
        "the key phrases “tidal barrier” comes first, with 12 uses in five documents, before “pilotage agreement” and "
        "“herring season”.",
        "The person named most often is Mara Lindqvist, with 23 mentions; the organisation, Harbour Board, with 22.",
        "No two names keep closer company than Mara Lindqvist and Harbour Board, in nine paragraphs of six documents.",
        "One document revises an earlier one and one fills in a known form with other facts, and counts.",
    ]


def test_an_empty_week_says_so() -> None:
    assert _points(empty()) == [
        "Nothing came in for this week.",
        "That is nine fewer than in the week before; the average of the six weeks before was 9.7.",
    ]


def test_a_week_of_rejects() -> None:
    assert _points(only_rejects()) == ["No documents came in; five items were rejected."]


def test_one_document_is_never_one_documents() -> None:
    said = _points(single())
    assert said[0] == "One document came in with 217 words in all."
    assert said[1] == (
        "Among the key words “ferry” comes first, with 44 uses, before “barrier” and “tidal”; among the key phrases "
        "“tidal barrier” comes first, with 12 uses."
    )
    figures = {figure.label: figure.value for figure in _pages(single()).key_figures}
    assert figures == {
        "item received": "1",
        "document": "1",
        "words": "217",
        "publisher": "1",
        "repeats set aside": "0",
        "items rejected": "0",
    }


def test_as_many_as_before() -> None:
    same = replace(week(), periods=(BriefedPeriod("2016-W38", START.replace(day=19), 12, 1),))
    assert "That is as many as in the week before." in _points(same)


def test_a_leading_publisher_is_named_with_its_share() -> None:
    led = replace(week(), publishers=(Share("Eastmark Wire", 4), Share("Harbour Gazette", 7), Share("", 1)))
    assert "Of the two publishers, Harbour Gazette has the most, with seven documents (58 per cent)." in _points(led)


def test_the_first_issue_calls_nothing_new_and_shows_no_trend() -> None:
    pages = _pages(single())
    assert not any("first time" in point.text for point in pages.points)
    assert not any(row.new for table in pages.names for row in table.rows)
    assert not pages.has_trend
    assert all(row.trend is None for row in pages.words)


def test_a_section_stands_only_where_it_has_something_to_show() -> None:
    assert [section.name for section in _pages(week()).sections] == [
        "stories",
        "changed",
        "new",
        "words",
        "names",
        "said",
        "timeline",
        "numbers",
        "pairs",
        "documents",
        "relations",
        "rejected",
        "method",
        "appendix",
    ]
    assert [section.name for section in _pages(empty()).sections] == ["method", "appendix"]
    assert [section.name for section in _pages(only_rejects()).sections] == ["rejected", "method", "appendix"]


def test_points_link_to_sections_that_stand() -> None:
    for briefing in (week(), empty(), only_rejects(), single()):
        pages = _pages(briefing)
        assert {link for point in pages.points for link in point.links} <= set(pages.sections)


def test_what_is_cut_is_counted() -> None:
    pages = _pages(many())
    assert (len(pages.words), pages.words_more) == (30, "and 270 more in briefing.json, beside this file")
    assert (len(pages.names[0].rows), pages.names[0].more) == (15, "and 385 more in briefing.json, beside this file")
    assert (len(pages.relations[0].rows), pages.relations[0].more) == (
        40,
        "and 460 more in briefing.json, beside this file",
    )
    assert (len(pages.rejected), pages.rejected_more) == (100, "and 100 more in briefing.json, beside this file")
    assert len(pages.publishers) == 16
    assert pages.publishers_more == "and documents of 44 more publishers"
    assert all(len(group.documents) == 4 for group in pages.publishers)


def test_every_document_that_the_pages_cite_has_its_row() -> None:
    pages = _pages(many())
    anchors = {row.anchor for row in pages.documents}
    passages = [row.passage for row in pages.words] + [row.passage for table in pages.names for row in table.rows]
    cited = [passage.reference for passage in passages if passage and passage.reference]
    assert cited
    assert {reference.anchor for reference in cited} <= anchors
    assert len(pages.documents) > 300
    assert pages.documents_more == f"and {2000 - len(pages.documents):,} more in briefing.json, beside this file"


def test_words_rarer_than_expected_stand_apart() -> None:
    pages = _pages(week())
    assert [row.term for row in pages.rare_words] == ["government"]
    assert "government" not in [row.term for row in pages.words]
    assert pages.rare_words[0].times == "0.23×"
