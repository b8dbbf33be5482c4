"""A page of a PDF as pdfium read it in, its lines with their places on the page out.

Places are asked for two characters of a line only: a call into pdfium for each character would take longer than reading
the page.
"""

import re
from ctypes import byref
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

BREAK = re.compile("(\ufffe|\x02|\r\n|\n|\r)")
MARKS = ("\ufffe", "\x02")  # what pdfium gives for a hyphen at a line's end, and for the line's end with it
HYPHENS = "-\u2010\xad"
LETTER = re.compile(r"[^\W_]")
ASTRAL = re.compile("([\U00010000-\U0010ffff])")  # two characters in the numbers of pdfium, which counts in UTF-16
SECOND = "\0"  # stands for the second of them


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
    text = ASTRAL.sub(rf"\g<1>{SECOND}", page.get_text_range())
    places = _Places(page, shifted=len(text) != page.count_chars())
    found = []
    start = 0
    pieces = [*BREAK.split(text), ""]
    for line, mark in zip(pieces[::2], pieces[1::2], strict=True):
        if words := line.strip():
            first = start + line.index(words[0])
            broken = mark in MARKS
            if words[-1] in HYPHENS and words[-2:-1].isalnum():
                broken = True
                words = words[:-1]
            found.append(places.line(words, first, broken))
        start += len(line) + len(mark)
    return found


class _Places:
    """Asks pdfium where characters stand."""

    def __init__(self, page: pdfium.PdfTextPage, *, shifted: bool) -> None:
        """shifted: whether a character's number in the text is not its number on the page."""
        self._page, self._shifted = page.raw, shifted
        self._box = raw.FS_RECTF()
        self._at = byref(self._box)

    def line(self, words: str, first: int, broken: bool) -> Line:
        """The line that the words make, of which the first character is the page's character `first`."""
        box, place = self._box, self._place
        place(first)
        left = box.left
        if not words[0].isalnum() and (letter := LETTER.search(words)):  # a bullet is of another type than its line
            place(first + letter.start())
        base, size = box.bottom, box.top - box.bottom
        place(first + len(words) - 1)
        return Line(words.replace(SECOND, ""), left, box.right, base, size, box.top - box.bottom, broken)

    def _place(self, number: int) -> None:
        if self._shifted:
            number = max(0, raw.FPDFText_GetCharIndexFromTextIndex(self._page, number))
        raw.FPDFText_GetLooseCharBox(self._page, number, self._at)
