"""The people in a byline, by the table of cases."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.bylines import byline_of, people

CASES = json.loads((Path(__file__).parents[1] / "cases" / "bylines.json").read_text(encoding="utf-8"))


def _marked(row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if "fails" in row else []
    return pytest.param(row, marks=marks, id=row["written"] or "nothing")


@pytest.mark.parametrize("row", list(map(_marked, CASES)))
def test_people_in_a_field(row: dict[str, Any]) -> None:
    assert people(row["written"], ["The Daily Planet"]) == row["names"]


@given(
    st.lists(st.sampled_from(["By", "Jane", "DOE", "and", "AFP", ",", ";", "|", "(", "@x", "de", "al-", "-", "the"]))
)
def test_any_line(words: list[str]) -> None:
    line = " ".join(words)
    found = people(line) + byline_of(line, bare=True)
    assert all(name and name == name.strip() for name in found)
