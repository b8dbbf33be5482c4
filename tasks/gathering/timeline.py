"""The documents of an issue and their stories in, what happened when and is to happen out, each with its sentence."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from tasks.briefing.examples import sentence_at
from tasks.records import BriefedDocument, BriefedMoment
from tasks.warehouse import facts, told
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.told import Moment

DATES = 120  # of an issue
EACH = 3  # sentences of one date, each of another story


def found_timeline(warehouse: Warehouse, documents: Sequence[BriefedDocument]) -> tuple[BriefedMoment, ...]:
    """The dates of events that most documents tell of, in their order; of each date, the sentences of some stories."""
    by_date = {value: list(some) for value, some in groupby(told.moments(warehouse), key=lambda each: each.value)}
    spread = {value: len({each.document for each in some}) for value, some in by_date.items()}
    kept = sorted(sorted(by_date, key=lambda value: (-spread[value], value))[:DATES])
    known = {each.id: each for each in documents}
    chosen = [(value, each) for value in kept for each in _of_one_date(by_date[value], known)]
    texts = facts.texts(warehouse, [each.document for _, each in chosen])
    return tuple(
        BriefedMoment(value, each.document, sentence_at(texts[each.document], each.start), spread[value])
        for value, each in chosen
    )


def _of_one_date(moments: Sequence[Moment], known: Mapping[str, BriefedDocument]) -> list[Moment]:
    """One moment of each story that tells of the date, those first that most documents tell with it."""
    by_story: dict[str, list[Moment]] = {}
    for each in moments:
        by_story.setdefault(known[each.document].story or each.document, []).append(each)
    widest = sorted(
        by_story.values(), key=lambda some: (-len({each.document for each in some}), known[some[0].document].number)
    )
    return [min(some, key=lambda each: (known[each.document].number, each.start)) for some in widest[:EACH]]
