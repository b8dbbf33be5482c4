"""The words that two texts do not share, and which of them are facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.difference import Change, difference
from tasks.duplicates.figures import is_day, is_fact

WORDS = st.lists(
    st.sampled_from(["red", "green", "3", "4", "Monday", "Tuesday", "the", "of", "03", "3rd"]), max_size=40
).map(" ".join)


@pytest.mark.parametrize(
    "word", ["3", "1,000", "20th", "twelve", "Second", "May", "MAY", "Tue", "September", "sept".title()]
)
def test_facts(word: str) -> None:
    assert is_fact(word)


@pytest.mark.parametrize(
    "word",
    [
        "may",
        "march",
        "sun",
        "someone",
        "Mayor",
        "Sunny",
        "5G",
        "ten-fold",
        "Augustus",
    ],
)
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


# -- days and names ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["Tuesday", "Tue", "May", "1999", "2016"])
def test_days(word: str) -> None:
    assert is_day(word)


@pytest.mark.parametrize("word", ["may", "12", "1,999", "1815", "2116", "noon", "today", "Mayor"])
def test_no_days(word: str) -> None:
    assert not is_day(word)


@pytest.mark.parametrize(
    ("a", "b", "moves"),
    [
        ("it opens on Monday", "it opens on Tuesday", True),
        ("it opened in 2015", "it opened in 2016", True),
        ("it opens on 3 May", "it opens on 4 May", False),
        ("it opens on Monday", "it opens on Mon", False),
        ("it opens on Monday", "it opens soon", False),
        ("it opens", "it opens on Monday", False),
        ("12 came", "15 came", False),
    ],
)
def test_whether_a_day_moves(a: str, b: str, moves: bool) -> None:
    assert difference(a, b).moves_day is moves
    assert difference(b, a).moves_day is moves


@pytest.mark.parametrize(
    ("a", "b", "names"),
    [
        ("the mayor of Hame spoke", "the mayor of Corran spoke", 2),
        ("said Ada Quill of Hame", "said Thora Lind of Hame", 4),
        ("said Ada Quill today", "said Lind today", 2),
        ("said James today", "said Jarnes today", 0),
        ("said Müller today", "said Mueller today", 0),
        ("said Quill today", "said nobody today", 0),
        ("said Quill today", "said today", 0),
        pytest.param(
            "The lock is shut",
            "Locks are shut",
            0,
            marks=pytest.mark.xfail(strict=True, reason="the capital that begins a sentence is taken for a name's"),
        ),
        ("Barges wait, as barges do", "Boats wait, as boats do", 0),
        ("on Monday they met", "on Tuesday they met", 0),
        ("12 men met", "Quill met", 0),
        ("the red boat", "the green boat", 0),
    ],
)
def test_names_that_another_stands_for(a: str, b: str, names: int) -> None:
    assert difference(a, b).names == names
    assert difference(b, a).names == names


def test_places_are_counted_where_a_name_is_among_them() -> None:
    form = "On {} the lock at {} was shut for {} hours, said the keeper, {}, who had been told in the night."
    one, other = form.format("Monday", "Hame", 3, "Quill"), form.format("Tuesday", "Corran", 9, "Lind")
    assert difference(one, other).named_places == 4
    assert difference(one, form.format("Tuesday", "Hame", 9, "Quill")).named_places == 0
    assert difference(one, other).name_share == 1.0


@given(WORDS, WORDS)
def test_shares_are_shares(a: str, b: str) -> None:
    changed = difference(a, b)
    assert 0.0 <= changed.fact_share <= changed.name_share <= 1.0
    assert changed.replaced <= changed.size


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(text, text).changes == ()


@given(WORDS, WORDS)
def test_it_reads_the_same_backwards(a: str, b: str) -> None:
    there, back = difference(a, b), difference(b, a)
    assert 0.0 <= there.fact_share <= 1.0
    assert bool(there.changes) == bool(back.changes)
