"""The lines of a page in, the same with bullets and numbers that stand apart from their items put before them out."""

import re
from collections.abc import Mapping
from math import floor, isfinite

from tasks.inbox.printed.lines import Line

BULLETS = frozenset("•●○◦▪■□▸►‣∙⁃\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8")  # the last ones are of Symbol and Wingdings
ALONE = re.compile(rf"[{''.join(BULLETS)}]|\(?(?:\d{{1,3}}|[a-z])[.)]")
LONGEST = 5  # characters
MOST_REACH = 100  # points: half the height of the largest type on a page with a list


def with_markers(page: list[Line]) -> list[Line]:
    """The page, where some programs draw all markers of its lists after everything else, in a reader's order."""
    alone = {at for at, line in enumerate(page) if len(line.text) <= LONGEST and ALONE.fullmatch(line.text)}
    if not alone:
        return page
    lines = {at: line for at, line in enumerate(page) if at not in alone}
    by_base = _by_base(lines)
    for marker in (page[at] for at in sorted(alone)):
        if (index := _item(marker, lines, by_base)) is None:
            return page  # they are something else: cells of a table, steps of a figure
        item = lines[index]
        lines[index] = item._replace(text=f"{marker.text} {item.text}", left=marker.left)
    return list(lines.values())


def _by_base(lines: Mapping[int, Line]) -> Mapping[int, list[int]]:
    """The numbers of the lines by the points of height, rounded down, from which a marker may stand beside them."""
    found: dict[int, list[int]] = {}
    for index, line in lines.items():
        if not isfinite(line.base + line.size):  # a hostile file's
            continue
        reach = min(line.size / 2, MOST_REACH)
        for base in range(floor(line.base - reach), floor(line.base + reach) + 1):
            found.setdefault(base, []).append(index)
    return found


def _item(marker: Line, lines: Mapping[int, Line], by_base: Mapping[int, list[int]]) -> int | None:
    """The number of the line that the marker stands before."""
    if not isfinite(marker.base):
        return None
    beside = [
        (lines[index].left - marker.right, index)
        for index in by_base.get(floor(marker.base), ())
        if abs(lines[index].base - marker.base) < lines[index].size / 2 and lines[index].left >= marker.right
    ]
    return min(beside)[1] if beside else None
