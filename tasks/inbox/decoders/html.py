"""A web page in, its main text out: without menus, comments and advertising; its own description as metadata."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasks.inbox.decoders.plain import decode_text
from tasks.inbox.limits import Rules
from tasks.inbox.pages.reading import read_page
from tasks.records import Blob, Extracted

HEAD = 4096  # bytes in which a page must say its encoding
DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w.:-]+)|<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted]:
    """One text. Raises Rejected for a page beyond the limits, and for one without a text of its own, saying which."""
    limits = rules.limits
    limits.check_markup(len(blob.data))
    decoded = decode_text(blob.data, replace(limits, characters=limits.markup_bytes), _charset(blob))
    page = read_page(decoded.text)
    limits.check_characters(len(page.text))
    undecoded = min(decoded.undecoded, page.text.count("\ufffd"))
    yield Extracted(page.text, "html", decoded.encoding, undecoded=undecoded, metadata=page.metadata)


def _charset(blob: Blob) -> str:
    """The encoding that the server declared, else the page itself; "" where neither does."""
    found = DECLARED.search(blob.data, 0, HEAD)
    own = (found[1] or found[2]).decode("ascii").lower() if found else ""
    own = "" if own.startswith(("utf-16", "utf-32", "unicode", "utf-7")) else own  # it could not be read if it were
    return blob.charset or own
