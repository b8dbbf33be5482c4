"""What is shown of two texts: the places that changed, in their words, and the passages that both have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.passages import CONTEXT, edits, shared
from tasks.records import BriefedChange

TEXTS = st.lists(st.sampled_from(["red", "Red,", "green", "3", "4", "the", "of", "\n\n", "—"]), max_size=40).map(
    " ".join
)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("The red boat came.", "The red boat came.", []),
        ("The red boat came.", "the RED boat, came!", []),
        ("", "", []),
        ("", "Two new words", [("", "Two new words")]),
        ("Two old words", "", [("Two old words", "")]),
        ("It left at noon.", "It left at night.", [("noon.", "night.")]),
        ("It left.", "It left late.", [("", "late.")]),
        ("12 people came", "15 people came", [("12", "15")]),
        ("3 men and then 5 women", "5 men and then 3 women", [("3", "5"), ("5", "3")]),
        ("at noon with 12 aboard", "at night with 15 aboard", [("noon with 12", "night with 15")]),
        ("the first man said and the last man said", "the first man said and the last one said", [("man", "one")]),
    ],
)
def test_what_changed(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert [(each.removed, each.added) for each in edits(old, new)] == changes


def test_a_change_stands_among_the_words_around_it() -> None:
    before, after = "one two three four five six seven", "eight nine ten eleven twelve thirteen fourteen"
    [change] = edits(f"{before} old {after}", f"{before} new {after}")
    assert change == BriefedChange(
        "two three four five six seven", "old", "new", "eight nine ten eleven twelve thirteen"
    )
    assert len(change.before.split()) == len(change.after.split()) == CONTEXT


def test_changes_far_apart_are_shown_apart() -> None:
    old = "At 8 the lock was shut and nobody knew why it was so; at 9 it opened."
    assert [(each.removed, each.added) for each in edits(old, old.replace("8", "7").replace("9", "10"))] == [
        ("8", "7"),
        ("9", "10"),
    ]


def test_a_long_change_is_cut_in_its_middle_and_says_by_how_much() -> None:
    added = " ".join(f"word{number}" for number in range(500))
    [change] = edits("The end came.", f"The end {added} came.")
    assert change.added.startswith("word0 word1 ")
    assert change.added.endswith(" word498 word499")
    [number] = [int(each) for each in change.added.split() if each.isdigit()]
    assert number + len(change.added.split()) - len(f"[… {number} words …]".split()) == 500


@given(TEXTS, TEXTS)
def test_the_changes_of_a_text_give_its_words(old: str, new: str) -> None:
    """All that one text has more of than the other stands in the changes, and nothing that neither has."""
    changes = edits(old, new)
    assert all(each.removed or each.added for each in changes)
    assert {word for each in changes for word in each.removed.split()} <= set(old.split())
    assert {word for each in changes for word in each.added.split()} <= set(new.split())
    assert edits(new, new) == []


def test_shared_passages_are_given_longest_first_as_the_later_text_has_them() -> None:
    short = "the lock of the reach was shut all day and all of the night"
    long = "nobody who lives by the river could say what had given way beneath the gate when it sank in the dark"
    old = f"Once {short} before. {long.upper()} again."
    new = f"Now {short}; otherwise {long} indeed."
    assert shared(old, new) == [long, f"{short};"] or shared(old, new) == [long, short]


def test_shorter_passages_are_not_shown() -> None:
    assert shared("It was shut all day.", "It was shut all day.", least=6) == []
    assert shared("It was shut all day.", "It was shut all day.", least=5) == ["It was shut all day."]
    assert shared("", "") == []


@given(TEXTS, TEXTS)
def test_what_is_shared_stands_in_the_later_text(old: str, new: str) -> None:
    spaced = " ".join(new.split())
    assert all(each in spaced and len(each.split()) >= 3 for each in shared(old, new, least=3))
