"""Terms of a text: what is folded, what is left out, which form is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.tokens import words
from tasks.words.counts import TermCount, count_words, fold


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The ship, the ship.", [TermCount("ship", "ship", 2), TermCount("the", "the", 2)]),
        ("NATO said Nato", [TermCount("nato", "Nato", 2), TermCount("said", "said", 1)]),
        ("NATO NATO Nato", [TermCount("nato", "NATO", 3)]),
        ("Trump's Trump’s TRUMP'S", [TermCount("trump", "Trump", 3)]),
        ("The U.S. and the US", [TermCount("and", "and", 1), TermCount("the", "the", 2), TermCount("u.s.", "U.S.", 2)]),
        ("us", [TermCount("us", "us", 1)]),
        ("a W. 5 1,000 20th x 1960s", []),
        ("5G 5G-ready", [TermCount("5g", "5G", 1), TermCount("5g-ready", "5G-ready", 1)]),
        ("don’t don't", [TermCount("don't", "don't", 2)]),
        ("@handle #tag a.b@example.org https://example.org", []),
        ("x" * 41, []),
        ("", []),
    ],
)
def test_the_terms_of_a_text(text: str, counts: list[TermCount]) -> None:
    assert count_words(text) == counts


def test_a_language_without_spaces_is_counted_by_bigrams() -> None:
    assert count_words("北京市，北京。人", "zh") == [TermCount("京市", "京市", 1), TermCount("北京", "北京", 2)]
    assert count_words("北京市") == []


@pytest.mark.parametrize(
    ("form", "term"),
    [
        ("U.N.", "un"),
        ("UN", "un"),
        ("p.m.", "pm"),
        ("U.S.", "u.s."),
        ("US", "u.s."),
        ("us", "us"),
        ("Us", "us"),
        ("Straße", "strasse"),
    ],
)
def test_folding(form: str, term: str) -> None:
    assert fold(form) == term


@given(st.text())
def test_no_term_is_counted_more_often_than_tokens_stand_there(text: str) -> None:
    counts = count_words(text)
    assert sum(found.count for found in counts) <= len(words(text))
    assert [found.term for found in counts] == sorted({found.term for found in counts})


@given(st.lists(st.sampled_from(["NATO", "Nato", "ship", "Ship", "Bob's"]), max_size=20))
def test_the_order_of_words_has_no_effect(tokens: list[str]) -> None:
    assert count_words(" ".join(tokens)) == count_words(" ".join(sorted(tokens)))
