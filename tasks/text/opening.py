"""The first paragraphs of a text in, which of them is the title, the byline and the date line out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tasks.records import MetadataField, ParagraphKind
from tasks.text.bylines import AGENCIES, BETWEEN_NAMES, BY, MOST_NAME_WORDS, NOT_WRITTEN, byline_of
from tasks.text.months import MONTHS
from tasks.text.titles import KICKER, LONGEST_TITLE, RULE, SECTION, clean_title, is_letterhead, is_title
from tasks.text.written_dates import parse_date, parse_dates

LOOKED_AT = 10  # paragraphs
MOST_DECKS, LONGEST_DECK = 2, 300  # paragraphs between title and byline, and their characters
PARTS = re.compile(r"\s*[|•·]\s*|\s{3,}|\t|\s+[–—-]{1,2}\s+(?=[A-Z\d])")
REFERENCE = re.compile(r"[A-Z]{1,4} ?\d+(?:/\d+)? +")  # "PW 80/11 9 May 2011": a release's number and its date
DATED = re.compile(r"\b(?:19|20)\d\d\b")
AGENCY_LINE = re.compile(
    r"[A-Z][\w.,' /-]{1,60}? \((?P<agency>[A-Za-z][\w .-]{1,30})\) ?(?:--?|–|—) "  # PARIS, Nov 24 (Reuters) -
)
DATELINE_DAY = re.compile(r", (?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d\d?) \(")
DATELINE_DATE = re.compile(r", (?P<date>(?:[A-Z][a-z]{2,8}\.? \d\d?, |\d\d? [A-Z][a-z]{2,8}\.? )\d{4}) \(")
IN_CAPITALS = re.compile(r"[A-Z]{3}[A-Z .'-]*[,( ]")  # the place, as agencies write it
CAPITALISED = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}")
LABEL = re.compile(r"(?P<label>[^\W\d_][\w ]{1,24}?)\s*[:：]\s+(?P<value>\S[^\n]*)")
# A block of such lines stands before a text that a database or a reader's program has exported.
LABELS = {
    "title": "title", "headline": "title", "subject": "title", "titel": "title", "titre": "title", "título": "title",
    "author": "author", "authors": "author", "by": "author", "byline": "author", "writer": "author",
    "autor": "author", "auteur": "author", "date": "date", "published": "date", "publication date": "date",
    "pub date": "date", "publish date": "date", "date published": "date", "datum": "date", "fecha": "date",
    "load date": "loaded", "updated": "modified", "last updated": "modified", "modified": "modified",
    "source": "publisher", "publisher": "publisher", "publication": "publisher", "newspaper": "publisher",
    "publication title": "publisher", "quelle": "publisher", "section": "section", "category": "section",
    "url": "url", "link": "url", "source url": "url", "permalink": "url", "language": "language",
    "copyright": "rights", "length": "length", "words": "length", "byline title": "role", "edition": "edition",
    "dateline": "dateline", "keywords": "keywords", "tags": "keywords", "page": "page", "id": "id", "document id": "id",
}  # fmt: skip
KIND_OF: Mapping[str, ParagraphKind] = {
    "title": "title", "author": "byline", "publisher": "byline", "date": "date", "modified": "date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first paragraphs say, and the kinds of those (by index) that say it and nothing else.

    agency: of the byline; wire, day: the agency and the day ("11-24") of the dateline that the text begins with.
    """

    title: str = ""
    byline: tuple[str, ...] = ()
    agency: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""
    wire: str = ""
    day: str = ""
    kinds: Mapping[int, ParagraphKind] = field(default_factory=dict)


def read_opening(texts: Sequence[str], slug: str = "", known: str = "") -> Opening:
    """Read title, byline and date off the first paragraphs, in any order, up to the first that is none of them.

    slug: the words of the file's name, which bear a title out; known: the title where the format gives it, so that no
    other line is taken for one. A title is short, one sentence, and stands before more text; a byline is "By ..." or,
    right after the title, a bare name. A deck may stand between the two.
    """
    opening, decks = Opening(), 0
    for index, text in enumerate(texts[:LOOKED_AT]):
        after_title = opening.kinds.get(index - 1) == "title"
        following = texts[index + 1 :][:2]
        if found := particulars(text, bare=after_title):
            opening = _joined(opening, found, index)
        elif NOT_WRITTEN.match(text) and len(text) <= LONGEST_TITLE:
            opening = _marked(opening, index, "byline")
        elif (after_title and RULE.fullmatch(text)) or (following and KICKER.fullmatch(text) and not opening.title):
            section = SECTION.fullmatch(text)
            opening = _marked(opening, index, "furniture", section["name"].capitalize() if section else "")
        elif not opening.title and _is_the_title(text, following, slug, known):
            opening = replace(_marked(opening, index, "title"), title=clean_title(text))
        elif opening.title and decks < MOST_DECKS and _is_deck(text, following):
            decks += 1
        elif not is_letterhead(text):
            return _with_dateline(opening, text)
    return opening


def header(texts: Sequence[str]) -> list[MetadataField]:
    """The lines "Title: ...", "Author: ..." that stand before everything else, one field each; [] for fewer than two.

    One that nothing is known of ("Length: 512 words") is a field as well, so that there are as many as lines.
    """
    fields: list[MetadataField] = []
    for text in texts[: 2 * LOOKED_AT]:
        found = LABEL.fullmatch(text)
        if not found or found["label"].lower() not in LABELS:
            break
        fields.append(MetadataField(LABELS[found["label"].lower()], found["value"].strip(), "first lines"))
    telling = {each.name for each in fields} & {"title", "author", "date", "publisher"}
    return fields if len(fields) > 1 and telling else []


def is_headed(lines: Sequence[str]) -> bool:
    """Whether some of a paragraph's lines are what `read_opening` and `header` look for, each by itself."""
    return bool(header(lines)) or any(particulars(line, bare=False) for line in lines[:LOOKED_AT])


@lru_cache(maxsize=4 * LOOKED_AT)
def particulars(text: str, *, bare: bool) -> Opening | None:
    """Byline, agency and dates of a paragraph that has nothing else; None for any other. It is asked of one twice."""
    if len(text) > LONGEST_TITLE or "\n" in text:
        return None
    found = Opening()
    for part in _parts(text):
        published, modified = parse_dates(part)
        names = () if published or modified else tuple(byline_of(part, bare=bare and not found.byline))
        agency = "" if published or modified else _agency(part)
        if published or modified:
            found = replace(found, published=found.published or published, modified=found.modified or modified)
        elif names or (agency and _is_all_agency(part)):
            found = replace(found, byline=found.byline + names, agency=found.agency or agency)
        elif found.byline and NOT_WRITTEN.match(part):
            continue
        elif not found.byline or len(part.split()) > MOST_NAME_WORDS:  # after a name: what the writer is or writes for
            return None
    return found if found.byline or found.agency or found.published or found.modified else None


def _parts(text: str) -> Iterator[str]:
    """The parts of a line that its marks part, and a byline apart from the date behind it; a line of dates as it is."""
    reference = REFERENCE.match(text)
    for line in (text, text[reference.end() :] if reference else ""):
        if any(parse_dates(line)):
            yield line
            return
    for part in filter(None, PARTS.split(text.strip())):
        words = part.split() if BY.match(part) and DATED.search(part) else []
        cut = next((at for at in range(2, len(words)) if parse_date(" ".join(words[at:]))), 0)
        yield from (" ".join(words[:cut]), " ".join(words[cut:])) if cut else (part,)


def _agency(part: str) -> str:
    written = part.lower()
    if not any(name in written for name in AGENCIES):
        return ""
    pieces = re.split(r"[()]", BY.sub("", part, count=1))
    names = (name.strip(" .").lower() for piece in pieces for name in BETWEEN_NAMES.split(piece))
    return next((AGENCIES[name] for name in names if name in AGENCIES), "")


def _is_all_agency(part: str) -> bool:
    return BY.sub("", part, count=1).strip(" .()").lower() in AGENCIES


def _joined(opening: Opening, found: Opening, index: int) -> Opening:
    return replace(
        _marked(opening, index, "byline" if found.byline or found.agency else "date"),
        byline=opening.byline or found.byline,
        agency=opening.agency or found.agency,
        published=opening.published or found.published,
        modified=opening.modified or found.modified,
    )


def _marked(opening: Opening, index: int, kind: ParagraphKind, section: str = "") -> Opening:
    return replace(opening, kinds={**opening.kinds, index: kind}, section=opening.section or section)


def _is_the_title(text: str, following: Sequence[str], slug: str, known: str) -> bool:
    return clean_title(text).casefold() == known.casefold() if known else is_title(text, following, slug)


def _is_deck(text: str, following: Sequence[str]) -> bool:
    """Whether a paragraph below the title is its deck: a byline or a date line follows."""
    return len(text) <= LONGEST_DECK and any(particulars(each, bare=False) for each in following)


def _with_dateline(opening: Opening, text: str) -> Opening:
    """The opening with what the dateline of the first paragraph of the text says: whose report it is, and its day."""
    if not (found := AGENCY_LINE.match(text)):
        return opening
    day = DATELINE_DAY.search(found[0])
    month = MONTHS.get(day["month"].lower(), 0) if day else 0
    written = f"{month:02}-{int(day['day']):02}" if day and month else ""
    agency = found["agency"]
    named = agency if IN_CAPITALS.match(text) and CAPITALISED.fullmatch(agency) else ""
    whole = DATELINE_DATE.search(found[0])
    return replace(
        opening,
        wire=AGENCIES.get(agency.lower(), named),
        day=written,
        published=opening.published or (parse_date(whole["date"]) if whole else ""),
    )
