"""Repairs of lines: a text in, the edits that join lines broken at a width and tidy the space between lines out."""

import itertools
import re
from collections.abc import Iterator

from tasks.text.edits import Edit
from tasks.text.shapes import BLOCK, is_prose, is_verse

TRAILING = re.compile(r"(?<![ \t])[ \t]+(?=\n|\Z)")
BLANK_LINES = re.compile(r"\n{3,}")
NARROWEST, WIDEST = 45, 130  # characters: columns of print, mail and typewriters
CONTINUES = re.compile(r"[^.!?:;\"”’)\n]\n[a-z]")  # a line that ends amid a sentence which the next goes on with
BROKEN_WORD = re.compile(r"([a-z]+)-\Z")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


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


def fix_wrapped_lines(text: str) -> Iterator[Edit]:
    """Paragraphs whose lines were broken at one width: joined by a space, or at a hyphen without one."""
    words: set[str] = set()
    for block in BLOCK.finditer(text):
        lines = block[0].split("\n")
        if len(lines) < 2 or not _wrapped(lines, block[0]):
            continue
        words = words or set(WORD.findall(text.lower()))
        end = block.start()
        for line, following in itertools.pairwise(lines):
            end += len(line) + 1
            yield _joined(line, following, end, words)


def _wrapped(lines: list[str], block: str) -> bool:
    """Whether each line is as long as it can be: the next one's first word would not have fitted into the width."""
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST or not CONTINUES.search(block) or not is_prose(lines) or is_verse(lines):
        return False
    if len({line.split(" ", 1)[0] for line in lines}) == 1:  # a list in which each item begins alike
        return False
    pairs = itertools.pairwise(lines)
    return all(len(line) + 1 + len(following.split(" ", 1)[0]) > width for line, following in pairs)


def _joined(line: str, following: str, end: int, words: set[str]) -> Edit:
    """The edit for the break that ends at `end`. A hyphen goes where the text has the word whole elsewhere."""
    left, right = BROKEN_WORD.search(line), WORD.match(following)
    if not left or not right:
        return Edit("fix_wrapped_lines", end - 1, end, " ")
    if left[1] + right[0] in words:
        return Edit("fix_hyphenation", end - 2, end, "")
    return Edit("fix_hyphenation", end - 1, end, "")
