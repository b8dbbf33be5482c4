"""Chosen blocks in, the text as one string out: paragraphs apart, items and rows on lines, captions also as fields."""

from collections.abc import Sequence
from itertools import pairwise

from tasks.inbox.pages.blocks import Block


def written(blocks: Sequence[Block]) -> str:
    """The text: a blank line between paragraphs, none between the items of a list or the rows of a table."""
    if not blocks:
        return ""
    parts = [line_of(blocks[0])]
    for above, block in pairwise(blocks):
        together = block.group is not None and above.group is block.group
        parts.append("\n" if together else "\n\n")
        parts.append(line_of(block))
    return "".join(parts)


def line_of(block: Block) -> str:
    """One block as it stands in the text: items with their mark."""
    return f"{block.number} {block.text}" if block.number else block.text


def captions(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The lines of the text that are captions, each once."""
    lines = (line for block in blocks if block.kind == "caption" for line in block.text.split("\n"))
    return tuple(dict.fromkeys(lines))
