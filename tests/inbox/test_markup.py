"""A fragment of HTML comes out as a reader would see it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.inbox.markup import seen, text_of

CASES = json.loads((Path(__file__).parents[1] / "cases" / "markup.json").read_text())


@pytest.mark.parametrize("row", [pytest.param(row, id=row["label"]) for row in CASES])
def test_fragments(row: dict[str, str]) -> None:
    assert text_of(row["html"]) == row["text"]


def test_elements_may_be_as_deep_as_they_like() -> None:
    assert text_of("<div>" * 5_000 + "deep" + "</div>" * 5_000) == "deep"
    assert text_of("<table><tr><td>" * 2_000 + "deep") == "deep"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain", "plain"),
        (" a < b & c > d ", "a < b & c > d"),
        ("AT&amp;T", "AT&T"),
        ("one\ntwo", "one\ntwo"),
        ("<p>one</p>", "one"),
        ("<3 this & <that>", "<3 this & <that>"),
        ("x <b>bold</b>", "x bold"),
    ],
)
def test_a_text_that_may_be_marked_up(text: str, words: str) -> None:
    assert seen(text) == words


@given(st.text(alphabet="<>/&;!-=\"' \nabptdrlix\0\ud800é", max_size=80))
def test_any_markup_is_read(markup: str) -> None:
    text_of(markup).encode()
