"""The blocks of a page and what other extractors kept of it in, the places of the blocks that are its text out.

Two look at the page: trafilatura, and this walk over boxes. Where both agree nothing is asked. A block that only
trafilatura has stays unless its box or its own words say that it is furniture; a block that only we have is added where
it reads like sentences, stands among kept blocks or right before or after them, and in the same part of the page.
"""

import re
from collections.abc import Iterable, Sequence

from tasks.inbox.pages import hints
from tasks.inbox.pages.blocks import Block, Box
from tasks.inbox.pages.phrases import heads_furniture, is_furniture, is_particulars

KEY = re.compile(r"[\W_]+")
SHORT = 24  # characters of a key: shorter ones are looked for as whole lines
BULK = 0.8  # share of the mass that the box of the text must hold
MOST_FURNITURE = 0.4  # share of a page's mass above which a box's name is not believed
POOR = 0.3  # share of the good mass below which what trafilatura found is not the text


def key_of(text: str) -> str:
    """The letters and digits of a text: what is compared."""
    return KEY.sub("", text)


class Found:
    """What another extractor has found: whether a block is in it."""

    def __init__(self, text: str) -> None:
        self.size = len(text)
        self._lines = {key_of(line) for line in text.split("\n")}
        self._whole = key_of(text)

    def has(self, block: Block) -> bool:
        """Whether the block's text, or most of its pieces, stand there."""
        key = key_of(block.text)
        if not key:
            return False
        if len(key) < SHORT:
            return key in self._lines
        if key in self._whole:
            return True
        pieces = [key[at : at + SHORT] for at in range(0, len(key) - SHORT + 1, SHORT)]
        return sum(piece in self._whole for piece in pieces) > 0.6 * len(pieces)


def furniture_of(block: Block, page: Box) -> str:
    """The kind of furniture whose box the block stands in; "" for none. Boxes with much of the text are not believed."""
    found = ""
    for box in block.box.line():
        if not box.kind or box.titled or (box.mass > MOST_FURNITURE * page.mass and box.kind != "comments"):
            continue
        if box.kind in hints.HARD:
            return box.kind
        found = found or box.kind
    return found


def main_box(page: Box, kept: bool) -> Box:
    """The innermost box that holds the bulk of what was kept, or of what reads like sentences."""
    box = page
    whole = _mass(page, kept)
    while True:
        inner = max(box.children, key=lambda each: _mass(each, kept), default=None)
        if inner is None or whole == 0 or _mass(inner, kept) < BULK * whole:
            return box
        box = inner


def _mass(box: Box, kept: bool) -> int:
    return box.kept if kept else box.mass


def _is_pointer(block: Block) -> bool:
    """Whether it is a line that only points to another page, or one that repeats the title above an answer."""
    if block.kind in ("heading", "title"):
        return block.text.startswith(("Re: ", "AW: ", "RE: "))
    return block.kind == "paragraph" and len(block.text) < 160 and block.linked > 0.9 * len(block.text)


def choose(blocks: Sequence[Block], page: Box, found: Found, known: Found | None = None) -> list[int]:
    """The places of the blocks that are the text, in order. known: the text as the page's own description has it."""
    return _Vote(blocks, page, found, known).result()


class _Vote:
    def __init__(self, blocks: Sequence[Block], page: Box, found: Found, known: Found | None) -> None:
        self.blocks, self.page = blocks, page
        self.kinds = [furniture_of(block, page) for block in blocks]
        self.said = [is_furniture(block.text) for block in blocks]
        self.ends = self._ended()
        self.known = [known is not None and block.reads and known.has(block) for block in blocks]
        self.given = [found.has(block) for block in blocks]

    def result(self) -> list[int]:
        first = [at for at in range(len(self.blocks)) if self._stays(at)]
        good = [at for at, block in enumerate(self.blocks) if block.reads and self._clean(at)]
        if self._size(first) < POOR * self._size(good):
            first = self._own(good)
        if not first:
            return []
        self._weigh(first)
        kept = sorted({*first, *self._added(first)})
        return self._trimmed(kept)

    def _size(self, places: Iterable[int]) -> int:
        return sum(len(self.blocks[at].text) for at in places)

    def _clean(self, at: int) -> bool:
        return not self.kinds[at] and not self.said[at] and not self.ends[at]

    def _ended(self) -> list[bool]:
        """Which blocks stand under a heading of comments or related articles, in the box that the heading heads."""
        ended = [False] * len(self.blocks)
        for at, block in enumerate(self.blocks):
            if not ended[at] and block.kind != "row" and heads_furniture(block.text):
                for below in range(at, self._section_end(at) + 1):
                    ended[below] = True
        return ended

    def _section_end(self, at: int) -> int:
        """The last block of the section that the heading at `at` heads: the box around it that holds more than it."""
        for box in self.blocks[at].box.line():
            if box.last > at:
                inside = box.mass if box.first >= at - 1 else 0
                if box.first >= at - 1 and inside <= MOST_FURNITURE * self.page.mass:
                    return box.last
                break
        for below in range(at + 1, len(self.blocks)):
            if self.blocks[below].kind in ("heading", "title") and not heads_furniture(self.blocks[below].text):
                return below - 1 if self._listed(at + 1, below) else at
        return len(self.blocks) - 1 if self._listed(at + 1, len(self.blocks)) else at

    def _listed(self, start: int, end: int) -> bool:
        """Whether most of what stands there is links or short."""
        texts = self.blocks[start:end]
        return sum(len(each.text) for each in texts if each.reads) < 0.4 * sum(len(each.text) for each in texts)

    def _stays(self, at: int) -> bool:
        """Whether what trafilatura kept is kept."""
        block, kind = self.blocks[at], self.kinds[at]
        if self.known[at] and kind not in ("comments", "related"):
            return True
        if not self.given[at] or self.said[at] or self.ends[at] or kind in hints.HARD or _is_pointer(block):
            return False
        if kind in ("particulars", "author", "interface"):
            return block.reads and block.kind != "item"
        return not is_particulars(block.text)

    def _own(self, good: list[int]) -> list[int]:
        """Our own view, where trafilatura has next to nothing: what reads well in the box that holds most of it."""
        box = main_box(self.page, kept=False)
        return [at for at in good if box.first <= at <= box.last]

    def _weigh(self, kept: Iterable[int]) -> None:
        for at in kept:
            for box in self.blocks[at].box.line():
                box.kept += len(self.blocks[at].text)

    def _added(self, kept: list[int]) -> Iterable[int]:
        main = main_box(self.page, kept=True)
        homes = {self.blocks[at].box for at in kept if self.blocks[at].reads}
        parents = {box.parent for box in homes if box.parent is not None and box.tag in ("p", "div")}
        first, last, among = kept[0], kept[-1], set(kept)
        title = max((at for at in range(first) if self.blocks[at].kind == "title"), default=-1)
        for at, block in enumerate(self.blocks):
            if at in among or not self._clean(at) or is_particulars(block.text):
                continue
            near = block.box in homes or block.box.parent in parents
            inside = main.first <= at <= main.last and main is not self.page
            if (first < at < last and self._fits(at, near, inside)) or (
                self._leads(at, title) if at < first else (at > last and self._follows(at, near, inside))
            ):
                yield at

    def _fits(self, at: int, near: bool, inside: bool) -> bool:
        """Whether a block among kept ones is one of them."""
        block = self.blocks[at]
        if block.linked > 0.5 * len(block.text):
            return False
        if block.kind == "caption":
            return inside or near
        if block.kind in ("heading", "item", "row", "code", "quote", "title"):
            return inside or near
        return (block.reads and (inside or near)) or near

    def _leads(self, at: int, title: int) -> bool:
        """Whether a block before the first kept one is the lead, or the title over it."""
        block = self.blocks[at]
        if block.linked > 0.4 * len(block.text) or title < 0:
            return False
        if at == title:
            return True
        return at > title and (block.reads or block.kind == "caption" or (hints.is_lead(block.box.names) and len(block.text) > 30))

    def _follows(self, at: int, near: bool, inside: bool) -> bool:
        """Whether a block after the last kept one goes on with the text."""
        block = self.blocks[at]
        if block.linked > 0.3 * len(block.text):
            return False
        if block.reads:
            return near or inside
        return near and block.kind in ("item", "row", "heading", "paragraph") and len(block.text) > 20

    def _trimmed(self, kept: list[int]) -> list[int]:
        """Without headings that nothing follows."""
        while kept and self.blocks[kept[-1]].kind == "heading" and len(kept) > 1:
            kept = kept[:-1]
        return kept


def whatever(blocks: Sequence[Block], page: Box) -> list[int]:
    """All that is no furniture, for pages whose text nobody finds: notes of a line or two, lists of words."""
    return [
        at
        for at, block in enumerate(blocks)
        if block.linked < 0.5 * len(block.text)
        and not is_furniture(block.text)
        and furniture_of(block, page) not in hints.HARD
        and (block.reads or len(block.text) > 20 or block.kind in ("title", "heading"))
    ]
