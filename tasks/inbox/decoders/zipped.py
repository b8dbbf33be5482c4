"""A ZIP archive in, each file in it out, one at a time; what its headers declare is not believed."""

import bz2
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from tasks.errors import Rejected
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.names import left_in_archive
from tasks.inbox.streams import Streams
from tasks.inbox.unpacking import inflate
from tasks.records import Blob, Refused

ENCRYPTED = 0x1  # flag bits
NAME_IS_UTF8 = 0x800
LOCAL_HEADER = 30  # bytes before the name
ENTRY = b"PK\x01\x02"  # how each entry of the list at the end begins
MOST_ENTRIES = 20  # times the limit of members: a longer list is not even read, as each entry takes a kilobyte
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}  # LZMA would take the memory that it asks for


def decode(blob: Blob, rules: Rules) -> Iterator[Blob | Refused]:
    """The files of the archive in their order, and what in it cannot be read. Raises Rejected for a damaged list."""
    if blob.data.count(ENTRY) > MOST_ENTRIES * rules.limits.members:
        raise Rejected("limits", f"it holds far more than {rules.limits.members:,} things")
    try:
        archive = zipfile.ZipFile(io.BytesIO(blob.data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Rejected("decode", "a damaged ZIP archive, or one that is not there whole") from error
    with archive:
        for entry in archive.infolist():
            name = _name(entry)
            if name.endswith("/") or left_in_archive(name):
                continue
            if why := _unreadable(entry):
                yield Refused(name, "decode", why)
                continue
            try:
                yield Blob(PurePosixPath(name).name, _unpacked(archive, entry, blob.data, rules.limits), member=name)
            except Rejected as error:
                yield Refused(name, error.stage, error.reason)
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
                yield Refused(name, "decode", "damaged in its archive: its checksum or its data is wrong")


def _unreadable(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not read; "" where it may be."""
    kind = stat.S_IFMT(entry.external_attr >> 16)  # as Unix has it, 0 where the archive was made elsewhere
    if kind not in (0, stat.S_IFREG):
        return "a link, a pipe or a device in an archive: only plain files are read from one"
    if entry.flag_bits & ENCRYPTED:
        return "encrypted: it opens with a password only"
    if entry.compress_type not in METHODS:
        return "compressed in a way that is not read (only stored, deflate and bzip2 are)"
    return ""


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, data: bytes, limits: Limits) -> bytes:
    """All of one file. Raises Rejected beyond the limits, zipfile's errors where it is damaged."""
    with archive.open(entry) as file:
        if entry.compress_type != zipfile.ZIP_BZIP2:
            return inflate(file, limits)
    # zipfile unpacks four kilobytes of bzip2 at a time, of which a bomb makes gigabytes
    begin = entry.header_offset + LOCAL_HEADER
    begin += int.from_bytes(data[begin - 4 : begin - 2], "little") + int.from_bytes(data[begin - 2 : begin], "little")
    found = inflate(Streams(data[begin : begin + entry.compress_size], bz2.BZ2Decompressor, b"BZh"), limits)
    if zlib.crc32(found) != entry.CRC:
        raise zipfile.BadZipFile(entry.filename)
    return found


def _name(entry: zipfile.ZipInfo) -> str:
    """The path in the archive, a label and nothing else; UTF-8 too where the archive does not say that it is."""
    name = entry.filename
    if not entry.flag_bits & NAME_IS_UTF8 and not name.isascii():
        try:
            name = name.encode("cp437").decode()
        except UnicodeError:
            name = entry.filename
    return name.replace("\\", "/") or "a file without a name"
