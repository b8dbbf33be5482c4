"""The table of decoders: one a file, all with one signature, a blob in and what it holds out.

A decoder yields texts (Extracted), things that other decoders are to read (Blob), and what became neither (Refused);
their names are paths within the blob, "" for the blob itself. It raises Rejected where the whole blob is no good. A new
format is a module here with a `decode` function, a row in DECODERS, and its signature or suffix in `formats`.
"""

from collections.abc import Callable, Iterator, Mapping

from tasks.inbox.decoders import html, markdown, plain
from tasks.inbox.limits import Rules
from tasks.records import Blob, Extracted, Refused

Decoder = Callable[[Blob, Rules], Iterator[Extracted | Blob | Refused]]

DECODERS: Mapping[str, Decoder] = {
    "text": plain.decode,
    "markdown": markdown.decode,
    "html": html.decode,
}
