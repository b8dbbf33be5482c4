"""Tokens, by the table of cases."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.tokens import how_many, is_number, words

CASES = json.loads((Path(__file__).parents[1] / "cases" / "tokens.json").read_text(encoding="utf-8"))


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", list(map(_marked, CASES)))
def test_the_tokens_of_a_text(case: dict[str, Any]) -> None:
    tokens = words(case["text"], case.get("language", ""))
    assert tokens == case["tokens"]
    assert how_many(case["text"], case.get("language", "")) == len(tokens)
    assert [token for token in tokens if is_number(token)] == case["numbers"]


@pytest.mark.parametrize("language", ["en", "ja", ""])
@given(st.text(alphabet="ab京のย่é2 \n.,-@#:/'’&(“", max_size=40))
def test_the_tokens_are_as_many_as_they_are(language: str, text: str) -> None:
    assert how_many(text, language) == len(words(text, language))


@given(st.text())
def test_tokens_stand_in_the_text_in_their_order(text: str) -> None:
    position = 0
    for token in words(text):
        position = text.index(token, position) + len(token)


@given(st.text(alphabet="北京東のはトーﾞ々ไทย่ក្ម a.1@-", max_size=30), st.sampled_from(["zh", "ja", "th", "km"]))
def test_no_character_of_a_run_is_lost(text: str, language: str) -> None:
    found = "".join(words(text, language))
    assert set(found) <= set(text)
    if "@" not in text:
        assert {c for c in text if c in "北京東のはト々ไทยកម"} <= set(found)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True)))
def test_words_between_spaces_are_the_tokens(parts: list[str]) -> None:
    assert words(" ".join(parts)) == parts


def test_a_long_run_without_spaces_costs_no_more_than_its_length() -> None:
    assert words("a" * 200_000) == ["a" * 200_000]
    assert words("a-" * 50_000 + "@") == ["-".join("a" * 50_000)]
    assert words("a." * 20_000) == ["a." * 20_000]
