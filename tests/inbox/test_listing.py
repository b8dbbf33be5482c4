"""The inbox is listed and read without following links, waiting for nothing and tripping over no name."""

import json
import os
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tasks.errors import Rejected, Waiting
from tasks.inbox.limits import Limits
from tasks.inbox.listing import list_inbox, printable, read_bytes, settled
from tasks.records import Source

CASES = json.loads((Path(__file__).parents[1] / "cases" / "listing.json").read_text())
LIMITS = Limits(file_bytes=1000)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "inbox"


def only(inbox: Path) -> Source:
    (source,) = list_inbox(inbox).sources
    return source


@pytest.mark.parametrize("row", [pytest.param(row, id=row["label"]) for row in CASES])
def test_names(inbox: Path, row: dict[str, Any]) -> None:
    try:
        (inbox / row["name"]).write_text("text")
    except OSError:
        pytest.skip("this file system takes no such name")
    listing = list_inbox(inbox)
    assert [each.path for each in listing.sources] == ([row["name"]] if row["listed"] else [])
    assert listing.rejections == ()
    for source in listing.sources:
        assert read_bytes(inbox, source, LIMITS) == b"text"
        assert printable(source.path) == row.get("printed", row["name"])


def test_folders_are_walked_in_one_order(inbox: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a.txt", "b/.git/x.txt", "c.part/x.txt"):
        (inbox / name).parent.mkdir(exist_ok=True, parents=True)
        (inbox / name).write_text(name)
    listing = list_inbox(inbox)
    assert [each.path for each in listing.sources] == ["a.txt", "a/1.txt", "b/2.txt"]
    assert [each.size for each in listing.sources] == [5, 7, 7]


def test_what_is_no_file_is_rejected(inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "out.txt").symlink_to(inbox.parent / "secret.txt")
    (inbox / "folder").symlink_to(inbox.parent)
    (inbox / "lost.txt").symlink_to("nowhere")
    (inbox / "here.txt").write_text("text")
    (inbox / "again.txt").symlink_to("here.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(inbox / "s"))
        listing = list_inbox(inbox)
    assert [each.path for each in listing.sources] == ["here.txt"]
    reasons = {each.source.path: each.reason for each in listing.rejections}
    assert list(reasons) == ["again.txt", "folder", "lost.txt", "out.txt", "pipe.txt", "s"]
    assert "out of the inbox" in reasons["out.txt"]
    assert "out of the inbox" in reasons["folder"]
    assert "inside the inbox" in reasons["again.txt"]
    assert "pipes" in reasons["pipe.txt"]
    assert {each.stage for each in listing.rejections} == {"list"}
    assert len({each.id for each in listing.rejections}) == 6


def test_an_inbox_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="cannot be read"):
        list_inbox(tmp_path / "nowhere")


def test_a_link_is_not_opened_whatever_the_listing_said(inbox: Path) -> None:
    (inbox / "a.txt").write_text("text")
    source = only(inbox)
    (inbox / "a.txt").unlink()
    (inbox / "a.txt").symlink_to(inbox.parent / "secret.txt")
    with pytest.raises(Rejected, match="links"):
        read_bytes(inbox, source, LIMITS)


def test_a_folder_that_became_a_link_is_not_entered(inbox: Path) -> None:
    (inbox / "f").mkdir()
    (inbox / "f" / "secret.txt").write_text("harmless")
    source = only(inbox)
    (inbox / "f" / "secret.txt").unlink()
    (inbox / "f").rmdir()
    (inbox / "f").symlink_to(inbox.parent)
    with pytest.raises(Rejected):
        read_bytes(inbox, source, LIMITS)


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/passwd", "a/../../secret.txt", "", ".", "a//b"])
def test_paths_that_lead_out(inbox: Path, path: str) -> None:
    with pytest.raises(Rejected, match="out of the inbox"):
        read_bytes(inbox, Source(path, 6, 0), LIMITS)


def test_a_pipe_is_not_waited_for(inbox: Path) -> None:
    os.mkfifo(inbox / "a.txt")
    with pytest.raises(Rejected, match="regular file"):
        read_bytes(inbox, Source("a.txt", 0, 0), LIMITS)


def test_a_file_that_vanished_is_met_again(inbox: Path) -> None:
    (inbox / "a.txt").write_text("text")
    source = only(inbox)
    (inbox / "a.txt").unlink()
    with pytest.raises(Waiting, match="vanished"):
        read_bytes(inbox, source, LIMITS)


def test_a_file_that_grew_is_met_again(inbox: Path) -> None:
    (inbox / "a.txt").write_text("text")
    source = only(inbox)
    with (inbox / "a.txt").open("a") as file:
        file.write("more")
    with pytest.raises(Waiting, match="still changing"):
        read_bytes(inbox, source, LIMITS)


def test_a_file_rewritten_to_the_same_size_is_met_again(inbox: Path) -> None:
    (inbox / "a.txt").write_text("text")
    source = only(inbox)
    os.utime(inbox / "a.txt", ns=(0, source.modified + 1))
    with pytest.raises(Waiting):
        read_bytes(inbox, source, LIMITS)


def test_a_file_too_large_is_not_read(inbox: Path) -> None:
    """200 MB without a byte on the disk."""
    with (inbox / "a.txt").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(Rejected, match="200 MB: larger than the 64 MB") as rejected:
        read_bytes(inbox, only(inbox), Limits())
    assert rejected.value.stage == "limits"


def test_a_file_that_may_not_be_read(inbox: Path) -> None:
    (inbox / "a.txt").write_text("text")
    (inbox / "a.txt").chmod(0)
    if os.access(inbox / "a.txt", os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(Rejected, match="cannot be read") as rejected:
        read_bytes(inbox, only(inbox), LIMITS)
    assert not isinstance(rejected.value, Waiting)


def test_settled() -> None:
    source = Source("a.txt", 1, 10_000)
    assert not settled(source, 10_000, 500)
    assert not settled(source, 10_499, 500)
    assert settled(source, 10_500, 500)
    assert not settled(replace(source, modified=10_900), 10_500, 500)
    assert settled(replace(source, modified=90_000), 10_500, 500), "a date in the future is a clock's mistake"
