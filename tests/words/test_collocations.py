"""Which candidates are phrases: association by worked values and by scipy, what is cut off, what stands for what."""

from collections import Counter
from math import inf, log

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import chi2_contingency  # type: ignore[import-untyped]

from tasks.words.collocations import (
    CONTINUED,
    LEAST_G2,
    LEAST_NPMI,
    head_of,
    joints,
    normalised_pmi,
    phrases,
)

WORDS = 100_000


def _array(*values: float) -> NDArray[np.float64]:
    return np.array(values, dtype=np.float64)


def _candidates(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["term", "count", "continued", "together"])


def _kept(
    rows: dict[str, int], counts: dict[str, int], continued: dict[str, int] | None = None, **heads: str
) -> list[str]:
    """The candidates that stay, of these counts, nothing being known beside the issue."""
    candidates = _candidates(*((term, count, (continued or {}).get(term, 0), count) for term, count in rows.items()))
    found: list[str] = phrases(candidates, {**rows, **counts}, WORDS, heads, "en")["term"].tolist()
    return found


# -- association ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("together", "left", "right", "npmi"),
    [
        (10, 10, 10, 1.0),  # Bouma 2009: 1 where two words stand together only
        (1, 1_000, 100, 0.0),  # 0 as by chance: 1,000 * 100 / 100,000
        (0, 10, 10, -1.0),  # -1 never together
        (10, 100, 100, log(100) / log(10_000)),  # a hundred times as often as by chance: 1/2
        (1, 2_000, 1_000, log(1 / 20) / log(100_000)),  # twenty times as seldom
        (WORDS, WORDS, WORDS, 1.0),
    ],
)
def test_npmi_by_hand(together: int, left: int, right: int, npmi: float) -> None:
    found = normalised_pmi(_array(together), _array(left), _array(right), WORDS)
    assert found[0] == pytest.approx(npmi, abs=1e-12)


@given(st.integers(1, 500), st.integers(0, 500), st.integers(0, 500))
def test_npmi_is_its_definition_and_keeps_its_range(together: int, more_left: int, more_right: int) -> None:
    left, right = together + more_left, together + more_right
    both = together / WORDS
    expected = log(both / (left / WORDS * right / WORDS)) / -log(both)
    found = normalised_pmi(_array(together), _array(left), _array(right), WORDS)[0]
    assert found == pytest.approx(expected)
    assert -1 <= found <= 1 + 1e-12


@given(st.integers(1, 300), st.integers(0, 300), st.integers(0, 300), st.integers(1_000, 10**6))
def test_g2_is_that_of_scipy(together: int, more_left: int, more_right: int, words: int) -> None:
    left, right = together + more_left, together + more_right
    # Everything is let through: continued counts below nothing, and neither limit can be missed.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tasks.words.collocations.LEAST_NPMI", -inf)
        patch.setattr("tasks.words.collocations.LEAST_G2", -inf)
        candidates = _candidates(("trade deal", together, 0, together))
        found = phrases(candidates, {"trade": left, "deal": right}, words, {}, "en")
    table = [[together, more_left], [more_right, words - left - more_right]]
    expected = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
    assert abs(found["association"][0]) == pytest.approx(expected, rel=1e-6, abs=1e-6)
    assert found["association"][0] == 0 or (found["association"][0] > 0) == (together * words >= left * right)


# -- joints -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "heads", "parts"),
    [
        ("trade deal", {}, [("trade", "deal")]),
        ("sails deal", {"sails": "sail"}, [("sail", "deal")]),
        ("state of the union", {}, [("state", "union")]),
        ("secretary of state", {}, [("secretary", "state")]),
        ("new harbour tunnel", {}, [("new", "harbour tunnel"), ("new harbour", "tunnel")]),
        ("sister ships council", {"ships": "ship"}, [("sister", "ships council"), ("sister ship", "council")]),
        ("secretary of state moss", {}, [("secretary", "state moss"), ("secretary of state", "moss")]),
        ("driver's license", {}, [("driver", "license")]),
        ("drivers's license", {"drivers": "driver"}, [("driver", "license")]),
        ("planned parenthood's budget", {}, [("planned", "parenthood's budget"), ("planned parenthood", "budget")]),
        ("tide b c d", {}, [("tide", "b c d"), ("tide b", "c d"), ("tide b c", "d")]),
    ],
)
def test_the_joints_of_a_candidate(term: str, heads: dict[str, str], parts: list[tuple[str, str]]) -> None:
    assert list(joints(term, heads, "en")) == parts


def test_in_a_language_without_function_words_every_gap_is_a_joint() -> None:
    assert list(joints("mare of chevaux", {}, "fr")) == [("mare", "of chevaux"), ("mare of", "chevaux")]


def test_a_word_counts_under_its_headword_without_its_possessive() -> None:
    heads = {"drivers": "driver"}
    assert [head_of(word, heads) for word in ("drivers", "drivers's", "driver's", "boss")] == [
        "driver", "driver", "driver", "boss",
    ]  # fmt: skip


# -- what is a phrase -------------------------------------------------------------------------------------------------


def test_what_hangs_together_stays_and_what_is_chance_does_not() -> None:
    assert _kept({"trade deal": 20}, {"trade": 30, "deal": 40}) == ["trade deal"]
    assert _kept({"new boat": 3}, {"new": 900, "boat": 200}) == []
    assert _kept({}, {}) == []


def test_a_possessive_is_as_common_as_its_word() -> None:
    """ "Moss's plan" is no phrase where Moss is everywhere, though "Moss's" is counted nowhere."""
    assert _kept({"moss's plan": 3}, {"moss": 2_000, "plan": 150}) == []
    assert _kept({"driver's license": 9}, {"driver": 12, "license": 10}) == ["driver's license"]


def test_the_limits_are_those_that_are_named() -> None:
    found = phrases(_candidates(("trade deal", 20, 0, 20)), {"trade": 30, "deal": 40}, WORDS, {}, "en")
    assert found["npmi"][0] == pytest.approx(log(20 * WORDS / 1_200) / log(WORDS / 20))
    assert found["npmi"][0] >= LEAST_NPMI
    assert found["association"][0] >= LEAST_G2
    # Bound as closely as can be, but once: G2 of one use is not enough in a text so short.
    assert phrases(_candidates(("trade deal", 1, 0, 1)), {"trade": 1, "deal": 1}, 500, {}, "en").empty


def test_the_weakest_joint_decides() -> None:
    counts = {"candidate": 500, "thora": 40, "lind": 40, "thora lind": 40, "candidate thora": 4}
    found = phrases(_candidates(("candidate thora lind", 4, 0, 4)), counts, WORDS, {}, "en")
    assert found.empty
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tasks.words.collocations.LEAST_NPMI", -inf)
        shown = phrases(_candidates(("candidate thora lind", 4, 0, 4)), counts, WORDS, {}, "en")
    weak = normalised_pmi(_array(4), _array(500), _array(40), WORDS)[0]
    strong = normalised_pmi(_array(4), _array(4), _array(40), WORDS)[0]
    assert weak < strong
    assert shown["npmi"].tolist() == [pytest.approx(weak)]


def test_association_is_of_all_that_is_known_not_of_the_issue_alone() -> None:
    counts = {"trade": 900, "deal": 900}
    alone = phrases(_candidates(("trade deal", 8, 0, 8)), counts, WORDS, {}, "en")
    known = phrases(_candidates(("trade deal", 8, 0, 500)), counts, WORDS, {}, "en")
    assert alone.empty
    assert known["term"].tolist() == ["trade deal"]


@pytest.mark.parametrize(("continued", "kept"), [(0, True), (59, True), (60, False), (100, False)])
def test_what_mostly_goes_on_is_no_whole_phrase(continued: int, kept: bool) -> None:
    assert CONTINUED == 0.6
    counts = {"island": 110, "presidential": 120}
    found = _kept({"island presidential": 100}, counts, {"island presidential": continued})
    assert found == (["island presidential"] if kept else [])


def test_what_is_cut_out_of_commoner_phrases_is_left_out() -> None:
    """Of "Secretary of Harbours Thora Lind" neither "harbours thora" nor "harbours thora lind" is a phrase."""
    rows = {"secretary of harbours": 30, "thora lind": 40, "harbours thora": 12, "harbours thora lind": 12}
    counts = {"secretary": 32, "harbours": 35, "thora": 40, "lind": 42}
    assert _kept(rows, counts) == ["secretary of harbours", "thora lind"]


def test_a_phrase_of_two_words_is_cut_only_where_both_ends_are() -> None:
    counts = {"free": 50, "trade": 90, "deal": 60, "breaker": 30}
    assert _kept({"free trade": 45, "trade deal": 20}, counts) == ["free trade", "trade deal"]
    both = {"free trade": 45, "trade deal": 20, "deal breaker": 40}
    assert "trade deal" not in _kept(both, counts | {"breaker": 40, "deal": 70})


def test_what_is_less_than_twice_as_common_cuts_nothing() -> None:
    rows = {"secretary of harbours": 20, "thora lind": 40, "harbours thora lind": 12}
    counts = {"secretary": 32, "harbours": 35, "thora": 40, "lind": 42, "harbours thora": 12}
    assert "harbours thora lind" in _kept(rows, counts | {"thora lind": 40})
    assert "harbours thora lind" not in _kept(rows | {"secretary of harbours": 24}, counts)


def test_a_possessive_begins_amid_a_name_as_its_word_does() -> None:
    rows = {"thora lind": 40, "harbour plan": 12, "lind's harbour plan": 6}
    counts = {"thora": 40, "lind": 42, "harbour": 20, "lind's harbour": 6, "plan": 14}
    assert _kept(rows, counts) == ["thora lind", "harbour plan"]
    assert "lind's harbour plan" in _kept(rows | {"harbour plan": 11}, counts)


@given(st.permutations(["free trade", "trade deal", "deal breaker", "thora lind", "lind trade deal"]))
def test_the_order_of_candidates_does_not_matter(terms: list[str]) -> None:
    rows = {"free trade": 45, "trade deal": 20, "deal breaker": 12, "thora lind": 9, "lind trade deal": 5}
    counts = Counter({"free": 50, "trade": 90, "deal": 60, "breaker": 30, "thora": 9, "lind": 20, "lind trade": 5})
    assert sorted(_kept({term: rows[term] for term in terms}, counts)) == sorted(_kept(rows, counts))


def test_a_whole_phrase_is_not_cut_because_others_begin_and_end_as_it_does() -> None:
    """ "State of the Union" where "Skerra State" is commoner, "harbour court justice" where "justice department" is."""
    rows = {"skerra state": 60, "state of the union": 12}
    assert "state of the union" in _kept(rows, {"skerra": 70, "state": 200, "union": 20})
    rows = {"harbour court": 40, "harbour court justice": 12, "justice department": 30}
    counts = {"harbour": 60, "court": 55, "department": 35, "court justice": 12}
    assert "harbour court justice" in _kept(rows, counts | {"justice": 90})
    assert "harbour court justice" not in _kept(rows, counts | {"justice": 45})


def test_a_name_is_cut_off_where_it_takes_up_its_first_word() -> None:
    rows = {"thora lind": 40, "island governor thora": 6, "island governor": 7}
    assert _kept(rows, {"island": 30, "governor": 30, "thora": 41, "lind": 44}) == ["thora lind", "island governor"]
