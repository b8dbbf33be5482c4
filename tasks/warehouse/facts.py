"""An issue's members and periods go in, its counted facts come out, as the records that a briefing is made of.

`choose` first: it tells the warehouse which sources are the issue's members and which periods came before.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from tasks.records import (
    BriefedDocument,
    BriefedEntity,
    BriefedPeriod,
    BriefedRejection,
    BriefedRelation,
    Paragraph,
    Period,
    Share,
    Summary,
)
from tasks.text.counted import counted_text
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.terms import by_period


def choose(warehouse: Warehouse, members: Sequence[str], earlier: Sequence[Period]) -> None:
    """Let the questions below be about these sources, and about these periods as what came before."""
    warehouse.give("members", {"id": "VARCHAR"}, [(each,) for each in members])
    rows = [(period.name, period.start, period.end) for period in earlier]
    warehouse.give("periods", {"name": "VARCHAR", "start": "DATE", "end": "DATE"}, rows)


def summary(warehouse: Warehouse) -> Summary:
    """What came in and what became of it."""
    [(received, documents, duplicates, superseded, rejected, words)] = warehouse.rows("summary_of_issue")
    relations = dict(warehouse.rows("relations_counted"))
    return Summary(
        received=received,
        documents=documents,
        duplicates=duplicates,
        superseded=superseded,
        revisions=relations.get("revision", 0),
        templated=relations.get("templated", 0),
        rejected=rejected,
        words=words,
    )


def documents(warehouse: Warehouse) -> tuple[BriefedDocument, ...]:
    """The documents that count, by day, numbered from 1."""
    return tuple(
        BriefedDocument(
            number=number, id=identity, title=title, byline=tuple(byline), publisher=publisher, published=published,
            language=language, words=words, source=_name(path, member), repeated=repeated, repeats=repeats,
            repeats_dated=dated.isoformat() if dated else "",
        )
        for number, (
            identity, title, byline, publisher, published, language, words, path, member, repeated, repeats, dated
        ) in enumerate(warehouse.rows("documents_of_issue"), start=1)
    )  # fmt: skip


def relations(warehouse: Warehouse) -> tuple[BriefedRelation, ...]:
    """How the issue's sources stand to others."""
    return tuple(
        BriefedRelation(document, _name(path, member), other, _name(*where), relation, rule, jaccard, containment, why)
        for document, path, member, other, *where, relation, rule, jaccard, containment, why in warehouse.rows(
            "relations_of_issue"
        )
    )


def rejections(warehouse: Warehouse) -> tuple[BriefedRejection, ...]:
    """The files that could not be taken in."""
    return tuple(
        BriefedRejection(_name(path, member), stage, reason)
        for path, member, stage, reason in warehouse.rows("rejected_of_issue")
    )


def periods(warehouse: Warehouse, earlier: Sequence[Period], this: Period, now: Summary) -> tuple[BriefedPeriod, ...]:
    """Documents and words of the earlier periods and of this one, oldest first."""
    counted = {name: (documents, words) for name, documents, words in warehouse.rows("periods_counted")}
    before = (BriefedPeriod(each.name, each.start, *counted.get(each.name, (0, 0))) for each in earlier)
    return (*before, BriefedPeriod(this.name, this.start, now.documents, now.words))


def entities(
    warehouse: Warehouse, earlier: Sequence[Period], start: date, most: int
) -> tuple[tuple[BriefedEntity, ...], dict[str, tuple[str, int]]]:
    """The `most` leading entities of each kind, and for each where a telling mention stands: document and offset.

    first_issue is true only where there is a past for an entity to be absent from.
    """
    leading = warehouse.rows("entities_of_issue", most=most)
    choose_names(warehouse, [identity for identity, *_ in leading])
    known = named_before(warehouse, start)
    trends = by_period(warehouse.rows("entities_by_period"), earlier)
    has_past = any(documents for _, documents, _ in warehouse.rows("periods_counted"))
    aliases: dict[str, list[str]] = {}
    for identity, surface, _ in warehouse.rows("aliases_of_issue"):
        aliases.setdefault(identity, []).append(surface)
    found = tuple(
        BriefedEntity(
            id=identity, name=name, kind=kind, country=country, mentions=mentions, documents=documents,
            aliases=tuple(alias for alias in aliases.get(identity, ()) if alias != name),
            first_issue=has_past and identity not in known,
            trend=(*trends.get(identity, (0,) * len(earlier)), mentions),
        )
        for identity, name, kind, country, mentions, documents in leading
    )  # fmt: skip
    return found, telling_mentions(warehouse)


def choose_names(warehouse: Warehouse, entities: Sequence[str]) -> None:
    """Let the questions below, and that on company, be about these entities."""
    warehouse.give("named", {"id": "VARCHAR"}, [(identity,) for identity in entities])


def named_before(warehouse: Warehouse, start: date) -> frozenset[str]:
    """Those of the chosen entities that any document dated before `start` names."""
    return frozenset(identity for (identity,) in warehouse.rows("entities_before", start=start))


def telling_mentions(warehouse: Warehouse) -> dict[str, tuple[str, int]]:
    """Where a telling mention of each of the chosen entities stands: document and offset; the unnamed are absent."""
    return {identity: (document, offset) for identity, document, offset in warehouse.rows("examples_of_entities")}


def shares(warehouse: Warehouse, question: str) -> tuple[Share, ...]:
    """publishers_of_issue, languages_of_issue or repairs_of_issue as labels with counts."""
    return tuple(Share(*row) for row in warehouse.rows(question))


def texts(warehouse: Warehouse, identities: Sequence[str]) -> Mapping[str, str]:
    """The clean texts of these documents by id."""
    warehouse.give("wanted", {"id": "VARCHAR"}, [(each,) for each in sorted(set(identities))])
    return {identity: text for identity, text, _ in warehouse.rows("texts")}


def known_articles(warehouse: Warehouse, identities: Sequence[str]) -> list[tuple[str, ...]]:
    """What is known of these documents beside their texts, as `known_articles.sql` says it."""
    warehouse.give("wanted", {"id": "VARCHAR"}, [(each,) for each in sorted(set(identities))])
    return warehouse.rows("known_articles")


def counted_texts(warehouse: Warehouse, identities: Sequence[str]) -> Mapping[str, str]:
    """The parts of these documents' texts that count, by id."""
    found = texts(warehouse, identities)
    divided = paragraphs(warehouse, identities)
    return {identity: counted_text(text, divided.get(identity, ())) for identity, text in found.items()}


def paragraphs(warehouse: Warehouse, identities: Sequence[str]) -> Mapping[str, tuple[Paragraph, ...]]:
    """How these documents are divided, by id."""
    warehouse.give("wanted", {"id": "VARCHAR"}, [(each,) for each in sorted(set(identities))])
    found: dict[str, list[Paragraph]] = {}
    for document, kind, start, end in warehouse.rows("paragraphs_of"):
        found.setdefault(document, []).append(Paragraph(start, end, kind))
    return {document: tuple(each) for document, each in found.items()}


def _name(path: str, member: str) -> str:
    return f"{path}!{member}" if member else path
