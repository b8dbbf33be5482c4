"""Documents and stories of a few words go in, straight into a warehouse: what gathering asks, without a run."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from tasks.records import Analysis, BriefedStory, Entity, EntityMention, Issue, Measures, Mention, Period
from tasks.warehouse.analyses import commit_analysis
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.runs import Run
from tasks.warehouse.writes import commit_issue

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
RUN = Run("run", "test", NOW, "0")
QUILL = Entity("person:ada-quill", "Ada Quill", "PERSON")
SOURCE = (
    "id", "path", "member", "size", "modified", "sha256", "outcome", "stage", "reason", "received", "dated", "run",
)  # fmt: skip
COLUMNS = (
    "id", "outcome", "title", "byline", "publisher", "published", "modified", "url", "section", "origins", "language",
    "confidence", "dated", "format", "encoding", "undecoded", "parent", "words", "text", "text_hash", "repeated",
    "repeats",
)  # fmt: skip


def file_documents(
    warehouse: Warehouse,
    dated: date,
    texts: dict[str, str],
    publisher: str = "gazette",
    language: str = "en",
    named: int = 0,
) -> None:
    """File texts by id, with their words. named: how often each names Ada Quill."""
    sources = [(id, f"{id}.txt", "", 1, 1, id, "document", "", "", NOW, dated, RUN.id) for id in texts]
    rows: list[tuple[object, ...]] = [
        (id, "document", "", [], publisher, "", "", "", "", "{}", language, 1.0, dated, "text", "utf-8", 0, "",
         len(text.split()), text, id, 0.0, "")
        for id, text in texts.items()
    ]  # fmt: skip
    with warehouse.commit("documents", RUN.id, warehouse.revision()):
        warehouse.insert("sources", SOURCE, sources)
        warehouse.insert("documents", COLUMNS, rows)
    mentions = tuple(EntityMention(Mention(at, at + 1, "PERSON", "Ada Quill"), QUILL) for at in range(named))
    found = [
        Analysis(
            id, tuple((word, word, 1) for word in sorted(set(text.split()))), (), Measures(len(text.split())), mentions
        )
        for id, text in texts.items()
    ]
    commit_analysis(warehouse, RUN, found, "1", warehouse.revision())


def file_issue(warehouse: Warehouse, number: int, period: Period, stories: Sequence[BriefedStory]) -> None:
    """File a print of an issue that told these stories."""
    issue = Issue(number, period.name, period.cadence, period.start, period.end, "UTC", warehouse.snapshot(), NOW, "0")
    members = sorted(id for story in stories for id in story.documents)
    commit_issue(warehouse, RUN, issue, members, stories, {}, warehouse.revision())


def supersede(warehouse: Warehouse, ids: Sequence[str]) -> None:
    """Let these documents count no more."""
    warehouse.give("superseded", {"id": "VARCHAR"}, [(id,) for id in ids])
    with warehouse.commit("supersede", RUN.id, warehouse.revision()):
        warehouse.rows("supersede_documents")
