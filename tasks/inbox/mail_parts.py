"""A mail in, its parts by what they are out: what is read as its text, what lies beside it, and what is neither."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import policy
from email.generator import BytesGenerator
from email.message import Message
from email.parser import BytesParser

from tasks.inbox.headers import filename

SILENT = frozenset({  # signatures, keys, invitations, cards and receipts: not documents, and nobody misses them
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-keys",
    "application/pgp-encrypted", "text/calendar", "application/ics", "text/vcard", "text/x-vcard", "text/directory",
    "message/delivery-status", "message/disposition-notification", "message/feedback-report", "text/rfc822-headers",
    "text/css", "text/x-amp-html",
})  # fmt: skip
SILENT_SUFFIXES = (".p7s", ".sig", ".asc", ".ics", ".vcf")
MAILS = frozenset({"message/rfc822", "message/global", "message/news"})
PAGES = frozenset({"text/html", "application/xhtml+xml"})
ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


@dataclass(frozen=True, slots=True)
class Parts:
    """bodies: what is read in order, each a choice of the same text as plain and as marked up. others: attachments."""

    bodies: list[tuple[Message, ...]] = field(default_factory=list)
    others: list[Message] = field(default_factory=list)


def parse(data: bytes) -> Message:
    """The mail with all that is in it. Never raises but for what is nested too deep (RecursionError).

    The library's older way with headers: the newer one reads them by a grammar, and fails on those that break it.
    """
    return BytesParser(policy=policy.compat32).parsebytes(data.lstrip(b"\r\n"))


def parts_of(message: Message) -> Parts:
    """What there is to read in a mail, without the choices that were not made and what only decorates it."""
    found = Parts()
    _sort(message, found)
    return found


def payload(part: Message) -> bytes:
    """The bytes of a part, its transport undone. A mail within a mail is written out again, line by line as it was."""
    if part.is_multipart():
        inner = part.get_payload(0)
        assert isinstance(inner, Message)
        if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
            inner["Content-Transfer-Encoding"] = "base64"  # against the rules, and met
            return payload(inner)
        written = io.BytesIO()
        BytesGenerator(written, mangle_from_=False, maxheaderlen=0, policy=policy.compat32).flatten(inner)
        return written.getvalue()
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold no others, a mail in the mail counted as one."""
    if message.is_multipart() and message.get_content_type() not in MAILS:
        for child in _children(message):
            yield from leaves(child)
    else:
        yield message


def _children(message: Message) -> Sequence[Message]:
    inner = message.get_payload()
    return [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []


def _sort(message: Message, found: Parts) -> None:
    kind = message.get_content_type()
    if kind in ENCRYPTED or kind in MAILS or not message.is_multipart():
        _sort_leaf(message, found)
    elif kind == "multipart/alternative":
        _sort_choice(message, found)
    elif kind == "multipart/related":
        root, *pictures = _children(message) or [message]
        _sort(root, found)
        found.others.extend(leaf for each in pictures for leaf in leaves(each) if not _decorates(leaf))
    else:
        for child in _children(message)[: 1 if kind == "multipart/signed" else None]:
            _sort(child, found)


def _sort_leaf(part: Message, found: Parts) -> None:
    if is_text(part):
        found.bodies.append((part,))
    elif not _silent(part) and not (part.get_content_maintype() == "image" and part.get("Content-ID")):
        found.others.append(part)


def _sort_choice(message: Message, found: Parts) -> None:
    """The same text in several ways: one body. Files that lie in one of the ways only lie in the mail."""
    choices: list[Message] = []
    for way in _children(message):
        sorted_way = parts_of(way)
        choices.extend(part for body in sorted_way.bodies for part in body)
        found.others.extend(sorted_way.others)
    if choices:
        found.bodies.append(tuple(choices))


def is_text(part: Message) -> bool:
    """Whether a part is to be read with the mail; one with a name, or given as an attachment, is a file."""
    kind = part.get_content_type()
    attached = part.get_content_disposition() == "attachment" or bool(filename(part))
    broken = kind.startswith("multipart/") and kind not in ENCRYPTED  # its parts were not found: one text
    return (kind == "text/plain" or kind in PAGES or broken) and not attached


def _silent(part: Message) -> bool:
    return part.get_content_type() in SILENT or filename(part).lower().endswith(SILENT_SUFFIXES)


def _decorates(part: Message) -> bool:
    """Whether a part of a page is shown in it and nothing by itself."""
    shown = part.get("Content-ID") or part.get("Content-Location") or part.get_content_disposition() == "inline"
    return _silent(part) or part.get_content_maintype() in ("image", "font") or bool(shown)
