"""Measures stand by language and by publisher, and one kind is never taken for the other."""

from datetime import date
from pathlib import Path

from tasks.gathering.measures import found_measures
from tasks.warehouse import facts
from tasks.warehouse.connection import open_warehouse
from tests.gathering.filed import file_documents

DAY = date(2026, 11, 18)


def test_documents_without_a_publisher_are_a_publisher_s_and_no_second_row_of_their_language(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as warehouse:
        file_documents(warehouse, DAY, {"a": "dam leaks", "b": "dam holds"})
        file_documents(warehouse, DAY, {"c": "ferry"}, publisher="")
        facts.choose(warehouse, ["a", "b", "c"], [])
        found = found_measures(warehouse, {"gazette": "Gazette", "": ""})
    assert [(each.kind, each.label, each.documents) for each in found] == [
        ("language", "en", 3), ("publisher", "Gazette", 2), ("publisher", "", 1),
    ]  # fmt: skip
