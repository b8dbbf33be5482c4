"""What weighs in a profile: the rare, the often said, the title; and never what all have."""

import math
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.stories.weights import UNIT, WEIGHING, Background, Counted, background, profile, quantised, rarity

DAY = date(2031, 2, 3)
GENERAL = {"said": 0.004, "the": 0.06, "lock": 0.00001}


def _counted(id: str, *terms: str, lead: str = "", title: str = "") -> Counted:
    return Counted(id, DAY, Counter(terms), {}, Counter(lead.split()), Counter(title.split()))


def test_a_feature_of_every_document_weighs_nothing() -> None:
    known = background([_counted("a", "vote", "lock"), _counted("b", "vote")])
    assert rarity("vote", known) == 0
    assert rarity("lock", known) == pytest.approx(math.log(2.5 / 1.5))


def test_five_documents_do_not_make_a_common_word_rare() -> None:
    few = [_counted(str(number), "lock") for number in range(4)] + [_counted("e", "said")]
    alone, beside = background(few), background(few, GENERAL)
    assert rarity("said", alone) > rarity("lock", alone)
    assert rarity("said", beside) < rarity("lock", beside)


def test_many_documents_outweigh_the_list() -> None:
    known = Background(20_000, {"lock": 10_000, "said": 20}, GENERAL)
    assert rarity("said", known) > rarity("lock", known)


def test_what_one_document_has_is_no_rarer_than_what_one_in_a_hundred_have() -> None:
    known = Background(100_000, {"once": 1, "seldom": 900})
    assert rarity("once", known) == rarity("seldom", known) == pytest.approx(-math.log(WEIGHING.rarest))


def test_repetition_weighs_more_the_lead_more_still_and_the_title_most() -> None:
    known = Background(1_000, {})
    found = profile(_counted("a", "lock", "gate", "gate", "barge", "hinge", lead="barge", title="hinge"), known).weights
    assert found["hinge"] > found["barge"] > found["gate"] > found["lock"]


def test_a_word_of_the_title_alone_weighs_as_well() -> None:
    assert "hinge" in profile(_counted("a", "lock", title="hinge"), Background(1_000, {})).weights


def test_a_name_in_the_lead_weighs_as_a_name() -> None:
    counted = Counted("a", DAY, {"quill": 1}, {"person:ada-quill": 1}, {"quill": 1, "person:ada-quill": 1})
    found = profile(counted, Background(1_000, {})).weights
    assert found["person:ada-quill"] == pytest.approx(WEIGHING.entity * found["quill"], abs=1)


def test_the_strongest_are_kept_and_ties_go_by_name() -> None:
    counted = Counted("a", DAY, {f"w{number:03}": 1 for number in range(500)})
    kept = profile(counted, Background(10, {})).weights
    assert sorted(kept) == [f"w{number:03}" for number in range(WEIGHING.strongest)]


def test_an_empty_document_has_an_empty_profile() -> None:
    assert profile(Counted("a", DAY, {}), Background(0, {})).weights == {}


@given(st.dictionaries(st.text(max_size=3), st.floats(0.01, 50), min_size=1, max_size=60))
def test_profiles_are_of_unit_length_whatever_the_order(weights: dict[str, float]) -> None:
    found = quantised(weights)
    length = math.sqrt(sum(value * value for value in found.values())) / UNIT
    assert length == pytest.approx(1, abs=0.002)
    assert found == quantised(dict(reversed(weights.items())))
