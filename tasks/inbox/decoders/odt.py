"""An ODT in, its text as it would be printed with all changes accepted out, and what its properties say.

lxml reads content.xml itself: odfpy checks every attribute against its own list and refuses what newer programs write,
and has no words for what is deleted, annotated or a note.
"""

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from tasks.errors import Rejected
from tasks.inbox.blocks import Block, table, written
from tasks.inbox.limits import Rules
from tasks.inbox.packages import Package
from tasks.inbox.properties import iso_date, properties
from tasks.records import Blob, Extracted, MetadataField

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, DRAW = (f"{OASIS}{part}:1.0}}" for part in ("office", "text", "table", "drawing"))
META = OASIS + "meta:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
MANIFEST = "META-INF/manifest.xml"
SPACE = re.compile(r"[ \t\r\n]+")

INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index")
UNSEEN = frozenset((
    *(TEXT + name for name in INDEXES),
    *(TEXT + name for name in ("tracked-changes", "note-citation", "ruby-text", "hidden-text")),
    *(TEXT + name for name in ("sequence-decls", "variable-decls", "user-field-decls")),
    *(OFFICE + name for name in ("annotation", "annotation-end", "forms")),
    *(DRAW + name for name in ("image", "object", "object-ole")),
    *(f"{OASIS}svg-compatible:1.0}}{name}" for name in ("title", "desc")),
))  # fmt: skip
SIGNS = {TEXT + "s": " ", TEXT + "tab": "\t", TEXT + "line-break": "\n"}
PARAGRAPHS = (TEXT + "p", TEXT + "h")


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted]:
    """One text. Raises Rejected for a damaged or locked file, one that unpacks to too much, and an empty one."""
    with Package(blob.data, rules.limits) as package:
        if MANIFEST in package.names and b"encryption-data" in package.read(MANIFEST):
            raise Rejected("decode", "it is locked with a password")
        content = package.markup("content.xml")
        fields = _properties(package.markup("meta.xml")) if "meta.xml" in package.names else ()
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Rejected("decode", "damaged: it has no text")
    notes: list[etree._Element] = []
    text = written(_all(body, notes), rules.limits)
    yield Extracted(text, "odt", "utf-8", metadata=fields)


def _all(body: etree._Element, notes: list[etree._Element]) -> Iterator[Block]:
    """The text, then its notes, then the notes in those."""
    yield from _blocks(body, notes)
    for note in notes:
        yield Block(" ".join(block.text for block in _blocks(note, notes)))


def _blocks(holder: etree._Element, notes: list[etree._Element], *, item: bool = False) -> Iterator[Block]:
    """What stands in a body, a section, an item, a cell or a text box."""
    for child in holder:
        if child.tag in UNSEEN or not isinstance(child.tag, str):
            continue
        if child.tag in PARAGRAPHS:
            frames: list[etree._Element] = []
            text = "".join(_inline(child, notes, frames))
            yield Block(text, "item" if item and child.tag == TEXT + "p" else "paragraph")
            for frame in frames:
                yield from _blocks(frame, notes)
        elif child.tag == TABLE + "table":
            rows = [list(each.iterchildren(TABLE + "table-cell")) for each in _rows(child)]
            yield from table(rows, lambda cell: _blocks(cell, notes))
        else:
            listed = child.tag in (TEXT + "list-item", TEXT + "numbered-paragraph")
            yield from _blocks(child, notes, item=listed or (item and child.tag != DRAW + "text-box"))


def _inline(holder: etree._Element, notes: list[etree._Element], frames: list[etree._Element]) -> Iterator[str]:
    """The words of a paragraph; its notes and what stands in frames are put aside."""
    yield SPACE.sub(" ", holder.text or "")
    for child in holder:
        if child.tag == TEXT + "note":
            notes.extend(child.iterchildren(TEXT + "note-body"))
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif str(child.tag).startswith(DRAW) and child.tag not in (DRAW + "a",):
            frames.append(child)
        elif child.tag not in UNSEEN and isinstance(child.tag, str):
            yield from _inline(child, notes, frames)
        yield SPACE.sub(" ", child.tail or "")


def _rows(holder: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, each once however often it is said to repeat."""
    for child in holder:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            yield from _rows(child)


def _properties(tree: etree._Element) -> tuple[MetadataField, ...]:
    meta = tree.find(OFFICE + "meta")
    given = {str(child.tag): child.text or "" for child in meta} if meta is not None else {}
    return properties(
        given.get(DC + "title", ""),
        [given.get(META + "initial-creator") or given.get(DC + "creator", "")],
        created=iso_date(given.get(META + "creation-date", "")),
        modified=iso_date(given.get(DC + "date", "")),
        language=given.get(DC + "language", ""),
    )
