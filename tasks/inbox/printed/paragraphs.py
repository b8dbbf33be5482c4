"""Lines with their places in, the paragraphs that were broken into them out.

A paragraph ends where the page shows it: by a gap, another size, an indent, or a line that ends although the next word
would have had room in it. Over the end of a column or page it goes on where its last line is full and ends amid a
sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.inbox.printed.hyphens import mender
from tasks.inbox.printed.lines import Line
from tasks.inbox.printed.markers import BULLETS
from tasks.inbox.printed.measures import Measures, measure

NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]\s+\S|\[\d+\]")
ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*\d{0,3}$")  # a sentence, perhaps with the number of a note
LEADERS = " . . . "
TAIL = 8  # characters that its end is looked for in
GAP = 1.25  # times the usual step from line to line
INDENT = 0.6  # of the size of a line
LARGE = 1.15  # times the usual size: a heading, whose lines are broken where it looks well
MOST_OF_IT = 0.6  # share of a column's width: a line that long goes on where the next one begins in lower case

JOIN, BREAK, PARAGRAPH = " ", "\n", "\n\n"


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """The text of all pages: lines joined, what a paragraph is between blank lines, list items each on a line."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    mend = mender(lines)
    parts = [_itemised(lines[0].text) if lines[0].text[0] in BULLETS else lines[0].text]
    for (line, following), joint in zip(pairwise(lines), _joints(lines), strict=True):
        if line.broken:
            joint = mend(line.text, following.text) if joint == JOIN else f"-{joint}"
        text = following.text
        parts += (joint, _itemised(text) if text[0] in BULLETS else text)
    return "".join(parts)


def _itemised(line: str) -> str:
    """A line that begins with a bullet, with the one that every format's lists have."""
    return f"• {line[1:].lstrip()}"


def _joints(lines: Sequence[Line]) -> Iterator[str]:
    """What stands between each line and the next: JOIN, BREAK or PARAGRAPH."""
    usual = measure(lines)
    first, in_list = True, _is_item(lines[0].text)
    for index, (line, following) in enumerate(pairwise(lines)):
        joint = _joint(line, following, index, usual, hanging=first and in_list, first=first)
        if following.text[0] in BULLETS or (joint != JOIN and _is_item(following.text)):
            joint = BREAK if in_list else PARAGRAPH
            in_list = True
        elif joint == PARAGRAPH:
            in_list = False
        first = joint != JOIN
        yield joint


def _is_item(text: str) -> bool:
    return text[0] in BULLETS or NUMBERED.match(text) is not None


def _joint(line: Line, following: Line, index: int, usual: Measures, *, hanging: bool, first: bool) -> str:
    """first: whether the line is the first of its paragraph; hanging: and that is an item of a list."""
    down, size, alike = line.base - following.base, line.size, usual.kin[index]
    step = usual.steps.get(round(size), size)
    if -size / 3 < down < size / 3 and following.left >= line.left:
        return JOIN
    if down < 0:  # the next column, the next page
        return JOIN if alike and _is_full(line, following, usual.margins[index]) and not _ends(line) else PARAGRAPH
    if not alike or (down > GAP * step and not line.broken):
        return PARAGRAPH
    if size > LARGE * usual.size:
        return JOIN
    edge, margin = usual.edges[index], usual.margins[index]
    if not _is_full(line, following, edge):
        return _after_short(line, following, edge)
    if margin > edge and not following.text[0].islower() and not _is_full(line, following, margin):
        return BREAK
    if LEADERS in line.text and line.text[-1].isalnum():  # of a table of contents
        return BREAK
    indent = (following.left - line.left) / size
    moved = indent > INDENT or (indent < -INDENT and not first)
    return PARAGRAPH if moved and not hanging and _ends(line) else JOIN


def _ends(line: Line) -> bool:
    return not line.broken and ENDS.search(line.text[-TAIL:]) is not None


def _is_full(line: Line, following: Line, edge: float) -> bool:
    """Whether the next line's first word would not have fitted into the line, so that it had to end."""
    text = following.text
    word = text.find(" ") + 1 or len(text) + 1
    return line.broken or line.right + (line.right - line.left) / len(line.text) * word > edge


def _after_short(line: Line, following: Line, edge: float) -> str:
    """What stands after a line that ends although there was room in it."""
    if _ends(line):
        return PARAGRAPH
    long = line.right - line.left > MOST_OF_IT * (edge - line.left)
    return JOIN if long and following.text[0].islower() else BREAK
