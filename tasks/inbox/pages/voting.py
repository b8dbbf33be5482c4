"""The blocks of a page and what other extractors kept of it in, the places of the blocks that are its text out.

Two look at the page: trafilatura, and this walk over boxes. Where both agree nothing is asked. A block that only
trafilatura has stays unless its box or its own words say that it is furniture; a block that only we have is added where
it reads like sentences, stands among kept blocks or right before or after them, and in the same part of the page.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tasks.inbox.pages import hints
from tasks.inbox.pages.blocks import Block, Box
from tasks.inbox.pages.phrases import (
    heads_comments,
    heads_offer,
    heads_related,
    is_furniture,
    is_particulars,
    named_in_byline,
)

KEY = re.compile(r"[\W_]+")
SHORT = 24  # characters of a key: shorter ones are looked for as whole lines
BULK = 0.8  # share of the mass that the box of the text must hold
MOST_FURNITURE = 0.4  # share of a page's mass above which a box's name is not believed
MOST_COMMENTS = 0.75  # the same for comments, which are often longer than what they are about
LITTLE = 300  # characters below which what trafilatura found is doubted
LARGEST_BOX = 800  # characters of a box that is about a newsletter or an author
LONG = 300  # characters of a paragraph that is believed to be of the text wherever it stands
GALLERY = 3  # captions from which a page whose text is shorter than they is a gallery
REPEATED = 50  # characters from which a text that stands on the page twice is taken once
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
            pieces = block.text.split(" | " if block.kind == "row" else "\n")
            return key in self._lines or all(key_of(piece) in self._lines for piece in pieces)
        if key in self._whole:
            return True
        pieces = [key[at : at + SHORT] for at in range(0, len(key) - SHORT + 1, SHORT)]
        return sum(piece in self._whole for piece in pieces) > 0.6 * len(pieces)


def furniture_of(block: Block, page: Box) -> str:
    """The kind of furniture whose box the block stands in; "" for none. Boxes with much of the text are not believed."""
    found = ""
    for box in block.box.line():
        most = MOST_COMMENTS if box.kind == "comments" else MOST_FURNITURE
        if not box.kind or box.titled or box.mass > most * page.mass:
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


def _form(block: Block) -> tuple[str, ...]:
    """What a block's box and the one around it are called: the same for paragraphs of one text in two places."""
    around = block.box.parent
    return (block.box.tag, block.box.names, around.tag if around else "", around.names if around else "", block.kind)


def _homes(block: Block) -> set[Box]:
    """The boxes in which a block's neighbours are of one kind with it: its own, or that around its paragraph or list."""
    inner = block.group or block.box
    around = inner.parent
    if around is None or (block.group is None and inner.own > 1):
        return {inner}
    return {inner, around}


def choose(
    blocks: Sequence[Block], page: Box, found: Found, known: Found | None = None, authors: Iterable[str] = ()
) -> list[int]:
    """The places of the blocks that are the text, in order.

    known: the text as the page's own description has it. authors: who wrote it, as far as is known.
    """
    return _Vote(blocks, page, found, known, authors).result()


class _Vote:
    def __init__(
        self, blocks: Sequence[Block], page: Box, found: Found, known: Found | None, authors: Iterable[str]
    ) -> None:
        self.blocks, self.page = blocks, page
        self.authors = {name for block in blocks if (name := named_in_byline(block.text))}.union(authors)
        self.kinds = [furniture_of(block, page) for block in blocks]
        self.said = [is_furniture(block.text) for block in blocks]
        self.ends = self._ended()
        self.known = [known is not None and block.reads and known.has(block) for block in blocks]
        self.given = [found.has(block) for block in blocks]

    def result(self) -> list[int]:
        first = [at for at in range(len(self.blocks)) if self._stays(at)]
        good = [at for at, block in enumerate(self.blocks) if block.reads and self._clean(at)]
        if self._size(first) < POOR * self._size(good):
            first = self._own(first, good)
        if not first:
            return []
        self._weigh(first)
        first = self._within(first)
        return self._trimmed(self._once(sorted({*first, *self._added(first)})))

    def _size(self, places: Iterable[int]) -> int:
        return sum(len(self.blocks[at].text) for at in places)

    def _clean(self, at: int) -> bool:
        return not self.kinds[at] and not self.said[at] and not self.ends[at]

    def _ended(self) -> list[bool]:
        """Which blocks stand under a heading of comments or related articles, in the section that it heads."""
        ended = [False] * len(self.blocks)
        for at, block in enumerate(self.blocks):
            if ended[at] or block.kind == "row":
                continue
            comments = heads_comments(block.text)
            if comments or heads_related(block.text):
                end = self._section_end(at, comments)
            elif heads_offer(block.text) or block.text in self.authors:
                end = self._small_box(at)
            else:
                continue
            ended[at : end + 1] = [True] * (end + 1 - at)
        return ended

    def _small_box(self, at: int) -> int:
        """The last block of the small box that a line begins: a newsletter's, an author's; the line itself if none."""
        around = next((box for box in self.blocks[at].box.line() if box.last > at), self.page)
        return around.last if around.first >= at - 1 and around.chars < LARGEST_BOX and not around.titled else at

    def _section_end(self, at: int, comments: bool) -> int:
        """The last block of the section that the heading at `at` heads.

        That is the box that the heading begins; else what follows up to the next heading, if it is made of links or
        scraps, or of readers' comments.
        """
        most = MOST_COMMENTS if comments else MOST_FURNITURE
        around = next((box for box in self.blocks[at].box.line() if box.last > at), self.page)
        if around.first >= at - 1 and around.mass <= most * self.page.mass:
            return around.last
        end = next((below for below in range(at + 1, around.last + 1) if self._heads(below)), around.last + 1)
        rest = sum(len(each.text) for each in self.blocks[at:end] if each.reads)
        if (comments and rest <= MOST_FURNITURE * self.page.mass) or self._scraps(at + 1, end):
            return end - 1
        return at

    def _heads(self, at: int) -> bool:
        block = self.blocks[at]
        return block.kind in ("heading", "title") and not heads_related(block.text) and not heads_comments(block.text)

    def _scraps(self, start: int, end: int) -> bool:
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
        if kind in ("particulars", "author", "interface", "header"):
            return kind != "author" and block.reads and block.kind != "item"
        return not is_particulars(block.text)

    def _own(self, first: list[int], good: list[int]) -> list[int]:
        """Our own view, where trafilatura has next to nothing: what reads well in the box that holds most of it.

        A box of teasers, full of links, is no text: what trafilatura has stands against it.
        """
        box = main_box(self.page, kept=False)
        if self._size(first) >= LITTLE and (box.linked > 0.2 * box.chars or box.mass < 0.6 * box.chars):
            return first
        return [at for at in good if box.first <= at <= box.last] or first

    def _weigh(self, kept: Iterable[int]) -> None:
        for at in kept:
            for box in self.blocks[at].box.line():
                box.kept += len(self.blocks[at].text)

    def _within(self, kept: list[int]) -> list[int]:
        """Without what was kept before and after the box of the text: the site's name, teasers, notes on the author.

        What stands there stays if it is the title or under it, is long, or stands in boxes like those of the text.
        """
        main = main_box(self.page, kept=True)
        if main is self.page or not any(self.blocks[at].reads for at in kept if main.first <= at <= main.last):
            return kept
        title = max((at for at in range(main.first + 1) if self.blocks[at].kind == "title"), default=-1)
        forms = {_form(self.blocks[at]) for at in kept if main.first <= at <= main.last}
        return [
            at
            for at in kept
            if main.first <= at <= main.last
            or (at < main.first and self.blocks[at].linked < 0.5 * len(self.blocks[at].text) and (at >= title >= 0 or self.blocks[at].reads))
            or len(self.blocks[at].text) >= LONG
            or (at > main.last and _form(self.blocks[at]) in forms)
        ]

    def _added(self, kept: list[int]) -> Iterable[int]:
        main = main_box(self.page, kept=True)
        homes = {home for at in kept if self.blocks[at].reads for home in _homes(self.blocks[at])}
        homes |= {group for at in kept if (group := self.blocks[at].group) is not None}
        first, last, among = kept[0], kept[-1], set(kept)
        captions = [at for at, block in enumerate(self.blocks) if block.kind == "caption" and block.reads]
        gallery = len(captions) >= GALLERY and self._size(captions) > self._size(kept)
        title = max((at for at in range(first) if self.blocks[at].kind == "title"), default=-1)
        for at, block in enumerate(self.blocks):
            if at in among or not self._clean(at) or is_particulars(block.text):
                continue
            near = not homes.isdisjoint(_homes(block))
            if at < first:
                wanted = self._leads(at, title)
            elif at > last:
                wanted = (near and self._follows(at)) or (gallery and block.kind == "caption")
            else:
                wanted = self._fits(at, near, main.first <= at <= main.last and main is not self.page)
            if wanted:
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
            return not block.box.kind == "header"
        return at > title and (block.reads or block.kind == "caption" or (hints.is_lead(block.box.names) and len(block.text) > 30))

    def _follows(self, at: int) -> bool:
        """Whether a block beside kept ones, after the last of them, goes on with the text."""
        block = self.blocks[at]
        if block.linked > 0.3 * len(block.text):
            return False
        return block.reads or (block.kind in ("item", "row", "heading", "paragraph") and len(block.text) > 20)

    def _once(self, kept: list[int]) -> list[int]:
        """Without long blocks that stood there before: pages show things twice for the phone and for the desk."""
        seen: set[str] = set()
        places = []
        for at in kept:
            text = self.blocks[at].text
            if len(text) < REPEATED or text not in seen:
                places.append(at)
            seen.add(text)
        return places

    def _trimmed(self, kept: list[int]) -> list[int]:
        """Without headings whose sections were links and are gone, and without those that nothing follows."""
        places = []
        for at, below in pairwise([*kept, len(self.blocks)]):
            gone = self.blocks[at + 1 : below]
            linked = sum(each.linked for each in gone) > 0.5 * sum(len(each.text) for each in gone) > 0
            if self.blocks[at].kind != "heading" or self.blocks[at].reads or not linked:
                places.append(at)
        while len(places) > 1 and self.blocks[places[-1]].kind == "heading":
            places.pop()
        return places


def whatever(blocks: Sequence[Block], page: Box) -> list[int]:
    """All that is no furniture, for pages whose text nobody finds: notes of a line or two, lists of words."""
    places = [at for at, block in enumerate(blocks) if furniture_of(block, page) not in hints.HARD and not is_furniture(block.text)]
    worded = [at for at in places if blocks[at].linked < 0.5 * len(blocks[at].text) and (blocks[at].weight > 20 or blocks[at].kind == "title")]
    return worded or (places if sum(len(blocks[at].text) for at in places) < LITTLE else [])
