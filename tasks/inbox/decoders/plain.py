"""Plain text in, the same text decoded out; front matter before it is read as metadata."""

from collections.abc import Iterator

from tasks.errors import Rejected
from tasks.inbox.encoding import Decoded
from tasks.inbox.encoding import decode as decode_bytes
from tasks.inbox.front_matter import split
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.sniff import SAMPLE, control_share
from tasks.records import Blob, Extracted


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted]:
    """One text. Raises Rejected for an empty one, one beyond the limits, and bytes that are no text."""
    decoded = decode_text(blob.data, rules.limits, blob.charset)
    fields, body = split(decoded.text)
    yield Extracted(body, "text", decoded.encoding, undecoded=decoded.undecoded, metadata=fields)


def decode_text(data: bytes, limits: Limits, charset: str = "") -> Decoded:
    """The text of `data` within the limits: what every decoder of a text format begins with. Raises Rejected.

    charset: the encoding that the text or its holder declares, "" where nobody does.
    """
    decoded = decode_bytes(data, charset)
    if control_share(decoded.text[:SAMPLE].encode("utf-8", "replace")) > limits.controls:
        raise Rejected("decode", "binary data, not text, whatever its name says")
    if not decoded.text.strip():
        raise Rejected("decode", "there is nothing in it but white space")
    limits.check_characters(len(decoded.text))
    if decoded.undecoded > max(1, limits.undecoded * len(decoded.text)):
        share = decoded.undecoded / len(decoded.text)
        raise Rejected("decode", f"{share:.1%} of its characters cannot be decoded as {decoded.encoding}")
    return decoded
