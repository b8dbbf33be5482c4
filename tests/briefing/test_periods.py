"""Days fall into periods without gaps, over year ends and leap days too."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.briefing.periods import earlier_periods, period_of, periods_between
from tasks.records import Cadence

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
CADENCES = st.sampled_from(["daily", "weekly", "monthly"])


@pytest.mark.parametrize(
    ("day", "cadence", "name", "start", "end"),
    [
        (date(2016, 9, 28), "weekly", "2016-W39", date(2016, 9, 26), date(2016, 10, 2)),
        (date(2016, 1, 1), "weekly", "2015-W53", date(2015, 12, 28), date(2016, 1, 3)),
        (date(2024, 12, 30), "weekly", "2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
        (date(2024, 2, 29), "monthly", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (date(2024, 2, 29), "daily", "2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        (date(2024, 2, 29), "all", "all", date(2020, 1, 1), date(2024, 2, 29)),
    ],
)
def test_the_period_of_a_day(day: date, cadence: Cadence, name: str, start: date, end: date) -> None:
    period = period_of(day, cadence, date(2020, 1, 1))
    assert (period.name, period.start, period.end) == (name, start, end)


@given(DAYS, CADENCES, st.integers(1, 20))
def test_earlier_periods_join_without_gap_or_overlap(day: date, cadence: Cadence, count: int) -> None:
    periods = (*earlier_periods(period_of(day, cadence), count), period_of(day, cadence))
    assert len(periods) == count + 1
    for before, after in pairwise(periods):
        assert after.start - before.end == timedelta(days=1)


@given(DAYS, st.integers(0, 400), CADENCES)
def test_periods_between_hold_both_ends(day: date, length: int, cadence: Cadence) -> None:
    last = day + timedelta(days=length)
    periods = periods_between(day, last, cadence)
    assert periods[0] == period_of(day, cadence)
    assert periods[-1] == period_of(last, cadence)
    assert len({period.name for period in periods}) == len(periods)


def test_nothing_comes_before_all() -> None:
    assert earlier_periods(period_of(date(2020, 1, 1), "all"), 5) == ()
