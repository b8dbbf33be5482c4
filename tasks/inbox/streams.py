"""Compressed bytes in, a stream of what they hold out: unpacked piece by piece, never more than was asked for."""

import bz2
import io
import lzma
import re
import zlib
from collections.abc import Callable
from typing import Protocol

import brotli  # type: ignore[import-untyped]
import zstandard

from tasks.errors import Rejected
from tasks.inbox.limits import MEGABYTE, Limits
from tasks.inbox.unpacking import CHUNK, Exhausted, Stream

XZ_MEMORY = 256 * MEGABYTE  # bytes of working memory that a stream may ask for: more than any `xz -9` (65 MB) needs
ZSTD_WINDOW = 1 << 27  # bytes: what `zstd --long` makes, and the command itself reads without being told to
BROKEN_OFF = "it breaks off: the compressed data is not there whole"
WRITTEN = re.compile(rb"[^\0]")
HEADERS = MEGABYTE  # bytes that the headers of one member may have
FRAME, SKIPPED = 0xFD2FB528, range(0x184D2A50, 0x184D2A60)  # how the frames of zstd begin (RFC 8878, 3.1)


class Renewed(Stream, Protocol):
    """A stream that is told where another thing in it begins."""

    def renew(self) -> None: ...  # noqa: D102


class Unpacker(Protocol):
    """What bz2 and lzma call a decompressor: of one stream, with at most so many bytes out at a time."""

    @property
    def eof(self) -> bool: ...  # noqa: D102
    @property
    def needs_input(self) -> bool: ...  # noqa: D102
    @property
    def unused_data(self) -> bytes: ...  # noqa: D102
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...  # noqa: D102


class Inflating:
    """zlib's decompressor under the names that the others have. bits: as zlib counts them, 31 for gzip."""

    def __init__(self, bits: int = 31) -> None:
        self._inner = zlib.decompressobj(bits)

    @property
    def eof(self) -> bool:
        """Whether the end of the stream was reached."""
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        """Whether all that was given is used up."""
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        """What stands behind the end of the stream."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most `max_length` bytes of what `data` and all before it hold."""
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


class Brotli:
    """Brotli's decompressor under the names that the others have; it asks no checksum, and gives a little too much."""

    def __init__(self) -> None:
        self._inner = brotli.Decompressor()
        self.unused_data = b""

    @property
    def eof(self) -> bool:
        """Whether the end of the stream was reached."""
        return bool(self._inner.is_finished())

    @property
    def needs_input(self) -> bool:
        """Whether all that was given is used up."""
        return bool(self._inner.can_accept_more_data())

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Some `max_length` bytes of what `data` and all before it hold."""
        return bytes(self._inner.process(data, output_buffer_limit=max_length))


class Streams:
    """The streams that stand one behind another in `data`, read as one. What is no stream behind the first is left."""

    def __init__(self, data: bytes, begin: Callable[[], Unpacker], magic: bytes) -> None:
        self._data, self._begin, self._magic = memoryview(data), begin, magic
        self._at = 0
        self._current: Unpacker | None = begin()

    def read(self, size: int, /) -> bytes:
        """At least one byte, at most about `size`; b"" at the end. Raises Rejected where a stream breaks off."""
        while (unpacker := self._current) is not None:
            piece = b""
            if unpacker.needs_input:
                piece = bytes(self._data[self._at : self._at + CHUNK])
                self._at += len(piece)
                if not piece:
                    raise Rejected("decode", BROKEN_OFF)
            found = unpacker.decompress(piece, size)
            if unpacker.eof:
                self._next(len(unpacker.unused_data))
            if found:
                return found
        return b""

    def _next(self, unused: int) -> None:
        """Begin with the next stream, passing over the zeros that fill up a block of a tape."""
        self._at -= unused
        written = WRITTEN.search(self._data, self._at)
        self._at = written.start() if written else len(self._data)
        begins = bytes(self._data[self._at : self._at + len(self._magic)])
        self._current = self._begin() if self._magic and begins == self._magic else None


class Metered:
    """A stream that ends the reading of a file where more comes out than one file, or one thing in it, may hold."""

    def __init__(self, stream: Stream, size: int, limits: Limits) -> None:
        """size: bytes of the file that is unpacked."""
        self._stream, self._limits = stream, limits
        self._most = min(limits.unpacked_bytes, max(limits.ratio_from, limits.ratio * size))
        self._all = self._one = 0

    def read(self, size: int, /) -> bytes:
        """As the stream within has it. Raises Exhausted beyond the limits."""
        found = self._stream.read(size)
        self._all += len(found)
        self._one += len(found)
        if self._all > self._most or self._one > self._limits.file_bytes + HEADERS:
            raise Exhausted("limits", f"it unpacks to more than {self._all // MEGABYTE} MB: the rest was not read")
        return found

    def renew(self) -> None:
        """What comes now is another thing in the file, or is not kept."""
        self._one = 0


def opened(data: bytes) -> Stream:
    """The stream of a gzip, bzip2, xz or zstd file, told by its signature. Raises Rejected where it is none of them."""
    if data.startswith(b"\x1f\x8b"):
        return Streams(data, Inflating, b"\x1f\x8b")
    if data.startswith(b"BZh"):
        return Streams(data, bz2.BZ2Decompressor, b"BZh")
    if data.startswith(b"\xfd7zXZ"):
        return Streams(data, lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY), b"\xfd7zXZ")
    unpacker = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    return unpacker.stream_reader(io.BytesIO(data[: _frames(data)]), read_across_frames=True)


def _frames(data: bytes) -> int:
    """The length of the whole frames of zstd at the beginning of `data`: its library reads a part as if it were all.

    Raises Rejected where a frame breaks off.
    """
    at = 0
    while len(data) - at >= 8:
        magic = int.from_bytes(data[at : at + 4], "little")
        if magic in SKIPPED:
            at += 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        elif magic == FRAME:
            at = _frame(data, at)
        else:
            return at
    if at > len(data):
        raise Rejected("decode", BROKEN_OFF)
    return at


def _frame(data: bytes, at: int) -> int:
    """Where the frame that begins at `at` ends: a header, blocks with three bytes of their own, perhaps a checksum."""
    header = data[at : at + 18]
    checksum = 4 if zstandard.get_frame_parameters(header).has_checksum else 0
    at += zstandard.frame_header_size(header)
    last = 0
    while not last:
        if at + 3 > len(data):
            raise Rejected("decode", BROKEN_OFF)
        block = int.from_bytes(data[at : at + 3], "little")
        last, kind, size = block & 1, block >> 1 & 3, block >> 3
        at += 3 + (1 if kind == 1 else size)  # kind 1: one byte, repeated
    return at + checksum
