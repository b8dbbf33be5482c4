"""A passage shows the word in its sentence and stays within two lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.briefing.examples import sentence_with
from tasks.briefing.passages import PASSAGE, passage


@pytest.mark.parametrize(
    ("sentence", "forms", "match"),
    [
        ("The Ferry was late.", ["ferry"], "Ferry"),
        ("The ferryman was late for the ferry.", ["ferry"], "ferry"),
        ("Lindqvist spoke.", ["Mara Lindqvist", "Lindqvist"], "Lindqvist"),
        ("Mara Lindqvist spoke.", ["Lindqvist", "Mara Lindqvist"], "Mara Lindqvist"),
        ("It cost $5 (c++).", ["c++"], "c++"),
        ("Nobody came.", ["ferry"], ""),
        ("Nobody came.", [""], ""),
    ],
)
def test_the_word_is_marked(sentence: str, forms: list[str], match: str) -> None:
    shown = passage(sentence, forms, None)
    assert shown is not None
    assert shown.match == match
    assert shown.before + shown.match + shown.after == sentence


def test_no_sentence_no_passage() -> None:
    assert passage("", ["ferry"], None) is None


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_long_sentence_is_cut_around_the_word(before: int, after: int) -> None:
    shown = passage("many words " * before + "ferry" + " and more" * after, ["ferry"], None)
    assert shown is not None
    assert shown.match == "ferry"
    assert len(shown.before + shown.match + shown.after) <= PASSAGE + 4
    assert shown.before.startswith("… ") or shown.before == "many words " * before
    assert shown.after.endswith(" …") or shown.after == " and more" * after


def test_a_word_no_line_holds_can_be_broken() -> None:
    shown = passage("W" * 90, ["W" * 90], None)
    assert shown is not None
    assert max(len(part) for part in shown.match.split("\u200b")) == 20
    assert shown.match.replace("\u200b", "") == "W" * 90


def test_a_pair_of_characters_is_found_inside_a_sentence() -> None:
    sentence = "首相は来週、東京で会談を続けると発表した。"
    assert sentence_with(f"見出し。\n\n{sentence}", "東京") == sentence
    found = passage(sentence, ["東京"], None)
    assert found is not None
    assert found.match == "東京"
