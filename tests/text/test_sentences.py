"""Sentences: a table of texts cut where a reader would, blank lines, and texts without any end."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.sentences import sentences

CASES = json.loads((Path(__file__).parents[1] / "cases" / "sentences.json").read_text(encoding="utf-8"))


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    assert _cut(("" if "。" in case["sentences"][0] else " ").join(case["sentences"])) == case["sentences"]


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\r\n\r\n", "\n\n\n\n"])
def test_a_blank_line_always_ends_a_sentence(gap: str) -> None:
    assert _cut(f"A headline without a stop{gap}mr. smith came") == ["A headline without a stop", "mr. smith came"]


def test_a_line_break_in_wrapped_text_does_not() -> None:
    wrapped = "It rained on every island of the group until late on\nFriday. It was\nwet."
    assert _cut(wrapped) == ["It rained on every island of the group until late on\nFriday.", "It was\nwet."]


def test_a_line_break_behind_a_short_line_or_before_an_item_does() -> None:
    assert _cut("Present:\nAnna Berg\nOtto Lund") == ["Present:", "Anna Berg", "Otto Lund"]
    assert len(_cut("The board has promised to look into all of these matters:\n• the roof\n• the stairs")) == 3


@pytest.mark.parametrize("piece", ["a ", ".", "\n", ". ", "A.", '"', " \n", "J. ", "?!", "。"])
def test_long_texts_without_sentences_come_through(piece: str) -> None:
    text = piece * 100_000
    assert sum(end - start for start, end in sentences(text)) <= len(text)


@given(st.text(alphabet=st.sampled_from('aB1.!?…"”) \n\r\t。Mr'), max_size=60))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert "".join("".join(_cut(text)).split()) == "".join(text.split())
