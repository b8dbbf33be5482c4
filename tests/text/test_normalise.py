"""A text comes out as a careful editor would leave it, and every change that led there can be replayed."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.edits import replay
from tasks.text.normalise import normalise

CASES = json.loads((Path(__file__).parents[1] / "cases" / "repairs.json").read_text())
ODD = st.sampled_from(
    ["\n", "\n\n", " ", '"', ' " ', "&amp;", "Ã©", "â€™", 'â€"', "\u200b", "\u0301", "\xa0", "\r\n", "e", "a b c", ".",
     " alt=A", "A", "© 2019 B.", "\x85", "- ", "Share", "\x1b[1m", "\ufb01", "word-\n", "Photo: AFP", "\f", "\t",
     "\xad\n", "\u200f", "א", "Related: ", "Share on Facebook\n", "All rights reserved.", "|", "> ", "    ",
     "¬\n", "the minister told the press on Monday that the talks with\n",
     "com-\nmunity and com-\nmunity", "ğ", "\u0316"]
)  # fmt: skip
LINE = "the minister told the press on Monday that the talks with the"
LINES = st.sampled_from(
    [LINE, LINE[:50], LINE[:58] + "-", "  " + LINE, "Share on Facebook", "Email", "© 2019 B.", "neighbours went on.",
     "", "tion of the plan", "and other things", "• one", 'a " b " c', "Photo: AFP",
     "Read more: the minister told the press"]
)  # fmt: skip


def rows() -> list[Any]:
    return [
        pytest.param(row, id=row["label"], marks=[pytest.mark.xfail(reason=row["fails"])] if "fails" in row else [])
        for row in CASES
    ]


@pytest.mark.parametrize("row", rows())
def test_repairs(row: dict[str, Any]) -> None:
    clean = normalise(row["original"])
    assert clean.text == row.get("fixed", row["original"])
    if "rules" in row:
        assert set(clean.repairs) == set(row["rules"])
    if "captions" in row:
        assert [clean.text[each.start : each.end] for each in clean.captions] == row["captions"]


@given(
    st.one_of(
        st.text(),
        st.lists(st.one_of(ODD, st.text(max_size=5)), max_size=30).map("".join),
        st.lists(LINES, max_size=12).map("\n".join),
    )
)
def test_changes_replay_and_a_second_pass_finds_nothing(raw: str) -> None:
    clean = normalise(raw)
    again = normalise(clean.text)
    assert replay(raw, clean.changes) == clean.text
    assert again.text == clean.text
    assert again.furniture == clean.furniture
    assert all(0 <= each.start < each.end <= len(clean.text) for each in clean.captions)
    assert all(0 <= each.start < each.end <= len(clean.text) for each in clean.furniture)
    assert all(one.end <= other.start for one, other in pairwise(clean.furniture))
    assert all(each.before != each.after for each in clean.changes)
    clean.text.encode()


def test_a_pass_of_very_many_edits_is_one_change() -> None:
    raw = "a\u200d" * 150_000
    clean = normalise(raw)
    assert clean.text == "a" * 150_000
    assert len(clean.changes) == 1
    assert replay(raw, clean.changes) == clean.text


def test_halves_of_a_character_are_joined() -> None:
    assert normalise("fun \ud83d\ude00!").text == "fun 😀!"


@pytest.mark.parametrize("part", ["a", '"', "\n", "- ", "&", " ", "Share\n", "\u0301", "e\u0316\u0301", ' " ', "A AFP"])
def test_very_much_of_anything_comes_back(part: str) -> None:
    clean = normalise(part * (300_000 // len(part)))
    assert normalise(clean.text).text == clean.text
