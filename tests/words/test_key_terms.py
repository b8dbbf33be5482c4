"""Key terms: what one document cannot make, what says nothing, and in which order the rest stands."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.words.counts import count_words, fold, plain_form
from tasks.words.function_words import ENGLISH
from tasks.words.key_terms import CALENDAR, LEAST_LEFT, key_terms, may_be_key
from tasks.words.keyness import Totals, keyness
from tasks.words.reference import load

DOCUMENTS, WORDS = 20, 500
REFERENCE_WORDS = 1_000_000


def _found(
    spread: dict[str, list[int]],
    words: list[int] | None = None,
    reference: dict[str, int] | None = None,
    language: str = "en",
    most: int = 100,
    shuffled: int | None = None,
) -> pd.DataFrame:
    """The key terms of a period. spread: of each term its uses in the documents, from the first; words: their sizes."""
    sizes = pd.DataFrame({"words": words or [WORDS] * DOCUMENTS})
    sizes.insert(0, "document", [f"d{number:02d}" for number in range(len(sizes))])
    uses = pd.DataFrame(
        [(term, f"d{at:02d}", n) for term, counts in spread.items() for at, n in enumerate(counts) if n],
        columns=["term", "document", "count"],
    )
    rows = pd.DataFrame(
        [
            (term, sum(counts), sum(map(bool, counts)), (reference or {}).get(term, 0))
            for term, counts in spread.items()
        ],
        columns=["term", "count", "documents", "reference_count"],
    ).astype({"count": "int64", "documents": "int64", "reference_count": "int64"})
    if shuffled is not None:
        rows, uses, sizes = (each.sample(frac=1, random_state=shuffled) for each in (rows, uses, sizes))
    totals = Totals(int(sizes["words"].sum()), REFERENCE_WORDS)
    return key_terms(may_be_key(keyness(rows, totals), len(sizes), language, most), uses, sizes, totals)


def _terms(spread: dict[str, list[int]], words: list[int] | None = None, language: str = "en") -> list[str]:
    terms: list[str] = _found(spread, words, language=language)["term"].tolist()
    return terms


STORM = [2] * 10  # a word that ten documents have twice: key by any measure


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ([50], None),  # one document, however often
        ([500], [9_000] + [WORDS] * 19),  # a long one
        ([80], [100] + [WORDS] * 19),  # a short one full of it
        ([60, 1], None),  # a stray use elsewhere: one use of a word is no surprise
        ([0, 0, 0, 200], [WORDS] * 3 + [40_000] + [WORDS] * 16),  # longer than all others together
    ],
)
def test_one_document_cannot_make_a_key_term(shape: list[int], words: list[int] | None) -> None:
    reference = {"marrow": 900}
    spread = {"storm": STORM, "marrow": shape}
    found = _found(spread, words, reference)
    assert found["term"].tolist() == ["storm"]


def test_a_long_document_weighs_little_beside_many_short_ones() -> None:
    """200 uses in one document and a few elsewhere rank below twenty spread ones."""
    found = _found({"storm": STORM, "marrow": [200, 2, 2]}, [10_000] + [WORDS] * 19)
    assert found["term"].tolist() == ["storm", "marrow"]
    assert found["g2"][1] > found["g2"][0]


def test_what_is_left_without_the_busiest_must_be_surprising_by_itself() -> None:
    assert _terms({"wren": [3, 1]}) == []  # once is a stray use, though it be a find
    assert _terms({"wren": [3, 1, 1]}) == ["wren"]
    assert _found({"wren": [9, 1]}, reference={"wren": 200})["term"].tolist() == []
    assert _found({"wren": [9, 8]}, reference={"wren": 200})["term"].tolist() == ["wren"]
    assert LEAST_LEFT == 3.84


def test_a_term_keeps_its_own_counts() -> None:
    found = _found({"storm": STORM, "wren": [3, 2]}).set_index("term")
    assert found["documents"].to_dict() == {"storm": 10, "wren": 2}
    assert found["dp"]["storm"] == pytest.approx(0.5)
    assert found["dp"]["wren"] == pytest.approx(0.9)
    assert found["evenness"].between(0, 1).all()


def test_of_two_alike_the_first_in_the_alphabet_stands_first() -> None:
    assert _terms({"wren": STORM, "auk": STORM, "tern": STORM}) == ["auk", "tern", "wren"]


def test_only_the_surest_are_tried() -> None:
    spread = {"storm": [4] * 10, "wren": STORM, "auk": STORM}
    assert _found(spread, most=2)["term"].tolist() == ["storm", "auk"]
    assert _found(spread, most=0)["term"].tolist() == []


@pytest.mark.parametrize("word", ["monday", "september", "march", "june", "july", "samstag", "février"])
def test_the_calendar_says_nothing(word: str) -> None:
    assert _terms({word: STORM, "storm": STORM}) == ["storm"]
    assert _terms({word: STORM, "storm": STORM}, language="de") == ["storm"]


@pytest.mark.parametrize("word", ["may", "mars", "marco", "sun", "set"])
def test_what_is_a_word_or_a_name_besides_is_not_the_calendar(word: str) -> None:
    assert word not in CALENDAR


def test_function_words_say_nothing_in_their_language() -> None:
    assert _terms({"of": STORM, "we've": STORM, "storm": STORM}) == ["storm"]
    assert _terms({"of": STORM, "storm": STORM}, language="de") == ["of", "storm"]


def test_function_words_are_folded_as_terms_are() -> None:
    assert {fold(word) for word in ENGLISH} == ENGLISH
    assert {fold(plain_form(word)) for word in ENGLISH} - ENGLISH == set()


def test_what_is_rarer_than_elsewhere_or_hardly_commoner_is_no_key_term() -> None:
    spread = {"storm": STORM, "rain": STORM, "snow": STORM}
    found = _found(spread, reference={"rain": 2_000, "snow": 200_000})
    assert found["term"].tolist() == ["storm"]


def test_a_period_of_one_document_has_key_terms() -> None:
    found = _found({"storm": [9], "rain": [1]}, [1_000], {"storm": 5, "rain": 300})
    assert found["term"].tolist() == ["storm"]
    assert found["documents"].tolist() == [1]
    assert found["evenness"].tolist() == [1.0]


@pytest.mark.parametrize("spread", [{}, {"rain": [1]}])
def test_where_nothing_stands_out_there_are_no_key_terms(spread: dict[str, list[int]]) -> None:
    found = _found(spread, reference={"rain": 300})
    assert found.empty
    assert {"term", "count", "documents", "g2", "log_ratio", "dp", "rank"} <= set(found.columns)


@settings(max_examples=30)
@given(
    st.dictionaries(
        st.sampled_from(["storm", "wren", "auk", "tern", "marrow"]),
        st.lists(st.integers(0, 9), min_size=1, max_size=DOCUMENTS).filter(any),
        min_size=1,
    ),
    st.integers(0, 99),
)
def test_the_order_of_rows_does_not_matter(spread: dict[str, list[int]], seed: int) -> None:
    pd.testing.assert_frame_equal(_found(spread, shuffled=seed), _found(spread))


def test_the_real_article_is_about_fentanyl(shared: Path) -> None:
    articles = sorted((shared / "seeds").glob("*.txt"))
    if not articles:
        pytest.skip("../shared/seeds is not here")
    counts = count_words(articles[0].read_text(encoding="utf-8"))
    reference = load()
    rows = pd.DataFrame(
        [(found.term, found.uses, 1, reference.counts.get(found.term, 0)) for found in counts],
        columns=["term", "count", "documents", "reference_count"],
    )
    total = int(rows["count"].sum())
    totals = Totals(total, reference.total)
    uses = rows[["term", "count"]].assign(document="d")
    sizes = pd.DataFrame({"document": ["d"], "words": [total]})
    found = key_terms(may_be_key(keyness(rows, totals), 1, "en", 100), uses, sizes, totals)["term"].tolist()
    assert found[0] == "fentanyl"
    assert {"drug", "china", "trump", "u.s."} <= set(found)
