"""Analyses go in, rows come out: words, phrases, measures, names, quotes, dates, figures; a batch a transaction."""

from collections.abc import Sequence
from dataclasses import fields

from tasks.records import Analysis, Measures
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.runs import Run

FORGET_ANALYSIS = (
    "forget_words", "forget_phrases", "forget_measures", "forget_mentions", "forget_quotes", "forget_dates",
    "forget_figures", "forget_analyses",
)  # fmt: skip


def commit_analysis(warehouse: Warehouse, run: Run, analyses: Sequence[Analysis], version: str, since: int) -> None:
    """One batch of analyses, in place of any older ones of the same documents. Raises Conflict."""
    warehouse.give("wanted", {"id": "VARCHAR"}, [(each.document,) for each in analyses])
    met = {mention.entity.id for each in analyses for mention in each.mentions}
    warehouse.give("met", {"id": "VARCHAR"}, [(identity,) for identity in sorted(met)])
    with warehouse.commit(f"analyse: {len(analyses)} documents", run.id, since):
        if warehouse.rows("analysed_before"):
            for question in (*FORGET_ANALYSIS, "forget_entities"):
                warehouse.rows(question)
        warehouse.insert(
            "analyses",
            ("document", "version", "failed"),
            [(each.document, version, each.failed) for each in analyses],
        )
        columns = ("document", "term", "form", "count")
        warehouse.insert("words", columns, [(each.document, *word) for each in analyses for word in each.words])
        warehouse.insert("phrases", columns, [(each.document, *term) for each in analyses for term in each.phrases])
        _insert_measures(warehouse, analyses)
        _insert_mentions(warehouse, analyses)
        _insert_told(warehouse, analyses)


def _insert_measures(warehouse: Warehouse, analyses: Sequence[Analysis]) -> None:
    columns = tuple(each.name for each in fields(Measures))
    rows = [(each.document, *(getattr(each.measures, name) for name in columns)) for each in analyses]
    warehouse.insert("measures", ("document", *columns), rows)


def _insert_mentions(warehouse: Warehouse, analyses: Sequence[Analysis]) -> None:
    found = [(each.document, m) for each in analyses for m in each.mentions]
    warehouse.insert(
        "mentions",
        ("document", "start", "end", "kind", "surface", "entity"),
        [
            (document, m.mention.start, m.mention.end, m.mention.kind, m.mention.surface, m.entity.id)
            for document, m in found
        ],
    )
    entities = {m.entity.id: m.entity for _, m in found}
    known = {identity for (identity,) in warehouse.rows("known_entities")}
    fresh = [entities[identity] for identity in sorted(entities) if identity not in known]
    warehouse.insert("entities", ("id", "name", "kind", "country"), [(e.id, e.name, e.kind, e.country) for e in fresh])


def _insert_told(warehouse: Warehouse, analyses: Sequence[Analysis]) -> None:
    """What the documents let somebody say, when they say it was, and how much of what."""
    warehouse.insert(
        "quotes",
        ("document", "start", "end", "direct", "cue", "speaker", "speaker_start", "speaker_end", "entity"),
        [
            (each.document, q.start, q.end, q.direct, q.cue, q.speaker, q.speaker_start, q.speaker_end, entity)
            for each in analyses
            for q, entity in each.quotes
        ],
    )
    warehouse.insert(
        "dates",
        ("document", "start", "end", "value", "event"),
        [(each.document, d.start, d.end, d.value, d.event) for each in analyses for d in each.dates],
    )
    warehouse.insert(
        "figures",
        ("document", "start", "end", "value", "unit", "sort", "bound"),
        [
            (each.document, f.start, f.end, float(f.value), f.unit, f.sort, f.bound)
            for each in analyses
            for f in each.figures
        ],
    )
