"""Documents and stories of a few words go in, straight into a warehouse: what gathering asks, without a run."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from tasks.records import Analysis, BriefedStory, Issue, Measures, Period
from tasks.warehouse.analyses import commit_analysis
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.runs import Run
from tasks.warehouse.writes import commit_issue

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
RUN = Run("run", "test", NOW, "0")
COLUMNS = (
    "id", "outcome", "title", "byline", "publisher", "published", "modified", "url", "section", "origins", "language",
    "confidence", "dated", "format", "encoding", "undecoded", "parent", "words", "text", "text_hash", "repeated",
    "repeats",
)  # fmt: skip


def file_documents(
    warehouse: Warehouse, dated: date, texts: dict[str, str], publisher: str = "gazette", language: str = "en"
) -> None:
    """File texts by id, with their words."""
    rows: list[tuple[object, ...]] = [
        (id, "document", "", [], publisher, "", "", "", "", "{}", language, 1.0, dated, "text", "utf-8", 0, "",
         len(text.split()), text, id, 0.0, "")
        for id, text in texts.items()
    ]  # fmt: skip
    with warehouse.commit("documents", RUN.id, warehouse.revision()):
        warehouse.insert("documents", COLUMNS, rows)
    found = [
        Analysis(id, tuple((word, word, 1) for word in sorted(set(text.split()))), (), Measures(len(text.split())))
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
