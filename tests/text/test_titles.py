"""Titles of pages without their site's name, by the table of cases."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.titles import clean_title, without_site

CASES = json.loads((Path(__file__).parents[1] / "cases" / "titles.json").read_text(encoding="utf-8"))


def _marked(row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if "fails" in row else []
    return pytest.param(row, marks=marks, id=row["title"] or "nothing")


@pytest.mark.parametrize("row", list(map(_marked, CASES)))
def test_titles_without_their_site(row: dict[str, Any]) -> None:
    assert without_site(row["title"], row["site"]) == row["want"]


@given(st.text(alphabet="aB |-.=*;", max_size=300))
def test_any_title(title: str) -> None:
    assert len(clean_title(title)) <= 201
    assert len(without_site(title, ["a"])) <= len(title)
