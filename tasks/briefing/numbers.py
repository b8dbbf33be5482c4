"""A Briefing in, the figures that its pages show out, each in its sentence."""

from collections.abc import Mapping

from tasks.briefing.passages import passage
from tasks.briefing.pieces import Reference
from tasks.briefing.plain import printable
from tasks.briefing.rows import FigureRow
from tasks.briefing.wording import counted
from tasks.records import BriefedFigure, Briefing

FIGURES = 12


def leading_figures(briefing: Briefing) -> tuple[BriefedFigure, ...]:
    """The figures that the pages show, in the order of the briefing."""
    return briefing.figures[:FIGURES]


def figure_rows(briefing: Briefing, known: Mapping[str, Reference]) -> tuple[FigureRow, ...]:
    """The leading figures, worded."""
    return tuple(
        FigureRow(
            figure=printable(each.text),
            passage=passage(each.sentence, [each.text], known.get(each.document)),
            told=f"in {counted(each.documents, 'document')}" if each.documents > 1 else "",
        )
        for each in leading_figures(briefing)
    )


def cited_by_figures(briefing: Briefing) -> set[str]:
    """The ids of the documents that the page names beside the figures."""
    return {each.document for each in leading_figures(briefing)}
