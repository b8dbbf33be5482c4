"""The tree of a page in, the pieces of text that a reader sees out, in order, each in the box it stands in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lxml.html import HtmlElement

from tasks.inbox.pages import hints
from tasks.inbox.pages.tree import is_hidden

BlockKind = Literal["paragraph", "heading", "title", "item", "row", "caption", "code", "quote"]
BREAK = "\x1e"  # where the page breaks a line: no character of the text, those were taken out before
SPACES = re.compile(r"[ \t\r\n\f\v]+")
BREAKS = re.compile(rf" ?(?:{BREAK} ?)+")
PARAGRAPH_BREAK = re.compile(rf"{BREAK} *{BREAK}[ {BREAK}]*")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\s|$)|[。！？।؟۔]")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")

INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "math", "nobr", "output", "picture", "q", "ruby", "s", "samp", "small", "source",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "rb", "rtc", "blink", "basefont",
    "slot", "track", "param", "amp-img", "mi", "mo", "mn", "mrow", "msup", "msub", "mfrac", "semantics", "mtext",
))  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
KINDS: dict[str, BlockKind] = {
    "li": "item", "figcaption": "caption", "amp-caption": "caption", "pre": "code", "blockquote": "quote",
    **dict.fromkeys(HEADINGS, "heading"), "h1": "title",
}  # fmt: skip
LONGEST_CELL = 300  # characters: a table with longer cells on average is there for the layout
CAPTIONS = re.compile(r"\b(?:wp caption text|gallery caption|(?:img|image|photo|picture|figure|media|foto|bild) ?(?:caption|credit|legende?|unterschrift)|caption(?: text)?|bildunterschrift|bildtext|legende photo|pie de foto)\b")  # fmt: skip


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element: what it is, what it calls itself, and what it holds.

    kind: of furniture, "" for none. chars: of all text in it; linked: of that, in links; mass: of what reads like
    sentences; kept: of that, in blocks that the vote kept at first. first, last: its blocks' places. titled: whether
    it holds a first heading. own: blocks right in it, in no box further in.
    """

    tag: str
    names: str
    parent: "Box | None"
    kind: str = ""
    chars: int = 0
    linked: int = 0
    mass: int = 0
    kept: int = 0
    first: int = -1
    last: int = -1
    titled: bool = False
    own: int = 0
    children: list["Box"] = field(default_factory=list)

    def line(self) -> Iterator["Box"]:
        """The box and all that it stands in, innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@dataclass(slots=True, eq=False)
class Block:
    """A piece of text between two block boundaries. linked: characters in links. group: the list or table it is of."""

    text: str
    kind: BlockKind
    box: Box
    linked: int
    group: Box | None = None
    number: str = ""

    @property
    def weight(self) -> int:
        """Its length in letters of an alphabet: an ideograph counts for three."""
        return len(self.text) + 2 * len(WIDE.findall(self.text[:200]))

    @property
    def reads(self) -> bool:
        """Whether it reads like sentences: long enough, with a sign that ends one, and not made of links."""
        return self.weight >= 60 and self.linked < 0.4 * len(self.text) and bool(SENTENCE_END.search(self.text))


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
        elif tag in INLINE or ("-" in tag and _is_inline(element, attributes)):
            self._inline(element, attributes.get("class", ""), box, kind, links)
        elif tag == "button" and kind not in ("heading", "title"):
            return
        elif tag == "table" and _is_data(element):
            self.flush(box, kind)
            self._table(element, _box(tag, attributes, box))
        else:
            self._block(element, _box(tag, attributes, box), kind, links)

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
        tag = element.tag
        own = KINDS.get(tag) or _caption(inner, kind)
        if tag in ("ul", "ol"):
            self._list(element, inner, links)
        elif tag == "pre":
            self._code(element, inner)
        else:
            self.children(element, inner, own, links)
            self.flush(inner, own)

    def _list(self, element: HtmlElement, box: Box, links: bool) -> None:
        group, self._group = self._group, self._group or box
        number = _start(element) if element.tag == "ol" else 0
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


def _is_inline(element: HtmlElement, attributes: Mapping[str, str]) -> bool:
    """Whether an element of the page's own making stands within a line: as browsers have it, unless it holds blocks."""
    if hints.kind_of_box(element.tag, attributes.get("class", ""), ""):
        return False
    return all(each.tag in INLINE or each.tag == "br" for each in element.iterdescendants("*"))


def _box(tag: str, attributes: Mapping[str, str], parent: Box) -> Box:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else ""
    kind = hints.kind_of_box(tag, names, attributes.get("role", ""))
    if kind == "header" and tag == "header" and any(each.tag in ("article", "main") for each in parent.line()):
        kind = ""  # an article's own head
    box = Box(tag, names, parent, kind)
    parent.children.append(box)
    return box


def _caption(box: Box, kind: BlockKind) -> BlockKind:
    """The kind of what stands in a box of no kind of its own: a caption where it calls itself one."""
    if kind in ("caption", "quote", "item", "heading", "title"):
        return kind
    return "caption" if box.names and CAPTIONS.search(hints.words_of(box.names)) else "paragraph"


def _start(element: HtmlElement) -> int:
    start = element.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data: rows of several short cells, and no tables or headings within."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    wide = sum(len(row) > 1 for row in rows)
    if not cells or wide < 0.5 * len(rows) or any(next(cell.iter("h1", "h2", "form"), None) is not None for cell in cells):
        return False
    if len(rows) == 1 and next(table.iter("th"), None) is None:
        return False
    return sum(len(cell.text_content().strip()) for cell in cells) < LONGEST_CELL * len(cells) and not any(
        sum(len((p.text or "").strip()) > 40 for p in cell.iter("p")) > 2 for cell in cells
    )


def _flat(cell: HtmlElement) -> tuple[str, int]:
    """The text of a cell in one line, and how many of its characters are in links."""
    walk = _Walk(len(cell.text_content()))
    walk.children(cell, Box("td", "", None), "paragraph")
    walk.flush(Box("td", "", None), "paragraph")
    text = " ".join(block.text.replace("\n", " ") for block in walk.blocks)
    return text, sum(block.linked for block in walk.blocks)
