"""What came in is compared with all that came before: what recurs is set aside, members keep their parents."""

import io
import random
import zipfile
from collections.abc import Sequence
from datetime import date

import pytest

from tasks.duplicates.parameters import PARAMETERS, Parameters
from tasks.engine import Engine, workers
from tasks.inbox.limits import Rules
from tasks.ingest import list_new, take_in
from tasks.records import Taken
from tasks.shards.analysis import Text, analyse
from tasks.shards.reading import Reading
from tasks.warehouse.analyses import commit_analysis
from tasks.warehouse.connection import Warehouse, open_warehouse
from tasks.warehouse.facts import counted_texts, paragraphs
from tasks.warehouse.runs import Run
from tests.conftest import NOW, Press

FOOTER = "Readers may write to the editor at Harbour Street 4, Calderness, and will be answered on Thursdays."
NOUNS = ("ferry", "harbour", "council", "budget", "school", "bridge", "storm", "museum", "tunnel", "market", "river")


def article(number: int, footer: str = FOOTER) -> str:
    """An invented article that resembles no other."""
    chance = random.Random(number)
    lines = [
        f"The {chance.choice(NOUNS)} of {chance.choice(NOUNS)} {number * 17 + line} was {chance.choice(NOUNS)} before "
        f"the {chance.choice(NOUNS)} and its {chance.choice(NOUNS)} met {chance.choice(NOUNS)} {number + line} times."
        for line in range(6)
    ]
    return "\n\n".join([f"What became of {NOUNS[number % 11]} {number}", *lines, footer])


def ingest(press: Press, warehouse: Warehouse, parameters: Parameters = PARAMETERS) -> Taken:
    """One run over the inbox, in this process."""
    arrivals = list_new.fn(warehouse, str(press.seeds), int(NOW.timestamp() * 1e9), 0)
    reading = Reading(str(press.seeds), ("{publisher}_{date}_{slug}",), date(2026, 11, 23), Rules(), parameters)
    with workers(Engine("inline")) as crew:
        return take_in.fn(
            warehouse, Run("run", "ingest", NOW, "0"), arrivals.sources, arrivals.rejections, reading, crew, 0.8, print
        )


def drop(press: Press, numbers: Sequence[int], publisher: str = "gazette") -> None:
    for number in numbers:
        press.drop(f"{publisher}_2026-11-02_{number}-a-story-of-something.txt", article(number))


def kinds(warehouse: Warehouse) -> set[str]:
    return set(warehouse.table("paragraphs")["kind"])


@pytest.mark.parametrize("batches", [[range(9)], [range(4), range(4, 9)], [range(8), [8]], [range(7), [7], [8]]])
def test_what_recurs_is_set_aside_whenever_it_came(press: Press, batches: list[Sequence[int]]) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        drop(press, range(100, 105), "herald")
        for batch in batches:
            drop(press, batch)
            ingest(press, warehouse)
        found = warehouse.table("documents").sort_values("id")
        divided = paragraphs(warehouse, found["id"].tolist())
        for identity, publisher, text in found[["id", "publisher", "text"]].itertuples(index=False):
            recurring = [text[each.start : each.end] for each in divided[identity] if each.kind == "recurring"]
            assert recurring == ([FOOTER] if publisher == "gazette" else [])
            assert FOOTER in text
            assert (FOOTER in counted_texts(warehouse, [identity])[identity]) == (publisher == "herald")
        assert (
            found.groupby("publisher")["words"].max()["gazette"] < found.groupby("publisher")["words"].min()["herald"]
        )
        assert set(warehouse.table("keys")["document"]) == set(found["id"])


def test_what_was_analysed_with_the_recurring_is_analysed_again(press: Press) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        drop(press, range(7))
        ingest(press, warehouse)
        found = warehouse.table("documents")[["id", "language", "text"]].to_dict("records")
        divided = paragraphs(warehouse, [each["id"] for each in found])
        analyses = analyse([Text(each["id"], each["language"], each["text"], divided[each["id"]]) for each in found])
        commit_analysis(warehouse, Run("run", "analyse", NOW, "0"), analyses, "1", warehouse.revision())
        assert len(warehouse.rows("unanalysed", version="1")) == 0
        assert "editor" in set(warehouse.table("words")["term"])
        drop(press, [7])
        ingest(press, warehouse)
        assert len(warehouse.rows("unanalysed", version="1")) == 8
        assert len(warehouse.table("words")) == 0


def test_a_form_whose_lines_all_recur_is_no_furniture(press: Press) -> None:
    form = "Daily report\n\nAll gates were open at noon today.\n\nNo ship was waiting in the roads.\n\n"
    with open_warehouse(press.warehouse) as warehouse:
        for number in range(12):
            press.drop(
                f"office_2026-11-{number + 1:02}_daily-report-of-the-office.txt", f"{form}Level {number * 7} cm."
            )
        ingest(press, warehouse)
        assert "recurring" not in kinds(warehouse)


def test_copies_do_not_make_a_paragraph_recur(press: Press) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        for number in range(12):
            press.drop(
                f"gazette_2026-11-02_copy-{number}-of-a-story.txt",
                article(1) + f"\n\nIt was copied for the {'z' * (number + 1)} edition.",
            )
        taken = ingest(press, warehouse)
        assert (taken.documents, taken.near + taken.superseded) == (1, 11)
        assert "recurring" not in kinds(warehouse)


def test_each_member_of_an_archive_ends_as_one_thing(press: Press) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(3):
            archive.writestr(f"gazette_2026-11-0{number + 1}_{number}-a-story.txt", article(number))
        archive.writestr("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
        archive.writestr("zz again.txt", article(1))
    press.drop("november.zip", file.getvalue())
    with open_warehouse(press.warehouse) as warehouse:
        taken = ingest(press, warehouse)
        assert (taken.documents, taken.exact, taken.rejected) == (3, 1, 1)
        sources = warehouse.table("sources")
        assert set(sources["path"]) == {"november.zip"}
        assert dict(zip(sources["member"], sources["outcome"], strict=True))["picture.png"] == "rejected"
        assert set(warehouse.table("documents")["publisher"]) == {"gazette"}
        assert set(warehouse.table("documents")["published"]) == {"2026-11-01", "2026-11-02", "2026-11-03"}
        assert ingest(press, warehouse).received == 0


def test_an_attachment_names_the_mail_that_carried_it(press: Press) -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        "The figures",
        "Ada Quill <ada@example.org>",
        "Mon, 02 Nov 2026 09:00:00 +0000",
    )
    mail.set_content("The figures are attached, as they were read out on Monday in the hall.\n")
    mail.add_attachment(article(3).encode(), maintype="text", subtype="plain", filename="figures.txt")
    press.drop("note.eml", mail.as_bytes())
    with open_warehouse(press.warehouse) as warehouse:
        ingest(press, warehouse)
        found = {each["title"]: each for each in warehouse.table("documents").to_dict("records")}
        assert found["The figures"]["parent"] == ""
        assert found["What became of budget 3"]["parent"] == found["The figures"]["id"]


def test_what_lies_in_a_file_has_the_publisher_of_its_name(press: Press) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("one.txt", article(1))
    press.drop("herald_2026-11-02_the-stories-of-a-day.zip", file.getvalue())
    with open_warehouse(press.warehouse) as warehouse:
        ingest(press, warehouse)
        assert warehouse.table("documents")["publisher"].tolist() == ["herald"]


@pytest.mark.parametrize("batches", [[range(15)], [range(5), range(5, 15)], [range(8), range(8, 12), range(12, 15)]])
def test_which_paragraphs_are_set_aside_does_not_hang_on_the_order_of_arrival(
    press: Press, batches: list[Sequence[int]]
) -> None:
    """One text has two paragraphs that recur, which together are most of it: both stay, whichever recurred first."""
    notices = [f"Notice {each}: write to the editor at Harbour Street {each * 7}, Calderness." for each in (1, 2)]
    with open_warehouse(press.warehouse) as warehouse:
        for batch in batches:
            for number in batch:
                parts = [article(number, notices[number % 2])] if number else ["A short one", "It is short.", *notices]
                press.drop(f"gazette_2026-11-02_{number}-a-story-of-something.txt", "\n\n".join(parts))
            ingest(press, warehouse)
        found = warehouse.table("paragraphs")
        assert (found["kind"] == "recurring").sum() == 7 + 7
