"""Records go in, rows come out: what each stage adds to the warehouse, one transaction each."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tasks.errors import IndexMismatch
from tasks.records import (
    BriefedStory,
    Document,
    Issue,
    Keys,
    Outcome,
    Reckoning,
    Rejection,
    Relation,
    Source,
)
from tasks.warehouse.analyses import FORGET_ANALYSIS
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.runs import Run, insert_run


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


def commit_ruling(warehouse: Warehouse, run: Run, text: str, since: int) -> None:
    """Let what the operators rule about names hold from now on. Raises Conflict."""
    with warehouse.commit("publish: rulings about names", run.id, since):
        warehouse.rows("forget_rulings")  # an older snapshot still has what held then
        warehouse.insert("rulings", ("ruled", "text"), [(run.started, text)])


def _insert_stories(warehouse: Warehouse, issue: Issue, stories: Sequence[BriefedStory]) -> None:
    rows = [
        (issue.name, issue.cadence, issue.snapshot, each.id, each.since or issue.name, each.headline, document)
        for each in stories
        for document in each.documents
    ]
    columns = ("issue", "cadence", "snapshot", "story", "since", "headline", "document")
    warehouse.insert("stories", columns, rows)


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


def _insert_keys(warehouse: Warehouse, found: Mapping[str, Keys]) -> None:
    rows = [(kind, key, identity) for identity, each in found.items() for kind, keys in each.items() for key in keys]
    warehouse.insert("keys", ("kind", "key", "document"), rows)
