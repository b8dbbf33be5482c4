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
    USUAL_A,
    Trend,
    overdispersion,
    trends,
)

Counts = NDArray[np.int64]
WORDS = 10_000


def one(series: Sequence[int], sizes: Sequence[int] | None = None, season: int = 1) -> Trend:
    """The trend of one term by itself."""
    words = sizes if sizes is not None else [WORDS] * len(series)
    [found] = trends(np.array([series], dtype=np.int64), np.array(words, dtype=np.int64), season)
    return found


def bursty(means: NDArray[np.float64], a: float, periods: int, seed: int) -> Counts:
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
    assert one(series).change == change


def test_a_longer_period_is_expected_to_have_more() -> None:
    past = [10] * 4
    assert one([*past, 40], [1_000] * 4 + [4_000]).change == "steady"
    assert one([*past, 40], [1_000] * 4 + [4_000]).expected == pytest.approx(40.5)
    assert one([*past, 40], [1_000] * 5).change == "risen"


def test_the_expected_count_has_half_a_use_more_than_the_past() -> None:
    assert one([0, 0, 0, 4]).expected == pytest.approx(0.5 / 3)
    assert one([5, 7, 9, 4], [100, 200, 300, 50]).expected == pytest.approx(21.5 / 600 * 50)


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
    assert one(series, sizes) == Trend(float(count), count, count, 0.0, "steady")


def test_a_period_without_words_is_left_out() -> None:
    assert one([4, 0, 5, 6, 20], [100, 0, 100, 100, 100]) == one([4, 5, 6, 20], [100, 100, 100, 100])


def test_a_short_past_is_less_sure_than_a_longone() -> None:
    short, long = one([10] * 4), one([10] * 40)
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
    found = one([*past, count], [WORDS] * len(past) + [size])
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
    counts = bursty(np.full(3_000, 40.0), 0.25, 12, seed=3)
    found = overdispersion(counts.astype(np.float64), np.full(12, float(WORDS)))
    assert np.median(found) == pytest.approx(0.25, abs=0.03)
    calm = np.random.default_rng(3).poisson(40, (3_000, 12))
    assert np.median(overdispersion(calm.astype(np.float64), np.full(12, float(WORDS)))) == LEAST_A


def test_overdispersion_is_moments_drawn_towards_all_terms() -> None:
    """By hand, in equal periods: (s² - m) / m², of the term and of all, weighted by their numbers of periods."""
    past = np.array([[4, 9, 2, 17, 8], [30, 31, 29, 33, 27]], dtype=np.float64)
    own = [(row.var(ddof=1) - row.mean()) / row.mean() ** 2 for row in past]
    weights = [row.mean() / (1 + USUAL_A * row.mean()) for row in past]
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
    counts = bursty(np.array([3.0, 10, 30, 50, 5, 1]), 0.4, 9, seed=1)
    sizes = np.full(9, WORDS)
    found = trends(counts, sizes)
    again = trends(counts[order], sizes)
    assert [(t.low, t.high, t.change) for t in again] == [(found[i].low, found[i].high, found[i].change) for i in order]
