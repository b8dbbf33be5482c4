"""The lines of all pages in, the same without running headers, footers and page numbers out.

What stands at one height, outermost on its page, and says the same on several pages is furniture; a number in it may
be another on each page if it grows as the pages do ("Chapter 1" and "Chapter 2" on top of pages 5 and 20 do not).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tasks.inbox.printed.lines import Line
from tasks.inbox.printed.measures import usual_size

Page = list[Line]
Mark = tuple[int, str]  # height in points, and what is said there
Edge = list[tuple[int, list[Mark]]]

OUTERMOST = 3  # lines at the top and at the bottom of a page that are asked
FEW = 4  # pages: in documents that short, twice is several times
LARGER = 1.3  # times the usual size: what is set so large is a title, even if it recurs as a header, or a chapter's
PAGES = "\0<"  # begins what stands for a number that grows as the pages do: that cannot be by chance, even twice
NUMBER = re.compile(r"\d{1,4}(?!\d)")
ROMAN = re.compile(r"\W*([ivxl]{1,7})\W*")
LONGEST_ROMAN = 12  # characters, with what stands around it
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
PAGE_OF = re.compile(
    r"\W*(?:page|p\.|pg\.?|seite|pagina|página|str\.)?\s*\d{1,4}\s*(?:of|/|von|de|sur)\s*\d{1,4}\W*", re.I
)


def without_running(pages: Sequence[Page]) -> list[Page]:
    """The pages without what runs along their heads and feet."""
    edges = [_edges(number, page) for number, page in enumerate(pages)]
    counts = Counter(mark for each in edges for mark in {mark for edge in each for _, marks in edge for mark in marks})
    least = 2 if len(pages) <= FEW else 3
    running = {mark for mark, count in counts.items() if count >= (2 if PAGES in mark[1] else least)}
    largest = LARGER * usual_size([line for page in pages for line in page])
    return [_peeled(page, each, running, largest) for page, each in zip(pages, edges, strict=True)]


def _edges(number: int, page: Page) -> list[Edge]:
    """The outermost lines at the foot and at the head of a page, by their places among its lines, with their marks."""
    heights = [line.base for line in page]
    order = sorted(range(len(page)), key=heights.__getitem__)
    outermost = order[:OUTERMOST], order[: -OUTERMOST - 1 : -1]
    return [[(index, list(_marks(page[index], number))) for index in edge] for edge in outermost]


def _marks(line: Line, page: int) -> Iterator[Mark]:
    """What a line says on this page: its words, and once for each number the same with the number as its lead."""
    height, text = round(line.base), line.text.casefold()
    yield height, text
    for found in NUMBER.finditer(text):
        yield height, f"{text[: found.start()]}{PAGES}{int(found[0]) - page}>{text[found.end() :]}"
    if len(text) <= LONGEST_ROMAN and (roman := ROMAN.fullmatch(text)):
        yield height, f"{PAGES}{_roman(roman[1]) - page}>"


def _roman(written: str) -> int:
    values = [VALUES[letter] for letter in written]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _peeled(page: Page, edges: Sequence[Edge], running: set[Mark], largest: float) -> Page:
    """The page without its outermost lines, as long as they are running ones; no page is made of nothing else."""
    gone: set[int] = set()
    for edge in edges:
        for index, marks in edge:
            line = page[index]
            if line.size > largest or not (PAGE_OF.fullmatch(line.text) or not running.isdisjoint(marks)):
                break
            gone.add(index)
    return [line for index, line in enumerate(page) if index not in gone] or page
