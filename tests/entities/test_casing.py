"""Casing: a table of documents of a few sentences, and what must hold of all."""

from typing import Any

import pytest

from tasks.entities.casing import recased
from tasks.entities.tokens import words
from tests.tables import cases, marked

CASES = cases("casing")


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
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
