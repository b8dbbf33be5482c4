"""The lead of an article: where its news is told."""

import pytest

from tasks.records import Paragraph, ParagraphKind
from tasks.stories.leads import LEAD, lead


def _article(*parts: tuple[ParagraphKind, str]) -> tuple[str, tuple[Paragraph, ...]]:
    """A text of these paragraphs, each given by its kind and what it says."""
    text = ""
    found: list[Paragraph] = []
    for kind, said in parts:
        text += "\n\n" if text else ""
        found.append(Paragraph(len(text), len(text) + len(said), kind))
        text += said
    return text, tuple(found)


def _lead(*parts: tuple[ParagraphKind, str]) -> list[str]:
    text, paragraphs = _article(*parts)
    return [text[each.start : each.end] for each in lead(text, paragraphs)]


def test_a_short_article_is_all_lead_but_its_title_and_what_is_not_its_body() -> None:
    parts: list[tuple[ParagraphKind, str]] = [
        ("title", "Lock shut"),
        ("byline", "By Ada Quill"),
        ("body", "The lock is shut."),
        ("furniture", "Share"),
    ]
    assert _lead(*parts, ("caption", "The gate."), ("body", "Barges wait.")) == [
        "The lock is shut.",
        "The gate.",
        "Barges wait.",
    ]


def test_the_last_paragraph_is_cut_before_a_word() -> None:
    first, second = "gate " * 100, "barges " * 100
    found = _lead(("body", first.strip()), ("body", second.strip()), ("body", "Never told."))
    assert found[0] == first.strip()
    assert set(found[1].split()) == {"barges"}
    assert LEAD - 10 <= sum(map(len, found)) <= LEAD


@pytest.mark.parametrize("text", ["閘" * 2_000, "x" * 2_000])
def test_a_text_without_spaces_is_cut_where_the_lead_ends(text: str) -> None:
    assert _lead(("body", text)) == [text[:LEAD]]


def test_nothing_has_no_lead() -> None:
    assert lead("", ()) == ()
