"""An element of a page in, how it stands there out: in a line or as a box, as data or layout, as a caption."""

import re
from collections.abc import Mapping

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from tasks.inbox.pages import hints
from tasks.inbox.pages.blocks import BlockKind, Box

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
CAPTIONS = re.compile(
    r"\b(?:wp caption text|gallery caption|(?:img|image|photo|picture|figure|media|foto|bild) ?"
    r"(?:caption|credit|legende?|unterschrift)|caption(?: text)?|bildunterschrift|bildtext|legende photo|pie de foto)\b"
)


def is_inline(element: HtmlElement, attributes: Mapping[str, str]) -> bool:
    """Whether an element of the page's own making stands within a line: as browsers have it, unless it holds blocks."""
    if hints.kind_of_box(element.tag, attributes.get("class", ""), ""):
        return False
    return all(each.tag in INLINE or each.tag == "br" for each in element.iterdescendants("*"))


def box_of(tag: str, attributes: Mapping[str, str], parent: Box) -> Box:
    """The box of an element, put among those of `parent`."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else ""
    kind = hints.kind_of_box(tag, names, attributes.get("role", ""))
    if tag == "header" and kind == "header" and any(each.tag in ("article", "main") for each in parent.line()):
        kind = ""  # an article's own head
    box = Box(tag, names, parent, kind)
    parent.children.append(box)
    return box


def kind_in(box: Box, kind: BlockKind) -> BlockKind:
    """The kind of what stands in a box, in one of `kind`: its tag's, or a caption where it calls itself one."""
    if box.tag in KINDS:
        return KINDS[box.tag]
    if kind in ("caption", "quote", "item", "heading", "title"):
        return kind
    return "caption" if box.names and CAPTIONS.search(hints.words_of(box.names)) else "paragraph"


def start_of(element: HtmlElement) -> int:
    """The number of the first item of a numbered list."""
    start = element.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def is_data(table: HtmlElement) -> bool:
    """Whether a table holds data: rows of several short cells, and no tables or headings within."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if not cells or sum(len(row) > 1 for row in rows) < 0.5 * len(rows) or any(map(_holds_a_page, cells)):
        return False
    if len(rows) == 1 and next(table.iter("th"), None) is None:
        return False
    return sum(len(cell.text_content().strip()) for cell in cells) < LONGEST_CELL * len(cells)


def _holds_a_page(cell: HtmlElement) -> bool:
    """Whether a cell is a column of a page: it has a heading, a form, or several paragraphs."""
    if next(cell.iter("h1", "h2", "form"), None) is not None:
        return True
    return sum(len((each.text or "").strip()) > 40 for each in cell.iter("p")) > 2
