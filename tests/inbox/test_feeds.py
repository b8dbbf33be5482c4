"""A feed comes out as its entries, whatever entities it tries and however it breaks off."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tasks.errors import Rejected
from tasks.inbox import contents, read
from tasks.inbox.decoders import feed
from tasks.inbox.limits import Limits, Rules
from tasks.records import Blob, Extracted, Refused
from tests.inbox import making_mail as making

ITEM = (
    "<title>A &amp;amp; B</title><link>https://example.org/a</link><dc:creator>Jane Doe</dc:creator>"
    "<category>Politics</category><category>Town</category><pubDate>Thu, 07 Nov 2019 10:00:00 +0100</pubDate>"
    "<description>Short.</description><enclosure url='https://example.org/a.mp3' type='audio/mpeg' length='1'/>"
    "<content:encoded><![CDATA[<p>The <b>whole</b> text.</p><p>Two.</p><script>x</script>]]></content:encoded>"
)
ENTRY = (
    "<title type='html'>The &lt;i&gt;new&lt;/i&gt; hall</title><link rel='alternate' href='https://example.org/b'/>"
    "<published>2019-11-07T10:00:00+01:00</published><updated>2019-11-08T10:00:00Z</updated>"
    "<author><name>Jane Doe</name></author><author><name>Bob Roe</name></author>"
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One</p><p>Two</p></div></content>"
)


def fields(found: Extracted) -> list[tuple[str, str]]:
    assert {each.origin for each in found.metadata} == {"feed"}
    return [(each.name, each.value) for each in found.metadata]


def test_an_item_of_rss() -> None:
    (found,) = read("a.xml", making.rss(ITEM))
    assert (found.name, found.format, found.text) == ("entry 1", "feed", "The whole text.\n\nTwo.")
    assert fields(found) == [
        ("title", "A & B"),
        ("author", "Jane Doe"),
        ("date", "2019-11-07T10:00:00+01:00"),
        ("url", "https://example.org/a"),
        ("publisher", "The Gazette"),
        ("section", "Politics"),
        ("language", "en-gb"),
    ]


def test_an_entry_of_atom() -> None:
    (found,) = read("a.xml", making.atom(ENTRY))
    assert found.text == "One\n\nTwo"
    assert fields(found) == [
        ("title", "The new hall"),
        ("author", "Jane Doe"),
        ("author", "Bob Roe"),
        ("date", "2019-11-07T10:00:00+01:00"),
        ("modified", "2019-11-08T10:00:00+00:00"),
        ("url", "https://example.org/b"),
        ("publisher", "The Gazette"),
    ]


def test_an_entry_with_a_headline_only() -> None:
    data = making.rss(
        "<title>a</title><link>https://example.org/</link>", "<title>b</title><description>c</description>"
    )
    first, second = contents("a.rss", data)
    assert first == Refused("entry 1", "decode", "the feed gives only a headline, and no text")
    assert isinstance(second, Extracted)
    assert (second.name, second.text) == ("entry 2", "c")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Thu, 07 Nov 2019 10:00:00 GMT", "2019-11-07T10:00:00+00:00"),
        ("Thu, 07 Nov 2019 10:00 EST", "2019-11-07T10:00:00-05:00"),
        ("2019-11-07T10:00:00Z", "2019-11-07T10:00:00+00:00"),
        ("2019-11-07", "2019-11-07"),
        ("soon", ""),
    ],
)
def test_dates(written: str, date: str) -> None:
    (found,) = read("a.rss", making.rss(f"<description>text</description><pubDate>{written}</pubDate>"))
    assert dict(fields(found)).get("date", "") == date


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-8", "utf-16"])
def test_encodings(encoding: str) -> None:
    (found,) = read("a.rss", making.rss("<description>Le café élevé</description>", encoding=encoding))
    assert found.text == "Le café élevé"


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    data = making.rss(ITEM, ITEM)
    first, *_ = contents("a.rss", data[: len(data) - 400])
    assert isinstance(first, Extracted)
    assert first.text == "The whole text.\n\nTwo."


def test_marks_that_are_not_escaped() -> None:
    (found,) = read("a.rss", making.rss("<description>Fish & chips <br> & peas</description>"))
    assert found.text == "Fish & chips\n& peas"


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """An address on loopback, and who asked for it."""
    asked: list[str] = []

    class Counting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Counting)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/canary", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_no_entity_and_no_address_is_followed(canary: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = canary
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for outside in (address, f"file://{secret}", str(secret)):
        doctype = (
            f'<!DOCTYPE rss SYSTEM "{outside}" [<!ENTITY x SYSTEM "{outside}"> <!ENTITY % y SYSTEM "{outside}"> %y;]>'
        )
        data = making.rss("<description>see &x; there</description>").replace(b"<rss", doctype.encode() + b"\n<rss", 1)
        found = list(contents("a.rss", data))
        assert "secret" not in str([each for each in found if isinstance(each, Extracted)])
    for name in (address, f"file://{secret}"):
        with pytest.raises(Rejected):
            list(feed.decode(Blob("a.rss", name.encode()), Rules()))
    assert asked == []


def test_a_thousand_laughs() -> None:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    doctype = f'<!DOCTYPE rss [<!ENTITY a "ha">{entities}]>'
    data = making.rss("<description>see &j; there</description>").replace(b"<rss", doctype.encode() + b"\n<rss", 1)
    assert all(len(each.text) < 1000 for each in contents("a.rss", data) if isinstance(each, Extracted))


def test_a_feed_too_large_or_too_long() -> None:
    with pytest.raises(Rejected, match="more than the 0 MB of markup that a document may have"):
        read("a.rss", making.rss(ITEM), Rules(Limits(markup_bytes=100)))
    *_, last = contents("a.rss", making.rss(*[ITEM] * 5), Rules(Limits(members=3)))
    assert isinstance(last, Refused)
    assert "more than 3" in last.reason


def test_a_feed_without_entries() -> None:
    with pytest.raises(Rejected, match="without an entry"):
        read("a.rss", making.rss())
