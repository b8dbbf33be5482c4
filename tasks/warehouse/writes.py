"""Records go in, rows come out: what each stage adds to the warehouse, one transaction each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tasks.records import Analysis, Document, Issue, Reckoning, Rejection, Relation, Source
from tasks.warehouse.connection import Warehouse


@dataclass(frozen=True, slots=True)
class Run:
    """The run that writes: its id, the flow's name, when it began (with time zone) and the program's version."""

    id: str
    flow: str
    started: datetime
    version: str


def commit_documents(
    warehouse: Warehouse,
    run: Run,
    documents: Sequence[Document],
    rejections: Sequence[Rejection],
    relations: Sequence[Relation],
    touched: Sequence[tuple[str, Source]],
    reckoned: Mapping[str, Reckoning],
    today: date,
    since: int,
) -> None:
    """One batch of sources: every one as document, exact or near duplicate or rejected. Raises Conflict.

    touched: known sources, by id, whose file has a new time but the old bytes: remembered, so as not to be read again.
    reckoned: earlier documents, by id, of which other paragraphs count from now on: they are to be analysed again.
    """
    fates = {relation.document: relation.relation for relation in relations if relation.relation in ("exact", "near")}
    times = [(identity, source.size, source.modified) for identity, source in touched]
    warehouse.give("touched", {"id": "VARCHAR", "size": "BIGINT", "modified": "BIGINT"}, times)
    message = f"ingest: {len(documents)} read, {len(fates)} duplicates, {len(rejections)} rejected"
    _give_reckoned(warehouse, reckoned)
    with warehouse.commit(message, run.id, since):
        _insert_run(warehouse, run)
        warehouse.rows("remember_touched")
        if reckoned:
            _update_reckoned(warehouse, reckoned)
        _insert_sources(warehouse, run, documents, fates)
        _insert_rejections(warehouse, run, rejections, today)
        _insert_texts(warehouse, [each for each in documents if fates.get(each.id) != "exact"], fates)
        _insert_bands(warehouse, {each.id: each for each in documents if each.id not in fates})
        warehouse.insert(
            "relations",
            ("document", "other", "relation", "jaccard", "containment", "why"),
            [(r.document, r.other, r.relation, r.jaccard, r.containment, r.why) for r in relations],
        )


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
        warehouse.insert(
            "words",
            ("document", "term", "form", "count"),
            [(each.document, *word) for each in analyses for word in each.words],
        )
        _insert_mentions(warehouse, analyses)


def commit_issue(
    warehouse: Warehouse, run: Run, issue: Issue, members: Sequence[str], settings: Mapping[str, str], since: int
) -> None:
    """File an issue: what was new in it and the snapshot it was printed from."""
    row = (
        issue.number, issue.name, issue.cadence, issue.start, issue.end, issue.timezone, issue.snapshot, issue.printed,
        issue.version, list(members), json.dumps(settings, sort_keys=True),
    )  # fmt: skip
    columns = (
        "number", "name", "cadence", "start", "end", "timezone", "snapshot", "printed", "version", "documents",
        "settings",
    )  # fmt: skip
    with warehouse.commit(f"publish: issue {issue.number}, {issue.name}", run.id, since):
        warehouse.insert("issues", columns, [row])


def _insert_run(warehouse: Warehouse, run: Run) -> None:
    if not warehouse.rows("has_run", id=run.id):
        row = (run.id, run.flow, run.started, run.version)
        warehouse.insert("runs", ("id", "flow", "started", "version"), [row])


_SOURCE = (
    "id", "path", "member", "size", "modified", "sha256", "outcome", "stage", "reason", "received", "dated", "run",
)  # fmt: skip


def _insert_sources(warehouse: Warehouse, run: Run, documents: Sequence[Document], fates: Mapping[str, str]) -> None:
    rows = [
        (d.id, d.source.label, d.source.member, d.source.size, d.source.modified, d.sha256,
         fates.get(d.id, "document"), "", "", run.started, d.dated, run.id)
        for d in documents
    ]  # fmt: skip
    warehouse.insert("sources", _SOURCE, rows)


def _insert_rejections(warehouse: Warehouse, run: Run, rejections: Sequence[Rejection], today: date) -> None:
    rows = [
        (r.id, r.source.label, r.source.member, r.source.size, r.source.modified, r.sha256,
         "rejected", r.stage, r.reason, run.started, today, run.id)
        for r in rejections
    ]  # fmt: skip
    warehouse.insert("sources", _SOURCE, rows)


def _insert_texts(warehouse: Warehouse, documents: Sequence[Document], fates: Mapping[str, str]) -> None:
    columns = (
        "id", "outcome", "title", "byline", "publisher", "published", "modified", "url", "section", "origins",
        "language", "confidence", "dated", "format", "encoding", "undecoded", "parent", "words", "text", "text_hash",
    )  # fmt: skip
    rows = [
        (d.id, fates.get(d.id, "document"), d.metadata.title, list(d.metadata.byline), d.metadata.publisher,
         d.metadata.published, d.metadata.modified, d.metadata.url, d.metadata.section,
         json.dumps(dict(d.metadata.origins), sort_keys=True), d.language.code, d.language.confidence, d.dated,
         d.format, d.encoding, d.undecoded, d.parent, d.words, d.text, d.text_hash)
        for d in documents
    ]  # fmt: skip
    warehouse.insert("documents", columns, rows)
    warehouse.insert(
        "paragraphs",
        ("document", "position", "start", "end", "kind", "hash"),
        [
            (d.id, i, p.start, p.end, p.kind, key)
            for d in documents
            for i, (p, key) in enumerate(zip(d.paragraphs, d.hashes, strict=True))
        ],
    )
    warehouse.insert(
        "repairs",
        ("document", "rule", "count"),
        [(d.id, rule, count) for d in documents for rule, count in sorted(d.repairs.items())],
    )


def _give_reckoned(warehouse: Warehouse, reckoned: Mapping[str, Reckoning]) -> None:
    """What the updates below read: one transaction cannot write it and the warehouse."""
    kinds = {"document": "VARCHAR", "position": "INTEGER", "kind": "VARCHAR"}
    rows = [(key, i, p.kind) for key, each in reckoned.items() for i, p in enumerate(each.paragraphs)]
    warehouse.give("reckoned_paragraphs", kinds, rows)
    columns = {"id": "VARCHAR", "words": "BIGINT", "text_hash": "VARCHAR"}
    warehouse.give("reckoned", columns, [(key, each.words, each.text_hash) for key, each in reckoned.items()])
    warehouse.give("wanted", {"id": "VARCHAR"}, [(key,) for key in reckoned])


def _update_reckoned(warehouse: Warehouse, reckoned: Mapping[str, Reckoning]) -> None:
    for question in ("reckon_paragraphs", "reckon_documents", "forget_bands", *FORGET_ANALYSIS):
        warehouse.rows(question)
    _insert_bands(warehouse, reckoned)


FORGET_ANALYSIS = ("forget_words", "forget_mentions", "forget_analyses")


def _insert_bands(warehouse: Warehouse, signed: Mapping[str, Document | Reckoning]) -> None:
    rows = [(key, identity) for identity, each in signed.items() for key in each.bands]
    warehouse.insert("bands", ("key", "document"), rows)


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
