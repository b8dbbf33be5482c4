"""The documents of an issue in, the figures that tell most out, each with its sentence."""

from collections.abc import Sequence
from itertools import groupby

from tasks.briefing.examples import sentences_at
from tasks.entities.figures.telling import Stated, telling
from tasks.records import BriefedDocument, BriefedFigure, Figure
from tasks.warehouse import facts, told
from tasks.warehouse.connection import Warehouse

MOST = 60  # of an issue
GROUP = 200  # documents of which the texts are held at once


def found_figures(warehouse: Warehouse, documents: Sequence[BriefedDocument]) -> tuple[BriefedFigure, ...]:
    """What most documents state first, as the first of them states it; see `telling` for the rule."""
    numbers = {each.id: each.number for each in documents}
    rows = sorted(told.figures(warehouse), key=lambda row: (numbers[row[0]], row[1].start))
    by_document = [(id, [figure for _, figure in some]) for id, some in groupby(rows, key=lambda row: row[0])]
    stated: list[Stated] = []
    for at in range(0, len(by_document), GROUP):
        stated += _stated(warehouse, by_document[at : at + GROUP])
    shown = telling(stated, MOST)
    texts = facts.texts(warehouse, [each.stated.document for each in shown])
    return tuple(
        BriefedFigure(
            value=each.stated.figure.value,
            unit=each.stated.figure.unit,
            sort=each.stated.figure.sort,
            text=" ".join(texts[each.stated.document][each.stated.figure.start : each.stated.figure.end].split()),
            document=each.stated.document,
            sentence=each.stated.sentence,
            documents=len(each.documents),
        )
        for each in shown
    )


def _stated(warehouse: Warehouse, by_document: Sequence[tuple[str, list[Figure]]]) -> list[Stated]:
    """The figures of these documents with their sentences."""
    texts = facts.texts(warehouse, [id for id, _ in by_document])
    return [
        Stated(id, figure, sentence)
        for id, figures in by_document
        for figure, sentence in zip(figures, sentences_at(texts[id], [figure.start for figure in figures]), strict=True)
    ]
