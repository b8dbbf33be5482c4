"""A tar archive in, each file in it out, one at a time; links, devices and pipes are told of and never followed."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Self, cast

from tasks.errors import Rejected
from tasks.inbox.limits import MEGABYTE, Limits, Rules
from tasks.inbox.names import left_in_archive
from tasks.inbox.streams import Metered, Renewed
from tasks.inbox.unpacking import inflate
from tasks.records import Blob, Refused

BROKEN = (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError, tarfile.SubsequentHeaderError)  # type: ignore[attr-defined]
DAMAGED = "the archive is damaged or breaks off here: the rest was not read"


def decode(blob: Blob, rules: Rules) -> Iterator[Blob | Refused]:
    """The files of the archive in their order, and what in it is none."""
    yield from members(Metered(io.BytesIO(blob.data), len(blob.data), rules.limits), rules.limits)


def members(stream: Renewed, limits: Limits) -> Iterator[Blob | Refused]:
    """The files of an archive that comes out of `stream`; what was read before a damage stays.

    Read from front to back: no offset that a header declares leads back to what was read before.
    """
    try:
        with tarfile.open(fileobj=cast(Any, stream), mode="r|", tarinfo=_Header) as archive:
            while header := archive.next():
                cast(Any, archive).members.clear()  # what was read is not asked for again
                stream.renew()
                yield from _member(archive, header, limits)
                _skip(archive, stream)
    except (tarfile.TarError, EOFError, ValueError, OverflowError):
        yield Refused("", "decode", DAMAGED)


def _member(archive: tarfile.TarFile, header: tarfile.TarInfo, limits: Limits) -> Iterator[Blob | Refused]:
    name = header.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if left_in_archive(name) or header.isdir():
        return
    if not header.isreg() or header.issparse():
        kind = "a file with holes" if header.issparse() else "a link, a pipe or a device"
        yield Refused(name, "decode", f"{kind} in an archive: only plain files are read from one")
        return
    file = archive.extractfile(header)
    assert file is not None, "a regular file has bytes"
    try:
        yield Blob(PurePosixPath(name).name, inflate(file, limits), member=name)
    except Rejected as why:
        yield Refused(name, why.stage, why.reason)


def _skip(archive: tarfile.TarFile, stream: Renewed) -> None:
    """Read on to the end of a file of which not all was kept, piece by piece."""
    file: Any = archive.fileobj
    end = cast(Any, archive).offset  # where the next header stands: a file with holes takes less than its size
    at = -1
    while at < file.tell() < end:
        at = file.tell()
        stream.renew()
        file.seek(min(end, at + MEGABYTE))
    stream.renew()


class _Header(tarfile.TarInfo):
    """A header that ends the archive with an error where tarfile would take a damage for its end."""

    @classmethod
    def fromtarfile(cls, tar: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tar)
        except BROKEN as error:
            raise tarfile.ReadError(DAMAGED) from error
