"""Who said what, and when it was: what the pages choose of it."""

from dataclasses import replace

from tasks.briefing.quotations import cited_by_quotes, leading_speakers, speaker_rows, speakers_more
from tasks.briefing.tables import references
from tasks.briefing.timeline import cited_by_timeline, moment_tables
from tasks.records import BriefedMoment

from .issues import many, single, week


def test_only_those_who_are_known_are_shown_the_most_quoted_first() -> None:
    briefing = week()
    assert [speaker for speaker, _ in leading_speakers(briefing)] == ["person:mara-lindqvist", "person:tomas-ardelean"]
    first, second = speaker_rows(briefing, references(briefing))
    assert first.name == "Mara Lindqvist"
    assert first.count == "quoted three times in two documents"
    assert second.count == "quoted one time in one document"


def test_the_same_words_are_shown_once_with_all_who_have_them() -> None:
    briefing = week()
    first, _ = speaker_rows(briefing, references(briefing))
    assert [quote.text for quote in first.quotes] == [
        "“No ferry, no budget: I have said so since the spring.”",
        "the board had been given all the figures it asked for",
    ]
    assert [[each.number for each in quote.references] for quote in first.quotes] == [["1", "2"], ["2"]]


def test_what_is_quoted_is_in_the_list_of_documents() -> None:
    briefing = week()
    cited = cited_by_quotes(briefing) | cited_by_timeline(briefing)
    assert {"1", "2", "3"} <= {references(briefing)[id].number for id in cited}
    assert all(references(briefing)[id].anchor for id in cited)


def test_those_who_are_left_out_are_counted() -> None:
    briefing = many()
    quote = week().quotes[0]
    crowd = replace(briefing, quotes=tuple(replace(quote, entity=f"person:{n}") for n in range(15)))
    assert speakers_more(crowd) == "and 3 more who are quoted, in briefing.json"
    assert len(speaker_rows(crowd, references(crowd))) == 12
    assert speakers_more(week()) == ""


def test_the_timeline_is_parted_by_the_period_of_the_issue() -> None:
    briefing = week()
    tables = moment_tables(briefing, references(briefing))
    assert [(table.title, [row.when for row in table.rows]) for table in tables] == [
        ("Before", ["1950s", "2014", "first quarter of 2016", "31 Aug 2016"]),
        ("In this week", ["26 Sep 2016", "28 Sep 2016", "Oct 2016"]),
        ("To come", ["spring 2017", "2018–2020"]),
    ]
    assert tables[0].rows[1].told == "told of in two documents"


def test_the_dates_most_tell_of_stay_and_a_date_is_written_once() -> None:
    briefing = single()
    moments = tuple(
        BriefedMoment(f"2015-01-{day:02d}", briefing.documents[0].id, f"Sentence {n}.", documents=1)
        for day in range(1, 15)
        for n in range(3)
    )
    [table] = moment_tables(replace(briefing, timeline=moments), references(briefing))
    assert [row.when for row in table.rows[:3]] == ["1 Jan 2015", "", "2 Jan 2015"]
    assert len(table.rows) == 20
    assert table.more == "and 4 more dates in briefing.json"


def test_what_is_no_date_is_not_on_the_timeline() -> None:
    odd = replace(single(), timeline=(BriefedMoment("soon", single().documents[0].id, "It comes.", 1),))
    assert moment_tables(odd, references(odd)) == ()


def test_a_day_goes_before_a_year_that_more_documents_tell_of() -> None:
    briefing = week()
    document = briefing.documents[0].id
    years = [BriefedMoment(str(year), document, "It was so.", 3) for year in range(1990, 2002)]
    days = [BriefedMoment(f"2015-03-{day:02d}", document, "It was then.", 1) for day in range(1, 5)]
    [table] = moment_tables(replace(briefing, timeline=(*years, *days)), references(briefing))
    assert [row.when for row in table.rows if row.when.endswith("2015")] == [f"{day} Mar 2015" for day in range(1, 5)]
    assert len(table.rows) == 10
