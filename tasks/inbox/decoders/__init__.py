"""The table of decoders: one a file, all with one signature, a blob in and what it holds out.

A decoder yields texts (Extracted), things that other decoders are to read (Blob), and what became neither (Refused);
their names are paths within the blob, "" for the blob itself. It raises Rejected where the whole blob is no good. A new
format is a module here with a `decode` function, a row in DECODERS, and its signature or suffix in `formats`.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module

from tasks.inbox.limits import Rules
from tasks.records import Blob, Extracted, Refused

Decoder = Callable[[Blob, Rules], Iterator[Extracted | Blob | Refused]]

DECODERS: Mapping[str, str] = {  # format -> its module in this package
    "text": "plain",
    "markdown": "markdown",
    "html": "html",
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "epub": "epub",
    "mail": "mail",
    "mbox": "mbox",
    "feed": "feed",
    "warc": "warc",
    "json": "json_file",
    "json lines": "json_lines",
    "csv": "separated",
    "parquet": "parquet",
    "compressed": "compressed",
    "zip": "zipped",
    "tar": "tarred",
}


@cache
def decoder(kind: str) -> Decoder:
    """The decoder of a format, loaded when the first file of its kind is met: most inboxes see a few kinds only."""
    decode: Decoder = import_module(f"{__name__}.{DECODERS[kind]}").decode
    return decode
