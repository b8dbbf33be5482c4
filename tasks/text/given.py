"""The fields that a format, or a header of the text itself, has of it in; what they claim, read and in order, out."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from tasks.records import MetadataField
from tasks.text.bylines import AGENCIES, people, squeeze
from tasks.text.titles import clean_title
from tasks.text.written_dates import parse_date

# What the world's software calls our fields, in lower case: the likelier first.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": (
        "title", "headline", "headline.main", "og:title", "twitter:title", "dc.title", "dcterms.title", "dc:title",
        "citation_title", "parsely-title", "sailthru.title", "parsely.title", "article_title", "headline_main",
        "document_title", "subject", "name",
    ),
    "byline": (
        "author", "authors", "byline", "byline.original", "author.name", "authors.name", "article:author_name",
        "dc.creator", "dcterms.creator", "dc:creator", "creator", "citation_author", "parsely-author",
        "sailthru.author", "byl", "article:author", "writer", "by", "from", "twitter:creator",
    ),
    "publisher": (
        "publisher", "publisher.name", "og:site_name", "site_name", "sitename", "source.name", "source_name", "source",
        "publication", "publication_name", "publication.name", "dc.publisher", "dcterms.publisher", "dc:publisher",
        "citation_journal_title", "application-name", "newspaper", "outlet", "provider", "provider.name", "site",
        "domain", "list_id", "list-id", "feed", "feed_title", "channel",
    ),
    "published": (
        "published", "date", "published_time", "article:published_time", "datepublished", "date_published",
        "published_at", "publishedat", "published_date", "publisheddate", "pubdate", "pub_date", "publication_date",
        "publicationdate", "publishdate", "publish_date", "publish_time", "firstpublished", "first_published_at",
        "webpublicationdate", "og:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date",
        "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date.created", "dc:date",
        "dcterms.available", "citation_publication_date", "citation_date", "article.published", "issued", "posted",
        "posted_at", "date_posted", "display_date", "displaydate", "datecreated", "created", "created_at", "createdat",
        "created_utc", "date_time",
    ),
    "modified": (
        "modified", "updated", "modified_time", "article:modified_time", "og:updated_time", "datemodified",
        "date_modified", "modified_at", "modifiedat", "updated_at", "updatedat", "update_date", "dateupdated",
        "date_updated", "lastmod", "last_updated", "lastupdated", "dc.date.modified", "dcterms.modified", "dc.modified",
    ),
    "url": (
        "canonical", "canonical_url", "url", "link", "permalink", "og:url", "web_url", "weburl", "source_url",
        "original_url", "article_url", "article.url", "parsely-link", "dc.identifier", "mainentityofpage", "uri",
    ),
    "section": (
        "section", "article:section", "articlesection", "section_name", "sectionname", "parsely-section",
        "sailthru.section", "news_desk", "desk", "category", "rubric", "ressort", "rubrik",
    ),
}  # fmt: skip
DATES = ("published", "modified")
STAMP = re.compile(r"(?P<seconds>\d{10})(?:\d{3})?(?:\.\d+)?")
FIRST_STAMP, LAST_STAMP = 1_000_000_000, 4_102_444_800  # seconds: 2001, when they had ten figures, to 2099
HOURLY = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])")  # 2026112406 is no such count
NO_DATE = re.compile(r"1970-01-01(?:T00:00(?::00)?(?:\+00:00)?)?")  # what programs write that know none
LONGEST_SECTION, LONGEST_VALUE = 60, 2_000  # characters
LIST_ID = re.compile(r"(?P<name>.*?)\s*<[^<>]*>")


class Claim(NamedTuple):
    """What one origin says of one field; only a byline has several values."""

    field: str
    values: tuple[str, ...]
    origin: str


def given(fields: Sequence[MetadataField]) -> Iterator[Claim]:
    """What the fields claim: of one origin after the other, as they come, and within it by the likelier name."""
    publishers = [each.value for each in fields if each.name in ALIASES["publisher"]]
    for origin in dict.fromkeys(each.origin for each in fields):
        for field, aliases in ALIASES.items():
            for alias in aliases:
                values = [_plain(each.value) for each in fields if each.name == alias and each.origin == origin]
                if values:
                    yield Claim(field, tuple(_read(field, values, publishers)), origin)
    for each in fields:
        if each.name in ALIASES["byline"] and (agency := AGENCIES.get(_plain(each.value).lower())):
            yield Claim("publisher", (agency,), each.origin)


def _plain(value: str) -> str:
    return " ".join(html.unescape(value[:LONGEST_VALUE]).split())


def _read(field: str, values: Sequence[str], publishers: Sequence[str]) -> Iterator[str]:
    for value in values:
        if field == "title":
            yield clean_title(value) if squeeze(value) not in map(squeeze, publishers) else ""
        elif field == "byline":
            yield from people(value, publishers)
        elif field in DATES:
            yield _date(value)
        elif field == "publisher":
            yield value if not (listed := LIST_ID.fullmatch(value)) else listed["name"].strip('" ')
        elif field == "url":
            yield value if re.match(r"(?:https?://[^\s/]+|mid:[^\s@]+@)\S*$", value) else ""
        elif field == "section" and len(value) <= LONGEST_SECTION and not value.startswith(("http://", "https://")):
            yield value


def _date(value: str) -> str:
    """The date in a field: as people write it, or as seconds or thousandths since 1970; "" for none."""
    stamp = STAMP.fullmatch(value)
    if stamp and not HOURLY.fullmatch(value):
        seconds = int(stamp["seconds"])
        plausible = FIRST_STAMP <= seconds < LAST_STAMP
        return datetime.fromtimestamp(seconds, UTC).isoformat() if plausible else ""
    written = parse_date(value)
    return "" if NO_DATE.fullmatch(written) else written
