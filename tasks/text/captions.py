"""Captions of pictures: a text in, the edits that make doubled ones single, and where captions stand out."""

import re
from collections.abc import Iterator, Sequence

from tasks.records import Change, Paragraph
from tasks.text.edits import Edit, carried

RULE = "remove_doubled_caption"
LINE = re.compile(r"[^\n]+")
ALT = " alt="
CREDITS = (  # words one of which a caption has: a cheap test
    "hoto",
    "icture",
    "mage",
    "redit",
    "CREDIT",
    "PHOTO",
    "Reuters",
    "REUTERS",
    "AFP",
    "AP)",
    "Getty",
    "FILE",
    "aption",
)
LONGEST = 500  # characters: what is longer is a paragraph that happens to end so
AGENCY = (
    r"(?:AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Xinhua|Getty(?: Images)?|Shutterstock|Bloomberg|PA|ANSA|TASS|Kyodo|UPI)"
)
PICTURE = r"(?:Photo(?:graph)?|Picture|Image|Illustration|PHOTO|IMAGE)s?"
CREDIT = re.compile(
    rf"\b(?:{PICTURE}(?: [Cc]redits?)?|Credits?|CREDIT)(?: by |: ?)[^.\n]{{2,80}}\.?$"
    rf"|[\(\[]{PICTURE}(?: by|:|/)? ?[^()\n]{{2,100}}[\)\]]\.?$"
    rf"|\([^()\n]{{0,60}}{AGENCY}(?: Photo)?(?:[/ ][^()\n]{{0,60}})?\)\.?$"
    rf"|^(?:[A-Z][\w.'’-]* ){{1,4}}?(?:/ ?|\| ?|via |for ){AGENCY}(?: Photo| Images)?\.?$"
    rf"|[.!?\"”’] (?:[A-Z][\w.'’-]*[ /]){{1,4}}(?:/ ?|\| ?|via |for )?{AGENCY}(?: Photo| Images)?\.?$"
)
LEAD = re.compile(r"(?:FILE(?: PHOTO)?|Caption|Image caption|Photo|Pictured|In this [^.\n]{4,60} photo)\b ?[:,—–-]")


def remove_doubled_caption(text: str) -> Iterator[Edit]:
    """The second of two captions in one line: `A alt=A`, or `A A` where A ends with a credit."""
    for line in LINE.finditer(text):
        if (end := _first_end(line[0])) is not None:
            yield Edit(RULE, line.start() + end, line.end(), "")


def _first_end(line: str) -> int | None:
    first, alt, second = line.partition(ALT)
    if alt:
        parts = {" ".join(part.split()) for part in (first, *second.split(ALT))}
        return len(first) if len(parts) == 1 and first.strip() else None
    half = len(line) // 2
    doubled = line[:half] == line[half + 1 :] and line[half : half + 1] == " "
    return half if doubled and is_caption(line[:half]) else None


def is_caption(paragraph: str) -> bool:
    """Whether a short paragraph ends with a picture's credit, or says at its head that it is a caption."""
    if len(paragraph) > LONGEST or not any(credit in paragraph for credit in CREDITS):
        return False
    return CREDIT.search(paragraph) is not None or LEAD.match(paragraph) is not None


def find_captions(text: str, changes: Sequence[Change]) -> tuple[Paragraph, ...]:
    """The lines of the clean text that are captions: by their words, or because they stood twice."""
    doubled = {carried(each.start, changes, each.step) for each in changes if each.rule == RULE}
    return tuple(
        Paragraph(line.start(), line.end(), "caption")
        for line in LINE.finditer(text)
        if line.end() in doubled or is_caption(line[0])
    )
