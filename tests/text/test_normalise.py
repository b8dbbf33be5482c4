"""A text comes out as a careful editor would leave it, and every change that led there can be replayed."""

import json
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
     " alt=A", "A", "© 2019 B.", "\x85", "- ", "Share", "\x1b[1m", "\ufb01", "word-\n", "Photo: AFP", "\f", "\t"]
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


@given(st.one_of(st.text(), st.lists(st.one_of(ODD, st.text(max_size=5)), max_size=30).map("".join)))
def test_changes_replay_and_a_second_pass_finds_nothing(raw: str) -> None:
    clean = normalise(raw)
    assert replay(raw, clean.changes) == clean.text
    assert normalise(clean.text).text == clean.text
    assert all(0 <= each.start < each.end <= len(clean.text) for each in clean.captions)
    assert all(each.before != each.after for each in clean.changes)
    clean.text.encode()
