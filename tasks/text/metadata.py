"""A clean text, what its format said of it and its path in; its metadata and its paragraphs with their kinds out."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tasks.records import Extracted, Metadata, MetadataField, Normalised, Paragraph
from tasks.text.filenames import fields_of, readable
from tasks.text.opening import BETWEEN_NAMES, BY, Opening, clean_title, read_opening, written_name
from tasks.text.paragraphs import paragraphs
from tasks.text.written_dates import parse_date

ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "og:title", "dc.title", "name"),
    "byline": ("author", "authors", "byline", "creator", "dc.creator", "by", "writer"),
    "publisher": ("publisher", "source", "site_name", "og:site_name", "publication", "newspaper", "outlet", "site"),
    "published": ("published", "date", "pubdate", "publishdate", "publish_date", "published_at", "datepublished",
                  "date_published", "published_time", "created"),
    "url": ("canonical", "canonical_url", "url", "link", "permalink", "source_url", "original_url", "og:url"),
}  # fmt: skip

LINE = re.compile(r"[^\n]+")
NAME_WORD = r"(?-i:[A-Z0-9])[\w.&'’-]*"
NAMED = rf"(?!authorised|all rights)(?:the )?(?P<name>{NAME_WORD}(?: (?:{NAME_WORD}|of|the|and|for|&|de|in|on))*)"
APPEARED = re.compile(
    rf"\b(?:appeared|published|posted|produced|printed|aired|reported)(?: \w+)? (?:on|in|at|by|from) {NAMED}", re.I
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
YEARS = r"(?:(?:19|20)\d\d[\s,.–-]*)*"
HOLDER = re.compile(rf"(?:©|ⓒ|\(c\)|copyright)[\s,.]*{YEARS}(?:all rights reserved[\s,.]*)?{NAMED}", re.I)
COMPANY = re.compile(
    r",? (?:publish(?:ers|ing)|ltd|limited|inc|llc|plc|corp|corporation|company|co|pty|gmbh|group)\b\.?", re.I
)


class Claim(NamedTuple):
    """What one origin says of one field; only a byline has several values."""

    field: str
    values: tuple[str, ...]
    origin: str


def describe(
    clean: Normalised, extracted: Extracted, path: str, patterns: Sequence[str] = ()
) -> tuple[Metadata, tuple[Paragraph, ...]]:
    """Title, byline, publisher, date and address, each with its origin, and the paragraphs with their kinds.

    Who is believed first: what the format says (front matter), the first lines, the file's name by `patterns`
    ("{publisher}_{date}_{slug}"), the notices that stand in the text, at last the name's slug for a title.
    """
    captions = (*clean.captions, *_given_captions(clean.text, extracted.metadata))
    found = paragraphs(clean.text, captions, clean.furniture)
    read = [index for index, each in enumerate(found) if each.kind == "body"]
    texts = [clean.text[found[index].start : found[index].end] for index in read]
    named = fields_of(path, patterns)
    given = list(_given(extracted.metadata))
    opening = read_opening(texts, named.get("slug", ""), _settled(given).title)
    claims = [*given, *_opened(opening), *_named(named), *_noticed(clean)]
    claims += [Claim("title", (readable(named.get("slug", "")),), "file name")]
    kinds = {read[index]: kind for index, kind in opening.kinds.items()}
    return _settled(claims), tuple(replace(each, kind=kinds.get(at, each.kind)) for at, each in enumerate(found))


def _settled(claims: Iterable[Claim]) -> Metadata:
    """The first claim on each field that says anything."""
    won: dict[str, Claim] = {}
    for claim in claims:
        if any(claim.values):
            won.setdefault(claim.field, claim)

    def single(field: str) -> str:
        return won[field].values[0] if field in won else ""

    return Metadata(
        title=single("title"),
        byline=won["byline"].values if "byline" in won else (),
        publisher=single("publisher"),
        published=single("published"),
        url=single("url"),
        origins={field: won[field].origin for field in sorted(won)},
    )


def _given(fields: Sequence[MetadataField]) -> Iterator[Claim]:
    """What the format itself says, under the names that the world's software gives it."""
    for field, aliases in ALIASES.items():
        for alias in aliases:
            given = [each for each in fields if each.name == alias]
            values = tuple(_read(field, [html.unescape(each.value).strip() for each in given]))
            if values:
                yield Claim(field, values, given[0].origin)


def _read(field: str, values: Sequence[str]) -> Iterator[str]:
    for value in values:
        if field == "title":
            yield clean_title(value)
        elif field == "byline":
            yield from (written_name(name) for name in BETWEEN_NAMES.split(BY.sub("", value, count=1)) if name)
        elif field == "published" and (written := parse_date(value)):
            yield written
        elif field == "publisher" or (field == "url" and value.startswith(("http://", "https://"))):
            yield value


def _given_captions(text: str, fields: Sequence[MetadataField]) -> Iterator[Paragraph]:
    """The lines that the format says are captions."""
    captions = {each.value for each in fields if each.name == "caption"}
    for line in LINE.finditer(text) if captions else ():
        if line[0] in captions:
            yield Paragraph(line.start(), line.end(), "caption")


def _opened(opening: Opening) -> Iterator[Claim]:
    yield Claim("title", (opening.title,), "first lines")
    yield Claim("byline", opening.byline, "first lines")
    yield Claim("publisher", (opening.agency,), "first lines")
    yield Claim("published", (opening.published,), "first lines")


def _named(fields: Mapping[str, str]) -> Iterator[Claim]:
    for field, name in (("publisher", "publisher"), ("published", "date"), ("title", "title"), ("byline", "author")):
        yield Claim(field, (fields.get(name, ""),), "file name")


def _noticed(clean: Normalised) -> Iterator[Claim]:
    """What the page's notices say: where the text appeared first, who owns it, and the year."""
    origins = [clean.text[each.start : each.end] for each in clean.furniture if each.rule == "origin"]
    notices = [clean.text[each.start : each.end] for each in clean.furniture if each.rule == "copyright"]
    for text in origins:
        yield Claim("publisher", (_publisher(APPEARED.search(text)),), "origin line")
    for text in notices:
        yield Claim("publisher", (_publisher(HOLDER.search(text)),), "copyright line")
        yield Claim("published", (max(YEAR.findall(text), default=""),), "copyright line")


def _publisher(found: re.Match[str] | None) -> str:
    """The name found, without the kind of company; "" for one that is only that."""
    name = COMPANY.split(found["name"], maxsplit=1)[0].strip(" .,&") if found else ""
    return re.sub(r" (?:of|the|and|for|de|in|on)$", "", name)
