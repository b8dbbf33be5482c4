"""What the inbox puts up with: ceilings beyond which a file is rejected; and how it reads: the operator's choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tasks.errors import Rejected

MEGABYTE = 1_000_000
FIELDS = ("text", "title", "author", "publisher", "date", "modified", "url", "section", "language")  # of a document


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings for one file; every decoder keeps to them, whatever the file's headers declare.

    file_bytes: size of a file on disk, and of each thing unpacked from one. unpacked_bytes: all that is unpacked from
    one file together. ratio: unpacked bytes for each byte of the file, asked beyond `ratio_from` bytes. members:
    things that one file may hold. depth: archives within archives. markup_bytes: size of a page, of which parsers make
    trees of twenty times the size. characters: length of one document's text. all_characters: of all texts of one file
    together. pages: of a PDF. undecoded: share (0..1) of characters that may be undecodable. controls: share (0..1) of
    control characters above which bytes are not text.
    """

    file_bytes: int = 64 * MEGABYTE
    unpacked_bytes: int = 512 * MEGABYTE
    ratio: int = 200
    ratio_from: int = 16 * MEGABYTE
    members: int = 10_000
    depth: int = 4
    markup_bytes: int = 16 * MEGABYTE
    characters: int = 5_000_000
    all_characters: int = 50_000_000
    pages: int = 2_000
    undecoded: float = 0.005
    controls: float = 0.005

    def check_characters(self, count: int) -> None:
        """Raises Rejected where a document's text has more than it may. count: its characters, or those so far."""
        if count > self.characters:
            raise Rejected("limits", f"more than the {self.characters:,} characters that a document may have")

    def check_markup(self, size: int) -> None:
        """Raises Rejected where more is marked up than a parser is given. size: bytes (or characters) of the markup."""
        if size > self.markup_bytes:
            most = self.markup_bytes / MEGABYTE
            raise Rejected("limits", f"more than the {most:,.0f} MB of markup that a document may have")


@dataclass(frozen=True, slots=True)
class Rules:
    """How files are read.

    fields: the operator's own names for the fields of tables and JSON, by ours ("title": ("hed",)).
    ocr: whether scanned pages are read by tesseract, where the operator has it.
    """

    limits: Limits = Limits()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ocr: bool = False
