"""Files in, the articles that stories are made of out, as the shells would give them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from tasks.entities import recognise
from tasks.entities.identity import identify
from tasks.inbox.limits import Rules
from tasks.inbox.listing import list_inbox
from tasks.records import Document
from tasks.shards.reading import Reading, take_in
from tasks.stories import Article, Counted, Prose
from tasks.text.counted import COUNTED, counted_text
from tasks.words.counts import count_words
from tasks.words.reference import load

PATTERNS = ("{publisher}_{date}_{slug}",)


def terms(text: str) -> Mapping[str, int]:
    """The terms of an English text with their counts."""
    return {each.term: each.uses for each in count_words(text, "en")}


@cache
def general() -> Mapping[str, float]:
    """The share of each term among the words of general English."""
    shipped = load()
    return {term: count / shipped.total for term, count in shipped.counts.items()}


def documents(folder: Path, today: date, wanted: Sequence[str]) -> list[Document]:
    """The English documents of the files of a folder whose paths are wanted."""
    reading = Reading(str(folder), PATTERNS, today, Rules())
    sources = [each for each in list_inbox(folder).sources if each.path in wanted]
    found = [each for of_file in take_in(sources, reading) for each in of_file if isinstance(each, Document)]
    return [each for each in found if each.language.code == "en"]


def article(document: Document, id: str = "") -> Article:
    """A document, counted; by another id than its own where one is given."""
    id = id or document.id
    title = [each for each in document.paragraphs if each.kind == "title"]
    named = [
        (each.mention.start, each.entity.id)
        for each in identify(document.text, recognise(document.text))
        if any(p.start <= each.mention.start < p.end for p in document.paragraphs if p.kind in COUNTED)
    ]
    in_title = {name for place, name in named if any(p.start <= place < p.end for p in title)}
    counted = Counted(
        id,
        document.dated,
        terms(counted_text(document.text, document.paragraphs)),
        Counter(name for _, name in named),
        frozenset(in_title | terms(document.metadata.title).keys()),
    )
    return Article(counted, document.metadata.title, Prose(id, document.text, document.paragraphs))


def week(day: date) -> str:
    """The ISO week of a day: "2016-W39"."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"
