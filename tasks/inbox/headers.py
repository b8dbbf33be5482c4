"""The headers of a mail in, what they say of it as fields out: all words decoded, broken dates none."""

import re
from collections.abc import Iterator
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, getaddresses, parsedate_to_datetime

from tasks.inbox.encoding import decode
from tasks.records import MetadataField

ORIGIN = "header"
MOST_AUTHORS = 20
LONGEST = 2_000  # characters of a header that are kept
VIA = re.compile(r"\s+via\s+.{1,80}$", re.I)  # "Jane Doe via Announce": what a list makes of its senders
ZONE = re.compile(r"(?:[+-]\d{4}|\b[A-Z]{1,4})\)?\s*(?:\([^()]*\))?\s*$")
TURNED = re.compile(
    r"([^\W\d][\w'’-]*(?: [\w'’-]+)?), (?!(?:jr|sr|inc|ltd|llc|md|phd)\b)([^\W\d][\w.'’-]*(?: [\w.'’-]+)?)", re.I
)
LIST_ID = re.compile(r"\s*(?:\"?([^<>\"]*?)\"?\s*)<([^<>]+)>")
Mail = Message


def header(message: Mail, name: str) -> str:
    """The first header of that name on one line, its words decoded; "" where there is none."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return words(str(raw)[:LONGEST])


def words(raw: str) -> str:
    """A header's value with the words that stand encoded in it (RFC 2047) and bare eight-bit bytes decoded."""
    if any("\udc80" <= each <= "\udcff" for each in raw):
        raw = decode(raw.encode("utf-8", "surrogateescape")).text
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):  # base64 that is none: better as it stands than not at all
        parts = [(raw, None)]
    text = "".join(_part(value, charset or "") for value, charset in parts)
    return " ".join(text.replace("\0", "").split())


def _part(value: str | bytes, charset: str) -> str:
    if isinstance(value, str):
        return value
    if not charset:  # the bare words between the encoded ones
        return value.decode("raw-unicode-escape", "replace")
    return decode(value, charset).text


def fields_of(message: Mail) -> Iterator[MetadataField]:
    """Title, authors, date, publisher and address of a mail, under the names that metadata are known by."""
    told = [("title", header(message, "Subject")), *(("author", name) for name in _authors(message))]
    told += [("date", date_of(message)), ("publisher", _list(message))]
    told += [("url", _address(message)), ("language", header(message, "Content-Language"))]
    for name, value in told:
        if value:
            yield MetadataField(name, value, ORIGIN)


def _address(message: Mail) -> str:
    """Where it is archived, else its id as an address (RFC 2392); "" where it has neither."""
    archived, identity = (header(message, name).strip("<> ") for name in ("Archived-At", "Message-ID"))
    return archived or (f"mid:{identity}" if identity else "")


def date_of(message: Mail) -> str:
    """When it was sent, ISO 8601 with its zone where one is given; "" for a date that is none."""
    written = header(message, "Date")
    try:
        sent = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    if sent.year < 1970:
        return ""
    if not ZONE.search(written):
        return sent.replace(tzinfo=None).isoformat()
    return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).isoformat()  # "-0000" is UTC from who knows where


def _authors(message: Mail) -> Iterator[str]:
    """The names of those it is from, and the address of one who gives no name."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == "from"), "")
    for name, address in getaddresses([raw[:LONGEST]])[:MOST_AUTHORS]:
        written = VIA.sub("", words(name)).strip("\"' ")
        turned = TURNED.fullmatch(written)
        yield f"{turned[2]} {turned[1]}" if turned else written or words(address)


def _list(message: Mail) -> str:
    """The mailing list it came over: its name, and its identity where it has no name."""
    raw = header(message, "List-Id")
    found = LIST_ID.match(raw)
    return (found[1] or found[2]).strip() if found else raw


def filename(part: Mail) -> str:
    """The name that a part gives itself, in whichever of the four ways it is written; "" for none."""
    try:
        value = part.get_param("filename", None, "content-disposition") or part.get_param("name", None, "content-type")
    except (ValueError, IndexError, LookupError):
        return ""
    if not value:
        return ""
    name = words(collapse_rfc2231_value(value) if isinstance(value, tuple) else str(value))
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2]
