"""Casing: a table of documents of a few sentences, and what must hold of all."""

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.entities.casing import recased
from tasks.entities.tokens import words

CASES = json.loads((Path(__file__).parents[1] / "cases" / "casing.json").read_text(encoding="utf-8"))
_PARAMETERS = [
    pytest.param(
        case,
        id=case["label"],
        marks=[pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else [],
    )
    for case in CASES
]


@pytest.mark.parametrize("case", _PARAMETERS)
def test_cases(case: dict[str, Any]) -> None:
    sentences = [words(sentence) for sentence in case["sentences"]]
    assert [" ".join(sentence) for sentence in recased(sentences)] == case["words"]


def test_a_word_changes_its_case_alone() -> None:
    sentences = [words("ANNA BERG WINS IN OSLO"), words("Lund Leaves Party"), ["ß", "İ"], []]
    assert [[word.lower() for word in sentence] for sentence in recased(sentences)] == [
        [word.lower() for word in sentence] for sentence in sentences
    ]


def test_no_document() -> None:
    assert recased([]) == []
