"""Pages with their gold text in, how much of it each extractor finds out: precision, recall, F, seconds per page.

    .venv/bin/python tests/benchmarks/pages.py [first|second|all] [names...]

Gold files have one paragraph a line; a line that begins with "? " may be there or not (titles, captions, credits).
Words: multisets of words page by page, macro averages. Segments: the beginning and the middle of each gold paragraph
must stand in the text, the lines of the page that are no gold must not; over all pages together.
"""

import logging
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import justext  # type: ignore[import-untyped]
import trafilatura
from lxml import html  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from tasks.errors import Rejected
from tasks.inbox import read

HERE = Path(__file__).parent / "pages"
# The pages that the rules were made with; the others were written afterwards, and measured before a rule was changed.
FIRST = frozenset((
    "amp", "blog-builder", "blog-wordpress", "cookie-wall", "documentation", "forum-phpbb", "gallery",
    "government-notice", "javascript-shell", "live-ticker", "news-arabic", "news-german", "news-japanese",
    "news-quality", "news-russian", "news-tabloid", "old-table-layout", "paywall-stub", "press-release-french",
    "print-view", "product", "qanda", "recipe", "wiki",
))  # fmt: skip
WORD = re.compile(r"[^\W_]+")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
UNSEEN = ("script", "style", "noscript", "template", "head")
BLOCKS = frozenset((
    "div", "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "table", "section", "article",
    "aside", "nav", "header", "footer", "main", "form", "figure", "figcaption", "blockquote", "pre", "dl", "dt", "dd",
    "br", "hr", "body", "button",
))  # fmt: skip
ROUNDS = 3


class Case(NamedTuple):
    """A page, the paragraphs that must be found, and those that may."""

    name: str
    data: bytes
    gold: tuple[str, ...]
    optional: tuple[str, ...]


class Score(NamedTuple):
    """Shares, 0..1."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def cases(names: Iterable[str] = ()) -> list[Case]:
    """The pages of those names, all where there are none."""
    files = [HERE / f"{name}.html" for name in names] or sorted(HERE.glob("*.html"))
    return [_case(file) for file in files]


def _case(file: Path) -> Case:
    lines = file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    gold = tuple(line for line in lines if line and not line.startswith("? "))
    return Case(file.stem, file.read_bytes(), gold, tuple(line[2:] for line in lines if line.startswith("? ")))


def ours(data: bytes) -> str:
    """What the inbox reads; "" for a page that it rejects."""
    try:
        return read("page.html", data)[0].text
    except Rejected:
        return ""


def bare(data: bytes) -> str:
    """Trafilatura as it is, without comments."""
    return trafilatura.extract(data, include_comments=False) or ""


def fast(data: bytes) -> str:
    """Trafilatura without its second opinions."""
    return trafilatura.extract(data, include_comments=False, fast=True) or ""


STOPLIST = frozenset().union(*(justext.get_stoplist(each) for each in justext.get_stoplists()))


def just(data: bytes) -> str:
    """JusText with the stop words of all its languages."""
    return "\n".join(each.text for each in justext.justext(data, STOPLIST) if not each.is_boilerplate)


EXTRACTORS: dict[str, Callable[[bytes], str]] = {"ours": ours, "trafilatura": bare, "fast": fast, "justext": just}


def words(text: str) -> Counter[str]:
    """Words in lower case, ideographs and kana one by one."""
    return Counter(WORD.findall(WIDE.sub(r" \g<0> ", text.lower())))


def word_score(case: Case, text: str) -> Score:
    """Of one page; what may be there counts for nothing either way."""
    found, gold = words(text), words(" ".join(case.gold))
    found -= (words(" ".join(case.optional)) - Counter()) & (found - gold)
    right = (found & gold).total()
    if not gold:
        return Score(1.0, 1.0) if not found else Score(0.0, 0.0)
    return Score(right / found.total() if found else 0.0, right / gold.total())


def folded(text: str) -> str:
    """White space as single spaces."""
    return " ".join(text.split())


def segment_counts(case: Case, text: str) -> tuple[int, int, int]:
    """(segments found, segments missed, lines of furniture found)."""
    text, gold = folded(text), folded(" ".join(case.gold + case.optional))
    wanted = [piece for line in case.gold for piece in _pieces(line)]
    hits = sum(piece in text for piece in wanted)
    wrong = sum(line in text for line in furniture(case.data) if line not in gold and not _holds_gold(case, line))
    return hits, len(wanted) - hits, wrong


def _holds_gold(case: Case, line: str) -> bool:
    return 2 * sum(len(gold) for gold in case.gold if folded(gold) in line) > len(line)


def _pieces(line: str) -> list[str]:
    middle = len(line) // 2
    return [line] if len(line) < 60 else [line[:40], line[middle : middle + 40]]


def furniture(data: bytes) -> list[str]:
    """All lines of the page of twelve characters or more, however they came there."""
    tree = html.document_fromstring(_text(data).encode(), parser=html.HTMLParser(encoding="utf-8"))
    lines = [""]
    _lines(tree, lines)
    return list(dict.fromkeys(line for each in lines if len(line := folded(each)) >= 12))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _lines(element: HtmlElement, lines: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    block = element.tag in BLOCKS
    if block:
        lines.append("")
    lines[-1] += element.text or ""
    for child in element:
        _lines(child, lines)
        lines[-1] += child.tail or ""
    if block:
        lines.append("")


def measured(extract: Callable[[bytes], str], chosen: Sequence[Case]) -> tuple[Score, Score, float]:
    """(words, segments, seconds per page, the quickest of the rounds)."""
    seconds = min(_seconds(extract, chosen) for _ in range(ROUNDS))
    texts = [extract(case.data) for case in chosen]
    scores = [word_score(case, text) for case, text in zip(chosen, texts, strict=True)]
    hits, missed, wrong = map(
        sum, zip(*(segment_counts(*each) for each in zip(chosen, texts, strict=True)), strict=True)
    )
    by_words = Score(
        sum(each.precision for each in scores) / len(scores), sum(each.recall for each in scores) / len(scores)
    )
    return by_words, Score(hits / (hits + wrong or 1), hits / (hits + missed)), seconds / len(chosen)


def _seconds(extract: Callable[[bytes], str], chosen: Sequence[Case]) -> float:
    start = time.perf_counter()
    for case in chosen:
        extract(case.data)
    return time.perf_counter() - start


def main(which: str = "all", *names: str) -> None:
    """Print the tables."""
    logging.disable(logging.ERROR)
    chosen = cases(names)
    halves = {
        "first": [each for each in chosen if each.name in FIRST],
        "second": [each for each in chosen if each.name not in FIRST],
    }
    for half in ("first", "second") if which == "all" else (which,):
        if not halves[half]:
            continue
        print(f"{half}: {len(halves[half])} pages")
        for name, extract in EXTRACTORS.items():
            by_words, by_segments, seconds = measured(extract, halves[half])
            print(
                f"  {name:12} words P {by_words.precision:.3f} R {by_words.recall:.3f} F {by_words.f:.3f}"
                f"  segments P {by_segments.precision:.3f} R {by_segments.recall:.3f} F {by_segments.f:.3f}"
                f"  {1000 * seconds:6.2f} ms"
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
