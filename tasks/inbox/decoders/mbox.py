"""A mailbox in, its mails out, one at a time and as they were sent."""

import re
from collections.abc import Iterator

from tasks.errors import Rejected
from tasks.inbox.formats import ENVELOPE
from tasks.inbox.limits import Rules
from tasks.records import Blob

# A mail begins where an envelope follows an empty line; Content-Length, which some programs write, is often wrong.
BEGINS = re.compile(rb"(?:\A\s*|(?<=\n\n)|(?<=\n\r\n))" + ENVELOPE.encode())
QUOTED = re.compile(rb"^>(>*From )", re.M)


def decode(blob: Blob, rules: Rules) -> Iterator[Blob]:  # noqa: ARG001 all decoders have one signature
    """Each mail as a blob named "message 1", "message 2"...; raises Rejected where none begins."""
    begins = BEGINS.finditer(blob.data)
    if not (this := next(begins, None)):
        raise Rejected("decode", "a mailbox without a mail in it")
    number = 0
    while this:
        following = next(begins, None)
        data = blob.data[this.end() : following.start() if following else len(blob.data)]
        number += 1
        name = f"message {number}"
        yield Blob(f"{name}.eml", QUOTED.sub(rb"\1", data), name, "message/rfc822")
        this = following
