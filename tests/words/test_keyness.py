"""Keyness: worked examples from the literature, an independent implementation, and what one document cannot make."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import chi2, chi2_contingency, false_discovery_control  # type: ignore[import-untyped]

from tasks.words.keyness import (
    MOST_BY_CHANCE,
    Totals,
    chance,
    false_discovery,
    keyness,
    log_likelihood,
    log_ratio,
    overused,
    without_busiest,
)

CASES = json.loads((Path(__file__).parents[1] / "cases" / "keyness.json").read_text(encoding="utf-8"))


def _array(*values: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array(values, dtype=np.float64)


def _frame(*rows: tuple[str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["term", "count", "reference_count"])


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


@pytest.mark.parametrize(("count", "reference"), [(6, 0), (0, 101)])
def test_counts_and_totals_that_do_not_fit_are_refused(count: int, reference: int) -> None:
    with pytest.raises(ValueError, match="totals"):
        keyness(_frame(("ship", count, reference)), Totals(5, 100))


def test_nothing_has_no_keyness() -> None:
    found = keyness(_frame(), Totals(0, 100))
    assert found.empty
    assert {"g2", "log_ratio", "p", "q"} <= set(found.columns)
    assert overused(found).empty


ROWS = _frame(("storm", 40, 5), ("the", 900, 900), ("rain", 3, 300), ("ship", 4, 2), ("wren", 9, 0))


def test_what_is_surely_commoner_is_overused() -> None:
    scored = keyness(ROWS, Totals(10_000, 10_000))
    assert scored["term"].tolist() == ROWS["term"].tolist()
    assert overused(scored)["term"].tolist() == ["storm", "wren"]
    assert (overused(scored)["q"] < MOST_BY_CHANCE).all()
    assert scored.set_index("term")["g2"]["rain"] < 0


def test_the_order_of_rows_does_not_matter() -> None:
    scored = keyness(ROWS, Totals(10_000, 10_000))
    again = keyness(ROWS[::-1], Totals(10_000, 10_000))
    pd.testing.assert_frame_equal(again.sort_index(), scored)


# -- without the busiest document -------------------------------------------------------------------------------------

Periods = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(40, 900)), min_size=2, max_size=8
).filter(lambda documents: any(a for a, _, _ in documents) and any(b for _, b, _ in documents))


def _period(documents: list[tuple[int, int, int]]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, Totals]:
    """Rows, uses, sizes and totals of a period of documents with so many uses of "ship", of "storm", and words."""
    uses = [
        (term, f"d{number}", count)
        for number, (ships, storms, _) in enumerate(documents)
        for term, count in (("ship", ships), ("storm", storms))
        if count
    ]
    sizes = [(f"d{number}", words) for number, (_, _, words) in enumerate(documents)]
    totals = Totals(sum(words for _, _, words in documents), 50_000)
    rows = _frame(("ship", sum(ships for ships, _, _ in documents), 40), ("storm", sum(s for _, s, _ in documents), 3))
    return (
        keyness(rows, totals),
        pd.DataFrame(uses, columns=["term", "document", "count"]),
        pd.DataFrame(sizes, columns=["document", "words"]),
        totals,
    )


@given(Periods)
def test_what_is_left_is_the_keyness_of_the_other_documents(documents: list[tuple[int, int, int]]) -> None:
    frame, uses, sizes, totals = _period(documents)
    found = without_busiest(frame, uses, sizes, totals)
    for place, (term, reference) in enumerate((("ship", 40), ("storm", 3))):
        busiest = max(range(len(documents)), key=lambda number: (documents[number][place], number))
        others = [each for number, each in enumerate(documents) if number != busiest]
        count, words = sum(each[place] for each in others), sum(each[2] for each in others)
        alone = keyness(_frame((term, count, reference)), Totals(words, 50_000))
        assert found[place] == pytest.approx(alone["g2"][0])
    shuffled = without_busiest(frame, uses[::-1], sizes[::-1], totals)
    assert shuffled.tolist() == found.tolist()


def test_one_document_alone_leaves_nothing() -> None:
    frame, uses, sizes, totals = _period([(90, 1, 900), (0, 1, 400), (0, 1, 300)])
    left = without_busiest(frame, uses, sizes, totals)
    assert left[0] < 0  # rarer than in the reference, which has it
    assert left[1] > 0
    nowhere = frame.assign(reference_count=0)
    assert without_busiest(nowhere, uses, sizes, totals)[0] == 0


def test_of_a_single_document_nothing_is_left_out() -> None:
    frame, uses, sizes, totals = _period([(9, 3, 900)])
    assert without_busiest(frame, uses, sizes, totals).tolist() == frame["g2"].tolist()
