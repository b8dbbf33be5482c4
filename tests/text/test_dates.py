"""Dates as they are written, by the table of cases."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.written_dates import parse_date, parse_dates

CASES = json.loads((Path(__file__).parents[1] / "cases" / "dates.json").read_text(encoding="utf-8"))


def _marked(row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if "fails" in row else []
    return pytest.param(row, marks=marks, id=row["written"] or "nothing")


@pytest.mark.parametrize("row", list(map(_marked, CASES)))
def test_written_dates(row: dict[str, Any]) -> None:
    assert parse_dates(row["written"]) == (row["published"], row.get("modified", ""))


@given(
    st.lists(
        st.sampled_from(
            ["24", "Nov", "2026", "Updated:", "6:05", "PM", "ET", "-", "11/24/2026", "2026-11-24", "+01:00"]
        )
    )
)
def test_what_is_read_reads_the_same_again(words: list[str]) -> None:
    written = parse_date(" ".join(words))
    assert parse_date(written) == written
