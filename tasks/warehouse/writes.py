"""Records go in, rows come out: what each stage adds to the warehouse, one transaction each."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from tasks.errors import IndexMismatch
from tasks.records import (
    Analysis,
    BriefedStory,
    Document,
    Issue,
    Keys,
    Measures,
    Outcome,
    Reckoning,
    Rejection,
    Relation,
    Source,
)
from tasks.warehouse.connection import Warehouse


@dataclass(frozen=True, slots=True)
class Run:
    """The run that writes: its id, the flow's name, when it began (with time zone) and the program's version."""

    id: str
    flow: str
    started: datetime
    version: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a batch of documents stands to those before it.

    fates: what became of those that do not count, new or earlier ones. keys: under which the new ones are found again.
    repeated: by new document, the share of it that was read before, and in which; first: by new document and hash of a
    paragraph, which document had it first. parameters: what the index is made with, as text.
    """

    relations: Sequence[Relation]
    fates: Mapping[str, Outcome]
    keys: Mapping[str, Keys]
    repeated: Mapping[str, tuple[float, str]]
    first: Mapping[tuple[str, int], str]
    parameters: Mapping[str, str]


def commit_documents(
    warehouse: Warehouse,
    run: Run,
    documents: Sequence[Document],
    rejections: Sequence[Rejection],
    standing: Standing,
    touched: Sequence[tuple[str, Source]],
    reckoned: Mapping[str, Reckoning],
    today: date,
    since: int,
) -> None:
    """One batch of sources: every one as document, duplicate, superseded or rejected. Raises Conflict.

    touched: known sources, by id, whose file has a new time but the old bytes: remembered, so as not to be read again.
    reckoned: earlier documents, by id, of which other paragraphs count from now on: they are to be analysed again.
    """
    fates = standing.fates
    times = [(identity, source.size, source.modified) for identity, source in touched]
    warehouse.give("touched", {"id": "VARCHAR", "size": "BIGINT", "modified": "BIGINT"}, times)
    copies = sum(fate != "superseded" for fate in fates.values())
    message = f"ingest: {len(documents)} read, {copies} duplicates, {len(rejections)} rejected"
    _give_reckoned(warehouse, reckoned)
    superseded = _superseded_before(warehouse, documents, fates)
    with warehouse.commit(message, run.id, since):
        insert_run(warehouse, run)
        warehouse.rows("remember_touched")
        if reckoned:
            _update_reckoned(warehouse, reckoned)
        _insert_sources(warehouse, run, documents, fates)
        _insert_rejections(warehouse, run, rejections, today)
        _insert_texts(warehouse, [each for each in documents if fates.get(each.id) != "exact"], standing)
        _insert_keys(warehouse, standing.keys)
        if superseded:
            warehouse.rows("supersede_documents")
            warehouse.rows("supersede_sources")
        _keep_parameters(warehouse, standing.parameters)
        warehouse.insert(
            "relations",
            ("document", "other", "relation", "rule", "jaccard", "containment", "why"),
            [(r.document, r.other, r.relation, r.rule, r.jaccard, r.containment, r.why) for r in standing.relations],
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
        columns = ("document", "term", "form", "count")
        warehouse.insert("words", columns, [(each.document, *word) for each in analyses for word in each.words])
        warehouse.insert("phrases", columns, [(each.document, *term) for each in analyses for term in each.phrases])
        _insert_measures(warehouse, analyses)
        _insert_mentions(warehouse, analyses)


def commit_issue(
    warehouse: Warehouse,
    run: Run,
    issue: Issue,
    members: Sequence[str],
    stories: Sequence[BriefedStory],
    settings: Mapping[str, str],
    since: int,
) -> None:
    """File an issue: what was new in it, the stories it told, and the snapshot it was printed from."""
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
        _insert_stories(warehouse, issue, stories)


def _insert_stories(warehouse: Warehouse, issue: Issue, stories: Sequence[BriefedStory]) -> None:
    rows = [
        (issue.name, issue.cadence, issue.snapshot, each.id, each.since or issue.name, each.headline, document)
        for each in stories
        for document in each.documents
    ]
    columns = ("issue", "cadence", "snapshot", "story", "since", "headline", "document")
    warehouse.insert("stories", columns, rows)


def insert_run(warehouse: Warehouse, run: Run) -> None:
    """Note the run that writes, once, inside a `commit`."""
    if not warehouse.rows("has_run", id=run.id):
        row = (run.id, run.flow, run.started, run.version)
        warehouse.insert("runs", ("id", "flow", "started", "version"), [row])


def _keep_parameters(warehouse: Warehouse, parameters: Mapping[str, str]) -> None:
    """Note what the index is made with; raises IndexMismatch where it was made anew since this run asked."""
    stored = dict(warehouse.rows("index_parameters"))
    if not stored:
        warehouse.insert("parameters", ("name", "value"), sorted(parameters.items()))
    elif stored != dict(parameters):
        raise IndexMismatch(
            "The index was made anew with other parameters while this run was at work: run it again. What was "
            "committed before stays."
        )


_SOURCE = (
    "id", "path", "member", "size", "modified", "sha256", "outcome", "stage", "reason", "received", "dated", "run",
)  # fmt: skip


def _superseded_before(
    warehouse: Warehouse, documents: Sequence[Document], fates: Mapping[str, Outcome]
) -> Collection[str]:
    """The earlier documents that count no more, given to the questions that say so."""
    new = {each.id for each in documents}
    found = sorted(each for each, fate in fates.items() if fate == "superseded" and each not in new)
    warehouse.give("superseded", {"id": "VARCHAR"}, [(each,) for each in found])
    return found


def _insert_sources(
    warehouse: Warehouse, run: Run, documents: Sequence[Document], fates: Mapping[str, Outcome]
) -> None:
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


def _insert_texts(warehouse: Warehouse, documents: Sequence[Document], standing: Standing) -> None:
    columns = (
        "id", "outcome", "title", "byline", "publisher", "published", "modified", "url", "section", "origins",
        "language", "confidence", "dated", "format", "encoding", "undecoded", "parent", "words", "text", "text_hash",
        "repeated", "repeats",
    )  # fmt: skip
    rows = [
        (d.id, standing.fates.get(d.id, "document"), d.metadata.title, list(d.metadata.byline), d.metadata.publisher,
         d.metadata.published, d.metadata.modified, d.metadata.url, d.metadata.section,
         json.dumps(dict(d.metadata.origins), sort_keys=True), d.language.code, d.language.confidence, d.dated,
         d.format, d.encoding, d.undecoded, d.parent, d.words, d.text, d.text_hash, *standing.repeated[d.id])
        for d in documents
    ]  # fmt: skip
    warehouse.insert("documents", columns, rows)
    warehouse.insert(
        "paragraphs",
        ("document", "position", "start", "end", "kind", "hash", "first"),
        [
            (d.id, i, p.start, p.end, p.kind, key, standing.first.get((d.id, key), ""))
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
    for question in ("reckon_paragraphs", "reckon_documents", "forget_keys", *FORGET_ANALYSIS):
        warehouse.rows(question)
    _insert_keys(warehouse, {identity: each.keys for identity, each in reckoned.items()})


FORGET_ANALYSIS = ("forget_words", "forget_phrases", "forget_measures", "forget_mentions", "forget_analyses")


def _insert_keys(warehouse: Warehouse, found: Mapping[str, Keys]) -> None:
    rows = [(kind, key, identity) for identity, each in found.items() for kind, keys in each.items() for key in keys]
    warehouse.insert("keys", ("kind", "key", "document"), rows)


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
