"""Bytes in, texts out: what lies in the inbox, and what each file holds."""

from tasks.errors import Rejected
from tasks.inbox.decoders import DECODERS, format_of
from tasks.inbox.limits import Limits
from tasks.inbox.sniff import looks_like
from tasks.records import Extracted

__all__ = ["read"]


def read(name: str, data: bytes, limits: Limits = Limits()) -> list[Extracted]:  # noqa: B008 - frozen
    """The documents in one file: its bytes are asked what they are first, its name second.

    name: the path the file came under. Raises Rejected, and nothing else, with the stage and a reason in plain words:
    for what is empty, too large, binary, badly broken, or in a format that is not read.
    """
    if not data:
        raise Rejected("read", "the file is empty")
    if len(data) > limits.file_bytes:
        raise Rejected("limits", too_large(len(data), limits))
    if what := looks_like(data):
        raise Rejected("decode", f"{what}: this format is not read yet")
    return DECODERS[format_of(name)](data, limits)


def too_large(size: int, limits: Limits) -> str:
    """The reason for a file that is not read for its size (bytes)."""
    return f"{size / 1e6:,.0f} MB: larger than the {limits.file_bytes / 1e6:,.0f} MB that one file may have"
