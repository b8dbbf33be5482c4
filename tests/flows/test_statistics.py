"""The statistics of an issue: the same in whatever order its files came, and stories followed from issue to issue."""

import json
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.analyse import analyse
from flows.briefing import briefing
from flows.ingest import ingest
from flows.settings import Settings
from tasks.briefing.periods import earlier_periods, period_of
from tasks.publish import choose_members, gather
from tasks.records import Briefing, Issue
from tasks.warehouse.connection import open_warehouse
from tests.conftest import NOW, Press

pytestmark = pytest.mark.usefixtures("prefect")

SEEDS = Path(__file__).parents[2] / "seeds"


def settings(press: Press, **more: Any) -> Settings:
    given = {"seeds": str(press.seeds), "warehouse": press.warehouse, "reports": str(press.reports), "engine": "inline"}
    return Settings(**(given | more))


def put(press: Press, files: list[Path]) -> None:
    for file in files:
        copy = press.seeds / file.relative_to(SEEDS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
        os.utime(copy, (NOW.timestamp() - 3600,) * 2)


def gathered(press: Press, day: date) -> Briefing:
    period = period_of(day, "weekly")
    with open_warehouse(press.warehouse) as warehouse:
        members = choose_members.fn(warehouse, period).members
        issue = Issue(1, period.name, "weekly", period.start, period.end, "UTC", 0, NOW, "0")
        return gather.fn(warehouse, issue, earlier_periods(period, 8), members, {"history": "8"})


def figures(issue: Briefing) -> list[Any]:
    """All that is counted. Of two copies the first to come stands for both, so that it is another that is cited."""
    words = [replace(each, document="", sentence="") for each in (*issue.words, *issue.phrases)]
    trends = [replace(each, document="", sentence="") for each in issue.trends]
    named = [replace(each, document="", sentence="") for each in issue.entities]
    told = [(each.id, each.headline, len(each.documents), each.terms, each.entities) for each in issue.stories]
    return [words, trends, named, told, issue.measures]


def test_the_order_in_which_files_come_changes_no_figure(tmp_path: Path) -> None:
    texts = sorted(file for file in SEEDS.rglob("*") if file.is_file())
    found = []
    for name, halves in (("one", (texts[::2], texts[1::2])), ("other", (texts[1::2], texts[::2]))):
        press = Press(tmp_path / name)
        press.seeds.mkdir(parents=True)
        for half in halves:
            put(press, half)
            ingest(settings(press), NOW)
        analyse(settings(press, batch_files=7), NOW)
        found.append(gathered(press, date(2026, 11, 18)))
    one, other = found
    assert one.summary.documents > 20
    assert one.words
    assert one.stories
    assert figures(one) == figures(other)


DAM = """{title}

The dam above Hazel Bluff {verb} on {day} as the spillway gate stuck, the Hazel Bluff water board said. Engineers from
Calderness inspected the spillway and the gate, and the board told families below the dam to be ready to leave.

The spillway gate of the Hazel Bluff dam was built in 1931. {more}
"""
FERRY = """{title}

The ferry company Nordvik {verb} its night crossing to Skerra on {day}, after passengers complained of the fares. The
night crossing carried nine passengers on an average day, Nordvik said, and the fares paid for the fuel alone.

Nordvik runs four ferries between Calderness and Skerra. {more}
"""


def drop(press: Press, name: str, text: str, **parts: str) -> None:
    press.drop(name, text.format(**parts))


def stories(press: Press, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((press.reports / name / "briefing.json").read_text())["stories"]
    return found


def test_a_story_keeps_its_id_from_issue_to_issue_and_when_an_issue_is_printed_again(press: Press) -> None:
    drop(press, "gazette_2026-11-10_dam.txt", DAM, title="Dam above Hazel Bluff leaks as gate sticks", verb="leaked",
         day="Tuesday", more="Nobody was hurt.")  # fmt: skip
    drop(press, "courier_2026-11-11_dam.txt", DAM, title="Families told to be ready below Hazel Bluff dam",
         verb="was leaking", day="Wednesday", more="A boat was swept away in the night.")  # fmt: skip
    drop(press, "gazette_2026-11-11_ferry.txt", FERRY, title="Nordvik gives up its night crossing to Skerra",
         verb="gave up", day="Wednesday", more="The crews will be moved.")  # fmt: skip
    drop(press, "courier_2026-11-12_ferry.txt", FERRY, title="Skerra loses the night ferry to Calderness",
         verb="ended", day="Thursday", more="The mayor called it a loss.")  # fmt: skip
    briefing(settings(press), NOW)
    first = {each["headline"]: each for each in stories(press, "2026-W46")}
    assert len(first) == 2
    assert all(each["since"] == "" and each["before"] == 0 for each in first.values())
    drop(press, "gazette_2026-11-17_dam.txt", DAM, title="Gate of Hazel Bluff dam is freed after a week",
         verb="stopped leaking", day="Tuesday", more="The crane came from Norway.")  # fmt: skip
    drop(press, "courier_2026-11-18_dam.txt", DAM, title="Inquiry opens into the stuck gate at Hazel Bluff",
         verb="held", day="Wednesday", more="The inquiry will hear the engineers.")  # fmt: skip
    drop(press, "herald_2026-11-18_dam.txt", DAM, title="Board of Hazel Bluff dam resigns over spillway gate",
         verb="held again", day="Wednesday", more="The chairman wished his followers luck.")  # fmt: skip
    briefing(settings(press), NOW)
    [dam] = stories(press, "2026-W47")
    [before] = [each for each in first.values() if "Hazel Bluff" in each["headline"]]
    assert (dam["id"], dam["since"], dam["before"], len(dam["documents"])) == (before["id"], "2026-W46", 2, 3)
    drop(press, "herald_2026-11-19_dam.txt", DAM, title="Hazel Bluff dam: what the engineers saw at the gate",
         verb="was dry", day="Thursday", more="They saw rust, and a bird's nest.")  # fmt: skip
    briefing(settings(press), replace_day())
    [dam] = stories(press, "2026-W47")
    assert (dam["id"], dam["since"], dam["before"], len(dam["documents"])) == (before["id"], "2026-W46", 2, 4)


def replace_day() -> Any:
    return NOW.replace(hour=7)


def test_every_sentence_of_a_story_stands_whole_in_its_document(press: Press) -> None:
    put(press, sorted(file for file in SEEDS.rglob("*") if file.is_file()))
    ingest(settings(press), NOW)
    analyse(settings(press), NOW)
    issue = gathered(press, date(2026, 11, 18))
    with open_warehouse(press.warehouse) as warehouse:
        texts = dict(zip(*(warehouse.table("documents")[name] for name in ("id", "text")), strict=True))
        titles = dict(zip(*(warehouse.table("documents")[name] for name in ("id", "title")), strict=True))
    assert issue.stories
    for story in issue.stories:
        assert story.headline == titles[story.headline_document]
        for sentence in story.sentences:
            assert sentence.document in story.documents
            assert sentence.text in " ".join(texts[sentence.document].split())


def test_an_empty_issue_and_one_of_a_single_document_have_statistics(press: Press) -> None:
    drop(press, "gazette_2026-11-10_dam.txt", DAM, title="Dam above Hazel Bluff leaks as gate sticks", verb="leaked",
         day="Tuesday", more="Nobody was hurt.")  # fmt: skip
    ingest(settings(press), NOW)
    analyse(settings(press), NOW)
    single, empty = gathered(press, date(2026, 11, 11)), gathered(press, date(2026, 11, 18))
    assert [each.term for each in single.words]
    assert {each.documents for each in single.words} == {1}
    assert single.measures[0].documents == 1
    assert (empty.words, empty.phrases, empty.trends, empty.stories, empty.measures) == ((), (), (), (), ())
    assert replace(single, words=()).stories == ()
