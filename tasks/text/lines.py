"""Repairs of lines: a text in, the edits that join lines broken at a width and tidy the space between lines out."""

import re
from collections.abc import Iterator, Set
from itertools import accumulate, pairwise

from tasks.text.edits import Edit
from tasks.text.furniture import article_runs
from tasks.text.hyphens import WORD, is_hyphened, joint
from tasks.text.shapes import blocks_with, goes_on, is_prose, is_verse

TRAILING = re.compile(r"(?<![ \t])[ \t]+(?=\n|\Z)")
BLANK_LINES = re.compile(r"\n\n\n+")  # as \n{3,}, but looked for at the speed of memory
NARROWEST, WIDEST = 45, 130  # characters: columns of print, mail and typewriters
TYPED, BELL = 60, 8  # a typist goes on for a few characters after the bell, in lines of this width or more
MAY_GO_ON = re.compile(r'\n(?<=[^\n.!?:;"”’)»]\n) *[^\W\d_A-Z]')  # as `goes_on` has it, for a search
WIDEST_MARGIN = 12
SOFT_BREAK = re.compile("(?<=\\w)\u00ad[ \\t]*\n[ \\t]*(?=\\w)")


def fix_trailing_spaces(text: str) -> Iterator[Edit]:
    """Spaces before a line's end."""
    for found in TRAILING.finditer(text):
        yield Edit("fix_trailing_spaces", found.start(), found.end(), "")


def fix_blank_lines(text: str) -> Iterator[Edit]:
    """More than one blank line together, and any before the first line and after the last."""
    start, end = len(text) - len(text.lstrip("\n")), len(text.rstrip("\n"))
    if start:
        yield Edit("fix_blank_lines", 0, start, "")
    for found in BLANK_LINES.finditer(text, start, end):
        yield Edit("fix_blank_lines", found.start(), found.end(), "\n\n")
    if start < end < len(text):
        yield Edit("fix_blank_lines", end, len(text), "")


def fix_broken_words(text: str) -> Iterator[Edit]:
    """Words broken at a line's end by a soft hyphen, which says that there the word goes on."""
    for found in SOFT_BREAK.finditer(text):
        yield Edit("fix_hyphenation", found.start(), found.end(), "")


def fix_wrapped_lines(text: str) -> Iterator[Edit]:
    """Paragraphs whose lines were broken at one width: joined by a space, or at a hyphen without one."""
    words: set[str] = set()
    for start, block in blocks_with(text, MAY_GO_ON):
        lines = block.split("\n")
        places = list(accumulate((len(line) + 1 for line in lines), initial=start))
        for begin, end in article_runs(lines):
            if end - begin > 1 and _wrapped(_dedented(lines[begin:end])):
                words = words or set(WORD.findall(text.lower()))
                for at in range(begin, end - 1):
                    yield _joined(lines[at], lines[at + 1], places[at + 1], words)


def _dedented(lines: list[str]) -> list[str]:
    """The lines without what a quotation, or the first line of a paragraph, is indented by."""
    margins = [len(line) - len(line.lstrip(" ")) for line in lines]
    if len(set(margins)) == 1 or not any(margins[1:]):
        return [line[margin:] if margin <= WIDEST_MARGIN else line for line, margin in zip(lines, margins, strict=True)]
    return lines


def _wrapped(lines: list[str]) -> bool:
    """Whether each line is as long as it can be: the next one's first word would not have fitted into the width."""
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return False
    pairs = list(pairwise(lines))
    within = sum(goes_on(*pair) for pair in pairs)
    bell = BELL if width >= TYPED and len(lines) > 2 and 2 * within >= len(pairs) else 0
    if not within or any(len(line) + 1 + len(after.split(" ", 1)[0]) <= width - bell for line, after in pairs):
        return False
    alike = len({line.split(" ", 1)[0] for line in lines}) == 1  # a list in which each item begins so
    return not alike and is_prose(lines) and not is_verse(lines)


def _joined(line: str, following: str, end: int, words: Set[str]) -> Edit:
    """The edit for the break that ends at `end`, and for the margin of the line that follows."""
    margin = len(following) - len(following.lstrip(" "))
    glue = joint(line, following[margin:], words) if is_hyphened(line) else None
    if glue is None:
        return Edit("fix_wrapped_lines", end - 1, end + margin, " ")
    if glue == line[-1]:
        return Edit("fix_hyphenation", end - 1, end + margin, "")
    return Edit("fix_hyphenation", end - 2, end + margin, glue)
