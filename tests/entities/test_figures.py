"""Figures: a table of sentences, what must hold of every text, texts that hurt, and the real article."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.entities.figures import find_figures
from tasks.records import Figure
from tests.tables import cases, marked

CASES = cases("figures")
_ARTICLE = Path(__file__).parents[3] / "shared" / "seeds" / "000_055352789de3c817.txt"


def _row(text: str, figure: Figure) -> list[Any]:
    return [text[figure.start : figure.end], figure.value, figure.unit, figure.sort, figure.bound]


def _sound(text: str, figures: list[Figure]) -> bool:
    """Tell whether the figures are sorted, apart, not empty, finite and with a unit."""
    ends = [0, *(figure.end for figure in figures)]
    return all(
        end <= figure.start < figure.end <= len(text) and figure.unit and abs(figure.value) < 1e30
        for end, figure in zip(ends, figures, strict=False)
    )


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    figures = find_figures(case["text"])
    expected = [[*row[:1], pytest.approx(row[1]), *row[2:]] for row in case["figures"]]
    assert [_row(case["text"], figure) for figure in figures] == expected
    assert _sound(case["text"], figures)


@pytest.mark.parametrize(
    "text",
    [
        "7" * 1_000_000,
        "7," * 500_000,
        "7 " * 50_000,
        "1-" * 100_000,
        "$" * 1_000_000,
        "$1 " * 30_000,
        "one " * 250_000,
        "hundred and " * 80_000,
        "million" * 100_000,
        "5 " + "very " * 200_000,
        "5 " + "arms " * 200_000,
        " " * 1_000_000 + "5",
        "1/2" * 300_000,
        "half a " * 140_000,
        "5" + "\n" * 500_000 + "people",
        "²³½" * 300_000,
        "٣٤ people",
        "\ud800 5 people \0 6 men",
    ],
    ids=lambda text: text[:12].strip() or "space",
)
def test_texts_that_hurt_come_through(text: str) -> None:
    assert _sound(text, find_figures(text))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("1250 .,-–$€%/kmbn\n½and hundred of people"), max_size=60))
def test_figures_are_sound_in_any_text(text: str) -> None:
    assert _sound(text, find_figures(text))


def test_the_same_text_gives_the_same_figures() -> None:
    text = "Some 40 per cent of the 70,000 deaths cost $1.2 billion over six years."
    assert find_figures(text) == find_figures(text)


@pytest.mark.skipif(not _ARTICLE.exists(), reason="../shared/seeds is not there")
def test_the_article_tells_its_figures() -> None:
    text = _ARTICLE.read_text("utf-8")
    rows = [_row(text, figure) for figure in find_figures(text)]
    assert ["50 times", 50, "times", "count", ""] in rows
    assert ["40 per cent", 40, "%", "share", "about"] in rows
    assert ["70,000 drug overdoses", 70_000, "drug overdoses", "count", "over"] in rows
