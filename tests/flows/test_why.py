"""A document is named, and what became of it is told in words: each outcome, each relation, each way to name one."""

import io
import zipfile

import pytest

from flows.cli import FAILED, USAGE, command
from flows.settings import load
from flows.why import why
from tasks.errors import SettingsError
from tasks.warehouse.connection import open_warehouse
from tests.conftest import Press
from tests.test_ingest import ingest

STATEMENT = """The harbour board of Calderness will lower the fee for small boats by nine crowns from the first of May.
Boats of more than twelve metres pay what they paid before, and visitors pay by the night as they always did.

The board asks owners to put the new plate on the left side of the bow, where the men on the pier can read it without
leaning over the water. Plates are given out at the green hut on weekday mornings, and nobody has to pay for one.
"""
STORY = f"""---
title: Small boats pay less
publisher: Calder Gazette
date: 2026-11-17
url: https://calder.example/boats
---

{STATEMENT}
The oldest boat in the harbour, a herring drifter of 1911, is exempt for ever, because her owner once carried the whole
board home through a gale without so much as a cup of tea in return, said its chairwoman, Runa Mellby.
"""
REPORT = """Tide report of Port Ellery

High water at Port Ellery stood at {one} metres on {day} morning and at {two} metres in the afternoon. The wind at the
pier head blew at {three} knots from the west. The bar was open to boats that draw less than {four} metres, and {five}
boats went out over it before noon. The next report will be posted at the harbour office on the evening of {next}.

Heights are read from the board on the old pier and are given above the lowest water of the year. They are not checked
before they are posted, and nobody should take a boat out on the strength of them without a look at the sea.
"""


def take_in(press: Press, **files: str | bytes) -> None:
    for name, text in files.items():
        press.drop(f"{name.replace('__', '.')}", text)
    with open_warehouse(press.warehouse) as warehouse:
        ingest(press, warehouse)


def told(press: Press, name: str, coloured: bool = False) -> str:
    return why(load(warehouse=press.warehouse), name, coloured)


def test_a_revision_shows_what_it_changed_from_both_sides(press: Press) -> None:
    take_in(press, boats__md=STORY)
    take_in(press, boats_v2__md=STORY.replace("nine crowns", "eleven crowns"))
    new, old = told(press, "boats_v2.md"), told(press, "boats.md")
    assert new.startswith("“Small boats pay less”\nCalder Gazette, 17 November 2026\nboats_v2.md (id ")
    assert "It counts, as a document of its own." in new
    assert "Revision: it is a newer version of “Small boats pay less”\n  17 November 2026, boats.md (id " in new
    assert "small boats by [-nine-] {+eleven+} crowns" in new
    assert "from that text to this one" in new
    assert "% of this text appeared before, most of it on 17 November 2026 in boats.md." in new
    assert "It counts no more: another version of it came in its place." in old
    assert "Revision: it has a newer version in “Small boats pay less”\n  17 November 2026, boats_v2.md" in old
    assert "small boats by [-nine-] {+eleven+} crowns" in old, "changes run from the older to the newer one"
    assert "from this text to that one" in old


def test_differences_are_coloured_where_that_is_asked_for(press: Press) -> None:
    take_in(press, boats__md=STORY, boats_v2__md=STORY.replace("nine crowns", "eleven crowns"))
    assert "\x1b[31mnine\x1b[0m \x1b[32meleven\x1b[0m" in told(press, "boats_v2.md", coloured=True)
    assert "\x1b" not in told(press, "boats_v2.md")


def test_an_exact_duplicate_says_that_its_text_is_not_kept(press: Press) -> None:
    take_in(press, a__md=STORY)
    take_in(press, b__md=STORY.replace("\n\n", "\n\n\n"))
    copy = told(press, "b.md")
    assert "It does not count: the same text was there before. Its own text is not kept." in copy
    assert "Exact: it repeats “Small boats pay less”" in copy
    assert "Exact: it is repeated by b.md" in told(press, "a.md")
    assert "Shared" not in copy


def test_a_near_duplicate_shows_its_figures_and_the_passages_it_shares(press: Press) -> None:
    take_in(press, a__txt=STORY.split("---")[2])
    take_in(press, b__txt=STORY.split("---")[2].replace("leaning over", "bending over"))
    copy = told(press, "b.txt")
    assert "It does not count: the same text, for a reader, was there before." in copy
    assert "Near: it is a copy of" in copy
    assert "of their runs of 5 words stand in both (Jaccard)" in copy
    assert "Shared: 2 passages\n    “The harbour board of Calderness" in copy
    assert "[-leaning-] {+bending+}" in copy


def test_a_passage_is_cut_and_counted(press: Press) -> None:
    take_in(press, a__txt=STORY.split("---")[2])
    take_in(press, b__txt=STORY.split("---")[2].replace("Runa Mellby", "Runa Melby"))
    [passage] = [line for line in told(press, "b.txt").splitlines() if line.startswith("    “")]
    assert passage.endswith(" words)")
    assert len(passage.split()) < 50


def test_what_stands_in_a_longer_text_names_it_and_is_named_by_it(press: Press) -> None:
    take_in(press, board_statement__txt=STATEMENT)
    take_in(press, gazette__txt=STORY.split("---")[2] + "\n" + "\n\n".join(REPORT.splitlines()))
    assert "Contained: it stands nearly whole in" in told(press, "board_statement.txt")
    assert "Contained: it has nearly all in it of" in told(press, "gazette.txt")


def test_a_form_filled_in_anew_shows_the_first_places_and_how_many_there_are(press: Press) -> None:
    monday = REPORT.format(one="3.1", two="2.4", three=14, four="1.7", five=22, day="Monday", next="Tuesday")
    tuesday = REPORT.format(one="3.6", two="2.9", three=31, four="1.2", five=4, day="Tuesday", next="Wednesday")
    take_in(press, **{"port-ellery_2026-11-16_tides__txt": monday})
    take_in(press, **{"port-ellery_2026-11-17_tides__txt": tuesday})
    report = told(press, "port-ellery_2026-11-17_tides.txt")
    assert "Templated: it fills in the same form as" in report
    assert "[-3.1 metres on Monday-] {+3.6 metres on Tuesday+}" in report
    assert "Templated: its form is filled in anew by" in told(press, "port-ellery_2026-11-16_tides.txt")


def test_a_rejected_file_says_at_which_stage_and_why(press: Press) -> None:
    take_in(press, empty__txt=b"")
    assert "It was rejected when it was read: the file is empty" in told(press, "empty.txt")


def test_documents_are_named_by_path_by_member_and_by_id(press: Press) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/a.txt", STORY.split("---")[2])
        archive.writestr("in/b.txt", REPORT)
    take_in(press, pack__zip=packed.getvalue())
    with open_warehouse(press.warehouse) as warehouse:
        ids = dict(warehouse.table("sources")[["member", "id"]].to_numpy().tolist())
    both = told(press, "pack.zip")
    assert "pack.zip!in/a.txt" in both
    assert "pack.zip!in/b.txt" in both
    one = told(press, "pack.zip!in/b.txt")
    assert one == told(press, ids["in/b.txt"]) == told(press, ids["in/b.txt"][:6].upper())
    assert "in/a.txt" not in one


def test_a_file_replaced_under_its_name_is_told_of_with_what_stood_there_before(press: Press) -> None:
    take_in(press, a__txt=STATEMENT)
    take_in(press, a__txt=REPORT)
    first, second = told(press, "a.txt").split("\n\n\n")
    assert first.splitlines()[1].startswith("a.txt (id ")
    assert second.startswith("“Tide report of Port Ellery”")


def test_of_many_under_one_name_one_is_to_be_chosen(press: Press) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(30):
            archive.writestr(f"{number}.txt", f"Number {number} of a row of notes that tell nothing else.")
    take_in(press, pack__zip=packed.getvalue())
    with pytest.raises(SettingsError, match=r"30 have the name pack\.zip") as listed:
        told(press, "pack.zip")
    assert "pack.zip!17.txt" in str(listed.value)
    assert "and 10 more" in str(listed.value)


def test_a_name_that_is_none_is_wrong_usage_and_says_what_is_like_it(
    press: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in(press, **{"news/harbour-fees__txt": STATEMENT})
    for name in ("seeds/news/harbour-fees.txt", "news/harbor-fees.txt", "harbour-fees"):
        assert command(["why", name, "--warehouse", press.warehouse]) == USAGE
        told = capsys.readouterr().err
        assert "A document is named by its path in the inbox" in told
        assert "Like it:\n  news/harbour-fees.txt" in told
    assert command(["why", "abc", "--warehouse", press.warehouse]) == USAGE
    assert "Like it" not in capsys.readouterr().err


def test_where_there_is_no_warehouse_none_is_made(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["why", "a.txt", "--warehouse", press.warehouse]) == FAILED
    assert "There is no warehouse" in capsys.readouterr().err
