"""Bytes in, texts out: what lies in the inbox, and what each file holds."""

from collections.abc import Iterator
from dataclasses import replace

from tasks.errors import Rejected
from tasks.inbox.decoders import decoder
from tasks.inbox.formats import format_of
from tasks.inbox.limits import MEGABYTE, Limits, Rules
from tasks.inbox.unpacking import Exhausted, Unpacked
from tasks.records import Blob, Extracted, MetadataField, Refused

__all__ = ["contents", "read"]

PLAIN = Rules()


def read(name: str, data: bytes, rules: Rules = PLAIN) -> list[Extracted]:
    """The documents in one file or archive: its bytes are asked what they are first, its name second.

    name: the path the file came under. Raises Rejected, and nothing else, with the stage and a reason in plain words,
    where there is no document in it: for what is empty, too large, binary, badly broken, or in a format that is not
    read. What else an archive holds beside its documents is told by `contents`.
    """
    found = list(contents(name, data, rules))
    if documents := [each for each in found if isinstance(each, Extracted)]:
        return documents
    raise next(Rejected(each.stage, each.reason) for each in found if isinstance(each, Refused))


def contents(name: str, data: bytes, rules: Rules = PLAIN) -> Iterator[Extracted | Refused]:
    """All that one file holds, in its order: every text, and every member that became none; at least one of the two."""
    unpacked = Unpacked(len(data), rules.limits)
    empty = True
    try:
        for found in _decoded(Blob(name, data), rules, unpacked, depth=0):
            empty = False
            yield found
    except Exhausted as why:
        empty = False
        yield Refused("", why.stage, why.reason)
    if empty:
        yield Refused("", "decode", "there is nothing in it that could be read")


def _decoded(blob: Blob, rules: Rules, unpacked: Unpacked, depth: int) -> Iterator[Extracted | Refused]:
    """What a decoder makes of the blob, what other decoders make of the blobs in it, and so on down."""
    try:
        _check(blob, rules.limits, depth)
        for found in decoder(format_of(blob))(blob, rules):
            if isinstance(found, Blob):
                inner = _placed(found, blob, unpacked)
                unpacked.member(len(inner.data))
                yield from _decoded(inner, rules, unpacked, depth + 1)
            elif isinstance(found, Extracted):
                unpacked.text(len(found.text))
                yield _told_of(found, blob, unpacked)
            else:
                yield replace(found, name=unpacked.named(blob.member, found.name))
    except Exhausted:
        raise
    except Rejected as why:
        yield Refused(blob.member, why.stage, why.reason)
    except MemoryError:
        yield Refused(blob.member, "limits", "reading it takes more memory than one file may have")
    except Exception as error:  # noqa: BLE001 what a library cannot take is a fact about the file, and told as such
        yield Refused(blob.member, "decode", f"damaged, or not what it seems ({type(error).__name__}: {error})"[:300])


def _check(blob: Blob, limits: Limits, depth: int) -> None:
    if not blob.data:
        raise Rejected("read", "the file is empty")
    if len(blob.data) > limits.file_bytes:
        raise Rejected("limits", too_large(len(blob.data), limits))
    if depth > limits.depth:
        raise Rejected("limits", f"it lies in more than {limits.depth} archives within each other")


def _placed(inner: Blob, holder: Blob, unpacked: Unpacked) -> Blob:
    """A blob with its path from the top, and with what the holder's holder says of all that is in it."""
    return replace(
        inner,
        member=unpacked.named(holder.member, inner.member),
        metadata=_beside(inner.metadata, holder.metadata),
        parent=_parent(inner.parent, holder),
    )


def _told_of(text: Extracted, blob: Blob, unpacked: Unpacked) -> Extracted:
    carried = blob.parent is not None  # what the holder of such a blob says is said of another text
    return replace(
        text,
        name=unpacked.named(blob.member, text.name),
        metadata=text.metadata if carried else _beside(text.metadata, blob.metadata),
        inherited=blob.metadata if carried else (),
        parent=_parent(text.parent, blob),
    )


def _beside(own: tuple[MetadataField, ...], holders: tuple[MetadataField, ...]) -> tuple[MetadataField, ...]:
    """What it says of itself, and what its holder says beyond that: the sender of a mail wrote none of its files."""
    told = {each.name for each in own}
    return own + tuple(each for each in holders if each.name not in told)


def _parent(relative: str | None, holder: Blob) -> str | None:
    """The parent's path from the top; what has none of its own has that of its holder."""
    if relative is None:
        return holder.parent
    return "/".join(part for part in (holder.member, relative) if part)


def too_large(size: int, limits: Limits) -> str:
    """The reason for a file that is not read for its size (bytes)."""
    most = f"{limits.file_bytes / MEGABYTE:,.0f} MB that one file may have (setting max_file_mb)"
    return f"{size / MEGABYTE:,.0f} MB: larger than the {most}"
