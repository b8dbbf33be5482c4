"""What earlier periods told: as it was printed, or as it would have been, and where only as much as can be read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tasks.briefing.periods import earlier_periods, period_of
from tasks.gathering import told
from tasks.gathering.told import Chapter, chapters
from tasks.records import BriefedStory
from tasks.warehouse import facts
from tasks.warehouse.connection import Warehouse, open_warehouse
from tests.gathering.filed import file_documents, file_issue, supersede

WEEK = period_of(date(2026, 11, 18), "weekly")
EARLIER = earlier_periods(WEEK, 2)
STORY = BriefedStory("2026-W46-dam", "Dam leaks", "a", ("a", "b"), (), (), ())


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    with open_warehouse(str(tmp_path)) as opened:
        file_documents(opened, EARLIER[0].start, {"z": "ferry"})
        file_documents(opened, EARLIER[1].start, {"a": "dam leaks", "b": "dam leaks"})
        facts.choose(opened, [], EARLIER)
        yield opened


def told_in(warehouse: Warehouse) -> tuple[Chapter, ...]:
    return chapters(warehouse, WEEK, EARLIER, "en")


def test_an_issue_says_itself_what_it_told(warehouse: Warehouse) -> None:
    file_issue(warehouse, 1, EARLIER[1], [STORY])
    assert told_in(warehouse)[1] == Chapter("2026-W46", {STORY.id: ("2026-W46", ("a", "b"))}, ())


def test_of_an_issue_printed_before_stories_were_filed_they_are_found_from_its_documents(warehouse: Warehouse) -> None:
    file_issue(warehouse, 1, EARLIER[1], [])
    assert told_in(warehouse)[1] == Chapter("2026-W46", None, ("a", "b"))


def test_a_story_goes_on_though_revisions_took_the_place_of_all_its_documents(warehouse: Warehouse) -> None:
    file_issue(warehouse, 1, EARLIER[1], [STORY])
    supersede(warehouse, ["a", "b"])
    assert told_in(warehouse)[1].printed == {STORY.id: ("2026-W46", ("a", "b"))}


def test_the_limit_is_on_documents_of_the_periods_that_are_read(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told, "MOST_READ", 2)
    assert [each.documents for each in told_in(warehouse)] == [(), ()]
    assert [each.documents for each in chapters(warehouse, WEEK, EARLIER[1:], "en")] == [("a", "b")]
