"""The bytes of an office document or a book in, its parts out, inflated within the limits, its XML without entities."""

import io
import zipfile
import zlib
from types import TracebackType

from lxml import etree  # type: ignore[import-untyped]

from tasks.errors import Rejected
from tasks.inbox.limits import Limits
from tasks.inbox.unpacking import Exhausted, Unpacked, inflate

BEFORE_MARKUP = (
    b" \t\r\n\0\xef\xbb\xbf\xff\xfe"  # white space, byte-order marks, and the half of UTF-16 that is nothing
)
ENCRYPTED = 1  # a flag of a ZIP's entry
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, OSError, ValueError)


class Package:
    """A ZIP whose parts belong together. Every part is really inflated before anything is believed of it."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises Rejected for what is no ZIP, and for one of too many parts."""
        self._limits = limits
        self._unpacked = Unpacked(len(data), limits)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise Rejected("decode", "damaged: its parts cannot be found") from error
        self.names = frozenset(self._archive.namelist())
        if len(self._archive.infolist()) > limits.members:
            raise Rejected("limits", f"it holds more than {limits.members:,} parts")

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._archive.close()

    def read(self, name: str) -> bytes:
        """The bytes of one part. Raises Rejected where it is missing, locked, damaged or too large."""
        if name not in self.names:
            raise Rejected("decode", f"damaged: it has no {name}")
        return self._inflated(self._archive.getinfo(name))

    def markup(self, name: str) -> etree._Element:
        """The tree of one XML part. Raises Rejected as `read` does, and for what is no XML."""
        return tree(self.read(name), self._limits, name)

    def check(self) -> None:
        """Inflate every part, for a library that will read them all. Raises Rejected where that is too much.

        All its XML together may be as large as one page: trees of all of it are made at once.
        """
        markup = 0
        for info in self._archive.infolist():
            part = self._inflated(info)
            if part.lstrip(BEFORE_MARKUP)[:1] == b"<":
                markup += len(part)
            self._limits.check_markup(markup)

    def _inflated(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & ENCRYPTED:
            raise Rejected("decode", "it is locked with a password")
        try:
            with self._archive.open(info) as stream:
                part = inflate(stream, self._limits)
            self._unpacked.member(len(part))
        except Exhausted as why:  # this document is at its end; what lies beside it is not
            raise Rejected(why.stage, why.reason) from why
        except DAMAGED as error:
            raise Rejected("decode", f"damaged: {info.filename[:100]} cannot be unpacked") from error
        return part


def tree(data: bytes, limits: Limits, name: str) -> etree._Element:
    """Bytes of XML as a tree: no entity is expanded, no DTD and nothing else is loaded. Raises Rejected."""
    limits.check_markup(len(data))
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Rejected("decode", f"damaged: {name} is no well-formed XML") from error
