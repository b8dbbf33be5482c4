"""What a text is recognised by: pinned values, what is folded and what is not, and the curve that bands promise."""

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.parameters import PARAMETERS, Parameters
from tasks.duplicates.signatures import Hashes, band_keys, minhash, passage_keys, shingles, sign, text_hash
from tests.duplicates.signing import CASES, signed

PINNED = (
    "Old stones keep their counsel: 3.5 of every 10 walls, the surveyors said on Tuesday, date from before 1400. " * 2
)
TEXTS = st.text(alphabet="abc 1.,'é中—\n", max_size=200)


def test_the_stored_values_never_change_without_a_new_version() -> None:
    signature = sign(PINNED)
    assert PARAMETERS.version == "2"
    assert signature.text_hash == "fad17eca128b8581d8b23dccba356ffa"
    assert signature.words == 38
    assert signature.keys["band"][:2] == (-8267526798143573539, 7520831204129730319)
    assert signature.keys["passage"] == (913547286501319231,)
    assert shingles(PINNED)[:2].tolist() == [913547286501319231, 1806739339571088586]


def test_keys_are_of_one_kind_each_and_fit_a_bigint() -> None:
    found = sign(PINNED).keys
    assert len(found["band"]) == PARAMETERS.bands
    assert all(len(set(keys)) == len(keys) for keys in found.values())
    assert len({key for keys in found.values() for key in keys}) == sum(map(len, found.values()))
    assert all(-(2**63) <= key < 2**63 for keys in found.values() for key in keys)


def test_a_short_text_has_no_keys() -> None:
    assert not any(sign("word " * 19).keys.values())
    assert all(sign("word " * 20).keys.values())


def test_no_words_have_no_signature() -> None:
    assert not any(sign("").keys.values())
    with pytest.raises(ValueError, match="without shingles"):
        minhash(shingles(""))


def test_other_parameters_give_other_keys() -> None:
    mine, others = sign(PINNED).keys, sign(PINNED, Parameters(seed=1)).keys
    assert mine.keys() == others.keys()
    assert all(set(mine[kind]).isdisjoint(others[kind]) for kind in mine)
    assert len(sign(PINNED, Parameters(bands=20, rows=6)).keys["band"]) == 20


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
        assert all(bool(keys) == (signature.words >= 20) for keys in signature.keys.values()), path.name


def test_the_cases_hold_texts_long_enough_to_be_compared() -> None:
    assert sum(sign(signed("a", case["earlier"]).text).words >= 20 for case in CASES) > 100


# -- passages ---------------------------------------------------------------------------------------------------------

RUN = PARAMETERS.window + PARAMETERS.shingle - 1  # words of a passage that cannot be missed
PROSE = st.lists(st.sampled_from([f"word{number}" for number in range(400)]), min_size=20, max_size=120)


@given(PROSE, PROSE, PROSE, st.integers(RUN, 80), st.randoms(use_true_random=False))
def test_texts_that_share_a_run_of_words_share_a_key(
    before: list[str], after: list[str], around: list[str], length: int, chance: random.Random
) -> None:
    passage = [f"said{chance.randrange(10**6)}" for _ in range(length)]
    keys = [sign(" ".join(text)).keys for text in ([*before, *passage, *after], [*around, *passage])]
    assert set(keys[0]["passage"]) & set(keys[1]["passage"])


@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=RUN, max_size=150), st.data())
def test_so_they_do_where_words_recur(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - RUN))
    part = " ".join(words[start : start + RUN])
    assert set(sign(part).keys["passage"]) & set(sign(" ".join(words)).keys["passage"])


def test_a_passage_of_any_place_is_found_in_the_long_text() -> None:
    chance = random.Random(1)
    words = [f"word{chance.randrange(3000)}" for _ in range(2000)]
    whole = set(sign(" ".join(words)).keys["passage"])
    missed = [
        start
        for start in range(0, len(words) - RUN, 7)
        if not whole & set(sign(" ".join(words[start : start + RUN])).keys["passage"])
    ]
    assert missed == []


def test_passage_keys_are_few_and_those_of_other_texts_others() -> None:
    chance = random.Random(2)
    texts = [" ".join(f"word{chance.randrange(5000)}" for _ in range(3000)) for _ in range(2)]
    one, other = (sign(text).keys["passage"] for text in texts)
    expected = 2 / (PARAMETERS.window + 1) * 3000  # Schleimer, Wilkerson and Aiken 2003, theorem 1
    assert 0.8 * expected < len(one) < 1.2 * expected
    assert not set(one) & set(other)


@given(st.lists(st.integers(0, 50), max_size=80), st.integers(1, 30))
def test_passage_keys_are_the_smallest_of_each_window(values: list[int], window: int) -> None:
    found = passage_keys(np.array(values, dtype=np.uint64), Parameters(window=window))
    width = min(window, len(values))
    assert list(found) == sorted(
        {min(values[start : start + width]) for start in range(len(values) - width + 1)} if values else set()
    )
