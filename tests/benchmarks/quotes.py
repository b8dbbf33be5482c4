"""A folder of articles with attributions marked (PolNeAR's brat files) -> what find_quotes gets of them, in percent.

    python -m tests.benchmarks.quotes ../shared/quotes/polnear-dev [errors KIND]

Content: words that stand in a content, precision, recall and F1, those between quotation marks (direct) apart from the
others (indirect); "flagged" takes as direct what the quotes themselves call so. Wholes: contents that share at least
half of their words (of all words in either) with a marked one. Speaker: of the marked contents that have a source, the
share whose best fitting quote is such a whole and has a speaker that overlaps the source; "loose": any quote that
overlaps the content has. A content is direct if all of its words stand in marks, mixed if some do. The articles are
two halves by a hash of their names: rules were made with the tuning half.
"""

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tasks.entities import recognise
from tasks.entities.quotes import quotes_among
from tasks.records import Mention, Quote

Span = tuple[int, int]
WORD = re.compile(r"\w+")
MARKED = re.compile(r'“[^”\n]+”|"[^"\n]+"|\'\'(?:(?!\'\')[^\n])+\'\'')
KINDS = ("direct", "mixed", "indirect")
Method = Callable[[str, Sequence[Mention]], list[Quote]]


class Marked(NamedTuple):
    """One attribution as people marked it: the words of its content, by number, its kind, and the source's spans."""

    words: frozenset[int]
    kind: str
    sources: tuple[Span, ...]
    spans: tuple[Span, ...]


class Article(NamedTuple):
    """A text, the offsets of its words, which of them stand in quotation marks, and what was marked in it."""

    name: str
    text: str
    words: list[Span]
    quoted: frozenset[int]
    marked: list[Marked]


def within(words: Sequence[Span], spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for i, (a, b) in enumerate(words) if any(start <= a and b <= end for start, end in spans))


def load(folder: Path) -> list[Article]:
    """Read the articles of `folder`; of several people's marks the first's."""
    return [
        read(file, min((folder / "attributions").glob(f"{file.stem}_????.ann")))
        for file in sorted((folder / "text").iterdir())
    ]


def read(file: Path, marks: Path) -> Article:
    text = file.read_text("utf-8")
    words = [match.span() for match in WORD.finditer(text)]
    quoted = within(words, [match.span() for match in MARKED.finditer(text)])
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[dict[str, str]] = []
    for line in marks.read_text("utf-8").split("\n"):
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            offsets = rest.split("\t")[0].split(" ", 1)[1].split(";")
            spans[key] = tuple((int(pair.split()[0]), int(pair.split()[1])) for pair in offsets)
        elif key.startswith("E"):
            events.append(dict(role.split(":") for role in rest.split()))
    marked = []
    for event in events:
        contents = tuple(span for role, key in event.items() if role.startswith("Content") for span in spans[key])
        inside = within(words, contents)
        if inside:
            kind = "direct" if inside <= quoted else "mixed" if inside & quoted else "indirect"
            marked.append(Marked(inside, kind, spans.get(event.get("Source", ""), ()), contents))
    return Article(file.stem, text, words, quoted, marked)


def one_expression(text: str, mentions: Sequence[Mention]) -> list[Quote]:
    """What one regular expression and the nearest name reach, to compare with."""
    found = []
    for match in MARKED.finditer(text):
        width = 2 if match.group().startswith("''") else 1
        start, end = match.start() + width, match.end() - width
        people = [one for one in mentions if one.kind == "PERSON" and not (start <= one.start < end)]
        near = min(people, key=lambda one: max(start - one.end, one.start - end), default=None)
        speaker = (near.surface, near.start, near.end) if near else ("", 0, 0)
        found.append(Quote(start, end, True, "", *speaker))
    return found


def overlapping(quote: Quote, sources: Sequence[Span]) -> bool:
    return any(quote.speaker_start < end and start < quote.speaker_end for start, end in sources)


def judge(article: Article, quotes: Sequence[Quote], counts: Counter[str]) -> list[tuple[Marked, Quote | None, str]]:
    """Add what `quotes` get right to `counts`; give each marked content with its quote and what is wrong with it."""
    covered = [within(article.words, [(quote.start, quote.end)]) for quote in quotes]
    gold = frozenset().union(*(one.words for one in article.marked))
    found = frozenset().union(*covered)
    flagged = frozenset().union(*(words for words, quote in zip(covered, quotes, strict=True) if quote.direct))
    outside = frozenset(range(len(article.words))) - article.quoted
    for kind, place, those in (
        ("direct", article.quoted, found),
        ("indirect", outside, found),
        ("flagged", article.quoted, flagged),
    ):
        counts[f"{kind} right"] += len(gold & those & place)
        counts[f"{kind} found"] += len(those if kind == "flagged" else those & place)
        counts[f"{kind} gold"] += len(gold & place)
    for words, quote in zip(covered, quotes, strict=True):
        if not quote.direct:
            counts["spans found"] += 1
            counts["spans right"] += any(fit(words, one.words) >= 0.5 for one in article.marked)
    result = []
    for one in article.marked:
        best = max(range(len(quotes)), key=lambda i: fit(covered[i], one.words), default=-1)
        good = best >= 0 and fit(covered[best], one.words) >= 0.5
        meant = [q for q, words in zip(quotes, covered, strict=True) if words & one.words]
        wrong = "content" if not good else "speaker"
        counts[f"{one.kind} contents"] += 1
        counts[f"{one.kind} met"] += good
        if one.sources:
            counts[f"{one.kind} sources"] += 1
            counts[f"{one.kind} loose"] += any(overlapping(quote, one.sources) for quote in meant)
            if good and overlapping(quotes[best], one.sources):
                counts[f"{one.kind} speakers"] += 1
                wrong = ""
        elif good:
            wrong = ""
        result.append((one, quotes[best] if best >= 0 and fit(covered[best], one.words) else None, wrong))
    return result


def fit(found: frozenset[int], gold: frozenset[int]) -> float:
    return len(found & gold) / len(found | gold) if found else 0.0


def show(title: str, counts: Counter[str]) -> None:
    def share(part: str, whole: str) -> float:
        return 100 * counts[part] / max(1, counts[whole])

    print(title)
    for kind in ("direct", "indirect", "flagged"):
        p, r = share(f"{kind} right", f"{kind} found"), share(f"{kind} right", f"{kind} gold")
        print(f"  content {kind:9} P {p:5.1f}  R {r:5.1f}  F1 {2 * p * r / max(p + r, 1e-9):5.1f}")
    p, r = share("spans right", "spans found"), share("indirect met", "indirect contents")
    print(f"  indirect contents as wholes: P {p:5.1f}  R {r:5.1f}  F1 {2 * p * r / max(p + r, 1e-9):5.1f}")
    for kind in KINDS:
        print(
            f"  {kind:9} n {counts[kind + ' contents']:4}  content met {share(kind + ' met', kind + ' contents'):5.1f}"
            f"  speaker {share(kind + ' speakers', kind + ' sources'):5.1f}"
            f"  loose {share(kind + ' loose', kind + ' sources'):5.1f}"
        )


def tuning(name: str) -> bool:
    """Tell whether an article belongs to the half that rules are made with."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def main(folder: Path, errors: str = "") -> None:
    articles = load(folder)
    read_once = {article.name: recognise(article.text) for article in articles}
    methods: tuple[tuple[str, Method], ...] = (("one expression", one_expression), ("find_quotes", quotes_among))
    for title, method in methods[bool(errors) :]:
        for half in (True, False):
            counts: Counter[str] = Counter()
            for article in articles:
                if tuning(article.name) == half:
                    judged = judge(article, method(article.text, read_once[article.name]), counts)
                    if errors and half:
                        complain(article, judged, errors)
            show(f"{title}, {'tuning' if half else 'check'} half", counts)


def complain(article: Article, judged: Sequence[tuple[Marked, Quote | None, str]], kind: str) -> None:
    """Print what went wrong in an article of the tuning half."""
    for one, quote, wrong in judged:
        if one.kind == kind and wrong:
            content = " | ".join(article.text[a:b] for a, b in one.spans)
            source = " | ".join(article.text[a:b] for a, b in one.sources)
            print(f"-- {wrong}: [{source}] {content}")
            if quote:
                said = article.text[quote.speaker_start : quote.speaker_end]
                print(f"      got: [{said}] ({quote.cue}) {article.text[quote.start : quote.end]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[3] if len(sys.argv) > 3 else "")
