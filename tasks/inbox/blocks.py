"""Blocks of a document in reading order in, its text out: items and rows on lines, the rest between blank lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from tasks.errors import Rejected
from tasks.inbox.limits import Limits

BULLET = "• "
Kind = Literal["paragraph", "item", "row"]


class Block(NamedTuple):
    """A paragraph, a list item or a table row: what stands together on a page."""

    text: str
    kind: Kind = "paragraph"


def written(blocks: Iterable[Block], limits: Limits) -> str:
    """The text of the blocks that say anything. Raises Rejected beyond the limits, and where there is none."""
    parts: list[str] = []
    characters = 0
    last: Kind = "paragraph"
    for text, kind in blocks:
        if not (text := text.strip()):
            continue
        characters += len(text)
        limits.check_characters(characters)
        parts.append("\n" if kind == last != "paragraph" else "\n\n")
        parts.append(BULLET + text if kind == "item" else text)
        last = kind
    if not parts:
        raise Rejected("decode", "there are no words in it")
    return "".join(parts[1:])


def row(cells: Sequence[str]) -> Block:
    """A table's row; one whose cells are all empty says nothing."""
    texts = [" ".join(cell.split()) for cell in cells]
    return Block(" | ".join(texts) if any(texts) else "", "row")


def table(rows: Sequence[Sequence[Any]], read: Callable[[Any], Iterable[Block]]) -> Iterator[Block]:
    """Its rows; a table of one column is there for its frame, and holds paragraphs. read: the blocks of a cell."""
    framed = all(len(cells) == 1 for cells in rows)
    for cells in rows:
        if framed:
            yield from read(cells[0])
        else:
            yield row([" ".join(block.text for block in read(cell)) for cell in cells])
