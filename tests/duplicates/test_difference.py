"""The words that two texts do not share, and which of them are facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.difference import Change, difference, is_fact

WORDS = st.lists(
    st.sampled_from(["red", "green", "3", "4", "Monday", "Tuesday", "the", "of", "03", "3rd"]), max_size=40
).map(" ".join)


@pytest.mark.parametrize(
    "word", ["3", "1,000", "20th", "twelve", "Second", "May", "MAY", "Tue", "September", "sept".title()]
)
def test_facts(word: str) -> None:
    assert is_fact(word)


@pytest.mark.parametrize("word", ["may", "march", "sun", "someone", "Mayor", "Sunny", "5G", "ten-fold", "Augustus"])
def test_no_facts(word: str) -> None:
    assert not is_fact(word)


@pytest.mark.parametrize(
    ("a", "b", "changes"),
    [
        ("the red boat", "the red boat", []),
        ("the red boat", "The RED boat!", []),
        ("the red boat", "the green boat", [Change(("red",), ("green",))]),
        ("a boat came", "a boat", [Change(("came",), ())]),
        ("it cost 1,000 marks", "it cost 1 000 marks", []),
        ("on 3rd May", "on 03 May", []),
        ("on Tue at noon", "on Tuesday at noon", []),
        ("don’t go", "don't go", []),
        ("0 boats", "00 boats", []),
        ("3 men and 5 women", "5 men and 3 women", [Change(("3",), ("5",)), Change(("5",), ("3",))]),
        ("3.5 men", "35 men", [Change(("3.5",), ("35",))]),
        ("", "new text", [Change((), ("new", "text"))]),
    ],
)
def test_what_differs(a: str, b: str, changes: list[Change]) -> None:
    assert list(difference(a, b).changes) == changes


def test_only_facts_in_the_place_of_facts_count() -> None:
    changed = difference("the ship left at noon with 12 people", "the ship left at night with 15 people, page 2 of 9")
    assert changed.size == 8
    assert changed.facts == 2
    assert difference("the ship left", "the ship left on 4 May 2015").fact_share == 0.0


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(text, text).changes == ()


@given(WORDS, WORDS)
def test_it_reads_the_same_backwards(a: str, b: str) -> None:
    there, back = difference(a, b), difference(b, a)
    assert 0.0 <= there.fact_share <= 1.0
    assert bool(there.changes) == bool(back.changes)
