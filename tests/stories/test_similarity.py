"""All pairs that are alike: the same as by comparing each with each."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.stories import similarity
from tasks.stories.similarity import cosine, similar
from tasks.stories.weights import UNIT, Profile, quantised

WEIGHTS = st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0.1, 9), max_size=6)


def _profiles(vectors: list[dict[str, float]]) -> list[Profile]:
    return [Profile(f"{place:03}", date(2031, 2, 3), quantised(vector)) for place, vector in enumerate(vectors)]


@pytest.mark.parametrize("block", [1, 7, 4_000_000])
@given(st.lists(WEIGHTS, max_size=12), st.floats(0, 1), st.integers(1, 3))
def test_every_pair_is_found_with_its_cosine(
    block: int, vectors: list[dict[str, float]], floor: float, shared: int
) -> None:
    profiles = _profiles(vectors)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similarity, "BLOCK", block)
        pairs = similar(profiles, floor, shared)
    found = {
        (one, other): (product / UNIT**2, both)
        for one, other, product, both in zip(
            pairs.first.tolist(), pairs.second.tolist(), pairs.product.tolist(), pairs.shared.tolist(), strict=True
        )
    }
    wanted = {}
    for (one, a), (other, b) in combinations(enumerate(profiles), 2):
        both = len(a.weights.keys() & b.weights.keys())
        if both >= shared and cosine(a.weights, b.weights) >= floor:
            wanted[one, other] = (cosine(a.weights, b.weights), both)
    assert found == wanted
    assert list(found) == sorted(found)


def test_too_long_a_profile_is_refused() -> None:
    long = Profile("a", date(2031, 2, 3), {str(number): 1 for number in range(5_000)})
    with pytest.raises(ValueError, match="keep the strongest"):
        similar([long], 0.1)
