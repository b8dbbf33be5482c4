"""Recognition: a table of sentences, what must hold of every text, and texts that hurt."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.entities import recognise
from tasks.records import Mention
from tests.tables import cases, marked

CASES = cases("recognition")


def _sound(text: str, mentions: list[Mention]) -> bool:
    """Tell whether the mentions are sorted, apart, not empty and cut from the text."""
    ends = [0, *(mention.end for mention in mentions)]
    return all(
        end <= mention.start < mention.end and text[mention.start : mention.end] == mention.surface
        for end, mention in zip(ends, mentions, strict=False)
    )


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    mentions = recognise(case["text"])
    assert [[mention.kind, mention.surface] for mention in mentions] == case["mentions"]
    assert _sound(case["text"], mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg " * 20_000,
        "A" * 200_000,
        "ANNA BERG OF OSLO SPOKE. " * 200,
        "Anna\0Berg met \0 in Oslo.",
        "(" * 50_000,
        "U.S." * 20_000,
        "Müller, Þórsdóttir, محمد, 习近平 and Łukasz met in São Paulo.",
        "\ud800 Anna Berg",
        "Anna van der " * 20_000,
        "Mr. & Ms. Anna-in " * 10_000,
        "Anna\U0001f600" * 20_000,
    ],
    ids=[
        "no stop",
        "one word",
        "capitals",
        "NULs",
        "brackets",
        "points",
        "scripts",
        "half a character",
        "particles",
        "honorifics",
        "emoji",
    ],
)
def test_texts_that_hurt_come_through(text: str) -> None:
    assert _sound(text, recognise(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Anna Brg.U.S.'’-\n\0\"(1é王@&\U0001f600"), max_size=80))
def test_mentions_are_sound_in_any_text(text: str) -> None:
    assert _sound(text, recognise(text))


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "Anna Berg of the World Bank met Otto Lund in Oslo, Norway."
    assert recognise(text) == recognise(text)


def test_a_long_sentence_is_tagged_to_its_end() -> None:
    text = "and then " * 2_000 + "President Vladimir Putin spoke in Moscow"
    assert [mention.surface for mention in recognise(text)][-2:] == ["Vladimir Putin", "Moscow"]
