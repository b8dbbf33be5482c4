"""Repairs of single characters: a text in, the edits that make its characters the ones that were meant out.

What ftfy knows is left to ftfy, fix by fix. Its other fixes are off on purpose: curly quotes and ligature-like letters
(ĳ) carry meaning, full-width signs are right in Chinese and Japanese, and a lossy sequence is better left as it is
than turned into U+FFFD.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import accumulate, groupby, islice, pairwise

import ftfy
from ftfy import fixes
from ftfy.badness import is_bad
from ftfy.chardata import UTF8_DETECTOR_RE

from tasks.text.edits import Edit, by_word
from tasks.text.shapes import lines_with

MOJIBAKE = ftfy.TextFixerConfig(replace_lossy_sequences=False, unescape_html=False)
ASCII = bytes(range(128)).decode()
NEAREST = 16  # characters
BLANKED = bytes([*b" " * 128, *range(128, 256)])  # ASCII as spaces
# What ftfy's own tests know only with more text around: C1 controls, and two letters whose no-break space was replaced.
MISREAD = re.compile("[\x80-\x9fÃÂ]")
ENTITY = re.compile(r"&(?:amp;)*(#?[0-9A-Za-z]{1,24};)")  # "&amp;eacute;" was escaped twice
WORD = re.compile(r"\S+")
FEW = 16  # runs: more are looked for line by line
MOST_MARKS = 30  # on one letter (UAX 15, Stream-Safe Text Format): sorting more takes the square of the time
BROKEN_DASH = re.compile('(?:â€")+')  # — or – read as cp1252, whose last byte ” or “ was then made a straight quote
ESCAPES = re.compile(r"(?:\x1b\[[\d;]*[A-Za-z])+")
SURROGATES = re.compile("[\ud800-\udfff]+")
LINE_ENDS = re.compile("(?:\r\n?|[\x0b\x85\u2028])+")
LINE_END = re.compile("\r\n?|[\x0b\x85\u2028]")
PAGE_ENDS = re.compile("(?:(?<!\n)\n+)?[\x0c\u2029][\x0c\u2029\n]*")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u206a-\u206f\ufff9-\ufffc\U000e0001-\U000e007f]+")
# Joiners hold emoji and the letters of many scripts together; beside a Latin letter, a space or nothing they do not.
JOINERS = ("\u200c", "\u200d")
JOINER = re.compile("(?<![^\x00-\u02ff\u2000-\u206f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\u02ff\u2000-\u206f])")
ZERO_WIDTH = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff]+")
EMBEDDINGS = re.compile("[\u202a-\u202e\u2066-\u2069]+")
DIRECTIONS = ("\u200e", "\u200f", "\u061c")
DIRECTION = re.compile("[\u200e\u200f\u061c]+")
FROM_RIGHT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LIGATURE = re.compile("[ﬀ-ﬆ]+")


def foreign_runs(data: bytes) -> set[str]:
    """The different runs of characters beyond ASCII in a text as UTF-8."""
    runs = set(data.translate(BLANKED).split())
    return {run.decode("utf-8", "surrogatepass") for run in runs}


def is_misread(run: str) -> bool:
    """Whether a run of characters beyond ASCII may be text that was read by a wrong encoding."""
    return bool(MISREAD.search(run)) or is_bad(run) or bool(UTF8_DETECTOR_RE.search(run))


def is_composable(run: str) -> bool:
    """Whether a run of characters beyond ASCII may have to be composed, with the letter before it or in itself."""
    return any(map(unicodedata.combining, run)) or not unicodedata.is_normalized("NFC", run)


def fix_mojibake(text: str) -> Iterator[Edit]:
    """Text decoded by the wrong encoding, once or more often ("cafÃ©"); C1 controls are the signs of cp1252."""
    for start, end in _lines_with(text, is_misread):
        if text[start:end].rstrip() == "Â":  # a no-break space alone on its line, of which the space was trimmed
            yield Edit("fix_mojibake", start, start + 1, "")
        else:
            start, end = _foreign_part(text, start, end)
            yield from by_word("fix_mojibake", start, text[start:end], ftfy.fix_encoding(text[start:end], MOJIBAKE))


def fix_broken_dashes(text: str) -> Iterator[Edit]:
    """The rest of a dash that was misread and then had its last character straightened (`â€"`)."""
    for found in BROKEN_DASH.finditer(text):
        yield Edit("fix_broken_dashes", found.start(), found.end(), "—" * (len(found[0]) // 3))


def fix_entities(text: str) -> Iterator[Edit]:
    """HTML entities left in a text ("&amp;"), but not in a line that has tags: there they are right."""
    for start, end in lines_with(text, "&"):
        if text.find("<", start, end) < 0:
            for entity in ENTITY.finditer(text, start, end):
                if (after := fixes.unescape_html("&" + entity[1])) != entity[0]:
                    yield Edit("fix_entities", entity.start(), entity.end(), after)


def remove_terminal_escapes(text: str) -> Iterator[Edit]:
    """The codes that colour a terminal."""
    return _each("remove_terminal_escapes", ESCAPES, text, "")


def fix_surrogates(text: str) -> Iterator[Edit]:
    """Halves of a character as JavaScript keeps them: joined, and U+FFFD where the other half is missing."""
    for found in SURROGATES.finditer(text):
        yield Edit("fix_surrogates", found.start(), found.end(), fixes.fix_surrogates(found[0]))


def fix_line_endings(text: str) -> Iterator[Edit]:
    """The line ends of DOS, old Macs, teletypes and Unicode."""
    for found in LINE_ENDS.finditer(text):
        yield Edit("fix_line_endings", found.start(), found.end(), LINE_END.sub("\n", found[0]))


def fix_page_ends(text: str) -> Iterator[Edit]:
    """Form feeds and paragraph separators: a new paragraph."""
    return _each("fix_page_ends", PAGE_ENDS, text, "\n\n")


def remove_controls(text: str) -> Iterator[Edit]:
    """Control characters that show nothing."""
    return _each("remove_controls", CONTROLS, text, "")


def remove_invisible(text: str) -> Iterator[Edit]:
    """Byte-order marks, zero-width spaces, soft hyphens, direction marks in lines without letters from the right."""
    found = [*ZERO_WIDTH.finditer(text), *EMBEDDINGS.finditer(text)]
    if any(joiner in text for joiner in JOINERS):
        found += JOINER.finditer(text)
    for start, end in lines_with(text, DIRECTIONS):
        if not FROM_RIGHT.search(text, start, end):
            found += DIRECTION.finditer(text, start, end)
    for each in sorted(found, key=lambda each: each.start()):
        yield Edit("remove_invisible", each.start(), each.end(), "")


def fix_spaces(text: str) -> Iterator[Edit]:
    """No-break spaces and those of a set width."""
    for found in SPACES.finditer(text):
        yield Edit("fix_spaces", found.start(), found.end(), " " * len(found[0]))


def fix_ligatures(text: str) -> Iterator[Edit]:
    """Printers' ligatures that came out of a PDF as one character (ﬁ)."""
    for found in LIGATURE.finditer(text):
        yield Edit("fix_ligatures", found.start(), found.end(), "".join(map(LIGATURES.__getitem__, found[0])))


def fix_composition(text: str) -> Iterator[Edit]:
    """Letters written as a base and a mark of their own: Unicode's composed form (NFC)."""
    for start, end in _lines_with(text, is_composable):
        if not unicodedata.is_normalized("NFC", text[start:end]):
            for word in WORD.finditer(text, start, end):
                if not unicodedata.is_normalized("NFC", word[0]) and not _piled(word[0]):
                    yield Edit("fix_composition", word.start(), word.end(), unicodedata.normalize("NFC", word[0]))


def _piled(word: str) -> bool:
    """Whether so many marks stand on one letter that they are no writing."""
    marks = groupby(map(unicodedata.combining, word), bool)
    return any(sum(1 for _ in run) > MOST_MARKS for combining, run in marks if combining)


def _foreign_part(text: str, start: int, end: int) -> tuple[int, int]:
    """A line without the words at its head and its end that are ASCII, but for those nearest: ftfy asks no further."""
    line = text[start:end]
    first, last = end - len(line.lstrip(ASCII)), start + len(line.rstrip(ASCII))
    begin, close = text.rfind(" ", start, max(start, first - NEAREST)), text.find(" ", last + NEAREST, end)
    return max(start, begin + 1), end if close < 0 else close


def _lines_with(text: str, wanted: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The lines that hold a run of foreign characters that is wanted; where these are many, all that are not ASCII."""
    few = list(islice(filter(wanted, foreign_runs(text.encode("utf-8", "surrogatepass"))), FEW + 1))
    if len(few) <= FEW:
        return lines_with(text, few)
    ends = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    return [(start, end - 1) for start, end in pairwise(ends) if not text[start:end].isascii()]


def _each(rule: str, pattern: re.Pattern[str], text: str, after: str) -> Iterator[Edit]:
    for found in pattern.finditer(text):
        yield Edit(rule, found.start(), found.end(), after)
