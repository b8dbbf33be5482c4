"""The documents of an issue in, who said what in them out."""

from collections.abc import Sequence

from tasks.records import BriefedDocument, BriefedQuote
from tasks.warehouse import facts, told
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.told import Said

MOST = 400  # of an issue


def found_quotes(warehouse: Warehouse, documents: Sequence[BriefedDocument]) -> tuple[BriefedQuote, ...]:
    """The quotes that have a speaker, in the order of the documents and of their texts; of many, those most quoted."""
    numbers = {each.id: each.number for each in documents}
    chosen = sorted(leading(told.quotes(warehouse)), key=lambda each: (numbers[each.document], each.start, each.end))
    texts = facts.texts(warehouse, [each.document for each in chosen])
    return tuple(
        BriefedQuote(
            each.speaker,
            each.entity,
            each.cue,
            " ".join(texts[each.document][each.start : each.end].split()),
            each.direct,
            each.document,
            each.start,
            each.end,
        )
        for each in chosen
    )


def leading(said: Sequence[Said], most: int = MOST) -> list[Said]:
    """Of the quotes with a speaker so many: known speakers first, in their own words, widely quoted."""
    spoken = [each for each in said if each.speaker]
    quoting: dict[str, set[str]] = {}
    for each in spoken:
        quoting.setdefault(each.entity or each.speaker, set()).add(each.document)
    spoken.sort(
        key=lambda each: (
            not each.entity, not each.direct, -len(quoting[each.entity or each.speaker]), each.document, each.start
        )
    )  # fmt: skip
    return spoken[:most]
