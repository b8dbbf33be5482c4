"""A page of a book in, its blocks in the order of reading out: all of its text, as there is nothing around it."""

import re
from html.entities import html5

from lxml import etree  # type: ignore[import-untyped]

from tasks.errors import Rejected
from tasks.inbox.blocks import Block, Kind, row
from tasks.inbox.limits import Limits
from tasks.inbox.packages import tree

SPACE = re.compile(r"[ \t\r\n\f]+")
NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
UNSEEN = frozenset((
    "head", "script", "style", "template", "nav", "svg", "audio", "video", "object", "iframe", "rt", "rp",
))  # fmt: skip
BLOCKS = frozenset((
    "p", "div", "section", "article", "aside", "header", "footer", "main", "body", "blockquote", "h1", "h2", "h3", "h4",
    "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "table", "caption", "tr", "pre", "hr",
    "address", "center",
))  # fmt: skip
CELLS = frozenset(("td", "th"))
TYPE = "{http://www.idpf.org/2007/ops}type"


def blocks_of(data: bytes, limits: Limits) -> list[Block]:
    """The paragraphs, items and rows of an XHTML page; one that is not well-formed is read as browsers read it.

    Raises Rejected for one that is too large, and for one that is no page.
    """
    walk = _Walk()
    unseen: list[etree._Element] = []
    steps = etree.iterwalk(_parsed(data, limits), events=("start", "end"))
    for event, element in steps:
        if event == "start" and _is_unseen(element):
            steps.skip_subtree()
            unseen.append(element)
        elif event == "start":
            walk.begin(_name(element), element.text or "")
        elif unseen and element is unseen[-1]:
            unseen.pop()
            walk.add(element.tail or "")
        else:
            walk.end(_name(element), element.tail or "")
    return walk.blocks


def _parsed(data: bytes, limits: Limits) -> etree._Element:
    try:
        root = tree(NAMED.sub(_numbered, data), limits, "a chapter")
    except Rejected as why:
        if why.stage == "limits" or b"<!ENTITY" in data:  # with entities of its own it is no page of a browser
            raise
        root = etree.fromstring(data, etree.HTMLParser(no_network=True, huge_tree=False))
    if root is None:
        raise Rejected("decode", "damaged: a chapter is no page")
    etree.strip_tags(root, etree.Comment, etree.PI, etree.Entity)
    return root


def _numbered(entity: re.Match[bytes]) -> bytes:
    """An entity that XML does not know without a DTD ("&nbsp;") by its number."""
    character = html5.get(entity[1].decode() + ";", "")
    return entity[0] if entity[1] in OF_XML or len(character) != 1 else b"&#%d;" % ord(character)


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname).lower()


def _is_unseen(element: etree._Element) -> bool:
    """Whether it is not part of the text: a script, a picture, the number of a printed page."""
    if _name(element) in UNSEEN or element.get("hidden") is not None:
        return True
    return "pagebreak" in (element.get(TYPE), str(element.get("role")).removeprefix("doc-"))


class _Walk:
    """Gathers words until a block begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._cells: list[list[str]] = []  # of each open row
        self._kind: Kind = "paragraph"
        self._verbatim = 0  # open elements in which line ends are meant

    def begin(self, name: str, text: str) -> None:
        """An element begins, with the words before its first child."""
        if name in BLOCKS:
            self._flush()
        if name == "li":
            self._kind = "item"
        elif name == "tr":
            self._cells.append([])
        elif name == "br":
            self._words.append("\n")
        self._verbatim += name == "pre"
        self.add(text)

    def end(self, name: str, tail: str) -> None:
        """An element ends; tail: the words between it and the next."""
        if name in CELLS and self._cells:
            self._flush()
        elif name == "tr" and self._cells:
            self._flush()
            cells = self._cells.pop()
            if self._cells:  # a table in a cell of another
                self._cells[-1].extend(cells)
            else:
                self.blocks.append(row(cells) if len(cells) > 1 else Block(" ".join(cells)))
        elif name in BLOCKS:
            self._flush()
        self._verbatim -= name == "pre"
        self.add(tail)

    def add(self, text: str) -> None:
        """More words of the same block."""
        if text:
            self._words.append(text if self._verbatim else SPACE.sub(" ", text))

    def _flush(self) -> None:
        text = "".join(self._words)
        text = re.sub(r" ?\n ?", "\n", text) if not self._verbatim else text
        self._words.clear()
        if not text.strip():
            return
        if self._cells:
            self._cells[-1].append(" ".join(text.split()))
        else:
            self.blocks.append(Block(text, self._kind))
            self._kind = "paragraph"
