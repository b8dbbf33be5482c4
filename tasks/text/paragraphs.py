"""A clean text in, its paragraphs out: what stands between blank lines, and single lines where those are paragraphs."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from tasks.records import Furniture, Paragraph
from tasks.text.shapes import blocks_of, goes_on, is_code, is_list, is_table, is_verse

Span = tuple[int, int]
SHORT_LINE = 40  # characters: a block of nothing but such lines is an address or a signature and stays whole


def paragraphs(
    text: str, captions: Sequence[Paragraph] = (), furniture: Sequence[Furniture] = ()
) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` (as `normalise` leaves it), sorted, disjoint, none empty.

    Captions keep their kind, and furniture becomes paragraphs of its own, also where it ends a line of the article.
    Lists are parted into their items; a table, a program, a verse or an address is one paragraph.
    """
    captioned = {each.end for each in captions}
    aside = [Paragraph(each.start, each.end, "furniture") for each in furniture if each.end not in captioned]
    known = {(each.start, each.end): each for each in (*aside, *captions)}
    cuts = {each.end: each.start for each in aside}
    found = (piece for start, block in blocks_of(text) for piece in _pieces(start, block, known.keys(), cuts))
    return tuple(known.get(piece) or Paragraph(*piece) for piece in found if text[piece[0] : piece[1]].strip())


def _pieces(start: int, block: str, known: Set[Span], cuts: Mapping[int, int]) -> Iterator[Span]:
    """The block cut at the line ends that end a paragraph, and around what is known to be one."""
    if "\n" not in block and start + len(block) not in cuts:
        yield start, start + len(block)
        return
    parts = list(_parts(start, block, cuts))
    whole = _is_whole([block[one - start : end - start] for one, end in parts if (one, end) not in known])
    begun = parts[0][0]
    for one, other in pairwise(parts):
        together = whole or goes_on(block[one[0] - start : one[1] - start], block[other[0] - start : other[1] - start])
        if one in known or other in known or not together:
            yield begun, one[1]
            begun = other[0]
    yield begun, parts[-1][1]


def _parts(start: int, block: str, cuts: Mapping[int, int]) -> Iterator[Span]:
    """The lines of the block, each in two where a notice ends it."""
    for line in block.split("\n"):
        end = start + len(line)
        cut = cuts.get(end, start)
        if start < cut:
            yield start, start + len(line[: cut - start].rstrip())
        yield max(start, cut), end
        start = end + 1


def _is_whole(lines: list[str]) -> bool:
    """Whether the lines belong together: a table, code, a verse or an address."""
    if len(lines) < 2 or is_list(lines[0]) or any(map(is_list, lines[1:])):
        return False
    shaped = sum(is_table(line) or is_code(line) for line in lines)
    address = max(map(len, lines)) <= SHORT_LINE and not any(line.endswith((".", "!", "?")) for line in lines)
    return shaped * 2 > len(lines) or (len(lines) > 2 and (address or is_verse(lines)))
