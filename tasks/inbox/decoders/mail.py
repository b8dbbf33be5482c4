"""A mail in, what its sender wrote and the files it carries out; of a page saved as MHTML, the page alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message
from pathlib import PurePosixPath

from tasks.errors import Rejected
from tasks.inbox.decoders.plain import decode_text
from tasks.inbox.encoding import Decoded
from tasks.inbox.headers import ORIGIN, fields_of, filename, header
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.mail_parts import ENCRYPTED, MAILS, PAGES, leaves, parse, parts_of, payload
from tasks.inbox.markup import text_of
from tasks.inbox.quoting import joined, own_words
from tasks.records import Blob, Extracted, MetadataField, Refused

SUFFIXES = {  # for a file without a name
    "application/pdf": ".pdf", "text/plain": ".txt", "text/html": ".html", "text/csv": ".csv",
    "application/rtf": ".rtf", "application/json": ".json", "application/zip": ".zip", "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx", "text/markdown": ".md",
    "application/vnd.oasis.opendocument.text": ".odt", "application/epub+zip": ".epub", "image/jpeg": ".jpg",
    "image/png": ".png",
}  # fmt: skip
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]+)", re.I)
HTML_BEGINS = re.compile(r"\s*(?:<!doctype html|<html|<head|<body)", re.I)
STUB = re.compile(
    r"(?:view|see|read|open|display|visit|click|trouble|problem|unable|cannot|can't).{0,80}"
    r"(?:browser|online|web ?(?:page|version|site)|html|link|http)"
    r"|html (?:e-?mail|message|version|format)|(?:support|enable|compatible).{0,20}html|multi-part message"
    r"|im browser|dans (?:votre|un) navigateur|en (?:su|el|tu) navegador",
    re.I | re.S,
)
STUB_WORDS = 60  # more words than that are a text, whatever they begin with
ATTRIBUTION = re.compile(r"\b(?:gmail_attr|yahoo_quoted|moz-cite-prefix|moz-signature|gmail_signature)\b")
SAVED = re.compile(r"saved by", re.I)


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted | Blob | Refused]:
    """The text of the mail, then its attachments and the mails in it, each naming it as its parent.

    Quoted mails, signatures and what only decorates are left out, as is one of two ways in which the same text is
    given. Raises Rejected for a mail that is encrypted or has neither a text nor a file.
    """
    message = parse(blob.data)
    if _is_saved_page(message, blob.name):
        yield _page(message, blob.name)
        return
    parts = parts_of(message)
    fields = tuple(fields_of(message))
    parent = None
    try:
        if found := _text(parts.bodies, message, rules.limits):
            yield Extracted(found.text, "mail", found.encoding, undecoded=found.undecoded, metadata=fields)
            parent = ""
    except Rejected as why:
        yield Refused("", why.stage, why.reason)
    if parent is None and not parts.others:
        raise Rejected("decode", "a mail without a text and without a file that is one")
    for number, part in enumerate(parts.others, 1):
        yield _attachment(part, number, fields, parent)


def _text(bodies: Sequence[tuple[Message, ...]], message: Message, limits: Limits) -> Decoded | None:
    """What the sender wrote in all the bodies; None where that is nothing."""
    subject = header(message, "Subject")
    answers = any(message.get(name) for name in ("In-Reply-To", "References"))
    read = [each for body in bodies if (each := _chosen([_read(part, limits) for part in body])).text.strip()]
    whole = "\n\n".join(own_words(each.text, subject, bool(answers)) for each in read)
    if not read or not whole.strip():
        return None
    return Decoded(whole, read[0].encoding, sum(each.undecoded for each in read))


def _chosen(ways: Sequence[tuple[str, Decoded]]) -> Decoded:
    """Of the same text as plain and as marked up, the plain one, if it is there and not only sends to the other."""
    plain = [each for kind, each in ways if kind == "text/plain" and each.text.strip()]
    pages = [each for kind, each in ways if kind != "text/plain" and each.text.strip()]
    if plain and not (pages and _is_stub(plain[0].text, pages[0].text)):
        return plain[0]
    return next(iter(pages), Decoded("", "ascii"))


def _is_stub(plain: str, page: str) -> bool:
    """Whether the plain text only says that there is a text elsewhere."""
    count, other = len(plain.split()), len(page.split())
    return count <= STUB_WORDS and other > 3 * count and (count <= 5 or bool(STUB.search(plain)))


def _read(part: Message, limits: Limits) -> tuple[str, Decoded]:
    """The type of a part and its text, of a marked-up one what a reader would see. Raises Rejected for no text."""
    data = payload(part)
    kind = part.get_content_type()
    if not data.strip():
        return kind, Decoded("", "ascii")
    meta = CHARSET.search(data, 0, 4096) if kind in PAGES else None
    found = decode_text(data, limits, part.get_content_charset("") or (meta[1].decode("ascii") if meta else ""))
    text = found.text
    if kind in PAGES or HTML_BEGINS.match(text):
        text = text_of(text, _quotes) or text_of(text)
    elif str(part.get_param("format", "")).lower() == "flowed":
        text = joined(text, str(part.get_param("delsp", "")).lower() == "yes")
    return kind, Decoded(text, found.encoding, found.undecoded)


def _quotes(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element holds the mail that is answered, or says whose it is. A forwarded one is no such quotation."""
    cited = tag == "blockquote" and (attributes.get("type") == "cite" or "gmail_quote" in attributes.get("class", ""))
    return cited or (tag != "blockquote" and bool(ATTRIBUTION.search(attributes.get("class", ""))))


def _attachment(part: Message, number: int, fields: tuple[MetadataField, ...], parent: str | None) -> Blob | Refused:
    """A file or a mail in the mail, under its own name or one made from its type."""
    kind = part.get_content_type()
    name = filename(part) or (
        f"message {number}.eml" if kind in MAILS else f"attachment {number}{SUFFIXES.get(kind, '')}"
    )
    if kind in ENCRYPTED:
        return Refused(filename(part), "decode", "an encrypted mail: it opens with its receiver's key only")
    if kind in ("application/ms-tnef", "application/vnd.ms-tnef") or name.lower() == "winmail.dat":
        return Refused(name, "decode", "winmail.dat, Outlook's own package of attachments: this format is not read")
    charset = part.get_content_charset("")
    if kind in MAILS:  # it tells of itself
        return Blob(name, payload(part), name, "message/rfc822", charset, (), parent)
    return Blob(name, payload(part), name, kind, charset, fields, parent)


def _is_saved_page(message: Message, name: str) -> bool:
    """Whether it is a web page that a browser saved with its parts, and no mail."""
    if message.get("Snapshot-Content-Location") or SAVED.search(header(message, "From")):
        return True
    kinds = message.get_content_type() == "multipart/related" or message.get_content_type() in PAGES
    return kinds and PurePosixPath(name).suffix.lower() in (".mht", ".mhtml") and not message.get("Received")


def _page(message: Message, name: str) -> Blob:
    """The main page of an MHTML file. Raises Rejected where there is none."""
    start = str(message.get_param("start", "")).strip("<>")
    pages = [part for part in leaves(message) if part.get_content_type() in PAGES]
    named = [part for part in pages if start and header(part, "Content-ID").strip("<>") == start]
    if not pages:
        raise Rejected("decode", "a saved web page without a page in it")
    page = (named or pages)[0]
    address = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
    told = (("url", address), ("title", header(message, "Subject")))  # its date is that of the saving
    fields = tuple(MetadataField(name, value, ORIGIN) for name, value in told if value)
    return Blob(
        PurePosixPath(name).stem + ".html", payload(page), "", "text/html", page.get_content_charset(""), fields
    )
