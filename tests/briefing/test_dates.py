"""A date as precise as a text tells it: which days it has, and how a page words it."""

from datetime import date

import pytest

from tasks.briefing.dates import days, shown

TABLE = [
    ("2019-11-07", (2019, 11, 7), (2019, 11, 7), "7 Nov 2019"),
    ("2019-02", (2019, 2, 1), (2019, 2, 28), "Feb 2019"),
    ("2016-02", (2016, 2, 1), (2016, 2, 29), "Feb 2016"),
    ("2019-12", (2019, 12, 1), (2019, 12, 31), "Dec 2019"),
    ("2019", (2019, 1, 1), (2019, 12, 31), "2019"),
    ("199", (1990, 1, 1), (1999, 12, 31), "1990s"),
    ("19", (1900, 1, 1), (1999, 12, 31), "1900s"),
    ("2020-W53", (2020, 12, 28), (2021, 1, 3), "week 53 of 2020"),
    ("2019-Q3", (2019, 7, 1), (2019, 9, 30), "third quarter of 2019"),
    ("2019-Q4", (2019, 10, 1), (2019, 12, 31), "fourth quarter of 2019"),
    ("2019-SU", (2019, 6, 1), (2019, 8, 31), "summer 2019"),
    ("2019-WI", (2019, 12, 1), (2020, 2, 29), "winter 2019"),
    ("2012/2014", (2012, 1, 1), (2014, 12, 31), "2012–2014"),
    ("2019-11/2020-02", (2019, 11, 1), (2020, 2, 29), "Nov 2019–Feb 2020"),
]


@pytest.mark.parametrize(("value", "first", "last", "words"), TABLE, ids=[row[0] for row in TABLE])
def test_a_date_has_its_days_and_its_words(
    value: str, first: tuple[int, int, int], last: tuple[int, int, int], words: str
) -> None:
    assert days(value) == (date(*first), date(*last))
    assert shown(value) == words


@pytest.mark.parametrize("value", ["", "soon", "2019-02-30", "2019-13", "2019-W54", "2012/", "/", "2019-Q5", "20199"])
def test_what_is_no_date_has_no_days(value: str) -> None:
    assert days(value) is None
