"""The tree of a page in, the pieces of text that a reader sees out, in order, each in the box it stands in."""

import re

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from tasks.inbox.pages import hints
from tasks.inbox.pages.blocks import Block, BlockKind, Box
from tasks.inbox.pages.elements import INLINE, box_of, is_data, is_inline, kind_in, start_of
from tasks.inbox.pages.tree import is_hidden

BREAK = "\x1e"  # where the page breaks a line: no character of the text, those were taken out before
SPACES = re.compile(r"[ \t\r\n\f\v]+")
BREAKS = re.compile(rf" ?(?:{BREAK} ?)+")
PARAGRAPH_BREAK = re.compile(rf"{BREAK} *{BREAK}[ {BREAK}]*")


def blocks_of(root: HtmlElement) -> tuple[list[Block], Box]:
    """All blocks of the page's body in order, and the outermost box. `root` is what `without_the_unseen` left."""
    body = root.find(".//body")
    body = body if body is not None else root
    walk = _Walk(len(body.text_content()))
    page = Box("body", "", None)
    walk.children(body, page, "paragraph")
    walk.flush(page, "paragraph")
    for place, block in enumerate(walk.blocks):
        _count(block, place)
    return walk.blocks, page


def _count(block: Block, place: int) -> None:
    mass = len(block.text) if block.reads else 0
    block.box.own += 1
    for box in block.box.line():
        box.chars += len(block.text)
        box.linked += block.linked
        box.mass += mass
        box.first = place if box.first < 0 else box.first
        box.last = place
        box.titled = box.titled or block.kind == "title"


class _Walk:
    """The walk through the tree: text is gathered until a boundary, and is then a block."""

    def __init__(self, whole: int) -> None:
        self._whole = whole
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._linked = 0
        self._group: Box | None = None
        self._number = ""

    def children(self, element: HtmlElement, box: Box, kind: BlockKind, links: bool = False) -> None:
        self._add(element.text, links)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, box, kind, links)
            self._add(child.tail, links)

    def _add(self, text: str | None, links: bool) -> None:
        if text and (self._parts or not text.isspace()):
            self._parts.append(text)
            if links:
                self._linked += len(text.strip())

    def _element(self, element: HtmlElement, box: Box, kind: BlockKind, links: bool) -> None:
        tag = element.tag
        attributes = dict(element.items())
        if attributes and is_hidden(element, attributes, self._whole):
            return
        if tag == "br":
            self._parts.append(BREAK)
        elif tag in INLINE or ("-" in tag and is_inline(element, attributes)):
            self._inline(element, attributes.get("class", ""), box, kind, links)
        elif tag == "button" and kind not in ("heading", "title"):  # a question that unfolds its answer is a heading
            return
        elif tag == "table" and is_data(element):
            self.flush(box, kind)
            self._table(element, box_of(tag, attributes, box))
        else:
            self._block(element, box_of(tag, attributes, box), kind, links)

    def _inline(self, element: HtmlElement, names: str, box: Box, kind: BlockKind, links: bool) -> None:
        tag = element.tag
        if tag == "span" and names and "edit" in names and hints.kind_of_names(names) == "interface":
            return
        if tag == "q":
            self._parts.append("“")
        self.children(element, box, kind, links or tag == "a")
        if tag == "q":
            self._parts.append("”")

    def _block(self, element: HtmlElement, inner: Box, kind: BlockKind, links: bool) -> None:
        if inner.parent is not None:
            self.flush(inner.parent, kind)
        own = kind_in(inner, kind)
        if inner.tag in ("ul", "ol"):
            self._list(element, inner, links)
        elif inner.tag == "pre":
            self._code(element, inner)
        else:
            self.children(element, inner, own, links)
            self.flush(inner, own)

    def _list(self, element: HtmlElement, box: Box, links: bool) -> None:
        group, self._group = self._group, self._group or box
        number = start_of(element) if element.tag == "ol" else 0
        self._add(element.text, links)
        for child in element:
            if child.tag == "li":
                self._number = f"{number}." if element.tag == "ol" else "•"
                number += 1
            if isinstance(child.tag, str):
                self._element(child, box, "item", links)
            self._number = ""
            self._add(child.tail, links)
        self.flush(box, "item")
        self._group = group

    def _code(self, element: HtmlElement, box: Box) -> None:
        text = "".join(element.itertext()).strip("\n").rstrip()
        if text.strip():
            self.blocks.append(Block(text, "code", box, 0))

    def _table(self, element: HtmlElement, table: Box) -> None:
        for row in element.iter("tr", "caption"):
            if row.tag == "caption":
                self.children(row, table, "paragraph")
                self.flush(table, "paragraph")
                continue
            cells, linked = [], 0
            for cell in row.iterchildren("td", "th"):
                text, chars = _flat(cell)
                cells.append(text)
                linked += chars
            if any(cells):
                self.blocks.append(Block(" | ".join(cells), "row", table, linked, table))

    def flush(self, box: Box, kind: BlockKind) -> None:
        """End the block that was gathered; an empty line within it parts it in two."""
        parts, linked = self._parts, self._linked
        if not parts:
            return
        self._parts, self._linked = [], 0
        joined = SPACES.sub(" ", "".join(parts))
        if not joined.strip(f" {BREAK}"):
            return
        pieces = PARAGRAPH_BREAK.split(joined) if BREAK in joined else [joined]
        texts = [text for each in pieces if (text := BREAKS.sub("\n", each.strip(f" {BREAK}")))]
        for text in texts:
            share = linked if len(texts) == 1 else linked * len(text) // len(joined)
            self.blocks.append(Block(text, kind, box, min(share, len(text)), self._group, self._number))
            self._number = ""


def _flat(cell: HtmlElement) -> tuple[str, int]:
    """The text of a cell in one line, and how many of its characters are in links."""
    walk = _Walk(len(cell.text_content()))
    walk.children(cell, Box("td", "", None), "paragraph")
    walk.flush(Box("td", "", None), "paragraph")
    text = " ".join(block.text.replace("\n", " ") for block in walk.blocks)
    return text, sum(block.linked for block in walk.blocks)
