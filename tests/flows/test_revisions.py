"""A revised article and a paragraph read before, over two runs: what counts, what the issue shows, what is exported."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.look import export
from tasks.duplicates.repeated import LEAST
from tasks.records import Taken
from tasks.warehouse.connection import open_warehouse
from tests.conftest import Press
from tests.flows.test_run import facts, run, settings

ESSAY_FILE, LETTER_FILE = "herald_2026-11-18_the-hour-of-the-mist.txt", "post_2026-11-25_a-letter-about-the-mist.txt"
LATER = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
HEAD = """---
title: Lock at Sallow Reach stays shut
publisher: Reach Courier
date: 2026-11-18
modified: {modified}
url: https://courier.example/2026/lock
---

"""
FIRST = """The lock at Sallow Reach will stay shut until the spring, the river board has said. A gate of the upper
chamber sank by a hand's breadth in the night, and nobody can say yet what gave way beneath it.

Skippers who carry gravel to the works at Hame were told to turn back at the second bridge. Some of them had been
waiting there since the morning with their engines running against the current, and 14 barges lay at the quay by noon.

"We had looked at those hinges in the summer and found nothing wrong with them," said Marta Lindqvist, who has kept the
lock for longer than anybody else on the river cares to remember. Lindqvist will meet divers from Norway at the weir.
"""
SECOND = (
    FIRST.replace("Marta Lindqvist", "Ingrid Solberg").replace("Lindqvist", "Solberg").replace("14 barges", "19 barges")
)
SECOND = SECOND.replace("at the weir", "at the spillway")
ESSAY = (
    "Every town on the river has a word for the hour in which the mist lifts from the water and the far bank comes "
    "back as if somebody had thought of it again, and no two towns have the same one."
)
LETTER = "I have lived in Hame for as long as the crane has stood, and nobody there has a word for it. We say: late."


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """One inbox and warehouse for all that is asked of the two runs."""
    made = Press(tmp_path_factory.mktemp("revisions"))
    made.seeds.mkdir()
    return made


@pytest.fixture(scope="module")
def runs(prefect: None, press: Press) -> tuple[Taken, Taken]:
    """What two runs took in: the article and an essay, then the article anew and a letter that quotes the essay."""
    press.drop("lock.md", HEAD.format(modified="2026-11-18") + FIRST)
    press.drop(ESSAY_FILE, f"The hour of the mist\n\n{ESSAY}\n\nIt is short, too.")
    first = run(press)
    press.drop("lock-again.md", HEAD.format(modified="2026-11-24") + SECOND)
    press.drop(LETTER_FILE, f"A letter about the mist\n\n{ESSAY}\n\n{LETTER}")
    second = run(press, LATER)
    assert (first.issue.name, second.issue.name) == ("2026-W47", "2026-W48")
    return first.taken, second.taken


def table(press: Press, name: str) -> list[dict[str, Any]]:
    with open_warehouse(press.warehouse) as warehouse:
        frame = warehouse.table(name)
        return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False, name=None)]


def identified(press: Press) -> dict[str, str]:
    """The id of each document by its path."""
    return {each["path"]: each["id"] for each in table(press, "sources")}


def test_the_newest_version_is_the_one_that_counts(press: Press, runs: tuple[Taken, Taken]) -> None:
    assert runs == (Taken(documents=2), Taken(documents=2, revisions=1))
    outcomes = {each["path"]: each["outcome"] for each in table(press, "sources")}
    assert outcomes["lock.md"] == "superseded"
    assert outcomes["lock-again.md"] == "document"
    known = {each["id"]: each["outcome"] for each in table(press, "documents")}
    assert known[identified(press)["lock.md"]] == "superseded"


def test_the_issue_tells_of_the_revision_with_its_words(press: Press, runs: tuple[Taken, Taken]) -> None:
    issue, ids = facts(press, "2026-W48"), identified(press)
    assert {each["title"] for each in issue["documents"]} == {
        "Lock at Sallow Reach stays shut",
        "A letter about the mist",
    }
    summary = issue["summary"]
    assert (summary["documents"], summary["duplicates"], summary["revisions"]) == (2, 0, 1)
    [relation] = [each for each in issue["relations"] if each["relation"] == "revision"]
    assert (relation["document"], relation["other"]) == (ids["lock-again.md"], ids["lock.md"])
    html = (press.reports / "2026-W48" / "briefing.html").read_text()
    for word in ("14", "19", "Lindqvist", "Solberg", "weir", "spillway"):
        assert word in html, word


def test_nothing_of_the_old_version_is_in_a_later_figure(press: Press, runs: tuple[Taken, Taken]) -> None:
    issue = facts(press, "2026-W48")
    assert issue["summary"]["words"] == sum(each["words"] for each in issue["documents"])
    people = {each["name"] for each in issue["entities"]}
    assert any("Solberg" in each for each in people)
    assert not any("Lindqvist" in each for each in people)
    [norway] = [each for each in issue["entities"] if each["id"] == "country:NO"]
    assert norway["trend"] == [0] * (len(norway["trend"]) - 1) + [1], "the mention of the week before is the same one"
    assert norway["first_issue"]
    words = {each["term"]: each for each in issue["words"]}
    assert "weir" not in words
    assert not any(sum(words[term]["trend"][:-1]) for term in ("lock", "spillway") if term in words)


def test_a_paragraph_read_before_is_known_with_its_first_document(press: Press, runs: tuple[Taken, Taken]) -> None:
    ids = identified(press)
    essay, letter = ids[ESSAY_FILE], ids[LETTER_FILE]
    documents = {each["id"]: each for each in table(press, "documents")}
    assert (documents[essay]["repeated"], documents[essay]["repeats"]) == (0.0, "")
    assert documents[letter]["repeats"] == essay
    assert 0.4 < documents[letter]["repeated"] < 0.8
    assert documents[letter]["outcome"] == "document"
    first = {each["first"] for each in table(press, "paragraphs") if each["document"] == letter}
    assert first == {essay, letter, ""}, f"paragraphs under {LEAST} characters have no first document"


def test_relations_are_exported_with_their_files(press: Press, runs: tuple[Taken, Taken], tmp_path: Path) -> None:
    export(settings(press), "relations", "csv", tmp_path / "relations.csv")
    with (tmp_path / "relations.csv").open(newline="") as file:
        rows = {each["relation"]: each for each in csv.DictReader(file)}
    revision, ids = rows["revision"], identified(press)
    assert (revision["document_path"], revision["other_path"]) == ("lock-again.md", "lock.md")
    assert (revision["document"], revision["other"]) == (ids["lock-again.md"], ids["lock.md"])
    assert revision["document_member"] == revision["other_member"] == ""
    assert revision["rule"]
    assert revision["why"]
    assert 0 < float(revision["jaccard"]) <= float(revision["containment"]) <= 1
