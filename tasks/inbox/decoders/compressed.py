"""A gzip, bzip2, xz or zstd file in, the one thing in it out; a crawl or a tar in it is read as it is unpacked."""

import lzma
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

import zstandard

from tasks.errors import Rejected
from tasks.inbox.decoders import tarred, warc
from tasks.inbox.limits import Rules
from tasks.inbox.sniff import HEAD, signed
from tasks.inbox.streams import Metered, opened
from tasks.inbox.unpacking import inflate
from tasks.records import Blob, Extracted, Refused

DAMAGES = (zlib.error, lzma.LZMAError, zstandard.ZstdError, OSError)  # an OSError is bzip2's; nothing is opened here
SUFFIX = re.compile(r"\.(?:gz|gzip|bz2?|bzip2|xz|zstd?)$", re.I)
SHORT = re.compile(r"\.t(?:gz|bz2?|b2|xz|zst)$", re.I)


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted | Blob | Refused]:
    """All members or frames as one blob, under the name without its suffix; raises Rejected beyond the limits.

    Only what is kept whole is held to the size of one file: a crawl and a tar may be larger than their members.
    """
    try:
        yield from _unpacked(blob, rules)
    except DAMAGES as error:
        raise Rejected("decode", f"damaged: its compressed data is wrong ({error})"[:200]) from error


def _unpacked(blob: Blob, rules: Rules) -> Iterator[Extracted | Blob | Refused]:
    stream = Peeked(Metered(opened(blob.data), len(blob.data), rules.limits))
    kind = signed(stream.head)
    if kind == "warc":
        yield from warc.records(stream, rules.limits)
    elif kind == "tar":
        yield from tarred.members(stream, rules.limits)
    else:
        yield replace(blob, name=_without(blob.name), member="", data=inflate(stream, rules.limits), metadata=())


class Peeked:
    """A stream with its first bytes (`head`, as many as signatures need) known before it is read."""

    def __init__(self, stream: Metered) -> None:
        self.head = b""
        self._stream, self._given = stream, 0
        self._broken: Rejected | None = None
        self.renew = stream.renew
        try:
            while len(self.head) < HEAD and (piece := stream.read(HEAD)):
                self.head += piece
        except Rejected as why:  # told once what came before it was read
            self._broken = why

    def read(self, size: int, /) -> bytes:
        """The next bytes, `size` at most. Raises Rejected where the stream does."""
        if self._given < len(self.head):
            found = self.head[self._given : self._given + size]
            self._given += len(found)
            return found
        if self._broken:
            raise self._broken
        return self._stream.read(size)


def _without(name: str) -> str:
    """The name without the suffix of its compression: "a.txt.gz" is "a.txt", and "a.tgz" is "a.tar"."""
    return SHORT.sub(".tar", name) if SHORT.search(name) else SUFFIX.sub("", name)
