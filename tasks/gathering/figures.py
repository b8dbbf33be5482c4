"""The documents of an issue in, the figures that tell most out, each with its sentence."""

from collections.abc import Sequence
from itertools import groupby

from tasks.briefing.examples import sentence_at
from tasks.entities.figures.telling import Stated, telling
from tasks.records import BriefedDocument, BriefedFigure
from tasks.warehouse import facts, told
from tasks.warehouse.connection import Warehouse

MOST = 60  # of an issue


def found_figures(warehouse: Warehouse, documents: Sequence[BriefedDocument]) -> tuple[BriefedFigure, ...]:
    """What most documents state first, as the first of them states it; see `telling` for the rule."""
    numbers = {each.id: each.number for each in documents}
    rows = sorted(told.figures(warehouse), key=lambda row: (numbers[row[0]], row[1].start))
    texts = facts.texts(warehouse, [document for document, _ in rows])
    stated = [
        Stated(document, figure, sentence_at(texts[document], figure.start))
        for document, some in groupby(rows, key=lambda row: row[0])
        for _, figure in some
    ]
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
        for each in telling(stated, MOST)
    )
