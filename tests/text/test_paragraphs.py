"""Paragraphs are what a reader would call so, whatever stands between them."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.normalise import normalise
from tasks.text.paragraphs import paragraphs

CASES = json.loads((Path(__file__).parents[1] / "cases" / "paragraphs.json").read_text())


@pytest.mark.parametrize("row", [pytest.param(row, id=row["label"]) for row in CASES])
def test_paragraphs(row: dict[str, Any]) -> None:
    clean = normalise(row["text"])
    found = paragraphs(clean.text, clean.captions, clean.furniture)
    assert [clean.text[each.start : each.end] for each in found] == row["paragraphs"]
    captions = [clean.text[each.start : each.end] for each in found if each.kind == "caption"]
    assert captions == row.get("captions", [])


@given(
    st.one_of(
        st.text(alphabet="aB. \n•|1:", max_size=80),
        st.lists(st.sampled_from(["So it is.", " © 2019 B.", "\n", "Share", "Photo: AP", "• a", " "])).map("".join),
    )
)
def test_paragraphs_hold_all_that_is_not_space(raw: str) -> None:
    clean = normalise(raw)
    found = paragraphs(clean.text, clean.captions, clean.furniture)
    assert "".join("".join(clean.text[each.start : each.end].split()) for each in found) == "".join(clean.text.split())
    assert all(one.end <= other.start for one, other in pairwise(found))
