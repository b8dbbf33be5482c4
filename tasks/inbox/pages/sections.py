"""The blocks of a page in, which of them stand under a heading of comments, other articles or an offer out."""

from collections.abc import Collection, Sequence

from tasks.inbox.pages.blocks import Block, Box
from tasks.inbox.pages.boxes import MOST_COMMENTS, MOST_FURNITURE
from tasks.inbox.pages.phrases import heads_comments, heads_offer, heads_related

LARGEST_BOX = 800  # characters of a box that is about a newsletter or an author
SCRAPS = 0.4  # share of what reads like sentences below which a section is links and scraps


def headed(blocks: Sequence[Block], page: Box, authors: Collection[str]) -> list[bool]:
    """Whether each block stands in a section that is no part of the text, by its heading or by an author's name."""
    found = [False] * len(blocks)
    for at, block in enumerate(blocks):
        if found[at] or block.kind == "row":
            continue
        comments = heads_comments(block.text)
        if comments or heads_related(block.text):
            end = _section_end(blocks, page, at, comments)
        elif heads_offer(block.text) or block.text in authors:
            end = _small_box(blocks, page, at)
        else:
            continue
        found[at : end + 1] = [True] * (end + 1 - at)
    return found


def _around(blocks: Sequence[Block], page: Box, at: int) -> Box:
    """The innermost box that holds more than the block and what stands before it."""
    return next((box for box in blocks[at].box.line() if box.last > at), page)


def _small_box(blocks: Sequence[Block], page: Box, at: int) -> int:
    """The last block of the small box that a line begins: a newsletter's, an author's; the line itself if none."""
    around = _around(blocks, page, at)
    return around.last if around.first >= at - 1 and around.chars < LARGEST_BOX and not around.titled else at


def _section_end(blocks: Sequence[Block], page: Box, at: int, comments: bool) -> int:
    """The last block of the section that the heading at `at` heads.

    That is the box that the heading begins; else what follows up to the next heading, if it is made of links or scraps,
    or of readers' comments.
    """
    most = MOST_COMMENTS if comments else MOST_FURNITURE
    around = _around(blocks, page, at)
    if around.first >= at - 1 and around.mass <= most * page.mass:
        return around.last
    end = next((below for below in range(at + 1, around.last + 1) if _heads(blocks[below])), around.last + 1)
    rest = sum(len(each.text) for each in blocks[at:end] if each.reads)
    if (comments and rest <= MOST_FURNITURE * page.mass) or _scraps(blocks[at + 1 : end]):
        return end - 1
    return at


def _heads(block: Block) -> bool:
    return block.kind in ("heading", "title") and not heads_related(block.text) and not heads_comments(block.text)


def _scraps(blocks: Sequence[Block]) -> bool:
    """Whether most of it is links or short."""
    return sum(len(each.text) for each in blocks if each.reads) < SCRAPS * sum(len(each.text) for each in blocks)
