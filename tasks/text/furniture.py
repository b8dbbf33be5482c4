"""A clean text in; where what belongs to the page and not to its article (buttons, notices...) stands in it out.

Furniture is marked, not removed. A line is looked up by its first word, so that nearly all lines of an article cost no
more than that.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tasks.records import Furniture
from tasks.text.furniture_buttons import NAVIGATION, SHARING, SUBSCRIPTION, TICKER, Row
from tasks.text.furniture_notices import COOKIES, ORIGIN, RELATED
from tasks.text.shapes import goes_on, lines_with

KINDS: Mapping[str, Sequence[Row]] = {
    "ticker": TICKER, "sharing": SHARING, "subscription": SUBSCRIPTION, "navigation": NAVIGATION, "cookies": COOKIES,
    "related": RELATED, "origin": ORIGIN,
}  # fmt: skip
LONGEST = 600  # characters of a line of furniture
LONG = 160  # characters: beyond that only notices that explain themselves
LONG_KINDS = {"cookies", "related", "origin"}
SHORT, QUOTES = 20, '"“”'  # a label of a word or two may stand in quotation marks; longer lines in them are speech
AROUND = " \t›>»→▸►•|¿¡…"  # before and after the words of a button
ROWS: dict[str, list[Row]] = {}  # by first word: the kind, and the rest of such a line
for _kind, _rows in KINDS.items():
    for _words, _rest in _rows:
        for _word in _words.split():
            ROWS.setdefault(_word, []).append((_kind, _rest))
# The first letters of those words, as they are written: a line that begins with others needs no closer look.
HEADS = frozenset(
    written(f"{word} ")[:3] for word in ROWS if len(word) > 1 for written in (str.lower, str.capitalize, str.upper)
)
ODD = frozenset(f"{AROUND}{QUOTES}0123456789")  # nor one that begins with neither these nor a word of one letter
FIRST_WORD = re.compile(r"\d+|[^\W\d_][^\W_]*(?:[-.&'’][^\W_]+)*")
MAY_BE_A_HEADING = re.compile(r"\w+|(?:recommended|related) (?:reading|links)|(?:contact|about) us", re.I)

# A notice begins with the sign or word and a year, or a name where the sign says that it is one, and runs to the
# line's end; "copyright" in a sentence is followed by neither.
RIGHTS = (
    r"all rights reserved|tous droits (?:de reproduction )?réservés|alle rechte vorbehalten"
    r"|(?:todos los|reservados todos los) derechos(?: reservados)?|todos os direitos reservados"
    r"|tutti i diritti (?:sono )?riservati|reproduction (?:totale ou partielle )?interdite"
)
NOTICE = re.compile(
    r"(?:[|•·]\s+)?(?:"
    r"(?:copyright\s*)?(?:©|ⓒ|&copy;)\s*(?:copyright\s*)?(?:by\s+)?(?:\d{4}|(?-i:[A-Z])).*"
    r"|copyright\s*(?:\(c\)\s*)?(?:by\s+)?(?:\d{4}\b[-–,\d ]*[.,]?\s*(?:by\s+)?(?:the\s+)?(?-i:[A-Z(])|\d{4}\.?$).*"
    r"|copyright\s*\(c\).*|\(c\)\s*(?:copyright\s*)?(?:19|20)\d\d\b.*"
    rf"|[^.!?]{{0,100}}\b(?:{RIGHTS})\b\.?)",
    re.I,
)
AFTER_SENTENCE = re.compile(r"(?:\A|(?<=[.!?\"”’)|•·])\s+|\s+[|•·]\s+)(?=\S)")
LONGEST_NOTICE = 500
MENTIONS = (
    "opyright", "OPYRIGHT", "©", "ⓒ", "(c)", "(C)", "eserved", "ESERVED", "réservés", "vorbehalten", "eservados",
    "riservati", "interdite",
)  # fmt: skip


def find_furniture(text: str) -> tuple[Furniture, ...]:
    """Where lines, or the notices that end them, belong to the page; sorted, disjoint, each with its kind.

    One word that may as well be a heading ("Email", "Share") counts only beside another line of furniture, and where
    the text begins or ends; an item of a list only beside another.
    """
    lines = text.split("\n")
    kinds = {at: kind for at, line in enumerate(lines) if line and _begins_so(line) and (kind := kind_of(line))}
    notices = {each.end: each for each in _notices(text)}
    if not kinds and not notices:
        return ()
    found: dict[int, Furniture] = {}
    number, end = -1, -1  # of the last line that is not empty, and where it ends
    for at, line in enumerate(lines):
        start, end = end + 1, end + 1 + len(line)
        number += bool(line)
        if at in kinds:
            found[number] = Furniture(start, end, kinds[at])
        elif line and end in notices:
            found[number] = notices[end]
    return tuple(
        each
        for at, each in found.items()
        if {at - 1, at + 1} & found.keys() or _stands_alone(text[each.start : each.end], at in (0, number))
    )


def _begins_so(line: str) -> bool:
    """Whether the first letters of a line are those of a row's first word, so that it needs a closer look."""
    return line[:3] in HEADS or line[:1] in ODD or line[1:2] == " "


def kind_of(line: str) -> str:
    """The kind of furniture that a line is, "" for a line of the text."""
    if len(line) > LONGEST:
        return ""
    words = line.strip(AROUND)
    if len(words) < SHORT:
        words = words.strip(QUOTES)
    first = FIRST_WORD.match(words)
    if not first or (word := "#" if first[0].isdecimal() else first[0].lower()) not in ROWS:
        return ""
    for kind, rest in _patterns(word):
        if (len(words) <= LONG or kind in LONG_KINDS) and rest.fullmatch(words, first.end()):
            return kind
    return ""


def article_runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The lines of a block that are no furniture: from which to before which.

    A line that stands amid a sentence is a part of that, whatever it looks like alone.
    """
    begun = 0
    for at, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        if kind_of(line) and not goes_on(line, following):
            if begun < at:
                yield begun, at
            begun = at + 1
    if begun < len(lines):
        yield begun, len(lines)


@cache
def _patterns(word: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of line that begin with the word, and what has to follow it in each."""
    return tuple((kind, re.compile(rest, re.I)) for kind, rest in ROWS[word])


def _stands_alone(line: str, at_edge: bool) -> bool:
    """Whether a line is furniture without another beside it: no heading, unless at an end, and no item of a list."""
    return not line.startswith("•") and (at_edge or not MAY_BE_A_HEADING.fullmatch(line.strip(AROUND)))


def _notices(text: str) -> Iterator[Furniture]:
    """Copyright notices: a line, or what follows the last sentence of one."""
    for start, end in lines_with(text, MENTIONS):
        line = text[start:end]
        for sentence in AFTER_SENTENCE.finditer(line, max(0, len(line) - LONGEST_NOTICE)):
            if NOTICE.fullmatch(line, sentence.end()):
                lead = len(sentence[0]) - len(sentence[0].lstrip())
                yield Furniture(start + sentence.start() + lead, end, "copyright")
                break
