"""What was to be expected of a period, and what is new, risen or fallen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nbinom  # type: ignore[import-untyped]

from tasks.words.trends import trend

EVEN = [10_000] * 5


@pytest.mark.parametrize(
    ("series", "change"),
    [
        ([10, 12, 9, 11, 10], "steady"),
        ([10, 12, 9, 11, 16], "steady"),
        ([10, 12, 9, 11, 40], "risen"),
        ([30, 28, 33, 31, 6], "fallen"),
        ([30, 28, 33, 31, 0], "fallen"),
        ([2, 1, 0, 2, 0], "steady"),
        ([0, 0, 0, 0, 12], "new"),
        ([0, 0, 0, 0, 2], "steady"),
        ([0, 0, 0, 0, 0], "steady"),
        ([0, 0, 1, 0, 12], "risen"),
    ],
)
def test_the_change_of_a_series(series: list[int], change: str) -> None:
    assert trend(series, EVEN).change == change


def test_a_longer_period_is_expected_to_have_more() -> None:
    assert trend([10, 10, 40], [1_000, 1_000, 4_000]).change == "steady"
    assert trend([10, 10, 40], [1_000, 1_000, 4_000]).expected == pytest.approx(40)
    assert trend([10, 10, 40], [1_000, 1_000, 1_000]).change == "risen"


def test_without_a_past_nothing_is_expected() -> None:
    assert trend([7], [100]).change == "steady"
    assert trend([0, 7], [0, 100]).change == "steady"


def test_a_short_past_is_less_sure_than_a_long_one() -> None:
    short, long = trend([10, 10], [1_000] * 2), trend([10] * 40, [1_000] * 40)
    assert short.high - short.low > long.high - long.low


@given(st.integers(0, 3_000), st.integers(1_000, 10**6), st.integers(1_000, 10**6))
def test_the_range_is_that_of_scipy(past: int, past_words: int, words: int) -> None:
    found = trend([past, 0], [past_words, words])
    expected = nbinom(past + 0.5, past_words / (past_words + words))
    assert (found.low, found.high) == (expected.ppf(0.005), expected.ppf(0.995))


def test_one_steady_term_in_a_hundred_alarms() -> None:
    counts = np.random.default_rng(4).poisson(20, (2_000, 9))
    alarms = [trend(row.tolist(), [1_000] * 9).change != "steady" for row in counts]
    assert 0.002 <= np.mean(alarms) <= 0.015


@pytest.mark.parametrize(("series", "totals"), [([], []), ([1, 2], [100])])
def test_series_and_totals_that_do_not_fit_are_refused(series: list[int], totals: list[int]) -> None:
    with pytest.raises(ValueError, match="periods"):
        trend(series, totals)
