"""A Briefing in, the rows that tell where it came from out: documents, relations, rejected files, shares."""

from collections.abc import Iterable, Mapping

from tasks.briefing.pages import Pair
from tasks.briefing.pieces import Reference
from tasks.briefing.plain import printable, printable_path
from tasks.briefing.rows import ChangeRow, DocumentRow, PublisherGroup, RejectionRow, RelationRow, RelationTable
from tasks.briefing.wording import language, listed, more, noun, number, partial_date, percentage, sentence
from tasks.records import BriefedDocument, BriefedRelation, Briefing, Share

RELATIONS, REJECTED = 40, 100  # rows of a table
MOSTLY = 0.5  # from this share of paragraphs that were read before on, a document says so
GROUPS, GROUP_DOCUMENTS, ALL_NEW = 16, 4, 60  # publishers, and documents of each where there are more than ALL_NEW

_STAGES = {"list": "listing", "read": "reading", "decode": "decoding", "text": "text", "limits": "limits"}
_RELATIONS = {
    "exact": ("Exact duplicates", "The same text as another document; set aside and not counted."),
    "near": ("Near duplicates", "Nearly the same text as another document; set aside and not counted."),
    "revision": (
        "Revisions",
        "A later version of an article. It counts in place of the earlier one; what it changed stands below it.",
    ),
    "contained": (
        "Within longer texts",
        "Nearly all of the first stands in the second, as a statement quoted whole. Both count, but for a piece of the "
        "same article.",
    ),
    "templated": ("Same form, other facts", "A form filled in anew, such as a daily report. Both count."),
    "related": ("The same story told anew", "Tells of the same people, places and figures. Both count."),
}


def document_row(document: BriefedDocument, anchor: str, revises: bool = False) -> DocumentRow:
    """One document, worded. revises: whether it is a later version, of which the older text says nothing new."""
    return DocumentRow(
        number=number(document.number),
        anchor=anchor,
        title=printable(document.title) or "Without a title",
        byline=listed([printable(name) for name in document.byline]),
        publisher=printable(document.publisher) or "Publisher not known",
        published=printable(partial_date(document.published)),
        language=printable(language(document.language)),
        words=number(document.words),
        source=printable_path(document.source),
        repeated="Revises an earlier version." if revises else _repeated(document),
    )


def _repeated(document: BriefedDocument) -> str:
    if document.repeated < MOSTLY:
        return ""
    return f"{percentage(document.repeated)} of this text appeared on {partial_date(document.repeats_dated)}."


def publisher_groups(briefing: Briefing, known: Mapping[str, Reference]) -> tuple[PublisherGroup, ...]:
    """What is new by publisher, the largest first, those not known last; few of each where there are many."""
    groups: dict[str, list[BriefedDocument]] = {}
    for document in briefing.documents:
        groups.setdefault(document.publisher, []).append(document)
    each = len(briefing.documents) if len(briefing.documents) <= ALL_NEW else GROUP_DOCUMENTS
    ranked = sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), group[0]))
    return tuple(
        PublisherGroup(
            name=printable(publisher) or "Publisher not known",
            count=f"{number(len(members))} {noun(len(members), 'document')}",
            documents=tuple(document_row(document, known[document.id].anchor) for document in members[:each]),
            more=f"and {number(len(members) - each)} more" if len(members) > each else "",
        )
        for publisher, members in ranked[:GROUPS]
    )


def relation_tables(briefing: Briefing, known: Mapping[str, Reference]) -> tuple[RelationTable, ...]:
    """Relations by kind, in the order in which kinds matter."""
    tables = []
    for kind, (title, meaning) in _RELATIONS.items():
        members = [relation for relation in briefing.relations if relation.relation == kind]
        rows = tuple(_relation_row(relation, known) for relation in members[:RELATIONS])
        if rows:
            tables.append(RelationTable(title, meaning, rows, more(len(members), len(rows))))
    return tuple(tables)


def _relation_row(relation: BriefedRelation, known: Mapping[str, Reference]) -> RelationRow:
    return RelationRow(
        document=printable_path(relation.document_source),
        document_reference=known.get(relation.document),
        other=printable_path(relation.other_source),
        other_reference=known.get(relation.other),
        jaccard=percentage(relation.jaccard),
        containment=percentage(relation.containment),
        why=sentence(printable(relation.why)),
        changes=tuple(
            ChangeRow(*(printable(part) for part in (each.before, each.removed, each.added, each.after)))
            for each in relation.changes
        ),
    )


def rejection_rows(briefing: Briefing) -> tuple[RejectionRow, ...]:
    """Files that could not be taken in, with the stage in plain words."""
    return tuple(
        RejectionRow(
            printable_path(each.source), _STAGES.get(each.stage, printable(each.stage)), printable(each.reason)
        )
        for each in briefing.rejected[:REJECTED]
    )


def shares(items: Iterable[Share]) -> tuple[Pair, ...]:
    """Labels and counts for a small table, the largest first."""
    ranked = sorted(items, key=lambda item: (-item.count, item.label))
    return tuple(Pair(printable(item.label), number(item.count)) for item in ranked)
