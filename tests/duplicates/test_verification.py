"""Exact similarity, against sets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.verification import NOTHING, Similarity, compare

SETS = st.sets(st.integers(0, 40))


def _sorted(values: set[int]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    return np.array(sorted(values), dtype=np.uint64)


@given(SETS, SETS)
def test_it_is_what_sets_give(a: set[int], b: set[int]) -> None:
    similarity = compare(_sorted(a), _sorted(b))
    turned = compare(_sorted(b), _sorted(a))
    assert turned == Similarity(similarity.jaccard, similarity.around, similarity.within, similarity.shared)
    if a and b:
        assert similarity.jaccard == pytest.approx(len(a & b) / len(a | b))
        assert similarity.shared == len(a & b)
        assert similarity.within == pytest.approx(len(a & b) / len(a))
        assert similarity.around == pytest.approx(len(a & b) / len(b))
        assert similarity.containment == pytest.approx(len(a & b) / min(len(a), len(b)))
    else:
        assert similarity == NOTHING


def test_a_text_is_the_same_as_itself() -> None:
    assert compare(_sorted({1, 2}), _sorted({1, 2})) == Similarity(1.0, 1.0, 1.0, 2)


def test_a_part_is_contained_whole() -> None:
    assert compare(_sorted({1, 2}), _sorted({1, 2, 3, 4})) == Similarity(0.5, 1.0, 0.5, 2)
