"""What belongs to the page is marked, line by line, and sentences that talk about such things are not."""

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.text.normalise import normalise
from tasks.text.paragraphs import paragraphs

CASES = json.loads((Path(__file__).parents[1] / "cases" / "furniture.json").read_text())


def rows() -> list[Any]:
    return [
        pytest.param(row, id=row["label"], marks=[pytest.mark.xfail(reason=row["fails"])] if "fails" in row else [])
        for row in CASES
    ]


@pytest.mark.parametrize("row", rows())
def test_furniture(row: dict[str, Any]) -> None:
    clean = normalise(row["text"])
    assert [[each.rule, clean.text[each.start : each.end]] for each in clean.furniture] == row.get("furniture", [])
    assert clean.text == row["text"]


@pytest.mark.parametrize("row", [row for row in CASES if "furniture" in row and "fails" not in row], ids=str)
def test_furniture_makes_paragraphs_of_its_own(row: dict[str, Any]) -> None:
    clean = normalise(row["text"])
    found = paragraphs(clean.text, clean.captions, clean.furniture)
    aside = [clean.text[each.start : each.end] for each in found if each.kind == "furniture"]
    assert aside == [text for _, text in row["furniture"]]


def test_furniture_is_counted_among_the_repairs() -> None:
    clean = normalise("The end came soon. © 2020 The Daily Planet\n\nShare on Facebook\n\nShare on Twitter")
    assert clean.repairs == {"mark_copyright": 1, "mark_sharing": 2}
