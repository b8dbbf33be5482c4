"""Captions of pictures: a text in, the edits that make doubled ones single, and where captions stand out."""

import re
from collections.abc import Iterable, Iterator

from tasks.records import Change, Furniture, Paragraph
from tasks.text.edits import Edit, carried
from tasks.text.shapes import lines_with

RULE = "remove_doubled_caption"
ALT = " alt="
# One of these is in every caption that is known by its words: a cheap test.
CUES = ("hoto", "PHOTO", "Picture", "Image", "redit", "Getty", "euters", "REUTERS", "AFP", "/AP", "(AP", "EPA",
        "Xinhua", "Shutterstock", "FILE", "aption")  # fmt: skip
LONGEST = 400  # characters: what is longer is a paragraph that happens to end so
TAIL = 140  # characters at the end that hold a credit
AGENCY = r"\b(?:AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Xinhua|Getty(?: Images)?|Shutterstock)\b"
PICTURE = r"(?:Photo(?:graph)?|Picture|Image|PHOTO)s?"
CREDIT = re.compile(
    rf"\b(?:{PICTURE}(?: [Cc]redits?)?|Credits?)(?: by |: ?)[^.\n]{{2,80}}\.?$"
    rf"|[\(\[]{PICTURE}(?: by|:|/)? ?[^()\n]{{2,100}}[\)\]]\.?$"
    rf"|\([^()\n]{{2,60}}[/ ]{AGENCY}(?: Photo)?(?:/[^()\n]{{0,60}})?\)\.?$|\({AGENCY} Photo[^()\n]{{0,60}}\)\.?$"
    rf"|(?:[.!?\"”’]|(?:\S+ ){{5}}\S+) \((?:via )?(?:AFP|Reuters|REUTERS|Xinhua|Getty(?: Images)?)\)\.?$"
    rf"|[.!?\"”’] (?:[A-Z][\w.'’-]*[ /]){{1,4}}(?:/ ?|\| ?|via |for )?{AGENCY}(?: Photo| Images)?\.?$"
)
CREDIT_ALONE = re.compile(
    rf"(?!(?:By|BY) )[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,4}}?(?: ?/ ?| \| ?| via | for ){AGENCY}(?: Photo| Images)?\.?"
)
LEAD = re.compile(r"(?:FILE(?: PHOTO)?|Caption|Image caption|Photo|In this [^.\n]{4,60} photo)\b ?[:,—–-]")


def remove_doubled_caption(text: str) -> Iterator[Edit]:
    """The second of two captions in one line: `A alt=A`, or `A A` where A ends with a credit."""
    for start, end in sorted({*credited(text), *lines_with(text, (ALT,))}):
        if (first := _first_end(text[start:end])) is not None:
            yield Edit(RULE, start + first, end, "")


def credited(text: str) -> list[tuple[int, int]]:
    """Where the lines stand that have a word in them that captions are known by."""
    return lines_with(text, CUES)


def _first_end(line: str) -> int | None:
    if ALT in line:
        first, _, second = line.partition(ALT)
        parts = {" ".join(part.split()) for part in (first, *second.split(ALT))}
        return len(first) if len(parts) == 1 and first.strip() else None
    half = len(line) // 2
    return half if is_doubled(line) and is_caption(line[:half]) else None


def is_doubled(line: str) -> bool:
    """Whether a line says the same twice, with a space between."""
    half = len(line) // 2
    return len(line) <= 2 * LONGEST + 1 and line[half : half + 1] == " " and line[:half] == line[half + 1 :]


def is_caption(paragraph: str) -> bool:
    """Whether a short paragraph ends with a picture's credit, is one, or says at its head that it is a caption."""
    if len(paragraph) > LONGEST or not any(cue in paragraph for cue in CUES):
        return False
    if LEAD.match(paragraph):
        return True
    tail = paragraph[-TAIL:]
    return bool(CREDIT.search(tail) or CREDIT_ALONE.fullmatch(paragraph))


def find_captions(
    text: str,
    changes: Iterable[Change] = (),
    furniture: Iterable[Furniture] = (),
    lines: Iterable[tuple[int, int]] = (),
) -> tuple[Paragraph, ...]:
    """The lines of the clean text that are captions, by their words or because they stood twice.

    lines: those that are `credited`. A notice at the end of such a line belongs to the page and not to the caption.
    """
    notices = {each.end: each.start for each in furniture}
    doubled = {(text.rfind("\n", 0, end) + 1, end) for end in carried(RULE, changes)}
    found = []
    for start, end in sorted(doubled.union(lines)):
        caption = text[start : notices.get(end, end)].rstrip()
        whole_line = end == len(text) or text[end] == "\n"
        if caption and whole_line and ((start, end) in doubled or is_caption(caption)):
            found.append(Paragraph(start, start + len(caption), "caption"))
    return tuple(found)
