"""Groups by average link: the same as scipy's, in any order, and no chains; then what is attached to them."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage  # type: ignore[import-untyped]

from tasks.stories.attaching import attached
from tasks.stories.grouping import group, joined
from tasks.stories.linking import Linking
from tasks.stories.similarity import Pairs, similar
from tasks.stories.weights import UNIT, Profile, quantised

DAY = date(2031, 2, 3)


def _profile(id: str, features: str, days: int = 0) -> Profile:
    return Profile(id, DAY + timedelta(days), quantised(dict.fromkeys(features, 1.0)))


def _pairs(cosines: dict[tuple[int, int], float]) -> Pairs:
    rows = [(one, other, round(value * UNIT**2)) for (one, other), value in sorted(cosines.items()) if value]
    first, second, product = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return Pairs(first, second, product, np.ones_like(first))


def test_a_chain_is_no_story() -> None:
    chain = _pairs({(0, 1): 0.5, (1, 2): 0.5, (2, 3): 0.5, (3, 4): 0.5})
    assert joined(5, chain, 0.3) == [[0, 1], [2, 3]]


def test_a_missing_pair_counts_as_nothing_in_common() -> None:
    assert joined(3, _pairs({(0, 1): 0.9, (1, 2): 0.7}), 0.35) == [[0, 1, 2]]
    assert joined(3, _pairs({(0, 1): 0.9, (1, 2): 0.7}), 0.36) == [[0, 1]]


def test_of_links_as_strong_the_one_of_the_smallest_goes_first() -> None:
    assert joined(4, _pairs({(0, 1): 0.5, (0, 2): 0.5, (0, 3): 0.5}), 0.3) == [[0, 1]]


def test_one_feature_in_common_makes_no_story() -> None:
    assert group([_profile("a", "xab"), _profile("b", "xcd")], Linking(threshold=0.1)) == ()
    assert group([_profile("a", "xyzab"), _profile("b", "xyzcd")], Linking(threshold=0.1)) == (("a", "b"),)


def test_what_is_told_days_later_must_have_more_in_common() -> None:
    near = [_profile("a", "xyzab"), _profile("b", "xyzcd", 2)]
    far = [_profile("a", "xyzab"), _profile("b", "xyzcd", 3)]
    again = [_profile("a", "xyzab"), _profile("b", "xyzabc", 3)]
    assert group(near, Linking(threshold=0.5)) == (("a", "b"),)
    assert group(far, Linking(threshold=0.5)) == ()
    assert group(again, Linking(threshold=0.5)) == (("a", "b"),)


# The three of a group share x, y and z; "d" has little in common with any one of them, and much with what they share.
SIDES = (_profile("a", "xyzabc"), _profile("b", "xyzdef"), _profile("c", "xyzghi"))
ATTACHING = Linking(threshold=0.45, attaching=0.6)


def test_a_document_that_has_what_a_group_shares_is_attached_to_it() -> None:
    other = _profile("d", "xyzjklmn")
    assert joined(4, similar([*SIDES, other], 0), 0.45) == [[0, 1, 2]]
    assert group([*SIDES, other], ATTACHING) == (("a", "b", "c", "d"),)
    assert group([*SIDES, other], replace(ATTACHING, attaching=0.7)) == (("a", "b", "c"),)


def test_what_only_one_of_a_group_has_attaches_nothing() -> None:
    assert group([*SIDES, _profile("d", "abcjklm")], ATTACHING) == (("a", "b", "c"),)


def test_a_document_of_a_month_later_is_not_attached() -> None:
    assert group([*SIDES, _profile("d", "xyzjklmn", 30)], ATTACHING) == (("a", "b", "c"),)


def test_a_document_between_two_groups_joins_the_one_it_is_more_like() -> None:
    profiles = [*SIDES, _profile("k", "uvwabc"), _profile("l", "uvwdef"), _profile("m", "uvwxyzn")]
    groups = [[0, 1, 2], [3, 4]]
    assert attached(profiles, groups, Linking(attaching=0.3)) == [[0, 1, 2, 5], [3, 4]]


def test_what_was_attached_in_one_round_draws_others_in_the_next() -> None:
    pair = [_profile("a", "xyz"), _profile("b", "xyz")]
    between, last = [_profile("c", "xyzuv"), _profile("d", "xyzuv")], _profile("e", "xzuvw")
    assert attached([*pair, *between, last], [[0, 1]], Linking(attaching=0.65)) == [[0, 1, 2, 3, 4]]
    assert attached([*pair, last], [[0, 1]], Linking(attaching=0.65)) == [[0, 1]]


def test_nothing_in_nothing_out() -> None:
    assert group([]) == ()
    assert group([_profile("a", "xyz")]) == ()


@pytest.mark.parametrize("seed", range(30))
def test_groups_are_those_of_scipy(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = int(rng.integers(2, 25))
    cosines = {pair: float(rng.random() ** 2) for pair in combinations(range(size), 2)}
    found = joined(size, _pairs(cosines), 0.4)
    apart = [1 - cosines[pair] for pair in combinations(range(size), 2)]
    assert found == _by_label(fcluster(linkage(apart, "average"), 0.6, "distance"))


def _by_label(labels: Any) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        groups.setdefault(int(label), []).append(place)
    return sorted(each for each in groups.values() if len(each) > 1)


@given(st.lists(st.text("abcdefghij", min_size=3, max_size=8), max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_does_not_matter(texts: list[str], random: Random) -> None:
    profiles = [_profile(f"{place:02}", text) for place, text in enumerate(texts)]
    shuffled = random.sample(profiles, len(profiles))
    assert group(shuffled, Linking(threshold=0.4)) == group(profiles, Linking(threshold=0.4))


@given(st.lists(st.text("abcdefghij", min_size=3, max_size=8), max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_does_not_matter_to_what_is_attached(texts: list[str], random: Random) -> None:
    linking = Linking(threshold=0.7, attaching=0.5)
    profiles = [_profile(f"{place:02}", text, place % 5) for place, text in enumerate(texts)]
    assert group(random.sample(profiles, len(profiles)), linking) == group(profiles, linking)


@given(st.lists(st.text("abcdefghij", min_size=3, max_size=8), max_size=14))
def test_attaching_only_adds_single_documents_to_groups(texts: list[str]) -> None:
    profiles = [_profile(f"{place:02}", text) for place, text in enumerate(texts)]
    strict = group(profiles, Linking(threshold=0.7, attaching=2))
    wider = group(profiles, Linking(threshold=0.7, attaching=0.5))
    assert len(wider) == len(strict)
    assert {each for each in map(frozenset, strict) if not any(each <= set(other) for other in wider)} == set()
    assert len({id for each in wider for id in each}) == sum(map(len, wider))


@given(st.lists(st.text("abcdefghij", min_size=3, max_size=8), max_size=14), st.sampled_from(["!", "05!", "~"]))
def test_a_document_about_something_else_changes_nothing(texts: list[str], id: str) -> None:
    profiles = [_profile(f"{place:02}", text) for place, text in enumerate(texts)]
    assert group([*profiles, _profile(id, "uvwxyz")]) == group(profiles)
