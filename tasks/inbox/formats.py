"""Bytes, the name and the type they came under in, the format they are read as out: content first, name second."""

import codecs
import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from tasks.errors import Rejected
from tasks.inbox.sniff import signed, unread_kind
from tasks.records import Blob

# What a name or a declared type says, asked only of bytes that do not say themselves what they are.
SUFFIXES: Mapping[str, str] = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".asp": "html", ".aspx": "html",
    ".php": "html", ".jsp": "html", ".mht": "mail", ".mhtml": "mail", ".eml": "mail", ".mbox": "mbox",
    ".json": "json", ".jsonl": "json lines", ".ndjson": "json lines", ".csv": "csv", ".tsv": "csv", ".tab": "csv",
    ".rss": "feed", ".atom": "feed",
}  # fmt: skip
TYPES: Mapping[str, str] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown", "text/csv": "csv",
    "text/tab-separated-values": "csv", "application/json": "json", "application/x-ndjson": "json lines",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "message/rfc822": "mail",
}  # fmt: skip

CODE = frozenset((".js", ".mjs", ".css", ".map"))
HEAD = 4096  # bytes that are enough to tell
PROLOGUE = r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*)*(?:<\?[^>]{0,300}\?>\s*)*"
DOCTYPE = r"(?:<!doctype[^>\[]{0,300}(?:\[.{0,2000}?\]\s*)?>\s*)?(?:<!--.{0,1000}?-->\s*)*"
WEB_PAGE = re.compile(rf"{PROLOGUE}(?:<!doctype\s+html\b|{DOCTYPE}<(?:html|head|body)[\s>])", re.I | re.S)
FEED = re.compile(rf"{PROLOGUE}{DOCTYPE}<(?:rss[\s>]|(?:\w+:)?feed[\s>]|rdf:RDF[\s>])", re.I | re.S)
XML = re.compile(r"\s*<\?xml\s", re.I)
ENVELOPE = (  # "From jane@example.org Thu Nov  7 10:00:00 2019", and a header below it
    r"From (?:[^\r\n]{0,200}[ \t])?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?[ \t]+"
    r"(?:[A-Z][a-z]{2}[ \t]+\d{1,2}|\d{1,2}[ \t]+[A-Z][a-z]{2})[ \t][^\r\n]{0,20}\d{1,2}:\d\d"
    r"[^\r\n]{0,40}\r?\n(?=>?[\w-]+:|>From )"
)
MBOX = re.compile(rf"\s*{ENVELOPE}")
HEADER = re.compile(r"([A-Za-z][\w-]{1,40}):[ \t].*(?:\r?\n[ \t]+.*)*\r?\n?")
OF_MAIL = frozenset((
    "received", "return-path", "delivered-to", "message-id", "mime-version", "content-type", "from", "to", "subject",
    "date", "x-mailer", "reply-to", "dkim-signature", "cc", "sender", "snapshot-content-location",
))  # fmt: skip
ONLY_OF_MAIL = frozenset(("received", "return-path", "delivered-to", "message-id", "mime-version", "dkim-signature"))
JSON_BEGINS = re.compile(r"\s*[\[{]\s*[\"{\[\]}\d]")

PACKED: Mapping[str, str] = {  # the first entry of such a ZIP is called "mimetype", and says it
    "application/epub+zip": "epub",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
}
PLAINLY = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
MOST_PARTS = 100_000  # entries: each takes a kilobyte of memory, and no document has so many parts
OFFICE = (("word/document.xml", "docx"), ("xl/workbook.xml", "a spreadsheet"), ("ppt/presentation.xml", "slides"))


def format_of(blob: Blob) -> str:
    """The key in the table of decoders. Raises Rejected for what is of a known kind that is not read."""
    if kind := signed(blob.data):
        return _packed(blob) if kind == "zip" else kind
    if what := unread_kind(blob.data):
        raise Rejected("decode", f"{what}: this format is not read")
    head = _head(blob.data)
    named = _named(blob)
    kind = _written(head, blob) or named
    if not kind:
        _refuse_code(blob)
    return kind or "text"


def _refuse_code(blob: Blob) -> None:
    """Scripts and styles are text to a machine and to nobody else: beside a saved page they lie by the dozen."""
    suffix = PurePosixPath(blob.name).suffix.lower()
    if suffix in CODE or blob.media_type.lower() in ("text/css", "text/javascript", "application/javascript"):
        raise Rejected("decode", "a script or a style sheet: this format is not read")


def _named(blob: Blob) -> str:
    """What its name says, and where that says nothing the type that was declared for it."""
    suffix = PurePosixPath(blob.name).suffix.lower()
    return SUFFIXES.get(suffix) or TYPES.get(blob.media_type.lower()) or ""


def _head(data: bytes) -> str:
    """The beginning as text that marks can be looked for in, whatever its encoding."""
    head = data[:HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    if head[1:2] == b"\0" and head[:1] == b"<":
        return head.decode("utf-16-le", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _written(head: str, blob: Blob) -> str:
    """What the text itself says it is; "" where it may be plain text."""
    if FEED.match(head):
        return "feed"
    if WEB_PAGE.match(head):
        return "html"
    if XML.match(head) and _named(blob) not in ("html", "feed"):
        raise Rejected("decode", "XML that is neither a page nor a feed: this format is not read")
    if MBOX.match(head):
        return "mbox"
    if _is_mail(head):
        return "mail"
    if JSON_BEGINS.match(head) and _named(blob) in ("", "json", "json lines"):
        return _json(head, blob.data)
    return ""


def _is_mail(head: str) -> bool:
    """Whether it begins with headers, of which some are of mail and of nothing else."""
    names = []
    place = 0
    while found := HEADER.match(head, place):
        names.append(found[1].lower())
        place = found.end()
    ended = place >= len(head) or head[place : place + 2].strip("\r\n") == "" or head[place] in "\r\n"
    known = OF_MAIL.intersection(names)
    return ended and len(known) >= 2 and (bool(ONLY_OF_MAIL & known) or {"from", "subject", "date"} <= known)


def _json(head: str, data: bytes) -> str:
    """JSON, or JSON Lines, where the first line or the whole is valid; "" for a text that only begins so."""
    line, more = data.split(b"\n", 1) if b"\n" in data else (data, b"")
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return "json" if re.match(r"\s*(?:\{\s*\"|\[\s*[\[{\"])", head) and data.rstrip()[-1:] in b"]}" else ""
    return "json lines" if more.lstrip()[:1] in (b"{", b"[") and line.lstrip()[:1] == b"{" else "json"


def _packed(blob: Blob) -> str:
    """What a ZIP holds: an office document, a book, or files. One with a very long list is left to its decoder."""
    if blob.data.count(b"PK\x01\x02") > MOST_PARTS:
        return "zip"
    try:
        with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
            names = archive.namelist()
            if names[:1] == ["mimetype"] and archive.infolist()[0].compress_type in PLAINLY:
                with archive.open("mimetype") as file:  # a few bytes, whatever its header declares
                    declared = file.read(200).decode("latin-1").strip()
                if declared in PACKED:
                    return PACKED[declared]
                if declared.startswith("application/vnd.oasis."):
                    raise Rejected("decode", "an OpenDocument file that is no text: this format is not read")
    except Rejected:
        raise
    except Exception:  # noqa: BLE001 a damaged archive is told of by the decoder that opens it
        return "zip"
    for part, kind in OFFICE:
        if part in names:
            if " " in kind or kind == "slides":
                raise Rejected("decode", f"{kind}: this format is not read")
            return kind
    return "zip"
