"""What a text is recognised by: pinned values, what is folded and what is not, and the curve that bands promise."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.signatures import (
    PARAMETERS,
    Hashes,
    Parameters,
    band_keys,
    minhash,
    shingles,
    sign,
    text_hash,
)

PINNED = (
    "Old stones keep their counsel: 3.5 of every 10 walls, the surveyors said on Tuesday, date from before 1400. " * 2
)
TEXTS = st.text(alphabet="abc 1.,'é中—\n", max_size=200)


def test_the_stored_values_never_change_without_a_new_version() -> None:
    signature = sign(PINNED)
    assert PARAMETERS.version == "2"
    assert signature.text_hash == "139b4a5da2c394abbef79cf4fd6e5622"
    assert signature.words == 38
    assert signature.bands[:2] == (-2230776771895034542, 837795434771786583)
    assert shingles(PINNED)[:2].tolist() == [615617604749366697, 727652379100834230]


def test_bands_are_as_many_as_the_parameters_say_and_fit_a_bigint() -> None:
    keys = sign(PINNED).bands
    assert len(keys) == 25
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert len(set(keys)) == 25


def test_a_short_text_has_no_bands() -> None:
    assert sign("word " * 19).bands == ()
    assert len(sign("word " * 20).bands) == 25


def test_no_words_have_no_signature() -> None:
    assert sign("").bands == ()
    with pytest.raises(ValueError, match="without shingles"):
        minhash(shingles(""))


def test_other_parameters_give_other_keys() -> None:
    assert set(sign(PINNED).bands).isdisjoint(sign(PINNED, Parameters(seed=1)).bands)
    assert len(sign(PINNED, Parameters(bands=20, rows=6)).bands) == 20


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A word, and another.", "a WORD — and\n\nanother"),
        ("don't", "don’t"),
        ("Straße", "STRASSE"),
        ("中国，人民。", "中国人民"),
        ("end", "end."),
        ("¿Qué?", "qué"),
    ],
)
def test_case_space_and_punctuation_make_no_difference(a: str, b: str) -> None:
    assert text_hash(a) == text_hash(b) == sign(a).text_hash


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("3.5 per cent", "35 per cent"),
        ("3.5 per cent", "3 5 per cent"),
        ("won 1:0", "won 10"),
        ("12,500", "12.500"),
        ("£5", "$5"),
        ("5", "5%"),
        ("ab c", "a bc"),
        ("", "a"),
        ("peche", "pêche"),
    ],
)
def test_figures_signs_and_letters_do(a: str, b: str) -> None:
    assert text_hash(a) != text_hash(b)


@given(TEXTS)
def test_shingles_are_sorted_and_each_there_once(text: str) -> None:
    found = shingles(text)
    assert (found[1:] > found[:-1]).all()


@given(st.lists(st.sampled_from(["a", "b", "ab", "12", "é", "中", "£3.5"]), max_size=30), st.integers(1, 8))
def test_shingles_are_the_runs_of_words_in_their_order(words: list[str], size: int) -> None:
    runs = {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}
    assert shingles(" — ".join(words), Parameters(shingle=size)).size == len(runs)


@given(TEXTS, TEXTS)
def test_order_and_multiplicity_of_shingles_do_not_reach_the_signature(a: str, b: str) -> None:
    both = np.union1d(shingles(a), shingles(b))
    if both.size:
        assert (minhash(both) == minhash(both[::-1].copy())).all()


def _pair(generator: np.random.Generator, size: int, jaccard: float) -> tuple[Hashes, Hashes]:
    union = generator.integers(0, 2**63, size, dtype=np.uint64)
    shared = round(size * jaccard)
    half = shared + (size - shared) // 2
    return union[:half], np.concatenate([union[:shared], union[half:]])


@pytest.mark.parametrize("size", [20, 100, 1000])
def test_equal_values_estimate_the_jaccard_similarity(size: int) -> None:
    generator = np.random.default_rng(1)
    pairs = [_pair(generator, size, 0.7) for _ in range(200)]
    shares = [float((minhash(a) == minhash(b)).mean()) for a, b in pairs]
    assert np.mean(shares) == pytest.approx(0.7, abs=0.01)
    assert np.std(shares) <= 1.15 * (0.7 * 0.3 / 128) ** 0.5  # no more than 128 independent draws would vary


@pytest.mark.parametrize(("jaccard", "least", "most"), [(0.2, 0.0, 0.03), (0.5, 0.45, 0.65), (0.8, 0.99, 1.0)])
def test_bands_find_pairs_as_the_curve_says(jaccard: float, least: float, most: float) -> None:
    generator = np.random.default_rng(2)
    pairs = [_pair(generator, 100, jaccard) for _ in range(200)]
    found = [bool(set(band_keys(minhash(a))) & set(band_keys(minhash(b)))) for a, b in pairs]
    assert least <= np.mean(found) <= most


def test_real_texts_are_signed_whatever_they_hold() -> None:
    directory = Path(__file__).parents[2].parent / "shared" / "corpora" / "releases"
    if not directory.is_dir():
        pytest.skip("../shared/corpora/releases is not here")
    for path in sorted(directory.glob("*.txt"))[::500]:
        signature = sign(path.read_text(encoding="utf-8", errors="replace"))
        assert len(signature.bands) == (25 if signature.words >= 20 else 0), path.name


def test_the_cases_hold_texts_long_enough_to_be_compared() -> None:
    cases = json.loads((Path(__file__).parents[1] / "cases" / "duplicates.json").read_text(encoding="utf-8"))
    assert sum(sign(case["earlier"]).words >= 20 for case in cases) > 40
