"""What was to be expected of a period, and what is new, risen, fallen or gone."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import nbinom  # type: ignore[import-untyped]

from tasks.words.trends import (
    ABOVE,
    BELOW,
    BORROWED,
    FEWEST,
    LEAST_A,
    LEAST_EXPECTED,
    SAME_DAYS,
    Trend,
    overdispersion,
    trends,
)

Counts = NDArray[np.int64]
WORDS = 10_000


def _one(series: Sequence[int], sizes: Sequence[int] | None = None, season: int = 1) -> Trend:
    """The trend of one term by itself."""
    words = sizes if sizes is not None else [WORDS] * len(series)
    [found] = trends(np.array([series], dtype=np.int64), np.array(words, dtype=np.int64), season)
    return found


def _alarms(counts: Counts, sizes: Counts, season: int = 1) -> tuple[float, float]:
    """The shares of terms that are new or risen, and that are fallen or gone."""
    changes = [found.change for found in trends(counts, sizes, season)]
    up, down = (sum(change in kinds for change in changes) for kinds in (("new", "risen"), ("fallen", "gone")))
    return up / len(changes), down / len(changes)


def _bursty(means: NDArray[np.float64], a: float, periods: int, seed: int) -> Counts:
    """Negative binomial counts, a row a term, of variance m + a m²."""
    drawn = np.random.default_rng(seed).negative_binomial(1 / a, 1 / (1 + a * means[:, None]), (len(means), periods))
    return drawn.astype(np.int64)


@pytest.mark.parametrize(
    ("series", "change"),
    [
        ([10, 12, 9, 11, 10], "steady"),
        ([10, 12, 9, 11, 16], "steady"),
        ([10, 12, 9, 11, 40], "risen"),
        ([0, 0, 1, 0, 12], "risen"),
        ([30, 28, 33, 31, 6], "fallen"),
        ([30, 28, 33, 31, 0], "gone"),
        ([0, 0, 0, 0, 12], "new"),
        ([0, 0, 0, 0, FEWEST], "new"),
        ([0, 0, 0, 0, FEWEST - 1], "steady"),  # a slip of the pen
        ([0, 0, 0, 0, 0], "steady"),
        ([2, 1, 0, 2, 0], "steady"),  # less was expected than LEAST_EXPECTED
        ([5, 80, 2, 61, 70], "steady"),  # its past is as wild
        ([5, 80, 2, 61, 0], "steady"),
    ],
)
def test_the_change_of_a_series(series: list[int], change: str) -> None:
    assert _one(series).change == change


def test_a_longer_period_is_expected_to_have_more() -> None:
    past = [10] * 4
    assert _one([*past, 40], [1_000] * 4 + [4_000]).change == "steady"
    assert _one([*past, 40], [1_000] * 4 + [4_000]).expected == pytest.approx(40.5)
    assert _one([*past, 40], [1_000] * 5).change == "risen"


def test_the_expected_count_has_half_a_use_more_than_the_past() -> None:
    assert _one([0, 0, 0, 4]).expected == pytest.approx(0.5 / 3)
    assert _one([5, 7, 9, 4], [100, 200, 300, 50]).expected == pytest.approx(21.5 / 600 * 50)


@pytest.mark.parametrize(
    ("series", "sizes"),
    [
        ([7], [100]),
        ([0, 7], [100, 100]),
        ([0, 0, 70], [100, 100, 100]),
        ([0, 0, 0, 70], [100, 0, 100, 100]),  # a period without words is none
        ([0, 0, 0, 0], [100, 100, 100, 0]),  # nor is anything to be expected of one
    ],
)
def test_without_three_periods_nothing_is_expected(series: list[int], sizes: list[int]) -> None:
    count = series[-1]
    assert _one(series, sizes) == Trend(float(count), count, count, 0.0, "steady")


def test_a_period_without_words_is_left_out() -> None:
    assert _one([4, 0, 5, 6, 20], [100, 0, 100, 100, 100]) == _one([4, 5, 6, 20], [100, 100, 100, 100])


def test_a_short_past_is_less_sure_than_a_long_one() -> None:
    short, long = _one([10] * 4), _one([10] * 40)
    assert short.high - short.low > long.high - long.low


@pytest.mark.parametrize(
    ("shape", "sizes"), [((2, 3), 4), ((2, 3), 2), ((3,), 3), ((0,), 0), ((2, 0), 0), ((1, 2, 3), 3)]
)
def test_counts_and_sizes_that_do_not_fit_are_refused(shape: tuple[int, ...], sizes: int) -> None:
    with pytest.raises(ValueError, match="periods"):
        trends(np.zeros(shape, dtype=np.int64), np.full(sizes, WORDS, dtype=np.int64))


def test_no_terms_have_no_trends() -> None:
    assert trends(np.zeros((0, 5), dtype=np.int64), np.full(5, WORDS, dtype=np.int64)) == []


# -- the distribution -------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 300), min_size=3, max_size=12), st.integers(1, 10**5), st.integers(0, 2_000))
def test_the_range_and_the_surprise_are_those_of_scipy(past: list[int], size: int, count: int) -> None:
    found = _one([*past, count], [WORDS] * len(past) + [size])
    total, n = sum(past) + 0.5, len(past)
    mean = total / (n * WORDS) * size
    [a] = overdispersion(np.array([past], dtype=np.float64), np.full(n, float(WORDS)))
    variance = mean + a * mean**2 * (1 + 1 / n) + total * (size / (n * WORDS)) ** 2
    assert found.expected == pytest.approx(mean)
    assert found.surprise == pytest.approx((count - mean) / variance**0.5)
    expected = nbinom(mean**2 / (variance - mean), mean / variance)
    assert (expected.mean(), expected.var()) == (pytest.approx(mean), pytest.approx(variance))
    for found_one, share in ((found.low, BELOW), (found.high, 1 - ABOVE)):
        quantile = int(expected.ppf(share))
        at_edge = abs(expected.cdf(found_one) - share) < 1e-9 or abs(expected.cdf(found_one - 1) - share) < 1e-9
        assert found_one == quantile or at_edge
    assert (found.change in ("new", "risen")) == (count > found.high and count >= FEWEST)
    assert (found.change in ("fallen", "gone")) == (count < found.low and mean >= LEAST_EXPECTED)


def test_overdispersion_of_many_terms_is_what_they_were_drawn_with() -> None:
    counts = _bursty(np.full(3_000, 40.0), 0.25, 12, seed=3)
    found = overdispersion(counts.astype(np.float64), np.full(12, float(WORDS)))
    assert np.median(found) == pytest.approx(0.25, abs=0.03)
    calm = np.random.default_rng(3).poisson(40, (3_000, 12))
    assert np.median(overdispersion(calm.astype(np.float64), np.full(12, float(WORDS)))) == LEAST_A


def test_overdispersion_is_moments_drawn_towards_all_terms() -> None:
    """By hand, in equal periods: (s² - m) / m², of the term and of all, weighted by their numbers of periods."""
    past = np.array([[4, 9, 2, 17, 8], [30, 31, 29, 33, 27]], dtype=np.float64)
    own = [(row.var(ddof=1) - row.mean()) / row.mean() ** 2 for row in past]
    weights = [row.mean() / (1 + 0.3 * row.mean()) for row in past]
    everyone = max(sum(a * weight for a, weight in zip(own, weights, strict=True)) / sum(weights), LEAST_A)
    expected = [max((5 * a + BORROWED * everyone) / (5 + BORROWED), LEAST_A) for a in own]
    assert overdispersion(past, np.full(5, 1_000.0)).tolist() == pytest.approx(expected)


def test_terms_never_met_have_the_least_overdispersion() -> None:
    assert (
        overdispersion(np.zeros((2, 4)), np.full(4, 100.0)).tolist()
        == [pytest.approx(BORROWED * LEAST_A / (4 + BORROWED), abs=LEAST_A)] * 2
    )
    assert (overdispersion(np.zeros((2, 4)), np.full(4, 100.0)) >= LEAST_A).all()


@given(st.permutations(range(6)))
def test_the_order_of_terms_does_not_matter(order: list[int]) -> None:
    counts = _bursty(np.array([3.0, 10, 30, 50, 5, 1]), 0.4, 9, seed=1)
    sizes = np.full(9, WORDS)
    found = trends(counts, sizes)
    again = trends(counts[order], sizes)
    assert [(t.low, t.high, t.change) for t in again] == [(found[i].low, found[i].high, found[i].change) for i in order]


# -- how often steady terms alarm -------------------------------------------------------------------------------------


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
    counts = _bursty(np.full(4_000, float(mean)), a, periods + 1, seed=7)
    up, down = _alarms(counts, np.full(periods + 1, WORDS))
    assert ABOVE / 2 <= up <= most * ABOVE
    assert BELOW / 2 <= down <= 1.1 * BELOW


def test_steady_terms_of_all_frequencies_alarm_about_as_often_as_is_said() -> None:
    means = np.random.default_rng(2).lognormal(1.5, 1.2, 6_000)
    up, down = _alarms(_bursty(means, 0.3, 27, seed=9), np.full(27, WORDS))
    assert up <= 2 * ABOVE
    assert down <= BELOW


def test_a_real_rise_is_found_among_bursty_terms() -> None:
    counts = _bursty(np.full(400, 20.0), 0.2, 13, seed=11)
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
    found = _one(_sundays(30, days_after=0), season=7)
    assert found.change == "steady"
    assert found.expected == pytest.approx(30.5, abs=1)
    assert _one(_sundays(30, days_after=0)).change == "steady"  # wild enough by itself


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
    assert _one(_sundays(300, 0), season=7).change == "risen"


def test_two_sundays_are_too_few_to_compare_with() -> None:
    assert SAME_DAYS == 3
    past = [0] * 20
    assert _one([*past, 9], season=7) == _one([*past, 9])
    longer = [0] * 21
    assert _one([*longer, 9], season=7).high >= _one([*longer, 9]).high


def test_sundays_without_words_do_not_count() -> None:
    series, sizes = [0] * 21 + [9], [WORDS] * 22
    sizes[0] = 0
    assert _one(series, sizes, season=7) == _one(series, sizes)


def test_seasons_alarm_less_often_not_more() -> None:
    counts = _bursty(np.full(2_000, 15.0), 0.3, 7 * WEEKS + 1, seed=12)
    sizes = np.full(counts.shape[1], WORDS)
    plain, seasonal = trends(counts, sizes), trends(counts, sizes, 7)
    assert all(b.change == "steady" or a.change == b.change for a, b in zip(plain, seasonal, strict=True))
    assert all(b.low <= a.low and b.high >= a.high for a, b in zip(plain, seasonal, strict=True))
