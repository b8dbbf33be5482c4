"""What an issue is compared with, in whatever languages its documents are."""

from datetime import date
from pathlib import Path

from tasks.briefing.periods import earlier_periods, period_of
from tasks.publish import gather
from tasks.records import Issue
from tasks.warehouse.connection import open_warehouse
from tests.gathering.filed import NOW, file_documents

WEEK = period_of(date(2026, 11, 18), "weekly")
EARLIER = earlier_periods(WEEK, 5)


def test_names_are_weighed_beside_the_documents_that_are_read_for_names(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as warehouse:
        for each in EARLIER:
            file_documents(warehouse, each.start, {f"{each.name}-{n}": "the dam holds" for n in range(3)}, named=2)
        file_documents(warehouse, WEEK.start, {f"now-{n}": "the dam leaks" for n in range(3)}, named=30)
        file_documents(warehouse, WEEK.start, {f"jetzt-{n}": "der Damm bricht" for n in range(9)}, language="de")
        issue = Issue(1, WEEK.name, WEEK.cadence, WEEK.start, WEEK.end, "UTC", warehouse.snapshot(), NOW, "0")
        members = [f"{word}-{n}" for word, many in (("now", 3), ("jetzt", 9)) for n in range(many)]
        found = gather.fn(warehouse, issue, EARLIER, members, {"history": "5"}).trends
    assert [(each.term, each.change, each.count) for each in found] == [("Ada Quill", "risen", 90)]
