"""The main job from end to end: files in, an issue out, and the same again changes nothing."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from flows.backfill import backfill
from flows.briefing import Outcome, briefing
from flows.ingest import ingest
from flows.look import requeue
from flows.publish import publish
from flows.settings import Settings
from tasks.errors import BroadsheetError, OlderSnapshot, SettingsError
from tasks.records import Taken
from tasks.warehouse.catalogue import SCHEMA_VERSION
from tasks.warehouse.connection import TABLES, open_warehouse
from tests.conftest import NOW, Press

pytestmark = pytest.mark.usefixtures("prefect")

STORY = """Harbour reopens after nine-day strike

Port traffic resumed in Calderness on {day} after dock workers accepted a new offer, the harbour authority said.

"We are glad that it is over," said Marta Lindqvist, director of the Calderness Harbour Authority. Lindqvist thanked
the mayor of Calderness. Norwegian ships were the first to leave, and ships from Norway, Canada and Kenya were waiting
outside the harbour of Calderness for their turn.
"""


def settings(press: Press, **more: Any) -> Settings:
    given = {"seeds": str(press.seeds), "warehouse": press.warehouse, "reports": str(press.reports), "engine": "inline"}
    return Settings(**(given | more))


def facts(press: Press, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((press.reports / name / "briefing.json").read_text())
    return found


def text(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def state(press: Press) -> dict[str, str]:
    """Every table as text."""
    with open_warehouse(press.warehouse) as warehouse:
        return {table: warehouse.table(table).to_csv() for table in TABLES}


def run(press: Press, now: datetime = NOW, **more: Any) -> Outcome:
    return briefing(settings(press, **more), now)


def test_a_file_becomes_an_issue(press: Press) -> None:
    press.drop("calder-gazette_2026-11-18_harbour-reopens.txt", STORY.format(day="Wednesday"))
    outcome = run(press)
    assert outcome.taken == Taken(documents=1)
    assert (outcome.issue.name, outcome.issue.number, outcome.issue.printed) == ("2026-W47", 1, True)
    issue = facts(press, "2026-W47")
    assert issue["summary"]["documents"] == 1
    [document] = issue["documents"]
    assert document["title"] == "Harbour reopens after nine-day strike"
    assert document["published"] == "2026-11-18"
    [norway] = [each for each in issue["entities"] if each["id"] == "country:NO"]
    assert norway["mentions"] == 2, "Norwegian counts for Norway"
    assert "Harbour reopens after nine-day strike" in text(outcome.issue.pdf)


def test_the_same_again_changes_no_table_and_no_file(press: Press) -> None:
    press.drop("calder-gazette_2026-11-18_harbour-reopens.txt", STORY.format(day="Wednesday"))
    first = run(press)
    tables, pdf = state(press), first.issue.pdf.stat()
    second = run(press, datetime(2026, 11, 24, tzinfo=UTC))
    assert second.taken == Taken()
    assert not second.issue.printed
    assert second.issue.pdf == first.issue.pdf
    assert state(press) == tables
    assert first.issue.pdf.stat().st_mtime_ns == pdf.st_mtime_ns


def test_a_filed_issue_prints_again_the_same_after_the_warehouse_moved_on(press: Press) -> None:
    press.drop("calder-gazette_2026-11-18_harbour-reopens.txt", STORY.format(day="Wednesday"))
    folder = run(press).issue.pdf.parent
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    press.drop("calder-gazette_2026-11-11_an-older-story.txt", STORY.format(day="Tuesday").replace("nine", "eight"))
    run(press, as_of="2026-11-11")
    for file in folder.iterdir():
        file.unlink()
    assert publish(settings(press), issue="1").printed
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_an_issue_of_a_warehouse_of_an_older_version_is_printed_anew_where_its_files_are_gone(press: Press) -> None:
    press.drop("calder-gazette_2026-11-18_harbour-reopens.txt", STORY.format(day="Wednesday"))
    pdf = run(press).issue.pdf
    with open_warehouse(press.warehouse) as warehouse:
        warehouse._connection.execute("UPDATE ledger SET schema_version = 3")
        older = warehouse.snapshot()
        warehouse._connection.execute("UPDATE ledger SET schema_version = ?", [SCHEMA_VERSION])
        warehouse._connection.execute("UPDATE issues SET snapshot = ?", [older])
    assert not run(press).issue.printed
    with pytest.raises(OlderSnapshot, match="remove its folder"):
        publish(settings(press), issue="1")
    pdf.unlink()
    again = run(press, as_of="2026-11-18").issue
    assert (again.number, again.pdf, again.printed) == (1, pdf, True)
    assert pdf.exists()


def test_a_copy_is_a_duplicate_wherever_it_lies_and_whenever_it_comes(press: Press) -> None:
    story = STORY.format(day="Wednesday")
    press.drop("calder-gazette_2026-11-18_harbour-reopens.txt", story)
    press.drop("copies/the same.txt", story)
    assert run(press).taken == Taken(documents=1, exact=1)
    press.drop("b_2026-11-19_later.txt", story.replace("\n\n", "\n\n\n"))
    assert run(press).taken == Taken(exact=1)
    assert {each["relation"] for each in facts(press, "2026-W47")["relations"]} == {"exact"}


def test_a_document_is_new_in_one_issue_only_and_late_ones_are_told_of_in_the_next(press: Press) -> None:
    press.drop("a_2026-11-04_one.txt", STORY.format(day="Monday"))
    assert run(press).issue.name == "2026-W45"
    press.drop("a_2026-11-18_two.txt", "Mayor of Bellhaven resigns\n\nThe mayor of Bellhaven resigned on Wednesday.\n")
    press.drop("a_2026-11-05_late.txt", "Ferry firm sold\n\nThe ferry firm Nordvik was sold on Thursday to a rival.\n")
    assert run(press).issue.name == "2026-W47"
    titles = {each["title"] for each in facts(press, "2026-W47")["documents"]}
    assert titles == {"Mayor of Bellhaven resigns", "Ferry firm sold"}
    assert [each["title"] for each in facts(press, "2026-W45")["documents"]] == [
        "Harbour reopens after nine-day strike"
    ]


def test_backfill_prints_the_issues_that_are_missing_and_no_empty_ones(press: Press) -> None:
    press.drop("a_2026-10-07_one.txt", "Dam holds\n\nThe dam above Hazel Bluff held on Wednesday.\n")
    press.drop("a_2026-11-04_two.txt", "Mayor resigns\n\nThe mayor of Bellhaven resigned on Wednesday.\n")
    press.drop("a_2026-11-18_three.txt", "Ferry firm sold\n\nThe ferry firm Nordvik was sold to a rival.\n")
    run(press)
    printed = [each.name for each in backfill(settings(press), now=NOW) if each.printed]
    assert printed == ["2026-W41", "2026-W45"]


BAD = {
    "empty.txt": (b"", "empty"),
    "rubbish.txt": (bytes(range(256)) * 8, ""),
    "blank.txt": (b"  \n\n ", "white space"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
}


def test_bad_files_are_rejected_with_a_reason_and_hold_nothing_up(press: Press, tmp_path: Path) -> None:
    for name, (data, _) in BAD.items():
        press.drop(name, data)
    outside = tmp_path / "outside.txt"
    outside.write_text("not for the press")
    (press.seeds / "link.txt").symlink_to(outside)
    os.mkfifo(press.seeds / "pipe.txt")
    with (press.seeds / "huge.txt").open("wb") as huge:  # a sparse file: one line of 200 MB
        huge.truncate(200_000_000)
    os.utime(press.seeds / "huge.txt", (NOW.timestamp() - 3600,) * 2)
    odd = "a name 'with' \"quotes\"\nand \u202e marks.txt"
    press.drop(odd, STORY.format(day="Wednesday"))
    outcome = run(press)
    assert outcome.taken.documents == 1
    issue = facts(press, outcome.issue.name)
    reasons = {each["source"]: each["reason"] for each in issue["rejected"]}
    assert set(reasons) == {*BAD, "link.txt", "pipe.txt", "huge.txt"}
    assert all(part in reasons[name] for name, (_, part) in BAD.items())
    assert "leads out of the inbox" in reasons["link.txt"]
    assert "200 MB" in reasons["huge.txt"]
    printed = text(outcome.issue.pdf)
    assert all(name in printed for name in reasons)
    assert outcome.taken.rejected == len(reasons)


def test_rejected_files_are_in_an_issue_even_if_nothing_else_came(press: Press) -> None:
    press.drop("a_2026-11-04_one.txt", STORY.format(day="Monday"))
    run(press)
    press.drop("rubbish.txt", bytes(range(256)) * 8)
    outcome = run(press)
    assert outcome.issue.printed
    assert [each["source"] for each in facts(press, outcome.issue.name)["rejected"]] == ["rubbish.txt"]


def test_a_file_still_being_written_waits_for_the_next_run(press: Press) -> None:
    file = press.drop("a_2026-11-18_growing.txt", STORY.format(day="Wednesday"))
    os.utime(file, (NOW.timestamp() - 0.5,) * 2)
    assert run(press).taken == Taken(waiting=1)
    assert run(press, NOW.replace(minute=5)).taken == Taken(documents=1)


def test_a_file_touched_but_not_changed_is_not_new(press: Press) -> None:
    file = press.drop("a_2026-11-18_one.txt", STORY.format(day="Wednesday"))
    run(press)
    os.utime(file, (NOW.timestamp() - 60,) * 2)
    assert run(press).taken == Taken()
    tables = state(press)
    assert run(press).taken == Taken()
    assert state(press) == tables


def test_what_looks_like_a_template_is_printed_as_the_text_it_is(press: Press) -> None:
    hostile = '{{7*7}} <script>alert(1)</script> <img src="file:///etc/passwd">'
    press.drop("a_2026-11-18_hostile.txt", f"Prices {hostile}\n\nThe dam above Hazel Bluff held {hostile} today.\n")
    outcome = run(press)
    printed = text(outcome.issue.pdf).replace("\n", " ")
    assert "{{7*7}}" in printed
    assert "<script>" in printed
    assert "root:" not in printed
    assert "<script>alert" not in (outcome.issue.pdf.parent / "briefing.html").read_text()


def test_an_empty_inbox_gives_an_issue_that_says_so(press: Press) -> None:
    outcome = run(press)
    assert outcome.issue.name == "2026-W48"
    assert facts(press, "2026-W48")["summary"]["received"] == 0


def test_an_empty_file_alone_does_not_stop_the_run(press: Press) -> None:
    press.drop("empty.txt", b"")
    assert run(press).taken == Taken(rejected=1)


def test_a_file_name_that_is_no_text_is_no_obstacle(press: Press) -> None:
    name = os.fsdecode(b"caf\xe9-gazette_2026-11-18_harbour.txt")
    press.drop(name, STORY.format(day="Wednesday"))
    assert run(press).taken == Taken(documents=1)
    assert run(press).taken == Taken()
    [document] = facts(press, "2026-W47")["documents"]
    assert document["source"] == "caf\\xe9-gazette_2026-11-18_harbour.txt"


def test_what_is_not_analysed_yet_waits_for_its_issue(press: Press) -> None:
    press.drop("a_2026-11-18_one.txt", STORY.format(day="Wednesday"))
    ingest(settings(press), NOW)
    publish(settings(press, as_of="2026-11-18"), NOW)
    assert facts(press, "2026-W47")["summary"]["documents"] == 0
    outcome = run(press)
    assert outcome.issue.printed
    assert facts(press, "2026-W47")["entities"]


def test_a_requeued_file_that_becomes_a_document_is_told_of(press: Press) -> None:
    press.drop("a_2026-11-18_one.txt", STORY.format(day="Wednesday"))
    press.drop("a_2026-11-11_large.txt", "Dam holds\n\n" + "The dam above Hazel Bluff held. " * 40_000)
    assert run(press, max_file_mb=1).taken == Taken(documents=1, rejected=1)
    assert requeue(settings(press), []) == 1
    assert run(press, as_of="2026-11-11").taken == Taken(documents=1)
    assert [each["title"] for each in facts(press, "2026-W46")["documents"]] == ["Dam holds"]


def test_which_texts_are_copies_does_not_depend_on_the_batches(press: Press) -> None:
    """Which of them counts does: the first taken in, and of those taken in together the first by its own day."""
    press.drop("a_2026-11-19_copy.txt", STORY.format(day="Wednesday"))
    press.drop("z_2026-11-11_copy.txt", STORY.format(day="Wednesday"))
    ingest(settings(press, batch_files=1), NOW)
    with open_warehouse(press.warehouse) as warehouse:
        one_by_one = warehouse.table("sources").set_index("path")["outcome"].to_dict()
    ingest(settings(press, batch_files=500, warehouse=str(press.folder / "other")), NOW)
    with open_warehouse(str(press.folder / "other")) as warehouse:
        together = warehouse.table("sources").set_index("path")["outcome"].to_dict()
    assert one_by_one == {"a_2026-11-19_copy.txt": "document", "z_2026-11-11_copy.txt": "exact"}
    assert together == {"a_2026-11-19_copy.txt": "exact", "z_2026-11-11_copy.txt": "document"}


def test_the_masthead_and_the_time_of_printing_are_the_operators(press: Press) -> None:
    press.drop("a_2026-11-18_one.txt", STORY.format(day="Wednesday"))
    outcome = run(press, title="The Zeppelin", timezone="Asia/Tokyo")
    assert "The Zeppelin" in text(outcome.issue.pdf)
    assert "15:00" in text(outcome.issue.pdf)


def test_a_missing_inbox_and_a_missing_issue_are_told(press: Press) -> None:
    with pytest.raises(SettingsError, match="no folder"):
        briefing(settings(press).model_copy(update={"seeds": str(press.folder / "nowhere")}), NOW)
    with pytest.raises(BroadsheetError, match="no issue 9"):
        publish(settings(press), issue="9")
