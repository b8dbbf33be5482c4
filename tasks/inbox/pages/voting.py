"""The blocks of a page and what trafilatura kept of it in, the places of the blocks that are its text out.

Two look at the page: trafilatura, and the walk over its boxes. A block that trafilatura has stays unless its box or its
own words say that it is furniture; a block that only the walk has is added where it reads like sentences and stands
among kept blocks, or right before or after them in the same part of the page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tasks.inbox.pages import hints
from tasks.inbox.pages.blocks import Block, Box
from tasks.inbox.pages.boxes import form_of, furniture_of, homes_of, main_box
from tasks.inbox.pages.found import Found
from tasks.inbox.pages.phrases import is_furniture, is_particulars, named_in_byline
from tasks.inbox.pages.sections import headed
from tasks.inbox.pages.trimming import once, trimmed

LITTLE = 300  # characters below which what trafilatura found is doubted
WEAK = 0.5  # share of what reads well below which trafilatura is asked to ask others too, which takes it twice as long
POOR = 0.3  # share of what reads well below which what trafilatura found is not the text
LONG = 300  # characters of a paragraph that is believed to be of the text wherever it stands
GALLERY = 3  # captions from which a page whose text is shorter than they is a gallery
POINTER = 160  # characters of a line that points to another page
ANSWERS = ("Re: ", "RE: ", "AW: ")  # what stands before the title of a thread above each answer

Ask = Callable[[bool], Found]


def choose(
    blocks: Sequence[Block], page: Box, ask: Ask, known: Found | None = None, authors: Iterable[str] = ()
) -> list[int]:
    """The places of the blocks that are the text, in order.

    ask: what trafilatura finds, by itself or (True) with second opinions. known: the text as the page's own description
    has it. authors: who wrote it, as far as is known.
    """
    return _Vote(blocks, page, ask, known, authors).result()


def all_but_furniture(blocks: Sequence[Block], page: Box) -> list[int]:
    """All that is no furniture, for pages whose text nobody finds: notes of a line or two, lists of words."""
    places = [
        at
        for at, block in enumerate(blocks)
        if furniture_of(block, page) not in hints.HARD and not is_furniture(block.text)
    ]
    worded = [
        at for at in places if not blocks[at].links(0.5) and (blocks[at].weight > 20 or blocks[at].kind == "title")
    ]
    return worded or (places if sum(len(blocks[at].text) for at in places) < LITTLE else [])


def _is_pointer(block: Block) -> bool:
    """Whether it is a line that only points to another page, or one that repeats the title above an answer."""
    if block.kind in ("heading", "title"):
        return block.text.startswith(ANSWERS)
    return block.kind == "paragraph" and len(block.text) < POINTER and block.links(0.9)


class _Vote:
    def __init__(
        self, blocks: Sequence[Block], page: Box, ask: Ask, known: Found | None, authors: Iterable[str]
    ) -> None:
        self.blocks, self.page, self.ask = blocks, page, ask
        names = {name for block in blocks if (name := named_in_byline(block.text))}.union(authors)
        self.kinds = [furniture_of(block, page) for block in blocks]
        self.said = [is_furniture(block.text) for block in blocks]
        self.headed = headed(blocks, page, names)
        self.known = [known is not None and block.reads and known.has(block) for block in blocks]
        self.given: list[bool] = []

    def _asked(self, thoroughly: bool) -> list[int]:
        """What is kept of what trafilatura finds."""
        found = self.ask(thoroughly)
        self.given = [found.has(block) for block in self.blocks]
        return [at for at in range(len(self.blocks)) if self._stays(at)]

    def result(self) -> list[int]:
        good = [at for at, block in enumerate(self.blocks) if block.reads and self._clean(at)]
        first = self._asked(thoroughly=False)
        if self._size(first) < max(LITTLE, WEAK * self._size(good)):
            first = self._asked(thoroughly=True)
        if self._size(first) < POOR * self._size(good):
            first = self._own(first, good)
        if not first:
            return []
        self._weigh(first)
        first = self._within(first)
        return trimmed(self.blocks, once(self.blocks, sorted({*first, *self._added(first)})))

    def _size(self, places: Iterable[int]) -> int:
        return sum(len(self.blocks[at].text) for at in places)

    def _clean(self, at: int) -> bool:
        return not self.kinds[at] and not self.said[at] and not self.headed[at]

    def _stays(self, at: int) -> bool:
        """Whether what trafilatura kept is kept."""
        block, kind = self.blocks[at], self.kinds[at]
        if self.known[at] and kind not in ("comments", "related"):
            return True
        if not self.given[at] or self.said[at] or self.headed[at] or kind in hints.HARD or _is_pointer(block):
            return False
        if kind in ("particulars", "interface", "header"):
            return block.reads and block.kind != "item"
        return kind != "author" and not is_particulars(block.text)

    def _own(self, first: list[int], good: list[int]) -> list[int]:
        """Our own view, where trafilatura has next to nothing: what reads well in the box that holds most of it.

        A box of teasers, full of links, is no text: what trafilatura has stands against it.
        """
        box = main_box(self.page, kept=False)
        if self._size(first) >= LITTLE and (box.linked > 0.2 * box.chars or box.mass < 0.6 * box.chars):
            return first
        return [at for at in good if box.holds(at)] or first

    def _weigh(self, kept: Iterable[int]) -> None:
        for at in kept:
            for box in self.blocks[at].box.line():
                box.kept += len(self.blocks[at].text)

    def _title(self, before: int) -> int:
        """The place of the last first-level heading before a block, -1 for none."""
        return max((at for at in range(before) if self.blocks[at].kind == "title"), default=-1)

    def _within(self, kept: list[int]) -> list[int]:
        """Without what was kept before and after the box of the text: the site's name, teasers, notes on the author.

        What stands there stays if it is the title or under it, is long, stands in boxes like those of the text, or
        under a heading like its headings.
        """
        main = main_box(self.page, kept=True)
        inside = [self.blocks[at] for at in kept if main.holds(at)]
        if main is self.page or not any(block.reads for block in inside):
            return kept
        title = self._title(main.first + 1)
        forms = {form_of(block) for block in inside}
        levels = {block.box.tag for block in inside if block.kind == "heading"}
        stays, open_in = [], None
        for at in kept:
            block = self.blocks[at]
            if at > main.last and block.kind == "heading":
                open_in = block.box.parent if block.box.tag in levels and not block.links(0.5) else None
            under = open_in is not None and (block.box.parent is open_in or block.group is not None)
            before = at < main.first and not block.links(0.5) and (at >= title >= 0 or block.reads)
            alike = at > main.last and (under or form_of(block) in forms)
            if main.holds(at) or before or alike or len(block.text) >= LONG:
                stays.append(at)
        return stays

    def _added(self, kept: list[int]) -> Iterator[int]:
        """What trafilatura did not keep and belongs to what it kept."""
        main = main_box(self.page, kept=True)
        homes = {home for at in kept if self.blocks[at].reads for home in homes_of(self.blocks[at])}
        homes |= {group for at in kept if (group := self.blocks[at].group) is not None}
        first, last, title = kept[0], kept[-1], self._title(kept[0])
        gallery = self._is_gallery(kept)
        for at in sorted({*range(len(self.blocks))}.difference(kept)):
            block = self.blocks[at]
            if not self._clean(at) or is_particulars(block.text) or block.links(0.5):
                continue
            near = not homes.isdisjoint(homes_of(block))
            if at < first:
                wanted = self._leads(at, title)
            elif at > last:
                wanted = (near and self._follows(at)) or (gallery and block.kind == "caption")
            else:
                wanted = near or (
                    main is not self.page and main.holds(at) and (block.reads or block.kind != "paragraph")
                )
            if wanted:
                yield at

    def _is_gallery(self, kept: Iterable[int]) -> bool:
        captions = [at for at, block in enumerate(self.blocks) if block.kind == "caption" and block.reads]
        return len(captions) >= GALLERY and self._size(captions) > self._size(kept)

    def _leads(self, at: int, title: int) -> bool:
        """Whether a block before the first kept one is the lead, or the title over it."""
        block = self.blocks[at]
        if title < 0 or block.links(0.4):
            return False
        if at == title:
            return block.box.kind != "header"
        lead = block.reads or block.kind == "caption" or (hints.is_lead(block.box.names) and len(block.text) > 30)
        return at > title and lead

    def _follows(self, at: int) -> bool:
        """Whether a block beside kept ones, after the last of them, goes on with the text."""
        block = self.blocks[at]
        if block.links(0.3):
            return False
        return block.reads or (block.kind in ("item", "row", "heading", "paragraph") and len(block.text) > 20)
