"""Bytes of a compressed stream in, at most so many out; and the account of all that was unpacked from one file."""

from typing import Protocol

from tasks.errors import Rejected
from tasks.inbox.limits import MEGABYTE, Limits

CHUNK = 1 << 16
LONGEST_NAME = 300  # characters of a member's path that are kept
NUMBERED = " (1000000)"


class Exhausted(Rejected):
    """What one file may hold is used up: nothing more is read of it, what was read stays."""


class Stream(Protocol):
    """What gives bytes as they are unpacked."""

    def read(self, size: int, /) -> bytes: ...  # noqa: D102


def inflate(stream: Stream, limits: Limits) -> bytes:
    """All that the stream gives; raises Rejected at the first byte beyond what a file may have.

    Headers are not asked: only bytes that were really unpacked count, and never more than a chunk too many.
    """
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        if size > limits.file_bytes:
            raise Rejected("limits", f"it unpacks to more than the {limits.file_bytes / MEGABYTE:,.0f} MB of one file")
        parts.append(chunk)
    return b"".join(parts)


class Unpacked:
    """How much was unpacked from one file of `size` bytes so far, and under which names."""

    def __init__(self, size: int, limits: Limits) -> None:
        self._size, self._limits = size, limits
        self._bytes = self._members = self._characters = 0
        self._names: dict[str, int] = {}

    def member(self, size: int) -> None:
        """One more thing of `size` bytes was unpacked. Raises Exhausted where that is beyond the limits."""
        limits = self._limits
        self._members += 1
        self._bytes += size
        if self._members > limits.members:
            raise Exhausted(
                "limits", f"it holds more than {limits.members:,} things: the rest was not read (setting max_members)"
            )
        if self._bytes > limits.unpacked_bytes:
            most = limits.unpacked_bytes / MEGABYTE
            raise Exhausted(
                "limits",
                f"more than {most:,.0f} MB were unpacked from it: the rest was not read (setting max_unpacked_mb)",
            )
        if self._bytes > limits.ratio_from and self._bytes > limits.ratio * self._size:
            raise Exhausted("limits", f"it unpacks to more than {limits.ratio} times its size: the rest was not read")

    def text(self, characters: int) -> None:
        """One more text was found. Raises Exhausted where all of them together are beyond the limits."""
        self._characters += characters
        if self._characters > self._limits.all_characters:
            raise Exhausted(
                "limits", f"its texts have more than {self._limits.all_characters:,} characters: the rest was not read"
            )

    def named(self, holder: str, name: str) -> str:
        """The path of what `holder` holds under `name`, no two in a file alike; the holder's own where that is ""."""
        if not name:
            return holder
        path = stem = (f"{holder}/{name}" if holder else name)[:LONGEST_NAME]
        count = self._names.get(stem, 0) + 1
        while count > 1 and (path := f"{stem[: LONGEST_NAME - len(NUMBERED)]} ({count})") in self._names:
            count += 1
        self._names[stem] = count
        self._names.setdefault(path, 1)
        return path
