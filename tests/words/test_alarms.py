"""How often steady terms alarm, beside what is said of them, and what is told of weekdays."""

import numpy as np
import pytest

from tasks.words.trends import ABOVE, BELOW, SAME_DAYS, trends
from tests.words.test_trends import WORDS, Counts, bursty, one


def _alarms(counts: Counts, sizes: Counts, season: int = 1) -> tuple[float, float]:
    """The shares of terms that are new or risen, and that are fallen or gone."""
    changes = [found.change for found in trends(counts, sizes, season)]
    up, down = (sum(change in kinds for change in changes) for kinds in (("new", "risen"), ("fallen", "gone")))
    return up / len(changes), down / len(changes)


@pytest.mark.parametrize("mean", [5, 20, 80])
def test_steady_terms_of_poisson_counts_do_not_alarm_more_often_than_is_said(mean: int) -> None:
    counts = np.random.default_rng(4).poisson(mean, (4_000, 13)).astype(np.int64)
    up, down = _alarms(counts, np.full(13, WORDS))
    assert up <= ABOVE
    assert down <= BELOW


@pytest.mark.parametrize(
    ("a", "mean", "periods", "most"),
    [
        # Twelve periods tell a term's a poorly, and what it is less than told is not allowed for.
        (0.1, 20, 12, 2.0),
        (0.3, 20, 12, 2.5),
        (0.3, 80, 12, 3.0),
        (0.8, 20, 12, 3.5),
        (0.1, 20, 52, 1.5),
        (0.3, 80, 52, 1.5),
        (0.8, 20, 52, 1.5),
    ],
)
def test_steady_terms_of_bursty_counts_alarm_so_often(a: float, mean: int, periods: int, most: float) -> None:
    """most: times the share that is said, above the range; below it the share is kept."""
    counts = bursty(np.full(4_000, float(mean)), a, periods + 1, seed=7)
    up, down = _alarms(counts, np.full(periods + 1, WORDS))
    assert ABOVE / 2 <= up <= most * ABOVE
    assert BELOW / 2 <= down <= 1.1 * BELOW


def test_steady_terms_of_all_frequencies_alarm_about_as_often_as_is_said() -> None:
    means = np.random.default_rng(2).lognormal(1.5, 1.2, 6_000)
    up, down = _alarms(bursty(means, 0.3, 27, seed=9), np.full(27, WORDS))
    assert up <= 2 * ABOVE
    assert down <= BELOW


def test_a_real_rise_is_found_among_bursty_terms() -> None:
    counts = bursty(np.full(400, 20.0), 0.2, 13, seed=11)
    counts[:40, -1] = 120
    found = trends(counts, np.full(13, WORDS))
    assert sum(each.change == "risen" for each in found[:40]) >= 38
    assert sum(each.change == "risen" for each in found[40:]) <= 8


# -- weekdays ---------------------------------------------------------------------------------------------------------

WEEKS = 8


def _sundays(count: int, days_after: int) -> list[int]:
    """A word of Sundays, 30 uses and 1 on other days, up to so many days after the last Sunday, which has `count`."""
    days = [30 if day % 7 == 0 else 1 for day in range(7 * WEEKS + days_after)]
    return [*days, count]


def test_what_every_sunday_has_is_nothing_new_on_a_sunday() -> None:
    found = one(_sundays(30, days_after=0), season=7)
    assert found.change == "steady"
    assert found.expected == pytest.approx(30.5, abs=1)
    assert one(_sundays(30, days_after=0)).change == "steady"  # wild enough by itself


TUESDAYS = [
    pytest.param(
        40,
        marks=pytest.mark.xfail(
            strict=True, reason="a Tuesday must leave the range of all days too, and its Sundays have widened that"
        ),
    ),
    100,
]


@pytest.mark.parametrize("count", TUESDAYS)
def test_a_strong_sunday_alarms_on_a_tuesday(count: int) -> None:
    steady = np.random.default_rng(6).poisson(20, (200, 7 * WEEKS + 3))
    counts = np.vstack([[_sundays(count, 2)], steady]).astype(np.int64)
    assert trends(counts, np.full(counts.shape[1], WORDS), 7)[0].change == "risen"


@pytest.mark.parametrize("others", [0, 200])
def test_a_strong_sunday_does_not_alarm_on_a_sunday(others: int) -> None:
    steady = np.random.default_rng(6).poisson(20, (others, 7 * WEEKS + 1))
    counts = np.vstack([[_sundays(40, 0)], steady]).astype(np.int64)
    assert trends(counts, np.full(counts.shape[1], WORDS), 7)[0].change == "steady"


def test_a_sunday_beyond_all_sundays_alarms() -> None:
    assert one(_sundays(300, 0), season=7).change == "risen"


def test_two_sundays_are_too_few_to_compare_with() -> None:
    assert SAME_DAYS == 3
    past = [0] * 20
    assert one([*past, 9], season=7) == one([*past, 9])
    longer = [0] * 21
    assert one([*longer, 9], season=7).high >= one([*longer, 9]).high


def test_sundays_without_words_do_not_count() -> None:
    series, sizes = [0] * 21 + [9], [WORDS] * 22
    sizes[0] = 0
    assert one(series, sizes, season=7) == one(series, sizes)


def test_seasons_alarm_less_often_not_more() -> None:
    counts = bursty(np.full(2_000, 15.0), 0.3, 7 * WEEKS + 1, seed=12)
    sizes = np.full(counts.shape[1], WORDS)
    plain, seasonal = trends(counts, sizes), trends(counts, sizes, 7)
    assert all(b.change == "steady" or a.change == b.change for a, b in zip(plain, seasonal, strict=True))
    assert all(b.low <= a.low and b.high >= a.high for a, b in zip(plain, seasonal, strict=True))
