"""A record of a table or of JSON in, its text and what it says of that text out: whichever names its makers gave."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from tasks.errors import Rejected
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.markup import seen
from tasks.inbox.unpacking import Exhausted
from tasks.records import Extracted, MetadataField, Refused

ORIGIN = "table"
PLAIN = Rules()
Record = Mapping[str, Any]

# What the world calls them, likeliest first; case, "_", "-" and spaces say nothing. Dots lead into nested records.
WHOLE = (
    "text", "full_text", "article_text", "article_body", "body_text", "plain_text", "clean_text", "main_text",
    "content", "content_text", "body", "article", "maintext", "story", "transcript", "speech", "post", "message",
    "content_html", "body_html", "html", "raw_text", "raw_content", "selftext",
)  # fmt: skip
SHORT = ("description", "summary", "abstract", "excerpt", "snippet", "lead", "teaser")
GUESSES: Mapping[str, tuple[str, ...]] = {
    "text": WHOLE + SHORT,
    "title": ("title", "headline", "hed", "article_title", "web_title", "heading", "subject", "title_text"),
    "date": (
        "date", "published", "published_at", "date_published", "publish_date", "published_date", "pub_date",
        "publication_date", "published_on", "published_time", "web_publication_date", "first_published", "posted",
        "posted_at", "created", "created_at", "created_utc", "date_created", "datetime", "timestamp", "iso_date",
    ),
    "modified": (
        "modified", "modified_at", "date_modified", "modified_date", "last_modified", "updated", "updated_at",
        "date_updated", "update_date", "lastmod",
    ),
    "url": (
        "url", "canonical_url", "canonical", "link", "permalink", "web_url", "article_url", "page_url", "source_url",
        "source_link", "external_url", "uri", "href",
    ),
    "author": ("author", "authors", "byline", "author_name", "by", "creator", "writer", "reporter"),
    "publisher": (
        "publisher", "publication", "publication_name", "publisher_name", "source", "source_name", "outlet",
        "news_outlet", "newspaper", "site_name", "site", "domain",
    ),
    "section": ("section", "section_name", "category", "categories", "news_desk", "desk", "topic", "rubric"),
    "language": ("language", "lang", "language_code", "locale", "in_language"),
}  # fmt: skip


@lru_cache(maxsize=4096)
def compared(name: str) -> str:
    """A name as it is compared: "Published_At", "publishedAt" and "published at" are one."""
    return re.sub(r"[\s_-]+", "", name).lower().strip("\ufeff")


COMPARED = {ours: tuple(map(compared, names)) for ours, names in GUESSES.items()}
INSIDE = (
    "rendered",
    "text",
    "value",
    "name",
    "title",
    "main",
    "html",
    "body",
    "content",
    "original",
    "#text",
    "$t",
    "@value",
    "plain",
)  # what a record is named or shown as
WRAPPERS = (
    "source",
    "attributes",
    "fields",
    "properties",
    "node",
    "item",
    "article",
    "document",
    "doc",
    "data",
    "post",
)
DATES = frozenset({"date", "modified"})
SECONDS, MILLISECONDS = range(10**8, 10**10), range(10**11, 10**13)  # of the time since 1970: 1973 to 2286
ADDRESS = re.compile(r"https?://", re.I)
MOST_NAMES = 12  # names of fields that a refusal tells
MOST_VALUES = 50
DEEP = 6  # records within records that are looked into


def document(record: Record, empty: Extracted, rules: Rules) -> Extracted | Refused:
    """The record as a text with its fields, or why it is none.

    empty: the text without either, with its name, and with the number of undecoded characters in the whole file.

    Where the operator has named a field (`rules.fields`), his names are asked first. Of several fields that may be the
    text the first that is not empty is; text that is marked up is read as a reader would see it.
    """
    values = _keyed(record)
    text = whole(seen(_text(_found(values, "text", rules)))).replace("\r\n", "\n")
    if not text.strip():
        return Refused(empty.name, "decode", f"no text in it: it has {named(paths(record))}")
    try:
        rules.limits.check_characters(len(text))
    except Rejected as why:
        return Refused(empty.name, why.stage, why.reason)
    undecoded = min(empty.undecoded, text.count("\ufffd"))
    return replace(empty, text=text, undecoded=undecoded, metadata=tuple(_fields(values, rules)))


def has_text(names: Iterable[str], rules: Rules) -> bool:
    """Whether one of the fields of these names may be the text of a record."""
    return not {compared(each) for each in names}.isdisjoint(_names("text", rules))


def has_whole_text(names: Iterable[str]) -> bool:
    """Whether one of the fields of these names is a text, and not only a summary of one."""
    return not {compared(each) for each in names}.isdisjoint(compared(each) for each in WHOLE)


def is_known(name: str, rules: Rules) -> bool:
    """Whether a field of this name says anything that is asked for."""
    return any(compared(name) in (each, each.split(".")[0]) for ours in GUESSES for each in _names(ours, rules))


def counted(limits: Limits) -> Iterator[int]:
    """1, 2, 3... for the records of one file. Raises Exhausted beyond what a file may hold."""
    yield from range(1, limits.members + 1)
    raise Exhausted("limits", f"it holds more than {limits.members:,} records: the rest was not read")


def paths(record: Record) -> list[str]:
    """The names of all fields, those of nested records with dots."""
    return [str(each) for each in _flat(record)]


def named(names: Iterable[str]) -> str:
    """The first of the names as a list in words, for a refusal."""
    found = [" ".join(each[:60].split()) or "a field without a name" for each in names]
    more = f" and {len(found) - MOST_NAMES} more" if len(found) > MOST_NAMES else ""
    return (", ".join(found[:MOST_NAMES]) + more) or "no fields"


def nothing_named(names: Iterable[str]) -> str:
    """The reason for a table without a field that may be the text."""
    return f"none of its fields is known as a text: {named(names)}. Name one with the setting `fields`"


def whole(text: str) -> str:
    """The text without halves of characters, which JSON can write and no encoding can."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _names(ours: str, rules: Rules) -> tuple[str, ...]:
    """The names that a field of ours may have, as they are compared, the operator's first."""
    own = rules.fields.get(ours)
    return (*map(compared, own), *COMPARED[ours]) if own else COMPARED[ours]


def _flat(record: Record, prefix: str = "", depth: int = 0) -> dict[str, Any]:
    """All fields by their names; those of nested records by the path to them, after the record itself."""
    found: dict[str, Any] = {}
    for key, value in record.items():
        found[f"{prefix}{key}"] = value
        if isinstance(value, Mapping) and depth < DEEP:
            found |= _flat(value, f"{prefix}{key}.", depth + 1)
    return found


def _keyed(record: Record) -> dict[str, Any]:
    """All fields by their names as they are compared; what a wrapper holds stands beside what is around it."""
    found = {compared(path): value for path, value in reversed(_flat(record).items())}
    for wrapper in WRAPPERS:
        inner = found.get(wrapper)
        if isinstance(inner, Mapping) and has_text(map(str, inner), PLAIN):
            del found[wrapper]
            found = {compared(path): value for path, value in reversed(_flat(inner).items())} | found
    return found


def _found(values: Record, ours: str, rules: Rules) -> Any:
    """The first field under any of the names that holds something, None where there is none."""
    held = (values[name] for name in _names(ours, rules) if name in values)
    return next((value for value in held if _text(value)), None)


def _fields(values: Record, rules: Rules) -> Iterator[MetadataField]:
    for ours in GUESSES:
        if ours == "text" or (value := _found(values, ours, rules)) is None:
            continue
        written = [_date(value)] if ours in DATES else [_text(each) for each in _each(value)]
        for each in written if ours == "author" else written[:1]:
            told = " ".join(whole(seen(each)).split()) if each else ""
            if told and (ours not in ("url", "publisher") or bool(ADDRESS.match(told)) == (ours == "url")):
                yield MetadataField(ours, told, ORIGIN)


def _each(value: Any) -> Sequence[Any]:
    return value[:MOST_VALUES] if isinstance(value, list | tuple) else [value]


def _text(value: Any) -> str:
    """What a value says in words: of a list its paragraphs, of a record what it is named or shown as."""
    if isinstance(value, str):
        return value if value.strip().lower() not in ("", "nan", "null", "none", "n/a") else ""
    if isinstance(value, list | tuple):
        return "\n\n".join(filter(None, (_text(each) for each in value if isinstance(each, str | Mapping))))
    if isinstance(value, Mapping):
        inside = {compared(str(key)): each for key, each in value.items()}
        shown = (inside.get(compared(name)) for name in INSIDE)
        return next((each for each in shown if isinstance(each, str) and each.strip()), "")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) and value == value else ""


def _date(value: Any) -> str:
    """A date as it is written, or as ISO 8601 where it is counted from 1970 in (milli)seconds."""
    written = _text(_each(value)[0] if _each(value) else "")
    if not re.fullmatch(r"\d{9,13}(?:\.\d+)?", written):
        return written
    number = int(float(written))
    if number in MILLISECONDS:
        number //= 1000
    return datetime.fromtimestamp(number, UTC).isoformat() if number in SECONDS else written
