"""Files in, the articles that stories are made of out, as the shells would give them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from tasks.entities import recognise
from tasks.entities.identity import identify
from tasks.inbox.limits import Rules
from tasks.inbox.listing import list_inbox
from tasks.records import Document, Paragraph
from tasks.shards.reading import Reading, take_in
from tasks.stories import Article, Counted, Prose, lead
from tasks.text.counted import COUNTED, counted_text
from tasks.words.counts import count_words
from tasks.words.headwords import headwords
from tasks.words.reference import load

PATTERNS = ("{publisher}_{date}_{slug}",)
UNJOINED: Mapping[str, str] = {}


def terms(text: str, heads: Mapping[str, str] = UNJOINED) -> Mapping[str, int]:
    """The terms of an English text with their counts. heads: of each term that has another, its headword."""
    found = Counter[str]()
    for each in count_words(text, "en"):
        found[heads.get(each.term, each.term)] += each.uses
    return found


@cache
def _shares() -> Mapping[str, float]:
    shipped = load()
    return {term: count / shipped.total for term, count in shipped.counts.items()}


def general(heads: Mapping[str, str] = UNJOINED) -> Mapping[str, float]:
    """The share of each headword among the words of general English."""
    found: dict[str, float] = {}
    for term, share in _shares().items():
        head = heads.get(term, term)
        found[head] = found.get(head, 0.0) + share
    return found


def heads_of(read: Iterable[Document]) -> Mapping[str, str]:
    """Of each term of the documents that has another, its headword."""
    uses, capitals = Counter[str](), Counter[str]()
    for document in read:
        for each in count_words(counted_text(document.text, document.paragraphs), "en"):
            uses[each.term] += each.uses
            capitals[each.term] += each.uses if each.form[0] != each.form[0].lower() else 0
    joined = headwords({term: capitals[term] / count for term, count in uses.items()}, "en")
    return {term: head for term, head in joined.items() if head != term}


def documents(folder: Path, today: date, wanted: Sequence[str]) -> list[Document]:
    """The English documents of the files of a folder whose paths are wanted."""
    reading = Reading(str(folder), PATTERNS, today, Rules())
    sources = [each for each in list_inbox(folder).sources if each.path in wanted]
    found = [each for of_file in take_in(sources, reading) for each in of_file if isinstance(each, Document)]
    return [each for each in found if each.language.code == "en"]


def article(document: Document, id: str = "", heads: Mapping[str, str] = UNJOINED) -> Article:
    """A document, counted; by another id than its own where one is given."""
    id = id or document.id
    named = [(each.mention.start, each.entity.id) for each in identify(document.text, recognise(document.text))]

    def names(within: Sequence[Paragraph]) -> Mapping[str, int]:
        return Counter(name for place, name in named if any(each.start <= place < each.end for each in within))

    opening = lead(document.text, document.paragraphs)
    told = "\n\n".join(document.text[each.start : each.end] for each in opening)
    title = document.metadata.title
    counted = Counted(
        id,
        document.dated,
        terms(counted_text(document.text, document.paragraphs), heads),
        names([each for each in document.paragraphs if each.kind in COUNTED]),
        {**terms(told, heads), **names(opening)},
        {**terms(title, heads), **names([each for each in document.paragraphs if each.kind == "title"])},
    )
    return Article(counted, title, Prose(id, document.text, document.paragraphs))


def week(day: date) -> str:
    """The ISO week of a day: "2016-W39"."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"
