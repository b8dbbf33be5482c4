"""A page of a PDF as pdfium read it in, its lines with their places on the page out.

Places are asked for two characters of a line only: a call into pdfium for each character would take longer than reading
the page.
"""

import re
from array import array
from collections.abc import Sequence
from ctypes import PYFUNCTYPE, c_int, c_void_p, cast, sizeof
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

PARTED = "\x1e"  # stands for what pdfium gives for a hyphen and the line's end after it, and ends lines in Python
HYPHENS = "-\u2010\xad"
LETTER = re.compile(r"[^\W_]")
ASTRAL = re.compile("([\U00010000-\U0010ffff])")  # two characters in the numbers of pdfium, which counts in UTF-16
SECOND = "\0"  # stands for the second of them
# The same function that pypdfium2 wraps, of page, character and rectangle, as numbers: turning its arguments takes
# longer than answering it.
LOOSE_BOX = PYFUNCTYPE(None, c_void_p, c_int, c_void_p)(cast(raw.FPDFText_GetLooseCharBox, c_void_p).value or 0)
SIZE = sizeof(raw.FS_RECTF)


class Line(NamedTuple):
    """One line: its text, and its place in points from the lower left corner of the page.

    base: how high its letters reach down. size, last_size: height of its first and of its last letter's type. broken:
    whether it ended in a hyphen, which is not part of the text.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    last_size: float
    broken: bool = False


def lines_of(page: pdfium.PdfTextPage) -> list[Line]:
    """The lines of a page in the order in which pdfium gives them: that of the file, column after column."""
    text = page.get_text_range().replace("\ufffe", PARTED).replace("\x02", PARTED)
    text = ASTRAL.sub(rf"\g<1>{SECOND}", text)
    found, asked = _found(text)
    if len(text) != page.count_chars():  # a character's number in the text is not its number on the page
        asked = [max(0, raw.FPDFText_GetCharIndexFromTextIndex(page.raw, place)) for place in asked]
    boxes = iter(_boxes(page, asked))
    return [
        Line(words, left, right, base, top - base, last_top - last_base, broken)
        for (words, broken), left, top, _, base, _, last_top, right, last_base in zip(found, *[boxes] * 8, strict=True)
    ]


def _found(text: str) -> tuple[list[tuple[str, bool]], list[int]]:
    """The words of each line and whether it is broken; the places of its first letter and of its last character."""
    found, places = [], []
    start = 0
    for line in text.splitlines(keepends=True):
        if words := line.strip():
            first = start + line.index(words[0])
            broken = line[-1] == PARTED
            if words[-1] in HYPHENS and words[-2:-1].isalnum():
                broken = True
                words = words[:-1]
            places.append(first if words[0].isalnum() else first + _first_letter(words))
            places.append(first + len(words) - 1)
            found.append((words.replace(SECOND, ""), broken))
        start += len(line)
    return found, places


def _first_letter(words: str) -> int:
    """Where the first letter or digit stands: a bullet before it is of another type, and further out."""
    letter = LETTER.search(words)
    return letter.start() if letter else 0


def _boxes(page: pdfium.PdfTextPage, places: Sequence[int]) -> list[float]:
    """Left, top, right and bottom of the type of each character, one after the other."""
    boxes = array("f", bytes(SIZE * len(places)))  # an array of ctypes would be a new type for each length
    handle, at = cast(page.raw, c_void_p).value, boxes.buffer_info()[0]
    for place in places:
        LOOSE_BOX(handle, place, at)
        at += SIZE
    return boxes.tolist()
