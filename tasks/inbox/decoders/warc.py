"""A crawl (WARC) in, its pages and texts out one at a time, each with its address; what pages are made of is left."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import brotli  # type: ignore[import-untyped]
import zstandard

from tasks.errors import Rejected
from tasks.inbox.formats import FEED, WEB_PAGE
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.streams import Brotli, Inflating, Metered, Renewed, Streams, opened
from tasks.inbox.unpacking import CHUNK, Exhausted, inflate
from tasks.records import Blob, MetadataField, Refused

ORIGIN = "crawl record"
HELD = frozenset({"response", "resource", "conversion"})  # the others tell of the crawl, or of what was there before
NAMES = {  # the types that are texts by themselves; scripts, styles, pictures and fonts are parts of pages
    "text/html": "page.html", "application/xhtml+xml": "page.html", "text/plain": "page.txt",
    "text/markdown": "page.md", "application/pdf": "page.pdf", "application/rss+xml": "feed.xml",
    "application/atom+xml": "feed.xml", "application/epub+zip": "book.epub", "application/msword": "page.doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "page.docx",
    "application/vnd.oasis.opendocument.text": "page.odt", "application/rtf": "page.rtf", "text/rtf": "page.rtf",
}  # fmt: skip
UNTOLD = frozenset({"", "text/xml", "application/xml", "application/octet-stream"})  # a page or a feed by its content
ADDRESS = re.compile(r"(?:https?|ftp|file)://", re.I)  # "urn:" and "metadata:" are notes of the crawler
ROBOTS = re.compile(r"https?://[^/]+/(?:robots|ads|humans)\.txt(?:\?|$)", re.I)  # notes to machines
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.I)
ODD = (AttributeError, TypeError)  # what warcio meets in a record without an address or a type
DAMAGED = "the crawl file is damaged or breaks off here: the rest was not read"


def decode(blob: Blob, rules: Rules) -> Iterator[Blob | Refused]:
    """The pages, texts and documents of the crawl in their order, and those that could not be unpacked."""
    yield from records(Metered(io.BytesIO(blob.data), len(blob.data), rules.limits), rules.limits)


def records(stream: Renewed, limits: Limits) -> Iterator[Blob | Refused]:
    """As `decode`, from what is being unpacked; each record is kept to the size of one file."""
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # half a second, and rare
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
    from warcio.statusandheaders import StatusAndHeadersParserException  # type: ignore[import-untyped]

    try:
        iterator = ArchiveIterator(stream)
        for record in iterator:
            stream.renew()
            if name := _name(record):
                yield from _page(record, name, limits)
            while record.raw_stream.read(CHUNK):
                stream.renew()
            if record.length is None or getattr(record.raw_stream, "limit", False):
                raise EOFError
            stream.renew()
        if iterator.next_line:  # another record begins, and its head breaks off
            raise EOFError
    except Exhausted:
        raise
    except (ArchiveLoadFailed, StatusAndHeadersParserException, Rejected, EOFError, ValueError, zlib.error, *ODD):
        yield Refused("", "decode", DAMAGED)


def _name(record: Any) -> str:
    """A name for what the record holds, with the suffix of its type; "" for what is no text by itself."""
    address = _header(record.rec_headers, "WARC-Target-URI").strip("<>")
    if record.rec_type not in HELD or not ADDRESS.match(address) or ROBOTS.match(address):
        return ""
    if record.http_headers and record.http_headers.get_statuscode() != "200":
        return ""
    media_type = _type(record).split(";")[0].strip().lower()
    return NAMES.get(media_type, "page" if media_type in UNTOLD else "")


def _page(record: Any, name: str, limits: Limits) -> Iterator[Blob | Refused]:
    address = _header(record.rec_headers, "WARC-Target-URI").strip("<>")
    try:
        data = _payload(record, limits)
    except (Rejected, zlib.error, zstandard.ZstdError) as why:
        reason = str(why) if isinstance(why, Rejected) else "its compression is damaged"
        yield Refused(address, getattr(why, "stage", "decode"), reason)
        return
    if name == "page":
        head = data[:CHUNK].decode("latin-1").removeprefix("\xef\xbb\xbf")
        name = "feed.xml" if FEED.match(head) else "page.html" if WEB_PAGE.match(head) else ""
    if not name or not data.strip():
        return
    declared = _type(record)
    charset = CHARSET.search(declared)
    media_type = "text/html" if name == "page.html" else declared.split(";")[0].strip().lower()
    fields = (  # not its WARC-Date: when a page was fetched is not when it was published
        MetadataField("url", address, ORIGIN),
        MetadataField("language", _header(record.http_headers, "Content-Language"), "header"),
    )
    told = tuple(each for each in fields if each.value)
    yield Blob(name, data, address, media_type, charset[1] if charset else "", told)


def _type(record: Any) -> str:
    if record.http_headers:
        return _header(record.http_headers, "Content-Type")
    return _header(record.rec_headers, "Content-Type")


def _header(headers: Any, name: str) -> str:
    return (headers.get_header(name) or "").strip() if headers else ""


def _payload(record: Any, limits: Limits) -> bytes:
    """The body as the server meant it: the chunks and the compressions of its transport undone. Raises Rejected."""
    from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]

    data = inflate(record.raw_stream, limits)
    if _header(record.http_headers, "Transfer-Encoding").lower() == "chunked":
        data = inflate(ChunkedDataReader(io.BytesIO(data)), limits)
    for encoding in reversed(_header(record.http_headers, "Content-Encoding").lower().split(",")):
        data = _without(encoding.strip(), data, limits)
    return data


def _without(encoding: str, data: bytes, limits: Limits) -> bytes:
    """The data unpacked; as it was where the crawler has unpacked it already and kept the header."""
    if encoding in ("gzip", "x-gzip", "zstd") and data.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")):
        return inflate(opened(data), limits)
    if encoding == "deflate":
        wrapped = data[:1] == b"\x78" and int.from_bytes(data[:2], "big") % 31 == 0
        try:
            return inflate(Streams(data, lambda: Inflating(15 if wrapped else -15), b""), limits)
        except zlib.error:
            return data
    if encoding == "br":
        try:
            return inflate(Streams(data, Brotli, b""), limits)
        except brotli.error:
            return data
    return data
