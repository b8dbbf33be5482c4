"""The paragraphs of a text -> what stands between quotation marks in them: outermost pairs, in linear time.

Whether a mark opens or closes is told by what stands beside it, for shapes are mixed up ("…”, ”…”) and straight marks
have none. A mark with white space on both sides is a dash that was lost. Marks pair within their paragraph; one that
is not closed there runs to its end if the next paragraph opens with a mark again, as long quotes do, or if words
and a colon or comma announce it. Single marks count where they are not inside double ones; an apostrophe closes
nothing as long as a better end follows.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[int, int]
_DOUBLE = '"“”„‟«»'
_GLYPH = re.compile(r"[\"“”„‟«»]|``|''|[‘’‚']")
_BEFORE = frozenset(" \t\n\u00a0\u2009\u202f([{-–—―/…:;" + _DOUBLE + "‘'`")
_AFTER = frozenset(" \t\n\u00a0\u2009\u202f)]}-–—―/….,;:!?" + _DOUBLE + "’'")
_SPACE = frozenset(" \t\n\u00a0\u2009\u202f")
_ELISION = re.compile(r"['’](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n\b|round\b)", re.IGNORECASE)
_STRONG = frozenset(".,!?…;—–-")


class Mark(NamedTuple):
    """Words between marks: text[start:end], with the marks text[outer_start:outer_end].

    goes_on: the next paragraph takes it up. taken_up: it takes up the one before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    goes_on: bool = False
    taken_up: bool = False


class _Glyph(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool
    strong: bool = False


def marks(text: str, paragraphs: Sequence[Span]) -> list[list[Mark]]:
    """Give the marked spans of each paragraph, sorted, none empty and none inside another."""
    glyphs = [[_glyph(text, span, match) for match in _GLYPH.finditer(text, *span)] for span in paragraphs]
    found: list[list[Mark]] = []
    goes_on = False
    for i, (span, own) in enumerate(zip(paragraphs, glyphs, strict=True)):
        follows = i + 1 < len(paragraphs) and _opens_with_mark(paragraphs[i + 1], glyphs[i + 1])
        pairs = _pairs(text, span, own, follows=follows)
        if goes_on and pairs and pairs[0].outer_start == span[0]:
            pairs[0] = pairs[0]._replace(taken_up=True)
        goes_on = bool(pairs) and pairs[-1].goes_on
        found.append(pairs)
    return found


def _opens_with_mark(span: Span, glyphs: list[_Glyph]) -> bool:
    return bool(glyphs) and glyphs[0].start == span[0] and glyphs[0].opens and not glyphs[0].single


def _glyph(text: str, span: Span, match: re.Match[str]) -> _Glyph:
    """Tell what a mark can be by the characters beside it."""
    start, end = match.span()
    glyph = match.group()
    before = text[start - 1] if start > span[0] else " "
    after = text[end] if end < span[1] else " "
    opens = before in _BEFORE and after not in _SPACE
    closes = before not in _SPACE and after in _AFTER
    if glyph in "«»":
        opens, closes = glyph == "«", glyph == "»"
    elif glyph == "„":
        opens, closes = after not in _SPACE, False
    elif opens and closes:
        opens, closes = glyph in "“``‘", glyph not in "“``‘"
    elif not opens and not closes and glyph in "“”" and before not in _SPACE and after not in _SPACE:
        opens, closes = glyph == "“", glyph == "”"
    single = glyph in "‘’‚'"
    if single:
        opens = opens and glyph != "’" and (after.isalnum() or after in _DOUBLE + "[(…$£€#@")
        opens = opens and not _ELISION.match(text, start)
        closes = closes and glyph != "‘"
    return _Glyph(start, end, opens, closes, single, before in _STRONG)


def _pairs(text: str, span: Span, glyphs: list[_Glyph], *, follows: bool) -> list[Mark]:
    """Pair the marks of one paragraph from its beginning to its end."""
    doubles = [glyph for glyph in glyphs if not glyph.single]
    nested = sum(glyph.closes for glyph in doubles) >= sum(glyph.opens for glyph in doubles)
    ends = _single_ends(glyphs)
    found: list[Mark] = []
    opened: list[_Glyph] = []
    taken = 0
    for i, glyph in enumerate(glyphs):
        if glyph.start < taken:
            continue
        if glyph.single:
            if not opened and ends[i] is not None:
                closing = glyphs[ends[i] or 0]
                _add(text, found, glyph, closing)
                taken = closing.end
        elif glyph.closes and opened:
            opening = opened.pop()
            if not opened:
                _add(text, found, opening, glyph)
        elif glyph.opens:
            if opened and not nested:
                opened.clear()
            opened.append(glyph)
    if opened and (follows or _announced(text, span, opened[0])):
        begin = opened[0]
        found.append(Mark(begin.end, span[1], begin.start, span[1], goes_on=follows))
    return found


def _add(text: str, found: list[Mark], opening: _Glyph, closing: _Glyph) -> None:
    start, end = opening.end, closing.start
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Mark(start, end, opening.start, closing.end))


def _announced(text: str, span: Span, opening: _Glyph) -> bool:
    """Tell whether a colon or a comma stands in front of a mark that is never closed."""
    return text[max(span[0], opening.start - 2) : opening.start].strip()[-1:] in (":", ",")


def _single_ends(glyphs: list[_Glyph]) -> list[int | None]:
    """Give for each single mark that opens the number of the one that closes it, if any.

    The best end is one behind a full stop or comma, before the next mark that opens; else the first that may close.
    """
    ends: list[int | None] = [None] * len(glyphs)
    strong: int | None = None
    weak: int | None = None
    opening = len(glyphs)
    for i in range(len(glyphs) - 1, -1, -1):
        glyph = glyphs[i]
        if not glyph.single:
            continue
        if glyph.opens:
            ends[i] = strong if strong is not None and strong < opening else weak
            opening = i
            weak = None
        elif glyph.closes:
            weak = i
            strong = i if glyph.strong else strong
    return ends
