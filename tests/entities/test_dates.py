"""Dates: a table of texts with the dates in them, the real article, and what must hold of any text."""

import time
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.entities.dates import find_dates
from tasks.entities.dates.holidays import day_of
from tasks.entities.dates.periods import Period, holding
from tests.tables import cases, marked

CASES = cases("news_dates")
_ARTICLE = Path(__file__).parents[3] / "shared" / "seeds" / "000_055352789de3c817.txt"
PUBLISHED = date(2019, 11, 8)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case["published"]) if case["published"] else None
    found = find_dates(case["text"], published)
    assert [[case["text"][one.start : one.end], one.value] for one in found] == case["dates"]
    if "events" in case:
        assert sorted(one.value for one in found if one.event) == sorted(case["events"])


@pytest.mark.skipif(not _ARTICLE.exists(), reason="../shared/seeds is not there")
def test_the_timeline_of_the_real_article() -> None:
    text = _ARTICLE.read_text("utf-8")
    found = find_dates(text, PUBLISHED)
    told = {(text[one.start : one.end], one.value) for one in found if one.event}
    assert told == {
        ("2012", "2012"),
        ("2017", "2017"),
        ("last year", "2018"),
        ("December 1", "2018-12-01"),
        ("May", "2019-05"),
        ("August 1", "2019-08-01"),
        ("August", "2019-08"),
        ("September", "2019-09"),
        ("Thursday", "2019-11-07"),
    }
    post = next(one for one in found if text[one.start : one.end] == "August 1, 2019")
    assert not post.event, "the signature of a post tells nothing"


_PIECES = (
    "The mill burned down on March 3, 2017. ",
    "It reopened three months later, on Thursday or in the late 1990s ",
    "from 2012 to 2014 and 2,012 votes; May he march, ",
    "a a a a the the the last last of of the end of the ",
    "12/12/12/12/12-12-12.12.12 1 2 3 4 1990 1991 1992 ",
    "1990s-1990s-the-the '90s ''''''90 ",
    "more than more than about about the first the first quarter ",
)


def _seconds(text: str) -> float:
    begun = time.process_time()
    find_dates(text, PUBLISHED)
    return time.process_time() - begun


@pytest.mark.parametrize("piece", _PIECES)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (20_000, 200_000))
    assert _seconds(long) < 20 * max(_seconds(short), 0.05)


def test_a_million_characters_in_one_sentence() -> None:
    text = ("a vote in May, a debate on Thursday and what was said and done about the mill by all of them, " * 10_000)[
        :1_000_000
    ]
    assert _seconds(text) < 40


@pytest.mark.parametrize(
    "run", ["\n", " ", "a", "1", "the ", "last ", "May ", "Q1", "2000", "'90", "(", "-", "March 3-"]
)
def test_runs_of_one_thing_are_soon_done(run: str) -> None:
    assert _seconds(run * (100_000 // len(run))) < 10


@given(st.lists(st.sampled_from([*"|.,;()'’- \n", "\n\n", *"".join(_PIECES).split()]), max_size=60), st.booleans())
@settings(deadline=None)
def test_what_holds_of_any_text(words: list[str], known: bool) -> None:
    text = " ".join(words)
    found = find_dates(text, PUBLISHED if known else None)
    assert found == find_dates(text, PUBLISHED if known else None)
    assert all(0 <= one.start < one.end <= len(text) and one.value for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("published", [date.min, date(4, 2, 29), date(2020, 2, 29), date(9990, 12, 31), date.max])
def test_the_edges_of_the_calendar(published: date) -> None:
    for piece in _PIECES:
        find_dates(piece + "Easter, last week, next year, a century ago, this winter, next decade, in May", published)
    for case in CASES:
        find_dates(case["text"], published)


@given(st.dates(), st.sampled_from(["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade"]))
def test_a_period_holds_its_day(day: date, unit: Any) -> None:
    period = holding(unit, day)
    assert period.first <= day or day.year == 1
    later: Period | None = period.moved(1)
    assert later is None or later.first > day
    assert later is None or later.moved(-1) == period or day.year == 1


def test_easter_and_the_days_that_hang_on_it() -> None:
    easters = {2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2019: (4, 21), 2024: (3, 31), 2038: (4, 25)}
    for year, (month, day) in easters.items():
        assert day_of("Easter", year) == date(year, month, day)
        assert day_of("Good Friday", year) == date(year, month, day) - timedelta(2)
