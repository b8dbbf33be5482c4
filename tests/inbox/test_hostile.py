"""Whatever is dropped into the inbox, the run goes on: within its memory, writing nothing, the good files all there."""

import os
import resource
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tasks.engine import Engine, Guard, workers
from tasks.inbox import contents, read
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.listing import list_inbox
from tasks.records import Document, Extracted, Rejection
from tasks.shards.reading import Later, Reading, prepare, take_in, unreadable
from tasks.text.normalise import normalise
from tests.inbox.hostile import FILES, NAUGHTY, STORY, laughs, outside

GOOD = {f"good {number}.txt": f"{STORY}{number}" for number in range(5)}
GUARD = Guard(seconds=40, memory=1_000_000_000, prepare=prepare)
Results = dict[str, list[Document | Rejection | Later]]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them in one folder, the good files between them, and beside it a file that no one may touch."""
    folder = tmp_path_factory.mktemp("hostile") / "seeds"
    folder.mkdir()
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
    for name, text in GOOD.items():
        (folder / name).write_text(text)
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to("/etc/hostname")
    (folder / "loop").symlink_to(folder)
    return folder


@pytest.fixture(scope="module")
def results(inbox: Path) -> Results:
    """What became of each file, read as a run reads them."""
    before = everything(inbox.parent)
    listing = list_inbox(inbox)
    reading = Reading(str(inbox), (), date(2026, 11, 23), Rules())
    found: Results = {each.source.path: [each] for each in listing.rejections}
    with workers(Engine("processes", 2), GUARD) as crew:
        shards = [list(listing.sources[at : at + 4]) for at in range(0, len(listing.sources), 4)]
        for shard, each in zip(shards, crew.run(partial(take_in, reading=reading), shards, unreadable), strict=True):
            found |= {source.path: records for source, records in zip(shard, each, strict=True)}
    assert everything(inbox.parent) == before
    assert not Path("/tmp/escaped.txt").exists()
    assert not Path("/tmp/pwned").exists()
    return found


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*")) | set(Path.cwd().glob("*"))


@pytest.mark.parametrize("name", FILES)
def test_every_hostile_file_ends_as_something(name: str, results: Results) -> None:
    assert results[name]
    for each in results[name]:
        assert isinstance(each, Document | Rejection)
        if isinstance(each, Rejection):
            assert 0 < len(each.reason) <= 400
            assert "Broadsheet failed" not in each.reason
        else:
            assert len(each.text) <= Limits().characters


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("bomb.zip", "64 MB"),
        ("lying-small.zip", ""),
        ("bomb.txt.gz", "64 MB"),
        ("bomb.txt.bz2", "MB"),
        ("bomb.txt.xz", "64 MB"),
        ("bomb.txt.zst", "64 MB"),
        ("window.txt.zst", ""),
        ("overlapping.zip", ""),
        ("zip-of-bombs.zip", "times its size"),
        ("nested.zip", "archives within each other"),
        ("gzips.gz", "archives within each other"),
        ("attachments.eml", "more than 10,000 things"),
        ("cyclic.pdf", ""),
        ("garbage.pdf", ""),
        ("truncated.docx", ""),
        ("nulls.txt", "binary data"),
        ("deep.json", ""),
        ("pipe.txt", "neither a regular file nor a folder"),
        ("link.txt", "a link that leads out of the inbox"),
        ("loop", "a link inside the inbox"),
    ],
)
def test_what_is_beyond_the_limits_says_so(name: str, reason: str, results: Results) -> None:
    reasons = [each.reason for each in results[name] if isinstance(each, Rejection)]
    assert any(reason in each for each in reasons), reasons


def test_the_good_files_are_all_there(results: Results) -> None:
    for name in GOOD:
        (document,) = results[name]
        assert isinstance(document, Document)
    inner = [each for each in results["nested.zip"] if isinstance(each, Document)]
    assert len(inner) == 4
    assert [each.source.member for each in results["traversal.tar"] if isinstance(each, Document)][-1] == "good.txt"


def test_no_process_takes_more_than_a_gigabyte(results: Results) -> None:
    assert results
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1024 * 1024  # KiB


@pytest.fixture(scope="module")
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that were asked of it."""
    hits: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, format: str, *args: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", hits
    server.shutdown()
    thread.join()
    server.server_close()


ITEM = "<title>{story}</title><description>{story}&file;&page;</description>"
ENTRY = '<title>{story}</title><content src="{canary}/content">&file;</content><summary>{story}</summary>'
BODIES = {
    "a.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{story}&file;&page;</p></body></html>',
    "a.html": '<html><body><img src="{canary}/i"><iframe src="{canary}/f"></iframe><p>{story}</p></body></html>',
    "a.rss": f"<rss><channel><item>{ITEM}</item></channel></rss>",
    "a.atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{ENTRY}</entry></feed>',
}


@pytest.mark.parametrize(("name", "body"), BODIES.items())
def test_nothing_is_fetched_and_no_file_is_read(name: str, body: str, canary: tuple[str, list[str]]) -> None:
    address, hits = canary
    secret = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "no such name"
    page = outside(address) + body.format(story=STORY, canary=address)
    for found in contents(name, page.encode()):
        assert not isinstance(found, Extracted) or not secret or secret not in found.text
    assert hits == []


def test_laughs_are_not_multiplied() -> None:
    for name, text in (("a.xhtml", "<html><body><p>&a30;</p></body></html>"), ("a.svg", "<svg>&a30;</svg>")):
        for found in contents(name, (laughs() + text).encode()):
            assert not isinstance(found, Extracted) or len(found.text) < 10_000


@pytest.mark.parametrize("line", NAUGHTY)
@pytest.mark.parametrize("name", ["line.txt", "line.md", "line.html", "line.csv", "line.json"])
def test_naughty_strings_are_text(name: str, line: str) -> None:
    text = f"{STORY}\n{line}\n\n{STORY}"
    for found in contents(name, text.encode("utf-8", "surrogatepass")):
        if isinstance(found, Extracted):
            clean = normalise(found.text)
            assert "ferry left the harbour" in clean.text
            assert normalise(clean.text).text == clean.text


def test_a_line_of_a_gigabyte_is_not_read(tmp_path: Path) -> None:
    """Not on disk: a sparse file has its size, and takes no room."""
    with (tmp_path / "line.txt").open("wb") as file:
        file.truncate(1_000_000_000)
    (source,) = list_inbox(tmp_path).sources
    reading = Reading(str(tmp_path), (), date(2026, 11, 23), Rules())
    ((rejected,),) = take_in([source], reading)
    assert isinstance(rejected, Rejection)
    assert rejected.reason == "1,000 MB: larger than the 64 MB that one file may have (setting max_file_mb)"


def test_all_texts_of_one_file_together_are_bounded() -> None:
    rules = Rules(replace(Limits(), all_characters=1_000))
    found = list(contents("rows.csv", b"title,text\n" + b"a,something that was said\n" * 1_000, rules))
    assert isinstance(found[-1], Extracted) or "characters" in found[-1].reason
    assert sum(len(each.text) for each in found if isinstance(each, Extracted)) <= 1_000


def test_a_text_of_ten_million_letters_is_beyond_the_limit() -> None:
    with pytest.raises(Exception, match="more than the 5,000,000 characters that a document may have"):
        read("a.txt", b"a" * 10**7)
