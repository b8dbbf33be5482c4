"""The figures on the pages: how many, in their sentences, from which documents."""

from dataclasses import replace

from tasks.briefing.numbers import FIGURES, cited_by_figures, figure_rows, leading_figures
from tasks.briefing.pieces import Reference
from tasks.records import BriefedFigure, Briefing

from . import issues


def _with(*figures: BriefedFigure) -> Briefing:
    return replace(issues.week(), figures=figures)


DAM = BriefedFigure(40e6, "USD", "money", "$40 million", "a", "The dam cost $40 million in the end.", 3)
SHARE = BriefedFigure(40.0, "%", "share", "40 %", "b", "Of the dam 40 % is sand.")


def test_a_figure_stands_marked_in_its_sentence_with_the_documents_that_tell_it() -> None:
    first, second = figure_rows(_with(DAM, SHARE), {})
    assert (first.figure, first.told) == ("$40 million", "in three documents")
    assert (second.figure, second.told) == ("40 %", "")
    assert first.passage is not None
    assert (first.passage.before, first.passage.match, first.passage.after) == (
        "The dam cost ",
        "$40 million",
        " in the end.",
    )


def test_the_document_is_named_where_it_is_known() -> None:
    dam = Reference("7", "d7")
    passages = [each.passage for each in figure_rows(_with(DAM, SHARE), {"a": dam})]
    assert [each and each.reference for each in passages] == [dam, None]


def test_only_the_first_are_shown_and_cited() -> None:
    many = [replace(DAM, document=f"d{number:02}") for number in range(FIGURES + 3)]
    briefing = _with(*many)
    assert leading_figures(briefing) == tuple(many[:FIGURES])
    assert len(figure_rows(briefing, {})) == FIGURES
    assert cited_by_figures(briefing) == {each.document for each in many[:FIGURES]}


def test_an_issue_without_figures_shows_none() -> None:
    assert figure_rows(_with(), {}) == ()
    assert cited_by_figures(_with()) == set()
