"""A text -> the offsets of its sentences, without the white space around them.

A sentence ends at a blank line, at a line break behind a short line or before an item of a list, and at a full stop,
question or exclamation mark (with the quotes and brackets that close behind it) before white space and something that
can begin a sentence. What cannot end one: the point of a title ("Mr."), of an initial, of a number ("No. 5"), and a
mark before a small letter ("Why?" he asked).
"""

import re

_GAP = re.compile(r"\n\s*+")
_SHORT = 50  # characters; a line that ends earlier was not wrapped but ended: an item of a list, a heading, a signature
_BULLET = re.compile(r"[•▪◦‣*–—-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_CLOSERS = "\"'”’»)\\]}"
# The look-behinds make every run of marks one candidate, so that a million of them cost a million steps. One class of
# characters stands in front of both halves: the search for it alone is what makes the whole fast.
_CANDIDATE = re.compile(
    rf"[.!?…。！？](?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+[{_CLOSERS}]*+(?=\s)"
    rf"|(?<=[。！？])(?<![。！？].)[。！？]*+[{_CLOSERS}」』]*+)",
    re.DOTALL,
)
_OPENERS = "\"'“‘«([{-–—•* "
_WORD_BEFORE = re.compile(r"[\w.&'’-]*\Z")
_WORD_AFTER = re.compile(r"[^\W_]+")
_INITIAL = re.compile(r"[^\W\d_](?:-[^\W\d_])?", re.UNICODE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")

# A name or a number follows these, so their point never ends a sentence.
_ABBREVIATIONS_BEFORE_NAMES = """
mr mrs ms messrs dr prof rev hon fr sr. st mt ft sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl pvt
pres supt insp det amb atty dist brig mme mlle sra srta eng vs v cf viz al ed eds op dept univ
"""
_ABBREVIATIONS_BEFORE_NUMBERS = """
no nos p pp vol art sec ch fig figs para jan feb mar apr jun jul aug sep sept oct nov dec
"""
# These may stand at the end: it is one if the next word is one that begins sentences far oftener than names.
_ABBREVIATIONS_ANYWHERE = """
inc corp co ltd llc plc bros jr sr etc ave blvd rd est approx ph.d a.m p.m u.s u.k u.n d.c e.g i.e esq assn
"""
_FIRST_WORDS = """
the a an this that these those he she it they we i you his her its their our my in on at for from with by to as of
but and so if when while after before since although though because however there here what who why how where which
no not yet now then some many most several all both each one two three other another also even still meanwhile
according under over during until once last next mr mrs ms asked is are was were will do does did
"""

_BEFORE_NAME = frozenset(_ABBREVIATIONS_BEFORE_NAMES.split())
_BEFORE_NUMBER = frozenset(_ABBREVIATIONS_BEFORE_NUMBERS.split())
_EITHER = frozenset(_ABBREVIATIONS_ANYWHERE.split())
_STARTERS = frozenset(_FIRST_WORDS.split())


def sentences(text: str) -> list[tuple[int, int]]:
    """Give (start, end) of every sentence of `text`, sorted, not overlapping, never empty; in linear time."""
    found: list[tuple[int, int]] = []
    start = 0
    line = 0
    for gap in _GAP.finditer(text):
        if _parts(text, line, gap):
            _split(text, start, gap.start(), found)
            start = gap.end()
        line = gap.end()
    _split(text, start, len(text), found)
    return found


def _parts(text: str, line: int, gap: re.Match[str]) -> bool:
    """Tell whether the line breaks of `gap`, behind a line that begins at `line`, end a sentence."""
    if gap.group().count("\n") > 1 or _BULLET.match(text, gap.end()):
        return True
    return gap.start() - line < _SHORT and not text[gap.end() : gap.end() + 1].islower()


def _split(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Add the sentences of one paragraph, text[start:end], to `found`."""
    for candidate in _CANDIDATE.finditer(text, start, end):
        if _ends(text, start, candidate, end):
            _add(text, start, candidate.end(), found)
            start = candidate.end()
    _add(text, start, end, found)


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _ends(text: str, start: int, candidate: re.Match[str], end: int) -> bool:
    """Tell whether a sentence that began at `start` ends with the marks of `candidate`."""
    marks = candidate.group()
    if marks[0] in "。！？":
        return True
    after = text[candidate.end() : min(end, candidate.end() + 60)].lstrip()
    opened = after.lstrip(_OPENERS)
    if not opened or opened[0].islower():
        return not opened
    if marks[0] != "." or marks.startswith(".."):
        return True
    before = text[max(start, candidate.start() - 30) : candidate.start()]
    word_before = _WORD_BEFORE.search(before, max(before.rfind(" "), before.rfind("\n")) + 1)
    word_after = _WORD_AFTER.match(opened)
    return _point_ends(
        word_before.group() if word_before else "",
        word_after.group() if word_after else "",
        closed=len(marks) > 1 or opened is not after,
    )


def _point_ends(before: str, after: str, *, closed: bool) -> bool:
    """Tell whether the point after the word `before` ends the sentence, where the word `after` comes next.

    closed: a quote or a bracket stands between them.
    """
    low = before.lower()
    if low in _BEFORE_NAME:
        return False
    if low in _BEFORE_NUMBER and after[:1].isdigit():
        return False
    if low in _EITHER or _DOTTED.fullmatch(before):
        return closed or after.lower() in _STARTERS
    if _INITIAL.fullmatch(before) and before[:1].isupper() and before != "I":
        return after.lower() in _STARTERS and after.lower() != "a"
    return True
