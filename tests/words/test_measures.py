"""Measures of language: the formulas by worked examples, what counts as prose, and variety against a plain count."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.records import Measures
from tasks.text.sentences import sentences
from tasks.text.tokens import words
from tasks.words.measures import (
    WINDOW,
    Lengths,
    coleman_liau,
    lengths,
    lix,
    mattr,
    measure,
    total,
    types_in_windows,
)

PROSE = "The ferry is late again. Passengers were waiting for information at the harbour."  # 13 words


def test_the_counts_of_a_text() -> None:
    assert measure(PROSE, "en") == Measures(words=13, sentences=2, prose_words=13, letters=66, long_words=4)
    assert measure("") == Measures()


@pytest.mark.parametrize(
    "heading", ["Harbour closed for repairs", "• Tickets, information, timetables", "A ship in the harbour (archive)"]
)
def test_what_ends_without_a_mark_is_no_prose(heading: str) -> None:
    with_heading = measure(f"{heading}\n\n{PROSE}", "en")
    alone = measure(PROSE, "en")
    assert with_heading.words == alone.words + len(words(heading))
    for name in ("sentences", "prose_words", "letters", "long_words"):
        assert getattr(with_heading, name) == getattr(alone, name), name


@pytest.mark.parametrize(
    "sentence", ["He came.", "“He came.”", "(He came!)", "He came…", "Did he come?", "‘He came.’)"]
)
def test_a_sentence_ends_with_a_mark_and_what_closes_behind_it(sentence: str) -> None:
    assert measure(sentence, "en").sentences == 1


def test_all_that_has_no_mark_is_no_text_to_read() -> None:
    found = measure("Ferries\n\nTickets\n\nTimetable", "en")
    assert (found.words, found.sentences, found.prose_words, found.letters) == (3, 0, 0, 0)
    assert lix(prose_words=0, sentences=0, long_words=0) is None
    assert coleman_liau(letters=0, prose_words=0, sentences=0) is None


@pytest.mark.parametrize(
    ("text", "letters", "long_words"),
    [
        ("Harbour.", 7, 1),  # seven letters are more than six
        ("Harbor.", 6, 0),
        ("It's by-law 1,000.", 12, 0),  # signs are no letters, digits are
        ("In 1,000,000 years.", 14, 0),  # a number is not long
        ("Mother-in-law.", 11, 1),
        ("Überfahrt.", 9, 1),
        ("Переправа закрыта.", 16, 2),
    ],
)
def test_letters_and_long_words(text: str, letters: int, long_words: int) -> None:
    found = measure(text, "en")
    assert (found.letters, found.long_words) == (letters, long_words)


@pytest.mark.parametrize("language", ["zh", "ja", "th"])
def test_a_language_without_spaces_has_a_length_only(language: str) -> None:
    found = measure("今天渡轮晚点。乘客在等待。" * 20, language)
    assert found == Measures(words=found.words)
    assert found.words > 100


def test_what_is_at_hand_is_not_made_again() -> None:
    text = f"Late again\n\n{PROSE}"
    assert measure(text, "en", tokens=words(text, "en"), spans=sentences(text)) == measure(text, "en")


# -- formulas ---------------------------------------------------------------------------------------------------------


def test_lix_by_hand() -> None:
    assert lix(prose_words=13, sentences=2, long_words=4) == pytest.approx(13 / 2 + 100 * 4 / 13)
    assert lix(prose_words=200, sentences=10, long_words=50) == 45.0  # 20 words a sentence, a quarter long


def test_coleman_liau_by_the_example_of_its_authors() -> None:
    """Their own abstract has 119 words, 5 sentences, 639 letters and digits; they give it grade 14.5."""
    grade = coleman_liau(letters=639, prose_words=119, sentences=5)
    assert grade == pytest.approx(14.5, abs=0.05)


def test_a_group_is_reckoned_from_its_sums() -> None:
    short, long = measure("He came. She left.", "en"), measure(PROSE, "en")
    both = total([short, long])
    assert both == Measures(words=17, sentences=4, prose_words=17, letters=79, long_words=4)
    assert total([]) == Measures()


# -- variety ----------------------------------------------------------------------------------------------------------


def _plain(tokens: list[str], window: int) -> int:
    low = [token.lower() for token in tokens]
    return sum(len(set(low[start : start + window])) for start in range(len(low) - window + 1))


@given(st.lists(st.sampled_from(["the", "The", "a", "ship", "b", "c", "d"]), max_size=60), st.integers(1, 12))
def test_words_that_differ_in_all_windows(tokens: list[str], window: int) -> None:
    assert types_in_windows(tokens, window) == _plain(tokens, window)


def test_variety_of_a_text() -> None:
    assert measure("ship " * WINDOW).types == 1
    different = " ".join(f"w{number}" for number in range(WINDOW + 5))
    found = measure(different)
    assert (found.windows, found.types) == (6, 6 * WINDOW)
    assert mattr(windows=found.windows, types=found.types) == 1.0
    alternating = measure("ship sea " * WINDOW)
    assert isclose(mattr(windows=alternating.windows, types=alternating.types) or 0, 2 / WINDOW)


def test_a_text_shorter_than_the_window_has_no_variety() -> None:
    found = measure("ship sea " * (WINDOW // 2 - 1))
    assert (found.windows, found.types) == (0, 0)
    assert mattr(windows=0, types=0) is None


@given(st.text(alphabet="abcDé京 \n.?!”'-1,", max_size=200), st.sampled_from(["en", "zh", ""]))
def test_the_counts_agree_with_each_other(text: str, language: str) -> None:
    found = measure(text, language)
    assert found.words == len(words(text, language))
    assert 0 <= found.long_words <= found.prose_words <= found.words
    assert 0 <= found.sentences <= len(sentences(text))
    assert 0 <= found.letters <= len(text)
    assert found.windows <= found.types <= found.windows * WINDOW


# -- lengths ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([7], Lengths(1, 7.0, 7.0, 7.0)),
        ([1, 2, 3, 4, 5], Lengths(5, 2.0, 3.0, 4.0)),
        ([40, 10, 30, 20], Lengths(4, 17.5, 25.0, 32.5)),
    ],
)
def test_the_lengths_of_documents(counts: list[int], found: Lengths) -> None:
    assert lengths(counts) == found
    assert lengths(counts[::-1]) == found


def test_no_document_has_no_length() -> None:
    assert lengths([]) is None
