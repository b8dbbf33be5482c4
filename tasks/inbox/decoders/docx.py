"""A DOCX in, its text as it would be printed with all changes accepted out, and what its properties say.

python-docx opens the package and finds its parts. Its paragraphs leave out content controls, text boxes, notes and
insertions, so that the trees are walked here.
"""

import io
from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.package import Package as WordPackage
from lxml import etree  # type: ignore[import-untyped]

from tasks.errors import Rejected
from tasks.inbox.blocks import Block, table, written
from tasks.inbox.limits import Rules
from tasks.inbox.packages import Package
from tasks.inbox.properties import iso_date, properties
from tasks.records import Blob, Extracted, MetadataField

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
STRICT = "http://purl.oclc.org/ooxml/"

# What only wraps what is to be read, and what is not to be read.
WRAPPERS = frozenset((
    *(W + name for name in ("sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple")),
    *(W + name for name in ("bdo", "dir", "ruby", "rubyBase")),
    COMPATIBLE + "AlternateContent", COMPATIBLE + "Choice", MATH + "oMathPara",
))  # fmt: skip
UNSEEN = frozenset(W + name for name in ("del", "moveFrom", "rt", "sdtPr", "sdtEndPr")) | {COMPATIBLE + "Fallback"}
SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))
NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted]:
    """One text. Raises Rejected for a damaged or locked file, one that unpacks to too much, and an empty one."""
    with Package(blob.data, rules.limits) as checked:
        if STRICT.encode() in checked.read("_rels/.rels"):
            raise Rejected("decode", "a Strict Open XML document: save it as an ordinary DOCX")
        checked.check()
    package = WordPackage.open(io.BytesIO(blob.data))
    main = package.main_document_part
    notes = [relation.target_part for relation in main.rels.values() if relation.reltype in NOTES]
    walk = _Walk()
    blocks = (block for part in (main, *notes) for block in walk.blocks(_tree(part)))
    yield Extracted(written(blocks, rules.limits), "docx", "utf-8", metadata=_properties(package))


def _tree(part: Part) -> etree._Element:
    """The element that holds a part's text; one in a file with macros is no XML to python-docx."""
    root: etree._Element = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    body = root.find(W + "body")
    return root if body is None else body


def _seen(element: etree._Element) -> Iterator[etree._Element]:
    """The children that are to be read, without what wraps them."""
    for child in element:
        if child.tag == W + "sdt":
            if not _is_contents(child):
                yield from _seen(child)
        elif child.tag in WRAPPERS:
            yield from _seen(child)
        elif child.tag not in UNSEEN and isinstance(child.tag, str):
            yield child


def _is_contents(control: etree._Element) -> bool:
    """Whether a content control is the table of contents that Word makes."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == "Table of Contents"


class _Walk:
    """Goes through a document; knows how deep in the codes of fields it is, as those may go over paragraphs."""

    def __init__(self) -> None:
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self._carried = ""  # the paragraph before, where the mark between the two is deleted

    def blocks(self, holder: etree._Element) -> Iterator[Block]:
        """What stands in a body, a cell, a text box or the notes."""
        for child in _seen(holder):
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from table(_rows(child), self.blocks)
            elif child.tag in (W + "footnote", W + "endnote") and child.get(W + "type", "normal") == "normal":
                yield Block(" ".join(block.text for block in self.blocks(child)))
        if self._carried:
            yield Block(self._carried)
            self._carried = ""

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        style, item, deleted = _style(paragraph)
        drawings: list[etree._Element] = []
        text = self._carried + "".join(self._inline(paragraph, drawings))
        self._carried = text if deleted else ""
        if not deleted and not style.startswith("TOC"):
            yield Block(text, "item" if item else "paragraph")
        for drawing in drawings:
            for box in _boxes(drawing):
                yield from _Walk().blocks(box)

    def _inline(self, holder: etree._Element, drawings: list[etree._Element]) -> Iterator[str]:
        """The words of a paragraph; what is drawn in it is put aside."""
        for child in _seen(holder):
            tag = child.tag
            if tag == W + "r":
                if not _is_hidden(child):
                    yield from self._inline(child, drawings)
            elif tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif tag in DRAWN:
                drawings.append(child)
            elif not all(self._fields):
                continue
            elif tag == W + "t":
                yield child.text or ""
            elif tag == MATH + "oMath":
                yield "".join(each.text or "" for each in child.iter(MATH + "t"))
            else:
                yield SIGNS.get(tag, "")

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()


def _rows(holder: etree._Element) -> list[list[etree._Element]]:
    """The cells of a table, row by row, without the rows that are deleted."""
    return [
        [cell for cell in _seen(each) if cell.tag == W + "tc"]
        for each in _seen(holder)
        if each.tag == W + "tr" and each.find(f"{W}trPr/{W}del") is None
    ]


def _style(paragraph: etree._Element) -> tuple[str, bool, bool]:
    """Its style, whether it is an item of a list, and whether its end is deleted."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = "" if style is None else style.get(W + "val", "")
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    numbered = number is not None and number.get(W + "val") != "0" and not name.startswith(("Heading", "Title"))
    deleted = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
    return name, numbered or name.startswith(("ListBullet", "ListNumber")), deleted


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(W + "val", "1") not in ("0", "false", "off")


def _boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in a drawing, without those in them."""
    for child in drawing:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag not in UNSEEN:
            yield from _boxes(child)


def _properties(package: WordPackage) -> tuple[MetadataField, ...]:
    """What the core properties say. python-docx would make some up, with today's date, where there are none."""
    for relation in package.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES and not relation.is_external:
            core = parse_xml(relation.target_part.blob)
            given = {str(child.tag): child.text or "" for child in core}
            return properties(
                given.get(DC + "title", ""),
                [given.get(DC + "creator", "")],
                created=iso_date(given.get(TERMS + "created", "")),
                modified=iso_date(given.get(TERMS + "modified", "")),
                language=given.get(DC + "language", ""),
            )
    return ()
