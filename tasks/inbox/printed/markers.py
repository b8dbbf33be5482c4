"""The lines of a page in, the same with bullets and numbers that stand apart from their items put before them out."""

import re

from tasks.inbox.printed.lines import Line

BULLETS = frozenset("•●○◦▪■□▸►‣∙⁃\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8")  # the last ones are of Symbol and Wingdings
ALONE = re.compile(rf"[{''.join(BULLETS)}]|\(?(?:\d{{1,3}}|[a-z])[.)]")
LONGEST = 5  # characters


def with_markers(page: list[Line]) -> list[Line]:
    """The page, where some programs draw all markers of its lists after everything else, in a reader's order."""
    markers = [line for line in page if len(line[0]) <= LONGEST and ALONE.fullmatch(line[0])]
    if not markers:
        return page
    rest = [line for line in page if line not in markers]
    for marker in markers:
        if (index := _item(marker, rest)) is None:
            return page  # they are something else: cells of a table, steps of a figure
        item = rest[index]
        rest[index] = item._replace(text=f"{marker.text} {item.text}", left=marker.left)
    return rest


def _item(marker: Line, lines: list[Line]) -> int | None:
    """The number of the line that the marker stands before."""
    beside = [
        (line.left - marker.right, index)
        for index, line in enumerate(lines)
        if abs(line.base - marker.base) < line.size / 2 and line.left >= marker.right
    ]
    return min(beside)[1] if beside else None
