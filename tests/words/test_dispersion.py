"""Dispersion: worked examples from the literature, a plain definition, and what chance alone would give."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom  # type: ignore[import-untyped]

from tasks.words.dispersion import deviation_of_proportions, evenness, expected_deviation


def _frames(counts: Sequence[int], words: Sequence[float]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One term's uses in documents of these sizes; none of its rows has a count of 0."""
    names = [f"d{number:02d}" for number in range(len(words))]
    rows = [("term", name, count) for name, count in zip(names, counts, strict=True) if count]
    return (
        pd.DataFrame(rows, columns=["term", "document", "count"]).astype({"count": "int64"}),
        pd.DataFrame({"document": names, "words": words}),
    )


def _dp(counts: Sequence[int], words: Sequence[float]) -> float:
    return float(deviation_of_proportions(*_frames(counts, words))["term"])


def _evenness(counts: Sequence[int], words: Sequence[float]) -> float:
    return float(evenness(*_frames(counts, words))["term"])


@pytest.mark.parametrize(
    ("counts", "words", "dp"),
    [
        ([1, 2, 3, 4, 5], [9_000, 10_000, 10_000, 10_000, 11_000], 0.18),  # Gries 2008, section 3
        ([2, 1, 0], [100, 100, 100], 1 / 3),  # Lijffijt and Gries 2012, table 1
        ([50, 25, 15, 10], [100, 100, 100, 100], 0.25),
        ([10, 20, 30], [100, 200, 300], 0.0),  # spread as the words are
        ([5, 0, 0, 0], [100, 100, 100, 100], 0.75),  # all in one: 1 - its share
        ([1, 0], [1, 999_999], 1 - 1e-6),
        ([7], [100], 0.0),
        ([7, 0], [100, 0], 0.0),  # a document without words
    ],
)
def test_worked_examples(counts: list[int], words: list[int], dp: float) -> None:
    assert _dp(counts, words) == pytest.approx(dp, abs=1e-9)


PARTS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5_000)), min_size=1, max_size=12).filter(
    lambda parts: any(count for count, _ in parts)
)


@given(PARTS)
def test_dp_is_its_definition(parts: list[tuple[int, int]]) -> None:
    counts, words = zip(*parts, strict=True)
    uses, total = sum(counts), sum(words)
    expected = sum(abs(count / uses - size / total) for count, size in parts) / 2
    assert _dp(counts, words) == pytest.approx(expected, abs=1e-9)
    assert 0 <= _evenness(counts, words) <= 1


def test_terms_are_measured_by_themselves_and_sorted() -> None:
    first, sizes = _frames([1, 2, 3], [50, 60, 70])
    second, _ = _frames([3, 0, 0], [50, 60, 70])
    uses = pd.concat([first, second.assign(term="early")])
    for measure in (deviation_of_proportions, evenness):
        found = measure(uses, sizes)
        assert found.index.tolist() == ["early", "term"]
        assert found["early"] == measure(second, sizes)["term"]
        assert found["term"] == measure(first, sizes)["term"]
        pd.testing.assert_series_equal(measure(uses[::-1], sizes[::-1]), found)
        assert measure(uses[:0], sizes).empty


def test_a_document_without_a_size_is_refused() -> None:
    uses, sizes = _frames([1, 2], [50, 60])
    with pytest.raises(ValueError, match="both must be of one period"):
        deviation_of_proportions(uses, sizes[:1])


# -- by chance --------------------------------------------------------------------------------------------------------

SHARES = st.lists(st.integers(1, 500), min_size=1, max_size=10).map(lambda words: np.array(words) / sum(words))


@given(st.integers(1, 200), SHARES)
def test_what_chance_gives_is_the_mean_deviation_of_scipys_binomial(count: int, shares: np.ndarray) -> None:
    deviations = [binom(count, share).expect(lambda uses, p=share: abs(uses / count - p)) for share in shares]
    assert expected_deviation(count, shares) == pytest.approx(sum(deviations) / 2, abs=1e-9)


@pytest.mark.parametrize(
    ("count", "shares", "expected"),
    [
        (1, [0.5, 0.5], 0.5),
        (2, [0.5, 0.5], 0.25),  # half the draws are one of each
        (5, [1.0], 0.0),
        (5, [1.0, 0.0], 0.0),
        (1, [0.25] * 4, 0.75),
    ],
)
def test_what_chance_gives_by_hand(count: int, shares: list[float], expected: float) -> None:
    assert expected_deviation(count, np.array(shares)) == pytest.approx(expected)


@pytest.mark.parametrize(("count", "words"), [(3, [100] * 50), (20, [500, 100, 50, 10]), (400, [30] * 20)])
def test_what_chance_gives_is_what_drawing_gives(count: int, words: list[int]) -> None:
    shares = np.array(words) / sum(words)
    drawn = np.random.default_rng(8).multinomial(count, shares, 20_000)
    deviations = np.abs(drawn / count - shares).sum(axis=1) / 2
    assert expected_deviation(count, shares) == pytest.approx(deviations.mean(), rel=0.01)


def test_a_great_count_has_an_expectation_too() -> None:
    shares = np.array([0.2, 0.8])
    assert expected_deviation(1_000_000, shares) == pytest.approx((0.2 * 0.8 * 2 / np.pi / 1e6) ** 0.5, rel=1e-3)


# -- evenness ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ([50] + [0] * 19, 0.0, 0.1),  # all in one document of twenty
        ([25, 25] + [0] * 18, 0.1, 0.2),
        ([3, 2, 3, 2, 3, 2, 3, 2, 3, 2] * 2, 1.0, 1.0),  # more evenly than by chance
        ([1, 1, 1] + [0] * 17, 1.0, 1.0),  # three uses cannot be spread further
        ([3] + [0] * 19, 0.3, 0.4),
    ],
)
def test_evenness(counts: list[int], low: float, high: float) -> None:
    assert low <= _evenness(counts, [300] * 20) <= high


@pytest.mark.parametrize("count", [2, 5, 50, 500])
def test_what_falls_at_random_is_about_even(count: int) -> None:
    words = [900, 300, 300, 300, 100, 60, 40]
    shares = np.array(words) / sum(words)
    drawn = np.random.default_rng(5).multinomial(count, shares, 100)
    found = [_evenness(row.tolist(), words) for row in drawn]
    assert 0.8 <= float(np.mean(found)) <= 1.0


def test_a_period_of_one_document_is_even() -> None:
    assert _evenness([9], [300]) == 1.0
