"""Boxes of a page in, what they are to the text out: furniture, the box of the text, neighbours, boxes alike."""

from tasks.inbox.pages import hints
from tasks.inbox.pages.blocks import Block, Box

BULK = 0.8  # share of the mass that the box of the text must hold
MOST_FURNITURE = 0.4  # share of a page's mass above which a box's name is not believed
MOST_COMMENTS = 0.75  # the same for comments, which are often longer than what they are about


def furniture_of(block: Block, page: Box) -> str:
    """The kind of furniture whose box the block stands in, "" for none. What holds much of the text is not believed."""
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


def form_of(block: Block) -> tuple[str, ...]:
    """What a block's box and the one around it are called: the same for paragraphs of one text in two places."""
    around = block.box.parent
    return (block.box.tag, block.box.names, around.tag if around else "", around.names if around else "", block.kind)


def homes_of(block: Block) -> set[Box]:
    """The boxes whose blocks are of one kind with this one: its own, and that around its paragraph or list."""
    inner = block.group or block.box
    around = inner.parent
    if around is None or (block.group is None and inner.own > 1):
        return {inner}
    return {inner, around}
