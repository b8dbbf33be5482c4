"""A folder in, the files that lie in it out, and their bytes: the only place that opens files of the inbox."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tasks.errors import Rejected, Waiting
from tasks.inbox import too_large
from tasks.inbox.limits import Limits
from tasks.inbox.names import passed_over
from tasks.records import Rejection, Source

QUIET_NS = 2_000_000_000  # a file is there whole once it has lain still this long
NO_FILE = "neither a regular file nor a folder: links, pipes and devices are not read"
GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESTALE})


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of the inbox and what else lies there, each sorted by the bytes of its path."""

    sources: tuple[Source, ...]
    rejections: tuple[Rejection, ...]


def list_inbox(root: Path) -> Listing:
    """List every file below `root`, following no link; raises Rejected("list") where `root` cannot be read.

    Hidden files and those whose names say that they are still being written are passed over. Links, pipes, sockets,
    devices and folders that may not be read become rejections. Paths are real names, undecodable bytes as surrogates.
    """
    sources: list[Source] = []
    rejections: list[Rejection] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(root / folder))
        except OSError as error:
            if not folder:
                raise Rejected("list", f"{root}: the inbox cannot be read: {error.strerror}") from error
            rejections.append(_rejection(Source(folder, 0, 0), f"the folder cannot be read: {error.strerror}"))
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if passed_over(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            elif found := _stat(entry):
                source = Source(path, found.st_size, modified(found))
                if stat.S_ISREG(found.st_mode):
                    sources.append(source)
                else:
                    rejections.append(_rejection(source, _not_a_file(entry, root)))
    return Listing(
        sources=tuple(sorted(sources, key=lambda each: os.fsencode(each.path))),
        rejections=tuple(sorted(rejections, key=lambda each: os.fsencode(each.source.path))),
    )


def modified(found: os.stat_result) -> int:
    """When a file was changed, in nanoseconds since 1970, within what a 64-bit number can say (1677 to 2262)."""
    return max(-(2**63), min(found.st_mtime_ns, 2**63 - 1))


def settled(source: Source, now_ns: int, quiet_ns: int = QUIET_NS) -> bool:
    """Whether the file has lain still for `quiet_ns` nanoseconds; one dated in the future has, as clocks differ."""
    return abs(now_ns - source.modified) >= quiet_ns


def read_bytes(root: Path, source: Source, limits: Limits) -> bytes:
    """The bytes of a listed file, if it is still the file that was listed: regular, inside, same size and time.

    Raises Waiting for one that vanished or changed, Rejected for one too large (nothing is read of it), unreadable, or
    replaced by a link. No link is followed on the way, the last part of the path or any other.
    """
    if source.size > limits.file_bytes:
        raise Rejected("limits", too_large(source.size, limits))
    try:
        with _opened(root, source.path) as file:
            _check(file, source)
            data = _read(file, source.size)
            _check(file, source)
    except OSError as error:
        if error.errno in GONE:
            raise Waiting("read", "the file vanished while the inbox was read") from error
        if error.errno == errno.ELOOP:
            raise Rejected("read", NO_FILE) from error
        raise Rejected("read", f"the file cannot be read: {error.strerror}") from error
    if len(data) != source.size:
        raise Waiting("read", "the file is still changing")
    return data


def printable(name: str) -> str:
    """A file name for logs and pages: control, bidirectional and undecodable characters as escapes, one line."""
    return "".join(each if each.isprintable() else _escaped(each) for each in name)


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is no UTF-8, as os.fsdecode gives it
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode()


def _stat(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat(follow_symlinks=False)
    except OSError:  # vanished since the folder was listed: it is not there
        return None


def _not_a_file(entry: os.DirEntry[str], root: Path) -> str:
    if not entry.is_symlink():
        return NO_FILE
    inside = Path(os.path.realpath(entry.path)).is_relative_to(root.resolve())
    return "a link inside the inbox: put the file itself there" if inside else "a link that leads out of the inbox"


def identity(source: Source, member: str, sha256: str) -> str:
    """The id of a source and of its document: the same in every run, made of where it was and what it held."""
    return hashlib.sha256(f"{source.path}\0{member}\0{sha256}".encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _rejection(source: Source, reason: str) -> Rejection:
    return Rejection(identity(source, "", "rejected"), source, "list", reason)


@contextmanager
def _opened(root: Path, path: str) -> Iterator[int]:
    """The file open for reading, reached folder by folder so that none of them can be a link."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    *folders, name = path.split("/")
    if not name or not {"", ".", ".."}.isdisjoint((*folders, name)):
        raise Rejected("read", "the path leads out of the inbox")
    here = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for folder in folders:
            here, above = os.open(folder, flags | os.O_DIRECTORY, dir_fd=here), here
            os.close(above)
        here, above = os.open(name, flags, dir_fd=here), here
        os.close(above)
        yield here
    finally:
        os.close(here)


def _check(file: int, source: Source) -> None:
    found = os.fstat(file)
    if not stat.S_ISREG(found.st_mode):
        raise Rejected("read", NO_FILE)
    if (found.st_size, modified(found)) != (source.size, source.modified):
        raise Waiting("read", "the file is still changing")


def _read(file: int, size: int) -> bytes:
    """All of the file, and one byte more than `size` at most."""
    with os.fdopen(os.dup(file), "rb") as stream:
        return stream.read(size + 1)
