"""Lost dashes: a text in which some became a straight quotation mark in, the edits that restore them out.

A mark that stands between spaces is a dash, or a quotation mark that someone spaced. What decides is how the marks of
its paragraph balance: each reading of the paragraph has a cost, made of what is odd about it, and a mark becomes a dash
only where the cheapest reading says so. The reading is found as the cheapest path through two states, inside and
outside of a quotation (Viterbi 1967).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from tasks.text.edits import Edit
from tasks.text.furniture import article_runs
from tasks.text.shapes import blocks_with, is_prose

TIGHT_MARK = re.compile(r'"(?:(?<!\S")(?=\w)|(?<=[\w.,!?]")(?!\S))')
CLOSE_PAIR = re.compile(r'"(?<!\S")(?=\w)[^"\n]{1,400}(?<=[\w.,!?])"(?!\S)')
ALONE = re.compile(r'"(?<!\S")(?!\S)')
OPENERS, CLOSERS = "([{—–-/'‘“", ".,;:!?)]}—–-…'’”/"
MOST_MARKS = 400  # in one paragraph: beyond that it is no paragraph

DASH, DASH_IN_TIGHT_TEXT = 1.0, 0.75  # a text that sets its quotation marks close elsewhere would do so here
SPACED, LIKELY, SHORT = 1.0, 0.25, 0.25  # a quotation mark with a space on both sides; with a cue; around a few words
UNBALANCED, UNENDED = 2.0, 1.5  # a quotation within one or ended before it began; one that never ends
AFTER_STOP = 1.0  # a dash after a full stop, or before a whole sentence that begins the paragraph
SHORT_WORDS = 3

SAYS = (
    r"(?:sa(?:id|ys?|ying)|told|ask(?:ed|s)|add(?:ed|s)|wr(?:ote|ites)|call(?:ed|s|ing)?|dubbed|named|titled|entitled)"
)
NAMES = r"(?:so-called|known as|described as|term|word|words|phrase|slogan|headline|chant(?:ed|ing)?|shout(?:ed|ing)?)"
BEFORE_QUOTE = re.compile(rf"[,:(]\s*\Z|\b(?:{SAYS}|{NAMES})\s+\Z", re.I)
SAID = r"(?:sa(?:id|ys?)|told|ask(?:ed|s)|add(?:ed|s)|wr(?:ote|ites))"  # "called" stands before what was called so
AFTER_QUOTE = re.compile(rf"\s*(?:\Z|[.,;:!?)]|(?:[\w.]+\s+){{0,3}}?{SAID}\b)", re.I)
ENDS_QUOTE = re.compile(r"[.,!?…]['’]?\s*\Z")
AFTER_DASH = re.compile(r"\s*(?:which|who|whose|whom|where|including|especially|even|not|and|but|or|nor|yet)\b")
MEASURE = re.compile(r"(?<![\d.,/])(?:\d{1,3}|\d*[./½¼¾]\d*)\s\Z")
SENTENCE_END = re.compile(r"[.!?]\s*\Z")
JOINS, JOINED = re.compile(r"\A\Z|[^\W_][.,!?%)\]'’”\"]*\s\Z"), re.compile(r"\s[('‘“\[$€£#@]*[^\W_]")
AROUND = 60  # characters on either side that are looked at


class Move(NamedTuple):
    """One reading of a mark: it leads from inside or outside of a quotation to inside or outside, at a cost."""

    was_inside: bool
    is_inside: bool
    cost: float
    dash: bool = False


class Path(NamedTuple):
    """A reading of the marks so far; of equally cheap ones that with fewer dashes is the smaller."""

    cost: float
    dashes: tuple[int, ...]


TIGHT = {
    "open": (Move(False, True, 0), Move(True, True, UNBALANCED)),
    "close": (Move(True, False, 0), Move(False, False, UNBALANCED)),
    "either": (Move(False, False, 0), Move(True, True, 0), Move(False, True, LIKELY), Move(True, False, LIKELY)),
}


def restore_dashes(text: str) -> Iterator[Edit]:
    """Quotation marks between spaces that must have been dashes."""
    dash = DASH_IN_TIGHT_TEXT if sum(1 for _ in islice(TIGHT_MARK.finditer(text), 2)) == 2 else DASH
    for start, paragraph in _article(text):
        if ALONE.search(paragraph) and paragraph.count('"') <= MOST_MARKS and is_prose(paragraph.split("\n")):
            end = start + len(paragraph)
            goes_on = text.startswith(('"', "“"), end + 2)  # a speech of several paragraphs is closed once
            for place in _dashes(paragraph, dash, UNENDED / 3 if goes_on else UNENDED):
                yield Edit("restore_dashes", start + place, start + place + 1, "—")


def has_mark_alone(text: str) -> bool:
    """Whether a quotation mark has spaces on both sides, or the text's end on one."""
    if '"' not in text:
        return False
    return any(part in text for part in (' " ', '\n" ', ' "\n')) or text[:2] == '" ' or text[-2:] == ' "'


def _article(text: str) -> Iterator[tuple[int, str]]:
    """The blocks with a mark alone, without the lines in them that are furniture."""
    for start, block in blocks_with(text, ALONE):
        lines = block.split("\n")
        for begin, end in article_runs(lines):
            before = sum(len(line) + 1 for line in lines[:begin])
            yield start + before, "\n".join(lines[begin:end])


def _dashes(paragraph: str, dash: float, unended: float) -> tuple[int, ...]:
    """Where the marks stand that are dashes in the cheapest reading of the paragraph."""
    places = [found.start() for found in re.finditer('"', paragraph)]
    paths = {False: Path(0, ())}
    for place in places:
        reached: dict[bool, Path] = {}
        for move in _moves(paragraph, place, dash):
            if (path := paths.get(move.was_inside)) is not None:
                longer = Path(path.cost + move.cost, (*path.dashes, place) if move.dash else path.dashes)
                if move.is_inside not in reached or _rank(longer) < _rank(reached[move.is_inside]):
                    reached[move.is_inside] = longer
        paths = reached
    ends = [Path(path.cost + (unended if inside else 0), path.dashes) for inside, path in paths.items()]
    return min(ends, key=_rank).dashes


def _rank(path: Path) -> tuple[float, int]:
    return round(path.cost, 6), len(path.dashes)


def _moves(paragraph: str, place: int, dash: float) -> tuple[Move, ...]:
    """The readings of the mark at `place`, by what stands around it."""
    before, after = paragraph[max(0, place - AROUND) : place], paragraph[place + 1 : place + 1 + AROUND]
    if before[-1:].strip() or after[:1].strip():
        return TIGHT[_facing(before[-1:], after[:1])]
    if MEASURE.search(before) or after.lstrip().startswith('"') or before.rstrip().endswith('"'):
        return TIGHT["either"]
    if not JOINS.search(before) or not JOINED.match(after):
        dash = UNBALANCED * MOST_MARKS  # between signs of a broken scan a dash is as likely as anything
    dash += AFTER_STOP if SENTENCE_END.search(before) or (not before and SENTENCE_END.search(paragraph)) else 0
    opens, closes = _quote_costs(paragraph, place, before, after)
    return (
        Move(False, True, opens),
        Move(True, False, closes),
        Move(False, False, dash, dash=True),
        Move(True, True, dash, dash=True),
    )


def _facing(before: str, after: str) -> str:
    opens = not before.strip() or before in OPENERS
    closes = not after.strip() or after in CLOSERS
    if opens == closes or (closes and before.isdigit()):
        return "either"
    return "open" if opens else "close"


def _quote_costs(paragraph: str, place: int, before: str, after: str) -> tuple[float, float]:
    """What it costs to read a mark between spaces as the beginning, and as the end, of a quotation."""
    opens = LIKELY if not before or BEFORE_QUOTE.search(before) else SPACED
    closes = LIKELY if AFTER_QUOTE.match(after) or ENDS_QUOTE.search(before) else SPACED
    if AFTER_DASH.match(after) and opens == SPACED:
        opens += SPACED / 2
    if not _has_close_pair(paragraph):  # who sets one quotation close sets its neighbour so
        if _short(paragraph[place + 1 : place + 1 + AROUND].split('"', 1)):
            opens = min(opens, SHORT)
        if _short(paragraph[max(0, place - AROUND) : place].rsplit('"', 1)[::-1]):
            closes = min(closes, SHORT)
    return opens, closes


@lru_cache(1)
def _has_close_pair(paragraph: str) -> bool:
    """Whether the paragraph has a quotation without spaces inside its marks."""
    return CLOSE_PAIR.search(paragraph) is not None


def _short(between: list[str]) -> bool:
    """Whether a few words stand between this mark and the next one, which has spaces on both sides too."""
    return len(between) == 2 and between[0][-1:] + between[0][:1] == "  " and len(between[0].split()) <= SHORT_WORDS
