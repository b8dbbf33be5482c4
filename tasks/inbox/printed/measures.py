"""All lines of a document in, what is usual in it out: its type, the step from line to line, the width of columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tasks.inbox.printed.lines import Line

OTHER_SIZE = 0.07  # share of difference beyond which it is another type
MANY = 8  # lines: in a block of so many, one that is too long for its column does not tell the column's width
FAR = 4.0  # sizes of a line: beyond such a step another block begins


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document, in points.

    size: of most lines. kin: for each line but the last, whether the next is of its type. steps: the usual step down
    from line to line, by size in whole points. edges: for each line, how far to the right the lines of its block reach.
    margins: the same, but for a block of few lines the usual end of lines in the document, where that is further.
    """

    size: float
    kin: list[bool]
    steps: dict[int, float]
    edges: list[float]
    margins: list[float]


def measure(lines: Sequence[Line]) -> Measures:
    """Measure the lines of all pages."""
    kin = [
        abs(line.size - following.size) <= OTHER_SIZE * line.size or _mixed(line, following)
        for line, following in pairwise(lines)
    ]
    blocks = list(_blocks(lines, kin))
    edges = [_edge(rights) for rights in blocks]
    large = [edge for edge, rights in zip(edges, blocks, strict=True) if len(rights) >= MANY]
    common = _common(large or [max(edges)])
    margins = [
        edge if len(rights) >= MANY else min((other for other in common if other > edge - 2), default=edge)
        for edge, rights in zip(edges, blocks, strict=True)
    ]
    return Measures(usual_size(lines), kin, _steps(lines, kin), _spread(edges, blocks), _spread(margins, blocks))


def usual_size(lines: Sequence[Line]) -> float:
    """The size of most lines; 0 where there are none."""
    sizes = Counter([round(8 * line.size) for line in lines])
    return sizes.most_common(1)[0][0] / 8 if sizes else 0.0


def _mixed(line: Line, following: Line) -> bool:
    """Whether two lines are of one type though one begins or ends with a word in another."""
    near = OTHER_SIZE * line.size
    return abs(line.last_size - following.size) <= near or abs(line.size - following.last_size) <= near


def _steps(lines: Sequence[Line], kin: Sequence[bool]) -> dict[int, float]:
    counts = Counter(
        [
            (round(line.size), round(double))
            for (line, following), same in zip(pairwise(lines), kin, strict=True)
            if same and line.size < (double := 2 * (line.base - following.base)) < 6 * line.size
        ]
    )
    return {size: step / 2 for (size, step), _ in reversed(counts.most_common())}  # the commonest comes last and stays


def _blocks(lines: Sequence[Line], kin: Sequence[bool]) -> Iterator[list[float]]:
    """Where the lines end that stand below each other in one column, block by block."""
    _, left, right, base, size, _, _ = lines[0]
    block: list[float] = [right]
    for same, (_, next_left, next_right, next_base, next_size, _, _) in zip(kin, lines[1:], strict=True):
        beside = next_left < right and left < next_right
        if not (same and beside and -size / 2 < base - next_base < FAR * size):
            yield block
            block = []
        block.append(next_right)
        left, right, base, size = next_left, next_right, next_base, next_size
    yield block


def _edge(rights: Sequence[float]) -> float:
    return max(rights) if len(rights) < MANY else sorted(rights)[int(0.9 * len(rights))]


def _common(edges: Sequence[float]) -> list[float]:
    """The ends of lines that one in twenty of the larger blocks has."""
    counts = Counter(map(round, edges))
    return [edge for edge, count in counts.items() if 20 * count >= len(edges)]


def _spread(values: Sequence[float], blocks: Sequence[Sequence[float]]) -> list[float]:
    """The value of each block once for each of its lines."""
    return [value for value, rights in zip(values, blocks, strict=True) for _ in rights]
