"""A feed (RSS, Atom) in, the text of each of its entries out; an entry that gives only a headline is told of."""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from tasks.errors import Rejected
from tasks.inbox.decoders.plain import decode_text
from tasks.inbox.fields import counted, whole
from tasks.inbox.limits import Rules
from tasks.inbox.markup import seen
from tasks.records import Blob, Extracted, MetadataField, Refused

ORIGIN = "feed"
DECLARED = re.compile(r"(<\?xml[^>]*?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")
ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
MOST_AUTHORS = 20


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted | Refused]:
    """Each entry as a text named "entry 1", "entry 2"...; one that is broken off is read as far as it goes.

    Raises Rejected for what is larger than a page may be, and where there is no entry.
    """
    limits = rules.limits
    limits.check_markup(len(blob.data))
    declared = ENCODING.search(blob.data[:1024])
    decoded = decode_text(blob.data, limits, declared[1].decode("ascii") if declared else blob.charset)
    found = _parsed(decoded.text)
    if not found.entries:
        raise Rejected("decode", "a feed without an entry in it")
    number = counted(limits)
    for entry in found.entries:
        name = f"entry {next(number)}"
        text = whole(_text(entry))
        if not text.strip():
            yield Refused(name, "decode", "the feed gives only a headline, and no text")
            continue
        fields = tuple(_fields(entry, found.feed))
        yield Extracted(text, "feed", decoded.encoding, name, decoded.undecoded, fields)


def _parsed(text: str) -> Any:
    """The feed, from memory and in UTF-8: given a string, the library would take it for an address or a path."""
    import feedparser  # type: ignore[import-untyped]  # half a second, and few files are feeds

    data = DECLARED.sub(r"\1", text, count=1).lstrip().encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8"}
    stream = io.BytesIO(data)
    return feedparser.parse(stream, response_headers=headers, resolve_relative_uris=False, sanitize_html=False)


def _text(entry: Mapping[str, Any]) -> str:
    """The longest of what it gives as its content, and its summary where it gives none."""
    contents = [_seen(each) for each in entry.get("content", ())]
    detail = entry.get("summary_detail")
    return max(contents, key=len, default="") or (_seen(detail) if detail else "")


def _seen(detail: Mapping[str, Any]) -> str:
    value = str(detail.get("value", ""))
    return value.strip() if detail.get("type") == "text/plain" and "</" not in value else seen(value)


def _fields(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Iterator[MetadataField]:
    """What the feed says of an entry, under the names that metadata are known by."""
    published, updated = _date(entry, "published") or _date(entry, "created"), _date(entry, "updated")
    source = entry.get("source") or {}
    told = [("title", _words(entry.get("title"))), *(("author", each) for each in _authors(entry, feed))]
    told += [("date", published or updated), ("modified", updated if published else "")]
    told += [("url", _words(entry.get("link"))), ("publisher", _words(source.get("title") or feed.get("title")))]
    told += [("section", next((_words(each.get("term")) for each in entry.get("tags", ())), ""))]
    told += [("language", _words(feed.get("language")))]
    for name, value in told:
        if value and (name != "url" or value.startswith(("http://", "https://"))):
            yield MetadataField(name, value, ORIGIN)


def _authors(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> list[str]:
    """The people of the entry, and of the feed where the entry names none; an address only where there is no name."""
    people = [each for each in entry.get("authors", ()) if each] or [each for each in feed.get("authors", ()) if each]
    named = [_words(each.get("name") or each.get("email")) for each in people[:MOST_AUTHORS]]
    return [each for each in dict.fromkeys(named) if each]


def _words(value: Any) -> str:
    return " ".join(whole(seen(value)).split()) if isinstance(value, str) else ""


def _date(entry: Mapping[str, Any], name: str) -> str:
    """ISO 8601 with the zone that was written; in UTC where only the library could read it; "" for no date."""
    written = str(dict.get(entry, name) or "").strip()  # type: ignore[call-overload]  # its own `get` answers with another date
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written).isoformat() if len(written) > 10 else written if read(written) else ""
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    parsed = dict.get(entry, f"{name}_parsed")  # type: ignore[call-overload]
    return datetime(*parsed[:6]).replace(tzinfo=UTC).isoformat() if parsed else ""  # noqa: DTZ001 it gets one
