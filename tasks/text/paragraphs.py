"""A clean text in, its paragraphs out: what stands between blank lines, and single lines where those are paragraphs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.records import Paragraph
from tasks.text.lines import CONTINUES
from tasks.text.shapes import BLOCK, is_code, is_list, is_table, is_verse

SHORT_LINE = 40  # characters: a block of nothing but such lines is an address or a signature and stays whole


def paragraphs(text: str, captions: Sequence[Paragraph] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` (as `normalise` leaves it), sorted, disjoint, none empty; captions keep their kind.

    Lists are parted into their items; a table, a program, a verse or an address is one paragraph.
    """
    known = {(each.start, each.end): each for each in captions}
    found = (piece for block in BLOCK.finditer(text) for piece in _pieces(text, block.start(), block.end(), known))
    return tuple(known.get(piece, Paragraph(*piece)) for piece in found if text[piece[0] : piece[1]].strip())


def _pieces(text: str, start: int, end: int, captions: dict[tuple[int, int], Paragraph]) -> Iterator[tuple[int, int]]:
    """The block cut at the line ends that end a paragraph."""
    lines = text[start:end].split("\n")
    whole = _is_whole(lines)
    begun, here = start, start
    for line, following in pairwise(lines):
        there = here + len(line) + 1
        next_line = (there, there + len(following))
        if {(here, there - 1), next_line} & captions.keys() or not (whole or CONTINUES.search(f"{line}\n{following}")):
            yield begun, there - 1
            begun = there
        here = there
    yield begun, end


def _is_whole(lines: list[str]) -> bool:
    """Whether the lines belong together: a table, code, a verse or an address."""
    if len(lines) == 1 or is_list(lines[0]) or any(map(is_list, lines[1:])):
        return False
    shaped = sum(is_table(line) or is_code(line) for line in lines)
    address = max(map(len, lines)) <= SHORT_LINE and not any(line.endswith((".", "!", "?")) for line in lines)
    return shaped * 2 > len(lines) or (len(lines) > 2 and (address or is_verse(lines)))
