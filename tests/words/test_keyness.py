"""Keyness: worked examples from the literature, an independent implementation, and what makes a key word."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import chi2, chi2_contingency, false_discovery_control  # type: ignore[import-untyped]

from tasks.words.counts import count_words
from tasks.words.keyness import (
    Totals,
    chance,
    dispersion,
    false_discovery,
    key_words,
    keyness,
    log_likelihood,
    log_ratio,
)
from tasks.words.reference import load

CASES = json.loads((Path(__file__).parents[1] / "cases" / "keyness.json").read_text(encoding="utf-8"))


def _array(*values: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array(values, dtype=np.float64)


def _frame(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["term", "count", "documents", "reference_count"])


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_worked_examples(case: dict[str, Any]) -> None:
    found = log_likelihood(
        _array(case["count"]), _array(case["reference_count"]), case["words"], case["reference_words"]
    )
    assert found[0] == pytest.approx(case["g2"], abs=0.006)


@given(st.integers(0, 500), st.integers(0, 500), st.integers(501, 10**6), st.integers(501, 10**7))
def test_g2_and_its_chance_are_those_of_scipy(count: int, reference: int, words: int, reference_words: int) -> None:
    assume(count + reference > 0)
    table = [[count, reference], [words - count, reference_words - reference]]
    expected = chi2_contingency(table, correction=False, lambda_="log-likelihood")
    found = log_likelihood(_array(count), _array(reference), words, reference_words)
    assert abs(found[0]) == pytest.approx(expected.statistic, rel=1e-6, abs=1e-6)
    assert chance(_array(expected.statistic))[0] == pytest.approx(chi2.sf(expected.statistic, 1), rel=1e-9)
    assert chance(found)[0] == pytest.approx(expected.pvalue, rel=1e-3, abs=1e-3)
    assert found[0] == 0 or (found[0] > 0) == (count * reference_words >= reference * words)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50))
def test_the_false_discovery_rate_is_that_of_scipy(p: list[float]) -> None:
    assert false_discovery(np.array(p)) == pytest.approx(false_discovery_control(p))


def test_log_ratio_is_the_binary_log_of_the_ratio_of_frequencies() -> None:
    found = log_ratio(_array(79.5, 9.5, 0), _array(39.5, 19.5, 0), 1000, 1000)
    assert found == pytest.approx([1.0, -1.0, 0.0])


def test_dispersion() -> None:
    found = dispersion(_array(50, 5, 50, 1), _array(1, 5, 20, 1), 20)
    assert found[0] == pytest.approx(1 / (20 * (1 - 0.95**50)))
    assert found[1:].tolist() == [1.0, 1.0, 1.0]
    assert dispersion(_array(50), _array(1), 1).tolist() == [1.0]


def test_counts_and_totals_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="totals"):
        keyness(_frame(("ship", 10, 1, 0)), Totals(5, 1, 100))


def test_nothing_has_no_key_words() -> None:
    assert key_words(keyness(_frame(), Totals(0, 0, 100))).empty


ROWS = _frame(
    ("storm", 40, 10, 5),
    ("marrow", 90, 1, 0),
    ("wren", 60, 2, 0),
    ("the", 900, 20, 900),
    ("of", 700, 20, 300),
    ("rain", 3, 3, 300),
    ("ship", 4, 4, 30),
)


def test_key_words_are_overused_sure_dispersed_and_no_function_words() -> None:
    found = key_words(keyness(ROWS, Totals(10_000, 20, 10_000)))
    assert found["term"].tolist() == ["storm", "wren"]


def test_other_languages_have_no_function_words() -> None:
    assert "of" in key_words(keyness(ROWS, Totals(10_000, 20, 10_000)), language="de")["term"].tolist()


def test_limit_and_order_of_rows() -> None:
    scored = keyness(ROWS, Totals(10_000, 20, 10_000))
    assert key_words(scored, limit=1)["term"].tolist() == ["storm"]
    pd.testing.assert_frame_equal(key_words(scored.iloc[::-1]), key_words(scored))


def test_a_period_of_one_document_has_key_words() -> None:
    rows = _frame(("storm", 9, 1, 5), ("the", 60, 1, 60_000), ("rain", 1, 1, 300))
    assert key_words(keyness(rows, Totals(1_000, 1, 1_000_000)))["term"].tolist() == ["storm"]


def test_the_real_article_is_about_fentanyl() -> None:
    articles = sorted((Path(__file__).parents[2].parent / "shared" / "seeds").glob("*.txt"))
    if not articles:
        pytest.skip("../shared/seeds is not here")
    counts = count_words(articles[0].read_text(encoding="utf-8"))
    reference = load()
    rows = _frame(*((found.term, found.count, 1, reference.counts.get(found.term, 0)) for found in counts))
    total = sum(found.count for found in counts)
    found = key_words(keyness(rows, Totals(total, 1, reference.total)))["term"].tolist()
    assert found[0] == "fentanyl"
    assert {"drug", "china", "trump", "u.s."} <= set(found)
