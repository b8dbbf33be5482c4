"""A crawl comes out as its pages and texts, and what pages are made of is passed over."""

import zlib

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard

from tasks.inbox import contents
from tasks.inbox.decoders import compressed, warc
from tasks.inbox.limits import Limits, Rules
from tasks.records import Blob, Refused
from tasks.text.given import given
from tests.inbox.making_mail import chunked, packed, record

SMALL = Rules(Limits(file_bytes=100_000, unpacked_bytes=1_000_000, ratio=10_000, ratio_from=50_000))
PAGE = b"<!DOCTYPE html><html><p>The page.</p></html>"
HERE = "https://example.org/a"


def found(*records: bytes) -> list[Blob | Refused]:
    return list(warc.decode(Blob("a.warc", b"".join(records)), SMALL))


def page(body: bytes = PAGE, **headers: str) -> bytes:
    return record("response", HERE, "text/html; charset=utf-8", body, **headers)


def test_a_page() -> None:
    (blob,) = found(record("warcinfo", "", "application/warc-fields", b"software: x"), page(Content_Language="en"))
    assert isinstance(blob, Blob)
    assert (blob.name, blob.member, blob.data) == ("page.html", HERE, PAGE)
    assert (blob.media_type, blob.charset) == ("text/html", "utf-8")
    assert [(each.name, each.value, each.origin) for each in blob.metadata] == [
        ("url", HERE, "crawl record"),
        ("language", "en", "header"),
    ]


def test_the_day_of_the_fetching_is_no_date_of_the_page() -> None:
    (blob,) = found(page())
    assert isinstance(blob, Blob)
    assert not {"published", "modified"} & {claim.field for claim in given(blob.metadata)}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (record("response", HERE, "application/xhtml+xml", PAGE), "page.html"),
        (record("response", HERE, "text/plain", b"text"), "page.txt"),
        (record("resource", HERE, "text/plain", b"text"), "page.txt"),
        (record("conversion", HERE, "text/plain", b"text"), "page.txt"),
        (record("response", HERE, "application/pdf", b"%PDF-1.4"), "page.pdf"),
        (record("response", HERE, "application/rss+xml", b"<rss>"), "feed.xml"),
        (record("response", HERE, "text/xml", b"<?xml version='1.0'?><rss >"), "feed.xml"),
        (record("response", HERE, "application/octet-stream", PAGE), "page.html"),
        (record("response", HERE, "TEXT/HTML", PAGE), "page.html"),
    ],
)
def test_texts(written: bytes, name: str) -> None:
    assert [each.name for each in found(written)] == [name]


@pytest.mark.parametrize(
    "written",
    [
        record("response", HERE, "text/css", b"p {}"),
        record("response", HERE, "application/javascript", b"x"),
        record("response", HERE, "image/png", b"\x89PNG"),
        record("response", HERE, "application/json", b"{}"),
        record("response", HERE, "text/xml", b"<?xml version='1.0'?><urlset>"),
        record("response", HERE, "text/html", PAGE, status="404 Not Found"),
        record("response", HERE, "text/html", PAGE, status="301 Moved"),
        record("response", HERE, "text/html", b" "),
        record("response", "https://example.org/robots.txt", "text/plain", b"User-agent: *"),
        record("revisit", HERE, "text/html", b""),
        record("request", HERE, "application/http; msgtype=request", b"GET /a HTTP/1.1\r\n\r\n"),
        record("metadata", HERE, "text/plain", b"text"),
        record("resource", "urn:x-crawler:log", "text/plain", b"text"),
    ],
)
def test_what_is_passed_over(written: bytes) -> None:
    assert [each.name for each in found(written, page())] == ["page.html"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(PAGE), {"Transfer_Encoding": "chunked"}),
        (PAGE, {"Transfer_Encoding": "chunked"}),
        (packed(PAGE), {"Content_Encoding": "gzip"}),
        (packed(PAGE), {"Content_Encoding": "x-gzip"}),
        (chunked(packed(PAGE)), {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE)[2:-4], {"Content_Encoding": "deflate"}),
        (brotli.compress(PAGE), {"Content_Encoding": "br"}),
        (packed(PAGE, "zstd"), {"Content_Encoding": "zstd"}),
        (packed(brotli.compress(PAGE)), {"Content_Encoding": "br, gzip"}),
        (PAGE, {"Content_Encoding": "gzip"}),
        (PAGE, {"Content_Encoding": "br"}),
        (PAGE, {"Content_Encoding": "identity"}),
    ],
)
def test_the_transport_is_undone(body: bytes, headers: dict[str, str]) -> None:
    (blob,) = found(page(body, **headers))
    assert isinstance(blob, Blob)
    assert blob.data == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_a_bomb_in_a_record_leaves_the_others(encoding: str) -> None:
    pack = {"gzip": packed, "br": brotli.compress, "deflate": zlib.compress}[encoding]
    bomb, after = found(page(pack(b"\0" * 20_000_000), Content_Encoding=encoding), page())
    assert bomb == Refused(HERE, "limits", "it unpacks to more than the 0 MB of one file")
    assert isinstance(after, Blob)


def test_a_damaged_record_leaves_the_others() -> None:
    """Its length is right and its frames are whole: only the checksum tells."""
    data = bytearray(zstandard.ZstdCompressor(write_checksum=True).compress(PAGE))
    data[-1] ^= 0xFF
    damaged, after = found(page(bytes(data), Content_Encoding="zstd"), page())
    assert damaged == Refused(HERE, "decode", "its compression is damaged")
    assert isinstance(after, Blob)


def test_a_record_too_large_leaves_the_others() -> None:
    video = record("response", HERE, "video/mp4", b"\0" * 300_000)
    assert [each.name for each in found(video, page(b"a" * 200_000), page())] == [HERE, "page.html"]


@pytest.mark.parametrize("together", [True, False])
def test_a_compressed_crawl_is_read_record_by_record(together: bool) -> None:
    records = [page() for _ in range(30)]
    data = packed(b"".join(records)) if together else b"".join(map(packed, records))
    found = list(compressed.decode(Blob("a.warc.gz", data), SMALL))
    assert [each.data for each in found if isinstance(each, Blob)] == [PAGE] * 30


def test_a_crawl_may_be_larger_than_a_file() -> None:
    """Only what is kept whole is held to that."""
    records = [record("response", HERE, "text/html", bytes(range(256)) * 300) for _ in range(5)]
    rules = Rules(Limits(file_bytes=100_000, unpacked_bytes=500_000))
    assert len(list(compressed.decode(Blob("a", packed(b"".join(records))), rules))) == 5


def test_a_crawl_without_end_is_put_out() -> None:
    data = packed(page() * 5_000)
    *_, last = contents("a.warc.gz", data, Rules(Limits(unpacked_bytes=20_000)))
    assert isinstance(last, Refused)
    assert last.stage == "limits"


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.7, 0.95])
def test_a_crawl_that_breaks_off(compress: bool, share: float) -> None:
    whole = packed(page()) if compress else page()
    decode = compressed.decode if compress else warc.decode
    found = list(decode(Blob("a", whole + whole[: int(share * len(whole))]), SMALL))
    assert isinstance(found[0], Blob)
    assert found[-1] == Refused("", "decode", warc.DAMAGED)


def test_a_damaged_record_head() -> None:
    blob, refused = found(page(), b"nonsense\r\n\r\n")
    assert isinstance(blob, Blob)
    assert refused == Refused("", "decode", warc.DAMAGED)
