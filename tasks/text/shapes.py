"""A text in, its lines and blocks out; a block of lines in, whether it is prose: lists, tables, code, verse are not.

Each goes over a text once, by searches that the interpreter makes at the speed of memory: most texts need no repair.
"""

import re
from collections.abc import Iterable, Iterator

LIST_LINE = re.compile(r"\s*(?:[-*+•·‣◦▪–—]\s+\S|\(?\d{1,3}[.)]\s+\S|\(?[a-zA-Z][.)]\s+\S|\[\d+\])")
TABLE_LINE = re.compile(r"\t|\|.*\||[^\s.!?:;] {3,}\S|[-+=|_*]{4,}\s*$")
CODE_LINE = re.compile(
    r"(?: {4}|\t)|.*[{};]\s*$|.*(?:=>|==|!=|\+=|&&|\|\||</?\w|/>|\\[ntr\"]|::|\$\w|\w\(\)|\w\.\w+\()"
    r"|\s*(?:def|class|import|from|return|var|let|const|print|echo|if|for|while|#\w+|//|select|insert|update)\b.*[=(:*]"
    r"|\s*[\w.\[\]]+\s*[-+*/|]?=\s*\S|\s*[>$#~%]\s",
    re.I,
)
STOPS = frozenset('.!?:;"”’)»')
LONGEST_VERSE = 60  # characters
LONGEST_LINE = 2_000  # characters: what is longer is prose, or nothing that these patterns should be run on


def blocks_of(text: str) -> Iterator[tuple[int, str]]:
    """Where each block begins, and its lines as they stand between blank lines, in a text without trailing spaces."""
    start = 0
    for block in text.split("\n\n"):
        if lines := block.strip("\n"):
            yield start + len(block) - len(block.lstrip("\n")), lines
        start += len(block) + 2


def blocks_with(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The blocks in which the pattern is found, each once, and where they begin."""
    done = 0
    for found in pattern.finditer(text):
        if found.start() >= done:
            start = text.rfind("\n\n", done, found.start() + 1)
            start = done if start < 0 else start + 2
            end = text.find("\n\n", found.start())
            done = len(text) if end < 0 else end
            yield start, text[start:done]


def lines_with(text: str, cues: Iterable[str]) -> list[tuple[int, int]]:
    """Where the lines begin and end that hold one of the cues, sorted."""
    found = set()
    for cue in cues:
        end, place = 0, text.find(cue)
        while place >= 0:
            start, end = text.rfind("\n", end, place) + 1 or end, text.find("\n", place)
            if end < 0:
                end = len(text)
            found.add((start, end))
            place = text.find(cue, end)
    return sorted(found)


def goes_on(line: str, following: str) -> bool:
    """Whether a line ends amid a sentence which the next one goes on with."""
    return line[-1:] not in STOPS and following[:1].islower()


def is_list(line: str) -> bool:
    """Whether the line begins as the item of a list does."""
    return LIST_LINE.match(line) is not None


def is_table(line: str) -> bool:
    """Whether the line has columns or is a rule between rows."""
    return len(line) < LONGEST_LINE and TABLE_LINE.search(line) is not None


def is_code(line: str) -> bool:
    """Whether the line reads as a program or its input."""
    return len(line) < LONGEST_LINE and CODE_LINE.match(line) is not None


def is_prose(lines: list[str]) -> bool:
    """Whether no line of the block is that of a list, a table or code."""
    return not any(is_list(line) or is_table(line) or is_code(line) for line in lines)


def is_verse(lines: list[str]) -> bool:
    """Whether the lines may be a poem's: short, and each with a capital at its head."""
    if max(map(len, lines)) >= LONGEST_VERSE or all(line.endswith((".", "!", "?")) for line in lines):
        return False  # lines that are all whole sentences are paragraphs
    return all(line.lstrip(" \"'“‘—")[:1].isupper() for line in lines)
