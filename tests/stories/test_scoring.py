"""The scores by which stories are judged."""

import pytest

from tests.stories.scoring import Week, score

WEEK = Week("2031-W06", "tuning", (("a", "b", "c"), ("d", "e"), ("f",)), frozenset({("a", "d")}))


def test_the_person_s_own_groups_score_full() -> None:
    found = score([(WEEK, [["a", "b", "c"], ["e", "d"]])])
    assert (found.f1, found.b_f1, found.right) == (1, 1, 4)


def test_nothing_found_is_precise() -> None:
    found = score([(WEEK, [])])
    assert (found.precision, found.recall, found.b_precision) == (1, 0, 1)
    assert found.b_recall == pytest.approx((3 / 3 + 2 / 2 + 1) / 6)


def test_pairs_and_b_cubed_by_hand() -> None:
    found = score([(WEEK, [["a", "b", "f"]])])
    assert (found.right, found.wrong, found.missed) == (1, 2, 3)
    assert found.b_precision == pytest.approx((2 / 3 + 2 / 3 + 1 + 1 + 1 + 1 / 3) / 6)
    assert found.b_recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2 + 1) / 6)


def test_doubtful_pairs_are_not_scored() -> None:
    found = score([(WEEK, [["a", "d"]])])
    assert (found.right, found.wrong) == (0, 0)
    assert found.b_precision == 1


def test_how_much_of_a_large_story_one_group_has() -> None:
    nothing, half = score([(WEEK, [])]), score([(WEEK, [["a", "b", "f"], ["c", "d"]])])
    assert nothing.covered == pytest.approx(1 / 3)
    assert nothing.pure == 1
    assert half.covered == pytest.approx(2 / 3)
    assert half.pure == pytest.approx(2 / 3)
    assert score([(WEEK, [["a", "b", "d"]])]).pure == 1
