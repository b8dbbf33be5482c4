"""A fragment of HTML in, all that a reader would see of it out: block by block, without marks, nothing left out.

For what is text all through: the body of a mail, an entry of a feed, a field of a table. A page with its menus and
frames is for the decoder of HTML, which looks for the article in it.
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree  # type: ignore[import-untyped]

from tasks.inbox.blocks import BULLET

Unseen = Callable[[str, Mapping[str, str]], bool]

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "details", "dd", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul", "caption",
))  # fmt: skip
UNSEEN = frozenset((
    "script", "style", "head", "title", "template", "noscript", "noframes", "iframe", "object", "embed", "applet",
    "svg", "math", "audio", "video", "canvas", "map", "select", "textarea", "datalist", "rp",
))  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])", re.I)
TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|small|sup|sub|font|center|ul|ol|li|dl|dt|dd|h[1-6]|hr|table|tr|t[dh]|img|"
    r"blockquote|pre|code|figure|figcaption|section|article|header|footer|html|body|head|style|script|iframe|cite|q"
    r")(?:\s[^<>]*)?/?>|<!--",
    re.I,
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.I)
SPACE = re.compile(r"[ \t\r\n\f]+")  # what HTML takes as one space: no other white space is
LONG_LINE = 80  # characters: a `div` ends a line, and after a longer one a paragraph, as mail programs write both
LONG_CELL = 200  # characters: cells with more, or with several paragraphs, lay out a page and are no table


def text_of(markup: str, unseen: Unseen | None = None) -> str:
    """The visible words of `markup`: paragraphs with a blank line between them, list items and rows on their lines.

    unseen: says of an element, by its name and attributes, whether it is left out with all that is in it; asked beside
    `hidden`. Never raises: there is no markup that a browser would not show either.
    """
    writer = _Writer(unseen)
    parser = etree.HTMLParser(target=writer, no_network=True)
    parser.feed("<body>" + markup.replace("\0", "").encode("utf-8", "replace").decode())
    return str(parser.close())


def seen(text: str) -> str:
    """The visible words of a text that may be marked up or not, as it is in feeds and tables."""
    if TAG.search(text):
        return text_of(text)
    return html.unescape(text).strip() if ENTITY.search(text) else text.strip()


def hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of such an element."""
    return tag in UNSEEN or "hidden" in attributes or bool(HIDDEN.search(attributes.get("style", "")))


@dataclass(slots=True)
class _Flow:
    """Text as it is written: finished blocks, the lines of the one that is not, the pieces of its last line."""

    blocks: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def end_line(self, mark: str) -> str:
        line = SPACE.sub(" ", "".join(self.pieces)).strip(" ").replace("\0", " ").rstrip()
        self.pieces.clear()
        if line:
            self.lines.append(mark + line)
        return line

    def end_block(self) -> None:
        if self.lines:
            self.blocks.append("\n".join(self.lines))
            self.lines.clear()


class _Writer:
    """What the parser tells its events to. Elements may be as deep in each other as they like."""

    def __init__(self, unseen: Unseen | None) -> None:
        self._unseen = unseen
        self._unseen_depth = self._pre = 0
        self._flows = [_Flow()]  # the page, and the cells that are open
        self._rows: list[list[_Flow]] = []
        self._lists: list[int | None] = []  # the next number of an ordered list, None for one with bullets
        self._mark = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._unseen_depth or hidden(tag, attributes) or (self._unseen and self._unseen(tag, attributes)):
            self._unseen_depth += 1
            if tag in BLOCKS or tag == "div":
                self._end_block()
            return
        if tag == "br":
            self._break()
        elif tag in BLOCKS or tag in ("div", "li", "tr", "td", "th"):
            self._end_line()
            self._open(tag)
        elif tag == "q":
            self.data("“")

    def end(self, tag: str) -> None:
        if self._unseen_depth:
            self._unseen_depth -= 1
        elif tag == "q":
            self.data("”")
        elif tag in BLOCKS or tag in ("div", "li", "tr", "td", "th"):
            line = self._end_line()
            if tag == "div" and len(line) > LONG_LINE and not self._lists:
                self._flows[-1].end_block()
            self._close(tag)

    def data(self, text: str) -> None:
        if self._unseen_depth:
            return
        if self._pre:
            first, *others = text.expandtabs(4).replace(" ", "\0").split("\n")  # spaces that stay
            self._flows[-1].pieces.append(first)
            for line in others:
                self._break()
                self._flows[-1].pieces.append(line)
        else:
            self._flows[-1].pieces.append(text)

    def close(self) -> str:
        while len(self._flows) > 1:
            self._close("td")
            self._close("tr")
        self._end_block()
        return "\n\n".join(self._flows[0].blocks)

    def _open(self, tag: str) -> None:
        if tag in BLOCKS and not (self._lists and tag in ("p", "ul", "ol")):
            self._end_block()
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._mark = self._item()
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._flows.append(_Flow())
            self._rows[-1].append(self._flows[-1])
        elif tag == "pre":
            self._pre += 1

    def _close(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre" and self._pre:
            self._pre -= 1
        elif tag in ("td", "th") and len(self._flows) > 1:
            self._end_block()
            self._flows.pop()
        elif tag == "tr" and self._rows:
            self._row([cell.blocks for cell in self._rows.pop() if cell is not self._flows[-1]])
        if tag in BLOCKS and not (self._lists and tag in ("p", "ul", "ol")):
            self._end_block()

    def _item(self) -> str:
        if not self._lists or (number := self._lists[-1]) is None:
            return BULLET
        self._lists[-1] = number + 1
        return f"{number}. "

    def _row(self, cells: Sequence[Sequence[str]]) -> None:
        """One line for a row of a table; where the cells hold paragraphs they are the page's, one after another."""
        flow = self._flows[-1]
        if len(cells) > 1 and all(len(cell) <= 1 and len("".join(cell)) <= LONG_CELL for cell in cells):
            row = " | ".join("".join(cell).replace("\n", " ") for cell in cells)
            flow.lines.extend([row.strip()] if any(cells) else [])
        else:
            self._end_block()
            flow.blocks.extend(block for cell in cells for block in cell)

    def _break(self) -> None:
        """The end of a line; an empty line ends the paragraph."""
        if not self._end_line() and not self._lists:
            self._flows[-1].end_block()

    def _end_line(self) -> str:
        line = self._flows[-1].end_line(self._mark)
        if line:
            self._mark = ""
        return line

    def _end_block(self) -> None:
        self._end_line()
        self._flows[-1].end_block()
